/*
 * ewma.c - has the level moved, by little but for long?
 *
 * The exponentially weighted mean of a series and its control limits, which widen from the first point on: target
 * plus or minus width * sigma * sqrt(lambda / (2 - lambda) * (1 - (1 - lambda)^(2 t))).  S. Roberts, Technometrics
 * 1, 1959; NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.4.  About 150 bytes a partition.
 */
#include "pg/window.h"

#include "monitor/core/signals.h"

/* What is known after a row. */
typedef struct Ewma
{
	CvParameter lambda;
	CvParameter start;
	CvParameter target;
	CvParameter sigma;
	CvParameter width;
	CvParameter exact;
	int64		next;			/* the row that comes next */
	bool		known;			/* is there a level? */
	bool		absent;			/* was the newest x NULL? */
	double		level;
	double		variance;		/* of the level, in units of that of x */
} Ewma;

static double
lambda_of(const CvParameter *parameter)
{
	double		lambda = cv_check_finite(DatumGetFloat8(parameter->value), "lambda");

	if (!(lambda > 0 && lambda <= 1))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("lambda must be above 0 and at most 1, not %s", cv_float8_text(lambda)),
				 errhint("It is the weight of the newest value: 0.2 is usual, 1 keeps nothing of those before.")));
	return lambda;
}

/* Bring the state up to the current row. */
static void
catch_up(WindowObject winobj, Ewma *s, const char *function, double lambda)
{
	int64		i;

	while (cv_window_next(winobj, &s->next, &i, function))
	{
		Datum		value = cv_window_arg_at(winobj, 0, i, &s->absent);
		double		x;

		if (s->absent)
			continue;
		x = cv_finite(DatumGetFloat8(value), "x");
		s->level = s->known ? lambda * x + (1 - lambda) * s->level : x;
		s->variance = cv_ewma_variance(s->variance, lambda);
		s->known = true;
	}
}

PG_FUNCTION_INFO_V1(ewma);

/*
 * ewma(x float8, lambda float8, start float8) OVER (ORDER BY ...) -> float8
 *
 * lambda * x + (1 - lambda) * the value before, in units of x; the value before the first is start, or, where that
 * is NULL, the first x.  NULL where x is NULL, which changes nothing.  Errors: 22023 for NaN and infinity, lambda
 * outside 0 to 1, parameters that change, and rows that ORDER BY does not tell apart; 22003 where it overflows.
 */
Datum
ewma(PG_FUNCTION_ARGS)
{
	WindowObject winobj = cv_window_object(fcinfo);
	Ewma	   *s = WinGetPartitionLocalMemory(winobj, sizeof(Ewma));

	if (!cv_window_parameter(fcinfo, 1, "lambda", &s->lambda))
		PG_RETURN_NULL();
	if (cv_window_parameter(fcinfo, 2, "start", &s->start) && s->next == 0)
	{
		s->level = cv_check_finite(DatumGetFloat8(s->start.value), "start");
		s->known = true;
	}
	catch_up(winobj, s, "ewma", lambda_of(&s->lambda));
	if (s->absent)
		PG_RETURN_NULL();
	return cv_return_finite(s->level, "smoothed value is");
}

/*
 * ewma_low, ewma_high(x float8, lambda float8, target float8, sigma float8, width float8, exact boolean)
 *		OVER (ORDER BY ...) -> float8
 *
 * Control limits of ewma(x, lambda, start => target) where x has this mean and standard deviation: width standard
 * deviations of the mean from the target, in units of x.  They widen with each x; without exact they are those that
 * are reached in the end.  NULL where x is NULL, and where sigma is 0.  Errors: as ewma, and 22023 for a negative
 * sigma or width.
 */
static Datum
limit(FunctionCallInfo fcinfo, const char *function, double sign)
{
	WindowObject winobj = cv_window_object(fcinfo);
	Ewma	   *s = WinGetPartitionLocalMemory(winobj, sizeof(Ewma));
	bool		known = cv_window_parameter(fcinfo, 1, "lambda", &s->lambda);
	double		lambda,
				target,
				sigma,
				width,
				variance;

	known &= cv_window_parameter(fcinfo, 2, "target", &s->target);
	known &= cv_window_parameter(fcinfo, 3, "sigma", &s->sigma);
	known &= cv_window_parameter(fcinfo, 4, "width", &s->width);
	if (!cv_window_parameter(fcinfo, 5, "exact", &s->exact) || !known)
		PG_RETURN_NULL();
	lambda = lambda_of(&s->lambda);
	target = cv_check_finite(DatumGetFloat8(s->target.value), "target");
	sigma = cv_check_not_negative(DatumGetFloat8(s->sigma.value), "sigma");
	width = cv_check_not_negative(DatumGetFloat8(s->width.value), "width");
	catch_up(winobj, s, function, lambda);
	if (s->absent || sigma == 0)
		PG_RETURN_NULL();
	variance = DatumGetBool(s->exact.value) ? s->variance : cv_ewma_variance_limit(lambda);
	return cv_return_finite(target + sign * width * sigma * sqrt(variance), "limit is");
}

PG_FUNCTION_INFO_V1(ewma_low);
PG_FUNCTION_INFO_V1(ewma_high);

Datum
ewma_low(PG_FUNCTION_ARGS)
{
	return limit(fcinfo, "ewma_low", -1);
}

Datum
ewma_high(PG_FUNCTION_ARGS)
{
	return limit(fcinfo, "ewma_high", 1);
}
