-- affinity_summary: what is bought together (reference A1, A2).
\i test/include/close.sql

CREATE TABLE basket (id integer, items text[]);
INSERT INTO basket
SELECT id, string_to_array(line, ' ')
FROM unnest(ARRAY['coffee croissant', 'coffee muffin juice', 'coffee croissant muffin',
	'tea muffin', 'tea scone jam', 'coffee croissant juice', 'coffee coffee croissant', 'tea scone', 'coffee',
	'tea scone jam muffin', 'coffee croissant scone', 'juice muffin']) WITH ORDINALITY AS t(line, id);
CREATE TABLE bought AS SELECT affinity_agg(items) AS s FROM basket;
SELECT s FROM bought;

-- A1: the table of measures, pair by pair; those without direction are the same the other way round.
CREATE TABLE expected (measure text, v float8[]);
INSERT INTO expected VALUES
	('support', '{0.4166666666667,0.25,0.1666666666667,0.1666666666667,0}'),
	('confidence', '{0.7142857142857,0.75,0.6666666666667,0.2857142857143,0}'),
	('lift', '{1.714285714286,2.25,1.6,0.6857142857143,0}'),
	('leverage', '{0.1736111111111,0.1388888888889,0.0625,-0.07638888888889,-0.1944444444444}'),
	('conviction', '{2.041666666667,2.666666666667,1.75,0.8166666666667,0.6666666666667}'),
	('kulczynski', '{0.8571428571429,0.75,0.5333333333333,0.3428571428571,0}'),
	('imbalance', '{0.2857142857143,0,0.3333333333333,0.2,0.2727272727273}'),
	('cosine', '{0.8451542547285,0.75,0.5163977794943,0.3380617018914,0}'),
	('jaccard', '{0.7142857142857,0.6,0.3333333333333,0.2,0}'),
	('zhang', '{1,0.8333333333333,0.5,-0.5238095238095,-1}'),
	('odds_ratio', '{Infinity,21,4,0.2666666666667,0}'),
	('chi_square', '{6.122448979592,4.6875,1.028571428571,1.185306122449,8.4}'),
	('phi', '{0.7142857142857,0.625,0.2927700218846,-0.3142857142857,-0.8366600265341}'),
	('llr', '{7.924864143603,4.749336302022,1.024298344721,1.19474747351,10.27231580369}'),
	('llr_root', '{2.81511352233,2.179297203693,1.0120762544,-1.093045046423,-3.20504536687}'),
	('p', '{0.02651515151515,0.06666666666667,0.3636363636364,0.9545454545455,1}'),
	('p_two_sided', '{0.02777777777778,0.06666666666667,0.5227272727273,0.5580808080808,0.01010101010101}');
SELECT measure, bool_and(close(affinity(s, a, b, measure), v[n], 1e-11)) AS right,
	bool_and(affinity(s, b, a, measure) = affinity(s, a, b, measure)) AS same_both_ways
FROM bought, expected,
	(VALUES (1, 'coffee', 'croissant'), (2, 'tea', 'scone'), (3, 'juice', 'muffin'), (4, 'coffee', 'muffin'),
	(5, 'coffee', 'tea')) AS p(n, a, b)
GROUP BY measure ORDER BY measure;
SELECT affinity(s, 'croissant', 'coffee', 'confidence') AS confidence,
	affinity(s, 'croissant', 'coffee', 'conviction') AS conviction,
	close(affinity(s, 'croissant', 'coffee', 'zhang'), 0.7142857142857) AS zhang
FROM bought;
-- Who buys the one always buys the other, which all others buy, too.
SELECT affinity(affinity_agg(items), 'a', 'b', 'conviction') AS conviction
FROM (VALUES ('{a,b}'::text[]), ('{b}')) AS v(items);
-- Items that nobody bought: their lift does not exist.
SELECT affinity(s, 'coffee', 'cake') AS lift, affinity(s, 'cake', 'coffee', 'confidence') AS confidence,
	affinity(s, 'coffee', 'cake', 'support') AS support, affinity(s, 'tea', 'tea', 'jaccard') AS same_item
FROM bought;

-- All pairs in two baskets or more, each once; seven items are 21 tests.
SELECT a, b, n_a, n_b, n_ab, round(lift::numeric, 4) AS lift, round(size_adjusted_lift::numeric, 4) AS adjusted,
	round(llr::numeric, 4) AS llr, round(p::numeric, 4) AS p, round(p_adjusted::numeric, 4) AS p_adjusted
