/*
 * symmetric.h - small symmetric matrices: sweep, Cholesky, eigenvectors.
 *
 * Matrices are n by n, row by row, with both halves filled.
 */
#ifndef CV_SYMMETRIC_H
#define CV_SYMMETRIC_H

#include "num/num.h"

extern void cv_sweep(double *a, int n, int k);
extern bool cv_cholesky(double *a, int n);
extern void cv_solve_lower(const double *l, int n, double *b);
extern void cv_solve_upper(const double *l, int n, double *b);
extern void cv_eigen(double *a, int n, double *vector);

#endif							/* CV_SYMMETRIC_H */
