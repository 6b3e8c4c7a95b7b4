-- Cash flows, and customer equity.

-- Money that comes and goes: next and now differ by one period.
SELECT round(clv('{100,200,300}', 0), 2) AS undiscounted, round(clv('{-100,60,60}', 0.1, 'now'), 12) AS now,
	round(clv('{-100,60,60}', 0.1) * 1.1, 12) AS next, clv('{}', 0.1) AS nothing, clv('{1,NULL}', 0.1) AS unknown;
-- Constant margins are the simple formula; the annuity of example 14.
SELECT round(clv(array_fill(20000::numeric, '{3}'), 0.06), 6) AS annuity;
SELECT count(*) AS compared, count(*) FILTER (WHERE abs(flows::float8 - simple) > 1e-9) AS differ FROM (
	SELECT clv(array_agg(150 * (r / 10.0) ^ (k - 1 + (first = 'next')::integer) ORDER BY k), d / 100.0, first) AS flows,
		clv(150, r / 10.0, d / 100.0, 20, first) AS simple
	FROM generate_series(1, 9) AS r, generate_series(0, 40, 10) AS d, unnest('{now,next}'::text[]) AS first,
		generate_series(1, 20) AS k
	GROUP BY r, d, first) AS t;
-- Lifetime profit is lifetime revenue less lifetime cost.
SELECT round(clv('{500,400}', 0.08) - clv('{320,210}', 0.08), 12) AS profit, round(clv('{180,190}', 0.08), 12) AS same,
	round(180 / 1.08 + 190 / 1.1664, 12) AS by_hand;
-- At least 16 digits are right where flows cancel, too: -1 / 11000000, and -1e-15 / 1.25^4 = -4.096e-16.
SELECT clv('{1000000,-1100000.0000001}', 0.1, 'now') AS cancels, clv('{1,-0.5}', -0.5, 'now') AS nothing_is_left,
	clv('{1,1e-400}', 0) - 1 = 1e-400 AS exact;
SELECT clv('{1,2,3,-8.828125000000001}', 0.25) AS cancels, clv('{1,2,3,-8.828125}', 0.25) AS to_nothing;
SELECT clv('{1}', -1);
SELECT clv('{1}', 'NaN');
SELECT clv('{1,NaN}', 0.1);
SELECT clv('{{1,2},{3,4}}', 0.1);
SELECT clv('{1}', 0.1, 'later');

-- Example 15: today, the best of each alone, the best of both.
CREATE FUNCTION r(x float8) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT round(x::numeric, 10)';
SELECT r(customer_equity(50, 0.1, 0, 1, 10, 0.4)) AS value, r(customer_equity(50, 0.1, 5, 0.25, 10, 0.4)) AS equity;
SELECT r(a.spend) AS spend, r(a.rate) AS rate, r(a.equity) AS equity
FROM optimal_acquisition_spend(customer_equity(50, 0.1, 0, 1, 10, 0.4), 5, 0.25, 0.4) AS a;
SELECT r(k.spend) AS spend, r(k.rate) AS rate, r(k.value) AS value, r(a.spend) AS acquisition, r(a.rate) AS won,
	r(a.equity) AS equity
FROM optimal_retention_spend(margin => 50, discount => 0.1, current_spend => 10, current_rate => 0.4,
		ceiling => 0.7) AS k,
	optimal_acquisition_spend(k.value, current_spend => 5, current_rate => 0.25, ceiling => 0.4) AS a;
