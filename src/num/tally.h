/*
 * tally.h - counts per integer score from 0 to 100.
 */
#ifndef CV_TALLY_H
#define CV_TALLY_H

#include "num/num.h"

#define CV_TALLY_SCORES 101		/* scores 0 to 100 */

/* The largest count of one score, so that no sum of counts overflows. */
#define CV_TALLY_LIMIT (INT64_C(1) << 55)

/* The share of answers in the top and the bottom band, kept as counts. */
typedef struct CvBands
{
	int64_t		low;			/* scores up to the lower bound */
	int64_t		high;			/* scores from the upper bound */
	int64_t		total;
} CvBands;

extern CvBands cv_tally_bands(const int64_t *count, int nscores, int low_max, int high_min);
extern const char *cv_tally_parse(const char *text, int64_t *count, int *nscores);

#endif							/* CV_TALLY_H */
