/*
 * script.h - characters of a text: decoded, folded, and what they are.
 *
 * Only what sentiment needs to know, without a locale, so that results are the same everywhere.  Case is folded for
 * Latin, Greek and Cyrillic letters; full-width forms U+FF01 to U+FF5E are their ASCII twins, curly apostrophes are '.
 */
#ifndef CV_FEEDBACK_SCRIPT_H
#define CV_FEEDBACK_SCRIPT_H

#include "num/num.h"

typedef enum CvCharClass
{
	CV_CHAR_LETTER,				/* and digits, marks: all that words are made of */
	CV_CHAR_SPACE,
	CV_CHAR_PUNCTUATION,		/* and symbols */
	CV_CHAR_HAN,
	CV_CHAR_EMOJI,
	CV_CHAR_IGNORED				/* variation selectors, keycaps, tags */
} CvCharClass;

#define CV_SKIN_TONE(c) ((c) >= 0x1f3fb && (c) <= 0x1f3ff)
#define CV_JOINER 0x200d

/* The character at p, before end, and its bytes; a byte that begins none is one of its own. */
static inline uint32_t
cv_decode(const unsigned char *p, const unsigned char *end, int *length)
{
	int			n = *p < 0x80 ? 1 : *p < 0xc2 ? 0 : *p < 0xe0 ? 2 : *p < 0xf0 ? 3 : *p < 0xf5 ? 4 : 0;
	uint32_t	c = n <= 1 ? *p : *p & (0x7f >> n);

	*length = 1;
	if (n <= 1 || n > end - p)
		return n == 1 ? c : 0xfffd;
	for (int i = 1; i < n; i++)
	{
		if ((p[i] & 0xc0) != 0x80)
			return 0xfffd;
		c = c << 6 | (p[i] & 0x3f);
	}
	*length = n;
	return c;
}

extern int	cv_encode(uint32_t c, unsigned char *out);
extern CvCharClass cv_char_class(uint32_t c);

/* As it is compared; a character never takes more bytes than before. */
extern uint32_t cv_fold(uint32_t c);
extern bool cv_is_lower(uint32_t c);

/* Does a sentence end here?  Of a folded character. */
static inline bool
cv_ends_sentence(uint32_t c)
{
	return c == '.' || c == '!' || c == '?' || c == ';' || c == 0x2026 || c == 0x3002 || c == 0xff61;
}

/* A word of a lexicon in the form that texts are compared with: folded, single blanks; its length.  out is as long. */
extern size_t cv_fold_word(const unsigned char *word, size_t length, unsigned char *out);

#endif							/* CV_FEEDBACK_SCRIPT_H */
