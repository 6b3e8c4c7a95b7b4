-- segment: who is like whom

CREATE FUNCTION quadrant(x float8, y float8, x_cut float8 DEFAULT 0, y_cut float8 DEFAULT 0,
	labels text[] DEFAULT '{focus,develop,maintain,harvest}')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION quadrant(float8, float8, float8, float8, text[]) IS
'Field of a two by two matrix. labels[1]: x and y are high. labels[2]: only y is. labels[3]: neither is. '
'labels[4]: only x is. A value equal to its cut is high.';

CREATE FUNCTION quadrant_by_rank(x float8, y float8, share float8 DEFAULT 0.5,
	labels text[] DEFAULT '{focus,develop,maintain,harvest}')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION quadrant_by_rank(float8, float8, float8, text[]) IS
'Window function: quadrant in which the top share of the partition''s rows is high on each axis. '
'Rows with equal values are high together.';

-- Scores by quantiles; equal values score the same.
CREATE FUNCTION quantile_score(x float8, bins integer DEFAULT 5, descending boolean DEFAULT false,
	rule text DEFAULT 'quantile')
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION quantile_score(float8, integer, boolean, text) IS
'Window function: score from 1 to bins by the quantiles of the partition (those of percentile_cont). '
'The highest x scores highest; if descending, the lowest x does. Equal values score the same. '
'rule: quantile, or rfm for that of the R package rfm.';

CREATE FUNCTION rfm_score(recency float8, frequency float8, monetary float8, bins integer DEFAULT 5,
	rule text DEFAULT 'quantile')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION rfm_score(float8, float8, float8, integer, text) IS
'Window function: three digits from 1 to bins by the quantiles of the partition. '
'The shortest recency (time since the last purchase), the highest frequency and the highest monetary value '
'score highest.';

-- for T C A in date/rfm_score_date/last_purchase timestamp/rfm_score_timestamp/last_purchase
--	timestamptz/rfm_score_timestamp/last_purchase interval/rfm_score_interval/recency
CREATE FUNCTION rfm_score({A} {T}, frequency float8, monetary float8, bins integer DEFAULT 5,
	rule text DEFAULT 'quantile')
RETURNS text AS 'MODULE_PATHNAME', '{C}'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION rfm_score({T}, float8, float8, integer, text) IS
'Window function: three digits from 1 to bins by the quantiles of the partition. '
'The latest purchase, or the shortest interval since it, the highest frequency and the highest monetary value '
'score highest.';

-- end
CREATE FUNCTION cuts_add(state held_rows, x float8, bins integer)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cuts_add(held_rows, float8, integer) IS
'The state of cuts_agg with another value.';

