/*
 * page.h - a page of charts, tables and texts that needs nothing else.
 */
#ifndef CV_REPORT_PAGE_H
#define CV_REPORT_PAGE_H

#include "report/core/chart.h"

/* Is it a chart as chart_svg makes them: known elements and attributes only, well-formed? */
extern bool cv_is_chart(CvLabel svg);

extern void cv_ink_page_head(CvInk *ink, CvLabel title);
extern void cv_ink_page_end(CvInk *ink);

/* A part as a chart, a table, a heading or a text; false where it begins as a chart and is none. */
extern bool cv_ink_part(CvInk *ink, CvLabel part, bool *after_chart);

#endif							/* CV_REPORT_PAGE_H */
