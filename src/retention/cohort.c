/*
 * cohort.c - of the customers won at one time, how many bought again later, and when have they paid for themselves?
 *
 * Customers of a cohort have their first purchase in the same period of the calendar (for elapsed periods: the same
 * month).  A cohort_summary counts, for each period after it, who bought in it and in which period they last had
 * before; so every definition of retention is read from one value (retention/core/cohort.c).  A calendar period is
 * over when its last day is as_of or earlier; an elapsed one, counted from each customer's own first day, when so
 * many days are over.
 *
 * A series is a cohort with the periods that are over, and whether one more has begun: one for each cohort of calendar
 * periods, several where customers of a cohort have been there for different numbers of elapsed ones.  A place is a
 * period and the one before.  The first sum is customers, the second what they paid.  Memory: 72 bytes a cell while
 * it grows, about 8 stored; at most 4,096 periods a cohort.
 */
#include "retention/cells.h"

#include "datatype/timestamp.h"
#include "lib/stringinfo.h"
#include "pg/duration.h"
#include "retention/core/calendar.h"
#include "retention/core/cohort.h"
#include "retention/periods.h"
#include "utils/timestamp.h"

#define CUSTOMERS 0
#define AMOUNT 1

/* Of each cohort. */
#define PERIOD_BITS 13			/* 0 to 4096 */
#define PERIOD_MASK ((1 << PERIOD_BITS) - 1)

/* Parameters: as_of as a date, the unit, the microseconds of an elapsed period. */
enum
{
	AS_OF,
	UNIT,
	LENGTH
};

static const char *complaint_of(const CvCellsView *view);
static Datum read_text(FunctionCallInfo fcinfo, const CvCellsType *type);
static Datum print_text(FunctionCallInfo fcinfo, const CvCellsType *type);

const CvCellsType cv_cohort_type = {
	{"cohort_summary", "\"v1 as_of unit cohort/over period:before:customers:amount ... ...\"", 1, sizeof(CvCells),
	 cv_cells_fits, cv_cells_pack},
	CV_CELLS_COHORT, complaint_of,
	"It grows with cohorts and periods: take longer ones.",
	"A cohort_summary is as of one day, in one unit: give all rows of a group the same as_of and unit."
};

CV_CELLS_TYPE(cv_cohort_type, read_text, print_text, cohort_summary_in, cohort_summary_out, cohort_summary_recv,
			  cohort_summary_send, cohort_merge, cohort_pack)
CV_COMPARE(cohort_summary_send, cohort_summary_cmp, cohort_summary_eq, cohort_summary_ne, cohort_summary_lt,
		   cohort_summary_le, cohort_summary_gt, cohort_summary_ge, cohort_summary_hash, cohort_summary_hash_extended)

/* Days count from 0001-01-01, as retention/core/calendar.h has them. */
static int32
day_of_date(DateADT date)
{
	return date - CV_FIRST_DAY;
}

/* What a customer's periods are. */
typedef struct Periods
{
	CvUnit		unit;			/* of the cohort */
	int64		length;			/* microseconds of an elapsed period; 0 for those of the calendar */
	int32		as_of;
	int32		first;			/* day of the first purchase */
	int32		cohort;
	int32		over;
	bool		open;
} Periods;

static Periods
periods_of_params(const int64 *param)
{
	Periods		p = {.length = param[LENGTH], .as_of = day_of_date((DateADT) param[AS_OF])};

	p.unit = p.length > 0 ? CV_UNIT_MONTH : (CvUnit) param[UNIT];
	return p;
}

/* The period of a day from the first on. */
static inline int64
period_of(const Periods *p, int32 day)
{
	if (p->length > 0)
		return (int64) (day - p->first) * USECS_PER_DAY / p->length;
	return cv_period_of(p->unit, day) - p->cohort;
}

/* A customer whose first purchase was on this day.  Errors: 54000 beyond 4,096 periods. */
static void
start_customer(Periods *p, int32 first)
{
	int64		last,
				over;

	p->first = first;
	p->cohort = cv_period_of(p->unit, first);
	last = period_of(p, p->as_of);
	over = period_of(p, p->as_of + 1);
	p->open = last == over;
	if (over + p->open > CV_COHORT_PERIODS)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a cohort can have at most %d periods, not " INT64_FORMAT, CV_COHORT_PERIODS, over + p->open),
				 errhint("Take longer periods, or customers whose first purchase is not so long before as_of.")));
	p->over = (int32) over;
}

