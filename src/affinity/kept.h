/*
 * kept.h - a summary that many calls of a query are about is fetched and looked at once.
 */
#ifndef CV_AFFINITY_KEPT_H
#define CV_AFFINITY_KEPT_H

#include "affinity/summary.h"

/* The pairs of each item with items before it; what CvAffinityView has is the pairs with items after it. */
typedef struct CvBackward
{
	uint32	   *first;			/* nitems + 1 */
	uint32	   *other;			/* the first item of a pair */
	uint32	   *pair;			/* its number among all pairs */
} CvBackward;

extern CvAffinityView cv_affinity_arg(FunctionCallInfo fcinfo, int argno, CvBackward *backward);

#endif							/* CV_AFFINITY_KEPT_H */
