/*
 * itemsets.c - itemsets_agg: which sets of items are in many baskets?
 *
 * Finding sets takes all baskets, so the state holds them: 4 bytes for each item in a basket and 16 for the basket,
 * twice that while it grows, up to 512 MB.  Finding takes about as much again, and what is found may take 512 MB:
 * beyond that it is an error that says so, whatever the baskets are.
 */
#include "affinity/itemsets.h"

#include <limits.h>

#include "affinity/core/pairs.h"
#include "num/sort.h"

#define ITEMSETS_VERSION 1
#define HEAD sizeof(CvItemsets)

static Size
size_of(bool growing, Size items, Size sets, Size lines, Size bytes)
{
	return HEAD + sets * sizeof(int64) + (sets + 1) * sizeof(int64) + (lines + (growing ? 3 : 1) * items) *
		sizeof(uint32) + bytes;
}

static int64 *
set_counts(const CvItemsets *s)
{
	return (int64 *) (s + 1);
}

static int64 *
set_firsts(const CvItemsets *s)
{
	return set_counts(s) + s->set_capacity;
}

static uint32 *
set_items(const CvItemsets *s)
{
	return (uint32 *) (set_firsts(s) + s->set_capacity + 1);
}

CvSets
cv_itemsets_sets(const CvItemsets *s)
{
	CvSets		sets = {s->nsets, set_firsts(s), set_items(s), set_counts(s)};

	return sets;
}

CvNames
cv_itemsets_names(const CvItemsets *s)
{
	CvNames		names = {s->nitems, s->item_capacity, s->bytes_capacity, set_items(s) + s->line_capacity, NULL, NULL,
						 s->seed};

	if (s->growing)
	{
		names.slot = names.end + s->item_capacity;
		names.bytes = (char *) (names.slot + 2 * (Size) s->item_capacity);
	}
	else
		names.bytes = (char *) (names.end + s->item_capacity);
	return names;
}

/* Lengths are below the limit, so that no sum of them overflows. */
static bool
fits(const void *value)
{
	const CvItemsets *s = value;

	return s->set_capacity >= 0 && s->set_capacity <= (int64) CV_ITEMSETS_LIMIT && s->line_capacity >= 0 &&
		s->line_capacity <= (int64) CV_ITEMSETS_LIMIT && s->nsets >= 0 && s->nsets <= s->set_capacity &&
		s->lines >= 0 && s->lines <= s->line_capacity && s->nitems <= s->item_capacity &&
		s->bytes_length <= s->bytes_capacity && s->kind <= CV_ITEMS_BIGINT &&
		(!s->growing || (s->item_capacity > 0 && (s->item_capacity & (s->item_capacity - 1)) == 0)) &&
		VARSIZE(s) == size_of(s->growing, s->item_capacity, s->set_capacity, s->line_capacity, s->bytes_capacity);
}

static void *pack(void *value);

const CvStateType cv_itemsets_type = {"itemsets", "\"v1 itemsets text n min=m \"item\" ... / a-b:count ...\"",
									  ITEMSETS_VERSION, HEAD, fits, pack};

/* Errors: 54000. */
static CvItemsets *
new_value(const CvItemsets *like, bool growing, Size items, Size sets, Size lines, Size bytes)
{
	Size		size = size_of(growing, items, sets, lines, bytes);
	CvItemsets *s;

	if (size > CV_ITEMSETS_LIMIT)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("%s exceed 512 MB at " INT64_FORMAT, like->mined ? "item sets" : "baskets", like->nsets),
				 errhint(like->mined ? "Raise min_count, or give a max_size." :
						 "Take a random sample of the baskets, or leave rare items out first.")));
	s = cv_state_new(&cv_itemsets_type, size, HEAD);
	s->growing = growing;
	s->mined = like->mined;
	s->kind = like->kind;
	s->max_size = like->max_size;
	s->n = like->n;
	s->min_count = like->min_count;
	s->item_capacity = (uint32) items;
	s->set_capacity = sets;
	s->line_capacity = lines;
	s->bytes_capacity = (uint32) bytes;
	set_firsts(s)[0] = 0;
	return s;
}

