-- monitor: is all this still true?

-- Windows with a state.
CREATE FUNCTION ewma(x float8, lambda float8, start float8 DEFAULT NULL)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION ewma(float8, float8, float8) IS
'window function: exponentially weighted mean, lambda * x + (1 - lambda) * the value before, from start or the first x on; needs ORDER BY without ties (Roberts 1959)';

-- for END WHAT in low/lower high/upper
CREATE FUNCTION ewma_{END}(x float8, lambda float8, target float8, sigma float8, width float8 DEFAULT 3, exact boolean DEFAULT true)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION ewma_{END}(float8, float8, float8, float8, float8, boolean) IS
'window function: {WHAT} control limit of ewma(x, lambda, target), width standard deviations away; widens from the first point on, or is the last one without exact';

-- end
-- for END SIDE in high/above low/below
CREATE FUNCTION cusum_{END}(x float8, target float8, k float8, head_start float8 DEFAULT 0, reset_above float8 DEFAULT NULL)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION cusum_{END}(float8, float8, float8, float8, float8) IS
'window function: cumulative sum of how far x lies {SIDE} target by more than k, never below 0; begins at head_start, and at 0 after a row above reset_above (Page 1954)';

-- end
CREATE FUNCTION spc_rules(x float8, center float8, sigma float8, rules integer[] DEFAULT '{1}')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION spc_rules(float8, float8, float8, integer[]) IS
'window function: which of these of Nelson''s eight rules fire at this row, as 2,6; empty for none (Nelson 1984)';

-- for T in boolean integer
CREATE FUNCTION alert(signal {T}, open_after integer DEFAULT 1, close_after integer DEFAULT 1)
RETURNS integer AS 'MODULE_PATHNAME', 'alert_{T}'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION alert({T}, integer, integer) IS
'window function: number of the alert that is open at this row, or 0; opens after open_after signals in a row, closes after close_after rows in a row without';

