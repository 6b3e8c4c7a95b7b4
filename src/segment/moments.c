/*
 * moments.c - the type moments_summary: how indicators lie, so that every row can be brought to their scale alone.
 *
 * zscore, minmax_score and topsis as window functions need all rows in one process.  Here a summary of the rows is made
 * first, in parallel and mergeable, and rows are scored by it anywhere, later rows too.  A summary is CvRows of a row
 * for each of the things below, with a column for each indicator; 56 bytes an indicator.
 */
#include "segment/indicators.h"
#include "segment/kinds.h"

enum
{
	SUM,
	SUM_REST,
	SQUARES,
	SQUARES_REST,
	LOWEST,
	HIGHEST,
	WHOLE,
	ROWS
};

#define LARGEST 1e100
#define SMALLEST 1e-100

static CvSpread
moments_at(const CvRows *rows, int j)
{
	CvSpread	m = {.n = cv_rows_params(rows)[0], .whole = cv_rows_row(rows, WHOLE)[j] == 1};

	m.sum = (CvDD) {cv_rows_row(rows, SUM)[j], cv_rows_row(rows, SUM_REST)[j]};
	m.squares = (CvDD) {cv_rows_row(rows, SQUARES)[j], cv_rows_row(rows, SQUARES_REST)[j]};
	m.low = cv_rows_row(rows, LOWEST)[j];
	m.high = cv_rows_row(rows, HIGHEST)[j];
	return m;
}

/* No part is a negative zero. */
static void
set_moments(CvRows *rows, int j, const CvSpread *m)
{
	cv_rows_row(rows, SUM)[j] = m->sum.hi + 0.0;
	cv_rows_row(rows, SUM_REST)[j] = m->sum.lo + 0.0;
	cv_rows_row(rows, SQUARES)[j] = m->squares.hi + 0.0;
	cv_rows_row(rows, SQUARES_REST)[j] = m->squares.lo + 0.0;
	cv_rows_row(rows, LOWEST)[j] = m->low + 0.0;
	cv_rows_row(rows, HIGHEST)[j] = m->high + 0.0;
	cv_rows_row(rows, WHOLE)[j] = m->whole;
}

static bool
is_pair(CvDD x)
{
	return x.hi + x.lo == x.hi;
}

/* Can these be the moments of n numbers? */
static bool
are_moments(const CvRows *rows, int j)
{
	CvSpread	m = moments_at(rows, j);
	double		whole = cv_rows_row(rows, WHOLE)[j];

	return is_pair(m.sum) && is_pair(m.squares) && m.squares.hi >= 0 && (whole == 0 || whole == 1) &&
		fabs(m.low) <= LARGEST && fabs(m.high) <= LARGEST && m.low <= m.high &&
		m.sum.hi >= m.low * m.n - fabs(m.low) * m.n * 1e-15 && m.sum.hi <= m.high * m.n + fabs(m.high) * m.n * 1e-15 &&
		m.squares.hi <= (m.high - m.low) * (m.high - m.low) * m.n;
}

/* What is wrong with a value that came in. */
static const char *
complaint_of(const CvRows *rows)
{
	double		n = rows->nparams == 1 ? cv_rows_params(rows)[0] : 0;

	if (rows->kind == CV_ROWS_EMPTY)
		return NULL;
	if (rows->nrows != ROWS || !(n >= 1 && n <= 0x1p53 && n == floor(n)))
		return "there must be a whole number of customers above 0 and seven rows";
	for (int j = 0; j < rows->width; j++)
	{
		CV_BREATHE(j);
		if (!are_moments(rows, j))
			return "no numbers have such a sum, squares, lowest and highest number";
	}
	return NULL;
}

CV_ROWS_TYPE("moments_summary", complaint_of, moments_summary_in, moments_summary_out, moments_summary_recv,
			 moments_summary_send)
CV_COMPARE(moments_summary_send, moments_summary_cmp, moments_summary_eq, moments_summary_ne, moments_summary_lt,
		   moments_summary_le, moments_summary_gt, moments_summary_ge, moments_summary_hash,
		   moments_summary_hash_extended)

