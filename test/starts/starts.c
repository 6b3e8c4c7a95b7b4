/*
 * starts.c - is the maximum that a fit finds the highest?
 *
 * starts SECONDS SEED [SUMMARY]: random sets of customers, of many sizes and with exact and coarse times, made as each
 * model says, and samples of the customers in the file SUMMARY (id, x, .., days of t_x and t in columns 6 and 7), and a
 * fit of each family with several maxima to each, whatever made it; some with a covariate of purchases and one of
 * stopping.  Every fit is held against searches from 30 random starts; printed is how many fits have a lower
 * log-likelihood than the best of those, and by how much.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "clv/core/bgnbd.h"
#include "clv/core/purchase.h"
#include "../unit/unit.h"

#define OTHERS 30
#define MOST_ROWS 20000
#define SHORT 0.01				/* of a log-likelihood: less tells nothing */

static uint64_t seed;
/* x, t_x, t, covariates of purchases and of stopping or none, weight */
static double rows[(MOST_ROWS + CV_MOST_SAMPLED) * 6];
static double real[10000][3];
static int	reals;

static double
uniform(void)
{
	return ((double) (unit_random(&seed) >> 11) + 0.5) * 0x1p-53;
}

static double
between(double low, double high)
{
	return exp(log(low) + (log(high) - log(low)) * uniform());
}

/* G. Marsaglia and W. Tsang, ACM TOMS 26, 2000. */
static double
random_gamma(double shape)
{
	double		d = shape + 2 / 3.0;

	for (;;)
	{
		double		z = sqrt(-2 * log(uniform())) * cos(6.283185307179586 * uniform());
		double		v = pow(1 + z / sqrt(9 * d), 3);

		if (v > 0 && log(uniform()) < z * z / 2 + d - d * v + d * log(v))
			return d * v * pow(uniform(), 1 / shape);
	}
}

static double
random_beta(double a, double b)
{
	double		x = random_gamma(a);

	return x / (x + random_gamma(b));
}

/* What makes a set of customers: a family, or NULL for real ones. */
typedef struct Maker
{
	CvFamily	family;
	double		p[4];
	double		longest;		/* watched for so long */
	bool		equal;			/* all of them */
	double		unit;			/* times are multiples of it, a part of a week or some; 0: days */
	int			covariates;		/* 0 or 2 */
} Maker;

static void
random_customer(const Maker *m, double *row)
{
	double		t = m->longest * (m->equal ? 1 : 0.3 + 0.7 * uniform());
	double		rate = random_gamma(m->p[0]) / m->p[1] * (m->covariates > 0 ? exp(0.4 * row[3]) : 1);
	double		stops = m->family == &cv_pareto_nbd ?
		-log(uniform()) * m->p[3] / random_gamma(m->p[2]) / (m->covariates > 0 ? exp(0.6 * row[4]) : 1) : INFINITY;
	double		chance = m->family == &cv_pareto_nbd ? 0 : random_beta(m->p[2], m->p[3]);
	double		day = m->unit > 0 ? m->unit : 1 / 7.0;
	double		at = 0;

	t = fmax(day, floor(t / day) * day);
	row[0] = row[1] = 0;
	row[2] = t;
	if (m->family == &cv_mbgnbd && uniform() < chance)
		return;
	for (int i = 0; i < 3000; i++)
	{
		at -= log(uniform()) / rate;
		if (!(at < fmin(t, stops)))
			return;
		/* Purchases of one day are one; those of the first, none. */
		if (floor(at * 7) > floor(row[1] * 7))
		{
			row[0]++;
			row[1] = at;
		}
		if (uniform() < chance)
			return;
	}
}

static void
random_donor(const Maker *m, double *row)
{
	double		n = m->equal ? m->longest : 1 + floor(m->longest * uniform());
	double		buys = random_beta(m->p[0], m->p[1]);
	double		stops = random_beta(m->p[2], m->p[3]);

	row[0] = row[1] = 0;
	row[2] = n;
	for (int j = 1; j <= n && uniform() >= stops; j++)
	{
		if (uniform() < buys)
		{
			row[0]++;
			row[1] = j;
		}
	}
}

static int	compared;			/* columns */

static int
by_row(const void *a, const void *b)
{
	for (int i = 0; i < compared; i++)
	{
		double		left = ((const double *) a)[i];
		double		right = ((const double *) b)[i];

		if (left != right)
			return left > right ? 1 : -1;
	}
	return 0;
}

