/*
 * chart.h - subgroup_summary and chart_summary: what control limits follow from.
 */
#ifndef CV_MONITOR_CHART_H
#define CV_MONITOR_CHART_H

#include "monitor/kinds.h"

#include "monitor/pair.h"

/*
 * A subgroup_summary is CvRows of kind subgroup without rows: the rows of one subgroup.
 */
enum
{
	SUBGROUP_N,
	SUBGROUP_MEAN,				/* in two parts */
	SUBGROUP_SQUARES = SUBGROUP_MEAN + 2,	/* about the mean */
	SUBGROUP_LEAST,
	SUBGROUP_MOST,
	SUBGROUP_PARAMS
};

/*
 * A chart_summary of kind subgroups has a row for each size of subgroup, rising: how many there are and sums over
 * them, each in two parts.
 */
enum
{
	SIZE_N,						/* numbers in a subgroup */
	SIZE_COUNT,					/* subgroups */
	SIZE_MEANS,					/* their means */
	SIZE_RANGES = SIZE_MEANS + 2,
	SIZE_DEVIATIONS = SIZE_RANGES + 2,	/* standard deviations */
	SIZE_SQUARES = SIZE_DEVIATIONS + 2,	/* squares about the means of the subgroups */
	SIZE_COLUMNS = SIZE_SQUARES + 2
};

/* Of kinds p, np, u and c: parameters; laney has another one. */
enum
{
	COUNT_POINTS,
	COUNT_DEFECTS,				/* sum, in two parts */
	COUNT_UNITS = COUNT_DEFECTS + 2,	/* sum, in two parts */
	COUNT_LEAST = COUNT_UNITS + 2,	/* fewest and most units of a point */
	COUNT_MOST,
	COUNT_PARAMS,
	LANEY_SIGMA = COUNT_PARAMS,	/* standard deviation of points in units of the binomial one; -1: there is none */
	LANEY_PARAMS
};

/* Of kind imr: parameters. */
enum
{
	IMR_POINTS,
	IMR_MEAN,
	IMR_RANGE,					/* mean moving range; -1 for one point */
	IMR_MEDIAN,					/* median moving range; the same */
	IMR_PARAMS
};

#define CV_MOST_SIZES 10000		/* different sizes of subgroups of a chart */

extern CvRows *cv_subgroup_arg(FunctionCallInfo fcinfo, int argno);
extern CvRows *cv_chart_arg(FunctionCallInfo fcinfo, int argno);
extern void cv_share_args(FunctionCallInfo fcinfo, int argno, double *share);

#endif							/* CV_MONITOR_CHART_H */
