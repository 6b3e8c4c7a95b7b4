/*
 * vintage.c - how do accounts of one month age?
 *
 * A vintage is all accounts opened in a month.  An account's month on book counts the months after
 * that one.  What is known on a day, as_of, are the months on book up to that day's month; a later
 * one of a younger vintage is unknown, not 0.  Over all vintages, the accounts that are known in a
 * month on book and had no event before it are at risk, and the cumulative rate follows from the
 * hazards (Kaplan and Meier), not from a mean of the vintages that happen to be old enough.
 *
 * Memory: 16 bytes for each vintage, and for each of its months that has events.
 */
#include "pg/dated.h"
#include "pg/state.h"

#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "num/scan.h"
#include "utils/date.h"
#include "utils/datetime.h"

#define VINTAGE_VERSION 1
#define HEAD sizeof(VintageSummary)
#define MOST_ENTRIES 131072
#define MOST_MONTHS 1200		/* on book */
#define MOST_ACCOUNTS (INT64CONST(1) << 55)
#define ALL_ACCOUNTS (-1)		/* in place of a month on book */
#define FIRST_VINTAGE 12		/* January of the year 1 */
#define LAST_VINTAGE (9999 * 12 + 11)

/* Accounts of a vintage (in months since the year 0), or its events in a month on book. */
typedef struct Entry
{
	int32		vintage;
	int32		month;
	int64		accounts;
} Entry;

/*
 *	+------+-----------------+
 *	| head | entry[capacity] |
 *	+------+-----------------+
 *
 * Entries rise by vintage and month, the accounts before the events.  Packed, there is no room to spare.
 */
typedef struct VintageSummary
{
	int32		vl_len_;
	uint8		version;
	bool		growing;
	uint16		unused;
	int32		as_of;			/* days since 2000; meaningless without entries */
	uint32		nentries;
	uint32		capacity;
	uint32		unused2;
} VintageSummary;

static Entry *
entries_of(const VintageSummary *s)
{
	return (Entry *) (s + 1);
}

static bool
fits(const void *value)
{
	const VintageSummary *s = value;

	return s->nentries <= s->capacity && s->capacity <= 2 * MOST_ENTRIES &&
		VARSIZE(s) == HEAD + s->capacity * sizeof(Entry);
}

static void *pack(void *value);

static const CvStateType vintage_type = {"vintage_summary", "\"v1 as_of vintage:accounts:month=events,... ...\"",
	VINTAGE_VERSION, HEAD, fits, pack};

static VintageSummary *
resize(const VintageSummary *s, uint32 capacity, bool growing)
{
	VintageSummary *copy = cv_state_new(&vintage_type, HEAD + capacity * sizeof(Entry), HEAD);

	copy->growing = growing;
	copy->as_of = s->as_of;
	copy->nentries = s->nentries;
	copy->capacity = capacity;
	memcpy(entries_of(copy), entries_of(s), s->nentries * sizeof(Entry));
	return copy;
}

/* The form that is stored. */
static void *
pack(void *value)
{
	VintageSummary *s = value;

	return s->growing ? resize(s, s->nentries, false) : s;
}

static VintageSummary *
vintage_arg(FunctionCallInfo fcinfo, int argno)
{
	return cv_state_get(PG_GETARG_DATUM(argno), &vintage_type);
}

static VintageSummary *
writable_state(FunctionCallInfo fcinfo)
{
	VintageSummary *s = vintage_arg(fcinfo, 0);

	if (likely(s->growing && cv_in_aggregate(fcinfo)))
		return s;
	return resize(s, s->nentries, true);
}

/* Months since the year 0. */
static int
month_of(DateADT date)
{
	int			year,
				month,
				day;

	j2date(date + POSTGRES_EPOCH_JDATE, &year, &month, &day);
	return year * 12 + month - 1;
}

static DateADT
first_day(int month)
{
	return date2j(month / 12, month % 12 + 1, 1) - POSTGRES_EPOCH_JDATE;
}

static bool
comes_before(const Entry *a, const Entry *b)
{
	return a->vintage != b->vintage ? a->vintage < b->vintage : a->month < b->month;
}

