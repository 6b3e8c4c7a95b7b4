/*
 * text.h - texts of the server as labels in UTF-8, and what was drawn as a text of the server.
 */
#ifndef CV_REPORT_TEXT_H
#define CV_REPORT_TEXT_H

#include "report/points.h"

extern CvLabel cv_label_of(const char *text, int length);
extern CvLabel cv_label_of_text(text *value);
extern CvLabel *cv_points_labels(const CvPoints *p);

/* Characters that would break a line become blanks. */
extern CvLabel cv_one_line(CvLabel label);

extern CvInk cv_new_ink(size_t capacity);
extern Datum cv_ink_datum(CvInk *ink);

#endif							/* CV_REPORT_TEXT_H */
