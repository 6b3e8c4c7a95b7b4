/*
 * kept.c - a summary that many calls of a query are about is fetched and looked at once.
 *
 * next_offers for each of a million customers has the same stored summary as its argument: a pointer to a toast table,
 * or compressed bytes, or plain ones.  As long as those bytes are the same, so is the summary.
 */
#include "affinity/kept.h"

/* Kept as long as the query has this call of the function. */
typedef struct Kept
{
	void	   *given;			/* the bytes of the argument */
	CvAffinity *summary;
	CvBackward	backward;		/* NULL until it is asked for */
} Kept;

static bool
is_same(const Kept *kept, const void *given)
{
	return kept->given != NULL && (!VARATT_IS_EXTERNAL(given) || VARATT_IS_EXTERNAL_ONDISK(given)) &&
		VARSIZE_ANY(kept->given) == VARSIZE_ANY(given) && memcmp(kept->given, given, VARSIZE_ANY(given)) == 0;
}

static void
forget(Kept *kept)
{
	void	   *parts[] = {kept->summary, kept->given != kept->summary ? kept->given : NULL, kept->backward.first,
					kept->backward.other, kept->backward.pair};

	memset(kept, 0, sizeof(Kept));
	for (int i = 0; i < (int) lengthof(parts); i++)
	{
		if (parts[i] != NULL)
			pfree(parts[i]);
	}
}

/* Errors: those of cv_state_get. */
static void
keep(Kept *kept, struct varlena *given)
{
	CvAffinity *packed = cv_affinity_packed(PointerGetDatum(given));

	kept->summary = cv_alloc(VARSIZE(packed));
	memcpy(kept->summary, packed, VARSIZE(packed));
	if (VARSIZE_ANY(given) == VARSIZE(packed) && memcmp(given, packed, VARSIZE(packed)) == 0)
	{
		kept->given = kept->summary;
		return;
	}
	pfree(packed);
	kept->given = cv_alloc(VARSIZE_ANY(given));
	memcpy(kept->given, given, VARSIZE_ANY(given));
}

/* All pairs, in order of their second item. */
static void
turn_round(CvBackward *backward, const CvAffinityView *view)
{
	uint32	   *next = cv_alloc(((Size) view->nitems + 1) * sizeof(uint32));

	backward->other = cv_alloc(view->npairs * sizeof(uint32));
	backward->pair = cv_alloc(view->npairs * sizeof(uint32));
	memset(next, 0, ((Size) view->nitems + 1) * sizeof(uint32));
	for (uint32 k = 0; k < view->npairs; k++)
		next[view->other[k] + 1]++;
	for (uint32 b = 0; b < view->nitems; b++)
		next[b + 1] += next[b];
	backward->first = cv_alloc(((Size) view->nitems + 1) * sizeof(uint32));
	memcpy(backward->first, next, ((Size) view->nitems + 1) * sizeof(uint32));
	for (uint32 a = 0; a < view->nitems; a++)
	{
		for (uint32 k = view->first[a]; k < view->first[a + 1]; k++)
		{
			uint32		place = next[view->other[k]]++;

			CV_BREATHE(k);
			backward->other[place] = a;
			backward->pair[place] = k;
		}
	}
	pfree(next);
}

/* The summary in argument argno, and if backward is not NULL its pairs the other way round. */
CvAffinityView
cv_affinity_arg(FunctionCallInfo fcinfo, int argno, CvBackward *backward)
{
	struct varlena *given = (struct varlena *) DatumGetPointer(PG_GETARG_DATUM(argno));
	MemoryContext before = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);
	Kept	   *kept = fcinfo->flinfo->fn_extra;
	CvAffinityView view;

	if (kept == NULL)
	{
		kept = cv_alloc(sizeof(Kept));
		memset(kept, 0, sizeof(Kept));
		fcinfo->flinfo->fn_extra = kept;
	}
	if (!is_same(kept, given))
	{
		forget(kept);
		keep(kept, given);
	}
	view = cv_affinity_view(kept->summary);
	if (backward != NULL)
	{
		if (kept->backward.first == NULL)
			turn_round(&kept->backward, &view);
		*backward = kept->backward;
	}
	MemoryContextSwitchTo(before);
	return view;
}
