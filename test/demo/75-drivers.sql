-- Drivers: what moves repurchase, and what satisfaction is worth.

\echo
\echo '6. WHAT SATISFACTION IS WORTH'
\echo

-- One row for each customer of the first period who answered: what they said, did and got in it, and
-- whether they bought again in the second.  Each one's own NPS is the mean of 100, 0 and -100.
CREATE TABLE repurchase AS
SELECT p.customer_no, t.second_period AS came_back, s.nps, s.score, p.orders, p.discount, p.work_share, c.distance
FROM customer_period t JOIN customer c USING (customer_no)
	JOIN (SELECT v.customer_no, avg(v.score)::float8 AS score,
			avg(CASE nps_category(v.score::numeric) WHEN 'promoter' THEN 100 WHEN 'detractor' THEN -100
				ELSE 0 END)::float8 AS nps
		FROM survey v, span WHERE v.answered <= span.middle GROUP BY v.customer_no) s USING (customer_no)
	JOIN (SELECT o.customer_no, count(*) AS orders, max(c.discount) AS discount,
			coalesce(sum(o.work) / nullif(sum(o.amount), 0), 0)::float8 AS work_share
		FROM order_profit o JOIN customer c USING (customer_no), span
		WHERE o.ordered <= span.middle AND o.amount > 0
		GROUP BY o.customer_no) p USING (customer_no);

CREATE TABLE satisfaction_link AS SELECT ols_agg(came_back::integer, nps) AS s FROM repurchase;

\echo 'Ten points of NPS more go with how many percentage points of repurchase (95 % interval), and with'
\echo 'how much profit in the second period, if as many customers came back and each brought the average?'
SELECT round(100 * w.change::numeric, 2) AS percentage_points, round(100 * w.low::numeric, 2) AS low,
	round(100 * w.high::numeric, 2) AS high,
	round(w.change::numeric * n.customers, 1) AS customers_more,
		round(w.change::numeric * n.customers * n.profit) AS profit_more,
	round(w.low::numeric * n.customers * n.profit) AS at_least,
		round(w.high::numeric * n.customers * n.profit) AS at_most
FROM satisfaction_link, ols_what_if(s, 'x1', 10) w, (
	SELECT count(*) FILTER (WHERE t.first_period) AS customers,
		(SELECT sum(o.profit) / nullif(count(DISTINCT o.customer_no), 0) FROM order_profit o, span
			WHERE o.ordered > span.middle) AS profit
	FROM customer_period t
) n;

\echo 'What repurchase goes with: shares of what is explained (Shapley), and odds ratios by logistic'
\echo 'regression (above 1: more of it, more come back).'
SELECT d.term, round(100 * d.share::numeric, 1) AS percent_of_explained, round(l.odds_ratio::numeric, 3) AS odds_ratio,
	round(l.odds_low::numeric, 3) AS low, round(l.odds_high::numeric, 3) AS high, round(l.p::numeric, 4) AS p
FROM (
	SELECT ols_agg(came_back::integer, ARRAY[score, orders, discount, 100 * work_share, distance]) AS s,
		logit_agg(came_back, ARRAY[score, orders, discount, 100 * work_share, distance]) AS m
	FROM repurchase
) r, driver_importance(s, terms => '{score,orders,discount %,work % of revenue,distance}') d
	JOIN logit_coef(m, terms => '{score,orders,discount %,work % of revenue,distance}') l USING (term)
ORDER BY d.share DESC;
