/*
 * reduce.c - at most 5,000 marks, whatever the order of rows.
 *
 * A line with more keeps the lowest and the highest point of each column of width 2^level, and a gap where there is
 * one; a histogram counts in columns of width 10^level.  level is the smallest one at which few enough are left: since
 * another point can only add to what is left, it does not depend on how points were split and merged.  Columns of a
 * coarser level are made of whole ones of a finer level, so what is left does not either.
 */
#include "report/points.h"

#include "num/sort.h"
#include "report/core/ticks.h"

#define LOWEST_LEVEL (-1000)
#define HIGHEST_LEVEL 1025

/* NaN is last, and equal to itself. */
static inline int
compare_numbers(double x, double y)
{
	if (x < y)
		return -1;
	if (x > y)
		return 1;
	return x == y ? 0 : (int) isnan(x) - (int) isnan(y);
}

static inline int
compare_names(uint32 a, uint32 b)
{
	return a < b ? -1 : a > b;
}

int
cv_compare_marks(const CvMark *a, const CvMark *b, bool lines)
{
	int			order = lines ? compare_names(a->a, b->a) : 0;

	if (order == 0)
		order = compare_numbers(a->x, b->x);
	if (order == 0)
		order = compare_names(a->a, b->a);
	if (order == 0)
		order = compare_names(a->b, b->b);
	if (order == 0)
		order = compare_numbers(a->y, b->y);
	if (order == 0)
		order = compare_numbers(a->low, b->low);
	if (order == 0)
		order = compare_numbers(a->high, b->high);
	if (order == 0)
		order = compare_numbers(a->more, b->more);
	return order != 0 ? order : compare_numbers(a->flag, b->flag);
}

static inline bool
is_before(const CvMark *a, const CvMark *b, bool lines)
{
	CHECK_FOR_INTERRUPTS();
	return cv_compare_marks(a, b, lines) < 0;
}

#define LINE_BEFORE(a, b) is_before(&(a), &(b), true)
#define MARK_BEFORE(a, b) is_before(&(a), &(b), false)
CV_DEFINE_SORT(sort_lines, CvMark, LINE_BEFORE)
CV_DEFINE_SORT(sort_marks, CvMark, MARK_BEFORE)

static void
sort_canonically(CvMark *mark, uint32 n, bool lines)
{
	CvMark	   *scratch = cv_alloc((Size) n * sizeof(CvMark));

	if (lines)
		sort_lines(mark, scratch, n);
	else
		sort_marks(mark, scratch, n);
	pfree(scratch);
}

/* Lines: equal marks are one.  Of other kinds each row is a mark, so none is dropped. */
static uint32
drop_equal(CvMark *mark, uint32 n)
{
	uint32		kept = 0;

	for (uint32 i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		if (kept == 0 || cv_compare_marks(&mark[kept - 1], &mark[i], true) != 0)
			mark[kept++] = mark[i];
	}
	return kept;
}

/* Another mark of the same value.  Errors: 54000 for counts beyond 1e15, which doubles would not have exactly. */
static void
count_together(CvMark *mark, const CvMark *another)
{
	mark->y += another->y;
	mark->high = Max(mark->high, another->high);
	if (mark->y > CV_MOST_COUNT)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a histogram can count at most 1e15 equal values"),
				 errhint("Are the same points merged again and again?")));
}

/* Histogram: equal values count together. */
static uint32
add_equal(CvMark *mark, uint32 n)
{
	uint32		kept = 0;

	for (uint32 i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		if (kept == 0 || mark[kept - 1].x != mark[i].x)
			mark[kept++] = mark[i];
		else
			count_together(&mark[kept - 1], &mark[i]);
	}
	return kept;
}

/* 2^-level, for a level from LOWEST_LEVEL to 1022. */
static inline double
column_scale(int level)
{
	uint64		bits = (uint64) (1023 - level) << 52;
	double		scale;

	if (level > 1022)
		return ldexp(1, -level);
	memcpy(&scale, &bits, sizeof(scale));
	return scale;
}

static inline double
column_of(double x, int level)
{
	return floor(x * column_scale(level));
}

/* The order in which a column's lowest and highest point are found: by y, then by x. */
static inline bool
is_lower(const CvMark *a, const CvMark *b)
{
	return a->y < b->y || (a->y == b->y && a->x < b->x);
}

/* The marks from first on that are in one column. */
static uint32
column_end(const CvMark *mark, uint32 first, uint32 n, int level)
{
	double		column = column_of(mark[first].x, level);
	uint32		end = first + 1;

	while (end < n && mark[end].a == mark[first].a && column_of(mark[end].x, level) == column)
		end++;
	return end;
}

/* What is left of one column; to and column may be the same place. */
static uint32
reduce_column(CvMark *to, const CvMark *column, uint32 n)
{
	CvMark		lowest,
				highest,
				gap;
	uint32		values = 0;
	uint32		gaps = 0;
	uint32		kept = 0;

	for (uint32 i = 0; i < n; i++)
	{
		CvMark		m = column[i];

		if (isnan(m.y))
		{
			if (gaps++ == 0)
				gap = m;
			continue;
		}
		if (values == 0 || is_lower(&m, &lowest))
			lowest = m;
		if (values++ == 0 || is_lower(&highest, &m))
			highest = m;
	}
	if (values > 0)
		to[kept++] = lowest;
	if (values > 1)
		to[kept++] = highest;
	if (gaps > 0)
		to[kept++] = gap;
	/* In order again: three at most. */
	for (uint32 i = 1; i < kept; i++)
	{
		for (uint32 j = i; j > 0 && cv_compare_marks(&to[j], &to[j - 1], true) < 0; j--)
		{
			CvMark		m = to[j];

			to[j] = to[j - 1];
			to[j - 1] = m;
		}
	}
	return kept;
}

