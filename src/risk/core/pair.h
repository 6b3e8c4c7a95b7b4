/*
 * pair.h - two scores of the same customers.
 */
#ifndef CV_RISK_PAIR_H
#define CV_RISK_PAIR_H

#include "num/num.h"

/* A customer, or several who are alike. */
typedef struct CvPairRow
{
	double		score[2];
	double		outcome;		/* 0 or 1 */
	double		count;
} CvPairRow;

typedef struct CvPairResult
{
	double		auc[2];
	double		variance[2];
	double		covariance;
} CvPairResult;

/* Index and score of a row, for sorting. */
typedef struct CvPairKey
{
	double		score;
	int64_t		row;
} CvPairKey;

extern bool cv_pair_compare(const CvPairRow *row, int64_t n, CvPairKey *key, double *share, CvPairResult *r);

#endif							/* CV_RISK_PAIR_H */
