/*
 * allocate.c - abc_allocate: which order, customer or product carries how much of a
 * pool's cost?
 *
 * The pool is a window partition (or an array); its cost is divided in proportion to
 * the driver by the largest-remainder rule of costing/core/allocate.h, so that the parts add up to
 * the cost to the last unit.  It is the last stage of activity-based costing, from
 * activities to millions of orders.
 *
 * Memory above the window's own: 8 bytes a row, 8 more with a tie key; see costing/pool.h
 * for amounts beyond 62 bits.
 */
#include "costing/pool.h"
#include "pg/ranks.h"
#include "pg/window.h"

#include "catalog/pg_type.h"
#include "executor/instrument.h"
#include "utils/array.h"
#include "utils/date.h"
#include "utils/uuid.h"

/* Arguments of the window forms. */
enum
{
	ARG_COST,
	ARG_DRIVER,
	ARG_TIE,
	ARG_SCALE
};

/* What a call site is about: how to read its driver and its tie key. */
typedef struct Kind
{
	CvDecimalReader read_driver;
	Oid			driver_type;
	const struct Tie *tie;
} Kind;

/*
 * A type of tie key: eight bytes of it as a number that sorts as they do; where it has more than eight, the whole as a
 * text.
 */
typedef struct Tie
{
	uint64		(*chunk) (Datum value, int level);
	text	   *(*whole) (Datum value);	/* NULL: there are no more than eight */
	Oid			type;
} Tie;

/* A partition's state; the server zeroes it when the partition begins. */
typedef struct Partition
{
	bool		ready;
	bool		empty;			/* cost or scale is NULL: so are all parts */
	bool		cost_null;
	bool		scale_null;
	int32		scale;
	Numeric		cost;
	CvPool		pool;
} Partition;

/* i is the place in an array, -1 that of a row. */
static void
check_driver(const CvDecimal *driver, int i, Datum value, Oid type)
{
	if (driver->finite && (!driver->negative || driver->ngroups == 0))
		return;
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("%s must be a number from 0 up, not %s", i < 0 ? "driver" : psprintf("drivers[%d]", i + 1),
					cv_value_text(value, type)),
			 errhint("A credit is a pool of its own with a negative cost; its drivers stay positive.")));
}

static void
read_driver(WindowObject winobj, const Kind *kind, CvPool *pool, int64 i)
{
	bool		isnull;
	Datum		value = cv_window_arg(winobj, ARG_DRIVER, i, &isnull);
	CvDecimal	driver;

	if (isnull)
	{
		cv_pool_skip(pool, i);
		return;
	}
	kind->read_driver(value, &driver);
	check_driver(&driver, -1, value, kind->driver_type);
	cv_pool_add(pool, i, &driver);
}

/* Bytes 8 level to 8 level + 7 of a text, as a number that sorts as they do. */
static uint64
text_chunk(Datum value, int level)
{
	struct varlena *t = (struct varlena *) DatumGetPointer(value);
	int			at = 8 * level;
	int			length;
	uint64		chunk = 0;

	if (VARATT_IS_EXTENDED(t) && !VARATT_IS_SHORT(t))
	{
		t = PG_DETOAST_DATUM_SLICE(value, at, 8);
		at = 0;
	}
	length = VARSIZE_ANY_EXHDR(t);
	for (int end = at + 8; at < end; at++)
		chunk = chunk << 8 | (at < length ? (uint8) VARDATA_ANY(t)[at] : 0);
	if ((Pointer) t != DatumGetPointer(value))
		pfree(t);
	return chunk;
}

static text *
text_whole(Datum value)
{
	return DatumGetTextPP(value);
}

static uint64
bigint_chunk(Datum value, int level)
{
	return (uint64) DatumGetInt64(value) ^ (UINT64CONST(1) << 63);
}

static uint64
date_chunk(Datum value, int level)
{
	return bigint_chunk(Int64GetDatum(DatumGetDateADT(value)), level);
}

