/*
 * pool.h - one cost and the drivers it is divided over.
 */
#ifndef CV_POOL_H
#define CV_POOL_H

#include "pg/decimal.h"

#include "costing/core/allocate.h"

/*
 * Drivers come as decimals with any number of places.  While all of them, brought to one
 * power of ten, stay within 62 bits, a row takes its 8-byte slot only; else the pool
 * turns wide and a row takes 4 bytes for every 8 digits of the longest number besides.
 */
typedef struct CvPool
{
	MemoryContext context;		/* where the arrays live */
	int			scale;			/* decimals of the parts */
	bool		negative;		/* the cost is */
	bool		wide;
	int			groups;			/* drivers are kept times 10000^groups */
	int64		n;
	uint64	   *slot;
	uint64		cost;			/* in units of the scale, while it is narrow */
	uint64		total;			/* of the drivers, while the pool is narrow */

	uint32	   *wide_cost;
	int			ncost;
	uint32	   *limb;			/* n drivers of width limbs */
	int			width;
	int			length;			/* of the longest driver, in groups */
	uint32	   *wide_total;		/* CV_WIDE_LIMBS + 2 limbs */
} CvPool;

extern void cv_pool_begin(CvPool *pool, Numeric cost, int scale, int64 n, MemoryContext context);
extern void cv_pool_add(CvPool *pool, int64 i, const CvDecimal *driver);

/* Divide; false where there is a cost and no driver to carry it. */
extern bool cv_pool_allocate(CvPool *pool, CvTies *ties);

/* Row i is no receiver: its driver is NULL. */
static inline void
cv_pool_skip(CvPool *pool, int64 i)
{
	pool->slot[i] = CV_SLOT_NONE;
}

extern bool cv_pool_part(const CvPool *pool, int64 i, Datum *part);

#endif							/* CV_POOL_H */
