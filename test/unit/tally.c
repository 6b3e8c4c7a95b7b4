/*
 * tally.c - counts per score, their text form, and the moments of what they are worth.
 */
#include <math.h>
#include <string.h>

#include "survey/core/tally.h"
#include "unit.h"

static CvTally tally;

static bool
accepted(const char *text)
{
	return cv_tally_parse(text, &tally) == NULL;
}

static void
check_moments(void)
{
	CvScores	scores = {11, tally.count, NULL, NULL};
	CvWorth		worth = {{0}};
	CvMoments	m;

	for (int score = 0; score < 11; score++)
		worth.of[score] = score <= 6 ? -1 : score >= 9;
	CHECK(accepted("v1 6:5 8:5 9:10"));
	CHECK(cv_tally_moments(&scores, &worth, &m));
	CHECK(m.n == 20 && m.mean == 0.25 && m.effective == 20);
	CHECK_WITHIN(m.variance, 0.6875, 1e-15);
	CHECK_WITHIN(m.linearised, sqrt(0.6875 / 20), 1e-15);
	/* All weights 2: the same. */
	CHECK(accepted("v1w 6:5:10:20 8:5:10:20 9:10:20:40"));
	scores.weight = tally.weight;
	scores.square = tally.square;
	CHECK(cv_tally_moments(&scores, &worth, &m));
	CHECK(m.n == 20 && m.mean == 0.25 && m.effective == 20);
	CHECK_WITHIN(m.variance, 0.6875, 1e-15);
	CHECK(accepted("v1"));
	CHECK(!cv_tally_moments(&scores, &worth, &m));
}

void
test_tally(void)
{
	uint64_t	seed = 4;

	CHECK(accepted("v1") && tally.nscores == 0);
	CHECK(accepted("v1 6:5 8:5 9:10") && tally.nscores == 10 && tally.count[8] == 5 && !tally.weighted);
	CHECK(accepted("v1 100:36028797018963968") && tally.count[100] == CV_TALLY_LIMIT);
	CHECK(accepted("v1w 9:2:1.5:1.25") && tally.weighted && tally.weight[9] == 1.5 && tally.square[9] == 1.25);
	CHECK(accepted("v1 scale=5 top=2 1:1") && tally.scale == 5 && tally.top == 2);
	check_moments();

	CHECK(!accepted(""));
	CHECK(!accepted("v"));
	CHECK(!accepted("v2"));
	CHECK(!accepted("v1 "));
	CHECK(!accepted("v1 101:1"));
	CHECK(!accepted("v1 -1:1"));
	CHECK(!accepted("v1 7"));
	CHECK(!accepted("v1 7:"));
	CHECK(!accepted("v1 7:0"));
	CHECK(!accepted("v1 7:01"));
	CHECK(!accepted("v1 7:1.5"));
	CHECK(!accepted("v1 7:1 7:1"));
	CHECK(!accepted("v1 8:1 7:1"));
	CHECK(!accepted("v1 7:1  8:1"));
	CHECK(!accepted("v1 7:36028797018963969"));
	CHECK(!accepted("v1 7:99999999999999999999"));
	CHECK(!accepted("v1w 7:1"));
	CHECK(!accepted("v1w 7:1:0:0"));
	CHECK(!accepted("v1w 7:1:inf:1"));
	CHECK(!accepted("v1w 7:2:1:2"));	/* squares larger than weights allow */
	CHECK(!accepted("v1w 7:2:2:1"));	/* or smaller */
	CHECK(!accepted("v1 scale=5 top=5 1:1"));
	CHECK(!accepted("v1 scale=1 top=1 1:1"));
	CHECK(!accepted("v1 scale=5 1:1"));

	/* Any bytes at all: an answer, not a crash. */
	for (int round = 0; round < 200000; round++)
	{
		char		text[40];
		const char *alphabet = "v1w :0123456789-x.e=scaletop";
		int			n = (int) (unit_random(&seed) % 39);

		for (int i = 0; i < n; i++)
			text[i] = alphabet[unit_random(&seed) % 28];
		memcpy(text, "v1w 7:2:3:5 ", round % 2 ? 0 : n < 12 ? n : 12);
		text[n] = '\0';
		if (accepted(text))
			CHECK(strncmp(text, "v1", 2) == 0);
	}
}
