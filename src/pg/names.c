/*
 * names.c - distinct names, numbered from 0, as a part of a packed value.
 */
#include "pg/names.h"

#include "lib/stringinfo.h"
#include "num/sort.h"

/* Another number each time, which nobody outside can tell beforehand. */
uint64
cv_names_seed(void)
{
	static uint64 seed = 0;

	if (seed == 0 && !pg_strong_random(&seed, sizeof(seed)))
		seed = (uint64) MyProcPid;
	seed += UINT64CONST(0x9e3779b97f4a7c15);
	return seed;
}

/* The slot where this name is or would be. */
uint32 *
cv_names_slot(const CvNames *names, const char *name, int length)
{
	uint32		mask = 2 * names->capacity - 1;
	uint32		at = cv_name_hash(name, length, names->seed) & mask;

	for (uint32 probes = 0; names->slot[at] != CV_NO_NAME; at = (at + 1) & mask, probes++)
	{
		int			other_length;
		const char *other = cv_names_get(names, names->slot[at], &other_length);

		CV_BREATHE_OFTEN(probes);
		if (other_length == length && cv_name_equals(other, name, length))
			break;
	}
	return &names->slot[at];
}

/* Put a name at the end, for which there is room; without a hash table. */
void
cv_names_append(CvNames *names, const char *name, int length)
{
	uint32		start = cv_names_length(names);

	memcpy(names->bytes + start, name, length);
	names->end[names->n++] = start + length;
}

/* The same names in another place; it is given a hash table when it has room for one. */
void
cv_names_copy(CvNames *to, const CvNames *from)
{
	memcpy(to->end, from->end, from->n * sizeof(uint32));
	memcpy(to->bytes, from->bytes, cv_names_length(from));
	to->n = from->n;
	if (to->slot == NULL)
		return;
	memset(to->slot, 0xff, 2 * (Size) to->capacity * sizeof(uint32));
	for (uint32 i = 0; i < to->n; i++)
	{
		int			length;
		const char *name = cv_names_get(to, i, &length);

		CV_BREATHE(i);
		*cv_names_slot(to, name, length) = i;
	}
}

int
cv_names_compare(const char *a, int na, const char *b, int nb)
{
	int			order = memcmp(a, b, Min(na, nb));

	return order != 0 ? order : na - nb;
}

static inline bool
is_before(const CvPlacedName *a, const CvPlacedName *b)
{
	CHECK_FOR_INTERRUPTS();
	return cv_names_compare(a->name, a->length, b->name, b->length) < 0;
}

#define IS_BEFORE(a, b) is_before(&(a), &(b))
CV_DEFINE_SORT(sort_placed, CvPlacedName, IS_BEFORE)

/* In the order of their bytes. */
void
cv_names_sort(CvPlacedName *placed, uint32 n)
{
	CvPlacedName *scratch = cv_alloc((Size) n * sizeof(CvPlacedName));

	sort_placed(placed, scratch, n);
	pfree(scratch);
}

/* The place of each name in the order of bytes. */
uint32 *
cv_names_rank(const CvNames *names)
{
	uint32	   *rank = cv_alloc(names->n * sizeof(uint32));
	CvPlacedName *placed = cv_alloc((Size) names->n * sizeof(CvPlacedName));

	for (uint32 i = 0; i < names->n; i++)
	{
		placed[i].name = cv_names_get(names, i, &placed[i].length);
		placed[i].number = i;
	}
	cv_names_sort(placed, names->n);
	for (uint32 i = 0; i < names->n; i++)
		rank[placed[i].number] = i;
	pfree(placed);
	return rank;
}

/* The names in the order that ranks say, where there is room for them. */
void
cv_names_copy_ranked(CvNames *to, const CvNames *from, const uint32 *rank)
{
	uint32	   *number = cv_alloc(from->n * sizeof(uint32));

	for (uint32 i = 0; i < from->n; i++)
		number[rank[i]] = i;
	for (uint32 i = 0; i < from->n; i++)
	{
		int			length;
		const char *name = cv_names_get(from, number[i], &length);

		CV_BREATHE(i);
		cv_names_append(to, name, length);
	}
	pfree(number);
}

/* The number of a name among names in order, or -1. */
int64
cv_names_find(const CvNames *names, const char *name, int length)
{
	int64		low = 0;
	int64		high = (int64) names->n - 1;

	while (low <= high)
	{
		int64		middle = low + (high - low) / 2;
		int			other_length;
		const char *other = cv_names_get(names, (uint32) middle, &other_length);
		int			order = cv_names_compare(name, length, other, other_length);

		if (order == 0)
			return middle;
		if (order < 0)
			high = middle - 1;
		else
			low = middle + 1;
	}
	return -1;
}

/* Are the names, which came in from outside, in order of their bytes, none of them twice? */
bool
cv_names_valid(const CvNames *names)
{
	for (uint32 i = 1; i < names->n; i++)
	{
		int			before_length,
					length;
		const char *before = cv_names_get(names, i - 1, &before_length);
		const char *name = cv_names_get(names, i, &length);

		CV_BREATHE(i);
		if (cv_names_compare(before, before_length, name, length) >= 0)
			return false;
	}
	return true;
}

/* A power of two from least up that is enough; larger than any value can be when none is. */
uint32
cv_names_doubled(uint32 capacity, Size wanted, uint32 least)
{
	capacity = Max(capacity, least);
	while (capacity < wanted && capacity < MaxAllocSize)
		capacity *= 2;
	return capacity;
}

void
cv_print_name(StringInfo out, const char *name, int length)
{
	appendStringInfoChar(out, '"');
	for (int i = 0; i < length; i++)
	{
		CV_BREATHE(i);
		if (name[i] == '"' || name[i] == '\\')
			appendStringInfoChar(out, '\\');
		appendStringInfoChar(out, name[i]);
	}
	appendStringInfoChar(out, '"');
}

/* What comes after the name, or NULL when it is not one in quotes. */
const char *
cv_scan_name(const char *at, StringInfo name)
{
	resetStringInfo(name);
	if (*at++ != '"')
		return NULL;
	for (; *at != '"'; at++)
	{
		CV_BREATHE(name->len);
		if (*at == '\\')
			at++;
		if (*at == '\0')
			return NULL;
		appendStringInfoChar(name, *at);
	}
	return at + 1;
}
