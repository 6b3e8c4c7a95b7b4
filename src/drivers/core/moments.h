/*
 * moments.h - sums and sums of products of columns, in about 32 digits.
 *
 * Everything is summed around an origin, which is a row of doubles: the first row that came, or, in the form that is
 * stored, the means.  A number less its origin is exact in two doubles, and so is a product; so all of it is exact to
 * 31 digits, in any order of rows and merges.
 */
#ifndef CV_MOMENTS_H
#define CV_MOMENTS_H

#include "num/dd.h"

#define CV_MOMENTS_MOST 101		/* columns */
#define CV_MOMENTS_LEAST 1e-150	/* difference whose square is still a number */

/* Rows of this much memory: origin, sums, what their doubles leave over, products, what those leave over. */
#define CV_MOMENTS_ROWS(width) (3 + 2 * (width))

typedef struct CvMoments
{
	int			width;
	CvDD		weight;			/* sum of weights */
	double	   *origin;			/* of each column */
	double	   *sum;			/* of weight times (x - origin) */
	double	   *sum_rest;
	double	   *product;		/* of weight times (x_i - origin_i) (x_j - origin_j), j from i up, in rows of width */
	double	   *product_rest;
} CvMoments;

/* Name the places in so many rows of numbers. */
static inline void
cv_moments_at(CvMoments *m, double *row, int width, double weight, double weight_rest)
{
	m->width = width;
	m->weight.hi = weight;
	m->weight.lo = weight_rest;
	m->origin = row;
	m->sum = row + width;
	m->sum_rest = row + 2 * width;
	m->product = row + 3 * width;
	m->product_rest = row + (3 + width) * width;
}

/* Add a row; false where a difference is too small for its square. */
extern bool cv_moments_add(CvMoments *m, const double *x, double weight);
extern void cv_moments_merge(CvMoments *m, const CvMoments *other);

/* Move the origin to the means; after that it does not move again. */
extern void cv_moments_centre(CvMoments *m);

/* Mean of column i, and the co-moment of two: the sum of weight times (x_i - mean_i) (x_j - mean_j), j from i up. */
extern CvDD cv_moments_mean(const CvMoments *m, int i);
extern CvDD cv_moments_comoment(const CvMoments *m, int i, int j);

#endif							/* CV_MOMENTS_H */
