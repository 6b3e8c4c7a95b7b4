-- risk: is the score any good, and what does risk cost?

-- score_summary: the distinct scores with how many non-events and events each has.  auc_pair: two scores of the same
-- customers.  bin_summary, distribution_summary: how many rows each bin has.  card_summary: card holders.
-- vintage_summary: accounts by the month of their opening.
-- for T in score_summary auc_pair bin_summary distribution_summary card_summary vintage_summary
CREATE TYPE {T};

CREATE FUNCTION {T}_in(cstring)
RETURNS {T} AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION {T}_in(cstring) IS 'Text input of {T}.';

CREATE FUNCTION {T}_out({T})
RETURNS cstring AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION {T}_out({T}) IS 'Text output of {T}.';

CREATE FUNCTION {T}_recv(internal)
RETURNS {T} AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION {T}_recv(internal) IS 'Binary input of {T}.';

CREATE FUNCTION {T}_send({T})
RETURNS bytea AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION {T}_send({T}) IS 'Binary output of {T}.';

CREATE TYPE {T} (
	INPUT = {T}_in,
	OUTPUT = {T}_out,
	RECEIVE = {T}_recv,
	SEND = {T}_send,
	INTERNALLENGTH = VARIABLE,
	ALIGNMENT = double,
	STORAGE = extended
);
-- end
COMMENT ON TYPE score_summary IS
'Distinct scores, rising, each with its number (or weight) of non-events and of events, up to 2^24. '
'Text form: v1 score:non-events:events ...';
COMMENT ON TYPE auc_pair IS
'Rows of two scores and the outcome, each with its number, up to 512 MB. '
'Text form: v1 pair 4 [] a,b,outcome,number ...';

-- for S T C in float8/boolean/boolean float8/bigint/integer numeric/boolean/boolean numeric/bigint/integer
CREATE FUNCTION score_add(summary score_summary, score {S}, outcome {T})
RETURNS score_summary AS 'MODULE_PATHNAME', 'score_add_{S}_{C}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION score_add(score_summary, {S}, {T}) IS 'The summary with one more row.';

CREATE FUNCTION score_add(summary score_summary, score {S}, outcome {T}, weight float8)
RETURNS score_summary AS 'MODULE_PATHNAME', 'score_add_{S}_{C}_weight'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION score_add(score_summary, {S}, {T}, float8) IS 'The summary with one more row of this weight.';

-- end
CREATE FUNCTION score_merge(a score_summary, b score_summary)
RETURNS score_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION score_merge(score_summary, score_summary) IS 'The rows of both summaries.';

CREATE FUNCTION score_pack(summary score_summary)
RETURNS score_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION score_pack(score_summary) IS 'The summary in the form in which it is stored.';

-- for S T in float8/boolean float8/bigint numeric/boolean numeric/bigint
CREATE AGGREGATE score_agg(score {S}, outcome {T}) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = score_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE score_agg({S}, {T}) IS
'Scores and what happened, from which quality and calibration are read. A higher score means more likely an event. '
'outcome is boolean, or 0 and 1. Rows with a NULL are ignored.';

CREATE AGGREGATE score_agg(score {S}, outcome {T}, weight float8) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = score_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE score_agg({S}, {T}, float8) IS
'Scores and what happened. A higher score means more likely an event. outcome is boolean, or 0 and 1. A row of '
'weight 2 counts as two rows, of weight 0 not at all. Rows with a NULL are ignored.';

