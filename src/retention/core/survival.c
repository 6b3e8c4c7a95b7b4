/*
 * survival.c - Kaplan-Meier and what is read from it.
 *
 * S(t) is the product of (n - d) / n over the times of events up to t, n at risk and d with the
 * event (E. Kaplan and P. Meier, JASA 53, 1958).  At risk at t is who entered before t and
 * leaves at t or later; who is last seen at the time of an event was at risk for it.  The product
 * is taken with 32 digits, so that 5/6 * 4/5 * 3/4 is one half.
 */
#include "retention/core/survival.h"

#include <math.h>

/* Where a share of customers counts as reached: rounding of 1 - p must not put it off. */
#define SHARE_ROUNDING 4e-16

/* Rows that did not say when they entered were there from the beginning. */
static cv_int128
at_risk_first(const CvLives *lives)
{
	cv_int128	n = 0;

	for (int64_t i = 0; i < lives->n; i++)
	{
		const CvMoment *m = &lives->moment[i];

		CV_BREATHE(i);
		n += m->events + m->censored - m->entered;
	}
	return n;
}

CvKm
cv_km_start(const CvLives *lives)
{
	CvKm		km = {.lives = lives, .next_at_risk = at_risk_first(lives), .survival = {1, 0}};

	return km;
}

/* The estimate after a time with n at risk and d events. */
static void
survive(CvKm *km, cv_int128 n, cv_int128 d)
{
	double		risk = (double) n / km->lives->scale;
	double		share = (double) d / (double) n;

	km->survival = cv_dd_multiply(km->survival, cv_dd_divide(cv_dd_from_int(n - d), cv_dd_from_int(n)));
	km->variance += share / ((double) (n - d) / km->lives->scale);
	km->hazard += share;
	km->hazard_variance += share / risk;
}

/* Go past the next moment, which is there. */
static void
pass_moment(CvKm *km)
{
	const CvMoment *m = &km->lives->moment[km->passed++];

	CV_BREATHE(km->passed);
	km->time = m->time;
	km->at_risk = km->next_at_risk;
	km->events = m->events;
	km->censored = m->censored;
	km->next_at_risk += m->entered - m->events - m->censored;
	if (m->events > 0)
		survive(km, km->at_risk, m->events);
}

static void
pass_until(CvKm *km, double t)
{
	while (km->passed < km->lives->n && km->lives->moment[km->passed].time <= t)
		pass_moment(km);
}

/* The next moment with an exit; false after the last. */
bool
cv_km_next(CvKm *km)
{
	while (km->passed < km->lives->n)
	{
		pass_moment(km);
		if (km->events + km->censored > 0)
			return true;
	}
	return false;
}

/*
 * S(t) / S(given), as a new estimate among those who are still there at given; from the start where that is negative.
 */
CvKm
cv_km_between(const CvLives *lives, double given, double t)
{
	CvKm		km = cv_km_start(lives);

	pass_until(&km, given);
	km.variance = km.hazard = km.hazard_variance = 0;
	km.survival = cv_dd_from_double(km.survival.hi > 0 ? 1 : NAN);
	pass_until(&km, t);
	return km;
}

/* The last time at which somebody was seen. */
double
cv_last_exit(const CvLives *lives)
{
	for (int64_t i = lives->n - 1; i >= 0; i--)
	{
		if (lives->moment[i].events + lives->moment[i].censored > 0)
			return lives->moment[i].time;
	}
	return NAN;
}

/* The weight of who entered before t and leaves at t or later. */
double
cv_at_risk(const CvLives *lives, double t)
{
	cv_int128	n = at_risk_first(lives);

	for (int64_t i = 0; i < lives->n && lives->moment[i].time < t; i++)
		n += lives->moment[i].entered - lives->moment[i].events - lives->moment[i].censored;
	return (double) n / lives->scale;
}

/* NaN where survival is 0: its logarithm has no variance. */
void
cv_km_band(double survival, double variance, double width, CvBand band, double *low, double *high)
{
	double		half = width * sqrt(variance);

	if (survival == 1)
		*low = *high = 1;
	else if (band == CV_BAND_LOGLOG)
	{
		*low = pow(survival, exp(-half / log(survival)));
		*high = pow(survival, exp(half / log(survival)));
	}
	else
	{
		*low = band == CV_BAND_LOG ? survival * exp(-half) : fmax(0, survival * (1 - half));
		*high = fmin(1, band == CV_BAND_LOG ? survival * exp(half) : survival * (1 + half));
	}
	if (!(survival > 0))
		*low = *high = NAN;
}

/*
 * The first time at which a share of p is gone: by the estimate (side 0), by the lower (-1) or the upper end (1) of
 * its band. NaN where that is never reached.
 */
double
cv_survival_quantile(const CvLives *lives, double p, double width, CvBand band, int side)
{
	CvKm		km = cv_km_start(lives);

	while (cv_km_next(&km))
	{
		double		end[2] = {0, NAN};
		double		s = km.survival.hi;

		if (side != 0 && s > 0)
			cv_km_band(s, km.variance, width, band, &end[0], &end[1]);
		if ((side == 0 ? s : end[side > 0]) <= 1 - p + SHARE_ROUNDING)
			return km.time;
	}
	return NAN;
}

/*
 * The area under S up to tau.  Its variance is the sum of A^2 d / (n (n - d)), A the area from the event to tau; all
 * three sums grow with the area, so that nothing is subtracted.  NaN where S is not known up to tau.
 */
CvRestricted
cv_restricted_mean(const CvLives *lives, double tau)
{
	CvKm		km = cv_km_start(lives);
	CvRestricted r = {0, 0};
	double		before = 0;		/* time */
	double		sum = 0;		/* of A d / (n (n - d)) */
	double		variance = 0;	/* of d / (n (n - d)) */
	double		survival = 1;

	for (bool more = true; more && before < tau;)
	{
		double		area;

		more = cv_km_next(&km);
		if (!more && survival > 0)
			break;
		area = survival * (fmin(more ? km.time : tau, tau) - before);
		r.mean += area;
		r.variance += 2 * area * sum + area * area * variance;
		sum += area * variance;
		before = more ? fmin(km.time, tau) : tau;
		survival = km.survival.hi;
		variance = survival > 0 ? km.variance : 0;	/* no area comes after 0 */
	}
	if (before < tau)
		r.mean = r.variance = NAN;
	return r;
}
