/*
 * proportion.c - how sure is a share, and how different are two?
 *
 * One share: L. Brown, T. Cai and A. DasGupta, "Interval Estimation for a Binomial Proportion", Statistical Science 16,
 * 2001.  Difference: R. Newcombe, "Interval Estimation for the Difference between Independent Proportions",
 * Statistics in Medicine 17, 1998, method 10: from the Wilson intervals of both.  Ratio of shares: P. Koopman,
 * "Confidence Intervals for the Ratio of Two Binomial Proportions", Biometrics 40, 1984; D. Katz and others,
 * Biometrics 34, 1978.  Ratio of odds: B. Woolf, Annals of Human Genetics 19, 1955, with the half of J. Haldane and
 * F. Anscombe where a cell is 0.
 */
#include "survey/core/proportion.h"

/* With continuity correction (Newcombe, method 4); an end has no root where it is beyond 0 or 1. */
static CvInterval
wilson_corrected(double x, double n, double z)
{
	double		p = x / n;
	double		centre = 2 * n * p + z * z;
	double		inner = z * z - 1 / n + 4 * n * p * (1 - p);
	double		low = inner + (4 * p - 2);
	double		high = inner - (4 * p - 2);
	CvInterval	interval = {0, 1};

	if (low > 0)
		interval.low = (centre - (z * sqrt(low) + 1)) / (2 * (n + z * z));
	if (high > 0)
		interval.high = (centre + (z * sqrt(high) + 1)) / (2 * (n + z * z));
	return interval;
}

/* Agresti and Coull's: Wald's interval after z^2 / 2 more successes and as many failures. */
static CvInterval
agresti(double x, double n, double z)
{
	double		p = (x + z * z / 2) / (n + z * z);

	return cv_interval_around(p, z * sqrt(p * (1 - p) / (n + z * z)));
}

/* Ends at quantiles of beta numbers: Clopper and Pearson's, or Jeffreys' prior. */
static CvInterval
beta_ends(double x, double n, double alpha, double low_shift, double high_shift)
{
	CvInterval	interval = {0, 1};

	if (x > 0)
		interval.low = cv_beta_quantile(alpha / 2, x + low_shift, n - x + high_shift);
	if (x < n)
		interval.high = cv_beta_quantile(1 - alpha / 2, x + high_shift, n - x + low_shift);
	return interval;
}

static CvInterval
method_interval(double x, double n, double confidence, CvShareMethod method)
{
	double		z = cv_normal_width(confidence);

	switch (method)
	{
		case CV_SHARE_WILSON:
			return cv_wilson_interval(x, n, z);
		case CV_SHARE_WILSON_CORRECTED:
			return wilson_corrected(x, n, z);
		case CV_SHARE_EXACT:
			return beta_ends(x, n, 1 - confidence, 0, 1);
		case CV_SHARE_JEFFREYS:
			return beta_ends(x, n, 1 - confidence, 0.5, 0.5);
		case CV_SHARE_AGRESTI:
			return agresti(x, n, z);
		default:
			return cv_interval_around(x / n, z * sqrt(x / n * (1 - x / n) / n));
	}
}

CvInterval
cv_share_interval(double x, double n, double confidence, CvShareMethod method)
{
	CvInterval	interval = cv_interval_covering(method_interval(x, n, confidence, method), x / n);

	/* Not by rounding. */
	if (x <= 0)
		interval.low = 0;
	if (x >= n)
		interval.high = 1;
	return cv_interval_within(interval, 0, 1);
}

double
cv_share_difference(const CvTwoShares *s)
{
	return s->x[0] / s->n[0] - s->x[1] / s->n[1];
}

CvInterval
cv_difference_wald(const CvTwoShares *s, double confidence)
{
	double		variance = 0;

	for (int i = 0; i < 2; i++)
	{
		double		share = s->x[i] / s->n[i];

		variance += share * (1 - share) / s->n[i];
	}
	return cv_interval_within(cv_interval_around(cv_share_difference(s), cv_normal_width(confidence) * sqrt(variance)),
							  -1, 1);
}

CvInterval
cv_difference_newcombe(const CvTwoShares *s, double confidence)
{
	double		down[2],
				up[2];
	double		difference = cv_share_difference(s);
	CvInterval	interval;

	for (int i = 0; i < 2; i++)
	{
		double		share = s->x[i] / s->n[i];
		CvInterval	one = cv_share_interval(s->x[i], s->n[i], confidence, CV_SHARE_WILSON);

		down[i] = share - one.low;
		up[i] = one.high - share;
	}
	interval.low = difference - hypot(down[0], up[1]);
	interval.high = difference + hypot(up[0], down[1]);
	return cv_interval_within(interval, -1, 1);
}

double
cv_shares_chi_square(const CvTwoShares *s)
{
	double		pooled = (s->x[0] + s->x[1]) / (s->n[0] + s->n[1]);
	double		difference = cv_share_difference(s);

	if (pooled == 0 || pooled == 1)
		return NAN;
	return difference * difference / (pooled * (1 - pooled) * (1 / s->n[0] + 1 / s->n[1]));
}

double
cv_risk_ratio(const CvTwoShares *s)
{
	return (s->x[0] / s->n[0]) / (s->x[1] / s->n[1]);
}

