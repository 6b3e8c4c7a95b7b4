/*
 * kmeans.c - k-means clustering.
 *
 * S. Lloyd's algorithm ("Least Squares Quantization in PCM", 1957), started by the greedy
 * variant of k-means++ (D. Arthur and S. Vassilvitskii, "k-means++: The Advantages of
 * Careful Seeding", 2007).  The result depends on the order of rows, so callers sort them.
 */
#include "num/kmeans.h"

#include <math.h>
#include <string.h>

#include "num/mix.h"

static double
squared_distance(const double *a, const double *b, int width)
{
	double		sum = 0;

	for (int j = 0; j < width; j++)
		sum += (a[j] - b[j]) * (a[j] - b[j]);
	return sum;
}

/* The nearest centre, the first of equally near ones, and the squared distance. */
int
cv_kmeans_nearest(const double *x, const double *centre, int k, int width, double *distance)
{
	int			nearest = 0;
	double		least = squared_distance(x, centre, width);

	for (int c = 1; c < k; c++)
	{
		double		d = squared_distance(x, centre + c * width, width);

		if (d < least)
		{
			least = d;
			nearest = c;
		}
	}
	*distance = least;
	return nearest;
}

/* From 0 up to 1; splitmix64. */
static double
next_random(uint64_t *state)
{
	*state += UINT64_C(0x9e3779b97f4a7c15);
	return (double) (cv_mix(*state) >> 11) * 0x1p-53;
}

/* A row drawn with a chance in proportion to its squared distance from the centres. */
static int64_t
draw_row(CvKmeans *m, double total, uint64_t *state)
{
	double		target = next_random(state) * total;
	int64_t		last = 0;

	for (int64_t i = 0; i < m->n; i++)
	{
		cv_breathe_after(&m->work, 1);
		if (m->distance[i] <= 0)
			continue;
		last = i;
		target -= m->distance[i];
		if (target < 0)
			break;
	}
	return last;
}

/* What the distances would add up to with this row as a centre, too. */
static double
total_with(CvKmeans *m, const double *centre)
{
	double		total = 0;

	for (int64_t i = 0; i < m->n; i++)
	{
		double		d = squared_distance(m->x + i * m->width, centre, m->width);

		cv_breathe_after(&m->work, m->width);
		total += d < m->distance[i] ? d : m->distance[i];
	}
	return total;
}

static double
add_centre(CvKmeans *m, int c, int64_t row)
{
	double		total = 0;

	memcpy(m->centre + c * m->width, m->x + row * m->width, m->width * sizeof(double));
	for (int64_t i = 0; i < m->n; i++)
	{
		double		d = squared_distance(m->x + i * m->width, m->x + row * m->width, m->width);

		cv_breathe_after(&m->work, m->width);
		if (c == 0 || d < m->distance[i])
			m->distance[i] = d;
		total += m->distance[i];
	}
	return total;
}

/* First centres; k becomes smaller where there are not that many distinct rows. */
void
cv_kmeans_seed(CvKmeans *m, uint64_t seed)
{
	int			tries = 2 + (int) log(m->k);
	double		total;
	int			c = 1;

	total = add_centre(m, 0, (int64_t) (next_random(&seed) * (double) m->n));
	for (; c < m->k && total > 0; c++)
	{
		int64_t		best = -1;
		double		least = INFINITY;

		for (int t = 0; t < tries; t++)
		{
			int64_t		row = draw_row(m, total, &seed);
			double		sum = total_with(m, m->x + row * m->width);

			if (best < 0 || sum < least)
			{
				least = sum;
				best = row;
			}
		}
		total = add_centre(m, c, best);
	}
	m->k = c;
}

/* Every row to its nearest centre; how many went to another one than before. */
static int64_t
assign_rows(CvKmeans *m)
{
	int64_t		moved = 0;

	memset(m->size, 0, m->k * sizeof(int64_t));
	for (int64_t i = 0; i < m->n; i++)
	{
		int			c = cv_kmeans_nearest(m->x + i * m->width, m->centre, m->k, m->width, &m->distance[i]);

		cv_breathe_after(&m->work, (int64_t) m->k * m->width);
		moved += c != m->cluster[i];
		m->cluster[i] = c;
		m->size[c]++;
	}
	return moved;
}

/*
 * A centre without rows takes the row that is farthest from its own, which brings the
 * sum of squares down.  Where all rows lie on their centres it stays empty.
 */
static int64_t
fill_empty(CvKmeans *m)
{
	int64_t		moved = 0;

	for (int c = 0; c < m->k; c++)
	{
		int64_t		farthest = 0;

		if (m->size[c] > 0)
			continue;
		for (int64_t i = 1; i < m->n; i++)
		{
			cv_breathe_after(&m->work, 1);
			if (m->distance[i] > m->distance[farthest])
				farthest = i;
		}
		if (!(m->distance[farthest] > 0))
			break;
		m->size[m->cluster[farthest]]--;
		m->cluster[farthest] = c;
		m->distance[farthest] = 0;
		m->size[c] = 1;
		moved++;
	}
	return moved;
}

static void
move_centres(CvKmeans *m)
{
	for (int c = 0; c < m->k; c++)
	{
		if (m->size[c] > 0)
			memset(m->centre + c * m->width, 0, m->width * sizeof(double));
	}
	for (int64_t i = 0; i < m->n; i++)
	{
		double	   *centre = m->centre + m->cluster[i] * m->width;

		cv_breathe_after(&m->work, m->width);
		for (int j = 0; j < m->width; j++)
			centre[j] += m->x[i * m->width + j];
	}
	for (int c = 0; c < m->k; c++)
	{
		for (int j = 0; j < m->width && m->size[c] > 0; j++)
			m->centre[c * m->width + j] /= (double) m->size[c];
	}
}

static void
drop_empty(CvKmeans *m)
{
	int			kept = 0;

	for (int c = 0; c < m->k; c++)
	{
		if (m->size[c] == 0)
			continue;
		memmove(m->centre + kept * m->width, m->centre + c * m->width, m->width * sizeof(double));
		m->size[kept++] = m->size[c];
		for (int64_t i = 0; i < m->n && kept - 1 != c; i++)
		{
			cv_breathe_after(&m->work, 1);
			if (m->cluster[i] == c)
				m->cluster[i] = kept - 1;
		}
	}
	m->k = kept;
}

/* Move rows and centres in turn until no row changes its cluster; n is not 0. */
void
cv_kmeans_run(CvKmeans *m)
{
	for (int64_t i = 0; i < m->n; i++)
		m->cluster[i] = -1;
	m->converged = false;
	for (m->iterations = 0; !m->converged && m->iterations < CV_KMEANS_ITERATIONS; m->iterations++)
	{
		int64_t		moved = assign_rows(m);

		moved += fill_empty(m);
		m->converged = moved == 0;
		if (!m->converged)
			move_centres(m);
	}
	if (!m->keep)
		drop_empty(m);
	memset(m->within, 0, m->k * sizeof(double));
	for (int64_t i = 0; i < m->n; i++)
	{
		cv_breathe_after(&m->work, m->width);
		m->within[m->cluster[i]] += squared_distance(m->x + i * m->width, m->centre + m->cluster[i] * m->width,
													 m->width);
	}
}
