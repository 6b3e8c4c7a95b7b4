/*
 * network.c - a directed graph with named nodes and exact weights, as one value.
 *
 * Edges that occur twice add up, exactly.  A value holds 24 bytes an edge and the names,
 * and is limited to 512 MB, about ten million edges, and to 1000 MB as text.
 */
#include "pg/network.h"

#include "catalog/pg_type.h"
#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "pg/names.h"
#include "pg/state.h"

#define NETWORK_LIMIT ((Size) 512 * 1024 * 1024)
#define EMPTY_SLOT PG_UINT32_MAX
#define MOST_DIGITS 1000		/* of a driver as text */

/* 10^36, the bound of a driver. */
#define DRIVER_LIMIT ((cv_uint128) UINT64CONST(1000000000000000000) * UINT64CONST(1000000000000000000))

const CvWeightReader cv_numeric_weight = {cv_decimal_from_numeric, NUMERICOID};
const CvWeightReader cv_bigint_weight = {cv_decimal_from_int64, INT8OID};
const CvWeightReader cv_real_weight = {cv_decimal_from_float4, FLOAT4OID};
const CvWeightReader cv_float8_weight = {cv_decimal_from_float8, FLOAT8OID};

/* All types by their numbers. */
static const CvNetworkType *types[PG_UINT8_MAX + 1];

void
cv_network_register(const CvNetworkType *type)
{
	if (types[type->number] != NULL && types[type->number] != type)
		ereport(FATAL,
				(errcode(ERRCODE_INTERNAL_ERROR),
				 errmsg("types \"%s\" and \"%s\" have the same number %d",
						types[type->number]->name, type->name, type->number)));
	types[type->number] = type;
}

static Size
name_bytes(uint32 capacity)
{
	return MAXALIGN(capacity);
}

static uint32 *
node_slots(const CvNetwork *net)
{
	/* Rounded up by name_ends and names together, the slots begin at an aligned place. */
	return (uint32 *) ((char *) (cv_network_edges(net) + net->edge_capacity) +
					   MAXALIGN(net->node_capacity * sizeof(uint32) + name_bytes(net->names_capacity)));
}

static uint32 *
edge_slots(const CvNetwork *net)
{
	return node_slots(net) + 2 * (Size) net->node_capacity;
}

/* The key of the hash tables. */
static uint64 *
hash_seed(const CvNetwork *net)
{
	return (uint64 *) (edge_slots(net) + 2 * (Size) net->edge_capacity);
}

static Size
network_size(uint32 nodes, uint32 edges, uint32 names, bool growing)
{
	Size		size = sizeof(CvNetwork) + (Size) edges * sizeof(CvNetworkEdge);

	if (!growing)
		return size + (Size) nodes * sizeof(uint32) + names;
	return size + MAXALIGN((Size) nodes * sizeof(uint32) + name_bytes(names)) +
		2 * ((Size) nodes + edges) * sizeof(uint32) + sizeof(uint64);
}

static CvNetwork *
new_network(const CvNetworkType *type, uint32 nodes, uint32 edges, uint32 names, bool growing)
{
	Size		size = network_size(nodes, edges, names, growing);
	CvNetwork  *net;

	if (size > NETWORK_LIMIT)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("%s exceeds 512 MB with %u edges", type->name, edges),
				 errhint("%s", type->too_large)));
	net = palloc(size);
	memset(net, 0, sizeof(CvNetwork));
	SET_VARSIZE(net, size);
	net->version = CV_NETWORK_VERSION;
	net->growing = growing;
	net->kind = type->number;
	net->node_capacity = nodes;
	net->edge_capacity = edges;
	net->names_capacity = names;
	if (growing)
	{
		memset(node_slots(net), 0xff, 2 * ((Size) nodes + edges) * sizeof(uint32));
		*hash_seed(net) = cv_mix(cv_names_seed());
	}
	return net;
}

static bool
fits(const void *value)
{
	const CvNetwork *net = value;

	return net->groups <= CV_NETWORK_GROUPS && types[net->kind] != NULL &&
		VARSIZE(net) == network_size(net->node_capacity, net->edge_capacity, net->names_capacity, net->growing);
}

static const CvStateType any_type = {"custvalue network", "", CV_NETWORK_VERSION, sizeof(CvNetwork), fits, NULL};

