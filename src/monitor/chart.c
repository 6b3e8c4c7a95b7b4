/*
 * chart.c - the type chart_summary: what is usual, so that the unusual can be told from it?
 *
 * Sums over the points of a control chart, collected over a time when all was well, from which its limits follow: W.
 * Shewhart, "Economic Control of Quality of Manufactured Product", 1931; D. Montgomery, "Introduction to Statistical
 * Quality Control". A chart_summary is CvRows: of kind subgroups with a row of 80 bytes for each size of subgroup,
 * otherwise 64 bytes of parameters.  The layout is in chart.h.
 */
#include "monitor/chart.h"

#define COUNT_LIMIT 0x1p53		/* of points, defects and sizes: whole numbers are exact */

static inline bool
is_count(double x, double least)
{
	return x >= least && x <= COUNT_LIMIT && x == floor(x);
}

static const char *
complaint_of_sizes(const CvRows *s)
{
	if (s->nrows < 1 || s->nrows > CV_MOST_SIZES)
		return "a chart of subgroups must have 1 to 10,000 sizes";
	for (int64 i = 0; i < s->nrows; i++)
	{
		const double *row = cv_rows_row(s, i);

		if (!is_count(row[SIZE_N], 1) || !is_count(row[SIZE_COUNT], 1) ||
			(i > 0 && row[SIZE_N] <= cv_rows_row(s, i - 1)[SIZE_N]))
			return "sizes must be whole numbers that rise, and have subgroups";
		for (int k = SIZE_MEANS; k < SIZE_COLUMNS; k += 2)
		{
			if (!cv_is_pair(row + k) || (k > SIZE_MEANS && row[k] < 0))
				return "sums of ranges, deviations and squares must not be negative, and have a second part below "
					"their last digit";
		}
	}
	return NULL;
}

static const char *
complaint_of_counts(const CvRows *s)
{
	const double *p = cv_rows_params(s);

	if (s->nrows != 0)
		return "a chart of counts must not have rows";
	if (!is_count(p[COUNT_POINTS], 1) || !cv_is_pair(p + COUNT_DEFECTS) || !cv_is_pair(p + COUNT_UNITS))
		return "points must be a whole number from 1, and the second part of a sum below the last digit of the first";
	if (!(p[COUNT_DEFECTS] >= 0 && p[COUNT_UNITS] > 0 && p[COUNT_LEAST] > 0 && p[COUNT_LEAST] <= p[COUNT_MOST] &&
		  p[COUNT_MOST] <= p[COUNT_UNITS]))
		return "defects must not be negative, and units must be above 0";
	if (s->kind != cv_kind_u.number && s->kind != cv_kind_c.number && p[COUNT_DEFECTS] > p[COUNT_UNITS])
		return "there must not be more defects than units";
	if (s->kind == cv_kind_laney.number && p[LANEY_SIGMA] < 0 && p[LANEY_SIGMA] != -1)
		return "a standard deviation must not be negative";
	return NULL;
}

static const char *
complaint_of_imr(const CvRows *s)
{
	const double *p = cv_rows_params(s);
	bool		none = p[IMR_RANGE] == -1 && p[IMR_MEDIAN] == -1;

	if (s->nrows != 0 || !is_count(p[IMR_POINTS], 1))
		return "points must be a whole number from 1";
	if (none != (p[IMR_POINTS] < 2) || (!none && (p[IMR_RANGE] < 0 || p[IMR_MEDIAN] < 0)))
		return "moving ranges must not be negative, and are -1 for a single point";
	return NULL;
}

/* What is wrong with a value that came in. */
static const char *
complaint_of(const CvRows *s)
{
	if (s->kind == CV_ROWS_EMPTY)
		return NULL;
	if (s->kind == cv_kind_subgroups.number)
		return complaint_of_sizes(s);
	if (s->kind == cv_kind_imr.number)
		return complaint_of_imr(s);
	return complaint_of_counts(s);
}

