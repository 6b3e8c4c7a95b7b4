-- drivers: many tests at once

CREATE FUNCTION p_adjust(p float8, method text DEFAULT 'bh')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION p_adjust(float8, text) IS
'Window function: the p-value adjusted for all tests of the partition. A NULL p has NULL and is no test. '
'method: bh (Benjamini and Hochberg 1995), by (Benjamini and Yekutieli 2001), holm (1979) or bonferroni.';

