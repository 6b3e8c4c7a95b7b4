/*
 * survival.c - how long do customers stay?
 *
 * survival_agg counts, for every duration, who left after it and who was last seen after it; from that follow the share
 * who stay longer than t (Kaplan and Meier), its standard error (Greenwood) and band, the cumulated hazard (Nelson and
 * Aalen), quantiles and the mean until a horizon: see retention/core/survival.c.  Times have the unit that was given.
 *
 * Memory: 72 bytes a distinct time while it grows, about 12 stored.
 */
#include "retention/periods.h"
#include "retention/spells.h"

#include "num/special.h"
#include "pg/interval.h"

static const char *complaint_of(const CvCellsView *view);

const CvCellsType cv_survival_type = {
	{"survival_summary", "\"v1 time:events,censored[,entered] ...\"", 1, sizeof(CvCells), cv_cells_fits, cv_cells_pack},
	CV_CELLS_SURVIVAL, complaint_of,
	"It grows with the number of distinct times: round durations to whole days, or take a sample.", ""
};

CV_CELLS_TYPE(cv_survival_type, cv_spells_in, cv_spells_out, survival_summary_in, survival_summary_out,
			  survival_summary_recv, survival_summary_send, survival_merge, survival_pack)
CV_COMPARE(survival_summary_send, survival_summary_cmp, survival_summary_eq, survival_summary_ne, survival_summary_lt,
		   survival_summary_le, survival_summary_gt, survival_summary_ge, survival_summary_hash,
		   survival_summary_hash_extended)

static const char *
complaint_of(const CvCellsView *view)
{
	if (view->names.n > 0 || (view->n > 0 && view->cell[view->n - 1].series != 0))
		return "times may not have names";
	return cv_spells_complaint(view);
}

/*
 * survival_add(survival_summary, duration, event [, weight float8]) -> survival_summary
 * survival_entry_add(survival_summary, entry, duration, event [, weight float8]) -> survival_summary
 *
 * Transition functions: a customer who left (event) after this duration, or was last seen then.  duration is a number
 * or an interval (in days), event boolean or 0 and 1.  Who came under observation at entry is at risk after it.  A
 * weight of 2 is the row twice, one of 0 no row.  Errors: 22023 for times that are negative, infinite or have months,
 * an entry not before the duration, another event and a bad weight; 54000 for weights of more than 32 digits together
 * and beyond 512 MB.
 */
static Datum
add_spell(FunctionCallInfo fcinfo, CvSpellReader read, bool late)
{
	CvCells    *s = cv_cells_writable(fcinfo, &cv_survival_type);
	CvSpell		spell = read(fcinfo, 1, late);
	int			weight = late ? 4 : 3;
	cv_int128	units = PG_NARGS() > weight ? cv_weight_units(fcinfo, weight, s) : cv_cells_one(s);

	if (units > 0)
		cv_spells_add(&s, 0, &spell, units);
	return cv_cells_return(fcinfo, s);
}

#define SURVIVAL_ADD(name, reader, late) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		return add_spell(fcinfo, reader, late); \
	}

SURVIVAL_ADD(survival_add_float8_boolean, cv_spell_float8_boolean, false)
SURVIVAL_ADD(survival_add_float8_bigint, cv_spell_float8_bigint, false)
SURVIVAL_ADD(survival_add_interval_boolean, cv_spell_interval_boolean, false)
SURVIVAL_ADD(survival_add_interval_bigint, cv_spell_interval_bigint, false)
SURVIVAL_ADD(survival_entry_add_float8_boolean, cv_spell_float8_boolean, true)
SURVIVAL_ADD(survival_entry_add_float8_bigint, cv_spell_float8_bigint, true)
SURVIVAL_ADD(survival_entry_add_interval_boolean, cv_spell_interval_boolean, true)
SURVIVAL_ADD(survival_entry_add_interval_bigint, cv_spell_interval_bigint, true)

PG_FUNCTION_INFO_V1(gap_add);

/* A gap between purchases, or one that is still open. */
static void
add_gap(CvCells **s, int32 days, bool ended)
{
	CvSpell		spell = {CV_NO_ENTRY, days, ended};

	cv_spells_add(s, 0, &spell, cv_cells_one(*s));
}

