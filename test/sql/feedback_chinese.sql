-- sentiment: Chinese texts (reference, sections 5 and 6, and S36).
CREATE TABLE entry (lang text, word text, kind text, value float8);
INSERT INTO entry VALUES
	('zh', '好', 'word', 2), ('zh', '很好', 'word', 2.5), ('zh', '快', 'word', 1.5), ('zh', '满意', 'word', 2.5),
	('zh', '差', 'word', -2.5), ('zh', '太差', 'word', -3), ('zh', '慢', 'word', -1.5), ('zh', '坏', 'word', -2),
	('zh', '退货', 'word', -1), ('zh', '喜欢', 'word', 2.5), ('zh', '推荐', 'word', 2), ('zh', '失望', 'word', -2.5),
	('zh', '不错', 'word', 2), ('zh', '便宜', 'word', 1.5), ('zh', '贵', 'word', -1.5), ('zh', '不', 'negator', -0.74),
	('zh', '没', 'negator', -0.74), ('zh', '没有', 'negator', -0.74), ('zh', '不是', 'negator', -0.74),
	('zh', '别', 'negator', -0.74), ('zh', '不太', 'negator', -0.74), ('zh', '很', 'degree', 1.25),
	('zh', '非常', 'degree', 1.5), ('zh', '太', 'degree', 1.25), ('zh', '有点', 'degree', 0.75),
	('zh', '稍微', 'degree', 0.75), ('zh', '极其', 'degree', 1.75), ('zh', '特别', 'degree', 1.5),
	('zh', '快递', 'neutral', NULL), ('zh', '好像', 'neutral', NULL), ('zh', '差不多', 'neutral', NULL),
	('zh', '不好意思', 'neutral', NULL), ('zh', '不仅', 'neutral', NULL), ('zh', '不但', 'neutral', NULL),
	('zh', '差点', 'neutral', NULL), ('zh', '只好', 'neutral', NULL), ('zh', '好几', 'neutral', NULL),
	('zh', '别的', 'neutral', NULL), ('zh', '爱好', 'neutral', NULL);
CREATE TABLE compiled AS
SELECT lexicon_agg(lang, word, kind, value)
	FILTER (WHERE kind <> 'neutral' AND word NOT IN ('不错', '特别', '便宜', '贵')) AS plain,
	lexicon_agg(lang, word, kind, value) AS l, (SELECT lexicon_agg(lang, word, kind, value) FROM (
		SELECT * FROM entry UNION ALL VALUES ('zh', '滿意', 'word', 2.5)) AS t) AS traditional FROM entry;
SELECT comment, score, round(sentiment(comment, plain)::numeric, 10) AS compound,
	abs(sentiment_score(comment, plain) - score) < 1e-12 AS right,
	(SELECT string_agg(token, '/' ORDER BY start_at) FROM sentiment_tokens(comment, plain)) AS tokens,
	(SELECT string_agg(word || ' ' || round(value::numeric, 6) || coalesce(' (' || reason || ')', ''),
		', ' ORDER BY start_at) FROM sentiment_hits(comment, plain)) AS hits
FROM compiled, (VALUES
	('好评', 2::float8),
	('好好好', 6::float8),
	('好不好', 0.52::float8),
	('不是不好', 1.0952::float8),
	('没有不满意', 1.369::float8),
	('不太满意', -1.85::float8),
	('非常非常好', 4.5::float8),
	('太慢了', -1.875::float8),
	('太快了，太好了', 4.375::float8),
	('一点也不差', 1.85::float8),
	('没有一点失望', -2.5::float8),
	('包装不差，物流不慢', 2.96::float8),
	('非常不满意', -2.775::float8),
	('不非常满意', -2.775::float8),
	('稍微有点慢', -0.84375::float8),
	('很，好', 2::float8),
	('服务很 好', 2.5::float8),
	('我很喜欢这家店，推荐给朋友，质量好，快！', 8.625::float8),
	('價格好，物流快', 3.5::float8),
	('物流很快，但是包装太差了', -1.125::float8),
	('不满意', -1.85::float8),
	('质量非常好，推荐', 5::float8),
	('客服没有回复，有点失望', -1.875::float8),
	('还行', 0::float8),
	('快递很快', 3.375::float8),
	('特别好', -1.48::float8),
	('不错', 0::float8),
	('不仅好，而且快', 0.02::float8),
	('差不多', -2.5::float8),
	('不好意思，退货了', -2.48::float8),
	('好像坏了', 0::float8),
	('服務不滿意', 0::float8)
) AS t(comment, score);
SELECT comment, score, round(sentiment(comment, l)::numeric, 10) AS compound,
	abs(sentiment_score(comment, l) - score) < 1e-12 AS right,
	(SELECT string_agg(token, '/' ORDER BY start_at) FROM sentiment_tokens(comment, l)) AS tokens,
	(SELECT string_agg(word || ' ' || round(value::numeric, 6) || coalesce(' (' || reason || ')', ''),
		', ' ORDER BY start_at) FROM sentiment_hits(comment, l)) AS hits
