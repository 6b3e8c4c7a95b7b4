/*
 * proportion.h - intervals of a share, of the difference of two shares, and of their ratios.
 */
#ifndef CV_PROPORTION_H
#define CV_PROPORTION_H

#include "num/interval.h"

/* Methods of the interval of one share. */
typedef enum CvShareMethod
{
	CV_SHARE_WILSON,
	CV_SHARE_WILSON_CORRECTED,
	CV_SHARE_EXACT,
	CV_SHARE_JEFFREYS,
	CV_SHARE_AGRESTI,
	CV_SHARE_WALD
} CvShareMethod;

/* x successes among n > 0, which need not be whole: answers with weights have an effective number. */
extern CvInterval cv_share_interval(double x, double n, double confidence, CvShareMethod method);

/* Two samples: successes and sizes, which are above 0. */
typedef struct CvTwoShares
{
	double		x[2];
	double		n[2];
} CvTwoShares;

extern double cv_share_difference(const CvTwoShares *s);
extern CvInterval cv_difference_newcombe(const CvTwoShares *s, double confidence);
extern CvInterval cv_difference_wald(const CvTwoShares *s, double confidence);

/* Pearson's chi-square without correction; NaN where all or none succeed. */
extern double cv_shares_chi_square(const CvTwoShares *s);

/* Ratios: infinite where the second one is 0, NaN where both are; so are the variances of their logarithms. */
extern double cv_risk_ratio(const CvTwoShares *s);
extern double cv_risk_log_variance(const CvTwoShares *s);
extern double cv_odds_ratio(const CvTwoShares *s);
extern double cv_odds_log_variance(const CvTwoShares *s);

/* Intervals of ratios: from 0 at least, to infinity at most; NaN where there is none. */
extern CvInterval cv_risk_koopman(const CvTwoShares *s, double confidence);
extern CvInterval cv_risk_katz(const CvTwoShares *s, double confidence);
extern CvInterval cv_odds_woolf(const CvTwoShares *s, double confidence);
extern CvInterval cv_odds_adjusted(const CvTwoShares *s, double confidence);

#endif							/* CV_PROPORTION_H */
