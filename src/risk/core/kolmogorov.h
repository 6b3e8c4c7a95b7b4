/*
 * kolmogorov.h - the probability that two samples of one distribution differ so much.
 */
#ifndef CV_RISK_KOLMOGOROV_H
#define CV_RISK_KOLMOGOROV_H

#include "risk/core/curve.h"

/* Up to so many pairs of rows the probability is counted out. */
#define CV_KS_EXACT 10000

extern double cv_kolmogorov_tail(double x);
extern double cv_ks_exact(const CvCurve *c, double *work);
extern bool cv_ks_is_exact(const CvCurve *c);

#endif							/* CV_RISK_KOLMOGOROV_H */
