/*
 * trie.h - the rows of a lexicon, and the trie that finds them, both read where they lie.
 *
 *	row		0 kind | 1 length of lang | 2 of word | 3 of aspect | 4 value, 8 bytes | 12 lang, word, aspect
 *
 * Rows stand one after the other without padding; CV_ROW_MORE in the first byte says that the next row has the same word.
 * Nodes are in order of their depth, so the children of a node stand together, and end where those of the next one begin.
 */
#ifndef CV_FEEDBACK_TRIE_H
#define CV_FEEDBACK_TRIE_H

#include <string.h>

#include "num/num.h"

typedef enum CvWordKind
{
	CV_WORD, CV_NEGATOR, CV_BOOSTER, CV_DEGREE, CV_CONTRAST, CV_NEUTRAL, CV_ASPECT,
	CV_WORD_KINDS
} CvWordKind;

#define CV_ROW_HEAD 12
#define CV_ROW_MORE 0x80
#define CV_KIND_BIT(kind) (1 << (kind))

typedef struct CvNode
{
	uint32_t	first;			/* child */
	uint32_t	word;			/* 256 * (number of the word that ends here + 1) + byte that leads here */
} CvNode;

typedef struct CvTrie
{
	const uint32_t *root;		/* the node of each first byte, or 0 */
	const uint32_t *offset;		/* of each word: its first row */
	const CvNode *node;			/* nnodes and one more */
	uint32_t	nnodes;
	uint32_t	nwords;
	const unsigned char *rows;
} CvTrie;

static inline CvWordKind
cv_row_kind(const unsigned char *row)
{
	return (CvWordKind) (row[0] & ~CV_ROW_MORE);
}

static inline double
cv_row_value(const unsigned char *row)
{
	double		value;

	memcpy(&value, row + 4, sizeof(value));
	return value;
}

static inline size_t
cv_row_size(const unsigned char *row)
{
	return CV_ROW_HEAD + (size_t) row[1] + row[2] + row[3];
}

static inline const unsigned char *
cv_row_word(const unsigned char *row)
{
	return row + CV_ROW_HEAD + row[1];
}

static inline const unsigned char *
cv_row_aspect(const unsigned char *row)
{
	return cv_row_word(row) + row[2];
}

/* Where this byte leads from a node, 0 being the root; 0: nowhere. */
static inline uint32_t
cv_trie_step(const CvTrie *trie, uint32_t at, unsigned char byte)
{
	uint32_t	low,
				high;

	if (at == 0)
		return trie->root[byte];
	low = trie->node[at].first;
	high = trie->node[at + 1].first;
	while (low < high)
	{
		uint32_t	middle = low + (high - low) / 2;
		unsigned char label = (unsigned char) trie->node[middle].word;

		if (label == byte)
			return middle;
		if (label < byte)
			low = middle + 1;
		else
			high = middle;
	}
	return 0;
}

/* The same for some bytes. */
static inline uint32_t
cv_trie_walk(const CvTrie *trie, uint32_t at, const unsigned char *bytes, size_t length)
{
	for (size_t i = 0; i < length; i++)
	{
		at = cv_trie_step(trie, at, bytes[i]);
		if (at == 0)
			return 0;
	}
	return at;
}

/* The first row of the word that ends at a node, or NULL. */
static inline const unsigned char *
cv_trie_rows(const CvTrie *trie, uint32_t at)
{
	uint32_t	word = trie->node[at].word >> 8;

	return at == 0 || word == 0 ? NULL : trie->rows + trie->offset[word - 1];
}

/* Order of rows: by word, kind, language, aspect and value; below 0, 0 or above 0. */
extern int	cv_row_compare(const unsigned char *a, const unsigned char *b);
extern int	cv_row_compare_words(const unsigned char *a, const unsigned char *b);

/* The nodes that a trie of rows in order takes, the root included. */
extern uint64_t cv_trie_count(const unsigned char *const *row, uint64_t nrows, uint64_t *nwords);

/* Fill root and node of a trie; row[] has the first row of each word, in order; low[] and high[] have room for the nodes. */
extern void cv_trie_build(const unsigned char *const *row, uint32_t nwords, uint32_t *root, CvNode *node, uint32_t *low,
						  uint32_t *high);

#endif							/* CV_FEEDBACK_TRIE_H */
