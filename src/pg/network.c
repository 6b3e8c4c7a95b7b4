/*
 * network.c - a directed graph with named nodes and exact weights, as one value.
 *
 * Edges that occur twice add up, exactly.  A value holds 24 bytes an edge and the names,
 * and is limited to 512 MB, about ten million edges.
 */
#include "pg/network.h"

#include "common/hashfn.h"
#include "lib/stringinfo.h"
#include "libpq/pqformat.h"

#define NETWORK_LIMIT ((Size) 512 * 1024 * 1024)
#define EMPTY_SLOT PG_UINT32_MAX

/* 10^36, the bound of a driver. */
#define DRIVER_LIMIT ((cv_uint128) UINT64CONST(1000000000000000000) * UINT64CONST(1000000000000000000))

/* What messages say of each kind. */
static const struct
{
	const char *type;
	const char *weight;
	const char *too_large;
}			kinds[] =
{
	[CV_ABC_NETWORK] = {"abc_network", "driver",
		"Keep the last stage, to orders or customers, out of the network: abc_allocate divides it at any size."},
	[CV_MIGRATION_SUMMARY] = {"migration_summary", "weight",
		"Segments are few: give names of segments, not of customers."},
};

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

static Size
network_size(uint32 nodes, uint32 edges, uint32 names, bool growing)
{
	Size		size = sizeof(CvNetwork) + (Size) edges * sizeof(CvNetworkEdge);

	if (!growing)
		return size + (Size) nodes * sizeof(uint32) + names;
	return size + MAXALIGN((Size) nodes * sizeof(uint32) + name_bytes(names)) +
		2 * ((Size) nodes + edges) * sizeof(uint32);
}

static CvNetwork *
new_network(CvNetworkKind kind, uint32 nodes, uint32 edges, uint32 names, bool growing)
{
	Size		size = network_size(nodes, edges, names, growing);
	CvNetwork  *net;

	if (size > NETWORK_LIMIT)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("%s exceeds 512 MB with %u edges", kinds[kind].type, edges),
				 errhint("%s", kinds[kind].too_large)));
	net = palloc(size);
	memset(net, 0, sizeof(CvNetwork));
	SET_VARSIZE(net, size);
	net->version = CV_NETWORK_VERSION;
	net->growing = growing;
	net->kind = kind;
	net->node_capacity = nodes;
	net->edge_capacity = edges;
	net->names_capacity = names;
	if (growing)
		memset(node_slots(net), 0xff, 2 * ((Size) nodes + edges) * sizeof(uint32));
	return net;
}

/* The network in a Datum, checked as far as a look at its head goes. */
CvNetwork *
cv_network_get(Datum value)
{
	CvNetwork  *net = (CvNetwork *) DatumGetPointer(value);

	if (!VARATT_IS_4B_U(net))
		net = (CvNetwork *) PG_DETOAST_DATUM(value);
	if (VARSIZE(net) < sizeof(CvNetwork) || net->version != CV_NETWORK_VERSION ||
		net->groups > CV_NETWORK_GROUPS || net->kind >= lengthof(kinds) ||
		VARSIZE(net) != network_size(net->node_capacity, net->edge_capacity, net->names_capacity, net->growing))
		ereport(ERROR,
				(errcode(ERRCODE_DATA_CORRUPTED),
				 errmsg("invalid value of a custvalue network type")));
	return net;
}

static void
too_many_digits(CvNetworkKind kind)
{
	ereport(ERROR,
			(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
			 errmsg("%ss of %s %s span more than 36 digits", kinds[kind].weight,
					kind == CV_ABC_NETWORK ? "an" : "a", kinds[kind].type),
			 errhint("Round the %ss.", kinds[kind].weight)));
}

static void
set_driver(CvNetworkKind kind, CvNetworkEdge *edge, cv_uint128 driver)
{
	if (driver > DRIVER_LIMIT)
		too_many_digits(kind);
	edge->driver_high = (uint64) (driver >> 64);
	edge->driver_low = (uint64) driver;
}

