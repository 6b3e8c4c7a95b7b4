/*
 * indicators.h - the weights and directions of indicators that make one score.
 */
#ifndef CV_SEGMENT_INDICATORS_H
#define CV_SEGMENT_INDICATORS_H

#include "pg/pg.h"
#include "segment/core/spread.h"

typedef struct CvIndicators
{
	int			width;
	const double *weight;
	double		largest;		/* of the weights */
	bool	   *good;			/* more of the indicator is better */
} CvIndicators;

extern CvIndicators cv_indicators(Datum weights, Datum benefit);
extern CvAxis cv_indicator_axis(const CvIndicators *in, int j, const CvSpread *m);

#endif							/* CV_SEGMENT_INDICATORS_H */
