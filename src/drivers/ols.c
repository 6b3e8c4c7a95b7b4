/*
 * ols.c - the type ols_summary: what do satisfaction, price and service have to do with what
 * customers buy?
 *
 * Least squares follows from means and co-moments, which are kept in 32 digits (core/moments.h) and so are the same
 * for every order of rows and merges: NIST's certified values also of ill-conditioned polynomials, and after adding
 * 1e9 to every column.  8 ((k + 1) (2 k + 5) + 3) bytes for k regressors.
 */
#include "drivers/ols.h"

#define WEIGHT_LIMIT 1e200
#define SQUARES_LIMIT 1e300

/* Rows as version 1.1.0 had them: means, what their doubles leave over, co-moments. */
#define OLD_PARAMS 2
#define OLD_MOMENTS 2

static bool
is_old(const CvRows *s)
{
	return s->nparams == OLD_PARAMS && s->nrows == s->width + OLD_MOMENTS;
}

static inline void
moments_of(const CvRows *s, CvMoments *m)
{
	const double *param = cv_rows_params(s);

	cv_moments_at(m, cv_rows_row(s, 0), s->width, param[CV_OLS_WEIGHT], param[CV_OLS_WEIGHT_REST]);
}

static void
set_weight(CvRows *s, CvDD weight)
{
	cv_rows_params(s)[CV_OLS_WEIGHT] = weight.hi;
	cv_rows_params(s)[CV_OLS_WEIGHT_REST] = weight.lo + 0.0;
}

static CvRows *
new_summary(int width)
{
	CvRows	   *s = cv_rows_new(&cv_kind_ols, width, CV_OLS_PARAMS, CV_MOMENTS_ROWS(width));

	s->nrows = s->capacity;
	memset(cv_rows_params(s), 0, (CV_OLS_PARAMS + s->nrows * width) * sizeof(double));
	return s;
}

/* A summary of version 1.1.0 in today's form: sums around the means are what the means' doubles leave over. */
static CvRows *
renew(const CvRows *old)
{
	CvRows	   *s = new_summary(old->width);
	CvMoments	m;
	double		weight = cv_rows_params(old)[CV_OLS_WEIGHT];

	moments_of(s, &m);
	cv_rows_params(s)[CV_OLS_N] = cv_rows_params(old)[CV_OLS_N];
	set_weight(s, cv_dd_from_double(weight));
	for (int i = 0; i < s->width; i++)
	{
		CvDD		sum = cv_dd_product(weight, cv_rows_row(old, 1)[i]);

		m.origin[i] = cv_rows_row(old, 0)[i];
		m.sum[i] = sum.hi + 0.0;
		m.sum_rest[i] = sum.lo + 0.0;
		for (int j = i; j < s->width; j++)
		{
			CvDD		more = cv_dd_multiply(sum, cv_dd_from_double(cv_rows_row(old, 1)[j]));

			more = cv_dd_add(more, cv_dd_from_double(cv_rows_row(old, OLD_MOMENTS + i)[j]));
			m.product[i * s->width + j] = more.hi + 0.0;
			m.product_rest[i * s->width + j] = more.lo + 0.0;
		}
	}
	return s;
}

/* Is what is left over no more than the last digit of a double can be? */
static bool
is_rest(double x, double rest)
{
	return fabs(rest) <= 0x1p-52 * fabs(x);
}

static const char *
complaint_of_old(const CvRows *s)
{
	for (int i = 0; i < s->width; i++)
	{
		double		square = cv_rows_row(s, OLD_MOMENTS + i)[i];

		if (!(square >= 0) || fabs(cv_rows_row(s, 1)[i]) > 1e-15 * fabs(cv_rows_row(s, 0)[i]))
			return "sums of squares must not be negative, nor the rest of a mean larger than its last digit";
		for (int j = i + 1; j < s->width; j++)
		{
			double		other = cv_rows_row(s, OLD_MOMENTS + j)[j];

			if (fabs(cv_rows_row(s, OLD_MOMENTS + i)[j]) > sqrt(square) * sqrt(other) * (1 + 1e-9))
				return "a co-moment must not be larger than its sums of squares allow";
		}
	}
	return NULL;
}

static const char *
complaint_of_moments(const CvMoments *m)
{
	for (int i = 0; i < m->width; i++)
	{
		double		square = cv_moments_comoment(m, i, i).hi;

		if (!is_rest(m->sum[i], m->sum_rest[i]) || !(square >= 0))
			return "sums of squares must not be negative, nor what a sum leaves over larger than its last digit";
		if (!(m->product[i * m->width + i] < SQUARES_LIMIT) ||
			fabs(m->sum[i]) > 1e-9 * m->weight.hi * fabs(m->origin[i]))
			return "sums must be those around the means";
		for (int j = i; j < m->width; j++)
		{
			double		bound = sqrt(square) * sqrt(cv_moments_comoment(m, j, j).hi);

			if (!is_rest(m->product[i * m->width + j], m->product_rest[i * m->width + j]) ||
				!(fabs(cv_moments_comoment(m, i, j).hi) <= bound * (1 + 1e-9)))
				return "a co-moment must not be larger than its sums of squares allow";
		}
	}
	return NULL;
}

