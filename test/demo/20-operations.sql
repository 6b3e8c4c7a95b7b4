-- What the orders cost: goods, the ledger, and how much work each order makes.  A company
-- has these in its books; here they are generated, from the same formulas for the generated
-- company and for a loaded log.

-- The size of an order, 10 for the average one; 0 when goods come back.
CREATE TABLE order_work AS
SELECT o.order_no, c.demanding, c.distance,
	CASE WHEN o.amount > 0 THEN ceil(o.amount * 10 / a.average)::bigint ELSE 0 END AS size,
	row_number() OVER (PARTITION BY o.customer_no ORDER BY o.order_no) = 1 AS first_order,
	-- What the log says; else half of the list price, so that a discount makes the goods dearer in relation.
	coalesce(o.goods, round(o.amount * 50 / (100 - c.discount), 2)) AS goods
FROM orders o JOIN customer c USING (customer_no),
	(SELECT avg(amount) AS average FROM orders WHERE amount > 0) a;

-- The twelve activity centres, what each uses of the resources, and how its work is counted.
CREATE TABLE activity (
	activity_no integer PRIMARY KEY, activity text, driver text,
	people integer, m2 integer, kwh integer, screens integer, machines integer, km integer
);
INSERT INTO activity VALUES
	( 1, 'order taking', 'order lines',      14, 210,   54000, 16,   5,      0),
	( 2, 'credit check', 'checks',            4,  60,   18000,  5,   0,      0),
	( 3, 'design',       'drawings',          7, 140,   48000, 11,  30,      0),
	( 4, 'purchasing',   'requests',          6, 100,   24000,  8,   0,  90000),
	( 5, 'receiving',    'pallets',           6, 480,   66000,  4,  40,  30000),
	( 6, 'setup',        'setups',           15, 120,   84000,  4,  90,      0),
	( 7, 'machining',    'machine minutes',  21, 900, 1860000,  9, 620,      0),
	( 8, 'assembly',     'assembly minutes', 17, 640,  360000,  6, 110,      0),
	( 9, 'inspection',   'pieces inspected',  9, 150,   72000,  7,  60,      0),
	(10, 'packing',      'boxes',             8, 310,   84000,  3,  35,      0),
	(11, 'shipping',     'zone deliveries',   9, 420,   78000,  6,  25, 960000),
	(12, 'after sales',  'service minutes',  18, 190,   60000, 19,  10, 420000);

-- The ledger: overhead of 38 % of revenue over ten cost types; where the log has the cost of its goods, 76 % of what
-- they leave, which comes to about the same.  abc_allocate(cost, weights)
-- splits one amount exactly; the result is an array in the order of the weights.
CREATE TABLE ledger (cost_no integer PRIMARY KEY, cost_type text, resource text, cost numeric(20,2));
INSERT INTO ledger
SELECT t.cost_no, t.cost_type, t.resource, p.parts[t.cost_no]
FROM (VALUES
		(1, 'salaries', 'people'), (2, 'social charges', 'people'), (3, 'training and travel', 'people'),
		(4, 'premises', 'm2'), (5, 'cleaning and repair', 'm2'), (6, 'energy', 'kwh'),
		(7, 'IT', 'screens'), (8, 'telephone and post', 'screens'), (9, 'depreciation', 'machines'),
		(10, 'vehicles and freight', 'km')
	) t (cost_no, cost_type, resource),
	(SELECT abc_allocate(round(CASE WHEN count(goods) = 0 THEN sum(amount) * 38 / 100
				ELSE greatest(sum(amount) - sum(goods), 0) * 76 / 100 END, 2),
				'{4413,948,217,871,263,498,541,187,713,1109}'::numeric[]) AS parts FROM orders) p;

-- Resource drivers: how much of each cost type's resource each activity centre uses.
CREATE TABLE resource_driver AS
SELECT l.cost_no, a.activity_no, r.quantity
FROM ledger l, activity a, LATERAL (
	SELECT CASE l.resource WHEN 'people' THEN people WHEN 'm2' THEN m2 WHEN 'kwh' THEN kwh
		WHEN 'screens' THEN screens WHEN 'machines' THEN machines WHEN 'km' THEN km END
) r (quantity);

-- Activity drivers: how much work each order makes in each activity centre.  Demanding
-- customers want small lots (setups), much inspection, many deliveries and service.
CREATE TABLE order_driver AS
SELECT w.order_no, d.activity_no::integer, d.quantity
FROM order_work w, unnest(ARRAY[
	-- order lines, checks, drawings
	2 + size / 6 + draw(order_no, 31, 5) + CASE WHEN demanding THEN draw(order_no, 32, 8) ELSE 0 END,
	CASE WHEN first_order THEN 4 ELSE 1 END,
	CASE WHEN size = 0 THEN 0 WHEN draw(order_no, 33,
			CASE WHEN demanding THEN 4 ELSE 25 END) = 0 THEN 8 + draw(order_no, 34, 40) ELSE 1 END,
	-- requests, pallets, setups
	CASE WHEN size = 0 THEN 0 ELSE 1 + size / 8 + draw(order_no, 35, 3) END,
	CASE WHEN size = 0 THEN 4 ELSE 1 + size / 5 END,
	CASE WHEN size = 0 THEN 0 WHEN demanding THEN 2 + size * 2 / 3 ELSE 1 + size / 15 END,
	-- machine minutes, assembly minutes, pieces inspected
	CASE WHEN size = 0 THEN 0 ELSE size * 6 + draw(order_no, 36, 20) END,
	CASE WHEN size = 0 THEN 0 ELSE size * 4 + draw(order_no, 37, 15) END,
	CASE WHEN size = 0 THEN 5 WHEN demanding THEN size * 4 ELSE 1 + size / 2 END,
	-- boxes, zone deliveries, service minutes
	CASE WHEN size = 0 THEN 0 ELSE 1 + size / 3 END,
	distance * CASE WHEN size = 0 THEN 2 WHEN demanding THEN 2 + size / 3 ELSE 1 + size / 20 END,
	CASE WHEN size = 0 THEN 90 WHEN demanding THEN 30 + 8 * size + draw(order_no, 38, 120)
		WHEN draw(order_no, 39, 8) = 0 THEN 10 + draw(order_no, 40, 40) ELSE 1 END
]) WITH ORDINALITY d (quantity, activity_no)
WHERE d.quantity > 0;

-- Surveys: "would you recommend us?", 0 to 10, asked at some orders, answered by some.
CREATE TABLE survey AS
SELECT o.order_no, o.customer_no, o.ordered AS answered,
	greatest(0, least(10, c.contentment / 10 + draw(o.order_no, 42, 4) + 2))::smallint AS score
FROM orders o JOIN customer c USING (customer_no)
WHERE o.amount > 0 AND draw(o.order_no, 41, 6) = 0;

-- The time the orders span, in two equal periods.
CREATE TABLE span AS
SELECT min(ordered) AS first_day, max(ordered) AS last_day,
	min(ordered) + greatest((max(ordered) - min(ordered) + 1) / 2, 1) - 1 AS middle,	-- last day of the first period
	max(ordered) - min(ordered) + 1 AS days
FROM orders;
ANALYZE customer, orders, order_work;
