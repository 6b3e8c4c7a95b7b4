/*
 * explain.c - abc_explain: why does this customer cost what they cost?
 *
 * costing/core/explain.c finds the largest ways by which cost got to a node.  Here their amounts are calculated with
 * 32 digits, and rounded together with the rest, so that all rows add up to the node's amount.
 */
#include "costing/receivers.h"

#include "catalog/pg_type.h"
#include "costing/core/explain.h"
#include "num/sort.h"
#include "utils/array.h"

/* Bytes for visits within components, which order the paths. */
#define VISITS_BUDGET ((size_t) 256 << 20)
#define MOST_PATHS 100000

/* Visits with 32 digits, of each node that cost comes in at; asked for again and again. */
typedef struct Visits
{
	CvCostModel *model;
	CvDD	  **from;			/* of each node: throughput of all nodes from one unit there; or NULL */
} Visits;

static CvDD
rounds_between(void *data, int from, int to)
{
	Visits	   *visits = data;
	CvCostModel *model = visits->model;
	double		error;

	if (visits->from[from] == NULL)
	{
		CvDD	   *x = cv_alloc(model->n * sizeof(CvDD));

		for (int v = 0; v < model->n; v++)
			x[v] = cv_dd_from_double(v == from);
		/* As exact as it gets. */
		model->flow.tolerance = 0;
		if (!cv_flow_solve(&model->flow, x, &error))
			cv_cost_refuse_inexact();
		visits->from[from] = x;
	}
	return visits->from[from][to];
}

/* A path and what it brought. */
typedef struct Way
{
	CvPath		path;
	CvDD		amount;
	cv_int128	grains;
	int64		units;
} Way;

/* The largest amounts first, up or down; equal ones in order of their nodes' names. */
static inline bool
is_before(const Way *x, const Way *y)
{
	cv_int128	a = x->grains < 0 ? -x->grains : x->grains;
	cv_int128	b = y->grains < 0 ? -y->grains : y->grains;

	CHECK_FOR_INTERRUPTS();
	if (a != b)
		return a > b;
	for (int i = 0; i < Min(x->path.length, y->path.length); i++)
	{
		if (x->path.node[i] != y->path.node[i])
			return x->path.node[i] < y->path.node[i];
	}
	return x->path.length < y->path.length;
}

#define IS_BEFORE(x, y) is_before(&(x), &(y))
CV_DEFINE_SORT(sort_ways, Way, IS_BEFORE)

static int
target_arg(FunctionCallInfo fcinfo, const CvCostModel *model)
{
	text	   *name = PG_GETARG_TEXT_PP(3);
	int			target = cv_network_find(model->net, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));

	if (target < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("target \"%s\" is not in the network", text_to_cstring(name)),
				 errhint("abc_edges shows which nodes there are.")));
	return target;
}

/* The largest ways to a node. */
static CvExplanation
explain_node(CvCostModel *model, int target, int most)
{
	CvExplanation e = {.flow = &model->flow, .target = target, .most = most, .budget = VISITS_BUDGET};
	double	   *own = cv_alloc(model->n * sizeof(double));

	for (int v = 0; v < model->n; v++)
		own[v] = (double) model->own[v];
	e.own = own;
	if (!cv_explain(&e))
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("there are too many ways to \"%s\" through nodes that serve each other",
						text_to_cstring(cv_network_name_text(model->net, target))),
				 errhint("Leave out edges with small drivers, or look at a node that comes earlier.")));
	return e;
}

/* What abc_flow says of a node that passes nothing on. */
static int64
received_units(const CvReceivers *r, int target)
{
	for (int64 i = 0; i < r->n; i++)
	{
		if (r->node[i] == target)
			return r->units[i];
	}
	return 0;
}

/* What got to a node that passes cost on: all rounds, its own included, rounded. */
static int64
passed_units(const CvCostModel *model, int target, CvDD units)
{
	if (!(fabs(units.hi) < 1e18))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("cost that passes \"%s\" is out of range",
						text_to_cstring(cv_network_name_text(model->net, target))),
				 errhint("Nearly all of it comes back: look at a node that passes nothing on.")));
	return (int64) cv_dd_round(units);
}

/*
 * What the ways brought, with 32 digits; in order, and the rest after them.  A way's share is of what its account put
 * in.
 */
