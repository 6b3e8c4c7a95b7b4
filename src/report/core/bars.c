/*
 * bars.c - bars with labels, lying: long labels are legible, and there may be many.
 *
 * Zero is always in it, losses go to the left of it.  The largest comes first, unless an order is asked for.  Of more
 * than 40 the others are one row with their sum, the largest losses below it.
 */
#include "report/core/draw.h"

#include "num/sort.h"
#include "report/core/extent.h"

#define USUAL_TOP 40
#define PITCH 24
#define GAIN "#0072B2"
#define LOSS "#D55E00"

typedef struct Bar
{
	double		value;
	int			place;			/* of its label */
	int			others;			/* it is the sum of so many */
	CvLabel		label;
} Bar;

static inline bool
by_value(const Bar *a, const Bar *b)
{
	return a->value != b->value ? a->value > b->value : a->place < b->place;
}

static inline bool
by_label(const Bar *a, const Bar *b)
{
	return a->place != b->place ? a->place < b->place : a->value > b->value;
}

#define BY_VALUE(a, b) by_value(&(a), &(b))
#define BY_LABEL(a, b) by_label(&(a), &(b))
CV_DEFINE_SORT(sort_by_value, Bar, BY_VALUE)
CV_DEFINE_SORT(sort_by_label, Bar, BY_LABEL)

/*
 * Of n bars in order the first ones, in one row the sum of the others, and where they are sorted and have losses, the
 * last ones.
 */
static int
put_together(Bar *bar, int n, int top, bool sorted)
{
	int			losses = 0;
	int			last = 0;
	int			first;

	for (int i = top; i < n; i++)
		losses += bar[i].value < 0;
	if (sorted && top >= 3)
		last = losses < top / 3 ? losses : top / 3;
	first = top - last - 1;
	for (int i = first + 1; i < n - last; i++)
		bar[first].value += bar[i].value;
	bar[first].others = n - last - first;
	memmove(bar + first + 1, bar + n - last, (size_t) last * sizeof(Bar));
	return top;
}

/* The bars in their order. */
static int
collect(CvDrawing *d, Bar **bars)
{
	const CvChart *c = d->chart;
	int			top = d->options->top > 0 ? d->options->top : USUAL_TOP;
	bool	   *wanted = c->alloc((size_t) c->nnames + 1);
	bool		sorted = d->options->norder == 0 && !cv_label_is(d->options->sort, "label");
	Bar		   *bar = c->alloc(2 * (size_t) c->n * sizeof(Bar));
	int		   *place;

	memset(wanted, 1, (size_t) c->nnames + 1);
	place = cv_name_places(d, wanted);
	for (int i = 0; i < c->n; i++)
		bar[i] = (Bar) {c->mark[i].y, place[c->mark[i].a], 0, c->name[c->mark[i].a]};
	if (sorted)
		sort_by_value(bar, bar + c->n, c->n);
	else
		sort_by_label(bar, bar + c->n, c->n);
	*bars = bar;
	return c->n <= top ? c->n : put_together(bar, c->n, top, sorted);
}

/* The label of bar i, in room for a sum of others. */
static CvLabel
label_of(const Bar *bar, char *room)
{
	int			n = 0;
	char		digits[12];

	if (bar->others == 0)
		return bar->label;
	memcpy(room, "other (", 7);
	for (int k = bar->others; k > 0; k /= 10)
		digits[n++] = (char) ('0' + k % 10);
	for (int k = 0; k < n; k++)
		room[7 + k] = digits[n - 1 - k];
	room[7 + n] = ')';
	return (CvLabel) {room, 8 + n};
}

static double
value_width(const CvDrawing *d, double value)
{
	char		text[CV_NUMBER_SIZE];

	cv_chart_value(d, value, text);
	return cv_text_width(cv_label(text), CV_TEXT_SIZE);
}

/* Room for the labels to the left, for values at both ends of the bars; labels get at most this. */
static double
set_sides(CvDrawing *d, const Bar *bar, int n)
{
	double		widest = 0;
	double		left = 0;
	double		right = 0;
	char		room[20];

	d->x_low = d->x_high = 0;
	for (int i = 0; i < n; i++)
	{
		double		width = value_width(d, bar[i].value) + 8;

		widest = fmax(widest, cv_text_width(label_of(&bar[i], room), CV_TEXT_SIZE));
		if (bar[i].others > 0)
			continue;
		if (bar[i].value < 0)
			left = fmax(left, width);
		else
			right = fmax(right, width);
		d->x_low = fmin(d->x_low, bar[i].value);
		d->x_high = fmax(d->x_high, bar[i].value);
	}
	widest = fmin(widest, fmax(36, fmin(d->width * 0.36, d->width - 2 * CV_MARGIN - left - right - 50)));
	d->left = CV_MARGIN + widest + 10 + left;
	d->right = fmax(d->left + 40, d->width - CV_MARGIN - right);
	if (d->x_low == d->x_high)
		d->x_high = 1;
	return widest;
}

