/*
 * bdw.c - BdW, beta-discrete-Weibull: contracts whose customers become more, or less, apt to leave as time goes by.
 *
 * A customer survives t periods with probability (1 - q)^(t^c); q differs between customers, beta distributed with a
 * and b, and c is one for all: above 1 a customer is the more apt to leave the longer they have stayed, below 1 the
 * less, and with c = 1 it is the sBG (P. Fader, B. Hardie, Y. Liu, J. Davin and T. Steenburgh, Journal of Interactive
 * Marketing 43, 2018). S(t) = B(a, b + t^c) / B(a, b).
 */
#include "clv/core/family.h"

#include <math.h>
#include <string.h>

#include "clv/core/sums.h"
#include "num/gauss.h"
#include "num/special.h"

enum
{
	A,
	B,
	C,
	PARAMETERS
};

/* From here on log-gamma functions are taken by Stirling's series. */
#define FAR 20

/*
 * log(B(a, b + v) / B(a, b)) as a second difference of the log-gamma function, by its recurrence until b is large and
 * then by Stirling's series: all digits, also where parameters are large.
 */
static double
log_beta_ratio(double a, double b, double v)
{
	double		sum = 0;
	double		far[4];

	for (; b < FAR; b++)
		sum += log1p(-(a / (b + a)) * (v / (b + v)));
	far[0] = 1 / (b + v);
	far[1] = 1 / (b + a);
	far[2] = -1 / b;
	far[3] = -1 / (b + a + v);
	sum += (b - 0.5) * log1p(a / b * (v / (b + a + v))) - v * log1p(a / (b + v)) - a * log1p(v / (b + a));
	for (int i = 0; i < 4; i++)
	{
		double		y = far[i] * far[i];

		sum += far[i] * (1.0 / 12 - y * (1.0 / 360 - y * (1.0 / 1260 - y * (1.0 / 1680))));
	}
	return sum;
}

/*
 * The logarithm of the share that survives so many periods, its gradient, and its Hessian by rows of four, the upper
 * half.
 */
static double
log_survival(const double *p, double periods, double *g, double *h)
{
	double		v = pow(periods, p[C]);
	double		log_t = periods > 0 ? log(periods) : 0;
	double		value = periods > 0 ? log_beta_ratio(p[A], p[B], v) : 0;

	if (g == NULL)
		return value;
	memset(g, 0, 4 * sizeof(double));
	memset(h, 0, 16 * sizeof(double));
	if (periods > 0)
	{
		double		slope = -cv_digamma_step(p[B] + v, p[A]);	/* by v */
		double		curve = -cv_trigamma_step(p[B] + v, p[A]);
		double		along = v * log_t;	/* v by c */

		g[A] = -cv_digamma_step(p[A] + p[B], v);
		g[B] = slope + cv_digamma_step(p[B], p[A]);
		g[C] = slope * along;
		h[0] = -cv_trigamma_step(p[A] + p[B], v);
		h[1] = h[0];
		h[2] = -cv_trigamma(p[A] + p[B] + v) * along;
		h[5] = curve + cv_trigamma_step(p[B], p[A]);
		h[6] = curve * along;
		h[10] = curve * along * along + slope * along * log_t;
	}
	return value;
}

/*
 * Log-likelihood of a contract that survived so many periods, and whether it ended in the next: log S(t), or
 * log(S(t) - S(t + 1)).
 */
static double
contract_row(const double *p, struct CvSums *sums, const double *row, double *g, double *h)
{
	double		g2[4];
	double		h2[16];
	double		value = log_survival(p, row[0], g, h);
	double		fall;
	double		w;

	(void) sums;
	if (row[1] == 0)
		return value;
	fall = log_survival(p, row[0] + 1, g == NULL ? NULL : g2, h2) - value;
	if (g != NULL)
	{
		/* S(t + 1) / (S(t) - S(t + 1)). */
		w = 1 / expm1(-fall);
		for (int i = 0; i < PARAMETERS; i++)
		{
			for (int j = i; j < PARAMETERS; j++)
			{
				double		first = h[i * 4 + j] + g[i] * g[j];
				double		second = h2[i * 4 + j] + g2[i] * g2[j];
				double		a = g[i] + w * (g[i] - g2[i]);
				double		b = g[j] + w * (g[j] - g2[j]);

				h[i * 4 + j] = first + w * (first - second) - a * b;
			}
		}
		for (int i = 0; i < PARAMETERS; i++)
			g[i] += w * (g[i] - g2[i]);
	}
	return value + log(-expm1(fall));
}

static double
survival(const double *p, double periods)
{
	return exp(log_survival(p, periods, NULL, NULL));
}

static double
retention(const double *p, double period)
{
	return exp(log_survival(p, period, NULL, NULL) - log_survival(p, period - 1, NULL, NULL));
}

/* A discounted period, t periods from the one that is decided, in log(t). */
typedef struct Ahead
{
	const double *p;
	double		from;			/* periods survived by then */
	double		survived;		/* log */
	double		discount;		/* log(1 + discount) */
} Ahead;

static double
period_ahead(const Ahead *c, double t)
{
	return exp(log_survival(c->p, c->from + t, NULL, NULL) - c->survived - c->discount * t);
}

static double
in_log(double v, const void *data)
{
	double		t = exp(v);

	return t * period_ahead(data, t);
}

/* The first so many periods are added one by one. */
#define PERIODS 1000

/*
 * The sum over t = 0, 1, ... of S(n + t) / S(n - 1) (1 + discount)^-t, which for a new contract is that over S(t):
 * one by one as long as that is not too many, then by the Euler-Maclaurin formula.
 */
static double
lifetime(const double *p, double discount, double renewals)
{
	Ahead		c = {p, renewals, log_survival(p, fmax(0, renewals - 1), NULL, NULL), log1p(discount)};
	double		sum = 0;
	double		last = INFINITY;

	for (int t = 0; t < PERIODS; t++)
	{
		CV_BREATHE_OFTEN(t);
		last = period_ahead(&c, t);
		sum += last;
		if (!(last > 1e-18 * sum))
			return sum;
	}
	last = period_ahead(&c, PERIODS);
	/* The integral, to where the discount alone leaves nothing, half of its first value, and a twelfth of its fall. */
	return sum + cv_gauss_parts(in_log, &c, log(PERIODS), log(PERIODS + 45 / c.discount), 1) + last / 2 -
		(period_ahead(&c, PERIODS + 1e-3 * PERIODS) - period_ahead(&c, PERIODS - 1e-3 * PERIODS)) /
		(2e-3 * PERIODS) / 12;
}

static void
units(double weight, double x, double last, double *unit)
{
	(void) weight;
	unit[B] = 1 + x / last;
}

/* The odds that the mean customer leaves in the first period. */
static const double dropout_effect[CV_FAMILY_MOST] = {[A] = 1};

const CvFamilyRecord cv_bdw =
{
	.name = "bdw", .subject = CV_OF_CONTRACTS, .form = CV_ROWS_CONTRACTS,
	.n = PARAMETERS, .term = {"a", "b", "c"}, .nstarts = 4,
	.start = {{1, 1, 1}, {0.3, 0.7, 1.5}, {3, 5, 0.7}, {0.1, 0.2, 2}}, .units = units,
	.row = contract_row, .dropout_effect = dropout_effect,
	.survival = survival, .retention = retention, .lifetime = lifetime
};