/* The network in a Datum, checked as far as a look at its head goes. */
CvNetwork *
cv_network_get(Datum value)
{
	return cv_state_get(value, &any_type);
}

static void
too_many_digits(const CvNetwork *net)
{
	const CvNetworkType *type = types[net->kind];

	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("%ss of %s span more than 36 digits", type->weight, type->a_name),
			 errhint("Round the %ss.", type->weight)));
}

static void
set_driver(const CvNetwork *net, CvNetworkEdge *edge, cv_uint128 driver)
{
	if (driver > DRIVER_LIMIT)
		too_many_digits(net);
	edge->driver_high = (uint64) (driver >> 64);
	edge->driver_low = (uint64) driver;
}

/* The slot where this name is or would be. */
static uint32 *
find_node_slot(const CvNetwork *net, const char *name, int length)
{
	uint32	   *slots = node_slots(net);
	uint32		mask = 2 * net->node_capacity - 1;
	uint32		at = cv_name_hash(name, length, *hash_seed(net)) & mask;

	for (uint32 probes = 1; slots[at] != EMPTY_SLOT; at = (at + 1) & mask, probes++)
	{
		int			other_length;
		const char *other = cv_network_name(net, slots[at], &other_length);

		CV_BREATHE_OFTEN(probes);
		if (other_length == length && cv_name_equals(other, name, length))
			break;
	}
	return &slots[at];
}

static uint32 *
find_edge_slot(const CvNetwork *net, uint32 source, uint32 target)
{
	uint32	   *slots = edge_slots(net);
	uint32		mask = 2 * net->edge_capacity - 1;
	uint32		at = (uint32) cv_mix(((uint64) source << 32 | target) ^ *hash_seed(net)) & mask;

	for (uint32 probes = 1; slots[at] != EMPTY_SLOT; at = (at + 1) & mask, probes++)
	{
		const CvNetworkEdge *edge = &cv_network_edges(net)[slots[at]];

		CV_BREATHE_OFTEN(probes);
		if (edge->source == source && edge->target == target)
			break;
	}
	return &slots[at];
}

/* A capacity, which is a power of two, doubled until it is enough. */
static uint32
doubled(uint32 capacity, Size wanted)
{
	while (capacity < wanted && capacity <= NETWORK_LIMIT)
		capacity *= 2;
	return capacity;
}

/*
 * A growing copy with room for this many nodes, edges and bytes of names, twice what
 * was there where it is not enough.
 */
static CvNetwork *
grow(const CvNetwork *net, Size nodes, Size edges, Size names)
{
	uint32		node_capacity = doubled(net->growing ? Max(net->node_capacity, 8) : 8, nodes);
	uint32		edge_capacity = doubled(net->growing ? Max(net->edge_capacity, 8) : 8, edges);
	uint32		names_capacity = doubled(net->growing ? Max(net->names_capacity, 128) : 128, names);
	CvNetwork  *copy = new_network(types[net->kind], node_capacity, edge_capacity, names_capacity, true);

	copy->groups = net->groups;
	copy->nnodes = net->nnodes;
	copy->nedges = net->nedges;
	copy->names_length = net->names_length;
	memcpy(cv_network_edges(copy), cv_network_edges(net), net->nedges * sizeof(CvNetworkEdge));
	memcpy(cv_network_name_ends(copy), cv_network_name_ends(net), net->nnodes * sizeof(uint32));
	memcpy(cv_network_names(copy), cv_network_names(net), net->names_length);
	for (uint32 node = 0; node < copy->nnodes; node++)
	{
		int			length;
		const char *name = cv_network_name(copy, node, &length);

		CV_BREATHE(node);
		*find_node_slot(copy, name, length) = node;
	}
	for (uint32 i = 0; i < copy->nedges; i++)
	{
		const CvNetworkEdge *edge = &cv_network_edges(copy)[i];

		CV_BREATHE(i);
		*find_edge_slot(copy, edge->source, edge->target) = i;
	}
	return copy;
}

