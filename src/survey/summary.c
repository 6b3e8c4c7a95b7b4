/*
 * summary.c - the type survey_summary: one small value that holds all answers to a
 * question, from which every metric follows and which adds up over days, regions and
 * servers.
 *
 * Counts are exact, so merging in any order gives the same bytes, and an answer can be
 * taken out again when a window moves on.
 */
#include "survey/summary.h"

#include <math.h>

#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "pg/decimal.h"

/* An empty summary that holds scores below nscores. */
static CvSummary *
new_summary(int nscores, bool weighted)
{
	CvSummary  *s;

	nscores = nscores <= CV_SUMMARY_SHORT ? CV_SUMMARY_SHORT : CV_TALLY_SCORES;
	s = cv_state_new(&cv_summary_type, CV_SUMMARY_SIZE(nscores, weighted), CV_SUMMARY_SIZE(nscores, weighted));
	s->nscores = nscores;
	s->weighted = weighted;
	return s;
}

/* A summary to calculate with. */
CvScores
cv_summary_scores(const CvSummary *s)
{
	CvScores	scores = {s->nscores, s->count, NULL, NULL};

	if (s->weighted)
	{
		scores.weight = cv_summary_weights(s);
		scores.square = cv_summary_squares(s);
	}
	return scores;
}

static CvSummary *
copy_summary(const CvSummary *s, int nscores, bool weighted)
{
	CvSummary  *copy = new_summary(Max(nscores, s->nscores), weighted || s->weighted);

	copy->scale = s->scale;
	copy->top = s->top;
	memcpy(copy->count, s->count, s->nscores * sizeof(int64));
	for (int score = 0; score < s->nscores && copy->weighted; score++)
	{
		/* Answers without weights weigh 1. */
		cv_summary_weights(copy)[score] = s->weighted ? cv_summary_weights(s)[score] : (double) s->count[score];
		cv_summary_squares(copy)[score] = s->weighted ? cv_summary_squares(s)[score] : (double) s->count[score];
	}
	return copy;
}

/*
 * The state that a transition may write to: inside an aggregate the one it was given,
 * else a copy.  Room for nscores, and for weights, is made by a new one in the current
 * context, which the executor copies.
 */
static inline CvSummary *
writable_state(FunctionCallInfo fcinfo, int nscores, bool weighted)
{
	CvSummary  *s = PG_GETARG_SUMMARY(0);

	if (likely(cv_in_aggregate(fcinfo) && nscores <= s->nscores && (!weighted || s->weighted)))
		return s;
	return copy_summary(s, nscores, weighted);
}

static CvSummary *
summary_of(const CvTally *tally)
{
	CvSummary  *s = new_summary(tally->nscores, tally->weighted);

	s->scale = tally->scale;
	s->top = tally->top;
	memcpy(s->count, tally->count, s->nscores * sizeof(int64));
	if (s->weighted)
	{
		memcpy(cv_summary_weights(s), tally->weight, s->nscores * sizeof(double));
		memcpy(cv_summary_squares(s), tally->square, s->nscores * sizeof(double));
	}
	return s;
}

PG_FUNCTION_INFO_V1(survey_summary_in);

/*
 * survey_summary_in(cstring): the text form is described in survey/core/tally.c.  Errors: 22P02
 * with what is wrong.
 */
Datum
survey_summary_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);
	CvTally		tally;
	const char *complaint = cv_tally_parse(text, &tally);

	if (complaint != NULL)
		cv_bad_text(&cv_summary_type, text, complaint);
	PG_RETURN_POINTER(summary_of(&tally));
}

PG_FUNCTION_INFO_V1(survey_summary_out);

/* survey_summary_out(survey_summary): see survey/core/tally.c; the same under every setting. */
Datum
survey_summary_out(PG_FUNCTION_ARGS)
{
	CvSummary  *s = PG_GETARG_SUMMARY(0);
	StringInfoData text;

	initStringInfo(&text);
	appendStringInfoString(&text, s->weighted ? "v1w" : "v1");
	if (s->scale > 0)
		appendStringInfo(&text, " scale=%d top=%d", s->scale, s->top);
	for (int score = 0; score < s->nscores; score++)
	{
		if (s->count[score] == 0)
			continue;
		appendStringInfo(&text, " %d:" INT64_FORMAT, score, s->count[score]);
		if (!s->weighted)
			continue;
		appendStringInfoChar(&text, ':');
		cv_print_float8(&text, cv_summary_weights(s)[score]);
		appendStringInfoChar(&text, ':');
		cv_print_float8(&text, cv_summary_squares(s)[score]);
	}
	PG_RETURN_CSTRING(text.data);
}

