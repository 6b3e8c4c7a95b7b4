/*
 * scores.h - what the scoring functions share.
 */
#ifndef CV_SCORES_H
#define CV_SCORES_H

#include "pg/pg.h"

#include "num/quantile.h"

#define CV_BINS_MAX 10000

extern CvBinRule cv_bin_rule(Datum name);
extern void cv_sort_doubles(double *x, int64 n);

#endif							/* CV_SCORES_H */
