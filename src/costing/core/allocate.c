/*
 * allocate.c - exact division of a cost over drivers, in O(n).
 *
 * Nothing is sorted.  The remainder at which the last unit is given is found by radix
 * selection; rows above it get a unit, rows at it are "open" and are decided among
 * themselves by tie key and then by row order.  A row costs the 8 bytes of its slot and,
 * where tie keys are given, 8 bytes more.
 */
#include "costing/core/allocate.h"
#include "num/select.h"

static inline int
bits_of(uint64_t x)
{
	return x == 0 ? 0 : 64 - __builtin_clzll(x);
}

static inline bool
is_open(uint64_t slot)
{
	return CV_SLOT_IS_OPEN(slot);
}

static inline void
settle(uint64_t *slot, bool gets_unit)
{
	*slot = (*slot & ~CV_SLOT_OPEN) + (gets_unit ? 1 : 0);
}

/* The smaller tie key is the better: complement it for a selection of the largest. */
static bool
tie_key(const void *arg, int64_t i, uint64_t *key)
{
	*key = ~((const uint64_t *) arg)[i];
	return true;
}

/*
 * Settle either the open rows that have a tie key or those that have none: rows without
 * one get a unit only when all rows with one do.  The keys of the rows that then compete
 * move to the front of key[]; their number is returned.
 */
static int64_t
settle_null_ties(uint64_t *slot, int64_t n, int64_t *want, const CvTies *ties)
{
	int64_t		keyed = 0;
	bool		nulls_wait;

	for (int64_t i = n - 1; i >= 0 && !ties->filled; i--)
	{
		CV_BREATHE(i);
		if (is_open(slot[i]) && !ties->read(ties->arg, i, 0, &ties->key[i]))
			slot[i] |= CV_SLOT_NULL_TIE;
	}
	for (int64_t i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		if (is_open(slot[i]) && !(slot[i] & CV_SLOT_NULL_TIE))
			ties->key[keyed++] = ties->key[i];
	}
	nulls_wait = *want <= keyed;
	for (int64_t i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		if (is_open(slot[i]) && nulls_wait == ((slot[i] & CV_SLOT_NULL_TIE) != 0))
			settle(&slot[i], !nulls_wait);
	}
	*want -= nulls_wait ? 0 : keyed;
	return nulls_wait ? keyed : 0;
}

/* Read the next eight bytes of the open rows' tie keys, turning at either end. */
static void
read_deeper(const CvTies *ties, const uint64_t *slot, int64_t n, int64_t open, int level)
{
	bool		back = level % 2 == 0;
	int64_t		at = back ? open - 1 : 0;

	for (int64_t step = 0; step < n; step++)
	{
		int64_t		i = back ? n - 1 - step : step;

		CV_BREATHE(step);
		if (is_open(slot[i]))
		{
			ties->read(ties->arg, i, level, &ties->key[at]);
			at += back ? -1 : 1;
		}
	}
}

/*
 * Settle all rows but those that share the tie key at which the last unit is given.
 * Returns how many of the rows still open get a unit.
 */
static int64_t
settle_by_tie(uint64_t *slot, int64_t n, int64_t want, const CvTies *ties)
{
	int64_t		open = settle_null_ties(slot, n, &want, ties);

	for (int level = 0; want < open; level++)
	{
		bool		whole = !ties->deep || (level == CV_TIE_LEVELS && ties->rank != NULL);
		int64_t		take;
		int64_t		at = 0;
		int64_t		equal = 0;
		uint64_t	threshold;

		if (level > 0 && whole)
			ties->rank(ties->arg, slot, n, ties->key);
		else if (level > 0)
			read_deeper(ties, slot, n, open, level);
		threshold = cv_select(tie_key, ties->key, open, want, 64, &take);
		for (int64_t i = 0; i < n; i++)
		{
			uint64_t	key;

			CV_BREATHE(i);
			if (!is_open(slot[i]))
				continue;
			key = ~ties->key[at++];
			if (key == threshold)
				equal++;
			else
				settle(&slot[i], key > threshold);
		}
		open = equal;
		want = take;
		if (whole || (~threshold & 0xff) == 0)
			break;				/* the whole key is read: these rows are equal */
	}
	return want;
}

