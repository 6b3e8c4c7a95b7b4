/*
 * memo.c - what a function worked out for rows before.
 */
#include "clv/memo.h"

#include "utils/memutils.h"

#define WAYS 4					/* places that a value may be in */
#define PLACES (1 << 15)		/* 1.5 MB */
#define FIRST_CALLS 64

typedef struct Entry
{
	double		key[CV_MEMO_KEYS];
	double		value;
	uint64		model;			/* of which model; 0: none yet */
} Entry;

struct CvMemo
{
	int			calls;
	CvFamily	family;
	double		parameter[CV_FAMILY_MOST];
	uint64		model;			/* counts models that were asked, one after the other */
	Entry	   *entry;
};

CvMemo *
cv_memo(FunctionCallInfo fcinfo, const CvModel *m)
{
	CvMemo	   *memo = fcinfo->flinfo->fn_extra;
	Size		size = m->family->n * sizeof(double);

	if (memo == NULL)
		memo = fcinfo->flinfo->fn_extra = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(CvMemo));
	if (memo->calls < FIRST_CALLS)
	{
		memo->calls++;
		return NULL;
	}
	if (memo->entry == NULL)
		memo->entry = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, PLACES * sizeof(Entry));
	if (memo->family != m->family || memcmp(memo->parameter, m->parameter, size) != 0)
	{
		memo->family = m->family;
		memcpy(memo->parameter, m->parameter, size);
		memo->model++;
	}
	return memo;
}

double *
cv_memo_place(CvMemo *memo, const double *key, bool *known)
{
	uint64		hash = 0;
	Entry	   *entry;

	for (int i = 0; i < CV_MEMO_KEYS; i++)
	{
		uint64		bits;

		memcpy(&bits, &key[i], sizeof(bits));
		hash = (hash ^ bits) * UINT64CONST(0x9E3779B97F4A7C15);
		hash ^= hash >> 32;
	}
	entry = &memo->entry[hash % (PLACES / WAYS) * WAYS];
	for (int i = 0; i < WAYS; i++)
	{
		*known = entry[i].model == memo->model && memcmp(entry[i].key, key, sizeof(entry->key)) == 0;
		if (*known)
			return &entry[i].value;
	}
	/* One that nobody will ask for again, or any of them. */
	for (int i = 0; i < WAYS; i++)
	{
		if (entry[i].model != memo->model)
		{
			entry += i;
			break;
		}
		if (i == WAYS - 1)
			entry += hash >> 40 & i;
	}
	memcpy(entry->key, key, sizeof(entry->key));
	entry->model = memo->model;
	return &entry->value;
}
