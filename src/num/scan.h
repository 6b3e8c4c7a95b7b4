/*
 * scan.h - reading numbers from the text forms of states and models.
 */
#ifndef CV_SCAN_H
#define CV_SCAN_H

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "num/num.h"

/* Length of what looks like a decimal number, up to most and one more. */
static inline size_t
cv_number_length(const char *text, bool plus, size_t most)
{
	size_t		length = 0;

	while (length <= most && ((text[length] >= '0' && text[length] <= '9') || text[length] == '.' ||
							  text[length] == 'e' || text[length] == '-' || (plus && text[length] == '+')))
		length++;
	return length;
}

/*
 * A finite decimal number at *at, which moves behind it.  No blanks, words or hexadecimal
 * digits, which strtod would take.
 */
static inline bool
cv_scan_double(const char **at, double *x)
{
	size_t		length = cv_number_length(*at, true, 400);
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

/* An integer at *at, which moves behind it: digits, with - before them but no leading zero. */
static inline bool
cv_scan_int64(const char **at, int64_t *x)
{
	const char *p = *at;
	bool		negative = *p == '-';
	uint64_t	most = (uint64_t) INT64_MAX + negative;
	uint64_t	value = 0;

	p += negative;
	if (*p < '0' || *p > '9' || (*p == '0' && (negative || (p[1] >= '0' && p[1] <= '9'))))
		return false;
	for (; *p >= '0' && *p <= '9'; p++)
	{
		uint64_t	digit = (uint64_t) (*p - '0');

		if (value > (most - digit) / 10)
			return false;
		value = value * 10 + digit;
	}
	*x = negative ? (int64_t) (0 - value) : (int64_t) value;
	*at = p;
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
