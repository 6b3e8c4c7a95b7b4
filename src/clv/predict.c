/*
 * predict.c - what a clv_model says of the time to come: who is still there, how often they will buy, what they are
 * worth.
 *
 * A customer is either numbers x, t_x and t, or a history and the day until which one looks.  Times of the first way
 * count from the first purchase, in the unit of the model; in the BG/BB they count occasions; and discount is
 * continuous, per unit of time: a purchase u later counts exp(-discount u).  Of the second way they are dates and
 * intervals, of which a month has 30.4375 days, and discount is an effective rate a year.  Intervals are those of an
 * expectation, as far as the parameters of the model are known (delta method, symmetric in logarithms); what a single
 * customer will do varies much more.
 */
#include "clv/history.h"
#include "clv/memo.h"
#include "clv/model.h"

#include <math.h>

#include "clv/core/season.h"
#include "pg/duration.h"
#include "pg/interval.h"

/* What is asked of a model of purchases. */
typedef struct Ask
{
	CvFamily	family;
	double		row[3];
	double		discount;
	double		horizon;
	const CvModel *seasonal;	/* discounted by days of the calendar, while time runs by the season of this model */
	DateADT		from;
	double		days;
} Ask;

/* The same of one of spend. */
typedef struct AskSpend
{
	CvFamily	family;
	double		x;
	double		mean_spend;
} AskSpend;

typedef double (*Answer) (const void *ask, const double *parameter);

/* How many intensities of a season a model has; 0 without one. */
static int
parts_of(const CvModel *m)
{
	return (int) m->more.number[CV_MORE_SEASON];
}

/* A time of so many days from a date on, in the time and units of the model. */
static double
span_of(const CvModel *m, DateADT from, double days)
{
	double		unit = m->more.number[CV_MORE_UNIT];
	int			n = parts_of(m);

	if (n == 0 || !isfinite(days))
		return days / unit;
	return (cv_season_time(m->more.season, n, from + fmin(days, CV_SEASON_FAR)) -
			cv_season_time(m->more.season, n, from)) / unit;
}

/* Steps of a quarter of a month, in which a season hardly changes, for three to four years; then whole years. */
#define STEPS_A_YEAR 48
#define STEP_DAYS (CV_DAYS_OF_YEAR / STEPS_A_YEAR)
#define STEPPED_DAYS (3 * CV_DAYS_OF_YEAR)

static double
end_of_steps(double days)
{
	if (!isfinite(days))
		return STEPPED_DAYS;
	return days <= STEPPED_DAYS ? days : STEPPED_DAYS + fmod(days - STEPPED_DAYS, CV_DAYS_OF_YEAR);
}

/* From one time of the season, so many days ahead, to another, discounted as if all the year were like its mean. */
static double
evenly(const Ask *ask, const double *p, double from, double days, double until)
{
	const CvModel *m = ask->seasonal;
	double		unit = m->more.number[CV_MORE_UNIT];
	double		mean = span_of(m, ask->from, CV_DAYS_OF_YEAR * 4) / (CV_DAYS_OF_YEAR * 4 / unit);
	double		rate = ask->discount / mean;

	return exp(rate * from - ask->discount * days / unit) *
		(ask->family->to_come(p, ask->row[0], ask->row[2], rate, until) -
		 ask->family->to_come(p, ask->row[0], ask->row[2], rate, from));
}

/*
 * Purchases to come, discounted by the calendar, of one who is active: purchases of each step count as of its middle.
 * Those of the years after the steps count as if they came evenly, times what those of the last year of the steps do in
 * place of that: when in the year they come decides how much they are discounted.
 */
static double
seasonal_to_come(const Ask *ask, const double *p)
{
	const CvModel *m = ask->seasonal;
	double		a_day = ask->discount / m->more.number[CV_MORE_UNIT];
	double		end = end_of_steps(ask->days);
	int			steps = (int) ceil(end / STEP_DAYS);
	double		sum = 0;
	double		before = 0;
	double		time = 0;
	double		at = 0;
	double		year = 0;		/* the last one of the steps, and when it begins */
	double		year_time = 0;
	double		year_even;

	for (int i = 1; i <= steps; i++)
	{
		double		next = fmax(0, end - (steps - i) * STEP_DAYS);
		double		bought;
		double		counts;

		CV_BREATHE_OFTEN(i);
		if (i == steps - STEPS_A_YEAR + 1)
			year_time = time;
		time = span_of(m, ask->from, next);
		bought = ask->family->to_come(p, ask->row[0], ask->row[2], 0, time);
		counts = (bought - before) * exp(-a_day * (at + next) / 2);
		sum += counts;
		if (i > steps - STEPS_A_YEAR)
			year += counts;
		before = bought;
		at = next;
	}
	if (!(end < ask->days))
		return sum;
	year_even = evenly(ask, p, year_time, end - CV_DAYS_OF_YEAR, time);
	return sum + evenly(ask, p, time, end, ask->horizon) * (year > 0 && year_even > 0 ? year / year_even : 1);
}

