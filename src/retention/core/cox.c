/*
 * cox.c - proportional hazards by maximum partial likelihood.
 *
 * Newton's method on regressors in standard deviations from their means, halving steps that go
 * down.  At a time with d events, Efron's rule takes the k-th of them (k = 0 .. d - 1) out of a
 * risk set from which k / d of those with the event are already gone (B. Efron, JASA 72, 1977); Breslow's out of
 * the full one.  So every sum over the d events is a sum of a few powers of 1 / denominator, which
 * multiply sums over the risk set.  Rows are visited from the last time to the first.
 *
 * There is no finite estimate where some combination of regressors is largest, at every event, for who has
 * the event: the likelihood then rises for ever, each step as long as the one before, and what is still to
 * gain falls by 1 / e with each.  That is how it is told, as in logistic regression.
 */
#include "retention/core/cox.h"

#include <math.h>
#include <string.h>

#include "num/sort.h"
#include "num/symmetric.h"

#define MOST_ITERATIONS 200
#define SHORT_STEP 1e-18		/* squared length, in standard errors, after which the estimate is exact */
#define MOST_LINEAR_STEPS 25

/* Less information, in parts of what is left with the others known, tells nothing of a regressor. */
#define ALIAS_TOLERANCE 1e-11

/* A standard deviation below this part of the mean is rounding. */
#define ROUNDING 1e-15

/* Where a matrix row begins in sums of the lower half. */
#define LOWER(i, j) ((i) * ((i) + 1) / 2 + (j))

/* Sums over a set of rows of weight times hazard: of 1, of each regressor, of each product of two. */
typedef struct Sums
{
	double	   *sum;
	double	   *rest;			/* what rounding took from sum; NULL where nothing is taken out again */
} Sums;

/* A time with events. */
typedef struct Tie
{
	int64_t		row;			/* one of the rows with the event */
	double		d;				/* events, and their weight */
	double		weight;
	double		linear;			/* sum of weight times linear predictor */
	/* sums over the d denominators D: of 1 / D, f / D, 1 / D^2, f / D^2, f^2 / D^2, log D */
	double		a0,
				a1,
				b0,
				b1,
				b2,
				logs;
} Tie;

typedef struct Pass Pass;

/* What is done with each time that has events. */
typedef void (*Visit) (Pass *pass, const Tie *tie);

struct Pass
{
	CvCox	   *m;
	Visit		visit;
	double		highest;		/* linear predictor: hazards count in parts of its own */
	Sums		risk;
	Sums		tied;
	double	   *x;				/* sum of weight times regressors of those with the event */
	double	   *gradient;
	double	   *information;
	double	   *part;			/* information of one time */
	double		loglik;
	double	   *step;
	double	   *next;

	/* For the test of proportionality. */
	CvCoxTest  *test;
	double	   *late_gradient;
	double	   *cross;
	double	   *late;

	/* For the baseline. */
	CvCoxStep  *baseline;
	double	   *slope;
	int64_t		at;
};

static int
sums_length(int p)
{
	return 1 + p + p * (p + 1) / 2;
}

static double *
row_at(const CvCox *m, int64_t i)
{
	return m->row + i * CV_COX_WIDTH(m->p);
}

/* Weight of a row, and of all that are like it. */
static double
weight_of(const CvCox *m, const double *row)
{
	return row[CV_COX_X + m->p] * row[CV_COX_X + m->p + 1];
}

static int32_t
stratum_of(const CvCox *m, int64_t i)
{
	return m->stratum == NULL ? 0 : m->stratum[i];
}

static Pass
lay_out(CvCox *m, Visit visit)
{
	int			p = m->p;
	int			length = sums_length(p);
	double	   *at = m->work;
	Pass		pass = {.m = m, .visit = visit};

	pass.risk.sum = at;
	pass.risk.rest = m->by_entry != NULL ? at + length : NULL;
	pass.tied.sum = at + 2 * length;
	pass.x = at + 3 * length;
	pass.gradient = pass.x + p;
	pass.step = pass.gradient + p;
	pass.next = pass.step + p;
	pass.late_gradient = pass.next + p;
	pass.information = pass.late_gradient + p;
	pass.part = pass.information + p * p;
	pass.cross = pass.part + p * p;
	pass.late = pass.cross + p * p;
	return pass;
}

