/*
 * flow.c - abc_flow, abc_trace, abc_throughput and abc_check: which resource's cost ends
 * where, when activities and departments also serve each other?
 *
 * A network's nodes pass on what they get in proportion to their drivers; nodes without
 * outgoing edges keep it.  Three methods differ in the edges that count:
 *
 *	direct		only those to final receivers
 *	step		those to nodes later in a given order and to final receivers
 *	reciprocal	all; simultaneous equations, self-service included
 *
 * costing/core/flow.c solves; here names become nodes, drivers become shares, and results become
 * money by largest remainder.  Rounding takes place once, at the grain that is returned:
 * per final receiver in abc_flow, per source and receiver in abc_trace.
 */
#include "pg/network.h"

#include "catalog/pg_type.h"
#include "lib/stringinfo.h"
#include "costing/model.h"
#include "num/select.h"
#include "utils/array.h"

/* What scale is when it is not given, as sql/install says. */
#define DEFAULT_SCALE 2

/* Amounts in units of the scale stay below this. */
#define UNITS_MAX INT64CONST(1000000000000000000)

/*
 * A solution counts as exact to this part of a unit: finer differences are no tie-breaker
 * but noise.
 */
#define GRAINS_PER_UNIT 1000000000
#define GRAIN_BITS 30

/*
 * A component is solved to this part of a unit, well below a grain.  A solution whose error
 * could be a thousandth of a unit is refused, and one whose error could be half a grain where
 * that may decide who gets a unit.
 */
#define TOLERANCE 1e-12
#define ERROR_LIMIT 0.001

/* Names of nodes that an error message lists at most. */
#define NAMES_LISTED 10

typedef enum Method
{
	METHOD_DIRECT,
	METHOD_STEP,
	METHOD_RECIPROCAL
} Method;

/* A network with costs on it, ready to be solved. */
typedef struct Model
{
	CvNetwork  *net;
	int			n;
	int			scale;
	Method		method;
	int64	   *own;			/* cost put on each node, in units */
	bool	   *has_account;
	bool	   *sink;			/* nodes without outgoing edges */
	bool	   *self;			/* nodes that serve themselves, in the reciprocal method */
	CvDD	   *rounds;			/* 1 / (1 - share that a node passes to itself) */
	bool	   *reached;		/* cost other than 0 can get there */
	double		error;			/* bound of the error of the last solution, in units */
	CvFlow		flow;
} Model;

static Method
parse_method(const char *name)
{
	if (strcmp(name, "direct") == 0)
		return METHOD_DIRECT;
	if (strcmp(name, "step") == 0)
		return METHOD_STEP;
	if (strcmp(name, "reciprocal") == 0)
		return METHOD_RECIPROCAL;
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("method must be 'direct', 'step' or 'reciprocal', not '%s'", name)));
	return METHOD_RECIPROCAL;
}

static char *
node_name(const Model *model, int node)
{
	int			length;
	const char *name = cv_network_name(model->net, node, &length);

	return pnstrdup(name, length);
}

static int
find_node(const Model *model, Datum name)
{
	text	   *t = DatumGetTextPP(name);

	return cv_network_find(model->net, VARDATA_ANY(t), VARSIZE_ANY_EXHDR(t));
}

static void
get_array(ArrayType *array, Oid type, Datum **values, bool **nulls, int *n)
{
	deconstruct_array(array, type, -1, false, TYPALIGN_INT, values, nulls, n);
}

/* Amount in units; raises for one that is NaN, infinite, too fine or too large. */
static int64
amount_units(Datum account, Datum amount, int scale)
{
	Numeric		x = DatumGetNumeric(amount);
	char	   *name = psprintf("amount on \"%s\"", TextDatumGetCString(account));
	uint32		limb[CV_WIDE_LIMBS];
	bool		negative;
	int			n = cv_check_cost(x, name, scale, limb, &negative);
	uint64		units;

	if (!cv_nat_to_u64(limb, n, UNITS_MAX, &units))
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("%s is more than 10^18 units of its scale: %s", name, cv_numeric_text(x))));
	pfree(name);
	return negative ? -(int64) units : (int64) units;
}

/* The accounts and amounts that were given, element by element. */
typedef struct Costs
{
	int			naccounts;
	int			namounts;
	Datum	   *accounts;
	Datum	   *amounts;
	bool	   *account_null;
	bool	   *amount_null;
} Costs;

static Costs
get_costs(ArrayType *accounts, ArrayType *amounts)
{
	Costs		costs;

	get_array(accounts, TEXTOID, &costs.accounts, &costs.account_null, &costs.naccounts);
	get_array(amounts, NUMERICOID, &costs.amounts, &costs.amount_null, &costs.namounts);
	return costs;
}

