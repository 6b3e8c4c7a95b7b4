/*
 * tally.h - counts, and weights, per integer score from 0 to 100.
 */
#ifndef CV_TALLY_H
#define CV_TALLY_H

#include "num/num.h"

#define CV_TALLY_SCORES 101		/* scores 0 to 100 */

/* The largest count of one score, so that no sum of counts overflows. */
#define CV_TALLY_LIMIT (INT64_C(1) << 55)

/* What the text form says. */
typedef struct CvTally
{
	bool		weighted;
	int			scale;			/* parameters of csat_score; 0: none */
	int			top;
	int			nscores;		/* one more than the highest score */
	int64_t		count[CV_TALLY_SCORES];
	double		weight[CV_TALLY_SCORES];	/* sum of weights, of squared weights */
	double		square[CV_TALLY_SCORES];
} CvTally;

extern const char *cv_tally_parse(const char *text, CvTally *tally);

/* A summary to look at; weight and square are NULL where every answer counts once. */
typedef struct CvScores
{
	int			nscores;
	const int64_t *count;
	const double *weight;
	const double *square;
} CvScores;

/* What a score is worth to a metric, such as 1, 0 or -1. */
typedef struct CvWorth
{
	double		of[CV_TALLY_SCORES];
} CvWorth;

/* Mean of the worth of answers, and what its uncertainty follows from. */
typedef struct CvMoments
{
	int64_t		n;				/* answers */
	double		sum;			/* of the worth, by weight */
	double		total;			/* weight */
	double		mean;			/* their ratio */
	double		variance;		/* mean squared distance from it, by weight */
	double		effective;		/* Kish's effective number of answers: n without weights */
	double		linearised;		/* standard error of the mean by linearisation */
} CvMoments;

extern bool cv_tally_moments(const CvScores *scores, const CvWorth *worth, CvMoments *moments);

#endif							/* CV_TALLY_H */
