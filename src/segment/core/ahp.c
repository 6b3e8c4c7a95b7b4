/*
 * ahp.c - the analytic hierarchy process: weights from a matrix of judgements.
 */
#include "segment/core/ahp.h"

#include <math.h>

/* Mean consistency index of random matrices of size 1, 2, ... (Saaty 1980). */
static const double random_index[CV_AHP_MOST] =
{
	0, 0, 0.58, 0.90, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.48, 1.56, 1.57, 1.59
};

/* By power iteration. */
double
cv_principal_vector(const double *a, int n, double *weight)
{
	double		next[CV_AHP_MOST];
	double		eigenvalue = n;
	double		change = 1;

	for (int i = 0; i < n; i++)
		weight[i] = 1.0 / n;
	for (int step = 0; step < 10000 && change > 1e-16; step++)
	{
		double		sum = 0;

		for (int i = 0; i < n; i++)
		{
			/* The eigenvalue added to the diagonal damps what would swing to and fro. */
			next[i] = eigenvalue * weight[i];
			for (int j = 0; j < n; j++)
				next[i] += a[i * n + j] * weight[j];
			sum += next[i];
		}
		eigenvalue = sum - eigenvalue;	/* since the weights add up to 1 */
		change = 0;
		for (int i = 0; i < n; i++)
		{
			change = fmax(change, fabs(next[i] / sum - weight[i]));
			weight[i] = next[i] / sum;
		}
	}
	return eigenvalue;
}

double
cv_consistency_ratio(double eigenvalue, int n)
{
	return n <= 2 ? 0 : fmax(0, (eigenvalue - n) / (n - 1) / random_index[n - 1]);
}
