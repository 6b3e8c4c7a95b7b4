/*
 * seasonal.c - Holt-Winters smoothing and the fit of its parameters.
 *
 * P. Winters, "Forecasting Sales by Exponentially Weighted Moving Averages", Management Science 6, 1960; recursions and
 * start as in R's HoltWinters.  Parameters are those of least squares within 0 to 1: a grid, then from its
 * best points Levenberg and Marquardt's method, with derivatives from the recursion itself.
 */
#include "monitor/core/seasonal.h"

#include <math.h>
#include <string.h>

/* The centred moving average of a period at x[i], with halves at the ends where the period is even. */
static double
centered_mean(const double *x, int64_t i, int period)
{
	int			half = period / 2;
	double		sum = 0;

	for (int64_t j = i - half; j <= i + half; j++)
		sum += period % 2 == 0 && (j == i - half || j == i + half) ? x[j] / 2 : x[j];
	return sum / period;
}

/*
 * Start values from the first two seasons: the straight line through the centred moving averages, which is numbered from 1
 * at the first of them, and the mean distance from (or ratio to) them at each time of the season.
 */
void
cv_seasonal_start(CvSeasonal *s, double *scratch)
{
	int			period = s->period;
	int			half = period / 2;
	int			means = 2 * period - 2 * half;
	double		middle = (means + 1) / 2.0;
	double		sum = 0,
				slope = 0,
				squares = 0,
				seasons = 0;

	memset(s->start_season, 0, period * sizeof(double));
	memset(scratch, 0, period * sizeof(double));
	for (int k = 0; k < means; k++)
	{
		int			i = half + k;
		double		mean = centered_mean(s->x, i, period);

		CV_BREATHE_OFTEN(k);
		sum += mean;
		slope += mean * (k + 1 - middle);
		squares += (k + 1 - middle) * (k + 1 - middle);
		s->start_season[i % period] += s->multiplicative ? s->x[i] / mean : s->x[i] - mean;
		scratch[i % period]++;
	}
	s->start_trend = slope / squares;
	s->start_level = sum / means - s->start_trend * middle;
	for (int j = 0; j < period; j++)
	{
		s->start_season[j] /= scratch[j];
		seasons += s->start_season[j] / period;
	}
	for (int j = 0; j < period; j++)
		s->start_season[j] = s->multiplicative ? s->start_season[j] / seasons : s->start_season[j] - seasons;
}

/* Where the recursion is. */
typedef struct State
{
	double		level;
	double		trend;
	double	   *season;			/* period numbers, in place */
} State;

/* The forecast of the next x, whose place in the season is j. */
static inline double
next_value(const CvSeasonal *s, const State *at, int j)
{
	return s->multiplicative ? (at->level + at->trend) * at->season[j] : at->level + at->trend + at->season[j];
}

static inline void
take(const CvSeasonal *s, const double *smoother, State *at, double x, int j)
{
	double		before = at->level;
	double		level = smoother[CV_ALPHA] * (s->multiplicative ? x / at->season[j] : x - at->season[j]) +
		(1 - smoother[CV_ALPHA]) * (before + at->trend);

	at->trend = smoother[CV_BETA] * (level - before) + (1 - smoother[CV_BETA]) * at->trend;
	at->season[j] = smoother[CV_GAMMA] * (s->multiplicative ? x / level : x - level) +
		(1 - smoother[CV_GAMMA]) * at->season[j];
	at->level = level;
}

static State
begin(const CvSeasonal *s, double *season)
{
	State		at = {s->start_level, s->start_trend, season};

	memcpy(season, s->start_season, s->period * sizeof(double));
	return at;
}

/* The sum of squared errors with these parameters; infinite where it is no number. */
static double
squared_errors(const CvSeasonal *s, const double *smoother, double *scratch)
{
	State		at = begin(s, scratch);
	double		sse = 0;
	int			j = 0;

	for (int64_t i = s->period; i < s->n; i++)
	{
		double		error = s->x[i] - next_value(s, &at, j);

		CV_BREATHE(i);
		sse += error * error;
		take(s, smoother, &at, s->x[i], j);
		j = j + 1 == s->period ? 0 : j + 1;
	}
	return isfinite(sse) ? sse : INFINITY;
}

/* Derivatives of level and trend by each parameter; those of the seasons lie one parameter after the other. */
typedef struct Slopes
{
	double		level[CV_SMOOTHERS];
	double		trend[CV_SMOOTHERS];
	double	   *season;
} Slopes;

/* The derivative of the forecast by parameter k. */
static inline double
slope_of_next(const CvSeasonal *s, const State *at, const Slopes *d, int k, int j)
{
	double		season = d->season[k * s->period + j];

	if (!s->multiplicative)
		return d->level[k] + d->trend[k] + season;
	return (d->level[k] + d->trend[k]) * at->season[j] + (at->level + at->trend) * season;
}

