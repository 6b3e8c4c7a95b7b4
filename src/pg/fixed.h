/*
 * fixed.h - a column of decimals as 128-bit fixed point numbers.
 *
 * For sums and shares of money columns: exact while all values, brought to one power of
 * 10000, need no more than 36 digits, which money does not.  Beyond that the smallest
 * digits are cut off, so that the sum of absolute values always keeps 32 digits.
 */
#ifndef CV_FIXED_H
#define CV_FIXED_H

#include "pg/decimal.h"

typedef struct CvFixed
{
	cv_int128  *value;
	int			groups;			/* values are kept times 10000^groups; may be negative */
	cv_int128	volume;			/* sum of absolute values */
} CvFixed;

extern void cv_fixed_add(CvFixed *column, int64 i, const CvDecimal *x);

#endif							/* CV_FIXED_H */
