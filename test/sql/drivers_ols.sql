-- ols_summary: least squares and what is read from it.
\i test/include/close.sql
CREATE FUNCTION r(x float8) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT round(x::numeric, 10)';

-- S18, Norris: certified values of NIST.
CREATE TABLE norris AS
SELECT *
FROM unnest('{0.2,337.4,118.2,884.6,10.1,226.5,666.3,996.3,448.6,777.0,558.2,0.4,0.6,775.5,666.9,338.0,447.5,11.6,556.0,
		228.1,995.8,887.6,120.2,0.3,0.3,556.8,339.1,887.2,999.0,779.0,11.1,118.3,229.2,669.1,448.9,0.5}'::float8[],
	'{0.1,338.8,118.1,888.0,9.2,228.1,668.5,998.5,449.1,778.9,559.2,0.3,0.1,778.1,668.8,339.3,448.9,10.8,557.7,228.3,
			998.0,888.8,119.6,0.3,0.6,557.6,339.3,888.0,998.5,778.9,10.2,117.6,228.9,668.4,449.2,0.2}'
			::float8[]) AS t(x, y);
SELECT c.term, close(estimate, certified, 1e-10) AS estimate, close(std_error, sd, 1e-10) AS std_error
FROM (SELECT ols_agg(y, x) AS s FROM norris) AS n, ols_coef(s) AS c
JOIN (VALUES ('const', -0.262323073774029, 0.232818234301152),
		('x1', 1.00211681802045, 0.000429796848199937)) AS v(term, certified, sd) USING (term);
SELECT close(ols_sigma(s), 0.884796396144373, 1e-10) AS sigma, close(ols_r2(s), 0.999993745883712, 1e-10) AS r2,
	close(ols_f(s), 5436385.54079785, 1e-9) AS f
FROM (SELECT ols_agg(y, x) AS s FROM norris) AS n;
-- S22: NPS against repurchase over ten quarters.
CREATE TABLE quarter AS
SELECT *
FROM unnest('{12,18,25,31,28,36,42,47,39,52}'::float8[],
		'{.212,.225,.241,.262,.250,.271,.289,.302,.284,.318}'::float8[]) AS t(nps, repurchase);
CREATE TABLE s AS SELECT ols_agg(repurchase, nps) AS s FROM quarter;
SELECT c.term, round(estimate::numeric, 15) AS estimate, round(std_error::numeric, 17) AS std_error,
	round(t::numeric, 11) AS t, vif
FROM s, ols_coef(s) AS c;
SELECT round(ols_r2(s)::numeric, 13) AS r2, round(ols_sigma(s)::numeric, 15) AS sigma,
	round(w.change::numeric * 100, 12) AS change, round(w.low::numeric * 100, 11) AS low,
	round(w.high::numeric * 100, 11) AS high,
	round(w.change::numeric * 20000 * 85, 7) AS revenue FROM s, ols_what_if(s, 'x1', 10) AS w;
SELECT round(ols_predict(s, '{60}')::numeric, 13) AS at_60, round(ols_predict_low(s, '{60}')::numeric, 13) AS low,
	round(ols_predict_high(s, '{60}')::numeric, 13) AS high,
	round(ols_predict_low(s, '{60}', 0.95, 'new')::numeric, 13) AS new_low,
		round(ols_predict_high(s, '{60}', of => 'new')::numeric, 13) AS new_high
FROM s;
SELECT round(corr(repurchase, nps)::numeric, 12) AS correlation, spearman(repurchase, nps) AS spearman FROM quarter;
-- Names of terms; one, two and more regressors in either form; weights.
SELECT term FROM s, ols_coef(s, terms => '{NPS}');
SELECT change > 0 AS up FROM s, ols_what_if(s, 'NPS', 10, terms => '{NPS}');
CREATE TABLE random_row AS SELECT i, i * 7919 % 101 / 10.0::float8 AS x1, sin(i) AS x2,
	3 + i * 7919 % 101 / 5.0 - 2 * sin(i) + cos(i * i) AS y, 1 + i % 3 AS w
FROM generate_series(1, 200) AS i;
SELECT ols_agg(y, x1)::text = ols_agg(y, ARRAY[x1])::text
	AND ols_agg(y, x1, x2)::text = ols_agg(y, ARRAY[x1, x2])::text AS same
