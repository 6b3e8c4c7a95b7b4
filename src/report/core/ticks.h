/*
 * ticks.h - round numbers and dates on an axis.
 *
 * The step is the smallest of 1, 2, 5 times a power of ten of which at most so many cover the data.  Ticks are whole
 * numbers k times that step, so there is no 0.30000000000000004, no -0, and no loop that never ends.
 */
#ifndef CV_REPORT_TICKS_H
#define CV_REPORT_TICKS_H

#include "num/num.h"

typedef struct CvTicks
{
	int64_t		first;			/* ticks are first * step, ... last * step */
	int64_t		last;
	int			mantissa;		/* step = mantissa * 10^exponent */
	int			exponent;
} CvTicks;

/* Beyond this there are no round numbers left. */
#define CV_TICKS_LIMIT 1e307

/* low <= high, both within CV_TICKS_LIMIT; where they are equal, the other end is 0, and 0..1 for 0. */
extern CvTicks cv_ticks(double low, double high, int most);
extern double cv_tick_value(const CvTicks *ticks, int64_t k);

/* The largest k with k * step <= x. */
extern int64_t cv_tick_below(const CvTicks *ticks, double x);

/* Decimals that tell the ticks apart; and a tick as text. */
extern int	cv_tick_decimals(const CvTicks *ticks);
extern int	cv_tick_text(const CvTicks *ticks, int64_t k, char *text);

/*
 * Days are counted from 2000-01-01.  The first of 1 day, 1 and 2 weeks, 1, 3, 6 months, 1, 2, 5, 10 ... years with at
 * most so many ticks within low..high; their number.
 */
typedef enum CvDateUnit
{
	CV_UNIT_DAY, CV_UNIT_MONTH, CV_UNIT_YEAR
} CvDateUnit;

#define CV_MOST_DATE_TICKS 100
extern int	cv_date_ticks(int64_t low, int64_t high, int most, int64_t *day, CvDateUnit *unit);

extern int64_t cv_day_of(int64_t year, int month, int day);
extern void cv_date_of(int64_t day, int64_t *year, int *month, int *day_of_month);
extern int	cv_axis_date(int64_t day, CvDateUnit unit, char *text);

#endif							/* CV_REPORT_TICKS_H */
