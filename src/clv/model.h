/*
 * model.h - a clv_model at work: what model.c makes, and predict.c foresees with.
 */
#ifndef CV_CLV_MODEL_H
#define CV_CLV_MODEL_H

#include "clv/clv.h"
#include "clv/core/predict.h"
#include "clv/kinds.h"

/*
 * A clv_model is CvRows with these parameters, and a row for each parameter of its family, then for each
 * covariate: estimate, and its row of the covariance matrix.  Where there is none those numbers are 0 and the
 * accessors give NULL.  With covariates there is one parameter more for each, its centre: the estimates are those of customers
 * there.  Until 1.1.0 there was none, and they were those at 0.
 */
enum
{
	MODEL_WEIGHT,
	MODEL_LOGLIK,
	MODEL_ITERATIONS,
	MODEL_STATUS,
	MODEL_FREE,					/* parameters of the fit, also where customer_model has put in the covariates */
	MODEL_PURCHASE_COVARIATES,	/* the other covariates are those of stopping */
	MODEL_PARAMS
};

enum
{
	FITTED,
	GIVEN,						/* from clv_model(): no standard errors */
	FLAT,						/* not identified: no standard errors */
	FAILED,						/* no estimates */
	FAR							/* likewise, since they are beyond float8 */
};

#define ROW_ESTIMATE 0
#define ROW_COVARIANCE 1

typedef struct Model
{
	const CvRows *rows;
	CvFamily	family;
	int			status;
	int			covariates[2];	/* of purchases, of stopping */
	double		parameter[CV_NEWTON_MOST];
	double		centre[CV_MOST_COVARIATES];
} Model;

typedef enum Subject
{
	OF_PURCHASES,
	OF_SPEND,
	OF_CONTRACTS
} Subject;

/* Has it estimates? */
static inline bool
cv_model_told(const Model *m)
{
	return m->status != FAILED && m->status != FAR;
}

/* An argument that is a clv_model of this, without covariates left. */
extern Model cv_model_of(FunctionCallInfo fcinfo, int argno, Subject subject);

/* Arguments that count: x and the like, from 0 to CV_MOST_REPEATS. */
extern double cv_count_arg(FunctionCallInfo fcinfo, int argno, const char *name);

/* Arguments x, t_x and t from argno on, as the family wants them. */
extern void cv_customer_args(FunctionCallInfo fcinfo, int argno, CvFamily family, double *row);

#endif							/* CV_CLV_MODEL_H */
