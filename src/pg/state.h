/*
 * state.h - the life of a packed value: a summary, a history, a network or a model, stored in a table or growing in an
 * aggregate.
 *
 *	 0        4        5
 *	+--------+--------+------------------------------------------
 *	| length | version| what the type keeps
 *	+--------+--------+------------------------------------------
 *
 * The state of an aggregate is the type that it returns.  Inside an aggregate a transition changes its state in place
 * and returns a larger one, in the current memory context, where it needs room; outside it works on a copy, and what
 * it returns is in the form that is stored.
 *
 * Two values are equal when they are sent in the same bytes, which are canonical: no spare room, everything in order,
 * in the newest format.  That is what =, a hash and the order of a B-tree go by.
 */
#ifndef CV_STATE_H
#define CV_STATE_H

#include "pg/pg.h"

typedef struct CvStateHead
{
	int32		vl_len_;
	uint8		version;
} CvStateHead;

/* What the functions of a type have in common. */
typedef struct CvStateType
{
	const char *name;			/* in SQL, for messages */
	const char *form;			/* of its text, for messages */
	uint8		version;		/* that is written */
	Size		head;			/* bytes that every value has */
	bool		(*fits) (const void *value);	/* do its size and its lengths fit each other? */
	void	   *(*pack) (void *value);	/* the form that is stored; NULL where there is no other */
} CvStateType;

/* 22P02: the text form of a type is not what its output function writes; XX001: nor are the bytes that are stored. */
extern void cv_bad_text(const CvStateType *type, const char *text, const char *detail);
extern void cv_bad_value(const CvStateType *type);

/* 22P03: the binary form of a type is not what its send function writes. */
extern void cv_bad_binary(const char *type, const char *detail);

/*
 * What is stored must be dumped one day, as a line of text that PostgreSQL limits to 1 GB.  54000 where a
 * value would take more than this.
 */
#define CV_TEXT_LIMIT ((Size) 1000 * 1024 * 1024)

extern void cv_check_text_size(const char *type, Size size, const char *hint);

/* The value in a Datum; what cannot have come from our own functions is refused. */
static inline void *
cv_state_get(Datum value, const CvStateType *type)
{
	struct varlena *v = (struct varlena *) DatumGetPointer(value);

	if (unlikely(!VARATT_IS_4B_U(v)))
		v = PG_DETOAST_DATUM(value);
	if (unlikely(VARSIZE(v) < type->head || ((CvStateHead *) v)->version > type->version || !type->fits(v)))
		cv_bad_value(type);
	return v;
}

/* Room for a value of this size, its first bytes zero; 54000 where it is larger than it may be. */
extern void *cv_state_new(const CvStateType *type, Size size, Size zeros);

/* May a transition change its state in place? */
static inline bool
cv_in_aggregate(FunctionCallInfo fcinfo)
{
	return AggCheckCallContext(fcinfo, NULL) != 0;
}

/* What a transition returns: in an aggregate the state, else the form that is stored. */
extern Datum cv_state_return(FunctionCallInfo fcinfo, void *value, const CvStateType *type);

/*
 * The functions behind the operators and operator classes of a type, in the order of this list, given the function that
 * sends it.
 */
extern int	cv_compare_sent(FunctionCallInfo fcinfo, PGFunction send);
extern Datum cv_hash_sent(FunctionCallInfo fcinfo, PGFunction send, bool extended);

#define CV_COMPARISON(name, send, test) \
	PG_FUNCTION_INFO_V1(name); \
	Datum \
	name(PG_FUNCTION_ARGS) \
	{ \
		int			order = cv_compare_sent(fcinfo, send); \
\
		return test; \
	}

#define CV_COMPARE(send, cmp, eq, ne, lt, le, gt, ge, hash, hash_extended) \
	CV_COMPARISON(cmp, send, Int32GetDatum(order)) \
	CV_COMPARISON(eq, send, BoolGetDatum(order == 0)) \
	CV_COMPARISON(ne, send, BoolGetDatum(order != 0)) \
	CV_COMPARISON(lt, send, BoolGetDatum(order < 0)) \
	CV_COMPARISON(le, send, BoolGetDatum(order <= 0)) \
	CV_COMPARISON(gt, send, BoolGetDatum(order > 0)) \
	CV_COMPARISON(ge, send, BoolGetDatum(order >= 0)) \
	PG_FUNCTION_INFO_V1(hash); \
	Datum \
	hash(PG_FUNCTION_ARGS) \
	{ \
		return cv_hash_sent(fcinfo, send, false); \
	} \
	PG_FUNCTION_INFO_V1(hash_extended); \
	Datum \
	hash_extended(PG_FUNCTION_ARGS) \
	{ \
		return cv_hash_sent(fcinfo, send, true); \
	}

#endif							/* CV_STATE_H */
