/*
 * lines.c - lines, lines with a band around them, steps, survival curves.
 *
 * x goes from the first to the last point, y over round numbers that cover the data.  A gap ends a line and a band; a
 * lone point is a dot.  Survival goes in steps from 1 at time 0, with a tick where somebody is censored.
 */
#include "report/core/series.h"

#include "report/core/extent.h"

static int
find_series(CvDrawing *d, CvSeries **series)
{
	const CvChart *c = d->chart;
	bool	   *wanted = c->alloc((size_t) c->nnames + 1);
	int		   *place;
	int			n = 0;

	memset(wanted, 1, (size_t) c->nnames + 1);
	place = cv_name_places(d, wanted);
	*series = c->alloc(((size_t) c->nnames + 1) * sizeof(CvSeries));
	for (int i = 0; i < c->n;)
	{
		int			end = i + 1;
		uint32_t	a = c->mark[i].a;
		int			at = a == CV_NO_LABEL ? c->nnames : place[a];

		while (end < c->n && c->mark[end].a == a)
			end++;
		(*series)[at] = (CvSeries) {i, end, at, a == CV_NO_LABEL ? (CvLabel) {"", 0} : c->name[a]};
		n++;
		i = end;
	}
	if (n == 1 && c->nnames == 0)
		(*series)[0].style = 0;
	return n;
}

/* One series of n is in the colour of the page's text. */
static void
ink_series_color(CvDrawing *d, const CvSeries *s, int n)
{
	if (n == 1 && d->options->ncolors == 0)
		cv_ink(&d->body, "currentColor");
	else
		cv_ink_color(&d->body, d->options, s->style);
}

static void
ink_stroke(CvDrawing *d, const CvSeries *s, int n)
{
	CvInk	   *ink = &d->body;

	cv_ink(ink, "stroke=\"");
	ink_series_color(d, s, n);
	cv_ink(ink, "\"");
	if (n > 1 && cv_dashes(s->style)[0] != '\0')
	{
		cv_ink(ink, " stroke-dasharray=\"");
		cv_ink(ink, cv_dashes(s->style));
		cv_ink(ink, "\"");
	}
}

static void
draw_dot(CvDrawing *d, double x, double y, const char *fill)
{
	CvInk	   *ink = &d->body;

	cv_ink(ink, "<circle");
	cv_ink_attribute(ink, "cx", cv_x_of(d, x));
	cv_ink_attribute(ink, "cy", cv_y_of(d, y));
	cv_ink(ink, " r=\"3.5\" fill=\"");
	cv_ink(ink, fill);
	cv_ink(ink, "\"/>");
}

/* From i on, the end of the marks without a gap. */
static int
stretch_end(const CvDrawing *d, int i, int end)
{
	while (i < end && !isnan(d->chart->mark[i].y))
		i++;
	return i;
}

static void
ink_across(CvDrawing *d, double x)
{
	cv_ink(&d->body, "H");
	cv_ink_coordinate(&d->body, cv_x_of(d, x));
}

static void
ink_up(CvDrawing *d, double y)
{
	cv_ink(&d->body, "V");
	cv_ink_coordinate(&d->body, cv_y_of(d, y));
}

/* Does a curve begin at time 0, before mark i?  Then everybody is there. */
static bool
begins_before(const CvDrawing *d, const CvSeries *s, int i)
{
	return d->chart->kind == CV_CHART_SURVIVAL && i == s->first;
}

static void
ink_stretch(CvDrawing *d, const CvSeries *s, int i, int end)
{
	const CvMark *mark = d->chart->mark;
	bool		from_start = begins_before(d, s, i);

	cv_ink_move(&d->body, "M", cv_x_of(d, from_start ? 0 : mark[i].x), cv_y_of(d, from_start ? 1 : mark[i].y));
	for (i += !from_start; i < end; i++)
	{
		CV_BREATHE_OFTEN(i);
		if (d->chart->kind == CV_CHART_STEP || d->chart->kind == CV_CHART_SURVIVAL)
		{
			ink_across(d, mark[i].x);
			ink_up(d, mark[i].y);
		}
		else
			cv_ink_move(&d->body, "L", cv_x_of(d, mark[i].x), cv_y_of(d, mark[i].y));
	}
}

