/*
 * nps.c - the net promoter score: would our customers recommend us?
 *
 * Share of promoters less share of detractors among answers from 0 to 10, in points from
 * -100 to 100 (F. Reichheld, "The One Number You Need to Grow", Harvard Business Review,
 * December 2003).
 */
#include "survey/summary.h"

#define NPS_SCALE_MAX 10
#define NPS_DETRACTOR_MAX 6
#define NPS_PROMOTER_MIN 9

static Datum
nps_points(FunctionCallInfo fcinfo, int detractor_max, int promoter_min)
{
	CvSummary  *s = PG_GETARG_SUMMARY(0);
	CvBands		bands;

	for (int score = NPS_SCALE_MAX + 1; score < s->nscores; score++)
	{
		if (s->count[score] > 0)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("answer %d is off the NPS scale of 0 to %d", score, NPS_SCALE_MAX),
					 errhint("Leave answers of other questions out with FILTER or WHERE.")));
	}
	bands = cv_tally_bands(s->count, s->nscores, detractor_max, promoter_min);
	if (bands.total == 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(100.0 * (double) (bands.high - bands.low) / (double) bands.total);
}

PG_FUNCTION_INFO_V1(nps_final);

/* nps_final(survey_summary) -> float8: final function of nps_score, with the usual bands. */
Datum
nps_final(PG_FUNCTION_ARGS)
{
	return nps_points(fcinfo, NPS_DETRACTOR_MAX, NPS_PROMOTER_MIN);
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
	int			detractor_max = cv_check_range(PG_GETARG_INT32(1), "detractor_max", 0, NPS_SCALE_MAX - 1);
	int			promoter_min = cv_check_range(PG_GETARG_INT32(2), "promoter_min", detractor_max + 1, NPS_SCALE_MAX);

	return nps_points(fcinfo, detractor_max, promoter_min);
}
