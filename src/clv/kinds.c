/*
 * kinds.c - the rows of numbers that the clv room keeps.
 */
#include "clv/kinds.h"

enum
{
	PURCHASES = 9,
	SPEND = 10,
	OCCASIONS = 18,
	CONTRACTS = 19,
	COVARIATES = 20,
	DATED_PURCHASES = 30,
	REFIT = 35,
	MEANS = 36,
	SEASON = 37,
	SEASON_PURCHASES = 38,
	GAPS = 39
};

const CvRowsKind cv_kind_purchases = {PURCHASES, "purchases", "held_rows", true, true, 4, 0};
const CvRowsKind cv_kind_spend = {SPEND, "spend", "held_rows", true, true, 3, 0};
const CvRowsKind cv_kind_means = {MEANS, "means", "held_rows", true, true, 3, 0};
const CvRowsKind cv_kind_occasions = {OCCASIONS, "occasions", "held_rows", true, true, 4, 0};
const CvRowsKind cv_kind_contracts = {CONTRACTS, "contracts", "held_rows", true, true, 3, 0};
const CvRowsKind cv_kind_dated_purchases = {DATED_PURCHASES, "dated_purchases", "held_rows", true, true, 4, 1};
const CvRowsKind cv_kind_season_purchases = {SEASON_PURCHASES, "season_purchases", "held_rows", true, true, 4, -1};
const CvRowsKind cv_kind_gaps = {GAPS, "gaps", "held_rows", true, true, 4, 2};
const CvRowsKind cv_kind_refit = {REFIT, "refit", "held_rows", true, true, 4, -1};
const CvRowsKind cv_kind_season = {SEASON, "season", "held_rows", true, true, 4, 1};
const CvRowsKind cv_kind_covariates = {COVARIATES, "covariates", "held_rows", true, true, 0, 1};

/* Models, one kind a family; their names are the families'. */
#define MODEL_KIND(record, final, stored) \
	{stored, NULL, "clv_model", false, false, 0, -1},
static CvRowsKind model_kinds[] = {CV_FAMILIES(MODEL_KIND)};

/* Does not compile where two kinds have one number. */
#define ONE_NUMBER(record, final, stored) \
	case stored:
static inline bool
is_known(int number)
{
	switch (number)
	{
		CV_FAMILIES(ONE_NUMBER)
		case PURCHASES:
		case SPEND:
		case OCCASIONS:
		case CONTRACTS:
		case COVARIATES:
		case MEANS:
		case SEASON:
		case SEASON_PURCHASES:
		case GAPS:
		case REFIT:
		case DATED_PURCHASES:
			return true;
		default:
			return false;
	}
}

const CvRowsKind *
cv_kind_of_rows(CvFamily family)
{
	if (family->every > 0)
		return &cv_kind_gaps;
	switch (family->form)
	{
		case CV_ROWS_SPENDING:
			return &cv_kind_spend;
		case CV_ROWS_MEANS:
			return &cv_kind_means;
		case CV_ROWS_OCCASIONS:
			return &cv_kind_occasions;
		case CV_ROWS_CONTRACTS:
			return &cv_kind_contracts;
		default:
			return &cv_kind_purchases;
	}
}

const CvRowsKind *
cv_kind_of_models(CvFamily family)
{
	for (int i = 0; i < (int) lengthof(model_kinds); i++)
	{
		/* A family has a record for each k. */
		if (strcmp(cv_families[i]->name, family->name) == 0)
			return &model_kinds[i];
	}
	return NULL;
}

CvFamily
cv_family_of_kind(int number)
{
	for (int i = 0; i < (int) lengthof(model_kinds); i++)
	{
		if (model_kinds[i].number == number)
			return cv_families[i];
	}
	return NULL;
}

void
cv_clv_register(void)
{
	for (int i = 0; i < (int) lengthof(model_kinds); i++)
	{
		model_kinds[i].name = cv_families[i]->name;
		Assert(is_known(model_kinds[i].number));
		cv_rows_register(&model_kinds[i]);
	}
	cv_rows_register(&cv_kind_purchases);
	cv_rows_register(&cv_kind_spend);
	cv_rows_register(&cv_kind_means);
	cv_rows_register(&cv_kind_season);
	cv_rows_register(&cv_kind_refit);
	cv_rows_register(&cv_kind_gaps);
	cv_rows_register(&cv_kind_season_purchases);
	cv_rows_register(&cv_kind_occasions);
	cv_rows_register(&cv_kind_contracts);
	cv_rows_register(&cv_kind_covariates);
	cv_rows_register(&cv_kind_dated_purchases);
}
