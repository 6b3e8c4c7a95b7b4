/*
 * tokens.c - a text cut into tokens: chunks between blanks, in which runs of Han characters, emoji and the rest are
 * pieces.
 *
 * Every step looks at each byte a bounded number of times, as no word of a lexicon is longer than 255 bytes.
 */
#include "feedback/core/tokens.h"

#include "feedback/core/script.h"

typedef struct Scan
{
	CvTokens   *tokens;
	const CvTrie *trie;
	const unsigned char *text;
	size_t		length;
	size_t		at;				/* in the text */
	size_t		n;				/* bytes folded */
	uint8_t		flags;			/* of the next token: what was seen since the last one */
	uint8_t		spaces;
	size_t		caps;			/* tokens in capital letters */
	int64_t		work;			/* since cv_breathe, in nanoseconds */
	bool		begins;			/* is there a token with which entries of several words begin? */
} Scan;

/* What a folded byte string is made of, from a place on and before a place. */
static uint32_t
char_at(const Scan *s, size_t at, size_t end, int *length)
{
	return cv_decode(s->tokens->folded + at, s->tokens->folded + end, length);
}

static uint32_t
char_before(const Scan *s, size_t start, size_t at, int *length)
{
	const unsigned char *folded = s->tokens->folded;
	size_t		first = at - 1;
	uint32_t	c;

	while (first > start && at - first < 4 && (folded[first] & 0xc0) == 0x80)
		first--;
	c = cv_decode(folded + first, folded + at, length);
	if ((size_t) *length == at - first)
		return c;
	*length = 1;
	return 0xfffd;
}

/* Kinds of the rows of one word. */
static uint8_t
kinds_of(const unsigned char *row)
{
	uint8_t		kinds = 0;

	for (; row != NULL; row = row[0] & CV_ROW_MORE ? row + cv_row_size(row) : NULL)
		kinds |= CV_KIND_BIT(cv_row_kind(row));
	return kinds;
}

/* Is it ALL CAPS: letters with case, none of them small? */
static bool
all_caps(const Scan *s, size_t start, size_t end)
{
	const unsigned char *stop = s->text + end;
	bool		some = false;
	int			bytes;

	for (const unsigned char *p = s->text + start; p < stop; p += bytes)
	{
		uint32_t	c = cv_decode(p, stop, &bytes);

		CV_BREATHE_BYTES(p - s->text);
		if (cv_is_lower(c))
			return false;
		some = some || (cv_fold(c) != c && cv_char_class(c) == CV_CHAR_LETTER);
	}
	return some;
}

/* Another token, from its place in the folded text and in the text. */
static CvToken *
push_token(Scan *s, size_t from, size_t to, size_t start, size_t end, CvFound found, uint8_t flags)
{
	CvToken    *token = &s->tokens->token[s->tokens->n++];

	token->start = (uint32_t) start;
	token->length = (uint32_t) (end - start);
	token->folded = (uint32_t) from;
	token->folded_length = (uint32_t) (to - from);
	token->rows = found.rows;
	token->kinds = kinds_of(found.rows);
	token->words = 1;
	token->spaces = s->spaces;
	token->flags = s->flags | flags | (s->spaces == 0 ? CV_TOKEN_SPLIT : 0) | (found.begins ? CV_TOKEN_BEGINS : 0);
	token->value = 0;
	s->caps += (flags & CV_TOKEN_CAPS) != 0;
	s->begins |= found.begins;
	s->flags = 0;
	s->spaces = 0;
	return token;
}

/* The same for a part of a piece, whose place in the text is known. */
static CvToken *
push(Scan *s, size_t from, size_t to, CvFound found, uint8_t flags)
{
	size_t		start = s->tokens->where[from];
	size_t		end = s->tokens->where[to];

	if (!(flags & CV_TOKEN_HAN) && all_caps(s, start, end))
		flags |= CV_TOKEN_CAPS;
	return push_token(s, from, to, start, end, found, flags);
}

