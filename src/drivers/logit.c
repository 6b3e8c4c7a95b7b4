/*
 * logit.c - what makes a customer come back, or leave?
 *
 * Logistic regression: logit_agg collects the rows (its state is held_rows of kind logit: y,
 * regressors and weight; equal rows become one), and fits by maximum likelihood at the end.
 *
 * Memory: 8 (k + 2) bytes a distinct row, up to 512 MB, and as much again while fitting.
 */
#include "drivers/ols.h"

#include "lib/stringinfo.h"
#include "num/logit.h"
#include "num/special.h"

/*
 * A logit_model is CvRows with these parameters, and a row for the constant and each regressor:
 * estimate, whether it is aliased, and its row of the covariance matrix.  The constant is the logit at the centre, from
 * which x counts, so that nothing is lost where regressors are far from 0; version 1.1.0 kept none, which is a
 * centre of 0.  Without a finite estimate or convergence those numbers are 0 and the accessors give NULL.
 */
enum
{
	MODEL_WEIGHT,
	MODEL_ITERATIONS,
	MODEL_CONVERGED,
	MODEL_SEPARATED,
	MODEL_LOGLIK,
	MODEL_NULL_LOGLIK,
	MODEL_RANK,
	MODEL_PARAMS,
	MODEL_CENTRE = MODEL_PARAMS	/* of each regressor */
};

#define ROW_ESTIMATE 0
#define ROW_ALIASED 1
#define ROW_COVARIANCE 2

static bool
is_flag(double x)
{
	return x == 0 || x == 1;
}

static bool
has_shape(const CvRows *m)
{
	return m->kind == cv_kind_logit_model.number && m->nrows == m->width - ROW_COVARIANCE &&
		(m->nparams == MODEL_PARAMS || m->nparams == MODEL_PARAMS + m->nrows - 1);
}

/* Where regressor j counts from. */
static double
centre_of(const CvRows *m, int j)
{
	return m->nparams > MODEL_PARAMS ? cv_rows_params(m)[MODEL_CENTRE + j] : 0;
}

static const char *
complaint_of(const CvRows *m)
{
	const double *param = cv_rows_params(m);
	int			p = m->width - ROW_COVARIANCE;
	int			rank = 0;

	if (m->kind == CV_ROWS_EMPTY || p < 2 || p > CV_OLS_COLUMNS + 1 || !has_shape(m))
		return "a logit_model of k regressors must have 7 or k + 7 parameters and k + 1 rows of k + 3 numbers";
	for (int i = 0; i < p; i++)
	{
		const double *row = cv_rows_row(m, i);

		if (!is_flag(row[ROW_ALIASED]) || row[ROW_COVARIANCE + i] < 0 || (i == 0 && row[ROW_ALIASED] != 0))
			return "the second number of a row must be 0 or 1, and variances must not be negative";
		rank += row[ROW_ALIASED] == 0;
		for (int j = 0; j < i; j++)
		{
			if (row[ROW_COVARIANCE + j] != cv_rows_row(m, j)[ROW_COVARIANCE + i])
				return "covariances must be symmetric";
		}
	}
	if (!(param[MODEL_WEIGHT] > 0) || !is_flag(param[MODEL_CONVERGED]) || !is_flag(param[MODEL_SEPARATED]) ||
		!(param[MODEL_ITERATIONS] >= 0 && param[MODEL_ITERATIONS] <= 1e6) ||
		param[MODEL_ITERATIONS] != floor(param[MODEL_ITERATIONS]) ||
		param[MODEL_LOGLIK] > 0 || param[MODEL_NULL_LOGLIK] > 0 || param[MODEL_RANK] != rank)
		return "parameters must be weight, iterations, converged, separated, two log-likelihoods and rank";
	return NULL;
}

CV_ROWS_TYPE("logit_model", complaint_of, logit_model_in, logit_model_out, logit_model_recv, logit_model_send)
CV_COMPARE(logit_model_send, logit_model_cmp, logit_model_eq, logit_model_ne, logit_model_lt, logit_model_le,
		   logit_model_gt, logit_model_ge, logit_model_hash, logit_model_hash_extended)

