/*
 * proportion.c - how sure is a share, and do two shares differ?
 *
 * Intervals as L. Brown, T. Cai and A. DasGupta compare them ("Interval Estimation for a
 * Binomial Proportion", Statistical Science 16, 2001); Wilson's is the default, since it
 * keeps its promise for small samples and shares near 0 and 1.
 */
#include "pg/interval.h"
#include "survey/summary.h"

enum
{
	WILSON,
	WILSON_CC,
	EXACT,
	JEFFREYS,
	AGRESTI,
	WALD
};

static const char *const methods[] = {"wilson", "wilson_cc", "exact", "jeffreys", "agresti", "wald", NULL};

/* With continuity correction (R. Newcombe, Statistics in Medicine 17, 1998). */
static CvInterval
wilson_corrected(double x, double n, double z)
{
	double		p = x / n;
	double		centre = 2 * n * p + z * z;
	CvInterval	interval;

	interval.low = (centre - (z * sqrt(z * z - 1 / n + 4 * n * p * (1 - p) + (4 * p - 2)) + 1)) / (2 * (n + z * z));
	interval.high = (centre + (z * sqrt(z * z - 1 / n + 4 * n * p * (1 - p) - (4 * p - 2)) + 1)) / (2 * (n + z * z));
	return interval;
}

/* Ends at quantiles of beta numbers: Clopper and Pearson's, or Jeffreys' prior. */
static CvInterval
beta_ends(double x, double n, double alpha, double low_shift, double high_shift)
{
	CvInterval	interval;

	interval.low = x <= 0 ? 0 : cv_beta_quantile(alpha / 2, x + low_shift, n - x + high_shift);
	interval.high = x >= n ? 1 : cv_beta_quantile(1 - alpha / 2, x + high_shift, n - x + low_shift);
	return interval;
}

static CvInterval
proportion_interval(double x, double n, double confidence, int method)
{
	double		z = cv_normal_width(confidence);
	double		p = x / n;
	CvInterval	interval;

	switch (method)
	{
		case WILSON:
			interval = cv_wilson_interval(x, n, z);
			break;
		case WILSON_CC:
			interval = wilson_corrected(x, n, z);
			break;
		case EXACT:
			interval = beta_ends(x, n, 1 - confidence, 0, 1);
			break;
		case JEFFREYS:
			interval = beta_ends(x, n, 1 - confidence, 0.5, 0.5);
			break;
		case AGRESTI:
			p = (x + z * z / 2) / (n + z * z);
			interval = cv_interval_around(p, z * sqrt(p * (1 - p) / (n + z * z)));
			break;
		default:
			interval = cv_interval_around(p, z * sqrt(p * (1 - p) / n));
			break;
	}
	/* Not by rounding, nor by the root of a negative number in the corrected one. */
	if (x <= 0)
		interval.low = 0;
	if (x >= n)
		interval.high = 1;
	return cv_interval_within(interval, 0, 1);
}

/* Successes among n, arguments first and first + 1, checked; n. */
static double
successes_arg(FunctionCallInfo fcinfo, int first, double *successes)
{
	int64		x = PG_GETARG_INT64(first);
	int64		n = PG_GETARG_INT64(first + 1);

	if (n < 0 || x < 0 || x > n)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("successes must be from 0 to n, not " INT64_FORMAT " of " INT64_FORMAT, x, n)));
	*successes = (double) x;
	return (double) n;
}

static Datum
interval_end(bool high, double x, double n, double confidence, int method)
{
	CvInterval	interval = proportion_interval(x, n, confidence, method);

	return Float8GetDatum(high ? interval.high : interval.low);
}

static Datum
proportion_end(FunctionCallInfo fcinfo, bool high)
{
	double		x;
	double		n = successes_arg(fcinfo, 0, &x);
	double		confidence = cv_confidence_arg(fcinfo, 2);
	int			method = cv_choice_arg(fcinfo, 3, "method", methods);

	if (n == 0)
		PG_RETURN_NULL();
	return interval_end(high, x, n, confidence, method);
}

