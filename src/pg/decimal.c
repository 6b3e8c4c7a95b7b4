/*
 * decimal.c - exact decimal numbers, read from and written to the server's types.
 *
 * A numeric is read and built digit group by digit group, because the server's own
 * functions cost a palloc and a hundred nanoseconds a call, and money columns have
 * millions of rows.  The layout has been the same since PostgreSQL 9.1; NumericData is
 * private to numeric.c, so what is needed of it is written down here.  test/sql/
 * pg_decimal.sql compares both directions with the server's arithmetic.
 */
#include "pg/decimal.h"

#include <float.h>
#include <math.h>

#include "common/shortest_dec.h"
#include "lib/stringinfo.h"
#include "num/scan.h"

/* First 16 bits of a numeric's body. */
#define HEADER_KIND			0xC000
#define HEADER_NEGATIVE		0x4000	/* long form */
#define HEADER_SHORT		0x8000
#define HEADER_SPECIAL		0xC000
#define SHORT_NEGATIVE		0x2000
#define SHORT_SCALE_SHIFT	7
#define SHORT_SCALE_MAX		0x3F
#define SHORT_WEIGHT_SIGN	0x0040
#define SHORT_WEIGHT_MASK	0x003F
#define SHORT_WEIGHT_MIN	(-64)
#define SHORT_WEIGHT_MAX	63

#define GROUP_BASE			10000
#define GROUP_DIGITS		4

static inline uint16
read_u16(const char *at)
{
	uint16		x;

	memcpy(&x, at, sizeof(x));
	return x;
}

static inline int
group_at(const CvDecimal *x, int i)
{
	return read_u16(x->groups + 2 * i);
}

/* The groups of the result point into value, which must live as long as they are read. */
void
cv_decimal_from_numeric(Datum value, CvDecimal *out)
{
	struct varlena *v = PG_DETOAST_DATUM_PACKED(value);
	const char *body = VARDATA_ANY(v);
	int			size = VARSIZE_ANY_EXHDR(v);
	uint16		header = read_u16(body);
	int			prefix = 2;

	out->finite = (header & HEADER_KIND) != HEADER_SPECIAL;
	if (!out->finite)
	{
		out->ngroups = 0;
		return;
	}
	if ((header & HEADER_KIND) == HEADER_SHORT)
	{
		out->negative = (header & SHORT_NEGATIVE) != 0;
		out->weight = (header & SHORT_WEIGHT_SIGN ? ~SHORT_WEIGHT_MASK : 0) | (header & SHORT_WEIGHT_MASK);
	}
	else
	{
		out->negative = (header & HEADER_NEGATIVE) != 0;
		out->weight = (int16) read_u16(body + 2);
		prefix = 4;
	}
	out->groups = body + prefix;
	out->ngroups = (size - prefix) / (int) sizeof(uint16);
}

/* Digits given as text, the last worth 10^exponent. */
static void
decimal_from_digits(const char *digits, int ndigits, int exponent, CvDecimal *out)
{
	int			low = exponent >= 0 ? exponent / GROUP_DIGITS
		: -((-exponent + GROUP_DIGITS - 1) / GROUP_DIGITS);
	int			pad = exponent - low * GROUP_DIGITS;	/* zeros behind the last digit */
	int			ngroups = (ndigits + pad + GROUP_DIGITS - 1) / GROUP_DIGITS;
	int			at = ngroups * GROUP_DIGITS - pad - ndigits;	/* zeros before the first */

	Assert(ngroups <= CV_OWN_GROUPS);
	memset(out->own, 0, sizeof(out->own));
	for (int i = 0; i < ngroups * GROUP_DIGITS; i++)
	{
		int			digit = i >= at && i < at + ndigits ? digits[i - at] - '0' : 0;

		out->own[i / GROUP_DIGITS] = out->own[i / GROUP_DIGITS] * 10 + digit;
	}
	while (ngroups > 0 && out->own[ngroups - 1] == 0)
	{
		ngroups--;
		low++;
	}
	out->ngroups = ngroups;
	out->weight = ngroups > 0 ? low + ngroups - 1 : 0;
	out->groups = (const char *) out->own;
}

