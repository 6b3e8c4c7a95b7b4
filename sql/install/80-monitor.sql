-- monitor: control charts, errors of forecasts, seasonal forecasts

-- Windows with a state: a row depends on those before it.
CREATE FUNCTION ewma(x float8, lambda float8, start float8 DEFAULT NULL)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ewma(float8, float8, float8) IS
'Window function: exponentially weighted mean (Roberts 1959), lambda * x + (1 - lambda) * previous result, in units of '
'x. It begins with start, or with the first x where start is NULL. A NULL x gives NULL and changes nothing. '
'ORDER BY must tell all rows apart.';

-- for END WHAT in low/Lower high/Upper
CREATE FUNCTION ewma_{END}(x float8, lambda float8, target float8, sigma float8, width float8 DEFAULT 3,
	exact boolean DEFAULT true)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ewma_{END}(float8, float8, float8, float8, float8, boolean) IS
'Window function: {WHAT} control limit of ewma(x, lambda, target), width of its standard deviations from target. '
'sigma is the standard deviation of x. The limits widen from the first row on. With exact false they are constant: '
'those that are reached in the end. NULL where x is NULL or sigma is 0.';

-- end
-- for END SIDE in high/above low/below
CREATE FUNCTION cusum_{END}(x float8, target float8, k float8, head_start float8 DEFAULT 0,
	reset_above float8 DEFAULT NULL)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cusum_{END}(float8, float8, float8, float8, float8) IS
'Window function: cumulative sum (Page 1954) of how far x lies {SIDE} target by more than k, never below 0, in units '
'of x. It begins at head_start. After a row above reset_above it begins again at 0. A NULL x gives NULL and changes '
'nothing. ORDER BY must tell all rows apart.';

-- end
CREATE FUNCTION spc_rules(x float8, center float8, sigma float8, rules integer[] DEFAULT '{1}')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION spc_rules(float8, float8, float8, integer[]) IS
'Window function: which of these of Nelson''s eight rules (1984) fire at this row, such as 2,6. Empty for none. '
'1: beyond 3 sigma. 2: nine in a row on one side. 3: six in a row rising or falling. 4: fourteen in a row alternating. '
'5: two of three beyond 2 sigma on one side. 6: four of five beyond 1 sigma on one side. 7: fifteen in a row within '
'1 sigma. 8: eight in a row beyond 1 sigma. NULL where x, center or sigma is NULL or sigma is 0; such a row ends '
'every pattern.';

-- for T in boolean integer
CREATE FUNCTION alert(signal {T}, open_after integer DEFAULT 1, close_after integer DEFAULT 1)
RETURNS integer AS 'MODULE_PATHNAME', 'alert_{T}'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION alert({T}, integer, integer) IS
'Window function: number of the alert that is open at this row, 0 for none. An alert opens at the row that is the '
'open_after-th signal in a row. It is closed at the row that is the close_after-th in a row without a signal. A NULL '
'signal changes nothing.';

