/*
 * migration.c - where do customers go from one period to the next?
 *
 * How many went from which segment to which is counted in a migration_summary, a graph with
 * named nodes (pg/network.h); its shares are a Markov chain, from which follow forecasts,
 * the state in the long run, the time until customers are lost, and lifetime value (P.
 * Pfeifer and R. Carraway, "Modeling Customer Relationships as Markov Chains", Journal of
 * Interactive Marketing 14, 2000).  A segment that nobody was seen to leave from (only to
 * enter) keeps its customers.
 */
#include "segment/kinds.h"

#include "catalog/pg_type.h"
#include "num/dd.h"
#include "num/markov.h"
#include "utils/array.h"

#define MOST_SEGMENTS 1000

PG_FUNCTION_INFO_V1(migration_summary_in);
PG_FUNCTION_INFO_V1(migration_summary_out);
PG_FUNCTION_INFO_V1(migration_summary_recv);
PG_FUNCTION_INFO_V1(migration_summary_send);
PG_FUNCTION_INFO_V1(migration_merge);
PG_FUNCTION_INFO_V1(migration_pack);

/* migration_summary_in(cstring): see cv_network_in. */
Datum
migration_summary_in(PG_FUNCTION_ARGS)
{
	return cv_network_in(fcinfo, &cv_migration_type);
}

/* migration_summary_out(migration_summary): see cv_network_out. */
Datum
migration_summary_out(PG_FUNCTION_ARGS)
{
	return cv_network_out(fcinfo);
}

/* migration_summary_recv(internal): see cv_network_recv. */
Datum
migration_summary_recv(PG_FUNCTION_ARGS)
{
	return cv_network_recv(fcinfo, &cv_migration_type);
}

/* migration_summary_send(migration_summary): see cv_network_recv. */
Datum
migration_summary_send(PG_FUNCTION_ARGS)
{
	return cv_network_send(fcinfo);
}

/*
 * migration_add(migration_summary, from_segment, to_segment text or bigint [, weight numeric, bigint, real or float8])
 *		-> migration_summary
 *
 * Transition functions of migration_agg: one customer more, or weight.  The name of a bigint is its digits.  Errors:
 * those of cv_network_add.
 */
static pg_attribute_always_inline Datum
add_move(FunctionCallInfo fcinfo, void (*read_name) (Datum, CvNodeName *), const CvWeightReader *weight)
{
	CvNetwork  *net = cv_network_writable(fcinfo);
	CvNodeName	from;
	CvNodeName	to;

	read_name(PG_GETARG_DATUM(1), &from);
	read_name(PG_GETARG_DATUM(2), &to);
	cv_network_add(&net, &from, &to, PG_NARGS() > 3 ? weight : NULL, PG_NARGS() > 3 ? PG_GETARG_DATUM(3) : (Datum) 0);
	return cv_network_return(fcinfo, net);
}

#define MOVE_FUNCTION(name, read_name, weight) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		return add_move(fcinfo, read_name, weight); \
	}

MOVE_FUNCTION(migration_add, cv_node_name_text, &cv_numeric_weight)
MOVE_FUNCTION(migration_add_text_bigint, cv_node_name_text, &cv_bigint_weight)
MOVE_FUNCTION(migration_add_text_real, cv_node_name_text, &cv_real_weight)
MOVE_FUNCTION(migration_add_text_float8, cv_node_name_text, &cv_float8_weight)
MOVE_FUNCTION(migration_add_bigint, cv_node_name_bigint, &cv_numeric_weight)
MOVE_FUNCTION(migration_add_bigint_bigint, cv_node_name_bigint, &cv_bigint_weight)
MOVE_FUNCTION(migration_add_bigint_real, cv_node_name_bigint, &cv_real_weight)
MOVE_FUNCTION(migration_add_bigint_float8, cv_node_name_bigint, &cv_float8_weight)

/* migration_merge(migration_summary, migration_summary): see cv_network_merge. */
Datum
migration_merge(PG_FUNCTION_ARGS)
{
	return cv_network_merge(fcinfo);
}

/* migration_pack(migration_summary): final function, the form that is stored. */
Datum
migration_pack(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(cv_network_get_packed(PG_GETARG_DATUM(0)));
}

/* A summary as a chain: p[i * n + j] is the share of i's customers that went to j. */
typedef struct Chain
{
	CvNetwork  *net;
	int			n;
	double	   *p;
} Chain;

static void *
alloc_square(int n, Size size)
{
	return cv_alloc((Size) n * n * size);
}

