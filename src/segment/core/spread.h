/*
 * spread.h - how a column lies: its sum, its squares around the mean, its ends; and what rows look like on a scale
 * that is made of them.
 */
#ifndef CV_SEGMENT_SPREAD_H
#define CV_SEGMENT_SPREAD_H

#include "num/dd.h"

/* Sums have 32 digits, so that the order of rows and merges does not show. */
typedef struct CvSpread
{
	double		n;
	CvDD		sum;
	CvDD		squares;		/* of the distances from the mean */
	double		low;
	double		high;
	bool		whole;			/* all are whole numbers below 2^53 */
} CvSpread;

/* Without numbers. */
extern CvSpread cv_spread_empty(void);

/* Another number, or those of another column; sizes are 0 or from 1e-100 to 1e100. */
extern void cv_spread_add(CvSpread *m, double x);
extern void cv_spread_merge(CvSpread *m, const CvSpread *other);

/* The moments of many numbers at once, every step-th of x; skip, if given, names those that do not count. */
extern CvSpread cv_spread_of(const double *x, int64_t n, int step, const bool *skip, int exponent);

/* Of numbers times 2^exponent: ((x - origin) - rest) / unit; varies is false where there is no such scale. */
typedef struct CvScaling
{
	int			exponent;
	bool		varies;
	double		origin;
	double		rest;
	double		unit;
} CvScaling;

extern CvScaling cv_minmax_scaling(const CvSpread *m, bool descending);
extern CvScaling cv_z_scaling(const CvSpread *m);
extern double cv_scaled(const CvScaling *s, double x);

/* An indicator of TOPSIS: its column brought to length one, times its weight, below 0 where less is better. */
typedef struct CvAxis
{
	int			exponent;
	double		factor;
	double		best;
	double		worst;
} CvAxis;

extern CvAxis cv_axis_of(const CvSpread *m, double weight, bool more_is_better);

/* Distance from the worst over that and the distance from the best; NaN where all are equal. */
extern double cv_closeness(const CvAxis *axis, int width, const double *x);

#endif							/* CV_SEGMENT_SPREAD_H */
