/*
 * pvm.c - pvm_agg and pvm_table: was it price, volume or mix?
 *
 * The type pvm_summary has the quantity and the amount of each item before and now, exactly; prices are amounts by
 * quantity.  What each effect is stands in profit/core/pvm.c.  An item that was sold in one of the periods only is
 * new or lost, as a whole.
 */
#include "profit/core/pvm.h"
#include "pg/network.h"
#include "profit/drivers.h"

enum
{
	OLD_QUANTITY,
	OLD_AMOUNT,
	NEW_QUANTITY,
	NEW_AMOUNT
};

/* Nothing sold has brought nothing. */
static const char *
complaint_of(const CvLedger *ledger)
{
	for (uint32 i = 0; i < ledger->n; i++)
	{
		const cv_int128 *sum = cv_ledger_sums(ledger, i);

		if ((sum[OLD_QUANTITY] == 0 && sum[OLD_AMOUNT] != 0) || (sum[NEW_QUANTITY] == 0 && sum[NEW_AMOUNT] != 0))
			return "an amount must have a quantity";
	}
	return NULL;
}

static const CvStateType pvm_type =
	{"pvm_summary", "'v1 \"item\":old_quantity,old_amount,new_quantity,new_amount ...'", 1, sizeof(CvLedger),
	 cv_ledger_fits, cv_ledger_pack};
static const CvLedgerKind pvm_kind = {&pvm_type, 4, {"old_quantity", "old amount", "new_quantity", "new amount"},
									  {true, false, true, false}, complaint_of};

/* One period of a row: quantity and price, arguments argno and argno + 1; false when it was not there. */
static bool
period_arg(FunctionCallInfo fcinfo, int argno, const char *period, CvDecimal *quantity, CvDecimal *amount)
{
	char	   *name = psprintf("%s_quantity", period);
	Numeric		q;

	if (PG_ARGISNULL(argno))
		return false;
	q = cv_check_numeric(PG_GETARG_NUMERIC(argno), name);
	cv_decimal_from_numeric(NumericGetDatum(q), quantity);
	if (quantity->negative && quantity->ngroups > 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must not be negative, but is %s", name, cv_numeric_text(q)),
				 errhint("Subtract what came back from what was sold first.")));
	if (quantity->ngroups == 0)
		return false;
	if (PG_ARGISNULL(argno + 1))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("%s_price must not be NULL where %s is %s", period, name, cv_numeric_text(q)),
				 errhint("Give the price, or a NULL quantity where the item was not sold.")));
	cv_decimal_from_numeric(DirectFunctionCall2(numeric_mul, NumericGetDatum(q),
												NumericGetDatum(cv_check_numeric(PG_GETARG_NUMERIC(argno + 1),
																				 psprintf("%s_price", period)))),
																					 amount);
	return true;
}

PG_FUNCTION_INFO_V1(pvm_add);
PG_FUNCTION_INFO_V1(pvm_add_bigint);

/*
 * pvm_add(pvm_summary, item text or bigint, old_quantity numeric, old_price numeric, new_quantity numeric,
 *		new_price numeric) -> pvm_summary
 *
 * Transition function of pvm_agg: a row more; rows of one item add up, its price is then the mean.  A quantity that
 * is NULL or 0: not sold in that period.  A row without quantities is ignored.  Errors: 22023 for NaN, infinity
 * and negative quantities, 22004 for one without item or without price, 54000 for sums of more than 36 digits.
 */
