/*
 * incidence.c - cumulative incidence of one cause among several.
 *
 * F(t) is the sum of S(t-) d_k / n over the times up to t, S the survival of all causes (J. Kalbfleisch and
 * R. Prentice, 1980); with the other causes it adds up to 1 - S.  One minus the Kaplan-Meier estimate of
 * one cause is too much: it lets customers leave who have left.  The variance is Aalen's, as survfit of
 * R has it; its sums are kept so that each grows with F.
 */
#include "retention/core/incidence.h"

#include <math.h>

CvIncidence
cv_incidence_start(const CvLives *lives)
{
	CvIncidence f = {.all = cv_km_start(lives)};

	return f;
}

/* F rises by this much: so do its distances from all values before, whose sum of d / (n (n - d)) this is. */
static void
rise(CvIncidence *f, double by, double variance)
{
	f->square += 2 * by * f->gap + by * by * variance;
	f->gap += by * variance;
	f->cross += by * f->slope;
	f->incidence += by;
}

/* One moment with d_k events of the cause. */
static void
add_moment(CvIncidence *f, double before, double d)
{
	double		n = (double) f->all.at_risk;
	double		scale = f->all.lives->scale;

	f->own += before * before * (d / n) * ((n - d) / n) / n * scale;
	f->slope += before * (d / n) / n * scale;
}

/* The next moment, at which so many have left for this cause; false after the last.  Every moment is one with exits. */
bool
cv_incidence_next(CvIncidence *f, cv_int128 events)
{
	double		before = f->all.survival.hi;
	double		variance = f->all.variance;

	if (!cv_km_next(&f->all))
		return false;
	if (events > 0)
	{
		rise(f, before * (double) events / (double) f->all.at_risk, variance);
		add_moment(f, before, (double) events);
	}
	f->variance = fmax(0, f->square + f->own - 2 * f->cross);
	return true;
}
