/*
 * revenue.c - what became of the recurring revenue (MRR, ARR) from one time to another?
 *
 * One row a customer with the revenue before and after.  A customer adds to the revenue at the start and at the end,
 * and to one step between them: new (nothing before, ever), reactivated (nothing before, but once), expansion,
 * contraction, churned (nothing after).  So start and steps add up to the end, exactly.
 */
#include "retention/sums.h"

/* Amounts, and after them how many customers have each. */
enum
{
	START,
	NEW,
	REACTIVATED,
	EXPANSION,
	CONTRACTION,
	CHURNED,
	STEPS
};

static const char *complaint_of(const CvSums *s);

static const CvSumsType mrr_type = {
	{"mrr_summary", "\"v1 start new reactivated expansion contraction churned and the customers of each\"", 1,
	 offsetof(CvSums, sum), cv_sums_fits, cv_sums_pack},
	2 * STEPS, false, complaint_of, ""
};

CV_SUMS_TYPE(mrr_type, mrr_summary_in, mrr_summary_out, mrr_summary_recv, mrr_summary_send, mrr_merge, mrr_pack)
CV_COMPARE(mrr_summary_send, mrr_summary_cmp, mrr_summary_eq, mrr_summary_ne, mrr_summary_lt, mrr_summary_le,
		   mrr_summary_gt, mrr_summary_ge, mrr_summary_hash, mrr_summary_hash_extended)

static cv_int128
one_of(const CvSums *s)
{
	cv_int128	one = 1;

	for (int i = 0; i < s->groups && i < 9; i++)
		one *= 10000;
	return one;
}

static const char *
complaint_of(const CvSums *s)
{
	if (s->groups < 0 || s->groups > 8 || s->has_params)
		return "amounts must have at most 32 digits";
	for (int i = 0; i < 2 * STEPS; i++)
	{
		if (s->sum[i] < 0 || (i >= STEPS && (s->sum[i] % one_of(s) != 0 || s->sum[i] / one_of(s) > PG_INT64_MAX / 4)))
			return "no number may be negative, and customers must be whole numbers up to 2^61";
	}
	if (s->sum[START] < s->sum[CONTRACTION] + s->sum[CHURNED] ||
		s->sum[STEPS] < s->sum[STEPS + CONTRACTION] + s->sum[STEPS + CHURNED])
		return "no more can be lost than was there";
	return NULL;
}

/* An amount of revenue, argument argno. */
static CvDecimal
revenue_arg(FunctionCallInfo fcinfo, int argno, const char *name)
{
	CvDecimal	x;

	if (PG_ARGISNULL(argno))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("%s must not be NULL", name),
				 errhint("Write 0 for a customer without revenue: coalesce(%s, 0).", name)));
	cv_decimal_from_numeric(NumericGetDatum(cv_check_numeric(PG_GETARG_NUMERIC(argno), name)), &x);
	if (x.negative && x.ngroups > 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must not be negative, but is %s", name, cv_numeric_text(PG_GETARG_NUMERIC(argno))),
				 errhint("Net credit notes within their month first; write 0 for a customer without revenue.")));
	return x;
}

static void
add_step(CvSums *s, int step, const CvDecimal *amount)
{
	cv_sums_add(s, step, amount);
	cv_sums_count(s, STEPS + step, 1);
}

/* after - before, which is not 0. */
static void
add_change(FunctionCallInfo fcinfo, CvSums *s)
{
	Datum		change = DirectFunctionCall2(numeric_sub, PG_GETARG_DATUM(2), PG_GETARG_DATUM(1));
	CvDecimal	x;

	cv_decimal_from_numeric(change, &x);
	if (x.ngroups == 0)
		return;
	if (x.negative)
	{
		x.negative = false;
		add_step(s, CONTRACTION, &x);
	}
	else
		add_step(s, EXPANSION, &x);
}

PG_FUNCTION_INFO_V1(mrr_add);

/*
 * mrr_add(mrr_summary, before numeric, after numeric, had_before boolean) -> mrr_summary
 *
 * Transition function of mrr_agg: a customer's revenue at both times, and whether they had some at any time before
 * the first.  A row with had_before NULL is ignored.  Errors: 22004 for a NULL amount, 22023 for one that is
 * negative, NaN or infinite; 54000 beyond 32 digits.
 */
