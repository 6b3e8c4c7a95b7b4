/*
 * cells.c - exact sums in numbered cells.
 */
#include "retention/cells.h"

#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "num/sort.h"
#include "num/varint.h"

#define HEAD sizeof(CvCells)
#define CELLS_LIMIT ((Size) 512 * 1024 * 1024)
#define LEAST_CELLS 4
#define NO_CELL PG_UINT32_MAX
#define CELL_BYTES (5 * CV_VARINT_BYTES)	/* most of a packed cell */

/* The sums are below 10^36. */
static inline cv_int128
volume_limit(void)
{
	return (cv_int128) 1000000000000000000 * 1000000000000000000;
}

/* The parts of a value, in the order of its bytes. */
static uint32 *
name_ends(const CvCells *s)
{
	return (uint32 *) (s + 1);
}

/* What follows the names' ends, at a multiple of eight. */
static char *
after_ends(const CvCells *s)
{
	return (char *) (name_ends(s) + TYPEALIGN(2, s->name_capacity));
}

static uint64 *
seed_of(const CvCells *s)
{
	return (uint64 *) (after_ends(s) + 2 * (Size) s->name_capacity * sizeof(uint32));
}

static CvCell *
grown_cells(const CvCells *s)
{
	return (CvCell *) (seed_of(s) + 1);
}

static uint32 *
cell_slots(const CvCells *s)
{
	return (uint32 *) (grown_cells(s) + s->capacity);
}

static char *
name_bytes(const CvCells *s)
{
	return s->growing ? (char *) (cell_slots(s) + 2 * (Size) s->capacity) : after_ends(s);
}

static uint8 *
packed_cells(const CvCells *s)
{
	return (uint8 *) (name_bytes(s) + s->bytes_capacity);
}

static Size
size_of(bool growing, Size cells, Size names, Size bytes)
{
	Size		size = HEAD + TYPEALIGN(2, names) * sizeof(uint32) + bytes;

	return size + (growing ?
				   2 * names * sizeof(uint32) + sizeof(uint64) + cells * (sizeof(CvCell) + 2 * sizeof(uint32)) : cells);
}

static bool
is_power_of_two(uint32 x)
{
	return (x & (x - 1)) == 0;
}

static const CvCellsType *
type_of(const CvCells *s)
{
	static const CvCellsType *const types[] = {
		[CV_CELLS_SURVIVAL] = &cv_survival_type,
		[CV_CELLS_LOGRANK] = &cv_logrank_type,
		[CV_CELLS_INCIDENCE] = &cv_incidence_type,
		[CV_CELLS_COHORT] = &cv_cohort_type
	};

	return types[s->kind];
}

bool
cv_cells_fits(const void *value)
{
	const CvCells *s = value;

	return s->nnames <= s->name_capacity && s->bytes_length <= s->bytes_capacity && s->kind <= CV_CELLS_COHORT &&
		s->groups >= 0 && s->groups <= CV_CELLS_GROUPS &&
		(s->growing ? s->ncells <= s->capacity && is_power_of_two(s->capacity) && is_power_of_two(s->name_capacity) :
		 s->ncells <= s->capacity && s->nnames == s->name_capacity && s->bytes_length == s->bytes_capacity) &&
		VARSIZE(s) == size_of(s->growing, s->capacity, s->name_capacity, s->bytes_capacity);
}

static CvNames
names_of(const CvCells *s)
{
	CvNames		names = {s->nnames, s->name_capacity, s->bytes_capacity, name_ends(s), name_bytes(s), NULL, 0};

	if (s->growing && s->name_capacity > 0)
	{
		names.slot = (uint32 *) after_ends(s);
		names.seed = *seed_of(s);
	}
	return names;
}

/* Errors: 54000. */
static CvCells *
new_cells(const CvCellsType *type, bool growing, Size cells, Size names, Size bytes)
{
	Size		size = size_of(growing, cells, names, bytes);
	CvCells    *s;

	if (size > CELLS_LIMIT)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a %s exceeds 512 MB", type->state.name),
				 errhint("%s", type->too_large)));
	s = cv_state_new(&type->state, size, HEAD);
	s->kind = type->kind;
	s->growing = growing;
	s->capacity = (uint32) cells;
	s->name_capacity = (uint32) names;
	s->bytes_capacity = (uint32) bytes;
	if (growing)
	{
		*seed_of(s) = cv_names_seed();
		memset(after_ends(s), 0xff, 2 * names * sizeof(uint32));
		memset(cell_slots(s), 0xff, 2 * cells * sizeof(uint32));
	}
	return s;
}