static void
draw_line(CvDrawing *d, const CvSeries *s, int n)
{
	CvInk	   *ink = &d->body;
	bool		open = false;

	for (int i = s->first; i < s->end; i++)
	{
		int			end = stretch_end(d, i, s->end);

		if (end > i + 1 || (end > i && begins_before(d, s, i)))
		{
			if (!open)
			{
				cv_ink(ink, "<path fill=\"none\" stroke-width=\"2\" stroke-linejoin=\"round\" ");
				ink_stroke(d, s, n);
				cv_ink(ink, " d=\"");
			}
			open = true;
			ink_stretch(d, s, i, end);
		}
		i = end;
	}
	if (open)
		cv_ink(ink, "\"/>");
	/* Lone points, with gaps around them. */
	for (int i = s->first; i < s->end; i++)
	{
		int			end = stretch_end(d, i, s->end);

		if (end == i + 1 && !begins_before(d, s, i))
		{
			cv_ink(ink, "<g fill=\"");
			ink_series_color(d, s, n);
			cv_ink(ink, "\">");
			draw_dot(d, d->chart->mark[i].x, d->chart->mark[i].y, "inherit");
			cv_ink(ink, "</g>");
		}
		i = end;
	}
}

/* The interval of a lone point, which a polygon would not show. */
static void
ink_interval(CvDrawing *d, const CvMark *mark)
{
	cv_ink_move(&d->body, "M", cv_x_of(d, mark->x) - 3, cv_y_of(d, mark->high));
	cv_ink(&d->body, "h6V");
	cv_ink_coordinate(&d->body, cv_y_of(d, mark->low));
	cv_ink(&d->body, "h-6Z");
}

/* Out along high, back along low. */
static void
ink_band(CvDrawing *d, int i, int end)
{
	const CvMark *mark = d->chart->mark;

	for (int k = i; k < end; k++)
	{
		CV_BREATHE_OFTEN(k);
		cv_ink_move(&d->body, k == i ? "M" : "L", cv_x_of(d, mark[k].x), cv_y_of(d, mark[k].high));
	}
	for (int k = end - 1; k >= i; k--)
		cv_ink_move(&d->body, "L", cv_x_of(d, mark[k].x), cv_y_of(d, mark[k].low));
}

static void
ink_stepped_band(CvDrawing *d, const CvSeries *s, int i, int end)
{
	const CvMark *mark = d->chart->mark;
	bool		from_start = begins_before(d, s, i);

	cv_ink_move(&d->body, "M", cv_x_of(d, from_start ? 0 : mark[i].x), cv_y_of(d, from_start ? 1 : mark[i].high));
	for (int k = i + !from_start; k < end; k++)
	{
		CV_BREATHE_OFTEN(k);
		ink_across(d, mark[k].x);
		ink_up(d, mark[k].high);
	}
	for (int k = end - 2; k >= i; k--)
	{
		ink_up(d, mark[k].low);
		ink_across(d, mark[k].x);
	}
	if (from_start)
		ink_up(d, 1);
}

static bool
has_band(const CvDrawing *d, const CvSeries *s)
{
	for (int i = s->first; i < s->end; i++)
	{
		CV_BREATHE_OFTEN(i);
		if (!isnan(d->chart->mark[i].low))
			return true;
	}
	return false;
}

/* One polygon for each stretch without a gap. */
static void
draw_band(CvDrawing *d, const CvSeries *s, int n)
{
	CvInk	   *ink = &d->body;
	const CvMark *mark = d->chart->mark;

	if (!has_band(d, s))
		return;
	cv_ink(ink, "<path fill=\"");
	ink_series_color(d, s, n);
	cv_ink(ink, "\" fill-opacity=\".18\" d=\"");
	for (int i = s->first; i < s->end; i++)
	{
		int			end = i;

		while (end < s->end && !isnan(mark[end].low))
			end++;
		if (end == i + 1 && !begins_before(d, s, i))
		{
			ink_interval(d, &mark[i++]);
			continue;
		}
		if (end > i && d->chart->kind == CV_CHART_SURVIVAL)
			ink_stepped_band(d, s, i, end);
		else
			ink_band(d, i, end);
		if (end > i)
			cv_ink(ink, "Z");
		i = end;
	}
	cv_ink(ink, "\"/>");
}

/* Ticks across a survival curve, where somebody is censored. */
static void
draw_censored(CvDrawing *d, const CvSeries *s, int n)
{
	const CvMark *mark = d->chart->mark;
	bool		open = false;

	for (int i = s->first; i < s->end; i++)
	{
		CV_BREATHE_OFTEN(i);
		if (mark[i].flag == 0 || isnan(mark[i].y))
			continue;
		if (!open)
		{
			cv_ink(&d->body, "<path stroke-width=\"1.5\" stroke=\"");
			ink_series_color(d, s, n);
			cv_ink(&d->body, "\" d=\"");
		}
		open = true;
		cv_ink_move(&d->body, "M", cv_x_of(d, mark[i].x), cv_y_of(d, mark[i].y) - 4);
		cv_ink(&d->body, "v8");
	}
	if (open)
		cv_ink(&d->body, "\"/>");
}

