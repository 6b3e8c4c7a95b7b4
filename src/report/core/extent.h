/*
 * extent.h - the lowest and the highest of some numbers.
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

#endif							/* CV_REPORT_EXTENT_H */