/* The slot where this name is or would be. */
static uint32 *
find_node_slot(const CvNetwork *net, const char *name, int length)
{
	uint32	   *slots = node_slots(net);
	uint32		mask = 2 * net->node_capacity - 1;
	uint32		at = hash_bytes((const unsigned char *) name, length) & mask;

	for (; slots[at] != EMPTY_SLOT; at = (at + 1) & mask)
	{
		int			other_length;
		const char *other = cv_network_name(net, slots[at], &other_length);

		if (other_length == length && memcmp(other, name, length) == 0)
			break;
	}
	return &slots[at];
}

static uint32 *
find_edge_slot(const CvNetwork *net, uint32 source, uint32 target)
{
	uint32	   *slots = edge_slots(net);
	uint32		mask = 2 * net->edge_capacity - 1;
	uint64		key = ((uint64) source << 32 | target) * UINT64CONST(0x9e3779b97f4a7c15);
	uint32		at = (uint32) (key >> 32) & mask;

	for (; slots[at] != EMPTY_SLOT; at = (at + 1) & mask)
	{
		const CvNetworkEdge *edge = &cv_network_edges(net)[slots[at]];

		if (edge->source == source && edge->target == target)
			break;
	}
	return &slots[at];
}

/*
 * A growing copy with room for this many nodes, edges and bytes of names, twice what
 * was there where it is not enough.
 */
static CvNetwork *
grow(const CvNetwork *net, uint32 nodes, uint32 edges, Size names)
{
	uint32		node_capacity = Max(net->growing ? net->node_capacity : 0, 8);
	uint32		edge_capacity = Max(net->growing ? net->edge_capacity : 0, 8);
	uint32		names_capacity = Max(net->growing ? net->names_capacity : 0, 128);
	CvNetwork  *copy;

	while (node_capacity < nodes)
		node_capacity *= 2;
	while (edge_capacity < edges)
		edge_capacity *= 2;
	while (names_capacity < names)
		names_capacity *= 2;
	copy = new_network(net->kind, node_capacity, edge_capacity, names_capacity, true);
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

		*find_node_slot(copy, name, length) = node;
	}
	for (uint32 i = 0; i < copy->nedges; i++)
	{
		const CvNetworkEdge *edge = &cv_network_edges(copy)[i];

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
		too_many_digits(net->kind);
	for (; net->groups < groups; net->groups++)
	{
		for (uint32 i = 0; i < net->nedges; i++)
		{
			CvNetworkEdge *edge = &cv_network_edges(net)[i];

			if (cv_network_driver(edge) > DRIVER_LIMIT / 10000)
				too_many_digits(net->kind);
			set_driver(net->kind, edge, cv_network_driver(edge) * 10000);
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
	set_driver((*net)->kind, edge, cv_network_driver(edge) + driver);
}

static void
add_named_edge(CvNetwork **net, const char *source, int source_length,
			   const char *target, int target_length, Numeric driver)
{
	CvDecimal	view;
	cv_uint128	units;
	uint32		from,
				to;

	cv_decimal_from_numeric(NumericGetDatum(driver), &view);
	if (!view.finite || (view.negative && view.ngroups > 0))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s from \"%.*s\" to \"%.*s\" must be a number from 0 up, not %s",
						kinds[(*net)->kind].weight, source_length, source, target_length, target, cv_numeric_text(driver))));
	rescale(*net, cv_decimal_fraction_groups(&view));
	if (!cv_decimal_to_u128(&view, (*net)->groups, &units))
		units = DRIVER_LIMIT + 1;	/* set_driver says so */
	from = intern_node(net, source, source_length);
	to = intern_node(net, target, target_length);
	add_edge(net, from, to, units);
}

int
cv_network_compare_names(const char *a, int na, const char *b, int nb)
{
	int			order = memcmp(a, b, Min(na, nb));

	return order != 0 ? order : na - nb;
}

static int
compare_nodes(const void *a, const void *b, void *arg)
{
	int			na,
				nb;
	const char *x = cv_network_name(arg, *(const uint32 *) a, &na);
	const char *y = cv_network_name(arg, *(const uint32 *) b, &nb);

	return cv_network_compare_names(x, na, y, nb);
}

static int
compare_edges(const void *a, const void *b)
{
	const CvNetworkEdge *x = a;
	const CvNetworkEdge *y = b;

	if (x->source != y->source)
		return x->source < y->source ? -1 : 1;
	return x->target < y->target ? -1 : x->target > y->target;
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

		while (zeros < spare && driver % 10000 == 0)
		{
			driver /= 10000;
			zeros++;
		}
		spare = zeros;
	}
	return spare;
}