static CvRows *
model_arg(FunctionCallInfo fcinfo)
{
	CvRows	   *m = cv_rows_get(PG_GETARG_DATUM(0));

	if (!has_shape(m))
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("invalid logit_model value")));
	return m;
}

/* Are there estimates? */
static bool
has_estimates(const CvRows *m)
{
	return cv_rows_params(m)[MODEL_CONVERGED] == 1 && cv_rows_params(m)[MODEL_SEPARATED] == 0;
}

/* One row more, of outcome, k regressors and weight. */
static Datum
add_row(FunctionCallInfo fcinfo, bool y, const double *x, int k, double weight)
{
	double		row[CV_OLS_COLUMNS + 2];
	CvRows	   *rows;

	if (x == NULL || weight == 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	if (k < 1 || k > CV_OLS_COLUMNS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("x must have 1 to %d elements, not %d", CV_OLS_COLUMNS, k)));
	row[0] = y;
	memcpy(row + 1, x, k * sizeof(double));
	row[k + 1] = weight;
	rows = cv_rows_writable(fcinfo, &cv_kind_logit, k + 2, NULL, 0, 1);
	cv_rows_append(rows, row);
	PG_RETURN_POINTER(rows);
}

PG_FUNCTION_INFO_V1(logit_add);
PG_FUNCTION_INFO_V1(logit_add_integer);
PG_FUNCTION_INFO_V1(logit_add_number);
PG_FUNCTION_INFO_V1(logit_add_integer_number);

/*
 * logit_add(held_rows, y boolean or integer, x float8[] [, weight float8]) -> held_rows
 * logit_add(held_rows, y boolean or integer, x float8) -> held_rows
 *
 * Transition functions of logit_agg; an integer y is 0 or 1.  A row with NULL among x is ignored, and one of weight 0.
 * Errors: 22023 for NaN and infinity, another y, a negative weight, another number of elements and
 * more than 100, 54000 beyond 512 MB of distinct rows.
 */
static Datum
add_array(FunctionCallInfo fcinfo, bool y)
{
	int			k;
	const double *x = cv_float8_row(PG_GETARG_VARLENA_P(2), "x", &k);

	return add_row(fcinfo, y, x, k, cv_weight_or_one(fcinfo, 3));
}

static Datum
add_number(FunctionCallInfo fcinfo, bool y)
{
	double		x = cv_finite(PG_GETARG_FLOAT8(2), "x");

	return add_row(fcinfo, y, &x, 1, 1);
}

static bool
integer_outcome(FunctionCallInfo fcinfo)
{
	return cv_check_binary(PG_GETARG_INT32(1), "y",
						   "1 is the outcome that is counted; a comparison, such as (n > 0), is a boolean.");
}

Datum
logit_add(PG_FUNCTION_ARGS)
{
	return add_array(fcinfo, PG_GETARG_BOOL(1));
}

Datum
logit_add_integer(PG_FUNCTION_ARGS)
{
	return add_array(fcinfo, integer_outcome(fcinfo));
}

Datum
logit_add_number(PG_FUNCTION_ARGS)
{
	return add_number(fcinfo, PG_GETARG_BOOL(1));
}

Datum
logit_add_integer_number(PG_FUNCTION_ARGS)
{
	return add_number(fcinfo, integer_outcome(fcinfo));
}

PG_FUNCTION_INFO_V1(logit_final);

/*
 * logit_final(held_rows) -> logit_model
 *
 * NULL without rows.  A model without finite estimates (one class only, or separated) or
 * that did not converge says so and has no coefficients.
 */
