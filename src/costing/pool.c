/*
 * pool.c - from decimal drivers to exact parts.
 *
 * costing/core/allocate.c divides integers.  Here the cost becomes an integer number of units
 * (cents, at scale 2) and the drivers integers on a common power of 10000, found as
 * the rows come; only their proportions matter.
 */
#include "costing/pool.h"

static void
too_long(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("drivers of one pool span more than %d digits", CV_WIDE_LIMBS * CV_LIMB_DIGITS),
			 errhint("Round the drivers: digits so far apart cannot move a cent.")));
}

static void *
alloc_array(CvPool *pool, int64 n, Size size)
{
	return MemoryContextAllocHuge(pool->context, Max(n, 1) * size);
}

/* Begin a pool of n rows; cv_check_cost says what a cost may be. */
void
cv_pool_begin(CvPool *pool, Numeric cost, int scale, int64 n, MemoryContext context)
{
	uint32		units[CV_WIDE_LIMBS];

	memset(pool, 0, sizeof(*pool));
	pool->context = context;
	pool->scale = scale;
	pool->n = n;
	pool->ncost = cv_check_cost(cost, "cost", scale, units, &pool->negative);
	pool->wide = !cv_nat_to_u64(units, pool->ncost, CV_SLOT_MAX, &pool->cost);
	pool->slot = alloc_array(pool, n, sizeof(uint64));
	if (pool->wide)
	{
		pool->wide_cost = alloc_array(pool, pool->ncost, sizeof(uint32));
		memcpy(pool->wide_cost, units, pool->ncost * sizeof(uint32));
		pool->length = 8;
		pool->width = Max((pool->length + 1) / 2, pool->ncost);
		pool->limb = alloc_array(pool, n * pool->width, sizeof(uint32));
		pool->wide_total = MemoryContextAllocZero(context, (CV_WIDE_LIMBS + 2) * sizeof(uint32));
	}
}

/* Turn the first rows of a narrow pool into long numbers. */
static void
widen(CvPool *pool, int64 rows)
{
	pool->wide_cost = alloc_array(pool, 3, sizeof(uint32));
	pool->ncost = cv_nat_from_u64(pool->wide_cost, pool->cost);
	pool->length = 5;			/* 62 bits */
	pool->width = 4;
	pool->limb = alloc_array(pool, pool->n * pool->width, sizeof(uint32));
	pool->wide_total = MemoryContextAllocZero(pool->context, (CV_WIDE_LIMBS + 2) * sizeof(uint32));
	cv_nat_from_u64(pool->wide_total, pool->total);
	for (int64 i = 0; i < rows; i++)
	{
		uint32	   *limb = pool->limb + i * pool->width;

		CV_BREATHE(i);
		limb[3] = 0;
		if (pool->slot[i] == CV_SLOT_NONE)
			continue;
		cv_nat_from_u64(limb, CV_SLOT_VALUE(pool->slot[i]));
		pool->slot[i] &= CV_SLOT_NULL_TIE;
	}
	pool->wide = true;
}

/*
 * Make room for drivers of this many groups, after multiplying those there are by
 * 10000^extra.
 */
static void
reshape(CvPool *pool, int64 rows, int length, int extra)
{
	uint32	   *old = pool->limb;
	int			old_width = pool->width;
	int			shift = extra / 2;
	int			ntotal = cv_nat_length(pool->wide_total, CV_WIDE_LIMBS + 2);

	pool->length = length;
	pool->width = Max((length + 1) / 2, pool->ncost);
	if (pool->width > CV_WIDE_LIMBS || ntotal + shift + 1 > CV_WIDE_LIMBS)
		too_long();
	pool->limb = alloc_array(pool, pool->n * pool->width, sizeof(uint32));
	for (int64 i = 0; i < rows; i++)
	{
		uint32	   *limb = pool->limb + i * pool->width;

		CV_BREATHE_OFTEN(i);
		memset(limb, 0, pool->width * sizeof(uint32));
		if (pool->slot[i] == CV_SLOT_NONE)
			continue;
		memcpy(limb + shift, old + i * old_width, Min(old_width, pool->width - shift) * sizeof(uint32));
		if (extra % 2)
			cv_nat_scale(limb, pool->width, 10000);
	}
	pfree(old);
	memmove(pool->wide_total + shift, pool->wide_total, ntotal * sizeof(uint32));
	memset(pool->wide_total, 0, shift * sizeof(uint32));
	if (extra % 2)
		cv_nat_scale(pool->wide_total, CV_WIDE_LIMBS, 10000);
	pool->groups += extra;
}

