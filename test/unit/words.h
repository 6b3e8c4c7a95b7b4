/*
 * words.h - a small lexicon, compiled, and the tokens of a text, in memory of just the size that they may take.
 */
#ifndef WORDS_H
#define WORDS_H

#include <stdlib.h>
#include <string.h>

#include "feedback/core/rules.h"
#include "feedback/core/script.h"

#define MOST_WORDS 300

typedef struct Words
{
	int			n;
	uint32_t	nwords;
	unsigned char *row[MOST_WORDS];	/* as they came */
	const unsigned char *first[MOST_WORDS]; /* of each word, in rows */
	unsigned char *rows;
	uint32_t	root[256];
	uint32_t   *offset;
	uint32_t   *slot;
	CvNode	   *node;
	CvTrie		trie;
} Words;

/* Another row, folded; nothing, where folding leaves nothing of the word. */
static void
words_add(Words *w, CvWordKind kind, const char *word, size_t length, double value, const char *aspect)
{
	unsigned char folded[255];
	size_t		size = cv_fold_word((const unsigned char *) word, length, folded);
	unsigned char *row = malloc(CV_ROW_HEAD + size + strlen(aspect));

	row[0] = (unsigned char) kind;
	row[1] = 0;
	row[2] = (unsigned char) size;
	row[3] = (unsigned char) strlen(aspect);
	memcpy(row + 4, &value, sizeof(value));
	memcpy(row + CV_ROW_HEAD, folded, size);
	memcpy(row + CV_ROW_HEAD + size, aspect, strlen(aspect));
	if (size > 0)
		w->row[w->n++] = row;
	else
		free(row);
}

static int
words_compare(const void *a, const void *b)
{
	return cv_row_compare(*(unsigned char *const *) a, *(unsigned char *const *) b);
}

/* The rows one after the other, and where each word begins. */
static void
words_place(Words *w)
{
	size_t		bytes = 0;
	unsigned char *p;
	unsigned char *before = NULL;

	for (int i = 0; i < w->n; i++)
		bytes += cv_row_size(w->row[i]);
	p = w->rows = malloc(bytes + 1);
	w->offset = malloc((w->n + 1) * sizeof(uint32_t));
	for (int i = 0; i < w->n; i++)
	{
		memcpy(p, w->row[i], cv_row_size(w->row[i]));
		if (before != NULL && cv_row_compare_words(before, p) == 0)
			before[0] |= CV_ROW_MORE;
		else
		{
			w->offset[w->nwords] = (uint32_t) (p - w->rows);
			w->first[w->nwords++] = p;
		}
		before = p;
		p += cv_row_size(p);
	}
}

static void
words_build(Words *w)
{
	uint32_t	stepped[MOST_WORDS];
	CvIndexSize size;
	uint32_t   *range;

	qsort(w->row, w->n, sizeof(w->row[0]), words_compare);
	words_place(w);
	size = cv_index_size(w->first, w->nwords, stepped);
	w->slot = malloc(size.nslots * sizeof(uint32_t));
	w->node = malloc((size.nnodes + 1) * sizeof(CvNode));
	range = malloc(2 * size.nnodes * sizeof(uint32_t));
	cv_index_build(w->first, w->nwords, size, stepped, w->root, w->node, w->slot, range, range + size.nnodes);
	free(range);
	w->trie = (CvTrie) {w->root, w->offset, w->slot, w->node, size.nslots, w->rows};
}

static void
words_free(Words *w)
{
	for (int i = 0; i < w->n; i++)
		free(w->row[i]);
	free(w->rows);
	free(w->offset);
	free(w->slot);
	free(w->node);
	memset(w, 0, sizeof(*w));
}

/* The tokens of a text, judged. */
static CvVerdict
words_judge(const Words *w, CvTokens *t, const unsigned char *text, size_t length)
{
	t->token = malloc(cv_tokens_most(length) * sizeof(CvToken));
	t->folded = malloc(length + (length == 0));
	t->where = malloc((length + 1) * sizeof(uint32_t));
	cv_tokenize(t, &w->trie, text, length);
	return cv_judge(t);
}

static void
tokens_free(CvTokens *t)
{
	free(t->token);
	free(t->folded);
	free(t->where);
}

#endif							/* WORDS_H */