Datum
logit_final(PG_FUNCTION_ARGS)
{
	CvRows	   *rows = cv_rows_arg(fcinfo, 0, &cv_kind_logit);
	CvRows	   *model;
	CvLogit		m = {.k = rows->width - 2};
	double	   *row;
	int			p = m.k + 1;

	if (rows->nrows == 0)
		PG_RETURN_NULL();
	if (m.k < 1 || m.k > CV_OLS_COLUMNS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("rows of logit_agg must have 1 to %d regressors, not %d", CV_OLS_COLUMNS, m.k)));
	row = cv_alloc(rows->nrows * rows->width * sizeof(double));
	memcpy(row, cv_rows_row(rows, 0), rows->nrows * rows->width * sizeof(double));
	m.n = cv_rows_gather(row, rows->nrows, rows->width);
	m.row = row;
	m.centre = palloc(m.k * sizeof(double));
	m.beta = palloc(p * sizeof(double));
	m.covariance = palloc(p * p * sizeof(double));
	m.aliased = palloc0(p * sizeof(bool));
	m.work = palloc(CV_LOGIT_WORK(m.k) * sizeof(double));
	for (int64 i = 0; i < m.n; i++)
	{
		if (!is_flag(row[i * rows->width]))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("rows of logit_agg must begin with 0 or 1, not %s", cv_float8_text(row[i * rows->width]))));
	}
	cv_logit_fit(&m);
	if (m.out_of_range || !isfinite(m.total))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("%s of logit_agg are out of range", m.out_of_range ? "differences within a column" : "weights"),
				 errhint("Bring them to a scale nearer to 1.")));

	model = cv_rows_new(&cv_kind_logit_model, ROW_COVARIANCE + p, MODEL_PARAMS + m.k, p);
	model->nrows = p;
	memset(cv_rows_params(model), 0, (MODEL_PARAMS + m.k + p * model->width) * sizeof(double));
	cv_rows_params(model)[MODEL_WEIGHT] = m.total;
	cv_rows_params(model)[MODEL_ITERATIONS] = m.iterations;
	cv_rows_params(model)[MODEL_CONVERGED] = m.converged && !m.separated;
	cv_rows_params(model)[MODEL_SEPARATED] = m.separated;
	cv_rows_params(model)[MODEL_LOGLIK] = fmin(0, m.loglik) + 0.0;
	cv_rows_params(model)[MODEL_NULL_LOGLIK] = fmin(0, m.null_loglik) + 0.0;
	cv_rows_params(model)[MODEL_RANK] = 1;
	for (int j = 0; j < m.k && has_estimates(model); j++)
		cv_rows_params(model)[MODEL_CENTRE + j] = m.centre[j] + 0.0;
	for (int i = 0; i < p; i++)
	{
		double	   *to = cv_rows_row(model, i);

		to[ROW_ALIASED] = i > 0 && m.aliased[i - 1];
		cv_rows_params(model)[MODEL_RANK] += i > 0 && !m.aliased[i - 1];
		for (int j = 0; j < p && has_estimates(model); j++)
		{
			to[ROW_ESTIMATE] = m.beta[i] + 0.0;
			to[ROW_COVARIANCE + j] = m.covariance[i > j ? i * p + j : j * p + i] + 0.0;
			if (!isfinite(to[ROW_COVARIANCE + j]) || !isfinite(m.beta[i]))
				ereport(ERROR,
						(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
						 errmsg("coefficients of logit_agg are out of range"),
						 errhint("Bring the columns to a smaller scale.")));
		}
	}
	PG_RETURN_POINTER(model);
}

/* An estimate and its variance as users know them: the constant is the logit where all regressors are 0. */
static double
estimate_of(const CvRows *m, int i, double *variance)
{
	double		estimate = cv_rows_row(m, i)[ROW_ESTIMATE];

	*variance = cv_rows_row(m, i)[ROW_COVARIANCE + i];
	for (int a = 1; a < m->nrows && i == 0; a++)
	{
		const double *row = cv_rows_row(m, a);

		estimate -= row[ROW_ESTIMATE] * centre_of(m, a - 1);
		*variance -= 2 * centre_of(m, a - 1) * row[ROW_COVARIANCE];
		for (int b = 1; b < m->nrows; b++)
			*variance += centre_of(m, a - 1) * centre_of(m, b - 1) * row[ROW_COVARIANCE + b];
	}
	*variance = fmax(0, *variance);
	return estimate;
}

PG_FUNCTION_INFO_V1(logit_coef);

/*
 * logit_coef(logit_model, confidence float8, terms text[]) -> TABLE(term text, estimate,
 *		std_error, z, p, low, high, odds_ratio, odds_low, odds_high float8)
 *
 * The constant and each regressor, in logarithms of the odds, and as odds ratios for a
 * change by one.  NULL for an aliased regressor, and everywhere in a model without
 * estimates.  Errors: as ols_coef.
 */
