/*
 * spells.h - how long customers stayed, by time: what survival_summary, logrank_summary and incidence_summary hold.
 *
 * A cell is a time of a series.  Its sums are the weights of who had the event then, of who was last seen then
 * without it, and of who came under observation then.  A survival_summary has one series; a logrank_summary one for
 * each group of each stratum; an incidence_summary one for each cause, and "0" for customers without an event.
 */
#ifndef CV_SPELLS_H
#define CV_SPELLS_H

#include "retention/cells.h"
#include "retention/core/survival.h"

#define CV_SPELL_EVENTS 0
#define CV_SPELL_CENSORED 1
#define CV_SPELL_ENTERED 2

/* Entry of those who were there from the start. */
#define CV_NO_ENTRY (-1.0)

typedef struct CvSpell
{
	double		entry;
	double		duration;
	bool		event;
} CvSpell;

/* Arguments duration and event from argno on; where late, entry stands before them. */
typedef CvSpell (*CvSpellReader) (FunctionCallInfo fcinfo, int argno, bool late);

extern CvSpell cv_spell_float8_boolean(FunctionCallInfo fcinfo, int argno, bool late);
extern CvSpell cv_spell_float8_bigint(FunctionCallInfo fcinfo, int argno, bool late);
extern CvSpell cv_spell_interval_boolean(FunctionCallInfo fcinfo, int argno, bool late);
extern CvSpell cv_spell_interval_bigint(FunctionCallInfo fcinfo, int argno, bool late);

/* One span of time: a number from 0 up, or an interval in days. */
extern double cv_time_float8(FunctionCallInfo fcinfo, int argno, const char *name);
extern double cv_time_interval(FunctionCallInfo fcinfo, int argno, const char *name);

/* A time of an accessor: from 0 up, or infinite. */
extern double cv_time_arg(FunctionCallInfo fcinfo, int argno, const char *name);

extern double cv_time_of_place(uint64 place);
extern cv_int128 cv_weight_units(FunctionCallInfo fcinfo, int argno, CvCells *s);
extern void cv_spells_add(CvCells **s, uint64 series, const CvSpell *spell, cv_int128 units);
extern CvMoment cv_moment_of(const CvCell *cell);

extern Datum cv_spells_in(FunctionCallInfo fcinfo, const CvCellsType *type);
extern Datum cv_spells_out(FunctionCallInfo fcinfo, const CvCellsType *type);
extern const char *cv_spells_complaint(const CvCellsView *view);

#endif							/* CV_SPELLS_H */