/* As hexadecimal digits, since zero bytes end a key. */
static uint64
uuid_chunk(Datum value, int level)
{
	const pg_uuid_t *uuid = DatumGetUUIDP(value);
	uint64		chunk = 0;

	for (int at = 4 * level; at < 4 * level + 4; at++)
	{
		for (int shift = 4; shift >= 0; shift -= 4)
			chunk = chunk << 8 | (at < UUID_LEN ? (uint8) "0123456789abcdef"[uuid->data[at] >> shift & 15] : 0);
	}
	return chunk;
}

static text *
uuid_whole(Datum value)
{
	return cstring_to_text(DatumGetCString(DirectFunctionCall1(uuid_out, value)));
}

static const Tie bigint_tie = {bigint_chunk, NULL, INT8OID};
static const Tie date_tie = {date_chunk, NULL, DATEOID};
static const Tie timestamp_tie = {bigint_chunk, NULL, TIMESTAMPOID};
static const Tie text_tie = {text_chunk, text_whole, TEXTOID};
static const Tie uuid_tie = {uuid_chunk, uuid_whole, UUIDOID};

/* Where tie keys are read from. */
typedef struct TieSource
{
	WindowObject winobj;
	const Kind *kind;
	CvScratch	scratch;
} TieSource;

/* Eight bytes of a row's tie key, as CvTies wants them; false when it is NULL. */
static bool
read_tie(void *arg, int64 i, int level, uint64 *key)
{
	TieSource  *source = arg;
	bool		isnull;
	Datum		value;

	CHECK_FOR_INTERRUPTS();
	cv_scratch_next(&source->scratch);
	value = cv_window_arg(source->winobj, ARG_TIE, i, &isnull);
	if (isnull)
		return false;
	*key = source->kind->tie->chunk(value, level);
	return true;
}

/* The ranks of whole tie keys in rows that are undecided. */
static void
rank_ties(void *arg, const uint64 *slot, int64 n, uint64 *key)
{
	TieSource  *source = arg;
	MemoryContext scratch = MemoryContextSwitchTo(source->scratch.caller);
	CvRanks		ranks = cv_ranks_begin();
	int64		place = 0;

	MemoryContextSwitchTo(scratch);
	for (int64 i = 0; i < n; i++)
	{
		bool		isnull;
		text	   *tie;

		CHECK_FOR_INTERRUPTS();
		if (!CV_SLOT_IS_OPEN(slot[i]))
			continue;
		MemoryContextReset(scratch);
		tie = source->kind->tie->whole(cv_window_arg(source->winobj, ARG_TIE, i, &isnull));
		cv_ranks_put(&ranks, VARDATA_ANY(tie), VARSIZE_ANY_EXHDR(tie), place++);
	}
	cv_ranks_end(&ranks, key);
}

static void
fill_tie(TieSource *source, CvPool *pool, CvTies *ties, int64 i)
{
	if (!read_tie(source, i, 0, &ties->key[i]) && pool->slot[i] != CV_SLOT_NONE)
		pool->slot[i] |= CV_SLOT_NULL_TIE;
}

/*
 * Let the window collect its partition; *in_memory when it did so without writing to
 * disk.  That cannot be asked for.  But if this call was the one that collected, then
 * temporary blocks were written; and if another function's was, a row is not smaller than
 * its header, its memory chunk's and two short columns.
 */
#define MINIMAL_ROW 48

static int64
count_partition(WindowObject winobj, bool *in_memory)
{
	int64		before = pgBufferUsage.temp_blks_written;
	int64		n = cv_window_rows(winobj);

	*in_memory = pgBufferUsage.temp_blks_written == before &&
		n * MINIMAL_ROW < work_mem * INT64CONST(1024);
	return n;
}

