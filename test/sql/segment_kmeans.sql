-- kmeans_fit and what is read from its model.
\i test/include/close.sql

-- Two clouds and one far customer; standardised, the large unit of the second column does not decide.
CREATE TABLE customer AS
SELECT i, ARRAY[CASE WHEN i % 2 = 0 THEN 10 ELSE 0 END + i % 3, 1000 * (i % 7)]::float8[] AS x
FROM generate_series(1, 42) AS i;
CREATE TABLE model AS
SELECT 'plain' AS name, kmeans_fit(x, 2) AS m FROM customer
UNION ALL SELECT 'standardised', kmeans_fit(x, 2, true) FROM customer
UNION ALL SELECT 'seed 5', kmeans_fit(x, 2, true, 5) FROM customer
UNION ALL SELECT 'given', kmeans_fit(x, '{{10,0},{0,0}}') FROM customer
UNION ALL SELECT 'given standardised', kmeans_fit(x, '{{10,0},{0,0}}'::float8[], true) FROM customer;
SELECT name, c.cluster, c.size, round(c.within::numeric, 6) AS within,
	ARRAY(SELECT round(v::numeric, 6) FROM unnest(c.centre) AS v) AS centre
FROM model, kmeans_centres(m) AS c ORDER BY name, cluster;
SELECT name, j->'clusters' AS clusters, j->'columns' AS columns, j->'customers' AS customers,
	j->'standardised' AS standardised, j->'converged' AS converged,
	round((j->>'within')::numeric, 4) AS within, round((j->>'between')::numeric, 4) AS between,
		round((j->>'total')::numeric, 4) AS total
FROM model, model_json(m) AS j ORDER BY name;
SELECT name, kmeans_assign(m, '{11,6000}') AS a, kmeans_assign(m, '{0,100}') AS b,
	round(kmeans_distance(m, '{11,6000}')::numeric, 6) AS distance,
	round(simplified_silhouette(m, '{11,6000}')::numeric, 6) AS silhouette FROM model ORDER BY name;

-- Fewer distinct customers than clusters, one customer, none, NULL rows; centres that nobody is near.
SELECT m, model_json(m)->'clusters' AS clusters
FROM (SELECT kmeans_fit(ARRAY[i % 2, 5]::float8[], 4) AS m FROM generate_series(1, 6) AS i) AS s;
SELECT kmeans_fit('{1,2}'::float8[], 1) AS one, kmeans_fit(NULL::float8[], 3) AS none,
	simplified_silhouette(kmeans_fit('{1,2}'::float8[], 1), '{1,2}') IS NULL AS no_silhouette;
SELECT c.*
FROM (SELECT kmeans_fit(ARRAY[i]::float8[], '{{1},{2},{1000},{2000}}') AS m FROM generate_series(1, 8) AS i) AS s,
	kmeans_centres(m) AS c
ORDER BY cluster;
-- A constant column does not count when standardised.
SELECT kmeans_assign(m, '{9,100}') = kmeans_assign(m, '{9,-100}') AS constant
FROM (SELECT kmeans_fit(ARRAY[i, 7]::float8[], 2, true) AS m FROM generate_series(1, 9) AS i) AS s;
-- Far from 0 nothing is lost.
SELECT name, ARRAY(SELECT round(v::numeric, 6) FROM unnest(c.centre) AS v) AS centre
FROM (SELECT '1e9' AS name, kmeans_fit(ARRAY[x[1] + 1e9, x[2] / 1000], 2) AS m FROM customer) AS s,
	kmeans_centres(m) AS c
ORDER BY cluster;

-- Silhouette: the definition, on few rows; one alone in its cluster has 0; one cluster has none.
CREATE TABLE labelled AS SELECT i, ARRAY[i * i % 11, i % 5]::float8[] AS x, i % 3 AS cluster
FROM generate_series(1, 30) AS i
UNION ALL SELECT 31, '{50,50}', 9
UNION ALL SELECT 32, NULL, 1
UNION ALL SELECT 33, '{1,1}', NULL;
WITH pair AS (
	SELECT a.i, a.cluster AS own, b.cluster AS other,
		sum(sqrt((a.x[1] - b.x[1]) ^ 2 + (a.x[2] - b.x[2]) ^ 2)) / nullif(count(*) FILTER (WHERE b.i <> a.i), 0) AS d
	FROM labelled AS a, labelled AS b
	WHERE a.x IS NOT NULL AND b.x IS NOT NULL AND a.cluster IS NOT NULL AND b.cluster IS NOT NULL
	GROUP BY 1, 2, 3
), defined AS (
	SELECT i, coalesce((b - a) / greatest(a, b), 0) AS s
	FROM (SELECT i, min(d) FILTER (WHERE other = own) AS a, min(d) FILTER (WHERE other <> own) AS b
		FROM pair GROUP BY i) AS nearest
)
SELECT count(*) AS rows, count(*) FILTER (WHERE silhouette IS NULL) AS nulls,
	count(*) FILTER (WHERE NOT near(silhouette, s, 1e-12)) AS wrong, max(silhouette) FILTER (WHERE i = 31) AS alone
FROM (SELECT i, silhouette(x, cluster) OVER () FROM labelled) AS t LEFT JOIN defined USING (i);
SELECT count(silhouette) AS none FROM (SELECT silhouette(x, 1) OVER () FROM labelled) AS s;

-- No order, split or column scale matters; the sum of squares does not rise with more clusters or rounds.
SELECT count(DISTINCT m::text) AS models FROM (
	SELECT kmeans_fit(x, 3) AS m
	FROM customer
	UNION ALL SELECT kmeans_fit(x, 3 ORDER BY i % 5, -i)
	FROM customer
	UNION ALL SELECT kmeans_fit(x, 3 ORDER BY x DESC)
	FROM customer) AS s;