static double
purchases_of(const void *data, const double *p)
{
	const Ask  *ask = data;

	if (ask->seasonal != NULL && ask->horizon > 0)
		return ask->family->alive(p, ask->row[0], ask->row[1], ask->row[2], 0) * seasonal_to_come(ask, p);
	return cv_discounted(ask->family, p, ask->row[0], ask->row[1], ask->row[2], ask->discount, ask->horizon);
}

/* Is the customer there at t; and purchases_of: as they are, unless the memo knows. */
static double
alive_of(CvMemo *memo, const CvModel *m, const double *row)
{
	double		none;
	bool		known = false;
	double	   *value = &none;

	if (memo != NULL && m->family->costly)
		value = cv_memo_place(memo, (double[CV_MEMO_KEYS]) {row[0], row[1], row[2], -1}, &known);
	if (!known)
		*value = m->family->alive(m->parameter, row[0], row[1], row[2], 0);
	return *value;
}

static double
known_purchases(CvMemo *memo, const CvModel *m, const Ask *ask)
{
	double		none;
	bool		known = false;
	double	   *value;
	double		to_come;

	if (ask->horizon == 0)
		return 0;
	if (ask->seasonal != NULL || m->family->to_come_since != NULL)
		return purchases_of(ask, m->parameter);
	value = memo == NULL ? &none :
		cv_memo_place(memo, (double[CV_MEMO_KEYS]) {ask->row[0], ask->row[2], ask->discount, ask->horizon}, &known);
	if (!known)
		*value = m->family->to_come(m->parameter, ask->row[0], ask->row[2], ask->discount, ask->horizon);
	to_come = *value;
	return alive_of(memo, m, ask->row) * to_come;
}

static double
spend_of(const void *data, const double *p)
{
	const AskSpend *ask = data;

	return ask->family->spend(p, ask->x, ask->mean_spend);
}

/* A time from argument argno on; where occasions are counted, how many. */
static double
time_arg(FunctionCallInfo fcinfo, int argno, CvFamily family, const char *name)
{
	return cv_counts_occasions(family) ? cv_count_arg(fcinfo, argno, name) :
		cv_check_not_negative(PG_GETARG_FLOAT8(argno), name);
}

/* Discount and horizon, which may be none. */
static void
future_args(FunctionCallInfo fcinfo, int argno, Ask *ask)
{
	ask->discount = cv_check_not_negative(PG_GETARG_FLOAT8(argno), "discount");
	ask->horizon = PG_ARGISNULL(argno + 1) ? INFINITY : time_arg(fcinfo, argno + 1, ask->family, "horizon");
	if (ask->discount == 0 && isinf(ask->horizon))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("discount must be above 0 without a horizon, not %s", cv_float8_text(ask->discount)),
				 errhint("continuous_discount(0.1, 52) is that of ten percent a year by the week.")));
}

/* Parameter i that much farther; where it is kept as a logarithm, that much farther in it. */
static double
moved(const CvModel *m, int i, double step)
{
	return m->family->linear[i] ? m->parameter[i] + step : m->parameter[i] * exp(step);
}

/* Is its season the same all the year, so that its time is that of the calendar but for the unit? */
static bool
is_constant(const CvModel *m)
{
	for (int k = 1; k < parts_of(m); k++)
	{
		if (m->more.season[k] != m->more.season[0])
			return false;
	}
	return parts_of(m) > 0;
}

/* 22023: time that runs by a season needs dates. */
static void
refuse_season(const CvModel *m)
{
	if (parts_of(m) > 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("model has a season, and numbers do not say when in the year they are"),
				 errhint("Ask it of a history and a day: %s.", "p_alive(model, history, as_of)")));
}

