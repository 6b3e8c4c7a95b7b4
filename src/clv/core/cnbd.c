/*
 * cnbd.c - MBG/CNBD-k: customers who buy at regular times and may stop after a purchase.
 *
 * A purchase is every k-th of events that come at random, with a rate of the customer's own, gamma distributed with
 * shape r and rate alpha over customers: times between purchases are Erlang distributed, and the more regular the
 * larger k.  After each purchase, the first one too, the customer stops with a probability of their own, beta
 * distributed with a and b (T. Reutterer, M. Platzer and N. Schroeder, International Journal of Research in Marketing
 * 38, 2021).  With k = 1 it is the MBG/NBD.
 *
 * Of the times between purchases the likelihood needs only their product, to the power of k - 1, over all customers: no
 * parameter moves it, so the rows are x, t_x and t, as in the other models.
 *
 * One who is still there has had j < k events since the last purchase, with probabilities that go by
 * (r + k x)_j / j! w^j, w being the time since that purchase in units of alpha + t.  All predictions are means over
 * these, of sums of positive terms: after i purchases more a customer is there with probability s(i), and buys for the
 * i-th time when k i - j events have come, which has a negative binomial distribution.
 */
#include "clv/core/cnbd.h"

#include <math.h>
#include <string.h>

#include "clv/core/beta.h"
#include "clv/core/sums.h"
#include "num/gauss.h"
#include "num/special.h"

/* More purchases than this are not added up: it has no answer for them. */
#define MOST_PURCHASES 10000

enum
{
	R,
	ALPHA,
	A,
	B
};

/*
 * The logarithm of the sum of (shape)_j / j! w^j over j < k; first by shape and alpha, second by both, with w falling
 * as alpha + t grows.
 */
static double
log_stages(int k, double shape, double w, double at_end, double *first, double *second)
{
	double		part = 1;
	double		total = 1;
	double		u = 0;			/* the logarithm of a part by shape */
	double		v = 0;
	double		mean[2] = {0};
	double		square[3] = {0};

	for (int j = 1; j < k; j++)
	{
		double		along = -j / at_end;

		part *= (shape + (j - 1)) / j * w;
		u += 1 / (shape + (j - 1));
		v += 1 / ((shape + (j - 1)) * (shape + (j - 1)));
		total += part;
		mean[0] += part * u;
		mean[1] += part * along;
		square[0] += part * (u * u - v);
		square[1] += part * u * along;
		square[2] += part * (along * along - along / at_end);
	}
	if (first != NULL)
	{
		for (int i = 0; i < 2; i++)
			first[i] = mean[i] / total;
		second[0] = square[0] / total - first[0] * first[0];
		second[1] = square[1] / total - first[0] * first[1];
		second[2] = square[2] / total - first[1] * first[1];
	}
	return log(total);
}

/* Log-likelihood of a row but for the times between purchases, gradient, and Hessian by rows of four. */
static double
row_of(int k, const double *p, CvSums *sums, const double *row, double *g, double *h)
{
	double		x = row[0];
	double		t = row[2];
	double		gap = t - row[1];
	double		events = k * x;
	double		shape = p[R] + events;
	double		at_end = p[ALPHA] + t;
	double		at_last = p[ALPHA] + row[1];
	double		last = p[B] + x;
	double		first[2];
	double		second[3];
	double		there;
	double		eta;

	cv_advance(sums, p[R], p[A], p[B], events, x + 1);
	there = log_stages(k, shape, gap / at_end, at_end, g == NULL ? NULL : first, second);
	eta = log(p[A] / last) + shape * log1p(gap / at_last);
	if (g != NULL)
	{
		double		stopped = cv_logistic(eta - there);
		double		alive = cv_logistic(there - eta);
		double		slope = -gap / (at_end * at_last);
		double		d[4] = {log1p(gap / at_last) - first[0], shape * slope - first[1], 1 / p[A], -1 / last};

		memset(h, 0, 16 * sizeof(double));
		g[R] = sums->r1 - log1p(t / p[ALPHA]) + first[0];
		g[ALPHA] = p[R] / p[ALPHA] - shape / at_end + first[1];
		g[A] = -sums->ab1;
		g[B] = sums->b1;
		for (int i = 0; i < 4; i++)
		{
			g[i] += stopped * d[i];
			for (int j = i; j < 4; j++)
				h[i * 4 + j] = stopped * alive * d[i] * d[j];
		}
		h[0] += -sums->r2 + alive * second[0];
		h[1] += t / (p[ALPHA] * at_end) + alive * second[1] + stopped * slope;
		h[5] += shape / (at_end * at_end) - p[R] / (p[ALPHA] * p[ALPHA]) + alive * second[2] -
			stopped * shape * slope * (at_end + at_last) / (at_end * at_last);
		h[10] += sums->ab2 - stopped / (p[A] * p[A]);
		h[11] += sums->ab2;
		h[15] += sums->ab2 - sums->b2 + stopped / (last * last);
	}
	/* r log(alpha) - (r + k x) log(alpha + t) */
	return sums->log_r - p[R] * log1p(t / p[ALPHA]) - events * log(at_end) + sums->log_b + there +
		cv_softplus(eta - there);
}

