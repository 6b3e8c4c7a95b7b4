/*
 * overview.c - all that a summary says, at once, for dashboards.
 */
#include "survey/summary.h"

#include "lib/stringinfo.h"
#include "survey/core/net.h"

#define CONFIDENCE 0.95
#define POINTS 100.0

/* The net promoter score with its interval; null where there is none, as of scores above 10. */
static void
append_nps(StringInfo json, const CvScores *scores)
{
	CvWorth		worth = {{0}};
	CvInterval	interval = {NAN, NAN};
	double		nps = NAN;
	bool		fits = true;
	CvMoments	m;

	cv_net_worth(&worth, scores->nscores, CV_NET_DETRACTOR_MAX, CV_NET_PROMOTER_MIN);
	for (int score = CV_NET_MOST + 1; score < scores->nscores; score++)
		fits = fits && scores->count[score] == 0;
	if (fits && cv_tally_moments(scores, &worth, &m))
	{
		nps = POINTS * m.sum / m.total;
		interval = cv_net_interval(&m, CONFIDENCE, CV_NET_ADJUSTED);
	}
	cv_append_json(json, "nps", nps);
	cv_append_json(json, "nps_low", POINTS * interval.low);
	cv_append_json(json, "nps_high", POINTS * interval.high);
}

static void
append_scores(StringInfo json, const CvScores *scores)
{
	const char *comma = "";

	appendStringInfoString(json, ", \"scores\": {");
	for (int score = 0; score < scores->nscores; score++)
	{
		if (scores->count[score] == 0)
			continue;
		appendStringInfo(json, "%s\"%d\": " INT64_FORMAT, comma, score, scores->count[score]);
		comma = ", ";
	}
	appendStringInfoChar(json, '}');
}

PG_FUNCTION_INFO_V1(survey_summary_json);

/*
 * summary_json(survey_summary) -> jsonb
 *
 * n, effective_n, mean, stddev, standard_error, the net promoter score with its interval, and the number of answers
 * for each score.  What does not exist is null.
 */
Datum
survey_summary_json(PG_FUNCTION_ARGS)
{
	CvScores	scores = cv_summary_scores(PG_GETARG_SUMMARY(0));
	CvWorth		worth = {{0}};
	CvMoments	m;
	bool		answered;
	double		freedom;
	StringInfoData json;

	for (int score = 0; score < scores.nscores; score++)
		worth.of[score] = score;
	answered = cv_tally_moments(&scores, &worth, &m);
	freedom = m.effective - 1;
	initStringInfo(&json);
	appendStringInfo(&json, "{\"n\": " INT64_FORMAT, answered ? m.n : 0);
	cv_append_json(&json, "effective_n", m.effective);
	cv_append_json(&json, "mean", answered ? m.mean : NAN);
	cv_append_json(&json, "stddev", freedom > 0 ? sqrt(m.variance * (m.effective / freedom)) : NAN);
	cv_append_json(&json, "standard_error", freedom > 0 ? sqrt(m.variance / freedom) : NAN);
	append_nps(&json, &scores);
	append_scores(&json, &scores);
	appendStringInfoChar(&json, '}');
	return cv_make_jsonb(json.data);
}
