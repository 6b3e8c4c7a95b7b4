/*
 * sums.c - a few exact sums as one value.
 */
#include "retention/sums.h"

#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "num/varint.h"
#include "pg/dated.h"

#define HEAD offsetof(CvSums, sum)

bool
cv_sums_fits(const void *value)
{
	const CvSums *s = value;

	return s->n > 0 && s->n <= CV_SUMS_MOST && s->groups >= -CV_FIXED_GROUPS && s->groups <= CV_FIXED_GROUPS &&
		VARSIZE(s) == HEAD + s->n * sizeof(cv_int128);
}

CvSums *
cv_sums_get(Datum value, const CvSumsType *type)
{
	CvSums	   *s = cv_state_get(value, &type->state);

	if (s->n != type->n)
		cv_bad_value(&type->state);
	return s;
}

static CvSums *
copy_of(const CvSums *s)
{
	CvSums	   *copy = palloc(VARSIZE(s));

	memcpy(copy, s, VARSIZE(s));
	return copy;
}

/* The state that a transition may write to, argument 0. */
CvSums *
cv_sums_writable(FunctionCallInfo fcinfo, const CvSumsType *type)
{
	CvSums	   *s = cv_sums_get(PG_GETARG_DATUM(0), type);

	return cv_in_aggregate(fcinfo) ? s : copy_of(s);
}

static CvSums *
new_sums(const CvSumsType *type)
{
	Size		size = HEAD + type->n * sizeof(cv_int128);
	CvSums	   *s = cv_state_new(&type->state, size, size);

	s->n = type->n;
	return s;
}

/* The sums as a column with room for as many more. */
static CvFixed
column_of(const CvSums *s, cv_int128 *room)
{
	CvFixed		column = {room, true, s->groups, s->volume};

	memcpy(room, s->sum, s->n * sizeof(cv_int128));
	return column;
}

static void
take_back(CvSums *s, const CvFixed *column)
{
	memcpy(s->sum, column->value, s->n * sizeof(cv_int128));
	s->groups = column->groups;
	s->volume = column->volume;
}

/* Errors: 54000 for numbers of more than 32 digits together. */
void
cv_sums_add(CvSums *s, int i, const CvDecimal *x)
{
	cv_int128	room[CV_SUMS_MOST + 1];
	CvFixed		column = column_of(s, room);

	cv_fixed_add(&column, s->n, x);
	column.value[i] += column.value[s->n];
	take_back(s, &column);
}

void
cv_sums_count(CvSums *s, int i, int64 x)
{
	CvDecimal	decimal;

	cv_decimal_from_int64(Int64GetDatum(x), &decimal);
	cv_sums_add(s, i, &decimal);
}

static cv_int128
power_of_base(int exponent)
{
	cv_int128	power = 1;

	while (exponent-- > 0)
		power *= 10000;
	return power;
}

/* A sum that is a whole number. */
int64
cv_sums_read_count(const CvSums *s, int i)
{
	return (int64) (s->groups >= 0 ? s->sum[i] / power_of_base(s->groups) : s->sum[i] * power_of_base(-s->groups));
}

/* An amount with as many decimals as the sums need. */
Numeric
cv_sums_numeric(const CvSums *s, cv_int128 units)
{
	cv_int128	room[CV_SUMS_MOST];
	CvFixed		column = column_of(s, room);

	return cv_numeric_from_fixed(units, s->groups, cv_fixed_decimals(&column, s->n));
}

/* Errors: 22023 where a parameter is not that of the rows before. */
void
cv_sums_set_params(CvSums *s, const CvSumsType *type, int32 a, int32 b)
{
	if (s->has_params && (s->param[0] != a || s->param[1] != b))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("parameters of a %s change within an aggregate", type->state.name),
				 errhint("%s", type->params)));
	s->param[0] = a;
	s->param[1] = b;
	s->has_params = true;
}

/* The form that is stored. */
void *
cv_sums_pack(void *value)
{
	CvSums	   *s = copy_of(value);
	cv_int128	room[CV_SUMS_MOST];
	CvFixed		column = column_of(s, room);

	column.volume = 0;
	for (int i = 0; i < s->n; i++)
		column.volume += s->sum[i] < 0 ? -s->sum[i] : s->sum[i];
	cv_fixed_trim(&column, s->n);
	take_back(s, &column);
	return s;
}

/* NAME_merge(NAME, NAME) -> NAME: the rows of both.  Errors: 22023 where parameters differ, 54000 as cv_sums_add. */
Datum
cv_sums_merge(FunctionCallInfo fcinfo, const CvSumsType *type)
{
	CvSums	   *s = cv_sums_writable(fcinfo, type);
	CvSums	   *other = cv_sums_get(PG_GETARG_DATUM(1), type);
	cv_int128	room[2 * CV_SUMS_MOST];
	cv_int128	others[CV_SUMS_MOST];
	CvFixed		column = column_of(s, room);
	CvFixed		tail = column_of(other, others);

	if (other->has_params)
		cv_sums_set_params(s, type, other->param[0], other->param[1]);
	cv_fixed_append(&column, s->n, &tail, s->n);
	for (int i = 0; i < s->n; i++)
		column.value[i] += column.value[s->n + i];
	take_back(s, &column);
	return cv_state_return(fcinfo, s, &type->state);
}

