-- score_summary: does a high score mean that the event is more likely?
-- Each check lists what is off by more than 1e-9, so it should return no row.

CREATE TABLE twenty AS SELECT y, a, b
FROM unnest('{1,1,0,1,1,0,1,0,0,1,0,0,1,0,0,0,1,0,0,0}'::integer[],
	'{.95,.90,.85,.80,.70,.70,.65,.60,.55,.50,.50,.45,.40,.35,.30,.30,.25,.20,.15,.05}'::float8[],
	'{.80,.95,.60,.90,.60,.55,.40,.60,.30,.70,.20,.55,.35,.40,.25,.10,.45,.30,.15,.05}'::float8[]) AS u(y, a, b);
CREATE TABLE thousand AS SELECT i, (1 + 37 * i % 99) / 100.0 AS score,
	((1 + 37 * i % 99) / 100.0::float8 + (1 + 53 * i % 91) / 100.0::float8) / 2 AS second,
	((61 * i + i * i) % 97) * 1000 < 97 * (1 + 37 * i % 99) * 6 AS y
FROM generate_series(0, 999) AS i;
CREATE VIEW summary AS SELECT (SELECT score_agg(a, y) FROM twenty) AS a, (SELECT score_agg(b, y) FROM twenty) AS b,
	(SELECT score_agg(score, y) FROM thousand) AS k, (SELECT score_agg(second, y) FROM thousand) AS second;

-- K1: twenty cases with ties.
SELECT a FROM summary;
SELECT name, got, want
FROM summary, LATERAL (VALUES ('auc a', auc(a), 0.75), ('auc b', auc(b), 0.8489583333333),
	('gini a', gini_index(a), 0.5), ('gini b', gini_index(b), 0.6979166666667), ('se a', auc_se(a), 0.1169026872044),
	('se b', auc_se(b), 0.08765591782449), ('low a', auc_low(a), 0.5208749433834),
	('high a', auc_high(a), 0.9791250566166), ('low b', auc_low(b), 0.6771558913655), ('high b', auc_high(b), 1),
	('ks a', ks_stat(a), 0.4583333333333), ('ks b', ks_stat(b), 0.5833333333333), ('at a', ks_at(a), .65),
	('at b', ks_at(b), .35), ('ap a', average_precision(a), 0.7106820875203),
	('ap b', average_precision(b), 0.8141254578755), ('f1 a', (confusion(a, best_threshold(a))).f1, 0.6666666666667),
	('f1 b', (confusion(b, best_threshold(b))).f1, 0.7619047619048), ('f1 at a', best_threshold(a), .65),
	('f1 at b', best_threshold(b, 'f1'), .35), ('brier a', brier(a), 0.206625), ('brier b', brier(b), 0.1595),
	('loss a', log_loss(a), 0.5925475736367), ('loss b', log_loss(b), 0.4747844606396), ('gain a', gain(a, .1), .25),
	('gain a', gain(a, .2), .375), ('gain a', gain(a, .25), .4375), ('gain a', gain(a, .3), .5),
	('gain a', gain(a, .5), .6875), ('gain b', gain(b, .1), .25), ('gain b', gain(b, .2), .5),
	('gain b', gain(b, .25), .5416666666667), ('gain b', gain(b, .3), .5833333333333),
	('gain b', gain(b, .5), .75)) AS v(name, got, want)
WHERE (abs(got - want) <= 1e-9 * abs(want)) IS NOT TRUE;
-- K2: a thousand by formula.
SELECT name, got, want
FROM summary, LATERAL (VALUES ('n', num_cases(k)::float8, 1000), ('events', num_events(k)::float8, 269),
	('rate', event_rate(k), 0.269), ('auc', auc(k), 0.7237043516291), ('se', auc_se(k), 0.01698725848471),
	('low', auc_low(k), 0.690409936803), ('high', auc_high(k), 0.7569987664552), ('ks', ks_stat(k), 0.3420176058666),
	('ap', average_precision(k), 0.4296535601207), ('f1', (confusion(k, best_threshold(k))).f1, 0.5242718446602),
	('f1 at', best_threshold(k), .45), ('auc 2', auc(second), 0.6909005843195),
	('se 2', auc_se(second), 0.01801029569411), ('gain', gain(k, .05), 0.0728624535316),
	('lift', lift(k, .05), 1.457249070632)) AS v(name, got, want)
WHERE (abs(got - want) <= 1e-9 * abs(want)) IS NOT TRUE;
-- The distributions differ most up to .56, that is for scores from .57 up.
SELECT ks_at(k) FROM summary;

