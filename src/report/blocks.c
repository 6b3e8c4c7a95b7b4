/*
 * blocks.c - charts as text: bar, bar_chart, sparkline, heat_text, histogram_chart, and the width of a text.
 *
 * They are read in psql, in cells of a BI tool's table, in mails.  Characters are counted as psql does (core/width.c).
 */
#include "report/points.h"

#include "mb/pg_wchar.h"
#include "report/core/blocks.h"
#include "report/core/ticks.h"
#include "report/core/width.h"
#include "report/text.h"
#include "utils/array.h"

PG_FUNCTION_INFO_V1(display_width);

/* display_width(text) -> integer: the cells of a terminal that a text takes.  East Asian Width (Unicode, UAX #11). */
Datum
display_width(PG_FUNCTION_ARGS)
{
	CvLabel		label = cv_label_of_text(PG_GETARG_TEXT_PP(0));

	PG_RETURN_INT32((int32) cv_display_width(label.text, label.length));
}

PG_FUNCTION_INFO_V1(bar);

/*
 * bar(x, min, max float8, width integer) -> text
 *
 * A bar of block characters: width cells long where x is max or more, empty where it is min or less, counted in
 * eighths.  Errors: 22023 for NaN and infinity, where min is not below max, for a width outside 1 to 1000.
 */
Datum
bar(PG_FUNCTION_ARGS)
{
	static const char block[] = "█";
	double		x = cv_finite(PG_GETARG_FLOAT8(0), "x");
	double		min = cv_finite(PG_GETARG_FLOAT8(1), "min");
	double		max = cv_finite(PG_GETARG_FLOAT8(2), "max");
	int			width = cv_check_range(PG_GETARG_INT32(3), "width", 1, 1000);
	int64		eighths;
	CvInk		ink;

	if (!(min < max))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("min must be below max, but they are %s and %s", cv_float8_text(min), cv_float8_text(max)),
				 errhint("The arguments are x, min, max, width; a bar of max is width cells long.")));
	eighths = cv_bar_eighths(x, min, max, width);
	ink = cv_new_ink((eighths + 7) / 8 * (sizeof(block) - 1));
	cv_ink_bar(&ink, eighths);
	return cv_ink_datum(&ink);
}

PG_FUNCTION_INFO_V1(heat_text);

/*
 * heat_text(rates float8[]) -> text
 *
 * One character a rate: blank below 0.2, then three shades, full from 0.8 up; a dot for NULL.  Errors: 22023 for a rate
 * outside 0 to 1.
 */
Datum
heat_text(PG_FUNCTION_ARGS)
{
	ArrayType  *rates = PG_GETARG_ARRAYTYPE_P(0);
	CvInk		ink = cv_new_ink(0);
	ArrayIterator iterator = array_create_iterator(rates, 0, NULL);
	Datum		value;
	bool		isnull;

	while (array_iterate(iterator, &value, &isnull))
	{
		CHECK_FOR_INTERRUPTS();
		cv_ink_rate(&ink, isnull ? NAN :
					cv_check_fraction(DatumGetFloat8(value), "rate", "Rates are fractions: 0.25 is 25 percent."));
	}
	return cv_ink_datum(&ink);
}

/* Points of this kind; false where there are none. */
static bool
points_of(FunctionCallInfo fcinfo, CvChartKind kind, CvPoints **p)
{
	*p = cv_points_packed(PG_GETARG_DATUM(0));
	if ((*p)->n > 0 && (*p)->kind != kind)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("points are of a %s chart, not of a %s chart",
						cv_points_kinds[(*p)->kind].name, cv_points_kinds[kind].name)));
	return (*p)->n > 0;
}

PG_FUNCTION_INFO_V1(sparkline_text);

/* sparkline_text(chart_points) -> text: final function of sparkline; NULL without rows. */
Datum
sparkline_text(PG_FUNCTION_ARGS)
{
	CvPoints   *p;
	CvInk		ink;

	if (!points_of(fcinfo, CV_CHART_SPARKLINE, &p))
		PG_RETURN_NULL();
	ink = cv_new_ink(3 * p->n);
	cv_ink_sparkline(&ink, &cv_points_marks(p)->y, p->n, CV_MARK_STRIDE);
	return cv_ink_datum(&ink);
}

#define USUAL_WIDTH 20

PG_FUNCTION_INFO_V1(bar_chart_text);

/*
 * bar_chart_text(chart_points) -> text: final function of bar_chart; NULL without rows.  Bars of 20 cells, or of 10 on
 * each side where there are losses, unless a width is given: then of so many, on each side.
 */
Datum
bar_chart_text(PG_FUNCTION_ARGS)
{
	CvPoints   *p;
	CvBarRow   *row;
	CvLabel    *name;
	CvInk		ink = cv_new_ink(0);

	if (!points_of(fcinfo, CV_CHART_TEXT_BARS, &p))
		PG_RETURN_NULL();
	row = palloc(p->n * sizeof(CvBarRow));
	name = cv_points_labels(p);
	for (uint32 i = 0; i < p->n; i++)
	{
		const CvMark *mark = &cv_points_marks(p)[i];
		CvLabel		label = cv_one_line(name[mark->a]);
		CvLabel		value = mark->b == CV_NO_NAME ? (CvLabel) {"", 0} : name[mark->b];

		CHECK_FOR_INTERRUPTS();
		row[i] = (CvBarRow) {label.text, value.text, label.length, value.length, mark->y};
	}
	if (p->level == CV_EXACT)
		cv_ink_bars(&ink, row, p->n, USUAL_WIDTH, USUAL_WIDTH / 2);
	else
		cv_ink_bars(&ink, row, p->n, p->level, p->level);
	return cv_ink_datum(&ink);
}

PG_FUNCTION_INFO_V1(histogram_text);

/* histogram_text(chart_points) -> text: final function of histogram_chart, one line a bin; NULL without rows. */
Datum
histogram_text(PG_FUNCTION_ARGS)
{
	CvPoints   *p;
	CvTicks		edges;
	CvBarRow   *row;
	int64_t    *count;
	int			n;
	CvInk		ink = cv_new_ink(0);

	if (!points_of(fcinfo, CV_CHART_HISTOGRAM, &p))
		PG_RETURN_NULL();
	count = cv_histogram_counts(cv_points_marks(p), (int) p->n, 8, &edges, cv_alloc);
	n = (int) (edges.last - edges.first);
	row = palloc(n * sizeof(CvBarRow));
	for (int i = 0; i < n; i++)
	{
		char		low[CV_NUMBER_SIZE];
		char		high[CV_NUMBER_SIZE];

		cv_tick_text(&edges, edges.first + i, low);
		cv_tick_text(&edges, edges.first + i + 1, high);
		row[i].label = psprintf("[%s, %s%c", low, high, i == n - 1 ? ']' : ')');
		row[i].label_length = (int) strlen(row[i].label);
		row[i].text = psprintf(INT64_FORMAT, count[i]);
		row[i].text_length = (int) strlen(row[i].text);
		row[i].value = (double) count[i];
	}
	cv_ink_bars(&ink, row, n, USUAL_WIDTH, USUAL_WIDTH / 2);
	return cv_ink_datum(&ink);
}
