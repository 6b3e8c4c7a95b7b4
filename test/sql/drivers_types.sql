-- Regressions on the types that people have, far from 0, and with weights of both meanings.

-- An outcome is boolean or 0 and 1, a regressor an array or a number.
CREATE TABLE visit AS SELECT i, (i * i % 11 > 4) AS back, (i * i % 11 > 4)::integer AS times,
	(i * 37 % 101 / 10.0)::float8 AS x, 'r' || i % 3 AS region
FROM generate_series(1, 200) AS i;
SELECT count(DISTINCT m) AS models FROM (
	SELECT logit_agg(back, ARRAY[x]) AS m FROM visit UNION ALL SELECT logit_agg(times, ARRAY[x]) FROM visit
	UNION ALL SELECT logit_agg(back, x) FROM visit UNION ALL SELECT logit_agg(times, x) FROM visit
	UNION ALL SELECT logit_agg(times::smallint, x::numeric)
	FROM visit
	UNION ALL SELECT logit_agg(back, ARRAY[x], 1)
	FROM visit
	UNION ALL SELECT logit_agg(times, ARRAY[x], 1) FROM visit) AS t;
SELECT logit_agg(times + 1, x) FROM visit;

-- Far from 0, what is said stays the same.
SELECT far, w.change::numeric(12,9), w.low::numeric(12,9), w.high::numeric(12,9), c.std_error::numeric(12,9),
	q::numeric(12,9)
FROM (
	SELECT far, logit_agg(sin(i * i) * 2 + z > 0, ARRAY[far + z]) AS m
	FROM unnest('{0,1e9,2e9,5e9}'::float8[]) AS far,
		(SELECT i, (i * 37 % 101 - 50) / 32::float8 AS z FROM generate_series(1, 300) AS i) AS d
	GROUP BY far) AS t, logit_what_if(m, ARRAY[far], 'x1', 1) AS w, logit_coef(m) AS c, logit_predict(m,
		ARRAY[far + 0.5]) AS q
WHERE c.term = 'x1' ORDER BY far;
-- A model of version 1.1.0 counts from 0.
SELECT logit_predict(m, '{1}') = 1 / (1 + exp(-0.75)) AS predicted, m = m::text::logit_model AS same, c.*
FROM (SELECT 'v1 logit 4 [10,3,1,0,-5,-6,2] 0.5,0,0.04,-0.01 0.25,0,-0.01,0.09'::logit_model AS m) AS t,
	logit_coef(m) AS c;

-- A weight is precision in ols_agg and repetition in ols_frequency_agg.
CREATE TABLE grouped AS SELECT i % 7 AS x, (i * i % 5)::float8 AS y FROM generate_series(1, 60) AS i;
SELECT ols_agg(y, x) = g.s AS repetition, ols_agg(y, x) = p.s AS precision_is_another,
	(model_json(g.s) ->> 'rows') AS rows, (model_json(p.s) ->> 'rows') AS rows_of_precision
FROM grouped, (SELECT ols_frequency_agg(y, x, n) AS s
	FROM (SELECT x, y, count(*) AS n FROM grouped GROUP BY x, y) AS c) AS g,
	(SELECT ols_agg(y, ARRAY[x], n) AS s FROM (SELECT x, y, count(*) AS n FROM grouped GROUP BY x, y) AS c) AS p
GROUP BY g.s, p.s;
SELECT ols_frequency_agg(y, ARRAY[x], 1) = ols_agg(y, ARRAY[x]) AS one, ols_frequency_agg(y, x, 0) AS none FROM grouped;
SELECT ols_frequency_agg(y, x, 0.5) FROM grouped;
SELECT ols_frequency_agg(y, x, -1) FROM grouped;
-- All weights 3: standard errors of ols_agg do not shrink, those of ols_frequency_agg and logit_agg do.
SELECT (p.std_error / o.std_error)::numeric(8,6) AS as_precision,
	(f.std_error / o.std_error)::numeric(8,6) AS as_repetition
FROM (SELECT ols_agg(y, x) AS o, ols_agg(y, ARRAY[x], 3) AS p, ols_frequency_agg(y, x, 3) AS f FROM grouped) AS t,
	ols_coef(t.o) AS o, ols_coef(t.p) AS p, ols_coef(t.f) AS f WHERE o.term = 'x1' AND p.term = 'x1' AND f.term = 'x1';

-- Categories.
SELECT one_hot('b', '{a,b,c}'), one_hot(20::bigint, '{10,20}'), one_hot(NULL, '{a}'),
	(one_hot('c', '{a,b,c}'))[2:] AS without_first;
SELECT one_hot('B', '{a,b,c}');
SELECT one_hot('a', '{a,b,a}');
SELECT one_hot('a', '{a,NULL}');
SELECT one_hot(7, '{10,20}');
SELECT c.term, c.estimate::numeric(10,6) FROM (
	SELECT ols_agg(x, (one_hot(region, '{r0,r1,r2}'))[2:]) AS s FROM visit) AS t, ols_coef(s, terms => '{r1,r2}') AS c;
SELECT region, (avg(x) - min(avg(x)) FILTER (WHERE region = 'r0') OVER ())::numeric(10,6) AS difference
FROM visit GROUP BY region ORDER BY region;
DROP TABLE visit, grouped;
