-- compare: order and equality of stored types

-- Every stored type can be compared: values are equal when they hold the same, whichever way and version they came by.
-- The order is that of the bytes that are sent: total, and without a meaning of its own.  So DISTINCT, GROUP BY, UNION,
-- MERGE, IS DISTINCT FROM, indexes, hash partitions and REPLICA IDENTITY FULL work.

-- for T in held_rows
--	abc_network
--	concentration_summary
--	purchase_history
--	clv_model
--	survey_summary
--	kmeans_model
--	moments_summary
--	migration_summary
--	ols_summary
--	logit_model
--	affinity_summary
--	itemsets
--	follow_summary
--	funnel_summary
--	funnel_counts
--	contribution_summary
--	pvm_summary
--	subgroup_summary
--	chart_summary
--	error_summary
--	forecast_model
--	score_summary
--	auc_pair
--	bin_summary
--	distribution_summary
--	card_summary
--	vintage_summary
--	survival_summary
--	logrank_summary
--	incidence_summary
--	cohort_summary
--	churn_summary
--	mrr_summary
--	ratio_summary
--	cox_model
--	lexicon
--	sentiment_summary
--	chart_points
CREATE FUNCTION {T}_cmp(a {T}, b {T})
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION {T}_cmp({T}, {T}) IS
'Order of a and b in an index: below 0 (a first), 0 (equal) or above 0 (b first).';

CREATE FUNCTION {T}_eq(a {T}, b {T})
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION {T}_eq({T}, {T}) IS 'Function of the operator =.';

CREATE FUNCTION {T}_ne(a {T}, b {T})
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION {T}_ne({T}, {T}) IS 'Function of the operator <>.';

CREATE FUNCTION {T}_lt(a {T}, b {T})
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION {T}_lt({T}, {T}) IS 'Function of the operator <.';

CREATE FUNCTION {T}_le(a {T}, b {T})
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION {T}_le({T}, {T}) IS 'Function of the operator <=.';

CREATE FUNCTION {T}_gt(a {T}, b {T})
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION {T}_gt({T}, {T}) IS 'Function of the operator >.';

CREATE FUNCTION {T}_ge(a {T}, b {T})
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION {T}_ge({T}, {T}) IS 'Function of the operator >=.';

CREATE FUNCTION {T}_hash(a {T})
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION {T}_hash({T}) IS 'Hash of a value. Equal values have equal hashes.';

CREATE FUNCTION {T}_hash_extended(a {T}, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION {T}_hash_extended({T}, bigint) IS 'Hash of a value with a seed, for hash partitions.';

CREATE OPERATOR = (
	LEFTARG = {T}, RIGHTARG = {T}, FUNCTION = {T}_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = ({T}, {T}) IS 'Equal: both values hold the same.';

CREATE OPERATOR <> (
	LEFTARG = {T}, RIGHTARG = {T}, FUNCTION = {T}_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> ({T}, {T}) IS 'Not equal: the values hold something different.';

CREATE OPERATOR < (
	LEFTARG = {T}, RIGHTARG = {T}, FUNCTION = {T}_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < ({T}, {T}) IS 'a comes before b in an index.';

CREATE OPERATOR <= (
	LEFTARG = {T}, RIGHTARG = {T}, FUNCTION = {T}_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= ({T}, {T}) IS 'a comes before b in an index, or equals it.';

CREATE OPERATOR > (
	LEFTARG = {T}, RIGHTARG = {T}, FUNCTION = {T}_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > ({T}, {T}) IS 'a comes after b in an index.';

CREATE OPERATOR >= (
	LEFTARG = {T}, RIGHTARG = {T}, FUNCTION = {T}_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= ({T}, {T}) IS 'a comes after b in an index, or equals it.';

CREATE OPERATOR CLASS {T}_ops DEFAULT FOR TYPE {T} USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 {T}_cmp({T}, {T});
COMMENT ON OPERATOR CLASS {T}_ops USING btree IS 'Order of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY {T}_ops USING btree IS 'Order of the bytes of the binary form.';

CREATE OPERATOR CLASS {T}_ops DEFAULT FOR TYPE {T} USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 {T}_hash({T}),
	FUNCTION 2 {T}_hash_extended({T}, bigint);
COMMENT ON OPERATOR CLASS {T}_ops USING hash IS 'Hash of the bytes of the binary form.';
COMMENT ON OPERATOR FAMILY {T}_ops USING hash IS 'Hash of the bytes of the binary form.';

-- end
