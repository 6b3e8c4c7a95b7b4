-- segment: who is like whom

CREATE FUNCTION quadrant(x float8, y float8, x_cut float8 DEFAULT 0, y_cut float8 DEFAULT 0,
	labels text[] DEFAULT '{focus,develop,maintain,harvest}')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION quadrant(float8, float8, float8, float8, text[]) IS
'field of a two by two matrix: labels[1] when x and y are high, [2] when only y is, [3] when neither is, [4] when only x is; a value at its cut is high';
