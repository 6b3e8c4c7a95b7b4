/*
 * cells.c - the types bin_summary and distribution_summary: how many rows each bin has.
 *
 * Bins are labels or lie between cuts.  There are few of them, so a value takes little; a
 * distribution_summary has one count a bin, a bin_summary one of non-events and one of events.
 */
#include "risk/cells.h"

#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "num/scan.h"
#include "pg/names.h"
#include "utils/array.h"

#define CELLS_VERSION 1
#define HEAD sizeof(CvCells)
#define EMPTY_SLOT PG_UINT32_MAX
#define MOST_CUTS 10000
#define MOST_LABELS 65536
#define MOST_LABEL_BYTES (16 * 1024 * 1024)

static uint32 *
label_ends(const CvCells *s)
{
	return (uint32 *) cv_cell_units(s, s->cell_capacity);
}

static char *
labels(const CvCells *s)
{
	return (char *) (label_ends(s) + s->cell_capacity);
}

static uint32 *
slots(const CvCells *s)
{
	return (uint32 *) (labels(s) + s->labels_capacity);
}

/* The seed of the hash table, behind it: another in each state, so that nobody can choose labels that collide. */
static char *
seed_of(const CvCells *s)
{
	return (char *) (slots(s) + 2 * s->cell_capacity);
}

static Size
cells_size(const CvCells *s)
{
	Size		size = HEAD + (Size) s->cell_capacity * s->width * sizeof(cv_int128);

	if (s->form == CV_CELLS_CUTS)
		return size + (s->cell_capacity - s->width) * sizeof(double);
	size += s->cell_capacity * sizeof(uint32) + s->labels_capacity;
	return s->growing ? size + 2 * s->cell_capacity * sizeof(uint32) + sizeof(uint64) : size;
}

static bool
fits(const void *value, int width)
{
	const CvCells *s = value;
	uint32		most = s->form == CV_CELLS_CUTS ? MOST_CUTS + 2 : 2 * MOST_LABELS;

	return s->width == width && s->form <= CV_CELLS_CUTS && s->cell_capacity <= most && s->ncells <= s->cell_capacity &&
		s->labels_length <= s->labels_capacity && s->labels_capacity <= 2 * MOST_LABEL_BYTES &&
		(s->form != CV_CELLS_CUTS || (s->ncells == s->cell_capacity && s->ncells >= s->width)) &&
		VARSIZE(s) == cells_size(s);
}

static bool
bins_fit(const void *value)
{
	return fits(value, 2);
}

static bool
distribution_fits(const void *value)
{
	return fits(value, 1);
}

static void *pack(void *value);

const CvStateType cv_bin_type = {"bin_summary",
	"'v1 \"label\":non-events:events ...' or 'v1 [cut,...] non-events:events ...'", CELLS_VERSION, HEAD,
	bins_fit, pack};
const CvStateType cv_distribution_type = {"distribution_summary",
	"'v1 \"label\":rows ...' or 'v1 [cut,...] rows ...'", CELLS_VERSION, HEAD, distribution_fits, pack};

static const CvStateType *
type_of(const CvCells *s)
{
	return s->width == 2 ? &cv_bin_type : &cv_distribution_type;
}

static CvCells *
new_cells(const CvCells *head)
{
	Size		size = cells_size(head);
	CvCells    *s = palloc0(size);

	*s = *head;
	SET_VARSIZE(s, size);
	s->version = CELLS_VERSION;
	if (s->growing)
	{
		uint64		seed = cv_names_seed();

		memset(slots(s), 0xff, 2 * s->cell_capacity * sizeof(uint32));
		memcpy(seed_of(s), &seed, sizeof(seed));
	}
	return s;
}

static int
width_of(const CvStateType *type)
{
	return type == &cv_bin_type ? 2 : 1;
}

CvCells *
cv_cells_new_by_cuts(const CvStateType *type, const double *cut, int n)
{
	int			width = width_of(type);
	CvCells		head = {.form = CV_CELLS_CUTS,.width = width,.ncells = n + width,.cell_capacity = n + width};
	CvCells    *s = new_cells(&head);

	for (int i = 0; i < n; i++)
		cv_cells_cuts(s)[i] = cut[i] + 0.0;
	return s;
}

