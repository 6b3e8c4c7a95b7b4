/*
 * error.c - the type error_summary: how far off were the forecasts, and to which side?
 *
 * Sums over rows with an actual and a forecast, from which every measure follows.  R. Hyndman and A. Koehler,
 * "Another Look at Measures of Forecast Accuracy", International Journal of Forecasting 22, 2006.  Sums are
 * double-double, so that they do not depend on the order of rows.  An error_summary is CvRows of kind errors without
 * rows; 192 bytes.
 */
#include "monitor/kinds.h"

#include "num/dd.h"

/* Sums of weights times something. */
enum
{
	SUM_WEIGHT,					/* 1; its neighbour is added with it, and so on */
	SUM_ERROR,					/* actual - forecast */
	SUM_SIZE,					/* |actual - forecast| */
	SUM_SQUARE,					/* its square */
	SUM_ACTUAL,					/* actual */
	SUM_VOLUME,					/* |actual| */
	SUM_PERCENTAGES,			/* 1 where actual is not 0 */
	SUM_PERCENT,				/* |actual - forecast| / |actual| there */
	SUM_SYMMETRIC,				/* |actual - forecast| / mean of |actual| and |forecast| */
	SUMS
};

/* Parameters of a summary: counts, sums, and what their doubles leave over. */
enum
{
	ERROR_N,					/* rows */
	ERROR_SKIPPED,				/* of them, without a percentage: actual is 0 */
	ERROR_SUM,
	ERROR_REST = ERROR_SUM + SUMS,
	ERROR_PARAMS = ERROR_REST + SUMS
};

/* What is wrong with a value that came in. */
static const char *
complaint_of(const CvRows *s)
{
	const double *p = cv_rows_params(s);

	if (s->kind == CV_ROWS_EMPTY)
		return NULL;
	if (s->nrows != 0)
		return "an error_summary must not have rows";
	if (!(p[ERROR_N] >= 1 && p[ERROR_N] <= 0x1p53) || p[ERROR_N] != floor(p[ERROR_N]) ||
		!(p[ERROR_SKIPPED] >= 0 && p[ERROR_SKIPPED] <= p[ERROR_N]) || p[ERROR_SKIPPED] != floor(p[ERROR_SKIPPED]))
		return "rows, and those skipped among them, must be whole numbers from 1 and from 0";
	for (int i = 0; i < SUMS; i++)
	{
		double		sum = p[ERROR_SUM + i];

		if (sum + p[ERROR_REST + i] != sum)
			return "what a sum leaves over must be below its last digit";
		if (sum < 0 && i != SUM_ERROR && i != SUM_ACTUAL)
			return "sums of absolute values and of squares must not be negative";
	}
	if (!(p[ERROR_SUM + SUM_WEIGHT] > 0) ||
		(p[ERROR_SUM + SUM_PERCENTAGES] > 0) != (p[ERROR_SKIPPED] < p[ERROR_N]))
		return "the sums of weights must be above 0 where there are rows";
	return NULL;
}

CV_ROWS_TYPE("error_summary", complaint_of, error_summary_in, error_summary_out, error_summary_recv, error_summary_send)
CV_COMPARE(error_summary_send, error_summary_cmp, error_summary_eq, error_summary_ne, error_summary_lt,
		   error_summary_le, error_summary_gt, error_summary_ge, error_summary_hash, error_summary_hash_extended)

/* An argument that is an error_summary, or empty. */
static CvRows *
summary_arg(FunctionCallInfo fcinfo, int argno)
{
	static const CvStateType type = {.name = "error_summary"};
	CvRows	   *s = cv_rows_arg(fcinfo, argno, &cv_kind_errors);

	if (s->kind != CV_ROWS_EMPTY && s->nparams != ERROR_PARAMS)
		cv_bad_value(&type);
	return s;
}

static CvRows *
copy_summary(const CvRows *s)
{
	CvRows	   *copy = cv_rows_new(&cv_kind_errors, 1, ERROR_PARAMS, 0);

	if (s->kind == CV_ROWS_EMPTY)
		memset(cv_rows_params(copy), 0, ERROR_PARAMS * sizeof(double));
	else
		memcpy(cv_rows_params(copy), cv_rows_params(s), ERROR_PARAMS * sizeof(double));
	return copy;
}

#define SUMMARY_SIZE (sizeof(CvRows) + ERROR_PARAMS * sizeof(double))

/* The summary that may be written to. */
static inline CvRows *
writable_summary(FunctionCallInfo fcinfo)
{
	CvRows	   *s = (CvRows *) DatumGetPointer(PG_GETARG_DATUM(0));

	/* Nearly always it is ours: then this much is all that has to be looked at. */
	if (likely(VARATT_IS_4B_U(s) && VARSIZE(s) == SUMMARY_SIZE && s->kind == cv_kind_errors.number &&
			   s->nparams == ERROR_PARAMS && cv_in_aggregate(fcinfo)))
		return s;
	s = summary_arg(fcinfo, 0);
	return s->kind != CV_ROWS_EMPTY && cv_in_aggregate(fcinfo) ? s : copy_summary(s);
}

