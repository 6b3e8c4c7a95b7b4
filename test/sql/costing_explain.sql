-- abc_explain and abc_diff: why a cost is what it is, and how two models differ.
CREATE TABLE edge (source text, target text, driver numeric);
INSERT INTO edge VALUES ('salaries', 'facility', 1), ('salaries', 'it', 2), ('salaries', 'sales', 3),
	('salaries', 'assembly', 5), ('salaries', 'shipping', 2),
	('rent', 'facility', 1), ('software', 'it', 1), ('energy', 'assembly', 14200), ('energy', 'shipping', 1800),
		('energy', 'facility', 4000),
	('facility', 'it', 40), ('facility', 'sales', 110), ('facility', 'assembly', 520), ('facility', 'shipping', 180),
	('it', 'facility', 1), ('it', 'sales', 9), ('it', 'assembly', 3), ('it', 'shipping', 2);
CREATE TABLE model AS
SELECT abc_network_agg(source, target, driver) AS network, '{salaries,rent,energy,software}'::text[] AS accounts,
	'{240000.00,61000.00,18500.50,22000.75}'::numeric[] AS amounts
FROM edge;
SELECT source, path, amount, round(share::numeric, 6) AS share
FROM model, abc_explain(network, accounts, amounts, 'assembly');
-- The largest, and the rest in one row: together the node's amount.
SELECT source, path, amount, round(share::numeric, 6) AS share
FROM model, abc_explain(network, accounts, amounts, 'assembly', 3);
SELECT target, amount = (SELECT sum(e.amount)
	FROM abc_explain(network, accounts, amounts, target, paths) AS e) AS adds_up
FROM model, abc_flow(network, accounts, amounts), unnest('{1,4,100}'::integer[]) AS paths;
-- Paths of one source add up to what abc_trace says, but for the cents of rounding.
SELECT source, sum(e.amount) - t.amount AS difference
FROM model, abc_explain(network, accounts, amounts, 'shipping', 1000) AS e
	JOIN LATERAL (SELECT * FROM abc_trace(network, accounts, amounts) WHERE target = 'shipping') AS t USING (source)
GROUP BY source, t.amount HAVING abs(sum(e.amount) - t.amount) > 0.05;
-- A department: own and received cost, in all rounds, as abc_throughput has it.
SELECT node, round(own + received, 2) AS throughput,
	(SELECT sum(amount) FROM abc_explain(network, accounts, amounts, node, 2)) AS explained
FROM model, abc_throughput(network, accounts, amounts) ORDER BY node;
SELECT source, path, amount FROM model, abc_explain(network, accounts, amounts, 'rent');
-- A department that serves itself; a node that gets nothing; amounts that cancel.
SELECT source, path, amount FROM abc_explain('v1 "a">"a":1 "a">"b":1 "c">"b":1', '{a,c}', '{100.00,-30.00}', 'b');
SELECT source, path, amount FROM abc_explain('v1 "a">"a":1 "a">"b":1 "c">"b":1', '{a,c}', '{100.00,-30.00}', 'a');
SELECT count(*) AS none FROM abc_explain('v1 "a">"b":1 "c">"d":1', '{a}', '{100.00}', 'd');
SELECT source, path, amount, share FROM abc_explain('v1 "a">"x":1 "b">"x":1', '{a,b}', '{10.00,-10.00}', 'x');
-- Thirds of a cent.
SELECT source, path, amount
FROM abc_explain('v1 "a">"b":1 "a">"c":1 "a">"d":1 "b">"x":1 "c">"x":1 "d">"x":1', '{a}', '{100.00}', 'x');
SELECT source, path, amount
FROM abc_explain('v1 "a">"b":1 "a">"c":1 "a">"d":1 "b">"x":1 "c">"x":1 "d">"x":1', '{a}', '{100}', 'x', 2, 0);
-- Hardly any leaves in each round.
SELECT path, amount FROM abc_explain('v1 "a">"b":999999 "a">"p":1 "b">"a":1', '{a,b}', '{1000.00,500.00}', 'p');

-- Random networks, with circles: what is shown and the rest add up, whatever is shown; all paths are what abc_flow
-- says.
CREATE FUNCTION random_network(n integer) RETURNS abc_network LANGUAGE sql AS $$
	SELECT abc_network_agg('n' || s, 'n' || t, d) FROM (
		SELECT s, (s * 7 + k * 31 + n * k * s) % 14 AS t, 1 + (s * k + n) % 9 AS d
		FROM generate_series(0, 9) AS s, generate_series(1, 3) AS k
		UNION ALL SELECT s, 10 + (s + n) % 4, 2 FROM generate_series(0, 9) AS s) AS e WHERE s <> t
$$;
SELECT count(*) AS nodes, count(*) FILTER (WHERE explained <> amount) AS wrong,
	count(*) FILTER (WHERE all_paths <> amount) AS all_wrong, sum(paths) > 1000 AS many_paths
