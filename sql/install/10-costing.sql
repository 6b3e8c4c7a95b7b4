-- costing: cost flows from resources through activities to orders and customers

-- abc_allocate: one cost over the drivers of its pool, exact to the last unit.  The
-- driver is numeric, bigint or float8; the tie key bigint (may be left out) or text.
CREATE FUNCTION abc_allocate(cost numeric, driver numeric, tie bigint DEFAULT NULL, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_numeric'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

CREATE FUNCTION abc_allocate(cost numeric, driver numeric, tie text, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_numeric_text'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

CREATE FUNCTION abc_allocate(cost numeric, driver bigint, tie bigint DEFAULT NULL, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_bigint'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

CREATE FUNCTION abc_allocate(cost numeric, driver bigint, tie text, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_bigint_text'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

CREATE FUNCTION abc_allocate(cost numeric, driver float8, tie bigint DEFAULT NULL, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_float8'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

CREATE FUNCTION abc_allocate(cost numeric, driver float8, tie text, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_float8_text'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

CREATE FUNCTION abc_allocate(cost numeric, drivers numeric[], scale integer DEFAULT 2)
RETURNS numeric[] AS 'MODULE_PATHNAME', 'abc_allocate_array'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;

COMMENT ON FUNCTION abc_allocate(numeric, numeric, bigint, integer) IS
'window function: this row''s part of the pool''s cost in proportion to driver, by largest remainder; parts have scale decimals and add up to cost exactly; equal remainders: smaller tie key first, then earlier row; NULL driver: no receiver';
COMMENT ON FUNCTION abc_allocate(numeric, numeric, text, integer) IS
'window function: this row''s part of the pool''s cost in proportion to driver, by largest remainder; tie keys compare by bytes';
COMMENT ON FUNCTION abc_allocate(numeric, bigint, bigint, integer) IS
'window function: this row''s part of the pool''s cost in proportion to an integer driver, by largest remainder';
COMMENT ON FUNCTION abc_allocate(numeric, bigint, text, integer) IS
'window function: this row''s part of the pool''s cost in proportion to an integer driver, by largest remainder; tie keys compare by bytes';
COMMENT ON FUNCTION abc_allocate(numeric, float8, bigint, integer) IS
'window function: this row''s part of the pool''s cost in proportion to a float8 driver, read as its shortest decimal, by largest remainder';
COMMENT ON FUNCTION abc_allocate(numeric, float8, text, integer) IS
'window function: this row''s part of the pool''s cost in proportion to a float8 driver, read as its shortest decimal, by largest remainder; tie keys compare by bytes';
COMMENT ON FUNCTION abc_allocate(numeric, numeric[], integer) IS
'parts of cost in proportion to drivers, by largest remainder; parts have scale decimals and add up to cost exactly; equal remainders: earlier element first';

CREATE FUNCTION abc_capacity(cost numeric, practical_capacity numeric, used numeric, scale integer DEFAULT 2,
	OUT rate numeric, OUT used_cost numeric, OUT unused numeric, OUT unused_cost numeric, OUT utilisation numeric)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;

COMMENT ON FUNCTION abc_capacity(numeric, numeric, numeric, integer) IS
'time-driven costing (Kaplan and Anderson 2004): cost per unit of practical capacity, cost of the used and of the unused capacity (together exactly cost; unused is negative when over-driven), used share of capacity';

-- abc_network: a cost model as one value, the state of its aggregates.
CREATE TYPE abc_network;

CREATE FUNCTION abc_network_in(cstring)
RETURNS abc_network AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION abc_network_out(abc_network)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION abc_network_recv(internal)
RETURNS abc_network AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION abc_network_send(abc_network)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE TYPE abc_network (
	INPUT = abc_network_in,
	OUTPUT = abc_network_out,
	RECEIVE = abc_network_recv,
	SEND = abc_network_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);

CREATE FUNCTION abc_network_add(network abc_network, source text, target text, driver numeric)
RETURNS abc_network AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE;

CREATE FUNCTION abc_network_merge(a abc_network, b abc_network)
RETURNS abc_network AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

CREATE FUNCTION abc_network_pack(network abc_network)
RETURNS abc_network AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

CREATE AGGREGATE abc_network_agg(source text, target text, driver numeric) (
	SFUNC = abc_network_add, STYPE = abc_network, SSPACE = 700, INITCOND = 'v1',
	FINALFUNC = abc_network_pack, COMBINEFUNC = abc_network_merge, PARALLEL = SAFE
);

CREATE AGGREGATE rollup(network abc_network) (
	SFUNC = abc_network_merge, STYPE = abc_network, SSPACE = 700, INITCOND = 'v1',
	FINALFUNC = abc_network_pack, COMBINEFUNC = abc_network_merge, PARALLEL = SAFE
);

CREATE FUNCTION abc_edges(network abc_network)
RETURNS TABLE (source text, target text, driver numeric, share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 1000;

CREATE FUNCTION abc_flow(network abc_network, accounts text[], amounts numeric[],
	method text DEFAULT 'reciprocal', step_order text[] DEFAULT NULL, scale integer DEFAULT 2)
RETURNS TABLE (target text, amount numeric) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000 ROWS 100;

CREATE FUNCTION abc_trace(network abc_network, accounts text[], amounts numeric[],
	method text DEFAULT 'reciprocal', step_order text[] DEFAULT NULL, scale integer DEFAULT 2)
RETURNS TABLE (source text, target text, amount numeric, share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 1000;

CREATE FUNCTION abc_throughput(network abc_network, accounts text[], amounts numeric[])
RETURNS TABLE (node text, own numeric, received numeric, passed numeric, level integer) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 100;

CREATE FUNCTION abc_check(network abc_network, accounts text[], amounts numeric[])
RETURNS TABLE (severity text, code text, node text, detail text) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 10;

COMMENT ON TYPE abc_network IS
'a cost model: who passes cost on to whom, in proportion to which driver; text form v1 "source">"target":driver ...';
COMMENT ON FUNCTION abc_network_in(cstring) IS 'text input of abc_network';
COMMENT ON FUNCTION abc_network_out(abc_network) IS 'text output of abc_network';
COMMENT ON FUNCTION abc_network_recv(internal) IS 'binary input of abc_network';
COMMENT ON FUNCTION abc_network_send(abc_network) IS 'binary output of abc_network';
COMMENT ON FUNCTION abc_network_add(abc_network, text, text, numeric) IS 'the network with one more edge; a second edge between the same nodes adds its driver';
COMMENT ON FUNCTION abc_network_merge(abc_network, abc_network) IS 'the edges of both networks; drivers of common edges add up';
COMMENT ON FUNCTION abc_network_pack(abc_network) IS 'the network in the form that is stored: final function of its aggregates';
COMMENT ON AGGREGATE abc_network_agg(text, text, numeric) IS
'cost model from its edges: source passes cost on to target in proportion to driver; repeated edges add up; NULL drivers are ignored, NULL names and negative drivers are errors';
COMMENT ON AGGREGATE rollup(abc_network) IS 'one network with the edges of all; drivers of common edges add up';
COMMENT ON FUNCTION abc_edges(abc_network) IS
'the edges of a network in order of names; share is the fraction of the source''s drivers';
COMMENT ON FUNCTION abc_flow(abc_network, text[], numeric[], text, text[], integer) IS
'where the cost on accounts ends: an amount for each node that passes nothing on, adding up to the given amounts exactly; method direct, step (with step_order) or reciprocal (simultaneous equations)';
COMMENT ON FUNCTION abc_trace(abc_network, text[], numeric[], text, text[], integer) IS
'which account''s cost ends where: amounts for each source add up to its cost exactly; share is the fraction of it';
COMMENT ON FUNCTION abc_throughput(abc_network, text[], numeric[]) IS
'reciprocated cost of each node: its own, received from others, passed on; level is the longest way from a node that receives nothing';
COMMENT ON FUNCTION abc_check(abc_network, text[], numeric[]) IS
'what abc_flow would refuse (error) and what deserves a look (warning), all at once and without raising';
