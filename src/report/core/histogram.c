/*
 * histogram.c - values counted in bins of round width: closed below and open above, the last one closed.
 */
#include "report/core/draw.h"

int64_t *
cv_histogram_counts(const CvMark *mark, int n, int most, CvTicks *edges, void *(*alloc) (size_t size))
{
	double		high = mark[0].high;
	int64_t    *count;
	int64_t		bins;

	for (int i = 1; i < n; i++)
		high = fmax(high, mark[i].high);
	*edges = cv_ticks(mark[0].x, high, most);
	bins = edges->last - edges->first;
	count = alloc((size_t) bins * sizeof(int64_t));
	memset(count, 0, (size_t) bins * sizeof(int64_t));
	for (int i = 0; i < n; i++)
	{
		int64_t		bin = cv_tick_below(edges, mark[i].x) - edges->first;

		CV_BREATHE_OFTEN(i);
		count[bin < bins ? bin : bins - 1] += (int64_t) mark[i].y;
	}
	return count;
}

/* The value of this rank, from 1 on. */
static double
value_of_rank(const CvMark *mark, int n, double rank)
{
	double		seen = 0;

	for (int i = 0; i < n; i++)
	{
		seen += mark[i].y;
		if (seen >= rank)
			return mark[i].x;
	}
	return mark[n - 1].x;
}

/* With two values in the middle, the mean of them. */
static double
median_of(const CvMark *mark, int n, double total)
{
	return value_of_rank(mark, n, floor((total + 1) / 2)) / 2 + value_of_rank(mark, n, floor(total / 2) + 1) / 2;
}

static double
total_of(const CvMark *mark, int n)
{
	double		total = 0;

	for (int i = 0; i < n; i++)
		total += mark[i].y;
	return total;
}

static double
mean_of(const CvMark *mark, int n, double total)
{
	double		mean = 0;

	for (int i = 0; i < n; i++)
		mean += (mark[i].x / 2 + mark[i].high / 2) * (mark[i].y / total);
	return mean;
}

#define PLACES 34			/* pixels, of median and mean */
#define LONG_TAIL 2.0
#define TAIL_FROM 50			/* values */

/*
 * Bins, and how many values are beyond the last one: where the largest values are far from 98 % of all, these have the
 * bins and the others one bin more.
 */
static int64_t *
bins_of(const CvDrawing *d, CvTicks *edges, int64_t *beyond)
{
	const CvChart *c = d->chart;
	int			n = c->n;
	double		total = total_of(c->mark, n);
	double		most = value_of_rank(c->mark, n, 0.98 * total);

	*beyond = 0;
	if (total >= TAIL_FROM && c->mark[n - 1].high - most > LONG_TAIL * (most - c->mark[0].x) && most > c->mark[0].x)
	{
		CvTicks		inner = cv_ticks(c->mark[0].x, most, d->options->bins);
		double		last = cv_tick_value(&inner, inner.last);

		/* Whole marks, and none at the last edge, which is where the bin beyond begins. */
		while (n > 0 && c->mark[n - 1].x >= last)
			*beyond += (int64_t) c->mark[--n].y;
		if (n > 0)
		{
			int64_t		bins = inner.last - inner.first;
			int64_t    *count = c->alloc((size_t) bins * sizeof(int64_t));

			memset(count, 0, (size_t) bins * sizeof(int64_t));
			for (int i = 0; i < n; i++)
				count[cv_tick_below(&inner, c->mark[i].x) - inner.first] += (int64_t) c->mark[i].y;
			*edges = inner;
			return count;
		}
		*beyond = 0;
	}
	return cv_histogram_counts(c->mark, c->n, d->options->bins, edges, c->alloc);
}

static void
draw_bin(CvDrawing *d, double x, double width, int64_t count, bool beyond)
{
	CvInk	   *ink = &d->body;
	double		y = cv_y_of(d, (double) count);

	if (count == 0)
		return;
	cv_ink(ink, "<rect");
	cv_ink_attribute(ink, "x", x + 0.5);
	cv_ink_attribute(ink, "y", fmin(y, d->bottom - 1));
	cv_ink_attribute(ink, "width", fmax(0.5, width - 1));
	cv_ink_attribute(ink, "height", fmax(1, d->bottom - y));
	cv_ink(ink, beyond ? " fill=\"currentColor\" fill-opacity=\".4\"/>" : " fill=\"");
	if (beyond)
		return;
	cv_ink_color(ink, d->options, 0);
	cv_ink(ink, "\"/>");
}

