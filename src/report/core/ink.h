/*
 * ink.h - text that grows while a chart is drawn: bytes, characters, numbers, coordinates.
 *
 * Numbers are taken as the decimals that they were written as: what is within NEAR of a half or a whole one is it, so
 * that 2.675 is 2.68 and 8 * 0.2 / 0.8 is 2.
 */
#ifndef CV_REPORT_INK_H
#define CV_REPORT_INK_H

#include <math.h>
#include <string.h>

#include "num/num.h"

typedef struct CvInk
{
	char	   *data;
	size_t		length;
	size_t		capacity;
	void	   *(*more) (void *data, size_t size);	/* of memory, like realloc; does not return without */
	bool		ascii;			/* other characters as numeric references */
} CvInk;

#define CV_NEAR 1e-9

static inline double
cv_floor_near(double x)
{
	return floor(x + CV_NEAR);
}

/* Half away from zero. */
static inline double
cv_round_near(double x)
{
	return copysign(floor(fabs(x) + 0.5 + CV_NEAR), x);
}

extern void cv_ink_bytes(CvInk *ink, const char *bytes, size_t n);
extern void cv_ink(CvInk *ink, const char *text);
extern void cv_ink_repeat(CvInk *ink, const char *text, int64_t times);
extern void cv_ink_char(CvInk *ink, uint32_t c);
extern void cv_ink_int(CvInk *ink, int64_t x);

/* Two decimals at most, without zeros at the end, never -0. */
extern void cv_ink_coordinate(CvInk *ink, double x);

/* A number as text: with so many decimals, or the fewest digits that read back as it. */
#define CV_NUMBER_SIZE 400
extern int	cv_number_text(double x, int decimals, char *text);
extern int	cv_shortest_text(double x, char *text);

/* The decimals of the shortest text. */
extern int	cv_decimals_of(double x);

#endif							/* CV_REPORT_INK_H */