/* Add accounts to an entry, made when it is not there yet; *s may become a new one. */
static void
add_entry(VintageSummary **s, Entry add)
{
	uint32		low = 0;
	uint32		high = (*s)->nentries;
	Entry	   *entry;

	while (low < high)
	{
		uint32		middle = (low + high) / 2;

		if (comes_before(&entries_of(*s)[middle], &add))
			low = middle + 1;
		else
			high = middle;
	}
	entry = entries_of(*s) + low;
	if (low < (*s)->nentries && !comes_before(&add, entry))
	{
		entry->accounts += add.accounts;
		if (unlikely(entry->accounts > MOST_ACCOUNTS))
			ereport(ERROR,
					(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
					 errmsg("a vintage can have at most 2^55 accounts")));
		return;
	}
	if ((*s)->nentries == MOST_ENTRIES)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a vintage_summary can hold at most %d months of vintages", MOST_ENTRIES),
				 errhint("Summarise fewer years at once.")));
	if ((*s)->nentries == (*s)->capacity)
		*s = resize(*s, Max(8, 2 * (*s)->capacity), true);
	entry = entries_of(*s) + low;
	memmove(entry + 1, entry, ((*s)->nentries - low) * sizeof(Entry));
	*entry = add;
	(*s)->nentries++;
}

/* One as_of for all rows. */
static void
set_as_of(VintageSummary *s, DateADT as_of)
{
	if (s->nentries > 0 && s->as_of != as_of)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("as_of changes from %s to %s within an aggregate", cv_date_text(s->as_of), cv_date_text(as_of)),
				 errhint("Give one date for all rows, up to which events are known.")));
	s->as_of = as_of;
}

static DateADT
date_arg(FunctionCallInfo fcinfo, int argno, const char *name)
{
	DateADT		date = PG_GETARG_DATEADT(argno);

	if (DATE_NOT_FINITE(date) || month_of(date) < FIRST_VINTAGE || month_of(date) > LAST_VINTAGE)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be a date of the years 1 to 9999, not %s", name, cv_date_text(date))));
	return date;
}

/* The month of an account's opening, which must go with as_of. */
static int
opened_arg(FunctionCallInfo fcinfo, int argno, DateADT as_of)
{
	DateADT		opened = date_arg(fcinfo, argno, "opened");
	int			age = month_of(as_of) - month_of(opened);

	if (opened > as_of || age > MOST_MONTHS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("opened is %s, %s as_of, %s", cv_date_text(opened), opened > as_of ? "after" :
					"more than 1200 months before", cv_date_text(as_of)),
				 errhint("Leave such accounts out.")));
	return month_of(opened);
}

PG_FUNCTION_INFO_V1(vintage_add);

/*
 * vintage_add(vintage_summary, opened date, event_month integer, as_of date) -> vintage_summary
 *
 * Transition function of vintage_agg: one account more; event_month NULL means none until as_of.
 * Without opened or as_of the row is ignored.  Errors: 22023 for opened after as_of or over 1,200
 * months before it, an event_month below 0 or after as_of, an as_of that changes; 54000 beyond
 * 131,072 months of vintages.
 */
Datum
vintage_add(PG_FUNCTION_ARGS)
{
	VintageSummary *s;
	DateADT		as_of;
	int			vintage;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (PG_ARGISNULL(1) || PG_ARGISNULL(3))
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	as_of = date_arg(fcinfo, 3, "as_of");
	vintage = opened_arg(fcinfo, 1, as_of);
	s = writable_state(fcinfo);
	set_as_of(s, as_of);
	add_entry(&s, (Entry) {vintage, ALL_ACCOUNTS, 1});
	if (!PG_ARGISNULL(2))
	{
		int32		month = PG_GETARG_INT32(2);

		if (month < 0 || month > month_of(as_of) - vintage)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("event_month must be from 0 to %d for an account opened in the month of %s, not %d",
						month_of(as_of) - vintage,
							cv_date_text(first_day(vintage)), month),
					 errhint("It counts months after the opening; an event after as_of is not known yet: NULL.")));
		add_entry(&s, (Entry) {vintage, month, 1});
	}
	return cv_state_return(fcinfo, s, &vintage_type);
}

PG_FUNCTION_INFO_V1(vintage_merge);

/*
 * vintage_merge(vintage_summary, vintage_summary) -> vintage_summary
 *
 * The accounts of both: combine function, and transition function of rollup.  Errors: 22023 for
 * another as_of, 54000 as adding.
 */
Datum
vintage_merge(PG_FUNCTION_ARGS)
{
	VintageSummary *s = writable_state(fcinfo);
	VintageSummary *other = vintage_arg(fcinfo, 1);

	if (other->nentries > 0)
		set_as_of(s, other->as_of);
	for (uint32 i = 0; i < other->nentries; i++)
	{
		CV_BREATHE_OFTEN(i);
		add_entry(&s, entries_of(other)[i]);
	}
	return cv_state_return(fcinfo, s, &vintage_type);
}

