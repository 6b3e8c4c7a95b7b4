/*
 * calendar.h - the periods that a calendar has, numbered without a gap.
 */
#ifndef CV_CALENDAR_H
#define CV_CALENDAR_H

#include "num/num.h"

typedef enum CvUnit
{
	CV_UNIT_DAY,
	CV_UNIT_WEEK,				/* from Monday */
	CV_UNIT_MONTH,
	CV_UNIT_QUARTER,
	CV_UNIT_YEAR
} CvUnit;

/* Days count from 0001-01-01, a Monday, which is day 0 and in period 0 of every unit. */
extern int32_t cv_period_of(CvUnit unit, int32_t day);
extern int32_t cv_period_start(CvUnit unit, int32_t period);

#endif							/* CV_CALENDAR_H */
