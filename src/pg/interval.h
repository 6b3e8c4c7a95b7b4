/*
 * interval.h - confidence intervals, for glue.
 */
#ifndef CV_INTERVAL_H
#define CV_INTERVAL_H

#include "pg/pg.h"

#include "num/interval.h"

#endif							/* CV_INTERVAL_H */
