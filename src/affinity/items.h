/*
 * items.h - items, text or bigint: taken from arrays, kept as names, printed and read.
 */
#ifndef CV_ITEMS_H
#define CV_ITEMS_H

#include "pg/names.h"

#include "utils/array.h"

typedef enum CvItemKind
{
	CV_ITEMS_NONE,				/* nothing yet */
	CV_ITEMS_TEXT,
	CV_ITEMS_BIGINT
} CvItemKind;

/* A bigint is kept as eight bytes whose order is that of the numbers. */
#define CV_ITEM_BYTES 8

typedef struct CvItemBytes
{
	char		byte[CV_ITEM_BYTES];
} CvItemBytes;

extern CvItemBytes cv_item_of_int64(int64 number);
extern int64 cv_item_to_int64(const char *name);

/* The items of an array, one after the other, without NULL. */
typedef struct CvItems
{
	CvItemKind	kind;
	const char *at;
	const uint8 *nulls;			/* NULL: there are none */
	int			i;
	int			n;
	CvItemBytes number;
} CvItems;

extern CvItems cv_items_of(ArrayType *array, CvItemKind kind, const char *argument);
extern const char *cv_items_next(CvItems *items, int *length);

/* An item argument, text or bigint as the kind says. */
extern const char *cv_item_arg(FunctionCallInfo fcinfo, int argno, CvItemKind kind, CvItemBytes *number, int *length);

/* 22023 where a value has items of the other kind. */
extern void cv_check_item_kind(CvItemKind kept, CvItemKind given);

/* An item as text, and as its own type. */
extern text *cv_item_text(CvItemKind kind, const CvNames *names, uint32 item);
extern Datum cv_item_datum(CvItemKind kind, const CvNames *names, uint32 item);

/* Items in text form: a word for the kind, and each of them. */
extern const char *const cv_item_kinds[];
extern CvItemKind cv_scan_item_kind(const char **at);
extern void cv_print_item(struct StringInfoData *out, CvItemKind kind, const char *name, int length);
extern const char *cv_scan_item(const char *at, CvItemKind kind, struct StringInfoData *name);

/* The same in binary form. */
extern void cv_send_item(struct StringInfoData *buf, CvItemKind kind, const char *name, int length);
extern void cv_receive_item(struct StringInfoData *buf, CvItemKind kind, const char *type, struct StringInfoData *name);

#endif							/* CV_ITEMS_H */
