/*
 * purchase.c - models of when customers buy, and for how much.
 *
 * Ratios of gamma and beta functions are sums over the purchases of a customer, taken while walking through
 * the rows in order of x: differences of log-gamma functions lose their digits where
 * parameters are large.  All derivatives are exact.
 */
#include "clv/core/purchase.h"

#include <math.h>
#include <string.h>

#include "num/gauss.h"
#include "num/special.h"

const CvFamilyTerms cv_family[CV_FAMILIES] =
{
	[CV_BGNBD] = {"bg/nbd", 4, {"r", "alpha", "a", "b"}, 3, 11},
	[CV_MBGNBD] = {"mbg/nbd", 4, {"r", "alpha", "a", "b"}, 3, 12},
	[CV_NBD] = {"nbd", 2, {"r", "alpha"}, 3, 13},
	[CV_GAMMA_GAMMA] = {"gamma-gamma", 3, {"p", "q", "gamma"}, 2, 14},
	[CV_PARETO_NBD] = {"pareto/nbd", 4, {"r", "alpha", "s", "beta"}, 3, 15},
	[CV_BGBB] = {"bg/bb", 4, {"alpha", "beta", "gamma", "delta"}, 3, 16},
	[CV_SBG] = {"sbg", 2, {"alpha", "beta"}, 2, 17},
};

double
cv_chances(CvFamily family, double x)
{
	return family == CV_BGNBD || family == CV_MBGNBD ? x + (family == CV_MBGNBD) : 0;
}

/* Sums over j = 0 .. of what a customer with many purchases has in common with those with fewer. */
typedef struct Sums
{
	double		repeats;		/* how many terms each has */
	double		chances;
	double		a;				/* whose those of chances are */
	double		b;
	double		log_r;			/* log(r + j) */
	double		r1;				/* 1 / (r + j) */
	double		r2;
	double		log_b;			/* -log1p(a / (b + j)) */
	double		ab1;			/* 1 / (a + b + j) */
	double		ab2;
	double		b1;				/* 1 / (b + j) - 1 / (a + b + j) */
	double		b2;				/* 1 / (b + j)^2 */
} Sums;

static void
advance(Sums *s, const double *p, double repeats, double chances)
{
	if (s->a != p[2] || s->b != p[3])
	{
		s->a = p[2];
		s->b = p[3];
		s->chances = s->log_b = s->ab1 = s->ab2 = s->b1 = s->b2 = 0;
	}
	for (; s->repeats < repeats; s->repeats++)
	{
		double		v = 1 / (p[0] + s->repeats);

		CV_BREATHE(s->repeats);
		s->log_r += log(p[0] + s->repeats);
		s->r1 += v;
		s->r2 += v * v;
	}
	for (; s->chances < chances; s->chances++)
	{
		double		b = p[3] + s->chances;
		double		v = 1 / (p[2] + b);

		CV_BREATHE(s->chances);
		s->log_b -= log1p(p[2] / b);
		s->ab1 += v;
		s->ab2 += v * v;
		s->b1 += p[2] * v / b;
		s->b2 += 1 / (b * b);
	}
}

