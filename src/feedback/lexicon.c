/*
 * lexicon.c - lexicon_agg: the words of a table, compiled once, read in place by every function that looks at texts.
 */
#include "feedback/lexicon.h"

#include "common/hashfn.h"
#include "feedback/core/script.h"
#include "feedback/demo.h"
#include "mb/pg_wchar.h"
#include "num/sort.h"

#define HEAD sizeof(CvLexicon)
#define MOST_ROWS 4000000
#define MOST_VALUE 1e6

const char *const cv_word_kinds[] = {"word", "negator", "booster", "degree", "contrast", "neutral", "aspect", NULL};

/* Bytes before the rows of a packed one. */
static Size
before_rows(uint32 nwords, uint32 nslots, uint32 nnodes)
{
	return (256 + (Size) nwords + nslots) * sizeof(uint32) + ((Size) nnodes + 1) * sizeof(CvNode);
}

static bool
fits(const void *value)
{
	const CvLexicon *l = value;

	if (l->growing)
		return VARSIZE(l) == HEAD + (Size) l->capacity && l->bytes <= l->capacity;
	return l->nslots > l->nwords && (l->nslots & (l->nslots - 1)) == 0 &&
		VARSIZE(l) == HEAD + before_rows(l->nwords, l->nslots, l->nnodes) + l->bytes;
}

static void *pack(void *value);

const CvStateType cv_lexicon_type = {"lexicon", "\"v1 lang kind \"word\" value \"aspect\" ...\"", 1, HEAD, fits, pack};

/* Where the rows of a lexicon begin. */
const unsigned char *
cv_lexicon_rows(const CvLexicon *l)
{
	return (const unsigned char *) l + HEAD + (l->growing ? 0 : before_rows(l->nwords, l->nslots, l->nnodes));
}

CvTrie
cv_lexicon_trie(const CvLexicon *l)
{
	const uint32 *root = (const uint32 *) ((const char *) l + HEAD);
	const uint32 *slot = root + 256 + l->nwords;
	CvTrie		trie = {root, root + 256, slot, (const CvNode *) (slot + l->nslots), l->nslots, cv_lexicon_rows(l)};

	return trie;
}

/* Errors: 54000. */
static CvLexicon *
new_growing(Size capacity)
{
	CvLexicon  *l;

	if (capacity > CV_TEXT_LIMIT / 4)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a lexicon can hold at most 250 MB of words"),
				 errhint("Give lexicon_agg only the words that occur in the texts.")));
	l = cv_state_new(&cv_lexicon_type, HEAD + capacity, HEAD);
	l->growing = true;
	l->capacity = (uint32) capacity;
	return l;
}

CvLexicon *
cv_lexicon_new(void)
{
	return new_growing(256);
}

/* A growing copy with room for this many bytes of rows. */
static CvLexicon *
grow(const CvLexicon *l, Size room)
{
	Size		capacity = 256;
	CvLexicon  *copy;

	while (capacity < room)
		capacity *= 2;
	copy = new_growing(capacity);
	copy->nrows = l->nrows;
	copy->bytes = l->bytes;
	memcpy((char *) copy + HEAD, cv_lexicon_rows(l), l->bytes);
	return copy;
}

static CvLexicon *
writable_state(FunctionCallInfo fcinfo)
{
	CvLexicon  *l = cv_state_get(PG_GETARG_DATUM(0), &cv_lexicon_type);

	return cv_in_aggregate(fcinfo) && l->growing ? l : grow(l, l->bytes);
}

/* Room for another row, at whose place it is; *l may become another one. */
static unsigned char *
make_room(CvLexicon **l, Size size, uint32 rows)
{
	unsigned char *place;

	if ((*l)->nrows + (uint64) rows > MOST_ROWS)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a lexicon can have at most %d rows", MOST_ROWS),
				 errhint("Give lexicon_agg only the words that occur in the texts.")));
	if ((*l)->bytes + size > (*l)->capacity)
		*l = grow(*l, (*l)->bytes + size);
	place = (unsigned char *) *l + HEAD + (*l)->bytes;
	(*l)->bytes += (uint32) size;
	(*l)->nrows += rows;
	return place;
}

