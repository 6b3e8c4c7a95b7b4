/*
 * itemsets.c - the sets of items that are in many baskets.
 *
 * Depth first, as LCM does it (T. Uno, T. Asai, Y. Uchida and H. Arimura, "LCM: An Efficient Algorithm for Enumerating
 * Frequent Closed Item Sets", FIMI 2003).  Items are numbered from the most frequent down.  A set is extended by items
 * of lower number only, so each is found once; the baskets that hold the set are dealt out to one bucket for each
 * such item.  Extending by the lowest first, a bucket is no longer needed when the sets below it use it again: one set
 * of buckets serves all depths, and the memory is that of the baskets, whatever is found.
 */
#include "affinity/core/itemsets.h"

#include <limits.h>
#include <string.h>

#include "num/sort.h"

typedef struct Ranked
{
	int64_t		count;
	uint32_t	item;
} Ranked;

#define IS_MORE_FREQUENT(x, y) ((x).count > (y).count || ((x).count == (y).count && (x).item < (y).item))
CV_DEFINE_SORT(sort_ranked, Ranked, IS_MORE_FREQUENT)

#define IS_LESS(x, y) ((x) < (y))
CV_DEFINE_SORT(sort_ranks, uint32_t, IS_LESS)

/* At work.  "Rank" is an item's new number. */
typedef struct Miner
{
	const CvMining *mining;
	uint32_t	n;				/* frequent items */
	uint32_t   *item;			/* of each rank */
	int64_t    *first;			/* of each basket: where its ranks begin, rising */
	uint32_t   *rank;
	const int64_t *weight;		/* of each basket */
	int64_t    *bucket;			/* of each rank: where its bucket begins */
	uint32_t   *occurs;			/* baskets, in buckets */
	int64_t    *length;			/* of each bucket */
	int64_t    *support;		/* and the weight in it */
	uint32_t   *next;			/* of each rank in a list: the one after it */
	uint32_t   *touched;		/* room for the ranks of one list and for sorting it */
	uint32_t   *set;			/* the one looked at */
	int64_t		work;
} Miner;

#define END UINT32_MAX

/* The frequent items, by how frequent they are; each item's rank. */
static void
rank_items(Miner *m, const CvSets *baskets, uint32_t *rank_of)
{
	const CvMining *mining = m->mining;
	Ranked	   *ranked = mining->alloc(2 * (size_t) mining->nitems * sizeof(Ranked));

	for (uint32_t i = 0; i < mining->nitems; i++)
		ranked[i] = (Ranked) {0, i};
	for (int64_t t = 0; t < baskets->n; t++)
	{
		CV_BREATHE(t);
		for (int64_t k = baskets->first[t]; k < baskets->first[t + 1]; k++)
			ranked[baskets->item[k]].count += baskets->count[t];
	}
	sort_ranked(ranked, ranked + mining->nitems, mining->nitems);
	for (uint32_t i = 0; i < mining->nitems; i++)
	{
		bool		frequent = ranked[i].count >= mining->min_count;

		rank_of[ranked[i].item] = frequent ? i : END;
		m->item[i] = ranked[i].item;
		m->n += frequent;
	}
	mining->release(ranked);
}

/* The baskets in ranks, without what is too rare, and a bucket for each rank. */
static void
load_baskets(Miner *m, const CvSets *baskets, const uint32_t *rank_of)
{
	int64_t		at = 0;
	uint32_t   *scratch = m->touched;

	memset(m->bucket, 0, ((size_t) m->n + 1) * sizeof(int64_t));
	for (int64_t t = 0; t < baskets->n; t++)
	{
		m->first[t] = at;
		cv_breathe_after(&m->work, 1 + baskets->first[t + 1] - baskets->first[t]);
		for (int64_t k = baskets->first[t]; k < baskets->first[t + 1]; k++)
		{
			uint32_t	rank = rank_of[baskets->item[k]];

			if (rank == END)
				continue;
			m->rank[at++] = rank;
			m->bucket[rank + 1]++;
		}
		sort_ranks(m->rank + m->first[t], scratch, at - m->first[t]);
	}
	m->first[baskets->n] = at;
	for (uint32_t i = 0; i < m->n; i++)
		m->bucket[i + 1] += m->bucket[i];
}

/* Put one basket into the buckets of its ranks below end; ranks whose bucket was empty are listed. */
static inline uint32_t
deal(Miner *m, uint32_t basket, uint32_t end, uint32_t ntouched)
{
	int64_t		stop = m->first[basket + 1];

	for (int64_t k = m->first[basket]; k < stop && m->rank[k] < end; k++)
	{
		uint32_t	r = m->rank[k];

		if (m->length[r] == 0)
		{
			m->touched[ntouched++] = r;
			m->support[r] = 0;
		}
		m->occurs[m->bucket[r] + m->length[r]++] = basket;
		m->support[r] += m->weight[basket];
	}
	return ntouched;
}

