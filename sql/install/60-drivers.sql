-- drivers: what moves satisfaction, repurchase and profit

-- Least squares.
COMMENT ON TYPE ols_summary IS
'Means and co-moments of rows of y and up to 100 regressors, from which least squares follows. '
'Text form: v1 ols width [rows,weight] means rests co-moments ...';

CREATE FUNCTION ols_add(summary ols_summary, y float8, x float8[])
RETURNS ols_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION ols_add(ols_summary, float8, float8[]) IS
'The summary with another row.';

CREATE FUNCTION ols_add(summary ols_summary, y float8, x float8[], weight float8)
RETURNS ols_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION ols_add(ols_summary, float8, float8[], float8) IS
'The summary with another row of this weight.';

CREATE FUNCTION ols_add(summary ols_summary, y float8, x float8)
RETURNS ols_summary AS 'MODULE_PATHNAME', 'ols_add_numbers'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION ols_add(ols_summary, float8, float8) IS
'The summary with another row.';

CREATE FUNCTION ols_add(summary ols_summary, y float8, x1 float8, x2 float8)
RETURNS ols_summary AS 'MODULE_PATHNAME', 'ols_add_numbers'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION ols_add(ols_summary, float8, float8, float8) IS
'The summary with another row.';

CREATE FUNCTION ols_frequency_add(summary ols_summary, y float8, x float8[], weight float8)
RETURNS ols_summary AS 'MODULE_PATHNAME', 'ols_add_frequency'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION ols_frequency_add(ols_summary, float8, float8[], float8) IS
'The summary with so many equal rows more.';

CREATE FUNCTION ols_frequency_add(summary ols_summary, y float8, x float8, weight float8)
RETURNS ols_summary AS 'MODULE_PATHNAME', 'ols_add_frequency_number'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION ols_frequency_add(ols_summary, float8, float8, float8) IS
'The summary with so many equal rows more.';

CREATE FUNCTION ols_merge(a ols_summary, b ols_summary)
RETURNS ols_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION ols_merge(ols_summary, ols_summary) IS
'The rows of both summaries.';

