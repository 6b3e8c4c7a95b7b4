/*
 * num.c - the one variable of the ground floor.
 */
#include "num/num.h"

static void
do_nothing(void)
{
}

void		(*cv_breathe) (void) = do_nothing;
