/*
 * draw.h - a drawing while it is made: body and description, the frame with its axes, the scale.
 */
#ifndef CV_REPORT_DRAW_H
#define CV_REPORT_DRAW_H

#include "report/core/svg.h"

#define CV_TEXT_SIZE 12
#define CV_LINE_HEIGHT 16
#define CV_PLOT_HEIGHT 360
#define CV_MARGIN 20

typedef struct CvDrawing
{
	CvChart    *chart;
	const CvChartOptions *options;
	CvInk		body;
	CvInk		finding;		/* what the chart shows, in words */
	double		width;
	double		height;
	double		left;			/* the plot */
	double		right;
	double		top;
	double		bottom;
	double		x_low;
	double		x_high;
	CvTicks		y;
	double		y_low;
	double		y_high;
	int			decimals;		/* of values */
} CvDrawing;

/* What was drawn as one, with its head: false where there is a complaint. */
extern void cv_draw_lines(CvDrawing *d);
extern void cv_draw_scatter(CvDrawing *d);
extern void cv_draw_bars(CvDrawing *d);
extern void cv_draw_waterfall(CvDrawing *d);
extern void cv_draw_heat(CvDrawing *d);
extern void cv_draw_control(CvDrawing *d);
extern void cv_draw_histogram(CvDrawing *d);
extern void cv_draw_flow(CvDrawing *d);

/* The title above the plot, in one line or two; the plot's top is below it. */
extern void cv_draw_head(CvDrawing *d);

/* Entries: a name and how it is drawn, in rows below the head. */
typedef struct CvLegendEntry
{
	CvLabel		name;
	int			style;
} CvLegendEntry;

#define CV_MOST_LEGEND 20
#define CV_SWATCH 26

extern void cv_draw_legend(CvDrawing *d, const CvLegendEntry *entry, int n, bool swatches);
extern void cv_draw_swatch(CvDrawing *d, double x, double y, int style, bool swatch);

extern int	cv_part_of(CvLabel label, double size, double room);

/* The name of the values, and the plot's bottom, with so much room below it for labels. */
extern void cv_set_bottom(CvDrawing *d, double plot_height, double below);

/* Values that the y axis has to cover, with those of the options; the plot's left.  It is drawn with its grid. */
extern void cv_set_y(CvDrawing *d, double low, double high, bool whole);
extern void cv_draw_y_axis(CvDrawing *d);

/* Round places of x, as many as their labels have room. */
#define CV_MOST_X_TICKS 16

typedef struct CvXTick
{
	double		x;
	char		text[2 * CV_NUMBER_SIZE];
} CvXTick;

extern int	cv_x_ticks(const CvDrawing *d, CvXTick *tick);
extern void cv_draw_x_axis(CvDrawing *d);
extern void cv_draw_limits(CvDrawing *d, double first, double last);

extern double cv_x_of(const CvDrawing *d, double x);
extern double cv_y_of(const CvDrawing *d, double y);

/* Decimals for values such as these, stride doubles apart; a value as text. */
extern int	cv_common_decimals(const double *value, int n, int stride);

/* Of sums of these values: the sum as the decimal that it is, where it has at most 15 digits. */
extern double cv_decimal_unit(const double *value, int n, int stride);
extern double cv_decimal_sum(double sum, double unit);

extern int	cv_chart_value(const CvDrawing *d, double x, char *text);
extern int	cv_chart_x(const CvDrawing *d, double x, char *text);
extern int	cv_chart_tick(const CvDrawing *d, const CvTicks *ticks, int64_t k, char *text);

/* Words of the finding. */
extern void cv_say(CvDrawing *d, const char *words);
extern void cv_say_name(CvDrawing *d, CvLabel name);
extern void cv_say_value(CvDrawing *d, double x);
extern void cv_say_x(CvDrawing *d, double x);
extern void cv_say_count(CvDrawing *d, int64_t n, const char *one, const char *many);

/* Colour and dashes of series i. */
extern void cv_ink_color(CvInk *ink, const CvChartOptions *options, int i);
extern const char *cv_dashes(int i);

/* Attributes and their values. */
extern void cv_ink_attribute(CvInk *ink, const char *name, double x);
extern void cv_ink_move(CvInk *ink, const char *letter, double x, double y);

/* The place of each name in the order that options or numbers in them say; -1 for those that are not wanted. */
extern int *cv_name_places(CvDrawing *d, const bool *wanted);
extern bool cv_label_is(CvLabel label, const char *word);

extern void cv_draw_value(CvDrawing *d, double x, double y, CvAnchor anchor, double value);

#endif							/* CV_REPORT_DRAW_H */
