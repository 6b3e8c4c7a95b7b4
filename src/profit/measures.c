/*
 * measures.c - how concentrated is the profit, and on how few customers does it rest?
 *
 * With values x_1 <= ... <= x_n:
 *
 * - Gini: sum |x_i - x_j| over all pairs, divided by 2 n (gains + |losses|), which is
 *   the usual one without losses and stays from 0 to 1 with them (E. Raffinetti, E.
 *   Siletti and A. Vernizzi, "On the Gini coefficient normalization when attributes with
 *   negative values are considered", Statistical Methods & Applications 24, 2015).
 * - Whale curve: the running sum from the best customer to the worst (R. Kaplan and R.
 *   Cooper, "Cost & Effect", 1998).  Shares of a fraction of customers lie on it,
 *   between customers on the straight line; the Lorenz curve is the same from the other end.
 */
#include "profit/concentration.h"

#include "num/dd.h"

/* Sum of the k largest values. */
static cv_int128
top_sum(const CvValues *v, int64 k)
{
	cv_int128	sum = 0;

	for (int64 i = 0; i < k; i++)
	{
		CV_BREATHE(i);
		sum += v->column.value[v->n - 1 - i];
	}
	return sum;
}

/* A number that exists where whole is not 0, after which the values are not needed any more. */
static Datum
return_measure(FunctionCallInfo fcinfo, CvValues *v, cv_int128 whole, double x)
{
	pfree(v->column.value);
	if (whole == 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(x);
}

PG_FUNCTION_INFO_V1(gini);

/*
 * gini(concentration_summary) -> float8
 *
 * 0 where all customers are equal, towards 1 where few have all gains; NULL without
 * customers and where all values are 0.  Also the final function of the aggregate.
 */
Datum
gini(PG_FUNCTION_ARGS)
{
	CvValues	v = cv_concentration_values_arg(fcinfo, 0);
	CvDD		sum = cv_dd_from_double(0);
	cv_int128	volume = v.gains - v.losses;

	/* Each gap between neighbours counts for all pairs around it: only positive terms. */
	for (int64 i = 1; i < v.n; i++)
	{
		cv_int128	gap = v.column.value[i] - v.column.value[i - 1];

		CV_BREATHE(i);
		if (gap != 0)
			sum = cv_dd_add(sum, cv_dd_product((double) gap, (double) i * (double) (v.n - i)));
	}
	return return_measure(fcinfo, &v, volume, sum.hi / ((double) volume * (double) v.n));
}

PG_FUNCTION_INFO_V1(hhi);

/*
 * hhi(concentration_summary) -> float8
 *
 * Herfindahl-Hirschman index, from 1 / customers to 1: sum of squared shares; with losses, of
 * shares in gains and losses together.  NULL without customers and where all values are 0.
 */
Datum
hhi(PG_FUNCTION_ARGS)
{
	CvValues	v = cv_concentration_values_arg(fcinfo, 0);
	cv_int128	volume = v.gains - v.losses;
	CvDD		sum = cv_dd_from_double(0);

	for (int64 i = 0; i < v.n; i++)
	{
		double		share = (double) v.column.value[i] / (double) volume;

		CV_BREATHE(i);
		sum = cv_dd_add(sum, cv_dd_product(share, share));
	}
	return return_measure(fcinfo, &v, volume, sum.hi);
}

/* What a share is of. */
typedef enum ShareOf
{
	OF_NET,
	OF_GAINS,
	OF_LOSSES
} ShareOf;

static ShareOf
share_of_arg(FunctionCallInfo fcinfo, int argno)
{
	char	   *of = cv_text_arg(fcinfo, argno);

	if (strcmp(of, "net") == 0)
		return OF_NET;
	if (strcmp(of, "gains") == 0)
		return OF_GAINS;
	if (strcmp(of, "losses") != 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("of must be 'net', 'gains' or 'losses', not '%s'", of),
				 errhint("It says what the share is of: the total, the sum of positive or the sum of negative "
						 "values.")));
	return OF_LOSSES;
}

static double
fraction_arg(FunctionCallInfo fcinfo, const char *name)
{
	double		fraction = cv_check_finite(PG_GETARG_FLOAT8(1), name);

	if (fraction < 0 || fraction > 1)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s must be from 0 to 1, not %s", name, cv_float8_text(fraction)),
				 errhint("It is a share of the customers: 0.2 means twenty percent of them.")));
	return fraction;
}

/* The share of the top fraction of customers, or of the bottom one. */
static Datum
share_of_fraction(FunctionCallInfo fcinfo, double fraction, ShareOf of, bool top)
{
	CvValues	v = cv_concentration_values_arg(fcinfo, 0);
	cv_int128	whole = of == OF_NET ? v.gains + v.losses : of == OF_GAINS ? v.gains : v.losses;
	double		customers = fraction * (double) v.n;
	double		nearest = rint(customers);
	int64		k;
	cv_int128	sum;
	double		share = 0;

	/* 0.07 * 100 is 7, though not in binary. */
	if (fabs(customers - nearest) <= 1e-12 * nearest)
		customers = nearest;
	k = (int64) floor(customers);
	sum = top ? top_sum(&v, k) : v.gains + v.losses - top_sum(&v, v.n - k);
	if (whole != 0)
		share = cv_fixed_ratio(sum, whole);
	if (whole != 0 && customers > (double) k)
		share += (customers - (double) k) *
			cv_fixed_ratio(v.column.value[top ? v.n - 1 - k : k], whole);
	return return_measure(fcinfo, &v, whole, share);
}

