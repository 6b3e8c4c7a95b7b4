/*
 * model.c - the type clv_model: how often will a customer buy, and for how much?
 *
 * The fits are aggregates over one row a customer.  Their state is held_rows; equal rows
 * become one with a weight, so that a million customers are some ten thousand rows.  Memory: 32 bytes a
 * distinct row and 8 a covariate, up to 512 MB, and as much again while fitting.  The models are described in
 * clv/core/purchase.h.
 */
#include "clv/model.h"

#include "clv/core/cnbd.h"
#include "clv/core/season.h"
#include "clv/history.h"

#include <float.h>
#include <math.h>

#include "lib/stringinfo.h"
#include "pg/interval.h"
#include "utils/json.h"

/* Most covariates of a model of this family. */
static int
most_covariates(CvFamily family)
{
	return family->dropout_effect != NULL ? CV_MOST_COVARIATES : 0;
}

/* Where the numbers behind the centres of its covariates begin; -1 where there are none. */
static int
more_at(const CvRows *m, int covariates)
{
	const double *more = cv_rows_params(m) + CV_MODEL_PARAMS + covariates;
	double		rest = (double) m->nparams - CV_MODEL_PARAMS - covariates - CV_MORE_COUNT;

	return rest >= 0 && more[CV_MORE_SEASON] >= 0 && more[CV_MORE_NAMES] >= 0 &&
		rest == more[CV_MORE_SEASON] + more[CV_MORE_NAMES] ? CV_MODEL_PARAMS + covariates : -1;
}

/* Has it the rows and parameters that a model of its family has? */
static bool
has_shape(const CvRows *m)
{
	const double *param = cv_rows_params(m);
	CvFamily	family = cv_family_of_kind(m->kind);
	double		covariates;

	if (family == NULL)
		return false;
	covariates = (double) m->nrows - family->n;
	return m->width == m->nrows + 1 && covariates >= 0 && covariates <= most_covariates(family) &&
		(m->nparams == CV_MODEL_PARAMS || m->nparams == CV_MODEL_PARAMS + covariates ||
		 more_at(m, (int) covariates) > 0) &&
		param[CV_MODEL_PURCHASE_COVARIATES] >= 0 &&
		param[CV_MODEL_PURCHASE_COVARIATES] <= (family->purchase_effect != NULL ? covariates : 0) &&
		param[CV_MODEL_PURCHASE_COVARIATES] == floor(param[CV_MODEL_PURCHASE_COVARIATES]);
}

static bool
is_count(double x, double most)
{
	return x >= 0 && x <= most && x == floor(x);
}

/* Are these intensities of months or weeks? */
static bool
is_season(const double *season, int parts)
{
	for (int k = 0; k < parts; k++)
	{
		if (!(season[k] >= 1e-6 && season[k] <= 1e6))
			return false;
	}
	return parts == CV_SEASON_MONTHS || parts == CV_SEASON_WEEKS;
}

/* Are these the numbers of a CvMore of such a model, and what follows? */
static bool
are_more(CvFamily family, const double *more, int covariates)
{
	double		intensities = more[CV_MORE_SEASON];
	double		names = more[CV_MORE_NAMES];

	if (!(more[CV_MORE_UNIT] >= 0 && more[CV_MORE_UNIT] <= CV_LONGEST_UNIT && more[CV_MORE_LEFT_OUT] >= 0) ||
		!is_count(more[CV_MORE_UNSEEN], CV_UNSEEN_COUNT - 1) ||
		!is_count(more[CV_MORE_K], family->every > 0 ? CV_MOST_K : 0) ||
		!is_count(intensities, CV_MOST_SEASON) || !is_count(names, CV_MOST_NAMES) ||
		(intensities > 0 && !(is_season(more + CV_MORE_COUNT, (int) intensities) && more[CV_MORE_UNIT] > 0)))
		return false;
	for (int i = 0; i < intensities; i++)
	{
		if (!(more[CV_MORE_COUNT + i] >= 0))
			return false;
	}
	return names == 0 || cv_are_names(more + CV_MORE_COUNT + (int) intensities, (int) names, covariates);
}

/* Has it a k, where its family has one? */
static bool
has_k(const CvRows *m, CvFamily family)
{
	int			more = more_at(m, (int) m->nrows - family->n);

	return family->every == 0 || (more > 0 && cv_rows_params(m)[more + CV_MORE_K] >= 1);
}

static const char *
complaint_of(const CvRows *m)
{
	const double *param = cv_rows_params(m);
	CvFamily	family;

	if (m->kind == CV_ROWS_EMPTY)
		return "a clv_model has a family";
	if (!has_shape(m))
		return "there must be a row for each parameter and covariate, of an estimate and as many covariances, and a "
			"centre for each covariate or none";
	family = cv_family_of_kind(m->kind);
	if (more_at(m, (int) m->nrows - family->n) > 0 &&
		!are_more(family, param + more_at(m, (int) m->nrows - family->n), (int) m->nrows - family->n))
		return "the numbers behind the centres must be days of the unit, weight left out, what is not seen, k, and how "
			"many intensities of the season and numbers of names follow, which are not negative";
	if (!has_k(m, family))
		return "k must be from 1 to 12";
	if (!is_count(param[CV_MODEL_STATUS], CV_FAR) || !is_count(param[CV_MODEL_ITERATIONS], 1e6) ||
		!(param[CV_MODEL_STATUS] == CV_GIVEN ? param[CV_MODEL_WEIGHT] == 0 :
		  param[CV_MODEL_STATUS] == CV_FAR ? param[CV_MODEL_WEIGHT] >= 0 : param[CV_MODEL_WEIGHT] > 0) ||
		!(fabs(param[CV_MODEL_LOGLIK]) <= 1e300) ||
		!is_count(param[CV_MODEL_FREE], family->n + most_covariates(family)) || param[CV_MODEL_FREE] < m->nrows)
		return "parameters must be weight, log-likelihood, iterations, status from 0 to 4, fitted parameters and "
			"covariates of purchases, and the centre of each covariate";
	for (int i = 0; i < m->nrows; i++)
	{
		const double *row = cv_rows_row(m, i);
		bool		positive = i < family->n && !family->linear[i];

		if (param[CV_MODEL_STATUS] >= CV_FAILED ? row[CV_ROW_ESTIMATE] != 0 : positive && !(row[CV_ROW_ESTIMATE] > 0))
			return "estimates must be above 0, or all 0 with status 3 or 4";
		for (int j = 0; j < m->nrows; j++)
		{
			if (row[CV_ROW_COVARIANCE + j] != cv_rows_row(m, j)[CV_ROW_COVARIANCE + i] ||
				(i == j && row[CV_ROW_COVARIANCE + i] < 0))
				return "covariances must be symmetric, and variances not negative";
		}
	}
	return NULL;
}

