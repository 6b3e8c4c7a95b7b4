/*
 * report.c - ticks, coordinates, texts that are cut, blocks, and what is taken for a chart.
 */
#include <stdlib.h>

#include "report/core/blocks.h"
#include "report/core/page.h"
#include "report/core/svg.h"
#include "report/core/width.h"
#include "unit.h"

static void *
more(void *data, size_t size)
{
	return realloc(data, size);
}

/* Is this what was drawn?  The ink is empty afterwards. */
static bool
is_drawn(CvInk *ink, const char *expected)
{
	bool		same = ink->length == strlen(expected) && memcmp(ink->data, expected, ink->length) == 0;

	if (!same)
		printf("drawn: \"%.*s\", expected: \"%s\"\n", (int) ink->length, ink->data, expected);
	ink->length = 0;
	return same;
}

static bool
coordinate_is(double x, const char *expected)
{
	CvInk		ink = {.more = more};
	bool		same;

	cv_ink_coordinate(&ink, x);
	same = is_drawn(&ink, expected);
	free(ink.data);
	return same;
}

static void
test_coordinates(void)
{
	CHECK(coordinate_is(1 / 3.0, "0.33"));
	CHECK(coordinate_is(2 / 3.0, "0.67"));
	CHECK(coordinate_is(-1 / 1000.0, "0"));
	CHECK(coordinate_is(5 / 1000.0, "0.01"));
	CHECK(coordinate_is(-5 / 1000.0, "-0.01"));
	CHECK(coordinate_is(2.675, "2.68"));
	CHECK(coordinate_is(100, "100"));
	CHECK(coordinate_is(0.1, "0.1"));
	CHECK(coordinate_is(-12.345, "-12.35"));
}

static bool
shortest_is(double x, const char *expected)
{
	char		text[CV_NUMBER_SIZE];

	cv_shortest_text(x, text);
	if (strcmp(text, expected) != 0)
		printf("\"%s\", expected \"%s\"\n", text, expected);
	return strcmp(text, expected) == 0 && strtod(text, NULL) == x;
}

static void
test_numbers(void)
{
	uint64_t	state = 5;

	CHECK(shortest_is(0, "0"));
	CHECK(shortest_is(12.5, "12.5"));
	CHECK(shortest_is(-0.5, "-0.5"));
	CHECK(shortest_is(0.00025, "0.00025"));
	CHECK(shortest_is(1200000, "1200000"));
	CHECK(shortest_is(1e20, "100000000000000000000"));
	CHECK(shortest_is(2.5e-7, "2.5e-7"));
	CHECK(shortest_is(1e300, "1e300"));
	CHECK(shortest_is(0.1 + 0.2, "0.30000000000000004"));
	CHECK(cv_decimals_of(3219.67) == 2 && cv_decimals_of(100) == 0 && cv_decimals_of(0) == 0);
	for (int i = 0; i < 1000; i++)
	{
		char		text[CV_NUMBER_SIZE];
		double		x = (double) (int64_t) unit_random(&state) * pow(10, (double) (unit_random(&state) % 60) - 40);

		cv_shortest_text(x, text);
		CHECK(strtod(text, NULL) == x);
	}
}

static bool
ticks_are(double low, double high, int most, int64_t first, int64_t last, int mantissa, int exponent)
{
	CvTicks		ticks = cv_ticks(low, high, most);

	return ticks.first == first && ticks.last == last && ticks.mantissa == mantissa && ticks.exponent == exponent;
}

