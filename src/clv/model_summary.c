/*
 * model_summary.c - a model in one row, as one reads it before one uses it.
 */
#include "clv/history.h"
#include "clv/model.h"

#include <math.h>

#include "utils/timestamp.h"

/* A unit of so many days as an interval; months, which differ in length, are none of it. */
static Interval *
interval_of_days(double days)
{
	Interval   *span = palloc0(sizeof(Interval));

	span->day = (int32) days;
	span->time = (TimeOffset) rint((days - span->day) * USECS_PER_DAY);
	return span;
}

const char *
cv_model_advice(const CvModel *m)
{
	static const char *const unseen[CV_UNSEEN_COUNT] = {
		NULL,
		"use nbd_fit, which says the same with standard errors: that nobody has stopped yet",
		"predictions are those of this likelihood, without intervals; more customers who stopped, or a longer time, "
			"would tell how they differ",
		"predictions are those of this likelihood, without intervals; customers with other numbers of purchases would "
			"tell how they differ",
		"predictions are those of this likelihood, without intervals; customers buy and stop as if all were alike: "
			"look whether the data are of different customers"
	};

	static const char *const failed[] = {
		[CV_OF_PURCHASES] = "look whether x counts purchases after the first and t goes far enough for some to buy "
			"again",
		[CV_OF_SPEND] = "look whether mean_spend differs between customers, and whether x counts purchases after the "
			"first",
		[CV_OF_CONTRACTS] = "look whether churned is true for the contracts that ended and false for those still "
			"there, and take more periods"
	};

	if (m->status == CV_FAILED)
		return failed[m->family->subject];
	if (m->status == CV_FAR)
		return "bring times and amounts to a scale nearer to 1";
	if (m->status == CV_FLAT && cv_rows_params(m->rows)[CV_MODEL_FREE] > m->family->n)
		return "leave out covariates that are constant or follow from others";
	return unseen[(int) m->more.number[CV_MORE_UNSEEN]];
}

PG_FUNCTION_INFO_V1(model_summary);

/*
 * model_summary(model clv_model) -> (family text, unit interval, customers, left_out float8, converged boolean,
 *		log_likelihood, aic, bic float8, warning, advice text)
 *
 * unit is NULL where the model does not know it; customers is the sum of their weights, left_out that of those who are
 * not in the fit: who first bought after as_of, or whose returns outweigh what they bought again.  The rest is as in
 * the functions of these names; NULL where there is nothing to say.
 */
Datum
model_summary(PG_FUNCTION_ARGS)
{
	CvModel		m = cv_model_arg(fcinfo, 0);
	const double *param = cv_rows_params(m.rows);
	double		unit = m.more.number[CV_MORE_UNIT];
	const char *warning = cv_model_warning(&m);
	const char *advice = cv_model_advice(&m);
	bool		given = m.status == CV_GIVEN;
	Datum		values[10];
	bool		nulls[10] = {[1] = unit == 0, [2] = given, [3] = given, [4] = given, [8] = warning == NULL,
		[9] = advice == NULL};

	values[0] = CStringGetTextDatum(m.family->name);
	values[1] = IntervalPGetDatum(interval_of_days(unit));
	values[2] = Float8GetDatum(param[CV_MODEL_WEIGHT]);
	values[3] = Float8GetDatum(m.more.number[CV_MORE_LEFT_OUT]);
	values[4] = BoolGetDatum(m.status == CV_FITTED);
	cv_set_number(&values[5], &nulls[5], cv_model_criterion(&m, 0) / -2);
	cv_set_number(&values[6], &nulls[6], cv_model_criterion(&m, 2));
	cv_set_number(&values[7], &nulls[7], cv_model_criterion(&m, log(param[CV_MODEL_WEIGHT])));
	values[8] = warning == NULL ? (Datum) 0 : CStringGetTextDatum(warning);
	values[9] = advice == NULL ? (Datum) 0 : CStringGetTextDatum(advice);
	return cv_make_record(fcinfo, values, nulls);
}
