/*
 * season.c - when in the year customers buy, and fits to time that runs by it.
 *
 * A season is a float8[] of the intensity of purchases in each of 12 months or 53 weeks (of seven days from January 1
 * on; the last has one day or two), relative to the mean of the year: 1.6 for December says that customers then buy 1.6
 * times as often.
 */
#include "clv/history.h"
#include "clv/model.h"

#include <math.h>

#include "catalog/pg_type.h"
#include "clv/core/season.h"
#include "utils/array.h"

/* Parts of the year named by an argument: months or weeks. */
static int
parts_arg(FunctionCallInfo fcinfo, int argno)
{
	char	   *name = cv_text_arg(fcinfo, argno);

	if (strcmp(name, "month") == 0)
		return CV_SEASON_MONTHS;
	if (strcmp(name, "week") != 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("unit must be month or week, not \"%s\"", name),
				 errhint("A season has a value for each month or week of the year.")));
	return CV_SEASON_WEEKS;
}

PG_FUNCTION_INFO_V1(season_add);

/*
 * season_add(held_rows, history purchase_history, as_of date, unit text) -> held_rows
 *
 * Transition function of season_agg: another customer until the end of the day as_of.  The first and the last purchase
 * say from when to when the customer was there, those between when in the year they bought; so customers with fewer
 * than three say nothing.  Errors: 22023 for a unit that is not month or week, and an infinite date.
 */
Datum
season_add(PG_FUNCTION_ARGS)
{
	int			parts = parts_arg(fcinfo, 3);
	double		count[CV_SEASON_WEEKS] = {0};
	DateADT    *day;
	int			n = cv_purchase_days(fcinfo, 1, &day);
	CvRows	   *rows = cv_rows_writable(fcinfo, &cv_kind_season, 4, (double[1]) {parts}, 1, 1 + parts);

	for (int i = 1; i + 1 < n; i++)
		count[cv_season_part(parts, day[i])]++;
	if (n > 2)
		cv_rows_append(rows, (double[4]) {0, day[0], day[n - 1], n - 2});
	for (int k = 0; k < parts; k++)
	{
		if (count[k] > 0)
			cv_rows_append(rows, (double[4]) {1, k, 0, count[k]});
	}
	PG_RETURN_POINTER(rows);
}

/* Is this a row that season_add makes, whoever wrote it? */
static bool
is_season_row(const double *row, int parts)
{
	if (!(row[3] > 0) || row[1] != floor(row[1]) || row[2] != floor(row[2]))
		return false;
	if (row[0] == 1)
		return row[1] >= 0 && row[1] < parts && row[2] == 0;
	return row[0] == 0 && row[1] >= CV_FIRST_DAY && row[2] <= CV_LAST_DAY && row[1] + 1 < row[2];
}

PG_FUNCTION_INFO_V1(season_final);

/*
 * season_final(held_rows) -> float8[]
 *
 * The most likely season; its mean over a year is 1.  NULL where nobody bought three times, and an element is NULL
 * where no customer was there in that part of the year.  Errors: 22023 for a state that is none.
 */
Datum
season_final(PG_FUNCTION_ARGS)
{
	CvRows	   *rows = cv_rows_arg(fcinfo, 0, &cv_kind_season);
	double		purchases[CV_SEASON_WEEKS] = {0};
	double		season[CV_SEASON_WEEKS];
	Datum		values[CV_SEASON_WEEKS];
	bool		nulls[CV_SEASON_WEEKS];
	double	   *row;
	CvSpell    *spell;
	int64		n;
	int64		nspells = 0;
	int			parts;
	int			dims[1];

	if (rows->nrows == 0)
		PG_RETURN_NULL();
	parts = cv_rows_integer(rows, 0, "parts of the year", CV_SEASON_MONTHS, CV_SEASON_WEEKS);
	row = cv_alloc(rows->nrows * 4 * sizeof(double));
	spell = cv_alloc(rows->nrows * sizeof(CvSpell));
	memcpy(row, cv_rows_row(rows, 0), rows->nrows * 4 * sizeof(double));
	n = cv_rows_compact(row, rows->nrows, 4);
	for (int64 i = 0; i < n; i++)
	{
		const double *r = row + 4 * i;

		CV_BREATHE(i);
		if ((parts != CV_SEASON_MONTHS && parts != CV_SEASON_WEEKS) || !is_season_row(r, parts))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("a row of the state is not one of a season")));
		if (r[0] == 1)
			purchases[(int) r[1]] = r[3];
		else
			spell[nspells++] = (CvSpell) {r[1], r[2], r[3]};
	}
	if (!cv_season_fit(spell, nspells, parts, purchases, season))
		PG_RETURN_NULL();
	for (int k = 0; k < parts; k++)
		cv_set_number(&values[k], &nulls[k], season[k]);
	dims[0] = parts;
	PG_RETURN_ARRAYTYPE_P(construct_md_array(values, nulls, 1, dims, (int[1]) {1}, FLOAT8OID, 8, FLOAT8PASSBYVAL,
											 TYPALIGN_DOUBLE));
}

