/*
 * newton.h - the maximum of a smooth function of a few numbers, by Newton's method.
 */
#ifndef CV_NEWTON_H
#define CV_NEWTON_H

#include "num/num.h"

#define CV_NEWTON_MOST 24		/* most numbers */

/* The function at x, its gradient and its Hessian (n by n, both halves). */
typedef double (*CvFunction) (const void *data, const double *x, double *gradient, double *hessian);

typedef struct CvNewton
{
	int			n;
	double		x[CV_NEWTON_MOST];	/* where it starts; the maximum */
	int			most;			/* iterations, or 0 for as many as it may take */
	double		farthest;		/* a number that moves farther than this from its start has run away */
	void		(*report) (int iteration, double value, double gradient);	/* of each step, or NULL */

	/* Found. */
	double		value;
	double		covariance[CV_NEWTON_MOST * CV_NEWTON_MOST];	/* inverse of less the Hessian */
	int			iterations;
	bool		converged;
	bool		flat;			/* ran away, or nothing tells some direction; no covariance */
} CvNewton;

extern void cv_newton(CvFunction f, const void *data, CvNewton *s);

#endif							/* CV_NEWTON_H */
