/*
 * wilson.h - the interval of a share (E. Wilson, Journal of the American Statistical Association 22, 1927).
 */
#ifndef CV_WILSON_H
#define CV_WILSON_H

#include <math.h>

#include "num/num.h"

/*
 * Of x successes among n > 0, width standard errors (1.96 for 95 %) to either side.  It always holds x / n, and is
 * within 0 to 1.
 */
static inline void
cv_wilson(double x, double n, double width, double *low, double *high)
{
	double		p = x / n;
	double		square = width * width / n;
	double		centre = (p + square / 2) / (1 + square);
	double		half = width / (1 + square) * sqrt(p * (1 - p) / n + square / (4 * n));

	*low = x <= 0 ? 0 : fmin(p, fmax(0, centre - half));
	*high = x >= n ? 1 : fmax(p, fmin(1, centre + half));
}

#endif							/* CV_WILSON_H */
