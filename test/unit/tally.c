/*
 * tally.c - counts per score and their text form.
 */
#include <string.h>

#include "num/tally.h"
#include "unit.h"

static bool
refused(const char *text)
{
	int64_t		count[CV_TALLY_SCORES];
	int			nscores;

	return cv_tally_parse(text, count, &nscores) != NULL;
}

void
test_tally(void)
{
	int64_t		count[CV_TALLY_SCORES];
	int			nscores;
	CvBands		bands;
	uint64_t	seed = 4;

	CHECK(cv_tally_parse("v1", count, &nscores) == NULL && nscores == 0);
	CHECK(cv_tally_parse("v1 6:5 8:5 9:10", count, &nscores) == NULL && nscores == 10);
	bands = cv_tally_bands(count, nscores, 6, 9);
	CHECK(bands.low == 5 && bands.high == 10 && bands.total == 20);
	CHECK(cv_tally_parse("v1 100:36028797018963968", count, &nscores) == NULL && count[100] == CV_TALLY_LIMIT);

	CHECK(refused(""));
	CHECK(refused("v"));
	CHECK(refused("v2"));
	CHECK(refused("v1 "));
	CHECK(refused("v1 101:1"));
	CHECK(refused("v1 -1:1"));
	CHECK(refused("v1 7"));
	CHECK(refused("v1 7:"));
	CHECK(refused("v1 7:0"));
	CHECK(refused("v1 7:01"));
	CHECK(refused("v1 7:1.5"));
	CHECK(refused("v1 7:1 7:1"));
	CHECK(refused("v1 8:1 7:1"));
	CHECK(refused("v1 7:1  8:1"));
	CHECK(refused("v1 7:36028797018963969"));
	CHECK(refused("v1 7:99999999999999999999"));

	/* Any bytes at all: an answer, not a crash. */
	for (int round = 0; round < 100000; round++)
	{
		char		text[24];
		const char *alphabet = "v1 :0123456789-x";
		int			n = (int) (unit_random(&seed) % 23);

		for (int i = 0; i < n; i++)
			text[i] = alphabet[unit_random(&seed) % 16];
		text[n] = '\0';
		if (!refused(text))
			CHECK(strncmp(text, "v1", 2) == 0);
	}
}
