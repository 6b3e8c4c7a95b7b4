/*
 * score_summary.c - the type score_summary: all that is asked of a score and what happened.
 *
 * Ranking and calibration depend on the rows only through the distinct scores and their two counts.
 * Rows are collected as they come and sorted once, by their bits, when somebody asks; where scores
 * repeat they become levels on the way.
 */
#include "risk/score_summary.h"

#include "lib/stringinfo.h"
#include "libpq/pqformat.h"
#include "num/radix.h"
#include "num/scan.h"
#include "num/sort.h"
#include "risk/counts.h"

#define HEAD sizeof(CvScoreSummary)
#define MOST_RAW (INT64CONST(1) << 25)
/* Some more, so that what is full need not be settled for every row. */
#define MOST_CAPACITY (CV_SCORE_MOST_LEVELS / 4 * 5)
#define FIRST_TRY 1024			/* rows at which it is first tried whether scores repeat */

/* A level while it is worked with; counts in rows or, weighted, in units. */
typedef struct Level
{
	double		score;
	cv_int128	count[2];
} Level;

/* Without weights. */
typedef struct RowLevel
{
	double		score;
	int64		count[2];
} RowLevel;

#define LESS(a, b) ((a).score < (b).score)
CV_DEFINE_SORT(sort_levels, Level, LESS)
CV_DEFINE_SORT(sort_row_levels, RowLevel, LESS)

static Size
level_size(bool weighted)
{
	return weighted ? sizeof(Level) : sizeof(RowLevel);
}

static char *
level_at(const CvScoreSummary *s, int64 i)
{
	return (char *) (s + 1) + i * level_size(s->weighted);
}

static double *
raw_rows(const CvScoreSummary *s)
{
	return (double *) level_at(s, s->level_capacity);
}

static inline Level
read_level(const char *at, bool weighted)
{
	Level		level;

	if (weighted)
		return *(const Level *) at;
	level.score = ((const RowLevel *) at)->score;
	level.count[0] = ((const RowLevel *) at)->count[0];
	level.count[1] = ((const RowLevel *) at)->count[1];
	return level;
}

static inline void
write_level(char *at, bool weighted, const Level *level)
{
	if (weighted)
		*(Level *) at = *level;
	else
		*(RowLevel *) at = (RowLevel) {level->score, {(int64) level->count[0], (int64) level->count[1]}};
}

static void
print_level(StringInfo out, const CvScoreSummary *s, int64 i)
{
	Level		level = read_level(level_at(s, i), s->weighted);

	appendStringInfoChar(out, ' ');
	cv_print_float8(out, level.score);
	for (int k = 0; k < 2; k++)
	{
		appendStringInfoChar(out, ':');
		cv_print_fixed(out, level.count[k], s->weighted ? CV_COUNT_GROUPS : 0, 0);
	}
}

static Size
summary_size(bool weighted, int64 levels, int64 raw)
{
	return HEAD + levels * level_size(weighted) + raw * sizeof(double);
}

static void *pack(void *value);

static bool
fits(const void *value)
{
	const CvScoreSummary *s = value;

	return s->level_capacity >= 0 && s->level_capacity <= MOST_CAPACITY &&
		s->raw_capacity >= 0 && s->raw_capacity <= MOST_RAW &&
		s->nlevels >= 0 && s->nlevels <= s->level_capacity && s->nraw[0] >= 0 && s->nraw[1] >= 0 &&
		s->nraw[0] <= s->raw_capacity && s->nraw[1] <= s->raw_capacity - s->nraw[0] &&
		VARSIZE(s) == summary_size(s->weighted, s->level_capacity, s->raw_capacity);
}

static const CvStateType score_type = {"score_summary", "\"v1 score:non-events:events ...\"", CV_SCORE_VERSION,
	HEAD, fits, pack};

