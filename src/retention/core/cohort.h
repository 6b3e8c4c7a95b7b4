/*
 * cohort.h - how many of the customers won at one time came back later, and what they brought.
 */
#ifndef CV_COHORT_H
#define CV_COHORT_H

#include "num/num.h"

#define CV_COHORT_PERIODS 4096	/* most periods of a cohort, from 0 */

/*
 * Customers of a cohort who bought in a period and, before it, last in another (-1: never; the period itself: there
 * was no purchase, only returns), and what they brought in the period.  Of their periods so many are over by now; where
 * open, one more has begun.
 */
typedef struct CvCohortCell
{
	int32_t		over;
	bool		open;
	int32_t		period;
	int32_t		before;
	int64_t		customers;
	cv_int128	amount;
} CvCohortCell;

typedef struct CvCohortLine
{
	int64_t		customers;
	int64_t		retained;
	cv_int128	revenue;
	cv_int128	cumulative;
} CvCohortLine;

/* A cohort in a period: customers for whom it is over, and those for whom it has begun only. */
typedef struct CvCohortLines
{
	CvCohortLine over;
	CvCohortLine begun;
} CvCohortLines;

/* Retained is who bought in the period, or in it or later. */
extern void cv_cohort_periods(const CvCohortCell *cell, int64_t n, bool or_later, CvCohortLines *line);

/* Customers for whom a period is over, and who of them bought in it or later. */
extern CvCohortLine cv_cohort_later(const CvCohortCell *cell, int64_t n, int32_t period);

/* Retained is who bought in the periods first .. last. */
extern CvCohortLines cv_cohort_bracket(const CvCohortCell *cell, int64_t n, int32_t first, int32_t last);

#endif							/* CV_COHORT_H */