/* Which pool is it, as far as its rows tell? */
static char *
pool_detail(const TieSource *source, int64 n, bool has_ties)
{
	bool		isnull = true;
	Datum		tie = has_ties ? cv_window_arg(source->winobj, ARG_TIE, 0, &isnull) : (Datum) 0;

	if (isnull)
		return psprintf("The pool has " INT64_FORMAT " rows.", n);
	return psprintf("The pool has " INT64_FORMAT " rows; the tie key of its first is \"%s\".", n,
					cv_clip(cv_value_text(tie, source->kind->tie->type)));
}

static void
refuse_no_driver(const TieSource *source, int64 n, bool has_ties, Numeric cost)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("total driver of the pool is 0 but its cost is %s", cv_numeric_text(cost)),
			 errdetail("%s", pool_detail(source, n, has_ties)),
			 errhint("Give at least one receiver a positive driver, or take the cost out.  GROUP BY pool HAVING "
					 "coalesce(sum(driver), 0) = 0 finds such pools.")));
}

/*
 * Read the partition once and divide its cost.
 *
 * Tie keys are needed of few rows, and in memory going back for them is free.  On disk
 * it costs a block read per row, so there they are all read as well: a row is fetched
 * once for each argument, and since steps of one row are the cheapest, two rows' drivers
 * are read and then, one step back, their tie keys.
 */
static void
load_partition(WindowObject winobj, const Kind *kind, Partition *part, bool has_ties)
{
	CvPool	   *pool = &part->pool;
	bool		in_memory;
	int64		n = count_partition(winobj, &in_memory);
	TieSource	source = {winobj, kind, {NULL, NULL, 0}};
	bool		deep = kind->tie->whole != NULL;
	CvTies		ties = {NULL, !in_memory, deep, read_tie, &source, rank_ties};

	cv_pool_begin(pool, part->cost, part->scale, n, GetMemoryChunkContext(part));
	if (has_ties)
		ties.key = MemoryContextAllocHuge(pool->context, n * sizeof(uint64));

	cv_scratch_begin(&source.scratch, n > CV_SCRATCH_USES || (has_ties && deep));
	for (int64 i = 0; i < n; i += 2)
	{
		CV_BREATHE_OFTEN(i / 2);
		cv_scratch_next(&source.scratch);
		read_driver(winobj, kind, pool, i);
		if (i + 1 < n)
			read_driver(winobj, kind, pool, i + 1);
		if (!has_ties || in_memory)
			continue;
		fill_tie(&source, pool, &ties, i);
		if (i + 1 < n)
			fill_tie(&source, pool, &ties, i + 1);
	}
	if (!cv_pool_allocate(pool, &ties))
		refuse_no_driver(&source, n, has_ties, part->cost);
	cv_scratch_end(&source.scratch);
	if (has_ties)
		pfree(ties.key);
}

static Numeric
copy_numeric(Numeric x, MemoryContext context)
{
	MemoryContext caller = MemoryContextSwitchTo(context);
	Numeric		copy = (Numeric) PG_DETOAST_DATUM_COPY(NumericGetDatum(x));

	MemoryContextSwitchTo(caller);
	return copy;
}

/* All rows of a pool must agree on what they divide. */
static void
check_constant(const Partition *part, Datum cost, bool cost_null, Datum scale, bool scale_null)
{
	if (cost_null != part->cost_null ||
		(!cost_null && !DatumGetBool(DirectFunctionCall2(numeric_eq, cost, NumericGetDatum(part->cost)))))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cost of a pool changes from %s to %s",
						part->cost_null ? "NULL" : cv_numeric_text(part->cost),
						cost_null ? "NULL" : cv_numeric_text(DatumGetNumeric(cost))),
				 errhint("All rows of a window partition are one pool with one cost: put what tells pools apart into "
						 "PARTITION BY.")));
	if (scale_null != part->scale_null || (!scale_null && DatumGetInt32(scale) != part->scale))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("scale of a pool changes from %s to %s",
						part->scale_null ? "NULL" : psprintf("%d", part->scale),
						scale_null ? "NULL" : psprintf("%d", DatumGetInt32(scale))),
				 errhint("All rows of a window partition are divided at one scale.")));
}

