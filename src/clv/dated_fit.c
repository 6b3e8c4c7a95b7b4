/*
 * dated_fit.c - fits of purchase histories, which know what x and t_x are, and the unit of time of a model.
 */
#include "clv/history.h"
#include "clv/model.h"

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
	double		row[4] = {0, 0, -1, 1};
	CvKnown		known;

	if (cv_known_at(fcinfo, 1, &known))
		cv_known_row(&known, unit, row);
	cv_rows_append(rows, row);
	PG_RETURN_POINTER(rows);
}

PG_FUNCTION_INFO_V1(purchases_add_history);
PG_FUNCTION_INFO_V1(purchases_add_history_text);
PG_FUNCTION_INFO_V1(purchases_add_history_interval);

Datum
purchases_add_history(PG_FUNCTION_ARGS)
{
	return add_history(fcinfo, CV_DAYS_OF_WEEK);
}

Datum
purchases_add_history_text(PG_FUNCTION_ARGS)
{
	return add_history(fcinfo, cv_time_unit_arg(fcinfo, 3, false));
}

Datum
purchases_add_history_interval(PG_FUNCTION_ARGS)
{
	return add_history(fcinfo, cv_time_unit_arg(fcinfo, 3, true));
}

PG_FUNCTION_INFO_V1(spend_add_history);

/*
 * spend_add(held_rows, history purchase_history, as_of date) -> held_rows
 *
 * Transition function of gammagamma_fit: a customer more, as they were known at the end of the day as_of.  One without
 * repeat purchases until then is ignored, and one whose mean is 0 or below is left out, as in spend_add of columns.
 */
Datum
spend_add_history(PG_FUNCTION_ARGS)
{
	CvRows	   *rows;
	CvKnown		known;
	double		row[3] = {1, 0, 1};

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
