/*
 * sums.h - a few exact sums as one value: churn_summary, mrr_summary and ratio_summary.
 *
 *	+------+--------------------
 *	| head | sums, 16 bytes each
 *	+------+--------------------
 *
 * Sums are kept times 10000^groups, which is as small as it can be in what is stored.  Parameters are the same for
 * all rows, once there are some.  Fixed size: about 100 to 250 bytes.
 */
#ifndef CV_SUMS_H
#define CV_SUMS_H

#include "pg/fixed.h"
#include "pg/state.h"

#define CV_SUMS_MOST 12
#define CV_SUMS_PARAMS 2

typedef struct CvSums
{
	int32		vl_len_;
	uint8		version;
	uint8		n;
	bool		has_params;
	uint8		unused;
	int32		groups;
	int32		param[CV_SUMS_PARAMS];
	cv_int128	volume;			/* sum of absolute values */
	cv_int128	sum[FLEXIBLE_ARRAY_MEMBER];
} CvSums;

typedef struct CvSumsType
{
	CvStateType state;
	int			n;				/* sums */
	bool		dates;			/* are there parameters, which are dates? */
	const char *(*check) (const CvSums *sums);
	const char *params;			/* hint where they differ */
} CvSumsType;

extern bool cv_sums_fits(const void *value);
extern void *cv_sums_pack(void *value);
extern CvSums *cv_sums_get(Datum value, const CvSumsType *type);
extern CvSums *cv_sums_writable(FunctionCallInfo fcinfo, const CvSumsType *type);
extern void cv_sums_set_params(CvSums *s, const CvSumsType *type, int32 a, int32 b);
extern void cv_sums_add(CvSums *s, int i, const CvDecimal *x);
extern void cv_sums_count(CvSums *s, int i, int64 x);
extern int64 cv_sums_read_count(const CvSums *s, int i);
extern Numeric cv_sums_numeric(const CvSums *s, cv_int128 units);

extern Datum cv_sums_in(FunctionCallInfo fcinfo, const CvSumsType *type);
extern Datum cv_sums_out(FunctionCallInfo fcinfo, const CvSumsType *type);
extern Datum cv_sums_recv(FunctionCallInfo fcinfo, const CvSumsType *type);
extern Datum cv_sums_send(FunctionCallInfo fcinfo, const CvSumsType *type);
extern Datum cv_sums_merge(FunctionCallInfo fcinfo, const CvSumsType *type);

/* The functions of such a type. */
#define CV_SUMS_TYPE(type, in, out, recv, send, merge, pack) \
	PG_FUNCTION_INFO_V1(in); \
	PG_FUNCTION_INFO_V1(out); \
	PG_FUNCTION_INFO_V1(recv); \
	PG_FUNCTION_INFO_V1(send); \
	PG_FUNCTION_INFO_V1(merge); \
	PG_FUNCTION_INFO_V1(pack); \
	Datum \
	in(PG_FUNCTION_ARGS) \
	{ \
		return cv_sums_in(fcinfo, &type); \
	} \
	Datum \
	out(PG_FUNCTION_ARGS) \
	{ \
		return cv_sums_out(fcinfo, &type); \
	} \
	Datum \
	recv(PG_FUNCTION_ARGS) \
	{ \
		return cv_sums_recv(fcinfo, &type); \
	} \
	Datum \
	send(PG_FUNCTION_ARGS) \
	{ \
		return cv_sums_send(fcinfo, &type); \
	} \
	Datum \
	merge(PG_FUNCTION_ARGS) \
	{ \
		return cv_sums_merge(fcinfo, &type); \
	} \
	Datum \
	pack(PG_FUNCTION_ARGS) \
	{ \
		PG_RETURN_POINTER(cv_sums_pack(cv_sums_get(PG_GETARG_DATUM(0), &type))); \
	}

#endif							/* CV_SUMS_H */