static CvRows *
summary_arg(FunctionCallInfo fcinfo, int argno)
{
	static const CvStateType type = {.name = "moments_summary"};
	CvRows	   *rows = cv_rows_arg(fcinfo, argno, &cv_kind_moments);

	if (rows->kind != CV_ROWS_EMPTY && (rows->nparams != 1 || rows->nrows != ROWS))
		cv_bad_value(&type);
	return rows;
}

static void
refuse_width(int width, int other)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("x must have the same number of elements in all rows, not %d and then %d", width, other)));
}

/* The state that may be written to, for so many indicators. */
static CvRows *
writable_summary(FunctionCallInfo fcinfo, int width)
{
	CvRows	   *rows = summary_arg(fcinfo, 0);
	CvRows	   *copy;

	if (rows->kind != CV_ROWS_EMPTY && rows->width != width)
		refuse_width(rows->width, width);
	if (rows->kind != CV_ROWS_EMPTY && cv_in_aggregate(fcinfo))
		return rows;
	copy = cv_rows_new(&cv_kind_moments, width, 1, ROWS);
	copy->nrows = ROWS;
	if (rows->kind != CV_ROWS_EMPTY)
		memcpy(cv_rows_params(copy), cv_rows_params(rows), (1 + ROWS * width) * sizeof(double));
	else
		memset(cv_rows_params(copy), 0, (1 + ROWS * width) * sizeof(double));
	return copy;
}

static Datum
add_numbers(FunctionCallInfo fcinfo, const double *x, int width)
{
	CvRows	   *rows = writable_summary(fcinfo, width);

	for (int j = 0; j < width; j++)
	{
		CvSpread	m = moments_at(rows, j);

		if (x[j] != 0 && !(fabs(x[j]) >= SMALLEST && fabs(x[j]) <= LARGEST))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("x must be 0 or from 1e-100 to 1e100 in size, not %s", cv_float8_text(x[j])),
					 errhint("Give it in another unit.")));
		cv_spread_add(&m, x[j]);
		set_moments(rows, j, &m);
	}
	cv_rows_params(rows)[0]++;
	PG_RETURN_POINTER(rows);
}

PG_FUNCTION_INFO_V1(moments_add);
PG_FUNCTION_INFO_V1(moments_add_array);

/*
 * moments_add(moments_summary, x float8) -> moments_summary
 * moments_add(moments_summary, x float8[]) -> moments_summary
 *
 * Transition functions of moments_agg: the indicators of another customer.  An array with NULL in it is ignored.
 * Errors: 22023 for NaN, infinity and numbers outside 1e-100 to 1e100 in size, and another number of elements.
 */
Datum
moments_add(PG_FUNCTION_ARGS)
{
	double		x = cv_check_finite(PG_GETARG_FLOAT8(1), "x");

	return add_numbers(fcinfo, &x, 1);
}

Datum
moments_add_array(PG_FUNCTION_ARGS)
{
	int			width;
	const double *x = cv_float8_row(PG_GETARG_VARLENA_P(1), "x", &width);

	if (x == NULL)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	if (width == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("x must have at least one element")));
	return add_numbers(fcinfo, x, width);
}

PG_FUNCTION_INFO_V1(moments_merge);

/* moments_merge(moments_summary, moments_summary) -> moments_summary: combine function, and transition of rollup. */
Datum
moments_merge(PG_FUNCTION_ARGS)
{
	CvRows	   *other = summary_arg(fcinfo, 1);
	CvRows	   *rows;

	if (other->kind == CV_ROWS_EMPTY)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	rows = writable_summary(fcinfo, other->width);
	for (int j = 0; j < other->width; j++)
	{
		CvSpread	m = moments_at(rows, j);
		CvSpread	more = moments_at(other, j);

		cv_spread_merge(&m, &more);
		set_moments(rows, j, &m);
	}
	cv_rows_params(rows)[0] += cv_rows_params(other)[0];
	PG_RETURN_POINTER(rows);
}

