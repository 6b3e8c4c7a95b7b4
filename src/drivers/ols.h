/*
 * ols.h - ols_summary: all that least squares needs to know of the rows.
 */
#ifndef CV_OLS_H
#define CV_OLS_H

#include "drivers/kinds.h"
#include "pg/interval.h"

#define CV_OLS_COLUMNS 100		/* most regressors */

/*
 * An ols_summary is CvRows of kind ols.  Parameters: rows and sum of weights.  With k
 * regressors the width is k + 1, for these and y.  Rows: the means, what their doubles leave over (together 32
 * digits, so that columns far from 0 lose nothing), then k + 1 rows with the upper half of the co-moments,
 * sum w (x_i - mean_i) (x_j - mean_j).
 */
enum
{
	CV_OLS_N,
	CV_OLS_WEIGHT,
	CV_OLS_PARAMS
};

#define CV_OLS_MOMENTS 2		/* the first row of co-moments */

/* The regression that follows from a summary. */
typedef struct CvFit
{
	int			k;
	double		n;
	double		weight;
	const double *mean;			/* k + 1, y last */
	double	   *deviation;		/* k + 1: square roots of the diagonal of co-moments */
	double	   *correlation;	/* (k + 1)^2, y last */
	double	   *swept;			/* the same, swept on the regressors */
	bool	   *aliased;
	int			rank;			/* with the constant */
	double	   *beta;			/* k, 0 where aliased */
	double		constant;
	double		df;				/* n - rank */
	double		rss;
	double		variance;		/* rss / df, NaN without degrees of freedom */
} CvFit;

extern CvRows *cv_ols_arg(FunctionCallInfo fcinfo, int argno);
extern bool cv_ols_fit(const CvRows *summary, CvFit *fit);
extern char **cv_terms_arg(FunctionCallInfo fcinfo, int argno, int k);
extern int	cv_term_number(char **terms, int k, const char *term);

#endif							/* CV_OLS_H */
