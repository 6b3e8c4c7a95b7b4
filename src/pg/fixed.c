/*
 * fixed.c - a column of decimals as 128-bit fixed point numbers.
 */
#include "pg/fixed.h"

#define GROUP_BASE 10000

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

/* Row i, the next one, gets x, which is finite. */
void
cv_fixed_add(CvFixed *column, int64 i, const CvDecimal *x)
{
	cv_uint128	value;

	while (x->ngroups > 0 && column->groups < x->ngroups - 1 - x->weight &&
		   column->volume < fixed_limit() / (GROUP_BASE * 2) &&
		   cv_decimal_to_u128(x, column->groups + 1, &value))
		scale_up(column, i);
	while (!cv_decimal_to_u128(x, column->groups, &value) || column->volume >= fixed_limit())
		scale_down(column, i);
	column->volume += value;
	column->value[i] = x->negative && x->ngroups > 0 ? -(cv_int128) value : (cv_int128) value;
}
