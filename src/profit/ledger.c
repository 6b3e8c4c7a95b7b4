/*
 * ledger.c - exact sums by name: what each segment or item brought, before and now.
 *
 * Counts as many names as there are, 28 bytes and the name each with two columns, 60 with four, up to twice that
 * while it grows; at most 512 MB.
 */
#include "profit/ledger.h"

#include "lib/stringinfo.h"
#include "libpq/pqformat.h"

#define LEDGER_LIMIT ((Size) 512 << 20)
#define GROUP_BASE 10000

/* 10^36, the bound of a sum. */
#define SUM_LIMIT ((cv_int128) INT64CONST(1000000000000000000) * INT64CONST(1000000000000000000))

static Size
size_of(bool growing, int columns, Size names, Size bytes)
{
	return sizeof(CvLedger) + names * (columns * sizeof(cv_int128) + (growing ? 3 : 1) * sizeof(uint32)) + bytes;
}

cv_int128 *
cv_ledger_sums(const CvLedger *ledger, uint32 i)
{
	return (cv_int128 *) (ledger + 1) + (Size) i * ledger->columns;
}

CvNames
cv_ledger_names(const CvLedger *ledger)
{
	CvNames		names = {ledger->n, ledger->capacity, ledger->bytes_capacity,
						 (uint32 *) cv_ledger_sums(ledger, ledger->capacity), NULL, NULL, ledger->seed};

	if (ledger->growing)
	{
		names.slot = names.end + ledger->capacity;
		names.bytes = (char *) (names.slot + 2 * (Size) ledger->capacity);
	}
	else
		names.bytes = (char *) (names.end + ledger->capacity);
	return names;
}

bool
cv_ledger_fits(const void *value)
{
	const CvLedger *ledger = value;
	bool		groups = true;

	for (int k = 0; k < CV_LEDGER_COLUMNS; k++)
		groups = groups && ledger->groups[k] <= CV_LEDGER_GROUPS;
	return groups && ledger->columns >= 1 && ledger->columns <= CV_LEDGER_COLUMNS && ledger->n <= ledger->capacity &&
		ledger->bytes_length <= ledger->bytes_capacity &&
		(ledger->growing ? ledger->capacity > 0 && (ledger->capacity & (ledger->capacity - 1)) == 0 :
		 ledger->n == ledger->capacity) &&
		VARSIZE(ledger) == size_of(ledger->growing, ledger->columns, ledger->capacity, ledger->bytes_capacity);
}

/* Errors: 54000. */
static CvLedger *
new_ledger(int columns, bool growing, Size names, Size bytes)
{
	static const CvStateType any = {.version = 1};
	Size		size = size_of(growing, columns, names, bytes);
	CvLedger   *ledger;

	if (size > LEDGER_LIMIT)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("sums by name exceed 512 MB at %zu names", names),
				 errhint("Segments and items are fewer: group by what can be looked at.")));
	ledger = cv_state_new(&any, size, sizeof(CvLedger) + (growing ? names * columns * sizeof(cv_int128) : 0));
	ledger->growing = growing;
	ledger->columns = (uint8) columns;
	ledger->capacity = (uint32) names;
	ledger->bytes_capacity = (uint32) bytes;
	return ledger;
}

CvLedger *
cv_ledger_get(Datum value, const CvLedgerKind *kind)
{
	CvLedger   *ledger = cv_state_get(value, kind->type);

	if (ledger->columns != kind->columns)
		cv_bad_value(kind->type);
	return ledger;
}

/* A growing copy with room for this many names and bytes of them. */
static CvLedger *
grow(const CvLedger *ledger, Size names, Size bytes)
{
	bool		growing = ledger->growing;
	CvLedger   *copy = new_ledger(ledger->columns, true, cv_names_doubled(growing ? ledger->capacity : 0, names, 4),
								  cv_names_doubled(growing ? ledger->bytes_capacity : 0, bytes, 64));
	CvNames		from = cv_ledger_names(ledger);
	CvNames		to;

	memcpy(copy->groups, ledger->groups, sizeof(ledger->groups));
	copy->n = ledger->n;
	copy->bytes_length = ledger->bytes_length;
	copy->seed = cv_names_seed();
	memcpy(cv_ledger_sums(copy, 0), cv_ledger_sums(ledger, 0), (Size) ledger->n * ledger->columns * sizeof(cv_int128));
	to = cv_ledger_names(copy);
	cv_names_copy(&to, &from);
	return copy;
}

void
cv_ledger_check_label(FunctionCallInfo fcinfo, const char *name)
{
	if (PG_ARGISNULL(1))
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("%s must not be NULL where there is an amount", name),
				 errhint("Its part of the total would be missing: give it a name of its own, as with coalesce.")));
}

