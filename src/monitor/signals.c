/*
 * signals.c - which points of a control chart call for a look, and what is one alert and not forty?
 *
 * L. Nelson's rules ("The Shewhart Control Chart: Tests for Special Causes", Journal of Quality Technology 16,
 * 1984), and alerts that open and close.  About 300 bytes a partition.
 */
#include "pg/window.h"

#include "monitor/core/signals.h"
#include "utils/array.h"

/* What is known after a row. */
typedef struct Spc
{
	CvParameter rules;
	unsigned	wanted;			/* rule r in bit r - 1 */
	int64		next;			/* the row that comes next */
	bool		stable[3];		/* do x, center and sigma have one value for all rows? */
	double		part[3];		/* of the newest row; NaN where it is NULL */
	bool		absent;			/* could the newest row not be judged? */
	unsigned	fired;
	CvRuns		runs;
} Spc;

/* The rules of an integer[], one bit each. */
static unsigned
rules_of(ArrayType *array)
{
	unsigned	rules = 0;
	int			n = ArrayGetNItems(ARR_NDIM(array), ARR_DIMS(array));
	const int32 *rule = (const int32 *) cv_float8_elements((struct varlena *) array);	/* begin where float8 would */

	if (array_contains_nulls(array))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("rules must not contain NULL")));
	for (int i = 0; i < n; i++)
		rules |= 1u << (cv_check_range(rule[i], "a rule", 1, CV_RULES) - 1);
	return rules;
}

/* x, center or sigma of the next point. */
static void
take_part(WindowObject winobj, Spc *s, int64 i, int k)
{
	static const char *const names[] = {"x", "center", "sigma"};
	bool		isnull;
	Datum		value = cv_window_arg_at(winobj, k, i, &isnull);

	s->part[k] = isnull ? NAN : cv_finite(DatumGetFloat8(value), names[k]);
	if (k == 2 && !isnull)
		cv_check_not_negative(s->part[k], "sigma");
}

/* The next point, or a gap where a part of it is NULL or sigma is 0. */
static void
take_point(WindowObject winobj, Spc *s, int64 i)
{
	for (int k = 0; k < 3; k++)
	{
		if (i == 0 || !s->stable[k])
			take_part(winobj, s, i, k);
	}
	s->absent = isnan(s->part[0]) || isnan(s->part[1]) || !(s->part[2] > 0);
	if (s->absent)
		memset(&s->runs, 0, sizeof(CvRuns));
	else
		s->fired = cv_runs_next(&s->runs, s->part[0], s->part[1], s->part[2]);
}

/* "2,6": the numbers of the rules. */
static Datum
list_of(unsigned rules)
{
	char		list[2 * CV_RULES];
	int			length = 0;

	for (int r = 0; r < CV_RULES; r++)
	{
		if (!(rules & 1u << r))
			continue;
		if (length > 0)
			list[length++] = ',';
		list[length++] = (char) ('1' + r);
	}
	PG_RETURN_TEXT_P(cstring_to_text_with_len(list, length));
}

PG_FUNCTION_INFO_V1(spc_rules);

/*
 * spc_rules(x float8, center float8, sigma float8, rules integer[]) OVER (ORDER BY ...) -> text
 *
 * Which of these of Nelson's rules fire at this row, as '2,6'; '' for none.  1: beyond 3 sigma; 2: nine in a row on
 * one side; 3: six in a row rising or falling; 4: fourteen in a row alternating; 5: two of three beyond 2 sigma on
 * one side; 6: four of five beyond 1 sigma on one side; 7: fifteen in a row within 1 sigma; 8: eight in a row beyond
 * 1 sigma.  NULL where x, center or sigma is NULL or sigma is 0; such a row ends every pattern.  Errors: 22023 for
 * NaN and infinity, a negative sigma, rules that do not exist or change, and rows that ORDER BY does not tell apart.
 */
Datum
spc_rules(PG_FUNCTION_ARGS)
{
	WindowObject winobj = cv_window_object(fcinfo);
	Spc		   *s = WinGetPartitionLocalMemory(winobj, sizeof(Spc));
	int64		i;

	if (!cv_window_parameter(fcinfo, 3, "rules", &s->rules))
		PG_RETURN_NULL();
	if (s->next == 0)
	{
		s->wanted = rules_of(DatumGetArrayTypeP(s->rules.value));
		for (int k = 0; k < 3; k++)
			s->stable[k] = get_fn_expr_arg_stable(fcinfo->flinfo, k);
	}
	while (cv_window_next(winobj, &s->next, &i, "spc_rules"))
		take_point(winobj, s, i);
	if (s->absent)
		PG_RETURN_NULL();
	return list_of(s->fired & s->wanted);
}

/* What is known after a row. */
typedef struct Alert
{
	CvParameter open_after;
	CvParameter close_after;
	int64		next;			/* the row that comes next */
	CvAlert		alert;
} Alert;

static bool
signal_of_boolean(Datum value)
{
	return DatumGetBool(value);
}

static bool
signal_of_integer(Datum value)
{
	return cv_check_binary(DatumGetInt32(value), "signal", "A condition such as value > 4 is a signal, too.");
}

static Datum
alert(FunctionCallInfo fcinfo, bool (*signal_of) (Datum value))
{
	WindowObject winobj = cv_window_object(fcinfo);
	Alert	   *s = WinGetPartitionLocalMemory(winobj, sizeof(Alert));
	bool		known = cv_window_parameter(fcinfo, 1, "open_after", &s->open_after);
	int			open_after,
				close_after;
	int64		i;

	if (!cv_window_parameter(fcinfo, 2, "close_after", &s->close_after) || !known)
		PG_RETURN_NULL();
	open_after = cv_check_range(DatumGetInt32(s->open_after.value), "open_after", 1, PG_INT32_MAX);
	close_after = cv_check_range(DatumGetInt32(s->close_after.value), "close_after", 1, PG_INT32_MAX);
	while (cv_window_next(winobj, &s->next, &i, "alert"))
	{
		bool		isnull;
		Datum		value = cv_window_arg_at(winobj, 0, i, &isnull);

		if (!isnull)
			cv_alert_next(&s->alert, signal_of(value), open_after, close_after);
	}
	PG_RETURN_INT32(s->alert.open ? s->alert.number : 0);
}

/*
 * alert(signal boolean or integer, open_after integer, close_after integer) OVER (ORDER BY ...) -> integer
 *
 * The number of the alert that is open at this row, from 1, or 0.  It opens at the row that is the open_after-th
 * signal in a row, and is closed at the one that is the close_after-th in a row without.  A NULL signal changes
 * nothing.  NULL where a parameter is NULL.  Errors: 22023 for an integer other than 0 and 1, parameters below 1 or
 * changing, and rows that ORDER BY does not tell apart.
 */
PG_FUNCTION_INFO_V1(alert_boolean);
PG_FUNCTION_INFO_V1(alert_integer);

Datum
alert_boolean(PG_FUNCTION_ARGS)
{
	return alert(fcinfo, signal_of_boolean);
}

Datum
alert_integer(PG_FUNCTION_ARGS)
{
	return alert(fcinfo, signal_of_integer);
}
