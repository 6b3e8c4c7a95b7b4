-- Intervals and tests of the net promoter score, weights, sizes of samples.
\set VERBOSITY default
CREATE FUNCTION r(x float8) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT round(x::numeric, 12)';
CREATE TABLE answer AS SELECT i::integer AS i, score, weight
FROM unnest('{10,9,9,8,7,6,10,3,5,9,10,8,7,9,2,10,10,9,6,8}'::integer[],
		'{1.2,.8,1,1.5,.7,1,1.3,.9,1.1,.6,1,1,2,.5,1.4,1,.8,1.2,.9,1.1}'::float8[]) WITH ORDINALITY AS u(score, weight,
		i);

-- S1, in points.
CREATE TABLE s1 AS SELECT survey_agg(score) AS s FROM answer;
SELECT nps_score(s) AS nps, r(nps_se(s)) AS se, r(nps_se(s, 't')) AS unbiased, r(nps_p(s)) AS p,
	r(nps_se(s, 'adjusted')) AS adjusted
FROM s1;
SELECT r(nps_low(s, 0.95, 'wald')) AS wald, r(nps_high(s, 0.95, 'wald')), r(nps_low(s, 0.90, 'wald')) AS wald_90,
	r(nps_high(s, 0.90, 'wald')),
	r(nps_low(s)) AS adjusted, r(nps_high(s)), r(nps_low(s, method => 't')) AS t, r(nps_high(s, method => 't')) FROM s1;
-- S2: weights; all of one weight are as none.
SELECT survey_agg(score, weight) AS s FROM answer;
SELECT num_vals(s) AS n, r(nps_score(s)) AS nps, r(nps_se(s)) AS kish, r(nps_se(s, 'linearised')) AS linearised,
	r(nps_score(s) - n) AS same
FROM (SELECT survey_agg(score, weight) AS s, nps_score(score, weight) AS n FROM answer) AS t;
SELECT nps_score(score, 7.5) AS nps, r(nps_se(survey_agg(score, 7.5::float8))) AS se,
	r(nps_low(survey_agg(score::numeric, 7.5), method => 'wald')) AS low
FROM answer;
-- Weight 0 and NULL are ignored; a summary without weights weighs 1 an answer; merging adds up.
SELECT survey_agg(score, w) FROM (VALUES (9, 0), (9, NULL), (8, 2.0), (NULL, 1)) AS t(score, w);
SELECT survey_merge('v1 9:3', 'v1w 3:1:2:4 9:1:0.5:0.25') AS mixed, survey_add('v1w 3:1:2:4', 9) AS unit,
	nps_score(survey_agg(5, 0)) AS none;
-- S4: all promoters, nobody, one.
SELECT nps_low(s) AS low, nps_high(s) AS high, nps_low(s, method => 'wald') AS wald, nps_se(s) AS se, nps_p(s) AS p
FROM (VALUES ('v1 9:3 10:5'::survey_summary)) AS t(s);
SELECT r(nps_se('v1 10:8', 'adjusted')) AS se, r(100 * 8 / 11.0::float8) AS centre;
SELECT nps_low('v1') AS none, nps_se('v1') AS se, nps_se('v1 9:1') AS one, nps_se('v1 9:1', 't') AS unbiased,
	nps_low('v1 9:1', method => 't') AS t, r(nps_low('v1 9:1')) AS adjusted, nps_diff('v1', 'v1 9:1') AS diff;
-- S5: two samples.
CREATE TABLE s5 AS SELECT 'v1 6:75 8:675 9:250'::survey_summary AS a, 'v1 6:60 8:200 9:140'::survey_summary AS b;
SELECT r(nps_se(a)) AS se_a, r(nps_se(b)) AS se_b, r(nps_diff(a, b)) AS difference, r(nps_diff_p(a, b)) AS p,
	r(nps_diff_low(a, b, 'wald')) AS low, r(nps_diff_high(a, b, 'wald')) AS high,
	r(nps_se(survey_merge(a, b))) AS se_both FROM s5;
-- Without a method, adjusted: each side as if three more had answered.
SELECT r(nps_diff_low(a, b)) AS low, r(nps_diff_high(a, b)) AS high,
	r(100 * (0.175 * 1000 / 1003 - 0.2 * 400 / 403)) - r((nps_diff_low(a, b) + nps_diff_high(a, b)) / 2) AS centre,
	r(1.959963984540054 * sqrt(nps_se(a, 'adjusted') ^ 2 + nps_se(b, 'adjusted') ^ 2))
		- r((nps_diff_high(a, b) - nps_diff_low(a, b)) / 2) AS half
