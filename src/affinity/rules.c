/*
 * rules.c - frequent_itemsets and association_rules: what a model of item sets says.
 *
 * A rule says that baskets with all of some items also hold another one (R. Agrawal, T. Imielinski and A. Swami,
 * "Mining Association Rules between Sets of Items in Large Databases", SIGMOD 1993).
 */
#include "affinity/itemsets.h"

#include "affinity/core/measures.h"
#include "catalog/pg_type.h"
#include "num/sort.h"

/* A model at work. */
typedef struct Model
{
	CvItemsets *value;
	CvSets		sets;
	Datum	   *name;			/* of each item, as text */
} Model;

static Model
model_arg(FunctionCallInfo fcinfo)
{
	Model		model = {.value = cv_itemsets_packed(PG_GETARG_DATUM(0))};
	CvNames		names = cv_itemsets_names(model.value);

	if (!model.value->mined && model.value->kind != CV_ITEMS_NONE)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("model holds baskets, in which no item sets were found yet"),
				 errhint("It is a state of itemsets_agg; itemsets_find finishes it.")));
	model.sets = cv_itemsets_sets(model.value);
	model.name = cv_alloc(names.n * sizeof(Datum));
	for (uint32 i = 0; i < names.n; i++)
		model.name[i] = PointerGetDatum(cv_item_text(model.value->kind, &names, i));
	return model;
}

/* The items of a set but one (a number that is none: all of them), as text[]. */
static Datum
items_datum(const Model *model, const uint32 *item, int64 size, int64 left_out)
{
	Datum	   *element = palloc(size * sizeof(Datum));
	int			n = 0;
	Datum		array;

	for (int64 i = 0; i < size; i++)
	{
		if (i != left_out)
			element[n++] = model->name[item[i]];
	}
	array = PointerGetDatum(construct_array(element, n, TEXTOID, -1, false, TYPALIGN_INT));
	pfree(element);
	return array;
}

PG_FUNCTION_INFO_V1(frequent_itemsets);

/*
 * frequent_itemsets(itemsets) -> TABLE(items text[], size integer, n bigint, support float8)
 *
 * The sets that were found, by size and then in order of the items, with the number of baskets that hold them and its
 * share. Errors: 22023 for a state in which nothing was looked for yet.
 */
Datum
frequent_itemsets(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	Model		model = model_arg(fcinfo);

	for (int64 i = 0; i < model.sets.n; i++)
	{
		int64		first = model.sets.first[i];
		int64		size = model.sets.first[i + 1] - first;
		Datum		values[4] = {items_datum(&model, model.sets.item + first, size, -1), Int32GetDatum((int32) size),
		Int64GetDatum(model.sets.count[i]), Float8GetDatum((double) model.sets.count[i] / (double) model.value->n)};
		bool		nulls[4] = {false};

		CHECK_FOR_INTERRUPTS();
		cv_table_row(&table, values, nulls);
		pfree(DatumGetPointer(values[0]));
	}
	PG_RETURN_NULL();
}

/* One item follows from the others of a set. */
typedef struct Rule
{
	double		confidence;
	int64		n;				/* baskets with all of the set */
	int64		set;
	int64		right;			/* place of that item in the set */
	int64		left;			/* the set of the others */
} Rule;

typedef struct Rules
{
	const Model *model;
	double		min_confidence;
	Rule	   *rule;
	int64		n;
	int64		room;
} Rules;

/* The surest first, then the most frequent, then in order of the sets. */
static inline bool
is_before(const Rule *x, const Rule *y)
{
	if (x->confidence != y->confidence)
		return x->confidence > y->confidence;
	if (x->n != y->n)
		return x->n > y->n;
	return x->set != y->set ? x->set < y->set : x->right < y->right;
}

#define IS_BEFORE(x, y) is_before(&(x), &(y))
CV_DEFINE_SORT(sort_rules, Rule, IS_BEFORE)

