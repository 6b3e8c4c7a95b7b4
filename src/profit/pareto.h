/*
 * pareto.h - arguments of A, B or C: shares of the total, and the names of the classes.
 */
#ifndef CV_PARETO_H
#define CV_PARETO_H

#include "pg/fixed.h"
#include "pg/pg.h"

/* How to read a column. */
typedef struct CvKind
{
	CvDecimalReader read;
	Oid			type;
} CvKind;

extern const double *cv_pareto_shares(Datum value, const char *name, int *n);
extern Datum *cv_pareto_labels(Datum value, int ncuts);

#endif							/* CV_PARETO_H */
