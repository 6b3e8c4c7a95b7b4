/*
 * cox_model.c - what a cox_model says: effects, whether they hold at all times, and how long a customer will stay.
 */
#include "retention/cox.h"

#include "lib/stringinfo.h"
#include "num/special.h"
#include "pg/interval.h"
#include "retention/spells.h"

static bool
is_flag(double x)
{
	return x == 0 || x == 1;
}

static bool
is_count(double x, double most)
{
	return x >= 0 && x <= most && x == floor(x);
}

static bool
counts_are_valid(const double *param)
{
	return param[CV_COX_TERMS] >= 1 && is_count(param[CV_COX_TERMS], CV_COX_COLUMNS) &&
		is_count(param[CV_COX_RANK], param[CV_COX_TERMS]) && is_count(param[CV_COX_ROWS], 1e300) &&
		is_count(param[CV_COX_ITERATIONS], 1e6) && param[CV_COX_STRATA] >= 1 && is_count(param[CV_COX_STRATA], 1e6);
}

/* Not converged to no finite estimate, nor several strata where there are none. */
static bool
flags_are_valid(const double *param)
{
	return is_flag(param[CV_COX_BRESLOW]) && is_flag(param[CV_COX_CONVERGED]) && is_flag(param[CV_COX_MONOTONE]) &&
		is_flag(param[CV_COX_STRATIFIED]) && (param[CV_COX_CONVERGED] == 0 || param[CV_COX_MONOTONE] == 0) &&
		(param[CV_COX_STRATIFIED] == 1 || param[CV_COX_STRATA] == 1);
}

/* Are the parameters those of so many regressors and strata? */
static bool
params_are_valid(const CvRows *m)
{
	const double *param = cv_rows_params(m);

	return m->nparams >= CV_COX_PARAMS && counts_are_valid(param) && flags_are_valid(param) &&
		param[CV_COX_TOTAL] > 0 && param[CV_COX_EVENTS] >= 0 && param[CV_COX_SCORE] >= 0 && param[CV_COX_WALD] >= 0 &&
		m->nparams == CV_COX_PARAMS + (uint32) param[CV_COX_STRATA] * CV_COX_STRATUM &&
		m->width == CV_COX_COVARIANCE + (int) param[CV_COX_TERMS] && m->nrows >= (int64) param[CV_COX_TERMS];
}

static const char *
complaint_of_terms(const CvRows *m)
{
	int			p = (int) cv_rows_params(m)[CV_COX_TERMS];
	int			rank = 0;

	for (int i = 0; i < p; i++)
	{
		const double *row = cv_rows_row(m, i);

		if (!is_flag(row[CV_COX_ALIASED]) || row[CV_COX_COVARIANCE + i] < 0)
			return "the second number of a regressor must be 0 or 1, and variances must not be negative";
		rank += row[CV_COX_ALIASED] == 0;
		for (int j = 0; j < i; j++)
		{
			if (row[CV_COX_COVARIANCE + j] != cv_rows_row(m, j)[CV_COX_COVARIANCE + i])
				return "covariances must be symmetric";
		}
	}
	if (cv_rows_params(m)[CV_COX_CONVERGED] == 1 && rank != cv_rows_params(m)[CV_COX_RANK])
		return "rank must be the number of regressors that are not aliased";
	return NULL;
}

/* Does a time come after the one before: in a later stratum, or later with more hazard? */
static bool
is_next_step(const double *before, const double *row)
{
	if (row[CV_COX_STEP_STRATUM] != before[CV_COX_STEP_STRATUM])
		return row[CV_COX_STEP_STRATUM] > before[CV_COX_STEP_STRATUM];
	return row[CV_COX_STEP_TIME] > before[CV_COX_STEP_TIME] && row[CV_COX_STEP_HAZARD] >= before[CV_COX_STEP_HAZARD];
}

static const char *
complaint_of_steps(const CvRows *m)
{
	const double *param = cv_rows_params(m);

	for (int64 i = (int64) param[CV_COX_TERMS]; i < m->nrows; i++)
	{
		const double *row = cv_rows_row(m, i);

		CHECK_FOR_INTERRUPTS();
		if (!is_count(row[CV_COX_STEP_STRATUM], param[CV_COX_STRATA] - 1) || row[CV_COX_STEP_TIME] < 0 ||
			row[CV_COX_STEP_HAZARD] < 0 || row[CV_COX_STEP_VARIANCE] < 0)
			return "a time must have the number of its stratum, and hazards from 0 up";
		if (i > (int64) param[CV_COX_TERMS] && !is_next_step(cv_rows_row(m, i - 1), row))
			return "times of a stratum must rise, and so must their hazards";
	}
	return NULL;
}

