/*
 * drivers.h - tables of what changed, by name.
 */
#ifndef CV_PROFIT_DRIVERS_H
#define CV_PROFIT_DRIVERS_H

#include "profit/ledger.h"

/* Sums of a column, in units of a scale that is fine enough for them, as numbers of that scale. */
extern cv_int128 cv_scaled_sum(const CvLedger *ledger, uint32 i, int column, int scale);
extern Datum cv_scaled_datum(cv_int128 units, int scale);

/* The rows of contribution_table, or the k largest changes and the rest in one row. */
extern void cv_put_changes(FunctionCallInfo fcinfo, const CvLedger *ledger, int old_column, int new_column, uint32 k,
						   bool largest);

#endif							/* CV_PROFIT_DRIVERS_H */
