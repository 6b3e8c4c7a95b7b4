/*
 * attribution.h - what would be lost without a channel?
 */
#ifndef CV_ATTRIBUTION_H
#define CV_ATTRIBUTION_H

#include "num/num.h"

/* A chain of n states, p[i * n + j] the share of i that goes to j next, and the roles of three of them. */
typedef struct CvJourney
{
	int			n;
	const double *p;
	int			start;
	int			conversion;
	int			lost;
} CvJourney;

extern void cv_removal_effects(const CvJourney *journey, double *effect, double *work, int *member);

#endif							/* CV_ATTRIBUTION_H */
