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
 * covariates are 0.
 *
 * Where one of them is known there are numbers more behind these: CvMore.
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

/* What a model knows besides its family's parameters; 0 what it does not. */
enum
{
	CV_MORE_UNIT,				/* days of a unit of time */
	CV_MORE_LEFT_OUT,			/* weight of customers who are not in the fit */
	CV_MORE_UNSEEN,				/* CvUnseen */
	CV_MORE_K,					/* a purchase is every k-th event */
	CV_MORE_SEASON,				/* how many relative intensities follow */
	CV_MORE_NAMES,				/* and then how many numbers that hold the names of covariates */
	CV_MORE_COUNT
};

/* What the data of a fit that is not identified do not show. */
typedef enum CvUnseen
{
	CV_ALL_SEEN,
	CV_DROPOUT_UNSEEN,			/* that anybody stopped: the NBD is as likely */
	CV_DROPOUTS_ALIKE,			/* that customers differ in how they stop */
	CV_PURCHASES_ALIKE,			/* that they differ in how often they buy */
	CV_BOTH_ALIKE,
	CV_UNSEEN_COUNT
} CvUnseen;

#define CV_MOST_SEASON 53
#define CV_MOST_NAMES (CV_MOST_COVARIATES * 12)

typedef struct CvMore
{
	double		number[CV_MORE_COUNT];
	const double *season;
	const double *names;
} CvMore;

typedef struct CvModel
{
	const CvRows *rows;
	CvFamily	family;
	int			status;
	int			covariates[2];	/* of purchases, of stopping */
	double		parameter[CV_NEWTON_MOST];
	double		centre[CV_MOST_COVARIATES];
	CvMore		more;
} CvModel;

/* Has it estimates? */
static inline bool
cv_model_has_estimates(const CvModel *m)
{
	return m->status != CV_FAILED && m->status != CV_FAR;
}

/* An argument that is a clv_model, as it is. */
extern CvModel cv_model_arg(FunctionCallInfo fcinfo, int argno);

/* Are these numbers the names of so many covariates?  And the name of one, those of purchases first. */
extern bool cv_are_names(const double *number, int n, int covariates);
extern char *cv_covariate_name(const CvModel *m, int k);

/* The same model with what it knows besides as it is in m.more now. */
extern CvRows *cv_model_with(const CvModel *m);

/* Is there a log-likelihood; and -2 of it and this much for each parameter, not a number without. */
extern bool cv_model_has_likelihood(const CvModel *m);
extern double cv_model_criterion(const CvModel *m, double penalty);

/* What is wrong with a fit, and what else to try; NULL where nothing is. */
extern const char *cv_model_warning(const CvModel *m);
extern const char *cv_model_advice(const CvModel *m);

/* An argument that is a clv_model of this, without covariates left. */
extern CvModel cv_model_of(FunctionCallInfo fcinfo, int argno, CvSubject subject);

/* Arguments that count: x and the like, from 0 to CV_MOST_REPEATS. */
extern double cv_count_arg(FunctionCallInfo fcinfo, int argno, const char *name);

/* Arguments x, t_x and t from argno on, as the family wants them. */
extern void cv_customer_args(FunctionCallInfo fcinfo, int argno, CvFamily family, double *row);

/*
 * x, t_x and t, in so many days of a season's time, of one who bought x times after the first day, last and until these
 * dates.
 */
extern void cv_season_row(const double *season, int parts, double unit, double x, double first, double last,
						  double as_of, double *row);

/* 22023: customers of this family stop at any time. */
extern void cv_refuse_season(CvFamily family);

/* Takes the rows that count purchases by part of the year out, and returns what they add to the log-likelihood. */
extern double cv_season_constant(double *row, int64 *n, const double *season, int parts);

#endif							/* CV_CLV_MODEL_H */