void
cv_decimal_from_int64(Datum value, CvDecimal *out)
{
	int64		x = DatumGetInt64(value);
	uint64		rest = x < 0 ? -(uint64) x : (uint64) x;
	int			first = CV_OWN_GROUPS;

	out->finite = true;
	out->negative = x < 0;
	for (; rest > 0; rest /= GROUP_BASE)
		out->own[--first] = rest % GROUP_BASE;
	out->ngroups = CV_OWN_GROUPS - first;
	out->weight = out->ngroups > 0 ? out->ngroups - 1 : 0;
	out->groups = (const char *) (out->own + first);
}

/* Digits as double_to_shortest_decimal_buf and its sister write them, of a number from 0 up. */
static void
decimal_from_shortest(const char *text, CvDecimal *out)
{
	char		digits[DOUBLE_SHORTEST_DECIMAL_LEN];
	int			n = 0;
	int			exponent = 0;
	bool		fraction = false;

	for (const char *p = text; *p != '\0'; p++)
	{
		if (*p == 'e')
		{
			exponent += atoi(p + 1);
			break;
		}
		if (*p == '.')
			fraction = true;
		else
		{
			if (n > 0 || *p != '0')
				digits[n++] = *p;
			exponent -= fraction;
		}
	}
	decimal_from_digits(digits, n, exponent, out);
}

/* Below this a whole number is its own shortest decimal: every one has a float8, and a real. */
#define WHOLE_FLOAT8 1e15
#define WHOLE_FLOAT4 1e7

/* False where a number is not finite, or whole and done with: quicker, and most of them are. */
static bool
has_fraction(double x, double most_whole, CvDecimal *out)
{
	out->finite = !isnan(x) && !isinf(x);
	out->negative = x < 0;
	if (!out->finite)
	{
		out->ngroups = 0;
		return false;
	}
	if (fabs(x) < most_whole && x == (double) (int64) x)
	{
		cv_decimal_from_int64(Int64GetDatum((int64) x), out);
		return false;
	}
	return true;
}

/* The shortest decimal that reads back as the same float8. */
void
cv_decimal_from_float8(Datum value, CvDecimal *out)
{
	double		x = DatumGetFloat8(value);
	char		text[DOUBLE_SHORTEST_DECIMAL_LEN];

	if (!has_fraction(x, WHOLE_FLOAT8, out))
		return;
	double_to_shortest_decimal_buf(fabs(x), text);
	decimal_from_shortest(text, out);
}

/* The same of a real: 0.1 is 0.1, not 0.10000000149011612. */
void
cv_decimal_from_float4(Datum value, CvDecimal *out)
{
	float		x = DatumGetFloat4(value);
	char		text[FLOAT_SHORTEST_DECIMAL_LEN];

	if (!has_fraction(x, WHOLE_FLOAT4, out))
		return;
	float_to_shortest_decimal_buf(fabsf(x), text);
	decimal_from_shortest(text, out);
}

/* |x| * 10000^groups when it is an integer up to max; groups >= x's fraction groups. */
bool
cv_decimal_to_u64(const CvDecimal *x, int groups, uint64 max, uint64 *out)
{
	int			trailing = x->weight + groups - (x->ngroups - 1);
	cv_uint128	value = 0;

	if (x->ngroups == 0)
	{
		*out = 0;
		return true;
	}
	if (x->weight + groups > 4) /* more than 20 digits */
		return false;
	for (int i = 0; i < x->ngroups; i++)
		value = value * GROUP_BASE + group_at(x, i);
	while (trailing-- > 0)
		value *= GROUP_BASE;
	*out = (uint64) value;
	return value <= max;
}

/*
 * |x| * 10000^groups, cut off behind the point; false when that has more than 36 digits.
 */