FROM bought, affinity_pairs(s);
SELECT a, b, n_ab, round(p::numeric, 6) AS p, round(p_adjusted::numeric, 4) AS p_adjusted
FROM bought, affinity_pairs(s, avoiding => true) LIMIT 3;
SELECT order_by, string_agg(a || '+' || b, ' ' ORDER BY n) AS first FROM bought,
	unnest('{llr,lift,n_ab,leverage,confidence_ab,confidence_ba,conviction,cosine,imbalance,p}'::text[]) AS order_by,
	LATERAL (SELECT a, b, n FROM affinity_pairs(s, 2, order_by) WITH ORDINALITY AS q(a, b, n_a, n_b, n_ab, support,
		confidence_ab, confidence_ba, lift, size_adjusted_lift, leverage, conviction, cosine, jaccard, kulczynski,
			imbalance,
		llr, p, p_adjusted, n) LIMIT 3) AS t
GROUP BY order_by ORDER BY order_by;
-- Adjusted as p_adjust does it, over the pairs of candidates, those never together included.
SELECT bool_and(close(coalesce(p_adjusted, 1), adjusted)) AS same, count(*) AS tests FROM bought, LATERAL (
	SELECT a, b, p_adjust(coalesce(p, 1)) OVER () AS adjusted
	FROM (SELECT DISTINCT unnest(items) AS a FROM basket) AS x
	JOIN (SELECT DISTINCT unnest(items) AS b FROM basket) AS y ON a < b
	LEFT JOIN affinity_pairs(s, 1) USING (a, b)) AS t LEFT JOIN affinity_pairs(s, 1) USING (a, b);
SELECT count(*) AS candidates FROM bought, affinity_pairs(s, 1, 'llr', 4, true);

-- A2: the ratio, as Dunning printed it, and where differences of entropies would lose all digits.
SELECT k, close(llr(k[1], k[2], k[3], k[4]), g, 2e-11) AS right FROM (VALUES
	('{110,2442,111,29114}'::bigint[], 270.7218769362), ('{29,13,123,31612}', 263.8966260676),
		('{1,0,0,10000}', 20.42078074062),
	('{10,0,0,100000}', 204.2078074062), ('{13,1000,1000,100000}', 0.8037549389413),
		('{100,1000,1000,100000}', 265.0130638522),
	('{0,10,10,100}', 1.820694516646), ('{5,5,5,5}', 0)) AS v(k, g);
SELECT lift(10001, 1, 1, 1), lift(120, 10, 10, 0), lift(10, 0, 3, 0) AS no_a, llr(0, 0, 0, 0) AS nothing;
SELECT close(fisher_p(12, 4, 4, 3), 33 / 495.0) AS greater, close(fisher_p(12, 4, 4, 3, 'less'), 494 / 495.0) AS less,
	close(fisher_p(12, 4, 4, 3, 'two-sided'), 33 / 495.0) AS two_sided, fisher_p(0, 0, 0, 0) AS nothing;
-- Published example: the lady who tasted tea (Fisher 1935), and tails of large numbers of baskets.
SELECT close(fisher_p(8, 4, 4, 3), 17 / 70.0) AS lady,
	close(fisher_p(4000000000, 1000000000, 1000000000, 250030000), 0.0057070124347196138) AS large,
	close(fisher_p(9007199254740992, 4503599627370496, 4503599627370496, 2251799813685248, 'less'), 0.5,
			1e-7) AS largest;
-- Columns of any integer type, literals and quoted numbers.
SELECT lift(n, a::smallint, b::integer, ab) AS columns, lift('12', '7', '5', '5') AS quoted
FROM (VALUES (12::bigint, 7, 5, 5)) AS v(n, a, b, ab);

-- bigint items are in the order of the numbers; NULL is left out, an empty basket is none, an item twice counts once.
SELECT affinity_agg(items)
FROM (VALUES ('{10,9,9}'::bigint[]), ('{-1,NULL,10}'), ('{}'), (NULL), ('{NULL}'), ('{9}')) AS v(items);
SELECT affinity_agg(items) AS of_integers FROM (VALUES ('{10,9}'::integer[])) AS v(items);
SELECT affinity_agg(items) AS of_varchar FROM (VALUES ('{b,"a c",""}'::varchar[])) AS v(items);
SELECT affinity(s, 9, 10, 'support') AS support FROM (SELECT affinity_agg('{9,10}'::bigint[]) AS s) AS t;
SELECT affinity_agg(items) AS empty, count(p) AS pairs
FROM basket LEFT JOIN LATERAL affinity_pairs('v1') AS p ON true
WHERE false;
SELECT affinity('v1'::affinity_summary, 'a'::text, 'b', 'lift') AS empty;

