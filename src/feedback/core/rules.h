/*
 * rules.h - what the words of a text are worth where they stand.
 */
#ifndef CV_FEEDBACK_RULES_H
#define CV_FEEDBACK_RULES_H

#include "feedback/core/tokens.h"

/* Why the value of a hit is not the valence of its row: tokens, by number, or what the following stand for. */
enum
{
	CV_REASON_CAPS = -1,
	CV_REASON_CONTRAST = -2,
	CV_REASONS = 10				/* at most */
};

typedef struct CvReasons
{
	int			n;
	int64_t		reason[CV_REASONS];
} CvReasons;

typedef struct CvVerdict
{
	double		score;
	double		compound;		/* score / sqrt(score^2 + 15) */
	double		negative;		/* shares of the text; 0 of an empty one */
	double		neutral;
	double		positive;
	size_t		hits;
} CvVerdict;

/* A token whose value counts. */
static inline bool
cv_is_hit(const CvToken *token)
{
	return token->value != 0;
}

extern double cv_compound(double score);

/* The value that the lexicon gives a token of kind word. */
extern double cv_valence(const CvToken *token);

/* Set the value of each token; return what they add up to. */
extern CvVerdict cv_judge(CvTokens *tokens);

/* The place of the first token of contrast, or that behind the last token. */
extern size_t cv_contrast(const CvTokens *tokens);

/* Value of token i before contrast, and, unless it is NULL, the reasons. */
extern double cv_value_of(const CvTokens *tokens, size_t i, CvReasons *reasons);

/* Of each token that is a hit: the token whose aspect it belongs to, or -1. */
extern void cv_find_aspects(const CvTokens *tokens, int64_t *aspect);

/* Name of the aspect of a token that has one; its length. */
extern const unsigned char *cv_aspect_of(const CvToken *token, int *length);

#endif							/* CV_FEEDBACK_RULES_H */
