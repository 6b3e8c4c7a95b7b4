/*
 * steps.c - the steps of a series from period to period: days, numbers or months, none of them missing.
 */
#include "monitor/forecast.h"

#include "utils/date.h"
#include "utils/datetime.h"

typedef struct Day
{
	double		month;			/* counted from the year 0 */
	int			day;
	int			last;			/* day of that month */
} Day;

static int
days_of(int year, int month)
{
	return (month == 12 ? date2j(year + 1, 1, 1) : date2j(year, month + 1, 1)) - date2j(year, month, 1);
}

static Day
day_of(double t)
{
	int			year,
				month,
				day;

	j2date((int) t + POSTGRES_EPOCH_JDATE, &year, &month, &day);
	return (Day) {year * 12.0 + month - 1, day, days_of(year, month)};
}

/*
 * Are these dates one day of each of their months, or the last day where it has no such day?  That day, 31 for last
 * days; else 0.
 */
static int
day_of_months(const double *row, int64 n, int width)
{
	int			most = 0;
	bool		ends = true;

	for (int64 i = 0; i < n; i++)
	{
		Day			d = day_of(row[i * width]);

		CV_BREATHE(i);
		most = Max(most, d.day);
		ends &= d.day == d.last;
	}
	for (int64 i = 0; i < n && !ends; i++)
	{
		Day			d = day_of(row[i * width]);

		CV_BREATHE(i);
		if (d.day != Min(most, d.last))
			return 0;
	}
	return ends ? 31 : most;
}

/* The date in a month counted from the year 0. */
static double
date_of_month(double month, double day)
{
	int			year = (int) floor(month / 12);
	int			of_year = (int) (month - 12.0 * year) + 1;

	return date2j(year, of_year, Min((int) day, days_of(year, of_year))) - POSTGRES_EPOCH_JDATE;
}

/* Can t be of this type, whatever was written into a state? */
bool
cv_place_exists(double t, CvPlace type)
{
	double		low = type == CV_PLACE_DATE ? DATETIME_MIN_JULIAN - POSTGRES_EPOCH_JDATE : -0x1p53;
	double		high = type == CV_PLACE_DATE ? DATE_END_JULIAN - POSTGRES_EPOCH_JDATE - 1 : 0x1p53;

	return t == floor(t) && t >= low && t <= high;
}

bool
cv_place_after(const double *model, double steps, double *t)
{
	double		move = steps * model[FORECAST_STEP];

	if (model[FORECAST_DAY] > 0)
	{
		double		month = day_of(model[FORECAST_LAST]).month + move;

		if (!(month < 12.0 * JULIAN_MAXYEAR))
			return false;
		*t = date_of_month(month, model[FORECAST_DAY]);
	}
	else
		*t = model[FORECAST_LAST] + move;
	return cv_place_exists(*t, (CvPlace) model[FORECAST_PLACE]);
}

/* The distance from row i - 1 to row i, in days, numbers or months. */
static double
distance(const double *row, int64 i, int width, bool months)
{
	double		from = row[(i - 1) * width];
	double		to = row[i * width];

	return months ? day_of(to).month - day_of(from).month : to - from;
}

static void
missing(const double *row, int64 i, int width, CvPlace type, const double *model)
{
	double		before[FORECAST_PARAMS];
	double		t;

	memcpy(before, model, sizeof(before));
	before[FORECAST_LAST] = row[(i - 1) * width];
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 cv_place_after(before, 1, &t) ?
			 errmsg("period %s is missing, after %s comes %s", cv_place_text(t, type),
					cv_place_text(row[(i - 1) * width], type), cv_place_text(row[i * width], type)) :
			 errmsg("a period is missing after %s", cv_place_text(row[(i - 1) * width], type)),
			 errhint("Fill it in first, with 0 or an estimate: without it every later season would be shifted.")));
}

void
cv_place_steps(const double *row, int64 n, int width, CvPlace type, double *model)
{
	double		step = INFINITY;
	bool		months;

	model[FORECAST_PLACE] = type;
	model[FORECAST_LAST] = row[(n - 1) * width];
	model[FORECAST_DAY] = type == CV_PLACE_DATE && n > 1 ? day_of_months(row, n, width) : 0;
	months = model[FORECAST_DAY] > 0;
	/* Two dates in one month are not monthly. */
	for (int64 i = 1; i < n && months; i++)
	{
		CV_BREATHE(i);
		months = distance(row, i, width, true) > 0;
	}
	if (!months)
		model[FORECAST_DAY] = 0;
	for (int64 i = 1; i < n; i++)
	{
		CV_BREATHE(i);
		step = Min(step, distance(row, i, width, months));
	}
	model[FORECAST_STEP] = n > 1 ? step : 1;
	for (int64 i = 1; i < n; i++)
	{
		CV_BREATHE(i);
		if (distance(row, i, width, months) != step)
			missing(row, i, width, type, model);
	}
}
