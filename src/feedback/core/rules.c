/*
 * rules.c - what the words of a text are worth where they stand.
 *
 * English, and all that is not Han: the rules of C. Hutto and E. Gilbert, "VADER: A Parsimonious Rule-based Model for
 * Sentiment Analysis of Social Media Text", ICWSM 2014, as published.  Chinese: degree words and negators among the two
 * tokens before a word, up to punctuation or another word of the lexicon.
 */
#include "feedback/core/rules.h"

#include <math.h>

#define NEGATION (-0.74)
#define CAPS 0.733
#define NEVER_SO 1.25
#define BEFORE_CONTRAST 0.5
#define AFTER_CONTRAST 1.5
#define EXCLAMATION 0.292
#define QUESTION 0.18
#define QUESTIONS 0.96
#define ALPHA 15

#define HAS(token, kind) (((token)->kinds & CV_KIND_BIT(kind)) != 0)

double
cv_compound(double score)
{
	return score / sqrt(score * score + ALPHA);
}

static bool
is(const CvTokens *t, size_t i, const char *word)
{
	const CvToken *token = &t->token[i];

	return token->folded_length == strlen(word) && memcmp(t->folded + token->folded, word, token->folded_length) == 0;
}

/* The value of a token's row of a kind that it has. */
static double
row_value(const CvToken *token, CvWordKind kind)
{
	const unsigned char *row = token->rows;

	while (cv_row_kind(row) != kind)
		row += cv_row_size(row);
	return cv_row_value(row);
}

static void
because(CvReasons *reasons, int64_t reason)
{
	if (reasons != NULL && reasons->n < CV_REASONS)
		reasons->reason[reasons->n++] = reason;
}

static double
away_from_zero(double v, double by)
{
	return v > 0 ? v + by : v < 0 ? v - by : 0;
}

/* "no" that negates the entry after it, from which nothing but blanks divides it. */
static bool
negates_next(const CvTokens *t, size_t i)
{
	return is(t, i, "no") && i + 1 < t->n && HAS(&t->token[i + 1], CV_WORD) && !is(t, i + 1, "no") &&
		!(t->token[i + 1].flags & CV_TOKEN_PUNCTUATION);
}

/* Is there a "no" one or two tokens before, or three with or, nor before the entry?  Its place, or t->n. */
static size_t
no_before(const CvTokens *t, size_t i)
{
	for (size_t d = 1; d <= 3 && d <= i && !(t->token[i - d + 1].flags & CV_TOKEN_PUNCTUATION); d++)
	{
		if (is(t, i - d, "no") && (d < 3 || is(t, i - 1, "or") || is(t, i - 1, "nor")))
			return i - d;
	}
	return t->n;
}

/* What negates: a word of that kind, or any with n't.  The factor in *by. */
static bool
negates(const CvTokens *t, size_t i, double *by)
{
	const CvToken *token = &t->token[i];
	const unsigned char *p = t->folded + token->folded;

	*by = NEGATION;
	if (HAS(token, CV_NEGATOR))
	{
		*by = row_value(token, CV_NEGATOR);
		return true;
	}
	if (token->flags & CV_TOKEN_HAN)
		return false;
	for (size_t k = 1; k + 1 < token->folded_length; k++)
	{
		if (p[k] == '\'' && p[k - 1] == 'n' && p[k + 1] == 't')
			return true;
	}
	return false;
}

/* Is one of these words between two tokens? */
static bool
between(const CvTokens *t, size_t from, size_t to, const char *word, const char *other)
{
	for (size_t k = from + 1; k < to; k++)
	{
		if (is(t, k, word) || is(t, k, other))
			return true;
	}
	return false;
}

/* Booster or degree word k, d tokens before v. */
static double
strengthen(const CvTokens *t, size_t k, double weight, double v, CvReasons *reasons)
{
	const CvToken *token = &t->token[k];
	double		by;

	if (HAS(token, CV_DEGREE))
	{
		because(reasons, (int64_t) k);
		v *= row_value(token, CV_DEGREE);
	}
	if (HAS(token, CV_BOOSTER))
	{
		because(reasons, (int64_t) k);
		by = row_value(token, CV_BOOSTER);
		if ((token->flags & CV_TOKEN_CAPS) && t->mixed)
			by += CAPS;
		v += (v < 0 ? -by : by) * weight;
	}
	return v;
}

/* Negation by token k of v, the value of token i. */
static double
negate(const CvTokens *t, size_t k, size_t i, double v, CvReasons *reasons)
{
	double		by;

	if (!negates(t, k, &by))
		return v;
	if (is(t, k, "without") && between(t, k, i, "doubt", "doubt"))
		return v;
	because(reasons, (int64_t) k);
	return v * (is(t, k, "never") && between(t, k, i, "so", "this") ? NEVER_SO : by);
}

