/*
 * memo.h - what a function worked out for rows before.
 *
 * What a model says of a customer depends on few numbers, and days repeat: of a million customers many have the same.
 * A memo belongs to one call in one query, is bounded, and forgets what is overwritten; values are those that would be
 * worked out again.
 */
#ifndef CV_MEMO_H
#define CV_MEMO_H

#include "clv/model.h"

#define CV_MEMO_KEYS 4

typedef struct CvMemo CvMemo;

/* The memo of this call for this model; NULL in the first calls, of which there may be no more. */
extern CvMemo *cv_memo(FunctionCallInfo fcinfo, const CvModel *model);

/* Where the value of these keys is, or is to be written when it is not known. */
extern double *cv_memo_place(CvMemo *memo, const double *key, bool *known);

#endif							/* CV_MEMO_H */