static void
take_rule(Rules *rules, Rule rule)
{
	if (rule.confidence < rules->min_confidence)
		return;
	if (rules->n == rules->room)
	{
		rules->room = Max(1024, 2 * rules->room);
		rules->rule = rules->rule == NULL ? cv_alloc(rules->room * sizeof(Rule)) :
			repalloc_huge(rules->rule, rules->room * sizeof(Rule));
	}
	rules->rule[rules->n++] = rule;
}

/* All rules of one set; rest has room for its items. */
static void
rules_of_set(Rules *rules, int64 set, uint32 *rest)
{
	const CvSets *sets = &rules->model->sets;
	const uint32 *item = sets->item + sets->first[set];
	int64		size = sets->first[set + 1] - sets->first[set];

	for (int64 right = 0; right < size && size > 1; right++)
	{
		int64		left;

		CHECK_FOR_INTERRUPTS();
		memcpy(rest, item, right * sizeof(uint32));
		memcpy(rest + right, item + right + 1, (size - right - 1) * sizeof(uint32));
		left = cv_sets_find(sets, rest, size - 1);
		if (left >= 0)
			take_rule(rules, (Rule) {(double) sets->count[set] / (double) sets->count[left], sets->count[set], set,
									 right, left});
	}
}

static CvCounts
counts_of(const Rules *rules, const Rule *rule)
{
	const CvSets *sets = &rules->model->sets;
	const uint32 *item = sets->item + sets->first[rule->set] + rule->right;
	int64		alone = cv_sets_find(sets, item, 1);
	CvCounts	counts = {rules->model->value->n, sets->count[rule->left], sets->count[alone], sets->count[rule->set]};

	return counts;
}

#define COLUMNS 11

static void
put_rule(CvTable *table, const Rules *rules, const Rule *rule)
{
	static const CvMeasure measure[] = {CV_SUPPORT, CV_CONFIDENCE, CV_LIFT, CV_LEVERAGE, CV_CONVICTION, CV_LLR};
	const CvSets *sets = &rules->model->sets;
	const uint32 *item = sets->item + sets->first[rule->set];
	CvCounts	c = counts_of(rules, rule);
	Datum		values[COLUMNS] = {items_datum(rules->model, item,
											   sets->first[rule->set + 1] - sets->first[rule->set], rule->right),
	rules->model->name[item[rule->right]], Int64GetDatum(c.ab), Int64GetDatum(c.a), Int64GetDatum(c.b)};
	bool		nulls[COLUMNS] = {false};

	for (int i = 0; i < (int) lengthof(measure); i++)
	{
		double		x = cv_measure(&c, measure[i]);

		values[5 + i] = Float8GetDatum(x);
		nulls[5 + i] = isnan(x);
	}
	cv_table_row(table, values, nulls);
	pfree(DatumGetPointer(values[0]));
}

PG_FUNCTION_INFO_V1(association_rules);

/*
 * association_rules(itemsets, min_confidence float8) -> TABLE(lhs text[], rhs text, n bigint, n_lhs bigint, n_rhs
 * bigint,
 *		support float8, confidence float8, lift float8, leverage float8, conviction float8, llr float8)
 *
 * Rules of one item from others, of all sets that were found, whose confidence n / n_lhs is min_confidence or more;
 * the surest first.  Errors: 22023 for min_confidence outside 0 to 1, and a state in which nothing was looked for
 * yet.
 */
Datum
association_rules(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	Model		model = model_arg(fcinfo);
	Rules		rules = {.model = &model};
	uint32	   *rest = cv_alloc(model.value->nitems * sizeof(uint32));
	Rule	   *scratch;

	rules.min_confidence = cv_check_fraction(PG_GETARG_FLOAT8(1), "min_confidence",
											 "Divide a percentage by 100.");
	for (int64 i = 0; i < model.sets.n; i++)
		rules_of_set(&rules, i, rest);
	scratch = cv_alloc(rules.n * sizeof(Rule));
	sort_rules(rules.rule, scratch, rules.n);
	for (int64 i = 0; i < rules.n; i++)
	{
		CHECK_FOR_INTERRUPTS();
		put_rule(&table, &rules, &rules.rule[i]);
	}
	PG_RETURN_NULL();
}
