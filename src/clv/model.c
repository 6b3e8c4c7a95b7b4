/*
 * model.c - the type clv_model: how often will a customer buy, and for how much?
 *
 * The fits are aggregates over one row a customer.  Their state is held_rows; equal rows
 * become one with a weight, so that a million customers are some ten thousand rows.  Memory: 32 bytes a
 * distinct row, up to 512 MB, and as much again while fitting.  The models are described in
 * num/purchase.h.
 */
#include "clv/clv.h"

#include <math.h>

#include "lib/stringinfo.h"
#include "num/purchase.h"
#include "pg/interval.h"
#include "pg/rows.h"

/*
 * A clv_model is CvRows with these parameters, and a row for each parameter of its family: estimate, and
 * its row of the covariance matrix.  Where there is none those numbers are 0 and the
 * accessors give NULL.
 */
enum
{
	MODEL_WEIGHT,
	MODEL_LOGLIK,
	MODEL_ITERATIONS,
	MODEL_STATUS,
	MODEL_PARAMS
};

enum
{
	FITTED,
	GIVEN,						/* from clv_model(): no standard errors */
	FLAT,						/* not identified: no standard errors */
	FAILED						/* no estimates */
};

#define ROW_ESTIMATE 0
#define ROW_COVARIANCE 1

static const char *
complaint_of(const CvRows *m)
{
	const double *param = cv_rows_params(m);
	int			n;

	if (m->kind == CV_ROWS_EMPTY)
		return "a clv_model has a family";
	n = cv_family[m->kind - CV_ROWS_CLV_MODEL].n;
	if (m->nrows != n || m->width != n + 1)
		return "there must be a row for each parameter";
	if (!(param[MODEL_STATUS] >= FITTED && param[MODEL_STATUS] <= FAILED) || param[MODEL_STATUS] != floor(param[MODEL_STATUS]) ||
		!(param[MODEL_WEIGHT] >= 0) || !(param[MODEL_ITERATIONS] >= 0 && param[MODEL_ITERATIONS] <= 1e6) || param[MODEL_ITERATIONS] != floor(param[MODEL_ITERATIONS]))
		return "parameters must be weight, log-likelihood, iterations and status from 0 to 3";
	for (int i = 0; i < n; i++)
	{
		const double *row = cv_rows_row(m, i);

		if (param[MODEL_STATUS] == FAILED ? row[ROW_ESTIMATE] != 0 : !(row[ROW_ESTIMATE] > 0))
			return "estimates must be above 0, or all 0 with status 3";
		for (int j = 0; j < n; j++)
		{
			if (row[ROW_COVARIANCE + j] != cv_rows_row(m, j)[ROW_COVARIANCE + i] || (i == j && row[ROW_COVARIANCE + i] < 0))
				return "covariances must be symmetric, and variances not negative";
		}
	}
	return NULL;
}

CV_ROWS_TYPE(clv_model, complaint_of)

/* A model at work. */
typedef struct Model
{
	const CvRows *rows;
	CvFamily	family;
	int			status;
	double		parameter[CV_FAMILY_MOST];
} Model;

static Model
model_arg(FunctionCallInfo fcinfo)
{
	Model		m = {.rows = cv_rows_get(PG_GETARG_DATUM(0))};

	if (m.rows->kind < CV_ROWS_CLV_MODEL || m.rows->kind > CV_ROWS_CLV_MODEL_LAST || m.rows->nparams != MODEL_PARAMS)
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("invalid clv_model value")));
	m.family = m.rows->kind - CV_ROWS_CLV_MODEL;
	m.status = (int) cv_rows_params(m.rows)[MODEL_STATUS];
	if (m.rows->nrows != cv_family[m.family].n || m.rows->width != m.rows->nrows + 1)
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("invalid clv_model value")));
	for (int i = 0; i < m.rows->nrows; i++)
		m.parameter[i] = cv_rows_row(m.rows, i)[ROW_ESTIMATE];
	return m;
}