/* Log-likelihood of a row of BG/NBD, MBG/NBD or NBD, gradient, and Hessian by rows of four. */
static double
purchase_row(CvFamily family, const double *p, Sums *sums, const double *row, double *g, double *h)
{
	double		x = row[0];
	double		t = row[2];
	double		gap = t - row[1];
	double		shape = p[0] + x;
	double		at_end = p[1] + t;
	double		at_last = p[1] + row[1];
	double		k = cv_chances(family, x);
	double		value;

	advance(sums, p, x, k);
	/* r log(alpha) - (r + x) log(alpha + t) */
	value = sums->log_r - p[0] * log1p(t / p[1]) - x * log(at_end) + sums->log_b;
	if (g != NULL)
	{
		memset(g, 0, 4 * sizeof(double));
		memset(h, 0, 16 * sizeof(double));
		g[0] = sums->r1 - log1p(t / p[1]);
		g[1] = p[0] / p[1] - shape / at_end;
		h[0] = -sums->r2;
		h[1] = t / (p[1] * at_end);
		h[5] = shape / (at_end * at_end) - p[0] / (p[1] * p[1]);
		g[2] = -sums->ab1;
		g[3] = sums->b1;
		h[10] = h[11] = sums->ab2;
		h[15] = sums->ab2 - sums->b2;
	}
	if (k > 0)
	{
		/* Or stopped right after the last purchase. */
		double		last = p[3] + (k - 1);
		double		eta = log(p[2] / last) + shape * log1p(gap / at_last);

		value += cv_softplus(eta);
		if (g != NULL)
		{
			double		stopped = cv_logistic(eta);
			double		both = stopped * cv_logistic(-eta);
			double		slope = -gap / (at_end * at_last);
			double		d[4] = {log1p(gap / at_last), shape * slope, 1 / p[2], -1 / last};

			for (int i = 0; i < 4; i++)
			{
				g[i] += stopped * d[i];
				for (int j = i; j < 4; j++)
					h[i * 4 + j] += both * d[i] * d[j];
			}
			h[1] += stopped * slope;
			h[5] -= stopped * shape * slope * (at_end + at_last) / (at_end * at_last);
			h[10] -= stopped / (p[2] * p[2]);
			h[15] += stopped / (last * last);
		}
	}
	return value;
}

/*
 * The Pareto/NBD likelihood of a customer is that of having lived to t, plus that of having stopped
 * at any u from t_x to t:
 *
 *	(alpha + t)^-A (beta + t)^-s + s integral (alpha + u)^-A (beta + u)^-(s + 1) du
 *
 * with A = r + x, times factors that do not matter here.  The integrand is positive and smooth in log(c + u), c the
 * smaller of alpha and beta, so 32 points give thirteen digits; hypergeometric functions, the usual form, are a
 * difference of large numbers.  Returns the logarithm; the first of the parts is having lived to t.
 */
typedef struct Parts
{
	int			n;
	double		part[1 + CV_GAUSS_POINTS];	/* logarithms; then shares of the whole */
	double		u[1 + CV_GAUSS_POINTS];
	double		log_alpha[1 + CV_GAUSS_POINTS];	/* log(alpha + u) */
	double		log_beta[1 + CV_GAUSS_POINTS];
} Parts;

static double
pareto_parts(const double *p, const double *row, Parts *q)
{
	double		shape = p[0] + row[0];
	double		c = fmin(p[1], p[3]);
	double		from = log(c + row[1]);
	double		to = log(c + row[2]);
	double		decay = shape * (c + row[1]) / (p[1] + row[1]) + (p[2] + 1) * (c + row[1]) / (p[3] + row[1]) - 1;
	double		half;
	double		factor;
	double		most;
	double		sum = 0;

	q->n = 1;
	q->u[0] = row[2];
	q->log_alpha[0] = log(p[1] + row[2]);
	q->log_beta[0] = log(p[3] + row[2]);
	most = q->part[0] = -shape * q->log_alpha[0] - p[2] * q->log_beta[0];
	/* Whatever is farther is less than 1e-26 of it. */
	if (decay > 0.5)
		to = fmin(to, from + 60 / decay);
	half = (to - from) / 2;
	factor = log(half * p[2]);
	for (; half > 0 && q->n <= CV_GAUSS_POINTS; q->n++)
	{
		int			i = (q->n - 1) / 2;
		double		v = from + half * (1 + (q->n % 2 == 0 ? cv_gauss[i].node : -cv_gauss[i].node));
		double		u = exp(v) - c;

		q->u[q->n] = u;
		/* One of them is v itself. */
		q->log_alpha[q->n] = c == p[1] ? v : log(p[1] + u);
		q->log_beta[q->n] = c == p[3] ? v : log(p[3] + u);
		q->part[q->n] = cv_gauss[i].log_weight + factor + v - shape * q->log_alpha[q->n] - (p[2] + 1) * q->log_beta[q->n];
		most = fmax(most, q->part[q->n]);
	}
	for (int i = 0; i < q->n; i++)
	{
		q->part[i] = exp(q->part[i] - most);
		sum += q->part[i];
	}
	for (int i = 0; i < q->n; i++)
		q->part[i] /= sum;
	return most + log(sum);
}

