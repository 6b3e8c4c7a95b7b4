/*
 * monotone.h - joining neighbouring bins until the event rate rises or falls throughout.
 */
#ifndef CV_RISK_MONOTONE_H
#define CV_RISK_MONOTONE_H

#include "num/num.h"

typedef enum CvDirection
{
	CV_FALLING = -1,
	CV_EITHER = 0,
	CV_RISING = 1
} CvDirection;

/* Bins in order, with what each joined bin must have; 0: no limit. */
typedef struct CvMonotone
{
	int			n;
	const double *count[2];		/* of non-events, of events */
	double		total[2];		/* of all rows, also those outside these bins */
	int			max_bins;
	double		min_rows;
	double		min_events;
	CvDirection direction;		/* found, when it was CV_EITHER */
	double		value;			/* found: the information value of the joined bins */
} CvMonotone;

/* The limit of bins that can matter, and the bytes of work that cv_monotone needs. */
extern int	cv_monotone_layers(const CvMonotone *m);
extern size_t cv_monotone_work(const CvMonotone *m);
extern int	cv_monotone(CvMonotone *m, void *work, int *cut);

#endif							/* CV_RISK_MONOTONE_H */
