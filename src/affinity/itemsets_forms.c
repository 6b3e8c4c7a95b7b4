/*
 * itemsets_forms.c - itemsets as text and as bytes.
 *
 * v1 itemsets text n min=m max=k "item" ... / a-b:count ...: the number of baskets, the parameters (max only where
 * one was given), the items in order, and the sets by the items' numbers, from 0.  v1 baskets ... is a state of
 * itemsets_agg, whose sets are baskets and how often each occurs.  bigint items have no quotes.  Before any
 * basket it is v1; n may be 0 where no basket had an item.
 */
#include "affinity/itemsets.h"

#include <limits.h>

#include "affinity/core/measures.h"
#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "num/scan.h"

/* What is wrong with the head that came in, or NULL. */
static const char *
complaint_of_head(bool mined, int64 n, int64 min_count, int64 max_size)
{
	return n < (mined ? 1 : 0) || n > CV_COUNTS_MOST || min_count < 1 || max_size < 0 || max_size > INT_MAX ?
		"the number of baskets and min must be at least 1, and max from 1 to 2147483647" : NULL;
}

/* Takes a set that came in; what is wrong with it, or NULL. */
static const char *
take_set(CvItemsets **s, const int64 *item, int size, int64 count)
{
	uint32	   *number = palloc(size * sizeof(uint32));
	const char *complaint = NULL;

	if (count < ((*s)->mined ? (*s)->min_count : 1) || count > (*s)->n)
		complaint = (*s)->mined ? "a set must be in min to n baskets" : "a basket must occur 1 to n times";
	if ((*s)->mined && (*s)->max_size > 0 && size > (*s)->max_size)
		complaint = "a set must have at most max items";
	for (int i = 0; i < size && complaint == NULL; i++)
	{
		if (item[i] < (i == 0 ? 0 : item[i - 1] + 1) || item[i] >= (*s)->nitems)
			complaint = "a set must have items by number, rising";
		number[i] = (uint32) item[i];
	}
	if (complaint == NULL)
		cv_itemsets_append(s, number, size, count);
	pfree(number);
	return complaint;
}

static bool
all_used(const CvItemsets *s)
{
	CvSets		sets = cv_itemsets_sets(s);
	bool	   *used = palloc0(s->nitems + 1);
	bool		all = true;

	for (int64 k = 0; k < s->lines; k++)
		used[sets.item[k]] = true;
	for (uint32 i = 0; i < s->nitems; i++)
		all = all && used[i];
	pfree(used);
	return all;
}

/* Is every set without one of its items there too, in no fewer baskets? */
static bool
is_closed(const CvSets *sets)
{
	uint32	   *rest = cv_alloc(sets->first[sets->n] * sizeof(uint32));

	for (int64 i = 0; i < sets->n; i++)
	{
		const uint32 *item = sets->item + sets->first[i];
		int64		size = sets->first[i + 1] - sets->first[i];

		for (int64 left_out = 0; left_out < size && size > 1; left_out++)
		{
			int64		found;

			CHECK_FOR_INTERRUPTS();
			memcpy(rest, item, left_out * sizeof(uint32));
			memcpy(rest + left_out, item + left_out + 1, (size - left_out - 1) * sizeof(uint32));
			found = cv_sets_find(sets, rest, size - 1);
			if (found < 0 || sets->count[found] < sets->count[i])
				return false;
		}
	}
	pfree(rest);
	return true;
}

/* What is wrong with all sets together that came in, or NULL; *s is the packed value then. */
static const char *
complete(CvItemsets **s)
{
	int64		nsets = (*s)->nsets;
	CvSets		sets;
	cv_int128	sum = 0;

	if (!all_used(*s))
		return "every item must be in a set";
	*s = cv_itemsets_packed(PointerGetDatum(*s));
	sets = cv_itemsets_sets(*s);
	if (sets.n != nsets)
		return "no set must be there twice";
	for (int64 i = 0; i < sets.n; i++)
		sum += sets.count[i];
	if (!(*s)->mined && sum != (*s)->n)
		return "the baskets must be n";
	return (*s)->mined &&
		!is_closed(&sets) ? "a set without one of its items must be there too, with no smaller count" : NULL;
}

static void
check(const char *text, const char *complaint)
{
	if (complaint != NULL)
		cv_bad_text(&cv_itemsets_type, text, complaint);
}

/* A word and the number after it at *at, which moves behind them. */
static bool
scan_parameter(const char **at, const char *word, int64 *value)
{
	size_t		length = strlen(word);

	if (strncmp(*at, word, length) != 0)
		return false;
	*at += length;
	return cv_scan_int64(at, value);
}