/* Is it the neutral element? */
static bool
is_empty(const CvSums *s)
{
	bool		empty = !s->has_params;

	for (int i = 0; i < s->n; i++)
		empty &= s->sum[i] == 0;
	return empty;
}

/* Text form: v1, and unless it is empty the parameters and all sums, after one space each. */
static const char *
scan_params(const char *at, CvSums *s, const CvSumsType *type)
{
	for (int i = 0; i < CV_SUMS_PARAMS && type->dates && at != NULL; i++)
	{
		if (*at++ != ' ' || !cv_scan_date(&at, &s->param[i]))
			at = NULL;
		s->has_params = true;
	}
	return at;
}

/* NAME_in(cstring); errors: 22P02 with what is wrong. */
Datum
cv_sums_in(FunctionCallInfo fcinfo, const CvSumsType *type)
{
	const char *text = PG_GETARG_CSTRING(0);
	const char *at = text + 2;
	CvSums	   *s = new_sums(type);
	const char *complaint;

	if (strncmp(text, "v1", 2) != 0)
		cv_bad_text(&type->state, text, "it must begin with v1");
	if (*at == '\0')
		PG_RETURN_POINTER(s);
	at = scan_params(at, s, type);
	if (at == NULL)
		cv_bad_text(&type->state, text, "two dates must follow v1, such as 2024-01-31, from year 1 to 9999");
	for (int i = 0; i < type->n; i++)
	{
		CvDecimal	x;

		if (*at++ != ' ' || !cv_scan_decimal(&at, &x))
			cv_bad_text(&type->state, text, "numbers must be decimal, each after one space");
		cv_sums_add(s, i, &x);
	}
	complaint = *at != '\0' ? "there are too many numbers" : type->check(s);
	if (complaint != NULL)
		cv_bad_text(&type->state, text, complaint);
	PG_RETURN_POINTER(cv_sums_pack(s));
}

/* NAME_out(NAME): the same under every setting. */
Datum
cv_sums_out(FunctionCallInfo fcinfo, const CvSumsType *type)
{
	CvSums	   *s = cv_sums_pack(cv_sums_get(PG_GETARG_DATUM(0), type));
	StringInfoData out;

	initStringInfo(&out);
	appendStringInfoString(&out, "v1");
	for (int i = 0; i < CV_SUMS_PARAMS && s->has_params; i++)
	{
		appendStringInfoChar(&out, ' ');
		cv_print_date(&out, s->param[i]);
	}
	for (int i = 0; i < s->n && !is_empty(s); i++)
	{
		appendStringInfoChar(&out, ' ');
		cv_print_fixed(&out, s->sum[i], s->groups, 0);
	}
	PG_RETURN_CSTRING(out.data);
}

/* Binary form: version, whether there are parameters, those, groups, the sums as two halves each. */
Datum
cv_sums_send(FunctionCallInfo fcinfo, const CvSumsType *type)
{
	CvSums	   *s = cv_sums_pack(cv_sums_get(PG_GETARG_DATUM(0), type));
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, type->state.version);
	pq_sendbyte(&buf, s->has_params);
	for (int i = 0; i < CV_SUMS_PARAMS && s->has_params; i++)
		pq_sendint32(&buf, s->param[i]);
	pq_sendint32(&buf, s->groups);
	for (int i = 0; i < s->n; i++)
	{
		pq_sendint64(&buf, (int64) (s->sum[i] >> 64));
		pq_sendint64(&buf, (int64) (uint64) s->sum[i]);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* NAME_recv(internal): see cv_sums_send.  Errors: 22P03. */
Datum
cv_sums_recv(FunctionCallInfo fcinfo, const CvSumsType *type)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	CvSums	   *s = new_sums(type);
	const char *complaint;

	if (pq_getmsgbyte(buf) != type->state.version)
		cv_bad_binary(type->state.name, "Its version is unknown.");
	s->has_params = pq_getmsgbyte(buf) != 0;
	for (int i = 0; i < CV_SUMS_PARAMS && s->has_params; i++)
	{
		s->param[i] = (int32) pq_getmsgint(buf, 4);
		if (!type->dates || s->param[i] < CV_FIRST_DAY || s->param[i] > CV_LAST_DAY)
			cv_bad_binary(type->state.name, "Its parameters are out of range.");
	}
	s->groups = (int32) pq_getmsgint(buf, 4);
	if (s->groups < -CV_FIXED_GROUPS || s->groups > CV_FIXED_GROUPS || (type->dates && s->groups != 0))
		cv_bad_binary(type->state.name, "It has too many decimals.");
	for (int i = 0; i < s->n; i++)
	{
		cv_int128	high = pq_getmsgint64(buf);

		s->sum[i] = (cv_int128) ((cv_uint128) high << 64 | (uint64) pq_getmsgint64(buf));
		if (s->sum[i] >= cv_fixed_limit() || s->sum[i] <= -cv_fixed_limit())
			cv_bad_binary(type->state.name, "Its numbers are out of range.");
		s->volume += s->sum[i] < 0 ? -s->sum[i] : s->sum[i];
	}
	complaint = s->volume >= cv_fixed_limit() ? "numbers are out of range" : is_empty(s) ? NULL : type->check(s);
	if (complaint != NULL)
		cv_bad_binary(type->state.name, psprintf("In it, %s.", complaint));
	PG_RETURN_POINTER(cv_sums_pack(s));
}
