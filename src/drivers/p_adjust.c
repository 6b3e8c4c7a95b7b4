/*
 * p_adjust.c - p-values of many tests at once, as a window function.
 *
 * Twenty drivers, hundreds of pairs of items or all segments of a report are tested together, and some of them will
 * look significant by chance.  Methods: num/adjust.h.
 */
#include "pg/window.h"

#include "num/adjust.h"
#include "num/sort.h"

/* The adjusted values of a partition, once they are known. */
typedef struct Adjusted
{
	CvParameter method;
	bool		ready;
	CvColumns	columns;
} Adjusted;

typedef struct Test
{
	double		p;
	int64		row;
} Test;

#define IS_LESS(x, y) ((x).p < (y).p)
CV_DEFINE_SORT(sort_tests, Test, IS_LESS)

/* In the order of CvAdjustment. */
static const char *const methods[] = {"bh", "by", "holm", "bonferroni", NULL};

static CvAdjustment
method_of(const CvParameter *parameter)
{
	char	   *given = TextDatumGetCString(parameter->value);

	for (int i = 0; methods[i] != NULL; i++)
	{
		if (strcmp(given, methods[i]) == 0)
			return i;
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("method must be 'bh', 'by', 'holm' or 'bonferroni', not '%s'", given)));
	return CV_ADJUST_BH;
}

static double
check_p(double p)
{
	if (!(p >= 0 && p <= 1))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("p must be from 0 to 1, not %s", cv_float8_text(p)),
				 errhint("It is a probability, as the tests return it.")));
	return p;
}

/* The p-values of the partition that are there, in order. */
static Test *
ordered_tests(const CvColumns *columns)
{
	Test	   *test = cv_alloc(2 * columns->kept * sizeof(Test));
	int64		n = 0;

	for (int64 i = 0; i < columns->n; i++)
	{
		CV_BREATHE(i);
		if (!columns->left_out[i])
			test[n++] = (Test) {check_p(columns->value[0][i]), i};
	}
	sort_tests(test, test + n, n);
	return test;
}

/* Put the adjusted values in place of the p-values. */
static void
adjust(CvColumns *columns, CvAdjustment method)
{
	Test	   *test = ordered_tests(columns);
	double	   *p = cv_alloc(columns->kept * sizeof(double));

	for (int64 i = 0; i < columns->kept; i++)
		p[i] = test[i].p;
	cv_adjust(p, columns->kept, (double) columns->kept, method);
	for (int64 i = 0; i < columns->kept; i++)
		columns->value[0][test[i].row] = p[i];
	pfree(test);
	pfree(p);
}

static const char *const p_name[] = {"p"};

PG_FUNCTION_INFO_V1(p_adjust);

/*
 * p_adjust(p float8, method text) OVER (...) -> float8
 *
 * The p-value adjusted for all tests of the partition: 'bh' (Benjamini and Hochberg), 'by' (Benjamini and Yekutieli),
 * 'holm' or 'bonferroni'.  A NULL p has NULL and is no test.  Errors: 22023 for p outside 0 to 1 and a method that is
 * another one or changes.
 */
Datum
p_adjust(PG_FUNCTION_ARGS)
{
	WindowObject winobj = cv_window_object(fcinfo);
	Adjusted   *a = WinGetPartitionLocalMemory(winobj, sizeof(Adjusted));
	int64		i = WinGetCurrentPosition(winobj);

	if (!cv_window_parameter(fcinfo, 1, "method", &a->method))
		PG_RETURN_NULL();
	if (!a->ready)
	{
		CvAdjustment method = method_of(&a->method);

		cv_window_columns(winobj, 1, p_name, cv_number_float8, GetMemoryChunkContext(a), &a->columns);
		adjust(&a->columns, method);
		a->ready = true;
	}
	if (a->columns.left_out[i])
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(a->columns.value[0][i]);
}
