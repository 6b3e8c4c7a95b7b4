/*
 * svg.h - elements of SVG: escaped text, labels cut to their room, base64.
 */
#ifndef CV_REPORT_SVG_H
#define CV_REPORT_SVG_H

#include "report/core/chart.h"

extern void cv_ink_escaped(CvInk *ink, CvLabel text);
extern void cv_ink_base64(CvInk *ink, const char *bytes, size_t n);

/* Estimated width of a text at a size in pixels: 0.6 em for a narrow character, 1 em for a wide one. */
extern double cv_text_width(CvLabel text, double size);

/* How much of a text fits into a width, in bytes: all of it, or so much that an ellipsis has room. */
extern int	cv_text_fits(CvLabel text, double size, double width);

typedef enum CvAnchor
{
	CV_START, CV_MIDDLE, CV_END
} CvAnchor;

/* Attributes beside the position are given as they are, such as " font-weight=\"600\"". */
extern void cv_svg_text(CvInk *ink, double x, double y, CvAnchor anchor, const char *attributes, CvLabel text,
						double size, double width);
extern CvLabel cv_label(const char *text);

#endif							/* CV_REPORT_SVG_H */
