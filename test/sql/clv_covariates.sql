-- Purchase models with covariates.
\i test/include/close.sql
\i test/include/clv_customers.sql

CREATE TABLE fit AS
SELECT paretonbd_fit(x, t_x, t) AS plain, paretonbd_fit(x, t_x, t, ARRAY[c], ARRAY[d, e]) AS pareto,
	bgnbd_fit(x, t_x, t) AS bg_plain, bgnbd_fit(x, t_x, t, ARRAY[c], '{}') AS bg,
	paretonbd_fit(x, t_x, t, '{}', '{}') AS none
FROM customer;
SELECT converged(pareto), warnings(pareto) AS warnings, converged(bg) AS bg, none::text = plain::text AS without
FROM fit;
SELECT term, round(truth, 2) AS truth, round(estimate::numeric, 2) AS estimate,
	round(std_error::numeric, 2) AS std_error, abs(estimate - truth::float8) < 3 * std_error AS recovered
FROM fit, coef(pareto) JOIN (VALUES ('r', 1.0), ('alpha', 20), ('s', 1), ('beta', 60),
	('purchase.1', 0.5), ('dropout.1', -0.8), ('dropout.2', 0.3)) AS v(term, truth) USING (term);
SELECT model_json(bg)->'parameters' ? 'purchase.1' AS in_json, (SELECT string_agg(term, ' ') FROM coef(bg)) AS terms,
	close(aic(bg), 2 * 5 - 2 * log_likelihood(bg)) AS aic, model_json(pareto)->>'aic' = aic(pareto)::text AS same_aic
FROM fit;
SELECT round(chi2::numeric, 1) AS chi2, df, p < 1e-10 AS says_more FROM fit, likelihood_ratio(plain, pareto);
-- The sum over customers of their own models is the likelihood, and no other coefficient has more.
CREATE FUNCTION total(m clv_model) RETURNS float8 LANGUAGE sql AS
'SELECT sum(log_likelihood(customer_model(m, ARRAY[c], ARRAY[d, e]), x, t_x, t)) FROM customer';
CREATE FUNCTION moved(m clv_model, k integer, by float8) RETURNS clv_model LANGUAGE sql IMMUTABLE AS
$$SELECT (split_part(m::text, '] ', 1) || '] ' || (
	SELECT string_agg(CASE WHEN n = k THEN (split_part(r, ',', 1)::float8 + by) || substr(r, strpos(r, ',')) ELSE r END,
		' ' ORDER BY n)
	FROM unnest(string_to_array(split_part(m::text, '] ', 2), ' ')) WITH ORDINALITY AS u(r, n)))::clv_model$$;
SELECT close(total(pareto), log_likelihood(pareto)) AS sum,
	(SELECT bool_and(total(moved(pareto, k, by)) < log_likelihood(pareto))
		FROM generate_series(1, 7) AS k, unnest('{0.01,-0.01}'::float8[]) AS by) AS maximum
FROM fit;
-- Another scale or origin of a covariate changes its coefficient and the others' origin, and no prediction.
CREATE TABLE other AS
SELECT paretonbd_fit(x, t_x, t, ARRAY[c * 1000 + 1e5], ARRAY[d - 7, e * 1e-3]) AS m FROM customer;
SELECT close(log_likelihood(m), log_likelihood(pareto), 1e-12) AS likelihood,
	close(1000 * (SELECT estimate FROM coef(m) WHERE term = 'purchase.1'),
		(SELECT estimate FROM coef(pareto) WHERE term = 'purchase.1'), 1e-7) AS coefficient,
	close((SELECT std_error FROM coef(m) WHERE term = 'dropout.2') / 1000,
		(SELECT std_error FROM coef(pareto) WHERE term = 'dropout.2'), 1e-6) AS std_error,
	close(expected_purchases(there, 4, 60, 90, 52), expected_purchases(here, 4, 60, 90, 52), 1e-6) AS predicted,
	close(expected_purchases_high(there, 4, 60, 90, 52), expected_purchases_high(here, 4, 60, 90, 52), 1e-5) AS interval
