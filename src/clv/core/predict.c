/*
 * predict.c - what a model of purchases says of the time to come.
 *
 * The usual forms are hypergeometric functions, which have poles where there is nothing special (s = 1, a = 1) and
 * differences of large numbers.  Here all are sums and integrals of positive terms.
 */
#include "clv/core/predict.h"

#include <math.h>

#include "num/gauss.h"
#include "num/special.h"

/* Never needed, since both ends fall off or are cut at -40 and 40, series are short, and an integrand has few peaks. */
#define MOST_STEPS 100000
#define MOST_SPLITS 20000

/* A function of a probability q, by its logarithm and that of 1 - q; c are its constants. */
typedef double (*Curve) (double log_q, double log_stay, const double *c);

/*
 * Mean of a falling function over a probability q with a beta distribution: in s = log(q / (1 - q))
 * everything is smooth and falls off exponentially at both ends, so that equal steps are exact to all
 * digits.  The function is as good as constant, at most, where log(q) + reach is below -40, and where 1 - q has
 * become nothing; the rest there is a geometric series.  All terms count times the smaller of a, b and 1, since
 * that rest is up to one over it.
 */
static double
beta_mean(double a, double b, Curve f, const double *c, double most, double reach)
{
	double		deviation = sqrt(1 / a + 1 / b);
	double		step = fmin(0.25, 0.6 * deviation);
	double		mode = log(a) - log(b);
	double		top = -a * cv_softplus(-mode) - b * cv_softplus(mode);
	double		unit = fmin(1, fmin(a, b));
	double		sum = 0;
	double		weight = 0;

	/* All as good as at their mean, which steps in s could not tell apart. */
	if (deviation < 1e-6)
		return f(-cv_softplus(-mode), -cv_softplus(mode), c);
	/* That of the largest and smallest numbers, where the argument's overflows. */
	reach = fmin(reach, 1500);
	for (int side = -1; side <= 1; side += 2)
	{
		for (int i = side < 0 ? 0 : 1; i < MOST_STEPS; i++)
		{
			double		s = mode + side * i * step;
			double		log_q = -cv_softplus(-s);
			double		log_stay = -cv_softplus(s);
			double		w = exp(a * log_q + b * log_stay - top);
			double		value = f(log_q, log_stay, c);
			bool		over = side < 0 ? s + reach < -40 : s > 40;
			double		rest = over ? unit / -expm1(-(side < 0 ? a : b) * step) : unit;

			CV_BREATHE_OFTEN(i);
			sum += w * value * rest;
			weight += w * rest;
			if (over || !(w >= 1e-300) || !isfinite(sum) ||
				(w * value < 1e-18 * sum * step && w < 1e-18 * weight * step &&
				 (side > 0 || w * most < 1e-18 * sum * step * (fmin(1, a) / unit))))
				break;
		}
	}
	return sum / weight;
}

/* (1 - (1 + q z)^-shape) / q: purchases of one who stops after each with probability q. */
static double
until_stop(double log_q, double log_stay, const double *c)
{
	double		q = exp(log_q);

	(void) log_stay;
	return log_q < -700 ? c[0] * c[1] : -expm1(-c[0] * log1p(q * c[1])) / q;
}

/* (1 + q z)^-shape: the probability that he has not stopped. */
static double
no_stop(double log_q, double log_stay, const double *c)
{
	(void) log_stay;
	return exp(-c[0] * log1p(exp(log_q) * c[1]));
}

