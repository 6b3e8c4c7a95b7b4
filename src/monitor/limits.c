/*
 * limits.c - between which values is a point no surprise?
 *
 * Centre, limits at three standard deviations, and standard deviation of the points of a control chart, from its
 * chart_summary; the constants of charts; average run lengths.
 */
#include "monitor/chart.h"

#include "monitor/core/chart.h"
#include "monitor/core/run_length.h"
#include "num/special.h"

/* A chart as it is drawn: what its points are, and where their spread comes from. */
typedef enum Drawn
{
	DRAWN_MEAN_R,				/* means of subgroups, by their ranges */
	DRAWN_MEAN_S,				/* by their standard deviations */
	DRAWN_MEAN_POOLED,			/* by their pooled standard deviation */
	DRAWN_R,					/* ranges */
	DRAWN_S,					/* standard deviations */
	DRAWN_SHARE,				/* p */
	DRAWN_COUNT,				/* np */
	DRAWN_RATE,					/* u */
	DRAWN_NUMBER,				/* c */
	DRAWN_EXACT,				/* the limits of the binomial or Poisson distribution, of any of these four */
	DRAWN_LANEY,
	DRAWN_VALUE,				/* individual values, by their mean moving range */
	DRAWN_VALUE_MEDIAN,			/* by their median moving range */
	DRAWN_MOVING_RANGE
} Drawn;

/* A name of a chart, and the kind of summary that it can be drawn of; the first of a kind is its main one. */
typedef struct ChartName
{
	const CvRowsKind *kind;
	const char *name;
	Drawn		drawn;
} ChartName;

static const ChartName names[] = {
	{&cv_kind_subgroups, "xbar_r", DRAWN_MEAN_R},
	{&cv_kind_subgroups, "xbar_s", DRAWN_MEAN_S},
	{&cv_kind_subgroups, "xbar_pooled", DRAWN_MEAN_POOLED},
	{&cv_kind_subgroups, "r", DRAWN_R},
	{&cv_kind_subgroups, "s", DRAWN_S},
	{&cv_kind_p, "p", DRAWN_SHARE},
	{&cv_kind_p, "exact", DRAWN_EXACT},
	{&cv_kind_np, "np", DRAWN_COUNT},
	{&cv_kind_np, "exact", DRAWN_EXACT},
	{&cv_kind_u, "u", DRAWN_RATE},
	{&cv_kind_u, "exact", DRAWN_EXACT},
	{&cv_kind_c, "c", DRAWN_NUMBER},
	{&cv_kind_c, "exact", DRAWN_EXACT},
	{&cv_kind_laney, "laney", DRAWN_LANEY},
	{&cv_kind_laney, "p", DRAWN_SHARE},
	{&cv_kind_imr, "i", DRAWN_VALUE},
	{&cv_kind_imr, "i_median", DRAWN_VALUE_MEDIAN},
	{&cv_kind_imr, "mr", DRAWN_MOVING_RANGE}
};

/* What a call asks for. */
typedef struct Chart
{
	const CvRows *s;
	const double *p;
	Drawn		drawn;
	bool		sized;			/* is n given? */
	double		n;				/* units of the point */
} Chart;

/* The chart of a name that can be drawn of this summary; 22023 with those that can. */
static Drawn
drawn_of(const CvRows *s, const char *name)
{
	const char *list = "'main'";

	for (int i = 0; i < (int) lengthof(names); i++)
	{
		if (names[i].kind->number != s->kind)
			continue;
		if (strcmp(name, "main") == 0 || strcmp(name, names[i].name) == 0)
			return names[i].drawn;
		list = psprintf("%s, '%s'", list, names[i].name);
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("chart must be one of %s, not '%s'", list, name),
			 errhint("Which charts there are depends on the aggregate that made the summary.")));
	return DRAWN_MEAN_R;
}

