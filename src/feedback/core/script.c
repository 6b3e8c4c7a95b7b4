/*
 * script.c - characters of a text: decoded, folded, and what they are.
 */
#include "feedback/core/script.h"

#include <string.h>

/* The bytes of a character; their number. */
int
cv_encode(uint32_t c, unsigned char *out)
{
	int			n = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;

	if (n == 1)
		out[0] = (unsigned char) c;
	else
	{
		for (int i = n - 1; i > 0; i--, c >>= 6)
			out[i] = (unsigned char) (0x80 | (c & 0x3f));
		out[0] = (unsigned char) ((0xf00 >> n) | c);
	}
	return n;
}

typedef struct Range
{
	uint32_t	first;
	uint32_t	last;
	CvCharClass class;
} Range;

/* From U+0080 up, in order; what is in none is a letter.  After the blocks of Unicode 15. */
static const Range ranges[] = {
	{0x85, 0x85, CV_CHAR_SPACE}, {0xa0, 0xa0, CV_CHAR_SPACE}, {0xa1, 0xa9, CV_CHAR_PUNCTUATION},
	{0xab, 0xb1, CV_CHAR_PUNCTUATION}, {0xb4, 0xb4, CV_CHAR_PUNCTUATION}, {0xb6, 0xb8, CV_CHAR_PUNCTUATION},
	{0xbb, 0xbb, CV_CHAR_PUNCTUATION}, {0xbf, 0xbf, CV_CHAR_PUNCTUATION}, {0xd7, 0xd7, CV_CHAR_PUNCTUATION},
	{0xf7, 0xf7, CV_CHAR_PUNCTUATION}, {0x37e, 0x37e, CV_CHAR_PUNCTUATION}, {0x387, 0x387, CV_CHAR_PUNCTUATION},
	{0x55a, 0x55f, CV_CHAR_PUNCTUATION}, {0x589, 0x58a, CV_CHAR_PUNCTUATION}, {0x5be, 0x5be, CV_CHAR_PUNCTUATION},
	{0x5c0, 0x5c0, CV_CHAR_PUNCTUATION}, {0x5c3, 0x5c3, CV_CHAR_PUNCTUATION}, {0x5f3, 0x5f4, CV_CHAR_PUNCTUATION},
	{0x609, 0x60d, CV_CHAR_PUNCTUATION}, {0x61b, 0x61f, CV_CHAR_PUNCTUATION}, {0x66a, 0x66d, CV_CHAR_PUNCTUATION},
	{0x6d4, 0x6d4, CV_CHAR_PUNCTUATION}, {0x964, 0x965, CV_CHAR_PUNCTUATION}, {0x1360, 0x1368, CV_CHAR_PUNCTUATION},
	{0x1680, 0x1680, CV_CHAR_SPACE}, {0x2000, 0x200a, CV_CHAR_SPACE}, {0x200b, 0x2027, CV_CHAR_PUNCTUATION},
	{0x2028, 0x2029, CV_CHAR_SPACE}, {0x202a, 0x202e, CV_CHAR_PUNCTUATION}, {0x202f, 0x202f, CV_CHAR_SPACE},
	{0x2030, 0x205e, CV_CHAR_PUNCTUATION}, {0x205f, 0x205f, CV_CHAR_SPACE}, {0x2060, 0x206f, CV_CHAR_PUNCTUATION},
	{0x20a0, 0x20cf, CV_CHAR_PUNCTUATION}, {0x20e3, 0x20e3, CV_CHAR_IGNORED}, {0x2190, 0x2319, CV_CHAR_PUNCTUATION},
	{0x231a, 0x231b, CV_CHAR_EMOJI}, {0x231c, 0x23e8, CV_CHAR_PUNCTUATION}, {0x23e9, 0x23fa, CV_CHAR_EMOJI},
	{0x23fb, 0x25ff, CV_CHAR_PUNCTUATION}, {0x2600, 0x27bf, CV_CHAR_EMOJI}, {0x27c0, 0x2aff, CV_CHAR_PUNCTUATION},
	{0x2b00, 0x2bff, CV_CHAR_EMOJI}, {0x2e00, 0x2e7f, CV_CHAR_PUNCTUATION}, {0x2e80, 0x2fdf, CV_CHAR_HAN},
	{0x3000, 0x3000, CV_CHAR_SPACE}, {0x3001, 0x3004, CV_CHAR_PUNCTUATION}, {0x3005, 0x3007, CV_CHAR_HAN},
	{0x3008, 0x3020, CV_CHAR_PUNCTUATION}, {0x3021, 0x3029, CV_CHAR_HAN}, {0x302a, 0x303f, CV_CHAR_PUNCTUATION},
	{0x30fb, 0x30fb, CV_CHAR_PUNCTUATION}, {0x3400, 0x4dbf, CV_CHAR_HAN}, {0x4e00, 0x9fff, CV_CHAR_HAN},
	{0xf900, 0xfaff, CV_CHAR_HAN}, {0xfe00, 0xfe0f, CV_CHAR_IGNORED}, {0xfe10, 0xfe1f, CV_CHAR_PUNCTUATION},
	{0xfe30, 0xfe6f, CV_CHAR_PUNCTUATION}, {0xfeff, 0xfeff, CV_CHAR_PUNCTUATION}, {0xff01, 0xff0f, CV_CHAR_PUNCTUATION},
	{0xff1a, 0xff20, CV_CHAR_PUNCTUATION}, {0xff3b, 0xff40, CV_CHAR_PUNCTUATION}, {0xff5b, 0xff65, CV_CHAR_PUNCTUATION},
	{0xffe0, 0xfffd, CV_CHAR_PUNCTUATION}, {0x1f000, 0x1faff, CV_CHAR_EMOJI}, {0x20000, 0x3fffd, CV_CHAR_HAN},
	{0xe0020, 0xe007f, CV_CHAR_IGNORED}, {0xe0100, 0xe01ef, CV_CHAR_IGNORED}
};

