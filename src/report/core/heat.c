/*
 * heat.c - cells of rows and columns, such as cohorts and periods: the larger the value, the darker the cell.
 *
 * The scale goes from 0 to the largest value, fill-opacity 0.08 + 0.92 * share; negative values have a colour of their
 * own.  Cells are filled with a colour on which white is legible from WHITE_FROM up, and the colour of the page's text
 * below it, on light and dark pages.  Incomplete cells are hatched, their values in italics.
 */
#include "report/core/draw.h"

#define POSITIVE "#0072B2"
#define NEGATIVE "#B84A00"
#define WHITE_FROM 0.8
#define PITCH 28

typedef struct Grid
{
	int		   *row;			/* of each name */
	int		   *column;
	int			nrows;
	int			ncolumns;
	double		width;			/* of a cell */
	double		height;
	double		largest;
	int			incomplete;
} Grid;

static double
opacity_of(const Grid *g, double value)
{
	double		opacity = 0.08 + 0.92 * (g->largest > 0 ? fabs(value) / g->largest : 0);

	return cv_round_near(opacity * 100) / 100;
}

/* False where a cell has two values. */
static bool
place_cells(CvDrawing *d, Grid *g, const CvMark **cell)
{
	CvChart    *c = d->chart;

	for (int i = 0; i < c->n; i++)
	{
		const CvMark **at = &cell[g->row[c->mark[i].a] * g->ncolumns + g->column[c->mark[i].b]];

		CV_BREATHE_OFTEN(i);
		if (*at != NULL)
		{
			c->complaint = "a cell has two values";
			c->remedy = "Aggregate the rows first, so that each cell has one.";
			c->about = i;
			return false;
		}
		*at = &c->mark[i];
		g->incomplete += c->mark[i].flag != 0;
		if (!isnan(c->mark[i].y))
			g->largest = fmax(g->largest, fabs(c->mark[i].y));
	}
	return true;
}

static int
places_of(CvDrawing *d, bool rows, int **place)
{
	const CvChart *c = d->chart;
	bool	   *wanted = c->alloc((size_t) c->nnames + 1);
	int			n = 0;

	memset(wanted, 0, (size_t) c->nnames + 1);
	for (int i = 0; i < c->n; i++)
		wanted[rows ? c->mark[i].a : c->mark[i].b] = true;
	for (int i = 0; i < c->nnames; i++)
		n += wanted[i];
	*place = cv_name_places(d, wanted);
	return n;
}

static void
draw_cell(CvDrawing *d, const Grid *g, int row, int column, double value)
{
	CvInk	   *ink = &d->body;

	cv_ink(ink, "<path");
	cv_ink_attribute(ink, "fill-opacity", opacity_of(g, value));
	if (value < 0)
		cv_ink(ink, " fill=\"" NEGATIVE "\"");
	cv_ink(ink, " d=\"");
	cv_ink_move(ink, "M", d->left + g->width * column + 0.5, d->top + g->height * row + 0.5);
	cv_ink(ink, "h");
	cv_ink_coordinate(ink, g->width - 1);
	cv_ink(ink, "v");
	cv_ink_coordinate(ink, g->height - 1);
	cv_ink(ink, "h");
	cv_ink_coordinate(ink, 1 - g->width);
	cv_ink(ink, "z\"/>");
}

#define HATCH 9

/* Lines across a box, from lower left to upper right. */
static void
ink_hatch(CvInk *ink, double x, double y, double width, double height)
{
	for (int i = 1; i * HATCH < width + height; i++)
	{
		double		from = fmax(0, i * HATCH - height);
		double		to = fmin(i * HATCH, width);

		CV_BREATHE_OFTEN(i);
		cv_ink_move(ink, "M", x + from, y + i * HATCH - from);
		cv_ink_move(ink, "L", x + to, y + i * HATCH - to);
	}
}