bool
cv_decimal_to_u128(const CvDecimal *x, int groups, cv_uint128 *out)
{
	cv_uint128	value = 0;

	*out = 0;
	if (x->ngroups == 0)
		return true;
	if (x->weight + groups >= 9)
		return false;
	for (int place = x->weight + groups, i = 0; place >= 0; place--, i++)
		value = value * GROUP_BASE + (i < x->ngroups ? group_at(x, i) : 0);
	*out = value;
	return true;
}

/*
 * The number, which is finite, in units of 10^-scale, up to limit on either side; false where it is more.  Digits
 * behind the scale are cut off, and it is not exact.
 */
bool
cv_decimal_to_int64(const CvDecimal *x, int scale, int64 limit, bool *exact, int64 *units)
{
	int			groups = (scale + GROUP_DIGITS - 1) / GROUP_DIGITS;
	cv_uint128	value;
	cv_uint128	ten = 1;

	if (!cv_decimal_to_u128(x, groups, &value))
		return false;
	for (int i = groups * GROUP_DIGITS; i > scale; i--)
		ten *= 10;
	*exact = value % ten == 0 && cv_decimal_fraction_groups(x) <= groups;
	value /= ten;
	if (value > (cv_uint128) limit)
		return false;
	*units = x->negative ? -(int64) value : (int64) value;
	return true;
}

/*
 * |x| * 10000^groups as a natural number in limb, zero-padded to width; its length is
 * returned, or width + 1 when it does not fit.  groups >= x's fraction groups.
 */
int
cv_decimal_to_natural(const CvDecimal *x, int groups, uint32 *limb, int width)
{
	int			top = x->ngroups > 0 ? (x->weight + groups) / 2 : -1;

	if (top >= width)
		return width + 1;
	memset(limb, 0, width * sizeof(uint32));
	for (int i = 0; i < x->ngroups; i++)
	{
		int			place = x->weight - i + groups;

		limb[place / 2] += group_at(x, i) * (place % 2 ? GROUP_BASE : 1);
	}
	return cv_nat_length(limb, width);
}

static uint32
power_of_ten(int exponent)
{
	uint32		power = 1;

	while (exponent-- > 0)
		power *= 10;
	return power;
}

/*
 * |x| * 10^scale in limb[CV_WIDE_LIMBS]; the length is returned.  *exact tells whether x
 * has no more decimals than scale.  Raises 54000 beyond 1,000 digits.
 */
int
cv_decimal_to_units(const CvDecimal *x, int scale, uint32 *limb, bool *exact)
{
	int			groups = cv_decimal_fraction_groups(x);
	int			shift = scale - groups * GROUP_DIGITS;
	int			width;

	*exact = true;
	if (groups > CV_SCALE_MAX)
	{
		*exact = false;
		return 0;
	}
	/* Its own limbs and three more, for multiplying by up to 10^20. */
	width = (x->ngroups > 0 ? (x->weight + groups) / 2 + 1 : 0) + 3;
	if (width > CV_WIDE_LIMBS)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("cost has more than %d digits", (CV_WIDE_LIMBS - 3) * CV_LIMB_DIGITS)));
	cv_decimal_to_natural(x, groups, limb, width);
	for (; shift > 0; shift -= Min(shift, CV_LIMB_DIGITS))
		cv_nat_scale(limb, width, power_of_ten(Min(shift, CV_LIMB_DIGITS)));
	for (; shift < 0; shift += Min(-shift, CV_LIMB_DIGITS))
	{
		if (cv_nat_shrink(limb, width, power_of_ten(Min(-shift, CV_LIMB_DIGITS))) != 0)
			*exact = false;
	}
	return cv_nat_length(limb, width);
}

/*
 * The numeric of these groups, the first in group[n - 1], the last worth 10000^low.
 * The form is the one that the server itself would give it: no zero group at either end.
 */