/* Put the costs on their nodes; accounts that occur twice add up. */
static void
load_costs(Model *model, const Costs *costs)
{
	cv_int128	volume = 0;

	if (costs->naccounts != costs->namounts)
		ereport(ERROR,
				(errcode(ERRCODE_ARRAY_SUBSCRIPT_ERROR),
				 errmsg("there are %d accounts but %d amounts", costs->naccounts, costs->namounts),
				 errhint("The two arrays belong together element by element.")));
	for (int i = 0; i < costs->naccounts; i++)
	{
		int			node;
		int64		units;

		CHECK_FOR_INTERRUPTS();
		if (costs->account_null[i] || costs->amount_null[i])
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
					 errmsg("%s %d must not be NULL", costs->account_null[i] ? "account" : "amount", i + 1)));
		units = amount_units(costs->accounts[i], costs->amounts[i], model->scale);
		node = find_node(model, costs->accounts[i]);
		if (node < 0)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("orphan cost: account \"%s\" with %s is not in the network",
							TextDatumGetCString(costs->accounts[i]), cv_numeric_text(DatumGetNumeric(costs->amounts[i]))),
					 errhint("Give it an edge to where its cost goes, or leave it out.")));
		volume += units < 0 ? -(cv_int128) units : units;
		if (volume > UNITS_MAX)
			ereport(ERROR,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg("amounts add up to more than 10^18 units of their scale")));
		model->own[node] += units;
		model->has_account[node] = true;
	}
}

/* Each node's place in the step order; sinks have the last. */
static int *
load_order(Model *model, ArrayType *order)
{
	int		   *place = cv_alloc(model->n * sizeof(int));
	Datum	   *names;
	bool	   *nulls;
	int			n;

	if (order == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("method 'step' needs a step_order"),
				 errhint("Name all nodes that pass cost on, in the order in which they are closed.")));
	for (int v = 0; v < model->n; v++)
		place[v] = model->sink[v] ? PG_INT32_MAX : -1;
	get_array(order, TEXTOID, &names, &nulls, &n);
	for (int i = 0; i < n; i++)
	{
		int			node;

		CHECK_FOR_INTERRUPTS();
		if (nulls[i])
			ereport(ERROR,
					(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
					 errmsg("element %d of step_order must not be NULL", i + 1)));
		node = find_node(model, names[i]);
		if (node < 0 || place[node] >= 0)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("step_order %s \"%s\"",
							node < 0 ? "names an unknown node" : model->sink[node] ? "names the final receiver" : "repeats",
							TextDatumGetCString(names[i]))));
		place[node] = i;
	}
	for (int v = 0; v < model->n; v++)
	{
		if (place[v] < 0)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("step_order misses \"%s\"", node_name(model, v)),
					 errhint("It must name every node that passes cost on exactly once.")));
	}
	return place;
}

static bool
edge_counts(const Model *model, const CvNetworkEdge *edge, const int *place)
{
	if (edge->source == edge->target || cv_network_driver(edge) == 0)
		return false;
	switch (model->method)
	{
		case METHOD_DIRECT:
			return model->sink[edge->target];
		case METHOD_STEP:
			return place[edge->target] > place[edge->source];
		default:
			return true;
	}
}

/* A driver, which is below 10^36; sums of drivers may not fit an integer. */
static CvDD
driver_dd(const CvNetworkEdge *edge)
{
	return cv_dd_from_int((cv_int128) cv_network_driver(edge));
}

/* Shares of the edges that count. */
static void
build_graph(Model *model, const int *place)
{
	CvNetwork  *net = model->net;
	CvNetworkEdge *edges = cv_network_edges(net);
	int64	   *first = cv_alloc((model->n + 1) * sizeof(int64));
	int		   *target = cv_alloc(net->nedges * sizeof(int));
	CvDD	   *share = cv_alloc(net->nedges * sizeof(CvDD));
	int64		at = 0;
	uint32		i = 0;

	for (int v = 0; v < model->n; v++)
	{
		uint32		begin = i;
		cv_uint128	itself = 0;
		CvDD		total = cv_dd_from_double(0);

		for (; i < net->nedges && edges[i].source == (uint32) v; i++)
		{
			CV_BREATHE(i);
			if (edge_counts(model, &edges[i], place))
				total = cv_dd_add(total, driver_dd(&edges[i]));
			else if (edges[i].target == (uint32) v && model->method == METHOD_RECIPROCAL)
				itself = cv_network_driver(&edges[i]);
		}
		model->self[v] = itself > 0;
		model->rounds[v] = cv_dd_from_double(1);
		if (total.hi > 0)
			model->rounds[v] = cv_dd_divide(cv_dd_add(total, cv_dd_from_int((cv_int128) itself)), total);
		first[v] = at;
		for (uint32 k = begin; k < i; k++)
		{
			if (!edge_counts(model, &edges[k], place))
				continue;
			target[at] = (int) edges[k].target;
			share[at++] = cv_dd_divide(driver_dd(&edges[k]), total);
		}
	}
	first[model->n] = at;
	model->flow.n = model->n;
	model->flow.first = first;
	model->flow.target = target;
	model->flow.share = share;
	model->flow.sink = model->sink;
	model->flow.tolerance = TOLERANCE;
	model->flow.alloc = cv_alloc;
	model->flow.release = pfree;
	cv_flow_prepare(&model->flow);
}