PG_FUNCTION_INFO_V1(survey_summary_recv);

/*
 * survey_summary_recv(internal): bytes of version, weighted, scale, top and the number of scores
 * that occur, and for each, rising, a byte of score, eight of count and, when weighted, two
 * float8.  It is checked by way of the text form.  Errors: 22P03.
 */
Datum
survey_summary_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	StringInfoData text;
	CvTally		tally;
	const char *complaint;
	bool		weighted;
	int			scale,
				top,
				n;

	initStringInfo(&text);
	if (pq_getmsgbyte(buf) != CV_SUMMARY_VERSION)
		cv_bad_binary("survey_summary", "Its version is unknown.");
	weighted = pq_getmsgbyte(buf) != 0;
	scale = pq_getmsgbyte(buf);
	top = pq_getmsgbyte(buf);
	appendStringInfoString(&text, weighted ? "v1w" : "v1");
	if (scale > 0 || top > 0)
		appendStringInfo(&text, " scale=%d top=%d", scale, top);
	n = pq_getmsgbyte(buf);
	for (int i = 0; i < n; i++)
	{
		int			score = pq_getmsgbyte(buf);
		int64		times = pq_getmsgint64(buf);

		appendStringInfo(&text, " %d:" INT64_FORMAT, score, times);
		for (int k = 0; k < 2 && weighted; k++)
		{
			double		x = pq_getmsgfloat8(buf);

			if (!isfinite(x))
				cv_bad_binary("survey_summary", "Weights must be finite.");
			appendStringInfoChar(&text, ':');
			cv_print_float8(&text, x);
		}
	}
	complaint = cv_tally_parse(text.data, &tally);
	if (complaint != NULL)
		cv_bad_binary("survey_summary", psprintf("In it, %s.", complaint));
	PG_RETURN_POINTER(summary_of(&tally));
}

PG_FUNCTION_INFO_V1(survey_summary_send);

/* survey_summary_send(survey_summary): see survey_summary_recv. */
Datum
survey_summary_send(PG_FUNCTION_ARGS)
{
	CvSummary  *s = PG_GETARG_SUMMARY(0);
	StringInfoData buf;
	int			n = 0;

	for (int score = 0; score < s->nscores; score++)
		n += s->count[score] != 0;
	pq_begintypsend(&buf);
	pq_sendbyte(&buf, CV_SUMMARY_VERSION);
	pq_sendbyte(&buf, s->weighted);
	pq_sendbyte(&buf, s->scale);
	pq_sendbyte(&buf, s->top);
	pq_sendbyte(&buf, n);
	for (int score = 0; score < s->nscores; score++)
	{
		if (s->count[score] == 0)
			continue;
		pq_sendbyte(&buf, score);
		pq_sendint64(&buf, s->count[score]);
		if (!s->weighted)
			continue;
		pq_sendfloat8(&buf, cv_summary_weights(s)[score]);
		pq_sendfloat8(&buf, cv_summary_squares(s)[score]);
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

static inline void
check_count(int64 count)
{
	if (unlikely(count > CV_TALLY_LIMIT))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("a survey_summary can count at most 2^55 answers of one score")));
}

/* The parameters of csat_score; one pair for all answers. */
static void
set_parameters(CvSummary *s, int scale, int top)
{
	if (s->scale > 0 && (s->scale != scale || s->top != top))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("scale and top change from %d and %d to %d and %d within an aggregate",
						s->scale, s->top, scale, top),
				 errhint("Give one pair for all rows; for several, read them from one survey_agg.")));
	s->scale = scale;
	s->top = top;
}

static void
bad_score(const char *score)
{
	ereport(ERROR,
			(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
			 errmsg("survey score must be an integer from 0 to 100, not %s", score),
			 errhint("Filter or correct such answers first; a fractional score is never rounded.")));
}

static inline int
score_of_int(int64 score)
{
	if (unlikely(score < 0 || score >= CV_TALLY_SCORES))
		bad_score(psprintf(INT64_FORMAT, score));
	return (int) score;
}

