/*
 * signals.h - what a control chart knows after each point.
 *
 * Exponentially weighted means (S. Roberts, "Control Chart Tests Based on Geometric Moving Averages", Technometrics 1,
 * 1959), cumulative sums (E. Page, Biometrika 41, 1954; head start: J. Lucas and R. Crosier, Technometrics 24,
 * 1982), run rules (L. Nelson, "The Shewhart Control Chart: Tests for Special Causes", Journal of Quality Technology
 * 16, 1984).
 */
#ifndef CV_SIGNALS_H
#define CV_SIGNALS_H

#include "num/num.h"

/*
 * The variance of an exponentially weighted mean that starts at the target, in units of that of one point, after
 * another point.  A sum of positive numbers: nothing cancels for a small lambda.
 */
static inline double
cv_ewma_variance(double before, double lambda)
{
	return (1 - lambda) * (1 - lambda) * before + lambda * lambda;
}

/* The same after very many points. */
static inline double
cv_ewma_variance_limit(double lambda)
{
	return lambda / (2 - lambda);
}

/* The cumulative sum after a point that is this far above its allowance. */
static inline double
cv_cusum(double before, double excess)
{
	double		sum = before + excess;

	return sum > 0 ? sum : 0;
}

#define CV_RULES 8

/* What Nelson's rules look back at; all zeros at the start and after a gap. */
typedef struct CvRuns
{
	bool		known;			/* is there a point before? */
	double		x;				/* that point */
	int			side;			/* 1 above the centre line, -1 below, 0 on it */
	int			direction;		/* 1 it rose, -1 it fell */
	int64_t		same_side;		/* points in a row on that side */
	int64_t		trend;			/* steps in a row in that direction */
	int64_t		zigzag;			/* steps in a row in turns up and down */
	int64_t		within;			/* points in a row within 1 sigma */
	int64_t		beyond;			/* points in a row beyond 1 sigma, either side */
	unsigned	above1;			/* one bit a point, the newest lowest: the last five */
	unsigned	below1;
	unsigned	above2;			/* the last three */
	unsigned	below2;
} CvRuns;

extern unsigned cv_runs_next(CvRuns *runs, double x, double center, double sigma);

/* An alert: opens after so many signals in a row, closes after so many rows in a row without. */
typedef struct CvAlert
{
	bool		open;
	int			number;			/* of the newest alert, from 1 */
	int64_t		signals;		/* in a row */
	int64_t		quiet;			/* rows in a row without */
} CvAlert;

extern int	cv_alert_next(CvAlert *alert, bool signal, int open_after, int close_after);

#endif							/* CV_SIGNALS_H */