/* Give one unit each to want of the open rows. */
static void
settle_open(uint64_t *slot, int64_t n, int64_t want, int64_t open, const CvTies *ties)
{
	if (ties->key != NULL && want < open)
		want = settle_by_tie(slot, n, want, ties);
	for (int64_t i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		if (is_open(slot[i]))
			settle(&slot[i], want-- > 0);
	}
}

typedef struct NarrowPool
{
	uint64_t	cost;
	uint64_t	total;
	const uint64_t *slot;
} NarrowPool;

/* Floor and remainder of the exact share of one driver. */
static inline uint64_t
narrow_share(const NarrowPool *pool, uint64_t driver, uint64_t *remainder)
{
	cv_uint128	product = (cv_uint128) pool->cost * driver;

	if ((uint64_t) (product >> 64) == 0)
	{
		*remainder = (uint64_t) product % pool->total;
		return (uint64_t) product / pool->total;
	}
	*remainder = (uint64_t) (product % pool->total);
	return (uint64_t) (product / pool->total);
}

static bool
narrow_key(const void *arg, int64_t i, uint64_t *key)
{
	const NarrowPool *pool = arg;

	if (pool->slot[i] == CV_SLOT_NONE)
		return false;
	narrow_share(pool, CV_SLOT_VALUE(pool->slot[i]), key);
	return true;
}

/*
 * Divide cost units over the drivers in slot, whose sum is total > 0; the slots then
 * hold the parts.  cost, total and each driver are at most CV_SLOT_MAX.
 */
void
cv_allocate(uint64_t cost, uint64_t total, uint64_t *slot, int64_t n, const CvTies *ties)
{
	NarrowPool	pool = {cost, total, slot};
	uint64_t	left = cost;
	uint64_t	threshold = UINT64_MAX;
	uint64_t	remainder;
	int64_t		take = 0;
	int64_t		open = 0;

	for (int64_t i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		if (slot[i] != CV_SLOT_NONE)
			left -= narrow_share(&pool, CV_SLOT_VALUE(slot[i]), &remainder);
	}
	if (left > 0)
		threshold = cv_select(narrow_key, &pool, n, (int64_t) left, bits_of(total - 1), &take);

	for (int64_t i = 0; i < n; i++)
	{
		uint64_t	part;

		CV_BREATHE(i);
		if (slot[i] == CV_SLOT_NONE)
			continue;
		part = narrow_share(&pool, CV_SLOT_VALUE(slot[i]), &remainder);
		if (remainder > threshold)
			part++;
		else if (remainder == threshold)
		{
			part |= CV_SLOT_OPEN;
			open++;
		}
		slot[i] = part | (slot[i] & CV_SLOT_NULL_TIE);
	}
	if (open > 0)
		settle_open(slot, n, take, open, ties);
}

/*
 * The wide pool's working numbers.  Cost and total are multiplied by one factor, which
 * changes no quotient, so that the total is normalised for division.
 */
typedef struct WideWork
{
	uint32_t   *cost;
	int			ncost;
	uint32_t   *total;
	int			ntotal;
	uint32_t   *product;		/* becomes the remainder; nproduct + 1 limbs */
	uint32_t   *quotient;
} WideWork;

/* quotient = floor of the exact share, whose length is returned; product = remainder. */
static int
wide_share(WideWork *work, const uint32_t *driver, int ndriver)
{
	int			n = work->ncost + ndriver;

	cv_nat_multiply(work->product, work->cost, work->ncost, driver, ndriver);
	for (; n < work->ntotal; n++)
		work->product[n] = 0;
	work->product[n] = 0;
	cv_nat_divide(work->quotient, work->product, n, work->total, work->ntotal);
	return cv_nat_length(work->quotient, n - work->ntotal + 1);
}

/* The next 16 decimal places of remainder / total; the remainder moves on behind them. */
static uint64_t
wide_fraction(WideWork *work)
{
	uint64_t	chunk = 0;

	for (int step = 0; step < 2; step++)
	{
		uint32_t	digit[1];

		memmove(work->product + 1, work->product, work->ntotal * sizeof(uint32_t));
		work->product[0] = 0;
		cv_nat_divide(digit, work->product, work->ntotal, work->total, work->ntotal);
		chunk = chunk * CV_LIMB_BASE + digit[0];
	}
	return chunk;
}

