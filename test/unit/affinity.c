/*
 * affinity.c - measures of pairs, Fisher's test, counting of pairs and item sets, against what is plain but slow.
 */
#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "affinity/core/hypergeometric.h"
#include "affinity/core/itemsets.h"
#include "affinity/core/measures.h"
#include "affinity/core/pairs.h"
#include "unit.h"

static bool
close_to(double x, double y, double relative)
{
	return fabs(x - y) <= relative * fabs(y);
}

/* Reference A1: twelve baskets. */
static void
check_measures(void)
{
	CvCounts	coffee = {12, 7, 5, 5};
	CvCounts	turned = cv_counts_turned(&coffee);
	CvCounts	apart = {12, 7, 4, 0};
	double		expected[CV_MEASURES] = {0.4166666666667, 0.7142857142857, 1.714285714286, 0.1736111111111,
										 2.041666666667,
		0.8451542547285, 0.7142857142857, 0.8571428571429, 0.2857142857143, 1, INFINITY, 6.122448979592,
			0.7142857142857,
	7.924864143603, 2.81511352233, 0.02651515151515, 1, 0.02777777777778};

	for (int m = 0; m < CV_MEASURES; m++)
	{
		double		x = cv_measure(&coffee, m);

		CHECK(x == expected[m] || close_to(x, expected[m], 1e-11));
	}
	CHECK(cv_measure(&turned, CV_CONVICTION) == INFINITY);
	CHECK(close_to(cv_measure(&turned, CV_ZHANG), 5.0 / 7, 1e-14));
	CHECK(cv_measure(&apart, CV_ZHANG) == -1);
	CHECK(close_to(cv_measure(&apart, CV_LLR), 10.27231580369, 1e-12));
	CHECK(close_to(cv_measure(&apart, CV_LLR_ROOT), -3.20504536687, 1e-12));
	CHECK(close_to(cv_measure(&apart, CV_P_TWO_SIDED), 0.01010101010101, 1e-11));
	CHECK(cv_measure(&apart, CV_P) == 1);
	CHECK(isnan(cv_measure(&(CvCounts) {10, 0, 3, 0}, CV_LIFT)));
	CHECK(isnan(cv_measure(&(CvCounts) {0, 0, 0, 0}, CV_P)));
	CHECK(cv_counts_fit(&coffee));
	CHECK(!cv_counts_fit(&(CvCounts) {12, 7, 5, 6}));
	CHECK(!cv_counts_fit(&(CvCounts) {10, 7, 5, 1}));
	CHECK(!cv_counts_fit(&(CvCounts) {INT64_MAX, 7, 5, 1}));
}

/* Reference A2 (Dunning 1993), and where differences of entropies would lose everything. */
static void
check_ratio(void)
{
	static const double k[][5] = {{110, 2442, 111, 29114, 270.7218769362}, {29, 13, 123, 31612, 263.8966260676},
	{1, 0, 0, 10000, 20.42078074062}, {10, 0, 0, 100000, 204.2078074062}, {13, 1000, 1000, 100000, 0.80375493892569},
	{100, 1000, 1000, 100000, 265.0130638522}, {0, 10, 10, 100, 1.820694516646}, {5, 5, 5, 5, 0}};

	for (int i = 0; i < 8; i++)
	{
		CvCounts	c = {k[i][0] + k[i][1] + k[i][2] + k[i][3], k[i][0] + k[i][1], k[i][0] + k[i][2], k[i][0]};

		CHECK(close_to(cv_llr(&c), k[i][4], 1e-12));
	}
}

/* Tails against sums of binomial coefficients. */
static void
check_fisher_small(int n, int a, int b)
{
	int			least = a + b > n ? a + b - n : 0;
	int			most = a < b ? a : b;
	double		p[41];
	double		total = 0;

	for (int x = least; x <= most; x++)
	{
		p[x] = exp(lgamma(a + 1) - lgamma(x + 1) - lgamma(a - x + 1) + lgamma(n - a + 1) - lgamma(b - x + 1) -
				   lgamma(n - a - b + x + 1));
		total += p[x];
	}
	for (int x = least; x <= most; x++)
	{
		CvCounts	c = {n, a, b, x};
		double		less = 0,
					greater = 0,
					both = 0;

		for (int y = least; y <= most; y++)
		{
			less += y <= x ? p[y] / total : 0;
			greater += y >= x ? p[y] / total : 0;
			both += p[y] <= p[x] * (1 + 1e-7) ? p[y] / total : 0;
		}
		CHECK(close_to(cv_fisher_less(&c), less, 1e-11));
		CHECK(close_to(cv_fisher_greater(&c), greater, 1e-11));
		CHECK(close_to(cv_fisher_two_sided(&c), both, 1e-11));
	}
}

