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
'For results that matter, use one of your own field.';

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
