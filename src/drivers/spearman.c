/*
 * spearman.c - do they rise together, in whatever way?
 *
 * Rank correlation (C. Spearman 1904): the correlation of ranks, equal values sharing the mean of
 * theirs.  The state is held_rows of kind spearman, 16 bytes a row, up to 512 MB.
 */
#include "drivers/kinds.h"

#include <math.h>

PG_FUNCTION_INFO_V1(spearman_add);

/*
 * spearman_add(held_rows, x float8, y float8) -> held_rows
 *
 * Transition function of spearman.  Errors: 22023 for NaN and infinity, 54000 beyond 512 MB.
 */
Datum
spearman_add(PG_FUNCTION_ARGS)
{
	double		row[2] = {cv_check_finite(PG_GETARG_FLOAT8(1), "x"), cv_check_finite(PG_GETARG_FLOAT8(2), "y")};
	CvRows	   *rows = cv_rows_writable(fcinfo, &cv_kind_spearman, 2, NULL, 0, 1);

	cv_rows_append(rows, row);
	PG_RETURN_POINTER(rows);
}

/*
 * Rows of two numbers, sorted by the first: make it twice its rank less n + 1 (so an integer around
 * 0), and swap the two.
 */
static void
rank_and_swap(double *row, int64 n)
{
	cv_rows_sort(row, n, 2);
	for (int64 first = 0, next; first < n; first = next)
	{
		double		value = row[2 * first];

		for (next = first; next < n && row[2 * next] == value; next++)
		{
			CV_BREATHE(next);
			row[2 * next] = row[2 * next + 1];
		}
		for (int64 i = first; i < next; i++)
			row[2 * i + 1] = (double) (first + next - n);
	}
}

PG_FUNCTION_INFO_V1(spearman_final);

/* spearman_final(held_rows) -> float8: -1 to 1; NULL below two rows and where x or y is constant. */
Datum
spearman_final(PG_FUNCTION_ARGS)
{
	CvRows	   *rows = cv_rows_arg(fcinfo, 0, &cv_kind_spearman);
	int64		n = rows->nrows;
	double	   *row = cv_alloc(2 * n * sizeof(double));
	double		xx = 0,
				xy = 0,
				yy = 0;

	memcpy(row, cv_rows_row(rows, 0), 2 * n * sizeof(double));
	rank_and_swap(row, n);		/* y, rank of x */
	rank_and_swap(row, n);		/* rank of x, rank of y */
	for (int64 i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		xx += row[2 * i] * row[2 * i];
		xy += row[2 * i] * row[2 * i + 1];
		yy += row[2 * i + 1] * row[2 * i + 1];
	}
	if (xx == 0 || yy == 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(xx == yy ? xy / xx : fmax(-1, fmin(1, xy / sqrt(xx) / sqrt(yy))));
}