/* The room that is next: twice as much when it is not enough, but near the limit no more than there is. */
static Size
next_room(Size room, Size wanted, Size width)
{
	Size		twice = Max(2 * room, 64);

	if (wanted <= room)
		return room;
	return twice * width <= CV_ITEMSETS_LIMIT / 2 ? Max(twice, wanted) : wanted + wanted / 8;
}

/* A growing copy with room for this many items, sets, lines and bytes of names. */
static CvItemsets *
grow(const CvItemsets *s, Size items, Size sets, Size lines, Size bytes)
{
	bool		growing = s->growing;
	CvItemsets *copy = new_value(s, true, cv_names_doubled(growing ? s->item_capacity : 0, items, 8),
								 next_room(growing ? s->set_capacity : 0, sets, 2 * sizeof(int64)),
								 next_room(growing ? s->line_capacity : 0, lines, sizeof(uint32)),
								 cv_names_doubled(growing ? s->bytes_capacity : 0, bytes, 64));
	CvNames		from = cv_itemsets_names(s);
	CvNames		to;

	copy->nitems = s->nitems;
	copy->bytes_length = s->bytes_length;
	copy->nsets = s->nsets;
	copy->lines = s->lines;
	copy->seed = cv_names_seed();
	memcpy(set_counts(copy), set_counts(s), s->nsets * sizeof(int64));
	memcpy(set_firsts(copy), set_firsts(s), (s->nsets + 1) * sizeof(int64));
	memcpy(set_items(copy), set_items(s), s->lines * sizeof(uint32));
	to = cv_itemsets_names(copy);
	cv_names_copy(&to, &from);
	return copy;
}

CvItemsets *
cv_itemsets_new(CvItemKind kind, int64 min_count, int max_size)
{
	CvItemsets	like = {.kind = kind, .min_count = min_count, .max_size = max_size};
	CvItemsets *s = new_value(&like, true, 8, 64, 64, 64);
	CvNames		names = cv_itemsets_names(s);

	s->seed = names.seed = cv_names_seed();
	cv_names_copy(&names, &names);
	return s;
}

/* The number of an item, which is given one when it is new; *s, which is growing, may become another one. */
uint32
cv_itemsets_intern(CvItemsets **s, const char *name, int length)
{
	CvNames		names = cv_itemsets_names(*s);
	uint32	   *slot = cv_names_slot(&names, name, length);

	if (*slot != CV_NO_NAME)
		return *slot;
	if (!cv_names_room(&names, length))
	{
		*s = grow(*s, (Size) (*s)->nitems + 1, (*s)->set_capacity, (*s)->line_capacity,
				  (Size) (*s)->bytes_length + length);
		names = cv_itemsets_names(*s);
		slot = cv_names_slot(&names, name, length);
	}
	*slot = names.n;
	cv_names_append(&names, name, length);
	(*s)->bytes_length += length;
	return (*s)->nitems++;
}

/* A set of distinct items in any order; *s, which is growing, may become another one. */
void
cv_itemsets_append(CvItemsets **s, const uint32 *item, int64 size, int64 count)
{
	if ((*s)->nsets == (*s)->set_capacity || (*s)->lines + size > (*s)->line_capacity)
		*s = grow(*s, (*s)->nitems, (*s)->nsets + 1, (*s)->lines + size, (*s)->bytes_length);
	memcpy(set_items(*s) + (*s)->lines, item, size * sizeof(uint32));
	(*s)->lines += size;
	set_counts(*s)[(*s)->nsets++] = count;
	set_firsts(*s)[(*s)->nsets] = (*s)->lines;
}

/* A set that is to find its place. */
typedef struct Placed
{
	const uint32 *item;
	int64		size;
	int64		count;
} Placed;

static inline bool
is_before(const Placed *x, const Placed *y)
{
	CHECK_FOR_INTERRUPTS();
	return cv_sets_compare(x->item, x->size, y->item, y->size) < 0;
}