/* sum += x, keeping what rounding takes. */
static inline void
add_exactly(double *sum, double *rest, double x)
{
	double		s = *sum + x;
	double		bb = s - *sum;

	*rest += (*sum - (s - bb)) + (x - bb);
	*sum = s;
}

/* A row, weighing this much, comes into sums or, with a negative weight, leaves them. */
static void
add_row(const Sums *sums, const double *z, int p, double weight)
{
	int			k = 1 + p;

	if (sums->rest != NULL)
	{
		add_exactly(&sums->sum[0], &sums->rest[0], weight);
		for (int i = 0; i < p; i++)
		{
			double		zi = weight * z[i];

			add_exactly(&sums->sum[1 + i], &sums->rest[1 + i], zi);
			for (int j = 0; j <= i; j++, k++)
				add_exactly(&sums->sum[k], &sums->rest[k], zi * z[j]);
		}
		return;
	}
	sums->sum[0] += weight;
	for (int i = 0; i < p; i++)
	{
		double		zi = weight * z[i];

		sums->sum[1 + i] += zi;
		for (int j = 0; j <= i; j++)
			sums->sum[k++] += zi * z[j];
	}
}

static double
read_sum(const Sums *sums, int i)
{
	return sums->rest == NULL ? sums->sum[i] : sums->sum[i] + sums->rest[i];
}

static void
clear_sums(const Sums *sums, int p)
{
	memset(sums->sum, 0, sums_length(p) * sizeof(double));
	if (sums->rest != NULL)
		memset(sums->rest, 0, sums_length(p) * sizeof(double));
}

/* The denominators of a time with d events. */
static void
add_denominators(const Pass *pass, Tie *tie)
{
	double		all = read_sum(&pass->risk, 0);
	double		gone = pass->m->breslow ? 0 : pass->tied.sum[0] / tie->d;
	int64_t		n = pass->m->breslow ? 1 : (int64_t) tie->d;
	double		times = pass->m->breslow ? tie->d : 1;

	for (int64_t k = 0; k < n; k++)
	{
		double		f = pass->m->breslow ? 0 : (double) k / tie->d;
		double		inverse = times / (all - (double) k * gone);

		CV_BREATHE(k);
		tie->a0 += inverse;
		tie->a1 += f * inverse;
		tie->b0 += inverse * inverse / times;
		tie->b1 += f * inverse * inverse / times;
		tie->b2 += f * f * inverse * inverse / times;
		tie->logs += times * log(all - (double) k * gone);
	}
}

/* The linear predictors at beta, and the highest. */
static double
predict(CvCox *m, const double *beta)
{
	double		highest = -INFINITY;

	for (int64_t i = 0; i < m->n; i++)
	{
		const double *z = row_at(m, i) + CV_COX_X;
		double		eta = 0;

		CV_BREATHE(i);
		for (int j = 0; j < m->p; j++)
			eta += beta[j] * z[j];
		m->risk[i] = eta;
		highest = fmax(highest, eta);
	}
	return highest;
}

static double
hazard_of(const Pass *pass, int64_t i)
{
	return weight_of(pass->m, row_at(pass->m, i)) * exp(pass->m->risk[i] - pass->highest);
}

