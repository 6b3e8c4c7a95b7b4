/*
 * funnel_counts.c - funnel_depth_agg and funnel_table: at which step do customers leave?
 *
 * The type funnel_counts has how many customers got how far.  Counts are exact; a customer can be taken out again
 * when a window moves on.
 */
#include "affinity/core/funnel.h"
#include "pg/interval.h"
#include "pg/state.h"

#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "num/scan.h"
#include "num/interval.h"

typedef struct CvFunnelCounts
{
	int32		vl_len_;
	uint8		version;
	uint8		nsteps;			/* 0: nobody yet */
	uint16		unused;
	int64		count[CV_FUNNEL_STEPS + 1]; /* by depth; as many as there are steps, and one */
} CvFunnelCounts;

#define COUNTS_VERSION 1
#define MOST_CUSTOMERS (INT64CONST(1) << 55)

static Size
size_of(int nsteps)
{
	return offsetof(CvFunnelCounts, count) + (Size) (nsteps + 1) * sizeof(int64);
}

static bool
fits(const void *value)
{
	const CvFunnelCounts *c = value;

	return c->nsteps <= CV_FUNNEL_STEPS && VARSIZE(c) == size_of(c->nsteps);
}

static const CvStateType counts_type = {"funnel_counts", "\"v1 steps n0 n1 ...\"", COUNTS_VERSION,
										offsetof(CvFunnelCounts, count), fits, NULL};

static CvFunnelCounts *
new_counts(int nsteps)
{
	CvFunnelCounts *c = cv_state_new(&counts_type, size_of(nsteps), size_of(nsteps));

	c->nsteps = (uint8) nsteps;
	return c;
}

/* The state that a transition may write to, for this many steps. */
static CvFunnelCounts *
writable_state(FunctionCallInfo fcinfo, int nsteps)
{
	CvFunnelCounts *c = cv_state_get(PG_GETARG_DATUM(0), &counts_type);
	CvFunnelCounts *copy;

	if (c->nsteps != 0 && nsteps != 0 && c->nsteps != nsteps)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("steps changes within an aggregate, from %d to %d", c->nsteps, nsteps),
				 errhint("Give the number of steps of the funnel, the same in all rows of a group.")));
	if (cv_in_aggregate(fcinfo) && (c->nsteps != 0 || nsteps == 0))
		return c;
	copy = new_counts(Max(c->nsteps, nsteps));
	if (c->nsteps != 0)
		memcpy(copy->count, c->count, (c->nsteps + 1) * sizeof(int64));
	return copy;
}

static void
count_customers(CvFunnelCounts *c, int depth, int64 more)
{
	if (more > MOST_CUSTOMERS - c->count[depth])
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("funnel_counts can count at most " INT64_FORMAT " customers", MOST_CUSTOMERS)));
	c->count[depth] += more;
	if (c->count[depth] < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("there is no customer of depth %d to take out", depth)));
}

/* A customer more, or less. */
static Datum
take_customer(FunctionCallInfo fcinfo, int64 more)
{
	int			nsteps = cv_check_range(PG_GETARG_INT32(2), "steps", 1, CV_FUNNEL_STEPS);
	int			depth = cv_check_range(PG_GETARG_INT32(1), "depth", 0, nsteps);
	CvFunnelCounts *c = writable_state(fcinfo, nsteps);

	count_customers(c, depth, more);
	PG_RETURN_POINTER(c);
}

PG_FUNCTION_INFO_V1(funnel_counts_add);
PG_FUNCTION_INFO_V1(funnel_counts_remove);

/*
 * funnel_counts_add, funnel_counts_remove(funnel_counts, depth integer, steps integer) -> funnel_counts
 *
 * Transition and inverse transition function of funnel_depth_agg: a customer more, one less.  Errors: 22023 for steps
 * outside 1 to 64 or changing, and a depth outside 0 to steps.
 */
Datum
funnel_counts_add(PG_FUNCTION_ARGS)
{
	return take_customer(fcinfo, 1);
}

Datum
funnel_counts_remove(PG_FUNCTION_ARGS)
{
	return take_customer(fcinfo, -1);
}

PG_FUNCTION_INFO_V1(funnel_counts_merge);

/*
 * funnel_counts_merge(funnel_counts, funnel_counts) -> funnel_counts: the customers of both.  Errors: as
 * funnel_counts_add.
 */
Datum
funnel_counts_merge(PG_FUNCTION_ARGS)
{
	CvFunnelCounts *other = cv_state_get(PG_GETARG_DATUM(1), &counts_type);
	CvFunnelCounts *c = writable_state(fcinfo, other->nsteps);

	for (int depth = 0; depth <= other->nsteps && other->nsteps > 0; depth++)
		count_customers(c, depth, other->count[depth]);
	PG_RETURN_POINTER(c);
}

/* Share x / n and its interval, in three columns; NULL when n is 0. */
static void
set_share(Datum *values, bool *nulls, double x, double n, double width)
{
	CvInterval	interval = cv_wilson_interval(x, n, width);

	values[0] = Float8GetDatum(x / n);
	values[1] = Float8GetDatum(interval.low);
	values[2] = Float8GetDatum(interval.high);
	nulls[0] = nulls[1] = nulls[2] = n == 0;
}

PG_FUNCTION_INFO_V1(funnel_table);

