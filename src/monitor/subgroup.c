/*
 * subgroup.c - the type subgroup_summary: the few rows of one hour, shop or batch, as a point of a chart of means.
 *
 * Mean, range and standard deviation; merged by T. Chan's formula.  80 bytes.
 */
#include "monitor/chart.h"

#define SQUARES_LIMIT 1e300

/* What is wrong with a value that came in. */
static const char *
complaint_of(const CvRows *s)
{
	const double *p = cv_rows_params(s);

	if (s->kind == CV_ROWS_EMPTY)
		return NULL;
	if (s->nrows != 0)
		return "a subgroup_summary must not have rows";
	if (!(p[SUBGROUP_N] >= 1 && p[SUBGROUP_N] <= 0x1p53) || p[SUBGROUP_N] != floor(p[SUBGROUP_N]))
		return "n must be a whole number from 1";
	if (!cv_is_pair(p + SUBGROUP_MEAN) ||
		!(p[SUBGROUP_LEAST] <= p[SUBGROUP_MEAN] && p[SUBGROUP_MEAN] <= p[SUBGROUP_MOST]))
		return "the mean must lie between the smallest and the largest number";
	if (!(p[SUBGROUP_SQUARES] >= 0 && p[SUBGROUP_SQUARES] < SQUARES_LIMIT) ||
		!(p[SUBGROUP_MOST] - p[SUBGROUP_LEAST] < 1e150))
		return "the sum of squares must not be negative, and the range must be below 1e150";
	return NULL;
}

CV_ROWS_TYPE("subgroup_summary", complaint_of, subgroup_summary_in, subgroup_summary_out, subgroup_summary_recv,
			 subgroup_summary_send)
CV_COMPARE(subgroup_summary_send, subgroup_summary_cmp, subgroup_summary_eq, subgroup_summary_ne,
		   subgroup_summary_lt, subgroup_summary_le, subgroup_summary_gt, subgroup_summary_ge, subgroup_summary_hash,
		   subgroup_summary_hash_extended)

CvRows *
cv_subgroup_arg(FunctionCallInfo fcinfo, int argno)
{
	static const CvStateType type = {.name = "subgroup_summary"};
	CvRows	   *s = cv_rows_arg(fcinfo, argno, &cv_kind_subgroup);

	if (s->kind != CV_ROWS_EMPTY && s->nparams != SUBGROUP_PARAMS)
		cv_bad_value(&type);
	return s;
}

static CvRows *
writable_summary(FunctionCallInfo fcinfo)
{
	CvRows	   *s = cv_subgroup_arg(fcinfo, 0);
	CvRows	   *copy;

	if (s->kind != CV_ROWS_EMPTY && cv_in_aggregate(fcinfo))
		return s;
	copy = cv_rows_new(&cv_kind_subgroup, 1, SUBGROUP_PARAMS, 0);
	if (s->kind == CV_ROWS_EMPTY)
		memset(cv_rows_params(copy), 0, SUBGROUP_PARAMS * sizeof(double));
	else
		memcpy(cv_rows_params(copy), cv_rows_params(s), SUBGROUP_PARAMS * sizeof(double));
	return copy;
}

/* Other rows into p: means move by delta * n / total, squares grow by delta^2 * old * n / total. */
static void
merge_rows(double *p, const double *other)
{
	double		old = p[SUBGROUP_N];
	double		n = other[SUBGROUP_N];
	double		delta = (other[SUBGROUP_MEAN] - p[SUBGROUP_MEAN]) + (other[SUBGROUP_MEAN + 1] - p[SUBGROUP_MEAN + 1]);

	if (old == 0)
	{
		memcpy(p, other, SUBGROUP_PARAMS * sizeof(double));
		return;
	}
	p[SUBGROUP_N] = old + n;
	cv_pair_add(p + SUBGROUP_MEAN, delta * (n / (old + n)));
	p[SUBGROUP_SQUARES] += other[SUBGROUP_SQUARES] + delta * delta * (old * (n / (old + n)));
	p[SUBGROUP_LEAST] = fmin(p[SUBGROUP_LEAST], other[SUBGROUP_LEAST]);
	p[SUBGROUP_MOST] = fmax(p[SUBGROUP_MOST], other[SUBGROUP_MOST]);
	/* Not outside of what was given, by rounding. */
	if (p[SUBGROUP_MEAN] < p[SUBGROUP_LEAST] || p[SUBGROUP_MEAN] > p[SUBGROUP_MOST])
	{
		p[SUBGROUP_MEAN] = fmin(fmax(p[SUBGROUP_MEAN], p[SUBGROUP_LEAST]), p[SUBGROUP_MOST]);
		p[SUBGROUP_MEAN + 1] = 0;
	}
	if (!(p[SUBGROUP_SQUARES] < SQUARES_LIMIT && p[SUBGROUP_MOST] - p[SUBGROUP_LEAST] < 1e150))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("sum of squares of x is out of range"),
				 errhint("Bring x to a smaller scale.")));
}

