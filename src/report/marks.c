/*
 * marks.c - the transitions of the *_points aggregates: a row more.
 *
 * x may be a number, a date or an instant; series and labels text or bigint.  Where y is NULL a line has a gap, and a
 * cell is blank.
 */
#include "report/points.h"

#include "pg/decimal.h"
#include "utils/date.h"
#include "utils/timestamp.h"

/* What a coordinate may be.  Errors: 22023. */
static double
coordinate(double x, const char *name)
{
	cv_check_finite(x, name);
	if (fabs(x) > 1e300)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be from -1e300 to 1e300, not %s", name, cv_float8_text(x)),
				 errhint("Leave such rows out, or turn the value into NULL.")));
	return x + 0.0;
}

static double
number_argument(FunctionCallInfo fcinfo, int argno, const char *name)
{
	return PG_ARGISNULL(argno) ? NAN : coordinate(PG_GETARG_FLOAT8(argno), name);
}

static void
infinite_time(bool begin)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("x must be finite, not %s", begin ? "-infinity" : "infinity"),
			 errhint("Leave such rows out.")));
}

typedef enum XType
{
	X_FLOAT8, X_DATE, X_TIMESTAMP
} XType;

static double
x_argument(FunctionCallInfo fcinfo, int argno, XType type)
{
	if (type == X_FLOAT8)
		return coordinate(PG_GETARG_FLOAT8(argno), "x");
	if (type == X_DATE)
	{
		DateADT		day = PG_GETARG_DATEADT(argno);

		if (DATE_NOT_FINITE(day))
			infinite_time(day < 0);
		return day * CV_DAY_MICROSECONDS;
	}
	if (TIMESTAMP_NOT_FINITE(PG_GETARG_TIMESTAMP(argno)))
		infinite_time(PG_GETARG_TIMESTAMP(argno) < 0);
	return (double) PG_GETARG_TIMESTAMP(argno);
}

static CvChartAxis
axis_of(XType type)
{
	return type == X_FLOAT8 ? CV_AXIS_NUMBER : type == X_DATE ? CV_AXIS_DATE : CV_AXIS_TIME;
}

typedef enum LabelType
{
	NO_LABEL, TEXT_LABEL, BIGINT_LABEL
} LabelType;

/* The number of a label argument, which is not NULL. */
static uint32
label_argument(FunctionCallInfo fcinfo, int argno, LabelType type, CvPoints **p)
{
	char		digits[24];
	text	   *label;

	if (type == BIGINT_LABEL)
		return cv_points_name(p, digits, snprintf(digits, sizeof(digits), INT64_FORMAT, PG_GETARG_INT64(argno)));
	label = PG_GETARG_TEXT_PP(argno);
	return cv_points_name(p, VARDATA_ANY(label), VARSIZE_ANY_EXHDR(label));
}

/* The name of an argument, with the label of its row. */
static const char *
with_label(FunctionCallInfo fcinfo, const char *name, int argno, LabelType label)
{
	if (PG_ARGISNULL(argno))
		return name;
	if (label == BIGINT_LABEL)
		return psprintf("%s of " INT64_FORMAT, name, PG_GETARG_INT64(argno));
	return psprintf("%s of \"%s\"", name, cv_clip(text_to_cstring(PG_GETARG_TEXT_PP(argno))));
}

/* A number of a row with a label, which an error names. */
static double
labelled_number(FunctionCallInfo fcinfo, int argno, const char *name, int label_argno, LabelType label)
{
	double		x = PG_ARGISNULL(argno) ? NAN : PG_GETARG_FLOAT8(argno);

	if (PG_ARGISNULL(argno) || fabs(x) <= 1e300)
		return x + 0.0;
	return coordinate(x, with_label(fcinfo, name, label_argno, label));
}

static Datum
append_and_return(FunctionCallInfo fcinfo, CvPoints *p, const CvMark *mark)
{
	cv_points_append(&p, mark);
	return cv_state_return(fcinfo, p, &cv_points_type);
}