/* Log-likelihood of a row of Pareto/NBD, gradient, and Hessian by rows of four. */
static double
pareto_row(const double *p, Sums *sums, const double *row, double *g, double *h)
{
	double		shape = p[0] + row[0];
	Parts		q;
	double		value = pareto_parts(p, row, &q);
	double		base[4];
	double		mean[4] = {0};

	advance(sums, p, row[0], 0);
	value += sums->log_r + p[0] * log(p[1]) + p[2] * log(p[3]);
	if (g == NULL)
		return value;
	memset(h, 0, 16 * sizeof(double));
	/* From having lived to t, so that differences stay small. */
	base[0] = -log1p(row[2] / p[1]);
	base[1] = p[0] / p[1] - shape / (p[1] + row[2]);
	base[2] = -log1p(row[2] / p[3]);
	base[3] = p[2] / p[3] - p[2] / (p[3] + row[2]);
	for (int i = 0; i < q.n; i++)
	{
		double		part = q.part[i];
		double		alpha = 1 / (p[1] + q.u[i]);
		double		beta = 1 / (p[3] + q.u[i]);
		double		fall = p[2] + (i > 0);
		double		d[4] = {0};

		if (i > 0)
		{
			double		gap = row[2] - q.u[i];

			d[0] = q.log_alpha[0] - q.log_alpha[i];
			d[1] = -shape * gap * alpha / (p[1] + row[2]);
			d[2] = 1 / p[2] + q.log_beta[0] - q.log_beta[i];
			d[3] = p[2] / (p[3] + row[2]) - fall * beta;
			h[10] -= part / (p[2] * p[2]);
		}
		h[1] -= part * alpha;
		h[5] += part * shape * alpha * alpha;
		h[11] -= part * beta;
		h[15] += part * fall * beta * beta;
		for (int a = 0; a < 4; a++)
		{
			mean[a] += part * d[a];
			for (int b = a; b < 4; b++)
				h[a * 4 + b] += part * d[a] * d[b];
		}
	}
	for (int a = 0; a < 4; a++)
	{
		g[a] = base[a] + mean[a];
		for (int b = a; b < 4; b++)
			h[a * 4 + b] -= mean[a] * mean[b];
	}
	g[0] += sums->r1;
	h[0] -= sums->r2;
	h[1] += 1 / p[1];
	h[5] -= p[0] / (p[1] * p[1]);
	h[11] += 1 / p[3];
	h[15] -= p[2] / (p[3] * p[3]);
	return value;
}

/* The same of the gamma-gamma model, rows of x and mean spend. */
static double
spend_row(const double *p, const double *row, double *g, double *h)
{
	double		x = row[0];
	double		m = row[1];
	double		px = p[0] * x;
	double		y = px + p[1];
	double		s = p[2] + m * x;
	double		log_share = -log1p(p[2] / (m * x));	/* log(m x / s) */

	if (g != NULL)
	{
		memset(g, 0, 4 * sizeof(double));
		memset(h, 0, 16 * sizeof(double));
		g[0] = x * (cv_digamma(y) - cv_digamma(px) + log_share);
		g[1] = cv_digamma(y) - cv_digamma(p[1]) + log(p[2] / s);
		g[2] = p[1] / p[2] - y / s;
		h[0] = x * x * (cv_trigamma(y) - cv_trigamma(px));
		h[1] = x * cv_trigamma(y);
		h[2] = -x / s;
		h[5] = cv_trigamma(y) - cv_trigamma(p[1]);
		h[6] = 1 / p[2] - 1 / s;
		h[10] = y / (s * s) - p[1] / (p[2] * p[2]);
	}
	return lgamma(y) - lgamma(px) - lgamma(p[1]) + p[1] * log(p[2] / s) + px * log_share - log(m);
}

/*
 * The same of BG/BB, rows of x, t_x and occasions n.  The customer lived through all, or stopped after any
 * from t_x on; the latter are a mixture whose parts follow from each other, all less than the first.  share, if
 * not NULL, is set to that of having lived.
 */
