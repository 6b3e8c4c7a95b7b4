/*
 * bgnbd.c - BG/NBD, MBG/NBD and NBD: customers buy at random and may stop after a purchase.
 *
 * While active a customer buys at random with a rate of their own, gamma distributed with
 * shape r and rate alpha over customers; after each repeat purchase they stop with a probability of their own,
 * beta distributed with a and b (BG/NBD: P. Fader, B. Hardie and K. Lee, Marketing Science 24,
 * 2005).  In the MBG/NBD they may also stop right after the first purchase (E. Batislam, M. Denizel
 * and A. Filiztekin, International Journal of Research in Marketing 24, 2007); in the NBD never (A. Ehrenberg, Applied
 * Statistics 8, 1959).
 *
 * The usual forms of what these models predict are hypergeometric functions, which have poles where there is nothing
 * special (a = 1) and are differences of large numbers.  Here all are sums and integrals of positive terms.
 */
#include "clv/core/bgnbd.h"

#include <math.h>
#include <string.h>

#include "clv/core/beta.h"
#include "clv/core/family.h"
#include "clv/core/sums.h"
#include "num/gauss.h"
#include "num/special.h"

enum
{
	R,
	ALPHA,
	A,
	B
};

/* log of (r)_k / k!, how many ways lead to k purchases. */
double
cv_log_ways(double r, double k)
{
	double		sum = 0;

	for (double j = 0; j < k; j++)
	{
		CV_BREATHE(j);
		sum += log((r + j) / (j + 1));
	}
	return sum;
}

/* log of the probability to get over n chances to stop. */
double
cv_log_stay(double a, double b, double n)
{
	double		sum = 0;

	for (double j = 0; j < n; j++)
	{
		CV_BREATHE(j);
		sum -= log1p(a / (b + j));
	}
	return sum;
}

/* Log-likelihood of a row with k chances to have stopped, gradient, and Hessian by rows of four. */
static double
likelihood(const double *p, CvSums *sums, const double *row, double k, double *g, double *h)
{
	double		x = row[0];
	double		t = row[2];
	double		gap = t - row[1];
	double		shape = p[R] + x;
	double		at_end = p[ALPHA] + t;
	double		at_last = p[ALPHA] + row[1];
	double		value;

	cv_advance(sums, p[R], p[A], p[B], x, k);
	/* r log(alpha) - (r + x) log(alpha + t) */
	value = sums->log_r - p[R] * log1p(t / p[ALPHA]) - x * log(at_end) + sums->log_b;
	if (g != NULL)
	{
		memset(g, 0, 4 * sizeof(double));
		memset(h, 0, 16 * sizeof(double));
		g[R] = sums->r1 - log1p(t / p[ALPHA]);
		g[ALPHA] = p[R] / p[ALPHA] - shape / at_end;
		h[0] = -sums->r2;
		h[1] = t / (p[ALPHA] * at_end);
		h[5] = shape / (at_end * at_end) - p[R] / (p[ALPHA] * p[ALPHA]);
		g[A] = -sums->ab1;
		g[B] = sums->b1;
		h[10] = h[11] = sums->ab2;
		h[15] = sums->ab2 - sums->b2;
	}
	if (k > 0)
	{
		/* Or stopped right after the last purchase. */
		double		last = p[B] + (k - 1);
		double		eta = log(p[A] / last) + shape * log1p(gap / at_last);

		value += cv_softplus(eta);
		if (g != NULL)
		{
			double		stopped = cv_logistic(eta);
			double		both = stopped * cv_logistic(-eta);
			double		slope = -gap / (at_end * at_last);
			double		d[4] = {log1p(gap / at_last), shape * slope, 1 / p[A], -1 / last};

			for (int i = 0; i < 4; i++)
			{
				g[i] += stopped * d[i];
				for (int j = i; j < 4; j++)
					h[i * 4 + j] += both * d[i] * d[j];
			}
			h[1] += stopped * slope;
			h[5] -= stopped * shape * slope * (at_end + at_last) / (at_end * at_last);
			h[10] -= stopped / (p[A] * p[A]);
			h[15] += stopped / (last * last);
		}
	}
	return value;
}