/* The common size of the points; 22023 where they differ. */
static double
common_size(const Chart *chart)
{
	double		least = 1;
	double		most = 1;

	if (chart->s->kind == cv_kind_subgroups.number)
	{
		least = cv_rows_row(chart->s, 0)[SIZE_N];
		most = cv_rows_row(chart->s, chart->s->nrows - 1)[SIZE_N];
	}
	else if (chart->s->kind != cv_kind_imr.number)
	{
		least = chart->p[COUNT_LEAST];
		most = chart->p[COUNT_MOST];
	}
	if (least != most)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("points have sizes from %s to %s, so that their limits differ",
						cv_float8_text(least), cv_float8_text(most)),
				 errhint("Give the size n of the point that is to be judged.")));
	return most;
}

/* n as an argument: positive, and whole where it counts. */
static void
check_size(const Chart *chart)
{
	bool		alone = chart->s->kind == cv_kind_c.number || chart->s->kind == cv_kind_imr.number;
	bool		whole = chart->s->kind != cv_kind_u.number;

	cv_check_not_negative(chart->n, "n");
	if (alone && chart->n != 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("points of this chart have no size, so n must be 1, not %s", cv_float8_text(chart->n))));
	if (whole && (chart->n != floor(chart->n) || chart->n > 0x1p53))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("n must be a whole number, not %s", cv_float8_text(chart->n))));
}

/*
 * The arguments (chart_summary [, n float8], chart text); false where there is no chart: no points, or n 0.
 */
static bool
get_chart(FunctionCallInfo fcinfo, Chart *chart)
{
	chart->s = cv_chart_arg(fcinfo, 0);
	if (chart->s->kind == CV_ROWS_EMPTY)
		return false;
	chart->p = cv_rows_params(chart->s);
	chart->sized = PG_NARGS() > 2;
	chart->drawn = drawn_of(chart->s, cv_text_arg(fcinfo, PG_NARGS() - 1));
	chart->n = 0;
	if (chart->sized)
	{
		chart->n = PG_GETARG_FLOAT8(1);
		check_size(chart);
		return chart->n > 0;
	}
	return true;
}

/* The size of the point, given or common. */
static double
size_of(const Chart *chart)
{
	return chart->sized ? chart->n : common_size(chart);
}

/* The size of a subgroup whose range is meant: 54000 where it is too large for that. */
static int
range_size(double n)
{
	if (n > CV_CHART_SIZE)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("charts of ranges take subgroups of at most %d, not %s", CV_CHART_SIZE, cv_float8_text(n)),
				 errhint("Use chart => 'xbar_s' or 's': the range tells little of a large subgroup.")));
	return (int) n;
}

/*
 * The mean over subgroups of their ranges, or standard deviations, each divided by what it is for sigma 1; NaN
 * without any of two rows.
 */
static double
sigma_of_subgroups(const CvRows *s, int column)
{
	double		sum = 0;
	double		count = 0;

	for (int64 i = 0; i < s->nrows; i++)
	{
		const double *row = cv_rows_row(s, i);

		if (row[SIZE_N] < 2)
			continue;
		sum += row[column] / (column == SIZE_RANGES ? cv_range_mean(range_size(row[SIZE_N])) : cv_sd_mean(row[SIZE_N]));
		count += row[SIZE_COUNT];
	}
	return count > 0 ? sum / count : NAN;
}

/* The pooled standard deviation, without its bias. */
static double
pooled_sigma(const CvRows *s)
{
	double		squares[2] = {0, 0};
	double		df = 0;

	for (int64 i = 0; i < s->nrows; i++)
	{
		cv_pair_merge(squares, cv_rows_row(s, i) + SIZE_SQUARES);
		df += cv_rows_row(s, i)[SIZE_COUNT] * (cv_rows_row(s, i)[SIZE_N] - 1);
	}
	return df > 0 ? sqrt(squares[0] / df) / cv_sd_mean(df + 1) : NAN;
}

/* Defects per unit. */
static double
rate_of(const Chart *chart)
{
	return chart->p[COUNT_DEFECTS] / chart->p[COUNT_UNITS];
}