PG_FUNCTION_INFO_V1(xbar_add);

/*
 * xbar_add(subgroup_summary, x float8) -> subgroup_summary
 *
 * Transition function of xbar_agg.  Errors: 22023 for NaN and infinity, 22003 where squares overflow.
 */
Datum
xbar_add(PG_FUNCTION_ARGS)
{
	double		x = cv_finite(PG_GETARG_FLOAT8(1), "x") + 0.0;
	double		one[SUBGROUP_PARAMS] = {[SUBGROUP_N] = 1, [SUBGROUP_MEAN] = x,
	[SUBGROUP_LEAST] = x, [SUBGROUP_MOST] = x};
	CvRows	   *s = writable_summary(fcinfo);

	merge_rows(cv_rows_params(s), one);
	PG_RETURN_POINTER(s);
}

PG_FUNCTION_INFO_V1(subgroup_merge);

/*
 * subgroup_merge(subgroup_summary, subgroup_summary) -> subgroup_summary
 *
 * The rows of both as one subgroup: combine function, and transition function of rollup.  Errors: as xbar_add.
 */
Datum
subgroup_merge(PG_FUNCTION_ARGS)
{
	CvRows	   *other = cv_subgroup_arg(fcinfo, 1);
	CvRows	   *s;

	if (other->kind == CV_ROWS_EMPTY)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	s = writable_summary(fcinfo);
	merge_rows(cv_rows_params(s), cv_rows_params(other));
	PG_RETURN_POINTER(s);
}

PG_FUNCTION_INFO_V1(subgroup_size);

/* subgroup_size(subgroup_summary) -> bigint: its rows. */
Datum
subgroup_size(PG_FUNCTION_ARGS)
{
	CvRows	   *s = cv_subgroup_arg(fcinfo, 0);

	PG_RETURN_INT64(s->kind == CV_ROWS_EMPTY ? 0 : (int64) cv_rows_params(s)[SUBGROUP_N]);
}

/*
 * subgroup_mean, subgroup_range, subgroup_sd(subgroup_summary) -> float8
 *
 * Mean, largest less smallest, and standard deviation (n - 1) of x, in its units.  NULL without rows; the standard
 * deviation also for a single row.
 */
PG_FUNCTION_INFO_V1(subgroup_mean);
PG_FUNCTION_INFO_V1(subgroup_range);
PG_FUNCTION_INFO_V1(subgroup_sd);

Datum
subgroup_mean(PG_FUNCTION_ARGS)
{
	CvRows	   *s = cv_subgroup_arg(fcinfo, 0);

	if (s->kind == CV_ROWS_EMPTY)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(cv_rows_params(s)[SUBGROUP_MEAN]);
}

Datum
subgroup_range(PG_FUNCTION_ARGS)
{
	CvRows	   *s = cv_subgroup_arg(fcinfo, 0);

	if (s->kind == CV_ROWS_EMPTY)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(cv_rows_params(s)[SUBGROUP_MOST] - cv_rows_params(s)[SUBGROUP_LEAST]);
}

Datum
subgroup_sd(PG_FUNCTION_ARGS)
{
	CvRows	   *s = cv_subgroup_arg(fcinfo, 0);

	if (s->kind == CV_ROWS_EMPTY || cv_rows_params(s)[SUBGROUP_N] < 2)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(sqrt(cv_rows_params(s)[SUBGROUP_SQUARES] / (cv_rows_params(s)[SUBGROUP_N] - 1)));
}
