/*
 * calibration.h - do events come as often as the probabilities say?
 */
#ifndef CV_RISK_CALIBRATION_H
#define CV_RISK_CALIBRATION_H

#include "risk/core/curve.h"

/* Scores of one group that are compared with what happened. */
typedef struct CvGroup
{
	double		n;
	double		events;
	double		p;				/* sum of the probabilities */
} CvGroup;

/* Reliability, resolution and uncertainty, and what they leave out within groups. */
typedef struct CvBrierParts
{
	double		brier;
	double		reliability;
	double		resolution;
	double		uncertainty;
	double		within_variance;
	double		within_covariance;
	double		error;			/* expected calibration error */
	double		largest_error;
} CvBrierParts;

/* Logistic regression of the outcome on the logit of the probability. */
typedef struct CvRecalibration
{
	double		intercept;
	double		intercept_se;
	double		slope;
	double		slope_se;
	double		loglik;
	double		chi_square;		/* likelihood ratio against intercept 0 and slope 1, 2 df */
	double		shift;			/* the intercept with slope 1 */
	double		shift_se;
} CvRecalibration;

extern double cv_curve_brier(const CvCurve *c);
extern double cv_curve_log_loss(const CvCurve *c);
extern int	cv_width_bin(double p, int bins);
extern void cv_curve_cuts(const CvCurve *c, int bins, double *cut);
extern void cv_curve_groups(const CvCurve *c, const double *cut, int bins, CvGroup *group);
extern CvBrierParts cv_curve_brier_parts(const CvCurve *c, int bins, CvGroup *group);
extern double cv_hosmer_lemeshow(const CvGroup *group, int n, int *used);
extern bool cv_curve_recalibrate(const CvCurve *c, double *rows, CvRecalibration *r);
extern double cv_recalibrate(double p, double intercept, double slope);

#endif							/* CV_RISK_CALIBRATION_H */
