-- rows: 5000000
-- Answers of shops and days, and a summary of each of ten thousand parts.
DROP TABLE IF EXISTS survey_answer;
CREATE UNLOGGED TABLE survey_answer AS
SELECT i, (i * 7919 % 1000)::integer AS shop,
	(CASE WHEN i % 10 < 5 THEN 8 + (i * 7919) % 3 ELSE (i * 7919) % 11 END)::smallint AS score
FROM generate_series(1, :rows::bigint) AS i;
DROP TABLE IF EXISTS survey_part;
CREATE UNLOGGED TABLE survey_part AS SELECT i % 10000 AS part, survey_agg(score) AS summary
FROM survey_answer GROUP BY 1;
VACUUM ANALYZE survey_answer, survey_part;