Datum
logit_coef(PG_FUNCTION_ARGS)
{
	CvTable		table;
	CvRows	   *m;
	char	  **terms;
	double		width;

	table = cv_make_table(fcinfo);
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	width = cv_normal_width(cv_confidence_arg(fcinfo, 1));
	m = model_arg(fcinfo);
	terms = cv_terms_arg(fcinfo, 2, (int) m->nrows - 1);
	for (int i = 0; i < m->nrows; i++)
	{
		const double *row = cv_rows_row(m, i);
		bool		known = has_estimates(m) && row[ROW_ALIASED] == 0;
		double		variance;
		double		of_model = estimate_of(m, i, &variance);
		double		estimate = known ? of_model : NAN;
		double		se = known ? sqrt(variance) : NAN;
		Datum		values[10];
		bool		nulls[10] = {false};

		values[0] = CStringGetTextDatum(i == 0 ? "const" : terms[i - 1]);
		cv_set_number(&values[1], &nulls[1], estimate);
		cv_set_number(&values[2], &nulls[2], se);
		cv_set_number(&values[3], &nulls[3], estimate / se);
		cv_set_number(&values[4], &nulls[4], cv_two_sided(estimate / se));
		cv_set_number(&values[5], &nulls[5], estimate - width * se);
		cv_set_number(&values[6], &nulls[6], estimate + width * se);
		cv_set_number(&values[7], &nulls[7], exp(estimate));
		cv_set_number(&values[8], &nulls[8], exp(estimate - width * se));
		cv_set_number(&values[9], &nulls[9], exp(estimate + width * se));
		cv_table_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}

/* x, an array argument, from the centre and with 1 before it; NULL without estimates or where it has NULL. */
static double *
regressors_arg(FunctionCallInfo fcinfo, const CvRows *m, int argno, double *eta)
{
	int			k;
	const double *x = cv_float8_row(PG_GETARG_VARLENA_P(argno), "x", &k);
	double	   *row;

	if (x == NULL || !has_estimates(m))
		return NULL;
	if (k != m->nrows - 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("x must have as many elements as the rows of the model had, %d, not %d",
						(int) m->nrows - 1, k)));
	row = palloc((k + 1) * sizeof(double));
	row[0] = 1;
	for (int j = 0; j < k; j++)
		row[1 + j] = x[j] - centre_of(m, j);
	*eta = 0;
	for (int i = 0; i <= k; i++)
		*eta += cv_rows_row(m, i)[ROW_ESTIMATE] * row[i];
	return isfinite(*eta) ? row : NULL;
}

PG_FUNCTION_INFO_V1(logit_predict);

/*
 * logit_predict(logit_model, x float8[]) -> float8
 *
 * The probability of y at x.  NULL in a model without estimates and where x has NULL.  Errors:
 * 22023 for NaN and infinity and another number of elements.
 */
Datum
logit_predict(PG_FUNCTION_ARGS)
{
	double		eta;

	if (regressors_arg(fcinfo, model_arg(fcinfo), 1, &eta) == NULL)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(cv_logistic(eta));
}

PG_FUNCTION_INFO_V1(logit_what_if);

/*
 * logit_what_if(logit_model, x float8[], term text, delta float8, confidence float8, terms
 *		text[]) -> (change, low, high float8)
 *
 * By how much the probability at x changes when term changes by delta, with its interval by
 * the delta method.  NULL in a model without estimates, where x has NULL and for an
 * aliased term.  Errors: as logit_predict, and 22023 for a name that is not there.
 */
