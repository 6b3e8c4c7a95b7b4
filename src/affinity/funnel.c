/*
 * funnel.c - funnel_agg, funnel_depth and window_funnel: how far did this customer get?
 *
 * The type funnel_summary has the events of one customer: when, and which steps of the funnel each is.  It holds them
 * all, 16 bytes each and up to twice that while it grows, a few bytes when stored, at most MOST_EVENTS.  Time and
 * mode belong to the question, not to the events; only window_funnel, which asks at once, keeps them.
 */
#include "affinity/core/funnel.h"
#include "pg/duration.h"
#include "pg/state.h"

#include "datatype/timestamp.h"
#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "num/scan.h"
#include "num/varint.h"
#include "utils/array.h"
#include "utils/timestamp.h"

/*
 * Behind the head follow, growing: events in the order they came, capacity of them.  Packed: in order of time and
 * then of steps, the distance in time from the one before (of the first: its time, the sign in the lowest bit) and
 * the steps as a number, in bytes of seven bits; capacity is the number of bytes.
 */
typedef struct CvFunnel
{
	int32		vl_len_;
	uint8		version;
	bool		growing;
	uint8		nsteps;			/* 0: no events yet */
	int8		mode;			/* of window_funnel; or NO_MODE */
	int64		within;			/* of window_funnel */
	int32		n;
	int32		capacity;
} CvFunnel;

#define FUNNEL_VERSION 1
#define HEAD sizeof(CvFunnel)
#define MOST_EVENTS (1 << 24)	/* 256 MB */
#define NO_MODE (-1)
#define ALL_MODES 15

static CvFunnelEvent *
grown_events(const CvFunnel *f)
{
	return (CvFunnelEvent *) (f + 1);
}

static Size
size_of(bool growing, Size capacity)
{
	return HEAD + capacity * (growing ? sizeof(CvFunnelEvent) : 1);
}

static bool
fits(const void *value)
{
	const CvFunnel *f = value;

	return f->n >= 0 && f->n <= MOST_EVENTS && f->capacity >= 0 && (!f->growing || f->n <= f->capacity) &&
		f->nsteps <= CV_FUNNEL_STEPS && f->mode >= NO_MODE && f->mode <= ALL_MODES && f->within >= 0 &&
		VARSIZE(f) == size_of(f->growing, f->capacity);
}

static void *pack(void *value);

static const CvStateType funnel_type = {"funnel_summary", "\"v1 steps [within=us mode=name] microseconds:01... ...\"",
										FUNNEL_VERSION, HEAD, fits, pack};

static CvFunnel *
new_funnel(const CvFunnel *like, bool growing, Size capacity)
{
	CvFunnel   *f = cv_state_new(&funnel_type, size_of(growing, capacity), HEAD);

	f->growing = growing;
	f->nsteps = like->nsteps;
	f->mode = like->mode;
	f->within = like->within;
	f->capacity = (int32) capacity;
	return f;
}

/* The events of a packed summary, into room for them; false when it is not well formed. */
static bool
unpack(const CvFunnel *f, CvFunnelEvent *event)
{
	const uint8 *at = (const uint8 *) (f + 1);
	const uint8 *end = at + f->capacity;

	for (int i = 0; i < f->n; i++)
	{
		cv_uint128	time,
					steps;
		cv_int128	when;

		CV_BREATHE(i);
		if ((at = cv_get_varint(at, end, &time)) == NULL || (at = cv_get_varint(at, end, &steps)) == NULL ||
			time >> 66 != 0 || steps >> 64 != 0)
			return false;
		when = i == 0 ? cv_unfold_sign(time) : (cv_int128) event[i - 1].at + (cv_int128) time;
		if (when <= PG_INT64_MIN || when >= PG_INT64_MAX || (f->nsteps < 64 && steps >> f->nsteps != 0))
			return false;
		event[i] = (CvFunnelEvent) {(int64) when, (uint64) steps};
		if (i > 0 && event[i].at == event[i - 1].at && event[i].steps < event[i - 1].steps)
			return false;
	}
	return at == end;
}

/* The events in order. */
static CvFunnelEvent *
ordered_events(const CvFunnel *f)
{
	CvFunnelEvent *event;

	/* Not before the number of events is known to be in the value. */
	if (!f->growing && f->n > f->capacity)
		cv_bad_value(&funnel_type);
	event = cv_alloc((f->growing ? 2 : 1) * (Size) f->n * sizeof(CvFunnelEvent));
	if (f->growing)
	{
		memcpy(event, grown_events(f), f->n * sizeof(CvFunnelEvent));
		cv_funnel_sort(event, event + f->n, f->n);
	}
	else if (!unpack(f, event))
		cv_bad_value(&funnel_type);
	return event;
}

