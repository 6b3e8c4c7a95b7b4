/*
 * tally.c - reading counts per score, from memory and from text.
 *
 * The text form is "v1" and then " score:count" for each score that occurs, in rising
 * order: "v1 6:2 9:11 10:4".  Integers only, so it is lossless under every setting.
 */
#include <string.h>

#include "num/tally.h"

CvBands
cv_tally_bands(const int64_t *count, int nscores, int low_max, int high_min)
{
	CvBands		bands = {0, 0, 0};

	for (int score = 0; score < nscores; score++)
	{
		bands.total += count[score];
		if (score <= low_max)
			bands.low += count[score];
		if (score >= high_min)
			bands.high += count[score];
	}
	return bands;
}

/* Digits at *at, without sign or leading zero, up to limit. */
static bool
read_count(const char **at, int64_t limit, int64_t *out)
{
	const char *p = *at;
	int64_t		value = 0;

	if (*p < '0' || *p > '9' || (p[0] == '0' && p[1] >= '0' && p[1] <= '9'))
		return false;
	for (; *p >= '0' && *p <= '9'; p++)
	{
		int			digit = *p - '0';

		if (value > limit / 10 || value * 10 > limit - digit)
			return false;
		value = value * 10 + digit;
	}
	*at = p;
	*out = value;
	return true;
}

/*
 * Fill count[CV_TALLY_SCORES] from text; *nscores is one more than the highest score.
 * Returns NULL, or what is wrong with the text.
 */
const char *
cv_tally_parse(const char *text, int64_t *count, int *nscores)
{
	const char *at = text + 2;

	memset(count, 0, CV_TALLY_SCORES * sizeof(int64_t));
	*nscores = 0;
	if (strncmp(text, "v1", 2) != 0)
		return "it must begin with \"v1\"";
	while (*at == ' ')
	{
		int64_t		score,
					n;

		at++;
		if (!read_count(&at, CV_TALLY_SCORES - 1, &score))
			return "a score must be an integer from 0 to 100";
		if (score < *nscores)
			return "scores must rise";
		if (*at++ != ':')
			return "a score and its count must be joined by \":\"";
		if (!read_count(&at, CV_TALLY_LIMIT, &n) || n == 0)
			return "a count must be an integer from 1 to 2^55";
		count[score] = n;
		*nscores = (int) score + 1;
	}
	return *at == '\0' ? NULL : "scores must be separated by one space";
}