static CvCells *
new_by_labels(int width, uint32 capacity, uint32 bytes, bool growing)
{
	CvCells		head = {.growing = growing,.form = CV_CELLS_LABELS,.width = width};

	head.cell_capacity = capacity;
	head.labels_capacity = bytes;

	return new_cells(&head);
}

const char *
cv_cell_label(const CvCells *s, int cell, int *length)
{
	uint32		start = cell > 0 ? label_ends(s)[cell - 1] : 0;

	*length = (int) (label_ends(s)[cell] - start);
	return labels(s) + start;
}

/* A label at the end; there is room. */
static void
append_label(CvCells *s, const char *label, int length)
{
	memcpy(labels(s) + s->labels_length, label, length);
	s->labels_length += length;
	label_ends(s)[s->ncells++] = s->labels_length;
}

/* The slot where this label is or would be. */
static uint32 *
find_slot(const CvCells *s, const char *label, int length)
{
	uint32	   *slot = slots(s);
	uint32		mask = 2 * s->cell_capacity - 1;
	uint64		seed;
	uint32		at;

	memcpy(&seed, seed_of(s), sizeof(seed));
	at = cv_name_hash(label, length, seed) & mask;
	for (uint32 probes = 0; slot[at] != EMPTY_SLOT; at = (at + 1) & mask, probes++)
	{
		int			other_length;
		const char *other = cv_cell_label(s, slot[at], &other_length);

		CV_BREATHE_OFTEN(probes);
		if (other_length == length && cv_name_equals(other, label, length))
			break;
	}
	return &slot[at];
}

/* A growing copy with room for one cell more, and so many bytes. */
static CvCells *
grow(const CvCells *s, uint32 more_cells, uint32 more_bytes)
{
	uint32		capacity = 8;
	uint32		bytes = 64;
	CvCells    *copy;

	if (s->ncells + more_cells > MOST_LABELS || s->labels_length + more_bytes > MOST_LABEL_BYTES)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a %s can hold at most %d labels of 16 MB together", type_of(s)->name, MOST_LABELS),
				 errhint("Labels are bins, not customers; numbers are divided by cuts.")));
	while (capacity < s->ncells + more_cells)
		capacity *= 2;
	while (bytes < s->labels_length + more_bytes)
		bytes *= 2;
	copy = new_by_labels(s->width, capacity, bytes, true);
	for (int i = 0; i < (int) s->ncells; i++)
	{
		int			length;
		const char *label = cv_cell_label(s, i, &length);

		*find_slot(copy, label, length) = i;
		append_label(copy, label, length);
	}
	memcpy(cv_cell_units(copy, 0), cv_cell_units(s, 0), s->ncells * s->width * sizeof(cv_int128));
	return copy;
}

/* The cell of this label, made when it is not there yet; *s may become a new one. */
static int
intern_label(CvCells **s, const char *label, int length)
{
	uint32	   *slot = find_slot(*s, label, length);

	if (*slot != EMPTY_SLOT)
		return (int) *slot;
	if ((*s)->ncells == (*s)->cell_capacity || (*s)->labels_length + (uint32) length > (*s)->labels_capacity)
	{
		*s = grow(*s, 1, length);
		slot = find_slot(*s, label, length);
	}
	*slot = (*s)->ncells;
	append_label(*s, label, length);
	return (int) (*s)->ncells - 1;
}

static int
compare_labels(const void *a, const void *b, void *arg)
{
	int			na,
				nb;
	const char *x = cv_cell_label(arg, *(const int *) a, &na);
	const char *y = cv_cell_label(arg, *(const int *) b, &nb);
	int			order = memcmp(x, y, Min(na, nb));

	CHECK_FOR_INTERRUPTS();
	return order != 0 ? order : na - nb;
}

/* The form that is stored. */
static void *
pack(void *value)
{
	CvCells    *s = value;
	CvCells    *packed;
	int		   *order;

	if (!s->growing)
		return s;
	if (s->ncells == 0)
	{
		CvCells		none = {.form = CV_CELLS_NONE,.width = s->width};

		return new_cells(&none);
	}
	order = palloc(s->ncells * sizeof(int));
	for (int i = 0; i < (int) s->ncells; i++)
		order[i] = i;
	qsort_arg(order, s->ncells, sizeof(int), compare_labels, s);
	packed = new_by_labels(s->width, s->ncells, s->labels_length, false);
	for (int i = 0; i < (int) s->ncells; i++)
	{
		int			length;
		const char *label = cv_cell_label(s, order[i], &length);

		append_label(packed, label, length);
		memcpy(cv_cell_units(packed, i), cv_cell_units(s, order[i]), s->width * sizeof(cv_int128));
	}
	pfree(order);
	return packed;
}