/* Row i joins the risk set, and if it has the event those with the event at its time. */
static void
join(Pass *pass, Tie *tie, int64_t i)
{
	CvCox	   *m = pass->m;
	const double *row = row_at(m, i);
	double		hazard = hazard_of(pass, i);

	add_row(&pass->risk, row + CV_COX_X, m->p, hazard);
	if (row[CV_COX_EVENT] == 0)
		return;
	if (tie->d == 0)
	{
		clear_sums(&pass->tied, m->p);
		memset(pass->x, 0, m->p * sizeof(double));
	}
	add_row(&pass->tied, row + CV_COX_X, m->p, hazard);
	tie->row = i;
	tie->d += row[CV_COX_X + m->p + 1];
	tie->weight += weight_of(m, row);
	tie->linear += weight_of(m, row) * m->risk[i];
	for (int j = 0; j < m->p; j++)
		pass->x[j] += weight_of(m, row) * row[CV_COX_X + j];
}

/* Rows that had not come yet at this time leave the risk set; who comes before is at by_entry[*late]. */
static void
leave(Pass *pass, double time, int64_t first, int64_t *late)
{
	CvCox	   *m = pass->m;

	for (; *late >= first; --*late)
	{
		int64_t		i = m->by_entry[*late];
		const double *row = row_at(m, i);

		CV_BREATHE_OFTEN(*late);
		if (row[CV_COX_ENTRY] < time)
			break;
		add_row(&pass->risk, row + CV_COX_X, m->p, -hazard_of(pass, i));
	}
}

/* The times of a stratum, whose rows are first .. last, from the last to the first. */
static void
visit_stratum(Pass *pass, int64_t first, int64_t last)
{
	CvCox	   *m = pass->m;
	int64_t		late = last;

	clear_sums(&pass->risk, m->p);
	for (int64_t i = last; i >= first;)
	{
		double		time = row_at(m, i)[CV_COX_TIME];
		Tie			tie = {.row = -1};

		for (; i >= first && row_at(m, i)[CV_COX_TIME] == time; i--)
		{
			CV_BREATHE_OFTEN(i);
			join(pass, &tie, i);
		}
		if (m->by_entry != NULL)
			leave(pass, time, first, &late);
		if (tie.d > 0)
		{
			add_denominators(pass, &tie);
			pass->visit(pass, &tie);
		}
	}
}

/* All times with events, at beta. */
static void
visit_all(Pass *pass, const double *beta)
{
	CvCox	   *m = pass->m;

	pass->highest = predict(m, beta);
	for (int64_t last = m->n - 1, first; last >= 0; last = first - 1)
	{
		for (first = last; first > 0 && stratum_of(m, first - 1) == stratum_of(m, last); first--)
			CV_BREATHE(first);
		visit_stratum(pass, first, last);
	}
}

/* What a time adds to the gradient in the direction of regressor j. */
static double
gradient_of(const Pass *pass, const Tie *tie, int j)
{
	double		expected = read_sum(&pass->risk, 1 + j) * tie->a0 - pass->tied.sum[1 + j] * tie->a1;

	return pass->x[j] - tie->weight / tie->d * expected;
}

/* What it adds to the information. */
static void
information_of(Pass *pass, const Tie *tie)
{
	int			p = pass->m->p;
	double		mean = tie->weight / tie->d;
	const double *e = pass->tied.sum;

	for (int i = 0; i < p; i++)
	{
		double		si = read_sum(&pass->risk, 1 + i);
		double		ei = e[1 + i];
		double		s_factor = si * tie->b0 - ei * tie->b1;
		double		e_factor = si * tie->b1 - ei * tie->b2;

		for (int j = 0; j <= i; j++)
		{
			int			k = 1 + p + LOWER(i, j);

			pass->part[i * p + j] = mean * (read_sum(&pass->risk, k) * tie->a0 - e[k] * tie->a1 -
											s_factor * read_sum(&pass->risk, 1 + j) + e_factor * e[1 + j]);
		}
	}
}

static void
visit_fit(Pass *pass, const Tie *tie)
{
	int			p = pass->m->p;

	pass->loglik += tie->linear - tie->weight / tie->d * tie->logs - tie->weight * pass->highest;
	information_of(pass, tie);
	for (int i = 0; i < p; i++)
	{
		pass->gradient[i] += gradient_of(pass, tie, i);
		for (int j = 0; j <= i; j++)
			pass->information[i * p + j] += pass->part[i * p + j];
	}
}

