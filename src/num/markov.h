/*
 * markov.h - Markov chains of segments: who goes where, in the long run.
 *
 * A chain is an n by n matrix of probabilities, row by row; the caller gives all memory.
 */
#ifndef CV_MARKOV_H
#define CV_MARKOV_H

#include "num/num.h"

/* What becomes of a state in the long run. */
typedef enum CvMarkovState
{
	CV_MARKOV_TRANSIENT,		/* left for ever, sooner or later, for absorbing states only */
	CV_MARKOV_ABSORBING,		/* never left */
	CV_MARKOV_RECURRENT,		/* of a cycle of states that is never left */
	CV_MARKOV_ELSEWHERE			/* may end in such a cycle */
} CvMarkovState;

extern int	cv_markov_classify(const double *p, int n, CvMarkovState *state, bool *reach);
extern void cv_markov_stationary(double *p, int n, double *share);
extern void cv_markov_solve(double *a, double *leak, double *b, int n);

#endif							/* CV_MARKOV_H */