/* An argument in the form that is stored. */
CvCells *
cv_cells_arg(FunctionCallInfo fcinfo, int argno, const CvStateType *type)
{
	return pack(cv_state_get(PG_GETARG_DATUM(argno), type));
}

int
cv_cells_find_label(const CvCells *packed, const char *label, int length)
{
	int			low = 0;
	int			high = (int) packed->ncells - 1;

	while (low <= high)
	{
		int			middle = (low + high) / 2;
		int			other_length;
		const char *other = cv_cell_label(packed, middle, &other_length);
		int			order = memcmp(label, other, Min(length, other_length));

		order = order != 0 ? order : length - other_length;
		if (order == 0)
			return middle;
		if (order < 0)
			high = middle - 1;
		else
			low = middle + 1;
	}
	return CV_CELLS_NO_CELL;
}

/* The bin of a number, from 0: how many cuts it reaches. */
int
cv_cells_bin_of(const double *cut, int n, double x)
{
	int			low = 0;
	int			high = n;

	while (low < high)
	{
		int			middle = (low + high) / 2;

		if (x >= cut[middle])
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Cuts as tables show them: the bin in the notation of ranges, open where there is no cut. */
CvCellName
cv_cell_name(const CvCells *s, int cell)
{
	CvCellName	name = {NULL, NAN, NAN};
	int			n;
	StringInfoData text;

	initStringInfo(&text);
	if (s->form != CV_CELLS_CUTS)
	{
		const char *label = cv_cell_label(s, cell, &n);

		appendBinaryStringInfo(&text, label, n);
		name.label = text.data;
		return name;
	}
	n = cv_cells_ncuts(s);
	if (cell > n)
		return name;
	appendStringInfoChar(&text, cell > 0 ? '[' : '(');
	if (cell > 0)
		cv_print_float8(&text, name.low = cv_cells_cuts(s)[cell - 1]);
	appendStringInfoChar(&text, ',');
	if (cell < n)
		cv_print_float8(&text, name.high = cv_cells_cuts(s)[cell]);
	appendStringInfoChar(&text, ')');
	name.label = text.data;
	return name;
}

/* Cuts as an argument: finite and rising. */
const double *
cv_cuts_arg(FunctionCallInfo fcinfo, int argno, const char *name, int *n)
{
	const double *cut = cv_float8_array(PG_GETARG_VARLENA_P(argno), name, n);

	if (*n > MOST_CUTS)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("%s has %d elements, more than %d", name, *n, MOST_CUTS)));
	for (int i = 1; i < *n; i++)
	{
		if (!(cut[i] > cut[i - 1]))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("%s must rise, but %s follows %s", name, cv_float8_text(cut[i]),
						cv_float8_text(cut[i - 1]))));
	}
	return cut;
}

static void
mixed_forms(const CvCells *s)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("a %s cannot hold both labels and bins between cuts", type_of(s)->name),
			 errhint("Collect each into a summary of its own.")));
}

static void
other_cuts(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("cuts change within an aggregate"),
			 errhint("Give the same cuts for all rows and all summaries that are put together.")));
}

/* The state with labels that a transition may write to. */
static CvCells *
writable_by_labels(FunctionCallInfo fcinfo, const CvStateType *type)
{
	CvCells    *s = cv_state_get(PG_GETARG_DATUM(0), type);

	if (s->form == CV_CELLS_CUTS)
		mixed_forms(s);
	if (likely(s->growing && cv_in_aggregate(fcinfo)))
		return s;
	return grow(s, 1, 16);
}

/* Does an array hold exactly the cuts of a state?  Looked at for every row, so without checks. */
static bool
has_cuts(const CvCells *s, struct varlena *value)
{
	const ArrayType *array = (const ArrayType *) value;

	return VARATT_IS_4B_U(value) && ARR_NDIM(array) == 1 && !ARR_HASNULL(array) &&
		ARR_DIMS(array)[0] == cv_cells_ncuts(s) &&
		memcmp((const char *) array + ARR_OVERHEAD_NONULLS(1), cv_cells_cuts(s),
			cv_cells_ncuts(s) * sizeof(double)) == 0;
}