/*
 * funnel_table(funnel_counts, confidence float8) -> TABLE(step integer, reached bigint, of_start float8, of_start_low
 *		float8, of_start_high float8, of_previous float8, of_previous_low float8, of_previous_high float8)
 *
 * How many customers reached each step, as a share of those who took the first step and of those who took the one
 * before, with Wilson's intervals.  Shares of nobody are NULL, and so is of_previous of step 1.  Errors: 22023 for
 * confidence outside 0 to 1.
 */
Datum
funnel_table(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	CvFunnelCounts *c = cv_state_get(PG_GETARG_DATUM(0), &counts_type);
	double		width = cv_normal_width(cv_confidence_arg(fcinfo, 1));
	cv_int128	reached = 0;
	double		start,
				before;

	for (int depth = 1; depth <= c->nsteps; depth++)
		reached += c->count[depth];
	start = before = (double) reached;
	for (int step = 1; step <= c->nsteps; step++)
	{
		Datum		values[8] = {Int32GetDatum(step), Int64GetDatum((int64) reached)};
		bool		nulls[8] = {false};

		set_share(values + 2, nulls + 2, (double) reached, start, width);
		set_share(values + 5, nulls + 5, (double) reached, step == 1 ? 0 : before, width);
		cv_table_row(&table, values, nulls);
		before = (double) reached;
		reached -= c->count[step];
	}
	PG_RETURN_NULL();
}

PG_FUNCTION_INFO_V1(funnel_counts_in);

/*
 * funnel_counts_in(cstring): the number of steps, and the customers of each depth from 0.  Errors: 22P02 with what is
 * wrong.
 */
Datum
funnel_counts_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);
	const char *at = text + 2;
	CvFunnelCounts *c;
	int64		nsteps = 0;

	if (strncmp(text, "v1", 2) != 0)
		cv_bad_text(&counts_type, text, "it must begin with v1");
	if (*at != '\0' && (!cv_scan_char(&at, ' ') || !cv_scan_int64(&at, &nsteps) || nsteps < 1 ||
						nsteps > CV_FUNNEL_STEPS))
		cv_bad_text(&counts_type, text, "the number of steps must be from 1 to 64");
	c = new_counts((int) nsteps);
	for (int depth = 0; depth <= nsteps && nsteps > 0; depth++)
	{
		if (!cv_scan_char(&at, ' ') || !cv_scan_int64(&at, &c->count[depth]) || c->count[depth] < 0 ||
			c->count[depth] > MOST_CUSTOMERS)
			cv_bad_text(&counts_type, text, "one count from 0 to 2^55 must follow for each depth");
	}
	if (*at != '\0')
		cv_bad_text(&counts_type, text, "there must be one count more than steps");
	PG_RETURN_POINTER(c);
}

PG_FUNCTION_INFO_V1(funnel_counts_out);

/* funnel_counts_out(funnel_counts): see funnel_counts_in. */
Datum
funnel_counts_out(PG_FUNCTION_ARGS)
{
	CvFunnelCounts *c = cv_state_get(PG_GETARG_DATUM(0), &counts_type);
	StringInfoData out;

	initStringInfo(&out);
	appendStringInfoString(&out, "v1");
	if (c->nsteps > 0)
		appendStringInfo(&out, " %d", c->nsteps);
	for (int depth = 0; depth <= c->nsteps && c->nsteps > 0; depth++)
		appendStringInfo(&out, " " INT64_FORMAT, c->count[depth]);
	PG_RETURN_CSTRING(out.data);
}

PG_FUNCTION_INFO_V1(funnel_counts_send);

/* funnel_counts_send(funnel_counts): bytes of version and steps, and the counts. */
Datum
funnel_counts_send(PG_FUNCTION_ARGS)
{
	CvFunnelCounts *c = cv_state_get(PG_GETARG_DATUM(0), &counts_type);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, COUNTS_VERSION);
	pq_sendbyte(&buf, c->nsteps);
	for (int depth = 0; depth <= c->nsteps && c->nsteps > 0; depth++)
		pq_sendint64(&buf, c->count[depth]);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

PG_FUNCTION_INFO_V1(funnel_counts_recv);

/* funnel_counts_recv(internal): see funnel_counts_send.  Errors: 22P03. */
Datum
funnel_counts_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	CvFunnelCounts *c;
	int			nsteps;

	if (pq_getmsgbyte(buf) != COUNTS_VERSION)
		cv_bad_binary(counts_type.name, "Its version is unknown.");
	nsteps = pq_getmsgbyte(buf);
	if (nsteps > CV_FUNNEL_STEPS)
		cv_bad_binary(counts_type.name, "It has more than 64 steps.");
	c = new_counts(nsteps);
	for (int depth = 0; depth <= nsteps && nsteps > 0; depth++)
	{
		c->count[depth] = pq_getmsgint64(buf);
		if (c->count[depth] < 0 || c->count[depth] > MOST_CUSTOMERS)
			cv_bad_binary(counts_type.name, "A count is out of range.");
	}
	PG_RETURN_POINTER(c);
}

CV_COMPARE(funnel_counts_send, funnel_counts_cmp, funnel_counts_eq, funnel_counts_ne, funnel_counts_lt,
		   funnel_counts_le, funnel_counts_gt, funnel_counts_ge,
		   funnel_counts_hash, funnel_counts_hash_extended)
