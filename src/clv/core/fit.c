/*
 * fit.c - the likelihood and the fit of any family of purchase models.  All derivatives are exact.
 */
#include "clv/core/purchase.h"

#include <math.h>
#include <string.h>

#include "clv/core/sums.h"
#include "num/symmetric.h"

#define CV_FAMILY_POINTER(record, final, stored) \
	&record,
const CvFamily cv_families[] = {CV_FAMILIES(CV_FAMILY_POINTER) NULL};

/*
 * What a row adds to gradient and Hessian: from those in the logarithms of a customer's own parameters, gradient g and
 * h by rows of four, to those in the model's.  direction has what each parameter of the model adds to each of them.
 */
static void
collect(int n, double weight, const double *g, const double *h, const double (*direction)[4], double *gradient,
		double *hessian)
{
	for (int a = 0; a < n; a++)
	{
		double		bent[4] = {0};

		for (int i = 0; i < 4; i++)
		{
			gradient[a] += weight * g[i] * direction[a][i];
			for (int j = 0; j < 4; j++)
				bent[j] += direction[a][i] * h[i <= j ? i * 4 + j : j * 4 + i];
		}
		for (int b = a; b < n; b++)
		{
			for (int j = 0; j < 4; j++)
				hessian[a * n + b] += weight * bent[j] * direction[b][j];
		}
	}
}

double
cv_purchase_loglik(const void *data, const double *parameter, double *gradient, double *hessian)
{
	const CvCustomers *c = data;
	int			own = c->family->n;
	int			covariates = c->covariates[0] + c->covariates[1];
	int			n = own + covariates;
	int			columns = cv_family_columns(c->family);
	int			width = columns + covariates + 1;
	double		common[4] = {1, 1, 1, 1};
	double		slope_of[4];	/* parameters by the numbers of the search */
	double		p[4];
	double		direction[CV_NEWTON_MOST][4] = {{0}};
	double		value = 0;
	int64_t		work = 0;
	CvSums		sums = {0};

	for (int i = 0; i < own; i++)
	{
		common[i] = c->family->linear[i] ? c->origin[i] + c->unit[i] * parameter[i] : exp(parameter[i]);
		direction[i][i] = 1;
	}
	memcpy(p, common, sizeof(p));
	if (gradient != NULL)
	{
		memset(gradient, 0, n * sizeof(double));
		memset(hessian, 0, n * n * sizeof(double));
	}
	for (int64_t i = 0; i < c->n; i++)
	{
		const double *row = c->row + i * width;
		double		weight = row[width - 1];
		double		g[4] = {0};
		double		h[16];
		double	   *slope = gradient != NULL ? g : NULL;

		/* Sums over purchases start anew where the covariates of stopping change. */
		cv_breathe_after(&work, 4000 + 16 * (int64_t) (cv_counts_occasions(c->family) ? row[2] :
													   c->covariates[1] > 0 ? row[0] : 0));
		if (covariates > 0)
		{
			double		moved[4] = {0};

			for (int k = 0; k < covariates; k++)
			{
				double		z = (row[columns + k] - c->centre[k]) * c->scale[k];

				const double *effect = cv_covariate_effect(c->family, k >= c->covariates[0]);

				for (int a = 0; a < 4; a++)
				{
					direction[own + k][a] = effect[a] * z;
					moved[a] += direction[own + k][a] * parameter[own + k];
				}
			}
			for (int a = 0; a < 4; a++)
				p[a] = moved[a] == 0 ? common[a] : common[a] * exp(moved[a]);
		}
		value += weight * c->family->row(p, &sums, row, slope, h);
		if (gradient == NULL)
			continue;
		for (int a = 0; a < 4; a++)
			slope_of[a] = c->family->linear[a] ? c->unit[a] : p[a];
		for (int a = 0; a < 4; a++)
		{
			for (int b = a; b < 4; b++)
				h[a * 4 + b] *= slope_of[a] * slope_of[b];
			g[a] *= slope_of[a];
			h[a * 5] += c->family->linear[a] ? 0 : g[a];
		}
		if (covariates > 0)
		{
			collect(n, weight, g, h, (const double (*)[4]) direction, gradient, hessian);
			continue;
		}
		for (int a = 0; a < n; a++)
		{
			gradient[a] += weight * g[a];
			for (int b = a; b < n; b++)
				hessian[a * n + b] += weight * h[a * 4 + b];
		}
	}
	for (int a = 0; a < n && gradient != NULL; a++)
	{
		for (int b = 0; b < a; b++)
			hessian[a * n + b] = hessian[b * n + a];
	}
	return value;
}

