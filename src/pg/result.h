/*
 * result.h - results: numbers that may not exist, rows, tables, JSON, arrays.
 */
#ifndef CV_RESULT_H
#define CV_RESULT_H

#include "pg/pg.h"

/* A float8 result; 22003 when it is not finite, NULL when it does not exist. */
extern Datum cv_return_finite(double x, const char *what);
extern Datum cv_return_number(FunctionCallInfo fcinfo, double x);

/* A number of a row: NULL when it is not finite. */
extern void cv_set_number(Datum *value, bool *isnull, double x);

/* A row of the record type that fcinfo must return; values in column order. */
extern Datum cv_make_record(FunctionCallInfo fcinfo, Datum *values, bool *nulls);

/*
 * The same for a function of millions of rows: what the columns are, which takes longer than the row, is asked once and
 * kept in fn_extra, of which the function makes no other use.
 */
extern Datum cv_make_record_often(FunctionCallInfo fcinfo, Datum *values, bool *nulls);

/* A result table, filled row by row with cv_table_row. */
typedef struct CvTable
{
	struct Tuplestorestate *store;
	struct TupleDescData *columns;
} CvTable;

extern CvTable cv_make_table(FunctionCallInfo fcinfo);
extern void cv_table_row(CvTable *table, Datum *values, bool *nulls);

/* The same; the values were made for this row, and are freed. */
extern void cv_table_own_row(CvTable *table, Datum *values, bool *nulls);

/* The shortest digits of a finite float8 that read back as it, under every setting. */
extern void cv_print_float8(struct StringInfoData *out, double x);

/* A number in JSON, null where it does not exist; and as another member of an object. */
extern void cv_append_number(struct StringInfoData *json, double x);
extern void cv_append_json(struct StringInfoData *json, const char *name, double x);

extern Datum cv_make_jsonb(const char *text);
extern Datum cv_make_float8_array(const double *x, int n);

#endif							/* CV_RESULT_H */
