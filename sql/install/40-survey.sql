-- survey: satisfaction

-- survey_summary: how often each score was given.  It is the state of every survey
-- aggregate, a value to store, and what all metrics are read from.
COMMENT ON TYPE survey_summary IS
'answers to one survey question: a count, or counts and weights, for each integer score from 0 to 100; text form "v1 score:count ...", or "v1w score:count:sum of weights:sum of squares ..."';

-- Transitions: add an answer, take one out of a moving window, add and take out a summary.
CREATE FUNCTION survey_add(summary survey_summary, score smallint)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_add_smallint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION survey_remove(summary survey_summary, score smallint)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_remove_smallint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION survey_add(summary survey_summary, score integer)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_add_integer'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION survey_remove(summary survey_summary, score integer)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_remove_integer'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION survey_add(summary survey_summary, score bigint)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_add_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION survey_remove(summary survey_summary, score bigint)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_remove_bigint'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION survey_add(summary survey_summary, score numeric)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_add_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION survey_remove(summary survey_summary, score numeric)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_remove_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION survey_add(summary survey_summary, score float8)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_add_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION survey_remove(summary survey_summary, score float8)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_remove_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION survey_merge(a survey_summary, b survey_summary)
RETURNS survey_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION survey_unmerge(a survey_summary, b survey_summary)
RETURNS survey_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION survey_add(survey_summary, smallint) IS 'the summary with one more answer';
COMMENT ON FUNCTION survey_add(survey_summary, integer) IS 'the summary with one more answer';
COMMENT ON FUNCTION survey_add(survey_summary, bigint) IS 'the summary with one more answer';
COMMENT ON FUNCTION survey_add(survey_summary, numeric) IS 'the summary with one more answer';
COMMENT ON FUNCTION survey_add(survey_summary, float8) IS 'the summary with one more answer';
COMMENT ON FUNCTION survey_remove(survey_summary, smallint) IS 'the summary with one answer less';
COMMENT ON FUNCTION survey_remove(survey_summary, integer) IS 'the summary with one answer less';
COMMENT ON FUNCTION survey_remove(survey_summary, bigint) IS 'the summary with one answer less';
COMMENT ON FUNCTION survey_remove(survey_summary, numeric) IS 'the summary with one answer less';
COMMENT ON FUNCTION survey_remove(survey_summary, float8) IS 'the summary with one answer less';
COMMENT ON FUNCTION survey_merge(survey_summary, survey_summary) IS 'the answers of both summaries';
COMMENT ON FUNCTION survey_unmerge(survey_summary, survey_summary) IS 'the answers of a without those of b';

-- The summary itself.
CREATE AGGREGATE survey_agg(score smallint) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);

CREATE AGGREGATE survey_agg(score integer) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);

CREATE AGGREGATE survey_agg(score bigint) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);

CREATE AGGREGATE survey_agg(score numeric) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);

CREATE AGGREGATE survey_agg(score float8) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);

CREATE AGGREGATE rollup(summary survey_summary) (
	SFUNC = survey_merge, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	MSFUNC = survey_merge, MINVFUNC = survey_unmerge, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE survey_agg(smallint) IS 'summary of answers: a count per integer score from 0 to 100; NULL answers are ignored, others off that range are errors';
COMMENT ON AGGREGATE survey_agg(integer) IS 'summary of answers: a count per integer score from 0 to 100; NULL answers are ignored, others off that range are errors';
COMMENT ON AGGREGATE survey_agg(bigint) IS 'summary of answers: a count per integer score from 0 to 100; NULL answers are ignored, others off that range are errors';
COMMENT ON AGGREGATE survey_agg(numeric) IS 'summary of answers: a count per integer score from 0 to 100; NULL answers are ignored, others off that range are errors';
COMMENT ON AGGREGATE survey_agg(float8) IS 'summary of answers: a count per integer score from 0 to 100; NULL answers are ignored, others off that range are errors';
COMMENT ON AGGREGATE rollup(survey_summary) IS 'the answers of all summaries, as if counted at once';

-- Net promoter score.
CREATE FUNCTION nps_final(summary survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

CREATE FUNCTION nps_score(summary survey_summary, detractor_max integer DEFAULT 6, promoter_min integer DEFAULT 9)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION nps_final(survey_summary) IS 'net promoter score with the usual bands: final function of the aggregate nps_score';
COMMENT ON FUNCTION nps_score(survey_summary, integer, integer) IS
'net promoter score of a summary of answers from 0 to 10, in points from -100 to 100: percent of promoters (from promoter_min) less percent of detractors (up to detractor_max); NULL without answers';

CREATE AGGREGATE nps_score(score smallint) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = nps_final, MFINALFUNC = nps_final,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);

CREATE AGGREGATE nps_score(score integer) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = nps_final, MFINALFUNC = nps_final,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);

