-- affinity: what goes with what, what follows what

-- affinity_summary: baskets with each item and each pair of items, the state of its aggregates.
CREATE TYPE affinity_summary;

CREATE FUNCTION affinity_summary_in(cstring)
RETURNS affinity_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION affinity_summary_in(cstring) IS 'text input of affinity_summary';

CREATE FUNCTION affinity_summary_out(affinity_summary)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION affinity_summary_out(affinity_summary) IS 'text output of affinity_summary';

CREATE FUNCTION affinity_summary_recv(internal)
RETURNS affinity_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION affinity_summary_recv(internal) IS 'binary input of affinity_summary';

CREATE FUNCTION affinity_summary_send(affinity_summary)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION affinity_summary_send(affinity_summary) IS 'binary output of affinity_summary';

CREATE TYPE affinity_summary (
	INPUT = affinity_summary_in,
	OUTPUT = affinity_summary_out,
	RECEIVE = affinity_summary_recv,
	SEND = affinity_summary_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);
COMMENT ON TYPE affinity_summary IS
'how many baskets there are, with each item and with each pair of items; text form v1 text n "item":count ... / a-b:count ...';

CREATE FUNCTION affinity_merge(a affinity_summary, b affinity_summary)
RETURNS affinity_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION affinity_merge(affinity_summary, affinity_summary) IS 'the baskets of both summaries';

CREATE FUNCTION affinity_pack(summary affinity_summary)
RETURNS affinity_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION affinity_pack(affinity_summary) IS 'the summary in the form that is stored: final function of its aggregates';

-- for T in text bigint
CREATE FUNCTION affinity_add(summary affinity_summary, items {T}[])
RETURNS affinity_summary AS 'MODULE_PATHNAME', 'affinity_add_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION affinity_add(affinity_summary, {T}[]) IS 'the summary with one more basket';

