/*
 * spread.c - moments of random parts, merged, put every number where those of all numbers at once do.
 */
#include "segment/core/spread.h"
#include "unit.h"

#define NUMBERS 500

static double x[NUMBERS];

static CvSpread
merged(uint64_t *seed)
{
	CvSpread	part[7];
	CvSpread	all = cv_spread_empty();

	for (int k = 0; k < 7; k++)
		part[k] = cv_spread_empty();
	for (int i = 0; i < NUMBERS; i++)
		cv_spread_add(&part[unit_random(seed) % 7], x[i]);
	for (int k = 0; k < 7; k++)
		cv_spread_merge(&all, &part[k]);
	return all;
}

/* Numbers around a mean that is so many times their deviation. */
static void
check_round(uint64_t *seed, double mean)
{
	CvSpread	parts;
	CvSpread	once;
	CvScaling	scaling[2];
	CvAxis		axis[2];
	double		low = INFINITY;
	double		high = -INFINITY;

	for (int i = 0; i < NUMBERS; i++)
	{
		x[i] = mean + (double) (unit_random(seed) >> 11) * 0x1p-53;
		low = fmin(low, x[i]);
		high = fmax(high, x[i]);
	}
	parts = merged(seed);
	once = cv_spread_of(x, NUMBERS, 1, NULL, 0);
	CHECK(parts.n == NUMBERS && parts.low == low && parts.high == high && parts.whole == once.whole);
	CHECK(parts.sum.hi == once.sum.hi && parts.squares.hi == once.squares.hi);
	scaling[0] = cv_z_scaling(&parts);
	scaling[1] = cv_z_scaling(&once);
	axis[0] = cv_axis_of(&parts, 0.7, false);
	axis[1] = cv_axis_of(&once, 0.7, false);
	for (int i = 0; i < NUMBERS; i++)
	{
		CHECK_CLOSE(cv_scaled(&scaling[0], x[i]), cv_scaled(&scaling[1], x[i]), 1e-15);
		CHECK(cv_closeness(&axis[0], 1, &x[i]) == cv_closeness(&axis[1], 1, &x[i]));
	}
	scaling[0] = cv_minmax_scaling(&parts, true);
	CHECK(cv_scaled(&scaling[0], low) == 1 && cv_scaled(&scaling[0], high) == 0);
}

void
test_spread(void)
{
	uint64_t	seed = 7;
	CvSpread	one = cv_spread_empty();
	double		means[] = {0, 1, -1e3, 1e8, 1.7e15};

	for (int round = 0; round < 50; round++)
		check_round(&seed, means[round % 4]);
	CHECK(!cv_z_scaling(&one).varies);
	cv_spread_add(&one, 3);
	CHECK(!cv_z_scaling(&one).varies && one.whole);
	for (int i = 0; i < 3; i++)
		x[i] = means[4] + i;
	one = cv_spread_of(x, 3, 1, NULL, 0);
	for (int i = 0; i < 3; i++)
	{
		CvScaling	s = cv_z_scaling(&one);

		CHECK(cv_scaled(&s, x[i]) == i - 1);
	}
}