-- K3, gain and lift by decile: a block of equal scores is shared evenly.
SELECT decile, c.events, want FROM summary, gain_curve(k) WITH ORDINALITY AS c(depth, n, events, gain, lift, decile)
JOIN (VALUES (1, 49.3, 0.1832713754647, 1.832713754647), (2, 50.7, 0.3717472118959, 1.85873605948),
	(3, 36.1, 0.5059479553903, 1.686493184634), (4, 31.7, 0.6237918215613, 1.559479553903),
	(5, 32.83636363636, 0.7458600878675, 1.491720175735), (6, 23.36363636364, 0.8327137546468, 1.387856257745),
	(9, 1.8, 0.9814126394052, 1.090458488228), (10, 5, 1, 1)) AS v(decile, want, g, l) USING (decile)
WHERE (abs(c.events / want - 1) < 1e-9 AND abs(c.gain / g - 1) < 1e-9 AND abs(c.lift / l - 1) < 1e-9
	AND n = 100) IS NOT TRUE;
SELECT count(*), max(gain) AS last_gain, sum(events) AS events FROM summary, gain_curve(k, 7);

-- K4, thresholds.
SELECT t, tp, fp, fn, tn, round(ppv::numeric, 12) AS ppv, round(recall::numeric, 12) AS recall,
	round(specificity::numeric, 12) AS specificity, round(f1::numeric, 12) AS f1, round(mcc::numeric, 12) AS mcc,
	round(kappa::numeric, 12) AS kappa, round(balanced_accuracy::numeric, 12) AS balanced
FROM summary, unnest('{.3,.5,.7}'::float8[]) AS t, confusion(k, t);
SELECT c.* FROM summary, unnest('{2,-1}'::float8[]) AS t, confusion(k, t) AS c;
SELECT by, best_threshold(k, by) FROM summary, unnest('{f1,youden,mcc,kappa,accuracy,balanced_accuracy}'::text[]) AS by;
SELECT (confusion(k, 'infinity')).tp, (confusion(k, '-infinity')).tp AS all_tp FROM summary;
-- The curve from nobody to everybody: what confusion says at every threshold, and the area under it by trapezoids.
SELECT count(*), min(threshold), max(threshold), count(*) FILTER (WHERE threshold IS NULL) AS nobody
FROM summary, roc_curve(k);
SELECT count(*) AS differ FROM summary, roc_curve(k) AS r, confusion(k, threshold) AS c
WHERE (r.tp, r.fp, r.recall, 1 - r.false_positive_rate, r.ppv) IS DISTINCT
FROM (c.tp, c.fp, c.recall, c.specificity, c.ppv) AND abs(1 - r.false_positive_rate - c.specificity) > 1e-15;
SELECT abs(sum((x - lag_x) * (y + lag_y) / 2) - max(auc(k))) < 1e-14 AS area
FROM (SELECT k, false_positive_rate AS x, recall AS y, lag(false_positive_rate) OVER w AS lag_x,
	lag(recall) OVER w AS lag_y FROM summary, roc_curve(k) WITH ORDINALITY WINDOW w AS (ORDER BY ordinality)) AS t;
SELECT * FROM roc_curve('v1 0.2:3:1 0.5:0:2 0.9:1:0');

-- In one step, and for columns of every numeric type.
SELECT auc(a, y) = 0.75 AS auc, ks_stat(a, y) = 11 / 24.0::float8 AS ks, brier(a, y) AS brier,
	round(log_loss(a, y)::numeric, 13) AS log_loss
FROM twenty;
SELECT auc(i::smallint, y), auc(i::integer, y), auc(i::bigint, y), auc(i::numeric, y), auc(i::real, y),
	auc(i::float8, y), auc(i, y::integer::smallint), auc(i, y::integer), auc(i, y::integer::bigint)
FROM thousand WHERE i < 50;
SELECT auc(0.5, true), auc(1, 0), ks_stat('0.5', true), score_agg(1, true, 1), score_agg('1', 0, '2'),
	score_agg(NULL, true), auc(NULL::float8, NULL::boolean);
