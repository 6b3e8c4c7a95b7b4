/*
 * funnel.h - how far did a customer get?
 */
#ifndef CV_FUNNEL_H
#define CV_FUNNEL_H

#include "num/num.h"

#define CV_FUNNEL_STEPS 64

/* An event: when, and which steps it is, step 1 in the lowest bit; none of them: something else. */
typedef struct CvFunnelEvent
{
	int64_t		at;
	uint64_t	steps;
} CvFunnelEvent;

/* Modes, under ClickHouse's names; they can be combined. */
enum
{
	CV_FUNNEL_BASIC = 0,
	CV_FUNNEL_STRICT_ORDER = 1,	/* the first event out of order ends it */
	CV_FUNNEL_STRICT_DEDUPLICATION = 2, /* a step taken again ends it, but for the first */
	CV_FUNNEL_STRICT_INCREASE = 4,	/* each step later than the one before */
	CV_FUNNEL_ALLOW_REENTRY = 8	/* strict order, but steps that come too early are passed over */
};

extern int	cv_funnel_depth(const CvFunnelEvent *event, int64_t n, int nsteps, int64_t within, int mode);
extern void cv_funnel_sort(CvFunnelEvent *event, CvFunnelEvent *scratch, int64_t n);

#endif							/* CV_FUNNEL_H */
