/*
 * woe.c - how much does a bin, or a characteristic, say about the risk?
 *
 * The weight of evidence of a bin is ln(its share of the events / its share of the non-events):
 * above 0 where events are more frequent than on average.  (Some scorecards turn the sign: take the
 * negative.)  The sum over bins of the difference of the shares times that is the information
 * value.
 */
#include "risk/cells.h"

#include "risk/core/monotone.h"

static const char *const rules[] = {"null", "half", "floor", "adjust", "error", NULL};

/* Bins with their shares under a rule. */
typedef struct Evidence
{
	CvCells    *cells;
	CvBins		bins;			/* non-events, events */
	double	   *share[2];
	bool		known;			/* are there both classes? */
} Evidence;

static void
empty_cell(const CvCells *cells, const CvBins *bins)
{
	int			cell = cv_bins_empty_cell(bins);
	char	   *label = cv_cell_name(cells, cell).label;

	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("bin %s has no %s", label != NULL ? psprintf("\"%s\"", label) : "of NULL",
				bins->count[1][cell] > 0 ? "non-event" : "event"),
			 errhint("Join it with another bin, or fill it: zero_rule can be 'half', 'floor' or 'adjust'.")));
}

/* Argument 0, and the rule that is argument argno. */
static Evidence
evidence_arg(FunctionCallInfo fcinfo, int argno)
{
	CvZeroRule	rule = (CvZeroRule) cv_choice_arg(fcinfo, argno, "zero_rule", rules);
	Evidence	e = {.cells = cv_cells_arg(fcinfo, 0, &cv_bin_type)};
	int			n = (int) e.cells->ncells;
	double	   *count[2];

	for (int k = 0; k < 2; k++)
	{
		count[k] = palloc((n + 1) * sizeof(double));
		e.share[k] = palloc((n + 1) * sizeof(double));
		for (int i = 0; i < n; i++)
			count[k][i] = cv_cell_count(e.cells, i, k);
	}
	e.bins = cv_bins(n, count[0], count[1]);
	e.known = e.bins.total[0] > 0 && e.bins.total[1] > 0;
	if (e.known && rule == CV_ZERO_ERROR && cv_bins_empty_cell(&e.bins) != CV_NO_BIN)
		empty_cell(e.cells, &e.bins);
	if (e.known)
		cv_bins_shares(&e.bins, rule, e.share[0], e.share[1]);
	return e;
}

static Datum
woe_of_cell(FunctionCallInfo fcinfo, const Evidence *e, int cell)
{
	if (!e->known || cell == CV_CELLS_NO_CELL)
		PG_RETURN_NULL();
	return cv_return_number(fcinfo, cv_log_ratio(e->share[0][cell], e->share[1][cell]));
}

/*
 * woe(bin_summary, bin text, zero_rule text) -> float8
 * woe(bin_summary, x float8, zero_rule text) -> float8
 *
 * Weight of evidence of a bin, by its label or (of a summary by cuts) by a number in it; x NULL is
 * the bin of NULL.  NULL for a bin without rows, with one class only, and where the bin has no
 * event or no non-event unless zero_rule fills it: 'half' (add 1/2 to every cell), 'floor' (shares
 * from 0.0001), 'adjust' (0.99 in place of 0), when any bin has an empty cell.  Errors: 22023 for
 * another rule, with 'error' for an empty cell, for NaN and infinity.
 */
PG_FUNCTION_INFO_V1(woe_of_label);
PG_FUNCTION_INFO_V1(woe_of_number);

Datum
woe_of_label(PG_FUNCTION_ARGS)
{
	Evidence	e = evidence_arg(fcinfo, 2);
	text	   *label = PG_GETARG_TEXT_PP(1);

	if (e.cells->form == CV_CELLS_CUTS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("bin \"%s\" is a label, but the bin_summary has cuts", text_to_cstring(label)),
				 errhint("Give the number whose bin is meant.")));
	return woe_of_cell(fcinfo, &e, cv_cells_find_label(e.cells, VARDATA_ANY(label), VARSIZE_ANY_EXHDR(label)));
}

/* The cell of a number: between cuts, or labelled with its digits. */
static int
cell_of_number(const CvCells *s, double x)
{
	char		label[32];

	cv_check_finite(x, "x");
	if (s->form == CV_CELLS_CUTS)
		return cv_cells_bin_of(cv_cells_cuts(s), cv_cells_ncuts(s), x);
	if (x != floor(x) || fabs(x) >= 0x1p53)
		return CV_CELLS_NO_CELL;
	pg_lltoa((int64) x, label);
	return cv_cells_find_label(s, label, (int) strlen(label));
}