/* The packed form of a network. */
static CvNetwork *
pack(const CvNetwork *net)
{
	CvNetwork  *packed = new_network(net->kind, net->nnodes, net->nedges, net->names_length, false);
	uint32	   *order = palloc_extended(Max(net->nnodes, 1) * sizeof(uint32), MCXT_ALLOC_HUGE);
	uint32	   *rank = palloc_extended(Max(net->nnodes, 1) * sizeof(uint32), MCXT_ALLOC_HUGE);
	int			spare = spare_groups(net);

	for (uint32 i = 0; i < net->nnodes; i++)
		order[i] = i;
	qsort_arg(order, net->nnodes, sizeof(uint32), compare_nodes, (void *) net);
	packed->groups = net->groups - spare;
	packed->nnodes = net->nnodes;
	packed->nedges = net->nedges;
	for (uint32 i = 0; i < net->nnodes; i++)
	{
		int			length;
		const char *name = cv_network_name(net, order[i], &length);

		rank[order[i]] = i;
		memcpy(cv_network_names(packed) + packed->names_length, name, length);
		packed->names_length += length;
		cv_network_name_ends(packed)[i] = packed->names_length;
	}
	for (uint32 i = 0; i < net->nedges; i++)
	{
		const CvNetworkEdge *from = &cv_network_edges(net)[i];
		CvNetworkEdge *to = &cv_network_edges(packed)[i];
		cv_uint128	driver = cv_network_driver(from);

		for (int k = 0; k < spare; k++)
			driver /= 10000;
		to->source = rank[from->source];
		to->target = rank[from->target];
		set_driver(net->kind, to, driver);
	}
	qsort(cv_network_edges(packed), packed->nedges, sizeof(CvNetworkEdge), compare_edges);
	pfree(order);
	pfree(rank);
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
		int			order = cv_network_compare_names(name, length, other, other_length);

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

Datum
cv_network_return(FunctionCallInfo fcinfo, CvNetwork *net)
{
	if (AggCheckCallContext(fcinfo, NULL))
		PG_RETURN_POINTER(net);
	PG_RETURN_POINTER(pack(net));
}

/*
 * Add to the edge from source to target; a NULL driver is 1.  *net may become a new one.
 * Errors: 22023 for a driver that is negative, NaN or infinite, 54000 beyond 36 digits or
 * 512 MB.
 */
void
cv_network_add(CvNetwork **net, text *source, text *target, Numeric driver)
{
	const char *from = VARDATA_ANY(source);
	const char *to = VARDATA_ANY(target);
	int			from_length = VARSIZE_ANY_EXHDR(source);
	int			to_length = VARSIZE_ANY_EXHDR(target);
	uint32		from_node;
	cv_uint128	one = 1;

	if (driver != NULL)
	{
		add_named_edge(net, from, from_length, to, to_length, driver);
		return;
	}
	for (int i = 0; i < (*net)->groups; i++)
		one *= 10000;
	from_node = intern_node(net, from, from_length);
	add_edge(net, from_node, intern_node(net, to, to_length), one);
}

/*
 * All edges of both arguments, common ones added: combine function, and transition
 * function of rollup.
 */
Datum
cv_network_merge(FunctionCallInfo fcinfo)
{
	CvNetwork  *net = cv_network_writable(fcinfo);
	CvNetwork  *other = cv_network_get(PG_GETARG_DATUM(1));
	uint32	   *node = palloc_extended(Max(other->nnodes, 1) * sizeof(uint32), MCXT_ALLOC_HUGE);
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
bad_text(CvNetworkKind kind, const char *text, const char *detail)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
			 errmsg("invalid input syntax for type %s: \"%.100s\"", kinds[kind].type, text),
			 errdetail("In 'v1 \"source\">\"target\":%s ...', %s.", kinds[kind].weight, detail)));
}

static const char *
scan_name(const char *at, StringInfo name)
{
	resetStringInfo(name);
	if (*at++ != '"')
		return NULL;
	for (; *at != '"'; at++)
	{
		if (*at == '\\')
			at++;
		if (*at == '\0')
			return NULL;
		appendStringInfoChar(name, *at);
	}
	return at + 1;
}

