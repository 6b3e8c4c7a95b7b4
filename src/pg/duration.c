/*
 * duration.c - arguments that are spans of time.
 */
#include "pg/duration.h"

#include "catalog/pg_type.h"
#include "common/int.h"
#include "datatype/timestamp.h"
#include "utils/timestamp.h"

/* Errors: 22023 for months, whose length is not fixed, and for a negative span; 22008 beyond 292,000 years. */
int64
cv_duration_arg(FunctionCallInfo fcinfo, int argno, const char *name)
{
	Interval   *span = PG_GETARG_INTERVAL_P(argno);
	int64		length;

	if (span->month != 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must not have months or years, but is %s", name,
						cv_value_text(IntervalPGetDatum(span), INTERVALOID)),
				 errhint("Months differ in length: give it in days, as '30 days'.")));
	if (pg_mul_s64_overflow(span->day, USECS_PER_DAY, &length) || pg_add_s64_overflow(length, span->time, &length))
		ereport(ERROR,
				(errcode(ERRCODE_DATETIME_FIELD_OVERFLOW),
				 errmsg("%s is out of range: %s", name, cv_value_text(IntervalPGetDatum(span), INTERVALOID))));
	if (length < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must not be negative, but is %s", name,
						cv_value_text(IntervalPGetDatum(span), INTERVALOID))));
	return length;
}

/* Errors: 22023. */
void
cv_check_days(const Interval *span, const char *name)
{
	if (span->month != 0 || span->day != 0 || span->time <= 0 || span->time >= USECS_PER_DAY)
		return;
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("%s must be at least a day, not %s", name, cv_value_text(IntervalPGetDatum(span), INTERVALOID)),
			 errhint("A number alone counts seconds: write the unit, as in interval '90 days'.")));
}