-- Equal to a self-join, whatever the rows, and merged from random parts in random order.
SELECT setseed(0.25);
CREATE TABLE line AS
SELECT DISTINCT b AS basket, floor(random() ^ 2 * 40)::integer AS item
FROM generate_series(1, 2000) AS b, generate_series(1, 1 + b % 9);
CREATE TABLE random_basket AS
SELECT basket, array_agg('i' || item ORDER BY random()) AS items, basket % 7 AS part FROM line GROUP BY basket;
CREATE TABLE joined AS
SELECT 'i' || x.item AS a, 'i' || y.item AS b, count(*) AS n FROM line AS x JOIN line AS y USING (basket)
WHERE ('i' || x.item) COLLATE "C" < 'i' || y.item GROUP BY 1, 2;
SELECT count(*) AS pairs, count(*) FILTER (WHERE n_ab IS DISTINCT FROM n) AS differ
FROM (SELECT affinity_agg(items) AS s FROM random_basket) AS t, affinity_pairs(s, 1) FULL JOIN joined USING (a, b);
SELECT bool_and(merged = s) AS same, bool_and(merged::text = s::text) AS same_text
FROM (SELECT affinity_agg(items) AS s FROM random_basket) AS t,
	LATERAL (SELECT rollup(p ORDER BY random()) AS merged
		FROM (SELECT affinity_agg(items ORDER BY random()) AS p FROM random_basket GROUP BY part) AS q) AS m;
-- Lift of independent items is what the sizes of baskets make it.
SELECT close(max(lift / size_adjusted_lift),
		(SELECT avg(n * (n - 1)) / avg(n) ^ 2 FROM (SELECT count(*) AS n FROM line GROUP BY basket) AS sizes)) AS right
FROM (SELECT affinity_agg(items) AS s FROM random_basket) AS t, affinity_pairs(s, 1) WHERE lift > 0;

-- What is refused.
SELECT affinity_agg(ARRAY[['a', 'b'], ['c', 'd']]);
SELECT rollup(s) FROM (VALUES ('v1 text 1 "a":1 /'::affinity_summary), ('v1 bigint 1 1:1 /')) AS v(s);
SELECT affinity(s, 1, 2) FROM bought;
SELECT affinity(s, 'a', 'b', 'liftoff') FROM bought;
SELECT * FROM bought, affinity_pairs(s, 0);
SELECT * FROM bought, affinity_pairs(s, 1, 'llr', -1);
SELECT * FROM bought, affinity_pairs(s, order_by => 'odds');
SELECT lift(12, 7, 5, 6);
SELECT lift(10, 7, 5, 1);
SELECT fisher_p(12, 7, 5, 5, 'both');
SELECT llr(1, -1, 0, 0);
SELECT llr(9007199254740992, 1, 0, 0);
SELECT 'v2'::affinity_summary;
SELECT 'v1 text'::affinity_summary;
SELECT 'v1 text 0 /'::affinity_summary;
SELECT 'v1 text 2 "a":3 /'::affinity_summary;
SELECT 'v1 text 3 "a":2 /'::affinity_summary;
SELECT 'v1 text 2 "a":1 "a":1 /'::affinity_summary;
SELECT 'v1 text 2 "a":2 "b":2 / 0-1:1'::affinity_summary;
SELECT 'v1 text 2 "a":1 "b":2 / 0-1:2'::affinity_summary;
SELECT 'v1 text 2 "a":1 "b":2 / 1-0:1'::affinity_summary;
SELECT 'v1 text 2 "a":1 "b":2 / 0-1:1 0-1:1'::affinity_summary;
SELECT 'v1 text 2 "a":1 "b":2 / 0-2:1'::affinity_summary;
SELECT 'v1 bigint 1 9223372036854775808:1 /'::affinity_summary;
SELECT 'v1 text 1 "a":1'::affinity_summary;
SELECT 'v1 text 1 a:1 /'::affinity_summary;
SELECT 'v1 text 2 "a":2 "b":2 /'::affinity_summary;
SELECT 'v1 text 3 "a":2 "b":1 "c":2 "d":2 / 0-2:1 0-3:1'::affinity_summary;
-- In any order it is the same value.
SELECT 'v1 text 2 "b":2 "a":1 / 0-1:1'::affinity_summary = 'v1 text 2 "a":1 "b":2 / 0-1:1' AS same;

DROP TABLE basket, bought, expected, line, random_basket, joined;
DROP FUNCTION close;