/* A customer who is there: how many events since the last purchase, and how they go on. */
typedef struct There
{
	int			k;
	double		chance[CV_MOST_K];	/* of so many events */
	double		shape;
	double		unit;			/* of time */
	double		a;
	double		b;				/* of stopping after the next purchase */
} There;

static There
there_at(int k, const double *p, double x, double t_x, double t)
{
	There		c = {.k = k, .shape = p[R] + k * x, .unit = p[ALPHA] + t, .a = p[A], .b = p[B] + x + 1};
	double		w = (t - t_x) / c.unit;
	double		total = 0;
	double		part = 1;

	for (int j = 0; j < k; j++)
	{
		c.chance[j] = part;
		total += part;
		part *= (c.shape + j) / (j + 1) * w;
	}
	for (int j = 0; j < k; j++)
		c.chance[j] /= total;
	return c;
}

/* Have so many events, or more, come in a time of z (in units of alpha + t)? */
static double
chance_of_events(const There *c, int j, double n, double z)
{
	return n <= 0 ? 1 : cv_beta_low(z / (1 + z), n, c->shape + j);
}

/*
 * The sum over purchases i = 1, 2, ... of the chance that there is time for them, times s(i - 1), or the loss of s
 * there.
 */
static double
sum_of_purchases(const There *c, double z, bool losses)
{
	double		sum = 0;

	if (!((c->shape + c->k) * z < MOST_PURCHASES * (double) c->k))
		return NAN;
	for (int j = 0; j < c->k; j++)
	{
		double		stay = 1;
		double		before = 0;

		for (double i = 1; c->chance[j] > 0; i++)
		{
			double		loss = stay / (1 + (c->b + (i - 1)) / c->a);
			double		term = chance_of_events(c, j, c->k * i - j, z) * (losses ? loss : stay);

			CV_BREATHE_OFTEN((int64_t) i);
			if (!isfinite(term) || i > MOST_PURCHASES)
				return NAN;
			sum += c->chance[j] * term;
			if (term <= 1e-17 * sum || (i > 1 && term < before && term <= 1e-16 * sum * (1 - term / before)))
				break;
			before = term;
			stay /= 1 + c->a / (c->b + (i - 1));
		}
	}
	return sum;
}

static double
alive_at(int k, const double *p, double x, double t_x, double t)
{
	double		gap = t - t_x;
	double		there = log_stages(k, p[R] + k * x, gap / (p[ALPHA] + t), p[ALPHA] + t, NULL, NULL);

	return cv_logistic(there - log(p[A] / (p[B] + x)) - (p[R] + k * x) * log1p(gap / (p[ALPHA] + t_x)));
}

static double
alive_of(int k, const double *p, double x, double t_x, double t, double ahead)
{
	There		c = there_at(k, p, x, t_x, t);
	double		z = ahead / c.unit;

	if (!isfinite(z))
		return NAN;
	return alive_at(k, p, x, t_x, t) * (ahead == 0 ? 1 : fmax(0, 1 - sum_of_purchases(&c, z, true)));
}

/* Discounted at a rate for each unit of alpha + t, of a customer with this rate of events: without end. */
typedef struct Discounted
{
	const There *c;
	double		rate;
} Discounted;

static double
discounted_step(double v, const void *data)
{
	const Discounted *d = data;
	const There *c = d->c;
	double		x = exp(v);
	double		a_event = log1p(d->rate / x);
	double		density = 0;

	for (int j = 0; j < c->k; j++)
		density += c->chance[j] * exp((c->shape + j) * v - x - lgamma(c->shape + j) + j * a_event);
	return density > 0 ? density * cv_occasions_to_come(c->a, c->b, c->k * a_event, INFINITY) : 0;
}

/* Where the density of the logarithm of a gamma variate, and what it is multiplied by, leave something. */
static double
discounted_without_end(const There *c, double rate)
{
	Discounted	d = {c, rate};
	double		s = c->shape;
	double		width = 13 / sqrt(s);
	double		low = s > 200 ? log(s) - width : fmax(log(s) - 45 / s - 1, fmin(log(s), log(rate)) - 45 / (s + 1));

	return cv_gauss_parts(discounted_step, &d, low, log(s + c->k + 13 * sqrt(s + c->k) + 60), s > 200 ? width / 4 : 1);
}

/* exp(-rate u) times purchases in a time of u, in log(1 + u). */
static double
by_parts_step(double v, const void *data)
{
	const Discounted *d = data;
	double		u = expm1(v);

	return exp(v - d->rate * u) * sum_of_purchases(d->c, u, false);
}

