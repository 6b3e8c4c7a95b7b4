-- abc_network and where cost flows in it.
\i test/include/close.sql

-- Service departments of two examples, edge by edge.
CREATE TABLE edge (model text, source text, target text, driver numeric);
INSERT INTO edge VALUES
	('arbon', '1 Admin', '2 Janitorial', 60), ('arbon', '1 Admin', '3 Maintenance', 240),
		('arbon', '1 Admin', 'Prep', 600), ('arbon', '1 Admin', 'Finishing', 300),
	('arbon', '2 Janitorial', '1 Admin', 3000), ('arbon', '2 Janitorial', '3 Maintenance', 10000),
		('arbon', '2 Janitorial', 'Prep', 20000), ('arbon', '2 Janitorial', 'Finishing', 70000),
	('arbon', '3 Maintenance', 'Prep', 10000), ('arbon', '3 Maintenance', 'Finishing', 30000),
	('horngren', 'PM', 'IS', 1600), ('horngren', 'PM', 'P1 machining', 2400), ('horngren', 'PM', 'P2 assembly', 4000),
	('horngren', 'IS', 'PM', 200), ('horngren', 'IS', 'P1 machining', 1600), ('horngren', 'IS', 'P2 assembly', 200),
	('westmoreland', 'S1', 'P1', .30), ('westmoreland', 'S1', 'P2', .25), ('westmoreland', 'S1', 'P3', .20),
		('westmoreland', 'S1', 'S2', .15), ('westmoreland', 'S1', 'S3', .10),
	('westmoreland', 'S2', 'P1', .50), ('westmoreland', 'S2', 'P2', .50),
	('westmoreland', 'S3', 'P1', .20), ('westmoreland', 'S3', 'P2', .30), ('westmoreland', 'S3', 'P3', .20),
		('westmoreland', 'S3', 'S1', .10), ('westmoreland', 'S3', 'S2', .20);
CREATE TABLE model AS SELECT model, abc_network_agg(source, target, driver) AS network FROM edge GROUP BY model;
SELECT network FROM model ORDER BY model;
SELECT e.* FROM model, abc_edges(network) AS e WHERE model = 'horngren';

-- Example 5: step-down and direct.
SELECT method, target, amount
FROM model, (VALUES ('step', '{1 Admin,2 Janitorial,3 Maintenance}'::text[]), ('direct', NULL)) AS m(method,
		step_order),
	abc_flow(network, '{1 Admin,2 Janitorial,3 Maintenance,Prep,Finishing}', '{84000,67800,36000,256100,498600}',
			method, step_order)
WHERE model = 'arbon' ORDER BY 1, 2;
SELECT source, target, amount
FROM model, abc_trace(network, '{1 Admin,2 Janitorial,3 Maintenance}', '{84000,67800,36000}', 'direct')
WHERE model = 'arbon';
-- Example 6: all methods, with a tie at half a cent that goes to the smaller name.
SELECT method, step_order, target, amount
FROM model, (VALUES (1, 'direct', NULL::text[]), (2, 'step', '{PM,IS}'), (3, 'step', '{IS,PM}'),
		(4, 'reciprocal', NULL)) AS m(n, method, step_order),
	abc_flow(network, '{PM,IS,P1 machining,P2 assembly}', '{6300000,1452150,4000000,2000000}', method, step_order)
WHERE model = 'horngren' ORDER BY n, target;
SELECT f.*
FROM model, abc_throughput(network, '{PM,IS,P1 machining,P2 assembly}', '{6300000,1452150,4000000,2000000}') AS f
WHERE model = 'horngren';
-- Example 7: shares that never end, in numbers at both grains.
SELECT f.*
FROM model, abc_flow(network, '{P1,P2,P3,S1,S2,S3}', '{550000,775000,285000,85000,120000,45000}') AS f
WHERE model = 'westmoreland';
SELECT source, target, amount, round(share::numeric, 12) AS share
FROM model, abc_trace(network, '{S1,S2,S3}', '{85000,120000,45000}')
WHERE model = 'westmoreland';
SELECT source, near(share, CASE source || target WHEN 'S1P1' THEN 9/22.0 WHEN 'S1P2' THEN 73/198.0
	WHEN 'S1P3' THEN 2/9.0 WHEN 'S2P1' THEN 0.5 WHEN 'S2P2' THEN 0.5 WHEN 'S3P1' THEN 15/44.0
	WHEN 'S3P2' THEN 173/396.0 ELSE 2/9.0 END, 1e-15) AS exact