static CvScoreSummary *
new_summary(bool growing, bool weighted, int64 levels, int64 raw)
{
	CvScoreSummary *s = cv_state_new(&score_type, summary_size(weighted, levels, raw), HEAD);

	s->growing = growing;
	s->weighted = weighted;
	s->level_capacity = levels;
	s->raw_capacity = raw;
	return s;
}

static CvScoreSummary *
get_summary(FunctionCallInfo fcinfo, int argno)
{
	return cv_state_get(PG_GETARG_DATUM(argno), &score_type);
}

/* The rows of a summary in order, to be read level by level: sorted copies where it is growing. */
typedef struct Reader
{
	bool		weighted;
	const char *level;
	const char *level_end;
	const double *raw[2];
	const double *raw_end[2];
	void	   *memory[2];		/* to be freed */
} Reader;

static void
sort_any_levels(char *level, char *scratch, int64 n, bool weighted)
{
	if (weighted)
		sort_levels((Level *) level, (Level *) scratch, n);
	else
		sort_row_levels((RowLevel *) level, (RowLevel *) scratch, n);
}

static Reader
begin_reading(const CvScoreSummary *s)
{
	Reader		r = {.weighted = s->weighted};
	Size		bytes = s->nlevels * level_size(s->weighted);
	int64		raw = s->nraw[0] + s->nraw[1];
	char	   *level;
	double	   *row;

	r.level = level_at(s, 0);
	if (s->growing && s->nlevels > 0)
	{
		r.memory[0] = level = cv_alloc(2 * bytes);
		memcpy(level, r.level, bytes);
		sort_any_levels(level, level + bytes, s->nlevels, s->weighted);
		r.level = level;
	}
	r.level_end = r.level + bytes;
	if (raw == 0)
		return r;
	r.memory[1] = row = cv_alloc(2 * raw * sizeof(double));
	memcpy(row, raw_rows(s), s->nraw[0] * sizeof(double));
	memcpy(row + s->nraw[0], raw_rows(s) + s->raw_capacity - s->nraw[1], s->nraw[1] * sizeof(double));
	for (int k = 0; k < 2; k++)
	{
		double	   *from = row + k * s->nraw[0];

		cv_radix_sort(from, row + raw, s->nraw[k]);
		r.raw[k] = from;
		r.raw_end[k] = from + s->nraw[k];
	}
	return r;
}

static void
end_reading(Reader *r)
{
	for (int k = 0; k < 2; k++)
	{
		if (r->memory[k] != NULL)
			pfree(r->memory[k]);
	}
}

/* How many of these rows, from *row on, have the score; *row moves behind them. */
static inline int64
count_equal(const double **row, const double *end, double score)
{
	const double *from = *row;

	while (*row < end && **row == score)
		++*row;
	return *row - from;
}

/* The next distinct score with all that it has; false at the end. */
static inline bool
next_level(Reader *r, Level *out)
{
	Size		size = level_size(r->weighted);
	double		score = INFINITY;

	if (r->level < r->level_end)
		score = *(const double *) r->level;
	for (int k = 0; k < 2; k++)
	{
		if (r->raw[k] < r->raw_end[k] && *r->raw[k] < score)
			score = *r->raw[k];
	}
	if (score == INFINITY)
		return false;
	out->score = score;
	/* Raw rows are only where there are no weights. */
	out->count[0] = count_equal(&r->raw[0], r->raw_end[0], score);
	out->count[1] = count_equal(&r->raw[1], r->raw_end[1], score);
	for (; r->level < r->level_end && *(const double *) r->level == score; r->level += size)
	{
		Level		more = read_level(r->level, r->weighted);

		for (int k = 0; k < 2; k++)
		{
			out->count[k] += more.count[k];
			if (unlikely(out->count[k] > (r->weighted ? CV_COUNT_LIMIT : (cv_int128) CV_COUNT_ROWS)))
				cv_count_add(CV_COUNT_LIMIT, 1);
		}
	}
	return true;
}

