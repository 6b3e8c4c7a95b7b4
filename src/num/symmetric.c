/*
 * symmetric.c - small symmetric matrices: sweep, Cholesky, eigenvectors.
 */
#include "num/symmetric.h"

#include <math.h>

/*
 * The sweep operator (J. Goodnight, "A Tutorial on the SWEEP Operator", The American
 * Statistician 33, 1979): regress all other columns on column k, in addition to those swept
 * before.  Of a matrix of correlations with y last, swept on the regressors, the last column then has the
 * coefficients, its end the share of variance that is left, and the rest the inverse.
 */
void
cv_sweep(double *a, int n, int k)
{
	double		d = a[k * n + k];

	for (int j = 0; j < n; j++)
		a[k * n + j] /= d;
	for (int i = 0; i < n; i++)
	{
		double		b = a[i * n + k];

		if (i == k)
			continue;
		for (int j = 0; j < n; j++)
			a[i * n + j] -= b * a[k * n + j];
		a[i * n + k] = -b / d;
	}
	a[k * n + k] = 1 / d;
}

/* The lower triangle of a becomes L with L L' = a; false when a is not positive definite. */
bool
cv_cholesky(double *a, int n)
{
	for (int j = 0; j < n; j++)
	{
		double		d = a[j * n + j];

		for (int k = 0; k < j; k++)
			d -= a[j * n + k] * a[j * n + k];
		if (!(d > 0))
			return false;
		a[j * n + j] = sqrt(d);
		for (int i = j + 1; i < n; i++)
		{
			double		s = a[i * n + j];

			for (int k = 0; k < j; k++)
				s -= a[i * n + k] * a[j * n + k];
			a[i * n + j] = s / a[j * n + j];
		}
	}
	return true;
}

/* b becomes x with L x = b. */
void
cv_solve_lower(const double *l, int n, double *b)
{
	for (int i = 0; i < n; i++)
	{
		for (int k = 0; k < i; k++)
			b[i] -= l[i * n + k] * b[k];
		b[i] /= l[i * n + i];
	}
}

/* b becomes x with L' x = b. */
void
cv_solve_upper(const double *l, int n, double *b)
{
	for (int i = n - 1; i >= 0; i--)
	{
		for (int k = i + 1; k < n; k++)
			b[i] -= l[k * n + i] * b[k];
		b[i] /= l[i * n + i];
	}
}

/* Rotate rows and columns p and q so that a[p][q] becomes 0. */
static void
rotate(double *a, int n, double *vector, int p, int q)
{
	double		theta = (a[q * n + q] - a[p * n + p]) / (2 * a[p * n + q]);
	double		t = copysign(1, theta) / (fabs(theta) + hypot(theta, 1));
	double		c = 1 / hypot(t, 1);
	double		s = t * c;

	for (int i = 0; i < n; i++)
	{
		double		x = a[i * n + p];
		double		y = a[i * n + q];

		a[i * n + p] = c * x - s * y;
		a[i * n + q] = s * x + c * y;
	}
	for (int i = 0; i < n; i++)
	{
		double		x = a[p * n + i];
		double		y = a[q * n + i];

		a[p * n + i] = c * x - s * y;
		a[q * n + i] = s * x + c * y;
		x = vector[i * n + p];
		y = vector[i * n + q];
		vector[i * n + p] = c * x - s * y;
		vector[i * n + q] = s * x + c * y;
	}
}

/*
 * Eigenvalues to the diagonal of a, eigenvectors to the columns of vector, by C. Jacobi's
 * rotations; every eigenvalue is as exact as the largest.
 */
void
cv_eigen(double *a, int n, double *vector)
{
	for (int i = 0; i < n * n; i++)
		vector[i] = i / n == i % n;
	for (int round = 0; round < 60; round++)
	{
		double		off = 0;
		double		diagonal = 0;

		for (int i = 0; i < n; i++)
		{
			diagonal += a[i * n + i] * a[i * n + i];
			for (int j = 0; j < i; j++)
				off += a[i * n + j] * a[i * n + j];
		}
		if (!(off > 1e-34 * diagonal))
			break;
		for (int p = 0; p < n; p++)
		{
			for (int q = p + 1; q < n; q++)
			{
				if (a[p * n + q] != 0)
					rotate(a, n, vector, p, q);
			}
		}
		cv_breathe();
	}
}
