/*
 * attribution.c - removal effects, against chains without the channel.
 */
#include <math.h>
#include <string.h>

#include "num/markov.h"
#include "segment/core/attribution.h"
#include "unit.h"

#define MOST 9

/* Probability of converting from the start, where all who come to removed are lost; -1 removes none. */
static double
conversion(const CvJourney *j, int removed)
{
	double		a[MOST * MOST] = {0},
				leak[MOST],
				b[MOST];

	for (int i = 0; i < j->n; i++)
	{
		bool		ends = i == j->conversion || i == j->lost || i == removed;

		leak[i] = ends ? 1 : 0;
		b[i] = ends ? 0 : j->p[i * j->n + j->conversion];
		for (int k = 0; k < j->n && !ends; k++)
		{
			if (k == j->conversion || k == j->lost || k == removed)
				leak[i] += j->p[i * j->n + k];
			else
				a[i * j->n + k] = j->p[i * j->n + k];
		}
	}
	cv_markov_solve(a, leak, b, j->n);
	return b[j->start];
}

static void
check_random(uint64_t *seed)
{
	double		p[MOST * MOST];
	double		effect[MOST];
	double		work[2 * MOST * MOST + 3 * MOST];
	int			member[2 * MOST];
	int			n = 3 + (int) (unit_random(seed) % (MOST - 2));
	CvJourney	j = {n, p, 0, n - 2, n - 1};
	double		all;

	for (int i = 0; i < n; i++)
	{
		double		sum = 0;

		for (int k = 0; k < n; k++)
		{
			p[i * n + k] = unit_random(seed) % 2 ? (double) (unit_random(seed) % 100) : 0;
			p[i * n + k] += k == n - 1;	/* everybody is lost in the end */
			sum += p[i * n + k];
		}
		for (int k = 0; k < n; k++)
			p[i * n + k] /= sum;
	}
	all = conversion(&j, -1);
	cv_removal_effects(&j, effect, work, member);
	for (int k = 0; k < n; k++)
	{
		if (k == 0 || k >= n - 2 || all == 0)
			CHECK(isnan(effect[k]));
		else
			CHECK(fabs(effect[k] - (1 - conversion(&j, k) / all)) < 1e-12);
	}
}

/* A circle that is never left converts nobody, and a channel after which nothing is seen neither. */
static void
check_traps(void)
{
	double		p[49] = {0, 0.5, 0.25, 0.25, 0, 0, 0,
		0, 0, 0, 0, 0, 1, 0,
		0, 0, 0, 0, 1, 0, 0,
		0, 0, 0, 1, 0, 0, 0,
		0, 0, 1, 0, 0, 0, 0,
		0, 0, 0, 0, 0, 1, 0,
	0, 0, 0, 0, 0, 0, 1};
	double		effect[7];
	double		work[2 * 49 + 21];
	int			member[14];

	cv_removal_effects(&(CvJourney) {7, p, 0, 5, 6}, effect, work, member);
	CHECK(effect[1] == 1 && effect[2] == 0 && effect[3] == 0 && effect[4] == 0);
	/* From a start that leads nowhere. */
	cv_removal_effects(&(CvJourney) {7, p, 2, 5, 6}, effect, work, member);
	CHECK(isnan(effect[1]) && isnan(effect[3]));
}

void
test_attribution(void)
{
	uint64_t	seed = 17;

	check_traps();
	for (int round = 0; round < 1000; round++)
		check_random(&seed);
}
