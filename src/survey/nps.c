/*
 * nps.c - the net promoter score: would our customers recommend us?
 *
 * Share of promoters less share of detractors among answers from 0 to 10, in points from
 * -100 to 100 (F. Reichheld, "The One Number You Need to Grow", Harvard Business Review,
 * December 2003).  It is the mean of 1, 0 and -1, so its uncertainty is that of a mean;
 * with weights n is Kish's effective number of answers.  Intervals: B. Rocks, "Interval
 * Estimation for the Net Promoter Score", The American Statistician 70, 2016.
 */
#include "pg/interval.h"
#include "survey/summary.h"

#define NPS_SCALE_MAX 10
#define NPS_DETRACTOR_MAX 6
#define NPS_PROMOTER_MIN 9
#define POINTS 100.0

typedef struct Bands
{
	int			detractor_max;
	int			promoter_min;
} Bands;

static const Bands usual_bands = {NPS_DETRACTOR_MAX, NPS_PROMOTER_MIN};

static Bands
bands_arg(FunctionCallInfo fcinfo, int argno)
{
	Bands		bands;

	bands.detractor_max = cv_check_range(PG_GETARG_INT32(argno), "detractor_max", 0, NPS_SCALE_MAX - 1);
	bands.promoter_min = cv_check_range(PG_GETARG_INT32(argno + 1), "promoter_min", bands.detractor_max + 1, NPS_SCALE_MAX);
	return bands;
}

static int
category_of(int score, Bands bands)
{
	return score >= bands.promoter_min ? 1 : score <= bands.detractor_max ? -1 : 0;
}

/* False without answers; errors: 22023 for an answer above 10. */
static bool
nps_moments(FunctionCallInfo fcinfo, int argno, Bands bands, CvMoments *moments)
{
	CvScores	scores = cv_summary_scores(PG_GETARG_SUMMARY(argno));
	CvWorth		worth;

	for (int score = 0; score < scores.nscores; score++)
	{
		if (score > NPS_SCALE_MAX && scores.count[score] > 0)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("answer %d is off the NPS scale of 0 to %d", score, NPS_SCALE_MAX),
					 errhint("Leave answers of other questions out with FILTER or WHERE.")));
		worth.of[score] = category_of(score, bands);
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

/* Methods, of standard errors and of intervals. */
enum
{
	WALD,
	ADJUSTED,
	T,
	LINEARISED
};

static const char *const se_methods[] = {"wald", "adjusted", "t", "linearised", NULL};
static const char *const interval_methods[] = {"wald", "adjusted", "t", NULL};

/* Mean and standard error by method, of 1, 0 and -1; NaN where it does not exist. */
static double
standard_error(const CvMoments *m, int method, double *centre)
{
	double		n = m->effective;

	*centre = m->mean;
	if (method == LINEARISED)
		return m->linearised;
	if (method == T)
		return n > 1 ? sqrt(m->variance / (n - 1)) : NAN;
	if (method == ADJUSTED)
	{
		/* Three answers more: 3/4 detractor, 3/2 passive, 3/4 promoter. */
		double		spoken = (m->variance + m->mean * m->mean) * n + 1.5;	/* promoters and detractors */

		*centre = m->mean * n / (n + 3);
		return sqrt((spoken / (n + 3) - *centre * *centre) / (n + 3));
	}
	return sqrt(m->variance / n);
}

PG_FUNCTION_INFO_V1(nps_se);

/*
 * nps_se(survey_summary, method text, detractor_max integer, promoter_min integer)
 *		-> float8
 *
 * Standard error in points: 'wald' sqrt(variance / n), 't' with n - 1, 'adjusted' of the
 * adjusted score, 'linearised' that of a weighted mean.  NULL without answers and, for 't',
 * with one.  Errors: 22023 for another method, answers above 10, and wrong bands.
 */
Datum
nps_se(PG_FUNCTION_ARGS)
{
	int			method = cv_choice_arg(fcinfo, 1, "method", se_methods);
	CvMoments	m;
	double		centre,
				se;

	if (!nps_moments(fcinfo, 0, bands_arg(fcinfo, 2), &m) || isnan(se = standard_error(&m, method, &centre)))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(POINTS * se);
}