double
cv_risk_log_variance(const CvTwoShares *s)
{
	return 1 / s->x[0] - 1 / s->n[0] + 1 / s->x[1] - 1 / s->n[1];
}

double
cv_odds_ratio(const CvTwoShares *s)
{
	return (s->x[0] / (s->n[0] - s->x[0])) / (s->x[1] / (s->n[1] - s->x[1]));
}

double
cv_odds_log_variance(const CvTwoShares *s)
{
	return 1 / s->x[0] + 1 / (s->n[0] - s->x[0]) + 1 / s->x[1] + 1 / (s->n[1] - s->x[1]);
}

/* Ends at the same distance from a ratio in logarithms. */
static CvInterval
log_interval(double ratio, double variance, double confidence)
{
	double		half = cv_normal_width(confidence) * sqrt(variance);
	CvInterval	interval = {ratio * exp(-half), ratio * exp(half)};

	return interval;
}

static const CvInterval no_interval = {NAN, NAN};

CvInterval
cv_risk_katz(const CvTwoShares *s, double confidence)
{
	if (s->x[0] == 0 || s->x[1] == 0)
		return no_interval;
	return log_interval(cv_risk_ratio(s), cv_risk_log_variance(s), confidence);
}

static bool
has_empty_cell(const CvTwoShares *s)
{
	return s->x[0] == 0 || s->x[1] == 0 || s->x[0] == s->n[0] || s->x[1] == s->n[1];
}

CvInterval
cv_odds_woolf(const CvTwoShares *s, double confidence)
{
	if (has_empty_cell(s))
		return no_interval;
	return log_interval(cv_odds_ratio(s), cv_odds_log_variance(s), confidence);
}

/* As far as the ratio itself, which may be 0 or infinite. */
CvInterval
cv_odds_adjusted(const CvTwoShares *s, double confidence)
{
	CvTwoShares more = *s;
	double		ratio = cv_odds_ratio(s);
	CvInterval	interval;

	if (!has_empty_cell(s))
		return cv_odds_woolf(s, confidence);
	if (s->n[0] == 0 || s->n[1] == 0)
		return no_interval;
	for (int i = 0; i < 2; i++)
	{
		more.x[i] += 0.5;
		more.n[i] += 1;
	}
	interval = cv_odds_woolf(&more, confidence);
	return isnan(ratio) ? interval : cv_interval_covering(interval, ratio);
}

/* root - t, given root^2 - t^2: with its digits also where the two are nearly equal. */
static double
root_minus(double root, double t, double square_difference)
{
	return t > 0 ? square_difference / (root + t) : root - t;
}

/*
 * How far the samples are from having this ratio of shares: chi-square at the shares that are most likely then
 * (Koopman's U).  They are p and p * ratio, p the smaller root of (n0 + n1) ratio p^2 - (a + b) p + x0 + x1.  What is
 * small is calculated as it is, not as the difference of what is not.
 */
static double
distance_from_ratio(const CvTwoShares *s, double ratio)
{
	double		fail[2] = {s->n[0] - s->x[0], s->n[1] - s->x[1]};
	double		x = s->x[0] + s->x[1];
	double		a = (s->n[0] + s->x[1]) * ratio;
	double		b = s->n[1] + s->x[0];
	double		root = sqrt((a - b) * (a - b) + 4 * ratio * fail[0] * fail[1]);
	double		sum = a + b + root;
	double		share[2] = {2 * x * ratio / sum, 2 * x / sum};
	double		rest[2];
	double		distance = 0;

	rest[0] = root_minus(root, 2 * x * ratio - a - b, 4 * x * ratio * fail[0] * (ratio - 1)) / sum;
	rest[1] = root_minus(root, 2 * x - a - b, 4 * x * fail[1] * (1 - ratio)) / sum;
	for (int i = 0; i < 2; i++)
	{
		double		d = share[i] < 0.5 ? s->x[i] - s->n[i] * share[i] : s->n[i] * rest[i] - fail[i];

		if (d != 0)
			distance += d * d / (s->n[i] * share[i] * rest[i]);
	}
	return distance;
}

/* Where the distance reaches limit, between a ratio that is nearer and one that is not, both as logarithms. */
static double
koopman_end(const CvTwoShares *s, double limit, double near, double far)
{
	for (int i = 0; i < 200 && fabs(far - near) > 1e-15 * fmax(1, fabs(near)); i++)
	{
		double		middle = (near + far) / 2;

		if (distance_from_ratio(s, exp(middle)) < limit)
			near = middle;
		else
			far = middle;
	}
	return exp(near);
}

#define FARTHEST 700			/* exp of it is still a number */

CvInterval
cv_risk_koopman(const CvTwoShares *s, double confidence)
{
	double		z = cv_normal_width(confidence);
	double		ratio = cv_risk_ratio(s);
	CvInterval	interval = {0, INFINITY};

	if (isnan(ratio))
		return no_interval;
	if (s->x[0] > 0)
		interval.low = koopman_end(s, z * z, isinf(ratio) ? FARTHEST : log(ratio), -FARTHEST);
	if (s->x[1] > 0)
		interval.high = koopman_end(s, z * z, ratio == 0 ? -FARTHEST : log(ratio), FARTHEST);
	return cv_interval_covering(interval, ratio);
}
