/*
 * spells.c - how long customers stayed, by time: read from arguments and text, printed, checked.
 */
#include "retention/spells.h"

#include <float.h>

#include "datatype/timestamp.h"
#include "lib/stringinfo.h"
#include "num/scan.h"
#include "pg/duration.h"

/* Times from 0 up sort as the bits of a float8 do. */
static uint64
place_of_time(double time)
{
	uint64		bits;

	time += 0.0;				/* no negative zero */
	memcpy(&bits, &time, sizeof(bits));
	return bits;
}

double
cv_time_of_place(uint64 place)
{
	double		time;

	memcpy(&time, &place, sizeof(time));
	return time;
}

double
cv_time_float8(FunctionCallInfo fcinfo, int argno, const char *name)
{
	double		time = PG_GETARG_FLOAT8(argno);

	return likely(time >= 0 && isfinite(time)) ? time : cv_check_not_negative(time, name);
}

double
cv_time_interval(FunctionCallInfo fcinfo, int argno, const char *name)
{
	return (double) cv_duration_arg(fcinfo, argno, name) / USECS_PER_DAY;
}

/* Errors: 22023 for what is below 0 or not a number. */
double
cv_time_arg(FunctionCallInfo fcinfo, int argno, const char *name)
{
	double		time = PG_GETARG_FLOAT8(argno);

	return time > 0 && isinf(time) ? time : cv_check_not_negative(time, name);
}

static bool
event_bigint(FunctionCallInfo fcinfo, int argno)
{
	return cv_check_binary(PG_GETARG_INT64(argno), "event",
						   "1 is an event, 0 a customer last seen without one; incidence_agg takes several kinds.");
}

static bool
event_boolean(FunctionCallInfo fcinfo, int argno)
{
	return PG_GETARG_BOOL(argno);
}

/* Errors: 22023 for a negative or infinite time and for an entry that does not come before the exit. */
static inline CvSpell
read_spell(FunctionCallInfo fcinfo, int argno, bool late,
		   double (*read_time) (FunctionCallInfo, int, const char *), bool (*read_event) (FunctionCallInfo, int))
{
	CvSpell		spell = {CV_NO_ENTRY, 0, false};

	if (late)
		spell.entry = read_time(fcinfo, argno++, "entry");
	spell.duration = read_time(fcinfo, argno, "duration");
	spell.event = read_event(fcinfo, argno + 1);
	if (unlikely(spell.entry >= spell.duration))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("entry must come before the end: entry is %s and duration %s",
						cv_float8_text(spell.entry), cv_float8_text(spell.duration)),
				 errhint("Both count from the customer's own start; who was there from the start has no entry.")));
	return spell;
}

CvSpell
cv_spell_float8_boolean(FunctionCallInfo fcinfo, int argno, bool late)
{
	return read_spell(fcinfo, argno, late, cv_time_float8, event_boolean);
}

CvSpell
cv_spell_float8_bigint(FunctionCallInfo fcinfo, int argno, bool late)
{
	return read_spell(fcinfo, argno, late, cv_time_float8, event_bigint);
}

CvSpell
cv_spell_interval_boolean(FunctionCallInfo fcinfo, int argno, bool late)
{
	return read_spell(fcinfo, argno, late, cv_time_interval, event_boolean);
}

CvSpell
cv_spell_interval_bigint(FunctionCallInfo fcinfo, int argno, bool late)
{
	return read_spell(fcinfo, argno, late, cv_time_interval, event_bigint);
}

/* A weight in units of the value, which it may refine. */
cv_int128
cv_weight_units(FunctionCallInfo fcinfo, int argno, CvCells *s)
{
	CvDecimal	weight;

	cv_decimal_from_float8(Float8GetDatum(cv_weight_arg(fcinfo, argno)), &weight);
	return cv_cells_units(s, &weight);
}

