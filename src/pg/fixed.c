/*
 * fixed.c - a column of decimals as 128-bit fixed point numbers.
 */
#include "pg/fixed.h"

#include "num/dd.h"

#define GROUP_BASE 10000
#define MOST_GROUPS 9			/* 10^36 < 2^120 */

static inline cv_int128
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

	column->volume = groups > 0 ? column->volume * factor : 0;
	for (int64 i = 0; i < rows; i++)
	{
		cv_int128	value = column->value[i];

		CV_BREATHE(i);
		value = gone ? 0 : groups > 0 ? value * factor : value / factor;
		column->value[i] = value;
		if (groups < 0)
			column->volume += value < 0 ? -value : value;
	}
	column->groups += groups;
}

static void
too_many_digits(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("values need more than 32 digits together"),
			 errhint("Round them: money has two decimals.")));
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
	while (more < wanted && volume < cv_fixed_limit() / GROUP_BASE &&
		   x->weight + column->groups + more + 1 < MOST_GROUPS)
	{
		volume *= GROUP_BASE;
		more++;
	}
	/* Fewer, where this value or the sum has no room. */
	while (!cv_decimal_to_u128(x, column->groups + more, &value) || volume + (cv_int128) value >= cv_fixed_limit())
	{
		volume /= GROUP_BASE;
		more--;
	}
	if ((column->exact && (more < wanted || more < 0)) || column->groups + more > CV_FIXED_GROUPS)
		too_many_digits();
	if (more != 0)
		rescale(column, i, more);
	column->volume += value;
	column->value[i] = x->negative && x->ngroups > 0 ? -(cv_int128) value : (cv_int128) value;
}

/* volume * 10000^groups, or the limit when it is more. */
static cv_int128
scaled_volume(cv_int128 volume, int groups)
{
	for (; groups > 0 && volume > 0; groups--)
		volume = volume < cv_fixed_limit() / GROUP_BASE ? volume * GROUP_BASE : cv_fixed_limit();
	for (; groups < 0; groups++)
		volume /= GROUP_BASE;
	return volume;
}

/*
 * The rows of other behind those of column, which has room for them.  Both come on the
 * finer of their scales; where there is no room for that, exact columns are refused and
 * others lose digits.
 */
void
cv_fixed_append(CvFixed *column, int64 rows, const CvFixed *other, int64 other_rows)
{
	int			groups = Max(column->groups, other->groups);
	CvFixed		tail = *other;
	bool		cut = false;

	if (other_rows == 0)
		return;
	if (rows == 0)
		column->groups = groups = other->groups;
	for (; scaled_volume(column->volume, groups - column->groups) +
		 scaled_volume(other->volume, groups - other->groups) >= cv_fixed_limit(); groups--)
		cut = true;
	column->exact = column->exact && other->exact;
	if (cut && column->exact)
		too_many_digits();
	tail.value = column->value + rows;
	memcpy(tail.value, other->value, other_rows * sizeof(cv_int128));
	if (groups != tail.groups)
		rescale(&tail, other_rows, groups - tail.groups);
	if (groups != column->groups)
		rescale(column, rows, groups - column->groups);
	column->volume += tail.volume;
}

/*
 * Bring the rows to the scale that adding them one by one would have found: without groups of
 * decimals in which all have zeros, and with no integer digits cut that there is room for.
 */
void
cv_fixed_trim(CvFixed *column, int64 rows)
{
	int			spare = column->groups;

	for (int64 i = 0; i < rows && spare > 0; i++)
	{
		cv_int128	value = column->value[i];
		int			zeros = 0;

		CV_BREATHE(i);
		while (zeros < spare && value % GROUP_BASE == 0)
		{
			value /= GROUP_BASE;
			zeros++;
		}
		spare = zeros;
	}
	if (spare > 0)
		rescale(column, rows, -spare);
	while (column->groups < 0 && column->volume < cv_fixed_limit() / GROUP_BASE)
		rescale(column, rows, 1);
}

/* How many decimals the rows need: 2 for money with cents. */
int
cv_fixed_decimals(const CvFixed *column, int64 rows)
{
	int			places = Max(column->groups, 0) * 4;
	int			most = 0;

	for (int64 i = 0; i < rows && most < places; i++)
	{
		cv_int128	value = column->value[i];
		int			zeros = 0;

		CV_BREATHE(i);
		while (zeros < places - most && value % 10 == 0)
		{
			value /= 10;
			zeros++;
		}
		most = places - zeros;
	}
	return most;
}

/* part / whole, correctly rounded but for one case in 10^15; whole is not 0. */
double
cv_fixed_ratio(cv_int128 part, cv_int128 whole)
{
	return cv_dd_divide(cv_dd_from_int(part), cv_dd_from_int(whole)).hi;
}
