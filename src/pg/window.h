/*
 * window.h - reading a whole window partition.
 *
 * Window functions here read their partition once, forwards, and keep what they need:
 * going back in a partition that has spilled to disk costs a block read per row.
 */
#ifndef CV_WINDOW_H
#define CV_WINDOW_H

#include "pg/pg.h"

#include "windowapi.h"

/*
 * Memory for what the evaluation of a partition's arguments leaves behind; without it a
 * cast in an argument would keep a copy of every row until the partition ends.
 */
typedef struct CvScratch
{
	MemoryContext own;			/* NULL where little can pile up */
	MemoryContext caller;
	int			used;			/* evaluations since the last reset */
} CvScratch;

#define CV_SCRATCH_USES 256

static inline void
cv_scratch_begin(CvScratch *scratch, bool needed)
{
	scratch->caller = CurrentMemoryContext;
	scratch->own = NULL;
	scratch->used = 0;
	if (needed)
	{
		scratch->own = AllocSetContextCreate(CurrentMemoryContext, "custvalue window arguments",
											 ALLOCSET_SMALL_SIZES);
		MemoryContextSwitchTo(scratch->own);
	}
}

/* To be called before an evaluation, when nothing evaluated before is needed any more. */
static inline void
cv_scratch_next(CvScratch *scratch)
{
	if (scratch->own != NULL && ++scratch->used == CV_SCRATCH_USES)
	{
		MemoryContextReset(scratch->own);
		scratch->used = 0;
	}
}

static inline void
cv_scratch_end(CvScratch *scratch)
{
	MemoryContextSwitchTo(scratch->caller);
	if (scratch->own != NULL)
		MemoryContextDelete(scratch->own);
}

/*
 * What a window function is called with; 42P20 where it is called otherwise, as an operator can, 0A000 with IGNORE
 * NULLS: rows with NULL have their rule in each function.
 */
extern WindowObject cv_window_object(FunctionCallInfo fcinfo);

/* Rows of the partition, which the server numbers with 32 bits. */
static inline int64
cv_window_rows(WindowObject winobj)
{
	int64		n = WinGetPartitionRowCount(winobj);

	if (n > PG_INT32_MAX)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a partition can have at most %d rows, not " INT64_FORMAT, PG_INT32_MAX, n)));
	return n;
}

/* Argument argno of row i of the partition. */
static inline Datum
cv_window_arg(WindowObject winobj, int argno, int64 i, bool *isnull)
{
	bool		isout;

	return WinGetFuncArgInPartition(winobj, argno, (int) i, WINDOW_SEEK_HEAD, false, isnull, &isout);
}

/* 22023: row i is a peer of the one before, so that their order is an accident. */
extern void cv_refuse_peer(int64 i, const char *function);

#define CV_ROWS_KEPT 64			/* so many rows behind the current one are kept */

/*
 * For functions that carry a state from row to row: the next row that the state has not seen, up to the current one,
 * into *i; *next counts the rows seen.  The server asks row by row, so that this is one step, unless rows were
 * passed over.
 */
static inline bool
cv_window_next(WindowObject winobj, int64 *next, int64 *i, const char *function)
{
	if (*next > WinGetCurrentPosition(winobj))
		return false;
	*i = (*next)++;
	if (*i > 0)
	{
		if (unlikely(WinRowsArePeers(winobj, *i - 1, *i)))
			cv_refuse_peer(*i, function);
		/* What is before the current row is not needed again; to say so costs as much as to read a row. */
		if (*i % CV_ROWS_KEPT == 0)
			WinSetMarkPosition(winobj, *i - 1);
	}
	return true;
}

/* Argument argno of such a row, which nearly always is the current one. */
static inline Datum
cv_window_arg_at(WindowObject winobj, int argno, int64 i, bool *isnull)
{
	if (likely(i == WinGetCurrentPosition(winobj)))
		return WinGetFuncArgCurrent(winobj, argno, isnull);
	return cv_window_arg(winobj, argno, i, isnull);
}

/*
 * A parameter of a window function: one value for all rows of a partition.  In a
 * partition's local memory, which begins as zeros.
 */
typedef struct CvParameter
{
	bool		known;
	bool		stable;			/* cannot change, so need not be looked at again */
	bool		isnull;
	Datum		value;
} CvParameter;

extern bool cv_window_parameter(FunctionCallInfo fcinfo, int argno, const char *name, CvParameter *parameter);

/*
 * The first arguments of a window function over all rows of a partition, as finite
 * numbers; a row in which one of them is NULL is left out of all.
 */
#define CV_COLUMNS_MAX 3

typedef struct CvColumns
{
	int64		n;				/* rows */
	int64		kept;			/* rows without NULL */
	double	   *value[CV_COLUMNS_MAX];
	bool	   *left_out;
} CvColumns;

/* A finite number from an argument that is not NULL; name is for messages. */
typedef double (*CvNumberReader) (Datum value, const char *name);

extern double cv_number_float8(Datum value, const char *name);

/* first reads the first argument; the others are float8. */
extern void cv_window_columns(WindowObject winobj, int ncolumns, const char *const *names, CvNumberReader first,
							  MemoryContext context, CvColumns *columns);

/* The arrays of an argument in a partition, one row after the other. */
typedef struct CvArrays
{
	int64		n;				/* rows of the partition */
	int64		kept;			/* rows that have an array */
	int			width;			/* of each array */
	int32	   *row;			/* which rows these are */
	double	   *x;				/* their arrays */
} CvArrays;

extern CvArrays cv_window_arrays(WindowObject winobj, int argno, const char *name, int width);

#endif							/* CV_WINDOW_H */