/* The list of the ranks that are frequent among those touched; the others' buckets are emptied. */
static uint32_t
link_frequent(Miner *m, uint32_t ntouched)
{
	uint32_t	head = END;

	sort_ranks(m->touched, m->touched + ntouched, ntouched);
	for (uint32_t i = ntouched; i > 0; i--)
	{
		uint32_t	r = m->touched[i - 1];

		if (m->support[r] < m->mining->min_count)
		{
			m->length[r] = 0;
			continue;
		}
		m->next[r] = head;
		head = r;
	}
	return head;
}

/*
 * All sets that are this one of size items and a list of ranks.  The depth is about the logarithm of the number of
 * sets: a set is not reached before those of its items but one are found.
 */
static void
extend(Miner *m, uint32_t list, int size)
{
	const CvMining *mining = m->mining;

	for (uint32_t r = list; r != END; r = m->next[r])
	{
		uint32_t	ntouched = 0;

		m->set[size] = m->item[r];
		mining->found(mining->data, m->set, size + 1, m->support[r]);
		if (size == 0 && mining->step != NULL)
			mining->step(mining->data, r + 1, m->n);
		for (int64_t i = 0; i < m->length[r] && size + 1 < mining->max_size; i++)
		{
			uint32_t	basket = m->occurs[m->bucket[r] + i];

			cv_breathe_after(&m->work, 2 + m->first[basket + 1] - m->first[basket]);
			ntouched = deal(m, basket, r, ntouched);
		}
		m->length[r] = 0;
		if (ntouched > 0)
			extend(m, link_frequent(m, ntouched), size + 1);
	}
}

static Miner
new_miner(const CvSets *baskets, const CvMining *mining)
{
	size_t		nitems = (size_t) mining->nitems + 1;
	size_t		lines = (size_t) baskets->first[baskets->n];
	Miner		m = {.mining = mining, .weight = baskets->count};

	m.item = mining->alloc(nitems * sizeof(uint32_t));
	m.first = mining->alloc(((size_t) baskets->n + 1) * sizeof(int64_t));
	m.rank = mining->alloc(lines * sizeof(uint32_t));
	m.bucket = mining->alloc(nitems * sizeof(int64_t));
	m.occurs = mining->alloc(lines * sizeof(uint32_t));
	m.length = mining->alloc(nitems * sizeof(int64_t));
	m.support = mining->alloc(nitems * sizeof(int64_t));
	m.next = mining->alloc(nitems * sizeof(uint32_t));
	m.touched = mining->alloc(2 * nitems * sizeof(uint32_t));
	m.set = mining->alloc(nitems * sizeof(uint32_t));
	memset(m.length, 0, nitems * sizeof(int64_t));
	return m;
}

static void
release_miner(Miner *m)
{
	void	   *memory[] = {m->item, m->first, m->rank, m->bucket, m->occurs, m->length, m->support, m->next,
							m->touched, m->set};

	for (size_t i = 0; i < sizeof(memory) / sizeof(memory[0]); i++)
		m->mining->release(memory[i]);
}

/* Find all sets that are in min_count baskets or more; there are at most UINT32_MAX - 1 different baskets. */
void
cv_mine(const CvSets *baskets, const CvMining *mining)
{
	Miner		m = new_miner(baskets, mining);
	uint32_t   *rank_of = mining->alloc(((size_t) mining->nitems + 1) * sizeof(uint32_t));
	uint32_t	ntouched = 0;

	rank_items(&m, baskets, rank_of);
	load_baskets(&m, baskets, rank_of);
	mining->release(rank_of);
	for (int64_t t = 0; t < baskets->n; t++)
	{
		CV_BREATHE(t);
		ntouched = deal(&m, (uint32_t) t, END, ntouched);
	}
	if (mining->max_size > 0)
		extend(&m, link_frequent(&m, ntouched), 0);
	release_miner(&m);
}

/* Sets in order of size, then of items. */
int
cv_sets_compare(const uint32_t *a, int64_t na, const uint32_t *b, int64_t nb)
{
	if (na != nb)
		return na < nb ? -1 : 1;
	for (int64_t i = 0; i < na; i++)
	{
		if (a[i] != b[i])
			return a[i] < b[i] ? -1 : 1;
	}
	return 0;
}

int64_t
cv_sets_find(const CvSets *sets, const uint32_t *item, int64_t size)
{
	int64_t		low = 0;
	int64_t		high = sets->n - 1;

	while (low <= high)
	{
		int64_t		middle = low + (high - low) / 2;
		int64_t		first = sets->first[middle];
		int			order = cv_sets_compare(item, size, sets->item + first, sets->first[middle + 1] - first);

		if (order == 0)
			return middle;
		if (order < 0)
			high = middle - 1;
		else
			low = middle + 1;
	}
	return -1;
}
