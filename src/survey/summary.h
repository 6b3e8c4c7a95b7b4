/*
 * summary.h - survey_summary: how often each score was given.
 */
#ifndef CV_SUMMARY_H
#define CV_SUMMARY_H

#include "pg/pg.h"

#include "num/tally.h"

/*
 * nscores is 11 (scores 0 to 10, which nearly all surveys have) or 101 (0 to 100), the
 * smaller that holds every score seen; so equal answers give equal bytes, however they
 * were split and merged (but answers taken out again do not make it smaller).  96 or 816
 * bytes.
 */
typedef struct CvSummary
{
	int32		vl_len_;
	uint8		version;
	uint8		unused;
	uint16		nscores;
	int64		count[FLEXIBLE_ARRAY_MEMBER];
} CvSummary;

#define CV_SUMMARY_VERSION 1
#define CV_SUMMARY_SHORT 11
#define CV_SUMMARY_SIZE(nscores) (offsetof(CvSummary, count) + (nscores) * sizeof(int64))

extern void cv_summary_invalid(void);
extern CvSummary *cv_summary_new(int nscores);

/*
 * The summary in a Datum.  The type has plain storage, so it is not compressed and is
 * aligned.  A size that does not fit its head cannot have come from our input functions.
 */
static inline CvSummary *
cv_summary_get(Datum value)
{
	CvSummary  *s = (CvSummary *) DatumGetPointer(value);

	if (unlikely(!VARATT_IS_4B_U(s)))
		s = (CvSummary *) PG_DETOAST_DATUM(value);
	if (unlikely(VARSIZE(s) < offsetof(CvSummary, count) ||
				 s->version != CV_SUMMARY_VERSION ||
				 (s->nscores != CV_SUMMARY_SHORT && s->nscores != CV_TALLY_SCORES) ||
				 VARSIZE(s) != CV_SUMMARY_SIZE(s->nscores)))
		cv_summary_invalid();
	return s;
}

#define PG_GETARG_SUMMARY(n) cv_summary_get(PG_GETARG_DATUM(n))

#endif							/* CV_SUMMARY_H */