CV_ROWS_TYPE("clv_model", complaint_of, clv_model_in, clv_model_out, clv_model_recv, clv_model_send)
CV_COMPARE(clv_model_send, clv_model_cmp, clv_model_eq, clv_model_ne, clv_model_lt, clv_model_le, clv_model_gt,
		   clv_model_ge, clv_model_hash, clv_model_hash_extended)

CvModel
cv_model_arg(FunctionCallInfo fcinfo, int argno)
{
	CvModel		m = {.rows = cv_rows_get(PG_GETARG_DATUM(argno))};
	const double *param = cv_rows_params(m.rows);
	int			covariates;
	int			more;

	if (!has_shape(m.rows))
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("invalid clv_model value")));
	m.family = cv_family_of_kind(m.rows->kind);
	m.status = (int) param[CV_MODEL_STATUS];
	covariates = (int) m.rows->nrows - m.family->n;
	m.covariates[0] = (int) param[CV_MODEL_PURCHASE_COVARIATES];
	m.covariates[1] = covariates - m.covariates[0];
	for (int i = 0; i < m.rows->nrows; i++)
		m.parameter[i] = cv_rows_row(m.rows, i)[CV_ROW_ESTIMATE];
	for (int k = 0; k < covariates && m.rows->nparams > CV_MODEL_PARAMS; k++)
		m.centre[k] = param[CV_MODEL_PARAMS + k];
	more = more_at(m.rows, covariates);
	if (more > 0 && are_more(m.family, param + more, covariates))
	{
		memcpy(m.more.number, param + more, sizeof(m.more.number));
		m.more.season = param + more + CV_MORE_COUNT;
		m.more.names = m.more.season + (int) m.more.number[CV_MORE_SEASON];
	}
	if (m.family->every > 0)
	{
		if (!(m.more.number[CV_MORE_K] >= 1))
			ereport(ERROR,
					(errcode(ERRCODE_DATA_CORRUPTED),
					 errmsg("invalid clv_model value")));
		m.family = &cv_mbgcnbd_every[(int) m.more.number[CV_MORE_K] - 1];
	}
	return m;
}

CvModel
cv_model_of(FunctionCallInfo fcinfo, int argno, CvSubject subject)
{
	static const char *const name[] = {"purchases", "spend", "contracts"};
	static const char *const maker[] = {"bgnbd_fit and its like make one.",
		"gammagamma_fit and normal_spend_fit make one.", "sbg_fit and bdw_fit make one."};
	CvModel		m = cv_model_arg(fcinfo, argno);

	if (m.family->subject != subject)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("model must be one of %s, not %s", name[subject], m.family->name),
				 errhint("%s", maker[subject])));
	if (m.rows->nrows > m.family->n)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("model has covariates"),
				 errhint("customer_model(model, purchase_covariates, dropout_covariates) is that of a customer.")));
	return m;
}

double
cv_count_arg(FunctionCallInfo fcinfo, int argno, const char *name)
{
	double		x = cv_check_not_negative(PG_GETARG_FLOAT8(argno), name);

	if (!is_count(x, CV_MOST_REPEATS))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be an integer up to %d, not %s", name, CV_MOST_REPEATS, cv_float8_text(x)),
				 strcmp(name, "x") == 0 ? errhint("It counts purchases after the first; clv_summary gives it.") : 0));
	return x;
}

void
cv_customer_args(FunctionCallInfo fcinfo, int argno, CvFamily family, double *row)
{
	bool		occasions = cv_counts_occasions(family);

	row[0] = cv_count_arg(fcinfo, argno, "x");
	if (occasions)
	{
		row[1] = cv_count_arg(fcinfo, argno + 1, "t_x");
		row[2] = cv_count_arg(fcinfo, argno + 2, "n");
	}
	else
	{
		row[1] = cv_check_not_negative(PG_GETARG_FLOAT8(argno + 1), "t_x");
		row[2] = cv_check_not_negative(PG_GETARG_FLOAT8(argno + 2), "t");
	}
	if (row[1] > row[2])
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("t_x must not be above %s, but %s is above %s",
						occasions ? "n" : "t", cv_float8_text(row[1]), cv_float8_text(row[2])),
				 errhint(occasions ? "Both count occasions: t_x to the last one taken, n all." :
						 "Both count from the first purchase: t_x to the last one, t to today.")));
	if (row[0] == 0 && row[1] > 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("t_x must be 0 where x is 0, not %s", cv_float8_text(row[1])),
				 errhint("It is the time from the first to the last purchase, not that since the last; clv_summary "
						 "gives it.")));
	if (occasions && row[0] > row[1])
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("x must not be above t_x, but %s is above %s", cv_float8_text(row[0]), cv_float8_text(row[1])),
				 errhint("Of each occasion there is one purchase at most.")));
	if (row[0] > 0 && row[2] == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("t must be above 0 where x is %s, not %s", cv_float8_text(row[0]), cv_float8_text(row[2]))));
	if (row[0] > 0 && row[1] == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("t_x must be above 0 where x is %s, not %s", cv_float8_text(row[0]), cv_float8_text(row[1])),
				 errhint("x counts purchases after the first, and t_x is the time from the first to the last; "
						 "clv_summary gives both.")));
}

/* A state of this kind with a row more; one of weight 0 is none. */
static Datum
add_row(FunctionCallInfo fcinfo, const CvRowsKind *kind, const double *row, int width, const double *params,
		int nparams)
{
	CvRows	   *rows;

	if (row[width - 1] == 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	rows = cv_rows_writable(fcinfo, kind, width, params, nparams, 1);
	cv_rows_append(rows, row);
	PG_RETURN_POINTER(rows);
}

PG_FUNCTION_INFO_V1(purchases_add);

/*
 * purchases_add(held_rows, x, t_x, t [, weight] float8) -> held_rows
 *
 * Transition function of bgnbd_fit, mbgnbd_fit, paretonbd_fit and nbd_fit: one customer more.  One of weight 0 is
 * ignored.  Errors: 22023 for NaN and infinity, x that is negative or no integer, t_x outside 0
 * to t, above 0 where x is 0 or 0 where x is above, and a negative weight; 54000 beyond 512 MB of distinct rows.
 */
Datum
purchases_add(PG_FUNCTION_ARGS)
{
	double		row[4];

	cv_customer_args(fcinfo, 1, &cv_bgnbd, row);
	row[3] = cv_weight_or_one(fcinfo, 4);
	return add_row(fcinfo, &cv_kind_purchases, row, 4, NULL, 0);
}

static const char *const covariates_name[] = {"purchase_covariates", "dropout_covariates"};

/*
 * A state with a row more: so many numbers of a customer, then the covariates in arguments argno on, those of purchases
 * only where there are two of them, and the weight behind these.  A customer of whom a covariate is NULL is ignored.
 */
static Datum
add_with_covariates(FunctionCallInfo fcinfo, double *row, int width, int argno, int narrays)
{
	const double *covariate[2];
	int			n[2] = {0, 0};

	for (int k = 2 - narrays; k < 2; k++, argno++)
	{
		covariate[k] = cv_float8_row(PG_GETARG_VARLENA_P(argno), covariates_name[k], &n[k]);
		if (covariate[k] == NULL)
			PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	}
	if (n[0] > CV_MOST_COVARIATES || n[1] > CV_MOST_COVARIATES - n[0])
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("there must be no more than %d covariates, not %d and %d", CV_MOST_COVARIATES, n[0], n[1])));
	for (int k = 2 - narrays; k < 2; k++)
	{
		memcpy(row + width, covariate[k], n[k] * sizeof(double));
		width += n[k];
	}
	row[width++] = cv_weight_or_one(fcinfo, argno);
	return add_row(fcinfo, &cv_kind_covariates, row, width, (double[1]) {n[0]}, 1);
}

