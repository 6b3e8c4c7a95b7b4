/*
 * ranking.c - does a high score mean that the event is more likely, and whom does one call first?
 *
 * A higher score means more likely an event.  All of it needs the order of the scores only, and
 * equal scores are one step.
 */
#include "num/interval.h"
#include "risk/counts.h"
#include "risk/score_summary.h"

/* A number that is read from the ranking, NULL where it does not exist. */
#define RANKING_NUMBER(name, expression) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		CvCurve		c = cv_score_curve(fcinfo, 0); \
		\
		return cv_return_number(fcinfo, expression); \
	}

/*
 * auc(score_summary) -> float8
 * auc_se(score_summary) -> float8
 * gini_index(score_summary) -> float8
 *
 * Probability that an event scores above a non-event, ties half; its standard error by DeLong; and
 * 2 AUC - 1.  NULL with one class only, the error also with one event or one non-event.
 */
RANKING_NUMBER(score_auc, cv_curve_auc(&c))
RANKING_NUMBER(score_auc_se, sqrt(cv_curve_auc_variance(&c)))
RANKING_NUMBER(score_gini_index, 2 * cv_curve_auc(&c) - 1)

/*
 * ks_stat(score_summary) -> float8
 * ks_at(score_summary) -> float8
 * average_precision(score_summary) -> float8
 *
 * Largest distance between the distributions of events and non-events, and the highest threshold
 * (scores from it up) at which it is; and the mean precision over the steps of recall.  NULL with
 * one class only.
 */
RANKING_NUMBER(score_ks_stat, cv_curve_ks(&c).d)
RANKING_NUMBER(score_ks_at, cv_curve_ks(&c).at)
RANKING_NUMBER(score_average_precision, cv_curve_average_precision(&c))

/*
 * num_cases(score_summary) -> numeric
 * num_events(score_summary) -> numeric
 * event_rate(score_summary) -> float8
 *
 * Rows, events among them (both by weight, if there is one), and their ratio; that is NULL without rows.
 */
PG_FUNCTION_INFO_V1(score_num_cases);
PG_FUNCTION_INFO_V1(score_num_events);
RANKING_NUMBER(score_event_rate, c.total[1] / cv_curve_total(&c))

Datum
score_num_cases(PG_FUNCTION_ARGS)
{
	CvCurve		c = cv_score_curve(fcinfo, 0);

	return cv_count_numeric(cv_curve_total(&c));
}

Datum
score_num_events(PG_FUNCTION_ARGS)
{
	CvCurve		c = cv_score_curve(fcinfo, 0);

	return cv_count_numeric(c.total[1]);
}

static Datum
auc_end(FunctionCallInfo fcinfo, int sign)
{
	double		width = cv_normal_width(cv_confidence_arg(fcinfo, 1));
	CvCurve		c = cv_score_curve(fcinfo, 0);
	double		end = cv_curve_auc(&c) + sign * width * sqrt(cv_curve_auc_variance(&c));

	return cv_return_number(fcinfo, isnan(end) ? end : fmax(0, fmin(1, end)));
}

/*
 * auc_low, auc_high(score_summary, confidence float8) -> float8
 *
 * Ends of the interval of the AUC by DeLong, cut at 0 and 1.  NULL as auc_se.  Errors: 22023 for
 * confidence outside 0 to 1.
 */
PG_FUNCTION_INFO_V1(score_auc_low);
PG_FUNCTION_INFO_V1(score_auc_high);

Datum
score_auc_low(PG_FUNCTION_ARGS)
{
	return auc_end(fcinfo, -1);
}

Datum
score_auc_high(PG_FUNCTION_ARGS)
{
	return auc_end(fcinfo, 1);
}

static double
depth_arg(FunctionCallInfo fcinfo, int argno)
{
	return cv_check_fraction(PG_GETARG_FLOAT8(argno), "depth",
		"It is a share of the rows: 0.1 means the tenth with the highest scores.");
}

/*
 * gain(score_summary, depth float8) -> float8
 * lift(score_summary, depth float8) -> float8
 *
 * Share of all events that is among this share of the rows with the highest scores, and how many
 * times as many that is as among rows taken at random.  Rows of equal scores share evenly, so their
 * order does not matter.  NULL without events; lift also at depth 0.  Errors: 22023 for depth
 * outside 0 to 1.
 */
PG_FUNCTION_INFO_V1(score_gain);
PG_FUNCTION_INFO_V1(score_lift);

Datum
score_gain(PG_FUNCTION_ARGS)
{
	double		depth = depth_arg(fcinfo, 1);
	CvCurve		c = cv_score_curve(fcinfo, 0);

	return cv_return_number(fcinfo, cv_curve_events(&c, depth) / c.total[1]);
}

Datum
score_lift(PG_FUNCTION_ARGS)
{
	double		depth = depth_arg(fcinfo, 1);
	CvCurve		c = cv_score_curve(fcinfo, 0);

	return cv_return_number(fcinfo, cv_curve_events(&c, depth) / c.total[1] / depth);
}

PG_FUNCTION_INFO_V1(score_gain_curve);