/*
 * gap_add(survival_summary, history purchase_history, as_of date) -> survival_summary
 *
 * Transition function of gap_agg: the days between one purchase of a customer and the next, up to as_of, and those
 * since the last, which is a gap that has not ended.  Errors: 22023 for an infinite as_of.
 */
Datum
gap_add(PG_FUNCTION_ARGS)
{
	CvDatedAmounts h = cv_purchases_arg(fcinfo, 1);
	DateADT		as_of = cv_date_arg(fcinfo, 2, "as_of");
	CvCells    *s = cv_cells_writable(fcinfo, &cv_survival_type);
	DateADT		last = 0;
	bool		bought = false;

	for (int i = 0; i < h.n && cv_dated_date(h.day[i]) <= as_of; i++)
	{
		CV_BREATHE(i);
		if (h.day[i] & CV_DATED_BACK)
			continue;
		if (bought)
			add_gap(&s, cv_dated_date(h.day[i]) - last, true);
		last = cv_dated_date(h.day[i]);
		bought = true;
	}
	if (bought)
		add_gap(&s, as_of - last, false);
	cv_dated_free(&h);
	return cv_cells_return(fcinfo, s);
}

/* The moments of argument 0. */
static CvLives
lives_arg(FunctionCallInfo fcinfo)
{
	CvCellsView view = cv_cells_view(cv_cells_get(PG_GETARG_DATUM(0), &cv_survival_type));
	CvMoment   *moment = cv_alloc(view.n * sizeof(CvMoment));
	CvLives		lives = {moment, view.n, view.scale};

	for (int64 i = 0; i < view.n; i++)
		moment[i] = cv_moment_of(&view.cell[i]);
	pfree(view.cell);
	return lives;
}

static CvBand
band_arg(FunctionCallInfo fcinfo, int argno)
{
	static const char *const bands[] = {"loglog", "log", "plain", NULL};

	return (CvBand) cv_choice_arg(fcinfo, argno, "method", bands);
}

/* A share between 0 and 1, both left out. */
static double
share_arg(FunctionCallInfo fcinfo, int argno)
{
	double		p = PG_GETARG_FLOAT8(argno);

	if (!(p > 0 && p < 1))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("p must be between 0 and 1, not %s", cv_float8_text(p)),
				 errhint("It is the share who are gone by then: 0.5 asks for the median.")));
	return p;
}

/*
 * The estimate at a time argument; what is not known is NaN: everything without rows, and after the last time, unless
 * nobody is left.
 */
static CvKm
estimate_at(FunctionCallInfo fcinfo, int argno)
{
	CvLives		lives = lives_arg(fcinfo);
	double		t = cv_time_arg(fcinfo, argno, "t");
	CvKm		km = cv_km_between(&lives, -1, t);
	double		last = cv_last_exit(&lives);

	if (isnan(last) || (t > last && km.survival.hi > 0))
	{
		km.survival.hi = km.variance = km.hazard = km.hazard_variance = NAN;
	}
	return km;
}

PG_FUNCTION_INFO_V1(km);
PG_FUNCTION_INFO_V1(km_se);
PG_FUNCTION_INFO_V1(km_low);
PG_FUNCTION_INFO_V1(km_high);
PG_FUNCTION_INFO_V1(cum_hazard);
PG_FUNCTION_INFO_V1(cum_hazard_se);

/*
 * km(summary survival_summary, t float8) -> float8: the share who stay longer than t.  After the last time that was
 * seen it is 0 if nobody is left, else NULL.  NULL without rows.  Errors: 22023 for a t below 0.
 */
Datum
km(PG_FUNCTION_ARGS)
{
	return cv_return_number(fcinfo, estimate_at(fcinfo, 1).survival.hi);
}

/* The standard error of survival: none where it is 0. */
static double
standard_error(const CvKm *estimate)
{
	return estimate->survival.hi > 0 ? estimate->survival.hi * sqrt(estimate->variance) : NAN;
}

/* km_se(summary survival_summary, t float8) -> float8: standard error of km (Greenwood); NULL where km is 0 or NULL. */
Datum
km_se(PG_FUNCTION_ARGS)
{
	CvKm		estimate = estimate_at(fcinfo, 1);

	return cv_return_number(fcinfo, standard_error(&estimate));
}

