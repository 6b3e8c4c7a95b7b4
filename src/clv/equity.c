/*
 * equity.c - how much to spend on winning customers, and on keeping them?
 *
 * R. Blattberg and J. Deighton, "Manage Marketing by the Customer Equity Test", Harvard
 * Business Review 74, 1996.  Spending answers with ceiling * (1 - exp(-k * spend)), k from what is
 * spent and reached today.  A customer won is worth the first margin and what follows:
 * V = M + (M r - R) / (1 + d - r), r the share that a spending of R keeps.  Each prospect is worth
 * a V - A, a the share that a spending of A wins.
 */
#include "clv/clv.h"

#include <math.h>

/* The answer to spending, and its k from today's. */
typedef struct Response
{
	double		ceiling;
	double		k;
} Response;

/* Arguments current_spend, current_rate, ceiling from argno on. */
static Response
response_arg(FunctionCallInfo fcinfo, int argno, const char *meaning)
{
	double		spend = cv_check_not_negative(PG_GETARG_FLOAT8(argno), "current_spend");
	double		rate = cv_check_share(PG_GETARG_FLOAT8(argno + 1), "current_rate", meaning);
	Response	response = {cv_check_share(PG_GETARG_FLOAT8(argno + 2), "ceiling", meaning), 0};

	if (spend == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("current_spend must be above 0, not %s", cv_float8_text(spend)),
				 errhint("What spending does is told from what it does today.")));
	if (rate >= response.ceiling)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("current_rate must be below ceiling, but %s is not below %s",
						cv_float8_text(rate), cv_float8_text(response.ceiling)),
				 errhint("The ceiling is what unlimited spending would reach.")));
	response.k = -log1p(-rate / response.ceiling) / spend;
	return response;
}

static double
rate_of(const Response *response, double spend)
{
	return -response->ceiling * expm1(-response->k * spend);
}

/* What a customer won is worth. */
static double
value_of(double margin, double discount, double spend, double retention)
{
	double		gap = (1 - retention) + discount;

	if (gap <= 0)
		cv_value_not_finite(retention, discount, "Retention, and its ceiling, must be below 1 + discount.");
	return margin + (margin * retention - spend) / gap;
}

PG_FUNCTION_INFO_V1(customer_equity);

/*
 * customer_equity(margin, discount, acquisition_spend, acquisition_rate, retention_spend,
 *		retention_rate float8) -> float8
 *
 * Value of a prospect: that of a customer, won with probability acquisition_rate, less
 * acquisition_spend.  margin and retention_spend (for each customer) a period, in currency; the first
 * margin comes at once.  Errors: 22023 for negative spending, rates outside 0 to 1, a discount not above -1 and below 1
 * and retention_rate at or above 1 + discount.
 */
Datum
customer_equity(PG_FUNCTION_ARGS)
{
	double		margin = cv_check_finite(PG_GETARG_FLOAT8(0), "margin");
	double		discount = cv_check_discount(PG_GETARG_FLOAT8(1));
	double		acquisition_spend = cv_check_not_negative(PG_GETARG_FLOAT8(2), "acquisition_spend");
	double		acquisition_rate = cv_check_share(PG_GETARG_FLOAT8(3), "acquisition_rate", "are won");
	double		retention_spend = cv_check_not_negative(PG_GETARG_FLOAT8(4), "retention_spend");
	double		retention_rate = cv_check_share(PG_GETARG_FLOAT8(5), "retention_rate", "stay");

	return cv_return_finite(acquisition_rate * value_of(margin, discount, retention_spend, retention_rate) -
							acquisition_spend, "customer value");
}

static Datum
spending_record(FunctionCallInfo fcinfo, double spend, double rate, double worth)
{
	Datum		values[3] = {cv_return_finite(spend, "spending"), Float8GetDatum(rate),
		cv_return_finite(worth, "customer value")};
	bool		nulls[3] = {false, false, false};

	return cv_make_record(fcinfo, values, nulls);
}

PG_FUNCTION_INFO_V1(optimal_acquisition_spend);

/*
 * optimal_acquisition_spend(value, current_spend, current_rate, ceiling float8)
 *		-> (spend, rate, equity float8)
 *
 * The spending for each prospect at which the last customer won costs what one is worth:
 * max(0, log(ceiling k value) / k); the share that it wins, and the equity of a prospect then.
 * Errors: 22023 for current_spend not above 0, rates off 0 to 1, and current_rate not below ceiling.
 */
Datum
optimal_acquisition_spend(PG_FUNCTION_ARGS)
{
	double		value = cv_check_finite(PG_GETARG_FLOAT8(0), "value");
	Response	response = response_arg(fcinfo, 1, "are won");
	double		worthwhile = response.ceiling * response.k * value;
	double		spend = worthwhile > 1 ? log(worthwhile) / response.k : 0;
	double		rate = rate_of(&response, spend);

	return spending_record(fcinfo, spend, rate, spend > 0 ? rate * value - spend : 0);
}

PG_FUNCTION_INFO_V1(optimal_retention_spend);

/*
 * optimal_retention_spend(margin, discount, current_spend, current_rate, ceiling float8)
 *		-> (spend, rate, value float8)
 *
 * The spending for each customer and period at which the last customer kept costs what
 * one is worth; the share that it keeps, and the value of a customer then.  Errors: as
 * optimal_acquisition_spend, and for a discount not above -1 and below 1 and a ceiling at or above 1 + discount.
 */
Datum
optimal_retention_spend(PG_FUNCTION_ARGS)
{
	double		margin = cv_check_finite(PG_GETARG_FLOAT8(0), "margin");
	double		discount = cv_check_discount(PG_GETARG_FLOAT8(1));
	Response	response = response_arg(fcinfo, 2, "stay");
	double		gap = (1 - response.ceiling) + discount;
	double		spend = 0;
	double		rate;

	if (gap <= 0)
		cv_value_not_finite(response.ceiling, discount, "Retention, and its ceiling, must be below 1 + discount.");
	if (response.ceiling * response.k * margin > 1)
	{
		/*
		 * dV/dR = 0 is u + log(u) = l for u = k (M (1 + d) - R) - 1 (a Lambert function), by Newton's
		 * method from above; and exp(k R) = u ceiling / gap.
		 */
		double		l = log(gap / response.ceiling) + response.k * margin * (1 + discount) - 1;
		double		u = l > 1 ? l : exp(l);

		for (int i = 0; i < 60; i++)
		{
			double		next = u * (1 + l - log(u)) / (1 + u);
			bool		done = fabs(next - u) <= 1e-15 * u;

			u = next;
			if (done)
				break;
		}
		spend = fmax(0, log(u * response.ceiling / gap) / response.k);
	}
	rate = rate_of(&response, spend);
	return spending_record(fcinfo, spend, rate, value_of(margin, discount, spend, rate));
}
