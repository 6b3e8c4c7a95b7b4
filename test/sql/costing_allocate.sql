-- abc_allocate: exact division of a cost over drivers.

-- The rounding cases, amounts in cents.
SELECT cents, drivers, abc_allocate(cents, drivers, 0) AS parts
FROM (VALUES (10000, '{1,1,1}'::numeric[]), (-10000, '{1,1,1}'), (78508, '{33.33,33.33,33.34}'), (18225, '{98,2}'),
	(1, '{95,5}'), (100, '{0,1,0,2}'), (5, '{1,1,1,1,1,1,1}'), (0, '{1,2}')) AS t(cents, drivers);

-- What must not pass silently.
SELECT abc_allocate(100.00, '{0,0,0}'::numeric[]);
SELECT abc_allocate(0.00, '{0,0}'::numeric[]);
SELECT abc_allocate(100.00, '{5,-1,6}'::numeric[]);
SELECT abc_allocate(100.00, '{5,NaN}'::numeric[]);
SELECT abc_allocate('NaN', '{5,1}'::numeric[]);
SELECT abc_allocate(NULL, '{5,1}'::numeric[]) IS NULL AS null_cost;
SELECT abc_allocate(100.00, '{1,NULL,2}'::numeric[]) AS null_driver;
SELECT abc_allocate(100.00, '{NULL,NULL}'::numeric[]);
SELECT abc_allocate(100.00, '{}'::numeric[]);
SELECT abc_allocate(0.00, '{}'::numeric[]);
SELECT abc_allocate(10.005, '{1,1}'::numeric[]);
SELECT abc_allocate(10.5000, '{1,1}'::numeric[]);
SELECT abc_allocate(10, '{1,1}'::numeric[], 21);
SELECT abc_allocate(10, '{1,1}'::numeric[], -1);
SELECT abc_allocate(1e2000, '{1,1}'::numeric[]);
SELECT abc_allocate(1, '{1,1e1500}'::numeric[]);

-- A window partition is a pool.  Ties: the smaller key, by bytes, NULL last, then the
-- earlier row.
CREATE TABLE pool (id integer, pool text, cost numeric, driver numeric, key bigint, name text);
INSERT INTO pool VALUES
	(1, 'runs', 22000.00, 50, 4, 'Blue'), (2, 'runs', 22000.00, 50, 3, 'Black'),
	(3, 'runs', 22000.00, 38, 2, 'Red'), (4, 'runs', 22000.00, 12, 1, 'Purple'),
	(5, 'even', 0.04, 1, NULL, NULL), (6, 'even', 0.04, 1, 7, 'b'), (7, 'even', 0.04, 1, -7, 'ab'),
	(8, 'even', 0.04, 1, 7, 'a'), (9, 'even', 0.04, 1, NULL, 'B'), (10, 'even', 0.04, NULL, -9, 'A'),
	(11, 'none', NULL, 5, 1, 'x'), (12, 'none', NULL, -5, 1, 'y');
SELECT id, pool, driver, abc_allocate(cost, driver) OVER w AS by_row, key,
	abc_allocate(cost, driver, key) OVER w AS by_key, name, abc_allocate(cost, driver, name) OVER w AS by_name
FROM pool WINDOW w AS (PARTITION BY pool ORDER BY id) ORDER BY id;
-- Every numeric type of column will do as cost, driver and key.
SELECT bool_and(a = b AND b = c AND c = d AND d = e) AS same FROM (
	SELECT abc_allocate(10, id::smallint, id::smallint) OVER () AS a, abc_allocate(10::bigint, id, id) OVER () AS b,
		abc_allocate(10::smallint, id::bigint, id::bigint) OVER () AS c,
			abc_allocate(10.00, id::numeric, id) OVER () AS d,
		abc_allocate(10, id::float8, id) OVER () AS e
	FROM pool) AS s;
