/*
 * concordance.c - how well a score of risk orders who leaves first.
 *
 * A pair can be judged where the one left while the other was there and stayed longer; pairs with equal times
 * of events are left out, and who was last seen at the time of an event stayed longer.  The share of pairs in
 * which the one with the higher risk left first is N / D; a row with N_i of its D_i pairs right moves it
 * by (N_i - C D_i) / D, and the sum of squares of that is its variance.  Two sweeps through time, with
 * a tree of sums over ranks of risk (P. Fenwick, 1994), count each row's pairs in O(n log n).
 */
#include "retention/core/cox.h"

#include <math.h>
#include <string.h>

#include "num/radix.h"

/* Rows first .. last of a stratum, and the sums over their ranks. */
typedef struct Sweep
{
	const CvCox *m;
	CvConcordance *c;
	int64_t		first;
	int64_t		last;
	int32_t		ranks;			/* the tree has places 1 .. ranks */
	double		inside;			/* sum of all */
} Sweep;

static const double *
row_at(const CvCox *m, int64_t i)
{
	return m->row + i * CV_COX_WIDTH(m->p);
}

static double
weight_of(const CvCox *m, int64_t i)
{
	return row_at(m, i)[CV_COX_X + m->p] * row_at(m, i)[CV_COX_X + m->p + 1];
}

static bool
has_event(const CvCox *m, int64_t i)
{
	return row_at(m, i)[CV_COX_EVENT] != 0;
}

static double
time_of(const CvCox *m, int64_t i)
{
	return row_at(m, i)[CV_COX_TIME];
}

static int32_t
rank_of(const double *sorted, int32_t n, double x)
{
	int32_t		low = 0;

	for (int32_t high = n; low < high;)
	{
		int32_t		middle = (low + high) / 2;

		if (sorted[middle] < x)
			low = middle + 1;
		else
			high = middle;
	}
	return low + 1;
}

/* Ranks of risk within the stratum, from 1 up, equal for equal risks. */
static void
rank_stratum(Sweep *s)
{
	double	   *sorted = s->c->sorted;
	int64_t		n = s->last - s->first + 1;

	memcpy(sorted, s->m->risk + s->first, n * sizeof(double));
	cv_radix_sort(sorted, s->c->scratch, n);
	s->ranks = 0;
	for (int64_t i = 0; i < n; i++)
	{
		if (i == 0 || sorted[i] != sorted[s->ranks - 1])
			sorted[s->ranks++] = sorted[i];
	}
	for (int64_t i = s->first; i <= s->last; i++)
	{
		CV_BREATHE(i);
		s->c->rank[i] = rank_of(sorted, s->ranks, s->m->risk[i]);
	}
}

static void
clear_tree(Sweep *s)
{
	memset(s->c->tree, 0, s->ranks * sizeof(double));
	s->inside = 0;
}

static void
put(Sweep *s, int64_t i, double weight)
{
	for (int32_t place = s->c->rank[i]; place <= s->ranks; place += place & -place)
		s->c->tree[place - 1] += weight;
	s->inside += weight;
}

/* The sum over ranks up to this one. */
static double
sum_to(const Sweep *s, int32_t rank)
{
	double		sum = 0;

	for (; rank > 0; rank -= rank & -rank)
		sum += s->c->tree[rank - 1];
	return sum;
}

/* Pairs of row i with what is in the tree; those with lower risk, or those with higher, are right. */
static void
meet(Sweep *s, int64_t i, bool lower, double sign)
{
	double		below = sum_to(s, s->c->rank[i] - 1);
	double		equal = sum_to(s, s->c->rank[i]) - below;

	s->c->pairs[i] += sign * s->inside;
	s->c->wins[i] += sign * ((lower ? below : s->inside - below - equal) + equal / 2);
}

/* From the last time to the first: who leaves meets those who stay longer. */
static void
sweep_down(Sweep *s)
{
	const CvCox *m = s->m;
	int64_t		late = s->last;
	int64_t		next;

	clear_tree(s);
	for (int64_t i = s->last; i >= s->first; i = next)
	{
		double		time = time_of(m, i);

		for (next = i; next >= s->first && time_of(m, next) == time; next--)
		{
			CV_BREATHE(next);
			if (!has_event(m, next))
				put(s, next, weight_of(m, next));
		}
		/* Who came at this time or later was in the tree, or is here: events leave after time of entry. */
		for (; m->by_entry != NULL && late >= s->first && row_at(m, m->by_entry[late])[CV_COX_ENTRY] >= time; late--)
		{
			CV_BREATHE(late);
			put(s, m->by_entry[late], -weight_of(m, m->by_entry[late]));
		}
		for (int64_t k = i; k > next; k--)
		{
			CV_BREATHE(k);
			if (has_event(m, k))
				meet(s, k, true, 1);
		}
		for (int64_t k = i; k > next; k--)
		{
			if (has_event(m, k))
				put(s, k, weight_of(m, k));
		}
	}
}

/* From the first time to the last: who stays meets those who left while it was there. */
static void
sweep_up(Sweep *s)
{
	const CvCox *m = s->m;
	int64_t		late = s->first;
	int64_t		next;

	clear_tree(s);
	for (int64_t i = s->first; i <= s->last; i = next)
	{
		double		time = time_of(m, i);

		for (; m->by_entry != NULL && late <= s->last && row_at(m, m->by_entry[late])[CV_COX_ENTRY] < time; late++)
		{
			CV_BREATHE(late);
			meet(s, m->by_entry[late], false, -1);
		}
		for (next = i; next <= s->last && time_of(m, next) == time; next++)
		{
			CV_BREATHE(next);
			if (has_event(m, next))
				meet(s, next, false, 1);
		}
		for (int64_t k = i; k < next; k++)
		{
			if (has_event(m, k))
				put(s, k, weight_of(m, k));
		}
		for (int64_t k = i; k < next; k++)
		{
			CV_BREATHE(k);
			if (!has_event(m, k))
				meet(s, k, false, 1);
		}
	}
}

/* After cv_cox_fit, for the risks it left; share is NaN where no pair can be judged. */
void
cv_concordance(const CvCox *m, CvConcordance *c)
{
	double		wins = 0;
	double		square = 0;

	memset(c->pairs, 0, m->n * sizeof(double));
	memset(c->wins, 0, m->n * sizeof(double));
	for (int64_t first = 0, last; first < m->n; first = last + 1)
	{
		Sweep		s = {m, c, first, first, 0, 0};

		for (last = first; last + 1 < m->n && m->stratum != NULL && m->stratum[last + 1] == m->stratum[first]; last++)
			CV_BREATHE(last);
		s.last = last = m->stratum == NULL ? m->n - 1 : last;
		rank_stratum(&s);
		sweep_down(&s);
		sweep_up(&s);
	}
	c->all_pairs = 0;
	for (int64_t i = 0; i < m->n; i++)
	{
		c->all_pairs += weight_of(m, i) * c->pairs[i] / 2;
		wins += weight_of(m, i) * c->wins[i] / 2;
	}
	c->share = wins / c->all_pairs;
	for (int64_t i = 0; i < m->n; i++)
	{
		double		influence = (c->wins[i] - c->share * c->pairs[i]) / c->all_pairs;

		square += weight_of(m, i) * influence * influence;
	}
	c->std_error = sqrt(square);
}
