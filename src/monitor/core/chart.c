/*
 * chart.c - the constants of control charts, and limits for counts.
 */
#include "monitor/core/chart.h"

#include <math.h>

#include "num/gauss.h"
#include "num/special.h"

#define STEP 0.0625				/* of the trapezoid rule, exact to the last digits for these functions */
#define FAR 9.5					/* beyond it no normal number adds a digit */

/* The mean: the integral of 1 - Phi^n - (1 - Phi)^n, an even function. */
static double
range_mean(int n)
{
	double		sum = 0;

	for (int i = 0; i * STEP < FAR; i++)
	{
		double		tail = cv_normal_tail(i * STEP);

		sum += (i == 0 ? 1 : 2) * (-expm1(n * log1p(-tail)) - pow(tail, n));
	}
	return STEP * sum;
}

/*
 * The probability that the range is at most r: n times the integral of phi(x) (Phi(x + r) - Phi(x))^(n - 1), about
 * its middle.
 */
static double
range_low(int n, double r)
{
	double		sum = 0;

	for (int i = 0; i * STEP < r / 2 + FAR; i++)
	{
		double		u = i * STEP;
		double		near = u - r / 2;
		double		far = u + r / 2;
		double		between = cv_normal_tail(near) - cv_normal_tail(far);
		double		density = exp(-near * near / 2) + exp(-far * far / 2);

		sum += (i == 0 ? 0.5 : 1) * density * pow(between, n - 1);
	}
	return fmin(1, n * STEP * sum * 0.39894228040143267794);
}

typedef struct Spread
{
	int			n;
	double		mean;
} Spread;

/* What a range r adds to the variance, below the mean and above it: nothing is subtracted. */
static double
spread_at(double r, const void *data)
{
	const Spread *spread = data;
	double		low = range_low(spread->n, r);

	return 2 * fabs(r - spread->mean) * (r < spread->mean ? low : 1 - low);
}

static double
range_variance(int n)
{
	Spread		spread = {n, cv_range_mean(n)};

	return cv_gauss_parts(spread_at, &spread, 0, spread.mean, 2) +
		cv_gauss_parts(spread_at, &spread, spread.mean, spread.mean + 10, 2.5);
}

static double
range_median(int n)
{
	double		low = 0;
	double		high = 2 * cv_range_mean(n);

	for (int i = 0; i < 60 && high - low > 1e-15 * high; i++)
	{
		double		middle = (low + high) / 2;

		if (range_low(n, middle) < 0.5)
			low = middle;
		else
			high = middle;
	}
	return (low + high) / 2;
}

/* Each is computed once in a process. */
double
cv_range_mean(int n)
{
	static double known[CV_CHART_SIZE + 1];

	if (known[n] == 0)
		known[n] = range_mean(n);
	return known[n];
}

double
cv_range_sd(int n)
{
	static double known[CV_CHART_SIZE + 1];

	if (known[n] == 0)
		known[n] = sqrt(range_variance(n));
	return known[n];
}

double
cv_range_median(int n)
{
	static double known[CV_CHART_SIZE + 1];

	if (known[n] == 0)
		known[n] = range_median(n);
	return known[n];
}

/*
 * The mean of the standard deviation, gamma(x + 1/2) / gamma(x) / sqrt(x) with x = (n - 1) / 2; for large x its
 * asymptotic series (F. Tricomi and A. Erdelyi, Pacific Journal of Mathematics 1, 1951).
 */
double
cv_sd_mean(double n)
{
	double		x = (n - 1) / 2;
	double		y = 1 / x;

	if (x < 60)
		return tgamma(x + 0.5) / tgamma(x) / sqrt(x);
	return 1 - y * (1.0 / 8 - y * (1.0 / 128 + y * (5.0 / 1024 -
													y * (21.0 / 32768 + y *
														 (399.0 / 262144 - y * (869.0 / 4194304))))));
}

/* The lowest whole number from low to high at which the distribution reaches 1 - tail. */
static double
count_quantile(double (*above) (double k, double a, double b), double tail, double a, double b, double low, double high)
{
	while (low < high)
	{
		double		middle = floor(low + (high - low) / 2);

		if (above(middle, a, b) <= tail)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

/* The probability of more than k. */
static double
poisson_above(double k, double mean, double unused)
{
	(void) unused;
	return 1 - cv_chisq_tail(2 * mean, 2 * (k + 1));
}

static double
binomial_above(double k, double n, double p)
{
	return k >= n ? 0 : cv_beta_low(p, k + 1, n - k);
}

double
cv_poisson_quantile(double tail, double mean)
{
	double		far = 12 * sqrt(mean) + 60;

	return mean == 0 ? 0 : count_quantile(poisson_above, tail, mean, 0, fmax(0, floor(mean - far)), ceil(mean + far));
}

double
cv_binomial_quantile(double tail, double n, double p)
{
	double		far = 12 * sqrt(n * p * (1 - p)) + 60;

	return count_quantile(binomial_above, tail, n, p, fmax(0, floor(n * p - far)), fmin(n, ceil(n * p + far)));
}