/* The form that is stored. */
static void *
pack(void *value)
{
	CvFunnel   *f = value;
	CvFunnel   *packed;
	CvFunnelEvent *event;
	uint8	   *bytes,
			   *at;

	if (!f->growing)
		return f;
	cv_check_text_size(funnel_type.name, (Size) f->n * (f->nsteps + 23), "It is of one customer: use GROUP BY.");
	event = ordered_events(f);
	at = bytes = cv_alloc((Size) f->n * 2 * CV_VARINT_BYTES);
	for (int i = 0; i < f->n; i++)
	{
		CV_BREATHE(i);
		at = cv_put_varint(at, i == 0 ? cv_fold_sign(event[i].at) :
						   (cv_uint128) ((cv_int128) event[i].at - event[i - 1].at));
		at = cv_put_varint(at, event[i].steps);
	}
	packed = new_funnel(f, false, at - bytes);
	packed->n = f->n;
	memcpy(packed + 1, bytes, at - bytes);
	pfree(event);
	pfree(bytes);
	return packed;
}

/* A growing copy with room for this many events, twice what was there if that is more. */
static CvFunnel *
grow(const CvFunnel *f, int64 n)
{
	Size		size = 128;		/* powers of two, as palloc has them */
	CvFunnelEvent *event;
	CvFunnel   *copy;

	if (n > MOST_EVENTS)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a funnel_summary can hold at most %d events", MOST_EVENTS),
				 errhint("It is of one customer: use GROUP BY.")));
	while (size < size_of(true, n))
		size *= 2;
	copy = new_funnel(f, true, (size - HEAD) / sizeof(CvFunnelEvent));
	copy->n = f->n;
	if (f->growing)
		memcpy(grown_events(copy), grown_events(f), f->n * sizeof(CvFunnelEvent));
	else
	{
		event = ordered_events(f);
		memcpy(grown_events(copy), event, f->n * sizeof(CvFunnelEvent));
		pfree(event);
	}
	return copy;
}

static CvFunnel *
writable_state(FunctionCallInfo fcinfo, int64 more)
{
	CvFunnel   *f = cv_state_get(PG_GETARG_DATUM(0), &funnel_type);

	if (cv_in_aggregate(fcinfo) && f->growing && f->n + more <= f->capacity)
		return f;
	return grow(f, f->n + more);
}

/* All events of a state have the same number of steps. */
static void
set_steps(CvFunnel *f, int nsteps)
{
	if (nsteps < 1 || nsteps > CV_FUNNEL_STEPS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("steps must have 1 to %d elements, not %d", CV_FUNNEL_STEPS, nsteps),
				 errhint("Give one condition for each step: ARRAY[event = 'cart', event = 'payment'].")));
	if (f->nsteps != 0 && f->nsteps != nsteps)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("steps must have the same number of elements in all rows, not %d and then %d", f->nsteps,
						nsteps)));
	f->nsteps = (uint8) nsteps;
}

static const char *const modes[] = {"strict_order", "strict_deduplication", "strict_increase", "allow_reentry"};

static bool
is_name(const char *name, Size length, const char *of)
{
	return strlen(of) == length && memcmp(name, of, length) == 0;
}

/* One mode, or several with commas between them; -1 when one is unknown. */
static int
read_mode(const char *name, Size length)
{
	const char *end = name + length;
	int			mode = CV_FUNNEL_BASIC;

	if (is_name(name, length, "basic"))
		return mode;
	for (;;)
	{
		const char *comma = memchr(name, ',', end - name);
		int			found = 0;

		for (int i = 0; i < (int) lengthof(modes); i++)
		{
			if (is_name(name, (comma != NULL ? comma : end) - name, modes[i]))
				found = 1 << i;
		}
		if (found == 0)
			return -1;
		mode |= found;
		if (comma == NULL)
			return mode;
		name = comma + 1;
	}
}

/* Read in each row, so without a copy. */
static int
mode_arg(FunctionCallInfo fcinfo, int argno)
{
	text	   *name = PG_GETARG_TEXT_PP(argno);
	int			mode = read_mode(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));

	if (mode < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("mode must be 'basic', 'strict_order', 'strict_deduplication', 'strict_increase' or "
						"'allow_reentry', not '%s'", text_to_cstring(name)),
				 errhint("Several can be given with commas between them: 'strict_order,strict_increase'.")));
	return mode;
}