/* The state that a transition may write to. */
CvLedger *
cv_ledger_writable(FunctionCallInfo fcinfo, const CvLedgerKind *kind)
{
	CvLedger   *ledger = cv_ledger_get(PG_GETARG_DATUM(0), kind);

	if (cv_in_aggregate(fcinfo) && ledger->growing)
		return ledger;
	return grow(ledger, ledger->n, ledger->bytes_length);
}

/* The number of a name, which is given one, and sums of 0, when it is new; *ledger may become another one. */
uint32
cv_ledger_intern(CvLedger **ledger, const char *name, int length)
{
	CvNames		names = cv_ledger_names(*ledger);
	uint32	   *slot = cv_names_slot(&names, name, length);

	if (*slot != CV_NO_NAME)
		return *slot;
	if (!cv_names_room(&names, length))
	{
		*ledger = grow(*ledger, (Size) (*ledger)->n + 1, (Size) (*ledger)->bytes_length + length);
		names = cv_ledger_names(*ledger);
		slot = cv_names_slot(&names, name, length);
	}
	*slot = names.n;
	cv_names_append(&names, name, length);
	(*ledger)->bytes_length += length;
	return (*ledger)->n++;
}

static void
too_many_digits(const CvLedgerKind *kind, int column)
{
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("%s needs more than 36 digits", kind->column[column]),
			 errhint("Round: money has two decimals.")));
}

/* Bring a column to this many groups of decimals. */
static void
rescale(CvLedger *ledger, const CvLedgerKind *kind, int column, int groups)
{
	if (groups > CV_LEDGER_GROUPS)
		too_many_digits(kind, column);
	for (; ledger->groups[column] < groups; ledger->groups[column]++)
	{
		for (uint32 i = 0; i < ledger->n; i++)
		{
			cv_int128  *sum = &cv_ledger_sums(ledger, i)[column];

			CV_BREATHE(i);
			if (*sum > SUM_LIMIT / GROUP_BASE || *sum < -SUM_LIMIT / GROUP_BASE)
				too_many_digits(kind, column);
			*sum *= GROUP_BASE;
		}
	}
}

static void
add_units(CvLedger *ledger, const CvLedgerKind *kind, uint32 i, int column, cv_int128 units)
{
	cv_int128  *sum = &cv_ledger_sums(ledger, i)[column];

	*sum += units;
	if (*sum > SUM_LIMIT || *sum < -SUM_LIMIT)
		too_many_digits(kind, column);
}

/* Add a finite number to a sum.  Errors: 54000. */
void
cv_ledger_add(CvLedger *ledger, const CvLedgerKind *kind, uint32 i, int column, const CvDecimal *x)
{
	cv_uint128	units;

	rescale(ledger, kind, column, Max(ledger->groups[column], cv_decimal_fraction_groups(x)));
	if (!cv_decimal_to_u128(x, ledger->groups[column], &units) || units > (cv_uint128) SUM_LIMIT)
		too_many_digits(kind, column);
	add_units(ledger, kind, i, column, x->negative && x->ngroups > 0 ? -(cv_int128) units : (cv_int128) units);
}

/* All names of both, sums of common ones added: combine function, and transition function of rollup. */
Datum
cv_ledger_merge(FunctionCallInfo fcinfo, const CvLedgerKind *kind)
{
	CvLedger   *ledger = cv_ledger_writable(fcinfo, kind);
	CvLedger   *other = cv_ledger_get(PG_GETARG_DATUM(1), kind);
	CvNames		names = cv_ledger_names(other);
	cv_int128	factor[CV_LEDGER_COLUMNS];

	for (int k = 0; k < kind->columns; k++)
	{
		rescale(ledger, kind, k, Max(ledger->groups[k], other->groups[k]));
		factor[k] = 1;
		for (int g = other->groups[k]; g < ledger->groups[k]; g++)
			factor[k] *= GROUP_BASE;
	}
	for (uint32 i = 0; i < other->n; i++)
	{
		int			length;
		const char *name = cv_names_get(&names, i, &length);
		uint32		number = cv_ledger_intern(&ledger, name, length);

		CV_BREATHE(i);
		for (int k = 0; k < kind->columns; k++)
		{
			cv_int128	units = cv_ledger_sums(other, i)[k];

			if (units > SUM_LIMIT / factor[k] || units < -SUM_LIMIT / factor[k])
				too_many_digits(kind, k);
			add_units(ledger, kind, number, k, units * factor[k]);
		}
	}
	return cv_state_return(fcinfo, ledger, kind->type);
}