/* An interval from argument argno on, after a date, in units of the model. */
static double
span_arg(FunctionCallInfo fcinfo, int argno, const CvModel *m, DateADT from, const char *name)
{
	double		days = cv_days_of_interval(PG_GETARG_INTERVAL_P(argno));

	if (!(days >= 0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must not be negative, but is %s",
						name, cv_value_text(PG_GETARG_DATUM(argno), INTERVALOID))));
	cv_check_days(PG_GETARG_INTERVAL_P(argno), name);
	return span_of(m, from, days);
}

/* The same of a history: the rate of a year, which is compounded, and an interval, which may be none. */
static void
dated_future_args(FunctionCallInfo fcinfo, int argno, const CvModel *m, DateADT from, Ask *ask)
{
	double		annual = cv_check_rate(cv_check_not_negative(PG_GETARG_FLOAT8(argno), "annual_discount"),
									   "annual_discount");

	ask->discount = log1p(annual) * m->more.number[CV_MORE_UNIT] / CV_DAYS_OF_YEAR;
	ask->horizon = PG_ARGISNULL(argno + 1) ? INFINITY : span_arg(fcinfo, argno + 1, m, from, "horizon");
	if (is_constant(m))
		ask->discount /= m->more.season[0];
	else if (annual > 0 && parts_of(m) > 0)
	{
		ask->seasonal = m;
		ask->from = from;
		ask->days = PG_ARGISNULL(argno + 1) ? INFINITY : cv_days_of_interval(PG_GETARG_INTERVAL_P(argno + 1));
	}
	if (annual == 0 && isinf(ask->horizon))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("annual_discount must be above 0 without a horizon"),
				 errhint("Ten percent a year are 0.1; a horizon is an interval: interval '3 years'.")));
}

/*
 * A customer as the history in argument 1 or later and the day behind it have them, in the unit of the model; false
 * before their first purchase.
 */
static bool
history_args(FunctionCallInfo fcinfo, int argno, const CvModel *m, double *row, CvKnown *known)
{
	double		unit = m->more.number[CV_MORE_UNIT];

	if (cv_counts_occasions(m->family))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a history does not count the occasions of a %s model", m->family->name),
				 errhint("Give x, t_x and n, or fit another model to the histories, as with bgnbd_fit.")));
	if (!(unit > 0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("model does not know its unit of time"),
				 errhint("Fit it to histories, as bgnbd_fit(history, as_of); or, if its numbers were in weeks, ask "
						 "with_unit(model, 'week').")));
	if (!cv_known_at(fcinfo, argno, known))
		return false;
	if (parts_of(m) > 0)
		cv_season_row(m->more.season, parts_of(m), unit, known->x, known->first, known->last, known->as_of, row);
	else
		cv_known_row(known, unit, row);
	return true;
}

/*
 * The variance of an answer in this unit, by the delta method: differences over 1e-4 of the logarithm of each parameter
 * tell its derivatives to 8 digits; answers are linear in those that are linear, and so are differences over a standard
 * error.  NaN where the model has no standard errors.
 */
static double
variance_in(const CvModel *m, Answer answer, const void *ask, double unit)
{
	int			n = (int) m->rows->nrows;
	double		slope[CV_FAMILY_MOST];
	double		sum = 0;

	if (m->status != CV_FITTED)
		return NAN;
	for (int i = 0; i < n; i++)
	{
		double		std_error = sqrt(cv_rows_row(m->rows, i)[CV_ROW_COVARIANCE + i]);
		double		step = !m->family->linear[i] ? 1e-4 : std_error > 0 ? std_error : 1;
		double		p[CV_FAMILY_MOST];

		memcpy(p, m->parameter, n * sizeof(double));
		p[i] = moved(m, i, step);
		slope[i] = answer(ask, p);
		p[i] = moved(m, i, -step);
		slope[i] = (slope[i] - answer(ask, p)) / (2 * step * unit * cv_parameter_slope(m->family, i, m->parameter[i]));
	}
	for (int i = 0; i < n; i++)
	{
		for (int j = 0; j < n; j++)
			sum += slope[i] * slope[j] * cv_rows_row(m->rows, i)[CV_ROW_COVARIANCE + j];
	}
	/* Where the answer has no derivative there is no interval. */
	return isfinite(sum) ? fmax(0, sum) : NAN;
}

/* The variance of the logarithm of an answer, which is this value. */
static double
log_variance(const CvModel *m, Answer answer, const void *ask, double value)
{
	return value == 0 && m->status == CV_FITTED ? 0 : variance_in(m, answer, ask, value);
}

