/*
 * kinds.h - the rows of numbers that the retention room keeps (pg/rows.h).
 */
#ifndef CV_RETENTION_KINDS_H
#define CV_RETENTION_KINDS_H

#include "pg/rows.h"

/* of cox_agg and the like: stratum, row of retention/core/cox.h; params: numbers of the stratum */
extern const CvRowsKind cv_kind_cox;
extern const CvRowsKind cv_kind_cox_model;

extern void cv_retention_register(void);

#endif							/* CV_RETENTION_KINDS_H */
