/*
 * tokens.h - a text cut into tokens, each with what a lexicon says about it.
 */
#ifndef CV_FEEDBACK_TOKENS_H
#define CV_FEEDBACK_TOKENS_H

#include "feedback/core/trie.h"

/* What stands between a token and the one before it, and what a token is. */
enum
{
	CV_TOKEN_PUNCTUATION = 1,	/* before it */
	CV_TOKEN_SENTENCE = 2,		/* the end of a sentence before it */
	CV_TOKEN_SPLIT = 4,			/* something other than white space, or nothing at all, before it */
	CV_TOKEN_HAN = 8,
	CV_TOKEN_CAPS = 16,
	CV_TOKEN_MARKS = 32,		/* only punctuation, alone between blanks */
	CV_TOKEN_BEGINS = 64		/* entries of several words begin with it */
};

typedef struct CvToken
{
	uint32_t	start;			/* in the text, and its length, in bytes */
	uint32_t	length;
	uint32_t	folded;			/* in the folded text */
	uint32_t	folded_length;
	uint32_t	words;
	uint8_t		kinds;			/* of its rows, as bits */
	uint8_t		flags;
	uint8_t		spaces;			/* white space before it, up to 3 characters */
	const unsigned char *rows;	/* its first row, or NULL */
	double		value;			/* set by cv_judge: after the rules */
} CvToken;

typedef struct CvTokens
{
	CvToken    *token;			/* room for cv_tokens_most */
	size_t		n;
	const unsigned char *text;
	unsigned char *folded;		/* room for the text's length */
	uint32_t   *where;			/* scratch: one more */
	size_t		exclamations;	/* that count as emphasis */
	size_t		questions;
	bool		mixed;			/* some tokens are ALL CAPS, some are not */
} CvTokens;

/* Tokens that a text of so many bytes may have. */
static inline size_t
cv_tokens_most(size_t length)
{
	return length / 2 + 2;
}

extern void cv_tokenize(CvTokens *tokens, const CvTrie *trie, const unsigned char *text, size_t length);

#endif							/* CV_FEEDBACK_TOKENS_H */