/* The derivatives after x was taken, from the state before and after it. */
static inline void
take_slopes(const CvSeasonal *s, const double *smoother, Slopes *d, const State *before, const State *after,
			double old_season, double x, int j)
{
	double		alpha = smoother[CV_ALPHA];
	double		beta = smoother[CV_BETA];
	double		gamma = smoother[CV_GAMMA];
	double		by_season = s->multiplicative ? -x / (old_season * old_season) : -1;
	double		by_level = s->multiplicative ? -x / (after->level * after->level) : -1;
	double		newest = s->multiplicative ? x / old_season : x - old_season;

	for (int k = 0; k < CV_SMOOTHERS; k++)
	{
		double	   *season = &d->season[k * s->period + j];
		double		level = alpha * by_season * *season + (1 - alpha) * (d->level[k] + d->trend[k]);

		if (k == CV_ALPHA)
			level += newest - before->level - before->trend;
		d->trend[k] = beta * (level - d->level[k]) + (1 - beta) * d->trend[k];
		if (k == CV_BETA)
			d->trend[k] += after->level - before->level - before->trend;
		*season = gamma * by_level * level + (1 - gamma) * *season;
		if (k == CV_GAMMA)
			*season += (s->multiplicative ? x / after->level : x - after->level) - old_season;
		d->level[k] = level;
	}
}

/* What a step of the fit needs: the sum of squares, half its gradient and the squares of the Jacobian. */
typedef struct Normal
{
	double		sse;
	double		gradient[CV_SMOOTHERS];
	double		matrix[CV_SMOOTHERS][CV_SMOOTHERS];
} Normal;

static void
normal_equations(const CvSeasonal *s, const double *smoother, double *scratch, Normal *normal)
{
	State		at = begin(s, scratch);
	Slopes		d = {{0}, {0}, scratch + s->period};
	int			j = 0;

	memset(normal, 0, sizeof(Normal));
	memset(d.season, 0, (size_t) s->period * CV_SMOOTHERS * sizeof(double));
	for (int64_t i = s->period; i < s->n; i++)
	{
		State		before = at;
		double		old_season = at.season[j];
		double		error = s->x[i] - next_value(s, &at, j);
		double		slope[CV_SMOOTHERS];

		CV_BREATHE(i);
		normal->sse += error * error;
		for (int k = 0; k < CV_SMOOTHERS; k++)
		{
			slope[k] = slope_of_next(s, &at, &d, k, j);
			normal->gradient[k] -= slope[k] * error;
			for (int l = 0; l <= k; l++)
				normal->matrix[k][l] += slope[k] * slope[l];
		}
		take(s, smoother, &at, s->x[i], j);
		take_slopes(s, smoother, &d, &before, &at, old_season, s->x[i], j);
		j = j + 1 == s->period ? 0 : j + 1;
	}
}

/* Is there a way to go for parameter k: is it free, and not at a bound that the way leads out of? */
static inline bool
may_move(const CvSeasonal *s, const double *smoother, const Normal *normal, int k)
{
	if (!s->free[k] || !(normal->matrix[k][k] > 0))
		return false;
	return !(smoother[k] <= 0 && normal->gradient[k] >= 0) && !(smoother[k] >= 1 && normal->gradient[k] <= 0);
}

/* One step with this damping; false where there is none.  At most three equations, by elimination. */
static bool
damped_step(const CvSeasonal *s, const double *smoother, const Normal *normal, double damping, double *to)
{
	double		a[CV_SMOOTHERS][CV_SMOOTHERS + 1];
	int			index[CV_SMOOTHERS];
	int			n = 0;

	for (int k = 0; k < CV_SMOOTHERS; k++)
	{
		to[k] = smoother[k];
		if (may_move(s, smoother, normal, k))
			index[n++] = k;
	}
	for (int i = 0; i < n; i++)
	{
		for (int j = 0; j < n; j++)
			a[i][j] = normal->matrix[index[i] > index[j] ? index[i] : index[j]][index[i] > index[j] ? index[j] : index[i]];
		a[i][i] *= 1 + damping;
		a[i][n] = -normal->gradient[index[i]];
	}
	for (int i = 0; i < n; i++)
	{
		if (!(a[i][i] > 0))
			return false;
		for (int r = i + 1; r < n; r++)
		{
			double		f = a[r][i] / a[i][i];

			for (int c = i; c <= n; c++)
				a[r][c] -= f * a[i][c];
		}
	}
	for (int i = n - 1; i >= 0; i--)
	{
		for (int c = i + 1; c < n; c++)
			a[i][n] -= a[i][c] * a[c][n];
		a[i][n] /= a[i][i];
		to[index[i]] = fmin(1, fmax(0, smoother[index[i]] + a[i][n]));
	}
	return n > 0;
}

#define MOST_ITERATIONS 500