static Chain
chain_arg(FunctionCallInfo fcinfo)
{
	Chain		chain;
	CvNetworkEdge *edge;
	CvDD	   *total;

	chain.net = cv_network_get_packed(PG_GETARG_DATUM(0));
	edge = cv_network_edges(chain.net);
	if (chain.net->nnodes > MOST_SEGMENTS)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a migration matrix can have at most %d segments, not %u", MOST_SEGMENTS, chain.net->nnodes),
				 errhint("Count the migration between fewer, larger segments.")));
	chain.n = (int) chain.net->nnodes;
	chain.p = alloc_square(chain.n, sizeof(double));
	memset(chain.p, 0, (Size) chain.n * chain.n * sizeof(double));
	total = palloc0(chain.n * sizeof(CvDD) + 1);
	for (uint32 k = 0; k < chain.net->nedges; k++)
		total[edge[k].source] = cv_dd_add(total[edge[k].source],
										  cv_dd_from_int((cv_int128) cv_network_driver(&edge[k])));
	for (uint32 k = 0; k < chain.net->nedges; k++)
	{
		cv_uint128	driver = cv_network_driver(&edge[k]);

		if (driver > 0)
			chain.p[edge[k].source * chain.n + edge[k].target] =
				cv_dd_divide(cv_dd_from_int((cv_int128) driver), total[edge[k].source]).hi;
	}
	for (int i = 0; i < chain.n; i++)
	{
		if (total[i].hi == 0)
			chain.p[i * chain.n + i] = 1;
	}
	pfree(total);
	return chain;
}

/* The segments' names. */
static Datum *
segment_names(const Chain *chain)
{
	Datum	   *name = palloc(chain->n * sizeof(Datum) + 1);

	for (int i = 0; i < chain->n; i++)
		name[i] = PointerGetDatum(cv_network_name_text(chain->net, i));
	return name;
}

static void
check_in_range(const double *x, int n, const char *what)
{
	for (int i = 0; i < n; i++)
	{
		if (!isfinite(x[i]))
			ereport(ERROR,
					(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
					 errmsg("%s are out of range", what)));
	}
}

/* A table with a name and a number for each segment; NaN is NULL. */
static void
segment_table(FunctionCallInfo fcinfo, const Chain *chain, const double *x)
{
	CvTable		table = cv_make_table(fcinfo);
	Datum	   *name = segment_names(chain);

	for (int i = 0; i < chain->n; i++)
	{
		Datum		values[2] = {name[i], Float8GetDatum(x[i])};
		bool		nulls[2] = {false, isnan(x[i])};

		cv_table_row(&table, values, nulls);
	}
}

/*
 * Numbers given by segment name, arguments 1 and 2; segments without one have NaN.  A segment that nobody of this
 * summary was in has no place; unless spare says that its number does not matter, it must be 0, or there must be
 * nobody.  Errors: 22023 for arrays of different length, NULL, other unknown names and names that occur twice.
 */
static double *
by_segment(FunctionCallInfo fcinfo, const Chain *chain, const char *what, bool spare)
{
	double	   *result = palloc(chain->n * sizeof(double) + 1);
	ArrayType  *segments = PG_GETARG_ARRAYTYPE_P(1);
	Datum	   *names;
	bool	   *nulls;
	int			nnames,
				n;
	const double *x = cv_float8_array(PG_GETARG_VARLENA_P(2), what, &n);

	deconstruct_array(segments, TEXTOID, -1, false, TYPALIGN_INT, &names, &nulls, &nnames);
	if (nnames != n || array_contains_nulls(segments))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("segments and %s must have the same number of elements, none of them NULL, not %d%s and %d",
						what, nnames, array_contains_nulls(segments) ? " with NULL among them" : "", n)));
	for (int i = 0; i < chain->n; i++)
		result[i] = NAN;
	for (int k = 0; k < n; k++)
	{
		text	   *name = DatumGetTextPP(names[k]);
		int			i = cv_network_find(chain->net, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));

		if (i < 0 && (spare || x[k] == 0 || chain->n == 0))
			continue;
		if (i < 0 || !isnan(result[i]))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("segment \"%s\" %s", text_to_cstring(name),
							i < 0 ? "is not in the migration_summary" : "is named twice"),
					 errhint("migration_matrix shows which segments there are.")));
		result[i] = x[k];
	}
	return result;
}

PG_FUNCTION_INFO_V1(migration_matrix);

/*
 * migration_matrix(migration_summary) -> TABLE(from_segment text, to_segment text,
 *		n numeric, p float8)
 *
 * Every pair of segments in order of names: how many went, and the share of those who were
 * in from_segment.  A segment that nobody left from keeps its customers: p is 1 with n 0.
 * Errors: 54000 beyond 1,000 segments.
 */
