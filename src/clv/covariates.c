/*
 * covariates.c - the names of a model's covariates.
 *
 * A model is numbers, so the bytes of names are too: six in each, the first the highest, with a line feed behind each
 * name and zeros behind the last.
 */
#include "clv/model.h"

#include <math.h>

#include "catalog/pg_type.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"
#include "utils/array.h"

#define BYTES 6
#define LONGEST_NAME 63

static StringInfoData
bytes_of(const double *number, int n)
{
	StringInfoData bytes;

	initStringInfo(&bytes);
	for (int i = 0; i < n; i++)
	{
		uint64		packed = (uint64) number[i];

		for (int k = BYTES - 1; k >= 0; k--)
			appendStringInfoChar(&bytes, (char) (packed >> 8 * k & 0xff));
	}
	return bytes;
}

bool
cv_are_names(const double *number, int n, int covariates)
{
	StringInfoData bytes;
	int			at = 0;

	for (int i = 0; i < n; i++)
	{
		if (number[i] != floor(number[i]) || !(number[i] >= 0 && number[i] < 0x1p48))
			return false;
	}
	bytes = bytes_of(number, n);
	for (int k = 0; k < covariates; k++)
	{
		const char *name = bytes.data + at;
		const char *end = memchr(name, '\n', bytes.len - at);

		if (end == NULL || end == name || end - name > LONGEST_NAME ||
			!pg_verify_mbstr(GetDatabaseEncoding(), name, (int) (end - name), true))
			return false;
		at += (int) (end - name) + 1;
	}
	for (; at < bytes.len; at++)
	{
		if (bytes.data[at] != '\0')
			return false;
	}
	return true;
}

char *
cv_covariate_name(const CvModel *m, int k)
{
	int			n = (int) m->more.number[CV_MORE_NAMES];
	const char *part = k < m->covariates[0] ? "purchase" : "dropout";
	StringInfoData bytes;
	char	   *name;

	if (n == 0)
		return psprintf("%s.%d", part, k < m->covariates[0] ? k + 1 : k - m->covariates[0] + 1);
	bytes = bytes_of(m->more.names, n);
	name = bytes.data;
	for (; k > 0; k--)
		name = strchr(name, '\n') + 1;
	return psprintf("%s.%s", part, pnstrdup(name, strchr(name, '\n') - name));
}

/* Adds the names of an array, as many as the model has. */
static void
add_names(FunctionCallInfo fcinfo, int argno, const char *argument, int covariates, StringInfo bytes)
{
	ArrayType  *array = PG_GETARG_ARRAYTYPE_P(argno);
	Datum	   *values;
	bool	   *nulls;
	int			n;

	deconstruct_array(array, TEXTOID, -1, false, TYPALIGN_INT, &values, &nulls, &n);
	if (n != covariates || array_contains_nulls(array))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be a name for each covariate, %d, not %d%s", argument, covariates, n,
						array_contains_nulls(array) ? " with NULL among them" : "")));
	for (int i = 0; i < n; i++)
	{
		char	   *name = TextDatumGetCString(values[i]);

		if (name[0] == '\0' || strlen(name) > LONGEST_NAME || strchr(name, '\n') != NULL)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("%s must have names of 1 to %d bytes without a line feed, not \"%s\"",
							argument, LONGEST_NAME, name)));
		for (int j = 0; j < i; j++)
		{
			if (strcmp(name, TextDatumGetCString(values[j])) == 0)
				ereport(ERROR,
						(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						 errmsg("%s has \"%s\" twice", argument, name)));
		}
		appendStringInfo(bytes, "%s\n", name);
	}
}

PG_FUNCTION_INFO_V1(name_covariates);

/*
 * name_covariates(model clv_model, purchase, dropout text[]) -> clv_model
 *
 * The model with names for its covariates of purchases and of stopping, in their order: coef and model_json show them.
 * Errors: 22023 for another number of names than covariates, NULL, a name twice in one array, and one that is empty,
 * longer than 63 bytes or of several lines.
 */
Datum
name_covariates(PG_FUNCTION_ARGS)
{
	CvModel		m = cv_model_arg(fcinfo, 0);
	StringInfoData bytes;
	double		number[CV_MOST_NAMES];
	int			n;

	initStringInfo(&bytes);
	add_names(fcinfo, 1, "purchase", m.covariates[0], &bytes);
	add_names(fcinfo, 2, "dropout", m.covariates[1], &bytes);
	n = (bytes.len + BYTES - 1) / BYTES;
	for (int i = 0; i < n; i++)
	{
		uint64		packed = 0;

		for (int k = 0; k < BYTES; k++)
			packed = packed << 8 | (i * BYTES + k < bytes.len ? (uint8) bytes.data[i * BYTES + k] : 0);
		number[i] = (double) packed;
	}
	m.more.number[CV_MORE_NAMES] = n;
	m.more.names = number;
	PG_RETURN_POINTER(cv_model_with(&m));
}
