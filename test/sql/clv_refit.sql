-- Fits that start at the model of before: the same maximum, sooner.
\i test/include/close.sql
-- Customers who buy and stop as the MBG/NBD says; u(i, k) is number k of the random numbers of customer i.
CREATE FUNCTION u(i integer, k integer) RETURNS float8 LANGUAGE sql IMMUTABLE AS
$$SELECT (('x' || substr(md5(i || '.' || k), 1, 8))::bit(32)::bigint + 0.5) / 4294967296$$;
CREATE TABLE history AS
WITH RECURSIVE visit AS (
	SELECT i, 0 AS n, 0::float8 AS at, -ln(u(i, 1)) / 10 AS rate, 1 - u(i, 2) ^ 0.4 AS stop
	FROM generate_series(1, 1500) AS i
	UNION ALL SELECT i, n + 1, at - ln(u(i, 1000 + n)) / rate, rate, stop FROM visit
	WHERE at < 90 AND u(i, 5000 + n) > stop)
SELECT i, purchase_history_agg(date '2021-01-01' + floor(i % 100 + 7 * at)::integer, 1) AS h FROM visit
WHERE at < 90 GROUP BY i;
CREATE TABLE fit AS
SELECT bgnbd_fit(h, '2022-06-30') AS bg_before, bgnbd_fit(h, '2022-07-31') AS bg,
	mbgnbd_fit(h, '2022-06-30') AS mbg_before, mbgnbd_fit(h, '2022-07-31') AS mbg,
	nbd_fit(h, '2022-06-30', 'day') AS nbd_before, nbd_fit(h, '2022-07-31', 'day') AS nbd,
	paretonbd_fit(h, '2022-06-30', interval '7 days') AS pareto_before,
	paretonbd_fit(h, '2022-07-31', interval '7 days') AS pareto FROM history;
CREATE TABLE refit AS
SELECT bgnbd_refit(bg_before, h, '2022-07-31') AS bg, mbgnbd_refit(mbg_before, h, '2022-07-31', 'week') AS mbg,
	nbd_refit(nbd_before, h, '2022-07-31', 'day') AS nbd,
	paretonbd_refit(pareto_before, h, '2022-07-31', interval '7 days') AS pareto,
	bgnbd_refit(clv_model('bg/nbd', '{1e-8,1e9,1e7,1e-7}'), h, '2022-07-31') AS poor FROM history, fit;
-- A poor start does not hurt.
SELECT name, a >= b - 1e-6 AS as_high
FROM fit AS f, refit AS r, LATERAL (VALUES ('bg/nbd', log_likelihood(r.bg), log_likelihood(f.bg)),
	('mbg/nbd', log_likelihood(r.mbg), log_likelihood(f.mbg)),
	('nbd', log_likelihood(r.nbd), log_likelihood(f.nbd)),
	('pareto/nbd', log_likelihood(r.pareto), log_likelihood(f.pareto)),
	('poor', log_likelihood(r.poor), log_likelihood(f.bg))) AS v(name, a, b) ORDER BY name;
SELECT bool_and(close(a.estimate, b.estimate, 1e-6)) AS estimates FROM fit AS f, refit AS r, coef(r.mbg) AS a
JOIN LATERAL coef(f.mbg) AS b USING (term);
SELECT (SELECT unit FROM model_summary(r.bg)) AS unit, (model_json(r.mbg)->>'iterations')::integer <= 6 AS few_passes
FROM refit AS r;
SELECT bgnbd_refit(pareto_before, h, '2022-07-31') FROM history, fit;
SELECT bgnbd_refit(clv_model('sbg', '{1,2}'), h, '2022-07-31') FROM history;
SELECT bgnbd_refit(clv_model('bg/bb', '{1,2,3,4}'), h, '2022-07-31') FROM history;
SELECT bgnbd_refit(clv_model('bg/nbd', CASE WHEN i % 2 = 0 THEN '{1,2,3,4}'::float8[] ELSE '{2,2,3,4}' END), h,
	'2022-07-31') FROM history;
SELECT bgnbd_final('v1 refit 4 [7,11,1,2] 2,3.5,7,1');
SELECT bgnbd_final('v1 refit 4 [7] 2,3.5,7,1');
DROP TABLE history, fit, refit;
DROP FUNCTION u;
