/*
 * sums.h - ratios of gamma and beta functions as sums, taken while walking through rows in order of x: differences of
 * log-gamma functions lose their digits where parameters are large.
 */
#ifndef CV_SUMS_H
#define CV_SUMS_H

#include <math.h>

#include "num/num.h"

/* Sums over j = 0 .. of what a customer with many purchases has in common with those with fewer. */
typedef struct CvSums
{
	double		repeats;		/* how many terms each has */
	double		chances;
	double		a;				/* whose those of chances are */
	double		b;
	double		log_r;			/* log(r + j) */
	double		r1;				/* 1 / (r + j) */
	double		r2;
	double		log_b;			/* -log1p(a / (b + j)) */
	double		ab1;			/* 1 / (a + b + j) */
	double		ab2;
	double		b1;				/* 1 / (b + j) - 1 / (a + b + j) */
	double		b2;				/* 1 / (b + j)^2 */
} CvSums;

/*
 * Go on to a row with so many repeats and chances to stop; from the start where a or b are others than before, as with
 * covariates of stopping.
 */
static inline void
cv_advance(CvSums *s, double r, double a, double b, double repeats, double chances)
{
	if (s->a != a || s->b != b)
	{
		s->a = a;
		s->b = b;
		s->chances = s->log_b = s->ab1 = s->ab2 = s->b1 = s->b2 = 0;
	}
	for (; s->repeats < repeats; s->repeats++)
	{
		double		v = 1 / (r + s->repeats);

		CV_BREATHE(s->repeats);
		s->log_r += log(r + s->repeats);
		s->r1 += v;
		s->r2 += v * v;
	}
	for (; s->chances < chances; s->chances++)
	{
		double		at = b + s->chances;
		double		v = 1 / (a + at);

		CV_BREATHE(s->chances);
		s->log_b -= log1p(a / at);
		s->ab1 += v;
		s->ab2 += v * v;
		s->b1 += a * v / at;
		s->b2 += 1 / (at * at);
	}
}

#endif							/* CV_SUMS_H */
