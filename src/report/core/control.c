/*
 * control.c - a control chart: values in order, their centre and limits, and which of them are signals.
 *
 * Centre and limits are in steps, which change half way between two points.  A signal is a diamond, so that it is told
 * by its shape as well as by its colour.
 */
#include "report/core/draw.h"

#include "report/core/extent.h"

#define SIGNAL "#D55E00"
#define MOST_DOTS 200

/* Where the steps of point i begin, and those of point i - 1 end. */
static double
edge(const CvDrawing *d, int i)
{
	const CvMark *mark = d->chart->mark;

	if (i == 0)
		return d->left;
	if (i == d->chart->n)
		return d->right;
	return (cv_x_of(d, mark[i - 1].x) + cv_x_of(d, mark[i].x)) / 2;
}

/* The last of some numbers that is there; NaN where none is. */
static double
last_of(const CvDrawing *d, const double *level)
{
	for (int i = d->chart->n - 1; i >= 0; i--)
	{
		if (!isnan(level[(size_t) i * CV_MARK_STRIDE]))
			return level[(size_t) i * CV_MARK_STRIDE];
	}
	return NAN;
}

/* One number of each mark, as steps. */
static void
draw_level(CvDrawing *d, const double *level, const char *attributes)
{
	CvInk	   *ink = &d->body;
	bool		open = false;

	if (isnan(last_of(d, level)))
		return;
	cv_ink(ink, "<path fill=\"none\" ");
	cv_ink(ink, attributes);
	cv_ink(ink, " d=\"");
	for (int i = 0; i < d->chart->n; i++)
	{
		double		y = level[(size_t) i * CV_MARK_STRIDE];

		CV_BREATHE_OFTEN(i);
		if (isnan(y))
		{
			open = false;
			continue;
		}
		if (!open)
			cv_ink_move(ink, "M", edge(d, i), cv_y_of(d, y));
		else
		{
			cv_ink(ink, "V");
			cv_ink_coordinate(ink, cv_y_of(d, y));
		}
		open = true;
		while (i + 1 < d->chart->n && level[(size_t) (i + 1) * CV_MARK_STRIDE] == y)
			i++;
		cv_ink(ink, "H");
		cv_ink_coordinate(ink, edge(d, i + 1));
	}
	cv_ink(ink, "\"/>");
}

/* Has a point gaps on both sides, so that no line shows it? */
static bool
is_lone(const CvChart *c, int i)
{
	return (i == 0 || isnan(c->mark[i - 1].y)) && (i + 1 == c->n || isnan(c->mark[i + 1].y));
}

static void
draw_values(CvDrawing *d)
{
	const CvMark *mark = d->chart->mark;
	CvInk	   *ink = &d->body;

	if (isnan(last_of(d, &mark->y)))
		return;
	cv_ink(ink, "<path fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" stroke-linejoin=\"round\" d=\"");
	for (int i = 0; i < d->chart->n; i++)
	{
		CV_BREATHE_OFTEN(i);
		if (!isnan(mark[i].y))
			cv_ink_move(ink, i == 0 || isnan(mark[i - 1].y) ? "M" : "L", cv_x_of(d, mark[i].x), cv_y_of(d, mark[i].y));
	}
	cv_ink(ink, "\"/>");
	for (int i = 0; i < d->chart->n; i++)
	{
		double		x = cv_x_of(d, mark[i].x);
		double		y = cv_y_of(d, mark[i].y);

		CV_BREATHE_OFTEN(i);
		if (isnan(mark[i].y) || (mark[i].flag == 0 && d->chart->n > MOST_DOTS && !is_lone(d->chart, i)))
			continue;
		if (mark[i].flag != 0)
		{
			cv_ink(ink, "<path fill=\"" SIGNAL "\" d=\"");
			cv_ink_move(ink, "M", x - 6, y);
			cv_ink(ink, "l6 -6l6 6l-6 6z\"/>");
			continue;
		}
		cv_ink(ink, "<circle");
		cv_ink_attribute(ink, "cx", x);
		cv_ink_attribute(ink, "cy", y);
		cv_ink(ink, " r=\"2.5\"/>");
	}
}

