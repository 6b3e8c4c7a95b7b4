/*
 * forecast.c - the type forecast_model: how much will it be in each of the next months, and how sure is that?
 *
 * Holt-Winters smoothing of a series with seasons (monitor/core/seasonal.c).  holt_winters_agg collects t and x, 16
 * bytes a row up to 512 MB, so that the order of rows does not matter; at the end they are sorted, checked for gaps
 * and fitted.  A forecast_model is CvRows: parameters and one number for each period of a season (forecast.h).
 */
#include "monitor/forecast.h"

#include "num/special.h"

static inline bool
is_whole(double x, double low, double high)
{
	return x >= low && x <= high && x == floor(x);
}

/* Parameters from 0 to 1; -1 is one that was to be fitted, and was not. */
static bool
are_smoothers(const double *p)
{
	for (int k = 0; k < CV_SMOOTHERS; k++)
	{
		double		smoother = p[FORECAST_SMOOTHER + k];

		if (!(smoother >= 0 && smoother <= 1) && !(smoother == -1 && p[FORECAST_STATE] != CV_FORECAST_MADE))
			return false;
	}
	return true;
}

/* What is wrong with a value that came in. */
static const char *
complaint_of(const CvRows *s)
{
	const double *p = cv_rows_params(s);

	if (s->kind == CV_ROWS_EMPTY)
		return "a forecast_model must not be empty";
	if (!is_whole(p[FORECAST_STATE], 0, CV_FORECAST_STATES - 1) || !is_whole(p[FORECAST_PLACE], 0, CV_PLACE_DATE) ||
		!is_whole(p[FORECAST_MULTIPLICATIVE], 0, 1) || !is_whole(p[FORECAST_PERIOD], 2, CV_MOST_PERIOD) ||
		!is_whole(p[FORECAST_N], 1, 0x1p53))
		return "there must be such a state and such types, a period from 2 to 10,000, and rows";
	if (s->nrows != (p[FORECAST_STATE] == CV_FORECAST_MADE ? (int64) p[FORECAST_PERIOD] : 0))
		return "there must be a row for each period of a season, or none without a forecast";
	if (!are_smoothers(p))
		return "alpha, beta and gamma must be from 0 to 1";
	if (!is_whole(p[FORECAST_FREE], 0, 7) || p[FORECAST_SSE] < 0 ||
		(p[FORECAST_VARIANCE] < 0) != (p[FORECAST_STATE] != CV_FORECAST_MADE) ||
		!is_whole(p[FORECAST_CONVERGED], 0, 1) || !is_whole(p[FORECAST_ITERATIONS], 0, 1e9))
		return "the course of the fit must be one that is possible";
	if (!cv_place_exists(p[FORECAST_LAST], (CvPlace) p[FORECAST_PLACE]) || !is_whole(p[FORECAST_STEP], 1, 0x1p53) ||
		!is_whole(p[FORECAST_DAY], 0, p[FORECAST_PLACE] == CV_PLACE_DATE ? 31 : 0))
		return "the last t and the step must be whole numbers, the step from 1";
	return NULL;
}

CV_ROWS_TYPE("forecast_model", complaint_of, forecast_model_in, forecast_model_out, forecast_model_recv,
			 forecast_model_send)
CV_COMPARE(forecast_model_send, forecast_model_cmp, forecast_model_eq, forecast_model_ne, forecast_model_lt,
		   forecast_model_le, forecast_model_gt, forecast_model_ge, forecast_model_hash, forecast_model_hash_extended)

CvRows *
cv_forecast_arg(FunctionCallInfo fcinfo, int argno)
{
	static const CvStateType type = {.name = "forecast_model"};
	CvRows	   *s = cv_rows_arg(fcinfo, argno, &cv_kind_forecast);

	if (s->kind == CV_ROWS_EMPTY || s->nparams != FORECAST_PARAMS || s->width != 1 ||
		(s->nrows != 0 && s->nrows != (int64) cv_rows_params(s)[FORECAST_PERIOD]))
		cv_bad_value(&type);
	return s;
}

static const char *const smoother_names[CV_SMOOTHERS] = {"alpha", "beta", "gamma"};

/* A parameter from 0 to 1, or -1 for NULL: it will be fitted. */
static double
smoother_arg(FunctionCallInfo fcinfo, int k)
{
	int			argno = 5 + k;

	if (PG_NARGS() <= argno || PG_ARGISNULL(argno))
		return -1;
	return cv_check_fraction(PG_GETARG_FLOAT8(argno), smoother_names[k],
							 "0 keeps what was, 1 takes the newest value only; NULL has it fitted.");
}

/* Errors: 22023 where a ratio to x makes no sense. */
static void
check_positive(FunctionCallInfo fcinfo, double x, double t, CvPlace type)
{
	if (x <= 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("x must be above 0 for multiplicative seasons, but is %s at %s",
						cv_float8_text(x), cv_place_text(t, type)),
				 errhint("Use kind 'additive'.")));
}