/* One end of the band of an estimate, with confidence and method from argument argno on. */
static Datum
band_end(FunctionCallInfo fcinfo, int argno, const CvKm *estimate, bool upper)
{
	double		width = cv_normal_width(cv_confidence_arg(fcinfo, argno));
	double		low,
				high;

	cv_km_band(estimate->survival.hi, estimate->variance, width, band_arg(fcinfo, argno + 1), &low, &high);
	return cv_return_number(fcinfo, upper ? high : low);
}

/*
 * km_low, km_high(summary survival_summary, t float8, confidence float8, method text) -> float8
 *
 * Ends of the interval of km: symmetric in the logarithm of its negative logarithm (loglog, always within 0 to 1), in
 * its logarithm (log), or plain, both cut off at 0 and 1.  NULL where km is 0 or NULL; 1 where it is 1.
 */
Datum
km_low(PG_FUNCTION_ARGS)
{
	CvKm		estimate = estimate_at(fcinfo, 1);

	return band_end(fcinfo, 2, &estimate, false);
}

Datum
km_high(PG_FUNCTION_ARGS)
{
	CvKm		estimate = estimate_at(fcinfo, 1);

	return band_end(fcinfo, 2, &estimate, true);
}

/* cum_hazard(summary survival_summary, t float8) -> float8: sum of events / at risk up to t; NULL as km. */
Datum
cum_hazard(PG_FUNCTION_ARGS)
{
	return cv_return_number(fcinfo, estimate_at(fcinfo, 1).hazard);
}

/* cum_hazard_se(summary survival_summary, t float8) -> float8: its standard error, the root of the sum of d / n^2. */
Datum
cum_hazard_se(PG_FUNCTION_ARGS)
{
	return cv_return_number(fcinfo, sqrt(estimate_at(fcinfo, 1).hazard_variance));
}

PG_FUNCTION_INFO_V1(survival_quantile);
PG_FUNCTION_INFO_V1(survival_quantile_low);
PG_FUNCTION_INFO_V1(survival_quantile_high);
PG_FUNCTION_INFO_V1(median_survival);

/*
 * survival_quantile(summary survival_summary, p float8) -> float8: the first time at which a share of p is gone; NULL
 * where that is not reached.  R takes the middle of a stretch on which S is exactly 1 - p.  Errors: 22023 for a p
 * outside 0 to 1.
 */
Datum
survival_quantile(PG_FUNCTION_ARGS)
{
	CvLives		lives = lives_arg(fcinfo);

	return cv_return_number(fcinfo, cv_survival_quantile(&lives, share_arg(fcinfo, 1), 0, CV_BAND_LOGLOG, 0));
}

/* median_survival(summary survival_summary) -> float8: survival_quantile at one half. */
Datum
median_survival(PG_FUNCTION_ARGS)
{
	CvLives		lives = lives_arg(fcinfo);

	return cv_return_number(fcinfo, cv_survival_quantile(&lives, 0.5, 0, CV_BAND_LOGLOG, 0));
}

static Datum
quantile_end(FunctionCallInfo fcinfo, int side)
{
	CvLives		lives = lives_arg(fcinfo);
	double		width = cv_normal_width(cv_confidence_arg(fcinfo, 2));

	double		p = share_arg(fcinfo, 1);

	return cv_return_number(fcinfo, cv_survival_quantile(&lives, p, width, band_arg(fcinfo, 3), side));
}

/*
 * survival_quantile_low, survival_quantile_high(summary survival_summary, p float8, confidence float8, method text)
 * -> float8
 *
 * The times at which the ends of the band of km reach 1 - p (R. Brookmeyer and J. Crowley, Biometrics 38, 1982).
 */
Datum
survival_quantile_low(PG_FUNCTION_ARGS)
{
	return quantile_end(fcinfo, -1);
}

