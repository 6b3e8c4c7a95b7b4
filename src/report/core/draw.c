/*
 * draw.c - the frame of a chart: head, legend, axes, scale, and the assembly of what was drawn.
 *
 * The plot is 560 by 360 in a box of 640 by 400; title, legend and long labels make the box higher, so that the plot
 * stays as it is.
 */
#include "report/core/draw.h"

#include <stdio.h>

#include "num/sort.h"
#include "report/core/extent.h"

static const char *const palette[] = {"#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "currentColor",
	"#F0E442"};
static const char *const dashes[] = {"", "7 3", "2 3", "10 3 2 3", "14 4", "5 2 1 2", "3 6"};

void
cv_ink_color(CvInk *ink, const CvChartOptions *options, int i)
{
	if (options->ncolors > 0)
		cv_ink_escaped(ink, options->color[i % options->ncolors]);
	else
		cv_ink(ink, palette[i % (int) (sizeof(palette) / sizeof(palette[0]))]);
}

const char *
cv_dashes(int i)
{
	return dashes[i % (int) (sizeof(dashes) / sizeof(dashes[0]))];
}

void
cv_ink_attribute(CvInk *ink, const char *name, double x)
{
	cv_ink(ink, " ");
	cv_ink(ink, name);
	cv_ink(ink, "=\"");
	cv_ink_coordinate(ink, x);
	cv_ink(ink, "\"");
}

void
cv_ink_move(CvInk *ink, const char *letter, double x, double y)
{
	cv_ink(ink, letter);
	cv_ink_coordinate(ink, x);
	cv_ink(ink, " ");
	cv_ink_coordinate(ink, y);
}

bool
cv_label_is(CvLabel label, const char *word)
{
	return label.text != NULL && label.length == (int) strlen(word) && memcmp(label.text, word, strlen(word)) == 0;
}

double
cv_x_of(const CvDrawing *d, double x)
{
	if (!(d->x_low < d->x_high))
		return (d->left + d->right) / 2;
	return d->left + (d->right - d->left) * cv_share(x, d->x_low, d->x_high);
}

double
cv_y_of(const CvDrawing *d, double y)
{
	return d->bottom - (d->bottom - d->top) * cv_share(y, d->y_low, d->y_high);
}

/* Own decimals up to two; of longer numbers so many that three digits of the largest are seen. */
int
cv_common_decimals(const double *value, int n, int stride)
{
	int			decimals = 0;
	double		largest = 0;
	int			few;

	for (int i = 0; i < n; i++)
	{
		double		x = value[(size_t) i * stride];
		int			own;

		CV_BREATHE_OFTEN(i);
		if (isnan(x))
			continue;
		own = cv_decimals_of(x);
		decimals = own > decimals ? own : decimals;
		largest = fmax(largest, fabs(x));
	}
	if (decimals <= 2)
		return decimals;
	few = largest > 0 ? 2 - (int) floor(log10(largest)) : 0;
	few = few < 0 ? 0 : few > 12 ? 12 : few;
	return few < decimals ? few : decimals;
}

double
cv_decimal_unit(const double *value, int n, int stride)
{
	int			decimals = 0;

	for (int i = 0; i < n; i++)
	{
		double		x = value[(size_t) i * stride];

		CV_BREATHE_OFTEN(i);
		decimals = isnan(x) ? decimals : (int) fmax(decimals, cv_decimals_of(x));
	}
	return pow(10, decimals);
}

double
cv_decimal_sum(double sum, double unit)
{
	return fabs(sum) * unit < 1e15 ? cv_round_near(sum * unit) / unit : sum;
}

int
cv_chart_value(const CvDrawing *d, double x, char *text)
{
	int			n;

	if (!d->options->percent)
		return cv_number_text(x, d->decimals, text);
	n = cv_number_text(x * 100, d->decimals > 2 ? d->decimals - 2 : 0, text);
	strcpy(text + n, " %");
	return n + 2;
}

#define SECOND 1e6

