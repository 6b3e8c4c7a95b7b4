/*
 * natural.c - schoolbook arithmetic on natural numbers in base 10^8.
 *
 * Division is Knuth's algorithm D (The Art of Computer Programming, volume 2, 4.3.1).
 */
#include "num/natural.h"

/* Length without leading zeros; 0 for zero. */
int
cv_nat_length(const uint32_t *x, int n)
{
	while (n > 0 && x[n - 1] == 0)
		n--;
	return n;
}

/* acc += x.  The caller has given acc room for the sum: nx <= nacc and no carry out. */
void
cv_nat_add(uint32_t *acc, int nacc, const uint32_t *x, int nx)
{
	uint32_t	carry = 0;

	for (int i = 0; i < nacc && (i < nx || carry); i++)
	{
		uint32_t	t = acc[i] + carry + (i < nx ? x[i] : 0);

		carry = t >= CV_LIMB_BASE;
		acc[i] = carry ? t - CV_LIMB_BASE : t;
	}
}

/* x *= factor (at most the base); the carry out of the top limb is returned. */
uint32_t
cv_nat_scale(uint32_t *x, int n, uint32_t factor)
{
	uint64_t	carry = 0;

	for (int i = 0; i < n; i++)
	{
		carry += (uint64_t) x[i] * factor;
		x[i] = carry % CV_LIMB_BASE;
		carry /= CV_LIMB_BASE;
	}
	return (uint32_t) carry;
}

/* x /= divisor; the remainder is returned. */
uint32_t
cv_nat_shrink(uint32_t *x, int n, uint32_t divisor)
{
	uint64_t	rest = 0;

	for (int i = n - 1; i >= 0; i--)
	{
		rest = rest * CV_LIMB_BASE + x[i];
		x[i] = (uint32_t) (rest / divisor);
		rest %= divisor;
	}
	return (uint32_t) rest;
}

/* out = a * b; out has na + nb limbs and is neither a nor b. */
void
cv_nat_multiply(uint32_t *out, const uint32_t *a, int na, const uint32_t *b, int nb)
{
	for (int i = 0; i < na + nb; i++)
		out[i] = 0;
	for (int i = 0; i < na; i++)
	{
		uint64_t	carry = 0;

		for (int j = 0; j < nb; j++)
		{
			carry += (uint64_t) a[i] * b[j] + out[i + j];
			out[i + j] = carry % CV_LIMB_BASE;
			carry /= CV_LIMB_BASE;
		}
		out[i + nb] = (uint32_t) carry;
	}
}

/* The factor that brings a divisor with this top limb to at least half the base. */
uint32_t
cv_nat_normalizer(uint32_t top)
{
	return CV_LIMB_BASE / (top + 1);
}

/*
 * quotient = u / v, and u becomes u mod v.
 *
 * v has nv >= 1 limbs and is normalised: its top limb is at least half the base.  u has
 * nu + 1 limbs, nu >= nv, and the limbs of u from nu - nv + 1 up are below v, which
 * u[nu] = 0 ensures.  The quotient has nu - nv + 1 limbs.
 */
void
cv_nat_divide(uint32_t *quotient, uint32_t *u, int nu, const uint32_t *v, int nv)
{
	uint64_t	base = CV_LIMB_BASE;

	for (int j = nu - nv; j >= 0; j--)
	{
		uint64_t	two = (uint64_t) u[j + nv] * base + u[j + nv - 1];
		uint64_t	qhat = two / v[nv - 1];
		uint64_t	rhat = two % v[nv - 1];
		int64_t		borrow = 0;

		while (qhat >= base ||
			   (nv > 1 && qhat * v[nv - 2] > rhat * base + u[j + nv - 2]))
		{
			qhat--;
			rhat += v[nv - 1];
			if (rhat >= base)
				break;
		}
		for (int i = 0; i < nv; i++)
		{
			int64_t		t = (int64_t) u[i + j] - (int64_t) (qhat * v[i]) + borrow;

			borrow = t / (int64_t) base;
			t %= (int64_t) base;
			if (t < 0)
			{
				t += base;
				borrow--;
			}
			u[i + j] = (uint32_t) t;
		}
		borrow += u[j + nv];
		if (borrow < 0)			/* qhat was one too large: add v back */
		{
			uint32_t	carry = 0;

			qhat--;
			for (int i = 0; i < nv; i++)
			{
				uint32_t	t = u[i + j] + v[i] + carry;

				carry = t >= CV_LIMB_BASE;
				u[i + j] = carry ? t - CV_LIMB_BASE : t;
			}
			borrow += carry;
		}
		u[j + nv] = (uint32_t) borrow;
		quotient[j] = (uint32_t) qhat;
	}
}

/* out (three limbs) = x; its length is returned. */
int
cv_nat_from_u64(uint32_t *out, uint64_t x)
{
	for (int i = 0; i < 3; i++)
	{
		out[i] = x % CV_LIMB_BASE;
		x /= CV_LIMB_BASE;
	}
	return cv_nat_length(out, 3);
}

/* *out = x when x is at most max; false otherwise. */
bool
cv_nat_to_u64(const uint32_t *x, int n, uint64_t max, uint64_t *out)
{
	cv_uint128	value = 0;

	for (int i = cv_nat_length(x, n) - 1; i >= 0; i--)
	{
		value = value * CV_LIMB_BASE + x[i];
		if (value > max)
			return false;
	}
	*out = (uint64_t) value;
	return true;
}
