-- error_summary: how good forecasts were; pinball loss; ols_test.
\i test/include/close.sql

-- M9: zeros, negatives, both.
CREATE TABLE m9 AS SELECT * FROM unnest('{0,10,0,5,-3,20}'::float8[], '{0,12,3,5,-2,15}'::float8[],
	'{1,2,1,1,3,2}'::float8[]) WITH ORDINALITY AS t(a, f, w, i);
CREATE TABLE s AS SELECT error_agg(a, f) AS s, error_agg(a, f, w) AS weighted FROM m9;
SELECT close(mean_error(s), -0.1666666666667, 1e-11) AS mean_error, close(mae(s), 1.833333333333) AS mae,
	close(rmse(s), 2.549509756796) AS rmse, close(mape(s), 0.1958333333333) AS mape, skipped(s), error_rows(s),
	close(wape(s), 0.2894736842105) AS wape, close(smape(s), 0.4779220779221) AS smape,
	close(bias(s), 0.03125) AS bias FROM s;
SELECT close(mase(s, 11.2), 0.1636904761905) AS mase, mae(weighted) AS weighted_mae,
	close(rmse(weighted), 2.645751311065) AS weighted_rmse FROM s;
-- What follows in plain SQL: the naive errors of the same series, the median error, Theil's U1, both-zero rows left
-- out, WAPE by the plain sum.
SELECT avg(abs(a - before)) AS naive_mae,
	close(sqrt(avg((a - f) ^ 2)) / sqrt(avg((a - before) ^ 2)), 0.1993264943372) AS rmsse,
	percentile_cont(0.5) WITHIN GROUP (ORDER BY abs(a - f)) AS median_error,
	close(rmse(error_agg(a, f)) / (sqrt(avg(a ^ 2)) + sqrt(avg(f ^ 2))), 0.1442839919214) AS theil_u1,
		close(smape(error_agg(a, f) FILTER (WHERE a <> 0 OR f <> 0)), 0.5735064935065) AS smape_without_zeros,
		close(sum(abs(a - f)) / sum(a), 0.34375) AS wape_by_sum
FROM (SELECT *, lag(a) OVER (ORDER BY i) AS before FROM m9) AS t;
SELECT q, close(avg(pinball_loss(a, f, q)), expected) AS pinball
FROM m9, (VALUES (0.1, 0.9833333333333), (0.5, 0.9166666666667), (0.9, 0.85)) AS v(q, expected) GROUP BY q, expected
ORDER BY q;
-- S34.
SELECT mean_error(s), close(mae(s), 6.166666666667) AS mae, close(rmse(s), 6.819090848493) AS rmse,
	close(mape(s), 0.04167211328976) AS mape, close(wape(s), 0.05034013605442) AS wape,
	close(smape(s), 0.3680467975583) AS smape, close(bias(s), 0.004081632653061) AS bias,
	close(mase(s, naive), 0.09635416666667) AS mase
FROM (SELECT error_agg(a, f) AS s, avg(abs(a - before)) AS naive
	FROM (SELECT a, f, lag(a) OVER (ORDER BY i) AS before
	FROM unnest('{120,135,0,150,160,170}'::integer[], '{118,140,5,145,170,160}'::integer[]) WITH ORDINALITY AS t(a, f,
	i)) AS t) AS q;
-- As defined, on many rows; a weight is a repetition; weights 7 are no weights; parts in any order are the whole.
CREATE TABLE many AS SELECT i, sin(i) * 100 + i % 7 AS a, sin(i) * 90 + i % 5 AS f, i % 4 AS w
FROM generate_series(1, 5000) AS i;
SELECT close(mae(s), avg(abs(a - f))) AS mae, close(mean_error(s), avg(a - f), 1e-9) AS mean_error,
	close(rmse(s), sqrt(avg((a - f) ^ 2))) AS rmse, close(mape(s), avg(abs((a - f) / a))) AS mape,
	close(smape(s), avg(2 * abs(a - f) / (abs(a) + abs(f)))) AS smape,
	close(wape(s), sum(abs(a - f)) / sum(abs(a))) AS wape, close(bias(s), sum(f - a) / sum(a), 1e-9) AS bias
FROM many, (SELECT error_agg(a, f) AS s FROM many) AS t GROUP BY s;
SELECT bool_and(close(x, y)) AS repetition
FROM (SELECT error_agg(a, f, w) AS p, (SELECT error_agg(a, f) FROM many, generate_series(1, w)) AS q FROM many) AS t,
	unnest(ARRAY[mae(p), rmse(p), mean_error(p), mape(p), smape(p), wape(p), bias(p)],
	ARRAY[mae(q), rmse(q), mean_error(q), mape(q), smape(q), wape(q), bias(q)]) AS u(x, y);
