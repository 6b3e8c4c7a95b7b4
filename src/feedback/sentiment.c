/*
 * sentiment.c - what a text says about its subject, by a lexicon: one number, its parts, its reasons, its aspects.
 *
 * Texts are looked at as UTF-8: in a database of another encoding they are converted, and refused where that cannot be
 * (22021).  Time is linear in the length of the text.
 */
#include "feedback/lexicon.h"

#include "catalog/pg_type.h"
#include "feedback/core/rules.h"
#include "feedback/core/script.h"
#include "lib/stringinfo.h"
#include "mb/pg_wchar.h"

/* A lexicon of calls before, that had to be fetched or uncompressed: known again by its toast pointer or its hash. */
typedef struct Kept
{
	CvLexicon  *lexicon;		/* NULL: none */
	Size		pointer_size;	/* 0: it was compressed in its row */
	char		pointer[64];
} Kept;

/* As many as there are languages in a table of texts; together at most so many bytes, or one. */
#define MOST_KEPT 8
#define MOST_KEPT_BYTES ((Size) 64 * 1024 * 1024)

typedef struct Shelf
{
	Kept		kept[MOST_KEPT];
	int			last;			/* that was used */
	Size		bytes;
} Shelf;

/* The head of a compressed lexicon. */
static CvLexicon
head_of(struct varlena *v)
{
	CvLexicon	head = {0};
	struct varlena *slice = PG_DETOAST_DATUM_SLICE(PointerGetDatum(v), 0, sizeof(CvLexicon) - VARHDRSZ);

	memcpy((char *) &head + VARHDRSZ, VARDATA(slice), Min(sizeof(CvLexicon), VARSIZE(slice)) - VARHDRSZ);
	pfree(slice);
	return head;
}

/* Is this what is kept?  head is that of a compressed one. */
static bool
is_kept(const Kept *kept, struct varlena *v, const CvLexicon *head)
{
	const CvLexicon *l = kept->lexicon;

	if (l == NULL)
		return false;
	if (VARATT_IS_EXTERNAL_ONDISK(v))
		return kept->pointer_size == VARSIZE_EXTERNAL(v) && memcmp(kept->pointer, v, kept->pointer_size) == 0;
	return kept->pointer_size == 0 && head->hash == l->hash && head->nrows == l->nrows && head->bytes == l->bytes &&
		head->version == l->version && head->growing == l->growing;
}

static void
forget(Shelf *shelf, Kept *kept)
{
	if (kept->lexicon == NULL)
		return;
	shelf->bytes -= VARSIZE(kept->lexicon);
	pfree(kept->lexicon);
	kept->lexicon = NULL;
}

/* Keep it in the place that was filled the longest time ago. */
static void
keep(FunctionCallInfo fcinfo, Shelf *shelf, struct varlena *v)
{
	MemoryContext before = MemoryContextSwitchTo(fcinfo->flinfo->fn_mcxt);
	CvLexicon  *lexicon = (CvLexicon *) PG_DETOAST_DATUM_COPY(PointerGetDatum(v));
	Kept	   *kept;

	MemoryContextSwitchTo(before);
	cv_state_get(PointerGetDatum(lexicon), &cv_lexicon_type);
	for (int i = 0; i < MOST_KEPT && shelf->bytes + VARSIZE(lexicon) > MOST_KEPT_BYTES; i++)
		forget(shelf, &shelf->kept[i]);
	shelf->last = (shelf->last + 1) % MOST_KEPT;
	kept = &shelf->kept[shelf->last];
	forget(shelf, kept);
	kept->lexicon = lexicon;
	shelf->bytes += VARSIZE(lexicon);
	kept->pointer_size = VARATT_IS_EXTERNAL_ONDISK(v) ? VARSIZE_EXTERNAL(v) : 0;
	Assert(kept->pointer_size <= sizeof(kept->pointer));
	memcpy(kept->pointer, v, kept->pointer_size);
}

/* Where it is kept, found again or new. */
static CvLexicon *
kept_lexicon(FunctionCallInfo fcinfo, struct varlena *v)
{
	Shelf	   *shelf = fcinfo->flinfo->fn_extra;
	CvLexicon	head = VARATT_IS_EXTERNAL_ONDISK(v) ? (CvLexicon) {0} : head_of(v);

	if (shelf == NULL)
		fcinfo->flinfo->fn_extra = shelf = MemoryContextAllocZero(fcinfo->flinfo->fn_mcxt, sizeof(Shelf));
	for (int i = 0; i < MOST_KEPT; i++)
	{
		int			at = (shelf->last + i) % MOST_KEPT;

		if (is_kept(&shelf->kept[at], v, &head))
			return shelf->kept[at].lexicon;
	}
	keep(fcinfo, shelf, v);
	return shelf->kept[shelf->last].lexicon;
}

