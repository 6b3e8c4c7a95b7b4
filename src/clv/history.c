/*
 * history.c - the type purchase_history: what the purchase models need to know about a customer, for
 * every date until which one may look.
 *
 * Purchases of one day are one.  Amounts are exact.  An amount below 0 is a return: no purchase,
 * but money back for what was bought last.  In a history of profit, which its values say of themselves, each day with
 * an amount is a purchase, whatever its profit.
 */
#include "clv/history.h"

#include "catalog/pg_type.h"
#include "datatype/timestamp.h"
#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "utils/timestamp.h"

static void *pack(void *value);

static const CvStateType history_type = CV_DATED_TYPE("purchase_history",
													  "\"v1 date:amount ...\" or \"v1 profit date:amount ...\"", pack);

static void *
pack(void *value)
{
	return cv_dated_pack(&history_type, value);
}

static CvDated *
history_arg(FunctionCallInfo fcinfo, int argno)
{
	return cv_state_get(PG_GETARG_DATUM(argno), &history_type);
}

bool
cv_history_is_profit(FunctionCallInfo fcinfo, int argno)
{
	return cv_dated_is_profit(history_arg(fcinfo, argno));
}

/* Its days in order. */
static CvDatedAmounts
purchases_arg(FunctionCallInfo fcinfo, int argno)
{
	return cv_dated_amounts(&history_type, history_arg(fcinfo, argno));
}

/* The state that a transition may write to, with room for more rows; see network.c. */
static CvDated *
writable_state(FunctionCallInfo fcinfo, int64 more)
{
	CvDated  *h = history_arg(fcinfo, 0);

	if (cv_in_aggregate(fcinfo) && cv_dated_growing(h) && h->n + more <= h->capacity)
		return h;
	return cv_dated_grown(&history_type, h, more, false);
}

/* With another row, for which there is room; a wider copy where the amount needs it. */
static CvDated *
append_row(CvDated *h, int32 day, const CvDecimal *amount)
{
	if (cv_dated_append(h, day, amount))
		return h;
	h = cv_dated_grown(&history_type, h, 1, true);
	cv_dated_append(h, day, amount);
	return h;
}

static bool
is_return(const CvDated *h, const CvDecimal *amount)
{
	return amount->negative && amount->ngroups > 0 && !cv_dated_is_profit(h);
}

static int32
day_of(int64 date)
{
	if (date < CV_FIRST_DAY || date > CV_LAST_DAY)
		ereport(ERROR,
				(errcode(ERRCODE_DATETIME_FIELD_OVERFLOW),
				 errmsg("at must be a date from 0001-01-01 to 9999-12-31, not %s", cv_date_text((DateADT) date))));
	return (int32) (date - CV_FIRST_DAY) * 2;
}

static int32
day_of_date(Datum at)
{
	return day_of(DatumGetDateADT(at));
}

/* Of a timestamp, and of a timestamptz the day in UTC. */
static int32
day_of_timestamp(Datum at)
{
	Timestamp	t = DatumGetTimestamp(at);

	if (TIMESTAMP_NOT_FINITE(t))
		return day_of(t < 0 ? DATEVAL_NOBEGIN : DATEVAL_NOEND);
	return day_of(t >= 0 ? t / USECS_PER_DAY : -((-(t + 1)) / USECS_PER_DAY) - 1);
}

/*
 * purchase_history_add(purchase_history, at, amount) -> purchase_history
 *
 * Transition functions, one for each type of at and amount: a purchase, or a return where
 * amount is below 0; of a history of profit a purchase in any case.  Errors: 22023 for NaN and infinite amounts, 22008
 * for dates outside the years 1 to 9999, 54000 for amounts that need more than 32 digits together.
 */
