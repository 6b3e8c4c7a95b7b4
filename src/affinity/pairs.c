/*
 * pairs.c - affinity_pairs, affinity, lift, llr and fisher_p: which items go together, how strongly, and is it more
 * than chance?
 *
 * Measures: affinity/core/measures.h.  Size-adjusted lift divides by the lift of independent items in baskets of
 * these sizes.  The number of tests is that of candidate pairs, both of whose items are frequent enough, bought
 * together or not: those that were never together have p = 1 when it is asked for more than chance, so they need not
 * be looked at.
 */
#include "affinity/kept.h"

#include "num/adjust.h"
#include "num/radix.h"
#include "num/sort.h"

/* Pairs that are looked at one by one because they may never have been together. */
#define MOST_CANDIDATES ((int64) 1 << 24)

/* By the names that SQL has for them; in the order of CvMeasure, and one more. */
static const char *const measures[] = {"support", "confidence", "lift", "leverage", "conviction", "cosine", "jaccard",
	"kulczynski", "imbalance", "zhang", "odds_ratio", "chi_square", "phi", "llr", "llr_root", "p", "p_less",
	"p_two_sided", "size_adjusted_lift", NULL};

#define SIZE_ADJUSTED_LIFT CV_MEASURES

/* A number that may be infinite; NULL when it does not exist. */
static Datum
return_measure(FunctionCallInfo fcinfo, double x)
{
	if (isnan(x))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(x);
}

static Datum
affinity_of(FunctionCallInfo fcinfo, CvItemKind kind)
{
	CvAffinityView view = cv_affinity_arg(fcinfo, 0, NULL);
	int			measure = cv_choice_arg(fcinfo, 3, "measure", measures);
	int64		item[2];
	CvCounts	counts;

	cv_check_item_kind(view.kind, kind);
	for (int i = 0; i < 2; i++)
	{
		CvItemBytes number;
		int			length;
		const char *name = cv_item_arg(fcinfo, 1 + i, kind, &number, &length);

		item[i] = cv_names_find(&view.names, name, length);
	}
	if (view.n == 0)
		PG_RETURN_NULL();
	counts.n = view.n;
	counts.a = item[0] < 0 ? 0 : view.item_count[item[0]];
	counts.b = item[1] < 0 ? 0 : view.item_count[item[1]];
	counts.ab = item[0] < 0 || item[1] < 0 ? 0 : item[0] == item[1] ? counts.a :
		cv_affinity_together(&view, (uint32) item[0], (uint32) item[1]);
	if (measure == SIZE_ADJUSTED_LIFT)
		return return_measure(fcinfo, cv_measure(&counts, CV_LIFT) / cv_affinity_size_effect(&view));
	return return_measure(fcinfo, cv_measure(&counts, measure));
}

PG_FUNCTION_INFO_V1(affinity_text);
PG_FUNCTION_INFO_V1(affinity_bigint);

/*
 * affinity(affinity_summary, a text | bigint, b text | bigint, measure text) -> float8
 *
 * One measure of a pair; those that have a direction are of a -> b.  An item that is in no basket has count 0.  NULL
 * without baskets and where the measure does not exist.  Errors: 22023 for another measure, and for text where items
 * are bigint.
 */
Datum
affinity_text(PG_FUNCTION_ARGS)
{
	return affinity_of(fcinfo, CV_ITEMS_TEXT);
}

Datum
affinity_bigint(PG_FUNCTION_ARGS)
{
	return affinity_of(fcinfo, CV_ITEMS_BIGINT);
}

/* Arguments n, a, b, ab. */
static CvCounts
counts_arg(FunctionCallInfo fcinfo)
{
	CvCounts	c = {PG_GETARG_INT64(0), PG_GETARG_INT64(1), PG_GETARG_INT64(2), PG_GETARG_INT64(3)};

	if (!cv_counts_fit(&c))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("there cannot be " INT64_FORMAT " baskets, " INT64_FORMAT " with a, " INT64_FORMAT
						" with b and " INT64_FORMAT " with both",
						c.n, c.a, c.b, c.ab),
				 errhint("The order is n, a, b, ab: ab is in a and in b, and a and b are in n.")));
	return c;
}

PG_FUNCTION_INFO_V1(lift);

