/*
 * kinds.h - the rows of numbers that the clv room keeps (pg/rows.h).
 */
#ifndef CV_CLV_KINDS_H
#define CV_CLV_KINDS_H

#include "clv/core/purchase.h"
#include "pg/rows.h"

extern const CvRowsKind cv_kind_purchases;	/* of bgnbd_fit and the like: x, t_x, t, weight */
extern const CvRowsKind cv_kind_spend;	/* of gammagamma_fit: x, mean spend, weight */
extern const CvRowsKind cv_kind_occasions;	/* of bgbb_fit: x, t_x, n, weight */
extern const CvRowsKind cv_kind_contracts;	/* of sbg_fit: periods survived, left after them, weight */
extern const CvRowsKind cv_kind_covariates;	/* x, t_x, t, covariates, weight; params: covariates of purchases */

/* Of a clv_model, and back: -1 for another kind. */
extern const CvRowsKind *cv_kind_of_family(CvFamily family);
extern int	cv_family_of_kind(int number);

extern void cv_clv_register(void);

#endif							/* CV_CLV_KINDS_H */
