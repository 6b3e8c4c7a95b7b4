/*
 * unit.h - the smallest harness that says where it failed.
 */
#ifndef UNIT_H
#define UNIT_H

#include <math.h>
#include <stdint.h>
#include <stdio.h>

extern int	unit_checks;
extern int	unit_failures;

#define CHECK(condition) \
	do { \
		if (condition) \
			unit_checks++; \
		else \
		{ \
			unit_failures++; \
			printf("not ok: %s:%d: %s\n", __FILE__, __LINE__, #condition); \
		} \
	} while (0)

/* Is got what is expected, to a fraction of it (CLOSE), or to a distance (WITHIN)?  If not, how far off is it? */
#define CHECK_CLOSE(got, expected, tolerance) \
	unit_close(__FILE__, __LINE__, #got, (got), (expected), (tolerance) * fabs((double) (expected)))
#define CHECK_WITHIN(got, expected, distance) unit_close(__FILE__, __LINE__, #got, (got), (expected), (distance))

static inline void
unit_close(const char *file, int line, const char *what, double got, double expected, double distance)
{
	if (got == expected || fabs(got - expected) <= distance)
	{
		unit_checks++;
		return;
	}
	unit_failures++;
	printf("not ok: %s:%d: %s is off by %g (%g of it): got %.17g, expected %.17g\n",
		   file, line, what, got - expected, (got - expected) / expected, got, expected);
}

/* A generator of the tests' own, so that every run sees the same numbers. */
static inline uint64_t
unit_random(uint64_t *state)
{
	uint64_t	z = (*state += UINT64_C(0x9e3779b97f4a7c15));

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

#endif							/* UNIT_H */
