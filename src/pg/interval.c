/*
 * interval.c - the arguments that ask for a confidence interval.
 */
#include "pg/interval.h"

#include "lib/stringinfo.h"

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

double
cv_confidence_arg(FunctionCallInfo fcinfo, int argno)
{
	double		confidence = PG_GETARG_FLOAT8(argno);

	if (!(confidence > 0 && confidence < 1))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("confidence must be between 0 and 1, not %s", cv_float8_text(confidence)),
				 errhint("It is a fraction: 0.95 means ninety-five percent.")));
	return confidence;
}
