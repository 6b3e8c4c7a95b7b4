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
	return cv_check_fraction(x, name, psprintf("It is a fraction: 0.8 means that 80 of 100 customers %s.", what_they_do));
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
 * discount a fraction above -1, both per period.  periods counts the margins, NULL is
 * without end.  first says when the first margin comes: 'next' one period ahead (and is
 * therefore uncertain), 'now' at once.  NULL when margin, retention, discount or first
 * is.  Errors: 22023 for values off these ranges, and without end for retention >= 1 +
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

PG_FUNCTION_INFO_V1(clv_cash_flows);

/*
 * clv(cash_flows numeric[], discount numeric, first text) -> numeric
 *
 * Present value of expected net cash flows, one a period, in their currency; discount is a
 * fraction above -1 per period; first says when the first of them comes, as above.  At least 16
 * digits are right.  NULL when an element is.  Errors: 22023 for NaN and infinity, discount at or
 * below -1 and more than one dimension, 22003 out of numeric's range.
 */
Datum
clv_cash_flows(PG_FUNCTION_ARGS)
{
	ArrayType  *array = PG_GETARG_ARRAYTYPE_P(0);
	Numeric		discount = cv_check_numeric(PG_GETARG_NUMERIC(1), "discount");
	bool		now = cv_first_now_arg(fcinfo, 2);
	Datum	   *flow;
	bool	   *nulls;
	int			n;
	Datum		growth = DirectFunctionCall2(numeric_add, NumericGetDatum(discount),
											 DirectFunctionCall1(int4_numeric, Int32GetDatum(1)));
	Datum		sum = DirectFunctionCall1(int4_numeric, Int32GetDatum(0));

	cv_check_discount(DatumGetFloat8(DirectFunctionCall1(numeric_float8, NumericGetDatum(discount))));
	if (ARR_NDIM(array) > 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cash_flows must have one dimension, not %d", ARR_NDIM(array))));
	deconstruct_array(array, NUMERICOID, -1, false, TYPALIGN_INT, &flow, &nulls, &n);
	for (int i = n - 1; i >= 0; i--)
	{
		CHECK_FOR_INTERRUPTS();
		if (nulls[i])
			PG_RETURN_NULL();
		sum = DirectFunctionCall2(numeric_add, sum, NumericGetDatum(cv_check_numeric(DatumGetNumeric(flow[i]), "cash flow")));
		if (i > 0 || !now)
			sum = DirectFunctionCall2(numeric_div, sum, growth);
	}
	return sum;
}
