/*
 * state.c - the life of a packed value: refused, returned, compared.
 */
#include "pg/state.h"

#include "common/hashfn.h"

void
cv_bad_text(const CvStateType *type, const char *text, const char *detail)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
			 errmsg("invalid input syntax for type %s: \"%s\"", type->name, cv_clip(text)),
			 errdetail("In %s, %s.", type->form, detail)));
}

void
cv_bad_value(const CvStateType *type)
{
	ereport(ERROR,
			(errcode(ERRCODE_DATA_CORRUPTED),
			 errmsg("invalid %s value", type->name)));
}

void
cv_check_text_size(const char *type, Size size, const char *hint)
{
	if (size > CV_TEXT_LIMIT)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("%s takes more than 1000 MB as text", type),
				 errdetail("It could be stored, but not be dumped."),
				 errhint("%s", hint)));
}

void
cv_bad_binary(const char *type, const char *detail)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
			 errmsg("invalid binary form of type %s", type),
			 errdetail("%s", detail)));
}

void *
cv_state_new(const CvStateType *type, Size size, Size zeros)
{
	CvStateHead *value = palloc(size);

	memset(value, 0, zeros);
	SET_VARSIZE(value, size);
	value->version = type->version;
	return value;
}

Datum
cv_state_return(FunctionCallInfo fcinfo, void *value, const CvStateType *type)
{
	if (cv_in_aggregate(fcinfo) || type->pack == NULL)
		PG_RETURN_POINTER(value);
	PG_RETURN_POINTER(type->pack(value));
}

/* The bytes of an argument as they are sent. */
static struct varlena *
sent(FunctionCallInfo fcinfo, int argno, PGFunction send)
{
	return (struct varlena *) DatumGetPointer(DirectFunctionCall1(send, PG_GETARG_DATUM(argno)));
}

/* Are two arguments stored in the same bytes, which are there to be looked at? */
static bool
same_bytes(FunctionCallInfo fcinfo)
{
	struct varlena *a = (struct varlena *) DatumGetPointer(PG_GETARG_DATUM(0));
	struct varlena *b = (struct varlena *) DatumGetPointer(PG_GETARG_DATUM(1));

	return a == b || (VARATT_IS_4B_U(a) && VARATT_IS_4B_U(b) && VARSIZE(a) == VARSIZE(b) &&
					  memcmp(a, b, VARSIZE(a)) == 0);
}

/* Below 0, 0 or above 0: the order of the bytes that are sent, a prefix first. */
int
cv_compare_sent(FunctionCallInfo fcinfo, PGFunction send)
{
	struct varlena *a;
	struct varlena *b;
	Size		na,
				nb;
	int			order;

	if (same_bytes(fcinfo))
		return 0;
	a = sent(fcinfo, 0, send);
	b = sent(fcinfo, 1, send);
	na = VARSIZE(a) - VARHDRSZ;
	nb = VARSIZE(b) - VARHDRSZ;
	order = memcmp(VARDATA(a), VARDATA(b), Min(na, nb));
	pfree(a);
	pfree(b);
	return order != 0 ? order : na < nb ? -1 : na > nb;
}

Datum
cv_hash_sent(FunctionCallInfo fcinfo, PGFunction send, bool extended)
{
	struct varlena *a = sent(fcinfo, 0, send);
	const unsigned char *bytes = (const unsigned char *) VARDATA(a);
	int			n = (int) (VARSIZE(a) - VARHDRSZ);
	Datum		result = extended ? hash_any_extended(bytes, n, (uint64) PG_GETARG_INT64(1)) : hash_any(bytes, n);

	pfree(a);
	return result;
}