/* One row of this weight. */
void
cv_spells_add(CvCells **s, uint64 series, const CvSpell *spell, cv_int128 units)
{
	CvCell	   *cell = cv_cells_find(s, series, place_of_time(spell->duration));

	cv_cells_add(*s, cell, spell->event ? CV_SPELL_EVENTS : CV_SPELL_CENSORED, units);
	if (spell->entry < 0)
		return;
	cell = cv_cells_find(s, series, place_of_time(spell->entry));
	cv_cells_add(*s, cell, CV_SPELL_ENTERED, units);
}

CvMoment
cv_moment_of(const CvCell *cell)
{
	CvMoment	moment = {cv_time_of_place(cell->place), cell->sum[CV_SPELL_ENTERED], cell->sum[CV_SPELL_EVENTS],
						  cell->sum[CV_SPELL_CENSORED]};

	return moment;
}

static bool
is_labelled(const CvCellsType *type)
{
	return type->kind != CV_CELLS_SURVIVAL;
}

/*
 * The cells of a series, from first on: nobody may leave who is not there.  Where the next series begins; -1 where
 * somebody does.
 */
static int64
pass_series(const CvCellsView *view, int64 first)
{
	cv_int128	at_risk = 0;
	int64		end;

	for (end = first; end < view->n && view->cell[end].series == view->cell[first].series; end++)
	{
		const cv_int128 *sum = view->cell[end].sum;

		CV_BREATHE(end);
		at_risk += sum[CV_SPELL_EVENTS] + sum[CV_SPELL_CENSORED] - sum[CV_SPELL_ENTERED];
	}
	for (int64 i = first; i < end; i++)
	{
		const cv_int128 *sum = view->cell[i].sum;

		CV_BREATHE(i);
		if (at_risk < sum[CV_SPELL_EVENTS] + sum[CV_SPELL_CENSORED])
			return -1;
		at_risk += sum[CV_SPELL_ENTERED] - sum[CV_SPELL_EVENTS] - sum[CV_SPELL_CENSORED];
	}
	return end;
}

/* What every value of spells must be. */
const char *
cv_spells_complaint(const CvCellsView *view)
{
	if (view->has_params)
		return "there are no parameters";
	for (int64 i = 0; i < view->n; i++)
	{
		const CvCell *cell = &view->cell[i];

		CV_BREATHE(i);
		if (cell->place > place_of_time(DBL_MAX))
			return "times must be finite and not negative";
		if (cell->sum[0] < 0 || cell->sum[1] < 0 || cell->sum[2] < 0 || cell->sum[0] + cell->sum[1] + cell->sum[2] == 0)
			return "weights must be above 0, one at least for each time";
	}
	for (int64 i = 0, series = 0; i < view->n; series++)
	{
		if (view->cell[i].series != (uint64) series)
			return "every name must have times";
		i = pass_series(view, i);
		if (i < 0)
			return "nobody can leave who is not there";
		if (i == view->n && view->names.n > 0 && series + 1 != view->names.n)
			return "every name must have times";
	}
	return view->n == 0 && view->names.n > 0 ? "every name must have times" : NULL;
}

/*
 * Text form: v1 time:events,censored[,entered] ..., weights of who had the event at a time, was last seen or came; in a
 * logrank_summary after the name of each group, "group" or "stratum"/"group", and in an incidence_summary after each
 * cause.
 */
static const char *
scan_weight(const char *at, CvCells *s, cv_int128 *units)
{
	CvDecimal	weight;

	if (!cv_scan_decimal(&at, &weight) || (weight.negative && weight.ngroups > 0))
		return NULL;
	*units = cv_cells_units(s, &weight);
	return at;
}

/* A time with its weights at at; what follows, or NULL. */
static const char *
scan_moment(const char *at, CvCells **s, uint64 series)
{
	double		time;
	cv_int128	units = 0;
	bool		weighs = false;

	if (!cv_scan_double(&at, &time) || time < 0)
		return NULL;
	for (int k = 0; k < CV_CELL_SUMS; k++)
	{
		if (*at != (k == 0 ? ':' : ','))
			return k == CV_SPELL_ENTERED && weighs ? at : NULL;
		at = scan_weight(at + 1, *s, &units);
		if (at == NULL)
			return NULL;
		weighs |= units > 0;
		if (units > 0)
			cv_cells_add(*s, cv_cells_find(s, series, place_of_time(time)), k, units);
	}
	return weighs ? at : NULL;
}

