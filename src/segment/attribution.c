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

/* The state of an argument's name; 22023 when there is none. */
static int
state_arg(FunctionCallInfo fcinfo, const CvNetwork *net, int argno, const char *what)
{
	text	   *name = PG_GETARG_TEXT_PP(argno);
	int			state = cv_network_find(net, VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name));

	if (state < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s \"%s\" is not in the migration_summary", what, text_to_cstring(name)),
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

/* Shares of the moves from each state; all zeros where nobody was seen to leave. */
static double *
move_shares(const CvNetwork *net)
{
	int			n = (int) net->nnodes;
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
check_distinct(FunctionCallInfo fcinfo, const CvJourney *j)
{
	if (j->start == j->conversion || j->start == j->lost || j->conversion == j->lost)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("start, conversion and lost must be three different segments, not \"%s\", \"%s\" and \"%s\"",
						cv_clip(cv_text_arg(fcinfo, 1)), cv_clip(cv_text_arg(fcinfo, 2)),
						cv_clip(cv_text_arg(fcinfo, 3)))));
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
 * count; a channel after which nothing was seen is as good as lost.  NULL where nobody converts.  Errors: 22023 for
 * names that are not in the summary or the same; 54000 beyond 1,000 segments.
 */
Datum
markov_attribution(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	CvNetwork  *net = journeys_arg(fcinfo);
	Size		n = net->nnodes;
	CvJourney	j = {(int) n, NULL, state_arg(fcinfo, net, 1, "start"), state_arg(fcinfo, net, 2, "conversion"),
					 state_arg(fcinfo, net, 3, "lost")};
	double	   *effect = cv_alloc(n * sizeof(double));
	double		sum;

	check_distinct(fcinfo, &j);
	j.p = move_shares(net);
	cv_removal_effects(&j, effect, cv_alloc((2 * n * n + 3 * n) * sizeof(double)), cv_alloc(2 * n * sizeof(int)));
	sum = sum_of(&j, effect);
	for (int i = 0; i < j.n; i++)
	{
		Datum		values[3] = {PointerGetDatum(cv_network_name_text(net, i)), Float8GetDatum(effect[i]),
								 Float8GetDatum(effect[i] / sum)};
		bool		nulls[3] = {false, isnan(effect[i]), !(sum > 0)};

		if (i != j.start && i != j.conversion && i != j.lost)
			cv_table_row(&table, values, nulls);
	}
	PG_RETURN_NULL();
}
