/*
 * adjust.c - adjusted p-values, by definition and as R's p.adjust gives them.
 */
#include <math.h>

#include "num/adjust.h"
#include "unit.h"

#define N 5

static const double raw[N] = {0.005, 0.01, 0.03, 0.04, 0.5};

static void
check_values(CvAdjustment method, double tests, const double *expected)
{
	double		p[N];

	for (int i = 0; i < N; i++)
		p[i] = raw[i];
	cv_adjust(p, N, tests, method);
	for (int i = 0; i < N; i++)
		CHECK(fabs(p[i] - expected[i]) < 1e-14);
}

void
test_adjust(void)
{
	double		harmonic = 1 + 1.0 / 2 + 1.0 / 3 + 1.0 / 4 + 1.0 / 5;

	check_values(CV_ADJUST_BH, N, (double[]) {0.025, 0.025, 0.05, 0.05, 0.5});
	check_values(CV_ADJUST_BY, N, (double[]) {0.025 * harmonic, 0.025 * harmonic, 0.05 * harmonic, 0.05 * harmonic, 1});
	check_values(CV_ADJUST_HOLM, N, (double[]) {0.025, 0.04, 0.09, 0.09, 0.5});
	check_values(CV_ADJUST_BONFERRONI, N, (double[]) {0.025, 0.05, 0.15, 0.2, 1});
	/* Of ten tests, five are not listed. */
	check_values(CV_ADJUST_BH, 10, (double[]) {0.05, 0.05, 0.1, 0.1, 1});
	cv_adjust(NULL, 0, 0, CV_ADJUST_BH);
}
