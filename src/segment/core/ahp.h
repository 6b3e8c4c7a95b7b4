/*
 * ahp.h - the analytic hierarchy process (T. L. Saaty, 1980): weights from a matrix of judgements, and how much these
 * contradict each other.
 */
#ifndef CV_AHP_H
#define CV_AHP_H

#include "num/num.h"

#define CV_AHP_MOST 15

/* The principal eigenvector of n by n positive numbers, whose elements add up to 1; its eigenvalue is returned. */
extern double cv_principal_vector(const double *a, int n, double *weight);

/* (eigenvalue - n) / (n - 1) over its mean in random matrices; 0 for one and two, which cannot contradict. */
extern double cv_consistency_ratio(double eigenvalue, int n);

#endif							/* CV_AHP_H */
