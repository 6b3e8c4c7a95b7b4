/*
 * kmeans.h - k-means clustering.
 *
 * Numbers must be small enough for their squares: see cv_exponent.
 */
#ifndef CV_KMEANS_H
#define CV_KMEANS_H

#include "num/num.h"

/* The rows to cluster, and what was found; the caller gives all memory. */
typedef struct CvKmeans
{
	const double *x;			/* n rows of width numbers */
	int64_t		n;
	int			width;
	int			k;				/* clusters; fewer in the end where rows are not that many */
	double	   *centre;			/* k rows of width numbers */
	int64_t    *size;			/* of each cluster */
	double	   *within;			/* sum of squared distances of its rows from its centre */
	int			iterations;
	bool		converged;
	int32_t    *cluster;		/* of each row */
	double	   *distance;		/* squared, of each row from its centre */
	bool		keep;			/* keep clusters that end without rows */
	int64_t		work;			/* done since it was last possible to stop */
} CvKmeans;

/* Clusters whose rows still change after this many rounds are taken as they are. */
#define CV_KMEANS_ITERATIONS 300

extern void cv_kmeans_seed(CvKmeans *m, uint64_t seed);
extern void cv_kmeans_run(CvKmeans *m);
extern int	cv_kmeans_nearest(const double *x, const double *centre, int k, int width, double *distance);

#endif							/* CV_KMEANS_H */
