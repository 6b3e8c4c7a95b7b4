/*
 * ols.c - the type ols_summary: what do satisfaction, price and service have to do with what
 * customers buy?
 *
 * Least squares follows from means and co-moments, which are kept by B. Welford's
 * recurrence and merged by T. Chan's, never as raw sums of squares, and far from 0 in
 * 32 digits.  8 ((k + 1) (k + 3) + 2) bytes for k regressors.
 */
#include "drivers/ols.h"

#include "catalog/pg_type.h"
#include "num/dd.h"
#include "num/importance.h"
#include "utils/array.h"

#define WEIGHT_LIMIT 1e200

static const char *
complaint_of(const CvRows *s)
{
	const double *param = cv_rows_params(s);

	if (s->kind == CV_ROWS_EMPTY)
		return NULL;
	if (s->width < 2 || s->width > CV_OLS_COLUMNS + 1 || s->nrows != s->width + CV_OLS_MOMENTS)
		return "an ols_summary of k regressors must have k + 3 rows of k + 1 numbers";
	if (!(param[CV_OLS_N] >= 1) || param[CV_OLS_N] != floor(param[CV_OLS_N]) || param[CV_OLS_N] > 0x1p53 || !(param[CV_OLS_WEIGHT] > 0 && param[CV_OLS_WEIGHT] < WEIGHT_LIMIT))
		return "the number of rows must be an integer from 1, and the sum of weights above 0 and below 1e200";
	for (int i = 0; i < s->width; i++)
	{
		double		square = cv_rows_row(s, CV_OLS_MOMENTS + i)[i];

		if (!(square >= 0) || fabs(cv_rows_row(s, 1)[i]) > 1e-15 * fabs(cv_rows_row(s, 0)[i]))
			return "sums of squares must not be negative, nor the rest of a mean larger than its last digit";
		for (int j = i + 1; j < s->width; j++)
		{
			double		other = cv_rows_row(s, CV_OLS_MOMENTS + j)[j];

			if (fabs(cv_rows_row(s, CV_OLS_MOMENTS + i)[j]) > sqrt(square) * sqrt(other) * (1 + 1e-9))
				return "a co-moment must not be larger than its sums of squares allow";
		}
	}
	return NULL;
}

CV_ROWS_TYPE("ols_summary", complaint_of, ols_summary_in, ols_summary_out, ols_summary_recv, ols_summary_send)
CV_COMPARE(ols_summary_send, ols_summary_cmp, ols_summary_eq, ols_summary_ne, ols_summary_lt, ols_summary_le, ols_summary_gt, ols_summary_ge,
		   ols_summary_hash, ols_summary_hash_extended)

static void
bad_summary(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_DATA_CORRUPTED),
			 errmsg("invalid ols_summary value")));
}

CvRows *
cv_ols_arg(FunctionCallInfo fcinfo, int argno)
{
	CvRows	   *s = cv_rows_get(PG_GETARG_DATUM(argno));

	if (s->kind != CV_ROWS_EMPTY &&
		(s->kind != cv_kind_ols.number || s->nrows != s->width + CV_OLS_MOMENTS || s->nparams != CV_OLS_PARAMS))
		bad_summary();
	return s;
}

/* The summary that may be written to, for rows of this many columns. */
static inline CvRows *
writable_summary(FunctionCallInfo fcinfo, int width)
{
	CvRows	   *s = cv_ols_arg(fcinfo, 0);
	CvRows	   *copy;

	if (s->kind != CV_ROWS_EMPTY && s->width != width)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("x must have the same number of elements in all rows, not %d and then %d", s->width - 1, width - 1)));
	if (s->kind != CV_ROWS_EMPTY && AggCheckCallContext(fcinfo, NULL))
		return s;
	copy = cv_rows_new(&cv_kind_ols, width, CV_OLS_PARAMS, width + CV_OLS_MOMENTS);
	copy->nrows = copy->capacity;
	if (s->kind == CV_ROWS_EMPTY)
		memset(cv_rows_params(copy), 0, (CV_OLS_PARAMS + copy->nrows * width) * sizeof(double));
	else
		memcpy(cv_rows_params(copy), cv_rows_params(s), (CV_OLS_PARAMS + copy->nrows * width) * sizeof(double));
	return copy;
}

#define SQUARES_LIMIT 1e300
#define LEAST_DIFFERENCE 1e-150	/* its square is still a number */

/* Errors: 22003 where a sum of squares is out of range, or one is too small to be added. */
static void
check_squares(const CvRows *s, bool vanishes)
{
	if (vanishes)
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("differences within a column are below 1e-150"),
				 errhint("Bring the column to a larger scale.")));
	for (int i = 0; i < s->width; i++)
	{
		if (!(cv_rows_row(s, CV_OLS_MOMENTS + i)[i] < SQUARES_LIMIT))
			ereport(ERROR,
					(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
					 errmsg("sum of squares of %s is out of range", i == s->width - 1 ? "y" : psprintf("x[%d]", i + 1)),
					 errhint("Bring the column to a smaller scale.")));
	}
}

