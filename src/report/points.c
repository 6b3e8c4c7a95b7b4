/*
 * points.c - the type chart_points: up to 5,000 marks of one kind of chart, with their names.
 *
 * It is the state of all *_points aggregates, and what chart_svg draws.  Marks and names are kept as they come while it
 * grows; what is stored has them in order.  At most 16,384 marks are collected before they are reduced: 896 kB.
 */
#include "report/points.h"

#define POINTS_VERSION 1
#define HEAD sizeof(CvPoints)
#define COLLECTED 16384			/* marks, before they are reduced */
#define MOST_NAMES (4 * COLLECTED)
#define MOST_BYTES (64 * 1024 * 1024)	/* of names */

const CvPointsKind cv_points_kinds[] =
{
	{"", "", "", false},
	{"line", "xyA", "yA", true},
	{"band", "xylhA", "ylhA", true},
	{"step", "xyA", "yA", true},
	{"scatter", "xyA", "A", false},
	{"bar", "Ay", "", false},
	{"waterfall", "xAyl", "y", false},
	{"heat", "AByf", "y", false},
	{"histogram", "xyh", "", false},
	{"flow", "ABy", "", false},
	{"bars", "xAyB", "yB", false},
	{"sparkline", "xy", "y", false},
	{"survival", "xylhmfA", "ylhmA", true},
	{"control", "xylhmf", "ylhm", true},
};

const CvMark cv_no_mark = {.a = CV_NO_NAME, .b = CV_NO_NAME};

const char *const cv_axis_kinds[] = {"number", "date", "time"};

double *
cv_mark_number(CvMark *mark, char field)
{
	switch (field)
	{
		case 'x':
			return &mark->x;
		case 'y':
			return &mark->y;
		case 'l':
			return &mark->low;
		case 'h':
			return &mark->high;
		case 'm':
			return &mark->more;
		default:
			return &mark->flag;
	}
}

uint32 *
cv_mark_name(CvMark *mark, char field)
{
	return field == 'A' ? &mark->a : &mark->b;
}

static Size
size_of(bool growing, Size marks, Size names, Size bytes)
{
	return HEAD + marks * sizeof(CvMark) + names * (growing ? 3 : 1) * sizeof(uint32) + bytes;
}

CvNames
cv_points_names(const CvPoints *p)
{
	uint32	   *end = (uint32 *) (cv_points_marks(p) + p->capacity);
	CvNames		names = {p->nnames, p->name_capacity, p->bytes_capacity, end, NULL, NULL, p->seed};

	if (p->growing)
		names.slot = end + p->name_capacity;
	names.bytes = (char *) (end + (Size) p->name_capacity * (p->growing ? 3 : 1));
	return names;
}

static bool
fits(const void *value)
{
	const CvPoints *p = value;

	return p->kind < CV_CHART_KINDS && p->axis < CV_AXIS_KINDS && p->n <= p->capacity && p->capacity <= COLLECTED &&
		p->nnames <= p->name_capacity && p->name_capacity <= MOST_NAMES && p->bytes_capacity <= MOST_BYTES &&
		(p->growing ? (p->name_capacity & (p->name_capacity - 1)) == 0 :
		 p->n == p->capacity && p->nnames == p->name_capacity) &&
		VARSIZE(p) == size_of(p->growing, p->capacity, p->name_capacity, p->bytes_capacity);
}

static void *pack(void *value);

const CvStateType cv_points_type = {"chart_points", "'v1 kind axis level \"name\" ... / mark ...'", POINTS_VERSION,
	HEAD, fits, pack};

/* Are the numbers of names, which may be forged, those of names? */
static void
check_names(const CvPoints *p)
{
	const char *fields = cv_points_kinds[p->kind].fields;
	CvNames		names = cv_points_names(p);

	for (uint32 i = 0; i < names.n; i++)
	{
		if (names.end[i] > names.bytes_capacity || (i > 0 && names.end[i] < names.end[i - 1]))
			cv_bad_value(&cv_points_type);
	}
	for (; *fields != '\0'; fields++)
	{
		if (*fields != 'A' && *fields != 'B')
			continue;
		for (uint32 i = 0; i < p->n; i++)
		{
			uint32		name = *cv_mark_name(&cv_points_marks(p)[i], *fields);

			if (name >= p->nnames && name != CV_NO_NAME)
				cv_bad_value(&cv_points_type);
		}
	}
}

CvPoints *
cv_points_get(Datum value)
{
	return cv_state_get(value, &cv_points_type);
}

/* Errors: 54000 for more than 65,536 names, or 64 MB of them. */
static CvPoints *
new_points(bool growing, uint32 marks, uint32 names, Size bytes)
{
	Size		size = size_of(growing, marks, names, bytes);
	CvPoints   *p;

	if (names > MOST_NAMES)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a chart can have at most %d labels", MOST_NAMES),
				 errhint("Aggregate the rows first, draw one chart for each group, or take a sample of them.")));
	if (bytes > MOST_BYTES)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("the labels of a chart take more than 64 MB"),
				 errhint("Shorten them, as with left(label, 40).")));
	p = cv_state_new(&cv_points_type, size, HEAD);
	p->growing = growing;
	p->level = CV_EXACT;
	p->capacity = marks;
	p->name_capacity = names;
	p->bytes_capacity = bytes;
	if (growing)
	{
		p->seed = cv_names_seed();
		memset(cv_points_names(p).slot, 0xff, 2 * (Size) names * sizeof(uint32));
	}
	return p;
}