Datum
woe_of_number(PG_FUNCTION_ARGS)
{
	Evidence	e;
	int			cell = CV_CELLS_NO_CELL;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(2))
		PG_RETURN_NULL();
	e = evidence_arg(fcinfo, 2);
	if (!PG_ARGISNULL(1))
		cell = cell_of_number(e.cells, PG_GETARG_FLOAT8(1));
	else if (e.cells->form == CV_CELLS_CUTS)
		cell = cv_cells_ncuts(e.cells) + 1;
	return woe_of_cell(fcinfo, &e, cell);
}

PG_FUNCTION_INFO_V1(information_value);

/*
 * information_value(bin_summary, zero_rule text) -> float8
 *
 * Sum over the bins of (share of events - share of non-events) * weight of evidence.  NULL with one
 * class only, and where a bin has no event or no non-event unless zero_rule fills it.  Errors: as
 * woe.
 */
Datum
information_value(PG_FUNCTION_ARGS)
{
	Evidence	e = evidence_arg(fcinfo, 1);

	if (!e.known)
		PG_RETURN_NULL();
	return cv_return_number(fcinfo, cv_divergence(&e.bins, e.share[0], e.share[1], NULL));
}

PG_FUNCTION_INFO_V1(bin_table);

/*
 * bin_table(bin_summary, zero_rule text) -> TABLE(bin text, low, high float8, n, events numeric,
 *		share, rate, woe, iv float8)
 *
 * Each bin: its label, or [low, high) between cuts; rows, events, share of the rows, event rate,
 * weight of evidence and its part of the information value, NULL as there.  The bin of NULL, if it
 * has rows, comes last.  Errors: as woe.
 */
Datum
bin_table(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	Evidence	e = evidence_arg(fcinfo, 1);
	int			n = (int) e.cells->ncells;
	double	   *part = palloc((n + 1) * sizeof(double));
	double		total = e.bins.total[0] + e.bins.total[1];

	if (e.known)
		cv_divergence(&e.bins, e.share[0], e.share[1], part);
	for (int i = 0; i < n; i++)
	{
		double		rows = e.bins.count[0][i] + e.bins.count[1][i];
		CvCellName	name = cv_cell_name(e.cells, i);
		Datum		values[9];
		bool		nulls[9] = {false};

		CHECK_FOR_INTERRUPTS();
		if (name.label == NULL && rows == 0)
			continue;
		nulls[0] = name.label == NULL;
		values[0] = nulls[0] ? (Datum) 0 : CStringGetTextDatum(name.label);
		cv_set_number(&values[1], &nulls[1], name.low);
		cv_set_number(&values[2], &nulls[2], name.high);
		values[3] = cv_count_numeric(rows);
		values[4] = cv_count_numeric(e.bins.count[1][i]);
		cv_set_number(&values[5], &nulls[5], rows / total);
		cv_set_number(&values[6], &nulls[6], e.bins.count[1][i] / rows);
		cv_set_number(&values[7], &nulls[7], e.known ? cv_log_ratio(e.share[0][i], e.share[1][i]) : NAN);
		cv_set_number(&values[8], &nulls[8], e.known ? part[i] : NAN);
		cv_table_own_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}

static CvCells *
cut_bins_arg(FunctionCallInfo fcinfo, const char *function)
{
	CvCells    *s = cv_cells_arg(fcinfo, 0, &cv_bin_type);

	if (s->form == CV_CELLS_LABELS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s needs a bin_summary by cuts, not by labels", function),
				 errhint("Labels have no order; fine_agg collects bins between cuts.")));
	return s;
}

PG_FUNCTION_INFO_V1(rebin);

/*
 * rebin(bin_summary, cuts float8[]) -> bin_summary
 *
 * Bins of a summary by cuts joined, so that only these cuts are left, each of them one that it has.
 * Errors: 22023 for other cuts and for a summary by labels.
 */
