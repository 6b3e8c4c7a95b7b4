/*
 * cells.h - exact sums in numbered cells: what survival_summary, logrank_summary, incidence_summary and
 * cohort_summary are made of.
 *
 *	+------+----------------------------------------------------------------
 *	| head | growing: names' ends, names' slots, seed, cells, cells' slots, names' bytes
 *	+------+----------------------------------------------------------------
 *	| head | packed:  names' ends, names' bytes, cells in bytes of seven bits
 *	+------+----------------------------------------------------------------
 *
 * A cell is found by two numbers: the series that it belongs to, which may have a name, and its place in it, such
 * as a time.  It has up to three sums, kept times 10000^groups; no sum of absolute values needs more than 36 digits.
 * While it grows the value finds cells and names by hash tables.  Packed, names are in order of their bytes and cells
 * in order of series and place, each as the distance from the one before, and groups is as small as it can be: equal
 * rows give equal bytes, in whatever order and however split and merged.  A packed cell takes about 12 bytes, a
 * growing one 72.
 */
#ifndef CV_CELLS_H
#define CV_CELLS_H

#include "pg/decimal.h"
#include "pg/names.h"
#include "pg/state.h"

#define CV_CELL_SUMS 3
#define CV_CELLS_GROUPS 8			/* most groups of decimals */
#define CV_CELLS_PARAMS 3

typedef struct CvCell
{
	uint64		series;
	uint64		place;
	cv_int128	sum[CV_CELL_SUMS];
} CvCell;

/* What a series may be called. */
typedef struct CvLabel
{
	const char *stratum;
	int			stratum_length;
	const char *group;
	int			group_length;
} CvLabel;

typedef struct CvCells
{
	int32		vl_len_;
	uint8		version;
	uint8		kind;			/* CvCellsKind */
	bool		growing;
	bool		has_params;
	int32		groups;
	uint32		ncells;
	uint32		capacity;		/* growing: cells that have room; packed: bytes of cells */
	uint32		nnames;
	uint32		name_capacity;
	uint32		bytes_length;	/* of names */
	uint32		bytes_capacity;
	uint32		unused;
	int64		param[CV_CELLS_PARAMS]; /* one for all rows, once it has some */
	cv_int128	volume;			/* sum of absolute values */
} CvCells;

typedef enum CvCellsKind
{
	CV_CELLS_SURVIVAL,
	CV_CELLS_LOGRANK,
	CV_CELLS_INCIDENCE,
	CV_CELLS_COHORT
} CvCellsKind;

/* The value at work: names and cells in order. */
typedef struct CvCellsView
{
	CvNames		names;
	int64		n;
	CvCell	   *cell;
	int			groups;
	double		scale;			/* sums are numbers times this */
	bool		has_params;
	int64		param[CV_CELLS_PARAMS];
} CvCellsView;

/* What is wrong with a value that came in, or NULL. */
typedef const char *(*CvCellsCheck) (const CvCellsView *view);

typedef struct CvCellsType
{
	CvStateType state;
	CvCellsKind kind;
	CvCellsCheck check;
	const char *too_large;		/* hint */
	const char *params;			/* hint where they differ */
} CvCellsType;

extern const CvCellsType cv_survival_type;
extern const CvCellsType cv_logrank_type;
extern const CvCellsType cv_incidence_type;
extern const CvCellsType cv_cohort_type;

extern CvCells *cv_cells_get(Datum value, const CvCellsType *type);
extern CvCells *cv_cells_new(const CvCellsType *type);
extern CvCells *cv_cells_writable(FunctionCallInfo fcinfo, const CvCellsType *type);
extern Datum cv_cells_return(FunctionCallInfo fcinfo, CvCells *s);
extern Datum cv_cells_merge(FunctionCallInfo fcinfo, const CvCellsType *type);
extern void *cv_cells_pack(void *value);
extern bool cv_cells_fits(const void *value);
extern CvCellsView cv_cells_view(const CvCells *s);

extern CvLabel cv_cells_label(const CvNames *names, uint32 i);
extern uint64 cv_cells_labelled(CvCells **s, const CvLabel *label);
extern CvCell *cv_cells_find(CvCells **s, uint64 series, uint64 place);
extern void cv_cells_set_params(CvCells *s, const int64 *param);

/* Amounts are given as units of 10000^-groups, which the value must have: cv_cells_refine makes it so. */
extern cv_int128 cv_cells_units(CvCells *s, const CvDecimal *x);
extern void cv_cells_refine(CvCells *s, int groups);
extern void cv_cells_add(CvCells *s, CvCell *cell, int i, cv_int128 units);
extern cv_int128 cv_cells_one(const CvCells *s);

/* What units of 10000^-groups are times, to be units of the value; and such a product. */
extern cv_int128 cv_cells_factor(const CvCells *s, int groups);
extern cv_int128 cv_cells_rescale(const CvCells *s, cv_int128 units, cv_int128 factor);

/* Binary form; and what is wrong with a growing value that was read from text, or NULL. */
extern Datum cv_cells_send(FunctionCallInfo fcinfo, const CvCellsType *type);
extern Datum cv_cells_recv(FunctionCallInfo fcinfo, const CvCellsType *type);
extern const char *cv_cells_complaint(const CvCells *s);

/* The functions of a type of cells, with those that read and print its text form. */
#define CV_CELLS_TYPE(type, read, print, in, out, recv, send, merge, pack) \
	PG_FUNCTION_INFO_V1(in); \
	PG_FUNCTION_INFO_V1(out); \
	PG_FUNCTION_INFO_V1(recv); \
	PG_FUNCTION_INFO_V1(send); \
	PG_FUNCTION_INFO_V1(merge); \
	PG_FUNCTION_INFO_V1(pack); \
	Datum \
	in(PG_FUNCTION_ARGS) \
	{ \
		return read(fcinfo, &type); \
	} \
	Datum \
	out(PG_FUNCTION_ARGS) \
	{ \
		return print(fcinfo, &type); \
	} \
	Datum \
	recv(PG_FUNCTION_ARGS) \
	{ \
		return cv_cells_recv(fcinfo, &type); \
	} \
	Datum \
	send(PG_FUNCTION_ARGS) \
	{ \
		return cv_cells_send(fcinfo, &type); \
	} \
	Datum \
	merge(PG_FUNCTION_ARGS) \
	{ \
		return cv_cells_merge(fcinfo, &type); \
	} \
	Datum \
	pack(PG_FUNCTION_ARGS) \
	{ \
		PG_RETURN_POINTER(cv_cells_pack(cv_cells_get(PG_GETARG_DATUM(0), &type))); \
	}

#endif							/* CV_CELLS_H */
