-- segment: who is like whom

CREATE FUNCTION quadrant(x float8, y float8, x_cut float8 DEFAULT 0, y_cut float8 DEFAULT 0,
	labels text[] DEFAULT '{focus,develop,maintain,harvest}')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION quadrant(float8, float8, float8, float8, text[]) IS
'field of a two by two matrix: labels[1] when x and y are high, [2] when only y is, [3] when neither is, [4] when only x is; a value at its cut is high';

CREATE FUNCTION quadrant_by_rank(x float8, y float8, share float8 DEFAULT 0.5, labels text[] DEFAULT '{focus,develop,maintain,harvest}')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION quadrant_by_rank(float8, float8, float8, text[]) IS
'window function: quadrant with the top share of the partition''s rows high on each axis, equal values together';

-- Scores by quantiles; equal values score the same.
CREATE FUNCTION quantile_score(x float8, bins integer DEFAULT 5, descending boolean DEFAULT false, rule text DEFAULT 'quantile')
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION quantile_score(float8, integer, boolean, text) IS
'window function: 1 to bins by the quantiles of the partition (as percentile_cont), the highest for the highest x or, descending, for the lowest; rule rfm is that of the R package rfm';

CREATE FUNCTION rfm_score(recency float8, frequency float8, monetary float8, bins integer DEFAULT 5, rule text DEFAULT 'quantile')
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION rfm_score(float8, float8, float8, integer, text) IS
'window function: three digits from 1 to bins by the quantiles of the partition, highest for the shortest recency (time since the last purchase), the highest frequency and the highest monetary value';

CREATE FUNCTION cuts_add(state held_rows, x float8, bins integer)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION cuts_add(held_rows, float8, integer) IS
'the state of cuts_agg with one more value';