/* Everything up to the items; *at moves behind it. */
static CvItemsets *
scan_head(const char *text, const char **at)
{
	CvItemsets *s;
	CvItemKind	kind;
	bool		mined = strncmp(*at, " itemsets", 9) == 0;
	int64		n = 0,
				min_count = 0,
				max_size = 0;

	if (!mined && strncmp(*at, " baskets", 8) != 0)
		check(text, "itemsets or baskets must follow");
	*at += mined ? 9 : 8;
	kind = cv_scan_item_kind(at);
	if (kind == CV_ITEMS_NONE || !cv_scan_char(at, ' ') || !cv_scan_int64(at, &n) ||
		!scan_parameter(at, " min=", &min_count))
		check(text, "text or bigint must follow, then the number of baskets and min");
	if (strncmp(*at, " max=", 5) == 0 && (!scan_parameter(at, " max=", &max_size) || max_size < 1))
		check(text, "max must be a number from 1 up");
	check(text, complaint_of_head(mined, n, min_count, max_size));
	s = cv_itemsets_new(kind, min_count, (int) max_size);
	s->mined = mined;
	s->n = n;
	return s;
}

static void
scan_items(const char *text, const char **at, CvItemsets **s)
{
	StringInfoData name;

	initStringInfo(&name);
	while (**at == ' ' && (*at)[1] != '/')
	{
		uint32		number = (*s)->nitems;

		CHECK_FOR_INTERRUPTS();
		*at = cv_scan_item(*at + 1, (*s)->kind, &name);
		if (*at == NULL)
			check(text, "an item must be in quotes, or an integer");
		if (cv_itemsets_intern(s, name.data, name.len) != number)
			check(text, "an item must not be there twice");
	}
}

static void
scan_sets(const char *text, const char **at, CvItemsets **s)
{
	int64	   *item = palloc(((Size) (*s)->nitems + 1) * sizeof(int64));

	while (cv_scan_char(at, ' '))
	{
		int			size = 0;
		int64		count = 0;

		CHECK_FOR_INTERRUPTS();
		do
		{
			if (size > (int) (*s)->nitems || !cv_scan_int64(at, &item[size++]))
				check(text, "a set must be numbers of items with a dash between them");
		} while (cv_scan_char(at, '-'));
		if (!cv_scan_char(at, ':') || !cv_scan_int64(at, &count))
			check(text, "a set must have its count after a colon");
		check(text, take_set(s, item, size, count));
	}
}

PG_FUNCTION_INFO_V1(itemsets_in);

/* itemsets_in(cstring); errors: 22P02 with what is wrong, and those of itemsets_add. */
Datum
itemsets_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);
	const char *at = text + 2;
	CvItemsets *s;

	if (strncmp(text, "v1", 2) != 0)
		check(text, "it must begin with v1");
	if (*at == '\0')
		PG_RETURN_POINTER(cv_itemsets_packed(PointerGetDatum(cv_itemsets_new(CV_ITEMS_NONE, 0, 0))));
	s = scan_head(text, &at);
	scan_items(text, &at, &s);
	if (strncmp(at, " /", 2) != 0)
		check(text, "a slash must come before the sets");
	at += 2;
	scan_sets(text, &at, &s);
	if (*at != '\0')
		check(text, "sets must be separated by one space");
	check(text, complete(&s));
	PG_RETURN_POINTER(s);
}

PG_FUNCTION_INFO_V1(itemsets_out);

/* itemsets_out(itemsets): see above; the same under every setting. */
Datum
itemsets_out(PG_FUNCTION_ARGS)
{
	CvItemsets *s = cv_itemsets_packed(PG_GETARG_DATUM(0));
	CvNames		names = cv_itemsets_names(s);
	CvSets		sets = cv_itemsets_sets(s);
	StringInfoData out;

	initStringInfo(&out);
	appendStringInfoString(&out, "v1");
	if (s->kind == CV_ITEMS_NONE)
		PG_RETURN_CSTRING(out.data);
	appendStringInfo(&out, " %s %s " INT64_FORMAT " min=" INT64_FORMAT, s->mined ? "itemsets" : "baskets",
					 cv_item_kinds[s->kind], s->n, s->min_count);
	if (s->max_size > 0)
		appendStringInfo(&out, " max=%d", s->max_size);
	for (uint32 i = 0; i < names.n; i++)
	{
		int			length;
		const char *name = cv_names_get(&names, i, &length);

		CHECK_FOR_INTERRUPTS();
		appendStringInfoChar(&out, ' ');
		cv_print_item(&out, s->kind, name, length);
	}
	appendStringInfoString(&out, " /");
	for (int64 i = 0; i < sets.n; i++)
	{
		CHECK_FOR_INTERRUPTS();
		for (int64 k = sets.first[i]; k < sets.first[i + 1]; k++)
			appendStringInfo(&out, "%c%u", k == sets.first[i] ? ' ' : '-', sets.item[k]);
		appendStringInfo(&out, ":" INT64_FORMAT, sets.count[i]);
	}
	PG_RETURN_CSTRING(out.data);
}

