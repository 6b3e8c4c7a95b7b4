-- costing: cost flows from resources through activities to orders and customers

-- abc_allocate: one cost over the drivers of its pool, exact to the last unit.  The tie key is bigint or text.

-- for D in numeric bigint real float8
CREATE FUNCTION abc_allocate(cost numeric, driver {D}, tie bigint DEFAULT NULL, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_{D}'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_allocate(numeric, {D}, bigint, integer) IS
'Window function: this row''s part of the partition''s cost, in proportion to driver. '
'Parts have scale decimals and add up to cost exactly (largest remainder). '
'Among equal remainders the smaller tie key comes first, then the earlier row. '
'A float8 driver is read as its shortest decimal. A row without a driver (NULL) receives nothing (NULL).';

CREATE FUNCTION abc_allocate(cost numeric, driver {D}, tie text, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_{D}_text'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_allocate(numeric, {D}, text, integer) IS
'Window function: the same with a text tie key. Tie keys are compared by bytes, whatever the collation.';

-- end
-- for D T C in numeric/uuid/uuid numeric/date/date numeric/timestamp/timestamp numeric/timestamptz/timestamp
--	bigint/uuid/uuid bigint/date/date bigint/timestamp/timestamp bigint/timestamptz/timestamp
--	real/uuid/uuid real/date/date real/timestamp/timestamp real/timestamptz/timestamp
--	float8/uuid/uuid float8/date/date float8/timestamp/timestamp float8/timestamptz/timestamp
CREATE FUNCTION abc_allocate(cost numeric, driver {D}, tie {T}, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME', 'abc_allocate_{D}_{C}'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_allocate(numeric, {D}, {T}, integer) IS
'Window function: the same with a tie key of another type. Of enums write tie::text.';

-- end
CREATE FUNCTION abc_allocate(cost numeric, drivers numeric[], scale integer DEFAULT 2)
RETURNS numeric[] AS 'MODULE_PATHNAME', 'abc_allocate_array'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_allocate(numeric, numeric[], integer) IS
'The parts of cost, in proportion to drivers. '
'Parts have scale decimals and add up to cost exactly (largest remainder). '
'Among equal remainders the earlier element comes first. A NULL driver has a NULL part.';

CREATE FUNCTION abc_capacity(cost numeric, practical_capacity numeric, used numeric, scale integer DEFAULT 2,
	OUT rate numeric, OUT used_cost numeric, OUT unused numeric, OUT unused_cost numeric, OUT utilisation numeric)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION abc_capacity(numeric, numeric, numeric, integer) IS
'Time-driven costing (Kaplan and Anderson 2004). rate: cost per unit of practical capacity. '
'used_cost and unused_cost: cost of the used and of the unused capacity, which add up to cost exactly. '
'unused: capacity that was not used, negative when more was used than there is. '
'utilisation: used capacity as a fraction of practical_capacity.';

-- abc_network: a cost model as one value, the state of its aggregates.
COMMENT ON TYPE abc_network IS
'A cost model: which node passes cost on to which, in proportion to which driver. '
'Text form: v1 "source">"target":driver ...';

CREATE FUNCTION abc_network_add(network abc_network, source text, target text, driver numeric)
RETURNS abc_network AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION abc_network_add(abc_network, text, text, numeric) IS
'The network with another edge. A second edge between the same nodes adds its driver to the first.';

-- for N T C in text/bigint/abc_network_add_text_bigint text/real/abc_network_add_text_real
--	text/float8/abc_network_add_text_float8 bigint/numeric/abc_network_add_bigint_numeric
--	bigint/bigint/abc_network_add_bigint_bigint bigint/real/abc_network_add_bigint_real
--	bigint/float8/abc_network_add_bigint_float8
CREATE FUNCTION abc_network_add(network abc_network, source {N}, target {N}, driver {T})
RETURNS abc_network AS 'MODULE_PATHNAME', '{C}'
LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION abc_network_add(abc_network, {N}, {N}, {T}) IS
'The network with another edge. A second edge between the same nodes adds its driver to the first.';

-- end
CREATE FUNCTION abc_network_merge(a abc_network, b abc_network)
RETURNS abc_network AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION abc_network_merge(abc_network, abc_network) IS
'The edges of both networks. Drivers of edges that both have add up.';

CREATE FUNCTION abc_network_pack(network abc_network)
RETURNS abc_network AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION abc_network_pack(abc_network) IS
'The network in the form that is stored: final function of its aggregates.';

CREATE AGGREGATE abc_network_agg(source text, target text, driver numeric) (
	SFUNC = abc_network_add, STYPE = abc_network, SSPACE = 700, INITCOND = 'v1',
	FINALFUNC = abc_network_pack, COMBINEFUNC = abc_network_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE abc_network_agg(text, text, numeric) IS
'A cost model from its edges: source passes cost on to target in proportion to driver. '
'Drivers of repeated edges add up. Rows with a NULL driver are ignored. '
'NULL names and negative drivers are errors.';

-- for N T in text/bigint text/real text/float8 bigint/numeric bigint/bigint bigint/real bigint/float8
CREATE AGGREGATE abc_network_agg(source {N}, target {N}, driver {T}) (
	SFUNC = abc_network_add, STYPE = abc_network, SSPACE = 700, INITCOND = 'v1',
	FINALFUNC = abc_network_pack, COMBINEFUNC = abc_network_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE abc_network_agg({N}, {N}, {T}) IS
'A cost model from its edges: source passes cost on to target in proportion to driver. '
'A node whose key is a bigint has its digits as name; a real or float8 driver is read as its shortest decimal.';

-- end
CREATE AGGREGATE rollup(network abc_network) (
	SFUNC = abc_network_merge, STYPE = abc_network, SSPACE = 700, INITCOND = 'v1',
	FINALFUNC = abc_network_pack, COMBINEFUNC = abc_network_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(abc_network) IS
'One network with the edges of all. Drivers of edges that several have add up.';

CREATE FUNCTION abc_edges(network abc_network)
RETURNS TABLE (source text, target text, driver numeric, share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 1000;
COMMENT ON FUNCTION abc_edges(abc_network) IS
'The edges of a network, sorted by names. share: driver as a fraction of all drivers of the source.';

CREATE FUNCTION abc_flow(network abc_network, accounts text[], amounts numeric[],
	method text DEFAULT 'reciprocal', step_order text[] DEFAULT NULL, scale integer DEFAULT 2)
RETURNS TABLE (target text, amount numeric) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 1000 ROWS 100;
COMMENT ON FUNCTION abc_flow(abc_network, text[], numeric[], text, text[], integer) IS
'Where the cost on accounts ends: an amount for each node that passes nothing on. '
'The amounts have scale decimals and add up to the given ones exactly. '
'method: direct, step (in step_order) or reciprocal (simultaneous equations).';

CREATE FUNCTION abc_trace(network abc_network, accounts text[], amounts numeric[],
	method text DEFAULT 'reciprocal', step_order text[] DEFAULT NULL, scale integer DEFAULT 2)
RETURNS TABLE (source text, target text, amount numeric, share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10000 ROWS 1000;
COMMENT ON FUNCTION abc_trace(abc_network, text[], numeric[], text, text[], integer) IS
'Where the cost of each account ends. For each source the amounts add up to its cost exactly. '
'share: amount as a fraction of the source''s cost. Methods as in abc_flow.';

CREATE FUNCTION abc_throughput(network abc_network, accounts text[], amounts numeric[])
RETURNS TABLE (node text, own numeric, received numeric, passed numeric, level integer) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 100;
COMMENT ON FUNCTION abc_throughput(abc_network, text[], numeric[]) IS
'Reciprocated cost of each node: its own cost, what it receives from others, and what it passes on. '
'level: length of the longest path from a node that receives nothing.';

CREATE FUNCTION abc_check(network abc_network, accounts text[], amounts numeric[])
RETURNS TABLE (severity text, code text, node text, detail text) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 10;
COMMENT ON FUNCTION abc_check(abc_network, text[], numeric[]) IS
'Everything that abc_flow would refuse (error), and what deserves a look (warning), as rows. Raises no error itself.';
