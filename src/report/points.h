/*
 * points.h - chart_points: the marks of a chart, as a state and as a value.
 */
#ifndef CV_REPORT_POINTS_H
#define CV_REPORT_POINTS_H

#include "pg/names.h"
#include "pg/state.h"
#include "report/core/chart.h"

/*
 *	0       4       5       6    7    8     10       12  16       20    24         28         32     36        40
 *	+-------+-------+-------+----+----+-----+--------+---+--------+-----+----------+----------+------+---------+----
 *	| length|version|growing|kind|axis|level| unused | n |capacity|names|names cap.|bytes cap.|unused| (8) seed| ...
 *	+-------+-------+-------+----+----+-----+--------+---+--------+-----+----------+----------+------+---------+----
 *	then the marks; the ends of the names; while it grows, their hash table; the bytes of the names.
 *
 * level says how coarse x is, where there were more marks than a value keeps (reduce.c).
 */
typedef struct CvPoints
{
	int32		vl_len_;
	uint8		version;
	bool		growing;
	uint8		kind;
	uint8		axis;
	int16		level;
	uint16		unused;
	uint32		n;
	uint32		capacity;
	uint32		nnames;
	uint32		name_capacity;
	uint32		bytes_capacity;
	uint32		unused2;
	uint64		seed;
} CvPoints;

#define CV_MOST_COUNT 1e15		/* of a mark of a histogram */
#define CV_EXACT PG_INT16_MIN	/* of level: every x as it is */

/* What a kind is: its word in text, and the fields that it uses, in order; those in nullable may be missing. */
typedef struct CvPointsKind
{
	const char *name;
	const char *fields;			/* x, y; l: low, h: high, m: more, f: flag; A, B: names */
	const char *nullable;
	bool		lines;			/* in order of a, then of x */
} CvPointsKind;

extern const CvPointsKind cv_points_kinds[];
extern const char *const cv_axis_kinds[];
extern const CvStateType cv_points_type;
extern const CvMark cv_no_mark;

static inline CvMark *
cv_points_marks(const CvPoints *p)
{
	return (CvMark *) (p + 1);
}

extern double *cv_mark_number(CvMark *mark, char field);
extern uint32 *cv_mark_name(CvMark *mark, char field);

extern CvNames cv_points_names(const CvPoints *p);
extern CvPoints *cv_points_get(Datum value);
extern CvPoints *cv_points_packed(Datum value);
extern CvPoints *cv_points_empty(void);
extern CvPoints *cv_points_growing(void);
extern CvPoints *cv_points_writable(FunctionCallInfo fcinfo, CvChartKind kind, CvChartAxis axis);
extern uint32 cv_points_name(CvPoints **p, const char *name, int length);
extern void cv_points_append(CvPoints **p, const CvMark *mark);

/*
 * reduce.c: marks in canonical order, equal ones one, at most CV_MOST_MARKS at the level that they need; how many are
 * left.  False in *fit where the kind cannot be made coarser.
 */
extern int	cv_compare_marks(const CvMark *a, const CvMark *b, bool lines);
extern uint32 cv_reduce_marks(CvMark *mark, uint32 n, CvChartKind kind, int16 *level, uint32 most);
extern bool cv_absorb_mark(CvMark *mark, uint32 n, const CvMark *another, CvChartKind kind, int level);
extern void cv_mark_to_level(CvMark *mark, CvChartKind kind, int level);

#endif							/* CV_REPORT_POINTS_H */