static const char round_scores[] = "Round the score, as in round(score::numeric, 4).";

static void
check_levels(int64 n)
{
	if (n > CV_SCORE_MOST_LEVELS)
		ereport(ERROR,
				(errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
				 errmsg("a score_summary can hold at most " INT64_FORMAT " distinct scores", CV_SCORE_MOST_LEVELS),
				 errhint("%s", round_scores)));
}

/* All levels in order, each score once, in new memory. */
static char *
settle(const CvScoreSummary *s, int64 *n)
{
	Reader		r = begin_reading(s);
	Size		size = level_size(s->weighted);
	char	   *level = cv_alloc((s->nlevels + s->nraw[0] + s->nraw[1]) * size);
	Level		next;

	for (*n = 0; next_level(&r, &next); ++*n)
	{
		CV_BREATHE(*n);
		write_level(level + *n * size, s->weighted, &next);
	}
	end_reading(&r);
	return level;
}

/* Bytes of a level in text, at most. */
#define WIDEST_LEVEL 62
#define WIDEST_WEIGHTED_LEVEL 106

/* Errors: 54000 for a value that could not be dumped. */
static void
check_text_width(const CvScoreSummary *s)
{
	Size		width = s->weighted ? WIDEST_WEIGHTED_LEVEL : WIDEST_LEVEL;
	Size		size = 2;
	StringInfoData number;

	if (s->nlevels * width < CV_TEXT_LIMIT)
		return;
	initStringInfo(&number);
	for (int64 i = 0; i < s->nlevels; i++)
	{
		CV_BREATHE(i);
		resetStringInfo(&number);
		print_level(&number, s, i);
		size += number.len;
	}
	pfree(number.data);
	cv_check_text_size(score_type.name, size, round_scores);
}

/* Are all counts numbers of rows? */
static bool
all_whole(const Level *level, int64 n)
{
	for (int64 i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		if (level[i].count[0] % CV_COUNT_ONE != 0 || level[i].count[1] % CV_COUNT_ONE != 0)
			return false;
	}
	return true;
}

/* The form that is stored. */
static void *
pack(void *value)
{
	CvScoreSummary *s = value;
	CvScoreSummary *packed;
	char	   *level;
	int64		n;
	bool		weighted;

	if (!s->growing)
		return s;
	level = settle(s, &n);
	check_levels(n);
	weighted = s->weighted && !all_whole((Level *) level, n);
	packed = new_summary(false, weighted, n, 0);
	packed->nlevels = n;
	if (weighted == s->weighted)
		memcpy(level_at(packed, 0), level, n * level_size(weighted));
	for (int64 i = 0; i < n && weighted != s->weighted; i++)
	{
		Level		next = ((Level *) level)[i];

		CV_BREATHE(i);
		next.count[0] /= CV_COUNT_ONE;
		next.count[1] /= CV_COUNT_ONE;
		write_level(level_at(packed, i), false, &next);
	}
	pfree(level);
	check_text_width(packed);
	return packed;
}

/* A growing summary with these levels, and room for more of them and for rows. */
static CvScoreSummary *
with_levels(const char *level, int64 n, bool weighted, int64 level_capacity, int64 raw_capacity)
{
	CvScoreSummary *s = new_summary(true, weighted, level_capacity, raw_capacity);

	s->nlevels = n;
	memcpy(level_at(s, 0), level, n * level_size(weighted));
	return s;
}

/* The same with other room, which is enough for what is there. */
static CvScoreSummary *
resize(const CvScoreSummary *s, int64 level_capacity, int64 raw_capacity)
{
	CvScoreSummary *copy = with_levels(level_at(s, 0), s->nlevels, s->weighted, level_capacity, raw_capacity);

	copy->nraw[0] = s->nraw[0];
	copy->nraw[1] = s->nraw[1];
	memcpy(raw_rows(copy), raw_rows(s), s->nraw[0] * sizeof(double));
	memcpy(raw_rows(copy) + raw_capacity - s->nraw[1], raw_rows(s) + s->raw_capacity - s->nraw[1],
		s->nraw[1] * sizeof(double));
	return copy;
}