/* Same bytes, same number: what nearly every row sees. */
static bool
same_numeric(Datum a, Numeric b)
{
	struct varlena *v = (struct varlena *) DatumGetPointer(a);

	return !VARATT_IS_EXTERNAL(v) && !VARATT_IS_COMPRESSED(v) &&
		VARSIZE_ANY_EXHDR(v) == VARSIZE_ANY_EXHDR(b) &&
		memcmp(VARDATA_ANY(v), VARDATA_ANY(b), VARSIZE_ANY_EXHDR(b)) == 0;
}

static void
refuse_constant_tie(WindowObject winobj)
{
	bool		isnull;
	int64		tie = DatumGetInt64(WinGetFuncArgCurrent(winobj, ARG_TIE, &isnull));

	if (!isnull)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("tie is " INT64_FORMAT " in all rows", tie),
				 errhint("The third argument is the tie key, such as the order's number.  A number of decimals is "
						 "scale => " INT64_FORMAT ".", tie)));
}

static Datum
allocate_window(FunctionCallInfo fcinfo, const Kind *kind)
{
	WindowObject winobj = cv_window_object(fcinfo);
	Partition  *part = WinGetPartitionLocalMemory(winobj, sizeof(Partition));
	bool		cost_null,
				scale_null;
	Datum		cost = WinGetFuncArgCurrent(winobj, ARG_COST, &cost_null);
	Datum		scale = WinGetFuncArgCurrent(winobj, ARG_SCALE, &scale_null);
	Datum		result;

	if (!part->ready)
	{
		bool		has_ties = true;

		/* A tie key that is one for all decides nothing; a number is a scale that was meant. */
		if (get_fn_expr_arg_stable(fcinfo->flinfo, ARG_TIE))
			has_ties = false;
		if (!has_ties && kind->tie == &bigint_tie)
			refuse_constant_tie(winobj);
		part->cost_null = cost_null;
		part->scale_null = scale_null;
		part->scale = scale_null ? 0 : DatumGetInt32(scale);
		part->empty = cost_null || scale_null;
		if (!cost_null)
			part->cost = copy_numeric(DatumGetNumeric(cost), GetMemoryChunkContext(part));
		if (!part->empty)
			load_partition(winobj, kind, part, has_ties);
		part->ready = true;
	}
	else if (cost_null || part->cost_null || scale_null || part->scale_null ||
			 DatumGetInt32(scale) != part->scale || !same_numeric(cost, part->cost))
		check_constant(part, cost, cost_null, scale, scale_null);

	if (part->empty || !cv_pool_part(&part->pool, WinGetCurrentPosition(winobj), &result))
		PG_RETURN_NULL();
	PG_RETURN_DATUM(result);
}

/*
 * abc_allocate(cost numeric, driver, tie, scale integer) OVER (PARTITION BY pool)
 *		-> numeric
 *
 * The row's part of the cost, in the cost's currency with scale decimals.  NULL where
 * the driver is NULL, and everywhere in a pool whose cost is NULL.  Errors 22023: a
 * driver that is negative, NaN or infinite; a cost that is NaN, infinite, finer than the
 * scale or not the same in the whole pool; a cost whose drivers add up to 0; a bigint tie key that is a constant.
 * Source: the largest-remainder (Hamilton) method; see costing/core/allocate.h.
 */
#define ALLOCATE(name, reader, type, tie) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		static const Kind kind = {reader, type, tie}; \
		return allocate_window(fcinfo, &kind); \
	}