CREATE AGGREGATE ols_agg(y float8, x float8[]) (
	SFUNC = ols_add, STYPE = ols_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = ols_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE ols_agg(float8, float8[]) IS
'Summary for least squares of y on an array of regressors. '
'Read it with ols_coef, ols_predict, ols_what_if and driver_importance. Rows with a NULL are ignored. '
'Numerically stable: agrees with NIST''s certified results to 13 digits on Longley, also after adding 1e9 to every '
'column, and solves Filip, a polynomial of degree 10, the same way for every order of rows.';

CREATE AGGREGATE ols_agg(y float8, x float8[], weight float8) (
	SFUNC = ols_add, STYPE = ols_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = ols_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE ols_agg(float8, float8[], float8) IS
'Summary for weighted least squares of y on an array of regressors. A weight says how precise a row is, '
'in proportion to 1 / variance, as in R''s lm: weights of 3 on all rows change no standard error. '
'For rows that stand for several equal ones use ols_frequency_agg. Rows with a NULL or weight 0 are ignored.';

CREATE AGGREGATE ols_frequency_agg(y float8, x float8[], weight float8) (
	SFUNC = ols_frequency_add, STYPE = ols_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = ols_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE ols_frequency_agg(float8, float8[], float8) IS
'Summary for least squares over grouped rows: a row of weight 3 is three equal rows. The weight is a whole number.';

CREATE AGGREGATE ols_frequency_agg(y float8, x float8, weight float8) (
	SFUNC = ols_frequency_add, STYPE = ols_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = ols_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE ols_frequency_agg(float8, float8, float8) IS
'Summary for least squares on one regressor over grouped rows: a row of weight 3 is three equal rows.';

CREATE AGGREGATE ols_agg(y float8, x float8) (
	SFUNC = ols_add, STYPE = ols_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = ols_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE ols_agg(float8, float8) IS
'Summary for least squares of y on one regressor. Rows with a NULL are ignored.';

CREATE AGGREGATE ols_agg(y float8, x1 float8, x2 float8) (
	SFUNC = ols_add, STYPE = ols_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = ols_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE ols_agg(float8, float8, float8) IS
'Summary for least squares of y on two regressors. The third argument is not a weight: '
'for one regressor with a weight write ols_agg(y, ARRAY[x], weight). Rows with a NULL are ignored.';

CREATE AGGREGATE rollup(summary ols_summary) (
	SFUNC = ols_merge, STYPE = ols_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = ols_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(ols_summary) IS
'The rows of all summaries, as if they had been collected at once.';

CREATE FUNCTION ols_coef(summary ols_summary, confidence float8 DEFAULT 0.95, terms text[] DEFAULT NULL)
RETURNS TABLE (term text, estimate float8, std_error float8, t float8, p float8, low float8, high float8, vif float8)
AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 5;
COMMENT ON FUNCTION ols_coef(ols_summary, float8, text[]) IS
'Coefficients of least squares: the constant and each regressor, with standard error, t, two-sided p, '
'confidence interval and variance inflation factor. terms: names for the regressors instead of x1, x2, ... '
'NULL for a regressor that is constant or a linear combination of those before it.';

CREATE FUNCTION ols_r2(summary ols_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION ols_r2(ols_summary) IS
'R squared: share of the variance of y that the regressors explain, a fraction. NULL where y does not vary.';

CREATE FUNCTION ols_adj_r2(summary ols_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION ols_adj_r2(ols_summary) IS
'Adjusted R squared: R squared, corrected for the number of regressors. NULL where y does not vary.';

CREATE FUNCTION ols_sigma(summary ols_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION ols_sigma(ols_summary) IS
'Residual standard deviation of least squares, in units of y. NULL without degrees of freedom.';

CREATE FUNCTION ols_f(summary ols_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION ols_f(ols_summary) IS
'F statistic of least squares against a model with the constant only.';

CREATE FUNCTION ols_f_p(summary ols_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION ols_f_p(ols_summary) IS
'p of the F statistic: the probability of one at least as large when no regressor has an effect.';

CREATE FUNCTION model_json(summary ols_summary)
RETURNS jsonb AS 'MODULE_PATHNAME', 'ols_model_json'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION model_json(ols_summary) IS
'Least squares as jsonb: rows, weight, regressors, rank, df, r2, adj_r2, sigma, f, p.';

CREATE FUNCTION ols_predict(summary ols_summary, x float8[])
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION ols_predict(ols_summary, float8[]) IS
'Expected y at x.';

-- for END SIDE in low/Lower high/Upper
CREATE FUNCTION ols_predict_{END}(summary ols_summary, x float8[], confidence float8 DEFAULT 0.95,
	of text DEFAULT 'mean')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION ols_predict_{END}(ols_summary, float8[], float8, text) IS
'{SIDE} end of the interval at x: of the mean of y (of => mean), or of a new observation (of => new).';

-- end
CREATE FUNCTION ols_what_if(summary ols_summary, term text, delta float8, confidence float8 DEFAULT 0.95,
	terms text[] DEFAULT NULL, OUT change float8, OUT low float8, OUT high float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100;
COMMENT ON FUNCTION ols_what_if(ols_summary, text, float8, float8, text[]) IS
'Change of y when term changes by delta and the other regressors stay as they are, with its confidence interval. '
'term: x1, x2, ..., or one of terms.';

CREATE FUNCTION ols_test(summary ols_summary, coefficients float8[],
	OUT f float8, OUT df1 bigint, OUT df2 bigint, OUT p float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION ols_test(ols_summary, float8[]) IS
'F test that the constant and the coefficients are these, in this order, with its degrees of freedom. '
'{0,1} for actual on forecast: is the forecast unbiased (Mincer and Zarnowitz 1969)? '
'f and p are NULL without degrees of freedom.';

CREATE FUNCTION driver_importance(summary ols_summary, method text DEFAULT 'lmg', terms text[] DEFAULT NULL)
RETURNS TABLE (term text, importance float8, share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000 ROWS 5;
COMMENT ON FUNCTION driver_importance(ols_summary, text, text[]) IS
'Importance of each regressor: its part of R squared, and that part as a share of the sum. '
'method: lmg (Shapley values, up to 20 regressors), first, last, betasq, pratt or johnson.';

-- Logistic regression.
COMMENT ON TYPE logit_model IS
'Logistic regression: estimates and their covariance. Text form: v1 logit width '
'[weight,iterations,converged,separated,log-likelihood,log-likelihood of the constant alone,rank] '
'estimate,aliased,covariances ...';

CREATE FUNCTION logit_add(state held_rows, y boolean, x float8[])
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logit_add(held_rows, boolean, float8[]) IS
'The state of logit_agg with another row.';

CREATE FUNCTION logit_add(state held_rows, y boolean, x float8[], weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logit_add(held_rows, boolean, float8[], float8) IS
'The state of logit_agg with another row of this weight.';

CREATE FUNCTION logit_add(state held_rows, y integer, x float8[])
RETURNS held_rows AS 'MODULE_PATHNAME', 'logit_add_integer'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logit_add(held_rows, integer, float8[]) IS
'The state of logit_agg with another row; y is 0 or 1.';

CREATE FUNCTION logit_add(state held_rows, y integer, x float8[], weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'logit_add_integer'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logit_add(held_rows, integer, float8[], float8) IS
'The state of logit_agg with another row of this weight; y is 0 or 1.';

-- for T C in boolean/logit_add_number integer/logit_add_integer_number
CREATE FUNCTION logit_add(state held_rows, y {T}, x float8)
RETURNS held_rows AS 'MODULE_PATHNAME', '{C}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logit_add(held_rows, {T}, float8) IS
'The state of logit_agg with another row of one regressor.';

-- end
CREATE FUNCTION logit_final(state held_rows)
RETURNS logit_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION logit_final(held_rows) IS
'Maximum likelihood fit: final function of logit_agg.';

CREATE AGGREGATE logit_agg(y boolean, x float8[]) (
	SFUNC = logit_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = logit_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE logit_agg(boolean, float8[]) IS
'Logistic regression of y on an array of regressors, by maximum likelihood. Rows with a NULL are ignored. '
'A model without a finite estimate (separated data) says so in model_json and has no coefficients.';

CREATE AGGREGATE logit_agg(y boolean, x float8[], weight float8) (
	SFUNC = logit_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = logit_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE logit_agg(boolean, float8[], float8) IS
'logit_agg with weights: a row of weight 3 counts as three equal rows.';

CREATE AGGREGATE logit_agg(y integer, x float8[]) (
	SFUNC = logit_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = logit_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE logit_agg(integer, float8[]) IS
'Logistic regression of an outcome that is 0 or 1 on an array of regressors, by maximum likelihood.';

CREATE AGGREGATE logit_agg(y integer, x float8[], weight float8) (
	SFUNC = logit_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = logit_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE logit_agg(integer, float8[], float8) IS
'logit_agg of an outcome that is 0 or 1, with weights: a row of weight 3 counts as three equal rows.';

-- for T in boolean integer
CREATE AGGREGATE logit_agg(y {T}, x float8) (
	SFUNC = logit_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = logit_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE logit_agg({T}, float8) IS
'Logistic regression on one regressor, by maximum likelihood. With a weight write logit_agg(y, ARRAY[x], weight).';

-- end
CREATE FUNCTION logit_coef(model logit_model, confidence float8 DEFAULT 0.95, terms text[] DEFAULT NULL)
RETURNS TABLE (term text, estimate float8, std_error float8, z float8, p float8, low float8, high float8,
	odds_ratio float8, odds_low float8, odds_high float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 5;
COMMENT ON FUNCTION logit_coef(logit_model, float8, text[]) IS
'Coefficients of a logistic regression: the constant and each regressor, in log odds, with standard error, z, '
'two-sided p and confidence interval, and as odds ratios. terms: names for the regressors instead of x1, x2, ... '
'NULL without a finite estimate.';

CREATE FUNCTION logit_predict(model logit_model, x float8[])
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logit_predict(logit_model, float8[]) IS
'Probability of y at x. NULL without a finite estimate.';

CREATE FUNCTION logit_loglik(model logit_model)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logit_loglik(logit_model) IS
'Log-likelihood of a logistic regression. NULL without a finite estimate.';

CREATE FUNCTION logit_what_if(model logit_model, x float8[], term text, delta float8, confidence float8 DEFAULT 0.95,
	terms text[] DEFAULT NULL, OUT change float8, OUT low float8, OUT high float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100;
COMMENT ON FUNCTION logit_what_if(logit_model, float8[], text, float8, float8, text[]) IS
'Change of the probability of y at x when term changes by delta, with its confidence interval (delta method). '
'term: x1, x2, ..., or one of terms.';

CREATE FUNCTION model_json(model logit_model)
RETURNS jsonb AS 'MODULE_PATHNAME', 'logit_model_json'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION model_json(logit_model) IS
'Logistic regression as jsonb: weight, regressors, rank, iterations, converged, separated, log_likelihood, '
'null_deviance, deviance, aic, mcfadden_r2, coefficients, standard_errors, warnings.';

-- Rank correlation and smoothing.
CREATE FUNCTION spearman_add(state held_rows, x float8, y float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION spearman_add(held_rows, float8, float8) IS
'The state of spearman with another row.';

CREATE FUNCTION spearman_final(state held_rows)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION spearman_final(held_rows) IS
'Rank correlation: final function of spearman.';

CREATE AGGREGATE spearman(x float8, y float8) (
	SFUNC = spearman_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = spearman_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE spearman(float8, float8) IS
'Spearman''s rank correlation (1904), from -1 to 1. Equal values share the mean of their ranks. '
'NULL where x or y is constant.';

CREATE FUNCTION ses(x float8, alpha float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ses(float8, float8) IS
'Window function: simple exponential smoothing (Brown 1959), alpha * x + (1 - alpha) * previous result. '
'It begins with the first x. The result is also the forecast for all later rows.';

CREATE FUNCTION holt(x float8, alpha float8, beta float8, ahead integer DEFAULT 0)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION holt(float8, float8, float8, integer) IS
'Window function: Holt''s linear trend (1957), level + ahead * trend after this row. '
'ahead 0 is the level, ahead 1 the forecast of the next row. It begins with level x2 and trend x2 - x1.';

-- for T C in text/one_hot_text bigint/one_hot_bigint
CREATE FUNCTION one_hot(value {T}, levels {T}[])
RETURNS float8[] AS 'MODULE_PATHNAME', '{C}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION one_hot({T}, {T}[]) IS
'A category as regressors: for each level 1 if the value is it, else 0. A value that is no level is an error. '
'Of all levels one is the sum of the constant and the others, and has no estimate of its own; '
'(one_hot(value, levels))[2:] compares with the first level.';

-- end
