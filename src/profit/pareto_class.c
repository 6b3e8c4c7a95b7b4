/*
 * pareto_class.c - which few customers bring most of the profit: A, B or C?
 *
 * Customers are taken from the best down; a class ends with the customer that reaches
 * its cut of the total (J. M. Juran's "vital few"; ABC analysis).  So a customer belongs to
 * the class after as many cuts as those before them have reached.
 *
 * Memory: 17 bytes a row of the partition, 4 more a row among peers of different value.
 */
#include "profit/running.h"

#include <math.h>

#include "catalog/pg_type.h"
#include "utils/array.h"

/* Arguments. */
enum
{
	ARG_VALUE,
	ARG_CUTS,
	ARG_LABELS
};

typedef struct Partition
{
	bool		ready;
	CvParameter cuts;
	CvParameter labels;
	Datum	   *label;
	CvRunning	running;
} Partition;

/* Shares of a total, which rise.  Errors: 22023. */
const double *
cv_pareto_shares(Datum value, const char *name, int *n)
{
	const double *share = cv_float8_array((struct varlena *) DatumGetPointer(value), name, n);

	for (int i = 0; i < *n; i++)
	{
		if (share[i] <= (i > 0 ? share[i - 1] : 0) || share[i] > 1)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("%s must rise and be above 0 and up to 1, but %s[%d] is %s",
							name, name, i + 1, cv_float8_text(share[i])),
					 errhint("They are shares of the total, as in '{0.8,0.95}'.")));
	}
	return share;
}

/* The names of the classes between cuts, in the current memory context.  Errors: 22023. */
Datum *
cv_pareto_labels(Datum value, int ncuts)
{
	ArrayType  *labels = DatumGetArrayTypeP(value);
	Datum	   *label;
	bool	   *nulls;
	int			n;

	deconstruct_array(labels, TEXTOID, -1, false, TYPALIGN_INT, &label, &nulls, &n);
	if (n != ncuts + 1 || array_contains_nulls(labels))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("labels must be %d texts, one more than cuts, not %d%s", ncuts + 1, n,
						array_contains_nulls(labels) ? " with NULL among them" : ""),
				 errhint("There is one class more than there are cuts.")));
	return label;
}

static int
compare_rows(const void *a, const void *b, void *arg)
{
	cv_int128	x = ((CvSlot *) arg)[*(const int32 *) a].value;
	cv_int128	y = ((CvSlot *) arg)[*(const int32 *) b].value;

	CHECK_FOR_INTERRUPTS();
	return x > y ? -1 : x < y;
}

/* What classify has found so far. */
typedef struct Walk
{
	const CvRunning *running;
	const double *cut;
	int			ncuts;
	int			place;			/* cuts that are reached */
	cv_int128	before;			/* sum of the values taken */
} Walk;

/* The next rows, equal in rank; row i of them is order[i], or first + i. */
static void
take_rows(Walk *walk, const int32 *order, int64 first, int64 n)
{
	const CvRunning *running = walk->running;

	/* Losses bring the share back, but what was reached stays reached. */
	while (walk->place < walk->ncuts && cv_fixed_ratio(walk->before, running->total) >= walk->cut[walk->place])
		walk->place++;
	for (int64 i = 0; i < n; i++)
	{
		CvSlot	   *slot = &running->slot[order != NULL ? order[i] : first + i];

		CV_BREATHE(i);
		walk->before += slot->value;
		slot->place = walk->place;
	}
}

/* Peers, which are equal for ORDER BY: the highest value first, equal values together. */
static void
take_peers(Walk *walk, int64 first, int64 next)
{
	CvSlot	   *slot = walk->running->slot;
	int64		n = next - first;
	int64		i = first + 1;
	int32	   *order;

	while (i < next && slot[i].value == slot[first].value)
		i++;
	if (i == next)
	{
		take_rows(walk, NULL, first, n);
		return;
	}
	order = cv_alloc(n * sizeof(int32));
	for (i = 0; i < n; i++)
		order[i] = (int32) (first + i);
	qsort_arg(order, n, sizeof(int32), compare_rows, slot);
	for (int64 from = 0, to; from < n; from = to)
	{
		cv_int128	value = slot[order[from]].value;

		for (to = from; to < n && slot[order[to]].value == value; to++)
			CV_BREATHE(to);
		take_rows(walk, order + from, 0, to - from);
	}
	pfree(order);
}

static void
classify(Partition *part, const double *cut, int ncuts)
{
	Walk		walk = {&part->running, cut, ncuts, 0, 0};

	for (int64 first = 0, next; first < part->running.n && part->running.total > 0; first = next)
	{
		next = cv_running_peers(&part->running, first);
		take_peers(&walk, first, next);
	}
}

static Datum
pareto_class(FunctionCallInfo fcinfo, const CvKind *kind)
{
	WindowObject winobj = cv_window_object(fcinfo);
	Partition  *part = WinGetPartitionLocalMemory(winobj, sizeof(Partition));
	int64		i = WinGetCurrentPosition(winobj);
	bool		given = cv_window_parameter(fcinfo, ARG_CUTS, "cuts", &part->cuts);

	if (!cv_window_parameter(fcinfo, ARG_LABELS, "labels", &part->labels) || !given)
		PG_RETURN_NULL();
	if (!part->ready)
	{
		int			ncuts;
		const double *cut = cv_pareto_shares(part->cuts.value, "cuts", &ncuts);
		MemoryContext caller = MemoryContextSwitchTo(GetMemoryChunkContext(part));

		part->label = cv_pareto_labels(part->labels.value, ncuts);
		MemoryContextSwitchTo(caller);
		cv_running_load(winobj, kind, GetMemoryChunkContext(part), &part->running);
		classify(part, cut, ncuts);
		part->ready = true;
	}
	if (part->running.total <= 0 || (part->running.flags[i] & CV_ROW_NULL))
		PG_RETURN_NULL();
	PG_RETURN_DATUM(part->label[part->running.slot[i].place]);
}

/*
 * pareto_class(value, cuts float8[], labels text[]) OVER (PARTITION BY ... ORDER BY ...)
 *		-> text
 *
 * labels[1] until the first of cuts (rising shares of the partition's total) is reached, the
 * customer that reaches it among them, then labels[2], and so on.  Customers come in the
 * window's order, and peers (without ORDER BY: all) from the highest value down, equal values in one class.  NULL where
 * value is NULL, and everywhere where the total is not positive.  Errors: 22023 for NaN and infinity, cuts that do
 * not rise within 0 to 1 and labels that are not one more, 54000 for exact numbers that
 * need more than 32 digits together.
 */
#define PARETO_CLASS(name, reader, type) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		static const CvKind kind = {reader, type}; \
		return pareto_class(fcinfo, &kind); \
	}

PARETO_CLASS(pareto_class_numeric, cv_decimal_from_numeric, NUMERICOID)
PARETO_CLASS(pareto_class_bigint, cv_decimal_from_int64, INT8OID)
PARETO_CLASS(pareto_class_float8, cv_decimal_from_float8, FLOAT8OID)
PARETO_CLASS(pareto_class_real, cv_decimal_from_float4, FLOAT4OID)
