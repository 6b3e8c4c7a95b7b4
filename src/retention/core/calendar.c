/*
 * calendar.c - the periods that a calendar has.
 *
 * Years are counted from March, so that the odd day of a leap year comes last (H. Hinnant, "chrono-Compatible
 * Low-Level Date Algorithms").
 */
#include "retention/core/calendar.h"

#define DAYS_OF_ERA 146097		/* 400 years */
#define MARCH_BEFORE 306		/* days from 0000-03-01 to 0001-01-01 */

/* The month of a day, January of year 1 being 0. */
static int32_t
month_of(int32_t day)
{
	uint32_t	z = (uint32_t) day + MARCH_BEFORE;
	uint32_t	era = z / DAYS_OF_ERA;
	uint32_t	of_era = z % DAYS_OF_ERA;
	uint32_t	year = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	uint32_t	of_year = of_era - (365 * year + year / 4 - year / 100);
	uint32_t	month = (5 * of_year + 2) / 153;

	return (int32_t) ((era * 400 + year - 1) * 12 + month + 2);
}

/* The first day of a month. */
static int32_t
day_of_month(int32_t month)
{
	int64_t		march = (int64_t) month + 10;	/* months since March of year 0 */
	int64_t		year = march / 12;
	int64_t		of_year = (153 * (march % 12) + 2) / 5;

	return (int32_t) (365 * year + year / 4 - year / 100 + year / 400 + of_year - MARCH_BEFORE);
}

static int32_t
months_of(CvUnit unit)
{
	return unit == CV_UNIT_MONTH ? 1 : unit == CV_UNIT_QUARTER ? 3 : 12;
}

int32_t
cv_period_of(CvUnit unit, int32_t day)
{
	if (unit == CV_UNIT_DAY)
		return day;
	if (unit == CV_UNIT_WEEK)
		return day / 7;
	return month_of(day) / months_of(unit);
}

/* The first day of a period. */
int32_t
cv_period_start(CvUnit unit, int32_t period)
{
	if (unit == CV_UNIT_DAY)
		return period;
	if (unit == CV_UNIT_WEEK)
		return period * 7;
	return day_of_month(period * months_of(unit));
}
