/*
 * interval.h - confidence intervals.
 */
#ifndef CV_NUM_INTERVAL_H
#define CV_NUM_INTERVAL_H

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

/*
 * The probability of a normal number at least as far from 0, on either side.  An estimate without an error is beyond
 * chance: 0; and NaN where the estimate is 0 as well, which is 0 / 0.
 */
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

/*
 * As far as the estimate that it belongs to: an interval with another centre would leave it out where the confidence is
 * low.
 */
static inline CvInterval
cv_interval_covering(CvInterval interval, double estimate)
{
	interval.low = fmin(interval.low, estimate);
	interval.high = fmax(interval.high, estimate);
	return interval;
}

/*
 * Of a share, x among n > 0, with z standard errors (E. Wilson, Journal of the American Statistical Association 22,
 * 1927): within 0 to 1, which it reaches exactly where none or all are, and around x / n.
 */
static inline CvInterval
cv_wilson_interval(double x, double n, double z)
{
	double		p = x / n;
	double		half = z * sqrt((p * (1 - p) + z * z / (4 * n)) / n) / (1 + z * z / n);
	CvInterval	interval = cv_interval_around((p + z * z / (2 * n)) / (1 + z * z / n), half);

	if (x <= 0)
		interval.low = 0;
	if (x >= n)
		interval.high = 1;
	return cv_interval_covering(cv_interval_within(interval, 0, 1), p);
}

#endif							/* CV_NUM_INTERVAL_H */
