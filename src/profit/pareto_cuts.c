/*
 * pareto_cuts.c - A, B or C, and the share so far, from a stored summary: in workers, on shards, for later customers.
 *
 * The window functions pareto_class and cumulative_share need all rows in one process.  Here the summary of all values
 * is made first, in parallel, and every row then looks at what was read from it: the lowest value of each class, or the
 * share down to its value.  Both give what the window functions give with the best customer first.
 */
#include "profit/concentration.h"
#include "profit/pareto.h"

#include "catalog/pg_type.h"
#include "utils/array.h"

/* Going down from *sum, that of the values from *next up, until it reaches the share: the lowest value it takes. */
static cv_int128
lowest_of_class(const CvValues *v, double share, int64 *next, cv_int128 *sum)
{
	cv_int128	total = v->gains + v->losses;

	while (*next > 0 && cv_fixed_ratio(*sum, total) < share)
	{
		cv_int128	value = v->column.value[*next - 1];

		for (; *next > 0 && v->column.value[*next - 1] == value; --*next)
		{
			CV_BREATHE(*next);
			*sum += value;
		}
	}
	return v->column.value[*next];
}

PG_FUNCTION_INFO_V1(pareto_cuts);

/*
 * pareto_cuts(concentration_summary, shares float8[]) -> numeric[]
 *
 * For each share of the total the value of the customer who brings the running total to it, from the best customer
 * down: the lowest value of its class, exact.  NULL where the total is not positive.  Errors: 22023 for shares that do
 * not rise within 0 to 1.
 */
Datum
pareto_cuts(PG_FUNCTION_ARGS)
{
	int			ncuts;
	const double *share = cv_pareto_shares(PG_GETARG_DATUM(1), "shares", &ncuts);
	CvValues	v = cv_concentration_values_arg(fcinfo, 0);
	int			decimals = cv_fixed_decimals(&v.column, v.n);
	Datum	   *cut = palloc(ncuts * sizeof(Datum));
	int64		next = v.n;
	cv_int128	sum = 0;

	if (v.gains + v.losses <= 0)
		PG_RETURN_NULL();
	for (int k = 0; k < ncuts; k++)
	{
		cv_int128	lowest = lowest_of_class(&v, share[k], &next, &sum);

		cut[k] = NumericGetDatum(cv_numeric_from_fixed(lowest, v.column.groups, decimals));
	}
	pfree(v.column.value);
	PG_RETURN_ARRAYTYPE_P(construct_array(cut, ncuts, NUMERICOID, -1, false, TYPALIGN_INT));
}

/* A value of any column as a numeric.  Errors: 22023 for NaN and infinity. */
static Datum
numeric_value(Datum value, Oid type)
{
	switch (type)
	{
		case INT8OID:
			return DirectFunctionCall1(int8_numeric, value);
		case FLOAT8OID:
			return NumericGetDatum(cv_numeric_from_float8(cv_check_finite(DatumGetFloat8(value), "value")));
		case FLOAT4OID:
			cv_check_finite(DatumGetFloat4(value), "value");
			return NumericGetDatum(cv_numeric_from_float4(DatumGetFloat4(value)));
		default:
			return NumericGetDatum(cv_check_numeric(DatumGetNumeric(value), "value"));
	}
}

/* The finite numbers of a numeric[] that do not rise. */
static Datum *
falling_cuts(ArrayType *array, int *n)
{
	Datum	   *cut;
	bool	   *nulls;

	if (ARR_NDIM(array) > 1 || array_contains_nulls(array))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cuts must be a one-dimensional array without NULL"),
				 errhint("pareto_cuts makes it.")));
	deconstruct_array(array, NUMERICOID, -1, false, TYPALIGN_INT, &cut, &nulls, n);
	for (int i = 0; i < *n; i++)
	{
		cv_check_numeric(DatumGetNumeric(cut[i]), "each of cuts");
		if (i > 0 && DatumGetBool(DirectFunctionCall2(numeric_gt, cut[i], cut[i - 1])))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("cuts must not rise, but cuts[%d] is %s after %s", i + 1,
							cv_numeric_text(DatumGetNumeric(cut[i])), cv_numeric_text(DatumGetNumeric(cut[i - 1]))),
					 errhint("They are values of customers, the lowest of each class, from the best class down.")));
	}
	return cut;
}

/*
 * pareto_label(value, cuts numeric[], labels text[]) -> text
 *
 * labels[1] for values from cuts[1] up, labels[2] below it from cuts[2] up, and so on; the last label below all cuts.
 * Errors: 22023 for NaN and infinity, cuts that rise, and labels that are not one more.
 */