Datum
rebin(PG_FUNCTION_ARGS)
{
	CvCells    *s = cut_bins_arg(fcinfo, "rebin");
	CvCells    *joined;
	int			n;
	const double *cut = cv_cuts_arg(fcinfo, 1, "cuts", &n);
	int			to = 0;

	if (s->form == CV_CELLS_NONE)
		PG_RETURN_POINTER(s);
	joined = cv_cells_new_by_cuts(&cv_bin_type, cut, n);
	for (int i = 0; i < (int) s->ncells; i++)
	{
		if (i > 0 && i <= cv_cells_ncuts(s) && to < n && cv_cells_cuts(s)[i - 1] == cut[to])
			to++;
		for (int k = 0; k < 2; k++)
			cv_cell_units(joined, i > cv_cells_ncuts(s) ? n + 1 : to)[k] += cv_cell_units(s, i)[k];
	}
	if (to < n)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s is none of the cuts of the bin_summary", cv_float8_text(cut[to])),
				 errhint("Bins can be joined, but not divided.")));
	PG_RETURN_POINTER(joined);
}

/* The limits of monotone_cuts, arguments 1 to 4. */
static CvMonotone
limits_arg(FunctionCallInfo fcinfo, const CvCells *s, double *none, double *event)
{
	/* In the order of CvDirection + 1. */
	static const char *const directions[] = {"decreasing", "auto", "increasing", NULL};
	CvMonotone	m = {.n = cv_cells_ncuts(s) + 1,.count = {none, event}};
	double		rows = 0;

	for (int i = 0; i < (int) s->ncells; i++)
	{
		for (int k = 0; k < 2; k++)
			m.total[k] += cv_cell_count(s, i, k);
		none[i] = cv_cell_count(s, i, 0);
		event[i] = cv_cell_count(s, i, 1);
		rows += i < m.n ? none[i] + event[i] : 0;
	}
	if (!PG_ARGISNULL(1))
		m.max_bins = cv_check_range(PG_GETARG_INT32(1), "max_bins", 1, PG_INT32_MAX);
	m.min_rows = rows * cv_check_fraction(PG_GETARG_FLOAT8(2), "min_share",
		"It is a share of the rows: 0.05 means that a bin has at least a twentieth.");
	m.min_events = cv_check_not_negative(PG_GETARG_FLOAT8(3), "min_events");
	m.direction = (CvDirection) (cv_choice_arg(fcinfo, 4, "direction", directions) - 1);
	return m;
}

#define MOST_WORK ((Size) 512 * 1024 * 1024)

PG_FUNCTION_INFO_V1(monotone_cuts);

/*
 * monotone_cuts(bin_summary, max_bins integer, min_share float8, min_events float8, direction text) -> float8[]
 *
 * Which cuts to keep so that the event rate rises ('increasing'), falls ('decreasing') or does one
 * of both ('auto') from bin to bin and the information value is the largest possible: exact, by
 * dynamic programming (src/risk/core/monotone.c); without limits the bins are those of pooling
 * adjacent violators.  Each bin has an event and a non-event, at least min_share of the rows that
 * are not NULL, and min_events.  The bin of NULL stays alone.  max_bins NULL: no limit.  NULL with
 * one class only, and where the limits leave no way.  Errors: 22023 for limits out of range,
 * another direction and a summary by labels, 54000 for bins beyond 512 MB of work.
 */
Datum
monotone_cuts(PG_FUNCTION_ARGS)
{
	CvCells    *s;
	CvMonotone	m;
	double	   *none,
			   *event,
			   *kept;
	int		   *cut;
	int			n;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(2) || PG_ARGISNULL(3) || PG_ARGISNULL(4))
		PG_RETURN_NULL();
	s = cut_bins_arg(fcinfo, "monotone_cuts");
	if (s->form == CV_CELLS_NONE)
		PG_RETURN_NULL();
	none = palloc(s->ncells * sizeof(double));
	event = palloc(s->ncells * sizeof(double));
	m = limits_arg(fcinfo, s, none, event);
	if (cv_monotone_work(&m) > MOST_WORK)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("%d bins into %d need more than 512 MB of work", m.n, cv_monotone_layers(&m)),
				 errhint("Begin with fewer fine bins: a few hundred quantiles are many.")));
	cut = palloc(m.n * sizeof(int));
	n = cv_monotone(&m, cv_alloc(cv_monotone_work(&m)), cut);
	if (n < 0)
		PG_RETURN_NULL();
	kept = palloc((n + 1) * sizeof(double));
	for (int i = 0; i < n; i++)
		kept[i] = cv_cells_cuts(s)[cut[i] - 1];
	PG_RETURN_DATUM(cv_make_float8_array(kept, n));
}