static uint64
series_of(const Periods *p)
{
	return (uint64) p->cohort << (PERIOD_BITS + 1) | (uint64) p->over << 1 | p->open;
}

static uint64
place_of(int64 period, int64 before)
{
	return (uint64) period << PERIOD_BITS | (uint64) (before + 1);
}

/* A cell as the mathematics has it. */
static CvCohortCell
cohort_cell(const CvCellsView *view, const CvCell *cell)
{
	CvCohortCell c;

	c.over = (int32) (cell->series >> 1) & PERIOD_MASK;
	c.open = cell->series & 1;
	c.period = (int32) (cell->place >> PERIOD_BITS);
	c.before = (int32) (cell->place & PERIOD_MASK) - 1;
	c.customers = (int64) (cell->sum[CUSTOMERS] / (cv_int128) view->scale);
	c.amount = cell->sum[AMOUNT];
	return c;
}

static int32
cohort_of(const CvCell *cell)
{
	return (int32) (cell->series >> (PERIOD_BITS + 1));
}

/* What a customer did in a period. */
typedef struct Activity
{
	int64		period;
	int64		before;
	bool		bought;
	cv_int128	amount;			/* in units of the history */
} Activity;

static void
add_activity(CvCells **s, uint64 series, const Activity *a, cv_int128 factor)
{
	CvCell	   *cell = cv_cells_find(s, series, place_of(a->period, a->bought ? a->before : a->period));

	if (a->bought)
		cv_cells_add(*s, cell, CUSTOMERS, cv_cells_one(*s));
	cv_cells_add(*s, cell, AMOUNT, cv_cells_rescale(*s, a->amount, factor));
}

/* A history up to as_of, whose first purchase is row first; what was paid back before it counts in its period. */
static void
add_customer(CvCells **s, const CvDatedAmounts *h, int first, const Periods *p)
{
	cv_int128	factor = cv_cells_factor(*s, h->amount.groups);
	uint64		series = series_of(p);
	Activity	a = {0, -1, true, 0};

	for (int i = 0; i < first; i++)
		a.amount += h->amount.value[i];
	for (int i = first; i < h->n && h->day[i] / 2 <= p->as_of; i++)
	{
		int64		period = period_of(p, h->day[i] / 2);

		CV_BREATHE(i);
		if (period != a.period)
		{
			add_activity(s, series, &a, factor);
			a = (Activity) {period, a.bought ? a.period : a.before, false, 0};
		}
		a.bought |= !(h->day[i] & CV_DATED_BACK);
		a.amount += h->amount.value[i];
	}
	add_activity(s, series, &a, factor);
}

/*
 * cohort_add(cohort_summary, history purchase_history, as_of date [, unit text | interval]) -> cohort_summary
 *
 * Transition functions: a customer as known at the end of as_of; purchases after it do not count, nor customers
 * without one. unit is day, week (from Monday), month (the default), quarter or year, or an interval without months.
 * Errors: 22023 for another unit, an infinite as_of, and parameters that change; 54000 beyond 4,096 periods, 512 MB,
 * and amounts of more than 32 digits together.
 */
static Datum
add_history(FunctionCallInfo fcinfo, CvUnit unit, int64 length)
{
	int64		param[CV_CELLS_PARAMS] = {cv_date_arg(fcinfo, 2, "as_of"), unit, length};
	Periods		p = periods_of_params(param);
	CvDatedAmounts h = cv_purchases_arg(fcinfo, 1);
	int			first = 0;
	CvCells    *s;

	while (first < h.n && h.day[first] & CV_DATED_BACK)
		first++;
	if (first == h.n || h.day[first] / 2 > p.as_of)
	{
		cv_dated_free(&h);
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	}
	s = cv_cells_writable(fcinfo, &cv_cohort_type);
	cv_cells_set_params(s, param);
	start_customer(&p, h.day[first] / 2);
	cv_cells_refine(s, h.amount.groups);
	add_customer(&s, &h, first, &p);
	cv_dated_free(&h);
	return cv_cells_return(fcinfo, s);
}

