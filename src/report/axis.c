/*
 * axis.c - axis_ticks: round numbers and dates; svg_escape and svg_data_uri: a chart on its way to a page or a cell.
 */
#include "report/text.h"

#include "catalog/pg_type.h"
#include "report/core/svg.h"
#include "utils/array.h"
#include "utils/date.h"

#define MOST_TICKS 1000

PG_FUNCTION_INFO_V1(axis_ticks);

/*
 * axis_ticks(low, high float8, most integer) -> float8[]
 *
 * Multiples of the smallest of 1, 2, 5 times a power of ten with at most so many steps from low to high; they cover
 * both.  Where low and high are equal, the other end is 0.  Errors: 22023 for NaN, infinity, numbers beyond 1e307, low
 * above high.
 */
Datum
axis_ticks(PG_FUNCTION_ARGS)
{
	double		low = cv_finite(PG_GETARG_FLOAT8(0), "low");
	double		high = cv_finite(PG_GETARG_FLOAT8(1), "high");
	int			most = cv_check_range(PG_GETARG_INT32(2), "most", 1, MOST_TICKS);
	CvTicks		ticks;
	double	   *value;
	int			n;

	if (low > high || low < -CV_TICKS_LIMIT || high > CV_TICKS_LIMIT)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("low must not be above high, and both within 1e307, but they are %s and %s",
						cv_float8_text(low), cv_float8_text(high)),
				 errhint("The arguments are low, high, most.")));
	ticks = cv_ticks(low, high, most);
	n = (int) (ticks.last - ticks.first + 1);
	value = palloc(n * sizeof(double));
	for (int i = 0; i < n; i++)
		value[i] = cv_tick_value(&ticks, ticks.first + i);
	PG_RETURN_DATUM(cv_make_float8_array(value, n));
}

PG_FUNCTION_INFO_V1(axis_ticks_date);

/*
 * axis_ticks(low, high date, most integer) -> date[]
 *
 * Round days within low to high, at most so many: each day, Mondays, every second Monday, first days of 1, 3, 6 months,
 * of 1, 2, 5, 10 ... years.  Errors: 22023 for infinity, and for low above high.
 */
Datum
axis_ticks_date(PG_FUNCTION_ARGS)
{
	DateADT		low = PG_GETARG_DATEADT(0);
	DateADT		high = PG_GETARG_DATEADT(1);
	int			most = cv_check_range(PG_GETARG_INT32(2), "most", 1, CV_MOST_DATE_TICKS);
	int64		day[CV_MOST_DATE_TICKS];
	Datum		values[CV_MOST_DATE_TICKS];
	CvDateUnit	unit;
	int			n;

	if (DATE_NOT_FINITE(low) || DATE_NOT_FINITE(high) || low > high)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("low must not be above high, and neither infinite, but they are %s and %s",
						cv_value_text(DateADTGetDatum(low), DATEOID), cv_value_text(DateADTGetDatum(high), DATEOID)),
				 errhint("The arguments are low, high, most.")));
	n = cv_date_ticks(low, high, most, (int64_t *) day, &unit);
	for (int i = 0; i < n; i++)
		values[i] = DateADTGetDatum((DateADT) day[i]);
	PG_RETURN_ARRAYTYPE_P(construct_array(values, n, DATEOID, sizeof(DateADT), true, TYPALIGN_INT));
}

PG_FUNCTION_INFO_V1(svg_escape);

/*
 * svg_escape(text) -> text: for a text node or a quoted attribute of XML: & < > " escaped, line breaks blanks, what XML
 * forbids U+FFFD.
 */
Datum
svg_escape(PG_FUNCTION_ARGS)
{
	CvInk		ink = cv_new_ink(0);

	cv_ink_escaped(&ink, cv_label_of_text(PG_GETARG_TEXT_PP(0)));
	return cv_ink_datum(&ink);
}

/* Colours of an image, which inherits none from its page. */
static const char colours[] =
"<style>svg{color:#1f2328;background:#fff}"
"@media (prefers-color-scheme:dark){svg{color:#e6edf3;background:#0d1117}}</style>";

/* Is it a chart that takes the colours of its page? */
static bool
needs_colours(CvLabel svg, int root)
{
	char	   *tag = pnstrdup(svg.text, root);

	return strstr(tag, " role=\"img\"") != NULL && strstr(tag, " color=\"") == NULL;
}

PG_FUNCTION_INFO_V1(svg_data_uri);

/*
 * svg_data_uri(svg text) -> text
 *
 * data:image/svg+xml;base64,... for the image cells of BI tools and for <img>.  A chart of chart_svg without a
 * background of its own is given one, with colours for light and dark.  Errors: 22023 for what is no SVG.
 */
Datum
svg_data_uri(PG_FUNCTION_ARGS)
{
	CvLabel		svg = cv_label_of_text(PG_GETARG_TEXT_PP(0));
	CvInk		image = cv_new_ink(svg.length + sizeof(colours));
	CvInk		ink = cv_new_ink((svg.length + sizeof(colours)) / 3 * 4 + 64);
	const char *end = memchr(svg.text, '>', svg.length);
	int			root = end == NULL ? 0 : (int) (end + 1 - svg.text);

	if (svg.length < 4 || memcmp(svg.text, "<svg", 4) != 0 || root == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("svg must begin with <svg"),
				 errhint("Give what chart_svg returns.")));
	cv_ink_bytes(&image, svg.text, root);
	if (needs_colours(svg, root))
		cv_ink(&image, colours);
	cv_ink_bytes(&image, svg.text + root, svg.length - root);
	cv_ink(&ink, "data:image/svg+xml;base64,");
	cv_ink_base64(&ink, image.data, image.length);
	return cv_ink_datum(&ink);
}
