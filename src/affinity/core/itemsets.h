/*
 * itemsets.h - the sets of items that are in many baskets.
 */
#ifndef CV_ITEMSETS_H
#define CV_ITEMSETS_H

#include "num/num.h"

/*
 * Sets of items with a count each: the items of set i are item[first[i]] .. item[first[i + 1] - 1], rising.  Baskets
 * are such a list, with how often each occurs, and so are the sets that are found in them.
 */
typedef struct CvSets
{
	int64_t		n;
	const int64_t *first;		/* n + 1 */
	const uint32_t *item;
	const int64_t *count;
} CvSets;

/* What to look for, and whom to tell. */
typedef struct CvMining
{
	uint32_t	nitems;			/* items are below */
	int64_t		min_count;		/* from 1 up */
	int			max_size;		/* of sets; INT_MAX: of any size */
	void	   *(*alloc) (size_t size); /* memory of any size, or it does not return */
	void		(*release) (void *memory);
	void		(*found) (void *data, const uint32_t *item, int size, int64_t count);	/* items in no order */
	void		(*step) (void *data, uint32_t done, uint32_t all);	/* may be NULL: frequent items worked through */
	void	   *data;
} CvMining;

extern void cv_mine(const CvSets *baskets, const CvMining *mining);

/* The set of these rising items in a list in order of size and then of items; -1 when it is not there. */
extern int64_t cv_sets_find(const CvSets *sets, const uint32_t *item, int64_t size);
extern int	cv_sets_compare(const uint32_t *a, int64_t na, const uint32_t *b, int64_t nb);

#endif							/* CV_ITEMSETS_H */
