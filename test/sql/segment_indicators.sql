-- minmax_score, zscore, ahp_weights, entropy_weights, topsis.
\i test/include/close.sql

SELECT x, minmax_score(x) OVER () AS up, minmax_score(x, true) OVER () AS down,
	round(zscore(x) OVER ()::numeric, 12) AS z
FROM unnest('{10,NULL,20,40,15}'::float8[]) AS x ORDER BY x;
SELECT minmax_score(5) OVER () IS NULL AND zscore(5) OVER () IS NULL AND minmax_score(NULL) OVER () IS NULL
	AND zscore(NULL) OVER () IS NULL AND minmax_score(1, NULL) OVER () IS NULL AS one;
SELECT DISTINCT minmax_score(0.1) OVER () AS equal, zscore(0.1) OVER () AS equal_z FROM generate_series(1, 7);
SELECT g, string_agg(round((100 * s)::numeric)::text, ' ' ORDER BY x)
FROM (SELECT g, x, minmax_score(x) OVER (PARTITION BY g) AS s
	FROM (VALUES ('a', 1), ('a', 2), ('a', 5), ('b', 100), ('b', 101)) AS t(g, x)) AS s
GROUP BY g ORDER BY g;
SELECT count(*) AS wrong
FROM (SELECT zscore(v) OVER () AS z, (v - 1e9 - avg(v - 1e9) OVER ()) / stddev_samp(v - 1e9) OVER () AS expected
	FROM (SELECT 1e9 + sin(i) * i AS v FROM generate_series(1, 5000) AS i) AS t) AS s
WHERE NOT near(z, expected, 1e-9);

-- AHP: Saaty's example of three criteria; the weights are the principal eigenvector.
SELECT ARRAY(SELECT round(w::numeric, 8) FROM unnest(ahp_weights(a)) AS w) AS weights,
	round(ahp_consistency(a)::numeric, 8) AS consistency
FROM (VALUES ('{{1,3,5},{0.333333333333333333,1,2},{0.2,0.5,1}}'::float8[]),
		('{{1,2,6},{0.5,1,3},{0.166666666666666667,0.333333333333333333,1}}'), ('{{1,4},{0.25,1}}'), ('{{1}}'),
	('{{1,9,0.111111111111111111},{0.111111111111111111,1,9},{9,0.111111111111111111,1}}')) AS t(a);
SELECT count(*) AS wrong
FROM (SELECT a, ahp_weights(a) AS w
	FROM (VALUES ('{{1,3,5},{0.333333333333333333,1,2},{0.2,0.5,1}}'::float8[])) AS t(a)) AS s,
	generate_series(1, 3) AS i
WHERE NOT near((a[i][1] * w[1] + a[i][2] * w[2] + a[i][3] * w[3]) / w[i], (3 + 2 * 0.58 * ahp_consistency(a)), 1e-9);
SELECT ahp_weights('{{1,2},{0.4,1}}');
SELECT ahp_weights('{1,2}');
SELECT ahp_weights('{{1,2,3},{0.5,1,2}}');
SELECT ahp_weights('{{1,0},{0,1}}');
SELECT ahp_weights('{{1,NaN},{1,1}}');
SELECT ahp_weights('{{2,1},{1,1}}');
SELECT ahp_weights(array_fill(1::float8, ARRAY[16, 16]));