static const char *
complaint_of(const CvRows *m)
{
	const char *complaint;

	if (m->kind == CV_ROWS_EMPTY || !params_are_valid(m))
		return "parameters must be those of a fit, with 9 numbers for each stratum and a row for each regressor";
	complaint = complaint_of_terms(m);
	return complaint != NULL ? complaint : complaint_of_steps(m);
}

CV_ROWS_TYPE("cox_model", complaint_of, cox_model_in, cox_model_out, cox_model_recv, cox_model_send)
CV_COMPARE(cox_model_send, cox_model_cmp, cox_model_eq, cox_model_ne, cox_model_lt, cox_model_le, cox_model_gt,
		   cox_model_ge, cox_model_hash, cox_model_hash_extended)

static CvRows *
model_arg(FunctionCallInfo fcinfo)
{
	CvRows	   *m = cv_rows_get(PG_GETARG_DATUM(0));

	if (m->kind != cv_kind_cox_model.number || !params_are_valid(m))
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("invalid cox_model value")));
	return m;
}

static int
terms_of(const CvRows *m)
{
	return (int) cv_rows_params(m)[CV_COX_TERMS];
}

/* Are there estimates? */
static bool
has_estimates(const CvRows *m)
{
	return cv_rows_params(m)[CV_COX_CONVERGED] == 1;
}

PG_FUNCTION_INFO_V1(cox_coef);

/* The columns of cox_coef, but for the name. */
static void
coef_row(const CvRows *m, int i, double width, double *column)
{
	const double *row = cv_rows_row(m, i);
	bool		known = has_estimates(m) && row[CV_COX_ALIASED] == 0;
	double		estimate = known ? row[CV_COX_ESTIMATE] : NAN;
	double		se = known ? sqrt(row[CV_COX_COVARIANCE + i]) : NAN;
	double		ph = row[CV_COX_TERM_PH] >= 0 ? row[CV_COX_TERM_PH] : NAN;

	column[0] = estimate;
	column[1] = se;
	column[2] = estimate / se;
	column[3] = cv_two_sided(estimate / se);
	column[4] = exp(estimate);
	column[5] = exp(estimate - width * se);
	column[6] = exp(estimate + width * se);
	column[7] = ph;
	column[8] = isnan(ph) ? NAN : cv_chisq_tail(ph, 1);
}

/*
 * cox_coef(model cox_model, confidence float8, terms text[]) -> TABLE(term text, estimate, std_error, z, p,
 * hazard_ratio, low, high, ph_chi2,
 *		ph_p float8)
 *
 * Each regressor's effect on the logarithm of the hazard, and as the factor by which one more of it multiplies the
 * hazard, with the interval of that; and the test that this is so at all times (1 df).  NULL for an aliased
 * regressor, and everywhere in a model without estimates.  Errors: as ols_coef.
 */
Datum
cox_coef(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	CvRows	   *m;
	char	  **terms;
	double		width;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	width = cv_normal_width(cv_confidence_arg(fcinfo, 1));
	m = model_arg(fcinfo);
	terms = cv_terms_arg(fcinfo, 2, terms_of(m));
	for (int i = 0; i < terms_of(m); i++)
	{
		double		column[9];
		Datum		values[10] = {CStringGetTextDatum(terms[i])};
		bool		nulls[10] = {false};

		coef_row(m, i, width, column);
		for (int k = 0; k < 9; k++)
			cv_set_number(&values[1 + k], &nulls[1 + k], column[k]);
		cv_table_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}

/* A customer: regressors less their means, and the logarithm of their risk. */
typedef struct Customer
{
	double	   *distance;
	double		eta;
} Customer;

/* Argument 1; false without estimates, and where it has NULL. */
static bool
customer_arg(FunctionCallInfo fcinfo, const CvRows *m, Customer *c)
{
	int			k;
	const double *x = cv_float8_row(PG_GETARG_VARLENA_P(1), "x", &k);

	if (x == NULL || !has_estimates(m))
		return false;
	if (k != terms_of(m))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("x must have as many elements as the rows of the model had, %d, not %d", terms_of(m), k)));
	c->distance = palloc(k * sizeof(double));
	c->eta = 0;
	for (int j = 0; j < k; j++)
	{
		c->distance[j] = x[j] - cv_rows_row(m, j)[CV_COX_MEAN];
		c->eta += cv_rows_row(m, j)[CV_COX_ESTIMATE] * c->distance[j];
	}
	return isfinite(c->eta);
}