CvCells *
cv_cells_get(Datum value, const CvCellsType *type)
{
	CvCells    *s = cv_state_get(value, &type->state);

	if (s->kind != type->kind)
		cv_bad_value(&type->state);
	return s;
}

/* The slot where a cell is or would be; nobody outside can tell which cells share one. */
static inline uint32 *
find_slot(const CvCells *s, uint64 series, uint64 place)
{
	uint32	   *slot = cell_slots(s);
	const CvCell *cell = grown_cells(s);
	uint32		mask = 2 * s->capacity - 1;
	uint64		hash = (place ^ *seed_of(s)) * UINT64CONST(0x9e3779b97f4a7c15);

	hash = (hash ^ hash >> 32 ^ series) * UINT64CONST(0xd6e8feb86659fd93);
	hash ^= hash >> 32;
	for (uint32 at = (uint32) hash & mask;; at = (at + 1) & mask)
	{
		if (slot[at] == NO_CELL || (cell[slot[at]].place == place && cell[slot[at]].series == series))
			return &slot[at];
	}
}

/* A growing copy with room for this many cells, names and bytes of names. */
static CvCells *
grow(const CvCells *s, Size cells, Size names, Size bytes)
{
	CvCellsView view;
	CvCells    *copy = new_cells(type_of(s), true, cv_names_doubled(s->growing ? s->capacity : 0, cells, LEAST_CELLS),
								 names == 0 ? 0 : cv_names_doubled(s->growing ? s->name_capacity : 0, names, 2),
								 bytes == 0 ? 0 : cv_names_doubled(s->growing ? s->bytes_capacity : 0, bytes, 16));
	CvNames		from = names_of(s);
	CvNames		to = names_of(copy);

	copy->groups = s->groups;
	copy->has_params = s->has_params;
	memcpy(copy->param, s->param, sizeof(s->param));
	copy->volume = s->volume;
	copy->nnames = s->nnames;
	copy->bytes_length = s->bytes_length;
	if (copy->name_capacity > 0)
		cv_names_copy(&to, &from);
	view.cell = grown_cells(s);
	if (!s->growing)
		view = cv_cells_view(s);
	memcpy(grown_cells(copy), view.cell, s->ncells * sizeof(CvCell));
	copy->ncells = s->ncells;
	for (uint32 i = 0; i < copy->ncells; i++)
	{
		CV_BREATHE(i);
		*find_slot(copy, view.cell[i].series, view.cell[i].place) = i;
	}
	return copy;
}

/* An empty value that can grow. */
CvCells *
cv_cells_new(const CvCellsType *type)
{
	return new_cells(type, true, LEAST_CELLS, 0, 0);
}

/* The state that a transition may write to, argument 0. */
CvCells *
cv_cells_writable(FunctionCallInfo fcinfo, const CvCellsType *type)
{
	CvCells    *s = cv_cells_get(PG_GETARG_DATUM(0), type);

	if (cv_in_aggregate(fcinfo) && s->growing)
		return s;
	return grow(s, s->ncells, s->nnames, s->bytes_length);
}

Datum
cv_cells_return(FunctionCallInfo fcinfo, CvCells *s)
{
	if (cv_in_aggregate(fcinfo))
		PG_RETURN_POINTER(s);
	PG_RETURN_POINTER(cv_cells_pack(s));
}

/* The series of this name, made when it is not there yet; *s may become another one. */
static uint64
find_series(CvCells **s, const char *name, int length)
{
	CvNames		names = names_of(*s);
	uint32	   *slot = names.capacity > 0 ? cv_names_slot(&names, name, length) : NULL;

	if (slot != NULL && *slot != CV_NO_NAME)
		return *slot;
	if (slot == NULL || !cv_names_room(&names, length))
	{
		*s = grow(*s, (*s)->ncells, (Size) (*s)->nnames + 1, Max((Size) (*s)->bytes_length + length, 1));
		names = names_of(*s);
		slot = cv_names_slot(&names, name, length);
	}
	*slot = names.n;
	cv_names_append(&names, name, length);
	(*s)->bytes_length += length;
	return (*s)->nnames++;
}