int
cv_chart_x(const CvDrawing *d, double x, char *text)
{
	int64_t		day;
	int			seconds;
	int			n;

	if (d->chart->axis == CV_AXIS_NUMBER)
	{
		n = cv_decimals_of(x);
		return n > 6 ? cv_number_text(x, 6, text) : cv_shortest_text(x, text);
	}
	day = (int64_t) floor(x / CV_DAY_MICROSECONDS);
	n = cv_axis_date(day, CV_UNIT_DAY, text);
	if (d->chart->axis == CV_AXIS_DATE || x == day * CV_DAY_MICROSECONDS)
		return n;
	seconds = (int) floor((x - day * CV_DAY_MICROSECONDS) / SECOND);
	n += snprintf(text + n, CV_NUMBER_SIZE, " %02d:%02d", seconds / 3600, seconds / 60 % 60);
	return seconds % 60 == 0 ? n : n + snprintf(text + n, CV_NUMBER_SIZE, ":%02d", seconds % 60);
}

void
cv_say(CvDrawing *d, const char *words)
{
	cv_ink(&d->finding, words);
}

void
cv_say_name(CvDrawing *d, CvLabel name)
{
	int			fits = cv_text_fits(name, 1, 40);

	cv_ink_escaped(&d->finding, (CvLabel) {name.text, fits});
	if (fits < name.length)
		cv_ink_char(&d->finding, 0x2026);
}

void
cv_say_value(CvDrawing *d, double x)
{
	char		text[CV_NUMBER_SIZE];

	cv_ink_bytes(&d->finding, text, (size_t) cv_chart_value(d, x, text));
}

void
cv_say_x(CvDrawing *d, double x)
{
	char		text[2 * CV_NUMBER_SIZE];

	cv_ink_bytes(&d->finding, text, (size_t) cv_chart_x(d, x, text));
}

void
cv_say_count(CvDrawing *d, int64_t n, const char *one, const char *many)
{
	cv_ink_int(&d->finding, n);
	cv_ink(&d->finding, n == 1 ? one : many);
}

void
cv_draw_value(CvDrawing *d, double x, double y, CvAnchor anchor, double value)
{
	char		text[CV_NUMBER_SIZE];

	cv_chart_value(d, value, text);
	cv_svg_text(&d->body, x, y, anchor, "", cv_label(text), CV_TEXT_SIZE, 1e6);
}

#define TITLE_SIZE 16

static void
draw_title(CvDrawing *d, CvLabel line, double room)
{
	cv_svg_text(&d->body, CV_MARGIN, d->top + 6, CV_START, " font-size=\"16\" font-weight=\"600\"", line, TITLE_SIZE,
				room);
}

/* Where a text is parted into two lines that both fit, the wider one as narrow as can be; 0 where it cannot be. */
int
cv_part_of(CvLabel label, double size, double room)
{
	int			best = 0;
	double		best_width = room;

	for (int i = 1; i < label.length - 1 && label.length < 1000; i++)
	{
		double		width;

		if (label.text[i] != ' ')
			continue;
		width = fmax(cv_text_width((CvLabel) {label.text, i}, size),
					 cv_text_width((CvLabel) {label.text + i + 1, label.length - i - 1}, size));
		if (width <= best_width)
		{
			best = i;
			best_width = width;
		}
	}
	return best;
}

void
cv_draw_head(CvDrawing *d)
{
	const CvChartOptions *o = d->options;

	double		room = d->width - 2 * CV_MARGIN;
	CvLabel		line = o->title;
	int			part = 0;

	if (o->title.text == NULL)
		return;
	if (cv_text_width(line, TITLE_SIZE) > room)
		part = cv_part_of(line, TITLE_SIZE, room);
	if (part > 0)
	{
		draw_title(d, (CvLabel) {line.text, part}, room);
		d->top += 20;
		line = (CvLabel) {line.text + part + 1, line.length - part - 1};
	}
	draw_title(d, line, room);
	d->top += 28;
}