static bool
wide_key(const void *arg, int64_t i, uint64_t *key)
{
	const uint64_t *slot = arg;

	*key = CV_SLOT_VALUE(slot[i]);
	return is_open(slot[i]);
}

static void
set_value(uint64_t *slot, uint64_t value)
{
	*slot = (*slot & CV_SLOT_NULL_TIE) | value;
}

/*
 * Choose the want rows with the largest fractional parts, 16 decimal places at a time.
 * On return a slot's value is the extra unit, 0 or 1, that its row gets.
 */
static void
wide_select(WideWork *work, const CvWide *pool, uint64_t *slot, int64_t n, int64_t want, const CvTies *ties)
{
	int			levels = 2 + work->ntotal / 2;	/* equal so far down: equal */
	int64_t		open = 0;

	for (int level = 0; level < levels; level++)
	{
		int64_t		take;
		uint64_t	threshold;

		for (int64_t i = 0; level > 0 && i < n; i++)
		{
			uint64_t	chunk = 0;

			CV_BREATHE_OFTEN(i);
			if (!is_open(slot[i]))
				continue;
			wide_share(work, pool->limb + i * pool->width, pool->width);
			for (int skip = 0; skip <= level; skip++)
				chunk = wide_fraction(work);
			set_value(&slot[i], chunk | CV_SLOT_OPEN);
		}

		threshold = cv_select(wide_key, slot, n, want, bits_of(UINT64_C(9999999999999999)), &take);
		open = 0;
		for (int64_t i = 0; i < n; i++)
		{
			CV_BREATHE(i);
			if (!is_open(slot[i]))
				continue;
			if (CV_SLOT_VALUE(slot[i]) == threshold)
				open++;
			else
				set_value(&slot[i], CV_SLOT_VALUE(slot[i]) > threshold);
		}
		want = take;
		if (want == open)
			break;
	}
	for (int64_t i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		if (is_open(slot[i]))
			set_value(&slot[i], CV_SLOT_OPEN);
	}
	settle_open(slot, n, want, open, ties);
}

void
cv_allocate_wide(const CvWide *pool, uint32_t *scratch, uint64_t *slot, int64_t n, const CvTies *ties)
{
	WideWork	work;
	uint32_t	factor = cv_nat_normalizer(pool->total[pool->ntotal - 1]);
	uint32_t   *sum;
	uint64_t	left;

	work.cost = scratch;
	work.ncost = pool->ncost + 1;
	work.total = work.cost + work.ncost;
	work.ntotal = pool->ntotal;
	sum = work.total + work.ntotal;
	work.quotient = sum + pool->ncost + 1;
	work.product = work.quotient + work.ncost + pool->width + 1;

	for (int i = 0; i <= pool->ncost; i++)
	{
		work.cost[i] = i < pool->ncost ? pool->cost[i] : 0;
		sum[i] = 0;
	}
	cv_nat_scale(work.cost, work.ncost, factor);
	memcpy(work.total, pool->total, pool->ntotal * sizeof(uint32_t));
	cv_nat_scale(work.total, work.ntotal, factor);

	for (int64_t i = 0; i < n; i++)
	{
		CV_BREATHE_OFTEN(i);
		if (slot[i] == CV_SLOT_NONE)
			continue;
		cv_nat_add(sum, pool->ncost + 1, work.quotient,
				   wide_share(&work, pool->limb + i * pool->width, pool->width));
		set_value(&slot[i], wide_fraction(&work) | CV_SLOT_OPEN);
	}

	/* What is left is fewer units than there are rows. */
	left = 0;
	for (int i = pool->ncost - 1; i >= 0; i--)
		left = left * CV_LIMB_BASE + pool->cost[i] - sum[i];
	if (left > 0)
		wide_select(&work, pool, slot, n, (int64_t) left, ties);

	for (int64_t i = 0; i < n; i++)
	{
		uint32_t   *part = pool->limb + i * pool->width;
		uint32_t	unit = left > 0 ? (uint32_t) CV_SLOT_VALUE(slot[i]) : 0;
		int			length;

		CV_BREATHE_OFTEN(i);
		if (slot[i] == CV_SLOT_NONE)
			continue;
		length = wide_share(&work, part, pool->width);
		memset(part, 0, pool->width * sizeof(uint32_t));
		memcpy(part, work.quotient, length * sizeof(uint32_t));
		cv_nat_add(part, pool->width, &unit, 1);
	}
}
