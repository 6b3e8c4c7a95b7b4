/*
 * residual_income.c - what did the customer earn above the cost of the capital that it
 * ties up?
 */
#include "pg/decimal.h"

PG_FUNCTION_INFO_V1(residual_income);

/*
 * residual_income(profit numeric, capital numeric, rate numeric) -> numeric
 *
 * profit - capital * rate, exact, in the currency of profit; rate is a fraction for the
 * same period as profit.  Errors: 22023 for NaN and infinity.
 */
Datum
residual_income(PG_FUNCTION_ARGS)
{
	Numeric		profit = cv_check_numeric(PG_GETARG_NUMERIC(0), "profit");
	Numeric		capital = cv_check_numeric(PG_GETARG_NUMERIC(1), "capital");
	Numeric		rate = cv_check_numeric(PG_GETARG_NUMERIC(2), "rate");
	Datum		charge = DirectFunctionCall2(numeric_mul, NumericGetDatum(capital), NumericGetDatum(rate));

	PG_RETURN_DATUM(DirectFunctionCall2(numeric_sub, NumericGetDatum(profit), charge));
}
