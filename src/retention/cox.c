/*
 * cox.c - what makes customers leave sooner, or stay?
 *
 * cox_agg collects the rows (its state is held_rows of kind cox; equal rows become one, with their number), and fits
 * at the end: see retention/core/cox.c.  Ties are Efron's; those of cox_breslow_agg are Breslow's, under which a row
 * of weight 2 is exactly the row twice.
 *
 * Memory: 8 (k + 5) bytes a distinct row (with a stratum 64 more), up to 512 MB, and twice as much while fitting.
 */
#include "retention/cox.h"

#include "num/sort.h"
#include "retention/spells.h"

#define BYTES_OF_NUMBER 6

/* Errors: 22023 for more than 48 bytes. */
void
cv_cox_encode(const text *label, double *number)
{
	const unsigned char *byte = (const unsigned char *) VARDATA_ANY(label);
	int			length = (int) VARSIZE_ANY_EXHDR(label);

	if (length > CV_COX_LABEL_BYTES)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("stratum can have at most %d bytes, not %d", CV_COX_LABEL_BYTES, length),
				 errhint("Give strata shorter names, as left(stratum, 12) or a number.")));
	for (int i = 0; i < CV_COX_LABEL; i++)
	{
		number[i] = 0;
		for (int k = 0; k < BYTES_OF_NUMBER; k++)
		{
			int			at = i * BYTES_OF_NUMBER + k;

			number[i] = number[i] * 256 + (at < length ? byte[at] : 0);
		}
	}
}

/* What of a row is not its times: regressors, weight, stratum. */
typedef struct Extra
{
	int			x;				/* arguments */
	int			weight;			/* 0: none */
	int			stratum;
} Extra;

/* The row of argument 0 onwards at to; its length, 0 for one that is to be ignored. */
static int
read_row(FunctionCallInfo fcinfo, CvSpellReader read, bool late, const Extra *extra, double *to)
{
	int			k;
	const double *x = cv_float8_row(PG_GETARG_VARLENA_P(extra->x), "x", &k);
	CvSpell		spell = read(fcinfo, 1, late);
	double		weight = extra->weight > 0 ? cv_weight_arg(fcinfo, extra->weight) : 1;
	double	   *row = to + (extra->stratum > 0 ? CV_COX_LABEL : 0);

	if (x == NULL || weight == 0)
		return 0;
	if (k < 1 || k > CV_COX_COLUMNS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("x must have 1 to %d elements, not %d", CV_COX_COLUMNS, k)));
	if (extra->stratum > 0)
		cv_cox_encode(PG_GETARG_TEXT_PP(extra->stratum), to);
	row[CV_COX_TIME] = spell.duration;
	row[CV_COX_ENTRY] = spell.entry;
	row[CV_COX_EVENT] = spell.event;
	memcpy(row + CV_COX_X, x, k * sizeof(double));
	row[CV_COX_X + k] = weight;
	row[CV_COX_X + k + 1] = 1;
	return (int) (row - to) + CV_COX_WIDTH(k);
}

/*
 * cox_add(held_rows, duration, event, x float8[] [, weight float8 | stratum text]) -> held_rows
 * cox_entry_add(held_rows, entry, duration, event, x float8[] [, weight float8]) -> held_rows
 *
 * Transition functions of cox_agg and cox_entry_agg: as survival_add, with regressors.  A row with NULL among x is
 * ignored, and one of weight 0.  Errors: as survival_add, and 22023 for NaN and infinity in x, another number of
 * elements and more than 100, and a stratum of more than 48 bytes; 54000 beyond 512 MB of distinct rows.
 */
static Datum
add_row(FunctionCallInfo fcinfo, CvSpellReader read, bool late, bool stratum)
{
	int			x = late ? 4 : 3;
	Extra		extra = {x, PG_NARGS() > x + 1 && !stratum ? x + 1 : 0, stratum ? x + 1 : 0};
	double		row[CV_COX_LABEL + CV_COX_WIDTH(CV_COX_COLUMNS)];
	double		label = stratum ? CV_COX_LABEL : 0;
	int			width = read_row(fcinfo, read, late, &extra, row);
	CvRows	   *rows;

	if (width == 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	rows = cv_rows_writable(fcinfo, &cv_kind_cox, width, &label, 1, 1);
	cv_rows_append(rows, row);
	PG_RETURN_POINTER(rows);
}

#define COX_ADD(name, reader, late, stratum) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		return add_row(fcinfo, reader, late, stratum); \
	}

