/*
 * churn.c - which share of the customers left in a window of time?
 *
 * For subscriptions with a start and an end, the first day without.  Seven definitions are in use; a churn_summary
 * has what all of them need: who was there at the opening and left or stayed, who joined and left or stayed, and the
 * days that all of them were there.  The window is [window_from, window_to): window_to is the first day after it.
 */
#include "retention/sums.h"

#include "pg/dated.h"

enum
{
	OPENING,
	JOINED,
	LEFT_OF_OPENING,
	LEFT_OF_JOINED,
	CUSTOMER_DAYS,
	SUMS
};

static const char *complaint_of(const CvSums *s);

static const CvSumsType churn_type = {
	{"churn_summary", "\"v1 from to opening joined left_of_opening left_of_joined customer_days\"", 1,
	 offsetof(CvSums, sum), cv_sums_fits, cv_sums_pack},
	SUMS, true, complaint_of,
	"A churn_summary is about one window: give all rows of a group the same window_from and window_to."
};

CV_SUMS_TYPE(churn_type, churn_summary_in, churn_summary_out, churn_summary_recv, churn_summary_send, churn_merge,
			 churn_pack)
CV_COMPARE(churn_summary_send, churn_summary_cmp, churn_summary_eq, churn_summary_ne, churn_summary_lt,
		   churn_summary_le, churn_summary_gt, churn_summary_ge, churn_summary_hash, churn_summary_hash_extended)

static const char *
complaint_of(const CvSums *s)
{
	if (s->groups != 0)
		return "counts must be whole numbers";
	for (int i = 0; i < SUMS; i++)
	{
		if (s->sum[i] < 0 || s->sum[i] > PG_INT64_MAX / 4)
			return "counts must be from 0 to 2^61";
	}
	if (!s->has_params || s->param[0] >= s->param[1])
		return "the window must end after it begins";
	if (s->sum[LEFT_OF_OPENING] > s->sum[OPENING] || s->sum[LEFT_OF_JOINED] > s->sum[JOINED])
		return "no more can leave than were there";
	return NULL;
}

/* The days of a window and of a customer, who is there from start to end. */
typedef struct Stay
{
	DateADT		start;
	DateADT		end;			/* the first day without; infinite while still there */
	DateADT		from;
	DateADT		to;
} Stay;

static Stay
stay_args(FunctionCallInfo fcinfo)
{
	Stay		stay = {cv_date_arg(fcinfo, 1, "started"), DATEVAL_NOEND, cv_date_arg(fcinfo, 3, "window_from"),
						cv_date_arg(fcinfo, 4, "window_to")};

	if (!PG_ARGISNULL(2) && !DATE_IS_NOEND(PG_GETARG_DATEADT(2)))
		stay.end = cv_date_arg(fcinfo, 2, "ended");
	if (stay.to <= stay.from)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("window_to must come after window_from, but %s does not come after %s", cv_date_text(stay.to),
						cv_date_text(stay.from)),
				 errhint("It is the first day after the window: April is from 2025-04-01 to 2025-05-01.")));
	if (stay.end < stay.start)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("ended must not come before started, but %s is before %s", cv_date_text(stay.end),
						cv_date_text(stay.start)),
				 errhint("ended is the first day without the subscription, NULL while it lasts.")));
	return stay;
}

static void
add_stay(CvSums *s, const Stay *stay)
{
	bool		left = stay->end >= stay->from && stay->end < stay->to;

	if (stay->end < stay->from || stay->start >= stay->to)
		return;
	cv_sums_count(s, stay->start < stay->from ? OPENING : JOINED, 1);
	if (left)
		cv_sums_count(s, stay->start < stay->from ? LEFT_OF_OPENING : LEFT_OF_JOINED, 1);
	cv_sums_count(s, CUSTOMER_DAYS, (int64) Min(stay->end, stay->to) - Max(stay->start, stay->from));
}

PG_FUNCTION_INFO_V1(churn_add);

/*
 * churn_add(churn_summary, started date, ended date, window_from date, window_to date) -> churn_summary
 *
 * Transition function of churn_agg.  ended NULL: still there; a row with another NULL is ignored.  Errors: 22023 for
 * ended before started, an empty window, infinite dates (but for ended), and a window that changes.
 */