/* The name of the values, above them. */
static void
draw_axis_name(CvDrawing *d)
{
	if (d->options->y_label.text == NULL)
		return;
	cv_svg_text(&d->body, CV_MARGIN, d->top + 2, CV_START, " fill-opacity=\".75\"", d->options->y_label, CV_TEXT_SIZE,
				d->width - 2 * CV_MARGIN);
	d->top += CV_LINE_HEIGHT;
}

void
cv_draw_swatch(CvDrawing *d, double x, double y, int style, bool swatch)
{
	CvInk	   *ink = &d->body;

	if (swatch)
	{
		cv_ink(ink, "<rect");
		cv_ink_attribute(ink, "x", x);
		cv_ink_attribute(ink, "y", y - 10);
		cv_ink(ink, " width=\"18\" height=\"12\" fill=\"");
		cv_ink_color(ink, d->options, style);
		cv_ink(ink, "\"/>");
		return;
	}
	cv_ink(ink, "<path d=\"");
	cv_ink_move(ink, "M", x, y - 4);
	cv_ink(ink, "h20\" stroke-width=\"2.5\" stroke=\"");
	cv_ink_color(ink, d->options, style);
	if (cv_dashes(style)[0] != '\0')
	{
		cv_ink(ink, "\" stroke-dasharray=\"");
		cv_ink(ink, cv_dashes(style));
	}
	cv_ink(ink, "\"/>");
}

void
cv_draw_legend(CvDrawing *d, const CvLegendEntry *entry, int n, bool swatches)
{
	double		x = CV_MARGIN;
	double		y = d->top + 2;
	double		widest = d->width - 2 * CV_MARGIN - CV_SWATCH;

	for (int i = 0; i < n && i <= CV_MOST_LEGEND; i++)
	{
		char		rest[40];
		CvLabel		name = entry[i].name;
		double		width;

		if (i == CV_MOST_LEGEND)
		{
			snprintf(rest, sizeof(rest), "and %d more", n - CV_MOST_LEGEND);
			name = cv_label(rest);
		}
		width = fmin(cv_text_width(name, CV_TEXT_SIZE), widest);
		if (x > CV_MARGIN && x + CV_SWATCH + width > d->width - CV_MARGIN)
		{
			x = CV_MARGIN;
			y += CV_LINE_HEIGHT + 2;
		}
		if (i < CV_MOST_LEGEND)
			cv_draw_swatch(d, x, y, entry[i].style, swatches);
		cv_svg_text(&d->body, x + CV_SWATCH, y, CV_START, "", name, CV_TEXT_SIZE, widest);
		x += CV_SWATCH + width + 16;
	}
	d->top = y + 18;
}

void
cv_set_bottom(CvDrawing *d, double plot_height, double below)
{
	draw_axis_name(d);
	if (d->options->height > 0)
		plot_height = fmax(40, d->options->height - d->top - below);
	d->bottom = d->top + plot_height;
	d->height = d->bottom + below;
}

int
cv_chart_tick(const CvDrawing *d, const CvTicks *ticks, int64_t k, char *text)
{
	CvTicks		percent = *ticks;
	int			n;

	if (!d->options->percent)
		return cv_tick_text(ticks, k, text);
	percent.exponent += 2;
	n = cv_tick_text(&percent, k, text);
	strcpy(text + n, " %");
	return n + 2;
}

/* Room for the labels of the y axis. */
static void
set_left(CvDrawing *d)
{
	char		text[CV_NUMBER_SIZE];

	for (int64_t k = d->y.first; k <= d->y.last; k++)
	{
		cv_chart_tick(d, &d->y, k, text);
		d->left = fmax(d->left, cv_text_width(cv_label(text), CV_TEXT_SIZE) + 14);
	}
}

