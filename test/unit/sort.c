/*
 * sort.c - natural merge sort and radix sort against qsort.
 */
#include <stdlib.h>
#include <string.h>

#include "num/quantile.h"
#include "num/radix.h"
#include "num/sort.h"
#include "unit.h"

/* A number and where it was, to see that equal ones keep their order. */
typedef struct Item
{
	int			key;
	int			place;
} Item;

#define ITEM_LESS(a, b) ((a).key < (b).key)
CV_DEFINE_SORT(sort_items, Item, ITEM_LESS)

static int
compare_items(const void *a, const void *b)
{
	const Item *x = a;
	const Item *y = b;

	return x->key != y->key ? (x->key < y->key ? -1 : 1) : x->place - y->place;
}

static int
compare_doubles(const void *a, const void *b)
{
	double		x = *(const double *) a;
	double		y = *(const double *) b;

	return x < y ? -1 : x > y;
}

static void
check_items(uint64_t *seed, int round)
{
	static Item item[5000],
				expected[5000],
				scratch[5000];
	int			n = (int) (unit_random(seed) % (round % 3 ? 5000 : 60));
	int			distinct = round % 5 == 0 ? 3 : 1 << 20;
	int			run = 1 + (int) (unit_random(seed) % 400);	/* sorted lists one after another */

	for (int i = 0; i < n; i++)
	{
		item[i].key = (int) (unit_random(seed) % distinct);
		if (round % 2 && i % run > 0 && item[i].key < item[i - 1].key)
			item[i].key = item[i - 1].key;
		if (round % 7 == 6)
			item[i].key = -i;
		item[i].place = i;
	}
	memcpy(expected, item, n * sizeof(Item));
	qsort(expected, n, sizeof(Item), compare_items);
	sort_items(item, scratch, n);
	CHECK(memcmp(item, expected, n * sizeof(Item)) == 0);
}

static void
check_doubles(uint64_t *seed, int round)
{
	static double x[5000],
				expected[5000],
				scratch[5000];
	int			n = (int) (unit_random(seed) % 5000);
	int			differs = 0;

	for (int i = 0; i < n; i++)
	{
		uint64_t	bits = unit_random(seed);

		if (round % 2)
			x[i] = (double) (int64_t) (bits % 2001) - 1000;
		else
		{
			bits &= ~(UINT64_C(1) << 62);	/* no infinity, no NaN */
			memcpy(&x[i], &bits, sizeof(double));
		}
	}
	memcpy(expected, x, n * sizeof(double));
	qsort(expected, n, sizeof(double), compare_doubles);
	cv_radix_sort(x, scratch, n);
	for (int i = 0; i < n; i++)
		differs += x[i] != expected[i];
	CHECK(differs == 0);
}

/* R: quantile(c(1, 2, 4, 8), c(0, .25, .5, .8, 1)), type 7. */
static void
check_quantiles(void)
{
	double		x[] = {1, 2, 4, 8};
	double		cut[3];

	CHECK(cv_quantile(x, 4, 0) == 1);
	CHECK(cv_quantile(x, 4, 0.25) == 1.75);
	CHECK(cv_quantile(x, 4, 0.5) == 3);
	CHECK_WITHIN(cv_quantile(x, 4, 0.8), 5.6, 1e-14);
	CHECK(cv_quantile(x, 4, 1) == 8);
	cv_quantile_cuts(x, 4, 4, cut);
	CHECK(cut[0] == 1.75 && cut[1] == 3 && cut[2] == 5);
	CHECK(cv_quantile_bin(1.75, cut, 3, CV_BIN_QUANTILE) == 1);
	CHECK(cv_quantile_bin(1.76, cut, 3, CV_BIN_QUANTILE) == 2);
	CHECK(cv_quantile_bin(2.75, cut, 3, CV_BIN_RFM) == 2);
	CHECK(cv_quantile_bin(2.74, cut, 3, CV_BIN_RFM) == 1);
	CHECK(cv_quantile_bin(100, cut, 3, CV_BIN_QUANTILE) == 4);
	CHECK(cv_quantile_bin(100, cut, 0, CV_BIN_QUANTILE) == 1);
}

void
test_sort(void)
{
	uint64_t	seed = 11;

	for (int round = 0; round < 500; round++)
	{
		check_items(&seed, round);
		check_doubles(&seed, round);
	}
	check_quantiles();
}
