/*
 * flow.c - abc_flow, abc_trace, abc_throughput and abc_edges: which resource's cost ends
 * where, when activities and departments also serve each other?
 *
 * Rounding takes place once, at the grain that is returned: per final receiver in abc_flow, per source and receiver in
 * abc_trace.
 */
#include "costing/receivers.h"

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
	CvCostModel		model;
	CvReceivers	r;

	if (!cv_cost_model_args(fcinfo, &model))
		PG_RETURN_NULL();
	r = cv_receivers_new(&model);
	if (!cv_cost_receive_all(&model, &r))
		cv_cost_refuse_inexact();
	for (int64 i = 0; i < r.n; i++)
	{
		Datum		values[2] = {PointerGetDatum(cv_network_name_text(model.net, r.node[i])),
			cv_cost_units_datum(r.units[i], model.scale)};
		bool		nulls[2] = {false, false};

		CV_BREATHE(i);
		cv_table_own_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}

/* Of a share that is shown. */
#define SHARE_ERROR 1e-14

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
	CvCostModel		model;
	CvReceivers	r;

	if (!cv_cost_model_args(fcinfo, &model))
		PG_RETURN_NULL();
	r = cv_receivers_new(&model);
	for (int source = 0; source < model.n; source++)
	{
		int64		cost = model.own[source];
		CvDD		put = cv_dd_from_int(cost == 0 ? 1 : cost);

		CHECK_FOR_INTERRUPTS();
		if (!model.has_account[source] || (cost == 0 && cv_cost_may_be_trapped(&model, source)))
			continue;
		for (int v = 0; v < model.n; v++)
			r.x[v] = cv_dd_from_double(0);
		r.x[source] = put;
		/* A share is exact to a float8's last digit, also of a small cost. */
		model.flow.tolerance = Min(CV_COST_TOLERANCE, fabs(put.hi) * 1e-17);
		if (!cv_cost_receive(&model, &r, false) || model.error > SHARE_ERROR * fabs(put.hi) ||
			(cost != 0 && !cv_cost_round_amounts(r.grains, r.n, cost, model.error, r.units)))
			cv_cost_refuse_inexact();
		if (cost == 0)
			memset(r.units, 0, r.n * sizeof(int64));
		for (int64 i = 0; i < r.n; i++)
		{
			Datum		values[4] = {PointerGetDatum(cv_network_name_text(model.net, source)),
				PointerGetDatum(cv_network_name_text(model.net, r.node[i])),
				cv_cost_units_datum(r.units[i], model.scale),
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
#define THROUGHPUT_ERROR 0.001	/* in units of it, of all receivers */

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
	CvCostModel		model;
	CvDD	   *x;

	cv_cost_model_reciprocal(fcinfo, THROUGHPUT_SCALE, NULL, &model);
	x = cv_alloc(model.n * sizeof(CvDD));
	cv_cost_put_cost(&model, x);
	/* A node's own error may be larger than the receivers': as exact as it gets. */
	model.flow.tolerance = 0;
	if (!cv_cost_is_solved(&model, x, THROUGHPUT_ERROR))
		cv_cost_refuse_inexact();
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
				total = cv_dd_add(total, cv_driver_dd(&edges[end]));
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
		values[3] = Float8GetDatum(nulls[3] ? 0 : cv_dd_divide(cv_driver_dd(&edges[i]), total).hi);
		cv_table_own_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}