SELECT bool_and(close(x, y)) AS constant_weight
FROM (SELECT error_agg(a, f, 7) AS p, error_agg(a, f) AS q FROM many) AS t,
	unnest(ARRAY[mae(p), rmse(p), mean_error(p), mape(p), smape(p), wape(p), bias(p)],
	ARRAY[mae(q), rmse(q), mean_error(q), mape(q), smape(q), wape(q), bias(q)]) AS u(x, y);
SELECT bool_and(close(x, y, 1e-14)) AS merged
FROM (SELECT error_agg(a, f) AS p,
	(SELECT rollup(s ORDER BY g DESC)
	FROM (SELECT i % 37 AS g, error_agg(a, f ORDER BY i DESC) AS s FROM many GROUP BY 1) AS parts) AS q
FROM many) AS t, unnest(ARRAY[mae(p), rmse(p), mean_error(p), mape(p), smape(p), wape(p), bias(p)],
	ARRAY[mae(q), rmse(q), mean_error(q), mape(q), smape(q), wape(q), bias(q)]) AS u(x, y);
-- Whole numbers give the same bytes in any order and split, and sums that cancel lose nothing.
SELECT error_agg(i, i * i % 97) = (SELECT rollup(s)
	FROM (SELECT error_agg(i, i * i % 97 ORDER BY -i) AS s FROM generate_series(1, 1000) AS i
	GROUP BY i % 13) AS t) AS same FROM generate_series(1, 1000) AS i;
SELECT mean_error(error_agg(a, 0)) * 4 AS cancels FROM unnest('{1e16,1,-1e16,1}'::float8[]) AS a;

-- What does not exist: no rows, actual 0, one row, a naive error of 0.
SELECT error_agg(NULL, 1::float8) AS none, mae('v1') AS mae, mape('v1') AS mape, mase('v1', 1) AS mase, skipped('v1'),
	error_rows('v1'), error_agg(1, 2, 0) AS no_weight, error_agg(1, 2, NULL) AS null_weight;
SELECT mae(s), mape(s), wape(s), bias(s), smape(s), skipped(s), error_rows(s)
FROM (SELECT error_agg(0, f) AS s FROM (VALUES (1), (0)) AS t(f)) AS t;
SELECT bias(error_agg(a, 1)) AS sum_0, wape(error_agg(a, 1)) AS wape FROM (VALUES (5), (-5)) AS t(a);
SELECT mase(s, NULL) AS naive_of_one_row, mase(s, 0) AS naive_0 FROM s;
-- What is refused.
SELECT mase(s, -1) FROM s;
SELECT error_agg('NaN', 1);
SELECT error_agg(1, '-Infinity');
SELECT error_agg(1, 2, -1);
SELECT error_agg(1e200, -1e200);
SELECT error_agg(5e-324, 1);
SELECT pinball_loss(1, 2, 1.5);
SELECT pinball_loss(1.7e308, -1.7e308, 0.5);
SELECT pinball_loss(1, 3, 0.25) AS above, pinball_loss(3, 1, 0.25) AS below, pinball_loss(NULL, 1, 0.5) AS null;
-- Columns of every numeric type.
SELECT error_agg(s, i) = error_agg(b, n) AND error_agg(r, n) = error_agg(i, b, s) AS same
FROM (SELECT 1::smallint AS s, 1::integer AS i, 1::bigint AS b, 1::numeric AS n, 1::real AS r) AS t;
-- Outside an aggregate, arguments stay as they are; text that is no value.
SELECT error_add(s, 3, 2) = error_merge(s, error_agg(3, 2)) AS more, s = (SELECT error_agg(1, 2)) AS kept
FROM (SELECT error_agg(1, 2) AS s) AS t GROUP BY s;
SELECT 'v1 errors 1 [1,2]'::error_summary;
SELECT 'v1 errors 1 [0,0,1,1,1,1,1,1,1,1,1,0,0,0,0,0,0,0,0,0]'::error_summary;
SELECT 'v1 errors 1 [1,2,1,1,1,1,1,1,1,1,1,0,0,0,0,0,0,0,0,0]'::error_summary;
SELECT 'v1 errors 1 [1,0,1,1,1,1,1,1,1,1,1,0.5,0,0,0,0,0,0,0,0]'::error_summary;
SELECT 'v1 errors 1 [1,0,1,1,-1,1,1,1,1,1,1,0,0,0,0,0,0,0,0,0]'::error_summary;
SELECT 'v1 errors 1 [1,1,1,1,1,1,1,1,1,1,1,0,0,0,0,0,0,0,0,0]'::error_summary;
SELECT 'v1 errors 1 [1,0,1,1,1,1,1,1,1,1,1,0,0,0,0,0,0,0,0,0] 1'::error_summary;

