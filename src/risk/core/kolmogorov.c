/*
 * kolmogorov.c - the two-sample test of Kolmogorov and Smirnov.
 */
#include "risk/core/kolmogorov.h"

#include <math.h>

/* The limit for large samples: the probability that sqrt(n m / (n + m)) times the distance is above x. */
double
cv_kolmogorov_tail(double x)
{
	double		sum = 0;

	if (x <= 0)
		return 1;
	if (x < 1)
	{
		for (int k = 1; k < 20; k += 2)
			sum += exp(-k * k * M_PI * M_PI / (8 * x * x));
		return 1 - sqrt(2 * M_PI) / x * sum;
	}
	for (int k = 1; k < 20; k++)
		sum += (k % 2 ? 2 : -2) * exp(-2.0 * k * k * x * x);
	return sum;
}

static bool
is_whole(double x)
{
	return x == floor(x) && x < 0x1p53;
}

/* Are the counts numbers of rows, and few? */
bool
cv_ks_is_exact(const CvCurve *c)
{
	if (!(c->total[0] > 0 && c->total[1] > 0 && c->total[0] * c->total[1] < CV_KS_EXACT))
		return false;
	for (int64_t i = 0; i < c->n; i++)
	{
		if (!is_whole(c->count[0][i]) || !is_whole(c->count[1][i]))
			return false;
	}
	return true;
}

/*
 * All orders of the rows are paths through a grid, equally likely; what is calculated is the share
 * that comes, between two distinct scores, at least as far from the diagonal as the data do (G.
 * Schroer and D. Trenkler, Computational Statistics & Data Analysis 20, 1995).  u[j] is that share
 * of the paths to i non-events and j events.  Ties count as they are: within equal scores no
 * distance is looked at.  work has room for total[1] + 1 numbers and total[0] + total[1] + 1 more.
 */
double
cv_ks_exact(const CvCurve *c, double *work)
{
	int			n = (int) c->total[0];
	int			m = (int) c->total[1];
	double	   *u = work;
	double	   *ends = work + m + 1;	/* does a distinct score end after so many rows? */
	double		seen[2] = {0, 0};
	double		most = 0;

	for (int k = 0; k <= n + m; k++)
		ends[k] = 0;
	for (int64_t i = 0; i < c->n; i++)
	{
		seen[0] += c->count[0][i];
		seen[1] += c->count[1][i];
		ends[(int) (seen[0] + seen[1])] = 1;
		most = fmax(most, fabs(seen[0] * m - seen[1] * n));
	}
	if (most == 0)
		return 1;
	for (int i = 0; i <= n; i++)
	{
		for (int j = 0; j <= m; j++)
		{
			double		before = i == 0 ? (j == 0 ? 0 : u[j - 1]) :
				j == 0 ? u[0] : (i * u[j] + j * u[j - 1]) / (i + j);

			u[j] = ends[i + j] != 0 && fabs((double) i * m - (double) j * n) >= most ? 1 : before;
		}
	}
	return u[m];
}
