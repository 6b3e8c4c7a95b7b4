/*
 * cohorts.c - periods of the calendar, and cohorts whose numbers were counted by hand.
 */
#include <string.h>

#include "retention/core/calendar.h"
#include "retention/core/cohort.h"
#include "unit.h"

static void
test_calendar(void)
{
	static const int days_of[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	int32_t		day = 0;

	for (int year = 1; year <= 2800; year++)
	{
		for (int month = 0; month < 12; month++)
		{
			int			days = days_of[month] +
				(month == 1 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
			int32_t		period = (year - 1) * 12 + month;

			CHECK(cv_period_start(CV_UNIT_MONTH, period) == day);
			CHECK(cv_period_of(CV_UNIT_MONTH, day) == period && cv_period_of(CV_UNIT_MONTH, day + days - 1) == period);
			CHECK(cv_period_of(CV_UNIT_QUARTER, day) == period / 3 && cv_period_of(CV_UNIT_YEAR, day) == year - 1);
			day += days;
		}
	}
	for (int unit = CV_UNIT_DAY; unit <= CV_UNIT_YEAR; unit++)
	{
		for (day = 0; day < 3652059; day += 1009)
		{
			int32_t		period = cv_period_of(unit, day);

			CHECK(cv_period_start(unit, period) <= day && cv_period_start(unit, period + 1) > day);
		}
	}
}

#define CUSTOMERS 4

/* Customers A to D of a cohort: in which of the periods 0 to 5 they bought, the last of which is not over. */
static const bool bought[CUSTOMERS][6] = {{1, 1, 1, 0, 1, 0}, {1, 0, 0, 1, 0, 0}, {1, 0, 1, 0, 0, 1},
										  {1, 0, 0, 0, 0, 0}};

static void
test_cohort(void)
{
	static CvCohortLines line[CV_COHORT_PERIODS + 1];
	static const int classic[6] = {4, 1, 2, 1, 1, 1};
	static const int rolling[6] = {4, 3, 3, 3, 2, 1};
	CvCohortCell cell[24];
	int			n = 0;

	for (int i = 0; i < CUSTOMERS; i++)
	{
		int			before = -1;

		for (int p = 0; p < 6; p++)
		{
			if (!bought[i][p])
				continue;
			cell[n++] = (CvCohortCell) {5, true, p, before, 1, 10 + p};
			before = p;
		}
	}
	/* A return without a purchase. */
	cell[n++] = (CvCohortCell) {5, true, 3, 3, 1, -7};
	for (int or_later = 0; or_later < 2; or_later++)
	{
		cv_cohort_periods(cell, n, or_later, line);
		for (int p = 0; p < 6; p++)
		{
			CvCohortLine l = p < 5 ? line[p].over : line[p].begun;

			CHECK(l.customers == 4 && l.retained == (or_later ? rolling : classic)[p]);
			CHECK(l.revenue == classic[p] * (10 + p) - (p == 3 ? 7 : 0));
		}
		CHECK(line[4].over.cumulative == 40 + 11 + 24 + 13 - 7 + 14 &&
			  line[5].begun.cumulative == 40 + 11 + 24 + 13 - 7 + 14 + 15);
		CHECK(line[5].over.customers == 0 && line[4].begun.customers == 0 && line[6].begun.customers == 0);
	}
	CHECK(cv_cohort_bracket(cell, n, 1, 1).over.retained == 1 && cv_cohort_bracket(cell, n, 2, 3).over.retained == 3);
	CHECK(cv_cohort_bracket(cell, n, 4, 5).over.customers == 0 && cv_cohort_bracket(cell, n, 4, 5).begun.retained == 2);
	CHECK(cv_cohort_bracket(cell, n, 6, 9).begun.customers == 0 &&
		  cv_cohort_bracket(cell, n, 5, 9).begun.customers == 4);
	CHECK(cv_cohort_bracket(cell, n, 2, 3).over.revenue == 24 + 13 - 7 &&
		  cv_cohort_bracket(cell, n, 2, 3).over.cumulative == 40 + 11 + 24 + 13 - 7);
}

void
test_cohorts(void)
{
	test_calendar();
	test_cohort();
}
