/*
 * beta.h - means over a probability that differs from customer to customer, beta distributed.
 */
#ifndef CV_BETA_H
#define CV_BETA_H

#include "num/num.h"

/* Never needed, since both ends fall off or are cut at -40 and 40, and series are short. */
#define CV_MOST_STEPS 100000

/* A function of a probability q, by its logarithm and that of 1 - q; c are its constants. */
typedef double (*CvCurve) (double log_q, double log_stay, const double *c);

/*
 * The mean of a falling function over q with a beta distribution of a and b; most is its value at q = 0, and it is as
 * good as constant where log(q) + reach is below -40.
 */
extern double cv_beta_mean(double a, double b, CvCurve f, const double *c, double most, double reach);

/*
 * The mean over q of the sum of w^i over i from 1 to occasions, divided by 1 - q, w being exp(-discount) (1 - q).
 */
extern double cv_occasions_to_come(double a, double b, double discount, double occasions);

#endif							/* CV_BETA_H */
