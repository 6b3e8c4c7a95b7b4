-- Drivers and tie keys of the types that people have, and the mistakes that they make.

-- A real driver is the decimal that it is written as.
SELECT abc_allocate(1000000000.00, h) OVER (ORDER BY h) AS parts FROM (VALUES (0.1::real), (0.3::real)) AS v(h);
SELECT count(*) AS rows, count(*) FILTER (WHERE a <> b OR a <> c) AS differ FROM (
	SELECT abc_allocate(77777.77, x::real, i) OVER () AS a, abc_allocate(77777.77, x, i) OVER () AS b,
		abc_allocate(77777.77, x::float8, i) OVER () AS c
	FROM (SELECT i, i * 37 % 101 / 10.0 AS x FROM generate_series(1, 500) AS i) AS d) AS t;

-- Equal remainders go to the smaller tie key, in the order of its type, whatever the order of rows.
CREATE TABLE receiver AS SELECT i, i * 7919 % 10 AS place FROM generate_series(1, 10) AS i;
SELECT bool_and((a = 10.01) = (place < 3)) AS uuid, bool_and(a = b) AS date, bool_and(a = c) AS timestamp,
	bool_and(a = d) AS timestamptz, bool_and(a = e) AS bigint
FROM (SELECT place, abc_allocate(100.03, 1, ('00000000-0000-4000-8000-00000000000' || place)::uuid) OVER () AS a,
	abc_allocate(100.03, 1.0, date '1999-12-28' + place) OVER () AS b,
		abc_allocate(100.03, 1::bigint, timestamp '1999-12-31 23:59:55' + place * interval '1 second') OVER () AS c,
	abc_allocate(100.03, 1::real, timestamptz '1999-12-31 23:59:55+00' + place * interval '1 second') OVER () AS d,
		abc_allocate(100.03, 1, place - 5) OVER () AS e
	FROM receiver) AS t;
-- Keys that differ in their last bytes only, and many of them.
SELECT count(*) FILTER (WHERE part = 0.02) = 500 AND bool_and((part = 0.02) = (n <= 500)) AS last_bytes FROM (
	SELECT n, abc_allocate(15.00, 1, lpad(to_hex(n), 32, '0')::uuid) OVER () AS part
	FROM (SELECT n FROM generate_series(1, 1000) AS n ORDER BY n * 7919 % 1009) AS s) AS t;
SELECT abc_allocate(1.00, 1, NULL::uuid) OVER (), abc_allocate(1.00, 1, NULL::date) OVER () FROM generate_series(1, 3);

-- A number as the third argument was meant to be the scale.
SELECT abc_allocate(100, i, 0) OVER () FROM receiver;
SELECT abc_allocate(100, i, scale => 0) OVER (ORDER BY i) AS whole,
	abc_allocate(100, i, i, 0) OVER (ORDER BY i) AS with_tie, abc_allocate(100, i, NULL, 0) OVER (ORDER BY i) AS no_tie
FROM receiver ORDER BY i LIMIT 2;

-- A pool without drivers says which it is, as far as its rows tell, and the query of the hint finds it.
CREATE TABLE pool_row AS SELECT p, 'o' || p || '-' || k AS id, CASE WHEN p <> 337 THEN k END AS driver, p / 10.0 AS cost
FROM generate_series(1, 500) AS p, generate_series(1, 3) AS k;
SELECT abc_allocate(cost, driver, id, 1) OVER (PARTITION BY p) FROM pool_row;
SELECT abc_allocate(cost, coalesce(driver, 0)) OVER (PARTITION BY p) FROM pool_row;
SELECT p AS pool, cost FROM pool_row GROUP BY p, cost HAVING coalesce(sum(driver), 0) = 0 AND cost <> 0;
SELECT abc_allocate(7, '{0,0}'::numeric[]);

-- Parts in steps of 0.05, or of 1,000: allocate the steps.
SELECT abc_allocate(100.00 / 0.05, i, i, 0) OVER () * 0.05 AS fives,
	abc_allocate(100000 / 1000, i, i, 0) OVER () * 1000 AS thousands
FROM receiver ORDER BY i LIMIT 3;
DROP TABLE receiver, pool_row;
