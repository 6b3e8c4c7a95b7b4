/*
 * summary.c - sentiment_agg: how many texts are positive, neutral, negative, and what they say on average.
 *
 * The type sentiment_summary has counts, and the sums of the values and of their squares as whole numbers of 2^-60: so
 * the sums do not depend on the order of rows, and a row can be taken out again exactly.
 */
#include "pg/interval.h"
#include "pg/state.h"

#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "num/dd.h"
#include "num/scan.h"

enum
{
	NEGATIVE, NEUTRAL, POSITIVE, LABELS
};

typedef struct CvSentiment
{
	int32		vl_len_;
	uint8		version;
	uint8		unused[3];
	int64		count[LABELS];
	cv_int128	sum;			/* of compounds, in 2^-60 */
	cv_int128	squares;
} CvSentiment;

#define UNIT 0x1p60
#define MOST_TEXTS (INT64CONST(1) << 50)
#define LIMIT 0.05				/* of neutral texts, itself not neutral */

static bool
fits(const void *value)
{
	return VARSIZE(value) == sizeof(CvSentiment);
}

static const CvStateType sentiment_type = {"sentiment_summary", "\"v1 negative neutral positive sum squares\"", 1,
										   sizeof(CvSentiment), fits, NULL};

static CvSentiment *
new_summary(void)
{
	return cv_state_new(&sentiment_type, sizeof(CvSentiment), sizeof(CvSentiment));
}

static CvSentiment *
writable_state(FunctionCallInfo fcinfo)
{
	CvSentiment *s = cv_state_get(PG_GETARG_DATUM(0), &sentiment_type);
	CvSentiment *copy;

	if (cv_in_aggregate(fcinfo))
		return s;
	copy = new_summary();
	memcpy(copy, s, sizeof(CvSentiment));
	return copy;
}

static int
label_of(double compound)
{
	return compound >= LIMIT ? POSITIVE : compound <= -LIMIT ? NEGATIVE : NEUTRAL;
}

/* A compound argument.  Errors: 22023. */
static double
compound_argument(FunctionCallInfo fcinfo, int argno)
{
	double		x = PG_GETARG_FLOAT8(argno);

	if (!(fabs(x) <= 1))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("compound must be from -1 to 1, not %s", cv_float8_text(x)),
				 errhint("Give what sentiment() returns; a score s is s / sqrt(s * s + 15).")));
	return x;
}

static int64
texts(const CvSentiment *s)
{
	return s->count[NEGATIVE] + s->count[NEUTRAL] + s->count[POSITIVE];
}

static void
check_count(const CvSentiment *s)
{
	if (texts(s) > MOST_TEXTS)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a sentiment_summary can count at most " INT64_FORMAT " texts", MOST_TEXTS)));
}

static cv_int128
in_units(double x)
{
	return (cv_int128) (int64) rint(x * UNIT);
}

/* A text more, or less. */
static Datum
take_text(FunctionCallInfo fcinfo, int more)
{
	double		x = compound_argument(fcinfo, 1);
	CvSentiment *s = writable_state(fcinfo);

	s->count[label_of(x)] += more;
	s->sum += more * in_units(x);
	s->squares += more * in_units(x * x);
	check_count(s);
	if (s->count[label_of(x)] < 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("there is no text of %s to take out", cv_float8_text(x)),
				 errhint("Call sentiment_agg over a window; it takes out what it has put in.")));
	PG_RETURN_POINTER(s);
}

PG_FUNCTION_INFO_V1(sentiment_add);
PG_FUNCTION_INFO_V1(sentiment_remove);

/*
 * sentiment_add, sentiment_remove(sentiment_summary, compound float8) -> sentiment_summary
 *
 * Transition and inverse transition function of sentiment_agg: a text more, one less.  Errors: 22023 for a compound
 * outside -1 to 1 and NaN.
 */
Datum
sentiment_add(PG_FUNCTION_ARGS)
{
	return take_text(fcinfo, 1);
}

Datum
sentiment_remove(PG_FUNCTION_ARGS)
{
	return take_text(fcinfo, -1);
}

PG_FUNCTION_INFO_V1(sentiment_merge);

/* sentiment_merge(sentiment_summary, sentiment_summary) -> sentiment_summary: the texts of both.  Errors: 54000. */
Datum
sentiment_merge(PG_FUNCTION_ARGS)
{
	CvSentiment *s = writable_state(fcinfo);
	CvSentiment *other = cv_state_get(PG_GETARG_DATUM(1), &sentiment_type);

	for (int i = 0; i < LABELS; i++)
		s->count[i] += other->count[i];
	s->sum += other->sum;
	s->squares += other->squares;
	check_count(s);
	PG_RETURN_POINTER(s);
}

