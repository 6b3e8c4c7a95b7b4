/*
 * importance.h - which regressor explains how much of y?
 *
 * From the correlations of k regressors and y, a (k + 1) by (k + 1) matrix with y last.
 */
#ifndef CV_IMPORTANCE_H
#define CV_IMPORTANCE_H

#include "num/num.h"

/* Less of its own variance is left to a regressor than this: it is a sum of others. */
#define CV_ALIAS_TOLERANCE 1e-11

#define CV_LMG_MAX 20			/* 2^20 subsets of regressors */

extern int	cv_sweep_regressors(double *a, int k, bool *aliased);
extern void cv_importance_lmg(const double *r, int k, double *r2, double *work, double *importance);
extern void cv_importance_johnson(const double *r, int k, double *work, double *importance);

#endif							/* CV_IMPORTANCE_H */
