/*
 * hypergeometric.c - the log-likelihood ratio of a two by two table, and Fisher's exact test.
 *
 * With O the cells of the table and E what independence expects, the ratio is G2 = 2 sum O ln(O / E) (T. Dunning,
 * "Accurate Methods for the Statistics of Surprise and Coincidence", Computational Linguistics 19, 1993).  All cells
 * differ from E by the same d / n, d = ab n - a b, which is an exact integer.  With phi(u) = (1 + u) ln(1 + u) - u the
 * ratio is 2 sum E phi(O / E - 1), in which no term is negative: nothing cancels.
 *
 * The probability of a table with given margins is exp(-G2 / 2) times what Stirling's formula leaves (C. Loader, "Fast
 * and Accurate Computation of Binomial Probabilities", 2000).  A tail is summed away from the mode, where it is
 * small; long sums of nearly equal terms are integrals (Euler and Maclaurin).
 */
#include "affinity/core/hypergeometric.h"

#include <math.h>

#include "num/gauss.h"

#define HALF_LOG_2PI 0.91893853320467274178
#define SAME 1e-7				/* probabilities that differ by less are equal: two-sided test */
#define LONG_SUM 8192			/* standard deviations beyond which a sum is an integral */
#define SLOW (1.0 / 512)		/* unless terms fall faster than this */

/* (1 + u) ln(1 + u) - u, from u = -1 up. */
static double
phi(double u)
{
	double		sum = 0;
	double		power = u * u;

	if (u <= -1)
		return 1;
	if (fabs(u) > 0.1)
		return (1 + u) * log1p(u) - u;
	for (int k = 2; k < 20; k++, power *= -u)
		sum += power / (k * (k - 1.0));
	return sum;
}

/* E phi(O / E - 1) where O - E = d / n and E = rows / n: 0 where nothing is expected. */
static double
cell(double rows, double d, double n)
{
	return rows > 0 ? rows / n * phi(d / rows) : 0;
}

/* A table at work: margins, and the distance of the first cell from its expectation times n. */
typedef struct Table
{
	double		n;
	double		a;
	double		b;
	double		x;				/* baskets with both */
	double		d;
} Table;

static Table
table_of(const CvCounts *c)
{
	cv_int128	d = (cv_int128) c->ab * c->n - (cv_int128) c->a * c->b;
	Table		t = {(double) c->n, (double) c->a, (double) c->b, (double) c->ab, (double) d};

	return t;
}

static double
half_ratio(const Table *t)
{
	double		not_a = t->n - t->a;
	double		not_b = t->n - t->b;

	/* In an order that is the same for B -> A. */
	return cell(t->a * t->b, t->d, t->n) + cell(not_a * not_b, t->d, t->n) +
		(cell(t->a * not_b, -t->d, t->n) + cell(not_a * t->b, -t->d, t->n));
}

double
cv_llr(const CvCounts *c)
{
	Table		t = table_of(c);

	return 2 * half_ratio(&t);
}

/* ln k! - (k ln k - k). */
static double
stirling(double k)
{
	double		square = k * k;

	if (k <= 0)
		return 0;
	if (k < 16)
		return lgamma(k + 1) - k * log(k) + k;
	return HALF_LOG_2PI + log(k) / 2 +
		(1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 / square) / square) / square) / square) / k;
}

/* Probability of x baskets with both. */
static double
probability(const Table *t)
{
	return exp(stirling(t->a) + stirling(t->n - t->a) + stirling(t->b) + stirling(t->n - t->b) - stirling(t->n) -
			   stirling(t->x) - stirling(t->a - t->x) - stirling(t->b - t->x) - stirling(t->n - t->a - t->b + t->x) -
			   half_ratio(t));
}

static void
move(Table *t, double steps)
{
	t->x += steps;
	t->d += steps * t->n;
}

/* Probability of x + 1 baskets over that of x, and of x - 1 over that of x. */
static double
ratio(const Table *t, double direction)
{
	if (direction > 0)
		return (t->a - t->x) / (t->x + 1) * ((t->b - t->x) / (t->n - t->a - t->b + t->x + 1));
	return t->x / (t->a - t->x + 1) * ((t->n - t->a - t->b + t->x) / (t->b - t->x + 1));
}

