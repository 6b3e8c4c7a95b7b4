/*
 * pg.h - what every file that talks to the server includes first.
 *
 * All differences between PostgreSQL versions that custvalue meets are bridged here.
 */
#ifndef CV_PG_H
#define CV_PG_H

#include "postgres.h"

#include <math.h>

#include "fmgr.h"
#include "miscadmin.h"
#include "utils/builtins.h"
#include "utils/memutils.h"

#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

#include "num/num.h"

/* A length and a text; PostgreSQL 17 took the option away to count the length itself. */
#if PG_VERSION_NUM >= 170000
#define cv_sendcountedtext(buf, str, length) pq_sendcountedtext(buf, str, length)
#else
#define cv_sendcountedtext(buf, str, length) pq_sendcountedtext(buf, str, length, false)
#endif

/* custvalue.progress: should long fits say where they are? */
extern bool cv_progress;

/* Argument checks: return the value, or raise 22023 with its name and value. */
extern double cv_check_finite(double x, const char *name);
extern int	cv_check_range(int x, const char *name, int lowest, int highest);

/* Whether an argument named first says 'now' and not 'next': when does the first margin come? */
extern bool cv_first_margin_now(FunctionCallInfo fcinfo, int argno);

/* A row of the record type that fcinfo must return; values in column order. */
extern Datum cv_make_record(FunctionCallInfo fcinfo, Datum *values, bool *nulls);

/* A result table, filled row by row with cv_table_row. */
typedef struct CvTable
{
	struct Tuplestorestate *store;
	struct TupleDescData *columns;
} CvTable;

extern CvTable cv_make_table(FunctionCallInfo fcinfo);
extern void cv_table_row(CvTable *table, Datum *values, bool *nulls);

/* Memory of any size for the ground floor; it does not return without. */
extern void *cv_alloc(size_t size);

/* For messages: the shortest text of a float8, the text of a value of any type. */
extern char *cv_float8_text(double x);
extern char *cv_value_text(Datum value, Oid type);

/* The beginning of a text that came in, for a message. */
#define CV_CLIP 100

extern char *cv_clip(const char *text);

/* 22P03: the binary form of a type is not what its send function writes. */
extern void cv_bad_binary(const char *type, const char *detail);

/* The shortest digits of a finite float8 that read back as it, under every setting. */
extern void cv_print_float8(struct StringInfoData *out, double x);

/*
 * The finite numbers of a one-dimensional float8[] that is a row; NULL when one of them is
 * NULL, as ARRAY[a, b] of nullable columns may have.
 */
extern const double *cv_float8_row(struct varlena *array, const char *name, int *n);

/* The number itself when it is finite: cv_check_finite for inner loops. */
static inline double
cv_finite(double x, const char *name)
{
	return likely(isfinite(x)) ? x : cv_check_finite(x, name);
}

/* A weight argument, from 0 up. */
extern double cv_weight_arg(FunctionCallInfo fcinfo, int argno);

/* A number in JSON, null where it does not exist; and as another member of an object. */
extern void cv_append_number(struct StringInfoData *json, double x);
extern void cv_append_json(struct StringInfoData *json, const char *name, double x);

/* The numbers of a float8[] without NULL. */
extern const double *cv_float8_elements(struct varlena *value);

/* The finite numbers of a one-dimensional float8[] without NULL; their number in *n. */
extern const double *cv_float8_array(struct varlena *array, const char *name, int *n);

extern Datum cv_make_jsonb(const char *text);
extern Datum cv_make_float8_array(const double *x, int n);

/* A short text argument as a C string. */
extern char *cv_text_arg(FunctionCallInfo fcinfo, int argno);

#endif							/* CV_PG_H */