/*
 * lift(n bigint, a bigint, b bigint, ab bigint) -> float8
 *
 * ab n / (a b): how many times as often as independent items.  NULL when a or b is 0.  Errors: 22023 for counts that do
 * not fit each other.
 */
Datum
lift(PG_FUNCTION_ARGS)
{
	CvCounts	c = counts_arg(fcinfo);

	return return_measure(fcinfo, cv_measure(&c, CV_LIFT));
}

static const char *const tails[] = {"greater", "less", "two-sided", NULL};

PG_FUNCTION_INFO_V1(fisher_p);

/*
 * fisher_p(n bigint, a bigint, b bigint, ab bigint, tail text) -> float8
 *
 * Fisher's exact test: the probability of ab or more ('greater'), ab or fewer ('less') or of a count that is no more
 * probable ('two-sided'), when the items are independent.  NULL when n is 0.  Errors: as lift.
 */
Datum
fisher_p(PG_FUNCTION_ARGS)
{
	static const CvMeasure measure[] = {CV_P, CV_P_LESS, CV_P_TWO_SIDED};
	CvCounts	c = counts_arg(fcinfo);

	return return_measure(fcinfo, cv_measure(&c, measure[cv_choice_arg(fcinfo, 4, "tail", tails)]));
}

PG_FUNCTION_INFO_V1(llr);

/*
 * llr(k11 bigint, k12 bigint, k21 bigint, k22 bigint) -> float8
 *
 * Log-likelihood ratio G2 of a two by two table (Dunning 1993): of both, of the first only, of the second only, of
 * neither.  NULL when all are 0.  Errors: 22023 for negative cells, and where they add up to more than 2^53.
 */
Datum
llr(PG_FUNCTION_ARGS)
{
	int64		k[4];
	cv_int128	n = 0;
	CvCounts	c;

	for (int i = 0; i < 4; i++)
	{
		k[i] = PG_GETARG_INT64(i);
		n += k[i];
		if (k[i] < 0 || n > CV_COUNTS_MOST)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("cells must be from 0 up and add up to at most " INT64_FORMAT ", not k%d%d = " INT64_FORMAT,
							CV_COUNTS_MOST, 1 + i / 2, 1 + i % 2, k[i])));
	}
	c = (CvCounts) {(int64) n, k[0] + k[1], k[0] + k[2], k[0]};
	return return_measure(fcinfo, cv_measure(&c, CV_LLR));
}

/* A pair that is listed. */
typedef struct Row
{
	double		key;			/* the largest comes first */
	double		p;
	int64		ab;
	uint32		a;
	uint32		b;
} Row;

static inline bool
is_before(const Row *x, const Row *y)
{
	return x->key > y->key || (x->key == y->key && (x->a < y->a || (x->a == y->a && x->b < y->b)));
}

#define IS_BEFORE(x, y) is_before(&(x), &(y))
CV_DEFINE_SORT(sort_rows, Row, IS_BEFORE)

/* affinity_pairs at work. */
typedef struct Listing
{
	CvAffinityView view;
	int64		min_count;
	int64		min_item_count;
	bool		avoiding;
	int			order_by;
	double		size_effect;
	double	   *p;				/* of the candidates that were looked at */
	int64		looked_at;
	int64		tests;			/* candidates */
	Row		   *row;
	int64		nrows;
	int64		room;
} Listing;

static const char *const orders[] = {"llr", "lift", "size_adjusted_lift", "n_ab", "support", "leverage",
									 "confidence_ab", "confidence_ba",
"conviction", "cosine", "jaccard", "kulczynski", "imbalance", "p", NULL};

/* By what a pair is ordered; where it does not exist it comes last. */
static double
key_of(const Listing *list, const CvCounts *c, double p)
{
	static const CvMeasure measure[] = {CV_LLR, CV_LIFT, CV_LIFT, CV_SUPPORT, CV_SUPPORT, CV_LEVERAGE, CV_CONFIDENCE,
										CV_CONFIDENCE,
	CV_CONVICTION, CV_COSINE, CV_JACCARD, CV_KULCZYNSKI, CV_IMBALANCE, CV_P};
	CvCounts	turned = cv_counts_turned(c);
	bool		ba = strcmp(orders[list->order_by], "confidence_ba") == 0;
	bool		either_way = measure[list->order_by] == CV_LLR || measure[list->order_by] == CV_IMBALANCE;
	double		key;

	if (measure[list->order_by] == CV_P)
		return -p;
	key = cv_measure(ba ? &turned : c, measure[list->order_by]);
	if (isnan(key))
		return -INFINITY;
	/* What avoids each other most has the lowest lift, but a high ratio. */
	return list->avoiding && !either_way ? -key : key;
}

