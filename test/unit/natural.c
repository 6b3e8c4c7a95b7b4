/*
 * natural.c - long numbers against 128-bit arithmetic and against their own laws.
 */
#include <string.h>

#include "num/natural.h"
#include "unit.h"

/* -1, 0 or 1 as a is less than, equal to or greater than b. */
static int
compare(const uint32_t *a, int na, const uint32_t *b, int nb)
{
	na = cv_nat_length(a, na);
	nb = cv_nat_length(b, nb);
	if (na != nb)
		return na < nb ? -1 : 1;
	for (int i = na - 1; i >= 0; i--)
	{
		if (a[i] != b[i])
			return a[i] < b[i] ? -1 : 1;
	}
	return 0;
}

static int
from_u128(uint32_t *out, cv_uint128 x)
{
	for (int i = 0; i < 5; i++)
	{
		out[i] = (uint32_t) (x % CV_LIMB_BASE);
		x /= CV_LIMB_BASE;
	}
	return cv_nat_length(out, 5);
}

static cv_uint128
to_u128(const uint32_t *x, int n)
{
	cv_uint128	value = 0;

	for (int i = n - 1; i >= 0; i--)
		value = value * CV_LIMB_BASE + x[i];
	return value;
}

/* u = q v + r with r < v, for limbs drawn with many extreme values among them. */
static void
check_division(uint64_t *seed)
{
	uint32_t	u[12],
				v[6],
				q[12],
				back[20],
				rest[12];
	int			nv = 1 + (int) (unit_random(seed) % 5);
	int			nu = nv + (int) (unit_random(seed) % 5);
	uint32_t	extreme[] = {0, 1, CV_LIMB_BASE - 1, CV_LIMB_BASE / 2, CV_LIMB_BASE / 2 - 1};
	uint32_t	factor;

	for (int i = 0; i < nu; i++)
		u[i] = unit_random(seed) % 2 ? extreme[unit_random(seed) % 5] : unit_random(seed) % CV_LIMB_BASE;
	for (int i = 0; i < nv; i++)
		v[i] = unit_random(seed) % 2 ? extreme[unit_random(seed) % 5] : unit_random(seed) % CV_LIMB_BASE;
	if (v[nv - 1] == 0)
		v[nv - 1] = 1;

	factor = cv_nat_normalizer(v[nv - 1]);
	CHECK(cv_nat_scale(v, nv, factor) == 0);
	CHECK(v[nv - 1] >= CV_LIMB_BASE / 2);

	memcpy(rest, u, sizeof(u));
	rest[nu] = 0;
	cv_nat_divide(q, rest, nu, v, nv);
	CHECK(compare(rest, nv, v, nv) < 0);
	CHECK(cv_nat_length(rest, nu + 1) <= nv);
	cv_nat_multiply(back, q, nu - nv + 1, v, nv);
	cv_nat_add(back, nu + 1, rest, nv);
	CHECK(compare(back, nu + 1, u, nu) == 0);
}

void
test_natural(void)
{
	uint64_t	seed = 1;

	for (int round = 0; round < 20000; round++)
		check_division(&seed);

	for (int round = 0; round < 2000; round++)
	{
		uint64_t	a = unit_random(&seed) >> (unit_random(&seed) % 64);
		uint64_t	b = unit_random(&seed) >> (unit_random(&seed) % 64);
		uint32_t	small = (uint32_t) (unit_random(&seed) % CV_LIMB_BASE) + 1;
		uint32_t	x[6],
					y[6],
					z[12];
		int			nx = cv_nat_from_u64(x, a);
		int			ny = cv_nat_from_u64(y, b);
		uint64_t	back;

		CHECK(to_u128(x, nx) == a);
		CHECK(cv_nat_to_u64(x, nx, UINT64_MAX, &back) && back == a);
		CHECK(a == 0 || cv_nat_to_u64(x, nx, a - 1, &back) == false);
		CHECK(compare(x, nx, y, ny) == (a < b ? -1 : a > b));
		cv_nat_multiply(z, x, nx, y, ny);
		CHECK(to_u128(z, nx + ny) == (cv_uint128) a * b);

		memset(z, 0, sizeof(z));
		cv_nat_add(z, 6, x, nx);
		cv_nat_add(z, 6, y, ny);
		CHECK(to_u128(z, 6) == (cv_uint128) a + b);

		from_u128(z, a);
		CHECK(cv_nat_scale(z, 5, small) == 0 && to_u128(z, 5) == (cv_uint128) a * small);
		CHECK(cv_nat_shrink(z, 5, small) == 0 && to_u128(z, 5) == a);
		CHECK(cv_nat_shrink(z, 5, small) == a % small);
	}
}
