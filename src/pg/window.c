/*
 * window.c - parameters and columns of window functions.
 */
#include "pg/window.h"

#include <math.h>

#include "utils/datum.h"
#include "utils/lsyscache.h"

void
cv_refuse_peer(int64 i, const char *function)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("%s needs rows in a definite order, but row " INT64_FORMAT " of the partition ties with the one before", function, i + 1),
			 errhint("Write OVER (ORDER BY ...) with columns that tell all rows of a partition apart, such as a date and a key.")));
}

/*
 * Look at a parameter in the current row; false when it is NULL.  parameter is in the
 * partition's local memory, where its first value is kept, too.  Errors: 22023 when it is another one
 * than in the row before.
 */
bool
cv_window_parameter(FunctionCallInfo fcinfo, int argno, const char *name, CvParameter *parameter)
{
	bool		isnull;
	Datum		value;
	int16		length;
	bool		by_value;

	if (parameter->known && parameter->stable)
		return !parameter->isnull;
	value = WinGetFuncArgCurrent(PG_WINDOW_OBJECT(), argno, &isnull);
	get_typlenbyval(get_fn_expr_argtype(fcinfo->flinfo, argno), &length, &by_value);
	if (!isnull && length == -1)
		value = PointerGetDatum(PG_DETOAST_DATUM(value));
	if (!parameter->known)
	{
		void	   *memory = WinGetPartitionLocalMemory(PG_WINDOW_OBJECT(), 0);	/* it is there */
		MemoryContext caller = MemoryContextSwitchTo(GetMemoryChunkContext(memory));

		parameter->value = isnull ? (Datum) 0 : datumCopy(value, by_value, length);
		parameter->isnull = isnull;
		parameter->stable = get_fn_expr_arg_stable(fcinfo->flinfo, argno);
		parameter->known = true;
		MemoryContextSwitchTo(caller);
	}
	else if (isnull != parameter->isnull || (!isnull && !datumIsEqual(value, parameter->value, by_value, length)))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be the same in all rows of a window partition", name),
				 errhint("Give one value, or put what it depends on into PARTITION BY.")));
	return !isnull;
}

static void
read_value(WindowObject winobj, int argno, int64 i, const char *name, CvColumns *columns)
{
	bool		isnull;
	Datum		value = cv_window_arg(winobj, argno, i, &isnull);

	if (isnull)
		columns->left_out[i] = true;
	else
		columns->value[argno][i] = cv_check_finite(DatumGetFloat8(value), name);
}

/*
 * Rows are read two at a time, one argument after the other: all steps through the
 * partition are then of one row, which is what the server does quickest.
 */
void
cv_window_columns(WindowObject winobj, int ncolumns, const char *const *names,
				  MemoryContext context, CvColumns *columns)
{
	int64		n = cv_window_rows(winobj);
	CvScratch	scratch;

	columns->n = n;
	columns->left_out = MemoryContextAllocHuge(context, n);
	memset(columns->left_out, 0, n);
	for (int k = 0; k < ncolumns; k++)
		columns->value[k] = MemoryContextAllocHuge(context, n * sizeof(double));
	cv_scratch_begin(&scratch, n > CV_SCRATCH_USES);
	for (int64 i = 0; i < n; i += 2)
	{
		cv_scratch_next(&scratch);
		for (int k = 0; k < ncolumns; k++)
		{
			read_value(winobj, k, i, names[k], columns);
			if (i + 1 < n)
				read_value(winobj, k, i + 1, names[k], columns);
		}
	}
	cv_scratch_end(&scratch);
	columns->kept = 0;
	for (int64 i = 0; i < n; i++)
		columns->kept += !columns->left_out[i];
}

/*
 * All arrays of finite numbers that an argument has in a partition, one row after the
 * other; a row that is NULL or has NULL is NaN.  *width is the number of elements that they must have, or 0 for
 * that of the first.  Errors: 22023 for arrays with another number, and with NaN or infinity.
 */
double *
cv_window_arrays(WindowObject winobj, int argno, const char *name, int *width, int64 *n)
{
	CvScratch	scratch;
	double	   *x = NULL;
	bool		expected = *width != 0;

	*n = cv_window_rows(winobj);
	cv_scratch_begin(&scratch, true);
	for (int64 i = 0; i < *n; i++)
	{
		bool		isnull;
		Datum		value;
		int			found;
		const double *row;

		cv_scratch_next(&scratch);
		value = cv_window_arg(winobj, argno, i, &isnull);
		if (isnull)
			continue;
		row = cv_float8_row((struct varlena *) DatumGetPointer(value), name, &found);
		if (row == NULL)
			continue;
		if (found == 0)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("%s must have at least one element", name)));
		if (*width != 0 && found != *width)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 expected ? errmsg("%s must have %d elements, not %d", name, *width, found) :
					 errmsg("%s must have the same number of elements in all rows, not %d and then %d", name, *width, found)));
		*width = found;
		if (x == NULL)
		{
			x = MemoryContextAllocHuge(scratch.caller, *n * found * sizeof(double));
			for (int64 k = 0; k < *n * found; k++)
				x[k] = NAN;
		}
		memcpy(x + i * found, row, found * sizeof(double));
	}
	cv_scratch_end(&scratch);
	return x;
}
