/*
 * bgbb.c - BG/BB: one occasion to buy in each period, as with donations a year.
 *
 * While active a customer takes an occasion with a probability of their own, beta distributed with alpha and beta,
 * and before each stops with a probability of their own, beta distributed with gamma and delta (P. Fader, B. Hardie
 * and J. Shang, Marketing Science 29, 2010).
 */
#include "clv/core/family.h"

#include <math.h>
#include <string.h>

#include "clv/core/beta.h"

enum
{
	ALPHA,
	BETA,
	GAMMA,
	DELTA
};

/*
 * Log-likelihood of x, t_x and occasions n.  The customer lived through all, or stopped after any
 * from t_x on; the latter are a mixture whose parts follow from each other, all less than the first.  share, if
 * not NULL, is set to that of having lived.
 */
static double
occasions_row(const double *p, const double *row, double *g, double *h, double *share)
{
	double		x = row[0];
	double		t_x = row[1];
	double		n = row[2];
	double		base[5] = {0};	/* sums over alpha, beta, alpha + beta, delta, gamma + delta, to t_x */
	double		square[5] = {0};
	double		value = 0;
	double		part = 1;		/* bought like that and not stopped, from t_x on */
	double		total = 0;
	double		lived = 0;
	double		ahead[4] = {0}; /* gradient of a part, less that of the first */
	double		bend[4] = {0};	/* sums of squares that a part has more than the first */
	double		mean[4] = {0};
	double		second[16] = {0};

	for (double j = 0; j < t_x; j++)
	{
		double		to[5] = {p[ALPHA] + j, p[BETA] + j, p[ALPHA] + p[BETA] + j, p[DELTA] + j,
			p[GAMMA] + p[DELTA] + j};

		CV_BREATHE(j);
		/*
		 * Ratios to alpha + beta and to gamma + delta, which may overflow: first those of the purchases, then the
		 * rest.
		 */
		value -= (j < x ? log1p(p[BETA] / to[0]) : log1p((p[ALPHA] + x) / (p[BETA] + (j - x)))) +
			log1p(p[GAMMA] / to[3]);
		for (int k = 0; k < 5 && g != NULL; k++)
		{
			bool		counts = (k > 0 || j < x) && (k != 1 || j < t_x - x);

			base[k] += counts ? 1 / to[k] : 0;
			square[k] += counts ? 1 / (to[k] * to[k]) : 0;
		}
	}
	for (double m = t_x; m <= n; m++)
	{
		bool		last = m == n;
		double		all = p[GAMMA] + p[DELTA] + m;
		double		weight = part * (last ? 1 : 1 / (1 + (p[DELTA] + m) / p[GAMMA]));

		CV_BREATHE(m);
		total += weight;
		if (last)
			lived = weight;
		if (g != NULL)
		{
			/* Stopping after m is one more chance that was not survived. */
			double		d[4] = {ahead[0], ahead[1], ahead[2] + (last ? 0 : 1 / p[GAMMA] - 1 / all),
				ahead[3] - (last ? 0 : 1 / all)};
			double		more = last ? 0 : 1 / (all * all);

			for (int a = 0; a < 4; a++)
			{
				mean[a] += weight * d[a];
				for (int b = a; b < 4; b++)
					second[a * 4 + b] += weight * d[a] * d[b];
			}
			second[0] += weight * bend[1];
			second[1] += weight * bend[1];
			second[5] += weight * (bend[1] - bend[0]);
			second[10] += weight * (bend[3] + more - (last ? 0 : 1 / (p[GAMMA] * p[GAMMA])));
			second[11] += weight * (bend[3] + more);
			second[15] += weight * (bend[3] + more - bend[2]);
			if (!last)
			{
				double		to[4] = {p[BETA] + (m - x), p[ALPHA] + p[BETA] + m, p[DELTA] + m, all};

				ahead[0] -= 1 / to[1];
				ahead[1] += 1 / to[0] - 1 / to[1];
				ahead[2] -= 1 / to[3];
				ahead[3] += 1 / to[2] - 1 / to[3];
				for (int k = 0; k < 4; k++)
					bend[k] += 1 / (to[k] * to[k]);
			}
		}
		part /= (1 + (p[ALPHA] + x) / (p[BETA] + (m - x))) * (1 + p[GAMMA] / (p[DELTA] + m));
	}
	if (share != NULL)
		*share = lived / total;
	if (g != NULL)
	{
		double		first[4] = {base[0] - base[2], base[1] - base[2], -base[4], base[3] - base[4]};

		memset(h, 0, 16 * sizeof(double));
		for (int a = 0; a < 4; a++)
		{
			g[a] = first[a] + mean[a] / total;
			for (int b = a; b < 4; b++)
				h[a * 4 + b] = second[a * 4 + b] / total - mean[a] / total * (mean[b] / total);
		}
		h[0] += square[2] - square[0];
		h[1] += square[2];
		h[5] += square[2] - square[1];
		h[10] += square[4];
		h[11] += square[4];
		h[15] += square[4] - square[3];
	}
	return value + log(total);
}

