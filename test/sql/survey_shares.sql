-- Two shares: difference, ratios and their intervals; counts of every type.
CREATE FUNCTION r(x float8) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT round(x::numeric, 12)';

-- Newcombe 1998, table II, method 10: rows a to h.
SELECT x, n, y, k, low::numeric(6,4), high::numeric(6,4) FROM (VALUES (56, 70, 48, 80), (9, 10, 3, 10), (6, 7, 2, 7),
	(5, 56, 0, 29), (0, 10, 0, 20), (0, 10, 0, 10), (10, 10, 0, 20), (10, 10, 0, 10)) AS t(x, n, y, k),
	proportion_test(x, n, y, k);
-- The same from the Wilson intervals of both; S9 with both methods.
SELECT count(*) AS pairs, count(*) FILTER (WHERE abs(low - (d - sqrt((pa - la) ^ 2 + (ub - pb) ^ 2))) > 1e-14
	OR abs(high - (d + sqrt((ua - pa) ^ 2 + (pb - lb) ^ 2))) > 1e-14 OR difference <> d) AS differs
FROM (SELECT t.*, x::float8 / n AS pa, y::float8 / k AS pb, x::float8 / n - y::float8 / k AS d, proportion_low(x, n,
	0.9) AS la, proportion_high(x, n, 0.9) AS ua, proportion_low(y, k, 0.9) AS lb, proportion_high(y, k, 0.9) AS ub
	FROM generate_series(1, 9) AS n, generate_series(0, n) AS x, generate_series(1, 9) AS k, generate_series(0,
		k) AS y, LATERAL proportion_test(x, n, y, k, 0.9) AS t) AS s;
SELECT r(low) AS newcombe, r(high) AS high FROM proportion_test(84, 112, 130, 200);
SELECT r(low) AS wald, r(high) AS high FROM proportion_test(84, 112, 130, 200, method => 'wald');
SELECT proportion_test(84, 112, 130, 200, 'newcombe') = proportion_test(84, 112, 130, 200) AS default_method,
	proportion_test(84, 112, 130, 200, 'wald', 0.9) = proportion_test(84, 112, 130, 200, confidence => 0.9,
	method => 'wald') AS named,
	proportion_test(84, 112, 130, 200, '0.9') = proportion_test(84, 112, 130, 200, 0.9) AS quoted_confidence,
		risk_ratio(84, 112, 130, 200, ' 0.9 ') = risk_ratio(84, 112, 130, 200, 0.9) AS quoted;
-- Where all succeed there is an interval all the same.
SELECT low, high FROM proportion_test(10, 10, 10, 10);
SELECT r(low) AS low, r(high) AS high FROM risk_ratio(10, 10, 10, 10);
SELECT low::numeric(6,4), high::numeric(6,4) FROM odds_ratio(10, 10, 10, 10);
SELECT low, high FROM proportion_test(10, 10, 10, 10, 'wald');
SELECT low, high FROM risk_ratio(10, 10, 10, 10, 'wald');
SELECT * FROM odds_ratio(10, 10, 10, 10, 'wald');
-- Koopman 1984: 36 of 40 against 16 of 80; others, calculated with 50 digits.
SELECT r(risk_ratio) AS ratio, r(ln_se) AS ln_se, r(low) AS low, r(high) AS high FROM risk_ratio(36, 40, 16, 80);
SELECT r(low) AS low, r(high) AS high FROM (VALUES (9, 10, 10, 10), (1, 5, 4, 5), (0, 20, 5, 30), (5, 30, 0, 20), (0,
	5, 0, 5)) AS t(x, n, y, k), risk_ratio(x, n, y, k);
SELECT r(low) AS katz, r(high) AS high FROM risk_ratio(36, 40, 16, 80, 'wald');
-- An interval of ratios leaves 1 out where the test of equal shares says so (both come from chi-square).
SELECT count(*) AS samples, count(*) FILTER (WHERE (low > 1 OR high < 1) <> (p < 0.05)) AS disagree
FROM generate_series(1, 12) AS n, generate_series(0, n) AS x, generate_series(1, 12) AS k, generate_series(0, k) AS y,
	LATERAL (SELECT coalesce((proportion_test(x, n, y, k)).p, 1) AS p, coalesce(low, 0) AS low, coalesce(high,
		'Infinity') AS high FROM risk_ratio(x, n, y, k)) AS t;