CREATE AGGREGATE affinity_agg(items {T}[]) (
	SFUNC = affinity_add, STYPE = affinity_summary, SSPACE = 4096, INITCOND = 'v1',
	FINALFUNC = affinity_pack, COMBINEFUNC = affinity_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE affinity_agg({T}[]) IS
'what is bought together: counts of baskets, items and pairs of items, from one row a basket; an item twice counts once, NULL items are left out, without items it is no basket';

-- end
CREATE AGGREGATE rollup(summary affinity_summary) (
	SFUNC = affinity_merge, STYPE = affinity_summary, SSPACE = 4096, INITCOND = 'v1',
	FINALFUNC = affinity_pack, COMBINEFUNC = affinity_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(affinity_summary) IS 'one summary with the baskets of all';

CREATE FUNCTION affinity_pairs(summary affinity_summary, min_count bigint DEFAULT 2, order_by text DEFAULT 'llr',
	min_item_count bigint DEFAULT 1, avoiding boolean DEFAULT false)
RETURNS TABLE (a text, b text, n_a bigint, n_b bigint, n_ab bigint, support float8, confidence_ab float8, confidence_ba float8,
	lift float8, size_adjusted_lift float8, leverage float8, conviction float8, cosine float8, jaccard float8, kulczynski float8,
	imbalance float8, llr float8, p float8, p_adjusted float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000 ROWS 1000;
COMMENT ON FUNCTION affinity_pairs(affinity_summary, bigint, text, bigint, boolean) IS
'pairs of items in min_count baskets or more, the strongest by order_by first; p: Fisher''s exact test, more often than by chance, or with avoiding less often (then also pairs never together); p_adjusted: Benjamini-Hochberg over all pairs of items in min_item_count baskets or more';

-- for T in text bigint
CREATE FUNCTION affinity(summary affinity_summary, a {T}, b {T}, measure text DEFAULT 'lift')
RETURNS float8 AS 'MODULE_PATHNAME', 'affinity_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION affinity(affinity_summary, {T}, {T}, text) IS
'one measure of a pair of items, a to b: support, confidence, lift, size_adjusted_lift, leverage, conviction, cosine, jaccard, kulczynski, imbalance, zhang, odds_ratio, chi_square, phi, llr, llr_root, p, p_less, p_two_sided; NULL where it does not exist';

CREATE FUNCTION next_offers(summary affinity_summary, basket {T}[], k integer DEFAULT 5, score text DEFAULT 'cosine')
RETURNS TABLE (item {T}, score float8, because {T}) AS 'MODULE_PATHNAME', 'next_offers_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 5;
COMMENT ON FUNCTION next_offers(affinity_summary, {T}[], integer, text) IS
'what to offer to a customer who has these items: the k best by the sum of cosines (Sarwar et al. 2001), the best confidence or the best lift; because is the item that speaks most for it; without a known item the most frequent ones';

-- end
CREATE FUNCTION lift(n bigint, a bigint, b bigint, ab bigint)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION lift(bigint, bigint, bigint, bigint) IS
'ab n / (a b): how many times as often two items are in one basket as independent ones would be, from the numbers of baskets: all, with a, with b, with both';

CREATE FUNCTION llr(k11 bigint, k12 bigint, k21 bigint, k22 bigint)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION llr(bigint, bigint, bigint, bigint) IS
'log-likelihood ratio G2 of a two by two table (Dunning 1993): baskets with both, with the first only, with the second only, with neither';

CREATE FUNCTION fisher_p(n bigint, a bigint, b bigint, ab bigint, tail text DEFAULT 'greater')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION fisher_p(bigint, bigint, bigint, bigint, text) IS
'Fisher''s exact test from the numbers of baskets: all, with a, with b, with both; tail greater (more often together than by chance), less or two-sided';

-- itemsets: the sets of items that are in many baskets; as a state, the baskets.
CREATE TYPE itemsets;

CREATE FUNCTION itemsets_in(cstring)
RETURNS itemsets AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION itemsets_in(cstring) IS 'text input of itemsets';

CREATE FUNCTION itemsets_out(itemsets)
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION itemsets_out(itemsets) IS 'text output of itemsets';

CREATE FUNCTION itemsets_recv(internal)
RETURNS itemsets AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION itemsets_recv(internal) IS 'binary input of itemsets';

CREATE FUNCTION itemsets_send(itemsets)
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION itemsets_send(itemsets) IS 'binary output of itemsets';

CREATE TYPE itemsets (
	INPUT = itemsets_in,
	OUTPUT = itemsets_out,
	RECEIVE = itemsets_recv,
	SEND = itemsets_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);
COMMENT ON TYPE itemsets IS
'the sets of items that are in min_count baskets or more; text form v1 itemsets text n min=m "item" ... / a-b:count ...';

CREATE FUNCTION itemsets_merge(a itemsets, b itemsets)
RETURNS itemsets AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION itemsets_merge(itemsets, itemsets) IS 'the baskets of both states of itemsets_agg';

CREATE FUNCTION itemsets_find(baskets itemsets)
RETURNS itemsets AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION itemsets_find(itemsets) IS 'the item sets that are in min_count baskets or more: final function of itemsets_agg';

-- for T in text bigint
CREATE FUNCTION itemsets_add(state itemsets, items {T}[], min_count bigint)
RETURNS itemsets AS 'MODULE_PATHNAME', 'itemsets_add_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION itemsets_add(itemsets, {T}[], bigint) IS 'the state of itemsets_agg with one more basket';

CREATE FUNCTION itemsets_add(state itemsets, items {T}[], min_count bigint, max_size integer)
RETURNS itemsets AS 'MODULE_PATHNAME', 'itemsets_add_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION itemsets_add(itemsets, {T}[], bigint, integer) IS 'the state of itemsets_agg with one more basket';

CREATE AGGREGATE itemsets_agg(items {T}[], min_count bigint) (
	SFUNC = itemsets_add, STYPE = itemsets, SSPACE = 8192, INITCOND = 'v1',
	FINALFUNC = itemsets_find, COMBINEFUNC = itemsets_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE itemsets_agg({T}[], bigint) IS
'all sets of items in min_count baskets or more, of any size, from one row a basket (an item twice counts once); holds the baskets, up to 512 MB';

CREATE AGGREGATE itemsets_agg(items {T}[], min_count bigint, max_size integer) (
	SFUNC = itemsets_add, STYPE = itemsets, SSPACE = 8192, INITCOND = 'v1',
	FINALFUNC = itemsets_find, COMBINEFUNC = itemsets_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE itemsets_agg({T}[], bigint, integer) IS
'all sets of at most max_size items in min_count baskets or more, from one row a basket (an item twice counts once); holds the baskets, up to 512 MB';

-- end
CREATE FUNCTION frequent_itemsets(model itemsets)
RETURNS TABLE (items text[], size integer, n bigint, support float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 1000;
COMMENT ON FUNCTION frequent_itemsets(itemsets) IS
'the item sets that were found, by size and in order of their items; n baskets hold the set, support is their share';

CREATE FUNCTION association_rules(model itemsets, min_confidence float8)
RETURNS TABLE (lhs text[], rhs text, n bigint, n_lhs bigint, n_rhs bigint, support float8, confidence float8, lift float8,
	leverage float8, conviction float8, llr float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 1000;
COMMENT ON FUNCTION association_rules(itemsets, float8) IS
'rules that baskets with all of lhs also hold rhs (Agrawal, Imielinski and Swami 1993), of all sets that were found, with confidence n / n_lhs of min_confidence or more; the surest first';

