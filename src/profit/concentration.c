/*
 * concentration.c - the type concentration_summary: from which few customers does the
 * profit come?
 *
 * Every measure of concentration needs all values in order, so the state holds them: 16
 * bytes a value while it grows (half of it may be spare room; 32 more while it is sorted at the
 * end), about five when stored, at most 2^25 values.  They are
 * kept as exact fixed point numbers, so that no cent is lost and the order of rows
 * and merges does not matter.
 */
#include "profit/concentration.h"

#include <math.h>

#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "num/sort.h"
#include "num/varint.h"

#define LEAST_GROUPS (-100)		/* of float8 columns: 1e400 */
#define MOST_VALUES (INT64CONST(1) << 25)
#define NO_FRACTION (-1.0)
#define HEAD sizeof(CvConcentration)

#define IS_LESS(a, b) ((a) < (b))
CV_DEFINE_SORT(sort_values, cv_int128, IS_LESS)

static cv_int128 *
grown_values(CvConcentration *c)
{
	return (cv_int128 *) (c + 1);
}

static void *pack(void *value);

static bool
fits(const void *value)
{
	const CvConcentration *c = value;

	return c->n >= 0 && c->n <= MOST_VALUES && c->capacity >= 0 && c->capacity <= (int64) MaxAllocSize &&
		(!c->growing || c->n <= c->capacity) &&
		VARSIZE(c) == HEAD + (Size) c->capacity * (c->growing ? sizeof(cv_int128) : 1);
}

static const CvStateType concentration_type = {"concentration_summary", "\"v1 value*times ...\"",
	CV_CONCENTRATION_VERSION, HEAD, fits, pack};

static CvConcentration *
new_summary(bool growing, int64 capacity)
{
	CvConcentration *c = cv_state_new(&concentration_type, HEAD + capacity * (growing ? sizeof(cv_int128) : 1), HEAD);

	c->growing = growing;
	c->exact = true;
	c->fraction = NO_FRACTION;
	c->capacity = capacity;
	return c;
}

CvConcentration *
cv_concentration_get(Datum value)
{
	return cv_state_get(value, &concentration_type);
}

/*
 * The values of a packed summary, and their volume; without column->value it only looks
 * whether they are well formed.
 */
static bool
unpack(const CvConcentration *c, CvFixed *column)
{
	const uint8 *at = (const uint8 *) (c + 1);
	const uint8 *end = at + c->capacity;
	const cv_int128 limit = cv_fixed_limit();
	cv_int128	value = 0;
	int64		n = 0;

	while (n < c->n)
	{
		cv_uint128	step,
					times;

		if ((at = cv_get_varint(at, end, &step)) == NULL || (at = cv_get_varint(at, end, &times)) == NULL ||
			times == 0 || times > (cv_uint128) (c->n - n) || step >> 125 != 0)
			return false;
		value = n == 0 ? cv_unfold_sign(step) : value + (cv_int128) step;
		if (value >= limit || value <= -limit)
			return false;
		for (; times > 0; times--, n++)
		{
			CV_BREATHE(n);
			if (column->value != NULL)
				column->value[n] = value;
			column->volume += value < 0 ? -value : value;
			if (column->volume >= limit)
				return false;
		}
	}
	return at == end;
}

/* The column of a summary, in the order that it has. */
static CvFixed
column_of(const CvConcentration *c, cv_int128 *room)
{
	CvFixed		column = {room, c->exact, c->groups, 0};

	if (c->growing)
	{
		memcpy(room, c + 1, c->n * sizeof(cv_int128));
		column.volume = c->volume;
	}
	else if (!unpack(c, &column))
		cv_bad_value(&concentration_type);
	return column;
}

/* The values in order, on the smallest scale that holds them. */
CvValues
cv_concentration_values(const CvConcentration *c)
{
	CvValues	v = {.n = c->n};

	v.column = column_of(c, cv_alloc(c->n * sizeof(cv_int128)));
	if (c->growing)
	{
		cv_int128  *scratch = cv_alloc(c->n * sizeof(cv_int128));

		sort_values(v.column.value, scratch, c->n);
		pfree(scratch);
		cv_fixed_trim(&v.column, c->n);
	}
	for (int64 i = 0; i < c->n; i++)
	{
		CV_BREATHE(i);
		if (v.column.value[i] < 0)
			v.losses += v.column.value[i];
		else
			v.gains += v.column.value[i];
	}
	return v;
}

CvValues
cv_concentration_values_arg(FunctionCallInfo fcinfo, int argno)
{
	CvConcentration *c = cv_concentration_get(PG_GETARG_DATUM(argno));
	CvValues	v = cv_concentration_values(c);

	PG_FREE_IF_COPY(c, argno);
	return v;
}