/* The parameters of window_funnel are one for all rows. */
static void
set_question(CvFunnel *f, int64 within, int mode)
{
	if (f->mode != NO_MODE && (f->mode != mode || f->within != within))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s changes within an aggregate", f->mode != mode ? "mode" : "within"),
				 errhint("Give one time and mode for all rows; for several, read them from one funnel_agg.")));
	f->mode = (int8) mode;
	f->within = within;
}

/* The true elements of an array, the first in the lowest bit; NULL is false. */
static uint64
steps_of(ArrayType *array, int *nsteps)
{
	const uint8 *nulls = ARR_NULLBITMAP(array);
	const bool *element = (const bool *) ((const char *) array +
										  (ARR_HASNULL(array) ? (Size) array->dataoffset :
										   ARR_OVERHEAD_NONULLS(ARR_NDIM(array))));
	uint64		steps = 0;

	*nsteps = ArrayGetNItems(ARR_NDIM(array), ARR_DIMS(array));
	for (int i = 0; i < *nsteps && i < CV_FUNNEL_STEPS; i++)
	{
		if (nulls != NULL && !(nulls[i / 8] & (1 << (i % 8))))
			continue;
		steps |= (uint64) (*element++ != 0) << i;
	}
	return steps;
}

/* Does an event that is no step matter?  Not to modes that let anything come in between. */
static bool
needs_all_events(const CvFunnel *f)
{
	return f->mode == NO_MODE || (f->mode & (CV_FUNNEL_STRICT_ORDER | CV_FUNNEL_ALLOW_REENTRY)) != 0;
}

/* An event in arguments argno and argno + 1. */
static void
append_event(FunctionCallInfo fcinfo, CvFunnel *f, int argno)
{
	Timestamp	at = PG_GETARG_TIMESTAMP(argno);
	int			nsteps;
	uint64		steps = steps_of(PG_GETARG_ARRAYTYPE_P(argno + 1), &nsteps);

	if (TIMESTAMP_NOT_FINITE(at))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("at must be a finite time, not %s", TIMESTAMP_IS_NOBEGIN(at) ? "-infinity" : "infinity"),
				 errhint("Leave such rows out, or turn the value into NULL.")));
	set_steps(f, nsteps);
	if (steps != 0 || needs_all_events(f))
		grown_events(f)[f->n++] = (CvFunnelEvent) {at, steps};
}

PG_FUNCTION_INFO_V1(funnel_add);

/*
 * funnel_add(funnel_summary, at timestamptz | timestamp, steps boolean[]) -> funnel_summary
 *
 * Transition function of funnel_agg: an event more.  A NULL among steps is false.  Errors: 22023 for an infinite time
 * and for steps that are none, more than 64, or not as many as in the rows before; 54000 beyond 2^24 events.
 */
Datum
funnel_add(PG_FUNCTION_ARGS)
{
	CvFunnel   *f = writable_state(fcinfo, 1);

	append_event(fcinfo, f, 1);
	return cv_state_return(fcinfo, f, &funnel_type);
}

PG_FUNCTION_INFO_V1(funnel_ask);

/*
 * funnel_ask(funnel_summary, within interval, mode text, at timestamptz | timestamp, steps boolean[]) ->
 * funnel_summary
 *
 * Transition function of window_funnel: an event more, and what will be asked.  Errors: those of funnel_add, and
 * 22023 for parameters that change, an unknown mode and a time with months.
 */
Datum
funnel_ask(PG_FUNCTION_ARGS)
{
	CvFunnel   *f = writable_state(fcinfo, 1);

	set_question(f, cv_duration_arg(fcinfo, 1, "within"), mode_arg(fcinfo, 2));
	append_event(fcinfo, f, 3);
	return cv_state_return(fcinfo, f, &funnel_type);
}

PG_FUNCTION_INFO_V1(funnel_merge);

/*
 * funnel_merge(funnel_summary, funnel_summary) -> funnel_summary: the events of both.  Errors: as funnel_add and
 * funnel_ask.
 */
Datum
funnel_merge(PG_FUNCTION_ARGS)
{
	CvFunnel   *other = cv_state_get(PG_GETARG_DATUM(1), &funnel_type);
	CvFunnel   *f = writable_state(fcinfo, other->n);
	CvFunnelEvent *event = ordered_events(other);

	if (other->nsteps != 0)
		set_steps(f, other->nsteps);
	if (other->mode != NO_MODE)
		set_question(f, other->within, other->mode);
	memcpy(grown_events(f) + f->n, event, other->n * sizeof(CvFunnelEvent));
	f->n += other->n;
	pfree(event);
	return cv_state_return(fcinfo, f, &funnel_type);
}

PG_FUNCTION_INFO_V1(funnel_pack);