PG_FUNCTION_INFO_V1(cox_risk);

/*
 * cox_risk(model cox_model, x float8[]) -> float8: the hazard of a customer, in parts of that of one with the mean of
 * every regressor. NULL without estimates and where x has NULL.  Errors: 22023 for NaN and infinity and another
 * number of elements.
 */
Datum
cox_risk(PG_FUNCTION_ARGS)
{
	CvRows	   *m = model_arg(fcinfo);
	Customer	c;

	if (!customer_arg(fcinfo, m, &c))
		PG_RETURN_NULL();
	return cv_return_number(fcinfo, exp(c.eta));
}

/* The stratum of a label argument, or the only one; its number. */
static int
stratum_arg(FunctionCallInfo fcinfo, const CvRows *m, int argno)
{
	const double *stratum = cv_rows_params(m) + CV_COX_PARAMS;
	double		label[CV_COX_LABEL];

	if ((cv_rows_params(m)[CV_COX_STRATIFIED] == 1) != (argno > 0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the model %s strata", argno > 0 ? "has no" : "has"),
				 errhint("cox_survival takes a stratum exactly when cox_agg was given strata.")));
	if (argno == 0)
		return 0;
	cv_cox_encode(PG_GETARG_TEXT_PP(argno), label);
	for (int s = 0; s < (int) cv_rows_params(m)[CV_COX_STRATA]; s++)
	{
		if (memcmp(stratum + s * CV_COX_STRATUM, label, sizeof(label)) == 0)
			return s;
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("the model has no stratum \"%s\"", text_to_cstring(PG_GETARG_TEXT_PP(argno)))));
	return -1;
}

/* The last row of a stratum up to a time; NULL before the first. */
static const double *
find_step(const CvRows *m, int stratum, double t)
{
	int64		low = terms_of(m);

	for (int64 high = m->nrows; low < high;)
	{
		int64		middle = low + (high - low) / 2;
		const double *row = cv_rows_row(m, middle);

		if (row[CV_COX_STEP_STRATUM] < stratum || (row[CV_COX_STEP_STRATUM] == stratum && row[CV_COX_STEP_TIME] <= t))
			low = middle + 1;
		else
			high = middle;
	}
	low--;
	return low >= terms_of(m) && cv_rows_row(m, low)[CV_COX_STEP_STRATUM] == stratum ? cv_rows_row(m, low) : NULL;
}

/* The cumulated hazard of a customer at a time, and the standard error of its logarithm. */
typedef struct Hazard
{
	double		hazard;
	double		log_error;
} Hazard;

/* Variance of the cumulated hazard at the means, from that of the baseline and of the coefficients. */
static double
hazard_variance(const CvRows *m, const Customer *c, const double *step)
{
	double		sum = step[CV_COX_STEP_VARIANCE];

	for (int i = 0; i < terms_of(m); i++)
	{
		double		qi = c->distance[i] * step[CV_COX_STEP_HAZARD] - step[CV_COX_STEP_SLOPE + i];

		for (int j = 0; j < terms_of(m); j++)
		{
			double		qj = c->distance[j] * step[CV_COX_STEP_HAZARD] - step[CV_COX_STEP_SLOPE + j];

			sum += qi * qj * cv_rows_row(m, i)[CV_COX_COVARIANCE + j];
		}
	}
	return fmax(0, sum);
}

/* Of arguments x, t and perhaps a stratum; false where it is not known. */
static bool
hazard_arg(FunctionCallInfo fcinfo, int stratum_argno, Hazard *h)
{
	CvRows	   *m = model_arg(fcinfo);
	double		t = cv_time_arg(fcinfo, 2, "t");
	Customer	c;
	const double *step;
	int			stratum;

	if (!customer_arg(fcinfo, m, &c))
		return false;
	stratum = stratum_arg(fcinfo, m, stratum_argno);
	if (t > cv_rows_params(m)[CV_COX_PARAMS + stratum * CV_COX_STRATUM + CV_COX_LABEL])
		return false;
	step = find_step(m, stratum, t);
	h->hazard = step == NULL ? 0 : step[CV_COX_STEP_HAZARD] * exp(c.eta);
	h->log_error = step == NULL ? 0 : sqrt(hazard_variance(m, &c, step)) / step[CV_COX_STEP_HAZARD];
	return true;
}

