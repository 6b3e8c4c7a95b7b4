/*
 * rows.h - parameters and rows of numbers as one value: the states that must hold their
 * rows, and the models that are fitted to them.
 */
#ifndef CV_ROWS_H
#define CV_ROWS_H

#include "pg/pg.h"

/*
 * What the numbers are.  A type of SQL is one kind, but for held_rows, the state of
 * aggregates that finish with something else.  Kinds are part of what is stored: new ones go
 * to the end.
 */
typedef enum CvRowsKind
{
	CV_ROWS_EMPTY,				/* nothing yet: neutral for every aggregate */
	CV_ROWS_CUTS,				/* held_rows of cuts_agg: params bins; rows x */
	CV_ROWS_KMEANS,				/* held_rows of kmeans_fit: see segment/kmeans.c */
	CV_ROWS_ENTROPY,			/* held_rows of entropy_weights: see segment/indicators.c */
	CV_ROWS_KMEANS_MODEL,
	CV_ROWS_OLS,				/* ols_summary: see drivers/ols.c */
	CV_ROWS_LOGIT,				/* held_rows of logit_agg: y, regressors, weight */
	CV_ROWS_LOGIT_MODEL,
	CV_ROWS_SPEARMAN,			/* held_rows of spearman: x, y */
	CV_ROWS_PURCHASES,			/* held_rows of bgnbd_fit and the like: x, t_x, t, weight */
	CV_ROWS_SPEND,				/* held_rows of gammagamma_fit: x, mean spend, weight */
	CV_ROWS_CLV_MODEL,			/* clv_model, of each family in the order of num/purchase.h */
	CV_ROWS_CLV_MODEL_LAST = CV_ROWS_CLV_MODEL + 6,
	CV_ROWS_OCCASIONS,			/* held_rows of bgbb_fit: x, t_x, n, weight */
	CV_ROWS_CONTRACTS,			/* held_rows of sbg_fit: periods survived, left after them, weight */
	CV_ROWS_COVARIATES,			/* held_rows of fits with covariates: x, t_x, t, covariates, weight; params how many are of purchases */
	CV_ROWS_AUC_PAIR			/* auc_pair: two scores, outcome, how many such rows */
} CvRowsKind;

/*
 * Behind the head are nparams numbers and then nrows rows of width numbers; inside an
 * aggregate room for capacity rows.  All numbers are finite and none is a negative zero.
 * Where the order of rows means nothing, text and binary forms have them sorted.  Where
 * the last column is a weight, equal rows are one with the sum of their weights, sooner or
 * later: when there is no room for more, and in text and binary form.
 */
typedef struct CvRows
{
	int32		vl_len_;
	uint8		version;
	uint8		kind;
	uint16		width;
	uint32		nparams;
	uint32		unused;
	int64		nrows;
	int64		capacity;
} CvRows;

static inline double *
cv_rows_params(const CvRows *rows)
{
	return (double *) (rows + 1);
}

static inline double *
cv_rows_row(const CvRows *rows, int64 i)
{
	return cv_rows_params(rows) + rows->nparams + i * rows->width;
}

extern CvRows *cv_rows_new(CvRowsKind kind, int width, int nparams, int64 capacity);
extern CvRows *cv_rows_get(Datum value);
extern CvRows *cv_rows_arg(FunctionCallInfo fcinfo, int argno, CvRowsKind kind);
extern CvRows *cv_rows_writable(FunctionCallInfo fcinfo, CvRowsKind kind, int width,
								const double *params, int nparams, int64 more);
extern int	cv_rows_integer(const CvRows *rows, int i, const char *name, int lowest, int highest);
extern void cv_rows_append(CvRows *rows, const double *row);
extern void cv_rows_sort(double *row, int64 nrows, int width);
extern int64 cv_rows_compact(double *row, int64 nrows, int width);

/* What is wrong with a value that came in, or NULL: the check of the room it is of. */
typedef const char *(*CvRowsCheck) (const CvRows *rows);

extern Datum cv_rows_in(FunctionCallInfo fcinfo, const char *type, CvRowsCheck check);
extern Datum cv_rows_out(FunctionCallInfo fcinfo);
extern Datum cv_rows_recv(FunctionCallInfo fcinfo, const char *type, CvRowsCheck check);
extern Datum cv_rows_send(FunctionCallInfo fcinfo);

/* The four functions of a type NAME that is such a value. */
#define CV_ROWS_TYPE(name, check) \
	PG_FUNCTION_INFO_V1(name##_in); \
	PG_FUNCTION_INFO_V1(name##_out); \
	PG_FUNCTION_INFO_V1(name##_recv); \
	PG_FUNCTION_INFO_V1(name##_send); \
	Datum \
	name##_in(PG_FUNCTION_ARGS) \
	{ \
		return cv_rows_in(fcinfo, #name, check); \
	} \
	Datum \
	name##_out(PG_FUNCTION_ARGS) \
	{ \
		return cv_rows_out(fcinfo); \
	} \
	Datum \
	name##_recv(PG_FUNCTION_ARGS) \
	{ \
		return cv_rows_recv(fcinfo, #name, check); \
	} \
	Datum \
	name##_send(PG_FUNCTION_ARGS) \
	{ \
		return cv_rows_send(fcinfo); \
	}

#endif							/* CV_ROWS_H */