static const CvFound nothing = {NULL, false};

static CvFound
find(const Scan *s, size_t from, size_t to)
{
	return cv_find_word(s->trie, s->tokens->folded + from, to - from);
}

/* Push it if it is in the lexicon as it stands. */
static bool
push_known(Scan *s, size_t from, size_t to)
{
	CvFound		found = find(s, from, to);

	if (found.rows != NULL)
		push(s, from, to, found, 0);
	return found.rows != NULL;
}

/* Punctuation between tokens. */
static void
see_punctuation(Scan *s, uint32_t c)
{
	s->flags |= CV_TOKEN_PUNCTUATION | CV_TOKEN_SPLIT | (cv_ends_sentence(c) ? CV_TOKEN_SENTENCE : 0);
}

static void
see_all(Scan *s, size_t from, size_t to)
{
	int			bytes;

	for (; from < to; from += bytes)
	{
		CV_BREATHE_BYTES(from);
		see_punctuation(s, char_at(s, from, to, &bytes));
	}
}

/* Exclamation and question marks of a piece, which emphasise unless they follow Chinese. */
static void
count_marks(Scan *s, size_t from, size_t to)
{
	const CvTokens *t = s->tokens;
	int			bytes;

	if (t->n > 0 && (t->token[t->n - 1].flags & CV_TOKEN_HAN))
	{
		for (; from < to && cv_char_class(char_at(s, from, to, &bytes)) == CV_CHAR_PUNCTUATION; from += bytes)
			CV_BREATHE_BYTES(from);
	}
	for (size_t i = from; i < to; i++)
	{
		CV_BREATHE(i);
		s->tokens->exclamations += t->folded[i] == '!';
		s->tokens->questions += t->folded[i] == '?';
	}
}

/* Is it an address: with ://, beginning www., or of mail? */
static bool
is_address(Scan *s, size_t from, size_t to)
{
	const unsigned char *p = s->tokens->folded + from;
	size_t		n = to - from;
	const unsigned char *at;

	if (n < 5)
		return false;
	if (memcmp(p, "www.", 4) == 0)
		return true;
	at = memchr(p, '@', n);
	if (at != NULL && at > p && at + 1 < p + n && at[1] != '.' && memchr(at, '.', p + n - at) != NULL)
		return true;
	for (at = p; (at = memchr(at, ':', p + n - at)) != NULL; at++)
	{
		cv_breathe_after(&s->work, 8);
		if (p + n - at >= 3 && at[1] == '/' && at[2] == '/')
			return true;
	}
	return false;
}

static bool
is_number(const Scan *s, size_t from, size_t to)
{
	bool		digit = false;

	for (size_t i = from; i < to; i++)
	{
		unsigned char c = s->tokens->folded[i];

		CV_BREATHE(i);
		if (c >= '0' && c <= '9')
			digit = true;
		else if (memchr(".,:%/-", c, 6) == NULL)
			return false;
	}
	return digit;
}

/* A word with a letter three times or more in a row: what is known of it with such runs cut to this many. */
static CvFound
find_cut(const Scan *s, size_t from, size_t to, int keep)
{
	const unsigned char *folded = s->tokens->folded;
	unsigned char word[UINT8_MAX];
	size_t		n = 0;
	int			bytes;

	for (size_t i = from; i < to;)
	{
		size_t		next;
		int			times = 0;

		CV_BREATHE(i);
		char_at(s, i, to, &bytes);
		for (next = i; next + bytes <= to && memcmp(folded + next, folded + i, bytes) == 0; next += bytes)
		{
			CV_BREATHE_BYTES(next);
			times++;
		}
		times = times >= 3 ? keep : times;
		if (n + (size_t) (times * bytes) > sizeof(word))
			return nothing;
		for (; times > 0; times--, n += bytes)
			memcpy(word + n, folded + i, bytes);
		i = next;
	}
	return cv_find_word(s->trie, word, n);
}

