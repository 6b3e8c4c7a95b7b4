/*
 * rows.h - parameters and rows of numbers as one value: the states that must hold their
 * rows, and the models that are fitted to them.
 */
#ifndef CV_ROWS_H
#define CV_ROWS_H

#include "pg/state.h"

/*
 * What the numbers are: the room that keeps them owns the kind and hands it over when the library is loaded.  number
 * is part of what is stored, so it stays; no two kinds have the same one, 0 is a value without rows, neutral for
 * every aggregate.  A type of SQL has kinds of its own; held_rows is the state of all aggregates that finish with
 * something else.
 */
typedef struct CvRowsKind
{
	uint8		number;
	const char *name;			/* in text */
	const char *type;			/* in SQL */
	bool		bag;			/* the order of its rows means nothing */
	bool		weighted;		/* the last column is a weight */
	int			width;			/* columns, where they are fixed; else 0 */
	int			nparams;		/* parameters, where they are fixed; else -1 */
} CvRowsKind;

#define CV_ROWS_EMPTY 0

extern void cv_rows_register(const CvRowsKind *kind);

/*
 * Behind the head are nparams numbers and then nrows rows of width numbers; inside an
 * aggregate room for capacity rows.  All numbers are finite and none is a negative zero.
 * Where the order of rows means nothing, text and binary forms have them sorted.  Where
 * the last column is a weight, equal rows are one with the sum of their weights, sooner or
 * later: when there is no room for more, and in text and binary form.  The sum is exact: where
 * a double does not hold it, what is left is the weight of another row.
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

extern CvRows *cv_rows_new(const CvRowsKind *kind, int width, int nparams, int64 capacity);
extern CvRows *cv_rows_get(Datum value);
extern CvRows *cv_rows_arg(FunctionCallInfo fcinfo, int argno, const CvRowsKind *kind);
extern CvRows *cv_rows_writable(FunctionCallInfo fcinfo, const CvRowsKind *kind, int width,
								const double *params, int nparams, int64 more);
extern int	cv_rows_integer(const CvRows *rows, int i, const char *name, int lowest, int highest);
extern void cv_rows_append(CvRows *rows, const double *row);
extern void cv_rows_sort(double *row, int64 nrows, int width);
extern int64 cv_rows_compact(double *row, int64 nrows, int width);
extern int64 cv_rows_gather(double *row, int64 nrows, int width);

/* What is wrong with a value that came in, or NULL: the check of the room it is of. */
typedef const char *(*CvRowsCheck) (const CvRows *rows);

extern Datum cv_rows_in(FunctionCallInfo fcinfo, const char *type, CvRowsCheck check);
extern Datum cv_rows_out(FunctionCallInfo fcinfo);
extern Datum cv_rows_recv(FunctionCallInfo fcinfo, const char *type, CvRowsCheck check);
extern Datum cv_rows_send(FunctionCallInfo fcinfo);

/* The four functions of a type that is such a value. */
#define CV_ROWS_TYPE(type, check, in, out, recv, send) \
	PG_FUNCTION_INFO_V1(in); \
	PG_FUNCTION_INFO_V1(out); \
	PG_FUNCTION_INFO_V1(recv); \
	PG_FUNCTION_INFO_V1(send); \
	Datum \
	in(PG_FUNCTION_ARGS) \
	{ \
		return cv_rows_in(fcinfo, type, check); \
	} \
	Datum \
	out(PG_FUNCTION_ARGS) \
	{ \
		return cv_rows_out(fcinfo); \
	} \
	Datum \
	recv(PG_FUNCTION_ARGS) \
	{ \
		return cv_rows_recv(fcinfo, type, check); \
	} \
	Datum \
	send(PG_FUNCTION_ARGS) \
	{ \
		return cv_rows_send(fcinfo); \
	}

#endif							/* CV_ROWS_H */