-- S25: ten cases with one tie.
SELECT name, got, want
FROM (SELECT score_agg(s, y) AS s FROM unnest('{1,0,1,1,0,0,1,0,0,0}'::integer[],
	'{.9,.8,.7,.6,.55,.4,.4,.3,.2,.1}'::float8[]) AS u(y, s)) AS t,
	LATERAL (VALUES ('auc', auc(s), 0.8125), ('gini', gini_index(s), 0.625), ('se', auc_se(s), 0.1473139127472),
	('low', auc_low(s), 0.5237700365938), ('high', auc_high(s), 1), ('ks', ks_stat(s), 0.5833333333333),
	('brier', brier(s), 0.18625), ('log loss', log_loss(s), 0.5493102058565),
	('skill', (brier_parts(s)).skill, 0.2239583333333), ('gain', gain(s, .1), .25), ('gain', gain(s, .2), .25),
	('gain', gain(s, .3), .5), ('gain', gain(s, .4), .75), ('gain', gain(s, .5), .75), ('gain', gain(s, .6), .875),
	('gain', gain(s, .7), 1), ('lift', lift(s, .2), 1.25), ('lift', lift(s, .3), 1.666666666667),
	('f1', (confusion(s, .5)).f1, 0.6666666666667), ('mcc', (confusion(s, .5)).mcc, 0.4082482904639),
	('precision', (confusion(s, .5)).ppv, .6)) AS v(name, got, want)
WHERE (abs(got - want) <= 1e-9 * abs(want)) IS NOT TRUE;

-- Mann and Whitney by brute force, on random scores with ties; half of the draws with weights, which are repetitions.
SELECT setseed(0.15);
CREATE TABLE draw AS SELECT g, floor(random() * (2 + g % 30)) / 7 AS score, random() < 0.4 AS y,
	floor(random() * 4)::integer AS weight
FROM generate_series(1, 60) AS g, generate_series(1, 40);
SELECT count(*) AS groups, count(*) FILTER (WHERE abs(area - wins) > 1e-14) AS wrong
FROM (SELECT g, auc(score, y) AS area FROM draw GROUP BY g) AS a
JOIN ( SELECT p.g, avg(CASE WHEN p.score > n.score THEN 1 WHEN p.score = n.score THEN 0.5 ELSE 0 END)::float8 AS wins
	FROM draw AS p JOIN draw AS n USING (g) WHERE p.y AND NOT n.y GROUP BY p.g) AS b USING (g);
SELECT count(*) AS differ
FROM ( SELECT (SELECT score_agg(score, y, weight) FROM draw AS d WHERE d.g = s.g) AS weighted,
	(SELECT score_agg(score, y) FROM draw AS d, generate_series(1, weight) WHERE d.g = s.g) AS repeated
	FROM generate_series(1, 60) AS s(g)) AS t
WHERE weighted <> repeated OR weighted::text <> repeated::text OR auc_se(weighted) IS DISTINCT FROM auc_se(repeated);
-- Fractional weights: half of each weight gives the same ranking; order and splits do not matter to a bit.
SELECT count(*) AS differ
FROM ( SELECT score_agg(score, y, weight / 3.0) AS s,
	score_agg(score, y, weight / 3.0 ORDER BY random()) AS shuffled, auc(score_agg(score, y, weight)) AS whole
	FROM draw GROUP BY g) AS t
WHERE s <> shuffled OR abs(auc(s) - whole) > 1e-12;
SELECT count(*) AS differ
FROM ( SELECT g, rollup(s ORDER BY random()) AS merged
	FROM (SELECT g, floor(random() * 5) AS part, score_agg(score, y, weight / 3.0) AS s FROM draw GROUP BY 1, 2) AS p
	GROUP BY g) AS m
JOIN (SELECT g, score_agg(score, y, weight / 3.0) AS whole FROM draw GROUP BY g) AS w USING (g) WHERE merged <> whole;
-- With and without weights together; weight 0 and NULL change nothing.
SELECT rollup(s)
FROM (SELECT score_agg(0.5, true) AS s UNION ALL SELECT score_agg(0.5, true, 0.5)
	UNION ALL SELECT score_agg(0.25, false, 0.5) UNION ALL SELECT 'v1') AS t;
SELECT score_agg(s, y, w)
FROM (VALUES (0.1, true, 0.1), (0.1, true, 0.2), (0.1, true, 0.7), (0.2, false, 0), (0.3, true, NULL),
	(NULL, true, 1), (0.4, NULL, 1)) AS v(s, y, w);

-- Many rows: distinct scores, and few of them; the same with workers, merged, and shuffled.
CREATE TABLE many AS SELECT i, (i * 7919::bigint % 50021) / 50021.0::float8 AS fine,
	(i * 7919::bigint % 1009 / 1000.0)::float8 AS coarse, i * 31::bigint % 101 < 30 AS y
FROM generate_series(1, 50000) AS i;
SELECT num_cases(score_agg(fine, y)), length(score_agg(coarse, y)::text) < 20000 AS short,
	score_agg(fine, y) = score_agg(fine, y ORDER BY fine) AS fine,
	score_agg(coarse, y) = score_agg(coarse, y ORDER BY i * 31 % 1003) AS coarse
