/*
 * linear.c - small matrices, sums of products, shares of R squared, logistic regression, logarithms of 32 digits.
 */
#include <math.h>
#include <string.h>

#include "drivers/core/moments.h"
#include "num/dd.h"
#include "num/importance.h"
#include "num/logit.h"
#include "num/symmetric.h"
#include "unit.h"

#define MOST 9

static double
uniform(uint64_t *seed)
{
	return (double) (unit_random(seed) >> 11) * 0x1p-53;
}

/* A correlation matrix of n columns. */
static void
random_correlations(uint64_t *seed, int n, double *r)
{
	double		x[MOST][40];

	for (int i = 0; i < n; i++)
	{
		double		squares = 0;
		double		mean = 0;

		for (int k = 0; k < 40; k++)
			mean += (x[i][k] = uniform(seed) + (i > 0 && i % 2 ? x[i - 1][k] : 0)) / 40;
		for (int k = 0; k < 40; k++)
			squares += (x[i][k] - mean) * (x[i][k] - mean);
		for (int k = 0; k < 40; k++)
			x[i][k] = (x[i][k] - mean) / sqrt(squares);
	}
	for (int i = 0; i < n; i++)
	{
		for (int j = 0; j < n; j++)
		{
			r[i * n + j] = 0;
			for (int k = 0; k < 40; k++)
				r[i * n + j] += x[i][k] * x[j][k];
		}
	}
}

static void
check_matrices(uint64_t *seed)
{
	int			n = 2 + (int) (unit_random(seed) % (MOST - 1));
	double		r[MOST * MOST],
				a[MOST * MOST],
				v[MOST * MOST],
				b[MOST];

	random_correlations(seed, n, r);
	/* Swept on all, it is the inverse. */
	memcpy(a, r, sizeof(r));
	for (int k = 0; k < n; k++)
		cv_sweep(a, n, k);
	for (int i = 0; i < n; i++)
	{
		for (int j = 0; j < n; j++)
		{
			double		sum = 0;

			for (int k = 0; k < n; k++)
				sum += r[i * n + k] * a[k * n + j];
			CHECK_WITHIN(sum, i == j, 1e-10);
		}
	}
	/* L L' b = r's first column: b is the first unit vector. */
	memcpy(a, r, sizeof(r));
	CHECK(cv_cholesky(a, n));
	for (int i = 0; i < n; i++)
		b[i] = r[i * n];
	cv_solve_lower(a, n, b);
	cv_solve_upper(a, n, b);
	for (int i = 0; i < n; i++)
		CHECK_WITHIN(b[i], i == 0, 1e-10);
	/* Eigenvectors times eigenvalues are the matrix again. */
	memcpy(a, r, sizeof(r));
	cv_eigen(a, n, v);
	for (int i = 0; i < n; i++)
	{
		for (int j = 0; j < n; j++)
		{
			double		sum = 0;

			for (int k = 0; k < n; k++)
				sum += v[i * n + k] * a[k * n + k] * v[j * n + k];
			CHECK_WITHIN(sum, r[i * n + j], 1e-13);
		}
	}
}

/* Shares add up to R squared, and do not depend on the order of regressors. */
static void
check_importance(uint64_t *seed)
{
	int			k = 1 + (int) (unit_random(seed) % (MOST - 1));
	int			n = k + 1;
	double		r[MOST * MOST],
				turned[MOST * MOST],
				swept[MOST * MOST],
				lmg[MOST],
				other[MOST],
				johnson[MOST];
	static double r2[1 << MOST];
	static double work[(MOST + 1) * MOST * MOST];
	bool		aliased[MOST];
	double		sum = 0;
	double		sum_johnson = 0;
	double		all;

	random_correlations(seed, n, r);
	memcpy(swept, r, sizeof(r));
	CHECK(cv_sweep_regressors(swept, k, aliased) == k);
	all = 1 - swept[n * n - 1];
	cv_importance_lmg(r, k, r2, work, lmg);
	cv_importance_johnson(r, k, work, johnson);
	for (int i = 0; i < n; i++)
	{
		for (int j = 0; j < n; j++)
			turned[i * n + j] = r[(i < k ? k - 1 - i : k) * n + (j < k ? k - 1 - j : k)];
	}
	cv_importance_lmg(turned, k, r2, work, other);
	for (int j = 0; j < k; j++)
	{
		sum += lmg[j];
		sum_johnson += johnson[j];
		CHECK_WITHIN(lmg[j], other[k - 1 - j], 1e-12);
		CHECK(lmg[j] > -1e-12 && johnson[j] > -1e-12);
	}
	CHECK_WITHIN(sum, all, 1e-12);
	CHECK_WITHIN(sum_johnson, all, 1e-12);
}

