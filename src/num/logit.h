/*
 * logit.h - logistic regression by maximum likelihood.
 */
#ifndef CV_LOGIT_H
#define CV_LOGIT_H

#include "num/num.h"

/* Rows of y (0 or 1), k regressors, weight; the caller gives all memory. */
typedef struct CvLogit
{
	const double *row;
	int64_t		n;
	int			k;
	double	   *centre;			/* k: means of the regressors */
	double	   *beta;			/* k + 1: the constant, at the centre, first */
	double	   *covariance;		/* (k + 1)^2 */
	bool	   *aliased;		/* of each regressor */
	double		loglik;
	double		null_loglik;
	double		total;			/* sum of weights */
	int			iterations;
	bool		converged;
	bool		separated;		/* there is no finite estimate */
	bool		out_of_range;	/* differences whose squares cannot be calculated with */
	double	   *work;			/* CV_LOGIT_WORK(k) numbers */
} CvLogit;

#define CV_LOGIT_WORK(k) (3 * ((k) + 2) * ((k) + 2) + 6 * ((k) + 2))

extern void cv_logit_fit(CvLogit *m);

#endif							/* CV_LOGIT_H */
