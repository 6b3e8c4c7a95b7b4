/*
 * forms.c - affinity_summary as text and as bytes.
 *
 * v1 text n "item":count ... / a-b:count ...: the number of baskets, the items in order and how many baskets hold
 * each, then pairs of items by number, from 0, and the baskets with both.  bigint items have no quotes.  Without
 * baskets it is v1.
 */
#include "affinity/summary.h"

#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "num/radix.h"
#include "num/scan.h"

/* What is wrong with baskets that came in, or NULL. */
static const char *
complaint_of_item(const CvAffinity *s, int64 count)
{
	return count < 1 || count > s->n ? "an item must be in 1 to n baskets" : NULL;
}

/* Counts a pair that came in; what is wrong with it, or NULL. */
static const char *
take_pair(CvAffinity **s, int64 a, int64 b, int64 count)
{
	const int64 *item = cv_affinity_item_counts(*s);
	uint32		before = (*s)->npairs + (*s)->inside;
	CvCounts	counts;

	if (a < 0 || a >= b || b >= (*s)->nitems)
		return "a pair must be two items by number, the lower one first";
	counts = (CvCounts) {(*s)->n, item[a], item[b], count};
	if (count < 1 || !cv_counts_fit(&counts))
		return "the baskets with a pair must fit those with its items";
	cv_affinity_add_pair(s, (uint32) a, (uint32) b, count);
	return (*s)->npairs + (*s)->inside == before ? "a pair must not be there twice" : NULL;
}

/* Every basket has an item. */
static const char *
complaint_of_sum(const CvAffinity *s)
{
	cv_int128	sum = 0;

	for (uint32 i = 0; i < s->nitems; i++)
		sum += cv_affinity_item_counts(s)[i];
	return sum < s->n ? "the items must be in n baskets or more together" : NULL;
}

/* Pairs of items that must have met, being in more baskets together than there are. */
static uint64
pairs_that_must_be(const CvAffinity *s)
{
	double	   *count = cv_alloc(2 * (Size) s->nitems * sizeof(double));
	uint64		pairs = 0;

	for (uint32 i = 0; i < s->nitems; i++)
		count[i] = (double) cv_affinity_item_counts(s)[i];
	cv_radix_sort(count, count + s->nitems, s->nitems);
	for (int64 low = 0, high = (int64) s->nitems - 1; low < high;)
	{
		CV_BREATHE(low);
		/* The larger one is with this and with all between them. */
		if (count[low] + count[high] > (double) s->n)
			pairs += high-- - low;
		else
			low++;
	}
	pfree(count);
	return pairs;
}

/* As many as must be there are there, each of which was looked at when it came. */
static const char *
complaint_of_pairs(CvAffinity *packed)
{
	CvAffinityView view = cv_affinity_view(packed);
	uint64		pairs = 0;

	for (uint32 a = 0; a < view.nitems; a++)
	{
		for (uint32 k = view.first[a]; k < view.first[a + 1]; k++)
		{
			CV_BREATHE(k);
			pairs += view.item_count[a] + view.item_count[view.other[k]] > view.n;
		}
	}
	return pairs < pairs_that_must_be(packed) ? "items in more than n baskets together must be a pair" : NULL;
}

static void
check(const char *text, const char *complaint)
{
	if (complaint != NULL)
		cv_bad_text(&cv_affinity_type, text, complaint);
}

/* Items up to the slash. */
static void
scan_items(const char *text, const char **at, CvAffinity **s)
{
	StringInfoData name;

	initStringInfo(&name);
	while (**at == ' ' && (*at)[1] != '/')
	{
		int64		count = 0;
		uint32		number = (*s)->nitems;

		CHECK_FOR_INTERRUPTS();
		*at = cv_scan_item(*at + 1, (*s)->kind, &name);
		if (*at == NULL || !cv_scan_char(at, ':') || !cv_scan_int64(at, &count))
			cv_bad_text(&cv_affinity_type, text, "an item must have its count after a colon");
		check(text, complaint_of_item(*s, count));
		if (cv_affinity_intern(s, name.data, name.len) != number)
			cv_bad_text(&cv_affinity_type, text, "an item must not be there twice");
		cv_affinity_item_counts(*s)[number] = count;
	}
}

