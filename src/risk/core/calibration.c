/*
 * calibration.c - do events come as often as the probabilities say?
 *
 * Scores are probabilities here, from 0 to 1.
 */
#include "risk/core/calibration.h"

#include <math.h>
#include <string.h>

#include "num/logit.h"
#include "num/special.h"

/* Mean squared distance of the probability from what happened. */
double
cv_curve_brier(const CvCurve *c)
{
	double		sum = 0;

	for (int64_t i = 0; i < c->n; i++)
	{
		double		p = c->score[i];

		CV_BREATHE(i);
		sum += c->count[1][i] * (1 - p) * (1 - p) + c->count[0][i] * p * p;
	}
	return sum / cv_curve_total(c);
}

/* Infinite when what was said to be impossible happened. */
double
cv_curve_log_loss(const CvCurve *c)
{
	double		sum = 0;

	for (int64_t i = 0; i < c->n; i++)
	{
		double		p = c->score[i];

		CV_BREATHE(i);
		if (c->count[1][i] > 0)
			sum -= c->count[1][i] * log(p);
		if (c->count[0][i] > 0)
			sum -= c->count[0][i] * log1p(-p);
	}
	return sum / cv_curve_total(c) + 0.0;
}

/* Which of so many bins of equal width, (0, 1/bins] and on, from 0; 0 itself is in the first. */
int
cv_width_bin(double p, int bins)
{
	int			bin = (int) ceil(p * bins);

	while (bin > 1 && p <= (double) (bin - 1) / bins)
		bin--;
	while (bin < bins && p > (double) bin / bins)
		bin++;
	return bin < 1 ? 0 : bin - 1;
}

/* Walks over the scores as if each stood there as often as it counts. */
typedef struct Place
{
	int64_t		i;
	double		below;
} Place;

/* The score at this place, from 0, which is not before the last one. */
static double
score_at(const CvCurve *c, Place *p, double place)
{
	while (p->i < c->n - 1 && p->below + c->count[0][p->i] + c->count[1][p->i] <= place)
	{
		p->below += c->count[0][p->i] + c->count[1][p->i];
		p->i++;
		CV_BREATHE(p->i);
	}
	return c->score[p->i];
}

/*
 * The bins - 1 inner bounds of bins of equal size, linear between scores as percentile_cont (type 7
 * of Hyndman and Fan).
 */
void
cv_curve_cuts(const CvCurve *c, int bins, double *cut)
{
	Place		below = {0, 0};
	Place		above = {0, 0};

	for (int k = 1; k < bins; k++)
	{
		double		place = fmax(0, (double) k / bins * (cv_curve_total(c) - 1));
		double		low = score_at(c, &below, floor(place));
		double		high = score_at(c, &above, ceil(place));

		cut[k - 1] = low + (place - floor(place)) * (high - low);
	}
}

/* Scores up to the first cut, above it up to the second, and so on. */
void
cv_curve_groups(const CvCurve *c, const double *cut, int bins, CvGroup *group)
{
	int			k = 0;

	memset(group, 0, bins * sizeof(CvGroup));
	for (int64_t i = 0; i < c->n; i++)
	{
		double		n = c->count[0][i] + c->count[1][i];

		CV_BREATHE(i);
		while (k < bins - 1 && c->score[i] > cut[k])
			k++;
		group[k].n += n;
		group[k].events += c->count[1][i];
		group[k].p += n * c->score[i];
	}
}

static void
add_group(CvBrierParts *b, const CvGroup *g, double total, double base)
{
	double		rate = g->events / g->n;
	double		gap = fabs(rate - g->p / g->n);

	b->reliability += g->n / total * gap * gap;
	b->resolution += g->n / total * (rate - base) * (rate - base);
	b->error += g->n / total * gap;
	b->largest_error = fmax(b->largest_error, gap);
}

/*
 * Murphy's three parts (Journal of Applied Meteorology 12, 1973) of so many bins of equal width,
 * or, with 0 of them, of distinct values; and the two that binning leaves within (D. Stephenson, C.
 * Coelho and I. Jolliffe, Weather and Forecasting 23, 2008), so that brier = reliability -
 * resolution + uncertainty + within_variance - within_covariance. group has room for the bins.
 */
