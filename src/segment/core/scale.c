/*
 * scale.c - columns brought to one scale before distances are taken.
 */
#include "segment/core/scale.h"

#include <math.h>

/* Of one column: its largest number, and whether its numbers differ by more than rounding. */
static double
largest_of(const double *x, int64_t n, int width, int j, bool *varies)
{
	double		low = INFINITY;
	double		high = -INFINITY;
	bool		whole = true;

	for (int64_t i = 0; i < n; i++)
	{
		double		v = x[i * width + j];

		CV_BREATHE(i);
		low = fmin(low, v);
		high = fmax(high, v);
		whole = whole && v == rint(v) && fabs(v) < 0x1p53;
	}
	*varies = cv_differ(low, high, whole);
	return fmax(fabs(low), fabs(high));
}

void
cv_level_columns(double *x, int64_t n, int width)
{
	for (int j = 0; j < width; j++)
	{
		bool		varies;

		largest_of(x, n, width, j, &varies);
		for (int64_t i = 1; i < n && !varies; i++)
		{
			CV_BREATHE(i);
			x[i * width + j] = x[j];
		}
	}
}

static double
mean_of(const double *x, int64_t n, int width, int j)
{
	double		mean = 0;

	for (int64_t i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		mean += (x[i * width + j] - mean) / (double) (i + 1);
	}
	return mean;
}

static double
squares_around(const double *x, int64_t n, int width, int j, double mean)
{
	double		squares = 0;

	for (int64_t i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		squares += (x[i * width + j] - mean) * (x[i * width + j] - mean);
	}
	return squares;
}

/* A column that was brought near 1 by a power of two, to mean 0 and standard deviation 1. */
static void
standardise_column(double *x, int64_t n, int width, int j, int exponent, bool varies, double *origin, double *unit)
{
	double		first = x[j];
	double		mean = mean_of(x, n, width, j);
	double		deviation = varies ? sqrt(squares_around(x, n, width, j, mean) / (double) (n - 1)) : 0;

	*origin = ldexp(varies ? mean : first, -exponent);
	*unit = ldexp(deviation, -exponent);
	for (int64_t i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		x[i * width + j] = *unit > 0 ? (x[i * width + j] - mean) / deviation : 0;
	}
}

int
cv_scale_columns(double *x, int64_t n, int width, bool standardise, double *origin, double *unit)
{
	double		largest = 0;
	bool		varies;
	int			exponent = 0;

	for (int j = 0; j < width && !standardise; j++)
		largest = fmax(largest, largest_of(x, n, width, j, &varies));
	if (!standardise)
		exponent = cv_exponent(largest);
	for (int j = 0; j < width; j++)
	{
		int			e = standardise ? cv_exponent(largest_of(x, n, width, j, &varies)) : exponent;

		for (int64_t i = 0; i < n; i++)
		{
			CV_BREATHE(i);
			x[i * width + j] = ldexp(x[i * width + j], e);
		}
		origin[j] = 0;
		unit[j] = 1;
		if (standardise)
			standardise_column(x, n, width, j, e, varies, &origin[j], &unit[j]);
	}
	return exponent;
}

double
cv_total_squares(const double *x, int64_t n, int width)
{
	double		total = 0;

	for (int j = 0; j < width; j++)
		total += squares_around(x, n, width, j, mean_of(x, n, width, j));
	return total;
}
