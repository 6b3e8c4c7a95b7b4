/*
 * bgnbd.h - what the BG/NBD shares with tests and with other families.
 */
#ifndef CV_BGNBD_H
#define CV_BGNBD_H

/* log of (r)_k / k!: how many ways lead to k purchases. */
extern double cv_log_ways(double r, double k);

/* log of the probability to get over n chances to stop. */
extern double cv_log_stay(double a, double b, double n);

/* The two ways to the purchases of a customer who is active, which should agree. */
extern double cv_expected_series(double shape, double z, double a, double b);
extern double cv_expected_integral(double shape, double z, double a, double b);

#endif							/* CV_BGNBD_H */
