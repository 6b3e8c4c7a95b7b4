/*
 * scatter.c - points with labels, and the cuts that part them into four.
 *
 * Labels stand at the largest points, as long as there is room; each quadrant has its name and how many points it has.
 */
#include "report/core/draw.h"

#include "num/sort.h"
#include "report/core/extent.h"

#define USUAL_LABELS 10
#define MOST_BOXES 200

typedef struct Box
{
	double		x;
	double		y;
	double		width;
	double		height;
} Box;

typedef struct Boxes
{
	Box			box[MOST_BOXES + 16];
	int			n;
} Boxes;

#define DOT 5

/* Neither another text nor a point is there. */
static bool
is_free(const CvDrawing *d, const Boxes *boxes, const Box *b)
{
	for (int i = 0; i < d->chart->n; i++)
	{
		double		x = cv_x_of(d, d->chart->mark[i].x);
		double		y = cv_y_of(d, d->chart->mark[i].y);

		if (x + DOT > b->x && x - DOT < b->x + b->width && y + DOT > b->y && y - DOT < b->y + b->height)
			return false;
	}
	for (int i = 0; i < boxes->n; i++)
	{
		const Box  *other = &boxes->box[i];

		if (b->x < other->x + other->width && other->x < b->x + b->width && b->y < other->y + other->height &&
			other->y < b->y + b->height)
			return false;
	}
	return true;
}

static void
measure(CvDrawing *d)
{
	const CvChart *c = d->chart;
	CvExtent	x = CV_NO_EXTENT;
	CvExtent	y = CV_NO_EXTENT;

	for (int i = 0; i < c->n; i++)
	{
		cv_extend(&x, c->mark[i].x);
		cv_extend(&y, c->mark[i].y);
	}
	if (!isnan(d->options->x_cut))
		cv_extend(&x, d->options->x_cut);
	if (!isnan(d->options->y_cut))
		cv_extend(&y, d->options->y_cut);
	if (c->axis == CV_AXIS_NUMBER)
	{
		CvTicks		ticks = cv_ticks(x.low, x.high, 8);

		x.low = cv_tick_value(&ticks, ticks.first);
		x.high = cv_tick_value(&ticks, ticks.last);
	}
	d->x_low = x.low;
	d->x_high = x.high;
	d->decimals = cv_common_decimals(&c->mark[0].y, c->n, CV_MARK_STRIDE);
	cv_set_y(d, y.low, y.high, false);
}

/* Above and below the points is room for the names of the quadrants. */
static double
strip_of(const CvDrawing *d)
{
	return isnan(d->options->x_cut) || isnan(d->options->y_cut) ? 0 : 20;
}

static void
draw_cuts(CvDrawing *d)
{
	const CvChartOptions *o = d->options;
	CvInk	   *ink = &d->body;

	if (isnan(o->x_cut) && isnan(o->y_cut))
		return;
	cv_ink(ink, "<path stroke=\"currentColor\" stroke-opacity=\".7\" stroke-dasharray=\"6 4\" d=\"");
	if (!isnan(o->x_cut))
	{
		cv_ink_move(ink, "M", cv_x_of(d, o->x_cut), d->top - strip_of(d));
		cv_ink(ink, "V");
		cv_ink_coordinate(ink, d->bottom + strip_of(d));
	}
	if (!isnan(o->y_cut))
	{
		cv_ink_move(ink, "M", d->left, cv_y_of(d, o->y_cut));
		cv_ink(ink, "H");
		cv_ink_coordinate(ink, d->right);
	}
	cv_ink(ink, "\"/>");
}

/* Which of the four: upper right, upper left, lower left, lower right.  On a cut it is high. */
static int
quadrant_of(const CvDrawing *d, const CvMark *mark)
{
	bool		right = isnan(d->options->x_cut) || mark->x >= d->options->x_cut;
	bool		upper = isnan(d->options->y_cut) || mark->y >= d->options->y_cut;

	return upper ? (right ? 0 : 1) : (right ? 3 : 2);
}