/* Where cost can get, along edges that count. */
static void
mark_reached(Model *model)
{
	CvFlow	   *flow = &model->flow;

	for (int c = flow->ncomponents - 1; c >= 0; c--)
	{
		bool		any = false;

		CV_BREATHE(c);
		for (int i = flow->member_first[c]; i < flow->member_first[c + 1]; i++)
			any |= model->reached[flow->member[i]] || model->own[flow->member[i]] != 0;
		for (int i = flow->member_first[c]; any && i < flow->member_first[c + 1]; i++)
		{
			int			v = flow->member[i];

			model->reached[v] = true;
			for (int64 e = flow->first[v]; e < flow->first[v + 1]; e++)
				model->reached[flow->target[e]] = true;
		}
	}
}

/* Is this component a closed class: cost that gets there cannot go on to another? */
static bool
is_closed(const Model *model, int c)
{
	const CvFlow *flow = &model->flow;

	if (flow->leaves[c])
		return false;
	for (int i = flow->member_first[c]; i < flow->member_first[c + 1]; i++)
	{
		int			v = flow->member[i];

		for (int64 e = flow->first[v]; e < flow->first[v + 1]; e++)
		{
			if (flow->component[flow->target[e]] != c)
				return false;
		}
	}
	return true;
}

/* Would some cost on this node get where it cannot leave? */
static bool
may_be_trapped(const Model *model, int node)
{
	const CvFlow *flow = &model->flow;
	bool	   *trap = cv_alloc(flow->ncomponents * sizeof(bool));
	bool		result;

	for (int c = 0; c <= flow->component[node]; c++)
	{
		CV_BREATHE(c);
		trap[c] = !flow->leaves[c];
		for (int i = flow->member_first[c]; i < flow->member_first[c + 1] && !trap[c]; i++)
		{
			int			v = flow->member[i];

			for (int64 e = flow->first[v]; e < flow->first[v + 1]; e++)
				trap[c] |= flow->component[flow->target[e]] != c && trap[flow->component[flow->target[e]]];
		}
	}
	result = trap[flow->component[node]];
	pfree(trap);
	return result;
}

/* Of the members of a component after a node the first in order of names. */
static int
next_member(const Model *model, int c, int after)
{
	int			next = model->n;

	for (int i = model->flow.member_first[c]; i < model->flow.member_first[c + 1]; i++)
	{
		CV_BREATHE(i);
		if (model->flow.member[i] > after)
			next = Min(next, model->flow.member[i]);
	}
	return next;
}

/* Up to ten of a component's nodes, by name. */
static char *
list_members(const Model *model, int c)
{
	int			m = model->flow.member_first[c + 1] - model->flow.member_first[c];
	int			member = -1;
	StringInfoData names;

	initStringInfo(&names);
	for (int i = 0; i < Min(m, NAMES_LISTED); i++)
	{
		member = next_member(model, c, member);
		appendStringInfo(&names, "%s%s", i > 0 ? ", " : "", node_name(model, member));
	}
	if (m > NAMES_LISTED)
		appendStringInfo(&names, " and %d more", m - NAMES_LISTED);
	return names.data;
}

/* What is the matter with a closed class? */
static char *
closed_detail(const Model *model, int c)
{
	int			v = model->flow.member[model->flow.member_first[c]];

	if (model->flow.member_first[c + 1] - model->flow.member_first[c] > 1)
		return psprintf("cost can never leave {%s}", list_members(model, c));
	if (model->method == METHOD_DIRECT)
		return psprintf("node \"%s\" has no driver to a final receiver, which method 'direct' needs", node_name(model, v));
	if (model->method == METHOD_STEP)
		return psprintf("node \"%s\" has no driver to a final receiver or a node later in the step order", node_name(model, v));
	if (model->self[v])
		return psprintf("cost can never leave {%s}", node_name(model, v));
	return psprintf("total driver of node \"%s\" is 0", node_name(model, v));
}

static void
refuse_closed(const Model *model)
{
	for (int c = 0; c < model->flow.ncomponents; c++)
	{
		CV_BREATHE(c);
		if (is_closed(model, c) && model->reached[model->flow.member[model->flow.member_first[c]]])
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("%s, but cost reaches it", closed_detail(model, c)),
					 errhint("abc_check lists all such places at once.")));
	}
}

