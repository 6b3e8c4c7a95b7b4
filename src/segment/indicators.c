/*
 * indicators.c - one score from several indicators: how much could this customer bring?
 *
 * Potential value is not in the books; studies score it from indicators (share of wallet,
 * income, growth, satisfaction).  They are brought to one scale (minmax_score, zscore) and
 * weighed, by judgement (ahp_weights) or by how much they tell customers apart
 * (entropy_weights), or compared with the best and the worst there is (topsis).
 */
#include "segment/indicators.h"
#include "segment/kinds.h"
#include "pg/fixed.h"
#include "pg/window.h"

#include "catalog/pg_type.h"
#include "num/dd.h"
#include "utils/array.h"

/* A column of a partition, and its scale: that of its numbers times 2^exponent, which makes the largest about 1. */
typedef struct Column
{
	bool		ready;
	CvParameter descending;
	CvColumns	columns;
	int			exponent;
	CvSpread	spread;
	CvScaling	scaling;
} Column;

static void
read_column(WindowObject winobj, Column *column)
{
	static const char *const names[] = {"x"};
	CvColumns  *columns = &column->columns;
	double		largest = 0;

	cv_window_columns(winobj, 1, names, cv_number_float8, GetMemoryChunkContext(column), columns);
	for (int64 i = 0; i < columns->n; i++)
	{
		CV_BREATHE(i);
		if (!columns->left_out[i])
			largest = fmax(largest, fabs(columns->value[0][i]));
	}
	column->exponent = cv_exponent(largest);
	column->spread = cv_spread_of(columns->value[0], columns->n, 1, columns->left_out, column->exponent);
	column->ready = true;
}

/* The current row on the new scale; NULL where there is no number, and where all are equal but for rounding. */
static Datum
scaled_value(FunctionCallInfo fcinfo, const Column *column)
{
	int64		i = WinGetCurrentPosition(cv_window_object(fcinfo));

	if (!column->scaling.varies || column->columns.left_out[i])
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(cv_scaled(&column->scaling, ldexp(column->columns.value[0][i], column->exponent)));
}

PG_FUNCTION_INFO_V1(minmax_score);

/*
 * minmax_score(x float8, descending boolean) OVER (...) -> float8
 *
 * 0 for the partition's lowest value, 1 for the highest, linear between; the other way
 * round when descending.  NULL where x is NULL, and everywhere when all values are equal.
 * Errors: 22023 for NaN and infinity.
 */
Datum
minmax_score(PG_FUNCTION_ARGS)
{
	WindowObject winobj = cv_window_object(fcinfo);
	Column	   *column = WinGetPartitionLocalMemory(winobj, sizeof(Column));

	if (!cv_window_parameter(fcinfo, 1, "descending", &column->descending))
		PG_RETURN_NULL();
	if (!column->ready)
	{
		read_column(winobj, column);
		column->scaling = cv_minmax_scaling(&column->spread, DatumGetBool(column->descending.value));
	}
	return scaled_value(fcinfo, column);
}

PG_FUNCTION_INFO_V1(zscore);

/*
 * zscore(x float8) OVER (...) -> float8
 *
 * Distance from the partition's mean in standard deviations of the sample.  NULL where x
 * is NULL, and everywhere when all values are equal.  Errors: 22023 for NaN and infinity.
 */
Datum
zscore(PG_FUNCTION_ARGS)
{
	WindowObject winobj = cv_window_object(fcinfo);
	Column	   *column = WinGetPartitionLocalMemory(winobj, sizeof(Column));

	if (!column->ready)
	{
		read_column(winobj, column);
		column->scaling = cv_z_scaling(&column->spread);
	}
	return scaled_value(fcinfo, column);
}

/*
 * State of entropy_weights: held_rows of kind entropy; its one parameter is n, its rows are,
 * each number with its own rest of a double-double, the columns' sums of x and of x ln x.
 */
#define ENTROPY_ROWS 4

/* Add to column j of a state the sums x and y. */
static void
add_sums(CvRows *rows, int j, CvDD x, CvDD y)
{
	CvDD		sum[2] = {x, y};

	for (int k = 0; k < 2; k++)
	{
		double	   *hi = cv_rows_row(rows, 2 * k) + j;
		double	   *lo = cv_rows_row(rows, 2 * k + 1) + j;
		CvDD		old = {*hi, *lo};

		old = cv_dd_add(old, sum[k]);
		if (!isfinite(old.hi))
			ereport(ERROR,
					(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
					 errmsg("sum of indicator %d is out of range", j + 1)));
		*hi = old.hi;
		*lo = old.lo + 0.0;
	}
}

