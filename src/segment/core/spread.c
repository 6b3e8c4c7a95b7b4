/*
 * spread.c - how a column lies, and scales that are made of that.
 *
 * Squares around the mean are merged by the formula of T. Chan, G. Golub and R. LeVeque, "Algorithms for computing the
 * sample variance", The American Statistician 37, 1983.
 */
#include "segment/core/spread.h"

#include <math.h>

CvSpread
cv_spread_empty(void)
{
	return (CvSpread) {.low = INFINITY, .high = -INFINITY, .whole = true};
}

void
cv_spread_merge(CvSpread *m, const CvSpread *other)
{
	CvDD		delta;
	CvDD		share;

	if (m->n == 0 || other->n == 0)
	{
		if (m->n == 0)
			*m = *other;
		return;
	}
	delta = cv_dd_add(cv_dd_divide(other->sum, cv_dd_from_double(other->n)),
					  cv_dd_negate(cv_dd_divide(m->sum, cv_dd_from_double(m->n))));
	share = cv_dd_divide(cv_dd_product(m->n, other->n), cv_dd_from_double(m->n + other->n));
	m->squares = cv_dd_add(cv_dd_add(m->squares, other->squares), cv_dd_multiply(cv_dd_multiply(delta, delta), share));
	m->sum = cv_dd_add(m->sum, other->sum);
	m->n += other->n;
	m->low = fmin(m->low, other->low);
	m->high = fmax(m->high, other->high);
	m->whole = m->whole && other->whole;
}

static bool
is_whole(double x)
{
	return x == rint(x) && fabs(x) < 0x1p53;
}

void
cv_spread_add(CvSpread *m, double x)
{
	CvSpread	one = {.n = 1, .sum = {x, 0}, .low = x, .high = x, .whole = is_whole(x)};

	cv_spread_merge(m, &one);
}

/* The exponent brings numbers of any size near 1; whole is said of them as they were. */
CvSpread
cv_spread_of(const double *x, int64_t n, int step, const bool *skip, int exponent)
{
	CvSpread	m = cv_spread_empty();
	CvDD		mean;

	for (int64_t i = 0; i < n; i++)
	{
		double		v = x[i * step];

		CV_BREATHE(i);
		if (skip != NULL && skip[i])
			continue;
		m.n++;
		m.whole = m.whole && is_whole(v);
		v = ldexp(v, exponent);
		m.sum = cv_dd_add(m.sum, cv_dd_from_double(v));
		m.low = fmin(m.low, v);
		m.high = fmax(m.high, v);
	}
	mean = m.n > 0 ? cv_dd_divide(m.sum, cv_dd_from_double(m.n)) : m.sum;
	for (int64_t i = 0; i < n; i++)
	{
		CvDD		d;

		CV_BREATHE(i);
		if (skip != NULL && skip[i])
			continue;
		d = cv_dd_add(cv_dd_from_double(ldexp(x[i * step], exponent)), cv_dd_negate(mean));
		m.squares = cv_dd_add(m.squares, cv_dd_multiply(d, d));
	}
	return m;
}

static CvScaling
scaling_of(const CvSpread *m)
{
	CvScaling	s = {0};

	s.varies = m->n > 0 && cv_differ(m->low, m->high, m->whole);
	s.exponent = cv_exponent(fmax(fabs(m->low), fabs(m->high)));
	return s;
}

CvScaling
cv_minmax_scaling(const CvSpread *m, bool descending)
{
	CvScaling	s = scaling_of(m);
	double		low = ldexp(m->low, s.exponent);
	double		high = ldexp(m->high, s.exponent);

	s.origin = descending ? high : low;
	s.unit = descending ? low - high : high - low;
	return s;
}

CvScaling
cv_z_scaling(const CvSpread *m)
{
	CvScaling	s = scaling_of(m);
	CvDD		mean;

	if (!s.varies)
		return s;
	mean = cv_dd_divide(m->sum, cv_dd_from_double(m->n));
	s.origin = ldexp(mean.hi, s.exponent);
	s.rest = ldexp(mean.lo, s.exponent);
	s.unit = sqrt(ldexp(m->squares.hi, 2 * s.exponent) / (m->n - 1));
	return s;
}

double
cv_scaled(const CvScaling *s, double x)
{
	return ((ldexp(x, s->exponent) - s->origin) - s->rest) / s->unit + 0.0;	/* no negative zero */
}

CvAxis
cv_axis_of(const CvSpread *m, double weight, bool more_is_better)
{
	CvAxis		axis = {.exponent = cv_exponent(fmax(fabs(m->low), fabs(m->high)))};
	CvDD		of_mean = cv_dd_divide(cv_dd_multiply(m->sum, m->sum), cv_dd_from_double(m->n));
	double		length = sqrt(ldexp(cv_dd_add(m->squares, of_mean).hi, 2 * axis.exponent));
	double		low;
	double		high;

	axis.factor = length > 0 ? weight / length : 0;
	if (!more_is_better)
		axis.factor = -axis.factor;
	low = ldexp(m->low, axis.exponent) * axis.factor;
	high = ldexp(m->high, axis.exponent) * axis.factor;
	axis.best = fmax(low, high);
	axis.worst = fmin(low, high);
	return axis;
}

double
cv_closeness(const CvAxis *axis, int width, const double *x)
{
	double		to_best = 0;
	double		to_worst = 0;

	for (int j = 0; j < width; j++)
	{
		double		v = ldexp(x[j], axis[j].exponent) * axis[j].factor;

		to_best += (v - axis[j].best) * (v - axis[j].best);
		to_worst += (v - axis[j].worst) * (v - axis[j].worst);
	}
	/* No distance at all is 0 / 0. */
	return sqrt(to_worst) / (sqrt(to_best) + sqrt(to_worst));
}