/* Centre and scale of the covariates: their mean, and one over their standard deviation. */
static void
standardise(CvCustomers *c)
{
	int			covariates = c->covariates[0] + c->covariates[1];
	int			columns = cv_family_columns(c->family);
	int			width = columns + covariates + 1;

	for (int k = 0; k < covariates; k++)
	{
		double		weight = 0;
		double		mean = 0;
		double		square = 0;

		for (int64_t i = 0; i < c->n; i++)
		{
			double		w = c->row[i * width + width - 1];
			double		off = c->row[i * width + columns + k] - mean;

			CV_BREATHE(i);
			weight += w;
			mean += off * w / weight;
			square += off * w * (c->row[i * width + columns + k] - mean);
		}
		c->centre[k] = mean;
		/* A constant one says nothing, which the Hessian will tell. */
		c->scale[k] = square > 1e-24 * mean * mean * weight ? 1 / sqrt(square / weight) : 0;
	}
}

/* A number of the search is this much of what it stands for. */
static void
rescale(CvNewton *fit, int i, double scale)
{
	for (int j = 0; j < fit->n; j++)
	{
		fit->covariance[i * fit->n + j] *= scale;
		fit->covariance[j * fit->n + i] *= scale;
	}
}

/*
 * From covariates as they were scaled to as they are: coefficients and their covariance.  The other parameters stay
 * those of customers at the centre: far from it they may be beyond float8.
 */
static void
restore(const CvCustomers *c, CvNewton *fit)
{
	int			own = c->family->n;

	for (int i = own; i < fit->n; i++)
	{
		fit->x[i] *= c->scale[i - own];
		rescale(fit, i, c->scale[i - own]);
	}
	for (int i = 0; i < own; i++)
	{
		if (!c->family->linear[i])
			continue;
		fit->x[i] = c->origin[i] + c->unit[i] * fit->x[i];
		rescale(fit, i, c->unit[i]);
	}
}

/*
 * Where the search for the maximum starts is said in units of what the data say, so that it moves with the units of
 * time and money.  The likelihoods of models in which customers may stop often have two maxima, such as "few stop"
 * and "many stop at once", and a ridge: the starts of each family are what it took to reach the best of a hundred
 * others on thousands of random sets and of samples of real ones (test/starts.sh).
 */

/* A search from the start of this number; coefficients start at 0. */
static void
fit_from(const CvCustomers *c, int number, const double *unit, CvNewton *fit)
{
	memset(fit->x, 0, sizeof(fit->x));
	for (int i = 0; i < c->family->n; i++)
		fit->x[i] = c->family->linear[i] ? c->family->start[number][i] : log(c->family->start[number][i] * unit[i]);
	cv_newton(cv_purchase_loglik, c, fit);
}

/* A search from parameters that are given. */
static void
fit_from_begin(const CvCustomers *c, CvNewton *fit)
{
	memset(fit->x, 0, sizeof(fit->x));
	for (int i = 0; i < c->family->n; i++)
		fit->x[i] = c->family->linear[i] ? (c->begin[i] - c->origin[i]) / c->unit[i] : log(c->begin[i]);
	cv_newton(cv_purchase_loglik, c, fit);
}

/* Differences of log-likelihoods below this are rounding. */
static double
rounding_of(double value)
{
	return 1e-6 + 1e-9 * fabs(value);
}

/* Is one search better than another?  A maximum is better than a point of a ridge that is as high. */
static bool
is_better(const CvNewton *a, const CvNewton *b)
{
	double		least = rounding_of(b->value);

	if (!a->converged && !a->flat)
		return false;
	return (!b->converged && !b->flat) || a->value > b->value + least ||
		(a->converged && !b->converged && a->value > b->value - least);
}