/* The state that may be written to, for arrays of this width. */
static CvRows *
entropy_state(FunctionCallInfo fcinfo, int width)
{
	CvRows	   *rows = cv_rows_arg(fcinfo, 0, &cv_kind_entropy);
	CvRows	   *copy;

	if (rows->kind == cv_kind_entropy.number && rows->nrows != ENTROPY_ROWS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("invalid state of entropy_weights")));
	if (rows->kind == cv_kind_entropy.number && rows->width != width)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("x must have the same number of elements in all rows, not %d and then %d",
						rows->width, width)));
	if (rows->kind == cv_kind_entropy.number && AggCheckCallContext(fcinfo, NULL))
		return rows;
	copy = cv_rows_new(&cv_kind_entropy, width, 1, ENTROPY_ROWS);
	copy->nrows = ENTROPY_ROWS;
	memset(cv_rows_params(copy), 0, (1 + ENTROPY_ROWS * width) * sizeof(double));
	if (rows->kind == cv_kind_entropy.number)
		memcpy(cv_rows_params(copy), cv_rows_params(rows), (1 + ENTROPY_ROWS * width) * sizeof(double));
	return copy;
}

PG_FUNCTION_INFO_V1(entropy_add);

/*
 * entropy_add(held_rows, x float8[]) -> held_rows
 *
 * Transition function of entropy_weights.  A row with NULL among x is ignored.  Errors:
 * 22023 for elements that are negative, NaN or infinite, and for another number of them.
 */
Datum
entropy_add(PG_FUNCTION_ARGS)
{
	int			width;
	const double *x = cv_float8_row(PG_GETARG_VARLENA_P(1), "x", &width);
	CvRows	   *rows;

	if (x == NULL)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	if (width == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("x must have at least one element, not %d", width)));
	rows = entropy_state(fcinfo, width);
	for (int j = 0; j < width; j++)
	{
		if (x[j] < 0 || x[j] > 1e200)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("x[%d] must be a number from 0 to 1e200, not %s", j + 1, cv_float8_text(x[j])),
					 errhint("Bring indicators to a scale from 0 to 1 with minmax_score first.")));
		add_sums(rows, j, cv_dd_from_double(x[j]),
				 x[j] > 0 ? cv_dd_multiply(cv_dd_from_double(x[j]), cv_dd_log(x[j])) : cv_dd_from_double(0));
	}
	cv_rows_params(rows)[0]++;
	PG_RETURN_POINTER(rows);
}

PG_FUNCTION_INFO_V1(entropy_merge);

/* entropy_merge(held_rows, held_rows) -> held_rows: combine function of entropy_weights. */
Datum
entropy_merge(PG_FUNCTION_ARGS)
{
	CvRows	   *other = cv_rows_arg(fcinfo, 1, &cv_kind_entropy);
	CvRows	   *rows;

	if (other->kind == CV_ROWS_EMPTY)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	rows = entropy_state(fcinfo, other->width);
	if (other->nrows != ENTROPY_ROWS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("invalid state of entropy_weights")));
	for (int j = 0; j < other->width; j++)
	{
		CvDD		x = {cv_rows_row(other, 0)[j], cv_rows_row(other, 1)[j]};
		CvDD		y = {cv_rows_row(other, 2)[j], cv_rows_row(other, 3)[j]};

		add_sums(rows, j, x, y);
	}
	cv_rows_params(rows)[0] += cv_rows_params(other)[0];
	PG_RETURN_POINTER(rows);
}

PG_FUNCTION_INFO_V1(entropy_final);

/*
 * entropy_final(held_rows) -> float8[]
 *
 * With shares p of a column's sum, its divergence 1 - entropy / ln n, which is sum p ln(n p) /
 * ln n, over that of all columns (C. Shannon 1948; entropy weight method).  A column
 * whose values are all equal (to about 13 digits) has weight 0; NULL when all are so, and
 * below two rows.
 */
Datum
entropy_final(PG_FUNCTION_ARGS)
{
	CvRows	   *rows = cv_rows_arg(fcinfo, 0, &cv_kind_entropy);
	double	   *weight;
	double		total = 0;

	if (rows->kind == CV_ROWS_EMPTY)
		PG_RETURN_NULL();
	rows = entropy_state(fcinfo, rows->width);
	weight = palloc(rows->width * sizeof(double));
	for (int j = 0; j < rows->width; j++)
	{
		CvDD		x = {cv_rows_row(rows, 0)[j], cv_rows_row(rows, 1)[j]};
		CvDD		y = {cv_rows_row(rows, 2)[j], cv_rows_row(rows, 3)[j]};

		weight[j] = 0;
		if (x.hi > 0)
		{
			CvDD		mean = cv_dd_divide(x, cv_dd_from_double(cv_rows_params(rows)[0]));
			CvDD		log_mean = cv_dd_add(cv_dd_log(mean.hi), cv_dd_from_double(mean.lo / mean.hi));

			weight[j] = cv_dd_add(cv_dd_divide(y, x), cv_dd_negate(log_mean)).hi;
		}
		if (!(weight[j] > 1e-26))	/* rounding */
			weight[j] = 0;
		total += weight[j];
	}
	if (!(total > 0))
		PG_RETURN_NULL();
	for (int j = 0; j < rows->width; j++)
		weight[j] /= total;
	return cv_make_float8_array(weight, rows->width);
}

