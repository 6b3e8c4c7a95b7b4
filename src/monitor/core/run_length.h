/*
 * run_length.h - how many points until a chart gives a signal, on average?
 */
#ifndef CV_RUN_LENGTH_H
#define CV_RUN_LENGTH_H

#include "num/num.h"

/*
 * A chart's memory between its limits has this many points, for which the caller brings (points + 1) (points + 5)
 * doubles.
 */
extern int	cv_run_points(double length);

#define CV_RUN_LENGTH_MOST 400	/* the longest stretch, in standard deviations of one step */

static inline size_t
cv_run_doubles(int points)
{
	return ((size_t) points + 1) * (points + 5);
}

/* How long the stretch between the limits of an EWMA chart is. */
extern double cv_ewma_stretch(double lambda, double width);

/*
 * Average run lengths of charts in units of sigma, from zero and from the target; infinite where they are beyond all
 * numbers.
 */
extern double cv_cusum_run_length(double h, double k, double shift, double *scratch);
extern double cv_ewma_run_length(double lambda, double width, double shift, double *scratch);

#endif							/* CV_RUN_LENGTH_H */