/* The state as it was, for a row that is ignored. */
static Datum
ignore(FunctionCallInfo fcinfo)
{
	return cv_state_return(fcinfo, cv_points_get(PG_GETARG_DATUM(0)), &cv_points_type);
}

/* Two arguments, the ends of an interval; hint says which come before. */
static void
interval_arguments(FunctionCallInfo fcinfo, int argno, CvMark *mark, const char *hint)
{
	mark->low = number_argument(fcinfo, argno, "low");
	mark->high = number_argument(fcinfo, argno + 1, "high");
	if (mark->low > mark->high)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("low must not be above high, but they are %s and %s",
						cv_float8_text(mark->low), cv_float8_text(mark->high)),
				 errhint("The arguments are %s.", hint)));
}

/* Of a gap, or of an interval that has one end, there is no band. */
static void
complete_interval(CvMark *mark)
{
	if (isnan(mark->y) || isnan(mark->low) || isnan(mark->high))
		mark->low = mark->high = NAN;
}

/* A point at x, with y and for a band low and high; the last argument is the series, or a label that may be NULL. */
static Datum
add_point(FunctionCallInfo fcinfo, CvChartKind kind, XType x, LabelType label)
{
	int			last = kind == CV_CHART_BAND ? 5 : 3;
	CvMark		mark = cv_no_mark;
	CvPoints   *p;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (PG_ARGISNULL(1) || (kind == CV_CHART_SCATTER && PG_ARGISNULL(2)) ||
		(label != NO_LABEL && kind != CV_CHART_SCATTER && PG_ARGISNULL(last)))
		return ignore(fcinfo);
	mark.x = x_argument(fcinfo, 1, x);
	mark.y = label == NO_LABEL ? number_argument(fcinfo, 2, "y") : labelled_number(fcinfo, 2, "y", last, label);
	if (kind == CV_CHART_BAND)
	{
		interval_arguments(fcinfo, 3, &mark, "x, y, low, high");
		complete_interval(&mark);
	}
	p = cv_points_writable(fcinfo, kind, axis_of(x));
	if (label != NO_LABEL && !PG_ARGISNULL(last))
		mark.a = label_argument(fcinfo, last, label, &p);
	return append_and_return(fcinfo, p, &mark);
}

/* A function of SQL that is one call. */
#define TRANSITION(name, call) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		return call; \
	}

#define POINT_ADD(name, kind, x, label) TRANSITION(name, add_point(fcinfo, kind, x, label))

/*
 * line_add, step_add, band_add, scatter_add(chart_points, x, y [, low, high] [, series or label]) -> chart_points
 *
 * Transition functions of line_points and so on.  A row whose x or series is NULL is ignored, of scatter_add also one
 * without y.  Errors: 22023 for NaN, infinity and numbers beyond 1e300, for low above high, and for points of another
 * kind; 54000 for too many.
 */