/* Is it time to look whether scores repeat?  At every third doubling, so that it costs little when they do not. */
static bool
is_try(int64 raw_capacity)
{
	for (int64 at = FIRST_TRY; at <= raw_capacity; at *= 8)
	{
		if (at == raw_capacity)
			return true;
	}
	return raw_capacity >= MOST_RAW;
}

/* Rows become levels where that is less, else there is room for twice as many. */
static CvScoreSummary *
make_raw_room(const CvScoreSummary *s)
{
	int64		raw = s->nraw[0] + s->nraw[1];
	CvScoreSummary *roomier;
	char	   *level;
	int64		n;

	if (!is_try(s->raw_capacity))
		return resize(s, s->level_capacity, Max(8, s->raw_capacity * 2));
	level = settle(s, &n);
	if (n - s->nlevels > raw / 4 && s->raw_capacity < MOST_RAW)
		roomier = resize(s, s->level_capacity, s->raw_capacity * 2);
	else
	{
		check_levels(n);
		/* Not too often: what is there is copied each time. */
		raw = s->raw_capacity < n && s->raw_capacity < MOST_RAW ? s->raw_capacity * 2 : s->raw_capacity;
		roomier = with_levels(level, n, s->weighted, n, raw);
	}
	pfree(level);
	return roomier;
}

/* With these levels besides: at the end where there is room, else all are settled. */
static CvScoreSummary *
add_levels(CvScoreSummary *s, const char *level, int64 n)
{
	Size		size = level_size(s->weighted);
	CvScoreSummary joined;
	CvScoreSummary *all;
	CvScoreSummary *result;
	char	   *settled;
	int64		distinct;

	if (s->nlevels + n <= s->level_capacity)
	{
		memcpy(level_at(s, s->nlevels), level, n * size);
		s->nlevels += n;
		return s;
	}
	joined = *s;
	joined.nlevels = joined.level_capacity = s->nlevels + n;
	joined.nraw[0] = joined.nraw[1] = joined.raw_capacity = 0;
	all = cv_alloc(summary_size(s->weighted, joined.nlevels, 0));
	*all = joined;
	memcpy(level_at(all, 0), level_at(s, 0), s->nlevels * size);
	memcpy(level_at(all, s->nlevels), level, n * size);
	settled = settle(all, &distinct);
	pfree(all);
	check_levels(distinct);
	result = with_levels(settled, distinct, s->weighted, Min(Max(8, 2 * distinct), MOST_CAPACITY), s->raw_capacity);
	pfree(settled);
	result->nraw[0] = s->nraw[0];
	result->nraw[1] = s->nraw[1];
	memcpy(raw_rows(result), raw_rows(s), s->raw_capacity * sizeof(double));
	return result;
}

/* A growing summary in units of weight. */
static CvScoreSummary *
to_weighted(const CvScoreSummary *s)
{
	int64		n;
	char	   *level;
	CvScoreSummary *copy;

	level = settle(s, &n);
	check_levels(n);
	copy = new_summary(true, true, n, 0);
	copy->nlevels = n;
	for (int64 i = 0; i < n; i++)
	{
		Level		next = read_level(level + i * level_size(s->weighted), s->weighted);

		CV_BREATHE(i);
		if (!s->weighted)
		{
			next.count[0] *= CV_COUNT_ONE;
			next.count[1] *= CV_COUNT_ONE;
		}
		write_level(level_at(copy, i), true, &next);
	}
	pfree(level);
	return copy;
}

