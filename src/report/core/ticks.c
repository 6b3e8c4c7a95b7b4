/*
 * ticks.c - round numbers and dates on an axis.
 */
#include "report/core/ticks.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "report/core/ink.h"

/* k * mantissa * 10^exponent, correctly rounded. */
static double
decimal(int64_t k, int mantissa, int exponent)
{
	char		text[48];

	snprintf(text, sizeof(text), "%llde%d", (long long) (k * mantissa), exponent);
	return strtod(text, NULL);
}

double
cv_tick_value(const CvTicks *ticks, int64_t k)
{
	return decimal(k, ticks->mantissa, ticks->exponent);
}

int64_t
cv_tick_below(const CvTicks *ticks, double x)
{
	int64_t		k = (int64_t) floor(x / cv_tick_value(ticks, 1));

	/* A step or two: the quotient is rounded. */
	for (int64_t steps = 0; cv_tick_value(ticks, k) > x; k--, steps++)
		CV_BREATHE_OFTEN(steps);
	for (int64_t steps = 0; cv_tick_value(ticks, k + 1) <= x; k++, steps++)
		CV_BREATHE_OFTEN(steps);
	return k;
}

static void
choose_step(CvTicks *ticks, double least)
{
	static const int mantissa[] = {1, 2, 5};

	for (int e = (int) floor(log10(least)) - 1;; e++)
	{
		for (int i = 0; i < 3; i++)
		{
			if (decimal(1, mantissa[i], e) >= least * (1 - CV_NEAR))
			{
				ticks->mantissa = mantissa[i];
				ticks->exponent = e;
				return;
			}
		}
	}
}

CvTicks
cv_ticks(double low, double high, int most)
{
	CvTicks		ticks;
	double		least;

	if (low == high)
	{
		if (low == 0)
			high = 1;
		else if (low > 0)
			low = 0;
		else
			high = 0;
	}
	/* No finer than doubles of this size are apart. */
	least = fmax((high - low) / most, fmax(fabs(low), fabs(high)) * 0x1p-52);
	choose_step(&ticks, least > 1e-307 ? least : 1e-307);
	ticks.first = cv_tick_below(&ticks, low);
	ticks.last = cv_tick_below(&ticks, high);
	if (cv_tick_value(&ticks, ticks.last) < high)
		ticks.last++;
	return ticks;
}

int
cv_tick_decimals(const CvTicks *ticks)
{
	return ticks->exponent < 0 ? -ticks->exponent : 0;
}

int
cv_tick_text(const CvTicks *ticks, int64_t k, char *text)
{
	double		x = cv_tick_value(ticks, k);

	/* Where decimals would be many, as 5e-10; whole numbers in full, as long as they are exact. */
	if (ticks->exponent < -6 || fabs(x) >= 1e18)
		return cv_shortest_text(x, text);
	if (ticks->exponent >= 0)
		return snprintf(text, CV_NUMBER_SIZE, "%.0f", x + 0.0);
	return cv_number_text(x, -ticks->exponent, text);
}

/* Days from 2000-01-01 of a day of the Gregorian calendar, and back: H. Hinnant, chrono-compatible date algorithms. */
int64_t
cv_day_of(int64_t year, int month, int day)
{
	int64_t		y = year - (month <= 2);
	int64_t		era = (y >= 0 ? y : y - 399) / 400;
	int64_t		of_era = y - era * 400;
	int64_t		of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;

	return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 730425;
}

void
cv_date_of(int64_t day, int64_t *year, int *month, int *day_of_month)
{
	int64_t		z = day + 730425;
	int64_t		era = (z >= 0 ? z : z - 146096) / 146097;
	int64_t		of_era = z - era * 146097;
	int64_t		y = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
	int64_t		of_year = of_era - (365 * y + y / 4 - y / 100);
	int			m = (int) ((5 * of_year + 2) / 153);

	*day_of_month = (int) (of_year - (153 * m + 2) / 5) + 1;
	*month = m < 10 ? m + 3 : m - 9;
	*year = y + era * 400 + (*month <= 2);
}

/* Division that rounds down. */
static int64_t
floor_div(int64_t a, int64_t b)
{
	return a / b - (a % b != 0 && (a < 0) != (b < 0));
}

/* Mondays are counted from 1970-01-05. */
#define A_MONDAY (-10953)

/* Day steps: those that are multiples of step days from origin. */
static int
ticks_of_days(int64_t low, int64_t high, int64_t step, int most, int64_t *day)
{
	int64_t		first = -floor_div(-(low - A_MONDAY), step) * step + A_MONDAY;
	int			n = 0;

	for (int64_t at = first; at <= high && n <= most; at += step)
	{
		if (n < most)
			day[n] = at;
		n++;
	}
	return n;
}

/* First days of months whose number, counted from the year 0, is divisible by step. */
static int
ticks_of_months(int64_t low, int64_t high, int64_t step, int most, int64_t *day)
{
	int64_t		year;
	int			month;
	int			of_month;
	int			n = 0;

	cv_date_of(low, &year, &month, &of_month);
	for (int64_t k = floor_div(year * 12 + month - 1, step) * step;; k += step)
	{
		int64_t		at = cv_day_of(floor_div(k, 12), (int) (k - floor_div(k, 12) * 12) + 1, 1);

		if (at > high || n > most)
			return n;
		if (at < low)
			continue;
		if (n < most)
			day[n] = at;
		n++;
	}
}

int
cv_date_ticks(int64_t low, int64_t high, int most, int64_t *day, CvDateUnit *unit)
{
	static const int days[] = {1, 7, 14};
	static const int months[] = {1, 3, 6};
	int			n;

	*unit = CV_UNIT_DAY;
	for (int i = 0; i < 3; i++)
	{
		if ((n = ticks_of_days(low, high, days[i], most, day)) <= most)
			return n;
	}
	*unit = CV_UNIT_MONTH;
	for (int i = 0; i < 3; i++)
	{
		if ((n = ticks_of_months(low, high, months[i], most, day)) <= most)
			return n;
	}
	*unit = CV_UNIT_YEAR;
	for (int64_t tens = 1;; tens *= 10)
	{
		static const int years[] = {1, 2, 5};

		for (int i = 0; i < 3; i++)
		{
			if ((n = ticks_of_months(low, high, 12 * years[i] * tens, most, day)) <= most)
				return n;
		}
	}
}

int
cv_axis_date(int64_t day, CvDateUnit unit, char *text)
{
	int64_t		year;
	int			month;
	int			of_month;

	cv_date_of(day, &year, &month, &of_month);
	if (unit == CV_UNIT_YEAR)
		return snprintf(text, CV_NUMBER_SIZE, "%04lld", (long long) year);
	if (unit == CV_UNIT_MONTH)
		return snprintf(text, CV_NUMBER_SIZE, "%04lld-%02d", (long long) year, month);
	return snprintf(text, CV_NUMBER_SIZE, "%04lld-%02d-%02d", (long long) year, month, of_month);
}