POINT_ADD(line_add_float8, CV_CHART_LINE, X_FLOAT8, NO_LABEL)
POINT_ADD(line_add_float8_text, CV_CHART_LINE, X_FLOAT8, TEXT_LABEL)
POINT_ADD(line_add_float8_bigint, CV_CHART_LINE, X_FLOAT8, BIGINT_LABEL)
POINT_ADD(line_add_date, CV_CHART_LINE, X_DATE, NO_LABEL)
POINT_ADD(line_add_date_text, CV_CHART_LINE, X_DATE, TEXT_LABEL)
POINT_ADD(line_add_date_bigint, CV_CHART_LINE, X_DATE, BIGINT_LABEL)
POINT_ADD(line_add_timestamp, CV_CHART_LINE, X_TIMESTAMP, NO_LABEL)
POINT_ADD(line_add_timestamp_text, CV_CHART_LINE, X_TIMESTAMP, TEXT_LABEL)
POINT_ADD(line_add_timestamp_bigint, CV_CHART_LINE, X_TIMESTAMP, BIGINT_LABEL)
POINT_ADD(step_add_float8, CV_CHART_STEP, X_FLOAT8, NO_LABEL)
POINT_ADD(step_add_float8_text, CV_CHART_STEP, X_FLOAT8, TEXT_LABEL)
POINT_ADD(step_add_float8_bigint, CV_CHART_STEP, X_FLOAT8, BIGINT_LABEL)
POINT_ADD(step_add_date, CV_CHART_STEP, X_DATE, NO_LABEL)
POINT_ADD(step_add_date_text, CV_CHART_STEP, X_DATE, TEXT_LABEL)
POINT_ADD(step_add_date_bigint, CV_CHART_STEP, X_DATE, BIGINT_LABEL)
POINT_ADD(step_add_timestamp, CV_CHART_STEP, X_TIMESTAMP, NO_LABEL)
POINT_ADD(step_add_timestamp_text, CV_CHART_STEP, X_TIMESTAMP, TEXT_LABEL)
POINT_ADD(step_add_timestamp_bigint, CV_CHART_STEP, X_TIMESTAMP, BIGINT_LABEL)
POINT_ADD(band_add_float8, CV_CHART_BAND, X_FLOAT8, NO_LABEL)
POINT_ADD(band_add_float8_text, CV_CHART_BAND, X_FLOAT8, TEXT_LABEL)
POINT_ADD(band_add_float8_bigint, CV_CHART_BAND, X_FLOAT8, BIGINT_LABEL)
POINT_ADD(band_add_date, CV_CHART_BAND, X_DATE, NO_LABEL)
POINT_ADD(band_add_date_text, CV_CHART_BAND, X_DATE, TEXT_LABEL)
POINT_ADD(band_add_date_bigint, CV_CHART_BAND, X_DATE, BIGINT_LABEL)
POINT_ADD(band_add_timestamp, CV_CHART_BAND, X_TIMESTAMP, NO_LABEL)
POINT_ADD(band_add_timestamp_text, CV_CHART_BAND, X_TIMESTAMP, TEXT_LABEL)
POINT_ADD(band_add_timestamp_bigint, CV_CHART_BAND, X_TIMESTAMP, BIGINT_LABEL)
POINT_ADD(scatter_add_float8_text, CV_CHART_SCATTER, X_FLOAT8, TEXT_LABEL)
POINT_ADD(scatter_add_float8_bigint, CV_CHART_SCATTER, X_FLOAT8, BIGINT_LABEL)
POINT_ADD(scatter_add_date_text, CV_CHART_SCATTER, X_DATE, TEXT_LABEL)
POINT_ADD(scatter_add_date_bigint, CV_CHART_SCATTER, X_DATE, BIGINT_LABEL)
POINT_ADD(scatter_add_timestamp_text, CV_CHART_SCATTER, X_TIMESTAMP, TEXT_LABEL)
POINT_ADD(scatter_add_timestamp_bigint, CV_CHART_SCATTER, X_TIMESTAMP, BIGINT_LABEL)

/* A number that may be NULL and is from 0 up. */
static double
not_negative_argument(FunctionCallInfo fcinfo, int argno, const char *name)
{
	double		x = number_argument(fcinfo, argno, name);

	if (!isnan(x))
		cv_check_not_negative(x, name);
	return x;
}

static Datum
add_survival(FunctionCallInfo fcinfo, LabelType label)
{
	CvMark		mark = cv_no_mark;
	CvPoints   *p;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (PG_ARGISNULL(1) || (label != NO_LABEL && PG_ARGISNULL(7)))
		return ignore(fcinfo);
	mark.x = not_negative_argument(fcinfo, 1, "t");
	mark.y = number_argument(fcinfo, 2, "survival");
	if (!isnan(mark.y))
		cv_check_fraction(mark.y, "survival", "Divide a percentage by 100.");
	interval_arguments(fcinfo, 3, &mark, "t, survival, low, high, at_risk, censored");
	complete_interval(&mark);
	mark.more = not_negative_argument(fcinfo, 5, "at_risk");
	mark.flag = not_negative_argument(fcinfo, 6, "censored") > 0;
	p = cv_points_writable(fcinfo, CV_CHART_SURVIVAL, CV_AXIS_NUMBER);
	if (label != NO_LABEL)
		mark.a = label_argument(fcinfo, 7, label, &p);
	return append_and_return(fcinfo, p, &mark);
}

