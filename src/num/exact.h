/*
 * exact.h - the exact sum of positive doubles, as doubles that do not overlap.
 *
 * After J. R. Shewchuk, "Adaptive precision floating-point arithmetic and fast robust geometric predicates", Discrete &
 * Computational Geometry 18, 1997.  The parts that leave are one list for one sum, however it was added up: the largest
 * double that is not above it, then that of what is left, and so on.  A sum of counts has one part, of others mostly
 * two.
 */
#ifndef CV_EXACT_H
#define CV_EXACT_H

#include <math.h>
#include <string.h>

#include "num/dd.h"

/* 2,098 binary digits in parts of 53, and as much again before they are put together. */
#define CV_EXACT_PARTS 84

typedef struct CvExact
{
	int			n;
	double		part[CV_EXACT_PARTS];	/* from the smallest up */
} CvExact;

static inline void
cv_exact_add_part(CvExact *e, double x)
{
	int			n = 0;

	for (int i = 0; i < e->n; i++)
	{
		CvDD		s = cv_dd_sum(x, e->part[i]);

		x = s.hi;
		if (s.lo != 0)
			e->part[n++] = s.lo;
	}
	if (x != 0)
		e->part[n++] = x;
	e->n = n;
}

static inline bool
cv_exact_is_negative(const CvExact *e)
{
	return e->n > 0 && e->part[e->n - 1] < 0;
}

/* Takes the largest double that is not above the sum, which is positive, away from it. */
static inline double
cv_exact_take(CvExact *e)
{
	double		top = 0;
	double		step;

	for (int i = e->n - 1; i >= 0; i--)
		top += e->part[i];
	cv_exact_add_part(e, -top);
	while (cv_exact_is_negative(e))
	{
		step = top - nextafter(top, 0);
		top -= step;
		cv_exact_add_part(e, step);
	}
	for (;;)
	{
		CvExact		less = *e;

		step = nextafter(top, INFINITY) - top;
		cv_exact_add_part(&less, -step);
		if (cv_exact_is_negative(&less))
			return top;
		top += step;
		*e = less;
	}
}

/* Into the one list that the sum has. */
static inline void
cv_exact_settle(CvExact *e)
{
	double		part[CV_EXACT_PARTS];
	int			n = 0;

	if (e->n < 2)
		return;
	while (e->n > 0 && n < CV_EXACT_PARTS)
		part[n++] = cv_exact_take(e);
	for (e->n = 0; n > 0; n--)
		e->part[e->n++] = part[n - 1];
}

/* Another positive number. */
static inline void
cv_exact_add(CvExact *e, double x)
{
	if (e->n == CV_EXACT_PARTS - 1)
		cv_exact_settle(e);
	cv_exact_add_part(e, x);
}

#endif							/* CV_EXACT_H */
