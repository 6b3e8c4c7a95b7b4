/*
 * capital.c - scores as points and grades, and what a customer's risk costs.
 */
#include "risk/cells.h"

#include "catalog/pg_type.h"
#include "risk/core/capital.h"
#include "utils/array.h"

static double
probability_arg(FunctionCallInfo fcinfo, int argno, const char *name)
{
	return cv_check_fraction(PG_GETARG_FLOAT8(argno), name, "It is a fraction: 0.012 means 1.2 percent.");
}

static double
positive_arg(FunctionCallInfo fcinfo, int argno, const char *name)
{
	double		x = cv_check_finite(PG_GETARG_FLOAT8(argno), name);

	if (!(x > 0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be above 0, not %s", name, cv_float8_text(x))));
	return x;
}

/* How a scale of scores is laid: base points at these odds, and so many points more double them. */
typedef struct Scale
{
	double		base;
	double		odds;
	double		pdo;
} Scale;

/* Three arguments from first on. */
static Scale
scale_arg(FunctionCallInfo fcinfo, int first)
{
	Scale		s;

	s.base = cv_check_finite(PG_GETARG_FLOAT8(first), "base");
	s.odds = positive_arg(fcinfo, first + 1, "odds");
	s.pdo = cv_check_finite(PG_GETARG_FLOAT8(first + 2), "pdo");
	if (s.pdo == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("pdo must not be 0, but is %s", cv_float8_text(s.pdo)),
				 errhint("So many points more double the odds; negative where a high score means a high risk.")));
	return s;
}

PG_FUNCTION_INFO_V1(scorecard_points);

/*
 * scorecard_points(woe float8, coef float8, intercept float8, n integer, base float8, odds float8,
 *		pdo float8) -> float8
 *
 * Points of one of n characteristics: offset / n - factor * (coef * woe + intercept / n) with
 * factor = pdo / ln 2 and offset = base - factor * ln odds, where the logit of the event is
 * intercept + sum of coef * woe.  The points of all characteristics add up to pd_to_score.  Errors:
 * 22023 for NaN and infinity, n below 1, odds not above 0, pdo 0; 22003 for a result beyond float8.
 */
Datum
scorecard_points(PG_FUNCTION_ARGS)
{
	double		woe = cv_check_finite(PG_GETARG_FLOAT8(0), "woe");
	double		coef = cv_check_finite(PG_GETARG_FLOAT8(1), "coef");
	double		intercept = cv_check_finite(PG_GETARG_FLOAT8(2), "intercept");
	int			n = cv_check_range(PG_GETARG_INT32(3), "n", 1, PG_INT32_MAX);
	Scale		s = scale_arg(fcinfo, 4);

	PG_RETURN_DATUM(cv_return_finite(cv_scorecard_points(woe, coef, intercept, n, s.base, s.odds, s.pdo), "points"));
}

/*
 * pd_to_score(pd float8, base float8, odds float8, pdo float8) -> float8
 * score_to_pd(score float8, base float8, odds float8, pdo float8) -> float8
 *
 * The score of a probability of default on a scale with base points at odds good to bad, which pdo
 * points more double, and back. NULL for the score of pd 0 and 1, which is infinite.  Errors: 22023
 * for pd outside 0 to 1, and as scorecard_points.
 */
PG_FUNCTION_INFO_V1(pd_to_score);
PG_FUNCTION_INFO_V1(score_to_pd);

Datum
pd_to_score(PG_FUNCTION_ARGS)
{
	double		pd = probability_arg(fcinfo, 0, "pd");
	Scale		s = scale_arg(fcinfo, 1);

	if (pd == 0 || pd == 1)
		PG_RETURN_NULL();
	PG_RETURN_DATUM(cv_return_finite(cv_pd_to_score(pd, s.base, s.odds, s.pdo), "score"));
}

Datum
score_to_pd(PG_FUNCTION_ARGS)
{
	double		score = cv_check_finite(PG_GETARG_FLOAT8(0), "score");
	Scale		s = scale_arg(fcinfo, 1);

	PG_RETURN_FLOAT8(cv_score_to_pd(score, s.base, s.odds, s.pdo));
}

/* How many cuts, argument 1, are below pd: the grade, from 0; a cut itself belongs to the better grade. */
static int
grade_arg(FunctionCallInfo fcinfo, int *ncuts)
{
	double		pd = probability_arg(fcinfo, 0, "pd");
	const double *cut = cv_cuts_arg(fcinfo, 1, "cuts", ncuts);
	int			low = 0;
	int			high = *ncuts;

	while (low < high)
	{
		int			middle = (low + high) / 2;

		if (pd > cut[middle])
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/*
 * pd_grade(pd float8, cuts float8[], labels text[]) -> text
 * pd_grade(pd float8, cuts float8[]) -> integer
 *
 * The grade of a probability of default, as a label or as a number from 1: cuts are upper bounds,
 * included, of all grades but the worst.  Errors: 22023 for pd outside 0 to 1, cuts that do not
 * rise, and labels that are not one more than cuts or NULL.
 */
PG_FUNCTION_INFO_V1(pd_grade_number);
PG_FUNCTION_INFO_V1(pd_grade_label);

Datum
pd_grade_number(PG_FUNCTION_ARGS)
{
	int			ncuts;

	PG_RETURN_INT32(grade_arg(fcinfo, &ncuts) + 1);
}

Datum
pd_grade_label(PG_FUNCTION_ARGS)
{
	int			ncuts;
	int			grade = grade_arg(fcinfo, &ncuts);
	ArrayType  *array = PG_GETARG_ARRAYTYPE_P(2);
	Datum	   *label;
	bool	   *nulls;
	int			n;

	deconstruct_array(array, TEXTOID, -1, false, TYPALIGN_INT, &label, &nulls, &n);
	if (n != ncuts + 1 || array_contains_nulls(array))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("labels must be one more than cuts, %d, without NULL, not %d", ncuts + 1, n),
				 errhint("Cuts are the upper bounds of all grades but the worst, as in (master_scale(...))[1:9].")));
	PG_RETURN_DATUM(label[grade]);
}

PG_FUNCTION_INFO_V1(master_scale);

/*
 * master_scale(low float8, high float8, grades integer) -> float8[]
 *
 * Upper bounds of grades between the probabilities low and high, each the same multiple of the one
 * before; the last is high. Errors: 22023 unless 0 < low < high <= 1, and for grades outside 1 to
 * 10,000.
 */
Datum
master_scale(PG_FUNCTION_ARGS)
{
	double		low = probability_arg(fcinfo, 0, "low");
	double		high = probability_arg(fcinfo, 1, "high");
	int			grades = cv_check_range(PG_GETARG_INT32(2), "grades", 1, 10000);
	double	   *bound = palloc(grades * sizeof(double));

	if (!(low > 0 && low < high))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("low must be above 0 and below high, not %s with high %s", cv_float8_text(low),
					cv_float8_text(high))));
	cv_master_scale(low, high, grades, bound);
	PG_RETURN_DATUM(cv_make_float8_array(bound, grades));
}

