/*
 * summary.h - affinity_summary: how many baskets there are, with each item and with each pair of items.
 */
#ifndef CV_AFFINITY_SUMMARY_H
#define CV_AFFINITY_SUMMARY_H

#include "affinity/core/measures.h"
#include "affinity/core/pairs.h"
#include "affinity/items.h"
#include "pg/state.h"

/*
 * One flat value.  Behind the head follow, each as long as its capacity:
 *
 *	growing										packed
 *	item_count[]	8 bytes an item				item_count[]
 *	pair[]			16 bytes: a hash table		pair_count[]	8 bytes a pair
 *	triangle[]		4 bytes: see CvPairs		end[]			where an item's name ends
 *	end[]			where an item's name ends	first[]			of each item: its first pair
 *	slot[]			hash table of the items		other[]			4 bytes a pair: the second item
 *	bytes			the names					bytes
 *
 * A growing summary is the state of an aggregate: capacities are powers of two, items have numbers as they came.  A
 * packed one has no spare room; items are in order of their bytes (bigint: of the numbers), the pairs of an item with
 * later ones stand together and in order, so equal summaries are equal bytes.
 */
typedef struct CvAffinity
{
	int32		vl_len_;
	uint8		version;
	bool		growing;
	uint8		kind;			/* CvItemKind; none: no baskets */
	uint8		unused;
	int64		n;				/* baskets with any item */
	uint64		seed;			/* growing: of both hash tables */
	uint32		nitems;
	uint32		item_capacity;
	uint32		bytes_length;
	uint32		bytes_capacity;
	uint32		npairs;			/* growing: those in the hash table */
	uint32		pair_capacity;
	uint32		inside;			/* growing: pairs in the triangle */
	uint32		side;			/* growing: of the triangle */
} CvAffinity;

/* A packed summary at hand. */
typedef struct CvAffinityView
{
	CvItemKind	kind;
	int64		n;
	uint32		nitems;
	uint32		npairs;
	CvNames		names;
	const int64 *item_count;
	const int64 *pair_count;
	const uint32 *first;		/* nitems + 1 */
	const uint32 *other;
} CvAffinityView;

extern const CvStateType cv_affinity_type;

/* Building one from outside: *s, which is growing, may become another one. */
extern CvAffinity *cv_affinity_new(CvItemKind kind);
extern void cv_affinity_add_baskets(CvAffinity **s, int64 n);
extern uint32 cv_affinity_intern(CvAffinity **s, const char *name, int length);
extern int64 *cv_affinity_item_counts(const CvAffinity *s);
extern void cv_affinity_add_pair(CvAffinity **s, uint32 a, uint32 b, int64 count);

extern CvAffinity *cv_affinity_packed(Datum value);
extern CvAffinityView cv_affinity_view(CvAffinity *packed);
extern int64 cv_affinity_together(const CvAffinityView *view, uint32 a, uint32 b);
extern double cv_affinity_size_effect(const CvAffinityView *view);

/* The baskets of a pair of items. */
static inline CvCounts
cv_affinity_counts(const CvAffinityView *view, uint32 a, uint32 b, int64 ab)
{
	CvCounts	counts = {view->n, view->item_count[a], view->item_count[b], ab};

	return counts;
}

#endif							/* CV_AFFINITY_SUMMARY_H */
