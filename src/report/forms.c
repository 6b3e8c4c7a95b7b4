/*
 * forms.c - chart_points as text and as bytes.
 *
 * v1 kind axis level "name" ... / mark ...: the names in order of bytes, then the marks in their order, each with the
 * fields of its kind (points.c), of names their numbers from 0; - where a field is missing, and for the level where
 * every x is as it was.  Without marks it is v1.
 */
#include "report/points.h"

#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "mb/pg_wchar.h"
#include "num/scan.h"

static void
bad_text(const char *text, const char *detail)
{
	cv_bad_text(&cv_points_type, text, detail);
}

/* A word among some at *at, which moves behind it; or -1. */
static int
scan_word(const char **at, const char *(*word) (int), int n)
{
	size_t		length = strcspn(*at, " ");

	for (int i = 0; i < n; i++)
	{
		if (strlen(word(i)) == length && strncmp(*at, word(i), length) == 0 && length > 0)
		{
			*at += length;
			return i;
		}
	}
	return -1;
}

static const char *
kind_word(int i)
{
	return cv_points_kinds[i].name;
}

static const char *
axis_word(int i)
{
	return cv_axis_kinds[i];
}

/* May a level come in? */
static bool
level_is_valid(CvChartKind kind, int64 level)
{
	return level == CV_EXACT || ((kind == CV_CHART_LINE || kind == CV_CHART_STEP) && level >= -1000 && level <= 1025) ||
		(kind == CV_CHART_HISTOGRAM && level >= -304 && level <= 308) ||
		(kind == CV_CHART_TEXT_BARS && level >= 1 && level <= 1000);
}

#define MOST_MICROSECONDS 2e20	/* a date may be 5,874,897-12-31 */

/* What is wrong with a mark, or NULL. */
static const char *
complaint_of(const CvMark *mark, CvChartKind kind, CvChartAxis axis)
{
	if (axis != CV_AXIS_NUMBER && fabs(mark->x) > MOST_MICROSECONDS)
		return "x must be a date or an instant that there is";
	if (kind == CV_CHART_HISTOGRAM &&
		!(mark->y >= 1 && mark->y <= CV_MOST_COUNT && mark->y == floor(mark->y) && mark->high >= mark->x))
		return "a histogram has counts from 1 up, of values that are at least x";
	if (mark->low > mark->high && (kind == CV_CHART_BAND || kind == CV_CHART_SURVIVAL || kind == CV_CHART_CONTROL))
		return "low must not be above high";
	if ((kind == CV_CHART_BAND || kind == CV_CHART_SURVIVAL) && isnan(mark->low) != isnan(mark->high))
		return "an interval has both ends or none";
	if (kind == CV_CHART_SURVIVAL && (mark->x < 0 || mark->y < 0 || mark->y > 1 || mark->more < 0))
		return "survival is from 0 to 1, at times and of customers that are not negative";
	if (mark->flag != 0 && mark->flag != 1)
		return "a flag is 0 or 1";
	if (kind == CV_CHART_WATERFALL && mark->low != 1 && (mark->low != 0 || isnan(mark->y)))
		return "a change must have an amount";
	if (kind == CV_CHART_FLOW && mark->y < 0)
		return "amounts of flows must not be negative";
	return NULL;
}

static bool
may_miss(CvChartKind kind, char field)
{
	return strchr(cv_points_kinds[kind].nullable, field) != NULL;
}

/* A field of a mark at *at; false where it is none. */
static bool
scan_field(const char **at, CvMark *mark, char field, CvChartKind kind, uint32 nnames)
{
	bool		is_name = field == 'A' || field == 'B';
	int64_t		name = CV_NO_NAME;

	if ((*at)[0] == '-' && ((*at)[1] < '0' || (*at)[1] > '9') && (*at)[1] != '.')
	{
		++*at;
		if (is_name)
			*cv_mark_name(mark, field) = CV_NO_NAME;
		else
			*cv_mark_number(mark, field) = NAN;
		return may_miss(kind, field);
	}
	if (!is_name)
		return cv_scan_double(at, cv_mark_number(mark, field)) && fabs(*cv_mark_number(mark, field)) <= 1e300;
	if (!cv_scan_int64(at, &name) || name < 0 || name >= nnames)
		return false;
	*cv_mark_name(mark, field) = (uint32) name;
	return true;
}

