/*
 * chart.h - what a chart is drawn from: marks with their names, and options.
 */
#ifndef CV_REPORT_CHART_H
#define CV_REPORT_CHART_H

#include "report/core/ink.h"
#include "report/core/ticks.h"

/* Stored: no number may mean something else later. */
typedef enum CvChartKind
{
	CV_CHART_NONE, CV_CHART_LINE, CV_CHART_BAND, CV_CHART_STEP, CV_CHART_SCATTER, CV_CHART_BARS, CV_CHART_WATERFALL,
	CV_CHART_HEAT, CV_CHART_HISTOGRAM, CV_CHART_FLOW, CV_CHART_TEXT_BARS, CV_CHART_SPARKLINE, CV_CHART_SURVIVAL,
	CV_CHART_CONTROL, CV_CHART_KINDS
} CvChartKind;

/* What x is; of days and instants the microseconds since 2000-01-01. */
typedef enum CvChartAxis
{
	CV_AXIS_NUMBER, CV_AXIS_DATE, CV_AXIS_TIME, CV_AXIS_KINDS
} CvChartAxis;

#define CV_DAY_MICROSECONDS 86400e6
#define CV_MOST_MARKS 5000
#define CV_NO_LABEL UINT32_MAX

/* Which of them a kind uses: see points.c.  NaN: there is no value. */
typedef struct CvMark
{
	double		x;
	double		y;
	double		low;
	double		high;
	double		more;			/* of survival how many were at risk, of a control chart its centre */
	double		flag;			/* 1: somebody is censored, a point is a signal, a cell is incomplete; else 0 */
	uint32_t	a;				/* numbers of names */
	uint32_t	b;
} CvMark;

/* From one mark's number to the same of the next. */
#define CV_MARK_STRIDE ((int) (sizeof(CvMark) / sizeof(double)))

typedef struct CvLabel
{
	const char *text;			/* UTF-8 */
	int			length;
} CvLabel;

#define CV_MOST_LIMITS 20
#define CV_MOST_COLORS 20

typedef struct CvChartOptions
{
	CvLabel		title;			/* text NULL: none */
	CvLabel		description;
	CvLabel		background;
	CvLabel		x_label;
	CvLabel		y_label;
	CvLabel		mark;			/* max, min, last */
	CvLabel		sort;			/* value, label */
	CvLabel		color[CV_MOST_COLORS];
	CvLabel		quadrant[4];	/* upper right, upper left, lower left, lower right */
	CvLabel    *order;			/* names in the order wanted */
	double		limit[CV_MOST_LIMITS];	/* horizontal lines */
	double		y_min;			/* NaN where they are not given */
	double		y_max;
	double		x_cut;
	double		y_cut;
	int			ncolors;
	int			nquadrants;
	int			norder;
	int			nlimits;
	int			width;
	int			height;			/* 0: as the chart needs */
	int			labels;			/* how many points have theirs; -1: as many as are legible */
	int			bins;
	int			top;
	bool		percent;
	bool		diagonal;
} CvChartOptions;

typedef struct CvChart
{
	CvChartKind kind;
	CvChartAxis axis;
	const CvMark *mark;			/* in canonical order */
	int			n;
	const CvLabel *name;
	int			nnames;
	const CvChartOptions *options;
	void	   *(*alloc) (size_t size);	/* does not return without */
	const char *complaint;		/* why it cannot be drawn */
	const char *remedy;
	int			about;			/* with this mark, or -1 */
} CvChart;

/* Counts of bins of round width, at most about so many; their edges. */
extern int64_t *cv_histogram_counts(const CvMark *mark, int n, int most, CvTicks *edges, void *(*alloc) (size_t size));

/* False, with a complaint, where the marks contradict each other. */
extern bool cv_draw_chart(CvInk *ink, CvChart *chart);

#endif							/* CV_REPORT_CHART_H */
