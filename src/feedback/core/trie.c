/*
 * trie.c - the rows of a lexicon in order; the hash and the trie that find them.
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

/* Bytes before the first blank. */
static size_t
first_length(const unsigned char *row)
{
	const unsigned char *blank = memchr(cv_row_word(row), ' ', row[2]);

	return blank == NULL ? row[2] : (size_t) (blank - cv_row_word(row));
}

/* Does a slot stand for this word? */
static bool
is_word(const CvTrie *trie, uint32_t slot, const unsigned char *word, size_t length)
{
	const unsigned char *row = trie->rows + trie->offset[(slot & CV_SLOT_WORD) - 1];

	if (slot & CV_SLOT_FIRST)
		return length < row[2] && cv_row_word(row)[length] == ' ' && memcmp(cv_row_word(row), word, length) == 0;
	return length == row[2] && memcmp(cv_row_word(row), word, length) == 0;
}

CvFound
cv_find_word(const CvTrie *trie, const unsigned char *word, size_t length)
{
	CvFound		found = {NULL, false};
	uint32_t	hash;

	if (length < 1 || length > UINT8_MAX)
		return found;
	hash = cv_word_hash(word, length);
	for (uint32_t probe = 0;; probe++)
	{
		uint32_t	slot = trie->slot[(hash + probe) & (trie->nslots - 1)];

		CV_BREATHE_OFTEN(probe);
		if (slot == 0)
			return found;
		if (((slot ^ hash) & CV_SLOT_HASH) == 0 && is_word(trie, slot, word, length))
		{
			found.begins = (slot & (CV_SLOT_BEGINS | CV_SLOT_FIRST)) != 0;
			if (!(slot & CV_SLOT_FIRST))
				found.rows = trie->rows + trie->offset[(slot & CV_SLOT_WORD) - 1];
			return found;
		}
	}
}

CvIndexSize
cv_index_size(const unsigned char *const *row, uint32_t nwords, uint32_t *stepped)
{
	CvIndexSize size = {0, 1, 4};

	for (uint32_t i = 0; i < nwords; i++)
	{
		CV_BREATHE(i);
		if (!cv_row_is_stepped(row[i]))
			continue;
		size.nnodes += row[i][2] - (uint32_t) (size.nstepped > 0 ? common(row[stepped[size.nstepped - 1]], row[i]) : 0);
		stepped[size.nstepped++] = i;
	}
	while (size.nslots / 2 < nwords + 1)
		size.nslots *= 2;
	return size;
}

/*
 * Level by level: a node stands for the words low to high of stepped[], which begin alike.  The depth of a node is that
 * of its level, since nodes of a level stand together.
 */
static void
build_trie(const unsigned char *const *row, CvIndexSize size, const uint32_t *stepped, uint32_t *root, CvNode *node,
		   uint32_t *low, uint32_t *high)
{
	uint32_t	n = 1;
	uint32_t	level_end = 1;
	size_t		depth = 0;

	memset(root, 0, 256 * sizeof(uint32_t));
	node[0].word = 0;
	low[0] = 0;
	high[0] = size.nstepped;
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
		if (i < high[at] && row[stepped[i]][2] == depth)
			node[at].word |= (stepped[i++] + 1) << 8;
		while (i < high[at])
		{
			unsigned char byte = cv_row_word(row[stepped[i]])[depth];

			low[n] = i;
			while (i < high[at] && cv_row_word(row[stepped[i]])[depth] == byte)
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

/* The slot of the first bytes of a word, or the empty one where it goes. */
static uint32_t *
place_of(const unsigned char *const *row, uint32_t *slot, uint32_t nslots, const unsigned char *word, size_t length,
		 uint32_t hash)
{
	for (uint32_t probe = 0;; probe++)
	{
		uint32_t   *place = &slot[(hash + probe) & (nslots - 1)];
		const unsigned char *other = *place == 0 ? NULL : row[(*place & CV_SLOT_WORD) - 1];

		CV_BREATHE_OFTEN(probe);
		if (other == NULL)
			return place;
		if (((*place ^ hash) & CV_SLOT_HASH) == 0 && first_length(other) == length &&
			memcmp(cv_row_word(other), word, length) == 0)
			return place;
	}
}

/* Words come before the entries of several words that begin with them, as they are in order. */
static void
build_slots(const unsigned char *const *row, uint32_t nwords, uint32_t *slot, uint32_t nslots)
{
	memset(slot, 0, nslots * sizeof(uint32_t));
	for (uint32_t i = 0; i < nwords; i++)
	{
		const unsigned char *word = cv_row_word(row[i]);
		size_t		length = first_length(row[i]);
		uint32_t	hash = cv_word_hash(word, length);
		uint32_t   *place = place_of(row, slot, nslots, word, length, hash);

		CV_BREATHE(i);
		if (*place != 0)
			*place |= CV_SLOT_BEGINS;
		else
			*place = (hash & CV_SLOT_HASH) | (length < row[i][2] ? CV_SLOT_FIRST : 0) | (i + 1);
	}
}

void
cv_index_build(const unsigned char *const *row, uint32_t nwords, CvIndexSize size, const uint32_t *stepped,
			   uint32_t *root, CvNode *node, uint32_t *slot, uint32_t *low, uint32_t *high)
{
	build_trie(row, size, stepped, root, node, low, high);
	build_slots(row, nwords, slot, size.nslots);
}