static Datum
summary_proportion_end(FunctionCallInfo fcinfo, bool high)
{
	CvScores	scores = cv_summary_scores(PG_GETARG_SUMMARY(0));
	int			threshold = cv_check_range(PG_GETARG_INT32(1), "threshold", 0, CV_TALLY_SCORES - 1);
	double		confidence = cv_confidence_arg(fcinfo, 2);
	int			method = cv_choice_arg(fcinfo, 3, "method", methods);
	CvWorth		worth;
	CvMoments	m;

	for (int score = 0; score < CV_TALLY_SCORES; score++)
		worth.of[score] = score >= threshold;
	if (!cv_tally_moments(&scores, &worth, &m))
		PG_RETURN_NULL();
	return interval_end(high, fmin(m.mean * m.effective, m.effective), m.effective, confidence, method);
}

/*
 * proportion_low, proportion_high(successes bigint, n bigint, confidence float8, method text)
 *		-> float8
 * proportion_low, proportion_high(survey_summary, threshold integer, confidence float8,
 *		method text) -> float8
 *
 * Ends of the interval of a share, from 0 to 1: of successes among n, or of the answers from
 * threshold up (with weights: of Kish's effective number of answers).  method: 'wilson', 'wilson_cc' (with continuity
 * correction), 'exact' (Clopper and Pearson), 'jeffreys', 'agresti' (and Coull), 'wald'.
 * NULL when n is 0.  Errors: 22023 for successes off 0 to n, confidence off 0 to 1 and another method.
 */
PG_FUNCTION_INFO_V1(proportion_low);
PG_FUNCTION_INFO_V1(proportion_high);
PG_FUNCTION_INFO_V1(summary_proportion_low);
PG_FUNCTION_INFO_V1(summary_proportion_high);

Datum
proportion_low(PG_FUNCTION_ARGS)
{
	return proportion_end(fcinfo, false);
}

Datum
proportion_high(PG_FUNCTION_ARGS)
{
	return proportion_end(fcinfo, true);
}

Datum
summary_proportion_low(PG_FUNCTION_ARGS)
{
	return summary_proportion_end(fcinfo, false);
}

Datum
summary_proportion_high(PG_FUNCTION_ARGS)
{
	return summary_proportion_end(fcinfo, true);
}

/* Two samples, and the half width of intervals: what the tests below are about. */
typedef struct Samples
{
	double		x[2];
	double		n[2];
	double		width;
} Samples;

static Samples
samples_arg(FunctionCallInfo fcinfo)
{
	Samples		s;

	s.n[0] = successes_arg(fcinfo, 0, &s.x[0]);
	s.n[1] = successes_arg(fcinfo, 2, &s.x[1]);
	s.width = cv_normal_width(cv_confidence_arg(fcinfo, 4));
	return s;
}

PG_FUNCTION_INFO_V1(proportion_test);

/*
 * proportion_test(successes_a bigint, n_a bigint, successes_b bigint, n_b bigint, confidence
 *		float8) -> (difference, low, high, chi_square, p, phi float8)
 *
 * Share of a less share of b with its Wald interval; Pearson's chi-square of the two by two table
 * without correction, its probability when the shares are equal, and phi, sqrt(chi_square / n) with
 * the sign of the difference.  NULL when n_a or n_b is 0; chi_square, p and phi where all
 * or none succeed.  Errors: as proportion_low.
 */
Datum
proportion_test(PG_FUNCTION_ARGS)
{
	Samples		s = samples_arg(fcinfo);
	double		share[2];
	double		n = s.n[0] + s.n[1];
	double		pooled,
				difference,
				se,
				chi_square;
	Datum		values[6];
	bool		nulls[6] = {false};

	if (s.n[0] == 0 || s.n[1] == 0)
		PG_RETURN_NULL();
	for (int i = 0; i < 2; i++)
		share[i] = s.x[i] / s.n[i];
	difference = share[0] - share[1];
	se = sqrt(share[0] * (1 - share[0]) / s.n[0] + share[1] * (1 - share[1]) / s.n[1]);
	pooled = (s.x[0] + s.x[1]) / n;
	nulls[3] = nulls[4] = nulls[5] = pooled == 0 || pooled == 1;
	chi_square = nulls[3] ? 0 : difference * difference / (pooled * (1 - pooled) * (1 / s.n[0] + 1 / s.n[1]));
	values[0] = Float8GetDatum(difference);
	values[1] = Float8GetDatum(fmax(-1, difference - s.width * se));
	values[2] = Float8GetDatum(fmin(1, difference + s.width * se));
	values[3] = Float8GetDatum(chi_square);
	values[4] = Float8GetDatum(cv_chisq_tail(chi_square, 1));
	values[5] = Float8GetDatum(copysign(sqrt(chi_square / n), difference));
	return cv_make_record(fcinfo, values, nulls);
}