static void
hatch_incomplete(CvDrawing *d, const Grid *g)
{
	const CvChart *c = d->chart;

	cv_ink(&d->body, "<path stroke=\"currentColor\" stroke-opacity=\".3\" d=\"");
	for (int i = 0; i < c->n; i++)
	{
		if (c->mark[i].flag != 0)
			ink_hatch(&d->body, d->left + g->width * g->column[c->mark[i].b] + 0.5,
					  d->top + g->height * g->row[c->mark[i].a] + 0.5, g->width - 1, g->height - 1);
	}
	ink_hatch(&d->body, d->left, d->bottom + 8, 18, 12);
	cv_ink(&d->body, "\"/>");
	cv_svg_text(&d->body, d->left + CV_SWATCH, d->bottom + 18, CV_START, " fill-opacity=\".75\"",
				cv_label("incomplete"), CV_TEXT_SIZE, 1e6);
}

/* The values of all cells, as long as they fit, first those on light cells, then those on dark ones. */
static void
draw_values(CvDrawing *d, const Grid *g, const CvMark **cell, bool white, double size)
{
	CvInk	   *ink = &d->body;

	cv_ink(ink, white ? "<g text-anchor=\"middle\" fill=\"#fff\"" : "<g text-anchor=\"middle\"");
	cv_ink(ink, size < CV_TEXT_SIZE ? " font-size=\"10\">" : ">");
	for (int i = 0; i < g->nrows * g->ncolumns; i++)
	{
		char		text[CV_NUMBER_SIZE];

		CV_BREATHE_OFTEN(i);
		if (cell[i] == NULL || isnan(cell[i]->y) || (opacity_of(g, cell[i]->y) > WHITE_FROM) != white)
			continue;
		cv_chart_value(d, cell[i]->y, text);
		cv_svg_text(ink, d->left + g->width * (i % g->ncolumns + 0.5), d->top + g->height * (i / g->ncolumns + 0.5) + 4,
					CV_START, cell[i]->flag != 0 ? " font-style=\"italic\"" : "", cv_label(text), size, 1e6);
	}
	cv_ink(ink, "</g>");
}

static double
widest_value(const CvDrawing *d)
{
	double		widest = 0;

	for (int i = 0; i < d->chart->n; i++)
	{
		char		text[CV_NUMBER_SIZE];

		if (isnan(d->chart->mark[i].y))
			continue;
		cv_chart_value(d, d->chart->mark[i].y, text);
		widest = fmax(widest, cv_text_width(cv_label(text), 1));
	}
	return widest;
}

static void
draw_row_labels(CvDrawing *d, const Grid *g, double widest)
{
	const CvChart *c = d->chart;
	int			every = g->height >= CV_TEXT_SIZE ? 1 : (int) ceil(CV_TEXT_SIZE / g->height);

	cv_ink(&d->body, "<g text-anchor=\"end\">");
	for (int i = 0; i < c->nnames; i++)
	{
		if (g->row[i] >= 0 && g->row[i] % every == 0)
			cv_svg_text(&d->body, d->left - 8, d->top + g->height * (g->row[i] + 0.5) + 4, CV_START, "", c->name[i],
						CV_TEXT_SIZE, widest + 1);
	}
	cv_ink(&d->body, "</g>");
}

/* Above the cells: every k-th, so that they do not overlap. */
static void
draw_column_labels(CvDrawing *d, const Grid *g)
{
	const CvChart *c = d->chart;
	double		widest = 0;
	double		room;
	int			every;

	for (int i = 0; i < c->nnames; i++)
		widest = g->column[i] >= 0 ? fmax(widest, cv_text_width(c->name[i], CV_TEXT_SIZE)) : widest;
	every = (int) ceil((fmin(widest, 80) + 6) / g->width);
	room = g->width * every - 6;
	cv_ink(&d->body, "<g text-anchor=\"middle\">");
	for (int i = 0; i < c->nnames; i++)
	{
		double		x = d->left + g->width * (g->column[i] + 0.5);
		double		half = fmin(cv_text_width(c->name[i], CV_TEXT_SIZE), room) / 2;

		if (g->column[i] >= 0 && g->column[i] % every == 0)
			cv_svg_text(&d->body, fmin(x, d->width - half - 2), d->top - 7, CV_START, "", c->name[i], CV_TEXT_SIZE,
						fmax(room, 12));
	}
	cv_ink(&d->body, "</g>");
}

