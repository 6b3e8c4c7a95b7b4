/*
 * histogram.c - values counted in bins of round width: closed below and open above, the last one closed.
 */
#include "report/core/chart.h"

int64_t *
cv_histogram_counts(const CvMark *mark, int n, int most, CvTicks *edges, void *(*alloc) (size_t size))
{
	double		high = mark[0].high;
	int64_t    *count;
	int64_t		bins;

	for (int i = 1; i < n; i++)
		high = fmax(high, mark[i].high);
	*edges = cv_ticks(mark[0].x, high, most);
	bins = edges->last - edges->first;
	count = alloc((size_t) bins * sizeof(int64_t));
	memset(count, 0, (size_t) bins * sizeof(int64_t));
	for (int i = 0; i < n; i++)
	{
		int64_t		bin = cv_tick_below(edges, mark[i].x) - edges->first;

		CV_BREATHE_OFTEN(i);
		count[bin < bins ? bin : bins - 1] += (int64_t) mark[i].y;
	}
	return count;
}
