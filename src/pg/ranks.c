/*
 * ranks.c - the ranks of texts in the order of their bytes.
 *
 * What is sorted is a text, a zero and its place in eight bytes.  No text has a zero, so one that
 * another begins with comes first.
 */
#include "pg/ranks.h"

#include "catalog/pg_type.h"
#include "utils/tuplesort.h"
#include "utils/typcache.h"

#define TAIL (1 + sizeof(int64))

CvRanks
cv_ranks_begin(void)
{
	CvRanks		ranks = {.room = 256};
	Oid			is_less = lookup_type_cache(BYTEAOID, TYPECACHE_LT_OPR)->lt_opr;

	ranks.sort = tuplesort_begin_datum(BYTEAOID, is_less, InvalidOid, false, work_mem, NULL, 0);
	ranks.row = palloc(ranks.room);
	return ranks;
}

void
cv_ranks_put(CvRanks *ranks, const char *bytes, Size length, int64 place)
{
	Size		size = VARHDRSZ + length + TAIL;
	char	   *tail;

	if (size > ranks->room)
	{
		ranks->room = Max(size, Min(2 * ranks->room, MaxAllocSize));
		ranks->row = repalloc(ranks->row, ranks->room);
	}
	SET_VARSIZE(ranks->row, size);
	memcpy(VARDATA(ranks->row), bytes, length);
	tail = VARDATA(ranks->row) + length;
	tail[0] = '\0';
	memcpy(tail + 1, &place, sizeof(place));
	tuplesort_putdatum(ranks->sort, PointerGetDatum(ranks->row), false);
}

/* Are two sorted ones of the same text? */
static bool
same_text(const struct varlena *a, const struct varlena *b)
{
	return VARSIZE_ANY_EXHDR(a) == VARSIZE_ANY_EXHDR(b) &&
		memcmp(VARDATA_ANY(a), VARDATA_ANY(b), VARSIZE_ANY_EXHDR(a) - sizeof(int64)) == 0;
}

void
cv_ranks_end(CvRanks *ranks, uint64 *rank)
{
	struct varlena *before = NULL;
	uint64		next = 0;
	Datum		value;
	bool		isnull;

	tuplesort_performsort(ranks->sort);
	while (cv_tuplesort_getdatum(ranks->sort, &value, &isnull))
	{
		struct varlena *row = (struct varlena *) DatumGetPointer(value);
		int64		place;

		CHECK_FOR_INTERRUPTS();
		memcpy(&place, VARDATA_ANY(row) + VARSIZE_ANY_EXHDR(row) - sizeof(place), sizeof(place));
		if (before != NULL && !same_text(before, row))
			next++;
		rank[place] = next;
		if (before != NULL)
			pfree(before);
		before = row;
	}
	tuplesort_end(ranks->sort);
	pfree(ranks->row);
}