static double
deviation(const Table *t)
{
	return t->n > 1 ? sqrt(t->a / t->n * (t->n - t->a) * (t->b / t->n * (t->n - t->b)) / (t->n - 1)) : 0;
}

/* The sum from x on, of terms that fall. */
static double
add_terms(Table t, double direction)
{
	double		sum = 1;
	double		term = 1;
	double		first = probability(&t);

	for (int64_t i = 0; term > sum * 1e-18; i++)
	{
		CV_BREATHE(i);
		term *= ratio(&t, direction);
		sum += term;
		t.x += direction;
	}
	return first * sum;
}

typedef struct Ray
{
	Table		from;
	double		direction;
} Ray;

static double
along(double steps, const void *data)
{
	const Ray  *ray = data;
	Table		t = ray->from;

	move(&t, steps * ray->direction);
	return probability(&t);
}

/* The same where neighbours hardly differ: an integral, with the first corrections to the sum. */
static double
integrate_terms(const Table *t, double direction, double width)
{
	Ray			ray = {*t, direction};
	double		most = direction > 0 ? fmin(t->a, t->b) - t->x : t->x - fmax(0, t->a + t->b - t->n);
	double		first = probability(t);
	double		falls = 1 - ratio(t, direction);
	double		sum = 0;
	double		part = 1;

	width = falls > 0 ? fmin(width, 8 / falls) : width;
	for (double at = 0; at < most && part > sum * 1e-18; at += width)
	{
		cv_breathe();
		part = cv_gauss_integral(along, &ray, at, fmin(at + width, most));
		sum += part;
	}
	return sum + first / 2 + first * falls / 12;
}

/* Probability of x or further in this direction. */
static double
tail(Table t, double direction)
{
	double		sd = deviation(&t);
	double		falls = 1 - ratio(&t, direction);

	if (falls < 0)
	{
		/* Before the mode: what is not on the other side. */
		double		rest;

		move(&t, -direction);
		if (t.x < 0 || t.x < t.a + t.b - t.n || t.x > t.a || t.x > t.b)
			return 1;
		rest = tail(t, -direction);
		return fmax(0, 1 - rest);
	}
	return fmin(1, sd < LONG_SUM || falls > SLOW ? add_terms(t, direction) : integrate_terms(&t, direction, sd));
}

double
cv_fisher_greater(const CvCounts *c)
{
	return tail(table_of(c), 1);
}

double
cv_fisher_less(const CvCounts *c)
{
	return tail(table_of(c), -1);
}

static double
probability_at(const CvCounts *c, int64_t ab)
{
	CvCounts	other = {c->n, c->a, c->b, ab};
	Table		t = table_of(&other);

	return probability(&t);
}

/*
 * The first table on the other side of the mode that is no more probable than this one; false when there is none.
 * Beyond the mode probabilities fall, so it can be halved for.
 */
static bool
find_other_side(const CvCounts *c, int64_t *ab)
{
	int64_t		least = c->a + c->b > c->n ? c->a + c->b - c->n : 0;
	int64_t		most = c->a < c->b ? c->a : c->b;
	int64_t		mode = (int64_t) (((cv_int128) c->a + 1) * (c->b + 1) / (c->n + 2));
	int			away = c->ab < mode ? 1 : -1;
	double		limit = probability_at(c, c->ab) * (1 + SAME);
	int64_t		inside = mode;
	int64_t		end = away > 0 ? most : least;

	if (c->ab == mode || probability_at(c, end) > limit)
		return false;
	while (inside != end)
	{
		int64_t		middle = away > 0 ? inside + (end - inside) / 2 : inside - (inside - end) / 2;

		if (probability_at(c, middle) <= limit)
			end = middle;
		else
			inside = middle + away;
	}
	*ab = end;
	return true;
}

/* The tables that are no more probable than this one, on both sides. */
double
cv_fisher_two_sided(const CvCounts *c)
{
	CvCounts	other = *c;
	bool		beyond = find_other_side(c, &other.ab);
	int64_t		mode = (int64_t) (((cv_int128) c->a + 1) * (c->b + 1) / (c->n + 2));

	if (c->ab == mode)
		return 1;
	if (c->ab < mode)
		return fmin(1, cv_fisher_less(c) + (beyond ? cv_fisher_greater(&other) : 0));
	return fmin(1, cv_fisher_greater(c) + (beyond ? cv_fisher_less(&other) : 0));
}
