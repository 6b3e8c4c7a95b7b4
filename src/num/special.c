/*
 * special.c - distributions: tails and quantiles.
 *
 * The densities that stand before series and continued fractions are those of C. Loader
 * ("Fast and Accurate Computation of Binomial Probabilities", 2000), which keep all digits where
 * differences of log-gamma functions lose them; the fraction of the incomplete beta is
 * that of A. DiDonato and A. Morris ("Significant Digit Computation of the Incomplete Beta
 * Function Ratios", ACM TOMS 18, 1992).
 */
#include "num/special.h"

#include <math.h>

#define TWO_PI 6.28318530717958647693
#define TINY 1e-300
#define EPSILON 1e-15
#define MOST_TERMS 200000

double
cv_digamma(double x)
{
	double		below = 0;
	double		v;

	for (; x < 12; x += 1)
		below += 1 / x;
	v = 1 / (x * x);
	return log(x) - 0.5 / x - below -
		v * (1.0 / 12 - v * (1.0 / 120 -
							 v * (1.0 / 252 - v * (1.0 / 240 - v * (1.0 / 132 - v * (691.0 / 32760 - v / 12))))));
}

double
cv_trigamma(double x)
{
	double		below = 0;
	double		v;

	for (; x < 12; x += 1)
		below += 1 / (x * x);
	v = 1 / (x * x);
	return below + 1 / x + v / 2 +
		v / x * (1.0 / 6 - v *
				 (1.0 / 30 - v * (1.0 / 42 - v * (1.0 / 30 - v * (5.0 / 66 - v * (691.0 / 2730 - v * 7 / 6))))));
}

/* From here on the series in 1 / x has all digits. */
#define STEP_FAR 20

double
cv_digamma_step(double x, double a)
{
	double		sum = 0;
	double		y,
				u,
				v;

	for (; x < STEP_FAR; x++)
		sum += a / (x + a) / x;
	y = x + a;
	u = 1 / (x * x);
	v = 1 / (y * y);
	return sum + log1p(a / x) + a / y / (2 * x) + (1 + x / y) * (a / y) * u / 12 - (u * u - v * v) / 120 +
		(u * u * u - v * v * v) / 252 - (u * u * u * u - v * v * v * v) / 240;
}

double
cv_trigamma_step(double x, double a)
{
	double		sum = 0;
	double		y,
				u,
				v;

	for (; x < STEP_FAR; x++)
		sum -= (1 + x / (x + a)) * (a / (x + a)) / (x * x);
	y = x + a;
	u = 1 / (x * x);
	v = 1 / (y * y);
	return sum - a / y / x - (1 + x / y) * (a / y) * u / 2 - (u / x - v / y) / 6 + (u * u / x - v * v / y) / 30 -
		(u * u * u / x - v * v * v / y) / 42 + (u * u * u * u / x - v * v * v * v / y) / 30;
}

/* log(Gamma(1 - e)) / e for e below 1, near 0 by its series. */
static double
log_gamma_below_1(double e)
{
	/* Euler's constant, and zeta(k) / k. */
	static const double term[9] = {0.57721566490153286, 0.82246703342411322, 0.40068563438653143, 0.27058080842778454,
		0.20738555102867398,
	0.16955717699740819, 0.14404989676884612, 0.12550966952474304, 0.11133426586956469};
	double		value = 0;

	if (fabs(e) > 0.02)
		return lgamma(1 - e) / e;
	for (int k = 8; k >= 0; k--)
		value = value * e + term[k];
	return value;
}

/*
 * For large x or n a continued fraction (DLMF 8.19.17, its even part), else a power series (8.19.10) at an order near
 * 1, where its two large terms are one (1 - Gamma(1 - e) x^e) / e, and from there up (8.19.12).
 */
double
cv_exp_integral(double n, double x)
{
	double		order;
	double		e;
	double		power = 1;
	double		value;

	if (x > 2 || n > 20)
	{
		double		b = x + n;
		double		d = 1 / b;
		double		step = d;

		value = d;
		for (double k = 1; k < 10000 && fabs(step) > 1e-16 * value; k++)
		{
			double		a = -k * (n + k - 1);

			b += 2;
			d = 1 / (a * d + b);
			step *= b * d - 1;
			value += step;
		}
		return value;
	}
	order = n < 1.5 ? n : n - floor(n - 0.5);
	e = order - 1;
	value = log_gamma_below_1(e) + log(x);
	value = e == 0 ? -value : -expm1(e * value) / e;
	for (int k = 1; k < 40; k++)
	{
		power *= -x / k;
		value -= power / (k - e);
	}
	value *= exp(x);
	for (; order < n - 0.25; order++)
		value = (1 - x * value) / order;
	return value;
}


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
			if (!(fabs(sum - before) > 0))
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

