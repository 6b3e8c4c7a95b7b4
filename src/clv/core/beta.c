/*
 * beta.c - means over a probability that differs from customer to customer, beta distributed.
 */
#include "clv/core/beta.h"

#include <math.h>

#include "num/special.h"

/*
 * Mean of a falling function over a probability q with a beta distribution: in s = log(q / (1 - q))
 * everything is smooth and falls off exponentially at both ends, so that equal steps are exact to all
 * digits.  The function is as good as constant, at most, where log(q) + reach is below -40, and where 1 - q has
 * become nothing; the rest there is a geometric series.  All terms count times the smaller of a, b and 1, since
 * that rest is up to one over it.
 */
double
cv_beta_mean(double a, double b, CvCurve f, const double *c, double most, double reach)
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
		for (int i = side < 0 ? 0 : 1; i < CV_MOST_STEPS; i++)
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

/* Sum of w^i over i from 1 to occasions, w being exp(-discount) (1 - q), divided by 1 - q. */
static double
occasions_left(double log_q, double log_stay, const double *c)
{
	double		u = log_stay - c[0];

	(void) log_q;
	return exp(-c[0]) * (u == 0 ? c[1] : expm1(c[1] * u) / expm1(u));
}

double
cv_occasions_to_come(double a, double b, double discount, double occasions)
{
	double		c[2] = {discount, occasions};

	return cv_beta_mean(a, b, occasions_left, c, occasions_left(-INFINITY, 0, c),
						log(fmax(1, fmin(occasions, 1 / discount))));
}
