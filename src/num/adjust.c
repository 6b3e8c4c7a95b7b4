/*
 * adjust.c - p-values of many tests at once.
 *
 * Of m tests of true nothing m * alpha say otherwise.  An adjusted p-value can be compared with alpha as if it were
 * the only one (S. Holm, Scandinavian Journal of Statistics 6, 1979; Y. Benjamini and Y. Hochberg, Journal of the
 * Royal Statistical Society B 57, 1995; Y. Benjamini and D. Yekutieli, Annals of Statistics 29, 2001).
 */
#include "num/adjust.h"

#include <math.h>

#include "num/special.h"

#define EULER 0.57721566490153286061

/* From the smallest on, none is below the one before it. */
static void
step_down(double *p, int64_t n, double tests)
{
	double		largest = 0;

	for (int64_t i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		largest = fmax(largest, fmin(1, p[i] * (tests - (double) i)));
		p[i] = largest;
	}
}

/* From the largest on, none is above the one after it. */
static void
step_up(double *p, int64_t n, double factor)
{
	double		least = 1;

	for (int64_t i = n - 1; i >= 0; i--)
	{
		CV_BREATHE(i);
		least = fmin(least, p[i] * factor / (double) (i + 1));
		p[i] = least;
	}
}

/*
 * Adjust n p-values, which rise, in place.  tests is the number of tests, from n up: those that are not listed have
 * a p-value of 1.
 */
void
cv_adjust(double *p, int64_t n, double tests, CvAdjustment method)
{
	if (method == CV_ADJUST_HOLM)
		step_down(p, n, tests);
	else if (method == CV_ADJUST_BH)
		step_up(p, n, tests);
	else if (method == CV_ADJUST_BY)
		step_up(p, n, tests * (cv_digamma(tests + 1) + EULER));	/* 1 + 1/2 + ... + 1/tests */
	else
	{
		for (int64_t i = 0; i < n; i++)
		{
			CV_BREATHE(i);
			p[i] = fmin(1, p[i] * tests);
		}
	}
}
