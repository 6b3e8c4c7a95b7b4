/*
 * blocks.c - charts of block characters.
 *
 * Right-hand bars count in eighths, floor(8 * width * share + 1/2); of left-hand blocks there are only halves.
 */
#include "report/core/blocks.h"

#include "report/core/extent.h"
#include "report/core/width.h"

static const char *const eighth[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
static const char full[] = "█";
static const char right_half[] = "▐";

int64_t
cv_bar_eighths(double x, double min, double max, int width)
{
	double		eighths;

	if (!(x > min))
		return 0;
	eighths = cv_floor_near(8.0 * width * cv_share(x, min, max) + 0.5);
	return eighths < 1 ? 1 : eighths > 8.0 * width ? 8 * (int64_t) width : (int64_t) eighths;
}

void
cv_ink_bar(CvInk *ink, int64_t eighths)
{
	cv_ink_repeat(ink, full, eighths / 8);
	cv_ink(ink, eighth[eighths % 8]);
}

/* A bar in a side of so many cells: to the left of zero in halves, to the right padded. */
static void
ink_left(CvInk *ink, double share, int side)
{
	int64_t		halves = share <= 0 ? 0 : (int64_t) cv_floor_near(2.0 * side * share + 0.5);

	if (share > 0 && halves < 1)
		halves = 1;
	cv_ink_repeat(ink, " ", side - (halves + 1) / 2);
	if (halves % 2 == 1)
		cv_ink(ink, right_half);
	cv_ink_repeat(ink, full, halves / 2);
}

static void
ink_right(CvInk *ink, double value, double largest, int side)
{
	int64_t		eighths = cv_bar_eighths(value, 0, largest, side);

	cv_ink_bar(ink, eighths);
	cv_ink_repeat(ink, " ", side - (eighths + 7) / 8);
}

static void
ink_row(CvInk *ink, const CvBarRow *row, int64_t widest, double largest, bool losses, int width, int side)
{
	double		value = isnan(row->value) ? 0 : row->value;

	cv_ink_bytes(ink, row->label, (size_t) row->label_length);
	cv_ink_repeat(ink, " ", widest + 1 - cv_display_width(row->label, (size_t) row->label_length));
	if (losses)
	{
		ink_left(ink, value < 0 ? value / -largest : 0, side);
		cv_ink(ink, "│");
		ink_right(ink, value, largest, side);
	}
	else
		cv_ink_bar(ink, cv_bar_eighths(value, 0, largest, width));
	cv_ink(ink, " ");
	if (isnan(row->value))
		cv_ink(ink, "(null)");
	else
		cv_ink_bytes(ink, row->text, (size_t) row->text_length);
}

void
cv_ink_bars(CvInk *ink, const CvBarRow *row, int64_t n, int width, int side)
{
	int64_t		widest = 0;
	double		largest = 0;
	bool		losses = false;

	for (int64_t i = 0; i < n; i++)
	{
		int64_t		cells = cv_display_width(row[i].label, (size_t) row[i].label_length);

		widest = cells > widest ? cells : widest;
		largest = fmax(largest, fabs(row[i].value));
		losses = losses || row[i].value < 0;
	}
	for (int64_t i = 0; i < n; i++)
	{
		CV_BREATHE_OFTEN(i);
		if (i > 0)
			cv_ink(ink, "\n");
		ink_row(ink, &row[i], widest, largest, losses, width, side);
	}
}

void
cv_ink_sparkline(CvInk *ink, const double *x, int64_t n, int64_t stride)
{
	static const char *const level[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
	double		low = INFINITY;
	double		high = -INFINITY;

	for (int64_t i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		low = fmin(low, x[i * stride]);
		high = fmax(high, x[i * stride]);
	}
	for (int64_t i = 0; i < n; i++)
	{
		double		value = x[i * stride];
		double		eighth_of_range = low < high ? cv_floor_near(8 * cv_share(value, low, high)) : 3;

		CV_BREATHE(i);
		cv_ink(ink, isnan(value) ? " " : level[(int) fmin(7, eighth_of_range)]);
	}
}

void
cv_ink_rate(CvInk *ink, double rate)
{
	static const char *const level[] = {" ", "░", "▒", "▓", "█"};

	cv_ink(ink, isnan(rate) ? "·" : level[(int) fmin(4, cv_floor_near(5 * rate))]);
}
