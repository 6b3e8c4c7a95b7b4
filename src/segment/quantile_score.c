/*
 * quantile_score.c - in which fifth of the customers is this one?
 *
 * Scores from 1 to bins by quantiles: the bins - 1 cuts are those of percentile_cont, and a
 * value above k of them scores k + 1.  Unlike ntile, which splits equal values to fill
 * its buckets, equal values score the same; a bin may be larger than others, or empty.
 *
 * Memory of the window functions: 8 bytes a row and column, 5 more a row, and 16 a row while a
 * column is sorted; of cuts_agg: 8 bytes a row (half of it may be spare), 16 more at the end.
 */
#include "segment/scores.h"

#include "num/radix.h"
#include "segment/kinds.h"
#include "pg/window.h"
#include "utils/date.h"
#include "utils/timestamp.h"

void
cv_sort_doubles(double *x, int64 n)
{
	double	   *scratch = cv_alloc(n * sizeof(double));

	cv_radix_sort(x, scratch, n);
	pfree(scratch);
}

CvBinRule
cv_bin_rule(Datum name)
{
	static const char *const rules[] = {"quantile", "rfm", "high"};
	text	   *rule = DatumGetTextPP(name);
	int			length = VARSIZE_ANY_EXHDR(rule);

	for (int i = 0; i < (int) lengthof(rules); i++)
	{
		if (length == (int) strlen(rules[i]) && memcmp(VARDATA_ANY(rule), rules[i], length) == 0)
			return i == 0 ? CV_BIN_QUANTILE : i == 1 ? CV_BIN_RFM : CV_BIN_HIGH;
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("rule must be 'quantile', 'rfm' or 'high', not '%s'", text_to_cstring(rule)),
			 errhint("'quantile' puts values above a cut into the next bin, 'high' also those at it; 'rfm' is that of "
					 "the R package: values from cut + 1.")));
	return CV_BIN_QUANTILE;
}

/* Scores of one or three columns of a partition, a digit each. */
typedef struct Partition
{
	bool		ready;
	CvParameter bins;
	CvParameter descending;
	CvParameter rule;
	CvColumns	columns;
	int32	   *score;
} Partition;

/* Turn the rows' scores s into 10 s + the score of this column. */
static void
score_column(Partition *part, int column, bool descending)
{
	const CvColumns *columns = &part->columns;
	int			bins = DatumGetInt32(part->bins.value);
	CvBinRule	rule = cv_bin_rule(part->rule.value);
	double	   *sorted = cv_alloc(columns->kept * sizeof(double));
	double	   *cut = palloc(bins * sizeof(double));
	int64		n = 0;

	for (int64 i = 0; i < columns->n; i++)
	{
		if (!columns->left_out[i])
			sorted[n++] = columns->value[column][i];
	}
	cv_sort_doubles(sorted, n);
	cv_quantile_cuts(sorted, n, bins, cut);
	for (int64 i = 0; i < columns->n; i++)
	{
		int			bin;

		CV_BREATHE(i);
		if (columns->left_out[i])
			continue;
		bin = cv_quantile_bin(columns->value[column][i], cut, bins - 1, rule);
		part->score[i] = part->score[i] * 10 + (descending ? bins + 1 - bin : bin);
	}
	pfree(sorted);
	pfree(cut);
}

static void
score_partition(WindowObject winobj, Partition *part, int ncolumns, const char *const *names, CvNumberReader first,
				const bool *descending)
{
	MemoryContext context = GetMemoryChunkContext(part);

	cv_window_columns(winobj, ncolumns, names, first, context, &part->columns);
	part->score = MemoryContextAllocHuge(context, part->columns.n * sizeof(int32));
	memset(part->score, 0, part->columns.n * sizeof(int32));
	for (int k = 0; k < ncolumns && part->columns.kept > 0; k++)
	{
		score_column(part, k, descending[k]);
		pfree(part->columns.value[k]);
	}
	part->ready = true;
}

/* The score of the current row; 0 for none. */
static int
current_score(WindowObject winobj, const Partition *part)
{
	return part->score[WinGetCurrentPosition(winobj)];
}