static void
add_wide(CvPool *pool, int64 i, const CvDecimal *driver)
{
	int			extra = Max(cv_decimal_fraction_groups(driver) - pool->groups, 0);
	int			length = Max(driver->ngroups > 0 ? driver->weight + 1 + pool->groups + extra : 0,
							 pool->length + extra);
	uint32	   *limb;

	if (extra > 0 || (length + 1) / 2 > pool->width)
		reshape(pool, i, length, extra);
	pool->length = length;
	limb = pool->limb + i * pool->width;
	cv_decimal_to_natural(driver, pool->groups, limb, pool->width);
	cv_nat_add(pool->wide_total, CV_WIDE_LIMBS + 2, limb, pool->width);
	pool->slot[i] = 0;
}

/* Multiply the first rows of a narrow pool so that they have this many groups. */
static bool
rescale(CvPool *pool, int64 rows, int groups)
{
	uint64		factor = 1;

	for (; pool->groups < groups; pool->groups++)
	{
		/* Each driver is at most their total, so only that can overflow. */
		if (pool->total > CV_SLOT_MAX / 10000 || factor > UINT64_MAX / 10000)
		{
			groups = 0;
			break;
		}
		pool->total *= 10000;
		factor *= 10000;
	}
	for (int64 i = 0; factor > 1 && i < rows; i++)
	{
		CV_BREATHE(i);
		if (pool->slot[i] != CV_SLOT_NONE)
			pool->slot[i] = CV_SLOT_VALUE(pool->slot[i]) * factor | (pool->slot[i] & CV_SLOT_NULL_TIE);
	}
	return groups > 0;
}

/* Row i gets this driver, which is finite and not negative.  Rows come in order. */
void
cv_pool_add(CvPool *pool, int64 i, const CvDecimal *driver)
{
	int			groups = cv_decimal_fraction_groups(driver);
	uint64		value;

	if (!pool->wide)
	{
		if ((groups <= pool->groups || rescale(pool, i, groups)) &&
			cv_decimal_to_u64(driver, pool->groups, CV_SLOT_MAX, &value) &&
			pool->total + value <= CV_SLOT_MAX)
		{
			pool->slot[i] = value;
			pool->total += value;
			return;
		}
		widen(pool, i);
	}
	add_wide(pool, i, driver);
}

bool
cv_pool_allocate(CvPool *pool, CvTies *ties)
{
	int			ntotal = pool->wide ? cv_nat_length(pool->wide_total, CV_WIDE_LIMBS + 2) : 0;

	/* Without a cost, all parts are 0 as they are. */
	if (pool->wide ? ntotal == 0 : pool->total == 0)
		return pool->wide ? pool->ncost == 0 : pool->cost == 0;
	if (!pool->wide)
		cv_allocate(pool->cost, pool->total, pool->slot, pool->n, ties);
	else
	{
		CvWide		wide;
		uint32	   *scratch;

		wide.cost = pool->wide_cost;
		wide.ncost = pool->ncost;
		wide.total = pool->wide_total;
		wide.ntotal = ntotal;
		wide.limb = pool->limb;
		wide.width = pool->width;
		scratch = alloc_array(pool, CV_ALLOCATE_SCRATCH(&wide), sizeof(uint32));
		cv_allocate_wide(&wide, scratch, pool->slot, pool->n, ties);
		pfree(scratch);
	}
	return true;
}

/* The part of row i; false when it is no receiver. */
bool
cv_pool_part(const CvPool *pool, int64 i, Datum *part)
{
	if (pool->slot[i] == CV_SLOT_NONE)
		return false;
	if (pool->wide)
		*part = NumericGetDatum(cv_numeric_from_natural(pool->negative, pool->limb + i * pool->width,
														pool->width, pool->scale));
	else
		*part = NumericGetDatum(cv_numeric_from_u64(pool->negative, CV_SLOT_VALUE(pool->slot[i]), pool->scale));
	return true;
}
