/*
 * items.c - items, text or bigint: taken from arrays, kept as names, printed and read.
 */
#include "affinity/items.h"

#include "access/tupmacs.h"
#include "catalog/pg_type.h"
#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "num/scan.h"
#include "pg/state.h"
#include "port/pg_bswap.h"

#define SIGN_BIT (UINT64CONST(1) << 63)

const char *const cv_item_kinds[] = {[CV_ITEMS_TEXT] = "text", [CV_ITEMS_BIGINT] = "bigint"};

CvItemBytes
cv_item_of_int64(int64 number)
{
	uint64		ordered = pg_hton64((uint64) number ^ SIGN_BIT);
	CvItemBytes bytes;

	memcpy(bytes.byte, &ordered, CV_ITEM_BYTES);
	return bytes;
}

int64
cv_item_to_int64(const char *name)
{
	uint64		ordered;

	memcpy(&ordered, name, CV_ITEM_BYTES);
	return (int64) (pg_ntoh64(ordered) ^ SIGN_BIT);
}

CvItems
cv_items_of(ArrayType *array, CvItemKind kind, const char *argument)
{
	CvItems		items = {.kind = kind, .nulls = ARR_NULLBITMAP(array)};

	items.at = (const char *) array + (ARR_HASNULL(array) ? (Size) array->dataoffset :
									   ARR_OVERHEAD_NONULLS(ARR_NDIM(array)));
	items.n = ArrayGetNItems(ARR_NDIM(array), ARR_DIMS(array));
	if (ARR_NDIM(array) > 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be a one-dimensional array, not one of %d dimensions", argument, ARR_NDIM(array)),
				 errhint("Give one row for each basket, as array_agg with GROUP BY makes them.")));
	return items;
}

/* The next item that is not NULL; NULL at the end. */
const char *
cv_items_next(CvItems *items, int *length)
{
	while (items->i < items->n)
	{
		int			i = items->i++;
		const char *value = items->at;

		if (items->nulls != NULL && att_isnull(i, items->nulls))
			continue;
		if (items->kind == CV_ITEMS_BIGINT)
		{
			int64		number;

			memcpy(&number, value, sizeof(number));
			items->at += sizeof(number);
			items->number = cv_item_of_int64(number);
			*length = CV_ITEM_BYTES;
			return items->number.byte;
		}
		items->at = value + VARSIZE_ANY(value);
		items->at = (const char *) att_align_nominal(items->at, TYPALIGN_INT);
		*length = VARSIZE_ANY_EXHDR(value);
		return VARDATA_ANY(value);
	}
	return NULL;
}

const char *
cv_item_arg(FunctionCallInfo fcinfo, int argno, CvItemKind kind, CvItemBytes *number, int *length)
{
	text	   *name;

	if (kind == CV_ITEMS_BIGINT)
	{
		*number = cv_item_of_int64(PG_GETARG_INT64(argno));
		*length = CV_ITEM_BYTES;
		return number->byte;
	}
	name = PG_GETARG_TEXT_PP(argno);
	*length = VARSIZE_ANY_EXHDR(name);
	return VARDATA_ANY(name);
}

void
cv_check_item_kind(CvItemKind kept, CvItemKind given)
{
	if (kept != CV_ITEMS_NONE && given != CV_ITEMS_NONE && kept != given)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("items are %s here and %s there", cv_item_kinds[kept], cv_item_kinds[given]),
				 errhint("Cast one of them, so that both are bigint or both text.")));
}

text *
cv_item_text(CvItemKind kind, const CvNames *names, uint32 item)
{
	int			length;
	const char *name = cv_names_get(names, item, &length);

	if (kind == CV_ITEMS_BIGINT)
		return cstring_to_text(psprintf(INT64_FORMAT, cv_item_to_int64(name)));
	return cstring_to_text_with_len(name, length);
}

Datum
cv_item_datum(CvItemKind kind, const CvNames *names, uint32 item)
{
	int			length;

	if (kind == CV_ITEMS_BIGINT)
		return Int64GetDatum(cv_item_to_int64(cv_names_get(names, item, &length)));
	return PointerGetDatum(cv_item_text(kind, names, item));
}

void
cv_print_item(StringInfo out, CvItemKind kind, const char *name, int length)
{
	if (kind == CV_ITEMS_BIGINT)
		appendStringInfo(out, INT64_FORMAT, cv_item_to_int64(name));
	else
		cv_print_name(out, name, length);
}

/* The kind that a blank and its word at *at say, which moves behind it; none when there is no such word. */
CvItemKind
cv_scan_item_kind(const char **at)
{
	for (int kind = CV_ITEMS_TEXT; kind <= CV_ITEMS_BIGINT; kind++)
	{
		size_t		length = strlen(cv_item_kinds[kind]);

		if (**at == ' ' && strncmp(*at + 1, cv_item_kinds[kind], length) == 0)
		{
			*at += 1 + length;
			return kind;
		}
	}
	return CV_ITEMS_NONE;
}

/* What comes after an item in text form, or NULL. */
const char *
cv_scan_item(const char *at, CvItemKind kind, StringInfo name)
{
	CvItemBytes bytes;
	int64		number;

	if (kind == CV_ITEMS_TEXT)
		return cv_scan_name(at, name);
	if (!cv_scan_int64(&at, &number))
		return NULL;
	resetStringInfo(name);
	bytes = cv_item_of_int64(number);
	appendBinaryStringInfo(name, bytes.byte, CV_ITEM_BYTES);
	return at;
}

void
cv_send_item(StringInfo buf, CvItemKind kind, const char *name, int length)
{
	if (kind == CV_ITEMS_BIGINT)
		pq_sendint64(buf, cv_item_to_int64(name));
	else
		cv_sendcountedtext(buf, name, length);
}

void
cv_receive_item(StringInfo buf, CvItemKind kind, const char *type, StringInfo name)
{
	int			length;
	char	   *text;

	resetStringInfo(name);
	if (kind == CV_ITEMS_BIGINT)
	{
		CvItemBytes bytes = cv_item_of_int64(pq_getmsgint64(buf));

		appendBinaryStringInfo(name, bytes.byte, CV_ITEM_BYTES);
		return;
	}
	length = (int) pq_getmsgint(buf, 4);
	if (length < 0 || length > buf->len - buf->cursor)
		cv_bad_binary(type, "An item is longer than the value.");
	text = pq_getmsgtext(buf, length, &length);
	appendBinaryStringInfo(name, text, length);
	pfree(text);
}