static CvRows *centred(const CvRows *s);

static const char *
complaint_of(const CvRows *s)
{
	const double *param = cv_rows_params(s);
	const char *complaint;
	const CvRows *stored;
	CvMoments	m;

	if (s->kind == CV_ROWS_EMPTY)
		return NULL;
	if (s->width < 2 || s->width > CV_OLS_COLUMNS + 1 ||
		!(is_old(s) || (s->nparams == CV_OLS_PARAMS && s->nrows == CV_MOMENTS_ROWS(s->width))))
		return "an ols_summary of k regressors must have 3 parameters and 2 k + 5 rows of k + 1 numbers";
	if (!(param[CV_OLS_N] >= 1) || param[CV_OLS_N] != floor(param[CV_OLS_N]) || param[CV_OLS_N] > 0x1p53 ||
		!(param[CV_OLS_WEIGHT] > 0 && param[CV_OLS_WEIGHT] < WEIGHT_LIMIT))
		return "the number of rows must be an integer from 1, and the sum of weights above 0 and below 1e200";
	if (is_old(s))
		complaint = complaint_of_old(s);
	else if (!is_rest(param[CV_OLS_WEIGHT], param[CV_OLS_WEIGHT_REST]))
		complaint = "what the sum of weights leaves over must not be larger than its last digit";
	else
	{
		moments_of(s, &m);
		complaint = complaint_of_moments(&m);
	}
	if (complaint != NULL)
		return complaint;
	/* What is accepted can be written and read again. */
	stored = centred(is_old(s) ? renew(s) : s);
	moments_of(stored, &m);
	return complaint_of_moments(&m);
}

static void
bad_summary(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_DATA_CORRUPTED),
			 errmsg("invalid ols_summary value")));
}

static CvRows *
summary_arg(FunctionCallInfo fcinfo, int argno)
{
	CvRows	   *s = cv_rows_get(PG_GETARG_DATUM(argno));

	if (s->kind == CV_ROWS_EMPTY)
		return s;
	if (s->kind != cv_kind_ols.number || s->width > CV_OLS_COLUMNS + 1)
		bad_summary();
	if (is_old(s))
		return renew(s);
	if (s->nparams != CV_OLS_PARAMS || s->nrows != CV_MOMENTS_ROWS(s->width))
		bad_summary();
	return s;
}

/* A copy with its origin at the means: the form that is stored. */
static CvRows *
centred(const CvRows *s)
{
	CvRows	   *copy = new_summary(s->width);
	CvMoments	m;

	memcpy(cv_rows_params(copy), cv_rows_params(s), (CV_OLS_PARAMS + s->nrows * s->width) * sizeof(double));
	moments_of(copy, &m);
	cv_moments_centre(&m);
	return copy;
}

PG_FUNCTION_INFO_V1(ols_summary_in);
PG_FUNCTION_INFO_V1(ols_summary_out);
PG_FUNCTION_INFO_V1(ols_summary_recv);
PG_FUNCTION_INFO_V1(ols_summary_send);

Datum
ols_summary_in(PG_FUNCTION_ARGS)
{
	return cv_rows_in(fcinfo, "ols_summary", complaint_of);
}

Datum
ols_summary_recv(PG_FUNCTION_ARGS)
{
	return cv_rows_recv(fcinfo, "ols_summary", complaint_of);
}

/* An argument in the form that is stored. */
static void
centre_arg(FunctionCallInfo fcinfo)
{
	CvRows	   *s = summary_arg(fcinfo, 0);

	if (s->kind != CV_ROWS_EMPTY)
		fcinfo->args[0].value = PointerGetDatum(centred(s));
}

Datum
ols_summary_out(PG_FUNCTION_ARGS)
{
	centre_arg(fcinfo);
	return cv_rows_out(fcinfo);
}

Datum
ols_summary_send(PG_FUNCTION_ARGS)
{
	centre_arg(fcinfo);
	return cv_rows_send(fcinfo);
}

CV_COMPARE(ols_summary_send, ols_summary_cmp, ols_summary_eq, ols_summary_ne, ols_summary_lt, ols_summary_le,
		   ols_summary_gt, ols_summary_ge, ols_summary_hash, ols_summary_hash_extended)

/* The summary that may be written to, for rows of this many columns. */
static inline CvRows *
writable_summary(FunctionCallInfo fcinfo, int width)
{
	CvRows	   *s = summary_arg(fcinfo, 0);
	CvRows	   *copy;

	if (s->kind != CV_ROWS_EMPTY && s->width != width)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("x must have the same number of elements in all rows, not %d and then %d",
						s->width - 1, width - 1)));
	if (s->kind != CV_ROWS_EMPTY && cv_in_aggregate(fcinfo))
		return s;
	copy = new_summary(width);
	if (s->kind != CV_ROWS_EMPTY)
		memcpy(cv_rows_params(copy), cv_rows_params(s), (CV_OLS_PARAMS + copy->nrows * width) * sizeof(double));
	return copy;
}