void
cv_lexicon_append(CvLexicon **l, const CvLexiconRow *row)
{
	Size		size = CV_ROW_HEAD + (Size) row->lang_length + row->word_length + row->aspect_length;
	unsigned char *p = make_room(l, size, 1);
	double		value = cv_kind_is_valued(row->kind) ? row->value + 0.0 : 0;

	p[0] = (unsigned char) row->kind;
	p[1] = (unsigned char) row->lang_length;
	p[2] = (unsigned char) row->word_length;
	p[3] = (unsigned char) row->aspect_length;
	memcpy(p + 4, &value, sizeof(value));
	memcpy(p + CV_ROW_HEAD, row->lang, row->lang_length);
	memcpy(p + CV_ROW_HEAD + row->lang_length, row->word, row->word_length);
	memcpy(p + CV_ROW_HEAD + row->lang_length + row->word_length, row->aspect, row->aspect_length);
}

static bool
is_language(const char *lang, int length)
{
	for (int i = 0; i < length; i++)
	{
		char		c = lang[i];

		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_'))
			return false;
	}
	return length >= 1 && length <= 16;
}

const char *
cv_lexicon_complaint(const CvLexiconRow *row)
{
	if (!is_language(row->lang, row->lang_length))
		return "a language must have 1 to 16 letters, digits or hyphens";
	if (row->word_length < 1 || row->word_length > 255)
		return "a word must have 1 to 255 bytes";
	if (row->aspect_length > 255)
		return "an aspect must have at most 255 bytes";
	if (row->kind == CV_ASPECT && row->aspect_length == 0)
		return "a word of kind aspect must have an aspect";
	if (cv_kind_is_valued(row->kind) != row->valued)
		return "words, negators, boosters and degree words must have a value, and no others";
	if (row->valued && !(fabs(row->value) <= MOST_VALUE))
		return "a value must be from -1e6 to 1e6";
	return NULL;
}

const char *
cv_to_utf8(const char *bytes, int *length)
{
	char	   *utf8;

	if (GetDatabaseEncoding() == PG_UTF8)
		return bytes;
	if (GetDatabaseEncoding() == PG_SQL_ASCII && !pg_verify_mbstr(PG_UTF8, bytes, *length, true))
		ereport(ERROR,
				(errcode(ERRCODE_CHARACTER_NOT_IN_REPERTOIRE),
				 errmsg("a text is not UTF-8, which it must be in a database of encoding SQL_ASCII"),
				 errhint("convert_from(convert(comment::bytea, 'LATIN1', 'UTF8'), 'SQL_ASCII') makes UTF-8 of "
						 "LATIN1.")));
	utf8 = pg_server_to_any(bytes, *length, PG_UTF8);
	if (utf8 != bytes)
		*length = (int) strlen(utf8);
	return utf8;
}

text *
cv_text_of_utf8(const unsigned char *utf8, size_t length)
{
	char	   *copy = pnstrdup((const char *) utf8, length);

	return cstring_to_text(pg_any_to_server(copy, (int) length, PG_UTF8));
}

/* For a message: a name in the server's encoding, not too long. */
static char *
shown(const char *utf8, int length)
{
	char	   *copy = pnstrdup(utf8, length);

	return cv_clip(pg_any_to_server(copy, length, PG_UTF8));
}

/* A text argument in UTF-8; its bytes in *length. */
static const char *
utf8_argument(FunctionCallInfo fcinfo, int argno, int *length)
{
	text	   *t = PG_GETARG_TEXT_PP(argno);

	*length = (int) VARSIZE_ANY_EXHDR(t);
	return cv_to_utf8(VARDATA_ANY(t), length);
}

/* The kind of an argument of that name. */
static CvWordKind
kind_argument(FunctionCallInfo fcinfo, int argno)
{
	return (CvWordKind) cv_choice_arg(fcinfo, argno, "kind", cv_word_kinds);
}