Datum
survival_quantile_high(PG_FUNCTION_ARGS)
{
	return quantile_end(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(rmst);
PG_FUNCTION_INFO_V1(rmst_se);

/* The mean until a horizon; NaN without rows. */
static CvRestricted
restricted_mean(FunctionCallInfo fcinfo)
{
	CvLives		lives = lives_arg(fcinfo);
	CvRestricted none = {NAN, NAN};

	return lives.n == 0 ? none : cv_restricted_mean(&lives, cv_check_not_negative(PG_GETARG_FLOAT8(1), "tau"));
}

/*
 * rmst(summary survival_summary, tau float8) -> float8: the mean time that customers stay, counted until tau at most
 * (the area under km).  NULL where km is not known until tau.  Errors: 22023 for a tau that is negative or infinite.
 */
Datum
rmst(PG_FUNCTION_ARGS)
{
	return cv_return_number(fcinfo, restricted_mean(fcinfo).mean);
}

/* rmst_se(summary survival_summary, tau float8) -> float8: its standard error. */
Datum
rmst_se(PG_FUNCTION_ARGS)
{
	return cv_return_number(fcinfo, sqrt(restricted_mean(fcinfo).variance));
}

PG_FUNCTION_INFO_V1(conditional_survival);
PG_FUNCTION_INFO_V1(conditional_survival_se);
PG_FUNCTION_INFO_V1(conditional_survival_low);
PG_FUNCTION_INFO_V1(conditional_survival_high);

/* Survival until t of those who are there after given, arguments 1 and 2. */
static CvKm
conditional_estimate(FunctionCallInfo fcinfo)
{
	CvLives		lives = lives_arg(fcinfo);
	double		t = cv_time_arg(fcinfo, 1, "t");
	double		given = cv_time_arg(fcinfo, 2, "given");
	CvKm		km = cv_km_between(&lives, given, t);
	double		last = cv_last_exit(&lives);

	if (t < given)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("t must not come before given: t is %s and given %s", cv_float8_text(t),
						cv_float8_text(given))));
	if (isnan(last) || given > last || (t > last && km.survival.hi > 0))
		km.survival.hi = NAN;
	return km;
}

/*
 * conditional_survival(summary survival_summary, t, given float8) -> float8
 *
 * The share of those who are still there after given who stay longer than t: S(t) / S(given).  NULL where nobody is
 * there after given, and as km.  conditional_survival_se, _low, _high: of a new estimate among those.  Errors: 22023
 * for a t before given.
 */
Datum
conditional_survival(PG_FUNCTION_ARGS)
{
	return cv_return_number(fcinfo, conditional_estimate(fcinfo).survival.hi);
}

Datum
conditional_survival_se(PG_FUNCTION_ARGS)
{
	CvKm		estimate = conditional_estimate(fcinfo);

	return cv_return_number(fcinfo, standard_error(&estimate));
}

Datum
conditional_survival_low(PG_FUNCTION_ARGS)
{
	CvKm		estimate = conditional_estimate(fcinfo);

	return band_end(fcinfo, 3, &estimate, false);
}

Datum
conditional_survival_high(PG_FUNCTION_ARGS)
{
	CvKm		estimate = conditional_estimate(fcinfo);

	return band_end(fcinfo, 3, &estimate, true);
}

PG_FUNCTION_INFO_V1(at_risk);

/*
 * at_risk(summary survival_summary, t float8) -> float8: the weight of who entered before t and stays until t at
 * least.
 */
Datum
at_risk(PG_FUNCTION_ARGS)
{
	CvLives		lives = lives_arg(fcinfo);

	PG_RETURN_FLOAT8(cv_at_risk(&lives, cv_time_arg(fcinfo, 1, "t")) + 0.0);
}

PG_FUNCTION_INFO_V1(km_curve);

/*
 * km_curve(summary survival_summary, confidence float8, method text)
 *		-> TABLE(t, at_risk, events, censored, survival, se, low, high, cum_hazard float8)
 *
 * One row for each time at which somebody left or was last seen; NULL as km, km_se and km_low.
 */
Datum
km_curve(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	CvLives		lives = lives_arg(fcinfo);
	double		width = cv_normal_width(cv_confidence_arg(fcinfo, 1));
	CvBand		band = band_arg(fcinfo, 2);
	CvKm		km = cv_km_start(&lives);

	while (cv_km_next(&km))
	{
		double		row[9] = {km.time, (double) km.at_risk / lives.scale, (double) km.events / lives.scale,
		(double) km.censored / lives.scale, km.survival.hi, standard_error(&km), 0, 0, km.hazard};
		Datum		values[9];
		bool		nulls[9];

		CHECK_FOR_INTERRUPTS();
		cv_km_band(km.survival.hi, km.variance, width, band, &row[6], &row[7]);
		for (int i = 0; i < 9; i++)
			cv_set_number(&values[i], &nulls[i], row[i]);
		cv_table_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}
