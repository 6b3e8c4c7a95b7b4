/*
 * bins.h - two distributions over the same bins: weight of evidence, stability.
 */
#ifndef CV_RISK_BINS_H
#define CV_RISK_BINS_H

#include "num/num.h"

/* What to do with a bin in which one of the two distributions has nothing. */
typedef enum CvZeroRule
{
	CV_ZERO_NULL,				/* the figure does not exist */
	CV_ZERO_HALF,				/* add one half to every cell */
	CV_ZERO_FLOOR,				/* shares are at least 0.0001 */
	CV_ZERO_ADJUST,				/* 0.99 in place of 0 */
	CV_ZERO_ERROR				/* the caller says which bin it is */
} CvZeroRule;

/* Counts of bins; empty ones are left out where both are. */
typedef struct CvBins
{
	int			n;
	const double *count[2];
	double		total[2];
} CvBins;

#define CV_NO_BIN (-1)

extern CvBins cv_bins(int n, const double *first, const double *second);
extern int	cv_bins_empty_cell(const CvBins *b);
extern int	cv_bins_used(const CvBins *b);
extern bool cv_bins_shares(const CvBins *b, CvZeroRule rule, double *first, double *second);
extern double cv_log_ratio(double first, double second);
extern double cv_divergence(const CvBins *b, const double *first, const double *second, double *part);
extern double cv_jensen_shannon(const CvBins *b);
extern double cv_hellinger(const CvBins *b);
extern double cv_chisq_quantile(double p, double df);

#endif							/* CV_RISK_BINS_H */
