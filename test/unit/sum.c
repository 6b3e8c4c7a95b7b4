/*
 * sum.c - compensated sums.
 */
#include "num/sum.h"
#include "unit.h"

void
test_sum(void)
{
	CvSum		s = {0, 0};
	CvSum		t = {0, 0};

	cv_sum_add(&s, 1);
	cv_sum_add(&s, 1e100);
	cv_sum_add(&s, 1);
	cv_sum_add(&s, -1e100);
	CHECK(cv_sum_value(&s) == 2);

	for (int i = 0; i < 10; i++)
		cv_sum_add(&t, 0.1);
	CHECK(cv_sum_value(&t) == 1);
}
