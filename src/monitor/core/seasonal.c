/*
 * seasonal.c - Holt-Winters smoothing and the fit of its parameters.
 *
 * P. Winters, "Forecasting Sales by Exponentially Weighted Moving Averages", Management Science 6, 1960; recursions
 * and start as in R's HoltWinters.  Parameters are those of least squares within 0 to 1: a grid, then from each of
 * its valleys Levenberg and Marquardt's method, with derivatives from the recursion itself.
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
 * Start values from the first two seasons: the straight line through the centred moving averages, which is numbered
 * from 1 at the first of them, and the mean distance from (or ratio to) them at each time of the season.
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
				normal->matrix[k][l] = normal->matrix[l][k] += slope[k] * slope[l];
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

/* Solve n equations, at most three, in place: the answers in the last column; false where they have none. */
static bool
solve(double a[CV_SMOOTHERS][CV_SMOOTHERS + 1], int n)
{
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
	}
	return true;
}

#define AT_BOUND 1e-12			/* so near to 0 or 1 is there */

static inline double
within_bounds(double x)
{
	return x < AT_BOUND ? 0 : x > 1 - AT_BOUND ? 1 : x;
}

/*
 * A step of the parameters that move, the others having been moved to to; which of them leaves its bounds, is put
 * there and moves no more?
 */
static bool
free_step(const double *smoother, const Normal *normal, double damping, bool *moves, double *to, bool *solved)
{
	double		a[CV_SMOOTHERS][CV_SMOOTHERS + 1];
	int			index[CV_SMOOTHERS];
	int			n = 0;
	bool		left = false;

	for (int k = 0; k < CV_SMOOTHERS; k++)
	{
		if (moves[k])
			index[n++] = k;
	}
	for (int i = 0; i < n; i++)
	{
		a[i][n] = -normal->gradient[index[i]];
		for (int k = 0; k < CV_SMOOTHERS; k++)
		{
			if (!moves[k])
				a[i][n] -= normal->matrix[index[i]][k] * (to[k] - smoother[k]);
		}
		for (int j = 0; j < n; j++)
			a[i][j] = normal->matrix[index[i]][index[j]];
		a[i][i] *= 1 + damping;
	}
	*solved = solve(a, n);
	for (int i = 0; i < n && *solved; i++)
	{
		int			k = index[i];
		double		x = smoother[k] + a[i][n];

		to[k] = within_bounds(x);
		if (x < 0 || x > 1)
		{
			moves[k] = false;
			left = true;
		}
	}
	return left;
}

/* A step with this damping; false where there is none. */
static bool
damped_step(const CvSeasonal *s, const double *smoother, const Normal *normal, double damping, double *to)
{
	bool		moves[CV_SMOOTHERS];
	bool		any = false;
	bool		solved;

	for (int k = 0; k < CV_SMOOTHERS; k++)
	{
		to[k] = smoother[k];
		moves[k] = may_move(s, smoother, normal, k);
		any |= moves[k];
	}
	while (free_step(smoother, normal, damping, moves, to, &solved))
		;
	return any && solved;
}

/* The second derivatives in place of the squares of the Jacobian, where all parameters curve upwards. */
static void
take_curvature(const CvSeasonal *s, const double *smoother, double *scratch, Normal *normal)
{
	double		h[CV_SMOOTHERS][CV_SMOOTHERS] = {{0}};

	for (int k = 0; k < CV_SMOOTHERS; k++)
	{
		double		step = smoother[k] < 0.5 ? 1e-6 : -1e-6;
		double		to[CV_SMOOTHERS];
		Normal		there;

		memcpy(to, smoother, sizeof(to));
		to[k] += step;
		normal_equations(s, to, scratch, &there);
		for (int l = 0; l < CV_SMOOTHERS; l++)
		{
			h[k][l] += (there.gradient[l] - normal->gradient[l]) / step / 2;
			h[l][k] += (there.gradient[l] - normal->gradient[l]) / step / 2;
		}
	}
	for (int k = 0; k < CV_SMOOTHERS; k++)
	{
		if (s->free[k] && !(h[k][k] > 0 && isfinite(h[k][k])))
			return;
	}
	memcpy(normal->matrix, h, sizeof(h));
}

#define FIRST_ITERATIONS 20		/* without second derivatives */
#define MOST_ITERATIONS 200
#define MOST_DAMPING 1e10

/* From smoother down to a minimum, within 0 to 1; the sum of squares there. */
static double
descend(const CvSeasonal *s, double *smoother, double *scratch, int *iterations, bool *converged)
{
	double		damping = 10;		/* short steps first: the valley is the one we are in */
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
			/* Nothing may move, or the curvature is not upwards: then only shorter steps are safe. */
			damping = damping * 10 + 1;
			*converged = damping > MOST_DAMPING;
			continue;
		}
		for (int k = 0; k < CV_SMOOTHERS; k++)
			farthest = fmax(farthest, fabs(to[k] - smoother[k]));
		sse = squared_errors(s, to, scratch);
		if (sse < normal.sse)
		{
			*converged = farthest < 1e-11;
			memcpy(smoother, to, sizeof(to));
			normal_equations(s, smoother, scratch, &normal);
			if (*iterations >= FIRST_ITERATIONS)
				take_curvature(s, smoother, scratch, &normal);
			damping = fmax(damping / 10, 1e-12);
		}
		else
		{
			damping *= 10;
			*converged = damping > MOST_DAMPING;
		}
	}
	return normal.sse;
}

