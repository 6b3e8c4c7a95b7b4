-- lexicon: what goes in, what is refused, and where it may lie.
SELECT lexicon_agg(lang, word, kind, value)
FROM (VALUES ('en', 'Good', 'word', 2.0), ('en', 'good', 'word', 2.0), ('en', ' Fed   UP ', 'word', -1.5),
	('en', 'don’t', 'negator', NULL), ('en', 'ＯＫ', 'word', 1), ('en', '❤️', 'word', 3), ('zh', '很', 'degree', 1.25),
	('en', 'but', 'contrast', 7),
	(NULL, 'x', 'word', 1), ('en', NULL, 'word', 1), ('en', 'x', NULL, 1), ('zh', '好', 'neutral', NULL))
	AS t(lang, word, kind, value);
SELECT lexicon_agg('en', word, kind, value, aspect)
FROM (VALUES ('cheap', 'word', 1.5, 'price'), ('price', 'aspect', NULL, 'price'), ('good', 'word', 2, NULL))
	AS t(word, kind, value, aspect);
SELECT rollup(l) = lexicon_agg('en', 'a', 'word', 1) AS once
FROM (SELECT lexicon_agg('en', 'a', 'word', 1) AS l FROM generate_series(1, 3)) AS t;
SELECT 'v1'::lexicon, 'v1 zh word "b" 1 en word "b" 1 en neutral "a"'::lexicon;
-- A word may be of several kinds: very is no hit here, as a booster it has no value of its own.
SELECT sentiment_score('very good', 'v1 en word "very" 3 en booster "very" 0.5 en word "good" 2');

SELECT lexicon_agg('en', 'a', 'noun', 1);
SELECT lexicon_agg('en', 'a', 'word', NULL);
SELECT lexicon_agg('en', 'a', 'word', 'NaN');
SELECT lexicon_agg('en', ' ', 'word', 1);
SELECT lexicon_agg('', 'a', 'word', 1);
SELECT lexicon_agg('en', repeat('a', 256), 'word', 1);
SELECT lexicon_agg('en', 'a', 'aspect', 1);
SELECT lexicon_agg('en', word, 'word', value) FROM (VALUES ('good', 1), ('GOOD', 2)) AS t(word, value);
SELECT lexicon_agg('en', 'a', 'aspect', NULL, aspect) FROM unnest('{x,y}'::text[]) AS aspect;
SELECT 'v2'::lexicon;
SELECT 'v1 en word "A" 1'::lexicon;
SELECT 'v1 en word "a"'::lexicon;
SELECT 'v1 en word a 1'::lexicon;
SELECT 'v1 en noun "a" 1'::lexicon;
SELECT 'v1 en aspect "a"'::lexicon;
SELECT 'v1 en word "a" 1 '::lexicon;
SELECT 'v1 en word "a" 1 en word "a" 2'::lexicon;
SELECT 'v1 1 0 0 5 0'::sentiment_summary;
SELECT 'v1 1 0 0 2000000000000000000 2000000000000000000'::sentiment_summary;

-- Plain, compressed, out of line, and two of them in turn: the results are the same.
CREATE TABLE kept (id integer, l lexicon);
INSERT INTO kept SELECT 1, lexicon_agg('en', 'w' || i, 'word', 1 + i % 3) FROM generate_series(1, 3000) AS i;
INSERT INTO kept SELECT 2, lexicon_agg('en', 'w' || i, 'word', -1 - i % 3) FROM generate_series(1, 3000) AS i;
INSERT INTO kept VALUES (3, 'v1 en word "w7" 0.5'), (4, 'v1 en word "w7" -0.5');
SELECT id, sum(sentiment_score('w7 w8 x w9', l)) AS score FROM kept, generate_series(1, 10) AS k
GROUP BY id ORDER BY id;
SELECT k, id, sentiment_score('w7 w8 x w9', l) AS score FROM generate_series(1, 2) AS k, kept ORDER BY k, id;
WITH c AS MATERIALIZED (SELECT l FROM kept WHERE id = 1) SELECT sum(sentiment_score('w7', l))
FROM c, generate_series(1, 100);
ALTER TABLE kept ALTER l SET STORAGE EXTERNAL;
CREATE TABLE plain AS SELECT id, (l::text)::lexicon AS l FROM kept;
SELECT bool_and(a.l = b.l) FROM kept AS a JOIN plain AS b USING (id);
SELECT count(*) FROM kept JOIN plain USING (l);

-- Long and odd texts take time by their length.
SELECT sentiment(t, l) AS sentiment FROM (SELECT sentiment_demo_lexicon() AS l) AS l,
	LATERAL (VALUES (repeat('a', 1000000)), (repeat('not ', 250000)),
	(repeat('😀', 250000)), (repeat('!', 1000000)), (repeat('a-', 500000)), (repeat('词', 333333)),
	(repeat('e' || U&'\0301', 300000)), (repeat(U&'\+01f44d\200d', 100000)),
	(repeat('@.:/', 250000)), (repeat('fed ', 250000)), (repeat(U&'\202e', 300000)), (repeat(U&'\fe0f', 300000)),
	(repeat('🏽', 250000))) AS t(t);