static Datum
add_period(FunctionCallInfo fcinfo, CvPlace type)
{
	static const char *const kinds[] = {"additive", "multiplicative", NULL};
	double		params[SERIES_PARAMS];
	double		row[2];
	CvRows	   *rows;

	for (int i = 0; i < Min(PG_NARGS(), 5); i++)
	{
		if (PG_ARGISNULL(i) && i == 0)
			PG_RETURN_NULL();
		if (PG_ARGISNULL(i))
			PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	}
	row[0] = type == CV_PLACE_DATE ? cv_place_arg(fcinfo, 1, type) : PG_GETARG_INT32(1);
	row[1] = cv_finite(PG_GETARG_FLOAT8(2), "x");
	params[SERIES_PLACE] = type;
	params[SERIES_PERIOD] = cv_check_range(PG_GETARG_INT32(3), "period", 2, CV_MOST_PERIOD);
	params[SERIES_MULTIPLICATIVE] = PG_NARGS() > 4 ? cv_choice_arg(fcinfo, 4, "kind", kinds) : 0;
	for (int k = 0; k < CV_SMOOTHERS; k++)
		params[SERIES_SMOOTHER + k] = smoother_arg(fcinfo, k);
	if (params[SERIES_MULTIPLICATIVE] == 1)
		check_positive(fcinfo, row[1], row[0], type);
	rows = cv_rows_writable(fcinfo, &cv_kind_series, 2, params, SERIES_PARAMS, 1);
	cv_rows_append(rows, row);
	PG_RETURN_POINTER(rows);
}

/*
 * holt_winters_add(held_rows, t date or integer, x float8, period integer [, kind text [, alpha, beta, gamma
 * float8]])
 *		-> held_rows
 *
 * Transition function of holt_winters_agg.  A row with NULL among t, x, period and kind is ignored.  Errors: 22023
 * for NaN, infinity, x not above 0 for multiplicative seasons, period outside 2 to 10,000, parameters outside 0 to 1
 * or changing, 54000 beyond 512 MB.
 */
PG_FUNCTION_INFO_V1(holt_winters_add_date);
PG_FUNCTION_INFO_V1(holt_winters_add_integer);

Datum
holt_winters_add_date(PG_FUNCTION_ARGS)
{
	return add_period(fcinfo, CV_PLACE_DATE);
}

Datum
holt_winters_add_integer(PG_FUNCTION_ARGS)
{
	return add_period(fcinfo, CV_PLACE_BIGINT);
}

/* The state's parameters, whatever was written into it. */
static CvPlace
check_series(const CvRows *rows)
{
	CvPlace		type = (CvPlace) cv_rows_integer(rows, SERIES_PLACE, "type of t", CV_PLACE_BIGINT, CV_PLACE_DATE);
	bool		multiplicative = cv_rows_integer(rows, SERIES_MULTIPLICATIVE, "kind", 0, 1) == 1;

	cv_rows_integer(rows, SERIES_PERIOD, "period", 2, CV_MOST_PERIOD);
	for (int k = 0; k < CV_SMOOTHERS; k++)
	{
		double		smoother = cv_rows_params(rows)[SERIES_SMOOTHER + k];

		if (smoother != -1)
			cv_check_fraction(smoother, smoother_names[k], "-1 has it fitted.");
	}
	for (int64 i = 0; i < rows->nrows; i++)
	{
		const double *row = cv_rows_row(rows, i);

		CV_BREATHE(i);
		if (!cv_place_exists(row[0], type) || (multiplicative && !(row[1] > 0)))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("a row of the state of holt_winters_agg has t %s and x %s",
							cv_float8_text(row[0]), cv_float8_text(row[1]))));
	}
	return type;
}

/* The series in units in which no number is beyond 1; the exponent of the unit. */
static double *
scaled_series(const double *row, int64 n, int *exponent)
{
	double	   *x = cv_alloc(n * sizeof(double));
	double		largest = 0;

	for (int64 i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		largest = Max(largest, fabs(row[2 * i + 1]));
	}
	*exponent = -cv_exponent(largest);
	for (int64 i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		x[i] = ldexp(row[2 * i + 1], -*exponent);
	}
	return x;
}

static double
unscaled(double x, int exponent)
{
	x = ldexp(x, exponent) + 0.0;
	if (!isfinite(x))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("the sum of squared errors of the forecasts is out of range"),
				 errhint("Bring x to a smaller scale.")));
	return x;
}