PG_FUNCTION_INFO_V1(cox_survival);
PG_FUNCTION_INFO_V1(cox_survival_se);
PG_FUNCTION_INFO_V1(cox_survival_low);
PG_FUNCTION_INFO_V1(cox_survival_high);

/* Where a stratum is among the arguments of a function that has so many without one; 0 without. */
static int
stratum_place(FunctionCallInfo fcinfo, int without)
{
	return PG_NARGS() > without ? 3 : 0;
}

/*
 * cox_survival(model cox_model, x float8[], t float8 [, stratum text]) -> float8
 *
 * The probability that a customer stays longer than t.  The stratum is that of cox_agg.  NULL after the last time
 * that was seen, without estimates and where x has NULL.  Errors: 22023 as cox_risk, for a t below 0, an unknown
 * stratum, and one too many or too few.
 */
Datum
cox_survival(PG_FUNCTION_ARGS)
{
	Hazard		h;

	if (!hazard_arg(fcinfo, stratum_place(fcinfo, 3), &h))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(exp(-h.hazard));
}

/* cox_survival_se(...) -> float8: its standard error, from the baseline and the coefficients. */
Datum
cox_survival_se(PG_FUNCTION_ARGS)
{
	Hazard		h;

	if (!hazard_arg(fcinfo, stratum_place(fcinfo, 3), &h))
		PG_RETURN_NULL();
	return cv_return_number(fcinfo, h.hazard == 0 ? 0 : exp(-h.hazard) * h.hazard * h.log_error);
}

static Datum
survival_end(FunctionCallInfo fcinfo, int side)
{
	int			place = stratum_place(fcinfo, 4);
	double		width = cv_normal_width(cv_confidence_arg(fcinfo, place > 0 ? 4 : 3));
	Hazard		h;

	if (!hazard_arg(fcinfo, place, &h))
		PG_RETURN_NULL();
	return cv_return_number(fcinfo, h.hazard == 0 ? 1 : exp(-h.hazard * exp(side * width * h.log_error)));
}

/*
 * cox_survival_low, cox_survival_high(model cox_model, x float8[], t float8 [, stratum text], confidence float8) ->
 * float8: ends of its interval, symmetric in the logarithm of the hazard.
 */
Datum
cox_survival_low(PG_FUNCTION_ARGS)
{
	return survival_end(fcinfo, 1);
}

Datum
cox_survival_high(PG_FUNCTION_ARGS)
{
	return survival_end(fcinfo, -1);
}

PG_FUNCTION_INFO_V1(cox_concordance);
PG_FUNCTION_INFO_V1(cox_concordance_se);

/* A parameter that is -1 where it is not known. */
static Datum
return_param(FunctionCallInfo fcinfo, int i)
{
	double		x = cv_rows_params(model_arg(fcinfo))[i];

	return cv_return_number(fcinfo, x < 0 ? NAN : x);
}

/*
 * cox_concordance(model cox_model) -> float8: of the pairs of which it is known who left first, the share in which
 * that one had the higher risk (equal risks count half); 0.5 is chance.  cox_concordance_se: its standard error.
 * NULL without estimates or pairs.
 */
Datum
cox_concordance(PG_FUNCTION_ARGS)
{
	return return_param(fcinfo, CV_COX_CONCORDANCE);
}

Datum
cox_concordance_se(PG_FUNCTION_ARGS)
{
	return return_param(fcinfo, CV_COX_CONCORDANCE_SE);
}

PG_FUNCTION_INFO_V1(cox_model_converged);
PG_FUNCTION_INFO_V1(cox_model_warnings);
PG_FUNCTION_INFO_V1(cox_model_json);

/* converged(model cox_model) -> boolean: are there estimates? */
Datum
cox_model_converged(PG_FUNCTION_ARGS)
{
	PG_RETURN_BOOL(has_estimates(model_arg(fcinfo)));
}