/* A model of purchases, or of spend. */
static Model
model_for(FunctionCallInfo fcinfo, bool spend)
{
	Model		m = model_arg(fcinfo);

	if ((m.family == CV_GAMMA_GAMMA) != spend)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("model must be one of %s, not %s", spend ? "spend" : "purchases", cv_family[m.family].name),
				 errhint(spend ? "gammagamma_fit makes one." : "bgnbd_fit and its like make one.")));
	return m;
}

static double
repeats_arg(FunctionCallInfo fcinfo, int argno)
{
	double		x = cv_check_not_negative(PG_GETARG_FLOAT8(argno), "x");

	if (x != floor(x) || x > CV_MOST_REPEATS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("x must be an integer up to %d, not %s", CV_MOST_REPEATS, cv_float8_text(x)),
				 errhint("It counts purchases after the first; clv_summary gives it.")));
	return x;
}

/* Arguments x, t_x and t from argno on. */
static void
customer_args(FunctionCallInfo fcinfo, int argno, double *row)
{
	row[0] = repeats_arg(fcinfo, argno);
	row[1] = cv_check_not_negative(PG_GETARG_FLOAT8(argno + 1), "t_x");
	row[2] = cv_check_not_negative(PG_GETARG_FLOAT8(argno + 2), "t");
	if (row[1] > row[2])
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("t_x must not be above t, but %s is above %s", cv_float8_text(row[1]), cv_float8_text(row[2])),
				 errhint("Both count from the first purchase: t_x to the last one, t to today.")));
	if (row[0] == 0 && row[1] > 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("t_x must be 0 where x is 0, not %s", cv_float8_text(row[1]))));
	if (row[0] > 0 && row[2] == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("t must be above 0 where x is %s", cv_float8_text(row[0]))));
}

PG_FUNCTION_INFO_V1(purchases_add);

/*
 * purchases_add(held_rows, x, t_x, t [, weight] float8) -> held_rows
 *
 * Transition function of bgnbd_fit, mbgnbd_fit, paretonbd_fit and nbd_fit: one customer more.  One of weight 0 is
 * ignored.  Errors: 22023 for NaN and infinity, x that is negative or no integer, t_x off 0
 * to t, t_x above 0 where x is 0, and a negative weight; 54000 beyond 512 MB of distinct rows.
 */