CvPoints *
cv_points_empty(void)
{
	return new_points(false, 0, 0, 0);
}

CvPoints *
cv_points_growing(void)
{
	return new_points(true, 8, 8, 64);
}

/* The same with more room. */
static CvPoints *
grown(const CvPoints *from, uint32 marks, uint32 names, Size bytes)
{
	CvPoints   *p = new_points(true, marks, names, bytes);
	CvNames		to = cv_points_names(p);
	CvNames		old = cv_points_names(from);

	p->kind = from->kind;
	p->axis = from->axis;
	p->level = from->level;
	p->n = from->n;
	memcpy(cv_points_marks(p), cv_points_marks(from), (Size) from->n * sizeof(CvMark));
	if (old.n > 0)
		cv_names_copy(&to, &old);
	p->nnames = to.n;
	return p;
}

static void
check_kind(const CvPoints *p, CvChartKind kind, CvChartAxis axis)
{
	if (p->kind != kind)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("points are of a %s chart, not of a %s chart",
						cv_points_kinds[p->kind].name, cv_points_kinds[kind].name),
				 errhint("One chart has points of one kind.")));
	if (p->axis != axis)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("x of the points is a %s, not a %s", cv_axis_kinds[p->axis], cv_axis_kinds[axis]),
				 errhint("Cast x to one type in all parts of a chart.")));
}

/*
 * The state that a transition may write to, argument 0.  Errors: 22023 where it has points of another kind.
 */
CvPoints *
cv_points_writable(FunctionCallInfo fcinfo, CvChartKind kind, CvChartAxis axis)
{
	CvPoints   *p = cv_points_get(PG_GETARG_DATUM(0));

	if (p->kind != CV_CHART_NONE)
		check_kind(p, kind, axis);
	if (!p->growing || !cv_in_aggregate(fcinfo))
	{
		check_names(p);
		p = grown(p, Max(8, p->n), cv_names_doubled(8, p->nnames, 8), Max(64, cv_names_length(&(CvNames) {
			.n = p->nnames, .end = cv_points_names(p).end
		})));
	}
	p->kind = kind;
	p->axis = axis;
	return p;
}

/* The number of a name; there is room for it afterwards. */
uint32
cv_points_name(CvPoints **p, const char *name, int length)
{
	CvNames		names = cv_points_names(*p);
	uint32	   *slot = cv_names_slot(&names, name, length);

	if (*slot != CV_NO_NAME)
		return *slot;
	if (!cv_names_room(&names, length))
	{
		Size		bytes = (Size) cv_names_length(&names) + length;

		*p = grown(*p, (*p)->capacity, names.n < names.capacity ? names.capacity : 2 * names.capacity,
				   bytes <= names.bytes_capacity ? names.bytes_capacity : Max(bytes, Min(2 * bytes, MOST_BYTES)));
		names = cv_points_names(*p);
		slot = cv_names_slot(&names, name, length);
	}
	*slot = names.n;
	cv_names_append(&names, name, length);
	(*p)->nnames = names.n;
	return names.n - 1;
}

/* How many marks are left.  Errors: 54000 where there are more than a chart has. */
static uint32
reduced(CvMark *mark, uint32 n, CvChartKind kind, int16 *level)
{
	n = cv_reduce_marks(mark, n, kind, level, CV_MOST_MARKS);
	if (n > CV_MOST_MARKS)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a chart can have at most %d marks", CV_MOST_MARKS),
				 errhint("Aggregate the rows first, draw one chart for each group, or take a sample of them.")));
	return n;
}

static void
reduce(CvPoints *p)
{
	p->n = reduced(cv_points_marks(p), p->n, p->kind, &p->level);
}

/* Another mark.  Where there is no room, marks are reduced, or there will be more room. */
void
cv_points_append(CvPoints **p, const CvMark *mark)
{
	CvMark		another = *mark;

	cv_mark_to_level(&another, (*p)->kind, (*p)->level);
	if (cv_absorb_mark(cv_points_marks(*p), (*p)->n, &another, (*p)->kind, (*p)->level))
		return;
	if ((*p)->n == COLLECTED)
		reduce(*p);
	if ((*p)->n == (*p)->capacity)
		*p = grown(*p, Min(COLLECTED, 2 * (*p)->capacity), (*p)->name_capacity, (*p)->bytes_capacity);
	cv_points_marks(*p)[(*p)->n++] = another;
}

