/*
 * special.h - distributions: tails and quantiles to about 1e-13 of their value.
 *
 * "tail" is the probability above x, "low" the one below; each is calculated where it is
 * small, not as one less the other.
 */
#ifndef CV_SPECIAL_H
#define CV_SPECIAL_H

#include <math.h>

#include "num/num.h"

/* log(1 + exp(x)), and its derivative, without overflow and with all digits at both ends. */
static inline double
cv_softplus(double x)
{
	return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x));
}

static inline double
cv_logistic(double x)
{
	return x > 0 ? 1 / (1 + exp(-x)) : exp(x) / (1 + exp(x));
}

/* Derivatives of log-gamma, the first and the second, at x > 0. */
extern double cv_digamma(double x);
extern double cv_trigamma(double x);

/* What they are more at x + a than at x, with all digits. */
extern double cv_digamma_step(double x, double a);
extern double cv_trigamma_step(double x, double a);

/* exp(x) times the generalised exponential integral of order n >= 0 at x > 0: of exp(-x v) (1 + v)^-n over v > 0. */
extern double cv_exp_integral(double n, double x);

extern double cv_normal_tail(double x);
extern double cv_normal_quantile(double p);
extern double cv_chisq_tail(double x, double df);
extern double cv_beta_low(double x, double a, double b);
extern double cv_beta_quantile(double p, double a, double b);
extern double cv_t_tail(double t, double df);
extern double cv_t_quantile(double p, double df);
extern double cv_f_tail(double f, double df1, double df2);

#endif							/* CV_SPECIAL_H */
