/*
 * explain.c - by which ways did cost get to a node?
 *
 * Between components of nodes that serve each other cost flows in one direction, so there are finitely many ways when
 * all rounds within a component, from where cost comes in to where it goes out, count as one step: the expected
 * number of visits from the one to the other.  The largest ways are found best first: for each node the most that any
 * single way from there carries to the target is known beforehand, from the target backwards, so nothing is looked at
 * that does not lead to one of the ways wanted (P. Hart, N. Nilsson and B. Raphael, "A Formal Basis for the Heuristic
 * Determination of Minimum Cost Paths", IEEE Transactions on Systems Science and Cybernetics 4, 1968).
 */
#include "costing/core/explain.h"

#include <string.h>

#include "num/sort.h"

/* The beginning of a way, up to a node where cost comes in. */
typedef struct Start
{
	double		bound;			/* the most that one way from here carries to the target */
	double		amount;			/* what gets here */
	int			node;
	int			exit;			/* the node before it, of another component; -1 */
	int64_t		before;			/* beginning that it goes on from; -1 */
} Start;

#define IS_LARGER(x, y) ((x).bound > (y).bound)
CV_DEFINE_SORT(sort_starts, Start, IS_LARGER)

/* The way out of a component by one of its nodes. */
typedef struct Exit
{
	int			node;
	double	   *visits;			/* of it, by the member that cost comes in at */
} Exit;

typedef struct Search
{
	CvExplanation *e;
	double	   *best;			/* of each node: what a unit that comes in there brings to the target by one way */
	Exit	  **exits;			/* of each component: those that lead to the target */
	int		   *nexits;
	Start	   *heap;			/* the largest bound first */
	int64_t		nheap;
	int64_t		room;
	Start	   *done;			/* beginnings that were gone on from */
	int64_t		ndone;
	int64_t		done_room;
	bool		dropped;
} Search;

static int
size_of_component(const CvFlow *flow, int c)
{
	return flow->member_first[c + 1] - flow->member_first[c];
}

/* What one unit at a node brings to the target at best, when its next step is out of the component. */
static double
best_way_out(const Search *s, int v)
{
	const CvFlow *flow = s->e->flow;
	double		best = 0;

	for (int64_t k = flow->first[v]; k < flow->first[v + 1]; k++)
	{
		int			to = flow->target[k];

		if (flow->component[to] != flow->component[v])
			best = fmax(best, flow->share[k].hi * s->best[to]);
	}
	return best;
}

/* Take a node for one that cost goes out by; false without room or solution. */
static bool
add_exit(Search *s, int c, int node, double after)
{
	CvFlow	   *flow = s->e->flow;
	int			m = size_of_component(flow, c);
	Exit	   *out = &s->exits[c][s->nexits[c]++];

	if (s->e->budget < m * sizeof(double))
		return false;
	s->e->budget -= m * sizeof(double);
	*out = (Exit) {node, flow->alloc(m * sizeof(double))};
	if (!cv_flow_visits(flow, node, out->visits))
		return false;
	for (int i = 0; i < m; i++)
	{
		int			v = flow->member[flow->member_first[c] + i];

		s->best[v] = fmax(s->best[v], out->visits[i] * after);
	}
	return true;
}

/* The bounds of a component's nodes, when those of later components are known. */
static bool
bound_component(Search *s, int c)
{
	const CvFlow *flow = s->e->flow;
	int			m = size_of_component(flow, c);

	s->exits[c] = flow->alloc(m * sizeof(Exit));
	for (int i = 0; i < m; i++)
	{
		int			v = flow->member[flow->member_first[c] + i];
		double		after;

		CV_BREATHE_OFTEN(i);
		if (c == flow->component[s->e->target])
			after = v == s->e->target;
		else
			after = best_way_out(s, v);
		if (after > 0 && m == 1)
			s->best[v] = after;
		else if (after > 0 && !add_exit(s, c, v, after))
			return false;
	}
	return true;
}

/* Only those with the largest bounds can become wanted ways. */
static void
prune(Search *s)
{
	int64_t		wanted = s->e->most - s->e->npaths;

	sort_starts(s->heap, s->heap + s->room, s->nheap);
	s->dropped |= s->nheap > wanted;
	s->nheap = s->nheap > wanted ? wanted : s->nheap;
}

static void
push(Search *s, Start start)
{
	int64_t		i;

	if (!(start.bound > 0))
		return;
	if (s->nheap == s->room)
		prune(s);
	for (i = s->nheap++; i > 0 && s->heap[(i - 1) / 2].bound < start.bound; i = (i - 1) / 2)
		s->heap[i] = s->heap[(i - 1) / 2];
	s->heap[i] = start;
}

static Start
pop(Search *s)
{
	Start		top = s->heap[0];
	Start		last = s->heap[--s->nheap];
	int64_t		i = 0;

	for (int64_t child = 1; child < s->nheap; child = 2 * i + 1)
	{
		if (child + 1 < s->nheap && s->heap[child + 1].bound > s->heap[child].bound)
			child++;
		if (s->heap[child].bound <= last.bound)
			break;
		s->heap[i] = s->heap[child];
		i = child;
	}
	s->heap[i] = last;
	return top;
}

