/*
 * kinds.h - the rows of numbers that the monitor room keeps (pg/rows.h).
 */
#ifndef CV_MONITOR_KINDS_H
#define CV_MONITOR_KINDS_H

#include "pg/rows.h"

extern const CvRowsKind cv_kind_subgroup;	/* see chart.h */
extern const CvRowsKind cv_kind_subgroups;
extern const CvRowsKind cv_kind_p;
extern const CvRowsKind cv_kind_np;
extern const CvRowsKind cv_kind_u;
extern const CvRowsKind cv_kind_c;
extern const CvRowsKind cv_kind_imr;
extern const CvRowsKind cv_kind_laney;
extern const CvRowsKind cv_kind_points;	/* of imr_agg: t, x */
extern const CvRowsKind cv_kind_counts;	/* of laney_agg: t, defects, n */
extern const CvRowsKind cv_kind_errors;	/* see error.c */
extern const CvRowsKind cv_kind_series;	/* of holt_winters_agg: see forecast.h */
extern const CvRowsKind cv_kind_forecast;

extern void cv_monitor_register(void);

#endif							/* CV_MONITOR_KINDS_H */