static void
draw_diagonal(CvDrawing *d)
{
	double		low = fmax(d->x_low, d->y_low);
	double		high = fmin(d->x_high, d->y_high);
	CvInk	   *ink = &d->body;

	if (!(low < high))
		return;
	cv_ink(ink, "<path stroke=\"currentColor\" stroke-opacity=\".5\" stroke-dasharray=\"4 4\" d=\"");
	cv_ink_move(ink, "M", cv_x_of(d, low), cv_y_of(d, low));
	cv_ink_move(ink, "L", cv_x_of(d, high), cv_y_of(d, high));
	cv_ink(ink, "\"/>");
}

/* The mark of a series that an option names: max, min or last; -1: there is none. */
static int
marked(const CvDrawing *d, const CvSeries *s, const char *which)
{
	const CvMark *mark = d->chart->mark;
	int			best = -1;

	for (int i = s->first; i < s->end; i++)
	{
		if (isnan(mark[i].y))
			continue;
		if (best < 0 || *which == 'l' || (which[1] == 'a' ? mark[i].y > mark[best].y : mark[i].y < mark[best].y))
			best = i;
	}
	return best;
}

#define MOST_MARKED 8

/* Texts of points that are marked. */
typedef struct Texts
{
	double		x[MOST_MARKED];
	double		y[MOST_MARKED];
	double		width[MOST_MARKED];
	int			n;
} Texts;

static bool
has_room(const Texts *t, double x, double y, double width)
{
	for (int i = 0; i < t->n; i++)
	{
		if (fabs(t->x[i] - x) < (t->width[i] + width) / 2 && fabs(t->y[i] - y) < CV_LINE_HEIGHT)
			return false;
	}
	return true;
}

/* A dot with its value and place beside it, where there is room for them. */
static void
draw_marked(CvDrawing *d, const CvSeries *s, const char *which, Texts *texts)
{
	char		text[4 * CV_NUMBER_SIZE];
	int			i = marked(d, s, which);
	double		x,
				y,
				width;
	int			n;

	if (i < 0)
		return;
	draw_dot(d, d->chart->mark[i].x, d->chart->mark[i].y, "currentColor");
	n = cv_chart_value(d, d->chart->mark[i].y, text);
	strcpy(text + n, " at ");
	cv_chart_x(d, d->chart->mark[i].x, text + n + 4);
	x = cv_x_of(d, d->chart->mark[i].x);
	y = cv_y_of(d, d->chart->mark[i].y);
	width = 1.1 * cv_text_width(cv_label(text), CV_TEXT_SIZE);
	x = fmin(fmax(x, d->left + width / 2 + 4), d->width - width / 2 - 4);
	y = which[1] == 'i' ? y + 18 : y - 9;
	if (y < d->top + 10)
		y = cv_y_of(d, d->chart->mark[i].y) + 18;
	if (y > d->bottom - 4)
		y = cv_y_of(d, d->chart->mark[i].y) - 9;
	if (!has_room(texts, x, y, width))
		return;
	texts->x[texts->n] = x;
	texts->y[texts->n] = y;
	texts->width[texts->n++] = width;
	cv_svg_text(&d->body, x, y, CV_MIDDLE, " font-weight=\"600\"", cv_label(text), CV_TEXT_SIZE, 1e6);
}

static void
say_series(CvDrawing *d, const CvSeries *s)
{
	const CvMark *mark = d->chart->mark;
	int			first = s->first;
	int			last = marked(d, s, "last");
	int			highest = marked(d, s, "max");
	int			lowest = marked(d, s, "min");

	if (last < 0)
	{
		cv_say(d, "There are no values.");
		return;
	}
	while (isnan(mark[first].y))
		first++;
	if (first == last)
	{
		cv_say(d, "One value: ");
		cv_say_value(d, mark[last].y);
		cv_say(d, " at ");
		cv_say_x(d, mark[last].x);
		cv_say(d, ".");
		return;
	}
	cv_say(d, "From ");
	cv_say_value(d, mark[first].y);
	cv_say(d, " at ");
	cv_say_x(d, mark[first].x);
	cv_say(d, " to ");
	cv_say_value(d, mark[last].y);
	cv_say(d, " at ");
	cv_say_x(d, mark[last].x);
	if (mark[highest].y == mark[lowest].y)
	{
		cv_say(d, ", constant.");
		return;
	}
	cv_say(d, "; highest ");
	cv_say_value(d, mark[highest].y);
	cv_say(d, " at ");
	cv_say_x(d, mark[highest].x);
	cv_say(d, ", lowest ");
	cv_say_value(d, mark[lowest].y);
	cv_say(d, " at ");
	cv_say_x(d, mark[lowest].x);
	cv_say(d, ".");
}

