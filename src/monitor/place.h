/*
 * place.h - where a row stands in a series: its t, of one of several types, as a number to sort by.
 */
#ifndef CV_MONITOR_PLACE_H
#define CV_MONITOR_PLACE_H

#include "pg/rows.h"

/* The type of t; part of what is stored. */
typedef enum CvPlace
{
	CV_PLACE_BIGINT,
	CV_PLACE_DATE,
	CV_PLACE_TIMESTAMP,
	CV_PLACE_TIMESTAMPTZ,
	CV_PLACES
} CvPlace;

/* The argument as a number, exactly; 22023 where it is infinite or, as an integer or in microseconds, beyond 2^53. */
extern double cv_place_arg(FunctionCallInfo fcinfo, int argno, CvPlace type);

/* For messages. */
extern char *cv_place_text(double t, CvPlace type);

/* Rows, sorted by their first number, t; 22023 where two have the same one. */
extern double *cv_sorted_places(const CvRows *rows, CvPlace type);

#endif							/* CV_MONITOR_PLACE_H */
