/*
 * blocks.h - charts of block characters, for psql and for cells of tables.
 */
#ifndef CV_REPORT_BLOCKS_H
#define CV_REPORT_BLOCKS_H

#include "report/core/ink.h"

/* Eighths of a cell that a bar from min to x takes, where max takes width cells: at least 1 above min, never more. */
extern int64_t cv_bar_eighths(double x, double min, double max, int width);
extern void cv_ink_bar(CvInk *ink, int64_t eighths);

/* A row of a bar chart; NaN: there is no value. */
typedef struct CvBarRow
{
	const char *label;
	const char *text;			/* of the value */
	int			label_length;
	int			text_length;
	double		value;
} CvBarRow;

/*
 * One line a row.  Where a value is negative, there are two sides of so many cells.
 */
extern void cv_ink_bars(CvInk *ink, const CvBarRow *row, int64_t n, int width, int side);

/* Characters of a sparkline, and of a rate. */
extern void cv_ink_sparkline(CvInk *ink, const double *x, int64_t n, int64_t stride);
extern void cv_ink_rate(CvInk *ink, double rate);

#endif							/* CV_REPORT_BLOCKS_H */
