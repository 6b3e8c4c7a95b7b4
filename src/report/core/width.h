/*
 * width.h - characters of UTF-8, and how many cells of a terminal they take.
 */
#ifndef CV_REPORT_WIDTH_H
#define CV_REPORT_WIDTH_H

#include "num/num.h"

/* The character at *at, which moves behind it; *at is before the end. */
extern uint32_t cv_next_char(const char **at, const char *end);

extern int	cv_char_width(uint32_t c);
extern int64_t cv_display_width(const char *text, size_t length);

#endif							/* CV_REPORT_WIDTH_H */
