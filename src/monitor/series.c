/*
 * series.c - charts of points that follow one another in time: individual values with moving ranges, and Laney's p'
 * chart.
 *
 * What is next to what decides, so rows are collected with their t and sorted at the end: 16 or 24 bytes a row, up
 * to 512 MB. D. Laney, "Improved Control Charts for Attributes", Quality Engineering 14, 2002.
 */
#include "monitor/chart.h"
#include "monitor/place.h"

#include "monitor/core/chart.h"

/* The type of t in a state, whatever was written into it. */
static CvPlace
place_of(const CvRows *rows)
{
	return (CvPlace) cv_rows_integer(rows, 0, "type of t", 0, CV_PLACES - 1);
}

static Datum
add_point(FunctionCallInfo fcinfo, CvPlace type)
{
	double		kind = type;
	double		row[2] = {cv_place_arg(fcinfo, 1, type), cv_finite(PG_GETARG_FLOAT8(2), "x")};
	CvRows	   *rows = cv_rows_writable(fcinfo, &cv_kind_points, 2, &kind, 1, 1);

	cv_rows_append(rows, row);
	PG_RETURN_POINTER(rows);
}

static Datum
add_share(FunctionCallInfo fcinfo, CvPlace type)
{
	double		kind = type;
	double		row[3] = {cv_place_arg(fcinfo, 1, type)};
	CvRows	   *rows;

	cv_share_args(fcinfo, 2, row + 1);
	if (row[2] == 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	rows = cv_rows_writable(fcinfo, &cv_kind_counts, 3, &kind, 1, 1);
	cv_rows_append(rows, row);
	PG_RETURN_POINTER(rows);
}

/*
 * imr_add(held_rows, t, x float8), laney_add(held_rows, t, defects float8, n float8) -> held_rows
 *
 * Transition functions of imr_agg and laney_agg, for each type of t.  A point of n 0 is ignored.  Errors: 22023 for
 * NaN and infinity, what is no count, more defects than n, 54000 beyond 512 MB.
 */
#define SERIES(name, function, type) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		return function(fcinfo, type); \
	}

SERIES(imr_add_bigint, add_point, CV_PLACE_BIGINT)
SERIES(imr_add_date, add_point, CV_PLACE_DATE)
SERIES(imr_add_timestamp, add_point, CV_PLACE_TIMESTAMP)
SERIES(imr_add_timestamptz, add_point, CV_PLACE_TIMESTAMPTZ)
SERIES(laney_add_bigint, add_share, CV_PLACE_BIGINT)
SERIES(laney_add_date, add_share, CV_PLACE_DATE)
SERIES(laney_add_timestamp, add_share, CV_PLACE_TIMESTAMP)
SERIES(laney_add_timestamptz, add_share, CV_PLACE_TIMESTAMPTZ)

/* The mean of n numbers. */
static double
mean_of(const double *x, int64 n)
{
	double		sum[2] = {0, 0};

	for (int64 i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		cv_pair_add(sum, x[i]);
	}
	return sum[0] / (double) n;
}

/* Distances between neighbours, into a new array of n - 1. */
static double *
moving_ranges(const double *x, int64 n)
{
	double	   *range = cv_alloc((n - 1) * sizeof(double));

	for (int64 i = 1; i < n; i++)
	{
		CV_BREATHE(i);
		range[i - 1] = fabs(x[i] - x[i - 1]);
	}
	return range;
}

/* The median, which sorts them. */
static double
median_of(double *x, int64 n)
{
	cv_rows_sort(x, n, 1);
	return n % 2 == 1 ? x[n / 2] : x[n / 2 - 1] / 2 + x[n / 2] / 2;
}

static void
check_chart(const double *p, int n)
{
	for (int i = 0; i < n; i++)
	{
		if (!isfinite(p[i]))
			ereport(ERROR,
					(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
					 errmsg("a mean of the chart is out of range"),
					 errhint("Bring x to a smaller scale.")));
	}
}

