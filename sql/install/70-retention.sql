-- retention: who stays, who leaves, and when

-- Cohorts.
COMMENT ON TYPE cohort_summary IS
'For each cohort and period after the first purchase, how many customers bought, in which period they last '
'had before, and what they paid: exact, every definition of retention is read from it. Text form: v1 as_of '
'unit cohort/periods period:before:customers:amount ... ...';

CREATE FUNCTION cohort_add(summary cohort_summary, history purchase_history, as_of date)
RETURNS cohort_summary AS 'MODULE_PATHNAME', 'cohort_add_month'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cohort_add(cohort_summary, purchase_history, date) IS
'The summary with another customer, by month.';

CREATE FUNCTION cohort_add(summary cohort_summary, history purchase_history, as_of date, unit text)
RETURNS cohort_summary AS 'MODULE_PATHNAME', 'cohort_add_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cohort_add(cohort_summary, purchase_history, date, text) IS
'The summary with another customer, by a unit of the calendar.';

CREATE FUNCTION cohort_add(summary cohort_summary, history purchase_history, as_of date, unit interval)
RETURNS cohort_summary AS 'MODULE_PATHNAME', 'cohort_add_interval'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cohort_add(cohort_summary, purchase_history, date, interval) IS
'The summary with another customer, by periods that are counted from the first purchase.';

CREATE FUNCTION cohort_merge(a cohort_summary, b cohort_summary)
RETURNS cohort_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION cohort_merge(cohort_summary, cohort_summary) IS
'The customers of both summaries.';

CREATE FUNCTION cohort_pack(summary cohort_summary)
RETURNS cohort_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION cohort_pack(cohort_summary) IS
'The summary in the form in which it is stored.';

