/*
 * ols_fit.c - what moves it, how surely, and what if it changes?
 *
 * Everything that least squares says, read from an ols_summary.  Standard errors are those
 * of R's lm; weights are case weights of known relative precision, as there.
 */
#include "drivers/ols.h"

#include "lib/stringinfo.h"

/* Sum of d_i d_j inverse_ij over the regressors, with d in their own units. */
static double
quadratic(const CvFit *fit, const double *d)
{
	int			n = fit->k + 1;
	double		sum = 0;

	for (int i = 0; i < fit->k; i++)
	{
		for (int j = 0; j < fit->k; j++)
		{
			if (!fit->aliased[i] && !fit->aliased[j])
				sum += d[i] / fit->deviation[i] * (d[j] / fit->deviation[j]) * fit->swept[i * n + j];
		}
	}
	return fmax(0, sum);
}

/* R squared; NaN where y does not vary. */
static double
r_squared(const CvFit *fit)
{
	int			n = fit->k + 1;
	double		explained = 0;

	if (fit->deviation[fit->k] == 0)
		return NAN;
	/* What is explained, or 1 minus what is not: whichever is the smaller keeps its digits. */
	for (int j = 0; j < fit->k; j++)
	{
		if (!fit->aliased[j])
			explained += fit->swept[j * n + fit->k] * fit->correlation[j * n + fit->k];
	}
	return explained < 0.5 ? fmax(0, explained) : 1 - fit->left;
}

/* NaN where it does not exist, without degrees of freedom; infinite where nothing is left. */
static double
f_statistic(const CvFit *fit)
{
	double		r2 = r_squared(fit);

	return fit->rank < 2 || fit->df <= 0 || r2 == 0 ? NAN :
		r2 / (fit->rank - 1) / ((r2 < 0.5 ? 1 - r2 : fit->left) / fit->df);
}

/* The probability of an F at least as large where no regressor matters. */
static double
f_probability(const CvFit *fit, double f)
{
	return isinf(f) ? 0 : isnan(f) ? NAN : cv_f_tail(f, fit->rank - 1, fit->df);
}

PG_FUNCTION_INFO_V1(ols_coef);

/*
 * ols_coef(ols_summary, confidence float8, terms text[]) -> TABLE(term text, estimate,
 *		std_error, t, p, low, high, vif float8)
 *
 * The constant and each regressor.  An aliased one, a sum of others or constant, is NULL; so are
 * standard errors, t, p and the interval without degrees of freedom.  Errors: 22023 for
 * confidence off 0 to 1 and another number of terms.
 */
