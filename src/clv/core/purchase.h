/*
 * purchase.h - models of when customers buy, until they quietly stop, and for how much.
 *
 * While alive a customer buys at random with a rate of his own, gamma distributed with
 * shape r and rate alpha over customers; after each purchase he stops with a probability of his own,
 * beta distributed with a and b (BG/NBD: P. Fader, B. Hardie and K. Lee, Marketing Science 24,
 * 2005).  In the MBG/NBD he may also stop right after the first (E. Batislam, M. Denizel
 * and A. Filiztekin, International Journal of Research in Marketing 24, 2007); in the NBD never.  In the
 * Pareto/NBD he may stop at any time, with a rate of his own, gamma distributed with shape s and
 * rate beta (D. Schmittlein, D. Morrison and R. Colombo, Management Science 33, 1987).  The amounts
 * of a customer are gamma distributed around a mean that is inverse gamma distributed over customers
 * (gamma-gamma: Fader and Hardie, note 025, 2013), p, q, gamma.
 *
 * Where there is one occasion to buy in each period, as with donations a year, a customer takes it with a
 * probability of his own, beta distributed with alpha and beta, and before each stops with a probability of his
 * own, beta distributed with gamma and delta (BG/BB: Fader, Hardie and J. Shang, Marketing Science 29, 2010).  Where he
 * must say that he leaves, as with contracts, only that probability is left, alpha and beta (sBG: Fader and Hardie,
 * Journal of Interactive Marketing 21, 2007).
 *
 * Covariates of a customer move his rates in proportion (CLVTools; Fader and Hardie, note 019, 2007): by exp(z) each for
 * purchases, alpha exp(-z), and for stopping, in the Pareto/NBD beta exp(-z), in the BG/NBD a exp(z) and
 * b exp(z), where z is the sum of covariates times coefficients.
 */
#ifndef CV_PURCHASE_H
#define CV_PURCHASE_H

#include "num/newton.h"

typedef enum CvFamily
{
	CV_BGNBD,
	CV_MBGNBD,
	CV_NBD,
	CV_GAMMA_GAMMA,
	CV_PARETO_NBD,
	CV_BGBB,
	CV_SBG
} CvFamily;

#define CV_FAMILIES 7
#define CV_FAMILY_MOST 4		/* most parameters */
#define CV_MOST_COVARIATES (CV_NEWTON_MOST - CV_FAMILY_MOST)
#define CV_MOST_REPEATS 1000000
#define CV_MOST_SAMPLED 1000

/* The parameters of each. */
typedef struct CvFamilyTerms
{
	const char *name;
	int			n;
	const char *term[CV_FAMILY_MOST];
	int			columns;		/* of a row: covariates come behind them, and the weight last */
	int			stored;			/* its number in stored models: it stays */
} CvFamilyTerms;

extern const CvFamilyTerms cv_family[CV_FAMILIES];

/*
 * Rows, sorted: x, t_x, t; gamma-gamma: x, mean spend; sBG: periods survived, and 1 when the one after
 * was not.  Then covariates of purchases and of stopping, which count as (value - centre) * scale, and a weight.
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
} CvCustomers;

/* In logarithms of the family's parameters, then coefficients.  gradient and hessian may be NULL. */
extern double cv_purchase_loglik(const void *customers, const double *parameter, double *gradient, double *hessian);

/* The same, parameters being those of customers at the centre of the covariates, which it sets; coefficients count as they are. */
extern bool cv_purchase_fit(CvCustomers *customers, CvNewton *fit);

/* How much one unit of covariate times coefficient adds to the logarithm of each parameter. */
extern void cv_covariate_effect(CvFamily family, bool dropout, double *effect);

/* The probability that the customer had not stopped at t. */
extern double cv_alive_at(CvFamily family, const double *parameter, double x, double t_x, double t);

/* How often a customer who bought x times after the first may have stopped by then. */
extern double cv_chances(CvFamily family, double x);

#endif							/* CV_PURCHASE_H */
