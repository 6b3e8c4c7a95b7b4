/*
 * scale.h - columns brought to one scale before distances are taken.
 */
#ifndef CV_SCALE_H
#define CV_SCALE_H

#include "num/num.h"

/*
 * Origin and unit of each column of n rows, and the columns brought to them: mean and standard deviation, or 0 and
 * one power of two for all (of which the exponent is returned).  The unit of a column that is constant, or varies by
 * rounding only, is 0, and its numbers are.
 */
extern int	cv_scale_columns(double *x, int64_t n, int width, bool standardise, double *origin, double *unit);

/* Columns that vary by rounding only become constant. */
extern void cv_level_columns(double *x, int64_t n, int width);

/* Sum of squared distances from the mean. */
extern double cv_total_squares(const double *x, int64_t n, int width);

#endif							/* CV_SCALE_H */
