/*
 * pairs.h - counting which items are bought together.
 */
#ifndef CV_PAIRS_H
#define CV_PAIRS_H

#include "num/num.h"

/* Items by number, a < b, and the baskets with both; an empty slot has count 0. */
typedef struct CvPair
{
	uint32_t	a;
	uint32_t	b;
	int64_t		count;
} CvPair;

/*
 * Pairs of the first items, those below side, are in a triangle: row b has the counts of (0, b) to (b - 1, b).  All
 * others are in a hash table of capacity slots, a power of two, of which at most three quarters are used.  The memory
 * is the caller's.  No count in the triangle can pass 2^32 - 1: from that many baskets on the caller has none.
 */
typedef struct CvPairs
{
	CvPair	   *slot;
	uint64_t	capacity;
	uint64_t	seed;			/* unknown to whoever chooses the items */
	uint64_t	used;			/* slots */
	uint32_t   *triangle;
	uint32_t	side;
	uint64_t	inside;			/* pairs in the triangle */
} CvPairs;

/* Where counting a basket stopped, when the table was full: at the pair of its items i < j. */
typedef struct CvPairsPlace
{
	int64_t		i;
	int64_t		j;
} CvPairsPlace;

/* Where a walk over all pairs is: in the slots, then in the triangle. */
typedef struct CvPairsWalk
{
	uint64_t	slot;
	uint32_t	a;
	uint32_t	b;
} CvPairsWalk;

static inline bool
cv_pairs_full(const CvPairs *pairs)
{
	return pairs->used >= pairs->capacity / 4 * 3;
}

/* Counts in a triangle. */
static inline size_t
cv_pairs_triangle(uint32_t side)
{
	return (size_t) side * (side > 0 ? side - 1 : 0) / 2;
}

extern uint32_t cv_pairs_side(const CvPairs *pairs, uint32_t nitems);
extern bool cv_pairs_next(const CvPairs *pairs, CvPairsWalk *walk, CvPair *pair);
extern bool cv_pairs_add(CvPairs *pairs, uint32_t a, uint32_t b, int64_t count);
extern bool cv_pairs_count(CvPairs *pairs, const uint32_t *item, int64_t n, CvPairsPlace *from);
extern int64_t cv_items_tidy(uint32_t *item, int64_t n);
extern void cv_pairs_sort(CvPair *pair, CvPair *scratch, int64_t n);

#endif							/* CV_PAIRS_H */
