/*
 * kinds.c - the rows of numbers that the clv room keeps.
 */
#include "clv/kinds.h"

const CvRowsKind cv_kind_purchases = {9, "purchases", "held_rows", true, true, 4, 0};
const CvRowsKind cv_kind_spend = {10, "spend", "held_rows", true, true, 3, 0};
const CvRowsKind cv_kind_occasions = {18, "occasions", "held_rows", true, true, 4, 0};
const CvRowsKind cv_kind_contracts = {19, "contracts", "held_rows", true, true, 3, 0};
const CvRowsKind cv_kind_covariates = {20, "covariates", "held_rows", true, true, 0, 1};

/* Models, one kind a family. */
static CvRowsKind model_kinds[CV_FAMILIES];

const CvRowsKind *
cv_kind_of_family(CvFamily family)
{
	return &model_kinds[family];
}

int
cv_family_of_kind(int number)
{
	for (int family = 0; family < CV_FAMILIES; family++)
	{
		if (cv_family[family].stored == number)
			return family;
	}
	return -1;
}

void
cv_clv_register(void)
{
	for (int family = 0; family < CV_FAMILIES; family++)
	{
		model_kinds[family] = (CvRowsKind) {cv_family[family].stored, cv_family[family].name, "clv_model", false, false, 0, -1};
		cv_rows_register(&model_kinds[family]);
	}
	cv_rows_register(&cv_kind_purchases);
	cv_rows_register(&cv_kind_spend);
	cv_rows_register(&cv_kind_occasions);
	cv_rows_register(&cv_kind_contracts);
	cv_rows_register(&cv_kind_covariates);
}