#define IS_BEFORE(x, y) is_before(&(x), &(y))
CV_DEFINE_SORT(sort_placed, Placed, IS_BEFORE)

/* The sets in order, with items by rank; equal ones are one.  item has room for the items of all. */
static Placed *
order_sets(const CvItemsets *s, const uint32 *rank, uint32 *item, int64 *nsets)
{
	CvSets		sets = cv_itemsets_sets(s);
	Placed	   *placed = cv_alloc(2 * (Size) s->nsets * sizeof(Placed));
	uint32	   *row = cv_alloc(2 * ((Size) s->nitems + 1) * sizeof(uint32));
	int64		kept = 0;

	for (int64 i = 0; i < s->nsets; i++)
	{
		int64		first = sets.first[i];
		int64		size = sets.first[i + 1] - first;

		CV_BREATHE(i);
		for (int64 k = 0; k < size; k++)
			row[k] = rank[sets.item[first + k]];
		cv_items_tidy(row, size);
		memcpy(item + first, row, size * sizeof(uint32));
		placed[i] = (Placed) {item + first, size, sets.count[i]};
	}
	pfree(row);
	sort_placed(placed, placed + s->nsets, s->nsets);
	for (int64 i = 0; i < s->nsets; i++)
	{
		CV_BREATHE(i);
		if (kept > 0 && cv_sets_compare(placed[kept - 1].item, placed[kept - 1].size, placed[i].item,
										placed[i].size) == 0)
			placed[kept - 1].count += placed[i].count;
		else
			placed[kept++] = placed[i];
	}
	*nsets = kept;
	return placed;
}

static void
append_packed(CvItemsets *packed, const Placed *placed)
{
	memcpy(set_items(packed) + packed->lines, placed->item, placed->size * sizeof(uint32));
	packed->lines += placed->size;
	set_counts(packed)[packed->nsets++] = placed->count;
	set_firsts(packed)[packed->nsets] = packed->lines;
}

/* The most bytes that a value takes as text. */
static Size
text_width(const CvItemsets *s)
{
	int			item = snprintf(NULL, 0, "%u", s->nitems) + 1;
	int			count = snprintf(NULL, 0, INT64_FORMAT, s->n) + 2;

	return 128 + 2 * (Size) s->bytes_length + (Size) s->nitems * 24 + s->lines * item + s->nsets * count;
}

/* The form that is stored. */
static void *
pack(void *value)
{
	CvItemsets *s = value;
	CvItemsets *packed;
	CvNames		from = cv_itemsets_names(s);
	CvNames		to;
	uint32	   *rank;
	uint32	   *item;
	Placed	   *placed;
	int64		nsets;
	int64		lines = 0;

	if (!s->growing)
		return s;
	cv_check_text_size(cv_itemsets_type.name, text_width(s),
					   s->mined ? "Raise min_count, or give a max_size." : "Leave rare items out first.");
	rank = cv_names_rank(&from);
	item = cv_alloc(s->lines * sizeof(uint32));
	placed = order_sets(s, rank, item, &nsets);
	for (int64 i = 0; i < nsets; i++)
		lines += placed[i].size;
	packed = new_value(s, false, s->nitems, nsets, lines, s->bytes_length);
	packed->nitems = s->nitems;
	packed->bytes_length = s->bytes_length;
	for (int64 i = 0; i < nsets; i++)
		append_packed(packed, &placed[i]);
	to = cv_itemsets_names(packed);
	to.n = 0;
	cv_names_copy_ranked(&to, &from, rank);
	pfree(rank);
	pfree(item);
	pfree(placed);
	return packed;
}

CvItemsets *
cv_itemsets_packed(Datum value)
{
	return pack(cv_state_get(value, &cv_itemsets_type));
}