PG_FUNCTION_INFO_V1(purchases_add_covariates);

/*
 * purchases_add(held_rows, x, t_x, t float8, purchase_covariates, dropout_covariates float8[] [, weight float8]) ->
 * held_rows
 *
 * The same with covariates; a customer of whom one is NULL is ignored.  Errors: 22023 also for more than 20
 * covariates and for another number of them than in the rows before.
 */
Datum
purchases_add_covariates(PG_FUNCTION_ARGS)
{
	double		row[3 + CV_MOST_COVARIATES + 1];

	cv_customer_args(fcinfo, 1, &cv_bgnbd, row);
	return add_with_covariates(fcinfo, row, 3, 4, 2);
}

PG_FUNCTION_INFO_V1(occasions_add);

/*
 * occasions_add(held_rows, x, t_x, n [, weight] float8) -> held_rows
 *
 * Transition function of bgbb_fit: one customer more, who took x of n occasions, t_x the last.  Errors: 22023 for
 * what is no integer, and unless 0 <= x <= t_x <= n.
 */
Datum
occasions_add(PG_FUNCTION_ARGS)
{
	double		row[4];

	cv_customer_args(fcinfo, 1, &cv_bgbb, row);
	row[3] = cv_weight_or_one(fcinfo, 4);
	return add_row(fcinfo, &cv_kind_occasions, row, 4, NULL, 0);
}

PG_FUNCTION_INFO_V1(occasions_add_covariates);

/*
 * occasions_add(held_rows, x, t_x, n float8, purchase_covariates, dropout_covariates float8[] [, weight float8]) ->
 * held_rows
 *
 * The same with covariates, as purchases_add.
 */
Datum
occasions_add_covariates(PG_FUNCTION_ARGS)
{
	double		row[3 + CV_MOST_COVARIATES + 1];

	cv_customer_args(fcinfo, 1, &cv_bgbb, row);
	return add_with_covariates(fcinfo, row, 3, 4, 2);
}

PG_FUNCTION_INFO_V1(contracts_add);

/* Arguments period and churned: periods survived, and whether it ended in the next. */
static void
contract_args(FunctionCallInfo fcinfo, double *row)
{
	bool		churned = PG_GETARG_BOOL(2);

	row[0] = cv_count_arg(fcinfo, 1, "period") - churned;
	row[1] = churned;
	if (row[0] < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("period must be 1 or more where churned is true, not 0"),
				 errhint("The first period is 1: a contract that was not renewed even once ended in it.")));
}

/*
 * contracts_add(held_rows, period float8, churned boolean [, weight float8]) -> held_rows
 *
 * Transition function of sbg_fit: one contract more, which ended in this period, 1 being the first, or was still
 * there after it. Errors: 22023 for a period that is no integer from 0 up, and 0 with churned.
 */
Datum
contracts_add(PG_FUNCTION_ARGS)
{
	double		row[3];

	contract_args(fcinfo, row);
	row[2] = cv_weight_or_one(fcinfo, 3);
	return add_row(fcinfo, &cv_kind_contracts, row, 3, NULL, 0);
}

PG_FUNCTION_INFO_V1(contracts_add_covariates);

/*
 * contracts_add(held_rows, period float8, churned boolean, dropout_covariates float8[], weight float8) -> held_rows
 *
 * The same with covariates of the risk to leave; a contract of which one is NULL is ignored.  Errors: also as
 * purchases_add with covariates.
 */
Datum
contracts_add_covariates(PG_FUNCTION_ARGS)
{
	double		row[2 + CV_MOST_COVARIATES + 1];

	contract_args(fcinfo, row);
	return add_with_covariates(fcinfo, row, 2, 3, 1);
}

PG_FUNCTION_INFO_V1(spend_add);

/*
 * spend_add(held_rows, x, mean_spend [, weight] float8) -> held_rows
 *
 * Transition function of gammagamma_fit: one customer more.  One of weight 0 or without repeat purchases is ignored.
 * Returns can bring a mean to 0 or below; that says nothing of the size of purchases, so the fit leaves such customers
 * out, and counts them: they are rows with a mean of 0.  Errors: as purchases_add.
 */
Datum
spend_add(PG_FUNCTION_ARGS)
{
	double		row[3] = {cv_count_arg(fcinfo, 1, "x"), cv_check_finite(PG_GETARG_FLOAT8(2), "mean_spend"),
		cv_weight_or_one(fcinfo, 3)};

	if (row[0] == 0)
		row[2] = 0;
	if (row[1] <= 0)
	{
		row[0] = 1;
		row[1] = 0;
	}
	return add_row(fcinfo, &cv_kind_spend, row, 3, NULL, 0);
}

PG_FUNCTION_INFO_V1(means_add);

/*
 * means_add(held_rows, x, mean_spend [, weight] float8) -> held_rows
 *
 * Transition function of normal_spend_fit: one customer more, whose mean may be 0 or below.  One of weight 0 or without
 * repeat purchases is ignored.  Errors: as purchases_add.
 */
Datum
means_add(PG_FUNCTION_ARGS)
{
	double		row[3] = {cv_count_arg(fcinfo, 1, "x"), cv_check_finite(PG_GETARG_FLOAT8(2), "mean_spend") + 0.0,
		cv_weight_or_one(fcinfo, 3)};

	if (row[0] == 0)
		row[2] = 0;
	return add_row(fcinfo, &cv_kind_means, row, 3, NULL, 0);
}

