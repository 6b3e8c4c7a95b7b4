/*
 * pair.c - is one score better than another for the same customers?
 *
 * auc_pair holds both scores and the outcome of every row; equal rows are one with their number.
 * 32 bytes a distinct row, up to 512 MB.
 */
#include "num/interval.h"
#include "risk/core/pair.h"
#include "risk/counts.h"
#include "risk/kinds.h"

#define PAIR_WIDTH 4

/* What is wrong with a value that came in, or NULL. */
static const char *
complaint_of(const CvRows *rows)
{
	for (int64 i = 0; i < rows->nrows; i++)
	{
		const CvPairRow *row = (const CvPairRow *) cv_rows_row(rows, i);

		if ((row->outcome != 0 && row->outcome != 1) || row->count != floor(row->count) || row->count < 1 ||
			row->count > 0x1p53)
			return "the third number of a row must be 0 or 1, and the fourth a whole number from 1 up";
	}
	return NULL;
}

CV_ROWS_TYPE("auc_pair", complaint_of, auc_pair_in, auc_pair_out, auc_pair_recv, auc_pair_send)
CV_COMPARE(auc_pair_send, auc_pair_cmp, auc_pair_eq, auc_pair_ne, auc_pair_lt, auc_pair_le, auc_pair_gt, auc_pair_ge,
	auc_pair_hash,
		   auc_pair_hash_extended)

static Datum
add_pair(FunctionCallInfo fcinfo, bool event)
{
	double		row[PAIR_WIDTH] = {cv_finite(PG_GETARG_FLOAT8(1), "a"), cv_finite(PG_GETARG_FLOAT8(2), "b"),
		event, 1};
	CvRows	   *rows = cv_rows_writable(fcinfo, &cv_kind_auc_pair, PAIR_WIDTH, NULL, 0, 1);

	cv_rows_append(rows, row);
	PG_RETURN_POINTER(rows);
}

/*
 * auc_pair_add(auc_pair, a float8, b float8, outcome boolean or bigint) -> auc_pair
 *
 * Transition functions of auc_pair_agg.  Errors: 22023 for NaN and infinity and an integer outcome
 * other than 0 and 1, 54000 beyond 512 MB of distinct rows.
 */
PG_FUNCTION_INFO_V1(auc_pair_add_boolean);
PG_FUNCTION_INFO_V1(auc_pair_add_integer);

Datum
auc_pair_add_boolean(PG_FUNCTION_ARGS)
{
	return add_pair(fcinfo, PG_GETARG_BOOL(3));
}

Datum
auc_pair_add_integer(PG_FUNCTION_ARGS)
{
	return add_pair(fcinfo, cv_outcome_arg(fcinfo, 3, true));
}

/* False with one class only. */
static bool
compared(FunctionCallInfo fcinfo, CvPairResult *r)
{
	CvRows	   *rows = cv_rows_arg(fcinfo, 0, &cv_kind_auc_pair);
	int64		n = rows->nrows;
	CvPairRow  *row;

	if (n == 0)
		return false;
	row = cv_alloc(n * sizeof(CvPairRow));
	memcpy(row, cv_rows_row(rows, 0), n * sizeof(CvPairRow));
	n = cv_rows_gather((double *) row, n, PAIR_WIDTH);
	return cv_pair_compare(row, n, cv_alloc(2 * n * sizeof(CvPairKey)), cv_alloc(2 * n * sizeof(double)), r);
}

/* The standard error of the difference. */
static double
difference_se(const CvPairResult *r)
{
	return sqrt(fmax(0, r->variance[0] + r->variance[1] - 2 * r->covariance) + 0 * r->covariance);
}

PG_FUNCTION_INFO_V1(auc_diff);

/* auc_diff(auc_pair) -> float8: AUC of a minus AUC of b.  NULL with one class only. */
Datum
auc_diff(PG_FUNCTION_ARGS)
{
	CvPairResult r;

	if (!compared(fcinfo, &r))
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(r.auc[0] - r.auc[1]);
}

static Datum
diff_end(FunctionCallInfo fcinfo, int sign)
{
	double		width = cv_normal_width(cv_confidence_arg(fcinfo, 1));
	CvPairResult r;
	double		end;

	if (!compared(fcinfo, &r))
		PG_RETURN_NULL();
	end = r.auc[0] - r.auc[1] + sign * width * difference_se(&r);
	return cv_return_number(fcinfo, isnan(end) ? end : fmax(-1, fmin(1, end)));
}

/*
 * auc_diff_low, auc_diff_high(auc_pair, confidence float8) -> float8
 *
 * Ends of the interval of the difference, by DeLong for the same rows, cut at -1 and 1.  NULL with
 * one class only, one event or one non-event.  Errors: 22023 for confidence outside 0 to 1.
 */
PG_FUNCTION_INFO_V1(auc_diff_low);
PG_FUNCTION_INFO_V1(auc_diff_high);

Datum
auc_diff_low(PG_FUNCTION_ARGS)
{
	return diff_end(fcinfo, -1);
}

Datum
auc_diff_high(PG_FUNCTION_ARGS)
{
	return diff_end(fcinfo, 1);
}

PG_FUNCTION_INFO_V1(auc_diff_p);

/*
 * auc_diff_p(auc_pair) -> float8
 *
 * Probability of a difference at least as large, on either side, when both scores are equally good.
 * NULL as the interval.
 */
Datum
auc_diff_p(PG_FUNCTION_ARGS)
{
	CvPairResult r;
	double		z;

	if (!compared(fcinfo, &r))
		PG_RETURN_NULL();
	if (difference_se(&r) == 0 && r.auc[0] == r.auc[1])
		PG_RETURN_FLOAT8(1);
	z = (r.auc[0] - r.auc[1]) / difference_se(&r);
	return cv_return_number(fcinfo, isnan(z) ? z : cv_two_sided(z));
}
