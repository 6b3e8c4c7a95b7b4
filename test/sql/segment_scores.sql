-- quantile_score, rfm_score, cuts_agg, bin_score, rfm_segment, quadrant_by_rank.

-- S13: ntile splits equal values, quantiles do not.
SELECT v, ntile(5) OVER (ORDER BY v) AS ntile, quantile_score(v) OVER () AS score,
	quantile_score(v, 5, true) OVER () AS descending, quantile_score(v, rule => 'rfm') OVER () AS rfm
FROM unnest('{1,1,1,1,1,1,2,2,3,9}'::integer[]) AS v ORDER BY v;
SELECT cuts_agg(v, 5) AS cuts, cuts_agg(v, 1) AS none, cuts_agg(v, 2) AS median, cuts_agg(NULL, 5) AS nothing
FROM unnest('{1,1,1,1,1,1,2,2,3,9}'::integer[]) AS v;

-- S11: twelve customers by the rule of the R package rfm, and by plain quantiles, the default.
CREATE TABLE orders (customer text, ordered date, amount numeric);
INSERT INTO orders VALUES
	('C01', '2024-02-18', 234.19), ('C02', '2024-10-24', 108.81), ('C02', '2024-09-15', 54.19),
		('C03', '2024-06-01', 52.53), ('C03', '2024-03-14', 135.98),
	('C03', '2024-12-30', 273.62), ('C04', '2024-01-20', 20.09), ('C05', '2024-10-29', 99.26),
		('C05', '2024-12-18', 374.55), ('C05', '2024-01-24', 371.75),
	('C05', '2024-08-15', 298.96), ('C06', '2024-10-25', 146.57), ('C06', '2024-03-29', 215.72),
		('C07', '2024-10-09', 302.71), ('C07', '2024-11-09', 255.28),
	('C07', '2024-11-16', 257.97), ('C07', '2024-12-20', 102.52), ('C07', '2024-10-18', 102.30),
		('C08', '2024-11-22', 167.80), ('C09', '2024-10-23', 378.13),
	('C09', '2024-04-18', 385.79), ('C09', '2024-06-06', 301.15), ('C10', '2024-04-19', 298.63),
		('C10', '2024-12-07', 223.59), ('C10', '2024-01-05', 20.86),
	('C10', '2024-05-15', 251.40), ('C10', '2024-07-30', 337.98), ('C10', '2024-05-07', 305.58),
		('C11', '2024-05-25', 192.04), ('C11', '2024-05-01', 223.60),
	('C12', '2024-06-13', 224.20);
CREATE VIEW customer AS
SELECT customer, date '2024-12-31' - max(ordered) AS recency, count(*) AS orders, sum(amount) AS amount
FROM orders GROUP BY customer;
SELECT customer, recency, orders, amount, rfm_score(recency, orders, amount, rule => 'rfm') OVER () AS rfm,
	rfm_score(recency, orders, amount) OVER () AS quantile,
	rfm_segment(rfm_score(recency, orders, amount) OVER ()) AS segment
FROM customer ORDER BY customer;
SELECT cuts_agg(recency, 5) AS recency, cuts_agg(orders, 5) AS orders, cuts_agg(amount, 5) AS amount FROM customer;
-- Revenue per customer and order, repeat rate, median.
SELECT round(sum(amount) / count(*), 4) AS per_customer, round(sum(amount) / sum(orders), 10) AS per_order,
	round(avg((orders > 1)::integer), 10) AS repeat_rate,
	cuts_agg(amount, 2) AS median, round(gini(amount)::numeric, 12) AS gini FROM customer;