static Numeric
build_numeric(bool negative, const uint16 *group, int n, int low, int scale)
{
	int			skip = 0;
	int			weight;
	int			prefix;
	int			ngroups;
	Size		size;
	char	   *result;
	uint16		header;

	while (n > 0 && group[n - 1] == 0)
		n--;
	while (skip < n && group[skip] == 0)
		skip++;
	ngroups = n - skip;
	weight = ngroups > 0 ? low + n - 1 : 0;
	negative = negative && ngroups > 0;

	if (weight >= SHORT_WEIGHT_MIN && weight <= SHORT_WEIGHT_MAX && scale <= SHORT_SCALE_MAX)
	{
		prefix = 2;
		header = HEADER_SHORT | (negative ? SHORT_NEGATIVE : 0) | (scale << SHORT_SCALE_SHIFT) |
			(weight < 0 ? SHORT_WEIGHT_SIGN : 0) | (weight & SHORT_WEIGHT_MASK);
	}
	else
	{
		prefix = 4;
		header = (negative ? HEADER_NEGATIVE : 0) | scale;
	}
	size = VARHDRSZ + prefix + ngroups * sizeof(uint16);
	result = palloc(size);
	SET_VARSIZE(result, size);
	memcpy(result + VARHDRSZ, &header, sizeof(uint16));
	if (prefix == 4)
	{
		int16		long_weight = (int16) weight;

		memcpy(result + VARHDRSZ + 2, &long_weight, sizeof(int16));
	}
	for (int i = 0; i < ngroups; i++)
		memcpy(result + VARHDRSZ + prefix + 2 * i, &group[n - 1 - i], sizeof(uint16));
	return (Numeric) result;
}

/* units / 10^scale, with scale decimals. */
Numeric
cv_numeric_from_u64(bool negative, uint64 units, int scale)
{
	int			fraction = (scale + GROUP_DIGITS - 1) / GROUP_DIGITS;
	uint32		pad = power_of_ten(fraction * GROUP_DIGITS - scale);
	uint16		group[6];
	int			n = 0;
	uint64		rest;

	/* The lowest group takes the digits that fill it up; the rest fits 64 bits. */
	group[n++] = (uint16) (units % (GROUP_BASE / pad) * pad);
	for (rest = units / (GROUP_BASE / pad); rest > 0; rest /= GROUP_BASE)
		group[n++] = rest % GROUP_BASE;
	return build_numeric(negative, group, n, -fraction, scale);
}

/* limb / 10^scale, with scale decimals; n at most CV_WIDE_LIMBS. */
Numeric
cv_numeric_from_natural(bool negative, const uint32 *limb, int n, int scale)
{
	int			fraction = (scale + GROUP_DIGITS - 1) / GROUP_DIGITS;
	uint32		padded[CV_WIDE_LIMBS + 1];
	uint16		group[2 * (CV_WIDE_LIMBS + 1)];

	memcpy(padded, limb, n * sizeof(uint32));
	padded[n] = 0;
	cv_nat_scale(padded, n + 1, power_of_ten(fraction * GROUP_DIGITS - scale));
	for (int i = 0; i <= n; i++)
	{
		group[2 * i] = padded[i] % GROUP_BASE;
		group[2 * i + 1] = padded[i] / GROUP_BASE;
	}
	return build_numeric(negative, group, 2 * (n + 1), -fraction, scale);
}

/*
 * units / 10000^groups with at least this many decimals and no further zeros at the end;
 * with an exponent where groups is negative or above 9.
 */
void
cv_print_fixed(StringInfo out, cv_int128 units, int groups, int decimals)
{
	char		digits[80];
	int			at = sizeof(digits);
	bool		plain = groups >= 0 && groups <= 9;
	int			places = plain ? groups * GROUP_DIGITS : 0;
	int			exponent = -groups * GROUP_DIGITS;
	cv_uint128	rest = units < 0 ? -(cv_uint128) units : (cv_uint128) units;

	if (units < 0)
		appendStringInfoChar(out, '-');
	while (places > decimals && rest % 10 == 0)
	{
		rest /= 10;
		places--;
	}
	while (!plain && rest > 0 && rest % 10 == 0)
	{
		rest /= 10;
		exponent++;
	}
	do
	{
		digits[--at] = '0' + (int) (rest % 10);
		rest /= 10;
		if (--places == 0)
			digits[--at] = '.';
	} while (rest > 0 || places >= 0);
	appendBinaryStringInfo(out, digits + at, sizeof(digits) - at);
	if (!plain && units != 0)
		appendStringInfo(out, "e%d", exponent);
}

