-- drivers: what moves satisfaction, repurchase and profit

CREATE TYPE ols_summary;

CREATE FUNCTION ols_summary_in(cstring)
RETURNS ols_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION ols_summary_out(ols_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION ols_summary_recv(internal)
RETURNS ols_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION ols_summary_send(ols_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE ols_summary (
	INPUT = ols_summary_in,
	OUTPUT = ols_summary_out,
	RECEIVE = ols_summary_recv,
	SEND = ols_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

COMMENT ON TYPE ols_summary IS
'means and co-moments of rows (y and up to 100 regressors), from which least squares follows; text form "v1 ols width [rows,weight] means rests co-moments ..."';
COMMENT ON FUNCTION ols_summary_in(cstring) IS 'text input of ols_summary';
COMMENT ON FUNCTION ols_summary_out(ols_summary) IS 'text output of ols_summary';
COMMENT ON FUNCTION ols_summary_recv(internal) IS 'binary input of ols_summary';
COMMENT ON FUNCTION ols_summary_send(ols_summary) IS 'binary output of ols_summary';

CREATE FUNCTION ols_add(summary ols_summary, y float8, x float8[])
RETURNS ols_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION ols_add(ols_summary, float8, float8[]) IS
'the summary with one more row';

CREATE FUNCTION ols_add(summary ols_summary, y float8, x float8[], weight float8)
RETURNS ols_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION ols_add(ols_summary, float8, float8[], float8) IS
'the summary with one more row';

CREATE FUNCTION ols_add(summary ols_summary, y float8, x float8)
RETURNS ols_summary AS 'MODULE_PATHNAME', 'ols_add_numbers'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION ols_add(ols_summary, float8, float8) IS
'the summary with one more row';

CREATE FUNCTION ols_add(summary ols_summary, y float8, x1 float8, x2 float8)
RETURNS ols_summary AS 'MODULE_PATHNAME', 'ols_add_numbers'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION ols_add(ols_summary, float8, float8, float8) IS
'the summary with one more row';

CREATE FUNCTION ols_merge(a ols_summary, b ols_summary)
RETURNS ols_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION ols_merge(ols_summary, ols_summary) IS
'the rows of both summaries';

CREATE AGGREGATE ols_agg(y float8, x float8[]) (
	SFUNC = ols_add, STYPE = ols_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = ols_merge,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE ols_agg(float8, float8[]) IS
'summary of y and regressors in an array for least squares: read it with ols_coef, ols_predict, ols_what_if, driver_importance; rows with a NULL are ignored';

CREATE AGGREGATE ols_agg(y float8, x float8[], weight float8) (
	SFUNC = ols_add, STYPE = ols_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = ols_merge,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE ols_agg(float8, float8[], float8) IS
'summary of y and regressors in an array, with weights for least squares: read it with ols_coef, ols_predict, ols_what_if, driver_importance; rows with a NULL are ignored';

CREATE AGGREGATE ols_agg(y float8, x float8) (
	SFUNC = ols_add, STYPE = ols_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = ols_merge,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE ols_agg(float8, float8) IS
'summary of y and one regressor for least squares: read it with ols_coef, ols_predict, ols_what_if, driver_importance; rows with a NULL are ignored';

CREATE AGGREGATE ols_agg(y float8, x1 float8, x2 float8) (
	SFUNC = ols_add, STYPE = ols_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = ols_merge,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE ols_agg(float8, float8, float8) IS
'summary of y and two regressors (a weight goes behind an array: ols_agg(y, ARRAY[x], weight)) for least squares: read it with ols_coef, ols_predict, ols_what_if, driver_importance; rows with a NULL are ignored';

CREATE AGGREGATE rollup(summary ols_summary) (
	SFUNC = ols_merge, STYPE = ols_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = ols_merge,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE rollup(ols_summary) IS
'the rows of all summaries, as if collected at once';

CREATE FUNCTION ols_coef(summary ols_summary, confidence float8 DEFAULT 0.95, terms text[] DEFAULT NULL)
RETURNS TABLE (term text, estimate float8, std_error float8, t float8, p float8, low float8, high float8, vif float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 5;

COMMENT ON FUNCTION ols_coef(ols_summary, float8, text[]) IS
'least squares: the constant and each regressor with standard error, t, p, interval and variance inflation; NULL for a regressor that is a sum of others';

CREATE FUNCTION ols_r2(summary ols_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION ols_r2(ols_summary) IS
'least squares: share of the variance of y that is explained';

CREATE FUNCTION ols_adj_r2(summary ols_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION ols_adj_r2(ols_summary) IS
'least squares: share of the variance of y that is explained, adjusted for the number of regressors';

CREATE FUNCTION ols_sigma(summary ols_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION ols_sigma(ols_summary) IS
'least squares: standard deviation of the residuals, in units of y';

CREATE FUNCTION ols_f(summary ols_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION ols_f(ols_summary) IS
'least squares: F statistic against the constant alone';

CREATE FUNCTION ols_f_p(summary ols_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION ols_f_p(ols_summary) IS
'least squares: probability of such an F statistic when no regressor matters';

CREATE FUNCTION model_json(summary ols_summary)
RETURNS jsonb AS 'MODULE_PATHNAME', 'ols_model_json'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION model_json(ols_summary) IS
'least squares in one value: rows, weight, regressors, rank, df, r2, adj_r2, sigma, f, p';

CREATE FUNCTION ols_predict(summary ols_summary, x float8[])
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION ols_predict(ols_summary, float8[]) IS
'the y that is expected at x';

CREATE FUNCTION ols_predict_low(summary ols_summary, x float8[], confidence float8 DEFAULT 0.95, of text DEFAULT 'mean')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION ols_predict_low(ols_summary, float8[], float8, text) IS
'lower end of the interval at x of the mean of y (mean) or of a new observation (new)';

CREATE FUNCTION ols_predict_high(summary ols_summary, x float8[], confidence float8 DEFAULT 0.95, of text DEFAULT 'mean')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION ols_predict_high(ols_summary, float8[], float8, text) IS
'upper end of the interval at x of the mean of y (mean) or of a new observation (new)';

CREATE FUNCTION ols_what_if(summary ols_summary, term text, delta float8, confidence float8 DEFAULT 0.95, terms text[] DEFAULT NULL, OUT change float8, OUT low float8, OUT high float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100;

COMMENT ON FUNCTION ols_what_if(ols_summary, text, float8, float8, text[]) IS
'by how much y changes when term (x1, x2, ..., or one of terms) changes by delta and nothing else does, with its interval';

CREATE FUNCTION ols_test(summary ols_summary, coefficients float8[], OUT f float8, OUT df1 bigint, OUT df2 bigint, OUT p float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION ols_test(ols_summary, float8[]) IS
'F test that the constant and the coefficients are these; {0,1} of actual on forecast: is the forecast unbiased? (Mincer and Zarnowitz)';

CREATE FUNCTION driver_importance(summary ols_summary, method text DEFAULT 'lmg', terms text[] DEFAULT NULL)
RETURNS TABLE (term text, importance float8, share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000 ROWS 5;

COMMENT ON FUNCTION driver_importance(ols_summary, text, text[]) IS
'shares of R squared: lmg (Shapley, up to 20 regressors), first, last, betasq, pratt or johnson';

-- Logistic regression.
CREATE TYPE logit_model;

CREATE FUNCTION logit_model_in(cstring)
RETURNS logit_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION logit_model_out(logit_model)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION logit_model_recv(internal)
RETURNS logit_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION logit_model_send(logit_model)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE logit_model (
	INPUT = logit_model_in,
	OUTPUT = logit_model_out,
	RECEIVE = logit_model_recv,
	SEND = logit_model_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

COMMENT ON TYPE logit_model IS
'logistic regression: estimates and their covariance; text form "v1 logit width [weight,iterations,converged,separated,log-likelihood,of the constant alone,rank] estimate,aliased,covariances ..."';
COMMENT ON FUNCTION logit_model_in(cstring) IS 'text input of logit_model';
COMMENT ON FUNCTION logit_model_out(logit_model) IS 'text output of logit_model';
COMMENT ON FUNCTION logit_model_recv(internal) IS 'binary input of logit_model';
COMMENT ON FUNCTION logit_model_send(logit_model) IS 'binary output of logit_model';

CREATE FUNCTION logit_add(state held_rows, y boolean, x float8[])
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION logit_add(held_rows, boolean, float8[]) IS
'the state of logit_agg with one more row';

CREATE FUNCTION logit_add(state held_rows, y boolean, x float8[], weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION logit_add(held_rows, boolean, float8[], float8) IS
'the state of logit_agg with one more row of this weight';

CREATE FUNCTION logit_final(state held_rows)
RETURNS logit_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;

COMMENT ON FUNCTION logit_final(held_rows) IS
'maximum likelihood: final function of logit_agg';

CREATE AGGREGATE logit_agg(y boolean, x float8[]) (
	SFUNC = logit_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = logit_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE logit_agg(boolean, float8[]) IS
'logistic regression of y on x by maximum likelihood; rows with a NULL are ignored; says in itself when there is no finite estimate';

CREATE AGGREGATE logit_agg(y boolean, x float8[], weight float8) (
	SFUNC = logit_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = logit_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE logit_agg(boolean, float8[], float8) IS
'logistic regression of y on x by maximum likelihood, a row of weight 3 as three rows; says in itself when there is no finite estimate';

CREATE FUNCTION logit_coef(model logit_model, confidence float8 DEFAULT 0.95, terms text[] DEFAULT NULL)
RETURNS TABLE (term text, estimate float8, std_error float8, z float8, p float8, low float8, high float8, odds_ratio float8, odds_low float8, odds_high float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 5;

COMMENT ON FUNCTION logit_coef(logit_model, float8, text[]) IS
'the constant and each regressor of a logistic regression, and as odds ratios; NULL without a finite estimate';

CREATE FUNCTION logit_predict(model logit_model, x float8[])
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION logit_predict(logit_model, float8[]) IS
'probability of y at x; NULL without a finite estimate';

CREATE FUNCTION logit_loglik(model logit_model)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION logit_loglik(logit_model) IS
'log-likelihood of a logistic regression; NULL without a finite estimate';

CREATE FUNCTION logit_what_if(model logit_model, x float8[], term text, delta float8, confidence float8 DEFAULT 0.95, terms text[] DEFAULT NULL, OUT change float8, OUT low float8, OUT high float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100;

COMMENT ON FUNCTION logit_what_if(logit_model, float8[], text, float8, float8, text[]) IS
'by how much the probability at x changes when term changes by delta, with its interval by the delta method';

CREATE FUNCTION model_json(model logit_model)
RETURNS jsonb AS 'MODULE_PATHNAME', 'logit_model_json'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION model_json(logit_model) IS
'logistic regression in one value: weight, regressors, rank, iterations, converged, separated, log_likelihood, null_deviance, deviance, aic, mcfadden_r2, coefficients, standard_errors, warnings';

-- Rank correlation and smoothing.
CREATE FUNCTION spearman_add(state held_rows, x float8, y float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION spearman_add(held_rows, float8, float8) IS
'the state of spearman with one more row';

CREATE FUNCTION spearman_final(state held_rows)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;

COMMENT ON FUNCTION spearman_final(held_rows) IS
'rank correlation: final function of spearman';

CREATE AGGREGATE spearman(x float8, y float8) (
	SFUNC = spearman_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = spearman_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE spearman(float8, float8) IS
'Spearman''s rank correlation, -1 to 1; NULL where x or y is constant';

CREATE FUNCTION ses(x float8, alpha float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION ses(float8, float8) IS
'window function: simple exponential smoothing, alpha * x + (1 - alpha) * the value before; also the forecast';

CREATE FUNCTION holt(x float8, alpha float8, beta float8, ahead integer DEFAULT 0)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION holt(float8, float8, float8, integer) IS
'window function: Holt''s linear trend, level + ahead * trend after this row; begins with level x2 and trend x2 - x1';
