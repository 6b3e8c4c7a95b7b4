-- survey: satisfaction

-- survey_summary: how often each score was given.  It is the state of every survey
-- aggregate, a value to store, and what all metrics are read from.
COMMENT ON TYPE survey_summary IS
'Answers to one survey question: a count for each integer score from 0 to 100, with weights if they were given. '
'Text form: v1 score:count ..., or v1w score:count:sum of weights:sum of squared weights ...';

-- Transitions: add an answer, take one out of a moving window, add and take out a summary.
-- for T in smallint integer bigint numeric float8
CREATE FUNCTION survey_add(summary survey_summary, score {T})
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_add_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION survey_add(survey_summary, {T}) IS 'The summary with another answer.';

CREATE FUNCTION survey_remove(summary survey_summary, score {T})
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_remove_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION survey_remove(survey_summary, {T}) IS 'The summary without one of its answers.';

-- end
CREATE FUNCTION survey_merge(a survey_summary, b survey_summary)
RETURNS survey_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION survey_merge(survey_summary, survey_summary) IS 'The answers of both summaries.';

CREATE FUNCTION survey_unmerge(a survey_summary, b survey_summary)
RETURNS survey_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION survey_unmerge(survey_summary, survey_summary) IS 'The answers of a without those of b.';

-- The summary itself.
-- for T in smallint integer bigint numeric float8
CREATE AGGREGATE survey_agg(score {T}) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE survey_agg({T}) IS
'Summary of answers: a count for each integer score from 0 to 100. All survey metrics can be read from it. '
'NULL answers are ignored. Other scores are errors.';

