-- auc_pair: two scores of the same customers.
CREATE TABLE twenty AS SELECT row_number() OVER () AS i, y, a, b
FROM unnest('{1,1,0,1,1,0,1,0,0,1,0,0,1,0,0,0,1,0,0,0}'::integer[],
	'{.95,.90,.85,.80,.70,.70,.65,.60,.55,.50,.50,.45,.40,.35,.30,.30,.25,.20,.15,.05}'::float8[],
	'{.80,.95,.60,.90,.60,.55,.40,.60,.30,.70,.20,.55,.35,.40,.25,.10,.45,.30,.15,.05}'::float8[]) AS u(y, a, b);
CREATE TABLE thousand AS SELECT i, (1 + 37 * i % 99) / 100.0 AS score,
	((1 + 37 * i % 99) / 100.0::float8 + (1 + 53 * i % 91) / 100.0::float8) / 2 AS second,
	((61 * i + i * i) % 97) * 1000 < 97 * (1 + 37 * i % 99) * 6 AS y
FROM generate_series(0, 999) AS i;

-- K1 and K2.  It lists what is off by more than 1e-9, so it should return no row.
SELECT name, got, want
FROM (SELECT (SELECT auc_pair_agg(a, b, y) FROM twenty) AS t,
	(SELECT auc_pair_agg(score, second, y) FROM thousand) AS k) AS p,
	LATERAL (VALUES ('difference', auc_diff(t), -0.09895833333333), ('low', auc_diff_low(t), -0.269844573327),
	('high', auc_diff_high(t), 0.07192790666035), ('p', auc_diff_p(t), 0.2563780475444),
	('difference', auc_diff(k), 0.7237043516291 - 0.6909005843195),
	('p', auc_diff_p(k), 0.01706288415727)) AS v(name, got, want)
WHERE (abs(got - want) <= 1e-9 * abs(want)) IS NOT TRUE;
SELECT auc_pair_agg(a, b, y) FROM twenty WHERE i < 6;
-- Both ways round; split and merged; for outcomes of each type.
SELECT auc_diff(auc_pair_agg(a, b, y)) = -auc_diff(auc_pair_agg(b, a, y)) AS turned,
	abs(auc_diff_p(auc_pair_agg(a, b, y)) - auc_diff_p(auc_pair_agg(b, a, y = 1))) < 1e-14 AS p
FROM twenty;
SELECT auc_diff(auc_pair_agg(score, second, y)) = auc(score, y) - auc(second, y) AS difference,
	auc_pair_agg(score, second, y) = auc_pair_agg(score, second, y ORDER BY i * 7 % 1000) AS ordered
FROM thousand;
SELECT rollup(p) = (SELECT auc_pair_agg(score, second, y) FROM thousand) AS merged
FROM (SELECT auc_pair_agg(score, second, y) AS p FROM thousand GROUP BY i % 17) AS t;
-- Rows twice are more of them: the difference stays, the interval becomes narrower.
SELECT auc_diff(two) = auc_diff(one) AS same, auc_diff_high(two) < auc_diff_high(one) AS narrower
FROM (SELECT auc_pair_agg(a, b, y) AS one, (SELECT auc_pair_agg(a, b, y) FROM twenty, generate_series(1, 2)) AS two
	FROM twenty) AS t;
-- A score against itself, against a perfect one, one class, one event, nothing; NULL is ignored.
SELECT auc_diff(p), auc_diff_low(p), auc_diff_high(p), auc_diff_p(p)
FROM ( SELECT auc_pair_agg(a, a, y) AS p FROM twenty UNION ALL SELECT auc_pair_agg(a, y, y)
	FROM (VALUES (1, 1), (1, 1), (0, 0), (0, 0)) AS v(a, y) UNION ALL SELECT auc_pair_agg(-y, y, y) FROM twenty
	UNION ALL SELECT auc_pair_agg(a, b, 1) FROM twenty UNION ALL SELECT auc_pair_agg(a, b, (i = 7)::integer)
	FROM twenty UNION ALL SELECT auc_pair_agg(a, b, y) FROM twenty WHERE false) AS t;
SELECT auc_pair_agg(a, b, y)
FROM (VALUES (0.1, 0.2, true), (NULL, 0.2, true), (0.1, NULL, true), (0.1, 0.2, NULL)) AS v(a, b, y);
SELECT count(*) AS outside
FROM (SELECT auc_pair_agg(a, b, y) AS p FROM twenty) AS t, generate_series(0.01, 0.99, 0.07) AS c
WHERE NOT (auc_diff_low(p, c::float8) <= auc_diff(p) AND auc_diff(p) <= auc_diff_high(p, c::float8));

SELECT auc_pair_agg('NaN', 1, true);
SELECT auc_pair_agg(1, 'infinity', true);
SELECT auc_pair_agg(1, 1, 3);
SELECT auc_diff_low('v1', 0);
SELECT 'v1 pair 4 [] 0,0,2,1'::auc_pair;
SELECT 'v1 pair 4 [] 0,0,1,0.5'::auc_pair;

DROP TABLE twenty, thousand;
