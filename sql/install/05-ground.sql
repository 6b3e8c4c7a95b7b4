-- ground: stored types, and rows that wait for the end of an aggregate

-- How every stored type is read and written.  What it holds is said by COMMENT ON TYPE, in the file of its room.
-- for T STORAGE in held_rows/extended
--	abc_network/extended
--	concentration_summary/extended
--	purchase_history/extended
--	clv_model/extended
--	survey_summary/plain
--	kmeans_model/extended
--	moments_summary/extended
--	migration_summary/extended
--	ols_summary/extended
--	logit_model/extended
--	affinity_summary/extended
--	itemsets/extended
--	follow_summary/extended
--	funnel_summary/extended
--	funnel_counts/extended
--	contribution_summary/extended
--	pvm_summary/extended
--	subgroup_summary/extended
--	chart_summary/extended
--	error_summary/extended
--	forecast_model/extended
--	survival_summary/extended
--	logrank_summary/extended
--	incidence_summary/extended
--	cohort_summary/extended
--	churn_summary/extended
--	mrr_summary/extended
--	ratio_summary/extended
--	cox_model/extended
--	lexicon/extended
--	sentiment_summary/extended
--	chart_points/extended
CREATE TYPE {T};

CREATE FUNCTION {T}_in(cstring)
RETURNS {T} AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION {T}_in(cstring) IS 'Text input of {T}.';

CREATE FUNCTION {T}_out({T})
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION {T}_out({T}) IS 'Text output of {T}.';

CREATE FUNCTION {T}_recv(internal)
RETURNS {T} AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION {T}_recv(internal) IS 'Binary input of {T}.';

CREATE FUNCTION {T}_send({T})
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION {T}_send({T}) IS 'Binary output of {T}.';

CREATE TYPE {T} (
	INPUT = {T}_in,
	OUTPUT = {T}_out,
	RECEIVE = {T}_recv,
	SEND = {T}_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = {STORAGE}
);

-- end
-- held_rows: the state of aggregates that need all rows before they can finish.
COMMENT ON TYPE held_rows IS
'Rows of numbers that an aggregate has collected, with its parameters. At most 512 MB. '
'Text form: v1 kind width [parameter,...] number,... ...';

CREATE FUNCTION held_rows_merge(a held_rows, b held_rows)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION held_rows_merge(held_rows, held_rows) IS
'The rows of both. They must come from the same aggregate with the same parameters.';