static double
to_come_of(int k, const double *p, double x, double t_x, double t, double discount, double horizon)
{
	There		c = there_at(k, p, x, t_x, t);
	double		z = horizon / c.unit;
	Discounted	d = {&c, discount * c.unit};
	double		until;

	if (horizon == 0)
		return 0;
	if (!isfinite(c.shape) || !isfinite(c.unit) || (discount == 0 && !isfinite(c.shape * z)) || !isfinite(d.rate))
		return NAN;
	if (d.rate * z > 45)
		return discounted_without_end(&c, d.rate);
	until = sum_of_purchases(&c, z, false);
	if (discount == 0 || !isfinite(until))
		return until;
	return d.rate * cv_gauss_parts(by_parts_step, &d, fmax(0, log1p(z) - 45), log1p(z), 2) + exp(-d.rate * z) * until;
}

/* The probability of n purchases or more, of a customer who may have stopped. */
static double
chance_at(int k, const double *p, const double *row, double horizon, double n)
{
	There		c = there_at(k, p, row[0], row[1], row[2]);
	double		sum = 0;

	if (n == 0)
		return 1;
	if (!isfinite(horizon / c.unit))
		return NAN;
	for (int j = 0; j < k; j++)
		sum += c.chance[j] * chance_of_events(&c, j, k * n - j, horizon / c.unit);
	return alive_at(k, p, row[0], row[1], row[2]) * exp(cv_log_stay(c.a, c.b, n - 1)) * fmin(1, sum);
}

/* Of one who buys for the first time now: n purchases and no time for another, or stopped after the n-th. */
static double
pmf_of(int k, const double *p, double n, double horizon)
{
	There		c = {.k = k, .shape = p[R], .a = p[A], .b = p[B]};
	double		z = horizon / p[ALPHA];
	double		stay = exp(cv_log_stay(c.a, c.b, n));
	double		enough = chance_of_events(&c, 0, k * n, z);
	double		more = chance_of_events(&c, 0, k * (n + 1), z);
	double		exactly = 0;

	if (!isfinite(z))
		return NAN;
	if (z > 0)
	{
		double		part = exp(cv_log_ways(p[R], k * n) - p[R] * log1p(z) - (n > 0 ? k * n * log1p(1 / z) : 0));

		for (int j = 0; j < k; j++)
		{
			exactly += part;
			part *= (p[R] + k * n + j) / (k * n + j + 1) * (z / (1 + z));
		}
	}
	else
		exactly = n == 0;
	return fmin(1, stay / (1 + c.a / (c.b + n)) * fmin(exactly, enough) +
				stay / (1 + (c.b + n) / c.a) * (exactly + more));
}

/* What is said of time moves with the mean time between events. */
#define FUNCTIONS(k) \
	static double row_##k(const double *p, CvSums *sums, const double *row, double *g, double *h) \
	{ \
		return row_of(k, p, sums, row, g, h); \
	} \
	static double alive_##k(const double *p, double x, double t_x, double t, double ahead) \
	{ \
		return alive_of(k, p, x, t_x, t, ahead); \
	} \
	static double to_come_##k(const double *p, double x, double t_x, double t, double discount, double horizon) \
	{ \
		return to_come_of(k, p, x, t_x, t, discount, horizon); \
	} \
	static double pmf_##k(const double *p, double n, double horizon) \
	{ \
		return pmf_of(k, p, n, horizon); \
	} \
	static double chance_##k(const double *p, const double *row, double horizon, double n) \
	{ \
		return chance_at(k, p, row, horizon, n); \
	} \
	static void units_##k(double weight, double x, double last, double *unit) \
	{ \
		(void) weight; \
		unit[ALPHA] = last / x / k; \
	}

#define EACH(F) F(1) F(2) F(3) F(4) F(5) F(6) F(7) F(8) F(9) F(10) F(11) F(12)
EACH(FUNCTIONS)

#define RECORD(k) \
	{ \
		.name = "mbg/cnbd-k", .subject = CV_OF_PURCHASES, .form = CV_ROWS_TIMED, .every = k, \
		.n = 4, .term = {"r", "alpha", "a", "b"}, .nstarts = 8, .units = units_##k, \
		.start = {{0.5, 0.5, 1, 2}, {5, 1.5, 0.3, 0.05}, {0.3, 0.3, 20, 100}, {0.5, 0.5, 0.1, 1}, {2, 2, 0.05, 0.5}, \
			{1.5, 0.3, 1, 0.3}, {5, 0.5, 1, 0.2}, {0.3, 0.1, 50, 20}}, \
		.row = row_##k, .alive = alive_##k, .to_come_since = to_come_##k, .pmf = pmf_##k, .chance = chance_##k \
	}
#define RECORD_AND_COMMA(k) RECORD(k),

const CvFamilyRecord cv_mbgcnbd = RECORD(1);
const CvFamilyRecord cv_mbgcnbd_every[CV_MOST_K] = {EACH(RECORD_AND_COMMA)};
