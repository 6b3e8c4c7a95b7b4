/*
 * loyalty.c - which share of customers comes back, and which share of what they spend do we get?
 *
 * A ratio_summary is a part and a whole, both exact: the state of repeat_rate, repurchase_rate and share_of_wallet.
 */
#include "retention/periods.h"
#include "retention/sums.h"

#include "datatype/timestamp.h"
#include "pg/duration.h"
#include "utils/timestamp.h"

enum
{
	PART,
	WHOLE,
	SUMS
};

static const char *complaint_of(const CvSums *s);

static const CvSumsType ratio_type = {
	{"ratio_summary", "\"v1 part whole\"", 1, offsetof(CvSums, sum), cv_sums_fits, cv_sums_pack},
	SUMS, false, complaint_of, ""
};

CV_SUMS_TYPE(ratio_type, ratio_summary_in, ratio_summary_out, ratio_summary_recv, ratio_summary_send, ratio_merge,
			 ratio_pack)
CV_COMPARE(ratio_summary_send, ratio_summary_cmp, ratio_summary_eq, ratio_summary_ne, ratio_summary_lt,
		   ratio_summary_le, ratio_summary_gt, ratio_summary_ge, ratio_summary_hash, ratio_summary_hash_extended)

static const char *
complaint_of(const CvSums *s)
{
	return s->has_params || s->sum[PART] < 0 || s->sum[PART] > s->sum[WHOLE] ? "part must be from 0 to whole" : NULL;
}

PG_FUNCTION_INFO_V1(ratio_final);

/* ratio_final(ratio_summary) -> float8: part / whole; NULL where whole is 0. */
Datum
ratio_final(PG_FUNCTION_ARGS)
{
	CvSums	   *s = cv_sums_get(PG_GETARG_DATUM(0), &ratio_type);

	if (s->sum[WHOLE] == 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(cv_fixed_ratio(s->sum[PART], s->sum[WHOLE]));
}

/* The state, argument 0, with one customer more, who is in the part or not. */
static Datum
count_customer(FunctionCallInfo fcinfo, bool in_part)
{
	CvSums	   *s = cv_sums_writable(fcinfo, &ratio_type);

	cv_sums_count(s, WHOLE, 1);
	if (in_part)
		cv_sums_count(s, PART, 1);
	return cv_state_return(fcinfo, s, &ratio_type.state);
}

PG_FUNCTION_INFO_V1(repeat_add);

/*
 * repeat_add(ratio_summary, purchases bigint) -> ratio_summary
 *
 * Transition function of repeat_rate: a customer with so many purchases.  Who bought nothing is no customer yet and
 * is ignored. Errors: 22023 below 0.
 */
Datum
repeat_add(PG_FUNCTION_ARGS)
{
	int64		purchases = PG_GETARG_INT64(1);

	if (purchases < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("purchases must not be negative, but is " INT64_FORMAT, purchases)));
	if (purchases == 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	return count_customer(fcinfo, purchases > 1);
}

/* The first two days with a purchase up to as_of; how many of them there are. */
static int
first_purchases(FunctionCallInfo fcinfo, int argno, DateADT as_of, DateADT *day)
{
	CvDatedAmounts p = cv_purchases_arg(fcinfo, argno);
	int			n = 0;

	for (int i = 0; i < p.n && n < 2 && cv_dated_date(p.day[i]) <= as_of; i++)
	{
		if (!(p.day[i] & CV_DATED_BACK))
			day[n++] = cv_dated_date(p.day[i]);
	}
	cv_dated_free(&p);
	return n;
}

PG_FUNCTION_INFO_V1(repurchase_add);

/*
 * repurchase_add(ratio_summary, history purchase_history, as_of date, within interval) -> ratio_summary
 *
 * Transition function of repurchase_rate: did the customer buy again at most so long after the first purchase?  Only
 * those count whose first purchase is at least so long before as_of.  Errors: 22023 for an infinite as_of, an
 * interval with months or below 0.
 */
Datum
repurchase_add(PG_FUNCTION_ARGS)
{
	DateADT		as_of = cv_date_arg(fcinfo, 2, "as_of");
	int64		within = cv_duration_arg(fcinfo, 3, "within");
	DateADT		day[2];
	int			n = first_purchases(fcinfo, 1, as_of, day);

	cv_check_days(PG_GETARG_INTERVAL_P(3), "within");
	if (n == 0 || (as_of - day[0]) * USECS_PER_DAY < within)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	return count_customer(fcinfo, n > 1 && (day[1] - day[0]) * USECS_PER_DAY <= within);
}

/* An amount of money from 0 up. */
static CvDecimal
amount_arg(FunctionCallInfo fcinfo, int argno, const char *name)
{
	CvDecimal	x;

	cv_decimal_from_numeric(NumericGetDatum(cv_check_numeric(PG_GETARG_NUMERIC(argno), name)), &x);
	if (x.negative && x.ngroups > 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must not be negative, but is %s", name, cv_numeric_text(PG_GETARG_NUMERIC(argno)))));
	return x;
}

PG_FUNCTION_INFO_V1(wallet_add);

/*
 * wallet_add(ratio_summary, own numeric, category numeric) -> ratio_summary
 *
 * Transition function of share_of_wallet: what a customer spends with us, and in all on the category.  Errors: 22023
 * where own is above category, or one of them negative, NaN or infinite; 54000 for more than 32 digits together.
 */
Datum
wallet_add(PG_FUNCTION_ARGS)
{
	CvDecimal	own = amount_arg(fcinfo, 1, "own");
	CvDecimal	category = amount_arg(fcinfo, 2, "category");
	CvSums	   *s;

	if (DatumGetBool(DirectFunctionCall2(numeric_gt, PG_GETARG_DATUM(1), PG_GETARG_DATUM(2))))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("own must not be above category: %s is above %s",
						cv_numeric_text(PG_GETARG_NUMERIC(1)), cv_numeric_text(PG_GETARG_NUMERIC(2))),
				 errhint("category is all that the customer spends on the category, with us and with others.")));
	s = cv_sums_writable(fcinfo, &ratio_type);
	cv_sums_add(s, PART, &own);
	cv_sums_add(s, WHOLE, &category);
	return cv_state_return(fcinfo, s, &ratio_type.state);
}

PG_FUNCTION_INFO_V1(wallet_rule);

/*
 * wallet_rule(rank float8, brands integer) -> float8
 *
 * The share of wallet that a customer's rank of our brand tells, among the brands that they use: (1 - rank / (brands
 * + 1)) * 2 / brands (T. Keiningham and others, "Customer Loyalty Isn't Enough. Grow Your Share of Wallet", Harvard
 * Business Review 89, 2011).  Brands that tie have the mean of their ranks, 1.5 for the first two.  Shares of all
 * brands add up to 1.  Errors: 22023 for a rank outside 1 to brands and brands below 1.
 */
Datum
wallet_rule(PG_FUNCTION_ARGS)
{
	double		rank = PG_GETARG_FLOAT8(0);
	int			brands = cv_check_range(PG_GETARG_INT32(1), "brands", 1, PG_INT32_MAX);

	if (!(rank >= 1 && rank <= brands))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("rank must be from 1 to the number of brands, %d, not %s", brands, cv_float8_text(rank))));
	PG_RETURN_FLOAT8((1 - rank / (brands + 1.0)) * 2 / brands);
}
