/*
 * attribution.c - what would be lost without a channel?
 *
 * Customers move from channel to channel until they convert or are lost.  The removal effect of a channel is the
 * share of conversions that is lost when all who come to it are lost (E. Anderl, I. Becker, F. von Wangenheim and J.
 * Schumann, "Mapping the Customer Journey", International Journal of Research in Marketing 33, 2016).  It need not be
 * solved anew without each channel: what is lost are the journeys that pass it, with probability h v / v0, where h is
 * the probability of ever getting there, v that of converting from there and v0 that from the start.  With N the
 * expected visits, h = N[start, c] / N[c, c].
 *
 * Visits are solved for as in num/markov.c: nothing is subtracted, so no digits are lost.
 */
#include "segment/core/attribution.h"

#include <math.h>
#include <string.h>

/* The states from which conversion can be reached, without the two ends; how many there are. */
static int
find_members(const CvJourney *j, int *member, int *place)
{
	int			n = j->n;
	int			m = 0;
	int			head = 0;
	int			tail = 0;
	int		   *queue = member;

	for (int i = 0; i < n; i++)
		place[i] = -1;
	place[j->conversion] = 0;
	queue[tail++] = j->conversion;
	while (head < tail)
	{
		int			to = queue[head++];

		CV_BREATHE_OFTEN(head);
		for (int i = 0; i < n; i++)
		{
			if (place[i] < 0 && i != j->lost && j->p[(size_t) i * n + to] > 0)
			{
				place[i] = 0;
				queue[tail++] = i;
			}
		}
	}
	place[j->conversion] = -1;
	for (int i = 0; i < n; i++)
	{
		if (place[i] == 0)
		{
			place[i] = m;
			member[m++] = i;
		}
	}
	return m;
}

/* Expected visits, from row to column, of a chain of which row i of a and leak[i] add up to 1; both are used up. */
static void
solve_visits(double *a, double *leak, double *visits, int m)
{
	memset(visits, 0, (size_t) m * m * sizeof(double));
	for (int k = m - 1; k >= 0; k--)
	{
		double	   *row = a + (size_t) k * m;
		double		leaves = leak[k];

		visits[(size_t) k * m + k] = 1;
		for (int j = 0; j < k; j++)
			leaves += row[j];
		for (int i = 0; i < k; i++)
		{
			double		f = a[(size_t) i * m + k] / leaves;

			CV_BREATHE_OFTEN(i);
			if (f == 0)
				continue;
			for (int j = 0; j < k; j++)
				a[(size_t) i * m + j] += f * row[j];
			for (int j = k; j < m; j++)
				visits[(size_t) i * m + j] += f * visits[(size_t) k * m + j];
			leak[i] += f * leak[k];
		}
		row[k] = leaves;
	}
	for (int k = 0; k < m; k++)
	{
		double	   *result = visits + (size_t) k * m;

		for (int i = 0; i < k; i++)
		{
			double		f = a[(size_t) k * m + i];

			CV_BREATHE_OFTEN(i);
			for (int j = 0; j < m && f > 0; j++)
				result[j] += f * visits[(size_t) i * m + j];
		}
		for (int j = 0; j < m; j++)
			result[j] /= a[(size_t) k * m + k];
	}
}

/*
 * The removal effect of each state: NaN for start and both ends, and for all where nobody converts.  work has room for
 * 2 n * n + 3 n numbers, member for 2 n.
 */
void
cv_removal_effects(const CvJourney *j, double *effect, double *work, int *member)
{
	int			n = j->n;
	int		   *place = member + n;
	int			m = find_members(j, member, place);
	double	   *a = work;
	double	   *visits = a + (size_t) m * m;
	double	   *leak = visits + (size_t) m * m;
	double	   *converts = leak + m;
	int			start = place[j->start];

	for (int i = 0; i < m; i++)
	{
		const double *p = j->p + (size_t) member[i] * n;

		leak[i] = 0;
		for (int k = 0; k < n; k++)
		{
			if (place[k] >= 0)
				a[(size_t) i * m + place[k]] = p[k];
			else
				leak[i] += p[k];
		}
	}
	solve_visits(a, leak, visits, m);
	for (int i = 0; i < m; i++)
	{
		converts[i] = 0;
		for (int k = 0; k < m; k++)
			converts[i] += visits[(size_t) i * m + k] * j->p[(size_t) member[k] * n + j->conversion];
	}
	for (int k = 0; k < n; k++)
	{
		int			c = place[k];

		effect[k] = start < 0 || k == j->start || k == j->conversion || k == j->lost ? NAN : 0;
		if (c >= 0 && effect[k] == 0)
			effect[k] = fmin(1, visits[(size_t) start * m + c] / visits[(size_t) c * m + c] *
							 (converts[c] / converts[start]));
	}
}
