/*
 * cusum.c - since when has the level been off, and by how much?
 *
 * Cumulative sums of what lies beyond an allowance (E. Page, Biometrika 41, 1954), with a head start for charts that
 * may begin off target (J. Lucas and R. Crosier, Technometrics 24, 1982); NIST/SEMATECH e-Handbook of Statistical
 * Methods, 6.3.2.3.  And the tracking signal of a forecast.  About 150 bytes a partition.
 */
#include "pg/window.h"

#include <math.h>

#include "monitor/core/signals.h"
#include "num/dd.h"

/* What is known after a row. */
typedef struct Cusum
{
	CvParameter target;
	CvParameter k;
	CvParameter head_start;
	CvParameter reset_above;
	int64		next;			/* the row that comes next */
	bool		absent;			/* was the newest x NULL? */
	double		sum;
} Cusum;

/*
 * cusum_high, cusum_low(x float8, target float8, k float8, head_start float8, reset_above float8)
 *		OVER (ORDER BY ...) -> float8
 *
 * The sum of how far x lies above (below) target by more than k, never below 0, in units of x.  It begins at
 * head_start, and again at 0 after a row in which it passed reset_above, unless that is NULL.  NULL where x is NULL,
 * which changes nothing. Errors: 22023 for NaN and infinity, a negative k, head_start or reset_above, parameters
 * that change, and rows that ORDER BY does not tell apart; 22003 where it overflows.
 */
static Datum
cusum(FunctionCallInfo fcinfo, const char *function, double sign)
{
	WindowObject winobj = cv_window_object(fcinfo);
	Cusum	   *s = WinGetPartitionLocalMemory(winobj, sizeof(Cusum));
	bool		known = cv_window_parameter(fcinfo, 1, "target", &s->target);
	double		target,
				k,
				reset = INFINITY;
	int64		i;

	known &= cv_window_parameter(fcinfo, 2, "k", &s->k);
	known &= cv_window_parameter(fcinfo, 3, "head_start", &s->head_start);
	if (cv_window_parameter(fcinfo, 4, "reset_above", &s->reset_above))
		reset = cv_check_not_negative(DatumGetFloat8(s->reset_above.value), "reset_above");
	if (!known)
		PG_RETURN_NULL();
	target = cv_check_finite(DatumGetFloat8(s->target.value), "target");
	k = cv_check_not_negative(DatumGetFloat8(s->k.value), "k");
	if (s->next == 0)
		s->sum = cv_check_not_negative(DatumGetFloat8(s->head_start.value), "head_start");
	while (cv_window_next(winobj, &s->next, &i, function))
	{
		Datum		value = cv_window_arg_at(winobj, 0, i, &s->absent);

		if (!s->absent)
			s->sum = cv_cusum(s->sum > reset ? 0 : s->sum, sign * (cv_finite(DatumGetFloat8(value), "x") - target) - k);
	}
	if (s->absent)
		PG_RETURN_NULL();
	return cv_return_finite(s->sum, "cumulative sum is");
}

PG_FUNCTION_INFO_V1(cusum_high);
PG_FUNCTION_INFO_V1(cusum_low);

Datum
cusum_high(PG_FUNCTION_ARGS)
{
	return cusum(fcinfo, "cusum_high", 1);
}

Datum
cusum_low(PG_FUNCTION_ARGS)
{
	return cusum(fcinfo, "cusum_low", -1);
}

/* actual - forecast, 0 where they differ by rounding only. */
static double
error_of(double actual, double forecast)
{
	bool		whole = actual == rint(actual) && forecast == rint(forecast);

	return cv_differ(fmin(actual, forecast), fmax(actual, forecast), whole) ? actual - forecast : 0;
}

/* What the tracking signal knows after a row. */
typedef struct Tracking
{
	int64		next;			/* the row that comes next */
	bool		absent;			/* was there a NULL in the newest row? */
	int64		n;
	CvDD		sum;			/* of errors */
	double		size;			/* sum of their absolute values */
} Tracking;

PG_FUNCTION_INFO_V1(tracking_signal);

/*
 * tracking_signal(actual float8, forecast float8) OVER (ORDER BY ...) -> float8
 *
 * The running sum of errors, actual - forecast, divided by their running mean absolute value: 0 for a forecast that
 * errs to both sides, beyond plus or minus 4 for one that is biased.  NULL where there is a NULL, which changes
 * nothing, and while all errors are 0 but for rounding.  Errors: 22023 for NaN and infinity and rows that ORDER BY does
 * not tell apart; 22003 where it overflows.
 */
Datum
tracking_signal(PG_FUNCTION_ARGS)
{
	WindowObject winobj = cv_window_object(fcinfo);
	Tracking   *s = WinGetPartitionLocalMemory(winobj, sizeof(Tracking));
	int64		i;

	while (cv_window_next(winobj, &s->next, &i, "tracking_signal"))
	{
		bool		no_actual;
		bool		no_forecast;
		Datum		actual = cv_window_arg_at(winobj, 0, i, &no_actual);
		Datum		forecast = cv_window_arg_at(winobj, 1, i, &no_forecast);
		double		error;

		s->absent = no_actual || no_forecast;
		if (s->absent)
			continue;
		error = error_of(cv_finite(DatumGetFloat8(actual), "actual"), cv_finite(DatumGetFloat8(forecast), "forecast"));
		s->sum = cv_dd_add(s->sum, cv_dd_from_double(error));
		s->size += fabs(error);
		s->n++;
	}
	if (s->absent || s->size == 0)
		PG_RETURN_NULL();
	return cv_return_finite(s->sum.hi / (s->size / (double) s->n), "tracking signal is");
}
