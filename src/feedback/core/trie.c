/*
 * trie.c - the rows of a lexicon in order, and a trie made of them.
 */
#include "feedback/core/trie.h"

static int
compare_bytes(const unsigned char *a, size_t na, const unsigned char *b, size_t nb)
{
	int			order = memcmp(a, b, na < nb ? na : nb);

	return order != 0 ? order : (na > nb) - (na < nb);
}

int
cv_row_compare_words(const unsigned char *a, const unsigned char *b)
{
	return compare_bytes(cv_row_word(a), a[2], cv_row_word(b), b[2]);
}

int
cv_row_compare(const unsigned char *a, const unsigned char *b)
{
	int			order = cv_row_compare_words(a, b);

	if (order == 0)
		order = (int) cv_row_kind(a) - (int) cv_row_kind(b);
	if (order == 0)
		order = compare_bytes(a + CV_ROW_HEAD, a[1], b + CV_ROW_HEAD, b[1]);
	if (order == 0)
		order = compare_bytes(cv_row_aspect(a), a[3], cv_row_aspect(b), b[3]);
	if (order == 0)
		order = (cv_row_value(a) > cv_row_value(b)) - (cv_row_value(a) < cv_row_value(b));
	return order;
}

/* Bytes that two words begin with alike. */
static size_t
common(const unsigned char *a, const unsigned char *b)
{
	size_t		n = 0;

	while (n < a[2] && n < b[2] && cv_row_word(a)[n] == cv_row_word(b)[n])
		n++;
	return n;
}

uint64_t
cv_trie_count(const unsigned char *const *row, uint64_t nrows, uint64_t *nwords)
{
	uint64_t	nodes = 1;

	*nwords = 0;
	for (uint64_t i = 0; i < nrows; i++)
	{
		size_t		same = i > 0 ? common(row[i - 1], row[i]) : 0;

		CV_BREATHE(i);
		nodes += row[i][2] - same;
		*nwords += i == 0 || same < row[i][2] || row[i - 1][2] != row[i][2];
	}
	return nodes;
}

/*
 * Level by level: a node stands for the words low to high, which begin alike.  row[] are one row a word.  The depth of a node is
 * that of its level, since nodes of a level stand together.
 */
void
cv_trie_build(const unsigned char *const *row, uint32_t nwords, uint32_t *root, CvNode *node, uint32_t *low,
			  uint32_t *high)
{
	uint32_t	n = 1;
	uint32_t	level_end = 1;
	size_t		depth = 0;

	memset(root, 0, 256 * sizeof(uint32_t));
	node[0].word = 0;
	low[0] = 0;
	high[0] = nwords;
	for (uint32_t at = 0; at < n; at++)
	{
		uint32_t	i = low[at];

		CV_BREATHE(at);
		if (at == level_end)
		{
			level_end = n;
			depth++;
		}
		node[at].first = n;
		if (i < high[at] && row[i][2] == depth)
			node[at].word |= ++i << 8;
		while (i < high[at])
		{
			unsigned char byte = cv_row_word(row[i])[depth];

			low[n] = i;
			while (i < high[at] && cv_row_word(row[i])[depth] == byte)
				i++;
			high[n] = i;
			node[n].word = byte;
			if (at == 0)
				root[byte] = n;
			n++;
		}
	}
	node[n].first = n;
	node[n].word = 0;
}