PG_FUNCTION_INFO_V1(quantile_score);

/*
 * quantile_score(x float8, bins integer, descending boolean, rule text) OVER (...)
 *		-> integer
 *
 * 1 to bins, the highest for the highest values or, when descending, for the lowest.  NULL
 * where x is NULL or a parameter is.  Errors: 22023 for NaN and infinity, bins off 1 to
 * 10,000, another rule, and parameters that change within the partition.
 */
Datum
quantile_score(PG_FUNCTION_ARGS)
{
	static const char *const names[] = {"x"};
	WindowObject winobj = cv_window_object(fcinfo);
	Partition  *part = WinGetPartitionLocalMemory(winobj, sizeof(Partition));
	bool		bins = cv_window_parameter(fcinfo, 1, "bins", &part->bins);
	bool		descending = cv_window_parameter(fcinfo, 2, "descending", &part->descending);
	int			score;

	if (!cv_window_parameter(fcinfo, 3, "rule", &part->rule) || !bins || !descending)
		PG_RETURN_NULL();
	if (!part->ready)
	{
		descending = DatumGetBool(part->descending.value);
		cv_check_range(DatumGetInt32(part->bins.value), "bins", 1, CV_BINS_MAX);
		score_partition(winobj, part, 1, names, cv_number_float8, &descending);
	}
	score = current_score(winobj, part);
	if (score == 0)
		PG_RETURN_NULL();
	PG_RETURN_INT32(score);
}

static void
refuse_infinite(bool begin, const char *name)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("%s must be finite, not %s", name, begin ? "-infinity" : "infinity"),
			 errhint("Leave such rows out, or turn the value into NULL.")));
}

/* Of a date and of a timestamp, numbers in their order. */
static double
date_number(Datum value, const char *name)
{
	DateADT		date = DatumGetDateADT(value);

	if (DATE_NOT_FINITE(date))
		refuse_infinite(date < 0, name);
	return date;
}

static double
timestamp_number(Datum value, const char *name)
{
	Timestamp	at = DatumGetTimestamp(value);

	if (TIMESTAMP_NOT_FINITE(at))
		refuse_infinite(at < 0, name);
	return (double) at;
}

/* Of an interval in microseconds, as PostgreSQL compares them: a month has 30 days. */
static double
interval_number(Datum value, const char *name)
{
	Interval   *span = DatumGetIntervalP(value);

#if PG_VERSION_NUM >= 170000
	if (INTERVAL_NOT_FINITE(span))
		cv_check_finite(INFINITY, name);
#endif
	return (double) span->time + (span->day + 30.0 * span->month) * (double) USECS_PER_DAY;
}

/*
 * rfm_score(recency float8 or interval, frequency float8, monetary float8, bins integer, rule text) OVER (...) -> text
 * rfm_score(last_purchase date, timestamp or timestamptz, ...the same...) OVER (...) -> text
 *
 * Three digits, each 1 to bins: recency (time since the last purchase, in any unit; the shortest scores highest) or
 * the last purchase (the latest), frequency and monetary (the highest score highest), in one pass.  NULL where one of
 * the three is NULL.  Errors: 22023 as quantile_score, and bins outside 1 to 9.
 */
static Datum
rfm(FunctionCallInfo fcinfo, const char *first_name, CvNumberReader first, bool shortest)
{
	const char *const names[] = {first_name, "frequency", "monetary"};
	const bool	descending[] = {shortest, false, false};
	WindowObject winobj = cv_window_object(fcinfo);
	Partition  *part = WinGetPartitionLocalMemory(winobj, sizeof(Partition));
	bool		bins = cv_window_parameter(fcinfo, 3, "bins", &part->bins);
	int			score;
	char		digits[3];

	if (!cv_window_parameter(fcinfo, 4, "rule", &part->rule) || !bins)
		PG_RETURN_NULL();
	if (!part->ready)
	{
		cv_check_range(DatumGetInt32(part->bins.value), "bins", 1, 9);
		score_partition(winobj, part, 3, names, first, descending);
	}
	score = current_score(winobj, part);
	if (score == 0)
		PG_RETURN_NULL();
	digits[0] = '0' + score / 100;
	digits[1] = '0' + score / 10 % 10;
	digits[2] = '0' + score % 10;
	PG_RETURN_TEXT_P(cstring_to_text_with_len(digits, 3));
}

