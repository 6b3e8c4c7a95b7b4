/*
 * pair.c - is one score better than another for the same customers?
 *
 * E. DeLong, D. DeLong and D. Clarke-Pearson, "Comparing the Areas under Two or More Correlated
 * Receiver Operating Characteristic Curves", Biometrics 44, 1988.
 */
#include "risk/core/pair.h"

#include <math.h>

#include "num/sort.h"

#define LESS(a, b) ((a).score < (b).score)
CV_DEFINE_SORT(sort_keys, CvPairKey, LESS)

/*
 * For each event the share of non-events with a lower score, for each non-event the share of events
 * with a higher one, ties half; the mean over events, which is the AUC, is returned.  key has room
 * for 2 n.
 */
static double
fill_shares(const CvPairRow *row, int64_t n, int which, const double *total, CvPairKey *key, double *share)
{
	double		below[2] = {0, 0};
	double		wins = 0;

	for (int64_t i = 0; i < n; i++)
		key[i] = (CvPairKey) {row[i].score[which], i};
	sort_keys(key, key + n, n);
	for (int64_t i = 0, next; i < n; i = next)
	{
		double		here[2] = {0, 0};

		for (next = i; next < n && key[next].score == key[i].score; next++)
		{
			CV_BREATHE(next);
			here[row[key[next].row].outcome > 0] += row[key[next].row].count;
		}
		for (int64_t k = i; k < next; k++)
		{
			bool		event = row[key[k].row].outcome > 0;

			share[key[k].row] = event ? (below[0] + here[0] / 2) / total[0] :
				(total[1] - below[1] - here[1] / 2) / total[1];
		}
		wins += here[1] * (below[0] + here[0] / 2);
		below[0] += here[0];
		below[1] += here[1];
	}
	return wins / total[0] / total[1];
}

/*
 * False with one class only; variances and covariance are NaN with one event or one non-event.  key
 * has room for 2 n, share for 2 n.
 */
bool
cv_pair_compare(const CvPairRow *row, int64_t n, CvPairKey *key, double *share, CvPairResult *r)
{
	double		total[2] = {0, 0};
	double		product[2][3] = {{0}};	/* of non-events, of events: aa, bb, ab */

	for (int64_t i = 0; i < n; i++)
		total[row[i].outcome > 0] += row[i].count;
	if (!(total[0] > 0 && total[1] > 0))
		return false;
	for (int which = 0; which < 2; which++)
		r->auc[which] = fill_shares(row, n, which, total, key, share + which * n);
	for (int64_t i = 0; i < n; i++)
	{
		double	   *sum = product[row[i].outcome > 0];
		double		a = share[i] - r->auc[0];
		double		b = share[n + i] - r->auc[1];

		CV_BREATHE(i);
		sum[0] += row[i].count * a * a;
		sum[1] += row[i].count * b * b;
		sum[2] += row[i].count * a * b;
	}
	for (int k = 0; k < 3; k++)
	{
		double		x = total[0] > 1 && total[1] > 1 ?
			product[0][k] / (total[0] - 1) / total[0] + product[1][k] / (total[1] - 1) / total[1] : NAN;

		if (k < 2)
			r->variance[k] = x;
		else
			r->covariance = x;
	}
	return true;
}