/* The marks at *at; names that they have, some of which may not be used, are already there. */
static void
scan_marks(const char *text, const char *at, CvPoints **p)
{
	while (cv_scan_char(&at, ' '))
	{
		CvMark		mark = cv_no_mark;
		CvChartKind kind = (*p)->kind;

		CHECK_FOR_INTERRUPTS();
		for (const char *field = cv_points_kinds[kind].fields; *field != '\0'; field++)
		{
			if ((field != cv_points_kinds[kind].fields && !cv_scan_char(&at, ',')) ||
				!scan_field(&at, &mark, *field, kind, (*p)->nnames))
				bad_text(text, "a mark must have the fields of its kind: finite numbers up to 1e300, numbers of names");
		}
		if (complaint_of(&mark, kind, (*p)->axis) != NULL)
			bad_text(text, complaint_of(&mark, kind, (*p)->axis));
		cv_points_append(p, &mark);
	}
	if (*at != '\0')
		bad_text(text, "marks must be separated by one space");
}

PG_FUNCTION_INFO_V1(chart_points_in);

/* chart_points_in(cstring).  Errors: 22P02 with what is wrong, 54000 for too many marks. */
Datum
chart_points_in(PG_FUNCTION_ARGS)
{
	const char *text = PG_GETARG_CSTRING(0);
	const char *at = text;
	CvPoints   *p = cv_points_growing();
	StringInfoData name;
	int64_t		level = CV_EXACT;
	int			kind = -1;
	int			axis = -1;

	if (strncmp(at, "v1", 2) != 0)
		bad_text(text, "it must begin with v1");
	at += 2;
	if (*at == '\0')
		PG_RETURN_POINTER(cv_points_empty());
	if (!cv_scan_char(&at, ' ') || (kind = scan_word(&at, kind_word, CV_CHART_KINDS)) < 0 || !cv_scan_char(&at, ' ') ||
		(axis = scan_word(&at, axis_word, CV_AXIS_KINDS)) < 0 || !cv_scan_char(&at, ' '))
		bad_text(text, "kind or axis is unknown");
	if (!(at[0] == '-' && at[1] == ' ' && cv_scan_char(&at, '-')) &&
		(!cv_scan_int64(&at, &level) || level == CV_EXACT || !level_is_valid(kind, level)))
		bad_text(text, "the level must be - or a whole number");
	p->kind = kind;
	p->axis = axis;
	p->level = level;
	initStringInfo(&name);
	while (at[0] == ' ' && at[1] == '"')
	{
		uint32		before = p->nnames;

		at = cv_scan_name(at + 1, &name);
		if (at == NULL)
			bad_text(text, "names must be in quotes");
		if (cv_points_name(&p, name.data, name.len) != before)
			bad_text(text, "a name is there twice");
	}
	if (!cv_scan_char(&at, ' ') || !cv_scan_char(&at, '/'))
		bad_text(text, "between names and marks must be a slash");
	scan_marks(text, at, &p);
	if (p->n == 0)
		bad_text(text, "there must be marks");
	PG_RETURN_POINTER(cv_points_packed(PointerGetDatum(p)));
}

static void
print_field(StringInfo out, CvMark *mark, char field)
{
	if (field == 'A' || field == 'B')
	{
		uint32		name = *cv_mark_name(mark, field);

		if (name == CV_NO_NAME)
			appendStringInfoChar(out, '-');
		else
			appendStringInfo(out, "%u", name);
	}
	else if (isnan(*cv_mark_number(mark, field)))
		appendStringInfoChar(out, '-');
	else
		cv_print_float8(out, *cv_mark_number(mark, field));
}

PG_FUNCTION_INFO_V1(chart_points_out);

/* chart_points_out(chart_points): see above; the same under every setting. */
Datum
chart_points_out(PG_FUNCTION_ARGS)
{
	CvPoints   *p = cv_points_packed(PG_GETARG_DATUM(0));
	CvNames		names = cv_points_names(p);
	StringInfoData out;

	initStringInfo(&out);
	appendStringInfoString(&out, "v1");
	if (p->n == 0)
		PG_RETURN_CSTRING(out.data);
	appendStringInfo(&out, " %s %s ", cv_points_kinds[p->kind].name, cv_axis_kinds[p->axis]);
	if (p->level == CV_EXACT)
		appendStringInfoChar(&out, '-');
	else
		appendStringInfo(&out, "%d", p->level);
	for (uint32 i = 0; i < names.n; i++)
	{
		int			length;
		const char *name = cv_names_get(&names, i, &length);

		appendStringInfoChar(&out, ' ');
		cv_print_name(&out, name, length);
	}
	appendStringInfoString(&out, " /");
	for (uint32 i = 0; i < p->n; i++)
	{
		const char *fields = cv_points_kinds[p->kind].fields;

		CHECK_FOR_INTERRUPTS();
		for (const char *field = fields; *field != '\0'; field++)
		{
			appendStringInfoChar(&out, field == fields ? ' ' : ',');
			print_field(&out, &cv_points_marks(p)[i], *field);
		}
	}
	PG_RETURN_CSTRING(out.data);
}

PG_FUNCTION_INFO_V1(chart_points_send);

/*
 * chart_points_send(chart_points): bytes of version, kind and axis, the level, the numbers of names and marks; each
 * name with its length, in the client's encoding; of each mark the fields of its kind, a missing number as NaN, a
 * missing name as 2^32 - 1.  Without marks kind and axis are 0.
 */
