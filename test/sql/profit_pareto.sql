-- pareto_class: A, B and C.

-- Example 20 and S14: the item that reaches a cut belongs to the class before it.
SELECT string_agg(class, ' ' ORDER BY v DESC) AS classes
FROM (SELECT v, pareto_class(v) OVER (ORDER BY v DESC) AS class
	FROM unnest('{500,300,100,50,30,20}'::integer[]) AS v) AS s;
CREATE TABLE item (item text, v numeric);
INSERT INTO item VALUES ('A', 5200), ('B', 300), ('C', 2600), ('D', 150), ('E', 900), ('F', 60), ('G', 410),
	('H', 1250), ('I', 90), ('J', 40);
SELECT class, string_agg(item, ',' ORDER BY item) AS items, sum(v)
FROM (SELECT item, v, pareto_class(v) OVER (ORDER BY v DESC) AS class FROM item) AS s GROUP BY class
ORDER BY class;
-- The other rule is one line of SQL.
SELECT class, string_agg(item, ',' ORDER BY item) AS items FROM (
	SELECT item, CASE WHEN share <= 0.8 THEN 'A' WHEN share <= 0.95 THEN 'B' ELSE 'C' END AS class
	FROM (SELECT item, cumulative_share(v) OVER (ORDER BY v DESC) AS share FROM item) AS s) AS t
	GROUP BY class ORDER BY class;
-- Any type, with or without ORDER BY; own cuts and labels.
SELECT bool_and(a = b AND a = c AND a = d) AS same FROM (
	SELECT pareto_class(v) OVER (ORDER BY v DESC) AS a, pareto_class(v) OVER () AS b,
		pareto_class(v::bigint) OVER () AS c, pareto_class(v::float8) OVER (ORDER BY v DESC, item) AS d
	FROM item) AS s;
SELECT string_agg(class, ' ' ORDER BY v DESC) AS classes
FROM (SELECT v, pareto_class(v, '{0.2,0.5,0.9,1}', '{gold,silver,bronze,lead,dust}') OVER () AS class FROM item) AS s;
SELECT string_agg(class, ' ') AS one FROM (SELECT pareto_class(v, '{}', '{all}') OVER () AS class FROM item) AS s;
-- Equal values are in one class, unless ORDER BY tells them apart.
SELECT string_agg(class, ' ') AS ties
FROM (SELECT pareto_class(10, '{0.3}', '{A,B}') OVER () AS class FROM generate_series(1, 5)) AS s;
SELECT string_agg(class, ' ' ORDER BY i) AS by_key
FROM (SELECT i, pareto_class(10, '{0.3}', '{A,B}') OVER (ORDER BY i) AS class FROM generate_series(1, 5) AS i) AS s;
SELECT string_agg(class, ' ' ORDER BY v DESC) AS two
FROM (SELECT v, pareto_class(v, '{0.5}', '{A,B}') OVER (ORDER BY v > 5 DESC) AS class
	FROM unnest('{1,1,9,9,2,8}'::integer[]) AS v) AS s;
-- Losses bring the share back below a cut; what was reached stays reached.  NULL has no class.
SELECT v, pareto_class(v) OVER (ORDER BY v DESC) AS class
FROM unnest('{100,50,20,-10,-60,NULL}'::integer[]) AS v ORDER BY v DESC;
-- A total that is not positive has no share.
SELECT name, string_agg(coalesce(class, '-'), ' ' ORDER BY v DESC) AS classes FROM (
	SELECT name, v, pareto_class(v) OVER (PARTITION BY name ORDER BY v DESC) AS class
	FROM (VALUES ('losses', -1), ('losses', -2), ('zero', 5), ('zero', -5), ('one', 7), ('equal', 3), ('equal', 3),
			('nulls', NULL), ('zeros', 0)) AS t(name, v)) AS s
GROUP BY name ORDER BY name;
-- Two calls with different parameters, and a rescan under LATERAL, have states of their own.
SELECT n, string_agg(a || b, ' ' ORDER BY v DESC) FROM generate_series(1, 3) AS n,
	LATERAL (SELECT v, pareto_class(v) OVER w AS a, pareto_class(v, ARRAY[n * 0.3]::float8[], '{x,y}') OVER w AS b
		FROM item WINDOW w AS (ORDER BY v DESC)) AS l
