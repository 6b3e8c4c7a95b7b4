/*
 * kinds.c - the rows of numbers that the retention room keeps.
 */
#include "retention/kinds.h"

const CvRowsKind cv_kind_cox = {40, "cox", "held_rows", true, true, 0, 1};
const CvRowsKind cv_kind_cox_model = {41, "cox", "cox_model", false, false, 0, -1};

void
cv_retention_register(void)
{
	cv_rows_register(&cv_kind_cox);
	cv_rows_register(&cv_kind_cox_model);
}
