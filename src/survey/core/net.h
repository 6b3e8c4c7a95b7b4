/*
 * net.h - how sure is a net score, the mean of 1, 0 and -1, and the difference of two?
 */
#ifndef CV_NET_H
#define CV_NET_H

#include "num/interval.h"
#include "survey/core/tally.h"

/* The scale and the usual bands of the net promoter score. */
#define CV_NET_MOST 10
#define CV_NET_DETRACTOR_MAX 6
#define CV_NET_PROMOTER_MIN 9

/* -1 up to detractor_max, 1 from promoter_min up, 0 between. */
static inline int
cv_net_category(int score, int detractor_max, int promoter_min)
{
	return score >= promoter_min ? 1 : score <= detractor_max ? -1 : 0;
}

/* Of the scores from 0 up to nscores - 1. */
extern void cv_net_worth(CvWorth *worth, int nscores, int detractor_max, int promoter_min);

/* Methods of standard errors; those before CV_NET_LINEARISED are also methods of intervals. */
typedef enum CvNetMethod
{
	CV_NET_WALD,
	CV_NET_ADJUSTED,
	CV_NET_T,
	CV_NET_LINEARISED,
	CV_NET_SVYMEAN
} CvNetMethod;

/* NaN where it does not exist; the centre is the score, and with 'adjusted' the adjusted one. */
extern double cv_net_error(const CvMoments *m, CvNetMethod method, double *centre);

/* From -1 to 1, and from -2 to 2; both NaN where they do not exist. */
extern CvInterval cv_net_interval(const CvMoments *m, double confidence, CvNetMethod method);
extern CvInterval cv_net_difference_interval(const CvMoments *a, const CvMoments *b, double confidence,
											 CvNetMethod method);

/* The probability of such a score when there is no balance on either side; NaN where all are passive. */
extern double cv_net_p(const CvMoments *m);
extern double cv_net_difference_p(const CvMoments *a, const CvMoments *b);

#endif							/* CV_NET_H */