Datum
ols_coef(PG_FUNCTION_ARGS)
{
	CvTable		table;
	CvFit		fit;
	char	  **terms;
	double		confidence,
				width;

	table = cv_make_table(fcinfo);
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	confidence = cv_confidence_arg(fcinfo, 1);
	if (!cv_ols_fit(fcinfo, 0, &fit))
		PG_RETURN_NULL();
	terms = cv_terms_arg(fcinfo, 2, fit.k);
	width = fit.df > 0 ? cv_t_width(confidence, fit.df) : NAN;
	for (int j = -1; j < fit.k; j++)
	{
		bool		aliased = j >= 0 && fit.aliased[j];
		double		inverse = j < 0 ? 1 / fit.weight + quadratic(&fit, fit.mean) :
			aliased ? NAN : fit.swept[j * (fit.k + 1) + j] / fit.deviation[j] / fit.deviation[j];
		double		estimate = aliased ? NAN : j < 0 ? fit.constant : fit.beta[j];
		double		se = sqrt(fit.variance * inverse);
		double		t = estimate == 0 && se == 0 ? NAN : estimate / se;
		Datum		values[8];
		bool		nulls[8] = {false};

		values[0] = CStringGetTextDatum(j < 0 ? "const" : terms[j]);
		cv_set_number(&values[1], &nulls[1], estimate);
		cv_set_number(&values[2], &nulls[2], se);
		cv_set_number(&values[3], &nulls[3], t);
		cv_set_number(&values[4], &nulls[4], isinf(t) ? 0 : 2 * cv_t_tail(fabs(t), fit.df));
		cv_set_number(&values[5], &nulls[5], estimate - width * se);
		cv_set_number(&values[6], &nulls[6], estimate + width * se);
		cv_set_number(&values[7], &nulls[7], j < 0 || aliased ? NAN : fit.swept[j * (fit.k + 1) + j]);
		cv_table_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}

/*
 * ols_r2, ols_adj_r2, ols_sigma, ols_f, ols_f_p(ols_summary) -> float8
 *
 * Share of the variance of y that is explained, the same adjusted for the number of
 * regressors, standard deviation of the residuals in units of y, the F statistic against
 * the constant alone, and its probability when no regressor matters.  NULL where they do
 * not exist: without rows or degrees of freedom, where y does not vary.
 */
PG_FUNCTION_INFO_V1(ols_r2);
PG_FUNCTION_INFO_V1(ols_adj_r2);
PG_FUNCTION_INFO_V1(ols_sigma);
PG_FUNCTION_INFO_V1(ols_f);
PG_FUNCTION_INFO_V1(ols_f_p);

Datum
ols_r2(PG_FUNCTION_ARGS)
{
	CvFit		fit;

	if (!cv_ols_fit(fcinfo, 0, &fit))
		PG_RETURN_NULL();
	return cv_return_number(fcinfo, r_squared(&fit));
}

Datum
ols_adj_r2(PG_FUNCTION_ARGS)
{
	CvFit		fit;

	if (!cv_ols_fit(fcinfo, 0, &fit) || fit.df <= 0)
		PG_RETURN_NULL();
	return cv_return_number(fcinfo, 1 - (1 - r_squared(&fit)) * ((fit.n - 1) / fit.df));
}

Datum
ols_sigma(PG_FUNCTION_ARGS)
{
	CvFit		fit;

	if (!cv_ols_fit(fcinfo, 0, &fit))
		PG_RETURN_NULL();
	return cv_return_number(fcinfo, sqrt(fit.variance));
}

Datum
ols_f(PG_FUNCTION_ARGS)
{
	CvFit		fit;

	if (!cv_ols_fit(fcinfo, 0, &fit))
		PG_RETURN_NULL();
	return cv_return_number(fcinfo, f_statistic(&fit));
}

Datum
ols_f_p(PG_FUNCTION_ARGS)
{
	CvFit		fit;

	if (!cv_ols_fit(fcinfo, 0, &fit))
		PG_RETURN_NULL();
	return cv_return_number(fcinfo, f_probability(&fit, f_statistic(&fit)));
}

PG_FUNCTION_INFO_V1(ols_model_json);

/*
 * model_json(ols_summary) -> jsonb
 *
 * rows, weight, regressors, rank (with the constant; lower than regressors + 1 where some
 * are aliased), df, r2, adj_r2, sigma, f, p.  NULL without rows.
 */
Datum
ols_model_json(PG_FUNCTION_ARGS)
{
	CvFit		fit;
	StringInfoData json;
	double		f;

	if (!cv_ols_fit(fcinfo, 0, &fit))
		PG_RETURN_NULL();
	f = f_statistic(&fit);
	initStringInfo(&json);
	appendStringInfo(&json, "{\"rows\": %.0f, \"regressors\": %d, \"rank\": %d, \"df\": %.0f",
					 fit.n, fit.k, fit.rank, fit.df);
	cv_append_json(&json, "weight", fit.weight);
	cv_append_json(&json, "r2", r_squared(&fit));
	cv_append_json(&json, "adj_r2", fit.df > 0 ? 1 - (1 - r_squared(&fit)) * ((fit.n - 1) / fit.df) : NAN);
	cv_append_json(&json, "sigma", sqrt(fit.variance));
	cv_append_json(&json, "f", f);
	cv_append_json(&json, "p", f_probability(&fit, f));
	appendStringInfoChar(&json, '}');
	return cv_make_jsonb(json.data);
}

/* y at x, argument 1, and x less its means; false without rows and where x has NULL. */
static bool
predict(FunctionCallInfo fcinfo, CvFit *fit, double *y, double **d)
{
	int			k;
	const double *x = cv_float8_row(PG_GETARG_VARLENA_P(1), "x", &k);

	if (x == NULL || !cv_ols_fit(fcinfo, 0, fit))
		return false;
	if (k != fit->k)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("x must have as many elements as the rows of the summary had, %d, not %d", fit->k, k)));
	*d = palloc(k * sizeof(double));
	*y = fit->mean[k];
	for (int j = 0; j < k; j++)
	{
		(*d)[j] = x[j] - fit->mean[j];
		*y += fit->beta[j] * (*d)[j];
	}
	return true;
}

PG_FUNCTION_INFO_V1(ols_predict);

/*
 * ols_predict(ols_summary, x float8[]) -> float8
 *
 * The y that is expected at x.  NULL without rows and where x has NULL.  Errors: 22023 for NaN
 * and infinity and another number of elements.
 */
Datum
ols_predict(PG_FUNCTION_ARGS)
{
	CvFit		fit;
	double		y,
			   *d;

	if (!predict(fcinfo, &fit, &y, &d))
		PG_RETURN_NULL();
	return cv_return_number(fcinfo, y);
}

/*
 * ols_predict_low, ols_predict_high(ols_summary, x float8[], confidence float8, of text) -> float8
 *
 * Ends of the interval of the mean of y at x ('mean'), or of one new observation of weight
 * 1 ('new').  NULL also without degrees of freedom.  Errors: as ols_predict.
 */
