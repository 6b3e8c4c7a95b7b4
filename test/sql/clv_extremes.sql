-- Whatever numbers a model and its arguments hold, there is an answer soon: a number, NULL or an error that says what
-- is out of range.
SET statement_timeout = '5s';
-- A model with these parameters, each with this variance; without one it has no standard errors.
CREATE FUNCTION model(family text, p float8[], variance float8) RETURNS clv_model LANGUAGE sql IMMUTABLE AS
$$SELECT CASE WHEN variance IS NULL THEN clv_model(family,
		p) ELSE ('v1 ' || family || ' ' || cardinality(p) + 1 || ' [1,0,0,0,' || cardinality(p) || ',0] ' ||
	(SELECT string_agg(p[i] || (SELECT string_agg(',' || CASE WHEN i = j THEN variance ELSE 0 END, '' ORDER BY j)
				FROM generate_subscripts(p, 1) AS j), ' ' ORDER BY i)
	FROM generate_subscripts(p, 1) AS i))::clv_model END$$;
CREATE FUNCTION answer(call text, OUT result text, OUT slow boolean) LANGUAGE plpgsql AS $$
DECLARE
	start timestamptz := clock_timestamp();
	x float8;
BEGIN
	EXECUTE 'SELECT ' || call INTO x;
	result := CASE WHEN x IS NULL THEN 'NULL' WHEN x = 'NaN' OR abs(x) = 'Infinity' THEN 'no number' ELSE 'number' END;
	slow := clock_timestamp() - start > '2 s';
EXCEPTION WHEN numeric_value_out_of_range THEN
	result := CASE WHEN sqlerrm LIKE '% out of range' THEN 'error' ELSE sqlerrm END;
	slow := clock_timestamp() - start > '2 s';
END $$;
-- Every family with mixtures of extreme parameters, none twice.
CREATE TABLE extreme AS
SELECT i, family, p, variance, model(family, p, variance)::text AS m,
	model('gamma-gamma', (p || p)[2:4], variance)::text AS g
FROM (SELECT i, family,
		(SELECT array_agg(('{1e308,1.7976e308,1e-300,1e-308,1e10,1,0.3}'::float8[])[1 + i * 1009 / (7 ^ k)::integer % 7]
			ORDER BY k) FROM generate_series(0, n - 1) AS k) AS p,
		(ARRAY[NULL, 0, 1, 1e308, 1e-300]::float8[])[1 + i % 5] AS variance
	FROM (VALUES ('bg/nbd', 4), ('mbg/nbd', 4), ('pareto/nbd', 4), ('nbd', 2), ('bg/bb', 4), ('sbg', 2),
			('bdw', 3), ('gamma-gamma', 3)) AS f(family, n), generate_series(1, 25) AS i) AS q;
CREATE TABLE customer AS SELECT j, x, t_x, t, h, discount, k
FROM unnest('{0,3,3,1,0,700}'::integer[], '{0,1,1e308,1e-308,0,1e10}'::float8[],
		'{0,2,1.7976e308,1,1e308,1e10}'::float8[], '{1e308,1,1.7976e308,1e-308,0,52}'::float8[],
		'{1e-308,0.1,1e-300,1e308,1,1.7976e308}'::float8[], '{0,1,10000,3,2000,50}'::integer[]) WITH ORDINALITY AS u(x,
		t_x, t, h, discount, k, j);
-- In the BG/BB times are occasions, up to a million.
CREATE VIEW asked AS
SELECT family, variance, i, j, format('%L::clv_model', m) AS m, format('%L::clv_model', g) AS g, discount, k,
	CASE WHEN family IN ('bg/bb', 'sbg', 'bdw') THEN least(floor(h), 1000) ELSE h END AS h,
	CASE WHEN family = 'bg/bb' THEN format('%s, %s, %s', x, least(x, 1000), 1000) ELSE format('%s, %s, %s', x, t_x,
			t) END AS customer
