/*
 * counts.c - how many rows, or how much weight.
 */
#include "risk/counts.h"

#include "num/dd.h"

double
cv_count_value(cv_int128 units)
{
	CvDD		scaled = cv_dd_divide(cv_dd_from_int(units), cv_dd_from_double(1e20));

	return scaled.hi;
}

/* A number of rows as it is, a sum of weights to 15 digits. */
Datum
cv_count_numeric(double count)
{
	if (count == floor(count) && count < 0x1p53)
		return NumericGetDatum(cv_numeric_from_u64(false, (uint64) count, 0));
	return DirectFunctionCall1(float8_numeric, Float8GetDatum(count));
}

cv_int128
cv_count_add(cv_int128 a, cv_int128 b)
{
	if (unlikely(a + b > CV_COUNT_LIMIT))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("a count exceeds 1e15")));
	return a + b;
}

/* A count in a text, at *at, which moves behind it: a decimal from 0 to 1e15 with up to 20 decimals. */
bool
cv_scan_count(const char **at, cv_int128 *units)
{
	CvDecimal	x;
	cv_uint128	value;

	if (**at == '-' || !cv_scan_decimal(at, &x) || cv_decimal_fraction_groups(&x) > CV_COUNT_GROUPS ||
		!cv_decimal_to_u128(&x, CV_COUNT_GROUPS, &value) || value > (cv_uint128) CV_COUNT_LIMIT)
		return false;
	*units = (cv_int128) value;
	return true;
}

/* A weight argument in units: 0, or from 1e-9 to 1e9. */
cv_int128
cv_count_weight_arg(FunctionCallInfo fcinfo, int argno)
{
	double		weight = cv_check_finite(PG_GETARG_FLOAT8(argno), "weight");
	CvDecimal	x;
	cv_uint128	units;

	if (weight != 0 && !(weight >= 1e-9 && weight <= 1e9))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("weight must be 0 or from 1e-9 to 1e9, not %s", cv_float8_text(weight)),
				 errhint("Weights are relative: divide them all by one number.")));
	cv_decimal_from_float8(Float8GetDatum(weight), &x);
	cv_decimal_to_u128(&x, CV_COUNT_GROUPS, &units);
	return (cv_int128) units;
}

/* An outcome: a boolean, or an integer that is 0 or 1. */
bool
cv_outcome_arg(FunctionCallInfo fcinfo, int argno, bool integer)
{
	if (!integer)
		return PG_GETARG_BOOL(argno);
	return cv_check_binary(PG_GETARG_INT64(argno), "outcome",
						   "1 is the event: a default, a purchase, a departure. A condition will do as well.");
}