/* Times as coarse as the clock, and never 0 after a purchase. */
static void
round_up(double *row, double unit)
{
	row[2] = ceil(row[2] / unit - 1e-9) * unit;
	row[1] = row[0] > 0 ? fmin(row[2], fmax(unit, ceil(row[1] / unit - 1e-9) * unit)) : 0;
}

/* The rows of a random set, sorted and equal ones as one; how many. */
static int
random_set(Maker *m, int customers)
{
	int			width = 4 + m->covariates;
	int			n = 0;

	m->equal = uniform() < 0.5;
	m->unit = uniform() < 0.5 ? 0 : uniform() < 0.5 ? 1 : 4 + floor(2 * uniform());
	m->longest = m->family == &cv_bgbb ? floor(3 + 12 * uniform()) : between(10, 100);
	for (int i = 0; i < 4; i++)
		m->p[i] = m->family == &cv_bgbb ? between(0.2, 6) : between(0.1, 5);
	if (m->family != &cv_bgbb)
		m->p[1] = between(1, 60);
	if (m->family == &cv_pareto_nbd)
		m->p[3] = between(2, 100);
	for (int i = 0; i < customers; i++)
	{
		double	   *row = rows + i * width;

		for (int k = 3; k < width - 1; k++)
			row[k] = floor(3 * uniform());
		row[width - 1] = 1;
		if (m->family == NULL)
			memcpy(row, real[unit_random(&seed) % reals], 3 * sizeof(double));
		else if (m->family == &cv_bgbb)
			random_donor(m, row);
		else
			random_customer(m, row);
		if (m->family != &cv_bgbb)
			round_up(row, m->unit > 0 ? m->unit : 1 / 7.0);
	}
	compared = width - 1;
	qsort(rows, customers, width * sizeof(double), by_row);
	for (int i = 0; i < customers; i++)
	{
		if (n > 0 && by_row(rows + i * width, rows + (n - 1) * width) == 0)
			rows[n * width - 1]++;
		else
			memmove(rows + n++ * width, rows + i * width, width * sizeof(double));
	}
	return n;
}

/* From anywhere. */
static void
random_start(const CvCustomers *c, CvNewton *fit)
{
	double		x = 0;
	double		t = 0;
	double		weight = 0;
	double		p[4];

	int			width = 4 + c->covariates[0] + c->covariates[1];

	for (int64_t i = 0; i < c->n; i++)
	{
		const double *row = c->row + i * width;

		x += row[0] * row[width - 1];
		t += row[2] * row[width - 1];
		weight += row[width - 1];
	}
	for (int i = 0; i < 4; i++)
		p[i] = between(0.03, 50);
	if (c->family != &cv_bgbb)
		p[1] = p[0] * t / x * between(0.03, 3);
	if (c->family == &cv_pareto_nbd)
		p[3] *= t / weight / 3;
	for (int i = 0; i < 4; i++)
		fit->x[i] = log(p[i]);
	for (int i = 4; i < width; i++)
		fit->x[i] = 2 * uniform() - 1;
	fit->n = width;
	fit->farthest = 15;
	cv_newton(cv_purchase_loglik, c, fit);
}

typedef struct Tally
{
	long		fits;
	long		converged;
	long		flat;
	long		failed;
	long		lower;			/* converged, with a log-likelihood lower than that of another start */
	double		worst;
	long		flat_lower;
	double		flat_worst;
	long		identified;		/* flat or failed, where another start has a maximum as high */
} Tally;

static Tally tally[3][CV_FAMILY_COUNT];	/* made, real, with covariates */

static int
place_of(CvFamily family)
{
	int			i = 0;

	while (cv_families[i] != family)
		i++;
	return i;
}

