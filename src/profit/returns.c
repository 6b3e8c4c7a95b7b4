/*
 * returns.c - what did the customer earn, in relation to what it took?
 *
 * Money in, money out: everything is numeric and exact but for the last division.  A ratio
 * to nothing does not exist and is NULL.
 */
#include "pg/decimal.h"

static Numeric
number_arg(FunctionCallInfo fcinfo, int argno, const char *name)
{
	return cv_check_numeric(PG_GETARG_NUMERIC(argno), name);
}

static Numeric
combine(PGFunction operation, Numeric a, Numeric b)
{
	CHECK_FOR_INTERRUPTS();		/* numbers may have 100,000 digits */
	return DatumGetNumeric(DirectFunctionCall2(operation, NumericGetDatum(a), NumericGetDatum(b)));
}

/* a / b with numeric's own digits, at least 16 significant ones; NULL when b is 0. */
static Datum
ratio(FunctionCallInfo fcinfo, Numeric a, Numeric b)
{
	CvDecimal	view;

	cv_decimal_from_numeric(NumericGetDatum(b), &view);
	if (view.ngroups == 0)
		PG_RETURN_NULL();
	PG_RETURN_NUMERIC(combine(numeric_div, a, b));
}

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
	Numeric		profit = number_arg(fcinfo, 0, "profit");
	Numeric		capital = number_arg(fcinfo, 1, "capital");
	Numeric		rate = number_arg(fcinfo, 2, "rate");

	PG_RETURN_NUMERIC(combine(numeric_sub, profit, combine(numeric_mul, capital, rate)));
}

PG_FUNCTION_INFO_V1(customer_roi);

/*
 * customer_roi(profit numeric, cost numeric) -> numeric
 *
 * profit / cost, a fraction: what a unit of money spent on the customer earned; with
 * capital in place of cost, the return on investment.  NULL when cost is 0.  Errors: 22023
 * for NaN and infinity.
 */
Datum
customer_roi(PG_FUNCTION_ARGS)
{
	Numeric		profit = number_arg(fcinfo, 0, "profit");

	return ratio(fcinfo, profit, number_arg(fcinfo, 1, "cost"));
}

PG_FUNCTION_INFO_V1(profit_margin);

/*
 * profit_margin(profit numeric, revenue numeric) -> numeric
 *
 * profit / revenue, a fraction: gross, contribution or operating margin (return on sales),
 * as the profit is.  NULL when revenue is 0.  Errors: 22023 for NaN and infinity.
 */
Datum
profit_margin(PG_FUNCTION_ARGS)
{
	Numeric		profit = number_arg(fcinfo, 0, "profit");

	return ratio(fcinfo, profit, number_arg(fcinfo, 1, "revenue"));
}

PG_FUNCTION_INFO_V1(return_on_customer);

/*
 * return_on_customer(profit numeric, opening_value numeric, closing_value numeric)
 *		-> numeric
 *
 * (profit of the period + change of the lifetime value) / opening lifetime value, a fraction
 * (D. Peppers and M. Rogers, "Return on Customer", 2005).  NULL when opening_value is 0.
 * Errors: 22023 for NaN and infinity.
 */
Datum
return_on_customer(PG_FUNCTION_ARGS)
{
	Numeric		profit = number_arg(fcinfo, 0, "profit");
	Numeric		opening = number_arg(fcinfo, 1, "opening_value");
	Numeric		closing = number_arg(fcinfo, 2, "closing_value");

	return ratio(fcinfo, combine(numeric_add, profit, combine(numeric_sub, closing, opening)), opening);
}

PG_FUNCTION_INFO_V1(raroc);

/*
 * raroc(revenue numeric, funding_cost numeric, operating_cost numeric, expected_loss
 *		numeric, economic_capital numeric, capital_return numeric) -> numeric
 *
 * Risk-adjusted return on capital, a fraction: (revenue - funding cost - operating cost -
 * expected loss + economic capital * capital_return) / economic capital; capital_return is
 * the rate that the capital itself earns, a fraction.  NULL when economic_capital is 0.
 * Errors: 22023 for NaN and infinity.
 */
Datum
raroc(PG_FUNCTION_ARGS)
{
	static const char *const names[] = {"funding_cost", "operating_cost", "expected_loss"};
	Numeric		income = number_arg(fcinfo, 0, "revenue");
	Numeric		capital = number_arg(fcinfo, 4, "economic_capital");
	Numeric		rate = number_arg(fcinfo, 5, "capital_return");

	for (int i = 0; i < 3; i++)
		income = combine(numeric_sub, income, number_arg(fcinfo, 1 + i, names[i]));
	return ratio(fcinfo, combine(numeric_add, income, combine(numeric_mul, capital, rate)), capital);
}