/* The state that a transition may write to: inside an aggregate what it was given, else a copy. */
static inline CvScoreSummary *
writable_state(FunctionCallInfo fcinfo)
{
	CvScoreSummary *s = get_summary(fcinfo, 0);

	if (likely(s->growing && cv_in_aggregate(fcinfo)))
		return s;
	return resize(s, s->nlevels, s->raw_capacity);
}

static inline Datum
add_row(FunctionCallInfo fcinfo, double score, bool event)
{
	CvScoreSummary *s = writable_state(fcinfo);

	if (unlikely(s->weighted))
	{
		Level		one = {score, {event ? 0 : CV_COUNT_ONE, event ? CV_COUNT_ONE : 0}};

		return cv_state_return(fcinfo, add_levels(s, (char *) &one, 1), &score_type);
	}
	if (unlikely(s->nraw[0] + s->nraw[1] == s->raw_capacity))
		s = make_raw_room(s);
	if (event)
		raw_rows(s)[s->raw_capacity - ++s->nraw[1]] = score;
	else
		raw_rows(s)[s->nraw[0]++] = score;
	return cv_state_return(fcinfo, s, &score_type);
}

static Datum
add_weighted_row(FunctionCallInfo fcinfo, double score, bool event)
{
	cv_int128	weight = cv_count_weight_arg(fcinfo, 3);
	Level		one = {score, {event ? 0 : weight, event ? weight : 0}};
	CvScoreSummary *s;

	if (weight == 0)
		PG_RETURN_DATUM(PG_GETARG_DATUM(0));
	s = writable_state(fcinfo);
	if (!s->weighted)
		s = to_weighted(s);
	return cv_state_return(fcinfo, add_levels(s, (char *) &one, 1), &score_type);
}

/* A score argument, without negative zero. */
static inline double
score_float8(FunctionCallInfo fcinfo)
{
	return cv_finite(PG_GETARG_FLOAT8(1), "score") + 0.0;
}

/* The same number as the server's cast gives, which takes the way of a text. */
static double
score_numeric(FunctionCallInfo fcinfo)
{
	CvDecimal	x;
	uint64		digits;
	int			groups;

	cv_decimal_from_numeric(PG_GETARG_DATUM(1), &x);
	groups = cv_decimal_fraction_groups(&x);
	/* Both are exact, so that their ratio is the nearest number. */
	if (likely(x.finite && groups <= 5 && cv_decimal_to_u64(&x, groups, UINT64CONST(1) << 53, &digits)))
	{
		static const double scale[] = {1, 1e4, 1e8, 1e12, 1e16, 1e20};
		double		score = (double) digits / scale[groups];

		return x.negative ? -score + 0.0 : score;
	}
	return cv_finite(DatumGetFloat8(DirectFunctionCall1(numeric_float8, PG_GETARG_DATUM(1))), "score") + 0.0;
}

/*
 * score_add(score_summary, score float8 or numeric, outcome boolean or bigint [, weight float8])
 *		-> score_summary
 *
 * Transition functions of score_agg: one row more.  Weight 0 is ignored.  Errors: 22023 for NaN and
 * infinity, an integer outcome other than 0 and 1, a weight that is neither 0 nor from 1e-9 to 1e9;
 * 54000 beyond 2^24 distinct scores.
 */
#define SCORE_ADD(name, add, score, integer) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		return add(fcinfo, score(fcinfo), cv_outcome_arg(fcinfo, 2, integer)); \
	}

SCORE_ADD(score_add_float8_boolean, add_row, score_float8, false)
SCORE_ADD(score_add_float8_integer, add_row, score_float8, true)
SCORE_ADD(score_add_numeric_boolean, add_row, score_numeric, false)
SCORE_ADD(score_add_numeric_integer, add_row, score_numeric, true)
SCORE_ADD(score_add_float8_boolean_weight, add_weighted_row, score_float8, false)
SCORE_ADD(score_add_float8_integer_weight, add_weighted_row, score_float8, true)
SCORE_ADD(score_add_numeric_boolean_weight, add_weighted_row, score_numeric, false)
SCORE_ADD(score_add_numeric_integer_weight, add_weighted_row, score_numeric, true)

