-- Shares: intervals, and tests of two.
\i test/include/close.sql
CREATE FUNCTION r(x float8) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT round(x::numeric, 12)';

-- S6: a share.
SELECT method, r(proportion_low(84, 112, method => method)) AS low,
	r(proportion_high(84, 112, method => method)) AS high, r(proportion_low(0, 20, method => method)) AS low_0,
	r(proportion_high(0, 20, method => method)) AS high_0
FROM unnest('{wald,wilson,wilson_cc,agresti,exact,jeffreys}'::text[]) AS method;
SELECT proportion_low(0, 0) AS none, proportion_low(20, 20) AS all, proportion_high(20, 20) AS all_high,
	proportion_high(20, 20, 0.95, 'exact') AS exact;
-- Every method covers the share, and mirrors for failures; more confidence is wider.
SELECT method, count(*) AS wrong
FROM unnest('{wald,wilson,wilson_cc,agresti,exact,jeffreys}'::text[]) AS method, generate_series(1, 60, 7) AS n,
	generate_series(0, n) AS x
WHERE NOT (proportion_low(x, n, 0.9, method) <= x::float8 / n AND proportion_high(x, n, 0.9, method) >= x::float8 / n
	AND near(proportion_low(x, n, 0.9, method) + proportion_high(n - x, n, 0.9, method), 1, 1e-12)
	AND proportion_low(x, n, 0.99, method) <= proportion_low(x, n, 0.9, method))
	AND NOT (method = 'agresti' AND x IN (0, n)) GROUP BY method;
-- Hardly any confidence; a rare event of many.
SELECT proportion_low(1, 2, 1e-17, 'jeffreys') AS half,
	close(proportion_high(5, 100000000, 0.95, 'exact'), 1.16683316902811e-07, 1e-13) AS rare;
-- S9, S10: two shares.
SELECT r(difference) AS difference, r(low) AS low, r(high) AS high, r(chi_square) AS chi_square, r(p) AS p
FROM proportion_test(84, 112, 130, 200, 'wald');
SELECT r(chi_square) AS chi_square, r(phi) AS phi FROM proportion_test(320, 500, 90, 300);
SELECT r(odds_ratio) AS odds_ratio, r(ln_se) AS ln_se, r(low) AS low, r(high) AS high
FROM odds_ratio(320, 500, 90, 300);
SELECT r(risk_ratio) AS risk_ratio, r(ln_se) AS ln_se FROM risk_ratio(320, 500, 90, 300);
SELECT odds_ratio(5, 5, 1, 3), odds_ratio(0, 5, 1, 3), odds_ratio(1, 5, 0, 3), risk_ratio(0, 5, 1, 3),
	risk_ratio(1, 5, 0, 3), proportion_test(0, 5, 0, 3), proportion_test(1, 2, 0, 0) IS NULL AS nobody;

SELECT proportion_low(5, 3);
SELECT proportion_low(-1, 3);
SELECT proportion_low(1, 3, 0.95, 'bayes');
SELECT proportion_high(1, 3, 'NaN');
DROP FUNCTION r;