FROM random_row;
SELECT bool_and(close(a.estimate, b.estimate, 1e-12) AND close(a.std_error, b.std_error, 1e-12)) AS constant_weight
FROM (SELECT ols_agg(y, ARRAY[x1, x2]) AS s, ols_agg(y, ARRAY[x1, x2], 4) AS other FROM random_row) AS r,
	ols_coef(s) AS a JOIN ols_coef(other) AS b USING (term);
SELECT bool_and(near(a.estimate, b.estimate, 1e-12)) AS case_weight
FROM (SELECT ols_agg(y, ARRAY[x1, x2], w) AS s,
		(SELECT ols_agg(y, ARRAY[x1, x2]) FROM random_row, generate_series(1, w)) AS other FROM random_row) AS r,
	ols_coef(s) AS a JOIN ols_coef(other) AS b USING (term);
-- Against the server's own, for one regressor; and the normal equations hold for two.
SELECT close(regr_slope(y, x1), b, 1e-12) AS slope, near(regr_r2(y, x1), ols_r2(ols_agg(y, x1)), 1e-12) AS r2
FROM random_row, (SELECT estimate AS b FROM (SELECT ols_agg(y, x1) AS s FROM random_row) AS t, ols_coef(s)
	WHERE term = 'x1') AS c
GROUP BY b;
SELECT bool_and(near(e, 0, 1e-9)) AS orthogonal FROM (
	SELECT unnest(ARRAY[sum(y - p), sum((y - p) * x1), sum((y - p) * x2)]) AS e
	FROM (SELECT y, x1, x2, ols_predict(s, ARRAY[x1, x2]) AS p
		FROM random_row, (SELECT ols_agg(y, ARRAY[x1, x2]) AS s FROM random_row) AS t) AS q) AS u;
-- A thousand parts of one row each, in any order, are all rows.
SELECT bool_and(close(a.estimate, b.estimate, 1e-12)) AS merged FROM (
	SELECT ols_agg(y, ARRAY[x1, x2]) AS s,
		(SELECT rollup(p ORDER BY i % 7, -i)
		FROM (SELECT i, ols_agg(y, ARRAY[x1, x2]) AS p FROM random_row GROUP BY i) AS q) AS other
	FROM random_row) AS r, ols_coef(s) AS a JOIN ols_coef(other) AS b USING (term);

-- Regressors that are sums of others or constant, no degrees of freedom, y constant.
SELECT c.term, r(estimate) AS estimate, std_error IS NULL AS no_se, vif IS NULL AS no_vif, model_json(s)->'rank' AS rank
FROM (SELECT ols_agg(y, ARRAY[x1, 2 * x1 + 5, x2, 7, x1 - 3 * x2]) AS s FROM random_row) AS t, ols_coef(s) AS c;
SELECT n, c.term, r(estimate) AS estimate, std_error, p, model_json(s)->'rank' AS rank, ols_r2(s) AS r2,
	ols_sigma(s) AS sigma, ols_adj_r2(s) AS adj, ols_f(s) AS f
FROM generate_series(1, 3) AS n,
	LATERAL (SELECT ols_agg(i * i, ARRAY[i, i * i * i]) AS s FROM generate_series(1, n) AS i) AS t, ols_coef(s) AS c
ORDER BY n, term;
SELECT c.term, estimate, std_error, t, ols_r2(s) AS r2, ols_f(s) AS f, ols_f_p(s) AS p
FROM (SELECT ols_agg(5, i) AS s FROM generate_series(1, 4) AS i) AS t, ols_coef(s) AS c;
SELECT ols_agg(NULL, 1::float8) AS none, ols_r2(ols_agg(NULL, 1::float8)) AS r2, ols_predict('v1', '{1}') AS predict,
	(SELECT count(*) FROM ols_coef('v1')) AS rows, model_json('v1'::ols_summary) IS NULL AS json,
	ols_what_if('v1', 'x1', 1) IS NULL AS what_if;
