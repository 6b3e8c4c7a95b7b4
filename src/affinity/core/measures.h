/*
 * measures.h - how strongly do two items go together?
 */
#ifndef CV_MEASURES_H
#define CV_MEASURES_H

#include "num/num.h"

/* Baskets: all, with A, with B, with both.  No number is above CV_COUNTS_MOST. */
typedef struct CvCounts
{
	int64_t		n;
	int64_t		a;
	int64_t		b;
	int64_t		ab;
} CvCounts;

#define CV_COUNTS_MOST (INT64_C(1) << 53)

typedef enum CvMeasure
{
	CV_SUPPORT,
	CV_CONFIDENCE,
	CV_LIFT,
	CV_LEVERAGE,
	CV_CONVICTION,
	CV_COSINE,
	CV_JACCARD,
	CV_KULCZYNSKI,
	CV_IMBALANCE,
	CV_ZHANG,
	CV_ODDS_RATIO,
	CV_CHI_SQUARE,
	CV_PHI,
	CV_LLR,
	CV_LLR_ROOT,
	CV_P,						/* Fisher's exact test: more often together than by chance */
	CV_P_LESS,
	CV_P_TWO_SIDED,
	CV_MEASURES
} CvMeasure;

extern bool cv_counts_fit(const CvCounts *c);
extern double cv_measure(const CvCounts *c, CvMeasure measure);

/* The same baskets, asked for B -> A. */
static inline CvCounts
cv_counts_turned(const CvCounts *c)
{
	CvCounts	turned = {c->n, c->b, c->a, c->ab};

	return turned;
}

#endif							/* CV_MEASURES_H */
