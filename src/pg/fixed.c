/*
 * fixed.c - a column of decimals as 128-bit fixed point numbers.
 */
#include "pg/fixed.h"

#define GROUP_BASE 10000
#define MOST_GROUPS 9			/* 10^36 < 2^120 */

/* The volume stays below this, so that nothing that is added to it overflows. */
static cv_int128
volume_limit(void)
{
	return (cv_int128) 1 << 122;
}

static cv_int128
power_of_base(int exponent)
{
	cv_int128	power = 1;

	while (exponent-- > 0)
		power *= GROUP_BASE;
	return power;
}

/* Multiply the first rows by 10000^groups, or divide them when that is negative. */
static void
rescale(CvFixed *column, int64 rows, int groups)
{
	cv_int128	factor = power_of_base(Min(abs(groups), MOST_GROUPS));
	bool		gone = groups < -MOST_GROUPS;

	column->volume = 0;
	for (int64 i = 0; i < rows; i++)
	{
		cv_int128	value = column->value[i];

		CV_BREATHE(i);
		value = gone ? 0 : groups > 0 ? value * factor : value / factor;
		column->value[i] = value;
		column->volume += value < 0 ? -value : value;
	}
	column->groups += groups;
}

/* Row i, the next one, gets x, which is finite. */
void
cv_fixed_add(CvFixed *column, int64 i, const CvDecimal *x)
{
	int			wanted = x->ngroups > 0 ? x->ngroups - 1 - x->weight - column->groups : 0;
	int			more = 0;
	cv_int128	volume = column->volume;
	cv_uint128	value;

	/* More decimals, as far as this and all other values have room for them. */
	while (more < wanted && volume < volume_limit() / GROUP_BASE && x->weight + column->groups + more + 1 < MOST_GROUPS)
	{
		volume *= GROUP_BASE;
		more++;
	}
	/* Fewer, where this value or the sum has no room. */
	while (x->ngroups > 0 && (x->weight + column->groups + more >= MOST_GROUPS || volume >= volume_limit()))
	{
		volume /= GROUP_BASE;
		more--;
	}
	if (column->exact && (more < wanted || more < 0))
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("values need more than 32 digits together"),
				 errhint("Round them: money has two decimals.")));
	if (more != 0)
		rescale(column, i, more);
	(void) cv_decimal_to_u128(x, column->groups, &value);
	column->volume += value;
	column->value[i] = x->negative && x->ngroups > 0 ? -(cv_int128) value : (cv_int128) value;
}
