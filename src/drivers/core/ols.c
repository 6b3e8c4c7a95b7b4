/*
 * ols.c - least squares from means and co-moments.
 *
 * On the scale of correlations, in 32 digits: what is lost by squaring the condition of the columns is twice
 * what double precision has to give.
 */
#include "drivers/core/ols.h"

#include <math.h>
#include <string.h>

/*
 * Numbers came rounded to doubles: their error is up to so many times 2^-53 of themselves.  What is not more than
 * this says nothing.
 */
#define ROUNDING (8 * 0x1p-53)

/* See cv_sweep in num/symmetric.c. */
static void
sweep(CvDD *a, int n, int k)
{
	CvDD		d = a[k * n + k];

	for (int j = 0; j < n; j++)
		a[k * n + j] = cv_dd_divide(a[k * n + j], d);
	for (int i = 0; i < n; i++)
	{
		CvDD		b = a[i * n + k];

		if (i == k)
			continue;
		for (int j = 0; j < n; j++)
			a[i * n + j] = cv_dd_add(a[i * n + j], cv_dd_negate(cv_dd_multiply(b, a[k * n + j])));
		a[i * n + k] = cv_dd_negate(cv_dd_divide(b, d));
	}
	a[k * n + k] = cv_dd_divide(cv_dd_from_double(1), d);
}

static CvDD
square_root(CvDD x)
{
	double		root = sqrt(x.hi);
	CvDD		rest;

	if (!(root > 0))
		return cv_dd_from_double(0);
	rest = cv_dd_add(x, cv_dd_negate(cv_dd_product(root, root)));
	return cv_dd_add(cv_dd_from_double(root), cv_dd_from_double(rest.hi / (2 * root)));
}

/*
 * Standard deviations (times the root of the weights), 0 for a column that varies by rounding only; and correlations.
 */
static void
correlate(const CvMoments *m, CvDD *deviation, CvDD *r)
{
	int			n = m->width;

	for (int i = 0; i < n; i++)
	{
		deviation[i] = square_root(cv_moments_comoment(m, i, i));
		if (deviation[i].hi <= ROUNDING * fabs(cv_moments_mean(m, i).hi) * sqrt(m->weight.hi))
			deviation[i] = cv_dd_from_double(0);
	}
	for (int i = 0; i < n; i++)
	{
		for (int j = i; j < n; j++)
		{
			r[i * n + j] = cv_dd_from_double(0);
			if (deviation[i].hi > 0 && deviation[j].hi > 0)
				r[i * n + j] = cv_dd_divide(cv_dd_divide(cv_moments_comoment(m, i, j), deviation[i]), deviation[j]);
			r[j * n + i] = r[i * n + j];
		}
	}
}

/*
 * The variance, as a share of its own, that column j has left by rounding of itself and of the columns
 * that were swept; size is a column's root mean square, in standard deviations.
 */
static double
rounding_left(const CvDD *a, int n, int j, const bool *swept, const double *size)
{
	double		sum = size[j] * size[j];

	for (int i = 0; i < n - 1; i++)
	{
		if (swept[i])
			sum += a[i * n + j].hi * size[i] * (a[i * n + j].hi * size[i]);
	}
	return ROUNDING * ROUNDING * sum;
}

/* Sweep the regressors in order, but not one of this number, nor those that are sums of ones before them. */
static void
sweep_all(CvDD *a, int n, int but, const double *size, bool *swept)
{
	memset(swept, 0, (n - 1) * sizeof(bool));
	for (int j = 0; j < n - 1; j++)
	{
		cv_breathe();
		if (j == but || !(a[j * n + j].hi > rounding_left(a, n, j, swept, size)))
			continue;
		sweep(a, n, j);
		swept[j] = true;
	}
}

/* Root mean squares in standard deviations; 0 for a constant column, which has nothing to be rounded. */
static void
find_sizes(const CvMoments *m, const CvDD *deviation, double *size)
{
	for (int i = 0; i < m->width; i++)
		size[i] = deviation[i].hi > 0 ? hypot(1, cv_moments_mean(m, i).hi / deviation[i].hi * sqrt(m->weight.hi)) : 0;
}

/* The share of the variance of y that is left after the sweep. */
static double
left_of_y(const CvDD *a, int n, const bool *swept, const double *size)
{
	double		left = a[n * n - 1].hi;

	return left > rounding_left(a, n, n - 1, swept, size) ? left : 0;
}

void
cv_ols_solve(const CvMoments *m, double n, CvFit *fit, double *work)
{
	int			width = m->width;
	int			k = width - 1;
	CvDD	   *a = (CvDD *) (work + 2 * width * width);
	CvDD		deviation[CV_MOMENTS_MOST];
	CvDD		constant = cv_moments_mean(m, k);
	double		size[CV_MOMENTS_MOST];
	bool		swept[CV_MOMENTS_MOST];

	fit->k = k;
	fit->n = n;
	fit->weight = m->weight.hi;
	fit->correlation = work;
	fit->swept = work + width * width;
	fit->rank = 1;
	correlate(m, deviation, a);
	find_sizes(m, deviation, size);
	for (int i = 0; i < width * width; i++)
		fit->correlation[i] = a[i].hi;
	sweep_all(a, width, -1, size, swept);
	for (int i = 0; i < width * width; i++)
		fit->swept[i] = a[i].hi;
	for (int i = 0; i < width; i++)
	{
		fit->mean[i] = cv_moments_mean(m, i).hi;
		fit->deviation[i] = deviation[i].hi;
	}
	for (int j = 0; j < k; j++)
	{
		CvDD		beta = cv_dd_from_double(0);

		fit->aliased[j] = !swept[j];
		fit->rank += swept[j];
		if (swept[j])
			beta = cv_dd_multiply(a[j * width + k], cv_dd_divide(deviation[k], deviation[j]));
		fit->beta[j] = beta.hi;
		constant = cv_dd_add(constant, cv_dd_negate(cv_dd_multiply(beta, cv_moments_mean(m, j))));
	}
	fit->constant = constant.hi;
	fit->df = n - fit->rank;
	fit->left = left_of_y(a, width, swept, size);
	fit->rss = cv_moments_comoment(m, k, k).hi * fit->left;
	fit->variance = fit->df > 0 ? fit->rss / fit->df : NAN;
}

double
cv_ols_loss(const CvMoments *m, const CvFit *fit, int j, double *work)
{
	int			n = m->width;
	CvDD	   *a = (CvDD *) (work + 2 * n * n);
	CvDD		deviation[CV_MOMENTS_MOST];
	double		size[CV_MOMENTS_MOST];
	bool		swept[CV_MOMENTS_MOST];

	correlate(m, deviation, a);
	find_sizes(m, deviation, size);
	sweep_all(a, n, j, size, swept);
	return fmax(0, left_of_y(a, n, swept, size) - fit->left);
}
