/*
 * ols.h - ols_summary: all that least squares needs to know of the rows.
 */
#ifndef CV_OLS_H
#define CV_OLS_H

#include "drivers/core/ols.h"
#include "drivers/kinds.h"
#include "pg/interval.h"

#define CV_OLS_COLUMNS (CV_MOMENTS_MOST - 1)	/* most regressors */

/*
 * An ols_summary is CvRows of kind ols, k + 1 columns wide, for k regressors and y; see core/moments.h for its rows.
 * Version 1.1.0 had rows of means, what their doubles leave over, and co-moments.
 */
enum
{
	CV_OLS_N,					/* rows */
	CV_OLS_WEIGHT,				/* sum of weights, */
	CV_OLS_WEIGHT_REST,			/* and what its double leaves over */
	CV_OLS_PARAMS
};

/* The regression of an argument, false for one without rows; the moments that it is of; memory for another. */
extern bool cv_ols_fit(FunctionCallInfo fcinfo, int argno, CvFit *fit);
extern void cv_ols_moments(FunctionCallInfo fcinfo, int argno, CvMoments *m);
extern double *cv_ols_work(int width);

#endif							/* CV_OLS_H */