PG_FUNCTION_INFO_V1(cohort_add_month);
PG_FUNCTION_INFO_V1(cohort_add_text);
PG_FUNCTION_INFO_V1(cohort_add_interval);

Datum
cohort_add_month(PG_FUNCTION_ARGS)
{
	return add_history(fcinfo, CV_UNIT_MONTH, 0);
}

Datum
cohort_add_text(PG_FUNCTION_ARGS)
{
	static const char hint[] = "For days counted from each customer's first one, give an interval: interval '30 days'.";

	return add_history(fcinfo, cv_unit_arg(fcinfo, 3, hint), 0);
}

Datum
cohort_add_interval(PG_FUNCTION_ARGS)
{
	int64		length = cv_duration_arg(fcinfo, 3, "unit");

	cv_check_days(PG_GETARG_INTERVAL_P(3), "unit");
	if (length == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("unit must be an interval above 0, not %s", cv_value_text(PG_GETARG_DATUM(3), INTERVALOID))));
	return add_history(fcinfo, CV_UNIT_MONTH, length);
}

/* Parameters as add_history makes them. */
static bool
params_are_valid(const int64 *param)
{
	return param[AS_OF] >= CV_FIRST_DAY && param[AS_OF] <= CV_LAST_DAY &&
		param[UNIT] >= CV_UNIT_DAY && param[UNIT] <= CV_UNIT_YEAR && param[LENGTH] >= 0 && (param[LENGTH] == 0 ||
				param[UNIT] == CV_UNIT_MONTH);
}

/* Can a cohort have been there for so long? */
static bool
series_is_valid(const Periods *p, const CvCell *cell, const CvCohortCell *c)
{
	int32		start,
				next;

	if (cell->series >> (PERIOD_BITS + 1) > (uint64) (CV_LAST_DAY - CV_FIRST_DAY) ||
		c->over + c->open > CV_COHORT_PERIODS)
		return false;
	start = cv_period_start(p->unit, cohort_of(cell));
	if (start > p->as_of)
		return false;
	next = Min(cv_period_start(p->unit, cohort_of(cell) + 1) - 1, p->as_of);
	/* Elapsed periods: any first day of the month; the calendar's: one day tells. */
	for (int32 first = p->length > 0 ? start : next; first <= next; first++)
	{
		Periods		q = *p;

		q.first = first;
		q.cohort = cohort_of(cell);
		if (period_of(&q, q.as_of + 1) == c->over && (period_of(&q, q.as_of) == c->over) == c->open)
			return true;
	}
	return false;
}

/*
 * Nobody buys after a purchase that they did not make: customers of the last purchase in each period who may still
 * come again.
 */
static bool
step_is_valid(const CvCohortCell *c, cv_int128 customers, cv_int128 *waiting)
{
	bool		returns = c->before == c->period;

	if (customers < 0 || (customers == 0) != returns || c->before > c->period || c->period >= c->over + c->open ||
		(c->before < 0) != (c->period == 0 && !returns))
		return false;
	if (!returns && c->before >= 0)
		waiting[c->before] -= customers;
	waiting[c->period] += customers;
	return returns || c->before < 0 || waiting[c->before] >= 0;
}

static bool
sums_are_valid(const CvCellsView *view, const CvCell *cell)
{
	cv_int128	one = (cv_int128) view->scale;

	return cell->place >> PERIOD_BITS < CV_COHORT_PERIODS && cell->sum[2] == 0 && cell->sum[CUSTOMERS] % one == 0 &&
		cell->sum[CUSTOMERS] / one <= PG_INT64_MAX / 4;
}

