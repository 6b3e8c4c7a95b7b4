/*
 * purchase.c - models of purchases: derivatives, and two ways to the same expectation.
 */
#include <math.h>
#include <string.h>

#include "num/purchase.h"
#include "num/special.h"
#include "unit.h"

#define CLOSE(x, expected, tolerance) CHECK(fabs((x) - (expected)) <= (tolerance) * fabs(expected))

static double
uniform(uint64_t *seed)
{
	return (double) (unit_random(seed) >> 11) * 0x1p-53;
}

void
test_purchase(void)
{
	uint64_t	seed = 17;

	/* R 4.2. */
	CLOSE(cv_digamma(1e-3), -1000.5755719318103, 1e-15);
	CLOSE(cv_digamma(0.5), -1.9635100260214235, 1e-14);
	CLOSE(cv_digamma(1), -0.57721566490153287, 1e-14);
	CLOSE(cv_digamma(3.7), 1.1671535393615114, 1e-14);
	CLOSE(cv_digamma(1e6), 13.815510057964191, 1e-14);
	CLOSE(cv_trigamma(0.5), 4.934802200544679, 1e-14);
	CLOSE(cv_trigamma(3.7), 0.31003785767003833, 1e-14);
	CLOSE(cv_trigamma(1e6), 1.0000005000001666e-06, 1e-14);

	/* Gradients and Hessians are those of the function and of the gradient. */
	for (int round = 0; round < 400; round++)
	{
		CvFamily	family = round % CV_FAMILIES;
		int			n = cv_family[family].n;
		double		row[3 * 4];
		CvCustomers customers = {family, row, 3};
		double		at[4];
		double		gradient[4];
		double		hessian[16];

		for (int i = 0; i < 3; i++)
		{
			double		x = floor(exp(5 * uniform(&seed)) - 1) + (family == CV_GAMMA_GAMMA);
			double		t = 1 + 100 * uniform(&seed);

			if (family == CV_GAMMA_GAMMA)
				memcpy(row + 3 * i, (double[3]) {i == 0 ? x : row[3 * (i - 1)] + x, t, 1 + i}, 3 * sizeof(double));
			else
			{
				x += i == 0 ? 0 : row[4 * (i - 1)];
				memcpy(row + 4 * i, (double[4]) {x, x > 0 ? t * uniform(&seed) : 0, t, 1 + i}, 4 * sizeof(double));
			}
		}
		for (int i = 0; i < n; i++)
			at[i] = 6 * uniform(&seed) - 3;
		cv_purchase_loglik(&customers, at, gradient, hessian);
		for (int i = 0; i < n; i++)
		{
			const double h = 1e-4;
			double		side[2];
			double		slope[2][4];
			double		ignored[16];
			double		scale = 0;

			for (int k = 0; k < 2; k++)
			{
				double		moved[4];

				memcpy(moved, at, sizeof(moved));
				moved[i] += k == 0 ? -h : h;
				side[k] = cv_purchase_loglik(&customers, moved, slope[k], ignored);
			}
			for (int j = 0; j < n; j++)
				scale = fmax(scale, fmax(fabs(hessian[i * n + j]), fabs(gradient[j])));
			scale = fmax(scale, 1e-5 * fabs(side[0]));
			CHECK(fabs((side[1] - side[0]) / (2 * h) - gradient[i]) <= 1e-6 * scale);
			for (int j = 0; j < n; j++)
			{
				CHECK(fabs((slope[1][j] - slope[0][j]) / (2 * h) - hessian[i * n + j]) <= 1e-6 * scale);
				CHECK(hessian[i * n + j] == hessian[j * n + i]);
			}
		}
	}

	/* A sum and an integral. */
	for (int round = 0; round < 2000; round++)
	{
		double		shape = exp(6 * uniform(&seed) - 3);
		double		z = exp(7 * uniform(&seed) - 6);
		double		a = exp(8 * uniform(&seed) - 4);
		double		b = exp(8 * uniform(&seed) - 4);

		CLOSE(cv_expected_integral(shape, z, a, b), cv_expected_series(shape, z, a, b), 1e-12);
	}
	/* From steps to the mean, and extremes: always an end, and in range. */
	CLOSE(cv_expected_integral(2, 3, 0.99e12, 1.98e12), cv_expected_integral(2, 3, 2.1e12, 4.2e12), 1e-9);
	CLOSE(cv_expected_integral(2, 3, 1e300, 1e300), 2 * (1 - pow(2.5, -2)), 1e-14);
	for (int round = 0; round < 4000; round++)
	{
		double		far = round % 2 == 0 ? 50 : 1000;
		double		shape = exp(far * (uniform(&seed) - 0.5));
		double		z = exp(far * (uniform(&seed) - 0.5));
		double		a = exp(far * (uniform(&seed) - 0.5));
		double		b = exp(far * (uniform(&seed) - 0.5));
		double		p[4] = {shape, 1, a, b};
		double		expected = cv_expected(CV_BGNBD, p, 0, 0, 0, z);
		double		alive = cv_alive(CV_MBGNBD, p, 0, 0, 0, z);

		/* Beyond all reason it is enough that there is an end. */
		CHECK(far > 50 || (expected >= 0 && expected <= shape * z * (1 + 1e-9)));
		CHECK(far > 50 || (alive >= 0 && alive <= 1));
	}
	/* Ends: nobody stops, everybody stops at once, no time. */
	CLOSE(cv_expected_integral(3, 0.5, 1e-12, 10), 1.5, 1e-11);
	CLOSE(cv_expected_integral(3, 0.5, 1e12, 1e-3), 1 - pow(1.5, -3), 1e-11);
	CHECK(cv_expected(CV_BGNBD, (double[4]) {1, 1, 1, 1}, 2, 3, 4, 0) == 0);
}
