/*
 * at_risk.c - how many customers a survival curve rests on, at the ticks of its axis: a row for each series.
 */
#include "report/core/series.h"

/* Where they are not known, there are no rows. */
static bool
is_known(const CvChart *c)
{
	for (int i = 0; i < c->n; i++)
	{
		CV_BREATHE_OFTEN(i);
		if (!isnan(c->mark[i].more))
			return true;
	}
	return false;
}

static int
rows_of(int n)
{
	return n < CV_MOST_LEGEND ? n : CV_MOST_LEGEND;
}

/* The widest number; the plot begins where the one at its left edge has room. */
double
cv_at_risk_room(CvDrawing *d, int n)
{
	const CvChart *c = d->chart;
	int			decimals = cv_common_decimals(&c->mark[0].more, c->n, CV_MARK_STRIDE);
	double		widest = 0;

	if (!is_known(c))
		return 0;
	for (int i = 0; i < c->n; i++)
	{
		char		text[CV_NUMBER_SIZE];

		CV_BREATHE_OFTEN(i);
		if (isnan(c->mark[i].more))
			continue;
		cv_number_text(c->mark[i].more, decimals, text);
		widest = fmax(widest, cv_text_width(cv_label(text), CV_TEXT_SIZE));
	}
	d->left = fmax(d->left, CV_MARGIN + (n > 1 ? CV_SWATCH : 0) + widest / 2);
	return CV_LINE_HEIGHT * (rows_of(n) + 1) + 8;
}

/* Those of the first time from x on; nobody after the last one. */
static double
at_risk(const CvChart *c, const CvSeries *s, double x)
{
	for (int i = s->first; i < s->end; i++)
	{
		CV_BREATHE_OFTEN(i);
		if (c->mark[i].x >= x)
			return c->mark[i].more;
	}
	return 0;
}

/* Numbers of one series, as many as do not touch. */
static void
draw_row(CvDrawing *d, const CvSeries *s, const CvXTick *tick, int n, double y)
{
	int			decimals = cv_common_decimals(&d->chart->mark[0].more, d->chart->n, CV_MARK_STRIDE);
	double		free_from = 0;

	for (int i = 0; i < n; i++)
	{
		double		number = at_risk(d->chart, s, tick[i].x);
		char		text[CV_NUMBER_SIZE];
		double		half,
					x;

		if (isnan(number))
			continue;
		cv_number_text(number, decimals, text);
		half = cv_text_width(cv_label(text), CV_TEXT_SIZE) / 2;
		x = fmin(cv_x_of(d, tick[i].x), d->width - half - 2);
		if (x - half < free_from)
			continue;
		cv_svg_text(&d->body, x, y, CV_START, "", cv_label(text), CV_TEXT_SIZE, 1e6);
		free_from = x + half + 8;
	}
}

void
cv_draw_at_risk(CvDrawing *d, const CvSeries *series, int n)
{
	CvXTick		tick[CV_MOST_X_TICKS];
	int			nticks = cv_x_ticks(d, tick);
	double		y = d->height - CV_LINE_HEIGHT * (rows_of(n) + 1) + 8;

	if (!is_known(d->chart))
		return;
	cv_svg_text(&d->body, CV_MARGIN, y, CV_START, " fill-opacity=\".75\"", cv_label("at risk"), CV_TEXT_SIZE, 1e6);
	for (int i = 0; i < rows_of(n) && n > 1; i++)
		cv_draw_swatch(d, CV_MARGIN, y + CV_LINE_HEIGHT * (i + 1), series[i].style, false);
	cv_ink(&d->body, "<g text-anchor=\"middle\">");
	for (int i = 0; i < rows_of(n); i++)
		draw_row(d, &series[i], tick, nticks, y + CV_LINE_HEIGHT * (i + 1));
	cv_ink(&d->body, "</g>");
}