/* With the rows of the other, that are not levels yet. */
static CvScoreSummary *
add_raw_rows(CvScoreSummary *s, const CvScoreSummary *other)
{
	int64		raw = s->nraw[0] + s->nraw[1] + other->nraw[0] + other->nraw[1];
	int64		capacity = Max(8, s->raw_capacity);

	while (capacity < raw)
		capacity *= 2;
	if (capacity > s->raw_capacity)
		s = resize(s, s->level_capacity, capacity);
	memcpy(raw_rows(s) + s->nraw[0], raw_rows(other), other->nraw[0] * sizeof(double));
	s->nraw[0] += other->nraw[0];
	s->nraw[1] += other->nraw[1];
	memcpy(raw_rows(s) + s->raw_capacity - s->nraw[1], raw_rows(other) + other->raw_capacity - other->nraw[1],
		other->nraw[1] * sizeof(double));
	return s;
}

PG_FUNCTION_INFO_V1(score_merge);

/*
 * score_merge(score_summary, score_summary) -> score_summary
 *
 * The rows of both: combine function, and transition function of rollup.  Errors: 54000 beyond 2^24
 * distinct scores, 22003 for counts beyond 1e15.
 */
Datum
score_merge(PG_FUNCTION_ARGS)
{
	CvScoreSummary *s = writable_state(fcinfo);
	CvScoreSummary *other = get_summary(fcinfo, 1);

	if (s->weighted != other->weighted)
	{
		s = s->weighted ? s : to_weighted(s);
		other = other->weighted ? other : to_weighted(other);
	}
	/* More rows than there is room for become levels. */
	if (s->nraw[0] + s->nraw[1] + other->nraw[0] + other->nraw[1] > MOST_RAW)
		other = pack(other);
	if (other->nraw[0] + other->nraw[1] > 0)
		s = add_raw_rows(s, other);
	if (other->nlevels > 0)
		s = add_levels(s, level_at(other, 0), other->nlevels);
	return cv_state_return(fcinfo, s, &score_type);
}

PG_FUNCTION_INFO_V1(score_pack);

/* score_pack(score_summary): final function, the form that is stored. */
Datum
score_pack(PG_FUNCTION_ARGS)
{
	PG_RETURN_POINTER(pack(get_summary(fcinfo, 0)));
}

/* Text form: v1 score:non-events:events ..., the scores rising; counts are decimals where rows have weights. */

/* A packed summary of these levels, which are in units. */
static CvScoreSummary *
from_units(const Level *level, int64 n)
{
	CvScoreSummary *s = with_levels((const char *) level, n, true, n, 0);

	return pack(s);
}

static Level
scan_level(const char *text, const char **at)
{
	Level		level;

	if (!cv_scan_double(at, &level.score))
		cv_bad_text(&score_type, text, "a score must be a finite decimal number");
	for (int k = 0; k < 2; k++)
	{
		if (!cv_scan_char(at, ':') || !cv_scan_count(at, &level.count[k]))
			cv_bad_text(&score_type, text, "a score must have two counts from 0 to 1e15 with at most 20 decimals");
	}
	if (level.count[0] == 0 && level.count[1] == 0)
		cv_bad_text(&score_type, text, "one of the counts must be above 0");
	return level;
}

PG_FUNCTION_INFO_V1(score_summary_in);

