-- held_rows: the state of aggregates that cannot finish before they have seen all rows.
CREATE TYPE held_rows;

CREATE FUNCTION held_rows_in(cstring)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION held_rows_out(held_rows)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION held_rows_recv(internal)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION held_rows_send(held_rows)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE held_rows (
	INPUT = held_rows_in,
	OUTPUT = held_rows_out,
	RECEIVE = held_rows_recv,
	SEND = held_rows_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE FUNCTION held_rows_merge(a held_rows, b held_rows)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON TYPE held_rows IS
'rows of numbers and the parameters of the aggregate that collects them, up to 512 MB; text form "v1 kind width [parameter,...] number,... ..."';
COMMENT ON FUNCTION held_rows_in(cstring) IS 'text input of held_rows';
COMMENT ON FUNCTION held_rows_out(held_rows) IS 'text output of held_rows';
COMMENT ON FUNCTION held_rows_recv(internal) IS 'binary input of held_rows';
COMMENT ON FUNCTION held_rows_send(held_rows) IS 'binary output of held_rows';
COMMENT ON FUNCTION held_rows_merge(held_rows, held_rows) IS 'the rows of both, which must be of one aggregate with the same parameters';