/* The value of a row from argument argno; a negator that has none is of -0.74. */
static void
take_value(FunctionCallInfo fcinfo, int argno, CvLexiconRow *row)
{
	if (!cv_kind_is_valued(row->kind))
		return;
	if (PG_ARGISNULL(argno) && row->kind != CV_NEGATOR)
		ereport(ERROR,
				(errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
				 errmsg("\"%s\" is a %s without a value", shown(row->word, row->word_length),
						cv_word_kinds[row->kind]),
				 errhint("Give it a value, or leave the row out.")));
	row->valued = true;
	row->value = PG_ARGISNULL(argno) ? -0.74 : PG_GETARG_FLOAT8(argno);
	if (!(fabs(row->value) <= MOST_VALUE))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("value must be from -1e6 to 1e6, not %s", cv_float8_text(row->value)),
				 errdetail("The word is \"%s\".", cv_clip(pnstrdup(row->word, row->word_length))),
				 errhint("Correct the row, or leave it out of lexicon_agg.")));
}

static void
check_language(const CvLexiconRow *row)
{
	if (!is_language(row->lang, row->lang_length))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("lang must have 1 to 16 letters, digits or hyphens, not be \"%s\"",
						cv_clip(pnstrdup(row->lang, row->lang_length))),
				 errdetail("The word is \"%s\".", cv_clip(pnstrdup(row->word, row->word_length))),
				 errhint("Correct the row, or leave it out of lexicon_agg.")));
}

PG_FUNCTION_INFO_V1(lexicon_add);

/*
 * lexicon_add(lexicon, lang text, word text, kind text, value float8 [, aspect text]) -> lexicon
 *
 * Transition functions of lexicon_agg: another row.  A row without language, word or kind is left out.  Words are
 * folded: case, full-width forms, curly apostrophes.  Errors: 22023 for an unknown kind, a value out of range or too
 * long a name, 22004 for a word, booster or degree word without a value, 54000.
 */
Datum
lexicon_add(PG_FUNCTION_ARGS)
{
	CvLexicon  *l;
	CvLexiconRow row = {.aspect = ""};
	unsigned char *folded;
	const char *complaint;

	if (PG_ARGISNULL(0))
		PG_RETURN_NULL();
	if (PG_ARGISNULL(1) || PG_ARGISNULL(2) || PG_ARGISNULL(3))
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	l = writable_state(fcinfo);
	row.lang = utf8_argument(fcinfo, 1, &row.lang_length);
	row.word = utf8_argument(fcinfo, 2, &row.word_length);
	row.kind = kind_argument(fcinfo, 3);
	if (PG_NARGS() > 5 && !PG_ARGISNULL(5))
		row.aspect = utf8_argument(fcinfo, 5, &row.aspect_length);
	check_language(&row);
	take_value(fcinfo, 4, &row);
	folded = palloc((Size) row.word_length + 1);
	row.word_length = (int) cv_fold_word((const unsigned char *) row.word, row.word_length, folded);
	row.word = (const char *) folded;
	complaint = cv_lexicon_complaint(&row);
	if (complaint != NULL)
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("%s", complaint),
				 errdetail("The word is \"%s\".", shown(row.word, row.word_length)),
				 errhint("Correct the row, or leave it out of lexicon_agg.")));
	cv_lexicon_append(&l, &row);
	pfree(folded);
	return cv_state_return(fcinfo, l, &cv_lexicon_type);
}

PG_FUNCTION_INFO_V1(lexicon_merge);

/*
 * lexicon_merge(lexicon, lexicon) -> lexicon: the rows of both.  Errors: 54000; outside an aggregate as lexicon_pack.
 */
Datum
lexicon_merge(PG_FUNCTION_ARGS)
{
	CvLexicon  *l = writable_state(fcinfo);
	CvLexicon  *other = cv_state_get(PG_GETARG_DATUM(1), &cv_lexicon_type);
	unsigned char *place = make_room(&l, other->bytes, other->nrows);

	memcpy(place, cv_lexicon_rows(other), other->bytes);
	return cv_state_return(fcinfo, l, &cv_lexicon_type);
}

#define LESS(a, b) (cv_row_compare(a, b) < 0)

CV_DEFINE_SORT(sort_rows, const unsigned char *, LESS)