SELECT ols_agg(1, ARRAY[1, NULL]::float8[]) AS null_element, ols_agg(1, ARRAY[1]::float8[], 0) AS no_weight,
	ols_predict('v1 ols 2 [3,3] 1,1 0,0 2,1 0,3', ARRAY[NULL]::float8[]) AS predict;
SELECT change, low FROM (SELECT ols_agg(y, ARRAY[x1, x1]) AS s FROM random_row) AS t, ols_what_if(s, 'x2', 1);
-- Far from 0, and on very different scales, nothing is lost.
SELECT bool_and(close(a.estimate * f, b.estimate, 1e-10)) AS far FROM (
	SELECT ols_agg(floor(y * 1000) + 1e12, ARRAY[floor(x1 * 10) + 1e12, floor(x2 * 1e5) + 1e12]) AS s,
		ols_agg(floor(y * 1000), ARRAY[floor(x1 * 10) * 1e-140, floor(x2 * 1e5) * 1e100]) AS other
	FROM random_row) AS r,
	ols_coef(s) AS a JOIN ols_coef(other) AS b USING (term)
	JOIN (VALUES ('x1', 1e140), ('x2', 1e-100)) AS v(term, f) USING (term);

-- Constant but for rounding: aliased.  A weak model keeps its digits.
SELECT c.term, estimate
FROM (SELECT ols_agg(i, ARRAY[0.1::float8 * 3 + i % 2 * 6e-17]) AS s FROM generate_series(1, 9) AS i) AS t,
	ols_coef(s) AS c;
SELECT close(r2, regr_r2, 1e-12) AS weak
FROM (SELECT regr_r2(y, x), (model_json(ols_agg(y, x))->>'r2')::float8 AS r2
	FROM (SELECT i * 7919 % 101 AS y, i * i % 89 AS x FROM generate_series(1, 1000) AS i) AS t) AS u;
SELECT model_json(ols_agg(i, i)) AS no_df FROM generate_series(1, 2) AS i;
SELECT count(*) AS no_model FROM ols_coef(NULL);
SELECT ols_agg(i % 2, i * 1e-200) FROM generate_series(1, 3) AS i;
SELECT *
FROM (SELECT ols_agg(i * i, ARRAY[i, i % 3]) AS s FROM generate_series(1, 9) AS i) AS t,
	ols_coef(s, terms => '{price,price}');
SELECT *
FROM (SELECT ols_agg(i * i, ARRAY[i, i % 3]) AS s FROM generate_series(1, 9) AS i) AS t,
	ols_coef(s, terms => '{price,NULL}');
SELECT ols_agg('NaN', 1::float8);
SELECT ols_agg(1, 'Infinity'::float8);
SELECT ols_agg(1, ARRAY[1, 'NaN']::float8[]);
SELECT ols_agg(1, ARRAY[1]::float8[], -1);
SELECT ols_agg(1, '{}'::float8[]);
SELECT ols_agg(1, array_fill(1::float8, ARRAY[101]));
SELECT ols_agg(i, (ARRAY[1, 2])[1:i]) FROM generate_series(1, 2) AS i;
SELECT ols_agg(i * 1e300, i) FROM generate_series(1, 2) AS i;
SELECT ols_predict(s, '{1,2}') FROM s;
SELECT * FROM s, ols_what_if(s, 'price', 1);
SELECT * FROM s, ols_coef(s, 0);
SELECT * FROM s, ols_coef(s, terms => '{a,b}');
SELECT ols_predict_low(s, '{1}', of => 'all') FROM s;
SELECT 'v1 ols 2 [3,3] 1,1 0,0 2,5 0,3'::ols_summary;
SELECT 'v1 ols 2 [3,3] 1,1 0,0 -2,1 0,3'::ols_summary;
SELECT 'v1 ols 2 [3,3] 1,1 0.5,0 2,1 0,3'::ols_summary;
SELECT 'v1 ols 2 [0,3] 1,1 0,0 2,1 0,3'::ols_summary;
SELECT 'v1 ols 2 [3,3] 1,1 0,0 2,1'::ols_summary;
SELECT ols_add('v1', 1, 2), ols_merge('v1 ols 2 [1,1] 2,1 0,0 0,0 0,0', 'v1');
DROP TABLE norris, quarter, s, random_row;
DROP FUNCTION r;
