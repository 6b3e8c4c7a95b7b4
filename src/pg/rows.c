/*
 * rows.c - parameters and rows of numbers as one value.
 *
 * Some aggregates cannot finish before they have seen all rows: quantiles, clusters,
 * maximum likelihood.  Their state is a growing list of rows with the parameters that
 * were given, up to 512 MB.  What they finish with, a fitted model, has the same
 * form, so one text and one binary form serve all.
 */
#include "pg/rows.h"

#include <math.h>

#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "num/exact.h"
#include "num/scan.h"
#include "num/sort.h"

#define ROWS_VERSION 1
#define ROWS_LIMIT ((Size) 512 * 1024 * 1024)
#define MOST_PARAMS 1000100		/* 1,000 centres of 1,000 columns */

static const CvRowsKind empty = {CV_ROWS_EMPTY, "", "", true, false, 0, 0};

/* All kinds by their numbers. */
static const CvRowsKind *kinds[PG_UINT8_MAX + 1] = {&empty};

void
cv_rows_register(const CvRowsKind *kind)
{
	if (kinds[kind->number] != NULL && kinds[kind->number] != kind)
		ereport(FATAL,
				(errcode(ERRCODE_INTERNAL_ERROR),
				 errmsg("kinds of rows \"%s\" and \"%s\" have the same number %d",
						kinds[kind->number]->name, kind->name, kind->number)));
	kinds[kind->number] = kind;
}

CV_ROWS_TYPE("held_rows", NULL, held_rows_in, held_rows_out, held_rows_recv, held_rows_send)
CV_COMPARE(held_rows_send, held_rows_cmp, held_rows_eq, held_rows_ne, held_rows_lt, held_rows_le, held_rows_gt,
		   held_rows_ge, held_rows_hash, held_rows_hash_extended)

/* Where the last column must be a weight, each is above 0. */
static const char *
complaint_of_weights(const CvRows *rows)
{
	for (int64 i = 0; i < rows->nrows; i++)
	{
		double		weight = cv_rows_row(rows, i)[rows->width - 1];

		CV_BREATHE(i);
		if (!(weight > 0 && weight < 1e200))
			return "weights, the last numbers of the rows, must be above 0 and below 1e200";
	}
	return NULL;
}

/* What is wrong with rows that came in. */
static const char *
complaint_of(const CvRows *rows, CvRowsCheck check)
{
	const CvRowsKind *kind = kinds[rows->kind];

	if ((kind->width > 0 && rows->width != kind->width) ||
		(kind->nparams >= 0 && rows->nparams != (uint32) kind->nparams))
		return "the kind has another number of columns or parameters";
	if (kind->weighted && complaint_of_weights(rows) != NULL)
		return complaint_of_weights(rows);
	return check != NULL ? check(rows) : NULL;
}

static const char take_a_sample[] = "Take a random sample of the rows, as with TABLESAMPLE, or groups of them with "
									"GROUP BY.";

static Size
rows_size(int width, uint32 nparams, int64 capacity)
{
	return sizeof(CvRows) + (nparams + (Size) width * capacity) * sizeof(double);
}

CvRows *
cv_rows_new(const CvRowsKind *kind, int width, int nparams, int64 capacity)
{
	Size		size = rows_size(width, nparams, capacity);
	CvRows	   *rows;

	if (width > PG_UINT16_MAX || nparams > MOST_PARAMS || size > ROWS_LIMIT)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("rows of %d numbers exceed 512 MB at " INT64_FORMAT " rows", width, capacity),
				 errhint("%s", take_a_sample)));
	rows = palloc(size);
	memset(rows, 0, sizeof(CvRows));
	SET_VARSIZE(rows, size);
	rows->version = ROWS_VERSION;
	rows->kind = kind->number;
	rows->width = width;
	rows->nparams = nparams;
	rows->capacity = capacity;
	return rows;
}