/* Sum of w^i over i from 1 to occasions, w being exp(-discount) (1 - q), divided by 1 - q. */
static double
occasions_left(double log_q, double log_stay, const double *c)
{
	double		u = log_stay - c[0];

	(void) log_q;
	return exp(-c[0]) * (u == 0 ? c[1] : expm1(c[1] * u) / expm1(u));
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
	return beta_mean(a, b, until_stop, (double[2]) {shape, z}, shape * z, log1p(shape) + log1p(z));
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
	double		bought = 0;		/* of k purchases, before he stops */
	double		sum = 0;

	for (double k = 0; k < MOST_STEPS; k++)
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
		return beta_mean(a, b, discounted_until_stop, (double[3]) {shape, rate, z}, -shape * expm1(-rate * z) / rate,
						 log1p((shape + 1) / rate) + (isfinite(z) ? log1p(shape) + log1p(z) : 0));
	/*
	 * By parts, since purchases come at the derivative of their number.  The integrand grows at least as u does,
	 * so that all before the last 45 is below 1e-19 of it.
	 */
	return rate * cv_gauss_parts(discounted_step, &c, fmax(0, log1p(z) - 45), log1p(z), 2) + exp(-rate * z) * expected_alive(shape, z, a, b);
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

double
cv_alive(CvFamily family, const double *p, double x, double t_x, double t, double ahead)
{
	double		alive = cv_alive_at(family, p, x, t_x, t);
	double		z = ahead / (p[1] + t);
	double		shape = p[0] + x;

	if (family == CV_PARETO_NBD)
		return alive * exp(-p[2] * log1p(ahead / (p[3] + t)));
	if (family == CV_BGBB)
	{
		double		sum = 0;

		for (double i = 0; i < ahead; i++)
		{
			CV_BREATHE(i);
			sum -= log1p(p[2] / (p[3] + t + i));
		}
		return alive * exp(sum);
	}
	if (!isfinite(z))
		return NAN;
	if (ahead > 0 && family != CV_NBD)
		alive *= beta_mean(p[2], p[3] + cv_chances(family, x), no_stop, (double[2]) {shape, z}, 1, log1p(shape) + log1p(z));
	return alive;
}

double
cv_discounted(CvFamily family, const double *p, double x, double t_x, double t, double discount, double horizon)
{
	double		shape = p[0] + x;
	double		unit = p[1] + t;	/* of time */
	double		rate = discount * unit;
	double		z = horizon / unit;
	double		sum;

	if (horizon == 0)
		return 0;
	if (family == CV_BGBB)
	{
		double		chance = 1 / ((1 + (p[1] + (t - x)) / (p[0] + x)) * (1 + p[2] / (p[3] + t)));
		double		c[2] = {discount, horizon};

		return cv_alive_at(family, p, x, t_x, t) * chance *
			beta_mean(p[2], p[3] + t + 1, occasions_left, c, occasions_left(-INFINITY, 0, c), log(fmax(1, fmin(horizon, 1 / discount))));
	}
	if (family == CV_PARETO_NBD)
	{
		double		c[2] = {discount * (p[3] + t), p[2]};
		double		end = fmin(log1p_ratio(horizon, p[3] + t), log1p_ratio(40, c[0]));
		double		fall = (1 - p[2]) * end;

		/* Of a time left that is Pareto distributed; s = 1 is no exception. */
		if (discount == 0)
			sum = end * (fall == 0 ? 1 : expm1(fall) / fall);
		else
			sum = cv_gauss_parts(discounted_pareto, c, 0, p[2] > 1 ? fmin(end, 45 / (p[2] - 1)) : end, 2);
		return cv_alive_at(family, p, x, t_x, t) * shape * ((p[3] + t) / unit) * sum;
	}
	if (!isfinite(shape) || !isfinite(unit) || (discount == 0 && !isfinite(shape * z)))
		return NAN;
	if (family == CV_NBD)
		return shape * (discount == 0 ? z : -expm1(-discount * horizon) / rate);
	return cv_alive_at(family, p, x, t_x, t) * discounted_alive(shape, z, rate, p[2], p[3] + cv_chances(family, x));
}

double
cv_expected(CvFamily family, const double *p, double x, double t_x, double t, double horizon)
{
	return cv_discounted(family, p, x, t_x, t, 0, horizon);
}

/* log of (r)_k / k!, how many ways lead to k purchases. */
static double
log_ways(double r, double k)
{
	double		sum = 0;

	for (double j = 0; j < k; j++)
	{
		CV_BREATHE(j);
		sum += log((r + j) / (j + 1));
	}
	return sum;
}

typedef struct Purchases
{
	const double *p;
	double		k;
	double		ways;
	double		c;
	int			splits;			/* done so far */
} Purchases;

/* Density of stopping at u with k purchases before, in log(c + u). */
static double
stopped_with(double v, const void *data)
{
	const Purchases *q = data;
	double		u = scaled_expm1(q->c, v);
	const double *p = q->p;

	if (!(u > 0))
		return 0;
	return exp(q->ways - p[0] * log1p(u / p[1]) - (q->k > 0 ? q->k * log1p(p[1] / u) : 0) + log(p[2] / p[3]) - (p[2] + 1) * log1p(u / p[3]) + log(q->c) + v);
}

/*
 * Integral from low to high, which is about whole, halved until that changes nothing.  Not a number where rounding, of
 * parameters that are beyond all reason, always changes something.
 */
static double
halved(Purchases *q, double low, double high, double whole, double total, int depth)
{
	double		middle = (low + high) / 2;
	double		left = cv_gauss_integral(stopped_with, q, low, middle);
	double		right = cv_gauss_integral(stopped_with, q, middle, high);

	cv_breathe();
	if (depth == 0 || !(fabs(left + right - whole) > 1e-11 * fmax(total, left + right)))
		return left + right;
	if (++q->splits > MOST_SPLITS)
		return NAN;
	return halved(q, low, middle, left, fmax(total, left + right), depth - 1) + halved(q, middle, high, right, fmax(total, left + right), depth - 1);
}

/* Donations: stopped after m occasions, or lived through all, and took k of those. */
static double
occasions_pmf(const double *p, double k, double n)
{
	double		part = 0;		/* logarithm: of k taken and the rest not, by m occasions, all survived */
	double		sum = 0;

	if (k > n)
		return 0;
	for (double j = 0; j < k; j++)
	{
		CV_BREATHE(j);
		part -= log1p(p[1] / (p[0] + j)) + log1p(p[2] / (p[3] + j));
	}
	for (double m = k; m < n; m++)
	{
		CV_BREATHE(m);
		sum += exp(part - log1p((p[3] + m) / p[2]));
		part += log((m + 1) / (m + 1 - k) * ((p[1] + m - k) / (p[0] + p[1] + m))) - log1p(p[2] / (p[3] + m));
	}
	return fmin(1, sum + exp(part));
}

double
cv_purchase_pmf(CvFamily family, const double *p, double k, double horizon)
{
	double		z = horizon / p[1];
	double		chances = cv_chances(family, k);
	double		ways;
	double		bought;
	double		stay = 0;
	double		stopped = 0;

	if (family == CV_BGBB)
		return occasions_pmf(p, k, horizon);
	if (!isfinite(z))
		return NAN;
	ways = log_ways(p[0], k);
	/* As one who never stops. */
	bought = horizon > 0 ? exp(ways - p[0] * log1p(z) - (k > 0 ? k * log1p(1 / z) : 0)) : k == 0;
	if (family == CV_PARETO_NBD)
	{
		double		c = fmin(p[1], p[3]);
		Purchases	q = {p, k, ways, c, 0};
		double		end = log1p_ratio(horizon, c);
		int			parts = (int) ceil(2 * end);

		for (int i = 0; i < parts; i++)
			stopped += halved(&q, end * i / parts, end * (i + 1) / parts, -1, stopped, 12);
		return fmin(1, bought * exp(-p[2] * log1p_ratio(horizon, p[3])) + stopped);
	}
	for (double j = 0; j + 1 < chances; j++)
	{
		CV_BREATHE(j);
		stay -= log1p(p[2] / (p[3] + j));
	}
	if (chances > 0)
	{
		/* Or as one who would have bought as often and more, but for stopping right then. */
		double		last = p[3] + (chances - 1);

		stopped = exp(stay - log1p(last / p[2])) * (k == 0 ? 1 : horizon > 0 ? cv_beta_low(z / (1 + z), k, p[0]) : 0);
		stay -= log1p(p[2] / last);
	}
	return fmin(1, exp(stay) * bought + stopped);
}

double
cv_survival(const double *p, double periods)
{
	double		sum = 0;

	for (double j = 0; j < periods; j++)
	{
		CV_BREATHE(j);
		sum -= log1p(p[0] / (p[1] + j));
	}
	return exp(sum);
}

double
cv_discounted_lifetime(const double *p, double discount, double renewals)
{
	double		c[2] = {log1p(discount), INFINITY};
	double		survived = fmax(0, renewals - 1);
	double		b = p[1] + survived;
	double		renew = 1 / (1 + p[0] / b) * beta_mean(p[0], b + 1, occasions_left, c, occasions_left(-INFINITY, 0, c), log(fmax(1, 1 / c[0]))) * (1 + discount);

	return renewals > 0 ? renew : 1 + renew / (1 + discount);
}
