/*
 * follow.c - follow_agg and follow_rate: does one thing follow the other, within a time?
 *
 * Of those who started, only they can be judged whose time is over by the as-of date: to count the others as not
 * (yet) followed makes the rate fall with every start of last month.  The type follow_summary has the question, how
 * many started, how many of them can be judged, and how many of these were followed.  Exact counts, so a row can be
 * taken out again when a window moves on.
 */
#include "pg/duration.h"
#include "pg/interval.h"
#include "pg/state.h"

#include "catalog/pg_type.h"
#include "datatype/timestamp.h"
#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "num/scan.h"
#include "num/interval.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/timestamp.h"

typedef struct CvFollow
{
	int32		vl_len_;
	uint8		version;
	bool		asked;			/* there was a row */
	uint16		unused;
	int32		as_of;			/* date */
	int32		unused2;
	int64		within;			/* microseconds */
	int64		starts;
	int64		judged;			/* whose time is over */
	int64		followed;
} CvFollow;

#define FOLLOW_VERSION 1
#define MOST_STARTS (INT64CONST(1) << 53)

static bool
fits(const void *value)
{
	const CvFollow *f = value;

	return VARSIZE(f) == sizeof(CvFollow) && f->followed >= 0 && f->followed <= f->judged && f->judged <= f->starts &&
		f->within >= 0;
}

static const CvStateType follow_type = {"follow_summary", "\"v1 within=us as_of=date starts judged followed\"",
										FOLLOW_VERSION, sizeof(CvFollow), fits, NULL};

static CvFollow *
new_follow(void)
{
	return cv_state_new(&follow_type, sizeof(CvFollow), sizeof(CvFollow));
}

/* The state that a transition may write to. */
static CvFollow *
writable_state(FunctionCallInfo fcinfo)
{
	CvFollow   *f = cv_state_get(PG_GETARG_DATUM(0), &follow_type);
	CvFollow   *copy;

	if (cv_in_aggregate(fcinfo))
		return f;
	copy = new_follow();
	memcpy(copy, f, sizeof(CvFollow));
	return copy;
}

static void
ask(CvFollow *f, int64 within, int32 as_of)
{
	if (f->asked && (f->within != within || f->as_of != as_of))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s changes within an aggregate", f->within != within ? "within" : "as_of"),
				 errhint("Give one time and one date for all rows of a group.")));
	f->asked = true;
	f->within = within;
	f->as_of = as_of;
}

static DateADT
date_arg(FunctionCallInfo fcinfo, int argno, const char *name)
{
	DateADT		date = PG_GETARG_DATEADT(argno);

	if (DATE_NOT_FINITE(date))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be a finite date, not %s", name, DATE_IS_NOBEGIN(date) ? "-infinity" : "infinity"),
				 errhint("Leave such rows out, or turn the value into NULL.")));
	return date;
}

/* Are two dates no further apart than a time? */
static bool
is_within(DateADT from, DateADT to, int64 within)
{
	return ((int64) to - from) * USECS_PER_DAY <= within;
}

static void
count_starts(CvFollow *f, int64 starts, int64 judged, int64 followed)
{
	if (starts > MOST_STARTS - f->starts)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a follow_summary can count at most " INT64_FORMAT " starts", MOST_STARTS)));
	f->starts += starts;
	f->judged += judged;
	f->followed += followed;
	if (!fits(f))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("there is no such start to take out")));
}

/* A row more, or less. */
static Datum
take_start(FunctionCallInfo fcinfo, int64 more)
{
	CvFollow   *f;
	DateADT		started,
				as_of;
	int64		within;
	bool		judged,
				followed = false;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (PG_ARGISNULL(1) || PG_ARGISNULL(3) || PG_ARGISNULL(4))
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	started = date_arg(fcinfo, 1, "started");
	cv_check_days(PG_GETARG_INTERVAL_P(3), "within");
	within = cv_duration_arg(fcinfo, 3, "within");
	as_of = date_arg(fcinfo, 4, "as_of");
	judged = ((int64) as_of - started) * USECS_PER_DAY >= within;
	if (!PG_ARGISNULL(2))
	{
		DateADT		when = date_arg(fcinfo, 2, "followed");

		if (when < started)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("followed must not be before started, but %s is before %s",
							cv_value_text(DateADTGetDatum(when), DATEOID),
							cv_value_text(DateADTGetDatum(started), DATEOID)),
					 errhint("Take the first one after the start: min(day) FILTER (WHERE day > started).")));
		followed = judged && is_within(started, when, within);
	}
	f = writable_state(fcinfo);
	ask(f, within, as_of);
	count_starts(f, more, judged ? more : 0, followed ? more : 0);
	if (f->starts == 0)
	{
		/* As if there had been none: another question may come. */
		f->asked = false;
		f->within = f->as_of = 0;
	}
	PG_RETURN_POINTER(f);
}

