/*
 * names.h - distinct names, numbered from 0, as a part of a packed value: items, segments.
 */
#ifndef CV_NAMES_H
#define CV_NAMES_H

#include "pg/pg.h"

#include "common/hashfn.h"
#include "num/mix.h"

/*
 * The arrays are parts of the value.  While it grows, capacity is a power of two and slot[], a hash table of 2 *
 * capacity numbers, finds a name; its seed is unknown to whoever chooses the names.  In what is stored the names are
 * in order of their bytes, and are found by halving.
 */
typedef struct CvNames
{
	uint32		n;
	uint32		capacity;
	uint32		bytes_capacity;
	uint32	   *end;			/* of each name, in bytes */
	char	   *bytes;
	uint32	   *slot;
	uint64		seed;
} CvNames;

#define CV_NO_NAME PG_UINT32_MAX	/* in a slot: none */

static inline uint32
cv_names_length(const CvNames *names)
{
	return names->n > 0 ? names->end[names->n - 1] : 0;
}

/* Name i and its length in bytes. */
static inline const char *
cv_names_get(const CvNames *names, uint32 i, int *length)
{
	uint32		start = i > 0 ? names->end[i - 1] : 0;

	*length = (int) (names->end[i] - start);
	return names->bytes + start;
}

/* Is there room for another name of this length? */
static inline bool
cv_names_room(const CvNames *names, int length)
{
	return names->n < names->capacity && (Size) cv_names_length(names) + length <= names->bytes_capacity;
}

/* A name of up to 16 bytes as two words; a name of the same length has others. */
typedef struct CvNameWords
{
	uint64		first;
	uint64		last;
} CvNameWords;

#define CV_NAME_WORDS ((int) sizeof(CvNameWords))

static inline CvNameWords
cv_name_words(const char *name, int length)
{
	CvNameWords words = {0, 0};
	uint32		half;

	if (length >= (int) sizeof(uint64))
	{
		memcpy(&words.first, name, sizeof(uint64));
		memcpy(&words.last, name + length - sizeof(uint64), sizeof(uint64));
	}
	else if (length >= (int) sizeof(uint32))
	{
		memcpy(&half, name, sizeof(uint32));
		words.first = half;
		memcpy(&half, name + length - sizeof(uint32), sizeof(uint32));
		words.last = half;
	}
	else if (length > 0)
		words.first = (uint8) name[0] | (uint8) name[length / 2] << 8 | (uint8) name[length - 1] << 16;
	return words;
}

/* Its place in a hash table whose seed nobody knows who chooses the names. */
static inline uint32
cv_name_hash(const char *name, int length, uint64 seed)
{
	CvNameWords words;

	if (length > CV_NAME_WORDS)
		return (uint32) hash_bytes_extended((const unsigned char *) name, length, seed);
	words = cv_name_words(name, length);
	return (uint32) cv_mix(cv_mix(words.first ^ seed) ^ words.last);
}

/* Are two names of the same length the same? */
static inline bool
cv_name_equals(const char *a, const char *b, int length)
{
	CvNameWords x;
	CvNameWords y;

	if (length > CV_NAME_WORDS)
		return memcmp(a, b, length) == 0;
	x = cv_name_words(a, length);
	y = cv_name_words(b, length);
	return x.first == y.first && x.last == y.last;
}

/* A name that is to find its place. */
typedef struct CvPlacedName
{
	const char *name;
	int			length;
	uint32		number;
} CvPlacedName;

extern uint64 cv_names_seed(void);
extern void cv_names_sort(CvPlacedName *placed, uint32 n);
extern uint32 *cv_names_slot(const CvNames *names, const char *name, int length);
extern void cv_names_append(CvNames *names, const char *name, int length);
extern void cv_names_copy(CvNames *to, const CvNames *from);
extern uint32 *cv_names_rank(const CvNames *names);
extern void cv_names_copy_ranked(CvNames *to, const CvNames *from, const uint32 *rank);
extern int64 cv_names_find(const CvNames *names, const char *name, int length);
extern int	cv_names_compare(const char *a, int na, const char *b, int nb);
extern bool cv_names_valid(const CvNames *names);
extern uint32 cv_names_doubled(uint32 capacity, Size wanted, uint32 least);

/* A name in quotes in a text form, with \ before " and \. */
extern void cv_print_name(struct StringInfoData *out, const char *name, int length);
extern const char *cv_scan_name(const char *at, struct StringInfoData *name);

#endif							/* CV_NAMES_H */