/* The node of this name, made when it is not there yet; *net may become a new one. */
static uint32
intern_node(CvNetwork **net, const char *name, int length)
{
	uint32	   *slot = find_node_slot(*net, name, length);

	if (*slot != EMPTY_SLOT)
		return *slot;
	if ((*net)->nnodes == (*net)->node_capacity ||
		(Size) (*net)->names_length + length > (*net)->names_capacity)
	{
		*net = grow(*net, (*net)->nnodes + 1, (*net)->nedges, (Size) (*net)->names_length + length);
		slot = find_node_slot(*net, name, length);
	}
	memcpy(cv_network_names(*net) + (*net)->names_length, name, length);
	(*net)->names_length += length;
	cv_network_name_ends(*net)[(*net)->nnodes] = (*net)->names_length;
	return *slot = (*net)->nnodes++;
}

/* Bring all drivers to this many groups of decimals. */
static void
rescale(CvNetwork *net, int groups)
{
	if (groups > CV_NETWORK_GROUPS)
		too_many_digits(net);
	for (; net->groups < groups; net->groups++)
	{
		for (uint32 i = 0; i < net->nedges; i++)
		{
			CvNetworkEdge *edge = &cv_network_edges(net)[i];

			CV_BREATHE(i);
			if (cv_network_driver(edge) > DRIVER_LIMIT / 10000)
				too_many_digits(net);
			set_driver(net, edge, cv_network_driver(edge) * 10000);
		}
	}
}

/* driver is in units of 10000^-(*net)->groups. */
static void
add_edge(CvNetwork **net, uint32 source, uint32 target, cv_uint128 driver)
{
	uint32	   *slot = find_edge_slot(*net, source, target);
	CvNetworkEdge *edge;

	if (*slot == EMPTY_SLOT)
	{
		if ((*net)->nedges == (*net)->edge_capacity)
		{
			*net = grow(*net, (*net)->nnodes, (*net)->nedges + 1, (*net)->names_length);
			slot = find_edge_slot(*net, source, target);
		}
		*slot = (*net)->nedges++;
		edge = &cv_network_edges(*net)[*slot];
		edge->source = source;
		edge->target = target;
		edge->driver_high = edge->driver_low = 0;
	}
	else
		edge = &cv_network_edges(*net)[*slot];
	set_driver(*net, edge, cv_network_driver(edge) + driver);
}

static void
add_named_edge(CvNetwork **net, const CvNodeName *source, const CvNodeName *target, const CvDecimal *weight,
			   Datum value, Oid type)
{
	cv_uint128	units;
	uint32		from,
				to;

	if (!weight->finite || (weight->negative && weight->ngroups > 0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s from \"%.*s\" to \"%.*s\" must be a number from 0 up, not %s", types[(*net)->kind]->weight,
						source->length, source->at, target->length, target->at, cv_value_text(value, type)),
				 errhint("Leave such rows out with WHERE or FILTER.")));
	rescale(*net, cv_decimal_fraction_groups(weight));
	if (!cv_decimal_to_u128(weight, (*net)->groups, &units))
		units = DRIVER_LIMIT + 1;	/* set_driver says so */
	from = intern_node(net, source->at, source->length);
	to = intern_node(net, target->at, target->length);
	add_edge(net, from, to, units);
}

/* All nodes in order of their names. */
static CvPlacedName *
sorted_nodes(const CvNetwork *net)
{
	CvPlacedName *node = cv_alloc(net->nnodes * sizeof(CvPlacedName));

	for (uint32 i = 0; i < net->nnodes; i++)
	{
		node[i].name = cv_network_name(net, i, &node[i].length);
		node[i].number = i;
	}
	cv_names_sort(node, net->nnodes);
	return node;
}

static inline uint32
end_of(const CvNetworkEdge *edge, bool at_source)
{
	return at_source ? edge->source : edge->target;
}

/* Where the edges of each node begin, by the nodes' ranks, when edges are in order of that end. */
static uint32 *
first_places(const CvNetwork *net, const uint32 *rank, bool at_source)
{
	uint32	   *place = cv_alloc(net->nnodes * sizeof(uint32));
	uint32		before = 0;

	memset(place, 0, net->nnodes * sizeof(uint32));
	for (uint32 i = 0; i < net->nedges; i++)
	{
		CV_BREATHE(i);
		place[rank[end_of(&cv_network_edges(net)[i], at_source)]]++;
	}
	for (uint32 i = 0; i < net->nnodes; i++)
	{
		uint32		count = place[i];

		place[i] = before;
		before += count;
	}
	return place;
}

