/*
 * pairs.c - counting which items are bought together.
 *
 * A basket of s items has s (s - 1) / 2 pairs; each is one step to its count.  What sells often is seen early and has
 * a low number.  Such pairs are most of the work, and a triangle of their counts is small enough for the processor's
 * caches.  Of all other pairs only those that were seen take room, in an open-addressed table.
 */
#include "affinity/core/pairs.h"

#include <math.h>

#include "num/mix.h"
#include "num/sort.h"

#define IS_BEFORE(x, y) ((x).a < (y).a || ((x).a == (y).a && (x).b < (y).b))
CV_DEFINE_SORT(sort_pairs, CvPair, IS_BEFORE)

#define IS_LESS(x, y) ((x) < (y))
CV_DEFINE_SORT(sort_items, uint32_t, IS_LESS)

/* Count a pair, a < b; false when it is new and there is no room. */
bool
cv_pairs_add(CvPairs *pairs, uint32_t a, uint32_t b, int64_t count)
{
	uint64_t	mask = pairs->capacity - 1;
	uint64_t	at;

	if (b < pairs->side)
	{
		uint32_t   *counted = &pairs->triangle[cv_pairs_triangle(b) + a];

		pairs->inside += *counted == 0;
		*counted += (uint32_t) count;
		return true;
	}
	for (at = cv_mix(((uint64_t) a << 32 | b) ^ pairs->seed) & mask; pairs->slot[at].count != 0; at = (at + 1) & mask)
	{
		if (pairs->slot[at].a == a && pairs->slot[at].b == b)
		{
			pairs->slot[at].count += count;
			return true;
		}
	}
	if (cv_pairs_full(pairs))
		return false;
	pairs->slot[at] = (CvPair) {a, b, count};
	pairs->used++;
	return true;
}

/* Count the pairs of an item below side, the last one of n that rise, with those before it. */
static void
count_row(CvPairs *pairs, const uint32_t *item, int64_t n)
{
	uint32_t   *row = pairs->triangle + cv_pairs_triangle(item[n - 1]);
	uint64_t	inside = 0;

	for (int64_t i = 0; i < n - 1; i++)
		inside += row[item[i]]++ == 0;
	pairs->inside += inside;
}

/*
 * Count all pairs of a basket of distinct items, which rise, beginning at *from.  False when there is no room for
 * one; *from then says where to go on with a larger table.
 */
bool
cv_pairs_count(CvPairs *pairs, const uint32_t *item, int64_t n, CvPairsPlace *from)
{
	int64_t		done = 0;

	for (; from->j < n; from->j++, from->i = 0)
	{
		cv_breathe_after(&done, n);
		if (item[from->j] < pairs->side && from->i == 0)
		{
			count_row(pairs, item, from->j + 1);
			continue;
		}
		for (; from->i < from->j; from->i++)
		{
			if (!cv_pairs_add(pairs, item[from->i], item[from->j], 1))
				return false;
		}
	}
	return true;
}

#define MOST_SIDE 4096			/* 32 MB */

/*
 * The side of the triangle when the slots are full: a triangle as large as they are, if it takes half of their pairs;
 * then the slots are enough.  Otherwise it stays as it is, and more slots are needed.
 */
uint32_t
cv_pairs_side(const CvPairs *pairs, uint32_t nitems)
{
	uint64_t	side = (uint64_t) sqrt(2.0 * pairs->capacity * sizeof(CvPair) / sizeof(uint32_t));
	uint64_t	taken = 0;

	side = side < nitems ? side : nitems;
	side = side < MOST_SIDE ? side : MOST_SIDE;
	for (uint64_t i = 0; i < pairs->capacity; i++)
	{
		CV_BREATHE(i);
		taken += pairs->slot[i].count > 0 && pairs->slot[i].b < side;
	}
	return side > pairs->side && 2 * taken >= pairs->used ? (uint32_t) side : pairs->side;
}

/* The next pair of all, in any order; false when there is none. */
bool
cv_pairs_next(const CvPairs *pairs, CvPairsWalk *walk, CvPair *pair)
{
	while (walk->slot < pairs->capacity)
	{
		CV_BREATHE(walk->slot);
		*pair = pairs->slot[walk->slot++];
		if (pair->count > 0)
			return true;
	}
	for (; walk->b < pairs->side; walk->b++, walk->a = 0)
	{
		const uint32_t *row = pairs->triangle + cv_pairs_triangle(walk->b);

		CV_BREATHE(walk->b);
		while (walk->a < walk->b)
		{
			uint32_t	a = walk->a++;

			if (row[a] == 0)
				continue;
			*pair = (CvPair) {a, walk->b, row[a]};
			return true;
		}
	}
	return false;
}

/* Put n items in order, each once; how many there are.  item has room for twice as many. */
int64_t
cv_items_tidy(uint32_t *item, int64_t n)
{
	int64_t		kept = 0;

	sort_items(item, item + n, n);
	for (int64_t i = 0; i < n; i++)
	{
		if (kept == 0 || item[kept - 1] != item[i])
			item[kept++] = item[i];
	}
	return kept;
}

/* By the first item, then by the second. */
void
cv_pairs_sort(CvPair *pair, CvPair *scratch, int64_t n)
{
	sort_pairs(pair, scratch, n);
}