Datum
migration_matrix(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	Chain		chain = chain_arg(fcinfo);
	CvNetworkEdge *edge = cv_network_edges(chain.net);
	Datum	   *name = segment_names(&chain);
	uint32		k = 0;

	for (uint32 i = 0; i < (uint32) chain.n; i++)
	{
		for (uint32 j = 0; j < (uint32) chain.n; j++)
		{
			Datum		values[4] = {name[i], name[j]};
			bool		nulls[4] = {false, false, false, false};
			bool		seen = k < chain.net->nedges && edge[k].source == i && edge[k].target == j;

			CHECK_FOR_INTERRUPTS();
			values[2] = NumericGetDatum(cv_numeric_from_fixed(seen ? (cv_int128) cv_network_driver(&edge[k]) : 0,
															  chain.net->groups, 0));
			values[3] = Float8GetDatum(chain.p[i * chain.n + j]);
			cv_table_row(&table, values, nulls);
			pfree(DatumGetPointer(values[2]));
			k += seen;
		}
	}
	PG_RETURN_NULL();
}

PG_FUNCTION_INFO_V1(migration_stationary);

/*
 * migration_stationary(migration_summary) -> TABLE(segment text, share float8)
 *
 * Shares of the segments that do not change any more, which any start ends in (or moves around,
 * where segments are visited in turn).  NULL where they depend on the start, because there
 * is more than one segment, or cycle of segments, that is never left.
 */
Datum
migration_stationary(PG_FUNCTION_ARGS)
{
	Chain		chain = chain_arg(fcinfo);
	int			n = chain.n;
	CvMarkovState *state = palloc(n * sizeof(CvMarkovState) + 1);
	int			closed = cv_markov_classify(chain.p, n, state, alloc_square(n, sizeof(bool)));
	int		   *member = palloc(n * sizeof(int) + 1);
	double	   *share = palloc(n * sizeof(double) + 1);
	double	   *result = palloc(n * sizeof(double) + 1);
	double	   *p;
	int			m = 0;

	for (int i = 0; i < n; i++)
	{
		result[i] = closed == 1 ? 0 : NAN;
		if (state[i] == CV_MARKOV_ABSORBING || state[i] == CV_MARKOV_RECURRENT)
			member[m++] = i;
	}
	if (closed == 1)
	{
		p = alloc_square(m, sizeof(double));
		for (int i = 0; i < m; i++)
		{
			for (int j = 0; j < m; j++)
				p[i * m + j] = chain.p[member[i] * n + member[j]];
		}
		cv_markov_stationary(p, m, share);
		for (int i = 0; i < m; i++)
			result[member[i]] = share[i];
	}
	segment_table(fcinfo, &chain, result);
	PG_RETURN_NULL();
}

PG_FUNCTION_INFO_V1(migration_project);

/*
 * migration_project(migration_summary, segments text[], counts float8[], periods integer)
 *		-> TABLE(period integer, segment text, n float8)
 *
 * Expected customers of each segment after 0, 1, ... periods, when counts customers are in
 * segments now (none in those not named).  No rows of a summary of nobody.  Errors: 22023 for customers in a segment
 * that the summary does not have, repeated names and periods outside 0 to 10,000.
 */
Datum
migration_project(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	Chain		chain = chain_arg(fcinfo);
	double	   *now = by_segment(fcinfo, &chain, "counts", false);
	double	   *next = palloc(chain.n * sizeof(double) + 1);
	Datum	   *name = segment_names(&chain);
	int			periods = cv_check_range(PG_GETARG_INT32(3), "periods", 0, 10000);

	for (int i = 0; i < chain.n; i++)
		now[i] = isnan(now[i]) ? 0 : now[i];
	for (int period = 0; period <= periods; period++)
	{
		double	   *swap = now;

		for (int i = 0; i < chain.n; i++)
		{
			Datum		values[3] = {Int32GetDatum(period), name[i], Float8GetDatum(now[i])};
			bool		nulls[3] = {false, false, false};

			CHECK_FOR_INTERRUPTS();
			cv_table_row(&table, values, nulls);
		}
		for (int j = 0; j < chain.n; j++)
		{
			next[j] = 0;
			for (int i = 0; i < chain.n; i++)
				next[j] += now[i] * chain.p[i * chain.n + j];
		}
		check_in_range(next, chain.n, "expected customers");
		now = next;
		next = swap;
	}
	PG_RETURN_NULL();
}

PG_FUNCTION_INFO_V1(migration_absorption);

/*
 * migration_absorption(migration_summary) -> TABLE(segment text, periods float8)
 *
 * Expected periods until customers of a segment are in one that is never left: 0 for
 * those, NULL where that is not certain to come.
 */