/* The moments of the one indicator that x is. */
static CvSpread
one_indicator(FunctionCallInfo fcinfo)
{
	CvRows	   *rows = summary_arg(fcinfo, 0);

	if (rows->kind == CV_ROWS_EMPTY)
		return cv_spread_empty();
	if (rows->width != 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("summary is of %d indicators, but x is one", rows->width),
				 errhint("moments_agg(x) of this indicator alone makes the summary that is needed.")));
	return moments_at(rows, 0);
}

static Datum
return_scaled(FunctionCallInfo fcinfo, CvScaling scaling)
{
	double		x = cv_check_finite(PG_GETARG_FLOAT8(1), "x");

	if (!scaling.varies)
		PG_RETURN_NULL();
	return cv_return_finite(cv_scaled(&scaling, x), "score");
}

PG_FUNCTION_INFO_V1(minmax_score_stored);
PG_FUNCTION_INFO_V1(zscore_stored);

/*
 * minmax_score(moments_summary, x float8, descending boolean) -> float8
 * zscore(moments_summary, x float8) -> float8
 *
 * x on the scale of the customers in the summary; for these the results of the window functions.  The score of a later
 * customer may be outside 0 to 1.  NULL when all numbers in the summary are equal.  Errors: 22023 for NaN and infinity.
 */
Datum
minmax_score_stored(PG_FUNCTION_ARGS)
{
	CvSpread	m = one_indicator(fcinfo);

	return return_scaled(fcinfo, cv_minmax_scaling(&m, PG_GETARG_BOOL(2)));
}

Datum
zscore_stored(PG_FUNCTION_ARGS)
{
	CvSpread	m = one_indicator(fcinfo);

	return return_scaled(fcinfo, cv_z_scaling(&m));
}

PG_FUNCTION_INFO_V1(topsis_stored);

/*
 * topsis(moments_summary, x float8[], weights float8[], benefit boolean[]) -> float8
 *
 * Closeness of x to the ideal, with the best and the worst of the customers in the summary; for these the result of the
 * window function.  NULL where x has NULL, and when all rows of the summary are equal.  Errors: as the window function.
 */
Datum
topsis_stored(PG_FUNCTION_ARGS)
{
	CvRows	   *rows = summary_arg(fcinfo, 0);
	int			width;
	const double *x = cv_float8_row(PG_GETARG_VARLENA_P(1), "x", &width);
	CvIndicators in = cv_indicators(PG_GETARG_DATUM(2), PG_GETARG_DATUM(3));
	CvAxis	   *axis = palloc(in.width * sizeof(CvAxis));
	double		result;

	if (x == NULL || rows->kind == CV_ROWS_EMPTY)
		PG_RETURN_NULL();
	if (width != in.width || rows->width != in.width)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must have %d elements, not %d", width != in.width ? "x" : "each row of summary", in.width,
						width != in.width ? width : rows->width)));
	for (int j = 0; j < width; j++)
	{
		CvSpread	m = moments_at(rows, j);

		axis[j] = cv_indicator_axis(&in, j, &m);
	}
	result = cv_closeness(axis, width, x);
	if (isnan(result))
		PG_RETURN_NULL();
	return cv_return_finite(result, "topsis");
}

PG_FUNCTION_INFO_V1(moments_table);

/*
 * moments(moments_summary) -> TABLE(indicator integer, n bigint, mean, deviation, lowest, highest float8)
 *
 * What is known of each indicator; deviation is that of the sample, NULL of one customer.
 */
Datum
moments_table(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	CvRows	   *rows = summary_arg(fcinfo, 0);

	for (int j = 0; j < rows->width; j++)
	{
		CvSpread	m = moments_at(rows, j);
		Datum		values[6] = {Int32GetDatum(j + 1), Int64GetDatum((int64) m.n)};
		bool		nulls[6] = {false};

		CV_BREATHE_OFTEN(j);
		cv_set_number(&values[2], &nulls[2], m.sum.hi / m.n);
		cv_set_number(&values[3], &nulls[3], m.n > 1 ? sqrt(m.squares.hi / (m.n - 1)) : NAN);
		cv_set_number(&values[4], &nulls[4], m.low);
		cv_set_number(&values[5], &nulls[5], m.high);
		cv_table_own_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}