/* Could a search gain this much where it may go as far again? */
static bool
rises(const CvCustomers *c, const CvNewton *fit, double gain)
{
	double		gradient[CV_NEWTON_MOST];
	double		hessian[CV_NEWTON_MOST * CV_NEWTON_MOST];
	double		steepest = 0;

	cv_purchase_loglik(c, fit->x, gradient, hessian);
	for (int i = 0; i < fit->n; i++)
		steepest = fmax(steepest, fabs(gradient[i]));
	return steepest * fit->farthest > gain;
}

/*
 * Farther along a ridge, as long as that gains something: in the Pareto/NBD, where some stop at once, the likelihood
 * rises as slowly as beta falls, by orders of magnitude.
 */
static void
follow_ridge(const CvCustomers *c, CvNewton *fit)
{
	for (int i = 0; i < 4 && fit->flat && rises(c, fit, 0.01); i++)
	{
		CvNewton	tried = *fit;
		double		before = fit->value;

		cv_newton(cv_purchase_loglik, c, &tried);
		if (!is_better(&tried, fit))
			return;
		tried.iterations += fit->iterations;
		*fit = tried;
		if (fit->value < before + 1e-3)
			return;
	}
}

/* So many customers, each for as many others: since the rows are sorted, x, t_x and t are spread as they were. */
static CvCustomers
sample(const CvCustomers *c, double weight, int many, double *to)
{
	int			width = cv_family_columns(c->family) + c->covariates[0] + c->covariates[1] + 1;
	CvCustomers s = *c;
	double		each = weight / many;
	double		seen = 0;
	int			taken = 0;

	s.row = to;
	s.n = 0;
	for (int64_t i = 0; i < c->n; i++)
	{
		const double *row = c->row + i * width;
		int			before = taken;

		CV_BREATHE(i);
		seen += row[width - 1];
		while (taken < many && (taken + 0.5) * each <= seen)
			taken++;
		if (taken == before)
			continue;
		memcpy(to + s.n * width, row, width * sizeof(double));
		to[s.n++ * width + width - 1] = (taken - before) * each;
	}
	return s;
}

/*
 * All starts are tried on a small sample, and what they found there, where it is not what another one found, from there
 * on a larger one and then on all rows: a few steps, where it would be ten and more from a start itself.  The first
 * start has been there in any case, so that nothing is lost where the sample misleads.
 */
static void
fit_from_sample(const CvCustomers *c, const double *unit, double weight, CvNewton *fit)
{
	int			width = cv_family_columns(c->family) + c->covariates[0] + c->covariates[1] + 1;
	CvCustomers few = sample(c, weight, CV_FEW_SAMPLED, c->spare);
	CvCustomers many = {.n = 0};
	CvNewton	tried = {.n = fit->n, .farthest = fit->farthest};
	double		found[CV_MOST_STARTS + 1];
	int			n = 0;
	bool		begun = c->begin != NULL;

	if (c->n > 4 * CV_MANY_SAMPLED)
		many = sample(c, weight, CV_MANY_SAMPLED, c->spare + CV_FEW_SAMPLED * width);
	if (begun)
	{
		fit_from_begin(c, fit);
		fit_from_begin(&few, &tried);
		if (tried.converged || tried.flat)
			found[n++] = tried.value;
	}
	for (int k = 0; k < c->family->nstarts; k++)
	{
		bool		known = false;

		fit_from(&few, k, unit, &tried);
		/* Only a ridge that goes higher than all before is worth the way again. */
		for (int i = 0; i < n; i++)
			known |= tried.flat ? tried.value <= found[i] + rounding_of(found[i]) :
				fabs(found[i] - tried.value) <= 1e-6 * fabs(tried.value);
		if ((k > 0 || begun) && (known || (!tried.converged && !tried.flat)))
			continue;
		if (tried.converged || tried.flat)
			found[n++] = tried.value;
		/* A ridge has no end that it could go on from. */
		if (tried.converged && many.n > 0)
			cv_newton(cv_purchase_loglik, &many, &tried);
		tried.report = fit->report;
		/* Of covariates a sample says too little to go where the first start would. */
		if (k == 0 && fit->n > c->family->n)
			tried.converged = false;
		/* From there it is a few steps, or the sample has misled. */
		tried.most = 15;
		if (tried.converged)
			cv_newton(cv_purchase_loglik, c, &tried);
		tried.most = 0;
		if (!tried.converged)
			fit_from(c, k, unit, &tried);
		if ((k == 0 && !begun) || is_better(&tried, fit))
			*fit = tried;
		tried.report = NULL;
	}
}