PG_FUNCTION_INFO_V1(rfm_score);
PG_FUNCTION_INFO_V1(rfm_score_date);
PG_FUNCTION_INFO_V1(rfm_score_timestamp);
PG_FUNCTION_INFO_V1(rfm_score_interval);

Datum
rfm_score(PG_FUNCTION_ARGS)
{
	return rfm(fcinfo, "recency", cv_number_float8, true);
}

Datum
rfm_score_date(PG_FUNCTION_ARGS)
{
	return rfm(fcinfo, "last_purchase", date_number, false);
}

Datum
rfm_score_timestamp(PG_FUNCTION_ARGS)
{
	return rfm(fcinfo, "last_purchase", timestamp_number, false);
}

Datum
rfm_score_interval(PG_FUNCTION_ARGS)
{
	return rfm(fcinfo, "recency", interval_number, true);
}

PG_FUNCTION_INFO_V1(cuts_add);

/*
 * cuts_add(held_rows, x float8, bins integer) -> held_rows
 *
 * Transition function of cuts_agg.  Errors: 22023 for NaN and infinity, bins off 1 to 10,000
 * or changing, 54000 beyond 512 MB (67 million values).
 */
Datum
cuts_add(PG_FUNCTION_ARGS)
{
	double		x = cv_check_finite(PG_GETARG_FLOAT8(1), "x");
	double		bins = cv_check_range(PG_GETARG_INT32(2), "bins", 1, CV_BINS_MAX);
	CvRows	   *rows = cv_rows_writable(fcinfo, &cv_kind_cuts, 1, &bins, 1, 1);

	cv_rows_append(rows, &x);
	PG_RETURN_POINTER(rows);
}

PG_FUNCTION_INFO_V1(cuts_final);

/* cuts_final(held_rows) -> float8[]: the bins - 1 cuts; NULL without values. */
Datum
cuts_final(PG_FUNCTION_ARGS)
{
	CvRows	   *rows = cv_rows_arg(fcinfo, 0, &cv_kind_cuts);
	double	   *sorted,
			   *cut;
	int			bins;

	if (rows->nrows == 0)
		PG_RETURN_NULL();
	bins = cv_rows_integer(rows, 0, "bins", 1, CV_BINS_MAX);
	sorted = cv_alloc(rows->nrows * sizeof(double));
	cut = palloc(bins * sizeof(double));
	memcpy(sorted, cv_rows_row(rows, 0), rows->nrows * sizeof(double));
	cv_sort_doubles(sorted, rows->nrows);
	cv_quantile_cuts(sorted, rows->nrows, bins, cut);
	return cv_make_float8_array(cut, bins - 1);
}

PG_FUNCTION_INFO_V1(bin_score);

/*
 * bin_score(x float8, cuts float8[], descending boolean, rule text) -> integer
 *
 * The score that quantile_score gives with these cuts, frozen by cuts_agg: 1 to their
 * number and one.  Errors: 22023 for NaN and infinity, cuts that fall and another rule.
 */
Datum
bin_score(PG_FUNCTION_ARGS)
{
	double		x = cv_check_finite(PG_GETARG_FLOAT8(0), "x");
	int			ncuts;
	const double *cut = cv_float8_array(PG_GETARG_VARLENA_P(1), "cuts", &ncuts);
	int			bin;

	for (int i = 1; i < ncuts; i++)
	{
		CV_BREATHE(i);
		if (cut[i] < cut[i - 1])
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("cuts must not fall, but cuts[%d] is %s after %s", i + 1,
							cv_float8_text(cut[i]), cv_float8_text(cut[i - 1]))));
	}
	bin = cv_quantile_bin(x, cut, ncuts, cv_bin_rule(PG_GETARG_DATUM(3)));
	PG_RETURN_INT32(PG_GETARG_BOOL(2) ? ncuts + 2 - bin : bin);
}
