/*
 * curve.c - how well a score puts events before non-events.
 *
 * Everything is a sum over the distinct scores, from the lowest or the highest, so that equal scores are one
 * step and the order of rows cannot matter.
 */
#include "risk/core/curve.h"

#include <math.h>

/*
 * The probability that an event has a higher score than a non-event, ties counting half: Mann and Whitney's
 * U over both numbers.  NaN with one class only.
 */
double
cv_curve_auc(const CvCurve *c)
{
	double		below = 0;
	double		sum = 0;

	for (int64_t i = 0; i < c->n; i++)
	{
		CV_BREATHE(i);
		sum += c->count[1][i] * (below + c->count[0][i] / 2);
		below += c->count[0][i];
	}
	return sum / c->total[0] / c->total[1];
}

/*
 * Of the AUC (E. DeLong, D. DeLong and D. Clarke-Pearson, Biometrics 44, 1988): the variances of the share of
 * non-events below each event, and of events above each non-event, over their numbers.  NaN with one event or
 * one non-event.
 */
double
cv_curve_auc_variance(const CvCurve *c)
{
	double		auc = cv_curve_auc(c);
	double		below[2] = {0, 0};
	double		square[2] = {0, 0};

	if (!(c->total[0] > 1 && c->total[1] > 1))
		return NAN;
	for (int64_t i = 0; i < c->n; i++)
	{
		double		v10 = (below[0] + c->count[0][i] / 2) / c->total[0] - auc;
		double		v01 = (c->total[1] - below[1] - c->count[1][i] / 2) / c->total[1] - auc;

		CV_BREATHE(i);
		square[1] += c->count[1][i] * v10 * v10;
		square[0] += c->count[0][i] * v01 * v01;
		below[0] += c->count[0][i];
		below[1] += c->count[1][i];
	}
	return square[1] / (c->total[1] - 1) / c->total[1] + square[0] / (c->total[0] - 1) / c->total[0];
}

/* The highest of the thresholds at which the shares of events and of non-events from it up differ most. */
CvKs
cv_curve_ks(const CvCurve *c)
{
	CvKs		ks = {NAN, NAN};
	double		most = -1;
	double		above[2] = {0, 0};

	if (!(c->total[0] > 0 && c->total[1] > 0))
		return ks;
	for (int64_t i = c->n - 1; i >= 0; i--)
	{
		double		distance;

		CV_BREATHE(i);
		above[0] += c->count[0][i];
		above[1] += c->count[1][i];
		/* In whole numbers, so that equal distances are equal. */
		distance = fabs(above[1] * c->total[0] - above[0] * c->total[1]);
		if (distance > most)
		{
			most = distance;
			ks.at = c->score[i];
		}
	}
	ks.d = most / c->total[0] / c->total[1];
	return ks;
}

/* The sum over thresholds of the step of recall times precision there. */
double
cv_curve_average_precision(const CvCurve *c)
{
	double		above[2] = {0, 0};
	double		sum = 0;

	if (!(c->total[0] > 0 && c->total[1] > 0))
		return NAN;
	for (int64_t i = c->n - 1; i >= 0; i--)
	{
		CV_BREATHE(i);
		above[0] += c->count[0][i];
		above[1] += c->count[1][i];
		sum += c->count[1][i] * (above[1] / (above[0] + above[1]));
	}
	return sum / c->total[1];
}

/* Events among this share of the rows with the highest scores; rows with equal scores share evenly. */
double
cv_curve_events(const CvCurve *c, double depth)
{
	double		rest = depth * cv_curve_total(c);
	double		events = 0;

	for (int64_t i = c->n - 1; i >= 0 && rest > 0; i--)
	{
		double		here = c->count[0][i] + c->count[1][i];

		CV_BREATHE(i);
		events += here <= rest ? c->count[1][i] : c->count[1][i] * (rest / here);
		rest -= here;
	}
	return depth >= 1 ? c->total[1] : events;
}

CvConfusion
cv_curve_confusion(const CvCurve *c, double threshold)
{
	CvConfusion m = {0, 0, 0, 0};

	for (int64_t i = c->n - 1; i >= 0 && c->score[i] >= threshold; i--)
	{
		CV_BREATHE(i);
		m.tp += c->count[1][i];
		m.fp += c->count[0][i];
	}
	m.fn = c->total[1] - m.tp;
	m.tn = c->total[0] - m.fp;
	return m;
}

static double
kappa(const CvConfusion *m)
{
	double		n = m->tp + m->fp + m->fn + m->tn;
	double		observed = (m->tp + m->tn) / n;
	double		predicted = (m->tp + m->fp) / n;
	double		happened = (m->tp + m->fn) / n;
	double		by_chance = predicted * happened + (1 - predicted) * (1 - happened);

	return by_chance < 1 ? (observed - by_chance) / (1 - by_chance) : NAN;
}

static double
matthews(const CvConfusion *m)
{
	return (m->tp * m->tn - m->fp * m->fn) /
		(sqrt(m->tp + m->fp) * sqrt(m->tp + m->fn) * sqrt(m->tn + m->fp) * sqrt(m->tn + m->fn));
}

double
cv_confusion_measure(const CvConfusion *m, CvMeasure measure)
{
	double		recall = m->tp / (m->tp + m->fn);
	double		specificity = m->tn / (m->tn + m->fp);

	switch (measure)
	{
		case CV_MEASURE_F1:
			return 2 * m->tp / (2 * m->tp + m->fp + m->fn);
		case CV_MEASURE_YOUDEN:
			return recall + specificity - 1;
		case CV_MEASURE_MCC:
			return matthews(m);
		case CV_MEASURE_KAPPA:
			return kappa(m);
		case CV_MEASURE_ACCURACY:
			return (m->tp + m->tn) / (m->tp + m->fp + m->fn + m->tn);
		case CV_MEASURE_BALANCED_ACCURACY:
			return (recall + specificity) / 2;
		case CV_MEASURE_PPV:
			return m->tp / (m->tp + m->fp);
		case CV_MEASURE_RECALL:
			return recall;
		default:
			return specificity;
	}
}

/* The highest of the thresholds at which the measure is largest; NaN with one class only. */
double
cv_curve_best(const CvCurve *c, CvMeasure measure)
{
	CvConfusion m = {0, 0, c->total[1], c->total[0]};
	double		most = -INFINITY;
	double		at = NAN;

	if (!(c->total[0] > 0 && c->total[1] > 0))
		return NAN;
	for (int64_t i = c->n - 1; i >= 0; i--)
	{
		double		x;

		CV_BREATHE(i);
		m.tp += c->count[1][i];
		m.fp += c->count[0][i];
		m.fn = c->total[1] - m.tp;
		m.tn = c->total[0] - m.fp;
		x = cv_confusion_measure(&m, measure);
		if (x > most)
		{
			most = x;
			at = c->score[i];
		}
	}
	return at;
}