GROUP BY n ORDER BY n;
SELECT pareto_class(v, NULL) OVER () AS no_cuts, pareto_class(v, '{0.5}', NULL) OVER () AS no_labels FROM item LIMIT 1;

SELECT pareto_class(v, '{0.95,0.8}') OVER () FROM item;
SELECT pareto_class(v, '{0,0.8}') OVER () FROM item;
SELECT pareto_class(v, '{80,95}') OVER () FROM item;
SELECT pareto_class(v, '{0.8,NaN}') OVER () FROM item;
SELECT pareto_class(v, '{0.8,NULL}') OVER () FROM item;
SELECT pareto_class(v, '{0.8}') OVER () FROM item;
SELECT pareto_class(v, '{0.8}', '{A,NULL}') OVER () FROM item;
SELECT pareto_class(v, ARRAY[v / 10000]::float8[], '{A,B}') OVER () FROM item;
SELECT pareto_class('NaN'::float8) OVER ();
SELECT pareto_class(v) OVER () FROM (VALUES (1e30), (1e-10)) AS t(v);

-- Against the definition, on random values with many ties, in memory and on disk.
SELECT setseed(0.625);
CREATE TABLE random_value AS SELECT i % 11 AS g, (random() ^ 4 * 50)::integer * 0.25 AS v
FROM generate_series(1, 20000) AS i;
CREATE VIEW expected AS
SELECT g, v, CASE WHEN coalesce(before,
		0) < 0.8 * total THEN 'A' WHEN before < 0.95 * total THEN 'B' ELSE 'C' END AS class
