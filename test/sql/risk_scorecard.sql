-- A scorecard from raw columns to points, scores and grades (K8).
-- Checks of numbers list what is off by more than 1e-9, so they should return no row.

CREATE TABLE cell AS SELECT home, age, good, bad
FROM unnest('{own,own,own,rent,rent,rent,other,other,other}'::text[], '{25,35,50,25,35,50,25,35,50}'::integer[],
	'{90,240,300,120,160,110,30,25,25}'::integer[], '{20,25,15,45,35,15,20,10,5}'::integer[]) AS u(home, age, good,
	bad);
CREATE TABLE applicant AS SELECT home, age, y
FROM cell, LATERAL (SELECT false AS y FROM generate_series(1, good) UNION ALL SELECT true
	FROM generate_series(1, bad)) AS r;
CREATE TABLE bins AS SELECT bin_agg(home, y) AS home, fine_agg(age, y, '{30,45}') AS age FROM applicant;
SELECT abs(information_value(home) / 0.3065752975587 - 1) < 1e-9 AS home,
	abs(information_value(age) / 0.3268027671837 - 1) < 1e-9 AS age
FROM bins;
CREATE TABLE fit AS SELECT logit_agg(y, ARRAY[woe(b.home, a.home), woe(b.age, a.age)]) AS m
FROM applicant AS a, bins AS b;
SELECT term, estimate, std_error FROM fit, logit_coef(m)
JOIN (VALUES ('const', -1.756133695692, 0.08367258708351), ('x1', 0.8111544616487, 0.150613487416),
	('x2', 0.8162229100191, 0.1463427459838)) AS v(term, e, s) USING (term)
WHERE (abs(estimate / e - 1) < 1e-7 AND abs(std_error / s - 1) < 1e-7) IS NOT TRUE;
SELECT abs(logit_loglik(m) / -498.2631325998 - 1) < 1e-9 AS log_likelihood FROM fit;

-- 600 points at odds of 19 good to 1 bad; 50 points more double them.
CREATE TABLE points AS SELECT characteristic, bin, woe,
	scorecard_points(woe, coef, intercept, 2, 600, 19, 50) AS points
FROM bins, (SELECT c[1] AS intercept, c[2] AS home_coef, c[3] AS age_coef
	FROM (SELECT array_agg(estimate ORDER BY term) AS c FROM fit, logit_coef(m)) AS t) AS f,
	LATERAL (SELECT 'home' AS characteristic, bin, woe, home_coef AS coef FROM bin_table(home)
	UNION ALL SELECT 'age', bin, woe, age_coef FROM bin_table(age)) AS t;
SELECT characteristic, bin, round(woe::numeric, 6) AS woe, round(points) AS points FROM points ORDER BY 1 DESC, 2;
SELECT bin, woe, points FROM points
JOIN (VALUES ('own', -0.5953338705375, 291.9753755335), ('rent', 0.3437715391028, 237.0260397826),
	('other', 0.9293628134415, 202.7616736995), ('(,30)', 0.7180537197743, 214.8633528677),
	('[30,45)', -0.04755254024908, 259.9407467468), ('[45,)', -0.7639565829733, 302.121210644)) AS v(bin, w,
	p) USING (bin)
WHERE (abs(woe / w - 1) < 1e-9 AND abs(points / p - 1) < 1e-7) IS NOT TRUE;
-- Points add up to the score of the probability: offset - factor * logit(PD).
CREATE VIEW scored AS SELECT a.*, h.points + g.points AS score,
	logit_predict(m, ARRAY[woe(b.home, a.home), woe(b.age, a.age)]) AS pd
FROM (SELECT DISTINCT home, age FROM cell) AS a, bins AS b, fit, points AS h, points AS g
WHERE h.characteristic = 'home' AND h.bin = a.home AND g.characteristic = 'age' AND g.woe = woe(b.age, a.age);
SELECT count(*), max(abs(score - pd_to_score(pd, 600, 19, 50))) < 1e-9 AS scores,
	max(abs(pd - score_to_pd(score, 600, 19, 50))) < 1e-12 AS pds