/* The two parts of a name. */
CvLabel
cv_cells_label(const CvNames *names, uint32 i)
{
	int			length;
	CvLabel		label;

	label.stratum = cv_names_get(names, i, &length);
	label.stratum_length = (int) strnlen(label.stratum, length);
	label.group = label.stratum + label.stratum_length + 1;
	label.group_length = length - label.stratum_length - 1;
	return label;
}

/* The series of a group in a stratum; their names are kept as one, with a byte of 0 between them, which no text has. */
uint64
cv_cells_labelled(CvCells **s, const CvLabel *label)
{
	char		own[256];
	int			length = label->stratum_length + 1 + label->group_length;
	char	   *name = length <= (int) sizeof(own) ? own : palloc(length);
	uint64		series;

	memcpy(name, label->stratum, label->stratum_length);
	name[label->stratum_length] = '\0';
	memcpy(name + label->stratum_length + 1, label->group, label->group_length);
	series = find_series(s, name, length);
	if (name != own)
		pfree(name);
	return series;
}

/* A cell, made when it is not there yet; *s may become another one. */
CvCell *
cv_cells_find(CvCells **s, uint64 series, uint64 place)
{
	uint32	   *slot = find_slot(*s, series, place);
	CvCell	   *cell;

	if (likely(*slot != NO_CELL))
		return &grown_cells(*s)[*slot];
	if ((*s)->ncells == (*s)->capacity)
	{
		*s = grow(*s, (Size) (*s)->ncells + 1, (*s)->nnames, (*s)->bytes_length);
		slot = find_slot(*s, series, place);
	}
	*slot = (*s)->ncells++;
	cell = &grown_cells(*s)[*slot];
	memset(cell, 0, sizeof(CvCell));
	cell->series = series;
	cell->place = place;
	return cell;
}

/* Errors: 22023 where a parameter is not that of the rows before. */
void
cv_cells_set_params(CvCells *s, const int64 *param)
{
	if (s->has_params && memcmp(s->param, param, sizeof(s->param)) != 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("parameters of a %s change within an aggregate", type_of(s)->state.name),
				 errhint("%s", type_of(s)->params)));
	memcpy(s->param, param, sizeof(s->param));
	s->has_params = true;
}

static cv_int128
power_of_base(int exponent)
{
	cv_int128	power = 1;

	while (exponent-- > 0)
		power *= 10000;
	return power;
}

/* One whole, in units. */
cv_int128
cv_cells_one(const CvCells *s)
{
	return power_of_base(s->groups);
}

static void
too_many_digits(const CvCells *s)
{
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("numbers of a %s need more than 32 digits together", type_of(s)->state.name),
			 errhint("Round weights and amounts to a few decimals.")));
}

/* Bring a growing value to so many groups of decimals, if it has fewer. */
void
cv_cells_refine(CvCells *s, int groups)
{
	cv_int128	factor;

	if (likely(groups <= s->groups))
		return;
	if (groups > CV_CELLS_GROUPS)
		too_many_digits(s);
	factor = power_of_base(groups - s->groups);
	if (s->volume >= volume_limit() / factor)
		too_many_digits(s);
	s->volume *= factor;
	s->groups = groups;
	for (uint32 i = 0; i < s->ncells; i++)
	{
		CV_BREATHE(i);
		for (int k = 0; k < CV_CELL_SUMS; k++)
			grown_cells(s)[i].sum[k] *= factor;
	}
}

/* A decimal in units of the value, which is refined if it has to be. */
cv_int128
cv_cells_units(CvCells *s, const CvDecimal *x)
{
	cv_uint128	units;

	cv_cells_refine(s, cv_decimal_fraction_groups(x));
	if (!cv_decimal_to_u128(x, s->groups, &units))
		too_many_digits(s);
	return x->negative ? -(cv_int128) units : (cv_int128) units;
}

/* Errors: 54000, as cv_cells_rescale. */
cv_int128
cv_cells_factor(const CvCells *s, int groups)
{
	if (s->groups - groups > CV_CELLS_GROUPS)
		too_many_digits(s);
	return power_of_base(s->groups - groups);
}

