/*
 * pvm.c - what price, volume and mix did to the revenue of an item.
 *
 * With quantities q, prices p and the totals Q of all items that were sold in both periods, revenue changed by
 *
 *	price	(p1 - p0) q1
 *	volume	p0 q0 (Q1 / Q0 - 1)			as if every item had grown like all together
 *	mix		p0 (q1 - q0 Q1 / Q0)		by how much this one grew more or less
 *
 * which add up to p1 q1 - p0 q0.  With amounts a = p q no price is divided out: all three are fractions over q0 Q0,
 * exact integers of at most 112 digits.  They are rounded to units by largest remainder: all down, then a unit up for
 * those with the largest rest until the sum is right.
 */
#include "profit/core/pvm.h"

#include <string.h>

#include "num/natural.h"

#define LIMBS 16				/* 128 digits */

typedef struct Big
{
	bool		negative;
	uint32_t	limb[LIMBS];
} Big;

static Big
big_from(cv_int128 x)
{
	cv_uint128	rest = x < 0 ? -(cv_uint128) x : (cv_uint128) x;
	Big			big = {.negative = x < 0};

	for (int i = 0; rest > 0; i++)
	{
		big.limb[i] = (uint32_t) (rest % CV_LIMB_BASE);
		rest /= CV_LIMB_BASE;
	}
	return big;
}

static Big
multiply(const Big *a, const Big *b)
{
	int			na = cv_nat_length(a->limb, LIMBS);
	int			nb = cv_nat_length(b->limb, LIMBS);
	Big			product = {.negative = a->negative != b->negative};

	if (na + nb <= LIMBS)
		cv_nat_multiply(product.limb, a->limb, na, b->limb, nb);
	return product;
}

/* Below 0, 0 or above 0, without signs. */
static int
compare(const Big *a, const Big *b)
{
	for (int i = LIMBS - 1; i >= 0; i--)
	{
		if (a->limb[i] != b->limb[i])
			return a->limb[i] < b->limb[i] ? -1 : 1;
	}
	return 0;
}

/* |a| - |b|, where that is not negative. */
static void
subtract_smaller(Big *a, const Big *b)
{
	uint32_t	borrow = 0;

	for (int i = 0; i < LIMBS; i++)
	{
		uint32_t	take = b->limb[i] + borrow;

		borrow = a->limb[i] < take;
		a->limb[i] += (borrow ? CV_LIMB_BASE : 0) - take;
	}
}

static Big
subtract(Big a, Big b)
{
	if (a.negative != b.negative)
	{
		cv_nat_add(a.limb, LIMBS, b.limb, LIMBS);
		return a;
	}
	if (compare(&a, &b) >= 0)
	{
		subtract_smaller(&a, &b);
		return a;
	}
	b.negative = !b.negative;
	subtract_smaller(&b, &a);
	return b;
}

#define MOST_LIMBS 4			/* of an effect: 10^32 */

/* -1 where x has more digits than an effect may have. */
static cv_int128
to_int(const uint32_t *limb, int n)
{
	cv_int128	x = 0;

	n = cv_nat_length(limb, n);
	if (n > MOST_LIMBS)
		return -1;
	for (int i = n - 1; i >= 0; i--)
		x = x * CV_LIMB_BASE + limb[i];
	return x;
}

/* |x| divided by a positive number: the quotient, -1 where it is too large, and in *x what is left. */
static cv_int128
divide(Big *x, const Big *by)
{
	int			nv = cv_nat_length(by->limb, LIMBS);
	uint32_t	factor = cv_nat_normalizer(by->limb[nv - 1]);
	uint32_t	u[LIMBS + 2] = {0};
	uint32_t	v[LIMBS];
	uint32_t	quotient[LIMBS + 2];

	memcpy(u, x->limb, sizeof(x->limb));
	memcpy(v, by->limb, sizeof(by->limb));
	cv_nat_scale(v, nv, factor);
	u[LIMBS] = cv_nat_scale(u, LIMBS, factor);
	cv_nat_divide(quotient, u, LIMBS + 1, v, nv);
	cv_nat_shrink(u, nv, factor);
	memset(x->limb, 0, sizeof(x->limb));
	memcpy(x->limb, u, nv * sizeof(uint32_t));
	return to_int(quotient, LIMBS + 2 - nv);
}

/* The largest integer that is not above x / by; what is left in *x, from 0 up.  False when it is too large. */
static bool
floor_of(Big *x, const Big *by, cv_int128 *result)
{
	bool		negative = x->negative;
	cv_int128	quotient = divide(x, by);

	x->negative = false;
	*result = negative ? -quotient : quotient;
	if (negative && cv_nat_length(x->limb, LIMBS) > 0)
	{
		*x = subtract(*by, *x);
		--*result;
	}
	return quotient >= 0;
}

/* The numerators of price, volume and mix over q0 Q0. */
static void
set_numerators(const CvItemChange *item, Big *numerator)
{
	Big			a0 = big_from(item->old_amount);
	Big			a1 = big_from(item->new_amount);
	Big			q0 = big_from((cv_int128) item->old_quantity);
	Big			q1 = big_from((cv_int128) item->new_quantity);
	Big			t0 = big_from((cv_int128) item->old_total);
	Big			t1 = big_from((cv_int128) item->new_total);
	Big			by_price = subtract(multiply(&a1, &q0), multiply(&a0, &q1));
	Big			growth = subtract(t1, t0);
	Big			shift = subtract(multiply(&q1, &t0), multiply(&q0, &t1));
	Big			grown = multiply(&growth, &q0);

	numerator[0] = multiply(&by_price, &t0);
	numerator[1] = multiply(&a0, &grown);
	numerator[2] = multiply(&a0, &shift);
}

/* False when an effect has more than 32 digits. */
bool
cv_pvm_effects(const CvItemChange *item, CvEffects *effects)
{
	Big			q0 = big_from((cv_int128) item->old_quantity);
	Big			t0 = big_from((cv_int128) item->old_total);
	Big			denominator = multiply(&q0, &t0);
	Big			rest[3];
	cv_int128	effect[3];
	cv_int128	left = item->new_amount - item->old_amount;

	set_numerators(item, rest);
	for (int i = 0; i < 3; i++)
	{
		if (!floor_of(&rest[i], &denominator, &effect[i]))
			return false;
		left -= effect[i];
	}
	for (; left > 0; left--)
	{
		int			largest = 0;

		for (int i = 1; i < 3; i++)
			largest = compare(&rest[i], &rest[largest]) > 0 ? i : largest;
		effect[largest]++;
		memset(rest[largest].limb, 0, sizeof(rest[largest].limb));
	}
	*effects = (CvEffects) {effect[0], effect[1], effect[2]};
	return true;
}
