-- Comments that go with the answers, generated in two languages, and what they are about.

\echo
\echo 'WHAT DO THEY WRITE?'
\echo

CREATE TABLE feedback AS
SELECT s.customer_no, s.answered, c.comment
FROM survey s, LATERAL (SELECT (CASE
	WHEN s.score >= 9 THEN ARRAY['Great quality, fast delivery!', '质量非常好，推荐', 'Very friendly service :)', '物流很快，包装很好']
	WHEN s.score >= 7 THEN ARRAY['Good, but the price is a bit high', '质量不错，价格有点贵', 'The delivery was on time.', '还行']
	ELSE ARRAY['Slow delivery and a broken box', '客服没有回复，很失望', 'The support was not helpful', '物流太慢了，质量很差'] END)
	[1 + ((s.customer_no + extract(day FROM s.answered)::integer) % 4)::integer] AS comment) AS c;

\echo 'By aspect: words of praise and of complaint, and what they add up to.'
SELECT aspect, count(*) AS words, count(*) FILTER (WHERE value > 0) AS praise,
	count(*) FILTER (WHERE value < 0) AS complaint, round(sum(value)::numeric, 1) AS score
FROM feedback, (SELECT sentiment_demo_lexicon() AS lexicon OFFSET 0) AS l, sentiment_hits(comment, lexicon)
GROUP BY aspect ORDER BY score;
