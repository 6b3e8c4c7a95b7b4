-- Activity-based costing: the ledger flows to activities, the activities to orders.

\echo
\echo '1. FROM THE LEDGER TO ACTIVITIES TO ORDERS'
\echo

-- Stage 1.  One window per cost type: each is shared out over the activity centres in
-- proportion to the resource they use.  The tie key only makes the result independent of
-- the order of rows.
CREATE TABLE resource_cost AS
SELECT r.cost_no, r.activity_no,
	abc_allocate(l.cost, r.quantity, r.activity_no) OVER w AS cost,
	round(l.cost * r.quantity / sum(r.quantity) OVER w, 2) AS naive		-- what one would write without
FROM resource_driver r JOIN ledger l USING (cost_no)
WINDOW w AS (PARTITION BY r.cost_no);

CREATE TABLE activity_cost AS
SELECT activity_no, sum(cost) AS cost FROM resource_cost GROUP BY activity_no;

-- Stage 2.  One window per activity centre: its cost is shared out over the orders in
-- proportion to the work they made.
CREATE TABLE order_activity_cost AS
SELECT d.order_no, d.activity_no, d.quantity,
	abc_allocate(a.cost, d.quantity, d.order_no) OVER w AS cost,
	round(a.cost * d.quantity / sum(d.quantity) OVER w, 2) AS naive
FROM order_driver d JOIN activity_cost a USING (activity_no)
WINDOW w AS (PARTITION BY d.activity_no);

\echo 'Stage 1: each cost type goes to twelve activity centres in proportion to a resource driver.'
\echo 'abc_allocate gives parts that add up exactly; round(cost * quantity / sum(quantity), 2) may not.'
SELECT l.cost_type, l.resource AS driver, l.cost AS ledger, sum(c.cost) AS allocated,
	sum(c.cost) - l.cost AS difference, sum(c.naive) - l.cost AS naive_diff
FROM ledger l JOIN resource_cost c USING (cost_no)
GROUP BY l.cost_no ORDER BY l.cost_no;

\echo 'Stage 2: each activity goes to the orders in proportion to the work they made.'
\echo 'The rate is what one unit of work costs, rounded here; the booked parts add up exactly.'
SELECT a.activity, a.driver, sum(c.quantity) AS quantity, round(p.cost / sum(c.quantity), 4) AS rate,
	p.cost, sum(c.cost) - p.cost AS difference, sum(c.naive) - p.cost AS naive_diff
FROM activity a JOIN activity_cost p USING (activity_no) JOIN order_activity_cost c USING (activity_no)
GROUP BY a.activity_no, p.cost ORDER BY a.activity_no;

\echo 'The totals of every stage are equal to the cent; naive rounding loses or invents money.'
SELECT stage, parts, total, total - (SELECT sum(cost) FROM ledger) AS difference,
	naive - (SELECT sum(cost) FROM ledger) AS naive_diff
FROM (
	SELECT 1 AS n, 'ledger' AS stage, count(*) AS parts, sum(cost) AS total, NULL::numeric AS naive FROM ledger
	UNION ALL SELECT 2, 'activities', count(*), sum(cost), sum(naive) FROM resource_cost
	UNION ALL SELECT 3, 'orders', count(*), sum(cost), sum(naive) FROM order_activity_cost
) s ORDER BY n;