/* Likelihood, gradient and information at beta. */
static void
evaluate(Pass *pass, const double *beta)
{
	int			p = pass->m->p;

	pass->loglik = 0;
	memset(pass->gradient, 0, p * sizeof(double));
	memset(pass->information, 0, p * p * sizeof(double));
	visit_all(pass, beta);
}

/* Means, and weights of all rows and of events. */
static void
add_up(CvCox *m)
{
	m->total = m->events = 0;
	memset(m->mean, 0, m->p * sizeof(double));
	for (int64_t i = 0; i < m->n; i++)
	{
		const double *row = row_at(m, i);
		double		weight = weight_of(m, row);

		CV_BREATHE(i);
		m->total += weight;
		m->events += row[CV_COX_EVENT] * weight;
		for (int j = 0; j < m->p; j++)
			m->mean[j] += (row[CV_COX_X + j] - m->mean[j]) * (weight / m->total);
	}
}

/* One column in standard deviations from its mean; 0 where it has none. */
static void
standardise(CvCox *m, int j)
{
	double		variance = 0;

	for (int64_t i = 0; i < m->n; i++)
	{
		double		distance = row_at(m, i)[CV_COX_X + j] - m->mean[j];

		CV_BREATHE(i);
		/* Squares that overflow, or that vanish. */
		if (!(fabs(distance) < 1e150) || (distance != 0 && fabs(distance) < 1e-150))
			m->out_of_range = true;
		variance += weight_of(m, row_at(m, i)) / m->total * distance * distance;
	}
	m->unit[j] = sqrt(variance);
	if (!(m->unit[j] > ROUNDING * fabs(m->mean[j])))
		m->unit[j] = 0;
	m->aliased[j] = m->unit[j] == 0;
	for (int64_t i = 0; i < m->n; i++)
	{
		double	   *x = &row_at(m, i)[CV_COX_X + j];

		CV_BREATHE(i);
		*x = m->aliased[j] ? 0 : (*x - m->mean[j]) / m->unit[j];
	}
}

static void
drop_column(CvCox *m, int j)
{
	m->aliased[j] = true;
	m->unit[j] = 0;
	for (int64_t i = 0; i < m->n; i++)
	{
		CV_BREATHE(i);
		row_at(m, i)[CV_COX_X + j] = 0;
	}
}

/*
 * Which columns the information at 0, in pass, tells nothing of, or nothing that those before do not: whether that
 * is so does not depend on where it is taken.
 */
static void
find_aliased(Pass *pass)
{
	CvCox	   *m = pass->m;
	int			p = m->p;
	double	   *r = pass->part;

	m->rank = 0;
	for (int i = 0; i < p; i++)
	{
		for (int j = 0; j <= i; j++)
			r[i * p + j] = r[j * p + i] = pass->information[i * p + j] /
				sqrt(pass->information[i * p + i]) / sqrt(pass->information[j * p + j]);
	}
	for (int j = 0; j < p; j++)
	{
		if (m->aliased[j] || !(pass->information[j * p + j] > ALIAS_TOLERANCE * m->events) ||
			!(r[j * p + j] > ALIAS_TOLERANCE))
		{
			drop_column(m, j);
			for (int i = 0; i < p; i++)
				r[i * p + j] = r[j * p + i] = pass->information[i * p + j] = pass->information[j * p + i] = 0;
			pass->gradient[j] = 0;
			continue;
		}
		cv_sweep(r, p, j);
		m->rank++;
	}
}

/*
 * The information becomes its Cholesky factor, what is aliased staying where it is; false where some direction has
 * none.
 */
static bool
factor_information(Pass *pass)
{
	int			p = pass->m->p;

	for (int j = 0; j < p; j++)
	{
		if (pass->m->aliased[j])
			pass->information[j * p + j] = 1;
	}
	return cv_cholesky(pass->information, p);
}