FROM fit, other, customer_model(m, '{100000}', '{-5,0.0005}') AS there,
	customer_model(pareto, '{0}', '{2,0.5}') AS here;
SELECT close(c0.estimate, c1.estimate, 1e-12) AS base, log_likelihood(m) = log_likelihood(pareto) AS same_fit,
	aic(customer_model(pareto, '{1}', '{1,1}')) = aic(pareto) AS same_aic
FROM fit, customer_model(pareto, '{0}', '{0,0}') AS m, coef(m) AS c0
	JOIN coef((SELECT pareto FROM fit)) AS c1 USING (term)
WHERE term = 'alpha';
-- Proportional: half a unit more of c is exp(0.5 b) more purchases; the covariates of BG/NBD too.
SELECT close(b.estimate / a.estimate, exp(-0.5 * p.estimate), 1e-12) AS alpha
FROM fit, coef(customer_model(bg, '{1}', '{}')) AS a, coef(customer_model(bg, '{1.5}', '{}')) AS b, coef(bg) AS p
WHERE a.term = 'alpha' AND b.term = 'alpha' AND p.term = 'purchase.1';
SELECT term, close(estimate, e, 1e-12) AS moved
FROM coef(customer_model('v1 bg/nbd 6 [9,-20,6,0,5,0] 1,0,0,0,0,0 2,0,0,0,0,0 3,0,0,0,0,0 4,0,0,0,0,0 0.5,0,0,0,0,0',
		'{}', '{2}'))
	JOIN (VALUES ('r', 1.0::float8), ('alpha', 2), ('a', 3 * exp(1::float8)), ('b', 4 * exp(1::float8))) AS v(term, e)
		USING (term);
-- A constant covariate is not identified, nor is one that stands there twice.
SELECT converged(m), warnings(m), (SELECT count(std_error) FROM coef(m)) AS std_errors
FROM (SELECT bgnbd_fit(x, t_x, t, ARRAY[5], '{}') AS m FROM customer
	UNION ALL SELECT bgnbd_fit(x, t_x, t, ARRAY[c, 2 * c + 1], '{}') FROM customer) AS f;
SELECT (SELECT bgnbd_fit(x, t_x, t, ARRAY[c], '{}', 2)::text FROM customer)
		= (SELECT bgnbd_fit(x, t_x, t, ARRAY[c], '{}')::text FROM customer, generate_series(1, 2)) AS weights,
	(SELECT bgnbd_fit(x, t_x, t, ARRAY[CASE WHEN i % 5 > 0 THEN c END], '{}')::text FROM customer)
		= (SELECT bgnbd_fit(x, t_x, t, ARRAY[c], '{}')::text FROM customer WHERE i % 5 > 0) AS null_is_ignored;
-- A covariate far from 0: predictions are right; what is beyond float8 belongs to covariates of 0.
SELECT name, converged(m), warnings(m) AS warnings, (SELECT count(estimate) FROM coef(m)) AS estimates,
	(SELECT round(estimate::numeric, 2) FROM coef(m) WHERE term = 'purchase.1') AS coefficient,
	log_likelihood(m) IS NULL AS no_likelihood, m::text::clv_model::text = m::text AS lossless
FROM (SELECT 'year' AS name, paretonbd_fit(x, t_x, t, ARRAY[2022 + c], '{}') AS m FROM customer
	UNION ALL SELECT 'year - 2022', paretonbd_fit(x, t_x, t, ARRAY[c], '{}') FROM customer) AS f
ORDER BY 1;
SELECT warnings(customer_model(pareto, '{10000}', '{0,0}')) AS warnings FROM fit;
CREATE TABLE cohort AS
WITH RECURSIVE visit AS (
	SELECT i, 0 AS n, 0::float8 AS at FROM generate_series(1, 800) AS i
	UNION ALL SELECT i, n + 1, at - ln(u(i, 10 + n)) * 30 * exp(0.25 * (i % 5 - 2)) / (0.1 - ln(u(i, 1)))
	FROM visit WHERE at < 300 AND u(i, 5000 + n) < u(i, 2) ^ 0.4)
