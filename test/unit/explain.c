/*
 * explain.c - the ways by which cost got to a node: together they are all of it, and the largest are found first.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "costing/core/explain.h"
#include "unit.h"

#define MOST_NODES 9
#define MOST_EDGES (MOST_NODES * MOST_NODES)
#define ALL 100000

static int64_t first[MOST_NODES + 1];
static int	target[MOST_EDGES];
static CvDD share[MOST_EDGES];
static bool sink[MOST_NODES];

/* A random network in which cost can leave every circle. */
static CvFlow
random_flow(uint64_t *seed)
{
	CvFlow		flow = {.n = 3 + (int) (unit_random(seed) % (MOST_NODES - 2)), .first = first, .target = target,
						.share = share,
	.sink = sink, .tolerance = 0, .alloc = malloc, .release = free};
	int			sinks = 1 + (int) (unit_random(seed) % 2);
	int			e = 0;

	for (int v = 0; v < flow.n; v++)
	{
		int64_t		total = 0;
		int			begin = e;

		first[v] = e;
		sink[v] = v >= flow.n - sinks;
		for (int w = 0; w < flow.n && !sink[v]; w++)
		{
			bool		last = w == flow.n - 1;

			if (w == v || (!last && unit_random(seed) % 3 > 0))
				continue;
			target[e] = w;
			share[e] = cv_dd_from_int(1 + (int) (unit_random(seed) % 9));
			total += (int64_t) share[e++].hi;
		}
		for (int k = begin; k < e; k++)
			share[k] = cv_dd_divide(share[k], cv_dd_from_int(total));
	}
	first[flow.n] = e;
	cv_flow_prepare(&flow);
	return flow;
}

static CvDD
rounds_between(void *data, int from, int to)
{
	CvFlow	   *flow = data;
	CvDD		x[MOST_NODES];
	double		error;

	for (int v = 0; v < flow->n; v++)
		x[v] = cv_dd_from_double(v == from);
	CHECK(cv_flow_solve(flow, x, &error));
	return x[to];
}

static void
release(CvExplanation *e)
{
	for (int i = 0; i < e->npaths; i++)
		free(e->path[i].node);
	free(e->path);
}

static void
check_random(uint64_t *seed)
{
	CvFlow		flow = random_flow(seed);
	double		own[MOST_NODES];
	CvDD		x[MOST_NODES];
	CvDD		sum = cv_dd_from_double(0);
	double		error;
	CvExplanation all = {.flow = &flow, .own = own, .target = (int) (unit_random(seed) % flow.n), .most = ALL,
						 .budget = 1 << 20};
	CvExplanation few;

	for (int v = 0; v < flow.n; v++)
	{
		own[v] = unit_random(seed) % 2 ? (double) (unit_random(seed) % 1000) - 200 : 0;
		x[v] = cv_dd_from_double(own[v]);
	}
	CHECK(cv_flow_solve(&flow, x, &error));
	CHECK(cv_explain(&all) && all.all);
	for (int i = 0; i < all.npaths; i++)
	{
		CvPath	   *path = &all.path[i];
		CvDD		part = cv_dd_multiply(cv_dd_from_double(own[path->node[0]]),
										  cv_path_share(&flow, path, rounds_between, &flow));

		CHECK(path->node[path->length - 1] == all.target);
		CHECK(fabs(path->amount - part.hi) <= 1e-9 * fabs(part.hi));
		CHECK(i == 0 || fabs(all.path[i - 1].amount) >= fabs(path->amount) * (1 - 1e-12));
		sum = cv_dd_add(sum, part);
	}
	CHECK(fabs(cv_dd_add(sum, cv_dd_negate(x[all.target])).hi) <= 1e-20 * 1e6);
	few = all;
	few.most = 1 + (int) (unit_random(seed) % 4);
	few.budget = 1 << 20;
	CHECK(cv_explain(&few));
	CHECK(few.npaths == (few.most < all.npaths ? few.most : all.npaths) && few.all == (few.npaths == all.npaths));
	for (int i = 0; i < few.npaths; i++)
		CHECK(fabs(few.path[i].amount) >= fabs(all.path[i].amount) * (1 - 1e-12));
	release(&all);
	release(&few);
}

void
test_explain(void)
{
	uint64_t	seed = 41;

	for (int round = 0; round < 3000; round++)
		check_random(&seed);
}