static Datum
add_purchase(FunctionCallInfo fcinfo, int32 (*day_of_at) (Datum), CvDecimalReader read, Oid type)
{
	CvDated  *h = writable_state(fcinfo, 1);
	CvDecimal	amount;

	read(PG_GETARG_DATUM(2), &amount);
	if (unlikely(!amount.finite))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be a finite number, not %s",
						cv_dated_is_profit(h) ? "profit" : "amount", cv_value_text(PG_GETARG_DATUM(2), type)),
				 errhint("Leave such rows out, or turn the value into NULL.")));
	h = append_row(h, day_of_at(PG_GETARG_DATUM(1)) | (is_return(h, &amount) ? CV_DATED_BACK : 0), &amount);
	return cv_state_return(fcinfo, h, &history_type);
}

#define PURCHASE_ADD(name, day_of_at, reader, type) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		return add_purchase(fcinfo, day_of_at, reader, type); \
	}

PURCHASE_ADD(purchase_history_add_date_numeric, day_of_date, cv_decimal_from_numeric, NUMERICOID)
PURCHASE_ADD(purchase_history_add_date_bigint, day_of_date, cv_decimal_from_int64, INT8OID)
PURCHASE_ADD(purchase_history_add_date_float8, day_of_date, cv_decimal_from_float8, FLOAT8OID)
PURCHASE_ADD(purchase_history_add_date_real, day_of_date, cv_decimal_from_float4, FLOAT4OID)
PURCHASE_ADD(purchase_history_add_timestamp_numeric, day_of_timestamp, cv_decimal_from_numeric, NUMERICOID)
PURCHASE_ADD(purchase_history_add_timestamp_bigint, day_of_timestamp, cv_decimal_from_int64, INT8OID)
PURCHASE_ADD(purchase_history_add_timestamp_float8, day_of_timestamp, cv_decimal_from_float8, FLOAT8OID)
PURCHASE_ADD(purchase_history_add_timestamp_real, day_of_timestamp, cv_decimal_from_float4, FLOAT4OID)

/*
 * purchase_history_add(purchase_history, at) -> purchase_history
 *
 * Transition functions without an amount, one for each type of at: a purchase for 0.  Errors: 22008 as above; 22023
 * for a history of profit.
 */
static Datum
add_visit(FunctionCallInfo fcinfo, int32 (*day_of_at) (Datum))
{
	static const CvDecimal nothing = {.finite = true};
	CvDated  *h = writable_state(fcinfo, 1);

	if (cv_dated_is_profit(h))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a history of profit needs the profit of each purchase"),
				 errhint("purchase_history_agg(at) is for days without amounts.")));
	h = append_row(h, day_of_at(PG_GETARG_DATUM(1)), &nothing);
	return cv_state_return(fcinfo, h, &history_type);
}

PG_FUNCTION_INFO_V1(purchase_history_add_date);
PG_FUNCTION_INFO_V1(purchase_history_add_timestamp);

Datum
purchase_history_add_date(PG_FUNCTION_ARGS)
{
	return add_visit(fcinfo, day_of_date);
}

Datum
purchase_history_add_timestamp(PG_FUNCTION_ARGS)
{
	return add_visit(fcinfo, day_of_timestamp);
}

PG_FUNCTION_INFO_V1(purchase_history_merge);

/*
 * purchase_history_merge(purchase_history, purchase_history) -> purchase_history
 *
 * The purchases of both: combine function, and transition function of rollup.  Errors: 54000 as
 * purchase_history_add; 22023 for a history of profit and one of amounts, unless the latter has none.
 */
static void
match_profit(CvDated *h, const CvDatedAmounts *other)
{
	if (h->n == 0 && other->profit)
		h->form |= CV_DATED_PROFIT;
	if (cv_dated_is_profit(h) != other->profit && (other->profit || other->n > 0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a history of profit cannot be merged with one of amounts"),
				 errhint("profit_history_agg makes histories of profit, purchase_history_agg those of amounts.")));
}