/* Is this a value that our own functions made? */
static bool
fits(const void *value)
{
	const CvRows *rows = value;

	return kinds[rows->kind] != NULL && rows->nparams <= MOST_PARAMS && rows->nrows >= 0 &&
		rows->capacity >= rows->nrows &&
		rows->capacity <= (int64) ROWS_LIMIT && VARSIZE(rows) == rows_size(rows->width, rows->nparams, rows->capacity);
}

static const CvStateType any_type = {"custvalue model or state", "", ROWS_VERSION, sizeof(CvRows), fits, NULL};

CvRows *
cv_rows_get(Datum value)
{
	return cv_state_get(value, &any_type);
}

/*
 * Errors: 54000 for rows that could not be dumped.  What an aggregate collects may be more: it is not
 * stored.
 */
static CvRows *
check_text_width(CvRows *rows)
{
	int64		n = rows->nparams + rows->nrows * rows->width;
	Size		size = 20;
	StringInfoData number;

	if (n * 26 <= (int64) CV_TEXT_LIMIT)
		return rows;
	initStringInfo(&number);
	for (int64 i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		resetStringInfo(&number);
		cv_print_float8(&number, cv_rows_params(rows)[i]);
		size += number.len + 1;
	}
	pfree(number.data);
	cv_check_text_size(kinds[rows->kind]->type, size, take_a_sample);
	return rows;
}

/* An argument of this kind, or empty. */
CvRows *
cv_rows_arg(FunctionCallInfo fcinfo, int argno, const CvRowsKind *kind)
{
	CvRows	   *rows = cv_rows_get(PG_GETARG_DATUM(argno));

	if (rows->kind != kind->number && rows->kind != CV_ROWS_EMPTY)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("state is one of \"%s\", not of \"%s\"", kinds[rows->kind]->name, kind->name)));
	return rows;
}

static CvRows *
copy_rows(const CvRows *rows, int64 capacity)
{
	CvRows	   *copy = cv_rows_new(kinds[rows->kind], rows->width, rows->nparams, capacity);

	copy->nrows = rows->nrows;
	memcpy(cv_rows_params(copy), cv_rows_params(rows),
		   (rows->nparams + (Size) rows->width * rows->nrows) * sizeof(double));
	return copy;
}

static const char one_for_all[] = "All arguments but the first must be the same for all rows of a group.";

static void
check_same(const CvRows *rows, int width, const double *params, int nparams)
{
	if (rows->width != width)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("rows of an aggregate must have the same number of columns, not %d and then %d",
						rows->width, width),
				 errhint("The array must have one element for each column in every row.")));
	if (rows->nparams != (uint32) nparams)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("parameters change within an aggregate"),
				 errhint("%s", one_for_all)));
	for (int i = 0; i < nparams; i++)
	{
		if (cv_rows_params(rows)[i] != params[i])
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("a parameter changes within an aggregate, from %s to %s",
							cv_float8_text(cv_rows_params(rows)[i]), cv_float8_text(params[i])),
					 errhint("%s", one_for_all)));
	}
}

/*
 * The state that a transition may write to, argument 0, with room for more rows.
 * Inside an aggregate it is changed in place, outside it is a copy.  Errors: 22023 when
 * kind, width or parameters are not those of the rows before, 54000 beyond 512 MB.
 */
CvRows *
cv_rows_writable(FunctionCallInfo fcinfo, const CvRowsKind *kind, int width,
				 const double *params, int nparams, int64 more)
{
	CvRows	   *rows = cv_rows_arg(fcinfo, 0, kind);
	int64		capacity;

	if (rows->kind == CV_ROWS_EMPTY)
	{
		rows = cv_rows_new(kind, width, nparams, cv_in_aggregate(fcinfo) ? Max(8, more) : more);
		for (int i = 0; i < nparams; i++)
			cv_rows_params(rows)[i] = params[i] + 0.0;	/* no negative zero */
		return rows;
	}
	check_same(rows, width, params, nparams);
	if (!cv_in_aggregate(fcinfo))
		return copy_rows(check_text_width(rows), rows->nrows + more);
	if (rows->nrows + more <= rows->capacity)
		return rows;
	if (kind->weighted)
	{
		/* Unless that makes much room, it would have to be done again too soon. */
		rows->nrows = cv_rows_compact(cv_rows_row(rows, 0), rows->nrows, width);
		if (rows->nrows + more <= rows->capacity / 2)
			return rows;
	}
	capacity = rows->capacity * 2;
	/* The last step before the limit may be a smaller one. */
	if (rows_size(width, nparams, capacity) > ROWS_LIMIT)
		capacity = (int64) ((ROWS_LIMIT - rows_size(width, nparams, 0)) / (width * sizeof(double)));
	return copy_rows(rows, Max(capacity, rows->nrows + more));
}

