/*
 * bins.c - two distributions over the same bins: weight of evidence, stability.
 *
 * The logarithm of the ratio of two shares is the weight of evidence of a bin; times the difference
 * of the shares it is the bin's part of the information value, or of the population stability index
 * (I. Good, "Weight of Evidence", 1985; N. Siddiqi, "Credit Risk Scorecards", 2006).  All of them
 * are infinite where one share is 0.
 */
#include "risk/core/bins.h"

#include <math.h>

#include "num/special.h"

#define FLOOR_SHARE 0.0001
#define ADJUSTED 0.99

CvBins
cv_bins(int n, const double *first, const double *second)
{
	CvBins		b = {.n = n,.count = {first, second}};

	for (int i = 0; i < n; i++)
	{
		b.total[0] += first[i];
		b.total[1] += second[i];
	}
	return b;
}

static bool
is_used(const CvBins *b, int i)
{
	return b->count[0][i] > 0 || b->count[1][i] > 0;
}

/* How many bins have something. */
int
cv_bins_used(const CvBins *b)
{
	int			used = 0;

	for (int i = 0; i < b->n; i++)
		used += is_used(b, i);
	return used;
}

/* The first bin in which only one of the two has nothing. */
int
cv_bins_empty_cell(const CvBins *b)
{
	for (int i = 0; i < b->n; i++)
	{
		if (is_used(b, i) && !(b->count[0][i] > 0 && b->count[1][i] > 0))
			return i;
	}
	return CV_NO_BIN;
}

/* A count under the rule, which changes nothing where no cell is empty. */
static double
ruled_count(double count, CvZeroRule rule)
{
	if (rule == CV_ZERO_HALF)
		return count + 0.5;
	return rule == CV_ZERO_ADJUST && count == 0 ? ADJUSTED : count;
}

/* The shares of both; false when one of them has no rows at all. */
bool
cv_bins_shares(const CvBins *b, CvZeroRule rule, double *first, double *second)
{
	double	   *share[2] = {first, second};

	if (!(b->total[0] > 0 && b->total[1] > 0))
		return false;
	if (cv_bins_empty_cell(b) == CV_NO_BIN)
		rule = CV_ZERO_NULL;
	for (int k = 0; k < 2; k++)
	{
		double		total = 0;

		for (int i = 0; i < b->n; i++)
			total += share[k][i] = is_used(b, i) ? ruled_count(b->count[k][i], rule) : 0;
		for (int i = 0; i < b->n; i++)
		{
			share[k][i] /= total;
			if (rule == CV_ZERO_FLOOR && is_used(b, i))
				share[k][i] = fmax(share[k][i], FLOOR_SHARE);
		}
	}
	return true;
}

/* ln(second / first); NaN where it is infinite. */
double
cv_log_ratio(double first, double second)
{
	return first > 0 && second > 0 ? log(second / first) : NAN;
}

/*
 * Sum over the bins of (second - first) ln(second / first), and each bin's part unless part is
 * NULL: 0 where both shares are, NaN where one is.
 */
double
cv_divergence(const CvBins *b, const double *first, const double *second, double *part)
{
	double		sum = 0;

	for (int i = 0; i < b->n; i++)
	{
		double		x = is_used(b, i) ? (second[i] - first[i]) * cv_log_ratio(first[i], second[i]) : 0;

		if (part != NULL)
			part[i] = x;
		sum += x;
	}
	return sum;
}

static double
x_log_ratio(double x, double y)
{
	return x > 0 ? x * log(x / y) : 0;
}

/* The mean divergence of both from their mean, in nats; needs no rule.  NaN when one has no rows. */
double
cv_jensen_shannon(const CvBins *b)
{
	double		sum = 0;

	if (!(b->total[0] > 0 && b->total[1] > 0))
		return NAN;
	for (int i = 0; i < b->n; i++)
	{
		double		p = b->count[0][i] / b->total[0];
		double		q = b->count[1][i] / b->total[1];
		double		m = (p + q) / 2;

		sum += x_log_ratio(p, m) / 2 + x_log_ratio(q, m) / 2;
	}
	return fmax(0, sum);
}

/* From 0 for equal shares to 1 for shares that have no bin in common. */
double
cv_hellinger(const CvBins *b)
{
	double		sum = 0;

	if (!(b->total[0] > 0 && b->total[1] > 0))
		return NAN;
	for (int i = 0; i < b->n; i++)
	{
		double		d = sqrt(b->count[0][i] / b->total[0]) - sqrt(b->count[1][i] / b->total[1]);

		sum += d * d;
	}
	return fmin(1, sqrt(sum / 2));
}

/* The number that a chi-square number is below with probability p; bisection, from brackets that double. */
double
cv_chisq_quantile(double p, double df)
{
	double		low = 0;
	double		high = df + 1;

	while (cv_chisq_tail(high, df) > 1 - p && high < 1e300)
		high *= 2;
	for (int k = 0; k < 200 && high - low > 1e-15 * high; k++)
	{
		double		middle = (low + high) / 2;

		if (cv_chisq_tail(middle, df) > 1 - p)
			low = middle;
		else
			high = middle;
	}
	return (low + high) / 2;
}