/* The lexicon of an argument: in place where it lies plain, else as it is kept. */
static CvLexicon *
lexicon_argument(FunctionCallInfo fcinfo, int argno)
{
	struct varlena *v = (struct varlena *) DatumGetPointer(PG_GETARG_DATUM(argno));

	if (!VARATT_IS_EXTERNAL_ONDISK(v) && !VARATT_IS_4B_C(v))
		return cv_lexicon_packed(PointerGetDatum(v));
	return cv_lexicon_packed(PointerGetDatum(kept_lexicon(fcinfo, v)));
}

/* Short texts need no memory but this. */
#define SHORT_TEXT 1000

typedef struct Work
{
	CvTokens	tokens;
	size_t		length;			/* of the text in UTF-8 */
	bool		allocated;
	CvToken		token[SHORT_TEXT / 2 + 2];
	unsigned char folded[SHORT_TEXT];
	uint32_t	where[SHORT_TEXT + 1];
} Work;

/* The tokens of the text, the first argument, by the lexicon, the second one. */
static void
begin(FunctionCallInfo fcinfo, Work *work)
{
	CvTrie		trie = cv_lexicon_trie(lexicon_argument(fcinfo, 1));
	text	   *t = PG_GETARG_TEXT_PP(0);
	int			length = (int) VARSIZE_ANY_EXHDR(t);
	const char *utf8 = cv_to_utf8(VARDATA_ANY(t), &length);

	work->length = length;
	work->allocated = work->length > SHORT_TEXT;
	work->tokens.token = work->token;
	work->tokens.folded = work->folded;
	work->tokens.where = work->where;
	if (work->allocated)
	{
		work->tokens.token = cv_alloc(cv_tokens_most(work->length) * sizeof(CvToken));
		work->tokens.folded = cv_alloc(work->length);
		work->tokens.where = cv_alloc((work->length + 1) * sizeof(uint32_t));
	}
	cv_tokenize(&work->tokens, &trie, (const unsigned char *) utf8, work->length);
}

static void
end(Work *work)
{
	if (!work->allocated)
		return;
	pfree(work->tokens.token);
	pfree(work->tokens.folded);
	pfree(work->tokens.where);
}

static CvVerdict
judge(FunctionCallInfo fcinfo)
{
	Work		work;
	CvVerdict	verdict;

	begin(fcinfo, &work);
	verdict = cv_judge(&work.tokens);
	end(&work);
	return verdict;
}

PG_FUNCTION_INFO_V1(sentiment);
PG_FUNCTION_INFO_V1(sentiment_score);

/*
 * sentiment, sentiment_score(text, lexicon) -> float8
 *
 * The score is the sum of the values of the words that the lexicon has, as the rules change them, and of the emphasis;
 * sentiment is score / sqrt(score^2 + 15), from -1 to 1.  0 where there are none.
 */
Datum
sentiment(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(judge(fcinfo).compound);
}

Datum
sentiment_score(PG_FUNCTION_ARGS)
{
	PG_RETURN_FLOAT8(judge(fcinfo).score);
}

PG_FUNCTION_INFO_V1(sentiment_parts);

/*
 * sentiment_parts(text, lexicon) -> (compound float8, score float8, neg float8, neu float8, pos float8, hits integer)
 *
 * neg, neu and pos: shares of the text; a word of value v counts 1 + |v|, any other 1.  All 0 for a text without words.
 */
Datum
sentiment_parts(PG_FUNCTION_ARGS)
{
	CvVerdict	v = judge(fcinfo);
	Datum		values[] = {Float8GetDatum(v.compound), Float8GetDatum(v.score), Float8GetDatum(v.negative),
	Float8GetDatum(v.neutral), Float8GetDatum(v.positive), Int32GetDatum((int32) v.hits)};
	bool		nulls[6] = {false};

	return cv_make_record(fcinfo, values, nulls);
}

/* Characters of UTF-8 between two places. */
static int32
characters(const unsigned char *text, size_t from, size_t to)
{
	int32		n = 0;

	for (size_t i = from; i < to; i++)
	{
		CV_BREATHE(i);
		n += (text[i] & 0xc0) != 0x80;
	}
	return n;
}

/* Where a walk through a text is. */
typedef struct Place
{
	const unsigned char *text;
	size_t		at;				/* bytes */
	int32		position;		/* characters before it */
} Place;

/* The number, from 1, of the character at a byte that does not come before the last one asked for. */
static int32
position_of(Place *place, size_t at)
{
	place->position += characters(place->text, place->at, at);
	place->at = at;
	return place->position + 1;
}

