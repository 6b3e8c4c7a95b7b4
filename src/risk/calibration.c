/*
 * calibration.c - do events come as often as the probabilities say?
 */
#include "num/special.h"
#include "num/interval.h"
#include "risk/core/calibration.h"
#include "risk/core/kolmogorov.h"
#include "risk/counts.h"
#include "risk/score_summary.h"

#define MOST_BINS 10000

/*
 * brier(score_summary) -> float8
 * log_loss(score_summary) -> float8
 *
 * Mean squared distance of the probability from what happened, and mean negative logarithm of the
 * probability of what happened: infinite when that was 0.  NULL without rows.  Errors: 22023 for
 * scores outside 0 to 1.
 */
PG_FUNCTION_INFO_V1(score_brier);
PG_FUNCTION_INFO_V1(score_log_loss);

Datum
score_brier(PG_FUNCTION_ARGS)
{
	CvCurve		c = cv_probability_curve(fcinfo, 0);

	return cv_return_number(fcinfo, cv_curve_brier(&c));
}

Datum
score_log_loss(PG_FUNCTION_ARGS)
{
	CvCurve		c = cv_probability_curve(fcinfo, 0);

	if (c.n == 0)
		PG_RETURN_NULL();
	/* It may be infinite. */
	PG_RETURN_FLOAT8(cv_curve_log_loss(&c));
}

PG_FUNCTION_INFO_V1(score_brier_parts);

/*
 * brier_parts(score_summary, bins integer) -> (brier, reliability, resolution, uncertainty, within_variance,
 *		within_covariance, skill, calibration_error, largest_error float8)
 *
 * Murphy's parts of so many bins of equal width, (0, 1/bins] and on, or of distinct scores where
 * bins is NULL, and what binning leaves within: brier = reliability - resolution + uncertainty +
 * within_variance - within_covariance.  skill is 1 - brier / uncertainty; calibration_error and
 * largest_error are the mean and largest distance of a bin's event rate from its mean probability.
 * NULL without rows, skill with one class only.  Errors: as brier, and 22023 for bins outside 1 to
 * 10,000.
 */
Datum
score_brier_parts(PG_FUNCTION_ARGS)
{
	CvCurve		c;
	CvBrierParts b;
	int			bins = 0;
	Datum		values[9];
	bool		nulls[9];

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (!PG_ARGISNULL(1))
		bins = cv_check_range(PG_GETARG_INT32(1), "bins", 1, MOST_BINS);
	c = cv_probability_curve(fcinfo, 0);
	if (c.n == 0)
		PG_RETURN_NULL();
	b = cv_curve_brier_parts(&c, bins, palloc((bins + 1) * sizeof(CvGroup)));
	cv_set_number(&values[0], &nulls[0], b.brier);
	cv_set_number(&values[1], &nulls[1], b.reliability);
	cv_set_number(&values[2], &nulls[2], b.resolution);
	cv_set_number(&values[3], &nulls[3], b.uncertainty);
	cv_set_number(&values[4], &nulls[4], b.within_variance);
	cv_set_number(&values[5], &nulls[5], b.within_covariance);
	cv_set_number(&values[6], &nulls[6], b.uncertainty > 0 ? 1 - b.brier / b.uncertainty : NAN);
	cv_set_number(&values[7], &nulls[7], b.error);
	cv_set_number(&values[8], &nulls[8], b.largest_error);
	return cv_make_record(fcinfo, values, nulls);
}

PG_FUNCTION_INFO_V1(score_calibration);

/*
 * calibration(score_summary, bins integer, by text, confidence float8) -> TABLE(low, high float8, n numeric, mean_score
 *		float8, events numeric, rate, low_ci, high_ci float8)
 *
 * Events against what was predicted: bins of equal width, (0, 1/bins] and on, or by 'quantile' of
 * about equal size, equal scores together; the event rate with Wilson's interval.  Bins without
 * rows have NULL from mean_score on.  Errors: as brier, and 22023 for bins outside 1 to 10,000 and
 * another by.
 */
