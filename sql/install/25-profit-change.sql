-- profit: what moved it, by segment, and by price, volume and mix

COMMENT ON TYPE contribution_summary IS
'What each segment brought before and now, exactly. Text form: v1 "segment":old,new ...';
COMMENT ON TYPE pvm_summary IS
'Quantity and amount of each item before and now, exactly. '
'Text form: v1 "item":old_quantity,old_amount,new_quantity,new_amount ...';

-- for L C in text/contribution_add bigint/contribution_add_bigint
CREATE FUNCTION contribution_add(summary contribution_summary, segment {L}, old numeric, new numeric)
RETURNS contribution_summary AS 'MODULE_PATHNAME', '{C}'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION contribution_add(contribution_summary, {L}, numeric, numeric) IS 'The summary with another row.';

-- end
-- for L C in text/pvm_add bigint/pvm_add_bigint
CREATE FUNCTION pvm_add(summary pvm_summary, item {L}, old_quantity numeric, old_price numeric,
	new_quantity numeric, new_price numeric)
RETURNS pvm_summary AS 'MODULE_PATHNAME', '{C}'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION pvm_add(pvm_summary, {L}, numeric, numeric, numeric, numeric) IS 'The summary with another row.';

-- end
-- for T F in contribution_summary/contribution pvm_summary/pvm
CREATE FUNCTION {F}_merge(a {T}, b {T})
RETURNS {T} AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION {F}_merge({T}, {T}) IS 'The rows of both summaries.';

CREATE FUNCTION {F}_pack(summary {T})
RETURNS {T} AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION {F}_pack({T}) IS 'The summary in the form that is stored. Final function of its aggregates.';

CREATE AGGREGATE rollup(summary {T}) (
	SFUNC = {F}_merge, STYPE = {T}, SSPACE = 1024, INITCOND = 'v1',
	FINALFUNC = {F}_pack, COMBINEFUNC = {F}_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup({T}) IS 'One summary with the rows of all.';

-- end
-- for L in text bigint
CREATE AGGREGATE contribution_agg(segment {L}, old numeric, new numeric) (
	SFUNC = contribution_add, STYPE = contribution_summary, SSPACE = 1024, INITCOND = 'v1',
	FINALFUNC = contribution_pack, COMBINEFUNC = contribution_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE contribution_agg({L}, numeric, numeric) IS
'What each segment brought before and now, exactly. Rows of one segment add up. '
'A NULL amount: the segment was not there in that period. A NULL segment with an amount is an error.';

CREATE AGGREGATE pvm_agg(item {L}, old_quantity numeric, old_price numeric, new_quantity numeric, new_price numeric) (
	SFUNC = pvm_add, STYPE = pvm_summary, SSPACE = 1024, INITCOND = 'v1',
	FINALFUNC = pvm_pack, COMBINEFUNC = pvm_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE pvm_agg({L}, numeric, numeric, numeric, numeric) IS
'Quantities and prices of items before and now, for the effects of price, volume and mix. '
'Rows of one item add up. A quantity that is NULL or 0: not sold in that period. A NULL item with a quantity is an '
'error.';
-- end

CREATE FUNCTION contribution_table(summary contribution_summary)
RETURNS TABLE (segment text, old numeric, new numeric, change numeric, contribution float8,
	share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 100;
COMMENT ON FUNCTION contribution_table(contribution_summary) IS
'Each segment''s change, in order of names. contribution: its fraction of the old total. '
'share: its fraction of the total change. Changes, contributions and shares add up.';

CREATE FUNCTION pvm_table(summary pvm_summary, scale integer DEFAULT 2)
RETURNS TABLE (item text, old numeric, new numeric, change numeric, price numeric, volume numeric, mix numeric,
	new_item numeric, lost_item numeric) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 100;
COMMENT ON FUNCTION pvm_table(pvm_summary, integer) IS
'What made each item''s change. price: (p1 - p0) q1. volume: p0 q0 (Q1/Q0 - 1). mix: p0 (q1 - q0 Q1/Q0). '
'Q is the total quantity of the items sold in both periods. New and lost items change as a whole. '
'The effects add up to the change exactly (largest remainder).';

CREATE FUNCTION key_drivers(summary contribution_summary, k integer DEFAULT 10)
RETURNS TABLE (segment text, old numeric, new numeric, change numeric, contribution float8,
	share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 10;
COMMENT ON FUNCTION key_drivers(contribution_summary, integer) IS
'The k segments whose change is largest, up or down. A last row without name has all others together.';

CREATE FUNCTION key_drivers(summary pvm_summary, k integer DEFAULT 10)
RETURNS TABLE (item text, old numeric, new numeric, change numeric, contribution float8,
	share float8) AS 'MODULE_PATHNAME', 'pvm_key_drivers'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 10;
COMMENT ON FUNCTION key_drivers(pvm_summary, integer) IS
'The k items whose amount changed most, up or down. A last row without name has all others together.';

