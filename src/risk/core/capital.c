/*
 * capital.c - capital for unexpected losses, and scales of scores and grades.
 *
 * The risk weight functions of the internal ratings-based approach (Basel Committee on Banking
 * Supervision, "International Convergence of Capital Measurement and Capital Standards", June 2006,
 * paragraphs 272 to 330; now CRE31).
 */
#include "risk/core/capital.h"

#include <math.h>

#include "num/special.h"

/* The normal quantile at 0.999: losses are beyond the capital in one year of a thousand. */
#define WORST 3.090232306167813541540399830107

/* From most at PD 0 to least at PD 1, falling with exp(-speed PD). */
static double
falling_correlation(double pd, double speed, double least, double most)
{
	double		w = expm1(-speed * pd) / expm1(-speed);

	return least * w + most * (1 - w);
}

/* turnover, in millions, makes a corporate a small one; NaN: it is none. */
double
cv_irb_correlation(double pd, CvExposure class, double turnover)
{
	double		size;

	switch (class)
	{
		case CV_MORTGAGE:
			return 0.15;
		case CV_REVOLVING:
			return 0.04;
		case CV_RETAIL:
			return falling_correlation(pd, 35, 0.03, 0.16);
		default:
			if (isnan(turnover))
				return falling_correlation(pd, 50, 0.12, 0.24);
			size = fmin(50, fmax(5, turnover));
			return falling_correlation(pd, 50, 0.12, 0.24) - 0.04 * (1 - (size - 5) / 45);
	}
}

/*
 * Share of the exposure: the loss at the worst of a thousand years above the expected one, at PD
 * from 0 to below 1.
 */
double
cv_irb_capital(double pd, double lgd, CvExposure class, double maturity, double turnover)
{
	double		r = cv_irb_correlation(pd, class, turnover);
	double		worst,
				capital,
				slope;

	if (pd <= 0)
		return 0;
	worst = (cv_normal_quantile(pd) + sqrt(r) * WORST) / sqrt(1 - r);
	capital = lgd * (cv_normal_tail(-worst) - pd);
	if (class != CV_CORPORATE)
		return capital;
	slope = pow(0.11852 - 0.05478 * log(pd), 2);
	return capital * (1 + (maturity - 2.5) * slope) / (1 - 1.5 * slope);
}

/* The score at which odds good to bad are so many is base, and pdo points more double them. */
double
cv_pd_to_score(double pd, double base, double odds, double pdo)
{
	return base + pdo / M_LN2 * (log1p(-pd) - log(pd) - log(odds));
}

double
cv_score_to_pd(double score, double base, double odds, double pdo)
{
	return cv_logistic(-((score - base) / (pdo / M_LN2) + log(odds)));
}

/* One of n characteristics' points, so that their sum is the score of the whole logit. */
double
cv_scorecard_points(double woe, double coefficient, double intercept, int n, double base, double odds, double pdo)
{
	double		factor = pdo / M_LN2;

	return (base - factor * log(odds)) / n - factor * (coefficient * woe + intercept / n);
}

/* Upper bounds that rise from low to high by one ratio. */
void
cv_master_scale(double low, double high, int grades, double *bound)
{
	for (int i = 0; i < grades; i++)
		bound[i] = i == grades - 1 ? high : low * exp(log(high / low) * (i + 1) / grades);
}
