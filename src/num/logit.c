/*
 * logit.c - logistic regression by maximum likelihood.
 *
 * Newton's method on regressors in standard deviations from their means, halving steps that
 * go down.  The information matrix of the last step is that of the estimate itself.  Near an
 * estimate the steps become short with the square of the one before.  Where the regressors separate
 * the ones from the zeros, there is none (A. Albert and J. Anderson, Biometrika 71, 1984): the
 * likelihood rises without end in some direction, and every step takes one more unit of the
 * linear predictor, its length falling by 1 / e each time.  That is how it is told.
 */
#include "num/logit.h"

#include <math.h>
#include <string.h>

#include "num/importance.h"
#include "num/special.h"
#include "num/symmetric.h"

#define MOST_ITERATIONS 200

/*
 * Squared length of a step, in standard errors and per unit of weight, at which the estimate is
 * exact after it.
 */
#define SHORT_STEP 1e-18

/* After as many, 1 of 7e10 would still be an exception. */
#define MOST_LINEAR_STEPS 25

/* Where things are in work. */
typedef struct Work
{
	double	   *mean;
	double	   *unit;			/* 0: aliased */
	double	   *gradient;
	double	   *step;
	double	   *z;				/* a row in standard deviations */
	double	   *next;
	double	   *matrix;
	double	   *vector;
	double	   *turned;
} Work;

static Work
lay_out(const CvLogit *m)
{
	int			p = m->k + 2;
	Work		w;

	w.mean = m->work;
	w.unit = w.mean + p;
	w.gradient = w.unit + p;
	w.step = w.gradient + p;
	w.z = w.step + p;
	w.next = w.z + p;
	w.matrix = w.next + p;
	w.vector = w.matrix + p * p;
	w.turned = w.vector + p * p;
	return w;
}

static const double *
row_at(const CvLogit *m, int64_t i)
{
	return m->row + i * (m->k + 2);
}

/* Means, standard deviations, and which regressors are sums of others. */
static void
standardise(CvLogit *m, Work *w, double *ones)
{
	int			k = m->k;

	memset(w->mean, 0, (k + 2) * sizeof(double));
	memset(w->matrix, 0, (k + 1) * (k + 1) * sizeof(double));
	m->total = 0;
	*ones = 0;
	for (int64_t i = 0; i < m->n; i++)
	{
		const double *row = row_at(m, i);
		double		weight = row[k + 1];

		CV_BREATHE_OFTEN(i);
		m->total += weight;
		*ones += row[0] * weight;
		for (int j = 0; j < k; j++)
			w->mean[j] += (row[1 + j] - w->mean[j]) * (weight / m->total);
	}
	for (int64_t i = 0; i < m->n; i++)
	{
		const double *row = row_at(m, i);

		CV_BREATHE_OFTEN(i);
		for (int a = 0; a < k; a++)
		{
			double		distance = fabs(row[1 + a] - w->mean[a]);

			/* Squares that overflow, or that vanish. */
			if (!(distance < 1e150) || (distance > 0 && distance < 1e-150))
				m->out_of_range = true;
		}
		for (int a = 0; a < k; a++)
		{
			for (int b = 0; b <= a; b++)
				w->matrix[a * (k + 1) + b] += row[k + 1] / m->total * (row[1 + a] - w->mean[a]) *
					(row[1 + b] - w->mean[b]);
		}
	}
	for (int j = 0; j < k; j++)
	{
		w->unit[j] = sqrt(w->matrix[j * (k + 1) + j]);
		if (!(w->unit[j] > CV_ROUNDING * fabs(w->mean[j])))
			w->unit[j] = 0;
	}
	for (int a = 0; a < k; a++)
	{
		for (int b = 0; b <= a; b++)
		{
			double		r = w->matrix[a * (k + 1) + b];

			r = w->unit[a] > 0 && w->unit[b] > 0 ? r / w->unit[a] / w->unit[b] : 0;
			w->matrix[a * (k + 1) + b] = w->matrix[b * (k + 1) + a] = r;
		}
	}
	cv_sweep_regressors(w->matrix, k, m->aliased);
	for (int j = 0; j < k; j++)
	{
		if (m->aliased[j])
			w->unit[j] = 0;
	}
}

static double
linear(const CvLogit *m, Work *w, const double *row, const double *beta)
{
	double		eta = beta[0];

	w->z[0] = 1;
	for (int j = 0; j < m->k; j++)
	{
		w->z[1 + j] = w->unit[j] > 0 ? (row[1 + j] - w->mean[j]) / w->unit[j] : 0;
		eta += beta[1 + j] * w->z[1 + j];
	}
	return eta;
}

static double
log_likelihood(const CvLogit *m, Work *w, const double *beta)
{
	double		sum = 0;

	for (int64_t i = 0; i < m->n; i++)
	{
		const double *row = row_at(m, i);
		double		eta = linear(m, w, row, beta);

		CV_BREATHE_OFTEN(i);
		sum -= row[m->k + 1] / m->total * cv_softplus(row[0] > 0 ? -eta : eta);
	}
	return sum;
}

