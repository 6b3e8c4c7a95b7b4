/*
 * logrank.c - do groups of customers leave at different rates, or is it chance?
 *
 * A logrank_summary holds the durations of each group, in each stratum if there are some; the test is that of
 * retention/core/logrank.c.
 *
 * Memory: 72 bytes a distinct time of a group while it grows, about 12 stored.
 */
#include "retention/spells.h"

#include "num/sort.h"
#include "num/special.h"
#include "retention/core/logrank.h"

#define MOST_GROUPS 1000

static const char *complaint_of(const CvCellsView *view);

const CvCellsType cv_logrank_type = {
	{"logrank_summary", "\"v1 \"group\" time:events,censored[,entered] ... ...\"", 1, sizeof(CvCells), cv_cells_fits,
	 cv_cells_pack},
	CV_CELLS_LOGRANK, complaint_of,
	"It grows with the number of distinct times of each group: round durations to whole days, or take a sample.", ""
};

CV_CELLS_TYPE(cv_logrank_type, cv_spells_in, cv_spells_out, logrank_summary_in, logrank_summary_out,
			  logrank_summary_recv, logrank_summary_send, logrank_merge, logrank_pack)
CV_COMPARE(logrank_summary_send, logrank_summary_cmp, logrank_summary_eq, logrank_summary_ne, logrank_summary_lt,
		   logrank_summary_le, logrank_summary_gt, logrank_summary_ge, logrank_summary_hash,
		   logrank_summary_hash_extended)

static const char *
complaint_of(const CvCellsView *view)
{
	return view->n > 0 && view->names.n == 0 ? "times must follow a name" : cv_spells_complaint(view);
}

/* Room for the digits of a bigint. */
#define DIGITS 32

typedef struct LabelText
{
	const char *text;
	int			length;
	char		own[DIGITS];
} LabelText;

static void
label_text(FunctionCallInfo fcinfo, int argno, LabelText *name)
{
	text	   *label = PG_GETARG_TEXT_PP(argno);

	name->text = VARDATA_ANY(label);
	name->length = (int) VARSIZE_ANY_EXHDR(label);
}

static void
label_bigint(FunctionCallInfo fcinfo, int argno, LabelText *name)
{
	name->length = snprintf(name->own, DIGITS, INT64_FORMAT, PG_GETARG_INT64(argno));
	name->text = name->own;
}

/*
 * logrank_add(logrank_summary, duration, event, grp [, stratum]) -> logrank_summary
 *
 * Transition functions: a customer of a group, and of a stratum, who left after this duration or was last seen then.
 * Labels are text or bigint, both of one type.  Errors: as survival_add.
 */
static Datum
add_spell(FunctionCallInfo fcinfo, CvSpellReader read, void (*read_label) (FunctionCallInfo, int, LabelText *))
{
	CvCells    *s = cv_cells_writable(fcinfo, &cv_logrank_type);
	CvSpell		spell = read(fcinfo, 1, false);
	LabelText	group;
	LabelText	stratum = {"", 0, ""};
	CvLabel		label;

	read_label(fcinfo, 3, &group);
	if (PG_NARGS() > 4)
		read_label(fcinfo, 4, &stratum);
	label = (CvLabel) {stratum.text, stratum.length, group.text, group.length};
	cv_spells_add(&s, cv_cells_labelled(&s, &label), &spell, cv_cells_one(s));
	return cv_cells_return(fcinfo, s);
}

#define LOGRANK_ADD(name, reader, read_label) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		return add_spell(fcinfo, reader, read_label); \
	}

LOGRANK_ADD(logrank_add_float8_boolean_text, cv_spell_float8_boolean, label_text)
LOGRANK_ADD(logrank_add_float8_bigint_text, cv_spell_float8_bigint, label_text)
LOGRANK_ADD(logrank_add_interval_boolean_text, cv_spell_interval_boolean, label_text)
LOGRANK_ADD(logrank_add_interval_bigint_text, cv_spell_interval_bigint, label_text)
LOGRANK_ADD(logrank_add_float8_boolean_bigint, cv_spell_float8_boolean, label_bigint)
LOGRANK_ADD(logrank_add_float8_bigint_bigint, cv_spell_float8_bigint, label_bigint)
LOGRANK_ADD(logrank_add_interval_boolean_bigint, cv_spell_interval_boolean, label_bigint)
LOGRANK_ADD(logrank_add_interval_bigint_bigint, cv_spell_interval_bigint, label_bigint)