/* Two doubles that the processor adds at once, wherever they lie. */
typedef double Two __attribute__((vector_size(16), aligned(8)));

/* See cv_dd_sum and cv_dd_quick_sum.  What begins as zero never becomes a negative one: a - a is not. */
#define ADD_TO(type, sum, rest, x) \
	do { \
		type		s = *(sum) + (x); \
		type		part = s - *(sum); \
		type		low = ((*(sum) - (s - part)) + ((x) - part)) + *(rest); \
		type		total = s + low; \
	\
		*(rest) = low - (total - s); \
		*(sum) = total; \
	} while (0)

/* Two more numbers, into the sum of this number and the next. */
static inline void
add_two(double *p, int i, double a, double b)
{
	Two			x = {a, b};

	ADD_TO(Two, (Two *) (p + ERROR_SUM + i), (Two *) (p + ERROR_REST + i), x);
}

/* Errors: 22003 where a sum is out of range.  These three pass all others. */
static inline void
check_sums(const double *p)
{
	if (unlikely(!isfinite(p[ERROR_SUM + SUM_SQUARE] + p[ERROR_SUM + SUM_VOLUME] + p[ERROR_SUM + SUM_PERCENT])))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("a sum of errors is out of range"),
				 errhint("Bring actual and forecast to a smaller scale; no actual but 0 may be as small as 1e-300.")));
}

static inline void
add_error(double *p, double actual, double forecast, double weight)
{
	double		error = actual - forecast;
	double		size = fabs(error);
	double		volume = fabs(actual);
	double		middle = volume / 2 + fabs(forecast) / 2;
	bool		some = volume > 0;

	p[ERROR_N]++;
	p[ERROR_SKIPPED] += some ? 0 : 1;
	add_two(p, SUM_WEIGHT, weight, weight * error);
	add_two(p, SUM_SIZE, weight * size, weight * (error * error));
	add_two(p, SUM_ACTUAL, weight * actual, weight * volume);
	add_two(p, SUM_PERCENTAGES, some ? weight : 0, some ? weight * (size / volume) : 0);
	ADD_TO(double, p + ERROR_SUM + SUM_SYMMETRIC, p + ERROR_REST + SUM_SYMMETRIC,
		   middle > 0 ? weight * (size / middle) : 0);
	check_sums(p);
}

static inline Datum
add_row(FunctionCallInfo fcinfo, double weight)
{
	double		actual = cv_finite(PG_GETARG_FLOAT8(1), "actual");
	double		forecast = cv_finite(PG_GETARG_FLOAT8(2), "forecast");
	CvRows	   *s = writable_summary(fcinfo);

	add_error(cv_rows_params(s), actual, forecast, weight);
	PG_RETURN_POINTER(s);
}

PG_FUNCTION_INFO_V1(error_add);

/*
 * error_add(error_summary, actual float8, forecast float8 [, weight float8]) -> error_summary
 *
 * Transition functions of error_agg.  A row of weight 0 is ignored.  Errors: 22023 for NaN and infinity and a negative
 * weight, 22003 where a sum overflows.
 */
