/*
 * extent.h - the lowest and the highest of some numbers, and where one is between them.
 */
#ifndef CV_REPORT_EXTENT_H
#define CV_REPORT_EXTENT_H

#include <math.h>

typedef struct CvExtent
{
	double		low;
	double		high;
} CvExtent;

#define CV_NO_EXTENT {INFINITY, -INFINITY}

/* NaN is left out. */
static inline void
cv_extend(CvExtent *extent, double x)
{
	extent->low = fmin(extent->low, x);
	extent->high = fmax(extent->high, x);
}

/* How far x is on the way from low to high, which differ.  Halves, where the way is longer than a double. */
static inline double
cv_share(double x, double low, double high)
{
	if (isfinite(high - low))
		return (x - low) / (high - low);
	return (x / 2 - low / 2) / (high / 2 - low / 2);
}

#endif							/* CV_REPORT_EXTENT_H */