/*
 * nps_low, nps_high(survey_summary, confidence float8, method text, detractor_max integer,
 *		promoter_min integer) -> float8
 *
 * Ends of the confidence interval in points, cut at -100 and 100: 'adjusted' Wald (Agresti and Coull's
 * idea), plain 'wald', whose width is 0 when all answers agree, or Student's 't'.  NULL
 * as nps_se.  Errors: as nps_se, and 22023 for confidence off 0 to 1.
 */
static bool
nps_interval(FunctionCallInfo fcinfo, CvInterval *interval)
{
	double		confidence = cv_confidence_arg(fcinfo, 1);
	int			method = cv_choice_arg(fcinfo, 2, "method", interval_methods);
	CvMoments	m;
	double		centre,
				se;

	if (!nps_moments(fcinfo, 0, bands_arg(fcinfo, 3), &m) || isnan(se = standard_error(&m, method, &centre)))
		return false;
	se *= method == T ? cv_t_width(confidence, m.effective - 1) : cv_normal_width(confidence);
	*interval = cv_interval_within(cv_interval_around(POINTS * centre, POINTS * se), -POINTS, POINTS);
	return true;
}

PG_FUNCTION_INFO_V1(nps_low);
PG_FUNCTION_INFO_V1(nps_high);

Datum
nps_low(PG_FUNCTION_ARGS)
{
	CvInterval	interval;

	if (!nps_interval(fcinfo, &interval))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(interval.low);
}

Datum
nps_high(PG_FUNCTION_ARGS)
{
	CvInterval	interval;

	if (!nps_interval(fcinfo, &interval))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(interval.high);
}

PG_FUNCTION_INFO_V1(nps_p);

/*
 * nps_p(survey_summary) -> float8
 *
 * Two-sided probability of a score as far from 0 when promoters and detractors are equally
 * many (z test).  NULL without answers, and where all agree.
 */
Datum
nps_p(PG_FUNCTION_ARGS)
{
	CvMoments	m;

	if (!nps_moments(fcinfo, 0, usual_bands, &m) || m.variance == 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(cv_two_sided(m.mean / sqrt(m.variance / m.effective)));
}

/* Score of a less score of b, of 1, 0 and -1, and its standard error. */
static bool
nps_difference(FunctionCallInfo fcinfo, double *difference, double *se)
{
	CvMoments	a,
				b;

	if (!nps_moments(fcinfo, 0, usual_bands, &a) || !nps_moments(fcinfo, 1, usual_bands, &b))
		return false;
	*difference = a.mean - b.mean;
	*se = sqrt(a.variance / a.effective + b.variance / b.effective);
	return true;
}

/*
 * nps_diff(a survey_summary, b survey_summary) -> float8
 * nps_diff_p(a, b) -> float8
 * nps_diff_low, nps_diff_high(a, b, confidence float8) -> float8
 *
 * The score of a less that of b, in points; the two-sided probability of such a difference
 * when there is none (z test); ends of its Wald interval, cut at -200 and 200.  NULL
 * where a or b has no answers; the probability also where all answers of both agree.
 */
PG_FUNCTION_INFO_V1(nps_diff);
PG_FUNCTION_INFO_V1(nps_diff_p);
PG_FUNCTION_INFO_V1(nps_diff_low);
PG_FUNCTION_INFO_V1(nps_diff_high);

Datum
nps_diff(PG_FUNCTION_ARGS)
{
	double		difference,
				se;

	if (!nps_difference(fcinfo, &difference, &se))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(POINTS * difference);
}

Datum
nps_diff_p(PG_FUNCTION_ARGS)
{
	double		difference,
				se;

	if (!nps_difference(fcinfo, &difference, &se) || se == 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(cv_two_sided(difference / se));
}

static Datum
difference_end(FunctionCallInfo fcinfo, double sign)
{
	double		width = cv_normal_width(cv_confidence_arg(fcinfo, 2));
	double		difference,
				se;

	if (!nps_difference(fcinfo, &difference, &se))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(POINTS * fmax(-2, fmin(2, difference + sign * width * se)));
}

Datum
nps_diff_low(PG_FUNCTION_ARGS)
{
	return difference_end(fcinfo, -1);
}

Datum
nps_diff_high(PG_FUNCTION_ARGS)
{
	return difference_end(fcinfo, 1);
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

	cv_check_range(score, "score", 0, NPS_SCALE_MAX);
	return CStringGetTextDatum(names[category_of(score, usual_bands) + 1]);
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
		count[category_of(score, bands) + 1] += w;
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
