/*
 * flow.c - solving a cost flow exactly enough to round it to cents.
 *
 * What is a yes-or-no question (can this cost leave?) is decided on the graph, before any
 * floating point.  Nodes that serve each other in a cycle form a strongly connected
 * component; between components the flow has a direction and is simply pushed along it.
 * A component is solved approximately in double precision, by LU factors when it is small
 * or hardly leaks, else by Gauss-Seidel sweeps over its edges, and refined with residuals
 * in double-double precision.
 *
 * The proof that the result is right is the residual itself: cost that is missing at
 * some node would have ended in the sinks to its full amount, since shares sum to 1.  So
 * the sinks are wrong by no more than the sum of absolute residuals, and of what rounding may
 * have done to these: where hardly any cost leaves a cycle, its nodes pass on so many times
 * what there is that the last digit of a double-double is money.
 */
#include "costing/core/flow.h"

#include <string.h>

#define LU_ALWAYS 200			/* components up to here are factored right away */
#define LU_LIMIT 2500			/* and up to here when sweeps converge slowly */
#define SWEEPS 400
#define LU_BUDGET ((size_t) 256 << 20)	/* bytes of factors kept for the next solution */

/*
 * Relative errors of double-double arithmetic (M. Joldes, J.-M. Muller and V. Popescu, "Tight and
 * Rigorous Error Bounds for Basic Building Blocks of Double-Word Arithmetic", ACM TOMS 44, 2017).
 */
#define SUM_ERROR (3 * 0x1p-106)
#define PRODUCT_ERROR (5 * 0x1p-106)
#define QUOTIENT_ERROR (11 * 0x1p-106)	/* of a share, with that of its driver */

/* Tarjan's algorithm without recursion: components come out sinks first. */
static void
find_components(CvFlow *flow)
{
	int			n = flow->n;
	int		   *index = flow->alloc(n * sizeof(int));
	int		   *low = flow->alloc(n * sizeof(int));
	int		   *stack = flow->alloc(n * sizeof(int));
	int		   *path = flow->alloc(n * sizeof(int));
	int64_t    *next = flow->alloc(n * sizeof(int64_t));
	int			counter = 0;
	int			height = 0;
	int			placed = 0;

	for (int v = 0; v < n; v++)
	{
		index[v] = -1;
		flow->component[v] = -1;
	}
	flow->ncomponents = 0;
	flow->lu_bytes = 0;
	for (int root = 0; root < n; root++)
	{
		int			depth = 0;

		if (index[root] >= 0)
			continue;
		path[depth++] = root;
		while (depth > 0)
		{
			int			v = path[depth - 1];

			CV_BREATHE(counter);
			if (index[v] < 0)
			{
				index[v] = low[v] = counter++;
				stack[height++] = v;
				next[v] = flow->first[v];
			}
			if (next[v] < flow->first[v + 1])
			{
				int			w = flow->target[next[v]];

				if (index[w] < 0)
				{
					path[depth++] = w;	/* and come back to this edge */
					continue;
				}
				if (flow->component[w] < 0 && low[w] < low[v])
					low[v] = low[w];
				next[v]++;
				continue;
			}
			if (low[v] == index[v])
			{
				int			w;

				flow->member_first[flow->ncomponents] = placed;
				do
				{
					w = stack[--height];
					flow->component[w] = flow->ncomponents;
					flow->place[w] = placed - flow->member_first[flow->ncomponents];
					flow->member[placed++] = w;
				} while (w != v);
				flow->ncomponents++;
			}
			depth--;
		}
	}
	flow->member_first[flow->ncomponents] = placed;
}

