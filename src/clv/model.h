/*
 * model.h - a clv_model at work: what model.c makes, and predict.c predicts with.
 */
#ifndef CV_CLV_MODEL_H
#define CV_CLV_MODEL_H

#include "clv/clv.h"
#include "clv/kinds.h"

/*
 * A clv_model is CvRows with these parameters, and a row for each parameter of its family, then for each
 * covariate: estimate, and its row of the covariance matrix.  Where there is none those numbers are 0 and the
 * accessors give NULL.  With covariates there is one parameter more for each, its centre: the estimates of the
 * family's parameters are those of customers there.  Models of 1.1.0 have none, and estimates of customers whose
 * covariates are 0.  A model of spend has one more where customers were left out, their weight.
 */
enum
{
	CV_MODEL_WEIGHT,
	CV_MODEL_LOGLIK,
	CV_MODEL_ITERATIONS,
	CV_MODEL_STATUS,
	CV_MODEL_FREE,					/* parameters of the fit, also where customer_model has put in the covariates */
	CV_MODEL_PURCHASE_COVARIATES,	/* the other covariates are those of stopping */
	CV_MODEL_PARAMS
};

enum
{
	CV_FITTED,
	CV_GIVEN,						/* from clv_model(): no standard errors */
	CV_FLAT,						/* not identified: no standard errors */
	CV_FAILED,						/* no estimates */
	CV_FAR							/* likewise, since they are beyond float8 */
};

#define CV_ROW_ESTIMATE 0
#define CV_ROW_COVARIANCE 1

typedef struct CvModel
{
	const CvRows *rows;
	CvFamily	family;
	int			status;
	int			covariates[2];	/* of purchases, of stopping */
	double		parameter[CV_NEWTON_MOST];
	double		centre[CV_MOST_COVARIATES];
	double		left_out;		/* weight of customers without a mean spend above 0 */
} CvModel;

/* Has it estimates? */
static inline bool
cv_model_has_estimates(const CvModel *m)
{
	return m->status != CV_FAILED && m->status != CV_FAR;
}

/* An argument that is a clv_model of this, without covariates left. */
extern CvModel cv_model_of(FunctionCallInfo fcinfo, int argno, CvSubject subject);

/* Arguments that count: x and the like, from 0 to CV_MOST_REPEATS. */
extern double cv_count_arg(FunctionCallInfo fcinfo, int argno, const char *name);

/* Arguments x, t_x and t from argno on, as the family wants them. */
extern void cv_customer_args(FunctionCallInfo fcinfo, int argno, CvFamily family, double *row);

#endif							/* CV_CLV_MODEL_H */
