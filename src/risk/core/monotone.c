/*
 * monotone.c - joining neighbouring bins until the event rate rises or falls throughout.
 *
 * Among all ways to join, the one with the largest information value, exactly, by dynamic
 * programming over the last joined bin: the best way to divide the bins before j whose last joined
 * bin is [i, j) follows from the best ones that end at i with a lower rate.  Those are sorted by
 * their rate once for each i, with the best up to each rate, so that every j takes one search.
 * Every joined bin needs an event and a non-event, since its value would be infinite.
 *
 * Without a limit of bins one layer is enough, else there is one for each number of bins.  Rates
 * rise strictly: joining bins of equal rates does not change the value.
 */
#include "risk/core/monotone.h"

#include <math.h>
#include <string.h>

#include "num/sort.h"

/* A joined bin that ends at some place, and the best that ends with it or with one of a lower rate. */
typedef struct Ending
{
	double		rate;
	double		value;
	int			from;
} Ending;

#define LESS(a, b) ((a).rate < (b).rate)
CV_DEFINE_SORT(sort_endings, Ending, LESS)

/* Where things are in work. */
typedef struct Work
{
	double	   *sum[2];			/* of counts before each bin */
	/* of this layer and the one before, n by n + 1: first and end of the last joined bin */
	double	   *value[2];
	Ending	   *ending;
	Ending	   *scratch;
	uint16_t   *before;			/* layers by n by n + 1: where the joined bin before the last begins */
} Work;

#define NOWHERE UINT16_MAX
#define MOST_BINS 10000

int
cv_monotone_layers(const CvMonotone *m)
{
	return m->max_bins > 0 && m->max_bins < m->n ? m->max_bins : 1;
}

static bool
is_layered(const CvMonotone *m)
{
	return m->max_bins > 0 && m->max_bins < m->n;
}

size_t
cv_monotone_work(const CvMonotone *m)
{
	size_t		n = m->n;
	size_t		square = n * (n + 1);

	return 2 * (n + 1) * sizeof(double) + 2 * square * sizeof(double) + 2 * (n + 1) * sizeof(Ending) +
		cv_monotone_layers(m) * square * sizeof(uint16_t);
}

static Work
lay_out(const CvMonotone *m, void *memory)
{
	size_t		n = m->n;
	size_t		square = n * (n + 1);
	Work		w;

	w.sum[0] = memory;
	w.sum[1] = w.sum[0] + n + 1;
	w.value[0] = w.sum[1] + n + 1;
	w.value[1] = w.value[0] + square;
	w.ending = (Ending *) (w.value[1] + square);
	w.scratch = w.ending + n + 1;
	w.before = (uint16_t *) (w.scratch + n + 1);
	w.sum[0][0] = w.sum[1][0] = 0;
	for (size_t i = 0; i < n; i++)
	{
		w.sum[0][i + 1] = w.sum[0][i] + m->count[0][i];
		w.sum[1][i + 1] = w.sum[1][i] + m->count[1][i];
	}
	return w;
}

/* The information value of bins i to j - 1 joined; negative when they may not be. */
static double
joined_value(const CvMonotone *m, const Work *w, int i, int j)
{
	double		non_events = w->sum[0][j] - w->sum[0][i];
	double		events = w->sum[1][j] - w->sum[1][i];
	double		p = non_events / m->total[0];
	double		q = events / m->total[1];

	if (!(non_events > 0 && events > 0) || events < m->min_events || events + non_events < m->min_rows)
		return -1;
	return (q - p) * log(q / p);
}

static double
joined_rate(const Work *w, int i, int j)
{
	double		events = w->sum[1][j] - w->sum[1][i];

	return events / (events + w->sum[0][j] - w->sum[0][i]);
}

/* Those that end at i, by rising rate, each with the best up to its rate; how many. */
static int
collect_endings(const Work *w, const double *value, int n, int i, int sign)
{
	int			found = 0;

	for (int h = 0; h < i; h++)
	{
		double		best = value[(size_t) h * (n + 1) + i];

		if (best >= 0)
			w->ending[found++] = (Ending) {sign * joined_rate(w, h, i), best, h};
	}
	sort_endings(w->ending, w->scratch, found);
	for (int k = 1; k < found; k++)
	{
		if (w->ending[k - 1].value >= w->ending[k].value)
		{
			w->ending[k].value = w->ending[k - 1].value;
			w->ending[k].from = w->ending[k - 1].from;
		}
	}
	return found;
}