/* The last centre and limits, as texts. */
static double
last_levels(const CvDrawing *d, double *level, char (*text)[CV_NUMBER_SIZE])
{
	const CvMark *mark = d->chart->mark;
	CvDrawing	own = *d;
	double		widest = 0;

	level[0] = last_of(d, &mark->more);
	level[1] = last_of(d, &mark->high);
	level[2] = last_of(d, &mark->low);
	own.decimals = cv_common_decimals(level, 3, 1);
	for (int i = 0; i < 3; i++)
	{
		if (isnan(level[i]))
			continue;
		cv_chart_value(&own, level[i], text[i]);
		widest = fmax(widest, cv_text_width(cv_label(text[i]), CV_TEXT_SIZE));
	}
	return widest;
}

/* At the right of the plot, where they do not touch. */
static void
draw_last_levels(CvDrawing *d, const double *level, char (*text)[CV_NUMBER_SIZE])
{
	double		y[3];

	for (int i = 0; i < 3; i++)
	{
		bool		free = !isnan(level[i]);

		y[i] = free ? cv_y_of(d, level[i]) : NAN;
		for (int k = 0; k < i; k++)
			free = free && !(fabs(y[i] - y[k]) < CV_LINE_HEIGHT);
		if (free)
			cv_svg_text(&d->body, d->right + 6, y[i] + 4, CV_START, i == 0 ? " fill-opacity=\".75\"" :
						" fill=\"" SIGNAL "\"", cv_label(text[i]), CV_TEXT_SIZE, 1e6);
		else
			y[i] = NAN;
	}
}

static void
say_signals(CvDrawing *d)
{
	const CvMark *mark = d->chart->mark;
	int			points = 0;
	int			signals = 0;
	int			said = 0;

	for (int i = 0; i < d->chart->n; i++)
	{
		points += !isnan(mark[i].y);
		signals += !isnan(mark[i].y) && mark[i].flag != 0;
	}
	cv_say_count(d, points, " point from ", " points from ");
	cv_say_x(d, d->x_low);
	cv_say(d, " to ");
	cv_say_x(d, d->x_high);
	cv_say(d, ". ");
	if (signals == 0)
		cv_say(d, "No signal.");
	else
		cv_say_count(d, signals, " signal", " signals");
	for (int i = 0; i < d->chart->n && said < 3; i++)
	{
		if (isnan(mark[i].y) || mark[i].flag == 0)
			continue;
		cv_say(d, said++ == 0 ? ": " : ", ");
		cv_say_value(d, mark[i].y);
		cv_say(d, " at ");
		cv_say_x(d, mark[i].x);
	}
	if (signals > said)
	{
		cv_say(d, " and ");
		cv_say_count(d, signals - said, " more", " more");
	}
	cv_say(d, signals > 0 ? "." : "");
}

void
cv_draw_control(CvDrawing *d)
{
	const CvChart *c = d->chart;
	CvExtent	x = CV_NO_EXTENT;
	CvExtent	y = CV_NO_EXTENT;
	double		level[3];
	char		text[3][CV_NUMBER_SIZE];

	for (int i = 0; i < c->n; i++)
	{
		CV_BREATHE_OFTEN(i);
		cv_extend(&x, c->mark[i].x);
		cv_extend(&y, c->mark[i].y);
		cv_extend(&y, c->mark[i].low);
		cv_extend(&y, c->mark[i].high);
		cv_extend(&y, c->mark[i].more);
	}
	d->x_low = x.low;
	d->x_high = x.high;
	d->decimals = cv_common_decimals(&c->mark[0].y, c->n, CV_MARK_STRIDE);
	d->right = fmin(d->right, d->width - last_levels(d, level, text) - 10);
	cv_draw_head(d);
	cv_set_bottom(d, CV_PLOT_HEIGHT, d->options->x_label.text != NULL ? 2 * CV_MARGIN : CV_MARGIN);
	cv_set_y(d, y.low, y.high, false);
	cv_draw_y_axis(d);
	cv_draw_x_axis(d);
	draw_level(d, &c->mark->more, "stroke=\"currentColor\" stroke-opacity=\".6\"");
	draw_level(d, &c->mark->low, "stroke=\"" SIGNAL "\" stroke-dasharray=\"6 4\"");
	draw_level(d, &c->mark->high, "stroke=\"" SIGNAL "\" stroke-dasharray=\"6 4\"");
	draw_values(d);
	cv_draw_limits(d, c->mark[0].y, c->mark[c->n - 1].y);
	draw_last_levels(d, level, text);
	say_signals(d);
}
