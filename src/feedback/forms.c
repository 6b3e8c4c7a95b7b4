/*
 * forms.c - a lexicon as text, as bytes, and as rows.
 *
 * v1 lang kind "word" value "aspect" ...: its rows, in order of the words; value and aspect where they exist.  Without
 * rows it is v1.
 */
#include "feedback/lexicon.h"

#include "feedback/core/script.h"
#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "mb/pg_wchar.h"
#include "num/scan.h"
#include "pg/names.h"

/* A name as it came, in UTF-8. */
static void
to_utf8(StringInfo name)
{
	int			length = name->len;
	const char *utf8 = cv_to_utf8(name->data, &length);

	if (utf8 != name->data)
	{
		resetStringInfo(name);
		appendBinaryStringInfo(name, utf8, length);
	}
}

/* A word must be in the form that texts are compared with. */
static bool
is_folded(const StringInfo word)
{
	unsigned char *folded = palloc((Size) word->len + 1);
	bool		same = cv_fold_word((unsigned char *) word->data, word->len, folded) == (Size) word->len &&
		memcmp(folded, word->data, word->len) == 0;

	pfree(folded);
	return same;
}

static const char *const not_folded = "a word must be in lower case, with single blanks and no full-width forms";

/* Take a row; what is wrong with it, or NULL. */
static const char *
take_row(CvLexicon **l, CvLexiconRow *row, StringInfo word, StringInfo aspect)
{
	const char *complaint;

	row->word = word->data;
	row->word_length = word->len;
	row->aspect = aspect->data;
	row->aspect_length = aspect->len;
	complaint = cv_lexicon_complaint(row);
	if (complaint == NULL && !is_folded(word))
		complaint = not_folded;
	if (complaint == NULL)
		cv_lexicon_append(l, row);
	return complaint;
}

/* A word of letters, digits and hyphens at *at, which moves behind it; its length. */
static int
scan_plain(const char **at)
{
	int			length = 0;

	while ((*at)[length] != '\0' && (*at)[length] != ' ')
		length++;
	*at += length;
	return length;
}

static bool
scan_kind(const char **at, CvWordKind *kind)
{
	const char *word = *at;
	int			length = scan_plain(at);

	for (int k = 0; k < CV_WORD_KINDS; k++)
	{
		*kind = (CvWordKind) k;
		if ((int) strlen(cv_word_kinds[k]) == length && strncmp(word, cv_word_kinds[k], length) == 0)
			return true;
	}
	return false;
}

PG_FUNCTION_INFO_V1(lexicon_in);

/* lexicon_in(cstring); errors: 22P02 with what is wrong, 22023 for a word of two values. */
Datum
lexicon_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);
	const char *at = text;
	CvLexicon  *l = cv_lexicon_new();
	StringInfoData word;
	StringInfoData aspect;

	initStringInfo(&word);
	initStringInfo(&aspect);
	if (strncmp(at, "v1", 2) != 0)
		cv_bad_text(&cv_lexicon_type, text, "it must begin with v1");
	at += 2;
	while (cv_scan_char(&at, ' '))
	{
		CvLexiconRow row = {.lang = at};
		const char *complaint;

		CHECK_FOR_INTERRUPTS();
		row.lang_length = scan_plain(&at);
		if (!cv_scan_char(&at, ' ') || !scan_kind(&at, &row.kind) || !cv_scan_char(&at, ' '))
			cv_bad_text(&cv_lexicon_type, text, "a row must have a language and one of the kinds");
		at = cv_scan_name(at, &word);
		if (at == NULL)
			cv_bad_text(&cv_lexicon_type, text, "a word must be in quotes");
		if (cv_kind_is_valued(row.kind))
		{
			row.valued = true;
			if (!cv_scan_char(&at, ' ') || !cv_scan_double(&at, &row.value))
				cv_bad_text(&cv_lexicon_type, text, "a value must be a number");
		}
		resetStringInfo(&aspect);
		if (at[0] == ' ' && at[1] == '"')
		{
			at = cv_scan_name(at + 1, &aspect);
			if (at == NULL || aspect.len == 0)
				cv_bad_text(&cv_lexicon_type, text, "an aspect must be in quotes and not be empty");
		}
		to_utf8(&word);
		to_utf8(&aspect);
		complaint = take_row(&l, &row, &word, &aspect);
		if (complaint != NULL)
			cv_bad_text(&cv_lexicon_type, text, complaint);
	}
	if (*at != '\0')
		cv_bad_text(&cv_lexicon_type, text, "rows must be separated by one space");
	PG_RETURN_POINTER(cv_lexicon_packed(PointerGetDatum(l)));
}

/* A name in quotes, in the server's encoding. */
static void
print_name(StringInfo out, const unsigned char *name, int length)
{
	char	   *utf8 = pnstrdup((const char *) name, length);
	char	   *local = pg_any_to_server(utf8, length, PG_UTF8);

	cv_print_name(out, local, local == utf8 ? length : (int) strlen(local));
	if (local != utf8)
		pfree(local);
	pfree(utf8);
}

PG_FUNCTION_INFO_V1(lexicon_out);

