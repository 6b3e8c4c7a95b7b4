/*
 * logrank.c - the log-rank test and its family.
 *
 * At each time with d events among n at risk, a group with n_g at risk expects d n_g / n of them;
 * the variance is the hypergeometric one, d (n - d) / (n - 1) (delta_gh n_g / n - n_g n_h / n^2).  Times are
 * weighted by S(t-)^rho: 0 is the log-rank test (N. Mantel, 1966), 1 Peto and Peto's version of
 * Wilcoxon's (D. Harrington and T. Fleming, Biometrika 69, 1982).  Strata are added up.
 */
#include "retention/core/logrank.h"

#include <math.h>
#include <string.h>

/* Less of its variance is left to a group than this: the others tell it. */
#define LEAST_PIVOT 1e-9

/* One time of a stratum. */
typedef struct Tie
{
	cv_int128	n;
	cv_int128	d;
	double		weight;
} Tie;

/* Who of a stratum was there from the beginning; where the stratum ends. */
static int64_t
start_stratum(CvLogrank *test, int64_t first)
{
	int64_t		end = first;

	memset(test->at_risk, 0, test->groups * sizeof(cv_int128));
	for (; end < test->n && test->exit[end].stratum == test->exit[first].stratum; end++)
	{
		const CvExit *e = &test->exit[end];

		CV_BREATHE(end);
		test->at_risk[e->group] += e->moment.events + e->moment.censored - e->moment.entered;
	}
	return end;
}

static void
add_expected(CvLogrank *test, const Tie *tie)
{
	double		n = (double) tie->n;
	double		d = (double) tie->d / test->scale * tie->weight;
	double		others = n / test->scale - 1;
	double		factor = others > 0 ? (double) (tie->n - tie->d) / test->scale / others : 1;

	for (int g = 0; g < test->groups; g++)
	{
		double		share = (double) test->at_risk[g] / n;

		if (share == 0)
			continue;
		cv_breathe();
		test->expected[g] += d * share;
		for (int h = 0; h < test->groups; h++)
			test->variance[g * test->groups + h] +=
				d * tie->weight * factor * share * ((g == h) - (double) test->at_risk[h] / n);
	}
}

/* One time, whose exits begin at first: its test, and then who comes and goes; where the next begins. */
static int64_t
add_time(CvLogrank *test, int64_t first, int64_t end, CvDD *survival)
{
	Tie			tie = {0, 0, pow(survival->hi, test->rho)};
	int64_t		i;

	for (int g = 0; g < test->groups; g++)
		tie.n += test->at_risk[g];
	for (i = first; i < end && test->exit[i].moment.time == test->exit[first].moment.time; i++)
	{
		tie.d += test->exit[i].moment.events;
		test->observed[test->exit[i].group] += (double) test->exit[i].moment.events / test->scale * tie.weight;
	}
	if (tie.d > 0)
	{
		add_expected(test, &tie);
		*survival = cv_dd_multiply(*survival, cv_dd_divide(cv_dd_from_int(tie.n - tie.d), cv_dd_from_int(tie.n)));
	}
	for (i = first; i < end && test->exit[i].moment.time == test->exit[first].moment.time; i++)
		test->at_risk[test->exit[i].group] +=
			test->exit[i].moment.entered - test->exit[i].moment.events - test->exit[i].moment.censored;
	return i;
}

/* The largest part of a diagonal that is left, in parts of what it was; negative without. */
static int
largest_pivot(const CvLogrank *test, const double *left)
{
	int			best = -1;
	double		most = LEAST_PIVOT;

	for (int g = 0; g < test->groups; g++)
	{
		double		part = left[g * test->groups + g] / test->variance[g * test->groups + g];

		if (part > most)
		{
			best = g;
			most = part;
		}
	}
	return best;
}

/* Take one group out of differences and their variance; what it adds to chi-square. */
static double
eliminate(double *left, double *difference, int n, int pivot)
{
	double		variance = left[pivot * n + pivot];
	double		gain = difference[pivot] * difference[pivot] / variance;

	for (int g = 0; g < n; g++)
	{
		double		share = left[g * n + pivot] / variance;

		cv_breathe();
		if (g == pivot)
			continue;
		difference[g] -= share * difference[pivot];
		for (int h = 0; h < n; h++)
			left[g * n + h] -= h == pivot ? 0 : share * left[pivot * n + h];
	}
	for (int g = 0; g < n; g++)
		left[g * n + pivot] = left[pivot * n + g] = 0;
	return gain;
}

/* Chi-square with as many degrees of freedom as the variance has: of k groups that were all at risk together, k - 1. */
static void
test_differences(CvLogrank *test)
{
	int			k = test->groups;
	double	   *left = test->work;
	double	   *difference = test->work + k * k;
	int			pivot;

	memcpy(left, test->variance, (size_t) k * k * sizeof(double));
	for (int g = 0; g < k; g++)
		difference[g] = test->observed[g] - test->expected[g];
	test->chi2 = 0;
	for (test->df = 0; (pivot = largest_pivot(test, left)) >= 0; test->df++)
		test->chi2 += eliminate(left, difference, k, pivot);
	if (test->df == 0)
		test->chi2 = NAN;
}

void
cv_logrank(CvLogrank *test)
{
	memset(test->observed, 0, test->groups * sizeof(double));
	memset(test->expected, 0, test->groups * sizeof(double));
	memset(test->variance, 0, (size_t) test->groups * test->groups * sizeof(double));
	for (int64_t i = 0; i < test->n;)
	{
		int64_t		end = start_stratum(test, i);
		CvDD		survival = {1, 0};

		while (i < end)
			i = add_time(test, i, end, &survival);
	}
	test_differences(test);
}
