/*
 * markov.c - chains of segments: long run, time until absorbed, classes.
 */
#include <math.h>
#include <string.h>

#include "num/markov.h"
#include "unit.h"

#define MOST 12

/* A random chain in which every state can be reached; some moves are very rare. */
static void
random_chain(uint64_t *seed, int n, double *p)
{
	for (int i = 0; i < n; i++)
	{
		double		sum = 0;

		for (int j = 0; j < n; j++)
		{
			double		u = (double) (unit_random(seed) >> 11) * 0x1p-53;

			p[i * n + j] = unit_random(seed) % 3 == 0 ? 0 : pow(10, -12 * u);
			if (j == (i + 1) % n)
				p[i * n + j] += 1e-9;
			sum += p[i * n + j];
		}
		for (int j = 0; j < n; j++)
			p[i * n + j] /= sum;
	}
}

static void
check_stationary(uint64_t *seed)
{
	int			n = 2 + (int) (unit_random(seed) % (MOST - 1));
	double		p[MOST * MOST],
				copy[MOST * MOST],
				share[MOST];
	CvMarkovState state[MOST];
	bool		reach[MOST * MOST];

	random_chain(seed, n, p);
	CHECK(cv_markov_classify(p, n, state, reach) == 1);
	memcpy(copy, p, sizeof(p));
	cv_markov_stationary(copy, n, share);
	for (int j = 0; j < n; j++)
	{
		double		next = 0;

		for (int i = 0; i < n; i++)
			next += share[i] * p[i * n + j];
		CHECK_WITHIN(next, share[j], 1e-14 * (share[j] + 1e-3));
		CHECK(share[j] > 0);
	}
}

/* x = b + A x, with what leaves the chain. */
static void
check_solve(uint64_t *seed)
{
	int			n = 1 + (int) (unit_random(seed) % MOST);
	double		p[MOST * MOST],
				a[MOST * MOST],
				leak[MOST],
				b[MOST],
				x[MOST];

	random_chain(seed, n, p);
	for (int i = 0; i < n; i++)
	{
		leak[i] = pow(10, -3.0 * (double) (unit_random(seed) % 4));
		b[i] = (double) (unit_random(seed) % 1000);
		for (int j = 0; j < n; j++)
			p[i * n + j] *= 1 - leak[i];
	}
	memcpy(a, p, sizeof(p));
	memcpy(x, b, sizeof(b));
	cv_markov_solve(a, leak, x, n);
	for (int i = 0; i < n; i++)
	{
		double		right = b[i];

		for (int j = 0; j < n; j++)
			right += p[i * n + j] * x[j];
		CHECK_WITHIN(right, x[i], 1e-12 * fabs(x[i]) + 1e-9);
	}
}

static void
check_classes(void)
{
	/* 0 may go to 1 (absorbing) or 2; 2 and 3 are a circle; 4 goes to 1 only. */
	double		p[25] = {0, 0.5, 0.5, 0, 0,
		0, 1, 0, 0, 0,
		0, 0, 0, 1, 0,
		0, 0, 1, 0, 0,
	0, 1, 0, 0, 0};
	CvMarkovState state[5];
	bool		reach[25];

	CHECK(cv_markov_classify(p, 5, state, reach) == 2);
	CHECK(state[0] == CV_MARKOV_ELSEWHERE);
	CHECK(state[1] == CV_MARKOV_ABSORBING);
	CHECK(state[2] == CV_MARKOV_RECURRENT && state[3] == CV_MARKOV_RECURRENT);
	CHECK(state[4] == CV_MARKOV_TRANSIENT);
	CHECK(cv_markov_classify(p, 0, state, reach) == 0);
}

void
test_markov(void)
{
	uint64_t	seed = 3;

	for (int round = 0; round < 300; round++)
	{
		check_stationary(&seed);
		check_solve(&seed);
	}
	check_classes();
}
