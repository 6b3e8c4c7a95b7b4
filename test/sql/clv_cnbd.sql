-- MBG/CNBD-k: customers who buy at regular times.
\i test/include/close.sql

-- Times between purchases are Erlang-3 distributed, rates gamma with r 3 and alpha 12 (a stage, in weeks), and
-- customers stop after each purchase with probabilities of a 1 and b 6.  u(i, k) is number k of the random numbers of
-- customer i.
CREATE FUNCTION u(i integer, k integer) RETURNS float8 LANGUAGE sql IMMUTABLE AS
$$SELECT (('x' || substr(md5(i || '.' || k), 1, 8))::bit(32)::bigint + 0.5) / 4294967296$$;
CREATE FUNCTION random_gamma(i integer, k integer, shape integer) RETURNS float8 LANGUAGE sql IMMUTABLE AS
$$SELECT sum(-ln(u(i, k + j))) FROM generate_series(1, shape) AS j$$;
CREATE TABLE history AS
WITH RECURSIVE visit AS (
	SELECT i, 0 AS n, 0::float8 AS at, random_gamma(i, 100, 3) / 12 AS rate, a / (a + random_gamma(i, 300, 6)) AS stop
	FROM (SELECT i, random_gamma(i, 200, 1) AS a FROM generate_series(1, 800) AS i) AS c
	UNION ALL SELECT i, n + 1, at + random_gamma(i, 1000 + 3 * n, 3) / rate, rate, stop
	FROM visit WHERE at < 120 AND u(i, 5000 + n) > stop)
SELECT i, purchase_history_agg(date '2021-01-01' + floor(i % 100 + 7 * at)::integer, 1) AS h FROM visit
WHERE at < 120 GROUP BY i;
CREATE TABLE fit AS
SELECT mbgcnbd_fit(h, '2022-12-31') AS m, mbgcnbd_fit(h, '2022-12-31', 'week', 1) AS one,
	mbgcnbd_fit(h, '2022-12-31', 'day', 3) AS days,
	mbgcnbd_fit(h, '2022-12-31', interval '7 days', 2) AS two, mbgnbd_fit(h, '2022-12-31') AS mbg FROM history;
SELECT model_json(m)->'k' AS k, term, abs(estimate - truth) < 3 * std_error AS recovered
FROM fit, coef(m) JOIN (VALUES ('r', 3::float8), ('alpha', 12), ('a', 1), ('b', 6)) AS v(term, truth) USING (term);
SELECT log_likelihood(m) - log_likelihood(two) > 10 AS above_two,
	log_likelihood(m) - log_likelihood(mbg) > 100 AS above_one, converged(m) FROM fit;
-- With k = 1 it is the MBG/NBD.
SELECT bool_and(close(a.estimate, b.estimate, 1e-9)) AS estimates,
	bool_and(close(a.std_error, b.std_error, 1e-8)) AS std_errors,
	close(log_likelihood(one), log_likelihood(mbg), 1e-12) AS likelihood
FROM fit, coef(one) AS a JOIN LATERAL coef(mbg) AS b USING (term) GROUP BY one, mbg;
SELECT bool_and(close(p_alive(one, h, d), p_alive(mbg, h, d), 1e-9)) AS alive,
	bool_and(close(p_alive(one, h, d, interval '30 days'), p_alive(mbg, h, d, interval '30 days'),
		1e-9)) AS alive_later,
	bool_and(close(expected_purchases(one, h, d, interval '1 year'), expected_purchases(mbg, h, d, interval '1 year'),
		1e-9)) AS expected,
	bool_and(close(expected_purchases_high(one, h, d, interval '1 year'),
		expected_purchases_high(mbg, h, d, interval '1 year'), 1e-6)) AS high,
	bool_and(close(purchase_probability(one, h, d, interval '30 days'),
		purchase_probability(mbg, h, d, interval '30 days'), 1e-9)) AS probability,
	bool_and(close(clv(one, g, h, d, 0.1), clv(mbg, g, h, d, 0.1), 1e-9)) AS clv
FROM fit, history, LATERAL (SELECT date '2022-12-31' AS d, clv_model('gamma-gamma', '{6,4,15}') AS g) AS a
WHERE i <= 10;
-- The unit does not matter: the likelihood moves by its logarithm for each repeat purchase.
SELECT close(log_likelihood(m) - log_likelihood(days), x * ln(7.0::float8), 1e-9) AS likelihood,
	(SELECT bool_and(close(p_alive(m, h, '2022-12-31'), p_alive(days, h, '2022-12-31'), 1e-7)) FROM history
		WHERE i <= 50) AS alive
FROM fit, (SELECT sum(purchases_in(h, '-infinity', '2022-12-31') - 1)::float8 AS x FROM history) AS s;
-- A regular customer who is late has gone; one who is not is there.  What all will buy is what they bought.
SELECT purchases(h) > 5 AS regular,
	bool_and(p_alive(m, h, last_purchase(h)) > p_alive(m, h, last_purchase(h) + 200)) AS falls,
	bool_and(p_alive(m, h, last_purchase(h) + 1000) < 0.1) AS gone
FROM fit, history WHERE purchases(h) > 5 GROUP BY 1;
SELECT abs(sum(expected_purchases(m, h, '2022-06-30', interval '26 weeks'))
	/ sum(purchases_between(h, '2022-06-30', '2022-12-29')) - 1) < 0.1 AS as_bought
FROM history, (SELECT mbgcnbd_fit(h, '2022-06-30', 'week', 3) AS m FROM history) AS f;
-- Given, and read back.
SELECT clv_model('mbg/cnbd-k', '{3,2,12,1,6}'), m::text::clv_model = m AS read_back,
	round(expected_purchases(clv_model('mbg/cnbd-k', '{3,2,12,1,6}'), 52)::numeric, 6) AS new,
	round(purchase_pmf(clv_model('mbg/cnbd-k', '{3,2,12,1,6}'), 2, 52)::numeric, 6) AS twice
FROM fit;
-- Order and split mean nothing.
SELECT (SELECT mbgcnbd_fit(h, '2022-12-31', 'week', 2 ORDER BY i DESC)::text FROM history)
	= (SELECT mbgcnbd_fit(h, '2022-12-31', 'week', 2 ORDER BY i)::text FROM history) AS any_order;

SELECT mbgcnbd_fit(h, '2022-12-31', 'week', 13) FROM history;
SELECT log_likelihood(clv_model('mbg/cnbd-k', '{3,2,12,1,6}'), 1, 2, 3);
SELECT clv_model('mbg/cnbd-k', '{2,12,1,6}');
SELECT clv_model('mbg/cnbd-k', '{13,2,12,1,6}');
SELECT clv_model('mbg/cnbd-k', '{1.5,2,12,1,6}');
SELECT mbgcnbd_final('v1 gaps 4 [7,0] -1,-3,0,1 2,3.5,7,1');
SELECT mbgcnbd_final('v1 gaps 4 [7,13] 2,3.5,7,1');
SELECT mbgcnbd_final('v1 purchases 4 [] 2,3.5,7,1');
SELECT 'v1 mbg/cnbd-k 5 [0,0,0,1,4,0] 2,0,0,0,0 12,0,0,0,0 1,0,0,0,0 6,0,0,0,0'::clv_model;
DROP TABLE history, fit;
DROP FUNCTION u, random_gamma;