/* (1 - (1 + q z)^-shape) / q: purchases of one who stops after each with probability q. */
static double
until_stop(double log_q, double log_stay, const double *c)
{
	double		q = exp(log_q);

	(void) log_stay;
	return log_q < -700 ? c[0] * c[1] : -expm1(-c[0] * log1p(q * c[1])) / q;
}

/* (1 + q z)^-shape: the probability that they have not stopped. */
static double
no_stop(double log_q, double log_stay, const double *c)
{
	(void) log_stay;
	return exp(-c[0] * log1p(exp(log_q) * c[1]));
}

/*
 * Discounted purchases of one who stops after each with probability q: the integral of
 * shape exp(-rate u) (1 + q u)^-(shape + 1) over u to a horizon, as the one without end less the one from there on.
 */
static double
discounted_until_stop(double log_q, double log_stay, const double *c)
{
	double		q = exp(log_q);
	double		later = 0;

	(void) log_stay;
	if (q * (c[0] + 1) < 1e-17 * c[1])
		return c[0] / c[1] * -expm1(-c[1] * c[2]);
	if (c[1] * c[2] < 40)
		later = exp(-c[1] * c[2] - c[0] * log1p(q * c[2])) * cv_exp_integral(c[0] + 1, c[1] / q * (1 + q * c[2]));
	return c[0] / q * (cv_exp_integral(c[0] + 1, c[1] / q) - later);
}

double
cv_expected_integral(double shape, double z, double a, double b)
{
	return cv_beta_mean(a, b, until_stop, (double[2]) {shape, z}, shape * z, log1p(shape) + log1p(z));
}

/*
 * The same as a sum over how many times a customer would buy who does not stop: negative binomial
 * with shape and w = z / (1 + z).  All terms are positive.  For shape * log(1 + z) below 700.  Not a number where
 * it has no end.
 */
double
cv_expected_series(double shape, double z, double a, double b)
{
	double		w = z / (1 + z);
	double		chance = exp(-shape * log1p(z));	/* of k purchases */
	double		stay = 1;		/* mean probability to get over k stops */
	double		bought = 0;		/* of k purchases, before they stop */
	double		sum = 0;

	for (double k = 0; k < CV_MOST_STEPS; k++)
	{
		double		ratio = w * (shape + k) / (k + 1);

		CV_BREATHE(k);
		sum += chance * bought;
		if (k > 0 && ratio < 1 && chance * bought <= 1e-17 * sum * (1 - ratio))
			return sum;
		bought += stay;
		stay /= 1 + a / (b + k);	/* also where a + b overflows */
		chance *= ratio;
	}
	return NAN;
}

/* Purchases in a time of z (in units of alpha + t) by a customer who is alive. */
static double
expected_alive(double shape, double z, double a, double b)
{
	double		mean = shape * z;

	/* About as many terms as the integral has steps, or fewer. */
	if (mean + 12 * sqrt(mean * (1 + z)) + 40 * (1 + z) < 150)
		return cv_expected_series(shape, z, a, b);
	return cv_expected_integral(shape, z, a, b);
}

/* exp(-rate u) times those in a time of u, in log(1 + u). */
typedef struct Alive
{
	double		shape;
	double		rate;
	double		a;
	double		b;
} Alive;

static double
discounted_step(double v, const void *data)
{
	const Alive *c = data;
	double		u = expm1(v);

	return exp(v - c->rate * u) * expected_alive(c->shape, u, c->a, c->b);
}

/* The same, discounted at this rate. */
static double
discounted_alive(double shape, double z, double rate, double a, double b)
{
	Alive		c = {shape, rate, a, b};

	if (rate == 0)
		return expected_alive(shape, z, a, b);
	if (rate * z > 1)
		return cv_beta_mean(a, b, discounted_until_stop, (double[3]) {shape, rate, z}, -shape * expm1(-rate * z) / rate,
						 log1p((shape + 1) / rate) + (isfinite(z) ? log1p(shape) + log1p(z) : 0));
	/*
	 * By parts, since purchases come at the derivative of their number.  The integrand grows at least as u does,
	 * so that all before the last 45 is below 1e-19 of it.
	 */
	return rate * cv_gauss_parts(discounted_step, &c, fmax(0, log1p(z) - 45), log1p(z), 2) +
		exp(-rate * z) * expected_alive(shape, z, a, b);
}


