/*
 * pvm.c - effects of price, volume and mix: they add up exactly, and each is its fraction rounded.
 */
#include <math.h>

#include "profit/core/pvm.h"
#include "unit.h"

static cv_int128
amount(uint64_t *seed, int digits)
{
	cv_int128	x = 0;

	for (int i = 0; i < digits; i++)
		x = x * 10 + (cv_int128) (unit_random(seed) % 10);
	return x;
}

static void
check_item(const CvItemChange *item)
{
	CvEffects	e;
	double		a0 = (double) item->old_amount;
	double		a1 = (double) item->new_amount;
	double		q = (double) item->new_quantity / (double) item->old_quantity;
	double		t = (double) item->new_total / (double) item->old_total;
	double		slack = 2 + 1e-13 * (fabs(a0) * (1 + q + t) + fabs(a1));

	if (!cv_pvm_effects(item, &e))
	{
		/* More than 32 digits. */
		CHECK(fabs(a1 - a0 * q) > 9e31 || fabs(a0 * (t - 1)) > 9e31 || fabs(a0 * (q - t)) > 9e31);
		return;
	}
	CHECK(e.price + e.volume + e.mix == item->new_amount - item->old_amount);
	CHECK(fabs((double) e.price - (a1 - a0 * q)) <= slack);
	CHECK(fabs((double) e.volume - a0 * (t - 1)) <= slack);
	CHECK(fabs((double) e.mix - a0 * (q - t)) <= slack);
}

static void
check_random(uint64_t *seed)
{
	int			digits = 1 + (int) (unit_random(seed) % 35);
	CvItemChange item;

	item.old_amount = amount(seed, digits) * (unit_random(seed) % 4 ? 1 : -1);
	item.new_amount = amount(seed, 1 + (int) (unit_random(seed) % digits)) * (unit_random(seed) % 4 ? 1 : -1);
	digits = 1 + (int) (unit_random(seed) % 34);
	item.old_quantity = 1 + (cv_uint128) amount(seed, digits);
	item.new_quantity = 1 + (cv_uint128) amount(seed, 1 + (int) (unit_random(seed) % digits));
	item.old_total = item.old_quantity + (cv_uint128) amount(seed, digits);
	item.new_total = item.new_quantity + (cv_uint128) amount(seed, digits);
	check_item(&item);
}

void
test_pvm(void)
{
	uint64_t	seed = 23;
	CvEffects	e;

	/* 100 at 10.00 became 120 at 11.00, of 200 and 210 altogether: 120, 50, 150. */
	CHECK(cv_pvm_effects(&(CvItemChange) {100000, 132000, 100, 120, 200, 210}, &e));
	CHECK(e.price == 12000 && e.volume == 5000 && e.mix == 15000);
	/* Thirds: the cent goes to the largest rest. */
	CHECK(cv_pvm_effects(&(CvItemChange) {100, 100, 3, 4, 9, 10}, &e));
	CHECK(e.price == -33 && e.volume == 11 && e.mix == 22);
	for (int round = 0; round < 20000; round++)
		check_random(&seed);
}
