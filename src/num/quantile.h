/*
 * quantile.h - quantiles, and which of their bins a number falls into.
 */
#ifndef CV_QUANTILE_H
#define CV_QUANTILE_H

#include <math.h>

#include "num/num.h"

/* Which side of a cut a number belongs to. */
typedef enum CvBinRule
{
	CV_BIN_QUANTILE,			/* above a cut: the next bin */
	CV_BIN_RFM,					/* at or above a cut and one: the R package rfm */
	CV_BIN_HIGH					/* at or above a cut */
} CvBinRule;

/*
 * The quantile at fraction p of n sorted numbers, linear between them as in
 * PostgreSQL's percentile_cont (type 7 of R. Hyndman and Y. Fan, "Sample Quantiles in
 * Statistical Packages", The American Statistician 50, 1996).
 */
static inline double
cv_quantile(const double *sorted, int64_t n, double p)
{
	double		place = p * (double) (n - 1);
	int64_t		below = (int64_t) floor(place);
	int64_t		above = (int64_t) ceil(place);

	if (below == above)
		return sorted[below];
	if (!isfinite(sorted[above] - sorted[below]))
		return (1 - (place - (double) below)) * sorted[below] + (place - (double) below) * sorted[above];
	return sorted[below] + (place - (double) below) * (sorted[above] - sorted[below]);
}

/* The bins - 1 inner bounds of bins of equal size. */
static inline void
cv_quantile_cuts(const double *sorted, int64_t n, int bins, double *cut)
{
	for (int i = 1; i < bins; i++)
		cut[i - 1] = cv_quantile(sorted, n, (double) i / bins);
}

/* The bin of x, from 1 to ncuts + 1; cuts rise. */
static inline int
cv_quantile_bin(double x, const double *cut, int ncuts, CvBinRule rule)
{
	int			low = 0;		/* cuts that x is beyond */
	int			high = ncuts;

	while (low < high)
	{
		int			middle = (low + high) / 2;

		if (rule == CV_BIN_RFM ? x >= cut[middle] + 1 : rule == CV_BIN_HIGH ? x >= cut[middle] : x > cut[middle])
			low = middle + 1;
		else
			high = middle;
	}
	return low + 1;
}

#endif							/* CV_QUANTILE_H */
