/*
 * receivers.c - where cost ends: solved, and rounded once, by largest remainder.
 */
#include "costing/receivers.h"

#include "num/select.h"

/*
 * A solution counts as exact to this part of a unit: finer differences are no tie-breaker
 * but noise.
 */
#define GRAINS_PER_UNIT 1000000000
#define GRAIN_BITS 30

/*
 * A solution whose error could be a quarter of a unit is refused, and one whose error could be half a grain where
 * that may decide who gets a unit.
 */
#define ERROR_LIMIT 0.25

/* Solve for the cost in x; false when all errors together may be more than this many units. */
bool
cv_cost_is_solved(CvCostModel *model, CvDD *x, double most)
{
	return cv_flow_solve(&model->flow, x, &model->error) && model->error <= most;
}

void
cv_cost_refuse_inexact(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
			 errmsg("cost flow cannot be solved exactly: hardly any cost leaves a cycle of nodes"),
			 errhint("Look for cycles whose drivers to the outside are tiny, or use method 'step'.")));
}

cv_int128
cv_cost_grains(CvDD amount)
{
	return cv_dd_round(cv_dd_multiply(amount, cv_dd_from_double(GRAINS_PER_UNIT)));
}

Datum
cv_cost_units_datum(int64 units, int scale)
{
	return NumericGetDatum(cv_numeric_from_u64(units < 0, units < 0 ? -(uint64) units : (uint64) units, scale));
}

typedef struct Rounding
{
	const cv_int128 *grains;
	cv_int128	sign;
} Rounding;

/* Fraction of a unit of one amount, in grains; false for 0, which gets nothing. */
static bool
fraction_key(const void *arg, int64 i, uint64 *key)
{
	const Rounding *rounding = arg;
	cv_int128	rest = rounding->sign * rounding->grains[i] % GRAINS_PER_UNIT;

	*key = (uint64) (rest < 0 ? rest + GRAINS_PER_UNIT : rest);
	return rounding->grains[i] != 0;
}

/*
 * Could an error of the amounts, in units, have changed who gets one more?  Amounts are rounded by
 * the largest remainder exactly when what they lose and what they gain by it differ by no more than
 * a unit, and for no other rounding where they differ by less.
 */
static bool
may_be_wrong(const cv_int128 *grains, int64 n, const int64 *units, double error)
{
	cv_int128	lowest = 0;
	cv_int128	highest = 0;

	if (error * GRAINS_PER_UNIT < 0.5)
		return false;
	for (int64 i = 0; i < n; i++)
	{
		cv_int128	above = grains[i] - (cv_int128) units[i] * GRAINS_PER_UNIT;

		CV_BREATHE(i);
		lowest = Min(lowest, above);
		highest = Max(highest, above);
	}
	return (double) (highest - lowest) >= GRAINS_PER_UNIT * (1 - 2 * error) - 1;
}

/*
 * Round n exact amounts, given in grains, to units that add up to total: floors first,
 * then a unit each to the largest fractions, the earlier name first where they are equal.
 * A negative total is the mirror image.  False where an error that the amounts may have would
 * show.
 */
bool
cv_cost_round_amounts(const cv_int128 *grains, int64 n, int64 total, double error, int64 *units)
{
	Rounding	rounding = {grains, total < 0 ? -1 : 1};
	int64		left = total < 0 ? -total : total;
	uint64		threshold = UINT64_MAX;
	int64		take = 0;
	int64		receivers = 0;

	for (int64 i = 0; i < n; i++)
	{
		cv_int128	amount = rounding.sign * grains[i];
		uint64		fraction;

		CV_BREATHE(i);
		receivers += fraction_key(&rounding, i, &fraction);
		units[i] = (int64) ((amount - (cv_int128) fraction) / GRAINS_PER_UNIT);
		left -= units[i];
	}
	if (left < 0 || left > receivers)
		return false;
	if (left > 0)
		threshold = cv_select(fraction_key, &rounding, n, left, GRAIN_BITS, &take);
	for (int64 i = 0; i < n; i++)
	{
		uint64		fraction;

		CV_BREATHE(i);
		if (fraction_key(&rounding, i, &fraction) && left > 0 &&
			(fraction > threshold || (fraction == threshold && take-- > 0)))
			units[i]++;
		units[i] *= (int64) rounding.sign;
	}
	return !may_be_wrong(grains, n, units, error);
}

CvReceivers
cv_receivers_new(const CvCostModel *model)
{
	CvReceivers	r;

	r.x = cv_alloc(model->n * sizeof(CvDD));
	r.n = 0;
	r.node = cv_alloc(model->n * sizeof(int));
	r.grains = cv_alloc(model->n * sizeof(cv_int128));
	r.units = cv_alloc(model->n * sizeof(int64));
	return r;
}

/*
 * Let the cost in x flow to all nodes that keep cost, or to those that get some; false where that
 * cannot be solved exactly.
 */
bool
cv_cost_receive(CvCostModel *model, CvReceivers *r, bool all)
{
	if (!cv_cost_is_solved(model, r->x, ERROR_LIMIT))
		return false;
	r->n = 0;
	for (int v = 0; v < model->n; v++)
	{
		CV_BREATHE(v);
		if (!model->sink[v] || (!all && r->x[v].hi == 0))
			continue;
		r->node[r->n] = v;
		r->grains[r->n++] = cv_cost_grains(r->x[v]);
	}
	return true;
}

/* The nodes' own cost to their x; all of it. */
int64
cv_cost_put_cost(const CvCostModel *model, CvDD *x)
{
	int64		total = 0;

	for (int v = 0; v < model->n; v++)
	{
		CV_BREATHE(v);
		x[v] = cv_dd_from_int(model->own[v]);
		total += model->own[v];
	}
	return total;
}

/* Let all cost flow, and round what arrives; false where that is not exact. */
bool
cv_cost_receive_all(CvCostModel *model, CvReceivers *r)
{
	int64		total = cv_cost_put_cost(model, r->x);

	return cv_cost_receive(model, r, true) && cv_cost_round_amounts(r->grains, r->n, total, model->error, r->units);
}
