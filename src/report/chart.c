/*
 * chart.c - chart_svg: points and options become a picture.
 */
#include "report/text.h"

#include "utils/jsonb.h"
#include "utils/numeric.h"

/* What an option is, and where it goes. */
typedef enum OptionKind
{
	OPTION_TEXT, OPTION_WORD, OPTION_COLOR, OPTION_COLORS, OPTION_QUADRANTS, OPTION_ORDER, OPTION_NUMBERS,
	OPTION_NUMBER, OPTION_INTEGER, OPTION_BOOLEAN
} OptionKind;

typedef struct Option
{
	const char *name;
	OptionKind	kind;
	size_t		place;
	int			lowest;
	int			highest;
	const char *words;			/* that it may be */
} Option;

#define PLACE(field) offsetof(CvChartOptions, field)

static const Option options[] =
{
	{"title", OPTION_TEXT, PLACE(title), 0, 0, NULL},
	{"description", OPTION_TEXT, PLACE(description), 0, 0, NULL},
	{"width", OPTION_INTEGER, PLACE(width), 200, 4000, NULL},
	{"height", OPTION_INTEGER, PLACE(height), 100, 20000, NULL},
	{"background", OPTION_COLOR, PLACE(background), 0, 0, NULL},
	{"colors", OPTION_COLORS, 0, 0, 0, NULL},
	{"x_label", OPTION_TEXT, PLACE(x_label), 0, 0, NULL},
	{"y_label", OPTION_TEXT, PLACE(y_label), 0, 0, NULL},
	{"y_min", OPTION_NUMBER, PLACE(y_min), 0, 0, NULL},
	{"y_max", OPTION_NUMBER, PLACE(y_max), 0, 0, NULL},
	{"percent", OPTION_BOOLEAN, PLACE(percent), 0, 0, NULL},
	{"limits", OPTION_NUMBERS, 0, 0, 0, NULL},
	{"mark", OPTION_WORD, PLACE(mark), 0, 0, "max, min, last"},
	{"diagonal", OPTION_BOOLEAN, PLACE(diagonal), 0, 0, NULL},
	{"x_cut", OPTION_NUMBER, PLACE(x_cut), 0, 0, NULL},
	{"y_cut", OPTION_NUMBER, PLACE(y_cut), 0, 0, NULL},
	{"quadrants", OPTION_QUADRANTS, 0, 0, 0, NULL},
	{"labels", OPTION_INTEGER, PLACE(labels), 0, 200, NULL},
	{"order", OPTION_ORDER, 0, 0, 0, NULL},
	{"sort", OPTION_WORD, PLACE(sort), 0, 0, "value, label"},
	{"top", OPTION_INTEGER, PLACE(top), 1, 1000, NULL},
	{"bins", OPTION_INTEGER, PLACE(bins), 1, 100, NULL},
};

#define MOST_ORDER 1000

static void
bad_option(const char *name, const char *must)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("option \"%s\" must be %s", name, must)));
}

static const Option *
find_option(const JsonbValue *key)
{
	StringInfoData names;

	initStringInfo(&names);
	for (int i = 0; i < (int) lengthof(options); i++)
	{
		if ((int) strlen(options[i].name) == key->val.string.len &&
			memcmp(options[i].name, key->val.string.val, key->val.string.len) == 0)
			return &options[i];
		appendStringInfo(&names, "%s%s", i > 0 ? ", " : "", options[i].name);
	}
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("unknown option \"%s\"", cv_clip(pnstrdup(key->val.string.val, key->val.string.len))),
			 errhint("The options are %s.", names.data)));
	return NULL;
}

static CvLabel
text_of(const JsonbValue *v, const Option *option)
{
	if (v->type != jbvString)
		bad_option(option->name, "a text");
	return cv_label_of(v->val.string.val, v->val.string.len);
}

/* #rgb, #rrggbb or the name of a colour: nothing that could point somewhere. */
static CvLabel
color_of(const JsonbValue *v, const Option *option)
{
	CvLabel		color = text_of(v, option);
	bool		hex = color.length > 0 && color.text[0] == '#';
	bool		good = hex ? color.length == 4 || color.length == 7 : color.length >= 1 && color.length <= 20;

	for (int i = hex; i < color.length; i++)
	{
		char		c = color.text[i];

		good = good && (hex ? (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'f') :
						(c | 32) >= 'a' && (c | 32) <= 'z');
	}
	if (!good)
		bad_option(option->name, "a colour such as #0072B2 or white");
	return color;
}

static double
number_of(const JsonbValue *v, const Option *option)
{
	double		x = NAN;

	if (v->type == jbvNumeric)
		x = DatumGetFloat8(DirectFunctionCall1(numeric_float8_no_overflow, NumericGetDatum(v->val.numeric)));
	if (!(fabs(x) <= 1e300))
		bad_option(option->name, "a number from -1e300 to 1e300");
	return x;
}

static int
integer_of(const JsonbValue *v, const Option *option)
{
	double		x = number_of(v, option);

	if (!(x >= option->lowest && x <= option->highest && x == floor(x)))
		bad_option(option->name, psprintf("a whole number from %d to %d", option->lowest, option->highest));
	return (int) x;
}

/* One of some words, parted by commas. */
static CvLabel
word_of(const JsonbValue *v, const Option *option)
{
	CvLabel		word = text_of(v, option);
	const char *at = option->words;

	while (at != NULL && *at != '\0')
	{
		int			length = (int) strcspn(at, ",");

		if (length == word.length && memcmp(at, word.text, length) == 0)
			return word;
		at += length;
		at += strspn(at, ", ");
	}
	bad_option(option->name, psprintf("one of %s", option->words));
	return word;
}