/* Text input; errors: 22P02 with what is wrong, and those of cv_network_add. */
Datum
cv_network_in(FunctionCallInfo fcinfo, CvNetworkKind kind)
{
	char	   *text = PG_GETARG_CSTRING(0);
	const char *at = text + 2;
	CvNetwork  *net = new_network(kind, 8, 8, 128, true);
	StringInfoData source,
				target,
				number;
	int			digits,
				points;

	initStringInfo(&source);
	initStringInfo(&target);
	initStringInfo(&number);
	if (strncmp(text, "v1", 2) != 0)
		bad_text(kind, text, "it must begin with v1");
	while (*at == ' ')
	{
		CHECK_FOR_INTERRUPTS();
		at = scan_name(at + 1, &source);
		if (at == NULL || *at != '>' || (at = scan_name(at + 1, &target)) == NULL || *at != ':')
			bad_text(kind, text, "an edge must have two names in quotes");
		resetStringInfo(&number);
		digits = points = 0;
		for (at++; (*at >= '0' && *at <= '9') || *at == '.'; at++)
		{
			appendStringInfoChar(&number, *at);
			digits += *at != '.';
			points += *at == '.';
		}
		if (digits == 0 || points > 1)
			bad_text(kind, text, psprintf("a %s must be a decimal number from 0 up", kinds[kind].weight));
		add_named_edge(&net, source.data, source.len, target.data, target.len,
					   DatumGetNumeric(DirectFunctionCall3(numeric_in, CStringGetDatum(number.data),
														   ObjectIdGetDatum(InvalidOid), Int32GetDatum(-1))));
	}
	if (*at != '\0')
		bad_text(kind, text, "edges must be separated by one space");
	PG_RETURN_POINTER(pack(net));
}

static void
print_name(StringInfo out, const CvNetwork *net, uint32 node)
{
	int			length;
	const char *name = cv_network_name(net, node, &length);

	appendStringInfoChar(out, '"');
	for (int i = 0; i < length; i++)
	{
		if (name[i] == '"' || name[i] == '\\')
			appendStringInfoChar(out, '\\');
		appendStringInfoChar(out, name[i]);
	}
	appendStringInfoChar(out, '"');
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
bad_binary(CvNetworkKind kind, const char *detail)
{
	cv_bad_binary(kinds[kind].type, detail);
}

/* A node that no edge names could not be printed. */
static void
check_all_used(const CvNetwork *net)
{
	bool	   *used = palloc0(Max(net->nnodes, 1));

	for (uint32 i = 0; i < net->nedges; i++)
		used[cv_network_edges(net)[i].source] = used[cv_network_edges(net)[i].target] = true;
	for (uint32 i = 0; i < net->nnodes; i++)
	{
		if (!used[i])
			bad_binary(net->kind, "Every node must have an edge.");
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
cv_network_recv(FunctionCallInfo fcinfo, CvNetworkKind kind)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	CvNetwork  *net = new_network(kind, 8, 8, 128, true);
	uint32		nnodes,
				nedges;

	if (pq_getmsgbyte(buf) != CV_NETWORK_VERSION)
		bad_binary(kind, "Its version is unknown.");
	net->groups = pq_getmsgbyte(buf);
	if (net->groups > CV_NETWORK_GROUPS)
		bad_binary(kind, "There are at most 36 decimals.");
	nnodes = pq_getmsgint(buf, 4);
	for (uint32 i = 0; i < nnodes; i++)
	{
		int			length = pq_getmsgint(buf, 4);
		char	   *name;
		int			converted;

		CV_BREATHE(i);
		if (length < 0 || length > buf->len - buf->cursor)
			bad_binary(kind, "A name is longer than the value.");
		name = pq_getmsgtext(buf, length, &converted);
		if (intern_node(&net, name, converted) != i)
			bad_binary(kind, "Names must be distinct.");
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
			bad_binary(kind, "An edge has no such node, or its weight is too large.");
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

		cv_sendcountedtext(&buf, name, length);
	}
	pq_sendint32(&buf, net->nedges);
	for (uint32 i = 0; i < net->nedges; i++)
	{
		const CvNetworkEdge *edge = &cv_network_edges(net)[i];

		pq_sendint32(&buf, edge->source);
		pq_sendint32(&buf, edge->target);
		pq_sendint64(&buf, edge->driver_high);
		pq_sendint64(&buf, edge->driver_low);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}
