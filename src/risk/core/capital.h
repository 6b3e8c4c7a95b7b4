/*
 * capital.h - capital for unexpected losses, and scales of scores and grades.
 */
#ifndef CV_RISK_CAPITAL_H
#define CV_RISK_CAPITAL_H

#include "num/num.h"

typedef enum CvExposure
{
	CV_CORPORATE,
	CV_MORTGAGE,
	CV_REVOLVING,
	CV_RETAIL
} CvExposure;

extern double cv_irb_correlation(double pd, CvExposure class, double turnover);
extern double cv_irb_capital(double pd, double lgd, CvExposure class, double maturity, double turnover);
extern double cv_pd_to_score(double pd, double base, double odds, double pdo);
extern double cv_score_to_pd(double score, double base, double odds, double pdo);
extern double cv_scorecard_points(double woe, double coefficient, double intercept, int n, double base, double odds,
	double pdo);
extern void cv_master_scale(double low, double high, int grades, double *bound);

#endif							/* CV_RISK_CAPITAL_H */
