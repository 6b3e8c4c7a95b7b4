/*
 * sbg.c - sBG, shifted beta-geometric: contracts that end, or go on, in each period.
 *
 * A customer does not renew with a probability of their own, beta distributed with alpha and beta, the same in all
 * periods (P. Fader and B. Hardie, Journal of Interactive Marketing 21, 2007).  So retention rises over time, since
 * those who are apt to leave are gone.
 */
#include "clv/core/family.h"

#include <math.h>
#include <string.h>

#include "clv/core/beta.h"
#include "clv/core/sums.h"

enum
{
	ALPHA,
	BETA
};

/* Log-likelihood of a contract that survived so many periods, and whether it ended in the next. */
static double
contract_row(const double *p, CvSums *sums, const double *row, double *g, double *h)
{
	double		all = p[ALPHA] + p[BETA] + row[0];
	bool		left = row[1] > 0;

	cv_advance(sums, 1, p[ALPHA], p[BETA], 0, row[0]);
	if (g != NULL)
	{
		double		slope = left ? 1 / all : 0;

		memset(h, 0, 16 * sizeof(double));
		g[ALPHA] = -sums->ab1 - slope + (left ? 1 / p[ALPHA] : 0);
		g[BETA] = sums->b1 - slope;
		h[0] = sums->ab2 + slope * slope - (left ? 1 / (p[ALPHA] * p[ALPHA]) : 0);
		h[1] = sums->ab2 + slope * slope;
		h[5] = sums->ab2 - sums->b2 + slope * slope;
	}
	return sums->log_b + (left ? -log1p((p[BETA] + row[0]) / p[ALPHA]) : 0);
}

static double
survival(const double *p, double periods)
{
	double		sum = 0;

	for (double j = 0; j < periods; j++)
	{
		CV_BREATHE(j);
		sum -= log1p(p[ALPHA] / (p[BETA] + j));
	}
	return exp(sum);
}

/* DEL and DERL: P. Fader and B. Hardie, Marketing Science 29, 2010. */
static double
lifetime(const double *p, double discount, double renewals)
{
	double		b = p[BETA] + fmax(0, renewals - 1);
	double		renew = 1 / (1 + p[ALPHA] / b) * cv_occasions_to_come(p[ALPHA], b + 1, log1p(discount), INFINITY) *
		(1 + discount);

	return renewals > 0 ? renew : 1 + renew / (1 + discount);
}

static double
retention(const double *p, double period)
{
	return 1 / (1 + p[ALPHA] / (p[BETA] + period - 1));
}

static void
units(double weight, double x, double last, double *unit)
{
	(void) weight;
	unit[BETA] = 1 + x / last;
}

/* The odds that the mean customer leaves in the first period. */
static const double dropout_effect[CV_FAMILY_MOST] = {[ALPHA] = 1};

const CvFamilyRecord cv_sbg =
{
	.name = "sbg", .subject = CV_OF_CONTRACTS, .form = CV_ROWS_CONTRACTS,
	.n = 2, .term = {"alpha", "beta"}, .nstarts = 1, .start = {{1, 1}}, .units = units,
	.row = contract_row, .dropout_effect = dropout_effect,
	.survival = survival, .retention = retention, .lifetime = lifetime
};
