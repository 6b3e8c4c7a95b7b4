/*
 * logrank.h - do groups of customers leave at different rates?
 */
#ifndef CV_LOGRANK_H
#define CV_LOGRANK_H

#include "retention/core/survival.h"

/* What happened to a group of a stratum at one time; in order of stratum and time. */
typedef struct CvExit
{
	int32_t		stratum;
	int32_t		group;
	CvMoment	moment;
} CvExit;

/* The caller gives all memory. */
typedef struct CvLogrank
{
	const CvExit *exit;
	int64_t		n;
	int			groups;
	double		scale;			/* counts are weights times this */
	double		rho;			/* each time counts with S(t-)^rho of its stratum */
	double	   *observed;		/* of each group, by these weights */
	double	   *expected;
	double	   *variance;		/* groups by groups */
	cv_int128  *at_risk;		/* work: of each group */
	double	   *work;			/* work: groups * (groups + 1) numbers */
	double		chi2;			/* NaN where groups cannot be compared */
	int			df;
} CvLogrank;

extern void cv_logrank(CvLogrank *test);

#endif							/* CV_LOGRANK_H */