/* A fraction as the decimal that its shortest digits are. */
static Datum
decimal_of(double x)
{
	return DirectFunctionCall3(numeric_in, CStringGetDatum(cv_float8_text(x)), ObjectIdGetDatum(InvalidOid),
		Int32GetDatum(-1));
}

PG_FUNCTION_INFO_V1(expected_loss);

/*
 * expected_loss(pd float8, lgd float8, ead numeric, scale integer) -> numeric
 *
 * pd * lgd * ead, the product of the decimals, rounded once to scale decimals, half away from 0.
 * Errors: 22023 for pd or lgd outside 0 to 1, ead that is NaN or infinite, scale outside 0 to 20.
 */
Datum
expected_loss(PG_FUNCTION_ARGS)
{
	double		pd = probability_arg(fcinfo, 0, "pd");
	double		lgd = probability_arg(fcinfo, 1, "lgd");
	Numeric		ead = cv_check_numeric(PG_GETARG_NUMERIC(2), "ead");
	int			scale = cv_check_range(PG_GETARG_INT32(3), "scale", 0, CV_SCALE_MAX);
	Datum		rate = DirectFunctionCall2(numeric_mul, decimal_of(pd), decimal_of(lgd));

	return DirectFunctionCall2(numeric_round, DirectFunctionCall2(numeric_mul, rate, NumericGetDatum(ead)),
		Int32GetDatum(scale));
}

