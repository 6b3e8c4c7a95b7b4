-- Retention: who of the customers won in a month comes back, and do the satisfied stay longer?

\echo
\echo '10. RETENTION'
\echo

\echo 'Cohorts of the last seven quarters: customers by the quarter of their first order, and which percentage of'
\echo 'them ordered again one, two, three ... quarters later.  A star: the quarter is not over, orders so far.'
SELECT cohort, max(customers) AS customers, max(cell) FILTER (WHERE period = 1) AS "q+1",
	max(cell) FILTER (WHERE period = 2) AS "q+2",
	max(cell) FILTER (WHERE period = 3) AS "q+3", max(cell) FILTER (WHERE period = 4) AS "q+4",
		max(cell) FILTER (WHERE period = 5) AS "q+5",
	max(revenue_per_customer::numeric(14, 2)) AS revenue_per_customer
FROM (SELECT cohort_agg(h, last_day, 'quarter') AS s, max(last_day) AS last_day FROM clv_history, span) AS c,
	cohort_table(s), LATERAL (SELECT CASE WHEN complete THEN round(100 * rate::numeric,
		1)::text ELSE retained || '*' END AS cell) AS t
WHERE cohort > last_day - interval '21 months'
GROUP BY cohort ORDER BY cohort;

\echo 'All cohorts together: who orders again within 30, 90 and 180 days of the first order, among those who'
\echo 'could have; and within how many days half, and three quarters, of the gaps between orders end.'
SELECT round(100 * repurchase_rate(h, last_day, interval '30 days')::numeric, 1) AS percent_30,
	round(100 * repurchase_rate(h, last_day, interval '90 days')::numeric, 1) AS percent_90,
	round(100 * repurchase_rate(h, last_day, interval '180 days')::numeric, 1) AS percent_180,
	survival_quantile(gap_agg(h, last_day), 0.5) AS half_of_gaps, survival_quantile(gap_agg(h, last_day),
		0.75) AS three_quarters
FROM clv_history, span;

-- Days from the end of the first period to the next order, by what was answered in it: who did not order is still open.
CREATE TABLE next_order AS
SELECT t.answer, coalesce(o.day, s.last_day) - s.middle AS days, o.day IS NOT NULL AS came_back
FROM customer_period AS t CROSS JOIN span AS s
	LEFT JOIN LATERAL (SELECT min(ordered) AS day FROM orders AS o
		WHERE o.customer_no = t.customer_no AND o.amount > 0 AND o.ordered > s.middle) AS o ON true
WHERE t.first_period;

\echo 'Customers of the first period: how many percent have not come back 30, 90 and 180 days after its end, by what'
\echo 'they answered in it (promoters 9 or more on average), and after how many days half of them have.'
SELECT answer, num AS customers, round(100 * km(s, 30)::numeric, 1) AS percent_30, round(100 * km(s, 90)::numeric,
	1) AS percent_90,
	round(100 * km(s, 180)::numeric, 1) AS percent_180, median_survival(s) AS median_days, survival_quantile_low(s,
		0.5) AS low, survival_quantile_high(s, 0.5) AS high
FROM (SELECT answer, count(*) AS num, survival_agg(days, came_back) AS s FROM next_order GROUP BY answer) AS g
ORDER BY array_position('{promoters,passives,detractors,no answer}', answer);

\echo 'Is that chance? The log-rank test of those who answered; expected: if all came back alike.'
SELECT grp AS answer, observed AS came_back, round(expected::numeric, 1) AS expected, round(logrank_chi2(s)::numeric,
	2) AS chi2, round(logrank_p(s)::numeric, 4) AS p
FROM (SELECT logrank_agg(days, came_back, answer) AS s FROM next_order
	WHERE answer <> 'no answer') AS t, logrank_table(s);