/* Add one row; see merge_moments. */
static inline void
add_moments(CvRows *s, double weight, const double *x, int k, double y)
{
	double	   *param = cv_rows_params(s);
	double	   *restrict hi = param + CV_OLS_PARAMS;
	double	   *restrict lo = hi + k + 1;
	double	   *restrict to = lo + k + 1;
	double		old = param[CV_OLS_WEIGHT];
	double		total = old + weight;
	double		part = weight / total;
	double		largest = 0;
	bool		vanishes = false;
	double		delta[CV_OLS_COLUMNS + 1];

	for (int i = 0; i <= k; i++)
	{
		CvDD		m;

		delta[i] = ((i < k ? x[i] : y) - hi[i]) - lo[i];
		m = cv_dd_sum(hi[i], lo[i] + delta[i] * part);
		hi[i] = m.hi;
		lo[i] = m.lo;
	}
	part *= old;
	for (int i = 0; i <= k; i++, to += k + 1)
	{
		double		f = part * delta[i];

		for (int j = i; j <= k; j++)
			to[j] += f * delta[j];
		largest = to[i] <= largest ? largest : to[i];	/* also when it is not a number */
		vanishes |= delta[i] != 0 && fabs(delta[i]) < LEAST_DIFFERENCE && old > 0;
	}
	param[CV_OLS_N]++;
	param[CV_OLS_WEIGHT] = total;
	if (unlikely(!(largest < SQUARES_LIMIT) || vanishes))
		check_squares(s, vanishes);
}

/*
 * Add other rows, of which there are n with this weight, means and co-moments: means move by delta * weight / total, co-moments grow by delta delta' * old * weight / total.
 */
static void
merge_moments(CvRows *s, const CvRows *other)
{
	int			width = s->width;
	double	   *param = cv_rows_params(s);
	double	   *hi = cv_rows_row(s, 0);
	double	   *lo = cv_rows_row(s, 1);
	double		old = param[CV_OLS_WEIGHT];
	double		weight = cv_rows_params(other)[CV_OLS_WEIGHT];
	double		total = old + weight;
	double		part = weight / total;
	double		delta[CV_OLS_COLUMNS + 1];

	for (int i = 0; i < width; i++)
	{
		CvDD		m = {cv_rows_row(other, 0)[i], cv_rows_row(other, 1)[i]};

		delta[i] = (m.hi - hi[i]) + (m.lo - lo[i]);
		if (old > 0)
			m = cv_dd_sum(hi[i], lo[i] + delta[i] * part);
		hi[i] = m.hi + 0.0;
		lo[i] = m.lo + 0.0;
	}
	for (int i = 0; i < width; i++)
	{
		double	   *to = cv_rows_row(s, CV_OLS_MOMENTS + i);
		const double *from = cv_rows_row(other, CV_OLS_MOMENTS + i);

		for (int j = i; j < width; j++)
			to[j] += from[j] + (old > 0 ? old * part * delta[i] * delta[j] : 0);
	}
	check_squares(s, false);
	if (!(total < WEIGHT_LIMIT))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("sum of weights is out of range")));
	param[CV_OLS_N] += cv_rows_params(other)[CV_OLS_N];
	param[CV_OLS_WEIGHT] = total;
}

static inline Datum
add_row(FunctionCallInfo fcinfo, const double *x, int k, double weight)
{
	double		y = cv_finite(PG_GETARG_FLOAT8(1), "y");
	CvRows	   *s;

	if (k < 1 || k > CV_OLS_COLUMNS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("x must have 1 to %d elements, not %d", CV_OLS_COLUMNS, k)));
	s = writable_summary(fcinfo, k + 1);
	add_moments(s, weight, x, k, y);
	PG_RETURN_POINTER(s);
}

PG_FUNCTION_INFO_V1(ols_add);

/*
 * ols_add(ols_summary, y float8, x float8[] [, weight float8]) -> ols_summary
 *
 * Transition function of ols_agg.  A row with NULL among x is ignored, and one of weight 0.  Errors:
 * 22023 for NaN and infinity, a negative weight, another number of elements and more than
 * 100, 22003 where squares overflow.
 */
