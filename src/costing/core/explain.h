/*
 * explain.h - by which ways did cost get to a node?
 */
#ifndef CV_EXPLAIN_H
#define CV_EXPLAIN_H

#include "costing/core/flow.h"

/*
 * A way, from the node that cost was put on to the target.  Of nodes that serve each other it names where cost came in
 * and, unless that is the same, where it went out: all rounds in between are added up.
 */
typedef struct CvPath
{
	double		amount;			/* about; it orders the paths */
	int			length;
	int		   *node;
} CvPath;

typedef struct CvExplanation
{
	CvFlow	   *flow;			/* prepared */
	const double *own;			/* cost put on each node */
	int			target;
	int			most;			/* paths to be found */
	size_t		budget;			/* bytes for visits within components */

	/* Set by cv_explain. */
	int			npaths;
	CvPath	   *path;			/* the largest first, by absolute amount */
	bool		all;			/* there are no others */
} CvExplanation;

extern bool cv_explain(CvExplanation *e);

/*
 * The part of the cost put on a path's first node that takes it; the rounds between two nodes of one component are
 * asked for.
 */
typedef CvDD (*CvRounds) (void *data, int from, int to);

extern CvDD cv_path_share(const CvFlow *flow, const CvPath *path, CvRounds rounds, void *data);

#endif							/* CV_EXPLAIN_H */
