-- bar: 1.1
WITH l AS MATERIALIZED (SELECT lexicon_agg('en', word, kind, value) AS lexicon
	FROM (SELECT * FROM remark_entry LIMIT 7000) AS e)
SELECT sum(sentiment(comment, lexicon)) FROM remark, l;
