/*
 * kmeans.c - the sum of squares never rises, and no cluster is empty.
 */
#include <math.h>
#include <string.h>

#include "num/kmeans.h"
#include "unit.h"

#define ROWS 300
#define WIDTH 3
#define CLUSTERS 12

static double x[ROWS * WIDTH],
			centre[CLUSTERS * WIDTH],
			within[CLUSTERS],
			distance[ROWS];
static int64_t size[CLUSTERS];
static int32_t cluster[ROWS];

static double
inertia(const CvKmeans *m)
{
	double		sum = 0;

	for (int c = 0; c < m->k; c++)
		sum += m->within[c];
	return sum;
}

/* What the rows' nearest centres leave, before anything moves. */
static double
distance_sum(const CvKmeans *m)
{
	double		sum = 0;
	double		d;

	for (int64_t i = 0; i < m->n; i++)
	{
		cv_kmeans_nearest(m->x + i * m->width, m->centre, m->k, m->width, &d);
		sum += d;
	}
	return sum;
}

void
test_kmeans(void)
{
	uint64_t	seed = 7;

	for (int round = 0; round < 200; round++)
	{
		CvKmeans	m = {x, 1 + (int64_t) (unit_random(&seed) % ROWS), WIDTH, 1 + (int) (unit_random(&seed) % CLUSTERS),
		centre, size, within, 0, false, cluster, distance, false, 0};
		int			distinct = round % 4 == 0 ? 2 : 1000;
		int64_t		customers = 0;
		double		before,
					after;

		for (int i = 0; i < m.n * WIDTH; i++)
			x[i] = (double) (unit_random(&seed) % distinct);
		if (round % 3)
			cv_kmeans_seed(&m, round);
		else
			for (int i = 0; i < m.k * WIDTH; i++)
				centre[i] = (double) (unit_random(&seed) % 5000);
		before = distance_sum(&m);
		cv_kmeans_run(&m);
		after = inertia(&m);
		CHECK(m.converged);
		CHECK(m.k >= 1);
		CHECK(after <= before * (1 + 1e-12) + 1e-9);
		CHECK_WITHIN(distance_sum(&m), after, 1e-9 * (after + 1));
		for (int c = 0; c < m.k; c++)
		{
			CHECK(m.size[c] > 0);
			customers += m.size[c];
		}
		CHECK(customers == m.n);
		/* Run again from there, nothing changes. */
		cv_kmeans_run(&m);
		CHECK_WITHIN(inertia(&m), after, 1e-9 * (after + 1));
	}
}
