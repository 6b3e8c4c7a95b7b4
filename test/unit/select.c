/*
 * select.c - radix selection against a full sort.
 */
#include <stdlib.h>

#include "num/select.h"
#include "unit.h"

typedef struct Keys
{
	uint64_t	key[3000];
	bool		out[3000];
} Keys;

static bool
key_of(const void *arg, int64_t i, uint64_t *key)
{
	const Keys *keys = arg;

	*key = keys->key[i];
	return !keys->out[i];
}

static int
descending(const void *a, const void *b)
{
	uint64_t	x = *(const uint64_t *) a;
	uint64_t	y = *(const uint64_t *) b;

	return x < y ? 1 : x > y ? -1 : 0;
}

void
test_select(void)
{
	static Keys keys;
	static uint64_t sorted[3000];
	uint64_t	seed = 2;

	for (int round = 0; round < 1500; round++)
	{
		int			n = 1 + (int) (unit_random(&seed) % (round % 2 ? 60 : 3000));
		int			bits = 1 + (int) (unit_random(&seed) % 64);
		int			distinct = (int) (unit_random(&seed) % 4);	/* 0: as they come */
		int			m = 0;
		int64_t		k,
					take,
					expected = 0;
		uint64_t	threshold;

		for (int i = 0; i < n; i++)
		{
			keys.key[i] = unit_random(&seed) >> (64 - bits);
			if (distinct > 0)
				keys.key[i] = distinct == 1 ? keys.key[0] : keys.key[i] & 7;
			keys.out[i] = unit_random(&seed) % 5 == 0;
			if (!keys.out[i])
				sorted[m++] = keys.key[i];
		}
		if (m == 0)
			continue;
		qsort(sorted, m, sizeof(uint64_t), descending);
		k = 1 + (int64_t) (unit_random(&seed) % m);
		threshold = cv_select(key_of, &keys, n, k, bits, &take);
		for (int i = 0; i < k; i++)
			expected += sorted[i] == sorted[k - 1];
		CHECK(threshold == sorted[k - 1]);
		CHECK(take == expected);
	}
}