/* Errors: 22003 where a sum of squares or of weights is out of range. */
static void
check_range(const CvRows *s, const CvMoments *m)
{
	for (int i = 0; i < m->width; i++)
	{
		if (unlikely(!(m->product[i * m->width + i] < SQUARES_LIMIT)))
			ereport(ERROR,
					(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
					 errmsg("sum of squares of %s is out of range", i == s->width - 1 ? "y" : psprintf("x[%d]", i + 1)),
					 errhint("Bring the column to a smaller scale.")));
	}
	if (unlikely(!(m->weight.hi < WEIGHT_LIMIT)))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("sum of weights is out of range")));
}

/* A row that counts as so many. */
static inline Datum
add_row(FunctionCallInfo fcinfo, const double *x, int k, double weight, double rows)
{
	double		row[CV_OLS_COLUMNS + 1];
	CvRows	   *s;
	CvMoments	m;

	if (k < 1 || k > CV_OLS_COLUMNS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("x must have 1 to %d elements, not %d", CV_OLS_COLUMNS, k)));
	for (int i = 0; i < k; i++)
		row[i] = x[i];
	row[k] = cv_finite(PG_GETARG_FLOAT8(1), "y");
	s = writable_summary(fcinfo, k + 1);
	moments_of(s, &m);
	if (unlikely(!cv_moments_add(&m, row, weight)))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("differences within a column are below 1e-150"),
				 errhint("Bring the column to a larger scale.")));
	check_range(s, &m);
	cv_rows_params(s)[CV_OLS_N] += rows;
	set_weight(s, m.weight);
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
	return add_row(fcinfo, x, k, weight, 1);
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
	return add_row(fcinfo, x, k, 1, 1);
}

PG_FUNCTION_INFO_V1(ols_add_frequency);
PG_FUNCTION_INFO_V1(ols_add_frequency_number);

/*
 * ols_frequency_add(ols_summary, y float8, x float8[] or float8, weight float8) -> ols_summary
 *
 * Transition functions of ols_frequency_agg: a row that stands for weight equal rows.  Errors: as ols_add, and 22023
 * for a weight that is no whole number.
 */
static double
frequency_arg(FunctionCallInfo fcinfo, int argno)
{
	double		weight = cv_check_not_negative(PG_GETARG_FLOAT8(argno), "weight");

	if (weight != floor(weight) || weight > 0x1p53)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("weight must be a whole number of rows, not %s", cv_float8_text(weight)),
				 errhint("ols_agg takes weights that say how precise a row is.")));
	return weight;
}

Datum
ols_add_frequency(PG_FUNCTION_ARGS)
{
	int			k;
	const double *x = cv_float8_row(PG_GETARG_VARLENA_P(2), "x", &k);
	double		weight = frequency_arg(fcinfo, 3);

	if (x == NULL || weight == 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	return add_row(fcinfo, x, k, weight, weight);
}

Datum
ols_add_frequency_number(PG_FUNCTION_ARGS)
{
	double		x = cv_finite(PG_GETARG_FLOAT8(2), "x");
	double		weight = frequency_arg(fcinfo, 3);

	if (weight == 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	return add_row(fcinfo, &x, 1, weight, weight);
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
	CvRows	   *other = summary_arg(fcinfo, 1);
	CvRows	   *s;
	CvMoments	m;
	CvMoments	more;

	if (other->kind == CV_ROWS_EMPTY)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	s = writable_summary(fcinfo, other->width);
	moments_of(s, &m);
	moments_of(other, &more);
	cv_moments_merge(&m, &more);
	check_range(s, &m);
	cv_rows_params(s)[CV_OLS_N] += cv_rows_params(other)[CV_OLS_N];
	set_weight(s, m.weight);
	PG_RETURN_POINTER(s);
}

double *
cv_ols_work(int width)
{
	return palloc(CV_FIT_WORK(width) * sizeof(double));
}

void
cv_ols_moments(FunctionCallInfo fcinfo, int argno, CvMoments *m)
{
	moments_of(centred(summary_arg(fcinfo, argno)), m);
}

bool
cv_ols_fit(FunctionCallInfo fcinfo, int argno, CvFit *fit)
{
	CvRows	   *s = summary_arg(fcinfo, argno);
	CvMoments	m;

	if (s->kind == CV_ROWS_EMPTY)
		return false;
	cv_ols_moments(fcinfo, argno, &m);
	cv_ols_solve(&m, cv_rows_params(s)[CV_OLS_N], fit, cv_ols_work(s->width));
	return true;
}