/* The standard deviation of what a point of size 1 is made of; NaN where it does not exist. */
static double
sigma_of(const Chart *chart)
{
	double		rate;

	switch (chart->drawn)
	{
		case DRAWN_MEAN_R:
		case DRAWN_R:
			return sigma_of_subgroups(chart->s, SIZE_RANGES);
		case DRAWN_MEAN_S:
		case DRAWN_S:
			return sigma_of_subgroups(chart->s, SIZE_DEVIATIONS);
		case DRAWN_MEAN_POOLED:
			return pooled_sigma(chart->s);
		case DRAWN_VALUE:
		case DRAWN_MOVING_RANGE:
			return chart->p[IMR_RANGE] < 0 ? NAN : chart->p[IMR_RANGE] / cv_range_mean(2);
		case DRAWN_VALUE_MEDIAN:
			return chart->p[IMR_MEDIAN] < 0 ? NAN : chart->p[IMR_MEDIAN] / cv_range_median(2);
		default:
			break;
	}
	rate = rate_of(chart);
	if (chart->s->kind == cv_kind_u.number || chart->s->kind == cv_kind_c.number)
		return sqrt(rate);
	if (chart->drawn == DRAWN_LANEY)
		return chart->p[LANEY_SIGMA] < 0 ? NAN : chart->p[LANEY_SIGMA] * sqrt(rate * (1 - rate));
	return sqrt(rate * (1 - rate));
}

/* The mean of all rows of all subgroups. */
static double
grand_mean(const CvRows *s)
{
	CvDD		sum = {0, 0};
	double		rows = 0;

	for (int64 i = 0; i < s->nrows; i++)
	{
		const double *row = cv_rows_row(s, i);

		sum = cv_dd_add(sum, cv_dd_multiply(cv_pair(row + SIZE_MEANS), cv_dd_from_double(row[SIZE_N])));
		rows += row[SIZE_N] * row[SIZE_COUNT];
	}
	return sum.hi / rows;
}

/* How a point of a size is spread about its mean, in units of sigma. */
static double
spread_of(const Chart *chart)
{
	double		n;

	switch (chart->drawn)
	{
		case DRAWN_R:
			n = size_of(chart);
			return n < 2 ? NAN : cv_range_sd(range_size(n));
		case DRAWN_MOVING_RANGE:
			return cv_range_sd(2);
		case DRAWN_S:
			n = size_of(chart);
			return n < 2 ? NAN : sqrt(1 - cv_sd_mean(n) * cv_sd_mean(n));
		case DRAWN_VALUE:
		case DRAWN_VALUE_MEDIAN:
			return 1;
		default:
			n = size_of(chart);
			return chart->s->kind == cv_kind_np.number ? sqrt(n) : 1 / sqrt(n);
	}
}

static double
center_of(const Chart *chart)
{
	double		n;

	switch (chart->drawn)
	{
		case DRAWN_MEAN_R:
		case DRAWN_MEAN_S:
		case DRAWN_MEAN_POOLED:
			return grand_mean(chart->s);
		case DRAWN_R:
			n = size_of(chart);
			return n < 2 ? NAN : sigma_of(chart) * cv_range_mean(range_size(n));
		case DRAWN_S:
			n = size_of(chart);
			return n < 2 ? NAN : sigma_of(chart) * cv_sd_mean(n);
		case DRAWN_VALUE:
		case DRAWN_VALUE_MEDIAN:
			return chart->p[IMR_MEAN];
		case DRAWN_MOVING_RANGE:
			return chart->p[IMR_RANGE] < 0 ? NAN : chart->p[IMR_RANGE];
		default:
			return chart->s->kind == cv_kind_np.number ? rate_of(chart) * size_of(chart) : rate_of(chart);
	}
}

/* Limits are where a normal number is beyond with this probability, on either side. */
static inline double
exact_limit(const Chart *chart, double sign)
{
	double		tail = sign > 0 ? cv_normal_tail(3) : 1 - cv_normal_tail(3);
	double		n = size_of(chart);
	double		count;

	if (chart->s->kind == cv_kind_u.number || chart->s->kind == cv_kind_c.number)
		count = cv_poisson_quantile(tail, rate_of(chart) * n);
	else
		count = cv_binomial_quantile(tail, n, rate_of(chart));
	return chart->s->kind == cv_kind_u.number || chart->s->kind == cv_kind_p.number ? count / n : count;
}

