/*
 * clv.h - what the value of customers is made of.
 */
#ifndef CV_CLV_H
#define CV_CLV_H

#include "pg/pg.h"

/* A share of customers, from 0 to 1, who do this. */
extern double cv_check_share(double x, const char *name, const char *what_they_do);

/* 22023: with this retention and discount there is no finite value; advice says what to do. */
extern void cv_value_not_finite(double retention, double discount, const char *advice);

#endif							/* CV_CLV_H */
