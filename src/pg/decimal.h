/*
 * decimal.h - exact decimal numbers, read from and written to the server's types.
 */
#ifndef CV_DECIMAL_H
#define CV_DECIMAL_H

#include "pg/pg.h"

#include "num/natural.h"
#include "utils/numeric.h"

#define CV_SCALE_MAX 20			/* most decimals of a money amount */
#define CV_WIDE_LIMBS 128		/* longest number that is calculated with: 1,024 digits */

/* The most decimal groups (of four digits) that a float8 or a bigint takes. */
#define CV_OWN_GROUPS 8

/*
 * A number as PostgreSQL's numeric has it: groups of four decimal digits, the first worth
 * 10000^weight.  The groups stay where they are in the numeric; for other types they
 * are in own.
 */
typedef struct CvDecimal
{
	bool		finite;
	bool		negative;
	int			weight;
	int			ngroups;
	const char *groups;			/* uint16 each, unaligned */
	uint16		own[CV_OWN_GROUPS];
} CvDecimal;

/* Where a decimal comes from. */
typedef void (*CvDecimalReader) (Datum value, CvDecimal *out);

extern void cv_decimal_from_numeric(Datum value, CvDecimal *out);
extern void cv_decimal_from_int64(Datum value, CvDecimal *out);
extern void cv_decimal_from_float8(Datum value, CvDecimal *out);
extern void cv_decimal_from_float4(Datum value, CvDecimal *out);

/* The most bytes that cv_print_fixed writes for a number of so many groups, whatever decimals. */
static inline int
cv_fixed_width(cv_int128 units, int groups)
{
	cv_uint128	size = units < 0 ? -(cv_uint128) units : (cv_uint128) units;
	uint64		high = (uint64) (size >> 64);
	int			bits = high > 0 ? 128 - __builtin_clzll(high) : 64 - __builtin_clzll((uint64) size | 1);
	int			digits = bits * 1234 / 4096 + 1;

	if (groups < 0 || groups > 9)
		return 1 + digits + 7;	/* sign, exponent */
	return 2 + Max(digits, groups * 4 + 1);	/* sign, point */
}

extern bool cv_scan_decimal(const char **at, CvDecimal *out);

/* How many groups of decimals the number has behind the point; never negative. */
static inline int
cv_decimal_fraction_groups(const CvDecimal *x)
{
	int			groups = x->ngroups - 1 - x->weight;

	return x->ngroups > 0 && groups > 0 ? groups : 0;
}

extern bool cv_decimal_to_u64(const CvDecimal *x, int groups, uint64 max, uint64 *out);
extern bool cv_decimal_to_u128(const CvDecimal *x, int groups, cv_uint128 *out);
extern bool cv_decimal_to_int64(const CvDecimal *x, int scale, int64 limit, bool *exact, int64 *units);
extern int	cv_decimal_to_natural(const CvDecimal *x, int groups, uint32 *limb, int width);
extern int	cv_decimal_to_units(const CvDecimal *x, int scale, uint32 *limb, bool *exact);

extern Numeric cv_numeric_from_u64(bool negative, uint64 units, int scale);
extern Numeric cv_numeric_from_natural(bool negative, const uint32 *limb, int n, int scale);

extern void cv_print_fixed(struct StringInfoData *out, cv_int128 units, int groups, int decimals);
extern Numeric cv_numeric_from_fixed(cv_int128 units, int groups, int decimals);

/* The shortest decimal that reads back as a number, which is finite; and the float8 next to a finite numeric. */
extern Numeric cv_numeric_from_float8(double x);
extern Numeric cv_numeric_from_float4(float x);
extern double cv_numeric_as_float8(Numeric x);

extern Numeric cv_check_numeric(Numeric x, const char *name);
extern int	cv_check_cost(Numeric cost, const char *name, int scale, uint32 *units, bool *negative);
extern char *cv_numeric_text(Numeric x);

#endif							/* CV_DECIMAL_H */
