-- Do events come as often as the probabilities say?
-- Each check lists what is off by more than 1e-9, so it should return no row.

CREATE TABLE thousand AS SELECT (1 + 37 * i % 99) / 100.0 AS score,
	((61 * i + i * i) % 97) * 1000 < 97 * (1 + 37 * i % 99) * 6 AS y
FROM generate_series(0, 999) AS i;
CREATE TABLE summary AS SELECT score_agg(score, y) AS k FROM thousand;

-- K5: badly calibrated on purpose.
SELECT name, got, want
FROM summary, brier_parts(k) AS d, brier_parts(k, 10) AS b, calibration_fit(k) AS f,
	LATERAL (VALUES ('brier', brier(k), 0.2445647), ('log loss', log_loss(k), 0.7364423569294),
	('uncertainty', d.uncertainty, 0.196639), ('skill', d.skill, -0.2437242866369),
	('reliability', d.reliability, 0.08757379090909), ('resolution', d.resolution, 0.03964809090909),
	('no variance', 1 + d.within_variance + d.within_covariance, 1),
	('reliability 10', b.reliability, 0.07254952037831), ('resolution 10', b.resolution, 0.0245729773777),
	('variance', b.within_variance, 0.000811030592694), ('covariance', b.within_covariance, 0.0008618735933063),
	('error', b.calibration_error, 0.23087), ('largest', b.largest_error, 0.4779120879121),
	('recalibrated', recalibrate(.1, f.intercept, f.slope), 0.1018409174975),
	('recalibrated', recalibrate(.5, f.intercept, f.slope), 0.2433468657832),
	('recalibrated', recalibrate(.9, f.intercept, f.slope), 0.4770414256032)) AS v(name, got, want)
WHERE (abs(got - want) <= 1e-9 * abs(want)) IS NOT TRUE;
-- A fit, to 1e-7.
SELECT name, got, want
FROM summary, calibration_fit(k) AS f, LATERAL (VALUES ('intercept', intercept, -1.134417080617),
	('its error', intercept_se, 0.07966434526453), ('slope', slope, 0.4744704621194),
	('its error', slope_se, 0.04965233259653), ('log-likelihood', log_likelihood, -528.0655265759),
	('chi-square', chi_square, 416.753660707), ('shift', shift, -1.471417446414),
	('its error', shift_se, 0.08576609373371)) AS v(name, got, want)
WHERE (abs(got - want) <= 1e-7 * abs(want)) IS NOT TRUE;
SELECT p < 1e-90 AS p FROM summary, calibration_fit(k);
SELECT abs(sum(recalibrate(score::float8, f.intercept, f.slope)) - 269) < 1e-6 AS total,
	abs(brier(recalibrate(score::float8, f.intercept, f.slope), y) - 0.177225978661) < 1e-10 AS brier
FROM thousand, summary, calibration_fit(k) AS f;
-- The parts add up, whatever the bins.
SELECT count(*) AS do_not FROM summary, generate_series(1, 40) AS bins, brier_parts(k, bins)
WHERE abs(reliability - resolution + uncertainty + within_variance - within_covariance - brier) > 1e-12;
SELECT count(*) AS do_not FROM summary, brier_parts(k)
WHERE abs(reliability - resolution + uncertainty - brier) > 1e-12;

-- Bins (low, high], by width and by quantiles; here they are the same.
SELECT low, high, n, round(mean_score::numeric, 10) AS mean_score, events, round(rate::numeric, 10) AS rate,
	round(low_ci::numeric, 10) AS low_ci, round(high_ci::numeric, 10) AS high_ci
FROM summary, calibration(k);
SELECT array_agg(n) = (SELECT array_agg(n) FROM summary, calibration(k)) AS same, min(low), max(high)
FROM summary, calibration(k, 10, 'quantile');
SELECT count(*) AS differ FROM summary, calibration(k, 10, 'width', 0.9) AS c
WHERE abs(low_ci - proportion_low(events::bigint, n::bigint, 0.9)) > 1e-14
	OR abs(high_ci - proportion_high(events::bigint, n::bigint, 0.9)) > 1e-14;
SELECT low, high, n, mean_score, events, rate FROM calibration('v1 0:2:0 0.07:1:1 0.25:1:0 1:0:3', 4);
SELECT low, high, n, events FROM calibration('v1 0.1:8:2 0.2:1:0 0.9:0:1', 4, 'quantile');
-- Cuts at 0.07 and 0.29 are those that a decimal says.
SELECT low, high, n FROM calibration('v1 0.07:1:1 0.29:1:1', 100) WHERE n > 0;
SELECT h.fitted, chi_square, df, p < 1e-140 AS p
FROM summary, (VALUES (true), (false)) AS h(fitted), hosmer_lemeshow(k, 10, h.fitted);
SELECT abs(chi_square / 727.0843378249 - 1) < 1e-9 AS chi_square FROM summary, hosmer_lemeshow(k, 10, true);
-- Ties leave groups empty; too few are none.
SELECT * FROM hosmer_lemeshow('v1 0.1:90:10 0.5:5:5', 10, false);
SELECT * FROM hosmer_lemeshow('v1 0.1:90:10 0.5:5:5', 10, true);
SELECT * FROM hosmer_lemeshow('v1 0:9:1 0.5:5:5', 2, false);

