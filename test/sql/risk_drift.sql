-- Are the customers still those that the score was made for (K15, S27)?
-- Checks of numbers list what is off by more than 1e-9, so they should return no row.

CREATE TABLE counts AS SELECT 'v1 "1":120 "2":230 "3":310 "4":220 "5":120'::distribution_summary AS e,
	'v1 "1":95 "2":180 "3":300 "4":260 "5":165'::distribution_summary AS a;
SELECT name, got, want
FROM counts, LATERAL (VALUES ('psi', psi(e, a), 0.03943697369628), ('turned', psi(a, e), 0.03943697369628),
	('p', psi_p(e, a), 0.0005675244202356), ('js', js_divergence(e, a, 'nats'), 0.004915639363707),
	('js', js_divergence(e, a, 'bits'), 0.007091768532818),
	('distance', sqrt(js_divergence(e, a, 'nats')), 0.07011162074654),
	('distance', sqrt(js_divergence(e, a, 'bits')), 0.084212638795),
	('hellinger', hellinger(e, a), 0.07016136180021), ('limit', psi_limit(1000, 1000, 5), 0.01897545807356),
	('limit', psi_limit(1000, 1000, 5, 0.99), 0.02655340827198), ('10 bins', psi_limit(200, 200, 10), 0.1691897762),
	('10 bins', psi_limit(1000, 1000, 10), 0.03383795521),
	('10 bins', psi_limit(100000, 100000, 10), 0.0003383795521)) AS v(name, got, want)
WHERE (abs(got - want) <= 1e-9 * abs(want)) IS NOT TRUE;
SELECT bin, part, want FROM counts, psi_table(e, a)
JOIN (VALUES ('1', 0.005840371279538), ('2', 0.01225612290165), ('3', 0.0003278982282299), ('4', 0.006682163386527),
	('5', 0.01433041790033)) AS v(bin, want) USING (bin)
WHERE (abs(part / want - 1) < 1e-9) IS NOT TRUE;
SELECT bin, expected, actual, expected_share, actual_share, round(part::numeric, 12) AS part
FROM counts, psi_table(e, a);
SELECT sum(abs(actual_share - expected_share)) / 2 AS total_variation,
	round(sum((actual_share - expected_share) * points)::numeric, 12) AS shift_in_points
FROM counts, psi_table(e, a)
JOIN (VALUES ('1', 10), ('2', 25), ('3', 40), ('4', 55), ('5', 70)) AS v(bin, points) USING (bin);
-- The same shares: the index is the same whatever the number of rows, its probability is not.
CREATE TABLE shares AS SELECT 'v1 "a":10 "b":20 "c":40 "d":20 "e":10'::distribution_summary AS e,
	'v1 "a":8 "b":15 "c":35 "d":25 "e":17'::distribution_summary AS a;
SELECT abs(psi(e, a) / 0.07382469942016 - 1) < 1e-9 AS psi, psi_p(e, a) > 0.05 AS by_chance FROM shares;
SELECT abs(psi(e, a) / 0.07382469942016 - 1) < 1e-9 AS psi, psi_p(e, a) > 0.05 AS by_chance
FROM (SELECT rollup(e) AS e, rollup(a) AS a FROM shares, generate_series(1, 20)) AS t;

-- A bin that only one has: an error that names it, unless a rule is named.
CREATE TABLE hole AS SELECT 'v1 [10,20,30] 100 200 0 100'::distribution_summary AS e,
	'v1 [10,20,30] 90 210 20 80'::distribution_summary AS a;
SELECT psi(e, a) FROM hole;
SELECT psi_p(a, e) FROM hole;
SELECT psi(e, a, 'null'), psi_p(e, a, 'null') FROM hole;
SELECT name, got, want
FROM hole, LATERAL (VALUES ('half', psi(e, a, 'half'), 0.1996125498191),
	('floor', psi(e, a, 'floor'), 0.3251198886727), ('js', js_divergence(e, a, 'nats'), 0.01920199395304)) AS v(name,
	got, want)
