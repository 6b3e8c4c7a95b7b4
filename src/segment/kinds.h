/*
 * kinds.h - the rows of numbers that the segment room keeps (pg/rows.h).
 */
#ifndef CV_SEGMENT_KINDS_H
#define CV_SEGMENT_KINDS_H

#include "pg/network.h"
#include "pg/rows.h"

extern const CvRowsKind cv_kind_cuts;	/* of cuts_agg: params bins; rows x */
extern const CvRowsKind cv_kind_kmeans;	/* of kmeans_fit: see kmeans.c */
extern const CvRowsKind cv_kind_entropy;	/* of entropy_weights: see indicators.c */
extern const CvRowsKind cv_kind_kmeans_model;	/* see kmeans.c */
extern const CvRowsKind cv_kind_moments;	/* see moments.c */

extern const CvNetworkType cv_migration_type;

extern void cv_segment_register(void);

#endif							/* CV_SEGMENT_KINDS_H */
