/*
 * kinds.h - the rows of numbers that the risk room keeps (pg/rows.h).
 */
#ifndef CV_RISK_KINDS_H
#define CV_RISK_KINDS_H

#include "pg/rows.h"

extern const CvRowsKind cv_kind_auc_pair;	/* two scores, outcome, how many such rows */

extern void cv_risk_register(void);

#endif							/* CV_RISK_KINDS_H */