COX_ADD(cox_add_float8_boolean, cv_spell_float8_boolean, false, false)
COX_ADD(cox_add_float8_bigint, cv_spell_float8_bigint, false, false)
COX_ADD(cox_add_interval_boolean, cv_spell_interval_boolean, false, false)
COX_ADD(cox_add_interval_bigint, cv_spell_interval_bigint, false, false)
COX_ADD(cox_add_float8_boolean_stratum, cv_spell_float8_boolean, false, true)
COX_ADD(cox_add_float8_bigint_stratum, cv_spell_float8_bigint, false, true)
COX_ADD(cox_add_interval_boolean_stratum, cv_spell_interval_boolean, false, true)
COX_ADD(cox_add_interval_bigint_stratum, cv_spell_interval_bigint, false, true)
COX_ADD(cox_entry_add_float8_boolean, cv_spell_float8_boolean, true, false)
COX_ADD(cox_entry_add_float8_bigint, cv_spell_float8_bigint, true, false)
COX_ADD(cox_entry_add_interval_boolean, cv_spell_interval_boolean, true, false)
COX_ADD(cox_entry_add_interval_bigint, cv_spell_interval_bigint, true, false)

/* The rows at work: in order, without their strata, which are numbered. */
typedef struct Fit
{
	CvCox		m;
	double	   *held;			/* rows as they were held */
	int			width;
	int			label;			/* numbers of the stratum, at the beginning of each */
	int32	   *stratum;
	int32		strata;
	double		customers;
	bool		late;
} Fit;

static void
bad_rows(const char *what, double x)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("rows of cox_agg must have %s, not %s", what, cv_float8_text(x))));
}

/* Whatever was written into the state. */
static void
check_row(const double *row, int p)
{
	double		count = row[CV_COX_X + p + 1];

	if (row[CV_COX_EVENT] != 0 && row[CV_COX_EVENT] != 1)
		bad_rows("events of 0 or 1", row[CV_COX_EVENT]);
	if (!(row[CV_COX_TIME] >= 0))
		bad_rows("times from 0 up", row[CV_COX_TIME]);
	if (row[CV_COX_ENTRY] != CV_NO_ENTRY && !(row[CV_COX_ENTRY] >= 0 && row[CV_COX_ENTRY] < row[CV_COX_TIME]))
		bad_rows("an entry before the end", row[CV_COX_ENTRY]);
	if (!(row[CV_COX_X + p] >= 1e-100 && row[CV_COX_X + p] <= 1e100))
		bad_rows("weights from 1e-100 to 1e100", row[CV_COX_X + p]);
	if (!(count >= 1 && count <= 0x1p53) || count != floor(count))
		bad_rows("whole numbers of customers", count);
}

/* Take strata away from the rows, and number them. */
static void
split_rows(Fit *fit)
{
	CvCox	   *m = &fit->m;
	int			width = CV_COX_WIDTH(m->p);

	m->row = cv_alloc(m->n * width * sizeof(double));
	fit->stratum = cv_alloc(m->n * sizeof(int32));
	for (int64 i = 0; i < m->n; i++)
	{
		const double *from = fit->held + i * fit->width;

		CHECK_FOR_INTERRUPTS();
		if (i == 0 || memcmp(from, from - fit->width, fit->label * sizeof(double)) != 0)
			fit->strata++;
		fit->stratum[i] = fit->strata - 1;
		memcpy(m->row + i * width, from + fit->label, width * sizeof(double));
		check_row(from + fit->label, m->p);
		fit->customers += from[fit->width - 1];
		fit->late |= from[fit->label + CV_COX_ENTRY] >= 0;
	}
	m->stratum = fit->label > 0 ? fit->stratum : NULL;
}

typedef struct Arrival
{
	int32		stratum;
	double		entry;
	int64		row;
} Arrival;

#define ARRIVES_FIRST(a, b) ((a).stratum < (b).stratum || ((a).stratum == (b).stratum && (a).entry < (b).entry))
CV_DEFINE_SORT(sort_arrivals, Arrival, ARRIVES_FIRST)

static const int64 *
order_by_entry(const Fit *fit)
{
	const CvCox *m = &fit->m;
	Arrival    *arrival = cv_alloc(2 * m->n * sizeof(Arrival));
	int64	   *row = cv_alloc(m->n * sizeof(int64));

	for (int64 i = 0; i < m->n; i++)
		arrival[i] = (Arrival) {fit->stratum[i], m->row[i * CV_COX_WIDTH(m->p) + CV_COX_ENTRY], i};
	sort_arrivals(arrival, arrival + m->n, m->n);
	for (int64 i = 0; i < m->n; i++)
		row[i] = arrival[i].row;
	pfree(arrival);
	return row;
}

