/*
 * gamma_gamma.c - what customers spend on a purchase.
 *
 * The amounts of a customer are gamma distributed around a mean of their own, which is inverse gamma distributed over
 * customers (P. Fader and B. Hardie, note 025, 2013).
 */
#include "clv/core/family.h"

#include <math.h>
#include <string.h>

#include "num/special.h"

enum
{
	P,
	Q,
	GAMMA
};

static double
spend_row(const double *p, struct CvSums *sums, const double *row, double *g, double *h)
{
	double		x = row[0];
	double		m = row[1];
	double		px = p[P] * x;
	double		y = px + p[Q];
	double		s = p[GAMMA] + m * x;
	double		log_share = -log1p(p[GAMMA] / (m * x));	/* log(m x / s) */

	(void) sums;
	if (g != NULL)
	{
		memset(g, 0, 4 * sizeof(double));
		memset(h, 0, 16 * sizeof(double));
		g[P] = x * (cv_digamma(y) - cv_digamma(px) + log_share);
		g[Q] = cv_digamma(y) - cv_digamma(p[Q]) + log(p[GAMMA] / s);
		g[GAMMA] = p[Q] / p[GAMMA] - y / s;
		h[0] = x * x * (cv_trigamma(y) - cv_trigamma(px));
		h[1] = x * cv_trigamma(y);
		h[2] = -x / s;
		h[5] = cv_trigamma(y) - cv_trigamma(p[Q]);
		h[6] = 1 / p[GAMMA] - 1 / s;
		h[10] = y / (s * s) - p[Q] / (p[GAMMA] * p[GAMMA]);
	}
	return lgamma(y) - lgamma(px) - lgamma(p[Q]) + p[Q] * log(p[GAMMA] / s) + px * log_share - log(m);
}

/* Not a number where the mean of all is not finite. */
static double
spend(const double *p, double x, double mean)
{
	double		q = p[P] * x + p[Q] - 1;

	return q > 0 ? p[P] / q * (p[GAMMA] + mean * x) : NAN;
}

static void
units(double weight, double x, double last, double *unit)
{
	(void) weight;
	unit[GAMMA] = last / x;
}

const CvFamilyRecord cv_gamma_gamma =
{
	.name = "gamma-gamma", .subject = CV_OF_SPEND, .form = CV_ROWS_SPENDING,
	.n = 3, .term = {"p", "q", "gamma"}, .nstarts = 1, .start = {{1, 2, 1}}, .units = units, .row = spend_row,
	.spend = spend
};
