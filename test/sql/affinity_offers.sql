-- next_offers: what to offer to a customer who has these items (reference A5).
\i test/include/close.sql

CREATE TABLE basket AS
SELECT string_to_array(line, ' ') AS items
FROM unnest(ARRAY['coffee croissant', 'coffee muffin juice', 'coffee croissant muffin',
	'tea muffin', 'tea scone jam', 'coffee croissant juice', 'coffee coffee croissant', 'tea scone', 'coffee',
	'tea scone jam muffin', 'coffee croissant scone', 'juice muffin']) AS line;
CREATE TABLE bought AS SELECT affinity_agg(items) AS s FROM basket;

-- Equal scores in byte order; items with score 0 are no offers.
SELECT has, score_by, string_agg(item || ' ' || round(score::numeric, 12), ', ' ORDER BY n) AS offers
FROM bought, unnest('{coffee,"tea muffin","coffee juice"}'::text[]) AS has,
	unnest('{cosine,confidence,lift}'::text[]) AS score_by,
	next_offers(s, string_to_array(has, ' '), 10, score_by) WITH ORDINALITY AS o(item, score, because, n)
GROUP BY has, score_by ORDER BY has, score_by;
SELECT has, bool_and(close(score, expected)) AS right
FROM bought, (VALUES ('coffee', 'croissant', 0.8451542547285), ('coffee', 'juice', 0.436435780472),
		('coffee', 'muffin', 0.3380617018914),
		('coffee', 'scone', 0.1889822365046), ('tea muffin', 'jam', 1.023334547203),
			('tea muffin', 'scone', 0.97360679775),
		('tea muffin', 'juice', 0.5163977794943), ('tea muffin', 'coffee', 0.3380617018914),
			('tea muffin', 'croissant', .2),
		('coffee juice', 'croissant', 1.103353144476), ('coffee juice', 'muffin', 0.8544594813857),
			('coffee juice', 'scone', 0.1889822365046)) AS v(has, item, expected)
	JOIN LATERAL next_offers((SELECT s FROM bought), string_to_array(has, ' '), 10) AS o USING (item)
GROUP BY has ORDER BY has;
SELECT o.* FROM bought, next_offers(s, ARRAY['tea', 'muffin'], 3) AS o;
-- The basket is a set; unknown items and NULL are ignored.
SELECT o.* FROM bought, next_offers(s, ARRAY['muffin', 'tea', 'cake', NULL, 'tea'], 1) AS o;
-- Nothing known: the most frequent items.
SELECT o.* FROM bought, next_offers(s, '{}'::text[], 3) AS o;
SELECT o.* FROM bought, next_offers(s, ARRAY['cake'], 1) AS o;
SELECT count(*) AS nothing FROM next_offers('v1', ARRAY['cake']);
SELECT count(*) AS has_all
FROM bought, next_offers(s, (SELECT array_agg(DISTINCT i) FROM basket, unnest(items) AS i)) AS o;
SELECT count(*) AS no_basket FROM bought, next_offers(s, NULL::text[]) AS o;

-- bigint items stay bigint; valued by margin in SQL.
SELECT o.item, score, margin, round((score * margin)::numeric, 4) AS value, because
FROM (SELECT affinity_agg(items) AS s
	FROM (VALUES ('{1,2}'::bigint[]), ('{1,2,3}'), ('{1,3}'), ('{2,3}')) AS v(items)) AS t,
	next_offers(s, '{1}'::bigint[]) AS o JOIN (VALUES (2, 5.00), (3, 9.00)) AS p(item, margin) USING (item)
ORDER BY value DESC;

-- Equal to the sum over a self-join, for every customer.
CREATE TABLE line AS SELECT DISTINCT b AS basket, (b * 7 + k * k * 31) % 53 % 23 AS item
FROM generate_series(1, 400) AS b, generate_series(1, 1 + b % 6) AS k;
CREATE TABLE sums AS SELECT affinity_agg(items) AS s
FROM (SELECT array_agg(item)::bigint[] AS items FROM line GROUP BY basket) AS b;
WITH n AS (SELECT item, count(*)::float8 AS n FROM line GROUP BY item),
	cosine AS (
		SELECT x.item AS a, y.item AS b, count(*) / sqrt(p.n * q.n) AS cosine
		FROM line AS x JOIN line AS y ON x.basket = y.basket AND x.item <> y.item JOIN n AS p ON p.item = x.item
		JOIN n AS q ON q.item = y.item
		GROUP BY x.item, y.item, p.n, q.n),
	by_join AS (
		SELECT l.basket, c.b::bigint AS item, sum(c.cosine) AS expected FROM line AS l JOIN cosine AS c ON c.a = l.item
		WHERE NOT EXISTS (SELECT FROM line AS own WHERE own.basket = l.basket AND own.item = c.b) GROUP BY 1, 2),
	offered AS (
		SELECT basket, o.*
		FROM sums, (SELECT basket, array_agg(item)::bigint[] AS items FROM line GROUP BY basket) AS b,
			next_offers(s, items, 100) AS o)
SELECT count(*) > 5000 AS many, count(*) FILTER (WHERE abs(score - expected) < 1e-12 IS NOT TRUE) AS differ
FROM by_join FULL JOIN offered USING (basket, item);

-- One query that meets several summaries in turn, small, compressed and stored apart, as if each were alone.
CREATE TABLE several (part integer, s affinity_summary);
ALTER TABLE several ALTER s SET STORAGE external;
INSERT INTO several SELECT basket % 3, affinity_agg(items)
FROM (
	SELECT basket, array_agg(item)::bigint[] AS items FROM line WHERE basket % 3 < 2 OR basket < 20 GROUP BY basket
) AS b GROUP BY 1;
ALTER TABLE several ALTER s SET STORAGE main;
INSERT INTO several SELECT part + 3, rollup(s) FROM several GROUP BY part;
CREATE TABLE alone (part integer, item bigint, score float8, because bigint);
DO $$ BEGIN
	FOR p IN 0..5 LOOP
		INSERT INTO alone
		SELECT p, o.* FROM next_offers((SELECT s FROM several WHERE part = p), '{3,5}'::bigint[], 30) AS o;
	END LOOP;
END $$;
SELECT count(*) > 200 AS many, count(*) FILTER (WHERE item IS NULL OR a.score IS DISTINCT FROM o.score) AS differ,
	count(*) FILTER (WHERE affinity(s, 3, 5) <> affinity((SELECT s FROM several WHERE part = o.part), 3, 5)) AS lifts
FROM generate_series(0, 17) AS n JOIN several ON part = n % 6, LATERAL (
	SELECT part, x.* FROM next_offers(s, '{3,5}'::bigint[], 30) AS x) AS o LEFT JOIN alone AS a USING (part, item);
DROP TABLE several, alone;

SELECT * FROM bought, next_offers(s, ARRAY['tea'], 0);
SELECT * FROM bought, next_offers(s, ARRAY['tea'], 5, 'support');
SELECT * FROM bought, next_offers(s, ARRAY[1, 2]);
SELECT * FROM bought, next_offers(s, ARRAY[['tea'], ['jam']]);

DROP TABLE basket, bought, line, sums;
DROP FUNCTION close;