FROM model, abc_trace(network, '{S1,S2,S3}', '{85000,120000,45000}') WHERE model = 'westmoreland';
SELECT node, passed,
	passed = round(CASE node WHEN 'S1' THEN 8950000 WHEN 'S2' THEN 14292500 ELSE 5350000 END / 99.0, 6) AS exact
FROM model, abc_throughput(network, '{S1,S2,S3}', '{85000,120000,45000}') WHERE model = 'westmoreland' AND passed > 0;
-- Example 8: the dictionary's cycle, to six places.
SELECT node, passed
FROM abc_throughput('v1 "GP">"E":1 "GP">"P":5 "E">"GP":5 "E">"P":80', '{GP,E}', '{20000,10000}')
WHERE passed > 0;

-- Example 12: customer margins from activity rates.
SELECT customer, sales, material, labour, hours * rate_hour AS support, orders * rate_order AS orders,
	designs * rate_design AS design, rate_customer AS service,
	sales - material - labour - hours * rate_hour - orders * rate_order - designs * rate_design - rate_customer
		AS margin
FROM (SELECT customer, s * s_price + c * c_price AS sales, s * s_material + c * c_material AS material,
		s * s_hours + c * c_hours AS hours,
		(s * s_hours + c * c_hours) * wage AS labour, orders, designs, rate_hour, rate_order, rate_design, rate_customer
	FROM (VALUES ('A', 14, 2, 4, 2, 29.5, 33, 1650, 2400, 442, 584, 18, 20, 196, 269, 436),
		('B', 13, 3, 5, 3, 29.5, 32, 1725, 2350, 478, 576, 18, 18, 184, 255, 426),
		('C', 12, 3, 5, 3, 30.5, 33, 1600, 2380, 454, 566, 20, 20, 190, 269, 422)) AS v(customer, s, c, orders, designs,
			s_hours, c_hours,
		s_price, c_price, s_material, c_material, wage, rate_hour, rate_order, rate_design, rate_customer)) AS p
		ORDER BY customer;

-- Example 18: four resources, twelve activity centres, six orders, at all three grains.
CREATE TABLE centre AS SELECT * FROM unnest(
	'{order_taking,credit_check,design,purchasing,receiving,setup,machining,assembly,inspection,packing,shipping,
			after_sales}'::text[]) WITH ORDINALITY AS u(activity, place);
CREATE TABLE resource (resource text, cost numeric, drivers numeric[]);
INSERT INTO resource VALUES ('salaries', 1240000.00, '{120,40,200,80,60,90,400,350,75,65,110,50}'),
	('premises', 310500.50, '{20,10,35,15,60,25,180,160,20,45,70,10}'),
	('it', 187350.25, '{30,15,45,20,8,6,12,10,7,5,14,28}'), ('energy', 64120.10, '{1,1,2,1,4,9,55,31,3,5,8,1}');
CREATE TABLE activity_driver (activity text, drivers numeric[]);
INSERT INTO activity_driver VALUES ('order_taking', '{1,1,1,1,1,1}'), ('credit_check', '{1,0,1,1,0,2}'),
	('design', '{0,12,0,40,6,0}'), ('purchasing', '{3,5,2,9,4,1}'),
	('receiving', '{3,4,2,7,4,1}'), ('setup', '{1,2,1,6,2,1}'), ('machining', '{500,120,800,95,310,60}'),
		('assembly', '{450,130,700,140,280,45}'), ('inspection', '{5,4,8,10,3,1}'),
	('packing', '{50,12,80,9,31,6}'), ('shipping', '{2,1,3,4,2,1}'), ('after_sales', '{1,0,0,7,2,3}');
INSERT INTO model
SELECT 'centres', abc_network_agg(source, target, driver) FROM (
	SELECT resource AS source, activity AS target, drivers[place] AS driver FROM resource, centre
	UNION ALL SELECT activity, 'O' || place, d
	FROM activity_driver, unnest(drivers) WITH ORDINALITY AS u(d, place)) AS e;
CREATE VIEW centres AS SELECT network, accounts, amounts
FROM model, (SELECT array_agg(resource ORDER BY resource) AS accounts, array_agg(cost ORDER BY resource) AS amounts
	FROM resource) AS r
