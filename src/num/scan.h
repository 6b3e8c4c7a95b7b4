/*
 * scan.h - reading numbers from the text forms of states and models.
 */
#ifndef CV_SCAN_H
#define CV_SCAN_H

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "num/num.h"

/*
 * A finite decimal number at *at, which moves behind it.  No blanks, words or hexadecimal
 * digits, which strtod would take.
 */
static inline bool
cv_scan_double(const char **at, double *x)
{
	size_t		length = strspn(*at, "0123456789.e+-");
	char	   *end;

	if (length == 0 || length > 400)
		return false;
	*x = strtod(*at, &end);
	if (end != *at + length || !isfinite(*x))
		return false;
	*x += 0.0;					/* no negative zero */
	*at = end;
	return true;
}

/* This character at *at, which moves behind it. */
static inline bool
cv_scan_char(const char **at, char c)
{
	if (**at != c)
		return false;
	++*at;
	return true;
}

#endif							/* CV_SCAN_H */
