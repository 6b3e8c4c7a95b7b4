/*
 * trie.h - the rows of a lexicon, and what finds them: a hash of words for tokens, a trie for words that are found step
 * by step, which are those of Han characters and of several words.  All is read where it lies.
 *
 *	row		0 kind | 1 length of lang | 2 of word | 3 of aspect | 4 value, 8 bytes | 12 lang, word, aspect
 *
 * Rows stand one after the other without padding; CV_ROW_MORE in the first byte says that the next row has the same
 * word.  Nodes are in order of their depth, so the children of a node stand together, and end where those of the next
 * one begin.  Slots are probed one after the other from the hash of a word on, up to an empty one; there are twice as
 * many as words.
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

/* A slot has the highest byte of the hash, two flags, and the number of a word + 1; 0: it is empty. */
#define CV_SLOT_WORD 0x3fffff
#define CV_SLOT_BEGINS 0x400000	/* entries of several words begin with this one */
#define CV_SLOT_FIRST 0x800000	/* and it is no entry itself: of the word named, what is before the blank */
#define CV_SLOT_HASH 0xff000000

typedef struct CvTrie
{
	const uint32_t *root;		/* the node of each first byte, or 0 */
	const uint32_t *offset;		/* of each word: its first row */
	const uint32_t *slot;
	const CvNode *node;			/* nnodes and one more */
	uint32_t	nslots;			/* a power of two */
	const unsigned char *rows;
} CvTrie;

/* What is known of a word: its first row, or NULL; and do entries of several words begin with it? */
typedef struct CvFound
{
	const unsigned char *rows;
	bool		begins;
} CvFound;

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

/* Is a word found step by step?  One of several words, or with a character from U+2000 on at its start. */
static inline bool
cv_row_is_stepped(const unsigned char *row)
{
	return cv_row_word(row)[0] >= 0xe2 || memchr(cv_row_word(row), ' ', row[2]) != NULL;
}

/* Of up to 255 bytes.  It is stored: it may not change. */
static inline uint32_t
cv_word_hash(const unsigned char *word, size_t length)
{
	const uint64_t times = UINT64_C(0x9e3779b97f4a7c15);
	uint64_t	hash = length;
	uint64_t	part = 0;

	for (; length >= 8; word += 8, length -= 8)
	{
		memcpy(&part, word, 8);
		hash = (hash ^ part) * times;
		hash ^= hash >> 32;
	}
	part = 0;
	if (length >= 4)
	{
		uint32_t	low,
					high;

		memcpy(&low, word, 4);
		memcpy(&high, word + length - 4, 4);
		part = (uint64_t) high << 32 | low;
	}
	else if (length > 0)
		part = (uint64_t) word[0] << 16 | (uint64_t) word[length / 2] << 8 | word[length - 1];
	hash = (hash ^ part) * times;
	return (uint32_t) (hash >> 32);
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

/* A token's word, as it stands. */
extern CvFound cv_find_word(const CvTrie *trie, const unsigned char *word, size_t length);

/*
 * What the index of some words takes.  row[] has the first row of each word, in order; stepped[] becomes the numbers of
 * those that are found step by step.
 */
typedef struct CvIndexSize
{
	uint32_t	nstepped;
	uint32_t	nnodes;			/* the root included */
	uint32_t	nslots;
} CvIndexSize;

extern CvIndexSize cv_index_size(const unsigned char *const *row, uint32_t nwords, uint32_t *stepped);

/* Fill it; low[] and high[] have room for the nodes. */
extern void cv_index_build(const unsigned char *const *row, uint32_t nwords, CvIndexSize size, const uint32_t *stepped,
						   uint32_t *root, CvNode *node, uint32_t *slot, uint32_t *low, uint32_t *high);

#endif							/* CV_FEEDBACK_TRIE_H */