/* How likely is it that a customer with k chances to stop did not, by t? */
static double
alive_at(const double *p, double x, double k, double t_x, double t)
{
	if (k == 0)
		return 1;
	return cv_logistic(-log(p[A] / (p[B] + (k - 1))) - (p[R] + x) * log1p((t - t_x) / (p[ALPHA] + t_x)));
}

static double
alive(const double *p, double x, double k, double t_x, double t, double ahead)
{
	double		z = ahead / (p[ALPHA] + t);
	double		shape = p[R] + x;

	if (!isfinite(z))
		return NAN;
	if (ahead == 0)
		return alive_at(p, x, k, t_x, t);
	return alive_at(p, x, k, t_x, t) *
		cv_beta_mean(p[A], p[B] + k, no_stop, (double[2]) {shape, z}, 1, log1p(shape) + log1p(z));
}

static double
to_come(const double *p, double x, double k, double t, double discount, double horizon)
{
	double		shape = p[R] + x;
	double		unit = p[ALPHA] + t;	/* of time */
	double		z = horizon / unit;

	if (horizon == 0)
		return 0;
	if (!isfinite(shape) || !isfinite(unit) || (discount == 0 && !isfinite(shape * z)))
		return NAN;
	return discounted_alive(shape, z, discount * unit, p[A], p[B] + k);
}

/* n purchases or more, of one who had k chances to stop: not then, nor at the next n - 1, and there is time for n. */
static double
chance(const double *p, const double *row, double k, double horizon, double n)
{
	double		z = horizon / (p[ALPHA] + row[2]);

	if (!isfinite(z))
		return NAN;
	return alive_at(p, row[0], k, row[1], row[2]) * exp(cv_log_stay(p[A], p[B] + k, n - 1)) *
		cv_beta_low(z / (1 + z), n, p[R] + row[0]);
}

/* Of a customer with so many chances to stop; who never stops has none. */
static double
pmf(const double *p, double k, double chances, double horizon)
{
	double		z = horizon / p[ALPHA];
	double		bought;
	double		stay = chances > 1 ? cv_log_stay(p[A], p[B], chances - 1) : 0;
	double		stopped = 0;

	if (!isfinite(z))
		return NAN;
	/* As one who never stops. */
	bought = horizon > 0 ? exp(cv_log_ways(p[R], k) - p[R] * log1p(z) - (k > 0 ? k * log1p(1 / z) : 0)) : k == 0;
	if (chances > 0)
	{
		/* Or as one who would have bought as often and more, had they not stopped right then. */
		double		last = p[B] + (chances - 1);

		stopped = exp(stay - log1p(last / p[A])) * (k == 0 ? 1 : horizon > 0 ? cv_beta_low(z / (1 + z), k, p[R]) : 0);
		stay -= log1p(p[A] / last);
	}
	return fmin(1, exp(stay) * bought + stopped);
}

/* What is said of time moves with the mean time between purchases. */
static void
units(double weight, double x, double last, double *unit)
{
	(void) weight;
	unit[ALPHA] = last / x;
}

/* More purchases by the rate; a and b alike by stopping, which leaves its mean and moves its certainty. */
static const double purchase_effect[CV_FAMILY_MOST] = {[ALPHA] = -1};
static const double dropout_effect[CV_FAMILY_MOST] = {[A] = 1, [B] = 1};

#define STARTS \
	{{0.5, 0.5, 1, 2}, {5, 1.5, 0.3, 0.05}, {0.3, 0.3, 20, 100}, {0.5, 0.5, 0.1, 1}, {2, 2, 0.05, 0.5}, \
		{1.5, 0.3, 1, 0.3}, {5, 0.5, 1, 0.2}, {0.3, 0.1, 50, 20}}

/* Chances to stop: each repeat purchase. */
static double
bg_row(const double *p, CvSums *sums, const double *row, double *g, double *h)
{
	return likelihood(p, sums, row, row[0], g, h);
}