static void
draw_side(CvDrawing *d, const Bar *bar, int n, double pitch, bool losses)
{
	CvInk	   *ink = &d->body;
	double		zero = cv_x_of(d, 0);
	bool		open = false;

	for (int i = 0; i < n; i++)
	{
		double		end = cv_x_of(d, bar[i].value);

		CV_BREATHE_OFTEN(i);
		if ((bar[i].value < 0) != losses || bar[i].others > 0)
			continue;
		if (fabs(end - zero) < 1)
			end = bar[i].value == 0 ? zero : zero + copysign(1, bar[i].value);
		if (!open)
		{
			cv_ink(ink, "<path fill=\"");
			if (d->options->ncolors > 0)
				cv_ink_color(ink, d->options, losses);
			else
				cv_ink(ink, losses ? LOSS : GAIN);
			cv_ink(ink, "\" d=\"");
		}
		open = true;
		cv_ink_move(ink, "M", zero, d->top + pitch * i + pitch * 0.14);
		cv_ink(ink, "H");
		cv_ink_coordinate(ink, end);
		cv_ink(ink, "v");
		cv_ink_coordinate(ink, pitch * 0.72);
		cv_ink(ink, "H");
		cv_ink_coordinate(ink, zero);
		cv_ink(ink, "z");
	}
	if (open)
		cv_ink(ink, "\"/>");
}

/* What the others are together: a sum is no bar beside bars. */
static void
draw_sum(CvDrawing *d, const Bar *bar, double y)
{
	char		text[CV_NUMBER_SIZE + 20] = "together ";
	double		width;

	cv_chart_value(d, bar->value, text + strlen(text));
	width = cv_text_width(cv_label(text), CV_TEXT_SIZE);
	cv_svg_text(&d->body, fmin(cv_x_of(d, 0) + 5, d->width - width - 4), y, CV_START, " fill-opacity=\".75\"",
				cv_label(text), CV_TEXT_SIZE, 1e6);
}

static void
draw_texts(CvDrawing *d, const Bar *bar, int n, double pitch, double widest)
{
	CvInk	   *ink = &d->body;
	int			every = pitch >= CV_TEXT_SIZE ? 1 : (int) ceil(CV_TEXT_SIZE / pitch);
	char		room[20];

	cv_ink(ink, "<g text-anchor=\"end\">");
	for (int i = 0; i < n; i += every)
		cv_svg_text(ink, CV_MARGIN + widest, d->top + pitch * (i + 0.5) + 4, CV_START, "", label_of(&bar[i], room),
					CV_TEXT_SIZE, widest + 1);
	for (int i = 0; i < n; i += every)
	{
		if (bar[i].value < 0 && bar[i].others == 0)
			cv_draw_value(d, cv_x_of(d, bar[i].value) - 5, d->top + pitch * (i + 0.5) + 4, CV_START, bar[i].value);
	}
	cv_ink(ink, "</g>");
	for (int i = 0; i < n; i += every)
	{
		if (bar[i].others > 0)
			draw_sum(d, &bar[i], d->top + pitch * (i + 0.5) + 4);
		else if (bar[i].value >= 0)
			cv_draw_value(d, cv_x_of(d, bar[i].value) + 5, d->top + pitch * (i + 0.5) + 4, CV_START, bar[i].value);
	}
}

static void
say_bars(CvDrawing *d, const Bar *bar, int n)
{
	const CvChart *c = d->chart;
	int			best = 0;
	int			worst = 0;
	int			losses = 0;

	for (int i = 0; i < c->n; i++)
	{
		best = c->mark[i].y > c->mark[best].y ? i : best;
		worst = c->mark[i].y < c->mark[worst].y ? i : worst;
		losses += c->mark[i].y < 0;
	}
	cv_say_count(d, c->n, " bar. ", " bars. ");
	cv_say_name(d, c->name[c->mark[best].a]);
	cv_say(d, " has the largest value, ");
	cv_say_value(d, c->mark[best].y);
	if (c->n > 1)
	{
		cv_say(d, "; ");
		cv_say_name(d, c->name[c->mark[worst].a]);
		cv_say(d, " the smallest, ");
		cv_say_value(d, c->mark[worst].y);
	}
	cv_say(d, ".");
	if (losses > 0)
	{
		cv_say(d, " ");
		cv_say_count(d, losses, " is below zero.", " are below zero.");
	}
	for (int i = 0; i < n; i++)
	{
		if (bar[i].others == 0)
			continue;
		cv_say(d, " Not shown: ");
		cv_say_count(d, bar[i].others, " other, together ", " others, together ");
		cv_say_value(d, bar[i].value);
		cv_say(d, ".");
	}
}

void
cv_draw_bars(CvDrawing *d)
{
	CvInk	   *ink = &d->body;
	Bar		   *bar;
	int			n = collect(d, &bar);
	double		widest,
				pitch;

	d->decimals = cv_common_decimals(&d->chart->mark[0].y, d->chart->n, CV_MARK_STRIDE);
	cv_draw_head(d);
	cv_set_bottom(d, PITCH * n, CV_MARGIN);
	pitch = (d->bottom - d->top) / n;
	pitch = fmin(pitch, 2 * PITCH);
	widest = set_sides(d, bar, n);
	draw_side(d, bar, n, pitch, false);
	draw_side(d, bar, n, pitch, true);
	cv_ink(ink, "<path stroke=\"currentColor\" stroke-opacity=\".6\" d=\"");
	cv_ink_move(ink, "M", cv_x_of(d, 0), d->top);
	cv_ink(ink, "V");
	cv_ink_coordinate(ink, d->top + pitch * n);
	cv_ink(ink, "\"/>");
	draw_texts(d, bar, n, pitch, widest);
	say_bars(d, bar, n);
}