static Datum
add_row(FunctionCallInfo fcinfo, void (*read) (Datum, CvNodeName *))
{
	static const char *const period[] = {"old", "new"};
	CvLedger   *ledger;
	CvNodeName label;
	uint32		number;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (PG_ARGISNULL(2) && PG_ARGISNULL(4))
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	cv_ledger_check_label(fcinfo, "item");
	read(PG_GETARG_DATUM(1), &label);
	ledger = cv_ledger_writable(fcinfo, &pvm_kind);
	number = cv_ledger_intern(&ledger, label.at, label.length);
	for (int k = 0; k < 2; k++)
	{
		CvDecimal	quantity,
					amount;

		if (!period_arg(fcinfo, 2 + 2 * k, period[k], &quantity, &amount))
			continue;
		cv_ledger_add(ledger, &pvm_kind, number, 2 * k, &quantity);
		cv_ledger_add(ledger, &pvm_kind, number, 2 * k + 1, &amount);
	}
	return cv_state_return(fcinfo, ledger, &pvm_type);
}

Datum
pvm_add(PG_FUNCTION_ARGS)
{
	return add_row(fcinfo, cv_node_name_text);
}

Datum
pvm_add_bigint(PG_FUNCTION_ARGS)
{
	return add_row(fcinfo, cv_node_name_bigint);
}

PG_FUNCTION_INFO_V1(pvm_merge);

/* pvm_merge(pvm_summary, pvm_summary) -> pvm_summary: the rows of both. */
Datum
pvm_merge(PG_FUNCTION_ARGS)
{
	return cv_ledger_merge(fcinfo, &pvm_kind);
}

PG_FUNCTION_INFO_V1(pvm_pack);

/* pvm_pack(pvm_summary): final function, the form that is stored. */
Datum
pvm_pack(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(cv_ledger_packed(PG_GETARG_DATUM(0), &pvm_kind));
}

/* A comparison at work: quantities and amounts each in one unit. */
typedef struct Comparison
{
	CvLedger   *ledger;
	int			scale;			/* of amounts */
	int			quantity_scale;
	cv_uint128	old_total;		/* of items that were sold in both periods */
	cv_uint128	new_total;
} Comparison;

static cv_uint128
quantity_of(const Comparison *c, uint32 i, int column)
{
	return (cv_uint128) cv_scaled_sum(c->ledger, i, column, c->quantity_scale);
}

static bool
sold_in_both(const Comparison *c, uint32 i)
{
	const cv_int128 *sum = cv_ledger_sums(c->ledger, i);

	return sum[OLD_QUANTITY] > 0 && sum[NEW_QUANTITY] > 0;
}

static void
refuse_large(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("quantities or effects need more than 32 digits"),
			 errhint("Round, or give quantities in a larger unit.")));
}

static Comparison
new_comparison(CvLedger *ledger, int scale)
{
	const cv_uint128 limit = (cv_uint128) UINT64CONST(1000000000000000000) * UINT64CONST(1000000000000000000);
	Comparison	c = {.ledger = ledger};

	c.scale = Max(scale, Max(cv_ledger_decimals(ledger, OLD_AMOUNT), cv_ledger_decimals(ledger, NEW_AMOUNT)));
	c.quantity_scale = Max(cv_ledger_decimals(ledger, OLD_QUANTITY), cv_ledger_decimals(ledger, NEW_QUANTITY));
	for (uint32 i = 0; i < ledger->n; i++)
	{
		CV_BREATHE(i);
		if (!sold_in_both(&c, i))
			continue;
		c.old_total += quantity_of(&c, i, OLD_QUANTITY);
		c.new_total += quantity_of(&c, i, NEW_QUANTITY);
		if (c.old_total > limit || c.new_total > limit)
			refuse_large();
	}
	return c;
}

#define EFFECTS 5				/* price, volume, mix, new, lost */

static void
set_effects(const Comparison *c, uint32 i, cv_int128 before, cv_int128 now, cv_int128 *effect)
{
	CvItemChange item = {before, now, quantity_of(c, i, OLD_QUANTITY), quantity_of(c, i, NEW_QUANTITY), c->old_total,
						 c->new_total};
	CvEffects	effects;

	memset(effect, 0, EFFECTS * sizeof(cv_int128));
	if (!sold_in_both(c, i))
	{
		effect[item.old_quantity == 0 ? 3 : 4] = now - before;
		return;
	}
	if (!cv_pvm_effects(&item, &effects))
		refuse_large();
	effect[0] = effects.price;
	effect[1] = effects.volume;
	effect[2] = effects.mix;
}

