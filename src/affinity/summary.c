/*
 * summary.c - the type affinity_summary: what is bought together?
 *
 * A basket is a set of items: an item twice counts once, NULL is left out, and without items it is no basket.  Counts
 * are exact, so baskets can be split and merged in any way.  The state has up to 32 bytes
 * for each pair of items that was ever seen together, up to twice that while it grows, and at most MOST_PAIRS of them;
 * stored it is 12 bytes a pair.
 */
#include "affinity/summary.h"

#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "num/scan.h"

#define AFFINITY_VERSION 1
#define HEAD sizeof(CvAffinity)
#define MOST_SLOTS ((uint32) 1 << 25)	/* 512 MB */
#define MOST_PAIRS (MOST_SLOTS / 4 * 3)

static Size
size_of(bool growing, Size items, Size pairs, uint32 side, Size bytes)
{
	Size		size = HEAD + items * (sizeof(int64) + sizeof(uint32)) + bytes;

	if (growing)
		return size + pairs * sizeof(CvPair) + (cv_pairs_triangle(side) + 2 * items) * sizeof(uint32);
	return size + pairs * (sizeof(int64) + sizeof(uint32)) + (items + 1) * sizeof(uint32);
}

int64 *
cv_affinity_item_counts(const CvAffinity *s)
{
	return (int64 *) (s + 1);
}

static CvPairs
grown_pairs(const CvAffinity *s)
{
	CvPair	   *slot = (CvPair *) (cv_affinity_item_counts(s) + s->item_capacity);
	CvPairs		pairs = {slot, s->pair_capacity, s->seed, s->npairs, (uint32 *) (slot + s->pair_capacity), s->side,
						 s->inside};

	return pairs;
}

static int64 *
pair_counts(const CvAffinity *s)
{
	return cv_affinity_item_counts(s) + s->item_capacity;
}

static uint32 *
name_ends(const CvAffinity *s)
{
	if (s->growing)
		return grown_pairs(s).triangle + cv_pairs_triangle(s->side);
	return (uint32 *) (pair_counts(s) + s->pair_capacity);
}

/* Of a growing summary the hash table of items, of a packed one the first pairs. */
static uint32 *
after_ends(const CvAffinity *s)
{
	return name_ends(s) + s->item_capacity;
}

static CvNames
names_of(const CvAffinity *s)
{
	CvNames		names = {s->nitems, s->item_capacity, s->bytes_capacity, name_ends(s), NULL, NULL, s->seed};

	if (s->growing)
	{
		names.slot = after_ends(s);
		names.bytes = (char *) (names.slot + 2 * (Size) s->item_capacity);
	}
	else
		names.bytes = (char *) (after_ends(s) + s->item_capacity + 1 + s->pair_capacity);
	return names;
}

static bool
is_power_of_two(uint32 x)
{
	return x > 0 && (x & (x - 1)) == 0;
}

static bool
fits(const void *value)
{
	const CvAffinity *s = value;

	return s->nitems <= s->item_capacity && s->npairs <= s->pair_capacity && s->pair_capacity <= MOST_SLOTS &&
		s->bytes_length <= s->bytes_capacity && s->kind <= CV_ITEMS_BIGINT &&
		(s->growing ? is_power_of_two(s->item_capacity) && is_power_of_two(s->pair_capacity) &&
		 s->inside <= cv_pairs_triangle(s->side) :
		 s->nitems == s->item_capacity && s->npairs == s->pair_capacity && s->side == 0 && s->inside == 0) &&
		VARSIZE(s) == size_of(s->growing, s->item_capacity, s->pair_capacity, s->side, s->bytes_capacity);
}

static void *pack(void *value);

const CvStateType cv_affinity_type = {"affinity_summary", "\"v1 text n \"item\":count ... / a-b:count ...\"",
									  AFFINITY_VERSION, HEAD, fits, pack};

static void
too_many_pairs(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("an affinity_summary can hold at most %u pairs of items", MOST_PAIRS),
			 errhint("Leave rare items out first, such as those in fewer than 10 baskets, or use their groups.")));
}

