/*
 * check.c - abc_check: what would be refused in a cost model, and what deserves a look?
 */
#include "costing/receivers.h"

/* Edges that carry nothing, or go round. */
static void
examine_edges(const CvCostModel *model, CvFindings *findings)
{
	for (uint32 i = 0; i < model->net->nedges; i++)
	{
		const CvNetworkEdge *edge = &cv_network_edges(model->net)[i];

		CV_BREATHE(i);
		MemoryContextReset(findings->row);
		if (cv_network_driver(edge) == 0)
			cv_find(findings, false, "zero_driver", cv_cost_node_name(model, edge->source),
					psprintf("driver to \"%s\" is 0", cv_cost_node_name(model, edge->target)));
		else if (edge->source == edge->target)
			cv_find(findings, false, "self_service", cv_cost_node_name(model, edge->source), "node serves itself");
	}
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
 * two decimals), trap (a cycle without a way out that no cost reaches), zero_driver,
 * self_service, no_cost (a node that passes cost on but gets none).
 */
Datum
abc_check(PG_FUNCTION_ARGS)
{
	CvFindings	findings = {.table = cv_make_table(fcinfo)};
	MemoryContext caller;
	CvCostModel model;

	findings.row = AllocSetContextCreate(CurrentMemoryContext, "abc_check row", ALLOCSET_SMALL_SIZES);
	cv_cost_model_reciprocal(fcinfo, CV_COST_SCALE, &findings, &model);
	caller = MemoryContextSwitchTo(findings.row);
	examine_edges(&model, &findings);
	MemoryContextSwitchTo(caller);
	if (findings.errors == 0)
	{
		CvReceivers r = cv_receivers_new(&model);

		if (!cv_cost_receive_all(&model, &r))
			cv_find(&findings, true, "unsolvable", NULL, "hardly any cost leaves a cycle of nodes");
	}
	PG_RETURN_NULL();
}