Datum
purchase_history_merge(PG_FUNCTION_ARGS)
{
	CvDatedAmounts other = cv_dated_rows(&history_type, history_arg(fcinfo, 1));
	CvDated  *h = writable_state(fcinfo, other.n);

	match_profit(h, &other);
	if (!cv_dated_append_rows(h, &other))
	{
		h = cv_dated_grown(&history_type, h, other.n, true);
		cv_dated_append_rows(h, &other);
	}
	cv_dated_free(&other);
	return cv_state_return(fcinfo, h, &history_type);
}

PG_FUNCTION_INFO_V1(purchase_history_pack);

/* purchase_history_pack(purchase_history): final function, the form that is stored. */
Datum
purchase_history_pack(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(pack(history_arg(fcinfo, 0)));
}

/*
 * Text form: v1 YYYY-MM-DD:amount ..., the days rising; r stands before days with returns only, and profit before the
 * first day of a history of profit.
 */

PG_FUNCTION_INFO_V1(purchase_history_in);

/* purchase_history_in(cstring); errors: 22P02 with what is wrong, and those of adding. */
Datum
purchase_history_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);
	const char *at = text + 2;
	CvDated  *h = cv_dated_new(&history_type, CV_DATED_NARROW, 2);

	if (strncmp(text, "v1", 2) != 0)
		cv_bad_text(&history_type, text, "it must begin with v1");
	if (strncmp(at, " profit", 7) == 0)
	{
		h->form |= CV_DATED_PROFIT;
		at += 7;
	}
	while (*at == ' ')
	{
		int32		returns;
		DateADT		date;
		CvDecimal	amount;

		CHECK_FOR_INTERRUPTS();
		at++;
		returns = *at == 'r' ? CV_DATED_BACK : 0;
		at += returns;
		if (!cv_scan_date(&at, &date))
			cv_bad_text(&history_type, text, "a day must be a date such as 2024-01-31, from year 1 to 9999");
		if (*at++ != ':' || !cv_scan_decimal(&at, &amount))
			cv_bad_text(&history_type, text, "a day must be followed by : and an amount");
		if (returns && !is_return(h, &amount))
			cv_bad_text(&history_type, text, "the amount of returns must be below 0, and a history of profit has none");
		if (h->n == h->capacity)
			h = cv_dated_grown(&history_type, h, 1, false);
		h = append_row(h, day_of(date) | returns, &amount);
	}
	if (*at != '\0')
		cv_bad_text(&history_type, text, "days must be separated by one space");
	PG_RETURN_POINTER(pack(h));
}

PG_FUNCTION_INFO_V1(purchase_history_out);

/* purchase_history_out(purchase_history): the same under every setting. */
Datum
purchase_history_out(PG_FUNCTION_ARGS)
{
	CvDatedAmounts p = purchases_arg(fcinfo, 0);
	int			decimals = cv_fixed_decimals(&p.amount, p.n);
	StringInfoData out;

	initStringInfo(&out);
	appendStringInfoString(&out, p.profit ? "v1 profit" : "v1");
	for (int i = 0; i < p.n; i++)
	{
		CHECK_FOR_INTERRUPTS();
		appendStringInfoString(&out, p.day[i] & CV_DATED_BACK ? " r" : " ");
		cv_print_date(&out, cv_dated_date(p.day[i]));
		appendStringInfoChar(&out, ':');
		cv_print_fixed(&out, p.amount.value[i], p.amount.groups, decimals);
	}
	PG_RETURN_CSTRING(out.data);
}

PG_FUNCTION_INFO_V1(purchase_history_send);

/* Histories of profit have a version of their own. */
#define PROFIT_VERSION (CV_DATED_VERSION + 1)

/* purchase_history_send(purchase_history): version, groups, number of days, and the packed bytes. */
Datum
purchase_history_send(PG_FUNCTION_ARGS)
{
	CvDated  *h = pack(history_arg(fcinfo, 0));
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, cv_dated_is_profit(h) ? PROFIT_VERSION : CV_DATED_VERSION);
	pq_sendint16(&buf, (uint16) h->groups);
	pq_sendint32(&buf, h->n);
	pq_sendbytes(&buf, (char *) (h + 1), h->capacity);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