/* The text of a place, and whether it stands to the left of its line. */
static double
place_text(const CvDrawing *d, double value, const char *name, char *text)
{
	strcpy(text, name);
	cv_chart_value(d, value, text + strlen(text));
	return cv_text_width(cv_label(text), CV_TEXT_SIZE) + 8;
}

/* A line at a value of the bins, named. */
static void
draw_place(CvDrawing *d, double value, double y, const char *name, bool left, bool dashes)
{
	CvInk	   *ink = &d->body;
	char		text[CV_NUMBER_SIZE + 20];
	double		x = cv_x_of(d, value);

	place_text(d, value, name, text);
	cv_ink(ink, dashes ? "<path stroke=\"currentColor\" stroke-dasharray=\"5 3\" d=\"" :
		   "<path stroke=\"currentColor\" d=\"");
	cv_ink_move(ink, "M", x, y - 8);
	cv_ink(ink, "V");
	cv_ink_coordinate(ink, d->bottom);
	cv_ink(ink, "\"/>");
	cv_svg_text(ink, left ? x - 5 : x + 5, y, left ? CV_END : CV_START, "", cv_label(text), CV_TEXT_SIZE, 1e6);
}

/* Median and mean beside their lines; one above the other where there is no room. */
static void
draw_places(CvDrawing *d, double median, double mean)
{
	char		text[CV_NUMBER_SIZE + 20];
	double		width = place_text(d, median, "median ", text);
	double		mean_width = place_text(d, mean, "mean ", text);
	bool		mean_drawn = mean <= d->x_high;
	bool		left = (median <= mean && cv_x_of(d, median) - width > d->left) ||
		cv_x_of(d, median) + width > d->width;
	bool		mean_left = (mean < median && cv_x_of(d, mean) - mean_width > d->left) ||
		cv_x_of(d, mean) + mean_width > d->width;
	double		from = cv_x_of(d, median) - (left ? width : 0);
	double		mean_from = cv_x_of(d, mean) - (mean_left ? mean_width : 0);
	bool		apart = !mean_drawn || from + width <= mean_from || mean_from + mean_width <= from;

	/* A line that crosses the other's text would be read as a part of it. */
	apart = apart && !(cv_x_of(d, mean) > from && cv_x_of(d, mean) < from + width) &&
		!(cv_x_of(d, median) > mean_from && cv_x_of(d, median) < mean_from + mean_width);
	draw_place(d, median, d->top - (apart ? 8 : 22), "median ", left, true);
	if (mean_drawn)
		draw_place(d, mean, d->top - 8, "mean ", mean_left, false);
}

/* Edges below the bins, as many as have room; the last one is that of the bin beyond, where there is one. */
static void
draw_edges(CvDrawing *d, const CvTicks *edges, double slot, bool beyond)
{
	CvInk	   *ink = &d->body;
	char		text[CV_NUMBER_SIZE];
	int64_t		last = edges->last - beyond;
	double		widest = 0;
	int64_t		every;

	for (int64_t k = edges->first; k <= last; k++)
	{
		cv_chart_tick(d, edges, k, text);
		widest = fmax(widest, cv_text_width(cv_label(text), CV_TEXT_SIZE));
	}
	every = (int64_t) ceil((widest + 8) / slot);
	cv_ink(ink, "<g text-anchor=\"middle\" fill-opacity=\".75\">");
	for (int64_t k = edges->first; k <= last; k += every)
	{
		double		x = d->left + slot * (double) (k - edges->first);
		double		half;

		cv_chart_tick(d, edges, k, text);
		half = cv_text_width(cv_label(text), CV_TEXT_SIZE) / 2;
		cv_svg_text(ink, fmin(x, d->width - half - 2), d->bottom + 17, CV_START, "", cv_label(text), CV_TEXT_SIZE, 1e6);
	}
	cv_ink(ink, "</g>");
}