static void
check_fisher(uint64_t *seed)
{
	CvCounts	milk = {9835, 2513, 1903, 736};
	CvCounts	large = {INT64_C(4000000000), 1000000000, 1000000000, 250030000};
	CvCounts	huge = {CV_COUNTS_MOST, CV_COUNTS_MOST / 2, CV_COUNTS_MOST / 2, CV_COUNTS_MOST / 4};

	for (int i = 0; i < 200; i++)
	{
		int			n = 1 + (int) (unit_random(seed) % 40);

		check_fisher_small(n, (int) (unit_random(seed) % (n + 1)), (int) (unit_random(seed) % (n + 1)));
	}
	CHECK(close_to(cv_fisher_greater(&milk), 1.443891554744e-45, 1e-11));
	CHECK(close_to(cv_fisher_greater(&large), 0.0057070124347196138, 1e-11));
	CHECK(close_to(cv_fisher_less(&huge), 0.5, 1e-7));
	CHECK(close_to(cv_fisher_greater(&huge), 0.5, 1e-7));
	/* Summing and integrating agree. */
	for (int64_t x = 250000000; x < 250300000; x += 10007)
	{
		CvCounts	c = {INT64_C(1900000000), 1000000000, 475000000, x};
		CvCounts	above = {c.n, c.a, c.b, x + 1};

		CHECK(fabs(cv_fisher_less(&c) + cv_fisher_greater(&above) - 1) < 1e-12);
	}
}

#define ITEMS 12

/* Baskets at random, as bits; item 0 is in most. */
static int
random_baskets(uint64_t *seed, uint32_t *basket)
{
	int			n = 1 + (int) (unit_random(seed) % 60);

	for (int t = 0; t < n; t++)
		basket[t] = (uint32_t) (unit_random(seed) & unit_random(seed) & 0xfff) | (unit_random(seed) % 4 > 0);
	return n;
}

static int
items_of(uint32_t basket, uint32_t *item)
{
	int			n = 0;

	for (uint32_t i = 0; i < ITEMS; i++)
	{
		if (basket >> i & 1)
			item[n++] = i;
	}
	return n;
}

static int64_t
baskets_with(const uint32_t *basket, int n, uint32_t set)
{
	int64_t		count = 0;

	for (int t = 0; t < n; t++)
		count += (basket[t] & set) == set;
	return count;
}

static void
check_pairs(uint64_t *seed)
{
	uint32_t	basket[60];
	int			n = random_baskets(seed, basket);
	CvPair		small[8] = {{0}};
	CvPair		large[256] = {{0}};
	CvPair		found[256];
	CvPair		scratch[256];
	uint32_t	triangle[ITEMS * (ITEMS - 1) / 2] = {0};
	uint32_t	side = (uint32_t) (unit_random(seed) % (ITEMS + 1));
	CvPairs		pairs = {small, 8, unit_random(seed), 0, NULL, 0, 0};
	CvPairsWalk walk = {0, 0, 0};
	int			k = 0,
				met = 0;

	for (int t = 0; t < n; t++)
	{
		uint32_t	item[2 * ITEMS];
		CvPairsPlace place = {0, 1};
		int			m = items_of(basket[t], item);

		if (!cv_pairs_count(&pairs, item, m, &place))
		{
			/* Once there is no room: go on in the larger table. */
			CvPairs		grown = {large, 256, pairs.seed, 0, triangle, side, 0};

			CHECK(pairs.slot == small && cv_pairs_full(&pairs));
			for (int i = 0; i < 8; i++)
				CHECK(small[i].count == 0 || cv_pairs_add(&grown, small[i].a, small[i].b, small[i].count));
			pairs = grown;
			CHECK(cv_pairs_count(&pairs, item, m, &place));
		}
	}
	while (cv_pairs_next(&pairs, &walk, &found[k]))
		k++;
	CHECK(k == (int) (pairs.used + pairs.inside));
	cv_pairs_sort(found, scratch, k);
	for (int i = 0; i < k; i++)
	{
		CHECK(found[i].count == baskets_with(basket, n, 1u << found[i].a | 1u << found[i].b));
		CHECK(i == 0 || found[i - 1].a < found[i].a || (found[i - 1].a == found[i].a && found[i - 1].b < found[i].b));
	}
	for (uint32_t a = 0; a < ITEMS; a++)
	{
		for (uint32_t b = a + 1; b < ITEMS; b++)
			met += baskets_with(basket, n, 1u << a | 1u << b) > 0;
	}
	CHECK(met == k);
}

