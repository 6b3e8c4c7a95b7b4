/*
 * pairs.c - counting which items are bought together.
 *
 * A basket of s items has s (s - 1) / 2 pairs; each is one step to a slot of an open-addressed table.  Only pairs that
 * were seen take room.
 */
#include "affinity/core/pairs.h"

#include "num/sort.h"

#define IS_BEFORE(x, y) ((x).a < (y).a || ((x).a == (y).a && (x).b < (y).b))
CV_DEFINE_SORT(sort_pairs, CvPair, IS_BEFORE)

#define IS_LESS(x, y) ((x) < (y))
CV_DEFINE_SORT(sort_items, uint32_t, IS_LESS)

/* Every bit of the key and the seed changes half of the bits of the result (S. Vigna, splitmix64). */
static inline uint64_t
mix(uint64_t key, uint64_t seed)
{
	uint64_t	z = key ^ seed;

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

/* Count a pair, a < b; false when it is new and there is no room. */
bool
cv_pairs_add(CvPairs *pairs, uint32_t a, uint32_t b, int64_t count)
{
	uint64_t	mask = pairs->capacity - 1;
	uint64_t	at = mix((uint64_t) a << 32 | b, pairs->seed) & mask;

	for (; pairs->slot[at].count != 0; at = (at + 1) & mask)
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

/*
 * Count all pairs of a basket of distinct items, which rise, beginning at *from.  False when there is no room for
 * one; *from then says where to go on with a larger table.
 */
bool
cv_pairs_count(CvPairs *pairs, const uint32_t *item, int64_t n, CvPairsPlace *from)
{
	int64_t		done = 0;

	for (; from->i < n; from->i++, from->j = from->i + 1)
	{
		cv_breathe_after(&done, n);
		for (; from->j < n; from->j++)
		{
			if (!cv_pairs_add(pairs, item[from->i], item[from->j], 1))
				return false;
		}
	}
	return true;
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