/* Of the value itself, side 0, no interval is asked for. */
static double
width_arg(FunctionCallInfo fcinfo, int argno, int side)
{
	return side == 0 ? 0 : side * cv_normal_width(cv_confidence_arg(fcinfo, argno));
}

/* One end of an interval around value, whose logarithm has this variance; NULL where there is none that is finite. */
static Datum
end_of(FunctionCallInfo fcinfo, double width, double value, double variance)
{
	double		end = value * exp(width * sqrt(variance));

	if (!isfinite(end))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(end);
}

/* The same around a value that may be 0 or below, and has this variance itself. */
static Datum
level_end_of(FunctionCallInfo fcinfo, double width, double value, double variance)
{
	double		end = value + width * sqrt(variance);

	if (!isfinite(end))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(end);
}

static Datum
alive_until(FunctionCallInfo fcinfo, const CvModel *m, const double *row, double ahead)
{
	double		alive = ahead == 0 ? alive_of(cv_memo(fcinfo, m), m, row) :
		m->family->alive(m->parameter, row[0], row[1], row[2], ahead);

	return cv_return_finite(alive, "probability");
}

PG_FUNCTION_INFO_V1(p_alive);

/*
 * p_alive(model clv_model, x, t_x, t, ahead float8) -> float8
 *
 * The probability that the customer, who bought x times after the first, the last time at t_x, has not stopped
 * at t, nor will until ahead later.  In the BG/BB a customer is alive after n occasions who may still take
 * the next one; ahead 1 is the published probability to be alive at occasion n + 1.  NULL without estimates.
 * Errors: 22023 as purchases_add and occasions_add, and for a model of spend or contracts, or with covariates.
 */
Datum
p_alive(PG_FUNCTION_ARGS)
{
	CvModel		m = cv_model_of(fcinfo, 0, CV_OF_PURCHASES);
	double		row[3];
	double		ahead = time_arg(fcinfo, 4, m.family, "ahead");

	refuse_season(&m);
	cv_customer_args(fcinfo, 1, m.family, row);
	if (!cv_model_has_estimates(&m))
		PG_RETURN_NULL();
	return alive_until(fcinfo, &m, row, ahead);
}

PG_FUNCTION_INFO_V1(p_alive_history);

/*
 * p_alive(model clv_model, history purchase_history, as_of date [, ahead interval]) -> float8
 *
 * The same of a customer as they were known at the end of the day as_of.  NULL without estimates and before the first
 * purchase.  Errors: 22023 for a model that does not know its unit, of occasions, spend or contracts, and a negative
 * interval.
 */
Datum
p_alive_history(PG_FUNCTION_ARGS)
{
	CvModel		m = cv_model_of(fcinfo, 0, CV_OF_PURCHASES);
	double		row[3];
	CvKnown		known;
	bool		there = history_args(fcinfo, 1, &m, row, &known);
	double		ahead = PG_NARGS() > 3 ? span_arg(fcinfo, 3, &m, known.as_of, "ahead") : 0;

	if (!there || !cv_model_has_estimates(&m))
		PG_RETURN_NULL();
	return alive_until(fcinfo, &m, row, ahead);
}

PG_FUNCTION_INFO_V1(purchase_probability);
PG_FUNCTION_INFO_V1(purchase_probability_history);

/*
 * purchase_probability(model clv_model, x, t_x, t, within, at_least float8) -> float8
 * purchase_probability(model clv_model, history purchase_history, as_of date, within interval,
 * at_least float8) -> float8
 *
 * The probability that the customer will buy at least so many times from t to within later.  NULL without estimates,
 * and before the first purchase.  Errors: as p_alive, and 22023 for at_least that is negative or no integer.
 */
Datum
purchase_probability(PG_FUNCTION_ARGS)
{
	CvModel		m = cv_model_of(fcinfo, 0, CV_OF_PURCHASES);
	double		row[3];
	double		within = time_arg(fcinfo, 4, m.family, "within");
	double		at_least = cv_count_arg(fcinfo, 5, "at_least");

	refuse_season(&m);
	cv_customer_args(fcinfo, 1, m.family, row);
	if (!cv_model_has_estimates(&m))
		PG_RETURN_NULL();
	return cv_return_finite(cv_purchase_chance(m.family, m.parameter, row, within, at_least), "probability");
}

