/*
 * svg.c - elements of SVG: escaped text, labels cut to their room, base64.
 *
 * Whatever bytes a label has, they stay text: what XML would read is escaped, what it forbids becomes U+FFFD.
 */
#include "report/core/svg.h"

#include "report/core/width.h"

#define MOST_MARKS_OF_A_CHARACTER 4 /* combining ones; more would paint over the chart */
#define MOST_TOOLTIP 200		/* bytes of a label in a tooltip */

static bool
is_forbidden(uint32_t c)
{
	return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || (c >= 0xd800 && c <= 0xdfff) || c == 0xfffe ||
		c == 0xffff || c > 0x10ffff;
}

static void
ink_escaped_char(CvInk *ink, uint32_t c)
{
	if (c == '&')
		cv_ink(ink, "&amp;");
	else if (c == '<')
		cv_ink(ink, "&lt;");
	else if (c == '>')
		cv_ink(ink, "&gt;");
	else if (c == '"')
		cv_ink(ink, "&quot;");
	else if (c == '\n' || c == '\r')
		cv_ink(ink, " ");
	else
		cv_ink_char(ink, is_forbidden(c) ? 0xfffd : c);
}

void
cv_ink_escaped(CvInk *ink, CvLabel text)
{
	const char *at = text.text;
	const char *end = at + text.length;

	for (int64_t i = 0; at < end; i++)
	{
		CV_BREATHE(i);
		ink_escaped_char(ink, cv_next_char(&at, end));
	}
}

void
cv_ink_base64(CvInk *ink, const char *bytes, size_t n)
{
	static const char digit[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const unsigned char *s = (const unsigned char *) bytes;

	for (size_t i = 0; i < n; i += 3)
	{
		uint32_t	three = (uint32_t) s[i] << 16 | (uint32_t) (i + 1 < n ? s[i + 1] : 0) << 8 |
			(i + 2 < n ? s[i + 2] : 0);
		char		four[4] = {digit[three >> 18], digit[three >> 12 & 63], digit[three >> 6 & 63], digit[three & 63]};

		CV_BREATHE(i / 3);
		if (i + 1 >= n)
			four[2] = '=';
		if (i + 2 >= n)
			four[3] = '=';
		cv_ink_bytes(ink, four, 4);
	}
}

CvLabel
cv_label(const char *text)
{
	return (CvLabel) {text, (int) strlen(text)};
}

double
cv_text_width(CvLabel text, double size)
{
	const char *at = text.text;
	const char *end = at + text.length;
	double		width = 0;

	for (int64_t i = 0; at < end; i++)
	{
		int			cells = cv_char_width(cv_next_char(&at, end));

		CV_BREATHE(i);
		width += cells == 0 ? 0 : cells == 1 ? 0.6 : 1;
	}
	return width * size;
}

int
cv_text_fits(CvLabel text, double size, double width)
{
	const char *at = text.text;
	const char *end = at + text.length;
	const char *last = at;		/* the end of what fits with an ellipsis */
	double		used = 0;
	int			marks = 0;

	while (at < end)
	{
		const char *before = at;
		int			cells = cv_char_width(cv_next_char(&at, end));

		marks = cells == 0 ? marks + 1 : 0;
		used += size * (cells == 0 ? 0 : cells == 1 ? 0.6 : 1);
		if (used > width || marks > MOST_MARKS_OF_A_CHARACTER)
			return (int) (last - text.text);
		/* A character ends where the next one that is not a mark begins. */
		if (cells > 0 && before > text.text && used - size * (cells == 1 ? 0.6 : 1) <= width - 0.6 * size)
			last = before;
	}
	return text.length;
}

static void
ink_cut(CvInk *ink, CvLabel text, double size, double width)
{
	int			fits = cv_text_fits(text, size, width);
	CvLabel		tooltip = text;

	if (fits == text.length)
	{
		cv_ink_escaped(ink, text);
		return;
	}
	if (tooltip.length > MOST_TOOLTIP)
	{
		tooltip.length = MOST_TOOLTIP;
		while ((tooltip.text[tooltip.length] & 0xc0) == 0x80)
			tooltip.length--;
	}
	cv_ink(ink, "<title>");
	cv_ink_escaped(ink, tooltip);
	cv_ink(ink, "</title>");
	cv_ink_escaped(ink, (CvLabel) {text.text, fits});
	cv_ink_char(ink, 0x2026);
}

void
cv_svg_text(CvInk *ink, double x, double y, CvAnchor anchor, const char *attributes, CvLabel text, double size,
			double width)
{
	cv_ink(ink, "<text x=\"");
	cv_ink_coordinate(ink, x);
	cv_ink(ink, "\" y=\"");
	cv_ink_coordinate(ink, y);
	cv_ink(ink, anchor == CV_START ? "\"" :
		   anchor == CV_MIDDLE ? "\" text-anchor=\"middle\"" : "\" text-anchor=\"end\"");
	cv_ink(ink, attributes);
	cv_ink(ink, ">");
	ink_cut(ink, text, size, width);
	cv_ink(ink, "</text>");
}
