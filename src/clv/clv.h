/*
 * clv.h - what the value of customers is made of.
 */
#ifndef CV_CLV_H
#define CV_CLV_H

#include "pg/pg.h"

/* Arguments; errors: 22023 for values off their range. */
extern double cv_check_fraction(double x, const char *name, const char *meaning);
extern double cv_check_discount(double x);
extern double cv_check_not_negative(double x, const char *name);

/* 22023: with this retention and discount there is no finite value; advice says what to do. */
extern void cv_value_not_finite(double retention, double discount, const char *advice);

/* A float8 result; 22003 when it is not finite. */
extern Datum cv_return_finite(double x, const char *what);

#endif							/* CV_CLV_H */
