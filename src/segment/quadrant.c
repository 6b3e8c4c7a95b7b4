/*
 * quadrant.c - which of the four fields of a value-by-potential matrix is a customer in?
 */
#include "pg/window.h"
#include "segment/scores.h"

#include "catalog/pg_type.h"
#include "utils/array.h"

/* The label of the field: of x and y high, only y, neither, only x. */
static Datum
label_of(Datum labels, bool x_high, bool y_high)
{
	ArrayType  *array = DatumGetArrayTypeP(labels);
	int			field = y_high ? (x_high ? 0 : 1) : (x_high ? 3 : 2);
	Datum	   *values;
	bool	   *nulls;
	int			n;

	deconstruct_array(array, TEXTOID, -1, false, TYPALIGN_INT, &values, &nulls, &n);
	if (n != 4 || array_contains_nulls(array))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("labels must be four texts, not %d%s", n, n == 4 ? " with NULL among them" : ""),
				 errhint("Their order is: x and y high, only y high, neither high, only x high.")));
	return values[field];
}

PG_FUNCTION_INFO_V1(quadrant);

/*
 * quadrant(x float8, y float8, x_cut float8, y_cut float8, labels text[]) -> text
 *
 * The label of the field: labels[1] where x and y are high, [2] where only y is, [3]
 * where neither is, [4] where only x is.  A value at its cut is high.  Errors: 22023 for
 * NaN or infinity and for labels that are not four texts.
 */
Datum
quadrant(PG_FUNCTION_ARGS)
{
	bool		x_high = cv_check_finite(PG_GETARG_FLOAT8(0), "x") >= cv_check_finite(PG_GETARG_FLOAT8(2), "x_cut");
	bool		y_high = cv_check_finite(PG_GETARG_FLOAT8(1), "y") >= cv_check_finite(PG_GETARG_FLOAT8(3), "y_cut");

	return label_of(PG_GETARG_DATUM(4), x_high, y_high);
}

typedef struct Partition
{
	bool		ready;
	CvParameter share;
	CvParameter labels;
	CvColumns	columns;
	double		least[2];		/* the lowest values that are high */
} Partition;

/* The lowest value that fewer than share * n others exceed; all are low when share is 0. */
static double
least_high(const CvColumns *columns, int column, double share)
{
	double	   *sorted = cv_alloc(columns->kept * sizeof(double));
	double		limit = share * (double) columns->kept;
	int64		n = 0;
	double		least;

	for (int64 i = 0; i < columns->n; i++)
	{
		if (!columns->left_out[i])
			sorted[n++] = columns->value[column][i];
	}
	cv_sort_doubles(sorted, n);
	/* 0.07 * 100 is 7, though not in binary. */
	if (fabs(limit - rint(limit)) <= 1e-12 * limit)
		limit = rint(limit);
	least = limit > 0 ? sorted[n - (int64) ceil(limit)] : INFINITY;
	pfree(sorted);
	return least;
}

PG_FUNCTION_INFO_V1(quadrant_by_rank);

/*
 * quadrant_by_rank(x float8, y float8, share float8, labels text[]) OVER (...) -> text
 *
 * As quadrant, where the top share of the partition's rows is high on each axis: a value is
 * high when fewer than share * rows exceed it, so equal values are high together.  NULL
 * where x or y is NULL; such rows do not count.  Errors: 22023 for NaN and infinity, a share
 * off 0 to 1, labels that are not four texts, and parameters that change.
 */
Datum
quadrant_by_rank(PG_FUNCTION_ARGS)
{
	static const char *const names[] = {"x", "y"};
	WindowObject winobj = cv_window_object(fcinfo);
	Partition  *part = WinGetPartitionLocalMemory(winobj, sizeof(Partition));
	bool		given = cv_window_parameter(fcinfo, 2, "share", &part->share);
	int64		i = WinGetCurrentPosition(winobj);

	if (!cv_window_parameter(fcinfo, 3, "labels", &part->labels) || !given)
		PG_RETURN_NULL();
	if (!part->ready)
	{
		double		share = cv_check_finite(DatumGetFloat8(part->share.value), "share");

		if (share < 0 || share > 1)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("share must be from 0 to 1, not %s", cv_float8_text(share)),
					 errhint("0.5 makes the top half of each axis high.")));
		cv_window_columns(winobj, 2, names, cv_number_float8, GetMemoryChunkContext(part), &part->columns);
		for (int k = 0; k < 2 && part->columns.kept > 0; k++)
			part->least[k] = least_high(&part->columns, k, share);
		part->ready = true;
	}
	if (part->columns.left_out[i])
		PG_RETURN_NULL();
	return label_of(part->labels.value, part->columns.value[0][i] >= part->least[0],
					part->columns.value[1][i] >= part->least[1]);
}