static Datum
local_text(const unsigned char *utf8, size_t length)
{
	return PointerGetDatum(cv_text_of_utf8(utf8, length));
}

static Datum
token_text(const CvTokens *t, const CvToken *token)
{
	int			bytes;

	/* An emoji without what modifies it. */
	if (cv_char_class(cv_decode(t->text + token->start, t->text + token->start + token->length, &bytes)) ==
		CV_CHAR_EMOJI && token->words == 1)
		return local_text(t->text + token->start, bytes);
	return local_text(t->text + token->start, token->length);
}

/* Why a value is not the valence, as text; NULL where it is. */
static Datum
reason_text(const CvTokens *t, const CvReasons *reasons, bool *isnull)
{
	StringInfoData out;

	*isnull = reasons->n == 0;
	initStringInfo(&out);
	for (int i = 0; i < reasons->n; i++)
	{
		const CvToken *token = &t->token[Max(reasons->reason[i], 0)];

		if (i > 0)
			appendStringInfoString(&out, ", ");
		if (reasons->reason[i] == CV_REASON_CAPS)
			appendStringInfoString(&out, "caps");
		else
			appendBinaryStringInfo(&out, (const char *) t->text + token->start, (int) token->length);
	}
	return local_text((unsigned char *) out.data, out.len);
}

/* The reasons for the value of token i. */
static CvReasons
reasons_for(const CvTokens *t, size_t i, size_t contrast)
{
	CvReasons	reasons = {0};

	cv_value_of(t, i, &reasons);
	if (contrast < t->n && i != contrast && reasons.n < CV_REASONS)
		reasons.reason[reasons.n++] = (int64_t) contrast;
	return reasons;
}

/* The aspect of a hit, the token aspect or none. */
static Datum
aspect_text(const CvTokens *t, int64_t aspect)
{
	int			length;
	const unsigned char *name;

	if (aspect < 0)
		return PointerGetDatum(cstring_to_text("general"));
	name = cv_aspect_of(&t->token[aspect], &length);
	return local_text(name, length);
}

PG_FUNCTION_INFO_V1(sentiment_hits);

/*
 * sentiment_hits(text, lexicon) -> TABLE(start_at integer, length integer, word text, valence float8, value float8,
 *		reason text, aspect text)
 *
 * The words of a text that count, in order: position and length in characters, the value in the lexicon and after the
 * rules, the words that made the difference (NULL: none), and the aspect.  The values and the emphasis add up to
 * sentiment_score.
 */
Datum
sentiment_hits(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	Work		work;
	CvTokens   *t = &work.tokens;
	Place		place = {0};
	int64_t    *aspect;
	size_t		contrast;

	begin(fcinfo, &work);
	cv_judge(t);
	contrast = cv_contrast(t);
	aspect = cv_alloc((t->n + 1) * sizeof(int64_t));
	cv_find_aspects(t, aspect);
	place.text = t->text;
	for (size_t i = 0; i < t->n; i++)
	{
		const CvToken *token = &t->token[i];
		CvReasons	reasons;
		Datum		values[7];
		bool		nulls[7] = {false};

		CV_BREATHE(i);
		if (!cv_is_hit(token))
			continue;
		reasons = reasons_for(t, i, contrast);
		values[0] = Int32GetDatum(position_of(&place, token->start));
		values[1] = Int32GetDatum(characters(t->text, token->start, token->start + token->length));
		values[2] = token_text(t, token);
		values[3] = Float8GetDatum(cv_valence(token));
		values[4] = Float8GetDatum(token->value);
		values[5] = reason_text(t, &reasons, &nulls[5]);
		values[6] = aspect_text(t, aspect[i]);
		cv_table_row(&table, values, nulls);
	}
	pfree(aspect);
	end(&work);
	PG_RETURN_NULL();
}

/* The kinds of a token, or NULL. */
static Datum
kinds_text(const CvToken *token, bool *isnull)
{
	StringInfoData out;

	*isnull = token->kinds == 0;
	initStringInfo(&out);
	for (int kind = 0; kind < CV_WORD_KINDS; kind++)
	{
		if (token->kinds & CV_KIND_BIT(kind))
			appendStringInfo(&out, "%s%s", out.len > 0 ? ", " : "", cv_word_kinds[kind]);
	}
	return PointerGetDatum(cstring_to_text_with_len(out.data, out.len));
}

/* One row of sentiment_tokens. */
static void
token_row(CvTable *table, Place *place, size_t start, size_t length, const CvToken *token)
{
	Datum		values[4] = {Int32GetDatum(position_of(place, start)),
	Int32GetDatum(characters(place->text, start, start + length)), local_text(place->text + start, length)};
	bool		nulls[4] = {false, false, false, true};

	if (token != NULL)
		values[3] = kinds_text(token, &nulls[3]);
	cv_table_row(table, values, nulls);
}