-- Frozen cuts score the same customers the same, and later ones.
SELECT count(*) AS differs FROM (
	SELECT rfm_score(recency, orders, amount, 4, rule) OVER (PARTITION BY rule) AS score,
		bin_score(recency, r, true, rule) || bin_score(orders, f, rule => rule)::text || bin_score(amount, m, false,
				rule) AS frozen
	FROM customer, (SELECT cuts_agg(recency, 4) AS r, cuts_agg(orders, 4) AS f, cuts_agg(amount, 4) AS m
		FROM customer) AS c, unnest('{quantile,rfm}'::text[]) AS rule) AS s
WHERE score <> frozen;
SELECT bin_score(5, '{1,5,9}') AS at_cut, bin_score(5.01, '{1,5,9}') AS above, bin_score(100, '{1,5,9}') AS last,
	bin_score(-100, '{1,5,9}', true) AS descending, bin_score(7, '{}') AS no_cuts,
	bin_score(6, '{1,5,5,5}', rule => 'rfm') AS rfm;

-- All segments, in order, and what is left.
SELECT r, string_agg(rfm_segment(r, f, m), ', ' ORDER BY f, m)
FROM generate_series(1, 5) AS r, (VALUES (1, 1), (3, 3), (5, 5), (2, 4), (5, 1)) AS t(f, m)
GROUP BY r ORDER BY r;
SELECT rfm_segment(r, f, m) AS segment, count(*)
FROM generate_series(1, 5) AS r, generate_series(1, 5) AS f, generate_series(1, 5) AS m GROUP BY 1
ORDER BY 1;
SELECT count(*) AS differs
FROM generate_series(1, 5) AS r, generate_series(1, 5) AS f, generate_series(1, 5) AS m
WHERE rfm_segment(r, f, m) <> rfm_segment(r || f::text || m);

-- S15: the top half of each axis; equal values together; odd numbers have their middle one high.
SELECT quadrant_by_rank(value, ability, labels => '{focus,develop,maintain,value only}') OVER () AS field, id
FROM (VALUES (1, 120, 3), (2, 80, 8), (3, 200, 9), (4, 15, 2), (5, 60, 7), (6, 150, 4), (7, 40, 6), (8, 95, 1)) AS t(id,
		value, ability)
ORDER BY 1, 2;
SELECT n, share, count(*) FILTER (WHERE field = 'focus') AS high
FROM generate_series(3, 5) AS n, (VALUES (0), (0.2), (0.5), (1)) AS s(share),
	LATERAL (SELECT quadrant_by_rank(i, i, share) OVER () AS field FROM generate_series(1, n) AS i) AS l
GROUP BY n, share ORDER BY n, share;
SELECT string_agg(field, ' ') AS ties
FROM (SELECT quadrant_by_rank(x, 1) OVER () AS field FROM unnest('{1,2,2,2,3}'::float8[]) AS x) AS s;
SELECT x, y, quadrant_by_rank(x, y) OVER () AS field
FROM (VALUES (1, 1), (2, NULL), (NULL, 5), (3, 3)) AS t(x, y) ORDER BY x, y;

-- Tied values, NULLs, one customer, all equal.
SELECT x, quantile_score(x, 4) OVER () AS score, rfm_score(x, 1, x, 3) OVER () AS rfm
FROM unnest('{1,NULL,2,2,3,NULL,4}'::float8[]) AS x ORDER BY x;
SELECT quantile_score(7) OVER () AS one, quantile_score(7, 5, true) OVER () AS descending,
	rfm_score(1, 2, 3) OVER () AS rfm, quantile_score(NULL) OVER () AS none, quantile_score(5, NULL) OVER () AS no_bins;
SELECT DISTINCT quantile_score(7, 3) OVER () AS equal, quantile_score(-0.0::float8, 3) OVER () AS zeros
FROM generate_series(1, 9);
-- A group of its own for each region, and states of their own for each call.
SELECT region, string_agg(five || '/' || two, ' ' ORDER BY x) FROM (
	SELECT region, x, quantile_score(x) OVER (PARTITION BY region) AS five,
		quantile_score(x, 2, true) OVER (PARTITION BY region) AS two
	FROM (SELECT i % 3 AS region, i * i AS x FROM generate_series(1, 20) AS i WHERE i % 3 < 2 OR i = 2) AS t) AS s
	GROUP BY region ORDER BY region;

