/*
 * curve.h - how well a score puts events before non-events.
 */
#ifndef CV_RISK_CURVE_H
#define CV_RISK_CURVE_H

#include "num/num.h"

/* Distinct scores, rising, with how many non-events and events (or how much weight) each has. */
typedef struct CvCurve
{
	int64_t		n;
	const double *score;
	const double *count[2];		/* of non-events, of events */
	double		total[2];
} CvCurve;

/* The four cells at a threshold: scores from it up are predicted to be events. */
typedef struct CvConfusion
{
	double		tp;
	double		fp;
	double		fn;
	double		tn;
} CvConfusion;

/* What is read from them; NaN where it does not exist. */
typedef enum CvMeasure
{
	CV_MEASURE_F1,
	CV_MEASURE_YOUDEN,			/* recall + specificity - 1 */
	CV_MEASURE_MCC,				/* Matthews' correlation */
	CV_MEASURE_KAPPA,			/* Cohen's */
	CV_MEASURE_ACCURACY,
	CV_MEASURE_BALANCED_ACCURACY,
	CV_MEASURE_PPV,
	CV_MEASURE_RECALL,
	CV_MEASURE_SPECIFICITY
} CvMeasure;

/* The largest distance of the two distributions, and the threshold where it is. */
typedef struct CvKs
{
	double		d;
	double		at;
} CvKs;

static inline double
cv_curve_total(const CvCurve *c)
{
	return c->total[0] + c->total[1];
}

extern double cv_curve_auc(const CvCurve *c);
extern double cv_curve_auc_variance(const CvCurve *c);
extern CvKs cv_curve_ks(const CvCurve *c);
extern double cv_curve_average_precision(const CvCurve *c);
extern double cv_curve_events(const CvCurve *c, double depth);
extern CvConfusion cv_curve_confusion(const CvCurve *c, double threshold);
extern double cv_confusion_measure(const CvConfusion *m, CvMeasure measure);
extern double cv_curve_best(const CvCurve *c, CvMeasure measure);

#endif							/* CV_RISK_CURVE_H */
