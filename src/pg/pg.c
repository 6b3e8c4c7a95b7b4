/*
 * pg.c - module start, argument checks and result builders.
 */
#include "pg/pg.h"

#include <math.h>

#include "access/htup_details.h"
#include "catalog/pg_type.h"
#include "common/shortest_dec.h"
#include "funcapi.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "utils/array.h"
#include "utils/guc.h"
#include "utils/lsyscache.h"
#include "utils/tuplestore.h"

PG_MODULE_MAGIC;

extern PGDLLEXPORT void _PG_init(void);

static void
breathe(void)
{
	CHECK_FOR_INTERRUPTS();
}

bool		cv_progress = false;

/* Lets loops of the ground floor be cancelled, and defines the settings. */
void
_PG_init(void)
{
	cv_breathe = breathe;
	DefineCustomBoolVariable("custvalue.progress", "Report each step of the fit of a purchase model.", NULL,
							 &cv_progress, false, PGC_USERSET, 0, NULL, NULL, NULL);
#if PG_VERSION_NUM >= 150000
	MarkGUCPrefixReserved("custvalue");
#else
	EmitWarningsOnPlaceholders("custvalue");
#endif
}

double
cv_check_finite(double x, const char *name)
{
	if (isnan(x) || isinf(x))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be a finite number, not %s", name, cv_float8_text(x)),
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

bool
cv_first_margin_now(FunctionCallInfo fcinfo, int argno)
{
	char	   *first = cv_text_arg(fcinfo, argno);

	if (strcmp(first, "next") != 0 && strcmp(first, "now") != 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("first must be 'next' or 'now', not '%s'", first),
				 errhint("'next' counts the first margin one period ahead, 'now' at once.")));
	return strcmp(first, "now") == 0;
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

void *
cv_alloc(size_t size)
{
	return palloc_extended(Max(size, 1), MCXT_ALLOC_HUGE);
}

char *
cv_float8_text(double x)
{
	return cv_value_text(Float8GetDatum(x), FLOAT8OID);
}

char *
cv_value_text(Datum value, Oid type)
{
	Oid			output;
	bool		varlena;

	getTypeOutputInfo(type, &output, &varlena);
	return OidOutputFunctionCall(output, value);
}

/* No more than CV_CLIP bytes, and no part of a character, which the client's encoding might refuse. */
char *
cv_clip(const char *text)
{
	int			length = (int) strnlen(text, CV_CLIP + MAX_MULTIBYTE_CHAR_LEN);

	return pnstrdup(text, pg_mbcliplen(text, length, CV_CLIP));
}

char *
cv_text_arg(FunctionCallInfo fcinfo, int argno)
{
	return text_to_cstring(PG_GETARG_TEXT_PP(argno));
}

void
cv_bad_binary(const char *type, const char *detail)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
			 errmsg("invalid binary form of type %s", type),
			 errdetail("%s", detail)));
}

void
cv_print_float8(StringInfo out, double x)
{
	char		digits[DOUBLE_SHORTEST_DECIMAL_LEN];

	double_to_shortest_decimal_buf(x, digits);
	appendStringInfoString(out, digits);
}

const double *
cv_float8_elements(struct varlena *value)
{
	ArrayType  *array = (ArrayType *) value;
	Size		offset = ARR_HASNULL(array) ? (Size) array->dataoffset : ARR_OVERHEAD_NONULLS(ARR_NDIM(array));

	return (const double *) ((const char *) array + offset);
}

/* Errors: 22023 for another shape, NULL, NaN or infinity among the elements. */
const double *
cv_float8_array(struct varlena *value, const char *name, int *n)
{
	ArrayType  *array = DatumGetArrayTypeP(PointerGetDatum(value));
	const double *element = cv_float8_elements((struct varlena *) array);

	if (ARR_NDIM(array) > 1 || array_contains_nulls(array))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be a one-dimensional array without NULL", name)));
	*n = ArrayGetNItems(ARR_NDIM(array), ARR_DIMS(array));
	for (int i = 0; i < *n; i++)
	{
		CV_BREATHE(i);
		if (unlikely(!isfinite(element[i])))
			cv_check_finite(element[i], psprintf("%s[%d]", name, i + 1));
	}
	return element;
}

const double *
cv_float8_row(struct varlena *value, const char *name, int *n)
{
	ArrayType  *array = (ArrayType *) value;

	if (!VARATT_IS_4B_U(value))
		array = DatumGetArrayTypeP(PointerGetDatum(value));
	if (likely(ARR_NDIM(array) == 1 && !ARR_HASNULL(array)))
	{
		/* What ARRAY[a, b] of numbers is: nothing more to look at but these. */
		const double *element = (const double *) ((char *) array + ARR_OVERHEAD_NONULLS(1));

		*n = ARR_DIMS(array)[0];
		for (int i = 0; i < *n; i++)
		{
			if (unlikely(!isfinite(element[i])))
				cv_check_finite(element[i], psprintf("%s[%d]", name, i + 1));
		}
		return element;
	}
	if (array_contains_nulls(array))
		return NULL;
	return cv_float8_array((struct varlena *) array, name, n);
}

double
cv_weight_arg(FunctionCallInfo fcinfo, int argno)
{
	double		weight = cv_check_finite(PG_GETARG_FLOAT8(argno), "weight");

	if (weight < 0 || (weight > 0 && (weight < 1e-100 || weight > 1e100)))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("weight must be 0 or from 1e-100 to 1e100, not %s", cv_float8_text(weight))));
	return weight;
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
