/*
 * page.c - a page of charts, tables and texts that needs nothing else: no script, no font, no file beside it.
 *
 * It is in the colours that the reader's system asks for, is readable on a phone, where charts can be moved sideways,
 * and prints.
 */
#include "report/core/page.h"

#include "report/core/svg.h"

static const char head[] =
"<meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
"<meta name=\"color-scheme\" content=\"light dark\"><style>"
":root{color-scheme:light dark;--ink:#1f2328;--paper:#fff;--line:#d0d7de}"
"@media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--paper:#0d1117;--line:#3d444d}}"
"body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,sans-serif}"
"main{max-width:960px;margin:0 auto;padding:24px 16px 48px}"
"h1{font-size:1.75rem;line-height:1.2;margin:.4em 0 .8em}"
"h2{font-size:1.25rem;margin:2em 0 .6em;padding-top:.8em;border-top:1px solid var(--line)}"
"p{max-width:44rem}figure{margin:20px 0;overflow-x:auto}"
"figure svg{display:block;width:100%;min-width:560px;height:auto}"
"pre{overflow-x:auto;font:13px/1.3 ui-monospace,monospace}div{overflow-x:auto}"
"table{border-collapse:collapse;font-variant-numeric:tabular-nums;font-size:.9rem}"
"th,td{padding:5px 12px;border-bottom:1px solid var(--line);text-align:left}.n{text-align:right}"
"details{margin:-8px 0 20px}summary{cursor:pointer;opacity:.75}"
"@media print{main{max-width:none;padding:0}figure{break-inside:avoid;overflow:visible}"
"figure svg{min-width:0}h2{break-after:avoid}}"
"</style>";

void
cv_ink_page_head(CvInk *ink, CvLabel title)
{
	cv_ink(ink, "<!DOCTYPE html>\n<html lang=\"en\"><head>");
	cv_ink(ink, head);
	cv_ink(ink, "<title>");
	cv_ink_escaped(ink, title);
	cv_ink(ink, "</title></head>\n<body><main>\n<h1>");
	cv_ink_escaped(ink, title);
	cv_ink(ink, "</h1>\n");
}

void
cv_ink_page_end(CvInk *ink)
{
	cv_ink(ink, "</main></body></html>\n");
}

/* A word among some, which stand between blanks. */
static bool
is_among(const char *word, size_t length, const char *words)
{
	for (const char *at = words; *at != '\0';)
	{
		size_t		n = strcspn(at, " ");

		if (n == length && memcmp(at, word, n) == 0)
			return true;
		at += n;
		at += strspn(at, " ");
	}
	return false;
}