Datum
purchases_add(PG_FUNCTION_ARGS)
{
	double		row[4];
	CvRows	   *rows;

	customer_args(fcinfo, 1, row);
	row[3] = PG_NARGS() > 4 ? cv_weight_arg(fcinfo, 4) : 1;
	if (row[3] == 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	rows = cv_rows_writable(fcinfo, CV_ROWS_PURCHASES, 4, NULL, 0, 1);
	cv_rows_append(rows, row);
	PG_RETURN_POINTER(rows);
}

PG_FUNCTION_INFO_V1(spend_add);

/*
 * spend_add(held_rows, x, mean_spend [, weight] float8) -> held_rows
 *
 * Transition function of gammagamma_fit: one customer more.  One of weight 0 is ignored, and one without
 * repeat purchases or a mean spend above 0, of whom the model says nothing.  Errors: as purchases_add.
 */
Datum
spend_add(PG_FUNCTION_ARGS)
{
	double		row[3];
	CvRows	   *rows;

	row[0] = repeats_arg(fcinfo, 1);
	row[1] = cv_check_finite(PG_GETARG_FLOAT8(2), "mean_spend");
	row[2] = PG_NARGS() > 3 ? cv_weight_arg(fcinfo, 3) : 1;
	if (row[2] == 0 || row[0] == 0 || row[1] <= 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	rows = cv_rows_writable(fcinfo, CV_ROWS_SPEND, 3, NULL, 0, 1);
	cv_rows_append(rows, row);
	PG_RETURN_POINTER(rows);
}

static CvRows *
new_model(CvFamily family, int status)
{
	int			n = cv_family[family].n;
	CvRows	   *m = cv_rows_new(CV_ROWS_CLV_MODEL + family, n + 1, MODEL_PARAMS, n);

	m->nrows = n;
	memset(cv_rows_params(m), 0, (MODEL_PARAMS + n * m->width) * sizeof(double));
	cv_rows_params(m)[MODEL_STATUS] = status;
	return m;
}

/* Rows that came in as text may be anything. */
static bool
is_customer(CvFamily family, const double *row)
{
	if (!(row[0] >= 0 && row[0] <= CV_MOST_REPEATS) || row[0] != floor(row[0]))
		return false;
	return family == CV_GAMMA_GAMMA ? row[0] > 0 && row[1] > 0
		: row[1] >= 0 && row[1] <= row[2] && (row[0] > 0 ? row[2] > 0 : row[1] == 0);
}

static Datum
fit_model(FunctionCallInfo fcinfo, CvFamily family)
{
	CvRows	   *rows = cv_rows_arg(fcinfo, 0, family == CV_GAMMA_GAMMA ? CV_ROWS_SPEND : CV_ROWS_PURCHASES);
	CvRows	   *model;
	CvCustomers customers = {.family = family};
	CvNewton	fit = {0};
	double	   *row;
	bool		told;
	int			status;

	if (rows->nrows == 0)
		PG_RETURN_NULL();
	row = cv_alloc(rows->nrows * rows->width * sizeof(double));
	memcpy(row, cv_rows_row(rows, 0), rows->nrows * rows->width * sizeof(double));
	customers.n = cv_rows_compact(row, rows->nrows, rows->width);
	customers.row = row;
	for (int64 i = 0; i < customers.n; i++)
	{
		if (!is_customer(family, row + i * rows->width))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("a row of the state is not one of a customer")));
	}
	told = cv_purchase_fit(&customers, &fit);
	status = !told ? FAILED : fit.flat ? FLAT : fit.converged ? FITTED : FAILED;

	model = new_model(family, status);
	for (int64 i = 0; i < customers.n; i++)
		cv_rows_params(model)[MODEL_WEIGHT] += row[i * rows->width + rows->width - 1];
	cv_rows_params(model)[MODEL_ITERATIONS] = fit.iterations;
	for (int i = 0; i < fit.n && status != FAILED; i++)
	{
		double	   *to = cv_rows_row(model, i);

		cv_rows_params(model)[MODEL_LOGLIK] = fit.value;
		to[ROW_ESTIMATE] = exp(fit.x[i]);
		/* By the delta method, from logarithms. */
		for (int j = 0; j < fit.n && status == FITTED; j++)
			to[ROW_COVARIANCE + j] = (fit.covariance[i * fit.n + j] + fit.covariance[j * fit.n + i]) / 2 * (exp(fit.x[i]) * exp(fit.x[j]));
		for (int j = 0; j < model->width; j++)
		{
			if (!isfinite(to[j]))
				ereport(ERROR,
						(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						 errmsg("parameters of the model are out of range"),
						 errhint("Bring times and amounts to a scale nearer to 1.")));
		}
	}
	pfree(row);
	PG_RETURN_POINTER(model);
}

/*
 * bgnbd_final, mbgnbd_final, nbd_final, paretonbd_final, gammagamma_final(held_rows) -> clv_model
 *
 * Maximum likelihood, and standard errors from the curvature there: final functions.  NULL without rows.  A
 * model whose parameters the data do not tell says so, and has no standard errors; where nobody bought again, or
 * no maximum was found, it has no estimates.
 */
#define FIT_FUNCTION(name, family) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		return fit_model(fcinfo, family); \
	}

FIT_FUNCTION(bgnbd_final, CV_BGNBD)
FIT_FUNCTION(mbgnbd_final, CV_MBGNBD)
FIT_FUNCTION(nbd_final, CV_NBD)
FIT_FUNCTION(paretonbd_final, CV_PARETO_NBD)
FIT_FUNCTION(gammagamma_final, CV_GAMMA_GAMMA)

