/*
 * cost_model.c - a cost network with cost on it: names become nodes, drivers become shares, amounts become units.
 *
 * Every rule is looked at once.  abc_check lists what breaks one; the other functions raise the first error.
 */
#include "costing/cost_model.h"

#include "catalog/pg_type.h"
#include "lib/stringinfo.h"
#include "utils/array.h"

/* Names of nodes that an error message lists at most. */
#define NAMES_LISTED 10

static CvCostMethod
parse_method(const char *name)
{
	if (strcmp(name, "direct") == 0)
		return CV_DIRECT;
	if (strcmp(name, "step") == 0)
		return CV_STEP;
	if (strcmp(name, "reciprocal") == 0)
		return CV_RECIPROCAL;
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("method must be 'direct', 'step' or 'reciprocal', not '%s'", name)));
	return CV_RECIPROCAL;
}

char *
cv_cost_node_name(const CvCostModel *model, int node)
{
	int			length;
	const char *name = cv_network_name(model->net, node, &length);

	return pnstrdup(name, length);
}

static int
find_node(const CvCostModel *model, Datum name)
{
	text	   *t = DatumGetTextPP(name);

	return cv_network_find(model->net, VARDATA_ANY(t), VARSIZE_ANY_EXHDR(t));
}

/* List a finding; false where there is no list.  The memory of a finding is free again after it. */
bool
cv_find(CvFindings *findings, bool error, const char *code, char *node, char *detail)
{
	Datum		values[4];
	bool		nulls[4] = {false, false, node == NULL, false};

	if (findings == NULL)
		return false;
	values[0] = CStringGetTextDatum(error ? "error" : "warning");
	values[1] = CStringGetTextDatum(code);
	values[2] = node != NULL ? CStringGetTextDatum(node) : (Datum) 0;
	values[3] = CStringGetTextDatum(detail);
	findings->errors += error;
	cv_table_row(&findings->table, values, nulls);
	return true;
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

static void
get_array(ArrayType *array, Oid type, Datum **values, bool **nulls, int *n)
{
	deconstruct_array(array, type, -1, false, TYPALIGN_INT, values, nulls, n);
}

static Costs
get_costs(ArrayType *accounts, ArrayType *amounts)
{
	Costs		costs;

	get_array(accounts, TEXTOID, &costs.accounts, &costs.account_null, &costs.naccounts);
	get_array(amounts, NUMERICOID, &costs.amounts, &costs.amount_null, &costs.namounts);
	return costs;
}

static void
examine_null(const char *what, int i, const char *code, char *node, CvFindings *findings)
{
	if (!cv_find(findings, true, code, node, psprintf("%s %d is NULL", what, i + 1)))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("%s %d must not be NULL", what, i + 1)));
}

/*
 * The units of an amount.  One that cannot be put on an account counts as one unit, so that it is seen where it
 * gets: NaN, infinity, beyond 10^18 units; finer than the scale is for a list no error.
 */
static int64
examine_amount(const CvCostModel *model, const Costs *costs, int i, char *account, CvFindings *findings)
{
	Numeric		amount = costs->amount_null[i] ? NULL : DatumGetNumeric(costs->amounts[i]);
	char	   *name = psprintf("amount on \"%s\"", account != NULL ? account : "");
	CvDecimal	view;
	int64		units = 1;
	bool		exact;

	if (amount == NULL)
	{
		examine_null("amount", i, "bad_amount", account, findings);
		return 1;
	}
	cv_decimal_from_numeric(NumericGetDatum(amount), &view);
	if (!view.finite)
	{
		if (!cv_find(findings, true, "bad_amount", account,
					 psprintf("amount %d is %s", i + 1, cv_numeric_text(amount))))
			cv_check_numeric(amount, name);
		return 1;
	}
	if (!cv_decimal_to_int64(&view, model->scale, CV_UNITS_MAX, &exact, &units))
	{
		if (!cv_find(findings, true, "bad_amount", account,
					 psprintf("amount %d is %s: more than 10^18 units of scale %d", i + 1, cv_numeric_text(amount),
							  model->scale)))
			ereport(ERROR,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg("%s is more than 10^18 units of its scale: %s", name, cv_numeric_text(amount))));
		return 1;
	}
	if (exact)
		return units;
	if (!cv_find(findings, false, "fine_amount", account,
				 psprintf("amount %d is %s: abc_flow needs a scale above %d", i + 1, cv_numeric_text(amount),
						  model->scale)))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s has more than %d decimals: %s", name, model->scale, cv_numeric_text(amount)),
				 errhint("Round the cost to the scale first, or give a larger scale.")));
	return view.negative ? -1 : 1;
}