CREATE FUNCTION cuts_final(state held_rows)
RETURNS float8[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;

COMMENT ON FUNCTION cuts_final(held_rows) IS
'quantile cuts: final function of cuts_agg';

CREATE AGGREGATE cuts_agg(x float8, bins integer) (
	SFUNC = cuts_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = cuts_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE cuts_agg(float8, integer) IS
'the bins - 1 quantiles (as percentile_cont) that cut x into bins, to score later customers with bin_score; 8 bytes a value';

CREATE FUNCTION bin_score(x float8, cuts float8[], descending boolean DEFAULT false, rule text DEFAULT 'quantile')
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION bin_score(float8, float8[], boolean, text) IS
'score of x against frozen cuts: 1 and the number of cuts below x, or, descending, the other way round; as quantile_score for the values that the cuts are of';

CREATE FUNCTION rfm_segment(r integer, f integer, m integer)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION rfm_segment(integer, integer, integer) IS
'named segment of RFM scores from 1 to 5 (Champions, Potential Loyalist, Loyal Customers, Promising, New Customers, Can''t Lose Them, At Risk, Need Attention, About To Sleep, Lost; else Others): the first rule that fits, as in the R package rfm';

CREATE FUNCTION rfm_segment(score text)
RETURNS text AS 'MODULE_PATHNAME', 'rfm_segment_of_score'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION rfm_segment(text) IS
'named segment of an RFM score of three digits from 1 to 5, as rfm_score gives it';

-- Clusters.
COMMENT ON TYPE kmeans_model IS
'clusters of customers: centres, sizes and sums of squares, with the scale of the columns; text form "v1 kmeans width [iterations,converged,standardised,n,total,origins,units] size,within,centre ..."';

CREATE FUNCTION kmeans_add(state held_rows, x float8[], k integer)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION kmeans_add(held_rows, float8[], integer) IS
'the state of kmeans_fit with one more row';

CREATE FUNCTION kmeans_add(state held_rows, x float8[], k integer, standardise boolean)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION kmeans_add(held_rows, float8[], integer, boolean) IS
'the state of kmeans_fit with one more row';

CREATE FUNCTION kmeans_add(state held_rows, x float8[], k integer, standardise boolean, seed integer)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION kmeans_add(held_rows, float8[], integer, boolean, integer) IS
'the state of kmeans_fit with one more row';

CREATE FUNCTION kmeans_add(state held_rows, x float8[], centres float8[])
RETURNS held_rows AS 'MODULE_PATHNAME', 'kmeans_add_centres'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION kmeans_add(held_rows, float8[], float8[]) IS
'the state of kmeans_fit with one more row';

CREATE FUNCTION kmeans_add(state held_rows, x float8[], centres float8[], standardise boolean)
RETURNS held_rows AS 'MODULE_PATHNAME', 'kmeans_add_centres'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION kmeans_add(held_rows, float8[], float8[], boolean) IS
'the state of kmeans_fit with one more row';

CREATE FUNCTION kmeans_final(state held_rows)
RETURNS kmeans_model AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100000;

COMMENT ON FUNCTION kmeans_final(held_rows) IS
'clusters of the rows: final function of kmeans_fit';

CREATE AGGREGATE kmeans_fit(x float8[], k integer) (
	SFUNC = kmeans_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = kmeans_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE kmeans_fit(float8[], integer) IS
'k-means clusters of rows of numbers (Lloyd); first centres drawn by k-means++ with seed 1, clusters in the order of their centres';

CREATE AGGREGATE kmeans_fit(x float8[], k integer, standardise boolean) (
	SFUNC = kmeans_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = kmeans_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE kmeans_fit(float8[], integer, boolean) IS
'k-means clusters of rows of numbers (Lloyd); each column in its standard deviations when standardise; first centres drawn by k-means++ with seed 1';

CREATE AGGREGATE kmeans_fit(x float8[], k integer, standardise boolean, seed integer) (
	SFUNC = kmeans_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = kmeans_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE kmeans_fit(float8[], integer, boolean, integer) IS
'k-means clusters of rows of numbers (Lloyd); first centres drawn by k-means++ with this seed';

CREATE AGGREGATE kmeans_fit(x float8[], centres float8[]) (
	SFUNC = kmeans_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = kmeans_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE kmeans_fit(float8[], float8[]) IS
'k-means clusters of rows of numbers (Lloyd); from these first centres, an array of rows';

CREATE AGGREGATE kmeans_fit(x float8[], centres float8[], standardise boolean) (
	SFUNC = kmeans_add, STYPE = held_rows, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = held_rows_merge,
	FINALFUNC = kmeans_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE kmeans_fit(float8[], float8[], boolean) IS
'k-means clusters of rows of numbers (Lloyd); from these first centres, each column in its standard deviations when standardise';

CREATE FUNCTION kmeans_assign(model kmeans_model, x float8[])
RETURNS integer AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION kmeans_assign(kmeans_model, float8[]) IS
'number of the nearest cluster, from 1';

CREATE FUNCTION kmeans_distance(model kmeans_model, x float8[])
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION kmeans_distance(kmeans_model, float8[]) IS
'distance from the nearest centre, in standard deviations for a standardised model';

CREATE FUNCTION simplified_silhouette(model kmeans_model, x float8[])
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION simplified_silhouette(kmeans_model, float8[]) IS
'how well x fits its cluster: (b - a) / b with the distances a from the nearest centre and b from the next one; average it over customers; NULL with one cluster';

CREATE FUNCTION kmeans_centres(model kmeans_model)
RETURNS TABLE (cluster integer, size bigint, within float8, centre float8[]) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5 ROWS 5;

COMMENT ON FUNCTION kmeans_centres(kmeans_model) IS
'clusters of a model: customers, sum of squared distances from the centre, and the centre';

CREATE FUNCTION model_json(model kmeans_model)
RETURNS jsonb AS 'MODULE_PATHNAME', 'kmeans_model_json'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION model_json(kmeans_model) IS
'clusters, columns, customers, standardised, iterations, converged, sums of squares within, between and in total, and centres';

CREATE FUNCTION silhouette(x float8[], cluster integer)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 1000;

COMMENT ON FUNCTION silhouette(float8[], integer) IS
'window function: (b - a) / max(a, b) with the mean distances a from the own cluster and b from the nearest other (Rousseeuw 1987), 0 for one alone; takes time with the square of the rows';

-- migration_summary: who went from which segment to which, a Markov chain.
COMMENT ON TYPE migration_summary IS
'how many customers (or how much weight) went from which segment to which; text form ''v1 "from">"to":weight ...''';

CREATE FUNCTION migration_add(summary migration_summary, from_segment text, to_segment text)
RETURNS migration_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION migration_add(migration_summary, text, text) IS
'the summary with one more customer';

CREATE FUNCTION migration_add(summary migration_summary, from_segment text, to_segment text, weight numeric)
RETURNS migration_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION migration_add(migration_summary, text, text, numeric) IS
'the summary with this weight more';

CREATE FUNCTION migration_merge(a migration_summary, b migration_summary)
RETURNS migration_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION migration_merge(migration_summary, migration_summary) IS
'the customers of both summaries';

CREATE FUNCTION migration_pack(summary migration_summary)
RETURNS migration_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION migration_pack(migration_summary) IS
'the summary in the form in which it is stored';

CREATE AGGREGATE migration_agg(from_segment text, to_segment text) (
	SFUNC = migration_add, STYPE = migration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = migration_merge,
	FINALFUNC = migration_pack,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE migration_agg(text, text) IS
'how many customers went from which segment to which; rows with a NULL are ignored';

CREATE AGGREGATE migration_agg(from_segment text, to_segment text, weight numeric) (
	SFUNC = migration_add, STYPE = migration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = migration_merge,
	FINALFUNC = migration_pack,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE migration_agg(text, text, numeric) IS
'how much weight (customers, revenue) went from which segment to which, exact; rows with a NULL are ignored';

CREATE AGGREGATE rollup(summary migration_summary) (
	SFUNC = migration_merge, STYPE = migration_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = migration_merge,
	FINALFUNC = migration_pack,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE rollup(migration_summary) IS
'the customers of all summaries, as if counted at once';

CREATE FUNCTION migration_matrix(summary migration_summary)
RETURNS TABLE (from_segment text, to_segment text, n numeric, p float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 25;

COMMENT ON FUNCTION migration_matrix(migration_summary) IS
'every pair of segments: how many went, and the share of those who were in from_segment; p is 1 for staying where nobody was seen to leave';

CREATE FUNCTION migration_stationary(summary migration_summary)
RETURNS TABLE (segment text, share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 5;

COMMENT ON FUNCTION migration_stationary(migration_summary) IS
'shares of the segments in the long run; NULL when they depend on the start';

CREATE FUNCTION migration_project(summary migration_summary, segments text[], counts float8[], periods integer)
RETURNS TABLE (period integer, segment text, n float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 100;

COMMENT ON FUNCTION migration_project(migration_summary, text[], float8[], integer) IS
'expected customers of each segment after 0 to periods periods, from counts customers in segments now';

CREATE FUNCTION migration_absorption(summary migration_summary)
RETURNS TABLE (segment text, periods float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 5;

COMMENT ON FUNCTION migration_absorption(migration_summary) IS
'expected periods until customers of a segment are in one that is never left; NULL when that is not certain';

CREATE FUNCTION markov_clv(summary migration_summary, segments text[], margins float8[], discount float8, first text DEFAULT 'next')
RETURNS TABLE (segment text, clv float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 5;

COMMENT ON FUNCTION markov_clv(migration_summary, text[], float8[], float8, text) IS
'present value without end of a customer who is in the segment now and earns each period the margin of the segment that he is in (Pfeifer and Carraway 2000); first margin one period ahead (next) or at once (now)';

CREATE FUNCTION mobility(summary migration_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION mobility(migration_summary) IS
'Shorrocks index: segments less the sum of shares that stay, over segments less 1; 0 when all stay; NULL below two segments';

-- One score from several indicators.
CREATE FUNCTION minmax_score(x float8, descending boolean DEFAULT false)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION minmax_score(float8, boolean) IS
'window function: 0 for the lowest x of the partition, 1 for the highest, or, descending, the other way round; NULL when all are equal';

CREATE FUNCTION zscore(x float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 10;

COMMENT ON FUNCTION zscore(float8) IS
'window function: distance of x from the mean of the partition in standard deviations of the sample; NULL when all are equal';

CREATE FUNCTION ahp_weights(pairwise float8[])
RETURNS float8[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION ahp_weights(float8[]) IS
'analytic hierarchy process (Saaty 1980): weights from a square matrix that says how many times as important one indicator is as another; they add up to 1';

CREATE FUNCTION ahp_consistency(pairwise float8[])
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;

COMMENT ON FUNCTION ahp_consistency(float8[]) IS
'consistency ratio of an AHP matrix: 0 without contradiction, up to 0.1 is usually accepted';

CREATE FUNCTION entropy_add(state held_rows, x float8[])
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION entropy_add(held_rows, float8[]) IS
'the state of entropy_weights with one more row';

CREATE FUNCTION entropy_merge(a held_rows, b held_rows)
RETURNS held_rows AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION entropy_merge(held_rows, held_rows) IS
'the rows of both states of entropy_weights';

CREATE FUNCTION entropy_final(state held_rows)
RETURNS float8[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION entropy_final(held_rows) IS
'entropy weights: final function of entropy_weights';

CREATE AGGREGATE entropy_weights(x float8[]) (
	SFUNC = entropy_add, STYPE = held_rows, SSPACE = 256, INITCOND = 'v1',
	COMBINEFUNC = entropy_merge,
	FINALFUNC = entropy_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE entropy_weights(float8[]) IS
'weights of indicators (arrays of numbers from 0 up) by how much they differ between customers: divergence of a column from equal shares over that of all columns; NULL when no column differs';

CREATE FUNCTION topsis(x float8[], weights float8[], benefit boolean[])
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C WINDOW IMMUTABLE PARALLEL SAFE COST 100;

COMMENT ON FUNCTION topsis(float8[], float8[], boolean[]) IS
'window function: closeness to the ideal, 0 to 1 (Hwang and Yoon 1981): distance from the worst value of every weighed indicator over the sum of that and the distance from the best; benefit says where more is better; NULL when all rows are equal';