/* A network without costs yet. */
static void
begin_model(Model *model, Datum net, Method method, int scale)
{
	memset(model, 0, sizeof(*model));
	model->net = cv_network_get_packed(net);
	model->n = (int) model->net->nnodes;
	model->method = method;
	model->scale = cv_check_range(scale, "scale", 0, CV_SCALE_MAX);
	model->own = cv_alloc(model->n * sizeof(int64));
	model->has_account = cv_alloc(model->n * sizeof(bool));
	model->sink = cv_alloc(model->n * sizeof(bool));
	model->reached = cv_alloc(model->n * sizeof(bool));
	model->self = cv_alloc(model->n * sizeof(bool));
	model->rounds = cv_alloc(model->n * sizeof(CvDD));
	memset(model->own, 0, model->n * sizeof(int64));
	memset(model->has_account, 0, model->n * sizeof(bool));
	memset(model->reached, 0, model->n * sizeof(bool));
	memset(model->sink, 1, model->n * sizeof(bool));
	for (uint32 i = 0; i < model->net->nedges; i++)
		model->sink[cv_network_edges(model->net)[i].source] = false;
}

/* The arguments that abc_flow and abc_trace share; false when one is NULL. */
static bool
load_model(FunctionCallInfo fcinfo, Model *model)
{
	Method		method;
	Costs		costs;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2) || PG_ARGISNULL(3) || PG_ARGISNULL(5))
		return false;
	method = parse_method(cv_text_arg(fcinfo, 3));
	if (method != METHOD_STEP && !PG_ARGISNULL(4))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("step_order is for method 'step' only")));
	begin_model(model, PG_GETARG_DATUM(0), method, PG_GETARG_INT32(5));
	costs = get_costs(PG_GETARG_ARRAYTYPE_P(1), PG_GETARG_ARRAYTYPE_P(2));
	load_costs(model, &costs);
	build_graph(model, method == METHOD_STEP
				? load_order(model, PG_ARGISNULL(4) ? NULL : PG_GETARG_ARRAYTYPE_P(4)) : NULL);
	mark_reached(model);
	refuse_closed(model);
	return true;
}

/* Solve for the cost in x; false when the result is not exact enough to be rounded. */
static bool
is_solved(Model *model, CvDD *x)
{
	return cv_flow_solve(&model->flow, x, &model->error) && model->error < ERROR_LIMIT;
}

static void
refuse_inexact(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
			 errmsg("cost flow cannot be solved exactly: hardly any cost leaves a circle of nodes"),
			 errhint("Look for circles whose drivers to the outside are tiny, or use method 'step'.")));
}

typedef struct Rounding
{
	const cv_int128 *grains;
	cv_int128	sign;
} Rounding;

/* Fraction of a unit of one amount, in grains; false for 0, which gets nothing. */
static bool
fraction_key(const void *arg, int64 i, uint64 *key)
{
	const Rounding *rounding = arg;
	cv_int128	rest = rounding->sign * rounding->grains[i] % GRAINS_PER_UNIT;

	*key = (uint64) (rest < 0 ? rest + GRAINS_PER_UNIT : rest);
	return rounding->grains[i] != 0;
}

/*
 * Could an error of the amounts, in units, have changed who gets one more?  Amounts are rounded by
 * the largest remainder exactly when what they lose and what they gain by it differ by no more than
 * a unit, and for no other rounding where they differ by less.
 */
static bool
may_be_wrong(const cv_int128 *grains, int64 n, const int64 *units, double error)
{
	cv_int128	lowest = 0;
	cv_int128	highest = 0;

	if (error * GRAINS_PER_UNIT < 0.5)
		return false;
	for (int64 i = 0; i < n; i++)
	{
		cv_int128	above = grains[i] - (cv_int128) units[i] * GRAINS_PER_UNIT;

		CV_BREATHE(i);
		lowest = Min(lowest, above);
		highest = Max(highest, above);
	}
	return (double) (highest - lowest) >= GRAINS_PER_UNIT * (1 - 2 * error) - 1;
}

/*
 * Round n exact amounts, given in grains, to units that add up to total: floors first,
 * then a unit each to the largest fractions, the earlier name first where they are equal.
 * A negative total is the mirror image.  False where an error that the amounts may have would
 * show.
 */
static bool
round_amounts(const cv_int128 *grains, int64 n, int64 total, double error, int64 *units)
{
	Rounding	rounding = {grains, total < 0 ? -1 : 1};
	int64		left = total < 0 ? -total : total;
	uint64		threshold = UINT64_MAX;
	int64		take = 0;
	int64		receivers = 0;

	for (int64 i = 0; i < n; i++)
	{
		cv_int128	amount = rounding.sign * grains[i];
		uint64		fraction;

		CV_BREATHE(i);
		receivers += fraction_key(&rounding, i, &fraction);
		units[i] = (int64) ((amount - (cv_int128) fraction) / GRAINS_PER_UNIT);
		left -= units[i];
	}
	if (left < 0 || left > receivers)
		return false;
	if (left > 0)
		threshold = cv_select(fraction_key, &rounding, n, left, GRAIN_BITS, &take);
	for (int64 i = 0; i < n; i++)
	{
		uint64		fraction;

		CV_BREATHE(i);
		if (fraction_key(&rounding, i, &fraction) && left > 0 && (fraction > threshold || (fraction == threshold && take-- > 0)))
			units[i]++;
		units[i] *= (int64) rounding.sign;
	}
	return !may_be_wrong(grains, n, units, error);
}