/* From smoother down to a minimum, within 0 to 1; the sum of squares there. */
static double
descend(const CvSeasonal *s, double *smoother, double *scratch, int *iterations, bool *converged)
{
	double		damping = 1e-3;
	Normal		normal;

	normal_equations(s, smoother, scratch, &normal);
	*converged = false;
	for (*iterations = 0; *iterations < MOST_ITERATIONS && !*converged; ++*iterations)
	{
		double		to[CV_SMOOTHERS];
		double		farthest = 0;
		double		sse;

		if (!damped_step(s, smoother, &normal, damping, to))
		{
			*converged = true;
			break;
		}
		for (int k = 0; k < CV_SMOOTHERS; k++)
			farthest = fmax(farthest, fabs(to[k] - smoother[k]));
		sse = squared_errors(s, to, scratch);
		if (sse < normal.sse)
		{
			memcpy(smoother, to, sizeof(to));
			normal_equations(s, smoother, scratch, &normal);
			damping = fmax(damping / 10, 1e-12);
		}
		else
			damping *= 10;
		*converged = farthest < 1e-10;
	}
	return normal.sse;
}

/* The grid whose best points the descent starts from. */
static const double grid[CV_SMOOTHERS][6] =
{
	{0.02, 0.1, 0.3, 0.55, 0.8, 0.97},
	{0.003, 0.03, 0.15, 0.5, 0.9, -1},
	{0.03, 0.15, 0.4, 0.7, 0.97, -1}
};

#define STARTS 6

typedef struct Starts
{
	int			n;
	double		sse[STARTS];
	double		smoother[STARTS][CV_SMOOTHERS];
} Starts;

/* Keep the best, sorted. */
static void
offer(Starts *starts, const double *smoother, double sse)
{
	int			i = starts->n < STARTS ? starts->n++ : STARTS;

	for (; i > 0 && sse < starts->sse[i - 1]; i--)
	{
		if (i == STARTS)
			continue;
		starts->sse[i] = starts->sse[i - 1];
		memcpy(starts->smoother[i], starts->smoother[i - 1], sizeof(starts->smoother[i]));
	}
	if (i == STARTS)
		return;
	starts->sse[i] = sse;
	memcpy(starts->smoother[i], smoother, sizeof(starts->smoother[i]));
}

static void
search_grid(const CvSeasonal *s, double *scratch, Starts *starts)
{
	int			at[CV_SMOOTHERS] = {0};

	starts->n = 0;
	for (;;)
	{
		double		smoother[CV_SMOOTHERS];
		int			k = 0;

		for (int i = 0; i < CV_SMOOTHERS; i++)
			smoother[i] = s->free[i] ? grid[i][at[i]] : s->smoother[i];
		offer(starts, smoother, squared_errors(s, smoother, scratch));
		/* The next point: as an odometer counts. */
		for (; k < CV_SMOOTHERS; k++)
		{
			at[k]++;
			if (s->free[k] && at[k] < 6 && grid[k][at[k]] >= 0)
				break;
			at[k] = 0;
		}
		if (k == CV_SMOOTHERS)
			return;
	}
}

/* The free parameters, by least squares, from the start that s has. */
void
cv_seasonal_fit(CvSeasonal *s, double *scratch)
{
	double		best[CV_SMOOTHERS];
	double		least = INFINITY;
	Starts		starts;

	search_grid(s, scratch, &starts);
	memcpy(best, starts.smoother[0], sizeof(best));
	s->iterations = 0;
	s->converged = false;
	for (int i = 0; i < starts.n && isfinite(starts.sse[i]); i++)
	{
		int			iterations;
		bool		converged;
		double		sse = descend(s, starts.smoother[i], scratch, &iterations, &converged);

		s->iterations += iterations;
		if (sse < least)
		{
			least = sse;
			s->converged = converged;
			memcpy(best, starts.smoother[i], sizeof(best));
		}
	}
	memcpy(s->smoother, best, sizeof(best));
}

/* Through the series with the parameters that s has; fitted, unless NULL, gets the n - period forecasts. */
void
cv_seasonal_run(CvSeasonal *s, double *scratch, double *fitted)
{
	State		at = begin(s, scratch);
	double		mean = 0,
				squares = 0;
	int			j = 0;

	s->sse = 0;
	for (int64_t i = s->period; i < s->n; i++)
	{
		double		forecast = next_value(s, &at, j);
		double		error = s->x[i] - forecast;
		double		delta = error - mean;

		CV_BREATHE(i);
		if (fitted != NULL)
			fitted[i - s->period] = forecast;
		s->sse += error * error;
		mean += delta / (double) (i - s->period + 1);
		squares += delta * (error - mean);
		take(s, s->smoother, &at, s->x[i], j);
		j = j + 1 == s->period ? 0 : j + 1;
	}
	s->sse = isfinite(s->sse) ? s->sse : INFINITY;
	s->variance = s->n - s->period > 1 ? squares / (double) (s->n - s->period - 1) : NAN;
	s->level = at.level;
	s->trend = at.trend;
	for (int k = 0; k < s->period; k++)
		s->season[k] = at.season[(j + k) % s->period];
}