/* Names and counts in the corners, which labels of points leave free. */
static void
draw_quadrants(CvDrawing *d, Boxes *taken)
{
	const CvChartOptions *o = d->options;
	bool		both = !isnan(o->x_cut) && !isnan(o->y_cut);
	int			count[4] = {0};

	for (int i = 0; i < d->chart->n; i++)
		count[quadrant_of(d, &d->chart->mark[i])]++;
	for (int q = 0; q < 4 && both; q++)
	{
		bool		right = q == 0 || q == 3;
		double		x = right ? d->right - 4 : d->left + 6;
		double		y = q < 2 ? d->top - 9 : d->bottom + strip_of(d) - 5;
		size_t		size = (size_t) (o->nquadrants > q ? o->quadrant[q].length : 0) + 40;
		CvInk		text = {d->chart->alloc(size), 0, size, NULL, false};
		double		room = (d->right - d->left) / 2 - 70;
		double		width;

		if (o->nquadrants > q)
		{
			int			fits = cv_text_fits(o->quadrant[q], CV_TEXT_SIZE, fmax(24, fmin(room, 240)));

			cv_ink_bytes(&text, o->quadrant[q].text, (size_t) fits);
			if (fits < o->quadrant[q].length)
				cv_ink_char(&text, 0x2026);
			cv_ink(&text, ": ");
		}
		cv_ink_int(&text, count[q]);
		width = cv_text_width((CvLabel) {text.data, (int) text.length}, CV_TEXT_SIZE);
		cv_svg_text(&d->body, x, y, right ? CV_END : CV_START, " font-weight=\"600\" fill-opacity=\".75\"",
					(CvLabel) {text.data, (int) text.length}, CV_TEXT_SIZE, 1e6);
		taken->box[taken->n++] = (Box) {right ? x - width * 1.1 : x, y - 12, width * 1.1, 16};
	}
}

/* Points in the order in which they get labels. */
typedef struct Candidate
{
	double		size;
	int			i;
} Candidate;

static inline bool
is_larger(const Candidate *a, const Candidate *b)
{
	return a->size != b->size ? a->size > b->size : a->i < b->i;
}

#define IS_LARGER(a, b) is_larger(&(a), &(b))
CV_DEFINE_SORT(sort_candidates, Candidate, IS_LARGER)

/* To the right of its point, else to the left, else above or below it; nowhere where there is no room. */
static bool
label_point(CvDrawing *d, Boxes *taken, const CvMark *mark)
{
	CvLabel		name = d->chart->name[mark->a];
	double		x = cv_x_of(d, mark->x);
	double		y = cv_y_of(d, mark->y);
	double		width = fmin(cv_text_width(name, CV_TEXT_SIZE), 120);
	Box			box[4] = {{x + 7, y - 8, width, 15}, {x - 7 - width, y - 8, width, 15},
		{x - width / 2, y - 22, width, 15},
						  {x - width / 2, y + 6, width, 15}};

	for (int k = 0; k < 4; k++)
	{
		if (box[k].x < d->left || box[k].x + width > d->width - 4 || box[k].y < d->top - 8 ||
			box[k].y + 15 > d->bottom + 8 || !is_free(d, taken, &box[k]))
			continue;
		taken->box[taken->n++] = box[k];
		cv_svg_text(&d->body, k == 0 ? box[k].x : k == 1 ? x - 7 : x, box[k].y + 12,
					k == 0 ? CV_START : k == 1 ? CV_END : CV_MIDDLE, "", name, CV_TEXT_SIZE, width + 1);
		return true;
	}
	return false;
}

