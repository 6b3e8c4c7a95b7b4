/*
 * kinds.c - the rows of numbers that the risk room keeps.
 */
#include "risk/kinds.h"

const CvRowsKind cv_kind_auc_pair = {120, "pair", "auc_pair", true, true, 4, 0};

void
cv_risk_register(void)
{
	cv_rows_register(&cv_kind_auc_pair);
}