/* What is to be said about a model; NULL for nothing. */
static const char *
warning_of(const CvRows *m)
{
	const double *param = cv_rows_params(m);

	if (param[CV_COX_EVENTS] == 0)
		return "there is no finite estimate: nobody had the event";
	if (param[CV_COX_MONOTONE] == 1)
		return "there is no finite estimate: some combination of the regressors orders perfectly who leaves first";
	if (!has_estimates(m))
		return "it did not converge";
	if (param[CV_COX_RANK] < param[CV_COX_TERMS])
		return "a regressor is constant or a combination of others, and has no coefficient";
	return NULL;
}

/* warnings(model cox_model) -> text: what is wrong with it, in words; NULL for nothing. */
Datum
cox_model_warnings(PG_FUNCTION_ARGS)
{
	const char *warning = warning_of(model_arg(fcinfo));

	if (warning == NULL)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(warning));
}

/* Coefficients or standard errors. */
static void
append_terms(StringInfo json, const CvRows *m, bool errors)
{
	appendStringInfo(json, ", \"%s\": [", errors ? "standard_errors" : "coefficients");
	for (int i = 0; i < terms_of(m); i++)
	{
		double		column[9];

		coef_row(m, i, 1, column);
		appendStringInfoString(json, i > 0 ? ", " : "");
		cv_append_number(json, column[errors]);
	}
	appendStringInfoChar(json, ']');
}

/*
 * model_json(model cox_model) -> jsonb
 *
 * ties, customers, weight, events, regressors, rank, strata, iterations, converged, monotone, log_likelihood (without
 * a finite estimate what it tends to) and null_log_likelihood, the tests of all regressors lr, wald and score (rank
 * df), proportionality (rank df), concordance and concordance_se, coefficients, standard_errors, warnings.
 */
Datum
cox_model_json(PG_FUNCTION_ARGS)
{
	CvRows	   *m = model_arg(fcinfo);
	const double *param = cv_rows_params(m);
	bool		known = has_estimates(m);
	const char *warning = warning_of(m);
	StringInfoData json;

	initStringInfo(&json);
	appendStringInfo(&json, "{\"ties\": \"%s\", \"regressors\": %d, \"rank\": %.0f, \"strata\": %.0f",
					 param[CV_COX_BRESLOW] == 1 ? "breslow" : "efron", terms_of(m), param[CV_COX_RANK],
					 param[CV_COX_STRATIFIED] == 1 ? param[CV_COX_STRATA] : 0);
	appendStringInfo(&json, ", \"iterations\": %.0f, \"converged\": %s, \"monotone\": %s", param[CV_COX_ITERATIONS],
					 known ? "true" : "false", param[CV_COX_MONOTONE] == 1 ? "true" : "false");
	cv_append_json(&json, "customers", param[CV_COX_ROWS]);
	cv_append_json(&json, "weight", param[CV_COX_TOTAL]);
	cv_append_json(&json, "events", param[CV_COX_EVENTS]);
	cv_append_json(&json, "null_log_likelihood", param[CV_COX_EVENTS] > 0 ? param[CV_COX_NULL_LOGLIK] : NAN);
	cv_append_json(&json, "log_likelihood", known || param[CV_COX_MONOTONE] == 1 ? param[CV_COX_LOGLIK] : NAN);
	cv_append_json(&json, "lr", known ? fmax(0, 2 * (param[CV_COX_LOGLIK] - param[CV_COX_NULL_LOGLIK])) : NAN);
	cv_append_json(&json, "wald", known ? param[CV_COX_WALD] : NAN);
	cv_append_json(&json, "score", known ? param[CV_COX_SCORE] : NAN);
	cv_append_json(&json, "proportionality", param[CV_COX_PH_CHI2] < 0 ? NAN : param[CV_COX_PH_CHI2]);
	cv_append_json(&json, "concordance", param[CV_COX_CONCORDANCE] < 0 ? NAN : param[CV_COX_CONCORDANCE]);
	cv_append_json(&json, "concordance_se", param[CV_COX_CONCORDANCE_SE] < 0 ? NAN : param[CV_COX_CONCORDANCE_SE]);
	append_terms(&json, m, false);
	append_terms(&json, m, true);
	appendStringInfo(&json, ", \"warnings\": [%s%s%s]}", warning ? "\"" : "", warning ? warning : "",
					 warning ? "\"" : "");
	return cv_make_jsonb(json.data);
}
