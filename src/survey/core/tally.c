/*
 * tally.c - reading counts per score, from memory and from text.
 *
 * The text form is "v1" and then " score:count" for each score that occurs, in rising
 * order: "v1 6:2 9:11 10:4".  With weights it is "v1w", and each score has its sum of weights
 * and of squared weights besides: "v1w 9:2:1.5:1.25".  " scale=5 top=2" before the scores
 * are parameters of csat_score.
 */
#include <string.h>

#include "num/scan.h"
#include "survey/core/tally.h"

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

static bool
read_word(const char **at, const char *word)
{
	size_t		length = strlen(word);

	if (strncmp(*at, word, length) != 0)
		return false;
	*at += length;
	return true;
}

static const char *
read_parameters(const char **at, CvTally *tally)
{
	int64_t		scale,
				top;

	if (!read_word(at, " scale="))
		return NULL;
	if (!read_count(at, CV_TALLY_SCORES - 1, &scale) || !read_word(at, " top=") ||
		!read_count(at, CV_TALLY_SCORES - 1, &top) || scale < 2 || top < 1 || top >= scale)
		return "scale and top must be integers from 1 to 100, top below scale";
	tally->scale = (int) scale;
	tally->top = (int) top;
	return NULL;
}

/* A sum of weights above 0 and one of their squares that n weights can have. */
static const char *
read_weights(const char **at, int64_t n, double *weight, double *square)
{
	if (!cv_scan_char(at, ':') || !cv_scan_double(at, weight) || !cv_scan_char(at, ':') ||
		!cv_scan_double(at, square) || !(*weight > 0) || !(*square > 0))
		return "a count must be followed by the sums of weights and of squared weights, both above 0";
	/* The squares add up to least when all weights are equal, to most when one is all. */
	if (*square > *weight * *weight * (1 + 1e-9) || *weight * *weight > *square * (double) n * (1 + 1e-9))
		return "the sum of squared weights does not fit the count and the sum of weights";
	return NULL;
}

/* NULL, or what is wrong with the text. */
const char *
cv_tally_parse(const char *text, CvTally *tally)
{
	const char *at = text;
	const char *complaint;

	memset(tally, 0, sizeof(CvTally));
	if (!read_word(&at, "v1"))
		return "it must begin with \"v1\"";
	tally->weighted = cv_scan_char(&at, 'w');
	complaint = read_parameters(&at, tally);
	while (complaint == NULL && cv_scan_char(&at, ' '))
	{
		int64_t		score,
					n;

		if (!read_count(&at, CV_TALLY_SCORES - 1, &score))
			return "a score must be an integer from 0 to 100";
		if (score < tally->nscores)
			return "scores must rise";
		if (!cv_scan_char(&at, ':'))
			return "a score and its count must be joined by \":\"";
		if (!read_count(&at, CV_TALLY_LIMIT, &n) || n == 0)
			return "a count must be an integer from 1 to 2^55";
		tally->count[score] = n;
		tally->nscores = (int) score + 1;
		if (tally->weighted)
			complaint = read_weights(&at, n, &tally->weight[score], &tally->square[score]);
	}
	if (complaint != NULL)
		return complaint;
	return *at == '\0' ? NULL : "scores must be separated by one space";
}

/* False without answers. */
bool
cv_tally_moments(const CvScores *scores, const CvWorth *worth, CvMoments *moments)
{
	double		total = 0;
	double		sum = 0;
	double		squares = 0;
	double		spread = 0;
	double		error = 0;
	double		least = INFINITY;
	double		most = -INFINITY;

	memset(moments, 0, sizeof(CvMoments));
	for (int score = 0; score < scores->nscores; score++)
	{
		double		w = scores->weight ? scores->weight[score] : (double) scores->count[score];

		if (scores->count[score] > 0)
		{
			least = fmin(least, worth->of[score]);
			most = fmax(most, worth->of[score]);
		}
		moments->n += scores->count[score];
		total += w;
		squares += scores->square ? scores->square[score] : w;
		sum += w * worth->of[score];
	}
	if (moments->n == 0)
		return false;
	moments->sum = sum;
	moments->total = total;
	/* Not outside of what was given, by rounding. */
	moments->mean = fmax(least, fmin(most, sum / total));
	moments->effective = (double) moments->n;
	if (scores->weight != NULL)
		moments->effective = fmax(1, fmin(moments->effective, total * (total / squares)));
	if (moments->effective < 1 + 1e-9)	/* as good as one answer */
		moments->effective = 1;
	for (int score = 0; score < scores->nscores; score++)
	{
		double		w = scores->weight ? scores->weight[score] : (double) scores->count[score];
		double		d = worth->of[score] - moments->mean;

		spread += w * (d * d);
		error += (scores->square ? scores->square[score] : w) * (d * d);
	}
	moments->variance = spread / total;
	moments->linearised = sqrt(error) / total;
	return true;
}