Datum
score_calibration(PG_FUNCTION_ARGS)
{
	static const char *const ways[] = {"width", "quantile", NULL};
	CvTable		table = cv_make_table(fcinfo);
	int			bins = cv_check_range(PG_GETARG_INT32(1), "bins", 1, MOST_BINS);
	bool		by_width = cv_choice_arg(fcinfo, 2, "by", ways) == 0;
	double		width = cv_normal_width(cv_confidence_arg(fcinfo, 3));
	CvCurve		c = cv_probability_curve(fcinfo, 0);
	CvGroup    *group = palloc(bins * sizeof(CvGroup));
	double	   *cut = palloc((bins + 1) * sizeof(double));

	if (c.n == 0)
		PG_RETURN_NULL();
	cut[0] = by_width ? 0 : c.score[0];
	cut[bins] = by_width ? 1 : c.score[c.n - 1];
	for (int k = 1; k < bins && by_width; k++)
		cut[k] = (double) k / bins;
	if (!by_width)
		cv_curve_cuts(&c, bins, cut + 1);
	cv_curve_groups(&c, cut + 1, bins, group);
	for (int k = 0; k < bins; k++)
	{
		const CvGroup *g = &group[k];
		CvInterval	interval = cv_wilson_interval(g->events, g->n, width);
		Datum		values[8];
		bool		nulls[8] = {false};

		CHECK_FOR_INTERRUPTS();
		values[0] = Float8GetDatum(cut[k]);
		values[1] = Float8GetDatum(cut[k + 1]);
		values[2] = cv_count_numeric(g->n);
		cv_set_number(&values[3], &nulls[3], g->p / g->n);
		values[4] = cv_count_numeric(g->events);
		cv_set_number(&values[5], &nulls[5], g->events / g->n);
		cv_set_number(&values[6], &nulls[6], g->n > 0 ? interval.low : NAN);
		cv_set_number(&values[7], &nulls[7], g->n > 0 ? interval.high : NAN);
		cv_table_own_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}

PG_FUNCTION_INFO_V1(score_hosmer_lemeshow);

/*
 * hosmer_lemeshow(score_summary, groups integer, fitted boolean) -> (chi_square float8, df integer, p float8)
 *
 * Observed against expected events in groups by quantiles of the score, equal scores together.
 * fitted: are these the rows that the model was fitted to?  Then there are two degrees of freedom
 * less than groups.  Groups that ties leave empty do not count.  NULL without rows, p without
 * degrees of freedom.  Errors: as brier, and 22023 for groups outside 2 to 10,000.
 */
Datum
score_hosmer_lemeshow(PG_FUNCTION_ARGS)
{
	int			groups = cv_check_range(PG_GETARG_INT32(1), "groups", 2, MOST_BINS);
	CvCurve		c = cv_probability_curve(fcinfo, 0);
	CvGroup    *group = palloc(groups * sizeof(CvGroup));
	double	   *cut = palloc(groups * sizeof(double));
	double		chi_square;
	int			df;
	Datum		values[3];
	bool		nulls[3] = {false};

	if (c.n == 0)
		PG_RETURN_NULL();
	cv_curve_cuts(&c, groups, cut);
	cv_curve_groups(&c, cut, groups, group);
	chi_square = cv_hosmer_lemeshow(group, groups, &df);
	df = Max(0, df - (PG_GETARG_BOOL(2) ? 2 : 0));
	values[0] = Float8GetDatum(chi_square);
	values[1] = Int32GetDatum(df);
	cv_set_number(&values[2], &nulls[2], df == 0 ? NAN : isinf(chi_square) ? 0 : cv_chisq_tail(chi_square, df));
	return cv_make_record(fcinfo, values, nulls);
}

PG_FUNCTION_INFO_V1(score_calibration_fit);

/*
 * calibration_fit(score_summary) -> (intercept, intercept_se, slope, slope_se, log_likelihood, chi_square, p, shift,
 *		shift_se float8)
 *
 * Logistic regression of the outcome on the logit of the probability (D. Cox, Biometrika 45, 1958):
 * intercept 0 and slope 1 when it is calibrated, with the likelihood ratio against them (2 degrees
 * of freedom); and shift, the intercept when the slope is kept at 1.  NULL where there is no finite
 * estimate: one class only, one distinct score, separated, or a probability of 0 or 1.  Errors: as
 * brier.
 */
Datum
score_calibration_fit(PG_FUNCTION_ARGS)
{
	CvCurve		c = cv_probability_curve(fcinfo, 0);
	CvRecalibration r = {0};
	Datum		values[9];
	bool		nulls[9];

	if (!cv_curve_recalibrate(&c, cv_alloc(7 * c.n * sizeof(double)), &r))
		PG_RETURN_NULL();
	cv_set_number(&values[0], &nulls[0], r.intercept);
	cv_set_number(&values[1], &nulls[1], r.intercept_se);
	cv_set_number(&values[2], &nulls[2], r.slope);
	cv_set_number(&values[3], &nulls[3], r.slope_se);
	cv_set_number(&values[4], &nulls[4], r.loglik);
	cv_set_number(&values[5], &nulls[5], r.chi_square);
	cv_set_number(&values[6], &nulls[6], cv_chisq_tail(r.chi_square, 2));
	cv_set_number(&values[7], &nulls[7], r.shift);
	cv_set_number(&values[8], &nulls[8], r.shift_se);
	return cv_make_record(fcinfo, values, nulls);
}

PG_FUNCTION_INFO_V1(recalibrate);

/*
 * recalibrate(p float8, intercept float8, slope float8) -> float8
 *
 * The probability whose logit is intercept + slope * logit(p), with what calibration_fit found.
 * Errors: 22023 for p outside 0 to 1, and NaN and infinity.
 */
Datum
recalibrate(PG_FUNCTION_ARGS)
{
	double		p = cv_check_fraction(PG_GETARG_FLOAT8(0), "p", "It is a probability: 0.1 means ten percent.");
	double		intercept = cv_check_finite(PG_GETARG_FLOAT8(1), "intercept");
	double		slope = cv_check_finite(PG_GETARG_FLOAT8(2), "slope");

	PG_RETURN_FLOAT8(cv_recalibrate(p, intercept, slope));
}

PG_FUNCTION_INFO_V1(score_ks_test);

/*
 * ks_test(score_summary) -> (d, p float8)
 *
 * Do two samples, the non-events and the events, come from one distribution?  Their largest
 * distance, and the probability of one so large: counted out, with the ties that there are, while
 * the numbers of rows multiply to less than 10,000, else Kolmogorov's limit.  NULL when one sample
 * is empty.
 */
Datum
score_ks_test(PG_FUNCTION_ARGS)
{
	CvCurve		c = cv_score_curve(fcinfo, 0);
	CvKs		ks = cv_curve_ks(&c);
	double		n = cv_curve_total(&c);
	Datum		values[2];
	bool		nulls[2] = {false, false};

	if (isnan(ks.d))
		PG_RETURN_NULL();
	values[0] = Float8GetDatum(ks.d);
	values[1] = Float8GetDatum(cv_ks_is_exact(&c) ? cv_ks_exact(&c, palloc((2 * n + 2) * sizeof(double))) :
							   cv_kolmogorov_tail(ks.d * sqrt(c.total[0] / n * c.total[1])));
	return cv_make_record(fcinfo, values, nulls);
}