/* The triangle is as large as the slots, when it takes half of their pairs. */
static void
check_side(void)
{
	CvPair		slot[64] = {{0}};
	CvPairs		pairs = {slot, 64, 1, 0, NULL, 0, 0};

	for (uint32_t b = 1; b <= 20; b++)
		CHECK(cv_pairs_add(&pairs, 0, b, 1));
	CHECK(cv_pairs_side(&pairs, 100) == 22);
	CHECK(cv_pairs_side(&pairs, 15) == 15);
	CHECK(cv_pairs_side(&pairs, 8) == 0);
	CHECK(cv_pairs_triangle(0) == 0 && cv_pairs_triangle(1) == 0 && cv_pairs_triangle(4096) == 8386560);
}

static void
check_tidy(void)
{
	uint32_t	item[60] = {3, 1, 3, 3, 2, 1};

	CHECK(cv_items_tidy(item, 6) == 3 && item[0] == 1 && item[1] == 2 && item[2] == 3);
	for (int i = 0; i < 30; i++)
		item[i] = (uint32_t) (29 - i) / 2;
	CHECK(cv_items_tidy(item, 30) == 15 && item[0] == 0 && item[14] == 14);
	CHECK(cv_items_tidy(item, 0) == 0);
}

/* What the miner found: the count of each set, as bits. */
typedef struct Found
{
	int64_t		count[1 << ITEMS];
	int			n;
} Found;

static void
note(void *data, const uint32_t *item, int size, int64_t count)
{
	Found	   *found = data;
	uint32_t	set = 0;

	for (int i = 0; i < size; i++)
		set |= 1u << item[i];
	CHECK(__builtin_popcount(set) == size && found->count[set] == 0);
	found->count[set] = count;
	found->n++;
}

static void
check_mining(uint64_t *seed)
{
	static Found found;
	uint32_t	basket[60];
	uint32_t	item[60 * ITEMS];
	int64_t		first[61];
	int64_t		count[60];
	int			n = random_baskets(seed, basket);
	CvSets		sets = {n, first, item, count};
	int			max_size = unit_random(seed) % 2 ? INT_MAX : 1 + (int) (unit_random(seed) % 5);
	CvMining	mining = {ITEMS, 1 + (int64_t) (unit_random(seed) % 6), max_size, malloc, free, note, NULL, &found};
	int			expected = 0;

	memset(&found, 0, sizeof(found));
	first[0] = 0;
	for (int t = 0; t < n; t++)
	{
		first[t + 1] = first[t] + items_of(basket[t], item + first[t]);
		count[t] = 1;
	}
	/* A basket that occurs twice. */
	if (n > 1 && unit_random(seed) % 2)
		count[0] = 2;
	cv_mine(&sets, &mining);
	for (uint32_t set = 1; set < 1u << ITEMS; set++)
	{
		int64_t		times = baskets_with(basket, n, set) + (count[0] == 2 && (basket[0] & set) == set);
		bool		wanted = times >= mining.min_count && __builtin_popcount(set) <= max_size;

		expected += wanted;
		CHECK(found.count[set] == (wanted ? times : 0));
	}
	CHECK(found.n == expected);
}

static void
check_find(void)
{
	uint32_t	item[] = {0, 2, 0, 2, 1, 2, 0, 1, 2};
	int64_t		first[] = {0, 1, 2, 4, 6, 9};
	CvSets		sets = {5, first, item, NULL};

	for (int i = 0; i < 5; i++)
		CHECK(cv_sets_find(&sets, item + first[i], first[i + 1] - first[i]) == i);
	CHECK(cv_sets_find(&sets, (uint32_t[]) {1}, 1) == -1);
	CHECK(cv_sets_find(&sets, (uint32_t[]) {0, 1}, 2) == -1);
}

void
test_affinity(void)
{
	uint64_t	seed = 11;

	check_measures();
	check_ratio();
	check_fisher(&seed);
	check_side();
	check_tidy();
	check_find();
	for (int round = 0; round < 400; round++)
	{
		check_pairs(&seed);
		check_mining(&seed);
	}
}