PG_FUNCTION_INFO_V1(purchase_history_recv);

/*
 * purchase_history_recv(internal): see purchase_history_send.  The rows are unpacked and packed anew,
 * so that nothing is trusted.  Errors: 22P03.
 */
Datum
purchase_history_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	CvDated  *h;
	int			version = pq_getmsgbyte(buf);
	int			groups,
				n,
				bytes;

	if (version != CV_DATED_VERSION && version != PROFIT_VERSION)
		cv_bad_binary("purchase_history", "Its version is unknown.");
	groups = (int16) pq_getmsgint(buf, 2);
	n = (int) pq_getmsgint(buf, 4);
	bytes = buf->len - buf->cursor;
	if (groups < 0 || groups > CV_FIXED_GROUPS || n < 0 || n > bytes)
		cv_bad_binary("purchase_history", "Its head is out of range.");
	h = cv_dated_new(&history_type, version == PROFIT_VERSION ? CV_DATED_PROFIT : 0, bytes);
	h->groups = groups;
	h->n = n;
	memcpy(h + 1, pq_getmsgbytes(buf, bytes), bytes);
	if (!cv_dated_well_formed(h))
		cv_bad_binary("purchase_history", "Its days are not well formed.");
	PG_RETURN_POINTER(pack(cv_dated_grown(&history_type, h, 0, false)));
}

PG_FUNCTION_INFO_V1(first_purchase);
PG_FUNCTION_INFO_V1(last_purchase);
PG_FUNCTION_INFO_V1(purchases);

/* The first or last day with a purchase; NULL without. */
static Datum
end_of(FunctionCallInfo fcinfo, bool last)
{
	CvDatedAmounts p = purchases_arg(fcinfo, 0);

	for (int i = 0; i < p.n; i++)
	{
		int32		day = p.day[last ? p.n - 1 - i : i];

		if (!(day & CV_DATED_BACK))
			PG_RETURN_DATEADT(cv_dated_date(day));
	}
	PG_RETURN_NULL();
}

/* first_purchase, last_purchase(purchase_history) -> date; NULL without purchases. */
Datum
first_purchase(PG_FUNCTION_ARGS)
{
	return end_of(fcinfo, false);
}

Datum
last_purchase(PG_FUNCTION_ARGS)
{
	return end_of(fcinfo, true);
}

/* Is a day among those that arguments 1 and 2 name?  Both may be infinite. */
static bool
is_asked(FunctionCallInfo fcinfo, int32 day, bool with_first)
{
	DateADT		date = cv_dated_date(day);

	return date >= PG_GETARG_DATEADT(1) && (with_first || date > PG_GETARG_DATEADT(1)) && date <= PG_GETARG_DATEADT(2);
}

static Datum
count_purchases(FunctionCallInfo fcinfo, bool with_first)
{
	CvDatedAmounts p = purchases_arg(fcinfo, 0);
	bool		all = PG_NARGS() == 1;
	int32		n = 0;

	for (int i = 0; i < p.n; i++)
	{
		if (all || is_asked(fcinfo, p.day[i], with_first))
			n += !(p.day[i] & CV_DATED_BACK);
	}
	PG_RETURN_INT32(n);
}

static Datum
sum_spend(FunctionCallInfo fcinfo, bool with_first)
{
	CvDatedAmounts p = purchases_arg(fcinfo, 0);
	cv_int128	sum = 0;

	for (int i = 0; i < p.n; i++)
	{
		if (is_asked(fcinfo, p.day[i], with_first))
			sum += p.amount.value[i];
	}
	PG_RETURN_NUMERIC(cv_numeric_from_fixed(sum, p.amount.groups, cv_fixed_decimals(&p.amount, p.n)));
}

/*
 * purchases(history purchase_history) -> integer: days with a purchase.
 * purchases_between(history purchase_history, after date, until date) -> integer: those after the
 * day after, up to and with the day until.  Both days may be infinite.
 */