void
cv_set_y(CvDrawing *d, double low, double high, bool whole)
{
	const CvChartOptions *o = d->options;
	int			most = d->bottom - d->top < 150 ? 3 : 5;

	if (!(low <= high))
		low = high = 0;
	low = isnan(o->y_min) ? low : fmin(low, o->y_min);
	high = isnan(o->y_max) ? high : fmax(high, o->y_max);
	for (int i = 0; i < o->nlimits; i++)
	{
		low = fmin(low, o->limit[i]);
		high = fmax(high, o->limit[i]);
	}
	if (whole && high - low < most)
		most = (int) fmax(1, high - low);
	d->y = cv_ticks(low, high, most);
	d->y_low = cv_tick_value(&d->y, d->y.first);
	d->y_high = cv_tick_value(&d->y, d->y.last);
	set_left(d);
}

/* The axis with its grid. */
void
cv_draw_y_axis(CvDrawing *d)
{
	CvInk	   *ink = &d->body;
	char		text[CV_NUMBER_SIZE];

	cv_ink(ink, "<path stroke=\"currentColor\" stroke-opacity=\".14\" d=\"");
	for (int64_t k = d->y.first; k <= d->y.last; k++)
	{
		cv_ink_move(ink, "M", d->left, cv_y_of(d, cv_tick_value(&d->y, k)));
		cv_ink(ink, "H");
		cv_ink_coordinate(ink, d->right);
	}
	cv_ink(ink, "\"/>");
	cv_ink(ink, "<g text-anchor=\"end\" fill-opacity=\".75\">");
	for (int64_t k = d->y.first; k <= d->y.last; k++)
	{
		cv_chart_tick(d, &d->y, k, text);
		cv_svg_text(ink, d->left - 8, cv_y_of(d, cv_tick_value(&d->y, k)) + 4, CV_START, "", cv_label(text),
					CV_TEXT_SIZE, 1e6);
	}
	cv_ink(ink, "</g>");
	if (d->y_low <= 0 && d->y_high >= 0)
	{
		cv_ink(ink, "<path stroke=\"currentColor\" stroke-opacity=\".6\" d=\"");
		cv_ink_move(ink, "M", d->left, cv_y_of(d, 0));
		cv_ink(ink, "H");
		cv_ink_coordinate(ink, d->right);
		cv_ink(ink, "\"/>");
	}
}

static int
number_ticks(const CvDrawing *d, int most, CvXTick *tick)
{
	CvTicks		ticks = cv_ticks(d->x_low, d->x_high, most);
	int			n = 0;

	for (int64_t k = ticks.first; k <= ticks.last && n < CV_MOST_X_TICKS; k++)
	{
		if (cv_tick_value(&ticks, k) < d->x_low || cv_tick_value(&ticks, k) > d->x_high)
			continue;
		tick[n].x = cv_tick_value(&ticks, k);
		cv_tick_text(&ticks, k, tick[n++].text);
	}
	return n;
}

/* Round times within a day or two; midnight as the day that begins. */
static int
clock_ticks(const CvDrawing *d, int most, CvXTick *tick)
{
	static const int seconds[] = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200,
		86400};
	int			n = 0;

	for (int i = 0; i < (int) (sizeof(seconds) / sizeof(seconds[0])); i++)
	{
		double		step = seconds[i] * 1e6;
		double		first = ceil(d->x_low / step);
		double		last = floor(d->x_high / step);

		if (last - first + 1 > most)
			continue;
		for (double k = first; k <= last; k++)
		{
			double		of_day = k * step - floor(k * step / CV_DAY_MICROSECONDS) * CV_DAY_MICROSECONDS;
			int			s = (int) (of_day / 1e6);

			tick[n].x = k * step;
			if (s == 0)
				cv_axis_date((int64_t) floor(k * step / CV_DAY_MICROSECONDS), CV_UNIT_DAY, tick[n++].text);
			else if (seconds[i] < 60)
				snprintf(tick[n++].text, sizeof(tick->text), "%02d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
			else
				snprintf(tick[n++].text, sizeof(tick->text), "%02d:%02d", s / 3600, s / 60 % 60);
		}
		break;
	}
	return n;
}