SELECT i, count(*) - 1 AS x, max(at) AS t_x, 300::float8 AS t, 2020 + i % 5 AS year
FROM visit WHERE at < 300 GROUP BY i;
CREATE TABLE cohort_fit AS
SELECT bgnbd_fit(x, t_x, t, ARRAY[year], '{}') AS far, bgnbd_fit(x, t_x, t, ARRAY[year - 2022], '{}') AS near,
	bgnbd_fit(x, t_x, t, '{}', ARRAY[year * 365.25]) AS far_stops,
	bgnbd_fit(x, t_x, t, '{}', ARRAY[year - 2022]) AS near_stops
FROM cohort;
SELECT converged(far), warnings(far), round(p_alive(m, 1, 5, 40)::numeric, 6) AS alive,
	round(expected_purchases(m, 52)::numeric, 6) AS expected,
	close(log_likelihood(far), log_likelihood(near)) AS likelihood
FROM cohort_fit, customer_model(far, '{2022}', '{}') AS m;
SELECT bool_and(close(p_alive(far_model, x, t_x, t), p_alive(near_model, x, t_x, t))) AS alive,
	bool_and(close(expected_purchases_high(far_model, x, t_x, t, 52),
		expected_purchases_high(near_model, x, t_x, t, 52), 1e-7)) AS interval,
	bool_and(close(expected_purchases_high(far_stop, x, t_x, t, 52),
		expected_purchases_high(near_stop, x, t_x, t, 52), 1e-7)) AS stopping
FROM cohort, cohort_fit, customer_model(far, ARRAY[year], '{}') AS far_model,
	customer_model(near, ARRAY[year - 2022], '{}') AS near_model,
	customer_model(far_stops, '{}', ARRAY[year * 365.25]) AS far_stop,
	customer_model(near_stops, '{}', ARRAY[year - 2022]) AS near_stop;
-- Shown are the parameters of the year 0, alpha with the standard error of such an extrapolation.
SELECT f.term,
	close(ln(f.estimate), ln(n.estimate) + CASE f.term WHEN 'alpha' THEN 2022 * b.estimate ELSE 0 END) AS estimate,
	close(f.std_error / f.estimate, CASE f.term WHEN 'alpha' THEN 2022 * b.std_error ELSE n.std_error / n.estimate END,
		CASE f.term WHEN 'alpha' THEN 0.01 ELSE 1e-6 END) AS std_error
FROM cohort_fit, coef(far) AS f JOIN coef((SELECT near FROM cohort_fit)) AS n USING (term),
	coef((SELECT far FROM cohort_fit)) AS b
WHERE b.term = 'purchase.1' AND f.term <> 'purchase.1';
SELECT model_json(far)->'parameters'->'alpha' = to_jsonb(estimate) AS in_json
FROM cohort_fit, coef(far) WHERE term = 'alpha';
-- MBG/NBD: customers who may also stop after the first purchase, with probabilities of a and b, both times 3 where d is
-- 1.
CREATE FUNCTION shape(i integer, k integer, n integer) RETURNS float8 LANGUAGE sql IMMUTABLE AS
$$SELECT sum(-ln(u(i, k + j))) FROM generate_series(1, n) AS j$$;
CREATE TABLE stops_at_purchases AS
WITH RECURSIVE kind AS (
	SELECT i, c, d, exp(0.5 * c) / 20 * shape(i, 10000, 1) AS rate, a / (a + b) AS stop
	FROM (SELECT i, i % 2 AS c, i / 2 % 2 AS d, shape(i, 20000, CASE i / 2 % 2 WHEN 0 THEN 1 ELSE 3 END) AS a,
			shape(i, 30000, CASE i / 2 % 2 WHEN 0 THEN 2 ELSE 6 END) AS b FROM generate_series(1, 1500) AS i) AS k
), visit AS (
	SELECT i, c, d, rate, stop, 0 AS n, 0::float8 AS at FROM kind
	UNION ALL SELECT i, c, d, rate, stop, n + 1, at - ln(u(i, 10 + n)) / rate
	FROM visit WHERE at < 150 AND u(i, 5000 + n) > stop)