/* "group" or "stratum"/"group" at at; what follows, or NULL. */
static const char *
scan_label(const char *at, CvCells **s, uint64 *series)
{
	StringInfoData first,
				second;
	CvLabel		label = {"", 0, NULL, 0};

	initStringInfo(&first);
	initStringInfo(&second);
	at = cv_scan_name(at, &first);
	if (at == NULL)
		return NULL;
	if (*at == '/')
	{
		label.stratum = first.data;
		label.stratum_length = first.len;
		at = cv_scan_name(at + 1, &second);
	}
	label.group = label.stratum == first.data ? second.data : first.data;
	label.group_length = label.stratum == first.data ? second.len : first.len;
	*series = cv_cells_labelled(s, &label);
	return at;
}

/* NAME_in(cstring); errors: 22P02 with what is wrong, 54000. */
Datum
cv_spells_in(FunctionCallInfo fcinfo, const CvCellsType *type)
{
	const char *text = PG_GETARG_CSTRING(0);
	const char *at = text + 2;
	CvCells    *s = cv_cells_new(type);
	uint64		series = 0;
	const char *complaint;

	if (strncmp(text, "v1", 2) != 0)
		cv_bad_text(&type->state, text, "it must begin with v1");
	while (*at == ' ')
	{
		CHECK_FOR_INTERRUPTS();
		if (is_labelled(type) && at[1] == '"')
		{
			at = scan_label(at + 1, &s, &series);
			if (at == NULL)
				cv_bad_text(&type->state, text, "names must be in double quotes");
			continue;
		}
		if (is_labelled(type) && s->nnames == 0)
			cv_bad_text(&type->state, text, "times must follow a name");
		at = scan_moment(at + 1, &s, series);
		if (at == NULL)
			cv_bad_text(&type->state, text,
						"a time from 0 up must be followed by :events,censored or :events,censored,entered");
	}
	if (*at != '\0')
		cv_bad_text(&type->state, text, "times must be separated by one space");
	complaint = cv_cells_complaint(s);
	if (complaint != NULL)
		cv_bad_text(&type->state, text, complaint);
	PG_RETURN_POINTER(cv_cells_pack(s));
}

static void
print_label(StringInfo out, const CvLabel *label)
{
	appendStringInfoChar(out, ' ');
	if (label->stratum_length > 0)
	{
		cv_print_name(out, label->stratum, label->stratum_length);
		appendStringInfoChar(out, '/');
	}
	cv_print_name(out, label->group, label->group_length);
}

/* NAME_out(NAME): the same under every setting. */
Datum
cv_spells_out(FunctionCallInfo fcinfo, const CvCellsType *type)
{
	CvCellsView view = cv_cells_view(cv_cells_pack(cv_cells_get(PG_GETARG_DATUM(0), type)));
	StringInfoData out;

	initStringInfo(&out);
	appendStringInfoString(&out, "v1");
	for (int64 i = 0; i < view.n; i++)
	{
		const CvCell *cell = &view.cell[i];

		CHECK_FOR_INTERRUPTS();
		if (is_labelled(type) && (i == 0 || cell->series != cell[-1].series))
		{
			CvLabel		label = cv_cells_label(&view.names, (uint32) cell->series);

			print_label(&out, &label);
		}
		appendStringInfoChar(&out, ' ');
		cv_print_float8(&out, cv_time_of_place(cell->place));
		for (int k = 0; k < CV_CELL_SUMS - (cell->sum[CV_SPELL_ENTERED] == 0); k++)
		{
			appendStringInfoChar(&out, k == 0 ? ':' : ',');
			cv_print_fixed(&out, cell->sum[k], view.groups, 0);
		}
	}
	PG_RETURN_CSTRING(out.data);
}