/* score_summary_in(cstring); errors: 22P02 with what is wrong, 54000 beyond 2^24 distinct scores. */
Datum
score_summary_in(PG_FUNCTION_ARGS)
{
	char	   *text = PG_GETARG_CSTRING(0);
	const char *at = text + 2;
	StringInfoData levels;
	double		last = -INFINITY;

	initStringInfo(&levels);
	if (strncmp(text, "v1", 2) != 0)
		cv_bad_text(&score_type, text, "it must begin with v1");
	while (*at == ' ')
	{
		Level		level;

		CHECK_FOR_INTERRUPTS();
		at++;
		level = scan_level(text, &at);
		if (!(level.score > last))
			cv_bad_text(&score_type, text, "scores must rise");
		last = level.score;
		appendBinaryStringInfo(&levels, (char *) &level, sizeof(level));
	}
	if (*at != '\0')
		cv_bad_text(&score_type, text, "scores must be separated by one space");
	check_levels(levels.len / sizeof(Level));
	PG_RETURN_POINTER(from_units((Level *) levels.data, levels.len / sizeof(Level)));
}

PG_FUNCTION_INFO_V1(score_summary_out);

/* score_summary_out(score_summary): the same under every setting. */
Datum
score_summary_out(PG_FUNCTION_ARGS)
{
	CvScoreSummary *s = pack(get_summary(fcinfo, 0));
	StringInfoData out;

	initStringInfo(&out);
	appendStringInfoString(&out, "v1");
	for (int64 i = 0; i < s->nlevels; i++)
	{
		CHECK_FOR_INTERRUPTS();
		print_level(&out, s, i);
	}
	PG_RETURN_CSTRING(out.data);
}

PG_FUNCTION_INFO_V1(score_summary_send);

/*
 * score_summary_send(score_summary): bytes of version and weighted, the number of levels, and of each the score and two
 * counts: eight bytes, or, weighted, 16 of units.
 */
Datum
score_summary_send(PG_FUNCTION_ARGS)
{
	CvScoreSummary *s = pack(get_summary(fcinfo, 0));
	StringInfoData buf;

	pq_begintypsend(&buf);
	pq_sendbyte(&buf, CV_SCORE_VERSION);
	pq_sendbyte(&buf, s->weighted);
	pq_sendint64(&buf, s->nlevels);
	for (int64 i = 0; i < s->nlevels; i++)
	{
		Level		level = read_level(level_at(s, i), s->weighted);

		CV_BREATHE(i);
		pq_sendfloat8(&buf, level.score);
		for (int k = 0; k < 2; k++)
		{
			if (s->weighted)
				pq_sendint64(&buf, (int64) (level.count[k] >> 64));
			pq_sendint64(&buf, (int64) (uint64) level.count[k]);
		}
	}
	PG_RETURN_BYTEA_P(pq_endtypsend(&buf));
}

/* A count of the binary form, in units. */
static cv_int128
receive_count(StringInfo buf, bool weighted)
{
	cv_int128	count = weighted ? (cv_int128) pq_getmsgint64(buf) : 0;

	if (weighted)
		return (cv_int128) ((cv_uint128) count << 64 | (uint64) pq_getmsgint64(buf));
	count = pq_getmsgint64(buf);
	return count < 0 || count > CV_COUNT_ROWS ? -1 : count * CV_COUNT_ONE;
}

PG_FUNCTION_INFO_V1(score_summary_recv);