/* A limit as far as points can be: ranges, deviations and counts are not below 0, shares not above 1. */
static double
within_bounds(const Chart *chart, double limit)
{
	if (isnan(limit) || chart->drawn <= DRAWN_MEAN_POOLED || chart->drawn == DRAWN_VALUE ||
		chart->drawn == DRAWN_VALUE_MEDIAN)
		return limit;
	if (chart->drawn == DRAWN_SHARE || chart->drawn == DRAWN_LANEY)
		limit = fmin(limit, 1);
	if (chart->drawn == DRAWN_COUNT)
		limit = fmin(limit, size_of(chart));
	return fmax(limit, 0);
}

static Datum
return_limit(FunctionCallInfo fcinfo, double sign)
{
	Chart		chart;
	double		limit;

	if (!get_chart(fcinfo, &chart))
		PG_RETURN_NULL();
	if (chart.drawn == DRAWN_EXACT)
		PG_RETURN_FLOAT8(exact_limit(&chart, sign));
	limit = center_of(&chart) + sign * 3 * sigma_of(&chart) * spread_of(&chart);
	return cv_return_number(fcinfo, within_bounds(&chart, limit));
}

/*
 * chart_center, chart_low, chart_high(chart_summary [, n float8], chart text) -> float8
 *
 * Centre line and limits, three standard deviations away from it, for a point of size n (rows of a subgroup, units
 * inspected), in the units of the points; without n for points of the size that all points of the summary have.
 * Limits do not leave the range that points can have: a lower limit that would be below 0 is clipped to 0, which no
 * point is below.  NULL without points, for n 0, and where there is nothing to estimate the spread from.  Errors:
 * 22023 for a chart that cannot be drawn of this summary, for a negative n, and where n is needed and not given,
 * 54000 for ranges of more than 1000 rows.
 */
PG_FUNCTION_INFO_V1(chart_center);
PG_FUNCTION_INFO_V1(chart_low);
PG_FUNCTION_INFO_V1(chart_high);

Datum
chart_center(PG_FUNCTION_ARGS)
{
	Chart		chart;

	if (!get_chart(fcinfo, &chart))
		PG_RETURN_NULL();
	return cv_return_number(fcinfo, center_of(&chart));
}

Datum
chart_low(PG_FUNCTION_ARGS)
{
	return return_limit(fcinfo, -1);
}

Datum
chart_high(PG_FUNCTION_ARGS)
{
	return return_limit(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(chart_sigma);

/*
 * chart_sigma(chart_summary [, n float8], chart text) -> float8
 *
 * Standard deviation of single values, or of the defects of one unit, that the limits rest on; with n that of a
 * point of size n, a third of the distance from the centre line to a limit that is not clipped.  NULL and errors: as
 * chart_low.
 */
Datum
chart_sigma(PG_FUNCTION_ARGS)
{
	Chart		chart;

	if (!get_chart(fcinfo, &chart))
		PG_RETURN_NULL();
	return cv_return_number(fcinfo, sigma_of(&chart) * (chart.sized ? spread_of(&chart) : 1));
}

/* The constants by name; low ones are not below 0. */
static double
constant_of(const char *name, int n, bool *found)
{
	double		c4 = cv_sd_mean(n);
	double		rest = sqrt(1 - c4 * c4);

	*found = true;
	if (strcmp(name, "c4") == 0)
		return c4;
	if (strcmp(name, "A3") == 0)
		return 3 / (c4 * sqrt(n));
	if (strcmp(name, "B3") == 0)
		return fmax(0, 1 - 3 * rest / c4);
	if (strcmp(name, "B4") == 0)
		return 1 + 3 * rest / c4;
	if (strcmp(name, "d2") == 0)
		return cv_range_mean(n);
	if (strcmp(name, "d3") == 0)
		return cv_range_sd(n);
	if (strcmp(name, "d4") == 0)
		return cv_range_median(n);
	if (strcmp(name, "A2") == 0)
		return 3 / (cv_range_mean(n) * sqrt(n));
	if (strcmp(name, "D3") == 0)
		return fmax(0, 1 - 3 * cv_range_sd(n) / cv_range_mean(n));
	if (strcmp(name, "D4") == 0)
		return 1 + 3 * cv_range_sd(n) / cv_range_mean(n);
	if (strcmp(name, "E2") == 0)
		return 3 / cv_range_mean(n);
	*found = false;
	return 0;
}

PG_FUNCTION_INFO_V1(chart_constant);

/*
 * chart_constant(name text, n integer) -> float8
 *
 * A constant of control charts for subgroups of n: d2, d3 and d4 (mean, standard deviation and median of the range
 * of n standard normal numbers), c4 (mean of their standard deviation), and A2, A3, B3, B4, D3, D4, E2, which follow
 * from them.  Errors: 22023 for another name and n outside 2 to 1000.
 */
Datum
chart_constant(PG_FUNCTION_ARGS)
{
	char	   *name = cv_text_arg(fcinfo, 0);
	int			n = cv_check_range(PG_GETARG_INT32(1), "n", 2, CV_CHART_SIZE);
	bool		found;
	double		constant = constant_of(name, n, &found);

	if (!found)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("name must be A2, A3, B3, B4, c4, d2, d3, d4, D3, D4 or E2, not '%s'", name),
				 errhint("Capitals matter: d3 is not D3.")));
	PG_RETURN_FLOAT8(constant);
}