/* Components, which of them cost can leave, and their levels. */
void
cv_flow_prepare(CvFlow *flow)
{
	int			n = flow->n;

	flow->component = flow->alloc(n * sizeof(int));
	flow->member = flow->alloc(n * sizeof(int));
	flow->place = flow->alloc(n * sizeof(int));
	flow->member_first = flow->alloc((n + 1) * sizeof(int));
	find_components(flow);
	flow->leaves = flow->alloc(flow->ncomponents * sizeof(bool));
	flow->level = flow->alloc(flow->ncomponents * sizeof(int));
	flow->lu = flow->alloc(flow->ncomponents * sizeof(double *));
	flow->work = flow->alloc(2 * (size_t) n * sizeof(double));
	flow->work_dd = flow->alloc(2 * (size_t) n * sizeof(CvDD));

	for (int c = 0; c < flow->ncomponents; c++)
	{
		CV_BREATHE(c);
		flow->leaves[c] = false;
		flow->level[c] = 0;
		flow->lu[c] = NULL;
		for (int i = flow->member_first[c]; i < flow->member_first[c + 1]; i++)
		{
			int			v = flow->member[i];

			flow->leaves[c] |= flow->sink[v];
			for (int64_t e = flow->first[v]; e < flow->first[v + 1]; e++)
			{
				int			to = flow->component[flow->target[e]];

				flow->leaves[c] |= to != c && flow->leaves[to];
			}
		}
	}
	for (int i = n - 1; i >= 0; i--)
	{
		int			v = flow->member[i];
		int			c = flow->component[v];

		CV_BREATHE(i);
		for (int64_t e = flow->first[v]; e < flow->first[v + 1]; e++)
		{
			int			to = flow->component[flow->target[e]];

			if (to != c && flow->level[to] <= flow->level[c])
				flow->level[to] = flow->level[c] + 1;
		}
	}
}

/* Factor I - Q' of a component in place; no pivoting, which diagonal dominance allows. */
static const double *
factor(CvFlow *flow, int c)
{
	int			first = flow->member_first[c];
	int			m = flow->member_first[c + 1] - first;
	double	   *a;

	if (flow->lu[c] != NULL)
		return flow->lu[c];
	a = flow->alloc((size_t) m * m * sizeof(double));
	memset(a, 0, (size_t) m * m * sizeof(double));
	for (int i = 0; i < m; i++)
	{
		int			v = flow->member[first + i];

		a[(size_t) i * m + i] = 1;
		for (int64_t e = flow->first[v]; e < flow->first[v + 1]; e++)
		{
			int			w = flow->target[e];

			if (flow->component[w] == c)
				a[(size_t) flow->place[w] * m + i] -= flow->share[e].hi;
		}
	}
	for (int k = 0; k < m; k++)
	{
		const double *pivot = a + (size_t) k * m;

		cv_breathe();
		for (int i = k + 1; i < m; i++)
		{
			double	   *row = a + (size_t) i * m;
			double		f;

			if (row[k] == 0)
				continue;
			f = row[k] /= pivot[k];
			for (int j = k + 1; j < m; j++)
				row[j] -= f * pivot[j];
		}
	}
	flow->lu_bytes += (size_t) m * m * sizeof(double);
	return flow->lu[c] = a;
}

/* d = roughly the solution for right-hand side r, by LU factors. */
static void
solve_by_factors(CvFlow *flow, int c, double *d, const double *r)
{
	const double *a = factor(flow, c);
	int			m = flow->member_first[c + 1] - flow->member_first[c];

	for (int i = 0; i < m; i++)
	{
		double		s = r[i];

		for (int j = 0; j < i; j++)
			s -= a[(size_t) i * m + j] * d[j];
		d[i] = s;
	}
	for (int i = m - 1; i >= 0; i--)
	{
		double		s = d[i];

		for (int j = i + 1; j < m; j++)
			s -= a[(size_t) i * m + j] * d[j];
		d[i] = s / a[(size_t) i * m + i];
	}
}

/*
 * The same by sweeps: every node in turn passes on what it holds.  r is used up.  False
 * when a part of r that matters is still there after many sweeps.
 */
