/*
 * nps.c - the net promoter score: would our customers recommend us?
 *
 * Share of promoters minus share of detractors among answers from 0 to 10, in points from
 * -100 to 100 (F. Reichheld, "The One Number You Need to Grow", Harvard Business Review,
 * December 2003).  It is the mean of 1, 0 and -1, so its uncertainty is that of a mean: see
 * survey/core/net.c.
 */
#include "pg/pg.h"
#include "survey/core/net.h"
#include "survey/summary.h"

#define POINTS 100.0

typedef struct Bands
{
	int			detractor_max;
	int			promoter_min;
} Bands;

static const Bands usual_bands = {CV_NET_DETRACTOR_MAX, CV_NET_PROMOTER_MIN};

static Bands
bands_arg(FunctionCallInfo fcinfo, int argno)
{
	Bands		bands;

	bands.detractor_max = cv_check_range(PG_GETARG_INT32(argno), "detractor_max", 0, CV_NET_MOST - 1);
	bands.promoter_min = cv_check_range(PG_GETARG_INT32(argno + 1), "promoter_min",
										bands.detractor_max + 1, CV_NET_MOST);
	return bands;
}

/* False without answers; errors: 22023 for an answer above 10. */
static bool
nps_moments(FunctionCallInfo fcinfo, int argno, Bands bands, CvMoments *moments)
{
	CvScores	scores = cv_summary_scores(PG_GETARG_SUMMARY(argno));
	CvWorth		worth = {{0}};

	cv_net_worth(&worth, scores.nscores, bands.detractor_max, bands.promoter_min);
	for (int score = CV_NET_MOST + 1; score < scores.nscores; score++)
	{
		if (scores.count[score] > 0)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("answer %d is off the NPS scale of 0 to %d", score, CV_NET_MOST),
					 errhint("Leave answers of other questions out with FILTER or WHERE.")));
	}
	return cv_tally_moments(&scores, &worth, moments);
}

static Datum
nps_points(FunctionCallInfo fcinfo, Bands bands)
{
	CvMoments	m;

	if (!nps_moments(fcinfo, 0, bands, &m))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(POINTS * m.sum / m.total);
}

PG_FUNCTION_INFO_V1(nps_final);

/* nps_final(survey_summary) -> float8: final function of nps_score, with the usual bands. */
Datum
nps_final(PG_FUNCTION_ARGS)
{
	return nps_points(fcinfo, usual_bands);
}

PG_FUNCTION_INFO_V1(nps_score);

/*
 * nps_score(survey_summary, detractor_max integer, promoter_min integer) -> float8
 *
 * Points from -100 to 100, NULL without answers.  Errors: 22023 for an answer above 10
 * and for bands that overlap or leave the scale.
 */
Datum
nps_score(PG_FUNCTION_ARGS)
{
	return nps_points(fcinfo, bands_arg(fcinfo, 1));
}

/* In the order of CvNetMethod. */
static const char *const se_methods[] = {"wald", "adjusted", "t", "linearised", "svymean", NULL};
static const char *const interval_methods[] = {"wald", "adjusted", "t", NULL};

PG_FUNCTION_INFO_V1(nps_se);

/*
 * nps_se(survey_summary, method text, detractor_max integer, promoter_min integer)
 *		-> float8
 *
 * Standard error in points: 'wald' sqrt(variance / n), 't' with n - 1, 'adjusted' of the
 * adjusted score, 'linearised' that of a weighted mean, 'svymean' the same times
 * sqrt(n / (n - 1)).  NULL without answers and, for 't' and 'svymean', with one.  Errors: 22023
 * for another method, answers above 10, and wrong bands.
 */
Datum
nps_se(PG_FUNCTION_ARGS)
{
	int			method = cv_choice_arg(fcinfo, 1, "method", se_methods);
	CvMoments	m;
	double		centre;

	if (!nps_moments(fcinfo, 0, bands_arg(fcinfo, 2), &m))
		PG_RETURN_NULL();
	return cv_return_number(fcinfo, POINTS * cv_net_error(&m, method, &centre));
}

/* An end of an interval in points, from -limit to limit; it contains the score also when that was rounded otherwise. */
static Datum
end_in_points(FunctionCallInfo fcinfo, CvInterval interval, double score, double limit, bool high)
{
	if (isnan(interval.low))
		PG_RETURN_NULL();
	interval.low *= POINTS;
	interval.high *= POINTS;
	interval = cv_interval_within(cv_interval_covering(interval, score), -limit, limit);
	PG_RETURN_FLOAT8(high ? interval.high : interval.low);
}