static void
say_cells(CvDrawing *d, const Grid *g)
{
	const CvChart *c = d->chart;
	int			best = -1;
	int			worst = -1;

	for (int i = 0; i < c->n; i++)
	{
		if (isnan(c->mark[i].y))
			continue;
		best = best < 0 || c->mark[i].y > c->mark[best].y ? i : best;
		worst = worst < 0 || c->mark[i].y < c->mark[worst].y ? i : worst;
	}
	cv_say_count(d, g->nrows, " row, ", " rows, ");
	cv_say_count(d, g->ncolumns, " column.", " columns.");
	for (int k = 0; k < 2 && best >= 0; k++)
	{
		int			i = k == 0 ? best : worst;

		cv_say(d, k == 0 ? " Highest " : ", lowest ");
		cv_say_value(d, c->mark[i].y);
		cv_say(d, " (");
		cv_say_name(d, c->name[c->mark[i].a]);
		cv_say(d, ", ");
		cv_say_name(d, c->name[c->mark[i].b]);
		cv_say(d, ")");
	}
	cv_say(d, best >= 0 ? "." : "");
	if (g->incomplete > 0)
	{
		cv_say(d, " ");
		cv_say_count(d, g->incomplete, " cell is incomplete.", " cells are incomplete.");
	}
}

/* More cells than this could be blank ones only: a browser would still be asked to place them. */
#define MOST_CELLS 1000000

void
cv_draw_heat(CvDrawing *d)
{
	CvChart    *c = d->chart;
	Grid		g = {.largest = 0};
	const CvMark **cell;
	double		widest = 0;
	double		size;

	g.nrows = places_of(d, true, &g.row);
	g.ncolumns = places_of(d, false, &g.column);
	if ((double) g.nrows * g.ncolumns > MOST_CELLS)
	{
		c->complaint = "a heat map can have at most 1000000 cells";
		c->remedy = "Draw fewer rows or columns, such as months in place of days.";
		return;
	}
	cell = c->alloc((size_t) g.nrows * g.ncolumns * sizeof(cell[0]));
	memset(cell, 0, (size_t) g.nrows * g.ncolumns * sizeof(cell[0]));
	if (!place_cells(d, &g, cell))
		return;
	d->decimals = cv_common_decimals(&c->mark[0].y, c->n, CV_MARK_STRIDE);
	cv_draw_head(d);
	if (d->options->x_label.text != NULL)
		d->top += CV_LINE_HEIGHT;
	d->top += 10;
	for (int i = 0; i < c->nnames; i++)
		widest = g.row[i] >= 0 ? fmax(widest, cv_text_width(c->name[i], CV_TEXT_SIZE)) : widest;
	widest = fmin(widest, d->width * 0.3);
	d->left = CV_MARGIN + widest + 8;
	cv_set_bottom(d, PITCH * g.nrows, g.incomplete > 0 ? 2 * CV_MARGIN : CV_MARGIN);
	g.width = (d->right - d->left) / g.ncolumns;
	g.height = (d->bottom - d->top) / g.nrows;
	if (d->options->x_label.text != NULL)
		cv_svg_text(&d->body, d->left, d->top - 24, CV_START, " fill-opacity=\".75\"", d->options->x_label,
					CV_TEXT_SIZE, d->right - d->left);
	cv_ink(&d->body, "<g fill=\"" POSITIVE "\">");
	for (int i = 0; i < g.nrows * g.ncolumns; i++)
	{
		CV_BREATHE_OFTEN(i);
		if (cell[i] != NULL && !isnan(cell[i]->y))
			draw_cell(d, &g, i / g.ncolumns, i % g.ncolumns, cell[i]->y);
	}
	cv_ink(&d->body, "</g>");
	if (g.incomplete > 0)
		hatch_incomplete(d, &g);
	size = widest_value(d) * CV_TEXT_SIZE <= g.width - 4 ? CV_TEXT_SIZE : 10;
	if (widest_value(d) * size > g.width - 2 && d->decimals > (d->options->percent ? 2 : 0))
		d->decimals = d->options->percent ? 2 : 0;
	if (widest_value(d) * size <= g.width - 2 && g.height >= size + 1)
	{
		draw_values(d, &g, cell, false, size);
		draw_values(d, &g, cell, true, size);
	}
	draw_row_labels(d, &g, widest);
	draw_column_labels(d, &g);
	say_cells(d, &g);
}
