/*
 * feedback.c - characters, the index of a lexicon, tokens, and what words are worth.
 */
#include "unit.h"
#include "words.h"

static void
add(Words *w, CvWordKind kind, const char *word, double value)
{
	words_add(w, kind, word, strlen(word), value, kind == CV_ASPECT ? word : "");
}

static const unsigned char *
bytes(const char *text)
{
	return (const unsigned char *) text;
}

static void
check_characters(void)
{
	unsigned char out[8];
	unsigned char word[64];
	int			length;

	for (uint32_t c = 1; c < 0x110000; c += c < 0x30000 ? 1 : 257)
	{
		int			n = cv_encode(c, out);

		if (c >= 0xd800 && c < 0xe000)
			continue;
		CHECK(cv_decode(out, out + n, &length) == c && length == n);
		/* Folding is done once, takes no more bytes, and what is folded is no capital. */
		CHECK(cv_fold(cv_fold(c)) == cv_fold(c));
		CHECK(cv_encode(cv_fold(c), out) <= n);
		/* A character cut short is one of its own, a byte long. */
		if (n > 1)
			CHECK(cv_decode(bytes("\xf0\x9f\x98\x80"), bytes("\xf0\x9f\x98\x80") + n - 1, &length) == 0xfffd &&
				  length == 1);
	}
	CHECK(cv_char_class(0x3000) == CV_CHAR_SPACE && cv_char_class(0x1f600) == CV_CHAR_EMOJI);
	CHECK(cv_char_class(0x597d) == CV_CHAR_HAN && cv_char_class(0x2026) == CV_CHAR_PUNCTUATION);
	CHECK(cv_char_class(0x5d0) == CV_CHAR_LETTER && cv_char_class(0x301) == CV_CHAR_LETTER &&
		  cv_char_class(0xfe0f) == CV_CHAR_IGNORED);
	CHECK(cv_fold_word(bytes("  \xef\xbc\xa6" "ed \t UP  "), 13, word) == 6 && memcmp(word, "fed up", 6) == 0);
	CHECK(cv_fold_word(bytes("don\xe2\x80\x99T"), 7, word) == 5 && memcmp(word, "don't", 5) == 0);
	CHECK(cv_fold_word(bytes(" \t"), 2, word) == 0);
}

/* Every word is found, and nothing else; the trie has those of several words and of Han. */
static void
check_index(void)
{
	Words		w = {0};
	uint64_t	seed = 3;
	char		word[16];

	add(&w, CV_WORD, "fed up", -2);
	add(&w, CV_WORD, "fed upon", -1);
	add(&w, CV_WORD, "up", 0.5);
	add(&w, CV_BOOSTER, "up", 0.1);
	add(&w, CV_WORD, "worn out", -1);
	add(&w, CV_WORD, "worn", -0.5);
	add(&w, CV_WORD, "\xe5\xbe\x88\xe5\xa5\xbd", 2.5);
	add(&w, CV_WORD, "\xe5\xa5\xbd", 2);
	while (w.n < MOST_WORDS)
	{
		size_t		n = 1 + unit_random(&seed) % 12;

		for (size_t i = 0; i < n; i++)
			word[i] = (char) ('q' + unit_random(&seed) % 4);
		words_add(&w, CV_WORD, word, n, 1, "");
	}
	words_build(&w);
	for (uint32_t i = 0; i < w.nwords; i++)
	{
		const unsigned char *row = w.rows + w.offset[i];
		CvFound		found = cv_find_word(&w.trie, cv_row_word(row), row[2]);
		uint32_t	node = cv_trie_walk(&w.trie, 0, cv_row_word(row), row[2]);

		if (cv_row_is_stepped(row))
			CHECK(node != 0 && cv_trie_rows(&w.trie, node) == row);
		else
			CHECK(node == 0 || cv_trie_rows(&w.trie, node) != row);
		if (memchr(cv_row_word(row), ' ', row[2]) == NULL)
			CHECK(found.rows == row);
	}
	CHECK(cv_find_word(&w.trie, bytes("fed"), 3).begins && cv_find_word(&w.trie, bytes("fed"), 3).rows == NULL);
	CHECK(cv_find_word(&w.trie, bytes("worn"), 4).begins && cv_find_word(&w.trie, bytes("worn"), 4).rows != NULL);
	CHECK(!cv_find_word(&w.trie, bytes("up"), 2).begins && cv_find_word(&w.trie, bytes("up"), 2).rows != NULL);
	CHECK(cv_find_word(&w.trie, bytes("fe"), 2).rows == NULL && !cv_find_word(&w.trie, bytes("fe"), 2).begins);
	CHECK(cv_find_word(&w.trie, bytes(""), 0).rows == NULL);
	for (int i = 0; i < 3000; i++)
	{
		size_t		n = 1 + unit_random(&seed) % 5;
		bool		known = false;
		CvFound		found;

		for (size_t k = 0; k < n; k++)
			word[k] = (char) ('p' + unit_random(&seed) % 5);
		for (int k = 0; k < w.n; k++)
			known = known || (w.row[k][2] == n && memcmp(cv_row_word(w.row[k]), word, n) == 0);
		found = cv_find_word(&w.trie, bytes(word), n);
		CHECK((found.rows != NULL) == known);
	}
	words_free(&w);
}

static double
score_of(const Words *w, const char *text)
{
	CvTokens	t;
	double		score = words_judge(w, &t, bytes(text), strlen(text)).score;

	tokens_free(&t);
	return score;
}