static bool
has_run(const Scan *s, size_t from, size_t to)
{
	const unsigned char *folded = s->tokens->folded;
	int			bytes;

	for (size_t i = from; i < to; i += bytes)
	{
		CV_BREATHE_BYTES(i);
		char_at(s, i, to, &bytes);
		if (i + 3 * bytes <= to && memcmp(folded + i, folded + i + bytes, 2 * bytes) == 0)
			return true;
	}
	return false;
}

/* What is known of a word as it is, or with runs cut. */
static CvFound
find_word(const Scan *s, size_t from, size_t to)
{
	CvFound		found = find(s, from, to);

	if (found.rows == NULL && has_run(s, from, to))
	{
		for (int keep = 2; keep >= 1 && found.rows == NULL; keep--)
		{
			CvFound		cut = find_cut(s, from, to, keep);

			found = cut.rows != NULL ? cut : found;
		}
	}
	return found;
}

static void
push_word(Scan *s, size_t from, size_t to)
{
	push(s, from, to, find_word(s, from, to), 0);
}

/* Where letters begin and end in a part of a piece; empty when there are none. */
static void
strip(const Scan *s, size_t *from, size_t *to)
{
	int			bytes;

	while (*from < *to)
	{
		CV_BREATHE_BYTES(*from);
		if (cv_char_class(char_at(s, *from, *to, &bytes)) != CV_CHAR_PUNCTUATION)
			break;
		*from += bytes;
	}
	while (*to > *from)
	{
		CV_BREATHE_BYTES(*to);
		if (cv_char_class(char_before(s, *from, *to, &bytes)) != CV_CHAR_PUNCTUATION)
			break;
		*to -= bytes;
	}
}

/* Is the word to be split at this character? */
static bool
splits(uint32_t c)
{
	return c == '/' || c == '_' || c == '-' || c == ',' || c == ';' || c == ':' || c == 0x2013 || c == 0x2014 ||
		c == 0x2026;
}

/* A part of a word that was split. */
static void
push_part(Scan *s, size_t from, size_t to)
{
	strip(s, &from, &to);
	if (from < to)
		push_word(s, from, to);
}

/* A word without punctuation around it, that is not in the lexicon. */
static void
push_parts(Scan *s, size_t from, size_t to)
{
	size_t		part = from;
	int			bytes;

	for (size_t i = from; i < to; i += bytes)
	{
		uint32_t	c = char_at(s, i, to, &bytes);

		CV_BREATHE_BYTES(i);
		if (!splits(c))
			continue;
		push_part(s, part, i);
		part = i + bytes;
		s->flags |= CV_TOKEN_SPLIT;
		if (c == ',' || c == ';' || c == ':' || c == 0x2026)
			see_punctuation(s, c);
	}
	if (part == from)
		push_word(s, from, to);
	else
		push_part(s, part, to);
}

/* The end of a piece without . , ; ! ? and the ellipsis. */
static size_t
without_stops(const Scan *s, size_t from, size_t to)
{
	int			bytes;

	while (to > from)
	{
		uint32_t	c = char_before(s, from, to, &bytes);

		CV_BREATHE_BYTES(to);
		if (c != '.' && c != ',' && c != ';' && c != '!' && c != '?' && c != 0x2026)
			break;
		to -= bytes;
	}
	return to;
}