static bool
solve_by_sweeps(CvFlow *flow, int c, double *d, double *r)
{
	int			first = flow->member_first[c];
	int			m = flow->member_first[c + 1] - first;
	double		start = 0;

	for (int i = 0; i < m; i++)
	{
		d[i] = 0;
		start += fabs(r[i]);
	}
	for (int sweep = 0; sweep < SWEEPS; sweep++)
	{
		double		rest = 0;

		cv_breathe();
		for (int i = 0; i < m; i++)
		{
			int			v = flow->member[first + i];
			double		held = r[i];

			if (held == 0)
				continue;
			r[i] = 0;
			d[i] += held;
			for (int64_t e = flow->first[v]; e < flow->first[v + 1]; e++)
			{
				int			w = flow->target[e];

				if (flow->component[w] == c)
					r[flow->place[w]] += held * flow->share[e].hi;
			}
		}
		for (int i = 0; i < m; i++)
			rest += fabs(r[i]);
		if (rest <= start * 1e-13 || rest <= flow->tolerance / 8)
			return true;
	}
	return false;
}

/*
 * Add what a node that has so many edges passes on along edge e to *sum.  What rounding may have
 * done to either, the share included, is returned.
 */
static inline double
add_part(const CvFlow *flow, CvDD *sum, CvDD passed, int64_t e, double edges)
{
	CvDD		part = cv_dd_multiply(passed, flow->share[e]);

	*sum = cv_dd_add(*sum, part);
	return SUM_ERROR * fabs(sum->hi) + (PRODUCT_ERROR + QUOTIENT_ERROR + edges * SUM_ERROR) * fabs(part.hi);
}

/*
 * r = b - y + Q'y on a component; the sum of absolute values is returned, and in *noise by how much
 * rounding may have changed it.
 */
static double
residual(const CvFlow *flow, int c, const CvDD *b, const CvDD *y, CvDD *r_dd, double *r, double *noise)
{
	int			first = flow->member_first[c];
	int			m = flow->member_first[c + 1] - first;
	double		sum = 0;

	*noise = 0;
	for (int i = 0; i < m; i++)
	{
		r_dd[i] = cv_dd_add(b[flow->member[first + i]], cv_dd_negate(y[i]));
		*noise += SUM_ERROR * fabs(r_dd[i].hi);
	}
	for (int i = 0; i < m; i++)
	{
		int			v = flow->member[first + i];
		double		edges = (double) (flow->first[v + 1] - flow->first[v]);

		CV_BREATHE(i);
		for (int64_t e = flow->first[v]; e < flow->first[v + 1]; e++)
		{
			int			w = flow->target[e];

			if (flow->component[w] == c)
				*noise += add_part(flow, &r_dd[flow->place[w]], y[i], e, edges);
		}
	}
	for (int i = 0; i < m; i++)
	{
		r[i] = r_dd[i].hi;
		sum += fabs(r[i]);
	}
	return sum;
}

/*
 * Throughput of a component whose members have b from outside; it replaces b.  The bound
 * of the error is returned, or -1 when the component is too large for how little it leaks.
 */
static double
solve_component(CvFlow *flow, int c, CvDD *b)
{
	int			first = flow->member_first[c];
	int			m = flow->member_first[c + 1] - first;
	CvDD	   *y = flow->work_dd;
	CvDD	   *r_dd = flow->work_dd + flow->n;
	double	   *r = flow->work;
	double	   *d = flow->work + flow->n;
	bool		by_factors = m <= LU_ALWAYS || flow->lu[c] != NULL;
	double		before = INFINITY;
	double		sum,
				noise;

	for (int i = 0; i < m; i++)
		y[i] = cv_dd_from_double(0);
	for (;;)
	{
		cv_breathe();
		sum = residual(flow, c, b, y, r_dd, r, &noise);
		if (!(sum > flow->tolerance && sum < before / 2))
			break;				/* good enough, or as exact as it gets */
		before = sum;
		if (!by_factors && !solve_by_sweeps(flow, c, d, r))
		{
			if (m > LU_LIMIT)
				return -1;
			by_factors = true;
			residual(flow, c, b, y, r_dd, r, &noise);
		}
		if (by_factors)
			solve_by_factors(flow, c, d, r);
		for (int i = 0; i < m; i++)
			y[i] = cv_dd_add(y[i], cv_dd_from_double(d[i]));
	}
	for (int i = 0; i < m; i++)
		b[flow->member[first + i]] = y[i];
	return sum + noise;
}