/* A model with this many covariates, and with more where something of it is known. */
static CvRows *
new_model(CvFamily family, int covariates, const CvMore *more, int status)
{
	static const CvMore nothing = {.season = NULL};
	int			n = family->n + covariates;
	int			season = (int) more->number[CV_MORE_SEASON];
	int			names = (int) more->number[CV_MORE_NAMES];
	bool		known = memcmp(more->number, nothing.number, sizeof(nothing.number)) != 0;
	int			nparams = CV_MODEL_PARAMS + covariates;
	CvRows	   *m = cv_rows_new(cv_kind_of_models(family), n + 1,
								nparams + (known ? CV_MORE_COUNT + season + names : 0), n);
	double	   *to = cv_rows_params(m) + nparams;

	m->nrows = n;
	memset(cv_rows_params(m), 0, (m->nparams + n * m->width) * sizeof(double));
	cv_rows_params(m)[CV_MODEL_STATUS] = status;
	cv_rows_params(m)[CV_MODEL_FREE] = n;
	if (known)
	{
		memcpy(to, more->number, sizeof(more->number));
		if (season > 0)
			memcpy(to + CV_MORE_COUNT, more->season, season * sizeof(double));
		if (names > 0)
			memcpy(to + CV_MORE_COUNT + season, more->names, names * sizeof(double));
	}
	return m;
}

CvRows *
cv_model_with(const CvModel *m)
{
	int			covariates = m->covariates[0] + m->covariates[1];
	CvRows	   *model = new_model(m->family, covariates, &m->more, m->status);

	/* The centres of models of 1.1.0, which have none, are 0. */
	memcpy(cv_rows_params(model), cv_rows_params(m->rows), CV_MODEL_PARAMS * sizeof(double));
	memcpy(cv_rows_params(model) + CV_MODEL_PARAMS, m->centre, covariates * sizeof(double));
	memcpy(cv_rows_row(model, 0), cv_rows_row(m->rows, 0), model->nrows * model->width * sizeof(double));
	return model;
}

/* Rows that came in as text may be anything. */
static bool
is_customer(CvFamily family, const double *row)
{
	if (!is_count(row[0], CV_MOST_REPEATS))
		return false;
	switch (family->form)
	{
		case CV_ROWS_SPENDING:
			return row[0] > 0 && row[1] >= 0;
		case CV_ROWS_MEANS:
			return row[0] > 0;
		case CV_ROWS_CONTRACTS:
			return row[1] == 0 || row[1] == 1;
		case CV_ROWS_OCCASIONS:
			return is_count(row[2], CV_MOST_REPEATS) && is_count(row[1], row[2]) && row[0] <= row[1] &&
				(row[0] > 0 || row[1] == 0);
		default:
			return row[1] <= row[2] && (row[0] > 0 ? row[1] > 0 : row[1] == 0);
	}
}

/*
 * Moves rows of customers that are not in the fit out of the way, and returns their weight: of spend those without a
 * mean above 0, of purchases those who first bought later, whose t is below 0.
 */
static double
leave_out(CvFamily family, double *row, int64 *n, int width)
{
	double		weight = 0;
	int64		kept = 0;

	for (int64 i = 0; i < *n; i++)
	{
		double	   *from = row + i * width;

		CHECK_FOR_INTERRUPTS();
		if (family->form == CV_ROWS_SPENDING ? from[1] > 0 : family->form != CV_ROWS_TIMED || from[2] >= 0)
			memmove(row + width * kept++, from, width * sizeof(double));
		else
			weight += from[width - 1];
	}
	*n = kept;
	return weight;
}

static void
report_step(int iteration, double value, double gradient)
{
	ereport(NOTICE,
			(errmsg("iteration %d: log-likelihood %.10g, gradient %.2g", iteration, value, gradient)));
}

/* Is this number of the search the logarithm of a parameter? */
static bool
is_logarithm(CvFamily family, int i)
{
	return i < family->n && !family->linear[i];
}

/* Estimates and covariances that belong to these logarithms; where they are not finite the model says so. */
static void
store_estimates(CvRows *model, CvFamily family, const double *x, const double *covariance, bool identified)
{
	int			n = (int) model->nrows;
	double		scale[CV_NEWTON_MOST];

	for (int i = 0; i < n; i++)
		scale[i] = is_logarithm(family, i) ? exp(x[i]) : 1;
	for (int i = 0; i < n; i++)
	{
		double	   *to = cv_rows_row(model, i);
		bool		finite = scale[i] > 0;

		to[CV_ROW_ESTIMATE] = is_logarithm(family, i) ? scale[i] : x[i] + 0.0;
		/* By the delta method, from logarithms. */
		for (int j = 0; j < n && identified; j++)
			to[CV_ROW_COVARIANCE + j] = (covariance[i * n + j] + covariance[j * n + i]) / 2 *
				(scale[i] * scale[j]) + 0.0;
		to[CV_ROW_COVARIANCE + i] = fmax(0, to[CV_ROW_COVARIANCE + i]);
		/* A variance that has become nothing is not that of something certain. */
		finite &= !identified || covariance[i * n + i] <= 0 || to[CV_ROW_COVARIANCE + i] >= DBL_MIN;
		for (int j = 0; j < model->width; j++)
			finite &= isfinite(to[j]) != 0;
		if (!finite)
		{
			memset(cv_rows_row(model, 0), 0, n * model->width * sizeof(double));
			cv_rows_params(model)[CV_MODEL_STATUS] = CV_FAR;
			return;
		}
	}
}

/* The first parameter of the state of a fit of histories. */
static double
unit_of_state(const CvRows *rows)
{
	double		unit = rows->nparams < 1 ? 0 : cv_rows_params(rows)[0];

	if (!(unit > 0 && unit <= CV_LONGEST_UNIT))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the unit of the state must be above 0 days, not %s", cv_float8_text(unit))));
	return unit;
}

void
cv_refuse_season(CvFamily family)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("a %s model cannot have a season", family->name),
			 errdetail("Its customers stop at any time, and not only when they buy, so time cannot run by purchases."),
			 errhint("bgnbd_fit and mbgnbd_fit take a season.")));
}

/* What the state of a fit of histories says besides its rows: the unit of time, and the season by which it runs. */
static void
read_dated(const CvRows *rows, CvFamily family, CvMore *more)
{
	const double *param = cv_rows_params(rows);
	bool		seasonal = rows->kind == cv_kind_season_purchases.number;
	int			parts = seasonal ? (int) rows->nparams - 1 : 0;

	if (seasonal && !family->any_time)
		cv_refuse_season(family);
	more->number[CV_MORE_UNIT] = unit_of_state(rows);
	more->number[CV_MORE_SEASON] = parts;
	more->season = param + 1;
	if (seasonal && !is_season(param + 1, parts))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the season of the state must be 12 or 53 numbers above 0")));
}

/* The parameters of the model at which a refit starts; NULL where it has none. */
static const double *
begin_of(const CvRows *rows, CvFamily family)
{
	const double *param = cv_rows_params(rows);

	if (rows->nparams < 2 || param[1] != cv_kind_of_models(family)->number)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("start must be a %s model", family->name),
				 errhint("It is one that the same fit gave before.")));
	for (int i = 2; i < (int) rows->nparams; i++)
	{
		if ((int) rows->nparams != 2 + family->n || !(param[i] > 0))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("the parameters of start must be %d numbers above 0", family->n)));
	}
	return rows->nparams == 2 ? NULL : param + 2;
}

