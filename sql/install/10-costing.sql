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