WHERE (abs(got - want) <= 1e-9 * abs(want)) IS NOT TRUE;
SELECT * FROM hole, psi_table(e, a);
SELECT bin, round(part::numeric, 10) AS part FROM hole, psi_table(e, a, 'half');
-- A bin that neither has is none; labels that one has not seen are empty bins.
SELECT psi('v1 [1,2] 5 0 5', 'v1 [1,2] 5 0 5') AS same,
	psi_p('v1 [1,2] 5 0 5', 'v1 [1,2] 4 0 6') = psi_p('v1 "a":5 "b":5', 'v1 "a":4 "b":6') AS p;
SELECT bin, expected, actual, part FROM psi_table('v1 "a":5 "c":5', 'v1 "a":4 "b":6');
SELECT js_divergence('v1 "a":5', 'v1 "b":6', 'bits') AS apart, hellinger('v1 "a":5', 'v1 "b":6'),
	js_divergence('v1 "a":5', 'v1 "a":7', 'bits') AS same;
SELECT psi('v1', 'v1 "a":1'), psi('v1 "a":1', 'v1'), psi('v1', 'v1'), js_divergence('v1', 'v1 "a":1', 'nats'),
	hellinger('v1', 'v1'), psi_p('v1 "a":5', 'v1 "a":7') AS one_bin, psi('v1 [] 5', 'v1 [] 7') AS one;
SELECT bin, expected, actual, expected_share, part FROM psi_table('v1', 'v1 "a":1');

-- From rows: by cuts as width_bucket, by labels, by numbers; in any order and split.
SELECT distribution_agg(x, '{1,2}'), distribution_agg(x::text), distribution_agg(x::bigint),
	distribution_agg(x::bigint::integer)
FROM unnest('{0,1,1,2,5,NULL}'::float8[]) AS x;
SELECT distribution_agg(i * 31 % 100, '{10,20,50}') = (SELECT rollup(d)
	FROM (SELECT distribution_agg(i * 31 % 100, '{10,20,50}') AS d FROM generate_series(1, 500) AS i
	GROUP BY i % 7) AS t) AS cuts, distribution_agg('l' || i % 30) = (SELECT rollup(d)
	FROM (SELECT distribution_agg('l' || i % 30) AS d FROM generate_series(1, 500) AS i
	GROUP BY i % 7) AS t) AS labels
FROM generate_series(1, 500) AS i;
-- Without a change the index is below its limit in 95 of 100 months.
SELECT setseed(0.3);
SELECT count(*) FILTER (WHERE psi(e, d) < psi_limit(2000, 500, 5)) BETWEEN 360 AND 396 AS about_380
FROM (SELECT distribution_agg(random(), '{.1,.3,.6,.8}') AS d
	FROM generate_series(1, 400) AS month, generate_series(1, 500) GROUP BY month) AS m,
	LATERAL (SELECT distribution_agg(random(), '{.1,.3,.6,.8}') AS e FROM generate_series(1, 2000)
	WHERE d IS NOT NULL) AS b;

SELECT psi('v1 [1] 5 5', 'v1 [2] 5 5');
SELECT psi('v1 [1] 5 5', 'v1 "a":5');
SELECT psi('v1 "a":5', 'v1 "a":5', 'zero');
SELECT js_divergence('v1 "a":5', 'v1 "a":5', 'bit');
SELECT psi_limit(0, 100, 5);
SELECT psi_limit(100, 100, 1);
SELECT psi_limit(100, 100, 5, 95);
SELECT distribution_agg('NaN', '{1}');
SELECT distribution_agg(1, '{1,1}');
SELECT 'v1 "a":-1'::distribution_summary;
SELECT 'v1 "a":1:2'::distribution_summary;
SELECT 'v1 [1] 1 2 3'::distribution_summary;

DROP TABLE counts, hole, shares;