SELECT abc_allocate(1, 0.1::float8) OVER () = abc_allocate(1, 0.1::numeric) OVER () AS shortest_decimal
FROM pool LIMIT 1;
SELECT abc_allocate(100, driver, scale => 0) OVER (PARTITION BY pool ORDER BY id ROWS 1 PRECEDING) AS frame_is_ignored
FROM pool WHERE pool = 'runs';

-- A pool's cost and scale are one for all its rows.
SELECT abc_allocate(id, driver) OVER () FROM pool WHERE pool = 'runs';
SELECT abc_allocate(CASE WHEN id < 3 THEN 10 END, driver) OVER () FROM pool WHERE pool = 'runs';
SELECT abc_allocate(CASE WHEN id >= 3 THEN 10 END, driver) OVER () FROM pool WHERE pool = 'runs';
SELECT abc_allocate(10, driver, key, id) OVER () FROM pool WHERE pool = 'runs';
SELECT sum(part) FROM (SELECT abc_allocate(CASE WHEN id < 3 THEN 10.0 ELSE 10.00 END, driver) OVER () AS part
	FROM pool WHERE pool = 'runs') AS s;
SELECT abc_allocate(100, -driver) OVER () FROM pool WHERE pool = 'runs';
SELECT abc_allocate(100, 'Infinity'::float8) OVER () FROM pool WHERE pool = 'runs';
SELECT abc_allocate(100, 0) OVER () FROM pool WHERE pool = 'runs';
SELECT count(*) AS rows, count(part) AS parts
FROM (SELECT abc_allocate(100, 1, key, NULL) OVER () AS part FROM pool) AS s;

-- Random pools against the rule as SQL states it, exactly.
SELECT setseed(0.125);
CREATE TABLE random_pool AS
SELECT p, scale, (CASE WHEN random() < 0.2 THEN -1 ELSE 1 END * floor(random() * 10.0 ^ (random() * 12))::numeric
	* CASE WHEN random() < 0.1 THEN 12345678901234567890123456789::numeric ELSE 1 END) AS units,
	random() < 0.3 AS few_values, 1 + floor(random() * 9)::integer AS decimals,
	CASE WHEN p % 1000 = 0 THEN 10000 ELSE 1 + floor(random() * 30)::integer END AS size
FROM generate_series(1, 10000) AS p, LATERAL (SELECT floor(random() * 7)::integer AS scale WHERE p > 0) AS s;
CREATE TABLE random_driver AS
SELECT p, n AS id, scale, round(units::numeric * 10.0 ^ (-scale), scale) AS cost, units::numeric AS units,
	CASE WHEN random() < 0.05 THEN NULL WHEN few_values THEN floor(random() * 3)::numeric + 1
		ELSE round((random() * 1000)::numeric * CASE WHEN p % 7 = 0 THEN 1.000000000000000000001 ELSE 1 END,
				CASE WHEN p % 7 = 0 THEN 25 ELSE decimals END) END AS driver,
	CASE WHEN random() < 0.9 THEN floor(random() * 5)::bigint END AS key
FROM random_pool, generate_series(1, size) AS n;
DELETE FROM random_driver WHERE p IN (SELECT p FROM random_driver GROUP BY p HAVING coalesce(sum(driver), 0) = 0);
SELECT pg_typeof(driver) AS driver FROM random_driver LIMIT 1;
CREATE TABLE allocated AS
SELECT *, abc_allocate(cost, driver, key, scale) OVER (PARTITION BY p ORDER BY id) AS part FROM random_driver;
SELECT count(DISTINCT p) > 9500 AS enough FROM allocated;
-- Conserved; every part less than a unit from its exact share; monotone; 0 gets 0.
SELECT count(*) AS not_conserved FROM (SELECT p FROM allocated GROUP BY p HAVING sum(part) <> min(cost)) AS s;
SELECT count(*) AS off_by_a_unit FROM (SELECT *, sum(driver) OVER (PARTITION BY p) AS total FROM allocated) AS s
WHERE abs(part * total - cost * driver) >= total * 10.0 ^ (-scale);
SELECT count(*) AS not_monotone FROM (
	SELECT abs(part) < lag(abs(part)) OVER (PARTITION BY p ORDER BY driver, abs(part)) AS less
	FROM allocated
	WHERE driver IS NOT NULL) AS s