/* Newton's step; its squared length in standard errors, negative when there is none. */
static double
newton_step(Pass *pass)
{
	int			p = pass->m->p;
	double		length = 0;

	memcpy(pass->step, pass->gradient, p * sizeof(double));
	if (!factor_information(pass))
		return -1;
	cv_solve_lower(pass->information, p, pass->step);
	for (int j = 0; j < p; j++)
		length += pass->step[j] * pass->step[j];
	cv_solve_upper(pass->information, p, pass->step);
	return length;
}

/* Take the step, or so much of it that the likelihood does not fall; evaluates there. */
static void
take_step(Pass *pass, double length)
{
	CvCox	   *m = pass->m;

	for (int half = 0; half < 60; half++)
	{
		for (int j = 0; j < m->p; j++)
			pass->next[j] = m->beta[j] + pass->step[j];
		evaluate(pass, pass->next);
		/* So near, what the step gains is less than the sum's rounding. */
		if (pass->loglik >= m->loglik || (length < 1e-8 && isfinite(pass->loglik)))
			break;
		for (int j = 0; j < m->p; j++)
			pass->step[j] /= 2;
	}
	memcpy(m->beta, pass->next, m->p * sizeof(double));
	m->loglik = pass->loglik;
}

/* From standard deviations to the columns' own units: the estimate, its covariance and Wald's test. */
static void
finish(Pass *pass)
{
	CvCox	   *m = pass->m;
	int			p = m->p;
	double	   *column = pass->step;

	for (int j = 0; j < p; j++)
	{
		double		sum = 0;

		for (int i = j; i < p; i++)
			sum += pass->information[i * p + j] * m->beta[i];
		m->wald += m->aliased[j] ? 0 : sum * sum;
	}
	for (int j = 0; j < p; j++)
	{
		memset(column, 0, p * sizeof(double));
		column[j] = 1;
		cv_solve_lower(pass->information, p, column);
		cv_solve_upper(pass->information, p, column);
		for (int i = 0; i < p; i++)
			m->covariance[i * p + j] = m->aliased[i] || m->aliased[j] ? 0 : column[i] / m->unit[i] / m->unit[j];
	}
	for (int j = 0; j < p; j++)
	{
		for (int i = 0; i < j; i++)
			m->covariance[j * p + i] = m->covariance[i * p + j];
		m->beta[j] = m->aliased[j] ? 0 : m->beta[j] / m->unit[j];
	}
}

static void
iterate(Pass *pass)
{
	CvCox	   *m = pass->m;
	double		length = INFINITY;
	int			linear_steps = 0;

	while (m->iterations < MOST_ITERATIONS && !m->converged && !m->monotone)
	{
		double		before = length;

		length = newton_step(pass);
		if (m->iterations++ == 0)
			m->score = fmax(0, length);
		linear_steps = length > 0.1 * before && length < 0.8 * before ? linear_steps + 1 : 0;
		m->monotone = !(length >= 0) || linear_steps >= MOST_LINEAR_STEPS || (length < SHORT_STEP && linear_steps > 2);
		/* Short, or as short as rounding lets it become. */
		m->converged = !m->monotone && (length < SHORT_STEP || (length < 1e-12 && length >= 0.8 * before));
		if (length >= 0)
			take_step(pass, length);
	}
	m->converged = m->converged && isfinite(m->loglik) && factor_information(pass);
}

void
cv_cox_fit(CvCox *m)
{
	Pass		pass = lay_out(m, visit_fit);

	m->converged = m->monotone = m->out_of_range = false;
	m->iterations = m->rank = 0;
	m->null_loglik = m->loglik = m->score = m->wald = 0;
	memset(m->beta, 0, m->p * sizeof(double));
	memset(m->covariance, 0, (size_t) m->p * m->p * sizeof(double));
	add_up(m);
	for (int j = 0; j < m->p; j++)
		standardise(m, j);
	if (m->out_of_range || !(m->events > 0) || !isfinite(m->total))
		return;
	evaluate(&pass, m->beta);
	m->null_loglik = m->loglik = pass.loglik;
	find_aliased(&pass);
	iterate(&pass);
	if (m->converged)
		finish(&pass);
}