static int
day_ticks(const CvDrawing *d, int most, CvXTick *tick)
{
	int64_t		day[CV_MOST_DATE_TICKS];
	CvDateUnit	unit;
	int64_t		low = (int64_t) ceil(d->x_low / CV_DAY_MICROSECONDS);
	int64_t		high = (int64_t) floor(d->x_high / CV_DAY_MICROSECONDS);
	int			n;

	if (low > high)
		return 0;
	n = cv_date_ticks(low, high, most, day, &unit);
	for (int i = 0; i < n; i++)
	{
		tick[i].x = day[i] * CV_DAY_MICROSECONDS;
		cv_axis_date(day[i], unit, tick[i].text);
	}
	return n;
}

static int
ticks_at_most(const CvDrawing *d, int most, CvXTick *tick)
{
	if (!(d->x_low < d->x_high))
	{
		tick[0].x = d->x_low;
		cv_chart_x(d, d->x_low, tick[0].text);
		return 1;
	}
	if (d->chart->axis == CV_AXIS_NUMBER)
		return number_ticks(d, most, tick);
	if (d->chart->axis == CV_AXIS_TIME && d->x_high - d->x_low < 2 * CV_DAY_MICROSECONDS)
		return clock_ticks(d, most, tick);
	return day_ticks(d, most, tick);
}

/* Where the label of a tick is centred, so that it is not cut at the edges. */
static double
label_center(const CvDrawing *d, const CvXTick *tick)
{
	double		half = cv_text_width(cv_label(tick->text), CV_TEXT_SIZE) / 2;

	return fmin(fmax(cv_x_of(d, tick->x), half + 2), d->width - half - 2);
}

static bool
labels_fit(const CvDrawing *d, const CvXTick *tick, int n)
{
	for (int i = 1; i < n; i++)
	{
		double		room = (cv_text_width(cv_label(tick[i].text), CV_TEXT_SIZE) +
							cv_text_width(cv_label(tick[i - 1].text), CV_TEXT_SIZE)) / 2;

		if (label_center(d, &tick[i]) - label_center(d, &tick[i - 1]) < room + 8)
			return false;
	}
	return true;
}

int
cv_x_ticks(const CvDrawing *d, CvXTick *tick)
{
	int			n = 0;

	for (int most = d->chart->axis == CV_AXIS_NUMBER ? 8 : 6; most > 0; most--)
	{
		n = ticks_at_most(d, most, tick);
		if (labels_fit(d, tick, n))
			break;
	}
	return n;
}

void
cv_draw_x_axis(CvDrawing *d)
{
	CvInk	   *ink = &d->body;
	CvXTick		tick[CV_MOST_X_TICKS];
	int			n = cv_x_ticks(d, tick);

	cv_ink(ink, "<path stroke=\"currentColor\" stroke-opacity=\".6\" d=\"");
	if (d->y_low > 0 || d->y_high < 0)
	{
		cv_ink_move(ink, "M", d->left, d->bottom);
		cv_ink(ink, "H");
		cv_ink_coordinate(ink, d->right);
	}
	for (int i = 0; i < n; i++)
	{
		cv_ink_move(ink, "M", cv_x_of(d, tick[i].x), d->bottom);
		cv_ink(ink, "v4");
	}
	cv_ink(ink, "\"/><g text-anchor=\"middle\" fill-opacity=\".75\">");
	for (int i = 0; i < n; i++)
		cv_svg_text(ink, label_center(d, &tick[i]), d->bottom + 17, CV_START, "", cv_label(tick[i].text), CV_TEXT_SIZE,
					1e6);
	cv_ink(ink, "</g>");
	if (d->options->x_label.text != NULL)
		cv_svg_text(ink, (d->left + d->right) / 2, d->bottom + 34, CV_MIDDLE, " fill-opacity=\".75\"",
					d->options->x_label, CV_TEXT_SIZE, d->right - d->left);
}