CvBrierParts
cv_curve_brier_parts(const CvCurve *c, int bins, CvGroup *group)
{
	CvBrierParts b = {0};
	double		total = cv_curve_total(c);
	double		base = c->total[1] / total;

	if (bins > 0)
		memset(group, 0, bins * sizeof(CvGroup));
	for (int64_t i = 0; i < c->n; i++)
	{
		CvGroup		one = {c->count[0][i] + c->count[1][i], c->count[1][i], 0};
		CvGroup    *g = bins > 0 ? &group[cv_width_bin(c->score[i], bins)] : NULL;

		CV_BREATHE(i);
		one.p = one.n * c->score[i];
		if (g == NULL)
		{
			add_group(&b, &one, total, base);
			continue;
		}
		g->n += one.n;
		g->events += one.events;
		g->p += one.p;
	}
	for (int k = 0; k < bins; k++)
	{
		if (group[k].n > 0)
			add_group(&b, &group[k], total, base);
	}
	for (int64_t i = 0; i < c->n && bins > 0; i++)
	{
		const CvGroup *g = &group[cv_width_bin(c->score[i], bins)];
		double		distance = c->score[i] - g->p / g->n;
		double		n = c->count[0][i] + c->count[1][i];

		CV_BREATHE(i);
		b.within_variance += n / total * distance * distance;
		b.within_covariance += 2 / total * (c->count[1][i] - n * (g->events / g->n)) * distance;
	}
	b.uncertainty = base * (1 - base);
	b.brier = cv_curve_brier(c);
	return b;
}

/* Sum over the groups that have rows, *used of them, of (observed - expected)^2 over its variance. */
double
cv_hosmer_lemeshow(const CvGroup *group, int n, int *used)
{
	double		chi_square = 0;

	*used = 0;
	for (int k = 0; k < n; k++)
	{
		const CvGroup *g = &group[k];
		double		gap = g->events - g->p;

		if (!(g->n > 0))
			continue;
		++*used;
		if (gap != 0)
			chi_square += gap * gap / (g->p * (1 - g->p / g->n));
	}
	return chi_square;
}

/* Newton's method for the intercept when the slope is 1; the sum of probabilities then is that of events. */
static bool
fit_shift(const CvCurve *c, const double *logit, double *shift, double *se)
{
	*shift = 0;
	for (int k = 0; k < 200; k++)
	{
		double		gap = 0;
		double		information = 0;
		double		step;

		for (int64_t i = 0; i < c->n; i++)
		{
			double		n = c->count[0][i] + c->count[1][i];
			double		p = cv_logistic(logit[i] + *shift);

			CV_BREATHE(i);
			gap += c->count[1][i] - n * p;
			information += n * p * (1 - p);
		}
		step = gap / information;
		if (!isfinite(step))
			return false;
		/* Far from the estimate the sum is flat, and the step too long. */
		*shift += fmax(-2, fmin(2, step));
		*se = 1 / sqrt(information);
		if (fabs(step) < 1e-12 * fmax(1, fabs(*shift)))
			return true;
	}
	return false;
}

/*
 * False when there is no finite estimate: a probability of 0 or 1, one class only, all
 * probabilities equal, or separated. rows has room for 7 numbers a score.
 */
bool
cv_curve_recalibrate(const CvCurve *c, double *rows, CvRecalibration *r)
{
	double	   *logit = rows + 6 * c->n;
	double		centre[1],
				beta[2],
				covariance[4],
				work[CV_LOGIT_WORK(1)];
	bool		aliased[1];
	CvLogit		fit = {.row = rows,.k = 1,.centre = centre,.beta = beta,.covariance = covariance,
	.aliased = aliased,.work = work};

	for (int64_t i = 0; i < c->n; i++)
	{
		double		p = c->score[i];

		CV_BREATHE(i);
		if (!(p > 0 && p < 1))
			return false;
		logit[i] = log(p) - log1p(-p);
		for (int y = 0; y < 2; y++)
		{
			double	   *row = rows + 3 * fit.n;

			if (!(c->count[y][i] > 0))
				continue;
			row[0] = y;
			row[1] = logit[i];
			row[2] = c->count[y][i];
			fit.n++;
		}
	}
	if (fit.n == 0 || !(c->total[0] > 0 && c->total[1] > 0))
		return false;
	cv_logit_fit(&fit);
	if (!fit.converged || fit.separated || fit.out_of_range || aliased[0])
		return false;
	/* The constant of the fit is that at the centre. */
	r->intercept = beta[0] - beta[1] * centre[0];
	r->slope = beta[1];
	r->intercept_se = sqrt(covariance[0] + centre[0] * (centre[0] * covariance[3] - 2 * covariance[1]));
	r->slope_se = sqrt(covariance[3]);
	r->loglik = fit.loglik;
	r->chi_square = fmax(0, 2 * (fit.loglik + cv_curve_log_loss(c) * cv_curve_total(c)));
	return fit_shift(c, logit, &r->shift, &r->shift_se);
}

/* The probability whose logit is intercept + slope * logit(p). */
double
cv_recalibrate(double p, double intercept, double slope)
{
	if (slope == 0)
		return cv_logistic(intercept);
	return cv_logistic(intercept + slope * (log(p) - log1p(-p)));
}