/* Parameter i, which must be an integer in this range, whatever was written into the state. */
int
cv_rows_integer(const CvRows *rows, int i, const char *name, int lowest, int highest)
{
	double		x = cv_rows_params(rows)[i];

	if (!(x >= lowest && x <= highest) || x != floor(x))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be from %d to %d, not %s", name, lowest, highest, cv_float8_text(x))));
	return (int) x;
}

/* One row more; there is room for it, and the numbers are finite. */
void
cv_rows_append(CvRows *rows, const double *row)
{
	double	   *to = cv_rows_row(rows, rows->nrows++);

	for (int i = 0; i < rows->width; i++)
		to[i] = row[i] + 0.0;	/* no negative zero */
}

static inline bool
is_less(const double *x, const double *y, int width)
{
	for (int i = 0; i < width; i++)
	{
		if (x[i] != y[i])
			return x[i] < y[i];
	}
	return false;
}

/* The end of the rising run that begins at row first, lengthened by insertion where it is short; spare is a row. */
static int64
end_of_run(double *row, int64 first, int64 n, int width, double *spare)
{
	Size		size = width * sizeof(double);
	int64		least = Min(first + CV_SORT_RUN, n);
	int64		end = first + 1;

	for (; end < n && !is_less(row + end * width, row + (end - 1) * width, width); end++)
		CV_BREATHE(end);
	for (; end < least; end++)
	{
		int64		to = end;

		memcpy(spare, row + end * width, size);
		while (to > first && is_less(spare, row + (to - 1) * width, width))
			to--;
		memmove(row + (to + 1) * width, row + to * width, (end - to) * size);
		memcpy(row + to * width, spare, size);
	}
	return end;
}

/* Put rows from first to middle and from there to end, each in order, together; scratch has room for the former. */
static void
merge_runs(double *row, int64 first, int64 middle, int64 end, int width, double *scratch)
{
	Size		size = width * sizeof(double);
	const double *a = scratch;
	const double *a_end = scratch + (middle - first) * width;
	const double *b = row + middle * width;
	const double *b_end = row + end * width;
	double	   *to = row + first * width;

	if (!is_less(b, b - width, width))
		return;
	memcpy(scratch, to, (middle - first) * size);
	while (a < a_end && b < b_end)
	{
		const double **from = is_less(b, a, width) ? &b : &a;

		CV_BREATHE((to - row) / width);
		for (int i = 0; i < width; i++)
			to[i] = (*from)[i];
		*from += width;
		to += width;
	}
	memcpy(to, a, (a_end - a) * sizeof(double));
}

/* Sort the rows of the next (1 << level) runs from first; the end of them. */
static int64
sort_level(double *row, int64 first, int64 n, int level, int width, double *scratch)
{
	int64		middle,
				end;

	if (level == 0)
		return end_of_run(row, first, n, width, scratch);
	middle = sort_level(row, first, n, level - 1, width, scratch);
	if (middle == n)
		return n;
	end = sort_level(row, middle, n, level - 1, width, scratch);
	merge_runs(row, first, middle, end, width, scratch);
	return end;
}

/*
 * Into the order of their first numbers, then of their second, and so on.  As in num/sort.h, k sorted lists one behind
 * the other, such as the states of workers, are merged and not sorted again.
 */
