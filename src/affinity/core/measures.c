/*
 * measures.c - how strongly do two items go together?
 *
 * Formulas and names as in P.-N. Tan, V. Kumar and J. Srivastava, "Selecting the Right Interestingness Measure for
 * Association Patterns", KDD 2002; conviction: S. Brin et al., SIGMOD 1997; Zhang: T. Zhang, PKDD 2000.  With integers
 * a difference of products is exact, and every measure is one quotient of such.
 */
#include "affinity/core/measures.h"

#include <math.h>

#include "affinity/core/hypergeometric.h"

/* Can there be such baskets? */
bool
cv_counts_fit(const CvCounts *c)
{
	return c->n >= 0 && c->n <= CV_COUNTS_MOST && c->a >= 0 && c->a <= c->n && c->b >= 0 && c->b <= c->n &&
		c->ab >= 0 && c->ab <= c->a && c->ab <= c->b && c->ab >= c->a + c->b - c->n;
}

/* ab n - a b: above 0 where they are together more often than by chance. */
static double
excess(const CvCounts *c)
{
	return (double) ((cv_int128) c->ab * c->n - (cv_int128) c->a * c->b);
}

static double
product(int64_t x, int64_t y)
{
	return (double) ((cv_int128) x * y);
}

/* (P(AB) - P(A) P(B)) / max(P(AB) (1 - P(A)), P(A) (P(B) - P(AB))). */
static double
zhang(const CvCounts *c)
{
	return excess(c) / fmax(product(c->ab, c->n - c->a), product(c->a, c->b - c->ab));
}

/* The product of all four margins. */
static double
margins(const CvCounts *c)
{
	return product(c->a, c->n - c->a) * product(c->b, c->n - c->b);
}

/* A measure of A -> B; NaN where it does not exist, or where there cannot be such baskets. */
double
cv_measure(const CvCounts *c, CvMeasure measure)
{
	double		n = (double) c->n;
	double		a = (double) c->a;
	double		b = (double) c->b;
	double		ab = (double) c->ab;
	double		either = (double) (c->a + c->b - c->ab);

	if (!cv_counts_fit(c))
		return NAN;
	switch (measure)
	{
		case CV_SUPPORT:
			return ab / n;
		case CV_CONFIDENCE:
			return ab / a;
		case CV_LIFT:
			return product(c->ab, c->n) / product(c->a, c->b);
		case CV_LEVERAGE:
			return excess(c) / (n * n);
		case CV_CONVICTION:
			return c->a > 0 && c->ab == c->a ? INFINITY : product(c->n - c->b, c->a) / product(c->n, c->a - c->ab);
		case CV_COSINE:
			return ab / sqrt(a * b);
		case CV_JACCARD:
			return ab / either;
		case CV_KULCZYNSKI:
			return (ab / a + ab / b) / 2;
		case CV_IMBALANCE:
			return fabs(a - b) / either;
		case CV_ZHANG:
			return zhang(c);
		case CV_ODDS_RATIO:
			return product(c->ab, c->n - c->a - c->b + c->ab) / product(c->a - c->ab, c->b - c->ab);
		case CV_CHI_SQUARE:
			return n * excess(c) * (excess(c) / margins(c));
		case CV_PHI:
			return excess(c) / sqrt(margins(c));
		case CV_LLR:
			return c->n > 0 ? cv_llr(c) : NAN;
		case CV_LLR_ROOT:
			return c->n > 0 ? copysign(sqrt(cv_llr(c)), excess(c)) : NAN;
		case CV_P:
			return c->n > 0 ? cv_fisher_greater(c) : NAN;
		case CV_P_LESS:
			return c->n > 0 ? cv_fisher_less(c) : NAN;
		default:
			return c->n > 0 ? cv_fisher_two_sided(c) : NAN;
	}
}