WHERE model = 'centres';
SELECT target, amount FROM centres, abc_flow(network, accounts, amounts);
SELECT source, array_agg(amount * 100 ORDER BY target)::bigint[] AS cents, sum(amount) AS total
FROM centres, abc_trace(network, accounts, amounts) GROUP BY source ORDER BY source;
SELECT array_agg(total * 100 ORDER BY target)::bigint[] AS "cents by source and sink"
FROM (SELECT target, sum(amount) AS total FROM centres, abc_trace(network, accounts, amounts) GROUP BY target) AS t;
SELECT node, passed, level FROM centres, abc_throughput(network, accounts, amounts) WHERE level = 1;
-- Stage by stage, with the largest remainder at each.
CREATE TABLE stage_1 AS SELECT activity, place, sum(part) AS cost FROM (
	SELECT activity, place, abc_allocate(cost, drivers[place], place) OVER (PARTITION BY resource) AS part
	FROM resource, centre) AS p
	GROUP BY activity, place;
SELECT array_agg(cost * 100 ORDER BY place)::bigint[] AS "cents of activities", sum(cost) AS total FROM stage_1;
SELECT array_agg(part * 100 ORDER BY place)::bigint[] AS "cents stage by stage", sum(part) AS total FROM (
	SELECT place, sum(part) AS part
	FROM (SELECT u.place, abc_allocate(cost, d, u.place) OVER (PARTITION BY activity) AS part
		FROM stage_1 JOIN activity_driver USING (activity), unnest(drivers) WITH ORDINALITY AS u(d, place)) AS p
		GROUP BY place) AS o;
-- Customers with residual income and quadrant.
SELECT customer, revenue, cost, revenue - cost AS profit, residual_income(revenue - cost, capital, 0.12),
	quadrant((residual_income(revenue - cost, capital, 0.12))::float8, potential, 0, 60),
		round((revenue - cost) / cost, 10) AS on_cost
FROM (VALUES ('A', 820000.00, 520833.66, 150000, 72), ('B', 780000.00, 902573.28, 400000, 85),
		('C', 260000.00, 378563.91, 80000, 40)) AS c(customer, revenue, cost, capital, potential);

-- What must not pass silently, and what may (example 21).
SELECT * FROM abc_flow('v1 "A">"B":1 "B">"A":1 "X">"P":1', '{A}', '{100}');
SELECT * FROM abc_flow('v1 "A">"B":1 "B">"A":1 "X">"P":1', '{X}', '{100}');
SELECT * FROM abc_throughput('v1 "S">"S":20 "S">"P":80', '{S}', '{100}');
SELECT * FROM abc_flow('v1 "S">"S":20', '{S}', '{100}');
SELECT * FROM abc_flow('v1 "A">"P":1', '{Q}', '{100}');
SELECT * FROM abc_flow('v1 "A">"P":0', '{A}', '{100}');
SELECT * FROM abc_flow('v1 "A">"P":0', '{A}', '{0.00}');
SELECT * FROM abc_flow('v1 "A">"P":1', '{A,P}', '{100}');
SELECT * FROM abc_flow('v1 "A">"P":1', '{A,NULL}', '{100,1}');
SELECT * FROM abc_flow('v1 "A">"P":1', '{A,P}', '{100,NULL}');
SELECT * FROM abc_flow('v1 "A">"P":1', '{A}', '{NaN}');
SELECT * FROM abc_flow('v1 "A">"P":1', '{A}', '{1.005}');
SELECT * FROM abc_flow('v1 "A">"P":1', '{A}', '{1e17}');
SELECT * FROM abc_flow('v1 "A">"P":1', '{A}', '{1}', 'magic');
SELECT * FROM abc_flow('v1 "A">"P":1', '{A}', '{1}', 'step');
SELECT * FROM abc_flow('v1 "A">"P":1', '{A}', '{1}', 'direct', '{A}');
SELECT * FROM abc_flow('v1 "A">"P":1 "B">"P":1', '{A}', '{1}', 'step', '{A}');
SELECT * FROM abc_flow('v1 "A">"P":1 "B">"P":1', '{A}', '{1}', 'step', '{A,A,B}');
SELECT * FROM abc_flow('v1 "A">"P":1 "B">"P":1', '{A}', '{1}', 'step', '{A,B,P}');
SELECT * FROM abc_flow('v1 "A">"P":1 "B">"P":1', '{A}', '{1}', 'step', '{A,B,NULL}');
SELECT * FROM abc_flow('v1 "A">"B":1 "B">"P":1', '{A}', '{1}', 'step', '{B,A}');
SELECT * FROM abc_flow('v1 "A">"B":1 "B">"P":1', '{A}', '{1}', 'direct');
SELECT *
FROM abc_flow((SELECT abc_network_agg('n' || i, 'n' || (i + 1) % 14, 1) FROM generate_series(0, 13) AS i), '{n3}',
		'{1}');
