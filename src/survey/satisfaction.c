/*
 * satisfaction.c - how satisfied are they, and how easy was it?
 *
 * CSAT asks for satisfaction from 1 to 5, CES how easy something was from 1 to 7 (M. Dixon, K.
 * Freeman and N. Toman, "Stop Trying to Delight Your Customers", Harvard Business Review,
 * July 2010).  Three definitions of each are in use, and have names of their own: the share of the
 * best answers, the mean, and the mean on a scale of 0 to 100; the mean, the share that agrees,
 * and that share minus the share that disagrees.
 */
#include "pg/interval.h"
#include "survey/summary.h"

#define CES_SCALE 7

/* Moments of a worth of answers from 1 to scale; false without answers. */
static bool
rated_moments(const CvSummary *s, int scale, const CvWorth *worth, CvMoments *moments)
{
	CvScores	scores = cv_summary_scores(s);

	for (int score = 0; score < scores.nscores; score++)
	{
		if ((score < 1 || score > scale) && scores.count[score] > 0)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("answer %d is off the scale of 1 to %d", score, scale),
					 errhint("Give the scale that was asked for, or leave answers of other questions out with FILTER "
							 "or WHERE.")));
	}
	return cv_tally_moments(&scores, worth, moments);
}

/* 1 for scores from first up. */
static CvWorth
worth_from(int first)
{
	CvWorth		worth;

	for (int score = 0; score < CV_TALLY_SCORES; score++)
		worth.of[score] = score >= first;
	return worth;
}

/* The score itself. */
static CvWorth
worth_of_score(void)
{
	CvWorth		worth;

	for (int score = 0; score < CV_TALLY_SCORES; score++)
		worth.of[score] = score;
	return worth;
}

static Datum
rated_mean(FunctionCallInfo fcinfo, int scale, const CvWorth *worth, double origin, double unit)
{
	CvMoments	m;

	if (!rated_moments(PG_GETARG_SUMMARY(0), scale, worth, &m))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8((m.mean - origin) * unit);
}

static int
scale_arg(FunctionCallInfo fcinfo)
{
	return cv_check_range(PG_GETARG_INT32(1), "scale", 2, CV_TALLY_SCORES - 1);
}

PG_FUNCTION_INFO_V1(csat_score);

/*
 * csat_score(survey_summary, scale integer, top integer) -> float8
 *
 * Share of answers that are one of the top best on a scale from 1, a fraction.  top is by default 2, but at most half
 * of the scale.  NULL without answers and where the summary or scale is NULL.  Errors: 22023 for answers outside the
 * scale, a scale outside 2 to 100, top outside 1 to scale - 1.
 */
Datum
csat_score(PG_FUNCTION_ARGS)
{
	int			scale,
				top;
	CvWorth		worth;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	scale = scale_arg(fcinfo);
	top = PG_ARGISNULL(2) ? cv_csat_top(scale) : PG_GETARG_INT32(2);
	worth = worth_from(scale - cv_check_range(top, "top", 1, scale - 1) + 1);
	return rated_mean(fcinfo, scale, &worth, 0, 1);
}

PG_FUNCTION_INFO_V1(csat_final);

/* csat_final(survey_summary) -> float8: with the parameters in it; final function. */
Datum
csat_final(PG_FUNCTION_ARGS)
{
	CvSummary  *s = PG_GETARG_SUMMARY(0);
	int			scale = s->scale > 0 ? s->scale : CV_CSAT_SCALE;
	CvWorth		worth = worth_from(scale - (s->scale > 0 ? s->top : cv_csat_top(scale)) + 1);

	return rated_mean(fcinfo, scale, &worth, 0, 1);
}

/*
 * csat_mean(survey_summary, scale integer) -> float8
 * csat_index(survey_summary, scale integer) -> float8
 * ces_mean(survey_summary, scale integer) -> float8
 *
 * Mean answer on a scale from 1; csat_index brings it to a scale from 0 to 100.  NULL and
 * errors: as csat_score.
 */
PG_FUNCTION_INFO_V1(csat_mean);
PG_FUNCTION_INFO_V1(csat_index);

Datum
csat_mean(PG_FUNCTION_ARGS)
{
	CvWorth		worth = worth_of_score();

	return rated_mean(fcinfo, scale_arg(fcinfo), &worth, 0, 1);
}

Datum
csat_index(PG_FUNCTION_ARGS)
{
	int			scale = scale_arg(fcinfo);
	CvWorth		worth = worth_of_score();

	return rated_mean(fcinfo, scale, &worth, 1, 100.0 / (scale - 1));
}

PG_FUNCTION_INFO_V1(ces_final);

/* ces_final(survey_summary) -> float8: mean answer from 1 to 7; final function of ces_score. */
Datum
ces_final(PG_FUNCTION_ARGS)
{
	CvWorth		worth = worth_of_score();

	return rated_mean(fcinfo, CES_SCALE, &worth, 0, 1);
}

