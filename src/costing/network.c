/*
 * network.c - the type abc_network: a cost model as one value.
 *
 * Resources, activities, departments, products and customers are nodes; an edge says
 * that the source passes cost on to the target in proportion to a driver quantity.
 * The last stage to millions of orders is abc_allocate's.  Layout and limits:
 * pg/network.h.
 */
#include "costing/network.h"

static const CvNetworkType network_type =
{
	0, "abc_network", "an abc_network", "driver",
	"Keep the last stage, to orders or customers, out of the network: abc_allocate divides it at any size."
};

void
cv_costing_register(void)
{
	cv_network_register(&network_type);
}

PG_FUNCTION_INFO_V1(abc_network_in);
PG_FUNCTION_INFO_V1(abc_network_out);
PG_FUNCTION_INFO_V1(abc_network_recv);
PG_FUNCTION_INFO_V1(abc_network_send);
PG_FUNCTION_INFO_V1(abc_network_add);
PG_FUNCTION_INFO_V1(abc_network_merge);
PG_FUNCTION_INFO_V1(abc_network_pack);

/* abc_network_in(cstring): see cv_network_in. */
Datum
abc_network_in(PG_FUNCTION_ARGS)
{
	return cv_network_in(fcinfo, &network_type);
}

/* abc_network_out(abc_network): see cv_network_out. */
Datum
abc_network_out(PG_FUNCTION_ARGS)
{
	return cv_network_out(fcinfo);
}

/* abc_network_recv(internal): see cv_network_recv. */
Datum
abc_network_recv(PG_FUNCTION_ARGS)
{
	return cv_network_recv(fcinfo, &network_type);
}

/* abc_network_send(abc_network): see cv_network_recv. */
Datum
abc_network_send(PG_FUNCTION_ARGS)
{
	return cv_network_send(fcinfo);
}

/*
 * abc_network_add(abc_network, source text, target text, driver numeric) -> abc_network
 *
 * Transition function of abc_network_agg: source passes cost on to target in proportion
 * to driver; a second such edge adds to the first.  A NULL driver is ignored.  Errors:
 * 22004 for a NULL name, and those of cv_network_add.
 */
Datum
abc_network_add(PG_FUNCTION_ARGS)
{
	CvNetwork  *net;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (PG_ARGISNULL(1) || PG_ARGISNULL(2))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("%s of an edge must not be NULL", PG_ARGISNULL(1) ? "source" : "target"),
				 errhint("Leave such rows out with WHERE or FILTER, or give the node a name.")));
	if (PG_ARGISNULL(3))
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	net = cv_network_writable(fcinfo);
	cv_network_add(&net, PG_GETARG_TEXT_PP(1), PG_GETARG_TEXT_PP(2), PG_GETARG_NUMERIC(3));
	return cv_network_return(fcinfo, net);
}

/* abc_network_merge(abc_network, abc_network) -> abc_network: see cv_network_merge. */
Datum
abc_network_merge(PG_FUNCTION_ARGS)
{
	return cv_network_merge(fcinfo);
}

/* abc_network_pack(abc_network) -> abc_network: final function, the form that is stored. */
Datum
abc_network_pack(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(cv_network_get_packed(PG_GETARG_DATUM(0)));
}

CV_COMPARE(abc_network_send, abc_network_cmp, abc_network_eq, abc_network_ne, abc_network_lt, abc_network_le, abc_network_gt, abc_network_ge,
		   abc_network_hash, abc_network_hash_extended)
