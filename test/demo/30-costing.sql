-- Activity-based costing: the ledger flows to activities, the activities to orders.

\echo
\echo '1. FROM THE LEDGER TO ACTIVITIES TO ORDERS'
\echo

-- Stage 1 is a network: cost types pass cost on to activity centres in proportion to the
-- resource that these use.  Two departments stand in between, and serve each other: the
-- building is the facility department's, with the IT department in it, and all screens are
-- the IT department's, those of the facility department among them.  One value holds the model.
CREATE TABLE cost_model AS
SELECT abc_network_agg(source, target, driver) AS network
FROM (
	SELECT CASE l.resource WHEN 'm2' THEN 'facility department' WHEN 'screens' THEN 'IT department'
			ELSE l.cost_type END AS source,
		a.activity AS target, r.quantity::numeric AS driver
	FROM resource_driver r JOIN ledger l USING (cost_no) JOIN activity a USING (activity_no)
	WHERE l.cost_type NOT IN ('cleaning and repair', 'telephone and post')	-- the departments' edges, once
	UNION ALL
	SELECT cost_type, CASE resource WHEN 'm2' THEN 'facility department' ELSE 'IT department' END, 1
	FROM ledger WHERE resource IN ('m2', 'screens')
	UNION ALL VALUES ('facility department', 'IT department', 160), ('IT department', 'facility department', 7)
) e;
CREATE VIEW costs_on_accounts AS
SELECT network, accounts, amounts
FROM cost_model, (SELECT array_agg(cost_type ORDER BY cost_no) AS accounts, array_agg(cost ORDER BY cost_no) AS amounts
	FROM ledger) l;

-- abc_trace solves it and says which cost type ends in which activity, to the cent.
CREATE TABLE resource_cost AS
SELECT l.cost_no, a.activity_no, t.amount AS cost,
	round(l.cost * t.share::numeric, 2) AS naive		-- what one would write without
FROM costs_on_accounts, abc_trace(network, accounts, amounts) t
JOIN ledger l ON l.cost_type = t.source JOIN activity a ON a.activity = t.target;

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

\echo 'Stage 1: each cost type goes to twelve activity centres in proportion to a resource driver,'
\echo 'some by way of two departments that also serve each other (solved as simultaneous equations).'
SELECT node AS department, round(own, 2) AS own, round(received, 2) AS received, round(passed, 2) AS passed_on
FROM costs_on_accounts, abc_throughput(network, accounts, amounts) WHERE node LIKE '%department';
\echo 'abc_trace gives parts that add up exactly; round(cost * share, 2) may not.'
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
