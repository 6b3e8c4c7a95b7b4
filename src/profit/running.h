/*
 * running.h - a window partition's values, exactly, with peers marked.
 */
#ifndef CV_RUNNING_H
#define CV_RUNNING_H

#include "pg/window.h"
#include "profit/pareto.h"

#define CV_ROW_NULL		1		/* no value */
#define CV_ROW_FIRST	2		/* first of its peers */

/*
 * value is followed by its rows' results in the same memory: what is running has been
 * read, so a double may take the place of a number.
 */
typedef union CvSlot
{
	cv_int128	value;
	double		share;
	int			place;
} CvSlot;

typedef struct CvRunning
{
	int64		n;
	CvSlot	   *slot;
	char	   *flags;
	cv_int128	total;
} CvRunning;

extern void cv_running_load(WindowObject winobj, const CvKind *kind, MemoryContext context, CvRunning *running);

/* The row after the last peer of row first. */
static inline int64
cv_running_peers(const CvRunning *running, int64 first)
{
	int64		next = first + 1;

	while (next < running->n && !(running->flags[next] & CV_ROW_FIRST))
	{
		CV_BREATHE(next);
		next++;
	}
	return next;
}

#endif							/* CV_RUNNING_H */
