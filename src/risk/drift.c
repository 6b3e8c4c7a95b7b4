/*
 * drift.c - are the customers still those that the score was made for?
 *
 * Two distributions over the same bins: the expected one, of the sample that the score was made
 * with, and the actual one.  The population stability index has folk limits of 0.1 and 0.25, which
 * know nothing of the number of rows; without a change it is, over 1/n + 1/m, about chi-square with
 * one degree of freedom less than bins (B. Yurdakul and J. Naranjo, Journal of Risk Model
 * Validation 14, 2020).
 */
#include "num/special.h"
#include "risk/cells.h"

static const char *const rules[] = {"null", "half", "floor", "adjust", "error", NULL};

/* Two summaries over the bins of both. */
typedef struct Drift
{
	CvBins		bins;			/* expected, actual */
	CvCellName *name;
	double	   *share[2];
	bool		known;			/* do both have rows? */
} Drift;

/* The next label of both in order: below 0 when only the first has it. */
static int
compare_cells(const CvCells *a, int i, const CvCells *b, int j)
{
	int			na,
				nb,
				order;
	const char *x,
			   *y;

	if (i == (int) a->ncells || j == (int) b->ncells)
		return i == (int) a->ncells ? 1 : -1;
	x = cv_cell_label(a, i, &na);
	y = cv_cell_label(b, j, &nb);
	order = memcmp(x, y, Min(na, nb));
	return order != 0 ? order : na - nb;
}

static void
check_same_bins(const CvCells *a, const CvCells *b)
{
	bool		same = a->form == b->form && (a->form != CV_CELLS_CUTS || cv_cells_same_cuts(a, b));

	if (!same && a->form != CV_CELLS_NONE && b->form != CV_CELLS_NONE)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the two distribution_summaries have different bins"),
				 errhint("Collect both with the same cuts, or both with labels.")));
}

/* Arguments 0 and 1. */
static Drift
drift_arg(FunctionCallInfo fcinfo)
{
	CvCells    *a = cv_cells_arg(fcinfo, 0, &cv_distribution_type);
	CvCells    *b = cv_cells_arg(fcinfo, 1, &cv_distribution_type);
	int			most = (int) (a->ncells + b->ncells);
	bool		cuts = a->form == CV_CELLS_CUTS && b->form == CV_CELLS_CUTS;
	double	   *count[2];
	Drift		d;
	int			n = 0;

	check_same_bins(a, b);
	d.name = palloc((most + 1) * sizeof(CvCellName));
	for (int k = 0; k < 2; k++)
	{
		count[k] = palloc0((most + 1) * sizeof(double));
		d.share[k] = palloc((most + 1) * sizeof(double));
	}
	for (int i = 0, j = 0; i < (int) a->ncells || j < (int) b->ncells; n++)
	{
		int			order = cuts ? 0 : compare_cells(a, i, b, j);

		CV_BREATHE_OFTEN(n);
		d.name[n] = order <= 0 ? cv_cell_name(a, i) : cv_cell_name(b, j);
		if (order <= 0)
			count[0][n] = cv_cell_count(a, i++, 0);
		if (order >= 0)
			count[1][n] = cv_cell_count(b, j++, 0);
	}
	d.bins = cv_bins(n, count[0], count[1]);
	d.known = d.bins.total[0] > 0 && d.bins.total[1] > 0;
	return d;
}

/* The shares under the rule that is argument argno. */
static void
set_shares(FunctionCallInfo fcinfo, int argno, Drift *d)
{
	CvZeroRule	rule = (CvZeroRule) cv_choice_arg(fcinfo, argno, "zero_rule", rules);
	int			empty = cv_bins_empty_cell(&d->bins);

	if (d->known && rule == CV_ZERO_ERROR && empty != CV_NO_BIN)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("bin \"%s\" has no %s rows", d->name[empty].label,
						d->bins.count[0][empty] > 0 ? "actual" : "expected"),
				 errhint("Join it with another bin, or fill it: zero_rule can be 'half', 'floor', 'adjust' or "
						 "'null'.")));
	if (d->known)
		cv_bins_shares(&d->bins, rule, d->share[0], d->share[1]);
}

static double
psi_of(const Drift *d)
{
	return d->known ? cv_divergence(&d->bins, d->share[0], d->share[1], NULL) : NAN;
}

PG_FUNCTION_INFO_V1(psi);

/*
 * psi(distribution_summary, distribution_summary, zero_rule text) -> float8
 *
 * Population stability index: sum over bins of (actual - expected share) * ln(actual / expected
 * share).  NULL when one has no rows.  A bin that only one of them has would make it infinite: an
 * error that names it, unless zero_rule is 'half' (add 1/2 to every cell), 'floor' (shares from
 * 0.0001), 'adjust' (0.99 in place of 0) or 'null' (then it is NULL).  Errors: 22023 for that, for
 * another rule and for different cuts.
 */
