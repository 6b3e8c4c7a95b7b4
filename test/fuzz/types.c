/*
 * types.c - fuzzing of what comes in from outside: text and binary forms of every type.
 *
 * The sources of the extension are linked with as much of a server as their input and output functions need: memory
 * that the sanitizer watches, errors that jump back, the message buffers.  An input is a line with the name of a type
 * and t or b, for text or binary, and then the value.  It is refused, or it prints, reads back as the same, and is
 * the same in binary form.
 */
#include "pg/pg.h"

#include <setjmp.h>
#include <stdio.h>
#include <stdlib.h>

#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "mb/pg_wchar.h"
#include "utils/datetime.h"

#define TYPE(name) \
	extern Datum name##_in(PG_FUNCTION_ARGS); \
	extern Datum name##_out(PG_FUNCTION_ARGS); \
	extern Datum name##_recv(PG_FUNCTION_ARGS); \
	extern Datum name##_send(PG_FUNCTION_ARGS);
#define TYPES \
	TYPE(survey_summary) TYPE(abc_network) TYPE(concentration_summary) TYPE(held_rows) \
	TYPE(kmeans_model) TYPE(migration_summary) TYPE(ols_summary) TYPE(logit_model) \
	TYPE(purchase_history) TYPE(clv_model) TYPE(score_summary) TYPE(auc_pair) \
	TYPE(bin_summary) TYPE(distribution_summary) TYPE(card_summary) TYPE(vintage_summary) \
	TYPE(survival_summary) TYPE(logrank_summary) TYPE(incidence_summary) TYPE(cohort_summary) \
	TYPE(churn_summary) TYPE(mrr_summary) TYPE(ratio_summary) TYPE(cox_model) \
	TYPE(lexicon) TYPE(sentiment_summary) TYPE(affinity_summary) TYPE(itemsets) \
	TYPE(follow_summary) TYPE(funnel_summary) TYPE(funnel_counts) TYPE(contribution_summary) \
	TYPE(pvm_summary) TYPE(subgroup_summary) TYPE(chart_summary) TYPE(error_summary) \
	TYPE(forecast_model) TYPE(moments_summary)
	TYPE(forecast_model) TYPE(chart_points)
TYPES
#undef TYPE
#define TYPE(name) {#name, name##_in, name##_out, name##_recv, name##_send},
static const struct
{
	const char *name;
	PGFunction	in;
	PGFunction	out;
	PGFunction	recv;
	PGFunction	send;
}			types[] = {TYPES};

/* A server, as far as it is needed; from PostgreSQL 16 on bytes are void. */
#if PG_VERSION_NUM >= 160000
typedef void Bytes;
#else
typedef char Bytes;
#endif

volatile sig_atomic_t InterruptPending = 0;
MemoryContext CurrentMemoryContext = NULL;

static jmp_buf refused;

/* Many equal values are few bytes of text: the fuzzer's own limit, so that it is quick. */
#define TOO_LARGE 2

typedef struct Chunk
{
	struct Chunk *next;
	struct Chunk *before;
	Size		size;
	uint64		unused;
} Chunk;

static Chunk chunks = {&chunks, &chunks};

void *
palloc_extended(Size size, int flags)
{
	Chunk	   *chunk;

	if (size > (Size) 4 << 20)
		longjmp(refused, TOO_LARGE);
	chunk = malloc(sizeof(Chunk) + size);
	chunk->size = size;
	chunk->next = chunks.next;
	chunk->before = &chunks;
	chunks.next->before = chunk;
	chunks.next = chunk;
	memset(chunk + 1, flags & MCXT_ALLOC_ZERO ? 0 : 0x7f, size);
	return chunk + 1;
}

void *
palloc(Size size)
{
	return palloc_extended(size, 0);
}

void *
palloc0(Size size)
{
	return palloc_extended(size, MCXT_ALLOC_ZERO);
}

void *
MemoryContextAllocHuge(MemoryContext context, Size size)
{
	return palloc(size);
}

void
pfree(void *memory)
{
	Chunk	   *chunk = (Chunk *) memory - 1;

	chunk->next->before = chunk->before;
	chunk->before->next = chunk->next;
	free(chunk);
}

void *
repalloc(void *memory, Size size)
{
	void	   *copy = palloc(size);

	memcpy(copy, memory, Min(((Chunk *) memory - 1)->size, size));
	pfree(memory);
	return copy;
}

char *
pnstrdup(const char *text, Size length)
{
	char	   *copy = palloc(length + 1);

	memcpy(copy, text, length);
	copy[length] = '\0';
	return copy;
}

