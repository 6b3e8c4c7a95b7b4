/*
 * run_length.c - average run lengths.
 *
 * The run length L(z) from a state z solves an integral equation, 1 + the integral of L over where the next point
 * may lead (S. Crowder, "A Simple Method for Studying Run-Length Distributions of EWMA Charts", Technometrics 29,
 * 1987; J. Lucas and R. Crosier, Technometrics 24, 1982).  On the points of a Gauss-Legendre rule it is a chain with
 * an exit.  It is solved by eliminating states without a subtraction (W. Grassmann, M. Taksar, D. Heyman, Operations
 * Research 33, 1985), so that run lengths of 1e100 keep their digits, too.
 */
#include "monitor/core/run_length.h"

#include <math.h>

#include "num/special.h"

typedef struct Chain
{
	int			n;
	double	   *node;			/* states */
	double	   *weight;
	double	   *exit;			/* probability of a signal at the next point */
	double	   *steps;
	double	   *to;				/* n by n: probability of each state after it */
} Chain;

int
cv_run_points(double length)
{
	return 33 + 2 * (int) ceil(1.3 * length);
}

/* Points of the Gauss-Legendre rule between two numbers. */
static void
place_nodes(int n, double low, double high, double *node, double *weight)
{
	double		half = (high - low) / 2;

	for (int i = 0; i < n; i++)
	{
		double		x = cos(M_PI * (i + 0.75) / (n + 0.5));
		double		slope = 0;

		for (int round = 0; round < 100; round++)
		{
			double		p = 1,
						before = 0,
						step;

			for (int k = 1; k <= n; k++)
			{
				double		next = ((2 * k - 1) * x * p - (k - 1) * before) / k;

				before = p;
				p = next;
			}
			slope = n * (before - x * p) / (1 - x * x);
			step = p / slope;
			x -= step;
			if (fabs(step) < 1e-15)
				break;
		}
		node[n - 1 - i] = low + half * (1 + x);
		weight[n - 1 - i] = 2 * half / ((1 - x * x) * slope * slope);
	}
}

static Chain
new_chain(int n, double *scratch)
{
	Chain		chain = {n, scratch, scratch + n, scratch + 2 * n, scratch + 3 * n, scratch + 4 * n};

	return chain;
}

/* Steps until the exit, from state 0: the others are taken out one by one, the last first. */
static double
steps_to_exit(Chain *chain)
{
	int			n = chain->n;
	int64_t		done = 0;

	for (int i = 0; i < n; i++)
		chain->steps[i] = 1;
	for (int m = n - 1; m > 0; m--)
	{
		const double *from = chain->to + (size_t) m * n;
		double		leaves = chain->exit[m];

		cv_breathe_after(&done, (int64_t) m * m);
		for (int j = 0; j < m; j++)
			leaves += from[j];
		if (!(leaves > 0))
			return INFINITY;
		for (int i = 0; i < m; i++)
		{
			double	   *to = chain->to + (size_t) i * n;
			double		share = to[m] / leaves;

			for (int j = 0; j < m; j++)
				to[j] += share * from[j];
			chain->exit[i] += share * chain->exit[m];
			chain->steps[i] += share * chain->steps[m];
		}
	}
	return chain->steps[0] / chain->exit[0];
}

static inline double
density(double x)
{
	return 0.39894228040143267794 * exp(-x * x / 2);
}

/* One-sided: state 0 is the sum at 0, the others lie between 0 and h. */
static double
one_sided(double h, double k, double shift, double *scratch)
{
	int			points = cv_run_points(h);
	Chain		chain = new_chain(points + 1, scratch);

	chain.node[0] = 0;
	place_nodes(points, 0, h, chain.node + 1, chain.weight + 1);
	for (int i = 0; i < chain.n; i++)
	{
		double	   *to = chain.to + (size_t) i * chain.n;
		double		drift = chain.node[i] + shift - k;

		chain.exit[i] = cv_normal_tail(h - drift);
		to[0] = cv_normal_tail(drift);
		for (int j = 1; j < chain.n; j++)
			to[j] = chain.weight[j] * density(chain.node[j] - drift);
	}
	return steps_to_exit(&chain);
}

/* Both sides from zero (K. Kemp, "The Average Run Length of a Cumulative Sum Chart", Applied Statistics 10, 1961). */
double
cv_cusum_run_length(double h, double k, double shift, double *scratch)
{
	return 1 / (1 / one_sided(h, k, shift, scratch) + 1 / one_sided(h, k, -shift, scratch));
}

double
cv_ewma_stretch(double lambda, double width)
{
	return 2 * width / sqrt(lambda * (2 - lambda));
}

/* Steady limits.  State 0 is the target; the state is measured in lambda sigma, so that the step of a point is 1. */
double
cv_ewma_run_length(double lambda, double width, double shift, double *scratch)
{
	double		limit = cv_ewma_stretch(lambda, width) / 2;
	int			points = cv_run_points(2 * limit);
	Chain		chain = new_chain(points, scratch);
	double		middle;

	place_nodes(points, -limit, limit, chain.node, chain.weight);
	/* Their number is odd: the middle one is the target. */
	chain.node[points / 2] = chain.node[0];
	chain.node[0] = 0;
	middle = chain.weight[points / 2];
	chain.weight[points / 2] = chain.weight[0];
	chain.weight[0] = middle;
	for (int i = 0; i < points; i++)
	{
		double	   *to = chain.to + (size_t) i * points;
		double		center = (1 - lambda) * chain.node[i] + shift;

		chain.exit[i] = cv_normal_tail(limit - center) + cv_normal_tail(limit + center);
		for (int j = 0; j < points; j++)
			to[j] = chain.weight[j] * density(chain.node[j] - center);
	}
	return steps_to_exit(&chain);
}
