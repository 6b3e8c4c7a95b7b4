-- Segments: what a customer brings now, against what he could bring.

\echo
\echo '6. QUADRANTS'
\echo

-- Potential: the largest order so far shows what the customer can spend when he wants to.
-- The cuts are the medians, so that half of the customers are high on either axis.
CREATE TABLE customer_segment AS
SELECT v.*, quadrant(v.residual_income::float8, v.potential::float8, m.income_cut, m.potential_cut) AS quadrant
FROM (
	SELECT p.customer_no, p.profit, p.residual_income, o.potential
	FROM customer_profit p JOIN (SELECT customer_no, max(amount) AS potential FROM orders GROUP BY customer_no) o USING (customer_no)
) v, (
	SELECT (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY residual_income::float8) FROM customer_profit) AS income_cut,
		(SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY largest::float8)
			FROM (SELECT max(amount) AS largest FROM orders GROUP BY customer_no) l) AS potential_cut
) m;

\echo 'Residual income against potential (the largest order so far), both cut at the median:'
\echo 'focus (both high), develop (low income, high potential), maintain (both low), harvest (high'
\echo 'income, low potential).  NPS is merged from the stored summaries; repurchase is the percentage'
\echo 'of first-period customers who bought again in the second.'
SELECT s.quadrant, count(*) AS customers, sum(s.profit) AS profit, sum(s.residual_income) AS residual_income,
	round(nps_score(rollup(a.answers))::numeric, 1) AS nps,
	round(100.0 * count(*) FILTER (WHERE t.first_period AND t.second_period)
		/ nullif(count(*) FILTER (WHERE t.first_period), 0), 1) AS repurchase
FROM customer_segment s JOIN customer_period t USING (customer_no)
	LEFT JOIN (SELECT customer_no, rollup(answers) AS answers FROM survey_by_quarter GROUP BY customer_no) a USING (customer_no)
GROUP BY s.quadrant ORDER BY array_position('{focus,develop,maintain,harvest}', s.quadrant);

\echo
\echo '7. THE MOST AND THE LEAST VALUABLE'
\echo
\echo 'The ten customers with the highest residual income:'
CREATE VIEW customer_value AS
SELECT left(c.customer_id, 20) AS customer, p.orders, p.revenue, p.work,
	round(100 * p.work / nullif(p.revenue, 0), 1) AS work_percent, p.profit, p.residual_income, s.quadrant, p.customer_no
FROM customer_profit p JOIN customer c USING (customer_no) JOIN customer_segment s USING (customer_no);
SELECT customer, orders, revenue, work, work_percent, profit, residual_income AS residual, quadrant
FROM customer_value ORDER BY residual_income DESC, customer_no LIMIT 10;
\echo 'And the ten with the lowest.  Look at the work they make, as a percentage of what they pay:'
SELECT customer, orders, revenue, work, work_percent, profit, residual_income AS residual, quadrant
FROM customer_value ORDER BY residual_income, customer_no LIMIT 10;