static void
list_pair(Listing *list, const CvCounts *c, uint32 a, uint32 b, double p)
{
	if (list->nrows == list->room)
	{
		list->room = Max(1024, 2 * list->room);
		list->row = list->row == NULL ? cv_alloc(list->room * sizeof(Row)) :
			repalloc_huge(list->row, list->room * sizeof(Row));
	}
	list->row[list->nrows++] = (Row) {key_of(list, c, p), p, c->ab, a, b};
}

/* Is there less than chance, exactly? */
static bool
is_below_chance(const CvCounts *c)
{
	return (cv_int128) c->ab * c->n < (cv_int128) c->a * c->b;
}

static void
look_at(Listing *list, uint32 a, uint32 b, int64 ab)
{
	CvCounts	c = cv_affinity_counts(&list->view, a, b, ab);
	double		p = cv_measure(&c, list->avoiding ? CV_P_LESS : CV_P);

	CHECK_FOR_INTERRUPTS();
	if (isnan(p))
		cv_bad_value(&cv_affinity_type);	/* both items in more baskets than there are */
	list->p[list->looked_at++] = p;
	if (list->avoiding ? is_below_chance(&c) : ab >= list->min_count)
		list_pair(list, &c, a, b, p);
}

static bool
is_candidate(const Listing *list, uint32 item)
{
	return list->view.item_count[item] >= list->min_item_count;
}

/* Candidates that were together. */
static void
look_at_pairs(Listing *list)
{
	const CvAffinityView *view = &list->view;

	list->p = cv_alloc(view->npairs * sizeof(double));
	for (uint32 a = 0; a < view->nitems; a++)
	{
		for (uint32 k = view->first[a]; k < view->first[a + 1] && is_candidate(list, a); k++)
		{
			if (is_candidate(list, view->other[k]))
				look_at(list, a, view->other[k], view->pair_count[k]);
		}
	}
}

/* All candidates. */
static void
look_at_all(Listing *list)
{
	const CvAffinityView *view = &list->view;

	if (list->tests > MOST_CANDIDATES)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("there are " INT64_FORMAT " pairs of items to look at, more than " INT64_FORMAT, list->tests,
						MOST_CANDIDATES),
				 errhint("Raise min_item_count.")));
	list->p = cv_alloc(list->tests * sizeof(double));
	for (uint32 a = 0; a < view->nitems; a++)
	{
		uint32		k = view->first[a];

		for (uint32 b = a + 1; b < view->nitems && is_candidate(list, a); b++)
		{
			bool		together = k < view->first[a + 1] && view->other[k] == b;

			if (is_candidate(list, b))
				look_at(list, a, b, together ? view->pair_count[k] : 0);
			k += together;
		}
	}
}

/* The adjusted p-value that belongs to p among those that were looked at, which rise. */
static double
adjusted_of(const double *p, const double *adjusted, int64 n, double sought)
{
	int64		low = 0;
	int64		high = n;

	while (low < high)
	{
		int64		middle = low + (high - low) / 2;

		if (p[middle] < sought)
			low = middle + 1;
		else
			high = middle;
	}
	return adjusted[low];
}

/* The p-values in order, and adjusted. */
static double *
adjust_all(Listing *list)
{
	double	   *adjusted = cv_alloc(list->looked_at * sizeof(double));

	cv_radix_sort(list->p, adjusted, list->looked_at);
	memcpy(adjusted, list->p, list->looked_at * sizeof(double));
	cv_adjust(adjusted, list->looked_at, (double) list->tests, CV_ADJUST_BH);
	return adjusted;
}

#define COLUMNS 19