PG_FUNCTION_INFO_V1(pvm_table);

/*
 * pvm_table(pvm_summary, scale integer) -> TABLE(item text, old numeric, new numeric, change numeric, price numeric,
 * volume
 *		numeric, mix numeric, new_item numeric, lost_item numeric)
 *
 * Amounts of each item, in order of names, and what made the change: the five effects add up to it exactly, the last
 * digit by largest remainder.  Numbers have scale decimals, or as many as the amounts have if those are more. 
 * Errors: 22023 for a scale outside 0 to 20; 54000 where more than 32 digits are needed.
 */
Datum
pvm_table(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	Comparison	c = new_comparison(cv_ledger_packed(PG_GETARG_DATUM(0), &pvm_kind),
								   cv_check_range(PG_GETARG_INT32(1), "scale", 0, CV_SCALE_MAX));

	for (uint32 i = 0; i < c.ledger->n; i++)
	{
		cv_int128	before = cv_scaled_sum(c.ledger, i, OLD_AMOUNT, c.scale);
		cv_int128	now = cv_scaled_sum(c.ledger, i, NEW_AMOUNT, c.scale);
		cv_int128	effect[EFFECTS];
		Datum		values[4 + EFFECTS] = {PointerGetDatum(cv_ledger_name_text(c.ledger, i)),
										   cv_scaled_datum(before, c.scale),
		cv_scaled_datum(now, c.scale), cv_scaled_datum(now - before, c.scale)};
		bool		nulls[4 + EFFECTS] = {false};

		CHECK_FOR_INTERRUPTS();
		set_effects(&c, i, before, now, effect);
		for (int k = 0; k < EFFECTS; k++)
			values[4 + k] = cv_scaled_datum(effect[k], c.scale);
		cv_table_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}

PG_FUNCTION_INFO_V1(pvm_key_drivers);

/*
 * key_drivers(pvm_summary, k integer) -> TABLE(item text, old numeric, new numeric, change numeric, contribution
 * float8,
 *		share float8)
 *
 * The k items whose amount changed most: see key_drivers of contribution_summary.
 */
Datum
pvm_key_drivers(PG_FUNCTION_ARGS)
{
	CvLedger   *ledger = cv_ledger_packed(PG_GETARG_DATUM(0), &pvm_kind);
	int			k = cv_check_range(PG_GETARG_INT32(1), "k", 1, PG_INT32_MAX);

	cv_put_changes(fcinfo, ledger, OLD_AMOUNT, NEW_AMOUNT, (uint32) k, true);
	PG_RETURN_NULL();
}

PG_FUNCTION_INFO_V1(pvm_summary_in);
PG_FUNCTION_INFO_V1(pvm_summary_out);
PG_FUNCTION_INFO_V1(pvm_summary_recv);
PG_FUNCTION_INFO_V1(pvm_summary_send);

/* Forms of pvm_summary: see ledger.c. */
Datum
pvm_summary_in(PG_FUNCTION_ARGS)
{
	return cv_ledger_in(fcinfo, &pvm_kind);
}

Datum
pvm_summary_out(PG_FUNCTION_ARGS)
{
	return cv_ledger_out(fcinfo, &pvm_kind);
}

Datum
pvm_summary_recv(PG_FUNCTION_ARGS)
{
	return cv_ledger_recv(fcinfo, &pvm_kind);
}

Datum
pvm_summary_send(PG_FUNCTION_ARGS)
{
	return cv_ledger_send(fcinfo, &pvm_kind);
}

CV_COMPARE(pvm_summary_send, pvm_summary_cmp, pvm_summary_eq, pvm_summary_ne, pvm_summary_lt, pvm_summary_le,
		   pvm_summary_gt, pvm_summary_ge,
		   pvm_summary_hash, pvm_summary_hash_extended)
