/*
 * pareto.c - Pareto/NBD: customers buy at random and may stop at any time.
 *
 * While active a customer buys at random with a rate of their own, gamma distributed with shape r and rate alpha over
 * customers, and stops at any time with a rate of their own, gamma distributed with shape s and
 * rate beta (D. Schmittlein, D. Morrison and R. Colombo, Management Science 33, 1987).
 */
#include "clv/core/family.h"

#include <math.h>
#include <string.h>

#include "clv/core/bgnbd.h"
#include "clv/core/sums.h"
#include "num/gauss.h"
#include "num/special.h"

/* An integrand has few peaks. */
#define MOST_SPLITS 20000

enum
{
	R,
	ALPHA,
	S,
	BETA
};

/*
 * The Pareto/NBD likelihood of a customer is that of having lived to t, plus that of having stopped
 * at any u from t_x to t:
 *
 *	(alpha + t)^-A (beta + t)^-s + s integral (alpha + u)^-A (beta + u)^-(s + 1) du
 *
 * with A = r + x, times factors that do not matter here.  The integrand is positive and smooth in log(c + u), c the
 * smaller of alpha and beta, so 32 points give thirteen digits; hypergeometric functions, the usual form, are a
 * difference of large numbers.  Returns the logarithm; the first of the parts is having lived to t.
 */
typedef struct Parts
{
	int			n;
	double		part[1 + CV_GAUSS_POINTS];	/* logarithms; then shares of the whole */
	double		u[1 + CV_GAUSS_POINTS];
	double		log_alpha[1 + CV_GAUSS_POINTS];	/* log(alpha + u) */
	double		log_beta[1 + CV_GAUSS_POINTS];
} Parts;

static double
pareto_parts(const double *p, const double *row, Parts *q)
{
	double		shape = p[R] + row[0];
	double		c = fmin(p[ALPHA], p[BETA]);
	double		from = log(c + row[1]);
	double		to = log(c + row[2]);
	double		decay = shape * (c + row[1]) / (p[ALPHA] + row[1]) +
		(p[S] + 1) * (c + row[1]) / (p[BETA] + row[1]) - 1;
	double		half;
	double		factor;
	double		most;
	double		sum = 0;

	q->n = 1;
	q->u[0] = row[2];
	q->log_alpha[0] = log(p[ALPHA] + row[2]);
	q->log_beta[0] = log(p[BETA] + row[2]);
	most = q->part[0] = -shape * q->log_alpha[0] - p[S] * q->log_beta[0];
	/* Whatever is farther is less than 1e-26 of it. */
	if (decay > 0.5)
		to = fmin(to, from + 60 / decay);
	half = (to - from) / 2;
	factor = log(half * p[S]);
	for (; half > 0 && q->n <= CV_GAUSS_POINTS; q->n++)
	{
		int			i = (q->n - 1) / 2;
		double		v = from + half * (1 + (q->n % 2 == 0 ? cv_gauss[i].node : -cv_gauss[i].node));
		double		u = exp(v) - c;

		q->u[q->n] = u;
		/* One of them is v itself. */
		q->log_alpha[q->n] = c == p[ALPHA] ? v : log(p[ALPHA] + u);
		q->log_beta[q->n] = c == p[BETA] ? v : log(p[BETA] + u);
		q->part[q->n] = cv_gauss[i].log_weight + factor + v - shape * q->log_alpha[q->n] -
			(p[S] + 1) * q->log_beta[q->n];
		most = fmax(most, q->part[q->n]);
	}
	for (int i = 0; i < q->n; i++)
	{
		q->part[i] = exp(q->part[i] - most);
		sum += q->part[i];
	}
	for (int i = 0; i < q->n; i++)
		q->part[i] /= sum;
	return most + log(sum);
}