/* The node of an account, or -1. */
static int
examine_account(const CvCostModel *model, const Costs *costs, int i, char *account, CvFindings *findings)
{
	char	   *amount = costs->amount_null[i] ? "NULL" : cv_numeric_text(DatumGetNumeric(costs->amounts[i]));
	int			node;

	if (account == NULL)
	{
		examine_null("account", i, "null_account", NULL, findings);
		return -1;
	}
	node = find_node(model, costs->accounts[i]);
	if (node < 0 && !cv_find(findings, true, "orphan_cost", account,
							 psprintf("account is not in the network; its cost is %s", amount)))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("orphan cost: account \"%s\" with %s is not in the network", account, amount),
				 errhint("Give it an edge to where its cost goes, or leave it out.")));
	if (node >= 0 && model->has_account[node])
		cv_find(findings, false, "repeated_account", account, "account occurs more than once; its amounts add up");
	return node;
}

/* Put the costs on their nodes; accounts that occur twice add up.  row, the current context, is reset. */
static void
load_costs(CvCostModel *model, const Costs *costs, CvFindings *findings, MemoryContext row)
{
	cv_int128	volume = 0;

	if (costs->naccounts != costs->namounts &&
		!cv_find(findings, true, "unequal_arrays", NULL,
				 psprintf("there are %d accounts but %d amounts", costs->naccounts, costs->namounts)))
		ereport(ERROR,
				(errcode(ERRCODE_ARRAY_SUBSCRIPT_ERROR),
				 errmsg("there are %d accounts but %d amounts", costs->naccounts, costs->namounts),
				 errhint("The two arrays belong together element by element.")));
	for (int i = 0; i < Min(costs->naccounts, costs->namounts); i++)
	{
		char	   *account = costs->account_null[i] ? NULL : TextDatumGetCString(costs->accounts[i]);
		int			node = examine_account(model, costs, i, account, findings);
		int64		units = examine_amount(model, costs, i, account, findings);

		CHECK_FOR_INTERRUPTS();
		if (node >= 0)
		{
			volume += units < 0 ? -(cv_int128) units : units;
			if (volume <= CV_UNITS_MAX)
				model->own[node] += units;
			else if (findings == NULL)
				break;
			model->has_account[node] = true;
		}
		MemoryContextReset(row);
	}
	if (volume > CV_UNITS_MAX &&
		!cv_find(findings, true, "bad_amount", NULL,
				 psprintf("amounts add up to more than 10^18 units of scale %d", model->scale)))
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("amounts add up to more than 10^18 units of their scale")));
}

/* Each node's place in the step order; sinks have the last. */
static int *
load_order(CvCostModel *model, ArrayType *order)
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
							node < 0 ? "names an unknown node" :
							model->sink[node] ? "names the final receiver" : "repeats",
							TextDatumGetCString(names[i]))));
		place[node] = i;
	}
	for (int v = 0; v < model->n; v++)
	{
		if (place[v] < 0)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("step_order misses \"%s\"", cv_cost_node_name(model, v)),
					 errhint("It must name every node that passes cost on exactly once.")));
	}
	return place;
}

static bool
edge_counts(const CvCostModel *model, const CvNetworkEdge *edge, const int *place)
{
	if (edge->source == edge->target || cv_network_driver(edge) == 0)
		return false;
	switch (model->method)
	{
		case CV_DIRECT:
			return model->sink[edge->target];
		case CV_STEP:
			return place[edge->target] > place[edge->source];
		default:
			return true;
	}
}

/* Shares of the edges that count. */
static void
build_graph(CvCostModel *model, const int *place)
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
				total = cv_dd_add(total, cv_driver_dd(&edges[i]));
			else if (edges[i].target == (uint32) v && model->method == CV_RECIPROCAL)
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
			share[at++] = cv_dd_divide(cv_driver_dd(&edges[k]), total);
		}
	}
	first[model->n] = at;
	model->flow.n = model->n;
	model->flow.first = first;
	model->flow.target = target;
	model->flow.share = share;
	model->flow.sink = model->sink;
	model->flow.tolerance = CV_COST_TOLERANCE;
	model->flow.alloc = cv_alloc;
	model->flow.release = pfree;
	cv_flow_prepare(&model->flow);
}