-- end
CREATE FUNCTION tracking_signal(actual float8, forecast float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION tracking_signal(float8, float8) IS
'Window function: running sum of actual - forecast, divided by the running mean absolute error. Beyond plus or minus 4 '
'the forecast is usually taken as biased. NULL while all errors are 0.';

-- The types of this room.
COMMENT ON TYPE subgroup_summary IS
'Rows of one subgroup of a control chart: number, mean, squares about the mean, smallest and largest. '
'Text form: v1 subgroup 1 [n,mean,rest,squares,smallest,largest]';
COMMENT ON TYPE chart_summary IS
'Sums over the points of a control chart, from which its limits follow. '
'Text form: v1 kind width [parameter,...] number,... ...';
COMMENT ON TYPE error_summary IS
'Sums over the errors of forecasts, from which all measures of error follow. '
'Text form: v1 errors 1 [rows,skipped,sum,...,rest,...]';
COMMENT ON TYPE forecast_model IS
'Level, trend and seasons of a series at its end, with the parameters that were fitted. '
'Text form: v1 holt-winters 1 [parameter,...] season ...';

-- Subgroups, and charts of them.
CREATE FUNCTION xbar_add(summary subgroup_summary, x float8)
RETURNS subgroup_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION xbar_add(subgroup_summary, float8) IS 'The summary with another row.';

CREATE FUNCTION subgroup_merge(a subgroup_summary, b subgroup_summary)
RETURNS subgroup_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION subgroup_merge(subgroup_summary, subgroup_summary) IS 'The rows of both as one subgroup.';

CREATE AGGREGATE xbar_agg(x float8) (
	SFUNC = xbar_add, STYPE = subgroup_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = subgroup_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE xbar_agg(float8) IS
'One subgroup of a control chart. Collect subgroups with chart_agg, or read this one with subgroup_mean, '
'subgroup_range, subgroup_sd.';

CREATE AGGREGATE rollup(summary subgroup_summary) (
	SFUNC = subgroup_merge, STYPE = subgroup_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = subgroup_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(subgroup_summary) IS 'The rows of all summaries as one subgroup.';

CREATE FUNCTION subgroup_size(summary subgroup_summary)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION subgroup_size(subgroup_summary) IS 'Rows of a subgroup.';

CREATE FUNCTION subgroup_mean(summary subgroup_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION subgroup_mean(subgroup_summary) IS 'Mean of a subgroup.';

CREATE FUNCTION subgroup_range(summary subgroup_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION subgroup_range(subgroup_summary) IS 'Largest minus smallest number of a subgroup.';

CREATE FUNCTION subgroup_sd(summary subgroup_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION subgroup_sd(subgroup_summary) IS
'Standard deviation (n - 1) of a subgroup. NULL for a single row.';

CREATE FUNCTION chart_add(summary chart_summary, subgroup subgroup_summary)
RETURNS chart_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION chart_add(chart_summary, subgroup_summary) IS 'The chart with another subgroup.';

CREATE FUNCTION chart_merge(a chart_summary, b chart_summary)
RETURNS chart_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION chart_merge(chart_summary, chart_summary) IS 'The points of both charts.';

CREATE AGGREGATE chart_agg(subgroup subgroup_summary) (
	SFUNC = chart_add, STYPE = chart_summary, SSPACE = 192, INITCOND = 'v1',
	COMBINEFUNC = chart_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE chart_agg(subgroup_summary) IS
'Control chart of subgroups that xbar_agg made. Read it with chart_center, chart_low, chart_high, chart_sigma. '
'chart: xbar_r (the main one: means, with limits by ranges), xbar_s (by standard deviations), xbar_pooled, r, s.';

CREATE AGGREGATE rollup(summary chart_summary) (
	SFUNC = chart_merge, STYPE = chart_summary, SSPACE = 192, INITCOND = 'v1',
	COMBINEFUNC = chart_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(chart_summary) IS
'The points of all charts, as if collected at once. Not for charts of imr_agg and laney_agg, whose points follow one '
'another in time.';

-- Charts of counts.
-- for C WHAT in p/share np/number
CREATE FUNCTION {C}_chart_add(summary chart_summary, defects float8, n float8)
RETURNS chart_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION {C}_chart_add(chart_summary, float8, float8) IS 'The chart with another point.';

CREATE AGGREGATE {C}_chart_agg(defects float8, n float8) (
	SFUNC = {C}_chart_add, STYPE = chart_summary, SSPACE = 128, INITCOND = 'v1',
	COMBINEFUNC = chart_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE {C}_chart_agg(float8, float8) IS
'Control chart of the {WHAT} of defects among n. Read it with chart_center, chart_low, chart_high, chart_sigma. '
'chart: {C} (the main one), exact (limits of the binomial distribution). In an np chart n is the same in all rows.';

-- end
CREATE FUNCTION u_chart_add(summary chart_summary, defects float8, units float8)
RETURNS chart_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION u_chart_add(chart_summary, float8, float8) IS 'The chart with another point.';

CREATE AGGREGATE u_chart_agg(defects float8, units float8) (
	SFUNC = u_chart_add, STYPE = chart_summary, SSPACE = 128, INITCOND = 'v1',
	COMBINEFUNC = chart_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE u_chart_agg(float8, float8) IS
'Control chart of defects per unit. Read it with chart_center, chart_low, chart_high, chart_sigma. '
'chart: u (the main one), exact (limits of the Poisson distribution). Rows of 0 units are ignored.';

CREATE FUNCTION c_chart_add(summary chart_summary, defects float8)
RETURNS chart_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION c_chart_add(chart_summary, float8) IS 'The chart with another point.';

CREATE AGGREGATE c_chart_agg(defects float8) (
	SFUNC = c_chart_add, STYPE = chart_summary, SSPACE = 128, INITCOND = 'v1',
	COMBINEFUNC = chart_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE c_chart_agg(float8) IS
'Control chart of the number of defects. Read it with chart_center, chart_low, chart_high, chart_sigma. '
'chart: c (the main one), exact (limits of the Poisson distribution).';

-- Charts of points that follow one another in time.
CREATE FUNCTION imr_final(state held_rows)
RETURNS chart_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION imr_final(held_rows) IS 'Moving ranges: final function of imr_agg.';

CREATE FUNCTION laney_final(state held_rows)
RETURNS chart_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION laney_final(held_rows) IS 'Moving ranges of z scores: final function of laney_agg.';

-- for T in date timestamp timestamptz bigint
CREATE FUNCTION imr_add(state held_rows, t {T}, x float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'imr_add_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION imr_add(held_rows, {T}, float8) IS 'The state of imr_agg with another row.';

CREATE AGGREGATE imr_agg(t {T}, x float8) (
	SFUNC = imr_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = imr_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE imr_agg({T}, float8) IS
'Control chart of single values, in the order of t. Read it with chart_center, chart_low, chart_high, chart_sigma. '
'chart: i (the main one: limits by the mean moving range), i_median (by the median moving range), mr (moving ranges). '
'Two rows with one t are an error.';

CREATE FUNCTION laney_add(state held_rows, t {T}, defects float8, n float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'laney_add_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION laney_add(held_rows, {T}, float8, float8) IS 'The state of laney_agg with another row.';

CREATE AGGREGATE laney_agg(t {T}, defects float8, n float8) (
	SFUNC = laney_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = laney_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE laney_agg({T}, float8, float8) IS
'Laney''s p'' chart (2002) of the share of defects among large n, in the order of t. Read it with chart_center, '
'chart_low, chart_high, chart_sigma. chart: laney (the main one), p. Two rows with one t are an error.';

-- end
-- Limits.
CREATE FUNCTION chart_center(summary chart_summary, chart text DEFAULT 'main')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION chart_center(chart_summary, text) IS
'Centre line of a control chart. chart: main, or another one that the aggregate allows.';

CREATE FUNCTION chart_center(summary chart_summary, n float8, chart text DEFAULT 'main')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION chart_center(chart_summary, float8, text) IS
'Centre line of a control chart for a point of size n: rows of a subgroup, units inspected.';

-- for END WHAT in low/Lower high/Upper
CREATE FUNCTION chart_{END}(summary chart_summary, chart text DEFAULT 'main')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION chart_{END}(chart_summary, text) IS
'{WHAT} control limit, three standard deviations from the centre line (Shewhart 1931). Clipped to what points can be: '
'a lower limit of 0 never signals. Where points differ in size, n must be given.';

CREATE FUNCTION chart_{END}(summary chart_summary, n float8, chart text DEFAULT 'main')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION chart_{END}(chart_summary, float8, text) IS
'{WHAT} control limit for a point of size n (rows of a subgroup, units inspected), three standard deviations from the '
'centre line. Clipped to what points can be: a lower limit of 0 never signals. NULL for n 0.';

-- end
CREATE FUNCTION chart_sigma(summary chart_summary, chart text DEFAULT 'main')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION chart_sigma(chart_summary, text) IS
'Standard deviation of single values, or of the defects of one unit, that the limits rest on.';

CREATE FUNCTION chart_sigma(summary chart_summary, n float8, chart text DEFAULT 'main')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION chart_sigma(chart_summary, float8, text) IS
'Standard deviation of a point of size n of a control chart, as spc_rules and cusum_arl need it.';

CREATE FUNCTION chart_constant(name text, n integer)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION chart_constant(text, integer) IS
'Constant of control charts for subgroups of n, computed to 12 digits. name: A2, A3, B3, B4, c4, d2, d3, '
'd4 (median of the range), D3, D4 or E2. n: 2 to 1000.';

CREATE FUNCTION cusum_arl(h float8, k float8, shift float8 DEFAULT 0)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION cusum_arl(float8, float8, float8) IS
'Average number of points until cusum_high or cusum_low passes h, when the mean has moved by shift. All are in '
'standard deviations of a point. With shift 0: points between false alarms. NULL where it is beyond all numbers.';

CREATE FUNCTION ewma_arl(lambda float8, width float8, shift float8 DEFAULT 0)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION ewma_arl(float8, float8, float8) IS
'Average number of points until ewma passes constant limits (Crowder 1987), when the mean has moved by shift, in '
'standard deviations of a point. With shift 0: points between false alarms. NULL where it is beyond all numbers.';

-- Errors of forecasts.
CREATE FUNCTION error_add(summary error_summary, actual float8, forecast float8)
RETURNS error_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION error_add(error_summary, float8, float8) IS 'The summary with another row.';

CREATE FUNCTION error_add(summary error_summary, actual float8, forecast float8, weight float8)
RETURNS error_summary AS 'MODULE_PATHNAME', 'error_add_weighted'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION error_add(error_summary, float8, float8, float8) IS
'The summary with another row of this weight.';

CREATE FUNCTION error_merge(a error_summary, b error_summary)
RETURNS error_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION error_merge(error_summary, error_summary) IS 'The rows of both summaries.';

CREATE AGGREGATE error_agg(actual float8, forecast float8) (
	SFUNC = error_add, STYPE = error_summary, SSPACE = 256, INITCOND = 'v1',
	COMBINEFUNC = error_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE error_agg(float8, float8) IS
'Summary of forecasts and what came. Read it with mae, rmse, mean_error, mape, smape, wape, bias, mase. Rows with a '
'NULL are ignored.';

CREATE AGGREGATE error_agg(actual float8, forecast float8, weight float8) (
	SFUNC = error_add, STYPE = error_summary, SSPACE = 256, INITCOND = 'v1',
	COMBINEFUNC = error_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE error_agg(float8, float8, float8) IS
'Summary of forecasts and what came, where a row of weight 3 counts as three rows. Read it with mae, rmse, mean_error, '
'mape, smape, wape, bias, mase.';

CREATE AGGREGATE rollup(summary error_summary) (
	SFUNC = error_merge, STYPE = error_summary, SSPACE = 256, INITCOND = 'v1',
	COMBINEFUNC = error_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(error_summary) IS 'The rows of all summaries, as if collected at once.';

CREATE FUNCTION mean_error(summary error_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'error_mean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mean_error(error_summary) IS
'Mean of actual - forecast, in units of actual. Above 0: forecasts were too low.';

CREATE FUNCTION mae(summary error_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'error_mae'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mae(error_summary) IS
'Mean absolute error, in units of actual.';

CREATE FUNCTION rmse(summary error_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'error_rmse'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION rmse(error_summary) IS
'Root of the mean squared error, in units of actual.';

CREATE FUNCTION mape(summary error_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'error_mape'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mape(error_summary) IS
'Mean of |actual - forecast| / |actual| over rows where actual is not 0: 0.05 is 5 percent. skipped counts the others.';

CREATE FUNCTION smape(summary error_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'error_smape'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION smape(error_summary) IS
'Mean of |actual - forecast| / mean of |actual| and |forecast|: from 0 to 2. A row where both are 0 counts 0.';

CREATE FUNCTION wape(summary error_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'error_wape'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION wape(error_summary) IS
'Sum of |actual - forecast| / sum of |actual|: 0.05 is 5 percent. NULL where all actual are 0.';

CREATE FUNCTION bias(summary error_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'error_bias'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bias(error_summary) IS
'Sum of forecast - actual / sum of actual: 0.05 is 5 percent too high. NULL where actual sums to 0.';

CREATE FUNCTION mase(summary error_summary, naive_mae float8)
RETURNS float8 AS 'MODULE_PATHNAME', 'error_mase'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mase(error_summary, float8) IS
'Mean absolute scaled error (Hyndman and Koehler 2006): mae / naive_mae, that of the naive forecast on the training '
'data. Below 1 the forecast is better than the naive one.';

CREATE FUNCTION error_rows(summary error_summary)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION error_rows(error_summary) IS 'Rows with an actual and a forecast.';

CREATE FUNCTION skipped(summary error_summary)
RETURNS bigint AS 'MODULE_PATHNAME', 'error_skipped'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION skipped(error_summary) IS 'Rows that mape leaves out, since actual is 0.';

CREATE FUNCTION pinball_loss(actual float8, forecast float8, q float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION pinball_loss(float8, float8, float8) IS
'Loss of a forecast of the q quantile (Koenker and Bassett 1978), in units of actual. Its mean is least for the true '
'quantile.';

-- Forecasts of the next periods.
CREATE FUNCTION holt_winters_final(state held_rows)
RETURNS forecast_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION holt_winters_final(held_rows) IS 'Least squares: final function of holt_winters_agg.';

-- for T in date integer
CREATE FUNCTION holt_winters_add(state held_rows, t {T}, x float8, period integer)
RETURNS held_rows AS 'MODULE_PATHNAME', 'holt_winters_add_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION holt_winters_add(held_rows, {T}, float8, integer) IS
'The state of holt_winters_agg with another row.';

CREATE FUNCTION holt_winters_add(state held_rows, t {T}, x float8, period integer, kind text)
RETURNS held_rows AS 'MODULE_PATHNAME', 'holt_winters_add_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION holt_winters_add(held_rows, {T}, float8, integer, text) IS
'The state of holt_winters_agg with another row.';

CREATE FUNCTION holt_winters_add(state held_rows, t {T}, x float8, period integer, kind text, alpha float8, beta float8,
	gamma float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'holt_winters_add_{T}'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION holt_winters_add(held_rows, {T}, float8, integer, text, float8, float8, float8) IS
'The state of holt_winters_agg with another row. Parameters that are NULL are to be fitted.';

CREATE AGGREGATE holt_winters_agg(t {T}, x float8, period integer) (
	SFUNC = holt_winters_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = holt_winters_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE holt_winters_agg({T}, float8, integer) IS
'Forecast of a series with additive seasons of so many periods (Winters 1960), fitted by least squares. Read it with '
'forecast, forecast_low, forecast_high, forecast_table, model_json. Rows may come in any order. A missing period is an '
'error.';

CREATE AGGREGATE holt_winters_agg(t {T}, x float8, period integer, kind text) (
	SFUNC = holt_winters_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = holt_winters_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE holt_winters_agg({T}, float8, integer, text) IS
'Forecast of a series with seasons (Winters 1960), fitted by least squares. kind: additive, or multiplicative for '
'seasons that grow with the level. A missing period is an error.';

CREATE AGGREGATE holt_winters_agg(t {T}, x float8, period integer, kind text, alpha float8, beta float8, gamma float8) (
	SFUNC = holt_winters_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = holt_winters_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE holt_winters_agg({T}, float8, integer, text, float8, float8, float8) IS
'Forecast of a series with seasons (Winters 1960) and these parameters, from 0 to 1. Those that are NULL are fitted '
'by least squares. A missing period is an error.';

-- end
CREATE FUNCTION forecast(model forecast_model, ahead integer)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION forecast(forecast_model, integer) IS
'Forecast of so many periods after the last one, in units of x. NULL where there is none: see the warnings of '
'model_json.';

-- for END WHAT in low/Lower high/Upper
CREATE FUNCTION forecast_{END}(model forecast_model, ahead integer, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION forecast_{END}(forecast_model, integer, float8) IS
'{WHAT} end of the prediction interval of a forecast (Chatfield and Yar 1991). NULL for multiplicative seasons, whose '
'interval has no closed form.';

-- end
CREATE FUNCTION forecast_table(model forecast_model, n integer, confidence float8 DEFAULT 0.95)
RETURNS TABLE (ahead integer, t_date date, t_integer bigint, forecast float8, low float8, high float8)
AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 12;
COMMENT ON FUNCTION forecast_table(forecast_model, integer, float8) IS
'The next n periods with their forecasts and prediction intervals. t_date or t_integer, as t of the series was. '
'No rows where there is no forecast: see warnings.';

CREATE FUNCTION warnings(model forecast_model)
RETURNS text AS 'MODULE_PATHNAME', 'forecast_model_warnings'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION warnings(forecast_model) IS
'What is wrong with the forecast, in words, such as fewer than two seasons; NULL for nothing.';

CREATE FUNCTION model_json(model forecast_model)
RETURNS jsonb AS 'MODULE_PATHNAME', 'forecast_model_json'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION model_json(forecast_model) IS
'Forecast as jsonb: kind, period, rows, alpha, beta, gamma, fitted, level, trend, seasons, sse (of the errors one '
'period ahead), sigma, last, iterations, converged, warnings.';