/* Where cost ends: nodes that keep it, in order of names, and their amounts. */
typedef struct Receivers
{
	CvDD	   *x;				/* of every node: cost put on it, then throughput */
	int64		n;
	int		   *node;
	cv_int128  *grains;
	int64	   *units;
} Receivers;

static Receivers
new_receivers(const Model *model)
{
	Receivers	r;

	r.x = cv_alloc(model->n * sizeof(CvDD));
	r.n = 0;
	r.node = cv_alloc(model->n * sizeof(int));
	r.grains = cv_alloc(model->n * sizeof(cv_int128));
	r.units = cv_alloc(model->n * sizeof(int64));
	return r;
}

/*
 * Let the cost in x flow to all nodes that keep cost, or to those that get some; false where that
 * cannot be solved exactly.
 */
static bool
receive(Model *model, Receivers *r, bool all)
{
	if (!is_solved(model, r->x))
		return false;
	r->n = 0;
	for (int v = 0; v < model->n; v++)
	{
		CV_BREATHE(v);
		if (!model->sink[v] || (!all && r->x[v].hi == 0))
			continue;
		r->node[r->n] = v;
		r->grains[r->n++] = cv_dd_round(cv_dd_multiply(r->x[v], cv_dd_from_double(GRAINS_PER_UNIT)));
	}
	return true;
}

/* The nodes' own cost to their x; all of it. */
static int64
put_cost(const Model *model, CvDD *x)
{
	int64		total = 0;

	for (int v = 0; v < model->n; v++)
	{
		CV_BREATHE(v);
		x[v] = cv_dd_from_int(model->own[v]);
		total += model->own[v];
	}
	return total;
}

/* Let all cost flow, and round what arrives; false where that is not exact. */
static bool
receive_all(Model *model, Receivers *r)
{
	int64		total = put_cost(model, r->x);

	return receive(model, r, true) && round_amounts(r->grains, r->n, total, model->error, r->units);
}

static Datum
units_datum(int64 units, int scale)
{
	return NumericGetDatum(cv_numeric_from_u64(units < 0, units < 0 ? -(uint64) units : (uint64) units, scale));
}

PG_FUNCTION_INFO_V1(abc_flow);

/*
 * abc_flow(network abc_network, accounts text[], amounts numeric[], method text,
 *		step_order text[], scale integer) -> TABLE(target text, amount numeric)
 *
 * What ends at each node that passes nothing on, in order of names; the amounts have scale
 * decimals and add up to the given ones exactly.  No rows when an argument other than
 * step_order is NULL.  Errors: 22023 for cost that cannot leave, for an account that is
 * not in the network, a wrong method or step order; 22003 for a network that cannot be
 * solved exactly; 54000 for amounts beyond 10^18 units.
 */