void
cv_rows_sort(double *row, int64 nrows, int width)
{
	double	   *scratch;
	int64		end;

	if (width == 0 || nrows < 2)
		return;
	scratch = cv_alloc(nrows * width * sizeof(double));
	end = sort_level(row, 0, nrows, 0, width, scratch);
	for (int level = 0; end < nrows; level++)
	{
		int64		next = sort_level(row, end, nrows, level, width, scratch);

		merge_runs(row, 0, end, next, width, scratch);
		end = next;
	}
	pfree(scratch);
}

/* The row after the last one that is equal to row i but for its weight. */
static int64
next_key(const double *row, int64 i, int64 nrows, int width)
{
	int			shared = width - 1;
	int64		next = i + 1;

	/* They are in order: equal where the first is not less. */
	while (next < nrows && !is_less(row + i * width, row + next * width, shared))
		next++;
	return next;
}

/*
 * Sort rows with weights, and make equal ones one; how many are left.  The sum of weights is exact: what a double
 * cannot hold of it stands as another row of the same numbers, before it.
 */
int64
cv_rows_compact(double *row, int64 nrows, int width)
{
	int64		kept = 0;

	cv_rows_sort(row, nrows, width);
	for (int64 i = 0, next; i < nrows; i = next)
	{
		const double *from = row + i * width;
		CvExact		sum;

		CV_BREATHE(i);
		sum.n = 0;
		next = next_key(row, i, nrows, width);
		for (int64 k = i; k < next; k++)
		{
			CV_BREATHE(k);
			cv_exact_add(&sum, row[k * width + width - 1]);
		}
		cv_exact_settle(&sum);
		/* There are no more parts than there were rows. */
		for (int k = 0; k < sum.n; k++, kept++)
		{
			memmove(row + kept * width, from, (width - 1) * sizeof(double));
			row[kept * width + width - 1] = sum.part[k];
		}
	}
	return kept;
}

/* The same, and each row once: of the sum of weights the nearest double, whatever the rows came as. */
int64
cv_rows_gather(double *row, int64 nrows, int width)
{
	int64		kept = 0;

	nrows = cv_rows_compact(row, nrows, width);
	for (int64 i = 0, next; i < nrows; i = next, kept++)
	{
		double		weight = 0;

		CV_BREATHE(i);
		next = next_key(row, i, nrows, width);
		for (int64 k = i; k < next; k++)
			weight += row[k * width + width - 1];
		memmove(row + kept * width, row + i * width, (width - 1) * sizeof(double));
		row[kept * width + width - 1] = weight;
	}
	return kept;
}

PG_FUNCTION_INFO_V1(held_rows_merge);

/*
 * held_rows_merge(held_rows, held_rows) -> held_rows
 *
 * The rows of both: combine function.  Errors: those of cv_rows_writable.
 */
Datum
held_rows_merge(PG_FUNCTION_ARGS)
{
	CvRows	   *other = cv_rows_get(PG_GETARG_DATUM(1));
	CvRows	   *rows;

	if (other->kind == CV_ROWS_EMPTY)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	rows = cv_rows_writable(fcinfo, kinds[other->kind], other->width, cv_rows_params(other), other->nparams,
							other->nrows);
	memcpy(cv_rows_row(rows, rows->nrows), cv_rows_row(other, 0), other->nrows * other->width * sizeof(double));
	rows->nrows += other->nrows;
	PG_RETURN_POINTER(cv_in_aggregate(fcinfo) ? rows : check_text_width(rows));
}

/*
 * Text form: v1, and unless it is empty: kind width [parameter,...] number,... number,...
 * with one group for each row.
 */
static void
bad_text(const char *type, const char *text, const char *detail)
{
	CvStateType form = {.name = type, .form = "\"v1 kind width [parameter,...] number,... ...\""};

	cv_bad_text(&form, text, detail);
}

