/*
 * radix.h - sorting doubles by their bits.
 *
 * Least significant digit first, 11 bits at a time: O(n), whatever the values; digits that are the
 * same in all are passed over, so that whole numbers and few distinct values take less.
 */
#ifndef CV_RADIX_H
#define CV_RADIX_H

#include "num/num.h"

extern void cv_radix_sort(double *x, double *scratch, int64_t n);

#endif							/* CV_RADIX_H */
