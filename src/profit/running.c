/*
 * running.c - a window partition's values, exactly, with peers marked.
 */
#include "profit/running.h"

static void
read_row(WindowObject winobj, const CvKind *kind, CvFixed *column, char *flags, int64 i)
{
	bool		isnull;
	Datum		value = cv_window_arg(winobj, 0, i, &isnull);
	CvDecimal	x = {.finite = true};

	if (!isnull)
	{
		kind->read(value, &x);
		column->exact = column->exact && cv_is_exact(value, kind->type);
	}
	if (!x.finite)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("value must be a finite number, not %s", cv_value_text(value, kind->type)),
				 errhint("Leave such rows out, or turn the value into NULL.")));
	cv_fixed_add(column, i, &x);
	flags[i] = (isnull ? CV_ROW_NULL : 0) |
		(i > 0 && WinRowsArePeers(winobj, i - 1, i) ? 0 : CV_ROW_FIRST);
}

/*
 * Read the whole partition.  A NULL is 0 and marked.  Errors: 22023 for NaN and infinity,
 * 54000 for exact numbers that need more than 32 digits together.
 */
void
cv_running_load(WindowObject winobj, const CvKind *kind, MemoryContext context, CvRunning *running)
{
	int64		n = cv_window_rows(winobj);
	CvFixed		column = {NULL, true, 0, 0};
	CvScratch	scratch;

	running->n = n;
	running->slot = MemoryContextAllocHuge(context, n * sizeof(CvSlot));
	running->flags = MemoryContextAllocHuge(context, n);
	column.value = &running->slot[0].value;

	cv_scratch_begin(&scratch, n > CV_SCRATCH_USES);
	for (int64 i = 0; i < n; i++)
	{
		CV_BREATHE_OFTEN(i);
		cv_scratch_next(&scratch);
		read_row(winobj, kind, &column, running->flags, i);
	}
	cv_scratch_end(&scratch);

	running->total = 0;
	for (int64 i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		running->total += running->slot[i].value;
	}
}