/* A partition for topsis: each row's closeness. */
typedef struct Closeness
{
	bool		ready;
	CvParameter weights;
	CvParameter benefit;
	CvIndicators indicators;
	double	   *result;			/* NaN: none */
} Closeness;

/* Errors: 22023 for negative weights and arrays of different length. */
CvIndicators
cv_indicators(Datum weights, Datum benefit)
{
	CvIndicators in = {0};
	ArrayType  *flags = DatumGetArrayTypeP(benefit);
	double		largest = 0;
	Datum	   *values;
	bool	   *nulls;
	int			n;

	in.weight = cv_float8_array((struct varlena *) DatumGetPointer(weights), "weights", &in.width);
	for (int j = 0; j < in.width; j++)
	{
		if (in.weight[j] < 0)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("weights must not be negative, but weights[%d] is %s",
							j + 1, cv_float8_text(in.weight[j]))));
		largest = fmax(largest, in.weight[j]);
	}
	if (largest == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("weights must not all be 0, but all %d are", in.width)));
	deconstruct_array(flags, BOOLOID, 1, true, TYPALIGN_CHAR, &values, &nulls, &n);
	if (n != in.width || array_contains_nulls(flags))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("benefit must be %d booleans, one for each weight, not %d%s", in.width, n,
						array_contains_nulls(flags) ? " with NULL among them" : ""),
				 errhint("true where more of the indicator is better, false where less is.")));
	in.largest = largest;
	in.good = palloc(n);
	for (int j = 0; j < n; j++)
		in.good[j] = DatumGetBool(values[j]);
	return in;
}

CvAxis
cv_indicator_axis(const CvIndicators *in, int j, const CvSpread *m)
{
	return cv_axis_of(m, in->weight[j] / in->largest, in->good[j]);
}

/* The axis of column j of arrays, whose numbers are brought near 1. */
static CvAxis
read_axis(const CvIndicators *in, CvArrays *a, int j)
{
	double		largest = 0;
	int			exponent;
	CvSpread	spread;

	cv_breathe();
	for (int64 i = 0; i < a->kept; i++)
		largest = fmax(largest, fabs(a->x[i * a->width + j]));
	exponent = cv_exponent(largest);
	spread = cv_spread_of(a->x + j, a->kept, a->width, NULL, exponent);
	for (int64 i = 0; i < a->kept; i++)
	{
		CV_BREATHE(i);
		a->x[i * a->width + j] = ldexp(a->x[i * a->width + j], exponent);
	}
	return cv_indicator_axis(in, j, &spread);
}

static void
find_closeness(WindowObject winobj, Closeness *part)
{
	CvArrays	a = cv_window_arrays(winobj, 0, "x", part->indicators.width);
	CvAxis	   *axis = palloc(a.width * sizeof(CvAxis));
	int64		work = 0;

	part->result = MemoryContextAllocHuge(GetMemoryChunkContext(part), a.n * sizeof(double));
	for (int64 i = 0; i < a.n; i++)
		part->result[i] = NAN;
	for (int j = 0; j < a.width && a.kept > 0; j++)
		axis[j] = read_axis(&part->indicators, &a, j);
	for (int64 i = 0; i < a.kept; i++)
	{
		cv_breathe_after(&work, a.width);
		part->result[a.row[i]] = cv_closeness(axis, a.width, a.x + i * a.width);
	}
	pfree(a.row);
	pfree(a.x);
}

PG_FUNCTION_INFO_V1(topsis);

/*
 * topsis(x float8[], weights float8[], benefit boolean[]) OVER (...) -> float8
 *
 * Closeness to the ideal, 0 to 1: with indicators divided by their column's length and
 * weighed, the distance from the worst value of every indicator over the sum of that and
 * the distance from the best (C. Hwang and K. Yoon, "Multiple Attribute Decision Making",
 * 1981).  benefit tells for each indicator whether more of it is better.  NULL where x is
 * NULL or has NULL, and everywhere when all rows are equal.  Errors: 22023 for elements that are NaN or
 * infinite, negative weights, and arrays of different length.
 */
Datum
topsis(PG_FUNCTION_ARGS)
{
	WindowObject winobj = cv_window_object(fcinfo);
	Closeness  *part = WinGetPartitionLocalMemory(winobj, sizeof(Closeness));
	bool		given = cv_window_parameter(fcinfo, 1, "weights", &part->weights);
	double		result;

	if (!cv_window_parameter(fcinfo, 2, "benefit", &part->benefit) || !given)
		PG_RETURN_NULL();
	if (!part->ready)
	{
		part->indicators = cv_indicators(part->weights.value, part->benefit.value);
		find_closeness(winobj, part);
		part->ready = true;
	}
	result = part->result[WinGetCurrentPosition(winobj)];
	if (isnan(result))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(result);
}
