/*
 * flow.h - where cost ends that nodes pass on to each other.
 *
 * Each node passes all it gets to others in fixed shares that sum to 1, so the flow is
 * an absorbing Markov chain: with c the nodes' own cost and Q the shares among nodes that
 * pass cost on, throughput is x = c + Q'x, and what arrives at nodes that pass nothing on
 * is the answer (J. Kemeny and J. Snell, "Finite Markov Chains", 1960; reciprocal method
 * of cost accounting).
 */
#ifndef CV_FLOW_H
#define CV_FLOW_H

#include "num/dd.h"

typedef struct CvFlow
{
	/* Set by the caller. */
	int			n;				/* nodes */
	const int64_t *first;		/* n + 1: edges of node v are first[v] .. first[v + 1] - 1 */
	const int  *target;			/* of each edge; never the node itself */
	const CvDD *share;			/* of each edge; a node's shares sum to 1 */
	const bool *sink;			/* of each node: keeps what it gets */
	double		tolerance;		/* errors up to here need not be made smaller */
	void	   *(*alloc) (size_t size); /* memory of any size, or it does not return */
	void		(*release) (void *memory);

	/* Set by cv_flow_prepare. */
	int			ncomponents;	/* strongly connected ones; cost flows to lower numbers */
	int		   *component;		/* of each node */
	int		   *member;			/* nodes, by component */
	int		   *member_first;	/* ncomponents + 1 */
	int		   *place;			/* of each node among its component's members */
	bool	   *leaves;			/* of each component: its cost can reach a sink */
	int		   *level;			/* of each component: longest way from a start */
	double	  **lu;				/* of each component: factors, once they are needed */
	size_t		lu_bytes;		/* of all of them */
	double	   *work;
	CvDD	   *work_dd;
} CvFlow;

extern void cv_flow_prepare(CvFlow *flow);
extern bool cv_flow_solve(CvFlow *flow, CvDD *x, double *error);
extern bool cv_flow_visits(CvFlow *flow, int node, double *visits);

#endif							/* CV_FLOW_H */