static void
say_survival(CvDrawing *d, const CvSeries *s)
{
	const CvMark *mark = d->chart->mark;
	int			last = marked(d, s, "last");

	if (last < 0)
	{
		cv_say(d, "There are no values.");
		return;
	}
	cv_say(d, "From ");
	cv_say_value(d, 1);
	cv_say(d, " at 0 to ");
	cv_say_value(d, mark[last].y);
	cv_say(d, " at ");
	cv_say_x(d, mark[last].x);
	for (int i = s->first; i <= last; i++)
	{
		if (mark[i].y <= 0.5)
		{
			cv_say(d, "; the median is ");
			cv_say_x(d, mark[i].x);
			break;
		}
	}
	cv_say(d, ".");
}

static void
say_all(CvDrawing *d, const CvSeries *series, int n)
{
	const CvMark *mark = d->chart->mark;
	int			best = -1;
	int			worst = -1;

	if (n == 1)
	{
		if (d->chart->kind == CV_CHART_SURVIVAL)
			say_survival(d, series);
		else
			say_series(d, series);
		return;
	}
	for (int i = 0; i < n; i++)
	{
		int			last = marked(d, &series[i], "last");

		if (last < 0)
			continue;
		if (best < 0 || mark[last].y > mark[marked(d, &series[best], "last")].y)
			best = i;
		if (worst < 0 || mark[last].y < mark[marked(d, &series[worst], "last")].y)
			worst = i;
	}
	cv_say_count(d, n, " series", " series");
	cv_say(d, " from ");
	cv_say_x(d, d->x_low);
	cv_say(d, " to ");
	cv_say_x(d, d->x_high);
	if (best >= 0)
	{
		cv_say(d, ". Last values: highest ");
		cv_say_name(d, series[best].name);
		cv_say(d, " with ");
		cv_say_value(d, mark[marked(d, &series[best], "last")].y);
		cv_say(d, ", lowest ");
		cv_say_name(d, series[worst].name);
		cv_say(d, " with ");
		cv_say_value(d, mark[marked(d, &series[worst], "last")].y);
	}
	cv_say(d, ".");
}

/* Extent of x, and of y with its band. */
static void
measure(CvDrawing *d)
{
	const CvChart *c = d->chart;
	CvExtent	x = CV_NO_EXTENT;
	CvExtent	y = CV_NO_EXTENT;

	for (int i = 0; i < c->n; i++)
	{
		CV_BREATHE(i);
		cv_extend(&x, c->mark[i].x);
		cv_extend(&y, c->mark[i].y);
		if (c->kind == CV_CHART_BAND || c->kind == CV_CHART_SURVIVAL)
		{
			cv_extend(&y, c->mark[i].low);
			cv_extend(&y, c->mark[i].high);
		}
	}
	if (c->kind == CV_CHART_SURVIVAL)
	{
		cv_extend(&x, 0);
		cv_extend(&y, 0);
		cv_extend(&y, 1);
	}
	d->x_low = x.low;
	d->x_high = x.high;
	d->decimals = cv_common_decimals(&c->mark[0].y, c->n, CV_MARK_STRIDE);
	cv_set_y(d, y.low, y.high, false);
}

void
cv_draw_lines(CvDrawing *d)
{
	CvSeries   *series;
	int			n = find_series(d, &series);
	Texts		texts = {.n = 0};
	bool		survival = d->chart->kind == CV_CHART_SURVIVAL;
	double		below = d->options->x_label.text != NULL ? 2 * CV_MARGIN : CV_MARGIN;

	cv_draw_head(d);
	if (n > 1)
	{
		CvLegendEntry *entry = d->chart->alloc((size_t) n * sizeof(CvLegendEntry));

		for (int i = 0; i < n; i++)
			entry[i] = (CvLegendEntry) {series[i].name, series[i].style};
		cv_draw_legend(d, entry, n, false);
	}
	cv_set_bottom(d, CV_PLOT_HEIGHT, survival ? below + cv_at_risk_room(d, n) : below);
	measure(d);
	cv_draw_y_axis(d);
	cv_draw_x_axis(d);
	if (d->options->diagonal)
		draw_diagonal(d);
	if (survival)
		cv_draw_at_risk(d, series, n);
	for (int i = 0; i < n && (survival || d->chart->kind == CV_CHART_BAND); i++)
		draw_band(d, &series[i], n);
	for (int i = 0; i < n; i++)
		draw_line(d, &series[i], n);
	for (int i = 0; i < n && survival; i++)
		draw_censored(d, &series[i], n);
	cv_draw_limits(d, d->chart->mark[0].y, d->chart->mark[d->chart->n - 1].y);
	for (int i = 0; i < n && i < MOST_MARKED && d->options->mark.text != NULL; i++)
		draw_marked(d, &series[i], cv_label_is(d->options->mark, "max") ? "max" :
					cv_label_is(d->options->mark, "min") ? "min" : "last", &texts);
	say_all(d, series, n);
}