/* How many of the endings have a lower rate. */
static int
endings_below(const Ending *ending, int n, double rate)
{
	int			low = 0;
	int			high = n;

	while (low < high)
	{
		int			middle = (low + high) / 2;

		if (ending[middle].rate < rate)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/*
 * One layer: now from was, or, without layers, from itself, whose columns up to i are finished when
 * row i is.  first: joined bins that begin at 0 have none before them.
 */
static void
fill_layer(const CvMonotone *m, const Work *w, const double *was, double *now, uint16_t *before, int sign, bool first)
{
	int64_t		done = 0;

	for (int i = 0; i < m->n; i++)
	{
		int			found = i > 0 && was != NULL ? collect_endings(w, was, m->n, i, sign) : 0;

		for (int j = i + 1; j <= m->n; j++)
		{
			size_t		at = (size_t) i * (m->n + 1) + j;
			double		own = joined_value(m, w, i, j);
			int			k = own < 0 || found == 0 ? 0 : endings_below(w->ending, found, sign * joined_rate(w, i, j));

			now[at] = own >= 0 && first && i == 0 ? own : -1;
			before[at] = NOWHERE;
			if (k > 0)
			{
				now[at] = own + w->ending[k - 1].value;
				before[at] = (uint16_t) w->ending[k - 1].from;
			}
		}
		cv_breathe_after(&done, 100 * (m->n - i));
	}
}

/* The best that ends at the end, and where its last joined bin begins. */
static double
best_of(const double *value, int n, int *from)
{
	double		best = -1;

	for (int i = 0; i < n; i++)
	{
		double		x = value[(size_t) i * (n + 1) + n];

		if (x > best)
		{
			best = x;
			*from = i;
		}
	}
	return best;
}

/* The cuts of the best way with rates that rise (sign 1) or fall (-1); -1 when there is none. */
static int
solve(CvMonotone *m, const Work *w, int sign, int *cut)
{
	size_t		square = (size_t) m->n * (m->n + 1);
	int			layers = cv_monotone_layers(m);
	int			layer = 0;
	int			from = 0;
	int			end = m->n;
	int			ncuts = 0;

	m->value = -1;
	for (int k = 0; k < layers; k++)
	{
		double	   *now = w->value[k % 2];
		const double *was = !is_layered(m) ? now : k > 0 ? w->value[1 - k % 2] : NULL;
		int			start = 0;
		double		best;

		fill_layer(m, w, was, now, w->before + k * square, sign, k == 0);
		best = best_of(now, m->n, &start);
		/* One more bin must be worth more than rounding. */
		if (best > m->value + 1e-14 * fmax(0, m->value))
		{
			m->value = best;
			layer = k;
			from = start;
		}
	}
	if (m->value < 0)
		return -1;
	while (from > 0)
	{
		int			next = w->before[layer * square + (size_t) from * (m->n + 1) + end];

		cut[ncuts++] = from;
		end = from;
		from = next;
		layer -= is_layered(m);
	}
	/* Found from the end. */
	for (int k = 0; k < ncuts / 2; k++)
	{
		int			swap = cut[k];

		cut[k] = cut[ncuts - 1 - k];
		cut[ncuts - 1 - k] = swap;
	}
	return ncuts;
}

/*
 * Where the joined bins begin, without the first, in cut, which has room for n; their number, or -1
 * when the limits leave no way.  work has cv_monotone_work bytes.  n is up to 10,000.
 */
int
cv_monotone(CvMonotone *m, void *work, int *cut)
{
	Work		w;
	int			falling = -1;
	double		value;
	CvDirection direction = m->direction;

	m->value = -1;
	if (m->n < 1 || m->n > MOST_BINS || !(m->total[0] > 0 && m->total[1] > 0))
		return -1;
	w = lay_out(m, work);
	if (direction != CV_EITHER)
		return solve(m, &w, direction, cut);
	solve(m, &w, CV_FALLING, cut);
	value = m->value;
	m->direction = CV_RISING;
	falling = solve(m, &w, CV_RISING, cut);
	if (value < 0 || m->value > value)
		return falling;
	m->direction = CV_FALLING;
	return solve(m, &w, CV_FALLING, cut);
}