/*
 * x holds the nodes' own cost and receives their throughput; at a sink that is what ends
 * there.  Cost must be able to leave each component that it reaches.  *error bounds the
 * error of all sinks together.  False when a component can't be solved.
 */
bool
cv_flow_solve(CvFlow *flow, CvDD *x, double *error)
{
	*error = 0;
	for (int c = flow->ncomponents - 1; c >= 0; c--)
	{
		int			first = flow->member_first[c];
		int			end = flow->member_first[c + 1];

		CV_BREATHE(c);
		if (end - first > 1)
		{
			bool		reached = false;
			double		wrong;

			for (int i = first; i < end && !reached; i++)
				reached = x[flow->member[i]].hi != 0;
			if (!reached)
				continue;
			wrong = solve_component(flow, c, x);
			if (flow->lu[c] != NULL && flow->lu_bytes > LU_BUDGET)
			{
				flow->release(flow->lu[c]);
				flow->lu[c] = NULL;
				flow->lu_bytes -= (size_t) (end - first) * (end - first) * sizeof(double);
			}
			if (!(wrong >= 0))
				return false;
			*error += wrong;
		}
		for (int i = first; i < end; i++)
		{
			int			v = flow->member[i];
			double		edges = (double) (flow->first[v + 1] - flow->first[v]);

			if (x[v].hi == 0)
				continue;
			for (int64_t e = flow->first[v]; e < flow->first[v + 1]; e++)
			{
				int			w = flow->target[e];

				if (flow->component[w] != c)
					*error += add_part(flow, &x[w], x[v], e, edges);
			}
		}
	}
	return true;
}

/* The transposed equations by LU factors: d is given and replaced. */
static void
solve_back_by_factors(CvFlow *flow, int c, double *d)
{
	const double *a = factor(flow, c);
	int			m = flow->member_first[c + 1] - flow->member_first[c];

	for (int i = 0; i < m; i++)
	{
		d[i] /= a[(size_t) i * m + i];
		for (int j = i + 1; j < m; j++)
			d[j] -= a[(size_t) i * m + j] * d[i];
	}
	for (int i = m - 1; i >= 0; i--)
	{
		for (int j = 0; j < i; j++)
			d[j] -= a[(size_t) i * m + j] * d[i];
	}
}

/* One sweep over d = e + Q d; the largest relative change. */
static double
sweep_back(const CvFlow *flow, int c, int place, double *d)
{
	int			first = flow->member_first[c];
	int			m = flow->member_first[c + 1] - first;
	double		change = 0;

	for (int i = m - 1; i >= 0; i--)
	{
		int			v = flow->member[first + i];
		double		sum = i == place;

		for (int64_t e = flow->first[v]; e < flow->first[v + 1]; e++)
		{
			if (flow->component[flow->target[e]] == c)
				sum += flow->share[e].hi * d[flow->place[flow->target[e]]];
		}
		if (sum > d[i])
			change = fmax(change, (sum - d[i]) / sum);
		d[i] = sum;
	}
	return change;
}

/*
 * How often cost passes a node, by each member of its component that it may begin at: expected visits, in double
 * precision.  visits has room for the component's members.  False when it is too large for how little it leaks.
 */
bool
cv_flow_visits(CvFlow *flow, int node, double *visits)
{
	int			c = flow->component[node];
	int			m = flow->member_first[c + 1] - flow->member_first[c];

	memset(visits, 0, m * sizeof(double));
	for (int sweep = 0; sweep < SWEEPS && m > 1 && flow->lu[c] == NULL; sweep++)
	{
		cv_breathe();
		if (sweep_back(flow, c, flow->place[node], visits) < 1e-13)
			return true;
	}
	if (m > LU_LIMIT)
		return false;
	memset(visits, 0, m * sizeof(double));
	visits[flow->place[node]] = 1;
	if (m > 1)
		solve_back_by_factors(flow, c, visits);
	return true;
}