/* A ratio with its interval, which is symmetric in logarithms. */
static Datum
ratio_record(FunctionCallInfo fcinfo, double ratio, double variance, double width)
{
	double		se = sqrt(variance);
	Datum		values[4] = {Float8GetDatum(ratio), Float8GetDatum(se),
		Float8GetDatum(ratio * exp(-width * se)), Float8GetDatum(ratio * exp(width * se))};
	bool		nulls[4];

	nulls[0] = !isfinite(ratio);
	nulls[1] = nulls[2] = nulls[3] = !isfinite(variance) || !isfinite(ratio) || ratio == 0;
	return cv_make_record(fcinfo, values, nulls);
}

/*
 * odds_ratio(successes_a bigint, n_a bigint, successes_b bigint, n_b bigint, confidence
 *		float8) -> (odds_ratio, ln_se, low, high float8)
 * risk_ratio(... the same ...) -> (risk_ratio, ln_se, low, high float8)
 *
 * Odds (share) of success in a over those in b, the standard error of the logarithm, and the
 * interval.  A ratio to 0 is NULL; so is the interval where a cell that it needs is 0.
 * Errors: as proportion_low.
 */
PG_FUNCTION_INFO_V1(odds_ratio);
PG_FUNCTION_INFO_V1(risk_ratio);

Datum
odds_ratio(PG_FUNCTION_ARGS)
{
	Samples		s = samples_arg(fcinfo);
	double		failures[2] = {s.n[0] - s.x[0], s.n[1] - s.x[1]};

	return ratio_record(fcinfo, (s.x[0] / failures[0]) / (s.x[1] / failures[1]),
						1 / s.x[0] + 1 / failures[0] + 1 / s.x[1] + 1 / failures[1], s.width);
}

Datum
risk_ratio(PG_FUNCTION_ARGS)
{
	Samples		s = samples_arg(fcinfo);

	return ratio_record(fcinfo, (s.x[0] / s.n[0]) / (s.x[1] / s.n[1]),
						1 / s.x[0] - 1 / s.n[0] + 1 / s.x[1] - 1 / s.n[1], s.width);
}

PG_FUNCTION_INFO_V1(survey_sample_size);

/*
 * survey_sample_size(margin float8, confidence float8, variance float8, population bigint)
 *		-> bigint
 *
 * Answers that are needed for a mean to be within margin, in the units whose square variance is
 * in: for NPS as a share from -1 to 1 (0.05 is 5 points) variance is at most 1, for a share at most
 * 0.25.  With a population, drawn from it without repetition; NULL is without end.
 * Errors: 22023 for a margin not above 0, a negative variance, a population below 1.
 */
Datum
survey_sample_size(PG_FUNCTION_ARGS)
{
	double		margin,
				width,
				variance,
				n;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2))
		PG_RETURN_NULL();
	margin = cv_check_finite(PG_GETARG_FLOAT8(0), "margin");
	width = cv_normal_width(cv_confidence_arg(fcinfo, 1));
	variance = cv_check_finite(PG_GETARG_FLOAT8(2), "variance");
	if (margin <= 0 || variance < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("margin must be above 0 and variance not negative, not %s and %s",
						cv_float8_text(margin), cv_float8_text(variance)),
				 errhint("Margin is half the width of the interval: 0.05 for 5 points of NPS.")));
	n = width * width * variance / margin / margin;
	if (!PG_ARGISNULL(3))
	{
		int64		population = PG_GETARG_INT64(3);

		if (population < 1)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("population must be at least 1, not " INT64_FORMAT, population)));
		n = n == 0 ? 0 : 1 / (1 / n + (1 - 1 / n) / (double) population);
	}
	if (!(n < 1e18))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("sample size is out of range")));
	/* What is whole but for rounding stays so. */
	PG_RETURN_INT64((int64) Max(1, ceil(n * (1 - 1e-12))));
}