/* Errors: 54000. */
static CvAffinity *
new_summary(bool growing, uint32 items, uint32 pairs, uint32 side, uint32 bytes)
{
	Size		size = size_of(growing, items, pairs, side, bytes);
	CvAffinity *s;

	if (pairs > MOST_SLOTS || size > MaxAllocSize)
		too_many_pairs();
	s = cv_state_new(&cv_affinity_type, size, growing ? size - bytes : HEAD);
	s->growing = growing;
	s->item_capacity = items;
	s->pair_capacity = pairs;
	s->side = side;
	s->bytes_capacity = bytes;
	if (growing)
		memset(after_ends(s), 0xff, 2 * (Size) items * sizeof(uint32));
	return s;
}

/* What a summary has of pairs, from counting them. */
static void
keep_pairs(CvAffinity *s, const CvPairs *pairs)
{
	s->npairs = (uint32) pairs->used;
	s->inside = (uint32) pairs->inside;
}

/* Put the pairs of a summary where there is room for them. */
static void
copy_pairs(CvAffinity *to, const CvAffinity *from)
{
	CvPairs		pairs = grown_pairs(to);

	if (from->growing)
	{
		CvPairs		all = grown_pairs(from);
		CvPairsWalk walk = {0};
		CvPair		pair;

		while (cv_pairs_next(&all, &walk, &pair))
			cv_pairs_add(&pairs, pair.a, pair.b, pair.count);
	}
	else
	{
		const uint32 *first = after_ends(from);

		for (uint32 a = 0; a < from->nitems; a++)
		{
			for (uint32 k = first[a]; k < first[a + 1]; k++)
			{
				CV_BREATHE(k);
				cv_pairs_add(&pairs, a, first[from->item_capacity + 1 + k], pair_counts(from)[k]);
			}
		}
	}
	keep_pairs(to, &pairs);
}

/* A growing copy with room for this many items, slots for pairs, a triangle, and bytes of names. */
static CvAffinity *
grow(const CvAffinity *s, Size items, Size pairs, uint32 side, Size bytes)
{
	CvAffinity *copy = new_summary(true, cv_names_doubled(s->growing ? s->item_capacity : 0, items, 8),
								   cv_names_doubled(s->growing ? s->pair_capacity : 0, pairs, 8), side,
								   cv_names_doubled(s->growing ? s->bytes_capacity : 0, bytes, 64));
	CvNames		from = names_of(s);
	CvNames		to;

	copy->kind = s->kind;
	copy->n = s->n;
	copy->nitems = s->nitems;
	copy->bytes_length = s->bytes_length;
	copy->seed = cv_names_seed();
	memcpy(cv_affinity_item_counts(copy), cv_affinity_item_counts(s), s->nitems * sizeof(int64));
	to = names_of(copy);
	cv_names_copy(&to, &from);
	copy_pairs(copy, s);
	return copy;
}

/* Slots for this many pairs. */
static Size
slots_for(Size pairs)
{
	return pairs + pairs / 3 + 1;
}

static CvAffinity *
writable_state(FunctionCallInfo fcinfo)
{
	CvAffinity *s = cv_state_get(PG_GETARG_DATUM(0), &cv_affinity_type);

	if (cv_in_aggregate(fcinfo) && s->growing)
		return s;
	return grow(s, s->nitems, slots_for(s->npairs), s->side, s->bytes_length);
}

/* The number of an item, which is given one when it is new; *s may become another one. */
uint32
cv_affinity_intern(CvAffinity **s, const char *name, int length)
{
	CvNames		names = names_of(*s);
	uint32	   *slot = cv_names_slot(&names, name, length);

	if (*slot != CV_NO_NAME)
		return *slot;
	if (!cv_names_room(&names, length))
	{
		*s = grow(*s, (Size) (*s)->nitems + 1, (*s)->pair_capacity, (*s)->side, (Size) (*s)->bytes_length + length);
		names = names_of(*s);
		slot = cv_names_slot(&names, name, length);
	}
	*slot = names.n;
	cv_names_append(&names, name, length);
	(*s)->bytes_length += length;
	return (*s)->nitems++;
}