ALLOCATE(abc_allocate_numeric, cv_decimal_from_numeric, NUMERICOID, &bigint_tie)
ALLOCATE(abc_allocate_numeric_text, cv_decimal_from_numeric, NUMERICOID, &text_tie)
ALLOCATE(abc_allocate_numeric_uuid, cv_decimal_from_numeric, NUMERICOID, &uuid_tie)
ALLOCATE(abc_allocate_numeric_date, cv_decimal_from_numeric, NUMERICOID, &date_tie)
ALLOCATE(abc_allocate_numeric_timestamp, cv_decimal_from_numeric, NUMERICOID, &timestamp_tie)
ALLOCATE(abc_allocate_bigint, cv_decimal_from_int64, INT8OID, &bigint_tie)
ALLOCATE(abc_allocate_bigint_text, cv_decimal_from_int64, INT8OID, &text_tie)
ALLOCATE(abc_allocate_bigint_uuid, cv_decimal_from_int64, INT8OID, &uuid_tie)
ALLOCATE(abc_allocate_bigint_date, cv_decimal_from_int64, INT8OID, &date_tie)
ALLOCATE(abc_allocate_bigint_timestamp, cv_decimal_from_int64, INT8OID, &timestamp_tie)
ALLOCATE(abc_allocate_real, cv_decimal_from_float4, FLOAT4OID, &bigint_tie)
ALLOCATE(abc_allocate_real_text, cv_decimal_from_float4, FLOAT4OID, &text_tie)
ALLOCATE(abc_allocate_real_uuid, cv_decimal_from_float4, FLOAT4OID, &uuid_tie)
ALLOCATE(abc_allocate_real_date, cv_decimal_from_float4, FLOAT4OID, &date_tie)
ALLOCATE(abc_allocate_real_timestamp, cv_decimal_from_float4, FLOAT4OID, &timestamp_tie)
ALLOCATE(abc_allocate_float8, cv_decimal_from_float8, FLOAT8OID, &bigint_tie)
ALLOCATE(abc_allocate_float8_text, cv_decimal_from_float8, FLOAT8OID, &text_tie)
ALLOCATE(abc_allocate_float8_uuid, cv_decimal_from_float8, FLOAT8OID, &uuid_tie)
ALLOCATE(abc_allocate_float8_date, cv_decimal_from_float8, FLOAT8OID, &date_tie)
ALLOCATE(abc_allocate_float8_timestamp, cv_decimal_from_float8, FLOAT8OID, &timestamp_tie)

PG_FUNCTION_INFO_V1(abc_allocate_array);

/*
 * abc_allocate(cost numeric, drivers numeric[], scale integer) -> numeric[]
 *
 * The same for the drivers of one array; equal fractional parts: the earlier element
 * wins.  The result has the array's shape; a NULL driver has a NULL part.
 */
Datum
abc_allocate_array(PG_FUNCTION_ARGS)
{
	Numeric		cost = PG_GETARG_NUMERIC(0);
	ArrayType  *drivers = PG_GETARG_ARRAYTYPE_P(1);
	Datum	   *values;
	bool	   *nulls;
	int			n;
	CvPool		pool;
	CvTies		ties = {NULL, false, false, NULL, NULL, NULL};	/* the earlier element wins */

	deconstruct_array(drivers, NUMERICOID, -1, false, TYPALIGN_INT, &values, &nulls, &n);
	cv_pool_begin(&pool, cost, PG_GETARG_INT32(2), n, CurrentMemoryContext);
	for (int i = 0; i < n; i++)
	{
		CvDecimal	driver;

		CV_BREATHE(i);
		if (nulls[i])
		{
			cv_pool_skip(&pool, i);
			continue;
		}
		cv_decimal_from_numeric(values[i], &driver);
		check_driver(&driver, i, values[i], NUMERICOID);
		cv_pool_add(&pool, i, &driver);
	}
	if (!cv_pool_allocate(&pool, &ties))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("total driver of the pool is 0 but its cost is %s", cv_numeric_text(cost)),
				 errhint("Give at least one receiver a positive driver, or take the cost out.")));
	for (int i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		nulls[i] = !cv_pool_part(&pool, i, &values[i]);
	}

	PG_RETURN_ARRAYTYPE_P(construct_md_array(values, nulls, ARR_NDIM(drivers), ARR_DIMS(drivers),
											 ARR_LBOUND(drivers), NUMERICOID, -1, false, TYPALIGN_INT));
}
