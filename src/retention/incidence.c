/*
 * incidence.c - who leaves for which reason, when only the first reason is seen?
 *
 * An incidence_summary holds, for each cause, when customers left for it, and when the others were last seen; the
 * cumulative incidence is that of retention/core/incidence.c.
 *
 * Memory: 72 bytes a distinct time of a cause while it grows, about 12 stored.
 */
#include "retention/core/incidence.h"

#include "num/sort.h"
#include "retention/spells.h"

static const char *complaint_of(const CvCellsView *view);

const CvCellsType cv_incidence_type = {
	{"incidence_summary", "\"v1 \"cause\" time:events,censored ... ...\"", 1, sizeof(CvCells), cv_cells_fits,
	 cv_cells_pack},
	CV_CELLS_INCIDENCE, complaint_of,
	"It grows with the number of distinct times: round durations to whole days, or take a sample.", ""
};

CV_CELLS_TYPE(cv_incidence_type, cv_spells_in, cv_spells_out, incidence_summary_in, incidence_summary_out,
			  incidence_summary_recv, incidence_summary_send, incidence_merge, incidence_pack)
CV_COMPARE(incidence_summary_send, incidence_summary_cmp, incidence_summary_eq, incidence_summary_ne,
		   incidence_summary_lt, incidence_summary_le, incidence_summary_gt, incidence_summary_ge,
		   incidence_summary_hash, incidence_summary_hash_extended)

/* The cause that a name is: digits of an integer from 0 up, as they are printed; -1 for another. */
static int32
cause_of(const CvLabel *label)
{
	int64		cause = 0;

	if (label->stratum_length > 0 || label->group_length < 1 || label->group_length > 10 ||
		(label->group[0] == '0' && label->group_length > 1))
		return -1;
	for (int i = 0; i < label->group_length; i++)
	{
		if (label->group[i] < '0' || label->group[i] > '9')
			return -1;
		cause = cause * 10 + label->group[i] - '0';
	}
	return cause > PG_INT32_MAX ? -1 : (int32) cause;
}

static const char *
complaint_of(const CvCellsView *view)
{
	if (view->n > 0 && view->names.n == 0)
		return "times must follow a cause";
	for (int64 i = 0; i < view->n; i++)
	{
		CvLabel		label;
		int32		cause;

		if (view->cell[i].series >= view->names.n)
			return "times must follow a cause";
		label = cv_cells_label(&view->names, (uint32) view->cell[i].series);
		cause = cause_of(&label);
		if (cause < 0)
			return "a cause must be an integer from 0 up";
		if (view->cell[i].sum[CV_SPELL_ENTERED] != 0 ||
			view->cell[i].sum[cause == 0 ? CV_SPELL_EVENTS : CV_SPELL_CENSORED] != 0)
			return "cause 0 has customers without an event, each other one events";
	}
	return cv_spells_complaint(view);
}

/*
 * incidence_add(incidence_summary, duration, cause integer) -> incidence_summary
 *
 * Transition functions: a customer who left after this duration for this cause, from 1 up, or was last seen then (0).
 * Errors: 22023 for times that are negative, infinite or have months, and for a cause below 0; 54000 beyond 512 MB.
 */
static Datum
add_spell(FunctionCallInfo fcinfo, double (*read_time) (FunctionCallInfo, int, const char *))
{
	CvCells    *s = cv_cells_writable(fcinfo, &cv_incidence_type);
	int32		cause = PG_GETARG_INT32(2);
	CvSpell		spell = {CV_NO_ENTRY, read_time(fcinfo, 1, "duration"), cause > 0};
	char		digits[16];
	CvLabel		label = {"", 0, digits, snprintf(digits, sizeof(digits), "%d", cause)};

	if (cause < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cause must be from 0 up, not %d", cause),
				 errhint("0 is a customer last seen without an event; number the causes from 1.")));
	cv_spells_add(&s, cv_cells_labelled(&s, &label), &spell, cv_cells_one(s));
	return cv_cells_return(fcinfo, s);
}

PG_FUNCTION_INFO_V1(incidence_add_float8);
PG_FUNCTION_INFO_V1(incidence_add_interval);

Datum
incidence_add_float8(PG_FUNCTION_ARGS)
{
	return add_spell(fcinfo, cv_time_float8);
}

Datum
incidence_add_interval(PG_FUNCTION_ARGS)
{
	return add_spell(fcinfo, cv_time_interval);
}

/* A cause, and which of the view's cells come next. */
typedef struct Cause
{
	int32		cause;
	int64		next;
	int64		end;
} Cause;

/* The value at work: all causes together, by time, and each of them. */
typedef struct Causes
{
	CvCellsView view;
	CvLives		lives;
	int			n;
	Cause	   *cause;			/* rising, without 0 */
} Causes;

#define IS_EARLIER(a, b) ((a).time < (b).time)
CV_DEFINE_SORT(sort_moments, CvMoment, IS_EARLIER)

#define IS_SMALLER(a, b) ((a).cause < (b).cause)
CV_DEFINE_SORT(sort_causes, Cause, IS_SMALLER)

