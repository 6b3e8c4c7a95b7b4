/*
 * main.c - runs the unit tests of src/num and closes with the plain count.
 */
#include "unit.h"

int			unit_passed = 0;
int			unit_failed = 0;

extern void test_natural(void);
extern void test_select(void);
extern void test_allocate(void);
extern void test_sum(void);
extern void test_tally(void);

int
main(void)
{
	test_natural();
	test_select();
	test_allocate();
	test_sum();
	test_tally();
	printf("%d passed, %d failed\n", unit_passed, unit_failed);
	return unit_failed != 0;
}
