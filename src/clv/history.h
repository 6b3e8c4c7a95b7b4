/*
 * history.h - what a purchase_history says to a model, and the units of time in which it says it.
 */
#ifndef CV_HISTORY_H
#define CV_HISTORY_H

#include "pg/dated.h"

#include "utils/timestamp.h"

#define CV_DAYS_OF_WEEK 7
#define CV_DAYS_OF_YEAR 365.25
#define CV_LONGEST_UNIT 1e9		/* days */

/* What was known of a customer at the end of the day as_of. */
typedef struct CvKnown
{
	int32		x;				/* purchases after the first */
	DateADT		first;
	DateADT		last;
	DateADT		as_of;
	cv_int128	spent;			/* on those purchases, in the unit of the history */
	double		mean_spend;		/* where x is above 0 */
} CvKnown;

/* Is this argument, a purchase_history, one of profit? */
extern bool cv_history_is_profit(FunctionCallInfo fcinfo, int argno);

/* Of the history in argument argno and the date behind it; false before the first purchase. */
extern bool cv_known_at(FunctionCallInfo fcinfo, int argno, CvKnown *known);

/* x, t_x and t of it, in units of so many days. */
static inline void
cv_known_row(const CvKnown *known, double unit, double *row)
{
	row[0] = known->x;
	row[1] = (known->last - known->first) / unit;
	row[2] = ((double) known->as_of - known->first) / unit;
}

/*
 * Days with a purchase until the date behind the history in argument argno, in order; days are the room for them, NULL
 * where there are none.
 */
extern int	cv_purchase_days(FunctionCallInfo fcinfo, int argno, DateADT **days);

extern double cv_days_of_interval(const Interval *span);

/* The days of an argument named unit, an interval or the name of one. */
extern double cv_time_unit_arg(FunctionCallInfo fcinfo, int argno, bool is_interval);

#endif							/* CV_HISTORY_H */
