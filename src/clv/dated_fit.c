/*
 * dated_fit.c - fits of purchase histories, which know what x and t_x are, and the unit of time of a model.
 */
#include "clv/history.h"
#include "clv/model.h"

#include "clv/core/cnbd.h"

/* Of a customer who first bought later: not in the fit. */
#define NOT_YET {0, 0, -1, 1}

#define UNIT_FUNCTION(name, add, unit) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		return add(fcinfo, unit); \
	}

/*
 * purchases_add(held_rows, history purchase_history, as_of date [, unit text or interval]) -> held_rows
 *
 * Transition function of bgnbd_fit and its like: a customer more, as they were known at the end of the day as_of, in
 * weeks unless there is a unit.  One who first bought after it is left out, and counted.  Errors: 22023 for an infinite
 * date, another unit, and units that change.
 */
static Datum
add_history(FunctionCallInfo fcinfo, double unit)
{
	CvRows	   *rows = cv_rows_writable(fcinfo, &cv_kind_dated_purchases, 4, &unit, 1, 1);
	double		row[4] = NOT_YET;
	CvKnown		known;

	if (cv_known_at(fcinfo, 1, &known))
		cv_known_row(&known, unit, row);
	cv_rows_append(rows, row);
	PG_RETURN_POINTER(rows);
}

UNIT_FUNCTION(purchases_add_history, add_history, CV_DAYS_OF_WEEK)
UNIT_FUNCTION(purchases_add_history_text, add_history, cv_time_unit_arg(fcinfo, 3, false))
UNIT_FUNCTION(purchases_add_history_interval, add_history, cv_time_unit_arg(fcinfo, 3, true))

/*
 * gaps_add(held_rows, history purchase_history, as_of date [, unit text or interval [, k integer]]) -> held_rows
 *
 * Transition function of mbgcnbd_fit: a customer more, and the days between their purchases.  Errors: as purchases_add,
 * and 22023 for k outside 1 to 12.
 */
static Datum
add_gaps(FunctionCallInfo fcinfo, double unit)
{
	int			k = PG_NARGS() > 4 ? PG_GETARG_INT32(4) : 0;
	double		row[4] = NOT_YET;
	DateADT    *day;
	int			n = cv_purchase_days(fcinfo, 1, &day);
	CvRows	   *rows;

	if (PG_NARGS() > 4 && (k < 1 || k > CV_MOST_K))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("k must be from 1 to %d, not %d", CV_MOST_K, k),
				 errhint("Without k the fit chooses it.")));
	rows = cv_rows_writable(fcinfo, &cv_kind_gaps, 4, (double[2]) {unit, k}, 2, n + 1);
	if (n > 0)
	{
		CvKnown		known = {.x = n - 1, .first = day[0], .last = day[n - 1], .as_of = PG_GETARG_DATEADT(2)};

		cv_known_row(&known, unit, row);
	}
	cv_rows_append(rows, row);
	for (int i = 1; i < n; i++)
		cv_rows_append(rows, (double[4]) {-1, day[i] - day[i - 1], 0, 1});
	PG_RETURN_POINTER(rows);
}

UNIT_FUNCTION(gaps_add, add_gaps, CV_DAYS_OF_WEEK)
UNIT_FUNCTION(gaps_add_text, add_gaps, cv_time_unit_arg(fcinfo, 3, false))
UNIT_FUNCTION(gaps_add_interval, add_gaps, cv_time_unit_arg(fcinfo, 3, true))

/*
 * refit_add(held_rows, start clv_model, history purchase_history, as_of date [, unit text or interval]) -> held_rows
 *
 * Transition function of bgnbd_refit and its like: as purchases_add, with a model at which the search starts also.  One
 * without estimates is none.  Errors: as purchases_add, and 22023 for a model of something else, with covariates or
 * with a season, and models that change.
 */