/* Groups of decimals that every sum of a column has to spare. */
static int
spare_groups(const CvLedger *ledger, int column)
{
	int			spare = ledger->groups[column];

	for (uint32 i = 0; i < ledger->n && spare > 0; i++)
	{
		cv_int128	sum = cv_ledger_sums(ledger, i)[column];
		int			zeros = 0;

		CV_BREATHE(i);
		while (zeros < spare && sum % GROUP_BASE == 0)
		{
			sum /= GROUP_BASE;
			zeros++;
		}
		spare = zeros;
	}
	return spare;
}

static cv_int128
without_groups(cv_int128 sum, int groups)
{
	while (groups-- > 0)
		sum /= GROUP_BASE;
	return sum;
}

/* The most bytes that a ledger takes as text. */
static Size
text_width(const CvLedger *ledger)
{
	Size		width = 64 + 2 * (Size) ledger->bytes_length;

	for (uint32 i = 0; i < ledger->n; i++)
	{
		CV_BREATHE(i);
		for (int k = 0; k < ledger->columns; k++)
			width += 1 + cv_fixed_width(cv_ledger_sums(ledger, i)[k], ledger->groups[k]);
	}
	return width + 3 * (Size) ledger->n;
}

/* The form that is stored. */
void *
cv_ledger_pack(void *value)
{
	CvLedger   *ledger = value;
	CvLedger   *packed;
	CvNames		from = cv_ledger_names(ledger);
	CvNames		to;
	uint32	   *rank;

	if (!ledger->growing)
		return ledger;
	cv_check_text_size("a sum by name", text_width(ledger), "Group by what can be looked at.");
	rank = cv_names_rank(&from);
	packed = new_ledger(ledger->columns, false, ledger->n, ledger->bytes_length);
	packed->n = ledger->n;
	packed->bytes_length = ledger->bytes_length;
	to = cv_ledger_names(packed);
	to.n = 0;
	cv_names_copy_ranked(&to, &from, rank);
	for (int k = 0; k < ledger->columns; k++)
	{
		int			spare = spare_groups(ledger, k);

		packed->groups[k] = (uint8) (ledger->groups[k] - spare);
		for (uint32 i = 0; i < ledger->n; i++)
			cv_ledger_sums(packed, rank[i])[k] = without_groups(cv_ledger_sums(ledger, i)[k], spare);
	}
	pfree(rank);
	return packed;
}

CvLedger *
cv_ledger_packed(Datum value, const CvLedgerKind *kind)
{
	return cv_ledger_pack(cv_ledger_get(value, kind));
}

text *
cv_ledger_name_text(const CvLedger *ledger, uint32 i)
{
	CvNames		names = cv_ledger_names(ledger);
	int			length;
	const char *name = cv_names_get(&names, i, &length);

	return cstring_to_text_with_len(name, length);
}

/* How many decimals the sums of a column need. */
int
cv_ledger_decimals(const CvLedger *ledger, int column)
{
	int			places = ledger->groups[column] * 4;
	int			most = 0;

	for (uint32 i = 0; i < ledger->n && most < places; i++)
	{
		cv_int128	sum = cv_ledger_sums(ledger, i)[column];
		int			zeros = 0;

		CV_BREATHE(i);
		while (zeros < places - most && sum % 10 == 0)
		{
			sum /= 10;
			zeros++;
		}
		most = places - zeros;
	}
	return most;
}

/* What is wrong with a value that came in, or NULL. */
static const char *
complaint_of(const CvLedger *ledger, const CvLedgerKind *kind)
{
	for (uint32 i = 0; i < ledger->n; i++)
	{
		for (int k = 0; k < kind->columns; k++)
		{
			if (kind->natural[k] && cv_ledger_sums(ledger, i)[k] < 0)
				return "a quantity must not be negative";
		}
	}
	return kind->complaint != NULL ? kind->complaint(ledger) : NULL;
}

/* Text form: v1 "name":sum,sum ..., the names in order. */
Datum
cv_ledger_in(FunctionCallInfo fcinfo, const CvLedgerKind *kind)
{
	char	   *text = PG_GETARG_CSTRING(0);
	const char *at = text + 2;
	CvLedger   *ledger = grow(new_ledger(kind->columns, false, 0, 0), 0, 0);
	StringInfoData name;

	initStringInfo(&name);
	if (strncmp(text, "v1", 2) != 0)
		cv_bad_text(kind->type, text, "it must begin with v1");
	while (*at == ' ')
	{
		uint32		number = ledger->n;

		CHECK_FOR_INTERRUPTS();
		at = cv_scan_name(at + 1, &name);
		if (at == NULL)
			cv_bad_text(kind->type, text, "a name must be in quotes");
		if (cv_ledger_intern(&ledger, name.data, name.len) != number)
			cv_bad_text(kind->type, text, "a name must not be there twice");
		for (int k = 0; k < kind->columns; k++)
		{
			CvDecimal	x = {0};

			if (*at++ != (k == 0 ? ':' : ',') || !cv_scan_decimal(&at, &x))
				cv_bad_text(kind->type, text, "the numbers must follow a colon, with commas between them");
			cv_ledger_add(ledger, kind, number, k, &x);
		}
	}
	if (*at != '\0')
		cv_bad_text(kind->type, text, "names must be separated by one space");
	if (complaint_of(ledger, kind) != NULL)
		cv_bad_text(kind->type, text, complaint_of(ledger, kind));
	PG_RETURN_POINTER(cv_ledger_pack(ledger));
}