static void
make_room_for_pairs(CvAffinity **s)
{
	CvPairs		pairs = grown_pairs(*s);
	uint32		side = (*s)->n <= PG_UINT32_MAX ? cv_pairs_side(&pairs, (*s)->item_capacity) : 0;

	if (pairs.used + pairs.inside >= MOST_PAIRS)
		too_many_pairs();
	*s = grow(*s, (*s)->nitems, (Size) (*s)->pair_capacity * (side > (*s)->side ? 1 : 2), side, (*s)->bytes_length);
}

/* n baskets more.  From 2^32 on a count might not fit in the triangle. */
void
cv_affinity_add_baskets(CvAffinity **s, int64 n)
{
	if ((*s)->n > CV_COUNTS_MOST - n)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("an affinity_summary can count at most " INT64_FORMAT " baskets", CV_COUNTS_MOST)));
	(*s)->n += n;
	if ((*s)->n > PG_UINT32_MAX && (*s)->side > 0)
		*s = grow(*s, (*s)->nitems, slots_for((Size) (*s)->npairs + (*s)->inside), 0, (*s)->bytes_length);
}

/* A basket of distinct items, which rise. */
static void
add_basket(CvAffinity **s, const uint32 *item, int64 n)
{
	CvPairsPlace place = {0, 1};

	cv_affinity_add_baskets(s, 1);
	for (int64 i = 0; i < n; i++)
		cv_affinity_item_counts(*s)[item[i]]++;
	for (bool done = false; !done;)
	{
		CvPairs		pairs = grown_pairs(*s);

		done = cv_pairs_count(&pairs, item, n, &place);
		keep_pairs(*s, &pairs);
		if (!done)
			make_room_for_pairs(s);
	}
}

/*
 * affinity_add(affinity_summary, items text[] | bigint[]) -> affinity_summary
 *
 * Transition functions of affinity_agg: a basket more.  Errors: 22023 for text and bigint items together and for an
 * array of several dimensions, 54000 beyond 25,165,824 pairs.
 */
static Datum
add_items(FunctionCallInfo fcinfo, CvItemKind kind)
{
	CvAffinity *s = writable_state(fcinfo);
	CvItems		items = cv_items_of(PG_GETARG_ARRAYTYPE_P(1), kind, "items");
	uint32	   *item = cv_alloc(2 * (Size) items.n * sizeof(uint32));
	const char *name;
	int			length;
	int64		n = 0;

	cv_check_item_kind(s->kind, kind);
	while ((name = cv_items_next(&items, &length)) != NULL)
	{
		CV_BREATHE(n);
		item[n++] = cv_affinity_intern(&s, name, length);
	}
	n = cv_items_tidy(item, n);
	if (n > 0)
	{
		s->kind = kind;
		add_basket(&s, item, n);
	}
	return cv_state_return(fcinfo, s, &cv_affinity_type);
}

PG_FUNCTION_INFO_V1(affinity_add_text);
PG_FUNCTION_INFO_V1(affinity_add_bigint);

Datum
affinity_add_text(PG_FUNCTION_ARGS)
{
	return add_items(fcinfo, CV_ITEMS_TEXT);
}

Datum
affinity_add_bigint(PG_FUNCTION_ARGS)
{
	return add_items(fcinfo, CV_ITEMS_BIGINT);
}

/* Count a pair of different items. */
void
cv_affinity_add_pair(CvAffinity **s, uint32 a, uint32 b, int64 count)
{
	CvPairs		pairs = grown_pairs(*s);

	while (!cv_pairs_add(&pairs, Min(a, b), Max(a, b), count))
	{
		make_room_for_pairs(s);
		pairs = grown_pairs(*s);
	}
	keep_pairs(*s, &pairs);
}

PG_FUNCTION_INFO_V1(affinity_merge);

/*
 * affinity_merge(affinity_summary, affinity_summary) -> affinity_summary
 *
 * The baskets of both: combine function, and transition function of rollup.  Errors: as affinity_add.
 */