/* The times of a survival_summary as a group. */
static void
add_group(CvCells **s, Datum value, const char *name)
{
	CvCellsView view = cv_cells_view(cv_cells_get(value, &cv_survival_type));
	CvLabel		label = {"", 0, name, (int) strlen(name)};
	cv_int128	factor;

	cv_cells_refine(*s, view.groups);
	factor = cv_cells_factor(*s, view.groups);
	for (int64 i = 0; i < view.n; i++)
	{
		CvCell	   *cell = cv_cells_find(s, cv_cells_labelled(s, &label), view.cell[i].place);

		CV_BREATHE_OFTEN(i);
		for (int k = 0; k < CV_CELL_SUMS; k++)
			cv_cells_add(*s, cell, k, cv_cells_rescale(*s, view.cell[i].sum[k], factor));
	}
}

PG_FUNCTION_INFO_V1(logrank);

/*
 * logrank(a survival_summary, b survival_summary) -> logrank_summary
 *
 * The two as groups "a" and "b", with weights and entries if they have some.  Errors: 54000 as survival_add.
 */
Datum
logrank(PG_FUNCTION_ARGS)
{
	CvCells    *s = cv_cells_new(&cv_logrank_type);

	add_group(&s, PG_GETARG_DATUM(0), "a");
	add_group(&s, PG_GETARG_DATUM(1), "b");
	PG_RETURN_POINTER(cv_cells_pack(s));
}

#define COMES_FIRST(a, b) \
	((a).stratum < (b).stratum || ((a).stratum == (b).stratum && (a).moment.time < (b).moment.time))
CV_DEFINE_SORT(sort_exits, CvExit, COMES_FIRST)

/* A summary at work: its groups, in order of their names, and all exits. */
typedef struct Groups
{
	CvCellsView view;
	int			n;
	CvLabel    *label;
	CvExit	   *exit;
} Groups;

static int
compare_groups(const void *a, const void *b)
{
	const CvLabel *x = a;
	const CvLabel *y = b;

	CHECK_FOR_INTERRUPTS();
	return cv_names_compare(x->group, x->group_length, y->group, y->group_length);
}

/* The distinct groups of all strata. */
static void
find_groups(Groups *groups)
{
	const CvNames *names = &groups->view.names;

	groups->label = cv_alloc(names->n * sizeof(CvLabel));
	for (uint32 i = 0; i < names->n; i++)
		groups->label[i] = cv_cells_label(names, i);
	qsort(groups->label, names->n, sizeof(CvLabel), compare_groups);
	groups->n = 0;
	for (uint32 i = 0; i < names->n; i++)
	{
		if (groups->n == 0 || compare_groups(&groups->label[groups->n - 1], &groups->label[i]) != 0)
			groups->label[groups->n++] = groups->label[i];
	}
	if (groups->n > MOST_GROUPS)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a log-rank test can compare at most %d groups, not %d", MOST_GROUPS, groups->n),
				 errhint("Compare fewer, larger groups; or give the many as strata.")));
}

/* All exits in order of stratum and time; names are in order of stratum. */
static void
find_exits(Groups *groups)
{
	const CvCellsView *view = &groups->view;
	CvExit	   *scratch = cv_alloc(view->n * sizeof(CvExit));
	CvLabel		last = {"", 0, "", 0};
	int32		stratum = 0;
	int32		group = 0;

	groups->exit = cv_alloc(view->n * sizeof(CvExit));
	for (int64 i = 0; i < view->n; i++)
	{
		if (i == 0 || view->cell[i].series != view->cell[i - 1].series)
		{
			CvLabel		label = cv_cells_label(&view->names, (uint32) view->cell[i].series);
			CvLabel    *found = bsearch(&label, groups->label, groups->n, sizeof(CvLabel), compare_groups);

			group = (int32) (found - groups->label);
			stratum += i > 0 && cv_names_compare(label.stratum, label.stratum_length, last.stratum,
												 last.stratum_length) != 0;
			last = label;
		}
		groups->exit[i] = (CvExit) {stratum, group, cv_moment_of(&view->cell[i])};
	}
	sort_exits(groups->exit, scratch, view->n);
	pfree(scratch);
}