static void
try_set(CvFamily family, int n, Tally *to, const Maker *m, int customers, bool verbose)
{
	CvCustomers c = {.family = family, .row = rows, .n = n, .covariates = {m->covariates / 2, m->covariates / 2},
		.spare = rows + (4 + m->covariates) * n};
	CvNewton	fit = {0};
	CvNewton	best = {.value = -INFINITY};
	double		gap;

	if (!cv_purchase_fit(&c, &fit))
		return;
	for (int i = 0; i < OTHERS; i++)
	{
		CvNewton	other = {0};

		random_start(&c, &other);
		if ((other.converged || other.flat) &&
			(other.value > best.value + 1e-6 || (other.converged && other.value > best.value - 1e-6)))
			best = other;
	}
	gap = best.value - fit.value;
	to->fits++;
	to->converged += fit.converged;
	to->flat += fit.flat;
	to->failed += !fit.converged && !fit.flat;
	to->lower += fit.converged && gap > SHORT;
	to->flat_lower += fit.flat && gap > SHORT;
	if (fit.converged)
		to->worst = fmax(to->worst, gap);
	if (fit.flat)
		to->flat_worst = fmax(to->flat_worst, gap);
	to->identified += !fit.converged && best.converged && gap > -1e-3;
	if (verbose && (gap > SHORT || (!fit.converged && !fit.flat)))
		printf("# %s of %d customers, %d rows, made by %s, unit %g, %d covariates, %s: %.4f at %.4g %.4g %.4g %.4g, "
			   "%s, but %.4f at %.4g %.4g %.4g %.4g, %s\n", family->name, customers, n,
			   m->family != NULL ? m->family->name : "life", m->unit, m->covariates, m->equal ? "equal" : "not equal",
			   fit.value, exp(fit.x[0]), exp(fit.x[1]), exp(fit.x[2]), exp(fit.x[3]),
			   fit.converged ? "converged" : fit.flat ? "flat" : "failed",
			   best.value, exp(best.x[0]), exp(best.x[1]), exp(best.x[2]), exp(best.x[3]),
			   best.converged ? "converged" : "flat");
}

static void
read_real(const char *path)
{
	FILE	   *file = fopen(path, "r");
	char		line[1000];

	while (file != NULL && reals < 10000 && fgets(line, sizeof(line), file) != NULL)
	{
		double		x;
		double		t_x;
		double		t;

		if (sscanf(line, "%*[^,],%lf,%*[^,],%*[^,],%*[^,],%lf,%lf", &x, &t_x, &t) == 3)
			memcpy(real[reals++], (double[3]) {x, t_x / 7, t / 7}, 3 * sizeof(double));
	}
	if (file != NULL)
		fclose(file);
}

int
main(int argc, char **argv)
{
	static const CvFamily timed[] = {&cv_bgnbd, &cv_mbgnbd, &cv_pareto_nbd};
	double		seconds = argc > 1 ? atof(argv[1]) : 60;
	bool		verbose = getenv("CUSTVALUE_VERBOSE") != NULL;
	clock_t		start = clock();
	long		sets = 0;
	long		lower = 0;

	seed = argc > 2 ? (uint64_t) atoll(argv[2]) : 1;
	if (argc > 3)
		read_real(argv[3]);
	for (; clock() - start < seconds * CLOCKS_PER_SEC; sets++)
	{
		static const CvFamily maker[] = {&cv_bgnbd, &cv_mbgnbd, &cv_pareto_nbd, &cv_bgbb, NULL};
		Maker		m = {.family = maker[sets % (reals > 0 ? 5 : 4)]};
		int			customers = (int) (m.family == NULL ? between(60, 400) :
									   sets % 97 == 0 ? between(2000, MOST_ROWS) : between(50, 1500));
		int			n;

		m.covariates = m.family != &cv_bgbb && uniform() < 0.15 ? 2 : 0;
		n = random_set(&m, customers);

		if (m.family == &cv_bgbb)
			try_set(&cv_bgbb, n, &tally[0][place_of(&cv_bgbb)], &m, customers, verbose);
		for (int i = 0; i < 3 && m.family != &cv_bgbb; i++)
		{
			/* The MBG/NBD has no covariates. */
			if (m.covariates == 0 || timed[i] != &cv_mbgnbd)
				try_set(timed[i], n, &tally[m.covariates > 0 ? 2 : m.family == NULL][place_of(timed[i])], &m, customers,
						verbose);
		}
	}
	printf("%ld sets, %d starts beside each fit\n", sets, OTHERS);
	for (int made = 0; made < 3; made++)
	{
		for (int family = 0; family < CV_FAMILY_COUNT; family++)
		{
			const Tally *t = &tally[made][family];

			if (t->fits == 0)
				continue;
			printf("%-10s %-6s: %ld fits; %ld converged, %ld of them lower than another start by more than %g (at most "
				   "%.3f); %ld not identified, %ld of them lower (at most %.3f); %ld failed; %ld identified by another "
				   "start\n",
				   cv_families[family]->name, made == 0 ? "made" : made == 1 ? "real" : "covars", t->fits, t->converged,
				   t->lower, SHORT, fmax(0, t->worst), t->flat, t->flat_lower, fmax(0, t->flat_worst), t->failed,
				   t->identified);
			lower += made < 2 ? t->lower : 0;	/* covariates open ridges that few searches find */
		}
	}
	return lower > 0;
}