SELECT bool_and(within <= before) AS falls FROM (
	SELECT k, within, lag(within, 1, within) OVER (ORDER BY k) AS before FROM (
		SELECT k, (model_json(kmeans_fit(ARRAY[x[1], x[2] / 1000], k))->>'within')::float8 AS within
		FROM customer, generate_series(1, 42, 6) AS k GROUP BY k) AS s) AS t;
SELECT count(*) AS not_nearest FROM customer, model, LATERAL (
	SELECT cluster FROM kmeans_centres(m) WHERE name IN ('plain', 'given')
	ORDER BY (centre[1] - x[1]) ^ 2 + (centre[2] - x[2]) ^ 2, cluster LIMIT 1) AS c
	WHERE cluster <> kmeans_assign(m, x);

SELECT kmeans_fit('{1,NaN}'::float8[], 2);
SELECT kmeans_fit('{1,NULL}'::float8[], 2);
SELECT kmeans_fit('{}'::float8[], 2);
SELECT kmeans_fit('{{1,2}}'::float8[], 2);
SELECT kmeans_fit(x, 0) FROM customer;
SELECT kmeans_fit(x, 1001) FROM customer;
SELECT kmeans_fit(x, i) FROM customer;
SELECT kmeans_fit(x[1:1 + i % 2], 2) FROM customer;
SELECT kmeans_fit(x, '{1,2}'::float8[]) FROM customer;
SELECT kmeans_fit(x, '{{1,2,3}}'::float8[]) FROM customer;
SELECT kmeans_fit(ARRAY[i * 1e300]::float8[], 2) FROM generate_series(1, 5) AS i;
SELECT kmeans_assign(m, '{1}') FROM model;
SELECT kmeans_distance(m, '{1,NaN}') FROM model;
SELECT 'v1 kmeans 3 [1,1,0,5,0,0,1] 4,0,1'::kmeans_model;
SELECT 'v1 kmeans 3 [1,1,0,4,0,0] 4,0,1'::kmeans_model;
SELECT 'v1 kmeans 3 [1,1,0,4,0,0,1] 4,0,inf'::kmeans_model;
SELECT 'v1 kmeans 3 [1,1,0,4,0,0,1] 4,0'::kmeans_model;
SELECT 'v1 cuts 1 [5] 1'::kmeans_model;
SELECT 'v1 cuts 2 [5] 1,2'::held_rows;
-- States called and forged.
SELECT cuts_add('v1 cuts 1 [3] 5', 4, 3), kmeans_final('v1 kmeans 1 [2,0,1] 1 2 9 10'),
	kmeans_final('v1') IS NULL AS empty;
SELECT cuts_add('v1 cuts 1 [3] 5', 4, 4);
SELECT cuts_final('v1 cuts 1 [1e300] 5');
SELECT cuts_final('v1 kmeans 1 [2,0,1] 1');
SELECT kmeans_final('v1 kmeans 1 [2] 1');
SELECT kmeans_final('v1 kmeans 1 [2.5,0,1] 1');
SELECT held_rows_merge('v1 cuts 1 [3] 5', 'v1 cuts 1 [4] 6');
SELECT held_rows_merge('v1 cuts 1 [3] 5', 'v1 kmeans 1 [2,0,1] 1');
SELECT entropy_final('v1 entropy 2 [3] 1,2');
-- Numbers whose squares overflow or vanish, and ones that differ in their last digits.
SELECT model_json(kmeans_fit(ARRAY[x, 0], 2))->'clusters' AS large FROM (VALUES (1e153::float8), (-1e153), (1)) AS t(x);
SELECT kmeans_fit(array_fill(x, ARRAY[1000]), 2) FROM (VALUES (1e200::float8), (-1e200), (1)) AS t(x);
SELECT cluster, centre
FROM (SELECT kmeans_fit(ARRAY[x], 3) AS m FROM (VALUES (1e-200::float8), (2e-200), (5e-200)) AS t(x)) AS s,
	kmeans_centres(m);
SELECT model_json(kmeans_fit(ARRAY[x], 2, true))->'clusters' AS close FROM (VALUES (1e15::float8), (1e15 + 1)) AS t(x);
SELECT model_json(kmeans_fit(ARRAY[x], 2, true))->'clusters' AS standardised
FROM (VALUES (1e200::float8), (2e200), (5e200)) AS t(x);
SELECT kmeans_distance(m, '{1e200}') AS far, kmeans_assign(m, ARRAY[NULL]::float8[]) AS nothing
FROM (SELECT kmeans_fit(ARRAY[i]::float8[], 2) AS m FROM generate_series(1, 10) AS i) AS t;
SELECT silhouette(ARRAY[x], c) OVER () FROM (VALUES (1e200::float8, 1), (-1e200, 1), (0, 2), (1, 2)) AS t(x, c);
SELECT silhouette('{}'::float8[], 1) OVER ();
-- Given centres keep their numbers, also those without customers.
SELECT cluster, size, centre
FROM kmeans_centres((SELECT kmeans_fit(ARRAY[x], '{{0},{5},{10}}') FROM (VALUES (0), (10)) AS t(x)));
-- A long fit can be cancelled.
SET statement_timeout = '200ms';
SELECT kmeans_fit(ARRAY[i % 1009, i % 1013, i % 1019]::float8[], 1000) FROM generate_series(1, 60000) AS i;
RESET statement_timeout;
-- What is stored has no spare room.
SELECT pg_column_size(cuts_add('v1', 1, 5)) = pg_column_size('v1 cuts 1 [5] 1'::held_rows) AS same;
DROP TABLE customer, model, labelled;