FROM s5;
SELECT nps_diff_low(a, b, 'adjusted') = nps_diff_low(a, b) AS same, r(nps_diff_low(a, b, 't')) AS welch,
	r(nps_diff_low(a, b, 0.9)) AS at_90, nps_diff_low(a, b, '0.9') = nps_diff_low(a, b, 0.9) AS quoted,
	r(nps_diff_low(a, b, method => 'wald', confidence => 0.9)) AS wald_90
FROM s5;
SELECT r(chi_square) AS chi_square, df, round(p::numeric, 20) AS p FROM s5, category_test(a, b);
SELECT category_test('v1 9:5', 'v1 10:7') AS one_category, category_test('v1 3:1 9:5', 'v1 10:7') AS two,
	category_test('v1 9:5', 'v1') IS NULL AS nobody, nps_diff_p('v1 9:5', 'v1 10:7') AS agree;
-- Other bands, everywhere.
SELECT nps_score(s, 5, 10) AS nps, r(nps_se(s, 'wald', 5, 10)) AS se, r(nps_low(s, 0.95, 'wald', 5, 10)) AS low FROM s1;
SELECT r(nps_p(s, 5, 10)) AS p, nps_p(s, 6) = nps_p(s) AS usual, r(nps_diff(s, t, 5)) AS diff,
	r(nps_diff(s, t, 5, 10)) AS strict, r(nps_diff_p(s, t, 5, 10)) AS strict_p,
	r(nps_diff_low(s, t, 'wald', 0.95, 5, 10)) AS low,
	r(nps_diff_high(s, t, 'wald', detractor_max => 5, promoter_min => 10)) AS high
FROM s1, (SELECT 'v1 5:1 9:1'::survey_summary AS t) AS t;
SELECT string_agg(nps_category(i), ' ' ORDER BY i) AS categories, nps_category(9.0), nps_category(6::float8),
	nps_category(NULL::numeric) AS nothing
FROM generate_series(0, 10) AS i;
SELECT survey_sample_size(0.05) AS nps, survey_sample_size(0.05, population => 2000) AS of_2000,
	survey_sample_size(0.05, 0.95, 0.25) AS share, survey_sample_size(0.05, 0.95, 0.25, 1) AS of_one,
	survey_sample_size(NULL) AS nothing, survey_sample_size(0.1959963984540054, variance => 0.01) AS one,
	survey_sample_size(2, variance => 1.4) AS on_a_scale_to_5;

-- A score that all give has an adjusted interval with the score in it, also where the confidence is low.
SELECT r(nps_low('v1 10:8', 0.5)) AS low, nps_high('v1 10:8', 0.5) AS high,
	r(nps_diff_low('v1 10:8', 'v1 0:8', 0.5)) AS low, nps_diff_high('v1 10:8', 'v1 0:8', 0.5) AS high,
	nps_diff_low('v1 10:3', 'v1 10:3') < 0 AS wide;
-- S2 by svymean: n - 1 in place of n.
SELECT r(nps_se(s, 'svymean')) AS svymean, r(nps_se(s, 'linearised') * sqrt(20 / 19.0)) AS from_linearised,
	nps_se('v1w 9:1:2:4', 'svymean') AS of_one
FROM (SELECT survey_agg(score, weight) AS s FROM answer) AS t;

SELECT nps_low('v1 9:1', 95);
SELECT nps_low('v1 9:1', 0.95, 'exact');
SELECT nps_se('v1 9:1', 'bootstrap');
SELECT nps_se('v1 11:1');
SELECT nps_diff('v1 9:1', 'v1 11:1');
SELECT nps_diff_low('v1 9:1', 'v1 8:1', 'exact');
SELECT nps_diff_low('v1 9:1', 'v1 8:1', '95');
SELECT nps_diff_low('v1 9:1', 'v1 8:1', 't', 95);
SELECT nps_diff('v1 9:1', 'v1 8:1', 9, 9);
SELECT nps_diff_p('v1 9:1', 'v1 8:1', -1);
SELECT nps_p('v1 9:1', 6, 11);
SELECT nps_category(11);
SELECT nps_category(8.5);
SELECT nps_score(9, -1);
SELECT nps_score(9, 'NaN'::float8);
SELECT nps_score(9, 1e300);
SELECT survey_agg(7.5, 1);
SELECT survey_sample_size(5);
SELECT survey_sample_size(1);
SELECT survey_sample_size(5, variance => 0.25);
SELECT survey_sample_size(0);
SELECT survey_sample_size(1e-10);
SELECT survey_sample_size(0.05, population => 0);
SELECT survey_remove('v1w 9:1:0.5:0.25', 9);
SELECT 'v1w 9:1:0.5:0.3'::survey_summary;
DROP TABLE answer, s1, s5;
DROP FUNCTION r;
