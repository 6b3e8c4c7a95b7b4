/*
 * concentration.h - concentration_summary: the values of all customers, exactly.
 */
#ifndef CV_CONCENTRATION_H
#define CV_CONCENTRATION_H

#include "pg/fixed.h"
#include "pg/state.h"

/*
 * Growing, inside an aggregate: 128-bit numbers in the order they came, capacity of them,
 * a power of two.  Packed, to be stored: sorted, each distinct value as the distance from
 * the one before and how often it occurs, both in bytes of seven bits; about five bytes a
 * customer; capacity is the number of bytes.  Equal values give equal bytes, however they
 * were split and merged.
 */
typedef struct CvConcentration
{
	int32		vl_len_;
	uint8		version;
	bool		growing:1;
	bool		exact:1;		/* of numeric or bigint columns, or made from text without ~ */
	int16		groups;			/* values are kept times 10000^groups */
	double		fraction;		/* of top_share and bottom_share; negative: none */
	int64		n;				/* values */
	int64		capacity;
	cv_int128	volume;			/* growing: sum of absolute values */
} CvConcentration;

#define CV_CONCENTRATION_VERSION 1

/* The values at work: rising, with the sums that every measure needs. */
typedef struct CvValues
{
	int64		n;
	CvFixed		column;
	cv_int128	gains;			/* sum of the positive ones */
	cv_int128	losses;			/* sum of the negative ones, 0 or below */
} CvValues;

extern CvConcentration *cv_concentration_get(Datum value);
extern CvValues cv_concentration_values(const CvConcentration *c);

/* The values of a summary that is an argument, to be freed: one query may have many measures of many customers. */
extern CvValues cv_concentration_values_arg(FunctionCallInfo fcinfo, int argno);

#endif							/* CV_CONCENTRATION_H */
