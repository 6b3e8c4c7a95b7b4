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

/* A node's name in argument argno. */
static void
name_arg(FunctionCallInfo fcinfo, int argno, const char *which, bool number, CvNodeName *name)
{
	if (PG_ARGISNULL(argno))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("%s of an edge must not be NULL", which),
				 errhint("Leave such rows out with WHERE or FILTER, or give the node a name.")));
	if (number)
		cv_node_name_bigint(PG_GETARG_DATUM(argno), name);
	else
		cv_node_name_text(PG_GETARG_DATUM(argno), name);
}

/*
 * abc_network_add(abc_network, source, target text or bigint, driver numeric, bigint, real or float8) -> abc_network
 *
 * Transition functions of abc_network_agg: source passes cost on to target in proportion to driver; a second such
 * edge adds to the first.  A NULL driver is ignored.  The name of a bigint is its digits.  Errors: 22004 for a NULL
 * name, and those of cv_network_add.
 */
static Datum
add_edge(FunctionCallInfo fcinfo, bool number, const CvWeightReader *driver)
{
	CvNetwork  *net;
	CvNodeName	source;
	CvNodeName	target;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	name_arg(fcinfo, 1, "source", number, &source);
	name_arg(fcinfo, 2, "target", number, &target);
	if (PG_ARGISNULL(3))
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	net = cv_network_writable(fcinfo);
	cv_network_add(&net, &source, &target, driver, PG_GETARG_DATUM(3));
	return cv_network_return(fcinfo, net);
}

#define EDGE_FUNCTION(name, number, driver) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		return add_edge(fcinfo, number, driver); \
	}

EDGE_FUNCTION(abc_network_add, false, &cv_numeric_weight)
EDGE_FUNCTION(abc_network_add_text_bigint, false, &cv_bigint_weight)
EDGE_FUNCTION(abc_network_add_text_real, false, &cv_real_weight)
EDGE_FUNCTION(abc_network_add_text_float8, false, &cv_float8_weight)
EDGE_FUNCTION(abc_network_add_bigint_numeric, true, &cv_numeric_weight)
EDGE_FUNCTION(abc_network_add_bigint_bigint, true, &cv_bigint_weight)
EDGE_FUNCTION(abc_network_add_bigint_real, true, &cv_real_weight)
EDGE_FUNCTION(abc_network_add_bigint_float8, true, &cv_float8_weight)

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

CV_COMPARE(abc_network_send, abc_network_cmp, abc_network_eq, abc_network_ne, abc_network_lt, abc_network_le,
		   abc_network_gt, abc_network_ge, abc_network_hash, abc_network_hash_extended)
