/*
 * purchase.c - models of when customers buy, and for how much.
 *
 * Ratios of gamma and beta functions are sums over the purchases of a customer, taken while walking through
 * the rows in order of x: differences of log-gamma functions lose their digits where
 * parameters are large.  All derivatives are exact.
 */
#include "num/purchase.h"

#include <math.h>
#include <string.h>

#include "num/special.h"

const CvFamilyTerms cv_family[CV_FAMILIES] =
{
	[CV_BGNBD] = {"bg/nbd", 4, {"r", "alpha", "a", "b"}},
	[CV_MBGNBD] = {"mbg/nbd", 4, {"r", "alpha", "a", "b"}},
	[CV_NBD] = {"nbd", 2, {"r", "alpha"}},
	[CV_GAMMA_GAMMA] = {"gamma-gamma", 3, {"p", "q", "gamma"}},
	[CV_PARETO_NBD] = {"pareto/nbd", 4, {"r", "alpha", "s", "beta"}},
};

/* How often a customer who bought x times after the first may have stopped by then. */
static double
chances(CvFamily family, double x)
{
	return family == CV_BGNBD || family == CV_MBGNBD ? x + (family == CV_MBGNBD) : 0;
}

/* Sums over j = 0 .. of what a customer with many purchases has in common with those with fewer. */
typedef struct Sums
{
	double		repeats;		/* how many terms each has */
	double		chances;
	double		log_r;			/* log(r + j) */
	double		r1;				/* 1 / (r + j) */
	double		r2;
	double		log_b;			/* -log1p(a / (b + j)) */
	double		ab1;			/* 1 / (a + b + j) */
	double		ab2;
	double		b1;				/* 1 / (b + j) - 1 / (a + b + j) */
	double		b2;				/* 1 / (b + j)^2 */
} Sums;

static void
advance(Sums *s, const double *p, double repeats, double chances)
{
	for (; s->repeats < repeats; s->repeats++)
	{
		double		v = 1 / (p[0] + s->repeats);

		s->log_r += log(p[0] + s->repeats);
		s->r1 += v;
		s->r2 += v * v;
	}
	for (; s->chances < chances; s->chances++)
	{
		double		b = p[3] + s->chances;
		double		v = 1 / (p[2] + b);

		s->log_b -= log1p(p[2] / b);
		s->ab1 += v;
		s->ab2 += v * v;
		s->b1 += p[2] * v / b;
		s->b2 += 1 / (b * b);
	}
}

/* Log-likelihood of a row of BG/NBD, MBG/NBD or NBD, gradient, and Hessian by rows of four. */
static double
purchase_row(CvFamily family, const double *p, Sums *sums, const double *row, double *g, double *h)
{
	double		x = row[0];
	double		t = row[2];
	double		gap = t - row[1];
	double		shape = p[0] + x;
	double		at_end = p[1] + t;
	double		at_last = p[1] + row[1];
	double		k = chances(family, x);
	double		value;

	advance(sums, p, x, k);
	/* r log(alpha) - (r + x) log(alpha + t) */
	value = sums->log_r - p[0] * log1p(t / p[1]) - x * log(at_end) + sums->log_b;
	if (g != NULL)
	{
		memset(g, 0, 4 * sizeof(double));
		memset(h, 0, 16 * sizeof(double));
		g[0] = sums->r1 - log1p(t / p[1]);
		g[1] = p[0] / p[1] - shape / at_end;
		h[0] = -sums->r2;
		h[1] = t / (p[1] * at_end);
		h[5] = shape / (at_end * at_end) - p[0] / (p[1] * p[1]);
		g[2] = -sums->ab1;
		g[3] = sums->b1;
		h[10] = h[11] = sums->ab2;
		h[15] = sums->ab2 - sums->b2;
	}
	if (k > 0)
	{
		/* Or stopped right after the last purchase. */
		double		last = p[3] + k - 1;
		double		eta = log(p[2] / last) + shape * log1p(gap / at_last);

		value += cv_softplus(eta);
		if (g != NULL)
		{
			double		stopped = cv_logistic(eta);
			double		both = stopped * cv_logistic(-eta);
			double		slope = -gap / (at_end * at_last);
			double		d[4] = {log1p(gap / at_last), shape * slope, 1 / p[2], -1 / last};

			for (int i = 0; i < 4; i++)
			{
				g[i] += stopped * d[i];
				for (int j = i; j < 4; j++)
					h[i * 4 + j] += both * d[i] * d[j];
			}
			h[1] += stopped * slope;
			h[5] -= stopped * shape * slope * (at_end + at_last) / (at_end * at_last);
			h[10] -= stopped / (p[2] * p[2]);
			h[15] += stopped / (last * last);
		}
	}
	return value;
}