CREATE FUNCTION cuts_final(state held_rows)
RETURNS float8[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION cuts_final(held_rows) IS
'Quantiles: final function of cuts_agg.';

CREATE AGGREGATE cuts_agg(x float8, bins integer) (
	SFUNC = cuts_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cuts_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE cuts_agg(float8, integer) IS
'The bins - 1 quantiles of x (those of percentile_cont) that separate the bins. '
'Store them, and score later customers with bin_score.';

CREATE FUNCTION bin_score(x float8, cuts float8[], descending boolean DEFAULT false, rule text DEFAULT 'quantile')
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION bin_score(float8, float8[], boolean, text) IS
'Score of x by stored cuts: 1 plus the number of cuts below x. If descending, the lowest x scores highest. '
'Customers whose values the cuts were made from score as in quantile_score.';

CREATE FUNCTION rfm_segment(r integer, f integer, m integer)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION rfm_segment(integer, integer, integer) IS
'Named segment of RFM scores from 1 to 5, by the rules of the R package rfm, of which the first that fits decides: '
'Champions, Potential Loyalist, Loyal Customers, Promising, New Customers, Can''t Lose Them, At Risk, '
'Need Attention, About To Sleep, Lost, and Others when none fits.';

CREATE FUNCTION rfm_segment(score text)
RETURNS text AS 'MODULE_PATHNAME', 'rfm_segment_of_score'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION rfm_segment(text) IS
'Named segment of an RFM score of three digits from 1 to 5, as rfm_score returns it.';

CREATE FUNCTION rfm_segment(score text, bins integer)
RETURNS text AS 'MODULE_PATHNAME', 'rfm_segment_of_score'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION rfm_segment(text, integer) IS
'Named segment of an RFM score that was made with so many bins, 2 to 9. '
'Scores are brought to the scale of 1 to 5 that the rules are made for: the lowest is 1, the highest 5.';

CREATE FUNCTION rfm_segment(r integer, f integer, m integer, bins integer)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION rfm_segment(integer, integer, integer, integer) IS
'Named segment of RFM scores that were made with so many bins, 2 to 9.';

-- Clusters.
COMMENT ON TYPE kmeans_model IS
'Clusters of customers: centres, sizes and sums of squares, with origin and unit of each column. Text form: '
'v1 kmeans width [iterations,converged,standardised,n,total,origins,units] size,within,centre ...';

-- for A T C in k/integer/kmeans_add centres/float8[]/kmeans_add_centres
CREATE FUNCTION kmeans_add(state held_rows, x float8[], {A} {T})
RETURNS held_rows AS 'MODULE_PATHNAME', '{C}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION kmeans_add(held_rows, float8[], {T}) IS
'The state of kmeans_fit with another row.';

CREATE FUNCTION kmeans_add(state held_rows, x float8[], {A} {T}, standardise boolean)
RETURNS held_rows AS 'MODULE_PATHNAME', '{C}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION kmeans_add(held_rows, float8[], {T}, boolean) IS
'The state of kmeans_fit with another row.';

-- end
CREATE FUNCTION kmeans_add(state held_rows, x float8[], k integer, standardise boolean, seed integer)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION kmeans_add(held_rows, float8[], integer, boolean, integer) IS
'The state of kmeans_fit with another row.';

CREATE FUNCTION kmeans_add(state held_rows, x float8[], k integer, standardise boolean, seed integer,
	restarts integer)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION kmeans_add(held_rows, float8[], integer, boolean, integer, integer) IS
'The state of kmeans_fit with another row.';

CREATE FUNCTION kmeans_final(state held_rows)
RETURNS kmeans_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION kmeans_final(held_rows) IS
'Clusters of the rows: final function of kmeans_fit.';

CREATE AGGREGATE kmeans_fit(x float8[], k integer) (
	SFUNC = kmeans_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = kmeans_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE kmeans_fit(float8[], integer) IS
'k-means clusters of rows of numbers (Lloyd''s algorithm). The first centres are drawn by k-means++ with seed 1. '
'Clusters are numbered in the order of their centres. The order of the rows does not matter.';

CREATE AGGREGATE kmeans_fit(x float8[], k integer, standardise boolean) (
	SFUNC = kmeans_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = kmeans_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE kmeans_fit(float8[], integer, boolean) IS
'k-means clusters of rows of numbers. standardise: each column is divided by its standard deviation first.';

CREATE AGGREGATE kmeans_fit(x float8[], k integer, standardise boolean, seed integer) (
	SFUNC = kmeans_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = kmeans_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE kmeans_fit(float8[], integer, boolean, integer) IS
'k-means clusters of rows of numbers. The first centres are drawn by k-means++ with this seed.';

CREATE AGGREGATE kmeans_fit(x float8[], k integer, standardise boolean, seed integer, restarts integer) (
	SFUNC = kmeans_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = kmeans_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE kmeans_fit(float8[], integer, boolean, integer, integer) IS
'k-means clusters of rows of numbers, the best of so many runs with seeds from seed up: a single run may end in '
'clusters that are not the tightest.';

CREATE AGGREGATE kmeans_fit(x float8[], centres float8[]) (
	SFUNC = kmeans_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = kmeans_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE kmeans_fit(float8[], float8[]) IS
'k-means clusters of rows of numbers, starting from these centres: an array with one row a centre.';

CREATE AGGREGATE kmeans_fit(x float8[], centres float8[], standardise boolean) (
	SFUNC = kmeans_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = kmeans_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE kmeans_fit(float8[], float8[], boolean) IS
'k-means clusters of rows of numbers, starting from these centres, with standardised columns if wanted.';

CREATE FUNCTION kmeans_assign(model kmeans_model, x float8[])
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION kmeans_assign(kmeans_model, float8[]) IS
'Number of the nearest cluster, from 1. NULL when x contains NULL.';

CREATE FUNCTION kmeans_distance(model kmeans_model, x float8[])
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION kmeans_distance(kmeans_model, float8[]) IS
'Euclidean distance from the nearest centre. For a standardised model it is in standard deviations.';

CREATE FUNCTION simplified_silhouette(model kmeans_model, x float8[])
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION simplified_silhouette(kmeans_model, float8[]) IS
'How well x fits its cluster, from 0 to 1: (b - a) / b. a is the distance from the nearest centre, '
'b that from the second nearest. Average it over customers to judge the model. NULL with one cluster.';

CREATE FUNCTION kmeans_centres(model kmeans_model)
RETURNS TABLE (cluster integer, size bigint, within float8, centre float8[]) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5 ROWS 5;
COMMENT ON FUNCTION kmeans_centres(kmeans_model) IS
'The clusters of a model. size: customers. within: sum of squared distances from the centre. '
'centre: in the units of the rows.';

CREATE FUNCTION model_json(model kmeans_model)
RETURNS jsonb AS 'MODULE_PATHNAME', 'kmeans_model_json'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION model_json(kmeans_model) IS
'A model as jsonb: clusters, columns, customers, standardised, iterations, converged, '
'sums of squares within, between and in total, centres.';

CREATE FUNCTION silhouette(x float8[], cluster integer)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION silhouette(float8[], integer) IS
'Window function: silhouette (Rousseeuw 1987), from -1 to 1: (b - a) / max(a, b). a is the mean distance from the '
'rows of the same cluster, b that from the rows of the nearest other cluster. 0 for a row alone in its cluster. '
'The time grows with the square of the number of rows.';

-- migration_summary: who went from which segment to which, a Markov chain.
COMMENT ON TYPE migration_summary IS
'How many customers, or how much weight, went from which segment to which. Text form: v1 "from">"to":weight ...';

CREATE FUNCTION migration_add(summary migration_summary, from_segment text, to_segment text)
RETURNS migration_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION migration_add(migration_summary, text, text) IS
'The summary with another customer.';

CREATE FUNCTION migration_add(summary migration_summary, from_segment text, to_segment text, weight numeric)
RETURNS migration_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION migration_add(migration_summary, text, text, numeric) IS
'The summary with this weight added.';

CREATE FUNCTION migration_add(summary migration_summary, from_segment bigint, to_segment bigint)
RETURNS migration_summary AS 'MODULE_PATHNAME', 'migration_add_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION migration_add(migration_summary, bigint, bigint) IS
'The summary with another customer.';

-- for N T C in text/bigint/migration_add_text_bigint text/real/migration_add_text_real
--	text/float8/migration_add_text_float8 bigint/numeric/migration_add_bigint
--	bigint/bigint/migration_add_bigint_bigint bigint/real/migration_add_bigint_real
--	bigint/float8/migration_add_bigint_float8
CREATE FUNCTION migration_add(summary migration_summary, from_segment {N}, to_segment {N}, weight {T})
RETURNS migration_summary AS 'MODULE_PATHNAME', '{C}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION migration_add(migration_summary, {N}, {N}, {T}) IS
'The summary with this weight added.';

-- end
CREATE FUNCTION migration_merge(a migration_summary, b migration_summary)
RETURNS migration_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION migration_merge(migration_summary, migration_summary) IS
'The customers of both summaries.';

CREATE FUNCTION migration_pack(summary migration_summary)
RETURNS migration_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION migration_pack(migration_summary) IS
'The summary in the form that is stored: final function of migration_agg.';

CREATE AGGREGATE migration_agg(from_segment text, to_segment text) (
	SFUNC = migration_add, STYPE = migration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = migration_merge,
	FINALFUNC = migration_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE migration_agg(text, text) IS
'Summary of how many customers went from which segment to which. Rows with a NULL are ignored.';

CREATE AGGREGATE migration_agg(from_segment text, to_segment text, weight numeric) (
	SFUNC = migration_add, STYPE = migration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = migration_merge,
	FINALFUNC = migration_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE migration_agg(text, text, numeric) IS
'Summary of how much weight (customers, revenue) went from which segment to which, exact. '
'Rows with a NULL are ignored.';

CREATE AGGREGATE migration_agg(from_segment bigint, to_segment bigint) (
	SFUNC = migration_add, STYPE = migration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = migration_merge,
	FINALFUNC = migration_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE migration_agg(bigint, bigint) IS
'Summary of how many customers went from which score or cluster to which. A segment has its digits as name.';

-- for N T in text/bigint text/real text/float8 bigint/numeric bigint/bigint bigint/real bigint/float8
CREATE AGGREGATE migration_agg(from_segment {N}, to_segment {N}, weight {T}) (
	SFUNC = migration_add, STYPE = migration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = migration_merge,
	FINALFUNC = migration_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE migration_agg({N}, {N}, {T}) IS
'Summary of how much weight (customers, revenue) went from which segment to which, exact. '
'A real or float8 weight is read as its shortest decimal.';

-- end
CREATE AGGREGATE rollup(summary migration_summary) (
	SFUNC = migration_merge, STYPE = migration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = migration_merge,
	FINALFUNC = migration_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(migration_summary) IS
'The customers of all summaries, as if they had been counted at once.';

CREATE FUNCTION migration_matrix(summary migration_summary)
RETURNS TABLE (from_segment text, to_segment text, n numeric, p float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 25;
COMMENT ON FUNCTION migration_matrix(migration_summary) IS
'Every pair of segments. n: how many went. p: n as a fraction of all who were in from_segment. '
'A segment that nobody was seen to leave keeps its customers: p of staying is 1.';

CREATE FUNCTION migration_stationary(summary migration_summary)
RETURNS TABLE (segment text, share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 5;
COMMENT ON FUNCTION migration_stationary(migration_summary) IS
'Share of each segment in the long run, a fraction. NULL when it depends on where customers start.';

CREATE FUNCTION migration_project(summary migration_summary, segments text[], counts float8[], periods integer)
RETURNS TABLE (period integer, segment text, n float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 100;
COMMENT ON FUNCTION migration_project(migration_summary, text[], float8[], integer) IS
'Expected number of customers in each segment after 0, 1, ... periods. '
'counts: how many customers are in segments now. No rows of an empty summary.';

CREATE FUNCTION migration_absorption(summary migration_summary)
RETURNS TABLE (segment text, periods float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 5;
COMMENT ON FUNCTION migration_absorption(migration_summary) IS
'Expected number of periods until customers of a segment enter one that is never left. NULL when that is not certain.';

CREATE FUNCTION markov_clv(summary migration_summary, segments text[], margins float8[], discount float8,
	first text DEFAULT 'next')
RETURNS TABLE (segment text, clv float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 5;
COMMENT ON FUNCTION markov_clv(migration_summary, text[], float8[], float8, text) IS
'Lifetime value of a customer who is in the segment now (Pfeifer and Carraway 2000), in the currency of margins. '
'In each period they bring the margin of the segment that they are in. Margins of segments that nobody was in do not '
'matter: one list serves all groups. discount: rate per period, a fraction. '
'first: the first margin comes one period ahead (next) or at once (now).';

CREATE FUNCTION mobility(summary migration_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION mobility(migration_summary) IS
'Shorrocks index (1978): (segments - sum of the shares that stay) / (segments - 1). '
'0 when all customers stay, 1 when the next segment does not depend on the last. NULL with fewer than two segments.';

-- One score from several indicators.
CREATE FUNCTION minmax_score(x float8, descending boolean DEFAULT false)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION minmax_score(float8, boolean) IS
'Window function: x on a scale from 0 (lowest of the partition) to 1 (highest). If descending, from 1 to 0. '
'NULL when all values are equal.';

CREATE FUNCTION zscore(x float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;
COMMENT ON FUNCTION zscore(float8) IS
'Window function: distance of x from the mean of the partition, in sample standard deviations. '
'NULL when all values are equal.';

CREATE FUNCTION ahp_weights(pairwise float8[])
RETURNS float8[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION ahp_weights(float8[]) IS
'Weights of indicators by the analytic hierarchy process (Saaty 1980). They add up to 1. '
'pairwise[i][j]: how many times as important indicator i is as indicator j.';

CREATE FUNCTION ahp_consistency(pairwise float8[])
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION ahp_consistency(float8[]) IS
'Consistency ratio of an AHP matrix (Saaty 1980): 0 without contradictions. Up to 0.1 is usually accepted.';

CREATE FUNCTION entropy_add(state held_rows, x float8[])
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION entropy_add(held_rows, float8[]) IS
'The state of entropy_weights with another row.';

CREATE FUNCTION entropy_merge(a held_rows, b held_rows)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION entropy_merge(held_rows, held_rows) IS
'The rows of both states of entropy_weights.';

CREATE FUNCTION entropy_final(state held_rows)
RETURNS float8[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION entropy_final(held_rows) IS
'Entropy weights: final function of entropy_weights.';

CREATE AGGREGATE entropy_weights(x float8[]) (
	SFUNC = entropy_add, STYPE = held_rows, SSPACE = 256, INITCOND = 'v1',
	COMBINEFUNC = entropy_merge,
	FINALFUNC = entropy_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE entropy_weights(float8[]) IS
'Weights of indicators by the entropy method (Shannon 1948). They add up to 1. '
'An indicator weighs more the more it differs between customers. '
'x: the indicators of a customer, each 0 or more. NULL when no indicator differs.';

CREATE FUNCTION topsis(x float8[], weights float8[], benefit boolean[])
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 100;
COMMENT ON FUNCTION topsis(float8[], float8[], boolean[]) IS
'Window function: closeness to the ideal, from 0 to 1 (Hwang and Yoon 1981): d / (d + e). '
'd is the distance from the worst value of every weighted indicator, e that from the best. '
'benefit: whether a higher value of the indicator is better. NULL when all rows are equal.';

-- moments_summary: how indicators lie, so that workers, shards and later customers are brought to their scale.
COMMENT ON TYPE moments_summary IS
'How indicators lie: number of customers, and of each indicator its sum, the squares around its mean, its lowest and '
'highest number. 56 bytes an indicator. Text form: v1 moments width [customers] ... with seven rows.';

CREATE FUNCTION moments_add(summary moments_summary, x float8)
RETURNS moments_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION moments_add(moments_summary, float8) IS
'The summary with another customer.';

CREATE FUNCTION moments_add(summary moments_summary, x float8[])
RETURNS moments_summary AS 'MODULE_PATHNAME', 'moments_add_array'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION moments_add(moments_summary, float8[]) IS
'The summary with another customer, who has several indicators.';

CREATE FUNCTION moments_merge(a moments_summary, b moments_summary)
RETURNS moments_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION moments_merge(moments_summary, moments_summary) IS
'The customers of both summaries.';

CREATE AGGREGATE moments_agg(x float8) (
	SFUNC = moments_add, STYPE = moments_summary, SSPACE = 128, INITCOND = 'v1',
	COMBINEFUNC = moments_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE moments_agg(float8) IS
'Summary of how an indicator lies. Store it, and score every customer, also later ones, with zscore and minmax_score. '
'NULL values are ignored.';

CREATE AGGREGATE moments_agg(x float8[]) (
	SFUNC = moments_add, STYPE = moments_summary, SSPACE = 256, INITCOND = 'v1',
	COMBINEFUNC = moments_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE moments_agg(float8[]) IS
'Summary of how several indicators lie. Store it, and score every customer with topsis. '
'Rows with a NULL are ignored.';

CREATE AGGREGATE rollup(summary moments_summary) (
	SFUNC = moments_merge, STYPE = moments_summary, SSPACE = 256, INITCOND = 'v1',
	COMBINEFUNC = moments_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(moments_summary) IS
'The customers of all summaries, as if they had been collected at once.';

CREATE FUNCTION moments(summary moments_summary)
RETURNS TABLE (indicator integer, n bigint, mean float8, deviation float8, lowest float8, highest float8)
AS 'MODULE_PATHNAME', 'moments_table'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5 ROWS 5;
COMMENT ON FUNCTION moments(moments_summary) IS
'The indicators of a summary. n: customers. deviation: standard deviation of the sample, NULL of one customer.';

CREATE FUNCTION zscore(summary moments_summary, x float8)
RETURNS float8 AS 'MODULE_PATHNAME', 'zscore_stored'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION zscore(moments_summary, float8) IS
'Distance of x from the mean of the customers in the summary, in sample standard deviations. '
'For these customers it is what the window function gives. NULL when all their values are equal.';

CREATE FUNCTION minmax_score(summary moments_summary, x float8, descending boolean)
RETURNS float8 AS 'MODULE_PATHNAME', 'minmax_score_stored'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION minmax_score(moments_summary, float8, boolean) IS
'x on a scale from 0 (lowest of the customers in the summary) to 1 (highest). If descending, from 1 to 0. '
'Later customers may lie outside. NULL when all values in the summary are equal.';

CREATE FUNCTION topsis(summary moments_summary, x float8[], weights float8[], benefit boolean[])
RETURNS float8 AS 'MODULE_PATHNAME', 'topsis_stored'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION topsis(moments_summary, float8[], float8[], boolean[]) IS
'Closeness of x to the ideal, from 0 to 1, with the best and worst values of the customers in the summary. '
'For these customers it is what the window function gives. NULL when all rows of the summary are equal.';