/* Numbers of the edges in order of their targets. */
static uint32 *
order_by_target(const CvNetwork *net, const uint32 *rank)
{
	uint32	   *place = first_places(net, rank, false);
	uint32	   *order = cv_alloc(net->nedges * sizeof(uint32));

	for (uint32 i = 0; i < net->nedges; i++)
	{
		CV_BREATHE(i);
		order[place[rank[cv_network_edges(net)[i].target]]++] = i;
	}
	pfree(place);
	return order;
}

/* Groups of decimals that every driver has to spare. */
static int
spare_groups(const CvNetwork *net)
{
	int			spare = net->groups;

	for (uint32 i = 0; i < net->nedges && spare > 0; i++)
	{
		cv_uint128	driver = cv_network_driver(&cv_network_edges(net)[i]);
		int			zeros = 0;

		CV_BREATHE(i);
		while (zeros < spare && driver % 10000 == 0)
		{
			driver /= 10000;
			zeros++;
		}
		spare = zeros;
	}
	return spare;
}

/* The names of the nodes in their order; each node's rank in it is returned. */
static uint32 *
pack_names(const CvNetwork *net, CvNetwork *packed)
{
	CvPlacedName *node = sorted_nodes(net);
	uint32	   *rank = cv_alloc(net->nnodes * sizeof(uint32));

	for (uint32 i = 0; i < net->nnodes; i++)
	{
		CV_BREATHE(i);
		rank[node[i].number] = i;
		memcpy(cv_network_names(packed) + packed->names_length, node[i].name, node[i].length);
		packed->names_length += node[i].length;
		cv_network_name_ends(packed)[i] = packed->names_length;
	}
	pfree(node);
	return rank;
}

/* The edges in order of source and, with one source, of target: sorted by digits, so in time O(n). */
static void
pack_edges(const CvNetwork *net, CvNetwork *packed, const uint32 *rank)
{
	uint32	   *order = order_by_target(net, rank);
	uint32	   *place = first_places(net, rank, true);
	cv_uint128	divisor = 1;

	for (int k = packed->groups; k < net->groups; k++)
		divisor *= 10000;
	for (uint32 i = 0; i < net->nedges; i++)
	{
		const CvNetworkEdge *from = &cv_network_edges(net)[order[i]];
		CvNetworkEdge *to = &cv_network_edges(packed)[place[rank[from->source]]++];

		CV_BREATHE(i);
		to->source = rank[from->source];
		to->target = rank[from->target];
		set_driver(net, to, divisor == 1 ? cv_network_driver(from) : cv_network_driver(from) / divisor);
	}
	pfree(order);
	pfree(place);
}

/* Bytes of a name as COPY writes what cv_network_out does. */
static uint32
name_width(const CvNetwork *net, uint32 node)
{
	int			length;
	const char *name = cv_network_name(net, node, &length);
	uint32		width = length;

	for (int i = 0; i < length; i++)
	{
		CV_BREATHE(i);
		width += name[i] == '\\' ? 3 : name[i] == '"' ? 2 : name[i] >= '\b' && name[i] <= '\r';
	}
	return width;
}

/* The most bytes that a network takes as text, or, in more time, how many it takes. */
static Size
text_width(const CvNetwork *net, bool exact)
{
	uint32	   *width = cv_alloc(net->nnodes * sizeof(uint32));
	Size		sum = 2;
	StringInfoData number;

	initStringInfo(&number);
	for (uint32 i = 0; i < net->nnodes; i++)
	{
		CV_BREATHE(i);
		width[i] = name_width(net, i);
	}
	for (uint32 i = 0; i < net->nedges; i++)
	{
		const CvNetworkEdge *edge = &cv_network_edges(net)[i];
		cv_int128	driver = (cv_int128) cv_network_driver(edge);

		CV_BREATHE(i);
		resetStringInfo(&number);
		if (exact)
			cv_print_fixed(&number, driver, net->groups, 0);
		sum += 7 + (Size) width[edge->source] + width[edge->target] +
			(exact ? number.len : cv_fixed_width(driver, net->groups));
	}
	pfree(width);
	pfree(number.data);
	return sum;
}

