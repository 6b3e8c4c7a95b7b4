/*
 * result.c - results: numbers that may not exist, rows, tables, JSON, arrays.
 */
#include "pg/result.h"

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "common/shortest_dec.h"
#include "funcapi.h"
#include "lib/stringinfo.h"
#include "utils/array.h"
#include "utils/tuplestore.h"

Datum
cv_return_finite(double x, const char *what)
{
	if (!isfinite(x))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("%s out of range", what)));
	return Float8GetDatum(x);
}

Datum
cv_return_number(FunctionCallInfo fcinfo, double x)
{
	if (!isfinite(x))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(x);
}

void
cv_set_number(Datum *value, bool *isnull, double x)
{
	*value = Float8GetDatum(x);
	*isnull = !isfinite(x);
}

/* What the columns of the result are. */
static TupleDesc
result_columns(FunctionCallInfo fcinfo)
{
	TupleDesc	columns;

	if (get_call_result_type(fcinfo, NULL, &columns) != TYPEFUNC_COMPOSITE)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("function returning record called in context that cannot accept type record")));
	return BlessTupleDesc(columns);
}

Datum
cv_make_record(FunctionCallInfo fcinfo, Datum *values, bool *nulls)
{
	return HeapTupleGetDatum(heap_form_tuple(result_columns(fcinfo), values, nulls));
}

Datum
cv_make_record_often(FunctionCallInfo fcinfo, Datum *values, bool *nulls)
{
	if (fcinfo->flinfo->fn_extra == NULL)
	{
		MemoryContext caller = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);

		fcinfo->flinfo->fn_extra = result_columns(fcinfo);
		MemoryContextSwitchTo(caller);
	}
	return HeapTupleGetDatum(heap_form_tuple(fcinfo->flinfo->fn_extra, values, nulls));
}

/* Begin the result of a set-returning function, in the mode that builds it at once. */
CvTable
cv_make_table(FunctionCallInfo fcinfo)
{
	ReturnSetInfo *rsinfo = (ReturnSetInfo *) fcinfo->resultinfo;
	MemoryContext caller;
	TupleDesc	columns;
	CvTable		table;

	if (rsinfo == NULL || !IsA(rsinfo, ReturnSetInfo) || !(rsinfo->allowedModes & SFRM_Materialize) ||
		get_call_result_type(fcinfo, NULL, &columns) != TYPEFUNC_COMPOSITE)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("set-valued function called in context that cannot accept a set")));
	caller = MemoryContextSwitchTo(rsinfo->econtext->ecxt_per_query_memory);
	table.columns = CreateTupleDescCopy(columns);
	table.store = tuplestore_begin_heap((rsinfo->allowedModes & SFRM_Materialize_Random) != 0, false, work_mem);
	MemoryContextSwitchTo(caller);
	rsinfo->returnMode = SFRM_Materialize;
	rsinfo->setResult = table.store;
	rsinfo->setDesc = table.columns;
	return table;
}

void
cv_table_row(CvTable *table, Datum *values, bool *nulls)
{
	tuplestore_putvalues(table->store, table->columns, values, nulls);
}

void
cv_table_own_row(CvTable *table, Datum *values, bool *nulls)
{
	cv_table_row(table, values, nulls);
	for (int i = 0; i < table->columns->natts; i++)
	{
		if (!nulls[i] && !TupleDescAttr(table->columns, i)->attbyval)
			pfree(DatumGetPointer(values[i]));
	}
}

void
cv_print_float8(StringInfo out, double x)
{
	char		digits[DOUBLE_SHORTEST_DECIMAL_LEN];

	double_to_shortest_decimal_buf(x, digits);
	appendStringInfoString(out, digits);
}

void
cv_append_number(StringInfo json, double x)
{
	if (isfinite(x))
		cv_print_float8(json, x);
	else
		appendStringInfoString(json, "null");
}

void
cv_append_json(StringInfo json, const char *name, double x)
{
	appendStringInfo(json, ", \"%s\": ", name);
	cv_append_number(json, x);
}

Datum
cv_make_float8_array(const double *x, int n)
{
	Datum	   *values = palloc(n * sizeof(Datum));

	for (int i = 0; i < n; i++)
		values[i] = Float8GetDatum(x[i]);
	return PointerGetDatum(construct_array(values, n, FLOAT8OID, sizeof(float8), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE));
}

Datum
cv_make_jsonb(const char *text)
{
	return DirectFunctionCall1(jsonb_in, CStringGetDatum(text));
}