static void
scan_pairs(const char *text, const char **at, CvAffinity **s)
{
	while (cv_scan_char(at, ' '))
	{
		int64		a = 0,
					b = 0,
					count = 0;

		CHECK_FOR_INTERRUPTS();
		if (!cv_scan_int64(at, &a) || !cv_scan_char(at, '-') || !cv_scan_int64(at, &b) || !cv_scan_char(at, ':') ||
			!cv_scan_int64(at, &count))
			cv_bad_text(&cv_affinity_type, text, "a pair must be two numbers and a count");
		check(text, take_pair(s, a, b, count));
	}
}

PG_FUNCTION_INFO_V1(affinity_summary_in);

/* affinity_summary_in(cstring); errors: 22P02 with what is wrong. */
Datum
affinity_summary_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);
	const char *at = text;
	CvAffinity *s = cv_affinity_new(CV_ITEMS_NONE);
	int64		n = 0;

	if (strncmp(at, "v1", 2) != 0)
		cv_bad_text(&cv_affinity_type, text, "it must begin with v1");
	at += 2;
	if (*at != '\0')
	{
		s->kind = cv_scan_item_kind(&at);
		if (s->kind == CV_ITEMS_NONE || !cv_scan_char(&at, ' ') || !cv_scan_int64(&at, &n) || n < 1 ||
			n > CV_COUNTS_MOST)
			cv_bad_text(&cv_affinity_type, text, "text or bigint must follow, and the number of baskets");
		cv_affinity_add_baskets(&s, n);
		scan_items(text, &at, &s);
		check(text, complaint_of_sum(s));
		if (strncmp(at, " /", 2) != 0)
			cv_bad_text(&cv_affinity_type, text, "a slash must come before the pairs");
		at += 2;
		scan_pairs(text, &at, &s);
		if (*at != '\0')
			cv_bad_text(&cv_affinity_type, text, "pairs must be separated by one space");
	}
	s = cv_affinity_packed(PointerGetDatum(s));
	check(text, complaint_of_pairs(s));
	PG_RETURN_POINTER(s);
}

PG_FUNCTION_INFO_V1(affinity_summary_out);

/* affinity_summary_out(affinity_summary): see above; the same under every setting. */
Datum
affinity_summary_out(PG_FUNCTION_ARGS)
{
	CvAffinityView view = cv_affinity_view(cv_affinity_packed(PG_GETARG_DATUM(0)));
	StringInfoData out;

	initStringInfo(&out);
	appendStringInfoString(&out, "v1");
	if (view.kind == CV_ITEMS_NONE)
		PG_RETURN_CSTRING(out.data);
	appendStringInfo(&out, " %s " INT64_FORMAT, cv_item_kinds[view.kind], view.n);
	for (uint32 i = 0; i < view.nitems; i++)
	{
		int			length;
		const char *name = cv_names_get(&view.names, i, &length);

		CHECK_FOR_INTERRUPTS();
		appendStringInfoChar(&out, ' ');
		cv_print_item(&out, view.kind, name, length);
		appendStringInfo(&out, ":" INT64_FORMAT, view.item_count[i]);
	}
	appendStringInfoString(&out, " /");
	for (uint32 a = 0; a < view.nitems; a++)
	{
		CHECK_FOR_INTERRUPTS();
		for (uint32 k = view.first[a]; k < view.first[a + 1]; k++)
			appendStringInfo(&out, " %u-%u:" INT64_FORMAT, a, view.other[k], view.pair_count[k]);
	}
	PG_RETURN_CSTRING(out.data);
}

PG_FUNCTION_INFO_V1(affinity_summary_send);

