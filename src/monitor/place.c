/*
 * place.c - where a row stands in a series.
 */
#include "monitor/place.h"

#include "catalog/pg_type.h"
#include "utils/date.h"
#include "utils/timestamp.h"

static void
bad_place(FunctionCallInfo fcinfo, int argno, CvPlace type)
{
	static const Oid types[CV_PLACES] = {INT8OID, DATEOID, TIMESTAMPOID, TIMESTAMPTZOID};
	char	   *t = cv_value_text(PG_GETARG_DATUM(argno), types[type]);

	if (type == CV_PLACE_DATE)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("t must be a finite date, not %s", t)));
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("t must be from -2^53 to 2^53, not %s", t),
			 errhint("Timestamps are counted in microseconds, from the year 1715 to 2285; dates go farther.")));
}

double
cv_place_arg(FunctionCallInfo fcinfo, int argno, CvPlace type)
{
	int64		t = type == CV_PLACE_DATE ? PG_GETARG_DATEADT(argno) : PG_GETARG_INT64(argno);

	if ((type == CV_PLACE_DATE && DATE_NOT_FINITE(t)) || t > INT64CONST(1) << 53 || t < -(INT64CONST(1) << 53))
		bad_place(fcinfo, argno, type);
	return (double) t;
}

char *
cv_place_text(double t, CvPlace type)
{
	if (!(fabs(t) <= 0x1p53))
		return cv_float8_text(t);
	switch (type)
	{
		case CV_PLACE_DATE:
			return cv_value_text(DateADTGetDatum((DateADT) Max(Min(t, PG_INT32_MAX), PG_INT32_MIN)), DATEOID);
		case CV_PLACE_TIMESTAMP:
			return cv_value_text(TimestampGetDatum((Timestamp) t), TIMESTAMPOID);
		case CV_PLACE_TIMESTAMPTZ:
			return cv_value_text(TimestampTzGetDatum((TimestampTz) t), TIMESTAMPTZOID);
		default:
			return cv_value_text(Int64GetDatum((int64) t), INT8OID);
	}
}

double *
cv_sorted_places(const CvRows *rows, CvPlace type)
{
	Size		size = (Size) rows->nrows * rows->width * sizeof(double);
	double	   *row = cv_alloc(size);

	memcpy(row, cv_rows_row(rows, 0), size);
	cv_rows_sort(row, rows->nrows, rows->width);
	for (int64 i = 1; i < rows->nrows; i++)
	{
		CV_BREATHE(i);
		if (row[i * rows->width] == row[(i - 1) * rows->width])
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("two rows have the same t, %s", cv_place_text(row[i * rows->width], type)),
					 errhint("Make one row of them first, with sum or avg and GROUP BY.")));
	}
	return row;
}
