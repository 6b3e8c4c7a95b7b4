/*
 * special.c - distributions: tails and quantiles.
 *
 * The densities that stand before series and continued fractions are those of C. Loader
 * ("Fast and Accurate Computation of Binomial Probabilities", 2000), which keep all digits where
 * differences of log-gamma functions lose them; the fraction of the incomplete beta is
 * that of A. DiDonato and A. Morris ("Significant Digit Computation of the Incomplete Beta
 * Function Ratios", ACM TOMS 18, 1992), evaluated by the modified method of W. Lentz.
 */
#include "num/special.h"

#include <math.h>

#define TWO_PI 6.28318530717958647693
#define TINY 1e-300
#define EPSILON 1e-16
#define MOST_TERMS 200000

/* The probability that a normal number is above x. */
double
cv_normal_tail(double x)
{
	return 0.5 * erfc(x * 0.70710678118654752440);
}

/*
 * log(n!) less Stirling's formula, for any n > 0; the error of the series is below
 * 1e-16 from 15 up.
 */
static double
stirling_error(double n)
{
	double		nn = n * n;

	if (n < 15)
	{
		/* Up to where the series holds: the logarithms of the factors between are few. */
		double		shift = 0;
		double		m = n;

		for (; m < 15; m += 1)
			shift += (m + 0.5) * log1p(1 / m) - 1;
		return stirling_error(m) + shift;
	}
	return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / nn) / nn) / nn) / nn) / n;
}

/* x log(x / mean) + mean - x, without cancelling where x is near the mean. */
static double
deviance(double x, double mean)
{
	if (fabs(x - mean) < 0.1 * (x + mean))
	{
		double		v = (x - mean) / (x + mean);
		double		sum = (x - mean) * v;
		double		term = 2 * x * v;

		for (int j = 1; j < 1000; j++)
		{
			double		before = sum;

			term *= v * v;
			sum += term / (2 * j + 1);
			if (sum == before)
				break;
		}
		return sum;
	}
	return x * log(x / mean) + mean - x;
}

/* mean^x exp(-mean) / x!, x and mean above 0. */
static double
poisson_density(double x, double mean)
{
	return exp(-stirling_error(x) - deviance(x, mean)) / sqrt(TWO_PI * x);
}

/* n! / (x! (n - x)!) p^x q^(n - x) with q = 1 - p, 0 < x < n. */
static double
binomial_density(double x, double n, double p, double q)
{
	double		log_density = stirling_error(n) - stirling_error(x) - stirling_error(n - x) - deviance(x, n * p) - deviance(n - x, n * q);

	return exp(log_density) * sqrt(n / (TWO_PI * x * (n - x)));
}

/* The probability that a chi-square number with df degrees of freedom is above x. */
double
cv_chisq_tail(double x, double df)
{
	double		a = df / 2;
	double		z = x / 2;

	if (z <= 0)
		return 1;
	if (z < a + 1)
	{
		double		sum = 1;
		double		term = 1;

		for (int k = 1; k < MOST_TERMS && term > EPSILON * sum; k++)
		{
			term *= z / (a + k);
			sum += term;
		}
		return 1 - poisson_density(a, z) * sum;
	}
	else
	{
		double		b = z + 1 - a;
		double		c = 1 / TINY;
		double		d = 1 / b;
		double		h = d;

		for (int k = 1; k < MOST_TERMS; k++)
		{
			double		an = -k * (k - a);
			double		step;

			b += 2;
			d = an * d + b;
			d = fabs(d) < TINY ? 1 / TINY : 1 / d;
			c = b + an / c;
			c = fabs(c) < TINY ? TINY : c;
			step = c * d;
			h *= step;
			if (fabs(step - 1) < EPSILON)
				break;
		}
		return poisson_density(a, z) * a * h;
	}
}

/* x^a (1 - x)^b / (a B(a, b)), y = 1 - x. */
static double
beta_prefactor(double x, double y, double a, double b)
{
	return binomial_density(a, a + b, x, y) * b / (a + b);
}

/* The continued fraction for x up to about the mean. */
static double
beta_fraction(double x, double a, double b)
{
	double		c = 1;
	double		d = 1 - (a + b) * x / (a + 1);
	double		h;

	d = fabs(d) < TINY ? 1 / TINY : 1 / d;
	h = d;
	for (int m = 1; m < MOST_TERMS; m++)
	{
		double		even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		double		odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
		double		step;

		d = 1 + even * d;
		d = fabs(d) < TINY ? 1 / TINY : 1 / d;
		c = 1 + even / c;
		c = fabs(c) < TINY ? TINY : c;
		h *= d * c;
		d = 1 + odd * d;
		d = fabs(d) < TINY ? 1 / TINY : 1 / d;
		c = 1 + odd / c;
		c = fabs(c) < TINY ? TINY : c;
		step = d * c;
		h *= step;
		if (fabs(step - 1) < EPSILON)
			break;
	}
	return h;
}