Datum
cv_ledger_out(FunctionCallInfo fcinfo, const CvLedgerKind *kind)
{
	CvLedger   *ledger = cv_ledger_packed(PG_GETARG_DATUM(0), kind);
	CvNames		names = cv_ledger_names(ledger);
	StringInfoData out;

	initStringInfo(&out);
	appendStringInfoString(&out, "v1");
	for (uint32 i = 0; i < ledger->n; i++)
	{
		int			length;
		const char *name = cv_names_get(&names, i, &length);

		CHECK_FOR_INTERRUPTS();
		appendStringInfoChar(&out, ' ');
		cv_print_name(&out, name, length);
		for (int k = 0; k < kind->columns; k++)
		{
			appendStringInfoChar(&out, k == 0 ? ':' : ',');
			cv_print_fixed(&out, cv_ledger_sums(ledger, i)[k], ledger->groups[k], 0);
		}
	}
	PG_RETURN_CSTRING(out.data);
}

/*
 * Binary form: a byte of version, a byte with the groups of decimals of each column, the number of names, and of each
 * the name and its sums, high and low half.
 */
Datum
cv_ledger_send(FunctionCallInfo fcinfo, const CvLedgerKind *kind)
{
	CvLedger   *ledger = cv_ledger_packed(PG_GETARG_DATUM(0), kind);
	CvNames		names = cv_ledger_names(ledger);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, kind->type->version);
	for (int k = 0; k < kind->columns; k++)
		pq_sendbyte(&buf, ledger->groups[k]);
	pq_sendint32(&buf, ledger->n);
	for (uint32 i = 0; i < ledger->n; i++)
	{
		int			length;
		const char *name = cv_names_get(&names, i, &length);

		CHECK_FOR_INTERRUPTS();
		cv_sendcountedtext(&buf, name, length);
		for (int k = 0; k < kind->columns; k++)
		{
			cv_uint128	units = (cv_uint128) cv_ledger_sums(ledger, i)[k];

			pq_sendint64(&buf, (int64) (units >> 64));
			pq_sendint64(&buf, (int64) units);
		}
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* The name that comes next, into the ledger as number i. */
static void
receive_name(StringInfo buf, CvLedger **ledger, const CvLedgerKind *kind, uint32 i)
{
	int			length = (int) pq_getmsgint(buf, 4);
	char	   *name;

	if (length < 0 || length > buf->len - buf->cursor)
		cv_bad_binary(kind->type->name, "A name is longer than the value.");
	name = pq_getmsgtext(buf, length, &length);
	if (cv_ledger_intern(ledger, name, length) != i)
		cv_bad_binary(kind->type->name, "A name is there twice.");
	pfree(name);
}

/* Errors: 22P03. */
Datum
cv_ledger_recv(FunctionCallInfo fcinfo, const CvLedgerKind *kind)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	CvLedger   *ledger = grow(new_ledger(kind->columns, false, 0, 0), 0, 0);
	uint32		n;

	if (pq_getmsgbyte(buf) != kind->type->version)
		cv_bad_binary(kind->type->name, "Its version is unknown.");
	for (int k = 0; k < kind->columns; k++)
	{
		ledger->groups[k] = (uint8) pq_getmsgbyte(buf);
		if (ledger->groups[k] > CV_LEDGER_GROUPS)
			cv_bad_binary(kind->type->name, "There are at most 32 decimals.");
	}
	n = pq_getmsgint(buf, 4);
	for (uint32 i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		receive_name(buf, &ledger, kind, i);
		for (int k = 0; k < kind->columns; k++)
		{
			cv_uint128	units = (cv_uint128) (uint64) pq_getmsgint64(buf) << 64;

			units |= (uint64) pq_getmsgint64(buf);
			if ((cv_int128) units > SUM_LIMIT || (cv_int128) units < -SUM_LIMIT)
				cv_bad_binary(kind->type->name, "A sum is out of range.");
			cv_ledger_sums(ledger, i)[k] = (cv_int128) units;
		}
	}
	if (complaint_of(ledger, kind) != NULL)
		cv_bad_binary(kind->type->name, psprintf("In it, %s.", complaint_of(ledger, kind)));
	PG_RETURN_POINTER(cv_ledger_pack(ledger));
}