/* The estimate for rows in standard deviations. */
static void
standard_beta(const CvCox *m, double *beta)
{
	for (int j = 0; j < m->p; j++)
		beta[j] = m->aliased[j] ? 0 : m->beta[j] * m->unit[j];
}

#define COMES_FIRST(a, b) ((a).time < (b).time)
CV_DEFINE_SORT(sort_clock, CvCoxClock, COMES_FIRST)

/* Exits, and entries of those who were not there from the start, in order of time; their number. */
static int64_t
set_clock(const CvCox *m, CvCoxClock *clock)
{
	int64_t		n = 0;

	for (int64_t i = 0; i < m->n; i++)
	{
		const double *row = row_at(m, i);
		double		weight = weight_of(m, row);

		CV_BREATHE(i);
		if (row[CV_COX_ENTRY] >= 0)
			clock[n++] = (CvCoxClock) {row[CV_COX_ENTRY], weight, 0, 0, -1};
		clock[n++] = (CvCoxClock) {row[CV_COX_TIME], 0, weight, row[CV_COX_EVENT] * weight, i};
	}
	sort_clock(clock, clock + 2 * m->n, n);
	return n;
}

/* g of each row: the share of all rows that is gone before its time, after Kaplan and Meier. */
static void
fill_transform(const CvCox *m, CvCoxTest *test)
{
	CvCoxClock *clock = test->clock;
	int64_t		n = set_clock(m, clock);
	double		at_risk = m->total;
	double		survival = 1;

	for (int64_t i = 0; i < n; i++)
		at_risk -= clock[i].entered;
	for (int64_t i = 0, next; i < n; i = next)
	{
		double		events = 0;
		double		change = 0;

		for (next = i; next < n && clock[next].time == clock[i].time; next++)
		{
			CV_BREATHE(next);
			events += clock[next].events;
			change += clock[next].entered - clock[next].left;
			if (clock[next].row >= 0)
				test->g[clock[next].row] = 1 - survival;
		}
		survival *= events > 0 ? fmax(0, 1 - events / at_risk) : 1;
		at_risk += change;
	}
}

/* Events with g at its mean tell most about the rest: what is tested does not depend on it. */
static void
centre_transform(const CvCox *m, double *g)
{
	double		mean = 0;

	for (int64_t i = 0; i < m->n; i++)
		mean += row_at(m, i)[CV_COX_EVENT] * weight_of(m, row_at(m, i)) / m->events * g[i];
	for (int64_t i = 0; i < m->n; i++)
		g[i] -= mean;
}

static void
visit_test(Pass *pass, const Tie *tie)
{
	int			p = pass->m->p;
	double		g = pass->test->g[tie->row];

	visit_fit(pass, tie);
	for (int i = 0; i < p; i++)
	{
		pass->late_gradient[i] += g * gradient_of(pass, tie, i);
		for (int j = 0; j <= i; j++)
		{
			pass->cross[i * p + j] += g * pass->part[i * p + j];
			pass->late[i * p + j] += g * g * pass->part[i * p + j];
		}
	}
}

/*
 * The information on x g(t) that is left with x known: late - cross I^-1 cross, in part; false where I has no
 * inverse.
 */
static bool
remaining_information(Pass *pass)
{
	int			p = pass->m->p;

	if (!factor_information(pass))
		return false;
	for (int i = 0; i < p; i++)
	{
		for (int j = 0; j < i; j++)
			pass->cross[j * p + i] = pass->cross[i * p + j];
	}
	/* Row i becomes L^-1 times column i. */
	for (int i = 0; i < p; i++)
		cv_solve_lower(pass->information, p, pass->cross + i * p);
	for (int i = 0; i < p; i++)
	{
		for (int j = 0; j <= i; j++)
		{
			pass->part[i * p + j] = pass->late[i * p + j];
			for (int k = 0; k < p; k++)
				pass->part[i * p + j] -= pass->cross[i * p + k] * pass->cross[j * p + k];
		}
	}
	return true;
}

