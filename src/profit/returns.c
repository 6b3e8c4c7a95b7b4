/*
 * returns.c - what did the customer earn, in relation to what they took?
 *
 * Money in, money out: everything is numeric and exact except the last division.  A ratio to nothing does not exist,
 * and one to less than nothing means nothing: a loss on negative revenue would look like a gain.  Both are NULL.
 *
 * Rates are fractions of the same period, below 1; a float8 or real rate stands for its shortest decimal.
 */
#include "pg/decimal.h"

static Numeric
number_arg(FunctionCallInfo fcinfo, int argno, const char *name)
{
	return cv_check_numeric(PG_GETARG_NUMERIC(argno), name);
}

/* A rate as an argument, of whichever type. */
typedef Numeric (*RateArg) (FunctionCallInfo fcinfo, int argno, const char *name);

static Numeric
numeric_rate(FunctionCallInfo fcinfo, int argno, const char *name)
{
	Numeric		rate = number_arg(fcinfo, argno, name);

	cv_check_rate(cv_numeric_as_float8(rate), name);
	return rate;
}

static Numeric
float8_rate(FunctionCallInfo fcinfo, int argno, const char *name)
{
	return cv_numeric_from_float8(cv_check_rate(PG_GETARG_FLOAT8(argno), name));
}

static Numeric
real_rate(FunctionCallInfo fcinfo, int argno, const char *name)
{
	float		rate = PG_GETARG_FLOAT4(argno);

	cv_check_rate(rate, name);
	return cv_numeric_from_float4(rate);
}

static Numeric
combine(PGFunction operation, Numeric a, Numeric b)
{
	CHECK_FOR_INTERRUPTS();		/* numbers may have 100,000 digits */
	return DatumGetNumeric(DirectFunctionCall2(operation, NumericGetDatum(a), NumericGetDatum(b)));
}

/* a / b with numeric's own digits, at least 16 significant ones; NULL where b is not above 0. */
static Datum
ratio(FunctionCallInfo fcinfo, Numeric a, Numeric b)
{
	CvDecimal	view;

	cv_decimal_from_numeric(NumericGetDatum(b), &view);
	if (view.ngroups == 0 || view.negative)
		PG_RETURN_NULL();
	PG_RETURN_NUMERIC(combine(numeric_div, a, b));
}

/*
 * residual_income(profit numeric, capital numeric, rate) -> numeric
 *
 * profit - capital * rate, exact, in the currency of profit; rate is a fraction for the
 * same period as profit, numeric, float8 or real.  Errors: 22023 for NaN and infinity, and a rate from 1 up.
 */
static Datum
residual(FunctionCallInfo fcinfo, RateArg rate_arg)
{
	Numeric		profit = number_arg(fcinfo, 0, "profit");
	Numeric		capital = number_arg(fcinfo, 1, "capital");
	Numeric		rate = rate_arg(fcinfo, 2, "rate");

	PG_RETURN_NUMERIC(combine(numeric_sub, profit, combine(numeric_mul, capital, rate)));
}

PG_FUNCTION_INFO_V1(customer_roi);

/*
 * customer_roi(profit numeric, cost numeric) -> numeric
 *
 * profit / cost, a fraction: what a unit of money spent on the customer earned; with
 * capital in place of cost, the return on investment.  NULL when cost is 0 or below.  Errors: 22023
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
 * as the profit is.  NULL when revenue is 0 or below.  Errors: 22023 for NaN and infinity.
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
 * (D. Peppers and M. Rogers, "Return on Customer", 2005).  NULL when opening_value is 0 or below.
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

/*
 * raroc(revenue numeric, funding_cost numeric, operating_cost numeric, expected_loss
 *		numeric, economic_capital numeric, capital_return) -> numeric
 *
 * Risk-adjusted return on capital, a fraction: (revenue - funding cost - operating cost - expected loss + economic
 * capital * capital_return) / economic capital; capital_return is the rate that the capital itself earns, a fraction,
 * numeric, float8 or real.  NULL when economic_capital is 0 or below. Errors: 22023 for NaN and infinity, and a
 * capital_return from 1 up.
 */
static Datum
risk_adjusted(FunctionCallInfo fcinfo, RateArg rate_arg)
{
	static const char *const names[] = {"funding_cost", "operating_cost", "expected_loss"};
	Numeric		income = number_arg(fcinfo, 0, "revenue");
	Numeric		capital = number_arg(fcinfo, 4, "economic_capital");
	Numeric		rate = rate_arg(fcinfo, 5, "capital_return");

	for (int i = 0; i < 3; i++)
		income = combine(numeric_sub, income, number_arg(fcinfo, 1 + i, names[i]));
	return ratio(fcinfo, combine(numeric_add, income, combine(numeric_mul, capital, rate)), capital);
}

#define WITH_RATE(name, function, rate) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		return function(fcinfo, rate); \
	}

WITH_RATE(residual_income, residual, numeric_rate)
WITH_RATE(residual_income_float8, residual, float8_rate)
WITH_RATE(residual_income_real, residual, real_rate)
WITH_RATE(raroc, risk_adjusted, numeric_rate)
WITH_RATE(raroc_float8, risk_adjusted, float8_rate)
WITH_RATE(raroc_real, risk_adjusted, real_rate)
