/*
 * receivers.h - where cost ends: solved, and rounded once, by largest remainder.
 */
#ifndef CV_RECEIVERS_H
#define CV_RECEIVERS_H

#include "costing/cost_model.h"

/* Where cost ends: nodes that keep it, in order of names, and their amounts. */
typedef struct CvReceivers
{
	CvDD	   *x;				/* of every node: cost put on it, then throughput */
	int64		n;
	int		   *node;
	cv_int128  *grains;
	int64	   *units;
} CvReceivers;

extern CvReceivers cv_receivers_new(const CvCostModel *model);

/* The cost on all nodes of a model, and its total. */
extern int64 cv_cost_put_cost(const CvCostModel *model, CvDD *x);

/* Solve for the cost in x; false when the result is not exact enough to be rounded. */
extern bool cv_cost_is_solved(CvCostModel *model, CvDD *x, double most);

/* Let the cost in x flow; all nodes that keep cost, or those that get some. */
extern bool cv_cost_receive(CvCostModel *model, CvReceivers *r, bool all);

/* An amount in grains: a solution counts as exact to one. */
extern cv_int128 cv_cost_grains(CvDD amount);

/*
 * Round n amounts in grains to units that add up to total; false where an error of the solution could decide who gets
 * a unit.
 */
extern bool cv_cost_round_amounts(const cv_int128 *grains, int64 n, int64 total, double error, int64 *units);

/* All cost of a model at its receivers, in units. */
extern bool cv_cost_receive_all(CvCostModel *model, CvReceivers *r);

extern void cv_cost_refuse_inexact(void);

extern Datum cv_cost_units_datum(int64 units, int scale);

#endif							/* CV_RECEIVERS_H */