CREATE AGGREGATE nps_score(score bigint) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = nps_final, MFINALFUNC = nps_final,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);

CREATE AGGREGATE nps_score(score numeric) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = nps_final, MFINALFUNC = nps_final,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);

CREATE AGGREGATE nps_score(score float8) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = nps_final, MFINALFUNC = nps_final,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE nps_score(smallint) IS 'net promoter score of answers from 0 to 10, in points from -100 to 100: percent of 9 and 10 less percent of 0 to 6; NULL without answers';
COMMENT ON AGGREGATE nps_score(integer) IS 'net promoter score of answers from 0 to 10, in points from -100 to 100: percent of 9 and 10 less percent of 0 to 6; NULL without answers';
COMMENT ON AGGREGATE nps_score(bigint) IS 'net promoter score of answers from 0 to 10, in points from -100 to 100: percent of 9 and 10 less percent of 0 to 6; NULL without answers';
COMMENT ON AGGREGATE nps_score(numeric) IS 'net promoter score of answers from 0 to 10, in points from -100 to 100: percent of 9 and 10 less percent of 0 to 6; NULL without answers';
COMMENT ON AGGREGATE nps_score(float8) IS 'net promoter score of answers from 0 to 10, in points from -100 to 100: percent of 9 and 10 less percent of 0 to 6; NULL without answers';

-- Answers with weights; weight 0 is ignored.
CREATE FUNCTION survey_add(summary survey_summary, score numeric, weight float8)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_add_weighted_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION survey_add(survey_summary, numeric, float8) IS
'the summary with one more answer of this weight';

CREATE FUNCTION survey_add(summary survey_summary, score float8, weight float8)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_add_weighted_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;

COMMENT ON FUNCTION survey_add(survey_summary, float8, float8) IS
'the summary with one more answer of this weight';

CREATE AGGREGATE survey_agg(score numeric, weight float8) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 272, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE survey_agg(numeric, float8) IS
'summary of answers with weights: count, sum of weights and of squared weights per integer score from 0 to 100; NULL answers and weights are ignored';

CREATE AGGREGATE survey_agg(score float8, weight float8) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 272, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE survey_agg(float8, float8) IS
'summary of answers with weights: count, sum of weights and of squared weights per integer score from 0 to 100; NULL answers and weights are ignored';

CREATE AGGREGATE nps_score(score numeric, weight float8) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 272, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = nps_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE nps_score(numeric, float8) IS
'net promoter score of answers with weights, in points from -100 to 100; NULL without answers';

CREATE AGGREGATE nps_score(score float8, weight float8) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 272, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = nps_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE nps_score(float8, float8) IS
'net promoter score of answers with weights, in points from -100 to 100; NULL without answers';

-- Net promoter score: uncertainty and comparison.
CREATE FUNCTION nps_se(summary survey_summary, method text DEFAULT 'wald', detractor_max integer DEFAULT 6, promoter_min integer DEFAULT 9)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION nps_se(survey_summary, text, integer, integer) IS
'standard error of the net promoter score in points: wald (with weights by Kish''s effective number), t (n - 1), adjusted, or linearised (of a weighted mean); NULL without answers';

CREATE FUNCTION nps_low(summary survey_summary, confidence float8 DEFAULT 0.95, method text DEFAULT 'adjusted', detractor_max integer DEFAULT 6, promoter_min integer DEFAULT 9)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION nps_low(survey_summary, float8, text, integer, integer) IS
'lower end of the confidence interval of the net promoter score, in points: adjusted Wald (Rocks 2016), wald, or t; NULL without answers';

CREATE FUNCTION nps_high(summary survey_summary, confidence float8 DEFAULT 0.95, method text DEFAULT 'adjusted', detractor_max integer DEFAULT 6, promoter_min integer DEFAULT 9)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION nps_high(survey_summary, float8, text, integer, integer) IS
'upper end of the confidence interval of the net promoter score, in points: adjusted Wald (Rocks 2016), wald, or t; NULL without answers';