CV_ROWS_TYPE("chart_summary", complaint_of, chart_summary_in, chart_summary_out, chart_summary_recv, chart_summary_send)
CV_COMPARE(chart_summary_send, chart_summary_cmp, chart_summary_eq, chart_summary_ne, chart_summary_lt,
		   chart_summary_le, chart_summary_gt, chart_summary_ge, chart_summary_hash, chart_summary_hash_extended)

/* The kind of a chart_summary, or NULL. */
static const CvRowsKind *
kind_of(const CvRows *s)
{
	static const CvRowsKind *const kinds[] = {&cv_kind_subgroups, &cv_kind_p, &cv_kind_np, &cv_kind_u, &cv_kind_c,
	&cv_kind_imr, &cv_kind_laney};

	for (int i = 0; i < (int) lengthof(kinds); i++)
	{
		if (s->kind == kinds[i]->number)
			return kinds[i];
	}
	return NULL;
}

CvRows *
cv_chart_arg(FunctionCallInfo fcinfo, int argno)
{
	static const CvStateType type = {.name = "chart_summary"};
	CvRows	   *s = cv_rows_get(PG_GETARG_DATUM(argno));
	const CvRowsKind *kind = kind_of(s);

	if (s->kind != CV_ROWS_EMPTY &&
		(kind == NULL || s->nparams != (uint32) kind->nparams || s->width != kind->width))
		cv_bad_value(&type);
	return s;
}

/* The chart s, or one like it, that may be written to: of this kind, with room for so many more rows. */
static CvRows *
writable_chart(FunctionCallInfo fcinfo, CvRows *s, const CvRowsKind *kind, int64 more)
{
	CvRows	   *copy;

	if (s->kind != CV_ROWS_EMPTY && s->kind != kind->number)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("a chart of kind \"%s\" cannot be added to one of kind \"%s\"", kind->name, kind_of(s)->name)));
	if (s->kind != CV_ROWS_EMPTY && cv_in_aggregate(fcinfo) && s->nrows + more <= s->capacity)
		return s;
	copy = cv_rows_new(kind, kind->width, kind->nparams,
					   s->nrows + more + (cv_in_aggregate(fcinfo) ? s->nrows / 2 : 0));
	memset(cv_rows_params(copy), 0, kind->nparams * sizeof(double));
	if (s->kind != CV_ROWS_EMPTY)
		memcpy(cv_rows_params(copy), cv_rows_params(s), (kind->nparams + s->nrows * kind->width) * sizeof(double));
	copy->nrows = s->nrows;
	return copy;
}

/* The first row whose size is not below n. */
static int64
place_of(const CvRows *s, double n)
{
	int64		low = 0;
	int64		high = s->nrows;

	while (low < high)
	{
		int64		middle = (low + high) / 2;

		if (cv_rows_row(s, middle)[SIZE_N] < n)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Is there a row of this size, and where is it or should it be? */
static bool
has_size(const CvRows *s, double n, int64 *at)
{
	*at = place_of(s, n);
	return *at < s->nrows && cv_rows_row(s, *at)[SIZE_N] == n;
}

/* Room for another size at this place, of a chart that has it. */
static void
insert_size(CvRows *s, int64 at, const double *row)
{
	double	   *to = cv_rows_row(s, at);

	if (s->nrows == CV_MOST_SIZES)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a chart can have subgroups of at most %d sizes", CV_MOST_SIZES),
				 errhint("Make subgroups of equal size, such as the rows of an hour.")));
	memmove(to + SIZE_COLUMNS, to, (s->nrows++ - at) * SIZE_COLUMNS * sizeof(double));
	memcpy(to, row, SIZE_COLUMNS * sizeof(double));
}

/* The subgroups of another row of the same size. */
static void
merge_size(double *to, const double *row)
{
	to[SIZE_COUNT] += row[SIZE_COUNT];
	for (int k = SIZE_MEANS; k < SIZE_COLUMNS; k += 2)
	{
		cv_pair_merge(to + k, row + k);
		if (!isfinite(to[k]))
			ereport(ERROR,
					(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
					 errmsg("a sum over subgroups is out of range"),
					 errhint("Bring x to a smaller scale.")));
	}
}