Datum
purchase_probability_history(PG_FUNCTION_ARGS)
{
	CvModel		m = cv_model_of(fcinfo, 0, CV_OF_PURCHASES);
	double		row[3];
	CvKnown		known;
	bool		there = history_args(fcinfo, 1, &m, row, &known);
	double		within = span_arg(fcinfo, 3, &m, known.as_of, "within");
	double		at_least = cv_count_arg(fcinfo, 4, "at_least");

	if (!there || !cv_model_has_estimates(&m))
		PG_RETURN_NULL();
	return cv_return_finite(cv_purchase_chance(m.family, m.parameter, row, within, at_least), "probability");
}

PG_FUNCTION_INFO_V1(log_likelihood_of);

/*
 * log_likelihood(model clv_model, x, t_x, t float8) -> float8
 *
 * Of one customer: summed over customers who were not in the fit it says which model foresees
 * them best.  NULL without estimates.  Errors: as p_alive.
 */
Datum
log_likelihood_of(PG_FUNCTION_ARGS)
{
	CvModel		m = cv_model_of(fcinfo, 0, CV_OF_PURCHASES);
	double		row[4] = {[3] = 1};
	double		log_parameter[CV_FAMILY_MOST];
	CvCustomers customer = {.family = m.family, .row = row, .n = 1};

	refuse_season(&m);
	cv_customer_args(fcinfo, 1, m.family, row);
	if (!cv_model_has_estimates(&m))
		PG_RETURN_NULL();
	if (m.family->every > 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the log-likelihood of a %s model needs the times between purchases", m.family->name),
				 errhint("Compare models by log_likelihood(model), aic and bic.")));
	for (int i = 0; i < m.rows->nrows; i++)
		log_parameter[i] = log(m.parameter[i]);
	return cv_return_finite(cv_purchase_loglik(&customer, log_parameter, NULL, NULL), "log-likelihood");
}

/*
 * expected_purchases(model clv_model, x, t_x, t, horizon float8) -> float8
 * expected_purchases_low, _high(model clv_model, x, t_x, t, horizon, confidence float8) -> float8
 * expected_purchases(model clv_model, history purchase_history, as_of date, horizon interval) -> float8
 * expected_purchases_low, _high(model clv_model, history purchase_history, as_of date, horizon interval,
 *		confidence float8) -> float8
 *
 * How often the customer will buy from t to horizon later, on average of all who bought like that, and an interval of
 * that average.  NULL without estimates, without standard errors, where an end is not finite, and before the first
 * purchase.  Errors: as p_alive.
 */
static Datum
expected(FunctionCallInfo fcinfo, bool of_history, int side)
{
	CvModel		m = cv_model_of(fcinfo, 0, CV_OF_PURCHASES);
	Ask			ask = {.family = m.family};
	CvKnown		known;
	bool		there = true;
	double		width = width_arg(fcinfo, PG_NARGS() - 1, side);
	double		value;

	if (of_history)
	{
		there = history_args(fcinfo, 1, &m, ask.row, &known);
		ask.horizon = span_arg(fcinfo, 3, &m, known.as_of, "horizon");
	}
	else
	{
		ask.horizon = time_arg(fcinfo, 4, m.family, "horizon");
		refuse_season(&m);
		cv_customer_args(fcinfo, 1, m.family, ask.row);
	}
	if (!there || !cv_model_has_estimates(&m))
		PG_RETURN_NULL();
	value = known_purchases(cv_memo(fcinfo, &m), &m, &ask);
	if (side == 0)
		return cv_return_finite(value, "number of purchases");
	return end_of(fcinfo, width, value, log_variance(&m, purchases_of, &ask, value));
}

/* A value or an end of its interval, of columns or of a history. */
#define ANSWER_FUNCTION(name, answer, of_history, side) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		return answer(fcinfo, of_history, side); \
	}

ANSWER_FUNCTION(expected_purchases, expected, false, 0)
ANSWER_FUNCTION(expected_purchases_low, expected, false, -1)
ANSWER_FUNCTION(expected_purchases_high, expected, false, 1)
ANSWER_FUNCTION(expected_purchases_history, expected, true, 0)
ANSWER_FUNCTION(expected_purchases_history_low, expected, true, -1)
ANSWER_FUNCTION(expected_purchases_history_high, expected, true, 1)

PG_FUNCTION_INFO_V1(expected_purchases_new);

/*
 * expected_purchases(model clv_model, horizon float8) -> float8: the same of a customer who buys for the first time
 * now.
 */
