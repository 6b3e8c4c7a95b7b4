/*
 * pairs.h - counting which items are bought together, in a flat hash table.
 */
#ifndef CV_PAIRS_H
#define CV_PAIRS_H

#include "num/num.h"

/* A slot: items by number, a < b, and the baskets with both; an empty one has count 0. */
typedef struct CvPair
{
	uint32_t	a;
	uint32_t	b;
	int64_t		count;
} CvPair;

/* The table is the caller's: capacity slots, a power of two, of which at most three quarters are used. */
typedef struct CvPairs
{
	CvPair	   *slot;
	uint64_t	capacity;
	uint64_t	seed;			/* unknown to whoever chooses the items */
	uint64_t	used;
} CvPairs;

/* Where counting a basket stopped, when the table was full. */
typedef struct CvPairsPlace
{
	int64_t		i;
	int64_t		j;
} CvPairsPlace;

static inline bool
cv_pairs_full(const CvPairs *pairs)
{
	return pairs->used >= pairs->capacity / 4 * 3;
}

extern bool cv_pairs_add(CvPairs *pairs, uint32_t a, uint32_t b, int64_t count);
extern bool cv_pairs_count(CvPairs *pairs, const uint32_t *item, int64_t n, CvPairsPlace *from);
extern int64_t cv_items_tidy(uint32_t *item, int64_t n);
extern void cv_pairs_sort(CvPair *pair, CvPair *scratch, int64_t n);

#endif							/* CV_PAIRS_H */
