-- clv: models of purchases and spend

-- clv_model: how often will a customer buy, and for how much?
COMMENT ON TYPE clv_model IS
'Model of purchases (bg/nbd, mbg/nbd, mbg/cnbd-k, pareto/nbd, nbd, bg/bb), of contracts (sbg, bdw) or of spend '
'(gamma-gamma, normal-normal): '
'estimates and their covariance. Text form: v1 family width '
'[customers,log-likelihood,iterations,status,fitted parameters,covariates of purchases,centre of each covariate] '
'estimate,covariances ...; estimates are those of customers at the centres.';

-- What a fit collects: one row a customer, or a contract.  Equal rows become one with a weight.
CREATE FUNCTION purchases_add(state held_rows, x float8, t_x float8, t float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION purchases_add(held_rows, float8, float8, float8) IS
'The state of bgnbd_fit, mbgnbd_fit, nbd_fit and paretonbd_fit with another customer.';

CREATE FUNCTION purchases_add(state held_rows, x float8, t_x float8, t float8, weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION purchases_add(held_rows, float8, float8, float8, float8) IS
'The state of bgnbd_fit, mbgnbd_fit, nbd_fit and paretonbd_fit with another customer of this weight.';

CREATE FUNCTION purchases_add(state held_rows, x float8, t_x float8, t float8,
	purchase_covariates float8[], dropout_covariates float8[])
RETURNS held_rows AS 'MODULE_PATHNAME', 'purchases_add_covariates'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION purchases_add(held_rows, float8, float8, float8, float8[], float8[]) IS
'The state of bgnbd_fit, mbgnbd_fit and paretonbd_fit with another customer and their covariates.';

CREATE FUNCTION purchases_add(state held_rows, x float8, t_x float8, t float8,
	purchase_covariates float8[], dropout_covariates float8[], weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'purchases_add_covariates'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION purchases_add(held_rows, float8, float8, float8, float8[], float8[], float8) IS
'The state of bgnbd_fit, mbgnbd_fit and paretonbd_fit with another customer of this weight and their covariates.';

CREATE FUNCTION occasions_add(state held_rows, x float8, t_x float8, n float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION occasions_add(held_rows, float8, float8, float8) IS
'The state of bgbb_fit with another customer.';

CREATE FUNCTION occasions_add(state held_rows, x float8, t_x float8, n float8, weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION occasions_add(held_rows, float8, float8, float8, float8) IS
'The state of bgbb_fit with another customer of this weight.';

CREATE FUNCTION occasions_add(state held_rows, x float8, t_x float8, n float8,
	purchase_covariates float8[], dropout_covariates float8[])
RETURNS held_rows AS 'MODULE_PATHNAME', 'occasions_add_covariates'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION occasions_add(held_rows, float8, float8, float8, float8[], float8[]) IS
'The state of bgbb_fit with another customer and their covariates.';

CREATE FUNCTION occasions_add(state held_rows, x float8, t_x float8, n float8,
	purchase_covariates float8[], dropout_covariates float8[], weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'occasions_add_covariates'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION occasions_add(held_rows, float8, float8, float8, float8[], float8[], float8) IS
'The state of bgbb_fit with another customer of this weight and their covariates.';

CREATE FUNCTION contracts_add(state held_rows, period float8, churned boolean)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION contracts_add(held_rows, float8, boolean) IS
'The state of sbg_fit or bdw_fit with another contract.';

CREATE FUNCTION contracts_add(state held_rows, period float8, churned boolean, weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION contracts_add(held_rows, float8, boolean, float8) IS
'The state of sbg_fit or bdw_fit with another contract of this weight.';

CREATE FUNCTION contracts_add(state held_rows, period float8, churned boolean,
	dropout_covariates float8[], weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'contracts_add_covariates'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION contracts_add(held_rows, float8, boolean, float8[], float8) IS
'The state of sbg_fit or bdw_fit with another contract of this weight and its covariates.';

CREATE FUNCTION spend_add(state held_rows, x float8, mean_spend float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION spend_add(held_rows, float8, float8) IS
'The state of gammagamma_fit with another customer.';

CREATE FUNCTION spend_add(state held_rows, x float8, mean_spend float8, weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION spend_add(held_rows, float8, float8, float8) IS
'The state of gammagamma_fit with another customer of this weight.';

CREATE FUNCTION means_add(state held_rows, x float8, mean_spend float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION means_add(held_rows, float8, float8) IS
'The state of normal_spend_fit with another customer.';

CREATE FUNCTION means_add(state held_rows, x float8, mean_spend float8, weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION means_add(held_rows, float8, float8, float8) IS
'The state of normal_spend_fit with another customer of this weight.';

CREATE FUNCTION purchases_add(state held_rows, history purchase_history, as_of date)
RETURNS held_rows AS 'MODULE_PATHNAME', 'purchases_add_history'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchases_add(held_rows, purchase_history, date) IS
'The state of bgnbd_fit, mbgnbd_fit, nbd_fit and paretonbd_fit with another customer as they were known at the end of '
'as_of, in weeks.';

-- for U in text interval
CREATE FUNCTION purchases_add(state held_rows, history purchase_history, as_of date, unit {U})
RETURNS held_rows AS 'MODULE_PATHNAME', 'purchases_add_history_{U}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchases_add(held_rows, purchase_history, date, {U}) IS
'The state of bgnbd_fit, mbgnbd_fit, nbd_fit and paretonbd_fit with another customer as they were known at the end of '
'as_of, in this unit of time.';

-- end
CREATE FUNCTION spend_add(state held_rows, history purchase_history, as_of date)
RETURNS held_rows AS 'MODULE_PATHNAME', 'spend_add_history'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION spend_add(held_rows, purchase_history, date) IS
'The state of gammagamma_fit with another customer as they were known at the end of as_of.';

-- for U in text interval
CREATE FUNCTION purchases_add(state held_rows, history purchase_history, as_of date, unit {U}, season float8[])
RETURNS held_rows AS 'MODULE_PATHNAME', 'purchases_add_season_{U}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION purchases_add(held_rows, purchase_history, date, {U}, float8[]) IS
'The state of bgnbd_fit and mbgnbd_fit with another customer, in time that runs by the season.';

-- end
CREATE FUNCTION means_add(state held_rows, history purchase_history, as_of date)
RETURNS held_rows AS 'MODULE_PATHNAME', 'means_add_history'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION means_add(held_rows, purchase_history, date) IS
'The state of normal_spend_fit with another customer as they were known at the end of as_of.';

-- for F in bgnbd mbgnbd nbd paretonbd bgbb sbg bdw gammagamma normal_spend mbgcnbd
CREATE FUNCTION {F}_final(state held_rows)
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION {F}_final(held_rows) IS
'Maximum likelihood fit: final function of {F}_fit.';

-- end
-- The fits.
CREATE AGGREGATE bgnbd_fit(x float8, t_x float8, t float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bgnbd_fit(float8, float8, float8) IS
'BG/NBD model of purchases (Fader, Hardie and Lee 2005), fitted by maximum likelihood to one row a customer. '
'A customer may stop only right after a repeat purchase. '
'x: repeat purchases. t_x: time from the first to the last purchase. t: time from the first purchase to today.';

CREATE AGGREGATE mbgnbd_fit(x float8, t_x float8, t float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = mbgnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mbgnbd_fit(float8, float8, float8) IS
'MBG/NBD model of purchases (Batislam, Denizel and Filiztekin 2007), fitted by maximum likelihood. '
'A customer may stop right after any purchase, also the first. Arguments as in bgnbd_fit.';

CREATE AGGREGATE nbd_fit(x float8, t_x float8, t float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = nbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE nbd_fit(float8, float8, float8) IS
'NBD model of purchases, fitted by maximum likelihood. No customer ever stops: a baseline for the other models. '
'Arguments as in bgnbd_fit.';

CREATE AGGREGATE paretonbd_fit(x float8, t_x float8, t float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = paretonbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE paretonbd_fit(float8, float8, float8) IS
'Pareto/NBD model of purchases (Schmittlein, Morrison and Colombo 1987), fitted by maximum likelihood. '
'A customer may stop at any time. Arguments as in bgnbd_fit.';

CREATE AGGREGATE bgnbd_fit(x float8, t_x float8, t float8,
	purchase_covariates float8[], dropout_covariates float8[]) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bgnbd_fit(float8, float8, float8, float8[], float8[]) IS
'BG/NBD model of purchases with covariates, fitted by maximum likelihood. '
'With z the weighted sum of a customer''s covariates, alpha becomes alpha exp(-z) for purchase_covariates, '
'and a and b become a exp(z) and b exp(z) for dropout_covariates.';

CREATE AGGREGATE paretonbd_fit(x float8, t_x float8, t float8,
	purchase_covariates float8[], dropout_covariates float8[]) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = paretonbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE paretonbd_fit(float8, float8, float8, float8[], float8[]) IS
'Pareto/NBD model of purchases with covariates, fitted by maximum likelihood. '
'With z the weighted sum of a customer''s covariates, alpha becomes alpha exp(-z) for purchase_covariates, '
'and beta becomes beta exp(-z) for dropout_covariates.';

CREATE AGGREGATE mbgnbd_fit(x float8, t_x float8, t float8,
	purchase_covariates float8[], dropout_covariates float8[]) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = mbgnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mbgnbd_fit(float8, float8, float8, float8[], float8[]) IS
'MBG/NBD model of purchases with covariates, which act as in bgnbd_fit.';

CREATE AGGREGATE bgbb_fit(x float8, t_x float8, n float8,
	purchase_covariates float8[], dropout_covariates float8[]) (
	SFUNC = occasions_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgbb_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bgbb_fit(float8, float8, float8, float8[], float8[]) IS
'BG/BB model of purchases on occasions with covariates, fitted by maximum likelihood. '
'With z the weighted sum of a customer''s covariates, alpha becomes alpha exp(z) for purchase_covariates, and gamma '
'becomes gamma exp(z) for dropout_covariates: a positive coefficient raises the odds of buying, or of leaving.';

CREATE AGGREGATE bgbb_fit(x float8, t_x float8, n float8) (
	SFUNC = occasions_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgbb_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bgbb_fit(float8, float8, float8) IS
'BG/BB model of purchases on occasions (Fader, Hardie and Shang 2010), fitted by maximum likelihood. '
'n: occasions since the first purchase. x: occasions with a purchase. t_x: number of the last of them.';

CREATE AGGREGATE sbg_fit(period float8, churned boolean) (
	SFUNC = contracts_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = sbg_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE sbg_fit(float8, boolean) IS
'Shifted beta-geometric model of contracts (Fader and Hardie 2007), fitted by maximum likelihood. '
'churned: the contract ended in this period (the first one is 1). Not churned: it was still there after this period.';

CREATE AGGREGATE bdw_fit(period float8, churned boolean) (
	SFUNC = contracts_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bdw_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bdw_fit(float8, boolean) IS
'Beta-discrete-Weibull model of contracts (Fader, Hardie, Liu, Davin and Steenburgh 2018), fitted by maximum '
'likelihood: sbg_fit in which a customer''s own risk of leaving may rise (c above 1) or fall (c below 1) with time. '
'churned: the contract ended in this period (the first one is 1). Not churned: it was still there after this period.';

CREATE AGGREGATE bdw_fit(period float8, churned boolean, weight float8) (
	SFUNC = contracts_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bdw_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bdw_fit(float8, boolean, float8) IS
'bdw_fit with weights: a row of weight 3 counts as three equal rows.';

CREATE AGGREGATE gammagamma_fit(x float8, mean_spend float8) (
	SFUNC = spend_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = gammagamma_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE gammagamma_fit(float8, float8) IS
'Gamma-gamma model of spend (Fader and Hardie 2013), fitted by maximum likelihood. '
'x: repeat purchases. mean_spend: mean spend of a repeat purchase. Customers without one are ignored. Those with a '
'mean of 0 or less, because of returns, are left out and counted: see warnings and left_out in model_json.';

-- Contracts with covariates have a weight: without one, the array would stand where sbg_fit has a weight.
-- for F P in sbg/alpha bdw/a
CREATE AGGREGATE {F}_fit(period float8, churned boolean, dropout_covariates float8[], weight float8) (
	SFUNC = contracts_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = {F}_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE {F}_fit(float8, boolean, float8[], float8) IS
'{F}_fit with covariates of the risk of leaving, and weights (1 for a row that is one contract). '
'With z the weighted sum of a contract''s covariates, {P} becomes {P} exp(z): a positive coefficient raises the odds '
'of leaving. customer_model(model, ''{}'', dropout_covariates) is the model of contracts with given covariates.';

-- end
-- The fits with weights.
-- for F in bgnbd mbgnbd nbd paretonbd
CREATE AGGREGATE {F}_fit(x float8, t_x float8, t float8, weight float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = {F}_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE {F}_fit(float8, float8, float8, float8) IS
'{F}_fit with weights: a row of weight 3 counts as three equal rows.';

-- end
-- for F in bgnbd mbgnbd paretonbd
CREATE AGGREGATE {F}_fit(x float8, t_x float8, t float8,
	purchase_covariates float8[], dropout_covariates float8[], weight float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = {F}_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE {F}_fit(float8, float8, float8, float8[], float8[], float8) IS
'{F}_fit with covariates and weights: a row of weight 3 counts as three equal rows.';

-- end
CREATE AGGREGATE bgbb_fit(x float8, t_x float8, n float8, weight float8) (
	SFUNC = occasions_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgbb_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bgbb_fit(float8, float8, float8, float8) IS
'bgbb_fit with weights: a row of weight 3 counts as three equal rows.';

CREATE AGGREGATE bgbb_fit(x float8, t_x float8, n float8,
	purchase_covariates float8[], dropout_covariates float8[], weight float8) (
	SFUNC = occasions_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgbb_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bgbb_fit(float8, float8, float8, float8[], float8[], float8) IS
'bgbb_fit with covariates and weights: a row of weight 3 counts as three equal rows.';

CREATE AGGREGATE sbg_fit(period float8, churned boolean, weight float8) (
	SFUNC = contracts_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = sbg_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE sbg_fit(float8, boolean, float8) IS
'sbg_fit with weights: a row of weight 3 counts as three equal rows.';

CREATE AGGREGATE gammagamma_fit(x float8, mean_spend float8, weight float8) (
	SFUNC = spend_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = gammagamma_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE gammagamma_fit(float8, float8, float8) IS
'gammagamma_fit with weights: a row of weight 3 counts as three equal rows.';

CREATE AGGREGATE normal_spend_fit(x float8, mean_spend float8) (
	SFUNC = means_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = normal_spend_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE normal_spend_fit(float8, float8) IS
'Normal-normal model of spend or profit (Schmittlein and Peterson 1994), fitted by maximum likelihood. '
'Purchases of a customer vary around the customer''s mean (sd_within), and means of customers around mu (sd_between). '
'x: repeat purchases. mean_spend: mean spend, or profit, of a repeat purchase; it may be 0 or negative. '
'Customers without a repeat purchase are ignored. With the same x for all, the two deviations are not identified.';

CREATE AGGREGATE normal_spend_fit(x float8, mean_spend float8, weight float8) (
	SFUNC = means_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = normal_spend_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE normal_spend_fit(float8, float8, float8) IS
'normal_spend_fit with weights: a row of weight 3 counts as three equal rows.';

-- The fits of histories.
-- for F in bgnbd mbgnbd nbd paretonbd
CREATE AGGREGATE {F}_fit(history purchase_history, as_of date) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = {F}_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE {F}_fit(purchase_history, date) IS
'{F}_fit of histories, as they were known at the end of the day as_of, in weeks. The model knows its unit of time, so '
'that it can be asked of histories. Customers who first bought later are left out and counted: see model_summary.';

-- end
-- for F U in bgnbd/text bgnbd/interval mbgnbd/text mbgnbd/interval nbd/text nbd/interval paretonbd/text
--	paretonbd/interval
CREATE AGGREGATE {F}_fit(history purchase_history, as_of date, unit {U}) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = {F}_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE {F}_fit(purchase_history, date, {U}) IS
'{F}_fit of histories with another unit of time than weeks: as in clv_summary.';

-- end
CREATE AGGREGATE gammagamma_fit(history purchase_history, as_of date) (
	SFUNC = spend_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = gammagamma_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE gammagamma_fit(purchase_history, date) IS
'gammagamma_fit of histories: the mean spend of the purchases after the first, as known at the end of the day as_of.';

CREATE AGGREGATE normal_spend_fit(history purchase_history, as_of date) (
	SFUNC = means_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = normal_spend_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE normal_spend_fit(purchase_history, date) IS
'normal_spend_fit of histories of profit, or of amounts: the mean of the purchases after the first, '
'as known at the end of the day as_of.';

-- The fits of histories that start at a model of before.
CREATE FUNCTION refit_add(state held_rows, start clv_model, history purchase_history, as_of date)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION refit_add(held_rows, clv_model, purchase_history, date) IS
'The state of bgnbd_refit, mbgnbd_refit, nbd_refit and paretonbd_refit with another customer, in weeks.';

-- for U in text interval
CREATE FUNCTION refit_add(state held_rows, start clv_model, history purchase_history, as_of date, unit {U})
RETURNS held_rows AS 'MODULE_PATHNAME', 'refit_add_{U}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION refit_add(held_rows, clv_model, purchase_history, date, {U}) IS
'The state of bgnbd_refit, mbgnbd_refit, nbd_refit and paretonbd_refit with another customer, in this unit of time.';

-- end
-- for F in bgnbd mbgnbd nbd paretonbd
CREATE AGGREGATE {F}_refit(start clv_model, history purchase_history, as_of date) (
	SFUNC = refit_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = {F}_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE {F}_refit(clv_model, purchase_history, date) IS
'{F}_fit of histories whose search also starts at a model, such as that of last month: the same maximum, sooner. '
'It is one start of several, so that a poor one does not hurt. start must not be NULL.';

-- end
-- for F U in bgnbd/text bgnbd/interval mbgnbd/text mbgnbd/interval nbd/text nbd/interval paretonbd/text
--	paretonbd/interval
CREATE AGGREGATE {F}_refit(start clv_model, history purchase_history, as_of date, unit {U}) (
	SFUNC = refit_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = {F}_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE {F}_refit(clv_model, purchase_history, date, {U}) IS
'{F}_refit with another unit of time than weeks: as in clv_summary. start is in the same unit.';

-- end
-- Regular customers.
CREATE FUNCTION gaps_add(state held_rows, history purchase_history, as_of date)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION gaps_add(held_rows, purchase_history, date) IS
'The state of mbgcnbd_fit with another customer, in weeks.';

-- for U in text interval
CREATE FUNCTION gaps_add(state held_rows, history purchase_history, as_of date, unit {U})
RETURNS held_rows AS 'MODULE_PATHNAME', 'gaps_add_{U}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION gaps_add(held_rows, purchase_history, date, {U}) IS
'The state of mbgcnbd_fit with another customer, in this unit of time.';

CREATE FUNCTION gaps_add(state held_rows, history purchase_history, as_of date, unit {U}, k integer)
RETURNS held_rows AS 'MODULE_PATHNAME', 'gaps_add_{U}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION gaps_add(held_rows, purchase_history, date, {U}, integer) IS
'The state of mbgcnbd_fit with another customer, for a given k.';

-- end
CREATE AGGREGATE mbgcnbd_fit(history purchase_history, as_of date) (
	SFUNC = gaps_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = mbgcnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mbgcnbd_fit(purchase_history, date) IS
'MBG/CNBD-k model of regular customers (Reutterer, Platzer and Schroeder 2021), fitted by maximum likelihood, in '
'weeks. mbgnbd_fit in which times between purchases are Erlang-k distributed: the more regular, the larger k, from 1 '
'(MBG/NBD) to 12. The fit takes the k with the highest likelihood; model_json shows it. aic does not count k as a '
'parameter.';

-- for U in text interval
CREATE AGGREGATE mbgcnbd_fit(history purchase_history, as_of date, unit {U}) (
	SFUNC = gaps_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = mbgcnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mbgcnbd_fit(purchase_history, date, {U}) IS
'mbgcnbd_fit with another unit of time than weeks: as in clv_summary.';

CREATE AGGREGATE mbgcnbd_fit(history purchase_history, as_of date, unit {U}, k integer) (
	SFUNC = gaps_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = mbgcnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mbgcnbd_fit(purchase_history, date, {U}, integer) IS
'mbgcnbd_fit with a given k, from 1 to 12.';

-- end
-- When in the year customers buy, and fits in time that runs by it.
CREATE FUNCTION season_add(state held_rows, history purchase_history, as_of date, unit text)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION season_add(held_rows, purchase_history, date, text) IS
'The state of season_agg with another customer.';

CREATE FUNCTION season_final(state held_rows)
RETURNS float8[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION season_final(held_rows) IS
'The most likely season: final function of season_agg.';

CREATE AGGREGATE season_agg(history purchase_history, as_of date, unit text) (
	SFUNC = season_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = season_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE season_agg(purchase_history, date, text) IS
'Intensity of purchases in each month or week of the year, relative to the mean of the year (1): 1.6 for December says '
'that customers then buy 1.6 times as often. unit: month (12 values) or week (53: seven days each from January 1 on, '
'the last one or two). By maximum likelihood from the purchases between each customer''s first and last, so that '
'growth of the customer base and lost customers do not matter. Customers with fewer than three purchases say nothing. '
'NULL elements: no customer was there at that time of the year.';

-- for F U in bgnbd/text bgnbd/interval mbgnbd/text mbgnbd/interval
CREATE AGGREGATE {F}_fit(history purchase_history, as_of date, unit {U}, season float8[]) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = {F}_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE {F}_fit(purchase_history, date, {U}, float8[]) IS
'{F}_fit of histories in time that runs by a season, as season_agg gives it: exact, since customers stop only when '
'they buy. The model keeps the season, and predictions from histories follow the calendar. '
'The likelihood compares with that of the plain fit; a season estimated from the same data has 11 (52) parameters, '
'which aic does not count.';

-- end
-- for U in text interval
CREATE FUNCTION paretonbd_fit(history purchase_history, as_of date, unit {U}, season float8[])
RETURNS clv_model AS 'MODULE_PATHNAME', 'paretonbd_fit_season'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION paretonbd_fit(purchase_history, date, {U}, float8[]) IS
'An error that says why: customers of the Pareto/NBD stop at any time, so its time cannot run by purchases. '
'bgnbd_fit and mbgnbd_fit take a season.';

-- end
-- What a model is.
CREATE FUNCTION clv_model(family text, parameters float8[])
RETURNS clv_model AS 'MODULE_PATHNAME', 'clv_model_make'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION clv_model(text, float8[]) IS
'A model from known parameters. bg/nbd and mbg/nbd: r, alpha, a, b. pareto/nbd: r, alpha, s, beta. nbd: r, alpha. '
'bg/bb: alpha, beta, gamma, delta. sbg: alpha, beta. bdw: a, b, c. gamma-gamma: p, q, gamma. '
'normal-normal: mu, sd_between, sd_within. mbg/cnbd-k: k, r, alpha, a, b.';

-- for U in text interval
CREATE FUNCTION with_unit(model clv_model, unit {U})
RETURNS clv_model AS 'MODULE_PATHNAME', 'with_unit_{U}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION with_unit(clv_model, {U}) IS
'A model of purchases that was fitted to bare numbers in this unit of time (as in clv_summary), so that it can be '
'asked of histories.';

-- end
CREATE FUNCTION customer_model(model clv_model, purchase_covariates float8[], dropout_covariates float8[])
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION customer_model(clv_model, float8[], float8[]) IS
'The model for customers with these covariates. Use it wherever a model without covariates is needed. '
'Models of contracts have dropout_covariates only: purchase_covariates are ''{}''.';

CREATE FUNCTION name_covariates(model clv_model, purchase text[], dropout text[])
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION name_covariates(clv_model, text[], text[]) IS
'The model with names for its covariates of purchases and of stopping, in their order, which coef and model_json show. '
'Names have up to 63 bytes.';

CREATE FUNCTION coef(model clv_model, confidence float8 DEFAULT 0.95)
RETURNS TABLE (term text, estimate float8, std_error float8, low float8, high float8)
AS 'MODULE_PATHNAME', 'clv_model_coef'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 4;
COMMENT ON FUNCTION coef(clv_model, float8) IS
'The parameters of a model and the coefficients of its covariates, with standard errors and confidence intervals. '
'Intervals of parameters are symmetric on the log scale, except that of mu, which may be negative. NULL where the data '
'do not identify the parameter.';

CREATE FUNCTION log_likelihood(model clv_model)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION log_likelihood(clv_model) IS
'Log-likelihood of a fitted model. NULL for a model from known parameters.';

-- for C WHOSE in aic/Akaike bic/Schwarz
CREATE FUNCTION {C}(model clv_model)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION {C}(clv_model) IS
'{WHOSE}''s information criterion of a fitted model: lower is better. NULL for a model from known parameters.';

-- end
CREATE FUNCTION likelihood_ratio(restricted clv_model, full_model clv_model,
	OUT chi2 float8, OUT df integer, OUT p float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION likelihood_ratio(clv_model, clv_model) IS
'Likelihood-ratio test (Wilks 1938) of a fit against one of the same customers with more covariates. '
'A small p says that the covariates explain more than chance would.';

CREATE FUNCTION converged(model clv_model)
RETURNS boolean AS 'MODULE_PATHNAME', 'clv_model_converged'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION converged(clv_model) IS
'True when a maximum was found and the data identify every parameter. NULL for a model from known parameters.';

CREATE FUNCTION warnings(model clv_model)
RETURNS text AS 'MODULE_PATHNAME', 'clv_model_warnings'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION warnings(clv_model) IS
'What is wrong with a fit, in words. NULL when nothing is.';

CREATE FUNCTION model_summary(model clv_model,
	OUT family text, OUT unit interval, OUT customers float8, OUT left_out float8, OUT converged boolean,
	OUT log_likelihood float8, OUT aic float8, OUT bic float8, OUT warning text, OUT advice text)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION model_summary(clv_model) IS
'A model in one row. unit: its unit of time, NULL where it was fitted to bare numbers. customers: the sum of their '
'weights. left_out: that of customers who are not in the fit, since they first bought after as_of, or since returns '
'outweigh their repeat purchases. warning: what is wrong with the fit; advice: what to do about it; NULL when nothing '
'is.';

CREATE FUNCTION model_json(model clv_model)
RETURNS jsonb AS 'MODULE_PATHNAME', 'clv_model_json'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION model_json(clv_model) IS
'A model as jsonb: family, converged, parameters, standard_errors, weight, iterations, log_likelihood, aic, bic, '
'warnings.';

-- What a model predicts.  Times have the unit that the model was fitted in.
CREATE FUNCTION p_alive(model clv_model, x float8, t_x float8, t float8, ahead float8 DEFAULT 0)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION p_alive(clv_model, float8, float8, float8, float8) IS
'Probability that the customer is active at t and stays active for a further ahead (default 0). '
'The customer made x repeat purchases, the last of them at t_x.';

CREATE FUNCTION p_alive(model clv_model, history purchase_history, as_of date)
RETURNS float8 AS 'MODULE_PATHNAME', 'p_alive_history'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION p_alive(clv_model, purchase_history, date) IS
'Probability that the customer, as known at the end of the day as_of, is active then. NULL before the first purchase. '
'The model must know its unit of time: it was fitted to histories, or see with_unit.';

CREATE FUNCTION p_alive(model clv_model, history purchase_history, as_of date, ahead interval)
RETURNS float8 AS 'MODULE_PATHNAME', 'p_alive_history'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION p_alive(clv_model, purchase_history, date, interval) IS
'Probability that the customer, as known at the end of the day as_of, is active then and stays active for a further '
'ahead. NULL before the first purchase.';

CREATE FUNCTION purchase_probability(model clv_model, x float8, t_x float8, t float8, within float8,
	at_least float8 DEFAULT 1)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION purchase_probability(clv_model, float8, float8, float8, float8, float8) IS
'Probability that the customer, with x repeat purchases, the last of them at t_x, buys at least at_least times from t '
'to t + within.';

CREATE FUNCTION purchase_probability(model clv_model, history purchase_history, as_of date, within interval,
	at_least float8 DEFAULT 1)
RETURNS float8 AS 'MODULE_PATHNAME', 'purchase_probability_history'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 30;
COMMENT ON FUNCTION purchase_probability(clv_model, purchase_history, date, interval, float8) IS
'Probability that the customer, as known at the end of the day as_of, buys at least at_least times within this time. '
'NULL before the first purchase.';

CREATE FUNCTION expected_purchases(model clv_model, x float8, t_x float8, t float8, horizon float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION expected_purchases(clv_model, float8, float8, float8, float8) IS
'Expected number of purchases from t to t + horizon, for a customer with x repeat purchases, the last of them at t_x.';

CREATE FUNCTION expected_purchases(model clv_model, history purchase_history, as_of date, horizon interval)
RETURNS float8 AS 'MODULE_PATHNAME', 'expected_purchases_history'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 30;
COMMENT ON FUNCTION expected_purchases(clv_model, purchase_history, date, interval) IS
'Expected number of purchases within horizon after the day as_of, for a customer as known at its end. '
'A month of horizon has 30.4375 days. NULL before the first purchase.';

CREATE FUNCTION expected_purchases(model clv_model, horizon float8)
RETURNS float8 AS 'MODULE_PATHNAME', 'expected_purchases_new'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION expected_purchases(clv_model, float8) IS
'Expected number of repeat purchases up to horizon, for a customer who buys for the first time now.';

-- for END SIDE in low/Lower high/Upper
CREATE FUNCTION expected_purchases_{END}(model clv_model, x float8, t_x float8, t float8, horizon float8,
	confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION expected_purchases_{END}(clv_model, float8, float8, float8, float8, float8) IS
'{SIDE} end of the confidence interval of expected_purchases. It covers the uncertainty of the parameters, '
'not what a single customer does (delta method). NULL without standard errors.';

-- end
-- for END SIDE in low/Lower high/Upper
CREATE FUNCTION expected_purchases_{END}(model clv_model, history purchase_history, as_of date, horizon interval,
	confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME', 'expected_purchases_history_{END}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION expected_purchases_{END}(clv_model, purchase_history, date, interval, float8) IS
'{SIDE} end of the confidence interval of expected_purchases of a history. It covers the uncertainty of the '
'parameters, not what a single customer does (delta method). NULL without standard errors.';

-- end
CREATE FUNCTION purchase_pmf(model clv_model, k float8, horizon float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION purchase_pmf(clv_model, float8, float8) IS
'Probability of exactly k repeat purchases up to horizon, for a customer who buys for the first time now.';

CREATE FUNCTION continuous_discount(annual float8, units_per_year float8 DEFAULT 1)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION continuous_discount(float8, float8) IS
'Continuous discount rate per unit of time that is equivalent to an annual rate: ln(1 + annual) / units_per_year.';

CREATE FUNCTION discounted_purchases(model clv_model, x float8, t_x float8, t float8, discount float8,
	horizon float8 DEFAULT NULL)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 200;
COMMENT ON FUNCTION discounted_purchases(clv_model, float8, float8, float8, float8, float8) IS
'Expected number of purchases after t, discounted continuously: a purchase at t + u counts exp(-discount * u). '
'Known as DERT (Fader, Hardie and Lee 2005). With horizon: only purchases up to t + horizon.';

CREATE FUNCTION expected_spend(model clv_model, x float8, mean_spend float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION expected_spend(clv_model, float8, float8) IS
'Expected spend per purchase, in the currency of the model, for a customer who spent mean_spend on average in x repeat '
'purchases. mean_spend may be NULL when x is 0. In a gamma-gamma model a mean of 0 or below, because of returns, says '
'nothing of the size of purchases: the customer is as one without repeat purchases. In a normal-normal model it '
'counts, and the result may be negative.';

CREATE FUNCTION expected_spend(model clv_model, history purchase_history, as_of date)
RETURNS float8 AS 'MODULE_PATHNAME', 'expected_spend_history'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION expected_spend(clv_model, purchase_history, date) IS
'Expected spend per purchase, in the currency of the model, for a customer as known at the end of the day as_of. '
'NULL before the first purchase.';

CREATE FUNCTION log_likelihood(model clv_model, x float8, t_x float8, t float8)
RETURNS float8 AS 'MODULE_PATHNAME', 'log_likelihood_of'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION log_likelihood(clv_model, float8, float8, float8) IS
'Log-likelihood of one customer under a model. '
'Sum it over customers who were not in the fit: the model with the highest sum predicts them best.';

CREATE FUNCTION clv(model clv_model, spend_model clv_model, x float8, t_x float8, t float8, mean_spend float8,
	discount float8, horizon float8 DEFAULT NULL)
RETURNS float8 AS 'MODULE_PATHNAME', 'clv_of_models'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 200;
COMMENT ON FUNCTION clv(clv_model, clv_model, float8, float8, float8, float8, float8, float8) IS
'Expected future revenue from a customer, discounted continuously, in the currency of the spend model: '
'discounted_purchases times expected_spend. With a normal-normal model of profit it is future profit, '
'which may be negative; a gamma-gamma model takes a mean_spend of 0 or less as unknown.';

-- for END SIDE in low/Lower high/Upper
CREATE FUNCTION clv_{END}(model clv_model, spend_model clv_model, x float8, t_x float8, t float8, mean_spend float8,
	discount float8, horizon float8 DEFAULT NULL, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME', 'clv_of_models_{END}'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2000;
COMMENT ON FUNCTION clv_{END}(clv_model, clv_model, float8, float8, float8, float8, float8, float8, float8) IS
'{SIDE} end of the confidence interval of clv from two models. It covers the uncertainty of the parameters, '
'not what a single customer does (delta method). NULL without standard errors.';

-- end
CREATE FUNCTION clv(model clv_model, spend_model clv_model, history purchase_history, as_of date,
	annual_discount float8, horizon interval DEFAULT NULL)
RETURNS float8 AS 'MODULE_PATHNAME', 'clv_of_models_history'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 200;
COMMENT ON FUNCTION clv(clv_model, clv_model, purchase_history, date, float8, interval) IS
'Expected future revenue from a customer as known at the end of the day as_of, discounted, in the currency of the '
'spend model. annual_discount: effective rate a year, a fraction (0.1 is ten percent); the unit of the model converts '
'it. horizon: only purchases within this time after as_of; NULL: all. NULL before the first purchase.';

-- for END SIDE in low/Lower high/Upper
CREATE FUNCTION clv_{END}(model clv_model, spend_model clv_model, history purchase_history, as_of date,
	annual_discount float8, horizon interval DEFAULT NULL, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME', 'clv_of_models_history_{END}'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2000;
COMMENT ON FUNCTION clv_{END}(clv_model, clv_model, purchase_history, date, float8, interval, float8) IS
'{SIDE} end of the confidence interval of clv of a history. It covers the uncertainty of the parameters, '
'not what a single customer does (delta method). NULL without standard errors.';

-- end
-- Contracts.
CREATE FUNCTION survival(model clv_model, period float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival(clv_model, float8) IS
'Share of contracts that are still active after this number of periods, a fraction.';

CREATE FUNCTION retention_rate(model clv_model, period float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION retention_rate(clv_model, float8) IS
'Of the contracts that are active after period - 1, the share that is active after period, a fraction.';

CREATE FUNCTION discounted_lifetime(model clv_model, discount float8, renewal float8 DEFAULT 0)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION discounted_lifetime(clv_model, float8, float8) IS
'Expected number of future periods of a contract (Fader and Hardie 2010): a period u periods ahead counts '
'(1 + discount)^-u. renewal 0: a new contract, whose first period counts 1. '
'renewal n: a contract just before its n-th renewal. Times the margin per period it is lifetime value.';
