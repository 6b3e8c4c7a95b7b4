-- drivers: many tests at once

CREATE FUNCTION p_adjust(p float8, method text DEFAULT 'bh')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION p_adjust(float8, text) IS
'window function: p-value adjusted for all tests of the partition, by bh (Benjamini and Hochberg 1995), by (Benjamini and Yekutieli 2001), holm (1979) or bonferroni';