/* The chart with these rows of another one: subgroups by size. */
static CvRows *
add_sizes(FunctionCallInfo fcinfo, CvRows *s, const double *row, int64 rows)
{
	int64		at;
	int64		more = 0;

	for (int64 i = 0; i < rows && s->kind == cv_kind_subgroups.number; i++)
		more += !has_size(s, row[i * SIZE_COLUMNS + SIZE_N], &at);
	s = writable_chart(fcinfo, s, &cv_kind_subgroups, s->kind == cv_kind_subgroups.number ? more : rows);
	for (int64 i = 0; i < rows; i++, row += SIZE_COLUMNS)
	{
		if (has_size(s, row[SIZE_N], &at))
			merge_size(cv_rows_row(s, at), row);
		else
			insert_size(s, at, row);
	}
	return s;
}

PG_FUNCTION_INFO_V1(chart_add);

/*
 * chart_add(chart_summary, subgroup_summary) -> chart_summary
 *
 * Transition function of chart_agg: another subgroup.  One without rows is ignored; a single row counts for the
 * centre only. Errors: 22023 for a chart of another kind, 54000 beyond 10,000 sizes, 22003 where a sum overflows.
 */
Datum
chart_add(PG_FUNCTION_ARGS)
{
	CvRows	   *subgroup = cv_subgroup_arg(fcinfo, 1);
	const double *p = cv_rows_params(subgroup);
	double		row[SIZE_COLUMNS] = {0};

	if (subgroup->kind == CV_ROWS_EMPTY)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	row[SIZE_N] = p[SUBGROUP_N];
	row[SIZE_COUNT] = 1;
	cv_pair_set(row + SIZE_MEANS, cv_pair(p + SUBGROUP_MEAN));
	row[SIZE_RANGES] = p[SUBGROUP_MOST] - p[SUBGROUP_LEAST];
	row[SIZE_DEVIATIONS] = p[SUBGROUP_N] > 1 ? sqrt(p[SUBGROUP_SQUARES] / (p[SUBGROUP_N] - 1)) : 0;
	row[SIZE_SQUARES] = p[SUBGROUP_SQUARES];
	PG_RETURN_POINTER(add_sizes(fcinfo, cv_chart_arg(fcinfo, 0), row, 1));
}

/* Errors: 22023 for samples of another size in an np chart. */
static void
check_one_size(const CvRows *s, double n)
{
	const double *p = cv_rows_params(s);

	if (p[COUNT_LEAST] != n || p[COUNT_MOST] != n)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("an np chart needs samples of one size, not of %s and then of %s",
						cv_float8_text(p[COUNT_LEAST]), cv_float8_text(n)),
				 errhint("Use p_chart_agg where they differ.")));
}

/* Other points into a chart of counts. */
static void
merge_counts(CvRows *s, const double *other)
{
	double	   *p = cv_rows_params(s);

	if (p[COUNT_POINTS] == 0)
	{
		memcpy(p, other, COUNT_PARAMS * sizeof(double));
		return;
	}
	if (s->kind == cv_kind_np.number)
	{
		check_one_size(s, other[COUNT_LEAST]);
		check_one_size(s, other[COUNT_MOST]);
	}
	p[COUNT_POINTS] += other[COUNT_POINTS];
	cv_pair_merge(p + COUNT_DEFECTS, other + COUNT_DEFECTS);
	cv_pair_merge(p + COUNT_UNITS, other + COUNT_UNITS);
	p[COUNT_LEAST] = fmin(p[COUNT_LEAST], other[COUNT_LEAST]);
	p[COUNT_MOST] = fmax(p[COUNT_MOST], other[COUNT_MOST]);
}

/* The number that counts something: a whole one, not negative. */
static double
count_arg(FunctionCallInfo fcinfo, int argno, const char *name)
{
	double		x = PG_GETARG_FLOAT8(argno);

	if (!is_count(x, 0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be a whole number from 0 to 2^53, not %s", name, cv_float8_text(x)),
				 errhint("It counts something: correct such rows first.")));
	return x + 0.0;
}