static double
english_value(const CvTokens *t, size_t i, double v, CvReasons *reasons)
{
	static const double weight[] = {1, 0.95, 0.9};
	size_t		no = no_before(t, i);

	if (no < t->n && !is(t, i, "no"))
	{
		because(reasons, (int64_t) no);
		v *= NEGATION;
	}
	if ((t->token[i].flags & CV_TOKEN_CAPS) && t->mixed)
	{
		because(reasons, CV_REASON_CAPS);
		v = away_from_zero(v, CAPS);
	}
	for (size_t d = 1; d <= 3 && d <= i && !(t->token[i - d + 1].flags & CV_TOKEN_SENTENCE); d++)
	{
		if (HAS(&t->token[i - d], CV_WORD))
			continue;
		v = strengthen(t, i - d, weight[d - 1], v, reasons);
		v = negate(t, i - d, i, v, reasons);
	}
	if (i > 0 && is(t, i - 1, "least") && !HAS(&t->token[i - 1], CV_WORD) && !(t->token[i].flags & CV_TOKEN_SENTENCE) &&
		!(i > 1 && (is(t, i - 2, "at") || is(t, i - 2, "very"))))
	{
		because(reasons, (int64_t) i - 1);
		v *= NEGATION;
	}
	return v;
}

static double
chinese_value(const CvTokens *t, size_t i, double v, CvReasons *reasons)
{
	int			left = 2;

	for (size_t k = i; k > 0; k--)
	{
		const CvToken *before = &t->token[k - 1];

		left -= t->token[k].spaces + 1;
		if (left < 0 || (t->token[k].flags & CV_TOKEN_PUNCTUATION) || HAS(before, CV_WORD))
			break;
		v = strengthen(t, k - 1, 1, v, reasons);
		v = negate(t, k - 1, i, v, reasons);
	}
	return v;
}

double
cv_valence(const CvToken *token)
{
	return row_value(token, CV_WORD);
}

double
cv_value_of(const CvTokens *t, size_t i, CvReasons *reasons)
{
	const CvToken *token = &t->token[i];
	double		v;

	if (!HAS(token, CV_WORD) || HAS(token, CV_BOOSTER) || negates_next(t, i))
		return 0;
	v = row_value(token, CV_WORD);
	if (v == 0)
		return 0;
	return token->flags & CV_TOKEN_HAN ? chinese_value(t, i, v, reasons) : english_value(t, i, v, reasons);
}

size_t
cv_contrast(const CvTokens *t)
{
	size_t		i = 0;

	while (i < t->n && !HAS(&t->token[i], CV_CONTRAST))
	{
		CV_BREATHE(i);
		i++;
	}
	return i;
}

static double
emphasis_of(const CvTokens *t)
{
	double		marks = EXCLAMATION * (double) (t->exclamations < 4 ? t->exclamations : 4);

	if (t->questions > 3)
		return marks + QUESTIONS;
	return t->questions > 1 ? marks + QUESTION * (double) t->questions : marks;
}

CvVerdict
cv_judge(CvTokens *t)
{
	size_t		contrast = cv_contrast(t);
	double		emphasis = emphasis_of(t);
	double		total;
	CvVerdict	r = {0};

	for (size_t i = 0; i < t->n; i++)
	{
		CvToken    *token = &t->token[i];

		CV_BREATHE(i);
		if (HAS(token, CV_WORD))
		{
			token->value = cv_value_of(t, i, NULL);
			if (contrast < t->n && i != contrast)
				token->value *= i < contrast ? BEFORE_CONTRAST : AFTER_CONTRAST;
		}
		r.score += token->value;
		r.hits += cv_is_hit(token);
		if (token->value > 0)
			r.positive += token->value + 1;
		else if (token->value < 0)
			r.negative += 1 - token->value;
		else
			r.neutral += token->words;
	}
	r.score = away_from_zero(r.score, emphasis);
	if (r.positive > r.negative)
		r.positive += emphasis;
	else if (r.negative > r.positive)
		r.negative += emphasis;
	total = r.positive + r.negative + r.neutral;
	if (total > 0)
	{
		r.positive /= total;
		r.negative /= total;
		r.neutral /= total;
	}
	r.compound = cv_compound(r.score);
	return r;
}

const unsigned char *
cv_aspect_of(const CvToken *token, int *length)
{
	const unsigned char *row = token->rows;

	while (row[3] == 0 && (row[0] & CV_ROW_MORE))
		row += cv_row_size(row);
	*length = row[3];
	return cv_row_aspect(row);
}

static bool
has_aspect(const CvToken *token)
{
	int			length = 0;

	return token->rows != NULL && (cv_aspect_of(token, &length), length > 0);
}

static bool
begins_clause(const CvToken *token)
{
	return (token->flags & CV_TOKEN_PUNCTUATION) != 0;
}

/*
 * From the left the last one before, from the right the next one of the clause; the nearer one of those in the clause,
 * or the last one before.  One of an earlier clause waits as -2 - its place.
 */
void
cv_find_aspects(const CvTokens *t, int64_t *aspect)
{
	int64_t		last = -1;
	int64_t		clause = 0;
	int64_t		next = -1;

	for (int64_t i = 0; i < (int64_t) t->n; i++)
	{
		CV_BREATHE(i);
		clause = begins_clause(&t->token[i]) ? i : clause;
		last = has_aspect(&t->token[i]) ? i : last;
		aspect[i] = last >= clause || last < 0 ? last : -2 - last;
	}
	for (int64_t i = (int64_t) t->n - 1; i >= 0; i--)
	{
		CV_BREATHE(i);
		next = has_aspect(&t->token[i]) ? i : next;
		if (next >= 0 && (aspect[i] < 0 || next - i < i - aspect[i]))
			aspect[i] = next;
		else if (aspect[i] < -1)
			aspect[i] = -2 - aspect[i];
		next = begins_clause(&t->token[i]) ? -1 : next;
	}
}
