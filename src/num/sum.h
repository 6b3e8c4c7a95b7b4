/*
 * sum.h - compensated sums of doubles.
 *
 * Neumaier's variant of Kahan's sum: the error of the result is one rounding plus
 * a term of second order, whatever the order and the signs of what is added
 * (A. Neumaier, ZAMM 54, 1974).
 */
#ifndef CV_SUM_H
#define CV_SUM_H

#include <math.h>

typedef struct CvSum
{
	double		sum;
	double		lost;			/* what rounding took away so far */
} CvSum;

static inline void
cv_sum_add(CvSum *s, double x)
{
	double		t = s->sum + x;

	if (fabs(s->sum) >= fabs(x))
		s->lost += (s->sum - t) + x;
	else
		s->lost += (x - t) + s->sum;
	s->sum = t;
}

static inline double
cv_sum_value(const CvSum *s)
{
	return s->sum + s->lost;
}

#endif							/* CV_SUM_H */
