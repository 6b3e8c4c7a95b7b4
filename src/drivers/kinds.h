/*
 * kinds.h - the rows of numbers that the drivers room keeps (pg/rows.h).
 */
#ifndef CV_DRIVERS_KINDS_H
#define CV_DRIVERS_KINDS_H

#include "pg/rows.h"

extern const CvRowsKind cv_kind_ols;	/* see ols.h */
extern const CvRowsKind cv_kind_logit;	/* of logit_agg: y, regressors, weight */
extern const CvRowsKind cv_kind_logit_model;	/* see logit.c */
extern const CvRowsKind cv_kind_spearman;	/* of spearman: x, y */

extern void cv_drivers_register(void);

#endif							/* CV_DRIVERS_KINDS_H */
