-- residual_income and cumulative_share.

SELECT income, capital, rate, residual_income(income, capital, rate), round(income / capital * 100, 6) AS roi
FROM (VALUES (70000::numeric, 385000::numeric, 0.15), (220000, 2005000, 0.05), (257000, 2455000, 0.05),
	(25600, 160000, 0.14), (41000, 256250, 0.20), (20000, 100000, 0.20)) AS t(income, capital, rate);
SELECT residual_income(0.01, 12345678901234567890.12, 0.000000001) AS exact;
SELECT residual_income(1, NULL, 1) IS NULL AS null_in_null_out;
SELECT residual_income(1, 'NaN', 1);

-- Cumulative share: the bottled-water customers, best first (example 9), numeric or float8.
CREATE TABLE income (customer text, income numeric);
INSERT INTO income VALUES ('P', 2012), ('Q', 11545), ('R', 38720), ('S', 41856), ('T', -3346);
SELECT customer, income, cumulative_share(income) OVER w AS share,
	cumulative_share(income) OVER w = cumulative_share(income::float8) OVER w AS same
FROM income WINDOW w AS (ORDER BY income DESC) ORDER BY income DESC;
-- Example 20: cumulative 50, 80, 90, 95, 98, 100 %, also from integers.
SELECT string_agg((share * 100)::text, ' ' ORDER BY v DESC) AS percent
FROM (SELECT v, cumulative_share(v) OVER (ORDER BY v DESC) AS share
	FROM unnest('{500,300,100,50,30,20}'::integer[]) AS v) AS s;
-- S14, the classes' cumulative shares.
SELECT item, round(cumulative_share(v) OVER (ORDER BY v DESC)::numeric, 12) AS share
FROM (VALUES ('A', 5200), ('B', 300), ('C', 2600), ('D', 150), ('E', 900), ('F', 60), ('G', 410), ('H', 1250),
		('I', 90), ('J', 40)) AS t(item, v)
ORDER BY v DESC;
-- Rows that ORDER BY does not tell apart share a result; without it all do.  NULL adds
-- nothing and has none; partitions are apart; a frame changes nothing.
SELECT g, v, cumulative_share(v) OVER (PARTITION BY g ORDER BY v) AS by_value,
	cumulative_share(v) OVER (PARTITION BY g) AS whole,
	cumulative_share(v) OVER (PARTITION BY g ORDER BY v ROWS 1 PRECEDING) AS frame
FROM (VALUES ('a', 1), ('a', 1), ('a', 2), ('a', NULL), ('b', 5), ('c', 0), ('d', NULL), ('e', 1), ('e', -1), ('f', -1),
		('f', -3)) AS t(g, v)
ORDER BY g, v;
-- Gains and losses that cancel have no share, however many digits they have.
SELECT cumulative_share(v) OVER () AS share
FROM (VALUES (0.1), (0.2), (-0.3), (0.00000000000000000001), (-0.00000000000000000001)) AS t(v);
SELECT cumulative_share(v) OVER (ORDER BY v) AS share FROM (VALUES (0.1::float8), (0.2), (-0.3)) AS t(v);
SELECT cumulative_share(v) OVER (ORDER BY v) AS share FROM (VALUES (1e-300::float8), (1e300), (1e300), (1)) AS t(v);
SELECT cumulative_share(v) OVER (ORDER BY v) AS share FROM (VALUES (1e-3000), (3e3000), (1e3000)) AS t(v);
-- Exact numbers are not cut off: as many digits as there is room for, or an error.
SELECT cumulative_share(v) OVER (ORDER BY v) AS share FROM (VALUES (1e28), (-1e28), (0.5), (0.5)) AS t(v);
SELECT cumulative_share(v) OVER (ORDER BY v) AS share
FROM (VALUES (9007199254740993::bigint), (-9007199254740992)) AS t(v);
SELECT count(*)
FROM (SELECT cumulative_share(CASE WHEN i = 30000 THEN 1e300 ELSE i END::float8) OVER (ORDER BY i)
	FROM generate_series(1, 30000) AS i) AS s;
SELECT cumulative_share('NaN'::numeric) OVER ();
SELECT cumulative_share('-Infinity'::float8) OVER ();
-- Against SQL, on random values with ties, in memory and on disk.
SELECT setseed(0.375);
CREATE TABLE random_income AS SELECT i % 7 AS g, round((random() * 200 - 50)::numeric, (random() * 4)::integer) AS v
FROM generate_series(1, 20000) AS i;
SELECT count(*) AS differs FROM (
	SELECT cumulative_share(v) OVER w AS share, sum(v) OVER w / sum(v) OVER (PARTITION BY g) AS expected
	FROM random_income WINDOW w AS (PARTITION BY g ORDER BY v DESC)) AS s
WHERE abs(share - expected::float8) > 1e-15 * abs(expected);
SET work_mem = '64kB';
SELECT count(*) AS differs FROM (
	SELECT cumulative_share(v::float8) OVER w AS share, sum(v) OVER w / sum(v) OVER (PARTITION BY g) AS expected
	FROM random_income WINDOW w AS (PARTITION BY g ORDER BY v DESC)) AS s
WHERE abs(share - expected::float8) > 1e-15 * abs(expected);
RESET work_mem;
DROP TABLE income, random_income;
