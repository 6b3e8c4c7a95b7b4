/*
 * dated.h - exact amounts by day, as one value: what was paid and when.
 *
 * Amounts of one day are one.  A day with amounts below 0 only, on which money was paid back, is told from one on
 * which something was paid, though both may add up to less than 0.
 */
#ifndef CV_DATED_H
#define CV_DATED_H

#include "pg/fixed.h"
#include "pg/state.h"
#include "utils/date.h"

/*
 * Growing, inside an aggregate: the rows as they came, capacity of them: the sum of absolute amounts, the amounts, the
 * days.  Amounts take 8 bytes as long as their sum fits into them, and then 16.  Four rows are 72 bytes: most values
 * have no more, and to move them takes longer than to have room for them from the start.  Packed, to be stored: the
 * days in order, each once, as the distance from the one before with its amount, in bytes of seven bits; about six
 * bytes a day; capacity is the number of bytes.  Equal values are equal bytes, however they were split and merged.
 */
typedef struct CvDated
{
	int32		vl_len_;
	uint8		version;
	uint8		form;			/* how it grows, or 0; CV_DATED_PROFIT */
	int16		groups;			/* amounts are kept times 10000^groups */
	int32		n;
	int32		capacity;
} CvDated;

#define CV_DATED_VERSION 1

/* How a growing value has its amounts, */
#define CV_DATED_WIDE 1			/* 16 bytes each, */
#define CV_DATED_NARROW 4		/* or 8 */
#define CV_DATED_GROWING (CV_DATED_WIDE | CV_DATED_NARROW)
/* and what they are: profit, which below 0 is not money paid back. */
#define CV_DATED_PROFIT 2

/* A day is twice the days since 0001-01-01, and 1 more where money was paid back only. */
#define CV_DATED_BACK 1

#define CV_FIRST_DAY (-730119)	/* 0001-01-01, as a date counts */
#define CV_LAST_DAY 2921939		/* 9999-12-31 */

/* The value at work: days in order, each once. */
typedef struct CvDatedAmounts
{
	int32		n;
	int32	   *day;
	CvFixed		amount;
	bool		profit;
} CvDatedAmounts;

/* How does it grow?  0: it is packed. */
static inline int
cv_dated_growing(const CvDated *h)
{
	return h->form & CV_DATED_GROWING;
}

static inline bool
cv_dated_is_profit(const CvDated *h)
{
	return (h->form & CV_DATED_PROFIT) != 0;
}

/* The day of an amount as date has it. */
static inline DateADT
cv_dated_date(int32 day)
{
	return day / 2 + CV_FIRST_DAY;
}

/*
 * A room that reads such a type describes it by its name; the one that owns it adds its text form and how it is
 * packed.
 */
#define CV_DATED_TYPE(name, form, pack) {name, form, CV_DATED_VERSION, sizeof(CvDated), cv_dated_fits, pack}

/* The days of a packed value one by one, where no list of them is needed. */
typedef struct CvDatedReader
{
	const CvStateType *type;
	const uint8 *at;
	const uint8 *end;
	int32		left;			/* days that are still to come */
	int32		day;
	cv_int128	amount;
	bool		profit;
} CvDatedReader;

extern CvDatedReader cv_dated_read(const CvStateType *type, const CvDated *packed);
extern bool cv_dated_next(CvDatedReader *reader);

extern bool cv_dated_fits(const void *value);
extern CvDated *cv_dated_new(const CvStateType *type, int form, int64 capacity);

/*
 * A growing copy with room for more rows; wide if it must be.  And rows behind those of a growing value that has room
 * for them; false where it must be wide first.  Errors: 54000 for amounts that need more than 32 digits together.
 */
extern CvDated *cv_dated_grown(const CvStateType *type, const CvDated *h, int64 more, bool wide);
extern bool cv_dated_append(CvDated *h, int32 day, const CvDecimal *amount);
extern bool cv_dated_append_rows(CvDated *h, const CvDatedAmounts *other);
extern CvDatedAmounts cv_dated_rows(const CvStateType *type, const CvDated *h);
extern CvDatedAmounts cv_dated_amounts(const CvStateType *type, const CvDated *h);
extern CvDated *cv_dated_pack(const CvStateType *type, CvDated *h);
extern void cv_dated_free(CvDatedAmounts *p);
extern bool cv_dated_well_formed(const CvDated *packed);

/* A date as text, YYYY-MM-DD; and as an argument, from year 1 to 9999. */
extern bool cv_scan_date(const char **at, DateADT *date);
extern void cv_print_date(struct StringInfoData *out, DateADT date);
extern char *cv_date_text(DateADT date);
extern DateADT cv_date_arg(FunctionCallInfo fcinfo, int argno, const char *name);

#endif							/* CV_DATED_H */
