/*
 * cohort.c - how many of the customers won at one time came back later.
 *
 * Each purchase is known with the last period before it, so every customer is counted once in any stretch of
 * periods: by their first purchase in it, which is the one whose predecessor lies before the stretch.
 */
#include "retention/core/cohort.h"

#include <string.h>

static bool
is_purchase(const CvCohortCell *c)
{
	return c->before != c->period;
}

/* The cell that each customer has once: their first purchase. */
static bool
is_first(const CvCohortCell *c)
{
	return c->before < 0;
}

/*
 * Differences: a cell counts in the periods first .. last of those that are over, and in the one that has begun if it
 * is among them.  A part of a line is added to where it begins, and taken away behind its end.
 */
#define ADD_STRETCH(line, part, c, first, last, x) \
	do { \
		int32_t		end = (last) < (c)->over - 1 ? (last) : (c)->over - 1; \
		\
		if ((first) <= end) \
		{ \
			(line)[first].over.part += x; \
			(line)[end + 1].over.part -= x; \
		} \
		if ((c)->open && (first) <= (c)->over && (c)->over <= (last)) \
			(line)[(c)->over].begun.part += x; \
	} while (0)

static void
add_cell(const CvCohortCell *c, bool or_later, CvCohortLines *line)
{
	int32_t		from = or_later ? c->before + 1 : c->period;

	if (is_first(c))
		ADD_STRETCH(line, customers, c, 0, CV_COHORT_PERIODS, c->customers);
	if (is_purchase(c))
		ADD_STRETCH(line, retained, c, from, c->period, c->customers);
	ADD_STRETCH(line, revenue, c, c->period, c->period, c->amount);
	ADD_STRETCH(line, cumulative, c, c->period, CV_COHORT_PERIODS, c->amount);
}

/* line has CV_COHORT_PERIODS + 1 places. */
void
cv_cohort_periods(const CvCohortCell *cell, int64_t n, bool or_later, CvCohortLines *line)
{
	memset(line, 0, (CV_COHORT_PERIODS + 1) * sizeof(CvCohortLines));
	for (int64_t i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		add_cell(&cell[i], or_later, line);
	}
	for (int32_t p = 1; p <= CV_COHORT_PERIODS; p++)
	{
		line[p].over.customers += line[p - 1].over.customers;
		line[p].over.retained += line[p - 1].over.retained;
		line[p].over.revenue += line[p - 1].over.revenue;
		line[p].over.cumulative += line[p - 1].over.cumulative;
	}
}

CvCohortLines
cv_cohort_bracket(const CvCohortCell *cell, int64_t n, int32_t first, int32_t last)
{
	CvCohortLines lines;

	memset(&lines, 0, sizeof(lines));
	for (int64_t i = 0; i < n; i++)
	{
		const CvCohortCell *c = &cell[i];
		CvCohortLine *line = c->over > last ? &lines.over : &lines.begun;

		CV_BREATHE(i);
		if (c->over + c->open <= first)
			continue;
		line->customers += is_first(c) ? c->customers : 0;
		line->cumulative += c->period <= last ? c->amount : 0;
		if (c->period < first || c->period > last)
			continue;
		line->retained += is_purchase(c) && c->before < first ? c->customers : 0;
		line->revenue += c->amount;
	}
	return lines;
}

CvCohortLine
cv_cohort_later(const CvCohortCell *cell, int64_t n, int32_t period)
{
	CvCohortLine line = {0, 0, 0, 0};

	for (int64_t i = 0; i < n; i++)
	{
		const CvCohortCell *c = &cell[i];

		CV_BREATHE(i);
		if (c->over <= period)
			continue;
		line.customers += is_first(c) ? c->customers : 0;
		line.retained += is_purchase(c) && c->period >= period && c->before < period ? c->customers : 0;
	}
	return line;
}