/* A piece that is neither Han nor emoji.  alone: it is a whole chunk. */
static void
take_piece(Scan *s, size_t from, size_t to, bool alone)
{
	size_t		stop = without_stops(s, from, to);
	size_t		first = from;
	size_t		last = to;
	bool		address = is_address(s, from, to);

	if (!address)
		count_marks(s, from, to);
	if (push_known(s, from, to))
		return;
	if (address || is_number(s, from, stop))
	{
		push(s, from, stop, nothing, 0);
		see_all(s, stop, to);
		return;
	}
	if (stop < to && stop > from && push_known(s, from, stop))
	{
		see_all(s, stop, to);
		return;
	}
	strip(s, &first, &last);
	if (first == last)
	{
		if (alone)
			push(s, from, to, nothing, CV_TOKEN_MARKS);
		see_all(s, from, to);
		return;
	}
	see_all(s, from, first);
	if (!push_known(s, first, last))
		push_parts(s, first, last);
	see_all(s, last, to);
}

/* The character at hand into the folded text. */
static void
fold(Scan *s, uint32_t c, int bytes)
{
	unsigned char *out = s->tokens->folded + s->n;
	int			n = 1;

	if (c == 0xfffd && bytes == 1)
		*out = s->text[s->at];
	else
		n = cv_encode(cv_fold(c), out);
	for (int i = 0; i < n; i++)
		s->tokens->where[s->n + i] = (uint32_t) s->at;
	s->n += n;
	s->at += bytes;
	s->tokens->where[s->n] = (uint32_t) s->at;
}

static CvCharClass
look(const Scan *s, uint32_t *c, int *bytes)
{
	if (s->at >= s->length)
		return CV_CHAR_SPACE;
	*c = cv_decode(s->text + s->at, s->text + s->length, bytes);
	return cv_char_class(*c);
}

/* A run of Han characters: the longest match from the left, or one character. */
static void
take_han(Scan *s)
{
	size_t		from = s->n;
	uint32_t	c = 0;
	int			bytes = 1;

	while (look(s, &c, &bytes) == CV_CHAR_HAN)
	{
		cv_breathe_after(&s->work, 32);
		fold(s, c, bytes);
	}
	for (size_t to; from < s->n; from = to)
	{
		uint32_t	at = 0;
		CvFound		found = nothing;

		cv_breathe_after(&s->work, 256);
		char_at(s, from, s->n, &bytes);
		to = from + bytes;
		for (size_t i = from; i < s->n; i++)
		{
			at = cv_trie_step(s->trie, at, s->tokens->folded[i]);
			if (at == 0)
				break;
			if (cv_trie_rows(s->trie, at) != NULL)
			{
				found.rows = cv_trie_rows(s->trie, at);
				found.begins = cv_trie_step(s->trie, at, ' ') != 0;
				to = i + 1;
			}
		}
		push(s, from, to, found, CV_TOKEN_HAN);
	}
}

/* What belongs to the emoji before it is skipped; true at a joiner, after which another emoji is a part of it. */
static bool
skip_modifiers(Scan *s)
{
	uint32_t	c = 0;
	int			bytes = 1;
	CvCharClass class;

	while ((class = look(s, &c, &bytes)) == CV_CHAR_IGNORED || (class == CV_CHAR_EMOJI && CV_SKIN_TONE(c)))
	{
		cv_breathe_after(&s->work, 32);
		s->at += bytes;
	}
	return s->at < s->length && c == CV_JOINER;
}

/* An emoji with what belongs to it: looked up with what is joined to it, then alone. */
static void
take_emoji(Scan *s)
{
	size_t		from = s->n;
	size_t		alone;
	uint32_t	c = 0;
	int			bytes = 1;
	CvFound		found;
	CvToken    *token;

	look(s, &c, &bytes);
	fold(s, c, bytes);
	alone = s->n;
	while (skip_modifiers(s))
	{
		cv_breathe_after(&s->work, 32);
		fold(s, CV_JOINER, 3);
		if (look(s, &c, &bytes) == CV_CHAR_EMOJI)
			fold(s, c, bytes);
	}
	found = find(s, from, s->n);
	if (found.rows == NULL)
		found = find(s, from, alone);
	token = push(s, from, found.rows != NULL ? s->n : alone, found, 0);
	s->tokens->where[s->n] = (uint32_t) s->at;
	token->folded_length = (uint32_t) (alone - from);
	token->length = (uint32_t) s->at - token->start;
}