Datum
affinity_merge(PG_FUNCTION_ARGS)
{
	CvAffinity *s = writable_state(fcinfo);
	CvAffinity *other = cv_state_get(PG_GETARG_DATUM(1), &cv_affinity_type);
	CvNames		names = names_of(other);
	uint32	   *number = cv_alloc(other->nitems * sizeof(uint32));

	cv_check_item_kind(s->kind, other->kind);
	s->kind = Max(s->kind, other->kind);
	cv_affinity_add_baskets(&s, other->n);
	for (uint32 i = 0; i < other->nitems; i++)
	{
		int			length;
		const char *name = cv_names_get(&names, i, &length);

		CV_BREATHE(i);
		number[i] = cv_affinity_intern(&s, name, length);
		cv_affinity_item_counts(s)[number[i]] += cv_affinity_item_counts(other)[i];
	}
	if (other->growing)
	{
		CvPairs		pairs = grown_pairs(other);
		CvPairsWalk walk = {0};
		CvPair		pair;

		while (cv_pairs_next(&pairs, &walk, &pair))
			cv_affinity_add_pair(&s, number[pair.a], number[pair.b], pair.count);
	}
	else
	{
		CvAffinityView view = cv_affinity_view(other);

		for (uint32 a = 0; a < view.nitems; a++)
		{
			for (uint32 k = view.first[a]; k < view.first[a + 1]; k++)
			{
				CV_BREATHE(k);
				cv_affinity_add_pair(&s, number[a], number[view.other[k]], view.pair_count[k]);
			}
		}
	}
	pfree(number);
	return cv_state_return(fcinfo, s, &cv_affinity_type);
}

/* Where each item's pairs begin, by the items' places in order. */
static void
set_first(CvAffinity *packed, const CvAffinity *s, const uint32 *rank)
{
	uint32	   *first = after_ends(packed);
	CvPairs		pairs = grown_pairs(s);
	CvPairsWalk walk = {0};
	CvPair		pair;

	memset(first, 0, ((Size) packed->nitems + 1) * sizeof(uint32));
	while (cv_pairs_next(&pairs, &walk, &pair))
		first[Min(rank[pair.a], rank[pair.b]) + 1]++;
	for (uint32 a = 0; a < packed->nitems; a++)
		first[a + 1] += first[a];
}

/* Put the pairs of one item, which are there, into order; row and scratch have room for them. */
static void
sort_row(CvAffinity *packed, uint32 a, CvPair *row, CvPair *scratch)
{
	const uint32 *first = after_ends(packed);
	uint32	   *other = after_ends(packed) + packed->nitems + 1;
	uint32		n = first[a + 1] - first[a];

	for (uint32 k = 0; k < n; k++)
		row[k] = (CvPair) {a, other[first[a] + k], pair_counts(packed)[first[a] + k]};
	cv_pairs_sort(row, scratch, n);
	for (uint32 k = 0; k < n; k++)
	{
		other[first[a] + k] = row[k].b;
		pair_counts(packed)[first[a] + k] = row[k].count;
	}
}

/* The pairs of a growing summary, each to its place. */
static void
pack_pairs(CvAffinity *packed, const CvAffinity *s, const uint32 *rank)
{
	uint32	   *next = cv_alloc(packed->nitems * sizeof(uint32));
	uint32	   *other = after_ends(packed) + packed->nitems + 1;
	CvPairs		pairs = grown_pairs(s);
	CvPairsWalk walk = {0};
	CvPair		pair;
	CvPair	   *row = cv_alloc(2 * (Size) packed->nitems * sizeof(CvPair));

	set_first(packed, s, rank);
	memcpy(next, after_ends(packed), packed->nitems * sizeof(uint32));
	while (cv_pairs_next(&pairs, &walk, &pair))
	{
		uint32		a = rank[pair.a];
		uint32		b = rank[pair.b];
		uint32		k = next[Min(a, b)]++;

		other[k] = Max(a, b);
		pair_counts(packed)[k] = pair.count;
	}
	for (uint32 a = 0; a < packed->nitems; a++)
		sort_row(packed, a, row, row + packed->nitems);
	pfree(next);
	pfree(row);
}

