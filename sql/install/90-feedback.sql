-- feedback: what customers write

-- lexicon: words with their kinds and values, compiled.
COMMENT ON TYPE lexicon IS
'Words with their kinds, values and aspects, compiled for looking at texts. '
'Text form: v1 lang kind "word" value "aspect" ...';

CREATE FUNCTION lexicon_add(state lexicon, lang text, word text, kind text, value float8)
RETURNS lexicon AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;
COMMENT ON FUNCTION lexicon_add(lexicon, text, text, text, float8) IS 'The state of lexicon_agg with another row.';

CREATE FUNCTION lexicon_add(state lexicon, lang text, word text, kind text, value float8, aspect text)
RETURNS lexicon AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;
COMMENT ON FUNCTION lexicon_add(lexicon, text, text, text, float8, text) IS
'The state of lexicon_agg with another row.';

CREATE FUNCTION lexicon_merge(a lexicon, b lexicon)
RETURNS lexicon AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION lexicon_merge(lexicon, lexicon) IS 'The rows of both lexicons.';

CREATE FUNCTION lexicon_pack(state lexicon)
RETURNS lexicon AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION lexicon_pack(lexicon) IS 'The compiled form, which is stored. Final function of lexicon_agg.';

CREATE AGGREGATE lexicon_agg(lang text, word text, kind text, value float8) (
	SFUNC = lexicon_add, STYPE = lexicon, SSPACE = 4096, INITCOND = 'v1',
	FINALFUNC = lexicon_pack, COMBINEFUNC = lexicon_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE lexicon_agg(text, text, text, float8) IS
'A lexicon of the rows of a table. '
'kind: word (value from about -4 to 4), negator (a factor, NULL: -0.74), booster (added to the word after it), '
'degree (a factor), contrast (such as "but"), neutral (hides the words in it) or aspect. '
'Upper and lower case are one word. Two values of one word and kind are an error.';

CREATE AGGREGATE lexicon_agg(lang text, word text, kind text, value float8, aspect text) (
	SFUNC = lexicon_add, STYPE = lexicon, SSPACE = 4096, INITCOND = 'v1',
	FINALFUNC = lexicon_pack, COMBINEFUNC = lexicon_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE lexicon_agg(text, text, text, float8, text) IS
'A lexicon of the rows of a table, with aspects. '
'aspect: what the text is about where this word stands, such as price. '
'Rows of kind aspect need one, rows of other kinds may have one.';

CREATE AGGREGATE rollup(summary lexicon) (
	SFUNC = lexicon_merge, STYPE = lexicon, SSPACE = 4096, INITCOND = 'v1',
	FINALFUNC = lexicon_pack, COMBINEFUNC = lexicon_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(lexicon) IS 'One lexicon with the rows of all.';

CREATE FUNCTION sentiment_demo_lexicon()
RETURNS lexicon AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION sentiment_demo_lexicon() IS
'A lexicon to begin with: a few hundred English and Chinese words that customers of a shop write. '
'For results that matter, use one of your own field. '
'In databases of other encodings than UTF-8 it has the words that can be written there.';

CREATE FUNCTION lexicon_rows(lexicon lexicon)
RETURNS TABLE (lang text, word text, kind text, value float8, aspect text) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 1000;
COMMENT ON FUNCTION lexicon_rows(lexicon) IS
'The rows of a lexicon, in order of the words: to look at them, or to make another lexicon of them. '
'value is NULL for kinds without one, aspect where there is none.';

CREATE FUNCTION sentiment(comment text, lexicon lexicon)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;
COMMENT ON FUNCTION sentiment(text, lexicon) IS
'What a text says, from -1 (negative) to 1 (positive): s / sqrt(s^2 + 15) of the sentiment_score s. '
'The rules are those of VADER (Hutto and Gilbert 2014); Chinese by longest match. 0 where no word is known.';

CREATE FUNCTION sentiment_score(comment text, lexicon lexicon)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;
COMMENT ON FUNCTION sentiment_score(text, lexicon) IS
'Sum of the values of the known words of a text, after negation, boosters, capitals and contrast, and of the emphasis.';

CREATE FUNCTION sentiment_parts(comment text, lexicon lexicon, OUT compound float8, OUT score float8, OUT neg float8,
	OUT neu float8, OUT pos float8, OUT hits integer) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 500;
COMMENT ON FUNCTION sentiment_parts(text, lexicon) IS
'Everything that is known of a text at once. compound: sentiment. score: sentiment_score. '
'neg, neu, pos: shares of the text, where a word of value v counts 1 + |v|. hits: known words.';

CREATE FUNCTION sentiment_hits(comment text, lexicon lexicon)
RETURNS TABLE (start_at integer, length integer, word text, valence float8, value float8, reason text,
	aspect text) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 3;
COMMENT ON FUNCTION sentiment_hits(text, lexicon) IS
'The words of a text that count, and why. start_at, length: in characters. '
'valence: in the lexicon. value: after the rules. reason: the words that made the difference. '
'aspect: what the word is said about. The values and the emphasis add up to sentiment_score.';

CREATE FUNCTION sentiment_tokens(comment text, lexicon lexicon)
RETURNS TABLE (start_at integer, length integer, token text, kind text) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 10;
COMMENT ON FUNCTION sentiment_tokens(text, lexicon) IS
'How a text is cut into words. start_at, length: in characters. kind: in the lexicon, NULL: it is not there. '
'Blanks and punctuation are tokens only beside Chinese characters.';

CREATE FUNCTION sentiment_aspects(comment text, lexicon lexicon)
RETURNS TABLE (aspect text, hits integer, score float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000 ROWS 2;
COMMENT ON FUNCTION sentiment_aspects(text, lexicon) IS
'The known words of a text by what they are said about: how many, and the sum of their values. '
'A word belongs to the nearest aspect word of its clause, else to the last one before it, else to general.';

CREATE FUNCTION sentiment_label(compound float8)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION sentiment_label(float8) IS
'positive for a sentiment of 0.05 or more, negative for one of -0.05 or less, otherwise neutral.';

-- sentiment_summary: how many texts say what, the state of its aggregates.
COMMENT ON TYPE sentiment_summary IS
'How many texts are negative, neutral and positive, and the sums of their sentiment. '
'Text form: v1 negative neutral positive sum squares, the sums in units of 2^-60.';

CREATE FUNCTION sentiment_add(summary sentiment_summary, compound float8)
RETURNS sentiment_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION sentiment_add(sentiment_summary, float8) IS 'The summary with another text.';

CREATE FUNCTION sentiment_remove(summary sentiment_summary, compound float8)
RETURNS sentiment_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION sentiment_remove(sentiment_summary, float8) IS
'The summary without a text that it has. Inverse transition function.';

CREATE FUNCTION sentiment_merge(a sentiment_summary, b sentiment_summary)
RETURNS sentiment_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION sentiment_merge(sentiment_summary, sentiment_summary) IS 'The texts of both summaries.';

CREATE AGGREGATE sentiment_agg(compound float8) (
	SFUNC = sentiment_add, STYPE = sentiment_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = sentiment_merge,
	MSFUNC = sentiment_add, MINVFUNC = sentiment_remove, MSTYPE = sentiment_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE sentiment_agg(float8) IS
'How many texts are positive, neutral and negative, and what they say on average. '
'compound: what sentiment returns, from -1 to 1. NULL is left out.';

CREATE AGGREGATE rollup(summary sentiment_summary) (
	SFUNC = sentiment_merge, STYPE = sentiment_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = sentiment_merge, PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(sentiment_summary) IS 'One summary with the texts of all.';

CREATE FUNCTION sentiment_counts(summary sentiment_summary, OUT n bigint, OUT positive bigint, OUT neutral bigint,
	OUT negative bigint) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION sentiment_counts(sentiment_summary) IS
'The number of texts, and of those that are positive, neutral and negative (see sentiment_label).';

CREATE FUNCTION net_sentiment(summary sentiment_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION net_sentiment(sentiment_summary) IS
'Share of positive texts minus share of negative ones, from -1 to 1. NULL without texts.';

CREATE FUNCTION sentiment_mean(summary sentiment_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION sentiment_mean(sentiment_summary) IS 'Mean of the sentiment, from -1 to 1. NULL without texts.';

CREATE FUNCTION sentiment_sd(summary sentiment_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION sentiment_sd(sentiment_summary) IS
'Standard deviation of the sentiment, of a sample. NULL for less than two texts.';

-- for end word in low/Lower high/Upper
CREATE FUNCTION sentiment_mean_{end}(summary sentiment_summary, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION sentiment_mean_{end}(sentiment_summary, float8) IS
'{word} end of the interval of sentiment_mean (Student). NULL for less than two texts.';

CREATE FUNCTION net_sentiment_{end}(summary sentiment_summary, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION net_sentiment_{end}(sentiment_summary, float8) IS
'{word} end of the interval of net_sentiment (adjusted Wald, Rocks 2016). NULL without texts.';

-- end
