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

/* The next datum of a sort, a copy; PostgreSQL 16 asks whether it is to be one. */
#if PG_VERSION_NUM >= 160000
#define cv_tuplesort_getdatum(sort, value, isnull) tuplesort_getdatum(sort, true, true, value, isnull, NULL)
#else
#define cv_tuplesort_getdatum(sort, value, isnull) tuplesort_getdatum(sort, true, value, isnull, NULL)
#endif

/*
 * IGNORE NULLS, which PostgreSQL 19 has for window functions that say that they know it: 0A000 for those that do not.
 */
#if PG_VERSION_NUM >= 190000
#define cv_refuse_null_treatment(winobj, fcinfo) WinCheckAndInitializeNullTreatment(winobj, false, fcinfo)
#else
#define cv_refuse_null_treatment(winobj, fcinfo) ((void) 0)
#endif

/* What pg_get_loaded_modules() of PostgreSQL 18 says of the library. */
#if PG_VERSION_NUM >= 180000
#define CV_MODULE_MAGIC PG_MODULE_MAGIC_EXT(.name = "custvalue", .version = CV_VERSION)
#else
#define CV_MODULE_MAGIC PG_MODULE_MAGIC
#endif

/* custvalue.progress: should long fits say where they are? */
extern bool cv_progress;

/* Lets loops of the ground floor be cancelled, and defines the settings. */
extern void cv_start(void);

/* Memory of any size for the ground floor; it does not return without. */
extern void *cv_alloc(size_t size);

/* For messages: the shortest text of a float8, the text of a value of any type. */
extern char *cv_float8_text(double x);
extern char *cv_value_text(Datum value, Oid type);

/* The beginning of a text that came in, for a message. */
#define CV_CLIP 100

extern char *cv_clip(const char *text);

#include "pg/args.h"
#include "pg/result.h"

#endif							/* CV_PG_H */
