/*
 * itemsets.h - the type itemsets: baskets, or the sets of items that were found in them.
 */
#ifndef CV_ITEMSETS_VALUE_H
#define CV_ITEMSETS_VALUE_H

#include "affinity/core/itemsets.h"
#include "affinity/items.h"
#include "pg/state.h"

/*
 * One flat value: a list of sets of items, each with a count.  Behind the head follow, each as long as its capacity:
 *
 *	count[]		8 bytes a set
 *	first[]		8 bytes a set and one: where its items begin
 *	item[]		4 bytes each: the items of all sets, by number
 *	end[]		4 bytes an item: where its name ends
 *	slot[]		(growing only) hash table of the items, 8 bytes each
 *	bytes		the names
 *
 * Growing, the sets are baskets in the order they came, with count 1.  Packed, they are in order of size and then of
 * items, none of them twice; items are in order of their bytes (bigint: of the numbers); no spare room.
 */
typedef struct CvItemsets
{
	int32		vl_len_;
	uint8		version;
	bool		growing;
	bool		mined;			/* sets that were found, not baskets */
	uint8		kind;			/* CvItemKind; none: no baskets */
	int32		max_size;		/* of sets to be found; 0: any */
	uint32		nitems;
	int64		n;				/* baskets */
	int64		min_count;
	uint64		seed;
	int64		nsets;
	int64		set_capacity;
	int64		lines;			/* items of all sets */
	int64		line_capacity;
	uint32		item_capacity;
	uint32		bytes_length;
	uint32		bytes_capacity;
	uint32		unused;
} CvItemsets;

#define CV_ITEMSETS_LIMIT ((Size) 512 << 20)

extern const CvStateType cv_itemsets_type;

extern CvItemsets *cv_itemsets_new(CvItemKind kind, int64 min_count, int max_size);
extern CvItemsets *cv_itemsets_packed(Datum value);
extern uint32 cv_itemsets_intern(CvItemsets **s, const char *name, int length);
extern void cv_itemsets_append(CvItemsets **s, const uint32 *item, int64 size, int64 count);
extern CvSets cv_itemsets_sets(const CvItemsets *s);
extern CvNames cv_itemsets_names(const CvItemsets *s);

#endif							/* CV_ITEMSETS_VALUE_H */