/*
 * top_share(concentration_summary, fraction float8, of text) -> float8
 * bottom_share(concentration_summary, fraction float8, of text) -> float8
 * lorenz(concentration_summary, p float8) -> float8
 *
 * What the best (worst) fraction of the customers bring, as a share of the total ('net'), of
 * the sum of positive values ('gains') or of the sum of negative values ('losses'; a loss
 * is a positive share of it).  lorenz is the net share of the worst.  NULL where that sum
 * is 0.  Errors: 22023 for a fraction outside 0 to 1 and another of.
 */
PG_FUNCTION_INFO_V1(top_share);
PG_FUNCTION_INFO_V1(bottom_share);
PG_FUNCTION_INFO_V1(lorenz);

Datum
top_share(PG_FUNCTION_ARGS)
{
	return share_of_fraction(fcinfo, fraction_arg(fcinfo, "fraction"), share_of_arg(fcinfo, 2), true);
}

Datum
bottom_share(PG_FUNCTION_ARGS)
{
	return share_of_fraction(fcinfo, fraction_arg(fcinfo, "fraction"), share_of_arg(fcinfo, 2), false);
}

Datum
lorenz(PG_FUNCTION_ARGS)
{
	return share_of_fraction(fcinfo, fraction_arg(fcinfo, "p"), OF_NET, false);
}

/* top_share_final, bottom_share_final(concentration_summary): with the fraction in it. */
static Datum
share_final(FunctionCallInfo fcinfo, bool top)
{
	CvConcentration *c = cv_concentration_get(PG_GETARG_DATUM(0));
	double		fraction = c->fraction;

	PG_FREE_IF_COPY(c, 0);
	if (fraction < 0)
		PG_RETURN_NULL();
	return share_of_fraction(fcinfo, fraction, OF_NET, top);
}

PG_FUNCTION_INFO_V1(top_share_final);
PG_FUNCTION_INFO_V1(bottom_share_final);

Datum
top_share_final(PG_FUNCTION_ARGS)
{
	return share_final(fcinfo, true);
}

Datum
bottom_share_final(PG_FUNCTION_ARGS)
{
	return share_final(fcinfo, false);
}

/* A point of the whale curve: rank, customers_share, cumulative, cumulative_share. */
#define POINT_COLUMNS 4

static void
whale_point(const CvValues *v, int64 rank, cv_int128 sum, int decimals, Datum *values, bool *nulls)
{
	cv_int128	total = v->gains + v->losses;

	values[0] = Int64GetDatum(rank);
	values[1] = Float8GetDatum((double) rank / (double) v->n);
	values[2] = NumericGetDatum(cv_numeric_from_fixed(sum, v->column.groups, decimals));
	nulls[3] = total == 0;
	values[3] = Float8GetDatum(total == 0 ? 0 : cv_fixed_ratio(sum, total));
}

PG_FUNCTION_INFO_V1(whale_peak);

/*
 * whale_peak(concentration_summary)
 *		-> (rank bigint, customers_share float8, cumulative numeric, cumulative_share float8)
 *
 * Where the whale curve is highest, first reached: those customers together bring most. Rank 0
 * where no customer brings a gain; cumulative_share is NULL where the total is 0.  NULL
 * without customers.
 */
Datum
whale_peak(PG_FUNCTION_ARGS)
{
	CvValues	v = cv_concentration_values_arg(fcinfo, 0);
	Datum		values[POINT_COLUMNS];
	bool		nulls[POINT_COLUMNS] = {false};
	int64		rank = 0;

	if (v.n == 0)
		PG_RETURN_NULL();
	while (rank < v.n && v.column.value[v.n - 1 - rank] > 0)
		rank++;
	whale_point(&v, rank, v.gains, cv_fixed_decimals(&v.column, v.n), values, nulls);
	pfree(v.column.value);
	return cv_make_record(fcinfo, values, nulls);
}

PG_FUNCTION_INFO_V1(whale_curve);

/*
 * whale_curve(concentration_summary, points integer) -> TABLE(rank bigint,
 *		customers_share float8, cumulative numeric, cumulative_share float8)
 *
 * The running sum of the values from the best customer to the worst, at this many ranks
 * evenly apart (all where there are no more customers), the last one among them.
 * cumulative_share is NULL where the total is 0.  Errors: 22023 for fewer than one point.
 */
Datum
whale_curve(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	CvValues	v = cv_concentration_values_arg(fcinfo, 0);
	int64		points = Min(v.n, cv_check_range(PG_GETARG_INT32(1), "points", 1, 1000000));
	int			decimals = cv_fixed_decimals(&v.column, v.n);
	int64		rank = 0;
	cv_int128	sum = 0;

	for (int64 k = 1; k <= points; k++)
	{
		Datum		values[POINT_COLUMNS];
		bool		nulls[POINT_COLUMNS] = {false};
		int64		next = (k * v.n + points - 1) / points;

		CV_BREATHE_OFTEN(k);
		for (; rank < next; rank++)
			sum += v.column.value[v.n - 1 - rank];
		whale_point(&v, rank, sum, decimals, values, nulls);
		cv_table_own_row(&table, values, nulls);
	}
	pfree(v.column.value);
	PG_RETURN_NULL();
}
