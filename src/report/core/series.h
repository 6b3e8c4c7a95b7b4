/*
 * series.h - a line of several in one chart.
 */
#ifndef CV_REPORT_SERIES_H
#define CV_REPORT_SERIES_H

#include "report/core/draw.h"

/* Marks first to end - 1 are of one series. */
typedef struct CvSeries
{
	int			first;
	int			end;
	int			style;
	CvLabel		name;
} CvSeries;

/* Below the axis of a survival curve: how many were at risk at its ticks; and how much room that takes. */
extern double cv_at_risk_room(CvDrawing *d, int n);
extern void cv_draw_at_risk(CvDrawing *d, const CvSeries *series, int n);

#endif							/* CV_REPORT_SERIES_H */