/* The rows of a lexicon in order, each once; their number in *n. */
static const unsigned char **
rows_in_order(const CvLexicon *l, uint32 *n)
{
	const unsigned char **row = cv_alloc(2 * ((Size) l->nrows + 1) * sizeof(*row));
	const unsigned char *p = cv_lexicon_rows(l);

	*n = 0;
	for (uint32 i = 0; i < l->nrows; i++, p += cv_row_size(p))
	{
		CV_BREATHE(i);
		row[i] = p;
	}
	sort_rows(row, row + l->nrows, l->nrows);
	for (uint32 i = 0; i < l->nrows; i++)
	{
		CV_BREATHE(i);
		if (*n == 0 || cv_row_compare(row[*n - 1], row[i]) != 0)
			row[(*n)++] = row[i];
	}
	return row;
}

static char *
word_of(const unsigned char *row)
{
	return shown((const char *) cv_row_word(row), row[2]);
}

/* A word must have one value of a kind, and one aspect.  Errors: 22023. */
static void
refuse_conflicts(const unsigned char *const *row, uint32 n)
{
	const unsigned char *named = NULL;

	for (uint32 i = 0; i < n; i++)
	{
		bool		same = i > 0 && cv_row_compare_words(row[i - 1], row[i]) == 0;

		CV_BREATHE(i);
		named = same ? named : NULL;
		if (same && cv_row_kind(row[i]) == cv_row_kind(row[i - 1]) && cv_row_value(row[i]) != cv_row_value(row[i - 1]))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("\"%s\" is a %s twice, of %s and %s", word_of(row[i]), cv_word_kinds[cv_row_kind(row[i])],
							cv_float8_text(cv_row_value(row[i - 1])), cv_float8_text(cv_row_value(row[i]))),
					 errhint("Give lexicon_agg one row for each word and kind, upper and lower case alike: DISTINCT ON "
							 "chooses one.")));
		if (named != NULL && row[i][3] > 0 &&
			(named[3] != row[i][3] || memcmp(cv_row_aspect(named), cv_row_aspect(row[i]), row[i][3]) != 0))
			ereport(ERROR,
					(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
					 errmsg("\"%s\" has two aspects", word_of(row[i])),
					 errhint("Give lexicon_agg one aspect for each word.")));
		named = row[i][3] > 0 ? row[i] : named;
	}
}

/* The first row of each word; their number. */
static uint32
first_rows(const unsigned char *const *row, uint32 n, const unsigned char **first)
{
	uint32		nwords = 0;

	for (uint32 i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		if (i == 0 || cv_row_compare_words(row[i - 1], row[i]) != 0)
			first[nwords++] = row[i];
	}
	return nwords;
}

/* Copy rows to their place in a packed lexicon, and the place of the first one of each word to offset[]. */
static void
place_rows(CvLexicon *packed, const unsigned char *const *row, const unsigned char *const *first)
{
	uint32	   *offset = (uint32 *) ((char *) packed + HEAD) + 256;
	unsigned char *begin = (unsigned char *) cv_lexicon_rows(packed);
	unsigned char *p = begin;
	uint32		word = 0;

	for (uint32 i = 0; i < packed->nrows; i++)
	{
		bool		is_first = word < packed->nwords && row[i] == first[word];

		CV_BREATHE(i);
		memcpy(p, row[i], cv_row_size(row[i]));
		p[0] = (unsigned char) cv_row_kind(row[i]);
		if (is_first)
			offset[word++] = (uint32) (p - begin);
		else
			p[-(int) cv_row_size(row[i - 1])] |= CV_ROW_MORE;
		p += cv_row_size(p);
	}
}

/* A packed lexicon of that size, still without words.  Errors: 54000. */
static CvLexicon *
new_packed(uint32 nrows, uint32 nwords, CvIndexSize index, Size bytes)
{
	Size		size = HEAD + before_rows(nwords, index.nslots, index.nnodes) + bytes;
	CvLexicon  *packed;

	if (size > CV_TEXT_LIMIT)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a lexicon can take at most 1000 MB"),
				 errhint("Give lexicon_agg only the words that occur in the texts.")));
	packed = cv_state_new(&cv_lexicon_type, size, HEAD);
	packed->nrows = nrows;
	packed->nwords = nwords;
	packed->nnodes = index.nnodes;
	packed->nslots = index.nslots;
	packed->bytes = (uint32) bytes;
	return packed;
}