Datum
expected_purchases_new(PG_FUNCTION_ARGS)
{
	CvModel		m = cv_model_of(fcinfo, 0, CV_OF_PURCHASES);
	double		horizon = time_arg(fcinfo, 1, m.family, "horizon");

	refuse_season(&m);
	if (!cv_model_has_estimates(&m))
		PG_RETURN_NULL();
	return cv_return_finite(cv_expected(m.family, m.parameter, 0, 0, 0, horizon), "number of purchases");
}

PG_FUNCTION_INFO_V1(purchase_pmf);

/*
 * purchase_pmf(model clv_model, k, horizon float8) -> float8
 *
 * The probability that a customer who buys for the first time now will buy k times more until horizon later.
 * NULL without estimates.  Errors: 22023 for k that is negative or no integer, and as p_alive.
 */
Datum
purchase_pmf(PG_FUNCTION_ARGS)
{
	CvModel		m = cv_model_of(fcinfo, 0, CV_OF_PURCHASES);
	double		k = cv_count_arg(fcinfo, 1, "k");
	double		horizon = time_arg(fcinfo, 2, m.family, "horizon");

	refuse_season(&m);
	if (!cv_model_has_estimates(&m))
		PG_RETURN_NULL();
	return cv_return_finite(m.family->pmf(m.parameter, k, horizon), "probability");
}

PG_FUNCTION_INFO_V1(continuous_discount);

/*
 * continuous_discount(annual, units_per_year float8) -> float8
 *
 * The continuous discount per unit of time that makes this rate a year: ln(1 + annual) / units.  Errors: 22023 for a
 * rate of -1 or less or from 1 up, and units that are not above 0.
 */
Datum
continuous_discount(PG_FUNCTION_ARGS)
{
	double		annual = cv_check_rate(PG_GETARG_FLOAT8(0), "annual");
	double		units = cv_check_finite(PG_GETARG_FLOAT8(1), "units_per_year");

	if (annual <= -1 || units <= 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg(annual <= -1 ? "annual must be above -1, not %s" : "units_per_year must be above 0, not %s",
						cv_float8_text(annual <= -1 ? annual : units)),
				 errhint("Ten percent a year by the week are continuous_discount(0.1, 52).")));
	return cv_return_finite(log1p(annual) / units, "discount");
}

PG_FUNCTION_INFO_V1(discounted_purchases);

/*
 * discounted_purchases(model clv_model, x, t_x, t, discount, horizon float8) -> float8
 *
 * Expected purchases from t on, a purchase u later counting exp(-discount u): discounted expected residual
 * transactions (DERT), or with a horizon, NULL for none, those until then.  NULL without estimates.  Errors: as
 * p_alive, and for discount 0 without a horizon.  Sources: Pareto/NBD: Fader, Hardie and Lee, Journal of Marketing
 * Research 42, 2005; BG/BB: Fader, Hardie and Shang 2010.
 */
Datum
discounted_purchases(PG_FUNCTION_ARGS)
{
	CvModel		m;
	Ask			ask = {.seasonal = NULL};

	for (int i = 0; i < 5; i++)
	{
		if (PG_ARGISNULL(i))
			PG_RETURN_NULL();
	}
	m = cv_model_of(fcinfo, 0, CV_OF_PURCHASES);
	ask.family = m.family;
	refuse_season(&m);
	cv_customer_args(fcinfo, 1, m.family, ask.row);
	future_args(fcinfo, 4, &ask);
	if (!cv_model_has_estimates(&m))
		PG_RETURN_NULL();
	return cv_return_finite(known_purchases(cv_memo(fcinfo, &m), &m, &ask), "number of purchases");
}

/*
 * What is known of a customer's spend.  In the gamma-gamma model a mean at or below 0, which returns bring about, says
 * nothing of the size of purchases: the customer is as one without.
 */
static AskSpend
spend_known(CvFamily family, double x, double mean_spend)
{
	bool		says = x > 0 && (mean_spend > 0 || cv_takes_losses(family));

	return says ? (AskSpend) {family, x, mean_spend} : (AskSpend) {family, 0, 0};
}

/* 22023: a model of amounts above 0, and a history of profit. */
static void
refuse_profit(FunctionCallInfo fcinfo, int argno, const CvModel *m)
{
	if (!cv_takes_losses(m->family) && cv_history_is_profit(fcinfo, argno))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a %s model is one of amounts above 0, and the history is one of profit", m->family->name),
				 errhint("normal_spend_fit(history, as_of) makes a model of profit.")));
}