/* score_summary_recv(internal): see score_summary_send.  Errors: 22P03. */
Datum
score_summary_recv(PG_FUNCTION_ARGS)
{
	StringInfo	buf = (StringInfo) PG_GETARG_POINTER(0);
	bool		weighted;
	int64		n;
	Level	   *level;

	if (pq_getmsgbyte(buf) != CV_SCORE_VERSION)
		cv_bad_binary("score_summary", "Its version is unknown.");
	weighted = pq_getmsgbyte(buf) != 0;
	n = pq_getmsgint64(buf);
	/* Nothing large is made of little. */
	if (n < 0 || n > CV_SCORE_MOST_LEVELS || n * (weighted ? 40 : 24) != buf->len - buf->cursor)
		cv_bad_binary("score_summary", "Its length does not fit its number of scores.");
	level = cv_alloc(n * sizeof(Level));
	for (int64 i = 0; i < n; i++)
	{
		CV_BREATHE(i);
		level[i].score = pq_getmsgfloat8(buf) + 0.0;
		if (!isfinite(level[i].score) || (i > 0 && !(level[i].score > level[i - 1].score)))
			cv_bad_binary("score_summary", "Its scores must be finite and rise.");
		for (int k = 0; k < 2; k++)
			level[i].count[k] = receive_count(buf, weighted);
		if (level[i].count[0] < 0 || level[i].count[1] < 0 || level[i].count[0] > CV_COUNT_LIMIT ||
			level[i].count[1] > CV_COUNT_LIMIT || level[i].count[0] + level[i].count[1] == 0)
			cv_bad_binary("score_summary", "Its counts must be from 0 to 1e15, and one of each score above 0.");
	}
	PG_RETURN_POINTER(from_units(level, n));
}

CV_COMPARE(score_summary_send, score_summary_cmp, score_summary_eq, score_summary_ne, score_summary_lt,
		   score_summary_le, score_summary_gt, score_summary_ge, score_summary_hash, score_summary_hash_extended)

/* The levels of rows that have none yet: all of a summary whose scores do not repeat. */
static int64
merge_raw(Reader *r, double *score, double *const *count)
{
	int64		n = 0;

	while (r->raw[0] < r->raw_end[0] || r->raw[1] < r->raw_end[1])
	{
		bool		first = r->raw[1] == r->raw_end[1] || (r->raw[0] < r->raw_end[0] && *r->raw[0] <= *r->raw[1]);

		CV_BREATHE(n);
		score[n] = first ? *r->raw[0] : *r->raw[1];
		count[0][n] = (double) count_equal(&r->raw[0], r->raw_end[0], score[n]);
		count[1][n] = (double) count_equal(&r->raw[1], r->raw_end[1], score[n]);
		n++;
	}
	return n;
}

static int64
merge_all(Reader *r, double *score, double *const *count)
{
	int64		n = 0;
	Level		level;

	for (; next_level(r, &level); n++)
	{
		CV_BREATHE(n);
		score[n] = level.score;
		for (int k = 0; k < 2; k++)
			count[k][n] = r->weighted ? cv_count_value(level.count[k]) : (double) level.count[k];
	}
	return n;
}

/* The summary to calculate with. */
CvCurve
cv_score_curve(FunctionCallInfo fcinfo, int argno)
{
	CvScoreSummary *s = get_summary(fcinfo, argno);
	Reader		r = begin_reading(s);
	int64		most = s->nlevels + s->nraw[0] + s->nraw[1];
	double	   *score = cv_alloc(most * sizeof(double));
	double	   *count[2] = {cv_alloc(most * sizeof(double)), cv_alloc(most * sizeof(double))};
	CvCurve		c = {0, score, {count[0], count[1]}, {0, 0}};

	c.n = s->nlevels == 0 ? merge_raw(&r, score, count) : merge_all(&r, score, count);
	end_reading(&r);
	for (int64 i = 0; i < c.n; i++)
	{
		c.total[0] += count[0][i];
		c.total[1] += count[1][i];
	}
	return c;
}

/* The same where scores must be probabilities. */
CvCurve
cv_probability_curve(FunctionCallInfo fcinfo, int argno)
{
	CvCurve		c = cv_score_curve(fcinfo, argno);

	if (c.n > 0 && (c.score[0] < 0 || c.score[c.n - 1] > 1))
		ereport(ERROR,
				(errcode(ERRCODE_INVALID_PARAMETER_VALUE),
				 errmsg("score must be a probability from 0 to 1, not %s",
						cv_float8_text(c.score[0] < 0 ? c.score[0] : c.score[c.n - 1])),
				 errhint("auc and ks_stat take any score; a logit x becomes a probability by 1 / (1 + exp(-x)).")));
	return c;
}