/*
 * gain_curve(score_summary, points integer) -> TABLE(depth, n, events, gain, lift float8)
 *
 * The rows with the highest scores in so many equal slices: up to which depth, rows and events of
 * the slice, and gain and lift of all slices so far.  The last gain is 1.  Gain and lift are NULL
 * without events.  Errors: 22023 for points outside 1 to 10,000.
 */
Datum
score_gain_curve(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	int			points = cv_check_range(PG_GETARG_INT32(1), "points", 1, 10000);
	CvCurve		c = cv_score_curve(fcinfo, 0);
	double		before = 0;

	for (int k = 1; k <= points && c.n > 0; k++)
	{
		double		depth = (double) k / points;
		double		events = cv_curve_events(&c, depth);
		Datum		values[5];
		bool		nulls[5];

		CHECK_FOR_INTERRUPTS();
		cv_set_number(&values[0], &nulls[0], depth);
		cv_set_number(&values[1], &nulls[1], cv_curve_total(&c) / points);
		cv_set_number(&values[2], &nulls[2], events - before);
		cv_set_number(&values[3], &nulls[3], events / c.total[1]);
		cv_set_number(&values[4], &nulls[4], events / c.total[1] / depth);
		cv_table_row(&table, values, nulls);
		before = events;
	}
	PG_RETURN_NULL();
}

PG_FUNCTION_INFO_V1(score_roc_curve);

/*
 * roc_curve(score_summary) -> TABLE(threshold float8, tp numeric, fp numeric, recall, false_positive_rate, ppv float8)
 *
 * For each score, from the highest, what is right and wrong when scores from it up are predicted to
 * be events.  The first row, with threshold NULL, predicts none.
 */
Datum
score_roc_curve(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	CvCurve		c = cv_score_curve(fcinfo, 0);
	double		tp = 0;
	double		fp = 0;

	for (int64 i = c.n; i >= 0 && c.n > 0; i--)
	{
		Datum		values[6];
		bool		nulls[6] = {false};

		CHECK_FOR_INTERRUPTS();
		tp += i < c.n ? c.count[1][i] : 0;
		fp += i < c.n ? c.count[0][i] : 0;
		cv_set_number(&values[0], &nulls[0], i < c.n ? c.score[i] : NAN);
		values[1] = cv_count_numeric(tp);
		values[2] = cv_count_numeric(fp);
		cv_set_number(&values[3], &nulls[3], tp / c.total[1]);
		cv_set_number(&values[4], &nulls[4], fp / c.total[0]);
		cv_set_number(&values[5], &nulls[5], tp / (tp + fp));
		cv_table_own_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}

PG_FUNCTION_INFO_V1(score_confusion);

/*
 * confusion(score_summary, threshold float8) -> (tp, fp, fn, tn numeric, ppv, recall, specificity, f1, mcc, kappa,
 *		balanced_accuracy float8)
 *
 * What is right and wrong when scores from threshold up are predicted to be events.  ppv
 * (precision) is NULL when none is, recall without events, specificity without non-events, mcc
 * (Matthews) when a margin is 0, f1 when there is nothing to find and nothing found.  Errors: 22023
 * for NaN.
 */
Datum
score_confusion(PG_FUNCTION_ARGS)
{
	static const CvMeasure measure[] = {CV_MEASURE_PPV, CV_MEASURE_RECALL, CV_MEASURE_SPECIFICITY, CV_MEASURE_F1,
	CV_MEASURE_MCC, CV_MEASURE_KAPPA, CV_MEASURE_BALANCED_ACCURACY};
	double		threshold = PG_GETARG_FLOAT8(1);
	CvCurve		c = cv_score_curve(fcinfo, 0);
	CvConfusion m;
	Datum		values[11];
	bool		nulls[11] = {false};

	if (isnan(threshold))
		cv_check_finite(threshold, "threshold");
	m = cv_curve_confusion(&c, threshold);
	values[0] = cv_count_numeric(m.tp);
	values[1] = cv_count_numeric(m.fp);
	values[2] = cv_count_numeric(m.fn);
	values[3] = cv_count_numeric(m.tn);
	for (int k = 0; k < (int) lengthof(measure); k++)
		cv_set_number(&values[4 + k], &nulls[4 + k], cv_confusion_measure(&m, measure[k]));
	return cv_make_record(fcinfo, values, nulls);
}

PG_FUNCTION_INFO_V1(score_best_threshold);

/*
 * best_threshold(score_summary, by text) -> float8
 *
 * The score from which up it is best to predict an event: by 'f1', 'youden', 'mcc', 'kappa', 'accuracy' or
 * 'balanced_accuracy'; of several the highest.  NULL with one class only.  Errors: 22023 for another name.
 */
Datum
score_best_threshold(PG_FUNCTION_ARGS)
{
	/* In the order of CvMeasure. */
	static const char *const names[] = {"f1", "youden", "mcc", "kappa", "accuracy", "balanced_accuracy", NULL};
	CvMeasure	measure = (CvMeasure) cv_choice_arg(fcinfo, 1, "by", names);
	CvCurve		c = cv_score_curve(fcinfo, 0);

	return cv_return_number(fcinfo, cv_curve_best(&c, measure));
}