/* x^a y^b times gamma(a + b + 1) / (gamma(a + 1) gamma(b + 1)), y = 1 - x. */
static double
binomial_density(double a, double b, double x, double y)
{
	double		n = a + b;
	double		log_density = stirling_error(n) - stirling_error(a) - stirling_error(b) - deviance(a, n * x) -
		deviance(b, n * y);

	return exp(log_density) * sqrt(n / (TWO_PI * a * b));
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
			CV_BREATHE(k);
			if (!(fabs(step - 1) >= EPSILON))
				break;
		}
		return poisson_density(a, z) * a * h;
	}
}

/*
 * The continued fraction of DiDonato and Morris for x up to the mean.  lambda = a - (a + b) x
 * is formed from whichever of x and y is small, and nothing else cancels.
 */
static double
beta_fraction(double x, double y, double a, double b)
{
	double		lambda = x < y ? a - (a + b) * x : (a + b) * y - b;
	double		c = 1 + lambda;
	double		c0 = b / a;
	double		c1 = 1 + 1 / a;
	double		p = 1;
	double		s = a + 1;
	double		an = 0;
	double		bn = 1;
	double		next_an = 1;
	double		next_bn = c / c1;
	double		r = c1 / c;

	for (int n = 1; n < MOST_TERMS; n++)
	{
		double		t = n / a;
		double		w = n * (b - n) * x;
		double		e = a / s;
		double		alpha = p * (p + c0) * e * e * (w * x);
		double		beta;
		double		before = r;

		e = (t + 1) / (c1 + t + t);
		beta = n + w / s + e * (c + n * (y + 1));
		p = t + 1;
		s += 2;
		t = alpha * an + beta * next_an;
		an = next_an;
		next_an = t;
		t = alpha * bn + beta * next_bn;
		bn = next_bn;
		next_bn = t;
		r = next_an / next_bn;
		CV_BREATHE(n);
		if (!(fabs(r - before) > EPSILON * fabs(r)))
			break;
		an /= next_bn;
		bn /= next_bn;
		next_an = r;
		next_bn = 1;
	}
	return r;
}

/* x^a y^b / B(a, b), y = 1 - x. */
static double
beta_prefactor(double x, double y, double a, double b)
{
	return binomial_density(a, b, x, y) * a * b / (a + b);
}

/* The probability that a beta number is below x, with y = 1 - x given, for x near 1. */
static double
beta_low(double x, double y, double a, double b)
{
	if (x <= 0)
		return 0;
	if (y <= 0)
		return 1;
	if (x <= a / (a + b))
		return beta_prefactor(x, y, a, b) * beta_fraction(x, y, a, b);
	return 1 - beta_prefactor(y, x, b, a) * beta_fraction(y, x, b, a);
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

		cv_breathe();
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

/* Less the probability between 0 and x, which has all its digits near 0. */
static double
normal_middle_at(double x, const double *arg)
{
	(void) arg;
	return -0.5 * erf(x * 0.70710678118654752440);
}

static double
t_tail_at(double log_t, const double *df)
{
	return cv_t_tail(exp(log_t), *df);
}

static double
t_middle_at(double log_t, const double *df)
{
	double		square = exp(2 * log_t);

	return -0.5 * beta_low(square / (*df + square), *df / (*df + square), 0.5, *df / 2);
}

/* arg: a, b; of small x, less the probability below, and of small 1 - x, that probability. */
static double
beta_less_low_at(double log_x, const double *arg)
{
	return -cv_beta_low(exp(log_x), arg[0], arg[1]);
}

static double
beta_low_at(double log_y, const double *arg)
{
	double		y = exp(log_y);

	return beta_low(1 - y, y, arg[0], arg[1]);
}

/* The x below which a normal number is with probability p, 0 < p < 1. */
double
cv_normal_quantile(double p)
{
	double		x = fabs(p - 0.5) < 0.25 ? solve(normal_middle_at, NULL, -fabs(p - 0.5), 0, 1)
		: solve(normal_tail_at, NULL, p < 0.5 ? p : 1 - p, 0, 40);

	return p < 0.5 ? -x : x;
}

/* The same of Student's t. */
double
cv_t_quantile(double p, double df)
{
	double		x;

	if (p == 0.5)
		return 0;
	x = exp(fabs(p - 0.5) < 0.25 ? solve(t_middle_at, &df, -fabs(p - 0.5), -700, 700)
			: solve(t_tail_at, &df, p < 0.5 ? p : 1 - p, -50, 700));
	return p < 0.5 ? -x : x;
}

/* The same of a beta number. */
double
cv_beta_quantile(double p, double a, double b)
{
	double		arg[2] = {a, b};
	double		log_half = -0.69314718055994530942;

	/* On the side where it is small, so that it keeps its digits. */
	if (p > cv_beta_low(0.5, a, b))
		return 1 - exp(solve(beta_low_at, arg, p, -700, log_half));
	return exp(solve(beta_less_low_at, arg, -p, -700, log_half));
}