/* Write the values, or only count the bytes that it takes. */
static Size
put_values(const CvValues *v, uint8 *to)
{
	uint8		scratch[48];
	uint8	   *at = to != NULL ? to : scratch;
	Size		size = 0;

	for (int64 i = 0, next; i < v->n; i = next)
	{
		cv_int128	value = v->column.value[i];
		uint8	   *from = at;

		for (next = i; next < v->n && v->column.value[next] == value; next++)
			CV_BREATHE(next);
		at = cv_put_varint(at, i == 0 ? cv_fold_sign(value) : (cv_uint128) (value - v->column.value[i - 1]));
		at = cv_put_varint(at, (cv_uint128) (next - i));
		size += at - from;
		if (to == NULL)
			at = scratch;
	}
	return size;
}

/* The most bytes that values take as text, or, in more time, how many they take. */
static Size
text_width(const CvValues *v, bool exact)
{
	Size		sum = 3 + 30;	/* v1~ fraction=... */
	StringInfoData number;

	initStringInfo(&number);
	for (int64 i = 0, next; i < v->n; i = next)
	{
		for (next = i; next < v->n && v->column.value[next] == v->column.value[i]; next++)
			CV_BREATHE_OFTEN(next);
		resetStringInfo(&number);
		if (exact)
			cv_print_fixed(&number, v->column.value[i], v->column.groups, 0);
		sum += 1 + (exact ? number.len : cv_fixed_width(v->column.value[i], v->column.groups)) + (next > i + 1 ? 9 : 0);
	}
	pfree(number.data);
	return sum;
}

/* Errors: 54000 for values that could not be dumped. */
static void
check_text_width(const CvValues *v)
{
	if (v->n * 60 > (int64) CV_TEXT_LIMIT && text_width(v, false) > CV_TEXT_LIMIT)
		cv_check_text_size(concentration_type.name, text_width(v, true),
						   "Round the values, or summarise parts of the customers apart, with GROUP BY.");
}

/* The form that is stored. */
static void *
pack(void *value)
{
	CvConcentration *c = value;
	CvValues	v;
	CvConcentration *packed;

	if (!c->growing)
		return c;
	v = cv_concentration_values(c);
	check_text_width(&v);
	packed = new_summary(false, put_values(&v, NULL));
	packed->exact = c->exact;
	packed->groups = v.column.groups;
	packed->fraction = c->fraction;
	packed->n = v.n;
	put_values(&v, (uint8 *) (packed + 1));
	pfree(v.column.value);
	return packed;
}

/* A growing copy with room for this many values, twice what was there if that is more. */
static CvConcentration *
grow(const CvConcentration *c, int64 n)
{
	int64		capacity = 8;
	CvConcentration *copy;
	CvFixed		column;

	if (n > MOST_VALUES)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a concentration_summary can hold at most " INT64_FORMAT " values", MOST_VALUES),
				 errhint("Summarise parts of the customers apart, with GROUP BY.")));
	while (capacity < n)
		capacity *= 2;
	copy = new_summary(true, capacity);
	column = column_of(c, grown_values(copy));
	copy->exact = c->exact;
	copy->groups = column.groups;
	copy->fraction = c->fraction;
	copy->n = c->n;
	copy->volume = column.volume;
	return copy;
}

/* The state that a transition may write to, with room for more values; see network.c. */
static CvConcentration *
writable_state(FunctionCallInfo fcinfo, int64 more)
{
	CvConcentration *c = cv_concentration_get(PG_GETARG_DATUM(0));

	if (cv_in_aggregate(fcinfo) && c->growing && c->n + more <= c->capacity)
		return c;
	return grow(c, c->n + more);
}

static void
set_fraction(CvConcentration *c, double fraction)
{
	if (c->fraction >= 0 && fraction >= 0 && c->fraction != fraction)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("fraction changes from %s to %s within an aggregate",
						cv_float8_text(c->fraction), cv_float8_text(fraction)),
				 errhint("Give one fraction for all rows; for several, read them from one concentration_agg.")));
	if (fraction >= 0)
		c->fraction = fraction;
}

static double
check_fraction(double fraction)
{
	cv_check_finite(fraction, "fraction");
	if (fraction < 0 || fraction > 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("fraction must be from 0 to 1, not %s", cv_float8_text(fraction)),
				 errhint("It is a share of the customers: 0.2 means the top (or bottom) twenty percent.")));
	return fraction + 0.0;
}

/*
 * concentration_add(concentration_summary, value [, fraction float8])
 *		-> concentration_summary
 *
 * Transition functions, one for each type of value: one customer more.  fraction is
 * the parameter of top_share and bottom_share, from 0 to 1 and one for all rows.  Errors:
 * 22023 for NaN and infinity or another fraction, 54000 for exact numbers that need more
 * than 32 digits together and beyond 2^25 values.
 */
