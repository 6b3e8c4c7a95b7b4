/*
 * duration.h - arguments that are spans of time.
 */
#ifndef CV_DURATION_H
#define CV_DURATION_H

#include "pg/pg.h"

/* An interval in microseconds, from 0 up; a day is 24 hours, and an interval with months is refused. */
extern int64 cv_duration_arg(FunctionCallInfo fcinfo, int argno, const char *name);

/* An interval between dates is 0 or a day and more; less is mostly a number whose unit was forgotten. */
extern void cv_check_days(const Interval *span, const char *name);

#endif							/* CV_DURATION_H */
