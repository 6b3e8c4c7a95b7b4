/*
 * mix.h - every bit of a number changes half of the bits of another: S. Vigna's splitmix64.
 *
 * For hashes, whose keys are mixed with a seed that whoever chooses the keys does not know, and for random draws.
 */
#ifndef CV_MIX_H
#define CV_MIX_H

#include "num/num.h"

static inline uint64_t
cv_mix(uint64_t z)
{
	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

#endif							/* CV_MIX_H */
