-- costing: why a cost is what it is, and how two models differ

CREATE FUNCTION abc_explain(network abc_network, accounts text[], amounts numeric[], target text,
	paths integer DEFAULT 20, scale integer DEFAULT 2)
RETURNS TABLE (source text, path text[], amount numeric, share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 20;
COMMENT ON FUNCTION abc_explain(abc_network, text[], numeric[], text, integer, integer) IS
'The paths by which cost got to a node, the largest first, and all others in a last row without source and path. '
'The amounts add up to the node''s amount exactly. share: fraction of it. '
'Of nodes that serve each other a path names where cost comes in and where it goes out: '
'its amount is the sum over all rounds in between.';

CREATE FUNCTION abc_diff(old_network abc_network, old_accounts text[], old_amounts numeric[],
	new_network abc_network, new_accounts text[], new_amounts numeric[], scale integer DEFAULT 2)
RETURNS TABLE (target text, old numeric, new numeric, change numeric, driver numeric, cost numeric) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 100;
COMMENT ON FUNCTION abc_diff(abc_network, text[], numeric[], abc_network, text[], numeric[], integer) IS
'What ends at each receiver by two cost models, such as budget and actual, or last month and this one. '
'driver: what comes of dividing the old costs in the new shares. cost: the remainder of the change, at new shares. '
'driver + cost = change, exactly. Old costs on accounts that the new network does not have go in the old shares.';

