-- bar: 1.1
SELECT sum(sentiment(comment, lexicon)) FROM remark, remark_lexicon;