/* lexicon_out(lexicon): see above; the same under every setting. */
Datum
lexicon_out(PG_FUNCTION_ARGS)
{
	CvLexicon  *l = cv_lexicon_packed(PG_GETARG_DATUM(0));
	const unsigned char *row = cv_lexicon_rows(l);
	StringInfoData out;

	initStringInfo(&out);
	appendStringInfoString(&out, "v1");
	for (uint32 i = 0; i < l->nrows; i++, row += cv_row_size(row))
	{
		CHECK_FOR_INTERRUPTS();
		appendStringInfoChar(&out, ' ');
		appendBinaryStringInfo(&out, (const char *) row + CV_ROW_HEAD, row[1]);
		appendStringInfo(&out, " %s ", cv_word_kinds[cv_row_kind(row)]);
		print_name(&out, cv_row_word(row), row[2]);
		if (cv_kind_is_valued(cv_row_kind(row)))
		{
			appendStringInfoChar(&out, ' ');
			cv_print_float8(&out, cv_row_value(row));
		}
		if (row[3] > 0)
		{
			appendStringInfoChar(&out, ' ');
			print_name(&out, cv_row_aspect(row), row[3]);
		}
	}
	PG_RETURN_CSTRING(out.data);
}

PG_FUNCTION_INFO_V1(lexicon_send);

/*
 * lexicon_send(lexicon): a byte of version, the number of rows; of each the kind, language and word with their lengths,
 * a value where the kind has one, the aspect with its length.  Names are UTF-8.
 */
Datum
lexicon_send(PG_FUNCTION_ARGS)
{
	CvLexicon  *l = cv_lexicon_packed(PG_GETARG_DATUM(0));
	const unsigned char *row = cv_lexicon_rows(l);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, cv_lexicon_type.version);
	pq_sendint32(&buf, l->nrows);
	for (uint32 i = 0; i < l->nrows; i++, row += cv_row_size(row))
	{
		CHECK_FOR_INTERRUPTS();
		pq_sendbyte(&buf, cv_row_kind(row));
		pq_sendbyte(&buf, row[1]);
		pq_sendbyte(&buf, row[2]);
		pq_sendbyte(&buf, row[3]);
		pq_sendbytes(&buf, (const char *) row + CV_ROW_HEAD, row[1] + row[2] + row[3]);
		if (cv_kind_is_valued(cv_row_kind(row)))
			pq_sendfloat8(&buf, cv_row_value(row));
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* Some bytes of UTF-8.  Errors: 22021. */
static void
receive_name(StringInfo buf, int length, StringInfo name)
{
	const char *bytes = pq_getmsgbytes(buf, length);

	resetStringInfo(name);
	appendBinaryStringInfo(name, bytes, length);
	pg_verify_mbstr(PG_UTF8, name->data, length, false);
}

PG_FUNCTION_INFO_V1(lexicon_recv);

/* lexicon_recv(internal): see lexicon_send; nothing is trusted.  Errors: 22P03, 22021 for what is not UTF-8. */
Datum
lexicon_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	CvLexicon  *l = cv_lexicon_new();
	StringInfoData word;
	StringInfoData aspect;
	uint32		nrows;

	initStringInfo(&word);
	initStringInfo(&aspect);
	if (pq_getmsgbyte(buf) != cv_lexicon_type.version)
		cv_bad_binary(cv_lexicon_type.name, "Its version is unknown.");
	nrows = pq_getmsgint(buf, 4);
	for (uint32 i = 0; i < nrows; i++)
	{
		int			kind = pq_getmsgbyte(buf);
		CvLexiconRow row = {.lang_length = pq_getmsgbyte(buf)};
		int			word_length = pq_getmsgbyte(buf);
		int			aspect_length = pq_getmsgbyte(buf);
		const char *complaint;

		CV_BREATHE(i);
		if (kind >= CV_WORD_KINDS)
			cv_bad_binary(cv_lexicon_type.name, "A kind is unknown.");
		row.kind = (CvWordKind) kind;
		row.lang = pq_getmsgbytes(buf, row.lang_length);
		receive_name(buf, word_length, &word);
		receive_name(buf, aspect_length, &aspect);
		if (cv_kind_is_valued(row.kind))
		{
			row.valued = true;
			row.value = pq_getmsgfloat8(buf);
		}
		complaint = take_row(&l, &row, &word, &aspect);
		if (complaint != NULL)
			cv_bad_binary(cv_lexicon_type.name, psprintf("In it, %s.", complaint));
	}
	PG_RETURN_POINTER(cv_lexicon_packed(PointerGetDatum(l)));
}

PG_FUNCTION_INFO_V1(lexicon_rows);

/* lexicon_rows(lexicon) -> TABLE(lang text, word text, kind text, value float8, aspect text), in order of the words. */
Datum
lexicon_rows(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	CvLexicon  *l = cv_lexicon_packed(PG_GETARG_DATUM(0));
	const unsigned char *row = cv_lexicon_rows(l);

	for (uint32 i = 0; i < l->nrows; i++, row += cv_row_size(row))
	{
		Datum		values[5] = {PointerGetDatum(cv_text_of_utf8(row + CV_ROW_HEAD, row[1])),
			PointerGetDatum(cv_text_of_utf8(cv_row_word(row), row[2])),
			CStringGetTextDatum(cv_word_kinds[cv_row_kind(row)]),
		Float8GetDatum(cv_row_value(row)), PointerGetDatum(cv_text_of_utf8(cv_row_aspect(row), row[3]))};
		bool		nulls[5] = {false, false, false, !cv_kind_is_valued(cv_row_kind(row)), row[3] == 0};

		CV_BREATHE(i);
		cv_table_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}

CV_COMPARE(lexicon_send, lexicon_cmp, lexicon_eq, lexicon_ne, lexicon_lt, lexicon_le, lexicon_gt, lexicon_ge,
		   lexicon_hash, lexicon_hash_extended)