-- Entropy weights: the definition.
CREATE TABLE customer AS SELECT i, ARRAY[i, 10 + i % 3, 5, CASE WHEN i % 4 = 0 THEN i * i ELSE 0 END]::float8[] AS x
FROM generate_series(1, 40) AS i;
SELECT ARRAY(SELECT round(w::numeric, 12) FROM unnest(entropy_weights(x)) AS w) AS weights FROM customer;
WITH share AS (
	SELECT j, x[j] / sum(x[j]) OVER (PARTITION BY j) AS p FROM customer, generate_series(1, 4) AS j
), divergence AS (
	SELECT j, 1 + sum(CASE WHEN p > 0 THEN p * ln(p) ELSE 0 END) / ln(count(*)) AS d FROM share GROUP BY j
)
SELECT bool_and(near(w, d / total, 1e-12)) AS as_defined
FROM (SELECT j, d, sum(d) OVER () AS total FROM divergence) AS d
JOIN unnest((SELECT entropy_weights(x) FROM customer)) WITH ORDINALITY AS u(w, j) USING (j);
SELECT entropy_weights('{1,2}') AS one, entropy_weights(NULL) AS none,
	(SELECT entropy_weights('{3,3}') FROM generate_series(1, 5)) AS equal,
	(SELECT entropy_weights('{0,0}') FROM generate_series(1, 5)) AS zeros;
SELECT entropy_weights('{1,-2}');
SELECT entropy_weights('{1,NULL}');
SELECT entropy_weights('{1,Infinity}');
SELECT entropy_weights('{}');
SELECT entropy_weights(x[1:1 + i % 2]) FROM customer;
SELECT entropy_weights('{1e308}') FROM generate_series(1, 3);

-- TOPSIS: a plain example, the definition, and the classic matrix with such a potential.
SELECT name, round(topsis(x, '{0.1,0.4,0.3,0.2}', '{t,t,t,f}') OVER ()::numeric, 6) AS closeness
FROM (VALUES ('a', '{7,9,9,8}'::float8[]), ('b', '{8,7,8,7}'), ('c', '{9,6,8,9}'), ('d', '{6,7,8,6}'),
		('none', NULL)) AS t(name, x)
ORDER BY name;
WITH raw AS (
	SELECT i, j, x[j] * ('{2,1,1,5}'::float8[])[j] / sqrt(sum(x[j] * x[j]) OVER (PARTITION BY j)) AS v, j <> 2 AS good
	FROM customer, generate_series(1, 4) AS j
), ideal AS (
	SELECT *, CASE WHEN good THEN max(v) OVER w ELSE min(v) OVER w END AS best,
		CASE WHEN good THEN min(v) OVER w ELSE max(v) OVER w END AS worst
	FROM raw WINDOW w AS (PARTITION BY j)
), closeness AS (
	SELECT i, sqrt(sum((v - worst) ^ 2)) / (sqrt(sum((v - worst) ^ 2)) + sqrt(sum((v - best) ^ 2))) AS c
	FROM ideal GROUP BY i
)
SELECT count(*) AS wrong
FROM closeness JOIN (SELECT i, topsis(x, '{2,1,1,5}', '{t,f,t,t}') OVER () AS topsis FROM customer) AS t USING (i)
WHERE NOT near(c, topsis, 1e-12);
SELECT quadrant, count(*)
FROM (SELECT quadrant(income, potential, 0, 0.5)
	FROM (SELECT x[1] - 20 AS income, topsis(x, '{1,1,0,1}', '{t,t,t,t}') OVER () AS potential FROM customer) AS p) AS q
GROUP BY 1 ORDER BY 1;
SELECT DISTINCT topsis('{1,2}', '{1,1}', '{t,t}') OVER () AS equal, topsis(NULL, '{1,1}', '{t,t}') OVER () AS nulls,
	topsis('{1,2}', NULL, '{t,t}') OVER () AS no_weights