/* A mean spend in argument argno, looked at where there are x purchases that it is of; false where it is not known. */
static bool
spend_args(FunctionCallInfo fcinfo, int argno, CvFamily family, double x, AskSpend *ask)
{
	if (x > 0 && PG_ARGISNULL(argno))
		return false;
	*ask = spend_known(family, x, x > 0 ? cv_check_finite(PG_GETARG_FLOAT8(argno), "mean_spend") : 0);
	return true;
}

PG_FUNCTION_INFO_V1(expected_spend);

/*
 * expected_spend(model clv_model, x, mean_spend float8) -> float8
 *
 * What the customer will spend on a purchase, on average: what they spent, drawn towards the mean of all, the more so
 * the fewer their purchases.  mean_spend is not looked at, and may be NULL, where x is 0; at or below 0 it counts in
 * the normal-normal model only, and in the gamma-gamma model the customer is as one without repeat purchases.  In the
 * currency of the model.  NULL without estimates, and where the mean is not finite (q <= 1 with x 0). Errors: 22023 for
 * x that is negative or no integer, a mean_spend that is not finite, and a model of purchases.
 */
Datum
expected_spend(PG_FUNCTION_ARGS)
{
	CvModel		m;
	AskSpend	ask;
	double		value;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	m = cv_model_of(fcinfo, 0, CV_OF_SPEND);
	if (!spend_args(fcinfo, 2, m.family, cv_count_arg(fcinfo, 1, "x"), &ask) || !cv_model_has_estimates(&m))
		PG_RETURN_NULL();
	value = spend_of(&ask, m.parameter);
	if (isnan(value))
		PG_RETURN_NULL();
	return cv_return_finite(value, "spend");
}

PG_FUNCTION_INFO_V1(expected_spend_history);

/*
 * expected_spend(model clv_model, history purchase_history, as_of date) -> float8: the same of a customer as they were
 * known at the end of the day as_of.  NULL also before the first purchase.
 */
Datum
expected_spend_history(PG_FUNCTION_ARGS)
{
	CvModel		m = cv_model_of(fcinfo, 0, CV_OF_SPEND);
	CvKnown		known;
	AskSpend	ask;
	double		value;

	refuse_profit(fcinfo, 1, &m);
	if (!cv_known_at(fcinfo, 1, &known) || !cv_model_has_estimates(&m))
		PG_RETURN_NULL();
	ask = spend_known(m.family, known.x, known.mean_spend);
	value = spend_of(&ask, m.parameter);
	if (isnan(value))
		PG_RETURN_NULL();
	return cv_return_finite(value, "spend");
}

/*
 * clv(model, spend_model clv_model, x, t_x, t, mean_spend, discount, horizon float8) -> float8
 * clv_low, clv_high(..., confidence float8) -> float8
 * clv(model, spend_model clv_model, history purchase_history, as_of date, annual_discount float8, horizon interval)
 *		-> float8
 * clv_low, clv_high(..., confidence float8) -> float8
 *
 * Revenue to come from the customer: discounted_purchases times expected_spend, and an interval of that average; with a
 * normal-normal model of profit it is profit to come, which may be below 0, and the interval is symmetric.
 * In the currency of the spend model.  NULL where one of them is NULL.  Errors: as theirs, and 22023 for an annual
 * discount that is negative, from 1 up, or 0 without a horizon.
 */
