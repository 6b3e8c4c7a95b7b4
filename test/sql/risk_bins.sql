-- Bins: weight of evidence, information value, monotone cuts.
-- Checks of numbers list what is off by more than 1e-9, so they should return no row.

-- S26: four bins of a scorecard.
CREATE TABLE bins AS SELECT bin, good, bad
FROM unnest('{a,b,c,d}'::text[], '{300,420,180,60}'::integer[], '{10,30,35,25}'::integer[]) AS u(bin, good, bad);
CREATE TABLE summary AS SELECT bin_agg(bin, y, n) AS s
FROM bins, LATERAL (VALUES (false, good), (true, bad)) AS v(y, n);
SELECT s FROM summary;
SELECT t.bin, t.woe, t.iv FROM summary, bin_table(s) AS t
JOIN (VALUES ('a', -1.139434283188, 0.2421297851775, 0.03225806451613),
	('b', -0.3772942311415, 0.05187795678195, 0.06666666666667),
	('c', 0.624154309073, 0.1014250752244, 0.1627906976744),
	('d', 1.38629436112, 0.25993019271, 0.2941176470588)) AS v(bin, w, i, r) USING (bin)
WHERE (abs(t.woe / w - 1) < 1e-9 AND abs(t.iv / i - 1) < 1e-9 AND abs(rate / r - 1) < 1e-9
	AND woe(s, t.bin) = t.woe) IS NOT TRUE;
SELECT abs(information_value(s) / 0.6553630098938 - 1) < 1e-9 AS iv,
	information_value(s) = (SELECT sum(iv) FROM bin_table(s)) AS adds_up
FROM summary;
SELECT bin, low, high, n, events, share, rate FROM summary, bin_table(s);
-- No cell is empty, so no rule changes anything.
SELECT count(DISTINCT information_value(s, rule))
FROM summary, unnest('{null,half,floor,adjust,error}'::text[]) AS rule;

-- A bin without an event: nothing is filled unless asked for.
CREATE TABLE gap AS SELECT 'v1 "1":250:0 "2":300:20 "3":12:8 "4":40:12'::bin_summary AS s;
SELECT information_value(s), woe(s, '1'), round(woe(s, '2')::numeric, 10) AS woe_2 FROM gap;
SELECT bin, n, events, rate, round(woe::numeric, 10) AS woe, round(iv::numeric, 10) AS iv FROM gap, bin_table(s);
SELECT rule, got, want
FROM gap, LATERAL (VALUES ('adjust', woe(s, '1', 'adjust'), -2.844581942923),
	('adjust', woe(s, '2', 'adjust'), -0.02112089030964), ('adjust', woe(s, '3', 'adjust'), 2.281464202684),
	('adjust', woe(s, '4', 'adjust'), 1.482956506467), ('adjust', information_value(s, 'adjust'), 1.848223044653),
	('half', woe(s, '1', 'half'), -3.550701521433), ('half', woe(s, '2', 'half'), -0.01911828817945),
	('half', woe(s, '3', 'half'), 2.280242098839), ('half', woe(s, '4', 'half'), 1.490331249847),
	('half', information_value(s, 'half'), 2.188417353844),
	('floor', woe(s, '1', 'floor'), ln(0.0001 / (250 / 602.0)))) AS v(rule, got, want)
WHERE (abs(got - want) <= 1e-9 * abs(want)) IS NOT TRUE;

-- K7: age in twelve fine bins.
CREATE TABLE age AS SELECT lower AS age, y
FROM unnest('{18,21,24,27,30,33,36,40,45,50,55,60}'::integer[],
	'{62,88,118,150,170,182,210,240,228,205,160,110}'::integer[],
	'{14,17,25,24,29,22,24,26,19,21,10,9}'::integer[]) AS u(lower, good, bad),
	LATERAL (SELECT false AS y FROM generate_series(1, good) UNION ALL SELECT true FROM generate_series(1, bad)) AS r;
CREATE TABLE fine AS SELECT fine_agg(age, y, '{21,24,27,30,33,36,40,45,50,55,60}') AS s FROM age;
SELECT s FROM fine;
SELECT method, cuts = want AS cuts, abs(information_value(rebin(s, cuts)) / iv - 1) < 1e-9 AS iv
FROM fine, LATERAL (VALUES ('none', '{21,24,27,30,33,36,40,45,50,55,60}'::float8[],
	'{21,24,27,30,33,36,40,45,50,55,60}'::float8[], 0.1246427634584),
	('pooled', monotone_cuts(s), '{21,27,33,36,40,45,55}', 0.1201115611978),
	('any size', monotone_cuts(s, 12), '{21,27,33,36,40,45,55}', 0.1201115611978),
	('decreasing', monotone_cuts(s, direction => 'decreasing'), '{21,27,33,36,40,45,55}', 0.1201115611978),
	('five', monotone_cuts(s, 5, 0.05), '{27,33,45,55}', 0.1191324561893),
	('four', monotone_cuts(s, 4, 0.05), '{33,45,55}', 0.1140115680226),
	('three', monotone_cuts(s, 3, 0.05), '{33,45}', 0.1088374516151),
	('two', monotone_cuts(s, max_bins => 2, min_share => 0.05), '{33}', 0.09439521154478),
	('20 events', monotone_cuts(s, 5, 0.05, 20), '{27,33,40,45}', 0.1144265724805)) AS v(method, cuts, want, iv);