SELECT round(sentiment(repeat('good. ', 100000), sentiment_demo_lexicon())::numeric, 6) AS tends_to_one;
SELECT count(*), sum(hits) FROM sentiment_aspects(repeat('price good, service bad. ', 10000), sentiment_demo_lexicon());
SELECT comment, sentiment_label(sentiment(comment, sentiment_demo_lexicon()))
FROM unnest(ARRAY['Great service, thanks!', 'The parcel was late and the box was broken.',
	'质量非常好，推荐', '物流太慢了，客服不耐烦', 'It is a table.']) AS comment;
-- Signs change with those of the words, and neutral words do not change them.
SELECT count(*) AS texts, count(*) FILTER (WHERE abs(a + b) < 1e-15) AS odd,
	count(*) FILTER (WHERE sign(a) = sign(c)) AS same_sign FROM (
	SELECT sentiment(t, l) AS a, sentiment(t, m) AS b, sentiment(t || ' table chair', l) AS c FROM (
		SELECT lexicon_agg('en', w, k, v) AS l, lexicon_agg('en', w, k, CASE k WHEN 'word' THEN -v ELSE v END) AS m
		FROM (VALUES ('good', 'word', 2.0), ('bad', 'word', -2.5), ('not', 'negator', NULL), ('very', 'booster', 0.293),
			('but', 'contrast', NULL)) AS t(w, k, v)) AS l,
		(SELECT string_agg((ARRAY['good', 'bad', 'not', 'very', 'but', 'box', 'the'])[1 + (i * k * k + 3 * k) % 7],
			' ') AS t FROM generate_series(1, 200) AS i, generate_series(1, 9) AS k GROUP BY i) AS t) AS t;
DROP TABLE kept, plain;
-- Its rows; own words go before those of the demonstration.
SELECT * FROM lexicon_rows('v1 en word "good" 1.9 "price" en booster "very" 0.293 en contrast "but" zh word "好" 2 en '
	'word "fed up" -1.8');
SELECT count(*) AS rows, bool_and(word = lower(word)) AS folded,
	(SELECT lexicon_agg(lang, word, kind, value, aspect) FROM lexicon_rows(sentiment_demo_lexicon()))
	= sentiment_demo_lexicon() AS same
FROM lexicon_rows(sentiment_demo_lexicon());
SELECT count(*) FROM lexicon_rows('v1');
WITH own (lang, word, kind, value, aspect) AS (
	VALUES ('en', 'slow', 'word', 2.0, NULL), ('en', 'grind', 'aspect', NULL, 'product')),
	l AS (SELECT lexicon_agg(lang, word, kind, value, aspect) AS l FROM (
		SELECT * FROM own UNION ALL
		SELECT * FROM lexicon_rows(sentiment_demo_lexicon()) AS d
		WHERE NOT EXISTS (SELECT FROM own WHERE own.word = d.word)) AS t)
SELECT h.word, h.value, h.aspect FROM l, sentiment_hits('A slow grind, great price', l) AS h;
-- Many lexicons in turn, compressed and out of line: as many as are kept, and more.
CREATE TABLE kept AS SELECT n, lexicon_agg('en', 'w' || i, 'word', n) AS l FROM generate_series(1, 11) AS n,
	generate_series(1, CASE n % 3 WHEN 0 THEN 3 WHEN 1 THEN 100 ELSE 2000 END) AS i GROUP BY n;
SELECT string_agg(concat_ws(' ', n, score), ', ' ORDER BY n)
FROM (SELECT n, sum(sentiment_score('w' || 1 + k % 3, l)) AS score
	FROM (SELECT k, n, l FROM generate_series(1, 20) AS k, kept ORDER BY k, n * 7 % 11) AS t GROUP BY n) AS t;
-- Words of several words that begin alike, with and without a word of their own.
SELECT comment, (SELECT string_agg(word || ' ' || value, ', ' ORDER BY start_at)
	FROM sentiment_hits(comment, l) AS h) AS hits
FROM (SELECT 'v1 en word "fed up" -2 en word "fed up with" -3 en word "worn" -1 en word "worn out" -1.5 en word "out" '
	'0.5 en word "up" 0.25'::lexicon AS l) AS l,
	unnest(ARRAY['fed', 'fed up', 'Fed  UP with it', 'fed out', 'worn', 'worn out', 'worn-out', 'feeed up',
		'woooorn out', 'fed. up', E'fed\nup with', 'fed up up', 'fed  with']) AS comment;
DROP TABLE kept;