static const char *
complaint_of(const CvCellsView *view)
{
	cv_int128  *waiting = palloc(CV_COHORT_PERIODS * sizeof(cv_int128));
	Periods		p;

	if (view->names.n > 0 || view->has_params != (view->n > 0) || (view->has_params && !params_are_valid(view->param)))
		return "there must be a day and a unit";
	p = periods_of_params(view->param);
	for (int64 i = 0; i < view->n; i++)
	{
		const CvCell *cell = &view->cell[i];
		CvCohortCell c = cohort_cell(view, cell);

		CV_BREATHE_OFTEN(i);
		if (i == 0 || cell->series != cell[-1].series)
		{
			memset(waiting, 0, CV_COHORT_PERIODS * sizeof(cv_int128));
			if (!series_is_valid(&p, cell, &c))
				return "a cohort must begin before as_of, with the periods that have begun since";
		}
		if (!sums_are_valid(view, cell) || !step_is_valid(&c, cell->sum[CUSTOMERS], waiting))
			return "customers must be whole numbers, and buy in a period that has begun, after one with as many";
	}
	pfree(waiting);
	return NULL;
}

/*
 * Text form: v1, and unless it is empty as_of and the unit (an elapsed one in microseconds); for each cohort its
 * first day, its periods that are over, and + where one more has begun; and after it period:before:customers:amount,
 * before being - for the first purchase and r for returns without a purchase.
 */
static bool
scan_count(const char **at, int64 most, int64 *x)
{
	const char *start = *at;

	for (*x = 0; **at >= '0' && **at <= '9' && *x <= most; ++*at)
		*x = *x * 10 + (**at - '0');
	return *at > start && *x <= most;
}

static bool
scan_params(const char **at, int64 *param)
{
	DateADT		as_of;
	int			unit;

	if (!cv_scan_date(at, &as_of) || *(*at)++ != ' ')
		return false;
	param[AS_OF] = as_of;
	param[UNIT] = CV_UNIT_MONTH;
	param[LENGTH] = 0;
	if (**at >= '0' && **at <= '9')
		return scan_count(at, PG_INT64_MAX / 16, &param[LENGTH]) && param[LENGTH] > 0;
	unit = cv_scan_unit(at);
	param[UNIT] = unit;
	return unit >= 0;
}

/* date/over or date/over+ at *at, which moves behind it, as a series. */
static bool
scan_cohort(const char **at, CvUnit unit, uint64 *series)
{
	DateADT		date;
	int64		over;
	Periods		p = {.unit = unit};

	if (!cv_scan_date(at, &date) || *(*at)++ != '/' || !scan_count(at, CV_COHORT_PERIODS, &over))
		return false;
	p.open = **at == '+';
	*at += p.open;
	p.over = (int32) over;
	p.cohort = cv_period_of(unit, day_of_date(date));
	*series = series_of(&p);
	return cv_period_start(unit, p.cohort) == day_of_date(date);
}

/* period:before:customers:amount at *at, which moves behind it. */
static bool
scan_cell(const char **at, CvCells **s, uint64 series)
{
	int64		period,
				before = -1;
	CvDecimal	customers,
				amount;
	CvCell	   *cell;
	cv_int128	units;

	if (!scan_count(at, CV_COHORT_PERIODS - 1, &period) || *(*at)++ != ':')
		return false;
	if (**at == '-' || **at == 'r')
		before = *(*at)++ == 'r' ? period : -1;
	else if (!scan_count(at, CV_COHORT_PERIODS - 1, &before))
		return false;
	if (*(*at)++ != ':' || !cv_scan_decimal(at, &customers) || *(*at)++ != ':')
		return false;
	units = cv_cells_units(*s, &customers);
	cell = cv_cells_find(s, series, place_of(period, before));
	cv_cells_add(*s, cell, CUSTOMERS, units);
	if (!cv_scan_decimal(at, &amount))
		return false;
	units = cv_cells_units(*s, &amount);
	cv_cells_add(*s, cell, AMOUNT, units);
	return true;
}

/* Does a date stand here, and not a period? */
static bool
is_cohort(const char *at)
{
	return strcspn(at, "-/") < strcspn(at, ":");
}

