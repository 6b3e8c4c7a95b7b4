/*
 * model.h - a cost model that is solved, for those who explain and compare such.
 */
#ifndef CV_COSTING_MODEL_H
#define CV_COSTING_MODEL_H

#include "pg/network.h"

#include "costing/core/flow.h"
#include "utils/array.h"

/* By the reciprocal method.  Arrays are by node of the network. */
typedef struct CvCostModel
{
	CvNetwork  *net;
	int			n;
	int			scale;
	const int64 *own;			/* cost put on each node, in units of the scale */
	const bool *sink;			/* nodes that pass nothing on */
	const CvDD *rounds;			/* 1 / (1 - share that a node passes to itself) */
	CvFlow	   *flow;			/* without what nodes pass to themselves */
	CvDD	   *x;				/* throughput of each node; of a sink, what ends there */
	int64	   *units;			/* the amounts of the sinks, as abc_flow rounds them; else 0 */
	double		error;			/* bound of the error of all sinks together, in units */
} CvCostModel;

/* Errors: as abc_flow. */
extern CvCostModel cv_cost_model(Datum net, ArrayType *accounts, ArrayType *amounts, int scale);

/* Round amounts, which have double-double digits, to units that add up to a total; or 22003. */
extern void cv_cost_round(const CvDD *x, int n, int64 total, double error, int64 *units);

extern void cv_refuse_inexact_cost(void);
extern Datum cv_units_datum(int64 units, int scale);

#endif							/* CV_COSTING_MODEL_H */
