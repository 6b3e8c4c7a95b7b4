/*
 * page.c - report_html: charts, tables and texts on one page.
 */
#include "report/text.h"

#include "catalog/pg_type.h"
#include "report/core/page.h"
#include "utils/array.h"

PG_FUNCTION_INFO_V1(report_html);

/*
 * report_html(title text, body text[]) -> text
 *
 * A page of HTML.  Each part of the body is a chart of chart_svg, a table (a JSON array of objects), a heading after
 * "# ", or a text: lines stay lines, and nothing in a text is read as HTML.  A table right after a chart has its
 * numbers, and is folded up.  NULL is left out.  Errors: 22023 for an SVG that chart_svg has not made.
 */
Datum
report_html(PG_FUNCTION_ARGS)
{
	ArrayIterator iterator = array_create_iterator(PG_GETARG_ARRAYTYPE_P(1), 0, NULL);
	CvInk		ink = cv_new_ink(8192);
	bool		after_chart = false;
	Datum		value;
	bool		isnull;

	cv_ink_page_head(&ink, cv_label_of_text(PG_GETARG_TEXT_PP(0)));
	for (int i = 1; array_iterate(iterator, &value, &isnull); i++)
	{
		CHECK_FOR_INTERRUPTS();
		if (!isnull && !cv_ink_part(&ink, cv_label_of_text(DatumGetTextPP(value)), &after_chart))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("part %d of the body is no chart of chart_svg", i),
					 errhint("Other SVG could carry scripts, and is not put into a page.")));
	}
	cv_ink_page_end(&ink);
	return cv_ink_datum(&ink);
}
