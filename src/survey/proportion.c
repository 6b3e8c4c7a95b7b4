/*
 * proportion.c - how sure is a share, and do two shares differ?
 *
 * Wilson's interval is the default, since it keeps its promise for small samples and shares near 0 and 1; so do
 * Newcombe's of a difference and Koopman's of a ratio.  The mathematics, and the sources, are in
 * survey/core/proportion.c.
 */
#include "pg/pg.h"
#include "survey/core/proportion.h"
#include "survey/summary.h"

/* In the order of CvShareMethod. */
static const char *const share_methods[] = {"wilson", "wilson_cc", "exact", "jeffreys", "agresti", "wald", NULL};

/* Counts are bigint, or sums of them that came as numeric and enter through float8. */
typedef double (*CountArg) (FunctionCallInfo fcinfo, int argno, const char *name);

static double
bigint_count(FunctionCallInfo fcinfo, int argno, const char *name)
{
	return (double) PG_GETARG_INT64(argno);
}

static double
float8_count(FunctionCallInfo fcinfo, int argno, const char *name)
{
	double		x = cv_check_finite(PG_GETARG_FLOAT8(argno), name);

	if (x != rint(x))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be a whole number, not %s", name, cv_float8_text(x)),
				 errhint("Give counts, not shares: 84 of 112, not 0.75 of 1.")));
	return x;
}

/* Successes among n, arguments first and first + 1, whose names end like this, checked; n. */
static double
successes_arg(FunctionCallInfo fcinfo, int first, const char *end, CountArg count, double *successes)
{
	const char *n_name = *end == '\0' ? "n" : psprintf("n%s", end);
	const char *name = *end == '\0' ? "successes" : psprintf("successes%s", end);
	double		n = count(fcinfo, first + 1, n_name);

	*successes = count(fcinfo, first, name);
	if (n < 0 || *successes < 0 || *successes > n)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be from 0 to %s, not %s of %s", name, n_name, cv_float8_text(*successes),
						cv_float8_text(n)),
				 errhint("Give the successes first, then the size of the sample.")));
	return n;
}

static Datum
share_end(FunctionCallInfo fcinfo, CountArg count, bool high)
{
	double		x;
	double		n = successes_arg(fcinfo, 0, "", count, &x);
	double		confidence = cv_confidence_arg(fcinfo, 2);
	int			method = cv_choice_arg(fcinfo, 3, "method", share_methods);
	CvInterval	interval;

	if (n == 0)
		PG_RETURN_NULL();
	interval = cv_share_interval(x, n, confidence, method);
	PG_RETURN_FLOAT8(high ? interval.high : interval.low);
}

static Datum
summary_share_end(FunctionCallInfo fcinfo, bool high)
{
	CvScores	scores = cv_summary_scores(PG_GETARG_SUMMARY(0));
	int			threshold = cv_check_range(PG_GETARG_INT32(1), "threshold", 0, CV_TALLY_SCORES - 1);
	double		confidence = cv_confidence_arg(fcinfo, 2);
	int			method = cv_choice_arg(fcinfo, 3, "method", share_methods);
	CvWorth		worth = {{0}};
	CvMoments	m;
	CvInterval	interval;

	for (int score = 0; score < scores.nscores; score++)
		worth.of[score] = score >= threshold;
	if (!cv_tally_moments(&scores, &worth, &m))
		PG_RETURN_NULL();
	interval = cv_share_interval(fmin(m.mean * m.effective, m.effective), m.effective, confidence, method);
	interval = cv_interval_covering(interval, m.mean);
	PG_RETURN_FLOAT8(high ? interval.high : interval.low);
}

/*
 * proportion_low, proportion_high(successes, n, confidence float8, method text) -> float8
 * proportion_low, proportion_high(survey_summary, threshold integer, confidence float8,
 *		method text) -> float8
 *
 * Ends of the interval of a share, from 0 to 1: of successes among n (bigint, or float8 without a fraction), or of
 * the answers from threshold up (with weights: of Kish's effective number of answers).  method: 'wilson', 'wilson_cc'
 * (with continuity correction), 'exact' (Clopper and Pearson), 'jeffreys' (with the end at 0 and at 1 where none or
 * all succeed), 'agresti' (and Coull), 'wald'.  The share is in it at every confidence.  NULL when n is 0.  Errors:
 * 22023 for successes outside 0 to n, fractions of them, a confidence outside 0 to 1 and another method.
 */
