-- Scores, segments and migrations on the types that people have.

-- Recency is a number or an interval, or the last purchase is a date or an instant: the same scores.
CREATE TABLE buyer AS SELECT i, date '2024-12-31' - (i * 37 % 300) AS last_day, i * 7 % 23 AS n,
	(i * 31 % 101)::numeric AS spent
FROM generate_series(1, 60) AS i;
SELECT count(*) AS buyers, count(*) FILTER (WHERE days <> day) AS by_date,
	count(*) FILTER (WHERE days <> at) AS by_timestamp, count(*) FILTER (WHERE days <> at_zone) AS by_timestamptz,
	count(*) FILTER (WHERE days <> span) AS by_interval
FROM (SELECT rfm_score(date '2024-12-31' - last_day, n, spent) OVER () AS days,
		rfm_score(last_day, n, spent) OVER () AS day,
	rfm_score(last_day::timestamp, n, spent) OVER () AS at,
		rfm_score(last_day::timestamptz, n, spent) OVER () AS at_zone,
	rfm_score((date '2024-12-31' - last_day) * interval '1 day', n, spent) OVER () AS span FROM buyer) AS s;
SELECT rfm_score('infinity'::date, 1, 1) OVER ();
SELECT rfm_score('-infinity'::timestamp, 1, 1) OVER ();
SELECT rfm_score(NULL::date, 1, 1) OVER () AS no_purchase, rfm_score(date '2024-01-01', 1, 1, 3) OVER () AS three_bins;
-- A month is thirty days, as where PostgreSQL orders intervals.
SELECT string_agg(rfm_score, ' ' ORDER BY i) AS scores
FROM (SELECT i, rfm_score(x, 1, 1, 3) OVER ()
	FROM (VALUES (1, interval '29 days'), (2, '1 month'), (3, '31 days')) AS v(i, x)) AS s;
-- Other numbers of bins than five.
SELECT rfm_segment('333', 3) AS best, rfm_segment('111', 3) AS worst, rfm_segment('333') AS of_five,
	rfm_segment(9, 9, 9, 9) AS of_nine, rfm_segment('222', 2) AS of_two,
	bool_and(rfm_segment(r, f, m) = rfm_segment(r, f, m, 5)
			AND rfm_segment(r, f, m) = rfm_segment(format('%s%s%s', r, f, m), 5)) AS five_is_five
FROM generate_series(1, 5) AS r, generate_series(1, 5) AS f, generate_series(1, 5) AS m;
SELECT rfm_segment('334', 3);
SELECT rfm_segment(1, 1, 6);
SELECT rfm_segment('11', 3);
SELECT rfm_segment('111', 1);

-- Ties at the top: 85 of 100 have the best value.
CREATE TABLE score AS SELECT CASE WHEN i <= 85 THEN 5 ELSE i % 4 + 1 END AS x FROM generate_series(1, 100) AS i;
SELECT x, count(*), min(plain) AS quantile, min(high) AS high,
	bool_and(high = bin_score(x, cuts, rule => 'high')) AS by_cuts
FROM (SELECT x, quantile_score(x, 5) OVER () AS plain, quantile_score(x, 5, rule => 'high') OVER () AS high
	FROM score) AS s, (SELECT cuts_agg(x, 5) AS cuts FROM score) AS c
GROUP BY x ORDER BY x;
SELECT quantile_score(x, 5, rule => 'highest') OVER () FROM score;

-- Segments that are scores or clusters, and weights of every type.
SELECT count(DISTINCT m) AS same FROM (
	SELECT migration_agg(i % 3, i % 2, 0.1) AS m
	FROM generate_series(1, 30) AS i
	UNION ALL SELECT migration_agg(i % 3, i % 2, 0.1::real)
	FROM generate_series(1, 30) AS i
	UNION ALL SELECT migration_agg(i % 3, i % 2, 0.1::float8)
	FROM generate_series(1, 30) AS i
	UNION ALL SELECT migration_agg((i % 3)::text, (i % 2)::text, 0.1)
	FROM generate_series(1, 30) AS i
	UNION ALL SELECT migration_agg((i % 3)::text, (i % 2)::text, 0.1::real) FROM generate_series(1, 30) AS i
	UNION ALL SELECT migration_agg((i % 3)::smallint, (i % 2)::bigint, '0.1') FROM generate_series(1, 30) AS i) AS t;
