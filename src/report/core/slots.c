/*
 * slots.c - labels below the slots of standing bars: in one line, in two, or slanted.
 */
#include "report/core/slots.h"

#define SLANT 0.6428			/* sine of 40 degrees */
#define LEAN 0.766				/* and cosine */
#define MOST_SLANTED 150

/* Text is narrower than its estimate, mostly. */
static double
room_of(double slot)
{
	return (slot - 4) / 0.88;
}

static bool
is_short(CvLabel label, double slot)
{
	return cv_text_width(label, CV_TEXT_SIZE) <= room_of(slot);
}

/* How many lines the labels take; 0: they have to be slanted. */
static int
lines_of(const CvLabel *label, int n, double slot)
{
	int			lines = 1;

	for (int i = 0; i < n; i++)
	{
		if (is_short(label[i], slot))
			continue;
		if (cv_part_of(label[i], CV_TEXT_SIZE, room_of(slot)) == 0)
			return 0;
		lines = 2;
	}
	return lines;
}

/* As long as it does not leave the chart at the left. */
static double
slanted_room(double x)
{
	return fmin(MOST_SLANTED, (x - 4) / LEAN);
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
		widest = fmax(widest, fmin(cv_text_width(label[i], CV_TEXT_SIZE), slanted_room(first + slot * i)));
	return widest * SLANT + 24;
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
		int			part = cv_part_of(label[i], CV_TEXT_SIZE, room_of(slot));

		if (lines == 0)
			draw_slanted(ink, x + 4, d->bottom + 14, label[i], slanted_room(x));
		else if (is_short(label[i], slot))
			draw_line(ink, x, d->bottom + 15, label[i]);
		else
		{
			draw_line(ink, x, d->bottom + 15, (CvLabel) {label[i].text, part});
			draw_line(ink, x, d->bottom + 29, (CvLabel) {label[i].text + part + 1, label[i].length - part - 1});
		}
	}
}