static Datum
read_text(FunctionCallInfo fcinfo, const CvCellsType *type)
{
	const char *text = PG_GETARG_CSTRING(0);
	const char *at = text + 3;
	CvCells    *s = cv_cells_new(type);
	uint64		series = 0;
	bool		in_cohort = false;
	int64		param[CV_CELLS_PARAMS];
	const char *complaint;

	if (strcmp(text, "v1") == 0)
		PG_RETURN_POINTER(cv_cells_pack(s));
	if (strncmp(text, "v1 ", 3) != 0 || !scan_params(&at, param) || !params_are_valid(param))
		cv_bad_text(&type->state, text,
					"v1 must be followed by a date and a unit: day, week, month, quarter, year, or microseconds");
	cv_cells_set_params(s, param);
	while (*at == ' ')
	{
		CHECK_FOR_INTERRUPTS();
		at++;
		if (is_cohort(at))
			in_cohort = scan_cohort(&at, periods_of_params(param).unit, &series);
		else if (in_cohort)
			in_cohort = scan_cell(&at, &s, series);
		if (!in_cohort)
			cv_bad_text(&type->state, text,
						"a cohort must be like 2024-01-01/3+, and cells after it like 2:0:7:19.90");
	}
	complaint = *at != '\0' ? "cohorts and cells must be separated by one space" : cv_cells_complaint(s);
	if (complaint != NULL)
		cv_bad_text(&type->state, text, complaint);
	PG_RETURN_POINTER(cv_cells_pack(s));
}

static void
print_cell(StringInfo out, const CvCellsView *view, const CvCell *cell)
{
	CvCohortCell c = cohort_cell(view, cell);

	if (c.before == c.period || c.before < 0)
		appendStringInfo(out, " %d:%c:" INT64_FORMAT ":", c.period, c.before < 0 ? '-' : 'r', c.customers);
	else
		appendStringInfo(out, " %d:%d:" INT64_FORMAT ":", c.period, c.before, c.customers);
	cv_print_fixed(out, c.amount, view->groups, 0);
}

static Datum
print_text(FunctionCallInfo fcinfo, const CvCellsType *type)
{
	CvCellsView view = cv_cells_view(cv_cells_pack(cv_cells_get(PG_GETARG_DATUM(0), type)));
	Periods		p = periods_of_params(view.param);
	StringInfoData out;

	initStringInfo(&out);
	appendStringInfoString(&out, "v1");
	if (view.has_params)
	{
		appendStringInfoChar(&out, ' ');
		cv_print_date(&out, (DateADT) view.param[AS_OF]);
		if (p.length > 0)
			appendStringInfo(&out, " " INT64_FORMAT, p.length);
		else
			appendStringInfo(&out, " %s", cv_unit_names[p.unit]);
	}
	for (int64 i = 0; i < view.n; i++)
	{
		const CvCell *cell = &view.cell[i];
		CvCohortCell c = cohort_cell(&view, cell);

		CHECK_FOR_INTERRUPTS();
		if (i == 0 || cell->series != cell[-1].series)
		{
			appendStringInfoChar(&out, ' ');
			cv_print_date(&out, cv_period_start(p.unit, cohort_of(cell)) + CV_FIRST_DAY);
			appendStringInfo(&out, "/%d%s", c.over, c.open ? "+" : "");
		}
		print_cell(&out, &view, cell);
	}
	PG_RETURN_CSTRING(out.data);
}

/* The value at work: one cohort after the other. */
typedef struct Cohorts
{
	CvCellsView view;
	CvUnit		unit;
	int			decimals;		/* of amounts */
	int64		next;			/* cell of the next cohort */

	/* The cohort. */
	int32		cohort;
	int64		customers;
	int32		periods;		/* that have begun, of its oldest customers */
	int64		n;
	CvCohortCell *cell;
} Cohorts;

/* Decimals that amounts need. */
static int
decimals_of(const CvCellsView *view)
{
	CvFixed		amounts = {cv_alloc(view->n * sizeof(cv_int128)), true, view->groups, 0};

	for (int64 i = 0; i < view->n; i++)
		amounts.value[i] = view->cell[i].sum[AMOUNT];
	return cv_fixed_decimals(&amounts, view->n);
}

static Cohorts
cohorts_arg(FunctionCallInfo fcinfo)
{
	Cohorts		c = {.view = cv_cells_view(cv_cells_get(PG_GETARG_DATUM(0), &cv_cohort_type))};

	c.unit = periods_of_params(c.view.param).unit;
	c.decimals = decimals_of(&c.view);
	c.cell = cv_alloc(c.view.n * sizeof(CvCohortCell));
	return c;
}