FROM generate_series(1, 3);
SELECT topsis(ARRAY[i * 1e200, 0], '{1,1}', '{t,t}') OVER () FROM generate_series(1, 3) AS i;
SELECT topsis('{1,2}', '{1}', '{t}') OVER ();
SELECT topsis('{1,2}', '{1,-1}', '{t,t}') OVER ();
SELECT topsis('{1,2}', '{0,0}', '{t,t}') OVER ();
SELECT topsis('{1,2}', '{1,1}', '{t}') OVER ();
SELECT topsis('{1,2}', '{1,1}', '{t,NULL}') OVER ();
SELECT topsis('{1,NaN}', '{1,1}', '{t,t}') OVER ();
SELECT topsis(x, ARRAY[i, 1, 1, 1]::float8[], '{t,t,t,t}') OVER () FROM customer;
-- Numbers far from 0, very large, very small; weights of any scale.
SELECT zscore(x) OVER () AS z FROM (VALUES (1700000000000000), (1700000000000001), (1700000000000002)) AS t(x);
SELECT round(zscore(x) OVER ()::numeric, 12) AS large, round(zscore(x * 1e-250 * 1e-150) OVER ()::numeric, 12) AS small
FROM (VALUES (1e200::float8), (2e200)) AS t(x);
SELECT minmax_score(x) OVER () FROM (VALUES (-1e308::float8), (1e308), (0)) AS t(x);
SELECT ARRAY(SELECT round(w::numeric, 6) FROM unnest(entropy_weights(ARRAY[a, b])) AS w) AS weights
FROM (VALUES (10000000::float8, 10000000::float8), (10000001, 10000002)) AS t(a, b);
SELECT topsis(ARRAY[x], '{1e200}', '{t}') OVER () AS large, topsis(ARRAY[x], '{1e-200}', '{t}') OVER () AS small,
	topsis(ARRAY[x, NULL], '{1,1}', '{t,t}') OVER () AS nothing
FROM (VALUES (1::float8), (2)) AS t(x);
-- Judgements that go in a cycle still have weights: A w is in proportion to w.
SELECT round(max(r)::numeric, 6) = round(min(r)::numeric, 6) AS eigenvector
FROM (SELECT (a[i][1] * w[1] + a[i][2] * w[2] + a[i][3] * w[3]) / w[i] AS r
	FROM (SELECT a, ahp_weights(a) AS w
		FROM (VALUES ('{{1,1e9,1e-9},{1e-9,1,1e8},{1e9,1e-8,1}}'::float8[])) AS t(a)) AS s,
		generate_series(1, 3) AS i) AS u;
DROP TABLE customer;

-- The same from a stored summary, made in parts in another order: as the windows have it.
CREATE TABLE indicator AS SELECT i, sin(i) * i AS a, (i * 7919 % 1009)::float8 AS b, 1e9 + cos(i) AS c
FROM generate_series(1, 4000) AS i;
CREATE TABLE stored AS
SELECT rollup(a) AS a, rollup(b) AS b, rollup(c) AS c, rollup(x) AS x
FROM (SELECT moments_agg(a) AS a, moments_agg(b) AS b, moments_agg(c) AS c, moments_agg(ARRAY[a, b, c]) AS x
	FROM (SELECT * FROM indicator ORDER BY i * 31 % 4001) AS i GROUP BY i % 7) AS part;
SELECT count(*) AS customers, count(*) FILTER (WHERE za IS DISTINCT FROM zscore(s.a, w.a)) AS za,
	count(*) FILTER (WHERE zb IS DISTINCT FROM zscore(s.b, w.b)) AS zb,
	count(*) FILTER (WHERE zc IS DISTINCT FROM zscore(s.c, w.c)) AS zc,
	count(*) FILTER (WHERE ma IS DISTINCT FROM minmax_score(s.a, w.a, false)) AS ma,
	count(*) FILTER (WHERE mb IS DISTINCT FROM minmax_score(s.b, w.b, true)) AS mb,
	count(*) FILTER (WHERE t IS DISTINCT FROM topsis(x, ARRAY[w.a, w.b, w.c], '{3,2,1e9}', '{t,f,t}')) AS t
FROM (SELECT *, zscore(a) OVER () AS za, zscore(b) OVER () AS zb, zscore(c) OVER () AS zc,
		minmax_score(a) OVER () AS ma,
		minmax_score(b, true) OVER () AS mb, topsis(ARRAY[a, b, c], '{3,2,1e9}', '{t,f,t}') OVER () AS t
	FROM indicator) AS w, stored AS s;