/* The same with the cuts in argument argno. */
static CvCells *
writable_by_cuts(FunctionCallInfo fcinfo, const CvStateType *type, int argno)
{
	CvCells    *s = cv_state_get(PG_GETARG_DATUM(0), type);
	CvCells    *copy;
	int			n;
	const double *cut;

	if (s->form == CV_CELLS_LABELS)
		mixed_forms(s);
	if (likely(s->form == CV_CELLS_CUTS && cv_in_aggregate(fcinfo) && has_cuts(s, PG_GETARG_VARLENA_P(argno))))
		return s;
	cut = cv_cuts_arg(fcinfo, argno, "cuts", &n);
	if (s->form == CV_CELLS_NONE)
		return cv_cells_new_by_cuts(type, cut, n);
	if (n != cv_cells_ncuts(s))
		other_cuts();
	for (int i = 0; i < n; i++)
	{
		if (cut[i] != cv_cells_cuts(s)[i])
			other_cuts();
	}
	if (cv_in_aggregate(fcinfo))
		return s;
	copy = cv_cells_new_by_cuts(type, cut, n);
	memcpy(cv_cell_units(copy, 0), cv_cell_units(s, 0), s->ncells * s->width * sizeof(cv_int128));
	return copy;
}

static inline void
add_units(CvCells *s, int cell, int k, cv_int128 units)
{
	cv_int128  *count = cv_cell_units(s, cell) + k;

	*count = cv_count_add(*count, units);
}

static inline Datum
add_label(FunctionCallInfo fcinfo, const CvStateType *type, const char *label, int length, int k, cv_int128 units)
{
	CvCells    *s;
	int			cell;

	if (units == 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	s = writable_by_labels(fcinfo, type);
	cell = intern_label(&s, label, length);
	add_units(s, cell, k, units);
	return cv_state_return(fcinfo, s, type);
}

static Datum
add_text(FunctionCallInfo fcinfo, const CvStateType *type, int k, cv_int128 units)
{
	text	   *label = PG_GETARG_TEXT_PP(1);

	return add_label(fcinfo, type, VARDATA_ANY(label), VARSIZE_ANY_EXHDR(label), k, units);
}

static Datum
add_integer(FunctionCallInfo fcinfo, const CvStateType *type, int k, cv_int128 units)
{
	char		label[32];

	pg_lltoa(PG_GETARG_INT64(1), label);
	return add_label(fcinfo, type, label, (int) strlen(label), k, units);
}

/*
 * bin_add(bin_summary, bin text or bigint, outcome boolean or bigint [, weight float8]) -> bin_summary
 *
 * Transition functions of bin_agg: one row more.  Errors: 22023 for an integer outcome other than 0
 * and 1, a weight that is neither 0 nor from 1e-9 to 1e9, and a summary by cuts; 54000 beyond
 * 65,536 labels.
 */
#define BIN_ADD(name, add, integer, weight) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		return add(fcinfo, &cv_bin_type, cv_outcome_arg(fcinfo, 2, integer), weight); \
	}

BIN_ADD(bin_add_text_boolean, add_text, false, CV_COUNT_ONE)
BIN_ADD(bin_add_text_integer, add_text, true, CV_COUNT_ONE)
BIN_ADD(bin_add_bigint_boolean, add_integer, false, CV_COUNT_ONE)
BIN_ADD(bin_add_bigint_integer, add_integer, true, CV_COUNT_ONE)
BIN_ADD(bin_add_text_boolean_weight, add_text, false, cv_count_weight_arg(fcinfo, 3))
BIN_ADD(bin_add_text_integer_weight, add_text, true, cv_count_weight_arg(fcinfo, 3))
BIN_ADD(bin_add_bigint_boolean_weight, add_integer, false, cv_count_weight_arg(fcinfo, 3))
BIN_ADD(bin_add_bigint_integer_weight, add_integer, true, cv_count_weight_arg(fcinfo, 3))

/*
 * distribution_add(distribution_summary, label text or bigint) -> distribution_summary
 * distribution_add(distribution_summary, x float8, cuts float8[]) -> distribution_summary
 *
 * Transition functions of distribution_agg: one row more.  Errors: 22023 for NaN and infinity, for
 * cuts that do not rise or that change, and for labels and cuts in one summary; 54000 beyond 65,536
 * labels or 10,000 cuts.
 */