/* The kind of a type with this name at *at, which moves behind it. */
static const CvRowsKind *
scan_kind(const char *type, const char **at)
{
	for (int number = 1; number < (int) lengthof(kinds); number++)
	{
		const CvRowsKind *kind = kinds[number];
		size_t		length = kind != NULL ? strlen(kind->name) : 0;

		if (kind != NULL && strcmp(kind->type, type) == 0 && strncmp(*at, kind->name, length) == 0 &&
			(*at)[length] == ' ')
		{
			*at += length + 1;
			return kind;
		}
	}
	return NULL;
}

static double
scan_number(const char *type, const char *text, const char **at)
{
	double		x = 0;

	if (!cv_scan_double(at, &x))
		bad_text(type, text, "numbers must be finite decimal numbers");
	return x;
}

Datum
cv_rows_in(FunctionCallInfo fcinfo, const char *type, CvRowsCheck check)
{
	const char *text = PG_GETARG_CSTRING(0);
	const char *at = text;
	const char *complaint;
	const CvRowsKind *kind;
	CvRows	   *rows;
	StringInfoData params,
				numbers;
	int64		width,
				nrows = 0;

	if (strncmp(at, "v1", 2) != 0)
		bad_text(type, text, "it must begin with v1");
	at += 2;
	if (*at == '\0')
	{
		rows = cv_rows_new(&empty, 0, 0, 0);
		complaint = complaint_of(rows, check);
		if (complaint != NULL)
			bad_text(type, text, complaint);
		PG_RETURN_POINTER(rows);
	}
	if (!cv_scan_char(&at, ' ') || (kind = scan_kind(type, &at)) == NULL)
		bad_text(type, text, "the kind is unknown");
	for (width = 0; *at >= '0' && *at <= '9' && width < PG_UINT16_MAX; at++)
		width = width * 10 + (*at - '0');
	if (width < 1 || width > PG_UINT16_MAX || !cv_scan_char(&at, ' ') || !cv_scan_char(&at, '['))
		bad_text(type, text, "width must be a number from 1 to 65535, and parameters must be in brackets");

	initStringInfo(&params);
	initStringInfo(&numbers);
	while (*at != ']')
	{
		double		x;

		CHECK_FOR_INTERRUPTS();
		if (params.len > 0 && !cv_scan_char(&at, ','))
			bad_text(type, text, "parameters must be separated by commas");
		x = scan_number(type, text, &at);
		appendBinaryStringInfo(&params, (char *) &x, sizeof(x));
	}
	for (at++; *at != '\0'; nrows++)
	{
		CHECK_FOR_INTERRUPTS();
		for (int i = 0; i < width; i++)
		{
			double		x;

			if (!cv_scan_char(&at, i == 0 ? ' ' : ','))
				bad_text(type, text, "each row must have width numbers, separated by commas, after one space");
			x = scan_number(type, text, &at);
			appendBinaryStringInfo(&numbers, (char *) &x, sizeof(x));
		}
	}
	rows = cv_rows_new(kind, (int) width, params.len / sizeof(double), nrows);
	rows->nrows = nrows;
	memcpy(cv_rows_params(rows), params.data, params.len);
	memcpy(cv_rows_row(rows, 0), numbers.data, numbers.len);
	complaint = complaint_of(rows, check);
	if (complaint != NULL)
		bad_text(type, text, complaint);
	PG_RETURN_POINTER(check_text_width(rows));
}

/* The rows as they leave the server, and their number. */
static const double *
ordered_rows(const CvRows *rows, int64 *nrows)
{
	Size		size = (Size) rows->nrows * rows->width * sizeof(double);
	double	   *copy;

	*nrows = rows->nrows;
	if (!kinds[rows->kind]->bag)
		return cv_rows_row(rows, 0);
	copy = cv_alloc(size);
	memcpy(copy, cv_rows_row(rows, 0), size);
	if (kinds[rows->kind]->weighted)
		*nrows = cv_rows_compact(copy, rows->nrows, rows->width);
	else
		cv_rows_sort(copy, rows->nrows, rows->width);
	return copy;
}

