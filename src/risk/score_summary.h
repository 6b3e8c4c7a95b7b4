/*
 * score_summary.h - score_summary: which scores there are, and how many non-events and events each has.
 */
#ifndef CV_RISK_SCORE_SUMMARY_H
#define CV_RISK_SCORE_SUMMARY_H

#include "pg/state.h"

#include "risk/core/curve.h"

/*
 *	+------+--------------------------------+----------------------------------------+
 *	| head | level[level_capacity]          | double raw[raw_capacity]               |
 *	|      | score, non-events, events ...  | non-events ->    (room)     <- events  |
 *	+------+--------------------------------+----------------------------------------+
 *
 * A level is a score and two counts: int64 each, or, weighted, units of risk/counts.h, 128 bits
 * each.
 *
 * Packed, the form that is stored: the levels rise, none is empty, there is no spare room and no
 * raw row; it is weighted only when a count is no whole number.  Equal rows are equal bytes,
 * however they were split and merged.  24 bytes (40) a distinct score.
 *
 * Growing: levels in any order, also several of one score, and single rows as they came.  Eight
 * bytes a row until it is known that scores repeat.
 */
typedef struct CvScoreSummary
{
	int32		vl_len_;
	uint8		version;
	bool		growing;
	bool		weighted;
	uint8		unused;
	int64		nlevels;
	int64		level_capacity;
	int64		nraw[2];
	int64		raw_capacity;
} CvScoreSummary;

#define CV_SCORE_VERSION 1
#define CV_SCORE_MOST_LEVELS (INT64CONST(1) << 24)

extern CvCurve cv_score_curve(FunctionCallInfo fcinfo, int argno);
extern CvCurve cv_probability_curve(FunctionCallInfo fcinfo, int argno);

#endif							/* CV_RISK_SCORE_SUMMARY_H */