/* What was found, into a model, in units of x. */
static CvRows *
make_model(const double *head, const CvSeasonal *s, int exponent)
{
	bool		made = s != NULL && isfinite(s->sse) && isfinite(s->level) && isfinite(s->trend);
	CvRows	   *model;
	double	   *p;

	for (int k = 0; made && k < s->period; k++)
		made = isfinite(s->season[k]);
	model = cv_rows_new(&cv_kind_forecast, 1, FORECAST_PARAMS, made ? s->period : 0);
	p = cv_rows_params(model);
	memcpy(p, head, FORECAST_PARAMS * sizeof(double));
	if (!made)
	{
		p[FORECAST_STATE] = s == NULL ? CV_FORECAST_SHORT : CV_FORECAST_DIVERGED;
		return model;
	}
	for (int k = 0; k < CV_SMOOTHERS; k++)
		p[FORECAST_SMOOTHER + k] = s->smoother[k];
	p[FORECAST_LEVEL] = unscaled(s->level, exponent);
	p[FORECAST_TREND] = unscaled(s->trend, exponent);
	p[FORECAST_SSE] = unscaled(s->sse, 2 * exponent);
	p[FORECAST_VARIANCE] = unscaled(s->variance, 2 * exponent);
	p[FORECAST_ITERATIONS] = s->iterations;
	p[FORECAST_CONVERGED] = s->converged;
	for (int k = 0; k < s->period; k++)
	{
		double		season = s->multiplicative ? s->season[k] + 0.0 : unscaled(s->season[k], exponent);

		cv_rows_append(model, &season);
	}
	return model;
}

/* Fit what is free. */
static CvRows *
fit_series(const CvRows *rows, const double *row, double *head)
{
	int			period = (int) head[FORECAST_PERIOD];
	int			exponent;
	double	   *numbers = cv_alloc((2 * period + cv_seasonal_doubles(period)) * sizeof(double));
	double	   *scratch = numbers + 2 * period;
	CvSeasonal	s = {.x = scaled_series(row, rows->nrows, &exponent), .n = rows->nrows, .period = period,
		.multiplicative = head[FORECAST_MULTIPLICATIVE] == 1, .start_season = numbers, .season = numbers + period,
	.converged = true};
	bool		any = false;

	for (int k = 0; k < CV_SMOOTHERS; k++)
	{
		s.smoother[k] = head[FORECAST_SMOOTHER + k];
		s.free[k] = s.smoother[k] == -1;
		any |= s.free[k];
	}
	cv_seasonal_start(&s, scratch);
	if (any)
		cv_seasonal_fit(&s, scratch);
	cv_seasonal_run(&s, scratch, NULL);
	return make_model(head, &s, exponent);
}

PG_FUNCTION_INFO_V1(holt_winters_final);

/*
 * holt_winters_final(held_rows) -> forecast_model
 *
 * Final function of holt_winters_agg: start values as in R's HoltWinters, parameters by least squares of the errors
 * one period ahead.  NULL without rows.  Errors: 22023 for a missing period, which is named, and for two rows with
 * one t; 22003 where squares overflow.
 */
Datum
holt_winters_final(PG_FUNCTION_ARGS)
{
	CvRows	   *rows = cv_rows_arg(fcinfo, 0, &cv_kind_series);
	double		head[FORECAST_PARAMS] = {0};
	const double *params = cv_rows_params(rows);
	CvPlace		type;
	double	   *row;

	if (rows->nrows == 0)
		PG_RETURN_NULL();
	type = check_series(rows);
	row = cv_sorted_places(rows, type);
	head[FORECAST_PLACE] = type;
	head[FORECAST_MULTIPLICATIVE] = params[SERIES_MULTIPLICATIVE];
	head[FORECAST_PERIOD] = params[SERIES_PERIOD];
	head[FORECAST_N] = (double) rows->nrows;
	head[FORECAST_VARIANCE] = -1;
	for (int k = 0; k < CV_SMOOTHERS; k++)
	{
		head[FORECAST_SMOOTHER + k] = params[SERIES_SMOOTHER + k];
		head[FORECAST_FREE] += params[SERIES_SMOOTHER + k] == -1 ? 1 << k : 0;
	}
	head[FORECAST_LAST] = row[2 * (rows->nrows - 1)];
	head[FORECAST_STEP] = 1;
	if (rows->nrows < 2 * params[SERIES_PERIOD])
		PG_RETURN_POINTER(make_model(head, NULL, 0));
	cv_place_steps(row, rows->nrows, 2, type, head);
	PG_RETURN_POINTER(fit_series(rows, row, head));
}

/* The value of so many periods ahead. */
static double
value_ahead(const CvRows *model, double ahead)
{
	const double *p = cv_rows_params(model);
	double		trend = p[FORECAST_LEVEL] + ahead * p[FORECAST_TREND];
	double		season = cv_rows_row(model, (int64) (ahead - 1) % model->nrows)[0];

	return p[FORECAST_MULTIPLICATIVE] == 1 ? trend * season : trend + season;
}