PG_FUNCTION_INFO_V1(imr_final);

/*
 * imr_final(held_rows) -> chart_summary
 *
 * Final function of imr_agg.  NULL without rows.  Errors: 22023 for two rows with one t.
 */
Datum
imr_final(PG_FUNCTION_ARGS)
{
	CvRows	   *rows = cv_rows_arg(fcinfo, 0, &cv_kind_points);
	int64		n = rows->nrows;
	CvRows	   *chart;
	double	   *p;
	double	   *row;
	double	   *x;

	if (n == 0)
		PG_RETURN_NULL();
	row = cv_sorted_places(rows, place_of(rows));
	x = cv_alloc(n * sizeof(double));
	for (int64 i = 0; i < n; i++)
		x[i] = row[2 * i + 1];
	chart = cv_rows_new(&cv_kind_imr, 1, IMR_PARAMS, 0);
	p = cv_rows_params(chart);
	p[IMR_POINTS] = (double) n;
	p[IMR_MEAN] = mean_of(x, n) + 0.0;
	p[IMR_RANGE] = p[IMR_MEDIAN] = -1;
	if (n > 1)
	{
		double	   *range = moving_ranges(x, n);

		p[IMR_RANGE] = mean_of(range, n - 1);
		p[IMR_MEDIAN] = median_of(range, n - 1);
	}
	check_chart(p, IMR_PARAMS);
	PG_RETURN_POINTER(chart);
}

/*
 * The standard deviation of the points in units of the binomial one, from the moving ranges of their z scores; -1
 * where there is none: for one point, and where no or every unit is defective.
 */
static double
laney_sigma(const double *row, int64 n, double share)
{
	double	   *z = cv_alloc(n * sizeof(double));

	if (n < 2 || share <= 0 || share >= 1)
		return -1;
	for (int64 i = 0; i < n; i++)
	{
		double		units = row[3 * i + 2];

		CV_BREATHE(i);
		z[i] = (row[3 * i + 1] / units - share) / sqrt(share * (1 - share) / units);
	}
	return mean_of(moving_ranges(z, n), n - 1) / cv_range_mean(2);
}

PG_FUNCTION_INFO_V1(laney_final);

/*
 * laney_final(held_rows) -> chart_summary
 *
 * Final function of laney_agg.  NULL without rows.  Errors: 22023 for two rows with one t.
 */
Datum
laney_final(PG_FUNCTION_ARGS)
{
	CvRows	   *rows = cv_rows_arg(fcinfo, 0, &cv_kind_counts);
	CvRows	   *chart;
	double	   *p;
	double	   *row;

	if (rows->nrows == 0)
		PG_RETURN_NULL();
	row = cv_sorted_places(rows, place_of(rows));
	chart = cv_rows_new(&cv_kind_laney, 1, LANEY_PARAMS, 0);
	p = cv_rows_params(chart);
	memset(p, 0, LANEY_PARAMS * sizeof(double));
	p[COUNT_POINTS] = (double) rows->nrows;
	p[COUNT_LEAST] = p[COUNT_MOST] = row[2];
	for (int64 i = 0; i < rows->nrows; i++)
	{
		CV_BREATHE(i);
		cv_pair_add(p + COUNT_DEFECTS, row[3 * i + 1]);
		cv_pair_add(p + COUNT_UNITS, row[3 * i + 2]);
		p[COUNT_LEAST] = fmin(p[COUNT_LEAST], row[3 * i + 2]);
		p[COUNT_MOST] = fmax(p[COUNT_MOST], row[3 * i + 2]);
	}
	p[LANEY_SIGMA] = laney_sigma(row, rows->nrows, p[COUNT_DEFECTS] / p[COUNT_UNITS]);
	check_chart(p, LANEY_PARAMS);
	PG_RETURN_POINTER(chart);
}