bool
errstart(int elevel, const char *domain)
{
	return true;
}

bool
errstart_cold(int elevel, const char *domain)
{
	return true;
}

void
errfinish(const char *file, int line, const char *function)
{
	longjmp(refused, 1);
}

int
errcode(int sqlstate)
{
	return 0;
}

/* Formatted, so that the sanitizer sees what they are given. */
static int
format(const char *fmt, va_list args)
{
	char		text[2000];

	vsnprintf(text, sizeof(text), fmt, args);
	return 0;
}

#define FORMATS(name) \
	int \
	name(const char *fmt, ...) \
	{ \
		va_list		args; \
		va_start(args, fmt); \
		format(fmt, args); \
		va_end(args); \
		return 0; \
	}
FORMATS(errmsg)
FORMATS(errdetail)
FORMATS(errhint)

void
ProcessInterrupts(void)
{
}

int			MyProcPid = 1;

/* The database is in UTF-8: what comes in was looked at by the server. */
int
GetDatabaseEncoding(void)
{
	return PG_UTF8;
}

char *
pg_server_to_any(const char *text, int length, int encoding)
{
	return (char *) text;
}

char *
pg_any_to_server(const char *text, int length, int encoding)
{
	return (char *) text;
}

bool
pg_verify_mbstr(int encoding, const char *text, int length, bool quiet)
{
	if (memchr(text, '\0', length) != NULL)
		longjmp(refused, 1);
	return true;
}

int
pg_mbcliplen(const char *text, int length, int limit)
{
	return Min(length, limit);
}

bool
pg_strong_random(void *bytes, size_t length)
{
	memset(bytes, 0x5a, length);
	return true;
}

void
initStringInfo(StringInfo str)
{
	str->data = palloc(1024);
	str->maxlen = 1024;
	str->cursor = 0;
	str->len = 0;
	str->data[0] = '\0';
}

void
resetStringInfo(StringInfo str)
{
	str->len = str->cursor = 0;
	str->data[0] = '\0';
}

void
enlargeStringInfo(StringInfo str, int needed)
{
	while (str->len + needed >= str->maxlen)
		str->maxlen *= 2;
	str->data = repalloc(str->data, str->maxlen);
}

void
appendBinaryStringInfo(StringInfo str, const Bytes *data, int length)
{
	enlargeStringInfo(str, length);
	memcpy(str->data + str->len, data, length);
	str->len += length;
	str->data[str->len] = '\0';
}

void
appendStringInfoString(StringInfo str, const char *text)
{
	appendBinaryStringInfo(str, text, strlen(text));
}

void
appendStringInfoChar(StringInfo str, char c)
{
	appendBinaryStringInfo(str, &c, 1);
}

void
appendStringInfo(StringInfo str, const char *fmt, ...)
{
	char		text[2000];
	va_list		args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	appendStringInfoString(str, text);
}

char *
psprintf(const char *fmt, ...)
{
	char		text[2000];
	va_list		args;

	va_start(args, fmt);
	vsnprintf(text, sizeof(text), fmt, args);
	va_end(args);
	return pnstrdup(text, strlen(text));
}

void
pq_begintypsend(StringInfo buf)
{
	initStringInfo(buf);
	appendBinaryStringInfo(buf, "\0\0\0", 4);
}

bytea *
pq_endtypsend(StringInfo buf)
{
	SET_VARSIZE(buf->data, buf->len);
	return (bytea *) buf->data;
}

void
pq_sendbytes(StringInfo buf, const Bytes *data, int length)
{
	appendBinaryStringInfo(buf, data, length);
}

void
pq_sendfloat8(StringInfo buf, float8 x)
{
	int64		bits;

	memcpy(&bits, &x, sizeof(bits));
	pq_sendint64(buf, bits);
}

void
#if PG_VERSION_NUM >= 170000
pq_sendcountedtext(StringInfo buf, const char *text, int length)
#else
pq_sendcountedtext(StringInfo buf, const char *text, int length, bool counts_itself)
#endif
{
	pq_sendint32(buf, length);
	appendBinaryStringInfo(buf, text, length);
}

const char *
pq_getmsgbytes(StringInfo msg, int length)
{
	const char *data = msg->data + msg->cursor;

	if (length < 0 || length > msg->len - msg->cursor)
		longjmp(refused, 1);
	msg->cursor += length;
	return data;
}

int64
pq_getmsgint64(StringInfo msg)
{
	const unsigned char *data = (const unsigned char *) pq_getmsgbytes(msg, 8);
	uint64		x = 0;

	for (int i = 0; i < 8; i++)
		x = x << 8 | data[i];
	return (int64) x;
}