FROM compiled, (VALUES
	('快递很快', 1.875::float8),
	('特别好', 3::float8),
	('不错', 2::float8),
	('不仅好，而且快', 3.5::float8),
	('差不多', 0::float8),
	('不好意思，退货了', -1::float8),
	('好像坏了', -2::float8),
	('服務不滿意', 0::float8)
) AS t(comment, score);
SELECT sentiment_score('服務不滿意', traditional) AS traditional FROM compiled;
SELECT h.* FROM compiled, unnest(ARRAY['客服没有回复，有点失望', '不是很满意']) AS comment, sentiment_hits(comment, l) AS h;
-- Both languages, emoji between characters, a word with Latin letters around it.
\pset format unaligned
SELECT comment, (SELECT string_agg(token || coalesce(' ' || kind, ''), ' / ' ORDER BY start_at)
	FROM sentiment_tokens(comment, both_of)) AS tokens,
	sentiment_score(comment, both_of) AS score
FROM (SELECT rollup(l) AS both_of
	FROM (SELECT l FROM compiled
		UNION ALL SELECT 'v1 en word "good" 2 en booster "very" 0.25 en word "👍" 1'::lexicon) AS t) AS t,
	unnest(ARRAY['很good', '不👍好', 'very好', '好!', '好! good!', '质量good，very good。不', '　好　', '好http://x.com/好']) AS comment;
\pset format aligned

-- By aspect.
CREATE TABLE aspects AS SELECT lexicon_agg(lang, word, kind, value, aspect) AS l FROM (
	SELECT *, NULL AS aspect FROM entry UNION ALL
	SELECT 'zh', word, 'aspect', NULL, aspect
	FROM (VALUES ('价格', 'price'), ('贵', 'price'), ('便宜', 'price'), ('物流', 'delivery'), ('快递', 'delivery'),
		('包装', 'delivery'), ('客服', 'service'), ('服务', 'service'), ('质量', 'quality')) AS t(word, aspect)) AS t;
CREATE TABLE comment (n integer, comment text);
INSERT INTO comment VALUES (1, '物流很快，但是包装太差了'), (2, '价格有点贵，质量非常好'), (3, '客服没有回复，有点失望'), (4, '快递太慢了，客服不错'),
	(5, '很便宜，很喜欢'), (6, '服务不满意，价格好'), (7, '东西坏了，要退货'), (8, '质量不错，推荐，物流快');
SELECT n, string_agg(aspect || ' ' || value, ', ' ORDER BY start_at) AS hits FROM comment, aspects,
	sentiment_hits(comment, l) AS h GROUP BY n ORDER BY n;
SELECT n, string_agg(aspect || ' ' || hits || ' ' || score, ', ') AS aspects FROM comment, aspects,
	sentiment_aspects(comment, l) AS a GROUP BY n ORDER BY n;
SELECT aspect, count(*) AS hits, count(*) FILTER (WHERE value > 0) AS positive,
	count(*) FILTER (WHERE value < 0) AS negative, sum(value) AS sum,
	round(avg(value)::numeric, 10) AS mean, round(avg(sign(value))::numeric, 10) AS net_share
FROM comment, aspects, sentiment_hits(comment, l) AS h GROUP BY aspect ORDER BY aspect = 'general', aspect;
SELECT aspect, sum(hits) AS hits, sum(score) AS score FROM comment, aspects, sentiment_aspects(comment, l) AS a
GROUP BY aspect ORDER BY aspect;

-- Summary of texts.
SELECT s, (sentiment_counts(s)).*, round(sentiment_mean(s)::numeric, 14) AS mean,
	round(sentiment_sd(s)::numeric, 13) AS sd, net_sentiment(s),
	round(sentiment_mean_low(s)::numeric, 10) AS mean_low, round(sentiment_mean_high(s, 0.9)::numeric, 10) AS mean_high,
	round(net_sentiment_low(s)::numeric, 10) AS net_low, round(net_sentiment_high(s, 0.9)::numeric, 10) AS net_high
FROM (SELECT sentiment_agg(x) AS s
	FROM unnest('{.8622,-.631,.4404,0,-.04,.05,-.05,.3,-.9,.02,NULL}'::float8[]) AS x) AS t;
SELECT sentiment_mean(s), sentiment_sd(s), net_sentiment(s), sentiment_mean_low(s), net_sentiment_low(s)
FROM (VALUES ('v1'::sentiment_summary), ('v1 0 0 1 1152921504606846976 1152921504606846976')) AS t(s);
-- A window takes out exactly what it has put in.
SELECT i, sentiment_agg(x) OVER w = s AS same
FROM (SELECT i, x, (SELECT sentiment_agg(sin(k)) FROM generate_series(i - 2, i) AS k WHERE k > 0) AS s
	FROM (SELECT i, sin(i) AS x FROM generate_series(1, 6) AS i) AS t) AS t WINDOW w AS (ORDER BY i ROWS 2 PRECEDING);
SELECT sentiment_agg(1.01);
SELECT sentiment_remove('v1', 0.5);
SELECT net_sentiment_low('v1', 1);
DROP TABLE entry, compiled, aspects, comment;
