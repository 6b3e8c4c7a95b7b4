/*
 * chart.h - the constants of control charts, and limits for counts.
 *
 * Mean, standard deviation and median of the range of n standard normal numbers by quadrature of its distribution
 * (H. Harter, "Tables of Range and Studentized Range", Annals of Mathematical Statistics 31, 1960), and the mean of
 * their standard deviation by the gamma function: computed, not tabulated.
 */
#ifndef CV_CHART_H
#define CV_CHART_H

#include "num/num.h"

#define CV_CHART_SIZE 1000		/* the largest subgroup whose range is used */

extern double cv_range_mean(int n);	/* d2 */
extern double cv_range_sd(int n);	/* d3 */
extern double cv_range_median(int n);
extern double cv_sd_mean(double n);	/* c4, of 2 numbers and more */

/* The smallest count that a Poisson, and a binomial, number exceeds with at most this probability. */
extern double cv_poisson_quantile(double tail, double mean);
extern double cv_binomial_quantile(double tail, double n, double p);

#endif							/* CV_CHART_H */
