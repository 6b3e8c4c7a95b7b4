-- segment: which channels bring the conversions

CREATE FUNCTION markov_attribution(summary migration_summary, start text, conversion text, lost text)
RETURNS TABLE (channel text, removal_effect float8, share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 10;
COMMENT ON FUNCTION markov_attribution(migration_summary, text, text, text) IS
'Data-driven attribution (Anderl et al. 2016), of journeys that migration_agg counted. '
'removal_effect: share of the conversions that would be lost without the channel. share: its part of all effects. '
'NULL where nobody converts.';

