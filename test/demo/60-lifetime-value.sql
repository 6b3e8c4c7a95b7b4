-- Lifetime value: what the profit of the customers to come is worth today.

\echo
\echo '4. CUSTOMER LIFETIME VALUE'
\echo

-- Who bought in the first and the second period, and what they said in the first.
CREATE TABLE customer_period AS
SELECT c.customer_no, coalesce(p.first_period, false) AS first_period,
	coalesce(p.second_period, false) AS second_period,
	CASE WHEN a.score IS NULL THEN 'no answer' WHEN a.score >= 9 THEN 'promoters'
		WHEN a.score >= 7 THEN 'passives' ELSE 'detractors' END AS answer
FROM customer c
	LEFT JOIN (
		SELECT o.customer_no, bool_or(o.ordered <= s.middle) AS first_period,
			bool_or(o.ordered > s.middle) AS second_period
		FROM orders o, span s WHERE o.amount > 0 GROUP BY o.customer_no
	) p USING (customer_no)
	LEFT JOIN (
		SELECT v.customer_no, avg(v.score) AS score
		FROM survey v, span s WHERE v.answered <= s.middle GROUP BY v.customer_no
	) a USING (customer_no);

SELECT format('%s to %s', first_day, middle) AS first_period,
	CASE WHEN middle < last_day THEN format('%s to %s', middle + 1,
			last_day) ELSE 'none, all orders are of one day' END AS second_period,
	round(0.12 * days / 730, 6) AS discount
FROM span \gset
\echo 'First period:' :first_period', second period:' :second_period'.'
\echo 'Retention: of those who bought in the first period, the share who bought again in the second.'
\echo 'Margin: profit per active customer and period.  clv(margin, retention, discount) is the present'
\echo 'value of all periods to come at 12 % a year; the base is clv times those active at the end.'
\echo 'Groups: the average survey score of the first period; promoters 9 or more, detractors below 7.'
SELECT coalesce(answer, 'ALL') AS "group", customers, bought, came_back,
	round(retention, 3) AS retention, round(margin, 2) AS margin,
	round(value::numeric, 2) AS clv, round(value::numeric * active) AS value_of_base
FROM (
	SELECT *, clv(margin::float8, retention::float8, :discount) AS value
	FROM (
		SELECT t.answer, count(*) AS customers, count(*) FILTER (WHERE first_period) AS bought,
			count(*) FILTER (WHERE first_period AND second_period) AS came_back,
			count(*) FILTER (WHERE second_period) AS active,
			count(*) FILTER (WHERE first_period
					AND second_period)::numeric / nullif(count(*) FILTER (WHERE first_period), 0) AS retention,
			sum(p.profit) / nullif(count(*) FILTER (WHERE first_period) + count(*) FILTER (WHERE second_period),
					0) AS margin
		FROM customer_period t JOIN customer_profit p USING (customer_no)
		GROUP BY GROUPING SETS ((t.answer), ())
	) g
) v
ORDER BY answer IS NULL, array_position('{promoters,passives,detractors,no answer}', answer);