/*
 * Nodes of the Gauss-Legendre rule of 32 points on [-1, 1], one half of them, and logarithms of
 * their weights.
 */
static const struct
{
	double		node;
	double		log_weight;
}			gauss[16] =
{
	{0.048307665687738316234, -2.3377969318791954067},
	{0.144471961582796493485, -2.3471775191742130897},
	{0.239287362252137074544, -2.3661171972104829093},
	{0.331868602282127649779, -2.3949868407368724974},
	{0.421351276130635345364, -2.4343797887852910045},
	{0.506899908932229390023, -2.4851635920714807560},
	{0.587715757240762329040, -2.5485636934665038410},
	{0.663044266930215200975, -2.6262979601604265517},
	{0.732182118740289680387, -2.7207977655059811163},
	{0.794483795967942406963, -2.8355865687925130330},
	{0.849367613732569970133, -2.9759677006607693940},
	{0.896321155766052123965, -3.1503787891021765526},
	{0.934906075937739689170, -3.3733722294882635339},
	{0.964762255587506430773, -3.6733185431605101263},
	{0.985611511545268335400, -4.1181622816923963740},
	{0.997263861849481563544, -4.9591900848988555168},
};

#define NODES 32

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
	double		part[1 + NODES];	/* logarithms; then shares of the whole */
	double		u[1 + NODES];
	double		log_alpha[1 + NODES];	/* log(alpha + u) */
	double		log_beta[1 + NODES];
} Parts;

