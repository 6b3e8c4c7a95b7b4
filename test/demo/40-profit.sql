-- Customer profit: what a customer paid, minus the goods, minus the work they caused.

\echo
\echo '2. CUSTOMER PROFIT AND RESIDUAL INCOME'
\echo

CREATE TABLE order_profit AS
SELECT o.order_no, o.customer_no, o.ordered, o.amount, w.goods, c.cost AS work, o.amount - w.goods - c.cost AS profit
FROM orders o JOIN order_work w USING (order_no)
	JOIN (SELECT order_no, sum(cost) AS cost FROM order_activity_cost GROUP BY order_no) c USING (order_no);

-- The capital tied up in a customer: 45 days of their revenue wait to be paid.  It could earn
-- 12 % a year elsewhere; residual_income is the profit minus that charge, for all years.
CREATE TABLE customer_profit AS
SELECT *, round(residual_income(profit, capital * years, 0.12), 2) AS residual_income
FROM (
	SELECT p.customer_no, count(*) FILTER (WHERE p.amount > 0) AS orders, sum(p.amount) AS revenue,
		sum(p.goods) AS goods,
		sum(p.work) AS work, sum(p.profit) AS profit,
		greatest(0, round(sum(p.amount) * 45 / greatest(s.days, 45), 2)) AS capital,
		round(s.days / 365.0, 6) AS years
	FROM order_profit p, span s
	GROUP BY p.customer_no, s.days
) c;

\echo 'All customers together.  Goods are a direct cost; work is the ledger, as allocated above.'
SELECT count(*) AS customers, sum(revenue) AS revenue, sum(goods) AS goods, sum(work) AS work,
	sum(profit) AS profit, sum(residual_income) AS residual_income
FROM customer_profit;

\echo 'The way from list price to operating income, as a waterfall: each line starts where the one above'
\echo 'ends.  A BI tool draws it as floating bars from "starts" to "ends".'
SELECT line, amount, sum(amount) OVER w - amount AS starts, sum(amount) OVER w AS ends,
	repeat(' ', round(24 * (least(sum(amount) OVER w, sum(amount) OVER w - amount)) / nullif(max(amount) OVER (),
					0))::integer)
		|| repeat('#', greatest(1, round(24 * abs(amount) / nullif(max(amount) OVER (), 0)))::integer) AS bar
FROM (
	SELECT 1 AS step, 'list revenue' AS line, sum(round(o.amount * 100 / (100 - c.discount), 2)) AS amount
	FROM orders o JOIN customer c USING (customer_no)
	UNION ALL SELECT 2, 'discounts', sum(o.amount) - sum(round(o.amount * 100 / (100 - c.discount), 2))
	FROM orders o JOIN customer c USING (customer_no)
	UNION ALL SELECT 3, 'goods', -sum(goods) FROM customer_profit
	UNION ALL SELECT 3 + activity_no, activity, -sum(c.cost)
	FROM order_activity_cost c JOIN activity a USING (activity_no) GROUP BY activity_no, activity
) l
WINDOW w AS (ORDER BY step) ORDER BY step;

\echo 'The ten largest by revenue.  Large is not the same as profitable: residual income is what is'
\echo 'left after goods, work, and 12 % a year on the 45 days of revenue that wait to be paid.'
SELECT left(c.customer_id, 20) AS customer, p.orders, p.revenue, p.goods, p.work, p.profit, p.capital,
	p.residual_income AS residual
FROM customer_profit p JOIN customer c USING (customer_no)
ORDER BY p.revenue DESC, p.customer_no LIMIT 10;