CREATE AGGREGATE cohort_agg(history purchase_history, as_of date) (
	SFUNC = cohort_add, STYPE = cohort_summary, SSPACE = 2048, INITCOND = 'v1',
	COMBINEFUNC = cohort_merge,
	FINALFUNC = cohort_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cohort_agg(purchase_history, date) IS
'Cohorts by calendar month, one history a customer, as known at the end of as_of. Read it with cohort_table, '
'retention_rate and cohort_payback. At most 4,096 periods a cohort.';

CREATE AGGREGATE cohort_agg(history purchase_history, as_of date, unit text) (
	SFUNC = cohort_add, STYPE = cohort_summary, SSPACE = 2048, INITCOND = 'v1',
	COMBINEFUNC = cohort_merge,
	FINALFUNC = cohort_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cohort_agg(purchase_history, date, text) IS
'Cohorts by calendar day, week (from Monday), month, quarter or year, one history a customer.';

CREATE AGGREGATE cohort_agg(history purchase_history, as_of date, unit interval) (
	SFUNC = cohort_add, STYPE = cohort_summary, SSPACE = 2048, INITCOND = 'v1',
	COMBINEFUNC = cohort_merge,
	FINALFUNC = cohort_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cohort_agg(purchase_history, date, interval) IS
'Cohorts by calendar month of the first purchase, with periods that are counted from each customer''s own '
'first day, as interval ''30 days''. The interval may not have months.';

CREATE AGGREGATE rollup(summary cohort_summary) (
	SFUNC = cohort_merge, STYPE = cohort_summary, SSPACE = 2048, INITCOND = 'v1',
	COMBINEFUNC = cohort_merge,
	FINALFUNC = cohort_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(cohort_summary) IS
'The customers of all summaries, which must be as of one day and in one unit.';

CREATE FUNCTION cohort_table(summary cohort_summary, kind text DEFAULT 'classic', brackets integer[] DEFAULT NULL)
RETURNS TABLE (cohort date, period integer, customers bigint, retained bigint, rate float8,
	revenue numeric, cumulative_revenue numeric, revenue_per_customer numeric, complete boolean) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000 ROWS 300;
COMMENT ON FUNCTION cohort_table(cohort_summary, text, integer[]) IS
'For each cohort and period from 0 (that of the first purchase): how many bought in it (classic), in it or '
'later (unbounded), or in brackets of periods (bracket with brackets => ''{1,2,4,6}'': 1, 2 to 3, 4 to 5). '
'rate is retained / customers, NULL while the period is not over. Revenue of the period, up to its end, and '
'that per customer. With elapsed periods, customers are those for whom the period is over.';

CREATE FUNCTION retention_rate(summary cohort_summary, period bigint, kind text DEFAULT 'classic')
RETURNS float8 AS 'MODULE_PATHNAME', 'cohort_retention_rate'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION retention_rate(cohort_summary, bigint, text) IS
'Of all customers for whom the period is over, the share who bought in it (classic), or in it or later '
'(unbounded). NULL where it is over for nobody.';

CREATE FUNCTION cohort_payback(summary cohort_summary, cost_per_customer numeric)
RETURNS TABLE (cohort date, period integer, reached boolean) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 30;
COMMENT ON FUNCTION cohort_payback(cohort_summary, numeric) IS
'The first period up to whose end a cohort brought, per customer, what winning a customer cost; NULL where it '
'has not yet. Amounts are those of the histories: margins, for histories of margins.';

CREATE FUNCTION lifecycle(history purchase_history, period_start date, unit text DEFAULT 'month')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION lifecycle(purchase_history, date, text) IS
'Where a customer stands in the period that begins on this day: new, returning, reactivated, dormant (last '
'purchase at most three periods before), lost; NULL before the first purchase. Feeds migration_agg.';

-- Repeat purchase, without a contract.
COMMENT ON TYPE ratio_summary IS
'A part and a whole, both exact: the state of repeat_rate, repurchase_rate and share_of_wallet. Text form: v1 '
'part whole';

CREATE FUNCTION ratio_merge(a ratio_summary, b ratio_summary)
RETURNS ratio_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ratio_merge(ratio_summary, ratio_summary) IS
'Both parts and both wholes together.';

CREATE FUNCTION ratio_pack(summary ratio_summary)
RETURNS ratio_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ratio_pack(ratio_summary) IS
'The summary in the form in which it is stored.';

CREATE FUNCTION ratio_final(summary ratio_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION ratio_final(ratio_summary) IS
'The part divided by the whole; NULL where that is 0.';

CREATE AGGREGATE rollup(summary ratio_summary) (
	SFUNC = ratio_merge, STYPE = ratio_summary, SSPACE = 112, INITCOND = 'v1',
	COMBINEFUNC = ratio_merge,
	FINALFUNC = ratio_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(ratio_summary) IS
'All parts and all wholes together.';

CREATE FUNCTION repeat_add(summary ratio_summary, purchases bigint)
RETURNS ratio_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION repeat_add(ratio_summary, bigint) IS
'The summary with another customer.';

CREATE AGGREGATE repeat_rate(purchases bigint) (
	SFUNC = repeat_add, STYPE = ratio_summary, SSPACE = 112, INITCOND = 'v1',
	COMBINEFUNC = ratio_merge,
	FINALFUNC = ratio_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE repeat_rate(bigint) IS
'The share of customers who have bought at least twice, from how often each has bought (purchases of a '
'purchase_history). Who has bought nothing is no customer and is ignored.';

CREATE FUNCTION repurchase_add(summary ratio_summary, history purchase_history, as_of date, within interval)
RETURNS ratio_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION repurchase_add(ratio_summary, purchase_history, date, interval) IS
'The summary with another customer.';

CREATE AGGREGATE repurchase_rate(history purchase_history, as_of date, within interval) (
	SFUNC = repurchase_add, STYPE = ratio_summary, SSPACE = 112, INITCOND = 'v1',
	COMBINEFUNC = ratio_merge,
	FINALFUNC = ratio_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE repurchase_rate(purchase_history, date, interval) IS
'Of the customers whose first purchase is at least so long before as_of, the share who bought again at most '
'so long after it.';

-- Survival.
COMMENT ON TYPE survival_summary IS
'How many customers left, were last seen and came under observation, by time: exact counts or weights. Grows '
'with distinct times, about 12 bytes each. Text form: v1 time:events,censored[,entered] ...';

-- for D E in float8/boolean float8/bigint interval/boolean interval/bigint
CREATE FUNCTION survival_add(summary survival_summary, duration {D}, event {E})
RETURNS survival_summary AS 'MODULE_PATHNAME', 'survival_add_{D}_{E}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival_add(survival_summary, {D}, {E}) IS
'The summary with another customer.';

CREATE FUNCTION survival_add(summary survival_summary, duration {D}, event {E}, weight float8)
RETURNS survival_summary AS 'MODULE_PATHNAME', 'survival_add_{D}_{E}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival_add(survival_summary, {D}, {E}, float8) IS
'The summary with another customer of this weight.';

CREATE FUNCTION survival_entry_add(summary survival_summary, entry {D}, duration {D}, event {E})
RETURNS survival_summary AS 'MODULE_PATHNAME', 'survival_entry_add_{D}_{E}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival_entry_add(survival_summary, {D}, {D}, {E}) IS
'The summary with another customer who came under observation late.';

CREATE FUNCTION survival_entry_add(summary survival_summary, entry {D}, duration {D}, event {E}, weight float8)
RETURNS survival_summary AS 'MODULE_PATHNAME', 'survival_entry_add_{D}_{E}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival_entry_add(survival_summary, {D}, {D}, {E}, float8) IS
'The summary with another customer of this weight who came under observation late.';

-- end

CREATE FUNCTION survival_merge(a survival_summary, b survival_summary)
RETURNS survival_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION survival_merge(survival_summary, survival_summary) IS
'The customers of both summaries.';

CREATE FUNCTION survival_pack(summary survival_summary)
RETURNS survival_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION survival_pack(survival_summary) IS
'The summary in the form in which it is stored.';

-- for D E in float8/boolean float8/bigint interval/boolean interval/bigint
CREATE AGGREGATE survival_agg(duration {D}, event {E}) (
	SFUNC = survival_add, STYPE = survival_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = survival_merge,
	FINALFUNC = survival_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE survival_agg({D}, {E}) IS
'How long customers stayed, and whether they left then (event true or 1) or were last seen (false or 0). An '
'interval counts in days and may not have months. Read it with km, median_survival, rmst, km_curve. Rows with '
'a NULL are ignored.';

CREATE AGGREGATE survival_agg(duration {D}, event {E}, weight float8) (
	SFUNC = survival_add, STYPE = survival_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = survival_merge,
	FINALFUNC = survival_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE survival_agg({D}, {E}, float8) IS
'How long customers stayed, with weights: a row of weight 2 is the row twice, in estimates, errors and tests.';

CREATE AGGREGATE survival_entry_agg(entry {D}, duration {D}, event {E}) (
	SFUNC = survival_entry_add, STYPE = survival_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = survival_merge,
	FINALFUNC = survival_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE survival_entry_agg({D}, {D}, {E}) IS
'How long customers stayed, each at risk only after entry, when observation of them began; both count from '
'the customer''s own start.';

CREATE AGGREGATE survival_entry_agg(entry {D}, duration {D}, event {E}, weight float8) (
	SFUNC = survival_entry_add, STYPE = survival_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = survival_merge,
	FINALFUNC = survival_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE survival_entry_agg({D}, {D}, {E}, float8) IS
'How long customers stayed, each at risk only after entry, with weights: a row of weight 2 is the row twice.';

-- end

CREATE AGGREGATE rollup(summary survival_summary) (
	SFUNC = survival_merge, STYPE = survival_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = survival_merge,
	FINALFUNC = survival_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(survival_summary) IS
'The customers of all summaries.';

CREATE FUNCTION gap_add(summary survival_summary, history purchase_history, as_of date)
RETURNS survival_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION gap_add(survival_summary, purchase_history, date) IS
'The summary with the gaps of another customer.';

CREATE AGGREGATE gap_agg(history purchase_history, as_of date) (
	SFUNC = gap_add, STYPE = survival_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = survival_merge,
	FINALFUNC = survival_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE gap_agg(purchase_history, date) IS
'Days between the purchases of customers, up to as_of; the days since the last purchase are a gap that has '
'not ended. survival_quantile of it tells within how many days a share comes back.';

CREATE FUNCTION km(summary survival_summary, t float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION km(survival_summary, float8) IS
'The share of customers who stay longer than t (Kaplan and Meier 1958). After the last time that was seen it '
'is 0 if nobody is left, else NULL.';

CREATE FUNCTION km_se(summary survival_summary, t float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION km_se(survival_summary, float8) IS
'Standard error of km (Greenwood). NULL where km is 0.';

CREATE FUNCTION km_low(summary survival_summary, t float8, confidence float8 DEFAULT 0.95, method text DEFAULT 'loglog')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION km_low(survival_summary, float8, float8, text) IS
'Lower end of the interval of km: method loglog, log or plain, within 0 to 1. NULL where km is 0, 1 where it '
'is 1.';

CREATE FUNCTION km_high(summary survival_summary, t float8, confidence float8 DEFAULT 0.95,
	method text DEFAULT 'loglog')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION km_high(survival_summary, float8, float8, text) IS
'Upper end of the interval of km: method loglog, log or plain, within 0 to 1. NULL where km is 0, 1 where it '
'is 1.';

CREATE FUNCTION cum_hazard(summary survival_summary, t float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION cum_hazard(survival_summary, float8) IS
'The cumulated hazard up to t: the sum of events / at risk (Nelson and Aalen). NULL as km.';

CREATE FUNCTION cum_hazard_se(summary survival_summary, t float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION cum_hazard_se(survival_summary, float8) IS
'Standard error of cum_hazard.';

CREATE FUNCTION survival_quantile(summary survival_summary, p float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION survival_quantile(survival_summary, float8) IS
'The first time at which a share p of the customers is gone. NULL where that is not reached.';

CREATE FUNCTION survival_quantile_low(summary survival_summary, p float8, confidence float8 DEFAULT 0.95,
	method text DEFAULT 'loglog')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION survival_quantile_low(survival_summary, float8, float8, text) IS
'Lower end of the interval of survival_quantile: where the lower end of the band of km reaches 1 - p. NULL '
'where it does not.';

CREATE FUNCTION survival_quantile_high(summary survival_summary, p float8, confidence float8 DEFAULT 0.95,
	method text DEFAULT 'loglog')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION survival_quantile_high(survival_summary, float8, float8, text) IS
'Upper end of the interval of survival_quantile: where the upper end of the band of km reaches 1 - p. NULL '
'where it does not.';

CREATE FUNCTION median_survival(summary survival_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION median_survival(survival_summary) IS
'The first time at which half of the customers are gone. NULL where that is not reached.';

CREATE FUNCTION rmst(summary survival_summary, tau float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION rmst(survival_summary, float8) IS
'Mean time that customers stay, counted until tau at most (restricted mean): the area under km. NULL where km '
'is not known until tau.';

CREATE FUNCTION rmst_se(summary survival_summary, tau float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION rmst_se(survival_summary, float8) IS
'Standard error of rmst.';

CREATE FUNCTION conditional_survival(summary survival_summary, t float8, given float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION conditional_survival(survival_summary, float8, float8) IS
'Of the customers who are still there after given, the share who stay longer than t.';

CREATE FUNCTION conditional_survival_se(summary survival_summary, t float8, given float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION conditional_survival_se(survival_summary, float8, float8) IS
'Standard error of conditional_survival, as a new estimate among those who are still there.';

CREATE FUNCTION conditional_survival_low(summary survival_summary, t float8, given float8,
	confidence float8 DEFAULT 0.95, method text DEFAULT 'loglog')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION conditional_survival_low(survival_summary, float8, float8, float8, text) IS
'Lower end of the interval of conditional_survival: method loglog, log or plain.';

CREATE FUNCTION conditional_survival_high(summary survival_summary, t float8, given float8,
	confidence float8 DEFAULT 0.95, method text DEFAULT 'loglog')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION conditional_survival_high(survival_summary, float8, float8, float8, text) IS
'Upper end of the interval of conditional_survival: method loglog, log or plain.';

CREATE FUNCTION at_risk(summary survival_summary, t float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION at_risk(survival_summary, float8) IS
'How many customers (by weight) entered before t and stay until t at least.';

CREATE FUNCTION km_curve(summary survival_summary, confidence float8 DEFAULT 0.95, method text DEFAULT 'loglog')
RETURNS TABLE (t float8, at_risk float8, events float8, censored float8, survival float8, se float8,
	low float8, high float8, cum_hazard float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 300;
COMMENT ON FUNCTION km_curve(survival_summary, float8, text) IS
'One row for each time at which a customer left or was last seen: at risk then, and km with its error, '
'interval and cumulated hazard after it. Look at the smallest number at risk.';

-- Are groups different?
COMMENT ON TYPE logrank_summary IS
'How long customers of each group stayed, in each stratum if there are some, for the log-rank test. Text '
'form: v1 "group" time:events,censored[,entered] ... ..., or "stratum"/"group"';

-- for D E L in float8/boolean/text float8/bigint/text interval/boolean/text interval/bigint/text
--	float8/boolean/bigint float8/bigint/bigint interval/boolean/bigint interval/bigint/bigint
CREATE FUNCTION logrank_add(summary logrank_summary, duration {D}, event {E}, grp {L})
RETURNS logrank_summary AS 'MODULE_PATHNAME', 'logrank_add_{D}_{E}_{L}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logrank_add(logrank_summary, {D}, {E}, {L}) IS
'The summary with another customer.';

CREATE FUNCTION logrank_add(summary logrank_summary, duration {D}, event {E}, grp {L}, stratum {L})
RETURNS logrank_summary AS 'MODULE_PATHNAME', 'logrank_add_{D}_{E}_{L}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logrank_add(logrank_summary, {D}, {E}, {L}, {L}) IS
'The summary with another customer of a stratum.';

-- end

CREATE FUNCTION logrank_merge(a logrank_summary, b logrank_summary)
RETURNS logrank_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION logrank_merge(logrank_summary, logrank_summary) IS
'The customers of both summaries.';

CREATE FUNCTION logrank_pack(summary logrank_summary)
RETURNS logrank_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION logrank_pack(logrank_summary) IS
'The summary in the form in which it is stored.';

-- for D E L in float8/boolean/text float8/bigint/text interval/boolean/text interval/bigint/text
--	float8/boolean/bigint float8/bigint/bigint interval/boolean/bigint interval/bigint/bigint
CREATE AGGREGATE logrank_agg(duration {D}, event {E}, grp {L}) (
	SFUNC = logrank_add, STYPE = logrank_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = logrank_merge,
	FINALFUNC = logrank_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE logrank_agg({D}, {E}, {L}) IS
'Durations of several groups, for the test whether they leave at different rates: logrank_p, logrank_chi2, '
'logrank_table. Rows with a NULL are ignored.';

CREATE AGGREGATE logrank_agg(duration {D}, event {E}, grp {L}, stratum {L}) (
	SFUNC = logrank_add, STYPE = logrank_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = logrank_merge,
	FINALFUNC = logrank_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE logrank_agg({D}, {E}, {L}, {L}) IS
'Durations of several groups, compared within each stratum only.';

-- end

CREATE AGGREGATE rollup(summary logrank_summary) (
	SFUNC = logrank_merge, STYPE = logrank_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = logrank_merge,
	FINALFUNC = logrank_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(logrank_summary) IS
'The customers of all summaries, group by group.';

CREATE FUNCTION logrank(a survival_summary, b survival_summary)
RETURNS logrank_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION logrank(survival_summary, survival_summary) IS
'Two summaries as the groups a and b, for the log-rank test, with their weights and entries.';

CREATE FUNCTION logrank_chi2(summary logrank_summary, rho float8 DEFAULT 0)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION logrank_chi2(logrank_summary, float8) IS
'Chi-square of the test that all groups leave at one rate: 0 is the log-rank test (Mantel 1966), 1 Peto and '
'Peto''s, which weighs early times more. NULL where groups cannot be compared.';

CREATE FUNCTION logrank_df(summary logrank_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION logrank_df(logrank_summary) IS
'Degrees of freedom of logrank_chi2: groups less one.';

CREATE FUNCTION logrank_p(summary logrank_summary, rho float8 DEFAULT 0)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION logrank_p(logrank_summary, float8) IS
'Probability of so large a logrank_chi2 if all groups leave at one rate.';

CREATE FUNCTION logrank_table(summary logrank_summary)
RETURNS TABLE (grp text, customers float8, observed float8, expected float8, variance float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 5;
COMMENT ON FUNCTION logrank_table(logrank_summary) IS
'For each group its customers, the events that it had, those it would have had at the rate of all, and the '
'variance of their difference.';

-- Several reasons to leave.
COMMENT ON TYPE incidence_summary IS
'When customers left for each cause, and when others were last seen (cause 0). Text form: v1 "cause" '
'time:events,censored ... ...';

-- for D in float8 interval
CREATE FUNCTION incidence_add(summary incidence_summary, duration {D}, cause integer)
RETURNS incidence_summary AS 'MODULE_PATHNAME', 'incidence_add_{D}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION incidence_add(incidence_summary, {D}, integer) IS
'The summary with another customer.';

-- end

CREATE FUNCTION incidence_merge(a incidence_summary, b incidence_summary)
RETURNS incidence_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION incidence_merge(incidence_summary, incidence_summary) IS
'The customers of both summaries.';

CREATE FUNCTION incidence_pack(summary incidence_summary)
RETURNS incidence_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION incidence_pack(incidence_summary) IS
'The summary in the form in which it is stored.';

-- for D in float8 interval
CREATE AGGREGATE incidence_agg(duration {D}, cause integer) (
	SFUNC = incidence_add, STYPE = incidence_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = incidence_merge,
	FINALFUNC = incidence_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE incidence_agg({D}, integer) IS
'How long customers stayed, and for which cause they left: 0 for those who were last seen then, others from '
'1. An interval counts in days. Rows with a NULL are ignored.';

-- end

CREATE AGGREGATE rollup(summary incidence_summary) (
	SFUNC = incidence_merge, STYPE = incidence_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = incidence_merge,
	FINALFUNC = incidence_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(incidence_summary) IS
'The customers of all summaries.';

CREATE FUNCTION cumulative_incidence(summary incidence_summary, cause integer, t float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION cumulative_incidence(incidence_summary, integer, float8) IS
'The share of customers who have left for this cause by t, while others left for other causes. One minus km '
'of a cause alone is more than that. NULL after the last time, unless nobody is left.';

CREATE FUNCTION cumulative_incidence_se(summary incidence_summary, cause integer, t float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION cumulative_incidence_se(incidence_summary, integer, float8) IS
'Standard error of cumulative_incidence (Aalen; as survfit of R).';

CREATE FUNCTION incidence_curve(summary incidence_summary)
RETURNS TABLE (t float8, cause integer, at_risk float8, events float8, incidence float8, se float8,
	survival float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 500;
COMMENT ON FUNCTION incidence_curve(incidence_summary) IS
'One row for each time at which a customer left and each cause: incidences of all causes and survival add up '
'to 1.';

-- What makes customers leave sooner?
COMMENT ON TYPE cox_model IS
'Proportional hazards: effects and their covariance, tests, baseline hazard of each stratum. Text form: v1 '
'cox width [parameters] regressors ... times ...';

-- for D E in float8/boolean float8/bigint interval/boolean interval/bigint
CREATE FUNCTION cox_add(state held_rows, duration {D}, event {E}, x float8[])
RETURNS held_rows AS 'MODULE_PATHNAME', 'cox_add_{D}_{E}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_add(held_rows, {D}, {E}, float8[]) IS
'The rows with another customer.';

CREATE FUNCTION cox_add(state held_rows, duration {D}, event {E}, x float8[], weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'cox_add_{D}_{E}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_add(held_rows, {D}, {E}, float8[], float8) IS
'The rows with another customer of this weight.';

CREATE FUNCTION cox_add(state held_rows, duration {D}, event {E}, x float8[], stratum text)
RETURNS held_rows AS 'MODULE_PATHNAME', 'cox_add_{D}_{E}_stratum'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_add(held_rows, {D}, {E}, float8[], text) IS
'The rows with another customer of this stratum.';

CREATE FUNCTION cox_entry_add(state held_rows, entry {D}, duration {D}, event {E}, x float8[])
RETURNS held_rows AS 'MODULE_PATHNAME', 'cox_entry_add_{D}_{E}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_entry_add(held_rows, {D}, {D}, {E}, float8[]) IS
'The rows with another customer who came under observation late.';

CREATE FUNCTION cox_entry_add(state held_rows, entry {D}, duration {D}, event {E}, x float8[], weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'cox_entry_add_{D}_{E}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_entry_add(held_rows, {D}, {D}, {E}, float8[], float8) IS
'The rows with another customer of this weight who came under observation late.';

-- end

CREATE FUNCTION cox_final(state held_rows)
RETURNS cox_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION cox_final(held_rows) IS
'Proportional hazards by maximum partial likelihood, ties as Efron has them: final function of cox_agg.';

CREATE FUNCTION cox_breslow_final(state held_rows)
RETURNS cox_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION cox_breslow_final(held_rows) IS
'Proportional hazards by maximum partial likelihood, ties as Breslow has them: final function of '
'cox_breslow_agg.';

-- for D E in float8/boolean float8/bigint interval/boolean interval/bigint
CREATE AGGREGATE cox_agg(duration {D}, event {E}, x float8[]) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_agg({D}, {E}, float8[]) IS
'Proportional hazards: how each regressor multiplies the rate at which customers leave, ties as Efron has '
'them (1977). Read it with cox_coef, cox_risk, cox_survival. Rows with a NULL are ignored. The model says in '
'itself when there is no finite estimate.';

CREATE AGGREGATE cox_agg(duration {D}, event {E}, x float8[], weight float8) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_agg({D}, {E}, float8[], float8) IS
'Proportional hazards with weights, ties as Efron has them (1977). Under Efron''s rule a weight is not quite '
'a repeated row, as in R; for that take cox_breslow_agg. Rows with a NULL or weight 0 are ignored.';

CREATE AGGREGATE cox_agg(duration {D}, event {E}, x float8[], stratum text) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_agg({D}, {E}, float8[], text) IS
'Proportional hazards with one baseline for each stratum, ties as Efron has them (1977). Names of strata have '
'at most 48 bytes; numbers need ::text, since the fourth argument as a number is a weight.';

CREATE AGGREGATE cox_entry_agg(entry {D}, duration {D}, event {E}, x float8[]) (
	SFUNC = cox_entry_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_entry_agg({D}, {D}, {E}, float8[]) IS
'Proportional hazards of customers who are at risk only after entry, when observation of them began, ties as '
'Efron has them (1977).';

CREATE AGGREGATE cox_entry_agg(entry {D}, duration {D}, event {E}, x float8[], weight float8) (
	SFUNC = cox_entry_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_entry_agg({D}, {D}, {E}, float8[], float8) IS
'Proportional hazards of customers who are at risk only after entry, with weights, ties as Efron has them '
'(1977). Under Efron''s rule a weight is not quite a repeated row, as in R; for that take cox_breslow_agg.';

CREATE AGGREGATE cox_breslow_agg(duration {D}, event {E}, x float8[]) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_breslow_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_breslow_agg({D}, {E}, float8[]) IS
'Proportional hazards: how each regressor multiplies the rate at which customers leave, ties as Breslow has '
'them (1974). Read it with cox_coef, cox_risk, cox_survival. Rows with a NULL are ignored. The model says in '
'itself when there is no finite estimate.';

CREATE AGGREGATE cox_breslow_agg(duration {D}, event {E}, x float8[], weight float8) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_breslow_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_breslow_agg({D}, {E}, float8[], float8) IS
'Proportional hazards with weights, ties as Breslow has them (1974). A row of weight 2 is exactly the row '
'twice. Rows with a NULL or weight 0 are ignored.';

CREATE AGGREGATE cox_breslow_agg(duration {D}, event {E}, x float8[], stratum text) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_breslow_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_breslow_agg({D}, {E}, float8[], text) IS
'Proportional hazards with one baseline for each stratum, ties as Breslow has them (1974). Names of strata '
'have at most 48 bytes; numbers need ::text, since the fourth argument as a number is a weight.';

CREATE AGGREGATE cox_breslow_entry_agg(entry {D}, duration {D}, event {E}, x float8[]) (
	SFUNC = cox_entry_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_breslow_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_breslow_entry_agg({D}, {D}, {E}, float8[]) IS
'Proportional hazards of customers who are at risk only after entry, when observation of them began, ties as '
'Breslow has them (1974).';

CREATE AGGREGATE cox_breslow_entry_agg(entry {D}, duration {D}, event {E}, x float8[], weight float8) (
	SFUNC = cox_entry_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_breslow_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_breslow_entry_agg({D}, {D}, {E}, float8[], float8) IS
'Proportional hazards of customers who are at risk only after entry, with weights, ties as Breslow has them '
'(1974). A row of weight 2 is exactly the row twice.';

-- end

CREATE FUNCTION cox_coef(model cox_model, confidence float8 DEFAULT 0.95, terms text[] DEFAULT NULL)
RETURNS TABLE (term text, estimate float8, std_error float8, z float8, p float8, hazard_ratio float8,
	low float8, high float8, ph_chi2 float8, ph_p float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100 ROWS 5;
COMMENT ON FUNCTION cox_coef(cox_model, float8, text[]) IS
'Each regressor: its effect on the logarithm of the hazard; the factor by which one more of it multiplies the '
'hazard, with its interval; and the test that this is so at all times (a small ph_p says it is not). NULL '
'without a finite estimate.';

CREATE FUNCTION cox_risk(model cox_model, x float8[])
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_risk(cox_model, float8[]) IS
'Hazard of a customer with these regressors, in parts of that of one with the mean of each. NULL without a '
'finite estimate.';

CREATE FUNCTION cox_survival(model cox_model, x float8[], t float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_survival(cox_model, float8[], float8) IS
'Probability that a customer with these regressors stays longer than t. NULL after the last time that was '
'seen.';

CREATE FUNCTION cox_survival(model cox_model, x float8[], t float8, stratum text)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_survival(cox_model, float8[], float8, text) IS
'The same of a customer of this stratum.';

CREATE FUNCTION cox_survival_se(model cox_model, x float8[], t float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_survival_se(cox_model, float8[], float8) IS
'Standard error of cox_survival, from the baseline and the coefficients.';

CREATE FUNCTION cox_survival_se(model cox_model, x float8[], t float8, stratum text)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_survival_se(cox_model, float8[], float8, text) IS
'The same of a customer of this stratum.';

CREATE FUNCTION cox_survival_low(model cox_model, x float8[], t float8, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_survival_low(cox_model, float8[], float8, float8) IS
'Lower end of the interval of cox_survival (log-log).';

CREATE FUNCTION cox_survival_low(model cox_model, x float8[], t float8, stratum text, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_survival_low(cox_model, float8[], float8, text, float8) IS
'The same of a customer of this stratum.';

CREATE FUNCTION cox_survival_high(model cox_model, x float8[], t float8, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_survival_high(cox_model, float8[], float8, float8) IS
'Upper end of the interval of cox_survival (log-log).';

CREATE FUNCTION cox_survival_high(model cox_model, x float8[], t float8, stratum text, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_survival_high(cox_model, float8[], float8, text, float8) IS
'The same of a customer of this stratum.';

CREATE FUNCTION cox_concordance(model cox_model)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_concordance(cox_model) IS
'Of the pairs of customers of whom it is known who left first, the share in which that one had the higher '
'risk (Harrell 1982); 0.5 is chance.';

CREATE FUNCTION cox_concordance_se(model cox_model)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_concordance_se(cox_model) IS
'Standard error of cox_concordance.';

CREATE FUNCTION converged(model cox_model)
RETURNS boolean AS 'MODULE_PATHNAME', 'cox_model_converged'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION converged(cox_model) IS
'Whether the model has estimates.';

CREATE FUNCTION warnings(model cox_model)
RETURNS text AS 'MODULE_PATHNAME', 'cox_model_warnings'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION warnings(cox_model) IS
'What is wrong with the model, in words; NULL for nothing.';

CREATE FUNCTION model_json(model cox_model)
RETURNS jsonb AS 'MODULE_PATHNAME', 'cox_model_json'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION model_json(cox_model) IS
'The model in one value: ties, customers, weight, events, regressors, rank, strata, iterations, converged, '
'monotone, log-likelihoods, tests (lr, wald, score, proportionality), concordance, coefficients, '
'standard_errors, warnings.';

-- Churn and recurring revenue, with a contract.
COMMENT ON TYPE churn_summary IS
'Who was there when a window of time opened, who joined in it, who of both left, and the days that they were '
'there. Text form: v1 from to opening joined left_of_opening left_of_joined customer_days';

CREATE FUNCTION churn_add(summary churn_summary, started date, ended date, window_from date, window_to date)
RETURNS churn_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION churn_add(churn_summary, date, date, date, date) IS
'The summary with another subscription.';

CREATE FUNCTION churn_merge(a churn_summary, b churn_summary)
RETURNS churn_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION churn_merge(churn_summary, churn_summary) IS
'The subscriptions of both summaries.';

CREATE FUNCTION churn_pack(summary churn_summary)
RETURNS churn_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION churn_pack(churn_summary) IS
'The summary in the form in which it is stored.';

CREATE AGGREGATE churn_agg(started date, ended date, window_from date, window_to date) (
	SFUNC = churn_add, STYPE = churn_summary, SSPACE = 160, INITCOND = 'v1',
	COMBINEFUNC = churn_merge,
	FINALFUNC = churn_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE churn_agg(date, date, date, date) IS
'Subscriptions in a window of time. ended is the first day without, NULL while the subscription lasts; '
'window_to is the first day after the window. Rows with another NULL are ignored. Read it with churn_rate and '
'churn_counts.';

CREATE AGGREGATE rollup(summary churn_summary) (
	SFUNC = churn_merge, STYPE = churn_summary, SSPACE = 160, INITCOND = 'v1',
	COMBINEFUNC = churn_merge,
	FINALFUNC = churn_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(churn_summary) IS
'The subscriptions of all summaries, which must be about one window.';

CREATE FUNCTION churn_rate(summary churn_summary, method text DEFAULT 'opening')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION churn_rate(churn_summary, text) IS
'Churn by one of seven definitions, a fraction: opening (left / opening), cohort (left of the opening / '
'opening), average (left / mean of opening and closing), exposure (left per 30 customer-days), hazard (1 - '
'exp(-exposure)), of_all (left / (opening + joined)), net (1 - closing / opening).';

CREATE FUNCTION churn_counts(summary churn_summary, OUT opening bigint, OUT joined bigint, OUT left_of_opening bigint,
	OUT left_of_joined bigint, OUT closing bigint, OUT customer_days bigint, OUT window_days integer)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION churn_counts(churn_summary) IS
'What the churn rates are made of: opening + joined - left_of_opening - left_of_joined = closing.';

COMMENT ON TYPE mrr_summary IS
'Recurring revenue at the start, and what was new, reactivated, expanded, contracted and churned, exact, with '
'the customers of each. Text form: v1 and these twelve numbers';

CREATE FUNCTION mrr_add(summary mrr_summary, before numeric, after numeric, had_before boolean)
RETURNS mrr_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION mrr_add(mrr_summary, numeric, numeric, boolean) IS
'The summary with another customer.';

CREATE FUNCTION mrr_merge(a mrr_summary, b mrr_summary)
RETURNS mrr_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mrr_merge(mrr_summary, mrr_summary) IS
'The customers of both summaries.';

CREATE FUNCTION mrr_pack(summary mrr_summary)
RETURNS mrr_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mrr_pack(mrr_summary) IS
'The summary in the form in which it is stored.';

CREATE AGGREGATE mrr_agg(before numeric, after numeric, had_before boolean) (
	SFUNC = mrr_add, STYPE = mrr_summary, SSPACE = 256, INITCOND = 'v1',
	COMBINEFUNC = mrr_merge,
	FINALFUNC = mrr_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mrr_agg(numeric, numeric, boolean) IS
'Recurring revenue of each customer at two times, and whether they had some earlier than the first. Write 0 '
'for none: a NULL or negative amount is an error. Read it with nrr, grr, quick_ratio and mrr_waterfall.';

CREATE AGGREGATE rollup(summary mrr_summary) (
	SFUNC = mrr_merge, STYPE = mrr_summary, SSPACE = 256, INITCOND = 'v1',
	COMBINEFUNC = mrr_merge,
	FINALFUNC = mrr_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(mrr_summary) IS
'The customers of all summaries.';

CREATE FUNCTION nrr(summary mrr_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION nrr(mrr_summary) IS
'Net revenue retention: (start + expansion - contraction - churned) / start, without new and reactivated '
'customers. NULL without revenue at the start.';

CREATE FUNCTION grr(summary mrr_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION grr(mrr_summary) IS
'Gross revenue retention: (start - contraction - churned) / start, from 0 to 1. NULL without revenue at the '
'start.';

CREATE FUNCTION quick_ratio(summary mrr_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION quick_ratio(mrr_summary) IS
'(new + reactivated + expansion) / (contraction + churned). NULL without losses.';

CREATE FUNCTION mrr_waterfall(summary mrr_summary)
RETURNS TABLE (step text, amount numeric, starts numeric, ends numeric, customers bigint) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 7;
COMMENT ON FUNCTION mrr_waterfall(mrr_summary) IS
'start, new, reactivated, expansion, contraction, churned, end: each amount (losses negative), where its bar '
'starts and ends, and the customers it comes from. Start and steps add up to end, exactly.';

-- Loyalty.
CREATE FUNCTION wallet_add(summary ratio_summary, own numeric, category numeric)
RETURNS ratio_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION wallet_add(ratio_summary, numeric, numeric) IS
'The summary with another customer.';

CREATE AGGREGATE share_of_wallet(own numeric, category numeric) (
	SFUNC = wallet_add, STYPE = ratio_summary, SSPACE = 112, INITCOND = 'v1',
	COMBINEFUNC = ratio_merge,
	FINALFUNC = ratio_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE share_of_wallet(numeric, numeric) IS
'What customers spend with us, as a fraction of all that they spend on the category. Rows with a NULL are '
'ignored; NULL where nobody spends anything.';

CREATE FUNCTION wallet_rule(rank float8, brands integer)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION wallet_rule(float8, integer) IS
'Share of wallet that a customer gives the brand they rank so, among the brands that they use: (1 - rank / '
'(brands + 1)) * 2 / brands (Keiningham and others 2011). Brands that tie have the mean of their ranks.';
