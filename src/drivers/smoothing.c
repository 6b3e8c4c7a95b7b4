/*
 * smoothing.c - where do sales stand, without the noise, and where do they go?
 *
 * Exponential smoothing (R. Brown 1959; C. Holt 1957) as window functions, one pass in the
 * window's order; 24 bytes a partition.
 */
#include "pg/window.h"

#include <math.h>

/* What is known after a row. */
typedef struct Smooth
{
	CvParameter alpha;
	CvParameter beta;
	CvParameter ahead;
	int64		next;			/* the row that comes next */
	int			seen;			/* values so far, at most 2 */
	double		level;
	double		trend;
} Smooth;

/* A parameter from 0 to 1. */
static double
share_of(const CvParameter *parameter, const char *name)
{
	double		share = cv_check_finite(DatumGetFloat8(parameter->value), name);

	if (share < 0 || share > 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be from 0 to 1, not %s", name, cv_float8_text(share)),
				 errhint("0 keeps what was, 1 takes the newest value only.")));
	return share;
}

static void
take_ses(Smooth *s, double x, double alpha, double beta)
{
	s->level = s->seen == 0 ? x : alpha * x + (1 - alpha) * s->level;
}

/* As R's HoltWinters starts: level and trend are known from the second value on. */
static void
take_holt(Smooth *s, double x, double alpha, double beta)
{
	double		before = s->level;

	if (s->seen < 2)
	{
		s->trend = x - before;
		s->level = x;
		return;
	}
	s->level = alpha * x + (1 - alpha) * (before + s->trend);
	s->trend = beta * (s->level - before) + (1 - beta) * s->trend;
}

/* Bring the state up to the current row. */
static void
catch_up(WindowObject winobj, Smooth *s, const char *function, void (*take) (Smooth *, double, double, double),
		 double alpha, double beta)
{
	int64		i;

	while (cv_window_next(winobj, &s->next, &i, function))
	{
		bool		isnull;
		Datum		value = cv_window_arg_at(winobj, 0, i, &isnull);

		CV_BREATHE_OFTEN(s->next);
		if (isnull)
			continue;
		take(s, cv_check_finite(DatumGetFloat8(value), "x"), alpha, beta);
		s->seen = Min(s->seen + 1, 2);
	}
}

static Datum
return_smooth(FunctionCallInfo fcinfo, double x)
{
	if (isinf(x) || isnan(x))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("smoothed value is out of range")));
	PG_RETURN_FLOAT8(x);
}

PG_FUNCTION_INFO_V1(ses);

/*
 * ses(x float8, alpha float8) OVER (ORDER BY ...) -> float8
 *
 * Simple exponential smoothing: alpha * x + (1 - alpha) * the value before, which begins with the
 * first x.  It is also the forecast of all rows to come.  A NULL x changes nothing; NULL before
 * the first.  Errors: 22023 for NaN and infinity, alpha outside 0 to 1 or changing, and rows that ORDER BY does not
 * tell apart.
 */
Datum
ses(PG_FUNCTION_ARGS)
{
	WindowObject winobj = cv_window_object(fcinfo);
	Smooth	   *s = WinGetPartitionLocalMemory(winobj, sizeof(Smooth));

	if (!cv_window_parameter(fcinfo, 1, "alpha", &s->alpha))
		PG_RETURN_NULL();
	catch_up(winobj, s, "ses", take_ses, share_of(&s->alpha, "alpha"), 0);
	if (s->seen == 0)
		PG_RETURN_NULL();
	return return_smooth(fcinfo, s->level);
}

PG_FUNCTION_INFO_V1(holt);

/*
 * holt(x float8, alpha float8, beta float8, ahead integer) OVER (ORDER BY ...) -> float8
 *
 * Holt's linear trend: level + ahead * trend after this row; ahead 0 is the level, 1 the
 * forecast of the next row.  It begins with level x2 and trend x2 - x1; the first row has its own
 * level and, with ahead, NULL.  A NULL x changes nothing.  Errors: as ses.
 */
Datum
holt(PG_FUNCTION_ARGS)
{
	WindowObject winobj = cv_window_object(fcinfo);
	Smooth	   *s = WinGetPartitionLocalMemory(winobj, sizeof(Smooth));
	bool		alpha = cv_window_parameter(fcinfo, 1, "alpha", &s->alpha);
	bool		beta = cv_window_parameter(fcinfo, 2, "beta", &s->beta);
	int			ahead;

	if (!cv_window_parameter(fcinfo, 3, "ahead", &s->ahead) || !alpha || !beta)
		PG_RETURN_NULL();
	ahead = cv_check_range(DatumGetInt32(s->ahead.value), "ahead", 0, 1000000);
	catch_up(winobj, s, "holt", take_holt, share_of(&s->alpha, "alpha"), share_of(&s->beta, "beta"));
	if (s->seen == 0 || (s->seen == 1 && ahead > 0))
		PG_RETURN_NULL();
	return return_smooth(fcinfo, ahead == 0 ? s->level : s->level + ahead * s->trend);
}