Datum
chart_points_send(PG_FUNCTION_ARGS)
{
	CvPoints   *p = cv_points_packed(PG_GETARG_DATUM(0));
	CvNames		names = cv_points_names(p);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, cv_points_type.version);
	pq_sendbyte(&buf, p->n > 0 ? p->kind : 0);
	pq_sendbyte(&buf, p->n > 0 ? p->axis : 0);
	pq_sendint16(&buf, (uint16) (p->n > 0 ? p->level : CV_EXACT));
	pq_sendint32(&buf, names.n);
	pq_sendint32(&buf, p->n);
	for (uint32 i = 0; i < names.n; i++)
	{
		int			length;
		const char *name = cv_names_get(&names, i, &length);

		cv_sendcountedtext(&buf, name, length);
	}
	for (uint32 i = 0; i < p->n; i++)
	{
		CvMark	   *mark = &cv_points_marks(p)[i];

		CHECK_FOR_INTERRUPTS();
		for (const char *field = cv_points_kinds[p->kind].fields; *field != '\0'; field++)
		{
			if (*field == 'A' || *field == 'B')
				pq_sendint32(&buf, *cv_mark_name(mark, *field));
			else
				pq_sendfloat8(&buf, isnan(*cv_mark_number(mark, *field)) ? NAN : *cv_mark_number(mark, *field));
		}
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

static void
bad_binary(const char *detail)
{
	cv_bad_binary(cv_points_type.name, detail);
}

static void
receive_mark(StringInfo buf, CvMark *mark, CvChartKind kind, CvChartAxis axis, uint32 nnames)
{
	*mark = cv_no_mark;
	for (const char *field = cv_points_kinds[kind].fields; *field != '\0'; field++)
	{
		bool		missing;

		if (*field == 'A' || *field == 'B')
		{
			uint32		name = *cv_mark_name(mark, *field) = pq_getmsgint(buf, 4);

			missing = name == CV_NO_NAME;
			if (name >= nnames && !missing)
				bad_binary("A mark has a name that is not there.");
		}
		else
		{
			double		x = *cv_mark_number(mark, *field) = pq_getmsgfloat8(buf) + 0.0;

			missing = isnan(x);
			if (fabs(x) > 1e300)
				bad_binary("A number is beyond 1e300.");
		}
		if (missing && !may_miss(kind, *field))
			bad_binary("A mark lacks a field of its kind.");
	}
	if (complaint_of(mark, kind, axis) != NULL)
		bad_binary(psprintf("In it, %s.", complaint_of(mark, kind, axis)));
}

PG_FUNCTION_INFO_V1(chart_points_recv);

/* chart_points_recv(internal): see chart_points_send; nothing is trusted.  Errors: 22P03, 54000 for too many marks. */
Datum
chart_points_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	CvPoints   *p = cv_points_growing();
	unsigned	kind,
				axis;
	uint32		nnames,
				n;

	if (pq_getmsgbyte(buf) != cv_points_type.version)
		bad_binary("Its version is unknown.");
	kind = pq_getmsgbyte(buf);
	axis = pq_getmsgbyte(buf);
	p->level = (int16) pq_getmsgint(buf, 2);
	nnames = pq_getmsgint(buf, 4);
	n = pq_getmsgint(buf, 4);
	if (kind >= CV_CHART_KINDS || axis >= CV_AXIS_KINDS || (kind == CV_CHART_NONE) != (n == 0) ||
		!level_is_valid(kind, p->level) || (n == 0 && (axis > 0 || nnames > 0 || p->level != CV_EXACT)))
		bad_binary("Kind, axis, level or number of marks is none that there is.");
	if (n == 0)
		PG_RETURN_POINTER(cv_points_empty());
	p->kind = kind;
	p->axis = axis;
	for (uint32 i = 0; i < nnames; i++)
	{
		int			length = pq_getmsgint(buf, 4);
		int			bytes;
		char	   *name = pq_getmsgtext(buf, length, &bytes);

		CHECK_FOR_INTERRUPTS();
		if (cv_points_name(&p, name, bytes) != i)
			bad_binary("A name is there twice.");
	}
	for (uint32 i = 0; i < n; i++)
	{
		CvMark		mark;

		CHECK_FOR_INTERRUPTS();
		receive_mark(buf, &mark, kind, axis, nnames);
		cv_points_append(&p, &mark);
	}
	PG_RETURN_POINTER(cv_points_packed(PointerGetDatum(p)));
}

CV_COMPARE(chart_points_send, chart_points_cmp, chart_points_eq, chart_points_ne, chart_points_lt, chart_points_le,
		   chart_points_gt, chart_points_ge, chart_points_hash, chart_points_hash_extended)