/* An element of a list. */
static void
set_element(CvChartOptions *o, const Option *option, const JsonbValue *v)
{
	if (option->kind == OPTION_COLORS)
	{
		if (o->ncolors == CV_MOST_COLORS)
			bad_option(option->name, "a list of at most 20 colours");
		o->color[o->ncolors++] = color_of(v, option);
	}
	else if (option->kind == OPTION_QUADRANTS)
	{
		if (o->nquadrants == 4)
			bad_option(option->name, "four texts: upper right, upper left, lower left, lower right");
		o->quadrant[o->nquadrants++] = text_of(v, option);
	}
	else if (option->kind == OPTION_NUMBERS)
	{
		if (o->nlimits == CV_MOST_LIMITS)
			bad_option(option->name, "a list of at most 20 numbers");
		o->limit[o->nlimits++] = number_of(v, option);
	}
	else
	{
		if (o->norder == MOST_ORDER)
			bad_option(option->name, "a list of at most 1000 texts");
		o->order[o->norder++] = text_of(v, option);
	}
}

static void
set_list(CvChartOptions *o, const Option *option, const JsonbValue *v)
{
	JsonbIterator *it;
	JsonbValue	element;

	if (v->type != jbvBinary || !JsonContainerIsArray(v->val.binary.data) || JsonContainerIsScalar(v->val.binary.data))
		bad_option(option->name, "a list");
	it = JsonbIteratorInit(v->val.binary.data);
	for (JsonbIteratorToken token = JsonbIteratorNext(&it, &element, true); token != WJB_DONE;
		 token = JsonbIteratorNext(&it, &element, true))
	{
		CHECK_FOR_INTERRUPTS();
		if (token == WJB_ELEM)
			set_element(o, option, &element);
	}
	if (option->kind == OPTION_QUADRANTS && o->nquadrants != 4)
		bad_option(option->name, "four texts: upper right, upper left, lower left, lower right");
}

static void
set_option(CvChartOptions *o, const Option *option, const JsonbValue *v)
{
	char	   *place = (char *) o + option->place;

	if (v->type == jbvNull)
		return;
	switch (option->kind)
	{
		case OPTION_TEXT:
			*(CvLabel *) place = text_of(v, option);
			break;
		case OPTION_WORD:
			*(CvLabel *) place = word_of(v, option);
			break;
		case OPTION_COLOR:
			*(CvLabel *) place = color_of(v, option);
			break;
		case OPTION_NUMBER:
			*(double *) place = number_of(v, option);
			break;
		case OPTION_INTEGER:
			*(int *) place = integer_of(v, option);
			break;
		case OPTION_BOOLEAN:
			if (v->type != jbvBool)
				bad_option(option->name, "true or false");
			*(bool *) place = v->val.boolean;
			break;
		default:
			set_list(o, option, v);
	}
}

/* Options of a JSON object; null is as if the option were not there. */
static void
read_options(Jsonb *json, CvChartOptions *o)
{
	JsonbIterator *it = JsonbIteratorInit(&json->root);
	JsonbValue	v;
	JsonbIteratorToken token;
	const Option *option = NULL;

	*o = (CvChartOptions) {.y_min = NAN, .y_max = NAN, .x_cut = NAN, .y_cut = NAN, .width = 640, .labels = -1,
		.bins = 8};
	o->order = palloc(MOST_ORDER * sizeof(CvLabel));
	if (!JB_ROOT_IS_OBJECT(json))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("options must be a JSON object"),
				 errhint("Such as {\"title\": \"Profit\", \"width\": 800}.")));
	while ((token = JsonbIteratorNext(&it, &v, true)) != WJB_DONE)
	{
		if (token == WJB_KEY)
			option = find_option(&v);
		else if (token == WJB_VALUE)
			set_option(o, option, &v);
	}
}

/* Why points cannot be drawn, with the names of the mark. */
static void
complain(const CvChart *chart)
{
	const CvMark *mark = chart->about >= 0 ? &chart->mark[chart->about] : NULL;
	StringInfoData names;

	initStringInfo(&names);
	if (mark != NULL && mark->a != CV_NO_LABEL)
		appendStringInfo(&names, ": \"%s\"", cv_clip(pnstrdup(chart->name[mark->a].text, chart->name[mark->a].length)));
	if (mark != NULL && mark->b != CV_NO_LABEL)
		appendStringInfo(&names, ", \"%s\"", cv_clip(pnstrdup(chart->name[mark->b].text, chart->name[mark->b].length)));
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("%s%s", chart->complaint, names.data),
			 errhint("%s", chart->remedy)));
}

PG_FUNCTION_INFO_V1(chart_svg);

/*
 * chart_svg(chart_points, options jsonb) -> text
 *
 * The chart as one <svg> element, with a title and a description that says the finding in words.  It has no script,
 * style, reference or id; texts and axes are currentColor.  The same points give the same bytes.  Errors: 22023 for
 * unknown options and wrong values, for a cell with two values, flows in a cycle, a total that is not the sum before
 * it; points of charts as text.
 */
Datum
chart_svg(PG_FUNCTION_ARGS)
{
	CvPoints   *p = cv_points_packed(PG_GETARG_DATUM(0));
	CvChartOptions o;
	CvChart		chart = {p->n > 0 ? p->kind : CV_CHART_NONE, p->axis, cv_points_marks(p), p->n, NULL, p->nnames, &o,
		cv_alloc, NULL, NULL, -1};
	CvInk		ink = cv_new_ink(2048);

	read_options(PG_GETARG_JSONB_P(1), &o);
	chart.name = cv_points_labels(p);
	if (!cv_draw_chart(&ink, &chart))
		complain(&chart);
	return cv_ink_datum(&ink);
}
