-- profit: customer profit and its concentration

CREATE FUNCTION residual_income(profit numeric, capital numeric, rate numeric)
RETURNS numeric AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION residual_income(numeric, numeric, numeric) IS
'profit less a charge of rate (a fraction for the same period) on capital, exact';

CREATE FUNCTION cumulative_share(value numeric)
RETURNS float8 AS 'MODULE_PATHNAME', 'cumulative_share_numeric'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

CREATE FUNCTION cumulative_share(value bigint)
RETURNS float8 AS 'MODULE_PATHNAME', 'cumulative_share_bigint'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

CREATE FUNCTION cumulative_share(value float8)
RETURNS float8 AS 'MODULE_PATHNAME', 'cumulative_share_float8'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION cumulative_share(numeric) IS
'window function: sum of value over the rows up to this one and its peers as a fraction of the partition''s sum (cume_dist weighted by value); NULL when that is 0';
COMMENT ON FUNCTION cumulative_share(bigint) IS
'window function: sum of value over the rows up to this one and its peers as a fraction of the partition''s sum (cume_dist weighted by value); NULL when that is 0';
COMMENT ON FUNCTION cumulative_share(float8) IS
'window function: sum of value over the rows up to this one and its peers as a fraction of the partition''s sum (cume_dist weighted by value); NULL when that is 0';
