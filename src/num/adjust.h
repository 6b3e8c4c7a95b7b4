/*
 * adjust.h - p-values of many tests at once.
 */
#ifndef CV_ADJUST_H
#define CV_ADJUST_H

#include "num/num.h"

typedef enum CvAdjustment
{
	CV_ADJUST_BH,				/* Benjamini and Hochberg 1995: the false discovery rate */
	CV_ADJUST_BY,				/* Benjamini and Yekutieli 2001: the same under any dependence */
	CV_ADJUST_HOLM,				/* Holm 1979: the chance of one false discovery */
	CV_ADJUST_BONFERRONI
} CvAdjustment;

extern void cv_adjust(double *p, int64_t n, double tests, CvAdjustment method);

#endif							/* CV_ADJUST_H */
