/*
 * flow.c - double-double numbers and cost flows.
 */
#include <stdlib.h>
#include <string.h>

#include "costing/core/flow.h"
#include "num/natural.h"
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
		CHECK(cv_dd_round(cv_dd_divide(cv_dd_from_int((a >> 12) * (b >> 14)),
									   cv_dd_from_int((b >> 14) + (b >> 14 == 0)))) == (b >> 14 ? a >> 12 : 0));
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
	CHECK_CLOSE(x[0].hi, 1e17, 1e-12);
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
	CHECK_WITHIN(cv_dd_add(total, cv_dd_negate(ended)).hi, 0, 1e-11);
}

/*
 * Exact flows of small networks with circles that hardly leak, as natural numbers: drivers are
 * integers of up to 24 digits, and a node that is closed gives what its sources pass to it on to
 * where its own drivers lead.
 */
#define NODES 8
#define LIMBS 80

typedef struct Big
{
	uint32_t	limb[LIMBS];
	int			n;
} Big;

static Big
big(cv_uint128 x)
{
	Big			r = {{0}, 0};

	for (; x > 0; x /= CV_LIMB_BASE)
		r.limb[r.n++] = (uint32_t) (x % CV_LIMB_BASE);
	return r;
}

static Big
big_product(const Big *a, const Big *b)
{
	Big			r = {{0}, 0};

	cv_nat_multiply(r.limb, a->limb, a->n, b->limb, b->n);
	r.n = cv_nat_length(r.limb, a->n + b->n);
	return r;
}

static Big
big_sum(const Big *a, const Big *b)
{
	Big			r = *a;
	int			n = (a->n > b->n ? a->n : b->n) + 1;

	cv_nat_add(r.limb, n, b->limb, b->n);
	r.n = cv_nat_length(r.limb, n);
	return r;
}

/* The whole part of a / b, which is below 10^36. */
static cv_int128
big_quotient(Big a, Big b)
{
	uint32_t	quotient[LIMBS];
	uint32_t	factor = cv_nat_normalizer(b.limb[b.n - 1]);
	cv_int128	result = 0;

	if (a.n < b.n)
		return 0;
	cv_nat_scale(b.limb, b.n, factor);
	a.limb[a.n] = cv_nat_scale(a.limb, a.n, factor);
	a.limb[a.n + 1] = 0;
	cv_nat_divide(quotient, a.limb, a.n + 1, b.limb, b.n);
	for (int i = cv_nat_length(quotient, a.n - b.n + 2) - 1; i >= 0; i--)
		result = result * CV_LIMB_BASE + quotient[i];
	return result;
}

/* Close inner node k: what leads to it leads on from there. */
static void
close_node(Big q[NODES][NODES], int inner, int n, int k)
{
	Big			leaves = big(0);

	for (int j = 0; j < n; j++)
	{
		if (j != k)
			leaves = big_sum(&leaves, &q[k][j]);
	}
	for (int i = 0; i < inner; i++)
	{
		Big			part = q[i][k];

		for (int j = 0; j < n && i != k && part.n > 0; j++)
		{
			Big			stays = big_product(&q[i][j], &leaves);
			Big			more = big_product(&part, &q[k][j]);

			q[i][j] = big_sum(&stays, &more);
		}
		if (i != k)
			q[i][k] = q[i][i] = big(0);
	}
}

/* Random drivers: among inner nodes up to 10^6, to the outside from 10^-18 to 10, all times 10^18. */
static void
draw_network(uint64_t *seed, int inner, int n, cv_uint128 driver[NODES][NODES])
{
	for (int i = 0; i < n; i++)
	{
		for (int j = 0; j < n; j++)
		{
			cv_uint128	d = 1 + unit_random(seed) % 9;
			int			power = j < inner ? 18 + (int) (unit_random(seed) % 7) : (int) (unit_random(seed) % 19);

			driver[i][j] = 0;
			if (i >= inner || i == j || (unit_random(seed) % 3 == 0 && j != (i + 1) % inner && j != inner))
				continue;
			while (power-- > 0)
				d *= 10;
			driver[i][j] = d;
		}
	}
}

static CvFlow
flow_of(int inner, int n, cv_uint128 driver[NODES][NODES])
{
	int			e = 0;

	for (int i = 0; i < n; i++)
	{
		CvDD		total = cv_dd_from_int(0);

		first[i] = e;
		sink[i] = i >= inner;
		for (int j = 0; j < n; j++)
			total = cv_dd_add(total, cv_dd_from_int((cv_int128) driver[i][j]));
		for (int j = 0; j < n; j++)
		{
			if (driver[i][j] == 0)
				continue;
			share[e] = cv_dd_divide(cv_dd_from_int((cv_int128) driver[i][j]), total);
			target[e++] = j;
		}
	}
	first[n] = e;
	return make_flow(n);
}

/* Every sink is right within the bound that the solver gives, up to 10^18 units; the sum of bounds. */
static double
check_exact(uint64_t *seed, int inner, int n, cv_int128 cost)
{
	static cv_uint128 driver[NODES][NODES];
	static Big	q[NODES][NODES];
	double		error;
	CvFlow		flow;
	Big			all = big(0);
	Big			amount = big((cv_uint128) cost * 1000000);

	draw_network(seed, inner, n, driver);
	flow = flow_of(inner, n, driver);
	for (int i = 0; i < n; i++)
	{
		x[i] = cv_dd_from_int(i == 0 ? cost : 0);
		for (int j = 0; j < n; j++)
			q[i][j] = big(driver[i][j]);
	}
	if (!cv_flow_solve(&flow, x, &error))
		return INFINITY;
	for (int k = inner - 1; k > 0; k--)
		close_node(q, inner, n, k);
	for (int j = inner; j < n; j++)
		all = big_sum(&all, &q[0][j]);
	for (int j = inner; j < n && error < 1e6; j++)
	{
		cv_int128	exact = big_quotient(big_product(&amount, &q[0][j]), all);
		cv_int128	found = cv_dd_round(cv_dd_multiply(x[j], cv_dd_from_int(1000000)));

		CHECK(fabs((double) (found - exact)) <= error * 1e6 + 1);
	}
	return error;
}

static void
check_leaks(uint64_t *seed)
{
	int			solved = 0;

	for (int round = 0; round < 3000; round++)
	{
		int			inner = 2 + (int) (unit_random(seed) % 3);
		cv_int128	cost = 1 + (cv_int128) (unit_random(seed) % 1000000000000000000);

		solved += check_exact(seed, inner, inner + 1 + (int) (unit_random(seed) % 4),
							  round % 2 ? cost : cost % 1000000000) < 1e-9;
	}
	CHECK(solved > 1000);
}

void
test_flow(void)
{
	uint64_t	seed = 6;

	check_dd();
	check_near_singular();
	for (int round = 0; round < 200; round++)
		check_random(&seed, 3 + (int) (unit_random(&seed) % 60), 1 + (int) (unit_random(&seed) % 6),
					 1 + (int) (unit_random(&seed) % 2));
	check_leaks(&seed);
	check_random(&seed, MAXN, 40, 300);
	check_random(&seed, 600, 30, 1);
}