PG_FUNCTION_INFO_V1(sentiment_label);

/*
 * sentiment_label(compound float8) -> text: positive from 0.05 up, negative from -0.05 down, else neutral.  Errors:
 * 22023 outside -1 to 1.
 */
Datum
sentiment_label(PG_FUNCTION_ARGS)
{
	static const char *const labels[] = {"negative", "neutral", "positive"};

	PG_RETURN_TEXT_P(cstring_to_text(labels[label_of(compound_argument(fcinfo, 0))]));
}

PG_FUNCTION_INFO_V1(sentiment_counts);

/* sentiment_counts(sentiment_summary) -> (n, positive, neutral, negative bigint). */
Datum
sentiment_counts(PG_FUNCTION_ARGS)
{
	CvSentiment *s = cv_state_get(PG_GETARG_DATUM(0), &sentiment_type);
	Datum		values[] = {Int64GetDatum(texts(s)), Int64GetDatum(s->count[POSITIVE]),
		Int64GetDatum(s->count[NEUTRAL]),
	Int64GetDatum(s->count[NEGATIVE])};
	bool		nulls[4] = {false};

	return cv_make_record(fcinfo, values, nulls);
}

/* Mean of n numbers with this sum in units. */
static CvDD
mean_of(cv_int128 sum, int64 n)
{
	CvDD		mean = cv_dd_divide(cv_dd_from_int(sum), cv_dd_from_double((double) n));

	mean.hi /= UNIT;
	mean.lo /= UNIT;
	return mean;
}

/* Standard deviation of the sample; NaN for less than two texts.  Squares are known to 2^-61. */
static double
deviation(const CvSentiment *s)
{
	int64		n = texts(s);
	CvDD		mean = n > 0 ? mean_of(s->sum, n) : cv_dd_from_double(0);
	CvDD		variance;

	if (n < 2)
		return NAN;
	variance = cv_dd_add(mean_of(s->squares, n), cv_dd_negate(cv_dd_multiply(mean, mean)));
	return variance.hi < 0x1p-58 ? 0 : sqrt(variance.hi * ((double) n / (double) (n - 1)));
}

PG_FUNCTION_INFO_V1(sentiment_mean);
PG_FUNCTION_INFO_V1(sentiment_sd);

/*
 * sentiment_mean, sentiment_sd(sentiment_summary) -> float8: mean of the compounds, and their standard deviation in a
 * sample.  NULL without texts, sentiment_sd also with one.
 */