-- end
CREATE FUNCTION tracking_signal(actual float8, forecast float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION tracking_signal(float8, float8) IS
'window function: running sum of actual - forecast, divided by its running mean absolute value; far from 0 for a biased forecast';

-- The types of this room.
-- for T in subgroup_summary chart_summary error_summary forecast_model
CREATE TYPE {T};

CREATE FUNCTION {T}_in(cstring)
RETURNS {T} AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION {T}_out({T})
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION {T}_recv(internal)
RETURNS {T} AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION {T}_send({T})
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE {T} (
	INPUT = {T}_in,
	OUTPUT = {T}_out,
	RECEIVE = {T}_recv,
	SEND = {T}_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

COMMENT ON FUNCTION {T}_in(cstring) IS 'text input of {T}';
COMMENT ON FUNCTION {T}_out({T}) IS 'text output of {T}';
COMMENT ON FUNCTION {T}_recv(internal) IS 'binary input of {T}';
COMMENT ON FUNCTION {T}_send({T}) IS 'binary output of {T}';

-- end
COMMENT ON TYPE subgroup_summary IS
'the rows of one subgroup of a control chart: number, mean, squares about it, smallest and largest; text form "v1 subgroup 1 [n,mean,rest,squares,smallest,largest]"';
COMMENT ON TYPE chart_summary IS
'sums over the points of a control chart, from which its limits follow; text form "v1 kind width [parameter,...] number,... ..."';
COMMENT ON TYPE error_summary IS
'sums over the errors of forecasts, from which their measures follow; text form "v1 errors 1 [rows,skipped,sum,rest,...]"';
COMMENT ON TYPE forecast_model IS
'level, trend and seasons of a series at its end, and how they were fitted; text form "v1 holt-winters 1 [parameter,...] season ..."';

-- Subgroups, and charts of them.
CREATE FUNCTION xbar_add(summary subgroup_summary, x float8)
RETURNS subgroup_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION xbar_add(subgroup_summary, float8) IS 'the summary with one more row';

CREATE FUNCTION subgroup_merge(a subgroup_summary, b subgroup_summary)
RETURNS subgroup_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION subgroup_merge(subgroup_summary, subgroup_summary) IS 'the rows of both as one subgroup';

CREATE AGGREGATE xbar_agg(x float8) (
	SFUNC = xbar_add, STYPE = subgroup_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = subgroup_merge,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE xbar_agg(float8) IS
'one subgroup of a chart of means: collect subgroups with chart_agg, or read this one with subgroup_mean, subgroup_range, subgroup_sd';

CREATE AGGREGATE rollup(summary subgroup_summary) (
	SFUNC = subgroup_merge, STYPE = subgroup_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = subgroup_merge,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE rollup(subgroup_summary) IS 'the rows of all as one subgroup';

CREATE FUNCTION subgroup_size(summary subgroup_summary)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION subgroup_size(subgroup_summary) IS 'rows of a subgroup';

-- for F in mean range sd
CREATE FUNCTION subgroup_{F}(summary subgroup_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

-- end
COMMENT ON FUNCTION subgroup_mean(subgroup_summary) IS 'mean of a subgroup';
COMMENT ON FUNCTION subgroup_range(subgroup_summary) IS 'largest less smallest number of a subgroup';
COMMENT ON FUNCTION subgroup_sd(subgroup_summary) IS 'standard deviation (n - 1) of a subgroup; NULL for one row';

CREATE FUNCTION chart_add(summary chart_summary, subgroup subgroup_summary)
RETURNS chart_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION chart_add(chart_summary, subgroup_summary) IS 'the chart with one more subgroup';

CREATE FUNCTION chart_merge(a chart_summary, b chart_summary)
RETURNS chart_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION chart_merge(chart_summary, chart_summary) IS 'the points of both charts';

CREATE AGGREGATE chart_agg(subgroup subgroup_summary) (
	SFUNC = chart_add, STYPE = chart_summary, SSPACE = 192, INITCOND = 'v1',
	COMBINEFUNC = chart_merge,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE chart_agg(subgroup_summary) IS
'control chart of subgroups made by xbar_agg: read chart_center, chart_low, chart_high with chart xbar_r (the main one), xbar_s, xbar_pooled, r or s';

CREATE AGGREGATE rollup(summary chart_summary) (
	SFUNC = chart_merge, STYPE = chart_summary, SSPACE = 192, INITCOND = 'v1',
	COMBINEFUNC = chart_merge,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE rollup(chart_summary) IS
'the points of all charts; not for those of imr_agg and laney_agg, whose points follow one another in time';

-- Charts of counts.
-- for C in p np
CREATE FUNCTION {C}_chart_add(summary chart_summary, defects float8, n float8)
RETURNS chart_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION {C}_chart_add(chart_summary, float8, float8) IS 'the chart with one more point';

CREATE AGGREGATE {C}_chart_agg(defects float8, n float8) (
	SFUNC = {C}_chart_add, STYPE = chart_summary, SSPACE = 128, INITCOND = 'v1',
	COMBINEFUNC = chart_merge,
	PARALLEL = SAFE
);

-- end
COMMENT ON AGGREGATE p_chart_agg(float8, float8) IS
'control chart of the share of defects among n: read chart_center, chart_low, chart_high with chart p (the main one) or exact';
COMMENT ON AGGREGATE np_chart_agg(float8, float8) IS
'control chart of the number of defects among n, the same in all rows: read chart_center, chart_low, chart_high with chart np (the main one) or exact';

CREATE FUNCTION u_chart_add(summary chart_summary, defects float8, units float8)
RETURNS chart_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION u_chart_add(chart_summary, float8, float8) IS 'the chart with one more point';

CREATE AGGREGATE u_chart_agg(defects float8, units float8) (
	SFUNC = u_chart_add, STYPE = chart_summary, SSPACE = 128, INITCOND = 'v1',
	COMBINEFUNC = chart_merge,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE u_chart_agg(float8, float8) IS
'control chart of defects per unit: read chart_center, chart_low, chart_high with chart u (the main one) or exact';

CREATE FUNCTION c_chart_add(summary chart_summary, defects float8)
RETURNS chart_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION c_chart_add(chart_summary, float8) IS 'the chart with one more point';

CREATE AGGREGATE c_chart_agg(defects float8) (
	SFUNC = c_chart_add, STYPE = chart_summary, SSPACE = 128, INITCOND = 'v1',
	COMBINEFUNC = chart_merge,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE c_chart_agg(float8) IS
'control chart of the number of defects: read chart_center, chart_low, chart_high with chart c (the main one) or exact';

-- Charts of points in time.
CREATE FUNCTION imr_final(state held_rows)
RETURNS chart_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;

COMMENT ON FUNCTION imr_final(held_rows) IS 'moving ranges: final function of imr_agg';

CREATE FUNCTION laney_final(state held_rows)
RETURNS chart_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;

COMMENT ON FUNCTION laney_final(held_rows) IS 'moving ranges of z scores: final function of laney_agg';

-- for T in date timestamp timestamptz bigint
CREATE FUNCTION imr_add(state held_rows, t {T}, x float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'imr_add_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION imr_add(held_rows, {T}, float8) IS 'the state of imr_agg with one more row';

CREATE AGGREGATE imr_agg(t {T}, x float8) (
	SFUNC = imr_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = imr_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE imr_agg({T}, float8) IS
'control chart of single values, sorted by t: read chart_center, chart_low, chart_high with chart i (the main one), i_median or mr';

CREATE FUNCTION laney_add(state held_rows, t {T}, defects float8, n float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'laney_add_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION laney_add(held_rows, {T}, float8, float8) IS 'the state of laney_agg with one more row';

CREATE AGGREGATE laney_agg(t {T}, defects float8, n float8) (
	SFUNC = laney_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = laney_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE laney_agg({T}, float8, float8) IS
'Laney''s p'' chart for large n, sorted by t: read chart_center, chart_low, chart_high with chart laney (the main one) or p (Laney 2002)';

-- end
-- Limits.
CREATE FUNCTION chart_center(summary chart_summary, chart text DEFAULT 'main')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;

COMMENT ON FUNCTION chart_center(chart_summary, text) IS 'centre line of a control chart';

CREATE FUNCTION chart_center(summary chart_summary, n float8, chart text DEFAULT 'main')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;

COMMENT ON FUNCTION chart_center(chart_summary, float8, text) IS 'centre line of a control chart for a point of size n';

-- for END WHAT in low/lower high/upper
CREATE FUNCTION chart_{END}(summary chart_summary, chart text DEFAULT 'main')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;

COMMENT ON FUNCTION chart_{END}(chart_summary, text) IS
'{WHAT} control limit, three standard deviations from the centre line, clipped to what points can be';

CREATE FUNCTION chart_{END}(summary chart_summary, n float8, chart text DEFAULT 'main')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;

COMMENT ON FUNCTION chart_{END}(chart_summary, float8, text) IS
'{WHAT} control limit for a point of size n, three standard deviations from the centre line, clipped to what points can be; NULL for n 0';

-- end
CREATE FUNCTION chart_sigma(summary chart_summary, chart text DEFAULT 'main')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;

COMMENT ON FUNCTION chart_sigma(chart_summary, text) IS
'standard deviation of single values, or of the defects of one unit, that the limits rest on';

CREATE FUNCTION chart_sigma(summary chart_summary, n float8, chart text DEFAULT 'main')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;

COMMENT ON FUNCTION chart_sigma(chart_summary, float8, text) IS
'standard deviation of a point of size n of a control chart, as spc_rules wants it';

CREATE FUNCTION chart_constant(name text, n integer)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;

COMMENT ON FUNCTION chart_constant(text, integer) IS
'constant of control charts for subgroups of n, computed: A2, A3, B3, B4, c4, d2, d3, d4, D3, D4 or E2';

CREATE FUNCTION cusum_arl(h float8, k float8, shift float8 DEFAULT 0)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;

COMMENT ON FUNCTION cusum_arl(float8, float8, float8) IS
'points until cusum_high or cusum_low passes h, on average, when the mean has shifted; all in standard deviations of a point';

CREATE FUNCTION ewma_arl(lambda float8, width float8, shift float8 DEFAULT 0)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;

COMMENT ON FUNCTION ewma_arl(float8, float8, float8) IS
'points until ewma passes limits that do not widen, on average, when the mean has shifted by so many standard deviations of a point (Crowder 1987)';

-- Errors of forecasts.
CREATE FUNCTION error_add(summary error_summary, actual float8, forecast float8)
RETURNS error_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION error_add(error_summary, float8, float8) IS 'the summary with one more row';

CREATE FUNCTION error_add(summary error_summary, actual float8, forecast float8, weight float8)
RETURNS error_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION error_add(error_summary, float8, float8, float8) IS 'the summary with one more row of this weight';

CREATE FUNCTION error_merge(a error_summary, b error_summary)
RETURNS error_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION error_merge(error_summary, error_summary) IS 'the rows of both summaries';

CREATE AGGREGATE error_agg(actual float8, forecast float8) (
	SFUNC = error_add, STYPE = error_summary, SSPACE = 256, INITCOND = 'v1',
	COMBINEFUNC = error_merge,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE error_agg(float8, float8) IS
'summary of forecasts and what came: read it with mae, rmse, mean_error, mape, smape, wape, bias, mase; rows with a NULL are ignored';

CREATE AGGREGATE error_agg(actual float8, forecast float8, weight float8) (
	SFUNC = error_add, STYPE = error_summary, SSPACE = 256, INITCOND = 'v1',
	COMBINEFUNC = error_merge,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE error_agg(float8, float8, float8) IS
'summary of forecasts and what came, a row of weight 3 as three rows: read it with mae, rmse, mean_error, mape, smape, wape, bias, mase';

CREATE AGGREGATE rollup(summary error_summary) (
	SFUNC = error_merge, STYPE = error_summary, SSPACE = 256, INITCOND = 'v1',
	COMBINEFUNC = error_merge,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE rollup(error_summary) IS 'the rows of all summaries, as if collected at once';

-- for F C in mean_error/error_mean mae/error_mae rmse/error_rmse mape/error_mape smape/error_smape wape/error_wape bias/error_bias
CREATE FUNCTION {F}(summary error_summary)
RETURNS float8 AS 'MODULE_PATHNAME', '{C}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

-- end
COMMENT ON FUNCTION mean_error(error_summary) IS 'mean of actual - forecast, in units of actual';
COMMENT ON FUNCTION mae(error_summary) IS 'mean absolute error, in units of actual';
COMMENT ON FUNCTION rmse(error_summary) IS 'root mean squared error, in units of actual';
COMMENT ON FUNCTION mape(error_summary) IS 'mean absolute error as a fraction of |actual|, over rows where actual is not 0';
COMMENT ON FUNCTION smape(error_summary) IS 'mean of the absolute error divided by the mean of |actual| and |forecast|, 0 to 2; 0 where both are 0';
COMMENT ON FUNCTION wape(error_summary) IS 'sum of absolute errors as a fraction of the sum of |actual|';
COMMENT ON FUNCTION bias(error_summary) IS 'sum of forecast - actual as a fraction of the sum of actual; above 0: too high';

CREATE FUNCTION mase(summary error_summary, naive_mae float8)
RETURNS float8 AS 'MODULE_PATHNAME', 'error_mase'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION mase(error_summary, float8) IS
'mean absolute error in units of that of the naive forecast on the training data; below 1: better than it (Hyndman and Koehler 2006)';

CREATE FUNCTION error_rows(summary error_summary)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION error_rows(error_summary) IS 'rows with an actual and a forecast';

CREATE FUNCTION skipped(summary error_summary)
RETURNS bigint AS 'MODULE_PATHNAME', 'error_skipped'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION skipped(error_summary) IS 'rows that mape leaves out, since actual is 0';

CREATE FUNCTION pinball_loss(actual float8, forecast float8, q float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;

COMMENT ON FUNCTION pinball_loss(float8, float8, float8) IS
'loss of a forecast of the q quantile, in units of actual; its mean is least for the true quantile (Koenker and Bassett 1978)';

-- Forecasts of the next periods.
CREATE FUNCTION holt_winters_final(state held_rows)
RETURNS forecast_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;

COMMENT ON FUNCTION holt_winters_final(held_rows) IS 'least squares: final function of holt_winters_agg';

-- for T in date integer
CREATE FUNCTION holt_winters_add(state held_rows, t {T}, x float8, period integer)
RETURNS held_rows AS 'MODULE_PATHNAME', 'holt_winters_add_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION holt_winters_add(held_rows, {T}, float8, integer) IS 'the state of holt_winters_agg with one more row';

CREATE FUNCTION holt_winters_add(state held_rows, t {T}, x float8, period integer, kind text)
RETURNS held_rows AS 'MODULE_PATHNAME', 'holt_winters_add_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION holt_winters_add(held_rows, {T}, float8, integer, text) IS 'the state of holt_winters_agg with one more row';

CREATE FUNCTION holt_winters_add(state held_rows, t {T}, x float8, period integer, kind text, alpha float8, beta float8, gamma float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'holt_winters_add_{T}'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;

COMMENT ON FUNCTION holt_winters_add(held_rows, {T}, float8, integer, text, float8, float8, float8) IS
'the state of holt_winters_agg with one more row; NULL parameters are to be fitted';

CREATE AGGREGATE holt_winters_agg(t {T}, x float8, period integer) (
	SFUNC = holt_winters_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = holt_winters_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE holt_winters_agg({T}, float8, integer) IS
'forecast of a series with additive seasons of so many periods, fitted by least squares: read forecast, forecast_low, forecast_high, forecast_table; a missing period is an error (Winters 1960)';

CREATE AGGREGATE holt_winters_agg(t {T}, x float8, period integer, kind text) (
	SFUNC = holt_winters_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = holt_winters_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE holt_winters_agg({T}, float8, integer, text) IS
'forecast of a series with additive or multiplicative seasons, fitted by least squares; a missing period is an error (Winters 1960)';

CREATE AGGREGATE holt_winters_agg(t {T}, x float8, period integer, kind text, alpha float8, beta float8, gamma float8) (
	SFUNC = holt_winters_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = holt_winters_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE holt_winters_agg({T}, float8, integer, text, float8, float8, float8) IS
'forecast of a series with seasons, with these parameters, of which those that are NULL are fitted; a missing period is an error (Winters 1960)';

-- end
CREATE FUNCTION forecast(model forecast_model, ahead integer)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION forecast(forecast_model, integer) IS
'forecast of so many periods after the last one; NULL where there is none, see warnings in model_json';

-- for END WHAT in low/lower high/upper
CREATE FUNCTION forecast_{END}(model forecast_model, ahead integer, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;

COMMENT ON FUNCTION forecast_{END}(forecast_model, integer, float8) IS
'{WHAT} end of the interval of a forecast; NULL for multiplicative seasons';

-- end
CREATE FUNCTION forecast_table(model forecast_model, n integer, confidence float8 DEFAULT 0.95)
RETURNS TABLE (ahead integer, t_date date, t_integer bigint, forecast float8, low float8, high float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 12;

COMMENT ON FUNCTION forecast_table(forecast_model, integer, float8) IS
'the next n periods with their forecasts and intervals; t_date or t_integer, as the series had one or the other';

CREATE FUNCTION model_json(model forecast_model)
RETURNS jsonb AS 'MODULE_PATHNAME', 'forecast_model_json'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION model_json(forecast_model) IS
'forecast in one value: kind, period, rows, alpha, beta, gamma, fitted, level, trend, seasons, sse, sigma, last, iterations, converged, warnings';