/* How many marks of lines are left at a level. */
static uint32
left_at(const CvMark *mark, uint32 n, int level)
{
	uint32		left = 0;
	CvMark		kept[3];

	for (uint32 i = 0; i < n;)
	{
		uint32		end = column_end(mark, i, n, level);

		CHECK_FOR_INTERRUPTS();
		left += end - i == 1 ? 1 : reduce_column(kept, mark + i, end - i);
		i = end;
	}
	return left;
}

static uint32
reduce_lines(CvMark *mark, uint32 n, int level)
{
	uint32		left = 0;

	for (uint32 i = 0; i < n;)
	{
		uint32		end = column_end(mark, i, n, level);

		left += reduce_column(mark + left, mark + i, end - i);
		i = end;
	}
	return left;
}

static double
largest_x(const CvMark *mark, uint32 n)
{
	double		largest = 0;

	for (uint32 i = 0; i < n; i++)
		largest = Max(largest, fabs(mark[i].x));
	return largest;
}

static uint32
coarser_lines(CvMark *mark, uint32 n, int16 *level, uint32 most)
{
	double		largest = largest_x(mark, n);
	int			low = Max(*level, largest > 0 ? Max(LOWEST_LEVEL, ilogb(largest) - 52) : LOWEST_LEVEL);
	int			high = HIGHEST_LEVEL;

	if (*level != CV_EXACT && *level >= low && left_at(mark, n, *level) <= most)
		high = *level;
	while (low < high)
	{
		int			middle = low + (high - low) / 2;

		if (left_at(mark, n, middle) <= most)
			high = middle;
		else
			low = middle + 1;
	}
	*level = high;
	return reduce_lines(mark, n, high);
}

/* The column of a histogram that a value is in, as its lower end. */
static double
decimal_column(double x, int level)
{
	CvTicks		unit = {0, 0, 1, level};
	double		width = cv_tick_value(&unit, 1);
	double		k = floor(x / width);
	double		part = x / width - k;

	/* A double this large is a column of its own. */
	if (!(fabs(k) < 1e15))
		return x;
	/* Safely inside; else the ends are compared as decimals. */
	if (!(fabs(k) < 1e9 && part > 1e-6 && part < 1 - 1e-6))
		k = (double) cv_tick_below(&unit, x);
	return cv_tick_value(&unit, (int64) k);
}

static uint32
coarser_histogram(CvMark *mark, uint32 n, int16 *level, uint32 most)
{
	double		largest = largest_x(mark, n);
	int			least = largest > 1e-290 ? (int) floor(log10(largest)) - 14 : -304;
	int			at = Max(*level, Max(least, -304));

	for (;; at++)
	{
		for (uint32 i = 0; i < n; i++)
		{
			CHECK_FOR_INTERRUPTS();
			mark[i].x = decimal_column(mark[i].x, at);
		}
		n = add_equal(mark, n);
		if (n <= most)
			break;
	}
	*level = at;
	return n;
}

/* Where a mark that comes in belongs. */
void
cv_mark_to_level(CvMark *mark, CvChartKind kind, int level)
{
	if (kind == CV_CHART_HISTOGRAM && level != CV_EXACT)
		mark->x = decimal_column(mark->x, level);
}

uint32
cv_reduce_marks(CvMark *mark, uint32 n, CvChartKind kind, int16 *level, uint32 most)
{
	bool		columns = kind == CV_CHART_LINE || kind == CV_CHART_STEP;

	sort_canonically(mark, n, cv_points_kinds[kind].lines);
	if (kind == CV_CHART_HISTOGRAM)
	{
		n = add_equal(mark, n);
		return n > most || *level != CV_EXACT ? coarser_histogram(mark, n, level, most) : n;
	}
	if (!cv_points_kinds[kind].lines)
		return n;
	n = drop_equal(mark, n);
	return columns && (n > most || *level != CV_EXACT) ? coarser_lines(mark, n, level, most) : n;
}

/*
 * Rows often come in order: another point of the column that the last two marks are of takes the place of one of them,
 * and a value that was the last one counts once more.  False: it has to be appended.
 */
bool
cv_absorb_mark(CvMark *mark, uint32 n, const CvMark *another, CvChartKind kind, int level)
{
	CvMark	   *last = mark + n - 1;
	CvMark	   *lower;
	CvMark	   *upper;
	double		column;

	if (kind == CV_CHART_HISTOGRAM && n > 0 && last->x == another->x)
	{
		count_together(last, another);
		return true;
	}
	if ((kind != CV_CHART_LINE && kind != CV_CHART_STEP) || level == CV_EXACT || n < 2)
		return false;
	column = column_of(another->x, level);
	if (isnan(another->y) || isnan(last->y) || isnan(last[-1].y) || last->a != another->a || last[-1].a != another->a ||
		column_of(last->x, level) != column || column_of(last[-1].x, level) != column)
		return false;
	lower = is_lower(last, last - 1) ? last : last - 1;
	upper = lower == last ? last - 1 : last;
	if (is_lower(another, lower))
		*lower = *another;
	else if (is_lower(upper, another))
		*upper = *another;
	return true;
}