static Datum
add_count(FunctionCallInfo fcinfo, const CvRowsKind *kind, double defects, double units)
{
	double		point[COUNT_PARAMS] = {[COUNT_POINTS] = 1, [COUNT_DEFECTS] = defects, [COUNT_UNITS] = units,
	[COUNT_LEAST] = units, [COUNT_MOST] = units};
	CvRows	   *s;

	if (units == 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	s = writable_chart(fcinfo, cv_chart_arg(fcinfo, 0), kind, 0);
	merge_counts(s, point);
	PG_RETURN_POINTER(s);
}

/* Arguments defects and n: counts, the first one not above the second. */
void
cv_share_args(FunctionCallInfo fcinfo, int argno, double *share)
{
	share[0] = count_arg(fcinfo, argno, "defects");
	share[1] = count_arg(fcinfo, argno + 1, "n");
	if (share[0] > share[1])
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("defects must not be more than n, but are %s of %s",
						cv_float8_text(share[0]), cv_float8_text(share[1])),
				 errhint("Where one unit can have several, use u_chart_agg.")));
}

/* Of a p or np chart. */
static Datum
add_share(FunctionCallInfo fcinfo, const CvRowsKind *kind)
{
	double		share[2];

	cv_share_args(fcinfo, 1, share);
	return add_count(fcinfo, kind, share[0], share[1]);
}

/*
 * p_chart_add, np_chart_add(chart_summary, defects float8, n float8) -> chart_summary
 * u_chart_add(chart_summary, defects float8, units float8) -> chart_summary
 * c_chart_add(chart_summary, defects float8) -> chart_summary
 *
 * Transition functions of p_chart_agg and its sisters.  A point without units is ignored.  Errors: 22023 for what is
 * not a whole number from 0 (units need not be whole), more defects than n, another n in an np chart, and a chart of
 * another kind.
 */
PG_FUNCTION_INFO_V1(p_chart_add);
PG_FUNCTION_INFO_V1(np_chart_add);
PG_FUNCTION_INFO_V1(u_chart_add);
PG_FUNCTION_INFO_V1(c_chart_add);

Datum
p_chart_add(PG_FUNCTION_ARGS)
{
	return add_share(fcinfo, &cv_kind_p);
}

Datum
np_chart_add(PG_FUNCTION_ARGS)
{
	return add_share(fcinfo, &cv_kind_np);
}

Datum
u_chart_add(PG_FUNCTION_ARGS)
{
	double		units = cv_check_not_negative(PG_GETARG_FLOAT8(2), "units");

	if (units > 1e100 || (units > 0 && units < 1e-100))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("units must be 0 or from 1e-100 to 1e100, not %s", cv_float8_text(units))));
	return add_count(fcinfo, &cv_kind_u, count_arg(fcinfo, 1, "defects"), units);
}

Datum
c_chart_add(PG_FUNCTION_ARGS)
{
	return add_count(fcinfo, &cv_kind_c, count_arg(fcinfo, 1, "defects"), 1);
}

PG_FUNCTION_INFO_V1(chart_merge);

/*
 * chart_merge(chart_summary, chart_summary) -> chart_summary
 *
 * The points of both: combine function, and transition function of rollup.  Errors: 22023 for charts of different
 * kinds, and for those of imr_agg and laney_agg, whose points follow one another in time.
 */
Datum
chart_merge(PG_FUNCTION_ARGS)
{
	CvRows	   *other = cv_chart_arg(fcinfo, 1);
	CvRows	   *s = cv_chart_arg(fcinfo, 0);
	const CvRowsKind *kind = kind_of(other);

	if (other->kind == CV_ROWS_EMPTY)
		PG_RETURN_POINTER(s);
	if (kind == &cv_kind_imr || kind == &cv_kind_laney)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("charts of kind \"%s\" cannot be added", kind->name),
				 errhint("Their points follow one another in time: collect them from the rows at once.")));
	if (kind != &cv_kind_subgroups)
	{
		s = writable_chart(fcinfo, s, kind, 0);
		merge_counts(s, cv_rows_params(other));
		PG_RETURN_POINTER(s);
	}
	PG_RETURN_POINTER(add_sizes(fcinfo, s, cv_rows_row(other, 0), other->nrows));
}
