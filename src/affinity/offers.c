/*
 * offers.c - next_offers: what would this customer buy next?
 *
 * Every item that they do not have is scored by what they have: the sum of cosines ab / sqrt(a b) (B. Sarwar, G.
 * Karypis, J. Konstan and J. Riedl, "Item-based Collaborative Filtering Recommendation Algorithms", WWW 2001), the
 * best confidence or the best lift.  Without anything known the most frequent items are offered.
 */
#include "affinity/kept.h"

#include "num/sort.h"

enum
{
	SCORE_COSINE,
	SCORE_CONFIDENCE,
	SCORE_LIFT
};

static const char *const scores[] = {"cosine", "confidence", "lift", NULL};

#define NOTHING PG_UINT32_MAX

typedef struct Offer
{
	double		score;
	uint32		item;
} Offer;

/* Equal scores in order of the items. */
#define IS_BEFORE(x, y) ((x).score > (y).score || ((x).score == (y).score && (x).item < (y).item))
CV_DEFINE_SORT(sort_offers, Offer, IS_BEFORE)

/* next_offers at work; arrays are by item. */
typedef struct Advice
{
	CvAffinityView view;
	CvBackward	backward;
	int			score_by;
	double	   *score;
	double	   *best;			/* the largest part of the score */
	uint32	   *because;		/* and the item in the basket that it is from */
	bool	   *owned;
} Advice;

/* The numbers of the items in a basket that are known, in order. */
static int64
known_items(FunctionCallInfo fcinfo, const CvAffinityView *view, CvItemKind kind, uint32 **item)
{
	CvItems		items = cv_items_of(PG_GETARG_ARRAYTYPE_P(1), kind, "basket");
	const char *name;
	int			length;
	int64		n = 0;

	*item = cv_alloc(2 * (Size) items.n * sizeof(uint32));
	while ((name = cv_items_next(&items, &length)) != NULL)
	{
		int64		number = cv_names_find(&view->names, name, length);

		CV_BREATHE(items.i);
		if (number >= 0)
			(*item)[n++] = (uint32) number;
	}
	return cv_items_tidy(*item, n);
}

/* What owning a says for b. */
static void
speak_for(Advice *advice, uint32 a, uint32 b, int64 ab)
{
	static const CvMeasure measure[] = {CV_COSINE, CV_CONFIDENCE, CV_LIFT};
	CvCounts	c = cv_affinity_counts(&advice->view, a, b, ab);
	double		part = cv_measure(&c, measure[advice->score_by]);

	if (part > advice->best[b])
	{
		advice->best[b] = part;
		advice->because[b] = a;
	}
	advice->score[b] = advice->score_by == SCORE_COSINE ? advice->score[b] + part : advice->best[b];
}

/* Owned items speak in their order, so that sums are the same every time. */
static void
score_by_basket(Advice *advice, const uint32 *item, int64 n)
{
	const CvAffinityView *view = &advice->view;
	const CvBackward *backward = &advice->backward;

	for (int64 i = 0; i < n; i++)
		advice->owned[item[i]] = true;
	for (int64 i = 0; i < n; i++)
	{
		uint32		a = item[i];

		CHECK_FOR_INTERRUPTS();
		for (uint32 k = backward->first[a]; k < backward->first[a + 1]; k++)
		{
			if (!advice->owned[backward->other[k]])
				speak_for(advice, a, backward->other[k], view->pair_count[backward->pair[k]]);
		}
		for (uint32 k = view->first[a]; k < view->first[a + 1]; k++)
		{
			if (!advice->owned[view->other[k]])
				speak_for(advice, a, view->other[k], view->pair_count[k]);
		}
	}
}

static void
score_by_support(Advice *advice)
{
	for (uint32 i = 0; i < advice->view.nitems; i++)
		advice->score[i] = (double) advice->view.item_count[i] / (double) advice->view.n;
}