/*
 * survival_points_add(chart_points, t, survival, low, high, at_risk, censored float8 [, series]) -> chart_points
 *
 * Transition of survival_points.  Where survival is NULL there is a gap, where low or high is no interval, where
 * at_risk is no number; a row without t or series is ignored.  Errors: 22023 for a negative t, at_risk or censored, for
 * survival outside 0 to 1, for low above high, and as above.
 */
TRANSITION(survival_points_add, add_survival(fcinfo, NO_LABEL))
TRANSITION(survival_points_add_text, add_survival(fcinfo, TEXT_LABEL))
TRANSITION(survival_points_add_bigint, add_survival(fcinfo, BIGINT_LABEL))

static Datum
add_control(FunctionCallInfo fcinfo, XType x)
{
	CvMark		mark = cv_no_mark;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (PG_ARGISNULL(1))
		return ignore(fcinfo);
	mark.x = x_argument(fcinfo, 1, x);
	mark.y = number_argument(fcinfo, 2, "y");
	mark.more = number_argument(fcinfo, 3, "center");
	interval_arguments(fcinfo, 4, &mark, "x, y, center, low, high, signal");
	mark.flag = !PG_ARGISNULL(6) && PG_GETARG_BOOL(6);
	return append_and_return(fcinfo, cv_points_writable(fcinfo, CV_CHART_CONTROL, axis_of(x)), &mark);
}

/*
 * control_add(chart_points, x, y, center, low, high float8, signal boolean) -> chart_points
 *
 * Transition of control_points.  Where y is NULL there is a gap, where center, low or high is no line; a row without x
 * is ignored.  Errors: 22023 for low above high, and as above.
 */
TRANSITION(control_add_float8, add_control(fcinfo, X_FLOAT8))
TRANSITION(control_add_date, add_control(fcinfo, X_DATE))
TRANSITION(control_add_timestamp, add_control(fcinfo, X_TIMESTAMP))

/* A label and a value. */
static Datum
add_bar(FunctionCallInfo fcinfo, LabelType label)
{
	CvMark		mark = cv_no_mark;
	CvPoints   *p;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (PG_ARGISNULL(1) || PG_ARGISNULL(2))
		return ignore(fcinfo);
	mark.y = labelled_number(fcinfo, 2, "value", 1, label);
	p = cv_points_writable(fcinfo, CV_CHART_BARS, CV_AXIS_NUMBER);
	mark.a = label_argument(fcinfo, 1, label, &p);
	return append_and_return(fcinfo, p, &mark);
}

/*
 * bar_add(chart_points, label, value float8) -> chart_points: transition of bar_points; NULL is ignored.  Errors: as
 * above.
 */
TRANSITION(bar_add_text, add_bar(fcinfo, TEXT_LABEL))
TRANSITION(bar_add_bigint, add_bar(fcinfo, BIGINT_LABEL))

static Datum
add_step_of_waterfall(FunctionCallInfo fcinfo, LabelType label)
{
	static const char *const kinds[] = {"delta", "total", NULL};
	CvMark		mark = cv_no_mark;
	CvPoints   *p;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (PG_ARGISNULL(1) || PG_ARGISNULL(2) || PG_ARGISNULL(4))
		return ignore(fcinfo);
	mark.low = cv_choice_arg(fcinfo, 4, "kind", kinds);
	if (PG_ARGISNULL(3) && mark.low == 0)
		return ignore(fcinfo);
	mark.x = coordinate(PG_GETARG_FLOAT8(1), "place");
	mark.y = labelled_number(fcinfo, 3, "amount", 2, label);
	p = cv_points_writable(fcinfo, CV_CHART_WATERFALL, CV_AXIS_NUMBER);
	mark.a = label_argument(fcinfo, 2, label, &p);
	return append_and_return(fcinfo, p, &mark);
}