SELECT bin, n, events, round(rate::numeric, 10) AS rate, round(woe::numeric, 10) AS woe
FROM fine, bin_table(rebin(s, monotone_cuts(s)));
SELECT bin, t.woe, w
FROM fine, bin_table(rebin(s, monotone_cuts(s))) WITH ORDINALITY AS t(bin, low, high, n, events, share, rate, woe,
	iv, i)
JOIN (VALUES (1, 0.592925766817), (2, 0.4907962717406), (3, 0.2829737400051), (4, -0.03196141147169),
	(5, -0.08805087812273), (6, -0.1415395630737), (7, -0.3008554516418), (8, -0.5729801575851)) AS v(i, w) USING (i)
WHERE (abs(t.woe / w - 1) < 1e-9) IS NOT TRUE;
SELECT monotone_cuts(s, 1) AS one, monotone_cuts(s, direction => 'increasing') AS rising,
	monotone_cuts(s, NULL, 0.6) AS too_large, monotone_cuts(s, NULL, 0, 300) AS too_many,
	monotone_cuts(s, NULL, NULL) AS unknown
FROM fine;
-- Cuts fit width_bucket: from a cut up is the next bin.
SELECT count(*) AS differ
FROM (SELECT rebin(s, '{27,33,45,55}') AS s FROM fine) AS t,
	(SELECT width_bucket(age, '{27,33,45,55}'::integer[]) AS bucket, count(*) AS n FROM age GROUP BY 1) AS b
JOIN LATERAL (SELECT row_number() OVER () - 1 AS bucket, n FROM bin_table(s)) AS w USING (bucket) WHERE w.n <> b.n;
SELECT rebin(s, '{}'), rebin(s, '{60}'), rebin('v1', '{1}') FROM fine;
SELECT fine_agg(age, y, '{27,33,45,55}') = (SELECT rebin(s, '{27,33,45,55}') FROM fine) AS same,
	fine_agg(age, y::integer, '{27,33,45,55}') = (SELECT rebin(s, '{27,33,45,55}') FROM fine) AS integers
FROM age;

-- Random bins: no monotone way to join them is better, tried one by one.
SELECT setseed(0.7);
CREATE TABLE random_bins AS SELECT g, fine_agg(i, random() < 0.2 + 0.05 * (i % 3) + i * 0.03, '{2,3,4,5,6,7}') AS s
FROM generate_series(1, 40) AS g, generate_series(1, 7) AS i, generate_series(1, 3 + g % 7) GROUP BY g;
CREATE TABLE joined AS SELECT g, cuts, low, n, rate, iv
FROM random_bins, generate_series(0, 63) AS w, LATERAL (SELECT array(SELECT k::float8 FROM generate_series(2, 7) AS k
	WHERE w >> (k - 2) & 1 = 1) AS cuts) AS c, bin_table(rebin(s, cuts));
CREATE TABLE ways AS SELECT g, cuts, sum(iv) AS iv, count(*) AS bins, min(n) AS least
FROM (SELECT *, sign(rate - lag(rate) OVER (PARTITION BY g, cuts ORDER BY low NULLS FIRST)) AS change
	FROM joined) AS t
GROUP BY g, cuts
HAVING bool_and(iv IS NOT NULL) AND count(DISTINCT change) <= 1 AND bool_and(change IS DISTINCT FROM 0);
SELECT count(*), count(*) FILTER (WHERE abs(information_value(rebin(s, monotone_cuts(s))) - best) > 1e-12) AS wrong
FROM random_bins JOIN (SELECT g, max(iv) AS best FROM ways GROUP BY g) AS b USING (g);
SELECT count(*), count(*) FILTER (WHERE abs(information_value(rebin(s, monotone_cuts(s, 3))) - best) > 1e-12) AS wrong
FROM random_bins JOIN (SELECT g, max(iv) AS best FROM ways WHERE bins <= 3 GROUP BY g) AS b USING (g);
SELECT count(*), count(*) FILTER (WHERE abs(information_value(rebin(s,
	monotone_cuts(s, 4, 0.2))) - best) > 1e-12) AS wrong
FROM random_bins
JOIN (SELECT g, max(iv) AS best FROM ways WHERE bins <= 4 AND least >= 0.2 * 7 * (3 + g % 7)
	GROUP BY g) AS b USING (g);

