/*
 * result.h - results that may not exist.
 */
#ifndef CV_RISK_RESULT_H
#define CV_RISK_RESULT_H

#include "pg/pg.h"

/* A column of a record or table: NULL for NaN. */
static inline void
cv_set_number(Datum *value, bool *isnull, double x)
{
	*value = Float8GetDatum(x);
	*isnull = isnan(x);
}

/* The result of a function: NULL for NaN. */
static inline Datum
cv_return_number(FunctionCallInfo fcinfo, double x)
{
	if (isnan(x))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(x);
}

#endif							/* CV_RISK_RESULT_H */