static Datum
label_of(FunctionCallInfo fcinfo, Oid type)
{
	Datum		value = numeric_value(PG_GETARG_DATUM(0), type);
	int			ncuts;
	Datum	   *cut = falling_cuts(PG_GETARG_ARRAYTYPE_P(1), &ncuts);
	Datum	   *label = cv_pareto_labels(PG_GETARG_DATUM(2), ncuts);
	int			place = 0;

	while (place < ncuts && DatumGetBool(DirectFunctionCall2(numeric_lt, value, cut[place])))
	{
		CV_BREATHE(place);
		place++;
	}
	PG_RETURN_DATUM(label[place]);
}

/* The first of the rising values that is not below x: its place, or their number. */
static int64
first_from(const CvValues *v, const CvDecimal *x)
{
	const CvFixed *column = &v->column;
	bool		cut = !column->exact && (column->groups < 0 || v->gains - v->losses >= cv_fixed_limit() / 10000);
	bool		finer = x->ngroups > 0 && x->ngroups - 1 - x->weight > column->groups;
	cv_uint128	size;
	cv_int128	lowest;
	int64		low = 0;
	int64		high = v->n;

	if (!cv_decimal_to_u128(x, column->groups, &size))
		return x->negative ? 0 : v->n;
	lowest = x->negative ? -(cv_int128) size : (cv_int128) size;
	/* What is behind the last digit of the values lies above them; of values that lost digits, so did x. */
	if (finer && !cut && !x->negative)
		lowest++;
	while (low < high)
	{
		int64		middle = low + (high - low) / 2;

		if (column->value[middle] < lowest)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/*
 * cumulative_share(concentration_summary, value) -> float8
 *
 * The sum of all values that are not below value, as a fraction of the total: cumulative_share(value) OVER (ORDER BY
 * value DESC) of a customer with this value.  NULL where the total is 0.  Errors: 22023 for NaN and infinity.
 */
static Datum
share_at(FunctionCallInfo fcinfo, const CvKind *kind)
{
	CvValues	v = cv_concentration_values_arg(fcinfo, 0);
	cv_int128	total = v.gains + v.losses;
	cv_int128	sum = 0;
	CvDecimal	x;

	kind->read(PG_GETARG_DATUM(1), &x);
	if (!x.finite)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("value must be a finite number, not %s", cv_value_text(PG_GETARG_DATUM(1), kind->type)),
				 errhint("Leave such rows out, or turn the value into NULL.")));
	for (int64 i = first_from(&v, &x); i < v.n; i++)
	{
		CV_BREATHE(i);
		sum += v.column.value[i];
	}
	pfree(v.column.value);
	if (total == 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(cv_fixed_ratio(sum, total));
}

#define PARETO_STORED(reader, type, label, share) \
	PG_FUNCTION_INFO_V1(label); \
	PG_FUNCTION_INFO_V1(share); \
	Datum \
	label(PG_FUNCTION_ARGS) \
	{ \
		return label_of(fcinfo, type); \
	} \
	Datum \
	share(PG_FUNCTION_ARGS) \
	{ \
		static const CvKind kind = {reader, type}; \
		return share_at(fcinfo, &kind); \
	}

PARETO_STORED(cv_decimal_from_numeric, NUMERICOID, pareto_label_numeric, cumulative_share_at_numeric)
PARETO_STORED(cv_decimal_from_int64, INT8OID, pareto_label_bigint, cumulative_share_at_bigint)
PARETO_STORED(cv_decimal_from_float8, FLOAT8OID, pareto_label_float8, cumulative_share_at_float8)
PARETO_STORED(cv_decimal_from_float4, FLOAT4OID, pareto_label_real, cumulative_share_at_real)

PG_FUNCTION_INFO_V1(cumulative_shares);

/*
 * cumulative_shares(concentration_summary) -> TABLE(value numeric, customers bigint, share float8)
 *
 * Every value from the highest down, how many customers have it, and the sum of the values down to it as a fraction of
 * the total; share is NULL where the total is 0.  Joined to the customers by value it is cumulative_share of each.
 */
Datum
cumulative_shares(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	CvValues	v = cv_concentration_values_arg(fcinfo, 0);
	int			decimals = cv_fixed_decimals(&v.column, v.n);
	cv_int128	total = v.gains + v.losses;
	cv_int128	sum = 0;

	for (int64 next = v.n, first; next > 0; next = first)
	{
		cv_int128	value = v.column.value[next - 1];
		Datum		values[3];
		bool		nulls[3] = {false};

		CHECK_FOR_INTERRUPTS();
		for (first = next; first > 0 && v.column.value[first - 1] == value; first--)
			CV_BREATHE(first);
		sum += value * (next - first);
		values[0] = NumericGetDatum(cv_numeric_from_fixed(value, v.column.groups, decimals));
		values[1] = Int64GetDatum(next - first);
		nulls[2] = total == 0;
		values[2] = Float8GetDatum(total == 0 ? 0 : cv_fixed_ratio(sum, total));
		cv_table_own_row(&table, values, nulls);
	}
	pfree(v.column.value);
	PG_RETURN_NULL();
}
