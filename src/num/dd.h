/*
 * dd.h - double-double numbers: two doubles whose sum has about 32 digits.
 *
 * After T. J. Dekker, "A floating-point technique for extending the available precision",
 * Numerische Mathematik 18, 1971.  Written without fused multiply-add, which not every
 * processor has; magnitudes must stay below 1e290.
 */
#ifndef CV_DD_H
#define CV_DD_H

#include <math.h>

#include "num/num.h"

typedef struct CvDD
{
	double		hi;
	double		lo;
} CvDD;

static inline CvDD
cv_dd_quick_sum(double a, double b)	/* |a| >= |b| */
{
	double		s = a + b;
	CvDD		r = {s, b - (s - a)};

	return r;
}

static inline CvDD
cv_dd_sum(double a, double b)
{
	double		s = a + b;
	double		bb = s - a;
	CvDD		r = {s, (a - (s - bb)) + (b - bb)};

	return r;
}

static inline CvDD
cv_dd_product(double a, double b)
{
	double		split = 134217729.0;	/* 2^27 + 1 */
	double		ta = split * a;
	double		tb = split * b;
	double		ah = ta - (ta - a);
	double		bh = tb - (tb - b);
	double		al = a - ah;
	double		bl = b - bh;
	double		p = a * b;
	CvDD		r = {p, ((ah * bh - p) + ah * bl + al * bh) + al * bl};

	return r;
}

static inline CvDD
cv_dd_add(CvDD a, CvDD b)
{
	CvDD		s = cv_dd_sum(a.hi, b.hi);
	CvDD		t = cv_dd_sum(a.lo, b.lo);

	s = cv_dd_quick_sum(s.hi, s.lo + t.hi);
	return cv_dd_quick_sum(s.hi, s.lo + t.lo);
}

static inline CvDD
cv_dd_negate(CvDD a)
{
	CvDD		r = {-a.hi, -a.lo};

	return r;
}

static inline CvDD
cv_dd_multiply(CvDD a, CvDD b)
{
	CvDD		p = cv_dd_product(a.hi, b.hi);

	return cv_dd_quick_sum(p.hi, p.lo + (a.hi * b.lo + a.lo * b.hi));
}

static inline CvDD
cv_dd_from_double(double x)
{
	CvDD		r = {x, 0};

	return r;
}

static inline CvDD
cv_dd_divide(CvDD a, CvDD b)
{
	double		q1 = a.hi / b.hi;
	CvDD		rest = cv_dd_add(a, cv_dd_negate(cv_dd_multiply(b, cv_dd_from_double(q1))));
	double		q2 = rest.hi / b.hi;
	double		q3;

	rest = cv_dd_add(rest, cv_dd_negate(cv_dd_multiply(b, cv_dd_from_double(q2))));
	q3 = rest.hi / b.hi;
	return cv_dd_add(cv_dd_quick_sum(q1, q2), cv_dd_from_double(q3));
}

/* The natural logarithm of x > 0, by the series of the area tangent after reduction to near 1. */
static inline CvDD
cv_dd_log(double x)
{
	CvDD		ln2 = {0.69314718055994528623, 2.3190468138462995584e-17};
	int			exponent;
	double		m = frexp(x, &exponent);
	CvDD		s,
				square,
				sum;

	if (m < 0.70710678118654752440)
	{
		m *= 2;
		exponent--;
	}
	/* m - 1 is exact; log m = 2 (s + s^3 / 3 + s^5 / 5 + ...), s = (m - 1) / (m + 1). */
	s = cv_dd_divide(cv_dd_from_double(m - 1), cv_dd_sum(m, 1));
	square = cv_dd_multiply(s, s);
	sum = cv_dd_from_double(0);
	for (int k = 45; k >= 1; k -= 2)
		sum = cv_dd_add(cv_dd_multiply(sum, square), cv_dd_divide(cv_dd_from_double(2), cv_dd_from_double(k)));
	return cv_dd_add(cv_dd_multiply(sum, s), cv_dd_multiply(ln2, cv_dd_from_double(exponent)));
}

static inline CvDD
cv_dd_from_int(cv_int128 x)
{
	double		hi = (double) x;

	return cv_dd_quick_sum(hi, (double) (x - (cv_int128) hi));
}

/* The nearest integer to x, which is below 2^120. */
static inline cv_int128
cv_dd_round(CvDD x)
{
	cv_int128	whole = (cv_int128) x.hi;
	double		rest = (x.hi - (double) whole) + x.lo;

	return whole + (cv_int128) floor(rest + 0.5);
}

#endif							/* CV_DD_H */
