/*
 * importance.c - which driver matters most?
 *
 * Shares of R squared from the correlations in an ols_summary; num/importance.c has the methods.
 */
#include "drivers/ols.h"

#include "num/importance.h"
#include "num/symmetric.h"

enum
{
	LMG,
	FIRST,
	LAST,
	BETASQ,
	PRATT,
	JOHNSON
};

static const char *const methods[] = {"lmg", "first", "last", "betasq", "pratt", "johnson", NULL};

static void
find_importance(const CvMoments *m, const CvFit *fit, int method, double *importance)
{
	int			k = fit->k;
	int			n = k + 1;

	if (method == LMG)
	{
		if (k > CV_LMG_MAX)
			ereport(ERROR,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg("method 'lmg' can compare at most %d regressors, not %d", CV_LMG_MAX, k),
					 errhint("Method 'johnson' comes close to it for any number.")));
		cv_importance_lmg(fit->correlation, k, cv_alloc(sizeof(double) << k), palloc((k + 1) * n * n * sizeof(double)),
						  importance);
		return;
	}
	if (method == JOHNSON)
	{
		cv_importance_johnson(fit->correlation, k, palloc((2 * k * k + k) * sizeof(double)), importance);
		return;
	}
	for (int j = 0; j < k; j++)
	{
		double		r = fit->correlation[j * n + k];
		double		beta = fit->swept[j * n + k];

		if (method == FIRST)
			importance[j] = r * r;
		else if (fit->aliased[j])
			importance[j] = NAN;
		else
			importance[j] = method == LAST ? cv_ols_loss(m, fit, j, cv_ols_work(n)) :
				method == BETASQ ? beta * beta : beta * r;
	}
}

PG_FUNCTION_INFO_V1(driver_importance);

/*
 * driver_importance(ols_summary, method text, terms text[])
 *		-> TABLE(term text, importance float8, share float8)
 *
 * By method: 'lmg' what a regressor adds to R squared, averaged over all orders (Shapley),
 * 'first' alone, 'last' after all others, 'betasq' its squared standardised coefficient, 'pratt'
 * that coefficient times its correlation, 'johnson' relative weights.  lmg, pratt and
 * johnson add up to R squared.  share is the part of the sum.  NULL where y does not vary, and, by
 * last, betasq and pratt, for an aliased regressor.  Errors: 22023 for another method or
 * number of terms, 54000 for lmg with more than 20 regressors.
 */
Datum
driver_importance(PG_FUNCTION_ARGS)
{
	CvTable		table;
	CvFit		fit;
	CvMoments	m;
	int			method;
	char	  **terms;
	double	   *importance;
	double		total = 0;

	table = cv_make_table(fcinfo);
	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	method = cv_choice_arg(fcinfo, 1, "method", methods);
	if (!cv_ols_fit(fcinfo, 0, &fit))
		PG_RETURN_NULL();
	cv_ols_moments(fcinfo, 0, &m);
	terms = cv_terms_arg(fcinfo, 2, fit.k);
	importance = palloc(fit.k * sizeof(double));
	find_importance(&m, &fit, method, importance);
	for (int j = 0; j < fit.k; j++)
		total += isnan(importance[j]) ? 0 : importance[j];
	for (int j = 0; j < fit.k; j++)
	{
		Datum		values[3] = {CStringGetTextDatum(terms[j]), Float8GetDatum(importance[j]),
			Float8GetDatum(importance[j] / total)};
		bool		nulls[3] = {false, false, false};

		nulls[1] = nulls[2] = isnan(importance[j]) || fit.deviation[fit.k] == 0;
		nulls[2] = nulls[2] || total == 0;
		cv_table_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}