int
cv_score_of_numeric(Numeric x)
{
	CvDecimal	view;
	uint64		score;

	cv_decimal_from_numeric(NumericGetDatum(x), &view);
	if (!view.finite || (view.negative && view.ngroups > 0) || cv_decimal_fraction_groups(&view) > 0 ||
		!cv_decimal_to_u64(&view, 0, CV_TALLY_SCORES - 1, &score))
		bad_score(cv_numeric_text(x));
	return (int) score;
}

int
cv_score_of_float8(double x)
{
	if (!(x >= 0 && x < CV_TALLY_SCORES) || x != floor(x))
		bad_score(cv_float8_text(x));
	return (int) x;
}

/* Answers of unit weight, as those of a state with weights are that has none given. */
static void
add_weight(CvSummary *s, int score, double weight, double square)
{
	double	   *sum = &cv_summary_weights(s)[score];
	double	   *squares = &cv_summary_squares(s)[score];

	*sum += weight;
	*squares += square;
	if (!isfinite(*squares * 2) || !isfinite(*sum * *sum))
		ereport(ERROR,
				(errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
				 errmsg("sum of weights is out of range")));
}

static Datum
add_score(FunctionCallInfo fcinfo, int score)
{
	CvSummary  *s = writable_state(fcinfo, score + 1, false);

	check_count(++s->count[score]);
	if (unlikely(s->weighted))
		add_weight(s, score, 1, 1);
	PG_RETURN_POINTER(s);
}

static Datum
add_weighted_score(FunctionCallInfo fcinfo, int score)
{
	double		weight = cv_weight_arg(fcinfo, 2);
	CvSummary  *s;

	if (weight == 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	s = writable_state(fcinfo, score + 1, true);
	check_count(++s->count[score]);
	add_weight(s, score, weight, weight * weight);
	PG_RETURN_POINTER(s);
}

/* Add an answer for csat_score, with its scale and how many scores are its top box. */
static Datum
add_rated_score(FunctionCallInfo fcinfo, int score)
{
	int			scale = PG_NARGS() > 2 ? cv_check_range(PG_GETARG_INT32(2), "scale", 2, 100) : CV_CSAT_SCALE;
	int			top = cv_check_range(PG_NARGS() > 3 ? PG_GETARG_INT32(3) : cv_csat_top(scale), "top", 1, scale - 1);
	CvSummary  *s = (CvSummary *) DatumGetPointer(add_score(fcinfo, score));

	set_parameters(s, scale, top);
	PG_RETURN_POINTER(s);
}

/* Sums of weights cannot be taken apart again without a trace. */
static void
check_no_weights(const CvSummary *s)
{
	if (s->weighted)
		ereport(ERROR,
				(errcode(ERRCODE_FEATURE_NOT_SUPPORTED),
				 errmsg("cannot take answers out of a survey_summary with weights")));
}

static Datum
remove_score(FunctionCallInfo fcinfo, int score)
{
	CvSummary  *s = writable_state(fcinfo, score + 1, false);

	check_no_weights(s);
	if (s->count[score] == 0)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("cannot take score %d out of a summary that does not have it", score)));
	s->count[score]--;
	PG_RETURN_POINTER(s);
}

/*
 * survey_add(survey_summary, score), survey_remove(survey_summary, score)
 *		-> survey_summary
 *
 * Transition functions, one pair for each type of score: count one answer, and take one
 * out again when a window moves on.  Errors: 22023 for a score that is no integer from 0
 * to 100, or, taken out, not there.
 */
#define SCORE_FUNCTION(name, function, score) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		return function(fcinfo, score); \
	}