static void
check_parameters(const CvItemsets *s, int64 min_count, int max_size)
{
	if (s->kind != CV_ITEMS_NONE && (s->min_count != min_count || s->max_size != max_size))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s changes within an aggregate, from " INT64_FORMAT " to " INT64_FORMAT,
						s->min_count != min_count ? "min_count" : "max_size",
							s->min_count != min_count ? s->min_count : s->max_size,
						s->min_count != min_count ? min_count : max_size),
				 errhint("All arguments but the first must be the same for all rows of a group.")));
}

static void
refuse_mined(const CvItemsets *s)
{
	if (s->mined)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("item sets that were found cannot take more baskets"),
				 errhint("Find them anew in all baskets.")));
}

static CvItemsets *
writable_state(FunctionCallInfo fcinfo)
{
	CvItemsets *s = cv_state_get(PG_GETARG_DATUM(0), &cv_itemsets_type);

	refuse_mined(s);
	if (cv_in_aggregate(fcinfo) && s->growing)
		return s;
	return grow(s, s->nitems, s->nsets, s->lines, s->bytes_length);
}

static void
take_parameters(CvItemsets *s, CvItemKind kind, int64 min_count, int max_size)
{
	cv_check_item_kind(s->kind, kind);
	check_parameters(s, min_count, max_size);
	s->kind = kind;
	s->min_count = min_count;
	s->max_size = max_size;
}

static int64
min_count_arg(FunctionCallInfo fcinfo)
{
	int64		min_count = PG_GETARG_INT64(2);

	if (min_count < 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("min_count must be at least 1, not " INT64_FORMAT, min_count),
				 errhint("It is a number of baskets: for a share use ceil(share * number of baskets).")));
	return min_count;
}

static Datum
add_items(FunctionCallInfo fcinfo, CvItemKind kind)
{
	CvItemsets *s = writable_state(fcinfo);
	CvItems		items = cv_items_of(PG_GETARG_ARRAYTYPE_P(1), kind, "items");
	int64		min_count = min_count_arg(fcinfo);
	int			max_size = PG_NARGS() > 3 ? cv_check_range(PG_GETARG_INT32(3), "max_size", 1, INT_MAX) : 0;
	uint32	   *item = cv_alloc(2 * (Size) items.n * sizeof(uint32));
	const char *name;
	int			length;
	int64		n = 0;

	take_parameters(s, kind, min_count, max_size);
	while ((name = cv_items_next(&items, &length)) != NULL)
	{
		CV_BREATHE(n);
		item[n++] = cv_itemsets_intern(&s, name, length);
	}
	n = cv_items_tidy(item, n);
	if (n > 0)
	{
		s->n++;
		cv_itemsets_append(&s, item, n, 1);
	}
	return cv_state_return(fcinfo, s, &cv_itemsets_type);
}

PG_FUNCTION_INFO_V1(itemsets_add_text);
PG_FUNCTION_INFO_V1(itemsets_add_bigint);

/*
 * itemsets_add(itemsets, items text[] | bigint[], min_count bigint [, max_size integer]) -> itemsets
 *
 * Transition functions of itemsets_agg: a basket more.  Errors: 22023 for text and bigint items together, an array of
 * several dimensions, min_count and max_size below 1 or changing, and sets that were found already; 54000 beyond 512
 * MB.
 */
Datum
itemsets_add_text(PG_FUNCTION_ARGS)
{
	return add_items(fcinfo, CV_ITEMS_TEXT);
}

Datum
itemsets_add_bigint(PG_FUNCTION_ARGS)
{
	return add_items(fcinfo, CV_ITEMS_BIGINT);
}

PG_FUNCTION_INFO_V1(itemsets_merge);