SELECT *
FROM abc_check('v1 "A">"B":1 "B">"A":1 "T">"U":1 "U">"T":1 "X">"P":1 "X">"X":3 "Z">"Q":0 "Y">"P":1',
		'{A,X,Z,nobody,X,NULL,P}', '{100,1,2,3,NaN,4,NULL,5}');
SELECT * FROM abc_check('v1 "A">"P":1', '{A}', '{100}');
SELECT * FROM abc_check('v1 "A">"P":1 "B">"P":1 "C">"P":1', '{A,B,C}', '{1.005,1e17,1e25}');
-- Repeated accounts add, credits flow like costs, and cost on a receiver stays there.
SELECT * FROM abc_trace('v1 "A">"P":1 "A">"Q":2 "B">"Q":5', '{A,A,P,B}', '{60,40,7,-0.05}');
SELECT * FROM abc_flow('v1 "A">"P":1 "A">"Q":1 "A">"R":1', '{A}', '{-100}');
SELECT * FROM abc_flow('v1 "A">"P":1 "A">"Q":1 "A">"R":1 "B">"P":1', '{A,B}', '{-100,50}');
SELECT * FROM abc_trace('v1 "A">"P":1 "A">"Q":3', '{A}', '{0}');
SELECT * FROM abc_flow('v1', '{}', '{}');
SELECT * FROM abc_flow(NULL, '{A}', '{1}');
-- Drivers and edges.
SELECT abc_network_agg('A', 'B', d) FROM unnest('{1,2.50,NULL,0.0001}'::numeric[]) AS d;
SELECT abc_network_agg('A', 'B', -1);
SELECT abc_network_agg('A', 'B', 'NaN');
SELECT abc_network_agg(NULL, 'B', 1);
SELECT abc_network_agg('A', NULL, 1);
SELECT abc_network_agg('A', 'B', 1e40);
SELECT rollup(n) FROM (VALUES ('v1 "A">"B":1.5'::abc_network), (NULL), ('v1 "B">"C":1 "A">"B":0.50')) AS t(n);
SELECT abc_network_add('v1 "A">"B":1', 'A', 'B', 2), abc_network_merge('v1 "A">"B":1', 'v1 "B">"A":0.25');
SELECT 'v1 "A>"B":1'::abc_network;
SELECT 'v1 "A">"B":-1'::abc_network;
SELECT 'v1 "A">"B":1 '::abc_network;
SELECT 'v1 "A">"B":1e5'::abc_network;
SELECT abc_network_send(abc_network_agg(s, t, d
		ORDER BY md5(s || t || d))) = abc_network_send(abc_network_agg(s, t, d)) AS canonical
FROM (SELECT 'n' || i % 7 AS s, 'n' || i * 5 % 11 AS t, i / 8.0 AS d FROM generate_series(1, 200) AS i) AS e;

-- Extremes of drivers, together and in any order.
SELECT abc_network_agg('a', 'b', 1e-2000);
SELECT abc_network_agg('a', 'b', 1e-37);
SELECT abc_network_agg('a', 'b', 1e-36);
SELECT abc_network_agg(t, t, d ORDER BY d)
FROM (VALUES ('P', 34028236692093846346337460743176822), ('Q', 0.0001)) AS v(t, d);
SELECT abc_network_agg(t, t, d ORDER BY d DESC)
FROM (VALUES ('P', 34028236692093846346337460743176822), ('Q', 0.0001)) AS v(t, d);
SELECT count(*) AS receivers, sum(amount), min(amount), max(amount) FROM abc_flow(
	(SELECT abc_network_agg('A', 'S' || i, 999999999999999999999999999999999999)
	FROM generate_series(1, 400) AS i), '{A}', '{400}');
SELECT min(share), max(share)
FROM abc_edges((SELECT abc_network_agg('A', 'S' || i, 999999999999999999999999999999999999)
		FROM generate_series(1, 400) AS i));