Datum
sentiment_mean(PG_FUNCTION_ARGS)
{
	CvSentiment *s = cv_state_get(PG_GETARG_DATUM(0), &sentiment_type);

	if (texts(s) == 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8(mean_of(s->sum, texts(s)).hi);
}

Datum
sentiment_sd(PG_FUNCTION_ARGS)
{
	return cv_return_number(fcinfo, deviation(cv_state_get(PG_GETARG_DATUM(0), &sentiment_type)));
}

PG_FUNCTION_INFO_V1(sentiment_mean_low);
PG_FUNCTION_INFO_V1(sentiment_mean_high);

/*
 * sentiment_mean_low, sentiment_mean_high(sentiment_summary, confidence float8) -> float8
 *
 * Ends of Student's interval of the mean, within -1 to 1.  NULL for less than two texts.  Errors: 22023 for a
 * confidence outside 0 to 1.
 */
static CvInterval
mean_interval(FunctionCallInfo fcinfo)
{
	CvSentiment *s = cv_state_get(PG_GETARG_DATUM(0), &sentiment_type);
	double		confidence = cv_confidence_arg(fcinfo, 1);
	double		n = (double) texts(s);
	CvInterval	none = {NAN, NAN};

	if (n < 2)
		return none;
	return cv_interval_within(cv_interval_around(mean_of(s->sum, texts(s)).hi,
												 cv_t_width(confidence, n - 1) * deviation(s) / sqrt(n)),
							  -1, 1);
}

Datum
sentiment_mean_low(PG_FUNCTION_ARGS)
{
	return cv_return_number(fcinfo, mean_interval(fcinfo).low);
}

Datum
sentiment_mean_high(PG_FUNCTION_ARGS)
{
	return cv_return_number(fcinfo, mean_interval(fcinfo).high);
}

PG_FUNCTION_INFO_V1(net_sentiment);

/*
 * net_sentiment(sentiment_summary) -> float8: share of positive texts minus that of negative ones; NULL without texts.
 */
Datum
net_sentiment(PG_FUNCTION_ARGS)
{
	CvSentiment *s = cv_state_get(PG_GETARG_DATUM(0), &sentiment_type);

	if (texts(s) == 0)
		PG_RETURN_NULL();
	PG_RETURN_FLOAT8((double) (s->count[POSITIVE] - s->count[NEGATIVE]) / (double) texts(s));
}

PG_FUNCTION_INFO_V1(net_sentiment_low);
PG_FUNCTION_INFO_V1(net_sentiment_high);

/*
 * net_sentiment_low, net_sentiment_high(sentiment_summary, confidence float8) -> float8
 *
 * Ends of the adjusted Wald interval, within -1 to 1: three texts are added, 3/4 positive, 3/4 negative, 3/2 neutral.
 * B. Rocks, "Interval Estimation for the Net Promoter Score", The American Statistician 70, 2016.  NULL without texts.
 * Errors: 22023 for a confidence outside 0 to 1.
 */
static CvInterval
net_interval(FunctionCallInfo fcinfo)
{
	CvSentiment *s = cv_state_get(PG_GETARG_DATUM(0), &sentiment_type);
	double		width = cv_normal_width(cv_confidence_arg(fcinfo, 1));
	double		n = (double) texts(s);
	double		positive = ((double) s->count[POSITIVE] + 0.75) / (n + 3);
	double		negative = ((double) s->count[NEGATIVE] + 0.75) / (n + 3);
	double		net = positive - negative;
	CvInterval	interval = {NAN, NAN};

	if (n == 0)
		return interval;
	interval = cv_interval_around(net, width * sqrt((positive + negative - net * net) / (n + 3)));
	interval = cv_interval_covering(interval, (double) (s->count[POSITIVE] - s->count[NEGATIVE]) / n);
	return cv_interval_within(interval, -1, 1);
}

Datum
net_sentiment_low(PG_FUNCTION_ARGS)
{
	return cv_return_number(fcinfo, net_interval(fcinfo).low);
}

Datum
net_sentiment_high(PG_FUNCTION_ARGS)
{
	return cv_return_number(fcinfo, net_interval(fcinfo).high);
}

/* What is wrong with a summary that came in, or NULL. */
static const char *
complaint_of(const CvSentiment *s)
{
	double		n = (double) texts(s);
	double		sum = (double) s->sum / UNIT;
	double		squares = (double) s->squares / UNIT;

	for (int i = 0; i < LABELS; i++)
	{
		if (s->count[i] < 0 || s->count[i] > MOST_TEXTS)
			return "counts must be from 0 to 2^50";
	}
	if (n > (double) MOST_TEXTS)
		return "counts must be 2^50 at most together";
	if (!(fabs(sum) <= n) || !(squares >= 0 && squares <= n) || !(sum * sum <= n * squares + n * n * 0x1p-50))
		return "the sums must be possible for so many values from -1 to 1";
	return NULL;
}

/* A whole number of up to 2^120 in size at *at, which moves behind it. */
static bool
scan_int128(const char **at, cv_int128 *x)
{
	const char *p = *at;
	bool		negative = *p == '-';
	cv_int128	value = 0;
	int			digits = 0;

	for (p += negative; *p >= '0' && *p <= '9'; p++, digits++)
	{
		if (digits >= 36 || (digits == 1 && value == 0))
			return false;
		value = value * 10 + (*p - '0');
	}
	if (digits == 0 || (negative && value == 0))
		return false;
	*x = negative ? -value : value;
	*at = p;
	return true;
}

static void
print_int128(StringInfo out, cv_int128 x)
{
	char		digits[48];
	int			at = sizeof(digits);
	cv_uint128	rest = x < 0 ? -(cv_uint128) x : (cv_uint128) x;

	digits[--at] = '\0';
	do
	{
		digits[--at] = (char) ('0' + (int) (rest % 10));
		rest /= 10;
	} while (rest > 0);
	if (x < 0)
		digits[--at] = '-';
	appendStringInfoChar(out, ' ');
	appendStringInfoString(out, digits + at);
}

PG_FUNCTION_INFO_V1(sentiment_summary_in);

/*
 * sentiment_summary_in(cstring): counts, and sums in 2^-60; v1 alone without texts.  Errors: 22P02 with what is wrong.
 */
Datum
sentiment_summary_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);
	const char *at = text + 2;
	CvSentiment *s = new_summary();
	cv_int128	sum = 0;
	cv_int128	squares = 0;
	const char *complaint;

	if (strncmp(text, "v1", 2) != 0)
		cv_bad_text(&sentiment_type, text, "it must begin with v1");
	if (*at == '\0')
		PG_RETURN_POINTER(s);
	for (int i = 0; i < LABELS; i++)
	{
		if (!cv_scan_char(&at, ' ') || !cv_scan_int64(&at, &s->count[i]) || s->count[i] < 0 || s->count[i] > MOST_TEXTS)
			cv_bad_text(&sentiment_type, text, "three counts from 0 to 2^50 must follow");
	}
	if (!cv_scan_char(&at, ' ') || !scan_int128(&at, &sum) || !cv_scan_char(&at, ' ') || !scan_int128(&at, &squares) ||
		*at != '\0')
		cv_bad_text(&sentiment_type, text, "two whole numbers must follow the counts");
	s->sum = sum;
	s->squares = squares;
	complaint = complaint_of(s);
	if (complaint != NULL)
		cv_bad_text(&sentiment_type, text, complaint);
	PG_RETURN_POINTER(s);
}

