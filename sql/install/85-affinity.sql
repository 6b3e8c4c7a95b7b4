-- affinity: what goes with what, what follows what

-- affinity_summary: baskets with each item and each pair of items, the state of its aggregates.
COMMENT ON TYPE affinity_summary IS
'How many baskets there are, how many with each item, and how many with each pair of items. '
'Text form: v1 text n "item":count ... / a-b:count ...';

CREATE FUNCTION affinity_merge(a affinity_summary, b affinity_summary)
RETURNS affinity_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION affinity_merge(affinity_summary, affinity_summary) IS 'The baskets of both summaries.';

CREATE FUNCTION affinity_pack(summary affinity_summary)
RETURNS affinity_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION affinity_pack(affinity_summary) IS
'The summary in the form that is stored. Final function of its aggregates.';

-- for T in text bigint
CREATE FUNCTION affinity_add(summary affinity_summary, items {T}[])
RETURNS affinity_summary AS 'MODULE_PATHNAME', 'affinity_add_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION affinity_add(affinity_summary, {T}[]) IS 'The summary with another basket.';

CREATE AGGREGATE affinity_agg(items {T}[]) (
	SFUNC = affinity_add, STYPE = affinity_summary, SSPACE = 4096, INITCOND = 'v1',
	FINALFUNC = affinity_pack, COMBINEFUNC = affinity_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE affinity_agg({T}[]) IS
'What is bought together: counts of baskets, items and pairs of items. Each row is one basket. '
'An item that is twice in a basket counts once. NULL items are left out, and a basket without items is not counted. '
'At most 25,165,824 pairs.';

-- end
CREATE AGGREGATE rollup(summary affinity_summary) (
	SFUNC = affinity_merge, STYPE = affinity_summary, SSPACE = 4096, INITCOND = 'v1',
	FINALFUNC = affinity_pack, COMBINEFUNC = affinity_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(affinity_summary) IS 'One summary with the baskets of all.';

CREATE FUNCTION affinity_pairs(summary affinity_summary, min_count bigint DEFAULT 2, order_by text DEFAULT 'llr',
	min_item_count bigint DEFAULT 1, avoiding boolean DEFAULT false)
RETURNS TABLE (a text, b text, n_a bigint, n_b bigint, n_ab bigint, support float8, confidence_ab float8,
	confidence_ba float8,
	lift float8, size_adjusted_lift float8, leverage float8, conviction float8, cosine float8, jaccard float8,
	kulczynski float8,
	imbalance float8, llr float8, p float8, p_adjusted float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 1000;
COMMENT ON FUNCTION affinity_pairs(affinity_summary, bigint, text, bigint, boolean) IS
'Pairs of items that are together in min_count baskets or more. The strongest by order_by come first. '
'p: Fisher''s exact test, more often together than by chance. '
'avoiding: pairs that are together less often than by chance, also never. '
'p is then that of less, and min_count is not used. '
'p_adjusted: Benjamini and Hochberg (1995) over all pairs of items that are in min_item_count baskets or more. '
'size_adjusted_lift: lift over that of independent items in baskets of these sizes.';

-- for T in text bigint
CREATE FUNCTION affinity(summary affinity_summary, a {T}, b {T}, measure text DEFAULT 'lift')
RETURNS float8 AS 'MODULE_PATHNAME', 'affinity_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION affinity(affinity_summary, {T}, {T}, text) IS
'One measure of a pair of items, from a to b. NULL where it does not exist. '
'measure: support, confidence, lift, size_adjusted_lift, leverage, conviction, cosine, jaccard, kulczynski, imbalance, '
'zhang, odds_ratio, chi_square, phi, llr, llr_root (signed), p, p_less or p_two_sided (Fisher).';

CREATE FUNCTION next_offers(summary affinity_summary, basket {T}[], k integer DEFAULT 5, score text DEFAULT 'cosine')
RETURNS TABLE (item {T}, score float8, because {T}) AS 'MODULE_PATHNAME', 'next_offers_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 5;
COMMENT ON FUNCTION next_offers(affinity_summary, {T}[], integer, text) IS
'What to offer to a customer who has these items: the k items with the best score. '
'score: cosine (sum of cosines, Sarwar et al. 2001), confidence or lift (the best of the basket). '
'because: the item in the basket that adds most. Without a known item: the most frequent items, score is support.';

-- end
CREATE FUNCTION lift(n bigint, a bigint, b bigint, ab bigint)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION lift(bigint, bigint, bigint, bigint) IS
'How many times as often two items are in one basket as independent ones would be: ab n / (a b). '
'From the numbers of baskets: all, with a, with b, with both. NULL when a or b is 0.';

CREATE FUNCTION llr(k11 bigint, k12 bigint, k21 bigint, k22 bigint)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION llr(bigint, bigint, bigint, bigint) IS
'Log-likelihood ratio G2 of a two by two table (Dunning 1993). '
'From the numbers of baskets: with both, with the first only, with the second only, with neither.';

CREATE FUNCTION fisher_p(n bigint, a bigint, b bigint, ab bigint, tail text DEFAULT 'greater')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION fisher_p(bigint, bigint, bigint, bigint, text) IS
'p-value of Fisher''s exact test, from the numbers of baskets: all, with a, with b, with both. '
'tail: greater (more often together than by chance), less or two-sided.';

-- itemsets: the sets of items that are in many baskets; as a state, the baskets.
COMMENT ON TYPE itemsets IS
'The sets of items that are in min_count baskets or more. '
'Text form: v1 itemsets text n min=m "item" ... / a-b:count ...';

CREATE FUNCTION itemsets_merge(a itemsets, b itemsets)
RETURNS itemsets AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION itemsets_merge(itemsets, itemsets) IS 'The baskets of both states of itemsets_agg.';

CREATE FUNCTION itemsets_find(baskets itemsets)
RETURNS itemsets AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION itemsets_find(itemsets) IS
'The item sets that are in min_count baskets or more. Final function of itemsets_agg.';

-- for T in text bigint
CREATE FUNCTION itemsets_add(state itemsets, items {T}[], min_count bigint)
RETURNS itemsets AS 'MODULE_PATHNAME', 'itemsets_add_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION itemsets_add(itemsets, {T}[], bigint) IS 'The state of itemsets_agg with another basket.';

CREATE FUNCTION itemsets_add(state itemsets, items {T}[], min_count bigint, max_size integer)
RETURNS itemsets AS 'MODULE_PATHNAME', 'itemsets_add_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION itemsets_add(itemsets, {T}[], bigint, integer) IS 'The state of itemsets_agg with another basket.';

CREATE AGGREGATE itemsets_agg(items {T}[], min_count bigint) (
	SFUNC = itemsets_add, STYPE = itemsets, SSPACE = 8192, INITCOND = 'v1',
	FINALFUNC = itemsets_find, COMBINEFUNC = itemsets_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE itemsets_agg({T}[], bigint) IS
'All sets of items, of any size, that are in min_count baskets or more. Each row is one basket. '
'Holds the baskets, up to 512 MB. Says how far it is with custvalue.progress.';

CREATE AGGREGATE itemsets_agg(items {T}[], min_count bigint, max_size integer) (
	SFUNC = itemsets_add, STYPE = itemsets, SSPACE = 8192, INITCOND = 'v1',
	FINALFUNC = itemsets_find, COMBINEFUNC = itemsets_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE itemsets_agg({T}[], bigint, integer) IS
'All sets of at most max_size items that are in min_count baskets or more. Each row is one basket. '
'Holds the baskets, up to 512 MB. Says how far it is with custvalue.progress.';

-- end
CREATE FUNCTION frequent_itemsets(model itemsets)
RETURNS TABLE (items text[], size integer, n bigint, support float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 1000;
COMMENT ON FUNCTION frequent_itemsets(itemsets) IS
'The item sets that were found, by size and then in order of their items. '
'n: baskets with all items of the set. support: their share of all baskets.';

CREATE FUNCTION association_rules(model itemsets, min_confidence float8)
RETURNS TABLE (lhs text[], rhs text, n bigint, n_lhs bigint, n_rhs bigint, support float8, confidence float8,
	lift float8,
	leverage float8, conviction float8, llr float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 1000;
COMMENT ON FUNCTION association_rules(itemsets, float8) IS
'Rules that baskets with all of lhs also hold rhs (Agrawal, Imielinski and Swami 1993), from all sets that were found. '
'Those whose confidence n / n_lhs is min_confidence or more. The surest come first.';

-- follow_summary: how many starts there were, how many can be judged, how many of these were followed in time.
-- funnel_summary: the events of one customer.  funnel_counts: how many customers got how far.
COMMENT ON TYPE follow_summary IS
'How many started, how many of them can be judged by the as-of date, and how many of these were followed in time. '
'Text form: v1 within=us as_of=days starts judged followed';
COMMENT ON TYPE funnel_summary IS
'The events of one customer, and which steps of a funnel they are. '
'Text form: v1 steps [within=us mode=name] microseconds:01... ...';
COMMENT ON TYPE funnel_counts IS
'How many customers got how far in a funnel. Text form: v1 steps n0 n1 ...';

CREATE FUNCTION follow_add(summary follow_summary, started date, followed date, within interval, as_of date)
RETURNS follow_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION follow_add(follow_summary, date, date, interval, date) IS 'The summary with another start.';

CREATE FUNCTION follow_remove(summary follow_summary, started date, followed date, within interval, as_of date)
RETURNS follow_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION follow_remove(follow_summary, date, date, interval, date) IS
'The summary without a start that it has. Inverse transition function.';

CREATE FUNCTION follow_merge(a follow_summary, b follow_summary)
RETURNS follow_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION follow_merge(follow_summary, follow_summary) IS 'The starts of both summaries.';

CREATE AGGREGATE follow_agg(started date, followed date, within interval, as_of date) (
	SFUNC = follow_add, STYPE = follow_summary, SSPACE = 64, INITCOND = 'v1',
	COMBINEFUNC = follow_merge,
	MSFUNC = follow_add, MINVFUNC = follow_remove, MSTYPE = follow_summary, MSSPACE = 64, MINITCOND = 'v1',
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE follow_agg(date, date, interval, date) IS
'How many of those who started were followed within a time, as of a date. '
'followed: the first one after the start; NULL: not yet. Starts whose time is not over by as_of are not judged.';

CREATE AGGREGATE rollup(summary follow_summary) (
	SFUNC = follow_merge, STYPE = follow_summary, SSPACE = 64, INITCOND = 'v1',
	COMBINEFUNC = follow_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(follow_summary) IS 'One summary with the starts of all.';

CREATE FUNCTION follow_rate(summary follow_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION follow_rate(follow_summary) IS
'Share of the starts whose time is over that were followed within it. NULL when there is none.';

CREATE FUNCTION follow_rate_low(summary follow_summary, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION follow_rate_low(follow_summary, float8) IS
'Lower end of the interval of follow_rate (Wilson 1927).';

CREATE FUNCTION follow_rate_high(summary follow_summary, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION follow_rate_high(follow_summary, float8) IS
'Upper end of the interval of follow_rate (Wilson 1927).';

CREATE FUNCTION follow_counts(summary follow_summary, OUT starts bigint, OUT judged bigint, OUT followed bigint)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION follow_counts(follow_summary) IS
'starts: how many there were. judged: those whose time was over by the as-of date. followed: how many of these were.';

CREATE FUNCTION funnel_merge(a funnel_summary, b funnel_summary)
RETURNS funnel_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION funnel_merge(funnel_summary, funnel_summary) IS 'The events of both summaries.';

CREATE FUNCTION funnel_pack(summary funnel_summary)
RETURNS funnel_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION funnel_pack(funnel_summary) IS
'The summary in the form that is stored. Final function of its aggregates.';

CREATE FUNCTION window_funnel_final(state funnel_summary)
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION window_funnel_final(funnel_summary) IS 'The deepest step reached. Final function of window_funnel.';

-- for T in timestamptz timestamp
CREATE FUNCTION funnel_add(summary funnel_summary, at {T}, steps boolean[])
RETURNS funnel_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION funnel_add(funnel_summary, {T}, boolean[]) IS 'The summary with another event.';

CREATE FUNCTION funnel_ask(state funnel_summary, within interval, mode text, at {T}, steps boolean[])
RETURNS funnel_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION funnel_ask(funnel_summary, interval, text, {T}, boolean[]) IS
'The state of window_funnel with another event.';

CREATE AGGREGATE funnel_agg(at {T}, steps boolean[]) (
	SFUNC = funnel_add, STYPE = funnel_summary, SSPACE = 128, INITCOND = 'v1',
	FINALFUNC = funnel_pack, COMBINEFUNC = funnel_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE funnel_agg({T}, boolean[]) IS
'The events of one customer: when, and which steps each is, as in ARRAY[event = ''cart'', event = ''payment'']. '
'A NULL condition is false. At most 64 steps and 16,777,216 events.';

CREATE AGGREGATE window_funnel(within interval, mode text, at {T}, steps boolean[]) (
	SFUNC = funnel_ask, STYPE = funnel_summary, SSPACE = 128, INITCOND = 'v1',
	FINALFUNC = window_funnel_final, COMBINEFUNC = funnel_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE window_funnel(interval, text, {T}, boolean[]) IS
'The most steps taken in order within this time from the first of them: funnel_depth of funnel_agg, in one step.';

CREATE FUNCTION sessionize(at {T}, gap interval)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION sessionize({T}, interval) IS
'Window function: over the events of one customer in the order of at: number of the visit, from 1. '
'A pause longer than gap begins another visit. A NULL at has NULL.';

-- end
CREATE AGGREGATE rollup(summary funnel_summary) (
	SFUNC = funnel_merge, STYPE = funnel_summary, SSPACE = 128, INITCOND = 'v1',
	FINALFUNC = funnel_pack, COMBINEFUNC = funnel_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(funnel_summary) IS 'One summary with the events of all.';

CREATE FUNCTION funnel_depth(summary funnel_summary, within interval, mode text DEFAULT 'basic')
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION funnel_depth(funnel_summary, interval, text) IS
'The most steps taken in order within this time from the first of them. NULL without events. '
'mode: basic, or as in ClickHouse''s windowFunnel strict_order, strict_deduplication, strict_increase, allow_reentry, '
'or several of these with commas.';

CREATE FUNCTION funnel_counts_add(counts funnel_counts, depth integer, steps integer)
RETURNS funnel_counts AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION funnel_counts_add(funnel_counts, integer, integer) IS 'The counts with another customer.';

CREATE FUNCTION funnel_counts_remove(counts funnel_counts, depth integer, steps integer)
RETURNS funnel_counts AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION funnel_counts_remove(funnel_counts, integer, integer) IS
'The counts without a customer that they have. Inverse transition function.';

CREATE FUNCTION funnel_counts_merge(a funnel_counts, b funnel_counts)
RETURNS funnel_counts AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION funnel_counts_merge(funnel_counts, funnel_counts) IS 'The customers of both.';

CREATE AGGREGATE funnel_depth_agg(depth integer, steps integer) (
	SFUNC = funnel_counts_add, STYPE = funnel_counts, SSPACE = 128, INITCOND = 'v1',
	COMBINEFUNC = funnel_counts_merge,
	MSFUNC = funnel_counts_add, MINVFUNC = funnel_counts_remove, MSTYPE = funnel_counts, MSSPACE = 128,
	MINITCOND = 'v1',
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE funnel_depth_agg(integer, integer) IS
'How many customers got how far. depth: what funnel_depth or window_funnel found for each, from 0 to steps.';

CREATE AGGREGATE rollup(counts funnel_counts) (
	SFUNC = funnel_counts_merge, STYPE = funnel_counts, SSPACE = 128, INITCOND = 'v1',
	COMBINEFUNC = funnel_counts_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(funnel_counts) IS 'The customers of all.';

CREATE FUNCTION funnel_table(counts funnel_counts, confidence float8 DEFAULT 0.95)
RETURNS TABLE (step integer, reached bigint, of_start float8, of_start_low float8, of_start_high float8,
	of_previous float8, of_previous_low float8, of_previous_high float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 5;
COMMENT ON FUNCTION funnel_table(funnel_counts, float8) IS
'Customers who reached each step, as a share of those who took the first step and of those who took the one before. '
'Intervals: Wilson (1927).';

-- Who deserves the credit.
CREATE FUNCTION attribution_weight(touch bigint, touches bigint, model text)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION attribution_weight(bigint, bigint, text) IS
'Share of one of the touches before an order. model: first, last, linear or position_based (40-20-40). '
'A driver for abc_allocate over the touches of one order.';

CREATE FUNCTION attribution_weight(days_before float8, half_life float8)
RETURNS float8 AS 'MODULE_PATHNAME', 'attribution_weight_decay'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION attribution_weight(float8, float8) IS
'Weight of a touch so many days before the order: half as much for each half_life (time decay). '
'A driver for abc_allocate over the touches of one order.';

