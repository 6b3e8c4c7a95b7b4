/*
 * allocate.h - the largest-remainder rule (Hamilton's method).
 *
 * A cost of C units is divided over drivers q_1..q_n with sum Q.  Row i's exact share
 * is C q_i / Q; it first gets the floor of that, and the C - sum(floor) units that are
 * left go one each to the rows with the largest fractional parts.  Equal fractional
 * parts: the smaller tie key wins, then the earlier row.  So the parts add up to C, each
 * is less than one unit from its exact share, a driver of 0 gets 0, and a larger driver
 * never gets less.
 */
#ifndef CV_ALLOCATE_H
#define CV_ALLOCATE_H

#include "num/natural.h"

/*
 * A slot is one row: 62 bits that hold its driver on the way in and its part on the way
 * out, and two flags.  CV_SLOT_NONE is a row that is no receiver.
 */
#define CV_SLOT_MAX			((UINT64_C(1) << 62) - 2)	/* the largest value */
#define CV_SLOT_OPEN		(UINT64_C(1) << 62)	/* undecided, inside allocate.c */
#define CV_SLOT_NULL_TIE	(UINT64_C(1) << 63) /* its tie key is NULL: goes last */
#define CV_SLOT_NONE		UINT64_MAX
#define CV_SLOT_VALUE(slot)	((slot) & (CV_SLOT_OPEN - 1))
#define CV_SLOT_IS_OPEN(slot) ((slot) != CV_SLOT_NONE && ((slot) & CV_SLOT_OPEN) != 0)

/*
 * Tie keys, read eight bytes at a time as unsigned numbers, the smaller the better.
 * read() gives bytes 8 level to 8 level + 7 of a row's key, padded with zeros, or false
 * when the key is NULL; it is asked for few rows as a rule, for their first bytes in
 * falling order of rows and then to and fro.  A caller for whom going back is costly fills
 * key[] and the slots' CV_SLOT_NULL_TIE with all rows' first bytes beforehand.  Where keys are
 * equal for CV_TIE_LEVELS times eight bytes, rank(), unless it is NULL, gives the rank of each open row's
 * whole key, so that long equal keys are read once and not once for every eight bytes.
 */
#define CV_TIE_LEVELS 8

typedef struct CvTies
{
	uint64_t   *key;			/* room for n keys, or NULL when row order decides */
	bool		filled;			/* the first bytes are there already */
	bool		deep;			/* keys may have more than eight bytes, none of them 0 */
	bool		(*read) (void *arg, int64_t row, int level, uint64_t *key);
	void	   *arg;
	void		(*rank) (void *arg, const uint64_t *slot, int64_t n, uint64_t *key);
} CvTies;

extern void cv_allocate(uint64_t cost, uint64_t total, uint64_t *slot, int64_t n, const CvTies *ties);

/*
 * The same for numbers of any size.  limb holds n drivers of width limbs each and
 * receives the parts; slot carries only flags.  scratch needs CV_ALLOCATE_SCRATCH limbs.
 * ncost <= width, and neither cost nor total have leading zeros.
 */
typedef struct CvWide
{
	const uint32_t *cost;
	int			ncost;
	const uint32_t *total;
	int			ntotal;
	uint32_t   *limb;
	int			width;
} CvWide;

#define CV_ALLOCATE_SCRATCH(w) (3 * (w)->ncost + 2 * (w)->ntotal + 3 * (w)->width + 16)

extern void cv_allocate_wide(const CvWide *pool, uint32_t *scratch, uint64_t *slot, int64_t n, const CvTies *ties);

#endif							/* CV_ALLOCATE_H */
