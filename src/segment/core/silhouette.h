/*
 * silhouette.h - how well is a row in its cluster?
 */
#ifndef CV_SILHOUETTE_H
#define CV_SILHOUETTE_H

#include "num/num.h"

/*
 * From the sums of its distances from the rows of k clusters of these sizes, the own one among them; 0 for a row
 * alone in its cluster, NaN with one cluster only.
 */
extern double cv_silhouette(const double *sum, const int64_t *size, int k, int own);

#endif							/* CV_SILHOUETTE_H */
