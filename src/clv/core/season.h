/*
 * season.h - time that runs faster where customers buy more: by the month or the week of the year.
 *
 * A season is the intensity of purchases in each of the twelve months, or of 53 weeks of seven days from January 1 on,
 * relative to that of the year.  The time from the end of one day to that of another is the sum of the intensities of
 * the days between, the last one included.  Of models in which customers stop only when they buy the likelihood is the
 * plain one in that time, times the intensity of each day with a purchase.
 *
 * Days count from 2000-01-01, as dates of PostgreSQL do.
 */
#ifndef CV_SEASON_H
#define CV_SEASON_H

#include "num/num.h"

#define CV_SEASON_MONTHS 12
#define CV_SEASON_WEEKS 53
#define CV_SEASON_FAR 1e8		/* days of time that a season is followed, most */

/* Which of the n parts of its year is a day in? */
extern int	cv_season_part(int n, int64_t day);

/* Time to the end of a day, and of a part of the day after it, from that of a fixed day on. */
extern double cv_season_time(const double *season, int n, double day);

/* The share of each part of a year of 365.25 days. */
extern void cv_season_shares(int n, double *share);

/* Days from which so many purchases are between: of one customer, or of all with the same first and last day. */
typedef struct CvSpell
{
	double		first;
	double		last;
	double		purchases;
} CvSpell;

/*
 * The season that makes so many purchases in each part, of spells between days with a purchase, most likely; its mean
 * over a year is 1.  Not a number where a part has no day.  False without purchases.
 */
extern bool cv_season_fit(const CvSpell *spell, int64_t nspells, int n, const double *purchases, double *season);

#endif							/* CV_SEASON_H */