FROM (SELECT g, v, sum(sum) OVER (PARTITION BY g
		ORDER BY v DESC ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before,
		sum(sum) OVER (PARTITION BY g) AS total
	FROM (SELECT g, v, sum(v) AS sum FROM random_value GROUP BY g, v) AS s) AS t;
SELECT count(*) AS differs
FROM (SELECT g, v, pareto_class(v) OVER (PARTITION BY g) AS class FROM random_value) AS r
JOIN expected AS e USING (g, v)
WHERE r.class <> e.class;
SET work_mem = '64kB';
SELECT count(*) AS differs
FROM (SELECT g, v, pareto_class(v) OVER (PARTITION BY g ORDER BY v DESC) AS class FROM random_value) AS r
JOIN expected AS e USING (g, v)
WHERE r.class <> e.class;
RESET work_mem;
DROP TABLE item, random_value CASCADE;

-- The same from a stored summary: classes by the lowest value of each, shares at a value; as the windows have them.
CREATE TABLE two_step AS
SELECT i, i % 3 AS shop, round((exp(sin(i) * 3) - 1.5)::numeric, 2) AS n, exp(sin(i) * 3) - 1.5 AS f,
	((exp(sin(i) * 3) - 1.5) * 1e14)::bigint AS b, (exp(sin(i) * 3) - 1.5)::real AS r
FROM generate_series(1, 3000) AS i;
SELECT shop, count(*) AS customers,
	count(*) FILTER (WHERE wn IS DISTINCT FROM pareto_label(n, cn)) AS n,
	count(*) FILTER (WHERE wf IS DISTINCT FROM pareto_label(f, cf)) AS f,
	count(*) FILTER (WHERE wb IS DISTINCT FROM pareto_label(b, cb)) AS b,
	count(*) FILTER (WHERE wr IS DISTINCT FROM pareto_label(r, cr, '{a,b,c,d}')) AS r,
	count(DISTINCT wn) AS classes, count(DISTINCT wr) AS of_four
FROM (SELECT *, pareto_class(n) OVER (PARTITION BY shop) AS wn,
		pareto_class(f) OVER (PARTITION BY shop ORDER BY f DESC) AS wf,
		pareto_class(b) OVER (PARTITION BY shop) AS wb,
		pareto_class(r, '{0.3,0.9,0.9999}', '{a,b,c,d}') OVER (PARTITION BY shop) AS wr FROM two_step) AS w
JOIN (SELECT shop, pareto_cuts(concentration_agg(n)) AS cn, pareto_cuts(concentration_agg(f)) AS cf,
		pareto_cuts(concentration_agg(b)) AS cb, pareto_cuts(concentration_agg(r), '{0.3,0.9,0.9999}') AS cr
	FROM two_step GROUP BY shop) AS c USING (shop)
GROUP BY shop ORDER BY shop;
WITH stored AS MATERIALIZED (SELECT concentration_agg(n) AS n, concentration_agg(f) AS f, concentration_agg(b) AS b,
		concentration_agg(r) AS r FROM two_step)
SELECT count(*) AS customers,
	count(*) FILTER (WHERE wn IS DISTINCT FROM cumulative_share(s.n, w.n)) AS n,
	count(*) FILTER (WHERE wf IS DISTINCT FROM cumulative_share(s.f, w.f)) AS f,
	count(*) FILTER (WHERE wb IS DISTINCT FROM cumulative_share(s.b, w.b)) AS b,
	count(*) FILTER (WHERE wr IS DISTINCT FROM cumulative_share(s.r, w.r)) AS r
FROM (SELECT *, cumulative_share(n) OVER (ORDER BY n DESC) AS wn, cumulative_share(f) OVER (ORDER BY f DESC) AS wf,
		cumulative_share(b) OVER (ORDER BY b DESC) AS wb, cumulative_share(r) OVER (ORDER BY r DESC) AS wr
	FROM two_step) AS w, stored AS s;
WITH n AS MATERIALIZED (SELECT c.* FROM (SELECT concentration_agg(n) AS s FROM two_step) AS t,
	cumulative_shares(s) AS c),
	f AS MATERIALIZED (SELECT c.* FROM (SELECT concentration_agg(f) AS s FROM two_step) AS t, cumulative_shares(s) AS c)
SELECT count(*) AS customers, count(*) FILTER (WHERE wn IS DISTINCT FROM n.share) AS n,
	count(*) FILTER (WHERE wf IS DISTINCT FROM f.share) AS f,
	(SELECT sum(customers) FROM n) AS counted
FROM (SELECT *, cumulative_share(n) OVER (ORDER BY n DESC) AS wn, cumulative_share(f) OVER (ORDER BY f DESC) AS wf
	FROM two_step) AS w LEFT JOIN n ON n.value = w.n LEFT JOIN f ON f.value::float8 = w.f;
-- Values that nobody has, above all, below all, between; and classes that one customer fills.
SELECT x, cumulative_share(s, x) AS share, pareto_label(x, pareto_cuts(s)) AS class
FROM (SELECT concentration_agg(v) AS s FROM unnest('{100,50,30,15,5,0,-20}'::numeric[]) AS v) AS t,
	unnest('{1e40,100.001,100,99.999,30,15.5,0,-19.9,-20,-1e40}'::numeric[]) AS x;
SELECT pareto_cuts(s) AS cuts, pareto_cuts(s, '{0.1,0.2,1}') AS three, pareto_cuts(s, '{}') AS none
FROM (SELECT concentration_agg(v) AS s FROM unnest('{1000,1,1}'::numeric[]) AS v) AS t;
SELECT pareto_label(5, '{}', '{all}') AS one_class, pareto_label('5', '{5,4}') AS quoted,
	pareto_label(4::smallint, '{5,4}') AS small,
	pareto_label(9007199254740993, '{9007199254740993,1}') AS exact,
	pareto_label(9007199254740992, '{9007199254740993,1}') AS below;
SELECT pareto_cuts('v1') IS NULL AS empty, pareto_cuts('v1 -1 1') IS NULL AS zero,
	pareto_cuts('v1 -5 2') IS NULL AS loss,
	cumulative_share('v1'::concentration_summary, 1) IS NULL AS no_share,
	cumulative_share('v1 -5 2'::concentration_summary, 2.0) AS of_loss,
	pareto_label(NULL::numeric, '{1}', '{a,b}') IS NULL AS no_value;
SELECT * FROM cumulative_shares('v1 -1 1*2 3');
SELECT * FROM cumulative_shares('v1 -1 1');
SELECT pareto_cuts('v1 1', '{0.8,0.8}');
SELECT pareto_cuts('v1 1', '{0,0.8}');
SELECT pareto_label(1, '{1,2}');
SELECT pareto_label(1, '{{1,2}}');
SELECT pareto_label(1, '{1,NULL}');
SELECT pareto_label(1, '{NaN,1}');
SELECT pareto_label(1, '{2,1}', '{A,B}');
SELECT pareto_label('NaN'::float8, '{2,1}');
SELECT pareto_label('Infinity'::real, '{2,1}');
SELECT pareto_label('NaN'::numeric, '{2,1}');
SELECT cumulative_share('v1 1'::concentration_summary, 'NaN'::float8);
DROP TABLE two_step;