/* Go to the next cohort; false after the last. */
static bool
next_cohort(Cohorts *c)
{
	const CvCell *cell = c->view.cell;

	if (c->next == c->view.n)
		return false;
	c->cohort = cohort_of(&cell[c->next]);
	c->n = c->customers = c->periods = 0;
	for (; c->next < c->view.n && cohort_of(&cell[c->next]) == c->cohort; c->next++)
	{
		CvCohortCell *x = &c->cell[c->n++];

		CV_BREATHE(c->next);
		*x = cohort_cell(&c->view, &cell[c->next]);
		c->customers += x->before < 0 ? x->customers : 0;
		c->periods = Max(c->periods, x->over + x->open);
	}
	return true;
}

static Datum
cohort_date(const Cohorts *c)
{
	return DateADTGetDatum(cv_period_start(c->unit, c->cohort) + CV_FIRST_DAY);
}

static Numeric
money(const Cohorts *c, cv_int128 amount)
{
	return cv_numeric_from_fixed(amount, c->view.groups, c->decimals);
}

/* A row of cohort_table; none for a period that has not begun. */
static void
table_row(CvTable *table, const Cohorts *c, int32 period, const CvCohortLines *lines)
{
	const CvCohortLine *line = lines->over.customers > 0 ? &lines->over : &lines->begun;
	bool		known = line == &lines->over;
	Datum		values[9];
	bool		nulls[9] = {false};

	CHECK_FOR_INTERRUPTS();
	if (line->customers == 0)
		return;
	values[0] = cohort_date(c);
	values[1] = Int32GetDatum(period);
	values[2] = Int64GetDatum(line->customers);
	values[3] = Int64GetDatum(line->retained);
	values[4] = Float8GetDatum((double) line->retained / (double) line->customers);
	nulls[4] = !known;
	values[5] = NumericGetDatum(money(c, line->revenue));
	values[6] = NumericGetDatum(money(c, line->cumulative));
	values[7] = DirectFunctionCall2(numeric_div, values[6], DirectFunctionCall1(int8_numeric, values[2]));
	values[8] = BoolGetDatum(known && line->customers == c->customers);
	cv_table_row(table, values, nulls);
	for (int i = 5; i < 8; i++)
		pfree(DatumGetPointer(values[i]));
}

typedef enum Kind
{
	CLASSIC,
	UNBOUNDED,
	BRACKET
} Kind;

static Kind
kind_arg(FunctionCallInfo fcinfo, int argno)
{
	static const char *const kinds[] = {"classic", "unbounded", "bracket", NULL};

	return (Kind) cv_choice_arg(fcinfo, argno, "kind", kinds);
}

PG_FUNCTION_INFO_V1(cohort_table);

/*
 * cohort_table(summary cohort_summary, kind text, brackets integer[])
 *		-> TABLE(cohort date, period integer, customers, retained bigint, rate float8, revenue, cumulative_revenue,
 *			revenue_per_customer numeric, complete boolean)
 *
 * For each cohort and period from 0, the period of the first purchase, how many bought in it (classic), in it or
 * later (unbounded), or for brackets {1,2,4,6} in periods 1, 2 to 3, 4 to 5 (bracket, period being the first of
 * each).  rate is retained / customers, NULL while the period is not over; a period not begun has no row.  revenue is
 * that of the period, cumulative_revenue that up to its end, revenue_per_customer that per customer.  Elapsed
 * periods: customers are those for whom the period is over, once there are some, and complete says whether these are
 * all.  Errors: 22023 for another kind, and for brackets without kind bracket or that do not rise.
 */
Datum
cohort_table(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	CvCohortLines *line;
	Kind		kind;
	int		   *bracket;
	int			brackets = 0;
	Cohorts		c;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	kind = kind_arg(fcinfo, 1);
	bracket = cv_brackets_arg(fcinfo, 2, kind == BRACKET, &brackets);
	c = cohorts_arg(fcinfo);
	line = palloc((CV_COHORT_PERIODS + 1) * sizeof(CvCohortLines));
	while (next_cohort(&c))
	{
		if (kind != BRACKET)
			cv_cohort_periods(c.cell, c.n, kind == UNBOUNDED, line);
		for (int i = 0; kind == BRACKET && i < brackets - 1; i++)
		{
			line[0] = cv_cohort_bracket(c.cell, c.n, bracket[i], bracket[i + 1] - 1);
			table_row(&table, &c, bracket[i], line);
		}
		for (int32 period = 0; kind != BRACKET && period < c.periods; period++)
			table_row(&table, &c, period, &line[period]);
	}
	PG_RETURN_NULL();
}