/*
 * nps_low, nps_high(survey_summary, confidence float8, method text, detractor_max integer,
 *		promoter_min integer) -> float8
 *
 * Ends of the confidence interval in points, from -100 to 100: 'adjusted' Wald, plain 'wald',
 * whose width is 0 when all answers agree, or Student's 't'.  The score is in it at every
 * confidence.  NULL as nps_se.  Errors: as nps_se, and 22023 for a confidence outside 0 to 1.
 */
static Datum
nps_end(FunctionCallInfo fcinfo, bool high)
{
	double		confidence = cv_confidence_arg(fcinfo, 1);
	int			method = cv_choice_arg(fcinfo, 2, "method", interval_methods);
	CvMoments	m;

	if (!nps_moments(fcinfo, 0, bands_arg(fcinfo, 3), &m))
		PG_RETURN_NULL();
	return end_in_points(fcinfo, cv_net_interval(&m, confidence, method), POINTS * m.sum / m.total, POINTS, high);
}

PG_FUNCTION_INFO_V1(nps_low);
PG_FUNCTION_INFO_V1(nps_high);

Datum
nps_low(PG_FUNCTION_ARGS)
{
	return nps_end(fcinfo, false);
}

Datum
nps_high(PG_FUNCTION_ARGS)
{
	return nps_end(fcinfo, true);
}

/* The bands that arguments from argno on give, or the usual ones where there are no such arguments. */
static Bands
bands_or_usual(FunctionCallInfo fcinfo, int argno)
{
	return PG_NARGS() > argno ? bands_arg(fcinfo, argno) : usual_bands;
}

PG_FUNCTION_INFO_V1(nps_p);

/*
 * nps_p(survey_summary [, detractor_max integer, promoter_min integer]) -> float8
 *
 * Two-sided probability of a score as far from 0 when promoters and detractors are equally
 * many (z test): 0 where all are promoters or all are detractors.  NULL without answers, and where all are
 * passive.  Errors: as nps_score.
 */
Datum
nps_p(PG_FUNCTION_ARGS)
{
	CvMoments	m;

	if (!nps_moments(fcinfo, 0, bands_or_usual(fcinfo, 1), &m))
		PG_RETURN_NULL();
	return cv_return_number(fcinfo, cv_net_p(&m));
}

/* Two summaries; false where one of them has no answers. */
static bool
two_moments(FunctionCallInfo fcinfo, Bands bands, CvMoments *a, CvMoments *b)
{
	bool		answered = nps_moments(fcinfo, 0, bands, a);

	return nps_moments(fcinfo, 1, bands, b) && answered;
}

/*
 * nps_diff(a survey_summary, b survey_summary [, detractor_max integer, promoter_min integer]) -> float8
 * nps_diff_p(... the same ...) -> float8
 *
 * The score of a minus that of b, in points, and the two-sided probability of such a difference
 * when there is none (z test): 0 where all answers of each side agree and the sides do not.  NULL where a or b has no
 * answers; the probability also where all answers of both agree.  Errors: as nps_score.
 */
PG_FUNCTION_INFO_V1(nps_diff);
PG_FUNCTION_INFO_V1(nps_diff_p);

Datum
nps_diff(PG_FUNCTION_ARGS)
{
	CvMoments	a,
				b;

	if (!two_moments(fcinfo, bands_or_usual(fcinfo, 2), &a, &b))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(POINTS * (a.mean - b.mean));
}

Datum
nps_diff_p(PG_FUNCTION_ARGS)
{
	CvMoments	a,
				b;

	if (!two_moments(fcinfo, bands_or_usual(fcinfo, 2), &a, &b))
		PG_RETURN_NULL();
	return cv_return_number(fcinfo, cv_net_difference_p(&a, &b));
}

/*
 * nps_diff_low, nps_diff_high(a survey_summary, b survey_summary, confidence float8) -> float8
 * nps_diff_low, nps_diff_high(a survey_summary, b survey_summary, method text, confidence float8,
 *		detractor_max integer, promoter_min integer) -> float8
 *
 * Ends of the confidence interval of the difference in points, from -200 to 200.  method as in nps_low; 'adjusted'
 * where there is none.  The difference is in it at every confidence.  NULL where a or b has no answers and, for 't',
 * where one has only one.  Errors: as nps_low.
 */
static Datum
difference_end(FunctionCallInfo fcinfo, double confidence, CvNetMethod method, Bands bands, bool high)
{
	CvMoments	a,
				b;

	if (!two_moments(fcinfo, bands, &a, &b))
		PG_RETURN_NULL();
	return end_in_points(fcinfo, cv_net_difference_interval(&a, &b, confidence, method),
						 POINTS * (a.mean - b.mean), 2 * POINTS, high);
}

static Datum
difference_end_by_method(FunctionCallInfo fcinfo, bool high)
{
	double		confidence = cv_confidence_arg(fcinfo, 3);
	int			method = cv_choice_or_confidence_arg(fcinfo, 2, "method", interval_methods,
													 CV_NET_ADJUSTED, &confidence);

	return difference_end(fcinfo, confidence, method, bands_arg(fcinfo, 4), high);
}

