/*
 * importance.c - which regressor explains how much of y?
 */
#include "num/importance.h"

#include <math.h>
#include <string.h>

#include "num/symmetric.h"

/*
 * Sweep the regressors in order, but for those that are sums of ones before them; the
 * number swept is returned.
 */
int
cv_sweep_regressors(double *a, int k, bool *aliased)
{
	int			rank = 0;

	for (int j = 0; j < k; j++)
	{
		/* A column without variance has 0 on its diagonal. */
		aliased[j] = !(a[j * (k + 1) + j] > CV_ALIAS_TOLERANCE);
		if (aliased[j])
			continue;
		cv_sweep(a, k + 1, j);
		rank++;
	}
	return rank;
}

/* Fill r2 of all subsets that add regressors from next on to those swept in a. */
static void
visit_subsets(const double *a, int k, int next, uint32_t subset, double *r2, double *work, int64_t *done)
{
	int			n = k + 1;
	double		left = a[n * n - 1];

	cv_breathe_after(done, n * n);
	r2[subset] = 1 - (left > 0 ? left : 0);
	for (int j = next; j < k; j++)
	{
		memcpy(work, a, n * n * sizeof(double));
		if (work[j * n + j] > CV_ALIAS_TOLERANCE)
			cv_sweep(work, n, j);
		visit_subsets(work, k, j + 1, subset | UINT32_C(1) << j, r2, work + n * n, done);
	}
}

/*
 * What a regressor adds to R squared, averaged over all orders in which they may come in (R.
 * Lindeman, P. Merenda and R. Gold, 1980; the Shapley value).  r2 has room for 2^k, work
 * for k + 1 matrices.
 */
void
cv_importance_lmg(const double *r, int k, double *r2, double *work, double *importance)
{
	double		weight[CV_LMG_MAX];
	int64_t		done = 0;

	visit_subsets(r, k, 0, 0, r2, work, &done);
	/* Of all orders, in how many do the s before j come first, and j then? */
	for (int s = 0; s < k; s++)
	{
		weight[s] = 1.0 / k;
		for (int i = 1; i <= s; i++)
			weight[s] *= (double) i / (k - i);
	}
	memset(importance, 0, k * sizeof(double));
	for (uint32_t subset = 0; subset < UINT32_C(1) << k; subset++)
	{
		int			size = __builtin_popcount(subset);

		CV_BREATHE(subset);
		for (int j = 0; j < k; j++)
		{
			if (!(subset >> j & 1))
				importance[j] += weight[size] * (r2[subset | UINT32_C(1) << j] - r2[subset]);
		}
	}
}

/*
 * Relative weights (J. Johnson, "A Heuristic Method for Estimating the Relative Weight of
 * Predictor Variables", Multivariate Behavioral Research 35, 2000): R squared of the nearest
 * uncorrelated regressors, given back to those that they are made of.  work has room for
 * two k by k matrices and k numbers.
 */
void
cv_importance_johnson(const double *r, int k, double *work, double *importance)
{
	double	   *value = work;
	double	   *vector = work + k * k;
	double	   *beta = vector + k * k;

	for (int i = 0; i < k * k; i++)
		value[i] = r[i / k * (k + 1) + i % k];
	cv_eigen(value, k, vector);
	/* y on the uncorrelated regressors: (V D^-1/2 V') r_y. */
	memset(beta, 0, k * sizeof(double));
	for (int m = 0; m < k; m++)
	{
		double		along = 0;

		if (value[m * k + m] < CV_ALIAS_TOLERANCE)
			continue;
		for (int j = 0; j < k; j++)
			along += vector[j * k + m] * r[j * (k + 1) + k];
		for (int j = 0; j < k; j++)
			beta[j] += vector[j * k + m] * along / sqrt(value[m * k + m]);
	}
	for (int i = 0; i < k; i++)
	{
		importance[i] = 0;
		for (int j = 0; j < k; j++)
		{
			double		lambda = 0;

			for (int m = 0; m < k; m++)
				lambda += vector[i * k + m] * vector[j * k + m] * sqrt(fmax(0, value[m * k + m]));
			importance[i] += lambda * lambda * beta[j] * beta[j];
		}
	}
}