static void
set_amounts(CvCostModel *model, const CvExplanation *e, CvDD rest, Way *way)
{
	Visits		visits = {model, cv_alloc(model->n * sizeof(CvDD *))};
	Way		   *scratch = cv_alloc((e->npaths + 1) * sizeof(Way));

	memset(visits.from, 0, model->n * sizeof(CvDD *));
	for (int i = 0; i < e->npaths; i++)
	{
		CvDD		share = cv_path_share(&model->flow, &e->path[i], rounds_between, &visits);
		CvDD		own = cv_dd_from_int(model->own[e->path[i].node[0]]);
		CvDD		amount = cv_dd_multiply(own, cv_dd_multiply(share, model->rounds[e->target]));

		way[i] = (Way) {e->path[i], amount, cv_cost_grains(amount), 0};
		rest = cv_dd_add(rest, cv_dd_negate(amount));
	}
	sort_ways(way, scratch, e->npaths);
	pfree(scratch);
	rest = e->all ? cv_dd_from_double(0) : rest;
	way[e->npaths] = (Way) {{0}, rest, cv_cost_grains(rest), 0};
}

/* Round n amounts together, so that they add up to the node's. */
static void
round_ways(Way *way, int n, int64 total, double error)
{
	cv_int128  *grains = cv_alloc(n * sizeof(cv_int128));
	int64	   *units = cv_alloc(n * sizeof(int64));

	for (int i = 0; i < n; i++)
		grains[i] = way[i].grains;
	if (!cv_cost_round_amounts(grains, n, total, error, units))
		cv_cost_refuse_inexact();
	for (int i = 0; i < n; i++)
		way[i].units = units[i];
	pfree(grains);
	pfree(units);
}

/* The names along a path, as text[]. */
static Datum
path_datum(const CvCostModel *model, const CvPath *path)
{
	Datum	   *name = palloc(path->length * sizeof(Datum));

	for (int i = 0; i < path->length; i++)
		name[i] = PointerGetDatum(cv_network_name_text(model->net, path->node[i]));
	return PointerGetDatum(construct_array(name, path->length, TEXTOID, -1, false, TYPALIGN_INT));
}

static void
put_way(CvTable *table, const CvCostModel *model, const Way *way, CvDD total)
{
	bool		rest = way->path.length == 0;
	Datum		values[4] = {0, 0, cv_cost_units_datum(way->units, model->scale),
							 Float8GetDatum(cv_dd_divide(way->amount, total).hi)};
	bool		nulls[4] = {rest, rest, false, total.hi == 0};

	if (!rest)
	{
		values[0] = PointerGetDatum(cv_network_name_text(model->net, way->path.node[0]));
		values[1] = path_datum(model, &way->path);
	}
	cv_table_row(table, values, nulls);
}

PG_FUNCTION_INFO_V1(abc_explain);

/*
 * abc_explain(network abc_network, accounts text[], amounts numeric[], target text, paths integer, scale integer)
 *		-> TABLE(source text, path text[], amount numeric, share float8)
 *
 * The paths by which the cost of accounts got to a node, the largest first, and in a last row without source and path
 * all others together, unless there are none; amounts add up to the node's exactly, which is that of abc_flow for a
 * node that passes nothing on, else its own and received cost as in abc_throughput, rounded.  Of nodes that serve
 * each other a path names where cost comes in and where it goes out: its amount is the sum over all rounds in
 * between.  share is the fraction of the node's amount. Reciprocal method.  Errors: those of abc_flow; 22023 for a
 * target that is not in the network and paths outside 1 to 100,000; 54000 for too many ways through nodes that serve
 * each other.
 */
Datum
abc_explain(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	CvCostModel model;
	CvReceivers r;
	CvExplanation e;
	CvDD		total;
	double		error;
	int			target;
	Way		   *way;

	cv_cost_model_reciprocal(fcinfo, PG_GETARG_INT32(5), NULL, &model);
	target = target_arg(fcinfo, &model);
	r = cv_receivers_new(&model);
	if (!cv_cost_receive_all(&model, &r))
		cv_cost_refuse_inexact();
	e = explain_node(&model, target, cv_check_range(PG_GETARG_INT32(4), "paths", 1, MOST_PATHS));
	way = cv_alloc((e.npaths + 1) * sizeof(Way));
	total = cv_dd_multiply(r.x[target], model.rounds[target]);
	error = model.error;
	set_amounts(&model, &e, total, way);
	round_ways(way, e.npaths + 1, model.sink[target] ? received_units(&r, target) : passed_units(&model, target, total),
			   error);
	for (int i = 0; i < e.npaths + !e.all; i++)
	{
		CHECK_FOR_INTERRUPTS();
		put_way(&table, &model, &way[i], total);
	}
	PG_RETURN_NULL();
}