/* Origin and units from the rows; false where they do not differ. */
static bool
place(CvCustomers *c, double *unit)
{
	memset(c->origin, 0, sizeof(c->origin));
	c->family->place(c->row, c->n, c->origin, unit);
	memcpy(c->unit, unit, sizeof(c->unit));
	for (int i = 0; i < c->family->n; i++)
	{
		if (!isfinite(c->origin[i]) || !isfinite(unit[i]) || !(unit[i] > 0))
			return false;
	}
	return true;
}

/*
 * The maximum, in logarithms of the parameters: the best that is found from several starts.  False
 * where nobody bought again, no contract ended or went on, or all means are the same: then there is nothing to tell the
 * parameters from.
 */
bool
cv_purchase_fit(CvCustomers *c, CvNewton *fit)
{
	int			covariates = c->covariates[0] + c->covariates[1];
	int			columns = cv_family_columns(c->family);
	int			width = columns + covariates + 1;
	double		weight = 0;
	double		x = 0;
	double		second = 0;		/* time, occasions, spend, or contracts that ended */
	double		unit[CV_FAMILY_MOST] = {1, 1, 1, 1};
	CvNewton	tried;

	for (int64_t i = 0; i < c->n; i++)
	{
		const double *row = c->row + i * width;

		CV_BREATHE(i);
		weight += row[width - 1];
		x += row[0] * row[width - 1];
		second += (c->family->form == CV_ROWS_SPENDING ? row[0] * row[1] : row[columns - 1]) * row[width - 1];
	}
	fit->n = c->family->n + covariates;
	fit->farthest = 15;
	fit->converged = fit->flat = false;
	if (!(x > 0) || !(second > 0 || cv_takes_losses(c->family)) || !isfinite(weight) || !isfinite(second) ||
		!isfinite(x))
		return false;
	if (c->family->units != NULL)
		c->family->units(weight, x, second, unit);
	if (c->family->place != NULL && !place(c, unit))
		return false;
	standardise(c);
	memset(fit->covariance, 0, sizeof(fit->covariance));
	tried = (CvNewton) {.n = fit->n, .farthest = fit->farthest};
	if (c->spare != NULL && c->n > CV_FEW_SAMPLED && c->family->nstarts > 1)
		fit_from_sample(c, unit, weight, fit);
	else
	{
		fit_from(c, 0, unit, fit);
		for (int k = 1; k < c->family->nstarts; k++)
		{
			fit_from(c, k, unit, &tried);
			if (is_better(&tried, fit))
				*fit = tried;
		}
		if (c->begin != NULL)
		{
			fit_from_begin(c, &tried);
			if (is_better(&tried, fit))
				*fit = tried;
		}
		follow_ridge(c, fit);
	}
	restore(c, fit);
	return true;
}

void
cv_purchase_ridge(const CvCustomers *c, const CvNewton *fit, double *share)
{
	int			n = fit->n;
	double		gradient[CV_NEWTON_MOST];
	double		hessian[CV_NEWTON_MOST * CV_NEWTON_MOST];
	double		vector[CV_NEWTON_MOST * CV_NEWTON_MOST];
	double		most = 0;
	double		least = INFINITY;

	cv_purchase_loglik(c, fit->x, gradient, hessian);
	cv_eigen(hessian, n, vector);
	for (int k = 0; k < n; k++)
	{
		most = fmax(most, fabs(hessian[k * n + k]));
		least = fmin(least, fabs(hessian[k * n + k]));
	}
	memset(share, 0, n * sizeof(double));
	for (int k = 0; k < n; k++)
	{
		if (fabs(hessian[k * n + k]) > fmax(least, 1e-6 * most))
			continue;
		for (int i = 0; i < n; i++)
			share[i] += vector[i * n + k] * vector[i * n + k];
	}
}

double
cv_purchase_chance(CvFamily family, const double *p, const double *row, double horizon, double n)
{
	return n == 0 ? 1 : family->chance(p, row, horizon, n);
}