static Datum
clv_of(FunctionCallInfo fcinfo, bool of_history, int side)
{
	CvModel		m[2];
	Ask			ask = {.seasonal = NULL};
	AskSpend	ask_spend;
	CvKnown		known;
	double		value[2];
	double		variance;
	bool		there;
	double		width;

	for (int i = 0; i < PG_NARGS(); i++)
	{
		if (PG_ARGISNULL(i) && i != 5 && (of_history || i != 7))
			PG_RETURN_NULL();
	}
	width = width_arg(fcinfo, PG_NARGS() - 1, side);
	m[0] = cv_model_of(fcinfo, 0, CV_OF_PURCHASES);
	m[1] = cv_model_of(fcinfo, 1, CV_OF_SPEND);
	ask.family = m[0].family;
	if (of_history)
	{
		refuse_profit(fcinfo, 2, &m[1]);
		there = history_args(fcinfo, 2, &m[0], ask.row, &known);
		dated_future_args(fcinfo, 4, &m[0], known.as_of, &ask);
		ask_spend = spend_known(m[1].family, known.x, known.mean_spend);
	}
	else
	{
		refuse_season(&m[0]);
		cv_customer_args(fcinfo, 2, m[0].family, ask.row);
		future_args(fcinfo, 6, &ask);
		there = spend_args(fcinfo, 5, m[1].family, ask.row[0], &ask_spend);
	}
	if (!there || !cv_model_has_estimates(&m[0]) || !cv_model_has_estimates(&m[1]))
		PG_RETURN_NULL();
	value[0] = known_purchases(cv_memo(fcinfo, &m[0]), &m[0], &ask);
	value[1] = spend_of(&ask_spend, m[1].parameter);
	if (isnan(value[1]))
		PG_RETURN_NULL();
	if (side == 0)
		return cv_return_finite(value[0] * value[1], "customer value");
	/* The two were fitted to different numbers: that they buy, and what they spend. */
	if (cv_takes_losses(m[1].family))
		return level_end_of(fcinfo, width, value[0] * value[1],
							value[0] * value[0] *
							(value[1] * value[1] * log_variance(&m[0], purchases_of, &ask, value[0]) +
												   variance_in(&m[1], spend_of, &ask_spend, 1)));
	variance = log_variance(&m[0], purchases_of, &ask, value[0]) + log_variance(&m[1], spend_of, &ask_spend, value[1]);
	return end_of(fcinfo, width, value[0] * value[1], variance);
}

ANSWER_FUNCTION(clv_of_models, clv_of, false, 0)
ANSWER_FUNCTION(clv_of_models_low, clv_of, false, -1)
ANSWER_FUNCTION(clv_of_models_high, clv_of, false, 1)
ANSWER_FUNCTION(clv_of_models_history, clv_of, true, 0)
ANSWER_FUNCTION(clv_of_models_history_low, clv_of, true, -1)
ANSWER_FUNCTION(clv_of_models_history_high, clv_of, true, 1)

PG_FUNCTION_INFO_V1(survival);
PG_FUNCTION_INFO_V1(retention_rate);
PG_FUNCTION_INFO_V1(discounted_lifetime);

/*
 * survival(model clv_model, period float8) -> float8: the share of contracts that are still there after so many
 * periods. retention_rate(model clv_model, period float8) -> float8: the share of those after period - 1 that is
 * there after period, which rises, since those who are apt to leave are gone.
 *
 * Of a model of contracts.  NULL without estimates.  Errors: 22023 for a period that is no integer, or 0 where there
 * is a rate, and for another model.
 */
Datum
survival(PG_FUNCTION_ARGS)
{
	CvModel		m = cv_model_of(fcinfo, 0, CV_OF_CONTRACTS);
	double		period = cv_count_arg(fcinfo, 1, "period");

	if (!cv_model_has_estimates(&m))
		PG_RETURN_NULL();
	return cv_return_finite(m.family->survival(m.parameter, period), "survival");
}

Datum
retention_rate(PG_FUNCTION_ARGS)
{
	CvModel		m = cv_model_of(fcinfo, 0, CV_OF_CONTRACTS);
	double		period = cv_count_arg(fcinfo, 1, "period");

	if (period < 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("period must be 1 or more, not 0")));
	if (!cv_model_has_estimates(&m))
		PG_RETURN_NULL();
	return cv_return_finite(m.family->retention(m.parameter, period), "retention rate");
}

/*
 * discounted_lifetime(model clv_model, discount, renewal float8) -> float8
 *
 * The expected number of periods to come of a contract, one u periods later counting (1 + discount)^-u: renewal 0 is
 * a new contract, whose first period counts 1; n is one just before its n-th renewal, whose next period counts 1 if
 * it is renewed (Fader and Hardie, Marketing Science 29, 2010: DEL and DERL).  Times the margin of a period it is
 * lifetime value.  NULL without estimates.  Errors: 22023 for a discount that is not above 0 and below 1, a renewal
 * that is no integer, and another model.
 */
Datum
discounted_lifetime(PG_FUNCTION_ARGS)
{
	CvModel		m = cv_model_of(fcinfo, 0, CV_OF_CONTRACTS);
	double		discount = cv_check_rate(PG_GETARG_FLOAT8(1), "discount");
	double		renewal = cv_count_arg(fcinfo, 2, "renewal");

	if (discount <= 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("discount must be above 0, not %s", cv_float8_text(discount)),
				 errhint("It is a fraction for each period: 0.1 means ten percent.")));
	if (!cv_model_has_estimates(&m))
		PG_RETURN_NULL();
	return cv_return_finite(m.family->lifetime(m.parameter, discount, renewal), "lifetime");
}