/* itemsets_merge(itemsets, itemsets) -> itemsets: the baskets of both, combine function.  Errors: as itemsets_add. */
Datum
itemsets_merge(PG_FUNCTION_ARGS)
{
	CvItemsets *s = writable_state(fcinfo);
	CvItemsets *other = cv_state_get(PG_GETARG_DATUM(1), &cv_itemsets_type);
	CvNames		names = cv_itemsets_names(other);
	CvSets		sets = cv_itemsets_sets(other);
	uint32	   *number = cv_alloc(((Size) other->nitems + 1) * sizeof(uint32));
	uint32	   *row = cv_alloc(((Size) other->nitems + 1) * sizeof(uint32));

	refuse_mined(other);
	if (other->kind != CV_ITEMS_NONE)
		take_parameters(s, other->kind, other->min_count, other->max_size);
	for (uint32 i = 0; i < other->nitems; i++)
	{
		int			length;
		const char *name = cv_names_get(&names, i, &length);

		CV_BREATHE(i);
		number[i] = cv_itemsets_intern(&s, name, length);
	}
	for (int64 i = 0; i < sets.n; i++)
	{
		int64		size = sets.first[i + 1] - sets.first[i];

		CV_BREATHE(i);
		for (int64 k = 0; k < size; k++)
			row[k] = number[sets.item[sets.first[i] + k]];
		cv_itemsets_append(&s, row, size, sets.count[i]);
		s->n += sets.count[i];
	}
	pfree(number);
	pfree(row);
	return cv_state_return(fcinfo, s, &cv_itemsets_type);
}

/* itemsets_agg's end at work. */
typedef struct Finding
{
	CvItemsets *found;
	int			told;			/* twentieths that were reported */
} Finding;

static void
take_set(void *data, const uint32_t *item, int size, int64_t count)
{
	Finding    *finding = data;
	CvItemsets *before = finding->found;

	cv_itemsets_append(&finding->found, item, size, count);
	if (finding->found != before)
		pfree(before);
}

/* At most twenty messages. */
static void
report_step(void *data, uint32_t done, uint32_t all)
{
	Finding    *finding = data;
	int			twentieths = (int) ((uint64) done * 20 / all);

	if (twentieths == finding->told)
		return;
	finding->told = twentieths;
	ereport(NOTICE,
			(errmsg("item %u of %u: " INT64_FORMAT " item sets", done, all, finding->found->nsets)));
}

/* Give the found sets the names of the items in them; packed has no other items then. */
static void
name_items(CvItemsets **found, const CvItemsets *baskets)
{
	CvNames		names = cv_itemsets_names(baskets);
	uint32	   *number = cv_alloc(names.n * sizeof(uint32));

	memset(number, 0xff, names.n * sizeof(uint32));
	for (int64 k = 0; k < (*found)->lines; k++)
	{
		uint32		item = set_items(*found)[k];

		CV_BREATHE(k);
		if (number[item] == CV_NO_NAME)
		{
			int			length;
			const char *name = cv_names_get(&names, item, &length);

			number[item] = cv_itemsets_intern(found, name, length);
		}
		set_items(*found)[k] = number[item];
	}
	pfree(number);
}

PG_FUNCTION_INFO_V1(itemsets_find);

/*
 * itemsets_find(itemsets) -> itemsets
 *
 * Final function of itemsets_agg: the sets of items in min_count baskets or more, in the form that is stored.  NULL
 * without baskets.  Errors: 54000 when there are more than 512 MB of them.
 */
Datum
itemsets_find(PG_FUNCTION_ARGS)
{
	CvItemsets *baskets = cv_itemsets_packed(PG_GETARG_DATUM(0));
	CvSets		sets = cv_itemsets_sets(baskets);
	Finding		finding = {NULL, 0};
	CvMining	mining = {baskets->nitems, baskets->min_count, baskets->max_size > 0 ? baskets->max_size : INT_MAX,
	cv_alloc, pfree, take_set, cv_progress ? report_step : NULL, &finding};

	refuse_mined(baskets);
	if (baskets->n == 0)
		PG_RETURN_NULL();
	finding.found = cv_itemsets_new(baskets->kind, baskets->min_count, baskets->max_size);
	finding.found->n = baskets->n;
	finding.found->mined = true;
	cv_mine(&sets, &mining);
	name_items(&finding.found, baskets);
	PG_RETURN_POINTER(pack(finding.found));
}
