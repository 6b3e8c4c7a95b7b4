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
	CV_PARETO_NBD
} CvFamily;

#define CV_FAMILIES 5
#define CV_FAMILY_MOST 4		/* most parameters */
#define CV_MOST_REPEATS 1000000

/* The parameters of each. */
typedef struct CvFamilyTerms
{
	const char *name;
	int			n;
	const char *term[CV_FAMILY_MOST];
} CvFamilyTerms;

extern const CvFamilyTerms cv_family[CV_FAMILIES];

/* Rows of x, t_x, t, weight (gamma-gamma: x, mean spend, weight), sorted. */
typedef struct CvCustomers
{
	CvFamily	family;
	const double *row;
	int64_t		n;
} CvCustomers;

/* gradient and hessian, in logarithms of the parameters, may be NULL. */
extern double cv_purchase_loglik(const void *customers, const double *log_parameter, double *gradient, double *hessian);
extern bool cv_purchase_fit(const CvCustomers *customers, CvNewton *fit);

extern double cv_alive(CvFamily family, const double *parameter, double x, double t_x, double t, double ahead);
extern double cv_expected(CvFamily family, const double *parameter, double x, double t_x, double t, double horizon);

/* The two ways of cv_expected, which should agree. */
extern double cv_expected_series(double shape, double z, double a, double b);
extern double cv_expected_integral(double shape, double z, double a, double b);

#endif							/* CV_PURCHASE_H */