static double
occasions_row(const double *p, const double *row, double *g, double *h, double *share)
{
	double		x = row[0];
	double		t_x = row[1];
	double		n = row[2];
	double		base[5] = {0};	/* sums over alpha, beta, alpha + beta, delta, gamma + delta, to t_x */
	double		square[5] = {0};
	double		value = 0;
	double		part = 1;		/* bought like that and not stopped, from t_x on */
	double		total = 0;
	double		lived = 0;
	double		ahead[4] = {0}; /* gradient of a part, less that of the first */
	double		bend[4] = {0};	/* sums of squares that a part has more than the first */
	double		mean[4] = {0};
	double		second[16] = {0};

	for (double j = 0; j < t_x; j++)
	{
		double		to[5] = {p[0] + j, p[1] + j, p[0] + p[1] + j, p[3] + j, p[2] + p[3] + j};

		CV_BREATHE(j);
		/* Ratios to alpha + beta and to gamma + delta, which may overflow: first those of the purchases, then the rest. */
		value -= (j < x ? log1p(p[1] / to[0]) : log1p((p[0] + x) / (p[1] + (j - x)))) + log1p(p[2] / to[3]);
		for (int k = 0; k < 5 && g != NULL; k++)
		{
			bool		counts = (k > 0 || j < x) && (k != 1 || j < t_x - x);

			base[k] += counts ? 1 / to[k] : 0;
			square[k] += counts ? 1 / (to[k] * to[k]) : 0;
		}
	}
	for (double m = t_x; m <= n; m++)
	{
		bool		last = m == n;
		double		all = p[2] + p[3] + m;
		double		weight = part * (last ? 1 : 1 / (1 + (p[3] + m) / p[2]));

		CV_BREATHE(m);
		total += weight;
		if (last)
			lived = weight;
		if (g != NULL)
		{
			/* Stopping after m is one more chance that was not survived. */
			double		d[4] = {ahead[0], ahead[1], ahead[2] + (last ? 0 : 1 / p[2] - 1 / all), ahead[3] - (last ? 0 : 1 / all)};
			double		more = last ? 0 : 1 / (all * all);

			for (int a = 0; a < 4; a++)
			{
				mean[a] += weight * d[a];
				for (int b = a; b < 4; b++)
					second[a * 4 + b] += weight * d[a] * d[b];
			}
			second[0] += weight * bend[1];
			second[1] += weight * bend[1];
			second[5] += weight * (bend[1] - bend[0]);
			second[10] += weight * (bend[3] + more - (last ? 0 : 1 / (p[2] * p[2])));
			second[11] += weight * (bend[3] + more);
			second[15] += weight * (bend[3] + more - bend[2]);
			if (!last)
			{
				double		to[4] = {p[1] + (m - x), p[0] + p[1] + m, p[3] + m, all};

				ahead[0] -= 1 / to[1];
				ahead[1] += 1 / to[0] - 1 / to[1];
				ahead[2] -= 1 / to[3];
				ahead[3] += 1 / to[2] - 1 / to[3];
				for (int k = 0; k < 4; k++)
					bend[k] += 1 / (to[k] * to[k]);
			}
		}
		part /= (1 + (p[0] + x) / (p[1] + (m - x))) * (1 + p[2] / (p[3] + m));
	}
	if (share != NULL)
		*share = lived / total;
	if (g != NULL)
	{
		double		first[4] = {base[0] - base[2], base[1] - base[2], -base[4], base[3] - base[4]};

		memset(h, 0, 16 * sizeof(double));
		for (int a = 0; a < 4; a++)
		{
			g[a] = first[a] + mean[a] / total;
			for (int b = a; b < 4; b++)
				h[a * 4 + b] = second[a * 4 + b] / total - mean[a] / total * (mean[b] / total);
		}
		h[0] += square[2] - square[0];
		h[1] += square[2];
		h[5] += square[2] - square[1];
		h[10] += square[4];
		h[11] += square[4];
		h[15] += square[4] - square[3];
	}
	return value + log(total);
}