/* Where cost can get, along edges that count. */
static void
mark_reached(CvCostModel *model)
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
is_closed(const CvCostModel *model, int c)
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
bool
cv_cost_may_be_trapped(const CvCostModel *model, int node)
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
next_member(const CvCostModel *model, int c, int after)
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
list_members(const CvCostModel *model, int c)
{
	int			m = model->flow.member_first[c + 1] - model->flow.member_first[c];
	int			member = -1;
	StringInfoData names;

	initStringInfo(&names);
	for (int i = 0; i < Min(m, NAMES_LISTED); i++)
	{
		member = next_member(model, c, member);
		appendStringInfo(&names, "%s%s", i > 0 ? ", " : "", cv_cost_node_name(model, member));
	}
	if (m > NAMES_LISTED)
		appendStringInfo(&names, " and %d more", m - NAMES_LISTED);
	return names.data;
}

/* What is the matter with a closed class? */
static char *
closed_detail(const CvCostModel *model, int c)
{
	int			v = model->flow.member[model->flow.member_first[c]];

	if (model->flow.member_first[c + 1] - model->flow.member_first[c] > 1)
		return psprintf("cost can never leave {%s}", list_members(model, c));
	if (model->method == CV_DIRECT)
		return psprintf("node \"%s\" has no driver to a final receiver, which method 'direct' needs",
						cv_cost_node_name(model, v));
	if (model->method == CV_STEP)
		return psprintf("node \"%s\" has no driver to a final receiver or a node later in the step order",
						cv_cost_node_name(model, v));
	if (model->self[v])
		return psprintf("cost can never leave {%s}", cv_cost_node_name(model, v));
	return psprintf("total driver of node \"%s\" is 0", cv_cost_node_name(model, v));
}

/* A place from where cost cannot leave: an error where it gets there. */
static void
examine_closed(const CvCostModel *model, int v, CvFindings *findings)
{
	int			c = model->flow.component[v];
	bool		reached = model->reached[v];

	if (!cv_find(findings, reached, reached ? "no_way_out" : "trap", cv_cost_node_name(model, v),
				 psprintf("%s; %s", closed_detail(model, c), reached ? "cost reaches it" : "no cost reaches it")) &&
		reached)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s, but cost reaches it", closed_detail(model, c)),
				 errhint("abc_check lists all such places at once.")));
}

static void
examine_nodes(const CvCostModel *model, CvFindings *findings)
{
	for (int v = 0; v < model->n; v++)
	{
		int			c = model->flow.component[v];

		CV_BREATHE(v);
		if (findings != NULL)
			MemoryContextReset(findings->row);
		if ((model->reached[v] || findings != NULL) && model->flow.member[model->flow.member_first[c]] == v &&
			is_closed(model, c))
			examine_closed(model, v, findings);
		if (findings != NULL && !model->reached[v] && !model->sink[v])
			cv_find(findings, false, "no_cost", cv_cost_node_name(model, v), "node passes cost on but gets none");
	}
}

/* A network without costs yet. */
static void
begin_model(CvCostModel *model, Datum net, CvCostMethod method, int scale)
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

/* From costs and the order of steps, if any, to a graph that can be solved. */
static void
finish_model(FunctionCallInfo fcinfo, CvCostModel *model, ArrayType *order, CvFindings *findings)
{
	Costs		costs = get_costs(PG_GETARG_ARRAYTYPE_P(1), PG_GETARG_ARRAYTYPE_P(2));
	MemoryContext row = findings != NULL ? findings->row :
		AllocSetContextCreate(CurrentMemoryContext, "custvalue account", ALLOCSET_SMALL_SIZES);
	MemoryContext caller = MemoryContextSwitchTo(row);

	load_costs(model, &costs, findings, row);
	MemoryContextSwitchTo(caller);
	build_graph(model, model->method == CV_STEP ? load_order(model, order) : NULL);
	mark_reached(model);
	if (findings != NULL)
		MemoryContextSwitchTo(findings->row);
	examine_nodes(model, findings);
	MemoryContextSwitchTo(caller);
}

bool
cv_cost_model_args(FunctionCallInfo fcinfo, CvCostModel *model)
{
	CvCostMethod method;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2) || PG_ARGISNULL(3) || PG_ARGISNULL(5))
		return false;
	method = parse_method(cv_text_arg(fcinfo, 3));
	if (method != CV_STEP && !PG_ARGISNULL(4))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("step_order is for method 'step' only")));
	begin_model(model, PG_GETARG_DATUM(0), method, PG_GETARG_INT32(5));
	finish_model(fcinfo, model, PG_ARGISNULL(4) ? NULL : PG_GETARG_ARRAYTYPE_P(4), NULL);
	return true;
}

void
cv_cost_model_reciprocal(FunctionCallInfo fcinfo, int scale, CvFindings *findings, CvCostModel *model)
{
	begin_model(model, PG_GETARG_DATUM(0), CV_RECIPROCAL, scale);
	finish_model(fcinfo, model, NULL, findings);
}