Datum
purchases(PG_FUNCTION_ARGS)
{
	return count_purchases(fcinfo, false);
}

PG_FUNCTION_INFO_V1(purchases_in);

/*
 * purchases_in(history purchase_history, first_day date, last_day date) -> integer
 *
 * Days with a purchase from the first to the last day, both included, as in BETWEEN.  Both may be infinite.
 */
Datum
purchases_in(PG_FUNCTION_ARGS)
{
	return count_purchases(fcinfo, true);
}

PG_FUNCTION_INFO_V1(spend_between);

/*
 * spend_between(history purchase_history, after date, until date) -> numeric
 *
 * What was spent after the day after, up to and with the day until, less what was returned on
 * these days; exact, in the currency of the amounts.
 */
Datum
spend_between(PG_FUNCTION_ARGS)
{
	return sum_spend(fcinfo, false);
}

PG_FUNCTION_INFO_V1(spend_in);

/*
 * spend_in(history purchase_history, first_day date, last_day date) -> numeric
 *
 * What was spent from the first to the last day, both included, less what was returned on these days; exact, in the
 * currency of the amounts.
 */
Datum
spend_in(PG_FUNCTION_ARGS)
{
	return sum_spend(fcinfo, true);
}

/* The days of an interval, a month of which has 30.4375. */
double
cv_days_of_interval(const Interval *span)
{
	return span->month * 30.4375 + span->day + (double) span->time / USECS_PER_DAY;
}

double
cv_time_unit_arg(FunctionCallInfo fcinfo, int argno, bool is_interval)
{
	static const struct
	{
		const char *name;
		double		days;
	}			known[] = {{"day", 1}, {"week", CV_DAYS_OF_WEEK}, {"month", 30.4375}, {"year", CV_DAYS_OF_YEAR}};
	char	   *name;

	if (is_interval)
	{
		double		days = cv_days_of_interval(PG_GETARG_INTERVAL_P(argno));

		if (!(days > 0) || days > CV_LONGEST_UNIT)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("unit must be a finite interval above 0, not %s",
							cv_value_text(PG_GETARG_DATUM(argno), INTERVALOID))));
		return days;
	}
	name = cv_text_arg(fcinfo, argno);
	for (int i = 0; i < (int) lengthof(known); i++)
	{
		if (strcmp(name, known[i].name) == 0)
			return known[i].days;
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("unit must be day, week, month or year, not \"%s\"", name),
			 errhint("For another, give an interval: interval '10 days'.")));
	return 0;
}

/* Another day, in order, of those until which one looks: all after the first purchase is repeated. */
static void
know(CvKnown *k, int32 day, cv_int128 amount)
{
	if (!(day & CV_DATED_BACK))
	{
		k->last = cv_dated_date(day);
		if (++k->x == 0)
			k->first = k->last;
	}
	if (k->x > 0)
		k->spent += amount;
}

static DateADT
as_of_arg(FunctionCallInfo fcinfo, int argno)
{
	DateADT		as_of = PG_GETARG_DATEADT(argno);

	if (DATE_NOT_FINITE(as_of))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("as_of must be a finite date, not %s", cv_date_text(as_of))));
	return as_of;
}

static Datum
mean_spend(cv_int128 spent, int x, int groups, int decimals)
{
	return DirectFunctionCall2(numeric_div, NumericGetDatum(cv_numeric_from_fixed(spent, groups, decimals)),
							   DirectFunctionCall1(int4_numeric, Int32GetDatum(x)));
}