Datum
error_add(PG_FUNCTION_ARGS)
{
	return add_row(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(error_add_weighted);

Datum
error_add_weighted(PG_FUNCTION_ARGS)
{
	double		weight = cv_weight_arg(fcinfo, 3);

	if (weight == 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	return add_row(fcinfo, weight);
}

PG_FUNCTION_INFO_V1(error_merge);

/*
 * error_merge(error_summary, error_summary) -> error_summary
 *
 * All rows of both: combine function, and transition function of rollup.  Errors: 22003 where a sum overflows.
 */
Datum
error_merge(PG_FUNCTION_ARGS)
{
	CvRows	   *other = summary_arg(fcinfo, 1);
	double	   *p;
	const double *q = cv_rows_params(other);
	CvRows	   *s;

	if (other->kind == CV_ROWS_EMPTY)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	s = writable_summary(fcinfo);
	p = cv_rows_params(s);
	p[ERROR_N] += q[ERROR_N];
	p[ERROR_SKIPPED] += q[ERROR_SKIPPED];
	for (int i = 0; i < SUMS; i++)
	{
		CvDD		a = {p[ERROR_SUM + i], p[ERROR_REST + i]};
		CvDD		b = {q[ERROR_SUM + i], q[ERROR_REST + i]};

		a = cv_dd_add(a, b);
		p[ERROR_SUM + i] = a.hi + 0.0;
		p[ERROR_REST + i] = a.lo + 0.0;
	}
	check_sums(p);
	PG_RETURN_POINTER(s);
}

/* A sum divided by another one; NULL without rows, and where that is 0. */
static Datum
return_ratio(FunctionCallInfo fcinfo, int sum, int by, double factor)
{
	CvRows	   *s = summary_arg(fcinfo, 0);
	const double *p = cv_rows_params(s);

	if (s->kind == CV_ROWS_EMPTY || p[ERROR_SUM + by] == 0)
		PG_RETURN_NULL();
	return cv_return_number(fcinfo, factor * (p[ERROR_SUM + sum] / p[ERROR_SUM + by]));
}

/*
 * mean_error, mae, mape, smape, wape, bias(error_summary) -> float8
 *
 * mean_error: mean of actual - forecast.  mae: mean of its absolute value.  mape: mean of |actual - forecast| /
 * |actual| over rows with an actual other than 0 (the others are counted by skipped).  smape: mean of |actual -
 * forecast| / mean of |actual| and |forecast|, 0 to 2, 0 where both are 0.  wape: sum of |actual - forecast| / sum
 * of |actual|.  bias: sum of forecast - actual / sum of actual.  Fractions: 0.05 is 5 percent.  NULL without rows,
 * and where the divisor is 0.
 */
#define RATIO(name, sum, by, factor) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		return return_ratio(fcinfo, sum, by, factor); \
	}

RATIO(error_mean, SUM_ERROR, SUM_WEIGHT, 1)
RATIO(error_mae, SUM_SIZE, SUM_WEIGHT, 1)
RATIO(error_mape, SUM_PERCENT, SUM_PERCENTAGES, 1)
RATIO(error_smape, SUM_SYMMETRIC, SUM_WEIGHT, 1)
RATIO(error_wape, SUM_SIZE, SUM_VOLUME, 1)
RATIO(error_bias, SUM_ERROR, SUM_ACTUAL, -1)

PG_FUNCTION_INFO_V1(error_rmse);

/* rmse(error_summary) -> float8: root of the mean of (actual - forecast)^2; NULL without rows. */
Datum
error_rmse(PG_FUNCTION_ARGS)
{
	CvRows	   *s = summary_arg(fcinfo, 0);

	if (s->kind == CV_ROWS_EMPTY)
		PG_RETURN_NULL();
	return cv_return_finite(sqrt(cv_rows_params(s)[ERROR_SUM + SUM_SQUARE] / cv_rows_params(s)[ERROR_SUM + SUM_WEIGHT]),
							"rmse");
}

PG_FUNCTION_INFO_V1(error_mase);

/*
 * mase(error_summary, naive_mae float8) -> float8
 *
 * mae in units of naive_mae, that of the naive forecast on the training data: below 1 the forecast is better.  NULL
 * without rows and where naive_mae is 0.  Errors: 22023 for a negative naive_mae, NaN and infinity.
 */
Datum
error_mase(PG_FUNCTION_ARGS)
{
	CvRows	   *s = summary_arg(fcinfo, 0);
	double		naive = cv_check_not_negative(PG_GETARG_FLOAT8(1), "naive_mae");
	const double *p = cv_rows_params(s);

	if (s->kind == CV_ROWS_EMPTY || naive == 0)
		PG_RETURN_NULL();
	return cv_return_number(fcinfo, p[ERROR_SUM + SUM_SIZE] / p[ERROR_SUM + SUM_WEIGHT] / naive);
}

PG_FUNCTION_INFO_V1(error_skipped);
PG_FUNCTION_INFO_V1(error_rows);

/*
 * error_rows, skipped(error_summary) -> bigint: rows, and those among them that mape leaves out, since actual is 0.
 */
Datum
error_rows(PG_FUNCTION_ARGS)
{
	CvRows	   *s = summary_arg(fcinfo, 0);

	PG_RETURN_INT64(s->kind == CV_ROWS_EMPTY ? 0 : (int64) cv_rows_params(s)[ERROR_N]);
}

Datum
error_skipped(PG_FUNCTION_ARGS)
{
	CvRows	   *s = summary_arg(fcinfo, 0);

	PG_RETURN_INT64(s->kind == CV_ROWS_EMPTY ? 0 : (int64) cv_rows_params(s)[ERROR_SKIPPED]);
}

PG_FUNCTION_INFO_V1(pinball_loss);

/*
 * pinball_loss(actual float8, forecast float8, q float8) -> float8
 *
 * The loss of a forecast of the q quantile, in units of actual: q (actual - forecast), or (1 - q) (forecast -
 * actual) where that is above.  Its mean is least for the true quantile (R. Koenker and G. Bassett, Econometrica 46,
 * 1978).  Errors: 22023 for NaN and infinity and q outside 0 to 1.
 */
Datum
pinball_loss(PG_FUNCTION_ARGS)
{
	double		error = cv_finite(PG_GETARG_FLOAT8(0), "actual") - cv_finite(PG_GETARG_FLOAT8(1), "forecast");
	double		q = cv_check_fraction(PG_GETARG_FLOAT8(2), "q",
									  "It is the quantile that was forecast: 0.9 is the ninetieth percentile.");

	return cv_return_finite(error >= 0 ? q * error : (q - 1) * error, "loss is");
}
