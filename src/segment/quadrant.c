/*
 * quadrant.c - which of the four fields of a value-by-potential matrix is a customer in?
 */
#include "pg/pg.h"

#include "catalog/pg_type.h"
#include "utils/array.h"

enum
{
	HIGH_HIGH,
	LOW_HIGH,
	LOW_LOW,
	HIGH_LOW
};

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
	ArrayType  *labels = PG_GETARG_ARRAYTYPE_P(4);
	int			field = y_high ? (x_high ? HIGH_HIGH : LOW_HIGH) : (x_high ? HIGH_LOW : LOW_LOW);
	Datum	   *values;
	bool	   *nulls;
	int			n;

	deconstruct_array(labels, TEXTOID, -1, false, TYPALIGN_INT, &values, &nulls, &n);
	if (n != 4 || array_contains_nulls(labels))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("labels must be four texts, not %d%s", n, n == 4 ? " with NULL among them" : ""),
				 errhint("Their order is: x and y high, only y high, neither high, only x high.")));
	PG_RETURN_DATUM(values[field]);
}