static double
bg_alive(const double *p, double x, double t_x, double t, double ahead)
{
	return alive(p, x, x, t_x, t, ahead);
}

static double
bg_to_come(const double *p, double x, double t, double discount, double horizon)
{
	return to_come(p, x, x, t, discount, horizon);
}

static double
bg_chance(const double *p, const double *row, double horizon, double n)
{
	return chance(p, row, row[0], horizon, n);
}

static double
bg_pmf(const double *p, double k, double horizon)
{
	return pmf(p, k, k, horizon);
}

const CvFamilyRecord cv_bgnbd =
{
	.name = "bg/nbd", .subject = CV_OF_PURCHASES, .form = CV_ROWS_TIMED,
	.n = 4, .term = {"r", "alpha", "a", "b"}, .nstarts = 8, .start = STARTS, .units = units,
	.row = bg_row, .any_time = true, .purchase_effect = purchase_effect, .dropout_effect = dropout_effect,
	.alive = bg_alive, .to_come = bg_to_come, .pmf = bg_pmf, .chance = bg_chance
};

/* And the first purchase. */
static double
mbg_row(const double *p, CvSums *sums, const double *row, double *g, double *h)
{
	return likelihood(p, sums, row, row[0] + 1, g, h);
}

static double
mbg_alive(const double *p, double x, double t_x, double t, double ahead)
{
	return alive(p, x, x + 1, t_x, t, ahead);
}

static double
mbg_to_come(const double *p, double x, double t, double discount, double horizon)
{
	return to_come(p, x, x + 1, t, discount, horizon);
}

static double
mbg_chance(const double *p, const double *row, double horizon, double n)
{
	return chance(p, row, row[0] + 1, horizon, n);
}

static double
mbg_pmf(const double *p, double k, double horizon)
{
	return pmf(p, k, k + 1, horizon);
}

const CvFamilyRecord cv_mbgnbd =
{
	.name = "mbg/nbd", .subject = CV_OF_PURCHASES, .form = CV_ROWS_TIMED,
	.n = 4, .term = {"r", "alpha", "a", "b"}, .nstarts = 8, .start = STARTS, .units = units,
	.row = mbg_row, .any_time = true, .purchase_effect = purchase_effect, .dropout_effect = dropout_effect,
	.alive = mbg_alive, .to_come = mbg_to_come, .pmf = mbg_pmf, .chance = mbg_chance
};

/* None. */
static double
nbd_row(const double *p, CvSums *sums, const double *row, double *g, double *h)
{
	return likelihood(p, sums, row, 0, g, h);
}

static double
nbd_alive(const double *p, double x, double t_x, double t, double ahead)
{
	(void) x;
	(void) t_x;
	return isfinite(ahead / (p[ALPHA] + t)) ? 1 : NAN;
}

static double
nbd_to_come(const double *p, double x, double t, double discount, double horizon)
{
	double		shape = p[R] + x;
	double		unit = p[ALPHA] + t;
	double		z = horizon / unit;

	if (horizon == 0)
		return 0;
	if (!isfinite(shape) || !isfinite(unit) || (discount == 0 && !isfinite(shape * z)))
		return NAN;
	return shape * (discount == 0 ? z : -expm1(-discount * horizon) / (discount * unit));
}

static double
nbd_chance(const double *p, const double *row, double horizon, double n)
{
	double		z = horizon / (p[ALPHA] + row[2]);

	return isfinite(z) ? cv_beta_low(z / (1 + z), n, p[R] + row[0]) : NAN;
}

static double
nbd_pmf(const double *p, double k, double horizon)
{
	return pmf(p, k, 0, horizon);
}

const CvFamilyRecord cv_nbd =
{
	.name = "nbd", .subject = CV_OF_PURCHASES, .form = CV_ROWS_TIMED,
	.n = 2, .term = {"r", "alpha"}, .nstarts = 1, .start = {{0.5, 0.5}}, .units = units,
	.row = nbd_row, .any_time = true, .alive = nbd_alive, .to_come = nbd_to_come, .pmf = nbd_pmf, .chance = nbd_chance
};
