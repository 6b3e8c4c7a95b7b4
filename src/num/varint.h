/*
 * varint.h - integers in bytes of seven bits, the lowest first; the high bit says that more follow.
 */
#ifndef CV_VARINT_H
#define CV_VARINT_H

#include "num/num.h"

#define CV_VARINT_BYTES 19		/* most bytes of a number */

static inline uint8_t *
cv_put_varint(uint8_t *at, cv_uint128 x)
{
	for (; x >= 128; x >>= 7)
		*at++ = (uint8_t) x | 128;
	*at++ = (uint8_t) x;
	return at;
}

/* NULL when the bytes end too soon or the number is too long. */
static inline const uint8_t *
cv_get_varint(const uint8_t *at, const uint8_t *end, cv_uint128 *x)
{
	uint64_t	low = 0;
	int			shift = 0;

	/* Nearly all numbers are short. */
	for (; shift < 63 && at < end; shift += 7)
	{
		low |= (uint64_t) (*at & 127) << shift;
		if (*at++ < 128)
		{
			*x = low;
			return at;
		}
	}
	*x = low;
	for (; shift < 126 && at < end; shift += 7)
	{
		*x |= (cv_uint128) (*at & 127) << shift;
		if (*at++ < 128)
			return at;
	}
	return NULL;
}

/* For numbers that may be negative: the sign in the lowest bit, so that small ones stay short. */
static inline cv_uint128
cv_fold_sign(cv_int128 x)
{
	return x < 0 ? ((cv_uint128) -(x + 1) << 1) + 1 : (cv_uint128) x << 1;
}

static inline cv_int128
cv_unfold_sign(cv_uint128 x)
{
	return x & 1 ? -(cv_int128) (x >> 1) - 1 : (cv_int128) (x >> 1);
}

#endif							/* CV_VARINT_H */
