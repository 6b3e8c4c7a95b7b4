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
SELECT mbgnbd_final('v1 covariates 5 [1] 1,2,3,4,1');
SELECT bgnbd_final('v1 covariates 5 [2] 1,2,3,4,1');
SELECT 'v1 mbg/nbd 6 [9,-20,6,0,5,1] 1,0,0,0,0,0 2,0,0,0,0,0 3,0,0,0,0,0 4,0,0,0,0,0 0.5,0,0,0,0,0'::clv_model;
SELECT 'v1 bg/nbd 6 [9,-20,6,0,5,2] 1,0,0,0,0,0 2,0,0,0,0,0 3,0,0,0,0,0 4,0,0,0,0,0 0.5,0,0,0,0,0'::clv_model;
DROP TABLE customer, fit, other, cohort, cohort_fit;
DROP FUNCTION u, total, moved;
