-- CSAT, CES, and the scores as they are.
CREATE FUNCTION r(x float8) RETURNS numeric LANGUAGE sql IMMUTABLE AS 'SELECT round(x::numeric, 12)';

-- S7: every type of column; from raw answers and from a summary.
CREATE TABLE csat AS SELECT unnest('{5,4,4,3,5,2,5,4,1,4,5,5,3,4,4}'::smallint[]) AS score;
SELECT r(csat_score(score)) AS csat, csat_score(score) = csat_score(score::integer)
	AND csat_score(score) = csat_score(score::bigint) AND csat_score(score) = csat_score(score::numeric)
	AND csat_score(score) = csat_score(score::float8) AND csat_score(score) = csat_score(survey_agg(score)) AS same,
		csat_score(score, 5, 1) AS top_1, csat_score(score, 7) AS of_7,
		csat_score(survey_agg(score), 7, 3) AS of_7_top_3
FROM csat;
CREATE TABLE summary AS SELECT survey_agg(score) AS s FROM csat;
SELECT num_vals(s) AS n, r(proportion_low(s, 4)) AS low, r(proportion_high(s, 4)) AS high, r(csat_mean(s)) AS mean,
	r(score_stddev(s)) AS sd, r(csat_index(s)) AS index
FROM summary;
SELECT d.* FROM summary, distribution(s) AS d;
-- S8: three definitions of effort, and the mean's interval.
CREATE TABLE ces AS SELECT unnest('{7,6,5,7,4,6,2,7,5,6,3,6,7,5,1,6,6,7,4,5}'::integer[]) AS score;
SELECT ces_score(score) AS ces, ces_score(score::numeric) AS numeric, ces_score(survey_agg(score)) AS from_summary,
	ces_mean(survey_agg(score)) AS mean, ces_agree(survey_agg(score)) AS agree, r(ces_net(survey_agg(score))) AS net
FROM ces;
SELECT r(score_mean(s)) AS mean, r(score_stddev(s)) AS sd, r(score_se(s)) AS se, r(score_mean_low(s)) AS low,
	r(score_mean_high(s)) AS high
FROM (SELECT survey_agg(score) AS s FROM ces) AS t;
-- Even scales have no middle; five points have one.
SELECT ces_agree('v1 3:1 4:1', 6) AS agree_6, ces_net('v1 3:1 4:1', 6) AS net_6,
	ces_agree('v1 2:1 3:1 4:1 5:1', 5) AS agree_5, ces_net('v1 2:1 3:1 4:1 5:1', 5) AS net_5;
-- Weights; moving windows; nobody and one.
SELECT r(score_mean(s)) AS mean, r(csat_score(s)) AS csat, r((SELECT sum(share) FROM distribution(s))) AS all
FROM (SELECT survey_agg(score, score / 2.0) AS s FROM csat) AS t;
SELECT string_agg(m::text, ' ' ORDER BY i) AS moving
FROM (SELECT i, ces_score(1 + i * 3 % 7) OVER (ORDER BY i ROWS 2 PRECEDING) AS m FROM generate_series(1, 8) AS i
	WHERE i <> 4) AS t;
SELECT csat_score(score) AS none, ces_score(score) AS ces, num_vals(survey_agg(score)) AS n FROM csat WHERE false;
SELECT score_mean('v1 7:1') AS mean, score_stddev('v1 7:1') AS sd, score_mean_low('v1 7:1') AS low,
	score_se('v1') AS se, (SELECT count(*) FROM distribution('v1')) AS rows;
SELECT r(score_stddev('v1 7:2')) AS no_spread, score_mean_low('v1 7:2') AS low;
SELECT string_agg(round(m::numeric, 3)::text, ' ' ORDER BY i) AS moving
FROM (SELECT i, csat_score(1 + i * 3 % 5) OVER (ORDER BY i ROWS 2 PRECEDING) AS m FROM generate_series(1, 6) AS i) AS t;
-- Weighted summaries in a moving window, and one weighted answer.
SELECT string_agg(score_mean(s)::text, ' ' ORDER BY i) AS moving
FROM (SELECT i, rollup(s) OVER (ORDER BY i ROWS 1 PRECEDING) AS s
	FROM (SELECT i, survey_agg(i, 0.5) AS s FROM generate_series(1, 5) AS i GROUP BY i) AS t) AS u;
SELECT csat_index(s) AS index, score_stddev(s) AS sd, score_mean_low(s) AS low,
	nps_low('v1w 9:1:0.7:0.49', method => 't') AS nps_low, csat_add('v1w 3:1:1:1', 4) AS unit
FROM (SELECT survey_agg(5, 0.1) AS s) AS t;

-- The best are two, but at most half of the scale: one of two or three.
SELECT scale, csat_score(v, scale) AS best, csat_score(survey_agg(v), scale) AS same, csat_score(survey_agg(v), scale,
	NULL) AS also FROM generate_series(2, 6) AS scale, generate_series(1, scale) AS v GROUP BY scale ORDER BY scale;
SELECT csat_score(v, 3, 2) AS two_of_three, csat_score(survey_agg(v), 3, 2) AS same,
	csat_score(NULL::survey_summary) AS nothing, csat_score(survey_agg(v), NULL) AS no_scale FROM generate_series(1,
	3) AS v;
-- Everything at once.
SELECT summary_json(survey_agg(score)) FROM csat;
SELECT summary_json('v1') AS nobody, summary_json('v1 9:1') AS one, summary_json('v1 9:1 50:3') AS of_100,
	summary_json('v1w 3:1:1:1 9:2:1.5:1.25') AS weighted;
SELECT summary_json(s) ->> 'n' = num_vals(s)::text AND (summary_json(s) ->> 'nps_low')::float8 = nps_low(s)
	AND (summary_json(s) ->> 'mean')::float8 = score_mean(s) AS same FROM (SELECT survey_agg(score) AS s FROM ces) AS t;
SELECT nps_score(s)::numeric(6,1) AS nps, csat_score(s, 10)::numeric(6,3) AS csat FROM (SELECT survey_agg(score) AS s
	FROM ces) AS t;

SELECT csat_score(6);
SELECT csat_score(0);
SELECT csat_score(4.5);
SELECT csat_score(4, 5, 5);
SELECT csat_score(1, 2, 1) AS scale_of_2;
SELECT csat_score(4, 1);
SELECT csat_score(score, score) FROM csat;
SELECT rollup(s) FROM (VALUES ('v1 scale=5 top=2 3:1'::survey_summary), ('v1 scale=7 top=2 3:1')) AS t(s);
SELECT csat_mean('v1 8:1');
SELECT ces_score(8);
SELECT ces_net('v1 0:1');
SELECT score_mean_low('v1 7:2', 1);
DROP TABLE csat, ces, summary;
DROP FUNCTION r;