SELECT i, c, d, count(*) - 1 AS x, max(at) AS t_x, 150 AS t FROM visit WHERE at < 150 GROUP BY i, c, d;
CREATE TABLE mbg AS SELECT mbgnbd_fit(x, t_x, t, ARRAY[c], ARRAY[d]) AS m, mbgnbd_fit(x, t_x, t) AS plain
FROM stops_at_purchases;
SELECT term, round(truth, 2) AS truth, abs(estimate - truth::float8) < 3 * std_error AS recovered
FROM mbg, coef(m) JOIN (VALUES ('r', 1.0), ('alpha', 20), ('a', 1), ('b', 2), ('purchase.1', 0.5),
	('dropout.1', ln(3.0)))
	AS v(term, truth) USING (term);
SELECT chi2 > 40 AS says_more, df FROM mbg, likelihood_ratio(plain, m);
SELECT close(sum(log_likelihood(customer_model(m, ARRAY[c], ARRAY[d]), x, t_x, t)), min(log_likelihood(m))) AS sum
FROM stops_at_purchases, mbg;
-- BG/BB: alpha times 2 where c is 1, gamma times 1/2 where d is 1.  A gamma variate of a whole shape is a sum.
CREATE TABLE donor AS
WITH RECURSIVE kind AS (
	SELECT i, c, d, a / (a + shape(i, 300, 3)) AS buy, g / (g + shape(i, 500, 6)) AS stop
	FROM (SELECT i, i % 2 AS c, i / 2 % 2 AS d, shape(i, 200, CASE i % 2 WHEN 0 THEN 1 ELSE 2 END) AS a,
			shape(i, 400, CASE i / 2 % 2 WHEN 0 THEN 2 ELSE 1 END) AS g FROM generate_series(1, 2500) AS i) AS k
), chance AS (
	SELECT i, c, d, buy, stop, 0 AS n, 0 AS x, 0 AS t_x, true AS alive FROM kind
	UNION ALL SELECT i, c, d, buy, stop, n + 1, x + took::integer, CASE WHEN took THEN n + 1 ELSE t_x END, alive
	FROM (SELECT i, c, d, buy, stop, n, x, t_x, v.alive, v.alive AND u(i, 1000 + n) < buy AS took
		FROM chance, LATERAL (SELECT chance.alive AND u(i, 2000 + n) > stop AS alive) AS v WHERE n < 10) AS s)
SELECT i, c, d, x, t_x, n FROM chance WHERE n = 10;
CREATE TABLE bb AS SELECT bgbb_fit(x, t_x, n, ARRAY[c], ARRAY[d]) AS m FROM donor;
SELECT term, round(truth, 2) AS truth, abs(estimate - truth::float8) < 3 * std_error AS recovered,
	std_error < 0.5 * greatest(1, truth) AS narrow
FROM bb, coef(m) JOIN (VALUES ('alpha', 1.0), ('beta', 3), ('gamma', 2), ('delta', 6), ('purchase.1', ln(2.0)),
	('dropout.1', -ln(2.0)))
	AS v(term, truth) USING (term);
SELECT close(sum(log_likelihood(customer_model(m, ARRAY[c], ARRAY[d]), x, t_x, n)), min(log_likelihood(m))) AS sum
FROM donor, bb;
SELECT (SELECT bgbb_fit(x, t_x, n, ARRAY[c], ARRAY[d], w)::text
	FROM (SELECT x, t_x, n, c, d, count(*) AS w FROM donor GROUP BY 1, 2, 3, 4, 5) AS g)
	= m::text AS weights, expected_purchases(customer_model(m, '{1}', '{0}'), 10)
	> expected_purchases(customer_model(m, '{0}', '{0}'), 10) AS buys_more