static CvCharClass
ascii_class(uint32_t c)
{
	if (c == ' ' || (c >= '\t' && c <= '\r'))
		return CV_CHAR_SPACE;
	if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))
		return CV_CHAR_LETTER;
	return CV_CHAR_PUNCTUATION;
}

CvCharClass
cv_char_class(uint32_t c)
{
	size_t		low = 0;
	size_t		high = sizeof(ranges) / sizeof(ranges[0]);

	if (c < 0x80)
		return ascii_class(c);
	while (low < high)
	{
		size_t		middle = (low + high) / 2;

		if (ranges[middle].last < c)
			low = middle + 1;
		else
			high = middle;
	}
	return low < sizeof(ranges) / sizeof(ranges[0]) && ranges[low].first <= c ? ranges[low].class : CV_CHAR_LETTER;
}

/* Capital letters of U+0100 to U+017F, where small ones follow at the next number. */
static bool
extended_capital(uint32_t c)
{
	if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17e))
		return c % 2 == 1;
	return ((c >= 0x100 && c <= 0x12f) || (c >= 0x132 && c <= 0x137) || (c >= 0x14a && c <= 0x177)) && c % 2 == 0;
}

uint32_t
cv_fold(uint32_t c)
{
	if (c >= 0xff01 && c <= 0xff5e)
		c -= 0xfee0;
	if (c < 0x80)
		return c >= 'A' && c <= 'Z' ? c + 32 : c;
	if (c == 0x2018 || c == 0x2019 || c == 0x2bc)
		return '\'';
	if ((c >= 0xc0 && c <= 0xde && c != 0xd7) || (c >= 0x391 && c <= 0x3a9 && c != 0x3a2) || (c >= 0x410 && c <= 0x42f))
		return c + 32;
	if (c >= 0x400 && c <= 0x40f)
		return c + 80;
	return extended_capital(c) ? c + 1 : c;
}

bool
cv_is_lower(uint32_t c)
{
	if (c >= 0xff01 && c <= 0xff5e)
		c -= 0xfee0;
	if (c < 0x80)
		return c >= 'a' && c <= 'z';
	if (c >= 0x100 && c <= 0x17f)
		return !extended_capital(c);
	return (c >= 0xdf && c <= 0xff && c != 0xf7) || (c >= 0x3ac && c <= 0x3ce) || (c >= 0x430 && c <= 0x45f);
}

size_t
cv_fold_word(const unsigned char *word, size_t length, unsigned char *out)
{
	const unsigned char *end = word + length;
	size_t		n = 0;
	bool		emoji = false;	/* was the character before one? */
	int			bytes;

	for (const unsigned char *p = word; p < end; p += bytes)
	{
		uint32_t	c = cv_decode(p, end, &bytes);
		CvCharClass class = cv_char_class(c);

		if (class == CV_CHAR_IGNORED || (emoji && CV_SKIN_TONE(c)))
			continue;
		emoji = class == CV_CHAR_EMOJI;
		if (class == CV_CHAR_SPACE)
		{
			if (n > 0 && out[n - 1] != ' ')
				out[n++] = ' ';
		}
		else if (c == 0xfffd && bytes == 1)
			out[n++] = *p;
		else
			n += cv_encode(cv_fold(c), out + n);
	}
	return n > 0 && out[n - 1] == ' ' ? n - 1 : n;
}
