-- Stored values can be compared: what upserts, audits, deduplication, indexes and partitions need.

CREATE TABLE daily (day integer PRIMARY KEY, summary survey_summary, history purchase_history, line ols_summary);
INSERT INTO daily SELECT d, survey_agg((d * 7 + i) % 11), purchase_history_agg(date '2024-01-01' + i, i * 1.5),
	ols_agg(i, d * i % 7)
FROM generate_series(1, 6) AS d, generate_series(1, 9) AS i GROUP BY d;

-- The same rows in another order, split and merged, are the same value.
SELECT bool_and(a.summary = b.summary AND a.history = b.history) AS same FROM daily AS a JOIN (
	SELECT d AS day, rollup(summary) AS summary, rollup(history) AS history FROM (
		SELECT d, i % 3 AS part, survey_agg((d * 7 + i) % 11 ORDER BY -i) AS summary,
			purchase_history_agg(date '2024-01-01' + i, i * 1.5 ORDER BY -i) AS history
		FROM generate_series(1, 6) AS d, generate_series(1, 9) AS i GROUP BY d, part) AS p GROUP BY d) AS b USING (day);
-- Answers that were taken out again leave the smaller summary, which is equal.
SELECT survey_remove(survey_add('v1 6:2'::survey_summary, 100), 100) = 'v1 6:2'::survey_summary AS same;

-- An upsert that writes only what changed.
CREATE TABLE news AS SELECT day, CASE day WHEN 2 THEN survey_add(summary, 10) ELSE summary END AS summary, history, line
FROM daily
UNION ALL SELECT 7, 'v1 9:1', 'v1', 'v1';
WITH written AS (
	INSERT INTO daily AS d SELECT * FROM news
	ON CONFLICT (day) DO UPDATE SET summary = excluded.summary
	WHERE d.summary IS DISTINCT
	FROM excluded.summary RETURNING day)
SELECT array_agg(day ORDER BY day) AS written FROM written;

-- The manual's audit trigger.
CREATE TABLE audit (day integer, was survey_summary);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO audit
VALUES (OLD.day, OLD.summary); RETURN NEW; END $$;
CREATE TRIGGER changes BEFORE UPDATE ON daily FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION note();
UPDATE daily SET summary = summary;
UPDATE daily SET summary = survey_add(summary, 0) WHERE day = 3;
SELECT day FROM audit;

-- DISTINCT, GROUP BY, UNION, EXCEPT, count(DISTINCT), IN, NULLIF, CASE.
SELECT count(DISTINCT summary) AS summaries, count(DISTINCT history) AS histories FROM daily;
SELECT count(*) FROM (SELECT summary FROM daily GROUP BY summary HAVING count(*) = 1) AS g;
SELECT count(*) FROM (SELECT summary FROM daily UNION SELECT summary FROM news) AS u;
SELECT count(*) FROM (SELECT summary FROM daily EXCEPT SELECT summary FROM news) AS e;
SELECT 'v1 9:1'::survey_summary IN (SELECT summary FROM daily) AS there,
	NULLIF('v1 9:1'::survey_summary, 'v1 9:1') AS nothing,
	CASE 'v1'::purchase_history WHEN 'v1' THEN 'empty' END AS empty,
		'v1'::ols_summary = ANY ('{v1}'::ols_summary[]) AS any;

-- Indexes, joins and partitions.
CREATE INDEX daily_btree ON daily (summary);
CREATE INDEX daily_hash ON daily USING hash (history);
SET enable_seqscan = off;
SET enable_sort = off;
EXPLAIN (COSTS OFF) SELECT day FROM daily WHERE summary = 'v1 9:1';
SELECT day FROM daily WHERE summary = 'v1 9:1';
SELECT day FROM daily WHERE history = 'v1';
SELECT count(*) = 7 AND bool_and(lag <= summary) AS in_order
FROM (SELECT summary, lag(summary, 1, summary) OVER (ORDER BY summary) FROM daily) AS o;
RESET enable_sort;
RESET enable_seqscan;
SELECT count(*) FROM daily AS a JOIN daily AS b USING (summary);
CREATE TABLE parted (summary survey_summary, n integer) PARTITION BY HASH (summary);
CREATE TABLE parted_0 PARTITION OF parted FOR VALUES WITH (MODULUS 2, REMAINDER 0);
CREATE TABLE parted_1 PARTITION OF parted FOR VALUES WITH (MODULUS 2, REMAINDER 1);
INSERT INTO parted SELECT ('v1 9:' || i)::survey_summary, i FROM generate_series(1, 200) AS i;
SELECT count(*) AS rows, count(DISTINCT tableoid) AS partitions,
	(SELECT n FROM parted WHERE summary = 'v1 9:77') AS found
FROM parted;
DROP TABLE daily, news, audit, parted;
DROP FUNCTION note;

-- In a schema outside search_path: what goes by the type's operator class works; what looks for = by name does not,
-- as for any type.
CREATE SCHEMA elsewhere;
ALTER EXTENSION custvalue SET SCHEMA elsewhere;
CREATE TABLE stored AS SELECT 'v1 9:1'::elsewhere.survey_summary AS s FROM generate_series(1, 3);
SELECT DISTINCT s FROM stored;
SELECT count(DISTINCT s) FROM stored;
SELECT s FROM stored UNION SELECT s FROM stored;
SELECT s FROM stored GROUP BY s;
SELECT stored.* IS DISTINCT FROM stored.* AS whole_row FROM stored LIMIT 1;
\set VERBOSITY terse
SELECT s IS DISTINCT FROM s FROM stored;
SELECT NULLIF(s, s) FROM stored;
SELECT s IN (s) FROM stored;
\set VERBOSITY default
SELECT s OPERATOR(elsewhere.=) s AS same FROM stored LIMIT 1;
SET search_path = public, elsewhere;
SELECT s IS DISTINCT FROM s AS differs FROM stored LIMIT 1;
RESET search_path;
DROP TABLE stored;
ALTER EXTENSION custvalue SET SCHEMA public;
DROP SCHEMA elsewhere;
