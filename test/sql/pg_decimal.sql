-- Numbers read and built digit by digit agree with the server's own arithmetic: a pool with
-- one receiver returns its cost, and the result is the same value in the same form.
CREATE FUNCTION round_trip(x numeric, scale integer) RETURNS boolean LANGUAGE sql AS $$
	SELECT part = x AND numeric_send(part) = numeric_send(round(x, scale)) AND hash_numeric(part) = hash_numeric(x)
	FROM (SELECT (abc_allocate(x, ARRAY[1], scale))[1] AS part) AS s
$$;
SELECT scale, x FROM generate_series(0, 20) AS scale,
	unnest('{0,1,-1,9,10,9999,10000,10001,99999999,100000000,4611686018427387902,4611686018427387903,
		4611686018427387904,9223372036854775807,-18446744073709551616,340282366920938463463374607431768211456,
		1e30,1e60,-1e100}'::numeric[]) AS v,
	LATERAL (SELECT round(v * 10.0 ^ (-scale), scale) AS x) AS s
WHERE NOT round_trip(x, scale);
SELECT setseed(0.625);
SELECT scale, x FROM (
	SELECT floor(random() * 21)::integer AS scale,
		floor(random() * 10.0 ^ (random() * 18))::numeric * floor(random() * 10.0 ^ (random() * 18))::numeric AS v
	FROM generate_series(1, 5000)) AS r, LATERAL (SELECT round(v * 10.0 ^ (-scale), scale) AS x) AS s
WHERE NOT round_trip(x, scale);
-- Drivers of all lengths keep their proportions: parts of a cost of their sum are they.
SELECT count(*) AS wrong FROM (
	SELECT array_agg(floor(random() * 10.0 ^ (i % 40))::numeric) AS drivers, i
	FROM generate_series(1, 2000) AS i, generate_series(1, 4) GROUP BY i) AS d
WHERE (SELECT sum(x) FROM unnest(drivers) AS x) > 0
	AND abc_allocate((SELECT sum(x) FROM unnest(drivers) AS x), drivers, 0) <> drivers;
SELECT count(*) AS wrong FROM (
	SELECT array_agg(round((random() * 10.0 ^ (i % 10))::numeric, (random() * 20)::integer)) AS drivers, i
	FROM generate_series(1, 2000) AS i, generate_series(1, 4) GROUP BY i) AS d
WHERE (SELECT sum(x) FROM unnest(drivers) AS x) > 0
	AND abc_allocate((SELECT sum(x) FROM unnest(drivers) AS x), drivers, 20) <> drivers;
-- A float8 is its shortest decimal, a bigint itself.
SELECT x, part FROM (SELECT x, abc_allocate(1, x) OVER (PARTITION BY x) AS part
	FROM unnest('{0.1,1e-5,123456.789,1e15,1e16,9007199254740993,1.5e300,5e-324,
			0.30000000000000004}'::float8[]) AS x) AS s
WHERE part <> 1;
SELECT x, abc_allocate(sum, x, scale => 17) OVER () AS part
FROM unnest('{0.1,0.30000000000000004,123456.789,1e-5}'::float8[]) AS x, (VALUES (123457.18901000000000004)) AS s(sum);
SELECT x, abc_allocate(sum, x, scale => 0) OVER () AS part
FROM unnest('{9223372036854775807,1,9223372036854770000,10000}'::bigint[]) AS x,
	(VALUES (18446744073709555808)) AS s(sum);
-- Rows copied from a table, short and long, and compressed.
CREATE TABLE stored (x numeric);
INSERT INTO stored VALUES (0), (1), (12345.6789), (1e900 + 1), (repeat('1234567', 140)::numeric);
SELECT count(*) AS wrong FROM stored WHERE (abc_allocate(x, ARRAY[1], 4))[1] <> x;
SELECT count(*) AS wrong
FROM (SELECT abc_allocate(1, x, scale => 10) OVER (PARTITION BY x) AS part FROM stored WHERE x > 0) AS s
WHERE part <> 1;
DROP TABLE stored;
DROP FUNCTION round_trip;
