/*
 * cumulative_share.c - which share of the profit do the best customers bring?
 *
 * The running total over the total: cume_dist weighted by value.  With ORDER BY profit
 * DESC it is the whale curve, which may pass 1 before the losses bring it back.  Memory:
 * 17 bytes a row of the partition.
 */
#include "pg/fixed.h"
#include "pg/window.h"

#include "catalog/pg_type.h"

/* One row of a partition: its value, then its share. */
typedef union Slot
{
	cv_int128	value;
	double		share;
} Slot;

#define ROW_NULL	1			/* no value */
#define ROW_FIRST	2			/* first of its peers */

typedef struct Partition
{
	Slot	   *slot;
	char	   *flags;
	bool		total_zero;
} Partition;

/* How to read a column. */
typedef struct Kind
{
	CvDecimalReader read;
	Oid			type;
} Kind;

static void
read_row(WindowObject winobj, const Kind *kind, CvFixed *column, char *flags, int64 i)
{
	bool		isnull;
	Datum		value = cv_window_arg(winobj, 0, i, &isnull);
	CvDecimal	x = {.finite = true};

	if (!isnull)
		kind->read(value, &x);
	if (!x.finite)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("value must be a finite number, not %s", cv_value_text(value, kind->type)),
				 errhint("Leave such rows out, or turn the value into NULL.")));
	cv_fixed_add(column, i, &x);
	flags[i] = (isnull ? ROW_NULL : 0) |
		(i > 0 && WinRowsArePeers(winobj, i - 1, i) ? 0 : ROW_FIRST);
}

static void
load_partition(WindowObject winobj, const Kind *kind, Partition *part)
{
	int64		n = cv_window_rows(winobj);
	MemoryContext context = GetMemoryChunkContext(part);
	CvFixed		column = {NULL, kind->type != FLOAT8OID, 0, 0};
	CvScratch	scratch;
	cv_int128	total = 0;
	cv_int128	running = 0;

	part->slot = MemoryContextAllocHuge(context, n * sizeof(Slot));
	part->flags = MemoryContextAllocHuge(context, n);
	column.value = &part->slot[0].value;

	cv_scratch_begin(&scratch, n > CV_SCRATCH_USES);
	for (int64 i = 0; i < n; i++)
	{
		cv_scratch_next(&scratch);
		read_row(winobj, kind, &column, part->flags, i);
	}
	cv_scratch_end(&scratch);

	for (int64 i = 0; i < n; i++)
		total += part->slot[i].value;
	part->total_zero = total == 0;
	for (int64 first = 0, next; first < n && total != 0; first = next)
	{
		for (next = first; next < n && (next == first || !(part->flags[next] & ROW_FIRST)); next++)
			running += part->slot[next].value;
		for (int64 i = first; i < next; i++)
			part->slot[i].share = (double) running / (double) total;
	}
}

static Datum
cumulative_share(FunctionCallInfo fcinfo, const Kind *kind)
{
	WindowObject winobj = PG_WINDOW_OBJECT();
	Partition  *part = WinGetPartitionLocalMemory(winobj, sizeof(Partition));
	int64		i = WinGetCurrentPosition(winobj);

	if (part->slot == NULL)
		load_partition(winobj, kind, part);
	if (part->total_zero || (part->flags[i] & ROW_NULL))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(part->slot[i].share);
}

/*
 * cumulative_share(value) OVER (PARTITION BY ... ORDER BY ...) -> float8
 *
 * The sum of value over the rows up to this one and its peers, as a fraction of the sum
 * over the partition.  As with cume_dist, rows that ORDER BY does not tell apart share one
 * result, and a frame clause changes nothing.  NULL where value is NULL (which adds
 * nothing), and everywhere when the total is 0.  Errors: 22023 for NaN and infinity, 54000
 * for exact numbers that need more than 32 digits together.
 */
#define CUMULATIVE_SHARE(name, reader, type) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		static const Kind kind = {reader, type}; \
		return cumulative_share(fcinfo, &kind); \
	}

CUMULATIVE_SHARE(cumulative_share_numeric, cv_decimal_from_numeric, NUMERICOID)
CUMULATIVE_SHARE(cumulative_share_bigint, cv_decimal_from_int64, INT8OID)
CUMULATIVE_SHARE(cumulative_share_float8, cv_decimal_from_float8, FLOAT8OID)