/*
 * Rows of the state of mbgcnbd_fit, of which those with x = -1 say how often two purchases were so many days apart:
 * they are taken out, and what they add to the log-likelihood for each k is put into constant.
 */
static void
take_gaps(double *row, int64 *n, double unit, double *constant)
{
	int64		kept = 0;

	memset(constant, 0, CV_MOST_K * sizeof(double));
	for (int64 i = 0; i < *n; i++)
	{
		double	   *from = row + 4 * i;

		CV_BREATHE(i);
		if (from[0] != -1)
			memmove(row + 4 * kept++, from, 4 * sizeof(double));
		else if (from[1] >= 1 && from[2] == 0)
		{
			for (int k = 1; k <= CV_MOST_K; k++)
				constant[k - 1] += from[3] * ((k - 1) * log(from[1] / unit) - lgamma(k));
		}
		else
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("a row of the state is not one of a customer")));
	}
	*n = kept;
}

/* Customers as the state of a fit has them, in a copy of their rows. */
static CvCustomers
customers_of(FunctionCallInfo fcinfo, CvFamily family, CvRows **state, CvMore *more)
{
	CvCustomers c = {.family = family};
	CvRows	   *rows = cv_rows_get(PG_GETARG_DATUM(0));
	bool		refit = rows->kind == cv_kind_refit.number;
	bool		dated = (rows->kind == cv_kind_dated_purchases.number ||
						 rows->kind == cv_kind_season_purchases.number || refit) &&
		family->form == CV_ROWS_TIMED && family->every == 0;
	bool		with_covariates = rows->kind == cv_kind_covariates.number && most_covariates(family) > 0;
	int			covariates;
	double	   *row;

	if (!with_covariates && !dated)
		rows = cv_rows_arg(fcinfo, 0, cv_kind_of_rows(family));
	*state = rows;
	if (rows->nrows == 0)
		return c;
	covariates = rows->width - 1 - cv_family_columns(family);
	if (covariates < 0 || covariates > CV_MOST_COVARIATES)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("rows of the state have %d columns", rows->width)));
	if (with_covariates)
		c.covariates[0] = cv_rows_integer(rows, 0, "covariates of purchases", 0,
										  family->purchase_effect != NULL ? covariates : 0);
	c.covariates[1] = covariates - c.covariates[0];
	if (dated)
		read_dated(rows, family, more);
	if (dated && refit)
		c.begin = begin_of(rows, family);
	c.row = row = cv_alloc((rows->nrows + CV_MOST_SAMPLED) * rows->width * sizeof(double));
	memcpy(row, cv_rows_row(rows, 0), rows->nrows * rows->width * sizeof(double));
	c.n = cv_rows_gather(row, rows->nrows, rows->width);
	if (family->every > 0)
	{
		more->number[CV_MORE_UNIT] = unit_of_state(rows);
		more->number[CV_MORE_K] = cv_rows_integer(rows, 1, "k", 0, CV_MOST_K);
		take_gaps(row, &c.n, more->number[CV_MORE_UNIT], c.constant_of);
	}
	if (more->number[CV_MORE_SEASON] > 0)
		c.constant = cv_season_constant(row, &c.n, more->season, (int) more->number[CV_MORE_SEASON]);
	more->number[CV_MORE_LEFT_OUT] = leave_out(family, row, &c.n, rows->width);
	c.spare = row + c.n * rows->width;
	for (int64 i = 0; i < c.n; i++)
	{
		if (!is_customer(family, row + i * rows->width))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("a row of the state is not one of a customer")));
	}
	return c;
}

/* What is it that the data of such a fit do not show? */
static CvUnseen
unseen_of(const CvCustomers *c, const CvNewton *fit)
{
	CvCustomers simpler = *c;
	CvNewton	nbd = {.report = NULL};
	double		share[CV_NEWTON_MOST];

	if (c->family->form != CV_ROWS_TIMED || c->family == &cv_nbd || c->covariates[0] + c->covariates[1] > 0)
		return CV_ALL_SEEN;
	simpler.family = &cv_nbd;
	if (cv_purchase_fit(&simpler, &nbd) && nbd.converged && nbd.value > fit->value - 0.01)
		return CV_DROPOUT_UNSEEN;
	/* In all of these families the first two parameters are those of purchases, and the others those of stopping. */
	cv_purchase_ridge(c, fit, share);
	if (share[0] + share[1] > 0.5)
		return share[2] + share[3] > 0.5 ? CV_BOTH_ALIKE : CV_PURCHASES_ALIKE;
	return CV_DROPOUTS_ALIKE;
}

/* The k that was asked for, or the one with the highest likelihood; its family, and its fit. */
static bool
fit_every(CvCustomers *c, CvMore *more, CvNewton *fit)
{
	int			asked = (int) more->number[CV_MORE_K];
	bool		found = false;
	bool		any = false;
	CvNewton	tried;

	more->number[CV_MORE_K] = asked > 0 ? asked : 1;
	for (int k = asked > 0 ? asked : 1; k <= (asked > 0 ? asked : CV_MOST_K); k++)
	{
		CvCustomers with_k = *c;

		with_k.family = &cv_mbgcnbd_every[k - 1];
		with_k.constant = c->constant_of[k - 1];
		tried = (CvNewton) {.report = fit->report};
		if (!cv_purchase_fit(&with_k, &tried))
			break;
		found = true;
		if (any && !((tried.converged || tried.flat) && tried.value + with_k.constant > fit->value + c->constant))
			continue;
		any = tried.converged || tried.flat;
		*fit = tried;
		c->family = with_k.family;
		c->constant = with_k.constant;
		more->number[CV_MORE_K] = k;
	}
	return found;
}

static Datum
fit_model(FunctionCallInfo fcinfo, CvFamily family)
{
	CvRows	   *rows;
	CvMore		more = {.season = NULL};
	CvCustomers customers = customers_of(fcinfo, family, &rows, &more);
	int			covariates = customers.covariates[0] + customers.covariates[1];
	CvRows	   *model;
	CvNewton	fit = {.report = cv_progress ? report_step : NULL};
	bool		identified;
	int			status;

	if (customers.n == 0)
		PG_RETURN_NULL();
	identified = family->every > 0 ? fit_every(&customers, &more, &fit) : cv_purchase_fit(&customers, &fit);
	status = !identified ? CV_FAILED : fit.flat ? CV_FLAT : fit.converged ? CV_FITTED : CV_FAILED;
	if (status == CV_FLAT && family->every == 0)
		more.number[CV_MORE_UNSEEN] = unseen_of(&customers, &fit);

	model = new_model(family, covariates, &more, status);
	for (int64 i = 0; i < customers.n; i++)
		cv_rows_params(model)[CV_MODEL_WEIGHT] += customers.row[(i + 1) * rows->width - 1];
	cv_rows_params(model)[CV_MODEL_ITERATIONS] = fit.iterations;
	cv_rows_params(model)[CV_MODEL_PURCHASE_COVARIATES] = customers.covariates[0];
	for (int k = 0; k < covariates; k++)
		cv_rows_params(model)[CV_MODEL_PARAMS + k] = identified ? customers.centre[k] + 0.0 : 0;
	if (status != CV_FAILED)
	{
		cv_rows_params(model)[CV_MODEL_LOGLIK] = fit.value + customers.constant;
		store_estimates(model, family, fit.x, fit.covariance, status == CV_FITTED);
	}
	pfree((double *) customers.row);
	PG_RETURN_POINTER(model);
}

