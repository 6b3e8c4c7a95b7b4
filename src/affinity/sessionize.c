/*
 * sessionize.c - which events belong to one visit?
 *
 * A visit ends where nothing happens for longer than a gap.  One pass in the window's order; 48 bytes a partition.
 */
#include "pg/duration.h"
#include "pg/window.h"

#include "datatype/timestamp.h"
#include "utils/timestamp.h"

/* What is known after a row. */
typedef struct Visits
{
	CvParameter gap;
	int64		next;			/* the row that comes next */
	int64		last_row;		/* the last one with a time, or -1 */
	int64		session;
	Timestamp	last;
} Visits;

/* The gap, once it is known; checked like any duration. */
static int64
gap_of(FunctionCallInfo fcinfo, const Visits *v)
{
	LOCAL_FCINFO(call, 1);

	InitFunctionCallInfoData(*call, NULL, 1, InvalidOid, NULL, NULL);
	call->args[0].value = v->gap.value;
	call->args[0].isnull = false;
	return cv_duration_arg(call, 0, "gap");
}

static void
refuse_order(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("sessionize needs the rows in the order of their times"),
			 errhint("Use OVER (PARTITION BY customer ORDER BY at), with the same at.")));
}

/* Take row i with a time: does another visit begin? */
static void
take_row(WindowObject winobj, Visits *v, int64 i, Timestamp at, int64 gap)
{
	if (TIMESTAMP_NOT_FINITE(at))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("at must be a finite time, not %s", TIMESTAMP_IS_NOBEGIN(at) ? "-infinity" : "infinity"),
				 errhint("Leave such rows out, or turn the value into NULL.")));
	if (v->last_row >= 0 && (at < v->last || (at > v->last && WinRowsArePeers(winobj, v->last_row, i))))
		refuse_order();
	if (v->last_row < 0 || (uint64) at - (uint64) v->last > (uint64) gap)
		v->session++;
	v->last_row = i;
	v->last = at;
}

PG_FUNCTION_INFO_V1(sessionize);

/*
 * sessionize(at timestamptz | timestamp, gap interval) OVER (ORDER BY at) -> bigint
 *
 * The number of the visit that this event belongs to, from 1: another one begins where more than gap has passed since
 * the event before.  A NULL at has NULL and changes nothing.  Errors: 22023 for rows in another order, an infinite
 * time, and a gap that is negative, has months or changes.
 */
Datum
sessionize(PG_FUNCTION_ARGS)
{
	WindowObject winobj = cv_window_object(fcinfo);
	Visits	   *v = WinGetPartitionLocalMemory(winobj, sizeof(Visits));
	bool		isnull = true;
	int64		gap;

	if (!cv_window_parameter(fcinfo, 1, "gap", &v->gap))
		PG_RETURN_NULL();
	if (v->next == 0)
		v->last_row = -1;
	gap = gap_of(fcinfo, v);
	for (; v->next <= WinGetCurrentPosition(winobj); v->next++)
	{
		Datum		at = cv_window_arg(winobj, 0, v->next, &isnull);

		if (!isnull)
			take_row(winobj, v, v->next, DatumGetTimestamp(at), gap);
	}
	if (isnull)
		PG_RETURN_NULL();
	PG_RETURN_INT64(v->session);
}
