/*
 * predict.h - what a model of purchases (clv/core/purchase.h) says of the time to come.
 *
 * Of a customer who bought x times after the first, the last time at t_x, and was watched to t.  In the BG/BB times are
 * numbers of occasions.  Not of spend and of contracts.
 */
#ifndef CV_PREDICT_H
#define CV_PREDICT_H

#include "clv/core/purchase.h"

/* The probability that he does not stop until ahead later; purchases until horizon later. */
extern double cv_alive(CvFamily family, const double *parameter, double x, double t_x, double t, double ahead);
extern double cv_expected(CvFamily family, const double *parameter, double x, double t_x, double t, double horizon);

/*
 * The same with a purchase u later counting exp(-discount u); horizon may be infinite where the discount
 * is above 0.
 */
extern double cv_discounted(CvFamily family, const double *parameter, double x, double t_x, double t, double discount, double horizon);

/* The probability of k purchases after the first until horizon later, of a customer who is new. */
extern double cv_purchase_pmf(CvFamily family, const double *parameter, double k, double horizon);

/* The two ways of cv_expected, which should agree. */
extern double cv_expected_series(double shape, double z, double a, double b);
extern double cv_expected_integral(double shape, double z, double a, double b);

/*
 * Contracts (sBG): how many of those who come survive so many periods, of whom the next one renews, and the
 * discounted number of periods that one has to come who is about to decide for the n-th time, 0 before his first
 * period.
 */
extern double cv_survival(const double *parameter, double periods);
extern double cv_discounted_lifetime(const double *parameter, double discount, double renewals);

#endif							/* CV_PREDICT_H */