/* n_a to llr, in the order of columns, after a and b. */
static void
set_measures(const Listing *list, const CvCounts *c, Datum *values, bool *nulls)
{
	static const CvMeasure of_column[] = {CV_SUPPORT, CV_CONFIDENCE, CV_CONFIDENCE, CV_LIFT, CV_LIFT, CV_LEVERAGE,
										  CV_CONVICTION, CV_COSINE,
	CV_JACCARD, CV_KULCZYNSKI, CV_IMBALANCE, CV_LLR};
	CvCounts	turned = cv_counts_turned(c);

	values[2] = Int64GetDatum(c->a);
	values[3] = Int64GetDatum(c->b);
	values[4] = Int64GetDatum(c->ab);
	for (int i = 0; i < (int) lengthof(of_column); i++)
	{
		double		x = cv_measure(i == 2 ? &turned : c, of_column[i]) / (i == 4 ? list->size_effect : 1);

		values[5 + i] = Float8GetDatum(x);
		nulls[5 + i] = isnan(x);
	}
}

static void
put_rows(FunctionCallInfo fcinfo, Listing *list)
{
	CvTable		table = cv_make_table(fcinfo);
	double	   *adjusted = adjust_all(list);
	Datum	   *name = cv_alloc(list->view.nitems * sizeof(Datum));

	for (uint32 i = 0; i < list->view.nitems; i++)
		name[i] = PointerGetDatum(cv_item_text(list->view.kind, &list->view.names, i));
	for (int64 i = 0; i < list->nrows; i++)
	{
		const Row  *row = &list->row[i];
		CvCounts	c = cv_affinity_counts(&list->view, row->a, row->b, row->ab);
		Datum		values[COLUMNS] = {name[row->a], name[row->b]};
		bool		nulls[COLUMNS] = {false};

		CHECK_FOR_INTERRUPTS();
		set_measures(list, &c, values, nulls);
		values[COLUMNS - 2] = Float8GetDatum(row->p);
		values[COLUMNS - 1] = Float8GetDatum(adjusted_of(list->p, adjusted, list->looked_at, row->p));
		cv_table_row(&table, values, nulls);
	}
}

static int64
positive_arg(FunctionCallInfo fcinfo, int argno, const char *name)
{
	int64		x = PG_GETARG_INT64(argno);

	if (x < 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be at least 1, not " INT64_FORMAT, name, x)));
	return x;
}

PG_FUNCTION_INFO_V1(affinity_pairs);

/*
 * affinity_pairs(affinity_summary, min_count bigint, order_by text, min_item_count bigint, avoiding boolean)
 *		-> TABLE(a text, b text, n_a bigint, ..., p float8, p_adjusted float8)
 *
 * Pairs that are together in min_count baskets or more, each once, a before b in byte order (bigint: the smaller
 * number); p is Fisher's probability of as many or more.  avoiding: pairs that are together less often than by
 * chance, also never; p is that of as few or fewer, and min_count is not looked at.  Only items in min_item_count
 * baskets or more are candidates; p_adjusted is by Benjamini and Hochberg over all pairs of candidates.  The
 * strongest by order_by come first.  Errors: 22023 for counts below 1 and another order_by; 54000 with avoiding,
 * beyond 2^24 candidates.
 */
Datum
affinity_pairs(PG_FUNCTION_ARGS)
{
	Listing		list = {.view = cv_affinity_view(cv_affinity_packed(PG_GETARG_DATUM(0)))};
	int64		candidates = 0;
	Row		   *scratch;

	list.min_count = positive_arg(fcinfo, 1, "min_count");
	list.order_by = cv_choice_arg(fcinfo, 2, "order_by", orders);
	list.min_item_count = positive_arg(fcinfo, 3, "min_item_count");
	list.avoiding = PG_GETARG_BOOL(4);
	list.size_effect = cv_affinity_size_effect(&list.view);
	for (uint32 i = 0; i < list.view.nitems; i++)
		candidates += is_candidate(&list, i);
	list.tests = candidates * (candidates - 1) / 2;
	if (list.avoiding)
		look_at_all(&list);
	else
		look_at_pairs(&list);
	scratch = cv_alloc(list.nrows * sizeof(Row));
	sort_rows(list.row, scratch, list.nrows);
	pfree(scratch);
	put_rows(fcinfo, &list);
	PG_RETURN_NULL();
}
