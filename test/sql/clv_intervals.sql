-- Intervals of what purchase models predict.
\i test/include/close.sql
\i test/include/clv_customers.sql
\i test/include/clv_published.sql

CREATE TABLE fit AS SELECT paretonbd_fit(x, t_x, t) AS plain, bgnbd_fit(x, t_x, t) AS bg_plain FROM customer;
-- Symmetric in logarithms, and narrower for less confidence.
SELECT bool_and(close(low * high, e ^ 2, 1e-9)) AS symmetric, bool_and(low < e AND e < high) AS around,
	bool_and(low80 > low AND high80 < high) AS narrower
FROM fit, LATERAL (VALUES (plain), (bg_plain)) AS v(m), LATERAL (
	SELECT expected_purchases(m, 3, 40, 60, 52) AS e, expected_purchases_low(m, 3, 40, 60, 52) AS low,
		expected_purchases_high(m, 3, 40, 60, 52) AS high, expected_purchases_low(m, 3, 40, 60, 52, 0.8) AS low80,
		expected_purchases_high(m, 3, 40, 60, 52, 0.8) AS high80) AS i;
-- The delta method by hand, for the NBD.
CREATE TABLE nbd AS SELECT nbd_fit(x, t_x, t) AS m FROM customer;
SELECT close(ln(expected_purchases_high(m, 3, 40, 60, 52) / expected_purchases(m, 3, 40, 60, 52)) / 1.959963984540054,
	sqrt(vr / (r + 3) ^ 2 - 2 * c / ((r + 3) * (alpha + 60)) + va / (alpha + 60) ^ 2), 1e-6) AS delta
FROM (SELECT m, t[1] AS r, t[4] AS alpha, t[2] AS vr, t[3] AS c, t[6] AS va
	FROM nbd, LATERAL (
		SELECT string_to_array(replace(split_part(m::text, '] ', 2), ' ', ','), ',')::float8[] AS t) AS s) AS q;
-- They hold the truth about as often as they say.
SELECT count(*) FILTER (WHERE truth BETWEEN low AND high) BETWEEN 20 AND 30 AS covers_80_percent_of_30
FROM (SELECT part, 9 * (1 + 2)::float8 / (20 + 150) AS truth, expected_purchases_low(m, 2, 100, 150, 9, 0.8) AS low,
		expected_purchases_high(m, 2, 100, 150, 9, 0.8) AS high
	FROM (SELECT part, nbd_fit(n, least(n, 1), 150) AS m
		FROM (SELECT i % 30 AS part, (
				SELECT count(*) FROM (
					SELECT sum(ln(u(i, 100 + k)) / ln(u(i, 99)) * 20) OVER (ORDER BY k) AS at
					FROM generate_series(1, 150) AS k) AS p
				WHERE at < 150) AS n
			FROM generate_series(1, 4500) AS i OFFSET 0) AS c
		GROUP BY part) AS f) AS t;
-- Purchases and spend are independent, so their variances add up: each model without its own, against both.
CREATE FUNCTION certain(m clv_model) RETURNS clv_model LANGUAGE sql IMMUTABLE AS
$$SELECT (split_part(m::text, '] ', 1) || '] ' || (
	SELECT string_agg(split_part(r, ',', 1) || repeat(',0', length(regexp_replace(r, '[^,]', '', 'g'))), ' ' ORDER BY n)
	FROM unnest(string_to_array(split_part(m::text, '] ', 2), ' ')) WITH ORDINALITY AS w(r, n)))::clv_model$$;
CREATE FUNCTION log_width(m clv_model, g clv_model) RETURNS float8 LANGUAGE sql IMMUTABLE AS
'SELECT ln(clv_high(m, g, 3, 40, 60, 25, 0.01) / clv(m, g, 3, 40, 60, 25, 0.01))';
SELECT close(log_width(plain, g) ^ 2, log_width(plain, certain(g)) ^ 2 + log_width(certain(plain), g) ^ 2, 1e-6)
		AS variances_add_up,
	clv_low(plain, g, 3, 40, 60, 25, 0.01) < clv(plain, g, 3, 40, 60, 25, 0.01) AS low,
	clv_low(plain, g, 3, 40, 60, 25, 0.01, NULL, 0.5) > clv_low(plain, g, 3, 40, 60, 25, 0.01) AS narrower,
	clv_high(plain, g, 0, 0, 60, NULL, 0.01) > 0 AS no_repeat
FROM fit, (SELECT gammagamma_fit(x, 10 + 40 * u(i, 5)) AS g FROM customer) AS s;
SELECT expected_purchases_low(pareto, 1, 2, 3, 4) AS no_errors, clv_high(pareto, gg, 1, 2, 3, 4, 0.1) AS none,
	expected_purchases_high(pareto, 1, 2, 3, 0) AS no_time
FROM published;
-- Where the mean spend has no derivative, or an interval no end, it is NULL; no stored model gives an infinite one.
SELECT clv_high(m, g, 0, 0, 10, NULL, 0.1) AS at_a_pole, clv_high(m, wide, 0, 0, 10, NULL, 0.1) AS without_end,
	clv_low(m, g, 3, 2, 10, 20, 0.1) > 0 AS far_from_it
FROM (SELECT 'v1 nbd 3 [1,-5,1,0,2,0] 1,0.1,0 1,0,0.1'::clv_model AS m,
	'v1 gamma-gamma 4 [10,-5,1,0,3,0] 6,1e-9,0,0 1.0001,0,0.3,0 10,0,0,1e-9'::clv_model AS g,
	'v1 gamma-gamma 4 [10,-5,1,0,3,0] 6,1,0,0 1.001,0,0.3,0 10,0,0,1'::clv_model AS wide) AS t;
SELECT term, low, high FROM coef('v1 nbd 3 [1,-5,1,0,2,0] 1,1e6,0 1,0,0.1') ORDER BY term;
SELECT expected_purchases_low(clv_model('nbd', '{1,1}'), 1, 1, 1, 0) AS no_errors_no_interval;

SELECT 'v1 nbd 3 [0,-5,1,0,2,0] 1,0.1,0 1,0,0.1'::clv_model;
SELECT 'v1 nbd 3 [1,-1e308,1,0,2,0] 1,0.1,0 1,0,0.1'::clv_model;
SELECT 'v1 nbd 3 [1,-5,1,0,0,0] 1,0.1,0 1,0,0.1'::clv_model;
DROP TABLE customer, published, fit, nbd;
DROP FUNCTION u, certain, log_width;