/* Memory for the run length of a chart whose limits are this far apart, in steps of a point. */
static double *
run_scratch(double stretch, const char *hint)
{
	if (!(stretch <= CV_RUN_LENGTH_MOST))
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("the limits of the chart are more than %d standard deviations apart", CV_RUN_LENGTH_MOST),
				 errhint("%s", hint)));
	return cv_alloc(cv_run_doubles(cv_run_points(stretch)) * sizeof(double));
}

PG_FUNCTION_INFO_V1(cusum_arl);

/*
 * cusum_arl(h float8, k float8, shift float8) -> float8
 *
 * Average number of points until cusum_high or cusum_low passes h, of two charts together that start at 0, when the
 * mean has shifted; all in units of the standard deviation of a point.  With shift 0 it is the time between false
 * alarms.  NULL where it is beyond all numbers.  Errors: 22023 for h not above 0, a negative k, NaN and infinity,
 * 54000 for h above 400.
 */
Datum
cusum_arl(PG_FUNCTION_ARGS)
{
	double		h = cv_check_finite(PG_GETARG_FLOAT8(0), "h");
	double		k = cv_check_not_negative(PG_GETARG_FLOAT8(1), "k");
	double		shift = cv_check_finite(PG_GETARG_FLOAT8(2), "shift");
	double	   *scratch;

	if (h <= 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("h must be above 0, not %s", cv_float8_text(h))));
	scratch = run_scratch(h, "Take h in units of the standard deviation: 4 or 5 are usual.");
	return cv_return_number(fcinfo, cv_cusum_run_length(h, k, shift, scratch));
}

PG_FUNCTION_INFO_V1(ewma_arl);

/*
 * ewma_arl(lambda float8, width float8, shift float8) -> float8
 *
 * Average number of points until ewma, which starts at the target, passes limits of this width that do not widen,
 * when the mean has shifted by so many standard deviations.  NULL where it is beyond all numbers.  Errors: 22023 for
 * lambda outside 0 to 1, width not above 0, NaN and infinity, 54000 for limits that are very wide for lambda.
 */
Datum
ewma_arl(PG_FUNCTION_ARGS)
{
	double		lambda = PG_GETARG_FLOAT8(0);
	double		width = cv_check_finite(PG_GETARG_FLOAT8(1), "width");
	double		shift = cv_check_finite(PG_GETARG_FLOAT8(2), "shift");
	double	   *scratch;

	if (!(lambda > 0 && lambda <= 1))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("lambda must be above 0 and at most 1, not %s", cv_float8_text(lambda))));
	if (width <= 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("width must be above 0, not %s", cv_float8_text(width))));
	scratch = run_scratch(cv_ewma_stretch(lambda, width), "Take a larger lambda: 0.05 to 0.3 are usual.");
	return cv_return_number(fcinfo, cv_ewma_run_length(lambda, width, shift, scratch));
}