/*
 * bgnbd_final, mbgnbd_final, nbd_final, paretonbd_final, bgbb_final, sbg_final, bdw_final, gammagamma_final,
 * normal_spend_final(held_rows) -> clv_model
 *
 * Maximum likelihood, and standard errors from the curvature there: final functions.  NULL without rows.  A
 * model whose parameters the data do not identify says so, and has no standard errors; where nobody bought again, or
 * no maximum was found, or they are beyond float8, it has no estimates.
 */
#define FIT_FUNCTION(record, final, stored) \
	PG_FUNCTION_INFO_V1(final); \
	Datum \
	final(PG_FUNCTION_ARGS) \
	{ \
		return fit_model(fcinfo, &record); \
	}

CV_FAMILIES(FIT_FUNCTION)

/* The names of the parameters of a family, as clv_model takes them. */
static const char *
terms_of(CvFamily family)
{
	StringInfoData terms;

	initStringInfo(&terms);
	if (family->every > 0)
		appendStringInfoString(&terms, "k");
	for (int i = 0; i < family->n; i++)
		appendStringInfo(&terms, "%s%s", terms.len > 0 ? ", " : "", family->term[i]);
	return terms.data;
}

PG_FUNCTION_INFO_V1(clv_model_make);

/*
 * clv_model(family text, parameters float8[]) -> clv_model
 *
 * A model from parameters known from elsewhere: 'bg/nbd' and 'mbg/nbd' r, alpha, a, b; 'pareto/nbd' r, alpha, s,
 * beta; 'nbd' r, alpha; 'bg/bb' alpha, beta, gamma, delta; 'sbg' alpha, beta; 'bdw' a, b, c;
 * 'gamma-gamma' p, q, gamma.  'normal-normal' mu, sd_between, sd_within; 'mbg/cnbd-k' k, r, alpha, a, b.  Errors: 22023
 * for another family or number of parameters, and for parameters that are not above 0, except mu.
 */
static CvFamily
family_arg(FunctionCallInfo fcinfo, int argno)
{
	char	   *name = cv_text_arg(fcinfo, argno);
	StringInfoData list;

	initStringInfo(&list);
	for (int i = 0; cv_families[i] != NULL; i++)
	{
		if (strcmp(cv_families[i]->name, name) == 0)
			return cv_families[i];
		appendStringInfo(&list, "%s%s", i == 0 ? "" : cv_families[i + 1] != NULL ? ", " : " or ", cv_families[i]->name);
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("family must be %s, not \"%s\"", list.data, name)));
	return NULL;
}

Datum
clv_model_make(PG_FUNCTION_ARGS)
{
	CvFamily	family = family_arg(fcinfo, 0);
	int			n;
	const double *parameter = cv_float8_array(PG_GETARG_VARLENA_P(1), "parameters", &n);
	CvMore		more = {.season = NULL};
	CvRows	   *m;

	if (n != family->n + (family->every > 0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s has %d parameters, not %d", family->name, family->n + (family->every > 0), n),
				 errhint("In order, they are %s.", terms_of(family))));
	if (family->every > 0)
	{
		if (!is_count(parameter[0], CV_MOST_K) || parameter[0] == 0)
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("k must be an integer from 1 to %d, not %s", CV_MOST_K, cv_float8_text(parameter[0]))));
		more.number[CV_MORE_K] = *parameter++;
	}
	m = new_model(family, 0, &more, CV_GIVEN);
	for (int i = 0; i < family->n; i++)
	{
		if (!family->linear[i] && !(parameter[i] > 0))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("%s must be above 0, not %s", family->term[i], cv_float8_text(parameter[i]))));
		cv_rows_row(m, i)[CV_ROW_ESTIMATE] = parameter[i];
	}
	PG_RETURN_POINTER(m);
}

/*
 * How a parameter of customers with these covariates, those of purchases first, moves with each parameter and
 * coefficient.
 */
static void
map_to(const CvModel *m, const double *covariate, int parameter, double *map)
{
	int			own = m->family->n;

	for (int i = 0; i < own; i++)
		map[i] = i == parameter;
	for (int k = 0; k < m->rows->nrows - own; k++)
		map[own + k] = cv_covariate_effect(m->family, k >= m->covariates[0])[parameter] * (covariate[k] - m->centre[k]);
}

/* The logarithms of the family's parameters, and their covariance, of customers with these covariates. */
static void
parameters_at(const CvModel *m, const double *covariate, double *x, double *covariance)
{
	int			own = m->family->n;
	int			n = (int) m->rows->nrows;
	double		map[CV_FAMILY_MOST][CV_NEWTON_MOST];
	double		scale[CV_NEWTON_MOST];

	memset(x, 0, own * sizeof(double));
	memset(covariance, 0, own * own * sizeof(double));
	for (int i = 0; i < n; i++)
		scale[i] = i < own ? cv_parameter_slope(m->family, i, m->parameter[i]) : 1;
	for (int a = 0; a < own; a++)
		map_to(m, covariate, a, map[a]);
	for (int a = 0; a < own; a++)
	{
		for (int i = 0; i < n; i++)
		{
			x[a] += map[a][i] * (i < own ? cv_searched(m->family, i, m->parameter[i]) : m->parameter[i]);
			for (int b = 0; b < own; b++)
			{
				for (int j = 0; j < n; j++)
					covariance[a * own + b] += map[a][i] * map[b][j] *
						cv_rows_row(m->rows, i)[CV_ROW_COVARIANCE + j] / (scale[i] * scale[j]);
			}
		}
	}
}

PG_FUNCTION_INFO_V1(customer_model);

/*
 * customer_model(model clv_model, purchase_covariates, dropout_covariates float8[]) -> clv_model
 *
 * The model of customers with these covariates: the coefficients are put in, and the standard errors follow.  All
 * that is asked of a model can be asked of it; likelihood and criteria stay those of the fit.  Errors: 22023 for
 * another number of covariates than the model has.
 */