PG_FUNCTION_INFO_V1(distribution_add_text);
PG_FUNCTION_INFO_V1(distribution_add_bigint);
PG_FUNCTION_INFO_V1(distribution_add_cuts);

Datum
distribution_add_text(PG_FUNCTION_ARGS)
{
	return add_text(fcinfo, &cv_distribution_type, 0, CV_COUNT_ONE);
}

Datum
distribution_add_bigint(PG_FUNCTION_ARGS)
{
	return add_integer(fcinfo, &cv_distribution_type, 0, CV_COUNT_ONE);
}

Datum
distribution_add_cuts(PG_FUNCTION_ARGS)
{
	double		x = cv_finite(PG_GETARG_FLOAT8(1), "x");
	CvCells    *s = writable_by_cuts(fcinfo, &cv_distribution_type, 2);

	add_units(s, cv_cells_bin_of(cv_cells_cuts(s), cv_cells_ncuts(s), x), 0, CV_COUNT_ONE);
	return cv_state_return(fcinfo, s, &cv_distribution_type);
}

static Datum
add_fine(FunctionCallInfo fcinfo, bool integer)
{
	bool		event;
	int			cell;
	CvCells    *s;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (PG_ARGISNULL(2) || PG_ARGISNULL(3))
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	event = cv_outcome_arg(fcinfo, 2, integer);
	s = writable_by_cuts(fcinfo, &cv_bin_type, 3);
	cell = cv_cells_ncuts(s) + 1;
	if (!PG_ARGISNULL(1))
		cell = cv_cells_bin_of(cv_cells_cuts(s), cv_cells_ncuts(s), cv_finite(PG_GETARG_FLOAT8(1), "x"));
	add_units(s, cell, event, CV_COUNT_ONE);
	return cv_state_return(fcinfo, s, &cv_bin_type);
}

/*
 * fine_add(bin_summary, x float8, outcome boolean or bigint, cuts float8[]) -> bin_summary
 *
 * Transition functions of fine_agg.  NULL is a bin of its own; without outcome or cuts the row is
 * ignored.  Errors: as distribution_add, and 22023 for an integer outcome other than 0 and 1.
 */
PG_FUNCTION_INFO_V1(fine_add_boolean);
PG_FUNCTION_INFO_V1(fine_add_integer);

Datum
fine_add_boolean(PG_FUNCTION_ARGS)
{
	return add_fine(fcinfo, false);
}

Datum
fine_add_integer(PG_FUNCTION_ARGS)
{
	return add_fine(fcinfo, true);
}

static void
merge_labels(CvCells **s, const CvCells *other)
{
	for (int i = 0; i < (int) other->ncells; i++)
	{
		int			length;
		const char *label = cv_cell_label(other, i, &length);
		int			cell = intern_label(s, label, length);

		CV_BREATHE_OFTEN(i);
		for (int k = 0; k < other->width; k++)
			add_units(*s, cell, k, cv_cell_units(other, i)[k]);
	}
}

/* A copy of a value by cuts. */
static CvCells *
copy_by_cuts(const CvCells *s)
{
	CvCells    *copy = palloc(VARSIZE(s));

	memcpy(copy, s, VARSIZE(s));
	return copy;
}

/* Of two values by cuts. */
bool
cv_cells_same_cuts(const CvCells *a, const CvCells *b)
{
	return a->ncells == b->ncells &&
		memcmp(cv_cells_cuts(a), cv_cells_cuts(b), cv_cells_ncuts(a) * sizeof(double)) == 0;
}

static Datum
merge(FunctionCallInfo fcinfo, const CvStateType *type)
{
	CvCells    *s = cv_state_get(PG_GETARG_DATUM(0), type);
	CvCells    *other = cv_state_get(PG_GETARG_DATUM(1), type);

	if (other->form == CV_CELLS_NONE)
		PG_RETURN_POINTER(s);
	if (s->form != CV_CELLS_NONE && s->form != other->form)
		mixed_forms(s);
	if (other->form == CV_CELLS_LABELS)
	{
		s = writable_by_labels(fcinfo, type);
		merge_labels(&s, other);
		return cv_state_return(fcinfo, s, type);
	}
	if (s->form == CV_CELLS_NONE)
		PG_RETURN_POINTER(copy_by_cuts(other));
	if (!cv_cells_same_cuts(s, other))
		other_cuts();
	if (!cv_in_aggregate(fcinfo))
		s = copy_by_cuts(s);
	for (int i = 0; i < (int) s->ncells; i++)
	{
		for (int k = 0; k < s->width; k++)
			add_units(s, i, k, cv_cell_units(other, i)[k]);
	}
	PG_RETURN_POINTER(s);
}