static int
digits_of(int64 x)
{
	return snprintf(NULL, 0, INT64_FORMAT, x);
}

/* The most bytes that a summary takes as text. */
static Size
text_width(const CvAffinity *s)
{
	Size		count = digits_of(s->n) + 1;
	Size		pairs = (Size) s->npairs + s->inside;

	return 64 + 2 * (Size) s->bytes_length + s->nitems * (count + 24) +
		pairs * (count + 2 * (Size) digits_of(s->nitems) + 2);
}

/* The form that is stored. */
static void *
pack(void *value)
{
	CvAffinity *s = value;
	CvAffinity *packed;
	CvNames		from = names_of(s);
	CvNames		to;
	uint32	   *rank;

	if (!s->growing)
		return s;
	if ((Size) s->npairs + s->inside > MOST_PAIRS)
		too_many_pairs();
	cv_check_text_size(cv_affinity_type.name, text_width(s), "Leave rare items out first.");
	rank = cv_names_rank(&from);
	packed = new_summary(false, s->nitems, s->npairs + s->inside, 0, s->bytes_length);
	packed->kind = s->kind;
	packed->n = s->n;
	packed->nitems = s->nitems;
	packed->npairs = s->npairs + s->inside;
	packed->bytes_length = s->bytes_length;
	to = names_of(packed);
	to.n = 0;
	cv_names_copy_ranked(&to, &from, rank);
	for (uint32 i = 0; i < s->nitems; i++)
		cv_affinity_item_counts(packed)[rank[i]] = cv_affinity_item_counts(s)[i];
	pack_pairs(packed, s, rank);
	pfree(rank);
	return packed;
}

/* A growing summary without baskets. */
CvAffinity *
cv_affinity_new(CvItemKind kind)
{
	CvAffinity *s = new_summary(true, 8, 8, 0, 64);

	s->kind = kind;
	s->seed = cv_names_seed();
	return s;
}

PG_FUNCTION_INFO_V1(affinity_pack);

/* affinity_pack(affinity_summary): final function, the form that is stored. */
Datum
affinity_pack(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(cv_affinity_packed(PG_GETARG_DATUM(0)));
}

CvAffinity *
cv_affinity_packed(Datum value)
{
	return pack(cv_state_get(value, &cv_affinity_type));
}

CvAffinityView
cv_affinity_view(CvAffinity *packed)
{
	CvAffinityView view = {packed->kind, packed->n, packed->nitems, packed->npairs, names_of(packed),
	cv_affinity_item_counts(packed), pair_counts(packed), after_ends(packed), after_ends(packed) + packed->nitems + 1};

	return view;
}

/* Baskets with both of two different items. */
int64
cv_affinity_together(const CvAffinityView *view, uint32 a, uint32 b)
{
	uint32		sought = Max(a, b);
	uint32		low = view->first[Min(a, b)];
	uint32		high = view->first[Min(a, b) + 1];

	while (low < high)
	{
		uint32		middle = low + (high - low) / 2;

		if (view->other[middle] < sought)
			low = middle + 1;
		else
			high = middle;
	}
	return low < view->first[Min(a, b) + 1] && view->other[low] == sought ? view->pair_count[low] : 0;
}

/*
 * The lift that independent items would have because large baskets hold everything: E[s (s - 1)] / E[s]^2 for baskets
 * of size s.  Sizes need not be kept: item counts add up to all s, pair counts to all s (s - 1) / 2.
 */
double
cv_affinity_size_effect(const CvAffinityView *view)
{
	cv_int128	items = 0;
	cv_int128	pairs = 0;

	for (uint32 i = 0; i < view->nitems; i++)
		items += view->item_count[i];
	for (uint32 k = 0; k < view->npairs; k++)
	{
		CV_BREATHE(k);
		pairs += view->pair_count[k];
	}
	return 2 * (double) pairs * (double) view->n / ((double) items * (double) items);
}