/* Digits as numeric's own input reads them. */
static Numeric
numeric_from_digits(char *digits)
{
	return DatumGetNumeric(DirectFunctionCall3(numeric_in, CStringGetDatum(digits),
											   ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1)));
}

/* units / 10000^groups as a numeric with at least this many decimals. */
Numeric
cv_numeric_from_fixed(cv_int128 units, int groups, int decimals)
{
	StringInfoData text;
	Numeric		result;

	initStringInfo(&text);
	cv_print_fixed(&text, units, groups, decimals);
	result = numeric_from_digits(text.data);
	pfree(text.data);
	return result;
}

Numeric
cv_numeric_from_float8(double x)
{
	char		digits[DOUBLE_SHORTEST_DECIMAL_LEN];

	double_to_shortest_decimal_buf(x, digits);
	return numeric_from_digits(digits);
}

Numeric
cv_numeric_from_float4(float x)
{
	char		digits[FLOAT_SHORTEST_DECIMAL_LEN];

	float_to_shortest_decimal_buf(x, digits);
	return numeric_from_digits(digits);
}

double
cv_numeric_as_float8(Numeric x)
{
	double		value = DatumGetFloat8(DirectFunctionCall1(numeric_float8_no_overflow, NumericGetDatum(x)));

	return fmax(-DBL_MAX, fmin(DBL_MAX, value));
}

/* x itself, or 22023 when it is NaN or infinite. */
Numeric
cv_check_numeric(Numeric x, const char *name)
{
	CvDecimal	view;

	cv_decimal_from_numeric(NumericGetDatum(x), &view);
	if (!view.finite)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be a finite number, not %s", name, cv_numeric_text(x)),
				 errhint("Leave such rows out, or turn the value into NULL.")));
	return x;
}

/*
 * A cost as units of 10^-scale in units[CV_WIDE_LIMBS]; the length is returned.  Raises
 * 22023 for a cost that is NaN, infinite or finer than the scale, and for a scale off 0
 * to 20.
 */
int
cv_check_cost(Numeric cost, const char *name, int scale, uint32 *units, bool *negative)
{
	CvDecimal	view;
	bool		exact;
	int			n;

	cv_check_range(scale, "scale", 0, CV_SCALE_MAX);
	cv_check_numeric(cost, name);
	cv_decimal_from_numeric(NumericGetDatum(cost), &view);
	n = cv_decimal_to_units(&view, scale, units, &exact);
	if (!exact)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s has more than %d decimals: %s", name, scale, cv_numeric_text(cost)),
				 errhint("Round the cost to the scale first, or give a larger scale.")));
	*negative = view.negative;
	return n;
}

char *
cv_numeric_text(Numeric x)
{
	return DatumGetCString(DirectFunctionCall1(numeric_out, NumericGetDatum(x)));
}

/*
 * A decimal number in a text, at *at, which moves behind it; false where there is none.  The number
 * is left to numeric's own input.
 */
bool
cv_scan_decimal(const char **at, CvDecimal *out)
{
	size_t		length = cv_number_length(*at, false, 1000);
	char	   *digits;

	if (length == 0 || length > 1000 || strcspn(*at, "0123456789") >= length || (*at)[length - 1] == 'e')
		return false;
	digits = pnstrdup(*at, length);
	cv_decimal_from_numeric(NumericGetDatum(numeric_from_digits(digits)), out);
	pfree(digits);
	*at += length;
	return true;
}