/*
 * bin_merge(bin_summary, bin_summary) -> bin_summary
 * distribution_merge(distribution_summary, distribution_summary) -> distribution_summary
 *
 * The rows of both: combine functions, and transition functions of rollup.  Errors: 22023 for other
 * cuts, and for labels with cuts; 54000 as adding; 22003 for counts beyond 1e15.
 */
PG_FUNCTION_INFO_V1(bin_merge);
PG_FUNCTION_INFO_V1(distribution_merge);

Datum
bin_merge(PG_FUNCTION_ARGS)
{
	return merge(fcinfo, &cv_bin_type);
}

Datum
distribution_merge(PG_FUNCTION_ARGS)
{
	return merge(fcinfo, &cv_distribution_type);
}

/* bin_pack(bin_summary), distribution_pack(distribution_summary): final functions, the form that is stored. */
PG_FUNCTION_INFO_V1(bin_pack);
PG_FUNCTION_INFO_V1(distribution_pack);

Datum
bin_pack(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(cv_cells_arg(fcinfo, 0, &cv_bin_type));
}

Datum
distribution_pack(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(cv_cells_arg(fcinfo, 0, &cv_distribution_type));
}

/* The counts of a cell, parted by colons. */
static bool
scan_counts(const char **at, int width, cv_int128 *count)
{
	for (int k = 0; k < width; k++)
	{
		if ((k > 0 && !cv_scan_char(at, ':')) || !cv_scan_count(at, &count[k]))
			return false;
	}
	return true;
}

static const char bad_counts[] = "counts must be from 0 to 1e15 with at most 20 decimals";

/* A label in quotes, \ before " and \; false where there is none. */
static bool
scan_label(const char **at, StringInfo label)
{
	resetStringInfo(label);
	if (!cv_scan_char(at, '"'))
		return false;
	for (; **at != '"'; ++*at)
	{
		if (**at == '\\')
			++*at;
		if (**at == '\0')
			return false;
		appendStringInfoChar(label, **at);
	}
	++*at;
	return true;
}

static CvCells *
scan_labels(const CvStateType *type, const char *whole, const char *at)
{
	CvCells    *s = new_by_labels(width_of(type), 8, 64, true);
	StringInfoData label;

	initStringInfo(&label);
	while (cv_scan_char(&at, ' '))
	{
		cv_int128	count[2] = {0, 0};
		uint32		before = s->ncells;
		int			cell;

		CHECK_FOR_INTERRUPTS();
		if (!scan_label(&at, &label) || !cv_scan_char(&at, ':'))
			cv_bad_text(type, whole, "a label must be in quotes, with a colon behind it");
		if (!scan_counts(&at, s->width, count))
			cv_bad_text(type, whole, bad_counts);
		if (count[0] + count[1] == 0)
			cv_bad_text(type, whole, "a label must have a count above 0");
		cell = intern_label(&s, label.data, label.len);
		if (s->ncells == before)
			cv_bad_text(type, whole, "labels must be distinct");
		for (int k = 0; k < s->width; k++)
			cv_cell_units(s, cell)[k] = count[k];
	}
	if (*at != '\0')
		cv_bad_text(type, whole, "labels must be separated by one space");
	return s;
}

static CvCells *
scan_cuts(const CvStateType *type, const char *whole, const char *at)
{
	CvCells    *s;
	double	   *cut = palloc(MOST_CUTS * sizeof(double));
	int			n = 0;

	while (!cv_scan_char(&at, ']'))
	{
		CHECK_FOR_INTERRUPTS();
		if (n == MOST_CUTS || (n > 0 && !cv_scan_char(&at, ',')) || !cv_scan_double(&at, &cut[n]) ||
			(n > 0 && !(cut[n] > cut[n - 1])))
			cv_bad_text(type, whole, "cuts must be up to 10000 finite numbers that rise, separated by commas");
		n++;
	}
	s = cv_cells_new_by_cuts(type, cut, n);
	for (int i = 0; i < (int) s->ncells; i++)
	{
		cv_int128	count[2];

		if (!cv_scan_char(&at, ' ') || !scan_counts(&at, s->width, count))
			cv_bad_text(type, whole, "there must be counts of one bin more than cuts, and in a bin_summary of NULL");
		for (int k = 0; k < s->width; k++)
			cv_cell_units(s, i)[k] = count[k];
	}
	if (*at != '\0')
		cv_bad_text(type, whole, "there must be nothing behind the counts");
	return s;
}

