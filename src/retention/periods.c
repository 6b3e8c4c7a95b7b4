/*
 * periods.c - arguments that name periods; and where a customer stands in one.
 */
#include "retention/periods.h"

#include "catalog/pg_type.h"
#include "utils/array.h"

static const CvStateType history_type = CV_DATED_TYPE("purchase_history", "", NULL);

CvDatedAmounts
cv_purchases_arg(FunctionCallInfo fcinfo, int argno)
{
	return cv_dated_amounts(&history_type, cv_state_get(PG_GETARG_DATUM(argno), &history_type));
}

const char *const cv_unit_names[] = {"day", "week", "month", "quarter", "year", NULL};

CvUnit
cv_unit_arg(FunctionCallInfo fcinfo, int argno, const char *hint)
{
	char	   *name = cv_text_arg(fcinfo, argno);

	for (int unit = 0; cv_unit_names[unit] != NULL; unit++)
	{
		if (strcmp(name, cv_unit_names[unit]) == 0)
			return (CvUnit) unit;
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("unit must be day, week, month, quarter or year, not \"%s\"", name),
			 errhint("%s", hint)));
	return CV_UNIT_MONTH;
}

int
cv_scan_unit(const char **at)
{
	for (int unit = 0; cv_unit_names[unit] != NULL; unit++)
	{
		size_t		length = strlen(cv_unit_names[unit]);

		if (strncmp(*at, cv_unit_names[unit], length) == 0)
		{
			*at += length;
			return unit;
		}
	}
	return -1;
}

static void
bad_brackets(const char *what)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("brackets %s", what),
			 errhint("kind => 'bracket', brackets => '{1,2,4,6}' asks for periods 1, 2 to 3, and 4 to 5.")));
}

int *
cv_brackets_arg(FunctionCallInfo fcinfo, int argno, bool wanted, int *n)
{
	ArrayType  *array;
	int		   *bracket;

	if (PG_ARGISNULL(argno) == wanted)
		bad_brackets(wanted ? "must be given for kind 'bracket'" : "are for kind 'bracket' only");
	if (!wanted)
		return NULL;
	array = PG_GETARG_ARRAYTYPE_P(argno);
	if (ARR_NDIM(array) != 1 || array_contains_nulls(array))
		bad_brackets("must be a one-dimensional array without NULL");
	*n = ARR_DIMS(array)[0];
	bracket = (int *) ((char *) array + (ARR_HASNULL(array) ? (Size) array->dataoffset : ARR_OVERHEAD_NONULLS(1)));
	for (int i = 0; i < *n; i++)
	{
		if (*n < 2 || bracket[i] < 0 || (i > 0 && bracket[i] <= bracket[i - 1]))
			bad_brackets("must have two or more periods from 0 up, each above the one before");
	}
	return bracket;
}

PG_FUNCTION_INFO_V1(lifecycle);

/* The periods in which a customer bought: the first, and the last two up to one. */
typedef struct Purchases
{
	int32		first;
	int32		last;			/* -1: none */
	int32		before;			/* the last in an earlier period; -1: none */
} Purchases;

static Purchases
purchases_until(FunctionCallInfo fcinfo, CvUnit unit, int32 period)
{
	CvDatedAmounts h = cv_purchases_arg(fcinfo, 0);
	Purchases	p = {-1, -1, -1};

	for (int i = 0; i < h.n; i++)
	{
		int32		of = cv_period_of(unit, h.day[i] / 2);

		CV_BREATHE(i);
		if (of > period)
			break;
		if (h.day[i] & CV_DATED_BACK)
			continue;
		p.first = p.first < 0 ? of : p.first;
		p.before = of != p.last ? p.last : p.before;
		p.last = of;
	}
	cv_dated_free(&h);
	return p;
}

/* Periods without a purchase after which a customer is lost. */
#define DORMANT_PERIODS 3

static const char *
state_of(const Purchases *p, int32 period)
{
	if (p->first == period)
		return "new";
	if (p->last == period)
		return p->before == period - 1 ? "returning" : "reactivated";
	return period - p->last <= DORMANT_PERIODS ? "dormant" : "lost";
}

/*
 * lifecycle(history purchase_history, period_start date, unit text) -> text
 *
 * Where a customer stands in the period that begins on this day: new (first purchase in it), returning (bought in it
 * and in the one before), reactivated (in it and earlier, but not in the one before), dormant (not in it, last at
 * most three periods before), lost (earlier); NULL before the first purchase.  Later purchases do not count.  Errors:
 * 22023 for another unit and a day that begins no period.
 */
Datum
lifecycle(PG_FUNCTION_ARGS)
{
	CvUnit		unit = cv_unit_arg(fcinfo, 2, "Write one of these names, in the singular and in lower case.");
	DateADT		start = cv_date_arg(fcinfo, 1, "period_start");
	int32		day = start - CV_FIRST_DAY;
	int32		period = cv_period_of(unit, day);
	Purchases	p;

	if (cv_period_start(unit, period) != day)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("period_start must be the first day of a %s, not %s", cv_unit_names[unit],
						cv_value_text(DateADTGetDatum(start), DATEOID)),
				 errhint("date_trunc('%s', day)::date is.", cv_unit_names[unit])));
	p = purchases_until(fcinfo, unit, period);
	if (p.last < 0)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(state_of(&p, period)));
}
