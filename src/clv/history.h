/*
 * history.h - purchase_history: the days on which a customer bought, and for how much.
 */
#ifndef CV_HISTORY_H
#define CV_HISTORY_H

#include "pg/fixed.h"
#include "pg/state.h"

/*
 * Growing, inside an aggregate: the rows as they came, capacity of them: the sum of
 * absolute amounts, the amounts, the days.  Packed, to be stored: the days in order, each once, as the
 * distance from the one before with its amount, in bytes of seven bits; about six bytes a
 * purchase; capacity is the number of bytes.  Equal histories give equal bytes, however they
 * were split and merged.
 */
typedef struct CvHistory
{
	int32		vl_len_;
	uint8		version;
	bool		growing;
	int16		groups;			/* amounts are kept times 10000^groups */
	int32		n;
	int32		capacity;
} CvHistory;

#define CV_HISTORY_VERSION 1

/* A day is twice the days since 0001-01-01, and 1 more where there were returns only. */
#define CV_HISTORY_RETURNS 1

/* The history at work: days in order, each once. */
typedef struct CvPurchases
{
	int32		n;
	int32	   *day;
	CvFixed		amount;
} CvPurchases;

extern CvHistory *cv_history_get(Datum value);
extern CvPurchases cv_history_purchases(const CvHistory *h);

#endif							/* CV_HISTORY_H */
