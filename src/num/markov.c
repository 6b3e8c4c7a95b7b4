/*
 * markov.c - Markov chains of segments.
 *
 * Which states are left for ever is decided on the graph.  Equations are solved by the
 * elimination of W. Grassmann, M. Taksar and D. Heyman ("Regenerative Analysis and Steady
 * State Distributions for Markov Chains", Operations Research 33, 1985), which subtracts
 * nothing: what leaves a state is added up from where it goes, so every result has nearly
 * all its digits however slowly the chain moves.
 */
#include "num/markov.h"

#include <string.h>

/* reach[i * n + j]: j can be reached from i, in no step or more. */
static void
find_reach(const double *p, int n, bool *reach, int *queue)
{
	memset(reach, 0, (size_t) n * n * sizeof(bool));
	for (int i = 0; i < n; i++)
	{
		int			head = 0;
		int			tail = 0;

		queue[tail++] = i;
		reach[i * n + i] = true;
		while (head < tail)
		{
			int			at = queue[head++];

			CV_BREATHE_OFTEN(head);
			for (int j = 0; j < n; j++)
			{
				if (p[at * n + j] > 0 && !reach[i * n + j])
				{
					reach[i * n + j] = true;
					queue[tail++] = j;
				}
			}
		}
	}
}

/*
 * Tell what each state is; the number of sets of states that are never left is returned.
 * reach has room for n * n, and in the end tells which state can be reached from which.
 */
int
cv_markov_classify(const double *p, int n, CvMarkovState *state, bool *reach)
{
	int			closed = 0;

	find_reach(p, n, reach, (int *) state);
	/* Closed: it can be reached from wherever one gets from it. */
	for (int i = 0; i < n; i++)
	{
		bool		returns = true;
		int			first = i;

		for (int j = 0; j < n; j++)
		{
			if (reach[i * n + j] && !reach[j * n + i])
				returns = false;
			if (reach[i * n + j] && j < first)
				first = j;
		}
		closed += returns && first == i;
		state[i] = !returns ? CV_MARKOV_TRANSIENT : CV_MARKOV_RECURRENT;
	}
	for (int i = 0; i < n; i++)
	{
		bool		alone = state[i] == CV_MARKOV_RECURRENT;

		for (int j = 0; j < n; j++)
			alone = alone && (j == i || !reach[i * n + j]);
		if (alone)
			state[i] = CV_MARKOV_ABSORBING;
	}
	for (int i = 0; i < n; i++)
	{
		for (int j = 0; j < n && state[i] == CV_MARKOV_TRANSIENT; j++)
		{
			if (reach[i * n + j] && state[j] == CV_MARKOV_RECURRENT)
				state[i] = CV_MARKOV_ELSEWHERE;
		}
	}
	return closed;
}

/* The long-run shares of a chain in which every state can be reached; p is used up. */
void
cv_markov_stationary(double *p, int n, double *share)
{
	double		total = 0;
	double		largest = 1;

	for (int k = n - 1; k > 0; k--)
	{
		double		leaves = 0;

		for (int j = 0; j < k; j++)
			leaves += p[k * n + j];
		for (int i = 0; i < k; i++)
		{
			double		f = p[i * n + k] /= leaves;

			CV_BREATHE_OFTEN(i);
			for (int j = 0; j < k && f > 0; j++)
				p[i * n + j] += f * p[k * n + j];
		}
	}
	for (int k = 0; k < n; k++)
	{
		share[k] = k == 0;
		for (int i = 0; i < k; i++)
			share[k] += share[i] * p[i * n + k];
		/* Where the chain drifts, the first shares are as nothing beside the last. */
		largest = share[k] > largest ? share[k] : largest;
		for (int i = 0; i <= k && largest > 1e150; i++)
			share[i] *= 1e-150;
		largest = largest > 1e150 ? largest * 1e-150 : largest;
	}
	for (int k = 0; k < n; k++)
		total += share[k];
	for (int k = 0; k < n; k++)
		share[k] /= total;
}

/*
 * Solve x = b + A x into b, where row i of A and leak[i] together add up to 1 and
 * every state leaks in the end.  a and leak are used up.
 */
void
cv_markov_solve(double *a, double *leak, double *b, int n)
{
	for (int k = n - 1; k >= 0; k--)
	{
		double		leaves = leak[k];

		for (int j = 0; j < k; j++)
			leaves += a[k * n + j];
		for (int i = 0; i < k; i++)
		{
			double		f = a[i * n + k] / leaves;

			CV_BREATHE_OFTEN(i);
			for (int j = 0; j < k && f > 0; j++)
				a[i * n + j] += f * a[k * n + j];
			leak[i] += f * leak[k];
			b[i] += f * b[k];
		}
		a[k * n + k] = leaves;
	}
	for (int k = 0; k < n; k++)
	{
		for (int j = 0; j < k; j++)
			b[k] += a[k * n + j] * b[j];
		b[k] /= a[k * n + k];
	}
}