cv_int128
cv_cells_rescale(const CvCells *s, cv_int128 units, cv_int128 factor)
{
	if (unlikely(factor > 1 && (units < 0 ? -units : units) >= volume_limit() / factor))
		too_many_digits(s);
	return units * factor;
}

/* The volume is the sum of absolute values as they came: no smaller than any sum. */
void
cv_cells_add(CvCells *s, CvCell *cell, int i, cv_int128 units)
{
	s->volume += units < 0 ? -units : units;
	if (unlikely(s->volume >= volume_limit()))
		too_many_digits(s);
	cell->sum[i] += units;
}

#define CELL_COMES_FIRST(a, b) ((a).series < (b).series || ((a).series == (b).series && (a).place < (b).place))
CV_DEFINE_SORT(sort_cells, CvCell, CELL_COMES_FIRST)

/* Names in order of their bytes, and the cells numbered and sorted after them. */
static void
order_names(const CvCells *s, CvCellsView *view)
{
	CvNames		from = names_of(s);
	CvNames		to = {0, s->nnames, s->bytes_length, NULL, NULL, NULL, 0};
	uint32	   *rank = cv_names_rank(&from);

	to.end = cv_alloc(s->nnames * sizeof(uint32));
	to.bytes = cv_alloc(s->bytes_length);
	cv_names_copy_ranked(&to, &from, rank);
	view->names = to;
	for (int64 i = 0; i < view->n; i++)
	{
		CV_BREATHE(i);
		view->cell[i].series = rank[view->cell[i].series];
	}
	pfree(rank);
}

/* The next packed cell after this one; NULL where the bytes are not well formed. */
static const uint8 *
unpack_cell(const uint8 *at, const uint8 *end, CvCell *cell)
{
	cv_uint128	x;

	at = cv_get_varint(at, end, &x);
	if (at == NULL || x > PG_UINT64_MAX - cell->series)
		return NULL;
	if (x > 0)
		cell->place = 0;
	cell->series += (uint64) x;
	at = cv_get_varint(at, end, &x);
	if (at == NULL || x > PG_UINT64_MAX - cell->place)
		return NULL;
	cell->place += (uint64) x;
	for (int k = 0; k < CV_CELL_SUMS; k++)
	{
		at = cv_get_varint(at, end, &x);
		if (at == NULL)
			return NULL;
		cell->sum[k] = cv_unfold_sign(x);
	}
	return at;
}

static bool
unpack_cells(const CvCells *s, CvCellsView *view)
{
	const uint8 *at = packed_cells(s);
	const uint8 *end = at + s->capacity;
	CvCell		cell = {0, 0, {0, 0, 0}};

	for (uint32 i = 0; i < s->ncells; i++)
	{
		CV_BREATHE(i);
		at = unpack_cell(at, end, &cell);
		if (at == NULL)
			return false;
		view->cell[i] = cell;
	}
	return at == end;
}

static CvCellsView
start_view(const CvCells *s)
{
	CvCellsView view = {.n = s->ncells, .groups = s->groups, .scale = (double) power_of_base(s->groups),
	.has_params = s->has_params};

	memcpy(view.param, s->param, sizeof(view.param));
	view.cell = cv_alloc(s->ncells * sizeof(CvCell));
	view.names = names_of(s);
	return view;
}

CvCellsView
cv_cells_view(const CvCells *s)
{
	CvCellsView view = start_view(s);

	if (s->growing)
	{
		CvCell	   *scratch = cv_alloc(s->ncells * sizeof(CvCell));

		memcpy(view.cell, grown_cells(s), s->ncells * sizeof(CvCell));
		if (s->nnames > 0)
			order_names(s, &view);
		sort_cells(view.cell, scratch, view.n);
		pfree(scratch);
	}
	else if (!unpack_cells(s, &view))
		cv_bad_value(&type_of(s)->state);
	return view;
}

/* Groups of decimals that all sums have to spare. */
static int
spare_groups(const CvCellsView *view)
{
	int			spare = view->groups;

	for (int64 i = 0; i < view->n && spare > 0; i++)
	{
		CV_BREATHE(i);
		for (int k = 0; k < CV_CELL_SUMS; k++)
		{
			while (view->cell[i].sum[k] % power_of_base(spare) != 0)
				spare--;
		}
	}
	return spare;
}