bool
cv_known_at(FunctionCallInfo fcinfo, int argno, CvKnown *k)
{
	const CvDated *h = pack(history_arg(fcinfo, argno));
	CvDatedReader reader = cv_dated_read(&history_type, h);
	cv_int128	whole;

	*k = (CvKnown) {.x = -1, .as_of = as_of_arg(fcinfo, argno + 1)};
	while (cv_dated_next(&reader) && cv_dated_date(reader.day) <= k->as_of)
		know(k, reader.day, reader.amount);
	if (k->x <= 0)
		return k->x == 0;
	/* As clv_summary says it, in the digits of a double. */
	whole = k->x;
	for (int i = 0; i < h->groups && whole < cv_fixed_limit() / 10000; i++)
		whole *= 10000;
	k->mean_spend = h->groups >= 0 && whole < cv_fixed_limit() / 10000 ? cv_fixed_ratio(k->spent, whole) :
		DatumGetFloat8(DirectFunctionCall1(numeric_float8,
										   mean_spend(k->spent, k->x, h->groups, 4 * Max(h->groups, 0))));
	return true;
}

int
cv_purchase_days(FunctionCallInfo fcinfo, int argno, DateADT **days)
{
	const CvDated *h = pack(history_arg(fcinfo, argno));
	CvDatedReader reader = cv_dated_read(&history_type, h);
	DateADT		as_of = as_of_arg(fcinfo, argno + 1);
	int			n = 0;

	if (h->n > h->capacity)
		cv_bad_value(&history_type);
	*days = h->n == 0 ? NULL : palloc(h->n * sizeof(DateADT));
	while (cv_dated_next(&reader) && cv_dated_date(reader.day) <= as_of)
	{
		CV_BREATHE(n);
		if (!(reader.day & CV_DATED_BACK))
			(*days)[n++] = cv_dated_date(reader.day);
	}
	return n;
}

/*
 * clv_summary(history purchase_history, as_of date, unit text or interval)
 *		-> (x integer, t_x float8, t float8, mean_spend numeric)
 *
 * What was known at the end of the day as_of: the purchases after the first (P. Fader,
 * B. Hardie and K. Lee, Marketing Science 24, 2005), the time from the first to the last of them (0
 * without), that from the first to as_of, both in units of 1, 7, 30.4375 or 365.25 days or of an interval
 * (a month of it has 30.4375), and what was spent on average on such a purchase.  Returns
 * reduce the purchase before them.  NULL when the first purchase is later, mean_spend NULL when
 * x is 0.  Errors: 22023 for other units and infinite as_of.
 */
static Datum
summarise(FunctionCallInfo fcinfo, bool is_interval)
{
	CvDatedAmounts p = purchases_arg(fcinfo, 0);
	CvKnown		k = {.x = -1, .as_of = as_of_arg(fcinfo, 1)};
	double		unit = cv_time_unit_arg(fcinfo, 2, is_interval);
	double		row[3];
	Datum		values[4];
	bool		nulls[4] = {false};

	for (int i = 0; i < p.n && cv_dated_date(p.day[i]) <= k.as_of; i++)
		know(&k, p.day[i], p.amount.value[i]);
	if (k.x < 0)
		PG_RETURN_NULL();
	values[0] = Int32GetDatum(k.x);
	cv_known_row(&k, unit, row);
	values[1] = Float8GetDatum(row[1]);
	values[2] = Float8GetDatum(row[2]);
	nulls[3] = k.x == 0;
	values[3] = nulls[3] ? (Datum) 0 : mean_spend(k.spent, k.x, p.amount.groups, cv_fixed_decimals(&p.amount, p.n));
	return cv_make_record_often(fcinfo, values, nulls);
}

PG_FUNCTION_INFO_V1(clv_summary_text);
PG_FUNCTION_INFO_V1(clv_summary_interval);

Datum
clv_summary_text(PG_FUNCTION_ARGS)
{
	return summarise(fcinfo, false);
}

Datum
clv_summary_interval(PG_FUNCTION_ARGS)
{
	return summarise(fcinfo, true);
}

CV_COMPARE(purchase_history_send, purchase_history_cmp, purchase_history_eq, purchase_history_ne, purchase_history_lt,
		   purchase_history_le, purchase_history_gt, purchase_history_ge,
		   purchase_history_hash, purchase_history_hash_extended)
