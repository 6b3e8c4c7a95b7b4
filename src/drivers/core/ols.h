/*
 * ols.h - least squares from means and co-moments.
 */
#ifndef CV_DRIVERS_CORE_OLS_H
#define CV_DRIVERS_CORE_OLS_H

#include "drivers/core/moments.h"

/* The regression of the last column on the others, k of them. */
typedef struct CvFit
{
	int			k;
	double		n;				/* rows */
	double		weight;
	double		mean[CV_MOMENTS_MOST];	/* y last */
	double		deviation[CV_MOMENTS_MOST];	/* square roots of sums of squares; 0 for a constant */
	double	   *correlation;	/* (k + 1)^2, y last */
	double	   *swept;			/* the same, swept on the regressors */
	bool		aliased[CV_MOMENTS_MOST];
	int			rank;			/* with the constant */
	double		beta[CV_MOMENTS_MOST];	/* 0 where aliased */
	double		constant;
	double		df;				/* n - rank */
	double		left;			/* share of the variance of y that is left, 0 where it is no more than rounding */
	double		rss;
	double		variance;		/* rss / df, NaN without degrees of freedom */
} CvFit;

/* Room for a fit: correlations twice as doubles, and twice in 32 digits. */
#define CV_FIT_WORK(width) (6 * (width) * (width))

extern void cv_ols_solve(const CvMoments *m, double n, CvFit *fit, double *work);

/* What R squared loses without regressor j, whose part an aliased one may take over. */
extern double cv_ols_loss(const CvMoments *m, const CvFit *fit, int j, double *work);

#endif							/* CV_DRIVERS_CORE_OLS_H */
