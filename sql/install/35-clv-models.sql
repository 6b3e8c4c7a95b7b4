-- clv: models of purchases and spend

-- clv_model: how often will a customer buy, and for how much?
CREATE TYPE clv_model;

CREATE FUNCTION clv_model_in(cstring)
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION clv_model_out(clv_model)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION clv_model_recv(internal)
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION clv_model_send(clv_model)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE clv_model (
	INPUT = clv_model_in,
	OUTPUT = clv_model_out,
	RECEIVE = clv_model_recv,
	SEND = clv_model_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

COMMENT ON TYPE clv_model IS
'model of purchases (bg/nbd, mbg/nbd, pareto/nbd, nbd, bg/bb), of contracts (sbg) or of spend (gamma-gamma): estimates and their covariance; text form "v1 family width [customers,log-likelihood,iterations,status,fitted parameters,covariates of purchases,centre of each covariate] estimate,covariances ...", estimates being those at the centres';
COMMENT ON FUNCTION clv_model_in(cstring) IS 'text input of clv_model';
COMMENT ON FUNCTION clv_model_out(clv_model) IS 'text output of clv_model';
COMMENT ON FUNCTION clv_model_recv(internal) IS 'binary input of clv_model';
COMMENT ON FUNCTION clv_model_send(clv_model) IS 'binary output of clv_model';

CREATE FUNCTION purchases_add(state held_rows, x float8, t_x float8, t float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION purchases_add(held_rows, float8, float8, float8) IS
'the state of bgnbd_fit and its like with one more customer';

CREATE FUNCTION purchases_add(state held_rows, x float8, t_x float8, t float8, weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION purchases_add(held_rows, float8, float8, float8, float8) IS
'the state of bgnbd_fit and its like with one more customer of this weight';

CREATE FUNCTION purchases_add(state held_rows, x float8, t_x float8, t float8, purchase_covariates float8[], dropout_covariates float8[])
RETURNS held_rows AS 'MODULE_PATHNAME', 'purchases_add_covariates'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION purchases_add(held_rows, float8, float8, float8, float8[], float8[]) IS
'the state of bgnbd_fit and its like with one more customer and his covariates';

CREATE FUNCTION purchases_add(state held_rows, x float8, t_x float8, t float8, purchase_covariates float8[], dropout_covariates float8[], weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'purchases_add_covariates'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION purchases_add(held_rows, float8, float8, float8, float8[], float8[], float8) IS
'the state of bgnbd_fit and its like with one more customer and his covariates, of this weight';

CREATE FUNCTION occasions_add(state held_rows, x float8, t_x float8, n float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION occasions_add(held_rows, float8, float8, float8) IS
'the state of bgbb_fit with one more customer';

CREATE FUNCTION occasions_add(state held_rows, x float8, t_x float8, n float8, weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION occasions_add(held_rows, float8, float8, float8, float8) IS
'the state of bgbb_fit with one more customer of this weight';

CREATE FUNCTION contracts_add(state held_rows, period float8, churned boolean)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION contracts_add(held_rows, float8, boolean) IS
'the state of sbg_fit with one more contract';

CREATE FUNCTION contracts_add(state held_rows, period float8, churned boolean, weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION contracts_add(held_rows, float8, boolean, float8) IS
'the state of sbg_fit with one more contract of this weight';

CREATE FUNCTION spend_add(state held_rows, x float8, mean_spend float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION spend_add(held_rows, float8, float8) IS
'the state of gammagamma_fit with one more customer';

CREATE FUNCTION spend_add(state held_rows, x float8, mean_spend float8, weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION spend_add(held_rows, float8, float8, float8) IS
'the state of gammagamma_fit with one more customer of this weight';

CREATE FUNCTION bgnbd_final(state held_rows)
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;

COMMENT ON FUNCTION bgnbd_final(held_rows) IS
'maximum likelihood: final function of bgnbd_fit';

CREATE FUNCTION mbgnbd_final(state held_rows)
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;

COMMENT ON FUNCTION mbgnbd_final(held_rows) IS
'maximum likelihood: final function of mbgnbd_fit';

CREATE FUNCTION nbd_final(state held_rows)
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;

COMMENT ON FUNCTION nbd_final(held_rows) IS
'maximum likelihood: final function of nbd_fit';

CREATE FUNCTION paretonbd_final(state held_rows)
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;

COMMENT ON FUNCTION paretonbd_final(held_rows) IS
'maximum likelihood: final function of paretonbd_fit';

CREATE FUNCTION bgbb_final(state held_rows)
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;

COMMENT ON FUNCTION bgbb_final(held_rows) IS
'maximum likelihood: final function of bgbb_fit';

CREATE FUNCTION sbg_final(state held_rows)
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;

COMMENT ON FUNCTION sbg_final(held_rows) IS
'maximum likelihood: final function of sbg_fit';

CREATE FUNCTION gammagamma_final(state held_rows)
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;

COMMENT ON FUNCTION gammagamma_final(held_rows) IS
'maximum likelihood: final function of gammagamma_fit';

CREATE AGGREGATE bgnbd_fit(x float8, t_x float8, t float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgnbd_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE bgnbd_fit(float8, float8, float8) IS
'BG/NBD model of purchases (Fader, Hardie and Lee 2005) by maximum likelihood from repeat purchases, time of the last and time observed';

CREATE AGGREGATE bgnbd_fit(x float8, t_x float8, t float8, weight float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgnbd_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE bgnbd_fit(float8, float8, float8, float8) IS
'BG/NBD model of purchases (Fader, Hardie and Lee 2005) by maximum likelihood from repeat purchases, time of the last and time observed; a row of weight 3 as three rows';

CREATE AGGREGATE mbgnbd_fit(x float8, t_x float8, t float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = mbgnbd_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE mbgnbd_fit(float8, float8, float8) IS
'MBG/NBD model of purchases (Batislam, Denizel and Filiztekin 2007), in which a customer may stop right after the first, by maximum likelihood';

CREATE AGGREGATE mbgnbd_fit(x float8, t_x float8, t float8, weight float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = mbgnbd_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE mbgnbd_fit(float8, float8, float8, float8) IS
'MBG/NBD model of purchases (Batislam, Denizel and Filiztekin 2007), in which a customer may stop right after the first, by maximum likelihood; a row of weight 3 as three rows';

CREATE AGGREGATE nbd_fit(x float8, t_x float8, t float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = nbd_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE nbd_fit(float8, float8, float8) IS
'NBD model of purchases, in which nobody stops, by maximum likelihood; to compare others with';

CREATE AGGREGATE nbd_fit(x float8, t_x float8, t float8, weight float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = nbd_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE nbd_fit(float8, float8, float8, float8) IS
'NBD model of purchases, in which nobody stops, by maximum likelihood; to compare others with; a row of weight 3 as three rows';

CREATE AGGREGATE paretonbd_fit(x float8, t_x float8, t float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = paretonbd_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE paretonbd_fit(float8, float8, float8) IS
'Pareto/NBD model of purchases (Schmittlein, Morrison and Colombo 1987), in which a customer may stop at any time, by maximum likelihood';

CREATE AGGREGATE paretonbd_fit(x float8, t_x float8, t float8, weight float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = paretonbd_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE paretonbd_fit(float8, float8, float8, float8) IS
'Pareto/NBD model of purchases (Schmittlein, Morrison and Colombo 1987), in which a customer may stop at any time, by maximum likelihood; a row of weight 3 as three rows';

CREATE AGGREGATE bgnbd_fit(x float8, t_x float8, t float8, purchase_covariates float8[], dropout_covariates float8[]) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgnbd_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE bgnbd_fit(float8, float8, float8, float8[], float8[]) IS
'BG/NBD model of purchases with covariates: alpha exp(-z) with those of purchases, a exp(z) and b exp(z) with those of stopping, by maximum likelihood';

CREATE AGGREGATE bgnbd_fit(x float8, t_x float8, t float8, purchase_covariates float8[], dropout_covariates float8[], weight float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgnbd_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE bgnbd_fit(float8, float8, float8, float8[], float8[], float8) IS
'BG/NBD model of purchases with covariates: alpha exp(-z) with those of purchases, a exp(z) and b exp(z) with those of stopping, by maximum likelihood; a row of weight 3 as three rows';

CREATE AGGREGATE paretonbd_fit(x float8, t_x float8, t float8, purchase_covariates float8[], dropout_covariates float8[]) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = paretonbd_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE paretonbd_fit(float8, float8, float8, float8[], float8[]) IS
'Pareto/NBD model of purchases with covariates: alpha exp(-z) with those of purchases, beta exp(-z) with those of stopping, by maximum likelihood';

CREATE AGGREGATE paretonbd_fit(x float8, t_x float8, t float8, purchase_covariates float8[], dropout_covariates float8[], weight float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = paretonbd_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE paretonbd_fit(float8, float8, float8, float8[], float8[], float8) IS
'Pareto/NBD model of purchases with covariates: alpha exp(-z) with those of purchases, beta exp(-z) with those of stopping, by maximum likelihood; a row of weight 3 as three rows';

CREATE AGGREGATE bgbb_fit(x float8, t_x float8, n float8) (
	SFUNC = occasions_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgbb_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE bgbb_fit(float8, float8, float8) IS
'BG/BB model of purchases on n occasions, of which x were taken, t_x the last (Fader, Hardie and Shang 2010), by maximum likelihood';

CREATE AGGREGATE bgbb_fit(x float8, t_x float8, n float8, weight float8) (
	SFUNC = occasions_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgbb_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE bgbb_fit(float8, float8, float8, float8) IS
'BG/BB model of purchases on n occasions, of which x were taken, t_x the last (Fader, Hardie and Shang 2010), by maximum likelihood; a row of weight 3 as three rows';

CREATE AGGREGATE sbg_fit(period float8, churned boolean) (
	SFUNC = contracts_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = sbg_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE sbg_fit(float8, boolean) IS
'sBG model of contracts, which ended in a period (1 the first) or were still there after it (Fader and Hardie 2007), by maximum likelihood';

CREATE AGGREGATE sbg_fit(period float8, churned boolean, weight float8) (
	SFUNC = contracts_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = sbg_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE sbg_fit(float8, boolean, float8) IS
'sBG model of contracts, which ended in a period (1 the first) or were still there after it (Fader and Hardie 2007), by maximum likelihood; a row of weight 3 as three rows';

CREATE AGGREGATE gammagamma_fit(x float8, mean_spend float8) (
	SFUNC = spend_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = gammagamma_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE gammagamma_fit(float8, float8) IS
'gamma-gamma model of spend (Fader and Hardie 2013) by maximum likelihood from repeat purchases and their mean; customers without are ignored';

CREATE AGGREGATE gammagamma_fit(x float8, mean_spend float8, weight float8) (
	SFUNC = spend_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = gammagamma_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE gammagamma_fit(float8, float8, float8) IS
'gamma-gamma model of spend (Fader and Hardie 2013) by maximum likelihood from repeat purchases and their mean; customers without are ignored; a row of weight 3 as three rows';

CREATE FUNCTION clv_model(family text, parameters float8[])
RETURNS clv_model AS 'MODULE_PATHNAME', 'clv_model_make'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION clv_model(text, float8[]) IS
'a model from known parameters: bg/nbd and mbg/nbd r, alpha, a, b; pareto/nbd r, alpha, s, beta; nbd r, alpha; bg/bb alpha, beta, gamma, delta; sbg alpha, beta; gamma-gamma p, q, gamma';

CREATE FUNCTION customer_model(model clv_model, purchase_covariates float8[], dropout_covariates float8[])
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;

COMMENT ON FUNCTION customer_model(clv_model, float8[], float8[]) IS
'the model of customers with these covariates, which all else can be asked of';

CREATE FUNCTION coef(model clv_model, confidence float8 DEFAULT 0.95)
RETURNS TABLE (term text, estimate float8, std_error float8, low float8, high float8) AS 'MODULE_PATHNAME', 'clv_model_coef'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 4;

COMMENT ON FUNCTION coef(clv_model, float8) IS
'parameters of a model with standard errors and intervals (symmetric in logarithms), and coefficients of covariates; NULL where the data do not tell';

CREATE FUNCTION log_likelihood(model clv_model)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION log_likelihood(clv_model) IS
'log-likelihood of a fitted model';

CREATE FUNCTION aic(model clv_model)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION aic(clv_model) IS
'Akaike''s criterion of a fitted model: the less, the better';

CREATE FUNCTION bic(model clv_model)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION bic(clv_model) IS
'Schwarz''s criterion of a fitted model: the less, the better';

CREATE FUNCTION likelihood_ratio(restricted clv_model, full_model clv_model, OUT chi2 float8, OUT df integer, OUT p float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;

COMMENT ON FUNCTION likelihood_ratio(clv_model, clv_model) IS
'likelihood-ratio test of a fit against one of the same customers with more parameters: p is small where these say more than chance';

CREATE FUNCTION converged(model clv_model)
RETURNS boolean AS 'MODULE_PATHNAME', 'clv_model_converged'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION converged(clv_model) IS
'whether a maximum was found and the data tell every parameter; NULL for a model from known parameters';

CREATE FUNCTION warnings(model clv_model)
RETURNS text AS 'MODULE_PATHNAME', 'clv_model_warnings'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION warnings(clv_model) IS
'what is wrong with a fit; NULL when nothing is';

CREATE FUNCTION model_json(model clv_model)
RETURNS jsonb AS 'MODULE_PATHNAME', 'clv_model_json'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION model_json(clv_model) IS
'a model in one value: family, converged, parameters, standard_errors, weight, iterations, log_likelihood, aic, bic, warnings';

CREATE FUNCTION p_alive(model clv_model, x float8, t_x float8, t float8, ahead float8 DEFAULT 0)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;

COMMENT ON FUNCTION p_alive(clv_model, float8, float8, float8, float8) IS
'probability that a customer with x repeat purchases, the last at t_x, has not stopped at t, nor will until ahead later';

CREATE FUNCTION expected_purchases(model clv_model, x float8, t_x float8, t float8, horizon float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;

COMMENT ON FUNCTION expected_purchases(clv_model, float8, float8, float8, float8) IS
'how often a customer with x repeat purchases, the last at t_x, will buy from t to horizon later';

CREATE FUNCTION expected_purchases(model clv_model, horizon float8)
RETURNS float8 AS 'MODULE_PATHNAME', 'expected_purchases_new'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;

COMMENT ON FUNCTION expected_purchases(clv_model, float8) IS
'how often a customer who buys for the first time now will buy again until horizon later';

CREATE FUNCTION expected_purchases_low(model clv_model, x float8, t_x float8, t float8, horizon float8, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION expected_purchases_low(clv_model, float8, float8, float8, float8, float8) IS
'lower end of the interval of expected_purchases, as far as the parameters are known; NULL without standard errors';

CREATE FUNCTION expected_purchases_high(model clv_model, x float8, t_x float8, t float8, horizon float8, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION expected_purchases_high(clv_model, float8, float8, float8, float8, float8) IS
'upper end of the interval of expected_purchases, as far as the parameters are known; NULL without standard errors';

CREATE FUNCTION purchase_pmf(model clv_model, k float8, horizon float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;

COMMENT ON FUNCTION purchase_pmf(clv_model, float8, float8) IS
'probability that a customer who buys for the first time now will buy k times more until horizon later';

CREATE FUNCTION continuous_discount(annual float8, units_per_year float8 DEFAULT 1)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;

COMMENT ON FUNCTION continuous_discount(float8, float8) IS
'continuous discount per unit of time that makes this rate a year: ln(1 + annual) / units_per_year';

CREATE FUNCTION discounted_purchases(model clv_model, x float8, t_x float8, t float8, discount float8, horizon float8 DEFAULT NULL)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 200;

COMMENT ON FUNCTION discounted_purchases(clv_model, float8, float8, float8, float8, float8) IS
'expected purchases from t on, or until horizon later, one u later counting exp(-discount u): DERT';

CREATE FUNCTION expected_spend(model clv_model, x float8, mean_spend float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;

COMMENT ON FUNCTION expected_spend(clv_model, float8, float8) IS
'what a customer with this mean spend on x repeat purchases will spend on one; mean_spend may be NULL where x is 0';

CREATE FUNCTION log_likelihood(model clv_model, x float8, t_x float8, t float8)
RETURNS float8 AS 'MODULE_PATHNAME', 'log_likelihood_of'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;

COMMENT ON FUNCTION log_likelihood(clv_model, float8, float8, float8) IS
'log-likelihood of one customer: summed over customers who were not in the fit it says which model foresees them best';

CREATE FUNCTION clv(model clv_model, spend_model clv_model, x float8, t_x float8, t float8, mean_spend float8, discount float8, horizon float8 DEFAULT NULL)
RETURNS float8 AS 'MODULE_PATHNAME', 'clv_of_models'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 200;

COMMENT ON FUNCTION clv(clv_model, clv_model, float8, float8, float8, float8, float8, float8) IS
'revenue to come from a customer, discounted continuously: discounted_purchases times expected_spend';

CREATE FUNCTION clv_low(model clv_model, spend_model clv_model, x float8, t_x float8, t float8, mean_spend float8, discount float8, horizon float8 DEFAULT NULL, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME', 'clv_of_models_low'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2000;

COMMENT ON FUNCTION clv_low(clv_model, clv_model, float8, float8, float8, float8, float8, float8, float8) IS
'lower end of the interval of clv, as far as the parameters are known; NULL without standard errors';

CREATE FUNCTION clv_high(model clv_model, spend_model clv_model, x float8, t_x float8, t float8, mean_spend float8, discount float8, horizon float8 DEFAULT NULL, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME', 'clv_of_models_high'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2000;

COMMENT ON FUNCTION clv_high(clv_model, clv_model, float8, float8, float8, float8, float8, float8, float8) IS
'upper end of the interval of clv, as far as the parameters are known; NULL without standard errors';

CREATE FUNCTION survival(model clv_model, period float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION survival(clv_model, float8) IS
'share of contracts that are still there after so many periods';

CREATE FUNCTION retention_rate(model clv_model, period float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION retention_rate(clv_model, float8) IS
'share of the contracts there after period - 1 that is there after period';

CREATE FUNCTION discounted_lifetime(model clv_model, discount float8, renewal float8 DEFAULT 0)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;

COMMENT ON FUNCTION discounted_lifetime(clv_model, float8, float8) IS
'expected periods to come of a contract, one u later counting (1 + discount)^-u: of a new one, or just before its renewal of this number';