/* Bytes of the cells, to a place that may be NULL; their number. */
static Size
pack_cells(const CvCellsView *view, int spare, uint8 *to)
{
	cv_int128	factor = power_of_base(spare);
	uint8		own[CELL_BYTES];
	Size		length = 0;
	uint64		series = 0;
	uint64		place = 0;

	for (int64 i = 0; i < view->n; i++)
	{
		const CvCell *cell = &view->cell[i];
		uint8	   *start = to == NULL ? own : to + length;
		uint8	   *at = cv_put_varint(start, cell->series - series);

		CV_BREATHE(i);
		at = cv_put_varint(at, cell->series == series ? cell->place - place : cell->place);
		series = cell->series;
		place = cell->place;
		for (int k = 0; k < CV_CELL_SUMS; k++)
			at = cv_put_varint(at, cv_fold_sign(spare > 0 ? cell->sum[k] / factor : cell->sum[k]));
		length += at - start;
	}
	return length;
}

/* Sum of absolute values of the sums themselves, so that it does not tell how they came about. */
static cv_int128
volume_of(const CvCellsView *view)
{
	cv_int128	volume = 0;

	for (int64 i = 0; i < view->n; i++)
	{
		CV_BREATHE(i);
		for (int k = 0; k < CV_CELL_SUMS; k++)
			volume += view->cell[i].sum[k] < 0 ? -view->cell[i].sum[k] : view->cell[i].sum[k];
	}
	return volume;
}

/* The form that is stored. */
void *
cv_cells_pack(void *value)
{
	CvCells    *s = value;
	CvCellsView view;
	CvCells    *packed;
	int			spare;

	if (!s->growing)
		return s;
	view = cv_cells_view(s);
	spare = spare_groups(&view);
	packed = new_cells(type_of(s), false, pack_cells(&view, spare, NULL), view.names.n, s->bytes_length);
	packed->groups = s->groups - spare;
	packed->has_params = s->has_params;
	memcpy(packed->param, s->param, sizeof(s->param));
	packed->volume = volume_of(&view) / power_of_base(spare);
	packed->ncells = s->ncells;
	packed->nnames = s->nnames;
	packed->bytes_length = s->bytes_length;
	if (s->nnames > 0)
	{
		memcpy(name_ends(packed), view.names.end, s->nnames * sizeof(uint32));
		memcpy(name_bytes(packed), view.names.bytes, s->bytes_length);
	}
	if (s->nnames % 2 == 1)
		name_ends(packed)[s->nnames] = 0;
	pack_cells(&view, spare, packed_cells(packed));
	return packed;
}

/*
 * NAME_merge(NAME, NAME) -> NAME
 *
 * The rows of both: combine function, and transition function of rollup.  Errors: 22023 where parameters differ, 54000
 * where numbers need more than 32 digits together or the value exceeds 512 MB.
 */
Datum
cv_cells_merge(FunctionCallInfo fcinfo, const CvCellsType *type)
{
	CvCells    *s = cv_cells_writable(fcinfo, type);
	CvCells    *other = cv_cells_get(PG_GETARG_DATUM(1), type);
	CvCellsView view = cv_cells_view(other);
	uint64	   *series = cv_alloc(view.names.n * sizeof(uint64));
	cv_int128	factor;

	if (other->has_params)
		cv_cells_set_params(s, other->param);
	for (uint32 i = 0; i < view.names.n; i++)
	{
		int			length;
		const char *name = cv_names_get(&view.names, i, &length);

		series[i] = find_series(&s, name, length);
	}
	cv_cells_refine(s, view.groups);
	factor = cv_cells_factor(s, view.groups);
	for (int64 i = 0; i < view.n; i++)
	{
		CvCell	   *cell = cv_cells_find(&s, view.names.n > 0 ? series[view.cell[i].series] : view.cell[i].series,
										 view.cell[i].place);

		CV_BREATHE(i);
		for (int k = 0; k < CV_CELL_SUMS; k++)
			cv_cells_add(s, cell, k, cv_cells_rescale(s, view.cell[i].sum[k], factor));
	}
	return cv_cells_return(fcinfo, s);
}

