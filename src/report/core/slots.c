/*
 * slots.c - labels below the slots of standing bars: in one line, in two, or slanted.
 */
#include "report/core/slots.h"

#define SLANT 0.6428			/* sine of 40 degrees */
#define LEAN 0.766				/* and cosine */
#define MOST_SLANTED 150

/* Where a label is parted into two lines that both fit; 0 where it cannot be. */
static int
part_of(CvLabel label, double room)
{
	int			best = 0;
	double		best_width = room;

	for (int i = 1; i < label.length - 1; i++)
	{
		double		width;

		if (label.text[i] != ' ')
			continue;
		width = fmax(cv_text_width((CvLabel) {label.text, i}, CV_TEXT_SIZE),
					 cv_text_width((CvLabel) {label.text + i + 1, label.length - i - 1}, CV_TEXT_SIZE));
		if (width <= best_width)
		{
			best = i;
			best_width = width;
		}
	}
	return best;
}

/* How many lines the labels take; 0: they have to be slanted. */
static int
lines_of(const CvLabel *label, int n, double slot)
{
	int			lines = 1;

	for (int i = 0; i < n; i++)
	{
		if (cv_text_width(label[i], CV_TEXT_SIZE) <= slot - 6)
			continue;
		if (part_of(label[i], slot - 6) == 0)
			return 0;
		lines = 2;
	}
	return lines;
}

static double
slanted_room(double first)
{
	return fmin(MOST_SLANTED, (first - 4) / LEAN);
}

static int
every_of(double slot)
{
	return slot >= CV_LINE_HEIGHT ? 1 : (int) ceil(CV_LINE_HEIGHT / slot);
}

double
cv_slot_room(const CvLabel *label, int n, double slot, double first)
{
	int			lines = lines_of(label, n, slot);
	double		widest = 0;

	if (lines > 0)
		return CV_MARGIN + (lines - 1) * 14;
	for (int i = 0; i < n; i++)
		widest = fmax(widest, cv_text_width(label[i], CV_TEXT_SIZE));
	return fmin(widest, slanted_room(first)) * SLANT + 24;
}

static void
draw_line(CvInk *ink, double x, double y, CvLabel label)
{
	cv_svg_text(ink, x, y, CV_MIDDLE, "", label, CV_TEXT_SIZE, 1e6);
}

static void
draw_slanted(CvInk *ink, double x, double y, CvLabel label, double room)
{
	char		attribute[60] = " transform=\"rotate(-40 ";
	CvInk		at = {attribute, strlen(attribute), sizeof(attribute), NULL, false};

	cv_ink_coordinate(&at, x);
	cv_ink(&at, " ");
	cv_ink_coordinate(&at, y);
	cv_ink_bytes(&at, ")\"", 3);
	cv_svg_text(ink, x, y, CV_END, attribute, label, CV_TEXT_SIZE, room);
}

void
cv_draw_slot_labels(CvDrawing *d, const CvLabel *label, int n, double slot)
{
	CvInk	   *ink = &d->body;
	int			lines = lines_of(label, n, slot);
	int			every = lines == 0 ? every_of(slot) : 1;

	for (int i = 0; i < n; i += every)
	{
		double		x = d->left + slot * (i + 0.5);
		int			part = part_of(label[i], slot - 6);

		if (lines == 0)
			draw_slanted(ink, x + 4, d->bottom + 14, label[i], slanted_room(d->left + slot / 2));
		else if (cv_text_width(label[i], CV_TEXT_SIZE) <= slot - 6)
			draw_line(ink, x, d->bottom + 15, label[i]);
		else
		{
			draw_line(ink, x, d->bottom + 15, (CvLabel) {label[i].text, part});
			draw_line(ink, x, d->bottom + 29, (CvLabel) {label[i].text + part + 1, label[i].length - part - 1});
		}
	}
}