SELECT indicator, n, near(mean, m, 1e-5) AND near(deviation, d, 1e-6) AND lowest = l AND highest = h AS as_server
FROM stored, moments(x)
JOIN (SELECT 1 AS indicator, avg(a) AS m, stddev_samp(a) AS d, min(a) AS l, max(a) AS h FROM indicator
	UNION ALL SELECT 2, avg(b), stddev_samp(b), min(b), max(b) FROM indicator
	UNION ALL SELECT 3, avg(c), stddev_samp(c), min(c), max(c) FROM indicator) AS r USING (indicator) ORDER BY 1;
-- Integers leave no rest; later customers, NULL, one customer, all equal.
SELECT moments_agg(i)::text AS integers FROM generate_series(1, 5) AS i;
SELECT zscore(s, 3) AS mean, zscore(s, 8) AS later, minmax_score(s, 9, false) AS above,
	minmax_score(s, 9, true) AS below
FROM (SELECT moments_agg(i) AS s FROM generate_series(1, 5) AS i) AS t;
SELECT moments_agg(NULL::float8) AS nothing, moments_agg('{1,NULL}'::float8[]) AS nothing_of_two,
	zscore('v1', 1) IS NULL AND minmax_score('v1', 1, false) IS NULL
	AND topsis('v1', '{1}', '{1}', '{t}') IS NULL AS no_scale;
SELECT zscore(moments_agg(5), 5) IS NULL AS one, zscore(moments_agg(0.1 + i * 0), 0.2) IS NULL AS equal,
	topsis(moments_agg('{1,2}'::float8[]), '{1,2}', '{1,1}', '{t,t}') IS NULL AS one_row
FROM generate_series(1, 3) AS i WHERE i = 1;
SELECT topsis(x, '{1,NULL,2}', '{1,1,1}', '{t,t,t}') IS NULL AS has_null FROM stored;
SELECT * FROM moments('v1');
SELECT * FROM moments('v1 moments 1 [1] 5 0 0 0 5 5 1');
SELECT moments_agg('NaN'::float8);
SELECT moments_agg(1e101);
SELECT moments_agg(ARRAY[1, -1e-101]);
SELECT moments_agg('{}'::float8[]);
SELECT moments_agg(x) FROM (VALUES ('{1}'::float8[]), ('{1,2}')) AS t(x);
SELECT rollup(s) FROM (VALUES ('v1 moments 1 [1] 5 0 0 0 5 5 1'::moments_summary),
	('v1 moments 2 [1] 5,1 0,0 0,0 0,0 5,1 5,1 1,1')) AS t(s);
SELECT zscore(x, 1) FROM stored;
SELECT zscore(a, 'Infinity') FROM stored;
SELECT topsis(x, '{1,2}', '{1,1}', '{t,t}') FROM stored;
SELECT topsis(x, '{1,2}', '{1,1,1}', '{t,t,t}') FROM stored;
SELECT topsis(x, '{1,2,3}', '{1,-1,1}', '{t,t,t}') FROM stored;
SELECT 'v1 moments 1 [0] 5 0 0 0 5 5 1'::moments_summary;
SELECT 'v1 moments 1 [2] 50 0 0 0 5 6 1'::moments_summary;
SELECT 'v1 moments 1 [2] 11 1 0 0 5 6 1'::moments_summary;
SELECT 'v1 moments 1 [2] 11 0 9 0 5 6 1'::moments_summary;
SELECT 'v1 moments 1 [2] 11 0 0.5 0 5 6 2'::moments_summary;
SELECT 'v1 moments 1 [1] 5 0 0 0 5 5'::moments_summary;
SELECT 'v1 cuts 1 [5] 1'::moments_summary;
DROP TABLE indicator, stored;
