/*
 * funnel.c - depths of funnels, against all chains of events.
 */
#include <string.h>

#include "affinity/core/funnel.h"
#include "unit.h"

#define MOST 12

/* One letter a second: A is step 1; "." is no step; lower-case letters come in the same second as the one before. */
static int
depth(const char *letters, int nsteps, int64_t within, int mode)
{
	CvFunnelEvent event[40];
	CvFunnelEvent scratch[40];
	int			n = 0;
	int64_t		at = 0;

	for (const char *c = letters; *c != '\0'; c++)
	{
		bool		same = *c >= 'a';

		at += same ? 0 : 1;
		event[n++] = (CvFunnelEvent) {at, *c == '.' ? 0 : UINT64_C(1) << (*c - (same ? 'a' : 'A'))};
	}
	cv_funnel_sort(event, scratch, n);
	return cv_funnel_depth(event, n, nsteps, within, mode);
}

static void
check_examples(void)
{
	CHECK(depth("ABCBD", 4, 100, CV_FUNNEL_STRICT_DEDUPLICATION) == 3);
	CHECK(depth("ABCBD", 4, 100, CV_FUNNEL_BASIC) == 4);
	CHECK(depth("ABDC", 4, 100, CV_FUNNEL_STRICT_ORDER) == 2);
	CHECK(depth("AB.C", 3, 100, CV_FUNNEL_STRICT_ORDER) == 2);
	CHECK(depth(".AABBC", 3, 100, CV_FUNNEL_STRICT_ORDER) == 3);
	CHECK(depth("ABDCD", 4, 100, CV_FUNNEL_ALLOW_REENTRY) == 4);
	CHECK(depth("AABC", 3, 100, CV_FUNNEL_ALLOW_REENTRY) == 3);
	CHECK(depth("AB.C", 3, 100, CV_FUNNEL_ALLOW_REENTRY) == 2);
	/* Steps 1, 1, 2 at seconds 0, 1, 1. */
	CHECK(depth("AAb", 2, 100, CV_FUNNEL_STRICT_INCREASE) == 2);
	CHECK(depth("Ab", 2, 100, CV_FUNNEL_STRICT_INCREASE) == 1);
	CHECK(depth("Abcd", 4, 100, CV_FUNNEL_STRICT_INCREASE) == 1);
	/* ClickHouse's own test: 0, 1, 1, 1, 2. */
	CHECK(depth("ABcdE", 5, 100, CV_FUNNEL_BASIC) == 5);
	CHECK(depth("ABcdE", 5, 100, CV_FUNNEL_STRICT_INCREASE) == 2);
	CHECK(depth("Ba", 2, 100, CV_FUNNEL_BASIC) == 2);
	/* Time begins with the latest start. */
	CHECK(depth("A..BAB", 2, 1, CV_FUNNEL_BASIC) == 2);
	CHECK(depth("A..B", 2, 2, CV_FUNNEL_BASIC) == 1);
	CHECK(depth("A..B", 2, 3, CV_FUNNEL_BASIC) == 2);
	CHECK(depth("BC", 3, 100, CV_FUNNEL_BASIC) == 0);
	CHECK(depth("", 3, 100, CV_FUNNEL_BASIC) == 0);
}

/* The longest chain that goes on from step with an event from i on, by trying all of them. */
static int
longest(const CvFunnelEvent *event, int n, int nsteps, int64_t within, bool strict, int step, int from, int64_t start,
		int64_t last)
{
	int			most = step;

	if (step == nsteps)
		return step;
	for (int i = from; i < n; i++)
	{
		int			found;

		if (!(event[i].steps >> step & 1) || (step > 0 && event[i].at - start > within) ||
			(strict && step > 0 && event[i].at <= last))
			continue;
		/* Events of one instant may follow in any order. */
		for (from = i; from > 0 && event[from - 1].at == event[i].at; from--)
			;
		found = longest(event, n, nsteps, within, strict, step + 1, from, step == 0 ? event[i].at : start, event[i].at);
		most = found > most ? found : most;
	}
	return most;
}

static void
check_random(uint64_t *seed)
{
	CvFunnelEvent event[MOST];
	CvFunnelEvent scratch[MOST];
	int			n = (int) (unit_random(seed) % (MOST + 1));
	int			nsteps = 1 + (int) (unit_random(seed) % 4);
	int64_t		within = (int64_t) (unit_random(seed) % 8);

	for (int i = 0; i < n; i++)
		event[i] = (CvFunnelEvent) {(int64_t) (unit_random(seed) % 10),
									unit_random(seed) & unit_random(seed) & ((1u << nsteps) - 1)};
	cv_funnel_sort(event, scratch, n);
	CHECK(cv_funnel_depth(event, n, nsteps, within, CV_FUNNEL_BASIC) == longest(event, n, nsteps, within, false, 0, 0,
																				0, 0));
	CHECK(cv_funnel_depth(event, n, nsteps, within, CV_FUNNEL_STRICT_INCREASE) == longest(event, n, nsteps, within,
																						  true, 0, 0, 0, 0));
}

/* Times as far apart as they get. */
static void
check_ends(void)
{
	CvFunnelEvent event[] = {{INT64_MIN + 1, 1}, {INT64_MAX, 2}};

	CHECK(cv_funnel_depth(event, 2, 2, INT64_MAX, CV_FUNNEL_BASIC) == 1);
	event[0].at = 0;
	CHECK(cv_funnel_depth(event, 2, 2, INT64_MAX, CV_FUNNEL_BASIC) == 2);
}

void
test_funnel(void)
{
	uint64_t	seed = 5;

	check_examples();
	check_ends();
	for (int round = 0; round < 3000; round++)
		check_random(&seed);
}