SELECT migration_agg(i % 3, i % 2) = migration_agg(i % 3, i % 2, 1) AS one_each,
	migration_agg(i % 3, i % 2, 9007199254740993) AS exact
FROM generate_series(1, 3) AS i;
SELECT migration_agg(1, 2, -0.5::real);
SELECT migration_agg(1, 2, 'NaN'::float8);
SELECT count(DISTINCT n) AS same FROM (
	SELECT abc_network_agg(i, i + 1, 0.1) AS n
	FROM generate_series(1, 9) AS i
	UNION ALL SELECT abc_network_agg(i, i + 1, 0.1::real)
	FROM generate_series(1, 9) AS i
	UNION ALL SELECT abc_network_agg(i, i + 1, 0.1::float8)
	FROM generate_series(1, 9) AS i
	UNION ALL SELECT abc_network_agg(i::text, (i + 1)::text, 0.1::real)
	FROM generate_series(1, 9) AS i) AS t;
SELECT abc_network_agg(i, i + 1, 9007199254740993) AS exact, abc_network_agg('a', 'b', 9007199254740993) AS named
FROM generate_series(1, 1) AS i;
SELECT abc_network_agg(NULL::bigint, 2, 1);

-- The best of several runs is never worse than the first, whatever the order of rows.
SELECT restarts, within <= lag(within) OVER (ORDER BY restarts) AS no_worse, same FROM (
	SELECT r AS restarts, (model_json(kmeans_fit(x, 7, false, 1, r)) ->> 'within')::float8 AS within,
		kmeans_fit(x, 7, false, 1, r) = kmeans_fit(x, 7, false, 1, r ORDER BY x DESC) AS same
	FROM (SELECT ARRAY[i * 7919 % 100]::float8[] AS x FROM generate_series(1, 300) AS i) AS d,
		unnest('{1,2,5,20}'::integer[]) AS r GROUP BY r) AS t ORDER BY restarts;
SELECT kmeans_fit(ARRAY[i]::float8[], 2, false, 3, 1) = kmeans_fit(ARRAY[i]::float8[], 2, false, 3) AS one_run
FROM generate_series(1, 20) AS i;
SELECT kmeans_fit(ARRAY[1]::float8[], 2, false, 3, 0);

-- A column that is constant but for rounding counts for nothing, in a model of version 1.1.0, too.
SELECT size
FROM (SELECT kmeans_fit(ARRAY[x, (0.1::float8 * x) / x], 2, true) AS m
	FROM unnest('{1,2,3,4,5,6,7,8,9,10}'::float8[]) AS x) AS t, kmeans_centres(m);
SELECT zscore(x) OVER (), minmax_score(x) OVER () FROM (VALUES (0.3::float8), (0.1::float8 + 0.2), (0.3)) AS t(x);
SELECT kmeans_distance(m, '{5,0.11}')::numeric(8,6) AS distance, kmeans_assign(m, '{2,0.11}'),
	kmeans_assign(m, '{106,0.11}')
FROM (
	SELECT kmeans_fit(ARRAY[(i % 2) * 100.0::float8 + (i * 7919 % 1000) / 100.0::float8, (0.1::float8 * i) / i], 2,
			true) AS m
	FROM generate_series(1, 1000) AS i) AS q;
SELECT kmeans_distance(m, '{1,0.5}')
FROM (SELECT 'v1 kmeans 4 [1,1,1,4,6,2.5,0.1,1.29,1.6e-17] 2,0.5,1.5,0.1 2,0.5,3.5,0.1'::kmeans_model AS m) AS t;
-- Whole numbers are exact, however large.
SELECT zscore(x) OVER (ORDER BY x)::numeric(6,3), minmax_score(x) OVER (ORDER BY x)
FROM (VALUES (1e15::float8), (1e15 + 1), (1e15 + 2)) AS t(x);
DROP TABLE buyer, score;