static Datum
add_refit(FunctionCallInfo fcinfo, double unit)
{
	CvModel		m = cv_model_of(fcinfo, 1, CV_OF_PURCHASES);
	double		params[2 + CV_FAMILY_MOST] = {unit, m.rows->kind};
	int			nparams = 2 + (cv_model_has_estimates(&m) ? m.family->n : 0);
	double		row[4] = NOT_YET;
	CvKnown		known;
	CvRows	   *rows;

	if (m.family->form != CV_ROWS_TIMED || m.family->every > 0 || m.more.number[CV_MORE_SEASON] > 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("start must be a model of purchases in time without a season, not %s", m.family->name),
				 errhint("It is one that the same fit gave before, as bgnbd_fit(history, as_of).")));
	memcpy(params + 2, m.parameter, (nparams - 2) * sizeof(double));
	rows = cv_rows_writable(fcinfo, &cv_kind_refit, 4, params, nparams, 1);
	if (cv_known_at(fcinfo, 2, &known))
		cv_known_row(&known, unit, row);
	cv_rows_append(rows, row);
	PG_RETURN_POINTER(rows);
}

UNIT_FUNCTION(refit_add, add_refit, CV_DAYS_OF_WEEK)
UNIT_FUNCTION(refit_add_text, add_refit, cv_time_unit_arg(fcinfo, 4, false))
UNIT_FUNCTION(refit_add_interval, add_refit, cv_time_unit_arg(fcinfo, 4, true))

PG_FUNCTION_INFO_V1(spend_add_history);

/*
 * spend_add(held_rows, history purchase_history, as_of date) -> held_rows
 *
 * Transition function of gammagamma_fit: a customer more, as they were known at the end of the day as_of.  One without
 * repeat purchases until then is ignored, and one whose mean is 0 or below is left out, as in spend_add of columns.
 * Errors: 22023 for a history of profit.
 */
Datum
spend_add_history(PG_FUNCTION_ARGS)
{
	CvRows	   *rows;
	CvKnown		known;
	double		row[3] = {1, 0, 1};

	if (cv_history_is_profit(fcinfo, 1))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the gamma-gamma model is one of amounts above 0, and a history of profit has others"),
				 errhint("normal_spend_fit(history, as_of) is for profit.")));
	if (!cv_known_at(fcinfo, 1, &known) || known.x == 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	if (known.mean_spend > 0)
	{
		row[0] = known.x;
		row[1] = known.mean_spend;
	}
	rows = cv_rows_writable(fcinfo, &cv_kind_spend, 3, NULL, 0, 1);
	cv_rows_append(rows, row);
	PG_RETURN_POINTER(rows);
}

PG_FUNCTION_INFO_V1(means_add_history);

/*
 * means_add(held_rows, history purchase_history, as_of date) -> held_rows
 *
 * Transition function of normal_spend_fit: a customer more, with the mean profit, or amount, of their purchases after
 * the first, as in clv_summary.  One without repeat purchases until then is ignored.
 */
Datum
means_add_history(PG_FUNCTION_ARGS)
{
	CvRows	   *rows;
	CvKnown		known;

	if (!cv_known_at(fcinfo, 1, &known) || known.x == 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	rows = cv_rows_writable(fcinfo, &cv_kind_means, 3, NULL, 0, 1);
	cv_rows_append(rows, (double[3]) {known.x, known.mean_spend + 0.0, 1});
	PG_RETURN_POINTER(rows);
}

/*
 * with_unit(model clv_model, unit text or interval) -> clv_model
 *
 * The model, fitted to bare numbers of this unit of time, so that it can be asked of histories.  Errors: 22023 for a
 * model that has another unit, one of spend, contracts or occasions, and another unit than clv_summary knows.
 */
static Datum
set_unit(FunctionCallInfo fcinfo, bool is_interval)
{
	CvModel		m = cv_model_arg(fcinfo, 0);
	double		unit = cv_time_unit_arg(fcinfo, 1, is_interval);
	double		known = m.more.number[CV_MORE_UNIT];

	if (m.family->form != CV_ROWS_TIMED)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("model must be one of purchases in time, not %s", m.family->name),
				 errhint("A unit of time is that of the t_x and t of bgnbd_fit and its like.")));
	if (known > 0 && known != unit)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("model has a unit of %s days, not %s", cv_float8_text(known), cv_float8_text(unit)),
				 errhint("Its parameters are in that unit; fit it anew for another.")));
	m.more.number[CV_MORE_UNIT] = unit;
	PG_RETURN_POINTER(cv_model_with(&m));
}

PG_FUNCTION_INFO_V1(with_unit_text);
PG_FUNCTION_INFO_V1(with_unit_interval);

Datum
with_unit_text(PG_FUNCTION_ARGS)
{
	return set_unit(fcinfo, false);
}

Datum
with_unit_interval(PG_FUNCTION_ARGS)
{
	return set_unit(fcinfo, true);
}