-- end
CREATE AGGREGATE rollup(summary survey_summary) (
	SFUNC = survey_merge, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	MSFUNC = survey_merge, MINVFUNC = survey_unmerge, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(survey_summary) IS
'The answers of all summaries, as if they had been counted at once.';

-- Net promoter score.
CREATE FUNCTION nps_final(summary survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION nps_final(survey_summary) IS
'Net promoter score with the usual bands: final function of the aggregate nps_score.';

CREATE FUNCTION nps_score(summary survey_summary, detractor_max integer DEFAULT 6, promoter_min integer DEFAULT 9)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION nps_score(survey_summary, integer, integer) IS
'Net promoter score (Reichheld 2003) of answers from 0 to 10, in points from -100 to 100: '
'percent of promoters (from promoter_min up) minus percent of detractors (up to detractor_max). NULL without answers.';

-- for T in smallint integer bigint numeric float8
CREATE AGGREGATE nps_score(score {T}) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = nps_final, MFINALFUNC = nps_final,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE nps_score({T}) IS
'Net promoter score (Reichheld 2003) of answers from 0 to 10, in points from -100 to 100: '
'percent of 9 and 10 minus percent of 0 to 6. NULL without answers.';

-- end
-- Answers with weights; weight 0 is ignored.
-- for T in numeric float8
CREATE FUNCTION survey_add(summary survey_summary, score {T}, weight float8)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'survey_add_weighted_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION survey_add(survey_summary, {T}, float8) IS
'The summary with another answer of this weight.';

CREATE AGGREGATE survey_agg(score {T}, weight float8) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 272, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE survey_agg({T}, float8) IS
'Summary of answers with weights: count, sum of weights and sum of squared weights for each integer score '
'from 0 to 100. Weights say how much of the population an answer stands for. Only their ratios matter: '
'a larger unit changes no score and no standard error. NULL answers, NULL weights and weight 0 are ignored.';

CREATE AGGREGATE nps_score(score {T}, weight float8) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 272, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = nps_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE nps_score({T}, float8) IS
'Net promoter score of weighted answers from 0 to 10, in points from -100 to 100. '
'Only the ratios of the weights matter. NULL without answers.';

-- end
-- Net promoter score: uncertainty and comparison.
CREATE FUNCTION nps_se(summary survey_summary, method text DEFAULT 'wald',
	detractor_max integer DEFAULT 6, promoter_min integer DEFAULT 9)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION nps_se(survey_summary, text, integer, integer) IS
'Standard error of the net promoter score, in points. method: wald, t (divides by n - 1), '
'adjusted (Rocks 2016), linearised (of a weighted mean, sqrt(sum w^2 (s - mean)^2) / sum w) or '
'svymean (linearised times sqrt(n / (n - 1)), as R''s survey package has it). '
'With weights, n of the first three is Kish''s effective number of answers. '
'NULL without answers and, for t and svymean, with one answer.';

-- for END SIDE in low/Lower high/Upper
CREATE FUNCTION nps_{END}(summary survey_summary, confidence float8 DEFAULT 0.95, method text DEFAULT 'adjusted',
	detractor_max integer DEFAULT 6, promoter_min integer DEFAULT 9)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION nps_{END}(survey_summary, float8, text, integer, integer) IS
'{SIDE} end of the confidence interval of the net promoter score, in points, from -100 to 100. '
'method: adjusted (adjusted Wald, Rocks 2016), wald or t. The score is always in it. '
'NULL without answers and, for t, with one answer.';

-- end
CREATE FUNCTION nps_p(summary survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION nps_p(survey_summary) IS
'Two-sided p of the net promoter score against 0, that is, equally many promoters and detractors (z test). '
'0 when all answers are promoters or all are detractors. NULL without answers, and when all are passive.';

CREATE FUNCTION nps_p(summary survey_summary, detractor_max integer, promoter_min integer DEFAULT 9)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION nps_p(survey_summary, integer, integer) IS
'nps_p with other bands: detractors up to detractor_max, promoters from promoter_min up.';

CREATE FUNCTION nps_diff(a survey_summary, b survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION nps_diff(survey_summary, survey_summary) IS
'Net promoter score of a minus that of b, in points. NULL when a or b has no answers.';

CREATE FUNCTION nps_diff_p(a survey_summary, b survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION nps_diff_p(survey_summary, survey_summary) IS
'Two-sided p of the difference of two net promoter scores against 0 (z test). '
'0 when the answers of each side agree and the sides do not. '
'NULL when a or b has no answers, and when all answers of both fall in one category.';

-- for F in diff diff_p
CREATE FUNCTION nps_{F}(a survey_summary, b survey_summary, detractor_max integer, promoter_min integer DEFAULT 9)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION nps_{F}(survey_summary, survey_summary, integer, integer) IS
'nps_{F} with other bands: detractors up to detractor_max, promoters from promoter_min up.';

-- end
-- for END SIDE in low/Lower high/Upper
CREATE FUNCTION nps_diff_{END}(a survey_summary, b survey_summary, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION nps_diff_{END}(survey_summary, survey_summary, float8) IS
'{SIDE} end of the confidence interval of the difference of two net promoter scores, in points, '
'from -200 to 200 (adjusted Wald, as in nps_{END}). NULL when a or b has no answers.';

CREATE FUNCTION nps_diff_{END}(a survey_summary, b survey_summary, method text, confidence float8 DEFAULT 0.95,
	detractor_max integer DEFAULT 6, promoter_min integer DEFAULT 9)
RETURNS float8 AS 'MODULE_PATHNAME', 'nps_diff_{END}_method'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION nps_diff_{END}(survey_summary, survey_summary, text, float8, integer, integer) IS
'{SIDE} end of the confidence interval of the difference of two net promoter scores, in points. '
'method: adjusted (adjusted Wald on both sides, Rocks 2016), wald or t (Welch 1947). '
'NULL when a or b has no answers and, for t, when one has a single answer.';

-- end
CREATE FUNCTION category_test(a survey_summary, b survey_summary,
	detractor_max integer DEFAULT 6, promoter_min integer DEFAULT 9,
	OUT chi_square float8, OUT df integer, OUT p float8)
RETURNS record AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION category_test(survey_summary, survey_summary, integer, integer) IS
'Pearson''s chi-square test: do a and b have the same shares of detractors, passives and promoters?';

-- for T C in numeric/nps_category float8/nps_category_float8
CREATE FUNCTION nps_category(score {T})
RETURNS text AS 'MODULE_PATHNAME', '{C}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION nps_category({T}) IS
'Category of an answer from 0 to 10: detractor (0 to 6), passive (7, 8) or promoter (9, 10).';

-- end
-- Satisfaction: share of the best answers, mean, index.
-- for T DO HOW in numeric/add/with numeric/remove/without float8/add/with float8/remove/without
CREATE FUNCTION csat_{DO}(summary survey_summary, score {T})
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_{DO}_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION csat_{DO}(survey_summary, {T}) IS
'The summary {HOW} this answer, for csat_score.';

CREATE FUNCTION csat_{DO}(summary survey_summary, score {T}, scale integer)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_{DO}_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION csat_{DO}(survey_summary, {T}, integer) IS
'The summary {HOW} this answer, for csat_score.';

CREATE FUNCTION csat_{DO}(summary survey_summary, score {T}, scale integer, top integer)
RETURNS survey_summary AS 'MODULE_PATHNAME', 'csat_{DO}_{T}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION csat_{DO}(survey_summary, {T}, integer, integer) IS
'The summary {HOW} this answer, for csat_score.';

-- end
CREATE FUNCTION csat_final(summary survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION csat_final(survey_summary) IS
'csat_score with the parameters that the summary holds: final function of the aggregate.';

CREATE FUNCTION csat_score(summary survey_summary, scale integer DEFAULT 5, top integer DEFAULT NULL)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION csat_score(survey_summary, integer, integer) IS
'Customer satisfaction score: share of answers that are among the top best of a scale from 1 to scale, a fraction. '
'top: by default 2, but at most half of the scale, so 1 of 2 or 3. NULL without answers.';

-- for T in numeric float8
CREATE AGGREGATE csat_score(score {T}) (
	SFUNC = csat_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = csat_final,
	MSFUNC = csat_add, MINVFUNC = csat_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	MFINALFUNC = csat_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE csat_score({T}) IS
'Customer satisfaction score: share of answers 4 and 5 on a scale from 1 to 5, a fraction. NULL without answers.';

CREATE AGGREGATE csat_score(score {T}, scale integer) (
	SFUNC = csat_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = csat_final,
	MSFUNC = csat_add, MINVFUNC = csat_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	MFINALFUNC = csat_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE csat_score({T}, integer) IS
'Customer satisfaction score: share of the two best answers on a scale from 1 to scale, a fraction; '
'of the best one on a scale to 2 or 3. NULL without answers.';

CREATE AGGREGATE csat_score(score {T}, scale integer, top integer) (
	SFUNC = csat_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = csat_final,
	MSFUNC = csat_add, MINVFUNC = csat_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	MFINALFUNC = csat_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE csat_score({T}, integer, integer) IS
'Customer satisfaction score: share of the top best answers on a scale from 1 to scale, a fraction. '
'NULL without answers.';

-- end
CREATE FUNCTION csat_mean(summary survey_summary, scale integer DEFAULT 5)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION csat_mean(survey_summary, integer) IS
'Mean answer on a scale from 1 to scale. NULL without answers.';

CREATE FUNCTION csat_index(summary survey_summary, scale integer DEFAULT 5)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION csat_index(survey_summary, integer) IS
'Mean answer, converted from a scale from 1 to scale to one from 0 to 100. NULL without answers.';

-- Customer effort: mean, share that agrees, net.
CREATE FUNCTION ces_final(summary survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION ces_final(survey_summary) IS
'Customer effort score from 1 to 7: final function of the aggregate ces_score.';

-- for M in score mean
CREATE FUNCTION ces_{M}(summary survey_summary, scale integer DEFAULT 7)
RETURNS float8 AS 'MODULE_PATHNAME', 'csat_mean'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION ces_{M}(survey_summary, integer) IS
'Customer effort score (Dixon, Freeman and Toman 2010): mean answer from 1 to scale (very easy). NULL without answers.';

-- end
CREATE FUNCTION ces_agree(summary survey_summary, scale integer DEFAULT 7)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION ces_agree(survey_summary, integer) IS
'Customer effort: share of answers above the middle of the scale (5 to 7 of 7), a fraction. NULL without answers.';

CREATE FUNCTION ces_net(summary survey_summary, scale integer DEFAULT 7)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION ces_net(survey_summary, integer) IS
'Customer effort: share of answers above the middle of the scale minus share below it, a fraction from -1 to 1. '
'NULL without answers.';

-- for T in numeric float8
CREATE AGGREGATE ces_score(score {T}) (
	SFUNC = survey_add, STYPE = survey_summary, SSPACE = 96, INITCOND = 'v1',
	COMBINEFUNC = survey_merge,
	FINALFUNC = ces_final,
	MSFUNC = survey_add, MINVFUNC = survey_remove, MSTYPE = survey_summary, MSSPACE = 96, MINITCOND = 'v1',
	MFINALFUNC = ces_final,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE ces_score({T}) IS
'Customer effort score (Dixon, Freeman and Toman 2010): mean answer from 1 to 7 (very easy). NULL without answers.';

-- end
-- Any scale.
CREATE FUNCTION summary_json(summary survey_summary)
RETURNS jsonb AS 'MODULE_PATHNAME', 'survey_summary_json'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION summary_json(survey_summary) IS
'A summary as jsonb: n, effective_n (Kish''s, without weights n), mean, stddev, standard_error; nps, nps_low, nps_high '
'in points, which are null when an answer is above 10; and scores, the number of answers for each score that was '
'given.';

CREATE FUNCTION num_vals(summary survey_summary)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION num_vals(survey_summary) IS
'Number of answers.';

CREATE FUNCTION score_mean(summary survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION score_mean(survey_summary) IS
'Mean answer, weighted if there are weights. NULL without answers.';

CREATE FUNCTION score_stddev(summary survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION score_stddev(survey_summary) IS
'Sample standard deviation of the answers. NULL with fewer than two answers.';

CREATE FUNCTION score_se(summary survey_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION score_se(survey_summary) IS
'Standard error of the mean answer. With weights, n is Kish''s effective number of answers. '
'NULL with fewer than two answers.';

-- for END SIDE in low/Lower high/Upper
CREATE FUNCTION score_mean_{END}(summary survey_summary, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION score_mean_{END}(survey_summary, float8) IS
'{SIDE} end of the confidence interval of the mean answer (Student''s t). NULL with fewer than two answers.';

-- end
CREATE FUNCTION distribution(summary survey_summary)
RETURNS TABLE (score integer, n bigint, share float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5 ROWS 10;
COMMENT ON FUNCTION distribution(survey_summary) IS
'One row for each score that was given: number of answers, and their share of all answers by weight, a fraction.';

-- Shares: intervals and tests.  Counts are bigint, or float8 without a fraction, as sums of counts come.
-- for END SIDE T C in low/Lower/bigint/proportion_low low/Lower/float8/proportion_low_float8
--	high/Upper/bigint/proportion_high high/Upper/float8/proportion_high_float8
CREATE FUNCTION proportion_{END}(successes {T}, n {T}, confidence float8 DEFAULT 0.95,
	method text DEFAULT 'wilson')
RETURNS float8 AS 'MODULE_PATHNAME', '{C}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION proportion_{END}({T}, {T}, float8, text) IS
'{SIDE} end of the confidence interval of the share of successes, a fraction (Brown, Cai and DasGupta 2001). '
'method: wilson, wilson_cc (with continuity correction), exact (Clopper and Pearson), '
'jeffreys (from 0 when there is no success and to 1 when there are only successes), agresti or wald. '
'Counts are whole numbers. NULL when n is 0.';

-- end
-- for END SIDE in low/Lower high/Upper
CREATE FUNCTION proportion_{END}(summary survey_summary, threshold integer, confidence float8 DEFAULT 0.95,
	method text DEFAULT 'wilson')
RETURNS float8 AS 'MODULE_PATHNAME', 'summary_proportion_{END}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION proportion_{END}(survey_summary, integer, float8, text) IS
'{SIDE} end of the confidence interval of the share of answers from threshold up, a fraction. '
'With weights, n is Kish''s effective number of answers. NULL without answers.';

-- end
-- for T C in bigint/proportion_test float8/proportion_test_float8
CREATE FUNCTION proportion_test(successes_a {T}, n_a {T}, successes_b {T}, n_b {T},
	confidence float8 DEFAULT 0.95, OUT difference float8, OUT low float8, OUT high float8,
	OUT chi_square float8, OUT p float8, OUT phi float8)
RETURNS record AS 'MODULE_PATHNAME', '{C}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION proportion_test({T}, {T}, {T}, {T}, float8) IS
'Do two groups have the same share of successes? difference: share of a minus share of b. '
'low, high: its confidence interval (Newcombe 1998). '
'chi_square and p: Pearson''s test without continuity correction. phi: effect size, with the sign of the difference. '
'Counts are whole numbers. NULL when n_a or n_b is 0; chi_square, p and phi also when all or none succeed.';

CREATE FUNCTION proportion_test(successes_a {T}, n_a {T}, successes_b {T}, n_b {T}, method text,
	confidence float8 DEFAULT 0.95, OUT difference float8, OUT low float8, OUT high float8,
	OUT chi_square float8, OUT p float8, OUT phi float8)
RETURNS record AS 'MODULE_PATHNAME', '{C}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION proportion_test({T}, {T}, {T}, {T}, text, float8) IS
'proportion_test with a method for the confidence interval of the difference: newcombe or wald.';

-- end
-- for T C in bigint/odds_ratio float8/odds_ratio_float8
CREATE FUNCTION odds_ratio(successes_a {T}, n_a {T}, successes_b {T}, n_b {T},
	confidence float8 DEFAULT 0.95, OUT odds_ratio float8, OUT ln_se float8, OUT low float8, OUT high float8)
RETURNS record AS 'MODULE_PATHNAME', '{C}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION odds_ratio({T}, {T}, {T}, {T}, float8) IS
'Odds of success in a divided by that in b. ln_se: standard error of the logarithm of the ratio. '
'low, high: its confidence interval (Woolf 1955, with one half added to each cell when one is 0). '
'NULL: a ratio to 0, and an end that is infinite. Counts are whole numbers.';

CREATE FUNCTION odds_ratio(successes_a {T}, n_a {T}, successes_b {T}, n_b {T}, method text,
	confidence float8 DEFAULT 0.95, OUT odds_ratio float8, OUT ln_se float8, OUT low float8, OUT high float8)
RETURNS record AS 'MODULE_PATHNAME', '{C}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION odds_ratio({T}, {T}, {T}, {T}, text, float8) IS
'odds_ratio with a method for the confidence interval: adjusted or wald (Woolf; NULL when a cell is 0).';

-- end
-- for T C in bigint/risk_ratio float8/risk_ratio_float8
CREATE FUNCTION risk_ratio(successes_a {T}, n_a {T}, successes_b {T}, n_b {T},
	confidence float8 DEFAULT 0.95, OUT risk_ratio float8, OUT ln_se float8, OUT low float8, OUT high float8)
RETURNS record AS 'MODULE_PATHNAME', '{C}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION risk_ratio({T}, {T}, {T}, {T}, float8) IS
'Share of success in a divided by that in b. ln_se: standard error of the logarithm of the ratio. '
'low, high: its confidence interval (Koopman 1984). '
'NULL: a ratio to 0, and an end that is infinite. Counts are whole numbers.';

CREATE FUNCTION risk_ratio(successes_a {T}, n_a {T}, successes_b {T}, n_b {T}, method text,
	confidence float8 DEFAULT 0.95, OUT risk_ratio float8, OUT ln_se float8, OUT low float8, OUT high float8)
RETURNS record AS 'MODULE_PATHNAME', '{C}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION risk_ratio({T}, {T}, {T}, {T}, text, float8) IS
'risk_ratio with a method for the confidence interval: koopman or wald (Katz 1978; NULL when one side has no success).';

-- end
CREATE FUNCTION survey_sample_size(margin float8, confidence float8 DEFAULT 0.95, variance float8 DEFAULT 1,
	population bigint DEFAULT NULL)
RETURNS bigint AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION survey_sample_size(float8, float8, float8, bigint) IS
'Answers needed for a confidence interval of plus or minus margin. Margin and variance are on one scale: '
'for NPS as -1 to 1, 0.05 is 5 points and the variance is at most 1; for a share it is at most 0.25. '
'On these scales a margin of 1 or more is an error. With population: drawn from it without repetition.';
