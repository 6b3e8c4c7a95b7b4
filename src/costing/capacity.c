/*
 * capacity.c - abc_capacity: what did the used capacity cost, and what stands idle?
 *
 * Time-driven activity-based costing (Kaplan and Anderson, Harvard Business Review,
 * November 2004): a department's cost is divided by its practical capacity, not by what
 * happened to be used, so that idle capacity shows instead of hiding in the rates.
 */
#include "pg/decimal.h"

static Numeric
operate(PGFunction operation, Numeric a, Numeric b)
{
	CHECK_FOR_INTERRUPTS();		/* numbers may have 100,000 digits */
	return DatumGetNumeric(DirectFunctionCall2(operation, NumericGetDatum(a), NumericGetDatum(b)));
}

/* dividend / divisor as a multiple of unit, halves away from 0, in exact steps. */
static Numeric
divide_rounded(Numeric dividend, Numeric divisor, Numeric unit)
{
	Numeric		step = operate(numeric_mul, divisor, unit);
	Numeric		whole = operate(numeric_div_trunc, dividend, step);
	Numeric		rest = operate(numeric_sub, dividend, operate(numeric_mul, whole, step));
	Numeric		twice = operate(numeric_add, rest, rest);

	/* One more step away from 0 when at least half of one is left over. */
	whole = operate(numeric_add, whole, operate(numeric_div_trunc, twice, step));
	return operate(numeric_mul, whole, unit);
}

static Numeric
arg_from_zero(FunctionCallInfo fcinfo, int argno, const char *name, bool zero_allowed)
{
	Numeric		x = cv_check_numeric(PG_GETARG_NUMERIC(argno), name);
	CvDecimal	view;

	cv_decimal_from_numeric(NumericGetDatum(x), &view);
	if (view.ngroups == 0 ? !zero_allowed : view.negative)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be %s, not %s", name,
						zero_allowed ? "0 or more" : "greater than 0", cv_numeric_text(x))));
	return x;
}

PG_FUNCTION_INFO_V1(abc_capacity);

/*
 * abc_capacity(cost, practical_capacity, used, scale) -> (rate, used_cost, unused,
 * unused_cost, utilisation), all numeric
 *
 * rate is cost per unit of capacity (minutes, say) and unused is in those units.  used_cost
 * is rounded once to scale decimals and unused_cost is the rest, so that the two add
 * up to cost exactly.  More used than the practical capacity makes unused and
 * unused_cost negative: over-driven, and never clipped.  Errors 22023: NaN or infinity,
 * capacity not positive, used negative, cost finer than the scale.
 */
Datum
abc_capacity(PG_FUNCTION_ARGS)
{
	Numeric		cost = PG_GETARG_NUMERIC(0);
	Numeric		capacity = arg_from_zero(fcinfo, 1, "practical_capacity", false);
	Numeric		used = arg_from_zero(fcinfo, 2, "used", true);
	int			scale = PG_GETARG_INT32(3);
	uint32		units[CV_WIDE_LIMBS];
	bool		negative;
	Numeric		one_unit;
	Numeric		used_cost;
	Datum		values[5];
	bool		nulls[5] = {false, false, false, false, false};

	cv_check_cost(cost, "cost", scale, units, &negative);
	one_unit = cv_numeric_from_u64(false, 1, scale);
	used_cost = divide_rounded(operate(numeric_mul, cost, used), capacity, one_unit);
	values[0] = NumericGetDatum(operate(numeric_div, cost, capacity));
	values[1] = NumericGetDatum(used_cost);
	values[2] = NumericGetDatum(operate(numeric_sub, capacity, used));
	values[3] = NumericGetDatum(operate(numeric_sub, cost, used_cost));
	values[4] = NumericGetDatum(operate(numeric_div, used, capacity));
	return cv_make_record(fcinfo, values, nulls);
}