Datum
abc_flow(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	Model		model;
	Receivers	r;

	if (!load_model(fcinfo, &model))
		PG_RETURN_NULL();
	r = new_receivers(&model);
	if (!receive_all(&model, &r))
		refuse_inexact();
	for (int64 i = 0; i < r.n; i++)
	{
		Datum		values[2] = {PointerGetDatum(cv_network_name_text(model.net, r.node[i])),
			units_datum(r.units[i], model.scale)};
		bool		nulls[2] = {false, false};

		CV_BREATHE(i);
		cv_table_own_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}

PG_FUNCTION_INFO_V1(abc_trace);

/*
 * abc_trace(...as abc_flow...) -> TABLE(source text, target text, amount numeric,
 *		share float8)
 *
 * How much of each account's cost ends at each node that passes nothing on, in order of
 * names, where any can; for each source the amounts add up to its cost exactly.  share is
 * the fraction of the source's cost.  An account of amount 0 shows its shares, unless some
 * cost put there could not leave.  Errors: as abc_flow.
 */
Datum
abc_trace(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	Model		model;
	Receivers	r;

	if (!load_model(fcinfo, &model))
		PG_RETURN_NULL();
	r = new_receivers(&model);
	for (int source = 0; source < model.n; source++)
	{
		int64		cost = model.own[source];
		CvDD		put = cv_dd_from_int(cost == 0 ? 1 : cost);

		CHECK_FOR_INTERRUPTS();
		if (!model.has_account[source] || (cost == 0 && may_be_trapped(&model, source)))
			continue;
		for (int v = 0; v < model.n; v++)
			r.x[v] = cv_dd_from_double(0);
		r.x[source] = put;
		/* A share is exact to a float8's last digit, also of a small cost. */
		model.flow.tolerance = Min(TOLERANCE, fabs(put.hi) * 1e-17);
		if (!receive(&model, &r, false) || (cost != 0 && !round_amounts(r.grains, r.n, cost, model.error, r.units)))
			refuse_inexact();
		if (cost == 0)
			memset(r.units, 0, r.n * sizeof(int64));
		for (int64 i = 0; i < r.n; i++)
		{
			Datum		values[4] = {PointerGetDatum(cv_network_name_text(model.net, source)),
				PointerGetDatum(cv_network_name_text(model.net, r.node[i])),
				units_datum(r.units[i], model.scale),
				Float8GetDatum(cv_dd_divide(r.x[r.node[i]], put).hi)};
			bool		nulls[4] = {false, false, false, false};

			CV_BREATHE(i);
			cv_table_own_row(&table, values, nulls);
		}
	}
	PG_RETURN_NULL();
}

/* Throughput is no booked money: shown with six decimals. */
#define THROUGHPUT_SCALE 6

static Datum
throughput_datum(CvDD units)
{
	cv_int128	whole;
	uint32		limb[6] = {0};
	cv_uint128	rest;

	if (!(fabs(units.hi) < 1e36))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("throughput of a node is out of range"),
				 errhint("Nearly all cost of some nodes comes back to them.")));
	whole = cv_dd_round(units);
	rest = (cv_uint128) (whole < 0 ? -whole : whole);

	for (int i = 0; i < 6; i++)
	{
		limb[i] = (uint32) (rest % CV_LIMB_BASE);
		rest /= CV_LIMB_BASE;
	}
	return NumericGetDatum(cv_numeric_from_natural(whole < 0, limb, 6, THROUGHPUT_SCALE));
}

PG_FUNCTION_INFO_V1(abc_throughput);

/*
 * abc_throughput(network abc_network, accounts text[], amounts numeric[])
 *		-> TABLE(node text, own numeric, received numeric, passed numeric, level integer)
 *
 * The reciprocated cost of each node: its own, what it gets from others (and from itself),
 * and what it passes on, which is their sum but for nodes that keep it.  Cost that goes
 * in circles passes a node more than once, so the sums may exceed the cost there is.  Six
 * decimals.  level is the longest way from a node that gets nothing; nodes that serve
 * each other share one.  Where nearly all cost of a node comes back to it, the last
 * decimal may be off.  Errors: as abc_flow.
 */