Datum
ols_add(PG_FUNCTION_ARGS)
{
	int			k;
	const double *x = cv_float8_row(PG_GETARG_VARLENA_P(2), "x", &k);
	double		weight = PG_NARGS() > 3 ? cv_weight_arg(fcinfo, 3) : 1;

	if (x == NULL || weight == 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	return add_row(fcinfo, x, k, weight);
}

PG_FUNCTION_INFO_V1(ols_add_numbers);

/* ols_add(ols_summary, y float8, x1 float8 [, x2 float8]): the same without an array. */
Datum
ols_add_numbers(PG_FUNCTION_ARGS)
{
	int			k = PG_NARGS() - 2;
	double		x[2];

	for (int i = 0; i < k; i++)
		x[i] = cv_finite(PG_GETARG_FLOAT8(2 + i), i == 0 ? "x1" : "x2");
	return add_row(fcinfo, x, k, 1);
}

PG_FUNCTION_INFO_V1(ols_merge);

/*
 * ols_merge(ols_summary, ols_summary) -> ols_summary
 *
 * All rows of both: combine function, and transition function of rollup.  Errors: as ols_add.
 */
Datum
ols_merge(PG_FUNCTION_ARGS)
{
	CvRows	   *other = cv_ols_arg(fcinfo, 1);
	CvRows	   *s;

	if (other->kind == CV_ROWS_EMPTY)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	s = writable_summary(fcinfo, other->width);
	merge_moments(s, other);
	PG_RETURN_POINTER(s);
}

/*
 * Least squares on the scale of correlations; false without rows.  Regressors that are
 * sums of ones before them, and those that are constant, are aliased.
 */
bool
cv_ols_fit(const CvRows *s, CvFit *fit)
{
	int			n = s->width;
	int			k = n - 1;
	const double *moments;

	if (s->kind == CV_ROWS_EMPTY)
		return false;
	memset(fit, 0, sizeof(CvFit));
	fit->k = k;
	fit->n = cv_rows_params(s)[CV_OLS_N];
	fit->weight = cv_rows_params(s)[CV_OLS_WEIGHT];
	fit->mean = cv_rows_row(s, 0);
	fit->deviation = palloc(n * sizeof(double));
	fit->correlation = palloc(n * n * sizeof(double));
	fit->swept = palloc(n * n * sizeof(double));
	fit->aliased = palloc(k * sizeof(bool));
	fit->beta = palloc0(k * sizeof(double));
	moments = cv_rows_row(s, CV_OLS_MOMENTS);
	for (int i = 0; i < n; i++)
	{
		fit->deviation[i] = sqrt(moments[i * n + i]);
		if (fit->deviation[i] <= CV_ROUNDING * fabs(fit->mean[i]) * sqrt(fit->weight))
			fit->deviation[i] = 0;
	}
	for (int i = 0; i < n; i++)
	{
		for (int j = i; j < n; j++)
		{
			double		r = fit->deviation[i] > 0 && fit->deviation[j] > 0 ? moments[i * n + j] / fit->deviation[i] / fit->deviation[j] : 0;

			fit->correlation[i * n + j] = fit->correlation[j * n + i] = r;
		}
	}
	memcpy(fit->swept, fit->correlation, n * n * sizeof(double));
	fit->rank = 1 + cv_sweep_regressors(fit->swept, k, fit->aliased);
	fit->constant = fit->mean[k];
	for (int j = 0; j < k; j++)
	{
		if (!fit->aliased[j])
			fit->beta[j] = fit->swept[j * n + k] * (fit->deviation[k] / fit->deviation[j]);
		fit->constant -= fit->beta[j] * fit->mean[j];
	}
	fit->df = fit->n - fit->rank;
	fit->rss = moments[n * n - 1] * fmax(0, fit->swept[n * n - 1]);
	fit->variance = fit->df > 0 ? fit->rss / fit->df : NAN;
	return true;
}

/* Names of k terms: those of a text[] argument, x1 and so on where it is NULL. */
char	  **
cv_terms_arg(FunctionCallInfo fcinfo, int argno, int k)
{
	char	  **terms = palloc((k + 1) * sizeof(char *));
	ArrayType  *array;
	Datum	   *values;
	bool	   *nulls;
	int			n;

	for (int i = 0; i < k && PG_ARGISNULL(argno); i++)
		terms[i] = psprintf("x%d", i + 1);
	if (PG_ARGISNULL(argno))
		return terms;
	array = PG_GETARG_ARRAYTYPE_P(argno);
	deconstruct_array(array, TEXTOID, -1, false, TYPALIGN_INT, &values, &nulls, &n);
	if (n != k || array_contains_nulls(array))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("terms must be one name for each regressor, %d, not %d%s", k, n, array_contains_nulls(array) ? " with NULL among them" : "")));
	for (int i = 0; i < k; i++)
	{
		terms[i] = TextDatumGetCString(values[i]);
		for (int j = 0; j < i; j++)
		{
			if (strcmp(terms[i], terms[j]) == 0)
				ereport(ERROR,
						(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						 errmsg("term \"%s\" is named twice", terms[i])));
		}
	}
	return terms;
}

/* The regressor of this name, or 22023. */
int
cv_term_number(char **terms, int k, const char *term)
{
	for (int i = 0; i < k; i++)
	{
		if (strcmp(terms[i], term) == 0)
			return i;
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("there is no term \"%s\"", term),
			 errhint("Without terms => ARRAY[...] the regressors are named x1, x2 and so on.")));
	return -1;
}
