/*
 * main.c - runs the unit tests of src/num and of the cores of rooms, and closes with the plain count.
 */
#include <string.h>

#include "unit.h"

int			unit_checks = 0;
int			unit_failures = 0;

extern void test_natural(void);
extern void test_select(void);
extern void test_allocate(void);
extern void test_tally(void);
extern void test_flow(void);
extern void test_sort(void);
extern void test_exact(void);
extern void test_spread(void);
extern void test_markov(void);
extern void test_kmeans(void);
extern void test_special(void);
extern void test_linear(void);
extern void test_purchase(void);
extern void test_season(void);
extern void test_adjust(void);
extern void test_attribution(void);
extern void test_pvm(void);
extern void test_explain(void);
extern void test_affinity(void);
extern void test_funnel(void);
extern void test_proportion(void);
extern void test_monitor(void);
extern void test_feedback(void);
extern void test_risk(void);
extern void test_survival(void);
extern void test_cox(void);
extern void test_cohorts(void);
extern void test_report(void);

static const struct
{
	const char *name;
	void		(*run) (void);
}			tests[] =
{
	{"natural", test_natural},
	{"select", test_select},
	{"allocate", test_allocate},
	{"tally", test_tally},
	{"flow", test_flow},
	{"sort", test_sort},
	{"exact", test_exact},
	{"spread", test_spread},
	{"markov", test_markov},
	{"kmeans", test_kmeans},
	{"special", test_special},
	{"linear", test_linear},
	{"purchase", test_purchase},
	{"season", test_season},
	{"adjust", test_adjust},
	{"attribution", test_attribution},
	{"pvm", test_pvm},
	{"explain", test_explain},
	{"affinity", test_affinity},
	{"funnel", test_funnel},
	{"proportion", test_proportion},
	{"monitor", test_monitor},
	{"feedback", test_feedback},
	{"risk", test_risk},
	{"survival", test_survival},
	{"cox", test_cox},
	{"cohorts", test_cohorts},
	{"report", test_report},
};

/* All tests, or those that are named: unit flow linear. */
static int
is_wanted(const char *name, int argc, char **argv)
{
	int			found = argc == 1;

	for (int i = 1; i < argc; i++)
		found |= strcmp(argv[i], name) == 0;
	return found;
}

int
main(int argc, char **argv)
{
	int			n = sizeof(tests) / sizeof(tests[0]);
	int			run = 0;
	int			failed = 0;

	for (int i = 0; i < n; i++)
	{
		if (!is_wanted(tests[i].name, argc, argv))
			continue;
		run++;
		unit_checks = unit_failures = 0;
		tests[i].run();
		printf("%s - %s: %d checks, %d failures\n", unit_failures ? "not ok" : "ok", tests[i].name,
			   unit_checks + unit_failures, unit_failures);
		failed += unit_failures > 0;
	}
	printf("%d passed, %d failed\n", run - failed, failed);
	return failed != 0 || run == 0;
}