Datum
abc_throughput(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	Model		model;
	Costs		costs;
	CvDD	   *x;

	begin_model(&model, PG_GETARG_DATUM(0), METHOD_RECIPROCAL, THROUGHPUT_SCALE);
	costs = get_costs(PG_GETARG_ARRAYTYPE_P(1), PG_GETARG_ARRAYTYPE_P(2));
	load_costs(&model, &costs);
	build_graph(&model, NULL);
	mark_reached(&model);
	refuse_closed(&model);
	x = cv_alloc(model.n * sizeof(CvDD));
	put_cost(&model, x);
	/* A node's own error may be larger than the receivers': as exact as it gets. */
	model.flow.tolerance = 0;
	if (!is_solved(&model, x))
		refuse_inexact();
	for (int v = 0; v < model.n; v++)
	{
		CvDD		all = cv_dd_multiply(x[v], model.rounds[v]);
		CvDD		own = cv_dd_from_int(model.own[v]);
		Datum		values[5] = {PointerGetDatum(cv_network_name_text(model.net, v)),
			throughput_datum(own),
			throughput_datum(cv_dd_add(all, cv_dd_negate(own))),
			throughput_datum(model.sink[v] ? cv_dd_from_double(0) : all),
			Int32GetDatum(model.flow.level[model.flow.component[v]])};
		bool		nulls[5] = {false, false, false, false, false};

		CV_BREATHE(v);
		cv_table_own_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}

typedef struct Findings
{
	CvTable		table;
	int			errors;
} Findings;

static void
report(Findings *findings, bool error, const char *code, char *node, char *detail)
{
	Datum		values[4] = {CStringGetTextDatum(error ? "error" : "warning"), CStringGetTextDatum(code),
		node != NULL ? CStringGetTextDatum(node) : (Datum) 0, CStringGetTextDatum(detail)};
	bool		nulls[4] = {false, false, node == NULL, false};

	findings->errors += error;
	cv_table_own_row(&findings->table, values, nulls);
}

/*
 * Can this finite amount be put on an account, and is it finer than the default scale?  Its
 * units are given, 1 or -1 when it is finer.
 */
static bool
within_limit(const CvDecimal *amount, bool *fine, int64 *units)
{
	uint32		limb[CV_WIDE_LIMBS];
	uint64		size = 1;
	bool		exact;
	bool		fits;
	int			n;

	if (amount->ngroups > 0 && amount->weight > 4)	/* from 10^20 */
		return false;
	n = cv_decimal_to_units(amount, DEFAULT_SCALE, limb, &exact);
	*fine = !exact;
	fits = !exact || cv_nat_to_u64(limb, n, UNITS_MAX, &size);
	*units = amount->negative && amount->ngroups > 0 ? -(int64) size : (int64) size;
	return fits;
}

/* What abc_flow would refuse about accounts and amounts; good ones are put on their nodes.  row is reset. */
static void
check_costs(Model *model, Findings *findings, const Costs *costs, MemoryContext row)
{
	cv_int128	volume = 0;

	if (costs->naccounts != costs->namounts)
		report(findings, true, "unequal_arrays", NULL,
			   psprintf("there are %d accounts but %d amounts", costs->naccounts, costs->namounts));
	for (int i = 0; i < Min(costs->naccounts, costs->namounts); i++)
	{
		char	   *name;
		int			node;
		CvDecimal	amount;
		int64		units = 1;
		bool		fine = false;
		bool		bad_amount = true;

		CHECK_FOR_INTERRUPTS();
		MemoryContextReset(row);
		name = costs->account_null[i] ? NULL : TextDatumGetCString(costs->accounts[i]);
		node = costs->account_null[i] ? -1 : find_node(model, costs->accounts[i]);
		if (!costs->amount_null[i])
		{
			cv_decimal_from_numeric(costs->amounts[i], &amount);
			bad_amount = !amount.finite || !within_limit(&amount, &fine, &units);
		}
		if (costs->account_null[i])
			report(findings, true, "null_account", NULL, psprintf("account %d is NULL", i + 1));
		else if (node < 0)
			report(findings, true, "orphan_cost", name,
				   psprintf("account is not in the network; its cost is %s",
							costs->amount_null[i] ? "NULL" : cv_numeric_text(DatumGetNumeric(costs->amounts[i]))));
		else if (model->has_account[node])
			report(findings, false, "repeated_account", name, "account occurs more than once; its amounts add up");
		if (bad_amount)
			report(findings, true, "bad_amount", name,
				   psprintf("amount %d is %s%s", i + 1,
							costs->amount_null[i] ? "NULL" : cv_numeric_text(DatumGetNumeric(costs->amounts[i])),
							!costs->amount_null[i] && amount.finite ? ": more than 10^18 units of scale 2" : ""));
		if (fine)
			report(findings, false, "fine_amount", name,
				   psprintf("amount %d is %s: abc_flow needs a scale above %d",
							i + 1, cv_numeric_text(DatumGetNumeric(costs->amounts[i])), DEFAULT_SCALE));
		if (node >= 0)
		{
			model->has_account[node] = true;
			volume += units < 0 ? -(cv_int128) units : units;
			if (!costs->amount_null[i] && amount.ngroups > 0 && volume <= UNITS_MAX)
				model->own[node] += units;
		}
	}
	if (volume > UNITS_MAX)
		report(findings, true, "bad_amount", NULL, "amounts add up to more than 10^18 units of scale 2");
}

PG_FUNCTION_INFO_V1(abc_check);

/*
 * abc_check(network abc_network, accounts text[], amounts numeric[])
 *		-> TABLE(severity text, code text, node text, detail text)
 *
 * Errors are what abc_flow by the reciprocal method would refuse, all of them; warnings are
 * what it accepts but deserves a look.  Raises nothing for what it can list.
 *
 * Errors: unequal_arrays, null_account, orphan_cost, bad_amount, no_way_out, unsolvable
 * (looked for when there is no other).  Warnings: repeated_account, fine_amount (more than
 * two decimals), trap (a circle without a way out that no cost reaches), zero_driver,
 * self_service, no_cost (a node that passes cost on but gets none).
 */
Datum
abc_check(PG_FUNCTION_ARGS)
{
	Findings	findings = {cv_make_table(fcinfo), 0};
	MemoryContext row;
	MemoryContext caller;
	Model		model;
	Costs		costs;

	begin_model(&model, PG_GETARG_DATUM(0), METHOD_RECIPROCAL, DEFAULT_SCALE);
	costs = get_costs(PG_GETARG_ARRAYTYPE_P(1), PG_GETARG_ARRAYTYPE_P(2));
	row = AllocSetContextCreate(CurrentMemoryContext, "abc_check row", ALLOCSET_SMALL_SIZES);
	caller = MemoryContextSwitchTo(row);
	check_costs(&model, &findings, &costs, row);
	MemoryContextSwitchTo(caller);
	build_graph(&model, NULL);
	mark_reached(&model);
	MemoryContextSwitchTo(row);
	for (int v = 0; v < model.n; v++)
	{
		int			c = model.flow.component[v];

		CV_BREATHE(v);
		MemoryContextReset(row);
		if (model.flow.member[model.flow.member_first[c]] == v && is_closed(&model, c))
			report(&findings, model.reached[v], model.reached[v] ? "no_way_out" : "trap", node_name(&model, v),
				   psprintf("%s; %s", closed_detail(&model, c), model.reached[v] ? "cost reaches it" : "no cost reaches it"));
		if (!model.reached[v] && !model.sink[v])
			report(&findings, false, "no_cost", node_name(&model, v), "node passes cost on but gets none");
	}
	for (uint32 i = 0; i < model.net->nedges; i++)
	{
		const CvNetworkEdge *edge = &cv_network_edges(model.net)[i];

		CV_BREATHE(i);
		MemoryContextReset(row);
		if (cv_network_driver(edge) == 0)
			report(&findings, false, "zero_driver", node_name(&model, edge->source),
				   psprintf("driver to \"%s\" is 0", node_name(&model, edge->target)));
		else if (edge->source == edge->target)
			report(&findings, false, "self_service", node_name(&model, edge->source), "node serves itself");
	}
	MemoryContextSwitchTo(caller);
	if (findings.errors == 0)
	{
		Receivers	r = new_receivers(&model);

		if (!receive_all(&model, &r))
			report(&findings, true, "unsolvable", NULL, "hardly any cost leaves a circle of nodes");
	}
	PG_RETURN_NULL();
}

PG_FUNCTION_INFO_V1(abc_edges);

/*
 * abc_edges(network abc_network) -> TABLE(source text, target text, driver numeric,
 *		share float8)
 *
 * The edges of a stored network in order of names; share is the fraction of the source's
 * drivers, NULL when they add up to 0.
 */
Datum
abc_edges(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	CvNetwork  *net = cv_network_get_packed(PG_GETARG_DATUM(0));
	CvNetworkEdge *edges = cv_network_edges(net);
	int			scale = net->groups * 4;
	uint32		end = 0;
	CvDD		total = cv_dd_from_double(0);

	for (uint32 i = 0; i < net->nedges; i++)
	{
		cv_uint128	rest = cv_network_driver(&edges[i]);
		uint32		limb[6];
		Datum		values[4];
		bool		nulls[4] = {false, false, false, false};

		CV_BREATHE(i);
		if (i == end)
		{
			total = cv_dd_from_double(0);
			for (; end < net->nedges && edges[end].source == edges[i].source; end++)
				total = cv_dd_add(total, driver_dd(&edges[end]));
		}
		for (int k = 0; k < 6; k++)
		{
			limb[k] = (uint32) (rest % CV_LIMB_BASE);
			rest /= CV_LIMB_BASE;
		}
		values[0] = PointerGetDatum(cv_network_name_text(net, edges[i].source));
		values[1] = PointerGetDatum(cv_network_name_text(net, edges[i].target));
		values[2] = NumericGetDatum(cv_numeric_from_natural(false, limb, 6, scale));
		nulls[3] = total.hi == 0;
		values[3] = Float8GetDatum(nulls[3] ? 0 : cv_dd_divide(driver_dd(&edges[i]), total).hi);
		cv_table_own_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}

/* What model.h promises, for explain.c and diff.c. */
CvCostModel
cv_cost_model(Datum net, ArrayType *accounts, ArrayType *amounts, int scale)
{
	Model	   *model = palloc(sizeof(Model));
	CvCostModel result = {.scale = scale};
	Costs		costs;
	Receivers	r;

	begin_model(model, net, METHOD_RECIPROCAL, scale);
	costs = get_costs(accounts, amounts);
	load_costs(model, &costs);
	build_graph(model, NULL);
	mark_reached(model);
	refuse_closed(model);
	r = new_receivers(model);
	if (!receive_all(model, &r))
		refuse_inexact();
	result = (CvCostModel) {model->net, model->n, scale, model->own, model->sink, model->rounds, &model->flow, r.x, NULL, model->error};
	result.units = cv_alloc(model->n * sizeof(int64));
	memset(result.units, 0, model->n * sizeof(int64));
	for (int64 i = 0; i < r.n; i++)
		result.units[r.node[i]] = r.units[i];
	return result;
}

void
cv_cost_round(const CvDD *x, int n, int64 total, double error, int64 *units)
{
	cv_int128  *grains = cv_alloc(n * sizeof(cv_int128));

	for (int i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		grains[i] = cv_dd_round(cv_dd_multiply(x[i], cv_dd_from_double(GRAINS_PER_UNIT)));
	}
	if (!round_amounts(grains, n, total, error, units))
		refuse_inexact();
	pfree(grains);
}

void
cv_refuse_inexact_cost(void)
{
	refuse_inexact();
}

Datum
cv_units_datum(int64 units, int scale)
{
	return units_datum(units, scale);
}
