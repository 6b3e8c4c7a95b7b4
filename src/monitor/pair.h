/*
 * pair.h - sums in two parts, of 32 digits together, as parameters of a state: they do not depend on the order of
 * rows.
 */
#ifndef CV_MONITOR_PAIR_H
#define CV_MONITOR_PAIR_H

#include "num/dd.h"

static inline CvDD
cv_pair(const double *sum)
{
	CvDD		s = {sum[0], sum[1]};

	return s;
}

/* No part is a negative zero. */
static inline void
cv_pair_set(double *sum, CvDD x)
{
	sum[0] = x.hi + 0.0;
	sum[1] = x.lo + 0.0;
}

/* Another number, or another sum, into it. */
static inline void
cv_pair_add(double *sum, double x)
{
	CvDD		s = cv_dd_sum(sum[0], x);

	cv_pair_set(sum, cv_dd_quick_sum(s.hi, s.lo + sum[1]));
}

static inline void
cv_pair_merge(double *sum, const double *other)
{
	cv_pair_set(sum, cv_dd_add(cv_pair(sum), cv_pair(other)));
}

/* Is the second part below the last digit of the first? */
static inline bool
cv_is_pair(const double *sum)
{
	return sum[0] + sum[1] == sum[0];
}

#endif							/* CV_MONITOR_PAIR_H */