#define SQL_FUNCTION(name, call) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		return call; \
	}

SQL_FUNCTION(proportion_low, share_end(fcinfo, bigint_count, false))
SQL_FUNCTION(proportion_high, share_end(fcinfo, bigint_count, true))
SQL_FUNCTION(proportion_low_float8, share_end(fcinfo, float8_count, false))
SQL_FUNCTION(proportion_high_float8, share_end(fcinfo, float8_count, true))
SQL_FUNCTION(summary_proportion_low, summary_share_end(fcinfo, false))
SQL_FUNCTION(summary_proportion_high, summary_share_end(fcinfo, true))

/* Arguments of the tests of two samples. */
enum
{
	ARG_CONFIDENCE = 4,
	ARG_METHOD = 4,				/* of the signatures that have one, the confidence after it */
	WITH_METHOD = 6
};

/* What a method is asked for: an interval of two samples. */
typedef CvInterval (*IntervalOf) (const CvTwoShares *s, double confidence);

typedef struct Methods
{
	const char *name[3];		/* the usual one first */
	IntervalOf	interval[2];
} Methods;

static const Methods differences = {{"newcombe", "wald", NULL}, {cv_difference_newcombe, cv_difference_wald}};
static const Methods risk_ratios = {{"koopman", "wald", NULL}, {cv_risk_koopman, cv_risk_katz}};
static const Methods odds_ratios = {{"adjusted", "wald", NULL}, {cv_odds_adjusted, cv_odds_woolf}};

/* Two samples; false where one has nobody. */
static bool
samples_arg(FunctionCallInfo fcinfo, CountArg count, CvTwoShares *s)
{
	for (int i = 0; i < 2; i++)
		s->n[i] = successes_arg(fcinfo, 2 * i, i == 0 ? "_a" : "_b", count, &s->x[i]);
	return s->n[0] > 0 && s->n[1] > 0;
}

static CvInterval
samples_interval(FunctionCallInfo fcinfo, const CvTwoShares *s, const Methods *methods)
{
	bool		has_method = PG_NARGS() == WITH_METHOD;
	double		confidence = cv_confidence_arg(fcinfo, ARG_CONFIDENCE + has_method);
	int			method = 0;

	if (has_method)
		method = cv_choice_or_confidence_arg(fcinfo, ARG_METHOD, "method", methods->name, 0, &confidence);
	return methods->interval[method] (s, confidence);
}

/*
 * proportion_test(successes_a, n_a, successes_b, n_b [, method text], confidence float8)
 *		-> (difference, low, high, chi_square, p, phi float8)
 *
 * Share of a minus share of b with its interval, 'newcombe' or 'wald'; Pearson's chi-square of the two by two table
 * without correction, its probability when the shares are equal, and phi, sqrt(chi_square / n) with
 * the sign of the difference.  NULL when n_a or n_b is 0; chi_square, p and phi where all
 * or none succeed.  Errors: as proportion_low.
 */
static Datum
test_proportions(FunctionCallInfo fcinfo, CountArg count)
{
	CvTwoShares s;
	CvInterval	interval;
	bool		known;
	double		difference,
				chi_square;
	double		x[6];
	Datum		values[6];
	bool		nulls[6];

	known = samples_arg(fcinfo, count, &s);
	interval = samples_interval(fcinfo, &s, &differences);
	if (!known)
		PG_RETURN_NULL();
	difference = cv_share_difference(&s);
	chi_square = cv_shares_chi_square(&s);
	x[0] = difference;
	x[1] = interval.low;
	x[2] = interval.high;
	x[3] = chi_square;
	x[4] = isnan(chi_square) ? NAN : cv_chisq_tail(chi_square, 1);
	x[5] = copysign(sqrt(chi_square / (s.n[0] + s.n[1])), difference);
	for (int i = 0; i < 6; i++)
		cv_set_number(&values[i], &nulls[i], x[i]);
	return cv_make_record(fcinfo, values, nulls);
}

