/*
 * seasonal.h - level, trend and season of a series, and what follows from them for the next periods.
 */
#ifndef CV_SEASONAL_H
#define CV_SEASONAL_H

#include "num/num.h"

enum
{
	CV_ALPHA,					/* weight of the newest value in the level */
	CV_BETA,					/* of the newest step in the trend */
	CV_GAMMA,					/* of the newest season in that of its time of year */
	CV_SMOOTHERS
};

typedef struct CvSeasonal
{
	/* Given. */
	const double *x;			/* a series of two seasons at least, no number beyond 1 */
	int64_t		n;
	int			period;
	bool		multiplicative;
	double		smoother[CV_SMOOTHERS];	/* found, where it is free */
	bool		free[CV_SMOOTHERS];

	/* Where it starts: before x[period]. */
	double		start_level;
	double		start_trend;
	double	   *start_season;	/* period numbers of the caller's */

	/* Found. */
	double		sse;			/* of the forecasts one period ahead, from x[period] on; infinite where they are */
	double		variance;		/* of these errors about their mean, divided by their number less 1 */
	double		level;			/* after x[n - 1] */
	double		trend;
	double	   *season;			/* of x[n], x[n + 1] and so on, period numbers of the caller's */
	int			iterations;
	bool		converged;
} CvSeasonal;

/* Numbers that the functions below need for themselves. */
static inline size_t
cv_seasonal_doubles(int period)
{
	return (size_t) period * (1 + CV_SMOOTHERS);
}

extern void cv_seasonal_start(CvSeasonal *s, double *scratch);
extern void cv_seasonal_fit(CvSeasonal *s, double *scratch);
extern void cv_seasonal_run(CvSeasonal *s, double *scratch, double *fitted);

/*
 * The weight that the error of a period has in the forecast of j periods later: in an additive model the variance of
 * the error of a forecast h ahead is that of one ahead times 1 and the squares for j from 1 to h - 1 (C. Chatfield
 * and M. Yar, "Prediction Intervals for the Holt-Winters Forecasting Procedure", International Journal of
 * Forecasting 6, 1990).
 */
static inline double
cv_seasonal_weight(const double *smoother, int period, int64_t j)
{
	return smoother[CV_ALPHA] * (1 + (double) j * smoother[CV_BETA]) +
		(j % period == 0 ? smoother[CV_GAMMA] * (1 - smoother[CV_ALPHA]) : 0);
}

#endif							/* CV_SEASONAL_H */