static Datum
predict_end(FunctionCallInfo fcinfo, double sign)
{
	static const char *const choices[] = {"mean", "new", NULL};
	double		confidence = cv_confidence_arg(fcinfo, 2);
	bool		single = cv_choice_arg(fcinfo, 3, "of", choices) == 1;
	CvFit		fit;
	double		y,
			   *d;

	if (!predict(fcinfo, &fit, &y, &d) || fit.df <= 0)
		PG_RETURN_NULL();
	return cv_return_number(fcinfo, y + sign * cv_t_width(confidence, fit.df) *
						 sqrt(fit.variance * (single + 1 / fit.weight + quadratic(&fit, d))));
}

PG_FUNCTION_INFO_V1(ols_predict_low);
PG_FUNCTION_INFO_V1(ols_predict_high);

Datum
ols_predict_low(PG_FUNCTION_ARGS)
{
	return predict_end(fcinfo, -1);
}

Datum
ols_predict_high(PG_FUNCTION_ARGS)
{
	return predict_end(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(ols_what_if);

/*
 * ols_what_if(ols_summary, term text, delta float8, confidence float8, terms text[])
 *		-> (change, low, high float8)
 *
 * By how much y changes, other regressors unchanged, when term changes by delta, with its
 * interval.  NULL for an aliased term; low and high without degrees of freedom.  Errors:
 * 22023 for a name that is not there, and as ols_coef.
 */
Datum
ols_what_if(PG_FUNCTION_ARGS)
{
	CvFit		fit;
	double		delta,
				confidence,
				half,
				change;
	int			j;
	Datum		values[3];
	bool		nulls[3];

	for (int i = 0; i < 4; i++)
	{
		if (PG_ARGISNULL(i))
			PG_RETURN_NULL();
	}
	delta = cv_check_finite(PG_GETARG_FLOAT8(2), "delta");
	confidence = cv_confidence_arg(fcinfo, 3);
	if (!cv_ols_fit(fcinfo, 0, &fit))
		PG_RETURN_NULL();
	j = cv_term_number(cv_terms_arg(fcinfo, 4, fit.k), fit.k, cv_text_arg(fcinfo, 1));
	change = fit.aliased[j] ? NAN : fit.beta[j] * delta;
	half = fit.aliased[j] || fit.df <= 0 ? NAN :
		cv_t_width(confidence, fit.df) * fabs(delta) * sqrt(fit.variance * fit.swept[j * (fit.k + 1) + j]) /
			fit.deviation[j];
	cv_set_number(&values[0], &nulls[0], change);
	cv_set_number(&values[1], &nulls[1], change - half);
	cv_set_number(&values[2], &nulls[2], change + half);
	return cv_make_record(fcinfo, values, nulls);
}

/* The sum of squares that is lost when the coefficients are these and not the estimates. */
static double
lost_squares(const CvFit *fit, const double *coefficient)
{
	double		mean = fit->mean[fit->k] - coefficient[0];
	double		sum = 0;

	for (int i = 0; i < fit->k; i++)
	{
		double		part = (fit->beta[i] - coefficient[i + 1]) * fit->deviation[i];

		mean -= coefficient[i + 1] * fit->mean[i];
		for (int j = 0; j < fit->k; j++)
			sum += part * (fit->beta[j] - coefficient[j + 1]) * fit->deviation[j] *
				fit->correlation[i * (fit->k + 1) + j];
	}
	return fmax(0, sum) + fit->weight * mean * mean;
}

PG_FUNCTION_INFO_V1(ols_test);

/*
 * ols_test(ols_summary, coefficients float8[]) -> (f float8, df1, df2 bigint, p float8)
 *
 * The F test that the constant and all coefficients, in this order, are these.  (0, 1) for actual on forecast asks
 * whether the forecast is unbiased (J. Mincer and V. Zarnowitz, "The Evaluation of Economic Forecasts", 1969).  f and p
 * are NULL without degrees of freedom and where nothing is left to explain.  NULL without rows.  Errors: 22023 for
 * another number of coefficients, NULL, NaN and infinity among them.
 */
Datum
ols_test(PG_FUNCTION_ARGS)
{
	int			n;
	const double *coefficient = cv_float8_array(PG_GETARG_VARLENA_P(1), "coefficients", &n);
	CvFit		fit;
	double		f;
	Datum		values[4];
	bool		nulls[4] = {false};

	if (!cv_ols_fit(fcinfo, 0, &fit))
		PG_RETURN_NULL();
	if (n != fit.k + 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("coefficients must be the constant and one for each regressor, %d, not %d", fit.k + 1, n)));
	f = fit.df > 0 && fit.rss > 0 ? lost_squares(&fit, coefficient) / fit.rank / (fit.rss / fit.df) : NAN;
	cv_set_number(&values[0], &nulls[0], f);
	values[1] = Int64GetDatum(fit.rank);
	values[2] = Int64GetDatum((int64) fit.df);
	cv_set_number(&values[3], &nulls[3], isfinite(f) ? cv_f_tail(f, fit.rank, fit.df) : NAN);
	return cv_make_record(fcinfo, values, nulls);
}
