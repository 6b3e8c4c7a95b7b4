/*
 * ahp.c - how much does each indicator weigh, if one can only say which matters more?
 *
 * Analytic hierarchy process: a matrix of judgements says how many times as important
 * indicator i is as j; the weights are its principal eigenvector, and how far its
 * eigenvalue is above n tells how much the judgements contradict each other (T. L. Saaty,
 * "The Analytic Hierarchy Process", 1980).
 */
#include "pg/pg.h"

#include <math.h>

#include "catalog/pg_type.h"
#include "segment/core/ahp.h"
#include "utils/array.h"

static void
bad_matrix(const char *what)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("%s", what),
			 errhint("In a pairwise matrix a[i][j] says how many times as important i is as j: "
					 "'{{1,3},{0.3333,1}}'.")));
}

static void
check_judgement(double x, int i, int j)
{
	if (!isfinite(x) || x < 1e-9 || x > 1e9)
		bad_matrix(psprintf("pairwise[%d][%d] must be a number from 1e-9 to 1e9, not %s", i + 1, j + 1,
							cv_float8_text(x)));
}

/* The matrix of n * n judgements, checked; n is returned. */
static int
matrix_arg(FunctionCallInfo fcinfo, const double **a)
{
	ArrayType  *array = PG_GETARG_ARRAYTYPE_P(0);
	int			n = ARR_NDIM(array) == 2 ? ARR_DIMS(array)[0] : 0;

	if (n == 0 || ARR_DIMS(array)[1] != n || array_contains_nulls(array))
		bad_matrix(psprintf("pairwise must be a square two-dimensional array without NULL, not %s",
							cv_clip(cv_value_text(PointerGetDatum(array), FLOAT8ARRAYOID))));
	if (n > CV_AHP_MOST)
		bad_matrix(psprintf("pairwise can compare at most %d indicators, not %d", CV_AHP_MOST, n));
	*a = cv_float8_elements((struct varlena *) array);
	for (int i = 0; i < n; i++)
	{
		for (int j = 0; j <= i; j++)
		{
			double		x = (*a)[i * n + j];
			double		y = (*a)[j * n + i];

			check_judgement(x, i, j);
			check_judgement(y, j, i);
			/* A third may be written as 0.33. */
			if (fabs(x * y - 1) > 0.05)
				bad_matrix(psprintf("pairwise[%d][%d] is %s, but pairwise[%d][%d], its reciprocal, is %s",
									i + 1, j + 1, cv_float8_text(x), j + 1, i + 1, cv_float8_text(y)));
		}
	}
	return n;
}

PG_FUNCTION_INFO_V1(ahp_weights);

/*
 * ahp_weights(pairwise float8[]) -> float8[]
 *
 * One weight for each indicator; they add up to 1.  Errors: 22023 for what is not a square
 * matrix of positive numbers whose opposite elements are reciprocal, within 5 percent.
 */
Datum
ahp_weights(PG_FUNCTION_ARGS)
{
	const double *a;
	int			n = matrix_arg(fcinfo, &a);
	double		weight[CV_AHP_MOST];

	cv_principal_vector(a, n, weight);
	return cv_make_float8_array(weight, n);
}

PG_FUNCTION_INFO_V1(ahp_consistency);

/*
 * ahp_consistency(pairwise float8[]) -> float8
 *
 * Consistency ratio: (eigenvalue - n) / (n - 1) over its mean in random matrices; up to
 * 0.1 is usually accepted, 0 is without contradiction (and always so for two).  Errors: as
 * ahp_weights.
 */
Datum
ahp_consistency(PG_FUNCTION_ARGS)
{
	const double *a;
	int			n = matrix_arg(fcinfo, &a);
	double		weight[CV_AHP_MOST];
	double		eigenvalue = cv_principal_vector(a, n, weight);

	PG_RETURN_FLOAT8(cv_consistency_ratio(eigenvalue, n));
}
