/*
 * args.c - arguments: taken, checked, and refused in one wording with name and value.
 */
#include "pg/args.h"

#include "catalog/pg_type.h"
#include "lib/stringinfo.h"
#include "utils/array.h"

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

double
cv_check_not_negative(double x, const char *name)
{
	cv_check_finite(x, name);
	if (x < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must not be negative, but is %s", name, cv_float8_text(x))));
	return x;
}

double
cv_check_fraction(double x, const char *name, const char *hint)
{
	cv_check_finite(x, name);
	if (x < 0 || x > 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be from 0 to 1, not %s", name, cv_float8_text(x)),
				 errhint("%s", hint)));
	return x + 0.0;				/* no negative zero */
}

double
cv_check_rate(double x, const char *name)
{
	cv_check_finite(x, name);
	if (x >= 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be below 1, not %s", name, cv_float8_text(x)),
				 errhint("It is a fraction for each period: 0.12 is 12 percent.")));
	return x;
}

double
cv_check_discount(double x)
{
	cv_check_rate(x, "discount");
	if (x <= -1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("discount must be above -1, not %s", cv_float8_text(x)),
				 errhint("It is a fraction: 0.1 means ten percent a period.")));
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

char *
cv_text_arg(FunctionCallInfo fcinfo, int argno)
{
	return text_to_cstring(PG_GETARG_TEXT_PP(argno));
}

int
cv_choice_arg(FunctionCallInfo fcinfo, int argno, const char *name, const char *const *choices)
{
	char	   *given = cv_text_arg(fcinfo, argno);
	StringInfoData list;

	for (int i = 0; choices[i] != NULL; i++)
	{
		if (strcmp(given, choices[i]) == 0)
			return i;
	}
	initStringInfo(&list);
	for (int i = 0; choices[i] != NULL; i++)
		appendStringInfo(&list, "%s'%s'", i == 0 ? "" : choices[i + 1] != NULL ? ", " : " or ", choices[i]);
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("%s must be %s, not '%s'", name, list.data, given)));
	return -1;
}

bool
cv_first_now_arg(FunctionCallInfo fcinfo, int argno)
{
	char	   *first = cv_text_arg(fcinfo, argno);

	if (strcmp(first, "next") != 0 && strcmp(first, "now") != 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("first must be 'next' or 'now', not '%s'", first),
				 errhint("'next' counts the first margin one period ahead, 'now' at once.")));
	return strcmp(first, "now") == 0;
}

static double
check_confidence(double confidence)
{
	if (!(confidence > 0 && confidence < 1))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("confidence must be between 0 and 1, not %s", cv_float8_text(confidence)),
				 errhint("It is a fraction: 0.95 means ninety-five percent.")));
	return confidence;
}

bool
cv_check_binary(int64 x, const char *name, const char *hint)
{
	if (x != 0 && x != 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be 0 or 1, not " INT64_FORMAT, name, x),
				 errhint("%s", hint)));
	return x == 1;
}

double
cv_confidence_arg(FunctionCallInfo fcinfo, int argno)
{
	return check_confidence(PG_GETARG_FLOAT8(argno));
}

int
cv_choice_or_confidence_arg(FunctionCallInfo fcinfo, int argno, const char *name, const char *const *choices,
							int usual, double *confidence)
{
	char	   *given = cv_text_arg(fcinfo, argno);
	char	   *end;
	double		number = strtod(given, &end);

	if (end == given || end[strspn(end, " ")] != '\0')
		return cv_choice_arg(fcinfo, argno, name, choices);
	*confidence = check_confidence(number);
	return usual;
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

double
cv_weight_or_one(FunctionCallInfo fcinfo, int argno)
{
	return PG_NARGS() > argno ? cv_weight_arg(fcinfo, argno) : 1;
}

const double *
cv_float8_elements(struct varlena *value)
{
	ArrayType  *array = (ArrayType *) value;
	Size		offset = ARR_HASNULL(array) ? (Size) array->dataoffset : ARR_OVERHEAD_NONULLS(ARR_NDIM(array));

	return (const double *) ((const char *) array + offset);
}

const double *
cv_float8_array(struct varlena *value, const char *name, int *n)
{
	ArrayType  *array = DatumGetArrayTypeP(PointerGetDatum(value));
	const double *element = cv_float8_elements((struct varlena *) array);

	if (ARR_NDIM(array) > 1 || array_contains_nulls(array))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be a one-dimensional array without NULL, not %s", name,
						cv_clip(cv_value_text(PointerGetDatum(array), FLOAT8ARRAYOID)))));
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

/* Names of k terms: those of a text[] argument, x1 and so on where it is NULL. */
char	  **
cv_terms_arg(FunctionCallInfo fcinfo, int argno, int k)
{
	char	  **terms = palloc((k + 1) * sizeof(char *));
	ArrayType  *array;
	Datum	   *values;
	bool	   *nulls;
	int			n;

	for (int i = 0; i < k && PG_ARGISNULL(argno); i++)
		terms[i] = psprintf("x%d", i + 1);
	if (PG_ARGISNULL(argno))
		return terms;
	array = PG_GETARG_ARRAYTYPE_P(argno);
	deconstruct_array(array, TEXTOID, -1, false, TYPALIGN_INT, &values, &nulls, &n);
	if (n != k || array_contains_nulls(array))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("terms must be one name for each regressor, %d, not %d%s",
						k, n, array_contains_nulls(array) ? " with NULL among them" : "")));
	for (int i = 0; i < k; i++)
	{
		terms[i] = TextDatumGetCString(values[i]);
		for (int j = 0; j < i; j++)
		{
			if (strcmp(terms[i], terms[j]) == 0)
				ereport(ERROR,
						(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						 errmsg("term \"%s\" is named twice", terms[i])));
		}
	}
	return terms;
}

/* The regressor of this name, or 22023. */
int
cv_term_number(char **terms, int k, const char *term)
{
	for (int i = 0; i < k; i++)
	{
		if (strcmp(terms[i], term) == 0)
			return i;
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("there is no term \"%s\"", term),
			 errhint("Without terms => ARRAY[...] the regressors are named x1, x2 and so on.")));
	return -1;
}
