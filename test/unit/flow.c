/*
 * flow.c - double-double numbers and cost flows.
 */
#include <stdlib.h>
#include <string.h>

#include "costing/core/flow.h"
#include "unit.h"

#define MAXN 1200
#define MAXE 60000

static int64_t first[MAXN + 1];
static int	target[MAXE];
static CvDD share[MAXE];
static bool sink[MAXN];
static CvDD x[MAXN];

static void *
get_memory(size_t size)
{
	void	   *p = malloc(size ? size : 1);

	if (p == NULL)
		abort();
	return p;					/* a test's: the process gives it back */
}

static void
check_dd(void)
{
	uint64_t	seed = 5;

	for (int round = 0; round < 20000; round++)
	{
		cv_int128	a = (cv_int128) (unit_random(&seed) >> (unit_random(&seed) % 40));
		cv_int128	b = (cv_int128) (unit_random(&seed) >> (unit_random(&seed) % 40)) + 1;
		CvDD		da = cv_dd_from_int(a);
		CvDD		db = cv_dd_from_int(b);
		cv_int128	big = (a >> 14) * (b >> 14);

		CHECK(cv_dd_round(da) == a);
		CHECK(cv_dd_round(cv_dd_add(da, cv_dd_negate(db))) == a - b);
		CHECK(cv_dd_round(cv_dd_from_int(-big)) == -big);
		CHECK(cv_dd_round(cv_dd_multiply(cv_dd_from_int(a >> 12), cv_dd_from_int(b >> 14))) == (a >> 12) * (b >> 14));
		CHECK(cv_dd_round(cv_dd_divide(cv_dd_from_int((a >> 12) * (b >> 14)), cv_dd_from_int((b >> 14) + (b >> 14 == 0)))) == (b >> 14 ? a >> 12 : 0));
	}
}

static CvFlow
make_flow(int n)
{
	CvFlow		flow;

	memset(&flow, 0, sizeof(flow));
	flow.n = n;
	flow.first = first;
	flow.target = target;
	flow.share = share;
	flow.sink = sink;
	flow.tolerance = 1e-14;
	flow.alloc = get_memory;
	flow.release = free;
	cv_flow_prepare(&flow);
	return flow;
}

/* A passes 999,999 parts to B and 1 to P; B passes all to A: exact although it hardly leaks. */
static void
check_near_singular(void)
{
	double		error;
	CvFlow		flow;
	int			targets[] = {1, 2, 0};

	memcpy(target, targets, sizeof(targets));
	first[0] = 0;
	first[1] = 2;
	first[2] = first[3] = 3;
	share[0] = cv_dd_divide(cv_dd_from_int(999999), cv_dd_from_int(1000000));
	share[1] = cv_dd_divide(cv_dd_from_int(1), cv_dd_from_int(1000000));
	share[2] = cv_dd_from_int(1);
	sink[0] = sink[1] = false;
	sink[2] = true;
	flow = make_flow(3);
	CHECK(flow.ncomponents == 2 && flow.leaves[0] && flow.leaves[1] && flow.level[flow.component[2]] == 1);
	x[0] = cv_dd_from_int(100000000000);
	x[1] = x[2] = cv_dd_from_int(0);
	CHECK(cv_flow_solve(&flow, x, &error) && error < 1e-9);
	CHECK(cv_dd_round(cv_dd_multiply(x[2], cv_dd_from_int(1000000))) == (cv_int128) 100000000000 * 1000000);
	CHECK(fabs(x[0].hi / 1e17 - 1) < 1e-12);
}

/* Random networks, with circles or without: conserved, and a fixed point. */
static void
check_random(uint64_t *seed, int n, int degree, int sinks)
{
	double		error;
	CvFlow		flow;
	CvDD		total = cv_dd_from_int(0);
	CvDD		ended = cv_dd_from_int(0);
	static CvDD own[MAXN];
	static CvDD back[MAXN];
	double		worst = 0;
	int			e = 0;

	for (int v = 0; v < n; v++)
	{
		first[v] = e;
		sink[v] = v >= n - sinks;
		for (int k = 0; !sink[v] && k < degree; k++)
		{
			int			w = (int) (unit_random(seed) % n);

			if (k == 0)
				w = n - 1 - (int) (unit_random(seed) % sinks);
			if (w != v)
				target[e++] = w;
		}
		for (int64_t i = first[v]; i < e; i++)
			share[i] = cv_dd_divide(cv_dd_from_int(1), cv_dd_from_int(e - first[v]));
		own[v] = x[v] = cv_dd_from_int(unit_random(seed) % 3 ? 0 : unit_random(seed) % 1000000000000);
		total = cv_dd_add(total, x[v]);
	}
	first[n] = e;
	flow = make_flow(n);
	CHECK(cv_flow_solve(&flow, x, &error));
	CHECK(error < 1e-12);
	for (int v = 0; v < n; v++)
		back[v] = own[v];
	for (int v = 0; v < n; v++)
	{
		if (sink[v])
			ended = cv_dd_add(ended, x[v]);
		for (int64_t i = first[v]; i < first[v + 1]; i++)
			back[target[i]] = cv_dd_add(back[target[i]], cv_dd_multiply(x[v], share[i]));
	}
	for (int v = 0; v < n; v++)
		worst = fmax(worst, fabs(cv_dd_add(back[v], cv_dd_negate(x[v])).hi));
	CHECK(worst < 1e-12);
	CHECK(fabs(cv_dd_add(total, cv_dd_negate(ended)).hi) < 1e-11);
}

void
test_flow(void)
{
	uint64_t	seed = 6;

	check_dd();
	check_near_singular();
	for (int round = 0; round < 200; round++)
		check_random(&seed, 3 + (int) (unit_random(&seed) % 60), 1 + (int) (unit_random(&seed) % 6), 1 + (int) (unit_random(&seed) % 2));
	check_random(&seed, MAXN, 40, 300);
	check_random(&seed, 600, 30, 1);
}