static double
pareto_parts(const double *p, const double *row, Parts *q)
{
	double		shape = p[0] + row[0];
	double		c = fmin(p[1], p[3]);
	double		from = log(c + row[1]);
	double		to = log(c + row[2]);
	double		decay = shape * (c + row[1]) / (p[1] + row[1]) + (p[2] + 1) * (c + row[1]) / (p[3] + row[1]) - 1;
	double		half;
	double		factor;
	double		most;
	double		sum = 0;

	q->n = 1;
	q->u[0] = row[2];
	q->log_alpha[0] = log(p[1] + row[2]);
	q->log_beta[0] = log(p[3] + row[2]);
	most = q->part[0] = -shape * q->log_alpha[0] - p[2] * q->log_beta[0];
	/* Whatever is farther is less than 1e-26 of it. */
	if (decay > 0.5)
		to = fmin(to, from + 60 / decay);
	half = (to - from) / 2;
	factor = log(half * p[2]);
	for (; half > 0 && q->n <= NODES; q->n++)
	{
		int			i = (q->n - 1) / 2;
		double		v = from + half * (1 + (q->n % 2 == 0 ? gauss[i].node : -gauss[i].node));
		double		u = exp(v) - c;

		q->u[q->n] = u;
		/* One of them is v itself. */
		q->log_alpha[q->n] = c == p[1] ? v : log(p[1] + u);
		q->log_beta[q->n] = c == p[3] ? v : log(p[3] + u);
		q->part[q->n] = gauss[i].log_weight + factor + v - shape * q->log_alpha[q->n] - (p[2] + 1) * q->log_beta[q->n];
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
pareto_row(const double *p, Sums *sums, const double *row, double *g, double *h)
{
	double		shape = p[0] + row[0];
	Parts		q;
	double		value = pareto_parts(p, row, &q);
	double		base[4];
	double		mean[4] = {0};

	advance(sums, p, row[0], 0);
	value += sums->log_r + p[0] * log(p[1]) + p[2] * log(p[3]);
	if (g == NULL)
		return value;
	memset(h, 0, 16 * sizeof(double));
	/* From having lived to t, so that differences stay small. */
	base[0] = -log1p(row[2] / p[1]);
	base[1] = p[0] / p[1] - shape / (p[1] + row[2]);
	base[2] = -log1p(row[2] / p[3]);
	base[3] = p[2] / p[3] - p[2] / (p[3] + row[2]);
	for (int i = 0; i < q.n; i++)
	{
		double		part = q.part[i];
		double		alpha = 1 / (p[1] + q.u[i]);
		double		beta = 1 / (p[3] + q.u[i]);
		double		fall = p[2] + (i > 0);
		double		d[4] = {0};

		if (i > 0)
		{
			double		gap = row[2] - q.u[i];

			d[0] = q.log_alpha[0] - q.log_alpha[i];
			d[1] = -shape * gap * alpha / (p[1] + row[2]);
			d[2] = 1 / p[2] + q.log_beta[0] - q.log_beta[i];
			d[3] = p[2] / (p[3] + row[2]) - fall * beta;
			h[10] -= part / (p[2] * p[2]);
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
	g[0] += sums->r1;
	h[0] -= sums->r2;
	h[1] += 1 / p[1];
	h[5] -= p[0] / (p[1] * p[1]);
	h[11] += 1 / p[3];
	h[15] -= p[2] / (p[3] * p[3]);
	return value;
}

/* The same of the gamma-gamma model, rows of x and mean spend. */
static double
spend_row(const double *p, const double *row, double *g, double *h)
{
	double		x = row[0];
	double		m = row[1];
	double		px = p[0] * x;
	double		y = px + p[1];
	double		s = p[2] + m * x;
	double		log_share = -log1p(p[2] / (m * x));	/* log(m x / s) */

	if (g != NULL)
	{
		memset(g, 0, 4 * sizeof(double));
		memset(h, 0, 16 * sizeof(double));
		g[0] = x * (cv_digamma(y) - cv_digamma(px) + log_share);
		g[1] = cv_digamma(y) - cv_digamma(p[1]) + log(p[2] / s);
		g[2] = p[1] / p[2] - y / s;
		h[0] = x * x * (cv_trigamma(y) - cv_trigamma(px));
		h[1] = x * cv_trigamma(y);
		h[2] = -x / s;
		h[5] = cv_trigamma(y) - cv_trigamma(p[1]);
		h[6] = 1 / p[2] - 1 / s;
		h[10] = y / (s * s) - p[1] / (p[2] * p[2]);
	}
	return lgamma(y) - lgamma(px) - lgamma(p[1]) + p[1] * log(p[2] / s) + px * log_share - log(m);
}

double
cv_purchase_loglik(const void *data, const double *log_parameter, double *gradient, double *hessian)
{
	const CvCustomers *c = data;
	int			n = cv_family[c->family].n;
	int			width = c->family == CV_GAMMA_GAMMA ? 3 : 4;
	double		p[4] = {1, 1, 1, 1};
	double		value = 0;
	Sums		sums = {0};

	for (int i = 0; i < n; i++)
		p[i] = exp(log_parameter[i]);
	if (gradient != NULL)
	{
		memset(gradient, 0, n * sizeof(double));
		memset(hessian, 0, n * n * sizeof(double));
	}
	for (int64_t i = 0; i < c->n; i++)
	{
		const double *row = c->row + i * width;
		double		weight = row[width - 1];
		double		g[4];
		double		h[16];
		double	   *slope = gradient != NULL ? g : NULL;

		CV_BREATHE_OFTEN(i);
		if (c->family == CV_GAMMA_GAMMA)
			value += weight * spend_row(p, row, slope, h);
		else if (c->family == CV_PARETO_NBD)
			value += weight * pareto_row(p, &sums, row, slope, h);
		else
			value += weight * purchase_row(c->family, p, &sums, row, slope, h);
		if (gradient == NULL)
			continue;
		for (int a = 0; a < n; a++)
		{
			gradient[a] += weight * g[a] * p[a];
			hessian[a * n + a] += weight * g[a] * p[a];
			for (int b = a; b < n; b++)
				hessian[a * n + b] += weight * h[a * 4 + b] * p[a] * p[b];
		}
	}
	for (int a = 0; a < n && gradient != NULL; a++)
	{
		for (int b = 0; b < a; b++)
			hessian[a * n + b] = hessian[b * n + a];
	}
	return value;
}

/*
 * The maximum, in logarithms of the parameters, from a start that moves with the units of time and money.  False
 * where nobody bought again: then there is nothing to tell the parameters from.
 */
bool
cv_purchase_fit(const CvCustomers *c, CvNewton *fit)
{
	int			width = c->family == CV_GAMMA_GAMMA ? 3 : 4;
	double		weight = 0;
	double		x = 0;
	double		second = 0;		/* time, or spend */

	for (int64_t i = 0; i < c->n; i++)
	{
		const double *row = c->row + i * width;

		weight += row[width - 1];
		x += row[0] * row[width - 1];
		second += (c->family == CV_GAMMA_GAMMA ? row[0] * row[1] : row[2]) * row[width - 1];
	}
	fit->n = cv_family[c->family].n;
	fit->farthest = 15;
	fit->converged = fit->flat = false;
	if (!(x > 0) || !(second > 0) || !isfinite(weight) || !isfinite(second) || !isfinite(x))
		return false;
	if (c->family == CV_GAMMA_GAMMA)
	{
		fit->x[0] = 0;
		fit->x[1] = log(2);
		fit->x[2] = log(second / x);
	}
	else
	{
		fit->x[0] = log(0.5);
		fit->x[1] = log(0.5 * second / x);
		fit->x[2] = c->family == CV_PARETO_NBD ? log(0.5) : 0;
		fit->x[3] = log(c->family == CV_PARETO_NBD ? second / weight : 2);
	}
	cv_newton(cv_purchase_loglik, c, fit);
	return true;
}

/* The probability that the customer had not stopped at t. */
static double
alive_at(CvFamily family, const double *p, double x, double t_x, double t)
{
	double		k = chances(family, x);

	if (family == CV_PARETO_NBD)
	{
		Parts		q;

		pareto_parts(p, (double[3]) {x, t_x, t}, &q);
		return q.part[0];
	}
	if (k == 0)
		return 1;
	return cv_logistic(-log(p[2] / (p[3] + k - 1)) - (p[0] + x) * log1p((t - t_x) / (p[1] + t_x)));
}

/* Never needed, since both ends fall off or are cut at -40 and 40. */
#define MOST_STEPS 100000

/*
 * Mean of (1 - (1 + q z)^-shape) / q, or of (1 + q z)^-shape, over a probability q with a beta
 * distribution: in s = log(q / (1 - q)) everything is smooth and falls off exponentially at both
 * ends, so that equal steps are exact to all digits.  Where q, or 1 - q, has become nothing
 * the rest is a geometric series.
 */
static double
beta_mean(double shape, double z, double a, double b, bool expected)
{
	double		deviation = sqrt(1 / a + 1 / b);
	double		step = fmin(0.25, 0.6 * deviation);
	double		mode = log(a) - log(b);
	double		top = -a * cv_softplus(-mode) - b * cv_softplus(mode);
	double		sum = 0;
	double		weight = 0;

	/* All as good as at their mean, which steps in s could not tell apart. */
	if (deviation < 1e-6)
	{
		double		q = 1 / (1 + b / a);
		double		u = -shape * log1p(q * z);

		return expected ? -expm1(u) / q : exp(u);
	}
	for (int side = -1; side <= 1; side += 2)
	{
		for (int i = side < 0 ? 0 : 1; i < MOST_STEPS; i++)
		{
			double		s = mode + side * i * step;
			double		log_q = -cv_softplus(-s);
			double		w = exp(-a * cv_softplus(-s) - b * cv_softplus(s) - top);
			double		u = -shape * log1p(exp(log_q) * z);
			double		f = !expected ? exp(u) : log_q < -700 ? shape * z : -expm1(u) / exp(log_q);
			bool		over = side < 0 ? s + log1p(shape) + log1p(z) < -40 : s > 40;
			double		rest = over ? 1 / -expm1(-(side < 0 ? a : b) * step) : 1;

			sum += w * f * rest;
			weight += w * rest;
			if (over || w < 1e-300 || (w * f < 1e-18 * sum * step * fmin(1, fmin(a, b)) && w < 1e-18 * weight * step * fmin(1, fmin(a, b)) &&
									   (side > 0 || w * shape * z < 1e-18 * sum * step * fmin(1, a))))
				break;
		}
	}
	return sum / weight;
}

double
cv_expected_integral(double shape, double z, double a, double b)
{
	return beta_mean(shape, z, a, b, true);
}

/*
 * The same as a sum over how many times a customer would buy who does not stop: negative binomial
 * with shape and w = z / (1 + z).  All terms are positive.  For shape * log(1 + z) below 700.
 */
double
cv_expected_series(double shape, double z, double a, double b)
{
	double		w = z / (1 + z);
	double		c = a + b;
	double		chance = exp(-shape * log1p(z));	/* of k purchases */
	double		stay = 1;		/* mean probability to get over k stops */
	double		bought = 0;		/* of k purchases, before he stops */
	double		sum = 0;

	for (double k = 0;; k++)
	{
		double		ratio = w * (shape + k) / (k + 1);

		sum += chance * bought;
		if (k > 0 && ratio < 1 && chance * bought <= 1e-17 * sum * (1 - ratio))
			return sum;
		bought += stay;
		stay *= (b + k) / (c + k);
		chance *= ratio;
	}
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

double
cv_alive(CvFamily family, const double *p, double x, double t_x, double t, double ahead)
{
	double		alive = alive_at(family, p, x, t_x, t);

	if (family == CV_PARETO_NBD)
		return alive * exp(-p[2] * log1p(ahead / (p[3] + t)));
	if (!isfinite(ahead / (p[1] + t)))
		return NAN;
	if (ahead > 0 && family != CV_NBD)
		alive *= beta_mean(p[0] + x, ahead / (p[1] + t), p[2], p[3] + chances(family, x), false);
	return alive;
}

double
cv_expected(CvFamily family, const double *p, double x, double t_x, double t, double horizon)
{
	double		shape = p[0] + x;
	double		z = horizon / (p[1] + t);

	if (family == CV_NBD || z == 0 || !isfinite(shape * z))
		return shape * z;
	if (family == CV_PARETO_NBD)
	{
		/* Of a time left that is Pareto distributed; s = 1 is no exception. */
		double		reach = log1p(horizon / (p[3] + t));
		double		fall = (1 - p[2]) * reach;

		return alive_at(family, p, x, t_x, t) * shape * (p[3] + t) / (p[1] + t) * reach * (fall == 0 ? 1 : expm1(fall) / fall);
	}
	return alive_at(family, p, x, t_x, t) * expected_alive(shape, z, p[2], p[3] + chances(family, x));
}
