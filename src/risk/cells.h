/*
 * cells.h - how many rows each bin has: bin_summary, with non-events and events, and distribution_summary.
 */
#ifndef CV_RISK_CELLS_H
#define CV_RISK_CELLS_H

#include "pg/state.h"

#include "risk/core/bins.h"
#include "risk/counts.h"

/*
 *	+------+-----------------------------+------------------------------------------------------------+
 *	| head | count[cell_capacity][width] | by cuts:   double cut[ncuts]                               |
 *	|      | in units of risk/counts.h   | by labels: uint32 label_end[cell_capacity], labels, slots, |
 *	|      |                             | seed of the slots                                          |
 *	+------+-----------------------------+------------------------------------------------------------+
 *
 * Cuts rise; bin i is [cut i - 1, cut i).  Behind the bins of a bin_summary comes one for NULL.
 *
 * Labels: growing, capacities are powers of two, and slots are a hash table of cells; packed,
 * without spare room and slots, the labels are in the order of their bytes.  Equal rows are equal
 * bytes.
 */
typedef enum CvCellsForm
{
	CV_CELLS_NONE,				/* no rows yet: neutral */
	CV_CELLS_LABELS,
	CV_CELLS_CUTS
} CvCellsForm;

typedef struct CvCells
{
	int32		vl_len_;
	uint8		version;
	bool		growing;
	uint8		form;
	uint8		width;			/* counts of a cell: 2 of a bin_summary, 1 of a distribution_summary */
	uint32		ncells;
	uint32		cell_capacity;
	uint32		labels_length;
	uint32		labels_capacity;
} CvCells;

#define CV_CELLS_NO_CELL (-1)

extern const CvStateType cv_bin_type;
extern const CvStateType cv_distribution_type;

static inline cv_int128 *
cv_cell_units(const CvCells *s, int cell)
{
	return (cv_int128 *) (s + 1) + cell * s->width;
}

static inline double
cv_cell_count(const CvCells *s, int cell, int k)
{
	return cv_count_value(cv_cell_units(s, cell)[k]);
}

static inline double *
cv_cells_cuts(const CvCells *s)
{
	return (double *) cv_cell_units(s, s->cell_capacity);
}

/* Cuts of a value by cuts. */
static inline int
cv_cells_ncuts(const CvCells *s)
{
	return (int) s->ncells - s->width;
}

/* A bin as a table shows it. */
typedef struct CvCellName
{
	char	   *label;			/* NULL: the bin of NULL */
	double		low;			/* NaN: there is none */
	double		high;
} CvCellName;

extern CvCells *cv_cells_arg(FunctionCallInfo fcinfo, int argno, const CvStateType *type);
extern CvCells *cv_cells_new_by_cuts(const CvStateType *type, const double *cut, int n);
extern const double *cv_cuts_arg(FunctionCallInfo fcinfo, int argno, const char *name, int *n);
extern bool cv_cells_same_cuts(const CvCells *a, const CvCells *b);
extern int	cv_cells_find_label(const CvCells *packed, const char *label, int length);
extern int	cv_cells_bin_of(const double *cut, int n, double x);
extern const char *cv_cell_label(const CvCells *s, int cell, int *length);
extern CvCellName cv_cell_name(const CvCells *s, int cell);

#endif							/* CV_RISK_CELLS_H */