PG_FUNCTION_INFO_V1(clv_model_make);

/*
 * clv_model(family text, parameters float8[]) -> clv_model
 *
 * A model from parameters known from elsewhere: 'bg/nbd' and 'mbg/nbd' r, alpha, a, b; 'pareto/nbd' r, alpha, s,
 * beta; 'nbd' r, alpha;
 * 'gamma-gamma' p, q, gamma.  Errors: 22023 for another family or number of
 * parameters, and for parameters that are not above 0.
 */
Datum
clv_model_make(PG_FUNCTION_ARGS)
{
	char	   *name = cv_text_arg(fcinfo, 0);
	int			n;
	const double *parameter = cv_float8_array(PG_GETARG_VARLENA_P(1), "parameters", &n);

	for (int family = 0; family < CV_FAMILIES; family++)
	{
		CvRows	   *m;

		if (strcmp(cv_family[family].name, name) != 0)
			continue;
		if (n != cv_family[family].n)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("%s has %d parameters, not %d", name, cv_family[family].n, n)));
		m = new_model(family, GIVEN);
		for (int i = 0; i < n; i++)
		{
			if (!(parameter[i] > 0))
				ereport(ERROR,
						(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
						 errmsg("%s must be above 0, not %s", cv_family[family].term[i], cv_float8_text(parameter[i]))));
			cv_rows_row(m, i)[ROW_ESTIMATE] = parameter[i];
		}
		PG_RETURN_POINTER(m);
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("family must be bg/nbd, mbg/nbd, pareto/nbd, nbd or gamma-gamma, not \"%s\"", name)));
	PG_RETURN_NULL();
}

PG_FUNCTION_INFO_V1(clv_model_coef);

/*
 * coef(clv_model, confidence float8) -> TABLE(term text, estimate, std_error, low, high float8)
 *
 * The parameters, rates and amounts in the units of the rows; intervals are symmetric in logarithms.  NULL where
 * the data do not tell.  Errors: 22023 for confidence off 0 to 1.
 */
Datum
clv_model_coef(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	Model		m;
	double		width;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	width = cv_normal_width(cv_confidence_arg(fcinfo, 1));
	m = model_arg(fcinfo);
	for (int i = 0; i < m.rows->nrows; i++)
	{
		double		estimate = m.parameter[i];
		double		se = sqrt(cv_rows_row(m.rows, i)[ROW_COVARIANCE + i]);
		bool		told = m.status == FITTED;
		Datum		values[5] = {CStringGetTextDatum(cv_family[m.family].term[i]), Float8GetDatum(estimate), Float8GetDatum(se),
			Float8GetDatum(estimate * exp(-width * se / estimate)), Float8GetDatum(estimate * exp(width * se / estimate))};
		bool		nulls[5] = {false, m.status == FAILED, !told, !told, !told};

		cv_table_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}

PG_FUNCTION_INFO_V1(log_likelihood);
PG_FUNCTION_INFO_V1(aic);
PG_FUNCTION_INFO_V1(bic);

/* Is there a log-likelihood? */
static bool
has_likelihood(const Model *m)
{
	return m->status == FITTED || m->status == FLAT;
}

/* -2 log-likelihood and this much for each parameter. */
static Datum
criterion(FunctionCallInfo fcinfo, double (*penalty) (double weight))
{
	Model		m = model_arg(fcinfo);
	const double *param = cv_rows_params(m.rows);

	if (!has_likelihood(&m))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(penalty(param[MODEL_WEIGHT]) * m.rows->nrows - 2 * param[MODEL_LOGLIK]);
}

static double
two(double weight)
{
	(void) weight;
	return 2;
}

/*
 * log_likelihood, aic, bic(clv_model) -> float8
 *
 * Of the rows that it was fitted to; 2 (Akaike) or the logarithm of the customers (Schwarz) for each parameter, less twice the
 * log-likelihood: the less, the better.  NULL for a model that is given, and without estimates.
 */
Datum
log_likelihood(PG_FUNCTION_ARGS)
{
	Model		m = model_arg(fcinfo);

	if (!has_likelihood(&m))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(cv_rows_params(m.rows)[MODEL_LOGLIK]);
}

Datum
aic(PG_FUNCTION_ARGS)
{
	return criterion(fcinfo, two);
}

Datum
bic(PG_FUNCTION_ARGS)
{
	return criterion(fcinfo, log);
}

PG_FUNCTION_INFO_V1(clv_model_converged);

/* converged(clv_model) -> boolean: a maximum was found, and the data tell every parameter; NULL when given. */
Datum
clv_model_converged(PG_FUNCTION_ARGS)
{
	Model		m = model_arg(fcinfo);

	if (m.status == GIVEN)
		PG_RETURN_NULL();
	PG_RETURN_BOOL(m.status == FITTED);
}

static const char *
warning_of(const Model *m)
{
	if (m->status == FLAT)
		return "the data do not tell all parameters: different ones are as likely, so there are no standard errors";
	if (m->status == FAILED)
		return "there are no estimates: nobody bought again, or no maximum was found";
	return NULL;
}

PG_FUNCTION_INFO_V1(clv_model_warnings);

/* warnings(clv_model) -> text: what is wrong with the fit; NULL when nothing is. */
Datum
clv_model_warnings(PG_FUNCTION_ARGS)
{
	Model		m = model_arg(fcinfo);

	if (warning_of(&m) == NULL)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(warning_of(&m)));
}