/* funnel_pack(funnel_summary): final function, the form that is stored. */
Datum
funnel_pack(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(pack(cv_state_get(PG_GETARG_DATUM(0), &funnel_type)));
}

static Datum
depth_of(FunctionCallInfo fcinfo, const CvFunnel *f, int64 within, int mode)
{
	CvFunnelEvent *event = ordered_events(f);
	int			depth = cv_funnel_depth(event, f->n, f->nsteps, within, mode);

	pfree(event);
	if (f->nsteps == 0)
		PG_RETURN_NULL();
	PG_RETURN_INT32(depth);
}

PG_FUNCTION_INFO_V1(funnel_depth);

/*
 * funnel_depth(funnel_summary, within interval, mode text) -> integer
 *
 * The most steps that were taken in order within this time from the first of them, from 0 to the number of steps;
 * NULL without events.  mode: 'basic'; 'strict_order': the first event after a start that is no step, or one whose
 * step before was not taken, ends it; 'strict_deduplication': so does a step after the first that is taken again;
 * 'strict_increase': each step is later than the one before; 'allow_reentry': strict_order, but a step that comes too
 * early is passed over.  Errors: 22023 for another mode, and a time that is negative or has months.
 */
Datum
funnel_depth(PG_FUNCTION_ARGS)
{
	return depth_of(fcinfo, cv_state_get(PG_GETARG_DATUM(0), &funnel_type), cv_duration_arg(fcinfo, 1, "within"),
					mode_arg(fcinfo, 2));
}

PG_FUNCTION_INFO_V1(window_funnel_final);

/* window_funnel_final(funnel_summary) -> integer: final function of window_funnel, see funnel_depth. */
Datum
window_funnel_final(PG_FUNCTION_ARGS)
{
	CvFunnel   *f = cv_state_get(PG_GETARG_DATUM(0), &funnel_type);

	return depth_of(fcinfo, f, f->within, Max(f->mode, CV_FUNNEL_BASIC));
}

/*
 * Text form: v1 steps within=us mode=name time:01 ..., time in microseconds from 2000-01-01 (UTC), and of each step
 * from the first one whether the event is it.  within and mode are there only where window_funnel collects, which
 * may keep no event.
 */
static void
print_mode(StringInfo out, int mode)
{
	const char *separator = "";

	if (mode == CV_FUNNEL_BASIC)
		appendStringInfoString(out, "basic");
	for (int i = 0; i < (int) lengthof(modes); i++)
	{
		if (mode >> i & 1)
		{
			appendStringInfo(out, "%s%s", separator, modes[i]);
			separator = ",";
		}
	}
}

PG_FUNCTION_INFO_V1(funnel_summary_out);

/* funnel_summary_out(funnel_summary): see above; the same under every setting. */
Datum
funnel_summary_out(PG_FUNCTION_ARGS)
{
	CvFunnel   *f = cv_state_get(PG_GETARG_DATUM(0), &funnel_type);
	CvFunnelEvent *event = ordered_events(f);
	StringInfoData out;

	initStringInfo(&out);
	appendStringInfoString(&out, "v1");
	if (f->nsteps > 0)
		appendStringInfo(&out, " %d", f->nsteps);
	if (f->nsteps > 0 && f->mode != NO_MODE)
	{
		appendStringInfo(&out, " within=" INT64_FORMAT " mode=", f->within);
		print_mode(&out, f->mode);
	}
	for (int i = 0; i < f->n; i++)
	{
		CHECK_FOR_INTERRUPTS();
		appendStringInfo(&out, " " INT64_FORMAT ":", event[i].at);
		for (int k = 0; k < f->nsteps; k++)
			appendStringInfoChar(&out, event[i].steps >> k & 1 ? '1' : '0');
	}
	PG_RETURN_CSTRING(out.data);
}

static void
scan_question(const char *text, const char **at, CvFunnel *f)
{
	const char *mode_name;

	if (strncmp(*at, " within=", 8) != 0)
		return;
	*at += 8;
	if (!cv_scan_int64(at, &f->within) || f->within < 0 || strncmp(*at, " mode=", 6) != 0)
		cv_bad_text(&funnel_type, text, "within must be a number from 0 up, and mode must follow");
	mode_name = *at + 6;
	*at = mode_name + strcspn(mode_name, " ");
	f->mode = (int8) read_mode(mode_name, *at - mode_name);
	if (f->mode < 0)
		cv_bad_text(&funnel_type, text, "mode must be known");
}

