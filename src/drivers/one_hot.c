/*
 * one_hot.c - a category, such as a region or a channel, as regressors.
 */
#include "pg/pg.h"

#include "catalog/pg_type.h"
#include "utils/array.h"
#include "utils/lsyscache.h"

/* 1 at the level that is the value; text names the value for the error. */
static Datum
hot(int at, int n, const char *text)
{
	double	   *x = palloc0(Max(n, 1) * sizeof(double));

	if (at < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("value \"%s\" is not among the levels", cv_clip(text)),
				 errhint("levels must name every category; array_agg(DISTINCT value) lists those that occur.")));
	x[at] = 1;
	return cv_make_float8_array(x, n);
}

static void
refuse_repeated(const char *text)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("level \"%s\" is named twice", cv_clip(text))));
}

/* The levels, none of them NULL. */
static Datum *
levels_arg(FunctionCallInfo fcinfo, Oid type, int length, bool by_value, char align, int *n)
{
	ArrayType  *array = PG_GETARG_ARRAYTYPE_P(1);
	Datum	   *level;

	if (ARR_NDIM(array) > 1 || array_contains_nulls(array))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("levels must be a one-dimensional array without NULL, not %s",
						cv_clip(cv_value_text(PointerGetDatum(array), get_array_type(type))))));
	deconstruct_array(array, type, length, by_value, align, &level, NULL, n);
	return level;
}

PG_FUNCTION_INFO_V1(one_hot_text);
PG_FUNCTION_INFO_V1(one_hot_bigint);

/*
 * one_hot(value text, levels text[]) -> float8[]
 * one_hot(value bigint, levels bigint[]) -> float8[]
 *
 * As many numbers as levels: 1 where the level is the value, else 0.  Errors: 22023 for a value that is no level, a
 * level that is named twice, and NULL among levels.
 */
Datum
one_hot_text(PG_FUNCTION_ARGS)
{
	char	   *value = cv_text_arg(fcinfo, 0);
	int			n;
	Datum	   *level = levels_arg(fcinfo, TEXTOID, -1, false, TYPALIGN_INT, &n);
	int			at = -1;

	for (int i = 0; i < n; i++)
	{
		CHECK_FOR_INTERRUPTS();
		if (strcmp(TextDatumGetCString(level[i]), value) != 0)
			continue;
		if (at >= 0)
			refuse_repeated(value);
		at = i;
	}
	return hot(at, n, value);
}

Datum
one_hot_bigint(PG_FUNCTION_ARGS)
{
	int64		value = PG_GETARG_INT64(0);
	int			n;
	Datum	   *level = levels_arg(fcinfo, INT8OID, sizeof(int64), FLOAT8PASSBYVAL, TYPALIGN_DOUBLE, &n);
	int			at = -1;

	for (int i = 0; i < n; i++)
	{
		CHECK_FOR_INTERRUPTS();
		if (DatumGetInt64(level[i]) != value)
			continue;
		if (at >= 0)
			refuse_repeated(psprintf(INT64_FORMAT, value));
		at = i;
	}
	return hot(at, n, psprintf(INT64_FORMAT, value));
}