static size_t
word_length(const char *at, const char *end)
{
	const char *start = at;

	while (at < end && ((*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') || *at == '-'))
		at++;
	return (size_t) (at - start);
}

static bool
has_any(const char *at, const char *end, const char *of)
{
	for (; at < end; at++)
	{
		if (*at != '\0' && strchr(of, *at) != NULL)
			return true;
	}
	return false;
}

/* The attributes of an element at at; where it ends, or NULL.  No paint is a function, also not as a reference. */
static const char *
check_attributes(const char *at, const char *end)
{
	while (end - at > 1 && *at == ' ')
	{
		size_t		n = word_length(++at, end);
		const char *value;
		bool		paint = n >= 4 && (memcmp(at, "fill", 4) == 0 || memcmp(at, "stro", 4) == 0);

		if (!is_among(at, n, "xmlns viewBox role aria-label color fill fill-opacity "
					  "stroke stroke-opacity stroke-width stroke-dasharray stroke-linejoin "
					  "d x y cx cy r width height text-anchor font-size font-style font-weight font-family transform"))
			return NULL;
		at += n;
		if (end - at < 2 || at[0] != '=' || at[1] != '"')
			return NULL;
		value = at += 2;
		while (at < end && *at != '"' && *at != '<')
			at++;
		if (at == end || *at == '<' || (paint && has_any(value, at, "(&")))
			return NULL;
		at++;
	}
	return at;
}

/* Is what stands after & one of the references that are written? */
static bool
is_reference(const char *at, const char *end)
{
	const char *semicolon = memchr(at, ';', (size_t) (end - at < 12 ? end - at : 12));
	size_t		n;

	if (semicolon == NULL)
		return false;
	n = (size_t) (semicolon - at);
	if (is_among(at, n, "amp lt gt quot"))
		return true;
	return n > 1 && at[0] == '#' && strspn(at + 1, "0123456789") >= n - 1;
}

#define DEEPEST 16

bool
cv_is_chart(CvLabel svg)
{
	const char *at = svg.text;
	const char *end = at + svg.length;
	CvLabel		open[DEEPEST];
	int			depth = 0;

	if (svg.length < 5 || memcmp(at, "<svg ", 5) != 0)
		return false;
	for (int64_t steps = 0; at < end; steps++)
	{
		bool		closing;
		size_t		n;

		CV_BREATHE(steps);
		if (*at == '&' && !is_reference(at + 1, end))
			return false;
		if (*at++ != '<')
			continue;
		closing = at < end && *at == '/';
		at += closing;
		n = word_length(at, end);
		if (!is_among(at, n, "svg title desc g path rect circle text"))
			return false;
		if (closing)
		{
			if (depth == 0 || open[depth - 1].length != (int) n || memcmp(open[depth - 1].text, at, n) != 0)
				return false;
			depth--;
			at += n;
		}
		else
		{
			if (depth == DEEPEST)
				return false;
			open[depth++] = (CvLabel) {at, (int) n};
			at = check_attributes(at + n, end);
			if (at == NULL)
				return false;
			if (at < end && *at == '/')
			{
				depth--;
				at++;
			}
		}
		if (at == end || *at++ != '>')
			return false;
		if (depth == 0)
			return at == end;
	}
	return false;
}

/* JSON, as json_agg writes it: an array of objects of the same keys. */
typedef struct Json
{
	const char *at;
	const char *end;
	bool		bad;
} Json;

static void
skip_blanks(Json *j)
{
	while (j->at < j->end && strchr(" \n\r\t", *j->at) != NULL && *j->at != '\0')
		j->at++;
}

static bool
take(Json *j, char c)
{
	skip_blanks(j);
	if (j->at < j->end && *j->at == c)
	{
		j->at++;
		return true;
	}
	return false;
}

/* What stands in quotes, as it is written. */
static CvLabel
take_string(Json *j)
{
	CvLabel		s = {j->at, 0};

	if (!take(j, '"'))
		j->bad = true;
	s.text = j->at;
	while (j->at < j->end && *j->at != '"')
		j->at += *j->at == '\\' ? 2 : 1;
	if (j->at >= j->end)
		j->bad = true;
	else
		s.length = (int) (j->at++ - s.text);
	return s;
}

/* A number, a word, an object or a list, as it is written. */
static CvLabel
take_other(Json *j)
{
	CvLabel		s = {j->at, 0};
	int			depth = 0;

	for (; j->at < j->end && (depth > 0 || (*j->at != ',' && *j->at != '}')); j->at++)
	{
		if (*j->at == '"')
		{
			take_string(j);
			if (j->bad)
				break;
			j->at--;
		}
		else
			depth += (*j->at == '{' || *j->at == '[') - (*j->at == '}' || *j->at == ']');
	}
	s.length = (int) (j->at - s.text);
	while (s.length > 0 && strchr(" \n\r\t", s.text[s.length - 1]) != NULL)
		s.length--;
	if (j->at >= j->end || s.length == 0)
		j->bad = true;
	return s;
}

static int
hex_of(const char *s)
{
	int			x = 0;

	for (int i = 0; i < 4; i++)
		x = x * 16 + (s[i] <= '9' ? s[i] - '0' : (s[i] | 32) - 'a' + 10);
	return x & 0xffff;
}

/* A string of JSON as text of HTML. */
static void
ink_string(CvInk *ink, CvLabel s)
{
	for (int i = 0; i < s.length;)
	{
		int			plain = i;
		char		c;

		while (plain < s.length && s.text[plain] != '\\')
			plain++;
		cv_ink_escaped(ink, (CvLabel) {s.text + i, plain - i});
		i = plain + 2;
		if (i > s.length)
			return;
		c = s.text[i - 1];
		if (c == 'u' && i + 4 <= s.length)
		{
			uint32_t	x = (uint32_t) hex_of(s.text + i);

			i += 4;
			if (x >= 0xd800 && x < 0xdc00 && i + 6 <= s.length && s.text[i] == '\\')
			{
				x = 0x10000 + ((x - 0xd800) << 10) + ((uint32_t) hex_of(s.text + i + 2) - 0xdc00);
				i += 6;
			}
			/* What would be read as HTML is ASCII, and is escaped. */
			if (x < 0x80)
				cv_ink_escaped(ink, (CvLabel) {(char[]) {(char) x}, 1});
			else
				cv_ink_char(ink, (x >= 0xd800 && x < 0xe000) || x > 0x10ffff ? 0xfffd : x);
		}
		else
			cv_ink_escaped(ink, (CvLabel) {strchr("nrtbf", c) != NULL && c != '\0' ? " " : &s.text[i - 1], 1});
	}
}

/* A key and its value. */
typedef struct Member
{
	CvLabel		key;
	CvLabel		value;
	bool		string;
} Member;

/* The next member of an object whose first brace is taken; false after the last one. */
static bool
take_member(Json *j, Member *m, bool first)
{
	if (take(j, '}'))
		return false;
	if (!first && !take(j, ','))
		j->bad = true;
	skip_blanks(j);
	m->key = take_string(j);
	if (j->bad || !take(j, ':'))
	{
		j->bad = true;
		return false;
	}
	skip_blanks(j);
	m->string = j->at < j->end && *j->at == '"';
	m->value = m->string ? take_string(j) : take_other(j);
	return !j->bad;
}

static bool
is_number(const Member *m)
{
	return !m->string && m->value.length > 0 && strchr("-0123456789", m->value.text[0]) != NULL;
}

static void
ink_cell(CvInk *ink, const Member *m)
{
	cv_ink(ink, is_number(m) ? "<td class=\"n\">" : "<td>");
	if (m->string)
		ink_string(ink, m->value);
	else if (!(m->value.length == 4 && memcmp(m->value.text, "null", 4) == 0))
		cv_ink_escaped(ink, m->value);
	cv_ink(ink, "</td>");
}

/* Do all rows have as many members as the first? */
static bool
is_table(CvLabel text)
{
	Json		j = {text.text, text.text + text.length, false};
	Member		m;
	int			columns = -1;
	int64_t		rows = 0;

	if (!take(&j, '['))
		return false;
	do
	{
		int			n = 0;

		CV_BREATHE_OFTEN(rows);
		rows++;
		if (!take(&j, '{'))
			return false;
		while (take_member(&j, &m, n == 0))
			n++;
		if (j.bad || n == 0 || (columns >= 0 && n != columns))
			return false;
		columns = n;
	} while (take(&j, ','));
	if (!take(&j, ']'))
		return false;
	skip_blanks(&j);
	return j.at == j.end;
}

static void
ink_row(CvInk *ink, Json *j, bool head_row)
{
	Member		m;
	bool		first = true;

	take(j, '{');
	cv_ink(ink, "<tr>");
	for (; take_member(j, &m, first); first = false)
	{
		if (!head_row)
		{
			ink_cell(ink, &m);
			continue;
		}
		cv_ink(ink, is_number(&m) ? "<th scope=\"col\" class=\"n\">" : "<th scope=\"col\">");
		ink_string(ink, m.key);
		cv_ink(ink, "</th>");
	}
	cv_ink(ink, "</tr>");
}

static void
ink_table(CvInk *ink, CvLabel text)
{
	Json		j = {text.text, text.text + text.length, false};
	Json		names;
	int64_t		rows = 0;

	take(&j, '[');
	names = j;
	cv_ink(ink, "<div><table><thead>");
	ink_row(ink, &names, true);
	cv_ink(ink, "</thead><tbody>");
	do
	{
		CV_BREATHE_OFTEN(rows);
		rows++;
		ink_row(ink, &j, false);
	} while (take(&j, ','));
	cv_ink(ink, "</tbody></table></div>");
}

/* Lines stay lines: what psql would show aligned. */
static void
ink_lines(CvInk *ink, CvLabel text)
{
	const char *at = text.text;
	const char *end = at + text.length;

	cv_ink(ink, "<pre>");
	while (at < end)
	{
		const char *line = memchr(at, '\n', (size_t) (end - at));

		if (line == NULL)
			line = end;
		cv_ink_escaped(ink, (CvLabel) {at, (int) (line - at)});
		at = line + 1;
		if (at < end)
			cv_ink(ink, "\n");
	}
	cv_ink(ink, "</pre>");
}

bool
cv_ink_part(CvInk *ink, CvLabel part, bool *after_chart)
{
	bool		below = *after_chart;

	*after_chart = false;
	if (part.length >= 4 && memcmp(part.text, "<svg", 4) == 0)
	{
		if (!cv_is_chart(part))
			return false;
		*after_chart = true;
		cv_ink(ink, "<figure>");
		cv_ink_bytes(ink, part.text, (size_t) part.length);
		cv_ink(ink, "</figure>\n");
	}
	else if (is_table(part))
	{
		cv_ink(ink, below ? "<details><summary>Numbers</summary>" : "");
		ink_table(ink, part);
		cv_ink(ink, below ? "</details>\n" : "\n");
	}
	else if (part.length > 2 && memcmp(part.text, "# ", 2) == 0)
	{
		cv_ink(ink, "<h2>");
		cv_ink_escaped(ink, (CvLabel) {part.text + 2, part.length - 2});
		cv_ink(ink, "</h2>\n");
	}
	else if (memchr(part.text, '\n', (size_t) part.length) != NULL)
		ink_lines(ink, part);
	else
	{
		cv_ink(ink, "<p>");
		cv_ink_escaped(ink, part);
		cv_ink(ink, "</p>\n");
	}
	return true;
}
