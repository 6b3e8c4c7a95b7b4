/*
 * num.c - the one variable of the ground floor, and what is too small for a file.
 */
#include "num/num.h"

#include <math.h>

static void
do_nothing(void)
{
}

void		(*cv_breathe) (void) = do_nothing;

int
cv_exponent(double largest)
{
	int			exponent = 0;

	if (largest > 0)
		frexp(largest, &exponent);
	return -exponent;
}

bool
cv_differ(double low, double high, bool whole)
{
	return whole ? high > low : high - low > 2 * CV_ROUNDING * fmax(fabs(low), fabs(high));
}