PG_FUNCTION_INFO_V1(vintage_pack);

/* vintage_pack(vintage_summary): final function, the form that is stored. */
Datum
vintage_pack(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(pack(vintage_arg(fcinfo, 0)));
}

/* What is wrong with a value that came in, or NULL. */
static const char *
complaint_of(const VintageSummary *s)
{
	int			as_of = s->nentries > 0 ? month_of(s->as_of) : 0;
	int64		rest = 0;

	for (uint32 i = 0; i < s->nentries; i++)
	{
		const Entry *e = &entries_of(s)[i];

		if ((i > 0 && !comes_before(e - 1, e)) || e->accounts < 1 || e->accounts > MOST_ACCOUNTS)
			return "vintages and months must rise, and their numbers must be from 1 to 2^55";
		if (e->vintage < FIRST_VINTAGE || e->vintage > as_of || as_of - e->vintage > MOST_MONTHS ||
			e->month > as_of - e->vintage || e->month < ALL_ACCOUNTS)
			return "vintages and their months must not be after as_of, nor 1200 months before it";
		if ((i == 0 || e[-1].vintage != e->vintage) && e->month != ALL_ACCOUNTS)
			return "a vintage must have accounts";
		rest = e->month == ALL_ACCOUNTS ? e->accounts : rest - e->accounts;
		if (rest < 0)
			return "a vintage must not have more events than accounts";
	}
	return NULL;
}

static const VintageSummary no_accounts = {.version = VINTAGE_VERSION};

/*
 * Text form: v1 as_of vintage:accounts:month=events,... ...; dates as 2025-01-31, vintages as
 * 2025-01; v1 without accounts.
 */
static int64
scan_number(const char *text, const char **at, int64 most)
{
	int64		x = 0;
	const char *from = *at;

	for (; **at >= '0' && **at <= '9' && x <= most; ++*at)
		x = x * 10 + (**at - '0');
	if (*at == from || x > most)
		cv_bad_text(&vintage_type, text, "numbers must be whole, and not too large");
	return x;
}

/* A year and a month, as months since the year 0. */
static int
scan_vintage(const char *text, const char **at)
{
	const char *from = *at;
	int64		year = scan_number(text, at, 9999);
	int64		month;

	if (*at - from != 4 || year < 1 || !cv_scan_char(at, '-'))
		cv_bad_text(&vintage_type, text, "a date must be like 2025-01-31, and a vintage like 2025-01");
	from = *at;
	month = scan_number(text, at, 12);
	if (*at - from != 2 || month < 1)
		cv_bad_text(&vintage_type, text, "a date must be like 2025-01-31, and a vintage like 2025-01");
	return (int) (year * 12 + month - 1);
}

static DateADT
scan_date(const char *text, const char **at)
{
	int			month = scan_vintage(text, at);
	const char *from = *at + 1;
	int64		day;

	if (!cv_scan_char(at, '-'))
		cv_bad_text(&vintage_type, text, "a date must be like 2025-01-31");
	day = scan_number(text, at, 31);
	if (*at - from != 2 || day < 1 || first_day(month) + day > first_day(month + 1))
		cv_bad_text(&vintage_type, text, "a date must be like 2025-01-31");
	return first_day(month) + (int) day - 1;
}

/* At the end: what comes in must rise anyway. */
static void
append_entry(const char *text, VintageSummary **s, Entry entry)
{
	if ((*s)->nentries > 0 && !comes_before(&entries_of(*s)[(*s)->nentries - 1], &entry))
		cv_bad_text(&vintage_type, text, "vintages and months must rise");
	add_entry(s, entry);
}

static void
scan_entries(const char *text, const char **at, VintageSummary **s)
{
	int			vintage = scan_vintage(text, at);

	if (!cv_scan_char(at, ':'))
		cv_bad_text(&vintage_type, text, "a vintage must have accounts");
	append_entry(text, s, (Entry) {vintage, ALL_ACCOUNTS, scan_number(text, at, MOST_ACCOUNTS)});
	for (char c = ':'; cv_scan_char(at, c); c = ',')
	{
		int64		month = scan_number(text, at, MOST_MONTHS);

		if (!cv_scan_char(at, '='))
			cv_bad_text(&vintage_type, text, "a month must have events");
		append_entry(text, s, (Entry) {vintage, (int32) month, scan_number(text, at, MOST_ACCOUNTS)});
	}
}