/* Marks with the places of their names in the order of bytes, for those of the names. */
static void
rank_names(CvMark *mark, uint32 n, const uint32 *rank)
{
	for (uint32 i = 0; i < n; i++)
	{
		mark[i].a = mark[i].a == CV_NO_NAME ? CV_NO_NAME : rank[mark[i].a];
		mark[i].b = mark[i].b == CV_NO_NAME ? CV_NO_NAME : rank[mark[i].b];
	}
}

/*
 * Of each rank the number of its name, or CV_NO_NAME where no mark has it; in *names how many there are, and their
 * bytes.
 */
static uint32 *
used_names(const CvPoints *from, const CvMark *mark, uint32 n, const uint32 *rank, Size *bytes, uint32 *nnames)
{
	CvNames		names = cv_points_names(from);
	uint32	   *number = palloc((names.n + 1) * sizeof(uint32));
	bool	   *used = palloc0(names.n + 1);

	*bytes = *nnames = 0;
	for (uint32 i = 0; i < n; i++)
		used[Min(mark[i].a, names.n)] = used[Min(mark[i].b, names.n)] = true;
	for (uint32 i = 0; i < names.n; i++)
	{
		int			length;

		cv_names_get(&names, i, &length);
		number[rank[i]] = used[rank[i]] ? i : CV_NO_NAME;
		*bytes += used[rank[i]] ? length : 0;
		*nnames += used[rank[i]];
	}
	return number;
}

/* The names that are used, in order; and of each rank its new number, in place of the old one. */
static void
copy_used(CvPoints *to, const CvPoints *from, uint32 *number)
{
	CvNames		old = cv_points_names(from);
	CvNames		names = cv_points_names(to);

	for (uint32 i = 0; i < old.n; i++)
	{
		int			length;
		const char *name;

		if (number[i] == CV_NO_NAME)
			continue;
		name = cv_names_get(&old, number[i], &length);
		number[i] = names.n;
		cv_names_append(&names, name, length);
	}
	to->nnames = names.n;
}

/* The form that is stored: the marks in order, few enough, with the names that they have in order of bytes. */
static void *
pack(void *value)
{
	CvPoints   *from = value;
	CvNames		names;
	CvMark	   *mark;
	uint32	   *rank;
	uint32	   *number;
	uint32		n,
				nnames;
	int16		level = from->level;
	Size		bytes;
	CvPoints   *p;

	check_names(from);
	if (!from->growing)
		return from;
	names = cv_points_names(from);
	rank = cv_names_rank(&names);
	mark = palloc(Max(1, from->n) * sizeof(CvMark));
	memcpy(mark, cv_points_marks(from), from->n * sizeof(CvMark));
	rank_names(mark, from->n, rank);
	n = reduced(mark, from->n, from->kind, &level);
	number = used_names(from, mark, n, rank, &bytes, &nnames);
	p = new_points(false, n, nnames, bytes);
	p->kind = from->kind;
	p->axis = from->axis;
	p->level = level;
	p->n = n;
	copy_used(p, from, number);
	rank_names(mark, n, number);
	memcpy(cv_points_marks(p), mark, n * sizeof(CvMark));
	return p;
}

CvPoints *
cv_points_packed(Datum value)
{
	return pack(cv_points_get(value));
}

PG_FUNCTION_INFO_V1(chart_points_pack);

/* chart_points_pack(chart_points) -> chart_points: final function, the form that is stored. */
Datum
chart_points_pack(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(cv_points_packed(PG_GETARG_DATUM(0)));
}

PG_FUNCTION_INFO_V1(chart_points_merge);

/*
 * chart_points_merge(chart_points, chart_points) -> chart_points: the marks of both.  Errors: 22023 for points of
 * different charts, 54000 for too many.
 */
Datum
chart_points_merge(PG_FUNCTION_ARGS)
{
	CvPoints   *other = cv_points_get(PG_GETARG_DATUM(1));
	CvPoints   *p;
	CvNames		names;
	uint32	   *number;

	if (other->kind == CV_CHART_NONE)
		return cv_state_return(fcinfo, cv_points_get(PG_GETARG_DATUM(0)), &cv_points_type);
	check_names(other);
	p = cv_points_writable(fcinfo, other->kind, other->axis);
	if (other->level > p->level)
	{
		p->level = other->level;
		reduce(p);
	}
	names = cv_points_names(other);
	number = palloc(Max(1, names.n) * sizeof(uint32));
	for (uint32 i = 0; i < names.n; i++)
	{
		int			length;
		const char *name = cv_names_get(&names, i, &length);

		CHECK_FOR_INTERRUPTS();
		number[i] = cv_points_name(&p, name, length);
	}
	for (uint32 i = 0; i < other->n; i++)
	{
		CvMark		m = cv_points_marks(other)[i];

		CHECK_FOR_INTERRUPTS();
		m.a = m.a == CV_NO_NAME ? CV_NO_NAME : number[m.a];
		m.b = m.b == CV_NO_NAME ? CV_NO_NAME : number[m.b];
		cv_points_append(&p, &m);
	}
	return cv_state_return(fcinfo, p, &cv_points_type);
}
