/*
 * attribution.c - markov_attribution: which channels bring the conversions?
 *
 * Journeys are moves between channels, counted by migration_agg: from the start to the first channel, from channel to
 * channel, and from the last one to conversion or lost.  A channel is worth what would be lost without it:
 * segment/core/attribution.h.
 */
#include "pg/network.h"

#include "num/dd.h"
#include "segment/core/attribution.h"

#define MOST_CHANNELS 1000

/* The state of an argument's name, below 0 when there is none. */
static int
find_state(FunctionCallInfo fcinfo, const CvNetwork *net, int argno)
{
	text	   *name = PG_GETARG_TEXT_PP(argno);

	return cv_network_find(net, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));
}

/* Where every journey begins: 22023 when nobody was there. */
static int
start_arg(FunctionCallInfo fcinfo, const CvNetwork *net)
{
	int			state = find_state(fcinfo, net, 1);

	if (state < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("start \"%s\" is not in the migration_summary", cv_clip(cv_text_arg(fcinfo, 1))),
				 errhint("migration_matrix shows which segments there are.")));
	return state;
}

static CvNetwork *
journeys_arg(FunctionCallInfo fcinfo)
{
	CvNetwork  *net = cv_network_get_packed(PG_GETARG_DATUM(0));

	if (net->nnodes > MOST_CHANNELS)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("attribution takes at most %d channels, not %u", MOST_CHANNELS, net->nnodes),
				 errhint("Group channels, such as campaigns of one kind.")));
	return net;
}

/* An end where nobody of a small group was is a state of its own, after the others, of which there are n then. */
static int
end_arg(FunctionCallInfo fcinfo, const CvNetwork *net, int argno, int *n)
{
	int			state = find_state(fcinfo, net, argno);

	return state >= 0 ? state : (*n)++;
}

/* Shares of the moves between n states; all zeros where nobody was seen to leave. */
static double *
move_shares(const CvNetwork *net, int n)
{
	const CvNetworkEdge *edge = cv_network_edges(net);
	double	   *p = cv_alloc((Size) n * n * sizeof(double));

	memset(p, 0, (Size) n * n * sizeof(double));
	for (uint32 k = 0, next; k < net->nedges; k = next)
	{
		CvDD		total = cv_dd_from_double(0);

		for (next = k; next < net->nedges && edge[next].source == edge[k].source; next++)
			total = cv_dd_add(total, cv_dd_from_int((cv_int128) cv_network_driver(&edge[next])));
		for (uint32 i = k; i < next && total.hi > 0; i++)
			p[(Size) edge[i].source * n + edge[i].target] =
				cv_dd_divide(cv_dd_from_int((cv_int128) cv_network_driver(&edge[i])), total).hi;
	}
	return p;
}

static void
check_distinct(FunctionCallInfo fcinfo)
{
	char	   *start = cv_text_arg(fcinfo, 1);
	char	   *conversion = cv_text_arg(fcinfo, 2);
	char	   *lost = cv_text_arg(fcinfo, 3);

	if (strcmp(start, conversion) == 0 || strcmp(start, lost) == 0 || strcmp(conversion, lost) == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("start, conversion and lost must be three different segments, not \"%s\", \"%s\" and \"%s\"",
						cv_clip(start), cv_clip(conversion), cv_clip(lost))));
}

/* The effects added up, where there are any. */
static double
sum_of(const CvJourney *j, const double *effect)
{
	double		sum = 0;

	for (int i = 0; i < j->n; i++)
		sum += isnan(effect[i]) ? 0 : effect[i];
	return sum;
}

PG_FUNCTION_INFO_V1(markov_attribution);

/*
 * markov_attribution(migration_summary, start text, conversion text, lost text)
 *		-> TABLE(channel text, removal_effect float8, share float8)
 *
 * For each other segment, in order of names: the share of conversions that would be lost without it, and that effect
 * as a share of all effects, which are driver and key for abc_allocate.  Moves out of conversion and lost do not
 * count; a channel after which nothing was seen is as good as lost.  NULL where nobody converts, no rows where nobody
 * moved.  Errors: 22023 for a start that is not in the summary and for names that are the same; 54000 beyond 1,000
 * segments.
 */
Datum
markov_attribution(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	CvNetwork  *net = journeys_arg(fcinfo);
	CvJourney	j = {.n = (int) net->nnodes};
	double	   *effect;
	double		sum;
	Size		n;

	check_distinct(fcinfo);
	if (net->nnodes == 0)
		PG_RETURN_NULL();
	j.start = start_arg(fcinfo, net);
	j.conversion = end_arg(fcinfo, net, 2, &j.n);
	j.lost = end_arg(fcinfo, net, 3, &j.n);
	n = j.n;
	j.p = move_shares(net, j.n);
	effect = cv_alloc(n * sizeof(double));
	cv_removal_effects(&j, effect, cv_alloc((2 * n * n + 3 * n) * sizeof(double)), cv_alloc(2 * n * sizeof(int)));
	sum = sum_of(&j, effect);
	for (int i = 0; i < (int) net->nnodes; i++)
	{
		Datum		values[3] = {PointerGetDatum(cv_network_name_text(net, i)), Float8GetDatum(effect[i]),
								 Float8GetDatum(effect[i] / sum)};
		bool		nulls[3] = {false, isnan(effect[i]), !(sum > 0)};

		if (i != j.start && i != j.conversion && i != j.lost)
			cv_table_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}