PG_FUNCTION_INFO_V1(ces_agree);

/*
 * ces_agree(survey_summary, scale integer) -> float8
 *
 * Share of answers above the middle of the scale (5 to 7 of 7), a fraction.  NULL and errors:
 * as csat_score.
 */
Datum
ces_agree(PG_FUNCTION_ARGS)
{
	int			scale = scale_arg(fcinfo);
	CvWorth		worth = worth_from((scale + 1) / 2 + 1);

	return rated_mean(fcinfo, scale, &worth, 0, 1);
}

PG_FUNCTION_INFO_V1(ces_net);

/*
 * ces_net(survey_summary, scale integer) -> float8
 *
 * Share of answers above the middle minus share of those below it (5 to 7 minus 1 to 3), a
 * fraction from -1 to 1.  NULL and errors: as csat_score.
 */
Datum
ces_net(PG_FUNCTION_ARGS)
{
	int			scale = scale_arg(fcinfo);
	CvWorth		worth = worth_from((scale + 1) / 2 + 1);

	for (int score = 0; score <= scale / 2; score++)
		worth.of[score] = -1;
	return rated_mean(fcinfo, scale, &worth, 0, 1);
}

PG_FUNCTION_INFO_V1(num_vals);

/* num_vals(survey_summary) -> bigint: the number of answers. */
Datum
num_vals(PG_FUNCTION_ARGS)
{
	CvSummary  *s = PG_GETARG_SUMMARY(0);
	int64		n = 0;

	for (int score = 0; score < s->nscores; score++)
		n += s->count[score];
	PG_RETURN_INT64(n);
}

/* Moments of the scores themselves, on any scale. */
static bool
score_moments(FunctionCallInfo fcinfo, CvMoments *m)
{
	CvScores	scores = cv_summary_scores(PG_GETARG_SUMMARY(0));
	CvWorth		worth = worth_of_score();

	return cv_tally_moments(&scores, &worth, m);
}

/*
 * score_mean(survey_summary) -> float8
 * score_stddev(survey_summary) -> float8
 * score_se(survey_summary) -> float8
 * score_mean_low, score_mean_high(survey_summary, confidence float8) -> float8
 *
 * Mean answer, its standard deviation in the sample, the mean's standard error, and the ends of its
 * interval by Student's t.  With weights, n is Kish's effective number of answers.
 * NULL without answers and, except for the mean, with one.
 */
PG_FUNCTION_INFO_V1(score_mean);
PG_FUNCTION_INFO_V1(score_stddev);
PG_FUNCTION_INFO_V1(score_se);
PG_FUNCTION_INFO_V1(score_mean_low);
PG_FUNCTION_INFO_V1(score_mean_high);

Datum
score_mean(PG_FUNCTION_ARGS)
{
	CvMoments	m;

	if (!score_moments(fcinfo, &m))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(m.mean);
}

Datum
score_stddev(PG_FUNCTION_ARGS)
{
	CvMoments	m;

	if (!score_moments(fcinfo, &m) || m.effective <= 1)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(sqrt(m.variance * (m.effective / (m.effective - 1))));
}

Datum
score_se(PG_FUNCTION_ARGS)
{
	CvMoments	m;

	if (!score_moments(fcinfo, &m) || m.effective <= 1)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(sqrt(m.variance / (m.effective - 1)));
}

static Datum
mean_end(FunctionCallInfo fcinfo, double sign)
{
	double		confidence = cv_confidence_arg(fcinfo, 1);
	CvMoments	m;

	if (!score_moments(fcinfo, &m) || m.effective <= 1)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(m.mean + sign * cv_t_width(confidence, m.effective - 1) * sqrt(m.variance / (m.effective - 1)));
}

Datum
score_mean_low(PG_FUNCTION_ARGS)
{
	return mean_end(fcinfo, -1);
}

Datum
score_mean_high(PG_FUNCTION_ARGS)
{
	return mean_end(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(distribution);

/*
 * distribution(survey_summary) -> TABLE(score integer, n bigint, share float8)
 *
 * Each score that was given, how often, and its share of all answers (by weight).
 */
Datum
distribution(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	CvScores	scores = cv_summary_scores(PG_GETARG_SUMMARY(0));
	double		total = 0;

	for (int score = 0; score < scores.nscores; score++)
		total += scores.weight ? scores.weight[score] : (double) scores.count[score];
	for (int score = 0; score < scores.nscores; score++)
	{
		Datum		values[3] = {Int32GetDatum(score), Int64GetDatum(scores.count[score])};
		bool		nulls[3] = {false, false, false};

		if (scores.count[score] == 0)
			continue;
		values[2] = Float8GetDatum((scores.weight ? scores.weight[score] : (double) scores.count[score]) / total);
		cv_table_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}
