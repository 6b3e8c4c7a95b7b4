\echo Use "ALTER EXTENSION custvalue UPDATE" to load this file. \quit
COMMENT ON FUNCTION held_rows_in(cstring) IS 'Text input of held_rows.';
COMMENT ON FUNCTION held_rows_out(held_rows) IS 'Text output of held_rows.';
COMMENT ON FUNCTION held_rows_recv(internal) IS 'Binary input of held_rows.';
COMMENT ON FUNCTION held_rows_send(held_rows) IS 'Binary output of held_rows.';
COMMENT ON FUNCTION abc_network_in(cstring) IS 'Text input of abc_network.';
COMMENT ON FUNCTION abc_network_out(abc_network) IS 'Text output of abc_network.';
COMMENT ON FUNCTION abc_network_recv(internal) IS 'Binary input of abc_network.';
COMMENT ON FUNCTION abc_network_send(abc_network) IS 'Binary output of abc_network.';
COMMENT ON FUNCTION concentration_summary_in(cstring) IS 'Text input of concentration_summary.';
COMMENT ON FUNCTION concentration_summary_out(concentration_summary) IS 'Text output of concentration_summary.';
COMMENT ON FUNCTION concentration_summary_recv(internal) IS 'Binary input of concentration_summary.';
COMMENT ON FUNCTION concentration_summary_send(concentration_summary) IS 'Binary output of concentration_summary.';
COMMENT ON FUNCTION purchase_history_in(cstring) IS 'Text input of purchase_history.';
COMMENT ON FUNCTION purchase_history_out(purchase_history) IS 'Text output of purchase_history.';
COMMENT ON FUNCTION purchase_history_recv(internal) IS 'Binary input of purchase_history.';
COMMENT ON FUNCTION purchase_history_send(purchase_history) IS 'Binary output of purchase_history.';
COMMENT ON FUNCTION clv_model_in(cstring) IS 'Text input of clv_model.';
COMMENT ON FUNCTION clv_model_out(clv_model) IS 'Text output of clv_model.';
COMMENT ON FUNCTION clv_model_recv(internal) IS 'Binary input of clv_model.';
COMMENT ON FUNCTION clv_model_send(clv_model) IS 'Binary output of clv_model.';
COMMENT ON FUNCTION survey_summary_in(cstring) IS 'Text input of survey_summary.';
COMMENT ON FUNCTION survey_summary_out(survey_summary) IS 'Text output of survey_summary.';
COMMENT ON FUNCTION survey_summary_recv(internal) IS 'Binary input of survey_summary.';
COMMENT ON FUNCTION survey_summary_send(survey_summary) IS 'Binary output of survey_summary.';
COMMENT ON FUNCTION kmeans_model_in(cstring) IS 'Text input of kmeans_model.';
COMMENT ON FUNCTION kmeans_model_out(kmeans_model) IS 'Text output of kmeans_model.';
COMMENT ON FUNCTION kmeans_model_recv(internal) IS 'Binary input of kmeans_model.';
COMMENT ON FUNCTION kmeans_model_send(kmeans_model) IS 'Binary output of kmeans_model.';

CREATE TYPE moments_summary;

CREATE FUNCTION moments_summary_in(cstring)
RETURNS moments_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION moments_summary_in(cstring) IS 'Text input of moments_summary.';

CREATE FUNCTION moments_summary_out(moments_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION moments_summary_out(moments_summary) IS 'Text output of moments_summary.';

CREATE FUNCTION moments_summary_recv(internal)
RETURNS moments_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION moments_summary_recv(internal) IS 'Binary input of moments_summary.';

CREATE FUNCTION moments_summary_send(moments_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION moments_summary_send(moments_summary) IS 'Binary output of moments_summary.';

CREATE TYPE moments_summary (
	INPUT = moments_summary_in,
	OUTPUT = moments_summary_out,
	RECEIVE = moments_summary_recv,
	SEND = moments_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);
COMMENT ON FUNCTION migration_summary_in(cstring) IS 'Text input of migration_summary.';
COMMENT ON FUNCTION migration_summary_out(migration_summary) IS 'Text output of migration_summary.';
COMMENT ON FUNCTION migration_summary_recv(internal) IS 'Binary input of migration_summary.';
COMMENT ON FUNCTION migration_summary_send(migration_summary) IS 'Binary output of migration_summary.';
COMMENT ON FUNCTION ols_summary_in(cstring) IS 'Text input of ols_summary.';
COMMENT ON FUNCTION ols_summary_out(ols_summary) IS 'Text output of ols_summary.';
COMMENT ON FUNCTION ols_summary_recv(internal) IS 'Binary input of ols_summary.';
COMMENT ON FUNCTION ols_summary_send(ols_summary) IS 'Binary output of ols_summary.';
COMMENT ON FUNCTION logit_model_in(cstring) IS 'Text input of logit_model.';
COMMENT ON FUNCTION logit_model_out(logit_model) IS 'Text output of logit_model.';
COMMENT ON FUNCTION logit_model_recv(internal) IS 'Binary input of logit_model.';
COMMENT ON FUNCTION logit_model_send(logit_model) IS 'Binary output of logit_model.';

CREATE TYPE affinity_summary;

CREATE FUNCTION affinity_summary_in(cstring)
RETURNS affinity_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION affinity_summary_in(cstring) IS 'Text input of affinity_summary.';

CREATE FUNCTION affinity_summary_out(affinity_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION affinity_summary_out(affinity_summary) IS 'Text output of affinity_summary.';

CREATE FUNCTION affinity_summary_recv(internal)
RETURNS affinity_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION affinity_summary_recv(internal) IS 'Binary input of affinity_summary.';

CREATE FUNCTION affinity_summary_send(affinity_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION affinity_summary_send(affinity_summary) IS 'Binary output of affinity_summary.';

CREATE TYPE affinity_summary (
	INPUT = affinity_summary_in,
	OUTPUT = affinity_summary_out,
	RECEIVE = affinity_summary_recv,
	SEND = affinity_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE TYPE itemsets;

CREATE FUNCTION itemsets_in(cstring)
RETURNS itemsets AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION itemsets_in(cstring) IS 'Text input of itemsets.';

CREATE FUNCTION itemsets_out(itemsets)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION itemsets_out(itemsets) IS 'Text output of itemsets.';

CREATE FUNCTION itemsets_recv(internal)
RETURNS itemsets AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION itemsets_recv(internal) IS 'Binary input of itemsets.';

CREATE FUNCTION itemsets_send(itemsets)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION itemsets_send(itemsets) IS 'Binary output of itemsets.';

CREATE TYPE itemsets (
	INPUT = itemsets_in,
	OUTPUT = itemsets_out,
	RECEIVE = itemsets_recv,
	SEND = itemsets_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE TYPE follow_summary;

CREATE FUNCTION follow_summary_in(cstring)
RETURNS follow_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION follow_summary_in(cstring) IS 'Text input of follow_summary.';

CREATE FUNCTION follow_summary_out(follow_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION follow_summary_out(follow_summary) IS 'Text output of follow_summary.';

CREATE FUNCTION follow_summary_recv(internal)
RETURNS follow_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION follow_summary_recv(internal) IS 'Binary input of follow_summary.';

CREATE FUNCTION follow_summary_send(follow_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION follow_summary_send(follow_summary) IS 'Binary output of follow_summary.';

CREATE TYPE follow_summary (
	INPUT = follow_summary_in,
	OUTPUT = follow_summary_out,
	RECEIVE = follow_summary_recv,
	SEND = follow_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE TYPE funnel_summary;

CREATE FUNCTION funnel_summary_in(cstring)
RETURNS funnel_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION funnel_summary_in(cstring) IS 'Text input of funnel_summary.';

CREATE FUNCTION funnel_summary_out(funnel_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION funnel_summary_out(funnel_summary) IS 'Text output of funnel_summary.';

CREATE FUNCTION funnel_summary_recv(internal)
RETURNS funnel_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION funnel_summary_recv(internal) IS 'Binary input of funnel_summary.';

CREATE FUNCTION funnel_summary_send(funnel_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION funnel_summary_send(funnel_summary) IS 'Binary output of funnel_summary.';

CREATE TYPE funnel_summary (
	INPUT = funnel_summary_in,
	OUTPUT = funnel_summary_out,
	RECEIVE = funnel_summary_recv,
	SEND = funnel_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE TYPE funnel_counts;

CREATE FUNCTION funnel_counts_in(cstring)
RETURNS funnel_counts AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION funnel_counts_in(cstring) IS 'Text input of funnel_counts.';

CREATE FUNCTION funnel_counts_out(funnel_counts)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION funnel_counts_out(funnel_counts) IS 'Text output of funnel_counts.';

CREATE FUNCTION funnel_counts_recv(internal)
RETURNS funnel_counts AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION funnel_counts_recv(internal) IS 'Binary input of funnel_counts.';

CREATE FUNCTION funnel_counts_send(funnel_counts)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION funnel_counts_send(funnel_counts) IS 'Binary output of funnel_counts.';

CREATE TYPE funnel_counts (
	INPUT = funnel_counts_in,
	OUTPUT = funnel_counts_out,
	RECEIVE = funnel_counts_recv,
	SEND = funnel_counts_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE TYPE contribution_summary;

CREATE FUNCTION contribution_summary_in(cstring)
RETURNS contribution_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION contribution_summary_in(cstring) IS 'Text input of contribution_summary.';

CREATE FUNCTION contribution_summary_out(contribution_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION contribution_summary_out(contribution_summary) IS 'Text output of contribution_summary.';

CREATE FUNCTION contribution_summary_recv(internal)
RETURNS contribution_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION contribution_summary_recv(internal) IS 'Binary input of contribution_summary.';

CREATE FUNCTION contribution_summary_send(contribution_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION contribution_summary_send(contribution_summary) IS 'Binary output of contribution_summary.';

CREATE TYPE contribution_summary (
	INPUT = contribution_summary_in,
	OUTPUT = contribution_summary_out,
	RECEIVE = contribution_summary_recv,
	SEND = contribution_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE TYPE pvm_summary;

CREATE FUNCTION pvm_summary_in(cstring)
RETURNS pvm_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION pvm_summary_in(cstring) IS 'Text input of pvm_summary.';

CREATE FUNCTION pvm_summary_out(pvm_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION pvm_summary_out(pvm_summary) IS 'Text output of pvm_summary.';

CREATE FUNCTION pvm_summary_recv(internal)
RETURNS pvm_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION pvm_summary_recv(internal) IS 'Binary input of pvm_summary.';

CREATE FUNCTION pvm_summary_send(pvm_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION pvm_summary_send(pvm_summary) IS 'Binary output of pvm_summary.';

CREATE TYPE pvm_summary (
	INPUT = pvm_summary_in,
	OUTPUT = pvm_summary_out,
	RECEIVE = pvm_summary_recv,
	SEND = pvm_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE TYPE subgroup_summary;

CREATE FUNCTION subgroup_summary_in(cstring)
RETURNS subgroup_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION subgroup_summary_in(cstring) IS 'Text input of subgroup_summary.';

CREATE FUNCTION subgroup_summary_out(subgroup_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION subgroup_summary_out(subgroup_summary) IS 'Text output of subgroup_summary.';

CREATE FUNCTION subgroup_summary_recv(internal)
RETURNS subgroup_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION subgroup_summary_recv(internal) IS 'Binary input of subgroup_summary.';

CREATE FUNCTION subgroup_summary_send(subgroup_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION subgroup_summary_send(subgroup_summary) IS 'Binary output of subgroup_summary.';

CREATE TYPE subgroup_summary (
	INPUT = subgroup_summary_in,
	OUTPUT = subgroup_summary_out,
	RECEIVE = subgroup_summary_recv,
	SEND = subgroup_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE TYPE chart_summary;

CREATE FUNCTION chart_summary_in(cstring)
RETURNS chart_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION chart_summary_in(cstring) IS 'Text input of chart_summary.';

CREATE FUNCTION chart_summary_out(chart_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION chart_summary_out(chart_summary) IS 'Text output of chart_summary.';

CREATE FUNCTION chart_summary_recv(internal)
RETURNS chart_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION chart_summary_recv(internal) IS 'Binary input of chart_summary.';

CREATE FUNCTION chart_summary_send(chart_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION chart_summary_send(chart_summary) IS 'Binary output of chart_summary.';

CREATE TYPE chart_summary (
	INPUT = chart_summary_in,
	OUTPUT = chart_summary_out,
	RECEIVE = chart_summary_recv,
	SEND = chart_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE TYPE error_summary;

CREATE FUNCTION error_summary_in(cstring)
RETURNS error_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION error_summary_in(cstring) IS 'Text input of error_summary.';

CREATE FUNCTION error_summary_out(error_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION error_summary_out(error_summary) IS 'Text output of error_summary.';

CREATE FUNCTION error_summary_recv(internal)
RETURNS error_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION error_summary_recv(internal) IS 'Binary input of error_summary.';

CREATE FUNCTION error_summary_send(error_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION error_summary_send(error_summary) IS 'Binary output of error_summary.';

CREATE TYPE error_summary (
	INPUT = error_summary_in,
	OUTPUT = error_summary_out,
	RECEIVE = error_summary_recv,
	SEND = error_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE TYPE forecast_model;

CREATE FUNCTION forecast_model_in(cstring)
RETURNS forecast_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION forecast_model_in(cstring) IS 'Text input of forecast_model.';

CREATE FUNCTION forecast_model_out(forecast_model)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION forecast_model_out(forecast_model) IS 'Text output of forecast_model.';

CREATE FUNCTION forecast_model_recv(internal)
RETURNS forecast_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION forecast_model_recv(internal) IS 'Binary input of forecast_model.';

CREATE FUNCTION forecast_model_send(forecast_model)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION forecast_model_send(forecast_model) IS 'Binary output of forecast_model.';

CREATE TYPE forecast_model (
	INPUT = forecast_model_in,
	OUTPUT = forecast_model_out,
	RECEIVE = forecast_model_recv,
	SEND = forecast_model_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE TYPE survival_summary;

CREATE FUNCTION survival_summary_in(cstring)
RETURNS survival_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION survival_summary_in(cstring) IS 'Text input of survival_summary.';

CREATE FUNCTION survival_summary_out(survival_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION survival_summary_out(survival_summary) IS 'Text output of survival_summary.';

CREATE FUNCTION survival_summary_recv(internal)
RETURNS survival_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION survival_summary_recv(internal) IS 'Binary input of survival_summary.';

CREATE FUNCTION survival_summary_send(survival_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION survival_summary_send(survival_summary) IS 'Binary output of survival_summary.';

CREATE TYPE survival_summary (
	INPUT = survival_summary_in,
	OUTPUT = survival_summary_out,
	RECEIVE = survival_summary_recv,
	SEND = survival_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE TYPE logrank_summary;

CREATE FUNCTION logrank_summary_in(cstring)
RETURNS logrank_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION logrank_summary_in(cstring) IS 'Text input of logrank_summary.';

CREATE FUNCTION logrank_summary_out(logrank_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION logrank_summary_out(logrank_summary) IS 'Text output of logrank_summary.';

CREATE FUNCTION logrank_summary_recv(internal)
RETURNS logrank_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION logrank_summary_recv(internal) IS 'Binary input of logrank_summary.';

CREATE FUNCTION logrank_summary_send(logrank_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION logrank_summary_send(logrank_summary) IS 'Binary output of logrank_summary.';

CREATE TYPE logrank_summary (
	INPUT = logrank_summary_in,
	OUTPUT = logrank_summary_out,
	RECEIVE = logrank_summary_recv,
	SEND = logrank_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE TYPE incidence_summary;

CREATE FUNCTION incidence_summary_in(cstring)
RETURNS incidence_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION incidence_summary_in(cstring) IS 'Text input of incidence_summary.';

CREATE FUNCTION incidence_summary_out(incidence_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION incidence_summary_out(incidence_summary) IS 'Text output of incidence_summary.';

CREATE FUNCTION incidence_summary_recv(internal)
RETURNS incidence_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION incidence_summary_recv(internal) IS 'Binary input of incidence_summary.';

CREATE FUNCTION incidence_summary_send(incidence_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION incidence_summary_send(incidence_summary) IS 'Binary output of incidence_summary.';

CREATE TYPE incidence_summary (
	INPUT = incidence_summary_in,
	OUTPUT = incidence_summary_out,
	RECEIVE = incidence_summary_recv,
	SEND = incidence_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE TYPE cohort_summary;

CREATE FUNCTION cohort_summary_in(cstring)
RETURNS cohort_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION cohort_summary_in(cstring) IS 'Text input of cohort_summary.';

CREATE FUNCTION cohort_summary_out(cohort_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION cohort_summary_out(cohort_summary) IS 'Text output of cohort_summary.';

CREATE FUNCTION cohort_summary_recv(internal)
RETURNS cohort_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION cohort_summary_recv(internal) IS 'Binary input of cohort_summary.';

CREATE FUNCTION cohort_summary_send(cohort_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION cohort_summary_send(cohort_summary) IS 'Binary output of cohort_summary.';

CREATE TYPE cohort_summary (
	INPUT = cohort_summary_in,
	OUTPUT = cohort_summary_out,
	RECEIVE = cohort_summary_recv,
	SEND = cohort_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE TYPE churn_summary;

CREATE FUNCTION churn_summary_in(cstring)
RETURNS churn_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION churn_summary_in(cstring) IS 'Text input of churn_summary.';

CREATE FUNCTION churn_summary_out(churn_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION churn_summary_out(churn_summary) IS 'Text output of churn_summary.';

CREATE FUNCTION churn_summary_recv(internal)
RETURNS churn_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION churn_summary_recv(internal) IS 'Binary input of churn_summary.';

CREATE FUNCTION churn_summary_send(churn_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION churn_summary_send(churn_summary) IS 'Binary output of churn_summary.';

CREATE TYPE churn_summary (
	INPUT = churn_summary_in,
	OUTPUT = churn_summary_out,
	RECEIVE = churn_summary_recv,
	SEND = churn_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE TYPE mrr_summary;

CREATE FUNCTION mrr_summary_in(cstring)
RETURNS mrr_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION mrr_summary_in(cstring) IS 'Text input of mrr_summary.';

CREATE FUNCTION mrr_summary_out(mrr_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION mrr_summary_out(mrr_summary) IS 'Text output of mrr_summary.';

CREATE FUNCTION mrr_summary_recv(internal)
RETURNS mrr_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION mrr_summary_recv(internal) IS 'Binary input of mrr_summary.';

CREATE FUNCTION mrr_summary_send(mrr_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION mrr_summary_send(mrr_summary) IS 'Binary output of mrr_summary.';

CREATE TYPE mrr_summary (
	INPUT = mrr_summary_in,
	OUTPUT = mrr_summary_out,
	RECEIVE = mrr_summary_recv,
	SEND = mrr_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE TYPE ratio_summary;

CREATE FUNCTION ratio_summary_in(cstring)
RETURNS ratio_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION ratio_summary_in(cstring) IS 'Text input of ratio_summary.';

CREATE FUNCTION ratio_summary_out(ratio_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION ratio_summary_out(ratio_summary) IS 'Text output of ratio_summary.';

CREATE FUNCTION ratio_summary_recv(internal)
RETURNS ratio_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION ratio_summary_recv(internal) IS 'Binary input of ratio_summary.';

CREATE FUNCTION ratio_summary_send(ratio_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION ratio_summary_send(ratio_summary) IS 'Binary output of ratio_summary.';

CREATE TYPE ratio_summary (
	INPUT = ratio_summary_in,
	OUTPUT = ratio_summary_out,
	RECEIVE = ratio_summary_recv,
	SEND = ratio_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE TYPE cox_model;

CREATE FUNCTION cox_model_in(cstring)
RETURNS cox_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION cox_model_in(cstring) IS 'Text input of cox_model.';

CREATE FUNCTION cox_model_out(cox_model)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION cox_model_out(cox_model) IS 'Text output of cox_model.';

CREATE FUNCTION cox_model_recv(internal)
RETURNS cox_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION cox_model_recv(internal) IS 'Binary input of cox_model.';

CREATE FUNCTION cox_model_send(cox_model)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION cox_model_send(cox_model) IS 'Binary output of cox_model.';

CREATE TYPE cox_model (
	INPUT = cox_model_in,
	OUTPUT = cox_model_out,
	RECEIVE = cox_model_recv,
	SEND = cox_model_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE TYPE lexicon;

CREATE FUNCTION lexicon_in(cstring)
RETURNS lexicon AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION lexicon_in(cstring) IS 'Text input of lexicon.';

CREATE FUNCTION lexicon_out(lexicon)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION lexicon_out(lexicon) IS 'Text output of lexicon.';

CREATE FUNCTION lexicon_recv(internal)
RETURNS lexicon AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION lexicon_recv(internal) IS 'Binary input of lexicon.';

CREATE FUNCTION lexicon_send(lexicon)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION lexicon_send(lexicon) IS 'Binary output of lexicon.';

CREATE TYPE lexicon (
	INPUT = lexicon_in,
	OUTPUT = lexicon_out,
	RECEIVE = lexicon_recv,
	SEND = lexicon_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE TYPE sentiment_summary;

CREATE FUNCTION sentiment_summary_in(cstring)
RETURNS sentiment_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sentiment_summary_in(cstring) IS 'Text input of sentiment_summary.';

CREATE FUNCTION sentiment_summary_out(sentiment_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sentiment_summary_out(sentiment_summary) IS 'Text output of sentiment_summary.';

CREATE FUNCTION sentiment_summary_recv(internal)
RETURNS sentiment_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sentiment_summary_recv(internal) IS 'Binary input of sentiment_summary.';

CREATE FUNCTION sentiment_summary_send(sentiment_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION sentiment_summary_send(sentiment_summary) IS 'Binary output of sentiment_summary.';

CREATE TYPE sentiment_summary (
	INPUT = sentiment_summary_in,
	OUTPUT = sentiment_summary_out,
	RECEIVE = sentiment_summary_recv,
	SEND = sentiment_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE TYPE chart_points;

CREATE FUNCTION chart_points_in(cstring)
RETURNS chart_points AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION chart_points_in(cstring) IS 'Text input of chart_points.';

CREATE FUNCTION chart_points_out(chart_points)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION chart_points_out(chart_points) IS 'Text output of chart_points.';

CREATE FUNCTION chart_points_recv(internal)
RETURNS chart_points AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION chart_points_recv(internal) IS 'Binary input of chart_points.';

CREATE FUNCTION chart_points_send(chart_points)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION chart_points_send(chart_points) IS 'Binary output of chart_points.';

CREATE TYPE chart_points (
	INPUT = chart_points_in,
	OUTPUT = chart_points_out,
	RECEIVE = chart_points_recv,
	SEND = chart_points_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

-- held_rows: the state of aggregates that need all rows before they can finish.
COMMENT ON TYPE held_rows IS
'Rows of numbers that an aggregate has collected, with its parameters. At most 512 MB. '
'Text form: v1 kind width [parameter,...] number,... ...';
COMMENT ON FUNCTION held_rows_merge(held_rows, held_rows) IS
'The rows of both. They must come from the same aggregate with the same parameters.';
COMMENT ON FUNCTION abc_allocate(numeric, numeric, bigint, integer) IS
'Window function: this row''s part of the partition''s cost, in proportion to driver. '
'Parts have scale decimals and add up to cost exactly (largest remainder). '
'Among equal remainders the smaller tie key comes first, then the earlier row. '
'A float8 driver is read as its shortest decimal. A row without a driver (NULL) receives nothing (NULL).';
COMMENT ON FUNCTION abc_allocate(numeric, numeric, text, integer) IS
'Window function: the same with a text tie key. Tie keys are compared by bytes, whatever the collation.';
COMMENT ON FUNCTION abc_allocate(numeric, bigint, bigint, integer) IS
'Window function: this row''s part of the partition''s cost, in proportion to driver. '
'Parts have scale decimals and add up to cost exactly (largest remainder). '
'Among equal remainders the smaller tie key comes first, then the earlier row. '
'A float8 driver is read as its shortest decimal. A row without a driver (NULL) receives nothing (NULL).';
COMMENT ON FUNCTION abc_allocate(numeric, bigint, text, integer) IS
'Window function: the same with a text tie key. Tie keys are compared by bytes, whatever the collation.';

CREATE FUNCTION abc_allocate(cost numeric, driver real, tie bigint DEFAULT NULL, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_real'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_allocate(numeric, real, bigint, integer) IS
'Window function: this row''s part of the partition''s cost, in proportion to driver. '
'Parts have scale decimals and add up to cost exactly (largest remainder). '
'Among equal remainders the smaller tie key comes first, then the earlier row. '
'A float8 driver is read as its shortest decimal. A row without a driver (NULL) receives nothing (NULL).';

CREATE FUNCTION abc_allocate(cost numeric, driver real, tie text, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_real_text'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_allocate(numeric, real, text, integer) IS
'Window function: the same with a text tie key. Tie keys are compared by bytes, whatever the collation.';
COMMENT ON FUNCTION abc_allocate(numeric, float8, bigint, integer) IS
'Window function: this row''s part of the partition''s cost, in proportion to driver. '
'Parts have scale decimals and add up to cost exactly (largest remainder). '
'Among equal remainders the smaller tie key comes first, then the earlier row. '
'A float8 driver is read as its shortest decimal. A row without a driver (NULL) receives nothing (NULL).';
COMMENT ON FUNCTION abc_allocate(numeric, float8, text, integer) IS
'Window function: the same with a text tie key. Tie keys are compared by bytes, whatever the collation.';

CREATE FUNCTION abc_allocate(cost numeric, driver numeric, tie uuid, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_numeric_uuid'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_allocate(numeric, numeric, uuid, integer) IS
'Window function: the same with a tie key of another type. Of enums write tie::text.';

CREATE FUNCTION abc_allocate(cost numeric, driver numeric, tie date, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_numeric_date'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_allocate(numeric, numeric, date, integer) IS
'Window function: the same with a tie key of another type. Of enums write tie::text.';

CREATE FUNCTION abc_allocate(cost numeric, driver numeric, tie timestamp, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_numeric_timestamp'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_allocate(numeric, numeric, timestamp, integer) IS
'Window function: the same with a tie key of another type. Of enums write tie::text.';

CREATE FUNCTION abc_allocate(cost numeric, driver numeric, tie timestamptz, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_numeric_timestamp'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_allocate(numeric, numeric, timestamptz, integer) IS
'Window function: the same with a tie key of another type. Of enums write tie::text.';

CREATE FUNCTION abc_allocate(cost numeric, driver bigint, tie uuid, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_bigint_uuid'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_allocate(numeric, bigint, uuid, integer) IS
'Window function: the same with a tie key of another type. Of enums write tie::text.';

CREATE FUNCTION abc_allocate(cost numeric, driver bigint, tie date, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_bigint_date'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_allocate(numeric, bigint, date, integer) IS
'Window function: the same with a tie key of another type. Of enums write tie::text.';

CREATE FUNCTION abc_allocate(cost numeric, driver bigint, tie timestamp, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_bigint_timestamp'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_allocate(numeric, bigint, timestamp, integer) IS
'Window function: the same with a tie key of another type. Of enums write tie::text.';

CREATE FUNCTION abc_allocate(cost numeric, driver bigint, tie timestamptz, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_bigint_timestamp'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_allocate(numeric, bigint, timestamptz, integer) IS
'Window function: the same with a tie key of another type. Of enums write tie::text.';

CREATE FUNCTION abc_allocate(cost numeric, driver real, tie uuid, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_real_uuid'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_allocate(numeric, real, uuid, integer) IS
'Window function: the same with a tie key of another type. Of enums write tie::text.';

CREATE FUNCTION abc_allocate(cost numeric, driver real, tie date, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_real_date'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_allocate(numeric, real, date, integer) IS
'Window function: the same with a tie key of another type. Of enums write tie::text.';

CREATE FUNCTION abc_allocate(cost numeric, driver real, tie timestamp, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_real_timestamp'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_allocate(numeric, real, timestamp, integer) IS
'Window function: the same with a tie key of another type. Of enums write tie::text.';

CREATE FUNCTION abc_allocate(cost numeric, driver real, tie timestamptz, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_real_timestamp'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_allocate(numeric, real, timestamptz, integer) IS
'Window function: the same with a tie key of another type. Of enums write tie::text.';

CREATE FUNCTION abc_allocate(cost numeric, driver float8, tie uuid, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_float8_uuid'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_allocate(numeric, float8, uuid, integer) IS
'Window function: the same with a tie key of another type. Of enums write tie::text.';

CREATE FUNCTION abc_allocate(cost numeric, driver float8, tie date, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_float8_date'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_allocate(numeric, float8, date, integer) IS
'Window function: the same with a tie key of another type. Of enums write tie::text.';

CREATE FUNCTION abc_allocate(cost numeric, driver float8, tie timestamp, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_float8_timestamp'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_allocate(numeric, float8, timestamp, integer) IS
'Window function: the same with a tie key of another type. Of enums write tie::text.';

CREATE FUNCTION abc_allocate(cost numeric, driver float8, tie timestamptz, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_float8_timestamp'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_allocate(numeric, float8, timestamptz, integer) IS
'Window function: the same with a tie key of another type. Of enums write tie::text.';
COMMENT ON FUNCTION abc_allocate(numeric, numeric[], integer) IS
'The parts of cost, in proportion to drivers. '
'Parts have scale decimals and add up to cost exactly (largest remainder). '
'Among equal remainders the earlier element comes first. A NULL driver has a NULL part.';
COMMENT ON FUNCTION abc_capacity(numeric, numeric, numeric, integer) IS
'Time-driven costing (Kaplan and Anderson 2004). rate: cost per unit of practical capacity. '
'used_cost and unused_cost: cost of the used and of the unused capacity, which add up to cost exactly. '
'unused: capacity that was not used, negative when more was used than there is. '
'utilisation: used capacity as a fraction of practical_capacity.';

-- abc_network: a cost model as one value, the state of its aggregates.
COMMENT ON TYPE abc_network IS
'A cost model: which node passes cost on to which, in proportion to which driver. '
'Text form: v1 "source">"target":driver ...';
COMMENT ON FUNCTION abc_network_add(abc_network, text, text, numeric) IS
'The network with another edge. A second edge between the same nodes adds its driver to the first.';

CREATE FUNCTION abc_network_add(network abc_network, source text, target text, driver bigint)
RETURNS abc_network AS 'MODULE_PATHNAME', 'abc_network_add_text_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION abc_network_add(abc_network, text, text, bigint) IS
'The network with another edge. A second edge between the same nodes adds its driver to the first.';

CREATE FUNCTION abc_network_add(network abc_network, source text, target text, driver real)
RETURNS abc_network AS 'MODULE_PATHNAME', 'abc_network_add_text_real'
LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION abc_network_add(abc_network, text, text, real) IS
'The network with another edge. A second edge between the same nodes adds its driver to the first.';

CREATE FUNCTION abc_network_add(network abc_network, source text, target text, driver float8)
RETURNS abc_network AS 'MODULE_PATHNAME', 'abc_network_add_text_float8'
LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION abc_network_add(abc_network, text, text, float8) IS
'The network with another edge. A second edge between the same nodes adds its driver to the first.';

CREATE FUNCTION abc_network_add(network abc_network, source bigint, target bigint, driver numeric)
RETURNS abc_network AS 'MODULE_PATHNAME', 'abc_network_add_bigint_numeric'
LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION abc_network_add(abc_network, bigint, bigint, numeric) IS
'The network with another edge. A second edge between the same nodes adds its driver to the first.';

CREATE FUNCTION abc_network_add(network abc_network, source bigint, target bigint, driver bigint)
RETURNS abc_network AS 'MODULE_PATHNAME', 'abc_network_add_bigint_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION abc_network_add(abc_network, bigint, bigint, bigint) IS
'The network with another edge. A second edge between the same nodes adds its driver to the first.';

CREATE FUNCTION abc_network_add(network abc_network, source bigint, target bigint, driver real)
RETURNS abc_network AS 'MODULE_PATHNAME', 'abc_network_add_bigint_real'
LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION abc_network_add(abc_network, bigint, bigint, real) IS
'The network with another edge. A second edge between the same nodes adds its driver to the first.';

CREATE FUNCTION abc_network_add(network abc_network, source bigint, target bigint, driver float8)
RETURNS abc_network AS 'MODULE_PATHNAME', 'abc_network_add_bigint_float8'
LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION abc_network_add(abc_network, bigint, bigint, float8) IS
'The network with another edge. A second edge between the same nodes adds its driver to the first.';
COMMENT ON FUNCTION abc_network_merge(abc_network, abc_network) IS
'The edges of both networks. Drivers of edges that both have add up.';
COMMENT ON FUNCTION abc_network_pack(abc_network) IS
'The network in the form that is stored: final function of its aggregates.';
COMMENT ON AGGREGATE abc_network_agg(text, text, numeric) IS
'A cost model from its edges: source passes cost on to target in proportion to driver. '
'Drivers of repeated edges add up. Rows with a NULL driver are ignored. '
'NULL names and negative drivers are errors.';

CREATE AGGREGATE abc_network_agg(source text, target text, driver bigint) (
	SFUNC = abc_network_add, STYPE = abc_network, SSPACE = 700, INITCOND = 'v1',
	FINALFUNC = abc_network_pack, COMBINEFUNC = abc_network_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE abc_network_agg(text, text, bigint) IS
'A cost model from its edges: source passes cost on to target in proportion to driver. '
'A node whose key is a bigint has its digits as name; a real or float8 driver is read as its shortest decimal.';

CREATE AGGREGATE abc_network_agg(source text, target text, driver real) (
	SFUNC = abc_network_add, STYPE = abc_network, SSPACE = 700, INITCOND = 'v1',
	FINALFUNC = abc_network_pack, COMBINEFUNC = abc_network_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE abc_network_agg(text, text, real) IS
'A cost model from its edges: source passes cost on to target in proportion to driver. '
'A node whose key is a bigint has its digits as name; a real or float8 driver is read as its shortest decimal.';

CREATE AGGREGATE abc_network_agg(source text, target text, driver float8) (
	SFUNC = abc_network_add, STYPE = abc_network, SSPACE = 700, INITCOND = 'v1',
	FINALFUNC = abc_network_pack, COMBINEFUNC = abc_network_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE abc_network_agg(text, text, float8) IS
'A cost model from its edges: source passes cost on to target in proportion to driver. '
'A node whose key is a bigint has its digits as name; a real or float8 driver is read as its shortest decimal.';

CREATE AGGREGATE abc_network_agg(source bigint, target bigint, driver numeric) (
	SFUNC = abc_network_add, STYPE = abc_network, SSPACE = 700, INITCOND = 'v1',
	FINALFUNC = abc_network_pack, COMBINEFUNC = abc_network_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE abc_network_agg(bigint, bigint, numeric) IS
'A cost model from its edges: source passes cost on to target in proportion to driver. '
'A node whose key is a bigint has its digits as name; a real or float8 driver is read as its shortest decimal.';

CREATE AGGREGATE abc_network_agg(source bigint, target bigint, driver bigint) (
	SFUNC = abc_network_add, STYPE = abc_network, SSPACE = 700, INITCOND = 'v1',
	FINALFUNC = abc_network_pack, COMBINEFUNC = abc_network_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE abc_network_agg(bigint, bigint, bigint) IS
'A cost model from its edges: source passes cost on to target in proportion to driver. '
'A node whose key is a bigint has its digits as name; a real or float8 driver is read as its shortest decimal.';

CREATE AGGREGATE abc_network_agg(source bigint, target bigint, driver real) (
	SFUNC = abc_network_add, STYPE = abc_network, SSPACE = 700, INITCOND = 'v1',
	FINALFUNC = abc_network_pack, COMBINEFUNC = abc_network_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE abc_network_agg(bigint, bigint, real) IS
'A cost model from its edges: source passes cost on to target in proportion to driver. '
'A node whose key is a bigint has its digits as name; a real or float8 driver is read as its shortest decimal.';

CREATE AGGREGATE abc_network_agg(source bigint, target bigint, driver float8) (
	SFUNC = abc_network_add, STYPE = abc_network, SSPACE = 700, INITCOND = 'v1',
	FINALFUNC = abc_network_pack, COMBINEFUNC = abc_network_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE abc_network_agg(bigint, bigint, float8) IS
'A cost model from its edges: source passes cost on to target in proportion to driver. '
'A node whose key is a bigint has its digits as name; a real or float8 driver is read as its shortest decimal.';
COMMENT ON AGGREGATE rollup(abc_network) IS
'One network with the edges of all. Drivers of edges that several have add up.';
COMMENT ON FUNCTION abc_edges(abc_network) IS
'The edges of a network, sorted by names. share: driver as a fraction of all drivers of the source.';
COMMENT ON FUNCTION abc_flow(abc_network, text[], numeric[], text, text[], integer) IS
'Where the cost on accounts ends: an amount for each node that passes nothing on. '
'The amounts have scale decimals and add up to the given ones exactly. '
'method: direct, step (in step_order) or reciprocal (simultaneous equations).';
COMMENT ON FUNCTION abc_trace(abc_network, text[], numeric[], text, text[], integer) IS
'Where the cost of each account ends. For each source the amounts add up to its cost exactly. '
'share: amount as a fraction of the source''s cost. Methods as in abc_flow.';
COMMENT ON FUNCTION abc_throughput(abc_network, text[], numeric[]) IS
'Reciprocated cost of each node: its own cost, what it receives from others, and what it passes on. '
'level: length of the longest path from a node that receives nothing.';
COMMENT ON FUNCTION abc_check(abc_network, text[], numeric[]) IS
'Everything that abc_flow would refuse (error), and what deserves a look (warning), as rows. Raises no error itself.';
-- costing: why a cost is what it is, and how two models differ

CREATE FUNCTION abc_explain(network abc_network, accounts text[], amounts numeric[], target text,
	paths integer DEFAULT 20, scale integer DEFAULT 2)
RETURNS TABLE (source text, path text[], amount numeric, share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 20;
COMMENT ON FUNCTION abc_explain(abc_network, text[], numeric[], text, integer, integer) IS
'The paths by which cost got to a node, the largest first, and all others in a last row without source and path. '
'The amounts add up to the node''s amount exactly. share: fraction of it. '
'Of nodes that serve each other a path names where cost comes in and where it goes out: '
'its amount is the sum over all rounds in between.';

CREATE FUNCTION abc_diff(old_network abc_network, old_accounts text[], old_amounts numeric[],
	new_network abc_network, new_accounts text[], new_amounts numeric[], scale integer DEFAULT 2)
RETURNS TABLE (target text, old numeric, new numeric, change numeric, driver numeric, cost numeric) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 100;
COMMENT ON FUNCTION abc_diff(abc_network, text[], numeric[], abc_network, text[], numeric[], integer) IS
'What ends at each receiver by two cost models, such as budget and actual, or last month and this one. '
'driver: what comes of dividing the old costs in the new shares. cost: the remainder of the change, at new shares. '
'driver + cost = change, exactly. Old costs on accounts that the new network does not have go in the old shares.';
COMMENT ON FUNCTION residual_income(numeric, numeric, numeric) IS
'Profit minus a charge on capital: profit - capital * rate, exact, in the currency of profit. '
'rate is a fraction for the same period as profit, below 1: 0.12 is 12 percent.';

CREATE FUNCTION residual_income(profit numeric, capital numeric, rate float8)
RETURNS numeric AS 'MODULE_PATHNAME', 'residual_income_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION residual_income(numeric, numeric, float8) IS
'Profit minus a charge on capital: profit - capital * rate, exact, in the currency of profit. '
'rate is a fraction for the same period as profit, below 1: 0.12 is 12 percent.';

CREATE FUNCTION residual_income(profit numeric, capital numeric, rate real)
RETURNS numeric AS 'MODULE_PATHNAME', 'residual_income_real'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION residual_income(numeric, numeric, real) IS
'Profit minus a charge on capital: profit - capital * rate, exact, in the currency of profit. '
'rate is a fraction for the same period as profit, below 1: 0.12 is 12 percent.';
COMMENT ON FUNCTION customer_roi(numeric, numeric) IS
'Profit per unit of money spent on the customer: profit / cost, a fraction. '
'With capital in place of cost it is the return on investment. NULL when cost is 0 or below.';
COMMENT ON FUNCTION profit_margin(numeric, numeric) IS
'Profit / revenue, a fraction. '
'It is the gross, contribution or operating margin, according to the profit that is given. '
'NULL when revenue is 0 or below.';
COMMENT ON FUNCTION return_on_customer(numeric, numeric, numeric) IS
'Return on customer (Peppers and Rogers 2005): profit of the period plus the change of lifetime value, '
'divided by the opening lifetime value, a fraction. NULL when opening_value is 0 or below.';
COMMENT ON FUNCTION raroc(numeric, numeric, numeric, numeric, numeric, numeric) IS
'Risk-adjusted return on capital, a fraction: (revenue - funding_cost - operating_cost - expected_loss '
'+ capital_return * economic_capital) / economic_capital. '
'capital_return is the rate that the capital itself earns, a fraction below 1. '
'NULL when economic_capital is 0 or below.';

CREATE FUNCTION raroc(revenue numeric, funding_cost numeric, operating_cost numeric, expected_loss numeric,
	economic_capital numeric, capital_return float8)
RETURNS numeric AS 'MODULE_PATHNAME', 'raroc_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION raroc(numeric, numeric, numeric, numeric, numeric, float8) IS
'The same with a float8 capital_return, which is read as its shortest decimal.';

CREATE FUNCTION raroc(revenue numeric, funding_cost numeric, operating_cost numeric, expected_loss numeric,
	economic_capital numeric, capital_return real)
RETURNS numeric AS 'MODULE_PATHNAME', 'raroc_real'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION raroc(numeric, numeric, numeric, numeric, numeric, real) IS
'The same with a real capital_return, which is read as its shortest decimal.';
COMMENT ON FUNCTION cumulative_share(numeric) IS
'Window function: running total of value up to this row, as a fraction of the partition''s total. '
'Rows with equal ORDER BY values get the same result. '
'If the total is negative, the result is a share of the total loss. NULL when the total is 0.';
COMMENT ON FUNCTION pareto_class(numeric, float8[], text[]) IS
'Window function: A, B or C. Going down from the best customer, A ends with the one who brings '
'the running total to 80 % of the partition''s total, and B with the one who brings it to 95 %. '
'Equal values get the same class. cuts and labels set other limits and names. NULL when the total is not positive.';
COMMENT ON FUNCTION cumulative_share(bigint) IS
'Window function: running total of value up to this row, as a fraction of the partition''s total. '
'Rows with equal ORDER BY values get the same result. '
'If the total is negative, the result is a share of the total loss. NULL when the total is 0.';
COMMENT ON FUNCTION pareto_class(bigint, float8[], text[]) IS
'Window function: A, B or C. Going down from the best customer, A ends with the one who brings '
'the running total to 80 % of the partition''s total, and B with the one who brings it to 95 %. '
'Equal values get the same class. cuts and labels set other limits and names. NULL when the total is not positive.';
COMMENT ON FUNCTION cumulative_share(float8) IS
'Window function: running total of value up to this row, as a fraction of the partition''s total. '
'Rows with equal ORDER BY values get the same result. '
'If the total is negative, the result is a share of the total loss. NULL when the total is 0.';
COMMENT ON FUNCTION pareto_class(float8, float8[], text[]) IS
'Window function: A, B or C. Going down from the best customer, A ends with the one who brings '
'the running total to 80 % of the partition''s total, and B with the one who brings it to 95 %. '
'Equal values get the same class. cuts and labels set other limits and names. NULL when the total is not positive.';

CREATE FUNCTION cumulative_share(value real)
RETURNS float8 AS 'MODULE_PATHNAME', 'cumulative_share_real'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cumulative_share(real) IS
'Window function: running total of value up to this row, as a fraction of the partition''s total. '
'Rows with equal ORDER BY values get the same result. '
'If the total is negative, the result is a share of the total loss. NULL when the total is 0.';

CREATE FUNCTION pareto_class(value real, cuts float8[] DEFAULT '{0.8,0.95}', labels text[] DEFAULT '{A,B,C}')
RETURNS text AS 'MODULE_PATHNAME', 'pareto_class_real'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION pareto_class(real, float8[], text[]) IS
'Window function: A, B or C. Going down from the best customer, A ends with the one who brings '
'the running total to 80 % of the partition''s total, and B with the one who brings it to 95 %. '
'Equal values get the same class. cuts and labels set other limits and names. NULL when the total is not positive.';

-- concentration_summary: the values of all customers, exactly.
COMMENT ON TYPE concentration_summary IS
'Values of customers (profit, revenue), exact and sorted. About 5 bytes each, at most 33554432 of them. '
'Text form: v1 value*times ..., with v1~ for float8 values.';
COMMENT ON FUNCTION concentration_add(concentration_summary, numeric) IS
'The summary with another value.';
COMMENT ON FUNCTION concentration_add(concentration_summary, numeric, float8) IS
'The summary with another value, and the fraction of customers that top_share and bottom_share are about.';
COMMENT ON FUNCTION concentration_add(concentration_summary, bigint) IS
'The summary with another value.';
COMMENT ON FUNCTION concentration_add(concentration_summary, bigint, float8) IS
'The summary with another value, and the fraction of customers that top_share and bottom_share are about.';
COMMENT ON FUNCTION concentration_add(concentration_summary, float8) IS
'The summary with another value.';
COMMENT ON FUNCTION concentration_add(concentration_summary, float8, float8) IS
'The summary with another value, and the fraction of customers that top_share and bottom_share are about.';

CREATE FUNCTION concentration_add(summary concentration_summary, value real)
RETURNS concentration_summary AS 'MODULE_PATHNAME', 'concentration_add_real'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION concentration_add(concentration_summary, real) IS
'The summary with another value.';

CREATE FUNCTION concentration_add(summary concentration_summary, value real, fraction float8)
RETURNS concentration_summary AS 'MODULE_PATHNAME', 'concentration_add_real'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION concentration_add(concentration_summary, real, float8) IS
'The summary with another value, and the fraction of customers that top_share and bottom_share are about.';
COMMENT ON FUNCTION concentration_merge(concentration_summary, concentration_summary) IS
'The values of both summaries.';
COMMENT ON FUNCTION concentration_pack(concentration_summary) IS
'The summary in the form that is stored: final function of concentration_agg.';
COMMENT ON AGGREGATE concentration_agg(numeric) IS
'Summary of the values of customers. Read it with gini, hhi, lorenz, top_share, bottom_share, '
'whale_peak and whale_curve. NULL values are ignored.';
COMMENT ON AGGREGATE concentration_agg(bigint) IS
'Summary of the values of customers. Read it with gini, hhi, lorenz, top_share, bottom_share, '
'whale_peak and whale_curve. NULL values are ignored.';
COMMENT ON AGGREGATE concentration_agg(float8) IS
'Summary of the values of customers. Read it with gini, hhi, lorenz, top_share, bottom_share, '
'whale_peak and whale_curve. NULL values are ignored.';

CREATE AGGREGATE concentration_agg(value real) (
	SFUNC = concentration_add, STYPE = concentration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = concentration_merge,
	FINALFUNC = concentration_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE concentration_agg(real) IS
'Summary of the values of customers. Read it with gini, hhi, lorenz, top_share, bottom_share, '
'whale_peak and whale_curve. NULL values are ignored.';
COMMENT ON AGGREGATE rollup(concentration_summary) IS
'The values of all summaries, as if they had been collected at once.';
COMMENT ON FUNCTION gini(concentration_summary) IS
'Gini coefficient from 0 (all values are equal) to 1. '
'Normalised so that it stays in this range when there are losses (Raffinetti, Siletti and Vernizzi 2015). '
'NULL when all values are 0.';
COMMENT ON FUNCTION hhi(concentration_summary) IS
'Herfindahl-Hirschman index, from 1/customers to 1: the sum of squared shares. '
'A share is the size of a gain or a loss divided by the sum of all sizes. NULL when all values are 0.';
COMMENT ON FUNCTION lorenz(concentration_summary, float8) IS
'Lorenz curve at p: the share of the total that the fraction p of customers with the lowest values has. '
'NULL when the total is 0.';
COMMENT ON FUNCTION top_share(concentration_summary, float8, text) IS
'What the best fraction of customers brings, as a share of the total (net), '
'of the sum of positive values (gains) or of the sum of negative values (losses). NULL when that sum is 0.';
COMMENT ON FUNCTION top_share_final(concentration_summary) IS
'top_share with the fraction that the summary holds: final function of the aggregate.';
COMMENT ON FUNCTION bottom_share(concentration_summary, float8, text) IS
'What the worst fraction of customers brings, as a share of the total (net), '
'of the sum of positive values (gains) or of the sum of negative values (losses). NULL when that sum is 0.';
COMMENT ON FUNCTION bottom_share_final(concentration_summary) IS
'bottom_share with the fraction that the summary holds: final function of the aggregate.';
COMMENT ON FUNCTION whale_peak(concentration_summary) IS
'Highest point of the whale curve. rank: with how many of the best customers the running total is highest. '
'customers_share: rank as a fraction of all customers. cumulative: that total. '
'cumulative_share: that total as a share of the net total. rank is 0 when no value is positive.';
COMMENT ON FUNCTION whale_curve(concentration_summary, integer) IS
'Whale curve (Kaplan and Cooper 1998): running total of values from the best customer to the worst, '
'at this many evenly spaced ranks. cumulative_share is NULL when the total is 0.';

-- Classes and shares from a stored summary, for workers, shards and later customers.
CREATE FUNCTION pareto_cuts(summary concentration_summary, shares float8[] DEFAULT '{0.8,0.95}')
RETURNS numeric[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION pareto_cuts(concentration_summary, float8[]) IS
'The lowest value of each class of customers, exact: going down from the best customer, the value of the one who '
'brings the running total to each of shares. Store them, and read the class of every customer with pareto_label. '
'NULL when the total is not positive.';

CREATE FUNCTION pareto_label(value numeric, cuts numeric[], labels text[] DEFAULT '{A,B,C}')
RETURNS text AS 'MODULE_PATHNAME', 'pareto_label_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION pareto_label(numeric, numeric[], text[]) IS
'A, B or C by stored cuts (pareto_cuts): A from the first cut up, B below it from the second cut up, C below both. '
'Customers whose values the cuts were made from get the class that pareto_class gives them.';

CREATE FUNCTION cumulative_share(summary concentration_summary, value numeric)
RETURNS float8 AS 'MODULE_PATHNAME', 'cumulative_share_at_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION cumulative_share(concentration_summary, numeric) IS
'What the customers with this value and more bring, as a fraction of the total. It is what the window function gives '
'them with ORDER BY value DESC. NULL when the total is 0. For all customers at once, join cumulative_shares.';

CREATE FUNCTION pareto_label(value bigint, cuts numeric[], labels text[] DEFAULT '{A,B,C}')
RETURNS text AS 'MODULE_PATHNAME', 'pareto_label_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION pareto_label(bigint, numeric[], text[]) IS
'A, B or C by stored cuts (pareto_cuts): A from the first cut up, B below it from the second cut up, C below both. '
'Customers whose values the cuts were made from get the class that pareto_class gives them.';

CREATE FUNCTION cumulative_share(summary concentration_summary, value bigint)
RETURNS float8 AS 'MODULE_PATHNAME', 'cumulative_share_at_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION cumulative_share(concentration_summary, bigint) IS
'What the customers with this value and more bring, as a fraction of the total. It is what the window function gives '
'them with ORDER BY value DESC. NULL when the total is 0. For all customers at once, join cumulative_shares.';

CREATE FUNCTION pareto_label(value float8, cuts numeric[], labels text[] DEFAULT '{A,B,C}')
RETURNS text AS 'MODULE_PATHNAME', 'pareto_label_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION pareto_label(float8, numeric[], text[]) IS
'A, B or C by stored cuts (pareto_cuts): A from the first cut up, B below it from the second cut up, C below both. '
'Customers whose values the cuts were made from get the class that pareto_class gives them.';

CREATE FUNCTION cumulative_share(summary concentration_summary, value float8)
RETURNS float8 AS 'MODULE_PATHNAME', 'cumulative_share_at_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION cumulative_share(concentration_summary, float8) IS
'What the customers with this value and more bring, as a fraction of the total. It is what the window function gives '
'them with ORDER BY value DESC. NULL when the total is 0. For all customers at once, join cumulative_shares.';

CREATE FUNCTION pareto_label(value real, cuts numeric[], labels text[] DEFAULT '{A,B,C}')
RETURNS text AS 'MODULE_PATHNAME', 'pareto_label_real'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION pareto_label(real, numeric[], text[]) IS
'A, B or C by stored cuts (pareto_cuts): A from the first cut up, B below it from the second cut up, C below both. '
'Customers whose values the cuts were made from get the class that pareto_class gives them.';

CREATE FUNCTION cumulative_share(summary concentration_summary, value real)
RETURNS float8 AS 'MODULE_PATHNAME', 'cumulative_share_at_real'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION cumulative_share(concentration_summary, real) IS
'What the customers with this value and more bring, as a fraction of the total. It is what the window function gives '
'them with ORDER BY value DESC. NULL when the total is 0. For all customers at once, join cumulative_shares.';

CREATE FUNCTION cumulative_shares(summary concentration_summary)
RETURNS TABLE (value numeric, customers bigint, share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 10000;
COMMENT ON FUNCTION cumulative_shares(concentration_summary) IS
'Every value from the highest down, how many customers have it, and what they and all above bring as a fraction of '
'the total. Join it to the customers by value (of a float8 column by value::float8). share is NULL when the total is '
'0.';
COMMENT ON AGGREGATE gini(numeric) IS
'Gini coefficient of values, from 0 (all are equal) to 1, also when there are losses. NULL when all values are 0.';
COMMENT ON AGGREGATE gini(bigint) IS
'Gini coefficient of values, from 0 (all are equal) to 1, also when there are losses. NULL when all values are 0.';
COMMENT ON AGGREGATE gini(float8) IS
'Gini coefficient of values, from 0 (all are equal) to 1, also when there are losses. NULL when all values are 0.';

CREATE AGGREGATE gini(value real) (
	SFUNC = concentration_add, STYPE = concentration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = concentration_merge,
	FINALFUNC = gini,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE gini(real) IS
'Gini coefficient of values, from 0 (all are equal) to 1, also when there are losses. NULL when all values are 0.';
COMMENT ON AGGREGATE top_share(numeric, float8) IS
'What the best fraction of customers brings, as a share of the total. NULL when the total is 0.';
COMMENT ON AGGREGATE top_share(bigint, float8) IS
'What the best fraction of customers brings, as a share of the total. NULL when the total is 0.';
COMMENT ON AGGREGATE top_share(float8, float8) IS
'What the best fraction of customers brings, as a share of the total. NULL when the total is 0.';

CREATE AGGREGATE top_share(value real, fraction float8) (
	SFUNC = concentration_add, STYPE = concentration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = concentration_merge,
	FINALFUNC = top_share_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE top_share(real, float8) IS
'What the best fraction of customers brings, as a share of the total. NULL when the total is 0.';
COMMENT ON AGGREGATE bottom_share(numeric, float8) IS
'What the worst fraction of customers brings, as a share of the total. NULL when the total is 0.';
COMMENT ON AGGREGATE bottom_share(bigint, float8) IS
'What the worst fraction of customers brings, as a share of the total. NULL when the total is 0.';
COMMENT ON AGGREGATE bottom_share(float8, float8) IS
'What the worst fraction of customers brings, as a share of the total. NULL when the total is 0.';

CREATE AGGREGATE bottom_share(value real, fraction float8) (
	SFUNC = concentration_add, STYPE = concentration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = concentration_merge,
	FINALFUNC = bottom_share_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bottom_share(real, float8) IS
'What the worst fraction of customers brings, as a share of the total. NULL when the total is 0.';

-- profit: what moved it, by segment, and by price, volume and mix

COMMENT ON TYPE contribution_summary IS
'What each segment brought before and now, exactly. Text form: v1 "segment":old,new ...';
COMMENT ON TYPE pvm_summary IS
'Quantity and amount of each item before and now, exactly. '
'Text form: v1 "item":old_quantity,old_amount,new_quantity,new_amount ...';

CREATE FUNCTION contribution_add(summary contribution_summary, segment text, old numeric, new numeric)
RETURNS contribution_summary AS 'MODULE_PATHNAME', 'contribution_add'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION contribution_add(contribution_summary, text, numeric, numeric) IS 'The summary with another row.';

CREATE FUNCTION contribution_add(summary contribution_summary, segment bigint, old numeric, new numeric)
RETURNS contribution_summary AS 'MODULE_PATHNAME', 'contribution_add_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION contribution_add(contribution_summary, bigint, numeric, numeric) IS 'The summary with another row.';

CREATE FUNCTION pvm_add(summary pvm_summary, item text, old_quantity numeric, old_price numeric,
	new_quantity numeric, new_price numeric)
RETURNS pvm_summary AS 'MODULE_PATHNAME', 'pvm_add'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION pvm_add(pvm_summary, text, numeric, numeric, numeric, numeric) IS 'The summary with another row.';

CREATE FUNCTION pvm_add(summary pvm_summary, item bigint, old_quantity numeric, old_price numeric,
	new_quantity numeric, new_price numeric)
RETURNS pvm_summary AS 'MODULE_PATHNAME', 'pvm_add_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION pvm_add(pvm_summary, bigint, numeric, numeric, numeric, numeric) IS 'The summary with another row.';

CREATE FUNCTION contribution_merge(a contribution_summary, b contribution_summary)
RETURNS contribution_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION contribution_merge(contribution_summary, contribution_summary) IS 'The rows of both summaries.';

CREATE FUNCTION contribution_pack(summary contribution_summary)
RETURNS contribution_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION contribution_pack(contribution_summary) IS 'The summary in the form that is stored. Final function of its aggregates.';

CREATE AGGREGATE rollup(summary contribution_summary) (
	SFUNC = contribution_merge, STYPE = contribution_summary, SSPACE = 1024, INITCOND = 'v1',
	FINALFUNC = contribution_pack, COMBINEFUNC = contribution_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(contribution_summary) IS 'One summary with the rows of all.';

CREATE FUNCTION pvm_merge(a pvm_summary, b pvm_summary)
RETURNS pvm_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION pvm_merge(pvm_summary, pvm_summary) IS 'The rows of both summaries.';

CREATE FUNCTION pvm_pack(summary pvm_summary)
RETURNS pvm_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION pvm_pack(pvm_summary) IS 'The summary in the form that is stored. Final function of its aggregates.';

CREATE AGGREGATE rollup(summary pvm_summary) (
	SFUNC = pvm_merge, STYPE = pvm_summary, SSPACE = 1024, INITCOND = 'v1',
	FINALFUNC = pvm_pack, COMBINEFUNC = pvm_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(pvm_summary) IS 'One summary with the rows of all.';

CREATE AGGREGATE contribution_agg(segment text, old numeric, new numeric) (
	SFUNC = contribution_add, STYPE = contribution_summary, SSPACE = 1024, INITCOND = 'v1',
	FINALFUNC = contribution_pack, COMBINEFUNC = contribution_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE contribution_agg(text, numeric, numeric) IS
'What each segment brought before and now, exactly. Rows of one segment add up. '
'A NULL amount: the segment was not there in that period. A NULL segment with an amount is an error.';

CREATE AGGREGATE pvm_agg(item text, old_quantity numeric, old_price numeric, new_quantity numeric, new_price numeric) (
	SFUNC = pvm_add, STYPE = pvm_summary, SSPACE = 1024, INITCOND = 'v1',
	FINALFUNC = pvm_pack, COMBINEFUNC = pvm_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE pvm_agg(text, numeric, numeric, numeric, numeric) IS
'Quantities and prices of items before and now, for the effects of price, volume and mix. '
'Rows of one item add up. A quantity that is NULL or 0: not sold in that period. A NULL item with a quantity is an '
'error.';
CREATE AGGREGATE contribution_agg(segment bigint, old numeric, new numeric) (
	SFUNC = contribution_add, STYPE = contribution_summary, SSPACE = 1024, INITCOND = 'v1',
	FINALFUNC = contribution_pack, COMBINEFUNC = contribution_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE contribution_agg(bigint, numeric, numeric) IS
'What each segment brought before and now, exactly. Rows of one segment add up. '
'A NULL amount: the segment was not there in that period. A NULL segment with an amount is an error.';

CREATE AGGREGATE pvm_agg(item bigint, old_quantity numeric, old_price numeric, new_quantity numeric, new_price numeric) (
	SFUNC = pvm_add, STYPE = pvm_summary, SSPACE = 1024, INITCOND = 'v1',
	FINALFUNC = pvm_pack, COMBINEFUNC = pvm_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE pvm_agg(bigint, numeric, numeric, numeric, numeric) IS
'Quantities and prices of items before and now, for the effects of price, volume and mix. '
'Rows of one item add up. A quantity that is NULL or 0: not sold in that period. A NULL item with a quantity is an '
'error.';

CREATE FUNCTION contribution_table(summary contribution_summary)
RETURNS TABLE (segment text, old numeric, new numeric, change numeric, contribution float8,
	share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 100;
COMMENT ON FUNCTION contribution_table(contribution_summary) IS
'Each segment''s change, in order of names. contribution: its fraction of the old total. '
'share: its fraction of the total change. Changes, contributions and shares add up.';

CREATE FUNCTION pvm_table(summary pvm_summary, scale integer DEFAULT 2)
RETURNS TABLE (item text, old numeric, new numeric, change numeric, price numeric, volume numeric, mix numeric,
	new_item numeric, lost_item numeric) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 100;
COMMENT ON FUNCTION pvm_table(pvm_summary, integer) IS
'What made each item''s change. price: (p1 - p0) q1. volume: p0 q0 (Q1/Q0 - 1). mix: p0 (q1 - q0 Q1/Q0). '
'Q is the total quantity of the items sold in both periods. New and lost items change as a whole. '
'The effects add up to the change exactly (largest remainder).';

CREATE FUNCTION key_drivers(summary contribution_summary, k integer DEFAULT 10)
RETURNS TABLE (segment text, old numeric, new numeric, change numeric, contribution float8,
	share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 10;
COMMENT ON FUNCTION key_drivers(contribution_summary, integer) IS
'The k segments whose change is largest, up or down. A last row without name has all others together.';

CREATE FUNCTION key_drivers(summary pvm_summary, k integer DEFAULT 10)
RETURNS TABLE (item text, old numeric, new numeric, change numeric, contribution float8,
	share float8) AS 'MODULE_PATHNAME', 'pvm_key_drivers'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 10;
COMMENT ON FUNCTION key_drivers(pvm_summary, integer) IS
'The k items whose amount changed most, up or down. A last row without name has all others together.';
COMMENT ON FUNCTION clv(float8, float8, float8, integer, text) IS
'Lifetime value with constant margin and retention (Gupta and Lehmann 2003): present value, in the currency of margin. '
'retention: probability that the customer stays another period. discount: rate per period, a fraction. '
'periods: number of margins, NULL for no end. first: the first margin comes one period ahead (next) or at once (now).';
COMMENT ON FUNCTION clv(numeric[], numeric, text) IS
'Present value of expected net cash flows, one per period, in their currency. '
'discount: rate per period, a fraction below 1; a float8 or real is read as its shortest decimal. '
'first: the first cash flow comes one period ahead (next) or at once (now). NULL when an element is NULL.';

CREATE FUNCTION clv(cash_flows numeric[], discount float8, first text DEFAULT 'next')
RETURNS numeric AS 'MODULE_PATHNAME', 'clv_cash_flows_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION clv(numeric[], float8, text) IS
'Present value of expected net cash flows, one per period, in their currency. '
'discount: rate per period, a fraction below 1; a float8 or real is read as its shortest decimal. '
'first: the first cash flow comes one period ahead (next) or at once (now). NULL when an element is NULL.';

CREATE FUNCTION clv(cash_flows numeric[], discount real, first text DEFAULT 'next')
RETURNS numeric AS 'MODULE_PATHNAME', 'clv_cash_flows_real'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION clv(numeric[], real, text) IS
'Present value of expected net cash flows, one per period, in their currency. '
'discount: rate per period, a fraction below 1; a float8 or real is read as its shortest decimal. '
'first: the first cash flow comes one period ahead (next) or at once (now). NULL when an element is NULL.';
COMMENT ON FUNCTION customer_equity(float8, float8, float8, float8, float8, float8) IS
'Value of a prospect (Blattberg and Deighton 1996): acquisition_rate * V - acquisition_spend. '
'V is the value of a customer: margin + (margin * retention_rate - retention_spend) / (1 + discount - retention_rate). '
'Rates are fractions per period. Money is in one currency, per person and period.';
COMMENT ON FUNCTION optimal_acquisition_spend(float8, float8, float8, float8) IS
'Best spend per prospect, the share won and the equity of a prospect (Blattberg and Deighton 1996). '
'Response curve: share = ceiling * (1 - exp(-k * spend)), fitted through current_spend and current_rate. '
'value: the value of a customer.';
COMMENT ON FUNCTION optimal_retention_spend(float8, float8, float8, float8, float8) IS
'Best spend per customer and period, the share kept and the value of a customer (Blattberg and Deighton 1996). '
'Response curve: share = ceiling * (1 - exp(-k * spend)), fitted through current_spend and current_rate.';

-- purchase_history: on which days a customer bought, and for how much.
COMMENT ON TYPE purchase_history IS
'The days on which a customer bought and what they spent, exact; or the profit of these days, which may be negative. '
'About 6 bytes a day. Text form: v1 date:amount ..., with r before days that have only returns, '
'or v1 profit date:amount ....';
COMMENT ON FUNCTION purchase_history_add(purchase_history, date, numeric) IS
'The history with another purchase, or with a return when amount is below 0. A history of profit has no returns.';
COMMENT ON FUNCTION purchase_history_add(purchase_history, date, bigint) IS
'The history with another purchase, or with a return when amount is below 0. A history of profit has no returns.';
COMMENT ON FUNCTION purchase_history_add(purchase_history, date, float8) IS
'The history with another purchase, or with a return when amount is below 0. A history of profit has no returns.';

CREATE FUNCTION purchase_history_add(history purchase_history, at date, amount real)
RETURNS purchase_history AS 'MODULE_PATHNAME', 'purchase_history_add_date_real'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION purchase_history_add(purchase_history, date, real) IS
'The history with another purchase, or with a return when amount is below 0. A history of profit has no returns.';
COMMENT ON FUNCTION purchase_history_add(purchase_history, timestamp, numeric) IS
'The history with another purchase, or with a return when amount is below 0. A history of profit has no returns.';
COMMENT ON FUNCTION purchase_history_add(purchase_history, timestamp, bigint) IS
'The history with another purchase, or with a return when amount is below 0. A history of profit has no returns.';
COMMENT ON FUNCTION purchase_history_add(purchase_history, timestamp, float8) IS
'The history with another purchase, or with a return when amount is below 0. A history of profit has no returns.';

CREATE FUNCTION purchase_history_add(history purchase_history, at timestamp, amount real)
RETURNS purchase_history AS 'MODULE_PATHNAME', 'purchase_history_add_timestamp_real'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION purchase_history_add(purchase_history, timestamp, real) IS
'The history with another purchase, or with a return when amount is below 0. A history of profit has no returns.';
COMMENT ON FUNCTION purchase_history_add(purchase_history, timestamptz, numeric) IS
'The history with another purchase, or with a return when amount is below 0. A history of profit has no returns.';
COMMENT ON FUNCTION purchase_history_add(purchase_history, timestamptz, bigint) IS
'The history with another purchase, or with a return when amount is below 0. A history of profit has no returns.';
COMMENT ON FUNCTION purchase_history_add(purchase_history, timestamptz, float8) IS
'The history with another purchase, or with a return when amount is below 0. A history of profit has no returns.';

CREATE FUNCTION purchase_history_add(history purchase_history, at timestamptz, amount real)
RETURNS purchase_history AS 'MODULE_PATHNAME', 'purchase_history_add_timestamp_real'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION purchase_history_add(purchase_history, timestamptz, real) IS
'The history with another purchase, or with a return when amount is below 0. A history of profit has no returns.';

CREATE FUNCTION purchase_history_add(history purchase_history, at date)
RETURNS purchase_history AS 'MODULE_PATHNAME', 'purchase_history_add_date'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION purchase_history_add(purchase_history, date) IS
'The history with another purchase, without an amount.';

CREATE FUNCTION purchase_history_add(history purchase_history, at timestamp)
RETURNS purchase_history AS 'MODULE_PATHNAME', 'purchase_history_add_timestamp'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION purchase_history_add(purchase_history, timestamp) IS
'The history with another purchase, without an amount.';

CREATE FUNCTION purchase_history_add(history purchase_history, at timestamptz)
RETURNS purchase_history AS 'MODULE_PATHNAME', 'purchase_history_add_timestamp'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION purchase_history_add(purchase_history, timestamptz) IS
'The history with another purchase, without an amount.';
COMMENT ON FUNCTION purchase_history_merge(purchase_history, purchase_history) IS
'The purchases of both histories, which must both be of amounts, or both of profit.';
COMMENT ON FUNCTION purchase_history_pack(purchase_history) IS
'The history in the form that is stored, each day once and in order: final function of purchase_history_agg.';
COMMENT ON AGGREGATE purchase_history_agg(date, numeric) IS
'Purchases of a customer by day. Purchases of one day count as one. An amount below 0 is a return. '
'A float8 or real amount is read as its shortest decimal. '
'A timestamptz falls on its day in UTC; for another zone write at AT TIME ZONE zone. Rows with a NULL are ignored.';
COMMENT ON AGGREGATE purchase_history_agg(date, bigint) IS
'Purchases of a customer by day. Purchases of one day count as one. An amount below 0 is a return. '
'A float8 or real amount is read as its shortest decimal. '
'A timestamptz falls on its day in UTC; for another zone write at AT TIME ZONE zone. Rows with a NULL are ignored.';
COMMENT ON AGGREGATE purchase_history_agg(date, float8) IS
'Purchases of a customer by day. Purchases of one day count as one. An amount below 0 is a return. '
'A float8 or real amount is read as its shortest decimal. '
'A timestamptz falls on its day in UTC; for another zone write at AT TIME ZONE zone. Rows with a NULL are ignored.';

CREATE AGGREGATE purchase_history_agg(at date, amount real) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE purchase_history_agg(date, real) IS
'Purchases of a customer by day. Purchases of one day count as one. An amount below 0 is a return. '
'A float8 or real amount is read as its shortest decimal. '
'A timestamptz falls on its day in UTC; for another zone write at AT TIME ZONE zone. Rows with a NULL are ignored.';
COMMENT ON AGGREGATE purchase_history_agg(timestamp, numeric) IS
'Purchases of a customer by day. Purchases of one day count as one. An amount below 0 is a return. '
'A float8 or real amount is read as its shortest decimal. '
'A timestamptz falls on its day in UTC; for another zone write at AT TIME ZONE zone. Rows with a NULL are ignored.';
COMMENT ON AGGREGATE purchase_history_agg(timestamp, bigint) IS
'Purchases of a customer by day. Purchases of one day count as one. An amount below 0 is a return. '
'A float8 or real amount is read as its shortest decimal. '
'A timestamptz falls on its day in UTC; for another zone write at AT TIME ZONE zone. Rows with a NULL are ignored.';
COMMENT ON AGGREGATE purchase_history_agg(timestamp, float8) IS
'Purchases of a customer by day. Purchases of one day count as one. An amount below 0 is a return. '
'A float8 or real amount is read as its shortest decimal. '
'A timestamptz falls on its day in UTC; for another zone write at AT TIME ZONE zone. Rows with a NULL are ignored.';

CREATE AGGREGATE purchase_history_agg(at timestamp, amount real) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE purchase_history_agg(timestamp, real) IS
'Purchases of a customer by day. Purchases of one day count as one. An amount below 0 is a return. '
'A float8 or real amount is read as its shortest decimal. '
'A timestamptz falls on its day in UTC; for another zone write at AT TIME ZONE zone. Rows with a NULL are ignored.';
COMMENT ON AGGREGATE purchase_history_agg(timestamptz, numeric) IS
'Purchases of a customer by day. Purchases of one day count as one. An amount below 0 is a return. '
'A float8 or real amount is read as its shortest decimal. '
'A timestamptz falls on its day in UTC; for another zone write at AT TIME ZONE zone. Rows with a NULL are ignored.';
COMMENT ON AGGREGATE purchase_history_agg(timestamptz, bigint) IS
'Purchases of a customer by day. Purchases of one day count as one. An amount below 0 is a return. '
'A float8 or real amount is read as its shortest decimal. '
'A timestamptz falls on its day in UTC; for another zone write at AT TIME ZONE zone. Rows with a NULL are ignored.';
COMMENT ON AGGREGATE purchase_history_agg(timestamptz, float8) IS
'Purchases of a customer by day. Purchases of one day count as one. An amount below 0 is a return. '
'A float8 or real amount is read as its shortest decimal. '
'A timestamptz falls on its day in UTC; for another zone write at AT TIME ZONE zone. Rows with a NULL are ignored.';

CREATE AGGREGATE purchase_history_agg(at timestamptz, amount real) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE purchase_history_agg(timestamptz, real) IS
'Purchases of a customer by day. Purchases of one day count as one. An amount below 0 is a return. '
'A float8 or real amount is read as its shortest decimal. '
'A timestamptz falls on its day in UTC; for another zone write at AT TIME ZONE zone. Rows with a NULL are ignored.';

CREATE AGGREGATE purchase_history_agg(at date) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE purchase_history_agg(date) IS
'Days on which a customer bought, where amounts are not known: spend is 0, and models of spend leave the customer out.';

CREATE AGGREGATE purchase_history_agg(at timestamp) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE purchase_history_agg(timestamp) IS
'Days on which a customer bought, where amounts are not known: spend is 0, and models of spend leave the customer out.';

CREATE AGGREGATE purchase_history_agg(at timestamptz) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE purchase_history_agg(timestamptz) IS
'Days on which a customer bought, where amounts are not known: spend is 0, and models of spend leave the customer out.';

-- profit_history_agg: the same of profit.
CREATE AGGREGATE profit_history_agg(at date, profit numeric) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1 profit',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE profit_history_agg(date, numeric) IS
'Profit of a customer by day, exact. Each day with an order is a purchase, whatever its profit: '
'unlike purchase_history_agg, a negative profit is not a return. Read it as any purchase_history; mean_spend is then '
'mean profit, for normal_spend_fit. It merges only with histories of profit. '
'A timestamptz falls on its day in UTC. Rows with a NULL are ignored.';

CREATE AGGREGATE profit_history_agg(at date, profit bigint) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1 profit',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE profit_history_agg(date, bigint) IS
'Profit of a customer by day, exact. Each day with an order is a purchase, whatever its profit: '
'unlike purchase_history_agg, a negative profit is not a return. Read it as any purchase_history; mean_spend is then '
'mean profit, for normal_spend_fit. It merges only with histories of profit. '
'A timestamptz falls on its day in UTC. Rows with a NULL are ignored.';

CREATE AGGREGATE profit_history_agg(at date, profit float8) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1 profit',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE profit_history_agg(date, float8) IS
'Profit of a customer by day, exact. Each day with an order is a purchase, whatever its profit: '
'unlike purchase_history_agg, a negative profit is not a return. Read it as any purchase_history; mean_spend is then '
'mean profit, for normal_spend_fit. It merges only with histories of profit. '
'A timestamptz falls on its day in UTC. Rows with a NULL are ignored.';

CREATE AGGREGATE profit_history_agg(at date, profit real) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1 profit',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE profit_history_agg(date, real) IS
'Profit of a customer by day, exact. Each day with an order is a purchase, whatever its profit: '
'unlike purchase_history_agg, a negative profit is not a return. Read it as any purchase_history; mean_spend is then '
'mean profit, for normal_spend_fit. It merges only with histories of profit. '
'A timestamptz falls on its day in UTC. Rows with a NULL are ignored.';

CREATE AGGREGATE profit_history_agg(at timestamp, profit numeric) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1 profit',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE profit_history_agg(timestamp, numeric) IS
'Profit of a customer by day, exact. Each day with an order is a purchase, whatever its profit: '
'unlike purchase_history_agg, a negative profit is not a return. Read it as any purchase_history; mean_spend is then '
'mean profit, for normal_spend_fit. It merges only with histories of profit. '
'A timestamptz falls on its day in UTC. Rows with a NULL are ignored.';

CREATE AGGREGATE profit_history_agg(at timestamp, profit bigint) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1 profit',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE profit_history_agg(timestamp, bigint) IS
'Profit of a customer by day, exact. Each day with an order is a purchase, whatever its profit: '
'unlike purchase_history_agg, a negative profit is not a return. Read it as any purchase_history; mean_spend is then '
'mean profit, for normal_spend_fit. It merges only with histories of profit. '
'A timestamptz falls on its day in UTC. Rows with a NULL are ignored.';

CREATE AGGREGATE profit_history_agg(at timestamp, profit float8) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1 profit',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE profit_history_agg(timestamp, float8) IS
'Profit of a customer by day, exact. Each day with an order is a purchase, whatever its profit: '
'unlike purchase_history_agg, a negative profit is not a return. Read it as any purchase_history; mean_spend is then '
'mean profit, for normal_spend_fit. It merges only with histories of profit. '
'A timestamptz falls on its day in UTC. Rows with a NULL are ignored.';

CREATE AGGREGATE profit_history_agg(at timestamp, profit real) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1 profit',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE profit_history_agg(timestamp, real) IS
'Profit of a customer by day, exact. Each day with an order is a purchase, whatever its profit: '
'unlike purchase_history_agg, a negative profit is not a return. Read it as any purchase_history; mean_spend is then '
'mean profit, for normal_spend_fit. It merges only with histories of profit. '
'A timestamptz falls on its day in UTC. Rows with a NULL are ignored.';

CREATE AGGREGATE profit_history_agg(at timestamptz, profit numeric) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1 profit',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE profit_history_agg(timestamptz, numeric) IS
'Profit of a customer by day, exact. Each day with an order is a purchase, whatever its profit: '
'unlike purchase_history_agg, a negative profit is not a return. Read it as any purchase_history; mean_spend is then '
'mean profit, for normal_spend_fit. It merges only with histories of profit. '
'A timestamptz falls on its day in UTC. Rows with a NULL are ignored.';

CREATE AGGREGATE profit_history_agg(at timestamptz, profit bigint) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1 profit',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE profit_history_agg(timestamptz, bigint) IS
'Profit of a customer by day, exact. Each day with an order is a purchase, whatever its profit: '
'unlike purchase_history_agg, a negative profit is not a return. Read it as any purchase_history; mean_spend is then '
'mean profit, for normal_spend_fit. It merges only with histories of profit. '
'A timestamptz falls on its day in UTC. Rows with a NULL are ignored.';

CREATE AGGREGATE profit_history_agg(at timestamptz, profit float8) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1 profit',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE profit_history_agg(timestamptz, float8) IS
'Profit of a customer by day, exact. Each day with an order is a purchase, whatever its profit: '
'unlike purchase_history_agg, a negative profit is not a return. Read it as any purchase_history; mean_spend is then '
'mean profit, for normal_spend_fit. It merges only with histories of profit. '
'A timestamptz falls on its day in UTC. Rows with a NULL are ignored.';

CREATE AGGREGATE profit_history_agg(at timestamptz, profit real) (
	SFUNC = purchase_history_add, STYPE = purchase_history, SSPACE = 160, INITCOND = 'v1 profit',
	COMBINEFUNC = purchase_history_merge,
	FINALFUNC = purchase_history_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE profit_history_agg(timestamptz, real) IS
'Profit of a customer by day, exact. Each day with an order is a purchase, whatever its profit: '
'unlike purchase_history_agg, a negative profit is not a return. Read it as any purchase_history; mean_spend is then '
'mean profit, for normal_spend_fit. It merges only with histories of profit. '
'A timestamptz falls on its day in UTC. Rows with a NULL are ignored.';
COMMENT ON AGGREGATE rollup(purchase_history) IS
'The purchases of all histories: those of a customer''s months, shops or shards, or of a household. '
'Histories of profit and of amounts cannot be merged with each other.';
COMMENT ON FUNCTION first_purchase(purchase_history) IS
'Day of the first purchase. NULL without a purchase.';
COMMENT ON FUNCTION last_purchase(purchase_history) IS
'Day of the last purchase. NULL without a purchase.';
COMMENT ON FUNCTION purchases(purchase_history) IS
'Number of days with a purchase.';
COMMENT ON FUNCTION purchases_between(purchase_history, date, date) IS
'Number of days with a purchase that are later than after and not later than until. Unlike SQL''s BETWEEN it excludes '
'the first day; purchases_in includes it. Both may be infinite.';

CREATE FUNCTION purchases_in(history purchase_history, first_day date, last_day date)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION purchases_in(purchase_history, date, date) IS
'Number of days with a purchase from first_day to last_day, both included. Both may be infinite.';
COMMENT ON FUNCTION spend_between(purchase_history, date, date) IS
'Spend minus returns, or profit, on the days that are later than after and not later than until, exact, '
'in the currency of the amounts. The first day is excluded; spend_in includes it. Both days may be infinite.';

CREATE FUNCTION spend_in(history purchase_history, first_day date, last_day date)
RETURNS numeric AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION spend_in(purchase_history, date, date) IS
'Spend minus returns, or profit, from first_day to last_day, both included, exact, in the currency of the amounts. '
'Both may be infinite.';
COMMENT ON FUNCTION clv_summary(purchase_history, date, text) IS
'What purchase models need, as known at the end of the day as_of (Fader, Hardie and Lee 2005). '
'x: purchases after the first. t_x: time from the first to the last. t: time from the first to as_of. '
'mean_spend: mean spend of a purchase after the first; returns can bring it to 0 or below, where models of spend take '
'the customer as one without repeat purchases. '
'unit of time: day, week, month (30.4375 days) or year (365.25 days). NULL before the first purchase.';
COMMENT ON FUNCTION clv_summary(purchase_history, date, interval) IS
'What purchase models need, as known at the end of the day as_of, with an interval as the unit of time. '
'Columns as in clv_summary with a unit by name.';
-- clv: models of purchases and spend

-- clv_model: how often will a customer buy, and for how much?
COMMENT ON TYPE clv_model IS
'Model of purchases (bg/nbd, mbg/nbd, mbg/cnbd-k, pareto/nbd, nbd, bg/bb), of contracts (sbg, bdw) or of spend '
'(gamma-gamma, normal-normal): '
'estimates and their covariance. Text form: v1 family width '
'[customers,log-likelihood,iterations,status,fitted parameters,covariates of purchases,centre of each covariate] '
'estimate,covariances ...; estimates are those of customers at the centres.';
COMMENT ON FUNCTION purchases_add(held_rows, float8, float8, float8) IS
'The state of bgnbd_fit, mbgnbd_fit, nbd_fit and paretonbd_fit with another customer.';
COMMENT ON FUNCTION purchases_add(held_rows, float8, float8, float8, float8) IS
'The state of bgnbd_fit, mbgnbd_fit, nbd_fit and paretonbd_fit with another customer of this weight.';
COMMENT ON FUNCTION purchases_add(held_rows, float8, float8, float8, float8[], float8[]) IS
'The state of bgnbd_fit, mbgnbd_fit and paretonbd_fit with another customer and their covariates.';
COMMENT ON FUNCTION purchases_add(held_rows, float8, float8, float8, float8[], float8[], float8) IS
'The state of bgnbd_fit, mbgnbd_fit and paretonbd_fit with another customer of this weight and their covariates.';
COMMENT ON FUNCTION occasions_add(held_rows, float8, float8, float8) IS
'The state of bgbb_fit with another customer.';
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
COMMENT ON FUNCTION contracts_add(held_rows, float8, boolean) IS
'The state of sbg_fit or bdw_fit with another contract.';
COMMENT ON FUNCTION contracts_add(held_rows, float8, boolean, float8) IS
'The state of sbg_fit or bdw_fit with another contract of this weight.';

CREATE FUNCTION contracts_add(state held_rows, period float8, churned boolean,
	dropout_covariates float8[], weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'contracts_add_covariates'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION contracts_add(held_rows, float8, boolean, float8[], float8) IS
'The state of sbg_fit or bdw_fit with another contract of this weight and its covariates.';
COMMENT ON FUNCTION spend_add(held_rows, float8, float8) IS
'The state of gammagamma_fit with another customer.';
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

CREATE FUNCTION purchases_add(state held_rows, history purchase_history, as_of date, unit text)
RETURNS held_rows AS 'MODULE_PATHNAME', 'purchases_add_history_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchases_add(held_rows, purchase_history, date, text) IS
'The state of bgnbd_fit, mbgnbd_fit, nbd_fit and paretonbd_fit with another customer as they were known at the end of '
'as_of, in this unit of time.';

CREATE FUNCTION purchases_add(state held_rows, history purchase_history, as_of date, unit interval)
RETURNS held_rows AS 'MODULE_PATHNAME', 'purchases_add_history_interval'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchases_add(held_rows, purchase_history, date, interval) IS
'The state of bgnbd_fit, mbgnbd_fit, nbd_fit and paretonbd_fit with another customer as they were known at the end of '
'as_of, in this unit of time.';

CREATE FUNCTION spend_add(state held_rows, history purchase_history, as_of date)
RETURNS held_rows AS 'MODULE_PATHNAME', 'spend_add_history'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION spend_add(held_rows, purchase_history, date) IS
'The state of gammagamma_fit with another customer as they were known at the end of as_of.';

CREATE FUNCTION purchases_add(state held_rows, history purchase_history, as_of date, unit text, season float8[])
RETURNS held_rows AS 'MODULE_PATHNAME', 'purchases_add_season_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION purchases_add(held_rows, purchase_history, date, text, float8[]) IS
'The state of bgnbd_fit and mbgnbd_fit with another customer, in time that runs by the season.';

CREATE FUNCTION purchases_add(state held_rows, history purchase_history, as_of date, unit interval, season float8[])
RETURNS held_rows AS 'MODULE_PATHNAME', 'purchases_add_season_interval'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION purchases_add(held_rows, purchase_history, date, interval, float8[]) IS
'The state of bgnbd_fit and mbgnbd_fit with another customer, in time that runs by the season.';

CREATE FUNCTION means_add(state held_rows, history purchase_history, as_of date)
RETURNS held_rows AS 'MODULE_PATHNAME', 'means_add_history'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION means_add(held_rows, purchase_history, date) IS
'The state of normal_spend_fit with another customer as they were known at the end of as_of.';
COMMENT ON FUNCTION bgnbd_final(held_rows) IS
'Maximum likelihood fit: final function of bgnbd_fit.';
COMMENT ON FUNCTION mbgnbd_final(held_rows) IS
'Maximum likelihood fit: final function of mbgnbd_fit.';
COMMENT ON FUNCTION nbd_final(held_rows) IS
'Maximum likelihood fit: final function of nbd_fit.';
COMMENT ON FUNCTION paretonbd_final(held_rows) IS
'Maximum likelihood fit: final function of paretonbd_fit.';
COMMENT ON FUNCTION bgbb_final(held_rows) IS
'Maximum likelihood fit: final function of bgbb_fit.';
COMMENT ON FUNCTION sbg_final(held_rows) IS
'Maximum likelihood fit: final function of sbg_fit.';

CREATE FUNCTION bdw_final(state held_rows)
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION bdw_final(held_rows) IS
'Maximum likelihood fit: final function of bdw_fit.';
COMMENT ON FUNCTION gammagamma_final(held_rows) IS
'Maximum likelihood fit: final function of gammagamma_fit.';

CREATE FUNCTION normal_spend_final(state held_rows)
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION normal_spend_final(held_rows) IS
'Maximum likelihood fit: final function of normal_spend_fit.';

CREATE FUNCTION mbgcnbd_final(state held_rows)
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION mbgcnbd_final(held_rows) IS
'Maximum likelihood fit: final function of mbgcnbd_fit.';
COMMENT ON AGGREGATE bgnbd_fit(float8, float8, float8) IS
'BG/NBD model of purchases (Fader, Hardie and Lee 2005), fitted by maximum likelihood to one row a customer. '
'A customer may stop only right after a repeat purchase. '
'x: repeat purchases. t_x: time from the first to the last purchase. t: time from the first purchase to today.';
COMMENT ON AGGREGATE mbgnbd_fit(float8, float8, float8) IS
'MBG/NBD model of purchases (Batislam, Denizel and Filiztekin 2007), fitted by maximum likelihood. '
'A customer may stop right after any purchase, also the first. Arguments as in bgnbd_fit.';
COMMENT ON AGGREGATE nbd_fit(float8, float8, float8) IS
'NBD model of purchases, fitted by maximum likelihood. No customer ever stops: a baseline for the other models. '
'Arguments as in bgnbd_fit.';
COMMENT ON AGGREGATE paretonbd_fit(float8, float8, float8) IS
'Pareto/NBD model of purchases (Schmittlein, Morrison and Colombo 1987), fitted by maximum likelihood. '
'A customer may stop at any time. Arguments as in bgnbd_fit.';
COMMENT ON AGGREGATE bgnbd_fit(float8, float8, float8, float8[], float8[]) IS
'BG/NBD model of purchases with covariates, fitted by maximum likelihood. '
'With z the weighted sum of a customer''s covariates, alpha becomes alpha exp(-z) for purchase_covariates, '
'and a and b become a exp(z) and b exp(z) for dropout_covariates.';
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
COMMENT ON AGGREGATE bgbb_fit(float8, float8, float8) IS
'BG/BB model of purchases on occasions (Fader, Hardie and Shang 2010), fitted by maximum likelihood. '
'n: occasions since the first purchase. x: occasions with a purchase. t_x: number of the last of them.';
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
COMMENT ON AGGREGATE gammagamma_fit(float8, float8) IS
'Gamma-gamma model of spend (Fader and Hardie 2013), fitted by maximum likelihood. '
'x: repeat purchases. mean_spend: mean spend of a repeat purchase. Customers without one are ignored. Those with a '
'mean of 0 or less, because of returns, are left out and counted: see warnings and left_out in model_json.';

-- Contracts with covariates have a weight: without one, the array would stand where sbg_fit has a weight.
CREATE AGGREGATE sbg_fit(period float8, churned boolean, dropout_covariates float8[], weight float8) (
	SFUNC = contracts_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = sbg_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE sbg_fit(float8, boolean, float8[], float8) IS
'sbg_fit with covariates of the risk of leaving, and weights (1 for a row that is one contract). '
'With z the weighted sum of a contract''s covariates, alpha becomes alpha exp(z): a positive coefficient raises the odds '
'of leaving. customer_model(model, ''{}'', dropout_covariates) is the model of contracts with given covariates.';

CREATE AGGREGATE bdw_fit(period float8, churned boolean, dropout_covariates float8[], weight float8) (
	SFUNC = contracts_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bdw_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bdw_fit(float8, boolean, float8[], float8) IS
'bdw_fit with covariates of the risk of leaving, and weights (1 for a row that is one contract). '
'With z the weighted sum of a contract''s covariates, a becomes a exp(z): a positive coefficient raises the odds '
'of leaving. customer_model(model, ''{}'', dropout_covariates) is the model of contracts with given covariates.';
COMMENT ON AGGREGATE bgnbd_fit(float8, float8, float8, float8) IS
'bgnbd_fit with weights: a row of weight 3 counts as three equal rows.';
COMMENT ON AGGREGATE mbgnbd_fit(float8, float8, float8, float8) IS
'mbgnbd_fit with weights: a row of weight 3 counts as three equal rows.';
COMMENT ON AGGREGATE nbd_fit(float8, float8, float8, float8) IS
'nbd_fit with weights: a row of weight 3 counts as three equal rows.';
COMMENT ON AGGREGATE paretonbd_fit(float8, float8, float8, float8) IS
'paretonbd_fit with weights: a row of weight 3 counts as three equal rows.';
COMMENT ON AGGREGATE bgnbd_fit(float8, float8, float8, float8[], float8[], float8) IS
'bgnbd_fit with covariates and weights: a row of weight 3 counts as three equal rows.';

CREATE AGGREGATE mbgnbd_fit(x float8, t_x float8, t float8,
	purchase_covariates float8[], dropout_covariates float8[], weight float8) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = mbgnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mbgnbd_fit(float8, float8, float8, float8[], float8[], float8) IS
'mbgnbd_fit with covariates and weights: a row of weight 3 counts as three equal rows.';
COMMENT ON AGGREGATE paretonbd_fit(float8, float8, float8, float8[], float8[], float8) IS
'paretonbd_fit with covariates and weights: a row of weight 3 counts as three equal rows.';
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
COMMENT ON AGGREGATE sbg_fit(float8, boolean, float8) IS
'sbg_fit with weights: a row of weight 3 counts as three equal rows.';
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
CREATE AGGREGATE bgnbd_fit(history purchase_history, as_of date) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bgnbd_fit(purchase_history, date) IS
'bgnbd_fit of histories, as they were known at the end of the day as_of, in weeks. The model knows its unit of time, so '
'that it can be asked of histories. Customers who first bought later are left out and counted: see model_summary.';

CREATE AGGREGATE mbgnbd_fit(history purchase_history, as_of date) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = mbgnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mbgnbd_fit(purchase_history, date) IS
'mbgnbd_fit of histories, as they were known at the end of the day as_of, in weeks. The model knows its unit of time, so '
'that it can be asked of histories. Customers who first bought later are left out and counted: see model_summary.';

CREATE AGGREGATE nbd_fit(history purchase_history, as_of date) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = nbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE nbd_fit(purchase_history, date) IS
'nbd_fit of histories, as they were known at the end of the day as_of, in weeks. The model knows its unit of time, so '
'that it can be asked of histories. Customers who first bought later are left out and counted: see model_summary.';

CREATE AGGREGATE paretonbd_fit(history purchase_history, as_of date) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = paretonbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE paretonbd_fit(purchase_history, date) IS
'paretonbd_fit of histories, as they were known at the end of the day as_of, in weeks. The model knows its unit of time, so '
'that it can be asked of histories. Customers who first bought later are left out and counted: see model_summary.';

CREATE AGGREGATE bgnbd_fit(history purchase_history, as_of date, unit text) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bgnbd_fit(purchase_history, date, text) IS
'bgnbd_fit of histories with another unit of time than weeks: as in clv_summary.';

CREATE AGGREGATE bgnbd_fit(history purchase_history, as_of date, unit interval) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bgnbd_fit(purchase_history, date, interval) IS
'bgnbd_fit of histories with another unit of time than weeks: as in clv_summary.';

CREATE AGGREGATE mbgnbd_fit(history purchase_history, as_of date, unit text) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = mbgnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mbgnbd_fit(purchase_history, date, text) IS
'mbgnbd_fit of histories with another unit of time than weeks: as in clv_summary.';

CREATE AGGREGATE mbgnbd_fit(history purchase_history, as_of date, unit interval) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = mbgnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mbgnbd_fit(purchase_history, date, interval) IS
'mbgnbd_fit of histories with another unit of time than weeks: as in clv_summary.';

CREATE AGGREGATE nbd_fit(history purchase_history, as_of date, unit text) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = nbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE nbd_fit(purchase_history, date, text) IS
'nbd_fit of histories with another unit of time than weeks: as in clv_summary.';

CREATE AGGREGATE nbd_fit(history purchase_history, as_of date, unit interval) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = nbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE nbd_fit(purchase_history, date, interval) IS
'nbd_fit of histories with another unit of time than weeks: as in clv_summary.';

CREATE AGGREGATE paretonbd_fit(history purchase_history, as_of date, unit text) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = paretonbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE paretonbd_fit(purchase_history, date, text) IS
'paretonbd_fit of histories with another unit of time than weeks: as in clv_summary.';

CREATE AGGREGATE paretonbd_fit(history purchase_history, as_of date, unit interval) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = paretonbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE paretonbd_fit(purchase_history, date, interval) IS
'paretonbd_fit of histories with another unit of time than weeks: as in clv_summary.';

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

CREATE FUNCTION refit_add(state held_rows, start clv_model, history purchase_history, as_of date, unit text)
RETURNS held_rows AS 'MODULE_PATHNAME', 'refit_add_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION refit_add(held_rows, clv_model, purchase_history, date, text) IS
'The state of bgnbd_refit, mbgnbd_refit, nbd_refit and paretonbd_refit with another customer, in this unit of time.';

CREATE FUNCTION refit_add(state held_rows, start clv_model, history purchase_history, as_of date, unit interval)
RETURNS held_rows AS 'MODULE_PATHNAME', 'refit_add_interval'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION refit_add(held_rows, clv_model, purchase_history, date, interval) IS
'The state of bgnbd_refit, mbgnbd_refit, nbd_refit and paretonbd_refit with another customer, in this unit of time.';

CREATE AGGREGATE bgnbd_refit(start clv_model, history purchase_history, as_of date) (
	SFUNC = refit_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bgnbd_refit(clv_model, purchase_history, date) IS
'bgnbd_fit of histories whose search also starts at a model, such as that of last month: the same maximum, sooner. '
'It is one start of several, so that a poor one does not hurt. start must not be NULL.';

CREATE AGGREGATE mbgnbd_refit(start clv_model, history purchase_history, as_of date) (
	SFUNC = refit_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = mbgnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mbgnbd_refit(clv_model, purchase_history, date) IS
'mbgnbd_fit of histories whose search also starts at a model, such as that of last month: the same maximum, sooner. '
'It is one start of several, so that a poor one does not hurt. start must not be NULL.';

CREATE AGGREGATE nbd_refit(start clv_model, history purchase_history, as_of date) (
	SFUNC = refit_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = nbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE nbd_refit(clv_model, purchase_history, date) IS
'nbd_fit of histories whose search also starts at a model, such as that of last month: the same maximum, sooner. '
'It is one start of several, so that a poor one does not hurt. start must not be NULL.';

CREATE AGGREGATE paretonbd_refit(start clv_model, history purchase_history, as_of date) (
	SFUNC = refit_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = paretonbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE paretonbd_refit(clv_model, purchase_history, date) IS
'paretonbd_fit of histories whose search also starts at a model, such as that of last month: the same maximum, sooner. '
'It is one start of several, so that a poor one does not hurt. start must not be NULL.';

CREATE AGGREGATE bgnbd_refit(start clv_model, history purchase_history, as_of date, unit text) (
	SFUNC = refit_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bgnbd_refit(clv_model, purchase_history, date, text) IS
'bgnbd_refit with another unit of time than weeks: as in clv_summary. start is in the same unit.';

CREATE AGGREGATE bgnbd_refit(start clv_model, history purchase_history, as_of date, unit interval) (
	SFUNC = refit_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bgnbd_refit(clv_model, purchase_history, date, interval) IS
'bgnbd_refit with another unit of time than weeks: as in clv_summary. start is in the same unit.';

CREATE AGGREGATE mbgnbd_refit(start clv_model, history purchase_history, as_of date, unit text) (
	SFUNC = refit_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = mbgnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mbgnbd_refit(clv_model, purchase_history, date, text) IS
'mbgnbd_refit with another unit of time than weeks: as in clv_summary. start is in the same unit.';

CREATE AGGREGATE mbgnbd_refit(start clv_model, history purchase_history, as_of date, unit interval) (
	SFUNC = refit_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = mbgnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mbgnbd_refit(clv_model, purchase_history, date, interval) IS
'mbgnbd_refit with another unit of time than weeks: as in clv_summary. start is in the same unit.';

CREATE AGGREGATE nbd_refit(start clv_model, history purchase_history, as_of date, unit text) (
	SFUNC = refit_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = nbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE nbd_refit(clv_model, purchase_history, date, text) IS
'nbd_refit with another unit of time than weeks: as in clv_summary. start is in the same unit.';

CREATE AGGREGATE nbd_refit(start clv_model, history purchase_history, as_of date, unit interval) (
	SFUNC = refit_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = nbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE nbd_refit(clv_model, purchase_history, date, interval) IS
'nbd_refit with another unit of time than weeks: as in clv_summary. start is in the same unit.';

CREATE AGGREGATE paretonbd_refit(start clv_model, history purchase_history, as_of date, unit text) (
	SFUNC = refit_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = paretonbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE paretonbd_refit(clv_model, purchase_history, date, text) IS
'paretonbd_refit with another unit of time than weeks: as in clv_summary. start is in the same unit.';

CREATE AGGREGATE paretonbd_refit(start clv_model, history purchase_history, as_of date, unit interval) (
	SFUNC = refit_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = paretonbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE paretonbd_refit(clv_model, purchase_history, date, interval) IS
'paretonbd_refit with another unit of time than weeks: as in clv_summary. start is in the same unit.';

-- Regular customers.
CREATE FUNCTION gaps_add(state held_rows, history purchase_history, as_of date)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION gaps_add(held_rows, purchase_history, date) IS
'The state of mbgcnbd_fit with another customer, in weeks.';

CREATE FUNCTION gaps_add(state held_rows, history purchase_history, as_of date, unit text)
RETURNS held_rows AS 'MODULE_PATHNAME', 'gaps_add_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION gaps_add(held_rows, purchase_history, date, text) IS
'The state of mbgcnbd_fit with another customer, in this unit of time.';

CREATE FUNCTION gaps_add(state held_rows, history purchase_history, as_of date, unit text, k integer)
RETURNS held_rows AS 'MODULE_PATHNAME', 'gaps_add_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION gaps_add(held_rows, purchase_history, date, text, integer) IS
'The state of mbgcnbd_fit with another customer, for a given k.';

CREATE FUNCTION gaps_add(state held_rows, history purchase_history, as_of date, unit interval)
RETURNS held_rows AS 'MODULE_PATHNAME', 'gaps_add_interval'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION gaps_add(held_rows, purchase_history, date, interval) IS
'The state of mbgcnbd_fit with another customer, in this unit of time.';

CREATE FUNCTION gaps_add(state held_rows, history purchase_history, as_of date, unit interval, k integer)
RETURNS held_rows AS 'MODULE_PATHNAME', 'gaps_add_interval'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION gaps_add(held_rows, purchase_history, date, interval, integer) IS
'The state of mbgcnbd_fit with another customer, for a given k.';

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

CREATE AGGREGATE mbgcnbd_fit(history purchase_history, as_of date, unit text) (
	SFUNC = gaps_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = mbgcnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mbgcnbd_fit(purchase_history, date, text) IS
'mbgcnbd_fit with another unit of time than weeks: as in clv_summary.';

CREATE AGGREGATE mbgcnbd_fit(history purchase_history, as_of date, unit text, k integer) (
	SFUNC = gaps_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = mbgcnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mbgcnbd_fit(purchase_history, date, text, integer) IS
'mbgcnbd_fit with a given k, from 1 to 12.';

CREATE AGGREGATE mbgcnbd_fit(history purchase_history, as_of date, unit interval) (
	SFUNC = gaps_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = mbgcnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mbgcnbd_fit(purchase_history, date, interval) IS
'mbgcnbd_fit with another unit of time than weeks: as in clv_summary.';

CREATE AGGREGATE mbgcnbd_fit(history purchase_history, as_of date, unit interval, k integer) (
	SFUNC = gaps_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = mbgcnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mbgcnbd_fit(purchase_history, date, interval, integer) IS
'mbgcnbd_fit with a given k, from 1 to 12.';

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

CREATE AGGREGATE bgnbd_fit(history purchase_history, as_of date, unit text, season float8[]) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bgnbd_fit(purchase_history, date, text, float8[]) IS
'bgnbd_fit of histories in time that runs by a season, as season_agg gives it: exact, since customers stop only when '
'they buy. The model keeps the season, and predictions from histories follow the calendar. '
'The likelihood compares with that of the plain fit; a season estimated from the same data has 11 (52) parameters, '
'which aic does not count.';

CREATE AGGREGATE bgnbd_fit(history purchase_history, as_of date, unit interval, season float8[]) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = bgnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bgnbd_fit(purchase_history, date, interval, float8[]) IS
'bgnbd_fit of histories in time that runs by a season, as season_agg gives it: exact, since customers stop only when '
'they buy. The model keeps the season, and predictions from histories follow the calendar. '
'The likelihood compares with that of the plain fit; a season estimated from the same data has 11 (52) parameters, '
'which aic does not count.';

CREATE AGGREGATE mbgnbd_fit(history purchase_history, as_of date, unit text, season float8[]) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = mbgnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mbgnbd_fit(purchase_history, date, text, float8[]) IS
'mbgnbd_fit of histories in time that runs by a season, as season_agg gives it: exact, since customers stop only when '
'they buy. The model keeps the season, and predictions from histories follow the calendar. '
'The likelihood compares with that of the plain fit; a season estimated from the same data has 11 (52) parameters, '
'which aic does not count.';

CREATE AGGREGATE mbgnbd_fit(history purchase_history, as_of date, unit interval, season float8[]) (
	SFUNC = purchases_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = mbgnbd_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE mbgnbd_fit(purchase_history, date, interval, float8[]) IS
'mbgnbd_fit of histories in time that runs by a season, as season_agg gives it: exact, since customers stop only when '
'they buy. The model keeps the season, and predictions from histories follow the calendar. '
'The likelihood compares with that of the plain fit; a season estimated from the same data has 11 (52) parameters, '
'which aic does not count.';

CREATE FUNCTION paretonbd_fit(history purchase_history, as_of date, unit text, season float8[])
RETURNS clv_model AS 'MODULE_PATHNAME', 'paretonbd_fit_season'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION paretonbd_fit(purchase_history, date, text, float8[]) IS
'An error that says why: customers of the Pareto/NBD stop at any time, so its time cannot run by purchases. '
'bgnbd_fit and mbgnbd_fit take a season.';

CREATE FUNCTION paretonbd_fit(history purchase_history, as_of date, unit interval, season float8[])
RETURNS clv_model AS 'MODULE_PATHNAME', 'paretonbd_fit_season'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1;
COMMENT ON FUNCTION paretonbd_fit(purchase_history, date, interval, float8[]) IS
'An error that says why: customers of the Pareto/NBD stop at any time, so its time cannot run by purchases. '
'bgnbd_fit and mbgnbd_fit take a season.';
COMMENT ON FUNCTION clv_model(text, float8[]) IS
'A model from known parameters. bg/nbd and mbg/nbd: r, alpha, a, b. pareto/nbd: r, alpha, s, beta. nbd: r, alpha. '
'bg/bb: alpha, beta, gamma, delta. sbg: alpha, beta. bdw: a, b, c. gamma-gamma: p, q, gamma. '
'normal-normal: mu, sd_between, sd_within. mbg/cnbd-k: k, r, alpha, a, b.';

CREATE FUNCTION with_unit(model clv_model, unit text)
RETURNS clv_model AS 'MODULE_PATHNAME', 'with_unit_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION with_unit(clv_model, text) IS
'A model of purchases that was fitted to bare numbers in this unit of time (as in clv_summary), so that it can be '
'asked of histories.';

CREATE FUNCTION with_unit(model clv_model, unit interval)
RETURNS clv_model AS 'MODULE_PATHNAME', 'with_unit_interval'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION with_unit(clv_model, interval) IS
'A model of purchases that was fitted to bare numbers in this unit of time (as in clv_summary), so that it can be '
'asked of histories.';
COMMENT ON FUNCTION customer_model(clv_model, float8[], float8[]) IS
'The model for customers with these covariates. Use it wherever a model without covariates is needed. '
'Models of contracts have dropout_covariates only: purchase_covariates are ''{}''.';

CREATE FUNCTION name_covariates(model clv_model, purchase text[], dropout text[])
RETURNS clv_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION name_covariates(clv_model, text[], text[]) IS
'The model with names for its covariates of purchases and of stopping, in their order, which coef and model_json show. '
'Names have up to 63 bytes.';
COMMENT ON FUNCTION coef(clv_model, float8) IS
'The parameters of a model and the coefficients of its covariates, with standard errors and confidence intervals. '
'Intervals of parameters are symmetric on the log scale, except that of mu, which may be negative. NULL where the data '
'do not identify the parameter.';
COMMENT ON FUNCTION log_likelihood(clv_model) IS
'Log-likelihood of a fitted model. NULL for a model from known parameters.';
COMMENT ON FUNCTION aic(clv_model) IS
'Akaike''s information criterion of a fitted model: lower is better. NULL for a model from known parameters.';
COMMENT ON FUNCTION bic(clv_model) IS
'Schwarz''s information criterion of a fitted model: lower is better. NULL for a model from known parameters.';
COMMENT ON FUNCTION likelihood_ratio(clv_model, clv_model) IS
'Likelihood-ratio test (Wilks 1938) of a fit against one of the same customers with more covariates. '
'A small p says that the covariates explain more than chance would.';
COMMENT ON FUNCTION converged(clv_model) IS
'True when a maximum was found and the data identify every parameter. NULL for a model from known parameters.';
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
COMMENT ON FUNCTION model_json(clv_model) IS
'A model as jsonb: family, converged, parameters, standard_errors, weight, iterations, log_likelihood, aic, bic, '
'warnings.';
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
COMMENT ON FUNCTION expected_purchases(clv_model, float8, float8, float8, float8) IS
'Expected number of purchases from t to t + horizon, for a customer with x repeat purchases, the last of them at t_x.';

CREATE FUNCTION expected_purchases(model clv_model, history purchase_history, as_of date, horizon interval)
RETURNS float8 AS 'MODULE_PATHNAME', 'expected_purchases_history'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 30;
COMMENT ON FUNCTION expected_purchases(clv_model, purchase_history, date, interval) IS
'Expected number of purchases within horizon after the day as_of, for a customer as known at its end. '
'A month of horizon has 30.4375 days. NULL before the first purchase.';
COMMENT ON FUNCTION expected_purchases(clv_model, float8) IS
'Expected number of repeat purchases up to horizon, for a customer who buys for the first time now.';
COMMENT ON FUNCTION expected_purchases_low(clv_model, float8, float8, float8, float8, float8) IS
'Lower end of the confidence interval of expected_purchases. It covers the uncertainty of the parameters, '
'not what a single customer does (delta method). NULL without standard errors.';
COMMENT ON FUNCTION expected_purchases_high(clv_model, float8, float8, float8, float8, float8) IS
'Upper end of the confidence interval of expected_purchases. It covers the uncertainty of the parameters, '
'not what a single customer does (delta method). NULL without standard errors.';

CREATE FUNCTION expected_purchases_low(model clv_model, history purchase_history, as_of date, horizon interval,
	confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME', 'expected_purchases_history_low'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION expected_purchases_low(clv_model, purchase_history, date, interval, float8) IS
'Lower end of the confidence interval of expected_purchases of a history. It covers the uncertainty of the '
'parameters, not what a single customer does (delta method). NULL without standard errors.';

CREATE FUNCTION expected_purchases_high(model clv_model, history purchase_history, as_of date, horizon interval,
	confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME', 'expected_purchases_history_high'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION expected_purchases_high(clv_model, purchase_history, date, interval, float8) IS
'Upper end of the confidence interval of expected_purchases of a history. It covers the uncertainty of the '
'parameters, not what a single customer does (delta method). NULL without standard errors.';
COMMENT ON FUNCTION purchase_pmf(clv_model, float8, float8) IS
'Probability of exactly k repeat purchases up to horizon, for a customer who buys for the first time now.';
COMMENT ON FUNCTION continuous_discount(float8, float8) IS
'Continuous discount rate per unit of time that is equivalent to an annual rate: ln(1 + annual) / units_per_year.';
COMMENT ON FUNCTION discounted_purchases(clv_model, float8, float8, float8, float8, float8) IS
'Expected number of purchases after t, discounted continuously: a purchase at t + u counts exp(-discount * u). '
'Known as DERT (Fader, Hardie and Lee 2005). With horizon: only purchases up to t + horizon.';
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
COMMENT ON FUNCTION log_likelihood(clv_model, float8, float8, float8) IS
'Log-likelihood of one customer under a model. '
'Sum it over customers who were not in the fit: the model with the highest sum predicts them best.';
COMMENT ON FUNCTION clv(clv_model, clv_model, float8, float8, float8, float8, float8, float8) IS
'Expected future revenue from a customer, discounted continuously, in the currency of the spend model: '
'discounted_purchases times expected_spend. With a normal-normal model of profit it is future profit, '
'which may be negative; a gamma-gamma model takes a mean_spend of 0 or less as unknown.';
COMMENT ON FUNCTION clv_low(clv_model, clv_model, float8, float8, float8, float8, float8, float8, float8) IS
'Lower end of the confidence interval of clv from two models. It covers the uncertainty of the parameters, '
'not what a single customer does (delta method). NULL without standard errors.';
COMMENT ON FUNCTION clv_high(clv_model, clv_model, float8, float8, float8, float8, float8, float8, float8) IS
'Upper end of the confidence interval of clv from two models. It covers the uncertainty of the parameters, '
'not what a single customer does (delta method). NULL without standard errors.';

CREATE FUNCTION clv(model clv_model, spend_model clv_model, history purchase_history, as_of date,
	annual_discount float8, horizon interval DEFAULT NULL)
RETURNS float8 AS 'MODULE_PATHNAME', 'clv_of_models_history'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 200;
COMMENT ON FUNCTION clv(clv_model, clv_model, purchase_history, date, float8, interval) IS
'Expected future revenue from a customer as known at the end of the day as_of, discounted, in the currency of the '
'spend model. annual_discount: effective rate a year, a fraction (0.1 is ten percent); the unit of the model converts '
'it. horizon: only purchases within this time after as_of; NULL: all. NULL before the first purchase.';

CREATE FUNCTION clv_low(model clv_model, spend_model clv_model, history purchase_history, as_of date,
	annual_discount float8, horizon interval DEFAULT NULL, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME', 'clv_of_models_history_low'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2000;
COMMENT ON FUNCTION clv_low(clv_model, clv_model, purchase_history, date, float8, interval, float8) IS
'Lower end of the confidence interval of clv of a history. It covers the uncertainty of the parameters, '
'not what a single customer does (delta method). NULL without standard errors.';

CREATE FUNCTION clv_high(model clv_model, spend_model clv_model, history purchase_history, as_of date,
	annual_discount float8, horizon interval DEFAULT NULL, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME', 'clv_of_models_history_high'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2000;
COMMENT ON FUNCTION clv_high(clv_model, clv_model, purchase_history, date, float8, interval, float8) IS
'Upper end of the confidence interval of clv of a history. It covers the uncertainty of the parameters, '
'not what a single customer does (delta method). NULL without standard errors.';
COMMENT ON FUNCTION survival(clv_model, float8) IS
'Share of contracts that are still active after this number of periods, a fraction.';
COMMENT ON FUNCTION retention_rate(clv_model, float8) IS
'Of the contracts that are active after period - 1, the share that is active after period, a fraction.';
COMMENT ON FUNCTION discounted_lifetime(clv_model, float8, float8) IS
'Expected number of future periods of a contract (Fader and Hardie 2010): a period u periods ahead counts '
'(1 + discount)^-u. renewal 0: a new contract, whose first period counts 1. '
'renewal n: a contract just before its n-th renewal. Times the margin per period it is lifetime value.';
-- survey: satisfaction

-- survey_summary: how often each score was given.  It is the state of every survey
-- aggregate, a value to store, and what all metrics are read from.
COMMENT ON TYPE survey_summary IS
'Answers to one survey question: a count for each integer score from 0 to 100, with weights if they were given. '
'Text form: v1 score:count ..., or v1w score:count:sum of weights:sum of squared weights ...';
COMMENT ON FUNCTION survey_add(survey_summary, smallint) IS 'The summary with another answer.';
COMMENT ON FUNCTION survey_remove(survey_summary, smallint) IS 'The summary without one of its answers.';
COMMENT ON FUNCTION survey_add(survey_summary, integer) IS 'The summary with another answer.';
COMMENT ON FUNCTION survey_remove(survey_summary, integer) IS 'The summary without one of its answers.';
COMMENT ON FUNCTION survey_add(survey_summary, bigint) IS 'The summary with another answer.';
COMMENT ON FUNCTION survey_remove(survey_summary, bigint) IS 'The summary without one of its answers.';
COMMENT ON FUNCTION survey_add(survey_summary, numeric) IS 'The summary with another answer.';
COMMENT ON FUNCTION survey_remove(survey_summary, numeric) IS 'The summary without one of its answers.';
COMMENT ON FUNCTION survey_add(survey_summary, float8) IS 'The summary with another answer.';
COMMENT ON FUNCTION survey_remove(survey_summary, float8) IS 'The summary without one of its answers.';
COMMENT ON FUNCTION survey_merge(survey_summary, survey_summary) IS 'The answers of both summaries.';
COMMENT ON FUNCTION survey_unmerge(survey_summary, survey_summary) IS 'The answers of a without those of b.';
COMMENT ON AGGREGATE survey_agg(smallint) IS
'Summary of answers: a count for each integer score from 0 to 100. All survey metrics can be read from it. '
'NULL answers are ignored. Other scores are errors.';
COMMENT ON AGGREGATE survey_agg(integer) IS
'Summary of answers: a count for each integer score from 0 to 100. All survey metrics can be read from it. '
'NULL answers are ignored. Other scores are errors.';
COMMENT ON AGGREGATE survey_agg(bigint) IS
'Summary of answers: a count for each integer score from 0 to 100. All survey metrics can be read from it. '
'NULL answers are ignored. Other scores are errors.';
COMMENT ON AGGREGATE survey_agg(numeric) IS
'Summary of answers: a count for each integer score from 0 to 100. All survey metrics can be read from it. '
'NULL answers are ignored. Other scores are errors.';
COMMENT ON AGGREGATE survey_agg(float8) IS
'Summary of answers: a count for each integer score from 0 to 100. All survey metrics can be read from it. '
'NULL answers are ignored. Other scores are errors.';
COMMENT ON AGGREGATE rollup(survey_summary) IS
'The answers of all summaries, as if they had been counted at once.';
COMMENT ON FUNCTION nps_final(survey_summary) IS
'Net promoter score with the usual bands: final function of the aggregate nps_score.';
COMMENT ON FUNCTION nps_score(survey_summary, integer, integer) IS
'Net promoter score (Reichheld 2003) of answers from 0 to 10, in points from -100 to 100: '
'percent of promoters (from promoter_min up) minus percent of detractors (up to detractor_max). NULL without answers.';
COMMENT ON AGGREGATE nps_score(smallint) IS
'Net promoter score (Reichheld 2003) of answers from 0 to 10, in points from -100 to 100: '
'percent of 9 and 10 minus percent of 0 to 6. NULL without answers.';
COMMENT ON AGGREGATE nps_score(integer) IS
'Net promoter score (Reichheld 2003) of answers from 0 to 10, in points from -100 to 100: '
'percent of 9 and 10 minus percent of 0 to 6. NULL without answers.';
COMMENT ON AGGREGATE nps_score(bigint) IS
'Net promoter score (Reichheld 2003) of answers from 0 to 10, in points from -100 to 100: '
'percent of 9 and 10 minus percent of 0 to 6. NULL without answers.';
COMMENT ON AGGREGATE nps_score(numeric) IS
'Net promoter score (Reichheld 2003) of answers from 0 to 10, in points from -100 to 100: '
'percent of 9 and 10 minus percent of 0 to 6. NULL without answers.';
COMMENT ON AGGREGATE nps_score(float8) IS
'Net promoter score (Reichheld 2003) of answers from 0 to 10, in points from -100 to 100: '
'percent of 9 and 10 minus percent of 0 to 6. NULL without answers.';
COMMENT ON FUNCTION survey_add(survey_summary, numeric, float8) IS
'The summary with another answer of this weight.';
COMMENT ON AGGREGATE survey_agg(numeric, float8) IS
'Summary of answers with weights: count, sum of weights and sum of squared weights for each integer score '
'from 0 to 100. Weights say how much of the population an answer stands for. Only their ratios matter: '
'a larger unit changes no score and no standard error. NULL answers, NULL weights and weight 0 are ignored.';
COMMENT ON AGGREGATE nps_score(numeric, float8) IS
'Net promoter score of weighted answers from 0 to 10, in points from -100 to 100. '
'Only the ratios of the weights matter. NULL without answers.';
COMMENT ON FUNCTION survey_add(survey_summary, float8, float8) IS
'The summary with another answer of this weight.';
COMMENT ON AGGREGATE survey_agg(float8, float8) IS
'Summary of answers with weights: count, sum of weights and sum of squared weights for each integer score '
'from 0 to 100. Weights say how much of the population an answer stands for. Only their ratios matter: '
'a larger unit changes no score and no standard error. NULL answers, NULL weights and weight 0 are ignored.';
COMMENT ON AGGREGATE nps_score(float8, float8) IS
'Net promoter score of weighted answers from 0 to 10, in points from -100 to 100. '
'Only the ratios of the weights matter. NULL without answers.';
COMMENT ON FUNCTION nps_se(survey_summary, text, integer, integer) IS
'Standard error of the net promoter score, in points. method: wald, t (divides by n - 1), '
'adjusted (Rocks 2016), linearised (of a weighted mean, sqrt(sum w^2 (s - mean)^2) / sum w) or '
'svymean (linearised times sqrt(n / (n - 1)), as R''s survey package has it). '
'With weights, n of the first three is Kish''s effective number of answers. '
'NULL without answers and, for t and svymean, with one answer.';
COMMENT ON FUNCTION nps_low(survey_summary, float8, text, integer, integer) IS
'Lower end of the confidence interval of the net promoter score, in points, from -100 to 100. '
'method: adjusted (adjusted Wald, Rocks 2016), wald or t. The score is always in it. '
'NULL without answers and, for t, with one answer.';
COMMENT ON FUNCTION nps_high(survey_summary, float8, text, integer, integer) IS
'Upper end of the confidence interval of the net promoter score, in points, from -100 to 100. '
'method: adjusted (adjusted Wald, Rocks 2016), wald or t. The score is always in it. '
'NULL without answers and, for t, with one answer.';
COMMENT ON FUNCTION nps_p(survey_summary) IS
'Two-sided p of the net promoter score against 0, that is, equally many promoters and detractors (z test). '
'0 when all answers are promoters or all are detractors. NULL without answers, and when all are passive.';

CREATE FUNCTION nps_p(summary survey_summary, detractor_max integer, promoter_min integer DEFAULT 9)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION nps_p(survey_summary, integer, integer) IS
'nps_p with other bands: detractors up to detractor_max, promoters from promoter_min up.';
COMMENT ON FUNCTION nps_diff(survey_summary, survey_summary) IS
'Net promoter score of a minus that of b, in points. NULL when a or b has no answers.';
COMMENT ON FUNCTION nps_diff_p(survey_summary, survey_summary) IS
'Two-sided p of the difference of two net promoter scores against 0 (z test). '
'0 when the answers of each side agree and the sides do not. '
'NULL when a or b has no answers, and when all answers of both fall in one category.';

CREATE FUNCTION nps_diff(a survey_summary, b survey_summary, detractor_max integer, promoter_min integer DEFAULT 9)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION nps_diff(survey_summary, survey_summary, integer, integer) IS
'nps_diff with other bands: detractors up to detractor_max, promoters from promoter_min up.';

CREATE FUNCTION nps_diff_p(a survey_summary, b survey_summary, detractor_max integer, promoter_min integer DEFAULT 9)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION nps_diff_p(survey_summary, survey_summary, integer, integer) IS
'nps_diff_p with other bands: detractors up to detractor_max, promoters from promoter_min up.';
COMMENT ON FUNCTION nps_diff_low(survey_summary, survey_summary, float8) IS
'Lower end of the confidence interval of the difference of two net promoter scores, in points, '
'from -200 to 200 (adjusted Wald, as in nps_low). NULL when a or b has no answers.';

CREATE FUNCTION nps_diff_low(a survey_summary, b survey_summary, method text, confidence float8 DEFAULT 0.95,
	detractor_max integer DEFAULT 6, promoter_min integer DEFAULT 9)
RETURNS float8 AS 'MODULE_PATHNAME', 'nps_diff_low_method'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION nps_diff_low(survey_summary, survey_summary, text, float8, integer, integer) IS
'Lower end of the confidence interval of the difference of two net promoter scores, in points. '
'method: adjusted (adjusted Wald on both sides, Rocks 2016), wald or t (Welch 1947). '
'NULL when a or b has no answers and, for t, when one has a single answer.';
COMMENT ON FUNCTION nps_diff_high(survey_summary, survey_summary, float8) IS
'Upper end of the confidence interval of the difference of two net promoter scores, in points, '
'from -200 to 200 (adjusted Wald, as in nps_high). NULL when a or b has no answers.';

CREATE FUNCTION nps_diff_high(a survey_summary, b survey_summary, method text, confidence float8 DEFAULT 0.95,
	detractor_max integer DEFAULT 6, promoter_min integer DEFAULT 9)
RETURNS float8 AS 'MODULE_PATHNAME', 'nps_diff_high_method'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION nps_diff_high(survey_summary, survey_summary, text, float8, integer, integer) IS
'Upper end of the confidence interval of the difference of two net promoter scores, in points. '
'method: adjusted (adjusted Wald on both sides, Rocks 2016), wald or t (Welch 1947). '
'NULL when a or b has no answers and, for t, when one has a single answer.';
COMMENT ON FUNCTION category_test(survey_summary, survey_summary, integer, integer) IS
'Pearson''s chi-square test: do a and b have the same shares of detractors, passives and promoters?';
COMMENT ON FUNCTION nps_category(numeric) IS
'Category of an answer from 0 to 10: detractor (0 to 6), passive (7, 8) or promoter (9, 10).';
COMMENT ON FUNCTION nps_category(float8) IS
'Category of an answer from 0 to 10: detractor (0 to 6), passive (7, 8) or promoter (9, 10).';
COMMENT ON FUNCTION csat_add(survey_summary, numeric) IS
'The summary with this answer, for csat_score.';
COMMENT ON FUNCTION csat_add(survey_summary, numeric, integer) IS
'The summary with this answer, for csat_score.';
COMMENT ON FUNCTION csat_add(survey_summary, numeric, integer, integer) IS
'The summary with this answer, for csat_score.';
COMMENT ON FUNCTION csat_remove(survey_summary, numeric) IS
'The summary without this answer, for csat_score.';
COMMENT ON FUNCTION csat_remove(survey_summary, numeric, integer) IS
'The summary without this answer, for csat_score.';
COMMENT ON FUNCTION csat_remove(survey_summary, numeric, integer, integer) IS
'The summary without this answer, for csat_score.';
COMMENT ON FUNCTION csat_add(survey_summary, float8) IS
'The summary with this answer, for csat_score.';
COMMENT ON FUNCTION csat_add(survey_summary, float8, integer) IS
'The summary with this answer, for csat_score.';
COMMENT ON FUNCTION csat_add(survey_summary, float8, integer, integer) IS
'The summary with this answer, for csat_score.';
COMMENT ON FUNCTION csat_remove(survey_summary, float8) IS
'The summary without this answer, for csat_score.';
COMMENT ON FUNCTION csat_remove(survey_summary, float8, integer) IS
'The summary without this answer, for csat_score.';
COMMENT ON FUNCTION csat_remove(survey_summary, float8, integer, integer) IS
'The summary without this answer, for csat_score.';
COMMENT ON FUNCTION csat_final(survey_summary) IS
'csat_score with the parameters that the summary holds: final function of the aggregate.';

CREATE OR REPLACE FUNCTION csat_score(summary survey_summary, scale integer DEFAULT 5, top integer DEFAULT NULL)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION csat_score(survey_summary, integer, integer) IS
'Customer satisfaction score: share of answers that are among the top best of a scale from 1 to scale, a fraction. '
'top: by default 2, but at most half of the scale, so 1 of 2 or 3. NULL without answers.';
COMMENT ON AGGREGATE csat_score(numeric) IS
'Customer satisfaction score: share of answers 4 and 5 on a scale from 1 to 5, a fraction. NULL without answers.';
COMMENT ON AGGREGATE csat_score(numeric, integer) IS
'Customer satisfaction score: share of the two best answers on a scale from 1 to scale, a fraction; '
'of the best one on a scale to 2 or 3. NULL without answers.';
COMMENT ON AGGREGATE csat_score(numeric, integer, integer) IS
'Customer satisfaction score: share of the top best answers on a scale from 1 to scale, a fraction. '
'NULL without answers.';
COMMENT ON AGGREGATE csat_score(float8) IS
'Customer satisfaction score: share of answers 4 and 5 on a scale from 1 to 5, a fraction. NULL without answers.';
COMMENT ON AGGREGATE csat_score(float8, integer) IS
'Customer satisfaction score: share of the two best answers on a scale from 1 to scale, a fraction; '
'of the best one on a scale to 2 or 3. NULL without answers.';
COMMENT ON AGGREGATE csat_score(float8, integer, integer) IS
'Customer satisfaction score: share of the top best answers on a scale from 1 to scale, a fraction. '
'NULL without answers.';
COMMENT ON FUNCTION csat_mean(survey_summary, integer) IS
'Mean answer on a scale from 1 to scale. NULL without answers.';
COMMENT ON FUNCTION csat_index(survey_summary, integer) IS
'Mean answer, converted from a scale from 1 to scale to one from 0 to 100. NULL without answers.';
COMMENT ON FUNCTION ces_final(survey_summary) IS
'Customer effort score from 1 to 7: final function of the aggregate ces_score.';
COMMENT ON FUNCTION ces_score(survey_summary, integer) IS
'Customer effort score (Dixon, Freeman and Toman 2010): mean answer from 1 to scale (very easy). NULL without answers.';
COMMENT ON FUNCTION ces_mean(survey_summary, integer) IS
'Customer effort score (Dixon, Freeman and Toman 2010): mean answer from 1 to scale (very easy). NULL without answers.';
COMMENT ON FUNCTION ces_agree(survey_summary, integer) IS
'Customer effort: share of answers above the middle of the scale (5 to 7 of 7), a fraction. NULL without answers.';
COMMENT ON FUNCTION ces_net(survey_summary, integer) IS
'Customer effort: share of answers above the middle of the scale minus share below it, a fraction from -1 to 1. '
'NULL without answers.';
COMMENT ON AGGREGATE ces_score(numeric) IS
'Customer effort score (Dixon, Freeman and Toman 2010): mean answer from 1 to 7 (very easy). NULL without answers.';
COMMENT ON AGGREGATE ces_score(float8) IS
'Customer effort score (Dixon, Freeman and Toman 2010): mean answer from 1 to 7 (very easy). NULL without answers.';

-- Any scale.
CREATE FUNCTION summary_json(summary survey_summary)
RETURNS jsonb AS 'MODULE_PATHNAME', 'survey_summary_json'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION summary_json(survey_summary) IS
'A summary as jsonb: n, effective_n (Kish''s, without weights n), mean, stddev, standard_error; nps, nps_low, nps_high '
'in points, which are null when an answer is above 10; and scores, the number of answers for each score that was '
'given.';
COMMENT ON FUNCTION num_vals(survey_summary) IS
'Number of answers.';
COMMENT ON FUNCTION score_mean(survey_summary) IS
'Mean answer, weighted if there are weights. NULL without answers.';
COMMENT ON FUNCTION score_stddev(survey_summary) IS
'Sample standard deviation of the answers. NULL with fewer than two answers.';
COMMENT ON FUNCTION score_se(survey_summary) IS
'Standard error of the mean answer. With weights, n is Kish''s effective number of answers. '
'NULL with fewer than two answers.';
COMMENT ON FUNCTION score_mean_low(survey_summary, float8) IS
'Lower end of the confidence interval of the mean answer (Student''s t). NULL with fewer than two answers.';
COMMENT ON FUNCTION score_mean_high(survey_summary, float8) IS
'Upper end of the confidence interval of the mean answer (Student''s t). NULL with fewer than two answers.';
COMMENT ON FUNCTION distribution(survey_summary) IS
'One row for each score that was given: number of answers, and their share of all answers by weight, a fraction.';
COMMENT ON FUNCTION proportion_low(bigint, bigint, float8, text) IS
'Lower end of the confidence interval of the share of successes, a fraction (Brown, Cai and DasGupta 2001). '
'method: wilson, wilson_cc (with continuity correction), exact (Clopper and Pearson), '
'jeffreys (from 0 when there is no success and to 1 when there are only successes), agresti or wald. '
'Counts are whole numbers. NULL when n is 0.';

CREATE FUNCTION proportion_low(successes float8, n float8, confidence float8 DEFAULT 0.95,
	method text DEFAULT 'wilson')
RETURNS float8 AS 'MODULE_PATHNAME', 'proportion_low_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION proportion_low(float8, float8, float8, text) IS
'Lower end of the confidence interval of the share of successes, a fraction (Brown, Cai and DasGupta 2001). '
'method: wilson, wilson_cc (with continuity correction), exact (Clopper and Pearson), '
'jeffreys (from 0 when there is no success and to 1 when there are only successes), agresti or wald. '
'Counts are whole numbers. NULL when n is 0.';
COMMENT ON FUNCTION proportion_high(bigint, bigint, float8, text) IS
'Upper end of the confidence interval of the share of successes, a fraction (Brown, Cai and DasGupta 2001). '
'method: wilson, wilson_cc (with continuity correction), exact (Clopper and Pearson), '
'jeffreys (from 0 when there is no success and to 1 when there are only successes), agresti or wald. '
'Counts are whole numbers. NULL when n is 0.';

CREATE FUNCTION proportion_high(successes float8, n float8, confidence float8 DEFAULT 0.95,
	method text DEFAULT 'wilson')
RETURNS float8 AS 'MODULE_PATHNAME', 'proportion_high_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION proportion_high(float8, float8, float8, text) IS
'Upper end of the confidence interval of the share of successes, a fraction (Brown, Cai and DasGupta 2001). '
'method: wilson, wilson_cc (with continuity correction), exact (Clopper and Pearson), '
'jeffreys (from 0 when there is no success and to 1 when there are only successes), agresti or wald. '
'Counts are whole numbers. NULL when n is 0.';
COMMENT ON FUNCTION proportion_low(survey_summary, integer, float8, text) IS
'Lower end of the confidence interval of the share of answers from threshold up, a fraction. '
'With weights, n is Kish''s effective number of answers. NULL without answers.';
COMMENT ON FUNCTION proportion_high(survey_summary, integer, float8, text) IS
'Upper end of the confidence interval of the share of answers from threshold up, a fraction. '
'With weights, n is Kish''s effective number of answers. NULL without answers.';
COMMENT ON FUNCTION proportion_test(bigint, bigint, bigint, bigint, float8) IS
'Do two groups have the same share of successes? difference: share of a minus share of b. '
'low, high: its confidence interval (Newcombe 1998). '
'chi_square and p: Pearson''s test without continuity correction. phi: effect size, with the sign of the difference. '
'Counts are whole numbers. NULL when n_a or n_b is 0; chi_square, p and phi also when all or none succeed.';

CREATE FUNCTION proportion_test(successes_a bigint, n_a bigint, successes_b bigint, n_b bigint, method text,
	confidence float8 DEFAULT 0.95, OUT difference float8, OUT low float8, OUT high float8,
	OUT chi_square float8, OUT p float8, OUT phi float8)
RETURNS record AS 'MODULE_PATHNAME', 'proportion_test'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION proportion_test(bigint, bigint, bigint, bigint, text, float8) IS
'proportion_test with a method for the confidence interval of the difference: newcombe or wald.';

CREATE FUNCTION proportion_test(successes_a float8, n_a float8, successes_b float8, n_b float8,
	confidence float8 DEFAULT 0.95, OUT difference float8, OUT low float8, OUT high float8,
	OUT chi_square float8, OUT p float8, OUT phi float8)
RETURNS record AS 'MODULE_PATHNAME', 'proportion_test_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION proportion_test(float8, float8, float8, float8, float8) IS
'Do two groups have the same share of successes? difference: share of a minus share of b. '
'low, high: its confidence interval (Newcombe 1998). '
'chi_square and p: Pearson''s test without continuity correction. phi: effect size, with the sign of the difference. '
'Counts are whole numbers. NULL when n_a or n_b is 0; chi_square, p and phi also when all or none succeed.';

CREATE FUNCTION proportion_test(successes_a float8, n_a float8, successes_b float8, n_b float8, method text,
	confidence float8 DEFAULT 0.95, OUT difference float8, OUT low float8, OUT high float8,
	OUT chi_square float8, OUT p float8, OUT phi float8)
RETURNS record AS 'MODULE_PATHNAME', 'proportion_test_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION proportion_test(float8, float8, float8, float8, text, float8) IS
'proportion_test with a method for the confidence interval of the difference: newcombe or wald.';
COMMENT ON FUNCTION odds_ratio(bigint, bigint, bigint, bigint, float8) IS
'Odds of success in a divided by that in b. ln_se: standard error of the logarithm of the ratio. '
'low, high: its confidence interval (Woolf 1955, with one half added to each cell when one is 0). '
'NULL: a ratio to 0, and an end that is infinite. Counts are whole numbers.';

CREATE FUNCTION odds_ratio(successes_a bigint, n_a bigint, successes_b bigint, n_b bigint, method text,
	confidence float8 DEFAULT 0.95, OUT odds_ratio float8, OUT ln_se float8, OUT low float8, OUT high float8)
RETURNS record AS 'MODULE_PATHNAME', 'odds_ratio'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION odds_ratio(bigint, bigint, bigint, bigint, text, float8) IS
'odds_ratio with a method for the confidence interval: adjusted or wald (Woolf; NULL when a cell is 0).';

CREATE FUNCTION odds_ratio(successes_a float8, n_a float8, successes_b float8, n_b float8,
	confidence float8 DEFAULT 0.95, OUT odds_ratio float8, OUT ln_se float8, OUT low float8, OUT high float8)
RETURNS record AS 'MODULE_PATHNAME', 'odds_ratio_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION odds_ratio(float8, float8, float8, float8, float8) IS
'Odds of success in a divided by that in b. ln_se: standard error of the logarithm of the ratio. '
'low, high: its confidence interval (Woolf 1955, with one half added to each cell when one is 0). '
'NULL: a ratio to 0, and an end that is infinite. Counts are whole numbers.';

CREATE FUNCTION odds_ratio(successes_a float8, n_a float8, successes_b float8, n_b float8, method text,
	confidence float8 DEFAULT 0.95, OUT odds_ratio float8, OUT ln_se float8, OUT low float8, OUT high float8)
RETURNS record AS 'MODULE_PATHNAME', 'odds_ratio_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION odds_ratio(float8, float8, float8, float8, text, float8) IS
'odds_ratio with a method for the confidence interval: adjusted or wald (Woolf; NULL when a cell is 0).';
COMMENT ON FUNCTION risk_ratio(bigint, bigint, bigint, bigint, float8) IS
'Share of success in a divided by that in b. ln_se: standard error of the logarithm of the ratio. '
'low, high: its confidence interval (Koopman 1984). '
'NULL: a ratio to 0, and an end that is infinite. Counts are whole numbers.';

CREATE FUNCTION risk_ratio(successes_a bigint, n_a bigint, successes_b bigint, n_b bigint, method text,
	confidence float8 DEFAULT 0.95, OUT risk_ratio float8, OUT ln_se float8, OUT low float8, OUT high float8)
RETURNS record AS 'MODULE_PATHNAME', 'risk_ratio'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION risk_ratio(bigint, bigint, bigint, bigint, text, float8) IS
'risk_ratio with a method for the confidence interval: koopman or wald (Katz 1978; NULL when one side has no success).';

CREATE FUNCTION risk_ratio(successes_a float8, n_a float8, successes_b float8, n_b float8,
	confidence float8 DEFAULT 0.95, OUT risk_ratio float8, OUT ln_se float8, OUT low float8, OUT high float8)
RETURNS record AS 'MODULE_PATHNAME', 'risk_ratio_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION risk_ratio(float8, float8, float8, float8, float8) IS
'Share of success in a divided by that in b. ln_se: standard error of the logarithm of the ratio. '
'low, high: its confidence interval (Koopman 1984). '
'NULL: a ratio to 0, and an end that is infinite. Counts are whole numbers.';

CREATE FUNCTION risk_ratio(successes_a float8, n_a float8, successes_b float8, n_b float8, method text,
	confidence float8 DEFAULT 0.95, OUT risk_ratio float8, OUT ln_se float8, OUT low float8, OUT high float8)
RETURNS record AS 'MODULE_PATHNAME', 'risk_ratio_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION risk_ratio(float8, float8, float8, float8, text, float8) IS
'risk_ratio with a method for the confidence interval: koopman or wald (Katz 1978; NULL when one side has no success).';
COMMENT ON FUNCTION survey_sample_size(float8, float8, float8, bigint) IS
'Answers needed for a confidence interval of plus or minus margin. Margin and variance are on one scale: '
'for NPS as -1 to 1, 0.05 is 5 points and the variance is at most 1; for a share it is at most 0.25. '
'On these scales a margin of 1 or more is an error. With population: drawn from it without repetition.';
COMMENT ON FUNCTION quadrant(float8, float8, float8, float8, text[]) IS
'Field of a two by two matrix. labels[1]: x and y are high. labels[2]: only y is. labels[3]: neither is. '
'labels[4]: only x is. A value equal to its cut is high.';
COMMENT ON FUNCTION quadrant_by_rank(float8, float8, float8, text[]) IS
'Window function: quadrant in which the top share of the partition''s rows is high on each axis. '
'Rows with equal values are high together.';
COMMENT ON FUNCTION quantile_score(float8, integer, boolean, text) IS
'Window function: score from 1 to bins by the quantiles of the partition (those of percentile_cont). '
'The highest x scores highest; if descending, the lowest x does. Equal values score the same. '
'rule: quantile, or rfm for that of the R package rfm.';
COMMENT ON FUNCTION rfm_score(float8, float8, float8, integer, text) IS
'Window function: three digits from 1 to bins by the quantiles of the partition. '
'The shortest recency (time since the last purchase), the highest frequency and the highest monetary value '
'score highest.';

CREATE FUNCTION rfm_score(last_purchase date, frequency float8, monetary float8, bins integer DEFAULT 5,
	rule text DEFAULT 'quantile')
RETURNS text AS 'MODULE_PATHNAME', 'rfm_score_date'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION rfm_score(date, float8, float8, integer, text) IS
'Window function: three digits from 1 to bins by the quantiles of the partition. '
'The latest purchase, or the shortest interval since it, the highest frequency and the highest monetary value '
'score highest.';

CREATE FUNCTION rfm_score(last_purchase timestamp, frequency float8, monetary float8, bins integer DEFAULT 5,
	rule text DEFAULT 'quantile')
RETURNS text AS 'MODULE_PATHNAME', 'rfm_score_timestamp'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION rfm_score(timestamp, float8, float8, integer, text) IS
'Window function: three digits from 1 to bins by the quantiles of the partition. '
'The latest purchase, or the shortest interval since it, the highest frequency and the highest monetary value '
'score highest.';

CREATE FUNCTION rfm_score(last_purchase timestamptz, frequency float8, monetary float8, bins integer DEFAULT 5,
	rule text DEFAULT 'quantile')
RETURNS text AS 'MODULE_PATHNAME', 'rfm_score_timestamp'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION rfm_score(timestamptz, float8, float8, integer, text) IS
'Window function: three digits from 1 to bins by the quantiles of the partition. '
'The latest purchase, or the shortest interval since it, the highest frequency and the highest monetary value '
'score highest.';

CREATE FUNCTION rfm_score(recency interval, frequency float8, monetary float8, bins integer DEFAULT 5,
	rule text DEFAULT 'quantile')
RETURNS text AS 'MODULE_PATHNAME', 'rfm_score_interval'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION rfm_score(interval, float8, float8, integer, text) IS
'Window function: three digits from 1 to bins by the quantiles of the partition. '
'The latest purchase, or the shortest interval since it, the highest frequency and the highest monetary value '
'score highest.';
COMMENT ON FUNCTION cuts_add(held_rows, float8, integer) IS
'The state of cuts_agg with another value.';
COMMENT ON FUNCTION cuts_final(held_rows) IS
'Quantiles: final function of cuts_agg.';
COMMENT ON AGGREGATE cuts_agg(float8, integer) IS
'The bins - 1 quantiles of x (those of percentile_cont) that separate the bins. '
'Store them, and score later customers with bin_score.';
COMMENT ON FUNCTION bin_score(float8, float8[], boolean, text) IS
'Score of x by stored cuts: 1 plus the number of cuts below x. If descending, the lowest x scores highest. '
'Customers whose values the cuts were made from score as in quantile_score.';
COMMENT ON FUNCTION rfm_segment(integer, integer, integer) IS
'Named segment of RFM scores from 1 to 5, by the rules of the R package rfm, of which the first that fits decides: '
'Champions, Potential Loyalist, Loyal Customers, Promising, New Customers, Can''t Lose Them, At Risk, '
'Need Attention, About To Sleep, Lost, and Others when none fits.';
COMMENT ON FUNCTION rfm_segment(text) IS
'Named segment of an RFM score of three digits from 1 to 5, as rfm_score returns it.';

CREATE FUNCTION rfm_segment(score text, bins integer)
RETURNS text AS 'MODULE_PATHNAME', 'rfm_segment_of_score'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION rfm_segment(text, integer) IS
'Named segment of an RFM score that was made with so many bins, 2 to 9. '
'Scores are brought to the scale of 1 to 5 that the rules are made for: the lowest is 1, the highest 5.';

CREATE FUNCTION rfm_segment(r integer, f integer, m integer, bins integer)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION rfm_segment(integer, integer, integer, integer) IS
'Named segment of RFM scores that were made with so many bins, 2 to 9.';

-- Clusters.
COMMENT ON TYPE kmeans_model IS
'Clusters of customers: centres, sizes and sums of squares, with origin and unit of each column. Text form: '
'v1 kmeans width [iterations,converged,standardised,n,total,origins,units] size,within,centre ...';
COMMENT ON FUNCTION kmeans_add(held_rows, float8[], integer) IS
'The state of kmeans_fit with another row.';
COMMENT ON FUNCTION kmeans_add(held_rows, float8[], integer, boolean) IS
'The state of kmeans_fit with another row.';
COMMENT ON FUNCTION kmeans_add(held_rows, float8[], float8[]) IS
'The state of kmeans_fit with another row.';
COMMENT ON FUNCTION kmeans_add(held_rows, float8[], float8[], boolean) IS
'The state of kmeans_fit with another row.';
COMMENT ON FUNCTION kmeans_add(held_rows, float8[], integer, boolean, integer) IS
'The state of kmeans_fit with another row.';

CREATE FUNCTION kmeans_add(state held_rows, x float8[], k integer, standardise boolean, seed integer,
	restarts integer)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION kmeans_add(held_rows, float8[], integer, boolean, integer, integer) IS
'The state of kmeans_fit with another row.';
COMMENT ON FUNCTION kmeans_final(held_rows) IS
'Clusters of the rows: final function of kmeans_fit.';
COMMENT ON AGGREGATE kmeans_fit(float8[], integer) IS
'k-means clusters of rows of numbers (Lloyd''s algorithm). The first centres are drawn by k-means++ with seed 1. '
'Clusters are numbered in the order of their centres. The order of the rows does not matter.';
COMMENT ON AGGREGATE kmeans_fit(float8[], integer, boolean) IS
'k-means clusters of rows of numbers. standardise: each column is divided by its standard deviation first.';
COMMENT ON AGGREGATE kmeans_fit(float8[], integer, boolean, integer) IS
'k-means clusters of rows of numbers. The first centres are drawn by k-means++ with this seed.';

CREATE AGGREGATE kmeans_fit(x float8[], k integer, standardise boolean, seed integer, restarts integer) (
	SFUNC = kmeans_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = kmeans_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE kmeans_fit(float8[], integer, boolean, integer, integer) IS
'k-means clusters of rows of numbers, the best of so many runs with seeds from seed up: a single run may end in '
'clusters that are not the tightest.';
COMMENT ON AGGREGATE kmeans_fit(float8[], float8[]) IS
'k-means clusters of rows of numbers, starting from these centres: an array with one row a centre.';
COMMENT ON AGGREGATE kmeans_fit(float8[], float8[], boolean) IS
'k-means clusters of rows of numbers, starting from these centres, with standardised columns if wanted.';
COMMENT ON FUNCTION kmeans_assign(kmeans_model, float8[]) IS
'Number of the nearest cluster, from 1. NULL when x contains NULL.';
COMMENT ON FUNCTION kmeans_distance(kmeans_model, float8[]) IS
'Euclidean distance from the nearest centre. For a standardised model it is in standard deviations.';
COMMENT ON FUNCTION simplified_silhouette(kmeans_model, float8[]) IS
'How well x fits its cluster, from 0 to 1: (b - a) / b. a is the distance from the nearest centre, '
'b that from the second nearest. Average it over customers to judge the model. NULL with one cluster.';
COMMENT ON FUNCTION kmeans_centres(kmeans_model) IS
'The clusters of a model. size: customers. within: sum of squared distances from the centre. '
'centre: in the units of the rows.';
COMMENT ON FUNCTION model_json(kmeans_model) IS
'A model as jsonb: clusters, columns, customers, standardised, iterations, converged, '
'sums of squares within, between and in total, centres.';
COMMENT ON FUNCTION silhouette(float8[], integer) IS
'Window function: silhouette (Rousseeuw 1987), from -1 to 1: (b - a) / max(a, b). a is the mean distance from the '
'rows of the same cluster, b that from the rows of the nearest other cluster. 0 for a row alone in its cluster. '
'The time grows with the square of the number of rows.';

-- migration_summary: who went from which segment to which, a Markov chain.
COMMENT ON TYPE migration_summary IS
'How many customers, or how much weight, went from which segment to which. Text form: v1 "from">"to":weight ...';
COMMENT ON FUNCTION migration_add(migration_summary, text, text) IS
'The summary with another customer.';
COMMENT ON FUNCTION migration_add(migration_summary, text, text, numeric) IS
'The summary with this weight added.';

CREATE FUNCTION migration_add(summary migration_summary, from_segment bigint, to_segment bigint)
RETURNS migration_summary AS 'MODULE_PATHNAME', 'migration_add_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION migration_add(migration_summary, bigint, bigint) IS
'The summary with another customer.';

CREATE FUNCTION migration_add(summary migration_summary, from_segment text, to_segment text, weight bigint)
RETURNS migration_summary AS 'MODULE_PATHNAME', 'migration_add_text_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION migration_add(migration_summary, text, text, bigint) IS
'The summary with this weight added.';

CREATE FUNCTION migration_add(summary migration_summary, from_segment text, to_segment text, weight real)
RETURNS migration_summary AS 'MODULE_PATHNAME', 'migration_add_text_real'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION migration_add(migration_summary, text, text, real) IS
'The summary with this weight added.';

CREATE FUNCTION migration_add(summary migration_summary, from_segment text, to_segment text, weight float8)
RETURNS migration_summary AS 'MODULE_PATHNAME', 'migration_add_text_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION migration_add(migration_summary, text, text, float8) IS
'The summary with this weight added.';

CREATE FUNCTION migration_add(summary migration_summary, from_segment bigint, to_segment bigint, weight numeric)
RETURNS migration_summary AS 'MODULE_PATHNAME', 'migration_add_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION migration_add(migration_summary, bigint, bigint, numeric) IS
'The summary with this weight added.';

CREATE FUNCTION migration_add(summary migration_summary, from_segment bigint, to_segment bigint, weight bigint)
RETURNS migration_summary AS 'MODULE_PATHNAME', 'migration_add_bigint_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION migration_add(migration_summary, bigint, bigint, bigint) IS
'The summary with this weight added.';

CREATE FUNCTION migration_add(summary migration_summary, from_segment bigint, to_segment bigint, weight real)
RETURNS migration_summary AS 'MODULE_PATHNAME', 'migration_add_bigint_real'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION migration_add(migration_summary, bigint, bigint, real) IS
'The summary with this weight added.';

CREATE FUNCTION migration_add(summary migration_summary, from_segment bigint, to_segment bigint, weight float8)
RETURNS migration_summary AS 'MODULE_PATHNAME', 'migration_add_bigint_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION migration_add(migration_summary, bigint, bigint, float8) IS
'The summary with this weight added.';
COMMENT ON FUNCTION migration_merge(migration_summary, migration_summary) IS
'The customers of both summaries.';
COMMENT ON FUNCTION migration_pack(migration_summary) IS
'The summary in the form that is stored: final function of migration_agg.';
COMMENT ON AGGREGATE migration_agg(text, text) IS
'Summary of how many customers went from which segment to which. Rows with a NULL are ignored.';
COMMENT ON AGGREGATE migration_agg(text, text, numeric) IS
'Summary of how much weight (customers, revenue) went from which segment to which, exact. '
'Rows with a NULL are ignored.';

CREATE AGGREGATE migration_agg(from_segment bigint, to_segment bigint) (
	SFUNC = migration_add, STYPE = migration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = migration_merge,
	FINALFUNC = migration_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE migration_agg(bigint, bigint) IS
'Summary of how many customers went from which score or cluster to which. A segment has its digits as name.';

CREATE AGGREGATE migration_agg(from_segment text, to_segment text, weight bigint) (
	SFUNC = migration_add, STYPE = migration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = migration_merge,
	FINALFUNC = migration_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE migration_agg(text, text, bigint) IS
'Summary of how much weight (customers, revenue) went from which segment to which, exact. '
'A real or float8 weight is read as its shortest decimal.';

CREATE AGGREGATE migration_agg(from_segment text, to_segment text, weight real) (
	SFUNC = migration_add, STYPE = migration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = migration_merge,
	FINALFUNC = migration_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE migration_agg(text, text, real) IS
'Summary of how much weight (customers, revenue) went from which segment to which, exact. '
'A real or float8 weight is read as its shortest decimal.';

CREATE AGGREGATE migration_agg(from_segment text, to_segment text, weight float8) (
	SFUNC = migration_add, STYPE = migration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = migration_merge,
	FINALFUNC = migration_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE migration_agg(text, text, float8) IS
'Summary of how much weight (customers, revenue) went from which segment to which, exact. '
'A real or float8 weight is read as its shortest decimal.';

CREATE AGGREGATE migration_agg(from_segment bigint, to_segment bigint, weight numeric) (
	SFUNC = migration_add, STYPE = migration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = migration_merge,
	FINALFUNC = migration_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE migration_agg(bigint, bigint, numeric) IS
'Summary of how much weight (customers, revenue) went from which segment to which, exact. '
'A real or float8 weight is read as its shortest decimal.';

CREATE AGGREGATE migration_agg(from_segment bigint, to_segment bigint, weight bigint) (
	SFUNC = migration_add, STYPE = migration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = migration_merge,
	FINALFUNC = migration_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE migration_agg(bigint, bigint, bigint) IS
'Summary of how much weight (customers, revenue) went from which segment to which, exact. '
'A real or float8 weight is read as its shortest decimal.';

CREATE AGGREGATE migration_agg(from_segment bigint, to_segment bigint, weight real) (
	SFUNC = migration_add, STYPE = migration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = migration_merge,
	FINALFUNC = migration_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE migration_agg(bigint, bigint, real) IS
'Summary of how much weight (customers, revenue) went from which segment to which, exact. '
'A real or float8 weight is read as its shortest decimal.';

CREATE AGGREGATE migration_agg(from_segment bigint, to_segment bigint, weight float8) (
	SFUNC = migration_add, STYPE = migration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = migration_merge,
	FINALFUNC = migration_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE migration_agg(bigint, bigint, float8) IS
'Summary of how much weight (customers, revenue) went from which segment to which, exact. '
'A real or float8 weight is read as its shortest decimal.';
COMMENT ON AGGREGATE rollup(migration_summary) IS
'The customers of all summaries, as if they had been counted at once.';
COMMENT ON FUNCTION migration_matrix(migration_summary) IS
'Every pair of segments. n: how many went. p: n as a fraction of all who were in from_segment. '
'A segment that nobody was seen to leave keeps its customers: p of staying is 1.';
COMMENT ON FUNCTION migration_stationary(migration_summary) IS
'Share of each segment in the long run, a fraction. NULL when it depends on where customers start.';
COMMENT ON FUNCTION migration_project(migration_summary, text[], float8[], integer) IS
'Expected number of customers in each segment after 0, 1, ... periods. '
'counts: how many customers are in segments now. No rows of an empty summary.';
COMMENT ON FUNCTION migration_absorption(migration_summary) IS
'Expected number of periods until customers of a segment enter one that is never left. NULL when that is not certain.';
COMMENT ON FUNCTION markov_clv(migration_summary, text[], float8[], float8, text) IS
'Lifetime value of a customer who is in the segment now (Pfeifer and Carraway 2000), in the currency of margins. '
'In each period they bring the margin of the segment that they are in. Margins of segments that nobody was in do not '
'matter: one list serves all groups. discount: rate per period, a fraction. '
'first: the first margin comes one period ahead (next) or at once (now).';
COMMENT ON FUNCTION mobility(migration_summary) IS
'Shorrocks index (1978): (segments - sum of the shares that stay) / (segments - 1). '
'0 when all customers stay, 1 when the next segment does not depend on the last. NULL with fewer than two segments.';
COMMENT ON FUNCTION minmax_score(float8, boolean) IS
'Window function: x on a scale from 0 (lowest of the partition) to 1 (highest). If descending, from 1 to 0. '
'NULL when all values are equal.';
COMMENT ON FUNCTION zscore(float8) IS
'Window function: distance of x from the mean of the partition, in sample standard deviations. '
'NULL when all values are equal.';
COMMENT ON FUNCTION ahp_weights(float8[]) IS
'Weights of indicators by the analytic hierarchy process (Saaty 1980). They add up to 1. '
'pairwise[i][j]: how many times as important indicator i is as indicator j.';
COMMENT ON FUNCTION ahp_consistency(float8[]) IS
'Consistency ratio of an AHP matrix (Saaty 1980): 0 without contradictions. Up to 0.1 is usually accepted.';
COMMENT ON FUNCTION entropy_add(held_rows, float8[]) IS
'The state of entropy_weights with another row.';
COMMENT ON FUNCTION entropy_merge(held_rows, held_rows) IS
'The rows of both states of entropy_weights.';
COMMENT ON FUNCTION entropy_final(held_rows) IS
'Entropy weights: final function of entropy_weights.';
COMMENT ON AGGREGATE entropy_weights(float8[]) IS
'Weights of indicators by the entropy method (Shannon 1948). They add up to 1. '
'An indicator weighs more the more it differs between customers. '
'x: the indicators of a customer, each 0 or more. NULL when no indicator differs.';
COMMENT ON FUNCTION topsis(float8[], float8[], boolean[]) IS
'Window function: closeness to the ideal, from 0 to 1 (Hwang and Yoon 1981): d / (d + e). '
'd is the distance from the worst value of every weighted indicator, e that from the best. '
'benefit: whether a higher value of the indicator is better. NULL when all rows are equal.';

-- moments_summary: how indicators lie, so that workers, shards and later customers are brought to their scale.
COMMENT ON TYPE moments_summary IS
'How indicators lie: number of customers, and of each indicator its sum, the squares around its mean, its lowest and '
'highest number. 56 bytes an indicator. Text form: v1 moments width [customers] ... with seven rows.';

CREATE FUNCTION moments_add(summary moments_summary, x float8)
RETURNS moments_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION moments_add(moments_summary, float8) IS
'The summary with another customer.';

CREATE FUNCTION moments_add(summary moments_summary, x float8[])
RETURNS moments_summary AS 'MODULE_PATHNAME', 'moments_add_array'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION moments_add(moments_summary, float8[]) IS
'The summary with another customer, who has several indicators.';

CREATE FUNCTION moments_merge(a moments_summary, b moments_summary)
RETURNS moments_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION moments_merge(moments_summary, moments_summary) IS
'The customers of both summaries.';

CREATE AGGREGATE moments_agg(x float8) (
	SFUNC = moments_add, STYPE = moments_summary, SSPACE = 128, INITCOND = 'v1',
	COMBINEFUNC = moments_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE moments_agg(float8) IS
'Summary of how an indicator lies. Store it, and score every customer, also later ones, with zscore and minmax_score. '
'NULL values are ignored.';

CREATE AGGREGATE moments_agg(x float8[]) (
	SFUNC = moments_add, STYPE = moments_summary, SSPACE = 256, INITCOND = 'v1',
	COMBINEFUNC = moments_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE moments_agg(float8[]) IS
'Summary of how several indicators lie. Store it, and score every customer with topsis. '
'Rows with a NULL are ignored.';

CREATE AGGREGATE rollup(summary moments_summary) (
	SFUNC = moments_merge, STYPE = moments_summary, SSPACE = 256, INITCOND = 'v1',
	COMBINEFUNC = moments_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(moments_summary) IS
'The customers of all summaries, as if they had been collected at once.';

CREATE FUNCTION moments(summary moments_summary)
RETURNS TABLE (indicator integer, n bigint, mean float8, deviation float8, lowest float8, highest float8)
AS 'MODULE_PATHNAME', 'moments_table'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5 ROWS 5;
COMMENT ON FUNCTION moments(moments_summary) IS
'The indicators of a summary. n: customers. deviation: standard deviation of the sample, NULL of one customer.';

CREATE FUNCTION zscore(summary moments_summary, x float8)
RETURNS float8 AS 'MODULE_PATHNAME', 'zscore_stored'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION zscore(moments_summary, float8) IS
'Distance of x from the mean of the customers in the summary, in sample standard deviations. '
'For these customers it is what the window function gives. NULL when all their values are equal.';

CREATE FUNCTION minmax_score(summary moments_summary, x float8, descending boolean)
RETURNS float8 AS 'MODULE_PATHNAME', 'minmax_score_stored'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION minmax_score(moments_summary, float8, boolean) IS
'x on a scale from 0 (lowest of the customers in the summary) to 1 (highest). If descending, from 1 to 0. '
'Later customers may lie outside. NULL when all values in the summary are equal.';

CREATE FUNCTION topsis(summary moments_summary, x float8[], weights float8[], benefit boolean[])
RETURNS float8 AS 'MODULE_PATHNAME', 'topsis_stored'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION topsis(moments_summary, float8[], float8[], boolean[]) IS
'Closeness of x to the ideal, from 0 to 1, with the best and worst values of the customers in the summary. '
'For these customers it is what the window function gives. NULL when all rows of the summary are equal.';
-- segment: which channels bring the conversions

CREATE FUNCTION markov_attribution(summary migration_summary, start text, conversion text, lost text)
RETURNS TABLE (channel text, removal_effect float8, share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 10;
COMMENT ON FUNCTION markov_attribution(migration_summary, text, text, text) IS
'Data-driven attribution (Anderl et al. 2016), of journeys that migration_agg counted. '
'removal_effect: share of the conversions that would be lost without the channel. share: its part of all effects. '
'NULL where nobody converts.';

-- drivers: what moves satisfaction, repurchase and profit

-- Least squares.
COMMENT ON TYPE ols_summary IS
'Means and co-moments of rows of y and up to 100 regressors, from which least squares follows. '
'Text form: v1 ols width [rows,weight] means rests co-moments ...';
COMMENT ON FUNCTION ols_add(ols_summary, float8, float8[]) IS
'The summary with another row.';
COMMENT ON FUNCTION ols_add(ols_summary, float8, float8[], float8) IS
'The summary with another row of this weight.';
COMMENT ON FUNCTION ols_add(ols_summary, float8, float8) IS
'The summary with another row.';
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
COMMENT ON FUNCTION ols_merge(ols_summary, ols_summary) IS
'The rows of both summaries.';
COMMENT ON AGGREGATE ols_agg(float8, float8[]) IS
'Summary for least squares of y on an array of regressors. '
'Read it with ols_coef, ols_predict, ols_what_if and driver_importance. Rows with a NULL are ignored. '
'Numerically stable: agrees with NIST''s certified results to 13 digits on Longley, also after adding 1e9 to every '
'column, and solves Filip, a polynomial of degree 10, the same way for every order of rows.';
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
COMMENT ON AGGREGATE ols_agg(float8, float8) IS
'Summary for least squares of y on one regressor. Rows with a NULL are ignored.';
COMMENT ON AGGREGATE ols_agg(float8, float8, float8) IS
'Summary for least squares of y on two regressors. The third argument is not a weight: '
'for one regressor with a weight write ols_agg(y, ARRAY[x], weight). Rows with a NULL are ignored.';
COMMENT ON AGGREGATE rollup(ols_summary) IS
'The rows of all summaries, as if they had been collected at once.';
COMMENT ON FUNCTION ols_coef(ols_summary, float8, text[]) IS
'Coefficients of least squares: the constant and each regressor, with standard error, t, two-sided p, '
'confidence interval and variance inflation factor. terms: names for the regressors instead of x1, x2, ... '
'NULL for a regressor that is constant or a linear combination of those before it.';
COMMENT ON FUNCTION ols_r2(ols_summary) IS
'R squared: share of the variance of y that the regressors explain, a fraction. NULL where y does not vary.';
COMMENT ON FUNCTION ols_adj_r2(ols_summary) IS
'Adjusted R squared: R squared, corrected for the number of regressors. NULL where y does not vary.';
COMMENT ON FUNCTION ols_sigma(ols_summary) IS
'Residual standard deviation of least squares, in units of y. NULL without degrees of freedom.';
COMMENT ON FUNCTION ols_f(ols_summary) IS
'F statistic of least squares against a model with the constant only.';
COMMENT ON FUNCTION ols_f_p(ols_summary) IS
'p of the F statistic: the probability of one at least as large when no regressor has an effect.';
COMMENT ON FUNCTION model_json(ols_summary) IS
'Least squares as jsonb: rows, weight, regressors, rank, df, r2, adj_r2, sigma, f, p.';
COMMENT ON FUNCTION ols_predict(ols_summary, float8[]) IS
'Expected y at x.';
COMMENT ON FUNCTION ols_predict_low(ols_summary, float8[], float8, text) IS
'Lower end of the interval at x: of the mean of y (of => mean), or of a new observation (of => new).';
COMMENT ON FUNCTION ols_predict_high(ols_summary, float8[], float8, text) IS
'Upper end of the interval at x: of the mean of y (of => mean), or of a new observation (of => new).';
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
COMMENT ON FUNCTION driver_importance(ols_summary, text, text[]) IS
'Importance of each regressor: its part of R squared, and that part as a share of the sum. '
'method: lmg (Shapley values, up to 20 regressors), first, last, betasq, pratt or johnson.';

-- Logistic regression.
COMMENT ON TYPE logit_model IS
'Logistic regression: estimates and their covariance. Text form: v1 logit width '
'[weight,iterations,converged,separated,log-likelihood,log-likelihood of the constant alone,rank] '
'estimate,aliased,covariances ...';
COMMENT ON FUNCTION logit_add(held_rows, boolean, float8[]) IS
'The state of logit_agg with another row.';
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

CREATE FUNCTION logit_add(state held_rows, y boolean, x float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'logit_add_number'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logit_add(held_rows, boolean, float8) IS
'The state of logit_agg with another row of one regressor.';

CREATE FUNCTION logit_add(state held_rows, y integer, x float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'logit_add_integer_number'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logit_add(held_rows, integer, float8) IS
'The state of logit_agg with another row of one regressor.';
COMMENT ON FUNCTION logit_final(held_rows) IS
'Maximum likelihood fit: final function of logit_agg.';
COMMENT ON AGGREGATE logit_agg(boolean, float8[]) IS
'Logistic regression of y on an array of regressors, by maximum likelihood. Rows with a NULL are ignored. '
'A model without a finite estimate (separated data) says so in model_json and has no coefficients.';
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

CREATE AGGREGATE logit_agg(y boolean, x float8) (
	SFUNC = logit_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = logit_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE logit_agg(boolean, float8) IS
'Logistic regression on one regressor, by maximum likelihood. With a weight write logit_agg(y, ARRAY[x], weight).';

CREATE AGGREGATE logit_agg(y integer, x float8) (
	SFUNC = logit_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = logit_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE logit_agg(integer, float8) IS
'Logistic regression on one regressor, by maximum likelihood. With a weight write logit_agg(y, ARRAY[x], weight).';
COMMENT ON FUNCTION logit_coef(logit_model, float8, text[]) IS
'Coefficients of a logistic regression: the constant and each regressor, in log odds, with standard error, z, '
'two-sided p and confidence interval, and as odds ratios. terms: names for the regressors instead of x1, x2, ... '
'NULL without a finite estimate.';
COMMENT ON FUNCTION logit_predict(logit_model, float8[]) IS
'Probability of y at x. NULL without a finite estimate.';
COMMENT ON FUNCTION logit_loglik(logit_model) IS
'Log-likelihood of a logistic regression. NULL without a finite estimate.';
COMMENT ON FUNCTION logit_what_if(logit_model, float8[], text, float8, float8, text[]) IS
'Change of the probability of y at x when term changes by delta, with its confidence interval (delta method). '
'term: x1, x2, ..., or one of terms.';
COMMENT ON FUNCTION model_json(logit_model) IS
'Logistic regression as jsonb: weight, regressors, rank, iterations, converged, separated, log_likelihood, '
'null_deviance, deviance, aic, mcfadden_r2, coefficients, standard_errors, warnings.';
COMMENT ON FUNCTION spearman_add(held_rows, float8, float8) IS
'The state of spearman with another row.';
COMMENT ON FUNCTION spearman_final(held_rows) IS
'Rank correlation: final function of spearman.';
COMMENT ON AGGREGATE spearman(float8, float8) IS
'Spearman''s rank correlation (1904), from -1 to 1. Equal values share the mean of their ranks. '
'NULL where x or y is constant.';
COMMENT ON FUNCTION ses(float8, float8) IS
'Window function: simple exponential smoothing (Brown 1959), alpha * x + (1 - alpha) * previous result. '
'It begins with the first x. The result is also the forecast for all later rows.';
COMMENT ON FUNCTION holt(float8, float8, float8, integer) IS
'Window function: Holt''s linear trend (1957), level + ahead * trend after this row. '
'ahead 0 is the level, ahead 1 the forecast of the next row. It begins with level x2 and trend x2 - x1.';

CREATE FUNCTION one_hot(value text, levels text[])
RETURNS float8[] AS 'MODULE_PATHNAME', 'one_hot_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION one_hot(text, text[]) IS
'A category as regressors: for each level 1 if the value is it, else 0. A value that is no level is an error. '
'Of all levels one is the sum of the constant and the others, and has no estimate of its own; '
'(one_hot(value, levels))[2:] compares with the first level.';

CREATE FUNCTION one_hot(value bigint, levels bigint[])
RETURNS float8[] AS 'MODULE_PATHNAME', 'one_hot_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION one_hot(bigint, bigint[]) IS
'A category as regressors: for each level 1 if the value is it, else 0. A value that is no level is an error. '
'Of all levels one is the sum of the constant and the others, and has no estimate of its own; '
'(one_hot(value, levels))[2:] compares with the first level.';

-- drivers: many tests at once

CREATE FUNCTION p_adjust(p float8, method text DEFAULT 'bh')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION p_adjust(float8, text) IS
'Window function: the p-value adjusted for all tests of the partition. A NULL p has NULL and is no test. '
'method: bh (Benjamini and Hochberg 1995), by (Benjamini and Yekutieli 2001), holm (1979) or bonferroni.';

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

CREATE FUNCTION survival_add(summary survival_summary, duration float8, event boolean)
RETURNS survival_summary AS 'MODULE_PATHNAME', 'survival_add_float8_boolean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival_add(survival_summary, float8, boolean) IS
'The summary with another customer.';

CREATE FUNCTION survival_add(summary survival_summary, duration float8, event boolean, weight float8)
RETURNS survival_summary AS 'MODULE_PATHNAME', 'survival_add_float8_boolean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival_add(survival_summary, float8, boolean, float8) IS
'The summary with another customer of this weight.';

CREATE FUNCTION survival_entry_add(summary survival_summary, entry float8, duration float8, event boolean)
RETURNS survival_summary AS 'MODULE_PATHNAME', 'survival_entry_add_float8_boolean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival_entry_add(survival_summary, float8, float8, boolean) IS
'The summary with another customer who came under observation late.';

CREATE FUNCTION survival_entry_add(summary survival_summary, entry float8, duration float8, event boolean, weight float8)
RETURNS survival_summary AS 'MODULE_PATHNAME', 'survival_entry_add_float8_boolean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival_entry_add(survival_summary, float8, float8, boolean, float8) IS
'The summary with another customer of this weight who came under observation late.';

CREATE FUNCTION survival_add(summary survival_summary, duration float8, event bigint)
RETURNS survival_summary AS 'MODULE_PATHNAME', 'survival_add_float8_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival_add(survival_summary, float8, bigint) IS
'The summary with another customer.';

CREATE FUNCTION survival_add(summary survival_summary, duration float8, event bigint, weight float8)
RETURNS survival_summary AS 'MODULE_PATHNAME', 'survival_add_float8_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival_add(survival_summary, float8, bigint, float8) IS
'The summary with another customer of this weight.';

CREATE FUNCTION survival_entry_add(summary survival_summary, entry float8, duration float8, event bigint)
RETURNS survival_summary AS 'MODULE_PATHNAME', 'survival_entry_add_float8_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival_entry_add(survival_summary, float8, float8, bigint) IS
'The summary with another customer who came under observation late.';

CREATE FUNCTION survival_entry_add(summary survival_summary, entry float8, duration float8, event bigint, weight float8)
RETURNS survival_summary AS 'MODULE_PATHNAME', 'survival_entry_add_float8_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival_entry_add(survival_summary, float8, float8, bigint, float8) IS
'The summary with another customer of this weight who came under observation late.';

CREATE FUNCTION survival_add(summary survival_summary, duration interval, event boolean)
RETURNS survival_summary AS 'MODULE_PATHNAME', 'survival_add_interval_boolean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival_add(survival_summary, interval, boolean) IS
'The summary with another customer.';

CREATE FUNCTION survival_add(summary survival_summary, duration interval, event boolean, weight float8)
RETURNS survival_summary AS 'MODULE_PATHNAME', 'survival_add_interval_boolean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival_add(survival_summary, interval, boolean, float8) IS
'The summary with another customer of this weight.';

CREATE FUNCTION survival_entry_add(summary survival_summary, entry interval, duration interval, event boolean)
RETURNS survival_summary AS 'MODULE_PATHNAME', 'survival_entry_add_interval_boolean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival_entry_add(survival_summary, interval, interval, boolean) IS
'The summary with another customer who came under observation late.';

CREATE FUNCTION survival_entry_add(summary survival_summary, entry interval, duration interval, event boolean, weight float8)
RETURNS survival_summary AS 'MODULE_PATHNAME', 'survival_entry_add_interval_boolean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival_entry_add(survival_summary, interval, interval, boolean, float8) IS
'The summary with another customer of this weight who came under observation late.';

CREATE FUNCTION survival_add(summary survival_summary, duration interval, event bigint)
RETURNS survival_summary AS 'MODULE_PATHNAME', 'survival_add_interval_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival_add(survival_summary, interval, bigint) IS
'The summary with another customer.';

CREATE FUNCTION survival_add(summary survival_summary, duration interval, event bigint, weight float8)
RETURNS survival_summary AS 'MODULE_PATHNAME', 'survival_add_interval_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival_add(survival_summary, interval, bigint, float8) IS
'The summary with another customer of this weight.';

CREATE FUNCTION survival_entry_add(summary survival_summary, entry interval, duration interval, event bigint)
RETURNS survival_summary AS 'MODULE_PATHNAME', 'survival_entry_add_interval_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival_entry_add(survival_summary, interval, interval, bigint) IS
'The summary with another customer who came under observation late.';

CREATE FUNCTION survival_entry_add(summary survival_summary, entry interval, duration interval, event bigint, weight float8)
RETURNS survival_summary AS 'MODULE_PATHNAME', 'survival_entry_add_interval_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival_entry_add(survival_summary, interval, interval, bigint, float8) IS
'The summary with another customer of this weight who came under observation late.';


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

CREATE AGGREGATE survival_agg(duration float8, event boolean) (
	SFUNC = survival_add, STYPE = survival_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = survival_merge,
	FINALFUNC = survival_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE survival_agg(float8, boolean) IS
'How long customers stayed, and whether they left then (event true or 1) or were last seen (false or 0). An '
'interval counts in days and may not have months. Read it with km, median_survival, rmst, km_curve. Rows with '
'a NULL are ignored.';

CREATE AGGREGATE survival_agg(duration float8, event boolean, weight float8) (
	SFUNC = survival_add, STYPE = survival_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = survival_merge,
	FINALFUNC = survival_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE survival_agg(float8, boolean, float8) IS
'How long customers stayed, with weights: a row of weight 2 is the row twice, in estimates, errors and tests.';

CREATE AGGREGATE survival_entry_agg(entry float8, duration float8, event boolean) (
	SFUNC = survival_entry_add, STYPE = survival_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = survival_merge,
	FINALFUNC = survival_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE survival_entry_agg(float8, float8, boolean) IS
'How long customers stayed, each at risk only after entry, when observation of them began; both count from '
'the customer''s own start.';

CREATE AGGREGATE survival_entry_agg(entry float8, duration float8, event boolean, weight float8) (
	SFUNC = survival_entry_add, STYPE = survival_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = survival_merge,
	FINALFUNC = survival_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE survival_entry_agg(float8, float8, boolean, float8) IS
'How long customers stayed, each at risk only after entry, with weights: a row of weight 2 is the row twice.';

CREATE AGGREGATE survival_agg(duration float8, event bigint) (
	SFUNC = survival_add, STYPE = survival_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = survival_merge,
	FINALFUNC = survival_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE survival_agg(float8, bigint) IS
'How long customers stayed, and whether they left then (event true or 1) or were last seen (false or 0). An '
'interval counts in days and may not have months. Read it with km, median_survival, rmst, km_curve. Rows with '
'a NULL are ignored.';

CREATE AGGREGATE survival_agg(duration float8, event bigint, weight float8) (
	SFUNC = survival_add, STYPE = survival_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = survival_merge,
	FINALFUNC = survival_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE survival_agg(float8, bigint, float8) IS
'How long customers stayed, with weights: a row of weight 2 is the row twice, in estimates, errors and tests.';

CREATE AGGREGATE survival_entry_agg(entry float8, duration float8, event bigint) (
	SFUNC = survival_entry_add, STYPE = survival_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = survival_merge,
	FINALFUNC = survival_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE survival_entry_agg(float8, float8, bigint) IS
'How long customers stayed, each at risk only after entry, when observation of them began; both count from '
'the customer''s own start.';

CREATE AGGREGATE survival_entry_agg(entry float8, duration float8, event bigint, weight float8) (
	SFUNC = survival_entry_add, STYPE = survival_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = survival_merge,
	FINALFUNC = survival_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE survival_entry_agg(float8, float8, bigint, float8) IS
'How long customers stayed, each at risk only after entry, with weights: a row of weight 2 is the row twice.';

CREATE AGGREGATE survival_agg(duration interval, event boolean) (
	SFUNC = survival_add, STYPE = survival_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = survival_merge,
	FINALFUNC = survival_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE survival_agg(interval, boolean) IS
'How long customers stayed, and whether they left then (event true or 1) or were last seen (false or 0). An '
'interval counts in days and may not have months. Read it with km, median_survival, rmst, km_curve. Rows with '
'a NULL are ignored.';

CREATE AGGREGATE survival_agg(duration interval, event boolean, weight float8) (
	SFUNC = survival_add, STYPE = survival_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = survival_merge,
	FINALFUNC = survival_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE survival_agg(interval, boolean, float8) IS
'How long customers stayed, with weights: a row of weight 2 is the row twice, in estimates, errors and tests.';

CREATE AGGREGATE survival_entry_agg(entry interval, duration interval, event boolean) (
	SFUNC = survival_entry_add, STYPE = survival_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = survival_merge,
	FINALFUNC = survival_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE survival_entry_agg(interval, interval, boolean) IS
'How long customers stayed, each at risk only after entry, when observation of them began; both count from '
'the customer''s own start.';

CREATE AGGREGATE survival_entry_agg(entry interval, duration interval, event boolean, weight float8) (
	SFUNC = survival_entry_add, STYPE = survival_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = survival_merge,
	FINALFUNC = survival_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE survival_entry_agg(interval, interval, boolean, float8) IS
'How long customers stayed, each at risk only after entry, with weights: a row of weight 2 is the row twice.';

CREATE AGGREGATE survival_agg(duration interval, event bigint) (
	SFUNC = survival_add, STYPE = survival_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = survival_merge,
	FINALFUNC = survival_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE survival_agg(interval, bigint) IS
'How long customers stayed, and whether they left then (event true or 1) or were last seen (false or 0). An '
'interval counts in days and may not have months. Read it with km, median_survival, rmst, km_curve. Rows with '
'a NULL are ignored.';

CREATE AGGREGATE survival_agg(duration interval, event bigint, weight float8) (
	SFUNC = survival_add, STYPE = survival_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = survival_merge,
	FINALFUNC = survival_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE survival_agg(interval, bigint, float8) IS
'How long customers stayed, with weights: a row of weight 2 is the row twice, in estimates, errors and tests.';

CREATE AGGREGATE survival_entry_agg(entry interval, duration interval, event bigint) (
	SFUNC = survival_entry_add, STYPE = survival_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = survival_merge,
	FINALFUNC = survival_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE survival_entry_agg(interval, interval, bigint) IS
'How long customers stayed, each at risk only after entry, when observation of them began; both count from '
'the customer''s own start.';

CREATE AGGREGATE survival_entry_agg(entry interval, duration interval, event bigint, weight float8) (
	SFUNC = survival_entry_add, STYPE = survival_summary, SSPACE = 512, INITCOND = 'v1',
	COMBINEFUNC = survival_merge,
	FINALFUNC = survival_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE survival_entry_agg(interval, interval, bigint, float8) IS
'How long customers stayed, each at risk only after entry, with weights: a row of weight 2 is the row twice.';


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

CREATE FUNCTION logrank_add(summary logrank_summary, duration float8, event boolean, grp text)
RETURNS logrank_summary AS 'MODULE_PATHNAME', 'logrank_add_float8_boolean_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logrank_add(logrank_summary, float8, boolean, text) IS
'The summary with another customer.';

CREATE FUNCTION logrank_add(summary logrank_summary, duration float8, event boolean, grp text, stratum text)
RETURNS logrank_summary AS 'MODULE_PATHNAME', 'logrank_add_float8_boolean_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logrank_add(logrank_summary, float8, boolean, text, text) IS
'The summary with another customer of a stratum.';

CREATE FUNCTION logrank_add(summary logrank_summary, duration float8, event bigint, grp text)
RETURNS logrank_summary AS 'MODULE_PATHNAME', 'logrank_add_float8_bigint_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logrank_add(logrank_summary, float8, bigint, text) IS
'The summary with another customer.';

CREATE FUNCTION logrank_add(summary logrank_summary, duration float8, event bigint, grp text, stratum text)
RETURNS logrank_summary AS 'MODULE_PATHNAME', 'logrank_add_float8_bigint_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logrank_add(logrank_summary, float8, bigint, text, text) IS
'The summary with another customer of a stratum.';

CREATE FUNCTION logrank_add(summary logrank_summary, duration interval, event boolean, grp text)
RETURNS logrank_summary AS 'MODULE_PATHNAME', 'logrank_add_interval_boolean_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logrank_add(logrank_summary, interval, boolean, text) IS
'The summary with another customer.';

CREATE FUNCTION logrank_add(summary logrank_summary, duration interval, event boolean, grp text, stratum text)
RETURNS logrank_summary AS 'MODULE_PATHNAME', 'logrank_add_interval_boolean_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logrank_add(logrank_summary, interval, boolean, text, text) IS
'The summary with another customer of a stratum.';

CREATE FUNCTION logrank_add(summary logrank_summary, duration interval, event bigint, grp text)
RETURNS logrank_summary AS 'MODULE_PATHNAME', 'logrank_add_interval_bigint_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logrank_add(logrank_summary, interval, bigint, text) IS
'The summary with another customer.';

CREATE FUNCTION logrank_add(summary logrank_summary, duration interval, event bigint, grp text, stratum text)
RETURNS logrank_summary AS 'MODULE_PATHNAME', 'logrank_add_interval_bigint_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logrank_add(logrank_summary, interval, bigint, text, text) IS
'The summary with another customer of a stratum.';

CREATE FUNCTION logrank_add(summary logrank_summary, duration float8, event boolean, grp bigint)
RETURNS logrank_summary AS 'MODULE_PATHNAME', 'logrank_add_float8_boolean_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logrank_add(logrank_summary, float8, boolean, bigint) IS
'The summary with another customer.';

CREATE FUNCTION logrank_add(summary logrank_summary, duration float8, event boolean, grp bigint, stratum bigint)
RETURNS logrank_summary AS 'MODULE_PATHNAME', 'logrank_add_float8_boolean_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logrank_add(logrank_summary, float8, boolean, bigint, bigint) IS
'The summary with another customer of a stratum.';

CREATE FUNCTION logrank_add(summary logrank_summary, duration float8, event bigint, grp bigint)
RETURNS logrank_summary AS 'MODULE_PATHNAME', 'logrank_add_float8_bigint_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logrank_add(logrank_summary, float8, bigint, bigint) IS
'The summary with another customer.';

CREATE FUNCTION logrank_add(summary logrank_summary, duration float8, event bigint, grp bigint, stratum bigint)
RETURNS logrank_summary AS 'MODULE_PATHNAME', 'logrank_add_float8_bigint_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logrank_add(logrank_summary, float8, bigint, bigint, bigint) IS
'The summary with another customer of a stratum.';

CREATE FUNCTION logrank_add(summary logrank_summary, duration interval, event boolean, grp bigint)
RETURNS logrank_summary AS 'MODULE_PATHNAME', 'logrank_add_interval_boolean_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logrank_add(logrank_summary, interval, boolean, bigint) IS
'The summary with another customer.';

CREATE FUNCTION logrank_add(summary logrank_summary, duration interval, event boolean, grp bigint, stratum bigint)
RETURNS logrank_summary AS 'MODULE_PATHNAME', 'logrank_add_interval_boolean_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logrank_add(logrank_summary, interval, boolean, bigint, bigint) IS
'The summary with another customer of a stratum.';

CREATE FUNCTION logrank_add(summary logrank_summary, duration interval, event bigint, grp bigint)
RETURNS logrank_summary AS 'MODULE_PATHNAME', 'logrank_add_interval_bigint_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logrank_add(logrank_summary, interval, bigint, bigint) IS
'The summary with another customer.';

CREATE FUNCTION logrank_add(summary logrank_summary, duration interval, event bigint, grp bigint, stratum bigint)
RETURNS logrank_summary AS 'MODULE_PATHNAME', 'logrank_add_interval_bigint_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION logrank_add(logrank_summary, interval, bigint, bigint, bigint) IS
'The summary with another customer of a stratum.';


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

CREATE AGGREGATE logrank_agg(duration float8, event boolean, grp text) (
	SFUNC = logrank_add, STYPE = logrank_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = logrank_merge,
	FINALFUNC = logrank_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE logrank_agg(float8, boolean, text) IS
'Durations of several groups, for the test whether they leave at different rates: logrank_p, logrank_chi2, '
'logrank_table. Rows with a NULL are ignored.';

CREATE AGGREGATE logrank_agg(duration float8, event boolean, grp text, stratum text) (
	SFUNC = logrank_add, STYPE = logrank_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = logrank_merge,
	FINALFUNC = logrank_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE logrank_agg(float8, boolean, text, text) IS
'Durations of several groups, compared within each stratum only.';

CREATE AGGREGATE logrank_agg(duration float8, event bigint, grp text) (
	SFUNC = logrank_add, STYPE = logrank_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = logrank_merge,
	FINALFUNC = logrank_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE logrank_agg(float8, bigint, text) IS
'Durations of several groups, for the test whether they leave at different rates: logrank_p, logrank_chi2, '
'logrank_table. Rows with a NULL are ignored.';

CREATE AGGREGATE logrank_agg(duration float8, event bigint, grp text, stratum text) (
	SFUNC = logrank_add, STYPE = logrank_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = logrank_merge,
	FINALFUNC = logrank_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE logrank_agg(float8, bigint, text, text) IS
'Durations of several groups, compared within each stratum only.';

CREATE AGGREGATE logrank_agg(duration interval, event boolean, grp text) (
	SFUNC = logrank_add, STYPE = logrank_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = logrank_merge,
	FINALFUNC = logrank_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE logrank_agg(interval, boolean, text) IS
'Durations of several groups, for the test whether they leave at different rates: logrank_p, logrank_chi2, '
'logrank_table. Rows with a NULL are ignored.';

CREATE AGGREGATE logrank_agg(duration interval, event boolean, grp text, stratum text) (
	SFUNC = logrank_add, STYPE = logrank_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = logrank_merge,
	FINALFUNC = logrank_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE logrank_agg(interval, boolean, text, text) IS
'Durations of several groups, compared within each stratum only.';

CREATE AGGREGATE logrank_agg(duration interval, event bigint, grp text) (
	SFUNC = logrank_add, STYPE = logrank_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = logrank_merge,
	FINALFUNC = logrank_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE logrank_agg(interval, bigint, text) IS
'Durations of several groups, for the test whether they leave at different rates: logrank_p, logrank_chi2, '
'logrank_table. Rows with a NULL are ignored.';

CREATE AGGREGATE logrank_agg(duration interval, event bigint, grp text, stratum text) (
	SFUNC = logrank_add, STYPE = logrank_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = logrank_merge,
	FINALFUNC = logrank_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE logrank_agg(interval, bigint, text, text) IS
'Durations of several groups, compared within each stratum only.';

CREATE AGGREGATE logrank_agg(duration float8, event boolean, grp bigint) (
	SFUNC = logrank_add, STYPE = logrank_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = logrank_merge,
	FINALFUNC = logrank_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE logrank_agg(float8, boolean, bigint) IS
'Durations of several groups, for the test whether they leave at different rates: logrank_p, logrank_chi2, '
'logrank_table. Rows with a NULL are ignored.';

CREATE AGGREGATE logrank_agg(duration float8, event boolean, grp bigint, stratum bigint) (
	SFUNC = logrank_add, STYPE = logrank_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = logrank_merge,
	FINALFUNC = logrank_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE logrank_agg(float8, boolean, bigint, bigint) IS
'Durations of several groups, compared within each stratum only.';

CREATE AGGREGATE logrank_agg(duration float8, event bigint, grp bigint) (
	SFUNC = logrank_add, STYPE = logrank_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = logrank_merge,
	FINALFUNC = logrank_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE logrank_agg(float8, bigint, bigint) IS
'Durations of several groups, for the test whether they leave at different rates: logrank_p, logrank_chi2, '
'logrank_table. Rows with a NULL are ignored.';

CREATE AGGREGATE logrank_agg(duration float8, event bigint, grp bigint, stratum bigint) (
	SFUNC = logrank_add, STYPE = logrank_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = logrank_merge,
	FINALFUNC = logrank_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE logrank_agg(float8, bigint, bigint, bigint) IS
'Durations of several groups, compared within each stratum only.';

CREATE AGGREGATE logrank_agg(duration interval, event boolean, grp bigint) (
	SFUNC = logrank_add, STYPE = logrank_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = logrank_merge,
	FINALFUNC = logrank_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE logrank_agg(interval, boolean, bigint) IS
'Durations of several groups, for the test whether they leave at different rates: logrank_p, logrank_chi2, '
'logrank_table. Rows with a NULL are ignored.';

CREATE AGGREGATE logrank_agg(duration interval, event boolean, grp bigint, stratum bigint) (
	SFUNC = logrank_add, STYPE = logrank_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = logrank_merge,
	FINALFUNC = logrank_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE logrank_agg(interval, boolean, bigint, bigint) IS
'Durations of several groups, compared within each stratum only.';

CREATE AGGREGATE logrank_agg(duration interval, event bigint, grp bigint) (
	SFUNC = logrank_add, STYPE = logrank_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = logrank_merge,
	FINALFUNC = logrank_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE logrank_agg(interval, bigint, bigint) IS
'Durations of several groups, for the test whether they leave at different rates: logrank_p, logrank_chi2, '
'logrank_table. Rows with a NULL are ignored.';

CREATE AGGREGATE logrank_agg(duration interval, event bigint, grp bigint, stratum bigint) (
	SFUNC = logrank_add, STYPE = logrank_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = logrank_merge,
	FINALFUNC = logrank_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE logrank_agg(interval, bigint, bigint, bigint) IS
'Durations of several groups, compared within each stratum only.';


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

CREATE FUNCTION incidence_add(summary incidence_summary, duration float8, cause integer)
RETURNS incidence_summary AS 'MODULE_PATHNAME', 'incidence_add_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION incidence_add(incidence_summary, float8, integer) IS
'The summary with another customer.';

CREATE FUNCTION incidence_add(summary incidence_summary, duration interval, cause integer)
RETURNS incidence_summary AS 'MODULE_PATHNAME', 'incidence_add_interval'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION incidence_add(incidence_summary, interval, integer) IS
'The summary with another customer.';


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

CREATE AGGREGATE incidence_agg(duration float8, cause integer) (
	SFUNC = incidence_add, STYPE = incidence_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = incidence_merge,
	FINALFUNC = incidence_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE incidence_agg(float8, integer) IS
'How long customers stayed, and for which cause they left: 0 for those who were last seen then, others from '
'1. An interval counts in days. Rows with a NULL are ignored.';

CREATE AGGREGATE incidence_agg(duration interval, cause integer) (
	SFUNC = incidence_add, STYPE = incidence_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = incidence_merge,
	FINALFUNC = incidence_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE incidence_agg(interval, integer) IS
'How long customers stayed, and for which cause they left: 0 for those who were last seen then, others from '
'1. An interval counts in days. Rows with a NULL are ignored.';


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

CREATE FUNCTION cox_add(state held_rows, duration float8, event boolean, x float8[])
RETURNS held_rows AS 'MODULE_PATHNAME', 'cox_add_float8_boolean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_add(held_rows, float8, boolean, float8[]) IS
'The rows with another customer.';

CREATE FUNCTION cox_add(state held_rows, duration float8, event boolean, x float8[], weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'cox_add_float8_boolean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_add(held_rows, float8, boolean, float8[], float8) IS
'The rows with another customer of this weight.';

CREATE FUNCTION cox_add(state held_rows, duration float8, event boolean, x float8[], stratum text)
RETURNS held_rows AS 'MODULE_PATHNAME', 'cox_add_float8_boolean_stratum'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_add(held_rows, float8, boolean, float8[], text) IS
'The rows with another customer of this stratum.';

CREATE FUNCTION cox_entry_add(state held_rows, entry float8, duration float8, event boolean, x float8[])
RETURNS held_rows AS 'MODULE_PATHNAME', 'cox_entry_add_float8_boolean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_entry_add(held_rows, float8, float8, boolean, float8[]) IS
'The rows with another customer who came under observation late.';

CREATE FUNCTION cox_entry_add(state held_rows, entry float8, duration float8, event boolean, x float8[], weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'cox_entry_add_float8_boolean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_entry_add(held_rows, float8, float8, boolean, float8[], float8) IS
'The rows with another customer of this weight who came under observation late.';

CREATE FUNCTION cox_add(state held_rows, duration float8, event bigint, x float8[])
RETURNS held_rows AS 'MODULE_PATHNAME', 'cox_add_float8_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_add(held_rows, float8, bigint, float8[]) IS
'The rows with another customer.';

CREATE FUNCTION cox_add(state held_rows, duration float8, event bigint, x float8[], weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'cox_add_float8_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_add(held_rows, float8, bigint, float8[], float8) IS
'The rows with another customer of this weight.';

CREATE FUNCTION cox_add(state held_rows, duration float8, event bigint, x float8[], stratum text)
RETURNS held_rows AS 'MODULE_PATHNAME', 'cox_add_float8_bigint_stratum'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_add(held_rows, float8, bigint, float8[], text) IS
'The rows with another customer of this stratum.';

CREATE FUNCTION cox_entry_add(state held_rows, entry float8, duration float8, event bigint, x float8[])
RETURNS held_rows AS 'MODULE_PATHNAME', 'cox_entry_add_float8_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_entry_add(held_rows, float8, float8, bigint, float8[]) IS
'The rows with another customer who came under observation late.';

CREATE FUNCTION cox_entry_add(state held_rows, entry float8, duration float8, event bigint, x float8[], weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'cox_entry_add_float8_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_entry_add(held_rows, float8, float8, bigint, float8[], float8) IS
'The rows with another customer of this weight who came under observation late.';

CREATE FUNCTION cox_add(state held_rows, duration interval, event boolean, x float8[])
RETURNS held_rows AS 'MODULE_PATHNAME', 'cox_add_interval_boolean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_add(held_rows, interval, boolean, float8[]) IS
'The rows with another customer.';

CREATE FUNCTION cox_add(state held_rows, duration interval, event boolean, x float8[], weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'cox_add_interval_boolean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_add(held_rows, interval, boolean, float8[], float8) IS
'The rows with another customer of this weight.';

CREATE FUNCTION cox_add(state held_rows, duration interval, event boolean, x float8[], stratum text)
RETURNS held_rows AS 'MODULE_PATHNAME', 'cox_add_interval_boolean_stratum'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_add(held_rows, interval, boolean, float8[], text) IS
'The rows with another customer of this stratum.';

CREATE FUNCTION cox_entry_add(state held_rows, entry interval, duration interval, event boolean, x float8[])
RETURNS held_rows AS 'MODULE_PATHNAME', 'cox_entry_add_interval_boolean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_entry_add(held_rows, interval, interval, boolean, float8[]) IS
'The rows with another customer who came under observation late.';

CREATE FUNCTION cox_entry_add(state held_rows, entry interval, duration interval, event boolean, x float8[], weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'cox_entry_add_interval_boolean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_entry_add(held_rows, interval, interval, boolean, float8[], float8) IS
'The rows with another customer of this weight who came under observation late.';

CREATE FUNCTION cox_add(state held_rows, duration interval, event bigint, x float8[])
RETURNS held_rows AS 'MODULE_PATHNAME', 'cox_add_interval_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_add(held_rows, interval, bigint, float8[]) IS
'The rows with another customer.';

CREATE FUNCTION cox_add(state held_rows, duration interval, event bigint, x float8[], weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'cox_add_interval_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_add(held_rows, interval, bigint, float8[], float8) IS
'The rows with another customer of this weight.';

CREATE FUNCTION cox_add(state held_rows, duration interval, event bigint, x float8[], stratum text)
RETURNS held_rows AS 'MODULE_PATHNAME', 'cox_add_interval_bigint_stratum'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_add(held_rows, interval, bigint, float8[], text) IS
'The rows with another customer of this stratum.';

CREATE FUNCTION cox_entry_add(state held_rows, entry interval, duration interval, event bigint, x float8[])
RETURNS held_rows AS 'MODULE_PATHNAME', 'cox_entry_add_interval_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_entry_add(held_rows, interval, interval, bigint, float8[]) IS
'The rows with another customer who came under observation late.';

CREATE FUNCTION cox_entry_add(state held_rows, entry interval, duration interval, event bigint, x float8[], weight float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'cox_entry_add_interval_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cox_entry_add(held_rows, interval, interval, bigint, float8[], float8) IS
'The rows with another customer of this weight who came under observation late.';


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

CREATE AGGREGATE cox_agg(duration float8, event boolean, x float8[]) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_agg(float8, boolean, float8[]) IS
'Proportional hazards: how each regressor multiplies the rate at which customers leave, ties as Efron has '
'them (1977). Read it with cox_coef, cox_risk, cox_survival. Rows with a NULL are ignored. The model says in '
'itself when there is no finite estimate.';

CREATE AGGREGATE cox_agg(duration float8, event boolean, x float8[], weight float8) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_agg(float8, boolean, float8[], float8) IS
'Proportional hazards with weights, ties as Efron has them (1977). Under Efron''s rule a weight is not quite '
'a repeated row, as in R; for that take cox_breslow_agg. Rows with a NULL or weight 0 are ignored.';

CREATE AGGREGATE cox_agg(duration float8, event boolean, x float8[], stratum text) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_agg(float8, boolean, float8[], text) IS
'Proportional hazards with one baseline for each stratum, ties as Efron has them (1977). Names of strata have '
'at most 48 bytes; numbers need ::text, since the fourth argument as a number is a weight.';

CREATE AGGREGATE cox_entry_agg(entry float8, duration float8, event boolean, x float8[]) (
	SFUNC = cox_entry_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_entry_agg(float8, float8, boolean, float8[]) IS
'Proportional hazards of customers who are at risk only after entry, when observation of them began, ties as '
'Efron has them (1977).';

CREATE AGGREGATE cox_entry_agg(entry float8, duration float8, event boolean, x float8[], weight float8) (
	SFUNC = cox_entry_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_entry_agg(float8, float8, boolean, float8[], float8) IS
'Proportional hazards of customers who are at risk only after entry, with weights, ties as Efron has them '
'(1977). Under Efron''s rule a weight is not quite a repeated row, as in R; for that take cox_breslow_agg.';

CREATE AGGREGATE cox_breslow_agg(duration float8, event boolean, x float8[]) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_breslow_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_breslow_agg(float8, boolean, float8[]) IS
'Proportional hazards: how each regressor multiplies the rate at which customers leave, ties as Breslow has '
'them (1974). Read it with cox_coef, cox_risk, cox_survival. Rows with a NULL are ignored. The model says in '
'itself when there is no finite estimate.';

CREATE AGGREGATE cox_breslow_agg(duration float8, event boolean, x float8[], weight float8) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_breslow_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_breslow_agg(float8, boolean, float8[], float8) IS
'Proportional hazards with weights, ties as Breslow has them (1974). A row of weight 2 is exactly the row '
'twice. Rows with a NULL or weight 0 are ignored.';

CREATE AGGREGATE cox_breslow_agg(duration float8, event boolean, x float8[], stratum text) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_breslow_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_breslow_agg(float8, boolean, float8[], text) IS
'Proportional hazards with one baseline for each stratum, ties as Breslow has them (1974). Names of strata '
'have at most 48 bytes; numbers need ::text, since the fourth argument as a number is a weight.';

CREATE AGGREGATE cox_breslow_entry_agg(entry float8, duration float8, event boolean, x float8[]) (
	SFUNC = cox_entry_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_breslow_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_breslow_entry_agg(float8, float8, boolean, float8[]) IS
'Proportional hazards of customers who are at risk only after entry, when observation of them began, ties as '
'Breslow has them (1974).';

CREATE AGGREGATE cox_breslow_entry_agg(entry float8, duration float8, event boolean, x float8[], weight float8) (
	SFUNC = cox_entry_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_breslow_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_breslow_entry_agg(float8, float8, boolean, float8[], float8) IS
'Proportional hazards of customers who are at risk only after entry, with weights, ties as Breslow has them '
'(1974). A row of weight 2 is exactly the row twice.';

CREATE AGGREGATE cox_agg(duration float8, event bigint, x float8[]) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_agg(float8, bigint, float8[]) IS
'Proportional hazards: how each regressor multiplies the rate at which customers leave, ties as Efron has '
'them (1977). Read it with cox_coef, cox_risk, cox_survival. Rows with a NULL are ignored. The model says in '
'itself when there is no finite estimate.';

CREATE AGGREGATE cox_agg(duration float8, event bigint, x float8[], weight float8) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_agg(float8, bigint, float8[], float8) IS
'Proportional hazards with weights, ties as Efron has them (1977). Under Efron''s rule a weight is not quite '
'a repeated row, as in R; for that take cox_breslow_agg. Rows with a NULL or weight 0 are ignored.';

CREATE AGGREGATE cox_agg(duration float8, event bigint, x float8[], stratum text) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_agg(float8, bigint, float8[], text) IS
'Proportional hazards with one baseline for each stratum, ties as Efron has them (1977). Names of strata have '
'at most 48 bytes; numbers need ::text, since the fourth argument as a number is a weight.';

CREATE AGGREGATE cox_entry_agg(entry float8, duration float8, event bigint, x float8[]) (
	SFUNC = cox_entry_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_entry_agg(float8, float8, bigint, float8[]) IS
'Proportional hazards of customers who are at risk only after entry, when observation of them began, ties as '
'Efron has them (1977).';

CREATE AGGREGATE cox_entry_agg(entry float8, duration float8, event bigint, x float8[], weight float8) (
	SFUNC = cox_entry_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_entry_agg(float8, float8, bigint, float8[], float8) IS
'Proportional hazards of customers who are at risk only after entry, with weights, ties as Efron has them '
'(1977). Under Efron''s rule a weight is not quite a repeated row, as in R; for that take cox_breslow_agg.';

CREATE AGGREGATE cox_breslow_agg(duration float8, event bigint, x float8[]) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_breslow_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_breslow_agg(float8, bigint, float8[]) IS
'Proportional hazards: how each regressor multiplies the rate at which customers leave, ties as Breslow has '
'them (1974). Read it with cox_coef, cox_risk, cox_survival. Rows with a NULL are ignored. The model says in '
'itself when there is no finite estimate.';

CREATE AGGREGATE cox_breslow_agg(duration float8, event bigint, x float8[], weight float8) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_breslow_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_breslow_agg(float8, bigint, float8[], float8) IS
'Proportional hazards with weights, ties as Breslow has them (1974). A row of weight 2 is exactly the row '
'twice. Rows with a NULL or weight 0 are ignored.';

CREATE AGGREGATE cox_breslow_agg(duration float8, event bigint, x float8[], stratum text) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_breslow_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_breslow_agg(float8, bigint, float8[], text) IS
'Proportional hazards with one baseline for each stratum, ties as Breslow has them (1974). Names of strata '
'have at most 48 bytes; numbers need ::text, since the fourth argument as a number is a weight.';

CREATE AGGREGATE cox_breslow_entry_agg(entry float8, duration float8, event bigint, x float8[]) (
	SFUNC = cox_entry_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_breslow_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_breslow_entry_agg(float8, float8, bigint, float8[]) IS
'Proportional hazards of customers who are at risk only after entry, when observation of them began, ties as '
'Breslow has them (1974).';

CREATE AGGREGATE cox_breslow_entry_agg(entry float8, duration float8, event bigint, x float8[], weight float8) (
	SFUNC = cox_entry_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_breslow_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_breslow_entry_agg(float8, float8, bigint, float8[], float8) IS
'Proportional hazards of customers who are at risk only after entry, with weights, ties as Breslow has them '
'(1974). A row of weight 2 is exactly the row twice.';

CREATE AGGREGATE cox_agg(duration interval, event boolean, x float8[]) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_agg(interval, boolean, float8[]) IS
'Proportional hazards: how each regressor multiplies the rate at which customers leave, ties as Efron has '
'them (1977). Read it with cox_coef, cox_risk, cox_survival. Rows with a NULL are ignored. The model says in '
'itself when there is no finite estimate.';

CREATE AGGREGATE cox_agg(duration interval, event boolean, x float8[], weight float8) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_agg(interval, boolean, float8[], float8) IS
'Proportional hazards with weights, ties as Efron has them (1977). Under Efron''s rule a weight is not quite '
'a repeated row, as in R; for that take cox_breslow_agg. Rows with a NULL or weight 0 are ignored.';

CREATE AGGREGATE cox_agg(duration interval, event boolean, x float8[], stratum text) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_agg(interval, boolean, float8[], text) IS
'Proportional hazards with one baseline for each stratum, ties as Efron has them (1977). Names of strata have '
'at most 48 bytes; numbers need ::text, since the fourth argument as a number is a weight.';

CREATE AGGREGATE cox_entry_agg(entry interval, duration interval, event boolean, x float8[]) (
	SFUNC = cox_entry_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_entry_agg(interval, interval, boolean, float8[]) IS
'Proportional hazards of customers who are at risk only after entry, when observation of them began, ties as '
'Efron has them (1977).';

CREATE AGGREGATE cox_entry_agg(entry interval, duration interval, event boolean, x float8[], weight float8) (
	SFUNC = cox_entry_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_entry_agg(interval, interval, boolean, float8[], float8) IS
'Proportional hazards of customers who are at risk only after entry, with weights, ties as Efron has them '
'(1977). Under Efron''s rule a weight is not quite a repeated row, as in R; for that take cox_breslow_agg.';

CREATE AGGREGATE cox_breslow_agg(duration interval, event boolean, x float8[]) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_breslow_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_breslow_agg(interval, boolean, float8[]) IS
'Proportional hazards: how each regressor multiplies the rate at which customers leave, ties as Breslow has '
'them (1974). Read it with cox_coef, cox_risk, cox_survival. Rows with a NULL are ignored. The model says in '
'itself when there is no finite estimate.';

CREATE AGGREGATE cox_breslow_agg(duration interval, event boolean, x float8[], weight float8) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_breslow_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_breslow_agg(interval, boolean, float8[], float8) IS
'Proportional hazards with weights, ties as Breslow has them (1974). A row of weight 2 is exactly the row '
'twice. Rows with a NULL or weight 0 are ignored.';

CREATE AGGREGATE cox_breslow_agg(duration interval, event boolean, x float8[], stratum text) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_breslow_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_breslow_agg(interval, boolean, float8[], text) IS
'Proportional hazards with one baseline for each stratum, ties as Breslow has them (1974). Names of strata '
'have at most 48 bytes; numbers need ::text, since the fourth argument as a number is a weight.';

CREATE AGGREGATE cox_breslow_entry_agg(entry interval, duration interval, event boolean, x float8[]) (
	SFUNC = cox_entry_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_breslow_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_breslow_entry_agg(interval, interval, boolean, float8[]) IS
'Proportional hazards of customers who are at risk only after entry, when observation of them began, ties as '
'Breslow has them (1974).';

CREATE AGGREGATE cox_breslow_entry_agg(entry interval, duration interval, event boolean, x float8[], weight float8) (
	SFUNC = cox_entry_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_breslow_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_breslow_entry_agg(interval, interval, boolean, float8[], float8) IS
'Proportional hazards of customers who are at risk only after entry, with weights, ties as Breslow has them '
'(1974). A row of weight 2 is exactly the row twice.';

CREATE AGGREGATE cox_agg(duration interval, event bigint, x float8[]) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_agg(interval, bigint, float8[]) IS
'Proportional hazards: how each regressor multiplies the rate at which customers leave, ties as Efron has '
'them (1977). Read it with cox_coef, cox_risk, cox_survival. Rows with a NULL are ignored. The model says in '
'itself when there is no finite estimate.';

CREATE AGGREGATE cox_agg(duration interval, event bigint, x float8[], weight float8) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_agg(interval, bigint, float8[], float8) IS
'Proportional hazards with weights, ties as Efron has them (1977). Under Efron''s rule a weight is not quite '
'a repeated row, as in R; for that take cox_breslow_agg. Rows with a NULL or weight 0 are ignored.';

CREATE AGGREGATE cox_agg(duration interval, event bigint, x float8[], stratum text) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_agg(interval, bigint, float8[], text) IS
'Proportional hazards with one baseline for each stratum, ties as Efron has them (1977). Names of strata have '
'at most 48 bytes; numbers need ::text, since the fourth argument as a number is a weight.';

CREATE AGGREGATE cox_entry_agg(entry interval, duration interval, event bigint, x float8[]) (
	SFUNC = cox_entry_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_entry_agg(interval, interval, bigint, float8[]) IS
'Proportional hazards of customers who are at risk only after entry, when observation of them began, ties as '
'Efron has them (1977).';

CREATE AGGREGATE cox_entry_agg(entry interval, duration interval, event bigint, x float8[], weight float8) (
	SFUNC = cox_entry_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_entry_agg(interval, interval, bigint, float8[], float8) IS
'Proportional hazards of customers who are at risk only after entry, with weights, ties as Efron has them '
'(1977). Under Efron''s rule a weight is not quite a repeated row, as in R; for that take cox_breslow_agg.';

CREATE AGGREGATE cox_breslow_agg(duration interval, event bigint, x float8[]) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_breslow_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_breslow_agg(interval, bigint, float8[]) IS
'Proportional hazards: how each regressor multiplies the rate at which customers leave, ties as Breslow has '
'them (1974). Read it with cox_coef, cox_risk, cox_survival. Rows with a NULL are ignored. The model says in '
'itself when there is no finite estimate.';

CREATE AGGREGATE cox_breslow_agg(duration interval, event bigint, x float8[], weight float8) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_breslow_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_breslow_agg(interval, bigint, float8[], float8) IS
'Proportional hazards with weights, ties as Breslow has them (1974). A row of weight 2 is exactly the row '
'twice. Rows with a NULL or weight 0 are ignored.';

CREATE AGGREGATE cox_breslow_agg(duration interval, event bigint, x float8[], stratum text) (
	SFUNC = cox_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_breslow_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_breslow_agg(interval, bigint, float8[], text) IS
'Proportional hazards with one baseline for each stratum, ties as Breslow has them (1974). Names of strata '
'have at most 48 bytes; numbers need ::text, since the fourth argument as a number is a weight.';

CREATE AGGREGATE cox_breslow_entry_agg(entry interval, duration interval, event bigint, x float8[]) (
	SFUNC = cox_entry_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_breslow_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_breslow_entry_agg(interval, interval, bigint, float8[]) IS
'Proportional hazards of customers who are at risk only after entry, when observation of them began, ties as '
'Breslow has them (1974).';

CREATE AGGREGATE cox_breslow_entry_agg(entry interval, duration interval, event bigint, x float8[], weight float8) (
	SFUNC = cox_entry_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cox_breslow_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cox_breslow_entry_agg(interval, interval, bigint, float8[], float8) IS
'Proportional hazards of customers who are at risk only after entry, with weights, ties as Breslow has them '
'(1974). A row of weight 2 is exactly the row twice.';


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
-- risk: is the score any good, and what does risk cost?

-- score_summary: the distinct scores with how many non-events and events each has.  auc_pair: two scores of the same
-- customers.  bin_summary, distribution_summary: how many rows each bin has.  card_summary: card holders.
-- vintage_summary: accounts by the month of their opening.
CREATE TYPE score_summary;

CREATE FUNCTION score_summary_in(cstring)
RETURNS score_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION score_summary_in(cstring) IS 'Text input of score_summary.';

CREATE FUNCTION score_summary_out(score_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION score_summary_out(score_summary) IS 'Text output of score_summary.';

CREATE FUNCTION score_summary_recv(internal)
RETURNS score_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION score_summary_recv(internal) IS 'Binary input of score_summary.';

CREATE FUNCTION score_summary_send(score_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION score_summary_send(score_summary) IS 'Binary output of score_summary.';

CREATE TYPE score_summary (
	INPUT = score_summary_in,
	OUTPUT = score_summary_out,
	RECEIVE = score_summary_recv,
	SEND = score_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);
CREATE TYPE auc_pair;

CREATE FUNCTION auc_pair_in(cstring)
RETURNS auc_pair AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION auc_pair_in(cstring) IS 'Text input of auc_pair.';

CREATE FUNCTION auc_pair_out(auc_pair)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION auc_pair_out(auc_pair) IS 'Text output of auc_pair.';

CREATE FUNCTION auc_pair_recv(internal)
RETURNS auc_pair AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION auc_pair_recv(internal) IS 'Binary input of auc_pair.';

CREATE FUNCTION auc_pair_send(auc_pair)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION auc_pair_send(auc_pair) IS 'Binary output of auc_pair.';

CREATE TYPE auc_pair (
	INPUT = auc_pair_in,
	OUTPUT = auc_pair_out,
	RECEIVE = auc_pair_recv,
	SEND = auc_pair_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);
CREATE TYPE bin_summary;

CREATE FUNCTION bin_summary_in(cstring)
RETURNS bin_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bin_summary_in(cstring) IS 'Text input of bin_summary.';

CREATE FUNCTION bin_summary_out(bin_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bin_summary_out(bin_summary) IS 'Text output of bin_summary.';

CREATE FUNCTION bin_summary_recv(internal)
RETURNS bin_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bin_summary_recv(internal) IS 'Binary input of bin_summary.';

CREATE FUNCTION bin_summary_send(bin_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bin_summary_send(bin_summary) IS 'Binary output of bin_summary.';

CREATE TYPE bin_summary (
	INPUT = bin_summary_in,
	OUTPUT = bin_summary_out,
	RECEIVE = bin_summary_recv,
	SEND = bin_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);
CREATE TYPE distribution_summary;

CREATE FUNCTION distribution_summary_in(cstring)
RETURNS distribution_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION distribution_summary_in(cstring) IS 'Text input of distribution_summary.';

CREATE FUNCTION distribution_summary_out(distribution_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION distribution_summary_out(distribution_summary) IS 'Text output of distribution_summary.';

CREATE FUNCTION distribution_summary_recv(internal)
RETURNS distribution_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION distribution_summary_recv(internal) IS 'Binary input of distribution_summary.';

CREATE FUNCTION distribution_summary_send(distribution_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION distribution_summary_send(distribution_summary) IS 'Binary output of distribution_summary.';

CREATE TYPE distribution_summary (
	INPUT = distribution_summary_in,
	OUTPUT = distribution_summary_out,
	RECEIVE = distribution_summary_recv,
	SEND = distribution_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);
CREATE TYPE card_summary;

CREATE FUNCTION card_summary_in(cstring)
RETURNS card_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION card_summary_in(cstring) IS 'Text input of card_summary.';

CREATE FUNCTION card_summary_out(card_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION card_summary_out(card_summary) IS 'Text output of card_summary.';

CREATE FUNCTION card_summary_recv(internal)
RETURNS card_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION card_summary_recv(internal) IS 'Binary input of card_summary.';

CREATE FUNCTION card_summary_send(card_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION card_summary_send(card_summary) IS 'Binary output of card_summary.';

CREATE TYPE card_summary (
	INPUT = card_summary_in,
	OUTPUT = card_summary_out,
	RECEIVE = card_summary_recv,
	SEND = card_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);
CREATE TYPE vintage_summary;

CREATE FUNCTION vintage_summary_in(cstring)
RETURNS vintage_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION vintage_summary_in(cstring) IS 'Text input of vintage_summary.';

CREATE FUNCTION vintage_summary_out(vintage_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION vintage_summary_out(vintage_summary) IS 'Text output of vintage_summary.';

CREATE FUNCTION vintage_summary_recv(internal)
RETURNS vintage_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION vintage_summary_recv(internal) IS 'Binary input of vintage_summary.';

CREATE FUNCTION vintage_summary_send(vintage_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION vintage_summary_send(vintage_summary) IS 'Binary output of vintage_summary.';

CREATE TYPE vintage_summary (
	INPUT = vintage_summary_in,
	OUTPUT = vintage_summary_out,
	RECEIVE = vintage_summary_recv,
	SEND = vintage_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);
COMMENT ON TYPE score_summary IS
'Distinct scores, rising, each with its number (or weight) of non-events and of events, up to 2^24. '
'Text form: v1 score:non-events:events ...';
COMMENT ON TYPE auc_pair IS
'Rows of two scores and the outcome, each with its number, up to 512 MB. '
'Text form: v1 pair 4 [] a,b,outcome,number ...';

CREATE FUNCTION score_add(summary score_summary, score float8, outcome boolean)
RETURNS score_summary AS 'MODULE_PATHNAME', 'score_add_float8_boolean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION score_add(score_summary, float8, boolean) IS 'The summary with one more row.';

CREATE FUNCTION score_add(summary score_summary, score float8, outcome boolean, weight float8)
RETURNS score_summary AS 'MODULE_PATHNAME', 'score_add_float8_boolean_weight'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION score_add(score_summary, float8, boolean, float8) IS 'The summary with one more row of this weight.';

CREATE FUNCTION score_add(summary score_summary, score float8, outcome bigint)
RETURNS score_summary AS 'MODULE_PATHNAME', 'score_add_float8_integer'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION score_add(score_summary, float8, bigint) IS 'The summary with one more row.';

CREATE FUNCTION score_add(summary score_summary, score float8, outcome bigint, weight float8)
RETURNS score_summary AS 'MODULE_PATHNAME', 'score_add_float8_integer_weight'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION score_add(score_summary, float8, bigint, float8) IS 'The summary with one more row of this weight.';

CREATE FUNCTION score_add(summary score_summary, score numeric, outcome boolean)
RETURNS score_summary AS 'MODULE_PATHNAME', 'score_add_numeric_boolean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION score_add(score_summary, numeric, boolean) IS 'The summary with one more row.';

CREATE FUNCTION score_add(summary score_summary, score numeric, outcome boolean, weight float8)
RETURNS score_summary AS 'MODULE_PATHNAME', 'score_add_numeric_boolean_weight'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION score_add(score_summary, numeric, boolean, float8) IS 'The summary with one more row of this weight.';

CREATE FUNCTION score_add(summary score_summary, score numeric, outcome bigint)
RETURNS score_summary AS 'MODULE_PATHNAME', 'score_add_numeric_integer'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION score_add(score_summary, numeric, bigint) IS 'The summary with one more row.';

CREATE FUNCTION score_add(summary score_summary, score numeric, outcome bigint, weight float8)
RETURNS score_summary AS 'MODULE_PATHNAME', 'score_add_numeric_integer_weight'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION score_add(score_summary, numeric, bigint, float8) IS 'The summary with one more row of this weight.';

CREATE FUNCTION score_merge(a score_summary, b score_summary)
RETURNS score_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION score_merge(score_summary, score_summary) IS 'The rows of both summaries.';

CREATE FUNCTION score_pack(summary score_summary)
RETURNS score_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION score_pack(score_summary) IS 'The summary in the form in which it is stored.';

CREATE AGGREGATE score_agg(score float8, outcome boolean) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = score_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE score_agg(float8, boolean) IS
'Scores and what happened, from which quality and calibration are read. A higher score means more likely an event. '
'outcome is boolean, or 0 and 1. Rows with a NULL are ignored.';

CREATE AGGREGATE score_agg(score float8, outcome boolean, weight float8) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = score_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE score_agg(float8, boolean, float8) IS
'Scores and what happened. A higher score means more likely an event. outcome is boolean, or 0 and 1. A row of '
'weight 2 counts as two rows, of weight 0 not at all. Rows with a NULL are ignored.';

CREATE AGGREGATE score_agg(score float8, outcome bigint) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = score_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE score_agg(float8, bigint) IS
'Scores and what happened, from which quality and calibration are read. A higher score means more likely an event. '
'outcome is boolean, or 0 and 1. Rows with a NULL are ignored.';

CREATE AGGREGATE score_agg(score float8, outcome bigint, weight float8) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = score_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE score_agg(float8, bigint, float8) IS
'Scores and what happened. A higher score means more likely an event. outcome is boolean, or 0 and 1. A row of '
'weight 2 counts as two rows, of weight 0 not at all. Rows with a NULL are ignored.';

CREATE AGGREGATE score_agg(score numeric, outcome boolean) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = score_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE score_agg(numeric, boolean) IS
'Scores and what happened, from which quality and calibration are read. A higher score means more likely an event. '
'outcome is boolean, or 0 and 1. Rows with a NULL are ignored.';

CREATE AGGREGATE score_agg(score numeric, outcome boolean, weight float8) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = score_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE score_agg(numeric, boolean, float8) IS
'Scores and what happened. A higher score means more likely an event. outcome is boolean, or 0 and 1. A row of '
'weight 2 counts as two rows, of weight 0 not at all. Rows with a NULL are ignored.';

CREATE AGGREGATE score_agg(score numeric, outcome bigint) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = score_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE score_agg(numeric, bigint) IS
'Scores and what happened, from which quality and calibration are read. A higher score means more likely an event. '
'outcome is boolean, or 0 and 1. Rows with a NULL are ignored.';

CREATE AGGREGATE score_agg(score numeric, outcome bigint, weight float8) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = score_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE score_agg(numeric, bigint, float8) IS
'Scores and what happened. A higher score means more likely an event. outcome is boolean, or 0 and 1. A row of '
'weight 2 counts as two rows, of weight 0 not at all. Rows with a NULL are ignored.';

CREATE AGGREGATE rollup(summary score_summary) (
	SFUNC = score_merge, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = score_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(score_summary) IS 'The rows of all summaries, as if collected at once.';

-- Ranking.

CREATE FUNCTION num_cases(summary score_summary)
RETURNS numeric AS 'MODULE_PATHNAME', 'score_num_cases'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION num_cases(score_summary) IS 'Number of rows, or their weight.';

CREATE FUNCTION num_events(summary score_summary)
RETURNS numeric AS 'MODULE_PATHNAME', 'score_num_events'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION num_events(score_summary) IS 'Number of events, or their weight.';

CREATE FUNCTION event_rate(summary score_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_event_rate'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION event_rate(score_summary) IS 'Share of rows that are events. NULL without rows.';

CREATE FUNCTION auc(summary score_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_auc'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION auc(score_summary) IS
'Probability that an event has a higher score than a non-event, ties half: the area under the ROC curve, and the '
'statistic of Mann and Whitney. NULL with one class only.';

CREATE FUNCTION auc_se(summary score_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_auc_se'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION auc_se(score_summary) IS
'Standard error of the AUC (DeLong, DeLong and Clarke-Pearson 1988). NULL with one event or one non-event.';

CREATE FUNCTION auc_low(summary score_summary, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_auc_low'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION auc_low(score_summary, float8) IS 'Lower end of the interval of the AUC by DeLong, not below 0.';

CREATE FUNCTION auc_high(summary score_summary, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_auc_high'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION auc_high(score_summary, float8) IS 'Upper end of the interval of the AUC by DeLong, not above 1.';

CREATE FUNCTION gini_index(summary score_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_gini_index'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION gini_index(score_summary) IS
'2 AUC - 1: 0 for a score that tells nothing, 1 for one that separates (Somers'' D). NULL with one class only.';

CREATE FUNCTION ks_stat(summary score_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_ks_stat'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION ks_stat(score_summary) IS
'Largest distance between the distributions of events and of non-events (Kolmogorov and Smirnov), 0 to 1. NULL with '
'one class only.';

CREATE FUNCTION ks_at(summary score_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_ks_at'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION ks_at(score_summary) IS
'Threshold, scores from it up, at which ks_stat is reached: the highest of several.';

CREATE FUNCTION average_precision(summary score_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_average_precision'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION average_precision(score_summary) IS
'Sum over thresholds of the step of recall times precision (area under the precision-recall curve). NULL with one '
'class only.';

CREATE FUNCTION gain(summary score_summary, depth float8)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_gain'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION gain(score_summary, float8) IS
'Share of all events among this share of the rows with the highest scores, equal scores evenly. NULL without events.';

CREATE FUNCTION lift(summary score_summary, depth float8)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_lift'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION lift(score_summary, float8) IS
'How many times as many events are among this share of the rows with the highest scores as among rows taken at '
'random. NULL without events.';

CREATE FUNCTION gain_curve(summary score_summary, points integer DEFAULT 10)
RETURNS TABLE (depth float8, n float8, events float8, gain float8, lift float8) AS 'MODULE_PATHNAME', 'score_gain_curve'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 10;
COMMENT ON FUNCTION gain_curve(score_summary, integer) IS
'The rows with the highest scores in so many equal slices: rows and events of the slice, gain and lift up to its '
'end.';

CREATE FUNCTION roc_curve(summary score_summary)
RETURNS TABLE (threshold float8, tp numeric, fp numeric, recall float8, false_positive_rate float8, ppv float8)
AS 'MODULE_PATHNAME', 'score_roc_curve'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 1000;
COMMENT ON FUNCTION roc_curve(score_summary) IS
'For each score, from the highest, true and false positives when scores from it up are predicted to be events. The '
'first row, threshold NULL, predicts none.';

CREATE FUNCTION confusion(summary score_summary, threshold float8, OUT tp numeric, OUT fp numeric, OUT fn numeric,
	OUT tn numeric, OUT ppv float8, OUT recall float8, OUT specificity float8, OUT f1 float8, OUT mcc float8,
	OUT kappa float8, OUT balanced_accuracy float8)
AS 'MODULE_PATHNAME', 'score_confusion'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION confusion(score_summary, float8) IS
'What is right and wrong when scores from threshold up are predicted to be events: true and false positives and '
'negatives, precision (ppv), recall, specificity, F1, Matthews'' correlation, Cohen''s kappa. NULL where a '
'denominator is 0.';

CREATE FUNCTION best_threshold(summary score_summary, by text DEFAULT 'f1')
RETURNS float8 AS 'MODULE_PATHNAME', 'score_best_threshold'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION best_threshold(score_summary, text) IS
'Score from which up to predict an event: the best by f1, youden, mcc, kappa, accuracy or balanced_accuracy, the '
'highest of several. NULL with one class only.';

CREATE FUNCTION ks_test(summary score_summary, OUT d float8, OUT p float8)
AS 'MODULE_PATHNAME', 'score_ks_test'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION ks_test(score_summary) IS
'Test of Kolmogorov and Smirnov that non-events and events, as two samples, come from one distribution: exact with '
'ties while their numbers multiply to less than 10,000, else the limit. NULL when one is empty.';

-- Calibration: the score is a probability.

CREATE FUNCTION brier(summary score_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_brier'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION brier(score_summary) IS
'Mean squared distance of the probability from what happened (Brier 1950). NULL without rows.';

CREATE FUNCTION log_loss(summary score_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_log_loss'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION log_loss(score_summary) IS
'Mean negative logarithm of the probability of what happened, infinite when that was 0. NULL without rows.';

CREATE FUNCTION brier_parts(summary score_summary, bins integer DEFAULT NULL, OUT brier float8,
	OUT reliability float8, OUT resolution float8, OUT uncertainty float8, OUT within_variance float8,
	OUT within_covariance float8, OUT skill float8, OUT calibration_error float8, OUT largest_error float8)
AS 'MODULE_PATHNAME', 'score_brier_parts'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100;
COMMENT ON FUNCTION brier_parts(score_summary, integer) IS
'Parts of the Brier score by distinct scores or by bins of equal width (Murphy 1973; Stephenson, Coelho and Jolliffe '
'2008): reliability - resolution + uncertainty + within_variance - within_covariance. Then the skill against the '
'event rate, and the mean and largest distance between rate and probability.';

CREATE FUNCTION calibration(summary score_summary, bins integer DEFAULT 10, by text DEFAULT 'width',
	confidence float8 DEFAULT 0.95)
RETURNS TABLE (low float8, high float8, n numeric, mean_score float8, events numeric, rate float8, low_ci float8,
	high_ci float8) AS 'MODULE_PATHNAME', 'score_calibration'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 10;
COMMENT ON FUNCTION calibration(score_summary, integer, text, float8) IS
'Predicted and observed share of events in bins (low, high] of equal width, or of about equal size (by quantile), '
'with Wilson''s interval.';

CREATE FUNCTION hosmer_lemeshow(summary score_summary, groups integer, fitted boolean, OUT chi_square float8,
	OUT df integer, OUT p float8)
AS 'MODULE_PATHNAME', 'score_hosmer_lemeshow'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION hosmer_lemeshow(score_summary, integer, boolean) IS
'Test of calibration in groups by quantiles of the score (Hosmer and Lemeshow 1980). fitted: on the rows that the '
'model was fitted to, with groups - 2 degrees of freedom, else groups.';

CREATE FUNCTION calibration_fit(summary score_summary, OUT intercept float8, OUT intercept_se float8,
	OUT slope float8, OUT slope_se float8, OUT log_likelihood float8, OUT chi_square float8, OUT p float8,
	OUT shift float8, OUT shift_se float8)
AS 'MODULE_PATHNAME', 'score_calibration_fit'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION calibration_fit(score_summary) IS
'Logistic regression of the outcome on the logit of the probability (Cox 1958), its likelihood ratio against '
'intercept 0 and slope 1 (2 df), and the intercept with slope 1. NULL without finite estimate.';

CREATE FUNCTION recalibrate(p float8, intercept float8, slope float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION recalibrate(float8, float8, float8) IS
'Probability whose logit is intercept + slope * logit(p), as found by calibration_fit.';

-- In one step.

CREATE AGGREGATE auc(score float8, outcome boolean) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = auc,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE auc(float8, boolean) IS
'Probability that an event has a higher score than a non-event, ties half. NULL with one class only.';

CREATE AGGREGATE ks_stat(score float8, outcome boolean) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = ks_stat,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE ks_stat(float8, boolean) IS
'Largest distance between the distributions of the scores of events and non-events. NULL with one class only.';

CREATE AGGREGATE brier(score float8, outcome boolean) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = brier,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE brier(float8, boolean) IS
'Mean squared distance of the probability from what happened. NULL without rows.';

CREATE AGGREGATE log_loss(score float8, outcome boolean) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = log_loss,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE log_loss(float8, boolean) IS
'Mean negative logarithm of the probability of what happened, infinite when that was 0. NULL without rows.';

CREATE AGGREGATE auc(score float8, outcome bigint) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = auc,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE auc(float8, bigint) IS
'Probability that an event has a higher score than a non-event, ties half. NULL with one class only.';

CREATE AGGREGATE ks_stat(score float8, outcome bigint) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = ks_stat,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE ks_stat(float8, bigint) IS
'Largest distance between the distributions of the scores of events and non-events. NULL with one class only.';

CREATE AGGREGATE brier(score float8, outcome bigint) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = brier,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE brier(float8, bigint) IS
'Mean squared distance of the probability from what happened. NULL without rows.';

CREATE AGGREGATE log_loss(score float8, outcome bigint) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = log_loss,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE log_loss(float8, bigint) IS
'Mean negative logarithm of the probability of what happened, infinite when that was 0. NULL without rows.';

CREATE AGGREGATE auc(score numeric, outcome boolean) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = auc,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE auc(numeric, boolean) IS
'Probability that an event has a higher score than a non-event, ties half. NULL with one class only.';

CREATE AGGREGATE ks_stat(score numeric, outcome boolean) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = ks_stat,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE ks_stat(numeric, boolean) IS
'Largest distance between the distributions of the scores of events and non-events. NULL with one class only.';

CREATE AGGREGATE brier(score numeric, outcome boolean) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = brier,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE brier(numeric, boolean) IS
'Mean squared distance of the probability from what happened. NULL without rows.';

CREATE AGGREGATE log_loss(score numeric, outcome boolean) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = log_loss,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE log_loss(numeric, boolean) IS
'Mean negative logarithm of the probability of what happened, infinite when that was 0. NULL without rows.';

CREATE AGGREGATE auc(score numeric, outcome bigint) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = auc,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE auc(numeric, bigint) IS
'Probability that an event has a higher score than a non-event, ties half. NULL with one class only.';

CREATE AGGREGATE ks_stat(score numeric, outcome bigint) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = ks_stat,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE ks_stat(numeric, bigint) IS
'Largest distance between the distributions of the scores of events and non-events. NULL with one class only.';

CREATE AGGREGATE brier(score numeric, outcome bigint) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = brier,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE brier(numeric, bigint) IS
'Mean squared distance of the probability from what happened. NULL without rows.';

CREATE AGGREGATE log_loss(score numeric, outcome bigint) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = log_loss,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE log_loss(numeric, bigint) IS
'Mean negative logarithm of the probability of what happened, infinite when that was 0. NULL without rows.';

-- Two scores of the same customers.

CREATE FUNCTION auc_pair_add(pair auc_pair, a float8, b float8, outcome boolean)
RETURNS auc_pair AS 'MODULE_PATHNAME', 'auc_pair_add_boolean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION auc_pair_add(auc_pair, float8, float8, boolean) IS 'The pair with one more row.';

CREATE FUNCTION auc_pair_add(pair auc_pair, a float8, b float8, outcome bigint)
RETURNS auc_pair AS 'MODULE_PATHNAME', 'auc_pair_add_integer'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION auc_pair_add(auc_pair, float8, float8, bigint) IS 'The pair with one more row.';

CREATE FUNCTION auc_pair_merge(a auc_pair, b auc_pair)
RETURNS auc_pair AS 'MODULE_PATHNAME', 'held_rows_merge'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION auc_pair_merge(auc_pair, auc_pair) IS 'The rows of both.';

CREATE AGGREGATE auc_pair_agg(a float8, b float8, outcome boolean) (
	SFUNC = auc_pair_add, STYPE = auc_pair, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = auc_pair_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE auc_pair_agg(float8, float8, boolean) IS
'Two scores of the same rows and what happened, to compare their AUC. Rows with a NULL are ignored.';

CREATE AGGREGATE auc_pair_agg(a float8, b float8, outcome bigint) (
	SFUNC = auc_pair_add, STYPE = auc_pair, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = auc_pair_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE auc_pair_agg(float8, float8, bigint) IS
'Two scores of the same rows and what happened, to compare their AUC. Rows with a NULL are ignored.';

CREATE AGGREGATE rollup(pair auc_pair) (
	SFUNC = auc_pair_merge, STYPE = auc_pair, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = auc_pair_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(auc_pair) IS 'The rows of all pairs, as if collected at once.';

CREATE FUNCTION auc_diff(pair auc_pair)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION auc_diff(auc_pair) IS 'AUC of a minus AUC of b. NULL with one class only.';

CREATE FUNCTION auc_diff_low(pair auc_pair, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION auc_diff_low(auc_pair, float8) IS
'Lower end of the interval of the difference, by DeLong for scores of the same rows.';

CREATE FUNCTION auc_diff_high(pair auc_pair, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION auc_diff_high(auc_pair, float8) IS
'Upper end of the interval of the difference, by DeLong for scores of the same rows.';

CREATE FUNCTION auc_diff_p(pair auc_pair)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION auc_diff_p(auc_pair) IS
'Probability of a difference at least as large, on either side, when both scores are equally good (DeLong, paired).';

-- bin_summary and distribution_summary: how many rows each bin has.
COMMENT ON TYPE bin_summary IS
'Non-events and events of each bin, by labels or between cuts, as counts or weights. '
'Text form: v1 "label":non-events:events ..., or v1 [cut,...] non-events:events ..., the last of NULL.';
COMMENT ON TYPE distribution_summary IS
'Rows of each bin, by labels or between cuts. Text form: v1 "label":rows ..., or v1 [cut,...] rows ...';

CREATE FUNCTION bin_add(summary bin_summary, bin text, outcome boolean)
RETURNS bin_summary AS 'MODULE_PATHNAME', 'bin_add_text_boolean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION bin_add(bin_summary, text, boolean) IS 'The summary with one more row.';

CREATE FUNCTION bin_add(summary bin_summary, bin text, outcome boolean, weight float8)
RETURNS bin_summary AS 'MODULE_PATHNAME', 'bin_add_text_boolean_weight'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION bin_add(bin_summary, text, boolean, float8) IS 'The summary with one more row of this weight.';

CREATE FUNCTION bin_add(summary bin_summary, bin text, outcome bigint)
RETURNS bin_summary AS 'MODULE_PATHNAME', 'bin_add_text_integer'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION bin_add(bin_summary, text, bigint) IS 'The summary with one more row.';

CREATE FUNCTION bin_add(summary bin_summary, bin text, outcome bigint, weight float8)
RETURNS bin_summary AS 'MODULE_PATHNAME', 'bin_add_text_integer_weight'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION bin_add(bin_summary, text, bigint, float8) IS 'The summary with one more row of this weight.';

CREATE FUNCTION bin_add(summary bin_summary, bin bigint, outcome boolean)
RETURNS bin_summary AS 'MODULE_PATHNAME', 'bin_add_bigint_boolean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION bin_add(bin_summary, bigint, boolean) IS 'The summary with one more row.';

CREATE FUNCTION bin_add(summary bin_summary, bin bigint, outcome boolean, weight float8)
RETURNS bin_summary AS 'MODULE_PATHNAME', 'bin_add_bigint_boolean_weight'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION bin_add(bin_summary, bigint, boolean, float8) IS 'The summary with one more row of this weight.';

CREATE FUNCTION bin_add(summary bin_summary, bin bigint, outcome bigint)
RETURNS bin_summary AS 'MODULE_PATHNAME', 'bin_add_bigint_integer'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION bin_add(bin_summary, bigint, bigint) IS 'The summary with one more row.';

CREATE FUNCTION bin_add(summary bin_summary, bin bigint, outcome bigint, weight float8)
RETURNS bin_summary AS 'MODULE_PATHNAME', 'bin_add_bigint_integer_weight'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION bin_add(bin_summary, bigint, bigint, float8) IS 'The summary with one more row of this weight.';

CREATE FUNCTION fine_add(summary bin_summary, x float8, outcome boolean, cuts float8[])
RETURNS bin_summary AS 'MODULE_PATHNAME', 'fine_add_boolean'
LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION fine_add(bin_summary, float8, boolean, float8[]) IS 'The summary with one more row.';

CREATE FUNCTION fine_add(summary bin_summary, x float8, outcome bigint, cuts float8[])
RETURNS bin_summary AS 'MODULE_PATHNAME', 'fine_add_integer'
LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION fine_add(bin_summary, float8, bigint, float8[]) IS 'The summary with one more row.';

CREATE FUNCTION bin_merge(a bin_summary, b bin_summary)
RETURNS bin_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION bin_merge(bin_summary, bin_summary) IS 'The rows of both summaries.';

CREATE FUNCTION bin_pack(summary bin_summary)
RETURNS bin_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION bin_pack(bin_summary) IS 'The summary in the form in which it is stored.';

CREATE AGGREGATE bin_agg(bin text, outcome boolean) (
	SFUNC = bin_add, STYPE = bin_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = bin_merge,
	FINALFUNC = bin_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bin_agg(text, boolean) IS
'Non-events and events of each bin (boolean, or 0 and 1). Rows with a NULL are ignored.';

CREATE AGGREGATE bin_agg(bin text, outcome boolean, weight float8) (
	SFUNC = bin_add, STYPE = bin_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = bin_merge,
	FINALFUNC = bin_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bin_agg(text, boolean, float8) IS
'Non-events and events of each bin. A row of weight 2 counts as two rows, of weight 0 not at all. Rows with a NULL '
'are ignored.';

CREATE AGGREGATE bin_agg(bin text, outcome bigint) (
	SFUNC = bin_add, STYPE = bin_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = bin_merge,
	FINALFUNC = bin_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bin_agg(text, bigint) IS
'Non-events and events of each bin (boolean, or 0 and 1). Rows with a NULL are ignored.';

CREATE AGGREGATE bin_agg(bin text, outcome bigint, weight float8) (
	SFUNC = bin_add, STYPE = bin_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = bin_merge,
	FINALFUNC = bin_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bin_agg(text, bigint, float8) IS
'Non-events and events of each bin. A row of weight 2 counts as two rows, of weight 0 not at all. Rows with a NULL '
'are ignored.';

CREATE AGGREGATE bin_agg(bin bigint, outcome boolean) (
	SFUNC = bin_add, STYPE = bin_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = bin_merge,
	FINALFUNC = bin_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bin_agg(bigint, boolean) IS
'Non-events and events of each bin (boolean, or 0 and 1). Rows with a NULL are ignored.';

CREATE AGGREGATE bin_agg(bin bigint, outcome boolean, weight float8) (
	SFUNC = bin_add, STYPE = bin_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = bin_merge,
	FINALFUNC = bin_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bin_agg(bigint, boolean, float8) IS
'Non-events and events of each bin. A row of weight 2 counts as two rows, of weight 0 not at all. Rows with a NULL '
'are ignored.';

CREATE AGGREGATE bin_agg(bin bigint, outcome bigint) (
	SFUNC = bin_add, STYPE = bin_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = bin_merge,
	FINALFUNC = bin_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bin_agg(bigint, bigint) IS
'Non-events and events of each bin (boolean, or 0 and 1). Rows with a NULL are ignored.';

CREATE AGGREGATE bin_agg(bin bigint, outcome bigint, weight float8) (
	SFUNC = bin_add, STYPE = bin_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = bin_merge,
	FINALFUNC = bin_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bin_agg(bigint, bigint, float8) IS
'Non-events and events of each bin. A row of weight 2 counts as two rows, of weight 0 not at all. Rows with a NULL '
'are ignored.';

CREATE AGGREGATE fine_agg(x float8, outcome boolean, cuts float8[]) (
	SFUNC = fine_add, STYPE = bin_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = bin_merge,
	FINALFUNC = bin_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE fine_agg(float8, boolean, float8[]) IS
'Non-events and events of bins between cuts, [cut, next cut) as width_bucket has them. x NULL is a bin of its own. '
'Rows without outcome or cuts are ignored.';

CREATE AGGREGATE fine_agg(x float8, outcome bigint, cuts float8[]) (
	SFUNC = fine_add, STYPE = bin_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = bin_merge,
	FINALFUNC = bin_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE fine_agg(float8, bigint, float8[]) IS
'Non-events and events of bins between cuts, [cut, next cut) as width_bucket has them. x NULL is a bin of its own. '
'Rows without outcome or cuts are ignored.';

CREATE AGGREGATE rollup(summary bin_summary) (
	SFUNC = bin_merge, STYPE = bin_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = bin_merge,
	FINALFUNC = bin_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(bin_summary) IS 'The rows of all summaries, as if collected at once.';

CREATE FUNCTION distribution_add(summary distribution_summary, label text)
RETURNS distribution_summary AS 'MODULE_PATHNAME', 'distribution_add_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION distribution_add(distribution_summary, text) IS 'The summary with one more row.';

CREATE FUNCTION distribution_add(summary distribution_summary, label bigint)
RETURNS distribution_summary AS 'MODULE_PATHNAME', 'distribution_add_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION distribution_add(distribution_summary, bigint) IS 'The summary with one more row.';

CREATE FUNCTION distribution_add(summary distribution_summary, x float8, cuts float8[])
RETURNS distribution_summary AS 'MODULE_PATHNAME', 'distribution_add_cuts'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION distribution_add(distribution_summary, float8, float8[]) IS 'The summary with one more row.';

CREATE FUNCTION distribution_merge(a distribution_summary, b distribution_summary)
RETURNS distribution_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION distribution_merge(distribution_summary, distribution_summary) IS 'The rows of both summaries.';

CREATE FUNCTION distribution_pack(summary distribution_summary)
RETURNS distribution_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION distribution_pack(distribution_summary) IS 'The summary in the form in which it is stored.';

CREATE AGGREGATE distribution_agg(label text) (
	SFUNC = distribution_add, STYPE = distribution_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = distribution_merge,
	FINALFUNC = distribution_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE distribution_agg(text) IS 'Rows of each label. NULL is ignored.';

CREATE AGGREGATE distribution_agg(label bigint) (
	SFUNC = distribution_add, STYPE = distribution_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = distribution_merge,
	FINALFUNC = distribution_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE distribution_agg(bigint) IS 'Rows of each label. NULL is ignored.';

CREATE AGGREGATE distribution_agg(x float8, cuts float8[]) (
	SFUNC = distribution_add, STYPE = distribution_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = distribution_merge,
	FINALFUNC = distribution_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE distribution_agg(float8, float8[]) IS
'Rows of bins between cuts, [cut, next cut) as width_bucket has them. Rows with a NULL are ignored.';

CREATE AGGREGATE rollup(summary distribution_summary) (
	SFUNC = distribution_merge, STYPE = distribution_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = distribution_merge,
	FINALFUNC = distribution_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(distribution_summary) IS 'The rows of all summaries, as if collected at once.';

-- Scorecards.

CREATE FUNCTION woe(summary bin_summary, bin text, zero_rule text DEFAULT 'null')
RETURNS float8 AS 'MODULE_PATHNAME', 'woe_of_label'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION woe(bin_summary, text, text) IS
'Weight of evidence of a bin: ln(share of events / share of non-events), above 0 where events are more frequent. A '
'bin without event or without non-event makes it NULL unless zero_rule is half (add 1/2 to every cell), floor '
'(shares from 0.0001), adjust (0.99 for 0) or error.';

CREATE FUNCTION woe(summary bin_summary, x float8, zero_rule text DEFAULT 'null')
RETURNS float8 AS 'MODULE_PATHNAME', 'woe_of_number'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;
COMMENT ON FUNCTION woe(bin_summary, float8, text) IS
'Weight of evidence of the bin of x, NULL being a bin of its own: ln(share of events / share of non-events), above 0 '
'where events are more frequent. A bin without event or without non-event makes it NULL unless zero_rule is half '
'(add 1/2 to every cell), floor (shares from 0.0001), adjust (0.99 for 0) or error.';

CREATE FUNCTION information_value(summary bin_summary, zero_rule text DEFAULT 'null')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION information_value(bin_summary, text) IS
'Sum over bins of (share of events - share of non-events) * weight of evidence. A bin without event or without '
'non-event makes it NULL unless zero_rule is half (add 1/2 to every cell), floor (shares from 0.0001), adjust (0.99 '
'for 0) or error.';

CREATE FUNCTION bin_table(summary bin_summary, zero_rule text DEFAULT 'null')
RETURNS TABLE (bin text, low float8, high float8, n numeric, events numeric, share float8, rate float8, woe float8,
	iv float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 ROWS 10;
COMMENT ON FUNCTION bin_table(bin_summary, text) IS
'Bins of a summary: rows, events, share of rows, event rate, weight of evidence, part of the information value.';

CREATE FUNCTION rebin(summary bin_summary, cuts float8[])
RETURNS bin_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION rebin(bin_summary, float8[]) IS
'The summary with only these of its cuts: bins joined without reading the rows again.';

CREATE FUNCTION monotone_cuts(summary bin_summary, max_bins integer DEFAULT NULL, min_share float8 DEFAULT 0,
	min_events float8 DEFAULT 0, direction text DEFAULT 'auto')
RETURNS float8[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION monotone_cuts(bin_summary, integer, float8, float8, text) IS
'Which cuts to keep so that the event rate is monotone (increasing, decreasing or auto) and the information value '
'the largest possible, exact: at most max_bins bins, each with min_share of the rows and min_events. NULL where '
'there is no way.';

CREATE FUNCTION scorecard_points(woe float8, coef float8, intercept float8, n integer, base float8, odds float8,
	pdo float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION scorecard_points(float8, float8, float8, integer, float8, float8, float8) IS
'Points of one of n characteristics of a logistic regression on weights of evidence: base points at odds good to '
'bad, pdo points double them. The points of all add up to the score.';

CREATE FUNCTION pd_to_score(pd float8, base float8, odds float8, pdo float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION pd_to_score(float8, float8, float8, float8) IS
'Score of a probability of default: base points at odds good to bad, pdo points double them. NULL for 0 and 1.';

CREATE FUNCTION score_to_pd(score float8, base float8, odds float8, pdo float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION score_to_pd(float8, float8, float8, float8) IS
'Probability of default of a score: base points at odds good to bad, pdo points double them.';

CREATE FUNCTION pd_grade(pd float8, cuts float8[], labels text[])
RETURNS text AS 'MODULE_PATHNAME', 'pd_grade_label'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION pd_grade(float8, float8[], text[]) IS
'Label of the grade of a probability of default. cuts are the upper bounds, included, of all grades but the worst.';

CREATE FUNCTION pd_grade(pd float8, cuts float8[])
RETURNS integer AS 'MODULE_PATHNAME', 'pd_grade_number'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION pd_grade(float8, float8[]) IS
'Number, from 1, of the grade of a probability of default. cuts are the upper bounds, included, of all grades but '
'the worst.';

CREATE FUNCTION master_scale(low float8, high float8, grades integer)
RETURNS float8[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION master_scale(float8, float8, integer) IS
'Upper bounds of grades from probability low to high, each the same multiple of the one before.';

-- What risk costs.

CREATE FUNCTION expected_loss(pd float8, lgd float8, ead numeric, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION expected_loss(float8, float8, numeric, integer) IS
'Probability of default * loss given default * exposure, rounded once to scale decimals.';

CREATE FUNCTION irb_correlation(pd float8, class text, turnover float8 DEFAULT NULL)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION irb_correlation(float8, text, float8) IS
'Asset correlation of the Basel risk weight functions (CRE31) for class corporate, mortgage, revolving or retail. '
'turnover in millions for small and medium corporates.';

CREATE FUNCTION irb_capital(pd float8, lgd float8, class text, maturity float8 DEFAULT 2.5,
	turnover float8 DEFAULT NULL, pd_floor float8 DEFAULT 0, best_estimate float8 DEFAULT NULL)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION irb_capital(float8, float8, text, float8, float8, float8, float8) IS
'Capital for unexpected losses as a share of the exposure, by the Basel formula (CRE31) for class corporate, '
'mortgage, revolving or retail. In default (pd 1) lgd - best_estimate, which is lgd if '
'not given.';

-- Drift.

CREATE FUNCTION psi(expected distribution_summary, actual distribution_summary, zero_rule text DEFAULT 'error')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION psi(distribution_summary, distribution_summary, text) IS
'Population stability index, sum over bins of (actual - expected share) * ln(actual / expected share). NULL when one '
'has no rows. A bin that only one of them has is an error, unless zero_rule is half (add 1/2 to every cell), floor '
'(shares from 0.0001), adjust (0.99 for 0) or null.';

CREATE FUNCTION psi_p(expected distribution_summary, actual distribution_summary, zero_rule text DEFAULT 'error')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION psi_p(distribution_summary, distribution_summary, text) IS
'Probability of a population stability index at least as large when nothing has changed (chi-square, Yurdakul and '
'Naranjo 2020). A bin that only one of them has is an error, unless zero_rule is half (add 1/2 to every cell), floor '
'(shares from 0.0001), adjust (0.99 for 0) or null.';

CREATE FUNCTION psi_limit(n bigint, m bigint, bins integer, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION psi_limit(bigint, bigint, integer, float8) IS
'Population stability index that is not exceeded with this confidence when nothing has changed, with n expected and '
'm actual rows.';

CREATE FUNCTION js_divergence(expected distribution_summary, actual distribution_summary, unit text)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION js_divergence(distribution_summary, distribution_summary, text) IS
'Divergence of Jensen and Shannon in nats or bits: 0 for equal shares. Its root is a distance. NULL when one has no '
'rows.';

CREATE FUNCTION hellinger(expected distribution_summary, actual distribution_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION hellinger(distribution_summary, distribution_summary) IS
'Distance of Hellinger, 0 for equal shares, 1 without a common bin. NULL when one has no rows.';

CREATE FUNCTION psi_table(expected distribution_summary, actual distribution_summary, zero_rule text DEFAULT 'null')
RETURNS TABLE (bin text, low float8, high float8, expected numeric, actual numeric, expected_share float8,
	actual_share float8, part float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 ROWS 10;
COMMENT ON FUNCTION psi_table(distribution_summary, distribution_summary, text) IS
'Bins of two distributions: rows, shares, part of the population stability index (NULL where one has no rows, unless '
'zero_rule fills it).';

-- Portfolios: card holders, vintages.

COMMENT ON TYPE card_summary IS
'Card holders: spend and cash of active ones by months held, and their number by the longest delay in days. '
'Text form: v1 holders months:active:spend:cash ... / days:active ...';
COMMENT ON TYPE vintage_summary IS
'Accounts by the month in which they were opened, and their events by month on book, as known on one day. '
'Text form: v1 as_of vintage:accounts:month=events,... ...';

CREATE FUNCTION card_add(summary card_summary, spend numeric, cash numeric, months integer, max_overdue_days integer)
RETURNS card_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION card_add(card_summary, numeric, numeric, integer, integer) IS 'The summary with one more holder.';

CREATE FUNCTION card_merge(a card_summary, b card_summary)
RETURNS card_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION card_merge(card_summary, card_summary) IS 'The holders of both summaries.';

CREATE FUNCTION card_pack(summary card_summary)
RETURNS card_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION card_pack(card_summary) IS 'The summary in the form in which it is stored.';

CREATE AGGREGATE card_agg(spend numeric, cash numeric, months integer, max_overdue_days integer) (
	SFUNC = card_add, STYPE = card_summary, SSPACE = 4096, INITCOND = 'v1',
	COMBINEFUNC = card_merge,
	FINALFUNC = card_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE card_agg(numeric, numeric, integer, integer) IS
'Card holders with their totals of spend and cash drawn since issue, the months they have had the card, and their '
'longest delay in days. The sums are exact. Rows with a NULL are ignored.';

CREATE AGGREGATE rollup(summary card_summary) (
	SFUNC = card_merge, STYPE = card_summary, SSPACE = 4096, INITCOND = 'v1',
	COMBINEFUNC = card_merge,
	FINALFUNC = card_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(card_summary) IS 'The holders of all summaries, as if collected at once.';

CREATE FUNCTION num_holders(summary card_summary)
RETURNS bigint AS 'MODULE_PATHNAME', 'card_num_holders'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION num_holders(card_summary) IS 'Number of holders.';

CREATE FUNCTION num_active(summary card_summary)
RETURNS bigint AS 'MODULE_PATHNAME', 'card_num_active'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION num_active(card_summary) IS
'Number of active holders: those who ever spent or drew cash, refunds included.';

CREATE FUNCTION num_overdue(summary card_summary, days integer DEFAULT 0)
RETURNS bigint AS 'MODULE_PATHNAME', 'card_num_overdue'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION num_overdue(card_summary, integer) IS
'Number of active holders who were ever overdue for more than so many days.';

CREATE FUNCTION untimed(summary card_summary)
RETURNS bigint AS 'MODULE_PATHNAME', 'card_untimed'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION untimed(card_summary) IS
'Number of active holders with 0 months, whom the monthly figures leave out.';

CREATE FUNCTION active_rate(summary card_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'card_active_rate'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION active_rate(card_summary) IS 'Share of holders who are active. NULL without holders.';

CREATE FUNCTION overdue_rate(summary card_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'card_overdue_rate'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION overdue_rate(card_summary) IS
'Share of active holders who were ever overdue. NULL without active ones.';

CREATE FUNCTION default_rate(summary card_summary, days integer DEFAULT 90)
RETURNS float8 AS 'MODULE_PATHNAME', 'card_default_rate'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION default_rate(card_summary, integer) IS
'Share of active holders who were ever overdue for more than so many days. NULL without active ones.';

CREATE FUNCTION monthly_spend(summary card_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION monthly_spend(card_summary) IS
'Spend in a month, the total of each active holder over their months, averaged. NULL without active holders who have '
'months.';

CREATE FUNCTION monthly_cash(summary card_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION monthly_cash(card_summary) IS
'Cash drawn in a month, the total of each active holder over their months, averaged. NULL without active holders who '
'have months.';

CREATE FUNCTION monthly_turnover(summary card_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION monthly_turnover(card_summary) IS
'Spend and cash in a month, the total of each active holder over their months, averaged. NULL without active holders '
'who have months.';

CREATE FUNCTION cash_ratio(summary card_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cash_ratio(card_summary) IS
'Share of cash in the monthly turnover of all active holders who have months. NULL when that is not above 0.';

CREATE FUNCTION vintage_add(summary vintage_summary, opened date, event_month integer, as_of date)
RETURNS vintage_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION vintage_add(vintage_summary, date, integer, date) IS 'The summary with one more account.';

CREATE FUNCTION vintage_merge(a vintage_summary, b vintage_summary)
RETURNS vintage_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION vintage_merge(vintage_summary, vintage_summary) IS 'The accounts of both summaries.';

CREATE FUNCTION vintage_pack(summary vintage_summary)
RETURNS vintage_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION vintage_pack(vintage_summary) IS 'The summary in the form in which it is stored.';

CREATE AGGREGATE vintage_agg(opened date, event_month integer, as_of date) (
	SFUNC = vintage_add, STYPE = vintage_summary, SSPACE = 4096, INITCOND = 'v1',
	COMBINEFUNC = vintage_merge,
	FINALFUNC = vintage_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE vintage_agg(date, integer, date) IS
'Accounts by month of opening, and in which month after it the event came (NULL: not until as_of). Rows without '
'opened or as_of are ignored.';

CREATE AGGREGATE rollup(summary vintage_summary) (
	SFUNC = vintage_merge, STYPE = vintage_summary, SSPACE = 4096, INITCOND = 'v1',
	COMBINEFUNC = vintage_merge,
	FINALFUNC = vintage_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(vintage_summary) IS
'The accounts of all summaries, which have one as_of, as if collected at once.';

CREATE FUNCTION vintage_table(summary vintage_summary)
RETURNS TABLE (vintage date, month integer, n bigint, at_risk bigint, events bigint, hazard float8,
	cumulative float8, complete boolean) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 1000;
COMMENT ON FUNCTION vintage_table(vintage_summary) IS
'For each vintage, and for all together (vintage NULL), the months on book that are known: accounts, those without '
'an event before, events, their ratio, and the share with an event so far (over all vintages by the product of 1 - '
'hazard). complete: had the month ended on as_of?';
-- monitor: control charts, errors of forecasts, seasonal forecasts

-- Windows with a state: a row depends on those before it.
CREATE FUNCTION ewma(x float8, lambda float8, start float8 DEFAULT NULL)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ewma(float8, float8, float8) IS
'Window function: exponentially weighted mean (Roberts 1959), lambda * x + (1 - lambda) * previous result, in units of '
'x. It begins with start, or with the first x where start is NULL. A NULL x gives NULL and changes nothing. '
'ORDER BY must tell all rows apart.';

CREATE FUNCTION ewma_low(x float8, lambda float8, target float8, sigma float8, width float8 DEFAULT 3,
	exact boolean DEFAULT true)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ewma_low(float8, float8, float8, float8, float8, boolean) IS
'Window function: Lower control limit of ewma(x, lambda, target), width of its standard deviations from target. '
'sigma is the standard deviation of x. The limits widen from the first row on. With exact false they are constant: '
'those that are reached in the end. NULL where x is NULL or sigma is 0.';

CREATE FUNCTION ewma_high(x float8, lambda float8, target float8, sigma float8, width float8 DEFAULT 3,
	exact boolean DEFAULT true)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ewma_high(float8, float8, float8, float8, float8, boolean) IS
'Window function: Upper control limit of ewma(x, lambda, target), width of its standard deviations from target. '
'sigma is the standard deviation of x. The limits widen from the first row on. With exact false they are constant: '
'those that are reached in the end. NULL where x is NULL or sigma is 0.';

CREATE FUNCTION cusum_high(x float8, target float8, k float8, head_start float8 DEFAULT 0,
	reset_above float8 DEFAULT NULL)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cusum_high(float8, float8, float8, float8, float8) IS
'Window function: cumulative sum (Page 1954) of how far x lies above target by more than k, never below 0, in units '
'of x. It begins at head_start. After a row above reset_above it begins again at 0. A NULL x gives NULL and changes '
'nothing. ORDER BY must tell all rows apart.';

CREATE FUNCTION cusum_low(x float8, target float8, k float8, head_start float8 DEFAULT 0,
	reset_above float8 DEFAULT NULL)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cusum_low(float8, float8, float8, float8, float8) IS
'Window function: cumulative sum (Page 1954) of how far x lies below target by more than k, never below 0, in units '
'of x. It begins at head_start. After a row above reset_above it begins again at 0. A NULL x gives NULL and changes '
'nothing. ORDER BY must tell all rows apart.';

CREATE FUNCTION spc_rules(x float8, center float8, sigma float8, rules integer[] DEFAULT '{1}')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION spc_rules(float8, float8, float8, integer[]) IS
'Window function: which of these of Nelson''s eight rules (1984) fire at this row, such as 2,6. Empty for none. '
'1: beyond 3 sigma. 2: nine in a row on one side. 3: six in a row rising or falling. 4: fourteen in a row alternating. '
'5: two of three beyond 2 sigma on one side. 6: four of five beyond 1 sigma on one side. 7: fifteen in a row within '
'1 sigma. 8: eight in a row beyond 1 sigma. NULL where x, center or sigma is NULL or sigma is 0; such a row ends '
'every pattern.';

CREATE FUNCTION alert(signal boolean, open_after integer DEFAULT 1, close_after integer DEFAULT 1)
RETURNS integer AS 'MODULE_PATHNAME', 'alert_boolean'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION alert(boolean, integer, integer) IS
'Window function: number of the alert that is open at this row, 0 for none. An alert opens at the row that is the '
'open_after-th signal in a row. It is closed at the row that is the close_after-th in a row without a signal. A NULL '
'signal changes nothing.';

CREATE FUNCTION alert(signal integer, open_after integer DEFAULT 1, close_after integer DEFAULT 1)
RETURNS integer AS 'MODULE_PATHNAME', 'alert_integer'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION alert(integer, integer, integer) IS
'Window function: number of the alert that is open at this row, 0 for none. An alert opens at the row that is the '
'open_after-th signal in a row. It is closed at the row that is the close_after-th in a row without a signal. A NULL '
'signal changes nothing.';

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
CREATE FUNCTION p_chart_add(summary chart_summary, defects float8, n float8)
RETURNS chart_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION p_chart_add(chart_summary, float8, float8) IS 'The chart with another point.';

CREATE AGGREGATE p_chart_agg(defects float8, n float8) (
	SFUNC = p_chart_add, STYPE = chart_summary, SSPACE = 128, INITCOND = 'v1',
	COMBINEFUNC = chart_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE p_chart_agg(float8, float8) IS
'Control chart of the share of defects among n. Read it with chart_center, chart_low, chart_high, chart_sigma. '
'chart: p (the main one), exact (limits of the binomial distribution). In an np chart n is the same in all rows.';

CREATE FUNCTION np_chart_add(summary chart_summary, defects float8, n float8)
RETURNS chart_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION np_chart_add(chart_summary, float8, float8) IS 'The chart with another point.';

CREATE AGGREGATE np_chart_agg(defects float8, n float8) (
	SFUNC = np_chart_add, STYPE = chart_summary, SSPACE = 128, INITCOND = 'v1',
	COMBINEFUNC = chart_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE np_chart_agg(float8, float8) IS
'Control chart of the number of defects among n. Read it with chart_center, chart_low, chart_high, chart_sigma. '
'chart: np (the main one), exact (limits of the binomial distribution). In an np chart n is the same in all rows.';

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

CREATE FUNCTION imr_add(state held_rows, t date, x float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'imr_add_date'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION imr_add(held_rows, date, float8) IS 'The state of imr_agg with another row.';

CREATE AGGREGATE imr_agg(t date, x float8) (
	SFUNC = imr_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = imr_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE imr_agg(date, float8) IS
'Control chart of single values, in the order of t. Read it with chart_center, chart_low, chart_high, chart_sigma. '
'chart: i (the main one: limits by the mean moving range), i_median (by the median moving range), mr (moving ranges). '
'Two rows with one t are an error.';

CREATE FUNCTION laney_add(state held_rows, t date, defects float8, n float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'laney_add_date'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION laney_add(held_rows, date, float8, float8) IS 'The state of laney_agg with another row.';

CREATE AGGREGATE laney_agg(t date, defects float8, n float8) (
	SFUNC = laney_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = laney_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE laney_agg(date, float8, float8) IS
'Laney''s p'' chart (2002) of the share of defects among large n, in the order of t. Read it with chart_center, '
'chart_low, chart_high, chart_sigma. chart: laney (the main one), p. Two rows with one t are an error.';

CREATE FUNCTION imr_add(state held_rows, t timestamp, x float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'imr_add_timestamp'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION imr_add(held_rows, timestamp, float8) IS 'The state of imr_agg with another row.';

CREATE AGGREGATE imr_agg(t timestamp, x float8) (
	SFUNC = imr_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = imr_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE imr_agg(timestamp, float8) IS
'Control chart of single values, in the order of t. Read it with chart_center, chart_low, chart_high, chart_sigma. '
'chart: i (the main one: limits by the mean moving range), i_median (by the median moving range), mr (moving ranges). '
'Two rows with one t are an error.';

CREATE FUNCTION laney_add(state held_rows, t timestamp, defects float8, n float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'laney_add_timestamp'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION laney_add(held_rows, timestamp, float8, float8) IS 'The state of laney_agg with another row.';

CREATE AGGREGATE laney_agg(t timestamp, defects float8, n float8) (
	SFUNC = laney_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = laney_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE laney_agg(timestamp, float8, float8) IS
'Laney''s p'' chart (2002) of the share of defects among large n, in the order of t. Read it with chart_center, '
'chart_low, chart_high, chart_sigma. chart: laney (the main one), p. Two rows with one t are an error.';

CREATE FUNCTION imr_add(state held_rows, t timestamptz, x float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'imr_add_timestamptz'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION imr_add(held_rows, timestamptz, float8) IS 'The state of imr_agg with another row.';

CREATE AGGREGATE imr_agg(t timestamptz, x float8) (
	SFUNC = imr_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = imr_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE imr_agg(timestamptz, float8) IS
'Control chart of single values, in the order of t. Read it with chart_center, chart_low, chart_high, chart_sigma. '
'chart: i (the main one: limits by the mean moving range), i_median (by the median moving range), mr (moving ranges). '
'Two rows with one t are an error.';

CREATE FUNCTION laney_add(state held_rows, t timestamptz, defects float8, n float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'laney_add_timestamptz'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION laney_add(held_rows, timestamptz, float8, float8) IS 'The state of laney_agg with another row.';

CREATE AGGREGATE laney_agg(t timestamptz, defects float8, n float8) (
	SFUNC = laney_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = laney_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE laney_agg(timestamptz, float8, float8) IS
'Laney''s p'' chart (2002) of the share of defects among large n, in the order of t. Read it with chart_center, '
'chart_low, chart_high, chart_sigma. chart: laney (the main one), p. Two rows with one t are an error.';

CREATE FUNCTION imr_add(state held_rows, t bigint, x float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'imr_add_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION imr_add(held_rows, bigint, float8) IS 'The state of imr_agg with another row.';

CREATE AGGREGATE imr_agg(t bigint, x float8) (
	SFUNC = imr_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = imr_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE imr_agg(bigint, float8) IS
'Control chart of single values, in the order of t. Read it with chart_center, chart_low, chart_high, chart_sigma. '
'chart: i (the main one: limits by the mean moving range), i_median (by the median moving range), mr (moving ranges). '
'Two rows with one t are an error.';

CREATE FUNCTION laney_add(state held_rows, t bigint, defects float8, n float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'laney_add_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION laney_add(held_rows, bigint, float8, float8) IS 'The state of laney_agg with another row.';

CREATE AGGREGATE laney_agg(t bigint, defects float8, n float8) (
	SFUNC = laney_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = laney_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE laney_agg(bigint, float8, float8) IS
'Laney''s p'' chart (2002) of the share of defects among large n, in the order of t. Read it with chart_center, '
'chart_low, chart_high, chart_sigma. chart: laney (the main one), p. Two rows with one t are an error.';

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

CREATE FUNCTION chart_low(summary chart_summary, chart text DEFAULT 'main')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION chart_low(chart_summary, text) IS
'Lower control limit, three standard deviations from the centre line (Shewhart 1931). Clipped to what points can be: '
'a lower limit of 0 never signals. Where points differ in size, n must be given.';

CREATE FUNCTION chart_low(summary chart_summary, n float8, chart text DEFAULT 'main')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION chart_low(chart_summary, float8, text) IS
'Lower control limit for a point of size n (rows of a subgroup, units inspected), three standard deviations from the '
'centre line. Clipped to what points can be: a lower limit of 0 never signals. NULL for n 0.';

CREATE FUNCTION chart_high(summary chart_summary, chart text DEFAULT 'main')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION chart_high(chart_summary, text) IS
'Upper control limit, three standard deviations from the centre line (Shewhart 1931). Clipped to what points can be: '
'a lower limit of 0 never signals. Where points differ in size, n must be given.';

CREATE FUNCTION chart_high(summary chart_summary, n float8, chart text DEFAULT 'main')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION chart_high(chart_summary, float8, text) IS
'Upper control limit for a point of size n (rows of a subgroup, units inspected), three standard deviations from the '
'centre line. Clipped to what points can be: a lower limit of 0 never signals. NULL for n 0.';

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

CREATE FUNCTION holt_winters_add(state held_rows, t date, x float8, period integer)
RETURNS held_rows AS 'MODULE_PATHNAME', 'holt_winters_add_date'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION holt_winters_add(held_rows, date, float8, integer) IS
'The state of holt_winters_agg with another row.';

CREATE FUNCTION holt_winters_add(state held_rows, t date, x float8, period integer, kind text)
RETURNS held_rows AS 'MODULE_PATHNAME', 'holt_winters_add_date'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION holt_winters_add(held_rows, date, float8, integer, text) IS
'The state of holt_winters_agg with another row.';

CREATE FUNCTION holt_winters_add(state held_rows, t date, x float8, period integer, kind text, alpha float8, beta float8,
	gamma float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'holt_winters_add_date'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION holt_winters_add(held_rows, date, float8, integer, text, float8, float8, float8) IS
'The state of holt_winters_agg with another row. Parameters that are NULL are to be fitted.';

CREATE AGGREGATE holt_winters_agg(t date, x float8, period integer) (
	SFUNC = holt_winters_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = holt_winters_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE holt_winters_agg(date, float8, integer) IS
'Forecast of a series with additive seasons of so many periods (Winters 1960), fitted by least squares. Read it with '
'forecast, forecast_low, forecast_high, forecast_table, model_json. Rows may come in any order. A missing period is an '
'error.';

CREATE AGGREGATE holt_winters_agg(t date, x float8, period integer, kind text) (
	SFUNC = holt_winters_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = holt_winters_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE holt_winters_agg(date, float8, integer, text) IS
'Forecast of a series with seasons (Winters 1960), fitted by least squares. kind: additive, or multiplicative for '
'seasons that grow with the level. A missing period is an error.';

CREATE AGGREGATE holt_winters_agg(t date, x float8, period integer, kind text, alpha float8, beta float8, gamma float8) (
	SFUNC = holt_winters_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = holt_winters_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE holt_winters_agg(date, float8, integer, text, float8, float8, float8) IS
'Forecast of a series with seasons (Winters 1960) and these parameters, from 0 to 1. Those that are NULL are fitted '
'by least squares. A missing period is an error.';

CREATE FUNCTION holt_winters_add(state held_rows, t integer, x float8, period integer)
RETURNS held_rows AS 'MODULE_PATHNAME', 'holt_winters_add_integer'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION holt_winters_add(held_rows, integer, float8, integer) IS
'The state of holt_winters_agg with another row.';

CREATE FUNCTION holt_winters_add(state held_rows, t integer, x float8, period integer, kind text)
RETURNS held_rows AS 'MODULE_PATHNAME', 'holt_winters_add_integer'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION holt_winters_add(held_rows, integer, float8, integer, text) IS
'The state of holt_winters_agg with another row.';

CREATE FUNCTION holt_winters_add(state held_rows, t integer, x float8, period integer, kind text, alpha float8, beta float8,
	gamma float8)
RETURNS held_rows AS 'MODULE_PATHNAME', 'holt_winters_add_integer'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION holt_winters_add(held_rows, integer, float8, integer, text, float8, float8, float8) IS
'The state of holt_winters_agg with another row. Parameters that are NULL are to be fitted.';

CREATE AGGREGATE holt_winters_agg(t integer, x float8, period integer) (
	SFUNC = holt_winters_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = holt_winters_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE holt_winters_agg(integer, float8, integer) IS
'Forecast of a series with additive seasons of so many periods (Winters 1960), fitted by least squares. Read it with '
'forecast, forecast_low, forecast_high, forecast_table, model_json. Rows may come in any order. A missing period is an '
'error.';

CREATE AGGREGATE holt_winters_agg(t integer, x float8, period integer, kind text) (
	SFUNC = holt_winters_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = holt_winters_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE holt_winters_agg(integer, float8, integer, text) IS
'Forecast of a series with seasons (Winters 1960), fitted by least squares. kind: additive, or multiplicative for '
'seasons that grow with the level. A missing period is an error.';

CREATE AGGREGATE holt_winters_agg(t integer, x float8, period integer, kind text, alpha float8, beta float8, gamma float8) (
	SFUNC = holt_winters_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = holt_winters_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE holt_winters_agg(integer, float8, integer, text, float8, float8, float8) IS
'Forecast of a series with seasons (Winters 1960) and these parameters, from 0 to 1. Those that are NULL are fitted '
'by least squares. A missing period is an error.';

CREATE FUNCTION forecast(model forecast_model, ahead integer)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION forecast(forecast_model, integer) IS
'Forecast of so many periods after the last one, in units of x. NULL where there is none: see the warnings of '
'model_json.';

CREATE FUNCTION forecast_low(model forecast_model, ahead integer, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION forecast_low(forecast_model, integer, float8) IS
'Lower end of the prediction interval of a forecast (Chatfield and Yar 1991). NULL for multiplicative seasons, whose '
'interval has no closed form.';

CREATE FUNCTION forecast_high(model forecast_model, ahead integer, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION forecast_high(forecast_model, integer, float8) IS
'Upper end of the prediction interval of a forecast (Chatfield and Yar 1991). NULL for multiplicative seasons, whose '
'interval has no closed form.';

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
-- affinity: what goes with what, what follows what

-- affinity_summary: baskets with each item and each pair of items, the state of its aggregates.
COMMENT ON TYPE affinity_summary IS
'How many baskets there are, how many with each item, and how many with each pair of items. '
'Text form: v1 text n "item":count ... / a-b:count ...';

CREATE FUNCTION affinity_merge(a affinity_summary, b affinity_summary)
RETURNS affinity_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION affinity_merge(affinity_summary, affinity_summary) IS 'The baskets of both summaries.';

CREATE FUNCTION affinity_pack(summary affinity_summary)
RETURNS affinity_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION affinity_pack(affinity_summary) IS
'The summary in the form that is stored. Final function of its aggregates.';

CREATE FUNCTION affinity_add(summary affinity_summary, items text[])
RETURNS affinity_summary AS 'MODULE_PATHNAME', 'affinity_add_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION affinity_add(affinity_summary, text[]) IS 'The summary with another basket.';

CREATE AGGREGATE affinity_agg(items text[]) (
	SFUNC = affinity_add, STYPE = affinity_summary, SSPACE = 4096, INITCOND = 'v1',
	FINALFUNC = affinity_pack, COMBINEFUNC = affinity_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE affinity_agg(text[]) IS
'What is bought together: counts of baskets, items and pairs of items. Each row is one basket. '
'An item that is twice in a basket counts once. NULL items are left out, and a basket without items is not counted. '
'At most 25,165,824 pairs.';

CREATE FUNCTION affinity_add(summary affinity_summary, items bigint[])
RETURNS affinity_summary AS 'MODULE_PATHNAME', 'affinity_add_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION affinity_add(affinity_summary, bigint[]) IS 'The summary with another basket.';

CREATE AGGREGATE affinity_agg(items bigint[]) (
	SFUNC = affinity_add, STYPE = affinity_summary, SSPACE = 4096, INITCOND = 'v1',
	FINALFUNC = affinity_pack, COMBINEFUNC = affinity_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE affinity_agg(bigint[]) IS
'What is bought together: counts of baskets, items and pairs of items. Each row is one basket. '
'An item that is twice in a basket counts once. NULL items are left out, and a basket without items is not counted. '
'At most 25,165,824 pairs.';

CREATE AGGREGATE rollup(summary affinity_summary) (
	SFUNC = affinity_merge, STYPE = affinity_summary, SSPACE = 4096, INITCOND = 'v1',
	FINALFUNC = affinity_pack, COMBINEFUNC = affinity_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(affinity_summary) IS 'One summary with the baskets of all.';

CREATE FUNCTION affinity_pairs(summary affinity_summary, min_count bigint DEFAULT 2, order_by text DEFAULT 'llr',
	min_item_count bigint DEFAULT 1, avoiding boolean DEFAULT false)
RETURNS TABLE (a text, b text, n_a bigint, n_b bigint, n_ab bigint, support float8, confidence_ab float8,
	confidence_ba float8,
	lift float8, size_adjusted_lift float8, leverage float8, conviction float8, cosine float8, jaccard float8,
	kulczynski float8,
	imbalance float8, llr float8, p float8, p_adjusted float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 1000;
COMMENT ON FUNCTION affinity_pairs(affinity_summary, bigint, text, bigint, boolean) IS
'Pairs of items that are together in min_count baskets or more. The strongest by order_by come first. '
'p: Fisher''s exact test, more often together than by chance. '
'avoiding: pairs that are together less often than by chance, also never. '
'p is then that of less, and min_count is not used. '
'p_adjusted: Benjamini and Hochberg (1995) over all pairs of items that are in min_item_count baskets or more. '
'size_adjusted_lift: lift over that of independent items in baskets of these sizes.';

CREATE FUNCTION affinity(summary affinity_summary, a text, b text, measure text DEFAULT 'lift')
RETURNS float8 AS 'MODULE_PATHNAME', 'affinity_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION affinity(affinity_summary, text, text, text) IS
'One measure of a pair of items, from a to b. NULL where it does not exist. '
'measure: support, confidence, lift, size_adjusted_lift, leverage, conviction, cosine, jaccard, kulczynski, imbalance, '
'zhang, odds_ratio, chi_square, phi, llr, llr_root (signed), p, p_less or p_two_sided (Fisher).';

CREATE FUNCTION next_offers(summary affinity_summary, basket text[], k integer DEFAULT 5, score text DEFAULT 'cosine')
RETURNS TABLE (item text, score float8, because text) AS 'MODULE_PATHNAME', 'next_offers_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 5;
COMMENT ON FUNCTION next_offers(affinity_summary, text[], integer, text) IS
'What to offer to a customer who has these items: the k items with the best score. '
'score: cosine (sum of cosines, Sarwar et al. 2001), confidence or lift (the best of the basket). '
'because: the item in the basket that adds most. Without a known item: the most frequent items, score is support.';

CREATE FUNCTION affinity(summary affinity_summary, a bigint, b bigint, measure text DEFAULT 'lift')
RETURNS float8 AS 'MODULE_PATHNAME', 'affinity_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION affinity(affinity_summary, bigint, bigint, text) IS
'One measure of a pair of items, from a to b. NULL where it does not exist. '
'measure: support, confidence, lift, size_adjusted_lift, leverage, conviction, cosine, jaccard, kulczynski, imbalance, '
'zhang, odds_ratio, chi_square, phi, llr, llr_root (signed), p, p_less or p_two_sided (Fisher).';

CREATE FUNCTION next_offers(summary affinity_summary, basket bigint[], k integer DEFAULT 5, score text DEFAULT 'cosine')
RETURNS TABLE (item bigint, score float8, because bigint) AS 'MODULE_PATHNAME', 'next_offers_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 5;
COMMENT ON FUNCTION next_offers(affinity_summary, bigint[], integer, text) IS
'What to offer to a customer who has these items: the k items with the best score. '
'score: cosine (sum of cosines, Sarwar et al. 2001), confidence or lift (the best of the basket). '
'because: the item in the basket that adds most. Without a known item: the most frequent items, score is support.';

CREATE FUNCTION lift(n bigint, a bigint, b bigint, ab bigint)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION lift(bigint, bigint, bigint, bigint) IS
'How many times as often two items are in one basket as independent ones would be: ab n / (a b). '
'From the numbers of baskets: all, with a, with b, with both. NULL when a or b is 0.';

CREATE FUNCTION llr(k11 bigint, k12 bigint, k21 bigint, k22 bigint)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION llr(bigint, bigint, bigint, bigint) IS
'Log-likelihood ratio G2 of a two by two table (Dunning 1993). '
'From the numbers of baskets: with both, with the first only, with the second only, with neither.';

CREATE FUNCTION fisher_p(n bigint, a bigint, b bigint, ab bigint, tail text DEFAULT 'greater')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION fisher_p(bigint, bigint, bigint, bigint, text) IS
'p-value of Fisher''s exact test, from the numbers of baskets: all, with a, with b, with both. '
'tail: greater (more often together than by chance), less or two-sided.';

-- itemsets: the sets of items that are in many baskets; as a state, the baskets.
COMMENT ON TYPE itemsets IS
'The sets of items that are in min_count baskets or more. '
'Text form: v1 itemsets text n min=m "item" ... / a-b:count ...';

CREATE FUNCTION itemsets_merge(a itemsets, b itemsets)
RETURNS itemsets AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION itemsets_merge(itemsets, itemsets) IS 'The baskets of both states of itemsets_agg.';

CREATE FUNCTION itemsets_find(baskets itemsets)
RETURNS itemsets AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION itemsets_find(itemsets) IS
'The item sets that are in min_count baskets or more. Final function of itemsets_agg.';

CREATE FUNCTION itemsets_add(state itemsets, items text[], min_count bigint)
RETURNS itemsets AS 'MODULE_PATHNAME', 'itemsets_add_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION itemsets_add(itemsets, text[], bigint) IS 'The state of itemsets_agg with another basket.';

CREATE FUNCTION itemsets_add(state itemsets, items text[], min_count bigint, max_size integer)
RETURNS itemsets AS 'MODULE_PATHNAME', 'itemsets_add_text'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION itemsets_add(itemsets, text[], bigint, integer) IS 'The state of itemsets_agg with another basket.';

CREATE AGGREGATE itemsets_agg(items text[], min_count bigint) (
	SFUNC = itemsets_add, STYPE = itemsets, SSPACE = 8192, INITCOND = 'v1',
	FINALFUNC = itemsets_find, COMBINEFUNC = itemsets_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE itemsets_agg(text[], bigint) IS
'All sets of items, of any size, that are in min_count baskets or more. Each row is one basket. '
'Holds the baskets, up to 512 MB. Says how far it is with custvalue.progress.';

CREATE AGGREGATE itemsets_agg(items text[], min_count bigint, max_size integer) (
	SFUNC = itemsets_add, STYPE = itemsets, SSPACE = 8192, INITCOND = 'v1',
	FINALFUNC = itemsets_find, COMBINEFUNC = itemsets_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE itemsets_agg(text[], bigint, integer) IS
'All sets of at most max_size items that are in min_count baskets or more. Each row is one basket. '
'Holds the baskets, up to 512 MB. Says how far it is with custvalue.progress.';

CREATE FUNCTION itemsets_add(state itemsets, items bigint[], min_count bigint)
RETURNS itemsets AS 'MODULE_PATHNAME', 'itemsets_add_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION itemsets_add(itemsets, bigint[], bigint) IS 'The state of itemsets_agg with another basket.';

CREATE FUNCTION itemsets_add(state itemsets, items bigint[], min_count bigint, max_size integer)
RETURNS itemsets AS 'MODULE_PATHNAME', 'itemsets_add_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION itemsets_add(itemsets, bigint[], bigint, integer) IS 'The state of itemsets_agg with another basket.';

CREATE AGGREGATE itemsets_agg(items bigint[], min_count bigint) (
	SFUNC = itemsets_add, STYPE = itemsets, SSPACE = 8192, INITCOND = 'v1',
	FINALFUNC = itemsets_find, COMBINEFUNC = itemsets_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE itemsets_agg(bigint[], bigint) IS
'All sets of items, of any size, that are in min_count baskets or more. Each row is one basket. '
'Holds the baskets, up to 512 MB. Says how far it is with custvalue.progress.';

CREATE AGGREGATE itemsets_agg(items bigint[], min_count bigint, max_size integer) (
	SFUNC = itemsets_add, STYPE = itemsets, SSPACE = 8192, INITCOND = 'v1',
	FINALFUNC = itemsets_find, COMBINEFUNC = itemsets_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE itemsets_agg(bigint[], bigint, integer) IS
'All sets of at most max_size items that are in min_count baskets or more. Each row is one basket. '
'Holds the baskets, up to 512 MB. Says how far it is with custvalue.progress.';

CREATE FUNCTION frequent_itemsets(model itemsets)
RETURNS TABLE (items text[], size integer, n bigint, support float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 1000;
COMMENT ON FUNCTION frequent_itemsets(itemsets) IS
'The item sets that were found, by size and then in order of their items. '
'n: baskets with all items of the set. support: their share of all baskets.';

CREATE FUNCTION association_rules(model itemsets, min_confidence float8)
RETURNS TABLE (lhs text[], rhs text, n bigint, n_lhs bigint, n_rhs bigint, support float8, confidence float8,
	lift float8,
	leverage float8, conviction float8, llr float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 1000;
COMMENT ON FUNCTION association_rules(itemsets, float8) IS
'Rules that baskets with all of lhs also hold rhs (Agrawal, Imielinski and Swami 1993), from all sets that were found. '
'Those whose confidence n / n_lhs is min_confidence or more. The surest come first.';

-- follow_summary: how many starts there were, how many can be judged, how many of these were followed in time.
-- funnel_summary: the events of one customer.  funnel_counts: how many customers got how far.
COMMENT ON TYPE follow_summary IS
'How many started, how many of them can be judged by the as-of date, and how many of these were followed in time. '
'Text form: v1 within=us as_of=days starts judged followed';
COMMENT ON TYPE funnel_summary IS
'The events of one customer, and which steps of a funnel they are. '
'Text form: v1 steps [within=us mode=name] microseconds:01... ...';
COMMENT ON TYPE funnel_counts IS
'How many customers got how far in a funnel. Text form: v1 steps n0 n1 ...';

CREATE FUNCTION follow_add(summary follow_summary, started date, followed date, within interval, as_of date)
RETURNS follow_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION follow_add(follow_summary, date, date, interval, date) IS 'The summary with another start.';

CREATE FUNCTION follow_remove(summary follow_summary, started date, followed date, within interval, as_of date)
RETURNS follow_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION follow_remove(follow_summary, date, date, interval, date) IS
'The summary without a start that it has. Inverse transition function.';

CREATE FUNCTION follow_merge(a follow_summary, b follow_summary)
RETURNS follow_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION follow_merge(follow_summary, follow_summary) IS 'The starts of both summaries.';

CREATE AGGREGATE follow_agg(started date, followed date, within interval, as_of date) (
	SFUNC = follow_add, STYPE = follow_summary, SSPACE = 64, INITCOND = 'v1',
	COMBINEFUNC = follow_merge,
	MSFUNC = follow_add, MINVFUNC = follow_remove, MSTYPE = follow_summary, MSSPACE = 64, MINITCOND = 'v1',
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE follow_agg(date, date, interval, date) IS
'How many of those who started were followed within a time, as of a date. '
'followed: the first one after the start; NULL: not yet. Starts whose time is not over by as_of are not judged.';

CREATE AGGREGATE rollup(summary follow_summary) (
	SFUNC = follow_merge, STYPE = follow_summary, SSPACE = 64, INITCOND = 'v1',
	COMBINEFUNC = follow_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(follow_summary) IS 'One summary with the starts of all.';

CREATE FUNCTION follow_rate(summary follow_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION follow_rate(follow_summary) IS
'Share of the starts whose time is over that were followed within it. NULL when there is none.';

CREATE FUNCTION follow_rate_low(summary follow_summary, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION follow_rate_low(follow_summary, float8) IS
'Lower end of the interval of follow_rate (Wilson 1927).';

CREATE FUNCTION follow_rate_high(summary follow_summary, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION follow_rate_high(follow_summary, float8) IS
'Upper end of the interval of follow_rate (Wilson 1927).';

CREATE FUNCTION follow_counts(summary follow_summary, OUT starts bigint, OUT judged bigint, OUT followed bigint)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION follow_counts(follow_summary) IS
'starts: how many there were. judged: those whose time was over by the as-of date. followed: how many of these were.';

CREATE FUNCTION funnel_merge(a funnel_summary, b funnel_summary)
RETURNS funnel_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION funnel_merge(funnel_summary, funnel_summary) IS 'The events of both summaries.';

CREATE FUNCTION funnel_pack(summary funnel_summary)
RETURNS funnel_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION funnel_pack(funnel_summary) IS
'The summary in the form that is stored. Final function of its aggregates.';

CREATE FUNCTION window_funnel_final(state funnel_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION window_funnel_final(funnel_summary) IS 'The deepest step reached. Final function of window_funnel.';

CREATE FUNCTION funnel_add(summary funnel_summary, at timestamptz, steps boolean[])
RETURNS funnel_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION funnel_add(funnel_summary, timestamptz, boolean[]) IS 'The summary with another event.';

CREATE FUNCTION funnel_ask(state funnel_summary, within interval, mode text, at timestamptz, steps boolean[])
RETURNS funnel_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION funnel_ask(funnel_summary, interval, text, timestamptz, boolean[]) IS
'The state of window_funnel with another event.';

CREATE AGGREGATE funnel_agg(at timestamptz, steps boolean[]) (
	SFUNC = funnel_add, STYPE = funnel_summary, SSPACE = 128, INITCOND = 'v1',
	FINALFUNC = funnel_pack, COMBINEFUNC = funnel_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE funnel_agg(timestamptz, boolean[]) IS
'The events of one customer: when, and which steps each is, as in ARRAY[event = ''cart'', event = ''payment'']. '
'A NULL condition is false. At most 64 steps and 16,777,216 events.';

CREATE AGGREGATE window_funnel(within interval, mode text, at timestamptz, steps boolean[]) (
	SFUNC = funnel_ask, STYPE = funnel_summary, SSPACE = 128, INITCOND = 'v1',
	FINALFUNC = window_funnel_final, COMBINEFUNC = funnel_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE window_funnel(interval, text, timestamptz, boolean[]) IS
'The most steps taken in order within this time from the first of them: funnel_depth of funnel_agg, in one step.';

CREATE FUNCTION sessionize(at timestamptz, gap interval)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION sessionize(timestamptz, interval) IS
'Window function: over the events of one customer in the order of at: number of the visit, from 1. '
'A pause longer than gap begins another visit. A NULL at has NULL.';

CREATE FUNCTION funnel_add(summary funnel_summary, at timestamp, steps boolean[])
RETURNS funnel_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION funnel_add(funnel_summary, timestamp, boolean[]) IS 'The summary with another event.';

CREATE FUNCTION funnel_ask(state funnel_summary, within interval, mode text, at timestamp, steps boolean[])
RETURNS funnel_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION funnel_ask(funnel_summary, interval, text, timestamp, boolean[]) IS
'The state of window_funnel with another event.';

CREATE AGGREGATE funnel_agg(at timestamp, steps boolean[]) (
	SFUNC = funnel_add, STYPE = funnel_summary, SSPACE = 128, INITCOND = 'v1',
	FINALFUNC = funnel_pack, COMBINEFUNC = funnel_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE funnel_agg(timestamp, boolean[]) IS
'The events of one customer: when, and which steps each is, as in ARRAY[event = ''cart'', event = ''payment'']. '
'A NULL condition is false. At most 64 steps and 16,777,216 events.';

CREATE AGGREGATE window_funnel(within interval, mode text, at timestamp, steps boolean[]) (
	SFUNC = funnel_ask, STYPE = funnel_summary, SSPACE = 128, INITCOND = 'v1',
	FINALFUNC = window_funnel_final, COMBINEFUNC = funnel_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE window_funnel(interval, text, timestamp, boolean[]) IS
'The most steps taken in order within this time from the first of them: funnel_depth of funnel_agg, in one step.';

CREATE FUNCTION sessionize(at timestamp, gap interval)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION sessionize(timestamp, interval) IS
'Window function: over the events of one customer in the order of at: number of the visit, from 1. '
'A pause longer than gap begins another visit. A NULL at has NULL.';

CREATE AGGREGATE rollup(summary funnel_summary) (
	SFUNC = funnel_merge, STYPE = funnel_summary, SSPACE = 128, INITCOND = 'v1',
	FINALFUNC = funnel_pack, COMBINEFUNC = funnel_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(funnel_summary) IS 'One summary with the events of all.';

CREATE FUNCTION funnel_depth(summary funnel_summary, within interval, mode text DEFAULT 'basic')
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION funnel_depth(funnel_summary, interval, text) IS
'The most steps taken in order within this time from the first of them. NULL without events. '
'mode: basic, or as in ClickHouse''s windowFunnel strict_order, strict_deduplication, strict_increase, allow_reentry, '
'or several of these with commas.';

CREATE FUNCTION funnel_counts_add(counts funnel_counts, depth integer, steps integer)
RETURNS funnel_counts AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION funnel_counts_add(funnel_counts, integer, integer) IS 'The counts with another customer.';

CREATE FUNCTION funnel_counts_remove(counts funnel_counts, depth integer, steps integer)
RETURNS funnel_counts AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION funnel_counts_remove(funnel_counts, integer, integer) IS
'The counts without a customer that they have. Inverse transition function.';

CREATE FUNCTION funnel_counts_merge(a funnel_counts, b funnel_counts)
RETURNS funnel_counts AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION funnel_counts_merge(funnel_counts, funnel_counts) IS 'The customers of both.';

CREATE AGGREGATE funnel_depth_agg(depth integer, steps integer) (
	SFUNC = funnel_counts_add, STYPE = funnel_counts, SSPACE = 128, INITCOND = 'v1',
	COMBINEFUNC = funnel_counts_merge,
	MSFUNC = funnel_counts_add, MINVFUNC = funnel_counts_remove, MSTYPE = funnel_counts, MSSPACE = 128,
	MINITCOND = 'v1',
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE funnel_depth_agg(integer, integer) IS
'How many customers got how far. depth: what funnel_depth or window_funnel found for each, from 0 to steps.';

CREATE AGGREGATE rollup(counts funnel_counts) (
	SFUNC = funnel_counts_merge, STYPE = funnel_counts, SSPACE = 128, INITCOND = 'v1',
	COMBINEFUNC = funnel_counts_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(funnel_counts) IS 'The customers of all.';

CREATE FUNCTION funnel_table(counts funnel_counts, confidence float8 DEFAULT 0.95)
RETURNS TABLE (step integer, reached bigint, of_start float8, of_start_low float8, of_start_high float8,
	of_previous float8, of_previous_low float8, of_previous_high float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 5;
COMMENT ON FUNCTION funnel_table(funnel_counts, float8) IS
'Customers who reached each step, as a share of those who took the first step and of those who took the one before. '
'Intervals: Wilson (1927).';

-- Who deserves the credit.
CREATE FUNCTION attribution_weight(touch bigint, touches bigint, model text)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION attribution_weight(bigint, bigint, text) IS
'Share of one of the touches before an order. model: first, last, linear or position_based (40-20-40). '
'A driver for abc_allocate over the touches of one order.';

CREATE FUNCTION attribution_weight(days_before float8, half_life float8)
RETURNS float8 AS 'MODULE_PATHNAME', 'attribution_weight_decay'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION attribution_weight(float8, float8) IS
'Weight of a touch so many days before the order: half as much for each half_life (time decay). '
'A driver for abc_allocate over the touches of one order.';

-- feedback: what customers write

-- lexicon: words with their kinds and values, compiled.
COMMENT ON TYPE lexicon IS
'Words with their kinds, values and aspects, compiled for looking at texts. '
'Text form: v1 lang kind "word" value "aspect" ...';

CREATE FUNCTION lexicon_add(state lexicon, lang text, word text, kind text, value float8)
RETURNS lexicon AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;
COMMENT ON FUNCTION lexicon_add(lexicon, text, text, text, float8) IS 'The state of lexicon_agg with another row.';

CREATE FUNCTION lexicon_add(state lexicon, lang text, word text, kind text, value float8, aspect text)
RETURNS lexicon AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;
COMMENT ON FUNCTION lexicon_add(lexicon, text, text, text, float8, text) IS
'The state of lexicon_agg with another row.';

CREATE FUNCTION lexicon_merge(a lexicon, b lexicon)
RETURNS lexicon AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION lexicon_merge(lexicon, lexicon) IS 'The rows of both lexicons.';

CREATE FUNCTION lexicon_pack(state lexicon)
RETURNS lexicon AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION lexicon_pack(lexicon) IS 'The compiled form, which is stored. Final function of lexicon_agg.';

CREATE AGGREGATE lexicon_agg(lang text, word text, kind text, value float8) (
	SFUNC = lexicon_add, STYPE = lexicon, SSPACE = 4096, INITCOND = 'v1',
	FINALFUNC = lexicon_pack, COMBINEFUNC = lexicon_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE lexicon_agg(text, text, text, float8) IS
'A lexicon of the rows of a table. '
'kind: word (value from about -4 to 4), negator (a factor, NULL: -0.74), booster (added to the word after it), '
'degree (a factor), contrast (such as "but"), neutral (hides the words in it) or aspect. '
'Upper and lower case are one word. Two values of one word and kind are an error.';

CREATE AGGREGATE lexicon_agg(lang text, word text, kind text, value float8, aspect text) (
	SFUNC = lexicon_add, STYPE = lexicon, SSPACE = 4096, INITCOND = 'v1',
	FINALFUNC = lexicon_pack, COMBINEFUNC = lexicon_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE lexicon_agg(text, text, text, float8, text) IS
'A lexicon of the rows of a table, with aspects. '
'aspect: what the text is about where this word stands, such as price. '
'Rows of kind aspect need one, rows of other kinds may have one.';

CREATE AGGREGATE rollup(summary lexicon) (
	SFUNC = lexicon_merge, STYPE = lexicon, SSPACE = 4096, INITCOND = 'v1',
	FINALFUNC = lexicon_pack, COMBINEFUNC = lexicon_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(lexicon) IS 'One lexicon with the rows of all.';

CREATE FUNCTION sentiment_demo_lexicon()
RETURNS lexicon AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION sentiment_demo_lexicon() IS
'A lexicon to begin with: a few hundred English and Chinese words that customers of a shop write. '
'For results that matter, use one of your own field. '
'In databases of other encodings than UTF-8 it has the words that can be written there.';

CREATE FUNCTION lexicon_rows(lexicon lexicon)
RETURNS TABLE (lang text, word text, kind text, value float8, aspect text) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 1000;
COMMENT ON FUNCTION lexicon_rows(lexicon) IS
'The rows of a lexicon, in order of the words: to look at them, or to make another lexicon of them. '
'value is NULL for kinds without one, aspect where there is none.';

CREATE FUNCTION sentiment(comment text, lexicon lexicon)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;
COMMENT ON FUNCTION sentiment(text, lexicon) IS
'What a text says, from -1 (negative) to 1 (positive): s / sqrt(s^2 + 15) of the sentiment_score s. '
'The rules are those of VADER (Hutto and Gilbert 2014); Chinese by longest match. 0 where no word is known.';

CREATE FUNCTION sentiment_score(comment text, lexicon lexicon)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;
COMMENT ON FUNCTION sentiment_score(text, lexicon) IS
'Sum of the values of the known words of a text, after negation, boosters, capitals and contrast, and of the emphasis.';

CREATE FUNCTION sentiment_parts(comment text, lexicon lexicon, OUT compound float8, OUT score float8, OUT neg float8,
	OUT neu float8, OUT pos float8, OUT hits integer) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;
COMMENT ON FUNCTION sentiment_parts(text, lexicon) IS
'Everything that is known of a text at once. compound: sentiment. score: sentiment_score. '
'neg, neu, pos: shares of the text, where a word of value v counts 1 + |v|. hits: known words.';

CREATE FUNCTION sentiment_hits(comment text, lexicon lexicon)
RETURNS TABLE (start_at integer, length integer, word text, valence float8, value float8, reason text,
	aspect text) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 3;
COMMENT ON FUNCTION sentiment_hits(text, lexicon) IS
'The words of a text that count, and why. start_at, length: in characters. '
'valence: in the lexicon. value: after the rules. reason: the words that made the difference. '
'aspect: what the word is said about. The values and the emphasis add up to sentiment_score.';

CREATE FUNCTION sentiment_tokens(comment text, lexicon lexicon)
RETURNS TABLE (start_at integer, length integer, token text, kind text) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 10;
COMMENT ON FUNCTION sentiment_tokens(text, lexicon) IS
'How a text is cut into words. start_at, length: in characters. kind: in the lexicon, NULL: it is not there. '
'Blanks and punctuation are tokens only beside Chinese characters.';

CREATE FUNCTION sentiment_aspects(comment text, lexicon lexicon)
RETURNS TABLE (aspect text, hits integer, score float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 2;
COMMENT ON FUNCTION sentiment_aspects(text, lexicon) IS
'The known words of a text by what they are said about: how many, and the sum of their values. '
'A word belongs to the nearest aspect word of its clause, else to the last one before it, else to general.';

CREATE FUNCTION sentiment_label(compound float8)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION sentiment_label(float8) IS
'positive for a sentiment of 0.05 or more, negative for one of -0.05 or less, otherwise neutral.';

-- sentiment_summary: how many texts say what, the state of its aggregates.
COMMENT ON TYPE sentiment_summary IS
'How many texts are negative, neutral and positive, and the sums of their sentiment. '
'Text form: v1 negative neutral positive sum squares, the sums in units of 2^-60.';

CREATE FUNCTION sentiment_add(summary sentiment_summary, compound float8)
RETURNS sentiment_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION sentiment_add(sentiment_summary, float8) IS 'The summary with another text.';

CREATE FUNCTION sentiment_remove(summary sentiment_summary, compound float8)
RETURNS sentiment_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION sentiment_remove(sentiment_summary, float8) IS
'The summary without a text that it has. Inverse transition function.';

CREATE FUNCTION sentiment_merge(a sentiment_summary, b sentiment_summary)
RETURNS sentiment_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION sentiment_merge(sentiment_summary, sentiment_summary) IS 'The texts of both summaries.';

CREATE AGGREGATE sentiment_agg(compound float8) (
	SFUNC = sentiment_add, STYPE = sentiment_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = sentiment_merge,
	MSFUNC = sentiment_add, MINVFUNC = sentiment_remove, MSTYPE = sentiment_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE sentiment_agg(float8) IS
'How many texts are positive, neutral and negative, and what they say on average. '
'compound: what sentiment returns, from -1 to 1. NULL is left out.';

CREATE AGGREGATE rollup(summary sentiment_summary) (
	SFUNC = sentiment_merge, STYPE = sentiment_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = sentiment_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(sentiment_summary) IS 'One summary with the texts of all.';

CREATE FUNCTION sentiment_counts(summary sentiment_summary, OUT n bigint, OUT positive bigint, OUT neutral bigint,
	OUT negative bigint) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION sentiment_counts(sentiment_summary) IS
'The number of texts, and of those that are positive, neutral and negative (see sentiment_label).';

CREATE FUNCTION net_sentiment(summary sentiment_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION net_sentiment(sentiment_summary) IS
'Share of positive texts minus share of negative ones, from -1 to 1. NULL without texts.';

CREATE FUNCTION sentiment_mean(summary sentiment_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION sentiment_mean(sentiment_summary) IS 'Mean of the sentiment, from -1 to 1. NULL without texts.';

CREATE FUNCTION sentiment_sd(summary sentiment_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION sentiment_sd(sentiment_summary) IS
'Standard deviation of the sentiment, of a sample. NULL for less than two texts.';

CREATE FUNCTION sentiment_mean_low(summary sentiment_summary, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION sentiment_mean_low(sentiment_summary, float8) IS
'Lower end of the interval of sentiment_mean (Student). NULL for less than two texts.';

CREATE FUNCTION net_sentiment_low(summary sentiment_summary, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION net_sentiment_low(sentiment_summary, float8) IS
'Lower end of the interval of net_sentiment (adjusted Wald, Rocks 2016). NULL without texts.';

CREATE FUNCTION sentiment_mean_high(summary sentiment_summary, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION sentiment_mean_high(sentiment_summary, float8) IS
'Upper end of the interval of sentiment_mean (Student). NULL for less than two texts.';

CREATE FUNCTION net_sentiment_high(summary sentiment_summary, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION net_sentiment_high(sentiment_summary, float8) IS
'Upper end of the interval of net_sentiment (adjusted Wald, Rocks 2016). NULL without texts.';

-- report: pictures

-- Charts as text: for psql, for cells of tables, for mails.
CREATE FUNCTION display_width(label text)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION display_width(text) IS
'The number of cells that a text takes in a terminal. Combining marks and format characters take 0, '
'Chinese, Japanese and Korean characters and most emoji 2, others 1 (Unicode, UAX #11). psql aligns by the same rule.';

CREATE FUNCTION bar(x float8, min float8, max float8, width integer DEFAULT 80)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION bar(float8, float8, float8, integer) IS
'A bar of block characters, in eighths of a cell. It has width cells where x is max or more, none where x is min or '
'less.';

CREATE FUNCTION heat_text(rates float8[])
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION heat_text(float8[]) IS
'One character for each rate, from blank (below 0.2) to a full block (from 0.8 up), and a dot for NULL. Rates are from '
'0 to 1.';

CREATE FUNCTION axis_ticks(low float8, high float8, most integer DEFAULT 5)
RETURNS float8[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION axis_ticks(float8, float8, integer) IS
'Round numbers that cover low to high in at most so many steps. The step is 1, 2 or 5 times a power of ten.';

CREATE FUNCTION axis_ticks(low date, high date, most integer DEFAULT 6)
RETURNS date[] AS 'MODULE_PATHNAME', 'axis_ticks_date'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION axis_ticks(date, date, integer) IS
'Round days within low to high, at most so many: each day, Mondays, every second Monday, first days of 1, 3 or 6 '
'months, or of 1, 2, 5, 10 ... years.';

CREATE FUNCTION svg_escape(label text)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION svg_escape(text) IS
'The text for a text node or a quoted attribute of SVG, XML or HTML. '
'Line breaks become blanks, characters that XML forbids U+FFFD.';

CREATE FUNCTION svg_data_uri(svg text)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION svg_data_uri(text) IS
'A chart as data:image/svg+xml;base64,... for image cells of BI tools and for <img>. '
'A chart without a background is given one, with colours for light and dark.';

-- chart_points: the marks of one chart.
COMMENT ON TYPE chart_points IS
'The marks of one chart, at most 5,000. A line with more keeps the lowest and the highest point of each column. '
'Text form: v1 kind axis level "name" ... / mark ...';

CREATE FUNCTION chart_points_merge(a chart_points, b chart_points)
RETURNS chart_points AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION chart_points_merge(chart_points, chart_points) IS
'The marks of both. They must be of one kind of chart.';

CREATE FUNCTION chart_points_pack(state chart_points)
RETURNS chart_points AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION chart_points_pack(chart_points) IS 'The form that is stored. Final function of its aggregates.';

CREATE AGGREGATE rollup(summary chart_points) (
	SFUNC = chart_points_merge, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(chart_points) IS 'One chart with the marks of all.';

CREATE FUNCTION line_add(state chart_points, x float8, y float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'line_add_float8'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION line_add(chart_points, float8, float8) IS 'The state of line_points with another row.';

CREATE AGGREGATE line_points(x float8, y float8) (
	SFUNC = line_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE line_points(float8, float8) IS
'Points of a line, for chart_svg. '
'Where y is NULL the line has a gap; a row without x is left out. '
'timestamptz is read in UTC.';

CREATE FUNCTION line_add(state chart_points, x date, y float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'line_add_date'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION line_add(chart_points, date, float8) IS 'The state of line_points with another row.';

CREATE AGGREGATE line_points(x date, y float8) (
	SFUNC = line_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE line_points(date, float8) IS
'Points of a line, for chart_svg. '
'Where y is NULL the line has a gap; a row without x is left out. '
'timestamptz is read in UTC.';

CREATE FUNCTION line_add(state chart_points, x timestamp, y float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'line_add_timestamp'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION line_add(chart_points, timestamp, float8) IS 'The state of line_points with another row.';

CREATE AGGREGATE line_points(x timestamp, y float8) (
	SFUNC = line_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE line_points(timestamp, float8) IS
'Points of a line, for chart_svg. '
'Where y is NULL the line has a gap; a row without x is left out. '
'timestamptz is read in UTC.';

CREATE FUNCTION line_add(state chart_points, x timestamptz, y float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'line_add_timestamp'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION line_add(chart_points, timestamptz, float8) IS 'The state of line_points with another row.';

CREATE AGGREGATE line_points(x timestamptz, y float8) (
	SFUNC = line_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE line_points(timestamptz, float8) IS
'Points of a line, for chart_svg. '
'Where y is NULL the line has a gap; a row without x is left out. '
'timestamptz is read in UTC.';

CREATE FUNCTION line_add(state chart_points, x float8, y float8, series text)
RETURNS chart_points AS 'MODULE_PATHNAME', 'line_add_float8_text'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION line_add(chart_points, float8, float8, text) IS 'The state of line_points with another row.';

CREATE AGGREGATE line_points(x float8, y float8, series text) (
	SFUNC = line_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE line_points(float8, float8, text) IS
'The same with several series in one chart. A row without x or series is left out.';

CREATE FUNCTION line_add(state chart_points, x float8, y float8, series bigint)
RETURNS chart_points AS 'MODULE_PATHNAME', 'line_add_float8_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION line_add(chart_points, float8, float8, bigint) IS 'The state of line_points with another row.';

CREATE AGGREGATE line_points(x float8, y float8, series bigint) (
	SFUNC = line_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE line_points(float8, float8, bigint) IS
'The same with several series in one chart. A row without x or series is left out.';

CREATE FUNCTION line_add(state chart_points, x date, y float8, series text)
RETURNS chart_points AS 'MODULE_PATHNAME', 'line_add_date_text'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION line_add(chart_points, date, float8, text) IS 'The state of line_points with another row.';

CREATE AGGREGATE line_points(x date, y float8, series text) (
	SFUNC = line_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE line_points(date, float8, text) IS
'The same with several series in one chart. A row without x or series is left out.';

CREATE FUNCTION line_add(state chart_points, x date, y float8, series bigint)
RETURNS chart_points AS 'MODULE_PATHNAME', 'line_add_date_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION line_add(chart_points, date, float8, bigint) IS 'The state of line_points with another row.';

CREATE AGGREGATE line_points(x date, y float8, series bigint) (
	SFUNC = line_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE line_points(date, float8, bigint) IS
'The same with several series in one chart. A row without x or series is left out.';

CREATE FUNCTION line_add(state chart_points, x timestamp, y float8, series text)
RETURNS chart_points AS 'MODULE_PATHNAME', 'line_add_timestamp_text'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION line_add(chart_points, timestamp, float8, text) IS 'The state of line_points with another row.';

CREATE AGGREGATE line_points(x timestamp, y float8, series text) (
	SFUNC = line_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE line_points(timestamp, float8, text) IS
'The same with several series in one chart. A row without x or series is left out.';

CREATE FUNCTION line_add(state chart_points, x timestamp, y float8, series bigint)
RETURNS chart_points AS 'MODULE_PATHNAME', 'line_add_timestamp_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION line_add(chart_points, timestamp, float8, bigint) IS 'The state of line_points with another row.';

CREATE AGGREGATE line_points(x timestamp, y float8, series bigint) (
	SFUNC = line_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE line_points(timestamp, float8, bigint) IS
'The same with several series in one chart. A row without x or series is left out.';

CREATE FUNCTION line_add(state chart_points, x timestamptz, y float8, series text)
RETURNS chart_points AS 'MODULE_PATHNAME', 'line_add_timestamp_text'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION line_add(chart_points, timestamptz, float8, text) IS 'The state of line_points with another row.';

CREATE AGGREGATE line_points(x timestamptz, y float8, series text) (
	SFUNC = line_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE line_points(timestamptz, float8, text) IS
'The same with several series in one chart. A row without x or series is left out.';

CREATE FUNCTION line_add(state chart_points, x timestamptz, y float8, series bigint)
RETURNS chart_points AS 'MODULE_PATHNAME', 'line_add_timestamp_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION line_add(chart_points, timestamptz, float8, bigint) IS 'The state of line_points with another row.';

CREATE AGGREGATE line_points(x timestamptz, y float8, series bigint) (
	SFUNC = line_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE line_points(timestamptz, float8, bigint) IS
'The same with several series in one chart. A row without x or series is left out.';

CREATE FUNCTION step_add(state chart_points, x float8, y float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'step_add_float8'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION step_add(chart_points, float8, float8) IS 'The state of step_points with another row.';

CREATE AGGREGATE step_points(x float8, y float8) (
	SFUNC = step_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE step_points(float8, float8) IS
'Points of a line in steps, which holds its value until the next point, for chart_svg. '
'Where y is NULL the line has a gap; a row without x is left out. '
'timestamptz is read in UTC.';

CREATE FUNCTION step_add(state chart_points, x date, y float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'step_add_date'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION step_add(chart_points, date, float8) IS 'The state of step_points with another row.';

CREATE AGGREGATE step_points(x date, y float8) (
	SFUNC = step_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE step_points(date, float8) IS
'Points of a line in steps, which holds its value until the next point, for chart_svg. '
'Where y is NULL the line has a gap; a row without x is left out. '
'timestamptz is read in UTC.';

CREATE FUNCTION step_add(state chart_points, x timestamp, y float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'step_add_timestamp'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION step_add(chart_points, timestamp, float8) IS 'The state of step_points with another row.';

CREATE AGGREGATE step_points(x timestamp, y float8) (
	SFUNC = step_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE step_points(timestamp, float8) IS
'Points of a line in steps, which holds its value until the next point, for chart_svg. '
'Where y is NULL the line has a gap; a row without x is left out. '
'timestamptz is read in UTC.';

CREATE FUNCTION step_add(state chart_points, x timestamptz, y float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'step_add_timestamp'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION step_add(chart_points, timestamptz, float8) IS 'The state of step_points with another row.';

CREATE AGGREGATE step_points(x timestamptz, y float8) (
	SFUNC = step_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE step_points(timestamptz, float8) IS
'Points of a line in steps, which holds its value until the next point, for chart_svg. '
'Where y is NULL the line has a gap; a row without x is left out. '
'timestamptz is read in UTC.';

CREATE FUNCTION step_add(state chart_points, x float8, y float8, series text)
RETURNS chart_points AS 'MODULE_PATHNAME', 'step_add_float8_text'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION step_add(chart_points, float8, float8, text) IS 'The state of step_points with another row.';

CREATE AGGREGATE step_points(x float8, y float8, series text) (
	SFUNC = step_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE step_points(float8, float8, text) IS
'The same with several series in one chart. A row without x or series is left out.';

CREATE FUNCTION step_add(state chart_points, x float8, y float8, series bigint)
RETURNS chart_points AS 'MODULE_PATHNAME', 'step_add_float8_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION step_add(chart_points, float8, float8, bigint) IS 'The state of step_points with another row.';

CREATE AGGREGATE step_points(x float8, y float8, series bigint) (
	SFUNC = step_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE step_points(float8, float8, bigint) IS
'The same with several series in one chart. A row without x or series is left out.';

CREATE FUNCTION step_add(state chart_points, x date, y float8, series text)
RETURNS chart_points AS 'MODULE_PATHNAME', 'step_add_date_text'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION step_add(chart_points, date, float8, text) IS 'The state of step_points with another row.';

CREATE AGGREGATE step_points(x date, y float8, series text) (
	SFUNC = step_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE step_points(date, float8, text) IS
'The same with several series in one chart. A row without x or series is left out.';

CREATE FUNCTION step_add(state chart_points, x date, y float8, series bigint)
RETURNS chart_points AS 'MODULE_PATHNAME', 'step_add_date_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION step_add(chart_points, date, float8, bigint) IS 'The state of step_points with another row.';

CREATE AGGREGATE step_points(x date, y float8, series bigint) (
	SFUNC = step_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE step_points(date, float8, bigint) IS
'The same with several series in one chart. A row without x or series is left out.';

CREATE FUNCTION step_add(state chart_points, x timestamp, y float8, series text)
RETURNS chart_points AS 'MODULE_PATHNAME', 'step_add_timestamp_text'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION step_add(chart_points, timestamp, float8, text) IS 'The state of step_points with another row.';

CREATE AGGREGATE step_points(x timestamp, y float8, series text) (
	SFUNC = step_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE step_points(timestamp, float8, text) IS
'The same with several series in one chart. A row without x or series is left out.';

CREATE FUNCTION step_add(state chart_points, x timestamp, y float8, series bigint)
RETURNS chart_points AS 'MODULE_PATHNAME', 'step_add_timestamp_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION step_add(chart_points, timestamp, float8, bigint) IS 'The state of step_points with another row.';

CREATE AGGREGATE step_points(x timestamp, y float8, series bigint) (
	SFUNC = step_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE step_points(timestamp, float8, bigint) IS
'The same with several series in one chart. A row without x or series is left out.';

CREATE FUNCTION step_add(state chart_points, x timestamptz, y float8, series text)
RETURNS chart_points AS 'MODULE_PATHNAME', 'step_add_timestamp_text'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION step_add(chart_points, timestamptz, float8, text) IS 'The state of step_points with another row.';

CREATE AGGREGATE step_points(x timestamptz, y float8, series text) (
	SFUNC = step_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE step_points(timestamptz, float8, text) IS
'The same with several series in one chart. A row without x or series is left out.';

CREATE FUNCTION step_add(state chart_points, x timestamptz, y float8, series bigint)
RETURNS chart_points AS 'MODULE_PATHNAME', 'step_add_timestamp_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION step_add(chart_points, timestamptz, float8, bigint) IS 'The state of step_points with another row.';

CREATE AGGREGATE step_points(x timestamptz, y float8, series bigint) (
	SFUNC = step_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE step_points(timestamptz, float8, bigint) IS
'The same with several series in one chart. A row without x or series is left out.';

CREATE FUNCTION band_add(state chart_points, x float8, y float8, low float8, high float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'band_add_float8'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION band_add(chart_points, float8, float8, float8, float8) IS 'The state of band_points with another row.';

CREATE AGGREGATE band_points(x float8, y float8, low float8, high float8) (
	SFUNC = band_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE band_points(float8, float8, float8, float8) IS
'Points of a line with an interval around it, for chart_svg. '
'Where y, low or high is NULL there is a gap; a row without x is left out. '
'timestamptz is read in UTC.';

CREATE FUNCTION band_add(state chart_points, x date, y float8, low float8, high float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'band_add_date'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION band_add(chart_points, date, float8, float8, float8) IS 'The state of band_points with another row.';

CREATE AGGREGATE band_points(x date, y float8, low float8, high float8) (
	SFUNC = band_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE band_points(date, float8, float8, float8) IS
'Points of a line with an interval around it, for chart_svg. '
'Where y, low or high is NULL there is a gap; a row without x is left out. '
'timestamptz is read in UTC.';

CREATE FUNCTION band_add(state chart_points, x timestamp, y float8, low float8, high float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'band_add_timestamp'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION band_add(chart_points, timestamp, float8, float8, float8) IS 'The state of band_points with another row.';

CREATE AGGREGATE band_points(x timestamp, y float8, low float8, high float8) (
	SFUNC = band_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE band_points(timestamp, float8, float8, float8) IS
'Points of a line with an interval around it, for chart_svg. '
'Where y, low or high is NULL there is a gap; a row without x is left out. '
'timestamptz is read in UTC.';

CREATE FUNCTION band_add(state chart_points, x timestamptz, y float8, low float8, high float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'band_add_timestamp'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION band_add(chart_points, timestamptz, float8, float8, float8) IS 'The state of band_points with another row.';

CREATE AGGREGATE band_points(x timestamptz, y float8, low float8, high float8) (
	SFUNC = band_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE band_points(timestamptz, float8, float8, float8) IS
'Points of a line with an interval around it, for chart_svg. '
'Where y, low or high is NULL there is a gap; a row without x is left out. '
'timestamptz is read in UTC.';

CREATE FUNCTION band_add(state chart_points, x float8, y float8, low float8, high float8, series text)
RETURNS chart_points AS 'MODULE_PATHNAME', 'band_add_float8_text'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION band_add(chart_points, float8, float8, float8, float8, text) IS
'The state of band_points with another row.';

CREATE AGGREGATE band_points(x float8, y float8, low float8, high float8, series text) (
	SFUNC = band_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE band_points(float8, float8, float8, float8, text) IS
'The same with several series in one chart. A row without x or series is left out.';

CREATE FUNCTION band_add(state chart_points, x float8, y float8, low float8, high float8, series bigint)
RETURNS chart_points AS 'MODULE_PATHNAME', 'band_add_float8_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION band_add(chart_points, float8, float8, float8, float8, bigint) IS
'The state of band_points with another row.';

CREATE AGGREGATE band_points(x float8, y float8, low float8, high float8, series bigint) (
	SFUNC = band_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE band_points(float8, float8, float8, float8, bigint) IS
'The same with several series in one chart. A row without x or series is left out.';

CREATE FUNCTION band_add(state chart_points, x date, y float8, low float8, high float8, series text)
RETURNS chart_points AS 'MODULE_PATHNAME', 'band_add_date_text'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION band_add(chart_points, date, float8, float8, float8, text) IS
'The state of band_points with another row.';

CREATE AGGREGATE band_points(x date, y float8, low float8, high float8, series text) (
	SFUNC = band_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE band_points(date, float8, float8, float8, text) IS
'The same with several series in one chart. A row without x or series is left out.';

CREATE FUNCTION band_add(state chart_points, x date, y float8, low float8, high float8, series bigint)
RETURNS chart_points AS 'MODULE_PATHNAME', 'band_add_date_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION band_add(chart_points, date, float8, float8, float8, bigint) IS
'The state of band_points with another row.';

CREATE AGGREGATE band_points(x date, y float8, low float8, high float8, series bigint) (
	SFUNC = band_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE band_points(date, float8, float8, float8, bigint) IS
'The same with several series in one chart. A row without x or series is left out.';

CREATE FUNCTION band_add(state chart_points, x timestamp, y float8, low float8, high float8, series text)
RETURNS chart_points AS 'MODULE_PATHNAME', 'band_add_timestamp_text'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION band_add(chart_points, timestamp, float8, float8, float8, text) IS
'The state of band_points with another row.';

CREATE AGGREGATE band_points(x timestamp, y float8, low float8, high float8, series text) (
	SFUNC = band_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE band_points(timestamp, float8, float8, float8, text) IS
'The same with several series in one chart. A row without x or series is left out.';

CREATE FUNCTION band_add(state chart_points, x timestamp, y float8, low float8, high float8, series bigint)
RETURNS chart_points AS 'MODULE_PATHNAME', 'band_add_timestamp_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION band_add(chart_points, timestamp, float8, float8, float8, bigint) IS
'The state of band_points with another row.';

CREATE AGGREGATE band_points(x timestamp, y float8, low float8, high float8, series bigint) (
	SFUNC = band_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE band_points(timestamp, float8, float8, float8, bigint) IS
'The same with several series in one chart. A row without x or series is left out.';

CREATE FUNCTION band_add(state chart_points, x timestamptz, y float8, low float8, high float8, series text)
RETURNS chart_points AS 'MODULE_PATHNAME', 'band_add_timestamp_text'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION band_add(chart_points, timestamptz, float8, float8, float8, text) IS
'The state of band_points with another row.';

CREATE AGGREGATE band_points(x timestamptz, y float8, low float8, high float8, series text) (
	SFUNC = band_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE band_points(timestamptz, float8, float8, float8, text) IS
'The same with several series in one chart. A row without x or series is left out.';

CREATE FUNCTION band_add(state chart_points, x timestamptz, y float8, low float8, high float8, series bigint)
RETURNS chart_points AS 'MODULE_PATHNAME', 'band_add_timestamp_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION band_add(chart_points, timestamptz, float8, float8, float8, bigint) IS
'The state of band_points with another row.';

CREATE AGGREGATE band_points(x timestamptz, y float8, low float8, high float8, series bigint) (
	SFUNC = band_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE band_points(timestamptz, float8, float8, float8, bigint) IS
'The same with several series in one chart. A row without x or series is left out.';

CREATE FUNCTION survival_points_add(state chart_points, t float8, survival float8, low float8, high float8,
	at_risk float8, censored float8)
RETURNS chart_points AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival_points_add(chart_points, float8, float8, float8, float8, float8, float8) IS
'The state of survival_points with another row.';

CREATE AGGREGATE survival_points(t float8, survival float8, low float8, high float8, at_risk float8, censored float8) (
	SFUNC = survival_points_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE survival_points(float8, float8, float8, float8, float8, float8) IS
'Points of a survival curve, such as the rows of km_curve, for chart_svg: steps from 1 at time 0, with the interval, a '
'tick where censored is above 0, and below the axis how many were at risk. '
'Where survival is NULL there is a gap, where low or high is NULL no interval; a row without t is left out.';

CREATE FUNCTION survival_points_add(state chart_points, t float8, survival float8, low float8, high float8,
	at_risk float8, censored float8, series text)
RETURNS chart_points AS 'MODULE_PATHNAME', 'survival_points_add_text'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival_points_add(chart_points, float8, float8, float8, float8, float8, float8, text) IS
'The state of survival_points with another row.';

CREATE AGGREGATE survival_points(t float8, survival float8, low float8, high float8, at_risk float8, censored float8,
	series text) (
	SFUNC = survival_points_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE survival_points(float8, float8, float8, float8, float8, float8, text) IS
'The same with several series in one chart. A row without t or series is left out.';

CREATE FUNCTION survival_points_add(state chart_points, t float8, survival float8, low float8, high float8,
	at_risk float8, censored float8, series bigint)
RETURNS chart_points AS 'MODULE_PATHNAME', 'survival_points_add_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survival_points_add(chart_points, float8, float8, float8, float8, float8, float8, bigint) IS
'The state of survival_points with another row.';

CREATE AGGREGATE survival_points(t float8, survival float8, low float8, high float8, at_risk float8, censored float8,
	series bigint) (
	SFUNC = survival_points_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE survival_points(float8, float8, float8, float8, float8, float8, bigint) IS
'The same with several series in one chart. A row without t or series is left out.';

CREATE FUNCTION control_add(state chart_points, x float8, y float8, center float8, low float8, high float8,
	signal boolean)
RETURNS chart_points AS 'MODULE_PATHNAME', 'control_add_float8'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION control_add(chart_points, float8, float8, float8, float8, float8, boolean) IS
'The state of control_points with another row.';

CREATE AGGREGATE control_points(x float8, y float8, center float8, low float8, high float8, signal boolean) (
	SFUNC = control_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE control_points(float8, float8, float8, float8, float8, boolean) IS
'Points of a control chart, for chart_svg: the line of y, the centre and the limits in steps, and a diamond where '
'signal is true. Where y is NULL there is a gap, where center, low or high is NULL no line. A row without x is left '
'out. '
'timestamptz is read in UTC.';

CREATE FUNCTION control_add(state chart_points, x date, y float8, center float8, low float8, high float8,
	signal boolean)
RETURNS chart_points AS 'MODULE_PATHNAME', 'control_add_date'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION control_add(chart_points, date, float8, float8, float8, float8, boolean) IS
'The state of control_points with another row.';

CREATE AGGREGATE control_points(x date, y float8, center float8, low float8, high float8, signal boolean) (
	SFUNC = control_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE control_points(date, float8, float8, float8, float8, boolean) IS
'Points of a control chart, for chart_svg: the line of y, the centre and the limits in steps, and a diamond where '
'signal is true. Where y is NULL there is a gap, where center, low or high is NULL no line. A row without x is left '
'out. '
'timestamptz is read in UTC.';

CREATE FUNCTION control_add(state chart_points, x timestamp, y float8, center float8, low float8, high float8,
	signal boolean)
RETURNS chart_points AS 'MODULE_PATHNAME', 'control_add_timestamp'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION control_add(chart_points, timestamp, float8, float8, float8, float8, boolean) IS
'The state of control_points with another row.';

CREATE AGGREGATE control_points(x timestamp, y float8, center float8, low float8, high float8, signal boolean) (
	SFUNC = control_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE control_points(timestamp, float8, float8, float8, float8, boolean) IS
'Points of a control chart, for chart_svg: the line of y, the centre and the limits in steps, and a diamond where '
'signal is true. Where y is NULL there is a gap, where center, low or high is NULL no line. A row without x is left '
'out. '
'timestamptz is read in UTC.';

CREATE FUNCTION control_add(state chart_points, x timestamptz, y float8, center float8, low float8, high float8,
	signal boolean)
RETURNS chart_points AS 'MODULE_PATHNAME', 'control_add_timestamp'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION control_add(chart_points, timestamptz, float8, float8, float8, float8, boolean) IS
'The state of control_points with another row.';

CREATE AGGREGATE control_points(x timestamptz, y float8, center float8, low float8, high float8, signal boolean) (
	SFUNC = control_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE control_points(timestamptz, float8, float8, float8, float8, boolean) IS
'Points of a control chart, for chart_svg: the line of y, the centre and the limits in steps, and a diamond where '
'signal is true. Where y is NULL there is a gap, where center, low or high is NULL no line. A row without x is left '
'out. '
'timestamptz is read in UTC.';

CREATE FUNCTION scatter_add(state chart_points, x float8, y float8, label text)
RETURNS chart_points AS 'MODULE_PATHNAME', 'scatter_add_float8_text'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION scatter_add(chart_points, float8, float8, text) IS 'The state of scatter_points with another row.';

CREATE AGGREGATE scatter_points(x float8, y float8, label text) (
	SFUNC = scatter_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE scatter_points(float8, float8, text) IS
'Points with labels, for chart_svg, which can cut them into quadrants. '
'A row without x or y is left out; one without label is a point without.';

CREATE FUNCTION scatter_add(state chart_points, x float8, y float8, label bigint)
RETURNS chart_points AS 'MODULE_PATHNAME', 'scatter_add_float8_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION scatter_add(chart_points, float8, float8, bigint) IS 'The state of scatter_points with another row.';

CREATE AGGREGATE scatter_points(x float8, y float8, label bigint) (
	SFUNC = scatter_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE scatter_points(float8, float8, bigint) IS
'Points with labels, for chart_svg, which can cut them into quadrants. '
'A row without x or y is left out; one without label is a point without.';

CREATE FUNCTION scatter_add(state chart_points, x date, y float8, label text)
RETURNS chart_points AS 'MODULE_PATHNAME', 'scatter_add_date_text'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION scatter_add(chart_points, date, float8, text) IS 'The state of scatter_points with another row.';

CREATE AGGREGATE scatter_points(x date, y float8, label text) (
	SFUNC = scatter_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE scatter_points(date, float8, text) IS
'Points with labels, for chart_svg, which can cut them into quadrants. '
'A row without x or y is left out; one without label is a point without.';

CREATE FUNCTION scatter_add(state chart_points, x date, y float8, label bigint)
RETURNS chart_points AS 'MODULE_PATHNAME', 'scatter_add_date_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION scatter_add(chart_points, date, float8, bigint) IS 'The state of scatter_points with another row.';

CREATE AGGREGATE scatter_points(x date, y float8, label bigint) (
	SFUNC = scatter_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE scatter_points(date, float8, bigint) IS
'Points with labels, for chart_svg, which can cut them into quadrants. '
'A row without x or y is left out; one without label is a point without.';

CREATE FUNCTION scatter_add(state chart_points, x timestamp, y float8, label text)
RETURNS chart_points AS 'MODULE_PATHNAME', 'scatter_add_timestamp_text'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION scatter_add(chart_points, timestamp, float8, text) IS 'The state of scatter_points with another row.';

CREATE AGGREGATE scatter_points(x timestamp, y float8, label text) (
	SFUNC = scatter_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE scatter_points(timestamp, float8, text) IS
'Points with labels, for chart_svg, which can cut them into quadrants. '
'A row without x or y is left out; one without label is a point without.';

CREATE FUNCTION scatter_add(state chart_points, x timestamp, y float8, label bigint)
RETURNS chart_points AS 'MODULE_PATHNAME', 'scatter_add_timestamp_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION scatter_add(chart_points, timestamp, float8, bigint) IS 'The state of scatter_points with another row.';

CREATE AGGREGATE scatter_points(x timestamp, y float8, label bigint) (
	SFUNC = scatter_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE scatter_points(timestamp, float8, bigint) IS
'Points with labels, for chart_svg, which can cut them into quadrants. '
'A row without x or y is left out; one without label is a point without.';

CREATE FUNCTION scatter_add(state chart_points, x timestamptz, y float8, label text)
RETURNS chart_points AS 'MODULE_PATHNAME', 'scatter_add_timestamp_text'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION scatter_add(chart_points, timestamptz, float8, text) IS 'The state of scatter_points with another row.';

CREATE AGGREGATE scatter_points(x timestamptz, y float8, label text) (
	SFUNC = scatter_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE scatter_points(timestamptz, float8, text) IS
'Points with labels, for chart_svg, which can cut them into quadrants. '
'A row without x or y is left out; one without label is a point without.';

CREATE FUNCTION scatter_add(state chart_points, x timestamptz, y float8, label bigint)
RETURNS chart_points AS 'MODULE_PATHNAME', 'scatter_add_timestamp_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION scatter_add(chart_points, timestamptz, float8, bigint) IS 'The state of scatter_points with another row.';

CREATE AGGREGATE scatter_points(x timestamptz, y float8, label bigint) (
	SFUNC = scatter_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE scatter_points(timestamptz, float8, bigint) IS
'Points with labels, for chart_svg, which can cut them into quadrants. '
'A row without x or y is left out; one without label is a point without.';

CREATE FUNCTION bar_add(state chart_points, label text, value float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'bar_add_text'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bar_add(chart_points, text, float8) IS 'The state of bar_points with another row.';

CREATE AGGREGATE bar_points(label text, value float8) (
	SFUNC = bar_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE bar_points(text, float8) IS
'Bars with labels, for chart_svg: the largest first, or in the order that its options say. NULL is left out.';

CREATE FUNCTION waterfall_add(state chart_points, place float8, label text, amount float8, kind text)
RETURNS chart_points AS 'MODULE_PATHNAME', 'waterfall_add_text'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION waterfall_add(chart_points, float8, text, float8, text) IS
'The state of waterfall_points with another row.';

CREATE AGGREGATE waterfall_points(place float8, label text, amount float8, kind text) (
	SFUNC = waterfall_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE waterfall_points(float8, text, float8, text) IS
'Steps from one total to another, for chart_svg. place: their order. kind: delta or total. '
'A total without amount is the sum so far; one with another amount is an error. '
'A row without place, label or kind is left out, and a delta without amount.';

CREATE FUNCTION flow_add(state chart_points, source text, target text, amount float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'flow_add_text'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION flow_add(chart_points, text, text, float8) IS 'The state of flow_points with another row.';

CREATE AGGREGATE flow_points(source text, target text, amount float8) (
	SFUNC = flow_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE flow_points(text, text, float8) IS
'Flows from a source to a target, for chart_svg: a Sankey diagram. Rows of one source and target add up. '
'Flows in a cycle are an error when it is drawn. NULL is left out.';

CREATE FUNCTION bar_add(state chart_points, label bigint, value float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'bar_add_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bar_add(chart_points, bigint, float8) IS 'The state of bar_points with another row.';

CREATE AGGREGATE bar_points(label bigint, value float8) (
	SFUNC = bar_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE bar_points(bigint, float8) IS
'Bars with labels, for chart_svg: the largest first, or in the order that its options say. NULL is left out.';

CREATE FUNCTION waterfall_add(state chart_points, place float8, label bigint, amount float8, kind text)
RETURNS chart_points AS 'MODULE_PATHNAME', 'waterfall_add_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION waterfall_add(chart_points, float8, bigint, float8, text) IS
'The state of waterfall_points with another row.';

CREATE AGGREGATE waterfall_points(place float8, label bigint, amount float8, kind text) (
	SFUNC = waterfall_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE waterfall_points(float8, bigint, float8, text) IS
'Steps from one total to another, for chart_svg. place: their order. kind: delta or total. '
'A total without amount is the sum so far; one with another amount is an error. '
'A row without place, label or kind is left out, and a delta without amount.';

CREATE FUNCTION flow_add(state chart_points, source bigint, target bigint, amount float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'flow_add_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION flow_add(chart_points, bigint, bigint, float8) IS 'The state of flow_points with another row.';

CREATE AGGREGATE flow_points(source bigint, target bigint, amount float8) (
	SFUNC = flow_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE flow_points(bigint, bigint, float8) IS
'Flows from a source to a target, for chart_svg: a Sankey diagram. Rows of one source and target add up. '
'Flows in a cycle are an error when it is drawn. NULL is left out.';

CREATE FUNCTION heat_add(state chart_points, y_label text, x_label text, value float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'heat_add_text_text'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION heat_add(chart_points, text, text, float8) IS 'The state of heat_points with another row.';

CREATE AGGREGATE heat_points(y_label text, x_label text, value float8) (
	SFUNC = heat_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE heat_points(text, text, float8) IS
'Cells of rows and columns, for chart_svg: such as cohorts, periods and rates. '
'Where value is NULL the cell is blank; a row without labels is left out.';

CREATE FUNCTION heat_add(state chart_points, y_label text, x_label bigint, value float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'heat_add_text_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION heat_add(chart_points, text, bigint, float8) IS 'The state of heat_points with another row.';

CREATE AGGREGATE heat_points(y_label text, x_label bigint, value float8) (
	SFUNC = heat_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE heat_points(text, bigint, float8) IS
'Cells of rows and columns, for chart_svg: such as cohorts, periods and rates. '
'Where value is NULL the cell is blank; a row without labels is left out.';

CREATE FUNCTION heat_add(state chart_points, y_label bigint, x_label text, value float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'heat_add_bigint_text'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION heat_add(chart_points, bigint, text, float8) IS 'The state of heat_points with another row.';

CREATE AGGREGATE heat_points(y_label bigint, x_label text, value float8) (
	SFUNC = heat_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE heat_points(bigint, text, float8) IS
'Cells of rows and columns, for chart_svg: such as cohorts, periods and rates. '
'Where value is NULL the cell is blank; a row without labels is left out.';

CREATE FUNCTION heat_add(state chart_points, y_label bigint, x_label bigint, value float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'heat_add_bigint_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION heat_add(chart_points, bigint, bigint, float8) IS 'The state of heat_points with another row.';

CREATE AGGREGATE heat_points(y_label bigint, x_label bigint, value float8) (
	SFUNC = heat_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE heat_points(bigint, bigint, float8) IS
'Cells of rows and columns, for chart_svg: such as cohorts, periods and rates. '
'Where value is NULL the cell is blank; a row without labels is left out.';

CREATE FUNCTION heat_add(state chart_points, y_label text, x_label text, value float8, complete boolean)
RETURNS chart_points AS 'MODULE_PATHNAME', 'heat_add_text_text'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION heat_add(chart_points, text, text, float8, boolean) IS
'The state of heat_points with another row.';

CREATE AGGREGATE heat_points(y_label text, x_label text, value float8, complete boolean) (
	SFUNC = heat_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE heat_points(text, text, float8, boolean) IS
'The same with cells that are hatched where complete is false: such as periods that are not over for all of a cohort.';

CREATE FUNCTION heat_add(state chart_points, y_label text, x_label bigint, value float8, complete boolean)
RETURNS chart_points AS 'MODULE_PATHNAME', 'heat_add_text_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION heat_add(chart_points, text, bigint, float8, boolean) IS
'The state of heat_points with another row.';

CREATE AGGREGATE heat_points(y_label text, x_label bigint, value float8, complete boolean) (
	SFUNC = heat_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE heat_points(text, bigint, float8, boolean) IS
'The same with cells that are hatched where complete is false: such as periods that are not over for all of a cohort.';

CREATE FUNCTION heat_add(state chart_points, y_label bigint, x_label text, value float8, complete boolean)
RETURNS chart_points AS 'MODULE_PATHNAME', 'heat_add_bigint_text'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION heat_add(chart_points, bigint, text, float8, boolean) IS
'The state of heat_points with another row.';

CREATE AGGREGATE heat_points(y_label bigint, x_label text, value float8, complete boolean) (
	SFUNC = heat_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE heat_points(bigint, text, float8, boolean) IS
'The same with cells that are hatched where complete is false: such as periods that are not over for all of a cohort.';

CREATE FUNCTION heat_add(state chart_points, y_label bigint, x_label bigint, value float8, complete boolean)
RETURNS chart_points AS 'MODULE_PATHNAME', 'heat_add_bigint_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION heat_add(chart_points, bigint, bigint, float8, boolean) IS
'The state of heat_points with another row.';

CREATE AGGREGATE heat_points(y_label bigint, x_label bigint, value float8, complete boolean) (
	SFUNC = heat_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE heat_points(bigint, bigint, float8, boolean) IS
'The same with cells that are hatched where complete is false: such as periods that are not over for all of a cohort.';

CREATE FUNCTION histogram_add(state chart_points, value float8)
RETURNS chart_points AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION histogram_add(chart_points, float8) IS 'The state of histogram_points with another row.';

CREATE AGGREGATE histogram_points(value float8) (
	SFUNC = histogram_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = chart_points_pack, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE histogram_points(float8) IS
'Values counted for a histogram, for chart_svg. Beyond 5,000 distinct values they are counted in bins finer than those '
'drawn. NULL is left out.';

CREATE FUNCTION histogram_text(points chart_points)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION histogram_text(chart_points) IS
'A histogram as text, one line a bin. Final function of histogram_chart.';

CREATE AGGREGATE histogram_chart(value float8) (
	SFUNC = histogram_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = histogram_text, COMBINEFUNC = chart_points_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE histogram_chart(float8) IS
'A histogram as text, one line a bin. Bins are of round width, closed below and open above, the last one closed.';

-- In the order of their rows, as ORDER BY in the call says: these two have no parallel plans.
CREATE FUNCTION sparkline_text(points chart_points)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 50;
COMMENT ON FUNCTION sparkline_text(chart_points) IS 'A sparkline. Final function of sparkline.';

CREATE FUNCTION bar_chart_text(points chart_points)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION bar_chart_text(chart_points) IS 'A bar chart as text. Final function of bar_chart.';

CREATE FUNCTION sparkline_add(state chart_points, x float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'sparkline_add'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION sparkline_add(chart_points, float8) IS 'The state of sparkline with another row.';

CREATE AGGREGATE sparkline(x float8) (
	SFUNC = sparkline_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = sparkline_text,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE sparkline(float8) IS
'A line of block characters, one for each row, from the lowest to the highest value: sparkline(x ORDER BY t). '
'NULL is a blank. At most 5,000 rows.';

CREATE FUNCTION bar_chart_add(state chart_points, label text, value numeric)
RETURNS chart_points AS 'MODULE_PATHNAME', 'bar_chart_add_text_numeric'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bar_chart_add(chart_points, text, numeric) IS 'The state of bar_chart with another row.';

CREATE AGGREGATE bar_chart(label text, value numeric) (
	SFUNC = bar_chart_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = bar_chart_text,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bar_chart(text, numeric) IS
'Bars of block characters, one line for each row: bar_chart(label, value ORDER BY value DESC). '
'The longest has 20 cells, or 10 where losses go to the left of zero. NULL is shown as (null).';

CREATE FUNCTION bar_chart_add(state chart_points, label text, value numeric, width integer)
RETURNS chart_points AS 'MODULE_PATHNAME', 'bar_chart_add_text_numeric'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bar_chart_add(chart_points, text, numeric, integer) IS 'The state of bar_chart with another row.';

CREATE AGGREGATE bar_chart(label text, value numeric, width integer) (
	SFUNC = bar_chart_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = bar_chart_text,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bar_chart(text, numeric, integer) IS
'The same with so many cells for the longest bar, from 1 to 1000.';

CREATE FUNCTION bar_chart_add(state chart_points, label text, value bigint)
RETURNS chart_points AS 'MODULE_PATHNAME', 'bar_chart_add_text_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bar_chart_add(chart_points, text, bigint) IS 'The state of bar_chart with another row.';

CREATE AGGREGATE bar_chart(label text, value bigint) (
	SFUNC = bar_chart_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = bar_chart_text,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bar_chart(text, bigint) IS
'Bars of block characters, one line for each row: bar_chart(label, value ORDER BY value DESC). '
'The longest has 20 cells, or 10 where losses go to the left of zero. NULL is shown as (null).';

CREATE FUNCTION bar_chart_add(state chart_points, label text, value bigint, width integer)
RETURNS chart_points AS 'MODULE_PATHNAME', 'bar_chart_add_text_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bar_chart_add(chart_points, text, bigint, integer) IS 'The state of bar_chart with another row.';

CREATE AGGREGATE bar_chart(label text, value bigint, width integer) (
	SFUNC = bar_chart_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = bar_chart_text,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bar_chart(text, bigint, integer) IS
'The same with so many cells for the longest bar, from 1 to 1000.';

CREATE FUNCTION bar_chart_add(state chart_points, label text, value float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'bar_chart_add_text_float8'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bar_chart_add(chart_points, text, float8) IS 'The state of bar_chart with another row.';

CREATE AGGREGATE bar_chart(label text, value float8) (
	SFUNC = bar_chart_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = bar_chart_text,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bar_chart(text, float8) IS
'Bars of block characters, one line for each row: bar_chart(label, value ORDER BY value DESC). '
'The longest has 20 cells, or 10 where losses go to the left of zero. NULL is shown as (null).';

CREATE FUNCTION bar_chart_add(state chart_points, label text, value float8, width integer)
RETURNS chart_points AS 'MODULE_PATHNAME', 'bar_chart_add_text_float8'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bar_chart_add(chart_points, text, float8, integer) IS 'The state of bar_chart with another row.';

CREATE AGGREGATE bar_chart(label text, value float8, width integer) (
	SFUNC = bar_chart_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = bar_chart_text,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bar_chart(text, float8, integer) IS
'The same with so many cells for the longest bar, from 1 to 1000.';

CREATE FUNCTION bar_chart_add(state chart_points, label text, value real)
RETURNS chart_points AS 'MODULE_PATHNAME', 'bar_chart_add_text_real'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bar_chart_add(chart_points, text, real) IS 'The state of bar_chart with another row.';

CREATE AGGREGATE bar_chart(label text, value real) (
	SFUNC = bar_chart_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = bar_chart_text,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bar_chart(text, real) IS
'Bars of block characters, one line for each row: bar_chart(label, value ORDER BY value DESC). '
'The longest has 20 cells, or 10 where losses go to the left of zero. NULL is shown as (null).';

CREATE FUNCTION bar_chart_add(state chart_points, label text, value real, width integer)
RETURNS chart_points AS 'MODULE_PATHNAME', 'bar_chart_add_text_real'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bar_chart_add(chart_points, text, real, integer) IS 'The state of bar_chart with another row.';

CREATE AGGREGATE bar_chart(label text, value real, width integer) (
	SFUNC = bar_chart_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = bar_chart_text,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bar_chart(text, real, integer) IS
'The same with so many cells for the longest bar, from 1 to 1000.';

CREATE FUNCTION bar_chart_add(state chart_points, label bigint, value numeric)
RETURNS chart_points AS 'MODULE_PATHNAME', 'bar_chart_add_bigint_numeric'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bar_chart_add(chart_points, bigint, numeric) IS 'The state of bar_chart with another row.';

CREATE AGGREGATE bar_chart(label bigint, value numeric) (
	SFUNC = bar_chart_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = bar_chart_text,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bar_chart(bigint, numeric) IS
'Bars of block characters, one line for each row: bar_chart(label, value ORDER BY value DESC). '
'The longest has 20 cells, or 10 where losses go to the left of zero. NULL is shown as (null).';

CREATE FUNCTION bar_chart_add(state chart_points, label bigint, value numeric, width integer)
RETURNS chart_points AS 'MODULE_PATHNAME', 'bar_chart_add_bigint_numeric'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bar_chart_add(chart_points, bigint, numeric, integer) IS 'The state of bar_chart with another row.';

CREATE AGGREGATE bar_chart(label bigint, value numeric, width integer) (
	SFUNC = bar_chart_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = bar_chart_text,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bar_chart(bigint, numeric, integer) IS
'The same with so many cells for the longest bar, from 1 to 1000.';

CREATE FUNCTION bar_chart_add(state chart_points, label bigint, value bigint)
RETURNS chart_points AS 'MODULE_PATHNAME', 'bar_chart_add_bigint_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bar_chart_add(chart_points, bigint, bigint) IS 'The state of bar_chart with another row.';

CREATE AGGREGATE bar_chart(label bigint, value bigint) (
	SFUNC = bar_chart_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = bar_chart_text,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bar_chart(bigint, bigint) IS
'Bars of block characters, one line for each row: bar_chart(label, value ORDER BY value DESC). '
'The longest has 20 cells, or 10 where losses go to the left of zero. NULL is shown as (null).';

CREATE FUNCTION bar_chart_add(state chart_points, label bigint, value bigint, width integer)
RETURNS chart_points AS 'MODULE_PATHNAME', 'bar_chart_add_bigint_bigint'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bar_chart_add(chart_points, bigint, bigint, integer) IS 'The state of bar_chart with another row.';

CREATE AGGREGATE bar_chart(label bigint, value bigint, width integer) (
	SFUNC = bar_chart_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = bar_chart_text,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bar_chart(bigint, bigint, integer) IS
'The same with so many cells for the longest bar, from 1 to 1000.';

CREATE FUNCTION bar_chart_add(state chart_points, label bigint, value float8)
RETURNS chart_points AS 'MODULE_PATHNAME', 'bar_chart_add_bigint_float8'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bar_chart_add(chart_points, bigint, float8) IS 'The state of bar_chart with another row.';

CREATE AGGREGATE bar_chart(label bigint, value float8) (
	SFUNC = bar_chart_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = bar_chart_text,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bar_chart(bigint, float8) IS
'Bars of block characters, one line for each row: bar_chart(label, value ORDER BY value DESC). '
'The longest has 20 cells, or 10 where losses go to the left of zero. NULL is shown as (null).';

CREATE FUNCTION bar_chart_add(state chart_points, label bigint, value float8, width integer)
RETURNS chart_points AS 'MODULE_PATHNAME', 'bar_chart_add_bigint_float8'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bar_chart_add(chart_points, bigint, float8, integer) IS 'The state of bar_chart with another row.';

CREATE AGGREGATE bar_chart(label bigint, value float8, width integer) (
	SFUNC = bar_chart_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = bar_chart_text,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bar_chart(bigint, float8, integer) IS
'The same with so many cells for the longest bar, from 1 to 1000.';

CREATE FUNCTION bar_chart_add(state chart_points, label bigint, value real)
RETURNS chart_points AS 'MODULE_PATHNAME', 'bar_chart_add_bigint_real'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bar_chart_add(chart_points, bigint, real) IS 'The state of bar_chart with another row.';

CREATE AGGREGATE bar_chart(label bigint, value real) (
	SFUNC = bar_chart_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = bar_chart_text,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bar_chart(bigint, real) IS
'Bars of block characters, one line for each row: bar_chart(label, value ORDER BY value DESC). '
'The longest has 20 cells, or 10 where losses go to the left of zero. NULL is shown as (null).';

CREATE FUNCTION bar_chart_add(state chart_points, label bigint, value real, width integer)
RETURNS chart_points AS 'MODULE_PATHNAME', 'bar_chart_add_bigint_real'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bar_chart_add(chart_points, bigint, real, integer) IS 'The state of bar_chart with another row.';

CREATE AGGREGATE bar_chart(label bigint, value real, width integer) (
	SFUNC = bar_chart_add, STYPE = chart_points, SSPACE = 16384, INITCOND = 'v1',
	FINALFUNC = bar_chart_text,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bar_chart(bigint, real, integer) IS
'The same with so many cells for the longest bar, from 1 to 1000.';

-- Charts as SVG.
CREATE FUNCTION chart_svg(points chart_points, options jsonb DEFAULT '{}')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION chart_svg(chart_points, jsonb) IS
'The chart as SVG, with a description that says the finding in words. '
'Options: title, description, width, height, background, colors, x_label, y_label, y_min, y_max, percent, limits, '
'mark, diagonal, x_cut, y_cut, quadrants, labels, order, sort, top, bins. Unknown ones are an error. Without rows it '
'says "no data".';

CREATE FUNCTION report_html(title text, body text[])
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION report_html(text, text[]) IS
'One page that needs nothing else: for light and dark, for phones and for paper. Parts of the body are charts of '
'chart_svg, tables (JSON arrays of objects, as json_agg makes them), headings that begin with "# ", and texts. NULL is '
'left out.';
-- compare: order and equality of stored types

-- Every stored type can be compared: values are equal when they hold the same, whichever way and version they came by.
-- The order is that of the bytes that are sent: total, and without a meaning of its own.  So DISTINCT, GROUP BY, UNION,
-- MERGE, IS DISTINCT FROM, indexes, hash partitions and REPLICA IDENTITY FULL work.

CREATE FUNCTION held_rows_cmp(a held_rows, b held_rows)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_cmp(held_rows, held_rows) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION held_rows_eq(a held_rows, b held_rows)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_eq(held_rows, held_rows) IS 'Function of the operator =.';

CREATE FUNCTION held_rows_ne(a held_rows, b held_rows)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_ne(held_rows, held_rows) IS 'Function of the operator <>.';

CREATE FUNCTION held_rows_lt(a held_rows, b held_rows)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_lt(held_rows, held_rows) IS 'Function of the operator <.';

CREATE FUNCTION held_rows_le(a held_rows, b held_rows)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_le(held_rows, held_rows) IS 'Function of the operator <=.';

CREATE FUNCTION held_rows_gt(a held_rows, b held_rows)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_gt(held_rows, held_rows) IS 'Function of the operator >.';

CREATE FUNCTION held_rows_ge(a held_rows, b held_rows)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_ge(held_rows, held_rows) IS 'Function of the operator >=.';

CREATE FUNCTION held_rows_hash(a held_rows)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_hash(held_rows) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION held_rows_hash_extended(a held_rows, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_hash_extended(held_rows, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = held_rows, RIGHTARG = held_rows, FUNCTION = held_rows_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (held_rows, held_rows) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = held_rows, RIGHTARG = held_rows, FUNCTION = held_rows_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (held_rows, held_rows) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = held_rows, RIGHTARG = held_rows, FUNCTION = held_rows_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (held_rows, held_rows) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = held_rows, RIGHTARG = held_rows, FUNCTION = held_rows_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (held_rows, held_rows) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = held_rows, RIGHTARG = held_rows, FUNCTION = held_rows_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (held_rows, held_rows) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = held_rows, RIGHTARG = held_rows, FUNCTION = held_rows_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (held_rows, held_rows) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS held_rows_ops DEFAULT FOR TYPE held_rows USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 held_rows_cmp(held_rows, held_rows);
COMMENT ON OPERATOR CLASS held_rows_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY held_rows_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS held_rows_ops DEFAULT FOR TYPE held_rows USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 held_rows_hash(held_rows),
	FUNCTION 2 held_rows_hash_extended(held_rows, bigint);
COMMENT ON OPERATOR CLASS held_rows_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY held_rows_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION abc_network_cmp(a abc_network, b abc_network)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_cmp(abc_network, abc_network) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION abc_network_eq(a abc_network, b abc_network)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_eq(abc_network, abc_network) IS 'Function of the operator =.';

CREATE FUNCTION abc_network_ne(a abc_network, b abc_network)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_ne(abc_network, abc_network) IS 'Function of the operator <>.';

CREATE FUNCTION abc_network_lt(a abc_network, b abc_network)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_lt(abc_network, abc_network) IS 'Function of the operator <.';

CREATE FUNCTION abc_network_le(a abc_network, b abc_network)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_le(abc_network, abc_network) IS 'Function of the operator <=.';

CREATE FUNCTION abc_network_gt(a abc_network, b abc_network)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_gt(abc_network, abc_network) IS 'Function of the operator >.';

CREATE FUNCTION abc_network_ge(a abc_network, b abc_network)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_ge(abc_network, abc_network) IS 'Function of the operator >=.';

CREATE FUNCTION abc_network_hash(a abc_network)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_hash(abc_network) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION abc_network_hash_extended(a abc_network, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_hash_extended(abc_network, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = abc_network, RIGHTARG = abc_network, FUNCTION = abc_network_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (abc_network, abc_network) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = abc_network, RIGHTARG = abc_network, FUNCTION = abc_network_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (abc_network, abc_network) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = abc_network, RIGHTARG = abc_network, FUNCTION = abc_network_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (abc_network, abc_network) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = abc_network, RIGHTARG = abc_network, FUNCTION = abc_network_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (abc_network, abc_network) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = abc_network, RIGHTARG = abc_network, FUNCTION = abc_network_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (abc_network, abc_network) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = abc_network, RIGHTARG = abc_network, FUNCTION = abc_network_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (abc_network, abc_network) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS abc_network_ops DEFAULT FOR TYPE abc_network USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 abc_network_cmp(abc_network, abc_network);
COMMENT ON OPERATOR CLASS abc_network_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY abc_network_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS abc_network_ops DEFAULT FOR TYPE abc_network USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 abc_network_hash(abc_network),
	FUNCTION 2 abc_network_hash_extended(abc_network, bigint);
COMMENT ON OPERATOR CLASS abc_network_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY abc_network_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION concentration_summary_cmp(a concentration_summary, b concentration_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_cmp(concentration_summary, concentration_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION concentration_summary_eq(a concentration_summary, b concentration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_eq(concentration_summary, concentration_summary) IS 'Function of the operator =.';

CREATE FUNCTION concentration_summary_ne(a concentration_summary, b concentration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_ne(concentration_summary, concentration_summary) IS 'Function of the operator <>.';

CREATE FUNCTION concentration_summary_lt(a concentration_summary, b concentration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_lt(concentration_summary, concentration_summary) IS 'Function of the operator <.';

CREATE FUNCTION concentration_summary_le(a concentration_summary, b concentration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_le(concentration_summary, concentration_summary) IS 'Function of the operator <=.';

CREATE FUNCTION concentration_summary_gt(a concentration_summary, b concentration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_gt(concentration_summary, concentration_summary) IS 'Function of the operator >.';

CREATE FUNCTION concentration_summary_ge(a concentration_summary, b concentration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_ge(concentration_summary, concentration_summary) IS 'Function of the operator >=.';

CREATE FUNCTION concentration_summary_hash(a concentration_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_hash(concentration_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION concentration_summary_hash_extended(a concentration_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_hash_extended(concentration_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = concentration_summary, RIGHTARG = concentration_summary, FUNCTION = concentration_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (concentration_summary, concentration_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = concentration_summary, RIGHTARG = concentration_summary, FUNCTION = concentration_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (concentration_summary, concentration_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = concentration_summary, RIGHTARG = concentration_summary, FUNCTION = concentration_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (concentration_summary, concentration_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = concentration_summary, RIGHTARG = concentration_summary, FUNCTION = concentration_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (concentration_summary, concentration_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = concentration_summary, RIGHTARG = concentration_summary, FUNCTION = concentration_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (concentration_summary, concentration_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = concentration_summary, RIGHTARG = concentration_summary, FUNCTION = concentration_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (concentration_summary, concentration_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS concentration_summary_ops DEFAULT FOR TYPE concentration_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 concentration_summary_cmp(concentration_summary, concentration_summary);
COMMENT ON OPERATOR CLASS concentration_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY concentration_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS concentration_summary_ops DEFAULT FOR TYPE concentration_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 concentration_summary_hash(concentration_summary),
	FUNCTION 2 concentration_summary_hash_extended(concentration_summary, bigint);
COMMENT ON OPERATOR CLASS concentration_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY concentration_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION purchase_history_cmp(a purchase_history, b purchase_history)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_cmp(purchase_history, purchase_history) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION purchase_history_eq(a purchase_history, b purchase_history)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_eq(purchase_history, purchase_history) IS 'Function of the operator =.';

CREATE FUNCTION purchase_history_ne(a purchase_history, b purchase_history)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_ne(purchase_history, purchase_history) IS 'Function of the operator <>.';

CREATE FUNCTION purchase_history_lt(a purchase_history, b purchase_history)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_lt(purchase_history, purchase_history) IS 'Function of the operator <.';

CREATE FUNCTION purchase_history_le(a purchase_history, b purchase_history)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_le(purchase_history, purchase_history) IS 'Function of the operator <=.';

CREATE FUNCTION purchase_history_gt(a purchase_history, b purchase_history)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_gt(purchase_history, purchase_history) IS 'Function of the operator >.';

CREATE FUNCTION purchase_history_ge(a purchase_history, b purchase_history)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_ge(purchase_history, purchase_history) IS 'Function of the operator >=.';

CREATE FUNCTION purchase_history_hash(a purchase_history)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_hash(purchase_history) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION purchase_history_hash_extended(a purchase_history, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_hash_extended(purchase_history, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = purchase_history, RIGHTARG = purchase_history, FUNCTION = purchase_history_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (purchase_history, purchase_history) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = purchase_history, RIGHTARG = purchase_history, FUNCTION = purchase_history_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (purchase_history, purchase_history) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = purchase_history, RIGHTARG = purchase_history, FUNCTION = purchase_history_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (purchase_history, purchase_history) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = purchase_history, RIGHTARG = purchase_history, FUNCTION = purchase_history_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (purchase_history, purchase_history) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = purchase_history, RIGHTARG = purchase_history, FUNCTION = purchase_history_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (purchase_history, purchase_history) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = purchase_history, RIGHTARG = purchase_history, FUNCTION = purchase_history_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (purchase_history, purchase_history) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS purchase_history_ops DEFAULT FOR TYPE purchase_history USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 purchase_history_cmp(purchase_history, purchase_history);
COMMENT ON OPERATOR CLASS purchase_history_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY purchase_history_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS purchase_history_ops DEFAULT FOR TYPE purchase_history USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 purchase_history_hash(purchase_history),
	FUNCTION 2 purchase_history_hash_extended(purchase_history, bigint);
COMMENT ON OPERATOR CLASS purchase_history_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY purchase_history_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION clv_model_cmp(a clv_model, b clv_model)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_cmp(clv_model, clv_model) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION clv_model_eq(a clv_model, b clv_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_eq(clv_model, clv_model) IS 'Function of the operator =.';

CREATE FUNCTION clv_model_ne(a clv_model, b clv_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_ne(clv_model, clv_model) IS 'Function of the operator <>.';

CREATE FUNCTION clv_model_lt(a clv_model, b clv_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_lt(clv_model, clv_model) IS 'Function of the operator <.';

CREATE FUNCTION clv_model_le(a clv_model, b clv_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_le(clv_model, clv_model) IS 'Function of the operator <=.';

CREATE FUNCTION clv_model_gt(a clv_model, b clv_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_gt(clv_model, clv_model) IS 'Function of the operator >.';

CREATE FUNCTION clv_model_ge(a clv_model, b clv_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_ge(clv_model, clv_model) IS 'Function of the operator >=.';

CREATE FUNCTION clv_model_hash(a clv_model)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_hash(clv_model) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION clv_model_hash_extended(a clv_model, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_hash_extended(clv_model, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = clv_model, RIGHTARG = clv_model, FUNCTION = clv_model_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (clv_model, clv_model) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = clv_model, RIGHTARG = clv_model, FUNCTION = clv_model_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (clv_model, clv_model) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = clv_model, RIGHTARG = clv_model, FUNCTION = clv_model_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (clv_model, clv_model) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = clv_model, RIGHTARG = clv_model, FUNCTION = clv_model_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (clv_model, clv_model) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = clv_model, RIGHTARG = clv_model, FUNCTION = clv_model_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (clv_model, clv_model) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = clv_model, RIGHTARG = clv_model, FUNCTION = clv_model_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (clv_model, clv_model) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS clv_model_ops DEFAULT FOR TYPE clv_model USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 clv_model_cmp(clv_model, clv_model);
COMMENT ON OPERATOR CLASS clv_model_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY clv_model_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS clv_model_ops DEFAULT FOR TYPE clv_model USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 clv_model_hash(clv_model),
	FUNCTION 2 clv_model_hash_extended(clv_model, bigint);
COMMENT ON OPERATOR CLASS clv_model_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY clv_model_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION survey_summary_cmp(a survey_summary, b survey_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_cmp(survey_summary, survey_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION survey_summary_eq(a survey_summary, b survey_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_eq(survey_summary, survey_summary) IS 'Function of the operator =.';

CREATE FUNCTION survey_summary_ne(a survey_summary, b survey_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_ne(survey_summary, survey_summary) IS 'Function of the operator <>.';

CREATE FUNCTION survey_summary_lt(a survey_summary, b survey_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_lt(survey_summary, survey_summary) IS 'Function of the operator <.';

CREATE FUNCTION survey_summary_le(a survey_summary, b survey_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_le(survey_summary, survey_summary) IS 'Function of the operator <=.';

CREATE FUNCTION survey_summary_gt(a survey_summary, b survey_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_gt(survey_summary, survey_summary) IS 'Function of the operator >.';

CREATE FUNCTION survey_summary_ge(a survey_summary, b survey_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_ge(survey_summary, survey_summary) IS 'Function of the operator >=.';

CREATE FUNCTION survey_summary_hash(a survey_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_hash(survey_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION survey_summary_hash_extended(a survey_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_hash_extended(survey_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = survey_summary, RIGHTARG = survey_summary, FUNCTION = survey_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (survey_summary, survey_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = survey_summary, RIGHTARG = survey_summary, FUNCTION = survey_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (survey_summary, survey_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = survey_summary, RIGHTARG = survey_summary, FUNCTION = survey_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (survey_summary, survey_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = survey_summary, RIGHTARG = survey_summary, FUNCTION = survey_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (survey_summary, survey_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = survey_summary, RIGHTARG = survey_summary, FUNCTION = survey_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (survey_summary, survey_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = survey_summary, RIGHTARG = survey_summary, FUNCTION = survey_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (survey_summary, survey_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS survey_summary_ops DEFAULT FOR TYPE survey_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 survey_summary_cmp(survey_summary, survey_summary);
COMMENT ON OPERATOR CLASS survey_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY survey_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS survey_summary_ops DEFAULT FOR TYPE survey_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 survey_summary_hash(survey_summary),
	FUNCTION 2 survey_summary_hash_extended(survey_summary, bigint);
COMMENT ON OPERATOR CLASS survey_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY survey_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION kmeans_model_cmp(a kmeans_model, b kmeans_model)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_cmp(kmeans_model, kmeans_model) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION kmeans_model_eq(a kmeans_model, b kmeans_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_eq(kmeans_model, kmeans_model) IS 'Function of the operator =.';

CREATE FUNCTION kmeans_model_ne(a kmeans_model, b kmeans_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_ne(kmeans_model, kmeans_model) IS 'Function of the operator <>.';

CREATE FUNCTION kmeans_model_lt(a kmeans_model, b kmeans_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_lt(kmeans_model, kmeans_model) IS 'Function of the operator <.';

CREATE FUNCTION kmeans_model_le(a kmeans_model, b kmeans_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_le(kmeans_model, kmeans_model) IS 'Function of the operator <=.';

CREATE FUNCTION kmeans_model_gt(a kmeans_model, b kmeans_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_gt(kmeans_model, kmeans_model) IS 'Function of the operator >.';

CREATE FUNCTION kmeans_model_ge(a kmeans_model, b kmeans_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_ge(kmeans_model, kmeans_model) IS 'Function of the operator >=.';

CREATE FUNCTION kmeans_model_hash(a kmeans_model)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_hash(kmeans_model) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION kmeans_model_hash_extended(a kmeans_model, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_hash_extended(kmeans_model, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = kmeans_model, RIGHTARG = kmeans_model, FUNCTION = kmeans_model_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (kmeans_model, kmeans_model) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = kmeans_model, RIGHTARG = kmeans_model, FUNCTION = kmeans_model_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (kmeans_model, kmeans_model) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = kmeans_model, RIGHTARG = kmeans_model, FUNCTION = kmeans_model_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (kmeans_model, kmeans_model) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = kmeans_model, RIGHTARG = kmeans_model, FUNCTION = kmeans_model_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (kmeans_model, kmeans_model) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = kmeans_model, RIGHTARG = kmeans_model, FUNCTION = kmeans_model_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (kmeans_model, kmeans_model) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = kmeans_model, RIGHTARG = kmeans_model, FUNCTION = kmeans_model_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (kmeans_model, kmeans_model) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS kmeans_model_ops DEFAULT FOR TYPE kmeans_model USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 kmeans_model_cmp(kmeans_model, kmeans_model);
COMMENT ON OPERATOR CLASS kmeans_model_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY kmeans_model_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS kmeans_model_ops DEFAULT FOR TYPE kmeans_model USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 kmeans_model_hash(kmeans_model),
	FUNCTION 2 kmeans_model_hash_extended(kmeans_model, bigint);
COMMENT ON OPERATOR CLASS kmeans_model_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY kmeans_model_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION moments_summary_cmp(a moments_summary, b moments_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION moments_summary_cmp(moments_summary, moments_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION moments_summary_eq(a moments_summary, b moments_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION moments_summary_eq(moments_summary, moments_summary) IS 'Function of the operator =.';

CREATE FUNCTION moments_summary_ne(a moments_summary, b moments_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION moments_summary_ne(moments_summary, moments_summary) IS 'Function of the operator <>.';

CREATE FUNCTION moments_summary_lt(a moments_summary, b moments_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION moments_summary_lt(moments_summary, moments_summary) IS 'Function of the operator <.';

CREATE FUNCTION moments_summary_le(a moments_summary, b moments_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION moments_summary_le(moments_summary, moments_summary) IS 'Function of the operator <=.';

CREATE FUNCTION moments_summary_gt(a moments_summary, b moments_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION moments_summary_gt(moments_summary, moments_summary) IS 'Function of the operator >.';

CREATE FUNCTION moments_summary_ge(a moments_summary, b moments_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION moments_summary_ge(moments_summary, moments_summary) IS 'Function of the operator >=.';

CREATE FUNCTION moments_summary_hash(a moments_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION moments_summary_hash(moments_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION moments_summary_hash_extended(a moments_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION moments_summary_hash_extended(moments_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = moments_summary, RIGHTARG = moments_summary, FUNCTION = moments_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (moments_summary, moments_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = moments_summary, RIGHTARG = moments_summary, FUNCTION = moments_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (moments_summary, moments_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = moments_summary, RIGHTARG = moments_summary, FUNCTION = moments_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (moments_summary, moments_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = moments_summary, RIGHTARG = moments_summary, FUNCTION = moments_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (moments_summary, moments_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = moments_summary, RIGHTARG = moments_summary, FUNCTION = moments_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (moments_summary, moments_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = moments_summary, RIGHTARG = moments_summary, FUNCTION = moments_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (moments_summary, moments_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS moments_summary_ops DEFAULT FOR TYPE moments_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 moments_summary_cmp(moments_summary, moments_summary);
COMMENT ON OPERATOR CLASS moments_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY moments_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS moments_summary_ops DEFAULT FOR TYPE moments_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 moments_summary_hash(moments_summary),
	FUNCTION 2 moments_summary_hash_extended(moments_summary, bigint);
COMMENT ON OPERATOR CLASS moments_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY moments_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION migration_summary_cmp(a migration_summary, b migration_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_cmp(migration_summary, migration_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION migration_summary_eq(a migration_summary, b migration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_eq(migration_summary, migration_summary) IS 'Function of the operator =.';

CREATE FUNCTION migration_summary_ne(a migration_summary, b migration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_ne(migration_summary, migration_summary) IS 'Function of the operator <>.';

CREATE FUNCTION migration_summary_lt(a migration_summary, b migration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_lt(migration_summary, migration_summary) IS 'Function of the operator <.';

CREATE FUNCTION migration_summary_le(a migration_summary, b migration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_le(migration_summary, migration_summary) IS 'Function of the operator <=.';

CREATE FUNCTION migration_summary_gt(a migration_summary, b migration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_gt(migration_summary, migration_summary) IS 'Function of the operator >.';

CREATE FUNCTION migration_summary_ge(a migration_summary, b migration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_ge(migration_summary, migration_summary) IS 'Function of the operator >=.';

CREATE FUNCTION migration_summary_hash(a migration_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_hash(migration_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION migration_summary_hash_extended(a migration_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_hash_extended(migration_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = migration_summary, RIGHTARG = migration_summary, FUNCTION = migration_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (migration_summary, migration_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = migration_summary, RIGHTARG = migration_summary, FUNCTION = migration_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (migration_summary, migration_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = migration_summary, RIGHTARG = migration_summary, FUNCTION = migration_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (migration_summary, migration_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = migration_summary, RIGHTARG = migration_summary, FUNCTION = migration_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (migration_summary, migration_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = migration_summary, RIGHTARG = migration_summary, FUNCTION = migration_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (migration_summary, migration_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = migration_summary, RIGHTARG = migration_summary, FUNCTION = migration_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (migration_summary, migration_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS migration_summary_ops DEFAULT FOR TYPE migration_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 migration_summary_cmp(migration_summary, migration_summary);
COMMENT ON OPERATOR CLASS migration_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY migration_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS migration_summary_ops DEFAULT FOR TYPE migration_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 migration_summary_hash(migration_summary),
	FUNCTION 2 migration_summary_hash_extended(migration_summary, bigint);
COMMENT ON OPERATOR CLASS migration_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY migration_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION ols_summary_cmp(a ols_summary, b ols_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_cmp(ols_summary, ols_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION ols_summary_eq(a ols_summary, b ols_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_eq(ols_summary, ols_summary) IS 'Function of the operator =.';

CREATE FUNCTION ols_summary_ne(a ols_summary, b ols_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_ne(ols_summary, ols_summary) IS 'Function of the operator <>.';

CREATE FUNCTION ols_summary_lt(a ols_summary, b ols_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_lt(ols_summary, ols_summary) IS 'Function of the operator <.';

CREATE FUNCTION ols_summary_le(a ols_summary, b ols_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_le(ols_summary, ols_summary) IS 'Function of the operator <=.';

CREATE FUNCTION ols_summary_gt(a ols_summary, b ols_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_gt(ols_summary, ols_summary) IS 'Function of the operator >.';

CREATE FUNCTION ols_summary_ge(a ols_summary, b ols_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_ge(ols_summary, ols_summary) IS 'Function of the operator >=.';

CREATE FUNCTION ols_summary_hash(a ols_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_hash(ols_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION ols_summary_hash_extended(a ols_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_hash_extended(ols_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = ols_summary, RIGHTARG = ols_summary, FUNCTION = ols_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (ols_summary, ols_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = ols_summary, RIGHTARG = ols_summary, FUNCTION = ols_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (ols_summary, ols_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = ols_summary, RIGHTARG = ols_summary, FUNCTION = ols_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (ols_summary, ols_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = ols_summary, RIGHTARG = ols_summary, FUNCTION = ols_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (ols_summary, ols_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = ols_summary, RIGHTARG = ols_summary, FUNCTION = ols_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (ols_summary, ols_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = ols_summary, RIGHTARG = ols_summary, FUNCTION = ols_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (ols_summary, ols_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS ols_summary_ops DEFAULT FOR TYPE ols_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 ols_summary_cmp(ols_summary, ols_summary);
COMMENT ON OPERATOR CLASS ols_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY ols_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS ols_summary_ops DEFAULT FOR TYPE ols_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 ols_summary_hash(ols_summary),
	FUNCTION 2 ols_summary_hash_extended(ols_summary, bigint);
COMMENT ON OPERATOR CLASS ols_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY ols_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION logit_model_cmp(a logit_model, b logit_model)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_cmp(logit_model, logit_model) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION logit_model_eq(a logit_model, b logit_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_eq(logit_model, logit_model) IS 'Function of the operator =.';

CREATE FUNCTION logit_model_ne(a logit_model, b logit_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_ne(logit_model, logit_model) IS 'Function of the operator <>.';

CREATE FUNCTION logit_model_lt(a logit_model, b logit_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_lt(logit_model, logit_model) IS 'Function of the operator <.';

CREATE FUNCTION logit_model_le(a logit_model, b logit_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_le(logit_model, logit_model) IS 'Function of the operator <=.';

CREATE FUNCTION logit_model_gt(a logit_model, b logit_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_gt(logit_model, logit_model) IS 'Function of the operator >.';

CREATE FUNCTION logit_model_ge(a logit_model, b logit_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_ge(logit_model, logit_model) IS 'Function of the operator >=.';

CREATE FUNCTION logit_model_hash(a logit_model)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_hash(logit_model) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION logit_model_hash_extended(a logit_model, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_hash_extended(logit_model, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = logit_model, RIGHTARG = logit_model, FUNCTION = logit_model_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (logit_model, logit_model) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = logit_model, RIGHTARG = logit_model, FUNCTION = logit_model_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (logit_model, logit_model) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = logit_model, RIGHTARG = logit_model, FUNCTION = logit_model_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (logit_model, logit_model) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = logit_model, RIGHTARG = logit_model, FUNCTION = logit_model_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (logit_model, logit_model) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = logit_model, RIGHTARG = logit_model, FUNCTION = logit_model_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (logit_model, logit_model) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = logit_model, RIGHTARG = logit_model, FUNCTION = logit_model_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (logit_model, logit_model) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS logit_model_ops DEFAULT FOR TYPE logit_model USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 logit_model_cmp(logit_model, logit_model);
COMMENT ON OPERATOR CLASS logit_model_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY logit_model_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS logit_model_ops DEFAULT FOR TYPE logit_model USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 logit_model_hash(logit_model),
	FUNCTION 2 logit_model_hash_extended(logit_model, bigint);
COMMENT ON OPERATOR CLASS logit_model_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY logit_model_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION affinity_summary_cmp(a affinity_summary, b affinity_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION affinity_summary_cmp(affinity_summary, affinity_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION affinity_summary_eq(a affinity_summary, b affinity_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION affinity_summary_eq(affinity_summary, affinity_summary) IS 'Function of the operator =.';

CREATE FUNCTION affinity_summary_ne(a affinity_summary, b affinity_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION affinity_summary_ne(affinity_summary, affinity_summary) IS 'Function of the operator <>.';

CREATE FUNCTION affinity_summary_lt(a affinity_summary, b affinity_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION affinity_summary_lt(affinity_summary, affinity_summary) IS 'Function of the operator <.';

CREATE FUNCTION affinity_summary_le(a affinity_summary, b affinity_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION affinity_summary_le(affinity_summary, affinity_summary) IS 'Function of the operator <=.';

CREATE FUNCTION affinity_summary_gt(a affinity_summary, b affinity_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION affinity_summary_gt(affinity_summary, affinity_summary) IS 'Function of the operator >.';

CREATE FUNCTION affinity_summary_ge(a affinity_summary, b affinity_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION affinity_summary_ge(affinity_summary, affinity_summary) IS 'Function of the operator >=.';

CREATE FUNCTION affinity_summary_hash(a affinity_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION affinity_summary_hash(affinity_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION affinity_summary_hash_extended(a affinity_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION affinity_summary_hash_extended(affinity_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = affinity_summary, RIGHTARG = affinity_summary, FUNCTION = affinity_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (affinity_summary, affinity_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = affinity_summary, RIGHTARG = affinity_summary, FUNCTION = affinity_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (affinity_summary, affinity_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = affinity_summary, RIGHTARG = affinity_summary, FUNCTION = affinity_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (affinity_summary, affinity_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = affinity_summary, RIGHTARG = affinity_summary, FUNCTION = affinity_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (affinity_summary, affinity_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = affinity_summary, RIGHTARG = affinity_summary, FUNCTION = affinity_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (affinity_summary, affinity_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = affinity_summary, RIGHTARG = affinity_summary, FUNCTION = affinity_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (affinity_summary, affinity_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS affinity_summary_ops DEFAULT FOR TYPE affinity_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 affinity_summary_cmp(affinity_summary, affinity_summary);
COMMENT ON OPERATOR CLASS affinity_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY affinity_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS affinity_summary_ops DEFAULT FOR TYPE affinity_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 affinity_summary_hash(affinity_summary),
	FUNCTION 2 affinity_summary_hash_extended(affinity_summary, bigint);
COMMENT ON OPERATOR CLASS affinity_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY affinity_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION itemsets_cmp(a itemsets, b itemsets)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION itemsets_cmp(itemsets, itemsets) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION itemsets_eq(a itemsets, b itemsets)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION itemsets_eq(itemsets, itemsets) IS 'Function of the operator =.';

CREATE FUNCTION itemsets_ne(a itemsets, b itemsets)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION itemsets_ne(itemsets, itemsets) IS 'Function of the operator <>.';

CREATE FUNCTION itemsets_lt(a itemsets, b itemsets)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION itemsets_lt(itemsets, itemsets) IS 'Function of the operator <.';

CREATE FUNCTION itemsets_le(a itemsets, b itemsets)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION itemsets_le(itemsets, itemsets) IS 'Function of the operator <=.';

CREATE FUNCTION itemsets_gt(a itemsets, b itemsets)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION itemsets_gt(itemsets, itemsets) IS 'Function of the operator >.';

CREATE FUNCTION itemsets_ge(a itemsets, b itemsets)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION itemsets_ge(itemsets, itemsets) IS 'Function of the operator >=.';

CREATE FUNCTION itemsets_hash(a itemsets)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION itemsets_hash(itemsets) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION itemsets_hash_extended(a itemsets, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION itemsets_hash_extended(itemsets, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = itemsets, RIGHTARG = itemsets, FUNCTION = itemsets_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (itemsets, itemsets) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = itemsets, RIGHTARG = itemsets, FUNCTION = itemsets_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (itemsets, itemsets) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = itemsets, RIGHTARG = itemsets, FUNCTION = itemsets_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (itemsets, itemsets) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = itemsets, RIGHTARG = itemsets, FUNCTION = itemsets_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (itemsets, itemsets) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = itemsets, RIGHTARG = itemsets, FUNCTION = itemsets_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (itemsets, itemsets) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = itemsets, RIGHTARG = itemsets, FUNCTION = itemsets_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (itemsets, itemsets) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS itemsets_ops DEFAULT FOR TYPE itemsets USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 itemsets_cmp(itemsets, itemsets);
COMMENT ON OPERATOR CLASS itemsets_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY itemsets_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS itemsets_ops DEFAULT FOR TYPE itemsets USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 itemsets_hash(itemsets),
	FUNCTION 2 itemsets_hash_extended(itemsets, bigint);
COMMENT ON OPERATOR CLASS itemsets_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY itemsets_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION follow_summary_cmp(a follow_summary, b follow_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION follow_summary_cmp(follow_summary, follow_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION follow_summary_eq(a follow_summary, b follow_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION follow_summary_eq(follow_summary, follow_summary) IS 'Function of the operator =.';

CREATE FUNCTION follow_summary_ne(a follow_summary, b follow_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION follow_summary_ne(follow_summary, follow_summary) IS 'Function of the operator <>.';

CREATE FUNCTION follow_summary_lt(a follow_summary, b follow_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION follow_summary_lt(follow_summary, follow_summary) IS 'Function of the operator <.';

CREATE FUNCTION follow_summary_le(a follow_summary, b follow_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION follow_summary_le(follow_summary, follow_summary) IS 'Function of the operator <=.';

CREATE FUNCTION follow_summary_gt(a follow_summary, b follow_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION follow_summary_gt(follow_summary, follow_summary) IS 'Function of the operator >.';

CREATE FUNCTION follow_summary_ge(a follow_summary, b follow_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION follow_summary_ge(follow_summary, follow_summary) IS 'Function of the operator >=.';

CREATE FUNCTION follow_summary_hash(a follow_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION follow_summary_hash(follow_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION follow_summary_hash_extended(a follow_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION follow_summary_hash_extended(follow_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = follow_summary, RIGHTARG = follow_summary, FUNCTION = follow_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (follow_summary, follow_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = follow_summary, RIGHTARG = follow_summary, FUNCTION = follow_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (follow_summary, follow_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = follow_summary, RIGHTARG = follow_summary, FUNCTION = follow_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (follow_summary, follow_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = follow_summary, RIGHTARG = follow_summary, FUNCTION = follow_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (follow_summary, follow_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = follow_summary, RIGHTARG = follow_summary, FUNCTION = follow_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (follow_summary, follow_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = follow_summary, RIGHTARG = follow_summary, FUNCTION = follow_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (follow_summary, follow_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS follow_summary_ops DEFAULT FOR TYPE follow_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 follow_summary_cmp(follow_summary, follow_summary);
COMMENT ON OPERATOR CLASS follow_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY follow_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS follow_summary_ops DEFAULT FOR TYPE follow_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 follow_summary_hash(follow_summary),
	FUNCTION 2 follow_summary_hash_extended(follow_summary, bigint);
COMMENT ON OPERATOR CLASS follow_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY follow_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION funnel_summary_cmp(a funnel_summary, b funnel_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION funnel_summary_cmp(funnel_summary, funnel_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION funnel_summary_eq(a funnel_summary, b funnel_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION funnel_summary_eq(funnel_summary, funnel_summary) IS 'Function of the operator =.';

CREATE FUNCTION funnel_summary_ne(a funnel_summary, b funnel_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION funnel_summary_ne(funnel_summary, funnel_summary) IS 'Function of the operator <>.';

CREATE FUNCTION funnel_summary_lt(a funnel_summary, b funnel_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION funnel_summary_lt(funnel_summary, funnel_summary) IS 'Function of the operator <.';

CREATE FUNCTION funnel_summary_le(a funnel_summary, b funnel_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION funnel_summary_le(funnel_summary, funnel_summary) IS 'Function of the operator <=.';

CREATE FUNCTION funnel_summary_gt(a funnel_summary, b funnel_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION funnel_summary_gt(funnel_summary, funnel_summary) IS 'Function of the operator >.';

CREATE FUNCTION funnel_summary_ge(a funnel_summary, b funnel_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION funnel_summary_ge(funnel_summary, funnel_summary) IS 'Function of the operator >=.';

CREATE FUNCTION funnel_summary_hash(a funnel_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION funnel_summary_hash(funnel_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION funnel_summary_hash_extended(a funnel_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION funnel_summary_hash_extended(funnel_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = funnel_summary, RIGHTARG = funnel_summary, FUNCTION = funnel_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (funnel_summary, funnel_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = funnel_summary, RIGHTARG = funnel_summary, FUNCTION = funnel_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (funnel_summary, funnel_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = funnel_summary, RIGHTARG = funnel_summary, FUNCTION = funnel_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (funnel_summary, funnel_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = funnel_summary, RIGHTARG = funnel_summary, FUNCTION = funnel_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (funnel_summary, funnel_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = funnel_summary, RIGHTARG = funnel_summary, FUNCTION = funnel_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (funnel_summary, funnel_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = funnel_summary, RIGHTARG = funnel_summary, FUNCTION = funnel_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (funnel_summary, funnel_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS funnel_summary_ops DEFAULT FOR TYPE funnel_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 funnel_summary_cmp(funnel_summary, funnel_summary);
COMMENT ON OPERATOR CLASS funnel_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY funnel_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS funnel_summary_ops DEFAULT FOR TYPE funnel_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 funnel_summary_hash(funnel_summary),
	FUNCTION 2 funnel_summary_hash_extended(funnel_summary, bigint);
COMMENT ON OPERATOR CLASS funnel_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY funnel_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION funnel_counts_cmp(a funnel_counts, b funnel_counts)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION funnel_counts_cmp(funnel_counts, funnel_counts) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION funnel_counts_eq(a funnel_counts, b funnel_counts)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION funnel_counts_eq(funnel_counts, funnel_counts) IS 'Function of the operator =.';

CREATE FUNCTION funnel_counts_ne(a funnel_counts, b funnel_counts)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION funnel_counts_ne(funnel_counts, funnel_counts) IS 'Function of the operator <>.';

CREATE FUNCTION funnel_counts_lt(a funnel_counts, b funnel_counts)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION funnel_counts_lt(funnel_counts, funnel_counts) IS 'Function of the operator <.';

CREATE FUNCTION funnel_counts_le(a funnel_counts, b funnel_counts)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION funnel_counts_le(funnel_counts, funnel_counts) IS 'Function of the operator <=.';

CREATE FUNCTION funnel_counts_gt(a funnel_counts, b funnel_counts)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION funnel_counts_gt(funnel_counts, funnel_counts) IS 'Function of the operator >.';

CREATE FUNCTION funnel_counts_ge(a funnel_counts, b funnel_counts)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION funnel_counts_ge(funnel_counts, funnel_counts) IS 'Function of the operator >=.';

CREATE FUNCTION funnel_counts_hash(a funnel_counts)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION funnel_counts_hash(funnel_counts) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION funnel_counts_hash_extended(a funnel_counts, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION funnel_counts_hash_extended(funnel_counts, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = funnel_counts, RIGHTARG = funnel_counts, FUNCTION = funnel_counts_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (funnel_counts, funnel_counts) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = funnel_counts, RIGHTARG = funnel_counts, FUNCTION = funnel_counts_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (funnel_counts, funnel_counts) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = funnel_counts, RIGHTARG = funnel_counts, FUNCTION = funnel_counts_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (funnel_counts, funnel_counts) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = funnel_counts, RIGHTARG = funnel_counts, FUNCTION = funnel_counts_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (funnel_counts, funnel_counts) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = funnel_counts, RIGHTARG = funnel_counts, FUNCTION = funnel_counts_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (funnel_counts, funnel_counts) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = funnel_counts, RIGHTARG = funnel_counts, FUNCTION = funnel_counts_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (funnel_counts, funnel_counts) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS funnel_counts_ops DEFAULT FOR TYPE funnel_counts USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 funnel_counts_cmp(funnel_counts, funnel_counts);
COMMENT ON OPERATOR CLASS funnel_counts_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY funnel_counts_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS funnel_counts_ops DEFAULT FOR TYPE funnel_counts USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 funnel_counts_hash(funnel_counts),
	FUNCTION 2 funnel_counts_hash_extended(funnel_counts, bigint);
COMMENT ON OPERATOR CLASS funnel_counts_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY funnel_counts_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION contribution_summary_cmp(a contribution_summary, b contribution_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION contribution_summary_cmp(contribution_summary, contribution_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION contribution_summary_eq(a contribution_summary, b contribution_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION contribution_summary_eq(contribution_summary, contribution_summary) IS 'Function of the operator =.';

CREATE FUNCTION contribution_summary_ne(a contribution_summary, b contribution_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION contribution_summary_ne(contribution_summary, contribution_summary) IS 'Function of the operator <>.';

CREATE FUNCTION contribution_summary_lt(a contribution_summary, b contribution_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION contribution_summary_lt(contribution_summary, contribution_summary) IS 'Function of the operator <.';

CREATE FUNCTION contribution_summary_le(a contribution_summary, b contribution_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION contribution_summary_le(contribution_summary, contribution_summary) IS 'Function of the operator <=.';

CREATE FUNCTION contribution_summary_gt(a contribution_summary, b contribution_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION contribution_summary_gt(contribution_summary, contribution_summary) IS 'Function of the operator >.';

CREATE FUNCTION contribution_summary_ge(a contribution_summary, b contribution_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION contribution_summary_ge(contribution_summary, contribution_summary) IS 'Function of the operator >=.';

CREATE FUNCTION contribution_summary_hash(a contribution_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION contribution_summary_hash(contribution_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION contribution_summary_hash_extended(a contribution_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION contribution_summary_hash_extended(contribution_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = contribution_summary, RIGHTARG = contribution_summary, FUNCTION = contribution_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (contribution_summary, contribution_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = contribution_summary, RIGHTARG = contribution_summary, FUNCTION = contribution_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (contribution_summary, contribution_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = contribution_summary, RIGHTARG = contribution_summary, FUNCTION = contribution_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (contribution_summary, contribution_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = contribution_summary, RIGHTARG = contribution_summary, FUNCTION = contribution_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (contribution_summary, contribution_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = contribution_summary, RIGHTARG = contribution_summary, FUNCTION = contribution_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (contribution_summary, contribution_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = contribution_summary, RIGHTARG = contribution_summary, FUNCTION = contribution_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (contribution_summary, contribution_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS contribution_summary_ops DEFAULT FOR TYPE contribution_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 contribution_summary_cmp(contribution_summary, contribution_summary);
COMMENT ON OPERATOR CLASS contribution_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY contribution_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS contribution_summary_ops DEFAULT FOR TYPE contribution_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 contribution_summary_hash(contribution_summary),
	FUNCTION 2 contribution_summary_hash_extended(contribution_summary, bigint);
COMMENT ON OPERATOR CLASS contribution_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY contribution_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION pvm_summary_cmp(a pvm_summary, b pvm_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION pvm_summary_cmp(pvm_summary, pvm_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION pvm_summary_eq(a pvm_summary, b pvm_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION pvm_summary_eq(pvm_summary, pvm_summary) IS 'Function of the operator =.';

CREATE FUNCTION pvm_summary_ne(a pvm_summary, b pvm_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION pvm_summary_ne(pvm_summary, pvm_summary) IS 'Function of the operator <>.';

CREATE FUNCTION pvm_summary_lt(a pvm_summary, b pvm_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION pvm_summary_lt(pvm_summary, pvm_summary) IS 'Function of the operator <.';

CREATE FUNCTION pvm_summary_le(a pvm_summary, b pvm_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION pvm_summary_le(pvm_summary, pvm_summary) IS 'Function of the operator <=.';

CREATE FUNCTION pvm_summary_gt(a pvm_summary, b pvm_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION pvm_summary_gt(pvm_summary, pvm_summary) IS 'Function of the operator >.';

CREATE FUNCTION pvm_summary_ge(a pvm_summary, b pvm_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION pvm_summary_ge(pvm_summary, pvm_summary) IS 'Function of the operator >=.';

CREATE FUNCTION pvm_summary_hash(a pvm_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION pvm_summary_hash(pvm_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION pvm_summary_hash_extended(a pvm_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION pvm_summary_hash_extended(pvm_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = pvm_summary, RIGHTARG = pvm_summary, FUNCTION = pvm_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (pvm_summary, pvm_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = pvm_summary, RIGHTARG = pvm_summary, FUNCTION = pvm_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (pvm_summary, pvm_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = pvm_summary, RIGHTARG = pvm_summary, FUNCTION = pvm_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (pvm_summary, pvm_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = pvm_summary, RIGHTARG = pvm_summary, FUNCTION = pvm_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (pvm_summary, pvm_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = pvm_summary, RIGHTARG = pvm_summary, FUNCTION = pvm_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (pvm_summary, pvm_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = pvm_summary, RIGHTARG = pvm_summary, FUNCTION = pvm_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (pvm_summary, pvm_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS pvm_summary_ops DEFAULT FOR TYPE pvm_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 pvm_summary_cmp(pvm_summary, pvm_summary);
COMMENT ON OPERATOR CLASS pvm_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY pvm_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS pvm_summary_ops DEFAULT FOR TYPE pvm_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 pvm_summary_hash(pvm_summary),
	FUNCTION 2 pvm_summary_hash_extended(pvm_summary, bigint);
COMMENT ON OPERATOR CLASS pvm_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY pvm_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION subgroup_summary_cmp(a subgroup_summary, b subgroup_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION subgroup_summary_cmp(subgroup_summary, subgroup_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION subgroup_summary_eq(a subgroup_summary, b subgroup_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION subgroup_summary_eq(subgroup_summary, subgroup_summary) IS 'Function of the operator =.';

CREATE FUNCTION subgroup_summary_ne(a subgroup_summary, b subgroup_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION subgroup_summary_ne(subgroup_summary, subgroup_summary) IS 'Function of the operator <>.';

CREATE FUNCTION subgroup_summary_lt(a subgroup_summary, b subgroup_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION subgroup_summary_lt(subgroup_summary, subgroup_summary) IS 'Function of the operator <.';

CREATE FUNCTION subgroup_summary_le(a subgroup_summary, b subgroup_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION subgroup_summary_le(subgroup_summary, subgroup_summary) IS 'Function of the operator <=.';

CREATE FUNCTION subgroup_summary_gt(a subgroup_summary, b subgroup_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION subgroup_summary_gt(subgroup_summary, subgroup_summary) IS 'Function of the operator >.';

CREATE FUNCTION subgroup_summary_ge(a subgroup_summary, b subgroup_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION subgroup_summary_ge(subgroup_summary, subgroup_summary) IS 'Function of the operator >=.';

CREATE FUNCTION subgroup_summary_hash(a subgroup_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION subgroup_summary_hash(subgroup_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION subgroup_summary_hash_extended(a subgroup_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION subgroup_summary_hash_extended(subgroup_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = subgroup_summary, RIGHTARG = subgroup_summary, FUNCTION = subgroup_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (subgroup_summary, subgroup_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = subgroup_summary, RIGHTARG = subgroup_summary, FUNCTION = subgroup_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (subgroup_summary, subgroup_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = subgroup_summary, RIGHTARG = subgroup_summary, FUNCTION = subgroup_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (subgroup_summary, subgroup_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = subgroup_summary, RIGHTARG = subgroup_summary, FUNCTION = subgroup_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (subgroup_summary, subgroup_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = subgroup_summary, RIGHTARG = subgroup_summary, FUNCTION = subgroup_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (subgroup_summary, subgroup_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = subgroup_summary, RIGHTARG = subgroup_summary, FUNCTION = subgroup_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (subgroup_summary, subgroup_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS subgroup_summary_ops DEFAULT FOR TYPE subgroup_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 subgroup_summary_cmp(subgroup_summary, subgroup_summary);
COMMENT ON OPERATOR CLASS subgroup_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY subgroup_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS subgroup_summary_ops DEFAULT FOR TYPE subgroup_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 subgroup_summary_hash(subgroup_summary),
	FUNCTION 2 subgroup_summary_hash_extended(subgroup_summary, bigint);
COMMENT ON OPERATOR CLASS subgroup_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY subgroup_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION chart_summary_cmp(a chart_summary, b chart_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION chart_summary_cmp(chart_summary, chart_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION chart_summary_eq(a chart_summary, b chart_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION chart_summary_eq(chart_summary, chart_summary) IS 'Function of the operator =.';

CREATE FUNCTION chart_summary_ne(a chart_summary, b chart_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION chart_summary_ne(chart_summary, chart_summary) IS 'Function of the operator <>.';

CREATE FUNCTION chart_summary_lt(a chart_summary, b chart_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION chart_summary_lt(chart_summary, chart_summary) IS 'Function of the operator <.';

CREATE FUNCTION chart_summary_le(a chart_summary, b chart_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION chart_summary_le(chart_summary, chart_summary) IS 'Function of the operator <=.';

CREATE FUNCTION chart_summary_gt(a chart_summary, b chart_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION chart_summary_gt(chart_summary, chart_summary) IS 'Function of the operator >.';

CREATE FUNCTION chart_summary_ge(a chart_summary, b chart_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION chart_summary_ge(chart_summary, chart_summary) IS 'Function of the operator >=.';

CREATE FUNCTION chart_summary_hash(a chart_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION chart_summary_hash(chart_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION chart_summary_hash_extended(a chart_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION chart_summary_hash_extended(chart_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = chart_summary, RIGHTARG = chart_summary, FUNCTION = chart_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (chart_summary, chart_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = chart_summary, RIGHTARG = chart_summary, FUNCTION = chart_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (chart_summary, chart_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = chart_summary, RIGHTARG = chart_summary, FUNCTION = chart_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (chart_summary, chart_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = chart_summary, RIGHTARG = chart_summary, FUNCTION = chart_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (chart_summary, chart_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = chart_summary, RIGHTARG = chart_summary, FUNCTION = chart_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (chart_summary, chart_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = chart_summary, RIGHTARG = chart_summary, FUNCTION = chart_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (chart_summary, chart_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS chart_summary_ops DEFAULT FOR TYPE chart_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 chart_summary_cmp(chart_summary, chart_summary);
COMMENT ON OPERATOR CLASS chart_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY chart_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS chart_summary_ops DEFAULT FOR TYPE chart_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 chart_summary_hash(chart_summary),
	FUNCTION 2 chart_summary_hash_extended(chart_summary, bigint);
COMMENT ON OPERATOR CLASS chart_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY chart_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION error_summary_cmp(a error_summary, b error_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION error_summary_cmp(error_summary, error_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION error_summary_eq(a error_summary, b error_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION error_summary_eq(error_summary, error_summary) IS 'Function of the operator =.';

CREATE FUNCTION error_summary_ne(a error_summary, b error_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION error_summary_ne(error_summary, error_summary) IS 'Function of the operator <>.';

CREATE FUNCTION error_summary_lt(a error_summary, b error_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION error_summary_lt(error_summary, error_summary) IS 'Function of the operator <.';

CREATE FUNCTION error_summary_le(a error_summary, b error_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION error_summary_le(error_summary, error_summary) IS 'Function of the operator <=.';

CREATE FUNCTION error_summary_gt(a error_summary, b error_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION error_summary_gt(error_summary, error_summary) IS 'Function of the operator >.';

CREATE FUNCTION error_summary_ge(a error_summary, b error_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION error_summary_ge(error_summary, error_summary) IS 'Function of the operator >=.';

CREATE FUNCTION error_summary_hash(a error_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION error_summary_hash(error_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION error_summary_hash_extended(a error_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION error_summary_hash_extended(error_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = error_summary, RIGHTARG = error_summary, FUNCTION = error_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (error_summary, error_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = error_summary, RIGHTARG = error_summary, FUNCTION = error_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (error_summary, error_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = error_summary, RIGHTARG = error_summary, FUNCTION = error_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (error_summary, error_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = error_summary, RIGHTARG = error_summary, FUNCTION = error_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (error_summary, error_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = error_summary, RIGHTARG = error_summary, FUNCTION = error_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (error_summary, error_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = error_summary, RIGHTARG = error_summary, FUNCTION = error_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (error_summary, error_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS error_summary_ops DEFAULT FOR TYPE error_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 error_summary_cmp(error_summary, error_summary);
COMMENT ON OPERATOR CLASS error_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY error_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS error_summary_ops DEFAULT FOR TYPE error_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 error_summary_hash(error_summary),
	FUNCTION 2 error_summary_hash_extended(error_summary, bigint);
COMMENT ON OPERATOR CLASS error_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY error_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION forecast_model_cmp(a forecast_model, b forecast_model)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION forecast_model_cmp(forecast_model, forecast_model) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION forecast_model_eq(a forecast_model, b forecast_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION forecast_model_eq(forecast_model, forecast_model) IS 'Function of the operator =.';

CREATE FUNCTION forecast_model_ne(a forecast_model, b forecast_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION forecast_model_ne(forecast_model, forecast_model) IS 'Function of the operator <>.';

CREATE FUNCTION forecast_model_lt(a forecast_model, b forecast_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION forecast_model_lt(forecast_model, forecast_model) IS 'Function of the operator <.';

CREATE FUNCTION forecast_model_le(a forecast_model, b forecast_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION forecast_model_le(forecast_model, forecast_model) IS 'Function of the operator <=.';

CREATE FUNCTION forecast_model_gt(a forecast_model, b forecast_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION forecast_model_gt(forecast_model, forecast_model) IS 'Function of the operator >.';

CREATE FUNCTION forecast_model_ge(a forecast_model, b forecast_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION forecast_model_ge(forecast_model, forecast_model) IS 'Function of the operator >=.';

CREATE FUNCTION forecast_model_hash(a forecast_model)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION forecast_model_hash(forecast_model) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION forecast_model_hash_extended(a forecast_model, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION forecast_model_hash_extended(forecast_model, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = forecast_model, RIGHTARG = forecast_model, FUNCTION = forecast_model_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (forecast_model, forecast_model) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = forecast_model, RIGHTARG = forecast_model, FUNCTION = forecast_model_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (forecast_model, forecast_model) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = forecast_model, RIGHTARG = forecast_model, FUNCTION = forecast_model_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (forecast_model, forecast_model) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = forecast_model, RIGHTARG = forecast_model, FUNCTION = forecast_model_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (forecast_model, forecast_model) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = forecast_model, RIGHTARG = forecast_model, FUNCTION = forecast_model_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (forecast_model, forecast_model) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = forecast_model, RIGHTARG = forecast_model, FUNCTION = forecast_model_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (forecast_model, forecast_model) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS forecast_model_ops DEFAULT FOR TYPE forecast_model USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 forecast_model_cmp(forecast_model, forecast_model);
COMMENT ON OPERATOR CLASS forecast_model_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY forecast_model_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS forecast_model_ops DEFAULT FOR TYPE forecast_model USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 forecast_model_hash(forecast_model),
	FUNCTION 2 forecast_model_hash_extended(forecast_model, bigint);
COMMENT ON OPERATOR CLASS forecast_model_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY forecast_model_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION score_summary_cmp(a score_summary, b score_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION score_summary_cmp(score_summary, score_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION score_summary_eq(a score_summary, b score_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION score_summary_eq(score_summary, score_summary) IS 'Function of the operator =.';

CREATE FUNCTION score_summary_ne(a score_summary, b score_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION score_summary_ne(score_summary, score_summary) IS 'Function of the operator <>.';

CREATE FUNCTION score_summary_lt(a score_summary, b score_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION score_summary_lt(score_summary, score_summary) IS 'Function of the operator <.';

CREATE FUNCTION score_summary_le(a score_summary, b score_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION score_summary_le(score_summary, score_summary) IS 'Function of the operator <=.';

CREATE FUNCTION score_summary_gt(a score_summary, b score_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION score_summary_gt(score_summary, score_summary) IS 'Function of the operator >.';

CREATE FUNCTION score_summary_ge(a score_summary, b score_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION score_summary_ge(score_summary, score_summary) IS 'Function of the operator >=.';

CREATE FUNCTION score_summary_hash(a score_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION score_summary_hash(score_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION score_summary_hash_extended(a score_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION score_summary_hash_extended(score_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = score_summary, RIGHTARG = score_summary, FUNCTION = score_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (score_summary, score_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = score_summary, RIGHTARG = score_summary, FUNCTION = score_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (score_summary, score_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = score_summary, RIGHTARG = score_summary, FUNCTION = score_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (score_summary, score_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = score_summary, RIGHTARG = score_summary, FUNCTION = score_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (score_summary, score_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = score_summary, RIGHTARG = score_summary, FUNCTION = score_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (score_summary, score_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = score_summary, RIGHTARG = score_summary, FUNCTION = score_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (score_summary, score_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS score_summary_ops DEFAULT FOR TYPE score_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 score_summary_cmp(score_summary, score_summary);
COMMENT ON OPERATOR CLASS score_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY score_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS score_summary_ops DEFAULT FOR TYPE score_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 score_summary_hash(score_summary),
	FUNCTION 2 score_summary_hash_extended(score_summary, bigint);
COMMENT ON OPERATOR CLASS score_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY score_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION auc_pair_cmp(a auc_pair, b auc_pair)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION auc_pair_cmp(auc_pair, auc_pair) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION auc_pair_eq(a auc_pair, b auc_pair)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION auc_pair_eq(auc_pair, auc_pair) IS 'Function of the operator =.';

CREATE FUNCTION auc_pair_ne(a auc_pair, b auc_pair)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION auc_pair_ne(auc_pair, auc_pair) IS 'Function of the operator <>.';

CREATE FUNCTION auc_pair_lt(a auc_pair, b auc_pair)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION auc_pair_lt(auc_pair, auc_pair) IS 'Function of the operator <.';

CREATE FUNCTION auc_pair_le(a auc_pair, b auc_pair)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION auc_pair_le(auc_pair, auc_pair) IS 'Function of the operator <=.';

CREATE FUNCTION auc_pair_gt(a auc_pair, b auc_pair)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION auc_pair_gt(auc_pair, auc_pair) IS 'Function of the operator >.';

CREATE FUNCTION auc_pair_ge(a auc_pair, b auc_pair)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION auc_pair_ge(auc_pair, auc_pair) IS 'Function of the operator >=.';

CREATE FUNCTION auc_pair_hash(a auc_pair)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION auc_pair_hash(auc_pair) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION auc_pair_hash_extended(a auc_pair, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION auc_pair_hash_extended(auc_pair, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = auc_pair, RIGHTARG = auc_pair, FUNCTION = auc_pair_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (auc_pair, auc_pair) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = auc_pair, RIGHTARG = auc_pair, FUNCTION = auc_pair_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (auc_pair, auc_pair) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = auc_pair, RIGHTARG = auc_pair, FUNCTION = auc_pair_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (auc_pair, auc_pair) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = auc_pair, RIGHTARG = auc_pair, FUNCTION = auc_pair_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (auc_pair, auc_pair) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = auc_pair, RIGHTARG = auc_pair, FUNCTION = auc_pair_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (auc_pair, auc_pair) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = auc_pair, RIGHTARG = auc_pair, FUNCTION = auc_pair_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (auc_pair, auc_pair) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS auc_pair_ops DEFAULT FOR TYPE auc_pair USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 auc_pair_cmp(auc_pair, auc_pair);
COMMENT ON OPERATOR CLASS auc_pair_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY auc_pair_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS auc_pair_ops DEFAULT FOR TYPE auc_pair USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 auc_pair_hash(auc_pair),
	FUNCTION 2 auc_pair_hash_extended(auc_pair, bigint);
COMMENT ON OPERATOR CLASS auc_pair_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY auc_pair_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION bin_summary_cmp(a bin_summary, b bin_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION bin_summary_cmp(bin_summary, bin_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION bin_summary_eq(a bin_summary, b bin_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION bin_summary_eq(bin_summary, bin_summary) IS 'Function of the operator =.';

CREATE FUNCTION bin_summary_ne(a bin_summary, b bin_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION bin_summary_ne(bin_summary, bin_summary) IS 'Function of the operator <>.';

CREATE FUNCTION bin_summary_lt(a bin_summary, b bin_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION bin_summary_lt(bin_summary, bin_summary) IS 'Function of the operator <.';

CREATE FUNCTION bin_summary_le(a bin_summary, b bin_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION bin_summary_le(bin_summary, bin_summary) IS 'Function of the operator <=.';

CREATE FUNCTION bin_summary_gt(a bin_summary, b bin_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION bin_summary_gt(bin_summary, bin_summary) IS 'Function of the operator >.';

CREATE FUNCTION bin_summary_ge(a bin_summary, b bin_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION bin_summary_ge(bin_summary, bin_summary) IS 'Function of the operator >=.';

CREATE FUNCTION bin_summary_hash(a bin_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION bin_summary_hash(bin_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION bin_summary_hash_extended(a bin_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION bin_summary_hash_extended(bin_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = bin_summary, RIGHTARG = bin_summary, FUNCTION = bin_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (bin_summary, bin_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = bin_summary, RIGHTARG = bin_summary, FUNCTION = bin_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (bin_summary, bin_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = bin_summary, RIGHTARG = bin_summary, FUNCTION = bin_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (bin_summary, bin_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = bin_summary, RIGHTARG = bin_summary, FUNCTION = bin_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (bin_summary, bin_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = bin_summary, RIGHTARG = bin_summary, FUNCTION = bin_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (bin_summary, bin_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = bin_summary, RIGHTARG = bin_summary, FUNCTION = bin_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (bin_summary, bin_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS bin_summary_ops DEFAULT FOR TYPE bin_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 bin_summary_cmp(bin_summary, bin_summary);
COMMENT ON OPERATOR CLASS bin_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY bin_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS bin_summary_ops DEFAULT FOR TYPE bin_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 bin_summary_hash(bin_summary),
	FUNCTION 2 bin_summary_hash_extended(bin_summary, bigint);
COMMENT ON OPERATOR CLASS bin_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY bin_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION distribution_summary_cmp(a distribution_summary, b distribution_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION distribution_summary_cmp(distribution_summary, distribution_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION distribution_summary_eq(a distribution_summary, b distribution_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION distribution_summary_eq(distribution_summary, distribution_summary) IS 'Function of the operator =.';

CREATE FUNCTION distribution_summary_ne(a distribution_summary, b distribution_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION distribution_summary_ne(distribution_summary, distribution_summary) IS 'Function of the operator <>.';

CREATE FUNCTION distribution_summary_lt(a distribution_summary, b distribution_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION distribution_summary_lt(distribution_summary, distribution_summary) IS 'Function of the operator <.';

CREATE FUNCTION distribution_summary_le(a distribution_summary, b distribution_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION distribution_summary_le(distribution_summary, distribution_summary) IS 'Function of the operator <=.';

CREATE FUNCTION distribution_summary_gt(a distribution_summary, b distribution_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION distribution_summary_gt(distribution_summary, distribution_summary) IS 'Function of the operator >.';

CREATE FUNCTION distribution_summary_ge(a distribution_summary, b distribution_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION distribution_summary_ge(distribution_summary, distribution_summary) IS 'Function of the operator >=.';

CREATE FUNCTION distribution_summary_hash(a distribution_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION distribution_summary_hash(distribution_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION distribution_summary_hash_extended(a distribution_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION distribution_summary_hash_extended(distribution_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = distribution_summary, RIGHTARG = distribution_summary, FUNCTION = distribution_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (distribution_summary, distribution_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = distribution_summary, RIGHTARG = distribution_summary, FUNCTION = distribution_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (distribution_summary, distribution_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = distribution_summary, RIGHTARG = distribution_summary, FUNCTION = distribution_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (distribution_summary, distribution_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = distribution_summary, RIGHTARG = distribution_summary, FUNCTION = distribution_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (distribution_summary, distribution_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = distribution_summary, RIGHTARG = distribution_summary, FUNCTION = distribution_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (distribution_summary, distribution_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = distribution_summary, RIGHTARG = distribution_summary, FUNCTION = distribution_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (distribution_summary, distribution_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS distribution_summary_ops DEFAULT FOR TYPE distribution_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 distribution_summary_cmp(distribution_summary, distribution_summary);
COMMENT ON OPERATOR CLASS distribution_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY distribution_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS distribution_summary_ops DEFAULT FOR TYPE distribution_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 distribution_summary_hash(distribution_summary),
	FUNCTION 2 distribution_summary_hash_extended(distribution_summary, bigint);
COMMENT ON OPERATOR CLASS distribution_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY distribution_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION card_summary_cmp(a card_summary, b card_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION card_summary_cmp(card_summary, card_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION card_summary_eq(a card_summary, b card_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION card_summary_eq(card_summary, card_summary) IS 'Function of the operator =.';

CREATE FUNCTION card_summary_ne(a card_summary, b card_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION card_summary_ne(card_summary, card_summary) IS 'Function of the operator <>.';

CREATE FUNCTION card_summary_lt(a card_summary, b card_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION card_summary_lt(card_summary, card_summary) IS 'Function of the operator <.';

CREATE FUNCTION card_summary_le(a card_summary, b card_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION card_summary_le(card_summary, card_summary) IS 'Function of the operator <=.';

CREATE FUNCTION card_summary_gt(a card_summary, b card_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION card_summary_gt(card_summary, card_summary) IS 'Function of the operator >.';

CREATE FUNCTION card_summary_ge(a card_summary, b card_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION card_summary_ge(card_summary, card_summary) IS 'Function of the operator >=.';

CREATE FUNCTION card_summary_hash(a card_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION card_summary_hash(card_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION card_summary_hash_extended(a card_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION card_summary_hash_extended(card_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = card_summary, RIGHTARG = card_summary, FUNCTION = card_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (card_summary, card_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = card_summary, RIGHTARG = card_summary, FUNCTION = card_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (card_summary, card_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = card_summary, RIGHTARG = card_summary, FUNCTION = card_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (card_summary, card_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = card_summary, RIGHTARG = card_summary, FUNCTION = card_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (card_summary, card_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = card_summary, RIGHTARG = card_summary, FUNCTION = card_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (card_summary, card_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = card_summary, RIGHTARG = card_summary, FUNCTION = card_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (card_summary, card_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS card_summary_ops DEFAULT FOR TYPE card_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 card_summary_cmp(card_summary, card_summary);
COMMENT ON OPERATOR CLASS card_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY card_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS card_summary_ops DEFAULT FOR TYPE card_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 card_summary_hash(card_summary),
	FUNCTION 2 card_summary_hash_extended(card_summary, bigint);
COMMENT ON OPERATOR CLASS card_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY card_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION vintage_summary_cmp(a vintage_summary, b vintage_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION vintage_summary_cmp(vintage_summary, vintage_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION vintage_summary_eq(a vintage_summary, b vintage_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION vintage_summary_eq(vintage_summary, vintage_summary) IS 'Function of the operator =.';

CREATE FUNCTION vintage_summary_ne(a vintage_summary, b vintage_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION vintage_summary_ne(vintage_summary, vintage_summary) IS 'Function of the operator <>.';

CREATE FUNCTION vintage_summary_lt(a vintage_summary, b vintage_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION vintage_summary_lt(vintage_summary, vintage_summary) IS 'Function of the operator <.';

CREATE FUNCTION vintage_summary_le(a vintage_summary, b vintage_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION vintage_summary_le(vintage_summary, vintage_summary) IS 'Function of the operator <=.';

CREATE FUNCTION vintage_summary_gt(a vintage_summary, b vintage_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION vintage_summary_gt(vintage_summary, vintage_summary) IS 'Function of the operator >.';

CREATE FUNCTION vintage_summary_ge(a vintage_summary, b vintage_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION vintage_summary_ge(vintage_summary, vintage_summary) IS 'Function of the operator >=.';

CREATE FUNCTION vintage_summary_hash(a vintage_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION vintage_summary_hash(vintage_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION vintage_summary_hash_extended(a vintage_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION vintage_summary_hash_extended(vintage_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = vintage_summary, RIGHTARG = vintage_summary, FUNCTION = vintage_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (vintage_summary, vintage_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = vintage_summary, RIGHTARG = vintage_summary, FUNCTION = vintage_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (vintage_summary, vintage_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = vintage_summary, RIGHTARG = vintage_summary, FUNCTION = vintage_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (vintage_summary, vintage_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = vintage_summary, RIGHTARG = vintage_summary, FUNCTION = vintage_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (vintage_summary, vintage_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = vintage_summary, RIGHTARG = vintage_summary, FUNCTION = vintage_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (vintage_summary, vintage_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = vintage_summary, RIGHTARG = vintage_summary, FUNCTION = vintage_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (vintage_summary, vintage_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS vintage_summary_ops DEFAULT FOR TYPE vintage_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 vintage_summary_cmp(vintage_summary, vintage_summary);
COMMENT ON OPERATOR CLASS vintage_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY vintage_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS vintage_summary_ops DEFAULT FOR TYPE vintage_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 vintage_summary_hash(vintage_summary),
	FUNCTION 2 vintage_summary_hash_extended(vintage_summary, bigint);
COMMENT ON OPERATOR CLASS vintage_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY vintage_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION survival_summary_cmp(a survival_summary, b survival_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survival_summary_cmp(survival_summary, survival_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION survival_summary_eq(a survival_summary, b survival_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survival_summary_eq(survival_summary, survival_summary) IS 'Function of the operator =.';

CREATE FUNCTION survival_summary_ne(a survival_summary, b survival_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survival_summary_ne(survival_summary, survival_summary) IS 'Function of the operator <>.';

CREATE FUNCTION survival_summary_lt(a survival_summary, b survival_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survival_summary_lt(survival_summary, survival_summary) IS 'Function of the operator <.';

CREATE FUNCTION survival_summary_le(a survival_summary, b survival_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survival_summary_le(survival_summary, survival_summary) IS 'Function of the operator <=.';

CREATE FUNCTION survival_summary_gt(a survival_summary, b survival_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survival_summary_gt(survival_summary, survival_summary) IS 'Function of the operator >.';

CREATE FUNCTION survival_summary_ge(a survival_summary, b survival_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survival_summary_ge(survival_summary, survival_summary) IS 'Function of the operator >=.';

CREATE FUNCTION survival_summary_hash(a survival_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survival_summary_hash(survival_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION survival_summary_hash_extended(a survival_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survival_summary_hash_extended(survival_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = survival_summary, RIGHTARG = survival_summary, FUNCTION = survival_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (survival_summary, survival_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = survival_summary, RIGHTARG = survival_summary, FUNCTION = survival_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (survival_summary, survival_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = survival_summary, RIGHTARG = survival_summary, FUNCTION = survival_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (survival_summary, survival_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = survival_summary, RIGHTARG = survival_summary, FUNCTION = survival_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (survival_summary, survival_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = survival_summary, RIGHTARG = survival_summary, FUNCTION = survival_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (survival_summary, survival_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = survival_summary, RIGHTARG = survival_summary, FUNCTION = survival_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (survival_summary, survival_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS survival_summary_ops DEFAULT FOR TYPE survival_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 survival_summary_cmp(survival_summary, survival_summary);
COMMENT ON OPERATOR CLASS survival_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY survival_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS survival_summary_ops DEFAULT FOR TYPE survival_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 survival_summary_hash(survival_summary),
	FUNCTION 2 survival_summary_hash_extended(survival_summary, bigint);
COMMENT ON OPERATOR CLASS survival_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY survival_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION logrank_summary_cmp(a logrank_summary, b logrank_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logrank_summary_cmp(logrank_summary, logrank_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION logrank_summary_eq(a logrank_summary, b logrank_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logrank_summary_eq(logrank_summary, logrank_summary) IS 'Function of the operator =.';

CREATE FUNCTION logrank_summary_ne(a logrank_summary, b logrank_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logrank_summary_ne(logrank_summary, logrank_summary) IS 'Function of the operator <>.';

CREATE FUNCTION logrank_summary_lt(a logrank_summary, b logrank_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logrank_summary_lt(logrank_summary, logrank_summary) IS 'Function of the operator <.';

CREATE FUNCTION logrank_summary_le(a logrank_summary, b logrank_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logrank_summary_le(logrank_summary, logrank_summary) IS 'Function of the operator <=.';

CREATE FUNCTION logrank_summary_gt(a logrank_summary, b logrank_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logrank_summary_gt(logrank_summary, logrank_summary) IS 'Function of the operator >.';

CREATE FUNCTION logrank_summary_ge(a logrank_summary, b logrank_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logrank_summary_ge(logrank_summary, logrank_summary) IS 'Function of the operator >=.';

CREATE FUNCTION logrank_summary_hash(a logrank_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logrank_summary_hash(logrank_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION logrank_summary_hash_extended(a logrank_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logrank_summary_hash_extended(logrank_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = logrank_summary, RIGHTARG = logrank_summary, FUNCTION = logrank_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (logrank_summary, logrank_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = logrank_summary, RIGHTARG = logrank_summary, FUNCTION = logrank_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (logrank_summary, logrank_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = logrank_summary, RIGHTARG = logrank_summary, FUNCTION = logrank_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (logrank_summary, logrank_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = logrank_summary, RIGHTARG = logrank_summary, FUNCTION = logrank_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (logrank_summary, logrank_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = logrank_summary, RIGHTARG = logrank_summary, FUNCTION = logrank_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (logrank_summary, logrank_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = logrank_summary, RIGHTARG = logrank_summary, FUNCTION = logrank_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (logrank_summary, logrank_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS logrank_summary_ops DEFAULT FOR TYPE logrank_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 logrank_summary_cmp(logrank_summary, logrank_summary);
COMMENT ON OPERATOR CLASS logrank_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY logrank_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS logrank_summary_ops DEFAULT FOR TYPE logrank_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 logrank_summary_hash(logrank_summary),
	FUNCTION 2 logrank_summary_hash_extended(logrank_summary, bigint);
COMMENT ON OPERATOR CLASS logrank_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY logrank_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION incidence_summary_cmp(a incidence_summary, b incidence_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION incidence_summary_cmp(incidence_summary, incidence_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION incidence_summary_eq(a incidence_summary, b incidence_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION incidence_summary_eq(incidence_summary, incidence_summary) IS 'Function of the operator =.';

CREATE FUNCTION incidence_summary_ne(a incidence_summary, b incidence_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION incidence_summary_ne(incidence_summary, incidence_summary) IS 'Function of the operator <>.';

CREATE FUNCTION incidence_summary_lt(a incidence_summary, b incidence_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION incidence_summary_lt(incidence_summary, incidence_summary) IS 'Function of the operator <.';

CREATE FUNCTION incidence_summary_le(a incidence_summary, b incidence_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION incidence_summary_le(incidence_summary, incidence_summary) IS 'Function of the operator <=.';

CREATE FUNCTION incidence_summary_gt(a incidence_summary, b incidence_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION incidence_summary_gt(incidence_summary, incidence_summary) IS 'Function of the operator >.';

CREATE FUNCTION incidence_summary_ge(a incidence_summary, b incidence_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION incidence_summary_ge(incidence_summary, incidence_summary) IS 'Function of the operator >=.';

CREATE FUNCTION incidence_summary_hash(a incidence_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION incidence_summary_hash(incidence_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION incidence_summary_hash_extended(a incidence_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION incidence_summary_hash_extended(incidence_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = incidence_summary, RIGHTARG = incidence_summary, FUNCTION = incidence_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (incidence_summary, incidence_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = incidence_summary, RIGHTARG = incidence_summary, FUNCTION = incidence_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (incidence_summary, incidence_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = incidence_summary, RIGHTARG = incidence_summary, FUNCTION = incidence_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (incidence_summary, incidence_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = incidence_summary, RIGHTARG = incidence_summary, FUNCTION = incidence_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (incidence_summary, incidence_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = incidence_summary, RIGHTARG = incidence_summary, FUNCTION = incidence_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (incidence_summary, incidence_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = incidence_summary, RIGHTARG = incidence_summary, FUNCTION = incidence_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (incidence_summary, incidence_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS incidence_summary_ops DEFAULT FOR TYPE incidence_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 incidence_summary_cmp(incidence_summary, incidence_summary);
COMMENT ON OPERATOR CLASS incidence_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY incidence_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS incidence_summary_ops DEFAULT FOR TYPE incidence_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 incidence_summary_hash(incidence_summary),
	FUNCTION 2 incidence_summary_hash_extended(incidence_summary, bigint);
COMMENT ON OPERATOR CLASS incidence_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY incidence_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION cohort_summary_cmp(a cohort_summary, b cohort_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cohort_summary_cmp(cohort_summary, cohort_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION cohort_summary_eq(a cohort_summary, b cohort_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cohort_summary_eq(cohort_summary, cohort_summary) IS 'Function of the operator =.';

CREATE FUNCTION cohort_summary_ne(a cohort_summary, b cohort_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cohort_summary_ne(cohort_summary, cohort_summary) IS 'Function of the operator <>.';

CREATE FUNCTION cohort_summary_lt(a cohort_summary, b cohort_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cohort_summary_lt(cohort_summary, cohort_summary) IS 'Function of the operator <.';

CREATE FUNCTION cohort_summary_le(a cohort_summary, b cohort_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cohort_summary_le(cohort_summary, cohort_summary) IS 'Function of the operator <=.';

CREATE FUNCTION cohort_summary_gt(a cohort_summary, b cohort_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cohort_summary_gt(cohort_summary, cohort_summary) IS 'Function of the operator >.';

CREATE FUNCTION cohort_summary_ge(a cohort_summary, b cohort_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cohort_summary_ge(cohort_summary, cohort_summary) IS 'Function of the operator >=.';

CREATE FUNCTION cohort_summary_hash(a cohort_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cohort_summary_hash(cohort_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION cohort_summary_hash_extended(a cohort_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cohort_summary_hash_extended(cohort_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = cohort_summary, RIGHTARG = cohort_summary, FUNCTION = cohort_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (cohort_summary, cohort_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = cohort_summary, RIGHTARG = cohort_summary, FUNCTION = cohort_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (cohort_summary, cohort_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = cohort_summary, RIGHTARG = cohort_summary, FUNCTION = cohort_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (cohort_summary, cohort_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = cohort_summary, RIGHTARG = cohort_summary, FUNCTION = cohort_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (cohort_summary, cohort_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = cohort_summary, RIGHTARG = cohort_summary, FUNCTION = cohort_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (cohort_summary, cohort_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = cohort_summary, RIGHTARG = cohort_summary, FUNCTION = cohort_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (cohort_summary, cohort_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS cohort_summary_ops DEFAULT FOR TYPE cohort_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 cohort_summary_cmp(cohort_summary, cohort_summary);
COMMENT ON OPERATOR CLASS cohort_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY cohort_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS cohort_summary_ops DEFAULT FOR TYPE cohort_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 cohort_summary_hash(cohort_summary),
	FUNCTION 2 cohort_summary_hash_extended(cohort_summary, bigint);
COMMENT ON OPERATOR CLASS cohort_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY cohort_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION churn_summary_cmp(a churn_summary, b churn_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION churn_summary_cmp(churn_summary, churn_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION churn_summary_eq(a churn_summary, b churn_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION churn_summary_eq(churn_summary, churn_summary) IS 'Function of the operator =.';

CREATE FUNCTION churn_summary_ne(a churn_summary, b churn_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION churn_summary_ne(churn_summary, churn_summary) IS 'Function of the operator <>.';

CREATE FUNCTION churn_summary_lt(a churn_summary, b churn_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION churn_summary_lt(churn_summary, churn_summary) IS 'Function of the operator <.';

CREATE FUNCTION churn_summary_le(a churn_summary, b churn_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION churn_summary_le(churn_summary, churn_summary) IS 'Function of the operator <=.';

CREATE FUNCTION churn_summary_gt(a churn_summary, b churn_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION churn_summary_gt(churn_summary, churn_summary) IS 'Function of the operator >.';

CREATE FUNCTION churn_summary_ge(a churn_summary, b churn_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION churn_summary_ge(churn_summary, churn_summary) IS 'Function of the operator >=.';

CREATE FUNCTION churn_summary_hash(a churn_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION churn_summary_hash(churn_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION churn_summary_hash_extended(a churn_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION churn_summary_hash_extended(churn_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = churn_summary, RIGHTARG = churn_summary, FUNCTION = churn_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (churn_summary, churn_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = churn_summary, RIGHTARG = churn_summary, FUNCTION = churn_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (churn_summary, churn_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = churn_summary, RIGHTARG = churn_summary, FUNCTION = churn_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (churn_summary, churn_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = churn_summary, RIGHTARG = churn_summary, FUNCTION = churn_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (churn_summary, churn_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = churn_summary, RIGHTARG = churn_summary, FUNCTION = churn_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (churn_summary, churn_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = churn_summary, RIGHTARG = churn_summary, FUNCTION = churn_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (churn_summary, churn_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS churn_summary_ops DEFAULT FOR TYPE churn_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 churn_summary_cmp(churn_summary, churn_summary);
COMMENT ON OPERATOR CLASS churn_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY churn_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS churn_summary_ops DEFAULT FOR TYPE churn_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 churn_summary_hash(churn_summary),
	FUNCTION 2 churn_summary_hash_extended(churn_summary, bigint);
COMMENT ON OPERATOR CLASS churn_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY churn_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION mrr_summary_cmp(a mrr_summary, b mrr_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mrr_summary_cmp(mrr_summary, mrr_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION mrr_summary_eq(a mrr_summary, b mrr_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mrr_summary_eq(mrr_summary, mrr_summary) IS 'Function of the operator =.';

CREATE FUNCTION mrr_summary_ne(a mrr_summary, b mrr_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mrr_summary_ne(mrr_summary, mrr_summary) IS 'Function of the operator <>.';

CREATE FUNCTION mrr_summary_lt(a mrr_summary, b mrr_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mrr_summary_lt(mrr_summary, mrr_summary) IS 'Function of the operator <.';

CREATE FUNCTION mrr_summary_le(a mrr_summary, b mrr_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mrr_summary_le(mrr_summary, mrr_summary) IS 'Function of the operator <=.';

CREATE FUNCTION mrr_summary_gt(a mrr_summary, b mrr_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mrr_summary_gt(mrr_summary, mrr_summary) IS 'Function of the operator >.';

CREATE FUNCTION mrr_summary_ge(a mrr_summary, b mrr_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mrr_summary_ge(mrr_summary, mrr_summary) IS 'Function of the operator >=.';

CREATE FUNCTION mrr_summary_hash(a mrr_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mrr_summary_hash(mrr_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION mrr_summary_hash_extended(a mrr_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION mrr_summary_hash_extended(mrr_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = mrr_summary, RIGHTARG = mrr_summary, FUNCTION = mrr_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (mrr_summary, mrr_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = mrr_summary, RIGHTARG = mrr_summary, FUNCTION = mrr_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (mrr_summary, mrr_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = mrr_summary, RIGHTARG = mrr_summary, FUNCTION = mrr_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (mrr_summary, mrr_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = mrr_summary, RIGHTARG = mrr_summary, FUNCTION = mrr_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (mrr_summary, mrr_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = mrr_summary, RIGHTARG = mrr_summary, FUNCTION = mrr_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (mrr_summary, mrr_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = mrr_summary, RIGHTARG = mrr_summary, FUNCTION = mrr_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (mrr_summary, mrr_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS mrr_summary_ops DEFAULT FOR TYPE mrr_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 mrr_summary_cmp(mrr_summary, mrr_summary);
COMMENT ON OPERATOR CLASS mrr_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY mrr_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS mrr_summary_ops DEFAULT FOR TYPE mrr_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 mrr_summary_hash(mrr_summary),
	FUNCTION 2 mrr_summary_hash_extended(mrr_summary, bigint);
COMMENT ON OPERATOR CLASS mrr_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY mrr_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION ratio_summary_cmp(a ratio_summary, b ratio_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ratio_summary_cmp(ratio_summary, ratio_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION ratio_summary_eq(a ratio_summary, b ratio_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ratio_summary_eq(ratio_summary, ratio_summary) IS 'Function of the operator =.';

CREATE FUNCTION ratio_summary_ne(a ratio_summary, b ratio_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ratio_summary_ne(ratio_summary, ratio_summary) IS 'Function of the operator <>.';

CREATE FUNCTION ratio_summary_lt(a ratio_summary, b ratio_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ratio_summary_lt(ratio_summary, ratio_summary) IS 'Function of the operator <.';

CREATE FUNCTION ratio_summary_le(a ratio_summary, b ratio_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ratio_summary_le(ratio_summary, ratio_summary) IS 'Function of the operator <=.';

CREATE FUNCTION ratio_summary_gt(a ratio_summary, b ratio_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ratio_summary_gt(ratio_summary, ratio_summary) IS 'Function of the operator >.';

CREATE FUNCTION ratio_summary_ge(a ratio_summary, b ratio_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ratio_summary_ge(ratio_summary, ratio_summary) IS 'Function of the operator >=.';

CREATE FUNCTION ratio_summary_hash(a ratio_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ratio_summary_hash(ratio_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION ratio_summary_hash_extended(a ratio_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ratio_summary_hash_extended(ratio_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = ratio_summary, RIGHTARG = ratio_summary, FUNCTION = ratio_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (ratio_summary, ratio_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = ratio_summary, RIGHTARG = ratio_summary, FUNCTION = ratio_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (ratio_summary, ratio_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = ratio_summary, RIGHTARG = ratio_summary, FUNCTION = ratio_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (ratio_summary, ratio_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = ratio_summary, RIGHTARG = ratio_summary, FUNCTION = ratio_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (ratio_summary, ratio_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = ratio_summary, RIGHTARG = ratio_summary, FUNCTION = ratio_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (ratio_summary, ratio_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = ratio_summary, RIGHTARG = ratio_summary, FUNCTION = ratio_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (ratio_summary, ratio_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS ratio_summary_ops DEFAULT FOR TYPE ratio_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 ratio_summary_cmp(ratio_summary, ratio_summary);
COMMENT ON OPERATOR CLASS ratio_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY ratio_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS ratio_summary_ops DEFAULT FOR TYPE ratio_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 ratio_summary_hash(ratio_summary),
	FUNCTION 2 ratio_summary_hash_extended(ratio_summary, bigint);
COMMENT ON OPERATOR CLASS ratio_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY ratio_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION cox_model_cmp(a cox_model, b cox_model)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cox_model_cmp(cox_model, cox_model) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION cox_model_eq(a cox_model, b cox_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cox_model_eq(cox_model, cox_model) IS 'Function of the operator =.';

CREATE FUNCTION cox_model_ne(a cox_model, b cox_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cox_model_ne(cox_model, cox_model) IS 'Function of the operator <>.';

CREATE FUNCTION cox_model_lt(a cox_model, b cox_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cox_model_lt(cox_model, cox_model) IS 'Function of the operator <.';

CREATE FUNCTION cox_model_le(a cox_model, b cox_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cox_model_le(cox_model, cox_model) IS 'Function of the operator <=.';

CREATE FUNCTION cox_model_gt(a cox_model, b cox_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cox_model_gt(cox_model, cox_model) IS 'Function of the operator >.';

CREATE FUNCTION cox_model_ge(a cox_model, b cox_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cox_model_ge(cox_model, cox_model) IS 'Function of the operator >=.';

CREATE FUNCTION cox_model_hash(a cox_model)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cox_model_hash(cox_model) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION cox_model_hash_extended(a cox_model, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION cox_model_hash_extended(cox_model, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = cox_model, RIGHTARG = cox_model, FUNCTION = cox_model_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (cox_model, cox_model) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = cox_model, RIGHTARG = cox_model, FUNCTION = cox_model_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (cox_model, cox_model) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = cox_model, RIGHTARG = cox_model, FUNCTION = cox_model_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (cox_model, cox_model) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = cox_model, RIGHTARG = cox_model, FUNCTION = cox_model_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (cox_model, cox_model) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = cox_model, RIGHTARG = cox_model, FUNCTION = cox_model_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (cox_model, cox_model) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = cox_model, RIGHTARG = cox_model, FUNCTION = cox_model_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (cox_model, cox_model) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS cox_model_ops DEFAULT FOR TYPE cox_model USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 cox_model_cmp(cox_model, cox_model);
COMMENT ON OPERATOR CLASS cox_model_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY cox_model_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS cox_model_ops DEFAULT FOR TYPE cox_model USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 cox_model_hash(cox_model),
	FUNCTION 2 cox_model_hash_extended(cox_model, bigint);
COMMENT ON OPERATOR CLASS cox_model_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY cox_model_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION lexicon_cmp(a lexicon, b lexicon)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION lexicon_cmp(lexicon, lexicon) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION lexicon_eq(a lexicon, b lexicon)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION lexicon_eq(lexicon, lexicon) IS 'Function of the operator =.';

CREATE FUNCTION lexicon_ne(a lexicon, b lexicon)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION lexicon_ne(lexicon, lexicon) IS 'Function of the operator <>.';

CREATE FUNCTION lexicon_lt(a lexicon, b lexicon)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION lexicon_lt(lexicon, lexicon) IS 'Function of the operator <.';

CREATE FUNCTION lexicon_le(a lexicon, b lexicon)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION lexicon_le(lexicon, lexicon) IS 'Function of the operator <=.';

CREATE FUNCTION lexicon_gt(a lexicon, b lexicon)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION lexicon_gt(lexicon, lexicon) IS 'Function of the operator >.';

CREATE FUNCTION lexicon_ge(a lexicon, b lexicon)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION lexicon_ge(lexicon, lexicon) IS 'Function of the operator >=.';

CREATE FUNCTION lexicon_hash(a lexicon)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION lexicon_hash(lexicon) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION lexicon_hash_extended(a lexicon, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION lexicon_hash_extended(lexicon, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = lexicon, RIGHTARG = lexicon, FUNCTION = lexicon_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (lexicon, lexicon) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = lexicon, RIGHTARG = lexicon, FUNCTION = lexicon_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (lexicon, lexicon) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = lexicon, RIGHTARG = lexicon, FUNCTION = lexicon_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (lexicon, lexicon) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = lexicon, RIGHTARG = lexicon, FUNCTION = lexicon_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (lexicon, lexicon) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = lexicon, RIGHTARG = lexicon, FUNCTION = lexicon_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (lexicon, lexicon) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = lexicon, RIGHTARG = lexicon, FUNCTION = lexicon_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (lexicon, lexicon) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS lexicon_ops DEFAULT FOR TYPE lexicon USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 lexicon_cmp(lexicon, lexicon);
COMMENT ON OPERATOR CLASS lexicon_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY lexicon_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS lexicon_ops DEFAULT FOR TYPE lexicon USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 lexicon_hash(lexicon),
	FUNCTION 2 lexicon_hash_extended(lexicon, bigint);
COMMENT ON OPERATOR CLASS lexicon_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY lexicon_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION sentiment_summary_cmp(a sentiment_summary, b sentiment_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION sentiment_summary_cmp(sentiment_summary, sentiment_summary) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION sentiment_summary_eq(a sentiment_summary, b sentiment_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION sentiment_summary_eq(sentiment_summary, sentiment_summary) IS 'Function of the operator =.';

CREATE FUNCTION sentiment_summary_ne(a sentiment_summary, b sentiment_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION sentiment_summary_ne(sentiment_summary, sentiment_summary) IS 'Function of the operator <>.';

CREATE FUNCTION sentiment_summary_lt(a sentiment_summary, b sentiment_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION sentiment_summary_lt(sentiment_summary, sentiment_summary) IS 'Function of the operator <.';

CREATE FUNCTION sentiment_summary_le(a sentiment_summary, b sentiment_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION sentiment_summary_le(sentiment_summary, sentiment_summary) IS 'Function of the operator <=.';

CREATE FUNCTION sentiment_summary_gt(a sentiment_summary, b sentiment_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION sentiment_summary_gt(sentiment_summary, sentiment_summary) IS 'Function of the operator >.';

CREATE FUNCTION sentiment_summary_ge(a sentiment_summary, b sentiment_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION sentiment_summary_ge(sentiment_summary, sentiment_summary) IS 'Function of the operator >=.';

CREATE FUNCTION sentiment_summary_hash(a sentiment_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION sentiment_summary_hash(sentiment_summary) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION sentiment_summary_hash_extended(a sentiment_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION sentiment_summary_hash_extended(sentiment_summary, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = sentiment_summary, RIGHTARG = sentiment_summary, FUNCTION = sentiment_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (sentiment_summary, sentiment_summary) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = sentiment_summary, RIGHTARG = sentiment_summary, FUNCTION = sentiment_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (sentiment_summary, sentiment_summary) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = sentiment_summary, RIGHTARG = sentiment_summary, FUNCTION = sentiment_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (sentiment_summary, sentiment_summary) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = sentiment_summary, RIGHTARG = sentiment_summary, FUNCTION = sentiment_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (sentiment_summary, sentiment_summary) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = sentiment_summary, RIGHTARG = sentiment_summary, FUNCTION = sentiment_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (sentiment_summary, sentiment_summary) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = sentiment_summary, RIGHTARG = sentiment_summary, FUNCTION = sentiment_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (sentiment_summary, sentiment_summary) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS sentiment_summary_ops DEFAULT FOR TYPE sentiment_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 sentiment_summary_cmp(sentiment_summary, sentiment_summary);
COMMENT ON OPERATOR CLASS sentiment_summary_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY sentiment_summary_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS sentiment_summary_ops DEFAULT FOR TYPE sentiment_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 sentiment_summary_hash(sentiment_summary),
	FUNCTION 2 sentiment_summary_hash_extended(sentiment_summary, bigint);
COMMENT ON OPERATOR CLASS sentiment_summary_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY sentiment_summary_ops USING hash IS 'Hash of the bytes of the binary form.';

CREATE FUNCTION chart_points_cmp(a chart_points, b chart_points)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION chart_points_cmp(chart_points, chart_points) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION chart_points_eq(a chart_points, b chart_points)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION chart_points_eq(chart_points, chart_points) IS 'Function of the operator =.';

CREATE FUNCTION chart_points_ne(a chart_points, b chart_points)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION chart_points_ne(chart_points, chart_points) IS 'Function of the operator <>.';

CREATE FUNCTION chart_points_lt(a chart_points, b chart_points)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION chart_points_lt(chart_points, chart_points) IS 'Function of the operator <.';

CREATE FUNCTION chart_points_le(a chart_points, b chart_points)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION chart_points_le(chart_points, chart_points) IS 'Function of the operator <=.';

CREATE FUNCTION chart_points_gt(a chart_points, b chart_points)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION chart_points_gt(chart_points, chart_points) IS 'Function of the operator >.';

CREATE FUNCTION chart_points_ge(a chart_points, b chart_points)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION chart_points_ge(chart_points, chart_points) IS 'Function of the operator >=.';

CREATE FUNCTION chart_points_hash(a chart_points)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION chart_points_hash(chart_points) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION chart_points_hash_extended(a chart_points, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION chart_points_hash_extended(chart_points, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = chart_points, RIGHTARG = chart_points, FUNCTION = chart_points_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (chart_points, chart_points) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = chart_points, RIGHTARG = chart_points, FUNCTION = chart_points_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (chart_points, chart_points) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = chart_points, RIGHTARG = chart_points, FUNCTION = chart_points_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (chart_points, chart_points) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = chart_points, RIGHTARG = chart_points, FUNCTION = chart_points_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (chart_points, chart_points) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = chart_points, RIGHTARG = chart_points, FUNCTION = chart_points_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (chart_points, chart_points) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = chart_points, RIGHTARG = chart_points, FUNCTION = chart_points_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (chart_points, chart_points) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS chart_points_ops DEFAULT FOR TYPE chart_points USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 chart_points_cmp(chart_points, chart_points);
COMMENT ON OPERATOR CLASS chart_points_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY chart_points_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS chart_points_ops DEFAULT FOR TYPE chart_points USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 chart_points_hash(chart_points),
	FUNCTION 2 chart_points_hash_extended(chart_points, bigint);
COMMENT ON OPERATOR CLASS chart_points_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY chart_points_ops USING hash IS 'Hash of the bytes of the binary form.';

-- Arguments of existing functions that have other names now.
UPDATE pg_catalog.pg_proc SET proargnames = renamed.names::pg_catalog.text[]
FROM (VALUES
	('purchase_history_add(purchase_history, date, numeric)', '{history,at,amount}'),
	('purchase_history_add(purchase_history, date, bigint)', '{history,at,amount}'),
	('purchase_history_add(purchase_history, date, float8)', '{history,at,amount}'),
	('purchase_history_add(purchase_history, timestamp, numeric)', '{history,at,amount}'),
	('purchase_history_add(purchase_history, timestamp, bigint)', '{history,at,amount}'),
	('purchase_history_add(purchase_history, timestamp, float8)', '{history,at,amount}'),
	('purchase_history_add(purchase_history, timestamptz, numeric)', '{history,at,amount}'),
	('purchase_history_add(purchase_history, timestamptz, bigint)', '{history,at,amount}'),
	('purchase_history_add(purchase_history, timestamptz, float8)', '{history,at,amount}'),
	('purchase_history_pack(purchase_history)', '{history}')
) AS renamed(signature, names)
WHERE oid OPERATOR(pg_catalog.=) pg_catalog.to_regprocedure(renamed.signature)::pg_catalog.oid;