-- M10: is the forecast unbiased? Mincer and Zarnowitz, and Theil's parts of the mean squared error.
CREATE TABLE m10 AS SELECT * FROM unnest('{120,135,128,150,160,170,155,180}'::float8[],
	'{118,140,132,145,170,160,150,190}'::float8[]) AS t(a, f);
SELECT bool_and(close(c.estimate, e.estimate) AND close(c.std_error, e.std_error)) AS coefficients
FROM (SELECT ols_agg(a, f) AS s FROM m10) AS t, ols_coef(s) AS c
	JOIN (VALUES ('const', 18.64470044469, 18.84826558427), ('x1', 0.8704086277531, 0.1239209841168)) AS e(term,
	estimate, std_error) USING (term);
SELECT close(ols_r2(s), 0.8915698726177) AS r2, close(f, 0.6026691701869) AS f, df1, df2,
	close(p, 0.5774183945631) AS p, close(ols_predict(s, '{165}'), 162.262124024) AS at_165
FROM (SELECT ols_agg(a, f) AS s FROM m10) AS t, ols_test(s, '{0,1}');
SELECT close(avg(a - f) ^ 2 / avg((a - f) ^ 2), 0.01550632911392) AS bias,
	close((stddev_pop(f) - stddev_pop(a)) ^ 2 / avg((a - f) ^ 2), 0.0552410771659) AS variance,
	close(2 * (1 - corr(a, f)) * stddev_pop(a) * stddev_pop(f) / avg((a - f) ^ 2), 0.9292525937202) AS covariance
FROM m10;
-- The estimates themselves are never refuted; as defined, with several regressors; weights; a regressor that is a sum
-- of others.
CREATE TABLE r AS SELECT i, sin(i) AS x1, cos(3 * i) AS x2, 1 + 2 * sin(i) - cos(3 * i) + sin(i * i) AS y,
	1 + i % 3 AS w FROM generate_series(1, 50) AS i;
SELECT abs(f) < 1e-20 AS f_0, p AS p_1 FROM (SELECT ols_agg(y, ARRAY[x1, x2]) AS s FROM r) AS t,
	LATERAL (SELECT array_agg(estimate ORDER BY term) AS b FROM ols_coef(s)) AS c, ols_test(s, b);
SELECT close(t.f, ((rss0 - rss) / 3) / (rss / 47), 1e-10) AS f, df1, df2
FROM (SELECT ols_agg(y, ARRAY[x1, x2]) AS s, sum((y - 1 - 2 * x1 + x2) ^ 2) AS rss0, sum((y - m) ^ 2) AS rss
	FROM (SELECT *, ols_predict((SELECT ols_agg(y, ARRAY[x1, x2]) FROM r), ARRAY[x1, x2]) AS m FROM r) AS q) AS u,
	ols_test(s, '{1,2,-1}') AS t;
SELECT close(a.f, b.f, 1e-10) AS constant_weight
FROM (SELECT ols_agg(y, ARRAY[x1, x2]) AS s, ols_agg(y, ARRAY[x1, x2], 4) AS other FROM r) AS t,
	ols_test(s, '{1,2,-1}') AS a, ols_test(other, '{1,2,-1}') AS b;
SELECT close(a.f, b.f, 1e-10) AS aliased, b.df1
FROM (SELECT ols_agg(y, ARRAY[x1, x2]) AS s, ols_agg(y, ARRAY[x1, x2, x1 + x2]) AS other FROM r) AS t,
	ols_test(s, '{1,2,-1}') AS a, ols_test(other, '{1,1,-2,1}') AS b;
SELECT * FROM ols_test((SELECT ols_agg(a, f) FROM (VALUES (1, 2), (2, 4)) AS t(a, f)), '{0,1}');
SELECT ols_test('v1', '{0,1}') IS NULL AS empty, ols_test(NULL, '{0,1}') IS NULL AS null;
SELECT ols_test(ols_agg(a, f), '{0}') FROM m10;
SELECT ols_test(ols_agg(a, f), '{0,NULL}') FROM m10;
DROP TABLE m9, s, many, m10, r;