PG_FUNCTION_INFO_V1(nps_diff_low);
PG_FUNCTION_INFO_V1(nps_diff_high);
PG_FUNCTION_INFO_V1(nps_diff_low_method);
PG_FUNCTION_INFO_V1(nps_diff_high_method);

Datum
nps_diff_low(PG_FUNCTION_ARGS)
{
	return difference_end(fcinfo, cv_confidence_arg(fcinfo, 2), CV_NET_ADJUSTED, usual_bands, false);
}

Datum
nps_diff_high(PG_FUNCTION_ARGS)
{
	return difference_end(fcinfo, cv_confidence_arg(fcinfo, 2), CV_NET_ADJUSTED, usual_bands, true);
}

Datum
nps_diff_low_method(PG_FUNCTION_ARGS)
{
	return difference_end_by_method(fcinfo, false);
}

Datum
nps_diff_high_method(PG_FUNCTION_ARGS)
{
	return difference_end_by_method(fcinfo, true);
}

PG_FUNCTION_INFO_V1(nps_category);

/*
 * nps_category(score) -> text
 *
 * 'detractor' (0 to 6), 'passive' (7, 8) or 'promoter' (9, 10).  Errors: 22023 for other
 * answers.
 */
static Datum
category_name(int score)
{
	static const char *const names[] = {"detractor", "passive", "promoter"};

	cv_check_range(score, "score", 0, CV_NET_MOST);
	return CStringGetTextDatum(names[cv_net_category(score, CV_NET_DETRACTOR_MAX, CV_NET_PROMOTER_MIN) + 1]);
}

Datum
nps_category(PG_FUNCTION_ARGS)
{
	return category_name(cv_score_of_numeric(PG_GETARG_NUMERIC(0)));
}

PG_FUNCTION_INFO_V1(nps_category_float8);

Datum
nps_category_float8(PG_FUNCTION_ARGS)
{
	return category_name(cv_score_of_float8(PG_GETARG_FLOAT8(0)));
}

/* Answers of one summary by category; with weights, their shares of the effective number. */
static bool
category_counts(FunctionCallInfo fcinfo, int argno, Bands bands, double *count)
{
	CvScores	scores = cv_summary_scores(PG_GETARG_SUMMARY(argno));
	CvMoments	m;
	double		total = 0;

	if (!nps_moments(fcinfo, argno, bands, &m))
		return false;
	memset(count, 0, 3 * sizeof(double));
	for (int score = 0; score < scores.nscores; score++)
	{
		double		w = scores.weight ? scores.weight[score] : (double) scores.count[score];

		if (scores.count[score] == 0)
			continue;
		count[cv_net_category(score, bands.detractor_max, bands.promoter_min) + 1] += w;
		total += w;
	}
	for (int k = 0; k < 3; k++)
		count[k] *= m.effective / total;
	return true;
}

PG_FUNCTION_INFO_V1(category_test);

/*
 * category_test(a survey_summary, b survey_summary, detractor_max integer, promoter_min
 *		integer) -> (chi_square float8, df integer, p float8)
 *
 * Do a and b differ in their shares of detractors, passives and promoters?  Pearson's
 * chi-square; categories that neither has do not count.  NULL where a or b has no answers; chi_square
 * and p where both have one and the same category only.  Errors: as nps_score.
 */
Datum
category_test(PG_FUNCTION_ARGS)
{
	Bands		bands = bands_arg(fcinfo, 2);
	double		count[2][3];
	double		size[2] = {0, 0};
	double		chi_square = 0;
	int			df = -1;
	Datum		values[3];
	bool		nulls[3];

	if (!category_counts(fcinfo, 0, bands, count[0]) || !category_counts(fcinfo, 1, bands, count[1]))
		PG_RETURN_NULL();
	for (int k = 0; k < 3; k++)
	{
		size[0] += count[0][k];
		size[1] += count[1][k];
	}
	for (int k = 0; k < 3; k++)
	{
		double		share = (count[0][k] + count[1][k]) / (size[0] + size[1]);

		if (share == 0)
			continue;
		df++;
		for (int i = 0; i < 2; i++)
		{
			double		d = count[i][k] - size[i] * share;

			chi_square += d * d / (size[i] * share);
		}
	}
	nulls[0] = nulls[2] = df == 0;
	nulls[1] = false;
	values[0] = Float8GetDatum(chi_square);
	values[1] = Int32GetDatum(df);
	values[2] = Float8GetDatum(df == 0 ? 0 : cv_chisq_tail(chi_square, df));
	return cv_make_record(fcinfo, values, nulls);
}
