/*
 * cox.h - cox_model: proportional hazards as a value.
 *
 * CvRows with these parameters, then for each stratum its label and the last time that was seen in it; a row for each
 * regressor, and one for each time with events, by stratum.  Where there are no finite estimates, those numbers are 0
 * and there is no time.
 */
#ifndef CV_COX_MODEL_H
#define CV_COX_MODEL_H

#include "retention/core/cox.h"
#include "retention/kinds.h"

enum
{
	CV_COX_BRESLOW,				/* 1: ties as Breslow has them; 0: as Efron */
	CV_COX_TERMS,
	CV_COX_ROWS,				/* customers */
	CV_COX_TOTAL,				/* weight */
	CV_COX_EVENTS,
	CV_COX_ITERATIONS,
	CV_COX_CONVERGED,
	CV_COX_MONOTONE,
	CV_COX_RANK,
	CV_COX_NULL_LOGLIK,
	CV_COX_LOGLIK,
	CV_COX_SCORE,
	CV_COX_WALD,
	CV_COX_PH_CHI2,				/* -1: not known, as in the next two */
	CV_COX_CONCORDANCE,
	CV_COX_CONCORDANCE_SE,
	CV_COX_STRATIFIED,
	CV_COX_STRATA,
	CV_COX_PARAMS
};

/* A label as numbers that hold it exactly, six bytes each. */
#define CV_COX_LABEL 8
#define CV_COX_LABEL_BYTES 48
#define CV_COX_STRATUM (CV_COX_LABEL + 1)

/* Of a regressor, and then its row of the covariance matrix. */
enum
{
	CV_COX_ESTIMATE,
	CV_COX_ALIASED,
	CV_COX_MEAN,
	CV_COX_TERM_PH,				/* chi-square of its proportionality; -1: not known */
	CV_COX_COVARIANCE
};

/* Of a time, and then the slopes of the regressors. */
enum
{
	CV_COX_STEP_STRATUM,
	CV_COX_STEP_TIME,
	CV_COX_STEP_HAZARD,
	CV_COX_STEP_VARIANCE,
	CV_COX_STEP_SLOPE
};

extern void cv_cox_encode(const text *label, double *number);

#endif							/* CV_COX_MODEL_H */
