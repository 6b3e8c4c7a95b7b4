/*
 * newton.c - the maximum of a smooth function of a few numbers.
 *
 * Where the function is not concave, the curvature of a direction counts with its absolute value
 * (J. Nocedal and S. Wright, Numerical Optimization, 2006, 3.4), so that steps always go
 * up; they are shortened until they do (Armijo).
 */
#include "num/newton.h"

#include <math.h>
#include <string.h>

#include "num/symmetric.h"

#define MOST_ITERATIONS 200
#define LONGEST_STEP 2.0
#define MOST_HALVINGS 40
#define LEAST_CURVATURE 1e-6	/* of the largest, below which a direction is flat */

/*
 * What a step gains, twice: the squared distance from the maximum in standard errors.  At the first
 * the function's own rounding may hide it; at the second it is exact after it.
 */
#define SHORT_STEP 1e-8
#define LAST_STEP 1e-14

void
cv_newton(CvFunction f, const void *data, CvNewton *s)
{
	int			n = s->n;
	double		start[CV_NEWTON_MOST];
	double		gradient[CV_NEWTON_MOST];
	double		step[CV_NEWTON_MOST];
	double		next[CV_NEWTON_MOST];
	double		hessian[CV_NEWTON_MOST * CV_NEWTON_MOST];
	double		curvature[CV_NEWTON_MOST * CV_NEWTON_MOST];
	double		vector[CV_NEWTON_MOST * CV_NEWTON_MOST];
	bool		last = false;
	bool		stuck = false;	/* no step goes up, as far as the function's rounding tells */

	memcpy(start, s->x, n * sizeof(double));
	s->converged = s->flat = false;
	s->value = f(data, s->x, gradient, hessian);
	for (s->iterations = 0;; s->iterations++)
	{
		double		largest = 0;
		double		least = INFINITY;
		double		longest = 0;
		double		gain = 0;
		double		value = s->value;
		double		steepest = 0;

		for (int i = 0; i < n * n; i++)
		{
			if (!isfinite(hessian[i]))
				return;
			curvature[i] = -hessian[i];
		}
		for (int i = 0; i < n; i++)
		{
			if (!isfinite(gradient[i]) || !isfinite(s->value))
				return;
			s->flat |= fabs(s->x[i] - start[i]) > s->farthest;
			steepest = fmax(steepest, fabs(gradient[i]));
		}
		if (s->report != NULL)
			s->report(s->iterations, s->value, steepest);
		if (s->flat)
			return;
		cv_eigen(curvature, n, vector);
		for (int i = 0; i < n; i++)
		{
			largest = fmax(largest, fabs(curvature[i * n + i]));
			least = fmin(least, curvature[i * n + i]);
		}
		if (last)
		{
			s->flat = !(least > LEAST_CURVATURE * largest);
			s->converged = !s->flat && !stuck;
			memset(s->covariance, 0, sizeof(s->covariance));
			for (int k = 0; k < n && s->converged; k++)
			{
				for (int i = 0; i < n; i++)
				{
					for (int j = 0; j < n; j++)
						s->covariance[i * n + j] += vector[i * n + k] * vector[j * n + k] / curvature[k * n + k];
				}
			}
			return;
		}
		if (s->iterations == (s->most > 0 ? s->most : MOST_ITERATIONS) || !(largest > 0))
			return;
		memset(step, 0, sizeof(step));
		for (int k = 0; k < n; k++)
		{
			double		slope = 0;
			double		curve = fmax(fabs(curvature[k * n + k]), 1e-12 * largest);

			for (int i = 0; i < n; i++)
				slope += vector[i * n + k] * gradient[i];
			gain += slope * slope / curve;
			for (int i = 0; i < n; i++)
				step[i] += vector[i * n + k] * slope / curve;
		}
		for (int i = 0; i < n; i++)
			longest = fmax(longest, fabs(step[i]));
		for (int i = 0; i < n && longest > LONGEST_STEP; i++)
			step[i] *= LONGEST_STEP / longest;
		if (longest > LONGEST_STEP)
			gain *= LONGEST_STEP / longest;
		last = gain < LAST_STEP;
		for (int half = 0;; half++)
		{
			stuck = half == MOST_HALVINGS;
			for (int i = 0; i < n; i++)
				next[i] = stuck ? s->x[i] : s->x[i] + step[i];
			value = f(data, next, gradient, hessian);
			if (stuck || gain < SHORT_STEP || value >= s->value + 1e-4 * gain * ldexp(1, -half))
				break;
			for (int i = 0; i < n; i++)
				step[i] /= 2;
		}
		last |= stuck;
		memcpy(s->x, next, n * sizeof(double));
		s->value = value;
	}
}
