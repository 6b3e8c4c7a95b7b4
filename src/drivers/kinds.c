/*
 * kinds.c - the rows of numbers that the drivers room keeps.
 */
#include "drivers/kinds.h"

const CvRowsKind cv_kind_ols = {5, "ols", "ols_summary", false, false, 0, -1};
const CvRowsKind cv_kind_logit = {6, "logit", "held_rows", true, true, 0, 0};
const CvRowsKind cv_kind_logit_model = {7, "logit", "logit_model", false, false, 0, -1};
const CvRowsKind cv_kind_spearman = {8, "spearman", "held_rows", true, false, 2, 0};

void
cv_drivers_register(void)
{
	cv_rows_register(&cv_kind_ols);
	cv_rows_register(&cv_kind_logit);
	cv_rows_register(&cv_kind_logit_model);
	cv_rows_register(&cv_kind_spearman);
}