/* Letters in lower case, digits and apostrophes, which most words are made of; 0: something else. */
static const unsigned char plain[256] = {
	['\''] = '\'', ['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4', ['5'] = '5', ['6'] = '6',
	['7'] = '7',
	['8'] = '8', ['9'] = '9', ['a'] = 'a', ['b'] = 'b', ['c'] = 'c', ['d'] = 'd', ['e'] = 'e', ['f'] = 'f', ['g'] = 'g',
	['h'] = 'h', ['i'] = 'i', ['j'] = 'j', ['k'] = 'k', ['l'] = 'l', ['m'] = 'm', ['n'] = 'n', ['o'] = 'o', ['p'] = 'p',
	['q'] = 'q', ['r'] = 'r', ['s'] = 's', ['t'] = 't', ['u'] = 'u', ['v'] = 'v', ['w'] = 'w', ['x'] = 'x', ['y'] = 'y',
	['z'] = 'z', ['A'] = 'a', ['B'] = 'b', ['C'] = 'c', ['D'] = 'd', ['E'] = 'e', ['F'] = 'f', ['G'] = 'g', ['H'] = 'h',
	['I'] = 'i', ['J'] = 'j', ['K'] = 'k', ['L'] = 'l', ['M'] = 'm', ['N'] = 'n', ['O'] = 'o', ['P'] = 'p', ['Q'] = 'q',
	['R'] = 'r', ['S'] = 's', ['T'] = 't', ['U'] = 'u', ['V'] = 'v', ['W'] = 'w', ['X'] = 'x', ['Y'] = 'y', ['Z'] = 'z'
};

static bool
is_stop(unsigned char c)
{
	return c == '.' || c == ',' || c == '!' || c == '?' || c == ';';
}

/*
 * A plain word from here: its end and that of the stops after it; longer than any word of a lexicon, or not alone: 0.
 */
static size_t
fold_plain(Scan *s, size_t *stop, uint8_t *caps)
{
	const unsigned char *text = s->text + s->at;
	size_t		most = s->length - s->at < UINT8_MAX ? s->length - s->at : UINT8_MAX;
	unsigned char *out = s->tokens->folded + s->n;
	unsigned char upper = 0;
	unsigned char lower = 0;
	size_t		n = 0;

	for (; n < most && plain[text[n]] != 0; n++)
	{
		out[n] = plain[text[n]];
		upper |= text[n] ^ out[n];
		lower |= text[n] & (text[n] << 1);	/* 0x40: a small letter */
	}
	*stop = n;
	*caps = upper != 0 && !(lower & 0x40) ? CV_TOKEN_CAPS : 0;
	if (n == 0 || out[0] < 'a' || out[n - 1] == '\'')
		return 0;
	for (; n < most && is_stop(text[n]); n++)
		out[n] = text[n];
	if (n < s->length - s->at && (n == most || text[n] != ' '))
		return 0;
	return n > *stop && *stop == 3 && memcmp(out, "www", 3) == 0 ? 0 : n;
}

/* A chunk that is such a word, or the end of one: what take_piece does, only faster. */
static bool
take_plain(Scan *s)
{
	size_t		from = s->n;
	size_t		at = s->at;
	size_t		stop;
	uint8_t		caps;
	size_t		n = fold_plain(s, &stop, &caps);
	CvFound		found = nothing;

	if (n == 0)
		return false;
	s->at += n;
	s->n += n;
	for (size_t i = stop; i < n; i++)
	{
		s->tokens->exclamations += s->text[at + i] == '!';
		s->tokens->questions += s->text[at + i] == '?';
	}
	if (n > stop)
		found = find(s, from, from + n);
	if (found.rows != NULL)
		push_token(s, from, from + n, at, at + n, found, caps);
	else
	{
		push_token(s, from, from + stop, at, at + stop, find_word(s, from, from + stop), caps);
		see_all(s, from + stop, from + n);
	}
	return true;
}

/* A run that is neither white space, Han nor emoji.  first: the chunk begins here. */
static void
take_rest(Scan *s, bool first)
{
	size_t		from = s->n;
	uint32_t	c = 0;
	int			bytes = 1;
	CvCharClass class;

	if (take_plain(s))
		return;
	while ((class = look(s, &c, &bytes)) == CV_CHAR_LETTER || class == CV_CHAR_PUNCTUATION || class == CV_CHAR_IGNORED)
	{
		cv_breathe_after(&s->work, 32);
		if (class == CV_CHAR_IGNORED)
			s->at += bytes;
		else
			fold(s, c, bytes);
	}
	if (s->n > from)
	{
		s->tokens->where[s->n] = (uint32_t) s->at;
		take_piece(s, from, s->n, first && class == CV_CHAR_SPACE);
	}
}

/* Where the letters of a token lead in the trie. */
static uint32_t
node_of(const Scan *s, const CvToken *token)
{
	if (token->rows != NULL)
		return cv_trie_walk(s->trie, 0, cv_row_word(token->rows), token->rows[2]);
	return cv_trie_walk(s->trie, 0, s->tokens->folded + token->folded, token->folded_length);
}

/* Entries of several words: tokens between which is only white space become one, the longest first. */
static void
join_words(Scan *s)
{
	CvTokens   *t = s->tokens;
	size_t		out = 0;

	for (size_t i = 0; i < t->n; out++)
	{
		size_t		next = i + 1;
		uint32_t	at = t->token[i].flags & CV_TOKEN_BEGINS ? node_of(s, &t->token[i]) : 0;
		CvToken		token = t->token[i];

		CV_BREATHE(i);
		for (size_t j = i + 1; at != 0 && j < t->n && !(t->token[j].flags & CV_TOKEN_SPLIT); j++)
		{
			at = cv_trie_step(s->trie, at, ' ');
			if (at != 0)
				at = cv_trie_walk(s->trie, at, t->folded + t->token[j].folded, t->token[j].folded_length);
			if (at != 0 && cv_trie_rows(s->trie, at) != NULL)
			{
				token.rows = cv_trie_rows(s->trie, at);
				next = j + 1;
			}
		}
		for (size_t j = i + 1; j < next; j++)
		{
			token.words += t->token[j].words;
			token.length = t->token[j].start + t->token[j].length - token.start;
			token.folded_length = t->token[j].folded + t->token[j].folded_length - token.folded;
			if (!(t->token[j].flags & CV_TOKEN_CAPS))
				token.flags &= ~CV_TOKEN_CAPS;
		}
		if (next > i + 1)
			token.kinds = kinds_of(token.rows);
		t->token[out] = token;
		i = next;
	}
	t->n = out;
}

void
cv_tokenize(CvTokens *tokens, const CvTrie *trie, const unsigned char *text, size_t length)
{
	Scan		s = {.tokens = tokens, .trie = trie, .text = text, .length = length};
	bool		first = true;

	tokens->n = tokens->exclamations = tokens->questions = 0;
	tokens->text = text;
	while (s.at < length)
	{
		uint32_t	c = 0;
		int			bytes = 1;
		CvCharClass class = look(&s, &c, &bytes);

		cv_breathe_after(&s.work, 256);
		if (class == CV_CHAR_SPACE)
		{
			s.at += bytes;
			s.spaces += s.spaces < 3;
		}
		else if (class == CV_CHAR_HAN)
			take_han(&s);
		else if (class == CV_CHAR_EMOJI)
			take_emoji(&s);
		else
			take_rest(&s, first);
		first = class == CV_CHAR_SPACE;
	}
	tokens->mixed = s.caps > 0 && s.caps < tokens->n;
	if (s.begins)
		join_words(&s);
}
