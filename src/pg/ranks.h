/*
 * ranks.h - the ranks of texts in the order of their bytes, however many and however long they are.
 *
 * They are sorted by PostgreSQL's own sort: within work_mem, beyond it on disk.
 */
#ifndef CV_RANKS_H
#define CV_RANKS_H

#include "pg/pg.h"

typedef struct CvRanks
{
	struct Tuplesortstate *sort;
	struct varlena *row;		/* the text that is put */
	Size		room;
} CvRanks;

extern CvRanks cv_ranks_begin(void);

/* A text without zero bytes, with the place where its rank goes. */
extern void cv_ranks_put(CvRanks *ranks, const char *bytes, Size length, int64 place);

/* The ranks of all, from 0; equal texts have one. */
extern void cv_ranks_end(CvRanks *ranks, uint64 *rank);

#endif							/* CV_RANKS_H */
