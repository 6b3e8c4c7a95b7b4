/*
 * interval.h - confidence intervals.
 */
#ifndef CV_INTERVAL_H
#define CV_INTERVAL_H

#include "pg/pg.h"

#include <math.h>

#include "num/special.h"

typedef struct CvInterval
{
	double		low;
	double		high;
} CvInterval;

/* The half width of a two-sided interval, in standard errors. */
static inline double
cv_normal_width(double confidence)
{
	return -cv_normal_quantile((1 - confidence) / 2);
}

static inline double
cv_t_width(double confidence, double df)
{
	return -cv_t_quantile((1 - confidence) / 2, df);
}

/* The probability of a normal number at least as far from 0, on either side. */
static inline double
cv_two_sided(double z)
{
	return 2 * cv_normal_tail(fabs(z));
}

static inline CvInterval
cv_interval_around(double centre, double half)
{
	CvInterval	interval = {centre - half, centre + half};

	return interval;
}

static inline CvInterval
cv_interval_within(CvInterval interval, double least, double most)
{
	interval.low = fmax(interval.low, least);
	interval.high = fmin(interval.high, most);
	return interval;
}

#endif							/* CV_INTERVAL_H */