PG_FUNCTION_INFO_V1(follow_add);
PG_FUNCTION_INFO_V1(follow_remove);

/*
 * follow_add, follow_remove(follow_summary, started date, followed date, within interval, as_of date) ->
 * follow_summary
 *
 * Transition and inverse transition function of follow_agg: a start more, one less.  followed NULL: not yet; other
 * NULLs: the row is ignored.  Errors: 22023 for infinite dates, followed before started, a time that is negative or
 * has months, and parameters that change.
 */
Datum
follow_add(PG_FUNCTION_ARGS)
{
	return take_start(fcinfo, 1);
}

Datum
follow_remove(PG_FUNCTION_ARGS)
{
	return take_start(fcinfo, -1);
}

PG_FUNCTION_INFO_V1(follow_merge);

/* follow_merge(follow_summary, follow_summary) -> follow_summary: the starts of both.  Errors: as follow_add. */
Datum
follow_merge(PG_FUNCTION_ARGS)
{
	CvFollow   *f = writable_state(fcinfo);
	CvFollow   *other = cv_state_get(PG_GETARG_DATUM(1), &follow_type);

	if (other->asked)
		ask(f, other->within, other->as_of);
	count_starts(f, other->starts, other->judged, other->followed);
	PG_RETURN_POINTER(f);
}

PG_FUNCTION_INFO_V1(follow_rate);

/*
 * follow_rate(follow_summary) -> float8
 *
 * Of those whose time was over by the as-of date, the share that was followed within it.  NULL when there is none.
 */
Datum
follow_rate(PG_FUNCTION_ARGS)
{
	CvFollow   *f = cv_state_get(PG_GETARG_DATUM(0), &follow_type);

	return cv_return_number(fcinfo, (double) f->followed / (double) f->judged);
}

static Datum
rate_end(FunctionCallInfo fcinfo, bool high)
{
	CvFollow   *f = cv_state_get(PG_GETARG_DATUM(0), &follow_type);
	double		width = cv_normal_width(cv_confidence_arg(fcinfo, 1));
	CvInterval	interval;

	if (f->judged == 0)
		PG_RETURN_NULL();
	interval = cv_wilson_interval((double) f->followed, (double) f->judged, width);
	PG_RETURN_FLOAT8(high ? interval.high : interval.low);
}

PG_FUNCTION_INFO_V1(follow_rate_low);
PG_FUNCTION_INFO_V1(follow_rate_high);

/*
 * follow_rate_low, follow_rate_high(follow_summary, confidence float8) -> float8
 *
 * Ends of Wilson's interval of follow_rate.  NULL as it.  Errors: 22023 for confidence outside 0 to 1.
 */
Datum
follow_rate_low(PG_FUNCTION_ARGS)
{
	return rate_end(fcinfo, false);
}

Datum
follow_rate_high(PG_FUNCTION_ARGS)
{
	return rate_end(fcinfo, true);
}

PG_FUNCTION_INFO_V1(follow_counts);

/* follow_counts(follow_summary) -> (starts bigint, judged bigint, followed bigint) */
Datum
follow_counts(PG_FUNCTION_ARGS)
{
	CvFollow   *f = cv_state_get(PG_GETARG_DATUM(0), &follow_type);
	Datum		values[3] = {Int64GetDatum(f->starts), Int64GetDatum(f->judged), Int64GetDatum(f->followed)};
	bool		nulls[3] = {false};

	return cv_make_record(fcinfo, values, nulls);
}

PG_FUNCTION_INFO_V1(follow_summary_out);

/*
 * follow_summary_out(follow_summary): v1 within=us as_of=days starts judged followed, days from 2000-01-01; without
 * rows v1.
 */