Datum
logit_what_if(PG_FUNCTION_ARGS)
{
	CvRows	   *m;
	double	   *row;
	double		eta,
				delta,
				width,
				before,
				after,
				variance = 0;
	int			p,
				j;
	Datum		values[3];
	bool		nulls[3];

	for (int i = 0; i < 5; i++)
	{
		if (PG_ARGISNULL(i))
			PG_RETURN_NULL();
	}
	m = model_arg(fcinfo);
	p = (int) m->nrows;
	delta = cv_check_finite(PG_GETARG_FLOAT8(3), "delta");
	width = cv_normal_width(cv_confidence_arg(fcinfo, 4));
	j = cv_term_number(cv_terms_arg(fcinfo, 5, p - 1), p - 1, cv_text_arg(fcinfo, 2)) + 1;
	row = regressors_arg(fcinfo, m, 1, &eta);
	if (row == NULL || cv_rows_row(m, j)[ROW_ALIASED] != 0)
		PG_RETURN_NULL();
	before = cv_logistic(eta);
	after = cv_logistic(eta + cv_rows_row(m, j)[ROW_ESTIMATE] * delta);
	for (int a = 0; a < p; a++)
	{
		for (int b = 0; b < p; b++)
		{
			double		ga = after * (1 - after) * (row[a] + (a == j ? delta : 0)) - before * (1 - before) * row[a];
			double		gb = after * (1 - after) * (row[b] + (b == j ? delta : 0)) - before * (1 - before) * row[b];

			variance += ga * gb * cv_rows_row(m, a)[ROW_COVARIANCE + b];
		}
	}
	cv_set_number(&values[0], &nulls[0], after - before);
	cv_set_number(&values[1], &nulls[1], after - before - width * sqrt(fmax(0, variance)));
	cv_set_number(&values[2], &nulls[2], after - before + width * sqrt(fmax(0, variance)));
	return cv_make_record(fcinfo, values, nulls);
}

PG_FUNCTION_INFO_V1(logit_loglik);

/* logit_loglik(logit_model) -> float8: log-likelihood; NULL in a model without estimates. */
Datum
logit_loglik(PG_FUNCTION_ARGS)
{
	CvRows	   *m = model_arg(fcinfo);

	if (!has_estimates(m))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(cv_rows_params(m)[MODEL_LOGLIK]);
}

PG_FUNCTION_INFO_V1(logit_model_json);

/*
 * model_json(logit_model) -> jsonb
 *
 * weight (of rows), regressors, rank, iterations, converged, separated (no finite estimate),
 * log_likelihood, null_deviance, deviance, aic, mcfadden_r2, coefficients and standard_errors
 * (constant first), and warnings in words.
 */
Datum
logit_model_json(PG_FUNCTION_ARGS)
{
	CvRows	   *m = model_arg(fcinfo);
	const double *param = cv_rows_params(m);
	bool		known = has_estimates(m);
	double		loglik = known ? param[MODEL_LOGLIK] : NAN;
	const char *warning = param[MODEL_SEPARATED] == 1 ?
		"\"there is no finite estimate: the regressors separate the classes, or there is one class only\"" :
		!known ? "\"it did not converge\"" : "";
	StringInfoData json;

	initStringInfo(&json);
	appendStringInfo(&json,
					 "{\"regressors\": %d, \"rank\": %.0f, \"iterations\": %.0f, \"converged\": %s, \"separated\": %s",
					 (int) m->nrows - 1, param[MODEL_RANK], param[MODEL_ITERATIONS],
					 param[MODEL_CONVERGED] == 1 ? "true" : "false", param[MODEL_SEPARATED] == 1 ? "true" : "false");
	cv_append_json(&json, "weight", param[MODEL_WEIGHT]);
	cv_append_json(&json, "log_likelihood", loglik);
	cv_append_json(&json, "null_deviance", -2 * param[MODEL_NULL_LOGLIK] + 0.0);
	cv_append_json(&json, "deviance", -2 * loglik);
	cv_append_json(&json, "aic", 2 * param[MODEL_RANK] - 2 * loglik);
	cv_append_json(&json, "mcfadden_r2", 1 - loglik / param[MODEL_NULL_LOGLIK]);
	for (int k = 0; k < 2; k++)
	{
		appendStringInfoString(&json, k == 0 ? ", \"coefficients\": [" : "], \"standard_errors\": [");
		for (int i = 0; i < m->nrows; i++)
		{
			double		variance;
			double		estimate = estimate_of(m, i, &variance);

			appendStringInfoString(&json, i > 0 ? ", " : "");
			cv_append_number(&json, !known || cv_rows_row(m, i)[ROW_ALIASED] != 0 ? NAN :
							 k == 0 ? estimate : sqrt(variance));
		}
	}
	appendStringInfo(&json, "], \"warnings\": [%s]}", warning);
	return cv_make_jsonb(json.data);
}