unsigned int
pq_getmsgint(StringInfo msg, int length)
{
	const unsigned char *data = (const unsigned char *) pq_getmsgbytes(msg, length);
	unsigned int x = 0;

	for (int i = 0; i < length; i++)
		x = x << 8 | data[i];
	return x;
}

int
pq_getmsgbyte(StringInfo msg)
{
	return (int) pq_getmsgint(msg, 1);
}

float8
pq_getmsgfloat8(StringInfo msg)
{
	int64		bits = pq_getmsgint64(msg);
	float8		x;

	memcpy(&x, &bits, sizeof(x));
	return x;
}

char *
pq_getmsgtext(StringInfo msg, int length, int *bytes)
{
	const char *text = pq_getmsgbytes(msg, length);

	/* The server checks the encoding, in which no character is 0. */
	if (memchr(text, '\0', length) != NULL)
		longjmp(refused, 1);
	*bytes = length;
	return pnstrdup(text, length);
}

struct varlena *
pg_detoast_datum(struct varlena *value)
{
	return value;
}

struct varlena *
pg_detoast_datum_packed(struct varlena *value)
{
	return value;
}

/*
 * A numeric of decimal digits, in the long form of numeric.c: sign and scale, weight, and digits of base 10,000; an
 * error for what numeric_in would not take.
 */
static Datum
read_numeric(const char *text)
{
	char		digits[2000];
	const char *at = text;
	bool		negative = *at == '-';
	int			n = 0;
	int			point = -1;
	long		exponent = 0;
	long		weight;
	int			scale;
	int			groups = 0;
	int16	   *value;

	for (at += negative; (*at >= '0' && *at <= '9') || (*at == '.' && point < 0); at++)
	{
		if (*at == '.')
			point = n;
		else
			digits[n++] = *at - '0';
	}
	if (point < 0)
		point = n;
	if (*at == 'e' && n > 0)
	{
		char	   *end;

		exponent = strtol(at + 1, &end, 10);
		if (end == at + 1)
			longjmp(refused, 1);
		at = end;
	}
	if (*at != '\0' || n == 0 || exponent > 131072 || exponent < -16383)
		longjmp(refused, 1);
	scale = (int) Max(0, n - point - exponent);
	if (scale > 16383)
		longjmp(refused, 1);
	/* Of the first digit, as a power of 10,000. */
	weight = point + exponent - 1;
	weight = weight >= 0 ? weight / 4 : -((-weight + 3) / 4);
	value = palloc0(8 + 2 * (n / 4 + 2));
	for (int i = 0; i < n; i++)
	{
		long		power = point + exponent - 1 - i - 4 * weight;	/* 3 for the first digit of the first group */
		int			group = (int) ((3 - power) / 4);

		value[4 + group] += digits[i] * (int16[]) {1, 10, 100, 1000}[(power % 4 + 4) % 4];
		groups = Max(groups, group + 1);
	}
	while (groups > 0 && value[4 + groups - 1] == 0)
		groups--;
	while (groups > 0 && value[4] == 0)
	{
		memmove(value + 4, value + 5, --groups * sizeof(int16));
		weight--;
	}
	value[2] = (int16) ((negative && groups > 0 ? 0x4000 : 0) | Min(scale, 0x3fff));
	value[3] = groups > 0 ? (int16) weight : 0;
	SET_VARSIZE(value, 8 + 2 * groups);
	return PointerGetDatum(value);
}

/* numeric_in and numeric_out are all that is called like this. */
Datum
DirectFunctionCall3Coll(PGFunction function, Oid collation, Datum a, Datum b, Datum c)
{
	return read_numeric(DatumGetCString(a));
}

Datum
DirectFunctionCall1Coll(PGFunction function, Oid collation, Datum a)
{
	return CStringGetDatum("a number");
}

/* Of a number in a message. */
void
getTypeOutputInfo(Oid type, Oid *output, bool *varlena)
{
	*output = InvalidOid;
	*varlena = false;
}

char *
OidOutputFunctionCall(Oid output, Datum value)
{
	return pnstrdup("a number", 8);
}

int
AggCheckCallContext(FunctionCallInfo fcinfo, MemoryContext *context)
{
	return 0;
}

