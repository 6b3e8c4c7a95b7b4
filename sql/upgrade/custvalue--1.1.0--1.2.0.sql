\echo Use "ALTER EXTENSION custvalue UPDATE" to load this file. \quit
-- Every stored type can be compared: values are equal when they hold the same, whichever way and version they came by.
-- The order is that of the bytes that are sent: total, and without a meaning of its own.  So DISTINCT, GROUP BY, UNION, MERGE,
-- IS DISTINCT FROM, indexes, hash partitions and REPLICA IDENTITY FULL work.

CREATE FUNCTION held_rows_cmp(a held_rows, b held_rows)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_cmp(held_rows, held_rows) IS
'below 0, 0 or above 0, as a comes before b, is equal, or comes after it in the order of an index';

CREATE FUNCTION held_rows_eq(a held_rows, b held_rows)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_eq(held_rows, held_rows) IS 'behind the operator =';

CREATE FUNCTION held_rows_ne(a held_rows, b held_rows)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_ne(held_rows, held_rows) IS 'behind the operator <>';

CREATE FUNCTION held_rows_lt(a held_rows, b held_rows)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_lt(held_rows, held_rows) IS 'behind the operator <';

CREATE FUNCTION held_rows_le(a held_rows, b held_rows)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_le(held_rows, held_rows) IS 'behind the operator <=';

CREATE FUNCTION held_rows_gt(a held_rows, b held_rows)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_gt(held_rows, held_rows) IS 'behind the operator >';

CREATE FUNCTION held_rows_ge(a held_rows, b held_rows)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_ge(held_rows, held_rows) IS 'behind the operator >=';

CREATE FUNCTION held_rows_hash(a held_rows)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_hash(held_rows) IS 'hash of a value: equal ones have equal hashes';