static Datum
add_value(FunctionCallInfo fcinfo, CvDecimalReader read, Oid type)
{
	Datum		value = PG_GETARG_DATUM(1);
	CvConcentration *c = writable_state(fcinfo, 1);
	CvDecimal	x;
	CvFixed		column;

	read(value, &x);
	if (unlikely(!x.finite))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("value must be a finite number, not %s", cv_value_text(value, type)),
				 errhint("Leave such rows out, or turn the value into NULL.")));
	c->exact = c->exact && cv_is_exact(value, type);
	column = (CvFixed) {grown_values(c), c->exact, c->groups, c->volume};
	cv_fixed_add(&column, c->n, &x);
	c->groups = column.groups;
	c->volume = column.volume;
	c->n++;
	if (PG_NARGS() > 2)
		set_fraction(c, check_fraction(PG_GETARG_FLOAT8(2)));
	return cv_state_return(fcinfo, c, &concentration_type);
}

#define CONCENTRATION_ADD(name, reader, type) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		return add_value(fcinfo, reader, type); \
	}

CONCENTRATION_ADD(concentration_add_numeric, cv_decimal_from_numeric, NUMERICOID)
CONCENTRATION_ADD(concentration_add_bigint, cv_decimal_from_int64, INT8OID)
CONCENTRATION_ADD(concentration_add_float8, cv_decimal_from_float8, FLOAT8OID)
CONCENTRATION_ADD(concentration_add_real, cv_decimal_from_float4, FLOAT4OID)

PG_FUNCTION_INFO_V1(concentration_merge);

/*
 * concentration_merge(concentration_summary, concentration_summary)
 *		-> concentration_summary
 *
 * The customers of both: combine function, and transition function of rollup.  Errors: as
 * concentration_add.
 */
Datum
concentration_merge(PG_FUNCTION_ARGS)
{
	CvConcentration *other = cv_concentration_get(PG_GETARG_DATUM(1));
	CvConcentration *c = writable_state(fcinfo, other->n);
	CvFixed		column = {grown_values(c), c->exact, c->groups, c->volume};
	CvFixed		tail = column_of(other, cv_alloc(other->n * sizeof(cv_int128)));

	cv_fixed_append(&column, c->n, &tail, other->n);
	pfree(tail.value);
	c->exact = c->exact && other->exact;
	c->groups = column.groups;
	c->volume = column.volume;
	c->n += other->n;
	set_fraction(c, other->fraction);
	return cv_state_return(fcinfo, c, &concentration_type);
}

PG_FUNCTION_INFO_V1(concentration_pack);

/* concentration_pack(concentration_summary): final function, the form that is stored. */
Datum
concentration_pack(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(pack(cv_concentration_get(PG_GETARG_DATUM(0))));
}

/*
 * Text form: v1 value*times ..., the values rising; *times is left out when it is 1.
 * v1~ says that digits of float8 values may be cut; fraction=x comes first when there is one.
 */
static double
scan_fraction(const char *text, const char **at)
{
	char	   *end;
	double		fraction = strtod(*at, &end);

	if (end == *at || !(**at >= '0' && **at <= '9') || !(fraction >= 0 && fraction <= 1))
		cv_bad_text(&concentration_type, text, "fraction must be a number from 0 to 1");
	*at = end;
	return fraction;
}

/* One value and how often. */
static void
scan_value(const char *text, const char **at, CvDecimal *x, int64 *times)
{
	if (!cv_scan_decimal(at, x))
		cv_bad_text(&concentration_type, text, "a value must be a decimal number");
	*times = 1;
	if (**at == '*')
	{
		for (*times = 0, ++*at; **at >= '0' && **at <= '9' && *times <= MOST_VALUES; ++*at)
			*times = *times * 10 + (**at - '0');
		if (*times < 1 || *times > MOST_VALUES)
			cv_bad_text(&concentration_type, text, "times must be from 1 to 33554432");
	}
}

PG_FUNCTION_INFO_V1(concentration_summary_in);

