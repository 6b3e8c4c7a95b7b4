/*
 * cox.h - what makes customers leave sooner? Proportional hazards (D. Cox, JRSS B 34, 1972).
 */
#ifndef CV_COX_H
#define CV_COX_H

#include "num/num.h"

#define CV_COX_COLUMNS 100		/* most regressors */

/*
 * A row: time, when it came under observation (-1: from the start), event (0 or 1), p regressors,
 * weight, and how many such rows there are.
 */
#define CV_COX_TIME 0
#define CV_COX_ENTRY 1
#define CV_COX_EVENT 2
#define CV_COX_X 3
#define CV_COX_WIDTH(p) ((p) + 5)

/* Who comes and goes at a time, whatever the stratum. */
typedef struct CvCoxClock
{
	double		time;
	double		entered;
	double		left;
	double		events;
	int64_t		row;			/* whose exit it is; negative for an entry */
} CvCoxClock;

/* The baseline at a time with events: hazard at the means, and what its standard error follows from. */
typedef struct CvCoxStep
{
	int32_t		stratum;
	double		time;
	double		hazard;
	double		variance;		/* sum of 1 / denominator^2 */
} CvCoxStep;

/* The caller gives all memory; n and p tell how much. */
typedef struct CvCox
{
	/* in order of stratum and time; regressors become standard deviations from their means */
	double	   *row;
	const int32_t *stratum;		/* of each row, from 0 up; NULL for one */
	const int64_t *by_entry;	/* rows in order of stratum and entry; NULL where all were there from the start */
	int64_t		n;
	int			p;
	bool		breslow;		/* ties as Breslow has them, else as Efron */
	double	   *work;			/* CV_COX_WORK(p) numbers */
	double	   *risk;			/* n numbers: the linear predictors */

	/* Found. */
	double	   *mean;			/* p numbers */
	double	   *unit;			/* standard deviations; 0: aliased */
	bool	   *aliased;		/* the column is constant, or a sum of others */
	double	   *beta;
	double	   *covariance;		/* p by p */
	double		null_loglik;
	double		loglik;
	double		score;			/* score test of all, with rank degrees of freedom */
	double		wald;
	double		events;			/* by weight */
	double		total;			/* weight of all rows */
	int			rank;
	int			iterations;
	bool		converged;
	bool		monotone;		/* there is no finite estimate */
	bool		out_of_range;	/* differences whose squares cannot be calculated with */
} CvCox;

#define CV_COX_WORK(p) (12 * ((p) + 1) * ((p) + 1))

/* Are the effects the same at all times? Score tests of x times g(t), g = 1 - S(t-) of all rows. */
typedef struct CvCoxTest
{
	CvCoxClock *clock;			/* work: 2 n of them, and as many for sorting */
	double	   *g;				/* work: n numbers */
	double	   *chi2;			/* p numbers: of each term alone, with 1 degree of freedom */
	double		global;			/* of all, with rank degrees of freedom */
} CvCoxTest;

/* How well risk orders the rows (F. Harrell and others, JAMA 247, 1982); the caller gives arrays of n. */
typedef struct CvConcordance
{
	double	   *sorted;
	double	   *scratch;
	int32_t    *rank;
	double	   *tree;
	double	   *pairs;
	double	   *wins;
	double		all_pairs;
	double		share;			/* in which the one with the higher risk left first; equal risks count half */
	double		std_error;
} CvConcordance;

extern void cv_cox_fit(CvCox *m);
extern void cv_cox_proportionality(CvCox *m, CvCoxTest *test);
extern int64_t cv_cox_count_steps(const CvCox *m);
extern void cv_cox_baseline(CvCox *m, CvCoxStep *step, double *slope);
extern void cv_concordance(const CvCox *m, CvConcordance *c);

#endif							/* CV_COX_H */
