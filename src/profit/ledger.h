/*
 * ledger.h - exact sums by name: what each segment or item brought, before and now.
 */
#ifndef CV_LEDGER_H
#define CV_LEDGER_H

#include "pg/decimal.h"
#include "pg/names.h"
#include "pg/state.h"

/*
 * One flat value.  Behind the head follow, each as long as its capacity:
 *
 *	sum[]	16 bytes each: the columns of a name, one name after the other
 *	end[]	4 bytes a name: where it ends
 *	slot[]	(growing only) hash table of the names, 8 bytes each
 *	bytes	the names
 *
 * Growing, names are in the order they came, and capacities are powers of two.  Packed, they are in order of their
 * bytes, the sums of a column on the smallest power of 10000 that holds them; equal ledgers are equal bytes.  Sums
 * are below 10^36.
 */
#define CV_LEDGER_COLUMNS 4

typedef struct CvLedger
{
	int32		vl_len_;
	uint8		version;
	bool		growing;
	uint8		columns;		/* of the type; 2 or 4 */
	uint8		unused;
	uint8		groups[CV_LEDGER_COLUMNS];	/* sums of a column are kept times 10000^groups */
	uint32		n;
	uint32		capacity;
	uint32		bytes_length;
	uint32		bytes_capacity;
	uint32		unused2;
	uint64		seed;
} CvLedger;

#define CV_LEDGER_GROUPS 8		/* most groups of decimals of a sum */

/* What the types that are ledgers differ in. */
typedef struct CvLedgerKind
{
	const CvStateType *type;
	uint8		columns;
	const char *column[CV_LEDGER_COLUMNS];	/* for messages */
	bool		natural[CV_LEDGER_COLUMNS]; /* never below 0 */
	const char *(*complaint) (const CvLedger *ledger);	/* about a value that came in; may be NULL */
} CvLedgerKind;

extern bool cv_ledger_fits(const void *value);
extern void *cv_ledger_pack(void *value);

extern CvLedger *cv_ledger_get(Datum value, const CvLedgerKind *kind);
extern CvLedger *cv_ledger_packed(Datum value, const CvLedgerKind *kind);
/* Errors: 22004 where argument 1, the label of a row with an amount, is NULL. */
extern void cv_ledger_check_label(FunctionCallInfo fcinfo, const char *name);
extern CvLedger *cv_ledger_writable(FunctionCallInfo fcinfo, const CvLedgerKind *kind);
extern uint32 cv_ledger_intern(CvLedger **ledger, const char *name, int length);
extern void cv_ledger_add(CvLedger *ledger, const CvLedgerKind *kind, uint32 i, int column, const CvDecimal *x);
extern CvNames cv_ledger_names(const CvLedger *ledger);
extern cv_int128 *cv_ledger_sums(const CvLedger *ledger, uint32 i);
extern text *cv_ledger_name_text(const CvLedger *ledger, uint32 i);
extern int	cv_ledger_decimals(const CvLedger *ledger, int column);

extern Datum cv_ledger_merge(FunctionCallInfo fcinfo, const CvLedgerKind *kind);
extern Datum cv_ledger_in(FunctionCallInfo fcinfo, const CvLedgerKind *kind);
extern Datum cv_ledger_out(FunctionCallInfo fcinfo, const CvLedgerKind *kind);
extern Datum cv_ledger_recv(FunctionCallInfo fcinfo, const CvLedgerKind *kind);
extern Datum cv_ledger_send(FunctionCallInfo fcinfo, const CvLedgerKind *kind);

#endif							/* CV_LEDGER_H */
