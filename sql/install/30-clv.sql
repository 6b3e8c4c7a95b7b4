-- clv: lifetime value

CREATE FUNCTION clv(margin float8, retention float8, discount float8,
	periods integer DEFAULT NULL, first text DEFAULT 'next')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;

COMMENT ON FUNCTION clv(float8, float8, float8, integer, text) IS
'present value of a constant margin per period from a customer who stays with probability retention, discounted per period; over periods margins, NULL for no end; first margin one period ahead (next) or at once (now)';
