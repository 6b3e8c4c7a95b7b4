-- Logistic regression.
\i test/include/close.sql
CREATE FUNCTION r(x float8) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT round(x::numeric, 10)';

-- S20: second attack by treatment and anxiety.
CREATE TABLE patient AS
SELECT y = 1 AS y, t, a
FROM (VALUES (1,1,70),(1,1,80),(1,1,50),(1,0,60),(1,0,40),(1,0,65),(1,0,75),(1,0,80),(1,0,70),(1,0,60),(0,1,65),
		(0,1,50),(0,1,45),(0,1,35),(0,1,40),(0,1,50),(0,0,55),(0,0,45),(0,0,50),(0,0,60)) AS v(y, t, a);
CREATE TABLE model AS SELECT logit_agg(y, ARRAY[t, a]) AS m FROM patient;
SELECT c.term, r(estimate) AS estimate, r(std_error) AS std_error, r(z) AS z, r(p) AS p, r(odds_ratio) AS odds_ratio,
	r(odds_low) AS odds_low, r(odds_high) AS odds_high
FROM model, logit_coef(m, terms => '{treatment,anxiety}') AS c;
SELECT r(logit_loglik(m)) AS log_likelihood, r((j->>'null_deviance')::float8) AS null_deviance,
	r((j->>'aic')::float8) AS aic, r((j->>'mcfadden_r2')::float8) AS mcfadden, j->'converged' AS converged,
	j->'warnings' AS warnings
FROM model, model_json(m) AS j;
SELECT string_agg(r(logit_predict(m, ARRAY[t, a]))::text, ' ') AS fitted
FROM model, (SELECT t, a FROM patient LIMIT 5) AS p;
SELECT r(avg((y::integer - logit_predict(m, ARRAY[t, a])) ^ 2)) AS brier FROM model, patient;
SELECT r(change) AS change, r(low) AS low, r(high) AS high
FROM model, logit_what_if(m, '{0,60}', 'anxiety', 10, terms => '{treatment,anxiety}');
SELECT r(logit_predict(m, '{0,70}') - logit_predict(m, '{0,60}')) AS same FROM model;
-- Any order and split, weights as repeated rows, columns of any unit.
SELECT count(DISTINCT m::text) AS models FROM (
	SELECT logit_agg(y, ARRAY[t, a]) AS m
	FROM patient
	UNION ALL SELECT logit_agg(y, ARRAY[t, a] ORDER BY a, t)
	FROM patient
	UNION ALL SELECT logit_agg(y, ARRAY[t, a], 1)
	FROM patient) AS q;
SELECT logit_agg(y, ARRAY[t, a], 3)::text = (SELECT logit_agg(y, ARRAY[t, a])::text
	FROM patient, generate_series(1, 3)) AS weight_3
FROM patient;
SELECT bool_and(close(b.estimate * f, c.estimate, 1e-10) AND close(b.std_error * f, c.std_error, 1e-10)) AS units
FROM (SELECT logit_agg(y, ARRAY[t * 1e100, a * 1e-100]) AS m2 FROM patient) AS u, model, logit_coef(m2) AS b
JOIN logit_coef(m) AS c USING (term)
JOIN (VALUES ('const', 1), ('x1', 1e100), ('x2', 1e-100)) AS v(term, f) USING (term);
-- The residuals are orthogonal to the regressors, on a larger sample.
CREATE TABLE big AS SELECT sin(i * i) + sin(i) / 2 + (i % 4) / 5.0 > 0.4 AS y, sin(i) AS x1, i % 4 AS x2
FROM generate_series(1, 5000) AS i;
SELECT count(*) AS sums, bool_and(near(e, 0, 1e-6)) AS orthogonal FROM (
	SELECT unnest(ARRAY[sum(d), sum(d * x1), sum(d * x2)]) AS e FROM (
		SELECT y::integer - logit_predict(m, ARRAY[x1, x2]) AS d, x1, x2
		FROM big, (SELECT logit_agg(y, ARRAY[x1, x2]) AS m FROM big) AS t) AS q) AS u;
-- No finite estimate: separated, partly separated, one class; never large numbers in silence.
SELECT name, j->'separated' AS separated, j->'converged' AS converged, j->'log_likelihood' AS loglik,
	logit_predict(m, '{1,1}') AS predict, (SELECT count(estimate) FROM logit_coef(m)) AS estimates,
	j->'warnings' AS warnings