Datum
customer_model(PG_FUNCTION_ARGS)
{
	CvModel		m = cv_model_arg(fcinfo, 0);
	double		covariate[CV_MOST_COVARIATES];
	double		x[CV_FAMILY_MOST];
	double		covariance[CV_FAMILY_MOST * CV_FAMILY_MOST];
	CvRows	   *model;

	m.more.number[CV_MORE_NAMES] = 0;
	model = new_model(m.family, 0, &m.more, m.status);
	memcpy(cv_rows_params(model), cv_rows_params(m.rows), CV_MODEL_PARAMS * sizeof(double));
	cv_rows_params(model)[CV_MODEL_PURCHASE_COVARIATES] = 0;
	for (int k = 0, at = 0; k < 2; k++)
	{
		const char *name = covariates_name[k];
		int			given;
		const double *values = cv_float8_array(PG_GETARG_VARLENA_P(1 + k), name, &given);

		if (given != m.covariates[k])
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("%s must be %d, as in the model, not %d", name, m.covariates[k], given)));
		for (int i = 0; i < given; i++)
			covariate[at++] = values[i];
	}
	if (!cv_model_has_estimates(&m))
		PG_RETURN_POINTER(model);
	parameters_at(&m, covariate, x, covariance);
	store_estimates(model, m.family, x, covariance, true);
	PG_RETURN_POINTER(model);
}

/*
 * A parameter or coefficient as it is shown, with its standard error: parameters are those of customers whose
 * covariates are all 0.  False where that is beyond float8.
 */
static bool
shown(const CvModel *m, int i, double *estimate, double *std_error)
{
	static const double nothing[CV_MOST_COVARIATES] = {0};
	int			own = m->family->n;
	double		x[CV_FAMILY_MOST];
	double		covariance[CV_FAMILY_MOST * CV_FAMILY_MOST];

	*estimate = m->parameter[i];
	*std_error = sqrt(cv_rows_row(m->rows, i)[CV_ROW_COVARIANCE + i]);
	if (i >= own || memcmp(m->centre, nothing, sizeof(nothing)) == 0 || !cv_model_has_estimates(m))
		return true;
	parameters_at(m, nothing, x, covariance);
	*estimate = exp(x[i]);
	*std_error = *estimate * sqrt(fmax(0, covariance[i * own + i]));
	return *estimate >= DBL_MIN && isfinite(*estimate);
}

/* Are all parameters within float8 where covariates are 0? */
static bool
all_shown(const CvModel *m)
{
	double		ignored[2];

	for (int i = 0; i < m->family->n; i++)
	{
		if (!shown(m, i, &ignored[0], &ignored[1]))
			return false;
	}
	return true;
}

/* The name of a parameter or covariate. */
static const char *
term_name(const CvModel *m, int i)
{
	return i < m->family->n ? m->family->term[i] : cv_covariate_name(m, i - m->family->n);
}

PG_FUNCTION_INFO_V1(clv_model_coef);

/*
 * coef(clv_model, confidence float8) -> TABLE(term text, estimate, std_error, low, high float8)
 *
 * The parameters, rates and amounts in the units of the rows, with intervals that are symmetric in logarithms except
 * that of a mean, and
 * the coefficients of covariates, purchase.1 and so on; with covariates the parameters are those of customers whose
 * covariates are all 0.  NULL where the data do not identify them, and where they are beyond float8.  Errors: 22023 for
 * confidence off 0 to 1.
 */
Datum
clv_model_coef(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	CvModel		m;
	double		width;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	width = cv_normal_width(cv_confidence_arg(fcinfo, 1));
	m = cv_model_arg(fcinfo, 0);
	for (int i = 0; i < m.rows->nrows; i++)
	{
		double		estimate;
		double		se;
		bool		there = shown(&m, i, &estimate, &se) && cv_model_has_estimates(&m);
		bool		positive = is_logarithm(m.family, i);
		double		low = positive ? estimate * exp(-width * se / estimate) : estimate - width * se;
		double		high = positive ? estimate * exp(width * se / estimate) : estimate + width * se;
		bool		identified = m.status == CV_FITTED && there;
		Datum		values[5] = {CStringGetTextDatum(term_name(&m, i)), Float8GetDatum(estimate), Float8GetDatum(se),
			Float8GetDatum(low), Float8GetDatum(high)};
		bool		nulls[5] = {false, !there, !identified || !isfinite(se), !identified || !isfinite(high),
		!identified || !isfinite(high)};

		cv_table_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}

PG_FUNCTION_INFO_V1(log_likelihood);
PG_FUNCTION_INFO_V1(aic);
PG_FUNCTION_INFO_V1(bic);

bool
cv_model_has_likelihood(const CvModel *m)
{
	return m->status == CV_FITTED || m->status == CV_FLAT;
}

double
cv_model_criterion(const CvModel *m, double penalty)
{
	const double *param = cv_rows_params(m->rows);

	return cv_model_has_likelihood(m) ? penalty * param[CV_MODEL_FREE] - 2 * param[CV_MODEL_LOGLIK] : NAN;
}

static double
log_weight(const CvModel *m)
{
	return log(cv_rows_params(m->rows)[CV_MODEL_WEIGHT]);
}

/*
 * log_likelihood, aic, bic(clv_model) -> float8
 *
 * Of the rows that it was fitted to; 2 (Akaike) or the logarithm of the customers (Schwarz) for each parameter, less
 * twice the log-likelihood: the less, the better.  NULL for a model that is given, and without a maximum.
 */
Datum
log_likelihood(PG_FUNCTION_ARGS)
{
	CvModel		m = cv_model_arg(fcinfo, 0);

	return cv_return_number(fcinfo, cv_model_criterion(&m, 0) / -2);
}

Datum
aic(PG_FUNCTION_ARGS)
{
	CvModel		m = cv_model_arg(fcinfo, 0);

	return cv_return_number(fcinfo, cv_model_criterion(&m, 2));
}

Datum
bic(PG_FUNCTION_ARGS)
{
	CvModel		m = cv_model_arg(fcinfo, 0);

	return cv_return_number(fcinfo, cv_model_criterion(&m, log_weight(&m)));
}

PG_FUNCTION_INFO_V1(likelihood_ratio);

/*
 * likelihood_ratio(restricted, full clv_model) -> (chi2 float8, df integer, p float8)
 *
 * Does the fuller model, of the same family and customers, say more than chance?  Twice the difference of the
 * log-likelihoods is chi-squared distributed with the number of parameters that are more, where the restricted model
 * is true (S. Wilks, Annals of Mathematical Statistics 9, 1938).  That both were fitted to the same customers, and
 * that the covariates of the one are among those of the other, is for the caller to see to.  NULL without
 * log-likelihoods.  Errors: 22023 for models of other families, of another weight of customers, or where the second
 * has not more covariates.
 */
Datum
likelihood_ratio(PG_FUNCTION_ARGS)
{
	CvModel		m[2] = {cv_model_arg(fcinfo, 0), cv_model_arg(fcinfo, 1)};
	const double *param[2] = {cv_rows_params(m[0].rows), cv_rows_params(m[1].rows)};
	double		df = param[1][CV_MODEL_FREE] - param[0][CV_MODEL_FREE];
	double		chi2 = fmax(0, 2 * (param[1][CV_MODEL_LOGLIK] - param[0][CV_MODEL_LOGLIK]));
	Datum		values[3] = {Float8GetDatum(chi2), Int32GetDatum((int) df)};
	bool		nulls[3] = {false};

	if (!cv_model_has_likelihood(&m[0]) || !cv_model_has_likelihood(&m[1]))
		PG_RETURN_NULL();
	if (m[0].family != m[1].family ||
		!(fabs(param[0][CV_MODEL_WEIGHT] - param[1][CV_MODEL_WEIGHT]) <= 1e-9 * param[1][CV_MODEL_WEIGHT]))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("models must be of the same family and the same customers"),
				 errdetail("They are %s of %s and %s of %s.",
						   m[0].family->name, cv_float8_text(param[0][CV_MODEL_WEIGHT]),
						   m[1].family->name, cv_float8_text(param[1][CV_MODEL_WEIGHT])),
				 errhint("Fit both to the same rows, one without the covariates in question.")));
	if (!(df > 0) || m[0].covariates[0] > m[1].covariates[0] || m[0].covariates[1] > m[1].covariates[1])
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("the second model must have the covariates of the first and more"),
				 errdetail("They have %d and %d of purchases, %d and %d of stopping.",
						   m[0].covariates[0], m[1].covariates[0], m[0].covariates[1], m[1].covariates[1])));
	values[2] = Float8GetDatum(cv_chisq_tail(chi2, df));
	return cv_make_record(fcinfo, values, nulls);
}

