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

/* How many bins the scores were made with: argument argno, or 5. */
static int
bins_arg(FunctionCallInfo fcinfo, int argno)
{
	return PG_NARGS() > argno ? cv_check_range(PG_GETARG_INT32(argno), "bins", 2, 9) : 5;
}

/*
 * A score of so many bins on the scale of 1 to 5 that the rules are made for: the lowest stays lowest, the highest
 * highest.
 */
static int
on_scale(int score, int bins)
{
	return 1 + ((score - 1) * 8 + bins - 1) / (2 * (bins - 1));
}

PG_FUNCTION_INFO_V1(rfm_segment);

/*
 * rfm_segment(r integer, f integer, m integer [, bins integer]) -> text
 *
 * The segment of scores from 1 to bins, 5 unless given, or 'Others'.  Errors: 22023 for other scores.
 */
Datum
rfm_segment(PG_FUNCTION_ARGS)
{
	static const char *const names[] = {"r", "f", "m"};
	int			bins = bins_arg(fcinfo, 3);
	int			score[3];

	for (int k = 0; k < 3; k++)
		score[k] = on_scale(cv_check_range(PG_GETARG_INT32(k), names[k], 1, bins), bins);
	return segment_of(score);
}

PG_FUNCTION_INFO_V1(rfm_segment_of_score);

/*
 * rfm_segment(score text [, bins integer]) -> text
 *
 * The segment of three digits from 1 to bins, as rfm_score gives them.  Errors: 22023 for other
 * texts.
 */
Datum
rfm_segment_of_score(PG_FUNCTION_ARGS)
{
	char	   *digits = cv_text_arg(fcinfo, 0);
	int			bins = bins_arg(fcinfo, 1);
	int			score[3];
	bool		good = strlen(digits) == 3;

	for (int k = 0; k < 3 && good; k++)
	{
		score[k] = digits[k] - '0';
		good = score[k] >= 1 && score[k] <= bins;
	}
	if (!good)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("RFM score must be three digits from 1 to %d, not \"%s\"", bins, cv_clip(digits)),
				 errhint("Say how many bins rfm_score was given, unless 5: rfm_segment(score, bins).")));
	for (int k = 0; k < 3; k++)
		score[k] = on_scale(score[k], bins);
	return segment_of(score);
}
