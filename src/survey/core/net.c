/*
 * net.c - how sure is a net score, the mean of 1, 0 and -1, and the difference of two?
 *
 * 'adjusted' is adjusted Wald: as if three more had answered, of whom 3/4 say 1, 3/2 say 0 and 3/4 say -1, on each
 * side of a difference (B. Rocks, "Interval Estimation for the Net Promoter Score", The American Statistician 70,
 * 2016).  't' is Student's, for a difference B. Welch's (Biometrika 34, 1947).  With weights n is Kish's effective
 * number of answers.
 */
#include "survey/core/net.h"

#define MORE 3					/* answers that are added */
#define MORE_SPOKEN 1.5			/* of them 1 or -1 */

void
cv_net_worth(CvWorth *worth, int nscores, int detractor_max, int promoter_min)
{
	for (int score = 0; score < nscores; score++)
		worth->of[score] = cv_net_category(score, detractor_max, promoter_min);
}

double
cv_net_error(const CvMoments *m, CvNetMethod method, double *centre)
{
	double		n = m->effective;
	double		spoken;

	*centre = m->mean;
	switch (method)
	{
		case CV_NET_ADJUSTED:
			spoken = (m->variance + m->mean * m->mean) * n + MORE_SPOKEN;
			*centre = m->mean * n / (n + MORE);
			return sqrt((spoken / (n + MORE) - *centre * *centre) / (n + MORE));
		case CV_NET_T:
			return n > 1 ? sqrt(m->variance / (n - 1)) : NAN;
		case CV_NET_LINEARISED:
			return m->linearised;
		case CV_NET_SVYMEAN:
			return m->n > 1 ? m->linearised * sqrt((double) m->n / (double) (m->n - 1)) : NAN;
		default:
			return sqrt(m->variance / n);
	}
}

CvInterval
cv_net_interval(const CvMoments *m, double confidence, CvNetMethod method)
{
	double		centre;
	double		se = cv_net_error(m, method, &centre);
	CvInterval	interval;

	if (isnan(se))
		return cv_interval_around(NAN, 0);
	se *= method == CV_NET_T ? cv_t_width(confidence, m->effective - 1) : cv_normal_width(confidence);
	interval = cv_interval_covering(cv_interval_around(centre, se), m->mean);
	return cv_interval_within(interval, -1, 1);
}

/* Welch's degrees of freedom; without any error they do not matter. */
static double
welch_df(const CvMoments *a, const CvMoments *b, double error_a, double error_b)
{
	double		square_a = error_a * error_a;
	double		square_b = error_b * error_b;

	if (square_a + square_b == 0)
		return 1;
	return (square_a + square_b) * (square_a + square_b) /
		(square_a * square_a / (a->effective - 1) + square_b * square_b / (b->effective - 1));
}

CvInterval
cv_net_difference_interval(const CvMoments *a, const CvMoments *b, double confidence, CvNetMethod method)
{
	double		centre_a,
				centre_b;
	double		error_a = cv_net_error(a, method, &centre_a);
	double		error_b = cv_net_error(b, method, &centre_b);
	double		half = hypot(error_a, error_b);
	CvInterval	interval;

	if (isnan(half))
		return cv_interval_around(NAN, 0);
	half *= method == CV_NET_T ? cv_t_width(confidence, welch_df(a, b, error_a, error_b)) : cv_normal_width(confidence);
	interval = cv_interval_covering(cv_interval_around(centre_a - centre_b, half), a->mean - b->mean);
	return cv_interval_within(interval, -2, 2);
}

double
cv_net_p(const CvMoments *m)
{
	return cv_two_sided(m->mean / sqrt(m->variance / m->effective));
}

double
cv_net_difference_p(const CvMoments *a, const CvMoments *b)
{
	return cv_two_sided((a->mean - b->mean) / sqrt(a->variance / a->effective + b->variance / b->effective));
}
