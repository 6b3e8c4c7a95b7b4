/*
 * incidence.h - who leaves for which reason, when only the first reason is seen?
 */
#ifndef CV_INCIDENCE_H
#define CV_INCIDENCE_H

#include "retention/core/survival.h"

/* The cumulative incidence of one cause after the first moments. */
typedef struct CvIncidence
{
	CvKm		all;			/* leaving for any cause */
	double		incidence;
	double		variance;
	double		square;			/* sum of (F - F_j)^2 d / (n (n - d)), over the times j */
	double		gap;			/* of (F - F_j) d / (n (n - d)) */
	double		own;			/* of S(t-)^2 d_k (n - d_k) / n^3 */
	double		cross;			/* of (F - F_j) S(t-) d_k / n^2 */
	double		slope;			/* of S(t-) d_k / n^2 */
} CvIncidence;

extern CvIncidence cv_incidence_start(const CvLives *lives);
extern bool cv_incidence_next(CvIncidence *f, cv_int128 events);

#endif							/* CV_INCIDENCE_H */