static void
shop_words(Words *w)
{
	memset(w, 0, sizeof(*w));
	add(w, CV_WORD, "good", 1.9);
	add(w, CV_WORD, "bad", -2.5);
	add(w, CV_WORD, "no", -1.2);
	add(w, CV_WORD, "fed up", -1.8);
	add(w, CV_WORD, "yahoo!", 2.5);
	add(w, CV_WORD, ":)", 2);
	add(w, CV_WORD, "\xf0\x9f\x91\x8d", 2);
	add(w, CV_WORD, "\xe5\xa5\xbd", 2);
	add(w, CV_WORD, "so so", -0.5);
	add(w, CV_NEGATOR, "not", -0.74);
	add(w, CV_NEGATOR, "\xe4\xb8\x8d", -0.74);
	add(w, CV_DEGREE, "\xe5\xbe\x88", 1.25);
	add(w, CV_BOOSTER, "very", 0.293);
	add(w, CV_BOOSTER, "so", 0.293);
	add(w, CV_CONTRAST, "but", 0);
	add(w, CV_ASPECT, "price", 0);
	words_build(w);
}

static void
check_rules(void)
{
	Words		w;
	static const struct
	{
		const char *text;
		double		score;
	}			known[] = {
		{"", 0}, {"good", 1.9}, {"GOOD stuff", 2.633}, {"GOOD STUFF", 1.9}, {"not good", -1.406},
		{"not very good", -1.62282},
		{"very  good!", 2.485}, {"gooooood", 1.9}, {"fed\tup", -1.8}, {"fed, up", 0}, {"yahoo!!", 0},
		{"yahoo! good.", 4.692},
		{"good but bad", -2.8}, {"no good", -1.406}, {"isn't good", -1.406}, {"good :)", 3.9},
		{"\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd\xef\xb8\x8f", 2},
		{"\xe5\xbe\x88\xe5\xa5\xbd", 2.5}, {"\xe4\xb8\x8d\xe5\xbe\x88\xe5\xa5\xbd", -1.85}, {"so so", -0.5},
		{"SO good stuff", 2.926},
		{"www.good.com", 0}, {"good@bad.com!!!!", 0}, {"'good'", 1.9}, {"good's", 0}, {"good-bad", -0.6}
	};

	shop_words(&w);
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		CHECK_WITHIN(score_of(&w, known[i].text), known[i].score, 1e-12);
	CHECK_CLOSE(cv_compound(5), 0.7905694150421, 1e-13);
	CHECK_CLOSE(cv_compound(-2.5), -0.5423261445466, 1e-13);
	words_free(&w);
}

/*
 * A short way and a long one lead to the same tokens: a word before a blank takes the short one, before a tab the long
 * one.
 */
static void
check_short_way(void)
{
	static const char *const piece[] = {"good", "bad", "NOT", "Very", "so", "fed", "up", "yahoo!", "no", "gooood",
		"don't", "'tis", "www.", "www", "a1",
		"1a", "3.5", "x.y", "good,", "good?!", "bad...", "price;", "SO", "ok.ok", "\xe5\xa5\xbd", "\xc3\xa9", ":)", "-",
		"good-bad", "b'", "!"};
	Words		w;
	uint64_t	seed = 11;

	shop_words(&w);
	for (int round = 0; round < 5000; round++)
	{
		char		text[2][256] = {"", ""};
		CvTokens	t[2];
		CvVerdict	v[2];

		for (int n = 1 + (int) (unit_random(&seed) % 9); n > 0; n--)
		{
			const char *p = piece[unit_random(&seed) % (sizeof(piece) / sizeof(piece[0]))];

			for (int k = 0; k < 2; k++)
			{
				strcat(text[k], p);
				strcat(text[k], k == 0 ? " " : "\t");
			}
		}
		for (int k = 0; k < 2; k++)
			v[k] = words_judge(&w, &t[k], bytes(text[k]), strlen(text[k]));
		CHECK(v[0].score == v[1].score && v[0].neutral == v[1].neutral && v[0].hits == v[1].hits && t[0].n == t[1].n);
		for (size_t i = 0; i < t[0].n && i < t[1].n; i++)
		{
			const CvToken *a = &t[0].token[i];
			const CvToken *b = &t[1].token[i];

			CHECK(a->start == b->start && a->length == b->length && a->flags == b->flags && a->rows == b->rows &&
				  a->value == b->value);
		}
		tokens_free(&t[0]);
		tokens_free(&t[1]);
	}
	words_free(&w);
}

static void
check_aspects(void)
{
	Words		w;
	CvTokens	t;
	int64_t		aspect[8];
	int			length;

	shop_words(&w);
	words_judge(&w, &t, bytes("good price, bad box"), 19);
	cv_find_aspects(&t, aspect);
	CHECK(t.n == 4 && aspect[0] == 1 && aspect[1] == 1 && aspect[2] == 1 && aspect[3] == 1);
	CHECK(memcmp(cv_aspect_of(&t.token[1], &length), "price", 5) == 0 && length == 5);
	tokens_free(&t);
	words_judge(&w, &t, bytes("bad box, good price"), 19);
	cv_find_aspects(&t, aspect);
	CHECK(aspect[0] == -1 && aspect[2] == 3);
	tokens_free(&t);
	words_free(&w);
}

void		test_feedback(void);

void
test_feedback(void)
{
	check_characters();
	check_index();
	check_rules();
	check_short_way();
	check_aspects();
}