/*
 * odds_ratio(successes_a, n_a, successes_b, n_b [, method text], confidence float8)
 *		-> (odds_ratio, ln_se, low, high float8)
 * risk_ratio(... the same ...) -> (risk_ratio, ln_se, low, high float8)
 *
 * Odds (share) of success in a over those in b, the standard error of the logarithm, and the interval: of shares
 * 'koopman' or 'wald' (Katz), of odds 'adjusted' (Woolf, with a half in each cell where one is 0) or 'wald' (Woolf).
 * NULL: a ratio to 0, an error that is infinite, an end that is, and with 'wald' the interval where a cell that it
 * needs is 0.  All NULL when n_a or n_b is 0.  Errors: as proportion_low.
 */
static Datum
ratio_record(FunctionCallInfo fcinfo, const CvTwoShares *s, double ratio, double variance, const Methods *methods)
{
	CvInterval	interval = samples_interval(fcinfo, s, methods);
	double		x[4] = {ratio, ratio > 0 && isfinite(ratio) ? sqrt(variance) : NAN, interval.low, interval.high};
	Datum		values[4];
	bool		nulls[4];

	for (int i = 0; i < 4; i++)
		cv_set_number(&values[i], &nulls[i], x[i]);
	return cv_make_record(fcinfo, values, nulls);
}

static Datum
ratio_of_odds(FunctionCallInfo fcinfo, CountArg count)
{
	CvTwoShares s;

	samples_arg(fcinfo, count, &s);
	return ratio_record(fcinfo, &s, cv_odds_ratio(&s), cv_odds_log_variance(&s), &odds_ratios);
}

static Datum
ratio_of_shares(FunctionCallInfo fcinfo, CountArg count)
{
	CvTwoShares s;

	samples_arg(fcinfo, count, &s);
	return ratio_record(fcinfo, &s, cv_risk_ratio(&s), cv_risk_log_variance(&s), &risk_ratios);
}

SQL_FUNCTION(proportion_test, test_proportions(fcinfo, bigint_count))
SQL_FUNCTION(proportion_test_float8, test_proportions(fcinfo, float8_count))
SQL_FUNCTION(odds_ratio, ratio_of_odds(fcinfo, bigint_count))
SQL_FUNCTION(odds_ratio_float8, ratio_of_odds(fcinfo, float8_count))
SQL_FUNCTION(risk_ratio, ratio_of_shares(fcinfo, bigint_count))
SQL_FUNCTION(risk_ratio_float8, ratio_of_shares(fcinfo, float8_count))

PG_FUNCTION_INFO_V1(survey_sample_size);

/* On the scales of NPS (variance 1, the default) and of a share (at most 0.25) nothing is as far away as 1. */
static void
check_margin(double margin, double variance)
{
	if (margin <= 0 || variance < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("margin must be above 0 and variance not negative, not %s and %s",
						cv_float8_text(margin), cv_float8_text(variance)),
				 errhint("Margin is half the width of the interval: 0.05 for 5 points of NPS.")));
	if (margin >= 1 && (variance == 1 || variance <= 0.25))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("margin must be below 1 where the variance is %s, not %s",
						cv_float8_text(variance), cv_float8_text(margin)),
				 errhint("0.05 is 5 points. For answers on another scale give their variance.")));
}

/*
 * survey_sample_size(margin float8, confidence float8, variance float8, population bigint)
 *		-> bigint
 *
 * Answers needed for an interval of plus or minus margin.  Margin and variance are on one scale: for NPS as -1 to 1,
 * 0.05 is 5 points and the variance at most 1; for a share it is at most 0.25.  With a population, drawn from it
 * without repetition; NULL is one without end.  Errors: 22023 for a margin not above 0, or not below 1 on those two
 * scales, a negative variance, a population below 1.
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
	check_margin(margin, variance);
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
