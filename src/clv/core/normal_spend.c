/*
 * normal_spend.c - what a purchase brings where it may also cost: profit, and amounts net of returns.
 *
 * The amounts of a customer are normally distributed around a mean of their own with standard deviation sd_within; the
 * means of customers are normally distributed around mu with standard deviation sd_between (D. Schmittlein and
 * R. Peterson, Marketing Science 13, 1994).  So the mean of x purchases is normal around mu with the variance
 * sd_between^2 + sd_within^2 / x, and what a customer will bring is their own mean, drawn towards mu, the more so the
 * fewer their purchases.
 *
 * Only means are known, so the two standard deviations are told apart by customers with different numbers of purchases.
 */
#include "clv/core/family.h"

#include <math.h>
#include <string.h>

enum
{
	MU,
	BETWEEN,
	WITHIN
};

/* log(2 pi) / 2. */
#define LOG_ROOT_2PI 0.91893853320467274178

/* Log-likelihood of a mean of x purchases, by s = sqrt(between^2 + within^2 / x) and z = (mean - mu) / s. */
static double
mean_row(const double *p, struct CvSums *sums, const double *row, double *g, double *h)
{
	double		part = p[WITHIN] / sqrt(row[0]);
	double		s = hypot(p[BETWEEN], part);
	double		z = (row[1] - p[MU]) / s;

	(void) sums;
	if (g != NULL)
	{
		double		u = p[BETWEEN] / s;	/* s by sd_between */
		double		v = part / s / sqrt(row[0]);	/* s by sd_within */
		double		slope = (z * z - 1) / s;
		double		curve = (1 - 3 * z * z) / (s * s);

		memset(g, 0, 4 * sizeof(double));
		memset(h, 0, 16 * sizeof(double));
		g[MU] = z / s;
		g[BETWEEN] = slope * u;
		g[WITHIN] = slope * v;
		h[0] = -1 / (s * s);
		h[1] = -2 * z / (s * s) * u;
		h[2] = -2 * z / (s * s) * v;
		h[5] = curve * u * u + slope * (1 - u * u) / s;
		h[6] = curve * u * v - slope * u * v / s;
		h[10] = curve * v * v + slope * (1 / row[0] - v * v) / s;
	}
	return -LOG_ROOT_2PI - log(s) - z * z / 2;
}

/* The search starts at the mean of the means, in units of their standard deviation. */
static void
place(const double *row, int64_t n, double *origin, double *unit)
{
	double		weight = 0;
	double		mean = 0;
	double		largest = 0;
	double		square = 0;

	for (int64_t i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		weight += row[3 * i + 2];
		mean += (row[3 * i + 1] - mean) * (row[3 * i + 2] / weight);
	}
	for (int64_t i = 0; i < n; i++)
		largest = fmax(largest, fabs(row[3 * i + 1] - mean));
	for (int64_t i = 0; i < n && largest > 0; i++)
	{
		double		off = (row[3 * i + 1] - mean) / largest;

		CV_BREATHE(i);
		square += off * off * (row[3 * i + 2] / weight);
	}
	origin[MU] = mean;
	unit[MU] = unit[BETWEEN] = unit[WITHIN] = largest * sqrt(square);
}

/* Their mean, and the mean of all, weighed by how much each says. */
static double
spend(const double *p, double x, double mean)
{
	double		part = x > 0 ? p[WITHIN] / sqrt(x) / p[BETWEEN] : 0;

	return x > 0 ? p[MU] + (mean - p[MU]) / (1 + part * part) : p[MU];
}

const CvFamilyRecord cv_normal_spend =
{
	.name = "normal-normal", .subject = CV_OF_SPEND, .form = CV_ROWS_MEANS,
	.n = 3, .term = {"mu", "sd_between", "sd_within"}, .linear = {true}, .nstarts = 3,
	.start = {{0, 0.7, 0.7}, {0, 0.2, 2}, {0, 1, 0.2}}, .place = place, .row = mean_row, .spend = spend
};