/*
 * waterfall_add(chart_points, place float8, label, amount float8, kind text) -> chart_points
 *
 * Transition of waterfall_points.  kind: delta or total; of a total without amount it is the sum so far.  A row whose
 * place, label or kind is NULL is ignored, and a delta without amount.  Errors: 22023 for another kind, and as above.
 */
TRANSITION(waterfall_add_text, add_step_of_waterfall(fcinfo, TEXT_LABEL))
TRANSITION(waterfall_add_bigint, add_step_of_waterfall(fcinfo, BIGINT_LABEL))

/* Two labels and a value; where it may be NULL, the mark has none. */
static Datum
add_pair(FunctionCallInfo fcinfo, CvChartKind kind, LabelType first, LabelType second)
{
	const char *name = kind == CV_CHART_HEAT ? "value" : "amount";
	CvMark		mark = cv_no_mark;
	CvPoints   *p;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (PG_ARGISNULL(1) || PG_ARGISNULL(2) || (kind == CV_CHART_FLOW && PG_ARGISNULL(3)))
		return ignore(fcinfo);
	mark.y = labelled_number(fcinfo, 3, name, 1, first);
	if (kind == CV_CHART_FLOW && mark.y < 0)
		cv_check_not_negative(mark.y, with_label(fcinfo, name, 1, first));
	mark.flag = PG_NARGS() > 4 && !PG_ARGISNULL(4) && !PG_GETARG_BOOL(4);
	p = cv_points_writable(fcinfo, kind, CV_AXIS_NUMBER);
	mark.a = label_argument(fcinfo, 1, first, &p);
	mark.b = label_argument(fcinfo, 2, second, &p);
	return append_and_return(fcinfo, p, &mark);
}

#define PAIR_ADD(name, kind, first, second) TRANSITION(name, add_pair(fcinfo, kind, first, second))

/*
 * heat_add(chart_points, y_label, x_label, value float8 [, complete boolean]), flow_add(chart_points, source, target,
 * amount float8) -> chart_points
 *
 * Transitions of heat_points and flow_points.  A row without labels is ignored; a cell without value is blank, one that
 * is not complete is hatched; a flow without amount is ignored.  Errors: 22023 for a negative amount, and as above.
 */
PAIR_ADD(heat_add_text_text, CV_CHART_HEAT, TEXT_LABEL, TEXT_LABEL)
PAIR_ADD(heat_add_text_bigint, CV_CHART_HEAT, TEXT_LABEL, BIGINT_LABEL)
PAIR_ADD(heat_add_bigint_text, CV_CHART_HEAT, BIGINT_LABEL, TEXT_LABEL)
PAIR_ADD(heat_add_bigint_bigint, CV_CHART_HEAT, BIGINT_LABEL, BIGINT_LABEL)
PAIR_ADD(flow_add_text, CV_CHART_FLOW, TEXT_LABEL, TEXT_LABEL)
PAIR_ADD(flow_add_bigint, CV_CHART_FLOW, BIGINT_LABEL, BIGINT_LABEL)

PG_FUNCTION_INFO_V1(histogram_add);

/*
 * histogram_add(chart_points, value float8) -> chart_points: transition of histogram_points; NULL is ignored.  Errors:
 * as above.
 */
Datum
histogram_add(PG_FUNCTION_ARGS)
{
	CvMark		mark = cv_no_mark;

	mark.x = mark.high = coordinate(PG_GETARG_FLOAT8(1), "value");
	mark.y = 1;
	return append_and_return(fcinfo, cv_points_writable(fcinfo, CV_CHART_HISTOGRAM, CV_AXIS_NUMBER), &mark);
}

PG_FUNCTION_INFO_V1(sparkline_add);

/*
 * sparkline_add(chart_points, x float8) -> chart_points: transition of sparkline, in the order of rows; NULL is a
 * blank.
 */
