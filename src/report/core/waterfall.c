/*
 * waterfall.c - from one total to another: totals stand on zero, changes begin where the one before ended.
 */
#include "report/core/draw.h"

#include "report/core/extent.h"
#include "report/core/slots.h"

#define GAIN "#009E73"
#define LOSS "#D55E00"

typedef struct Step
{
	double		from;
	double		to;
	bool		total;
} Step;

/* Sums of decimals are exact; others may differ by the rounding of doubles. */
static bool
is_same(double a, double b, double size, double unit)
{
	return size * unit < 1e15 ? a == b : fabs(a - b) <= 1e-12 * size;
}

/* False where a total is not the sum before it. */
static bool
run(CvDrawing *d, Step *step)
{
	CvChart    *c = d->chart;
	double		at = 0;
	double		size = 0;
	double		unit = cv_decimal_unit(&c->mark[0].y, c->n, CV_MARK_STRIDE);

	for (int i = 0; i < c->n; i++)
	{
		const CvMark *mark = &c->mark[i];
		bool		total = mark->low == 1;

		size = fmax(size, fmax(fabs(at), fabs(mark->y)));
		if (!total)
			step[i] = (Step) {at, at + mark->y, false};
		else if (isnan(mark->y) || i == 0 || is_same(mark->y, at, size, unit))
			step[i] = (Step) {0, isnan(mark->y) ? at : mark->y, true};
		else
		{
			c->complaint = "a total differs from the sum of the amounts before it";
			c->remedy = "Give NULL as the amount of a total that is the sum so far.";
			c->about = i;
			return false;
		}
		at = step[i].to = cv_decimal_sum(step[i].to, unit);
	}
	return true;
}

static void
draw_step(CvDrawing *d, const Step *s, double x, double width)
{
	CvInk	   *ink = &d->body;
	double		top = cv_y_of(d, fmax(s->from, s->to));
	double		height = cv_y_of(d, fmin(s->from, s->to)) - top;

	if (height <= 0)
	{
		cv_ink(ink, "<path stroke=\"currentColor\" stroke-width=\"2\" d=\"");
		cv_ink_move(ink, "M", x, top);
		cv_ink(ink, "h");
		cv_ink_coordinate(ink, width);
		cv_ink(ink, "\"/>");
		return;
	}
	cv_ink(ink, "<rect");
	cv_ink_attribute(ink, "x", x);
	cv_ink_attribute(ink, "y", top);
	cv_ink_attribute(ink, "width", width);
	cv_ink_attribute(ink, "height", height);
	cv_ink(ink, s->total ? " fill=\"currentColor\" fill-opacity=\".6\"/>" :
		   s->to < s->from ? " fill=\"" LOSS "\"/>" : " fill=\"" GAIN "\"/>");
}

/* +150, -820, and of totals 2550. */
static void
step_text(const CvDrawing *d, const Step *s, char *text)
{
	double		change = s->total ? s->to : s->to - s->from;

	text[0] = '+';
	cv_chart_value(d, change, text + (!s->total && change > 0));
}

static void
draw_amount(CvDrawing *d, const Step *s, double x, double size)
{
	char		text[CV_NUMBER_SIZE + 1];
	bool		down = s->to < s->from;
	double		y = down ? cv_y_of(d, fmin(s->from, s->to)) + 14 : cv_y_of(d, fmax(s->from, s->to)) - 5;

	/* Below the axis are the labels. */
	if (y > d->bottom - 2)
		y = cv_y_of(d, fmax(s->from, s->to)) - 5;
	step_text(d, s, text);
	cv_svg_text(&d->body, x, y, CV_MIDDLE, "", cv_label(text), size, 1e6);
}

static double
widest_amount(const CvDrawing *d, const Step *step, int n)
{
	double		widest = 0;

	for (int i = 0; i < n; i++)
	{
		char		text[CV_NUMBER_SIZE + 1];

		step_text(d, &step[i], text);
		widest = fmax(widest, cv_text_width(cv_label(text), CV_TEXT_SIZE));
	}
	return widest;
}