const char *
cv_cells_complaint(const CvCells *s)
{
	CvCellsView view = cv_cells_view(s);

	return type_of(s)->check(&view);
}

/*
 * Binary form: version, groups, whether there are parameters, those, names (length and bytes), the number of cells and
 * their packed bytes.
 */
Datum
cv_cells_send(FunctionCallInfo fcinfo, const CvCellsType *type)
{
	CvCells    *s = cv_cells_pack(cv_cells_get(PG_GETARG_DATUM(0), type));
	CvNames		names = names_of(s);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, type->state.version);
	pq_sendbyte(&buf, s->groups);
	pq_sendbyte(&buf, s->has_params);
	for (int i = 0; i < CV_CELLS_PARAMS && s->has_params; i++)
		pq_sendint64(&buf, s->param[i]);
	pq_sendint32(&buf, s->nnames);
	for (uint32 i = 0; i < s->nnames; i++)
	{
		CvLabel		label = cv_cells_label(&names, i);

		cv_sendcountedtext(&buf, label.stratum, label.stratum_length);
		cv_sendcountedtext(&buf, label.group, label.group_length);
	}
	pq_sendint32(&buf, s->ncells);
	pq_sendbytes(&buf, (char *) packed_cells(s), s->capacity);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* One text of a name that comes in. */
static char *
receive_text(StringInfo buf, int *length)
{
	*length = (int) pq_getmsgint(buf, 4);
	return pq_getmsgtext(buf, *length, length);
}

static void
receive_names(StringInfo buf, CvCells **s, const CvCellsType *type)
{
	int64		n = pq_getmsgint(buf, 4);

	for (int64 i = 0; i < n; i++)
	{
		CvLabel		label;

		CHECK_FOR_INTERRUPTS();
		label.stratum = receive_text(buf, &label.stratum_length);
		label.group = receive_text(buf, &label.group_length);
		if (cv_cells_labelled(s, &label) != (uint64) i)
			cv_bad_binary(type->state.name, "A name comes twice.");
	}
}

/*
 * NAME_recv(internal): see cv_cells_send.  Cells are put into a growing value one by one, so that nothing is trusted.
 * Errors: 22P03.
 */
Datum
cv_cells_recv(FunctionCallInfo fcinfo, const CvCellsType *type)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	CvCells    *s = cv_cells_new(type);
	CvCell		cell = {0, 0, {0, 0, 0}};
	const uint8 *at,
			   *end;
	const char *complaint;
	int64		n;

	if (pq_getmsgbyte(buf) != type->state.version)
		cv_bad_binary(type->state.name, "Its version is unknown.");
	s->groups = pq_getmsgbyte(buf);
	s->has_params = pq_getmsgbyte(buf) != 0;
	if (s->groups > CV_CELLS_GROUPS)
		cv_bad_binary(type->state.name, "It has too many decimals.");
	for (int i = 0; i < CV_CELLS_PARAMS && s->has_params; i++)
		s->param[i] = pq_getmsgint64(buf);
	receive_names(buf, &s, type);
	n = pq_getmsgint(buf, 4);
	end = (const uint8 *) buf->data + buf->len;
	at = (const uint8 *) pq_getmsgbytes(buf, buf->len - buf->cursor);
	for (int64 i = 0; i < n; i++)
	{
		CvCell	   *to;

		CHECK_FOR_INTERRUPTS();
		at = unpack_cell(at, end, &cell);
		if (at == NULL || (s->nnames > 0 && cell.series >= s->nnames))
			cv_bad_binary(type->state.name, "Its cells are not well formed.");
		to = cv_cells_find(&s, cell.series, cell.place);
		for (int k = 0; k < CV_CELL_SUMS; k++)
		{
			if (cell.sum[k] >= volume_limit() || cell.sum[k] <= -volume_limit() || to->sum[k] != 0)
				cv_bad_binary(type->state.name, "Its cells are not well formed.");
			cv_cells_add(s, to, k, cell.sum[k]);
		}
	}
	complaint = cv_cells_complaint(s);
	if (at != end || complaint != NULL)
		cv_bad_binary(type->state.name, at != end ? "Bytes are left over." : psprintf("In it, %s.", complaint));
	PG_RETURN_POINTER(cv_cells_pack(s));
}
