-- Every stored type can be compared: values are equal when they hold the same, whichever way and version they came by.
-- The order is that of the bytes that are sent: total, and without a meaning of its own.  So DISTINCT, GROUP BY, UNION, MERGE,
-- IS DISTINCT FROM, indexes, hash partitions and REPLICA IDENTITY FULL work.

-- for T in held_rows abc_network concentration_summary purchase_history clv_model survey_summary kmeans_model migration_summary ols_summary logit_model affinity_summary itemsets follow_summary funnel_summary funnel_counts contribution_summary pvm_summary
CREATE FUNCTION {T}_cmp(a {T}, b {T})
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION {T}_cmp({T}, {T}) IS
'below 0, 0 or above 0, as a comes before b, is equal, or comes after it in the order of an index';

CREATE FUNCTION {T}_eq(a {T}, b {T})
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION {T}_eq({T}, {T}) IS 'behind the operator =';

CREATE FUNCTION {T}_ne(a {T}, b {T})
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION {T}_ne({T}, {T}) IS 'behind the operator <>';

CREATE FUNCTION {T}_lt(a {T}, b {T})
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION {T}_lt({T}, {T}) IS 'behind the operator <';

CREATE FUNCTION {T}_le(a {T}, b {T})
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION {T}_le({T}, {T}) IS 'behind the operator <=';

CREATE FUNCTION {T}_gt(a {T}, b {T})
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION {T}_gt({T}, {T}) IS 'behind the operator >';

CREATE FUNCTION {T}_ge(a {T}, b {T})
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION {T}_ge({T}, {T}) IS 'behind the operator >=';

CREATE FUNCTION {T}_hash(a {T})
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION {T}_hash({T}) IS 'hash of a value: equal ones have equal hashes';

CREATE FUNCTION {T}_hash_extended(a {T}, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION {T}_hash_extended({T}, bigint) IS 'hash of a value with a seed, for hash partitions';

CREATE OPERATOR = (
	LEFTARG = {T}, RIGHTARG = {T}, FUNCTION = {T}_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = ({T}, {T}) IS 'do both hold the same?';

CREATE OPERATOR <> (
	LEFTARG = {T}, RIGHTARG = {T}, FUNCTION = {T}_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> ({T}, {T}) IS 'does one hold something else than the other?';

CREATE OPERATOR < (
	LEFTARG = {T}, RIGHTARG = {T}, FUNCTION = {T}_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < ({T}, {T}) IS 'does a come before b in the order of an index?';

CREATE OPERATOR <= (
	LEFTARG = {T}, RIGHTARG = {T}, FUNCTION = {T}_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= ({T}, {T}) IS 'does a come before b, or is it equal, in the order of an index?';

CREATE OPERATOR > (
	LEFTARG = {T}, RIGHTARG = {T}, FUNCTION = {T}_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > ({T}, {T}) IS 'does a come after b in the order of an index?';

CREATE OPERATOR >= (
	LEFTARG = {T}, RIGHTARG = {T}, FUNCTION = {T}_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= ({T}, {T}) IS 'does a come after b, or is it equal, in the order of an index?';

CREATE OPERATOR CLASS {T}_ops DEFAULT FOR TYPE {T} USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 {T}_cmp({T}, {T});
COMMENT ON OPERATOR CLASS {T}_ops USING btree IS 'order of the bytes that a value is sent as';
COMMENT ON OPERATOR FAMILY {T}_ops USING btree IS 'order of the bytes that a value is sent as';

CREATE OPERATOR CLASS {T}_ops DEFAULT FOR TYPE {T} USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 {T}_hash({T}),
	FUNCTION 2 {T}_hash_extended({T}, bigint);
COMMENT ON OPERATOR CLASS {T}_ops USING hash IS 'hash of the bytes that a value is sent as';
COMMENT ON OPERATOR FAMILY {T}_ops USING hash IS 'hash of the bytes that a value is sent as';

-- end
