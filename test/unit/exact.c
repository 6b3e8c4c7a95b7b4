/*
 * exact.c - the exact sum of doubles is one list of parts in any order, and nothing of it is lost.
 */
#include <string.h>

#include "num/exact.h"
#include "unit.h"

#define NUMBERS 60

static CvExact
sum_of(const double *x, int n, uint64_t *seed)
{
	double		left[NUMBERS];
	CvExact		sum = {0};

	memcpy(left, x, n * sizeof(double));
	for (; n > 0; n--)
	{
		int			at = (int) (unit_random(seed) % n);

		cv_exact_add(&sum, left[at]);
		left[at] = left[n - 1];
	}
	cv_exact_settle(&sum);
	return sum;
}

static void
check_sums(uint64_t *seed, int range)
{
	double		x[NUMBERS];
	int			n = 1 + (int) (unit_random(seed) % NUMBERS);
	CvExact		one;
	CvExact		other;
	CvExact		rest;

	for (int i = 0; i < n; i++)
		x[i] = ldexp((double) (1 + (unit_random(seed) >> 11)),
					 (int) (unit_random(seed) % (2 * range + 1)) - range - 53);
	one = sum_of(x, n, seed);
	other = sum_of(x, n, seed);
	CHECK(one.n == other.n && memcmp(one.part, other.part, one.n * sizeof(double)) == 0);
	CHECK(one.n <= n);
	for (int i = 0; i < one.n; i++)
	{
		CHECK(one.part[i] > 0);
		/* Each part is less than one unit in the last place of the next. */
		CHECK(i == 0 || one.part[i - 1] < nextafter(one.part[i], INFINITY) - one.part[i]);
	}
	rest = one;
	for (int i = 0; i < n; i++)
		cv_exact_add_part(&rest, -x[i]);
	CHECK(rest.n == 0);
}

void
test_exact(void)
{
	uint64_t	seed = 20;
	CvExact		tenths = {0};
	CvExact		counts = {0};

	for (int round = 0; round < 20000; round++)
		check_sums(&seed, round % 4 == 0 ? 0 : round % 4 == 1 ? 3 : round % 4 == 2 ? 60 : 300);
	for (int i = 0; i < 1000000; i++)
	{
		cv_exact_add(&tenths, 0.1);
		cv_exact_add(&counts, 1);
	}
	cv_exact_settle(&tenths);
	/* 0.1 is 0.1000000000000000055511151231257827. */
	CHECK(tenths.n == 2 && tenths.part[1] == 100000 && tenths.part[0] == 5.551115123125783e-12);
	CHECK(counts.n == 1 && counts.part[0] == 1e6);
}