FROM bb;
-- sBG and BdW: alpha, and a, times 2 where d is 1: the odds of leaving in the first period are twice as high.
CREATE TABLE contract AS
SELECT i, d, CASE WHEN left_in <= 8 THEN left_in ELSE 8 END AS period, left_in <= 8 AS churned
FROM (SELECT i, d, 1 + floor(ln(u(i, 900)) / ln(1 - a / (a + shape(i, 700, 4)))) AS left_in
	FROM (SELECT i, i % 2 AS d, shape(i, 600, 1 + i % 2) AS a FROM generate_series(1, 2500) AS i) AS k) AS c;
CREATE TABLE contracts AS SELECT sbg_fit(period, churned, ARRAY[d], 1) AS sbg,
	bdw_fit(period, churned, ARRAY[d], 1) AS bdw,
	sbg_fit(period, churned, '{}', 1)::text = sbg_fit(period, churned)::text AS without FROM contract;
SELECT 'sbg' AS family, term, truth, abs(estimate - truth) < 3 * std_error AS recovered
FROM contracts, coef(sbg) JOIN (VALUES ('alpha', 1::float8), ('beta', 4), ('dropout.1', ln(2.0)))
	AS v(term, truth) USING (term)
UNION ALL SELECT 'bdw', term, truth, abs(estimate - truth) < 3 * std_error
FROM contracts, coef(bdw) JOIN (VALUES ('a', 1::float8), ('b', 4), ('c', 1), ('dropout.1', ln(2.0)))
	AS v(term, truth) USING (term)
ORDER BY 1 DESC, 2;
SELECT f, close(survival(one, 1) / (1 - survival(one, 1)),
	survival(none, 1) / (1 - survival(none, 1)) * exp(-b.estimate), 1e-9) AS odds,
	abs(survival(one, 8) - (SELECT avg((NOT churned)::integer) FROM contract WHERE d = 1)) < 0.03 AS as_seen,
	discounted_lifetime(one, 0.1) < discounted_lifetime(none, 0.1) AS shorter
FROM contracts, LATERAL (VALUES ('sbg', sbg), ('bdw', bdw)) AS v(f, m), customer_model(m, '{}', '{1}') AS one,
	customer_model(m, '{}', '{0}') AS none, coef(m) AS b WHERE b.term = 'dropout.1' ORDER BY f;
SELECT without, chi2 > 20 AS says_more FROM contracts,
	likelihood_ratio((SELECT sbg_fit(period, churned) FROM contract), sbg);
-- The likelihood is that of the two groups, each with its own model.
SELECT f, close(min(log_likelihood(m)),
	sum(ln(CASE WHEN churned THEN survival(g, period - 1) - survival(g, period) ELSE survival(g, period) END)),
	1e-9) AS sum
FROM contracts, LATERAL (VALUES ('sbg', sbg), ('bdw', bdw)) AS v(f, m), contract, customer_model(m, '{}', ARRAY[d]) AS g
GROUP BY f ORDER BY f;
SELECT survival(sbg, 1) FROM contracts;
SELECT customer_model(sbg, '{1}', '{}') FROM contracts;
SELECT sbg_fit(1, true, array_fill(1.0, ARRAY[21]), 1);
SELECT sbg_fit(0, true, '{1}', 1);
SELECT sbg_fit(1, true, '{NULL}', 1) IS NULL AS ignored, bgbb_fit(1, 1, 2, '{NULL}', '{}') IS NULL AS too;
DROP TABLE stops_at_purchases, mbg, donor, bb, contract, contracts;
DROP FUNCTION shape;
-- Models of 1.1.0, which have no centres, are read and written as they were.
SELECT m::clv_model AS model, term, estimate, std_error
FROM (VALUES ('v1 bg/nbd 6 [9,-20,6,0,5,0] 1,1,0,0,0,0 2,0,1,0,0,0 3,0,0,1,0,0 4,0,0,0,1,0 0.5,0,0,0,0,1')) AS v(m),
	coef(m::clv_model);