static Advice
new_advice(FunctionCallInfo fcinfo)
{
	Advice		advice;
	Size		n;

	advice.view = cv_affinity_arg(fcinfo, 0, &advice.backward);
	n = advice.view.nitems;
	advice.score_by = cv_choice_arg(fcinfo, 3, "score", scores);
	advice.score = cv_alloc(n * sizeof(double));
	advice.best = cv_alloc(n * sizeof(double));
	advice.because = cv_alloc(n * sizeof(uint32));
	advice.owned = cv_alloc(n * sizeof(bool));
	memset(advice.score, 0, n * sizeof(double));
	memset(advice.best, 0, n * sizeof(double));
	memset(advice.because, 0xff, n * sizeof(uint32));
	memset(advice.owned, 0, n * sizeof(bool));
	return advice;
}

/* Keep the k best of offers that come one after the other: sorted whenever there are twice as many. */
static int
best_offers(const Advice *advice, int k, Offer *offer)
{
	int			n = 0;
	Offer	   *scratch = offer + 2 * (Size) k;

	for (uint32 i = 0; i < advice->view.nitems; i++)
	{
		CV_BREATHE(i);
		if (advice->owned[i] || !(advice->score[i] > 0))
			continue;
		if (n == 2 * k)
		{
			sort_offers(offer, scratch, n);
			n = k;
		}
		offer[n++] = (Offer) {advice->score[i], i};
	}
	sort_offers(offer, scratch, n);
	return Min(n, k);
}

static void
put_offers(FunctionCallInfo fcinfo, const Advice *advice, int k)
{
	CvTable		table = cv_make_table(fcinfo);
	const CvAffinityView *view = &advice->view;
	Offer	   *offer;
	int			n;

	k = (int) Min((uint32) k, view->nitems);
	offer = cv_alloc(4 * (Size) k * sizeof(Offer));
	n = best_offers(advice, k, offer);
	for (int i = 0; i < n; i++)
	{
		uint32		because = advice->because[offer[i].item];
		Datum		values[3] = {cv_item_datum(view->kind, &view->names, offer[i].item),
								 Float8GetDatum(offer[i].score)};
		bool		nulls[3] = {false, false, because == NOTHING};

		if (because != NOTHING)
			values[2] = cv_item_datum(view->kind, &view->names, because);
		cv_table_row(&table, values, nulls);
	}
}

#define MOST_OFFERS 1000000

static Datum
next_offers(FunctionCallInfo fcinfo, CvItemKind kind)
{
	Advice		advice = new_advice(fcinfo);
	int			k = cv_check_range(PG_GETARG_INT32(2), "k", 1, MOST_OFFERS);
	uint32	   *item;
	int64		n;

	cv_check_item_kind(advice.view.kind, kind);
	n = known_items(fcinfo, &advice.view, kind, &item);
	if (n > 0)
		score_by_basket(&advice, item, n);
	else
		score_by_support(&advice);
	put_offers(fcinfo, &advice, k);
	PG_RETURN_NULL();
}

PG_FUNCTION_INFO_V1(next_offers_text);
PG_FUNCTION_INFO_V1(next_offers_bigint);

/*
 * next_offers(affinity_summary, basket text[] | bigint[], k integer, score text)
 *		-> TABLE(item, score float8, because)
 *
 * The k items that the customer does not have with the best score, equal scores in order of the items; because is the
 * item in the basket that adds most to it, the first in order where several do.  Items with score 0 are no offers,
 * unknown items in the basket are ignored.  With none that is known: the most frequent items, score is the share of
 * baskets, because NULL. Errors: 22023 for k outside 1 to 1,000,000, another score, and text where items are bigint.
 */
Datum
next_offers_text(PG_FUNCTION_ARGS)
{
	return next_offers(fcinfo, CV_ITEMS_TEXT);
}

Datum
next_offers_bigint(PG_FUNCTION_ARGS)
{
	return next_offers(fcinfo, CV_ITEMS_BIGINT);
}