/* The values of limits stand where the data are further away from them: at the left or at the right. */
void
cv_draw_limits(CvDrawing *d, double first, double last)
{
	const CvChartOptions *o = d->options;
	CvInk	   *ink = &d->body;
	CvDrawing	own = *d;		/* with the decimals of a limit */
	double		at[CV_MOST_LIMITS];	/* where there is a value */

	for (int i = 0; i < o->nlimits; i++)
	{
		char		text[CV_NUMBER_SIZE];
		double		y = cv_y_of(d, o->limit[i]);
		bool		left;
		bool		free = true;

		cv_ink(ink, "<path stroke=\"#D55E00\" stroke-dasharray=\"6 4\" d=\"");
		cv_ink_move(ink, "M", d->left, y);
		cv_ink(ink, "H");
		cv_ink_coordinate(ink, d->right);
		cv_ink(ink, "\"/>");
		own.decimals = cv_common_decimals(&o->limit[i], 1, 1);
		cv_chart_value(&own, o->limit[i], text);
		left = fabs(last - o->limit[i]) < fabs(first - o->limit[i]);
		for (int k = 0; k < i; k++)
			free = free && !(fabs(at[k] - y) < CV_LINE_HEIGHT);
		at[i] = free ? y : NAN;
		if (free)
			cv_svg_text(ink, left ? d->left + 4 : d->right, y < d->top + 14 ? y + 13 : y - 4,
						left ? CV_START : CV_END, " fill=\"#D55E00\"", cv_label(text), CV_TEXT_SIZE, 1e6);
	}
}

/* Names in order: as the options say, then numbers by their size or texts by their bytes. */
typedef struct PlacedName
{
	double		number;
	int			wish;
	int			name;
} PlacedName;

static inline bool
is_before(const PlacedName *a, const PlacedName *b)
{
	if (a->wish != b->wish)
		return a->wish < b->wish;
	return a->number != b->number ? a->number < b->number : a->name < b->name;
}

#define IS_BEFORE(a, b) is_before(&(a), &(b))
CV_DEFINE_SORT(sort_names, PlacedName, IS_BEFORE)

static int
wish_for(const CvChartOptions *o, CvLabel name)
{
	for (int i = 0; i < o->norder; i++)
	{
		CV_BREATHE_OFTEN(i);
		if (o->order[i].length == name.length && memcmp(o->order[i].text, name.text, (size_t) name.length) == 0)
			return i;
	}
	return o->norder;
}

static bool
as_integer(CvLabel name, double *x)
{
	int			i = name.length > 0 && name.text[0] == '-';

	*x = 0;
	if (name.length - i < 1 || name.length - i > 15)
		return false;
	for (int k = i; k < name.length; k++)
	{
		if (name.text[k] < '0' || name.text[k] > '9')
			return false;
		*x = *x * 10 + (name.text[k] - '0');
	}
	*x = i ? -*x : *x;
	return true;
}

int *
cv_name_places(CvDrawing *d, const bool *wanted)
{
	const CvChart *c = d->chart;
	int		   *place = c->alloc(((size_t) c->nnames + 1) * sizeof(int));
	PlacedName *names = c->alloc(2 * ((size_t) c->nnames + 1) * sizeof(PlacedName));
	bool		numbers = true;
	int			n = 0;

	for (int i = 0; i < c->nnames; i++)
	{
		place[i] = -1;
		if (!wanted[i])
			continue;
		names[n].name = i;
		names[n].wish = wish_for(d->options, c->name[i]);
		numbers = as_integer(c->name[i], &names[n].number) && numbers;
		n++;
	}
	for (int i = 0; i < n && !numbers; i++)
		names[i].number = 0;
	sort_names(names, names + n, n);
	for (int i = 0; i < n; i++)
		place[names[i].name] = i;
	return place;
}

static const char *const kind_names[] =
{
	"Chart", "Line chart", "Line chart with intervals", "Step chart", "Scatter chart", "Bar chart", "Waterfall chart",
	"Heat map", "Histogram",
	"Flow chart", "Bar chart", "Sparkline", "Survival curve", "Control chart"
};

/*
 * Dark or light text on a background of its own: that of which it is further away; white for names of colours but
 * black.
 */