WHERE less;
SELECT count(*) AS zero_driver_gets_cost FROM allocated WHERE driver = 0 AND part <> 0;
SELECT count(*) AS receiver_wrong FROM allocated WHERE (driver IS NULL) <> (part IS NULL) OR scale(part) <> scale;
SELECT count(*) AS differs_from_definition
FROM (
	SELECT p, id, sign(units) * (unit + CASE WHEN place <= left_over THEN 1 ELSE 0 END) AS expected
	FROM (
		SELECT *, abs(units) - sum(unit) OVER (PARTITION BY p) AS left_over,
			row_number() OVER (PARTITION BY p ORDER BY remainder DESC, key NULLS LAST, id) AS place
		FROM (
			SELECT *, div(abs(units) * driver, total) AS unit, abs(units) * driver % total AS remainder
			FROM (SELECT *, sum(driver) OVER (PARTITION BY p) AS total FROM random_driver
				WHERE driver IS NOT NULL) AS t) AS f) AS r) AS definition
JOIN allocated USING (p, id) WHERE part * 10.0 ^ scale <> expected;
-- Row order matters only through the tie key and then the row itself.
SELECT count(*) AS order_matters FROM (
	SELECT part, abc_allocate(cost, driver, p * 10000 + id, scale) OVER (PARTITION BY p
		ORDER BY md5(p::text || id)) AS shuffled,
		abc_allocate(cost, driver, p * 10000 + id, scale) OVER (PARTITION BY p ORDER BY id) AS sorted
		FROM allocated) AS s
WHERE shuffled IS DISTINCT FROM sorted;
-- Neither the plan nor spilling to disk matters, nor the unit of the driver.
SET work_mem = '64kB';
SELECT count(*) AS disk_matters FROM (
	SELECT p, id, abc_allocate(cost, driver, key, scale) OVER (PARTITION BY p ORDER BY id) AS again
	FROM random_driver) AS s
JOIN allocated USING (p, id) WHERE again IS DISTINCT FROM part;
RESET work_mem;
SELECT factor, count(*) AS unit_matters FROM (
	SELECT p, id, factor,
		abc_allocate(cost, driver * factor, key, scale) OVER (PARTITION BY factor, p ORDER BY id) AS again
	FROM random_driver, unnest('{7,0.001,123456789012345678901}'::numeric[]) AS factor) AS s
JOIN allocated USING (p, id) WHERE again IS DISTINCT FROM part GROUP BY factor;
-- The array form is the window form without keys.
SELECT count(*) AS array_differs FROM (
	SELECT p, array_agg(part ORDER BY id) AS parts,
		abc_allocate(min(cost), array_agg(driver ORDER BY id), min(scale)) AS from_array
	FROM (SELECT *, abc_allocate(cost, driver, NULL::bigint, scale) OVER (PARTITION BY p ORDER BY id) AS part
		FROM random_driver) AS s
	GROUP BY p) AS t WHERE parts IS DISTINCT FROM from_array;