/* The form that is stored, of rows in order. */
static CvLexicon *
compile(const unsigned char *const *row, uint32 n)
{
	const unsigned char **first = cv_alloc(((Size) n + 1) * sizeof(*first));
	uint32	   *stepped = cv_alloc(((Size) n + 1) * sizeof(*stepped));
	uint32		nwords = first_rows(row, n, first);
	CvIndexSize size = cv_index_size(first, nwords, stepped);
	uint32	   *low = cv_alloc(2 * (Size) size.nnodes * sizeof(uint32));
	Size		bytes = 0;
	CvLexicon  *packed;
	CvTrie		trie;

	for (uint32 i = 0; i < n; i++)
		bytes += cv_row_size(row[i]);
	packed = new_packed(n, nwords, size, bytes);
	trie = cv_lexicon_trie(packed);
	place_rows(packed, row, first);
	cv_index_build(first, nwords, size, stepped, (uint32 *) trie.root, (CvNode *) trie.node, (uint32 *) trie.slot, low,
				   low + size.nnodes);
	packed->hash = hash_bytes_extended(trie.rows, (int) bytes, 0);
	pfree(first);
	pfree(stepped);
	pfree(low);
	return packed;
}

static void *
pack(void *value)
{
	CvLexicon  *l = value;
	CvLexicon  *packed;
	const unsigned char **row;
	uint32		n;

	if (!l->growing)
		return l;
	row = rows_in_order(l, &n);
	refuse_conflicts(row, n);
	packed = compile(row, n);
	pfree(row);
	return packed;
}

CvLexicon *
cv_lexicon_packed(Datum value)
{
	return pack(cv_state_get(value, &cv_lexicon_type));
}

PG_FUNCTION_INFO_V1(lexicon_pack);

/* lexicon_pack(lexicon): final function, the compiled form.  Errors: 22023 for a word of two values or aspects. */
Datum
lexicon_pack(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(cv_lexicon_packed(PG_GETARG_DATUM(0)));
}

/*
 * Can every word of the demonstration be written in this database?  Elsewhere those of ASCII can, and in EUC_CN Chinese
 * ones.
 */
static bool
is_written(const CvLexiconRow *row)
{
	int			encoding = GetDatabaseEncoding();

	if (encoding == PG_UTF8 || encoding == PG_SQL_ASCII || (encoding == PG_EUC_CN && strncmp(row->lang, "zh", 2) == 0))
		return true;
	for (int i = 0; i < row->word_length; i++)
	{
		if (IS_HIGHBIT_SET(row->word[i]))
			return false;
	}
	return true;
}

/* The words of a row of the demonstration. */
static void
append_words(CvLexicon **l, const CvDemoWords *d)
{
	CvLexiconRow row = {.lang = d->lang, .lang_length = (int) strlen(d->lang), .kind = d->kind, .value = d->value,
	.valued = cv_kind_is_valued(d->kind), .aspect = d->aspect, .aspect_length = (int) strlen(d->aspect)};

	for (const char *p = d->words; *p != '\0'; p += row.word_length + (p[row.word_length] == ','))
	{
		row.word = p;
		row.word_length = (int) strcspn(p, ",");
		if (is_written(&row))
			cv_lexicon_append(l, &row);
	}
}

PG_FUNCTION_INFO_V1(sentiment_demo_lexicon);

/*
 * sentiment_demo_lexicon() -> lexicon: a few hundred English and Chinese words, written for this project.  In databases
 * of other encodings than UTF-8 those that can be written there.
 */
Datum
sentiment_demo_lexicon(PG_FUNCTION_ARGS)
{
	CvLexicon  *l = cv_lexicon_new();

	for (const CvDemoWords *d = cv_demo_words; d->lang != NULL; d++)
		append_words(&l, d);
	PG_RETURN_POINTER(pack(l));
}