/* The same with y = 1 - x given, for x near 1. */
static double
beta_low(double x, double y, double a, double b)
{
	if (x <= 0)
		return 0;
	if (y <= 0)
		return 1;
	if (x <= (a + 1) / (a + b + 2))
		return beta_prefactor(x, y, a, b) * beta_fraction(x, a, b);
	return 1 - beta_prefactor(y, x, b, a) * beta_fraction(y, b, a);
}

/* The probability that a beta number is below x: the regularised incomplete beta function. */
double
cv_beta_low(double x, double a, double b)
{
	return beta_low(x, 1 - x, a, b);
}

/* The probability that Student's t is above t. */
double
cv_t_tail(double t, double df)
{
	double		tail;
	double		square = t * t;

	if (isinf(t))
		return t > 0 ? 0 : 1;
	/* Whichever of the two forms has its argument away from 1. */
	tail = 0.5 * beta_low(df / (df + square), square / (df + square), df / 2, 0.5);
	return t >= 0 ? tail : 1 - tail;
}

/* The probability that F is above f. */
double
cv_f_tail(double f, double df1, double df2)
{
	double		whole = df2 + df1 * f;

	if (f <= 0)
		return 1;
	if (isinf(whole))
		return 0;
	return beta_low(df2 / whole, df1 * f / whole, df2 / 2, df1 / 2);
}

/*
 * Where a falling function is p: by secants that stay inside an interval, and bisection
 * of it now and then.
 */
typedef double (*Falling) (double x, const double *arg);

static double
solve(Falling f, const double *arg, double p, double low, double high)
{
	double		f_low = f(low, arg) - p;	/* > 0 */
	double		f_high = f(high, arg) - p;	/* < 0 */

	if (f_low <= 0)
		return low;
	if (f_high >= 0)
		return high;
	for (int i = 0; i < 200 && high - low > 2.2e-16 * fmax(fabs(low), fabs(high)); i++)
	{
		double		middle = (low + high) / 2;
		double		value;

		if (i % 3 != 0)			/* the secant, twice of three times */
		{
			double		guess = low + (high - low) * f_low / (f_low - f_high);

			if (guess > low && guess < high)
				middle = guess;
		}
		if (middle <= low || middle >= high)
			break;
		value = f(middle, arg) - p;
		if (value > 0)
		{
			low = middle;
			f_low = value;
		}
		else
		{
			high = middle;
			f_high = value;
		}
		if (fabs(value) <= 4e-16 * fabs(p))
			break;
	}
	return fabs(f_low) < fabs(f_high) ? low : high;
}

static double
normal_tail_at(double x, const double *arg)
{
	(void) arg;
	return cv_normal_tail(x);
}

static double
t_tail_at(double log_t, const double *df)
{
	return cv_t_tail(exp(log_t), *df);
}

/* arg: a, b. */
static double
beta_less_low_at(double log_x, const double *arg)
{
	return -cv_beta_low(exp(log_x), arg[0], arg[1]);
}

/* The x below which a normal number is with probability p, 0 < p < 1. */
double
cv_normal_quantile(double p)
{
	if (p == 0.5)
		return 0;
	if (p > 0.5)
		return solve(normal_tail_at, NULL, 1 - p, 0, 40);
	return -solve(normal_tail_at, NULL, p, 0, 40);
}

/* The same of Student's t. */
double
cv_t_quantile(double p, double df)
{
	if (p == 0.5)
		return 0;
	if (p > 0.5)
		return exp(solve(t_tail_at, &df, 1 - p, -50, 700));
	return -exp(solve(t_tail_at, &df, p, -50, 700));
}

/* The same of a beta number. */
double
cv_beta_quantile(double p, double a, double b)
{
	double		arg[2] = {a, b};

	/* On the side where it is small, so that it keeps its digits. */
	if (p > cv_beta_low(0.5, a, b))
		return 1 - cv_beta_quantile(1 - p, b, a);
	return exp(solve(beta_less_low_at, arg, -p, -700, -0.69314718055994530942));
}