-- end
CREATE AGGREGATE rollup(summary score_summary) (
	SFUNC = score_merge, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = score_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(score_summary) IS 'The rows of all summaries, as if collected at once.';

-- Ranking.

CREATE FUNCTION num_cases(summary score_summary)
RETURNS numeric AS 'MODULE_PATHNAME', 'score_num_cases'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION num_cases(score_summary) IS 'Number of rows, or their weight.';

CREATE FUNCTION num_events(summary score_summary)
RETURNS numeric AS 'MODULE_PATHNAME', 'score_num_events'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION num_events(score_summary) IS 'Number of events, or their weight.';

CREATE FUNCTION event_rate(summary score_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_event_rate'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION event_rate(score_summary) IS 'Share of rows that are events. NULL without rows.';

CREATE FUNCTION auc(summary score_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_auc'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION auc(score_summary) IS
'Probability that an event has a higher score than a non-event, ties half: the area under the ROC curve, and the '
'statistic of Mann and Whitney. NULL with one class only.';

CREATE FUNCTION auc_se(summary score_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_auc_se'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION auc_se(score_summary) IS
'Standard error of the AUC (DeLong, DeLong and Clarke-Pearson 1988). NULL with one event or one non-event.';

CREATE FUNCTION auc_low(summary score_summary, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_auc_low'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION auc_low(score_summary, float8) IS 'Lower end of the interval of the AUC by DeLong, not below 0.';

CREATE FUNCTION auc_high(summary score_summary, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_auc_high'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION auc_high(score_summary, float8) IS 'Upper end of the interval of the AUC by DeLong, not above 1.';

CREATE FUNCTION gini_index(summary score_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_gini_index'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION gini_index(score_summary) IS
'2 AUC - 1: 0 for a score that tells nothing, 1 for one that separates (Somers'' D). NULL with one class only.';

CREATE FUNCTION ks_stat(summary score_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_ks_stat'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION ks_stat(score_summary) IS
'Largest distance between the distributions of events and of non-events (Kolmogorov and Smirnov), 0 to 1. NULL with '
'one class only.';

CREATE FUNCTION ks_at(summary score_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_ks_at'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION ks_at(score_summary) IS
'Threshold, scores from it up, at which ks_stat is reached: the highest of several.';

CREATE FUNCTION average_precision(summary score_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_average_precision'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION average_precision(score_summary) IS
'Sum over thresholds of the step of recall times precision (area under the precision-recall curve). NULL with one '
'class only.';

CREATE FUNCTION gain(summary score_summary, depth float8)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_gain'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION gain(score_summary, float8) IS
'Share of all events among this share of the rows with the highest scores, equal scores evenly. NULL without events.';

CREATE FUNCTION lift(summary score_summary, depth float8)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_lift'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION lift(score_summary, float8) IS
'How many times as many events are among this share of the rows with the highest scores as among rows taken at '
'random. NULL without events.';

CREATE FUNCTION gain_curve(summary score_summary, points integer DEFAULT 10)
RETURNS TABLE (depth float8, n float8, events float8, gain float8, lift float8) AS 'MODULE_PATHNAME', 'score_gain_curve'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 10;
COMMENT ON FUNCTION gain_curve(score_summary, integer) IS
'The rows with the highest scores in so many equal slices: rows and events of the slice, gain and lift up to its '
'end.';

CREATE FUNCTION roc_curve(summary score_summary)
RETURNS TABLE (threshold float8, tp numeric, fp numeric, recall float8, false_positive_rate float8, ppv float8)
AS 'MODULE_PATHNAME', 'score_roc_curve'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 1000;
COMMENT ON FUNCTION roc_curve(score_summary) IS
'For each score, from the highest, true and false positives when scores from it up are predicted to be events. The '
'first row, threshold NULL, predicts none.';

CREATE FUNCTION confusion(summary score_summary, threshold float8, OUT tp numeric, OUT fp numeric, OUT fn numeric,
	OUT tn numeric, OUT ppv float8, OUT recall float8, OUT specificity float8, OUT f1 float8, OUT mcc float8,
	OUT kappa float8, OUT balanced_accuracy float8)
AS 'MODULE_PATHNAME', 'score_confusion'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION confusion(score_summary, float8) IS
'What is right and wrong when scores from threshold up are predicted to be events: true and false positives and '
'negatives, precision (ppv), recall, specificity, F1, Matthews'' correlation, Cohen''s kappa. NULL where a '
'denominator is 0.';

CREATE FUNCTION best_threshold(summary score_summary, by text DEFAULT 'f1')
RETURNS float8 AS 'MODULE_PATHNAME', 'score_best_threshold'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION best_threshold(score_summary, text) IS
'Score from which up to predict an event: the best by f1, youden, mcc, kappa, accuracy or balanced_accuracy, the '
'highest of several. NULL with one class only.';

CREATE FUNCTION ks_test(summary score_summary, OUT d float8, OUT p float8)
AS 'MODULE_PATHNAME', 'score_ks_test'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION ks_test(score_summary) IS
'Test of Kolmogorov and Smirnov that non-events and events, as two samples, come from one distribution: exact with '
'ties while their numbers multiply to less than 10,000, else the limit. NULL when one is empty.';

-- Calibration: the score is a probability.

CREATE FUNCTION brier(summary score_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_brier'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION brier(score_summary) IS
'Mean squared distance of the probability from what happened (Brier 1950). NULL without rows.';

CREATE FUNCTION log_loss(summary score_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'score_log_loss'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION log_loss(score_summary) IS
'Mean negative logarithm of the probability of what happened, infinite when that was 0. NULL without rows.';

CREATE FUNCTION brier_parts(summary score_summary, bins integer DEFAULT NULL, OUT brier float8,
	OUT reliability float8, OUT resolution float8, OUT uncertainty float8, OUT within_variance float8,
	OUT within_covariance float8, OUT skill float8, OUT calibration_error float8, OUT largest_error float8)
AS 'MODULE_PATHNAME', 'score_brier_parts'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100;
COMMENT ON FUNCTION brier_parts(score_summary, integer) IS
'Parts of the Brier score by distinct scores or by bins of equal width (Murphy 1973; Stephenson, Coelho and Jolliffe '
'2008): reliability - resolution + uncertainty + within_variance - within_covariance. Then the skill against the '
'event rate, and the mean and largest distance between rate and probability.';

CREATE FUNCTION calibration(summary score_summary, bins integer DEFAULT 10, by text DEFAULT 'width',
	confidence float8 DEFAULT 0.95)
RETURNS TABLE (low float8, high float8, n numeric, mean_score float8, events numeric, rate float8, low_ci float8,
	high_ci float8) AS 'MODULE_PATHNAME', 'score_calibration'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 10;
COMMENT ON FUNCTION calibration(score_summary, integer, text, float8) IS
'Predicted and observed share of events in bins (low, high] of equal width, or of about equal size (by quantile), '
'with Wilson''s interval.';

CREATE FUNCTION hosmer_lemeshow(summary score_summary, groups integer, fitted boolean, OUT chi_square float8,
	OUT df integer, OUT p float8)
AS 'MODULE_PATHNAME', 'score_hosmer_lemeshow'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION hosmer_lemeshow(score_summary, integer, boolean) IS
'Test of calibration in groups by quantiles of the score (Hosmer and Lemeshow 1980). fitted: on the rows that the '
'model was fitted to, with groups - 2 degrees of freedom, else groups.';

CREATE FUNCTION calibration_fit(summary score_summary, OUT intercept float8, OUT intercept_se float8,
	OUT slope float8, OUT slope_se float8, OUT log_likelihood float8, OUT chi_square float8, OUT p float8,
	OUT shift float8, OUT shift_se float8)
AS 'MODULE_PATHNAME', 'score_calibration_fit'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10000;
COMMENT ON FUNCTION calibration_fit(score_summary) IS
'Logistic regression of the outcome on the logit of the probability (Cox 1958), its likelihood ratio against '
'intercept 0 and slope 1 (2 df), and the intercept with slope 1. NULL without finite estimate.';

CREATE FUNCTION recalibrate(p float8, intercept float8, slope float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION recalibrate(float8, float8, float8) IS
'Probability whose logit is intercept + slope * logit(p), as found by calibration_fit.';

-- In one step.

-- for S T in float8/boolean float8/bigint numeric/boolean numeric/bigint
CREATE AGGREGATE auc(score {S}, outcome {T}) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = auc,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE auc({S}, {T}) IS
'Probability that an event has a higher score than a non-event, ties half. NULL with one class only.';

CREATE AGGREGATE ks_stat(score {S}, outcome {T}) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = ks_stat,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE ks_stat({S}, {T}) IS
'Largest distance between the distributions of the scores of events and non-events. NULL with one class only.';

CREATE AGGREGATE brier(score {S}, outcome {T}) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = brier,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE brier({S}, {T}) IS
'Mean squared distance of the probability from what happened. NULL without rows.';

CREATE AGGREGATE log_loss(score {S}, outcome {T}) (
	SFUNC = score_add, STYPE = score_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = score_merge,
	FINALFUNC = log_loss,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE log_loss({S}, {T}) IS
'Mean negative logarithm of the probability of what happened, infinite when that was 0. NULL without rows.';

-- end
-- Two scores of the same customers.

-- for T C in boolean/boolean bigint/integer
CREATE FUNCTION auc_pair_add(pair auc_pair, a float8, b float8, outcome {T})
RETURNS auc_pair AS 'MODULE_PATHNAME', 'auc_pair_add_{C}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION auc_pair_add(auc_pair, float8, float8, {T}) IS 'The pair with one more row.';

-- end
CREATE FUNCTION auc_pair_merge(a auc_pair, b auc_pair)
RETURNS auc_pair AS 'MODULE_PATHNAME', 'held_rows_merge'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100;
COMMENT ON FUNCTION auc_pair_merge(auc_pair, auc_pair) IS 'The rows of both.';

-- for T in boolean bigint
CREATE AGGREGATE auc_pair_agg(a float8, b float8, outcome {T}) (
	SFUNC = auc_pair_add, STYPE = auc_pair, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = auc_pair_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE auc_pair_agg(float8, float8, {T}) IS
'Two scores of the same rows and what happened, to compare their AUC. Rows with a NULL are ignored.';

-- end
CREATE AGGREGATE rollup(pair auc_pair) (
	SFUNC = auc_pair_merge, STYPE = auc_pair, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = auc_pair_merge,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(auc_pair) IS 'The rows of all pairs, as if collected at once.';

CREATE FUNCTION auc_diff(pair auc_pair)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION auc_diff(auc_pair) IS 'AUC of a minus AUC of b. NULL with one class only.';

CREATE FUNCTION auc_diff_low(pair auc_pair, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION auc_diff_low(auc_pair, float8) IS
'Lower end of the interval of the difference, by DeLong for scores of the same rows.';

CREATE FUNCTION auc_diff_high(pair auc_pair, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION auc_diff_high(auc_pair, float8) IS
'Upper end of the interval of the difference, by DeLong for scores of the same rows.';

CREATE FUNCTION auc_diff_p(pair auc_pair)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 1000;
COMMENT ON FUNCTION auc_diff_p(auc_pair) IS
'Probability of a difference at least as large, on either side, when both scores are equally good (DeLong, paired).';

-- bin_summary and distribution_summary: how many rows each bin has.
COMMENT ON TYPE bin_summary IS
'Non-events and events of each bin, by labels or between cuts, as counts or weights. '
'Text form: v1 "label":non-events:events ..., or v1 [cut,...] non-events:events ..., the last of NULL.';
COMMENT ON TYPE distribution_summary IS
'Rows of each bin, by labels or between cuts. Text form: v1 "label":rows ..., or v1 [cut,...] rows ...';

-- for L T C in text/boolean/text_boolean
--	text/bigint/text_integer
--	bigint/boolean/bigint_boolean
--	bigint/bigint/bigint_integer
CREATE FUNCTION bin_add(summary bin_summary, bin {L}, outcome {T})
RETURNS bin_summary AS 'MODULE_PATHNAME', 'bin_add_{C}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION bin_add(bin_summary, {L}, {T}) IS 'The summary with one more row.';

CREATE FUNCTION bin_add(summary bin_summary, bin {L}, outcome {T}, weight float8)
RETURNS bin_summary AS 'MODULE_PATHNAME', 'bin_add_{C}_weight'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION bin_add(bin_summary, {L}, {T}, float8) IS 'The summary with one more row of this weight.';

-- end
-- for T C in boolean/boolean bigint/integer
CREATE FUNCTION fine_add(summary bin_summary, x float8, outcome {T}, cuts float8[])
RETURNS bin_summary AS 'MODULE_PATHNAME', 'fine_add_{C}'
LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION fine_add(bin_summary, float8, {T}, float8[]) IS 'The summary with one more row.';

-- end
CREATE FUNCTION bin_merge(a bin_summary, b bin_summary)
RETURNS bin_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION bin_merge(bin_summary, bin_summary) IS 'The rows of both summaries.';

CREATE FUNCTION bin_pack(summary bin_summary)
RETURNS bin_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION bin_pack(bin_summary) IS 'The summary in the form in which it is stored.';

-- for L T in text/boolean text/bigint bigint/boolean bigint/bigint
CREATE AGGREGATE bin_agg(bin {L}, outcome {T}) (
	SFUNC = bin_add, STYPE = bin_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = bin_merge,
	FINALFUNC = bin_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bin_agg({L}, {T}) IS
'Non-events and events of each bin (boolean, or 0 and 1). Rows with a NULL are ignored.';

CREATE AGGREGATE bin_agg(bin {L}, outcome {T}, weight float8) (
	SFUNC = bin_add, STYPE = bin_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = bin_merge,
	FINALFUNC = bin_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE bin_agg({L}, {T}, float8) IS
'Non-events and events of each bin. A row of weight 2 counts as two rows, of weight 0 not at all. Rows with a NULL '
'are ignored.';

-- end
-- for T in boolean bigint
CREATE AGGREGATE fine_agg(x float8, outcome {T}, cuts float8[]) (
	SFUNC = fine_add, STYPE = bin_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = bin_merge,
	FINALFUNC = bin_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE fine_agg(float8, {T}, float8[]) IS
'Non-events and events of bins between cuts, [cut, next cut) as width_bucket has them. x NULL is a bin of its own. '
'Rows without outcome or cuts are ignored.';

-- end
CREATE AGGREGATE rollup(summary bin_summary) (
	SFUNC = bin_merge, STYPE = bin_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = bin_merge,
	FINALFUNC = bin_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(bin_summary) IS 'The rows of all summaries, as if collected at once.';

-- for L in text bigint
CREATE FUNCTION distribution_add(summary distribution_summary, label {L})
RETURNS distribution_summary AS 'MODULE_PATHNAME', 'distribution_add_{L}'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION distribution_add(distribution_summary, {L}) IS 'The summary with one more row.';

-- end
CREATE FUNCTION distribution_add(summary distribution_summary, x float8, cuts float8[])
RETURNS distribution_summary AS 'MODULE_PATHNAME', 'distribution_add_cuts'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION distribution_add(distribution_summary, float8, float8[]) IS 'The summary with one more row.';

CREATE FUNCTION distribution_merge(a distribution_summary, b distribution_summary)
RETURNS distribution_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION distribution_merge(distribution_summary, distribution_summary) IS 'The rows of both summaries.';

CREATE FUNCTION distribution_pack(summary distribution_summary)
RETURNS distribution_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION distribution_pack(distribution_summary) IS 'The summary in the form in which it is stored.';

-- for L in text bigint
CREATE AGGREGATE distribution_agg(label {L}) (
	SFUNC = distribution_add, STYPE = distribution_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = distribution_merge,
	FINALFUNC = distribution_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE distribution_agg({L}) IS 'Rows of each label. NULL is ignored.';

-- end
CREATE AGGREGATE distribution_agg(x float8, cuts float8[]) (
	SFUNC = distribution_add, STYPE = distribution_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = distribution_merge,
	FINALFUNC = distribution_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE distribution_agg(float8, float8[]) IS
'Rows of bins between cuts, [cut, next cut) as width_bucket has them. Rows with a NULL are ignored.';

CREATE AGGREGATE rollup(summary distribution_summary) (
	SFUNC = distribution_merge, STYPE = distribution_summary, SSPACE = 1024, INITCOND = 'v1',
	COMBINEFUNC = distribution_merge,
	FINALFUNC = distribution_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(distribution_summary) IS 'The rows of all summaries, as if collected at once.';

-- Scorecards.

CREATE FUNCTION woe(summary bin_summary, bin text, zero_rule text DEFAULT 'null')
RETURNS float8 AS 'MODULE_PATHNAME', 'woe_of_label'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION woe(bin_summary, text, text) IS
'Weight of evidence of a bin: ln(share of events / share of non-events), above 0 where events are more frequent. A '
'bin without event or without non-event makes it NULL unless zero_rule is half (add 1/2 to every cell), floor '
'(shares from 0.0001), adjust (0.99 for 0) or error.';

CREATE FUNCTION woe(summary bin_summary, x float8, zero_rule text DEFAULT 'null')
RETURNS float8 AS 'MODULE_PATHNAME', 'woe_of_number'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 20;
COMMENT ON FUNCTION woe(bin_summary, float8, text) IS
'Weight of evidence of the bin of x, NULL being a bin of its own: ln(share of events / share of non-events), above 0 '
'where events are more frequent. A bin without event or without non-event makes it NULL unless zero_rule is half '
'(add 1/2 to every cell), floor (shares from 0.0001), adjust (0.99 for 0) or error.';

CREATE FUNCTION information_value(summary bin_summary, zero_rule text DEFAULT 'null')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION information_value(bin_summary, text) IS
'Sum over bins of (share of events - share of non-events) * weight of evidence. A bin without event or without '
'non-event makes it NULL unless zero_rule is half (add 1/2 to every cell), floor (shares from 0.0001), adjust (0.99 '
'for 0) or error.';

CREATE FUNCTION bin_table(summary bin_summary, zero_rule text DEFAULT 'null')
RETURNS TABLE (bin text, low float8, high float8, n numeric, events numeric, share float8, rate float8, woe float8,
	iv float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 ROWS 10;
COMMENT ON FUNCTION bin_table(bin_summary, text) IS
'Bins of a summary: rows, events, share of rows, event rate, weight of evidence, part of the information value.';

CREATE FUNCTION rebin(summary bin_summary, cuts float8[])
RETURNS bin_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION rebin(bin_summary, float8[]) IS
'The summary with only these of its cuts: bins joined without reading the rows again.';

CREATE FUNCTION monotone_cuts(summary bin_summary, max_bins integer DEFAULT NULL, min_share float8 DEFAULT 0,
	min_events float8 DEFAULT 0, direction text DEFAULT 'auto')
RETURNS float8[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 100000;
COMMENT ON FUNCTION monotone_cuts(bin_summary, integer, float8, float8, text) IS
'Which cuts to keep so that the event rate is monotone (increasing, decreasing or auto) and the information value '
'the largest possible, exact: at most max_bins bins, each with min_share of the rows and min_events. NULL where '
'there is no way.';

CREATE FUNCTION scorecard_points(woe float8, coef float8, intercept float8, n integer, base float8, odds float8,
	pdo float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION scorecard_points(float8, float8, float8, integer, float8, float8, float8) IS
'Points of one of n characteristics of a logistic regression on weights of evidence: base points at odds good to '
'bad, pdo points double them. The points of all add up to the score.';

CREATE FUNCTION pd_to_score(pd float8, base float8, odds float8, pdo float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION pd_to_score(float8, float8, float8, float8) IS
'Score of a probability of default: base points at odds good to bad, pdo points double them. NULL for 0 and 1.';

CREATE FUNCTION score_to_pd(score float8, base float8, odds float8, pdo float8)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION score_to_pd(float8, float8, float8, float8) IS
'Probability of default of a score: base points at odds good to bad, pdo points double them.';

CREATE FUNCTION pd_grade(pd float8, cuts float8[], labels text[])
RETURNS text AS 'MODULE_PATHNAME', 'pd_grade_label'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION pd_grade(float8, float8[], text[]) IS
'Label of the grade of a probability of default. cuts are the upper bounds, included, of all grades but the worst.';

CREATE FUNCTION pd_grade(pd float8, cuts float8[])
RETURNS integer AS 'MODULE_PATHNAME', 'pd_grade_number'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION pd_grade(float8, float8[]) IS
'Number, from 1, of the grade of a probability of default. cuts are the upper bounds, included, of all grades but '
'the worst.';

CREATE FUNCTION master_scale(low float8, high float8, grades integer)
RETURNS float8[] AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION master_scale(float8, float8, integer) IS
'Upper bounds of grades from probability low to high, each the same multiple of the one before.';

-- What risk costs.

CREATE FUNCTION expected_loss(pd float8, lgd float8, ead numeric, scale integer DEFAULT 2)
RETURNS numeric AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE;
COMMENT ON FUNCTION expected_loss(float8, float8, numeric, integer) IS
'Probability of default * loss given default * exposure, rounded once to scale decimals.';

CREATE FUNCTION irb_correlation(pd float8, class text, turnover float8 DEFAULT NULL)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE;
COMMENT ON FUNCTION irb_correlation(float8, text, float8) IS
'Asset correlation of the Basel risk weight functions (CRE31) for class corporate, mortgage, revolving or retail. '
'turnover in millions for small and medium corporates.';

CREATE FUNCTION irb_capital(pd float8, lgd float8, class text, maturity float8 DEFAULT 2.5,
	turnover float8 DEFAULT NULL, pd_floor float8 DEFAULT 0, best_estimate float8 DEFAULT NULL)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 5;
COMMENT ON FUNCTION irb_capital(float8, float8, text, float8, float8, float8, float8) IS
'Capital for unexpected losses as a share of the exposure, by the Basel formula (CRE31) for class corporate, '
'mortgage, revolving or retail. In default (pd 1) lgd - best_estimate, which is lgd if '
'not given.';

-- Drift.

CREATE FUNCTION psi(expected distribution_summary, actual distribution_summary, zero_rule text DEFAULT 'error')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION psi(distribution_summary, distribution_summary, text) IS
'Population stability index, sum over bins of (actual - expected share) * ln(actual / expected share). NULL when one '
'has no rows. A bin that only one of them has is an error, unless zero_rule is half (add 1/2 to every cell), floor '
'(shares from 0.0001), adjust (0.99 for 0) or null.';

CREATE FUNCTION psi_p(expected distribution_summary, actual distribution_summary, zero_rule text DEFAULT 'error')
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION psi_p(distribution_summary, distribution_summary, text) IS
'Probability of a population stability index at least as large when nothing has changed (chi-square, Yurdakul and '
'Naranjo 2020). A bin that only one of them has is an error, unless zero_rule is half (add 1/2 to every cell), floor '
'(shares from 0.0001), adjust (0.99 for 0) or null.';

CREATE FUNCTION psi_limit(n bigint, m bigint, bins integer, confidence float8 DEFAULT 0.95)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION psi_limit(bigint, bigint, integer, float8) IS
'Population stability index that is not exceeded with this confidence when nothing has changed, with n expected and '
'm actual rows.';

CREATE FUNCTION js_divergence(expected distribution_summary, actual distribution_summary, unit text)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION js_divergence(distribution_summary, distribution_summary, text) IS
'Divergence of Jensen and Shannon in nats or bits: 0 for equal shares. Its root is a distance. NULL when one has no '
'rows.';

CREATE FUNCTION hellinger(expected distribution_summary, actual distribution_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20;
COMMENT ON FUNCTION hellinger(distribution_summary, distribution_summary) IS
'Distance of Hellinger, 0 for equal shares, 1 without a common bin. NULL when one has no rows.';

CREATE FUNCTION psi_table(expected distribution_summary, actual distribution_summary, zero_rule text DEFAULT 'null')
RETURNS TABLE (bin text, low float8, high float8, expected numeric, actual numeric, expected_share float8,
	actual_share float8, part float8) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 20 ROWS 10;
COMMENT ON FUNCTION psi_table(distribution_summary, distribution_summary, text) IS
'Bins of two distributions: rows, shares, part of the population stability index (NULL where one has no rows, unless '
'zero_rule fills it).';

-- Portfolios: card holders, vintages.

COMMENT ON TYPE card_summary IS
'Card holders: spend and cash of active ones by months held, and their number by the longest delay in days. '
'Text form: v1 holders months:active:spend:cash ... / days:active ...';
COMMENT ON TYPE vintage_summary IS
'Accounts by the month in which they were opened, and their events by month on book, as known on one day. '
'Text form: v1 as_of vintage:accounts:month=events,... ...';

CREATE FUNCTION card_add(summary card_summary, spend numeric, cash numeric, months integer, max_overdue_days integer)
RETURNS card_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 2;
COMMENT ON FUNCTION card_add(card_summary, numeric, numeric, integer, integer) IS 'The summary with one more holder.';

CREATE FUNCTION card_merge(a card_summary, b card_summary)
RETURNS card_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION card_merge(card_summary, card_summary) IS 'The holders of both summaries.';

CREATE FUNCTION card_pack(summary card_summary)
RETURNS card_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION card_pack(card_summary) IS 'The summary in the form in which it is stored.';

CREATE AGGREGATE card_agg(spend numeric, cash numeric, months integer, max_overdue_days integer) (
	SFUNC = card_add, STYPE = card_summary, SSPACE = 4096, INITCOND = 'v1',
	COMBINEFUNC = card_merge,
	FINALFUNC = card_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE card_agg(numeric, numeric, integer, integer) IS
'Card holders with their totals of spend and cash drawn since issue, the months they have had the card, and their '
'longest delay in days. The sums are exact. Rows with a NULL are ignored.';

CREATE AGGREGATE rollup(summary card_summary) (
	SFUNC = card_merge, STYPE = card_summary, SSPACE = 4096, INITCOND = 'v1',
	COMBINEFUNC = card_merge,
	FINALFUNC = card_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(card_summary) IS 'The holders of all summaries, as if collected at once.';

CREATE FUNCTION num_holders(summary card_summary)
RETURNS bigint AS 'MODULE_PATHNAME', 'card_num_holders'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION num_holders(card_summary) IS 'Number of holders.';

CREATE FUNCTION num_active(summary card_summary)
RETURNS bigint AS 'MODULE_PATHNAME', 'card_num_active'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION num_active(card_summary) IS
'Number of active holders: those who ever spent or drew cash, refunds included.';

CREATE FUNCTION num_overdue(summary card_summary, days integer DEFAULT 0)
RETURNS bigint AS 'MODULE_PATHNAME', 'card_num_overdue'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION num_overdue(card_summary, integer) IS
'Number of active holders who were ever overdue for more than so many days.';

CREATE FUNCTION untimed(summary card_summary)
RETURNS bigint AS 'MODULE_PATHNAME', 'card_untimed'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION untimed(card_summary) IS
'Number of active holders with 0 months, whom the monthly figures leave out.';

CREATE FUNCTION active_rate(summary card_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'card_active_rate'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION active_rate(card_summary) IS 'Share of holders who are active. NULL without holders.';

CREATE FUNCTION overdue_rate(summary card_summary)
RETURNS float8 AS 'MODULE_PATHNAME', 'card_overdue_rate'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION overdue_rate(card_summary) IS
'Share of active holders who were ever overdue. NULL without active ones.';

CREATE FUNCTION default_rate(summary card_summary, days integer DEFAULT 90)
RETURNS float8 AS 'MODULE_PATHNAME', 'card_default_rate'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION default_rate(card_summary, integer) IS
'Share of active holders who were ever overdue for more than so many days. NULL without active ones.';

CREATE FUNCTION monthly_spend(summary card_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION monthly_spend(card_summary) IS
'Spend in a month, the total of each active holder over their months, averaged. NULL without active holders who have '
'months.';

CREATE FUNCTION monthly_cash(summary card_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION monthly_cash(card_summary) IS
'Cash drawn in a month, the total of each active holder over their months, averaged. NULL without active holders who '
'have months.';

CREATE FUNCTION monthly_turnover(summary card_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION monthly_turnover(card_summary) IS
'Spend and cash in a month, the total of each active holder over their months, averaged. NULL without active holders '
'who have months.';

CREATE FUNCTION cash_ratio(summary card_summary)
RETURNS float8 AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 5;
COMMENT ON FUNCTION cash_ratio(card_summary) IS
'Share of cash in the monthly turnover of all active holders who have months. NULL when that is not above 0.';

CREATE FUNCTION vintage_add(summary vintage_summary, opened date, event_month integer, as_of date)
RETURNS vintage_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE PARALLEL SAFE COST 2;
COMMENT ON FUNCTION vintage_add(vintage_summary, date, integer, date) IS 'The summary with one more account.';

CREATE FUNCTION vintage_merge(a vintage_summary, b vintage_summary)
RETURNS vintage_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION vintage_merge(vintage_summary, vintage_summary) IS 'The accounts of both summaries.';

CREATE FUNCTION vintage_pack(summary vintage_summary)
RETURNS vintage_summary AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 10;
COMMENT ON FUNCTION vintage_pack(vintage_summary) IS 'The summary in the form in which it is stored.';

CREATE AGGREGATE vintage_agg(opened date, event_month integer, as_of date) (
	SFUNC = vintage_add, STYPE = vintage_summary, SSPACE = 4096, INITCOND = 'v1',
	COMBINEFUNC = vintage_merge,
	FINALFUNC = vintage_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE vintage_agg(date, integer, date) IS
'Accounts by month of opening, and in which month after it the event came (NULL: not until as_of). Rows without '
'opened or as_of are ignored.';

CREATE AGGREGATE rollup(summary vintage_summary) (
	SFUNC = vintage_merge, STYPE = vintage_summary, SSPACE = 4096, INITCOND = 'v1',
	COMBINEFUNC = vintage_merge,
	FINALFUNC = vintage_pack,
	PARALLEL = SAFE
);
COMMENT ON AGGREGATE rollup(vintage_summary) IS
'The accounts of all summaries, which have one as_of, as if collected at once.';

CREATE FUNCTION vintage_table(summary vintage_summary)
RETURNS TABLE (vintage date, month integer, n bigint, at_risk bigint, events bigint, hazard float8,
	cumulative float8, complete boolean) AS 'MODULE_PATHNAME'
LANGUAGE C IMMUTABLE STRICT PARALLEL SAFE COST 100 ROWS 1000;
COMMENT ON FUNCTION vintage_table(vintage_summary) IS
'For each vintage, and for all together (vintage NULL), the months on book that are known: accounts, those without '
'an event before, events, their ratio, and the share with an event so far (over all vintages by the product of 1 - '
'hazard). complete: had the month ended on as_of?';
