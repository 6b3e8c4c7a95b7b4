/*
 * allocate.c - the largest-remainder rule against its definition, and the narrow path
 * against the wide one.
 */
#include <stdlib.h>
#include <string.h>

#include "costing/core/allocate.h"
#include "unit.h"

#define MAXROWS 400

typedef struct Row
{
	uint64_t	remainder;
	bool		null_tie;
	uint64_t	tie[2];
	int			at;
} Row;

static Row	row[MAXROWS];

/* First to get a unit comes first. */
static int
by_rule(const void *a, const void *b)
{
	const Row  *x = a;
	const Row  *y = b;

	if (x->remainder != y->remainder)
		return x->remainder > y->remainder ? -1 : 1;
	if (x->null_tie != y->null_tie)
		return x->null_tie ? 1 : -1;
	for (int level = 0; level < 2 && !x->null_tie; level++)
	{
		if (x->tie[level] != y->tie[level])
			return x->tie[level] < y->tie[level] ? -1 : 1;
	}
	return x->at - y->at;
}

static uint64_t deep[MAXROWS][2];

static bool null_tie[MAXROWS];

static bool
read_key(void *arg, int64_t i, int level, uint64_t *key)
{
	(void) arg;
	if (!null_tie[i])
		*key = level < 2 ? deep[i][level] : 0;
	return !null_tie[i];
}

static void
check_pool(uint64_t *seed, int round)
{
	int			n = 1 + (int) (unit_random(seed) % (round % 3 ? 40 : MAXROWS));
	uint64_t	cost = unit_random(seed) >> (2 + unit_random(seed) % 62);
	uint64_t	driver[MAXROWS],
				expected[MAXROWS],
				slot[MAXROWS],
				wide_slot[MAXROWS],
				first[MAXROWS];
	uint32_t	limb[MAXROWS * 4],
				wide_cost[3],
				wide_total[3],
				scratch[200];
	uint64_t	total = 0,
				left = cost;
	int			mode = (int) (unit_random(seed) % 4);
	int			shift = (int) (unit_random(seed) % 50) + 12;
	int			m = 0;
	bool		filled = unit_random(seed) % 2;
	CvTies		ties = {mode == 0 ? NULL : first, filled, mode == 3, read_key, NULL, NULL};
	CvWide		wide = {wide_cost, 0, wide_total, 0, limb, 4};

	for (int i = 0; i < n; i++)
	{
		driver[i] = unit_random(seed) >> shift;
		if (round % 5 == 0)
			driver[i] = 1 + driver[i] % 3;
		slot[i] = driver[i];
		deep[i][0] = (unit_random(seed) % 3) << 56 | 0x01010101010101;
		deep[i][1] = (unit_random(seed) % 4) << 56;
		first[i] = deep[i][0];
		null_tie[i] = mode != 0 && unit_random(seed) % 6 == 0;
		if (null_tie[i] && filled)
			slot[i] |= CV_SLOT_NULL_TIE;
		if (unit_random(seed) % 9 == 0)
			slot[i] = CV_SLOT_NONE;
		wide_slot[i] = slot[i] == CV_SLOT_NONE ? slot[i] : slot[i] & CV_SLOT_NULL_TIE;
		memset(limb + i * 4, 0, 4 * sizeof(uint32_t));
		cv_nat_from_u64(limb + i * 4, driver[i]);
		if (slot[i] != CV_SLOT_NONE)
			total += driver[i];
	}
	if (total == 0)
		return;

	for (int i = 0; i < n; i++)
	{
		cv_uint128	product = (cv_uint128) cost * driver[i];

		if (slot[i] == CV_SLOT_NONE)
			continue;
		expected[i] = (uint64_t) (product / total);
		left -= expected[i];
		row[m].remainder = (uint64_t) (product % total);
		row[m].null_tie = null_tie[i];
		row[m].tie[0] = mode == 0 ? 0 : deep[i][0];
		row[m].tie[1] = mode == 3 ? deep[i][1] : 0;
		row[m].at = i;
		m++;
	}
	qsort(row, m, sizeof(Row), by_rule);
	for (int i = 0; i < m && left > 0; i++, left--)
		expected[row[i].at]++;

	cv_allocate(cost, total, slot, n, &ties);
	for (int i = 0; i < n; i++)
	{
		if (wide_slot[i] == CV_SLOT_NONE)
			CHECK(slot[i] == CV_SLOT_NONE);
		else
			CHECK(CV_SLOT_VALUE(slot[i]) == expected[i]);
		first[i] = deep[i][0];
	}

	wide.ncost = cv_nat_from_u64(wide_cost, cost);
	wide.ntotal = cv_nat_from_u64(wide_total, total);
	CHECK(CV_ALLOCATE_SCRATCH(&wide) <= 200);
	cv_allocate_wide(&wide, scratch, wide_slot, n, &ties);
	for (int i = 0; i < n; i++)
	{
		uint64_t	part;

		if (wide_slot[i] == CV_SLOT_NONE)
			continue;
		CHECK(cv_nat_to_u64(limb + i * 4, 4, UINT64_MAX, &part) && part == expected[i]);
	}
}

/* Fractions that agree in their first 16 places and differ later. */
static void
check_deep_fractions(void)
{
	uint32_t	cost[1] = {1};
	uint32_t	total[7] = {0, 0, 0, 0, 0, 0, 0};
	uint32_t	limb[3 * 6];
	uint32_t	scratch[200];
	uint64_t	slot[3] = {0, 0, 0};
	CvTies		none = {NULL, false, false, NULL, NULL, NULL};
	CvWide		wide = {cost, 1, total, 0, limb, 6};

	for (int i = 0; i < 3; i++)
	{
		memset(limb + i * 6, 0, 6 * sizeof(uint32_t));
		limb[i * 6 + 5] = 1;
		limb[i * 6] = i == 1;	/* 10^40, 10^40 + 1, 10^40 */
		cv_nat_add(total, 7, limb + i * 6, 6);
	}
	wide.ntotal = cv_nat_length(total, 7);
	cv_allocate_wide(&wide, scratch, slot, 3, &none);
	for (int i = 0; i < 3; i++)
		CHECK(limb[i * 6] == (uint32_t) (i == 1) && cv_nat_length(limb + i * 6 + 1, 5) == 0);
}

void
test_allocate(void)
{
	uint64_t	seed = 3;

	for (int round = 0; round < 6000; round++)
		check_pool(&seed, round);
	check_deep_fractions();
}
