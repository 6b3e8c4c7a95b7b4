/*
 * lexicon.h - the type lexicon: words with their kinds and values, and the trie that finds them.
 */
#ifndef CV_FEEDBACK_LEXICON_H
#define CV_FEEDBACK_LEXICON_H

#include "feedback/core/trie.h"
#include "pg/state.h"

/*
 * One flat value.  Behind the head follow:
 *
 *	growing						packed
 *	rows, as they came			root[256]		the node of each first byte
 *								offset[nwords]	4 bytes a word: its first row
 *								slot[nslots]	of the hash of words
 *								node[nnodes + 1] 8 bytes a node of the trie
 *								rows			in order, each once
 *
 * Equal lexicons are equal bytes.  For rows, slots and nodes see core/trie.h; texts are UTF-8 in every database.
 */
typedef struct CvLexicon
{
	int32		vl_len_;
	uint8		version;
	bool		growing;
	uint16		unused;
	uint64		hash;			/* packed: of the rows */
	uint32		nrows;
	uint32		nwords;
	uint32		nnodes;			/* with the root */
	uint32		nslots;
	uint32		bytes;			/* of the rows */
	uint32		capacity;		/* growing: room for rows */
} CvLexicon;

extern const CvStateType cv_lexicon_type;

extern CvLexicon *cv_lexicon_new(void);
extern CvLexicon *cv_lexicon_packed(Datum value);
extern const unsigned char *cv_lexicon_rows(const CvLexicon *lexicon);
extern CvTrie cv_lexicon_trie(const CvLexicon *packed);

/* What a row is made of; names in UTF-8. */
typedef struct CvLexiconRow
{
	const char *lang;
	int			lang_length;
	const char *word;
	int			word_length;
	const char *aspect;
	int			aspect_length;	/* 0: none */
	CvWordKind	kind;
	bool		valued;
	double		value;
} CvLexiconRow;

extern const char *const cv_word_kinds[];

/*
 * Bytes in this database's encoding as UTF-8, and back as text.  Errors: 22021 where it holds bytes of no encoding that
 * are not UTF-8; 22P05 where it has no such character.
 */
extern const char *cv_to_utf8(const char *bytes, int *length);
extern text *cv_text_of_utf8(const unsigned char *utf8, size_t length);

/* What is wrong with a row that came in, or NULL; and does a kind have a value? */
extern const char *cv_lexicon_complaint(const CvLexiconRow *row);
extern void cv_lexicon_append(CvLexicon **lexicon, const CvLexiconRow *row);

static inline bool
cv_kind_is_valued(CvWordKind kind)
{
	return kind <= CV_DEGREE;
}

#endif							/* CV_FEEDBACK_LEXICON_H */
