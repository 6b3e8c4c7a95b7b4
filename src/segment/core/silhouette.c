/*
 * silhouette.c - how well is a row in its cluster?  (P. Rousseeuw, "Silhouettes", Journal of Computational and Applied
 * Mathematics 20, 1987.)
 */
#include "segment/core/silhouette.h"

#include <math.h>

double
cv_silhouette(const double *sum, const int64_t *size, int k, int own)
{
	double		a,
				b = INFINITY;

	if (k < 2)
		return NAN;
	if (size[own] == 1)
		return 0;
	a = sum[own] / (double) (size[own] - 1);
	for (int c = 0; c < k; c++)
	{
		if (c != own)
			b = fmin(b, sum[c] / (double) size[c]);
	}
	return fmax(a, b) > 0 ? (b - a) / fmax(a, b) : 0;
}