SELECT * FROM abc_throughput('v1 "A">"A":1000000000000000000000000000000 "A">"P":1', '{A}', '{1000000}');
SELECT node, round(passed, 4) AS passed
FROM abc_throughput('v1 "A">"B":3000000000001 "A">"C":4000000000000 "A">"P":1 "B">"A":1 "B">"C":2 "C">"A":7 "C">"B":3',
		'{A}', '{1}')
WHERE node = 'A';
-- Remainders that differ by a millionth of a cent; many receivers, some with driver 0.
SELECT * FROM abc_flow('v1 "A">"P":1000000 "A">"Q":1000001', '{A}', '{0.01}');
SELECT sum(amount), count(*) FILTER (WHERE amount > 0) AS winners,
	sum(amount) FILTER (WHERE target = 'S000001') AS driver_0
FROM abc_flow(
	(SELECT abc_network_agg('A', 'S' || lpad(i::text, 6, '0'), CASE WHEN i = 1 THEN 0 ELSE 1 END)
	FROM generate_series(1, 200000) AS i), '{A}', '{0.01}');
-- An account of amount 0 is traced only where all of it could leave.
SELECT * FROM abc_trace('v1 "A">"P":1 "A">"T":1 "B">"P":1 "T">"U":1 "U">"T":1', '{A,B}', '{0,5}');
SELECT * FROM abc_check('v1 "A">"T":1 "T">"U":1 "U">"T":1 "B">"P":1', '{A,A,B}', '{5,-5,1}');
SELECT * FROM abc_check('v1 "A">"B":100000000000000000000 "A">"P":1 "B">"A":1', '{A}', '{1}');
-- A cycle that hardly leaks, exact for a cent and for a billion.
SELECT cost, target, amount
FROM unnest('{0.01,1000000000}'::numeric[]) AS cost,
	abc_flow('v1 "A">"B":999999 "A">"P":1 "B">"A":1', '{A}', ARRAY[cost]);
SELECT target, amount FROM abc_flow('v1 "A">"B":999999999999 "A">"P":1 "A">"Q":2 "B">"A":1', '{A}', '{1000000000}');
SELECT target, amount
FROM abc_flow('v1 "A">"B":99999999999999999999999999999999999 "A">"P":1 "B">"A":1', '{A}', '{1000000000}');

-- Random networks with circles, self-loops and zero edges: conserved, scale invariant,
-- indifferent to order, and the traced amounts are the flow.
SELECT setseed(0.875);
CREATE TABLE random_edge AS
SELECT p, 'n' || lpad(floor(random() * size)::text, 3, '0') AS source,
	CASE WHEN random() < 0.3 THEN 'sink' || floor(random() * 4) ELSE 'n' || lpad(floor(random() * size)::text, 3,
			'0') END AS target,
	CASE WHEN random() < 0.1 THEN 0 ELSE round((random() * 100)::numeric, (random() * 4)::integer) END AS driver
FROM (SELECT p, 2 + floor(random() * CASE WHEN p % 20 = 0 THEN 250 ELSE 12 END) AS size
	FROM generate_series(1, 300) AS p) AS s, generate_series(1, 5 * size::integer);
INSERT INTO random_edge SELECT DISTINCT p, source, 'sink0', 0.5 FROM random_edge WHERE source NOT LIKE 'sink%';
INSERT INTO random_edge SELECT DISTINCT p, target, 'sink1', 0.5 FROM random_edge WHERE target NOT LIKE 'sink%';
CREATE TABLE random_network AS
SELECT p, abc_network_agg(source, target, driver) AS network, abc_network_agg(source, target, driver * 7) AS sevenfold,
	abc_network_agg(source, target, driver * 0.001 ORDER BY md5(source || target || driver)) AS thousandth,
	(SELECT array_agg(n ORDER BY n)
		FROM (SELECT DISTINCT source AS n FROM random_edge AS r WHERE r.p = random_edge.p) AS a) AS accounts
FROM random_edge GROUP BY p;
ALTER TABLE random_network ADD amounts numeric[];
UPDATE random_network SET amounts = (SELECT array_agg(round(((random() - 0.1) * 10 ^ (random() * 9))::numeric, 2)
		ORDER BY a) FROM unnest(accounts) AS a WHERE p > 0);
