/*
 * counts.h - how many rows, or how much weight: exact, whatever the order.
 *
 * A sum of weights is a whole number of units of 1e-20.  Each weight is brought to that unit on its
 * own, so that the sum does not depend on the order of rows.
 */
#ifndef CV_RISK_COUNTS_H
#define CV_RISK_COUNTS_H

#include "pg/decimal.h"

#define CV_COUNT_GROUPS 5
#define CV_COUNT_ONE ((cv_int128) INT64CONST(10000000000) * INT64CONST(10000000000))

/* The most that one count may be, so that no sum of two overflows. */
#define CV_COUNT_ROWS INT64CONST(1000000000000000)
#define CV_COUNT_LIMIT (CV_COUNT_ONE * CV_COUNT_ROWS)

extern double cv_count_value(cv_int128 units);
extern Datum cv_count_numeric(double count);
extern cv_int128 cv_count_add(cv_int128 a, cv_int128 b);
extern bool cv_scan_count(const char **at, cv_int128 *units);
extern cv_int128 cv_count_weight_arg(FunctionCallInfo fcinfo, int argno);
extern bool cv_outcome_arg(FunctionCallInfo fcinfo, int argno, bool integer);

#endif							/* CV_RISK_COUNTS_H */
