/*
 * fixed.h - a column of decimals as 128-bit fixed point numbers.
 *
 * For sums and shares of money columns: exact as long as the values, brought to one
 * power of 10000, and the sum of their absolute values need no more than 32 digits.
 * Beyond that numeric columns are refused; of float8 columns, whose own digits end after
 * 17, the places behind those 32 are cut off.
 */
#ifndef CV_FIXED_H
#define CV_FIXED_H

#include "pg/decimal.h"

#include <math.h>

#include "catalog/pg_type.h"

#define CV_FIXED_GROUPS 4095	/* most groups of decimals: numeric has no more */

typedef struct CvFixed
{
	cv_int128  *value;
	bool		exact;			/* refuse what would have to be cut */
	int			groups;			/* values are kept times 10000^groups; may be negative */
	cv_int128	volume;			/* sum of absolute values */
} CvFixed;

/* No sum of absolute values is larger than 10^36. */
static inline cv_int128
cv_fixed_limit(void)
{
	return (cv_int128) 1000000000000000000 * 1000000000000000000;
}

/* Is a float8 an integer that it holds exactly, so that nothing of it can be cut? */
static inline bool
cv_is_whole(double x)
{
	return x == rint(x) && fabs(x) < 0x1p53;
}

/* Is a number of this type known to its last digit? */
static inline bool
cv_is_exact(Datum value, Oid type)
{
	return type == FLOAT8OID ? cv_is_whole(DatumGetFloat8(value)) :
		type == FLOAT4OID ? cv_is_whole(DatumGetFloat4(value)) : true;
}

extern void cv_fixed_add(CvFixed *column, int64 i, const CvDecimal *x);
extern void cv_fixed_append(CvFixed *column, int64 rows, const CvFixed *other, int64 other_rows);
extern void cv_fixed_trim(CvFixed *column, int64 rows);
extern int	cv_fixed_decimals(const CvFixed *column, int64 rows);
extern double cv_fixed_ratio(cv_int128 part, cv_int128 whole);

#endif							/* CV_FIXED_H */
