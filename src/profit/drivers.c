/*
 * drivers.c - tables of what changed, by name.
 */
#include "profit/drivers.h"

#include "num/dd.h"
#include "num/sort.h"

/* Errors: 54000 where there is no room for that scale. */
cv_int128
cv_scaled_sum(const CvLedger *ledger, uint32 i, int column, int scale)
{
	const cv_int128 limit = (cv_int128) INT64CONST(1000000000000000000) * INT64CONST(1000000000000000000);
	cv_int128	units = cv_ledger_sums(ledger, i)[column];
	int			places = ledger->groups[column] * 4;

	for (; places > scale; places--)
		units /= 10;
	for (; places < scale; places++)
	{
		if (units > limit / 10 || units < -limit / 10)
			ereport(ERROR,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg("an amount of \"%s\" needs more than 36 digits at scale %d",
							text_to_cstring(cv_ledger_name_text(ledger, i)), scale),
					 errhint("Round: money has two decimals.")));
		units *= 10;
	}
	return units;
}

Datum
cv_scaled_datum(cv_int128 units, int scale)
{
	cv_uint128	rest = units < 0 ? -(cv_uint128) units : (cv_uint128) units;
	uint32		limb[6] = {0};

	for (int i = 0; i < 6; i++)
	{
		limb[i] = (uint32) (rest % CV_LIMB_BASE);
		rest /= CV_LIMB_BASE;
	}
	return NumericGetDatum(cv_numeric_from_natural(units < 0, limb, 6, scale));
}

/* What changed, in units of one scale. */
typedef struct Change
{
	cv_int128	before;
	cv_int128	now;
	uint32		number;
} Change;

static cv_uint128
size_of_change(const Change *x)
{
	cv_int128	d = x->now - x->before;

	return d < 0 ? -(cv_uint128) d : (cv_uint128) d;
}

/* Equal changes in order of names. */
static inline bool
is_larger(const Change *x, const Change *y)
{
	cv_uint128	a = size_of_change(x);
	cv_uint128	b = size_of_change(y);

	return a > b || (a == b && x->number < y->number);
}

#define IS_LARGER(x, y) is_larger(&(x), &(y))
CV_DEFINE_SORT(sort_changes, Change, IS_LARGER)

static double
ratio_of(cv_int128 part, cv_int128 whole)
{
	return whole == 0 ? NAN : cv_dd_divide(cv_dd_from_int(part), cv_dd_from_int(whole)).hi;
}

static cv_int128
checked_sum(cv_int128 a, cv_int128 b)
{
	cv_int128	sum;

	if (__builtin_add_overflow(a, b, &sum))
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a total needs more than 38 digits")));
	return sum;
}

static Change
total_of(const Change *change, uint32 first, uint32 n)
{
	Change		total = {0, 0, CV_NO_NAME};

	for (uint32 i = first; i < n; i++)
	{
		total.before = checked_sum(total.before, change[i].before);
		total.now = checked_sum(total.now, change[i].now);
	}
	return total;
}

static void
put_change(CvTable *table, const CvLedger *ledger, const Change *x, const Change *total, int scale)
{
	cv_int128	change = checked_sum(x->now, -x->before);
	Datum		values[6] = {0, cv_scaled_datum(x->before, scale), cv_scaled_datum(x->now, scale),
							 cv_scaled_datum(change, scale)};
	bool		nulls[6] = {x->number == CV_NO_NAME};

	CHECK_FOR_INTERRUPTS();
	if (!nulls[0])
		values[0] = PointerGetDatum(cv_ledger_name_text(ledger, x->number));
	cv_set_number(&values[4], &nulls[4], ratio_of(change, total->before < 0 ? -total->before : total->before));
	cv_set_number(&values[5], &nulls[5], ratio_of(change, checked_sum(total->now, -total->before)));
	cv_table_row(table, values, nulls);
}

/* As many decimals as the sums need; 20.5 is money, and shown as 20.50. */
static int
common_scale(const CvLedger *ledger, int old_column, int new_column)
{
	int			scale = Max(cv_ledger_decimals(ledger, old_column), cv_ledger_decimals(ledger, new_column));

	return scale == 1 ? 2 : scale;
}

void
cv_put_changes(FunctionCallInfo fcinfo, const CvLedger *ledger, int old_column, int new_column, uint32 k, bool largest)
{
	CvTable		table = cv_make_table(fcinfo);
	int			scale = common_scale(ledger, old_column, new_column);
	uint32		n = ledger->n;
	Change	   *change = cv_alloc(2 * (Size) n * sizeof(Change));
	Change		total,
				rest;

	for (uint32 i = 0; i < n; i++)
		change[i] = (Change) {cv_scaled_sum(ledger, i, old_column, scale),
							  cv_scaled_sum(ledger, i, new_column, scale), i};
	if (largest)
		sort_changes(change, change + n, n);
	total = total_of(change, 0, n);
	for (uint32 i = 0; i < Min(k, n); i++)
		put_change(&table, ledger, &change[i], &total, scale);
	if (k >= n)
		return;
	rest = total_of(change, k, n);
	put_change(&table, ledger, &rest, &total, scale);
}