Datum
follow_summary_out(PG_FUNCTION_ARGS)
{
	CvFollow   *f = cv_state_get(PG_GETARG_DATUM(0), &follow_type);

	if (!f->asked)
		PG_RETURN_CSTRING(psprintf("v1"));
	PG_RETURN_CSTRING(psprintf("v1 within=" INT64_FORMAT " as_of=%d " INT64_FORMAT " " INT64_FORMAT " " INT64_FORMAT,
							   f->within, f->as_of, f->starts, f->judged, f->followed));
}

/* What is wrong with numbers that came in, or NULL. */
static const char *
complaint_of(const CvFollow *f, int64 as_of)
{
	if (!IS_VALID_DATE(as_of))
		return "as_of must be a finite date";
	if (!fits(f) || f->starts > MOST_STARTS)
		return "within must be from 0 up, and starts, judged and followed must each be no more than the one before";
	return NULL;
}

PG_FUNCTION_INFO_V1(follow_summary_in);

/* follow_summary_in(cstring): see follow_summary_out.  Errors: 22P02 with what is wrong. */
Datum
follow_summary_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);
	const char *at = text + 2;
	CvFollow   *f = new_follow();
	int64		as_of = 0;

	if (strncmp(text, "v1", 2) != 0)
		cv_bad_text(&follow_type, text, "it must begin with v1");
	if (*at == '\0')
		PG_RETURN_POINTER(f);
	if (strncmp(at, " within=", 8) != 0 || (at += 8, !cv_scan_int64(&at, &f->within)) ||
		strncmp(at, " as_of=", 7) != 0 || (at += 7, !cv_scan_int64(&at, &as_of)) ||
		!cv_scan_char(&at, ' ') || !cv_scan_int64(&at, &f->starts) || !cv_scan_char(&at, ' ') ||
			!cv_scan_int64(&at, &f->judged) ||
		!cv_scan_char(&at, ' ') || !cv_scan_int64(&at, &f->followed) || *at != '\0')
		cv_bad_text(&follow_type, text, "five numbers must follow as shown");
	if (complaint_of(f, as_of) != NULL)
		cv_bad_text(&follow_type, text, complaint_of(f, as_of));
	f->as_of = (int32) as_of;
	f->asked = true;
	PG_RETURN_POINTER(f);
}

PG_FUNCTION_INFO_V1(follow_summary_send);

/*
 * follow_summary_send(follow_summary): bytes of version and whether there was a row, as_of, within, and the three
 * counts.
 */
Datum
follow_summary_send(PG_FUNCTION_ARGS)
{
	CvFollow   *f = cv_state_get(PG_GETARG_DATUM(0), &follow_type);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, FOLLOW_VERSION);
	pq_sendbyte(&buf, f->asked);
	if (f->asked)
	{
		pq_sendint32(&buf, f->as_of);
		pq_sendint64(&buf, f->within);
		pq_sendint64(&buf, f->starts);
		pq_sendint64(&buf, f->judged);
		pq_sendint64(&buf, f->followed);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

PG_FUNCTION_INFO_V1(follow_summary_recv);

/* follow_summary_recv(internal): see follow_summary_send.  Errors: 22P03. */
Datum
follow_summary_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	CvFollow   *f = new_follow();
	int			asked;

	if (pq_getmsgbyte(buf) != FOLLOW_VERSION)
		cv_bad_binary(follow_type.name, "Its version is unknown.");
	asked = pq_getmsgbyte(buf);
	if (asked > 1)
		cv_bad_binary(follow_type.name, "Its second byte must be 0 or 1.");
	if (asked == 0)
		PG_RETURN_POINTER(f);
	f->asked = true;
	f->as_of = (int32) pq_getmsgint(buf, 4);
	f->within = pq_getmsgint64(buf);
	f->starts = pq_getmsgint64(buf);
	f->judged = pq_getmsgint64(buf);
	f->followed = pq_getmsgint64(buf);
	if (complaint_of(f, f->as_of) != NULL)
		cv_bad_binary(follow_type.name, psprintf("In it, %s.", complaint_of(f, f->as_of)));
	PG_RETURN_POINTER(f);
}

CV_COMPARE(follow_summary_send, follow_summary_cmp, follow_summary_eq, follow_summary_ne, follow_summary_lt,
		   follow_summary_le, follow_summary_gt, follow_summary_ge,
		   follow_summary_hash, follow_summary_hash_extended)
