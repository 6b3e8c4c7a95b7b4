/*
 * select.h - the k largest of n keys, without moving or copying them.
 *
 * A radix selection: count how many keys fall under each value of their top bits,
 * keep the one bucket in which the k-th largest lies, go on with the next bits.  It
 * takes O(n) time on every input, all-equal keys included, reads the keys through a
 * function (so that they may be computed instead of stored) and needs 16 kB of stack.
 * It is a header so that the compiler can inline the key function into the loops.
 */
#ifndef CV_SELECT_H
#define CV_SELECT_H

#include <string.h>

#include "num/num.h"

/* Key of row i into *key; false when the row takes no part. */
typedef bool (*CvKeyFn) (const void *arg, int64_t i, uint64_t *key);

#define CV_SELECT_DIGIT 11
#define CV_SELECT_SMALL 64

/* Few rows: sort a copy of the keys, largest first. */
static inline uint64_t
cv_select_small(CvKeyFn key, const void *arg, int64_t n, int64_t k, int64_t *take)
{
	uint64_t	top[CV_SELECT_SMALL];
	int			m = 0;

	for (int64_t i = 0; i < n; i++)
	{
		uint64_t	x;
		int			j;

		if (!key(arg, i, &x))
			continue;
		for (j = m++; j > 0 && top[j - 1] < x; j--)
			top[j] = top[j - 1];
		top[j] = x;
	}
	*take = 1;
	for (int64_t j = k - 1; j > 0 && top[j - 1] == top[k - 1]; j--)
		(*take)++;
	return top[k - 1];
}

/*
 * The k-th largest key among n rows, 1 <= k <= number of rows that take part.  *take
 * is how many rows with exactly this key belong to the k largest; all rows with a
 * larger key do.  bits bounds the keys: they are below 2^bits.
 */
static inline uint64_t
cv_select(CvKeyFn key, const void *arg, int64_t n, int64_t k, int bits, int64_t *take)
{
	uint64_t	prefix = 0;		/* the top bits found so far, in place */
	int			shift = bits;	/* bits still open */

	if (n <= CV_SELECT_SMALL)
		return cv_select_small(key, arg, n, k, take);

	while (shift > 0)
	{
		int64_t		count[1 << CV_SELECT_DIGIT];
		int			digit = shift < CV_SELECT_DIGIT ? shift : CV_SELECT_DIGIT;
		int			next = shift - digit;
		uint64_t	lowest = UINT64_MAX;
		uint64_t	highest = 0;
		int			b;

		memset(count, 0, sizeof(int64_t) << digit);
		for (int64_t i = 0; i < n; i++)
		{
			uint64_t	x;

			CV_BREATHE(i);
			if (!key(arg, i, &x) || (shift < 64 && (x >> shift) != (prefix >> shift)))
				continue;
			count[(x >> next) & ((1 << digit) - 1)]++;
			lowest = x < lowest ? x : lowest;
			highest = x > highest ? x : highest;
		}
		if (lowest == highest)	/* all that are left are equal */
		{
			prefix = lowest;
			break;
		}
		for (b = (1 << digit) - 1; count[b] < k; b--)
			k -= count[b];
		prefix |= (uint64_t) b << next;
		shift = next;
	}
	*take = k;
	return prefix;
}

#endif							/* CV_SELECT_H */
