/*
 * moments.c - sums and sums of products of columns, in about 32 digits.
 */
#include "drivers/core/moments.h"

#include <string.h>

#define SPLIT 134217729.0		/* 2^27 + 1 */

static void
add_sum(CvMoments *m, int i, CvDD x)
{
	CvDD		s = {m->sum[i], m->sum_rest[i]};

	s = cv_dd_add(s, x);
	m->sum[i] = s.hi + 0.0;
	m->sum_rest[i] = s.lo + 0.0;
}

/*
 * Add a row of n columns.  With differences d + rest and what they weigh, f + f_rest, a product is f d, its rounding
 * error, and the cross products of rests: T. Dekker's product and D. Knuth's sum of two doubles, both exact.  Where the
 * processor has a multiply-add, it gives the error of a product at once, and the same.
 */
static inline __attribute__((always_inline)) bool
add_row(CvMoments *m, const double *x, double weight, const int n, const bool fused)
{
	double		d[CV_MOMENTS_MOST];
	double		rest[CV_MOMENTS_MOST];
	double		high[CV_MOMENTS_MOST];	/* halves of d */
	double		low[CV_MOMENTS_MOST];
	bool		vanishes = false;

	if (m->weight.hi == 0)
		memcpy(m->origin, x, n * sizeof(double));
	if (m->weight.lo == 0 && weight == 1 && m->weight.hi < 0x1p52)
		m->weight.hi += 1;
	else
		m->weight = cv_dd_add(m->weight, cv_dd_from_double(weight));
	for (int i = 0; i < n; i++)
	{
		CvDD		difference = cv_dd_sum(x[i], -m->origin[i]);
		double		t = SPLIT * difference.hi;

		d[i] = difference.hi;
		rest[i] = difference.lo;
		high[i] = t - (t - d[i]);
		low[i] = d[i] - high[i];
		vanishes |= fabs(d[i]) < CV_MOMENTS_LEAST && d[i] != 0;
	}
	for (int i = 0; i < n; i++)
	{
		CvDD		f = {d[i], rest[i]};
		double		f_high = high[i];
		double		f_low = low[i];
		double	   *restrict sum = m->product + i * n;
		double	   *restrict sum_rest = m->product_rest + i * n;
		CvDD		s;

		if (weight != 1)
		{
			double		t;

			f = cv_dd_multiply(f, cv_dd_from_double(weight));
			t = SPLIT * f.hi;
			f_high = t - (t - f.hi);
			f_low = f.hi - f_high;
		}
		s = cv_dd_sum(m->sum[i], f.hi);
		m->sum[i] = s.hi;
		m->sum_rest[i] += s.lo + f.lo;
		for (int j = i; j < n; j++)
		{
			double		p = f.hi * d[j];
			double		e = fused ? __builtin_fma(f.hi, d[j], -p) :
				((f_high * high[j] - p) + f_high * low[j] + f_low * high[j]) + f_low * low[j];
			double		r = sum[j] + p;
			double		b = r - sum[j];

			sum_rest[j] += ((sum[j] - (r - b)) + (p - b)) + (e + (f.hi * rest[j] + f.lo * d[j]));
			sum[j] = r;
		}
	}
	return !vanishes;
}

/* Written out for one and two regressors, where the loops would take longer than the sums. */
static inline __attribute__((always_inline)) bool
add_row_of_width(CvMoments *m, const double *x, double weight, const bool fused)
{
	switch (m->width)
	{
		case 2:
			return add_row(m, x, weight, 2, fused);
		case 3:
			return add_row(m, x, weight, 3, fused);
		default:
			return add_row(m, x, weight, m->width, fused);
	}
}

#if defined(__x86_64__) && !defined(__FP_FAST_FMA)
#define FUSED_IF_THERE

static __attribute__((target("avx2,fma"))) bool
add_fused(CvMoments *m, const double *x, double weight)
{
	return add_row_of_width(m, x, weight, true);
}
#endif

bool
cv_moments_add(CvMoments *m, const double *x, double weight)
{
#ifdef FUSED_IF_THERE
	if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
		return add_fused(m, x, weight);
	return add_row_of_width(m, x, weight, false);
#elif defined(__FP_FAST_FMA)
	return add_row_of_width(m, x, weight, true);
#else
	return add_row_of_width(m, x, weight, false);
#endif
}

/*
 * Sums of other around an origin that is d below its own: sum + weight d, and
 * products + sum_i d_j + d_i sum_j + weight d_i d_j.  They are added to m, or, where m is other, what
 * they are more.
 */
static void
add_shifted(CvMoments *m, const CvMoments *other, const CvDD *d)
{
	int			n = m->width;
	CvDD		half[CV_MOMENTS_MOST];	/* sum + weight d / 2: a product grows by half_i d_j + d_i half_j */

	for (int i = 0; i < n; i++)
		half[i] = cv_dd_add((CvDD) {other->sum[i], other->sum_rest[i]},
							cv_dd_multiply(other->weight, cv_dd_multiply(d[i], cv_dd_from_double(0.5))));
	for (int i = 0; i < n; i++)
	{
		for (int j = i; j < n; j++)
		{
			int			at = i * n + j;
			CvDD		s = cv_dd_add(cv_dd_multiply(half[i], d[j]), cv_dd_multiply(d[i], half[j]));

			if (m != other)
				s = cv_dd_add(s, (CvDD) {other->product[at], other->product_rest[at]});
			s = cv_dd_add((CvDD) {m->product[at], m->product_rest[at]}, s);
			m->product[at] = s.hi + 0.0;
			m->product_rest[at] = s.lo + 0.0;
		}
		add_sum(m, i, cv_dd_multiply(other->weight, d[i]));
		if (m != other)
			add_sum(m, i, (CvDD) {other->sum[i], other->sum_rest[i]});
	}
}

void
cv_moments_merge(CvMoments *m, const CvMoments *other)
{
	CvDD		d[CV_MOMENTS_MOST];

	if (m->weight.hi == 0)
		memcpy(m->origin, other->origin, m->width * sizeof(double));
	for (int i = 0; i < m->width; i++)
		d[i] = cv_dd_sum(other->origin[i], -m->origin[i]);
	add_shifted(m, other, d);
	m->weight = cv_dd_add(m->weight, other->weight);
}

CvDD
cv_moments_mean(const CvMoments *m, int i)
{
	CvDD		s = {m->sum[i], m->sum_rest[i]};

	return cv_dd_add(cv_dd_from_double(m->origin[i]), cv_dd_divide(s, m->weight));
}

CvDD
cv_moments_comoment(const CvMoments *m, int i, int j)
{
	CvDD		product = {m->product[i * m->width + j], m->product_rest[i * m->width + j]};
	CvDD		a = {m->sum[i], m->sum_rest[i]};
	CvDD		b = {m->sum[j], m->sum_rest[j]};

	return cv_dd_add(product, cv_dd_negate(cv_dd_divide(cv_dd_multiply(a, b), m->weight)));
}

void
cv_moments_centre(CvMoments *m)
{
	CvDD		d[CV_MOMENTS_MOST];

	for (int i = 0; i < m->width; i++)
	{
		double		mean = cv_moments_mean(m, i).hi + 0.0;

		d[i] = cv_dd_sum(m->origin[i], -mean);
		m->origin[i] = mean;
	}
	add_shifted(m, m, d);
}