Datum
psi(PG_FUNCTION_ARGS)
{
	Drift		d = drift_arg(fcinfo);

	set_shares(fcinfo, 2, &d);
	return cv_return_number(fcinfo, psi_of(&d));
}

PG_FUNCTION_INFO_V1(psi_p);

/*
 * psi_p(distribution_summary, distribution_summary, zero_rule text) -> float8
 *
 * Probability of an index at least as large when nothing has changed.  NULL as psi, and with one
 * bin.  Errors: as psi.
 */
Datum
psi_p(PG_FUNCTION_ARGS)
{
	Drift		d = drift_arg(fcinfo);
	int			df = cv_bins_used(&d.bins) - 1;
	double		x;

	set_shares(fcinfo, 2, &d);
	x = psi_of(&d) / (1 / d.bins.total[0] + 1 / d.bins.total[1]);
	return cv_return_number(fcinfo, df < 1 || isnan(x) ? NAN : cv_chisq_tail(x, df));
}

PG_FUNCTION_INFO_V1(psi_limit);

/*
 * psi_limit(n bigint, m bigint, bins integer, confidence float8) -> float8
 *
 * The index that is not exceeded with this confidence when nothing has changed, with n expected and
 * m actual rows.  Errors: 22023 for n or m below 1, bins outside 2 to 1,000,000 and confidence
 * outside 0 to 1.
 */
Datum
psi_limit(PG_FUNCTION_ARGS)
{
	int64		n = PG_GETARG_INT64(0);
	int64		m = PG_GETARG_INT64(1);
	int			bins = cv_check_range(PG_GETARG_INT32(2), "bins", 2, 1000000);
	double		confidence = cv_confidence_arg(fcinfo, 3);

	if (n < 1 || m < 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("n and m must be at least 1, not " INT64_FORMAT " and " INT64_FORMAT, n, m)));
	PG_RETURN_FLOAT8(cv_chisq_quantile(confidence, bins - 1) * (1.0 / (double) n + 1.0 / (double) m));
}

PG_FUNCTION_INFO_V1(js_divergence);

/*
 * js_divergence(distribution_summary, distribution_summary, unit text) -> float8
 *
 * Jensen and Shannon's divergence in 'nats' or 'bits': 0 for equal shares, ln 2 (1 bit) without a
 * common bin; needs no rule for empty bins, and its root is a distance.  NULL when one has no rows.
 * Errors: 22023 for another unit and for different cuts.
 */
Datum
js_divergence(PG_FUNCTION_ARGS)
{
	static const char *const units[] = {"nats", "bits", NULL};
	int			unit = cv_choice_arg(fcinfo, 2, "unit", units);
	Drift		d = drift_arg(fcinfo);
	double		x = cv_jensen_shannon(&d.bins);

	return cv_return_number(fcinfo, unit == 0 ? x : x / M_LN2);
}

PG_FUNCTION_INFO_V1(hellinger);

/*
 * hellinger(distribution_summary, distribution_summary) -> float8
 *
 * Hellinger's distance, from 0 for equal shares to 1 without a common bin.  NULL when one has no
 * rows.  Errors: 22023 for different cuts.
 */
Datum
hellinger(PG_FUNCTION_ARGS)
{
	Drift		d = drift_arg(fcinfo);

	return cv_return_number(fcinfo, cv_hellinger(&d.bins));
}

PG_FUNCTION_INFO_V1(psi_table);

/*
 * psi_table(distribution_summary, distribution_summary, zero_rule text) -> TABLE(bin text, low,
 *		high float8, expected, actual numeric, expected_share, actual_share, part float8)
 *
 * Each bin: rows, shares and its part of the index.  The part is NULL where one of them has no
 * rows, unless zero_rule fills it. Errors: as psi.
 */
Datum
psi_table(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	Drift		d = drift_arg(fcinfo);
	double	   *part = palloc((d.bins.n + 1) * sizeof(double));

	set_shares(fcinfo, 2, &d);
	if (d.known)
		cv_divergence(&d.bins, d.share[0], d.share[1], part);
	for (int i = 0; i < d.bins.n; i++)
	{
		Datum		values[8];
		bool		nulls[8] = {false};

		CHECK_FOR_INTERRUPTS();
		values[0] = CStringGetTextDatum(d.name[i].label);
		cv_set_number(&values[1], &nulls[1], d.name[i].low);
		cv_set_number(&values[2], &nulls[2], d.name[i].high);
		for (int k = 0; k < 2; k++)
		{
			values[3 + k] = cv_count_numeric(d.bins.count[k][i]);
			cv_set_number(&values[5 + k], &nulls[5 + k], d.bins.count[k][i] / d.bins.total[k]);
		}
		cv_set_number(&values[7], &nulls[7], d.known ? part[i] : NAN);
		cv_table_own_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}