static Fit
prepare(const CvRows *rows)
{
	Fit			fit = {.width = rows->width};
	CvCox	   *m = &fit.m;
	int			p;

	fit.label = cv_rows_integer(rows, 0, "numbers of a stratum", 0, CV_COX_LABEL);
	m->p = p = rows->width - fit.label - CV_COX_WIDTH(0);
	if ((fit.label != 0 && fit.label != CV_COX_LABEL) || p < 1 || p > CV_COX_COLUMNS)
		bad_rows("1 to 100 regressors", p);
	fit.held = cv_alloc(rows->nrows * rows->width * sizeof(double));
	memcpy(fit.held, cv_rows_row(rows, 0), rows->nrows * rows->width * sizeof(double));
	m->n = cv_rows_gather(fit.held, rows->nrows, rows->width);
	split_rows(&fit);
	m->by_entry = fit.late ? order_by_entry(&fit) : NULL;
	m->work = palloc(CV_COX_WORK(p) * sizeof(double));
	m->risk = cv_alloc(m->n * sizeof(double));
	m->mean = palloc(p * sizeof(double));
	m->unit = palloc(p * sizeof(double));
	m->aliased = palloc0(p * sizeof(bool));
	m->beta = palloc(p * sizeof(double));
	m->covariance = palloc(p * p * sizeof(double));
	return fit;
}

/* A number of the model, which must be finite. */
static double
in_range(double x)
{
	if (!isfinite(x))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("numbers of the cox_model are out of range"),
				 errhint("Bring the regressors to a smaller scale.")));
	return x + 0.0;
}

static double
known_or(double x, double otherwise)
{
	return isfinite(x) ? x + 0.0 : otherwise;
}

/* How well the risks of the fit order who left first. */
static void
fill_concordance(const Fit *fit, double *param)
{
	const CvCox *m = &fit->m;
	CvConcordance c;

	c.sorted = cv_alloc(m->n * sizeof(double));
	c.scratch = cv_alloc(m->n * sizeof(double));
	c.rank = cv_alloc(m->n * sizeof(int32));
	c.tree = cv_alloc(m->n * sizeof(double));
	c.pairs = cv_alloc(m->n * sizeof(double));
	c.wins = cv_alloc(m->n * sizeof(double));
	cv_concordance(m, &c);
	param[CV_COX_CONCORDANCE] = known_or(c.share, -1);
	param[CV_COX_CONCORDANCE_SE] = known_or(c.std_error, -1);
}

static void
fill_proportionality(Fit *fit, CvRows *model)
{
	CvCox	   *m = &fit->m;
	CvCoxTest	test;

	test.clock = cv_alloc(4 * m->n * sizeof(CvCoxClock));
	test.g = cv_alloc(m->n * sizeof(double));
	test.chi2 = palloc(m->p * sizeof(double));
	cv_cox_proportionality(m, &test);
	pfree(test.clock);
	cv_rows_params(model)[CV_COX_PH_CHI2] = known_or(test.global, -1);
	for (int j = 0; j < m->p; j++)
		cv_rows_row(model, j)[CV_COX_TERM_PH] = known_or(test.chi2[j], -1);
}

static void
fill_terms(const Fit *fit, CvRows *model)
{
	const CvCox *m = &fit->m;

	for (int i = 0; i < m->p; i++)
	{
		double	   *row = cv_rows_row(model, i);

		row[CV_COX_ESTIMATE] = in_range(m->beta[i]);
		row[CV_COX_MEAN] = in_range(m->mean[i]);
		for (int j = 0; j < m->p; j++)
			row[CV_COX_COVARIANCE + j] = in_range(m->covariance[i * m->p + j]);
	}
}

static void
fill_baseline(Fit *fit, CvRows *model, int64 steps)
{
	CvCox	   *m = &fit->m;
	CvCoxStep  *step = cv_alloc(steps * sizeof(CvCoxStep));
	double	   *slope = cv_alloc(steps * m->p * sizeof(double));

	cv_cox_baseline(m, step, slope);
	for (int64 i = 0; i < steps; i++)
	{
		double	   *row = cv_rows_row(model, m->p + i);

		CHECK_FOR_INTERRUPTS();
		row[CV_COX_STEP_STRATUM] = step[i].stratum;
		row[CV_COX_STEP_TIME] = step[i].time;
		row[CV_COX_STEP_HAZARD] = in_range(step[i].hazard);
		row[CV_COX_STEP_VARIANCE] = in_range(step[i].variance);
		for (int j = 0; j < m->p; j++)
			row[CV_COX_STEP_SLOPE + j] = in_range(slope[i * m->p + j]);
	}
}