/* concentration_summary_in(cstring); errors: 22P02 with what is wrong, and those of adding. */
Datum
concentration_summary_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);
	const char *at = text + 2;
	CvConcentration *c = new_summary(true, 8);
	CvFixed		column;

	if (strncmp(text, "v1", 2) != 0)
		cv_bad_text(&concentration_type, text, "it must begin with v1");
	if (*at == '~')
	{
		at++;
		c->exact = false;
	}
	if (strncmp(at, " fraction=", 10) == 0)
	{
		at += 10;
		c->fraction = scan_fraction(text, &at);
	}
	while (*at == ' ')
	{
		CvDecimal	x;
		int64		times;

		CHECK_FOR_INTERRUPTS();
		at++;
		scan_value(text, &at, &x, &times);
		if (c->n + times > c->capacity)
			c = grow(c, c->n + times);
		column = (CvFixed) {grown_values(c), c->exact, c->groups, c->volume};
		for (; times > 0; times--)
		{
			CV_BREATHE(c->n);
			cv_fixed_add(&column, c->n++, &x);
		}
		c->groups = column.groups;
		c->volume = column.volume;
	}
	if (*at != '\0')
		cv_bad_text(&concentration_type, text, "values must be separated by one space");
	if (c->groups < LEAST_GROUPS)
		cv_bad_text(&concentration_type, text, "values must be in the range of float8");
	PG_RETURN_POINTER(pack(c));
}

PG_FUNCTION_INFO_V1(concentration_summary_out);

/* concentration_summary_out(concentration_summary): the same under every setting. */
Datum
concentration_summary_out(PG_FUNCTION_ARGS)
{
	CvConcentration *c = cv_concentration_get(PG_GETARG_DATUM(0));
	CvValues	v = cv_concentration_values(c);
	StringInfoData out;

	initStringInfo(&out);
	appendStringInfoString(&out, c->exact ? "v1" : "v1~");
	if (c->fraction >= 0)
	{
		appendStringInfoString(&out, " fraction=");
		cv_print_float8(&out, c->fraction);
	}
	for (int64 i = 0, next; i < v.n; i = next)
	{
		CHECK_FOR_INTERRUPTS();
		for (next = i + 1; next < v.n && v.column.value[next] == v.column.value[i]; next++)
			;
		appendStringInfoChar(&out, ' ');
		cv_print_fixed(&out, v.column.value[i], v.column.groups, 0);
		if (next > i + 1)
			appendStringInfo(&out, "*" INT64_FORMAT, next - i);
	}
	PG_RETURN_CSTRING(out.data);
}

PG_FUNCTION_INFO_V1(concentration_summary_send);

/*
 * concentration_summary_send(concentration_summary): bytes of version, exact and groups,
 * fraction, number of values, number of bytes, and the packed bytes.
 */
Datum
concentration_summary_send(PG_FUNCTION_ARGS)
{
	CvConcentration *c = pack(cv_concentration_get(PG_GETARG_DATUM(0)));
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, CV_CONCENTRATION_VERSION);
	pq_sendbyte(&buf, c->exact);
	pq_sendint16(&buf, (uint16) c->groups);
	pq_sendfloat8(&buf, c->fraction);
	pq_sendint64(&buf, c->n);
	pq_sendbytes(&buf, (char *) (c + 1), (int) c->capacity);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

PG_FUNCTION_INFO_V1(concentration_summary_recv);

/*
 * concentration_summary_recv(internal): see concentration_summary_send.  The values are
 * unpacked and packed anew, so that nothing is trusted.  Errors: 22P03.
 */
Datum
concentration_summary_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	CvConcentration head = {.version = CV_CONCENTRATION_VERSION};
	CvConcentration *c;
	CvFixed		check = {NULL, true, 0, 0};
	int			exact;
	int			bytes;

	if (pq_getmsgbyte(buf) != CV_CONCENTRATION_VERSION)
		cv_bad_binary("concentration_summary", "Its version is unknown.");
	exact = pq_getmsgbyte(buf);
	head.groups = (int16) pq_getmsgint(buf, 2);
	head.fraction = pq_getmsgfloat8(buf);
	head.n = pq_getmsgint64(buf);
	bytes = buf->len - buf->cursor;
	if (exact > 1 || head.groups < (exact ? 0 : LEAST_GROUPS) || head.groups > CV_FIXED_GROUPS || head.n < 0 ||
		head.n > MOST_VALUES || !(head.fraction == NO_FRACTION || (head.fraction >= 0 && head.fraction <= 1)))
		cv_bad_binary("concentration_summary", "Its head is out of range.");
	c = new_summary(false, bytes);
	c->exact = exact;
	c->groups = head.groups;
	c->fraction = head.fraction;
	c->n = head.n;
	memcpy(c + 1, pq_getmsgbytes(buf, bytes), bytes);
	if (!unpack(c, &check))
		cv_bad_binary("concentration_summary", "Its values are not well formed.");
	PG_RETURN_POINTER(pack(grow(c, c->n)));
}

CV_COMPARE(concentration_summary_send, concentration_summary_cmp, concentration_summary_eq, concentration_summary_ne,
		   concentration_summary_lt, concentration_summary_le, concentration_summary_gt, concentration_summary_ge,
		   concentration_summary_hash, concentration_summary_hash_extended)