-- Its corner: do not acquire.
SELECT a.*
FROM optimal_retention_spend(50, 0.1, 10, 0.4, 0.7) AS k, optimal_acquisition_spend(k.value, 5, 0.02, 0.1) AS a;
SELECT a.* FROM optimal_acquisition_spend(-20, 5, 0.25, 0.4) AS a;
SELECT k.* FROM optimal_retention_spend(1, 0.1, 10, 0.4, 0.7) AS k;
SELECT k.* FROM optimal_retention_spend(50, 0.1, 10, 0, 0.7) AS k;
-- No other spending is better, where margins, discounts and answers differ by orders of magnitude; marginal costs
-- equal the value.
CREATE TABLE case_of AS SELECT m, d, c, share, k.*, a.spend AS acquisition, a.rate AS won, a.equity
FROM unnest('{0.01,1,50,1e4}'::float8[]) AS m, unnest('{-0.02,0.001,0.1,0.95}'::float8[]) AS d,
	unnest('{0.2,0.7,0.97}'::float8[]) AS c, unnest('{0.001,0.4,0.999}'::float8[]) AS share,
	LATERAL optimal_retention_spend(m, d, 10, share * c, c) AS k,
		LATERAL optimal_acquisition_spend(k.value, 5, share * 0.4, 0.4) AS a;
SELECT count(*) AS cases, count(*) FILTER (WHERE spend > 0) AS spending,
	count(*) FILTER (WHERE acquisition > 0) AS acquiring,
	count(*) FILTER (WHERE value < customer_equity(m, d, 0, 1, other,
				c * (1 - (1 - share) ^ (other / 10))) * (1 - 1e-12)) AS better,
	count(*) FILTER (WHERE f > 1
			AND equity < customer_equity(m, d, acquisition * f, 0.4 * (1 - (1 - share) ^ (acquisition * f / 5)), spend,
				rate) - 1e-12 * value) AS better_acquisition
FROM case_of, unnest('{0.9,0.99,1.01,1.1,2}'::float8[]) AS f,
	LATERAL (SELECT spend * f + (f - 0.9) * 0.01 AS other) AS o;
SELECT count(*) FILTER (WHERE spend > 0
		AND abs((1 - share) ^ (-spend / 10) / (-ln(1 - share) / 10 * c) / value - 1) > 1e-9) AS retention,
	count(*) FILTER (WHERE acquisition > 0
			AND abs((1 - share) ^ (-acquisition / 5) / (-ln(1 - share) / 5 * 0.4) / value - 1) > 1e-9) AS acquisition
FROM case_of;
SELECT customer_equity(1, 0, 0, 1, 0, 1);
SELECT customer_equity(1, 0.1, -5, 1, 0, 1);
SELECT customer_equity(1, 0.1, 5, 25, 0, 1);
SELECT optimal_acquisition_spend(100, 0, 0.25, 0.4);
SELECT optimal_acquisition_spend(100, 5, 0.4, 0.4);
SELECT optimal_retention_spend(50, 0, 10, 0.4, 1);
SELECT optimal_retention_spend(50, -1, 10, 0.4, 0.7);
-- Percent in place of fractions.
SELECT clv('{100,100}', 12);
SELECT clv('{100,100}', 12.0);
SELECT clv('{100,100}', '12');
SELECT clv('{100,100}', 1e400);
SELECT clv('{100,100}', -1);
SELECT clv('{100,100}', 'NaN'::float8);
SELECT customer_equity(1, 12, 0, 1, 0, 0.5);
SELECT optimal_retention_spend(50, 12, 10, 0.4, 0.7);
-- A float8 discount stands for its shortest decimal; numbers of every type, in quotes, and NULL.
SELECT clv('{100,200,300}'::numeric[], d::float8) = clv('{100,200,300}', d) AS same, clv('{100,200,300}', d) AS value,
	clv('{100,200,300}'::numeric[], d::real) = clv('{100,200,300}', d) AS real,
	clv('{100,200,300}'::numeric[], d::float8, 'now') = clv('{100,200,300}', d, 'now') AS now
FROM (SELECT 0.1 AS d) AS t;
SELECT clv('{100,200,300}', '0.1') AS quoted, clv('{100,200,300}', 0::smallint) AS smallint,
	clv('{100,200,300}', 0::bigint) AS bigint, clv('{100,200,300}'::integer[], 0.1::real) AS real,
		clv('{100,200,300}', NULL) AS nothing,
	clv(NULL, NULL) AS nulls, clv('{100,200,300}', 0) AS whole;
SELECT optimal_retention_spend('Infinity', 0.1, 10, 0.4, 0.7);
DROP TABLE case_of;
DROP FUNCTION r;
