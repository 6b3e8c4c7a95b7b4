/*
 * text.c - texts of the server as labels in UTF-8, and what was drawn as a text of the server.
 */
#include "report/text.h"

#include "mb/pg_wchar.h"

CvLabel
cv_label_of(const char *text, int length)
{
	const char *utf8 = pg_server_to_any(text, length, PG_UTF8);

	return (CvLabel) {utf8, utf8 == text ? length : (int) strlen(utf8)};
}

CvLabel
cv_label_of_text(text *value)
{
	return cv_label_of(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value));
}

CvLabel *
cv_points_labels(const CvPoints *p)
{
	CvNames		names = cv_points_names(p);
	CvLabel    *label = palloc((names.n + 1) * sizeof(CvLabel));

	for (uint32 i = 0; i < names.n; i++)
	{
		int			length;
		const char *name = cv_names_get(&names, i, &length);

		CHECK_FOR_INTERRUPTS();
		label[i] = cv_label_of(name, length);
	}
	return label;
}

CvLabel
cv_one_line(CvLabel label)
{
	char	   *copy = pnstrdup(label.text, label.length);

	for (int i = 0; i < label.length; i++)
	{
		if ((unsigned char) copy[i] < ' ' || copy[i] == 0x7f)
			copy[i] = ' ';
	}
	return (CvLabel) {copy, label.length};
}

static void *
more(void *data, size_t size)
{
	if (size > MaxAllocSize)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a chart takes more than 1 GB as text"),
				 errhint("Draw fewer marks, or shorten their labels.")));
	return data == NULL ? palloc(size) : repalloc(data, size);
}

CvInk
cv_new_ink(size_t capacity)
{
	CvInk		ink = {NULL, 0, capacity, more, GetDatabaseEncoding() != PG_UTF8};

	if (capacity > 0)
		ink.data = palloc(capacity);
	return ink;
}

Datum
cv_ink_datum(CvInk *ink)
{
	char	   *local;

	if (ink->length == 0)
		PG_RETURN_TEXT_P(cstring_to_text(""));
	if (GetDatabaseEncoding() == PG_UTF8)
		PG_RETURN_TEXT_P(cstring_to_text_with_len(ink->data, ink->length));
	local = pg_any_to_server(pnstrdup(ink->data, ink->length), ink->length, PG_UTF8);
	PG_RETURN_TEXT_P(cstring_to_text(local));
}
