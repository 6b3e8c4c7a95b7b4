/*
 * pg.c - module start, argument checks and result builders.
 */
#include "pg/pg.h"

#include <math.h>

#include "access/htup_details.h"
#include "funcapi.h"

PG_MODULE_MAGIC;

extern PGDLLEXPORT void _PG_init(void);

static void
breathe(void)
{
	CHECK_FOR_INTERRUPTS();
}

/* Lets loops of the ground floor be cancelled. */
void
_PG_init(void)
{
	cv_breathe = breathe;
}

double
cv_check_finite(double x, const char *name)
{
	if (isnan(x) || isinf(x))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be a finite number, not %s", name,
						isnan(x) ? "NaN" : x > 0 ? "Infinity" : "-Infinity"),
				 errhint("Leave such rows out, or turn the value into NULL.")));
	return x;
}

int
cv_check_range(int x, const char *name, int lowest, int highest)
{
	if (x < lowest || x > highest)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be from %d to %d, not %d", name, lowest, highest, x)));
	return x;
}

Datum
cv_make_record(FunctionCallInfo fcinfo, Datum *values, bool *nulls)
{
	TupleDesc	tupdesc;

	if (get_call_result_type(fcinfo, NULL, &tupdesc) != TYPEFUNC_COMPOSITE)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("function returning record called in context that cannot accept type record")));
	return HeapTupleGetDatum(heap_form_tuple(BlessTupleDesc(tupdesc), values, nulls));
}

char *
cv_text_arg(FunctionCallInfo fcinfo, int argno)
{
	return text_to_cstring(PG_GETARG_TEXT_PP(argno));
}
