-- bar: 0.7
SELECT sum(sentiment(comment, lexicon)) FROM remark, remark_lexicon;