-- S25: ten cases with one tie.
SELECT name, got, want
FROM (SELECT score_agg(s, y) AS s FROM unnest('{1,0,1,1,0,0,1,0,0,0}'::integer[],
	'{.9,.8,.7,.6,.55,.4,.4,.3,.2,.1}'::float8[]) AS u(y, s)) AS t, calibration_fit(s) AS f, brier_parts(s, 4) AS b,
	LATERAL (VALUES ('intercept', intercept, -0.5277132832273), ('slope', slope, 1.091536220324),
	('shift', shift, -0.5100755031355), ('reliability', reliability, 0.03008333333333),
	('resolution', resolution, 0.05666666666667), ('uncertainty', uncertainty, 0.24),
	('error', calibration_error, 0.125)) AS v(name, got, want)
WHERE (abs(got - want) <= 1e-7 * abs(want)) IS NOT TRUE;

-- K6.  What was impossible happened: the loss is infinite, not cut.
SELECT log_loss(p, y) FROM (VALUES (0, true), (0.5, false)) AS v(p, y);
SELECT log_loss(p, y) FROM (VALUES (1, false)) AS v(p, y);
SELECT log_loss(p, y), brier(p, y), auc(p, y) FROM (VALUES (0, false), (1, true)) AS v(p, y);
-- Where there is no finite estimate: a probability of 0, one class, one score, separated.
SELECT calibration_fit(s)
FROM (VALUES ('v1 0:1:0 0.5:1:1 0.6:2:3'::score_summary), ('v1 0.5:1:0 0.6:2:0'), ('v1 0.5:3:4'),
	('v1 0.1:5:0 0.2:0:5')) AS v(s);
SELECT recalibrate(0, 1, 2), recalibrate(1, 1, 2), recalibrate(0, 1, -2), recalibrate(0.5, 0, 1),
	recalibrate(0, 0, 0), recalibrate(NULL, 1, 1);
SELECT f.*
FROM calibration_fit('v1 0.01:99:1 0.1:90:10 0.5:50:50 0.9:10:90 0.99:1:99') AS f(a, b, slope),
	LATERAL (SELECT 1) AS x
WHERE abs(f.a) > 1e-9 OR abs(slope - 1) > 1e-9 OR f.chi_square > 1e-9;

-- K15: two samples.
CREATE TABLE two AS SELECT x, false AS second FROM unnest('{.1,.4,.7,1.2,1.5,2.2,3.0}'::float8[]) AS x
UNION ALL SELECT x, true FROM unnest('{.4,.9,1.8,2.5,2.9,3.3,4.0,5.1}'::float8[]) AS x;
SELECT d, abs(d / 0.4821428571429 - 1) < 1e-9 AS d_agrees, abs(p / 0.2522144522145 - 1) < 1e-9 AS p_agrees
FROM (SELECT (ks_test(score_agg(x, second))).* FROM two) AS t;
SELECT d = ks_stat(k) AS d, p BETWEEN 2.0e-20 AND 2.2e-20 AS p FROM summary, ks_test(k);
-- All 252 ways to divide ten values with ties into two samples of five: the share of those that are as far apart.
CREATE TABLE ways AS SELECT w, ks_stat(x, w >> i & 1) AS d, (ks_test(score_agg(x, w >> i & 1))).p
FROM generate_series(0, 1023) AS w, unnest('{0,1,2,3,4,5,6,7,8,9}'::integer[],
	'{1,1,2,3,3,3,5,6,7,7}'::float8[]) AS u(i, x)
GROUP BY w HAVING sum(w >> i & 1) = 5;
SELECT count(*), count(*) FILTER (WHERE abs(p - share) > 1e-12) AS wrong
FROM (SELECT p, (SELECT count(*) FROM ways AS o WHERE o.d >= w.d - 1e-12) / 252.0 AS share FROM ways AS w) AS t;
-- At 100 by 99 it is still counted, at 100 by 100 the limit.
SELECT n, round(p::numeric, 6) AS p
FROM unnest('{99,100}'::integer[]) AS n, LATERAL (SELECT score_agg(x, y) AS s
	FROM (SELECT i + 0.0 AS x, true AS y FROM generate_series(1, n) AS i UNION ALL SELECT i + 10.5, false
	FROM generate_series(1, 100) AS i) AS r) AS t, ks_test(s);

SELECT brier_parts('v1 0.5:1:1', 0);
SELECT * FROM calibration('v1 0.5:1:1', 10001);
SELECT * FROM calibration('v1 0.5:1:1', 10, 'size');
SELECT * FROM calibration('v1 2:1:1');
SELECT * FROM hosmer_lemeshow('v1 0.5:1:1', 1, true);
SELECT calibration_fit('v1 -1:1:1');
SELECT recalibrate(1.5, 0, 1);
SELECT recalibrate(0.5, 'NaN', 1);

DROP TABLE thousand, summary, two, ways;
