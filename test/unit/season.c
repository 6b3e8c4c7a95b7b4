/*
 * season.c - time that runs by the month or week of the year, against days added one by one.
 */
#include <math.h>

#include "clv/core/season.h"
#include "unit.h"

/* Month and day of the year one after the other, from 2000-01-01 on. */
static void
check_calendar(void)
{
	static const int length[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int			year = 2000;
	int			month = 0;
	int			of_month = 0;
	int			of_year = 0;
	int			wrong = 0;

	for (int32_t day = 0; day < 200000; day++)
	{
		int			leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

		wrong += cv_season_part(CV_SEASON_MONTHS, day) != month || cv_season_part(CV_SEASON_WEEKS, day) != of_year / 7;
		of_year++;
		if (++of_month == length[month] + (leap && month == 1))
		{
			of_month = 0;
			if (++month == 12)
			{
				month = of_year = 0;
				year++;
			}
		}
	}
	CHECK(wrong == 0);
	/* 1999-12-31, 1900-03-01 and 0001-01-01. */
	CHECK(cv_season_part(CV_SEASON_MONTHS, -1) == 11 && cv_season_part(CV_SEASON_WEEKS, -1) == 52);
	CHECK(cv_season_part(CV_SEASON_MONTHS, -36465) == 2 && cv_season_part(CV_SEASON_MONTHS, -36466) == 1);
	/* A hundred million days after the last date that there is: 146097 days are 400 years. */
	CHECK(cv_season_part(CV_SEASON_WEEKS, INT64_C(146097) * 15000 + 59) == cv_season_part(CV_SEASON_WEEKS, 59));
	CHECK(cv_season_part(CV_SEASON_MONTHS, -730119) == 0 && cv_season_part(CV_SEASON_WEEKS, -730119) == 0);
}

static void
check_time(int n, uint64_t *seed)
{
	double		season[CV_SEASON_WEEKS];
	double		one[CV_SEASON_WEEKS];
	int32_t		first = (int32_t) (unit_random(seed) % 100000) - 60000;
	int32_t		last = first + (int32_t) (unit_random(seed) % 3000);
	double		sum = 0;
	double		share = 0;
	double		shares[CV_SEASON_WEEKS];

	for (int k = 0; k < n; k++)
	{
		season[k] = 0.2 + (double) (unit_random(seed) % 1000) / 500;
		one[k] = 1;
	}
	for (int32_t day = first + 1; day <= last; day++)
		sum += season[cv_season_part(n, day)];
	CHECK_WITHIN(cv_season_time(season, n, last) - cv_season_time(season, n, first), sum, 1e-7);
	CHECK(cv_season_time(one, n, last) - cv_season_time(one, n, first) == last - first);
	CHECK_WITHIN(cv_season_time(season, n, last + 0.25) - cv_season_time(season, n, last),
				 0.25 * season[cv_season_part(n, last + 1)], 1e-7);
	cv_season_shares(n, shares);
	for (int k = 0; k < n; k++)
		share += shares[k];
	CHECK_CLOSE(share, 1, 1e-14);
}

/* The log-likelihood of purchases in each part, given the spells. */
static double
loglik(const CvSpell *spell, int nspells, int n, const double *purchases, const double *season)
{
	double		sum = 0;

	for (int k = 0; k < n; k++)
		sum += purchases[k] * log(season[k]);
	for (int i = 0; i < nspells; i++)
		sum -= spell[i].purchases *
			log(cv_season_time(season, n, spell[i].last - 1) - cv_season_time(season, n, spell[i].first));
	return sum;
}

static void
check_fit(void)
{
	/* Spells of parts of years, so that the parts of the year are seen by different customers. */
	static const CvSpell spell[4] = {{8000, 8200, 40}, {8100, 8420, 30}, {8250, 8330, 20}, {8000, 8900, 10}};
	double		purchases[12] = {12, 9, 7, 8, 9, 6, 8, 7, 9, 8, 10, 7};
	double		season[12];
	double		mean = 0;
	double		share[12];
	double		best;

	CHECK(cv_season_fit(spell, 4, 12, purchases, season));
	best = loglik(spell, 4, 12, purchases, season);
	cv_season_shares(12, share);
	for (int k = 0; k < 12; k++)
	{
		double		moved[12];

		mean += share[k] * season[k];
		for (int side = -1; side <= 1; side += 2)
		{
			for (int i = 0; i < 12; i++)
				moved[i] = season[i] * (i == k ? 1 + side * 1e-3 : 1);
			CHECK(loglik(spell, 4, 12, purchases, moved) < best);
		}
	}
	CHECK_CLOSE(mean, 1, 1e-13);
	/* Nobody there in most months: not a number. */
	CHECK(cv_season_fit(spell + 2, 1, 12, (double[12]) {0, 0, 0, 0, 0, 0, 0, 10, 10}, season));
	CHECK(isnan(season[0]) && season[7] > 0);
	CHECK(!cv_season_fit(spell, 4, 12, (double[12]) {0}, season));
}

void
test_season(void)
{
	uint64_t	seed = 5;

	check_calendar();
	for (int i = 0; i < 200; i++)
		check_time(i % 2 == 0 ? CV_SEASON_MONTHS : CV_SEASON_WEEKS, &seed);
	check_fit();
}