/* Text input; errors: 22P02 with what is wrong, 54000 for too many labels. */
static Datum
read_text(FunctionCallInfo fcinfo, const CvStateType *type)
{
	char	   *whole = PG_GETARG_CSTRING(0);

	if (strncmp(whole, "v1", 2) != 0)
		cv_bad_text(type, whole, "it must begin with v1");
	if (strncmp(whole, "v1 [", 4) == 0)
		PG_RETURN_POINTER(scan_cuts(type, whole, whole + 4));
	PG_RETURN_POINTER(pack(scan_labels(type, whole, whole + 2)));
}

static void
print_label(StringInfo out, const CvCells *s, int cell)
{
	int			length;
	const char *label = cv_cell_label(s, cell, &length);

	appendStringInfoString(out, " \"");
	for (int i = 0; i < length; i++)
	{
		if (label[i] == '"' || label[i] == '\\')
			appendStringInfoChar(out, '\\');
		appendStringInfoChar(out, label[i]);
	}
	appendStringInfoString(out, "\":");
}

/* Text output, the same under every setting. */
static Datum
print_text(FunctionCallInfo fcinfo, const CvStateType *type)
{
	CvCells    *s = cv_cells_arg(fcinfo, 0, type);
	StringInfoData out;

	initStringInfo(&out);
	appendStringInfoString(&out, s->form == CV_CELLS_CUTS ? "v1 [" : "v1");
	for (int i = 0; s->form == CV_CELLS_CUTS && i < cv_cells_ncuts(s); i++)
	{
		if (i > 0)
			appendStringInfoChar(&out, ',');
		cv_print_float8(&out, cv_cells_cuts(s)[i]);
	}
	if (s->form == CV_CELLS_CUTS)
		appendStringInfoChar(&out, ']');
	for (int i = 0; i < (int) s->ncells; i++)
	{
		CHECK_FOR_INTERRUPTS();
		if (s->form == CV_CELLS_CUTS)
			appendStringInfoChar(&out, ' ');
		else
			print_label(&out, s, i);
		for (int k = 0; k < s->width; k++)
		{
			if (k > 0)
				appendStringInfoChar(&out, ':');
			cv_print_fixed(&out, cv_cell_units(s, i)[k], CV_COUNT_GROUPS, 0);
		}
	}
	PG_RETURN_CSTRING(out.data);
}

/*
 * Binary form: bytes of version and form, the number of cells, and of each its counts (high and low
 * half), after its label (length and text); by cuts, these come first.
 */