Datum
sparkline_add(PG_FUNCTION_ARGS)
{
	CvMark		mark = cv_no_mark;
	CvPoints   *p;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	mark.y = number_argument(fcinfo, 1, "x");
	p = cv_points_writable(fcinfo, CV_CHART_SPARKLINE, CV_AXIS_NUMBER);
	mark.x = p->n;
	return append_and_return(fcinfo, p, &mark);
}

/* A row of a bar chart in text: the value, and its text as a name. */
static Datum
add_text_bar(FunctionCallInfo fcinfo, LabelType label, const char *(*text_of) (FunctionCallInfo))
{
	CvMark		mark = cv_no_mark;
	int			width = CV_EXACT;
	CvPoints   *p;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (PG_ARGISNULL(1) || (PG_NARGS() > 3 && PG_ARGISNULL(3)))
		return ignore(fcinfo);
	if (PG_NARGS() > 3)
		width = cv_check_range(PG_GETARG_INT32(3), "width", 1, 1000);
	p = cv_points_writable(fcinfo, CV_CHART_TEXT_BARS, CV_AXIS_NUMBER);
	if (p->n > 0 && p->level != width)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("width changes within an aggregate, from %d to %d", p->level, width),
				 errhint("It must be the same for all rows of a group.")));
	p->level = width;
	mark.x = p->n;
	mark.a = label_argument(fcinfo, 1, label, &p);
	mark.y = NAN;
	if (!PG_ARGISNULL(2))
	{
		const char *written = text_of(fcinfo);

		mark.y = strtod(written, NULL);
		if (!(fabs(mark.y) <= 1e300))
			coordinate(mark.y, with_label(fcinfo, "value", 1, label));
		mark.b = cv_points_name(&p, written, (int) strlen(written));
	}
	return append_and_return(fcinfo, p, &mark);
}

static const char *
numeric_text(FunctionCallInfo fcinfo)
{
	return DatumGetCString(DirectFunctionCall1(numeric_out, PG_GETARG_DATUM(2)));
}

static const char *
bigint_text(FunctionCallInfo fcinfo)
{
	return psprintf(INT64_FORMAT, PG_GETARG_INT64(2));
}

static const char *
float8_text(FunctionCallInfo fcinfo)
{
	char	   *text = palloc(CV_NUMBER_SIZE);

	if (!isfinite(PG_GETARG_FLOAT8(2)))
		return cv_float8_text(PG_GETARG_FLOAT8(2));
	cv_shortest_text(PG_GETARG_FLOAT8(2) + 0.0, text);
	return text;
}

static const char *
real_text(FunctionCallInfo fcinfo)
{
	float		x = PG_GETARG_FLOAT4(2);

	if (!isfinite(x))
		return cv_float8_text(x);
	return DatumGetCString(DirectFunctionCall1(numeric_out, NumericGetDatum(cv_numeric_from_float4(x))));
}

#define TEXT_BAR_ADD(name, label, text_of) TRANSITION(name, add_text_bar(fcinfo, label, text_of))

/*
 * bar_chart_add(chart_points, label, value [, width integer]) -> chart_points
 *
 * Transition of bar_chart, in the order of rows.  A row without label is ignored, one without value is shown as (null).
 * Errors: 22023 for NaN, infinity, a width outside 1 to 1000 or one that changes; 54000 for too many rows.
 */
TEXT_BAR_ADD(bar_chart_add_text_numeric, TEXT_LABEL, numeric_text)
TEXT_BAR_ADD(bar_chart_add_text_bigint, TEXT_LABEL, bigint_text)
TEXT_BAR_ADD(bar_chart_add_text_float8, TEXT_LABEL, float8_text)
TEXT_BAR_ADD(bar_chart_add_text_real, TEXT_LABEL, real_text)
TEXT_BAR_ADD(bar_chart_add_bigint_real, BIGINT_LABEL, real_text)
TEXT_BAR_ADD(bar_chart_add_bigint_numeric, BIGINT_LABEL, numeric_text)
TEXT_BAR_ADD(bar_chart_add_bigint_bigint, BIGINT_LABEL, bigint_text)
TEXT_BAR_ADD(bar_chart_add_bigint_float8, BIGINT_LABEL, float8_text)