SCORE_FUNCTION(survey_add_smallint, add_score, score_of_int(PG_GETARG_INT16(1)))
SCORE_FUNCTION(survey_remove_smallint, remove_score, score_of_int(PG_GETARG_INT16(1)))
SCORE_FUNCTION(survey_add_integer, add_score, score_of_int(PG_GETARG_INT32(1)))
SCORE_FUNCTION(survey_remove_integer, remove_score, score_of_int(PG_GETARG_INT32(1)))
SCORE_FUNCTION(survey_add_bigint, add_score, score_of_int(PG_GETARG_INT64(1)))
SCORE_FUNCTION(survey_remove_bigint, remove_score, score_of_int(PG_GETARG_INT64(1)))
SCORE_FUNCTION(survey_add_numeric, add_score, cv_score_of_numeric(PG_GETARG_NUMERIC(1)))
SCORE_FUNCTION(survey_remove_numeric, remove_score, cv_score_of_numeric(PG_GETARG_NUMERIC(1)))
SCORE_FUNCTION(survey_add_float8, add_score, cv_score_of_float8(PG_GETARG_FLOAT8(1)))
SCORE_FUNCTION(survey_remove_float8, remove_score, cv_score_of_float8(PG_GETARG_FLOAT8(1)))

/*
 * survey_add(survey_summary, score, weight float8)
 * csat_add, csat_remove(survey_summary, score [, scale integer [, top integer]])
 *		-> survey_summary
 *
 * Transition functions with a weight (0 is ignored), and with the parameters of csat_score.
 * Errors: 22023 as above, for weights that are negative, NaN or infinite, and for
 * parameters that change or are outside their range.
 */
SCORE_FUNCTION(survey_add_weighted_numeric, add_weighted_score, cv_score_of_numeric(PG_GETARG_NUMERIC(1)))
SCORE_FUNCTION(survey_add_weighted_float8, add_weighted_score, cv_score_of_float8(PG_GETARG_FLOAT8(1)))
SCORE_FUNCTION(csat_add_numeric, add_rated_score, cv_score_of_numeric(PG_GETARG_NUMERIC(1)))
SCORE_FUNCTION(csat_add_float8, add_rated_score, cv_score_of_float8(PG_GETARG_FLOAT8(1)))
SCORE_FUNCTION(csat_remove_numeric, remove_score, cv_score_of_numeric(PG_GETARG_NUMERIC(1)))
SCORE_FUNCTION(csat_remove_float8, remove_score, cv_score_of_float8(PG_GETARG_FLOAT8(1)))

PG_FUNCTION_INFO_V1(survey_merge);

/*
 * survey_merge(survey_summary, survey_summary) -> survey_summary
 *
 * All answers of both: the combine function of every survey aggregate and the transition
 * function of rollup.  Errors: 22003 when a score would have over 2^55 answers.
 */
Datum
survey_merge(PG_FUNCTION_ARGS)
{
	CvSummary  *other = PG_GETARG_SUMMARY(1);
	CvScores	more = cv_summary_scores(other);
	CvSummary  *s = writable_state(fcinfo, other->nscores, other->weighted);

	if (other->scale > 0)
		set_parameters(s, other->scale, other->top);
	for (int score = 0; score < other->nscores; score++)
	{
		double		count = (double) other->count[score];

		s->count[score] += other->count[score];
		check_count(s->count[score]);
		if (unlikely(s->weighted))
			add_weight(s, score, more.weight ? more.weight[score] : count, more.square ? more.square[score] : count);
	}
	PG_RETURN_POINTER(s);
}

PG_FUNCTION_INFO_V1(survey_unmerge);

/*
 * survey_unmerge(survey_summary, survey_summary) -> survey_summary
 *
 * The answers of the first without those of the second: what a moving rollup forgets.
 * NULL in a moving window that has weights, which then starts anew; called otherwise, that is
 * 0A000.  Errors: 22023 when the second has answers that the first has not.
 */
Datum
survey_unmerge(PG_FUNCTION_ARGS)
{
	CvSummary  *other = PG_GETARG_SUMMARY(1);
	CvSummary  *s = writable_state(fcinfo, other->nscores, false);

	/* A moving window starts anew where nothing can be taken out. */
	if ((s->weighted || other->weighted) && cv_in_aggregate(fcinfo))
		PG_RETURN_NULL();
	check_no_weights(s);
	check_no_weights(other);
	for (int score = 0; score < other->nscores; score++)
	{
		if (s->count[score] < other->count[score])
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("cannot take score %d out of a summary that does not have it", score)));
		s->count[score] -= other->count[score];
	}
	PG_RETURN_POINTER(s);
}

CV_COMPARE(survey_summary_send, survey_summary_cmp, survey_summary_eq, survey_summary_ne, survey_summary_lt,
		   survey_summary_le, survey_summary_gt, survey_summary_ge, survey_summary_hash, survey_summary_hash_extended)
