/*
 * purchase.h - models of when customers buy, until they quietly stop, and for how much: the fit of any family, and
 * what it predicts.
 *
 * Covariates of a customer move rates in proportion (CLVTools; Fader and Hardie, note 019, 2007): by exp(z) each,
 * where z is the sum of covariates times coefficients.  Where there are probabilities in place of rates, of occasions
 * and contracts, they move the odds at the mean of all customers in proportion.
 */
#ifndef CV_PURCHASE_H
#define CV_PURCHASE_H

#include <math.h>

#include "clv/core/family.h"

#define CV_FEW_SAMPLED 500
#define CV_MANY_SAMPLED 8000
#define CV_MOST_SAMPLED (CV_FEW_SAMPLED + CV_MANY_SAMPLED)

/*
 * Rows, sorted, of the family's form; then covariates of purchases and of stopping, which count as
 * (value - centre) * scale, and a weight.
 */
typedef struct CvCustomers
{
	CvFamily	family;
	const double *row;
	int64_t		n;
	int			covariates[2];	/* of purchases, of stopping */
	double		centre[CV_MOST_COVARIATES];
	double		scale[CV_MOST_COVARIATES];
	double	   *spare;			/* room for CV_MOST_SAMPLED rows more, for the fit of many; or NULL */
	double		origin[CV_FAMILY_MOST];	/* linear parameters are this and unit for each 1 of the search */
	double		unit[CV_FAMILY_MOST];
	const double *begin;		/* parameters at which the search starts also, such as those of last month; or NULL */
	double		constant;		/* what the log-likelihood has besides, which the fit does not look at */
	double		constant_of[12];	/* the same for each k, where there is one to choose */
} CvCustomers;

/*
 * In logarithms of the family's parameters, those that are linear by origin and unit, then coefficients.  gradient and
 * hessian may be NULL.
 */
extern double cv_purchase_loglik(const void *customers, const double *parameter, double *gradient, double *hessian);

/*
 * The maximum: parameters are those of customers at the centre of the covariates, which it sets, and coefficients those
 * of covariates as they are; linear parameters are as they are.
 */
extern bool cv_purchase_fit(CvCustomers *customers, CvNewton *fit);

/* A number of the search from a parameter as it is, and how much the parameter moves with it. */
static inline double
cv_searched(CvFamily family, int i, double parameter)
{
	return family->linear[i] ? parameter : log(parameter);
}

static inline double
cv_parameter_slope(CvFamily family, int i, double parameter)
{
	return family->linear[i] ? 1 : parameter;
}

/* How much each parameter, in its logarithm, has of the directions that are flat where a fit ended. */
extern void cv_purchase_ridge(const CvCustomers *customers, const CvNewton *fit, double *share);

/* The effect of covariates of stopping, or of purchases. */
static inline const double *
cv_covariate_effect(CvFamily family, bool dropout)
{
	return dropout ? family->dropout_effect : family->purchase_effect;
}

/* Purchases from t to horizon later, one u later counting exp(-discount u). */
static inline double
cv_discounted(CvFamily family, const double *p, double x, double t_x, double t, double discount, double horizon)
{
	double		to_come;

	if (horizon == 0)
		return 0;
	to_come = family->to_come_since != NULL ? family->to_come_since(p, x, t_x, t, discount, horizon) :
		family->to_come(p, x, t, discount, horizon);
	return family->alive(p, x, t_x, t, 0) * to_come;
}

static inline double
cv_expected(CvFamily family, const double *p, double x, double t_x, double t, double horizon)
{
	return cv_discounted(family, p, x, t_x, t, 0, horizon);
}

/* The probability of n purchases or more from t to horizon later. */
extern double cv_purchase_chance(CvFamily family, const double *p, const double *row, double horizon, double n);

#endif							/* CV_PURCHASE_H */