static double
bgbb_row(const double *p, struct CvSums *sums, const double *row, double *g, double *h)
{
	(void) sums;
	return occasions_row(p, row, g, h, NULL);
}

static double
alive(const double *p, double x, double t_x, double t, double ahead)
{
	double		sum = 0;
	double		share;

	occasions_row(p, (double[3]) {x, t_x, t}, NULL, NULL, &share);
	for (double i = 0; i < ahead; i++)
	{
		CV_BREATHE(i);
		sum -= log1p(p[GAMMA] / (p[DELTA] + t + i));
	}
	return share * exp(sum);
}

static double
to_come(const double *p, double x, double t, double discount, double horizon)
{
	double		chance = 1 / ((1 + (p[BETA] + (t - x)) / (p[ALPHA] + x)) * (1 + p[GAMMA] / (p[DELTA] + t)));

	if (horizon == 0)
		return 0;
	return chance * cv_occasions_to_come(p[GAMMA], p[DELTA] + t + 1, discount, horizon);
}

/* Active, and the k-th occasion that is taken is one of those to come: the sum over which one. */
static double
chance(const double *p, const double *row, double horizon, double k)
{
	double		a = p[ALPHA] + row[0];
	double		b = p[BETA] + (row[2] - row[0]);
	double		d = p[DELTA] + row[2];
	double		part = 0;		/* logarithm: of m occasions survived, the last one the k-th that is taken */
	double		sum = 0;

	if (k > horizon)
		return 0;
	for (double j = 0; j < k; j++)
	{
		CV_BREATHE(j);
		part -= log1p(b / (a + j)) + log1p(p[GAMMA] / (d + j));
	}
	for (double m = k; m <= horizon; m++)
	{
		CV_BREATHE(m);
		sum += exp(part);
		part += log(m / (m + 1 - k) * ((b + m - k) / (a + b + m))) - log1p(p[GAMMA] / (d + m));
	}
	return fmin(1, sum) * alive(p, row[0], row[1], row[2], 0);
}

/* Stopped after m occasions, or lived through all, and took k of those. */
static double
pmf(const double *p, double k, double n)
{
	double		part = 0;		/* logarithm: of k taken and the rest not, by m occasions, all survived */
	double		sum = 0;

	if (k > n)
		return 0;
	for (double j = 0; j < k; j++)
	{
		CV_BREATHE(j);
		part -= log1p(p[BETA] / (p[ALPHA] + j)) + log1p(p[GAMMA] / (p[DELTA] + j));
	}
	for (double m = k; m < n; m++)
	{
		CV_BREATHE(m);
		sum += exp(part - log1p((p[DELTA] + m) / p[GAMMA]));
		part += log((m + 1) / (m + 1 - k) * ((p[BETA] + m - k) / (p[ALPHA] + p[BETA] + m))) -
			log1p(p[GAMMA] / (p[DELTA] + m));
	}
	return fmin(1, sum + exp(part));
}

static void
units(double weight, double x, double last, double *unit)
{
	(void) x;
	unit[DELTA] = last / weight;
}

/* The odds of taking an occasion, and of stopping before the next, each of the mean customer. */
static const double purchase_effect[CV_FAMILY_MOST] = {[ALPHA] = 1};
static const double dropout_effect[CV_FAMILY_MOST] = {[GAMMA] = 1};

const CvFamilyRecord cv_bgbb =
{
	.name = "bg/bb", .subject = CV_OF_PURCHASES, .form = CV_ROWS_OCCASIONS,
	.n = 4, .term = {"alpha", "beta", "gamma", "delta"}, .nstarts = 5,
	.start = {{1, 1, 1, 1}, {1, 1, 1, 0.2}, {3, 1, 5, 1}, {0.3, 0.3, 0.3, 0.2}, {2, 5, 0.3, 0.05}},
	.units = units, .row = bgbb_row, .costly = true, .purchase_effect = purchase_effect,
	.dropout_effect = dropout_effect,
	.alive = alive, .to_come = to_come, .pmf = pmf, .chance = chance
};