PG_FUNCTION_INFO_V1(clv_model_json);

/*
 * model_json(clv_model) -> jsonb
 *
 * family, weight (customers), iterations, converged, parameters and standard_errors by name, log_likelihood, aic, bic,
 * warnings.
 */
Datum
clv_model_json(PG_FUNCTION_ARGS)
{
	Model		m = model_arg(fcinfo);
	const double *param = cv_rows_params(m.rows);
	double		loglik = has_likelihood(&m) ? param[MODEL_LOGLIK] : NAN;
	StringInfoData json;

	initStringInfo(&json);
	appendStringInfo(&json, "{\"family\": \"%s\", \"converged\": %s", cv_family[m.family].name,
					 m.status == GIVEN ? "null" : m.status == FITTED ? "true" : "false");
	for (int k = 0; k < 2; k++)
	{
		appendStringInfoString(&json, k == 0 ? ", \"parameters\": {" : "}, \"standard_errors\": {");
		for (int i = 0; i < m.rows->nrows; i++)
		{
			appendStringInfo(&json, "%s\"%s\": ", i > 0 ? ", " : "", cv_family[m.family].term[i]);
			cv_append_number(&json, k == 0 ? (m.status == FAILED ? NAN : m.parameter[i])
							 : m.status == FITTED ? sqrt(cv_rows_row(m.rows, i)[ROW_COVARIANCE + i]) : NAN);
		}
	}
	appendStringInfoChar(&json, '}');
	cv_append_json(&json, "weight", param[MODEL_WEIGHT]);
	cv_append_json(&json, "iterations", param[MODEL_ITERATIONS]);
	cv_append_json(&json, "log_likelihood", loglik);
	cv_append_json(&json, "aic", 2 * m.rows->nrows - 2 * loglik);
	cv_append_json(&json, "bic", log(param[MODEL_WEIGHT]) * m.rows->nrows - 2 * loglik);
	appendStringInfo(&json, ", \"warnings\": [%s%s%s]}", warning_of(&m) ? "\"" : "", warning_of(&m) ? warning_of(&m) : "", warning_of(&m) ? "\"" : "");
	return cv_make_jsonb(json.data);
}

