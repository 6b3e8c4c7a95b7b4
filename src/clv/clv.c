/*
 * clv.c - what is a customer worth who stays with a constant probability?
 *
 * With margin m a period, retention r and discount rate i, the margins expected one, two,
 * ... periods ahead are worth m q + m q^2 + ... with q = r / (1 + i); without end that is
 * m r / (1 + i - r)  (S. Gupta and D. Lehmann, "Customers as Assets", Journal of
 * Interactive Marketing 17, 2003).
 */
#include "clv/clv.h"

#include <math.h>

#include "catalog/pg_type.h"
#include "pg/decimal.h"
#include "utils/array.h"

PG_FUNCTION_INFO_V1(clv);

double
cv_check_share(double x, const char *name, const char *what_they_do)
{
	return cv_check_fraction(x, name,
							 psprintf("It is a fraction: 0.8 means that 80 of 100 customers %s.", what_they_do));
}

void
cv_value_not_finite(double retention, double discount, const char *advice)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("customer value is not finite with retention %s and discount %s",
					cv_float8_text(retention), cv_float8_text(discount)),
			 errhint("%s", advice)));
}

/* Sum of q^0 .. q^(periods - 1), exact where q is near 1; gap is 1 - q. */
static double
geometric_sum(double gap, double periods)
{
	if (gap == 0)
		return periods;
	if (gap >= 1)				/* q = 0 */
		return periods > 0 ? 1 : 0;
	return -expm1(periods * log1p(-gap)) / gap;
}

/*
 * clv(margin float8, retention float8, discount float8, periods integer, first text)
 *		-> float8
 *
 * Present value in the currency of margin.  retention is a fraction from 0 to 1,
 * discount a fraction above -1 and below 1, both per period.  periods counts the margins, NULL is
 * without end.  first says when the first margin comes: 'next' one period ahead (and is
 * therefore uncertain), 'now' at once.  NULL when margin, retention, discount or first
 * is.  Errors: 22023 for values outside these ranges, and without end for retention >= 1 +
 * discount, whose value is not finite.
 */
Datum
clv(PG_FUNCTION_ARGS)
{
	double		margin,
				retention,
				discount,
				gap,
				sum = 0;
	bool		now;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2) || PG_ARGISNULL(4))
		PG_RETURN_NULL();
	margin = cv_check_finite(PG_GETARG_FLOAT8(0), "margin");
	retention = cv_check_share(PG_GETARG_FLOAT8(1), "retention", "stay");
	discount = cv_check_discount(PG_GETARG_FLOAT8(2));
	now = cv_first_now_arg(fcinfo, 4);

	gap = ((1 - retention) + discount) / (1 + discount);
	if (!PG_ARGISNULL(3))
		sum = geometric_sum(gap, cv_check_range(PG_GETARG_INT32(3), "periods", 0, PG_INT32_MAX));
	else if (gap > 0)
		sum = 1 / gap;
	else
		cv_value_not_finite(retention, discount, "Retention must be below 1 + discount, or give a number of periods.");
	if (!now)
		sum *= retention / (1 + discount);
	return cv_return_finite(margin == 0 ? 0 : sum * margin + 0.0, "customer value");
}

/*
 * Present values of cash flows: by Horner's rule from the last one on, with so many decimals that what rounding
 * may do is seen to be less than the digits that are promised.  Where the flows cancel, that takes more of them.
 */
#define FIRST_SCALE 40
#define LAST_SCALE 1000			/* most decimals that numeric's division gives */
#define DIGITS 20				/* that are returned; 16 are promised */

/* The decimal logarithm of an absolute value; of 0, minus infinity. */
static double
log10_of(Numeric x)
{
	CvDecimal	view;
	uint64		digits;

	cv_decimal_from_numeric(NumericGetDatum(x), &view);
	if (view.ngroups == 0)
		return -INFINITY;
	/* Its first groups. */
	view.ngroups = Min(view.ngroups, 4);
	cv_decimal_to_u64(&view, view.ngroups - 1 - view.weight, PG_UINT64_MAX, &digits);
	return log10((double) digits) + 4 * (view.weight - view.ngroups + 1);
}

static Numeric
operate(PGFunction operation, Numeric a, Numeric b)
{
	return DatumGetNumeric(DirectFunctionCall2(operation, NumericGetDatum(a), NumericGetDatum(b)));
}

static Numeric
rounded(Numeric x, int scale)
{
	return DatumGetNumeric(DirectFunctionCall2(numeric_round, NumericGetDatum(x), Int32GetDatum(scale)));
}