/* The same of sBG, rows of periods survived, and whether the next was not. */
static double
contract_row(const double *p, Sums *sums, const double *row, double *g, double *h)
{
	double		all = p[0] + p[1] + row[0];
	bool		left = row[1] > 0;

	advance(sums, (double[4]) {1, 1, p[0], p[1]}, 0, row[0]);
	if (g != NULL)
	{
		double		slope = left ? 1 / all : 0;

		memset(h, 0, 16 * sizeof(double));
		g[0] = -sums->ab1 - slope + (left ? 1 / p[0] : 0);
		g[1] = sums->b1 - slope;
		h[0] = sums->ab2 + slope * slope - (left ? 1 / (p[0] * p[0]) : 0);
		h[1] = sums->ab2 + slope * slope;
		h[5] = sums->ab2 - sums->b2 + slope * slope;
	}
	return sums->log_b + (left ? -log1p((p[1] + row[0]) / p[0]) : 0);
}

void
cv_covariate_effect(CvFamily family, bool dropout, double *effect)
{
	memset(effect, 0, CV_FAMILY_MOST * sizeof(double));
	if (!dropout)
		effect[1] = -1;
	else if (family == CV_PARETO_NBD)
		effect[3] = -1;
	else
		effect[2] = effect[3] = 1;
}

/*
 * What a row adds to gradient and Hessian: from those in the logarithms of a customer's own parameters, gradient g and
 * h by rows of four, to those in the model's.  direction has what each parameter of the model adds to each of them.
 */