CREATE FUNCTION held_rows_hash_extended(a held_rows, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION held_rows_hash_extended(held_rows, bigint) IS 'hash of a value with a seed, for hash partitions';

CREATE OPERATOR = (
	LEFTARG = held_rows, RIGHTARG = held_rows, FUNCTION = held_rows_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (held_rows, held_rows) IS 'do both hold the same?';

CREATE OPERATOR <> (
	LEFTARG = held_rows, RIGHTARG = held_rows, FUNCTION = held_rows_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (held_rows, held_rows) IS 'does one hold something else than the other?';

CREATE OPERATOR < (
	LEFTARG = held_rows, RIGHTARG = held_rows, FUNCTION = held_rows_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (held_rows, held_rows) IS 'does a come before b in the order of an index?';

CREATE OPERATOR <= (
	LEFTARG = held_rows, RIGHTARG = held_rows, FUNCTION = held_rows_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (held_rows, held_rows) IS 'does a come before b, or is it equal, in the order of an index?';

CREATE OPERATOR > (
	LEFTARG = held_rows, RIGHTARG = held_rows, FUNCTION = held_rows_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (held_rows, held_rows) IS 'does a come after b in the order of an index?';

CREATE OPERATOR >= (
	LEFTARG = held_rows, RIGHTARG = held_rows, FUNCTION = held_rows_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (held_rows, held_rows) IS 'does a come after b, or is it equal, in the order of an index?';

CREATE OPERATOR CLASS held_rows_ops DEFAULT FOR TYPE held_rows USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 held_rows_cmp(held_rows, held_rows);
COMMENT ON OPERATOR CLASS held_rows_ops USING btree IS 'order of the bytes that a value is sent as';
COMMENT ON OPERATOR FAMILY held_rows_ops USING btree IS 'order of the bytes that a value is sent as';

CREATE OPERATOR CLASS held_rows_ops DEFAULT FOR TYPE held_rows USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 held_rows_hash(held_rows),
	FUNCTION 2 held_rows_hash_extended(held_rows, bigint);
COMMENT ON OPERATOR CLASS held_rows_ops USING hash IS 'hash of the bytes that a value is sent as';
COMMENT ON OPERATOR FAMILY held_rows_ops USING hash IS 'hash of the bytes that a value is sent as';

CREATE FUNCTION abc_network_cmp(a abc_network, b abc_network)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_cmp(abc_network, abc_network) IS
'below 0, 0 or above 0, as a comes before b, is equal, or comes after it in the order of an index';

CREATE FUNCTION abc_network_eq(a abc_network, b abc_network)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_eq(abc_network, abc_network) IS 'behind the operator =';

CREATE FUNCTION abc_network_ne(a abc_network, b abc_network)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_ne(abc_network, abc_network) IS 'behind the operator <>';

CREATE FUNCTION abc_network_lt(a abc_network, b abc_network)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_lt(abc_network, abc_network) IS 'behind the operator <';

CREATE FUNCTION abc_network_le(a abc_network, b abc_network)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_le(abc_network, abc_network) IS 'behind the operator <=';

CREATE FUNCTION abc_network_gt(a abc_network, b abc_network)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_gt(abc_network, abc_network) IS 'behind the operator >';

CREATE FUNCTION abc_network_ge(a abc_network, b abc_network)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_ge(abc_network, abc_network) IS 'behind the operator >=';

CREATE FUNCTION abc_network_hash(a abc_network)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_hash(abc_network) IS 'hash of a value: equal ones have equal hashes';

CREATE FUNCTION abc_network_hash_extended(a abc_network, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_network_hash_extended(abc_network, bigint) IS 'hash of a value with a seed, for hash partitions';

CREATE OPERATOR = (
	LEFTARG = abc_network, RIGHTARG = abc_network, FUNCTION = abc_network_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (abc_network, abc_network) IS 'do both hold the same?';

CREATE OPERATOR <> (
	LEFTARG = abc_network, RIGHTARG = abc_network, FUNCTION = abc_network_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (abc_network, abc_network) IS 'does one hold something else than the other?';

CREATE OPERATOR < (
	LEFTARG = abc_network, RIGHTARG = abc_network, FUNCTION = abc_network_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (abc_network, abc_network) IS 'does a come before b in the order of an index?';

CREATE OPERATOR <= (
	LEFTARG = abc_network, RIGHTARG = abc_network, FUNCTION = abc_network_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (abc_network, abc_network) IS 'does a come before b, or is it equal, in the order of an index?';

CREATE OPERATOR > (
	LEFTARG = abc_network, RIGHTARG = abc_network, FUNCTION = abc_network_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (abc_network, abc_network) IS 'does a come after b in the order of an index?';

CREATE OPERATOR >= (
	LEFTARG = abc_network, RIGHTARG = abc_network, FUNCTION = abc_network_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (abc_network, abc_network) IS 'does a come after b, or is it equal, in the order of an index?';

CREATE OPERATOR CLASS abc_network_ops DEFAULT FOR TYPE abc_network USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 abc_network_cmp(abc_network, abc_network);
COMMENT ON OPERATOR CLASS abc_network_ops USING btree IS 'order of the bytes that a value is sent as';
COMMENT ON OPERATOR FAMILY abc_network_ops USING btree IS 'order of the bytes that a value is sent as';

CREATE OPERATOR CLASS abc_network_ops DEFAULT FOR TYPE abc_network USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 abc_network_hash(abc_network),
	FUNCTION 2 abc_network_hash_extended(abc_network, bigint);
COMMENT ON OPERATOR CLASS abc_network_ops USING hash IS 'hash of the bytes that a value is sent as';
COMMENT ON OPERATOR FAMILY abc_network_ops USING hash IS 'hash of the bytes that a value is sent as';

CREATE FUNCTION concentration_summary_cmp(a concentration_summary, b concentration_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_cmp(concentration_summary, concentration_summary) IS
'below 0, 0 or above 0, as a comes before b, is equal, or comes after it in the order of an index';

CREATE FUNCTION concentration_summary_eq(a concentration_summary, b concentration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_eq(concentration_summary, concentration_summary) IS 'behind the operator =';

CREATE FUNCTION concentration_summary_ne(a concentration_summary, b concentration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_ne(concentration_summary, concentration_summary) IS 'behind the operator <>';

CREATE FUNCTION concentration_summary_lt(a concentration_summary, b concentration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_lt(concentration_summary, concentration_summary) IS 'behind the operator <';

CREATE FUNCTION concentration_summary_le(a concentration_summary, b concentration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_le(concentration_summary, concentration_summary) IS 'behind the operator <=';

CREATE FUNCTION concentration_summary_gt(a concentration_summary, b concentration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_gt(concentration_summary, concentration_summary) IS 'behind the operator >';

CREATE FUNCTION concentration_summary_ge(a concentration_summary, b concentration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_ge(concentration_summary, concentration_summary) IS 'behind the operator >=';

CREATE FUNCTION concentration_summary_hash(a concentration_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_hash(concentration_summary) IS 'hash of a value: equal ones have equal hashes';

CREATE FUNCTION concentration_summary_hash_extended(a concentration_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION concentration_summary_hash_extended(concentration_summary, bigint) IS 'hash of a value with a seed, for hash partitions';

CREATE OPERATOR = (
	LEFTARG = concentration_summary, RIGHTARG = concentration_summary, FUNCTION = concentration_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (concentration_summary, concentration_summary) IS 'do both hold the same?';

CREATE OPERATOR <> (
	LEFTARG = concentration_summary, RIGHTARG = concentration_summary, FUNCTION = concentration_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (concentration_summary, concentration_summary) IS 'does one hold something else than the other?';

CREATE OPERATOR < (
	LEFTARG = concentration_summary, RIGHTARG = concentration_summary, FUNCTION = concentration_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (concentration_summary, concentration_summary) IS 'does a come before b in the order of an index?';

CREATE OPERATOR <= (
	LEFTARG = concentration_summary, RIGHTARG = concentration_summary, FUNCTION = concentration_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (concentration_summary, concentration_summary) IS 'does a come before b, or is it equal, in the order of an index?';

CREATE OPERATOR > (
	LEFTARG = concentration_summary, RIGHTARG = concentration_summary, FUNCTION = concentration_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (concentration_summary, concentration_summary) IS 'does a come after b in the order of an index?';

CREATE OPERATOR >= (
	LEFTARG = concentration_summary, RIGHTARG = concentration_summary, FUNCTION = concentration_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (concentration_summary, concentration_summary) IS 'does a come after b, or is it equal, in the order of an index?';

CREATE OPERATOR CLASS concentration_summary_ops DEFAULT FOR TYPE concentration_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 concentration_summary_cmp(concentration_summary, concentration_summary);
COMMENT ON OPERATOR CLASS concentration_summary_ops USING btree IS 'order of the bytes that a value is sent as';
COMMENT ON OPERATOR FAMILY concentration_summary_ops USING btree IS 'order of the bytes that a value is sent as';

CREATE OPERATOR CLASS concentration_summary_ops DEFAULT FOR TYPE concentration_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 concentration_summary_hash(concentration_summary),
	FUNCTION 2 concentration_summary_hash_extended(concentration_summary, bigint);
COMMENT ON OPERATOR CLASS concentration_summary_ops USING hash IS 'hash of the bytes that a value is sent as';
COMMENT ON OPERATOR FAMILY concentration_summary_ops USING hash IS 'hash of the bytes that a value is sent as';

CREATE FUNCTION purchase_history_cmp(a purchase_history, b purchase_history)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_cmp(purchase_history, purchase_history) IS
'below 0, 0 or above 0, as a comes before b, is equal, or comes after it in the order of an index';

CREATE FUNCTION purchase_history_eq(a purchase_history, b purchase_history)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_eq(purchase_history, purchase_history) IS 'behind the operator =';

CREATE FUNCTION purchase_history_ne(a purchase_history, b purchase_history)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_ne(purchase_history, purchase_history) IS 'behind the operator <>';

CREATE FUNCTION purchase_history_lt(a purchase_history, b purchase_history)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_lt(purchase_history, purchase_history) IS 'behind the operator <';

CREATE FUNCTION purchase_history_le(a purchase_history, b purchase_history)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_le(purchase_history, purchase_history) IS 'behind the operator <=';

CREATE FUNCTION purchase_history_gt(a purchase_history, b purchase_history)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_gt(purchase_history, purchase_history) IS 'behind the operator >';

CREATE FUNCTION purchase_history_ge(a purchase_history, b purchase_history)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_ge(purchase_history, purchase_history) IS 'behind the operator >=';

CREATE FUNCTION purchase_history_hash(a purchase_history)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_hash(purchase_history) IS 'hash of a value: equal ones have equal hashes';

CREATE FUNCTION purchase_history_hash_extended(a purchase_history, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION purchase_history_hash_extended(purchase_history, bigint) IS 'hash of a value with a seed, for hash partitions';

CREATE OPERATOR = (
	LEFTARG = purchase_history, RIGHTARG = purchase_history, FUNCTION = purchase_history_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (purchase_history, purchase_history) IS 'do both hold the same?';

CREATE OPERATOR <> (
	LEFTARG = purchase_history, RIGHTARG = purchase_history, FUNCTION = purchase_history_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (purchase_history, purchase_history) IS 'does one hold something else than the other?';

CREATE OPERATOR < (
	LEFTARG = purchase_history, RIGHTARG = purchase_history, FUNCTION = purchase_history_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (purchase_history, purchase_history) IS 'does a come before b in the order of an index?';

CREATE OPERATOR <= (
	LEFTARG = purchase_history, RIGHTARG = purchase_history, FUNCTION = purchase_history_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (purchase_history, purchase_history) IS 'does a come before b, or is it equal, in the order of an index?';

CREATE OPERATOR > (
	LEFTARG = purchase_history, RIGHTARG = purchase_history, FUNCTION = purchase_history_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (purchase_history, purchase_history) IS 'does a come after b in the order of an index?';

CREATE OPERATOR >= (
	LEFTARG = purchase_history, RIGHTARG = purchase_history, FUNCTION = purchase_history_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (purchase_history, purchase_history) IS 'does a come after b, or is it equal, in the order of an index?';

CREATE OPERATOR CLASS purchase_history_ops DEFAULT FOR TYPE purchase_history USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 purchase_history_cmp(purchase_history, purchase_history);
COMMENT ON OPERATOR CLASS purchase_history_ops USING btree IS 'order of the bytes that a value is sent as';
COMMENT ON OPERATOR FAMILY purchase_history_ops USING btree IS 'order of the bytes that a value is sent as';

CREATE OPERATOR CLASS purchase_history_ops DEFAULT FOR TYPE purchase_history USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 purchase_history_hash(purchase_history),
	FUNCTION 2 purchase_history_hash_extended(purchase_history, bigint);
COMMENT ON OPERATOR CLASS purchase_history_ops USING hash IS 'hash of the bytes that a value is sent as';
COMMENT ON OPERATOR FAMILY purchase_history_ops USING hash IS 'hash of the bytes that a value is sent as';

CREATE FUNCTION clv_model_cmp(a clv_model, b clv_model)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_cmp(clv_model, clv_model) IS
'below 0, 0 or above 0, as a comes before b, is equal, or comes after it in the order of an index';

CREATE FUNCTION clv_model_eq(a clv_model, b clv_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_eq(clv_model, clv_model) IS 'behind the operator =';

CREATE FUNCTION clv_model_ne(a clv_model, b clv_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_ne(clv_model, clv_model) IS 'behind the operator <>';

CREATE FUNCTION clv_model_lt(a clv_model, b clv_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_lt(clv_model, clv_model) IS 'behind the operator <';

CREATE FUNCTION clv_model_le(a clv_model, b clv_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_le(clv_model, clv_model) IS 'behind the operator <=';

CREATE FUNCTION clv_model_gt(a clv_model, b clv_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_gt(clv_model, clv_model) IS 'behind the operator >';

CREATE FUNCTION clv_model_ge(a clv_model, b clv_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_ge(clv_model, clv_model) IS 'behind the operator >=';

CREATE FUNCTION clv_model_hash(a clv_model)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_hash(clv_model) IS 'hash of a value: equal ones have equal hashes';

CREATE FUNCTION clv_model_hash_extended(a clv_model, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION clv_model_hash_extended(clv_model, bigint) IS 'hash of a value with a seed, for hash partitions';

CREATE OPERATOR = (
	LEFTARG = clv_model, RIGHTARG = clv_model, FUNCTION = clv_model_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (clv_model, clv_model) IS 'do both hold the same?';

CREATE OPERATOR <> (
	LEFTARG = clv_model, RIGHTARG = clv_model, FUNCTION = clv_model_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (clv_model, clv_model) IS 'does one hold something else than the other?';

CREATE OPERATOR < (
	LEFTARG = clv_model, RIGHTARG = clv_model, FUNCTION = clv_model_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (clv_model, clv_model) IS 'does a come before b in the order of an index?';

CREATE OPERATOR <= (
	LEFTARG = clv_model, RIGHTARG = clv_model, FUNCTION = clv_model_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (clv_model, clv_model) IS 'does a come before b, or is it equal, in the order of an index?';

CREATE OPERATOR > (
	LEFTARG = clv_model, RIGHTARG = clv_model, FUNCTION = clv_model_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (clv_model, clv_model) IS 'does a come after b in the order of an index?';

CREATE OPERATOR >= (
	LEFTARG = clv_model, RIGHTARG = clv_model, FUNCTION = clv_model_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (clv_model, clv_model) IS 'does a come after b, or is it equal, in the order of an index?';

CREATE OPERATOR CLASS clv_model_ops DEFAULT FOR TYPE clv_model USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 clv_model_cmp(clv_model, clv_model);
COMMENT ON OPERATOR CLASS clv_model_ops USING btree IS 'order of the bytes that a value is sent as';
COMMENT ON OPERATOR FAMILY clv_model_ops USING btree IS 'order of the bytes that a value is sent as';

CREATE OPERATOR CLASS clv_model_ops DEFAULT FOR TYPE clv_model USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 clv_model_hash(clv_model),
	FUNCTION 2 clv_model_hash_extended(clv_model, bigint);
COMMENT ON OPERATOR CLASS clv_model_ops USING hash IS 'hash of the bytes that a value is sent as';
COMMENT ON OPERATOR FAMILY clv_model_ops USING hash IS 'hash of the bytes that a value is sent as';

CREATE FUNCTION survey_summary_cmp(a survey_summary, b survey_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_cmp(survey_summary, survey_summary) IS
'below 0, 0 or above 0, as a comes before b, is equal, or comes after it in the order of an index';

CREATE FUNCTION survey_summary_eq(a survey_summary, b survey_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_eq(survey_summary, survey_summary) IS 'behind the operator =';

CREATE FUNCTION survey_summary_ne(a survey_summary, b survey_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_ne(survey_summary, survey_summary) IS 'behind the operator <>';

CREATE FUNCTION survey_summary_lt(a survey_summary, b survey_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_lt(survey_summary, survey_summary) IS 'behind the operator <';

CREATE FUNCTION survey_summary_le(a survey_summary, b survey_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_le(survey_summary, survey_summary) IS 'behind the operator <=';

CREATE FUNCTION survey_summary_gt(a survey_summary, b survey_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_gt(survey_summary, survey_summary) IS 'behind the operator >';

CREATE FUNCTION survey_summary_ge(a survey_summary, b survey_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_ge(survey_summary, survey_summary) IS 'behind the operator >=';

CREATE FUNCTION survey_summary_hash(a survey_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_hash(survey_summary) IS 'hash of a value: equal ones have equal hashes';

CREATE FUNCTION survey_summary_hash_extended(a survey_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION survey_summary_hash_extended(survey_summary, bigint) IS 'hash of a value with a seed, for hash partitions';

CREATE OPERATOR = (
	LEFTARG = survey_summary, RIGHTARG = survey_summary, FUNCTION = survey_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (survey_summary, survey_summary) IS 'do both hold the same?';

CREATE OPERATOR <> (
	LEFTARG = survey_summary, RIGHTARG = survey_summary, FUNCTION = survey_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (survey_summary, survey_summary) IS 'does one hold something else than the other?';

CREATE OPERATOR < (
	LEFTARG = survey_summary, RIGHTARG = survey_summary, FUNCTION = survey_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (survey_summary, survey_summary) IS 'does a come before b in the order of an index?';

CREATE OPERATOR <= (
	LEFTARG = survey_summary, RIGHTARG = survey_summary, FUNCTION = survey_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (survey_summary, survey_summary) IS 'does a come before b, or is it equal, in the order of an index?';

CREATE OPERATOR > (
	LEFTARG = survey_summary, RIGHTARG = survey_summary, FUNCTION = survey_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (survey_summary, survey_summary) IS 'does a come after b in the order of an index?';

CREATE OPERATOR >= (
	LEFTARG = survey_summary, RIGHTARG = survey_summary, FUNCTION = survey_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (survey_summary, survey_summary) IS 'does a come after b, or is it equal, in the order of an index?';

CREATE OPERATOR CLASS survey_summary_ops DEFAULT FOR TYPE survey_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 survey_summary_cmp(survey_summary, survey_summary);
COMMENT ON OPERATOR CLASS survey_summary_ops USING btree IS 'order of the bytes that a value is sent as';
COMMENT ON OPERATOR FAMILY survey_summary_ops USING btree IS 'order of the bytes that a value is sent as';

CREATE OPERATOR CLASS survey_summary_ops DEFAULT FOR TYPE survey_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 survey_summary_hash(survey_summary),
	FUNCTION 2 survey_summary_hash_extended(survey_summary, bigint);
COMMENT ON OPERATOR CLASS survey_summary_ops USING hash IS 'hash of the bytes that a value is sent as';
COMMENT ON OPERATOR FAMILY survey_summary_ops USING hash IS 'hash of the bytes that a value is sent as';

CREATE FUNCTION kmeans_model_cmp(a kmeans_model, b kmeans_model)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_cmp(kmeans_model, kmeans_model) IS
'below 0, 0 or above 0, as a comes before b, is equal, or comes after it in the order of an index';

CREATE FUNCTION kmeans_model_eq(a kmeans_model, b kmeans_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_eq(kmeans_model, kmeans_model) IS 'behind the operator =';

CREATE FUNCTION kmeans_model_ne(a kmeans_model, b kmeans_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_ne(kmeans_model, kmeans_model) IS 'behind the operator <>';

CREATE FUNCTION kmeans_model_lt(a kmeans_model, b kmeans_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_lt(kmeans_model, kmeans_model) IS 'behind the operator <';

CREATE FUNCTION kmeans_model_le(a kmeans_model, b kmeans_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_le(kmeans_model, kmeans_model) IS 'behind the operator <=';

CREATE FUNCTION kmeans_model_gt(a kmeans_model, b kmeans_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_gt(kmeans_model, kmeans_model) IS 'behind the operator >';

CREATE FUNCTION kmeans_model_ge(a kmeans_model, b kmeans_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_ge(kmeans_model, kmeans_model) IS 'behind the operator >=';

CREATE FUNCTION kmeans_model_hash(a kmeans_model)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_hash(kmeans_model) IS 'hash of a value: equal ones have equal hashes';

CREATE FUNCTION kmeans_model_hash_extended(a kmeans_model, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION kmeans_model_hash_extended(kmeans_model, bigint) IS 'hash of a value with a seed, for hash partitions';

CREATE OPERATOR = (
	LEFTARG = kmeans_model, RIGHTARG = kmeans_model, FUNCTION = kmeans_model_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (kmeans_model, kmeans_model) IS 'do both hold the same?';

CREATE OPERATOR <> (
	LEFTARG = kmeans_model, RIGHTARG = kmeans_model, FUNCTION = kmeans_model_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (kmeans_model, kmeans_model) IS 'does one hold something else than the other?';

CREATE OPERATOR < (
	LEFTARG = kmeans_model, RIGHTARG = kmeans_model, FUNCTION = kmeans_model_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (kmeans_model, kmeans_model) IS 'does a come before b in the order of an index?';

CREATE OPERATOR <= (
	LEFTARG = kmeans_model, RIGHTARG = kmeans_model, FUNCTION = kmeans_model_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (kmeans_model, kmeans_model) IS 'does a come before b, or is it equal, in the order of an index?';

CREATE OPERATOR > (
	LEFTARG = kmeans_model, RIGHTARG = kmeans_model, FUNCTION = kmeans_model_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (kmeans_model, kmeans_model) IS 'does a come after b in the order of an index?';

CREATE OPERATOR >= (
	LEFTARG = kmeans_model, RIGHTARG = kmeans_model, FUNCTION = kmeans_model_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (kmeans_model, kmeans_model) IS 'does a come after b, or is it equal, in the order of an index?';

CREATE OPERATOR CLASS kmeans_model_ops DEFAULT FOR TYPE kmeans_model USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 kmeans_model_cmp(kmeans_model, kmeans_model);
COMMENT ON OPERATOR CLASS kmeans_model_ops USING btree IS 'order of the bytes that a value is sent as';
COMMENT ON OPERATOR FAMILY kmeans_model_ops USING btree IS 'order of the bytes that a value is sent as';

CREATE OPERATOR CLASS kmeans_model_ops DEFAULT FOR TYPE kmeans_model USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 kmeans_model_hash(kmeans_model),
	FUNCTION 2 kmeans_model_hash_extended(kmeans_model, bigint);
COMMENT ON OPERATOR CLASS kmeans_model_ops USING hash IS 'hash of the bytes that a value is sent as';
COMMENT ON OPERATOR FAMILY kmeans_model_ops USING hash IS 'hash of the bytes that a value is sent as';

CREATE FUNCTION migration_summary_cmp(a migration_summary, b migration_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_cmp(migration_summary, migration_summary) IS
'below 0, 0 or above 0, as a comes before b, is equal, or comes after it in the order of an index';

CREATE FUNCTION migration_summary_eq(a migration_summary, b migration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_eq(migration_summary, migration_summary) IS 'behind the operator =';

CREATE FUNCTION migration_summary_ne(a migration_summary, b migration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_ne(migration_summary, migration_summary) IS 'behind the operator <>';

CREATE FUNCTION migration_summary_lt(a migration_summary, b migration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_lt(migration_summary, migration_summary) IS 'behind the operator <';

CREATE FUNCTION migration_summary_le(a migration_summary, b migration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_le(migration_summary, migration_summary) IS 'behind the operator <=';

CREATE FUNCTION migration_summary_gt(a migration_summary, b migration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_gt(migration_summary, migration_summary) IS 'behind the operator >';

CREATE FUNCTION migration_summary_ge(a migration_summary, b migration_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_ge(migration_summary, migration_summary) IS 'behind the operator >=';

CREATE FUNCTION migration_summary_hash(a migration_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_hash(migration_summary) IS 'hash of a value: equal ones have equal hashes';

CREATE FUNCTION migration_summary_hash_extended(a migration_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION migration_summary_hash_extended(migration_summary, bigint) IS 'hash of a value with a seed, for hash partitions';

CREATE OPERATOR = (
	LEFTARG = migration_summary, RIGHTARG = migration_summary, FUNCTION = migration_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (migration_summary, migration_summary) IS 'do both hold the same?';

CREATE OPERATOR <> (
	LEFTARG = migration_summary, RIGHTARG = migration_summary, FUNCTION = migration_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (migration_summary, migration_summary) IS 'does one hold something else than the other?';

CREATE OPERATOR < (
	LEFTARG = migration_summary, RIGHTARG = migration_summary, FUNCTION = migration_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (migration_summary, migration_summary) IS 'does a come before b in the order of an index?';

CREATE OPERATOR <= (
	LEFTARG = migration_summary, RIGHTARG = migration_summary, FUNCTION = migration_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (migration_summary, migration_summary) IS 'does a come before b, or is it equal, in the order of an index?';

CREATE OPERATOR > (
	LEFTARG = migration_summary, RIGHTARG = migration_summary, FUNCTION = migration_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (migration_summary, migration_summary) IS 'does a come after b in the order of an index?';

CREATE OPERATOR >= (
	LEFTARG = migration_summary, RIGHTARG = migration_summary, FUNCTION = migration_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (migration_summary, migration_summary) IS 'does a come after b, or is it equal, in the order of an index?';

CREATE OPERATOR CLASS migration_summary_ops DEFAULT FOR TYPE migration_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 migration_summary_cmp(migration_summary, migration_summary);
COMMENT ON OPERATOR CLASS migration_summary_ops USING btree IS 'order of the bytes that a value is sent as';
COMMENT ON OPERATOR FAMILY migration_summary_ops USING btree IS 'order of the bytes that a value is sent as';

CREATE OPERATOR CLASS migration_summary_ops DEFAULT FOR TYPE migration_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 migration_summary_hash(migration_summary),
	FUNCTION 2 migration_summary_hash_extended(migration_summary, bigint);
COMMENT ON OPERATOR CLASS migration_summary_ops USING hash IS 'hash of the bytes that a value is sent as';
COMMENT ON OPERATOR FAMILY migration_summary_ops USING hash IS 'hash of the bytes that a value is sent as';

CREATE FUNCTION ols_summary_cmp(a ols_summary, b ols_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_cmp(ols_summary, ols_summary) IS
'below 0, 0 or above 0, as a comes before b, is equal, or comes after it in the order of an index';

CREATE FUNCTION ols_summary_eq(a ols_summary, b ols_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_eq(ols_summary, ols_summary) IS 'behind the operator =';

CREATE FUNCTION ols_summary_ne(a ols_summary, b ols_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_ne(ols_summary, ols_summary) IS 'behind the operator <>';

CREATE FUNCTION ols_summary_lt(a ols_summary, b ols_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_lt(ols_summary, ols_summary) IS 'behind the operator <';

CREATE FUNCTION ols_summary_le(a ols_summary, b ols_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_le(ols_summary, ols_summary) IS 'behind the operator <=';

CREATE FUNCTION ols_summary_gt(a ols_summary, b ols_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_gt(ols_summary, ols_summary) IS 'behind the operator >';

CREATE FUNCTION ols_summary_ge(a ols_summary, b ols_summary)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_ge(ols_summary, ols_summary) IS 'behind the operator >=';

CREATE FUNCTION ols_summary_hash(a ols_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_hash(ols_summary) IS 'hash of a value: equal ones have equal hashes';

CREATE FUNCTION ols_summary_hash_extended(a ols_summary, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION ols_summary_hash_extended(ols_summary, bigint) IS 'hash of a value with a seed, for hash partitions';

CREATE OPERATOR = (
	LEFTARG = ols_summary, RIGHTARG = ols_summary, FUNCTION = ols_summary_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (ols_summary, ols_summary) IS 'do both hold the same?';

CREATE OPERATOR <> (
	LEFTARG = ols_summary, RIGHTARG = ols_summary, FUNCTION = ols_summary_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (ols_summary, ols_summary) IS 'does one hold something else than the other?';

CREATE OPERATOR < (
	LEFTARG = ols_summary, RIGHTARG = ols_summary, FUNCTION = ols_summary_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (ols_summary, ols_summary) IS 'does a come before b in the order of an index?';

CREATE OPERATOR <= (
	LEFTARG = ols_summary, RIGHTARG = ols_summary, FUNCTION = ols_summary_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (ols_summary, ols_summary) IS 'does a come before b, or is it equal, in the order of an index?';

CREATE OPERATOR > (
	LEFTARG = ols_summary, RIGHTARG = ols_summary, FUNCTION = ols_summary_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (ols_summary, ols_summary) IS 'does a come after b in the order of an index?';

CREATE OPERATOR >= (
	LEFTARG = ols_summary, RIGHTARG = ols_summary, FUNCTION = ols_summary_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (ols_summary, ols_summary) IS 'does a come after b, or is it equal, in the order of an index?';

CREATE OPERATOR CLASS ols_summary_ops DEFAULT FOR TYPE ols_summary USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 ols_summary_cmp(ols_summary, ols_summary);
COMMENT ON OPERATOR CLASS ols_summary_ops USING btree IS 'order of the bytes that a value is sent as';
COMMENT ON OPERATOR FAMILY ols_summary_ops USING btree IS 'order of the bytes that a value is sent as';

CREATE OPERATOR CLASS ols_summary_ops DEFAULT FOR TYPE ols_summary USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 ols_summary_hash(ols_summary),
	FUNCTION 2 ols_summary_hash_extended(ols_summary, bigint);
COMMENT ON OPERATOR CLASS ols_summary_ops USING hash IS 'hash of the bytes that a value is sent as';
COMMENT ON OPERATOR FAMILY ols_summary_ops USING hash IS 'hash of the bytes that a value is sent as';

CREATE FUNCTION logit_model_cmp(a logit_model, b logit_model)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_cmp(logit_model, logit_model) IS
'below 0, 0 or above 0, as a comes before b, is equal, or comes after it in the order of an index';

CREATE FUNCTION logit_model_eq(a logit_model, b logit_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_eq(logit_model, logit_model) IS 'behind the operator =';

CREATE FUNCTION logit_model_ne(a logit_model, b logit_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_ne(logit_model, logit_model) IS 'behind the operator <>';

CREATE FUNCTION logit_model_lt(a logit_model, b logit_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_lt(logit_model, logit_model) IS 'behind the operator <';

CREATE FUNCTION logit_model_le(a logit_model, b logit_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_le(logit_model, logit_model) IS 'behind the operator <=';

CREATE FUNCTION logit_model_gt(a logit_model, b logit_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_gt(logit_model, logit_model) IS 'behind the operator >';

CREATE FUNCTION logit_model_ge(a logit_model, b logit_model)
RETURNS boolean AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_ge(logit_model, logit_model) IS 'behind the operator >=';

CREATE FUNCTION logit_model_hash(a logit_model)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_hash(logit_model) IS 'hash of a value: equal ones have equal hashes';

CREATE FUNCTION logit_model_hash_extended(a logit_model, seed bigint)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION logit_model_hash_extended(logit_model, bigint) IS 'hash of a value with a seed, for hash partitions';

CREATE OPERATOR = (
	LEFTARG = logit_model, RIGHTARG = logit_model, FUNCTION = logit_model_eq,
	COMMUTATOR = =, NEGATOR = <>,
	RESTRICT = eqsel, JOIN = eqjoinsel, HASHES, MERGES
);
COMMENT ON OPERATOR = (logit_model, logit_model) IS 'do both hold the same?';

CREATE OPERATOR <> (
	LEFTARG = logit_model, RIGHTARG = logit_model, FUNCTION = logit_model_ne,
	COMMUTATOR = <>, NEGATOR = =,
	RESTRICT = neqsel, JOIN = neqjoinsel
);
COMMENT ON OPERATOR <> (logit_model, logit_model) IS 'does one hold something else than the other?';

CREATE OPERATOR < (
	LEFTARG = logit_model, RIGHTARG = logit_model, FUNCTION = logit_model_lt,
	COMMUTATOR = >, NEGATOR = >=,
	RESTRICT = scalarltsel, JOIN = scalarltjoinsel
);
COMMENT ON OPERATOR < (logit_model, logit_model) IS 'does a come before b in the order of an index?';

CREATE OPERATOR <= (
	LEFTARG = logit_model, RIGHTARG = logit_model, FUNCTION = logit_model_le,
	COMMUTATOR = >=, NEGATOR = >,
	RESTRICT = scalarlesel, JOIN = scalarlejoinsel
);
COMMENT ON OPERATOR <= (logit_model, logit_model) IS 'does a come before b, or is it equal, in the order of an index?';

CREATE OPERATOR > (
	LEFTARG = logit_model, RIGHTARG = logit_model, FUNCTION = logit_model_gt,
	COMMUTATOR = <, NEGATOR = <=,
	RESTRICT = scalargtsel, JOIN = scalargtjoinsel
);
COMMENT ON OPERATOR > (logit_model, logit_model) IS 'does a come after b in the order of an index?';

CREATE OPERATOR >= (
	LEFTARG = logit_model, RIGHTARG = logit_model, FUNCTION = logit_model_ge,
	COMMUTATOR = <=, NEGATOR = <,
	RESTRICT = scalargesel, JOIN = scalargejoinsel
);
COMMENT ON OPERATOR >= (logit_model, logit_model) IS 'does a come after b, or is it equal, in the order of an index?';

CREATE OPERATOR CLASS logit_model_ops DEFAULT FOR TYPE logit_model USING btree AS
	OPERATOR 1 <,
	OPERATOR 2 <=,
	OPERATOR 3 =,
	OPERATOR 4 >=,
	OPERATOR 5 >,
	FUNCTION 1 logit_model_cmp(logit_model, logit_model);
COMMENT ON OPERATOR CLASS logit_model_ops USING btree IS 'order of the bytes that a value is sent as';
COMMENT ON OPERATOR FAMILY logit_model_ops USING btree IS 'order of the bytes that a value is sent as';

CREATE OPERATOR CLASS logit_model_ops DEFAULT FOR TYPE logit_model USING hash AS
	OPERATOR 1 =,
	FUNCTION 1 logit_model_hash(logit_model),
	FUNCTION 2 logit_model_hash_extended(logit_model, bigint);
COMMENT ON OPERATOR CLASS logit_model_ops USING hash IS 'hash of the bytes that a value is sent as';
COMMENT ON OPERATOR FAMILY logit_model_ops USING hash IS 'hash of the bytes that a value is sent as';

COMMENT ON TYPE clv_model IS
'model of purchases (bg/nbd, mbg/nbd, pareto/nbd, nbd, bg/bb), of contracts (sbg) or of spend (gamma-gamma): estimates and their covariance; text form "v1 family width [customers,log-likelihood,iterations,status,fitted parameters,covariates of purchases,centre of each covariate] estimate,covariances ...", estimates being those at the centres';