static void
test_ticks(void)
{
	int64_t		day[CV_MOST_DATE_TICKS];
	CvDateUnit	unit;
	char		text[CV_NUMBER_SIZE];
	CvTicks		ticks = cv_ticks(-0.5, 0.5, 5);

	CHECK(ticks_are(0, 100, 5, 0, 5, 2, 1));
	CHECK(ticks_are(0, 0.3, 5, 0, 3, 1, -1));
	CHECK(ticks_are(-0.5, 0.5, 5, -3, 3, 2, -1));
	CHECK(ticks_are(5, 5, 5, 0, 5, 1, 0));
	CHECK(ticks_are(-5, -5, 5, -5, 0, 1, 0));
	CHECK(ticks_are(1e15, 1e15 + 3, 5, INT64_C(1000000000000000), INT64_C(1000000000000003), 1, 0));
	CHECK(cv_tick_text(&ticks, 0, text) == 3 && strcmp(text, "0.0") == 0);
	CHECK(cv_tick_text(&ticks, -3, text) == 4 && strcmp(text, "-0.6") == 0);
	CHECK(cv_date_ticks(cv_day_of(2024, 1, 31), cv_day_of(2025, 12, 9), 6, day, &unit) == 3 && unit == CV_UNIT_MONTH);
	CHECK(cv_axis_date(day[0], unit, text) == 7 && strcmp(text, "2024-07") == 0);
	CHECK(cv_day_of(2000, 1, 1) == 0 && cv_day_of(1970, 1, 5) == -10953);
	for (int64_t d = -800000; d < 800000; d += 97)
	{
		int64_t		year;
		int			month,
					of_month;

		cv_date_of(d, &year, &month, &of_month);
		CHECK(cv_day_of(year, month, of_month) == d);
	}
}

static void
test_texts(void)
{
	CvInk		ink = {.more = more};

	CHECK(cv_display_width("客户甲", strlen("客户甲")) == 6);
	CHECK(cv_display_width("\xff\xc3", 2) == 2);
	CHECK(fabs(cv_text_width(cv_label("Ada"), 12) - 21.6) < 1e-9);
	CHECK(fabs(cv_text_width(cv_label("客户ABC"), 12) - 45.6) < 1e-9);
	CHECK(fabs(cv_text_width(cv_label("한글"), 12) - 24) < 1e-9);
	CHECK(cv_text_fits(cv_label("Ada"), 12, 22) == 3);
	CHECK(cv_text_fits(cv_label("Adamant"), 12, 22) == 2);
	CHECK(cv_text_fits(cv_label("客户甲"), 12, 24) == 3);
	cv_ink_escaped(&ink, cv_label("<b>A & \"B\"</b>'s\x01\n"));
	CHECK(is_drawn(&ink, "&lt;b&gt;A &amp; &quot;B&quot;&lt;/b&gt;'s\xef\xbf\xbd "));
	ink.ascii = true;
	cv_ink_escaped(&ink, cv_label("é客"));
	CHECK(is_drawn(&ink, "&#233;&#23458;"));
	ink.ascii = false;
	cv_ink_base64(&ink, "abcde", 5);
	CHECK(is_drawn(&ink, "YWJjZGU="));
	cv_ink_bar(&ink, cv_bar_eighths(1003, 0, 3219, 20));
	CHECK(is_drawn(&ink, "██████▎"));
	CHECK(cv_bar_eighths(0, 0, 1, 20) == 0 && cv_bar_eighths(1e-9, 0, 1, 20) == 1 &&
		  cv_bar_eighths(9, 0, 1, 20) == 160);
	free(ink.data);
}

static void
test_charts(void)
{
	CHECK(cv_is_chart(cv_label("<svg viewBox=\"0 0 1 1\"><title>&lt;</title><g fill=\"none\">"
							   "<path d=\"M0 0\"/></g></svg>")));
	CHECK(!cv_is_chart(cv_label("<svg viewBox=\"0 0 1 1\"><script></script></svg>")));
	CHECK(!cv_is_chart(cv_label("<svg viewBox=\"0 0 1 1\"><g></svg>")));
	CHECK(!cv_is_chart(cv_label("<svg viewBox=\"0 0 1 1\"/><svg viewBox=\"0 0 1 1\"/>")));
	CHECK(!cv_is_chart(cv_label("<svg onload=\"x\"/>")));
	CHECK(!cv_is_chart(cv_label("<svg fill=\"url(#a)\"/>")));
	CHECK(!cv_is_chart(cv_label("<svg viewBox=\"0 0 1 1\">&nbsp;</svg>")));
	CHECK(!cv_is_chart(cv_label("<svg viewBox=\"0")));
	CHECK(!cv_is_chart(cv_label("<svg ")));
}

void
test_report(void)
{
	test_coordinates();
	test_numbers();
	test_ticks();
	test_texts();
	test_charts();
}