-- The ratio of a to b is one over that of b to a, and so are its ends.
SELECT count(*) AS differs FROM generate_series(1, 9) AS n, generate_series(0, n) AS x, generate_series(1, 9) AS k,
	generate_series(0, k) AS y,
	LATERAL (SELECT (risk_ratio(x, n, y, k)).*) AS a, LATERAL (SELECT (risk_ratio(y, k, x, n)).*) AS b
		WHERE abs(a.low * b.high - 1) > 1e-12 OR abs(a.high * b.low - 1) > 1e-12 OR (a.high IS NULL AND b.low > 0);
-- Nobody on one side: NULL, the record of the difference too.
SELECT risk_ratio(0, 0, 1, 2), odds_ratio(1, 2, 0, 0), proportion_test(0, 0, 1, 2) IS NULL AS nobody;
-- Millions of millions.
SELECT low, high FROM risk_ratio(1, 9007199254740993, 4, 9007199254740993);
SELECT r(low) AS low, r(high) AS high FROM proportion_test(600000000000, 1000000000000, 599999000000, 1000000000000);

-- Counts of every type: literals, columns, sums of them, text.
CREATE TABLE outcome AS SELECT i % 2 AS shop, (i % 4 > 0)::integer AS back, 1 AS one FROM generate_series(1, 112) AS i;
CREATE TABLE daily AS SELECT shop, sum(back) AS back, count(*) AS n, sum(one)::numeric AS answers FROM outcome
	GROUP BY shop;
SELECT proportion_low(84, 112) AS literals, proportion_low(sum(back), sum(one)) AS of_integers,
	proportion_low(count(*) FILTER (WHERE back = 1), count(*)) AS counted, proportion_low(sum(back),
	count(*)) AS mixed FROM outcome;
SELECT proportion_low(sum(back), sum(n)) AS of_bigints, proportion_high(sum(back), sum(answers)) = proportion_high(84,
	112) AS of_numerics, proportion_low(sum(back), sum(n), 0.9, 'exact') = proportion_low(84, 112, 0.9,
	'exact') AS exact FROM daily;
SELECT proportion_low(84::smallint, 112::smallint) = proportion_low(84, 112) AS smallint, proportion_low(84::real,
	112::float8) = proportion_low(84, 112) AS floats, proportion_low(NULL, 112::numeric) AS nothing,
	proportion_low(NULL::bigint, NULL) AS null_bigint;
SELECT pg_typeof(proportion_test(sum(back) FILTER (WHERE shop = 0), sum(n) FILTER (WHERE shop = 0),
	sum(back) FILTER (WHERE shop = 1), sum(n) FILTER (WHERE shop = 1))),
	proportion_test(sum(back) FILTER (WHERE shop = 0), sum(n) FILTER (WHERE shop = 0),
		sum(back) FILTER (WHERE shop = 1), sum(n) FILTER (WHERE shop = 1)) = proportion_test(28, 56, 56, 56) AS test,
	odds_ratio(sum(back) FILTER (WHERE shop = 0), 56, 50, sum(n) FILTER (WHERE shop = 1)) = odds_ratio(28, 56, 50,
		56) AS odds,
	risk_ratio(sum(back) FILTER (WHERE shop = 0), 56, 50, sum(n) FILTER (WHERE shop = 1), 'wald') = risk_ratio(28, 56,
		50, 56, 'wald') AS risk FROM daily;
SELECT proportion_test('84', '112', '130', '200') = proportion_test(84, 112, 130, 200) AS quoted,
	proportion_test(NULL, 112, 130, 200) IS NULL AS nothing, odds_ratio('84', 112, 130.0,
	200::bigint) = odds_ratio(84, 112, 130, 200) AS each_its_own;
-- Bigint keeps what float8 has not.
SELECT proportion_high(9007199254740993, 9007199254740993) AS all, proportion_low(0::bigint,
	9223372036854775807) AS none;

SELECT proportion_low(84.5, 112);
SELECT proportion_low(0.75, 1);
SELECT proportion_low(84, 112.5);
SELECT proportion_low(113.0, 112);
SELECT proportion_low(-1::float8, 112);
SELECT proportion_high('NaN'::float8, 112);
SELECT proportion_high(1, 'Infinity'::float8);
SELECT proportion_test(84, 112, 130.5, 200);
SELECT proportion_test(84, 112, 130, 200, 'exact');
SELECT proportion_test(84, 112, 130, 200, '95');
SELECT risk_ratio(84, 112, 130, 200, 'newcombe');
SELECT odds_ratio(84, 112, 130, 200, 'koopman');
SELECT odds_ratio(84, 112, 201, 200.0, 'wald');
SELECT proportion_test(84, 112, 130, 200, 'wald', 1);
DROP TABLE outcome, daily;
DROP FUNCTION r;
