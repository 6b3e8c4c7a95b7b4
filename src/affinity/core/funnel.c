/*
 * funnel.c - how far did a customer get?
 *
 * The most steps, in order, that were taken within a time from the first of them.  For every step it is enough to
 * know the latest start from which it was reached: a later one lasts longer.  Modes as in ClickHouse's windowFunnel
 * (Yandex and contributors).  Of one instant the events that are no step come first, then step 1, step 2 and so on,
 * so one event may be several steps and the order of rows does not matter; only strict_increase asks for a later
 * instant, and there a step looks at what was reached before this one.
 */
#include "affinity/core/funnel.h"

#include "num/sort.h"

#define IS_EARLIER(x, y) ((x).at < (y).at || ((x).at == (y).at && (x).steps < (y).steps))
CV_DEFINE_SORT(sort_events, CvFunnelEvent, IS_EARLIER)

#define NEVER INT64_MIN

typedef struct Walk
{
	int			nsteps;
	int			mode;
	int64_t		within;
	int			reached;		/* the deepest step so far */
	bool		ended;
	int64_t		start[CV_FUNNEL_STEPS];	/* of each step: the latest start that led there, or NEVER */
	int64_t		before[CV_FUNNEL_STEPS];	/* the same before this instant */
} Walk;

/* Is at no more than within after start?  Their distance may not fit an integer. */
static bool
in_time(const Walk *w, int64_t start, int64_t at)
{
	return (uint64_t) at - (uint64_t) start <= (uint64_t) w->within;
}

static void
reach(Walk *w, int step, int64_t start)
{
	if (start > w->start[step])
		w->start[step] = start;
	if (step + 1 > w->reached)
		w->reached = step + 1;
}

/* Take step (from 0) at this time. */
static void
take(Walk *w, int step, int64_t at)
{
	bool		strict = (w->mode & (CV_FUNNEL_STRICT_ORDER | CV_FUNNEL_ALLOW_REENTRY)) != 0;
	int64_t		from;

	if (step == 0)
	{
		reach(w, 0, at);
		return;
	}
	if ((w->mode & CV_FUNNEL_STRICT_DEDUPLICATION) && w->start[step] != NEVER)
	{
		w->ended = true;
		return;
	}
	if (w->start[step - 1] == NEVER)
	{
		w->ended = strict && w->reached > 0 && !(w->mode & CV_FUNNEL_ALLOW_REENTRY);
		return;
	}
	from = w->mode & CV_FUNNEL_STRICT_INCREASE ? w->before[step - 1] : w->start[step - 1];
	if (from != NEVER && in_time(w, from, at))
		reach(w, step, from);
}

/* All events of one instant: what is no step, then the steps in order, each as often as it occurs. */
static void
take_instant(Walk *w, const CvFunnelEvent *event, int64_t n)
{
	bool		strict = (w->mode & (CV_FUNNEL_STRICT_ORDER | CV_FUNNEL_ALLOW_REENTRY)) != 0;

	for (int k = 0; k < w->nsteps; k++)
		w->before[k] = w->start[k];
	if (event[0].steps == 0 && strict && w->reached > 0)
		w->ended = true;
	for (int step = 0; step < w->nsteps; step++)
	{
		for (int64_t i = 0; i < n && !w->ended; i++)
		{
			CV_BREATHE(i);
			if (event[i].steps >> step & 1)
				take(w, step, event[0].at);
		}
	}
}

/* The deepest step that events in order reach, from 0 to nsteps; no event is at INT64_MIN. */
int
cv_funnel_depth(const CvFunnelEvent *event, int64_t n, int nsteps, int64_t within, int mode)
{
	Walk		w;

	w.nsteps = nsteps;
	w.mode = mode;
	w.within = within;
	w.reached = 0;
	w.ended = false;
	for (int k = 0; k < nsteps; k++)
		w.start[k] = NEVER;
	for (int64_t i = 0, next; i < n && !w.ended && w.reached < nsteps; i = next)
	{
		for (next = i; next < n && event[next].at == event[i].at; next++)
			CV_BREATHE(next);
		take_instant(&w, event + i, next - i);
	}
	return w.reached;
}

/* By time, then by steps. */
void
cv_funnel_sort(CvFunnelEvent *event, CvFunnelEvent *scratch, int64_t n)
{
	sort_events(event, scratch, n);
}
