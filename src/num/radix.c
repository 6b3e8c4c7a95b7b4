/*
 * radix.c - sorting doubles by their bits.
 */
#include "num/radix.h"

#include <string.h>

#define DIGIT_BITS 11
#define DIGITS 6
#define VALUES (1 << DIGIT_BITS)
#define SIGN (UINT64_C(1) << 63)

static uint64_t
read_bits(const double *x)
{
	uint64_t	bits;

	memcpy(&bits, x, sizeof(bits));
	return bits;
}

/* A number as an integer that sorts alike. */
static uint64_t
to_key(uint64_t bits)
{
	return bits & SIGN ? ~bits : bits | SIGN;
}

static int
digit_of(uint64_t key, int digit)
{
	return (int) (key >> (digit * DIGIT_BITS)) & (VALUES - 1);
}

static void
count_digits(const double *x, int64_t n, uint32_t count[DIGITS][VALUES])
{
	memset(count, 0, DIGITS * VALUES * sizeof(uint32_t));
	for (int64_t i = 0; i < n; i++)
	{
		uint64_t	key = to_key(read_bits(&x[i]));

		CV_BREATHE(i);
		for (int d = 0; d < DIGITS; d++)
			count[d][digit_of(key, d)]++;
	}
}

/* Sort by one digit, from x to y; count becomes where the next of each value goes. */
static void
sort_digit(const double *x, double *y, int64_t n, int digit, uint32_t *count)
{
	uint32_t	place = 0;

	for (int v = 0; v < VALUES; v++)
	{
		uint32_t	times = count[v];

		count[v] = place;
		place += times;
	}
	for (int64_t i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		y[count[digit_of(to_key(read_bits(&x[i])), digit)]++] = x[i];
	}
}

/* Into rising order; scratch has room for n, which is below 2^32.  No x is NaN. */
void
cv_radix_sort(double *x, double *scratch, int64_t n)
{
	uint32_t	count[DIGITS][VALUES];
	double	   *from = x;
	double	   *to = scratch;

	if (n == 0)
		return;
	count_digits(x, n, count);
	for (int d = 0; d < DIGITS; d++)
	{
		double	   *swap = from;

		if (count[d][digit_of(to_key(read_bits(&from[0])), d)] == n)
			continue;
		sort_digit(from, to, n, d, count[d]);
		from = to;
		to = swap;
	}
	if (from != x)
		memcpy(x, from, n * sizeof(double));
}