/* Day numbers of the Gregorian calendar: H. Fliegel and T. Van Flandern, Communications of the ACM 11, 1968. */
int
date2j(int year, int month, int day)
{
	int			a = (month - 14) / 12;

	return 1461 * (year + 4800 + a) / 4 + 367 * (month - 2 - 12 * a) / 12 - 3 * ((year + 4900 + a) / 100) / 4 +
		day - 32075;
}

void
j2date(int julian, int *year, int *month, int *day)
{
	int			l = julian + 68569;
	int			n = 4 * l / 146097;
	int			i;
	int			j;

	l -= (146097 * n + 3) / 4;
	i = 4000 * (l + 1) / 1461001;
	l = l - 1461 * i / 4 + 31;
	j = 80 * l / 2447;
	*day = l - 2447 * j / 80;
	*month = j + 2 - 12 * (j / 11);
	*year = 100 * (n - 49) + i + j / 11;
}

static Datum
call(PGFunction function, Datum argument)
{
	LOCAL_FCINFO(fcinfo, 3);

	memset(fcinfo, 0, SizeForFunctionCallInfo(3));
	fcinfo->nargs = 1;
	fcinfo->args[0].value = argument;
	return function(fcinfo);
}

#define SAME(a, b, what) \
	do { \
		if (strcmp(a, b) != 0) \
		{ \
			fprintf(stderr, "%s of %s differs:\n%s\n%s\n", what, types[type].name, a, b); \
			abort(); \
		} \
	} while (0)

/* A value in both forms, for test/cross.sh: they are the same on every machine. */
static void
show(const char *name, const char *text, const bytea *sent)
{
	printf("%s %s ", name, text);
	for (Size i = 0; i < VARSIZE(sent) - VARHDRSZ; i++)
		printf("%02x", (unsigned char) VARDATA(sent)[i]);
	printf("\n");
}

/*
 * What the first line says, name and form, or CUSTVALUE_FUZZ the name of; a line that a fuzzer changed is some type
 * nevertheless.  Returns where the value begins.
 */
static size_t
read_line(const uint8_t *data, size_t size, int *type, bool *binary)
{
	const char *wanted = getenv("CUSTVALUE_FUZZ");
	size_t		end = 0;
	unsigned	sum = 0;

	while (end < size && data[end] != '\n')
		sum += data[end++];
	*type = (int) (sum % lengthof(types));
	*binary = end > 0 && data[end - 1] == 'b';
	for (int i = 0; i < (int) lengthof(types); i++)
	{
		size_t		length = strlen(types[i].name);

		if (wanted != NULL ? strcmp(types[i].name, wanted) == 0 :
			length < end && memcmp(data, types[i].name, length) == 0 && data[length] == ' ')
			*type = i;
	}
	return end < size ? end + 1 : size;
}

int			LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);
extern void cv_register_rooms(void);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static bool registered = false;
	volatile bool inside = false;	/* a value has come in: nothing of it may be refused */
	int			thrown;
	int			type;
	bool		binary;
	size_t		begin;

	/* As when the library is loaded: without its kinds no list of rows comes in. */
	if (!registered)
		cv_register_rooms();
	registered = true;
	begin = read_line(data, size, &type, &binary);
	data += begin;
	size -= begin;
	thrown = setjmp(refused);
	if (thrown == 0)
	{
		StringInfoData message;
		Datum		value;
		char	   *text;
		bytea	   *sent;

		if (binary)
		{
			message = (StringInfoData) {pnstrdup((const char *) data, size), (int) size, (int) size + 1, 0};
			value = call(types[type].recv, PointerGetDatum(&message));
			if (message.cursor != message.len)
				longjmp(refused, 1);
		}
		else
			value = call(types[type].in, CStringGetDatum(pnstrdup((const char *) data, size)));
		inside = true;
		text = DatumGetCString(call(types[type].out, value));
		SAME(text, DatumGetCString(call(types[type].out, call(types[type].in, CStringGetDatum(text)))), "text");
		sent = DatumGetByteaP(call(types[type].send, value));
		message = (StringInfoData) {VARDATA(sent), (int) VARSIZE(sent) - VARHDRSZ, (int) VARSIZE(sent), 0};
		SAME(text, DatumGetCString(call(types[type].out, call(types[type].recv, PointerGetDatum(&message)))),
			 "binary form");
		if (getenv("CUSTVALUE_SHOW") != NULL)
			show(types[type].name, text, sent);
	}
	else if (inside && thrown != TOO_LARGE)
	{
		fprintf(stderr, "%s: a value that came in is refused\n", types[type].name);
		fwrite(data, 1, size, stderr);
		abort();
	}
	while (chunks.next != &chunks)
		pfree(chunks.next + 1);
	return 0;
}