CREATE TABLE flowed AS SELECT p, f.* FROM random_network, abc_flow(network, accounts, amounts) AS f;
CREATE TABLE traced AS SELECT p, t.* FROM random_network, abc_trace(network, accounts, amounts) AS t;
SELECT count(DISTINCT p) AS networks, count(*) > 1000 AS many FROM flowed;
SELECT count(*) AS not_conserved
FROM random_network
WHERE (SELECT sum(amount) FROM flowed WHERE flowed.p = random_network.p) <> (SELECT sum(a) FROM unnest(amounts) AS a);
SELECT count(*) AS source_not_conserved
FROM (SELECT p, account, amount AS cost FROM random_network, unnest(accounts, amounts) AS a(account, amount)) AS a
FULL JOIN (SELECT p, source, sum(amount) AS traced, sum(share) AS share FROM traced GROUP BY 1, 2) AS t ON t.p = a.p
	AND source = account
WHERE cost IS DISTINCT FROM traced OR abs(1 - share) > 1e-14;
SELECT count(*) AS share_and_amount_differ
FROM traced JOIN (SELECT p, account, amount AS cost
	FROM random_network, unnest(accounts, amounts) AS a(account, amount)) AS c ON c.p = traced.p AND account = source
WHERE abs(amount - (cost * share::numeric)) > 0.01000001;
SELECT count(*) AS flow_and_trace_differ
FROM flowed JOIN (SELECT p, target, sum(amount) AS traced, count(*) AS n FROM traced
	GROUP BY 1, 2) AS t USING (p, target)
WHERE abs(amount - traced) > 0.01 * (n + 1);
SELECT count(*) AS scale_matters
FROM random_network, abc_flow(sevenfold, accounts, amounts) AS f JOIN flowed ON flowed.target = f.target
WHERE flowed.p = random_network.p AND f.amount <> flowed.amount;
SELECT count(*) AS order_matters
FROM random_network, abc_flow(thousandth, accounts, amounts) AS f JOIN flowed ON flowed.target = f.target
WHERE flowed.p = random_network.p AND f.amount <> flowed.amount;
-- Where hardly any cost leaves a cycle its nodes pass on 10^33 units, more than a double-double has digits for:
-- refused, not guessed.
SELECT *
FROM abc_flow('v1 "a">"b":1000000 "b">"a":7 "a">"s3":0.0000000000000003 "a">"s1":0.0000000000001 '
	'"b">"s3":0.000000000000001 "b">"s2":0.00000000000001 "b">"s1":0.0000000000000003', '{a}', '{9999999999999999.99}');
SELECT *
FROM abc_flow('v1 "a">"b":3000 "a">"s2":0.0000000000000005 "a">"s3":0.0000000000006 '
	'"b">"a":3000 "b">"s1":0.00000000000009 "b">"s2":0.000000000000008', '{b}', '{999007262869356.45}');
SELECT severity, code, detail
FROM abc_check('v1 "a">"b":3000 "a">"s2":0.0000000000000005 "a">"s3":0.0000000000006 '
	'"b">"a":3000 "b">"s1":0.00000000000009 "b">"s2":0.000000000000008', '{b}', '{999007262869356.45}');
-- A ten-billionth that leaks is enough, also for that much (calculated with fractions).
SELECT * FROM abc_flow('v1 "a">"b":1 "b">"a":1 "a">"s1":0.0000000001 "b">"s2":0.0000000003', '{a}',
	'{9999999999999999.99}');
-- The same with less cost is exact: 1287.2448, 121.5731 and 8581.6321, calculated with fractions.
SELECT *
FROM abc_flow('v1 "a">"b":3000 "a">"s2":0.0000000000000005 "a">"s3":0.0000000000006 '
	'"b">"a":3000 "b">"s1":0.00000000000009 "b">"s2":0.000000000000008', '{b}', '{9990.45}');
-- Throughput is a fixed point: what a node receives is what others pass on to it.
SELECT count(*) AS not_fixed FROM random_network, LATERAL (
	SELECT node, received,
		(SELECT coalesce(sum(o.passed * e.driver / total), 0)
		FROM (SELECT *, sum(driver) OVER (PARTITION BY source) AS total FROM abc_edges(network)) AS e
		JOIN abc_throughput(network, accounts, amounts) AS o ON o.node = e.source
		WHERE e.target = t.node AND total > 0) AS expected
	FROM abc_throughput(network, accounts, amounts) AS t) AS x
WHERE p <= 40 AND p % 20 <> 0 AND abs(received - expected) > 0.0001;
SELECT count(*) AS complaints FROM random_network, abc_check(network, accounts, amounts) WHERE severity = 'error';

DROP TABLE edge, model, centre, resource, activity_driver, stage_1, random_edge, random_network, flowed, traced CASCADE;
