-- rows: 100000
-- Made-up words of 2 to 8 letters, 7,000 of them in the lexicon; comments of twelve words, as people write them.
DROP TABLE IF EXISTS remark, remark_word, remark_entry, remark_lexicon CASCADE;
CREATE UNLOGGED TABLE remark_word AS
SELECT row_number() OVER (ORDER BY min(i)) AS i, word
FROM (SELECT i, string_agg(substr('etaoinshrdlucmfwypvb',
		1 + ('x' || substr(md5(i || '.' || k), 1, 6))::bit(24)::integer % 20, 1),
		'' ORDER BY k) AS word
	FROM generate_series(1, 30000) AS i, generate_series(1, 8) AS k WHERE k <= 2 + (i * 5) % 7 GROUP BY i) AS s
GROUP BY word;
CREATE UNLOGGED TABLE remark_entry AS
SELECT word, CASE i % 50 WHEN 1 THEN 'negator' WHEN 2 THEN 'booster' ELSE 'word' END AS kind,
	CASE i % 50 WHEN 1 THEN -0.74 ELSE round((3 * sin(i))::numeric, 1)::float8 END AS value
FROM remark_word WHERE i <= 10000;
CREATE UNLOGGED TABLE remark_lexicon AS
SELECT lexicon_agg('en', word, kind, value) AS lexicon FROM (SELECT * FROM remark_entry LIMIT 7000) AS e;
CREATE FUNCTION remark_literal() RETURNS lexicon LANGUAGE sql IMMUTABLE AS 'SELECT lexicon FROM remark_lexicon';
SELECT setseed(0.42);
CREATE UNLOGGED TABLE remark AS
SELECT initcap(substr(words, 1, 1)) || substr(words, 2) || (ARRAY['.', '', '!'])[1 + n % 3] AS comment
FROM (SELECT n, string_agg(word, ' ' ORDER BY k) AS words
	FROM (SELECT n, k, 1 + floor(random() ^ 2 * 25000)::bigint AS i
		FROM generate_series(1, :rows::bigint) AS n, generate_series(1, 12) AS k OFFSET 0) AS d
		JOIN remark_word USING (i)
	GROUP BY n) AS s;
VACUUM ANALYZE remark, remark_entry, remark_lexicon;