/* In the order of CvExposure. */
static const char *const classes[] = {"corporate", "mortgage", "revolving", "retail", NULL};

/* An argument turnover, NaN where it is NULL: only for corporates. */
static double
turnover_arg(FunctionCallInfo fcinfo, int argno, CvExposure class)
{
	if (PG_ARGISNULL(argno))
		return NAN;
	if (class != CV_CORPORATE)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("turnover is for class 'corporate' only, not '%s'", classes[class])));
	return cv_check_not_negative(PG_GETARG_FLOAT8(argno), "turnover");
}

PG_FUNCTION_INFO_V1(irb_correlation);

/*
 * irb_correlation(pd float8, class text, turnover float8) -> float8
 *
 * The asset correlation of the Basel risk weight functions for class 'corporate', 'mortgage',
 * 'revolving' or 'retail' (other). turnover, in millions, makes a corporate a small or medium one:
 * from 5 to 50, beyond which it is taken as that; NULL: none. Errors: 22023 for pd outside 0 to 1,
 * another class, and turnover that is negative or of another class.
 */
Datum
irb_correlation(PG_FUNCTION_ARGS)
{
	double		pd;
	CvExposure	class;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1))
		PG_RETURN_NULL();
	pd = probability_arg(fcinfo, 0, "pd");
	class = (CvExposure) cv_choice_arg(fcinfo, 1, "class", classes);
	PG_RETURN_FLOAT8(cv_irb_correlation(pd, class, turnover_arg(fcinfo, 2, class)));
}

PG_FUNCTION_INFO_V1(irb_capital);

/*
 * irb_capital(pd float8, lgd float8, class text, maturity float8, turnover float8, pd_floor float8,
 *		best_estimate float8) -> float8
 *
 * Capital for unexpected losses, a share of the exposure, by the Basel formula: the loss that is
 * exceeded in one year of a thousand, minus the expected one.  maturity in years, 1 to 5, counts
 * for corporates only.  pd below pd_floor is taken as that.  In default, at pd 1, it is lgd minus
 * best_estimate (of the loss), not below 0; NULL: the whole lgd is provided for, and the capital 0.
 * Errors: 22023 for pd, lgd, pd_floor, best_estimate outside 0 to 1, maturity outside 1 to 5, and
 * as irb_correlation.
 */
Datum
irb_capital(PG_FUNCTION_ARGS)
{
	double		pd,
				lgd,
				maturity,
				turnover,
				best_estimate;
	CvExposure	class;

	if (PG_ARGISNULL(0) || PG_ARGISNULL(1) || PG_ARGISNULL(2) || PG_ARGISNULL(3) || PG_ARGISNULL(5))
		PG_RETURN_NULL();
	lgd = probability_arg(fcinfo, 1, "lgd");
	class = (CvExposure) cv_choice_arg(fcinfo, 2, "class", classes);
	maturity = cv_check_finite(PG_GETARG_FLOAT8(3), "maturity");
	turnover = turnover_arg(fcinfo, 4, class);
	pd = fmax(probability_arg(fcinfo, 0, "pd"), probability_arg(fcinfo, 5, "pd_floor"));
	best_estimate = PG_ARGISNULL(6) ? lgd : probability_arg(fcinfo, 6, "best_estimate");
	if (maturity < 1 || maturity > 5)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("maturity must be from 1 to 5, not %s", cv_float8_text(maturity)),
				 errhint("It is in years; the rules take less as 1 and more as 5.")));
	PG_RETURN_FLOAT8(pd == 1 ? fmax(0, lgd - best_estimate) : cv_irb_capital(pd, lgd, class, maturity, turnover));
}