/* Remember a beginning that others go on from; its number. */
static int64_t
keep(Search *s, const Start *start)
{
	if (s->ndone == s->done_room)
	{
		int64_t		room = s->done_room * 2;
		Start	   *done = s->e->flow->alloc(room * sizeof(Start));

		memcpy(done, s->done, s->ndone * sizeof(Start));
		s->e->flow->release(s->done);
		s->done = done;
		s->done_room = room;
	}
	s->done[s->ndone] = *start;
	return s->ndone++;
}

/* All ways on from a node that cost goes out by, with what gets there. */
static void
leave(Search *s, int64_t before, int node, double amount)
{
	const CvFlow *flow = s->e->flow;

	for (int64_t k = flow->first[node]; k < flow->first[node + 1]; k++)
	{
		int			to = flow->target[k];
		double		arrives = amount * flow->share[k].hi;

		CV_BREATHE(k);
		if (flow->component[to] != flow->component[node])
			push(s, (Start) {fabs(arrives) * s->best[to], arrives, to, node, before});
	}
}

static void
go_on(Search *s, const Start *start)
{
	const CvFlow *flow = s->e->flow;
	int			c = flow->component[start->node];
	int64_t		number = keep(s, start);

	if (size_of_component(flow, c) == 1)
		leave(s, number, start->node, start->amount);
	for (int i = 0; i < s->nexits[c]; i++)
		leave(s, number, s->exits[c][i].node, start->amount * s->exits[c][i].visits[flow->place[start->node]]);
}

/* The nodes of a way that ends at the target, from the last one back. */
static void
take_path(Search *s, const Start *last)
{
	CvExplanation *e = s->e;
	CvPath	   *path = &e->path[e->npaths++];
	int			length = last->node != e->target;
	int			at;

	for (const Start *start = last;; start = &s->done[start->before])
	{
		length += 1 + (start->before >= 0 && start->exit != s->done[start->before].node);
		if (start->before < 0)
			break;
	}
	path->amount = last->amount < 0 ? -last->bound : last->bound;
	path->length = at = length;
	path->node = e->flow->alloc(length * sizeof(int));
	if (last->node != e->target)
		path->node[--at] = e->target;
	for (const Start *start = last;; start = &s->done[start->before])
	{
		path->node[--at] = start->node;
		if (start->before < 0)
			break;
		if (start->exit != s->done[start->before].node)
			path->node[--at] = start->exit;
	}
}

static void
search(Search *s)
{
	CvExplanation *e = s->e;

	for (int v = 0; v < e->flow->n; v++)
	{
		CV_BREATHE(v);
		if (e->own[v] != 0)
			push(s, (Start) {fabs(e->own[v]) * s->best[v], e->own[v], v, -1, -1});
	}
	while (s->nheap > 0 && e->npaths < e->most)
	{
		Start		start = pop(s);

		cv_breathe();
		if (e->flow->component[start.node] == e->flow->component[e->target])
			take_path(s, &start);
		else
			go_on(s, &start);
	}
	e->all = s->nheap == 0 && !s->dropped;
}

/* Find the largest ways; false when a component has too many ways out for the budget, or cannot be solved. */
bool
cv_explain(CvExplanation *e)
{
	CvFlow	   *flow = e->flow;
	Search		s = {.e = e};
	bool		bounded = true;

	s.best = flow->alloc(flow->n * sizeof(double));
	s.exits = flow->alloc(flow->ncomponents * sizeof(Exit *));
	s.nexits = flow->alloc(flow->ncomponents * sizeof(int));
	memset(s.best, 0, flow->n * sizeof(double));
	memset(s.nexits, 0, flow->ncomponents * sizeof(int));
	for (int c = flow->component[e->target]; c < flow->ncomponents && bounded; c++)
		bounded = bound_component(&s, c);
	s.room = 2 * (int64_t) e->most + 1024;
	s.heap = flow->alloc(2 * s.room * sizeof(Start));
	s.done_room = 1024;
	s.done = flow->alloc(s.done_room * sizeof(Start));
	e->npaths = 0;
	e->path = flow->alloc(e->most * sizeof(CvPath));
	if (bounded)
		search(&s);
	flow->release(s.best);
	flow->release(s.exits);
	flow->release(s.nexits);
	flow->release(s.heap);
	flow->release(s.done);
	return bounded;
}

/* The share of an edge. */
static CvDD
share_of(const CvFlow *flow, int from, int to)
{
	for (int64_t k = flow->first[from]; k < flow->first[from + 1]; k++)
	{
		if (flow->target[k] == to)
			return flow->share[k];
	}
	return cv_dd_from_double(0);
}

CvDD
cv_path_share(const CvFlow *flow, const CvPath *path, CvRounds rounds, void *data)
{
	CvDD		share = cv_dd_from_double(1);

	for (int i = 0; i < path->length; i++)
	{
		int			v = path->node[i];
		int			next = i + 1 < path->length ? path->node[i + 1] : -1;
		bool		comes_in = i == 0 || flow->component[path->node[i - 1]] != flow->component[v];
		bool		stays = next >= 0 && flow->component[next] == flow->component[v];

		if (comes_in && size_of_component(flow, flow->component[v]) > 1)
			share = cv_dd_multiply(share, rounds(data, v, stays ? next : v));
		if (next >= 0 && !stays)
			share = cv_dd_multiply(share, share_of(flow, v, next));
	}
	return share;
}