/* Errors: 54000 for a network that could not be dumped. */
static void
check_text_width(const CvNetwork *net)
{
	/* Quick for those that are small: longer than all names together is none. */
	if ((double) net->nedges * (8.0 * net->names_length + 50) > (double) CV_TEXT_LIMIT &&
		text_width(net, false) > CV_TEXT_LIMIT)
		cv_check_text_size(types[net->kind]->name, text_width(net, true), types[net->kind]->too_large);
}

/* The packed form of a network. */
static CvNetwork *
pack(const CvNetwork *net)
{
	CvNetwork  *packed = new_network(types[net->kind], net->nnodes, net->nedges, net->names_length, false);
	uint32	   *rank;

	packed->groups = net->groups - spare_groups(net);
	packed->nnodes = net->nnodes;
	packed->nedges = net->nedges;
	rank = pack_names(net, packed);
	pack_edges(net, packed, rank);
	pfree(rank);
	check_text_width(packed);
	return packed;
}

CvNetwork *
cv_network_get_packed(Datum value)
{
	CvNetwork  *net = cv_network_get(value);

	return net->growing ? pack(net) : net;
}

/* The node of this name in a packed network, or -1. */
int
cv_network_find(const CvNetwork *packed, const char *name, int length)
{
	int			low = 0;
	int			high = (int) packed->nnodes - 1;

	while (low <= high)
	{
		int			middle = low + (high - low) / 2;
		int			other_length;
		const char *other = cv_network_name(packed, middle, &other_length);
		int			order = cv_names_compare(name, length, other, other_length);

		if (order == 0)
			return middle;
		if (order < 0)
			high = middle - 1;
		else
			low = middle + 1;
	}
	return -1;
}

text *
cv_network_name_text(const CvNetwork *net, uint32 node)
{
	int			length;
	const char *name = cv_network_name(net, node, &length);

	return cstring_to_text_with_len(name, length);
}

/*
 * The state that a transition may write to.  Outside an aggregate it is a copy, and what
 * is returned is packed, since it may be stored.
 */
CvNetwork *
cv_network_writable(FunctionCallInfo fcinfo)
{
	CvNetwork  *net = cv_network_get(PG_GETARG_DATUM(0));

	if (AggCheckCallContext(fcinfo, NULL) && net->growing)
		return net;
	return grow(net, net->nnodes, net->nedges, net->names_length);
}

/*
 * The same with room for all of another network, made once; where that is more than there may
 * be, room is made as it is needed, since some of it may be there already.
 */
static CvNetwork *
writable_for(FunctionCallInfo fcinfo, const CvNetwork *other)
{
	CvNetwork  *net = cv_network_get(PG_GETARG_DATUM(0));
	Size		nodes = (Size) net->nnodes + other->nnodes;
	Size		edges = (Size) net->nedges + other->nedges;
	Size		names = (Size) net->names_length + other->names_length;

	if (network_size(doubled(8, nodes), doubled(8, edges), doubled(128, names), true) > NETWORK_LIMIT)
		return cv_network_writable(fcinfo);
	if (AggCheckCallContext(fcinfo, NULL) && net->growing &&
		nodes <= net->node_capacity && edges <= net->edge_capacity && names <= net->names_capacity)
		return net;
	return grow(net, nodes, edges, names);
}

Datum
cv_network_return(FunctionCallInfo fcinfo, CvNetwork *net)
{
	if (AggCheckCallContext(fcinfo, NULL))
		PG_RETURN_POINTER(net);
	PG_RETURN_POINTER(pack(net));
}

void
cv_node_name_bigint(Datum value, CvNodeName *name)
{
	name->length = snprintf(name->digits, sizeof(name->digits), INT64_FORMAT, DatumGetInt64(value));
	name->at = name->digits;
}

/*
 * Add to the edge from source to target.  *net may become a new one.  Errors: 22023 for a weight that is negative,
 * NaN or infinite, 54000 beyond 36 digits or 512 MB.
 */
void
cv_network_add(CvNetwork **net, const CvNodeName *source, const CvNodeName *target, const CvWeightReader *reader,
			   Datum weight)
{
	CvDecimal	view;
	uint32		from;
	cv_uint128	one = 1;

	if (reader != NULL)
	{
		reader->read(weight, &view);
		add_named_edge(net, source, target, &view, weight, reader->type);
		return;
	}
	for (int i = 0; i < (*net)->groups; i++)
		one *= 10000;
	from = intern_node(net, source->at, source->length);
	add_edge(net, from, intern_node(net, target->at, target->length), one);
}

