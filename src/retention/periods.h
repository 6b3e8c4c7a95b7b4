/*
 * periods.h - purchase histories, and arguments that name periods.
 */
#ifndef CV_PERIODS_H
#define CV_PERIODS_H

#include "pg/dated.h"

#include "retention/core/calendar.h"

/* The purchases of a purchase_history, days in order. */
extern CvDatedAmounts cv_purchases_arg(FunctionCallInfo fcinfo, int argno);

/* day, week, month, quarter and year, in the order of CvUnit, and NULL. */
extern const char *const cv_unit_names[];

/* Errors: 22023 with a hint that says what else could be given. */
extern CvUnit cv_unit_arg(FunctionCallInfo fcinfo, int argno, const char *hint);

/* The unit whose name is at *at, which moves behind it; -1 where there is none. */
extern int	cv_scan_unit(const char **at);

/* Rising periods from 0 up, two at least, where they are wanted; NULL where they are not given. */
extern int *cv_brackets_arg(FunctionCallInfo fcinfo, int argno, bool wanted, int *n);

#endif							/* CV_PERIODS_H */