static Datum
send_binary(FunctionCallInfo fcinfo, const CvStateType *type)
{
	CvCells    *s = cv_cells_arg(fcinfo, 0, type);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, CELLS_VERSION);
	pq_sendbyte(&buf, s->form);
	pq_sendint32(&buf, s->ncells);
	for (int i = 0; s->form == CV_CELLS_CUTS && i < cv_cells_ncuts(s); i++)
		pq_sendfloat8(&buf, cv_cells_cuts(s)[i]);
	for (int i = 0; i < (int) s->ncells; i++)
	{
		if (s->form == CV_CELLS_LABELS)
		{
			int			length;
			const char *label = cv_cell_label(s, i, &length);

			cv_sendcountedtext(&buf, label, length);
		}
		for (int k = 0; k < s->width; k++)
		{
			pq_sendint64(&buf, (int64) (cv_cell_units(s, i)[k] >> 64));
			pq_sendint64(&buf, (int64) (uint64) cv_cell_units(s, i)[k]);
		}
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

static void
receive_counts(const CvStateType *type, StringInfo buf, CvCells *s, int cell)
{
	cv_int128	sum = 0;

	for (int k = 0; k < s->width; k++)
	{
		cv_uint128	high = (cv_uint128) (uint64) pq_getmsgint64(buf);
		cv_int128	units = (cv_int128) (high << 64 | (uint64) pq_getmsgint64(buf));

		if (units < 0 || units > CV_COUNT_LIMIT)
			cv_bad_binary(type->name, "Its counts must be from 0 to 1e15.");
		cv_cell_units(s, cell)[k] = units;
		sum += units;
	}
	if (s->form == CV_CELLS_LABELS && sum == 0)
		cv_bad_binary(type->name, "A label must have a count above 0.");
}

static CvCells *
receive_labels(const CvStateType *type, StringInfo buf, uint32 n)
{
	CvCells    *s = new_by_labels(width_of(type), 8, 64, true);

	for (uint32 i = 0; i < n; i++)
	{
		int			length = pq_getmsgint(buf, 4);
		char	   *label;

		if (length < 0 || length > buf->len - buf->cursor)
			cv_bad_binary(type->name, "A label is longer than the value.");
		label = pq_getmsgtext(buf, length, &length);
		if (intern_label(&s, label, length) != (int) i)
			cv_bad_binary(type->name, "Labels must be distinct.");
		pfree(label);
		receive_counts(type, buf, s, i);
	}
	return s;
}

static CvCells *
receive_cuts(const CvStateType *type, StringInfo buf, uint32 n)
{
	int			width = width_of(type);
	double	   *cut;
	CvCells    *s;

	/* Nothing large is made of little. */
	if (n < (uint32) width || n > MOST_CUTS + 2 ||
		(Size) (buf->len - buf->cursor) != (n - width) * sizeof(double) + (Size) n * width * sizeof(cv_int128))
		cv_bad_binary(type->name, "Its length does not fit its number of bins.");
	cut = palloc(n * sizeof(double));
	for (uint32 i = 0; i < n - width; i++)
	{
		cut[i] = pq_getmsgfloat8(buf);
		if (!isfinite(cut[i]) || (i > 0 && !(cut[i] > cut[i - 1])))
			cv_bad_binary(type->name, "Its cuts must be finite and rise.");
	}
	s = cv_cells_new_by_cuts(type, cut, n - width);
	for (uint32 i = 0; i < n; i++)
		receive_counts(type, buf, s, i);
	return s;
}

/* Binary input; errors: 22P03. */
static Datum
receive_binary(FunctionCallInfo fcinfo, const CvStateType *type)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	int			form;
	uint32		n;

	if (pq_getmsgbyte(buf) != CELLS_VERSION)
		cv_bad_binary(type->name, "Its version is unknown.");
	form = pq_getmsgbyte(buf);
	n = pq_getmsgint(buf, 4);
	if (form > CV_CELLS_CUTS || (form == CV_CELLS_NONE) != (n == 0))
		cv_bad_binary(type->name, "Its form is unknown, or it has no cells.");
	PG_RETURN_POINTER(form == CV_CELLS_CUTS ? receive_cuts(type, buf, n) : pack(receive_labels(type, buf, n)));
}

#define CELLS_TYPE(type, in, out, recv, send) \
	PG_FUNCTION_INFO_V1(in); \
	PG_FUNCTION_INFO_V1(out); \
	PG_FUNCTION_INFO_V1(recv); \
	PG_FUNCTION_INFO_V1(send); \
	Datum \
	in(PG_FUNCTION_ARGS) \
	{ \
		return read_text(fcinfo, type); \
	} \
	Datum \
	out(PG_FUNCTION_ARGS) \
	{ \
		return print_text(fcinfo, type); \
	} \
	Datum \
	recv(PG_FUNCTION_ARGS) \
	{ \
		return receive_binary(fcinfo, type); \
	} \
	Datum \
	send(PG_FUNCTION_ARGS) \
	{ \
		return send_binary(fcinfo, type); \
	}

CELLS_TYPE(&cv_bin_type, bin_summary_in, bin_summary_out, bin_summary_recv, bin_summary_send)
CV_COMPARE(bin_summary_send, bin_summary_cmp, bin_summary_eq, bin_summary_ne, bin_summary_lt, bin_summary_le,
		   bin_summary_gt, bin_summary_ge, bin_summary_hash, bin_summary_hash_extended)

CELLS_TYPE(&cv_distribution_type, distribution_summary_in, distribution_summary_out, distribution_summary_recv,
	distribution_summary_send)
CV_COMPARE(distribution_summary_send, distribution_summary_cmp, distribution_summary_eq, distribution_summary_ne,
		   distribution_summary_lt, distribution_summary_le, distribution_summary_gt, distribution_summary_ge,
		   distribution_summary_hash, distribution_summary_hash_extended)
