/*
 * fixed.c - a column of decimals as 128-bit fixed point numbers.
 */
#include "pg/fixed.h"

#define GROUP_BASE 10000
#define FIXED_GROUPS 9			/* 10^36 < 2^120: room for a sum */

static cv_int128
fixed_limit(void)
{
	return (cv_int128) 1 << 122;
}

static void
scale_up(CvFixed *column, int64 rows)
{
	for (int64 i = 0; i < rows; i++)
	{
		CV_BREATHE(i);
		column->value[i] *= GROUP_BASE;
	}
	column->volume *= GROUP_BASE;
	column->groups++;
}

static void
scale_down(CvFixed *column, int64 rows)
{
	column->volume = 0;
	for (int64 i = 0; i < rows; i++)
	{
		CV_BREATHE(i);
		column->value[i] /= GROUP_BASE;
		column->volume += column->value[i] < 0 ? -column->value[i] : column->value[i];
	}
	column->groups--;
}

/* |x| * 10000^groups, cut off behind the point; its top place is below FIXED_GROUPS. */
static cv_int128
fixed_value(const CvDecimal *x, int groups)
{
	cv_int128	value = 0;

	for (int place = x->weight + groups, i = 0; place >= 0; place--, i++)
	{
		uint16		group = 0;

		if (i < x->ngroups)
			memcpy(&group, x->groups + 2 * i, sizeof(group));
		value = value * GROUP_BASE + group;
	}
	return value;
}

/* Row i, the next one, gets x, which is finite. */
void
cv_fixed_add(CvFixed *column, int64 i, const CvDecimal *x)
{
	cv_int128	value = 0;

	if (x->ngroups > 0)
	{
		while (column->groups < x->ngroups - 1 - x->weight &&
			   column->volume < fixed_limit() / (GROUP_BASE * 2) &&
			   x->weight + column->groups + 1 < FIXED_GROUPS)
			scale_up(column, i);
		while (x->weight + column->groups >= FIXED_GROUPS || column->volume >= fixed_limit())
			scale_down(column, i);
		value = fixed_value(x, column->groups);
	}
	column->volume += value;
	column->value[i] = x->negative && x->ngroups > 0 ? -value : value;
}
