/*
 * clv.c - what is a customer worth who stays with a constant probability?
 *
 * With margin m a period, retention r and discount rate i, the margins expected one, two,
 * ... periods ahead are worth m q + m q^2 + ... with q = r / (1 + i); without end that is
 * m r / (1 + i - r)  (S. Gupta and D. Lehmann, "Customers as Assets", Journal of
 * Interactive Marketing 17, 2003).
 */
#include "pg/pg.h"

#include <math.h>

PG_FUNCTION_INFO_V1(clv);

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
				sum;
	bool		now;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2) || PG_ARGISNULL(4))
		PG_RETURN_NULL();
	margin = cv_check_finite(PG_GETARG_FLOAT8(0), "margin");
	retention = cv_check_finite(PG_GETARG_FLOAT8(1), "retention");
	discount = cv_check_finite(PG_GETARG_FLOAT8(2), "discount");
	now = cv_first_margin_now(fcinfo, 4);
	if (retention < 0 || retention > 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("retention must be from 0 to 1, not %s", cv_float8_text(retention)),
				 errhint("It is a fraction: 0.8 means that 80 of 100 customers stay.")));
	if (discount <= -1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("discount must be above -1, not %s", cv_float8_text(discount)),
				 errhint("It is a fraction: 0.1 means ten percent a period.")));

	gap = ((1 - retention) + discount) / (1 + discount);
	if (!PG_ARGISNULL(3))
		sum = geometric_sum(gap, cv_check_range(PG_GETARG_INT32(3), "periods", 0, PG_INT32_MAX));
	else if (gap > 0)
		sum = 1 / gap;
	else
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("customer value is not finite with retention %s and discount %s",
						cv_float8_text(retention), cv_float8_text(discount)),
				 errhint("Retention must be below 1 + discount, or give a number of periods.")));
	if (!now)
		sum *= retention / (1 + discount);
	sum = margin == 0 ? 0 : sum * margin + 0.0;
	if (!isfinite(sum))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("customer value out of range")));
	PG_RETURN_FLOAT8(sum);
}