FROM generate_series(1, 40) AS n, random_network(n) AS network,
	(SELECT array_agg('n' || i) AS accounts, array_agg(1000.01 * i - 2000) AS amounts
	FROM generate_series(0, 9) AS i) AS c,
	abc_flow(network, accounts, amounts) AS f,
	LATERAL (SELECT sum(e.amount) AS explained
		FROM abc_explain(network, accounts, amounts, target, 1 + n % 7) AS e) AS few,
	LATERAL (SELECT sum(e.amount) AS all_paths, count(*) AS paths
		FROM abc_explain(network, accounts, amounts, target, 100000) AS e) AS every;
SELECT count(*) AS paths, count(*) FILTER (WHERE abs(amount) > before) AS not_in_order FROM (
	SELECT n, amount, lag(abs(amount)) OVER (PARTITION BY n ORDER BY i) AS before
	FROM generate_series(1, 10) AS n,
		abc_explain(random_network(n), '{n0,n3,n5}', '{1000.00,-400.00,77.77}', 'n12', 50) WITH ORDINALITY AS e(source,
			path, amount, share, i)
	WHERE source IS NOT NULL) AS t
WHERE before - abs(amount) < -0.01 OR before IS NULL;

-- Budget against actual: other amounts, other drivers, an account less, an account more, another receiver.
SELECT d.*
FROM model, abc_diff(network, accounts, amounts, network, accounts, '{235000.00,61000.00,15000.00,25000.00}') AS d;
SELECT d.*
FROM model, abc_diff(network, accounts, amounts,
		(SELECT abc_network_agg(source, target, CASE WHEN source = 'it' AND target = 'sales' THEN 20 ELSE driver END)
		FROM edge), accounts, amounts) AS d;
SELECT d.* FROM model, abc_diff(network, accounts, amounts,
	(SELECT abc_network_agg(source, replace(target, 'shipping', 'courier'), driver) FROM edge WHERE source <> 'energy'),
		'{salaries,rent,software}', '{240000.00,61000.00,22000.75}') AS d;
SELECT d.*
FROM abc_diff('v1 "a">"x":1', '{a}', '{10.00}', 'v1 "a">"x":1 "b">"y":2 "b">"x":1', '{a,b}', '{10.00,3.00}') AS d;
SELECT d.* FROM abc_diff('v1 "a">"x":1', '{a}', '{10.00}', 'v1 "b">"y":1', '{b}', '{7}', 0) AS d;
-- Equalities on random models.
SELECT count(*) AS receivers, count(*) FILTER (WHERE driver + cost <> change OR new - old <> change) AS wrong
FROM generate_series(1, 60) AS n,
	abc_diff(random_network(n), '{n0,n3,n5}', ARRAY[100.01 * n, -33.33, 5], random_network(n + 1), '{n0,n4,n5}',
			ARRAY[7777.77, 0.01 * n, -5]);
SELECT n, sum(old) AS old, sum(new) AS new, sum(driver) AS driver, sum(cost) AS cost FROM generate_series(1, 3) AS n,
	abc_diff(random_network(n), '{n0,n3,n5}', ARRAY[100.01 * n, -33.33, 5], random_network(n + 1), '{n0,n4,n5}',
			ARRAY[7777.77, 0.01 * n, -5])
GROUP BY n ORDER BY n;
SELECT bool_and(d.old = o.amount AND d.new = f.amount) AS as_abc_flow
FROM abc_diff(random_network(1), '{n0,n3}', '{100.00,5}', random_network(2), '{n0,n3}', '{70.00,9}') AS d
	JOIN abc_flow(random_network(1), '{n0,n3}', '{100.00,5}') AS o USING (target)
	JOIN abc_flow(random_network(2), '{n0,n3}', '{70.00,9}') AS f USING (target);

SELECT * FROM model, abc_explain(network, accounts, amounts, 'cellar');
SELECT * FROM model, abc_explain(network, accounts, amounts, 'sales', 0);
SELECT * FROM model, abc_explain(network, accounts || 'gas'::text, amounts || 5.00, 'sales');
SELECT * FROM abc_explain('v1 "a">"b":1 "b">"a":1', '{a}', '{1.00}', 'b');
SELECT * FROM abc_explain('v1 "a">"b":1', '{a}', '{1.001}', 'b');
SELECT * FROM abc_diff('v1 "a">"b":1', '{a}', '{1.00}', 'v1 "a">"b":1 "b">"a":1', '{a}', '{1.00}');
SELECT * FROM abc_diff('v1 "a">"b":1', '{a,x}', '{1.00,2.00}', 'v1 "a">"b":1', '{a}', '{1.00}');
SELECT count(*) AS null_is_none FROM abc_explain('v1 "a">"b":1', '{a}', '{1.00}', NULL);

DROP TABLE edge, model;
DROP FUNCTION random_network;