PG_FUNCTION_INFO_V1(sentiment_summary_out);

/* sentiment_summary_out(sentiment_summary): see sentiment_summary_in. */
Datum
sentiment_summary_out(PG_FUNCTION_ARGS)
{
	CvSentiment *s = cv_state_get(PG_GETARG_DATUM(0), &sentiment_type);
	StringInfoData out;

	initStringInfo(&out);
	appendStringInfoString(&out, "v1");
	if (texts(s) == 0)
		PG_RETURN_CSTRING(out.data);
	for (int i = 0; i < LABELS; i++)
		appendStringInfo(&out, " " INT64_FORMAT, s->count[i]);
	print_int128(&out, s->sum);
	print_int128(&out, s->squares);
	PG_RETURN_CSTRING(out.data);
}

/* A number of 128 bits, the high ones first. */
static void
send_int128(StringInfo buf, cv_int128 x)
{
	pq_sendint64(buf, (int64) (x >> 64));
	pq_sendint64(buf, (int64) (uint64) x);
}

static cv_int128
receive_int128(StringInfo buf)
{
	cv_uint128	high = (uint64) pq_getmsgint64(buf);

	return (cv_int128) (high << 64 | (uint64) pq_getmsgint64(buf));
}

PG_FUNCTION_INFO_V1(sentiment_summary_send);

/* sentiment_summary_send(sentiment_summary): a byte of version, the counts, the sums in 128 bits each. */
Datum
sentiment_summary_send(PG_FUNCTION_ARGS)
{
	CvSentiment *s = cv_state_get(PG_GETARG_DATUM(0), &sentiment_type);
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, sentiment_type.version);
	for (int i = 0; i < LABELS; i++)
		pq_sendint64(&buf, s->count[i]);
	send_int128(&buf, s->sum);
	send_int128(&buf, s->squares);
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

PG_FUNCTION_INFO_V1(sentiment_summary_recv);

/* sentiment_summary_recv(internal): see sentiment_summary_send.  Errors: 22P03. */
Datum
sentiment_summary_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	CvSentiment *s = new_summary();
	const char *complaint;

	if (pq_getmsgbyte(buf) != sentiment_type.version)
		cv_bad_binary(sentiment_type.name, "Its version is unknown.");
	for (int i = 0; i < LABELS; i++)
		s->count[i] = pq_getmsgint64(buf);
	for (int i = 0; i < LABELS; i++)
	{
		if (s->count[i] < 0 || s->count[i] > MOST_TEXTS)
			cv_bad_binary(sentiment_type.name, "A count is out of range.");
	}
	s->sum = receive_int128(buf);
	s->squares = receive_int128(buf);
	complaint = complaint_of(s);
	if (complaint != NULL)
		cv_bad_binary(sentiment_type.name, psprintf("In it, %s.", complaint));
	PG_RETURN_POINTER(s);
}

CV_COMPARE(sentiment_summary_send, sentiment_summary_cmp, sentiment_summary_eq, sentiment_summary_ne,
		   sentiment_summary_lt, sentiment_summary_le, sentiment_summary_gt, sentiment_summary_ge,
		   sentiment_summary_hash, sentiment_summary_hash_extended)