FROM extreme, customer;
CREATE FUNCTION answers(call text, families text, sets integer, OUT calls bigint, OUT all_answered boolean,
		OUT slow bigint) LANGUAGE sql AS
$$SELECT count(*), bool_and(result IN ('number', 'NULL', 'error')), count(*) FILTER (WHERE slow)
FROM asked, answer(replace(replace(replace(replace(replace(replace(call, 'MODEL', m), 'SPEND', g), 'CUSTOMER',
				customer), 'HORIZON', h::text), 'DISCOUNT', discount::text), 'COUNT', k::text))
WHERE family ~ families AND i <= sets$$;
SELECT * FROM answers('p_alive(MODEL, CUSTOMER)', 'bb|nbd', 25);
SELECT * FROM answers('p_alive(MODEL, CUSTOMER, HORIZON)', 'bb|nbd', 25);
SELECT * FROM answers('expected_purchases(MODEL, CUSTOMER, HORIZON)', 'bb|nbd', 12);
SELECT * FROM answers('expected_purchases(MODEL, HORIZON)', 'bb|nbd', 12);
SELECT * FROM answers('expected_purchases_low(MODEL, CUSTOMER, HORIZON)', 'bb|nbd', 12);
SELECT * FROM answers('expected_purchases_high(MODEL, CUSTOMER, HORIZON)', 'bb|nbd', 12);
SELECT * FROM answers('discounted_purchases(MODEL, CUSTOMER, DISCOUNT)', 'bb|nbd', 12);
SELECT * FROM answers('discounted_purchases(MODEL, CUSTOMER, DISCOUNT, HORIZON)', 'bb|nbd', 6);
SELECT * FROM answers('purchase_pmf(MODEL, COUNT, HORIZON)', 'bb|nbd', 12);
SELECT * FROM answers('log_likelihood(MODEL, CUSTOMER)', 'bb|nbd', 25);
SELECT * FROM answers('clv(MODEL, SPEND, CUSTOMER, 20, DISCOUNT, HORIZON)', 'b.*/', 6);
SELECT * FROM answers('clv_low(MODEL, SPEND, CUSTOMER, 1e308, DISCOUNT)', 'b.*/', 12);
SELECT * FROM answers('clv_high(MODEL, SPEND, CUSTOMER, 1e-308, DISCOUNT, HORIZON)', 'b.*/', 6);
SELECT * FROM answers('expected_spend(MODEL, COUNT, HORIZON)', 'gamma', 25);
SELECT * FROM answers('survival(MODEL, COUNT)', 'sbg|bdw', 25);
SELECT * FROM answers('retention_rate(MODEL, COUNT + 1)', 'sbg|bdw', 25);
SELECT * FROM answers('discounted_lifetime(MODEL, least(DISCOUNT, 0.9), COUNT)', 'sbg|bdw', 25);
SELECT * FROM answers('(SELECT max(greatest(estimate, std_error, low, high)) FROM coef(MODEL))', '', 25);
-- Probabilities are between 0 and 1, and p_alive falls with time.
CREATE FUNCTION number(call text) RETURNS float8 LANGUAGE plpgsql AS $$
DECLARE
	x float8;
BEGIN
	EXECUTE 'SELECT ' || call INTO x;
	RETURN x;
EXCEPTION WHEN numeric_value_out_of_range THEN
	RETURN NULL;
END $$;
SELECT bool_and(alive BETWEEN 0 AND 1) AS alive, bool_and(ahead <= alive * (1 + 1e-12)) AS ahead,
	bool_and(pmf BETWEEN 0 AND 1) AS pmf, count(alive) * 2 > count(*) AS mostly_numbers
FROM (SELECT number(format('p_alive(%s, %s)', m, customer)) AS alive,
		number(format('p_alive(%s, %s, %s)', m, customer, h)) AS ahead,
		number(format('purchase_pmf(%s, %s, %s)', m, k, h)) AS pmf FROM asked WHERE family ~ 'bb|nbd' AND i <= 12) AS q;