/*
 * All edges of both arguments, common ones added: combine function, and transition
 * function of rollup.
 */
Datum
cv_network_merge(FunctionCallInfo fcinfo)
{
	CvNetwork  *other = cv_network_get(PG_GETARG_DATUM(1));
	CvNetwork  *net = writable_for(fcinfo, other);
	uint32	   *node = cv_alloc(other->nnodes * sizeof(uint32));
	cv_uint128	factor = 1;

	rescale(net, other->groups);
	for (int i = other->groups; i < net->groups; i++)
		factor *= 10000;
	for (uint32 i = 0; i < other->nnodes; i++)
	{
		int			length;
		const char *name = cv_network_name(other, i, &length);

		CV_BREATHE(i);
		node[i] = intern_node(&net, name, length);
	}
	for (uint32 i = 0; i < other->nedges; i++)
	{
		const CvNetworkEdge *edge = &cv_network_edges(other)[i];
		cv_uint128	driver = cv_network_driver(edge);

		CV_BREATHE(i);
		add_edge(&net, node[edge->source], node[edge->target],
				 driver > DRIVER_LIMIT / factor ? DRIVER_LIMIT + 1 : driver * factor);
	}
	pfree(node);
	return cv_network_return(fcinfo, net);
}

/*
 * Text form: v1 "source">"target":driver ..., with \ before " and \ in names.
 */
static void
bad_text(const CvNetworkType *type, const char *text, const char *detail)
{
	CvStateType form = {.name = type->name, .form = psprintf("'v1 \"source\">\"target\":%s ...'", type->weight)};

	cv_bad_text(&form, text, detail);
}

/* Text input; errors: 22P02 with what is wrong, and those of cv_network_add. */
Datum
cv_network_in(FunctionCallInfo fcinfo, const CvNetworkType *type)
{
	char	   *text = PG_GETARG_CSTRING(0);
	const char *at = text + 2;
	CvNetwork  *net = new_network(type, 8, 8, 128, true);
	StringInfoData source,
				target,
				number;
	int			digits,
				points;
	CvNodeName	from;
	CvNodeName	to;
	Datum		weight;

	initStringInfo(&source);
	initStringInfo(&target);
	initStringInfo(&number);
	if (strncmp(text, "v1", 2) != 0)
		bad_text(type, text, "it must begin with v1");
	while (*at == ' ')
	{
		CHECK_FOR_INTERRUPTS();
		at = cv_scan_name(at + 1, &source);
		if (at == NULL || *at != '>' || (at = cv_scan_name(at + 1, &target)) == NULL || *at != ':')
			bad_text(type, text, "an edge must have two names in quotes");
		resetStringInfo(&number);
		digits = points = 0;
		for (at++; ((*at >= '0' && *at <= '9') || *at == '.') && number.len <= MOST_DIGITS; at++)
		{
			appendStringInfoChar(&number, *at);
			digits += *at != '.';
			points += *at == '.';
		}
		if (digits == 0 || number.len > MOST_DIGITS || points > 1)
			bad_text(type, text, psprintf("a %s must be a decimal number from 0 up", type->weight));
		from = (CvNodeName) {.at = source.data, .length = source.len};
		to = (CvNodeName) {.at = target.data, .length = target.len};
		weight = DirectFunctionCall3(numeric_in, CStringGetDatum(number.data), ObjectIdGetDatum(InvalidOid),
									 Int32GetDatum(-1));
		cv_network_add(&net, &from, &to, &cv_numeric_weight, weight);
	}
	if (*at != '\0')
		bad_text(type, text, "edges must be separated by one space");
	PG_RETURN_POINTER(pack(net));
}

static void
print_name(StringInfo out, const CvNetwork *net, uint32 node)
{
	int			length;
	const char *name = cv_network_name(net, node, &length);

	cv_print_name(out, name, length);
}

