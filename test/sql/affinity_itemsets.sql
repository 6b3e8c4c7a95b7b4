-- itemsets_agg: sets of items in many baskets, and rules (reference A1).
CREATE TABLE basket AS
SELECT string_to_array(line, ' ') AS items
FROM unnest(ARRAY['coffee croissant', 'coffee muffin juice', 'coffee croissant muffin',
	'tea muffin', 'tea scone jam', 'coffee croissant juice', 'coffee coffee croissant', 'tea scone', 'coffee',
	'tea scone jam muffin', 'coffee croissant scone', 'juice muffin']) AS line;
CREATE TABLE found AS SELECT itemsets_agg(items, 2) AS m FROM basket;
SELECT m FROM found;
SELECT f.items, size, n, round(support::numeric, 4) AS support FROM found, frequent_itemsets(m) AS f;
SELECT lhs, rhs, n, n_lhs, n_rhs, round(confidence::numeric, 13) AS confidence, round(lift::numeric, 12) AS lift,
	conviction, round(llr::numeric, 4) AS llr
FROM found, association_rules(m, .6);
SELECT count(*) AS rules, count(*) FILTER (WHERE cardinality(lhs) = 2) AS of_two FROM found, association_rules(m, 0);
-- At most two items; only items; and more baskets than there are.
SELECT itemsets_agg(items, 2, 2) AS pairs FROM basket;
SELECT itemsets_agg(items, 4, 1) AS items FROM basket;
SELECT itemsets_agg(items, 100) AS none FROM basket;
SELECT count(*) AS none FROM frequent_itemsets('v1 itemsets text 12 min=100 /');
SELECT itemsets_agg(items, 1) IS NULL AS no_baskets FROM basket WHERE false;
SELECT itemsets_agg(items, 1) IS NULL AS empty_baskets FROM (VALUES ('{}'::text[]), ('{NULL}')) AS v(items);
SELECT itemsets_agg(items, 2) AS of_bigint FROM (VALUES ('{3,-1,3}'::bigint[]), ('{-1,3,NULL}'), ('{7}')) AS v(items);
SELECT itemsets_agg(items, 2) AS of_integer FROM (VALUES ('{3,1}'::integer[]), ('{1,3}')) AS v(items);

-- Equal to self-joins on random baskets, for several thresholds.
CREATE TABLE line AS
SELECT DISTINCT b AS basket, (b * 7919 + k * k * 104729) % 1009 % (3 + k * 2) AS item
FROM generate_series(1, 500) AS b, generate_series(1, 1 + b * 31 % 7) AS k;
CREATE TABLE random_basket AS SELECT basket, array_agg(item::bigint) AS items FROM line GROUP BY basket;
CREATE TABLE joined AS
SELECT ARRAY[x.item] AS items, count(*) AS n FROM line AS x GROUP BY x.item
UNION ALL SELECT ARRAY[x.item, y.item], count(*)
FROM line AS x JOIN line AS y ON x.basket = y.basket AND x.item < y.item GROUP BY x.item, y.item
UNION ALL SELECT ARRAY[x.item, y.item, z.item], count(*)
FROM line AS x JOIN line AS y ON x.basket = y.basket AND x.item < y.item
	JOIN line AS z ON y.basket = z.basket AND y.item < z.item GROUP BY x.item, y.item, z.item;
SELECT min_count, count(*) > 20 AS some, count(*) FILTER (WHERE f.n IS DISTINCT FROM j.n) AS differ
FROM unnest('{1,2,5,20}'::integer[]) AS min_count, LATERAL (
	SELECT f.items::text AS items, f.n
	FROM (SELECT itemsets_agg(items, min_count, 3) AS m FROM random_basket) AS t, frequent_itemsets(m) AS f) AS f
	FULL JOIN LATERAL (SELECT items::text AS items, n FROM joined WHERE n >= min_count) AS j ON f.items = j.items
GROUP BY min_count ORDER BY min_count;

-- A basket of many items is no danger.
SELECT count(*) AS sets
FROM (SELECT itemsets_agg(i, 2) AS m FROM (SELECT array_agg(x) AS i FROM generate_series(1, 5000) AS x) AS b) AS t,
	frequent_itemsets(m);
SELECT count(*) AS sets
FROM (SELECT itemsets_agg(i, 2, 1) AS m FROM (SELECT array_agg(x) AS i FROM generate_series(1, 5000) AS x) AS b,
		generate_series(1, 2)) AS t, frequent_itemsets(m);

-- Where it is.
SET custvalue.progress = on;
SELECT itemsets_agg(items, 2) IS NULL AS told FROM basket;
RESET custvalue.progress;

-- What is refused.
SELECT itemsets_agg(items, 0) FROM basket;
SELECT itemsets_agg(items, 2, 0) FROM basket;
SELECT itemsets_agg(items, n) FROM (VALUES ('{a}'::text[], 1), ('{a}', 2)) AS v(items, n);
SELECT itemsets_agg(items, 1, n) FROM (VALUES ('{a}'::text[], 1), ('{a}', 2)) AS v(items, n);
SELECT itemsets_agg(ARRAY[['a'], ['b']], 1);
SELECT * FROM found, association_rules(m, 60);
SELECT * FROM frequent_itemsets('v1 baskets text 1 min=1 "a" / 0:1');
SELECT itemsets_find('v1 itemsets text 1 min=1 "a" / 0:1');
SELECT itemsets_merge('v1', 'v1 itemsets text 1 min=1 "a" / 0:1');
SELECT itemsets_merge('v1 baskets text 1 min=1 "a" / 0:1', 'v1 baskets text 1 min=2 "a" / 0:1');
SELECT 'v1 sets'::itemsets;
SELECT 'v1 itemsets text 1'::itemsets;
SELECT 'v1 itemsets text 0 min=1 /'::itemsets;
SELECT 'v1 baskets text 0 min=1 /'::itemsets AS baskets_of_nothing;
SELECT 'v1 itemsets text 1 min=0 /'::itemsets;
SELECT 'v1 itemsets text 1 min=1 max=0 /'::itemsets;
SELECT 'v1 itemsets text 1 min=1 "a" /'::itemsets;
SELECT 'v1 itemsets text 2 min=2 "a" / 0:1'::itemsets;
SELECT 'v1 itemsets text 2 min=1 "a" "b" / 0-1:1'::itemsets;
SELECT 'v1 itemsets text 2 min=1 "a" "b" / 0:1 1:2 0-1:2'::itemsets;
SELECT 'v1 itemsets text 2 min=1 max=1 "a" "b" / 0:1 1:2 0-1:1'::itemsets;
SELECT 'v1 itemsets text 2 min=1 "a" / 0:1 0:1'::itemsets;
SELECT 'v1 baskets text 3 min=1 "a" "b" / 0:1 0-1:1'::itemsets;
SELECT 'v1 baskets text 2 min=1 "a" "b" / 0:1 1-0:1'::itemsets;
SELECT 'v1 baskets text 2 min=1 "b" "a" / 0:1 0-1:1'::itemsets;

DROP TABLE basket, found, line, random_basket, joined;