#define GRID 9

/* The grid from which descents start. */
static const double grid[CV_SMOOTHERS][GRID] =
{
	{0.0005, 0.003, 0.02, 0.1, 0.25, 0.45, 0.65, 0.85, 0.99},
	{0.001, 0.01, 0.05, 0.15, 0.35, 0.55, 0.75, 0.9, 0.99},
	{0.002, 0.02, 0.1, 0.25, 0.4, 0.55, 0.7, 0.85, 0.99}
};

/* A point of the grid: how often each parameter went up. */
static void
point_of(const CvSeasonal *s, int point, int *at, double *smoother)
{
	for (int k = 0; k < CV_SMOOTHERS; k++, point /= GRID)
	{
		at[k] = point % GRID;
		smoother[k] = s->free[k] ? grid[k][at[k]] : s->smoother[k];
	}
}

#define POINTS (GRID * GRID * GRID)

static void
search_grid(const CvSeasonal *s, double *scratch, double *sse)
{
	for (int point = 0; point < POINTS; point++)
	{
		int			at[CV_SMOOTHERS];
		double		smoother[CV_SMOOTHERS];
		bool		twice = false;

		point_of(s, point, at, smoother);
		for (int k = 0; k < CV_SMOOTHERS; k++)
			twice |= !s->free[k] && at[k] > 0;
		sse[point] = twice ? INFINITY : squared_errors(s, smoother, scratch);
	}
}

/* Is no neighbour on the grid, along one parameter, better? */
static bool
is_valley(const double *sse, int point, const int *at)
{
	for (int k = 0, step = 1; k < CV_SMOOTHERS; k++, step *= GRID)
	{
		if ((at[k] > 0 && sse[point - step] < sse[point]) || (at[k] + 1 < GRID && sse[point + step] < sse[point]))
			return false;
	}
	return isfinite(sse[point]);
}

#define SEARCH_ROWS 2000		/* as many, and two seasons, are enough to find the valleys of a long series */
#define MOST_ENDS 16

/* Where descents on a part of the series ended. */
typedef struct Ends
{
	int			n;
	double		smoother[MOST_ENDS][CV_SMOOTHERS];
} Ends;

/* Is this end another one than those before? */
static bool
new_end(Ends *ends, const double *smoother)
{
	for (int i = 0; i < ends->n; i++)
	{
		double		farthest = 0;

		for (int k = 0; k < CV_SMOOTHERS; k++)
			farthest = fmax(farthest, fabs(ends->smoother[i][k] - smoother[k]));
		if (farthest < 1e-3)
			return false;
	}
	if (ends->n == MOST_ENDS)
		return false;
	memcpy(ends->smoother[ends->n++], smoother, sizeof(ends->smoother[0]));
	return true;
}

/* Down from a point; keep it in s when it is the best so far. */
static void
try_start(CvSeasonal *s, double *smoother, double *scratch, double *least, double *best)
{
	int			iterations;
	bool		converged;
	double		found = descend(s, smoother, scratch, &iterations, &converged);

	s->iterations += iterations;
	if (found < *least)
	{
		*least = found;
		s->converged = converged;
		memcpy(best, smoother, CV_SMOOTHERS * sizeof(double));
	}
}

/*
 * The free parameters, by least squares, from the start that s has: down from each valley of the grid.  Of a long
 * series the first rows lead to the ends of the valleys.
 */
void
cv_seasonal_fit(CvSeasonal *s, double *scratch)
{
	CvSeasonal	head = *s;
	Ends		ends = {0};
	double		sse[POINTS];
	double		best[CV_SMOOTHERS];
	double		least = INFINITY;
	int			at[CV_SMOOTHERS];

	head.n = s->n < 2 * s->period + SEARCH_ROWS ? s->n : 2 * s->period + SEARCH_ROWS;
	search_grid(&head, scratch, sse);
	point_of(s, 0, at, best);
	s->iterations = 0;
	s->converged = false;
	for (int point = 0; point < POINTS; point++)
	{
		double		smoother[CV_SMOOTHERS];
		int			iterations;
		bool		converged;

		point_of(s, point, at, smoother);
		if (!is_valley(sse, point, at))
			continue;
		if (head.n < s->n)
		{
			descend(&head, smoother, scratch, &iterations, &converged);
			if (!new_end(&ends, smoother))
				continue;
		}
		try_start(s, smoother, scratch, &least, best);
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
	s->variance = squares / (double) (s->n - s->period - 1);	/* two seasons have two errors at least */
	s->level = at.level;
	s->trend = at.trend;
	for (int k = 0; k < s->period; k++)
		s->season[k] = at.season[(j + k) % s->period];
}