SELECT quantile_score('NaN'::float8) OVER ();
SELECT quantile_score(i, 0) OVER () FROM generate_series(1, 3) AS i;
SELECT quantile_score(i, i) OVER () FROM generate_series(1, 3) AS i;
SELECT quantile_score(i, rule => 'median') OVER () FROM generate_series(1, 3) AS i;
SELECT rfm_score(1, 2, 'Infinity') OVER ();
SELECT rfm_score(1, 2, 3, 10) OVER ();
SELECT cuts_agg('-Infinity', 5);
SELECT cuts_agg(i, i) FROM generate_series(1, 3) AS i;
SELECT cuts_agg(1, 10001);
SELECT bin_score('NaN', '{1}');
SELECT bin_score(1, '{2,1}');
SELECT bin_score(1, '{1,NULL}');
SELECT rfm_segment(0, 1, 1);
SELECT rfm_segment('666');
SELECT rfm_segment('5555');
SELECT quadrant_by_rank(1, 1, 1.5) OVER ();
SELECT quadrant_by_rank(1, 'NaN') OVER ();
SELECT quadrant_by_rank(1, 1, 0.5, '{a,b}') OVER ();

-- Cuts of numbers whose difference overflows.
SELECT cuts_agg(x, 2) AS cuts FROM (VALUES (-1.7e308::float8), (1.7e308)) AS t(x);
SELECT quantile_score(x, 2) OVER () AS score FROM (VALUES (-1.7e308::float8), (1.7e308)) AS t(x);

-- Properties on random values: percentile_cont's cuts, ties together, descending mirrored, in
-- memory and on disk.
SELECT setseed(0.875);
CREATE TABLE measure AS SELECT i % 5 AS g, i, (random() ^ 3 * 100)::numeric(10, 1) AS a, random() * 1000 AS b
FROM generate_series(1, 20000) AS i;
CREATE VIEW percentiles AS
SELECT g, percentile_cont('{0.2,0.4,0.6,0.8}'::float8[]) WITHIN GROUP (ORDER BY a) AS a,
	percentile_cont('{0.2,0.4,0.6,0.8}'::float8[]) WITHIN GROUP (ORDER BY b) AS b
FROM measure GROUP BY g;
SELECT count(*) AS differs
FROM percentiles JOIN (SELECT g, cuts_agg(a, 5) AS a, cuts_agg(b, 5) AS b FROM measure GROUP BY g) AS c USING (g)
WHERE percentiles.a <> c.a OR percentiles.b <> c.b;
CREATE VIEW scored AS
SELECT g, m.a, m.b, quantile_score(m.a) OVER w AS score, quantile_score(m.a, 5, true) OVER w AS mirrored,
	rfm_score(m.b, m.a, m.b) OVER w AS rfm,
	(SELECT count(*) + 1 FROM unnest(p.a) AS cut WHERE cut < m.a) AS expected,
		(SELECT count(*) + 1 FROM unnest(p.b) AS cut WHERE cut < m.b) AS expected_b
FROM measure AS m JOIN percentiles AS p USING (g) WINDOW w AS (PARTITION BY g);
SELECT count(*) AS differs
FROM scored
WHERE score <> expected OR mirrored <> 6 - score OR rfm <> (6 - expected_b) || expected::text || expected_b;
SELECT count(*) AS split FROM (SELECT g, a FROM scored GROUP BY g, a HAVING count(DISTINCT score) > 1) AS s;
SET work_mem = '64kB';
SELECT count(*) AS differs
FROM scored
WHERE score <> expected OR mirrored <> 6 - score OR rfm <> (6 - expected_b) || expected::text || expected_b;
RESET work_mem;
DROP TABLE orders, measure CASCADE;
