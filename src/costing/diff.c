/*
 * diff.c - abc_diff: how do two cost models differ, and is it the costs or the way they are divided?
 *
 * Budget against actual, this month against last: what ends at a receiver changes because costs change, or because
 * drivers do. The old costs divided in the new shares stand in between.
 */
#include "costing/receivers.h"

#include "catalog/pg_type.h"
#include "pg/names.h"
#include "utils/array.h"

/* Where cost ends, in order of names. */
typedef struct Ends
{
	CvCostModel model;
	CvReceivers receivers;
	int64		next;			/* the receiver that is looked at next */
} Ends;

static Ends
ends_of(Datum net, ArrayType *accounts, ArrayType *amounts, int scale)
{
	LOCAL_FCINFO(args, 3);
	Ends		ends = {.next = 0};

	InitFunctionCallInfoData(*args, NULL, 3, InvalidOid, NULL, NULL);
	args->args[0].value = net;
	args->args[1].value = PointerGetDatum(accounts);
	args->args[2].value = PointerGetDatum(amounts);
	for (int i = 0; i < 3; i++)
		args->args[i].isnull = false;
	cv_cost_model_reciprocal(args, scale, NULL, &ends.model);
	ends.receivers = cv_receivers_new(&ends.model);
	if (!cv_cost_receive_all(&ends.model, &ends.receivers))
		cv_cost_refuse_inexact();
	return ends;
}

/* The name of the receiver that is looked at next; NULL at the end. */
static const char *
name_at(const Ends *ends, int *length)
{
	if (ends->next == ends->receivers.n)
		return NULL;
	return cv_network_name(ends->model.net, ends->receivers.node[ends->next], length);
}

/* The accounts of old costs, parted: those that the new network knows, and the others. */
typedef struct Parted
{
	ArrayType  *accounts[2];
	ArrayType  *amounts[2];
} Parted;

static ArrayType *
array_of(Datum *value, int n, Oid type)
{
	return construct_array(value, n, type, -1, false, TYPALIGN_INT);
}

/* Both arrays are sound, as the old network took them. */
static Parted
part_accounts(const CvNetwork *known, ArrayType *accounts, ArrayType *amounts)
{
	Datum	   *account,
			   *amount;
	Datum	   *part[2][2];
	int			n;
	int			count[2] = {0, 0};
	Parted		parted;

	deconstruct_array(accounts, TEXTOID, -1, false, TYPALIGN_INT, &account, NULL, &n);
	deconstruct_array(amounts, NUMERICOID, -1, false, TYPALIGN_INT, &amount, NULL, &n);
	for (int k = 0; k < 4; k++)
		part[k / 2][k % 2] = palloc((n + 1) * sizeof(Datum));
	for (int i = 0; i < n; i++)
	{
		text	   *name = DatumGetTextPP(account[i]);
		bool		gone = cv_network_find(known, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name)) < 0;

		CHECK_FOR_INTERRUPTS();
		part[gone][0][count[gone]] = account[i];
		part[gone][1][count[gone]++] = amount[i];
	}
	for (int k = 0; k < 2; k++)
	{
		parted.accounts[k] = array_of(part[k][0], count[k], TEXTOID);
		parted.amounts[k] = array_of(part[k][1], count[k], NUMERICOID);
	}
	return parted;
}

/* The next receiver that any of them has, by name. */
static const char *
next_name(const Ends *ends, int n, int *length)
{
	const char *first = NULL;

	for (int k = 0; k < n; k++)
	{
		int			other = 0;
		const char *name = name_at(&ends[k], &other);

		if (name != NULL && (first == NULL || cv_names_compare(name, other, first, *length) < 0))
		{
			first = name;
			*length = other;
		}
	}
	return first;
}

/* What ends there in each of them; they go on to their next receivers. */
static void
take_units(Ends *ends, int n, const char *name, int length, int64 *units)
{
	for (int k = 0; k < n; k++)
	{
		int			other = 0;
		const char *at = name_at(&ends[k], &other);

		units[k] = 0;
		if (at != NULL && cv_names_compare(at, other, name, length) == 0)
			units[k] = ends[k].receivers.units[ends[k].next++];
	}
}

enum
{
	OLD,
	NEW,
	KNOWN,						/* old costs of accounts that the new network has, in new shares */
	GONE						/* old costs of the others, in old shares */
};

PG_FUNCTION_INFO_V1(abc_diff);

/*
 * abc_diff(old_network abc_network, old_accounts text[], old_amounts numeric[], new_network abc_network, new_accounts
 * text[],
 *		new_amounts numeric[], scale integer) -> TABLE(target text, old numeric, new numeric, change numeric,
 *		driver numeric, cost numeric)
 *
 * For each node that passes nothing on in one of the networks, in order of names: what ends there by the old and by
 * the new model, the change, and of it driver, what comes of dividing the old costs in the new shares, and cost, the
 * remainder, at new shares. driver + cost = change, exactly.  Old costs on accounts that the new network does not
 * have go in the old shares. Reciprocal method.  Errors: those of abc_flow, of either model and of the old costs in
 * the new network.
 */
Datum
abc_diff(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	int			scale = PG_GETARG_INT32(6);
	Ends		ends[4];
	Parted		parted;
	const char *name;
	int			length = 0;

	ends[OLD] = ends_of(PG_GETARG_DATUM(0), PG_GETARG_ARRAYTYPE_P(1), PG_GETARG_ARRAYTYPE_P(2), scale);
	ends[NEW] = ends_of(PG_GETARG_DATUM(3), PG_GETARG_ARRAYTYPE_P(4), PG_GETARG_ARRAYTYPE_P(5), scale);
	parted = part_accounts(ends[NEW].model.net, PG_GETARG_ARRAYTYPE_P(1), PG_GETARG_ARRAYTYPE_P(2));
	ends[KNOWN] = ends_of(PG_GETARG_DATUM(3), parted.accounts[0], parted.amounts[0], scale);
	ends[GONE] = ends_of(PG_GETARG_DATUM(0), parted.accounts[1], parted.amounts[1], scale);
	while ((name = next_name(ends, 4, &length)) != NULL)
	{
		int64		units[4];
		Datum		values[6];
		bool		nulls[6] = {false};

		CHECK_FOR_INTERRUPTS();
		take_units(ends, 4, name, length, units);
		values[0] = PointerGetDatum(cstring_to_text_with_len(name, length));
		values[1] = cv_cost_units_datum(units[OLD], scale);
		values[2] = cv_cost_units_datum(units[NEW], scale);
		values[3] = cv_cost_units_datum(units[NEW] - units[OLD], scale);
		values[4] = cv_cost_units_datum(units[KNOWN] + units[GONE] - units[OLD], scale);
		values[5] = cv_cost_units_datum(units[NEW] - units[KNOWN] - units[GONE], scale);
		cv_table_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}
