/*
 * season.c - time that runs faster where customers buy more.
 */
#include "clv/core/season.h"

#include <math.h>
#include <string.h>

#define MOST_ROUNDS 2000

/* 2000-03-01, from which years with their leap day at the end are counted, in days of a date. */
#define MARCH 60

/* Days before each month of a year that is no leap year. */
static const int before[CV_SEASON_MONTHS + 1] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};

static bool
is_leap(int64_t year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

/* Leap years from 2000 on that are before a year; below 0 for those from there to 2000. */
static int64_t
leap_years(int64_t year)
{
	int64_t		y = year - 1 + 400000;	/* above 0; so many years have 97000 leap years */

	return y / 4 - y / 100 + y / 400 - 97000 - 484;
}

/* Year of a day, and which day of it, 0 being January 1. */
static int64_t
year_of(int64_t day, int *of_year)
{
	int64_t		since = day - MARCH + (int64_t) 1000 * 146097;
	int64_t		era = since / 146097;
	int			of_era = (int) (since % 146097);
	int			years = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int			of_march = of_era - (365 * years + years / 4 - years / 100);
	int64_t		year = (era - 1000) * 400 + 2000 + years;

	if (of_march >= 306)		/* January and February */
	{
		*of_year = of_march - 306;
		return year + 1;
	}
	*of_year = of_march + 59 + is_leap(year);
	return year;
}

/* Days of a year, leap or not, before part k of n. */
static int
days_before(int n, int k, bool leap)
{
	if (n == CV_SEASON_MONTHS)
		return before[k] + (leap && k >= 2);
	return k < CV_SEASON_WEEKS ? 7 * k : 365 + leap;
}

int
cv_season_part(int n, int64_t day)
{
	int			of_year;
	bool		leap = is_leap(year_of(day, &of_year));
	int			k = 0;

	if (n == CV_SEASON_WEEKS)
		return of_year / 7;
	while (of_year >= days_before(n, k + 1, leap))
		k++;
	return k;
}

/* How many days of each part there are from 2000 on to the end of a day. */
static void
days_until(int n, int64_t day, double *days)
{
	int			of_year;
	int64_t		year = year_of(day, &of_year);
	bool		leap = is_leap(year);
	double		leaps = (double) leap_years(year);
	double		others = (double) (year - 2000) - leaps;

	for (int k = 0; k < n; k++)
	{
		int			from = days_before(n, k, leap);
		int			to = days_before(n, k + 1, leap);
		int			now = of_year + 1 < to ? of_year + 1 : to;

		days[k] = leaps * (days_before(n, k + 1, true) - days_before(n, k, true)) +
			others * (days_before(n, k + 1, false) - days_before(n, k, false)) + (now > from ? now - from : 0);
	}
}

double
cv_season_time(const double *season, int n, double day)
{
	double		days[CV_SEASON_WEEKS];
	double		whole = floor(day);
	double		sum = 0;

	days_until(n, (int64_t) whole, days);
	for (int k = 0; k < n; k++)
		sum += season[k] * days[k];
	return day == whole ? sum : sum + (day - whole) * season[cv_season_part(n, (int64_t) whole + 1)];
}

void
cv_season_shares(int n, double *share)
{
	for (int k = 0; k < n; k++)
		share[k] = (0.75 * (days_before(n, k + 1, false) - days_before(n, k, false)) +
					0.25 * (days_before(n, k + 1, true) - days_before(n, k, true))) / 365.25;
}

/* Days of each part that are between the first and the last day of a spell, both excluded. */
static void
days_of(const CvSpell *spell, int n, double *days)
{
	double		until[CV_SEASON_WEEKS];

	days_until(n, (int64_t) spell->last - 1, days);
	days_until(n, (int64_t) spell->first, until);
	for (int k = 0; k < n; k++)
		days[k] -= until[k];
}

/* The mean over a year of the parts that are known becomes 1. */
static void
normalise(int n, double *season)
{
	double		share[CV_SEASON_WEEKS];
	double		sum = 0;
	double		all = 0;

	cv_season_shares(n, share);
	for (int k = 0; k < n; k++)
	{
		sum += isnan(season[k]) ? 0 : share[k] * season[k];
		all += isnan(season[k]) ? 0 : share[k];
	}
	for (int k = 0; k < n; k++)
		season[k] *= all / sum;
}

/*
 * Given the first and the last purchase of a customer, those between fall on days with probabilities that go by the
 * season, however often the customer buys and when they stop.  So the most likely season solves
 *
 *	season[k] = purchases[k] / sum over spells of their purchases * days[k] / (sum over parts of season * days),
 *
 * and each round of putting in one for the other goes up (D. Hunter, Annals of Statistics 32, 2004).
 */
bool
cv_season_fit(const CvSpell *spell, int64_t nspells, int n, const double *purchases, double *season)
{
	double		total = 0;

	for (int k = 0; k < n; k++)
	{
		total += purchases[k];
		season[k] = 1;
	}
	if (!(total > 0))
		return false;
	for (int round = 0; round < MOST_ROUNDS; round++)
	{
		double		exposure[CV_SEASON_WEEKS] = {0};
		double		moved = 0;

		for (int64_t i = 0; i < nspells; i++)
		{
			double		days[CV_SEASON_WEEKS];
			double		time = 0;

			CV_BREATHE_OFTEN(i);
			days_of(&spell[i], n, days);
			for (int k = 0; k < n; k++)
				time += isnan(season[k]) ? 0 : season[k] * days[k];
			for (int k = 0; k < n && time > 0; k++)
				exposure[k] += spell[i].purchases * days[k] / time;
		}
		for (int k = 0; k < n; k++)
		{
			double		next = exposure[k] > 0 ? purchases[k] / exposure[k] : NAN;

			moved = fmax(moved, fabs(next - season[k]));
			season[k] = next;
		}
		normalise(n, season);
		if (round > 0 && moved < 1e-12)
			break;
	}
	return true;
}