static bool
is_dark(CvLabel color)
{
	int			sum = 0;

	if (color.length < 4 || color.text[0] != '#')
		return cv_label_is(color, "black");
	for (int i = 0; i < 3; i++)
	{
		char		c = color.text[1 + i * (color.length / 3)];

		sum += c <= '9' ? c - '0' : (c | 32) - 'a' + 10;
	}
	return sum < 22;
}

/* Head, description and body as one. */
static void
assemble(CvInk *ink, const CvDrawing *d)
{
	const CvChartOptions *o = d->options;
	CvLabel		title = o->title.text != NULL ? o->title : cv_label(kind_names[d->chart->kind]);

	cv_ink(ink, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
	cv_ink_coordinate(ink, d->width);
	cv_ink(ink, " ");
	cv_ink_coordinate(ink, ceil(d->height));
	cv_ink(ink, "\" role=\"img\" aria-label=\"");
	cv_ink_escaped(ink, title);
	if (o->background.text != NULL)
		cv_ink(ink, is_dark(o->background) ? "\" color=\"#e6edf3" : "\" color=\"#1f2328");
	cv_ink(ink, "\"><title>");
	cv_ink_escaped(ink, title);
	cv_ink(ink, "</title><desc>");
	if (o->description.text != NULL)
		cv_ink_escaped(ink, o->description);
	else
		cv_ink_bytes(ink, d->finding.data, d->finding.length);
	cv_ink(ink, "</desc>");
	if (o->background.text != NULL)
	{
		cv_ink(ink, "<rect width=\"100%\" height=\"100%\" fill=\"");
		cv_ink_escaped(ink, o->background);
		cv_ink(ink, "\"/>");
	}
	cv_ink(ink, "<g font-family=\"system-ui, sans-serif\" font-size=\"12\" fill=\"currentColor\">");
	cv_ink_bytes(ink, d->body.data, d->body.length);
	cv_ink(ink, "</g></svg>");
}

static void
draw_nothing(CvDrawing *d)
{
	cv_draw_head(d);
	cv_set_bottom(d, CV_PLOT_HEIGHT, CV_MARGIN);
	cv_svg_text(&d->body, d->width / 2, (d->top + d->bottom) / 2, CV_MIDDLE, "", cv_label("no data"), CV_TEXT_SIZE,
				d->width);
	cv_say(d, "There are no data.");
}

bool
cv_draw_chart(CvInk *ink, CvChart *chart)
{
	static void (*const draw[CV_CHART_KINDS]) (CvDrawing *d) =
	{
		[CV_CHART_LINE] = cv_draw_lines, [CV_CHART_BAND] = cv_draw_lines, [CV_CHART_STEP] = cv_draw_lines,
		[CV_CHART_SCATTER] = cv_draw_scatter, [CV_CHART_BARS] = cv_draw_bars, [CV_CHART_WATERFALL] = cv_draw_waterfall,
		[CV_CHART_HEAT] = cv_draw_heat, [CV_CHART_HISTOGRAM] = cv_draw_histogram, [CV_CHART_FLOW] = cv_draw_flow,
		[CV_CHART_SURVIVAL] = cv_draw_lines, [CV_CHART_CONTROL] = cv_draw_control,
	};
	const CvChartOptions *o = chart->options;
	CvDrawing	d = {.chart = chart, .options = o, .width = o->width, .left = 60, .top = CV_MARGIN};

	d.body = (CvInk) {.more = ink->more, .ascii = ink->ascii};
	d.finding = d.body;
	d.right = d.width - CV_MARGIN;
	chart->complaint = chart->remedy = NULL;
	chart->about = -1;
	if (chart->n == 0)
		draw_nothing(&d);
	else if (draw[chart->kind] == NULL)
	{
		chart->complaint = "these points are of a chart as text";
		chart->remedy = "Give what an aggregate such as line_points or bar_points returns.";
	}
	else
		draw[chart->kind] (&d);
	if (chart->complaint == NULL)
		assemble(ink, &d);
	return chart->complaint == NULL;
}