SELECT old.term, close(old.estimate, new.estimate) AS estimate, close(old.std_error, new.std_error) AS std_error
FROM coef(customer_model('v1 bg/nbd 6 [9,-20,6,0,5,0] 1,1,0,0,0,0 2,0,1,0,0,0 3,0,0,1,0,0 4,0,0,0,1,0 0.5,0,0,0,0,1',
		'{}', '{3}')) AS old
	JOIN coef(customer_model(
		'v1 bg/nbd 6 [9,-20,6,0,5,0,-1] 1,1,0,0,0,0 2,0,1,0,0,0 3,0,0,1,0,0 4,0,0,0,1,0 0.5,0,0,0,0,1', '{}',
			'{2}')) AS new USING (term);
SELECT 'v1 bg/nbd 6 [9,-20,6,0,5,0,2,3] 1,1,0,0,0,0 2,0,1,0,0,0 3,0,0,1,0,0 4,0,0,0,1,0 0.5,0,0,0,0,1'::clv_model;
SELECT 'v1 nbd 3 [9,-20,6,0,2,0,1] 1,0.1,0 2,0,0.1'::clv_model;
-- A variance that would be nothing is not certainty.
SELECT warnings(nbd_fit(x, t_x * 1e-160, t * 1e-160)) FROM customer;

SELECT p_alive(pareto, 1, 2, 3) FROM fit;
SELECT customer_model(pareto, '{1,2}', '{1,2}') FROM fit;
SELECT customer_model(pareto, '{1}', '{1,NULL}') FROM fit;
SELECT likelihood_ratio(pareto, plain) FROM fit;
SELECT likelihood_ratio(bg_plain, pareto) FROM fit;
SELECT likelihood_ratio(m, m) AS given FROM clv_model('pareto/nbd', '{.5,10,.6,12}') AS m;
SELECT likelihood_ratio(a, b)
FROM (SELECT bgnbd_fit(x, t_x, t, ARRAY[c, e], '{}') AS a, bgnbd_fit(x, t_x, t, '{}', ARRAY[c, d, e]) AS b
	FROM customer) AS f;
SELECT bgnbd_fit(1, 2, 3, array_fill(1.0, ARRAY[i]), '{}') FROM generate_series(1, 2) AS i;
SELECT bgnbd_fit(1, 2, 3, CASE WHEN i = 1 THEN '{1}' ELSE '{}' END::float8[],
	CASE WHEN i = 1 THEN '{}' ELSE '{1}' END::float8[])
FROM generate_series(1, 2) AS i;
SELECT bgnbd_fit(1, 2, 3, array_fill(1.0, ARRAY[11]), array_fill(1.0, ARRAY[10]));
SELECT bgnbd_fit(1, 2, 3, '{NaN}', '{}');
SELECT nbd_final('v1 covariates 5 [1] 1,2,3,4,1');
SELECT sbg_final('v1 covariates 4 [1] 1,1,4,1');
SELECT bgnbd_final('v1 covariates 5 [2] 1,2,3,4,1');
SELECT 'v1 nbd 4 [9,-20,6,0,3,1] 1,0,0,0 2,0,0,0 0.5,0,0,0'::clv_model;
SELECT 'v1 sbg 4 [9,-20,6,0,3,1] 1,0,0,0 2,0,0,0 0.5,0,0,0'::clv_model;
SELECT 'v1 bg/nbd 6 [9,-20,6,0,5,2] 1,0,0,0,0,0 2,0,0,0,0,0 3,0,0,0,0,0 4,0,0,0,0,0 0.5,0,0,0,0,0'::clv_model;
DROP TABLE customer, fit, other, cohort, cohort_fit;
DROP FUNCTION u, total, moved;