/* Log-likelihood of a row of Pareto/NBD, gradient, and Hessian by rows of four. */
static double
pareto_row(const double *p, CvSums *sums, const double *row, double *g, double *h)
{
	double		shape = p[R] + row[0];
	Parts		q;
	double		value = pareto_parts(p, row, &q);
	double		base[4];
	double		mean[4] = {0};

	cv_advance(sums, p[R], p[S], p[BETA], row[0], 0);
	value += sums->log_r + p[R] * log(p[ALPHA]) + p[S] * log(p[BETA]);
	if (g == NULL)
		return value;
	memset(h, 0, 16 * sizeof(double));
	/* From having lived to t, so that differences stay small. */
	base[0] = -log1p(row[2] / p[ALPHA]);
	base[1] = p[R] / p[ALPHA] - shape / (p[ALPHA] + row[2]);
	base[2] = -log1p(row[2] / p[BETA]);
	base[3] = p[S] / p[BETA] - p[S] / (p[BETA] + row[2]);
	for (int i = 0; i < q.n; i++)
	{
		double		part = q.part[i];
		double		alpha = 1 / (p[ALPHA] + q.u[i]);
		double		beta = 1 / (p[BETA] + q.u[i]);
		double		fall = p[S] + (i > 0);
		double		d[4] = {0};

		if (part < 1e-22)
			continue;
		if (i > 0)
		{
			double		gap = row[2] - q.u[i];

			d[0] = q.log_alpha[0] - q.log_alpha[i];
			d[1] = -shape * gap * alpha / (p[ALPHA] + row[2]);
			d[2] = 1 / p[S] + q.log_beta[0] - q.log_beta[i];
			d[3] = p[S] / (p[BETA] + row[2]) - fall * beta;
			h[10] -= part / (p[S] * p[S]);
		}
		h[1] -= part * alpha;
		h[5] += part * shape * alpha * alpha;
		h[11] -= part * beta;
		h[15] += part * fall * beta * beta;
		for (int a = 0; a < 4; a++)
		{
			mean[a] += part * d[a];
			for (int b = a; b < 4; b++)
				h[a * 4 + b] += part * d[a] * d[b];
		}
	}
	for (int a = 0; a < 4; a++)
	{
		g[a] = base[a] + mean[a];
		for (int b = a; b < 4; b++)
			h[a * 4 + b] -= mean[a] * mean[b];
	}
	g[R] += sums->r1;
	h[0] -= sums->r2;
	h[1] += 1 / p[ALPHA];
	h[5] -= p[R] / (p[ALPHA] * p[ALPHA]);
	h[11] += 1 / p[BETA];
	h[15] -= p[S] / (p[BETA] * p[BETA]);
	return value;
}

/* log(1 + a / b), also where the ratio overflows, and (exp(v) - 1) times c, where the power does. */
static double
log1p_ratio(double a, double b)
{
	return isfinite(a / b) || isinf(a) ? log1p(a / b) : log(a) - log(b);
}

static double
scaled_expm1(double c, double v)
{
	return v > 700 ? exp(v + log(c)) : c * expm1(v);
}

/* exp(-rate u) (1 + u)^-s, in log(1 + u). */
static double
discounted_pareto(double v, const void *data)
{
	const double *c = data;

	return exp((1 - c[1]) * v - scaled_expm1(c[0], v));
}

typedef struct Purchases
{
	const double *p;
	double		k;
	double		ways;
	double		c;
	double		(*density) (double v, const void *data);
	int			splits;			/* done so far */
} Purchases;

/* Logarithm of the probability of k purchases until u, of one who does not stop, by du = (c + u) dv. */
static double
log_bought(const Purchases *q, double u, double v)
{
	const double *p = q->p;

	return q->ways - p[R] * log1p(u / p[ALPHA]) - (q->k > 0 ? q->k * log1p(p[ALPHA] / u) : 0) + log(q->c) + v;
}

/* Density of stopping at u with k purchases before, in log(c + u). */
static double
stopped_with(double v, const void *data)
{
	const Purchases *q = data;
	double		u = scaled_expm1(q->c, v);
	const double *p = q->p;

	return u > 0 ? exp(log_bought(q, u, v) + log(p[S] / p[BETA]) - (p[S] + 1) * log1p(u / p[BETA])) : 0;
}

/* Density of buying for the k-th time at u, not having stopped, in log(c + u). */
static double
bought_at(double v, const void *data)
{
	const Purchases *q = data;
	double		u = scaled_expm1(q->c, v);

	return u > 0 ? exp(log_bought(q, u, v) + log(q->k / u) - q->p[S] * log1p(u / q->p[BETA])) : 0;
}

/*
 * Integral from low to high, which is about whole, halved until that changes nothing.  Not a number where rounding, of
 * parameters that are beyond all reason, always changes something.
 */