PG_FUNCTION_INFO_V1(itemsets_send);

/*
 * itemsets_send(itemsets): bytes of version, kind and whether sets were found; then, after a first basket, their
 * number, min_count, max_size, the number of items and each of them, the number of sets, and of each its size, its
 * items and its count.
 */
Datum
itemsets_send(PG_FUNCTION_ARGS)
{
	CvItemsets *s = cv_itemsets_packed(PG_GETARG_DATUM(0));
	CvNames		names = cv_itemsets_names(s);
	CvSets		sets = cv_itemsets_sets(s);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, cv_itemsets_type.version);
	pq_sendbyte(&buf, s->kind);
	pq_sendbyte(&buf, s->mined);
	if (s->kind == CV_ITEMS_NONE)
		PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
	pq_sendint64(&buf, s->n);
	pq_sendint64(&buf, s->min_count);
	pq_sendint32(&buf, s->max_size);
	pq_sendint32(&buf, names.n);
	for (uint32 i = 0; i < names.n; i++)
	{
		int			length;
		const char *name = cv_names_get(&names, i, &length);

		CHECK_FOR_INTERRUPTS();
		cv_send_item(&buf, s->kind, name, length);
	}
	pq_sendint64(&buf, sets.n);
	for (int64 i = 0; i < sets.n; i++)
	{
		CHECK_FOR_INTERRUPTS();
		pq_sendint32(&buf, (uint32) (sets.first[i + 1] - sets.first[i]));
		for (int64 k = sets.first[i]; k < sets.first[i + 1]; k++)
			pq_sendint32(&buf, sets.item[k]);
		pq_sendint64(&buf, sets.count[i]);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

static void
check_binary(const char *complaint)
{
	if (complaint != NULL)
		cv_bad_binary(cv_itemsets_type.name, psprintf("In it, %s.", complaint));
}

static void
receive_items(StringInfo buf, CvItemsets **s)
{
	uint32		nitems = pq_getmsgint(buf, 4);
	StringInfoData name;

	initStringInfo(&name);
	for (uint32 i = 0; i < nitems; i++)
	{
		CV_BREATHE(i);
		cv_receive_item(buf, (*s)->kind, cv_itemsets_type.name, &name);
		if (cv_itemsets_intern(s, name.data, name.len) != i)
			check_binary("an item must not be there twice");
	}
}

static void
receive_sets(StringInfo buf, CvItemsets **s)
{
	int64		nsets = pq_getmsgint64(buf);
	int64	   *item = palloc(((Size) (*s)->nitems + 1) * sizeof(int64));

	for (int64 i = 0; i < nsets; i++)
	{
		uint32		size = pq_getmsgint(buf, 4);

		CV_BREATHE(i);
		if (size < 1 || size > (*s)->nitems)
			check_binary("a set must have 1 to all of the items");
		for (uint32 k = 0; k < size; k++)
			item[k] = pq_getmsgint(buf, 4);
		check_binary(take_set(s, item, (int) size, pq_getmsgint64(buf)));
	}
}

PG_FUNCTION_INFO_V1(itemsets_recv);

/* itemsets_recv(internal): see itemsets_send; nothing is trusted.  Errors: 22P03. */
Datum
itemsets_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	CvItemsets *s;
	int			kind,
				mined;
	int64		n,
				min_count,
				max_size;

	if (pq_getmsgbyte(buf) != cv_itemsets_type.version)
		cv_bad_binary(cv_itemsets_type.name, "Its version is unknown.");
	kind = pq_getmsgbyte(buf);
	mined = pq_getmsgbyte(buf);
	if (kind > CV_ITEMS_BIGINT || mined > (kind != CV_ITEMS_NONE))
		cv_bad_binary(cv_itemsets_type.name, "Its kind of items or what it holds is unknown.");
	if (kind == CV_ITEMS_NONE)
		PG_RETURN_POINTER(cv_itemsets_packed(PointerGetDatum(cv_itemsets_new(CV_ITEMS_NONE, 0, 0))));
	n = pq_getmsgint64(buf);
	min_count = pq_getmsgint64(buf);
	max_size = pq_getmsgint(buf, 4);
	check_binary(complaint_of_head(mined, n, min_count, max_size));
	s = cv_itemsets_new(kind, min_count, (int) max_size);
	s->mined = mined;
	s->n = n;
	receive_items(buf, &s);
	receive_sets(buf, &s);
	check_binary(complete(&s));
	PG_RETURN_POINTER(s);
}

CV_COMPARE(itemsets_send, itemsets_cmp, itemsets_eq, itemsets_ne, itemsets_lt, itemsets_le, itemsets_gt, itemsets_ge,
		   itemsets_hash, itemsets_hash_extended)
