-- survey_summary, survey_agg, rollup and the net promoter score.

CREATE TABLE answer AS SELECT i::integer AS i, score
FROM unnest('{10,9,9,8,7,6,10,3,5,9,10,8,7,9,2,10,10,9,6,8}'::integer[]) WITH ORDINALITY AS u(score, i);

-- S1: 20 answers, 10 promoters, 5 passives, 5 detractors; every type of column.
SELECT survey_agg(score), nps_score(score) FROM answer;
SELECT nps_score(score::smallint) AS smallint, nps_score(score) AS integer, nps_score(score::bigint) AS bigint,
	nps_score(score::numeric) AS numeric, nps_score(score::float8) AS float8,
	nps_score(survey_agg(score::smallint)) AS smallint, nps_score(survey_agg(score)) AS integer,
		nps_score(survey_agg(score::bigint)) AS bigint,
	nps_score(survey_agg(score::numeric)) AS numeric, nps_score(survey_agg(score::float8)) AS float8 FROM answer;
-- Other bands, read from the same summary.
SELECT nps_score(survey_agg(score), 5, 10) AS strict, nps_score(survey_agg(score), promoter_min => 8) AS mild,
	nps_score(survey_agg(score - 5), 2, 4) AS five_points FROM answer WHERE score > 5;
-- S3: rolling, in points.
SELECT string_agg(nps::text, ' ' ORDER BY i) AS rolling FROM (
	SELECT i, nps_score(score) OVER (ORDER BY i ROWS 4 PRECEDING) AS nps FROM answer) AS s;
SELECT string_agg(summary::text, ', ' ORDER BY i) AS rolling FROM (
	SELECT i, survey_agg(score) OVER (ORDER BY i ROWS 1 PRECEDING) AS summary FROM answer WHERE i < 5) AS s;
-- Rolling over daily summaries is rolling over answers.
SELECT count(*) AS differs FROM (
	SELECT i, nps_score(rollup(day) OVER (ORDER BY i ROWS 2 PRECEDING)) AS from_days
	FROM (SELECT i / 3 AS i, survey_agg(score) AS day FROM answer GROUP BY 1) AS d) AS r
WHERE from_days IS DISTINCT FROM (SELECT nps_score(score) FROM answer WHERE answer.i / 3 BETWEEN r.i - 2 AND r.i);
-- S4: edges.
SELECT nps_score(9) AS one, (SELECT nps_score(10) FROM generate_series(1, 8)) AS eight;
SELECT nps_score(NULL::integer) AS nulls, nps_score(survey_agg(NULL::integer)) AS from_summary,
	survey_agg(NULL::integer) AS summary;
SELECT nps_score(score) AS none, survey_agg(score) AS summary FROM answer WHERE false;
SELECT rollup(NULL::survey_summary) AS nulls, rollup(s) AS none
FROM (SELECT 'v1 7:1'::survey_summary AS s) AS t
WHERE false;
SELECT nps_score(NULL::survey_summary) IS NULL AS null_in_null_out;
-- S5: two samples and both merged.
SELECT name, nps_score(summary)
FROM (VALUES ('A', 'v1 6:75 8:675 9:250'::survey_summary), ('B', 'v1 6:60 8:200 9:140')) AS t(name, summary)
UNION ALL SELECT 'both', round(nps_score(rollup(summary))::numeric, 12)
FROM (VALUES ('v1 6:75 8:675 9:250'::survey_summary), ('v1 6:60 8:200 9:140')) AS t(summary)
ORDER BY 1;
-- Summaries are canonical: the same answers are the same bytes, however merged.
SELECT survey_summary_send(rollup(s)) = survey_summary_send((SELECT survey_agg(score) FROM answer)) AS same,
	pg_column_size(rollup(s)) AS small
FROM (SELECT survey_agg(score) AS s FROM answer GROUP BY i % 3) AS t;
SELECT survey_agg(x), pg_column_size(survey_agg(x)) AS large FROM unnest('{0,100,50,11}'::integer[]) AS x;

-- What must not pass silently.
SELECT nps_score(11);
SELECT nps_score(-1);
SELECT nps_score(7.5);
SELECT nps_score(7.5::float8);
SELECT nps_score('NaN'::float8);
SELECT nps_score('NaN'::numeric);
SELECT survey_agg(101);
SELECT survey_agg(32767::smallint);
SELECT survey_agg(9223372036854775807);
SELECT survey_agg(100.0001);
SELECT survey_agg(1e40);
SELECT nps_score('v1 7:1 11:2'::survey_summary);
SELECT nps_score('v1 7:1'::survey_summary, 6, 6);
SELECT nps_score('v1 7:1'::survey_summary, 10, 11);
SELECT nps_score('v1 7:1'::survey_summary, -1);
SELECT 'v2 7:1'::survey_summary;
SELECT 'v1 7:1 6:1'::survey_summary;
SELECT 'v1 7:0'::survey_summary;
SELECT 'v1 7:36028797018963969'::survey_summary;
-- Called directly.
SELECT survey_add('v1 7:1', 8), survey_remove('v1 7:1 8:1', 8), survey_add('v1 7:1', 100);
SELECT survey_remove('v1 7:1', 8);
SELECT survey_unmerge('v1 7:1', 'v1 7:2');
SELECT survey_unmerge('v1 7:3', 'v1 7:2');
SELECT survey_add('v1 7:36028797018963968', 7);
SELECT survey_merge('v1 7:36028797018963968', 'v1 7:1');
SELECT nps_score('v1 0:36028797018963968 9:36028797018963968 10:36028797018963968'::survey_summary) AS large;
SELECT nps_final('v1');

-- In tables: grouped, in an array, a composite, a toasted row.
SELECT i % 2 AS g, nps_score(score), survey_agg(score) FROM answer GROUP BY 1 ORDER BY 1;
SELECT ARRAY[survey_agg(score)] AS one, ROW(survey_agg(score)) AS record FROM answer WHERE i < 4;
CREATE TABLE wide (summary survey_summary, filler text);
INSERT INTO wide SELECT survey_agg(x), repeat('x', 100000) FROM generate_series(0, 100) AS x;
SELECT nps_score(survey_agg(score)) AS nps FROM wide, answer;
SELECT nps_score(rollup(summary)) FROM wide;
SELECT survey_merge(summary, summary)::text = replace(summary::text, ':1', ':2') AS doubled FROM wide;
SELECT length(summary::text), rollup
FROM wide, LATERAL (SELECT rollup(s) FROM (VALUES ('v1 0:1'::survey_summary)) AS t(s)) AS l;
DROP TABLE answer, wide;