static void
print_numbers(StringInfo out, const double *x, int64 n)
{
	for (int64 i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		if (i > 0)
			appendStringInfoChar(out, ',');
		cv_print_float8(out, x[i]);
	}
}

Datum
cv_rows_out(FunctionCallInfo fcinfo)
{
	CvRows	   *rows = cv_rows_get(PG_GETARG_DATUM(0));
	int64		nrows;
	const double *row = ordered_rows(rows, &nrows);
	StringInfoData out;

	initStringInfo(&out);
	appendStringInfoString(&out, "v1");
	if (rows->kind != CV_ROWS_EMPTY)
	{
		appendStringInfo(&out, " %s %d [", kinds[rows->kind]->name, rows->width);
		print_numbers(&out, cv_rows_params(rows), rows->nparams);
		appendStringInfoChar(&out, ']');
	}
	for (int64 i = 0; i < nrows; i++)
	{
		CHECK_FOR_INTERRUPTS();
		appendStringInfoChar(&out, ' ');
		print_numbers(&out, row + i * rows->width, rows->width);
	}
	PG_RETURN_CSTRING(out.data);
}

/* Binary form: bytes of version and kind, width, numbers of parameters and rows, numbers. */
Datum
cv_rows_send(FunctionCallInfo fcinfo)
{
	CvRows	   *rows = cv_rows_get(PG_GETARG_DATUM(0));
	int64		nrows;
	const double *row = ordered_rows(rows, &nrows);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, ROWS_VERSION);
	pq_sendbyte(&buf, rows->kind);
	pq_sendint16(&buf, rows->width);
	pq_sendint32(&buf, rows->nparams);
	pq_sendint64(&buf, nrows);
	for (uint32 i = 0; i < rows->nparams; i++)
		pq_sendfloat8(&buf, cv_rows_params(rows)[i]);
	for (int64 i = 0; i < nrows * rows->width; i++)
	{
		CV_BREATHE(i);
		pq_sendfloat8(&buf, row[i]);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

Datum
cv_rows_recv(FunctionCallInfo fcinfo, const char *type, CvRowsCheck check)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	CvRows	   *rows;
	const char *complaint;
	unsigned	kind,
				width,
				nparams;
	int64		nrows;

	if (pq_getmsgbyte(buf) != ROWS_VERSION)
		cv_bad_binary(type, "Its version is unknown.");
	kind = pq_getmsgbyte(buf);
	width = pq_getmsgint(buf, 2);
	nparams = pq_getmsgint(buf, 4);
	nrows = pq_getmsgint64(buf);
	if (kind >= lengthof(kinds) || kinds[kind] == NULL ||
		(kind != CV_ROWS_EMPTY && strcmp(kinds[kind]->type, type) != 0) ||
		(kind == CV_ROWS_EMPTY) != (width == 0) || (kind == CV_ROWS_EMPTY && nparams + nrows > 0))
		cv_bad_binary(type, "Its kind is unknown, or it has no columns.");
	/* As many numbers as there are bytes for: nothing large is made of little. */
	if (nrows < 0 || nrows > buf->len || nparams > (unsigned) buf->len ||
		(nparams + nrows * width) * sizeof(double) != (Size) (buf->len - buf->cursor))
		cv_bad_binary(type, "Its length does not fit its head.");
	rows = cv_rows_new(kinds[kind], width, nparams, nrows);
	rows->nrows = nrows;
	for (int64 i = 0; i < nparams + nrows * width; i++)
	{
		double		x = pq_getmsgfloat8(buf);

		CV_BREATHE(i);
		if (!isfinite(x))
			cv_bad_binary(type, "Its numbers must be finite.");
		cv_rows_params(rows)[i] = x + 0.0;
	}
	complaint = complaint_of(rows, check);
	if (complaint != NULL)
		cv_bad_binary(type, psprintf("In it, %s.", complaint));
	PG_RETURN_POINTER(check_text_width(rows));
}