Datum
churn_add(PG_FUNCTION_ARGS)
{
	CvSums	   *s;
	Stay		stay;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (PG_ARGISNULL(1) || PG_ARGISNULL(3) || PG_ARGISNULL(4))
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	s = cv_sums_writable(fcinfo, &churn_type);
	stay = stay_args(fcinfo);
	cv_sums_set_params(s, &churn_type, stay.from, stay.to);
	add_stay(s, &stay);
	return cv_state_return(fcinfo, s, &churn_type.state);
}

/* What the definitions are made of. */
typedef struct Counts
{
	double		opening;
	double		joined;
	double		left_of_opening;
	double		left;
	double		closing;
	double		days;
} Counts;

static Counts
counts_of(const CvSums *s)
{
	Counts		c;

	c.opening = (double) s->sum[OPENING];
	c.joined = (double) s->sum[JOINED];
	c.left_of_opening = (double) s->sum[LEFT_OF_OPENING];
	c.left = c.left_of_opening + (double) s->sum[LEFT_OF_JOINED];
	c.closing = c.opening + c.joined - c.left;
	c.days = (double) s->sum[CUSTOMER_DAYS];
	return c;
}

static double
opening_rate(const Counts *c)
{
	return c->left / c->opening;
}

static double
cohort_rate(const Counts *c)
{
	return c->left_of_opening / c->opening;
}

static double
average_rate(const Counts *c)
{
	return 2 * c->left / (c->opening + c->closing);
}

static double
exposure_rate(const Counts *c)
{
	return 30 * c->left / c->days;
}

static double
hazard_rate(const Counts *c)
{
	return -expm1(-exposure_rate(c));
}

static double
of_all_rate(const Counts *c)
{
	return c->left / (c->opening + c->joined);
}

static double
net_rate(const Counts *c)
{
	return (c->opening - c->closing) / c->opening;
}

PG_FUNCTION_INFO_V1(churn_rate);

/*
 * churn_rate(summary churn_summary, method text) -> float8
 *
 * opening: left / opening, which passes 1 where many who join leave; cohort: those of the opening who left / opening,
 * a probability; average: left / mean of opening and closing; exposure: left per 30 customer-days; hazard: 1 -
 * exp(-exposure), the probability to leave within 30 days; of_all: left / (opening + joined); net: 1 - closing /
 * opening.  NULL where the denominator is 0.
 */
Datum
churn_rate(PG_FUNCTION_ARGS)
{
	static const char *const methods[] = {"opening", "cohort", "average", "exposure", "hazard", "of_all", "net", NULL};
	static double (*const rates[]) (const Counts *) = {opening_rate, cohort_rate, average_rate, exposure_rate,
													   hazard_rate, of_all_rate, net_rate};
	Counts		counts = counts_of(cv_sums_get(PG_GETARG_DATUM(0), &churn_type));

	return cv_return_number(fcinfo, rates[cv_choice_arg(fcinfo, 1, "method", methods)] (&counts));
}

PG_FUNCTION_INFO_V1(churn_counts);

/*
 * churn_counts(summary churn_summary)
 *		-> (opening, joined, left_of_opening, left_of_joined, closing, customer_days bigint, window_days integer)
 *
 * opening + joined - left_of_opening - left_of_joined = closing.  Without rows counts are 0 and window_days is NULL.
 */
Datum
churn_counts(PG_FUNCTION_ARGS)
{
	CvSums	   *s = cv_sums_get(PG_GETARG_DATUM(0), &churn_type);
	int64		closing = (int64) (s->sum[OPENING] + s->sum[JOINED] - s->sum[LEFT_OF_OPENING] -
								   s->sum[LEFT_OF_JOINED]);
	Datum		values[7];
	bool		nulls[7] = {false};

	for (int i = 0; i < 4; i++)
		values[i] = Int64GetDatum((int64) s->sum[i]);
	values[4] = Int64GetDatum(closing);
	values[5] = Int64GetDatum((int64) s->sum[CUSTOMER_DAYS]);
	values[6] = Int32GetDatum(s->param[1] - s->param[0]);
	nulls[6] = !s->has_params;
	return cv_make_record(fcinfo, values, nulls);
}
