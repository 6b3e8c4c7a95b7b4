/*
 * sort.h - a stable sort that uses the order it finds.
 *
 * Natural merge sort: the rising runs that are there are merged two by two, so that k
 * sorted lists one behind the other take O(n log k) time, and sorted rows O(n).  Short runs
 * are lengthened by insertion.  It is a macro so that the comparison is inlined.
 */
#ifndef CV_SORT_H
#define CV_SORT_H

#include <string.h>

#include "num/num.h"

#define CV_SORT_RUN 24			/* runs are made at least this long */

/*
 * Defines name(type *row, type *scratch, int64_t n), which sorts row so that
 * LESS(row[i + 1], row[i]) never holds; scratch has room for n rows.
 */
#define CV_DEFINE_SORT(name, type, LESS) \
static int64_t \
name##_run(type *row, int64_t first, int64_t n) \
{ \
	int64_t		end = first + 1; \
	int64_t		least = first + CV_SORT_RUN < n ? first + CV_SORT_RUN : n; \
	\
	while (end < n && !LESS(row[end], row[end - 1])) \
	{ \
		CV_BREATHE(end); \
		end++; \
	} \
	for (; end < least; end++) \
	{ \
		type		x = row[end]; \
		int64_t		j = end; \
		\
		for (; j > first && LESS(x, row[j - 1]); j--) \
			row[j] = row[j - 1]; \
		row[j] = x; \
	} \
	return end; \
} \
\
/* Merge a with b into out, at whose end b already is. */ \
static void \
name##_merge(const type *a, int64_t na, const type *b, int64_t nb, type *out) \
{ \
	int64_t		i = 0; \
	int64_t		j = 0; \
	int64_t		k = 0; \
	\
	while (i < na && j < nb) \
	{ \
		bool		second = LESS(b[j], a[i]); \
		\
		CV_BREATHE(k); \
		out[k++] = second ? b[j] : a[i]; \
		j += second; \
		i += !second; \
	} \
	memcpy(out + k, a + i, (na - i) * sizeof(type)); \
} \
\
/* Sort the rows of the runs that begin in the next (1 << level) runs from first. */ \
static int64_t \
name##_level(type *row, type *scratch, int64_t first, int64_t n, int level) \
{ \
	int64_t		middle, \
				end; \
	\
	if (level == 0) \
		return name##_run(row, first, n); \
	middle = name##_level(row, scratch, first, n, level - 1); \
	if (middle == n) \
		return n; \
	end = name##_level(row, scratch, middle, n, level - 1); \
	if (LESS(row[middle], row[middle - 1])) \
	{ \
		memcpy(scratch, row + first, (middle - first) * sizeof(type)); \
		name##_merge(scratch, middle - first, row + middle, end - middle, row + first); \
	} \
	return end; \
} \
\
static void \
name(type *row, type *scratch, int64_t n) \
{ \
	int64_t		end; \
	\
	if (n == 0) \
		return; \
	end = name##_level(row, scratch, 0, n, 0); \
	for (int level = 0; end < n; level++) \
	{ \
		int64_t		next = name##_level(row, scratch, end, n, level); \
		\
		if (LESS(row[end], row[end - 1])) \
		{ \
			memcpy(scratch, row, end * sizeof(type)); \
			name##_merge(scratch, end, row + end, next - end, row); \
		} \
		end = next; \
	} \
}

#endif							/* CV_SORT_H */