/* What follows for a customer after a time that argument 4 gives. */
static Datum
after_time(FunctionCallInfo fcinfo, const char *time, const char *what,
		   double (*follows) (CvFamily, const double *, double, double, double, double))
{
	Model		m = model_for(fcinfo, false);
	double		row[3];
	double		after = cv_check_not_negative(PG_GETARG_FLOAT8(4), time);

	customer_args(fcinfo, 1, row);
	if (m.status == FAILED)
		PG_RETURN_NULL();
	return cv_return_finite(follows(m.family, m.parameter, row[0], row[1], row[2], after), what);
}

PG_FUNCTION_INFO_V1(p_alive);

/*
 * p_alive(model clv_model, x, t_x, t, ahead float8) -> float8
 *
 * The probability that the customer, who bought x times after the first, the last time at t_x, has not stopped
 * at t, nor will until ahead later.  Times count from the first purchase, in the unit of the
 * model.  NULL without estimates.  Errors: 22023 as purchases_add, and for a model of spend.
 */
Datum
p_alive(PG_FUNCTION_ARGS)
{
	return after_time(fcinfo, "ahead", "probability", cv_alive);
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
	Model		m = model_for(fcinfo, false);
	double		row[4] = {[3] = 1};
	double		log_parameter[CV_FAMILY_MOST];
	CvCustomers customer = {m.family, row, 1};

	customer_args(fcinfo, 1, row);
	if (m.status == FAILED)
		PG_RETURN_NULL();
	for (int i = 0; i < m.rows->nrows; i++)
		log_parameter[i] = log(m.parameter[i]);
	return cv_return_finite(cv_purchase_loglik(&customer, log_parameter, NULL, NULL), "log-likelihood");
}

PG_FUNCTION_INFO_V1(expected_purchases);

/*
 * expected_purchases(model clv_model, x, t_x, t, horizon float8) -> float8
 *
 * How often the customer will buy from t to horizon later, on average of all who bought like that.
 * NULL without estimates.  Errors: as p_alive.
 */
Datum
expected_purchases(PG_FUNCTION_ARGS)
{
	return after_time(fcinfo, "horizon", "number of purchases", cv_expected);
}

PG_FUNCTION_INFO_V1(expected_purchases_new);

/* expected_purchases(model clv_model, horizon float8) -> float8: the same of a customer who buys for the first time now. */
Datum
expected_purchases_new(PG_FUNCTION_ARGS)
{
	Model		m = model_for(fcinfo, false);

	if (m.status == FAILED)
		PG_RETURN_NULL();
	return cv_return_finite(cv_expected(m.family, m.parameter, 0, 0, 0, cv_check_not_negative(PG_GETARG_FLOAT8(1), "horizon")), "number of purchases");
}

PG_FUNCTION_INFO_V1(expected_spend);

/*
 * expected_spend(model clv_model, x, mean_spend float8) -> float8
 *
 * What the customer will spend on a purchase, on average: what he spent, drawn towards the mean of all, the more so the
 * fewer his purchases.  mean_spend is not looked at, and may be NULL, where x is 0.  In the
 * currency of the model.  NULL without estimates, and where the mean is not finite (q <= 1 with x 0).
 * Errors: 22023 for x that is negative or no integer, a negative mean_spend, and a model of purchases.
 */
Datum
expected_spend(PG_FUNCTION_ARGS)
{
	Model		m;
	double		x;
	double		m_x;
	double		q;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	m = model_for(fcinfo, true);
	x = repeats_arg(fcinfo, 1);
	if (m.status == FAILED || (x > 0 && PG_ARGISNULL(2)))
		PG_RETURN_NULL();
	m_x = x > 0 ? cv_check_not_negative(PG_GETARG_FLOAT8(2), "mean_spend") : 0;
	q = m.parameter[0] * x + m.parameter[1] - 1;
	if (q <= 0)
		PG_RETURN_NULL();
	return cv_return_finite(m.parameter[0] / q * (m.parameter[2] + m_x * x), "spend");
}
