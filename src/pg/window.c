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
			 errmsg("%s needs rows in a definite order, but row " INT64_FORMAT
					" of the partition ties with the one before", function, i + 1),
			 errhint("Write OVER (ORDER BY ...) with columns that tell all rows of a partition apart, "
					 "such as a date and a key.")));
}

WindowObject
cv_window_object(FunctionCallInfo fcinfo)
{
	WindowObject winobj = PG_WINDOW_OBJECT();

	if (!WindowObjectIsValid(winobj))
		ereport(ERROR,
				(errcode(ERRCODE_WINDOWING_ERROR),
				 errmsg("%s is a window function and needs a window", get_func_name(fcinfo->flinfo->fn_oid)),
				 errhint("Call it by its name, with OVER behind its arguments.")));
	cv_refuse_null_treatment(winobj, fcinfo);
	return winobj;
}

/* A parameter as an error shows it. */
static const char *
parameter_text(FunctionCallInfo fcinfo, int argno, Datum value, bool isnull)
{
	return isnull ? "NULL" : cv_clip(cv_value_text(value, get_fn_expr_argtype(fcinfo->flinfo, argno)));
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
	value = WinGetFuncArgCurrent(cv_window_object(fcinfo), argno, &isnull);
	get_typlenbyval(get_fn_expr_argtype(fcinfo->flinfo, argno), &length, &by_value);
	if (!isnull && length == -1)
		value = PointerGetDatum(PG_DETOAST_DATUM(value));
	if (!parameter->known)
	{
		void	   *memory = WinGetPartitionLocalMemory(cv_window_object(fcinfo), 0);	/* it is there */
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
				 errmsg("%s must be the same in all rows of a window partition, not %s and then %s", name,
						parameter_text(fcinfo, argno, parameter->value, parameter->isnull),
						parameter_text(fcinfo, argno, value, isnull)),
				 errhint("Give one value, or put what it depends on into PARTITION BY.")));
	return !isnull;
}

double
cv_number_float8(Datum value, const char *name)
{
	return cv_finite(DatumGetFloat8(value), name);
}

static void
read_value(WindowObject winobj, int argno, int64 i, const char *name, CvNumberReader read, CvColumns *columns)
{
	bool		isnull;
	Datum		value = cv_window_arg(winobj, argno, i, &isnull);

	if (isnull)
		columns->left_out[i] = true;
	else
		columns->value[argno][i] = read(value, name);
}

/*
 * Rows are read two at a time, one argument after the other: all steps through the
 * partition are then of one row, which is what the server does quickest.
 */
void
cv_window_columns(WindowObject winobj, int ncolumns, const char *const *names, CvNumberReader first,
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
		CV_BREATHE_OFTEN(i / 2);
		cv_scratch_next(&scratch);
		for (int k = 0; k < ncolumns; k++)
		{
			CvNumberReader read = k == 0 ? first : cv_number_float8;

			read_value(winobj, k, i, names[k], read, columns);
			if (i + 1 < n)
				read_value(winobj, k, i + 1, names[k], read, columns);
		}
	}
	cv_scratch_end(&scratch);
	columns->kept = 0;
	for (int64 i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		columns->kept += !columns->left_out[i];
	}
}

/* Room for one array more, twice what was there where it is not enough. */
static void
make_room(CvArrays *arrays, int64 *room)
{
	if (arrays->kept < *room)
		return;
	*room = Max(2 * *room, 64);
	arrays->row = repalloc_huge(arrays->row, *room * sizeof(int32));
	arrays->x = repalloc_huge(arrays->x, *room * arrays->width * sizeof(double));
}

/* The array of a row; NULL where it is NULL or has NULL.  Its width is checked. */
static const double *
read_array(WindowObject winobj, int argno, int64 i, const char *name, int expected, int *width)
{
	bool		isnull;
	Datum		value = cv_window_arg(winobj, argno, i, &isnull);
	int			found;
	const double *x = isnull ? NULL : cv_float8_row((struct varlena *) DatumGetPointer(value), name, &found);

	if (x == NULL)
		return NULL;
	if (found == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must have at least one element, not %d", name, found)));
	if (*width != 0 && found != *width)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 expected != 0 ? errmsg("%s must have %d elements, not %d", name, *width, found) :
				 errmsg("%s must have the same number of elements in all rows, not %d and then %d",
						name, *width, found)));
	*width = found;
	return x;
}

/*
 * All arrays of finite numbers that an argument has in a partition.  A row that is NULL or has NULL
 * is left out, and takes no memory.  width is the number of elements that they must have, or 0 for
 * that of the first.  Errors: 22023 for arrays with another number, and with NaN or infinity.
 */
CvArrays
cv_window_arrays(WindowObject winobj, int argno, const char *name, int width)
{
	CvArrays	arrays = {.n = cv_window_rows(winobj), .width = width, .row = cv_alloc(0), .x = cv_alloc(0)};
	CvScratch	scratch;
	int64		room = 0;

	cv_scratch_begin(&scratch, true);
	for (int64 i = 0; i < arrays.n; i++)
	{
		const double *x;

		CV_BREATHE_OFTEN(i);
		cv_scratch_next(&scratch);
		x = read_array(winobj, argno, i, name, width, &arrays.width);
		if (x == NULL)
			continue;
		make_room(&arrays, &room);
		arrays.row[arrays.kept] = (int32) i;
		memcpy(arrays.x + arrays.kept++ * arrays.width, x, arrays.width * sizeof(double));
	}
	cv_scratch_end(&scratch);
	return arrays;
}
