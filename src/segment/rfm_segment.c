/*
 * rfm_segment.c - what do the three digits of an RFM score mean?
 *
 * The ten named segments that are in common use, as the R package rfm documents them; the
 * first rule that fits names the segment.
 */
#include "pg/pg.h"

typedef struct Rule
{
	const char *segment;
	int			low[3];			/* recency, frequency, monetary */
	int			high[3];
} Rule;

static const Rule rules[] =
{
	{"Champions", {5, 5, 5}, {5, 5, 5}},
	{"Potential Loyalist", {3, 3, 2}, {5, 5, 5}},
	{"Loyal Customers", {2, 2, 2}, {4, 4, 4}},
	{"Promising", {3, 1, 3}, {4, 3, 5}},
	{"New Customers", {4, 1, 1}, {5, 3, 5}},
	{"Can't Lose Them", {1, 3, 4}, {2, 4, 5}},
	{"At Risk", {1, 2, 4}, {2, 5, 5}},
	{"Need Attention", {1, 3, 3}, {3, 5, 5}},
	{"About To Sleep", {2, 1, 1}, {3, 3, 4}},
	{"Lost", {1, 1, 1}, {1, 5, 5}},
};

static Datum
segment_of(const int *score)
{
	for (size_t i = 0; i < lengthof(rules); i++)
	{
		const Rule *rule = &rules[i];
		int			fits = 0;

		for (int k = 0; k < 3; k++)
			fits += score[k] >= rule->low[k] && score[k] <= rule->high[k];
		if (fits == 3)
			return CStringGetTextDatum(rule->segment);
	}
	return CStringGetTextDatum("Others");
}

PG_FUNCTION_INFO_V1(rfm_segment);

/*
 * rfm_segment(r integer, f integer, m integer) -> text
 *
 * The segment of scores from 1 to 5, or 'Others'.  Errors: 22023 for other scores.
 */
Datum
rfm_segment(PG_FUNCTION_ARGS)
{
	static const char *const names[] = {"r", "f", "m"};
	int			score[3];

	for (int k = 0; k < 3; k++)
		score[k] = cv_check_range(PG_GETARG_INT32(k), names[k], 1, 5);
	return segment_of(score);
}

PG_FUNCTION_INFO_V1(rfm_segment_of_score);

/*
 * rfm_segment(score text) -> text
 *
 * The segment of three digits from 1 to 5, as rfm_score gives them.  Errors: 22023 for other
 * texts.
 */
Datum
rfm_segment_of_score(PG_FUNCTION_ARGS)
{
	char	   *digits = cv_text_arg(fcinfo, 0);
	int			score[3];

	if (strlen(digits) != 3 || strspn(digits, "12345") != 3)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("RFM score must be three digits from 1 to 5, not \"%s\"", cv_clip(digits)),
				 errhint("The named segments are made for the scores of rfm_score with five bins.")));
	for (int k = 0; k < 3; k++)
		score[k] = digits[k] - '0';
	return segment_of(score);
}