/* Gradient and information at beta, and the likelihood there; all per unit of weight. */
static double
evaluate(const CvLogit *m, Work *w, const double *beta)
{
	int			p = m->k + 1;
	double		sum = 0;

	memset(w->gradient, 0, p * sizeof(double));
	memset(w->matrix, 0, p * p * sizeof(double));
	for (int64_t i = 0; i < m->n; i++)
	{
		const double *row = row_at(m, i);
		double		eta = linear(m, w, row, beta);
		double		weight = row[m->k + 1] / m->total;
		double		small = exp(-fabs(eta));	/* both are exact where they are small */
		double		far = (row[0] > 0) == (eta > 0) ? small / (1 + small) : 1 / (1 + small);
		double		residual = weight * (row[0] > 0 ? far : -far);
		double		information = weight * small / ((1 + small) * (1 + small));

		CV_BREATHE_OFTEN(i);
		sum -= weight * cv_softplus(row[0] > 0 ? -eta : eta);
		for (int a = 0; a < p; a++)
		{
			double		za = w->z[a] * information;

			w->gradient[a] += residual * w->z[a];
			for (int b = 0; b <= a; b++)
				w->matrix[a * p + b] += za * w->z[b];
		}
	}
	for (int a = 1; a < p; a++)
	{
		/* What is aliased stays where it is. */
		if (w->unit[a - 1] == 0)
			w->matrix[a * p + a] = 1;
	}
	return sum;
}

/* Newton's step at beta; its squared length in standard errors, negative when there is none. */
static double
newton_step(const CvLogit *m, Work *w)
{
	int			p = m->k + 1;
	double		length = 0;

	memcpy(w->step, w->gradient, p * sizeof(double));
	if (!cv_cholesky(w->matrix, p))
		return -1;
	cv_solve_lower(w->matrix, p, w->step);
	for (int a = 0; a < p; a++)
		length += w->step[a] * w->step[a];
	cv_solve_upper(w->matrix, p, w->step);
	return length;
}

/* From standard deviations to the regressors' own units, around their means: estimate and covariance. */
static void
to_own_units(CvLogit *m, Work *w)
{
	int			p = m->k + 1;

	/* Row a of turned is row a of the transformation. */
	memset(w->turned, 0, p * p * sizeof(double));
	w->turned[0] = 1;
	for (int j = 0; j < m->k; j++)
	{
		if (w->unit[j] == 0)
			continue;
		w->turned[(1 + j) * p + 1 + j] = 1 / w->unit[j];
	}
	/* The covariance is B B' with B = T L^-T, that is L B' = T'. */
	for (int a = 0; a < p; a++)
	{
		memcpy(w->vector + a * p, w->turned + a * p, p * sizeof(double));
		cv_solve_lower(w->matrix, p, w->vector + a * p);
	}
	for (int a = 0; a < p; a++)
	{
		for (int b = 0; b < p; b++)
		{
			double		sum = 0;

			for (int c = 0; c < p; c++)
				sum += w->vector[a * p + c] * w->vector[b * p + c];
			m->covariance[a * p + b] = sum / m->total;
		}
	}
	memcpy(w->next, m->beta, p * sizeof(double));
	for (int a = 0; a < p; a++)
	{
		m->beta[a] = 0;
		for (int b = 0; b < p; b++)
			m->beta[a] += w->turned[a * p + b] * w->next[b];
	}
}

/* n is not 0. */
void
cv_logit_fit(CvLogit *m)
{
	int			p = m->k + 1;
	Work		w = lay_out(m);
	double		ones;
	double		share;
	double		length = INFINITY;
	int			linear_steps = 0;

	m->out_of_range = false;
	standardise(m, &w, &ones);
	share = ones / m->total;
	memcpy(m->centre, w.mean, m->k * sizeof(double));
	memset(m->beta, 0, p * sizeof(double));
	memset(m->covariance, 0, p * p * sizeof(double));
	m->converged = false;
	m->iterations = 0;
	m->null_loglik = m->loglik = 0;
	m->separated = !(share > 0 && share < 1);
	if (m->separated || m->out_of_range || !isfinite(m->total))
		return;
	m->beta[0] = log(share / (1 - share));
	m->null_loglik = m->loglik = evaluate(m, &w, m->beta);
	while (m->iterations < MOST_ITERATIONS && !m->converged && !m->separated)
	{
		double		before = length;
		double		loglik;

		cv_breathe();
		length = newton_step(m, &w);
		m->iterations++;
		linear_steps = length > 0.1 * before && length < 0.8 * before ? linear_steps + 1 : 0;
		/* No information is left in some direction, or there soon will be none. */
		m->separated = length < 0 || linear_steps >= MOST_LINEAR_STEPS || (length < SHORT_STEP && linear_steps > 2);
		/* Short, or as short as rounding lets it become. */
		m->converged = !m->separated && (length < SHORT_STEP || (length < 1e-12 && length >= 0.8 * before));
		for (int half = 0; half < 60 && length >= 0; half++)
		{
			for (int a = 0; a < p; a++)
				w.next[a] = m->beta[a] + w.step[a];
			loglik = log_likelihood(m, &w, w.next);
			/* So near, what the step gains is less than the sum's rounding. */
			if (loglik >= m->loglik || length < 1e-8)
				break;
			for (int a = 0; a < p; a++)
				w.step[a] /= 2;
		}
		memcpy(m->beta, w.next, p * sizeof(double));
		m->loglik = evaluate(m, &w, m->beta);
	}
	m->loglik *= m->total;
	m->null_loglik *= m->total;
	m->converged = m->converged && cv_cholesky(w.matrix, p);
	if (m->converged)
		to_own_units(m, &w);
}
