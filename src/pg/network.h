/*
 * network.h - a directed graph with named nodes and exact weights, as one value.
 */
#ifndef CV_NETWORK_H
#define CV_NETWORK_H

#include "pg/decimal.h"
#include "pg/state.h"

/*
 * One flat value.  Behind the head follow, each as long as its capacity:
 *
 *	edge[]		24 bytes each
 *	name_end[]	4 bytes a node: where its name ends in names
 *	names		the nodes' names, one after the other
 *	slots		(growing only) hash tables of nodes and of edges, 8 bytes each node and edge
 *	seed		(growing only) 8 bytes: the key of the hash tables, so that nobody can choose
 *				names or edges that collide
 *
 * A growing network is the state of an aggregate: capacities are powers of two.  A packed
 * one is what is stored and calculated with: no spare room, nodes sorted by the bytes of
 * their names, edges by source and then target, drivers on the smallest power of 10000
 * that holds them; equal networks are equal bytes.  Names are distinct; drivers are from 0
 * to 10^36.
 */
typedef struct CvNetworkEdge
{
	uint32		source;
	uint32		target;
	uint64		driver_high;	/* driver * 10000^groups */
	uint64		driver_low;
} CvNetworkEdge;

typedef struct CvNetwork
{
	int32		vl_len_;
	uint8		version;
	bool		growing;
	uint8		groups;
	uint8		kind;			/* number of its CvNetworkType */
	uint32		nnodes;
	uint32		nedges;
	uint32		names_length;
	uint32		node_capacity;	/* equal to the above when packed */
	uint32		edge_capacity;
	uint32		names_capacity;
} CvNetwork;

/*
 * The types that are such a value belong to their rooms, which hand them over when the library is loaded; they differ
 * in their number, which is part of what is stored, and in what messages call them.
 */
typedef struct CvNetworkType
{
	uint8		number;
	const char *name;			/* in SQL, */
	const char *a_name;			/* with its article */
	const char *weight;			/* of an edge */
	const char *too_large;		/* hint */
} CvNetworkType;

extern void cv_network_register(const CvNetworkType *type);

#define CV_NETWORK_VERSION 1
#define CV_NETWORK_GROUPS 9		/* most groups of decimals */

static inline CvNetworkEdge *
cv_network_edges(const CvNetwork *net)
{
	return (CvNetworkEdge *) (net + 1);
}

static inline uint32 *
cv_network_name_ends(const CvNetwork *net)
{
	return (uint32 *) (cv_network_edges(net) + net->edge_capacity);
}

static inline char *
cv_network_names(const CvNetwork *net)
{
	return (char *) (cv_network_name_ends(net) + net->node_capacity);
}

static inline const char *
cv_network_name(const CvNetwork *net, uint32 node, int *length)
{
	const uint32 *end = cv_network_name_ends(net);
	uint32		start = node > 0 ? end[node - 1] : 0;

	*length = (int) (end[node] - start);
	return cv_network_names(net) + start;
}

static inline cv_uint128
cv_network_driver(const CvNetworkEdge *edge)
{
	return (cv_uint128) edge->driver_high << 64 | edge->driver_low;
}

extern CvNetwork *cv_network_get(Datum value);
extern CvNetwork *cv_network_writable(FunctionCallInfo fcinfo);
extern Datum cv_network_return(FunctionCallInfo fcinfo, CvNetwork *net);

/* The name of a node, from a text or a number. */
typedef struct CvNodeName
{
	const char *at;
	int			length;
	char		digits[24];
} CvNodeName;

static inline void
cv_node_name_text(Datum value, CvNodeName *name)
{
	text	   *t = DatumGetTextPP(value);

	name->at = VARDATA_ANY(t);
	name->length = VARSIZE_ANY_EXHDR(t);
}

extern void cv_node_name_bigint(Datum value, CvNodeName *name);

/* Where a weight comes from; without a reader it is 1. */
typedef struct CvWeightReader
{
	CvDecimalReader read;
	Oid			type;
} CvWeightReader;

extern const CvWeightReader cv_numeric_weight;
extern const CvWeightReader cv_bigint_weight;
extern const CvWeightReader cv_real_weight;
extern const CvWeightReader cv_float8_weight;

extern void cv_network_add(CvNetwork **net, const CvNodeName *source, const CvNodeName *target,
						   const CvWeightReader *reader, Datum weight);
extern Datum cv_network_in(FunctionCallInfo fcinfo, const CvNetworkType *type);
extern Datum cv_network_recv(FunctionCallInfo fcinfo, const CvNetworkType *type);
extern Datum cv_network_out(FunctionCallInfo fcinfo);
extern Datum cv_network_send(FunctionCallInfo fcinfo);
extern Datum cv_network_merge(FunctionCallInfo fcinfo);
extern CvNetwork *cv_network_get_packed(Datum value);
extern text *cv_network_name_text(const CvNetwork *net, uint32 node);
extern int	cv_network_find(const CvNetwork *packed, const char *name, int length);

#endif							/* CV_NETWORK_H */
