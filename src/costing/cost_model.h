/*
 * cost_model.h - a cost network with cost on it, examined and ready to be solved.
 *
 * A network's nodes pass on what they get in proportion to their drivers; nodes without
 * outgoing edges keep it.  Three methods differ in the edges that count:
 *
 *	direct		only those to final receivers
 *	step		those to nodes later in a given order and to final receivers
 *	reciprocal	all; simultaneous equations, self-service included
 */
#ifndef CV_COST_MODEL_H
#define CV_COST_MODEL_H

#include "pg/network.h"

#include "costing/core/flow.h"

/* What scale is when it is not given, as sql/install says. */
#define CV_COST_SCALE 2

/* Amounts in units of the scale stay below this. */
#define CV_UNITS_MAX INT64CONST(1000000000000000000)

/* A component is solved to this part of a unit, well below what decides who gets a unit. */
#define CV_COST_TOLERANCE 1e-12

typedef enum CvCostMethod
{
	CV_DIRECT,
	CV_STEP,
	CV_RECIPROCAL
} CvCostMethod;

/* A network with costs on it, ready to be solved. */
typedef struct CvCostModel
{
	CvNetwork  *net;
	int			n;
	int			scale;
	CvCostMethod method;
	int64	   *own;			/* cost put on each node, in units */
	bool	   *has_account;
	bool	   *sink;			/* nodes without outgoing edges */
	bool	   *self;			/* nodes that serve themselves, in the reciprocal method */
	CvDD	   *rounds;			/* 1 / (1 - share that a node passes to itself) */
	bool	   *reached;		/* cost other than 0 can get there */
	double		error;			/* bound of the error of the last solution, in units */
	CvFlow		flow;
} CvCostModel;

/*
 * Where the rules of a model are listed, a row each; where there is no such list, the first error is raised.
 */
typedef struct CvFindings
{
	CvTable		table;
	MemoryContext row;			/* memory of one finding */
	int			errors;
} CvFindings;

extern bool cv_find(CvFindings *findings, bool error, const char *code, char *node, char *detail);

/* The arguments that abc_flow and its sisters share; false when one is NULL. */
extern bool cv_cost_model_args(FunctionCallInfo fcinfo, CvCostModel *model);

/* A model by the reciprocal method of the first three arguments: with findings they are listed, else raised. */
extern void cv_cost_model_reciprocal(FunctionCallInfo fcinfo, int scale, CvFindings *findings, CvCostModel *model);

extern char *cv_cost_node_name(const CvCostModel *model, int node);

/* A driver, which is below 10^36; sums of drivers may not fit an integer. */
static inline CvDD
cv_driver_dd(const CvNetworkEdge *edge)
{
	return cv_dd_from_int((cv_int128) cv_network_driver(edge));
}

/* Would some cost on this node get where it cannot leave? */
extern bool cv_cost_may_be_trapped(const CvCostModel *model, int node);

#endif							/* CV_COST_MODEL_H */