static bool
scan_event(const char **at, int nsteps, CvFunnelEvent *event)
{
	event->steps = 0;
	if (!cv_scan_int64(at, &event->at) || event->at == PG_INT64_MIN || event->at == PG_INT64_MAX ||
		!cv_scan_char(at, ':'))
		return false;
	for (int k = 0; k < nsteps; k++, ++*at)
	{
		if (**at != '0' && **at != '1')
			return false;
		event->steps |= (uint64) (**at == '1') << k;
	}
	return true;
}

PG_FUNCTION_INFO_V1(funnel_summary_in);

/* funnel_summary_in(cstring); errors: 22P02 with what is wrong. */
Datum
funnel_summary_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);
	const char *at = text + 2;
	CvFunnel	like = {.mode = NO_MODE};
	CvFunnel   *f;
	int64		nsteps = 0;

	if (strncmp(text, "v1", 2) != 0)
		cv_bad_text(&funnel_type, text, "it must begin with v1");
	if (*at != '\0')
	{
		if (!cv_scan_char(&at, ' ') || !cv_scan_int64(&at, &nsteps) || nsteps < 1 || nsteps > CV_FUNNEL_STEPS)
			cv_bad_text(&funnel_type, text, "the number of steps must be from 1 to 64");
		like.nsteps = (uint8) nsteps;
		scan_question(text, &at, &like);
	}
	f = new_funnel(&like, true, 4);
	while (cv_scan_char(&at, ' '))
	{
		CHECK_FOR_INTERRUPTS();
		if (f->n == f->capacity)
			f = grow(f, (int64) f->n + 1);
		if (!scan_event(&at, f->nsteps, &grown_events(f)[f->n++]))
			cv_bad_text(&funnel_type, text,
						"an event must be its time in microseconds, a colon, and 0 or 1 for each step");
	}
	if (*at != '\0' || (f->nsteps > 0 && f->n == 0 && needs_all_events(f)))
		cv_bad_text(&funnel_type, text, "there must be events, separated by one space");
	PG_RETURN_POINTER(pack(f));
}

PG_FUNCTION_INFO_V1(funnel_summary_send);

/*
 * funnel_summary_send(funnel_summary): bytes of version, steps and mode, within, number of events, and the packed
 * bytes.
 */
Datum
funnel_summary_send(PG_FUNCTION_ARGS)
{
	CvFunnel   *f = pack(cv_state_get(PG_GETARG_DATUM(0), &funnel_type));
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, FUNNEL_VERSION);
	pq_sendbyte(&buf, f->nsteps);
	pq_sendbyte(&buf, f->mode);
	pq_sendint64(&buf, f->within);
	pq_sendint32(&buf, f->n);
	pq_sendbytes(&buf, (char *) (f + 1), f->capacity);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

PG_FUNCTION_INFO_V1(funnel_summary_recv);

/* funnel_summary_recv(internal): see funnel_summary_send; nothing is trusted.  Errors: 22P03. */
Datum
funnel_summary_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	CvFunnel	like = {.mode = NO_MODE};
	CvFunnel   *f;
	int			bytes;
	int32		n;

	if (pq_getmsgbyte(buf) != FUNNEL_VERSION)
		cv_bad_binary(funnel_type.name, "Its version is unknown.");
	like.nsteps = (uint8) pq_getmsgbyte(buf);
	like.mode = (int8) pq_getmsgbyte(buf);
	like.within = pq_getmsgint64(buf);
	n = (int32) pq_getmsgint(buf, 4);
	bytes = buf->len - buf->cursor;
	if (like.nsteps > CV_FUNNEL_STEPS || like.mode < NO_MODE || like.mode > ALL_MODES || like.within < 0 ||
		(like.mode == NO_MODE && like.within != 0) || n < 0 || n > MOST_EVENTS || n > bytes ||
		(like.nsteps == 0 && (n > 0 || like.mode != NO_MODE)) ||
		(like.nsteps > 0 && n == 0 && needs_all_events(&like)))
		cv_bad_binary(funnel_type.name, "Its head is out of range.");
	f = new_funnel(&like, false, bytes);
	f->n = n;
	memcpy(f + 1, pq_getmsgbytes(buf, bytes), bytes);
	if (!unpack(f, cv_alloc(n * sizeof(CvFunnelEvent))))
		cv_bad_binary(funnel_type.name, "Its events are not well formed.");
	PG_RETURN_POINTER(pack(grow(f, f->n)));
}

CV_COMPARE(funnel_summary_send, funnel_summary_cmp, funnel_summary_eq, funnel_summary_ne, funnel_summary_lt,
		   funnel_summary_le, funnel_summary_gt, funnel_summary_ge,
		   funnel_summary_hash, funnel_summary_hash_extended)