-- One large pool, all drivers equal: only tie keys decide, in memory and on disk.
CREATE TABLE large AS SELECT i AS id, 'order ' || to_char(i * 7919 % 100003, 'FM000000') AS name
FROM generate_series(1, 100002) AS i;
CREATE FUNCTION lucky(tie text) RETURNS TABLE(rows bigint, first text, last text) LANGUAGE plpgsql AS $$
BEGIN
	RETURN QUERY EXECUTE format('SELECT count(*), min(name), max(name)
		FROM (SELECT name, abc_allocate(333.33, 1, %s) OVER () AS part FROM large) AS s WHERE part = 0.01', tie);
END $$;
SELECT * FROM lucky('name');
SELECT * FROM lucky('id * 7919 % 100003');
SELECT rows FROM lucky('NULL::bigint');
SELECT min(id), max(id)
FROM (SELECT id, abc_allocate(333.33, 1) OVER (ORDER BY id) AS part FROM large) AS s
WHERE part = 0.01;
SET work_mem = '64kB';
SELECT * FROM lucky('name');
SELECT * FROM lucky('id * 7919 % 100003');
RESET work_mem;

-- Digits far apart fit whatever the order in which they come.
SELECT direction, sum(part), max(part) FROM (VALUES (1), (-1)) AS d(direction), LATERAL (
	SELECT abc_allocate(100, ('1e' || e)::numeric) OVER (ORDER BY e * direction) AS part
	FROM generate_series(-400, 400, 4) AS e) AS p
	GROUP BY direction ORDER BY 1;
-- Long keys that differ at their end, plain and compressed.
SELECT name, part
FROM (SELECT i, abc_allocate(0.01, 1, repeat(filler, 5000) || i % 3) OVER (PARTITION BY filler) AS part, filler AS name
	FROM generate_series(4, 8) AS i, unnest('{x,wide}'::text[]) AS filler) AS s WHERE i IN (6, 8) ORDER BY name, i;
-- A pool of long numbers can be cancelled.
CREATE TABLE long AS SELECT (repeat('7', 900) || i)::numeric AS d FROM generate_series(1, 20000) AS i;
SET statement_timeout = '300ms';
SELECT count(p) FROM (SELECT abc_allocate(100, d) OVER () AS p FROM long) AS s;
RESET statement_timeout;

-- Two calls in one query do not share state, and a rescan starts afresh.
SELECT sum(a) AS a, sum(b) AS b FROM (
	SELECT abc_allocate(7, driver) OVER w AS a, abc_allocate(11, driver, scale => 1) OVER w AS b
	FROM pool WHERE pool = 'runs' WINDOW w AS (PARTITION BY pool)) AS s;
SELECT cost, parts FROM (VALUES (10.00), (20.00), (0.00)) AS c(cost), LATERAL (
	SELECT array_agg(part) AS parts
	FROM (SELECT abc_allocate(c.cost, driver) OVER (ORDER BY id) AS part FROM pool WHERE pool = 'runs') AS s) AS l;

-- Pools of several partitions in parallel workers, by way of a function that allocates one.
CREATE TABLE part_1 AS SELECT 1 AS pool, i AS id, 1 + i % 7 AS driver FROM generate_series(1, 20000) AS i;
CREATE TABLE part_2 AS SELECT 2 AS pool, i AS id, 1 + i % 5 AS driver FROM generate_series(1, 20000) AS i;
CREATE FUNCTION allocate_partition(partition regclass) RETURNS TABLE (pool integer, id integer, part numeric)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000000 AS $$
BEGIN
	RETURN QUERY EXECUTE format('SELECT pool, id, abc_allocate(100.00, driver, id) OVER (PARTITION BY pool) FROM %s',
			partition);
END $$;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
CREATE FUNCTION has_parallel_append(query text) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE line text;
BEGIN
	FOR line IN EXECUTE 'EXPLAIN (COSTS OFF) ' || query LOOP
		IF line LIKE '%Parallel Append%' THEN RETURN true; END IF;
	END LOOP;
	RETURN false;
END $$;
SELECT has_parallel_append($$SELECT pool, sum(part)
	FROM (SELECT * FROM allocate_partition('part_1') UNION ALL SELECT * FROM allocate_partition('part_2')) AS p
	GROUP BY pool$$);
SELECT pool, sum(part)
FROM (SELECT * FROM allocate_partition('part_1') UNION ALL SELECT * FROM allocate_partition('part_2')) AS p
GROUP BY pool ORDER BY pool;
SELECT count(*) AS differs
FROM (SELECT * FROM allocate_partition('part_1') UNION ALL SELECT * FROM allocate_partition('part_2')) AS p
JOIN (SELECT pool, id, abc_allocate(100.00, driver, id) OVER (PARTITION BY pool) AS serial
	FROM (SELECT * FROM part_1 UNION ALL SELECT * FROM part_2) AS u) AS s USING (pool, id)
WHERE part <> serial;
RESET parallel_setup_cost;
RESET parallel_tuple_cost;
DROP FUNCTION allocate_partition, has_parallel_append;
DROP TABLE part_1, part_2;

-- Tie keys that are equal for long: the smaller one still wins, the beginning of another comes before it, equal ones
-- go by row, NULL last.
CREATE TABLE tie_key AS SELECT i, i % 7 AS pool,
	CASE WHEN i % 11 > 0 THEN repeat('k', 90 * (i % 2)) || CASE WHEN i % 5 > 0 THEN repeat('e',
		i * 7919 % 300) END || left(md5((i % 40)::text), i % 4) END AS tie
FROM generate_series(1, 1400) AS i;
SELECT count(*) AS allocated, count(*) FILTER (WHERE unit <> (place <= 77)::integer) AS wrong
FROM (SELECT abc_allocate(0.77, 1::bigint, tie) OVER w * 100 AS unit,
		row_number() OVER (PARTITION BY pool ORDER BY tie COLLATE "C", i) AS place
	FROM tie_key WINDOW w AS (PARTITION BY pool ORDER BY i)) AS a;
SELECT count(*) AS allocated, count(*) FILTER (WHERE unit <> (place <= 77)::integer) AS wrong
FROM (SELECT abc_allocate(0.77, 1::bigint, tie) OVER w * 100 AS unit,
		row_number() OVER (PARTITION BY pool ORDER BY tie COLLATE "C", i) AS place
	FROM (SELECT i, pool, repeat('a', 5000) || tie AS tie FROM tie_key) AS k
	WINDOW w AS (PARTITION BY pool ORDER BY i)) AS a;
DROP TABLE tie_key;

-- Four pens, two stages: what each product carries of 52,000.00 of overhead.
WITH activity(activity, cost) AS (
	SELECT activity, sum(part) FROM (
		SELECT activity, abc_allocate(cost, share) OVER (PARTITION BY resource ORDER BY place) AS part
		FROM (VALUES ('labour', 28000.00, '{50,40,10,0}'::integer[]), ('computers', 10000.00, '{80,0,20,0}'),
			('machinery', 8000.00, '{0,0,0,100}'), ('maintenance', 4000.00, '{0,0,0,100}'),
				('energy', 2000.00, '{0,0,0,100}')) AS r(resource, cost, shares),
			unnest(ARRAY['runs', 'set-up', 'records', 'machines'], shares) WITH ORDINALITY AS u(activity, share,
					place)) AS s
	GROUP BY activity),
driver(activity, place, product, quantity) AS (
	SELECT activity, place, product, quantity
	FROM (VALUES ('runs', '{50,50,38,12}'::integer[]), ('set-up', '{200,50,228,48}'), ('records', '{1,1,1,1}'),
			('machines', '{5000,4000,900,100}')) AS d(activity, quantities),
		unnest(ARRAY['Blue', 'Black', 'Red', 'Purple'], quantities) WITH ORDINALITY AS u(product, quantity, place)),
part AS (SELECT place, product, activity, abc_allocate(cost, quantity, place) OVER (PARTITION BY activity) AS part
	FROM activity JOIN driver USING (activity))
SELECT product, sum(part) FILTER (WHERE activity = 'runs') AS runs,
	sum(part) FILTER (WHERE activity = 'set-up') AS set_up,
	sum(part) FILTER (WHERE activity = 'records') AS records,
		sum(part) FILTER (WHERE activity = 'machines') AS machines, sum(part) AS overhead,
	min(revenue - direct) - sum(part) AS profit,
		round((min(revenue - direct) - sum(part)) / min(revenue) * 100, 10) AS return_on_sales
FROM part JOIN (VALUES ('Blue', 75000, 25000 + 14000), ('Black', 60000, 20000 + 11200), ('Red', 13950, 4680 + 2520),
		('Purple', 1650, 550 + 280)) AS p(product, revenue, direct) USING (product)
GROUP BY place, product ORDER BY place;

DROP TABLE long, pool, random_pool, random_driver, allocated, large;
DROP FUNCTION lucky;