Datum
migration_absorption(PG_FUNCTION_ARGS)
{
	Chain		chain = chain_arg(fcinfo);
	int			n = chain.n;
	CvMarkovState *state = palloc(n * sizeof(CvMarkovState) + 1);
	int		   *member = palloc(n * sizeof(int) + 1);
	double	   *leak = palloc0(n * sizeof(double) + 1);
	double	   *periods = palloc(n * sizeof(double) + 1);
	double	   *result = palloc(n * sizeof(double) + 1);
	double	   *a = alloc_square(n, sizeof(double));
	int			m = 0;

	cv_markov_classify(chain.p, n, state, alloc_square(n, sizeof(bool)));
	for (int i = 0; i < n; i++)
	{
		result[i] = state[i] == CV_MARKOV_ABSORBING ? 0 : NAN;
		if (state[i] == CV_MARKOV_TRANSIENT)
			member[m++] = i;
	}
	for (int i = 0; i < m; i++)
	{
		periods[i] = 1;
		for (int j = 0; j < m; j++)
			a[i * m + j] = chain.p[member[i] * n + member[j]];
		for (int j = 0; j < n; j++)
		{
			if (state[j] == CV_MARKOV_ABSORBING)
				leak[i] += chain.p[member[i] * n + j];
		}
	}
	cv_markov_solve(a, leak, periods, m);
	check_in_range(periods, m, "expected periods");
	for (int i = 0; i < m; i++)
		result[member[i]] = periods[i];
	segment_table(fcinfo, &chain, result);
	PG_RETURN_NULL();
}

PG_FUNCTION_INFO_V1(markov_clv);

/*
 * markov_clv(migration_summary, segments text[], margins float8[], discount float8,
 *		first text) -> TABLE(segment text, clv float8)
 *
 * Present value of a customer who is in the segment now, earns the margin of the segment
 * that they are in each period and moves as others did, without end; discount is a fraction per
 * period.  first => 'next' counts the first margin one period ahead, in the segment
 * reached by then, 'now' at once.  Margins of segments that nobody was in do not matter, so that one list serves all
 * groups.  Errors: 22023 for segments without margin, a discount not above 0 and below 1, and another first.
 */
Datum
markov_clv(PG_FUNCTION_ARGS)
{
	Chain		chain = chain_arg(fcinfo);
	int			n = chain.n;
	double	   *value = by_segment(fcinfo, &chain, "margins", true);
	double		discount = cv_check_rate(PG_GETARG_FLOAT8(3), "discount");
	bool		at_once = cv_first_now_arg(fcinfo, 4);
	double	   *a = alloc_square(n, sizeof(double));
	double	   *leak = palloc(n * sizeof(double) + 1);
	double	   *result = palloc(n * sizeof(double) + 1);

	if (discount <= 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("discount must be above 0, not %s", cv_float8_text(discount)),
				 errhint("It is a fraction: 0.1 means ten percent a period; without it the value of all periods to "
						 "come is not finite.")));
	for (int i = 0; i < n; i++)
	{
		if (isnan(value[i]))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("segment \"%s\" has no margin", text_to_cstring(cv_network_name_text(chain.net, i))),
					 errhint("Name all segments; one of lost customers has margin 0.")));
		leak[i] = discount / (1 + discount);
		for (int j = 0; j < n; j++)
			a[i * n + j] = chain.p[i * n + j] / (1 + discount);
	}
	cv_markov_solve(a, leak, value, n);
	for (int i = 0; i < n; i++)
	{
		result[i] = at_once ? value[i] : 0;
		for (int j = 0; j < n && !at_once; j++)
			result[i] += chain.p[i * n + j] / (1 + discount) * value[j];
	}
	check_in_range(result, n, "customer values");
	segment_table(fcinfo, &chain, result);
	PG_RETURN_NULL();
}

PG_FUNCTION_INFO_V1(mobility);

/*
 * mobility(migration_summary) -> float8
 *
 * (segments - sum of the shares that stay) / (segments - 1): 0 where all stay, 1 where the
 * next segment does not depend on the last (A. Shorrocks, "The Measurement of Mobility",
 * Econometrica 46, 1978).  NULL for less than two segments.
 */
Datum
mobility(PG_FUNCTION_ARGS)
{
	Chain		chain = chain_arg(fcinfo);
	double		moves = 0;

	if (chain.n < 2)
		PG_RETURN_NULL();
	for (int i = 0; i < chain.n; i++)
		moves += 1 - chain.p[i * chain.n + i];
	PG_RETURN_FLOAT8(moves / (chain.n - 1));
}

CV_COMPARE(migration_summary_send, migration_summary_cmp, migration_summary_eq, migration_summary_ne,
		   migration_summary_lt, migration_summary_le, migration_summary_gt, migration_summary_ge,
		   migration_summary_hash, migration_summary_hash_extended)