PG_FUNCTION_INFO_V1(cohort_retention_rate);

/*
 * retention_rate(summary cohort_summary, period bigint, kind text) -> float8
 *
 * The share of all customers for whom the period is over who bought in it (classic), or in it or later (unbounded):
 * cohorts weigh as many customers as they have.  NULL where it is over for nobody.  period is bigint, so that a quoted
 * clv_model with an integer finds the function of models.  Errors: 22023 for a period below 0 and another kind.
 */
Datum
cohort_retention_rate(PG_FUNCTION_ARGS)
{
	int			period = cv_check_range((int) Max(PG_INT32_MIN, Min(PG_GETARG_INT64(1), PG_INT32_MAX)), "period", 0,
										PG_INT32_MAX);
	Kind		kind = kind_arg(fcinfo, 2);
	Cohorts		c = cohorts_arg(fcinfo);
	int64		customers = 0;
	int64		retained = 0;

	if (kind == BRACKET)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("kind must be 'classic' or 'unbounded', not 'bracket'"),
				 errhint("cohort_table has brackets.")));
	while (period < CV_COHORT_PERIODS && next_cohort(&c))
	{
		CvCohortLine line = kind == UNBOUNDED ? cv_cohort_later(c.cell, c.n, period) :
			cv_cohort_bracket(c.cell, c.n, period, period).over;

		customers += line.customers;
		retained += line.retained;
	}
	return cv_return_number(fcinfo, customers > 0 ? (double) retained / (double) customers : NAN);
}

PG_FUNCTION_INFO_V1(cohort_payback);

static int
compare_periods(const void *a, const void *b)
{
	const CvCohortCell *x = a;
	const CvCohortCell *y = b;

	CHECK_FOR_INTERRUPTS();
	return x->period < y->period ? -1 : x->period > y->period;
}

/* The first period up to which a cohort has brought so much; -1 where it has not. */
static int32
payback_period(Cohorts *c, Datum target)
{
	cv_int128	sum = 0;

	qsort(c->cell, c->n, sizeof(CvCohortCell), compare_periods);
	for (int64 i = 0; i < c->n; i++)
	{
		CHECK_FOR_INTERRUPTS();
		sum += c->cell[i].amount;
		if (i + 1 < c->n && c->cell[i + 1].period == c->cell[i].period)
			continue;
		if (DatumGetBool(DirectFunctionCall2(numeric_ge, NumericGetDatum(money(c, sum)), target)))
			return c->cell[i].period;
	}
	return -1;
}

/*
 * cohort_payback(summary cohort_summary, cost_per_customer numeric)
 *		-> TABLE(cohort date, period integer, reached boolean)
 *
 * For each cohort the first period up to whose end it brought, per customer won, what winning one cost; period is
 * NULL where it has not yet.  The amounts are those of the histories: margins, if these are histories of margins.
 * Errors: 22023 for a cost that is negative, NaN or infinite.
 */
Datum
cohort_payback(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	Numeric		cost = cv_check_numeric(PG_GETARG_NUMERIC(1), "cost_per_customer");
	Cohorts		c = cohorts_arg(fcinfo);
	CvDecimal	view;

	cv_decimal_from_numeric(NumericGetDatum(cost), &view);
	if (view.negative && view.ngroups > 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cost_per_customer must not be negative, but is %s", cv_numeric_text(cost))));
	while (next_cohort(&c))
	{
		Datum		target = DirectFunctionCall2(numeric_mul, NumericGetDatum(cost),
												 DirectFunctionCall1(int8_numeric, Int64GetDatum(c.customers)));
		int32		period = payback_period(&c, target);
		Datum		values[3] = {cohort_date(&c), Int32GetDatum(period), BoolGetDatum(period >= 0)};
		bool		nulls[3] = {false, period < 0, false};

		cv_table_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}
