/*
 * forecast.h - forecast_model: level, trend and season of a series at its end.
 */
#ifndef CV_MONITOR_FORECAST_H
#define CV_MONITOR_FORECAST_H

#include "monitor/kinds.h"

#include "monitor/core/seasonal.h"
#include "monitor/place.h"

/* Parameters of the state of holt_winters_agg, whose rows are t and x: a smoother that is to be fitted is -1. */
enum
{
	SERIES_PLACE,				/* CV_PLACE_BIGINT or CV_PLACE_DATE */
	SERIES_PERIOD,
	SERIES_MULTIPLICATIVE,
	SERIES_SMOOTHER,			/* alpha, beta, gamma */
	SERIES_PARAMS = SERIES_SMOOTHER + CV_SMOOTHERS
};

/* What became of a series. */
typedef enum CvForecastState
{
	CV_FORECAST_MADE,
	CV_FORECAST_SHORT,			/* fewer than two seasons */
	CV_FORECAST_DIVERGED,		/* with these parameters the errors are beyond all numbers */
	CV_FORECAST_STATES
} CvForecastState;

/*
 * Parameters of a forecast_model; its rows are the seasons of the next periods, and none where there is no forecast.
 */
enum
{
	FORECAST_STATE,
	FORECAST_PLACE,
	FORECAST_MULTIPLICATIVE,
	FORECAST_PERIOD,
	FORECAST_N,
	FORECAST_SMOOTHER,			/* alpha, beta, gamma; -1 where one was to be fitted and there is no forecast */
	FORECAST_FREE = FORECAST_SMOOTHER + CV_SMOOTHERS,	/* which of them were fitted: 1, 2 and 4 */
	FORECAST_LEVEL,
	FORECAST_TREND,
	FORECAST_SSE,
	FORECAST_VARIANCE,			/* of errors one period ahead; -1 without a forecast */
	FORECAST_ITERATIONS,
	FORECAST_CONVERGED,
	FORECAST_LAST,				/* t of the last row */
	FORECAST_STEP,				/* days, or numbers, from period to period; or months */
	FORECAST_DAY,				/* day of the month where the step is in months, 31 for its last one; else 0 */
	FORECAST_PARAMS
};

#define CV_MOST_PERIOD 10000

extern CvRows *cv_forecast_arg(FunctionCallInfo fcinfo, int argno);

/* Can t be of this type, whatever was written into a state? */
extern bool cv_place_exists(double t, CvPlace type);

/* The t that is this many steps after the last one; false for one that does not exist. */
extern bool cv_place_after(const double *model, double steps, double *t);

/* How far apart the t of a series are, into the model; 22023 where one is missing. */
extern void cv_place_steps(const double *row, int64 n, int width, CvPlace type, double *model);

#endif							/* CV_MONITOR_FORECAST_H */
