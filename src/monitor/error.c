/*
 * error.c - the type error_summary: how far off were the forecasts, and to which side?
 *
 * Sums over rows with an actual and a forecast, from which every measure follows.  R. Hyndman and A. Koehler,
 * "Another Look at Measures of Forecast Accuracy", International Journal of Forecasting 22, 2006.  Sums are
 * double-double, so that they do not depend on the order of rows.  An error_summary is CvRows of kind errors without
 * rows; 192 bytes.
 */
#include "monitor/kinds.h"

#include "monitor/pair.h"

/* Its parameters: counts, and sums of weights times something, each in two parts. */
enum
{
	ERROR_N,					/* rows */
	ERROR_SKIPPED,				/* of them, without a percentage: actual is 0 */
	ERROR_WEIGHT,				/* 1 */
	ERROR_SUM = ERROR_WEIGHT + 2,	/* actual - forecast */
	ERROR_SIZE = ERROR_SUM + 2,	/* |actual - forecast| */
	ERROR_SQUARE = ERROR_SIZE + 2,	/* its square */
	ERROR_ACTUAL = ERROR_SQUARE + 2,	/* actual */
	ERROR_VOLUME = ERROR_ACTUAL + 2,	/* |actual| */
	ERROR_PERCENTAGES = ERROR_VOLUME + 2,	/* 1 where actual is not 0 */
	ERROR_PERCENT = ERROR_PERCENTAGES + 2,	/* |actual - forecast| / |actual| there */
	ERROR_SYMMETRIC = ERROR_PERCENT + 2,	/* |actual - forecast| / mean of |actual| and |forecast| */
	ERROR_PARAMS = ERROR_SYMMETRIC + 2
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
	for (int i = ERROR_WEIGHT; i < ERROR_PARAMS; i += 2)
	{
		if (!cv_is_pair(p + i))
			return "the second part of a sum must be smaller than the last digit of the first";
		if (p[i] < 0 && i != ERROR_SUM && i != ERROR_ACTUAL)
			return "sums of absolute values and of squares must not be negative";
	}
	if (!(p[ERROR_WEIGHT] > 0) || (p[ERROR_PERCENTAGES] > 0) != (p[ERROR_SKIPPED] < p[ERROR_N]))
		return "the sums of weights must be above 0 where there are rows";
	return NULL;
}

CV_ROWS_TYPE("error_summary", complaint_of, error_summary_in, error_summary_out, error_summary_recv, error_summary_send)
CV_COMPARE(error_summary_send, error_summary_cmp, error_summary_eq, error_summary_ne, error_summary_lt,
		   error_summary_le, error_summary_gt, error_summary_ge, error_summary_hash, error_summary_hash_extended)

/* An argument that is an error_summary, or empty. */
static inline CvRows *
summary_arg(FunctionCallInfo fcinfo, int argno)
{
	static const CvStateType type = {.name = "error_summary"};
	CvRows	   *s = cv_rows_arg(fcinfo, argno, &cv_kind_errors);

	if (unlikely(s->kind != CV_ROWS_EMPTY && s->nparams != ERROR_PARAMS))
		cv_bad_value(&type);
	return s;
}

/* The sums that may be written to. */
static inline CvRows *
writable_summary(FunctionCallInfo fcinfo)
{
	CvRows	   *s = summary_arg(fcinfo, 0);
	CvRows	   *copy;

	if (likely(s->kind != CV_ROWS_EMPTY && cv_in_aggregate(fcinfo)))
		return s;
	copy = cv_rows_new(&cv_kind_errors, 1, ERROR_PARAMS, 0);
	if (s->kind == CV_ROWS_EMPTY)
		memset(cv_rows_params(copy), 0, ERROR_PARAMS * sizeof(double));
	else
		memcpy(cv_rows_params(copy), cv_rows_params(s), ERROR_PARAMS * sizeof(double));
	return copy;
}

/* Errors: 22003 where a sum is out of range. */
static inline void
check_sums(const double *p)
{
	double		all = 0;

	for (int i = ERROR_WEIGHT; i < ERROR_PARAMS; i += 2)
		all += 0 * p[i];
	if (unlikely(all != 0))
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

	p[ERROR_N]++;
	cv_pair_add(p + ERROR_WEIGHT, weight);
	cv_pair_add(p + ERROR_SUM, weight * error);
	cv_pair_add(p + ERROR_SIZE, weight * size);
	cv_pair_add(p + ERROR_SQUARE, weight * (error * error));
	cv_pair_add(p + ERROR_ACTUAL, weight * actual);
	cv_pair_add(p + ERROR_VOLUME, weight * volume);
	if (middle > 0)
		cv_pair_add(p + ERROR_SYMMETRIC, weight * (size / middle));
	if (volume > 0)
	{
		cv_pair_add(p + ERROR_PERCENTAGES, weight);
		cv_pair_add(p + ERROR_PERCENT, weight * (size / volume));
	}
	else
		p[ERROR_SKIPPED]++;
	check_sums(p);
}

PG_FUNCTION_INFO_V1(error_add);

/*
 * error_add(error_summary, actual float8, forecast float8 [, weight float8]) -> error_summary
 *
 * Transition function of error_agg.  A row of weight 0 is ignored.  Errors: 22023 for NaN and infinity and a negative
 * weight, 22003 where a sum overflows.
 */
Datum
error_add(PG_FUNCTION_ARGS)
{
	double		actual = cv_finite(PG_GETARG_FLOAT8(1), "actual");
	double		forecast = cv_finite(PG_GETARG_FLOAT8(2), "forecast");
	double		weight = cv_weight_or_one(fcinfo, 3);
	CvRows	   *s;

	if (weight == 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	s = writable_summary(fcinfo);
	add_error(cv_rows_params(s), actual, forecast, weight);
	PG_RETURN_POINTER(s);
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
	for (int i = ERROR_WEIGHT; i < ERROR_PARAMS; i += 2)
		cv_pair_merge(p + i, q + i);
	check_sums(p);
	PG_RETURN_POINTER(s);
}

/* A sum divided by another one; NULL without rows, and where that is 0. */
static Datum
return_ratio(FunctionCallInfo fcinfo, int sum, int by, double factor)
{
	CvRows	   *s = summary_arg(fcinfo, 0);
	const double *p = cv_rows_params(s);

	if (s->kind == CV_ROWS_EMPTY || p[by] == 0)
		PG_RETURN_NULL();
	return cv_return_number(fcinfo, factor * (p[sum] / p[by]));
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

RATIO(error_mean, ERROR_SUM, ERROR_WEIGHT, 1)
RATIO(error_mae, ERROR_SIZE, ERROR_WEIGHT, 1)
RATIO(error_mape, ERROR_PERCENT, ERROR_PERCENTAGES, 1)
RATIO(error_smape, ERROR_SYMMETRIC, ERROR_WEIGHT, 1)
RATIO(error_wape, ERROR_SIZE, ERROR_VOLUME, 1)
RATIO(error_bias, ERROR_SUM, ERROR_ACTUAL, -1)

PG_FUNCTION_INFO_V1(error_rmse);

/* rmse(error_summary) -> float8: root of the mean of (actual - forecast)^2; NULL without rows. */
Datum
error_rmse(PG_FUNCTION_ARGS)
{
	CvRows	   *s = summary_arg(fcinfo, 0);

	if (s->kind == CV_ROWS_EMPTY)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(sqrt(cv_rows_params(s)[ERROR_SQUARE] / cv_rows_params(s)[ERROR_WEIGHT]));
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
	return cv_return_number(fcinfo, p[ERROR_SIZE] / p[ERROR_WEIGHT] / naive);
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
