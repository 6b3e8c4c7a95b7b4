/*
 * summary.h - survey_summary: how often each score was given, and with which weight.
 */
#ifndef CV_SUMMARY_H
#define CV_SUMMARY_H

#include "pg/state.h"

#include "survey/core/tally.h"
#include "utils/numeric.h"

/*
 * nscores is 11 (scores 0 to 10, which nearly all surveys have) or 101 (0 to 100), the
 * smaller that holds every score seen; so equal answers give equal bytes, however they
 * were split and merged (but answers taken out again do not make it smaller).  With weights
 * their sums and those of their squares follow the counts.  96 or 816 bytes, three
 * times that with weights.
 */
typedef struct CvSummary
{
	int32		vl_len_;
	uint8		version;
	uint8		weighted:1;
	uint8		top:7;			/* parameters of csat_score; 0: none */
	/* Version 1.0.0 stored nscores alone here, as an uint16. */
#ifdef WORDS_BIGENDIAN
	uint8		scale;
	uint8		nscores;
#else
	uint8		nscores;
	uint8		scale;
#endif
	int64		count[FLEXIBLE_ARRAY_MEMBER];
} CvSummary;

#define CV_SUMMARY_VERSION 1

/* What csat_score counts by default: the two best of five, of any scale at most its better half. */
#define CV_CSAT_SCALE 5

static inline int
cv_csat_top(int scale)
{
	return Min(2, scale / 2);
}

#define CV_SUMMARY_SHORT 11
#define CV_SUMMARY_SIZE(nscores, weighted) \
	(offsetof(CvSummary, count) + (nscores) * ((weighted) ? 3 : 1) * sizeof(int64))

static inline double *
cv_summary_weights(const CvSummary *s)
{
	return (double *) (s->count + s->nscores);
}

static inline double *
cv_summary_squares(const CvSummary *s)
{
	return cv_summary_weights(s) + s->nscores;
}

extern int	cv_score_of_numeric(Numeric x);
extern int	cv_score_of_float8(double x);
extern CvScores cv_summary_scores(const CvSummary *s);

/*
 * A size that does not fit its head cannot have come from our input functions.  The type has plain storage, so it is
 * not compressed and is aligned.
 */
static inline bool
cv_summary_fits(const void *value)
{
	const CvSummary *s = value;

	return (s->nscores == CV_SUMMARY_SHORT || s->nscores == CV_TALLY_SCORES) &&
		VARSIZE(s) == CV_SUMMARY_SIZE(s->nscores, s->weighted);
}

static const CvStateType cv_summary_type =
{
	"survey_summary", "\"v1 score:count ...\"", CV_SUMMARY_VERSION, offsetof(CvSummary, count), cv_summary_fits, NULL
};

static inline CvSummary *
cv_summary_get(Datum value)
{
	return cv_state_get(value, &cv_summary_type);
}

#define PG_GETARG_SUMMARY(n) cv_summary_get(PG_GETARG_DATUM(n))

#endif							/* CV_SUMMARY_H */