static void
say_bins(CvDrawing *d, const CvTicks *edges, const int64_t *count, double total, double median, double mean,
		 int64_t beyond)
{
	int64_t		fullest = 0;
	char		text[CV_NUMBER_SIZE];

	for (int64_t i = 0; i < edges->last - edges->first; i++)
		fullest = count[i] > count[fullest] ? i : fullest;
	cv_say_count(d, (int64_t) total, " value", " values");
	cv_say(d, ", median ");
	cv_say_value(d, median);
	cv_say(d, ", mean ");
	cv_say_value(d, mean);
	cv_say(d, ". Most are from ");
	cv_chart_tick(d, edges, edges->first + fullest, text);
	cv_say(d, text);
	cv_say(d, " to ");
	cv_chart_tick(d, edges, edges->first + fullest + 1, text);
	cv_say(d, text);
	cv_say(d, ": ");
	cv_ink_int(&d->finding, count[fullest]);
	cv_say(d, ".");
	if (beyond == 0)
		return;
	cv_say(d, " ");
	cv_ink_int(&d->finding, beyond);
	cv_say(d, beyond == 1 ? " is " : " are ");
	cv_chart_tick(d, edges, edges->last, text);
	cv_say(d, text);
	cv_say(d, " or more, up to ");
	cv_say_value(d, d->chart->mark[d->chart->n - 1].high);
	cv_say(d, ".");
}

void
cv_draw_histogram(CvDrawing *d)
{
	const CvChart *c = d->chart;
	double		total = total_of(c->mark, c->n);
	double		median = median_of(c->mark, c->n, total);
	double		mean = mean_of(c->mark, c->n, total);
	CvTicks		edges;
	int64_t		beyond;
	int64_t    *count = bins_of(d, &edges, &beyond);
	int			bins = (int) (edges.last - edges.first);
	int64_t		most = beyond;
	double		slot,
				place;

	for (int i = 0; i < bins; i++)
		most = count[i] > most ? count[i] : most;
	cv_draw_head(d);
	d->top += PLACES;
	cv_set_bottom(d, CV_PLOT_HEIGHT - PLACES, d->options->x_label.text != NULL ? 2 * CV_MARGIN : CV_MARGIN);
	d->decimals = cv_tick_decimals(&edges) + (edges.mantissa * pow(10, edges.exponent) >= 100 ? 0 : 1);
	{
		CvChartOptions counts = *d->options;
		CvDrawing	axis = *d;

		counts.percent = false;
		counts.nlimits = 0;
		axis.options = &counts;
		cv_set_y(&axis, 0, (double) most, true);
		cv_draw_y_axis(&axis);
		axis.options = d->options;
		*d = axis;
	}
	slot = (d->right - d->left) / (bins + (beyond > 0 ? 1.25 : 0));
	for (int i = 0; i < bins; i++)
		draw_bin(d, d->left + slot * i, slot, count[i], false);
	if (beyond > 0)
	{
		char		text[CV_NUMBER_SIZE + 8] = "\xe2\x89\xa5 ";

		draw_bin(d, d->left + slot * (bins + 0.25), slot, beyond, true);
		cv_chart_tick(d, &edges, edges.last, text + strlen(text));
		cv_svg_text(&d->body,
					fmin(d->left + slot * (bins + 0.75),
						 d->width - cv_text_width(cv_label(text), CV_TEXT_SIZE) / 2 - 2), d->bottom + 17, CV_MIDDLE,
					" fill-opacity=\".75\"", cv_label(text), CV_TEXT_SIZE, 1e6);
	}
	draw_edges(d, &edges, slot, beyond > 0);
	place = d->right;
	d->right = d->left + slot * bins;
	d->x_low = cv_tick_value(&edges, edges.first);
	d->x_high = cv_tick_value(&edges, edges.last);
	draw_places(d, median, mean);
	d->right = place;
	if (d->options->x_label.text != NULL)
		cv_svg_text(&d->body, (d->left + d->right) / 2, d->bottom + 34, CV_MIDDLE, " fill-opacity=\".75\"",
					d->options->x_label, CV_TEXT_SIZE, d->right - d->left);
	say_bins(d, &edges, count, total, median, mean, beyond);
}
