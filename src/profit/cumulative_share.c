/*
 * cumulative_share.c - which share of the profit do the best customers bring?
 *
 * The running total over the total: cume_dist weighted by value.  With ORDER BY profit
 * DESC it is the whale curve, which may pass 1 before the losses bring it back.  Memory:
 * 17 bytes a row of the partition.
 */
#include "profit/running.h"

/* Turn the values into shares, peers together. */
static void
share_out(CvRunning *running)
{
	cv_int128	sum = 0;

	for (int64 first = 0, next; first < running->n && running->total != 0; first = next)
	{
		double		share;

		next = cv_running_peers(running, first);
		for (int64 i = first; i < next; i++)
		{
			CV_BREATHE(i);
			sum += running->slot[i].value;
		}
		share = cv_fixed_ratio(sum, running->total);
		for (int64 i = first; i < next; i++)
			running->slot[i].share = share;
	}
}

static Datum
cumulative_share(FunctionCallInfo fcinfo, const CvKind *kind)
{
	WindowObject winobj = cv_window_object(fcinfo);
	CvRunning  *running = WinGetPartitionLocalMemory(winobj, sizeof(CvRunning));
	int64		i = WinGetCurrentPosition(winobj);

	if (running->slot == NULL)
	{
		cv_running_load(winobj, kind, GetMemoryChunkContext(running), running);
		share_out(running);
	}
	if (running->total == 0 || (running->flags[i] & CV_ROW_NULL))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(running->slot[i].share);
}

/*
 * cumulative_share(value) OVER (PARTITION BY ... ORDER BY ...) -> float8
 *
 * The sum of value over the rows up to this one and its peers, as a fraction of the sum
 * over the partition.  As with cume_dist, rows that are equal for ORDER BY share one
 * result, and a frame clause changes nothing.  NULL where value is NULL (which adds
 * nothing), and everywhere when the total is 0.  Errors: 22023 for NaN and infinity, 54000
 * for exact numbers that need more than 32 digits together.
 */
#define CUMULATIVE_SHARE(name, reader, type) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		static const CvKind kind = {reader, type}; \
		return cumulative_share(fcinfo, &kind); \
	}

CUMULATIVE_SHARE(cumulative_share_numeric, cv_decimal_from_numeric, NUMERICOID)
CUMULATIVE_SHARE(cumulative_share_bigint, cv_decimal_from_int64, INT8OID)
CUMULATIVE_SHARE(cumulative_share_float8, cv_decimal_from_float8, FLOAT8OID)
CUMULATIVE_SHARE(cumulative_share_real, cv_decimal_from_float4, FLOAT4OID)