PG_FUNCTION_INFO_V1(clv_model_converged);

/* converged(clv_model) -> boolean: a maximum was found, and the data tell every parameter; NULL when given. */
Datum
clv_model_converged(PG_FUNCTION_ARGS)
{
	CvModel		m = cv_model_arg(fcinfo, 0);

	if (m.status == CV_GIVEN)
		PG_RETURN_NULL();
	PG_RETURN_BOOL(m.status == CV_FITTED);
}

/* Why some direction is flat, as far as it is known. */
static const char *
flat_because(const CvModel *m)
{
	static const char *const unseen[CV_UNSEEN_COUNT] = {
		"",
		"; what they do not show is that customers stop: nbd_fit, in which nobody does, is as likely",
		"; what they do not show is that customers differ in how they stop",
		"; what they do not show is that customers differ in how often they buy",
		"; what they do not show is that customers differ in how often they buy and in how they stop"
	};

	if (cv_takes_losses(m->family))
		return "; the two standard deviations are told apart by customers with different numbers of purchases";
	if (cv_rows_params(m->rows)[CV_MODEL_FREE] > m->family->n)
		return "; covariates that are constant, or sums of others, do that";
	return unseen[(int) m->more.number[CV_MORE_UNSEEN]];
}

const char *
cv_model_warning(const CvModel *m)
{
	double		left_out = m->more.number[CV_MORE_LEFT_OUT];

	if (m->status == CV_FLAT)
		return psprintf("the data do not identify all parameters: different ones are as likely, so there are no "
						"standard errors%s", flat_because(m));
	if (!all_shown(m))
		return "parameters of customers whose covariates are 0 are out of range: to read them subtract a usual value "
			"from covariates, such as 2020 from years; predictions are right as they are";
	if (m->status == CV_FAR)
		return "estimates are out of range: bring times and amounts to a scale nearer to 1, and subtract a usual value "
			"from covariates, such as 2020 from years";
	if (m->status == CV_FAILED && cv_takes_losses(m->family))
		return "there are no estimates: the means of all customers are the same, or no maximum was found";
	if (m->status == CV_FAILED)
		return "there are no estimates: nobody bought again (or no contract ended, or none was renewed), or no maximum "
			"was found";
	if (m->family->subject == CV_OF_SPEND && left_out > 0)
		return psprintf("left out: %s with a mean repeat spend of 0 or less, since returns outweigh what was bought "
						"again",
						left_out == 1 ? "1 customer" : psprintf("%s customers", cv_float8_text(left_out)));
	return NULL;
}

PG_FUNCTION_INFO_V1(clv_model_warnings);

/* warnings(clv_model) -> text: what is wrong with the fit; NULL when nothing is. */
Datum
clv_model_warnings(PG_FUNCTION_ARGS)
{
	CvModel		m = cv_model_arg(fcinfo, 0);

	if (cv_model_warning(&m) == NULL)
		PG_RETURN_NULL();
	PG_RETURN_TEXT_P(cstring_to_text(cv_model_warning(&m)));
}

PG_FUNCTION_INFO_V1(clv_model_json);

/*
 * model_json(clv_model) -> jsonb
 *
 * family, weight (customers), left_out (customers without a mean spend above 0; models of spend only), iterations,
 * converged, parameters and standard_errors by name, log_likelihood, aic, bic, warnings.
 */
Datum
clv_model_json(PG_FUNCTION_ARGS)
{
	CvModel		m = cv_model_arg(fcinfo, 0);
	const double *param = cv_rows_params(m.rows);
	StringInfoData json;

	initStringInfo(&json);
	appendStringInfo(&json, "{\"family\": \"%s\", \"converged\": %s", m.family->name,
					 m.status == CV_GIVEN ? "null" : m.status == CV_FITTED ? "true" : "false");
	for (int k = 0; k < 2; k++)
	{
		appendStringInfoString(&json, k == 0 ? ", \"parameters\": {" : "}, \"standard_errors\": {");
		for (int i = 0; i < m.rows->nrows; i++)
		{
			double		number[2];
			bool		there = shown(&m, i, &number[0], &number[1]) && cv_model_has_estimates(&m);

			appendStringInfoString(&json, i > 0 ? ", " : "");
			escape_json(&json, term_name(&m, i));
			appendStringInfoString(&json, ": ");
			cv_append_number(&json, there && (k == 0 || m.status == CV_FITTED) ? number[k] : NAN);
		}
	}
	appendStringInfoChar(&json, '}');
	cv_append_json(&json, "weight", param[CV_MODEL_WEIGHT]);
	if (m.family->form == CV_ROWS_SPENDING)
		cv_append_json(&json, "left_out", m.more.number[CV_MORE_LEFT_OUT]);
	if (m.more.number[CV_MORE_K] > 0)
		cv_append_json(&json, "k", m.more.number[CV_MORE_K]);
	cv_append_json(&json, "iterations", param[CV_MODEL_ITERATIONS]);
	cv_append_json(&json, "log_likelihood", cv_model_criterion(&m, 0) / -2);
	cv_append_json(&json, "aic", cv_model_criterion(&m, 2));
	cv_append_json(&json, "bic", cv_model_criterion(&m, log_weight(&m)));
	appendStringInfo(&json, ", \"warnings\": [%s%s%s]}", cv_model_warning(&m) ? "\"" : "",
					 cv_model_warning(&m) ? cv_model_warning(&m) : "", cv_model_warning(&m) ? "\"" : "");
	return cv_make_jsonb(json.data);
}