/* What happened at each time, whatever the cause. */
static CvLives
join_causes(const CvCellsView *view)
{
	CvMoment   *moment = cv_alloc(2 * view->n * sizeof(CvMoment));
	CvLives		lives = {moment, 0, view->scale};

	for (int64 i = 0; i < view->n; i++)
		moment[i] = cv_moment_of(&view->cell[i]);
	sort_moments(moment, moment + view->n, view->n);
	for (int64 i = 0; i < view->n; i++)
	{
		CV_BREATHE(i);
		if (lives.n > 0 && moment[lives.n - 1].time == moment[i].time)
		{
			moment[lives.n - 1].events += moment[i].events;
			moment[lives.n - 1].censored += moment[i].censored;
		}
		else
			moment[lives.n++] = moment[i];
	}
	return lives;
}

/* Argument 0 at work. */
static Causes
causes_arg(FunctionCallInfo fcinfo)
{
	Causes		causes = {.view = cv_cells_view(cv_cells_get(PG_GETARG_DATUM(0), &cv_incidence_type))};
	const CvCellsView *view = &causes.view;

	causes.lives = join_causes(view);
	causes.cause = cv_alloc(2 * (Size) view->names.n * sizeof(Cause));
	for (int64 i = 0, end; i < view->n; i = end)
	{
		CvLabel		label = cv_cells_label(&view->names, (uint32) view->cell[i].series);
		int32		cause = cause_of(&label);

		for (end = i; end < view->n && view->cell[end].series == view->cell[i].series; end++)
			CV_BREATHE(end);
		if (cause > 0)
			causes.cause[causes.n++] = (Cause) {cause, i, end};
	}
	sort_causes(causes.cause, causes.cause + causes.n, causes.n);
	return causes;
}

/* What happened for this cause at the next moment of f. */
static cv_int128
next_events(const Causes *causes, Cause *cause, const CvIncidence *f)
{
	const CvCell *cell = &causes->view.cell[cause->next];

	if (cause->next == cause->end || cv_time_of_place(cell->place) != causes->lives.moment[f->all.passed].time)
		return 0;
	cause->next++;
	return cell->sum[CV_SPELL_EVENTS];
}

/* The incidence of a cause, argument 1, at a time, argument 2; NaN where it is not known. */
static CvIncidence
incidence_arg(FunctionCallInfo fcinfo)
{
	int32		wanted = PG_GETARG_INT32(1);
	double		t = cv_time_arg(fcinfo, 2, "t");
	Causes		causes = causes_arg(fcinfo);
	CvIncidence f = cv_incidence_start(&causes.lives);
	double		last = cv_last_exit(&causes.lives);
	Cause		nobody = {wanted, 0, 0};
	Cause	   *cause = &nobody;

	if (wanted < 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cause must be from 1 up, not %d", wanted),
				 errhint("0 are the customers without an event.")));
	for (int k = 0; k < causes.n; k++)
		cause = causes.cause[k].cause == wanted ? &causes.cause[k] : cause;
	while (f.all.passed < causes.lives.n && causes.lives.moment[f.all.passed].time <= t)
		cv_incidence_next(&f, next_events(&causes, cause, &f));
	if (isnan(last) || (t > last && f.all.survival.hi > 0))
		f.incidence = f.variance = NAN;
	return f;
}

PG_FUNCTION_INFO_V1(cumulative_incidence);
PG_FUNCTION_INFO_V1(cumulative_incidence_se);

/*
 * cumulative_incidence(summary incidence_summary, cause integer, t float8) -> float8: the share who have left for
 * this cause by t, others leaving for other causes.  After the last time NULL, unless nobody is left.  NULL without
 * rows.  Errors: 22023 for a cause below 1 and a t below 0.
 */
Datum
cumulative_incidence(PG_FUNCTION_ARGS)
{
	return cv_return_number(fcinfo, incidence_arg(fcinfo).incidence);
}

/* cumulative_incidence_se(...) -> float8: its standard error, as R's survfit has it. */
Datum
cumulative_incidence_se(PG_FUNCTION_ARGS)
{
	return cv_return_number(fcinfo, sqrt(incidence_arg(fcinfo).variance));
}

PG_FUNCTION_INFO_V1(incidence_curve);

/*
 * incidence_curve(summary incidence_summary)
 *		-> TABLE(t float8, cause integer, at_risk, events, incidence, se, survival float8)
 *
 * One row for each time at which somebody left and each cause: the incidences of all causes and survival add up to 1.
 */
Datum
incidence_curve(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	Causes		causes = causes_arg(fcinfo);
	CvIncidence *f = cv_alloc(causes.n * sizeof(CvIncidence));

	for (int k = 0; k < causes.n; k++)
		f[k] = cv_incidence_start(&causes.lives);
	for (int64 i = 0; i < causes.lives.n; i++)
	{
		for (int k = 0; k < causes.n; k++)
		{
			cv_int128	events = next_events(&causes, &causes.cause[k], &f[k]);
			Datum		values[7];
			bool		nulls[7] = {false};

			CHECK_FOR_INTERRUPTS();
			cv_incidence_next(&f[k], events);
			if (f[k].all.events == 0)
				continue;
			values[0] = Float8GetDatum(f[k].all.time);
			values[1] = Int32GetDatum(causes.cause[k].cause);
			values[2] = Float8GetDatum((double) f[k].all.at_risk / causes.lives.scale);
			values[3] = Float8GetDatum((double) events / causes.lives.scale);
			values[4] = Float8GetDatum(f[k].incidence);
			values[5] = Float8GetDatum(sqrt(f[k].variance));
			values[6] = Float8GetDatum(f[k].all.survival.hi);
			cv_table_row(&table, values, nulls);
		}
	}
	PG_RETURN_NULL();
}