/* After cv_cox_fit that converged.  NaN where the data do not tell. */
void
cv_cox_proportionality(CvCox *m, CvCoxTest *test)
{
	Pass		pass = lay_out(m, visit_test);
	int			p = m->p;

	pass.test = test;
	fill_transform(m, test);
	centre_transform(m, test->g);
	memset(pass.late_gradient, 0, p * sizeof(double));
	memset(pass.cross, 0, p * p * sizeof(double));
	memset(pass.late, 0, p * p * sizeof(double));
	standard_beta(m, pass.next);
	evaluate(&pass, pass.next);
	test->global = NAN;
	for (int j = 0; j < p; j++)
		test->chi2[j] = NAN;
	if (!remaining_information(&pass))
		return;
	for (int j = 0; j < p; j++)
	{
		double		left = pass.part[j * p + j];

		if (m->aliased[j])
			pass.part[j * p + j] = 1;
		else if (left > ALIAS_TOLERANCE * pass.late[j * p + j])
			test->chi2[j] = pass.late_gradient[j] * pass.late_gradient[j] / left;
		else
			pass.part[j * p + j] = NAN;
	}
	if (m->rank == 0 || !cv_cholesky(pass.part, p))
		return;
	test->global = 0;
	cv_solve_lower(pass.part, p, pass.late_gradient);
	for (int j = 0; j < p; j++)
		test->global += m->aliased[j] ? 0 : pass.late_gradient[j] * pass.late_gradient[j];
}

/* How many times with events there are, those of each stratum on their own. */
int64_t
cv_cox_count_steps(const CvCox *m)
{
	int64_t		n = 0;
	int64_t		last = -1;		/* row with an event */

	for (int64_t i = 0; i < m->n; i++)
	{
		CV_BREATHE(i);
		if (row_at(m, i)[CV_COX_EVENT] == 0)
			continue;
		n += last < 0 || stratum_of(m, last) != stratum_of(m, i) ||
			row_at(m, last)[CV_COX_TIME] != row_at(m, i)[CV_COX_TIME];
		last = i;
	}
	return n;
}

static void
visit_baseline(Pass *pass, const Tie *tie)
{
	CvCox	   *m = pass->m;
	CvCoxStep  *step = &pass->baseline[--pass->at];
	double	   *slope = pass->slope + pass->at * m->p;
	double		mean = tie->weight / tie->d;
	double		factor = exp(-pass->highest);

	step->stratum = stratum_of(m, tie->row);
	step->time = row_at(m, tie->row)[CV_COX_TIME];
	step->hazard = mean * tie->a0 * factor;
	step->variance = mean * tie->b0 * factor * factor;
	for (int j = 0; j < m->p; j++)
		slope[j] = m->unit[j] * mean * factor *
			(read_sum(&pass->risk, 1 + j) * tie->b0 - pass->tied.sum[1 + j] * tie->b1);
}

/* The baseline hazard at the means, cumulated; step and slope (p numbers each) have room for all of its times. */
void
cv_cox_baseline(CvCox *m, CvCoxStep *step, double *slope)
{
	Pass		pass = lay_out(m, visit_baseline);
	int64_t		n = cv_cox_count_steps(m);

	pass.baseline = step;
	pass.slope = slope;
	pass.at = n;
	standard_beta(m, pass.next);
	visit_all(&pass, pass.next);
	for (int64_t i = 1; i < n; i++)
	{
		CV_BREATHE(i);
		if (step[i].stratum != step[i - 1].stratum)
			continue;
		step[i].hazard += step[i - 1].hazard;
		step[i].variance += step[i - 1].variance;
		for (int j = 0; j < m->p; j++)
			slope[i * m->p + j] += slope[(i - 1) * m->p + j];
	}
}