/* What another period ahead adds to the variance, in units of that of one ahead. */
static double
variance_of_step(const CvRows *model, int64 j)
{
	const double *p = cv_rows_params(model);
	double		weight = j == 0 ? 1 : cv_seasonal_weight(p + FORECAST_SMOOTHER, (int) p[FORECAST_PERIOD], j);

	return weight * weight;
}

/* Half the width of an interval, of which sum is the variance in those units; NaN where there is none. */
static double
half_width(const CvRows *model, double confidence, double sum)
{
	const double *p = cv_rows_params(model);

	if (p[FORECAST_MULTIPLICATIVE] == 1)
		return NAN;
	return -cv_normal_quantile((1 - confidence) / 2) * sqrt(p[FORECAST_VARIANCE] * sum);
}

#define MOST_AHEAD 1000000

PG_FUNCTION_INFO_V1(forecast);

/*
 * forecast(forecast_model, ahead integer) -> float8
 *
 * The forecast of x so many periods after the last one, in its units.  NULL where the model has no forecast: see its
 * warnings in model_json.  Errors: 22023 for ahead outside 1 to 1,000,000.
 */
Datum
forecast(PG_FUNCTION_ARGS)
{
	CvRows	   *model = cv_forecast_arg(fcinfo, 0);
	int			ahead = cv_check_range(PG_GETARG_INT32(1), "ahead", 1, MOST_AHEAD);

	if (model->nrows == 0)
		PG_RETURN_NULL();
	return cv_return_finite(value_ahead(model, ahead), "forecast is");
}

/*
 * forecast_low, forecast_high(forecast_model, ahead integer, confidence float8) -> float8
 *
 * Ends of the interval in which x will be.  NULL also for multiplicative seasons, whose interval has no closed form.
 * Errors: as forecast, and 22023 for confidence outside 0 to 1.
 */
static Datum
forecast_end(FunctionCallInfo fcinfo, double sign)
{
	CvRows	   *model = cv_forecast_arg(fcinfo, 0);
	int			ahead = cv_check_range(PG_GETARG_INT32(1), "ahead", 1, MOST_AHEAD);
	double		confidence = cv_confidence_arg(fcinfo, 2);
	double		sum = 0;

	if (model->nrows == 0)
		PG_RETURN_NULL();
	for (int64 j = 0; j < ahead; j++)
		sum += variance_of_step(model, j);
	return cv_return_number(fcinfo, value_ahead(model, ahead) + sign * half_width(model, confidence, sum));
}

PG_FUNCTION_INFO_V1(forecast_low);
PG_FUNCTION_INFO_V1(forecast_high);

Datum
forecast_low(PG_FUNCTION_ARGS)
{
	return forecast_end(fcinfo, -1);
}

Datum
forecast_high(PG_FUNCTION_ARGS)
{
	return forecast_end(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(forecast_table);

/*
 * forecast_table(forecast_model, n integer, confidence float8)
 *		-> TABLE(ahead integer, t_date date, t_integer bigint, forecast, low, high float8)
 *
 * The next n periods.  t_date or t_integer is NULL, as the series had one or the other, and so are low and high for
 * multiplicative seasons.  No rows where the model has no forecast.  Errors: as forecast_low; 22008 where a date
 * does not exist.
 */
Datum
forecast_table(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	CvRows	   *model;
	double		confidence;
	double		sum = 0;
	int			n;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2))
		PG_RETURN_NULL();
	model = cv_forecast_arg(fcinfo, 0);
	n = cv_check_range(PG_GETARG_INT32(1), "n", 0, MOST_AHEAD);
	confidence = cv_confidence_arg(fcinfo, 2);
	for (int ahead = 1; ahead <= n && model->nrows > 0; ahead++)
	{
		bool		dated = cv_rows_params(model)[FORECAST_PLACE] == CV_PLACE_DATE;
		double		value = value_ahead(model, ahead);
		double		half;
		double		t;
		Datum		values[6] = {Int32GetDatum(ahead)};
		bool		nulls[6] = {false, !dated, dated};

		CHECK_FOR_INTERRUPTS();
		if (!cv_place_after(cv_rows_params(model), ahead, &t))
			ereport(ERROR,
					(errcode(ERRCODE_DATETIME_VALUE_OUT_OF_RANGE),
					 errmsg("period %d after the last one is out of range", ahead)));
		sum += variance_of_step(model, ahead - 1);
		half = half_width(model, confidence, sum);
		if (dated)
			values[1] = Int32GetDatum((int32) t);
		else
			values[2] = Int64GetDatum((int64) t);
		cv_set_number(&values[3], &nulls[3], value);
		cv_set_number(&values[4], &nulls[4], value - half);
		cv_set_number(&values[5], &nulls[5], value + half);
		cv_table_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}