-- A million purchases and occasions, the most there are.
CREATE FUNCTION most(call text) RETURNS TABLE (calls bigint, all_answered boolean, slow bigint) LANGUAGE sql AS
$$SELECT count(*), bool_and(result IN ('number', 'NULL', 'error')), count(*) FILTER (WHERE slow)
FROM (SELECT DISTINCT ON (family, i % 2) family, format('%L::clv_model', m) AS m FROM extreme
	WHERE family ~ 'bb|nbd' AND variance = 1 ORDER BY family, i % 2, i) AS q,
	answer(replace(replace(call, 'MODEL', m), 'CUSTOMER',
			CASE family WHEN 'bg/bb' THEN '700, 1000, 1000000' ELSE '1000000, 1, 2' END))$$;
SELECT * FROM most('p_alive(MODEL, CUSTOMER, 1000000)');
SELECT * FROM most('expected_purchases(MODEL, CUSTOMER, 1000000)');
SELECT * FROM most('expected_purchases_low(MODEL, CUSTOMER, 1000)');
SELECT * FROM most('discounted_purchases(MODEL, CUSTOMER, 0.1)');
SELECT * FROM most('log_likelihood(MODEL, CUSTOMER)');
SELECT * FROM most('purchase_pmf(MODEL, 1000000, 1000000)');
SELECT * FROM most('purchase_pmf(MODEL, 1, 1000000)');
-- Where a + b overflows, and would in a difference quotient: every chance to stop is a / (a + b), as sure as can be.
EXPLAIN (COSTS OFF)
SELECT expected_purchases_low('v1 bg/nbd 5 [1,0,0,0,4,0] 1,0,0,0,0 1,0,0,0,0 1e308,0,0,0,0 1.7976e308,0,0,0,0',
	1, 0.5, 1, 0.1);
SELECT abs(expected_purchases(m, 10) / ((1 - (1 + q * 10) ^ -1) / q) - 1) < 1e-12 AS new,
	abs(p_alive(m, 1, 0.5, 1) * (1 + q / (1 - q) * (2 / 1.5) ^ 2) - 1) < 1e-12 AS alive
FROM (SELECT clv_model('bg/nbd', '{1,1,1e308,1.7976e308}') AS m, 1e308 / 1e308 / (1 + 1.7976::float8) AS q) AS s;
SELECT abs(p_alive(m, 1, 1, 2) * 3 - 1) < 1e-12 AS alive, abs(expected_purchases(m, 1) * 4 - 1) < 1e-12 AS occasion
FROM (SELECT clv_model('bg/bb', '{1e308,1e308,1e308,1e308}') AS m) AS s;
-- Fits of times at both ends of the scale.
SELECT name, converged(m) IS NOT NULL AS answered
FROM (SELECT '1e300' AS name, bgnbd_fit(i % 4, CASE WHEN i % 4 > 0 THEN 1e300 * i END, 1e302) AS m
	FROM generate_series(1, 90) AS i UNION ALL SELECT '1e-300',
		paretonbd_fit(i % 4, coalesce(1e-300 * i / nullif(i % 4, 0), 0), 1e-298) FROM generate_series(1, 90) AS i
	UNION ALL SELECT 'all', mbgnbd_fit(1, 10.0::float8 ^ (i * 6 - 300), 1e300) FROM generate_series(1, 90) AS i) AS f;
-- Occasions by the million: the fit and the predictions can be cancelled.
SET statement_timeout = '200ms';
SELECT clock_timestamp() AS start \gset
SELECT bgbb_fit(500 + i % 9, 999000 - i, 1000000) FROM generate_series(1, 20) AS i;
SELECT expected_purchases_low(model('bg/bb', '{1,1,1,1}', 1), 3, 10 + i, 1000000, 5) FROM generate_series(1, 200) AS i;
SET statement_timeout = 0;
SELECT clock_timestamp() - :'start'::timestamptz < '2.4 s' AS both_within_a_second;
DROP VIEW asked CASCADE;
DROP TABLE extreme, customer;
DROP FUNCTION answers, answer, number, most, model;