FROM many;
SELECT rollup(s) = (SELECT score_agg(coarse, y) FROM many) AS merged
FROM (SELECT score_agg(coarse, y) AS s FROM many GROUP BY i % 300) AS t;
SELECT rollup(s) = (SELECT score_agg(fine, y) FROM many) AS merged
FROM (SELECT score_agg(fine, y) AS s FROM many GROUP BY i % 7) AS t;
WITH ranked AS ( SELECT y, rank() OVER (ORDER BY fine) + (count(*) OVER (PARTITION BY fine) - 1) / 2.0 AS r
	FROM many ), classes AS ( SELECT sum(r) FILTER (WHERE y) AS ranks, count(*) FILTER (WHERE y) AS n1,
	count(*) FILTER (WHERE NOT y) AS n0 FROM ranked ) SELECT abs(auc(fine,
	y) - (SELECT (ranks - n1 * (n1 + 1) / 2.0) / (n1 * n0) FROM classes)) < 1e-12 AS by_ranks
FROM many;

-- One class, one row of it, no rows.
SELECT auc(s), ks_stat(s), ks_at(s), gini_index(s), average_precision(s), auc_low(s), best_threshold(s), brier(s),
	round(log_loss(s)::numeric, 10) AS log_loss, gain(s, .5), (ks_test(s)).p
FROM (VALUES ('v1 0.2:3:0'::score_summary), ('v1 0.2:0:3')) AS v(s);
SELECT auc(s), auc_se(s), auc_low(s), ks_stat(s) FROM (SELECT 'v1 0.1:5:0 0.2:0:1'::score_summary AS s) AS t;
SELECT auc(s), auc_se(s), auc_low(s), auc_high(s) FROM (SELECT 'v1 0.1:5:0 0.2:0:4'::score_summary AS s) AS t;
SELECT auc(s), brier(s), log_loss(s), event_rate(s), num_cases(s), lift(s, .1), s
FROM (SELECT score_agg(a, y) AS s FROM twenty WHERE false) AS t;
SELECT auc(a, y), brier(a, y) FROM twenty WHERE false;
SELECT (SELECT count(*) FROM gain_curve('v1')) + (SELECT count(*) FROM roc_curve('v1')) + (SELECT count(*)
	FROM calibration('v1')) AS nothing, confusion('v1', 0), brier_parts('v1'), hosmer_lemeshow('v1', 2, true),
	calibration_fit('v1'), ks_test('v1');
SELECT gain(k, 0), lift(k, 0), gain(k, 1) FROM summary;
-- Any order will do for a ranking: scores need not be probabilities.
SELECT auc(s * 1000 - 300, y) = auc(s, y) AS same, auc(-s, y) = 1 - auc(s, y) AS turned
FROM (SELECT score AS s, y FROM thousand) AS t;
SELECT score_agg('-0'::float8, true) = score_agg(0, true) AS zero, auc(1e308 * sign(i - 3), i % 2 = 0)
FROM generate_series(1, 5) AS i;

-- Intervals contain their estimate at every confidence.
SELECT count(*) AS outside FROM summary, generate_series(0.01, 0.99, 0.07) AS c
WHERE NOT (auc_low(a, c::float8) <= auc(a) AND auc(a) <= auc_high(a, c::float8));

SELECT score_agg('NaN', true);
SELECT auc('infinity', true);
SELECT score_agg(0.5, 2);
SELECT score_agg(0.5, true, -1);
SELECT score_agg(0.5, true, 1e10);
SELECT score_agg(0.5, true, 'NaN');
SELECT brier(1.5, true);
SELECT log_loss(-0.25, 0);
SELECT auc_low(k, 1) FROM summary;
SELECT gain(k, 10) FROM summary;
SELECT lift(k, 'NaN') FROM summary;
SELECT * FROM summary, gain_curve(k, 0);
SELECT confusion(k, 'NaN') FROM summary;
SELECT best_threshold(k, 'best') FROM summary;
SELECT 'v1 0.5:1:1 0.5:1:1'::score_summary;
SELECT 'v1 0.5:0:0'::score_summary;
SELECT 'v1 0.5:-1:1'::score_summary;
SELECT 'v1 NaN:1:1'::score_summary;
SELECT 'v2'::score_summary;
SELECT rollup(s) FROM (VALUES ('v1 1:1000000000000000:0'::score_summary), ('v1 1:1:0')) AS v(s);

DROP TABLE twenty, thousand, draw, many CASCADE;