/* Labels of the strata, and the last time seen in each. */
static void
fill_strata(const Fit *fit, double *param)
{
	const CvCox *m = &fit->m;

	for (int64 i = 0; i < m->n; i++)
	{
		double	   *to = param + fit->stratum[i] * CV_COX_STRATUM;

		memcpy(to, fit->held + i * fit->width, fit->label * sizeof(double));
		to[CV_COX_LABEL] = m->row[i * CV_COX_WIDTH(m->p) + CV_COX_TIME];
	}
}

static CvRows *
new_model(const Fit *fit, int64 steps)
{
	int			p = fit->m.p;
	CvRows	   *model = cv_rows_new(&cv_kind_cox_model, CV_COX_COVARIANCE + p,
									CV_COX_PARAMS + fit->strata * CV_COX_STRATUM, p + steps);

	model->nrows = p + steps;
	memset(cv_rows_params(model), 0, (model->nparams + model->nrows * model->width) * sizeof(double));
	for (int j = 0; j < p; j++)
	{
		cv_rows_row(model, j)[CV_COX_ALIASED] = fit->m.aliased[j];
		cv_rows_row(model, j)[CV_COX_TERM_PH] = -1;
	}
	return model;
}

static void
fill_params(const Fit *fit, double *param)
{
	const CvCox *m = &fit->m;

	param[CV_COX_BRESLOW] = m->breslow;
	param[CV_COX_TERMS] = m->p;
	param[CV_COX_ROWS] = fit->customers;
	param[CV_COX_TOTAL] = m->total;
	param[CV_COX_EVENTS] = m->events;
	param[CV_COX_ITERATIONS] = m->iterations;
	param[CV_COX_CONVERGED] = m->converged;
	param[CV_COX_MONOTONE] = m->monotone;
	param[CV_COX_RANK] = m->rank;
	param[CV_COX_NULL_LOGLIK] = in_range(m->null_loglik);
	param[CV_COX_LOGLIK] = known_or(m->loglik, m->null_loglik);
	param[CV_COX_SCORE] = known_or(m->score, 0);
	param[CV_COX_WALD] = known_or(m->wald, 0);
	param[CV_COX_PH_CHI2] = param[CV_COX_CONCORDANCE] = param[CV_COX_CONCORDANCE_SE] = -1;
	param[CV_COX_STRATIFIED] = fit->label > 0;
	param[CV_COX_STRATA] = fit->strata;
	fill_strata(fit, param + CV_COX_PARAMS);
}

static Datum
fit_rows(FunctionCallInfo fcinfo, bool breslow)
{
	CvRows	   *rows = cv_rows_arg(fcinfo, 0, &cv_kind_cox);
	CvRows	   *model;
	Fit			fit;
	int64		steps;

	if (rows->nrows == 0)
		PG_RETURN_NULL();
	fit = prepare(rows);
	fit.m.breslow = breslow;
	cv_cox_fit(&fit.m);
	if (fit.m.out_of_range || !isfinite(fit.m.total))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("%s of cox_agg are out of range", fit.m.out_of_range ? "differences within a column" :
						"weights"),
				 errhint("Bring them to a scale nearer to 1.")));
	steps = fit.m.converged ? cv_cox_count_steps(&fit.m) : 0;
	model = new_model(&fit, steps);
	fill_params(&fit, cv_rows_params(model));
	if (fit.m.converged)
	{
		fill_terms(&fit, model);
		fill_proportionality(&fit, model);
		fill_concordance(&fit, cv_rows_params(model));
		fill_baseline(&fit, model, steps);
	}
	PG_RETURN_POINTER(model);
}

PG_FUNCTION_INFO_V1(cox_final);
PG_FUNCTION_INFO_V1(cox_breslow_final);

/*
 * cox_final, cox_breslow_final(held_rows) -> cox_model
 *
 * NULL without rows.  A model without events or finite estimates (monotone likelihood), or that did not converge,
 * says so and has no coefficients.  Errors: 22003 where numbers overflow, 22023 for a state that cox_add did not
 * make.
 */
Datum
cox_final(PG_FUNCTION_ARGS)
{
	return fit_rows(fcinfo, false);
}

Datum
cox_breslow_final(PG_FUNCTION_ARGS)
{
	return fit_rows(fcinfo, true);
}
