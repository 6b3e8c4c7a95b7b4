-- Rates of every type, ratios to negative bases, and reals, which are read as their shortest decimals.

-- A float8 or real rate is its shortest decimal: as exact as the numeric.
SELECT rate, residual_income(100, 1000, rate) AS exact,
	residual_income(100, 1000, rate::float8) = residual_income(100, 1000, rate) AS float8,
	residual_income(100, 1000, rate::real) = residual_income(100, 1000, rate) AS real,
	raroc(120, 45, 30, 30, 240, rate::float8) = raroc(120, 45, 30, 30, 240, rate) AS raroc_float8,
	raroc(120, 45, 30, 30, 240, rate::real) = raroc(120, 45, 30, 30, 240, rate) AS raroc_real
FROM unnest('{0,0.1,0.08,0.0333,0.123456,-0.02,0.999}'::numeric[]) AS rate;
SELECT residual_income(12345678901234567890.12, 98765432109876543210.98, 0.07::float8) AS amounts_stay_exact,
	residual_income(0, 1, 1e-300::float8) = -1e-300 AS tiny, residual_income(0, 1, 0.1::float8 + 0.2) AS as_it_is;
-- Whole numbers, quoted ones and NULL go where they can; amounts in columns of every exact type.
SELECT residual_income(1000, 5000, 0) AS whole, residual_income('1000', '5000', '0.08') AS quoted,
	residual_income(1000, 5000, NULL) AS no_rate, residual_income(NULL, NULL, NULL) AS nulls,
	residual_income(1000::smallint, 5000::bigint, 0.08) AS columns, residual_income(1000::bigint, 5000.00,
		0::smallint) AS mixed,
	raroc(100, 10, 20, 5, 400) AS no_return, raroc(100, 10, 20, 5, 400, 0) AS whole_return, raroc('100', '10', '20',
		'5', '400', '0.02') AS all_quoted,
	raroc(100::bigint, 10, 20, 5, 400, capital_return => 0.02::real) AS named;
-- Amounts of money are never float8: that would not be exact.
\set VERBOSITY terse
SELECT residual_income(1000::float8, 5000, 0.08);
SELECT profit_margin(1::real, 3);
SELECT raroc(100::float8, 10, 20, 5, 400, 0.02);
\set VERBOSITY default

-- Percent in place of fractions.
SELECT residual_income(100, 1000, 12);
SELECT residual_income(100, 1000, 12.5);
SELECT residual_income(100, 1000, 12.5::float8);
SELECT residual_income(100, 1000, 12::real);
SELECT residual_income(100, 1000, 1);
SELECT residual_income(100, 1000, 1e400);
SELECT residual_income(100, 1000, 'NaN'::real);
SELECT raroc(120, 45, 30, 30, 240, 3);
SELECT raroc(120, 45, 30, 30, 240, 3.0);
SELECT raroc(120, 45, 30, 30, 240, 'Infinity'::float8);
SELECT residual_income(100, 1000, 0.9999999999999999) AS just_below;

-- A ratio to a negative base means nothing; to a positive one it has the sign of what is above.
SELECT return_on_customer(-5, -10, -20) AS three_losses, return_on_customer(5, -10, 20) AS negative_value,
	profit_margin(-30, -20) AS negative_revenue,
	customer_roi(-3, -1) AS negative_cost, raroc(1, 1, 1, 1, -5) AS negative_capital, raroc(1, 1, 1, 1, -5,
		0.1::float8) AS with_return;
SELECT return_on_customer(-5, 10, -20) AS loss, profit_margin(-30, 20) AS margin, customer_roi(-3, 2) AS roi, raroc(1,
	2, 3, 4, 5) AS raroc;
SELECT count(*) AS wrong
FROM unnest('{-7,-1,-0.01,0,0.01,1,7}'::numeric[]) AS a, unnest('{-3,-0.001,0,0.001,3}'::numeric[]) AS b
WHERE (profit_margin(a, b) IS NULL) <> (b <= 0) OR (customer_roi(a, b) IS NULL) <> (b <= 0)
	OR sign(profit_margin(a, b)) <> sign(a)
	OR (return_on_customer(a, b, 1) IS NULL) <> (b <= 0) OR (raroc(a, 0, 0, 0, b) IS NULL) <> (b <= 0);

-- Reals: 0.1 is one tenth.
CREATE TABLE amount AS SELECT unnest('{0.1,0.2,0.3,1.1,-0.7,123456.7,16777216,123456789,1e20,1e-20,NULL}'::real[]) AS v;
SELECT concentration_agg(v) AS reals,
	replace(concentration_agg(v)::text, '~', '') = concentration_agg(v::text::numeric)::text AS as_written FROM amount
		WHERE v < 1e6
	AND v > -1 AND v > 1e-10;
SELECT concentration_agg(v) AS large FROM amount WHERE v > 1e6 OR v = 1e-20::real;
SELECT gini(v) = gini(v::text::numeric) AS gini, top_share(v, 0.2) = top_share(v::text::numeric, 0.2) AS top,
	bottom_share(v, 0.2) = bottom_share(v::text::numeric, 0.2) AS bottom,
	(whale_peak(concentration_agg(v))).cumulative AS peak FROM amount WHERE v < 1e6 AND abs(v) > 1e-10;
SELECT v, cumulative_share(v) OVER w = cumulative_share(v::text::numeric) OVER w AS share,
	pareto_class(v) OVER () = pareto_class(v::text::numeric) OVER () AS class
FROM amount WHERE v < 1e6 AND abs(v) > 1e-10 WINDOW w AS (ORDER BY v DESC) ORDER BY v;
SELECT concentration_agg(v::real) AS whole_reals_are_exact, concentration_agg(v) AS float8
	FROM unnest('{1,2,3.5}'::float8[]) AS v WHERE v < 3;
SELECT purchase_history_agg(day, 0.1::real) AS date, purchase_history_agg(day::timestamp, 0.1::real) AS timestamp,
	purchase_history_agg(day::timestamp AT TIME ZONE 'UTC', 0.1::real) AS timestamptz
FROM (VALUES ('2024-02-29'::date)) AS t(day);
SELECT spend_between(purchase_history_agg('2024-01-01'::date + i, (i / 10.0)::real), '-infinity',
	'infinity') AS sum_of_tenths FROM generate_series(1, 1000) AS i;
SELECT purchase_history_agg('2024-02-29'::date, v) FROM unnest('{1,0.1,-0.05}'::real[]) AS v;
-- Every other type goes where it went.
SELECT pg_typeof(v), concentration_agg(v::smallint)::text AS smallint, concentration_agg(v)::text AS integer,
	concentration_agg(v::bigint)::text AS bigint, concentration_agg(v::numeric)::text AS numeric,
	concentration_agg('1')::text AS quoted, concentration_agg(NULL)::text AS nothing
FROM unnest('{1}'::integer[]) AS v GROUP BY 1;

SELECT concentration_agg('NaN'::real);
SELECT gini('-Infinity'::real);
SELECT cumulative_share('NaN'::real) OVER ();
SELECT purchase_history_agg('2024-02-29'::date, 'NaN'::real);
SELECT purchase_history_agg('2024-02-29'::date, 'NaN'::numeric);
SELECT purchase_history_agg('2024-02-29'::date, '-Infinity'::float8);
DROP TABLE amount;