/* Text output: edges in order of names, the same under every setting. */
Datum
cv_network_out(FunctionCallInfo fcinfo)
{
	CvNetwork  *net = cv_network_get_packed(PG_GETARG_DATUM(0));
	StringInfoData out;

	initStringInfo(&out);
	appendStringInfoString(&out, "v1");
	for (uint32 i = 0; i < net->nedges; i++)
	{
		const CvNetworkEdge *edge = &cv_network_edges(net)[i];

		CHECK_FOR_INTERRUPTS();
		appendStringInfoChar(&out, ' ');
		print_name(&out, net, edge->source);
		appendStringInfoChar(&out, '>');
		print_name(&out, net, edge->target);
		appendStringInfoChar(&out, ':');
		cv_print_fixed(&out, (cv_int128) cv_network_driver(edge), net->groups, 0);
	}
	PG_RETURN_CSTRING(out.data);
}

static void
bad_binary(const CvNetworkType *type, const char *detail)
{
	cv_bad_binary(type->name, detail);
}

/* A node that no edge names could not be printed. */
static void
check_all_used(const CvNetwork *net)
{
	bool	   *used = palloc0(Max(net->nnodes, 1));

	for (uint32 i = 0; i < net->nedges; i++)
	{
		CV_BREATHE(i);
		used[cv_network_edges(net)[i].source] = used[cv_network_edges(net)[i].target] = true;
	}
	for (uint32 i = 0; i < net->nnodes; i++)
	{
		if (!used[i])
			bad_binary(types[net->kind], "Every node must have an edge.");
	}
	pfree(used);
}

/*
 * Binary input: a byte of version, a byte with the groups of decimals, the
 * number of nodes and their names (length and text), the number of edges and for each
 * source, target and driver (high and low half).  Everything is added edge by edge, so
 * no order is trusted.  Errors: 22P03.
 */
Datum
cv_network_recv(FunctionCallInfo fcinfo, const CvNetworkType *type)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	CvNetwork  *net = new_network(type, 8, 8, 128, true);
	uint32		nnodes,
				nedges;

	if (pq_getmsgbyte(buf) != CV_NETWORK_VERSION)
		bad_binary(type, "Its version is unknown.");
	net->groups = pq_getmsgbyte(buf);
	if (net->groups > CV_NETWORK_GROUPS)
		bad_binary(type, "There are at most 36 decimals.");
	nnodes = pq_getmsgint(buf, 4);
	for (uint32 i = 0; i < nnodes; i++)
	{
		int			length = pq_getmsgint(buf, 4);
		char	   *name;
		int			converted;

		CV_BREATHE(i);
		if (length < 0 || length > buf->len - buf->cursor)
			bad_binary(type, "A name is longer than the value.");
		name = pq_getmsgtext(buf, length, &converted);
		if (intern_node(&net, name, converted) != i)
			bad_binary(type, "Names must be distinct.");
		pfree(name);
	}
	nedges = pq_getmsgint(buf, 4);
	for (uint32 i = 0; i < nedges; i++)
	{
		uint32		source = pq_getmsgint(buf, 4);
		uint32		target = pq_getmsgint(buf, 4);
		cv_uint128	driver = (cv_uint128) (uint64) pq_getmsgint64(buf) << 64;

		CV_BREATHE(i);
		driver |= (uint64) pq_getmsgint64(buf);
		if (source >= nnodes || target >= nnodes || driver > DRIVER_LIMIT)
			bad_binary(type, "An edge has no such node, or its weight is too large.");
		add_edge(&net, source, target, driver);
	}
	check_all_used(net);
	PG_RETURN_POINTER(pack(net));
}

/* Binary output: see cv_network_recv. */
Datum
cv_network_send(FunctionCallInfo fcinfo)
{
	CvNetwork  *net = cv_network_get_packed(PG_GETARG_DATUM(0));
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, CV_NETWORK_VERSION);
	pq_sendbyte(&buf, net->groups);
	pq_sendint32(&buf, net->nnodes);
	for (uint32 i = 0; i < net->nnodes; i++)
	{
		int			length;
		const char *name = cv_network_name(net, i, &length);

		CV_BREATHE(i);
		cv_sendcountedtext(&buf, name, length);
	}
	pq_sendint32(&buf, net->nedges);
	for (uint32 i = 0; i < net->nedges; i++)
	{
		const CvNetworkEdge *edge = &cv_network_edges(net)[i];

		CV_BREATHE(i);
		pq_sendint32(&buf, edge->source);
		pq_sendint32(&buf, edge->target);
		pq_sendint64(&buf, edge->driver_high);
		pq_sendint64(&buf, edge->driver_low);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}
