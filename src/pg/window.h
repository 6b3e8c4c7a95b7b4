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
	MemoryContext own;			/* NULL while the partition is small */
	MemoryContext caller;
} CvScratch;

#define CV_SCRATCH_ROWS 256

static inline void
cv_scratch_begin(CvScratch *scratch, int64 rows)
{
	scratch->caller = CurrentMemoryContext;
	scratch->own = NULL;
	if (rows > CV_SCRATCH_ROWS)
	{
		scratch->own = AllocSetContextCreate(CurrentMemoryContext, "custvalue window arguments",
											 ALLOCSET_SMALL_SIZES);
		MemoryContextSwitchTo(scratch->own);
	}
}

/* To be called once a row, when nothing that was evaluated is needed any more. */
static inline void
cv_scratch_row(CvScratch *scratch, int64 row)
{
	if (scratch->own != NULL && row % CV_SCRATCH_ROWS == 0)
		MemoryContextReset(scratch->own);
}

static inline void
cv_scratch_end(CvScratch *scratch)
{
	MemoryContextSwitchTo(scratch->caller);
	if (scratch->own != NULL)
		MemoryContextDelete(scratch->own);
}

/* Argument argno of row i of the partition. */
static inline Datum
cv_window_arg(WindowObject winobj, int argno, int64 i, bool *isnull)
{
	bool		isout;

	return WinGetFuncArgInPartition(winobj, argno, (int) i, WINDOW_SEEK_HEAD, false, isnull, &isout);
}

#endif							/* CV_WINDOW_H */