static void
draw_labels(CvDrawing *d, Boxes *taken)
{
	const CvChart *c = d->chart;
	Candidate  *candidate = c->alloc(2 * (size_t) c->n * sizeof(Candidate));
	int			wanted = d->options->labels >= 0 ? d->options->labels : USUAL_LABELS;
	double		middle = (d->y_low + d->y_high) / 2;
	int			n = 0;

	for (int i = 0; i < c->n; i++)
	{
		if (c->mark[i].a != CV_NO_LABEL)
			candidate[n++] = (Candidate) {fabs(c->mark[i].y - middle), i};
	}
	sort_candidates(candidate, candidate + n, n);
	for (int i = 0; i < n && wanted > 0 && taken->n < MOST_BOXES; i++)
	{
		CV_BREATHE_OFTEN(i);
		wanted -= label_point(d, taken, &c->mark[candidate[i].i]);
	}
}

static void
say_points(CvDrawing *d)
{
	const CvChart *c = d->chart;
	const CvChartOptions *o = d->options;
	static const char *const usual[] = {"upper right", "upper left", "lower left", "lower right"};
	int			count[4] = {0};
	int			best = 0;

	for (int i = 0; i < c->n; i++)
	{
		count[quadrant_of(d, &c->mark[i])]++;
		best = c->mark[i].y > c->mark[best].y ? i : best;
	}
	cv_say_count(d, c->n, " point", " points");
	if (!isnan(o->x_cut) && !isnan(o->y_cut))
	{
		for (int q = 0; q < 4; q++)
		{
			cv_say(d, q == 0 ? ": " : ", ");
			cv_ink_int(&d->finding, count[q]);
			cv_say(d, " ");
			if (o->nquadrants > q)
				cv_say_name(d, o->quadrant[q]);
			else
				cv_say(d, usual[q]);
		}
	}
	cv_say(d, ".");
	if (c->mark[best].a == CV_NO_LABEL)
		return;
	cv_say(d, " ");
	cv_say_name(d, c->name[c->mark[best].a]);
	cv_say(d, " is highest with ");
	cv_say_value(d, c->mark[best].y);
	cv_say(d, ".");
}

void
cv_draw_scatter(CvDrawing *d)
{
	const CvChart *c = d->chart;
	CvInk	   *ink = &d->body;
	Boxes	   *taken = c->alloc(sizeof(Boxes));

	taken->n = 0;
	if (c->axis != CV_AXIS_NUMBER && !isnan(d->options->x_cut))
	{
		d->chart->complaint = "x_cut is a number, but x of the points is a date or an instant";
		d->chart->remedy = "Give x as a number, such as days since a date.";
		return;
	}
	cv_draw_head(d);
	cv_set_bottom(d, CV_PLOT_HEIGHT, d->options->x_label.text != NULL ? 2 * CV_MARGIN : CV_MARGIN);
	d->top += strip_of(d);
	d->bottom -= strip_of(d);
	measure(d);
	cv_draw_y_axis(d);
	d->bottom += strip_of(d);
	cv_draw_x_axis(d);
	d->bottom -= strip_of(d);
	draw_cuts(d);
	cv_draw_limits(d, NAN, NAN);
	cv_ink(ink, "<g fill-opacity=\"");
	cv_ink(ink, c->n > 500 ? ".35" : ".65");
	cv_ink(ink, "\">");
	for (int i = 0; i < c->n; i++)
	{
		CV_BREATHE_OFTEN(i);
		cv_ink(ink, "<circle");
		cv_ink_attribute(ink, "cx", cv_x_of(d, c->mark[i].x));
		cv_ink_attribute(ink, "cy", cv_y_of(d, c->mark[i].y));
		cv_ink(ink, c->n > 500 ? " r=\"2.5\" fill=\"" : " r=\"4\" fill=\"");
		cv_ink_color(ink, d->options, isnan(d->options->x_cut) || isnan(d->options->y_cut) ? 0 :
					 (int[]) {2, 0, 5, 1}[quadrant_of(d, &c->mark[i])]);
		cv_ink(ink, "\"/>");
	}
	cv_ink(ink, "</g>");
	draw_quadrants(d, taken);
	draw_labels(d, taken);
	say_points(d);
}