/* At the estimate the residuals are orthogonal to the regressors. */
static void
check_logit(uint64_t *seed)
{
	static double row[400 * 5];
	static double work[CV_LOGIT_WORK(3)];
	double		centre[3],
				beta[4],
				covariance[16];
	bool		aliased[3];
	CvLogit		m = {.row = row, .n = 400, .k = 3, .centre = centre, .beta = beta, .covariance = covariance,
		.aliased = aliased, .work = work};
	double		gradient[4] = {0};

	for (int i = 0; i < 400; i++)
	{
		double		u = uniform(seed);

		row[i * 5 + 1] = 1000 + u;
		row[i * 5 + 2] = uniform(seed) * 1e-3;
		row[i * 5 + 3] = (double) (unit_random(seed) % 5);
		row[i * 5] = uniform(seed) < 1 / (1 + exp(1 - 3 * u));
		row[i * 5 + 4] = 1 + (double) (unit_random(seed) % 3);
	}
	cv_logit_fit(&m);
	CHECK(m.converged && !m.separated);
	for (int i = 0; i < 400; i++)
	{
		double	   *x = row + i * 5;
		double		eta = beta[0];
		double		residual;

		for (int j = 0; j < 3; j++)
			eta += beta[1 + j] * (x[1 + j] - centre[j]);
		residual = x[4] * (x[0] - 1 / (1 + exp(-eta)));
		gradient[0] += residual;
		gradient[1] += residual * (x[1] - 1000);
		gradient[2] += residual * x[2] * 1e3;
		gradient[3] += residual * x[3];
	}
	for (int j = 0; j < 4; j++)
		CHECK_WITHIN(gradient[j], 0, 1e-9);
	CHECK(m.loglik > m.null_loglik);
	/* Separate them. */
	for (int i = 0; i < 400; i++)
		row[i * 5] = row[i * 5 + 3] > 2;
	cv_logit_fit(&m);
	CHECK(m.separated);
}

static void
check_logarithm(uint64_t *seed)
{
	double		x = ldexp(0.5 + uniform(seed), (int) (unit_random(seed) % 200) - 100);
	CvDD		difference = cv_dd_add(cv_dd_log(x), cv_dd_negate(cv_dd_log(x * 2)));

	/* log x = log (x / y) + log y, where all three are numbers. */
	CHECK_CLOSE(cv_dd_log(x).hi, log(x), 4e-16);
	CHECK(difference.hi == -0.69314718055994528623 && fabs(difference.lo + 2.3190468138462995584e-17) < 1e-28);
	x = 1 + (double) (unit_random(seed) % 1000000);
	difference = cv_dd_add(cv_dd_log(x * 3), cv_dd_negate(cv_dd_add(cv_dd_log(x), cv_dd_log(3))));
	CHECK(fabs(difference.hi) < 1e-29);
}

/* Sums of products are the same bits on every processor, whether or not it has a multiply-add. */
static void
check_moments(uint64_t *seed)
{
	int			width = 2 + (int) (unit_random(seed) % (MOST - 1));
	double		room[CV_MOMENTS_ROWS(MOST) * MOST] = {0};
	CvDD		expected[MOST * MOST] = {{0, 0}};
	CvMoments	m;

	cv_moments_at(&m, room, width, 0, 0);
	for (int row = 0; row < 20; row++)
	{
		double		weight = row % 2 ? 1 : uniform(seed) + 0.1;
		double		x[MOST];

		for (int i = 0; i < width; i++)
			x[i] = ldexp(uniform(seed) - 0.5, (int) (unit_random(seed) % 60));
		CHECK(cv_moments_add(&m, x, weight));
		for (int i = 0; i < width; i++)
		{
			CvDD		f = cv_dd_sum(x[i], -m.origin[i]);

			if (weight != 1)
				f = cv_dd_multiply(f, cv_dd_from_double(weight));
			for (int j = i; j < width; j++)
			{
				CvDD		d = cv_dd_sum(x[j], -m.origin[j]);
				CvDD		p = cv_dd_product(f.hi, d.hi);
				CvDD	   *e = &expected[i * width + j];
				CvDD		s = cv_dd_sum(e->hi, p.hi);

				e->hi = s.hi;
				e->lo += s.lo + (p.lo + (f.hi * d.lo + f.lo * d.hi));
				CHECK(m.product[i * width + j] == e->hi && m.product_rest[i * width + j] == e->lo);
			}
		}
	}
}

void
test_linear(void)
{
	uint64_t	seed = 6;

	for (int round = 0; round < 200; round++)
	{
		check_matrices(&seed);
		check_moments(&seed);
		check_importance(&seed);
		check_logit(&seed);
		check_logarithm(&seed);
	}
	CHECK(cv_dd_log(1).hi == 0);
}
