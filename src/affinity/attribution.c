/*
 * attribution.c - attribution_weight: how much of the credit for an order does each touch before it deserve?
 *
 * Rules of the trade.  Weights are drivers for abc_allocate, which makes of them parts of the revenue, or of a
 * campaign's cost, that add up to the cent.  Which rule is right cannot be told from them; markov_attribution asks
 * the data.
 */
#include "pg/pg.h"

static const char *const models[] = {"first", "last", "linear", "position_based", NULL};

/* 40 % to the first and the last touch, 20 % to those between; half each where there are none. */
static double
position_based(int64 touch, int64 touches)
{
	bool		end = touch == 1 || touch == touches;

	if (touches == 1)
		return 1;
	if (touches == 2)
		return 0.5;
	return end ? 0.4 : 0.2 / ((double) touches - 2);
}

PG_FUNCTION_INFO_V1(attribution_weight);

/*
 * attribution_weight(touch bigint, touches bigint, model text) -> float8
 *
 * The share of touch number touch, from 1, of as many as there were before the order: 'first', 'last', 'linear' or
 * 'position_based' (40-20-40).  All shares of an order add up to 1.  Errors: 22023 for a touch outside 1 to touches
 * and another model.
 */
Datum
attribution_weight(PG_FUNCTION_ARGS)
{
	int64		touch = PG_GETARG_INT64(0);
	int64		touches = PG_GETARG_INT64(1);
	int			model = cv_choice_arg(fcinfo, 2, "model", models);
	double		weight[] = {touch == 1, touch == touches, 1 / (double) touches, position_based(touch, touches)};

	if (touch < 1 || touch > touches)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("touch must be from 1 to touches, not " INT64_FORMAT " of " INT64_FORMAT, touch, touches),
				 errhint("Use row_number() and count(*) over the touches before the order.")));
	PG_RETURN_FLOAT8(weight[model]);
}

PG_FUNCTION_INFO_V1(attribution_weight_decay);

/*
 * attribution_weight(days_before float8, half_life float8) -> float8
 *
 * 2 ^ (-days_before / half_life): a touch half_life earlier has half the weight.  Errors: 22023 for a negative number
 * of days and a half-life that is not above 0.
 */
Datum
attribution_weight_decay(PG_FUNCTION_ARGS)
{
	double		days = cv_check_not_negative(PG_GETARG_FLOAT8(0), "days_before");
	double		half_life = cv_check_finite(PG_GETARG_FLOAT8(1), "half_life");

	if (half_life <= 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("half_life must be above 0, not %s", cv_float8_text(half_life)),
				 errhint("It is the number of days after which a touch counts half.")));
	PG_RETURN_FLOAT8(exp2(-days / half_life));
}