-- NULL is a bin of its own between cuts, and has a weight of evidence; it is not joined and has no place in the order.
CREATE TABLE with_null AS SELECT fine_agg(x, y, '{10,20}') AS s
FROM (VALUES (5, true), (5, false), (15, true), (15, false), (15, false), (25, false), (25, true), (NULL, true),
	(NULL, true), (NULL, false)) AS v(x, y);
SELECT s, monotone_cuts(s) AS cuts FROM with_null;
SELECT * FROM with_null, bin_table(rebin(s, '{20}'));
SELECT x, woe(s, x) = t.woe AS same FROM with_null, (VALUES (3, 1), (10, 2), (19.9, 2), (20, 3), (NULL, 4)) AS v(x, i)
JOIN LATERAL (SELECT row_number() OVER () AS i, woe FROM bin_table(s)) AS t USING (i);
-- Labels: NULL is ignored; numbers are labels by their digits; weights are repetitions.
SELECT bin_agg(b, y) AS text, bin_agg(b, y, 2) AS weighted
FROM (VALUES ('x', true), (NULL, true), ('x', NULL), ('', false)) AS v(b, y);
SELECT s, woe(s, 3), woe(s, 3::smallint), woe(s, 3.0), woe(s, '3'), woe(s, 2) AS unknown,
	woe(s, NULL::float8) AS none, woe(s, 1e300)
FROM (SELECT bin_agg(i % 4, i % 3) AS s FROM (SELECT i FROM generate_series(1, 40) AS i WHERE i % 3 < 2) AS t) AS t;
SELECT bin_agg(b, y, w) = bin_agg(b, y, w ORDER BY w DESC) AS ordered, bin_agg(b, y, w)
FROM (SELECT 'b' || i % 3 AS b, i % 2 = 0 AS y, (i % 7) / 3.0 AS w FROM generate_series(1, 100) AS i) AS t;
SELECT rollup(s) = (SELECT bin_agg(i % 5, i % 7 > 2) FROM generate_series(1, 1000) AS i) AS merged
FROM (SELECT bin_agg(i % 5, i % 7 > 2) AS s FROM generate_series(1, 1000) AS i GROUP BY i % 11) AS t;
SELECT rollup(s) FROM (VALUES ('v1 [1,2] 1:0 2:2 0:1 0:0'::bin_summary), ('v1'), ('v1 [1,2] 1:1 0:0 0:0 5:0')) AS v(s);
SELECT bin_agg('a', true) FILTER (WHERE false) AS none, information_value('v1'), woe('v1', 'a'),
	information_value('v1 "a":5:0'), woe('v1 "a":5:0', 'a'), (SELECT count(*) FROM bin_table('v1')),
	monotone_cuts('v1'), monotone_cuts('v1 [1] 5:0 3:0 0:0');
SELECT bin, n, rate, woe, iv FROM bin_table('v1 "a":5:0');

SELECT bin_agg('a', 2);
SELECT bin_agg('a', true, -1);
SELECT fine_agg('NaN', true, '{1}');
SELECT fine_agg(1, true, '{2,1}');
SELECT fine_agg(1, true, '{1,NULL}');
SELECT fine_agg(1, true, ARRAY[i]) FROM generate_series(1, 2) AS i;
SELECT rollup(s) FROM (VALUES ('v1 [1] 1:0 2:2 0:1'::bin_summary), ('v1 [2] 1:0 2:2 0:1')) AS v(s);
SELECT rollup(s) FROM (VALUES ('v1 [1] 1:0 2:2 0:1'::bin_summary), ('v1 "a":1:1')) AS v(s);
SELECT woe(s, '1', 'error') FROM gap;
SELECT information_value('v1 [1] 3:0 2:2 0:0', 'error');
SELECT information_value('v1 [1] 3:1 2:2 1:0', 'error');
SELECT information_value(s, 'fill') FROM gap;
SELECT woe(s, 'NaN'::float8) FROM fine;
SELECT woe(s, '21') FROM fine;
SELECT monotone_cuts(s) FROM gap;
SELECT rebin(s, '{22}') FROM fine;
SELECT monotone_cuts(s, 0) FROM fine;
SELECT monotone_cuts(s, 5, 5) FROM fine;
SELECT monotone_cuts(s, 5, 0, -1) FROM fine;
SELECT monotone_cuts(s, direction => 'down') FROM fine;
SELECT bin_agg(i, true) FROM generate_series(1, 70000) AS i;
SELECT 'v1 "a":1:0 "a":0:1'::bin_summary;
SELECT 'v1 "a":1'::bin_summary;
SELECT 'v1 [1,1] 0:0 0:0 0:0 0:0'::bin_summary;
SELECT 'v1 [1] 0:0 0:0'::bin_summary;

DROP TABLE bins, summary, gap, age, fine, random_bins, joined, ways, with_null;
