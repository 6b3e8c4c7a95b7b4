-- clv: the simple formula.

-- Example 14.
SELECT round(clv(1, 0.80, 0.10)::numeric, 12) AS multiple_80, round(clv(1, 0.90, 0.12)::numeric, 12) AS multiple_90;
SELECT round(clv(150, 0.55, 0.10)::numeric, 12) - 100 AS next,
	round(clv(150, 0.55, 0.10, first => 'now')::numeric, 12) - 100 AS now,
	round(clv(150, 0.55, 0.10, 5)::numeric, 12) - 100 AS five_periods;
SELECT round(clv(20000, 1, 0.06, 3)::numeric, 6) AS annuity;
-- The two conventions differ by one margin; n margins 'now' are the first and n - 1 'next'.
SELECT count(*) AS differs FROM generate_series(1, 99) AS r, generate_series(-5, 40, 5) AS d
WHERE r / 100.0 < 1 + d / 100.0
	AND (abs(clv(7, r / 100.0, d / 100.0, NULL, 'now') - 7 - clv(7, r / 100.0, d / 100.0)) > 1e-9
	OR abs(clv(7, r / 100.0, d / 100.0, 8, 'now') - 7 - clv(7, r / 100.0, d / 100.0, 7)) > 1e-12 * clv(7, r / 100.0,
			d / 100.0, 8, 'now'));
-- Against the sum it stands for, growing ones and ones next to 1 included.
SELECT retention, discount, periods
FROM (VALUES (0.8, 0.1, 12), (1, 0, 1000), (1, -0.05, 40), (1, 1e-9, 1000), (0, 0.1, 5), (0.999999999, 0, 500),
		(0.5, 0.9, 0)) AS t(retention, discount, periods)
WHERE abs(clv(1, retention, discount, periods)
	- (SELECT coalesce(sum((retention / (1 + discount))::float8 ^ k), 0) FROM generate_series(1, periods) AS k))
	> 1e-12 * clv(1, retention, discount, periods);
SELECT clv(100, 0, 0.1) AS leaves_at_once, clv(100, 0, 0.1, 3, 'now') AS pays_once, clv(-10, 0.5, 0) AS loss;
-- Next to no end.
SELECT retention, discount
FROM (VALUES (1, 1e-10, 1e10), (0.99999999, 0, 99999999), (1, 1e-17, 1e17)) AS t(retention, discount, value)
WHERE abs(clv(1, retention, discount) - value) > 1e-8 * value;
SELECT clv(0, 1, -0.9, 1000000) AS nothing, clv(-100, 0.8, 0.1, 0) AS no_period;
-- Columns of every numeric type, and NULL.
SELECT clv(100::smallint, 1::smallint, 0::bigint, 3::smallint), clv(100::numeric, 0.5::real, 0::numeric, 2::smallint);
SELECT clv(NULL, 0.5, 0.1) IS NULL AND clv(1, NULL, 0.1) IS NULL AND clv(1, 0.5, NULL) IS NULL
	AND clv(1, 0.5, 0.1, first => NULL) IS NULL AS null_in_null_out;

SELECT clv(1, 1, 0);
SELECT clv(1, 1, -0.1);
SELECT clv(1, 0.9, -0.1);
SELECT clv(1, 80, 0.1);
SELECT clv(1, 1.0000001, 0.1);
SELECT clv(1, -0.1, 0.1);
SELECT clv(1, 0.5, -1);
SELECT clv(100, 0.8, 12);
SELECT clv(1, 0.5, 1);
SELECT clv('NaN', 0.5, 0.1);
SELECT clv(1, 'Infinity', 0.1);
SELECT clv(1, 0.5, 0.1, -1);
SELECT clv(1, 0.5, 0.1, 3, 'later');
SELECT clv(1e308, 1, -0.5, 100);
