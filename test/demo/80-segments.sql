-- Segments: what a customer brings now, against what they could bring.

\echo
\echo '7. QUADRANTS'
\echo

-- Potential: the largest order so far shows what the customer can spend.
-- The cuts are the medians, so that half of the customers are high on either axis.
CREATE TABLE customer_segment AS
SELECT v.*, quadrant(v.residual_income::float8, v.potential::float8, m.income_cut, m.potential_cut) AS quadrant
FROM (
	SELECT p.customer_no, p.profit, p.residual_income, o.potential
	FROM customer_profit p
	JOIN (SELECT customer_no, max(amount) AS potential FROM orders GROUP BY customer_no) o USING (customer_no)
) v, (
	SELECT (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY residual_income::float8)
		FROM customer_profit) AS income_cut,
		(SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY largest::float8)
			FROM (SELECT max(amount) AS largest FROM orders GROUP BY customer_no) l) AS potential_cut
) m;

\echo 'Residual income against potential (the largest order so far), both cut at the median:'
\echo 'focus (both high), develop (low income, high potential), maintain (both low), harvest (high'
\echo 'income, low potential).  NPS, with its 95 % interval, is merged from the stored summaries;'
\echo 'repurchase is the percentage of first-period customers who bought again in the second.'
SELECT s.quadrant, count(*) AS customers, sum(s.profit) AS profit, sum(s.residual_income) AS residual_income,
	nps_score(rollup(a.answers))::numeric(6,1) AS nps, nps_low(rollup(a.answers))::numeric(6,1) AS low,
		nps_high(rollup(a.answers))::numeric(6,1) AS high,
	round(100.0 * count(*) FILTER (WHERE t.first_period AND t.second_period)
		/ nullif(count(*) FILTER (WHERE t.first_period), 0), 1) AS repurchase
FROM customer_segment s JOIN customer_period t USING (customer_no)
	LEFT JOIN (SELECT customer_no, rollup(answers) AS answers FROM survey_by_quarter
		GROUP BY customer_no) a USING (customer_no)
GROUP BY s.quadrant ORDER BY array_position('{focus,develop,maintain,harvest}', s.quadrant);

\echo
\echo '8. RFM SEGMENTS AND WHERE THEY GO'
\echo

-- The customers of each period, scored at its end by quantiles of recency, frequency and revenue.
-- A refund lowers the revenue of its period, and is no purchase.
CREATE TABLE period_rfm AS
SELECT period, customer_no, max(last_day) - max(ordered) FILTER (WHERE amount > 0) AS recency,
	count(*) FILTER (WHERE amount > 0) AS orders, sum(amount) AS revenue
FROM (
	SELECT CASE WHEN ordered <= middle THEN 1 ELSE 2 END AS period,
		CASE WHEN ordered <= middle THEN middle ELSE last_day END AS last_day,
		customer_no, ordered, amount
	FROM orders, span
) o GROUP BY period, customer_no HAVING bool_or(amount > 0);
CREATE TABLE period_segment AS
SELECT period, customer_no, orders, revenue,
	rfm_segment(rfm_score(recency, orders, revenue) OVER (PARTITION BY period)) AS segment
FROM period_rfm;

\echo 'RFM: the customers of the second period by how recently, how often and for how much they bought.'
SELECT segment, count(*) AS customers, sum(g.orders) AS orders, sum(g.revenue) AS revenue, sum(p.profit) AS profit,
	sum(p.residual_income) AS residual_income
FROM period_segment g JOIN customer_profit p USING (customer_no) WHERE period = 2
GROUP BY segment ORDER BY revenue DESC;

-- Pareto classes of each period, and who went from which to which.
CREATE TABLE class_migration AS
SELECT migration_agg(coalesce(a.class, 'new'), coalesce(b.class, 'lost')) AS moved
FROM (SELECT customer_no, pareto_class(revenue) OVER () AS class FROM period_segment WHERE period = 1) a
FULL JOIN (SELECT customer_no, pareto_class(revenue) OVER () AS class FROM period_segment
	WHERE period = 2) b USING (customer_no);

\echo 'Pareto classes by revenue, from the first period (rows) to the second (columns).'
SELECT from_segment AS "from", max(n) FILTER (WHERE to_segment = 'A') AS "A",
	max(n) FILTER (WHERE to_segment = 'B') AS "B",
	max(n) FILTER (WHERE to_segment = 'C') AS "C", max(n) FILTER (WHERE to_segment = 'lost') AS lost,
	round(100 * max(p) FILTER (WHERE to_segment = from_segment)::numeric, 1) AS percent_that_stay,
	round(max(periods)::numeric, 1) AS periods_until_lost
FROM class_migration, migration_matrix(moved) JOIN migration_absorption(moved) ON segment = from_segment
WHERE from_segment <> 'lost' GROUP BY from_segment ORDER BY from_segment;

\echo
\echo '9. THE MOST AND THE LEAST VALUABLE'
\echo
\echo 'The ten customers with the highest residual income:'
CREATE VIEW customer_value AS
SELECT left(c.customer_id, 20) AS customer, p.orders, p.revenue, p.work,
	round(100 * p.work / nullif(p.revenue, 0), 1) AS work_percent, p.profit, p.residual_income, s.quadrant,
		p.customer_no
FROM customer_profit p JOIN customer c USING (customer_no) JOIN customer_segment s USING (customer_no);
SELECT customer, orders, revenue, work, work_percent, profit, residual_income AS residual, quadrant
FROM customer_value ORDER BY residual_income DESC, customer_no LIMIT 10;
\echo 'And the ten with the lowest.  Look at the work they make, as a percentage of what they pay:'
SELECT customer, orders, revenue, work, work_percent, profit, residual_income AS residual, quadrant
FROM customer_value ORDER BY residual_income, customer_no LIMIT 10;