Datum
mrr_add(PG_FUNCTION_ARGS)
{
	CvSums	   *s;
	CvDecimal	before,
				after;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	before = revenue_arg(fcinfo, 1, "before");
	after = revenue_arg(fcinfo, 2, "after");
	if (PG_ARGISNULL(3))
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	s = cv_sums_writable(fcinfo, &mrr_type);
	if (before.ngroups > 0)
		add_step(s, START, &before);
	if (before.ngroups > 0 && after.ngroups == 0)
		add_step(s, CHURNED, &before);
	else if (before.ngroups > 0)
		add_change(fcinfo, s);
	else if (after.ngroups > 0)
		add_step(s, PG_GETARG_BOOL(3) ? REACTIVATED : NEW, &after);
	return cv_state_return(fcinfo, s, &mrr_type.state);
}

static CvSums *
summary_arg(FunctionCallInfo fcinfo)
{
	return cv_sums_get(PG_GETARG_DATUM(0), &mrr_type);
}

/* part / whole; NULL where whole is 0. */
static Datum
return_ratio(FunctionCallInfo fcinfo, cv_int128 part, cv_int128 whole)
{
	if (whole == 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(cv_fixed_ratio(part, whole));
}

PG_FUNCTION_INFO_V1(nrr);
PG_FUNCTION_INFO_V1(grr);
PG_FUNCTION_INFO_V1(quick_ratio);

/*
 * nrr(summary mrr_summary) -> float8: net revenue retention, (start + expansion - contraction - churned) / start.
 * Neither new nor reactivated customers are in it.  NULL without revenue at the start.
 */
Datum
nrr(PG_FUNCTION_ARGS)
{
	CvSums	   *s = summary_arg(fcinfo);

	return return_ratio(fcinfo, s->sum[START] + s->sum[EXPANSION] - s->sum[CONTRACTION] - s->sum[CHURNED],
						s->sum[START]);
}

/* grr(summary mrr_summary) -> float8: gross revenue retention, (start - contraction - churned) / start, from 0 to 1. */
Datum
grr(PG_FUNCTION_ARGS)
{
	CvSums	   *s = summary_arg(fcinfo);

	return return_ratio(fcinfo, s->sum[START] - s->sum[CONTRACTION] - s->sum[CHURNED], s->sum[START]);
}

/*
 * quick_ratio(summary mrr_summary) -> float8: (new + reactivated + expansion) / (contraction + churned); NULL without
 * losses.
 */
Datum
quick_ratio(PG_FUNCTION_ARGS)
{
	CvSums	   *s = summary_arg(fcinfo);

	return return_ratio(fcinfo, s->sum[NEW] + s->sum[REACTIVATED] + s->sum[EXPANSION],
						s->sum[CONTRACTION] + s->sum[CHURNED]);
}

PG_FUNCTION_INFO_V1(mrr_waterfall);

static void
waterfall_row(CvTable *table, const CvSums *s, const char *step, cv_int128 amount, cv_int128 starts, cv_int128 ends,
			  int64 customers)
{
	Datum		values[5];
	bool		nulls[5] = {false};

	values[0] = CStringGetTextDatum(step);
	values[1] = NumericGetDatum(cv_sums_numeric(s, amount));
	values[2] = NumericGetDatum(cv_sums_numeric(s, starts));
	values[3] = NumericGetDatum(cv_sums_numeric(s, ends));
	values[4] = Int64GetDatum(customers);

	cv_table_row(table, values, nulls);
}

/*
 * mrr_waterfall(summary mrr_summary) -> TABLE(step text, amount, starts, ends numeric, customers bigint)
 *
 * start, new, reactivated, expansion, contraction, churned, end: each amount (losses negative), where its bar starts
 * and ends, and how many customers it comes from.  Exact: start and steps add up to end.
 */
Datum
mrr_waterfall(PG_FUNCTION_ARGS)
{
	static const char *const steps[] = {"start", "new", "reactivated", "expansion", "contraction", "churned"};
	CvTable		table = cv_make_table(fcinfo);
	CvSums	   *s = summary_arg(fcinfo);
	cv_int128	level = 0;
	int64		customers[STEPS];

	for (int i = 0; i < STEPS; i++)
	{
		cv_int128	amount = i >= CONTRACTION ? -s->sum[i] : s->sum[i];

		customers[i] = cv_sums_read_count(s, STEPS + i);
		waterfall_row(&table, s, steps[i], amount, level, level + amount, customers[i]);
		level += amount;
	}
	waterfall_row(&table, s, "end", level, 0, level,
				  customers[START] + customers[NEW] + customers[REACTIVATED] - customers[CHURNED]);
	PG_RETURN_NULL();
}