static void
collect(int n, double weight, const double *g, const double *h, const double (*direction)[4], double *gradient, double *hessian)
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
	int			own = cv_family[c->family].n;
	int			covariates = c->covariates[0] + c->covariates[1];
	int			n = own + covariates;
	int			columns = cv_family[c->family].columns;
	int			width = columns + covariates + 1;
	double		common[4] = {1, 1, 1, 1};
	double		p[4];
	double		direction[CV_NEWTON_MOST][4] = {{0}};
	double		value = 0;
	int64_t		work = 0;
	Sums		sums = {0};

	for (int i = 0; i < own; i++)
	{
		common[i] = exp(parameter[i]);
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
		cv_breathe_after(&work, 4000 + 16 * (int64_t) (c->family == CV_BGBB ? row[2] : c->covariates[1] > 0 ? row[0] : 0));
		if (covariates > 0)
		{
			double		moved[4] = {0};

			for (int k = 0; k < covariates; k++)
			{
				double		z = (row[columns + k] - c->centre[k]) * c->scale[k];

				cv_covariate_effect(c->family, k >= c->covariates[0], direction[own + k]);
				for (int a = 0; a < 4; a++)
				{
					direction[own + k][a] *= z;
					moved[a] += direction[own + k][a] * parameter[own + k];
				}
			}
			for (int a = 0; a < 4; a++)
				p[a] = moved[a] == 0 ? common[a] : common[a] * exp(moved[a]);
		}
		if (c->family == CV_GAMMA_GAMMA)
			value += weight * spend_row(p, row, slope, h);
		else if (c->family == CV_PARETO_NBD)
			value += weight * pareto_row(p, &sums, row, slope, h);
		else if (c->family == CV_BGBB)
			value += weight * occasions_row(p, row, slope, h, NULL);
		else if (c->family == CV_SBG)
			value += weight * contract_row(p, &sums, row, slope, h);
		else
			value += weight * purchase_row(c->family, p, &sums, row, slope, h);
		if (gradient == NULL)
			continue;
		for (int a = 0; a < 4; a++)
		{
			for (int b = a; b < 4; b++)
				h[a * 4 + b] *= p[a] * p[b];
			g[a] *= p[a];
			h[a * 5] += g[a];
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
	int			columns = cv_family[c->family].columns;
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

/*
 * From covariates as they were scaled to as they are: coefficients and their covariance.  The other parameters stay those
 * of customers at the centre: far from it they may be beyond float8.
 */
static void
restore(const CvCustomers *c, CvNewton *fit)
{
	int			own = cv_family[c->family].n;
	int			n = fit->n;

	for (int i = own; i < n; i++)
	{
		double		scale = c->scale[i - own];

		fit->x[i] *= scale;
		for (int j = 0; j < n; j++)
		{
			fit->covariance[i * n + j] *= scale;
			fit->covariance[j * n + i] *= scale;
		}
	}
}

/*
 * Where the search for the maximum starts, in units of what the data say (units_of), so that it moves with the units of time and
 * money.  The likelihoods of models in which customers may stop often have two maxima, such as "few stop" and "many stop
 * at once", and a ridge: these starts are what it took to reach the best of a hundred others on thousands of random sets
 * and of samples of real ones (test/starts.sh).
 */
#define MOST_STARTS 8

static const struct
{
	int			n;
	double		start[MOST_STARTS][CV_FAMILY_MOST];
}			starts[CV_FAMILIES] =
{
	[CV_BGNBD] = {7, {{0.5, 0.5, 1, 2}, {5, 1.5, 0.3, 0.05}, {0.3, 0.3, 20, 100}, {0.5, 0.5, 0.1, 1}, {2, 2, 0.05, 0.5}, {1.5, 0.3, 1, 0.3}, {5, 0.5, 1, 0.2}}},
	[CV_MBGNBD] = {7, {{0.5, 0.5, 1, 2}, {5, 1.5, 0.3, 0.05}, {0.3, 0.3, 20, 100}, {0.5, 0.5, 0.1, 1}, {2, 2, 0.05, 0.5}, {1.5, 0.3, 1, 0.3}, {5, 0.5, 1, 0.2}}},
	[CV_NBD] = {1, {{0.5, 0.5}}},
	[CV_GAMMA_GAMMA] = {1, {{1, 2, 1}}},
	[CV_PARETO_NBD] = {6, {{0.5, 0.5, 0.5, 1}, {5, 5, 0.3, 0.05}, {5, 0.5, 0.5, 0.01}, {0.3, 0.3, 20, 20}, {1, 1, 0.1, 1e-4}, {2, 2, 0.01, 1e-6}}},
	[CV_BGBB] = {5, {{1, 1, 1, 1}, {1, 1, 1, 0.2}, {3, 1, 5, 1}, {0.3, 0.3, 0.3, 0.2}, {2, 5, 0.3, 0.05}}},
	[CV_SBG] = {1, {{1, 1}}},
};

static void
units_of(CvFamily family, double weight, double x, double second, double *unit)
{
	for (int i = 0; i < CV_FAMILY_MOST; i++)
		unit[i] = 1;
	if (family == CV_GAMMA_GAMMA)
		unit[2] = second / x;
	else if (family == CV_SBG)
		unit[1] = 1 + x / second;
	else if (family != CV_BGBB)
		unit[1] = second / x;
	if (family == CV_BGBB || family == CV_PARETO_NBD)
		unit[3] = second / weight;
}

/* A search from the start of this number; coefficients start at 0. */
static void
fit_from(const CvCustomers *c, int number, const double *unit, CvNewton *fit)
{
	memset(fit->x, 0, sizeof(fit->x));
	for (int i = 0; i < cv_family[c->family].n; i++)
		fit->x[i] = log(starts[c->family].start[number][i] * unit[i]);
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
	return (!b->converged && !b->flat) || a->value > b->value + least || (a->converged && !b->converged && a->value > b->value - least);
}

/*
 * Farther along a ridge, as long as that gains something: in the Pareto/NBD, where some stop at once, the likelihood rises as slowly
 * as beta falls, by orders of magnitude.
 */
static void
follow_ridge(const CvCustomers *c, CvNewton *fit)
{
	for (int i = 0; i < 4 && fit->flat; i++)
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

/* One of so many customers, each for as many: since the rows are sorted, x, t_x and t are spread as they were. */
static CvCustomers
sample(const CvCustomers *c, double weight)
{
	int			width = cv_family[c->family].columns + c->covariates[0] + c->covariates[1] + 1;
	CvCustomers s = *c;
	double		each = weight / CV_MOST_SAMPLED;
	double		seen = 0;
	int			taken = 0;

	s.row = c->spare;
	s.n = 0;
	for (int64_t i = 0; i < c->n; i++)
	{
		const double *row = c->row + i * width;
		int			before = taken;

		CV_BREATHE(i);
		seen += row[width - 1];
		while (taken < CV_MOST_SAMPLED && (taken + 0.5) * each <= seen)
			taken++;
		if (taken == before)
			continue;
		memcpy(c->spare + s.n * width, row, width * sizeof(double));
		c->spare[s.n++ * width + width - 1] = (taken - before) * each;
	}
	return s;
}

/*
 * The other starts: all are tried on a sample, and what they found there, where it is not what the first start finds, from
 * there on all rows.  The first start has been there, so that nothing is lost where the sample misleads.
 */
static void
fit_from_sample(const CvCustomers *c, const double *unit, double weight, CvNewton *fit)
{
	CvCustomers few = sample(c, weight);
	CvNewton	tried = {.n = fit->n, .farthest = fit->farthest};
	double		found[MOST_STARTS];
	int			n = 0;

	for (int k = 0; k < starts[c->family].n; k++)
	{
		bool		known = false;

		fit_from(&few, k, unit, &tried);
		/* Only a ridge that goes higher than all before is worth the way again. */
		for (int i = 0; i < n; i++)
			known |= tried.flat ? tried.value <= found[i] + rounding_of(found[i]) : fabs(found[i] - tried.value) <= 1e-6 * fabs(tried.value);
		if (known || (!tried.converged && !tried.flat))
			continue;
		found[n++] = tried.value;
		if (k == 0)
			continue;
		/* A ridge has no end that it could go on from. */
		if (tried.flat)
			fit_from(c, k, unit, &tried);
		else
			cv_newton(cv_purchase_loglik, c, &tried);
		if (is_better(&tried, fit))
			*fit = tried;
	}
}

/*
 * The maximum, in logarithms of the parameters: the best that is found from several starts.  False
 * where nobody bought again, or no contract ended or went on: then there is nothing to tell the parameters from.
 */
bool
cv_purchase_fit(CvCustomers *c, CvNewton *fit)
{
	int			covariates = c->covariates[0] + c->covariates[1];
	int			columns = cv_family[c->family].columns;
	int			width = columns + covariates + 1;
	double		weight = 0;
	double		x = 0;
	double		second = 0;		/* time, occasions, spend, or contracts that ended */
	double		unit[CV_FAMILY_MOST];
	CvNewton	tried;

	for (int64_t i = 0; i < c->n; i++)
	{
		const double *row = c->row + i * width;

		CV_BREATHE(i);
		weight += row[width - 1];
		x += row[0] * row[width - 1];
		second += (c->family == CV_GAMMA_GAMMA ? row[0] * row[1] : row[columns - 1]) * row[width - 1];
	}
	fit->n = cv_family[c->family].n + covariates;
	fit->farthest = 15;
	fit->converged = fit->flat = false;
	if (!(x > 0) || !(second > 0) || !isfinite(weight) || !isfinite(second) || !isfinite(x))
		return false;
	units_of(c->family, weight, x, second, unit);
	standardise(c);
	memset(fit->covariance, 0, sizeof(fit->covariance));
	tried = (CvNewton) {.n = fit->n, .farthest = fit->farthest};
	fit_from(c, 0, unit, fit);
	if (c->spare != NULL && c->n > CV_MOST_SAMPLED && starts[c->family].n > 1)
		fit_from_sample(c, unit, weight, fit);
	else
	{
		for (int k = 1; k < starts[c->family].n; k++)
		{
			fit_from(c, k, unit, &tried);
			if (is_better(&tried, fit))
				*fit = tried;
		}
		follow_ridge(c, fit);
	}
	restore(c, fit);
	return true;
}

double
cv_alive_at(CvFamily family, const double *p, double x, double t_x, double t)
{
	double		k = cv_chances(family, x);

	if (family == CV_PARETO_NBD)
	{
		Parts		q;

		pareto_parts(p, (double[3]) {x, t_x, t}, &q);
		return q.part[0];
	}
	if (family == CV_BGBB)
	{
		double		share;

		occasions_row(p, (double[3]) {x, t_x, t}, NULL, NULL, &share);
		return share;
	}
	if (k == 0)
		return 1;
	return cv_logistic(-log(p[2] / (p[3] + (k - 1))) - (p[0] + x) * log1p((t - t_x) / (p[1] + t_x)));
}
