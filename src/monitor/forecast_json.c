/*
 * forecast_json.c - a forecast_model in one value, with what is to be said against it.
 */
#include "monitor/forecast.h"

#include "catalog/pg_type.h"
#include "lib/stringinfo.h"
#include "utils/builtins.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/json.h"

#define MOST_WARNINGS 8

typedef struct Warnings
{
	const char *text[MOST_WARNINGS];
	int			n;
} Warnings;

static void
warn(Warnings *w, const char *text)
{
	w->text[w->n++] = text;
}

/* A parameter that was fitted and lies at the end of its range. */
static void
warn_of_border(Warnings *w, const double *p, int k, const char *at_0, const char *at_1)
{
	double		smoother = p[FORECAST_SMOOTHER + k];

	if (!((int) p[FORECAST_FREE] & 1 << k))
		return;
	if (smoother == 0)
		warn(w, at_0);
	if (smoother == 1)
		warn(w, at_1);
}

static Warnings
warnings_of(const double *p)
{
	Warnings	w = {.n = 0};

	if (p[FORECAST_STATE] == CV_FORECAST_SHORT)
		warn(&w, "fewer than two seasons: there is no forecast");
	if (p[FORECAST_STATE] == CV_FORECAST_DIVERGED)
		warn(&w, "the errors grow beyond all numbers with these parameters: there is no forecast");
	if (p[FORECAST_STATE] == CV_FORECAST_MADE)
	{
		if (p[FORECAST_CONVERGED] == 0)
			warn(&w, "the fit did not converge");
		warn_of_border(&w, p, CV_ALPHA, "alpha is on its border 0: the level never learns",
					   "alpha is on its border 1: the level is the last value");
		warn_of_border(&w, p, CV_BETA, "beta is on its border 0: the trend is that of the first two seasons",
					   "beta is on its border 1: the trend is the last step");
		warn_of_border(&w, p, CV_GAMMA, "gamma is on its border 0: the season is that of the first two years",
					   "gamma is on its border 1: the season is that of the last year");
	}
	return w;
}

static void
append_warnings(StringInfo json, const double *p)
{
	Warnings	w = warnings_of(p);

	appendStringInfoString(json, ", \"warnings\": [");
	for (int i = 0; i < w.n; i++)
		appendStringInfo(json, "%s\"%s\"", i == 0 ? "" : ", ", w.text[i]);
	appendStringInfoString(json, "]}");
}

PG_FUNCTION_INFO_V1(forecast_model_warnings);

/* warnings(forecast_model) -> text: what is to be said against it, separated by "; "; NULL for nothing. */
Datum
forecast_model_warnings(PG_FUNCTION_ARGS)
{
	Warnings	w = warnings_of(cv_rows_params(cv_forecast_arg(fcinfo, 0)));
	StringInfoData text;

	if (w.n == 0)
		PG_RETURN_NULL();
	initStringInfo(&text);
	for (int i = 0; i < w.n; i++)
		appendStringInfo(&text, "%s%s", i == 0 ? "" : "; ", w.text[i]);
	PG_RETURN_TEXT_P(cstring_to_text(text.data));
}

/* Members of an object: alpha, beta, gamma, and which of them were fitted. */
static void
append_smoothers(StringInfo json, const double *p)
{
	static const char *const names[CV_SMOOTHERS] = {"alpha", "beta", "gamma"};
	bool		first = true;

	for (int k = 0; k < CV_SMOOTHERS; k++)
		cv_append_json(json, names[k], p[FORECAST_SMOOTHER + k] < 0 ? NAN : p[FORECAST_SMOOTHER + k]);
	appendStringInfoString(json, ", \"fitted\": [");
	for (int k = 0; k < CV_SMOOTHERS; k++)
	{
		if (!((int) p[FORECAST_FREE] & 1 << k))
			continue;
		appendStringInfo(json, "%s\"%s\"", first ? "" : ", ", names[k]);
		first = false;
	}
	appendStringInfoChar(json, ']');
}

/* Another member: t of the last row, the same under every setting. */
static void
append_last(StringInfo json, const double *p)
{
	char		date[MAXDATELEN + 1];

	if (p[FORECAST_PLACE] == CV_PLACE_DATE)
		appendStringInfo(json, ", \"last\": \"%s\"",
						 JsonEncodeDateTime(date, DateADTGetDatum((DateADT) p[FORECAST_LAST]), DATEOID, NULL));
	else
		appendStringInfo(json, ", \"last\": %.0f", p[FORECAST_LAST]);
}

PG_FUNCTION_INFO_V1(forecast_model_json);

/*
 * model_json(forecast_model) -> jsonb
 *
 * kind, period, rows, alpha, beta, gamma, fitted (which of them), level, trend, seasons (of the next periods), sse
 * (of the errors one period ahead), sigma (their standard deviation), last (t), iterations, converged, warnings.
 */
Datum
forecast_model_json(PG_FUNCTION_ARGS)
{
	CvRows	   *model = cv_forecast_arg(fcinfo, 0);
	const double *p = cv_rows_params(model);
	bool		made = model->nrows > 0;
	StringInfoData json;

	initStringInfo(&json);
	appendStringInfo(&json, "{\"kind\": \"%s\", \"period\": %d",
					 p[FORECAST_MULTIPLICATIVE] == 1 ? "multiplicative" : "additive", (int) p[FORECAST_PERIOD]);
	cv_append_json(&json, "rows", p[FORECAST_N]);
	append_smoothers(&json, p);
	cv_append_json(&json, "level", made ? p[FORECAST_LEVEL] : NAN);
	cv_append_json(&json, "trend", made ? p[FORECAST_TREND] : NAN);
	appendStringInfoString(&json, ", \"seasons\": [");
	for (int64 k = 0; k < model->nrows; k++)
	{
		if (k > 0)
			appendStringInfoString(&json, ", ");
		cv_append_number(&json, cv_rows_row(model, k)[0]);
	}
	appendStringInfoChar(&json, ']');
	cv_append_json(&json, "sse", made ? p[FORECAST_SSE] : NAN);
	cv_append_json(&json, "sigma", made ? sqrt(p[FORECAST_VARIANCE]) : NAN);
	append_last(&json, p);
	appendStringInfo(&json, ", \"iterations\": %d, \"converged\": %s",
					 (int) p[FORECAST_ITERATIONS], p[FORECAST_CONVERGED] == 1 ? "true" : "false");
	append_warnings(&json, p);
	return cv_make_jsonb(json.data);
}