static double
halved(Purchases *q, double low, double high, double whole, double total, int depth)
{
	double		middle = (low + high) / 2;
	double		left = cv_gauss_integral(q->density, q, low, middle);
	double		right = cv_gauss_integral(q->density, q, middle, high);

	cv_breathe();
	if (depth == 0 || !(fabs(left + right - whole) > 1e-11 * fmax(total, left + right)))
		return left + right;
	if (++q->splits > MOST_SPLITS)
		return NAN;
	return halved(q, low, middle, left, fmax(total, left + right), depth - 1) +
		halved(q, middle, high, right, fmax(total, left + right), depth - 1);
}

static double
alive(const double *p, double x, double t_x, double t, double ahead)
{
	Parts		q;

	pareto_parts(p, (double[3]) {x, t_x, t}, &q);
	return q.part[0] * exp(-p[S] * log1p(ahead / (p[BETA] + t)));
}

static double
to_come(const double *p, double x, double t, double discount, double horizon)
{
	double		c[2] = {discount * (p[BETA] + t), p[S]};
	double		end = fmin(log1p_ratio(horizon, p[BETA] + t), log1p_ratio(40, c[0]));
	double		fall = (1 - p[S]) * end;
	double		sum;

	if (horizon == 0)
		return 0;
	/* Of a time left that is Pareto distributed; s = 1 is no exception. */
	if (discount == 0)
		sum = end * (fall == 0 ? 1 : expm1(fall) / fall);
	else
		sum = cv_gauss_parts(discounted_pareto, c, 0, p[S] > 1 ? fmin(end, 45 / (p[S] - 1)) : end, 2);
	return (p[R] + x) * ((p[BETA] + t) / (p[ALPHA] + t)) * sum;
}

/* Integral of a density from now to horizon. */
static double
until(Purchases *q, double horizon)
{
	double		end = log1p_ratio(horizon, q->c);
	int			parts = (int) ceil(2 * end);
	double		sum = 0;

	for (int i = 0; i < parts; i++)
		sum += halved(q, end * i / parts, end * (i + 1) / parts, -1, sum, 12);
	return sum;
}

/* Active, with the parameters of one who is, and the n-th purchase comes before they stop: no difference of numbers. */
static double
chance(const double *p, const double *row, double horizon, double n)
{
	double		later[CV_FAMILY_MOST] = {[R] = p[R] + row[0], [ALPHA] = p[ALPHA] + row[2], [S] = p[S],
		[BETA] = p[BETA] + row[2]};
	Purchases	q = {later, n, cv_log_ways(later[R], n), fmin(later[ALPHA], later[BETA]), bought_at, 0};

	if (!isfinite(horizon / later[ALPHA]))
		return NAN;
	return fmin(1, until(&q, horizon)) * alive(p, row[0], row[1], row[2], 0);
}

static double
pmf(const double *p, double k, double horizon)
{
	double		z = horizon / p[ALPHA];
	Purchases	q = {p, k, cv_log_ways(p[R], k), fmin(p[ALPHA], p[BETA]), stopped_with, 0};
	double		bought;

	if (!isfinite(z))
		return NAN;
	/* As one who has not stopped. */
	bought = horizon > 0 ? exp(q.ways - p[R] * log1p(z) - (k > 0 ? k * log1p(1 / z) : 0)) : k == 0;
	return fmin(1, bought * exp(-p[S] * log1p_ratio(horizon, p[BETA])) + until(&q, horizon));
}

static void
units(double weight, double x, double last, double *unit)
{
	unit[ALPHA] = last / x;
	unit[BETA] = last / weight;
}

static const double purchase_effect[CV_FAMILY_MOST] = {[ALPHA] = -1};
static const double dropout_effect[CV_FAMILY_MOST] = {[BETA] = -1};

const CvFamilyRecord cv_pareto_nbd =
{
	.name = "pareto/nbd", .subject = CV_OF_PURCHASES, .form = CV_ROWS_TIMED,
	.n = 4, .term = {"r", "alpha", "s", "beta"}, .nstarts = 8,
	.start = {{0.5, 0.5, 0.5, 1}, {5, 5, 0.3, 0.05}, {0.3, 0.3, 20, 20}, {1, 1, 0.1, 1e-4}, {2, 2, 0.01, 1e-6},
		{3, 3, 0.003, 1e-3}, {1e4, 1e4, 0.1, 1e-6}, {5, 0.5, 0.5, 0.01}},
	.units = units, .row = pareto_row, .purchase_effect = purchase_effect, .dropout_effect = dropout_effect,
	.costly = true, .alive = alive, .to_come = to_come, .pmf = pmf, .chance = chance
};