FROM scored;
SELECT home, age, round(score) AS score, round(pd::numeric, 8) AS pd FROM scored
JOIN (VALUES ('own', 50, 594.0965861775, 0.05403363521407), ('other', 25, 417.6250265673, 0.3974300040367),
	('rent', 35, 496.9667865293, 0.180037218664)) AS v(home, age, s, p) USING (home, age)
WHERE abs(score / s - 1) < 1e-7 AND abs(pd / p - 1) < 1e-7 ORDER BY score DESC;
SELECT round(auc(s.pd, y)::numeric, 8) AS auc FROM applicant JOIN scored AS s USING (home, age);

-- S28: scales.
SELECT pd, got, want
FROM (VALUES (0.01, 719.0714553318), (0.05, 600), (0.20, 487.6036243278)) AS v(pd, want),
	pd_to_score(pd, 600, 19, 50) AS got
WHERE abs(got / want - 1) > 1e-12;
SELECT pd_to_score(0, 600, 19, 50), pd_to_score(1, 600, 19, 50), score_to_pd(1e6, 600, 19, 50),
	score_to_pd(-1e6, 600, 19, 50), pd_to_score(NULL, 600, 19, 50), pd_to_score(0.5, 0, 1, -20);
SELECT count(*) AS differ FROM generate_series(0.001, 0.999, 0.001) AS p
WHERE abs(score_to_pd(pd_to_score(p::float8, 600, 19, 50), 600, 19, 50) - p::float8) > 1e-15;
-- S28 and K9.  A bound belongs to the better grade.
SELECT pd, pd_grade(pd, cuts) AS number, pd_grade(pd, cuts, '{1,2,3,4,5,6,7,8,9}') AS label
FROM unnest('{0,.0003,.0005,.0008,.0025,.012,.03,.09,.1,.35,1}'::float8[]) AS pd,
	(SELECT '{.0005,.001,.003,.01,.025,.05,.1,.2}'::float8[] AS cuts) AS c;
SELECT i, got, want
FROM unnest(master_scale(0.0003, 0.20, 10), ARRAY[0.0005747938712499, 0.001101293314755, 0.002110055492566,
	0.00404282321708, 0.007745966692415, 0.01484111393902, 0.02843527111557, 0.05448139854853, 0.1043852466094,
	0.2]::float8[]) WITH ORDINALITY AS u(got, want, i)
WHERE (abs(got / want - 1) < 1e-9) IS NOT TRUE;
SELECT pd_grade(pd, (master_scale(0.0003, 0.20, 10))[1:9], '{A,B,C,D,E,F,G,H,I,J}') AS grade
FROM unnest('{.0001,.0003,.2,.9}'::float8[]) AS pd;
SELECT abs(sqrt(0.0003 * b[1]) / 0.0004152567415166 - 1) < 1e-9 AS first,
	abs(sqrt(b[9] * b[10]) / 0.1444889245648 - 1) < 1e-9 AS last
FROM master_scale(0.0003, 0.20, 10) AS b;
SELECT pd_grade(0.5, '{}', '{all}'), pd_grade(NULL, '{.1}'), master_scale(0.1, 1, 1);

SELECT pd_grade(1.2, '{.1}');
SELECT pd_grade(0.2, '{.2,.1}');
SELECT pd_grade(0.2, '{.1,.2}', '{a,b}');
SELECT pd_grade(0.2, '{.1}', '{a,NULL}');
SELECT pd_to_score(12, 600, 19, 50);
SELECT pd_to_score(0.1, 600, 0, 50);
SELECT score_to_pd(500, 600, 19, 0);
SELECT scorecard_points(0, 1, 1, 0, 600, 19, 50);
SELECT scorecard_points(1e308, 1e308, 1, 1, 600, 19, 50);
SELECT master_scale(0, 0.2, 10);
SELECT master_scale(0.3, 0.2, 10);
SELECT master_scale(0.1, 0.2, 0);

DROP TABLE cell, applicant, bins, fit, points CASCADE;