/* With this many decimals, or more; the division keeps those of the dividend. */
static Numeric
present_value(const Datum *flow, int n, Numeric growth, bool now, int scale)
{
	MemoryContext caller = CurrentMemoryContext;
	MemoryContext turn[2];
	Numeric		sum = rounded(cv_numeric_from_u64(false, 0, 0), scale);

	for (int k = 0; k < 2; k++)
		turn[k] = AllocSetContextCreate(caller, "custvalue present value", ALLOCSET_SMALL_SIZES);
	for (int i = n - 1; i >= 0; i--)
	{
		/* The sum before is in the other one. */
		CHECK_FOR_INTERRUPTS();
		MemoryContextReset(turn[i % 2]);
		MemoryContextSwitchTo(turn[i % 2]);
		sum = operate(numeric_add, sum, DatumGetNumeric(flow[i]));
		if (i > 0 || !now)
			sum = operate(numeric_div, sum, growth);
	}
	MemoryContextSwitchTo(caller);
	sum = DatumGetNumericCopy(NumericGetDatum(sum));
	MemoryContextDelete(turn[0]);
	MemoryContextDelete(turn[1]);
	return sum;
}

/* The most decimals that one of the numbers has. */
static int
most_decimals(const Datum *flow, int n, Numeric growth)
{
	int			most = DatumGetInt32(DirectFunctionCall1(numeric_scale, NumericGetDatum(growth)));

	for (int i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		most = Max(most, DatumGetInt32(DirectFunctionCall1(numeric_scale, flow[i])));
	}
	return most;
}

/* With the digits that are returned, and no fewer decimals than these, but for those that are not known. */
static Numeric
as_returned(Numeric value, int decimals, int known)
{
	double		size = log10_of(value);
	int			wanted = isfinite(size) ? DIGITS - 1 - (int) floor(size) : DIGITS;

	return rounded(value, Min(Max(wanted, decimals), known));
}

/* The present value of flows that are numbers, n above 0. */
static Numeric
exact_value(const Datum *flow, int n, Numeric growth, bool now)
{
	/* An error of a division is divided by the growth of each period before it. */
	double		lost = log10(n) + fmax(0, -(n - 1) * log10_of(growth));
	int			decimals = most_decimals(flow, n, growth);
	int			scale = Min(LAST_SCALE, FIRST_SCALE + decimals);

	for (;;)
	{
		Numeric		value = present_value(flow, n, growth, now, scale);
		double		known = log10_of(value) + scale - lost; /* digits */

		if (known > DIGITS || scale - lost > 0.9 * LAST_SCALE)
			return as_returned(value, decimals, (int) floor(scale - lost));
		if (scale == LAST_SCALE)
			ereport(ERROR,
					(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
					 errmsg("cash flows cancel out to more digits than can be calculated")));
		pfree(value);
		scale = Min(LAST_SCALE, 4 * scale);
	}
}

static void
check_flow(Numeric flow, int i)
{
	CvDecimal	view;

	cv_decimal_from_numeric(NumericGetDatum(flow), &view);
	if (!view.finite)
		cv_check_numeric(flow, psprintf("cash_flows[%d]", i + 1));
}

/*
 * clv(cash_flows numeric[], discount, first text) -> numeric
 *
 * Present value of expected net cash flows, one a period, in their currency; discount is a fraction above -1 and
 * below 1 per period, a numeric, or a float8 or real that stands for its shortest decimal; first says when the first
 * of them comes, as above.  At least 16 digits are right.  NULL when an element is.  Errors: 22023 for NaN and
 * infinity, a discount outside its range and more than one dimension, 22003 out of numeric's range.
 */
static Datum
value_of_cash_flows(FunctionCallInfo fcinfo, Numeric discount)
{
	ArrayType  *array = PG_GETARG_ARRAYTYPE_P(0);
	bool		now = cv_first_now_arg(fcinfo, 2);
	Datum	   *flow;
	bool	   *nulls;
	int			n;
	Numeric		growth;

	cv_check_discount(cv_numeric_as_float8(cv_check_numeric(discount, "discount")));
	growth = operate(numeric_add, discount, cv_numeric_from_u64(false, 1, 0));
	if (ARR_NDIM(array) > 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cash_flows must have one dimension, not %d", ARR_NDIM(array))));
	deconstruct_array(array, NUMERICOID, -1, false, TYPALIGN_INT, &flow, &nulls, &n);
	for (int i = n - 1; i >= 0; i--)
	{
		CV_BREATHE(i);
		if (nulls[i])
			PG_RETURN_NULL();
		check_flow(DatumGetNumeric(flow[i]), i);
	}
	PG_RETURN_NUMERIC(n > 0 ? exact_value(flow, n, growth, now) : cv_numeric_from_u64(false, 0, 0));
}

PG_FUNCTION_INFO_V1(clv_cash_flows);
PG_FUNCTION_INFO_V1(clv_cash_flows_float8);
PG_FUNCTION_INFO_V1(clv_cash_flows_real);

Datum
clv_cash_flows(PG_FUNCTION_ARGS)
{
	return value_of_cash_flows(fcinfo, PG_GETARG_NUMERIC(1));
}

Datum
clv_cash_flows_float8(PG_FUNCTION_ARGS)
{
	return value_of_cash_flows(fcinfo, cv_numeric_from_float8(cv_check_finite(PG_GETARG_FLOAT8(1), "discount")));
}

Datum
clv_cash_flows_real(PG_FUNCTION_ARGS)
{
	float		discount = PG_GETARG_FLOAT4(1);

	cv_check_finite(discount, "discount");
	return value_of_cash_flows(fcinfo, cv_numeric_from_float4(discount));
}
