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

#include "libpq/pqformat.h"
#include "pg/decimal.h"

void
cv_summary_invalid(void)
{
	ereport(ERROR,
			(errcode(ERRCODE_DATA_CORRUPTED),
			 errmsg("invalid survey_summary value")));
}

/* An empty summary that holds scores below nscores. */
CvSummary *
cv_summary_new(int nscores)
{
	CvSummary  *s;

	nscores = nscores <= CV_SUMMARY_SHORT ? CV_SUMMARY_SHORT : CV_TALLY_SCORES;
	s = palloc0(CV_SUMMARY_SIZE(nscores));
	SET_VARSIZE(s, CV_SUMMARY_SIZE(nscores));
	s->version = CV_SUMMARY_VERSION;
	s->nscores = nscores;
	return s;
}

static CvSummary *
copy_summary(const CvSummary *s, int nscores)
{
	CvSummary  *copy = cv_summary_new(Max(nscores, s->nscores));

	memcpy(copy->count, s->count, s->nscores * sizeof(int64));
	return copy;
}

/*
 * The state that a transition may write to: inside an aggregate the one it was given,
 * else a copy.  Room for nscores is made by a new one in the current context, which the
 * executor copies.
 */
static CvSummary *
writable_state(FunctionCallInfo fcinfo, int nscores)
{
	CvSummary  *s = PG_GETARG_SUMMARY(0);

	if (likely(AggCheckCallContext(fcinfo, NULL) && nscores <= s->nscores))
		return s;
	return copy_summary(s, nscores);
}

PG_FUNCTION_INFO_V1(survey_summary_in);

/*
 * survey_summary_in(cstring): the text form is described in num/tally.c.  Errors: 22P02
 * with what is wrong.
 */
Datum
survey_summary_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);
	int64		count[CV_TALLY_SCORES];
	int			nscores;
	const char *complaint = cv_tally_parse(text, count, &nscores);
	CvSummary  *s;

	if (complaint != NULL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
				 errmsg("invalid input syntax for type survey_summary: \"%s\"", text),
				 errdetail("In \"v1 score:count ...\", %s.", complaint)));
	s = cv_summary_new(nscores);
	memcpy(s->count, count, s->nscores * sizeof(int64));
	PG_RETURN_POINTER(s);
}

PG_FUNCTION_INFO_V1(survey_summary_out);

/* survey_summary_out(survey_summary): "v1 6:2 9:11", the same under every setting. */
Datum
survey_summary_out(PG_FUNCTION_ARGS)
{
	CvSummary  *s = PG_GETARG_SUMMARY(0);
	StringInfoData text;

	initStringInfo(&text);
	appendStringInfoString(&text, "v1");
	for (int score = 0; score < s->nscores; score++)
	{
		if (s->count[score] != 0)
			appendStringInfo(&text, " %d:" INT64_FORMAT, score, s->count[score]);
	}
	PG_RETURN_CSTRING(text.data);
}

PG_FUNCTION_INFO_V1(survey_summary_recv);

/*
 * survey_summary_recv(internal): one byte of version, one byte with the number of scores
 * that occur, and for each, rising, a byte of score and eight of count.  Errors: 22P03.
 */
Datum
survey_summary_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	int64		count[CV_TALLY_SCORES] = {0};
	int			last = -1;
	int			n;
	CvSummary  *s;

	if (pq_getmsgbyte(buf) != CV_SUMMARY_VERSION)
		cv_bad_binary("survey_summary", "Its version is unknown.");
	n = pq_getmsgbyte(buf);
	for (int i = 0; i < n; i++)
	{
		int			score = pq_getmsgbyte(buf);
		int64		times = pq_getmsgint64(buf);

		if (score <= last || score >= CV_TALLY_SCORES)
			cv_bad_binary("survey_summary", "Scores must rise and be from 0 to 100.");
		if (times <= 0 || times > CV_TALLY_LIMIT)
			cv_bad_binary("survey_summary", "Counts must be from 1 to 2^55.");
		count[score] = times;
		last = score;
	}
	s = cv_summary_new(last + 1);
	memcpy(s->count, count, s->nscores * sizeof(int64));
	PG_RETURN_POINTER(s);
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
	pq_sendbyte(&buf, n);
	for (int score = 0; score < s->nscores; score++)
	{
		if (s->count[score] == 0)
			continue;
		pq_sendbyte(&buf, score);
		pq_sendint64(&buf, s->count[score]);
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

static int
score_of_numeric(Numeric x)
{
	CvDecimal	view;
	uint64		score;

	cv_decimal_from_numeric(NumericGetDatum(x), &view);
	if (!view.finite || (view.negative && view.ngroups > 0) || cv_decimal_fraction_groups(&view) > 0 ||
		!cv_decimal_to_u64(&view, 0, CV_TALLY_SCORES - 1, &score))
		bad_score(cv_numeric_text(x));
	return (int) score;
}

static int
score_of_float8(double x)
{
	if (!(x >= 0 && x < CV_TALLY_SCORES) || x != floor(x))
		bad_score(cv_float8_text(x));
	return (int) x;
}

static Datum
add_score(FunctionCallInfo fcinfo, int score)
{
	CvSummary  *s = writable_state(fcinfo, score + 1);

	check_count(++s->count[score]);
	PG_RETURN_POINTER(s);
}

static Datum
remove_score(FunctionCallInfo fcinfo, int score)
{
	CvSummary  *s = writable_state(fcinfo, score + 1);

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
#define SCORE_FUNCTIONS(type, score) \
	PG_FUNCTION_INFO_V1(survey_add_##type); \
	Datum \
	survey_add_##type(PG_FUNCTION_ARGS) \
	{ \
		return add_score(fcinfo, score); \
	} \
	PG_FUNCTION_INFO_V1(survey_remove_##type); \
	Datum \
	survey_remove_##type(PG_FUNCTION_ARGS) \
	{ \
		return remove_score(fcinfo, score); \
	}

SCORE_FUNCTIONS(smallint, score_of_int(PG_GETARG_INT16(1)))
SCORE_FUNCTIONS(integer, score_of_int(PG_GETARG_INT32(1)))
SCORE_FUNCTIONS(bigint, score_of_int(PG_GETARG_INT64(1)))
SCORE_FUNCTIONS(numeric, score_of_numeric(PG_GETARG_NUMERIC(1)))
SCORE_FUNCTIONS(float8, score_of_float8(PG_GETARG_FLOAT8(1)))

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
	CvSummary  *s = writable_state(fcinfo, other->nscores);

	for (int score = 0; score < other->nscores; score++)
	{
		s->count[score] += other->count[score];
		check_count(s->count[score]);
	}
	PG_RETURN_POINTER(s);
}

PG_FUNCTION_INFO_V1(survey_unmerge);

/*
 * survey_unmerge(survey_summary, survey_summary) -> survey_summary
 *
 * The answers of the first without those of the second: what a moving rollup forgets.
 * Errors: 22023 when the second has answers that the first has not.
 */
Datum
survey_unmerge(PG_FUNCTION_ARGS)
{
	CvSummary  *other = PG_GETARG_SUMMARY(1);
	CvSummary  *s = writable_state(fcinfo, other->nscores);

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