PG_FUNCTION_INFO_V1(vintage_summary_in);

/* vintage_summary_in(cstring); errors: 22P02 with what is wrong, 54000 as adding. */
Datum
vintage_summary_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);
	const char *at = text + 2;
	VintageSummary *s = resize(&no_accounts, 8, true);
	const char *complaint;

	if (strncmp(text, "v1", 2) != 0)
		cv_bad_text(&vintage_type, text, "it must begin with v1");
	if (*at == '\0')
		PG_RETURN_POINTER(pack(s));
	if (!cv_scan_char(&at, ' '))
		cv_bad_text(&vintage_type, text, "as_of must come first");
	s->as_of = scan_date(text, &at);
	while (cv_scan_char(&at, ' '))
	{
		CHECK_FOR_INTERRUPTS();
		scan_entries(text, &at, &s);
	}
	if (*at != '\0' || s->nentries == 0)
		cv_bad_text(&vintage_type, text, "there must be vintages, separated by one space");
	complaint = complaint_of(s);
	if (complaint != NULL)
		cv_bad_text(&vintage_type, text, complaint);
	PG_RETURN_POINTER(pack(s));
}

PG_FUNCTION_INFO_V1(vintage_summary_out);

/* vintage_summary_out(vintage_summary): the same under every setting. */
Datum
vintage_summary_out(PG_FUNCTION_ARGS)
{
	VintageSummary *s = vintage_arg(fcinfo, 0);
	StringInfoData out;
	int			year,
				month,
				day;

	initStringInfo(&out);
	appendStringInfoString(&out, "v1");
	if (s->nentries == 0)
		PG_RETURN_CSTRING(out.data);
	j2date(s->as_of + POSTGRES_EPOCH_JDATE, &year, &month, &day);
	appendStringInfo(&out, " %04d-%02d-%02d", year, month, day);
	for (uint32 i = 0; i < s->nentries; i++)
	{
		const Entry *e = &entries_of(s)[i];

		CHECK_FOR_INTERRUPTS();
		if (e->month == ALL_ACCOUNTS)
			appendStringInfo(&out, " %04d-%02d:" INT64_FORMAT, e->vintage / 12, e->vintage % 12 + 1, e->accounts);
		else
			appendStringInfo(&out, "%c%d=" INT64_FORMAT, e[-1].month == ALL_ACCOUNTS ? ':' : ',', e->month,
				e->accounts);
	}
	PG_RETURN_CSTRING(out.data);
}

PG_FUNCTION_INFO_V1(vintage_summary_send);

/*
 * vintage_summary_send(vintage_summary): a byte of version, as_of in days since 2000 (0 without
 * accounts), the number of entries, and of each the vintage in months since the year 0, the month on
 * book (-1: all accounts) and how many.
 */
Datum
vintage_summary_send(PG_FUNCTION_ARGS)
{
	VintageSummary *s = vintage_arg(fcinfo, 0);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, VINTAGE_VERSION);
	pq_sendint32(&buf, s->nentries > 0 ? s->as_of : 0);
	pq_sendint32(&buf, s->nentries);
	for (uint32 i = 0; i < s->nentries; i++)
	{
		pq_sendint32(&buf, entries_of(s)[i].vintage);
		pq_sendint32(&buf, entries_of(s)[i].month);
		pq_sendint64(&buf, entries_of(s)[i].accounts);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

CV_COMPARE(vintage_summary_send, vintage_summary_cmp, vintage_summary_eq, vintage_summary_ne, vintage_summary_lt,
		   vintage_summary_le, vintage_summary_gt, vintage_summary_ge,
		   vintage_summary_hash, vintage_summary_hash_extended)

PG_FUNCTION_INFO_V1(vintage_summary_recv);

/* vintage_summary_recv(internal): see vintage_summary_send.  Errors: 22P03. */
Datum
vintage_summary_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	VintageSummary head = no_accounts;
	VintageSummary *s;
	uint32		n;
	const char *complaint;

	if (pq_getmsgbyte(buf) != VINTAGE_VERSION)
		cv_bad_binary("vintage_summary", "Its version is unknown.");
	head.as_of = (int32) pq_getmsgint(buf, 4);
	n = pq_getmsgint(buf, 4);
	if (n > MOST_ENTRIES || (Size) (buf->len - buf->cursor) != n * sizeof(Entry) ||
		head.as_of < first_day(FIRST_VINTAGE) || head.as_of >= first_day(LAST_VINTAGE + 1) || (n == 0 &&
			head.as_of != 0))
		cv_bad_binary("vintage_summary", "Its length does not fit its head, or as_of is not in the years 1 to 9999.");
	s = resize(&head, n, true);
	s->nentries = n;
	for (uint32 i = 0; i < n; i++)
	{
		Entry	   *e = &entries_of(s)[i];

		e->vintage = (int32) pq_getmsgint(buf, 4);
		e->month = (int32) pq_getmsgint(buf, 4);
		e->accounts = pq_getmsgint64(buf);
	}
	complaint = complaint_of(s);
	if (complaint != NULL)
		cv_bad_binary("vintage_summary", psprintf("In it, %s.", complaint));
	PG_RETURN_POINTER(pack(s));
}