static void
draw_connectors(CvDrawing *d, const Step *step, int n, double slot)
{
	CvInk	   *ink = &d->body;

	if (n < 2)
		return;
	cv_ink(ink, "<path stroke=\"currentColor\" stroke-opacity=\".5\" d=\"");
	for (int i = 0; i + 1 < n; i++)
	{
		cv_ink_move(ink, "M", d->left + slot * (i + 0.9), cv_y_of(d, step[i].to));
		cv_ink(ink, "h");
		cv_ink_coordinate(ink, slot * 0.2);
	}
	cv_ink(ink, "\"/>");
}

static void
say_steps(CvDrawing *d, const Step *step, int n)
{
	int			up = -1;
	int			down = -1;
	const CvChart *c = d->chart;

	for (int i = 0; i < n; i++)
	{
		double		change = step[i].to - step[i].from;

		if (step[i].total)
			continue;
		if (change > 0 && (up < 0 || change > step[up].to - step[up].from))
			up = i;
		if (change < 0 && (down < 0 || change < step[down].to - step[down].from))
			down = i;
	}
	cv_say(d, "From ");
	cv_say_name(d, c->name[c->mark[0].a]);
	cv_say(d, " ");
	cv_say_value(d, step[0].to);
	cv_say(d, " to ");
	cv_say_name(d, c->name[c->mark[n - 1].a]);
	cv_say(d, " ");
	cv_say_value(d, step[n - 1].to);
	cv_say(d, ".");
	if (down >= 0)
	{
		cv_say(d, " Largest loss: ");
		cv_say_name(d, c->name[c->mark[down].a]);
		cv_say(d, " ");
		cv_say_value(d, step[down].to - step[down].from);
		cv_say(d, ".");
	}
	if (up >= 0)
	{
		cv_say(d, " Largest gain: ");
		cv_say_name(d, c->name[c->mark[up].a]);
		cv_say(d, " ");
		cv_say_value(d, step[up].to - step[up].from);
		cv_say(d, ".");
	}
}

void
cv_draw_waterfall(CvDrawing *d)
{
	const CvChart *c = d->chart;
	Step	   *step = c->alloc((size_t) c->n * sizeof(Step));
	CvLabel    *label = c->alloc((size_t) c->n * sizeof(CvLabel));
	CvExtent	y = {0, 0};
	double		slot;

	d->decimals = cv_common_decimals(&c->mark[0].y, c->n, CV_MARK_STRIDE);
	if (!run(d, step))
		return;
	for (int i = 0; i < c->n; i++)
	{
		label[i] = c->name[c->mark[i].a];
		cv_extend(&y, step[i].from);
		cv_extend(&y, step[i].to);
	}
	cv_draw_head(d);
	d->bottom = d->top + CV_PLOT_HEIGHT;
	cv_set_y(d, y.low, y.high, false);
	slot = (d->right - d->left) / c->n;
	cv_set_bottom(d, CV_PLOT_HEIGHT, cv_slot_room(label, c->n, slot, d->left + slot / 2));
	cv_set_y(d, y.low, y.high, false);
	cv_draw_y_axis(d);
	slot = (d->right - d->left) / c->n;
	draw_connectors(d, step, c->n, slot);
	for (int i = 0; i < c->n; i++)
		draw_step(d, &step[i], d->left + slot * (i + 0.1), slot * 0.8);
	cv_draw_limits(d, step[0].to, step[c->n - 1].to);
	if (widest_amount(d, step, c->n) > slot - 2)
		d->decimals = 0;
	if (widest_amount(d, step, c->n) <= slot - 2)
	{
		for (int i = 0; i < c->n; i++)
			draw_amount(d, &step[i], d->left + slot * (i + 0.5), CV_TEXT_SIZE);
	}
	cv_draw_slot_labels(d, label, c->n, slot);
	say_steps(d, step, c->n);
}