CREATE FUNCTION nps_p(summary survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION nps_p(survey_summary) IS
'two-sided probability of a net promoter score as far from 0 when promoters and detractors are equally many; NULL without answers and when all agree';

CREATE FUNCTION nps_diff(a survey_summary, b survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION nps_diff(survey_summary, survey_summary) IS
'net promoter score of a less that of b, in points';

CREATE FUNCTION nps_diff_p(a survey_summary, b survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION nps_diff_p(survey_summary, survey_summary) IS
'two-sided probability of such a difference of net promoter scores when there is none (z test)';

CREATE FUNCTION nps_diff_low(a survey_summary, b survey_summary, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION nps_diff_low(survey_summary, survey_summary, float8) IS
'lower end of the Wald interval of the difference of net promoter scores, in points';

CREATE FUNCTION nps_diff_high(a survey_summary, b survey_summary, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION nps_diff_high(survey_summary, survey_summary, float8) IS
'upper end of the Wald interval of the difference of net promoter scores, in points';

CREATE FUNCTION category_test(a survey_summary, b survey_summary, detractor_max integer DEFAULT 6, promoter_min integer DEFAULT 9, OUT chi_square float8, OUT df integer, OUT p float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION category_test(survey_summary, survey_summary, integer, integer) IS
'do a and b differ in their shares of detractors, passives and promoters? Pearson''s chi-square';

CREATE FUNCTION nps_category(score numeric)
RETURNS text AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION nps_category(numeric) IS
'detractor (0 to 6), passive (7, 8) or promoter (9, 10)';

CREATE FUNCTION nps_category(score float8)
RETURNS text AS 'MODULE_PATHNAME', 'nps_category_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION nps_category(float8) IS
'detractor (0 to 6), passive (7, 8) or promoter (9, 10)';

-- Satisfaction: share of the best answers, mean, index.
CREATE FUNCTION csat_add(summary survey_summary, score numeric)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_add_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_add(survey_summary, numeric) IS
'the summary with one more answer, for csat_score';

CREATE FUNCTION csat_add(summary survey_summary, score numeric, scale integer)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_add_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_add(survey_summary, numeric, integer) IS
'the summary with one more answer, for csat_score';

CREATE FUNCTION csat_add(summary survey_summary, score numeric, scale integer, top integer)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_add_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_add(survey_summary, numeric, integer, integer) IS
'the summary with one more answer, for csat_score';

CREATE FUNCTION csat_add(summary survey_summary, score float8)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_add_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_add(survey_summary, float8) IS
'the summary with one more answer, for csat_score';

CREATE FUNCTION csat_add(summary survey_summary, score float8, scale integer)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_add_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_add(survey_summary, float8, integer) IS
'the summary with one more answer, for csat_score';

CREATE FUNCTION csat_add(summary survey_summary, score float8, scale integer, top integer)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_add_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_add(survey_summary, float8, integer, integer) IS
'the summary with one more answer, for csat_score';

CREATE FUNCTION csat_remove(summary survey_summary, score numeric)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_remove_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_remove(survey_summary, numeric) IS
'the summary with one answer less, for csat_score in a moving window';

CREATE FUNCTION csat_remove(summary survey_summary, score numeric, scale integer)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_remove_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_remove(survey_summary, numeric, integer) IS
'the summary with one answer less, for csat_score in a moving window';

CREATE FUNCTION csat_remove(summary survey_summary, score numeric, scale integer, top integer)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_remove_numeric'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_remove(survey_summary, numeric, integer, integer) IS
'the summary with one answer less, for csat_score in a moving window';

CREATE FUNCTION csat_remove(summary survey_summary, score float8)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_remove_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_remove(survey_summary, float8) IS
'the summary with one answer less, for csat_score in a moving window';

CREATE FUNCTION csat_remove(summary survey_summary, score float8, scale integer)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_remove_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_remove(survey_summary, float8, integer) IS
'the summary with one answer less, for csat_score in a moving window';

CREATE FUNCTION csat_remove(summary survey_summary, score float8, scale integer, top integer)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_remove_float8'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_remove(survey_summary, float8, integer, integer) IS
'the summary with one answer less, for csat_score in a moving window';

CREATE FUNCTION csat_final(summary survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_final(survey_summary) IS
'csat_score with the parameters that the summary has: final function of the aggregate';

CREATE FUNCTION csat_score(summary survey_summary, scale integer DEFAULT 5, top integer DEFAULT 2)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_score(survey_summary, integer, integer) IS
'customer satisfaction: share of answers that are one of the top best of a scale from 1, a fraction; NULL without answers';

CREATE AGGREGATE csat_score(score numeric) (
	SFUNC = csat_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = csat_final,
	MSFUNC = csat_add, MINVFUNC = csat_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	MFINALFUNC = csat_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE csat_score(numeric) IS
'customer satisfaction: share of answers that are one of the two best of 1 to 5, a fraction; NULL without answers';

CREATE AGGREGATE csat_score(score numeric, scale integer) (
	SFUNC = csat_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = csat_final,
	MSFUNC = csat_add, MINVFUNC = csat_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	MFINALFUNC = csat_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE csat_score(numeric, integer) IS
'customer satisfaction: share of answers that are one of the two best of 1 to scale, a fraction; NULL without answers';

CREATE AGGREGATE csat_score(score numeric, scale integer, top integer) (
	SFUNC = csat_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = csat_final,
	MSFUNC = csat_add, MINVFUNC = csat_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	MFINALFUNC = csat_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE csat_score(numeric, integer, integer) IS
'customer satisfaction: share of answers that are one of the top best of 1 to scale, a fraction; NULL without answers';

CREATE AGGREGATE csat_score(score float8) (
	SFUNC = csat_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = csat_final,
	MSFUNC = csat_add, MINVFUNC = csat_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	MFINALFUNC = csat_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE csat_score(float8) IS
'customer satisfaction: share of answers that are one of the two best of 1 to 5, a fraction; NULL without answers';

CREATE AGGREGATE csat_score(score float8, scale integer) (
	SFUNC = csat_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = csat_final,
	MSFUNC = csat_add, MINVFUNC = csat_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	MFINALFUNC = csat_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE csat_score(float8, integer) IS
'customer satisfaction: share of answers that are one of the two best of 1 to scale, a fraction; NULL without answers';

CREATE AGGREGATE csat_score(score float8, scale integer, top integer) (
	SFUNC = csat_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = csat_final,
	MSFUNC = csat_add, MINVFUNC = csat_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	MFINALFUNC = csat_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE csat_score(float8, integer, integer) IS
'customer satisfaction: share of answers that are one of the top best of 1 to scale, a fraction; NULL without answers';

CREATE FUNCTION csat_mean(summary survey_summary, scale integer DEFAULT 5)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_mean(survey_summary, integer) IS
'customer satisfaction: mean answer on a scale from 1';

CREATE FUNCTION csat_index(summary survey_summary, scale integer DEFAULT 5)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION csat_index(survey_summary, integer) IS
'customer satisfaction: mean answer brought from a scale from 1 to one from 0 to 100';

-- Customer effort: mean, share that agrees, net.
CREATE FUNCTION ces_final(summary survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION ces_final(survey_summary) IS
'customer effort score from 1 to 7: final function of ces_score';

CREATE FUNCTION ces_score(summary survey_summary, scale integer DEFAULT 7)
RETURNS float8 AS 'MODULE_PATHNAME', 'csat_mean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION ces_score(survey_summary, integer) IS
'customer effort score: mean answer from 1 to 7 (very easy), as ces_mean';

CREATE FUNCTION ces_mean(summary survey_summary, scale integer DEFAULT 7)
RETURNS float8 AS 'MODULE_PATHNAME', 'csat_mean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION ces_mean(survey_summary, integer) IS
'customer effort: mean answer from 1 to 7 (very easy)';

CREATE FUNCTION ces_agree(summary survey_summary, scale integer DEFAULT 7)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION ces_agree(survey_summary, integer) IS
'customer effort: share of answers above the middle of the scale (5 to 7), a fraction';

CREATE FUNCTION ces_net(summary survey_summary, scale integer DEFAULT 7)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION ces_net(survey_summary, integer) IS
'customer effort: share above the middle of the scale less share below it, a fraction from -1 to 1';

CREATE AGGREGATE ces_score(score numeric) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = ces_final,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	MFINALFUNC = ces_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE ces_score(numeric) IS
'customer effort score: mean answer from 1 to 7 (very easy); NULL without answers';

CREATE AGGREGATE ces_score(score float8) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = ces_final,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	MFINALFUNC = ces_final,
	PARALLEL = SAFE
);

COMMENT ON AGGREGATE ces_score(float8) IS
'customer effort score: mean answer from 1 to 7 (very easy); NULL without answers';

-- Any scale.
CREATE FUNCTION num_vals(summary survey_summary)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION num_vals(survey_summary) IS
'number of answers';

CREATE FUNCTION score_mean(summary survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION score_mean(survey_summary) IS
'mean answer (by weight); NULL without answers';

CREATE FUNCTION score_stddev(summary survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION score_stddev(survey_summary) IS
'standard deviation of answers in the sample; NULL below two';

CREATE FUNCTION score_se(summary survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION score_se(survey_summary) IS
'standard error of the mean answer; NULL below two';

CREATE FUNCTION score_mean_low(summary survey_summary, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION score_mean_low(survey_summary, float8) IS
'lower end of the confidence interval of the mean answer by Student''s t; NULL below two answers';

CREATE FUNCTION score_mean_high(summary survey_summary, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION score_mean_high(survey_summary, float8) IS
'upper end of the confidence interval of the mean answer by Student''s t; NULL below two answers';

CREATE FUNCTION distribution(summary survey_summary)
RETURNS TABLE (score integer, n bigint, share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5 ROWS 10;

COMMENT ON FUNCTION distribution(survey_summary) IS
'each score that was given, how often, and its share (by weight)';

-- Shares: intervals and tests.
CREATE FUNCTION proportion_low(successes bigint, n bigint, confidence float8 DEFAULT 0.95, method text DEFAULT 'wilson')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION proportion_low(bigint, bigint, float8, text) IS
'lower end of the confidence interval of a share of successes: wilson, wilson_cc, exact, jeffreys, agresti or wald; NULL when n is 0';

CREATE FUNCTION proportion_low(summary survey_summary, threshold integer, confidence float8 DEFAULT 0.95, method text DEFAULT 'wilson')
RETURNS float8 AS 'MODULE_PATHNAME', 'summary_proportion_low'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION proportion_low(survey_summary, integer, float8, text) IS
'lower end of the confidence interval of the share of answers from threshold up; NULL without answers';

CREATE FUNCTION proportion_high(successes bigint, n bigint, confidence float8 DEFAULT 0.95, method text DEFAULT 'wilson')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION proportion_high(bigint, bigint, float8, text) IS
'upper end of the confidence interval of a share of successes: wilson, wilson_cc, exact, jeffreys, agresti or wald; NULL when n is 0';

CREATE FUNCTION proportion_high(summary survey_summary, threshold integer, confidence float8 DEFAULT 0.95, method text DEFAULT 'wilson')
RETURNS float8 AS 'MODULE_PATHNAME', 'summary_proportion_high'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION proportion_high(survey_summary, integer, float8, text) IS
'upper end of the confidence interval of the share of answers from threshold up; NULL without answers';

CREATE FUNCTION proportion_test(successes_a bigint, n_a bigint, successes_b bigint, n_b bigint, confidence float8 DEFAULT 0.95, OUT difference float8, OUT low float8, OUT high float8, OUT chi_square float8, OUT p float8, OUT phi float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION proportion_test(bigint, bigint, bigint, bigint, float8) IS
'share of a less share of b with its Wald interval, Pearson''s chi-square without correction, its probability when the shares are equal, and phi';

CREATE FUNCTION odds_ratio(successes_a bigint, n_a bigint, successes_b bigint, n_b bigint, confidence float8 DEFAULT 0.95, OUT odds_ratio float8, OUT ln_se float8, OUT low float8, OUT high float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION odds_ratio(bigint, bigint, bigint, bigint, float8) IS
'odds of success in a over those in b, standard error of the logarithm, and interval; NULL over 0';

CREATE FUNCTION risk_ratio(successes_a bigint, n_a bigint, successes_b bigint, n_b bigint, confidence float8 DEFAULT 0.95, OUT risk_ratio float8, OUT ln_se float8, OUT low float8, OUT high float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;

COMMENT ON FUNCTION risk_ratio(bigint, bigint, bigint, bigint, float8) IS
'share of success in a over that in b, standard error of the logarithm, and interval; NULL over 0';

CREATE FUNCTION survey_sample_size(margin float8, confidence float8 DEFAULT 0.95, variance float8 DEFAULT 1, population bigint DEFAULT NULL)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;

COMMENT ON FUNCTION survey_sample_size(float8, float8, float8, bigint) IS
'answers needed for a mean within margin, in units whose square variance is in (0.05 is 5 points of NPS, whose variance is at most 1), from a population if given';