/*
 * affinity_summary_send(affinity_summary): bytes of version and kind; then, when there are baskets, their number, the
 * number of items, each with its count, the number of pairs, and of each both items and the count.
 */
Datum
affinity_summary_send(PG_FUNCTION_ARGS)
{
	CvAffinityView view = cv_affinity_view(cv_affinity_packed(PG_GETARG_DATUM(0)));
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, cv_affinity_type.version);
	pq_sendbyte(&buf, view.kind);
	if (view.kind == CV_ITEMS_NONE)
		PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
	pq_sendint64(&buf, view.n);
	pq_sendint32(&buf, view.nitems);
	for (uint32 i = 0; i < view.nitems; i++)
	{
		int			length;
		const char *name = cv_names_get(&view.names, i, &length);

		CHECK_FOR_INTERRUPTS();
		cv_send_item(&buf, view.kind, name, length);
		pq_sendint64(&buf, view.item_count[i]);
	}
	pq_sendint32(&buf, view.npairs);
	for (uint32 a = 0; a < view.nitems; a++)
	{
		CHECK_FOR_INTERRUPTS();
		for (uint32 k = view.first[a]; k < view.first[a + 1]; k++)
		{
			pq_sendint32(&buf, a);
			pq_sendint32(&buf, view.other[k]);
			pq_sendint64(&buf, view.pair_count[k]);
		}
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

static void
check_binary(const char *complaint)
{
	if (complaint != NULL)
		cv_bad_binary(cv_affinity_type.name, psprintf("In it, %s.", complaint));
}

PG_FUNCTION_INFO_V1(affinity_summary_recv);

/* affinity_summary_recv(internal): see affinity_summary_send; nothing is trusted.  Errors: 22P03. */
Datum
affinity_summary_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	CvAffinity *s = cv_affinity_new(CV_ITEMS_NONE);
	StringInfoData name;
	uint32		nitems,
				npairs;
	int64		n;

	if (pq_getmsgbyte(buf) != cv_affinity_type.version)
		cv_bad_binary(cv_affinity_type.name, "Its version is unknown.");
	s->kind = pq_getmsgbyte(buf);
	if (s->kind == CV_ITEMS_NONE)
		PG_RETURN_POINTER(cv_affinity_packed(PointerGetDatum(s)));
	n = pq_getmsgint64(buf);
	if (s->kind > CV_ITEMS_BIGINT || n < 1 || n > CV_COUNTS_MOST)
		cv_bad_binary(cv_affinity_type.name, "Its kind of items or its number of baskets is out of range.");
	cv_affinity_add_baskets(&s, n);
	initStringInfo(&name);
	nitems = pq_getmsgint(buf, 4);
	for (uint32 i = 0; i < nitems; i++)
	{
		int64		count;

		CV_BREATHE(i);
		cv_receive_item(buf, s->kind, cv_affinity_type.name, &name);
		count = pq_getmsgint64(buf);
		check_binary(complaint_of_item(s, count));
		if (cv_affinity_intern(&s, name.data, name.len) != i)
			check_binary("an item must not be there twice");
		cv_affinity_item_counts(s)[i] = count;
	}
	check_binary(complaint_of_sum(s));
	npairs = pq_getmsgint(buf, 4);
	for (uint32 i = 0; i < npairs; i++)
	{
		uint32		a = pq_getmsgint(buf, 4);
		uint32		b = pq_getmsgint(buf, 4);

		CV_BREATHE(i);
		check_binary(take_pair(&s, a, b, pq_getmsgint64(buf)));
	}
	s = cv_affinity_packed(PointerGetDatum(s));
	check_binary(complaint_of_pairs(s));
	PG_RETURN_POINTER(s);
}

CV_COMPARE(affinity_summary_send, affinity_summary_cmp, affinity_summary_eq, affinity_summary_ne, affinity_summary_lt,
		   affinity_summary_le, affinity_summary_gt,
		   affinity_summary_ge, affinity_summary_hash, affinity_summary_hash_extended)
