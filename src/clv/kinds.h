/*
 * kinds.h - the rows of numbers that the clv room keeps (pg/rows.h).
 */
#ifndef CV_CLV_KINDS_H
#define CV_CLV_KINDS_H

#include "clv/core/purchase.h"
#include "pg/rows.h"

extern const CvRowsKind cv_kind_purchases;	/* of bgnbd_fit and the like: x, t_x, t, weight */
extern const CvRowsKind cv_kind_spend;	/* of gammagamma_fit: x, mean spend, weight */
extern const CvRowsKind cv_kind_means;	/* of normal_spend_fit: x, mean of any sign, weight */
extern const CvRowsKind cv_kind_occasions;	/* of bgbb_fit: x, t_x, n, weight */
extern const CvRowsKind cv_kind_contracts;	/* of sbg_fit and bdw_fit: periods survived, left after them, weight */
extern const CvRowsKind cv_kind_dated_purchases;	/* the same from histories; params: days of the unit */
/*
 * The same in time that runs by a season, and rows -1, part of the year, 0, purchases; params: days of a unit, season.
 */
extern const CvRowsKind cv_kind_season_purchases;
/*
 * Of mbgcnbd_fit: x, t_x, t, weight, and rows -1, days between two purchases, 0, how often; params: days of a unit, k
 * or 0.
 */
extern const CvRowsKind cv_kind_gaps;
/* Of the refits: x, t_x, t, weight; params: days of a unit, kind of the model to start at, its parameters. */
extern const CvRowsKind cv_kind_refit;
/* of season_agg: 0, first, last day, purchases; 1, part, 0, purchases; params: parts */
extern const CvRowsKind cv_kind_season;
/* what the family's rows have, covariates, weight; params: covariates of purchases */
extern const CvRowsKind cv_kind_covariates;

/* The rows that a family is fitted to, without covariates. */
extern const CvRowsKind *cv_kind_of_rows(CvFamily family);

/* The models of a family, and the family of a kind of models; NULL for another kind. */
extern const CvRowsKind *cv_kind_of_models(CvFamily family);
extern CvFamily cv_family_of_kind(int number);

extern void cv_clv_register(void);

#endif							/* CV_CLV_KINDS_H */