/* The test of argument 0. */
static CvLogrank
run_test(FunctionCallInfo fcinfo, double rho, Groups *groups)
{
	CvLogrank	test = {.rho = rho};
	Size		square;

	groups->view = cv_cells_view(cv_cells_get(PG_GETARG_DATUM(0), &cv_logrank_type));
	find_groups(groups);
	find_exits(groups);
	test.exit = groups->exit;
	test.n = groups->view.n;
	test.groups = groups->n;
	test.scale = groups->view.scale;
	square = (Size) groups->n * groups->n;
	test.observed = cv_alloc(groups->n * sizeof(double));
	test.expected = cv_alloc(groups->n * sizeof(double));
	test.variance = cv_alloc(square * sizeof(double));
	test.at_risk = cv_alloc(groups->n * sizeof(cv_int128));
	test.work = cv_alloc((square + groups->n) * sizeof(double));
	cv_logrank(&test);
	return test;
}

static double
rho_arg(FunctionCallInfo fcinfo)
{
	double		rho = cv_check_finite(PG_GETARG_FLOAT8(1), "rho");

	if (rho < 0 || rho > 100)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("rho must be from 0 to 100, not %s", cv_float8_text(rho)),
				 errhint("0 is the log-rank test; 1 (Peto and Peto) weighs early events more.")));
	return rho;
}

PG_FUNCTION_INFO_V1(logrank_chi2);
PG_FUNCTION_INFO_V1(logrank_df);
PG_FUNCTION_INFO_V1(logrank_p);

/*
 * logrank_chi2(summary logrank_summary, rho float8) -> float8: chi-square of the test that all groups have one
 * hazard, times weighted by S(t-)^rho.  NULL where groups cannot be compared: fewer than two that were at risk
 * together, no event. Errors: 22023 for a rho outside 0 to 100, 54000 beyond 1,000 groups.
 */
Datum
logrank_chi2(PG_FUNCTION_ARGS)
{
	Groups		groups;

	return cv_return_number(fcinfo, run_test(fcinfo, rho_arg(fcinfo), &groups).chi2);
}

/*
 * logrank_df(summary logrank_summary) -> integer: its degrees of freedom, groups that can be compared less one; NULL
 * without.
 */
Datum
logrank_df(PG_FUNCTION_ARGS)
{
	Groups		groups;
	CvLogrank	test = run_test(fcinfo, 0, &groups);

	if (test.df == 0)
		PG_RETURN_NULL();
	PG_RETURN_INT32(test.df);
}

/*
 * logrank_p(summary logrank_summary, rho float8) -> float8: the probability of so large a chi-square by chance; NULL
 * as logrank_chi2.
 */
Datum
logrank_p(PG_FUNCTION_ARGS)
{
	Groups		groups;
	CvLogrank	test = run_test(fcinfo, rho_arg(fcinfo), &groups);

	return cv_return_number(fcinfo, test.df == 0 ? NAN : cv_chisq_tail(test.chi2, test.df));
}

PG_FUNCTION_INFO_V1(logrank_table);

/* Customers of a group, by weight. */
static double
customers_of(const CvLogrank *test, int group)
{
	cv_int128	n = 0;

	for (int64 i = 0; i < test->n; i++)
	{
		CV_BREATHE(i);
		if (test->exit[i].group == group)
			n += test->exit[i].moment.events + test->exit[i].moment.censored;
	}
	return (double) n / test->scale;
}

/*
 * logrank_table(summary logrank_summary) -> TABLE(grp text, customers, observed, expected, variance float8)
 *
 * For each group, in order of the bytes of its label: its customers, the events that it had and those it would have
 * had at the hazard of all, and the variance of the difference.
 */
Datum
logrank_table(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	Groups		groups;
	CvLogrank	test = run_test(fcinfo, 0, &groups);

	for (int g = 0; g < groups.n; g++)
	{
		Datum		values[5];
		bool		nulls[5] = {false};

		CHECK_FOR_INTERRUPTS();
		values[0] = PointerGetDatum(cstring_to_text_with_len(groups.label[g].group, groups.label[g].group_length));
		values[1] = Float8GetDatum(customers_of(&test, g));
		values[2] = Float8GetDatum(test.observed[g]);
		values[3] = Float8GetDatum(test.expected[g]);
		values[4] = Float8GetDatum(test.variance[g * groups.n + g]);
		cv_table_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}