/* A month on book, of one vintage or of all: accounts that are known in it, those at risk, and events. */
typedef struct OnBook
{
	int64		accounts;
	int64		at_risk;
	int64		events;
	bool		open;			/* had it not ended yet? */
} OnBook;

/* vintage 0: all of them. */
static void
put_row(CvTable *table, int vintage, int month, const OnBook *book, double cumulative)
{
	Datum		values[8];
	bool		nulls[8] = {false};

	CHECK_FOR_INTERRUPTS();
	nulls[0] = vintage == 0;
	values[0] = DateADTGetDatum(vintage == 0 ? 0 : first_day(vintage));
	values[1] = Int32GetDatum(month);
	values[2] = Int64GetDatum(book->accounts);
	values[3] = Int64GetDatum(book->at_risk);
	values[4] = Int64GetDatum(book->events);
	cv_set_number(&values[5], &nulls[5], (double) book->events / (double) book->at_risk);
	values[6] = Float8GetDatum(cumulative);
	values[7] = BoolGetDatum(!book->open);
	cv_table_row(table, values, nulls);
}

/*
 * The rows of the vintage whose entries begin at e, which are added to those of all; last_full: the
 * last month that has ended.
 */
static const Entry *
vintage_rows(CvTable *table, const Entry *e, const Entry *end, int as_of, int last_full, OnBook *all)
{
	int			vintage = e->vintage;
	OnBook		book = {e->accounts, e->accounts, 0, false};

	e++;
	for (int month = 0; month <= as_of - vintage; month++)
	{
		book.at_risk -= book.events;
		book.events = e < end && e->vintage == vintage && e->month == month ? (e++)->accounts : 0;
		book.open = vintage + month > last_full;
		put_row(table, vintage, month, &book,
			(double) (book.accounts - book.at_risk + book.events) / (double) book.accounts);
		all[month].accounts += book.accounts;
		all[month].at_risk += book.at_risk;
		all[month].events += book.events;
		all[month].open = all[month].open || book.open;
	}
	return e;
}

PG_FUNCTION_INFO_V1(vintage_table);

/*
 * vintage_table(vintage_summary) -> TABLE(vintage date, month integer, n, at_risk, events bigint,
 *		hazard, cumulative float8, complete boolean)
 *
 * For each vintage, by its first day, and then for all together (vintage NULL), the months on book
 * that are known: accounts, those without an event before, events in the month, their ratio and the
 * share with an event until its end.  Over all vintages that follows from the hazards.  complete:
 * had the month ended on as_of, for all vintages in the row?
 */
Datum
vintage_table(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	VintageSummary *s = vintage_arg(fcinfo, 0);
	const Entry *e = entries_of(s);
	const Entry *end = e + s->nentries;
	OnBook	   *all = palloc0((MOST_MONTHS + 1) * sizeof(OnBook));
	double		cumulative = 0;
	int			as_of,
				last_full;

	if (s->nentries == 0)
		PG_RETURN_NULL();
	as_of = month_of(s->as_of);
	last_full = s->as_of == first_day(as_of + 1) - 1 ? as_of : as_of - 1;
	while (e < end)
		e = vintage_rows(&table, e, end, as_of, last_full, all);
	for (int month = 0; month <= MOST_MONTHS && all[month].accounts > 0; month++)
	{
		if (all[month].at_risk > 0)
			cumulative += (1 - cumulative) * ((double) all[month].events / (double) all[month].at_risk);
		put_row(&table, 0, month, &all[month], cumulative);
	}
	PG_RETURN_NULL();
}