FROM (SELECT 'complete' AS name, logit_agg(i > 5, ARRAY[i, i % 2]) AS m FROM generate_series(1, 10) AS i
	UNION ALL SELECT 'touching', logit_agg(i > 5 OR (i = 5 AND k = 1), ARRAY[i, i % 2])
	FROM generate_series(1, 10) AS i, generate_series(1, 2) AS k
	UNION ALL SELECT 'one group', logit_agg(i % 2 = 0 OR i > 5, ARRAY[i % 3, (i > 5)::integer])
	FROM generate_series(1, 10) AS i
	UNION ALL SELECT 'one class', logit_agg(true, ARRAY[i, i % 2]) FROM generate_series(1, 10) AS i
	UNION ALL SELECT 'one row', logit_agg(false, ARRAY[i, i % 2])
	FROM generate_series(1, 1) AS i) AS t, model_json(m) AS j ORDER BY name;
-- Rare events are not that.
SELECT j->'converged' AS converged, r(logit_predict(m, '{1}')) AS p
FROM (SELECT logit_agg(i % 99999 = 7, ARRAY[i % 2]) AS m FROM generate_series(1, 200000) AS i) AS t, model_json(m) AS j;
-- Nor are steep estimates, one customer far away, and weights of any size.
SELECT name, j->'converged' AS converged, r((j->'coefficients'->>1)::float8) AS slope,
	r((j->'standard_errors'->>1)::float8) AS std_error
FROM (
	SELECT 'far away' AS name, logit_agg(i > 500 OR i % 3 = 0, ARRAY[CASE WHEN i = 501 THEN 1e7 ELSE i END]) AS m
	FROM generate_series(1, 1000) AS i
	UNION ALL SELECT 'steep', logit_agg(i > 5000 OR i = 4998, ARRAY[i]) FROM generate_series(1, 10000) AS i
	UNION ALL SELECT 'subgroup', logit_agg(i % 10 = 1 OR i < 4, ARRAY[(i <= 20)::integer])
	FROM generate_series(1, 100000) AS i) AS t, model_json(m) AS j ORDER BY name;
SELECT count(*) AS weights, count(DISTINCT round((j->'coefficients'->>1)::numeric, 13)) AS slopes,
	count(DISTINCT round((j->'standard_errors'->>1)::numeric * sqrt(w)::numeric, 13)) AS std_errors
FROM (SELECT w, model_json(logit_agg(i > 50 OR i % 7 = 0, ARRAY[i], w)) AS j
	FROM generate_series(1, 100) AS i, unnest('{1e-20,1e-12,1,1e14}'::float8[]) AS w GROUP BY w) AS t;
-- Aliased regressors, NULLs, nobody.
SELECT c.term, r(estimate) AS estimate, model_json(m)->'rank' AS rank
FROM (SELECT logit_agg(y, ARRAY[a, 5, 2 * a + 1, t]) AS m FROM patient) AS q, logit_coef(m) AS c;
SELECT logit_what_if(m, '{1,2,3,4}', 'x2', 1) IS NULL AS aliased
FROM (SELECT logit_agg(y, ARRAY[a, 5, 2 * a + 1, t]) AS m FROM patient) AS q;
SELECT logit_agg(NULL::boolean, '{1}'::float8[]) AS none, logit_agg(true, ARRAY[NULL]::float8[]) AS null_element,
	logit_agg(true, '{1}'::float8[], 0) AS no_weight,
	(SELECT logit_predict(m, ARRAY[1, NULL]::float8[]) FROM model) AS predict
FROM model;
SELECT logit_agg(true, '{1,NaN}'::float8[]);
SELECT logit_agg(true, '{}'::float8[]);
SELECT logit_agg(true, '{1}'::float8[], -1);
SELECT logit_agg(true, (ARRAY[1, 2])[1:i]) FROM generate_series(1, 2) AS i;
SELECT logit_predict(m, '{1}') FROM model;
SELECT * FROM model, logit_what_if(m, '{1,2}', 'age', 1);
SELECT * FROM model, logit_coef(m, 1.5);
SELECT 'v1 logit 4 [20,6,1,0,-9.5,-13.8,2] -6.5,0,10.25,-0.5 1.25,0,-0.4,2'::logit_model;
SELECT 'v1 logit 4 [20,6,2,0,-9.5,-13.8,2] -6.5,0,10.25,-0.5 1.25,0,-0.5,2'::logit_model;
SELECT logit_final('v1 logit 2 [] 0,1 1,2');
SELECT logit_final('v1 logit 3 [] 0,1,1 0.5,2,1');
SELECT logit_agg(i % 2 = 0, ARRAY[i * 1e-200]) FROM generate_series(1, 3) AS i;
SELECT count(*) AS no_model FROM logit_coef(NULL);
SELECT logit_add('v1', true, '{1,2}'::float8[]), logit_final('v1') IS NULL AS empty,
	held_rows_merge('v1 logit 3 [] 0,1,2', 'v1 logit 3 [] 0,1,2.5') AS merged;
SELECT 'v1 logit 3 [] 0,1,0'::held_rows;
DROP TABLE patient, model, big;
DROP FUNCTION r;
