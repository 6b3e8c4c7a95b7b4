/*
 * family.h - a family of purchase models is one record in one file.
 *
 * What a record has, and what it may leave out, stands here; the families themselves are the files that the table below
 * names.  A new one is a file with its record, a line in the table, and SQL; nothing else knows the families.
 */
#ifndef CV_FAMILY_H
#define CV_FAMILY_H

#include "num/newton.h"

#define CV_FAMILY_MOST 4		/* most parameters */
#define CV_MOST_COVARIATES (CV_NEWTON_MOST - CV_FAMILY_MOST)
#define CV_MOST_REPEATS 1000000
#define CV_MOST_STARTS 8

/*
 * Each family: its record, the C function that finishes its fit in SQL, and the number of its models where they are
 * stored, which stays: 21 to 39 for new ones.
 */
#define CV_FAMILIES(F) \
	F(cv_bgnbd, bgnbd_final, 11) \
	F(cv_mbgnbd, mbgnbd_final, 12) \
	F(cv_nbd, nbd_final, 13) \
	F(cv_gamma_gamma, gammagamma_final, 14) \
	F(cv_pareto_nbd, paretonbd_final, 15) \
	F(cv_bgbb, bgbb_final, 16) \
	F(cv_sbg, sbg_final, 17) \
	F(cv_bdw, bdw_final, 21) \
	F(cv_normal_spend, normal_spend_final, 22) \
	F(cv_mbgcnbd, mbgcnbd_final, 23)

/* What a model is about. */
typedef enum CvSubject
{
	CV_OF_PURCHASES,
	CV_OF_SPEND,
	CV_OF_CONTRACTS
} CvSubject;

/* The rows that a family is fitted to; the weight comes last. */
typedef enum CvRowForm
{
	CV_ROWS_TIMED,				/* x, t_x, t */
	CV_ROWS_OCCASIONS,			/* x, t_x, n: one occasion to buy in each period */
	CV_ROWS_SPENDING,			/* x, mean spend above 0 */
	CV_ROWS_MEANS,				/* x, mean of amounts that may also be 0 or below */
	CV_ROWS_CONTRACTS			/* periods survived, and 1 when the one after was not */
} CvRowForm;

/* Sums over j = 0 .. of what a row has in common with the ones before it, which are not longer: see sums.h. */
struct CvSums;

typedef struct CvFamilyRecord
{
	const char *name;			/* in models and messages */
	CvSubject	subject;
	CvRowForm	form;
	int			n;				/* parameters, */
	const char *term[CV_FAMILY_MOST];	/* and their names */
	/* may be 0 or below, on a scale of its own; the others are kept as logarithms */
	bool		linear[CV_FAMILY_MOST];

	/* Where the search for the maximum starts, in units of what the data say. */
	int			nstarts;
	double		start[CV_MOST_STARTS][CV_FAMILY_MOST];
	/* Those units, from the sums of weights, of x and of the last number (spend: of money); NULL: all 1. */
	void		(*units) (double weight, double x, double last, double *unit);
	/* The same from rows, with the origin of parameters that are linear; instead of units, where not NULL. */
	void		(*place) (const double *row, int64_t n, double *origin, double *unit);

	/*
	 * Log-likelihood of a row, its gradient, and its Hessian by rows of four, the upper half; g is NULL where only the
	 * value is wanted.  Rows come sorted.
	 */
	double		(*row) (const double *p, struct CvSums *sums, const double *row, double *g, double *h);

	int			every;			/* a purchase is every so many events, where its models have a k; else 0 */

	/* Customers stop only when they buy, so that time may run faster and slower for all. */
	bool		any_time;

	/*
	 * How much a unit of covariate times coefficient adds to the logarithm of each parameter; NULL: it takes none.
	 * Contracts have covariates of stopping only.
	 */
	const double *purchase_effect;
	const double *dropout_effect;

	/*
	 * Of purchases: the probability to be active at t and ahead later; of one who is active at t, purchases from there
	 * to horizon, one u later counting exp(-discount u), horizon infinite only with a discount; the probability of k
	 * purchases of one who is new.
	 */
	bool		costly;			/* alive is, so that it is worth to remember */
	double		(*alive) (const double *p, double x, double t_x, double t, double ahead);
	double		(*to_come) (const double *p, double x, double t, double discount, double horizon);
	double		(*pmf) (const double *p, double k, double horizon);
	/* Where purchases to come go by the time since the last one: the same. */
	double		(*to_come_since) (const double *p, double x, double t_x, double t, double discount, double horizon);
	/* The probability of n purchases or more, n above 0, also of one who may have stopped. */
	double		(*chance) (const double *p, const double *row, double horizon, double n);

	/* Of spend: the mean of a purchase to come of one whose x purchases had this mean; not a number without one. */
	double		(*spend) (const double *p, double x, double mean);

	/*
	 * Of contracts: the share that survives so many periods, the share of those that goes on from period - 1 to
	 * period, and the discounted number of periods to come of one who decides for the n-th time, 0 before the first
	 * period.
	 */
	double		(*survival) (const double *p, double periods);
	double		(*retention) (const double *p, double period);
	double		(*lifetime) (const double *p, double discount, double renewals);
} CvFamilyRecord;

typedef const CvFamilyRecord *CvFamily;

#define CV_DECLARE_FAMILY(record, final, stored) \
	extern const CvFamilyRecord record;
CV_FAMILIES(CV_DECLARE_FAMILY)

#define CV_COUNT_FAMILY(record, final, stored) + 1
#define CV_FAMILY_COUNT (0 CV_FAMILIES(CV_COUNT_FAMILY))

/* All of them, in the order of the table, and NULL. */
extern const CvFamily cv_families[];

/* Numbers in a row without covariates and weight. */
static inline int
cv_family_columns(CvFamily family)
{
	return family->form == CV_ROWS_TIMED || family->form == CV_ROWS_OCCASIONS ? 3 : 2;
}

/* May what a purchase brings be 0 or below? */
static inline bool
cv_takes_losses(CvFamily family)
{
	return family->form == CV_ROWS_MEANS;
}

/* Do its times count occasions? */
static inline bool
cv_counts_occasions(CvFamily family)
{
	return family->form == CV_ROWS_OCCASIONS;
}

#endif							/* CV_FAMILY_H */
