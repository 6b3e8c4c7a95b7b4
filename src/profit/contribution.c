/*
 * contribution.c - contribution_agg and key_drivers: which segments moved the total?
 *
 * The type contribution_summary has what each segment brought before and now, exactly.  Losses are amounts like any
 * other, and a segment that is not there in a period counts 0 in it.  Changes of the segments add up to that of the
 * total.
 */
#include "pg/network.h"
#include "profit/drivers.h"

static const CvStateType contribution_type = {"contribution_summary", "'v1 \"segment\":old,new ...'", 1,
											  sizeof(CvLedger), cv_ledger_fits, cv_ledger_pack};
static const CvLedgerKind contribution_kind = {&contribution_type, 2, {"old", "new"}, {false, false}, NULL};

PG_FUNCTION_INFO_V1(contribution_add);
PG_FUNCTION_INFO_V1(contribution_add_bigint);

/*
 * contribution_add(contribution_summary, segment text or bigint, old numeric, new numeric) -> contribution_summary
 *
 * Transition function of contribution_agg: a row more; rows of one segment add up.  old or new NULL: not there in
 * that period. A row without amount is ignored.  Errors: 22004 for an amount without segment, 22023 for NaN and
 * infinity, 54000 for sums of more than 36 digits.
 */
static Datum
add_row(FunctionCallInfo fcinfo, void (*read) (Datum, CvNodeName *))
{
	CvLedger   *ledger;
	CvNodeName label;
	uint32		number;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (PG_ARGISNULL(2) && PG_ARGISNULL(3))
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	cv_ledger_check_label(fcinfo, "segment");
	read(PG_GETARG_DATUM(1), &label);
	ledger = cv_ledger_writable(fcinfo, &contribution_kind);
	number = cv_ledger_intern(&ledger, label.at, label.length);
	for (int k = 0; k < 2; k++)
	{
		CvDecimal	x;

		if (PG_ARGISNULL(2 + k))
			continue;
		cv_decimal_from_numeric(NumericGetDatum(cv_check_numeric(PG_GETARG_NUMERIC(2 + k),
																 contribution_kind.column[k])), &x);
		cv_ledger_add(ledger, &contribution_kind, number, k, &x);
	}
	return cv_state_return(fcinfo, ledger, &contribution_type);
}

Datum
contribution_add(PG_FUNCTION_ARGS)
{
	return add_row(fcinfo, cv_node_name_text);
}

Datum
contribution_add_bigint(PG_FUNCTION_ARGS)
{
	return add_row(fcinfo, cv_node_name_bigint);
}

PG_FUNCTION_INFO_V1(contribution_merge);

/* contribution_merge(contribution_summary, contribution_summary) -> contribution_summary: the rows of both. */
Datum
contribution_merge(PG_FUNCTION_ARGS)
{
	return cv_ledger_merge(fcinfo, &contribution_kind);
}

PG_FUNCTION_INFO_V1(contribution_pack);

/* contribution_pack(contribution_summary): final function, the form that is stored. */
Datum
contribution_pack(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(cv_ledger_packed(PG_GETARG_DATUM(0), &contribution_kind));
}

PG_FUNCTION_INFO_V1(contribution_table);

/*
 * contribution_table(contribution_summary) -> TABLE(segment text, old numeric, new numeric, change numeric,
 *		contribution float8, share float8)
 *
 * All segments in order of names.  contribution is the change as a fraction of the old total (its absolute value),
 * share as a fraction of the total change: both add up.  NULL where that total is 0.
 */
Datum
contribution_table(PG_FUNCTION_ARGS)
{
	CvLedger   *ledger = cv_ledger_packed(PG_GETARG_DATUM(0), &contribution_kind);

	cv_put_changes(fcinfo, ledger, 0, 1, ledger->n, false);
	PG_RETURN_NULL();
}

PG_FUNCTION_INFO_V1(key_drivers);

/*
 * key_drivers(contribution_summary, k integer) -> TABLE(segment text, old numeric, new numeric, change numeric,
 *		contribution float8, share float8)
 *
 * The k segments whose change is largest, up or down, and in a last row without name what all others changed
 * together: the changes add up to that of the total.  Columns as in contribution_table.  Errors: 22023 for k below 1.
 */
Datum
key_drivers(PG_FUNCTION_ARGS)
{
	CvLedger   *ledger = cv_ledger_packed(PG_GETARG_DATUM(0), &contribution_kind);
	int			k = cv_check_range(PG_GETARG_INT32(1), "k", 1, PG_INT32_MAX);

	cv_put_changes(fcinfo, ledger, 0, 1, (uint32) k, true);
	PG_RETURN_NULL();
}

PG_FUNCTION_INFO_V1(contribution_summary_in);
PG_FUNCTION_INFO_V1(contribution_summary_out);
PG_FUNCTION_INFO_V1(contribution_summary_recv);
PG_FUNCTION_INFO_V1(contribution_summary_send);

/* Forms of contribution_summary: see ledger.c. */
Datum
contribution_summary_in(PG_FUNCTION_ARGS)
{
	return cv_ledger_in(fcinfo, &contribution_kind);
}

Datum
contribution_summary_out(PG_FUNCTION_ARGS)
{
	return cv_ledger_out(fcinfo, &contribution_kind);
}

Datum
contribution_summary_recv(PG_FUNCTION_ARGS)
{
	return cv_ledger_recv(fcinfo, &contribution_kind);
}

Datum
contribution_summary_send(PG_FUNCTION_ARGS)
{
	return cv_ledger_send(fcinfo, &contribution_kind);
}

CV_COMPARE(contribution_summary_send, contribution_summary_cmp, contribution_summary_eq, contribution_summary_ne,
		   contribution_summary_lt, contribution_summary_le,
		   contribution_summary_gt, contribution_summary_ge, contribution_summary_hash,
			   contribution_summary_hash_extended)