/* What stands between Han characters and something else: each character is a token. */
static void
gap_rows(CvTable *table, Place *place, size_t from, size_t to)
{
	int			bytes;

	for (size_t i = from; i < to; i += bytes)
	{
		CV_BREATHE_BYTES(i);
		cv_decode(place->text + i, place->text + to, &bytes);
		token_row(table, place, i, bytes, NULL);
	}
}

PG_FUNCTION_INFO_V1(sentiment_tokens);

/*
 * sentiment_tokens(text, lexicon) -> TABLE(start_at integer, length integer, token text, kind text)
 *
 * How a text is cut: position and length in characters, and the kinds that the lexicon gives a token; NULL: it is not
 * there.  Blanks and punctuation are tokens beside Han characters only.
 */
Datum
sentiment_tokens(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	Work		work;
	CvTokens   *t = &work.tokens;
	Place		place = {0};
	size_t		before = 0;
	bool		han = false;

	begin(fcinfo, &work);
	place.text = t->text;
	for (size_t i = 0; i < t->n; i++)
	{
		const CvToken *token = &t->token[i];

		CV_BREATHE(i);
		if (han || (token->flags & CV_TOKEN_HAN))
			gap_rows(&table, &place, before, token->start);
		token_row(&table, &place, token->start, token->length, token);
		before = (size_t) token->start + token->length;
		han = (token->flags & CV_TOKEN_HAN) != 0;
	}
	if (han)
		gap_rows(&table, &place, before, work.length);
	end(&work);
	PG_RETURN_NULL();
}

/* An aspect of a text so far. */
typedef struct Aspect
{
	const unsigned char *name;	/* NULL: general */
	int			length;
	int64		hits;
	double		score;
} Aspect;

/* The place of a name among some aspects, where it is added when it is new. */
static Aspect *
find_aspect(Aspect *aspects, int *n, const CvTokens *t, int64_t token)
{
	int			length = 0;
	const unsigned char *name = token < 0 ? NULL : cv_aspect_of(&t->token[token], &length);

	for (int i = 0; i < *n; i++)
	{
		if ((name == NULL) == (aspects[i].name == NULL) && length == aspects[i].length &&
			(name == NULL || memcmp(name, aspects[i].name, length) == 0))
			return &aspects[i];
	}
	aspects[*n] = (Aspect) {name, length, 0, 0};
	return &aspects[(*n)++];
}

/* Different aspects that one text may have: looking for one is a walk through the others. */
#define MOST_ASPECTS 1000

PG_FUNCTION_INFO_V1(sentiment_aspects);

/*
 * sentiment_aspects(text, lexicon) -> TABLE(aspect text, hits integer, score float8)
 *
 * The hits of a text by aspect, in the order in which aspects come: how many, and the sum of their values.  A hit
 * belongs to the nearest aspect word of its clause, else to the last one before, else to 'general'.  Errors: 54000 for
 * more than 1,000 aspects in one text.
 */
Datum
sentiment_aspects(PG_FUNCTION_ARGS)
{
	CvTable		table = cv_make_table(fcinfo);
	Work		work;
	CvTokens   *t = &work.tokens;
	Aspect	   *aspects = palloc((MOST_ASPECTS + 1) * sizeof(Aspect));
	int			n = 0;
	int64_t    *aspect;

	begin(fcinfo, &work);
	cv_judge(t);
	aspect = cv_alloc((t->n + 1) * sizeof(int64_t));
	cv_find_aspects(t, aspect);
	for (size_t i = 0; i < t->n; i++)
	{
		Aspect	   *found;

		CV_BREATHE(i);
		if (!cv_is_hit(&t->token[i]))
			continue;
		found = find_aspect(aspects, &n, t, aspect[i]);
		found->hits++;
		found->score += t->token[i].value;
		if (n > MOST_ASPECTS)
			ereport(ERROR,
					(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
					 errmsg("a text can have at most %d aspects", MOST_ASPECTS),
					 errhint("Give several words of the lexicon one aspect, such as price.")));
	}
	for (int i = 0; i < n; i++)
	{
		Datum		values[3] = {aspects[i].name == NULL ? PointerGetDatum(cstring_to_text("general")) :
		local_text(aspects[i].name, aspects[i].length), Int32GetDatum((int32) aspects[i].hits),
		Float8GetDatum(aspects[i].score)};
		bool		nulls[3] = {false};

		cv_table_row(&table, values, nulls);
	}
	pfree(aspect);
	end(&work);
	PG_RETURN_NULL();
}