/* A season in an argument: intensities above 0. */
static const double *
season_arg(FunctionCallInfo fcinfo, int argno, int *n)
{
	const double *season = cv_float8_row(PG_GETARG_VARLENA_P(argno), "season", n);

	if (season == NULL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("season must not have NULL elements"),
				 errhint("season_agg has NULL for parts of the year in which no customer was there; 1 is the mean of "
						 "the year.")));
	if (*n != CV_SEASON_MONTHS && *n != CV_SEASON_WEEKS)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("season must have 12 elements, of months, or 53, of weeks, not %d", *n)));
	for (int k = 0; k < *n; k++)
	{
		if (!(season[k] >= 1e-6 && season[k] <= 1e6))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("season[%d] must be from 1e-6 to 1e6, not %s", k + 1, cv_float8_text(season[k])),
					 errhint("1 is the mean of the year; where hardly anybody buys it is small, such as 0.01.")));
	}
	return season;
}

/*
 * purchases_add(held_rows, history purchase_history, as_of date, unit text or interval, season float8[]) -> held_rows
 *
 * Transition function of bgnbd_fit and mbgnbd_fit with a season: a customer more, in time that runs by it.  Errors: as
 * purchases_add of a history, and 22023 for a season that has not 12 or 53 elements above 0, or changes.
 */
static Datum
add_seasonal(FunctionCallInfo fcinfo, double unit)
{
	double		params[1 + CV_SEASON_WEEKS] = {unit};
	double		count[CV_SEASON_WEEKS] = {0};
	double		row[4] = {0, 0, -1, 1};
	int			parts;
	const double *season = season_arg(fcinfo, 4, &parts);
	DateADT    *day;
	int			n = cv_purchase_days(fcinfo, 1, &day);
	CvRows	   *rows;

	memcpy(params + 1, season, parts * sizeof(double));
	rows = cv_rows_writable(fcinfo, &cv_kind_season_purchases, 4, params, 1 + parts, 1 + parts);
	if (n > 0)
		cv_season_row(season, parts, unit, n - 1, day[0], day[n - 1], PG_GETARG_DATEADT(2), row);
	cv_rows_append(rows, row);
	for (int i = 1; i < n; i++)
		count[cv_season_part(parts, day[i])]++;
	for (int k = 0; k < parts; k++)
	{
		if (count[k] > 0)
			cv_rows_append(rows, (double[4]) {-1, k, 0, count[k]});
	}
	PG_RETURN_POINTER(rows);
}

void
cv_season_row(const double *season, int parts, double unit, double x, double first, double last, double as_of,
			  double *row)
{
	double		start = cv_season_time(season, parts, first);

	row[0] = x;
	row[1] = x > 0 ? (cv_season_time(season, parts, last) - start) / unit : 0;
	row[2] = (cv_season_time(season, parts, as_of) - start) / unit;
}

PG_FUNCTION_INFO_V1(purchases_add_season_text);
PG_FUNCTION_INFO_V1(purchases_add_season_interval);

Datum
purchases_add_season_text(PG_FUNCTION_ARGS)
{
	return add_seasonal(fcinfo, cv_time_unit_arg(fcinfo, 3, false));
}

Datum
purchases_add_season_interval(PG_FUNCTION_ARGS)
{
	return add_seasonal(fcinfo, cv_time_unit_arg(fcinfo, 3, true));
}

PG_FUNCTION_INFO_V1(paretonbd_fit_season);

/* paretonbd_fit(history purchase_history, as_of date, unit text or interval, season float8[]): 22023, and why. */
Datum
paretonbd_fit_season(PG_FUNCTION_ARGS)
{
	cv_refuse_season(&cv_pareto_nbd);
	PG_RETURN_NULL();
}

/*
 * Rows of the state of a fit with a season, of which those with x = -1 say how many purchases fell on each part of the
 * year: they are taken out, and what they add to the log-likelihood is returned.
 */
double
cv_season_constant(double *row, int64 *n, const double *season, int parts)
{
	double		sum = 0;
	int64		kept = 0;

	for (int64 i = 0; i < *n; i++)
	{
		double	   *from = row + 4 * i;

		CV_BREATHE(i);
		if (from[0] != -1)
			memmove(row + 4 * kept++, from, 4 * sizeof(double));
		else if (from[1] >= 0 && from[1] < parts && from[1] == floor(from[1]) && from[2] == 0)
			sum += from[3] * log(season[(int) from[1]]);
		else
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("a row of the state is not one of a season")));
	}
	*n = kept;
	return sum;
}
